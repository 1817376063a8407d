/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-canvas-svg.h"
#include "jol-test-util.h"

#include <string.h>

static const JolColor red = { 1, 0, 0, 1 };
static const JolColor glass = { 0, 0, 1, 0.5 };
static const JolFont plain = { .size_px = 20, .color = { 0, 0, 0, 1 } };

static JolCanvas *
make_canvas (void)
{
  return jol_canvas_svg_new (200, 100, &(JolSvgHead){ "A & B", "What is \"seen\"", "kk", NULL });
}

/* What a reader of XML finds, or the test ends. */
static void
check_markup (const char *svg)
{
  const GMarkupParser nothing = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static char *
finish (JolCanvas *canvas)
{
  g_autoptr (GBytes) bytes = jol_canvas_svg_finish (canvas);
  char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_finalize_object (canvas);
  check_markup (svg);
  return svg;
}

static void
assert_has (const char *svg, const char *part)
{
  if (!strstr (svg, part))
    g_error ("no %s in:\n%s", part, svg);
}

static void
test_head (void)
{
  g_autofree char *svg = finish (make_canvas ());

  assert_has (svg, "width=\"200\" height=\"100\" viewBox=\"0 0 200 100\"");
  assert_has (svg, "xml:lang=\"kk\"");
  assert_has (svg, "<title>A &amp; B</title>");
  assert_has (svg, "<desc>What is &quot;seen&quot;</desc>");
}

/* Whatever a story calls its things. */
static void
test_ids (void)
{
  JolCanvas *canvas = make_canvas ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *svg = NULL;
  g_auto (GStrv) parts = NULL;

  jol_canvas_begin_group (canvas, "jol-clip-1", NULL, NULL);
  jol_canvas_clip_rect (canvas, 0, 0, 10, 10);
  jol_canvas_begin_group (canvas, "jol-clip-3", NULL, NULL);
  jol_canvas_clip_rect (canvas, 0, 0, 10, 10);
  jol_canvas_end_group (canvas);
  jol_canvas_begin_group (canvas, "jol-clip-2", NULL, NULL);
  jol_canvas_end_group (canvas);
  jol_canvas_end_group (canvas);
  svg = finish (canvas);

  parts = g_strsplit (svg, " id=\"", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 6);
  for (guint i = 1; parts[i]; i++)
    g_assert_true (g_hash_table_add (seen, g_strndup (parts[i], strcspn (parts[i], "\""))));
}

static void
test_shapes (void)
{
  const double dash[] = { 4, 2.5 };
  JolCanvas *canvas = make_canvas ();
  g_autofree char *svg = NULL;

  jol_canvas_move_to (canvas, 1, 2);
  jol_canvas_line_to (canvas, 3.14159, -0.001);
  jol_canvas_line_to (canvas, 5, 6);
  jol_canvas_close_path (canvas);
  jol_canvas_fill_stroke (canvas, &red, &(JolStroke){ .color = glass, .width_px = 2 });
  jol_canvas_move_to (canvas, 0, 0);
  jol_canvas_curve_to (canvas, 1, 1, 2, 2, 3, 3);
  jol_canvas_stroke (canvas,
                     &(JolStroke){ .color = red, .width_px = 1, .dash_px = dash, .n_dash = 2 });
  jol_canvas_circle (canvas, 50, 50, 10);
  jol_canvas_fill (canvas, &red);
  jol_canvas_fill (canvas, &glass); /* nothing */
  svg = finish (canvas);

  assert_has (svg, "<path d=\"M1 2L3.14 0 5 6Z\" fill=\"#ff0000\" stroke=\"#0000ff\" "
                   "stroke-opacity=\"0.5\" stroke-width=\"2\"/>");
  assert_has (svg, "<path d=\"M0 0C1 1 2 2 3 3\" fill=\"none\" stroke=\"#ff0000\" "
                   "stroke-width=\"1\" stroke-dasharray=\"4 2.5\"/>");
  assert_has (svg, "<path d=\"M40 50a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z\" fill=\"#ff0000\"/>");
  g_assert_null (strstr (svg, "fill=\"#0000ff\""));
}

static void
test_groups (void)
{
  JolCanvas *canvas = make_canvas ();
  g_autofree char *svg = NULL;

  jol_canvas_begin_group (canvas, "cpc", "A <pipe>", "Oil");
  jol_canvas_clip_rect (canvas, 0, 0, 10, 10);
  jol_canvas_begin_link (canvas, "https://example.org/?a=1&b='2'");
  jol_canvas_text (canvas, "Tengiz", &plain, 5, 5, 0, JOL_ANCHOR_START);
  jol_canvas_end_link (canvas);
  jol_canvas_end_group (canvas);
  jol_canvas_begin_group (canvas, "cpc", NULL, NULL);
  jol_canvas_end_group (canvas);
  svg = finish (canvas);

  assert_has (svg, "<g id=\"cpc\">\n<title>A &lt;pipe&gt;</title>\n<desc>Oil</desc>");
  assert_has (svg, "<g clip-path=\"url(#jol-clip-1)\">");
  assert_has (svg, " href=\"https://example.org/?a=1&amp;b='2'\"");
  assert_has (svg, "</a>\n</g>\n</g>\n<g id=\"cpc-2\">");
}

/* Text can be read in the file, whatever it holds. */
static void
test_text (void)
{
  const double line[] = { 10, 50, 190, 50 };
  const JolFont spaced = { .size_px = 10,
                           .style = JOL_FONT_ITALIC,
                           .spacing_px = 2,
                           .color = red,
                           .halo = glass,
                           .halo_px = 1.5 };
  JolCanvas *canvas = make_canvas ();
  g_autofree char *svg = NULL;

  jol_canvas_text (canvas, "Теңіз <&\x01>", &plain, 100, 50, G_PI / 2, JOL_ANCHOR_MIDDLE);
  jol_canvas_text (canvas, "Sea", &spaced, 1, 2, 0, JOL_ANCHOR_END);
  jol_canvas_text (canvas, "", &plain, 0, 0, 0, JOL_ANCHOR_START);
  jol_canvas_text (canvas, "40 ", &plain, 3, 4, 0, JOL_ANCHOR_START);
  jol_canvas_text_on_path (canvas, "Ili", &plain, line, 2, 0);
  svg = finish (canvas);

  assert_has (svg, "<text x=\"100\" y=\"50\" transform=\"rotate(90 100 50)\" "
                   "text-anchor=\"middle\" font-size=\"20\"");
  assert_has (svg, ">Теңіз &lt;&amp;&gt;</text>");
  assert_has (svg, "text-anchor=\"end\" font-size=\"10\" font-style=\"italic\" fill=\"#ff0000\" "
                   "paint-order=\"stroke\" stroke=\"#0000ff\" stroke-opacity=\"0.5\" "
                   "stroke-width=\"3\" letter-spacing=\"2\" word-spacing=\"2\">Sea</text>");
  assert_has (svg, "<text x=\"3\" y=\"4\" xml:space=\"preserve\"");
  assert_has (svg, "aria-label=\"Ili\"");
  assert_has (svg, ">I</text><text");
  assert_has (svg, ">i</text></g>");
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/canvas-svg/head", test_head);
  g_test_add_func ("/canvas-svg/ids", test_ids);
  g_test_add_func ("/canvas-svg/shapes", test_shapes);
  g_test_add_func ("/canvas-svg/groups", test_groups);
  g_test_add_func ("/canvas-svg/text", test_text);

  return jol_test_run ();
}
