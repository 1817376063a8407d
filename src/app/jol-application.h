/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* JolApplication: one process and one window; a second start raises it, and hands it what it was
 * asked to open. */
#define JOL_TYPE_APPLICATION (jol_application_get_type ())
G_DECLARE_FINAL_TYPE (JolApplication, jol_application, JOL, APPLICATION, AdwApplication)

JolApplication *jol_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
