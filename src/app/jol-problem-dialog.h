/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-problem.h"

G_BEGIN_DECLS

/* Says over @parent that the story at @name cannot be opened, and lists every problem, to be read
 * and copied. */
void jol_problem_dialog_show (GtkWindow *parent, const char *name, const JolProblemList *problems);

G_END_DECLS
