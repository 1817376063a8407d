/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-event-row.h"
#include "jol-session.h"

/* A timeline in a window of its own, 300 × 700, and what its tests ask of it. */
typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *timeline;
  GtkWidget *window;
} TimelineFixture;

/* On a random story of as many events as @data (GUINT_TO_POINTER) says, on the small one for none.
 */
void timeline_fixture_set_up (TimelineFixture *fixture, gconstpointer data);
void timeline_fixture_tear_down (TimelineFixture *fixture, gconstpointer data);

GtkWidget *timeline_get_list (TimelineFixture *fixture);
GtkWidget *timeline_get_scroller (TimelineFixture *fixture);
/* The row of that event; NULL while it has none. */
JolEventRow *timeline_find_row (TimelineFixture *fixture, const char *id);
/* Waits for it. */
JolEventRow *timeline_get_row (TimelineFixture *fixture, const char *id);
