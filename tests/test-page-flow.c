/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines and pages: nothing is lost, and nothing is torn that belongs together. */
#include "config.h"

#include "jol-canvas-svg.h"
#include "jol-page-flow.h"
#include "jol-test-util.h"

#include <string.h>

static const JolFont font = { .size_px = 10.0, .color = { 0, 0, 0, 1 } };
static const JolPageFrame frame = { .width = 100.0, .height = 100.0, .n_columns = 1 };

/* @n lines, each 10 high and of one word. */
static JolPageText *
make_lines (guint n, const char *word)
{
  g_autoptr (GString) string = g_string_new (NULL);
  JolPageText *text;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, "%s%s%u", i > 0 ? "\n" : "", word, i);
  text = jol_page_text_new_with (string->str, &font);
  jol_page_text_lay_out (text, 100.0, 1.0, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_page_text_get_n_lines (text), ==, n);
  return text;
}

static guint
add (JolPageFlow *flow, guint n_lines, const char *word, gboolean keeps_next)
{
  return jol_page_flow_add_text (flow, make_lines (n_lines, word), NULL,
                                 &(JolPageStyle){ .keeps_next = keeps_next });
}

static char *
draw (const JolPageFlow *flow, guint page)
{
  const JolSvgHead head = { NULL };
  g_autoptr (JolCanvas) canvas = jol_canvas_svg_new (100, 100, &head);
  g_autoptr (GBytes) bytes = NULL;

  jol_page_flow_draw_page (flow, page, canvas);
  bytes = jol_canvas_svg_finish (canvas);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_page (const JolPageFlow *flow, guint page, const char *first, const char *not_there)
{
  g_autofree char *svg = draw (flow, page);
  const char *text = strstr (svg, "<text");
  g_autofree char *wanted = g_strdup_printf (">%s<", first);
  g_autofree char *unwanted = g_strdup_printf (">%s<", not_there);

  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (strchr (text, '>'), wanted));
  g_assert_null (strstr (svg, unwanted));
}

static void
test_break (void)
{
  g_autoptr (JolPageText) text =
      jol_page_text_new_with ("one two three four five six seven", &font);
  double width;

  jol_text_measure ("one two three", &font, &width, NULL, NULL);
  jol_page_text_lay_out (text, width + 1.0, 1.5, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_page_text_get_n_lines (text), ==, 3);
  g_assert_cmpfloat (jol_page_text_get_height (text, 0, 2), ==, 30.0);
  g_assert_cmpfloat (jol_page_text_get_width (text), <=, width + 1.0);
}

/* A title does not leave a word alone in its last line. */
static void
test_even (void)
{
  g_autoptr (JolPageText) text = jol_page_text_new_with ("from one partner to many", &font);
  double width, whole, half;

  jol_text_measure ("from one partner to many", &font, &whole, NULL, NULL);
  jol_text_measure ("partner to many", &font, &half, NULL, NULL);
  jol_page_text_lay_out_evenly (text, whole - 1.0, 1.0, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_page_text_get_n_lines (text), ==, 2);
  width = jol_page_text_get_width (text);
  g_assert_cmpfloat (width, <=, half + 1.0);
  jol_page_text_lay_out_evenly (text, whole + 1.0, 1.0, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_page_text_get_n_lines (text), ==, 1);
}

/* What is too long for any line is broken in itself, and nothing of it is lost. */
static void
test_long_word (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();
  const char *address = "https://example.org/a-very-long-address/that/has/no/end?in=sight";
  JolPageText *text = jol_page_text_new_with (address, &font);
  g_autofree char *svg = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  jol_page_text_lay_out (text, 60.0, 1.0, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_page_text_get_n_lines (text), >, 3);
  g_assert_cmpfloat (jol_page_text_get_width (text), <=, 60.0);
  jol_page_flow_add_text (flow, text, NULL, &(JolPageStyle){ 0 });
  jol_page_flow_lay_out (flow, &frame, &frame);
  svg = draw (flow, 0);
  for (const char *at = strstr (svg, "<text"); at; at = strstr (at, "<text"))
    {
      at = strchr (at, '>') + 1;
      g_string_append_len (found, at, strchr (at, '<') - at);
    }
  g_assert_cmpstr (found->str, ==, address);
}

static void
test_ellipsis (void)
{
  g_autoptr (JolPageText) text = make_lines (5, "line");

  jol_page_text_cut (text, 2);
  g_assert_cmpuint (jol_page_text_get_n_lines (text), ==, 2);
}

