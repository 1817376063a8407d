/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-feature-stops.h"
#include "jol-session.h"

/* A map of a new session on the small story, 800 × 600, at rest in 2015: with the new line, and the
 * old one as ever. */
GtkWidget *jol_test_show_map (JolStory *story, JolSession **session_out, GtkWidget **window_out);
/* The window, the session and the story, each of which must end with it. */
void jol_test_close_map (GtkWidget *window, JolSession *session, JolStory *story);

JolFeatureStops *jol_test_get_stops (GtkWidget *map);
