/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-card.h"

#include "jol-source-row.h"
#include "jol-sparkline.h"
#include "jol-test-card.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

static void
follow_link (CardFixture *fixture, const char *text, const char *id)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (jol_test_get_label (fixture->card, text), "activate-link", id, &handled);
  g_assert_true (handled);
}

static gboolean
is_selected (CardFixture *fixture, const char *id)
{
  return g_strcmp0 (jol_session_get_selection (fixture->session), id) == 0;
}

static void
assert_date (CardFixture *fixture, const char *expected)
{
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (fixture->session));

  g_assert_cmpstr (date, ==, expected);
}

static void
set_date (CardFixture *fixture, const char *text)
{
  JolDate date;

  g_assert_true (jol_date_parse (text, &date));
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_APP);
}

static void
select_thing (CardFixture *fixture, const char *id)
{
  g_assert_true (jol_session_select (fixture->session, id, JOL_ORIGIN_APP));
}

static void
test_route (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");
  card_assert_shows (fixture, "Long Line");
  card_assert_shows (fixture, "Длинная линия");
  card_assert_shows (fixture, "Oil · operating in July 2022");
  card_assert_shows (fixture, "67\302\240Mt a year, since April 2018");
  card_assert_shows (fixture, "After the last pump.");
  card_assert_shows (fixture, "58.7\302\240Mt in 2022");
  card_assert_shows (fixture, "Of which most is light.");
  /* It has been reversed since 2020. */
  card_assert_shows (fixture, "Sea – Hub & Sons – Field, 1511\302\240km");
  card_assert_shows (fixture, "The Line & Co.");
  card_assert_shows (fixture, "Russia");
  g_assert_false (card_shows (fixture, "uncertain"));

  card_assert_shows (fixture, "2 events");
  card_assert_shows (fixture, "3 passages");
  card_assert_shows (fixture, "2 claims");
  card_assert_shows (fixture, "3 sources");
  card_assert_shows (fixture, "History");
  g_assert_false (card_shows (fixture, "It carries oil to the sea."));
  card_click (fixture, "About");
  card_assert_shows (fixture, "It carries oil to the sea.");
}

static void
test_date (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");

  set_date (fixture, "2000");
  card_assert_shows (fixture, "Oil · under construction in 2000");
  g_assert_false (card_shows (fixture, "Capacity"));
  card_assert_shows (fixture, "No figure yet");

  set_date (fixture, "2003-05-18");
  card_assert_shows (fixture, "Oil · operating on 18 May 2003");
  card_assert_shows (fixture, "28.2\302\240Mt a year, since 2001");
  card_assert_shows (fixture, "14.8\302\240Mt in 2003");
  card_assert_shows (fixture, "uncertain");
  card_assert_shows (fixture, "Field – Hub & Sons – Sea, 1511\302\240km");

  set_date (fixture, "2005");
  card_assert_shows (fixture, "30.5\302\240Mt, estimated in 2005");

  set_date (fixture, "2009-06");
  card_assert_shows (fixture, "Oil · operating, interrupted in June 2009");
  card_assert_shows (fixture, "April 2009 – December 2009");
  card_assert_shows (fixture, "A rupture.");
  set_date (fixture, "2010-01");
  g_assert_false (card_shows (fixture, "A rupture."));

  set_date (fixture, "1995");
  card_assert_shows (fixture, "Oil · not there yet in 1995");
}

static void
pin (CardFixture *fixture, const char *text)
{
  JolDate date = { 0 };

  if (text)
    g_assert_true (jol_date_parse (text, &date));
  jol_session_set_compare (fixture->session, &date, JOL_ORIGIN_APP);
}

