/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-window.h"

G_BEGIN_DECLS

/*
 * JolActionSet: the rows of the action table as GActions of one window, with states that follow the
 * session. While the date plays or something is dragged a state changes with each frame; the bus
 * gets ten of them a second, and always the last.
 */
#define JOL_TYPE_ACTION_SET (jol_action_set_get_type ())
G_DECLARE_FINAL_TYPE (JolActionSet, jol_action_set, JOL, ACTION_SET, GObject)

/* Adds the actions of the window; it must have its session. The set does not hold the window. */
JolActionSet *jol_action_set_new (JolWindow *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
