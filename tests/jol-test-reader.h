/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-view.h"
#include "jol-session.h"

/* A reader in a window of its own, and what its tests ask of it. */
typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *window;
  GtkWidget *reader;
  JolArticleView *view;
  GtkScrolledWindow *scroller;
} ReaderFixture;

/* On the bundled story, without following the text. */
void reader_fixture_set_up (ReaderFixture *fixture, gconstpointer data);
/* On a story of the test's own; torn down by reader_fixture_tear_down() too. */
void reader_fixture_open (ReaderFixture *fixture, JolStory *story);
void reader_fixture_tear_down (ReaderFixture *fixture, gconstpointer data);

char *reader_get_text (ReaderFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;
/* The first link of that kind to @target, or to anything when that is NULL; it must be there. */
guint reader_find_link (ReaderFixture *fixture, JolLinkKind kind, const char *target);
const JolArticleLink *reader_get_link (ReaderFixture *fixture, guint index);

double reader_get_scroll (ReaderFixture *fixture);
double reader_get_bottom (ReaderFixture *fixture);
/* The text view measures its lines bit by bit; the height of the whole is an estimate until then.
 */
gboolean reader_is_measured (ReaderFixture *fixture);
void reader_scroll_to (ReaderFixture *fixture, double value);
gboolean reader_is_section_at_top (ReaderFixture *fixture, guint section);
/* Of the text. */
int reader_get_offset_at_top (ReaderFixture *fixture);
/* Whether the line of that offset is at the top, or one beside it. */
gboolean reader_is_at_top (ReaderFixture *fixture, int offset);
void reader_assert_date (ReaderFixture *fixture, const char *date);
/* From now on it is a person who scrolls. */
void reader_turn_wheel (ReaderFixture *fixture);