/* The head tells what became of the route, also as either date moves. */
static void
test_compared (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");
  pin (fixture, "1995");
  card_assert_shows (fixture, "1995 – July 2022 · Appeared: operating since 13 October 2001");
  pin (fixture, "2010");
  card_assert_shows (fixture, "2010 – July 2022 · Changed: capacity 28.2\302\240Mt a year → "
                              "67\302\240Mt a year since April 2018; flow reversed since 2020");
  set_date (fixture, "2012");
  card_assert_shows (fixture, "2010–2012 · As before: operating since 13 October 2001");
  set_date (fixture, "2025");
  card_assert_shows (fixture, "2010–2025 · Ended: idle since 2024");
  pin (fixture, NULL);
  g_assert_false (card_shows (fixture, "2010–2025 · Ended: idle since 2024"));
  card_assert_shows (fixture, "Oil · idle in 2025");
}

static void
test_owners (CardFixture *fixture, gconstpointer data)
{
  static const char some[] = "First Country\302\240"
                             "31\302\240%, Second Country\302\240"
                             "20.75"
                             "\302\240%, Third Company\302\240"
                             "15\302\240% and 2 more";
  static const char all[] = "First Country (a ministry)\302\240"
                            "31\302\240%, Second Country\302\240"
                            "20.75\302\240%, "
                            "Third Company\302\240"
                            "15\302\240%, Fourth Company\302\240"
                            "12.5\302\240%, Small Owner"
                            "\302\240"
                            "5\302\240%";

  select_thing (fixture, "line");
  follow_link (fixture, some, "all-owners");
  jol_test_wait_until (card_shows (fixture, all));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "line");
}

static void
test_history (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *began, *operating, *rupture;

  select_thing (fixture, "line");
  card_click (fixture, "History");
  began = card_get_button (fixture, "May 1999 · under construction");
  operating = card_get_button (fixture, "13 October 2001 · operating");
  card_assert_shows (fixture, "Work begins at both ends.");
  card_assert_shows (fixture, "2001 · 28.2\302\240Mt a year");
  card_assert_shows (fixture, "2020 · reversed");
  rupture = card_get_button (fixture, "April 2009 – December 2009");
  g_assert_true (gtk_widget_has_css_class (operating, "current"));
  gtk_test_accessible_assert_state (operating, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  g_signal_emit_by_name (began, "clicked");
  assert_date (fixture, "1999-05");
  card_assert_shows (fixture, "Oil · under construction in May 1999");
  g_assert_true (gtk_widget_has_css_class (began, "current"));
  g_assert_false (gtk_widget_has_css_class (operating, "current"));
  gtk_test_accessible_assert_state (operating, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  g_assert_false (gtk_widget_has_css_class (rupture, "current"));
  g_signal_emit_by_name (rupture, "clicked");
  assert_date (fixture, "2009-04");
  g_assert_true (gtk_widget_has_css_class (rupture, "current"));
}

static void
test_claims (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");
  card_click (fixture, "2 claims");
  card_assert_shows (fixture, "Partly supported");
  card_assert_shows (fixture, "Wrong");

  card_click (fixture, "Most oil goes this way.");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "most");
  card_assert_shows (fixture, "Partly supported");
  card_assert_shows (fixture, "Less than said, yet more than half.");
  card_assert_shows (fixture, "2022");
  card_assert_shows (fixture, "1 passage");
  follow_link (fixture, "Long Line, A storm stops loading, Kazakhstan", "storm");
  jol_test_wait_until (is_selected (fixture, "storm"));
}

static void
test_sources (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *paper, *book, *button;

  select_thing (fixture, "line");
  card_click (fixture, "3 sources");
  card_assert_shows (fixture, "The Institute, 22 February 2023");
  paper = gtk_widget_get_ancestor (jol_test_get_label (fixture->card, "A paper on pipelines"),
                                   JOL_TYPE_SOURCE_ROW);
  button = jol_test_find_child (paper, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "https://example.org/paper");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Open “A paper on pipelines” in the browser");

  book = gtk_widget_get_ancestor (jol_test_get_label (fixture->card, "A book without an address"),
                                  JOL_TYPE_SOURCE_ROW);
  g_assert_null (jol_test_find_child (book, GTK_TYPE_BUTTON));
  g_assert_nonnull (jol_test_get_label (book, "Cited from memory; no page was read."));
}

static void
set_span (CardFixture *fixture, const char *iso)
{
  JolSpan span = { 0 };

  if (*iso)
    g_assert_true (jol_span_parse (iso, &span));
  jol_session_set_span (fixture->session, &span, JOL_ORIGIN_APP);
}

static void
test_place (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");
  follow_link (fixture, "Sea – Hub & Sons – Field, 1511\302\240km", "field");
  jol_test_wait_until (is_selected (fixture, "field"));
  card_assert_shows (fixture, "Field");
  /* A fourth name is in letters that no font has. */
  card_assert_shows (fixture, "Поле · Кен орны");
  card_assert_shows (fixture, "Field · Kazakhstan");
  card_assert_shows (fixture, "Where the oil comes from.");
  card_assert_shows (fixture, "1 until July 2022");
  /* What a span narrows the map's count to is what the card says too. */
  set_span (fixture, "2021..2022");
  card_assert_shows (fixture, "1 (2021–2022)");
  set_span (fixture, "2021..2021");
  g_assert_false (card_shows (fixture, "Summits"));
  set_span (fixture, "");
  card_assert_shows (fixture, "1 until July 2022");
  card_assert_shows (fixture, "1 event");
  card_assert_shows (fixture, "1 passage");

  card_click (fixture, "2 routes");
  card_assert_shows (fixture, "Oil · operating");
  set_date (fixture, "2000");
  card_assert_shows (fixture, "Oil · under construction");
  g_assert_false (card_shows (fixture, "Summits"));
  card_click (fixture, "Other Line");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "other");
  /* As a whole. */
  card_assert_shows (fixture, "uncertain");
}

