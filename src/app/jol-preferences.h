/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "jol-window.h"

G_BEGIN_DECLS

/* JolPreferences: what a person may choose once and for all. Each choice takes effect at once. No
 * AdwPreferencesWindow: it is deprecated, and sets deprecated properties of its own. */
#define JOL_TYPE_PREFERENCES (jol_preferences_get_type ())
G_DECLARE_FINAL_TYPE (JolPreferences, jol_preferences, JOL, PREFERENCES, AdwWindow)

/* @settings: NULL when there are none to keep the choices in, and then only the theme is offered.
 */
GtkWidget *jol_preferences_new (JolWindow *window, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
