/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"

#include <gtk/gtk.h>

/* A card in a window, on the story of tests/story/good/card.jol.json: for the tests of the card and
 * of its pages. */
typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *card;
  GtkWidget *window;
} CardFixture;

void card_fixture_set_up (CardFixture *fixture, gconstpointer data);
void card_fixture_tear_down (CardFixture *fixture, gconstpointer data);
gboolean card_shows (CardFixture *fixture, const char *text);
void card_assert_shows (CardFixture *fixture, const char *text);
GtkWidget *card_get_button (CardFixture *fixture, const char *text);
void card_click (CardFixture *fixture, const char *text);