static void
test_event (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "opening");
  card_assert_shows (fixture, "Pipeline");
  card_assert_shows (fixture, "13 October 2001");
  card_assert_shows (fixture, "A ribbon is cut.");
  card_assert_shows (fixture, "Kazakhstan, United States, European Union");
  card_assert_shows (fixture, "Sea");
  card_assert_shows (fixture, "1 source");
  g_assert_false (card_shows (fixture, "uncertain"));
  follow_link (fixture, "Long Line", "line");
  jol_test_wait_until (is_selected (fixture, "line"));

  select_thing (fixture, "meeting");
  card_assert_shows (fixture, "29–30 June 2022");
  g_assert_false (card_shows (fixture, "Routes"));

  select_thing (fixture, "storm");
  card_assert_shows (fixture, "uncertain");
  card_assert_shows (fixture, "1 claim");
}

static void
test_sparkline (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *sparkline;
  g_autofree char *first = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *last = NULL;
  int width;

  select_thing (fixture, "line");
  sparkline = jol_test_find_child (fixture->card, JOL_TYPE_SPARKLINE);
  g_assert_nonnull (sparkline);
  gtk_test_accessible_assert_property (
      sparkline, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Carried each year, from 11.4\302\240Mt in 2002 to 58.7\302\240Mt in 2022");

  jol_test_wait_until (gtk_widget_get_width (sparkline) > 0);
  width = gtk_widget_get_width (sparkline);
  first = jol_sparkline_describe (JOL_SPARKLINE (sparkline), 0);
  g_assert_cmpstr (first, ==, "2002: 11.4\302\240Mt");
  gap = jol_sparkline_describe (JOL_SPARKLINE (sparkline), width / 2.0);
  g_assert_cmpstr (gap, ==, "2012: no figure");
  last = jol_sparkline_describe (JOL_SPARKLINE (sparkline), width);
  g_assert_cmpstr (last, ==, "2022: 58.7\302\240Mt");
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/card-pages/" name, CardFixture, NULL, card_fixture_set_up, func,                   \
              card_fixture_tear_down)
  ADD ("route", test_route);
  ADD ("date", test_date);
  ADD ("compared", test_compared);
  ADD ("owners", test_owners);
  ADD ("history", test_history);
  ADD ("claims", test_claims);
  ADD ("sources", test_sources);
  ADD ("place", test_place);
  ADD ("event", test_event);
  ADD ("sparkline", test_sparkline);
#undef ADD

  return jol_test_run ();
}