/* Ten lines fit; of eleven, no line stands alone on the second page. */
static void
test_no_widow (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();

  add (flow, 11, "a", FALSE);
  jol_page_flow_lay_out (flow, &frame, &frame);
  g_assert_cmpuint (jol_page_flow_get_n_pages (flow), ==, 2);
  assert_page (flow, 0, "a0", "a9");
  assert_page (flow, 1, "a9", "a8");
}

/* With room for one line, a paragraph begins on the next page. */
static void
test_no_orphan (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();

  add (flow, 9, "a", FALSE);
  add (flow, 5, "b", FALSE);
  jol_page_flow_lay_out (flow, &frame, &frame);
  assert_page (flow, 0, "a0", "b0");
  assert_page (flow, 1, "b0", "a8");
}

static void
test_heading (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();
  guint heading, page;
  double y;

  add (flow, 8, "a", FALSE);
  heading = add (flow, 1, "head", TRUE);
  add (flow, 5, "b", FALSE);
  jol_page_flow_lay_out (flow, &frame, &frame);
  assert_page (flow, 0, "a0", "head0");
  assert_page (flow, 1, "head0", "a7");
  jol_page_flow_find_block (flow, heading, &page, &y);
  g_assert_cmpuint (page, ==, 1);
  g_assert_cmpfloat (y, ==, 0.0);
}

static void
paint_cb (JolCanvas *canvas, double width, double height, gpointer data)
{
  jol_canvas_text (canvas, data, &font, 0.0, height, 0.0, JOL_ANCHOR_START);
}

/* A picture that has no room waits for the next page, and the text goes on. */
static void
test_float (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();

  add (flow, 6, "a", FALSE);
  jol_page_flow_add_box (flow, 60.0, paint_cb, (gpointer) "picture", NULL,
                         &(JolPageStyle){ .floats = TRUE });
  add (flow, 8, "b", FALSE);
  jol_page_flow_lay_out (flow, &frame, &frame);
  g_assert_cmpuint (jol_page_flow_get_n_pages (flow), ==, 2);
  assert_page (flow, 0, "a0", "picture");
  assert_page (flow, 1, "picture", "b3");
}

/* Where a group goes on, its head is said again. */
static void
test_repeat (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();
  const guint head =
      jol_page_flow_add_box (flow, 10.0, paint_cb, (gpointer) "2022", NULL,
                             &(JolPageStyle){ .keeps_next = TRUE, .begins_group = TRUE });

  jol_page_flow_set_repeat (flow, head, 10.0, paint_cb, (gpointer) "again", NULL);
  for (guint i = 0; i < 20; i++)
    add (flow, 1, "row", FALSE);
  jol_page_flow_lay_out (flow, &frame, &frame);
  g_assert_cmpuint (jol_page_flow_get_n_pages (flow), ==, 3);
  assert_page (flow, 0, "2022", "again");
  assert_page (flow, 1, "again", "2022");
  assert_page (flow, 2, "again", "2022");
}

/* Columns are filled one after another; a box higher than any is set all the same. */
static void
test_columns (void)
{
  g_autoptr (JolPageFlow) flow = jol_page_flow_new ();
  JolPageFrame two = frame;

  two.n_columns = 2;
  two.width = 210.0;
  two.column_gap = 10.0;
  add (flow, 15, "a", FALSE);
  jol_page_flow_add_box (flow, 500.0, paint_cb, (gpointer) "tower", NULL, &(JolPageStyle){ 0 });
  jol_page_flow_lay_out (flow, &two, &two);
  g_assert_cmpuint (jol_page_flow_get_n_pages (flow), ==, 2);
  assert_page (flow, 0, "a0", "tower");
  assert_page (flow, 1, "tower", "a14");
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/page-flow/break", test_break);
  g_test_add_func ("/page-flow/even", test_even);
  g_test_add_func ("/page-flow/long-word", test_long_word);
  g_test_add_func ("/page-flow/ellipsis", test_ellipsis);
  g_test_add_func ("/page-flow/no-widow", test_no_widow);
  g_test_add_func ("/page-flow/no-orphan", test_no_orphan);
  g_test_add_func ("/page-flow/heading", test_heading);
  g_test_add_func ("/page-flow/float", test_float);
  g_test_add_func ("/page-flow/repeat", test_repeat);
  g_test_add_func ("/page-flow/columns", test_columns);

  return jol_test_run ();
}
