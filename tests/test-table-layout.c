/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-table-layout.h"
#include "jol-test-util.h"

#include <pango/pangocairo.h>
#include <string.h>

#define N_COLUMNS 3

static const JolTableText figures[] = {
  { "Way", NULL },
  { "Capacity, Mt a year", NULL },
  { "What is said of it", NULL },
  { "Samara", NULL },
  { "17.5", NULL },
  { "a line to the north", NULL },
  { "Caspian", NULL },
  { "67", NULL },
  { "shared with many owners", NULL },
  { "Rail", NULL },
  { "–", NULL },
  { "", NULL },
  { "Aktau tankers", NULL },
  { "5.25", NULL },
  { "to ports", NULL },
  { "Baku", NULL },
  { "about 60", NULL },
  { "in the pipe", NULL },
};

static JolTableLayout *
lay_out_rows (guint n_rows, int width_px)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 12px");
  JolTableLayout *layout =
      jol_table_layout_new (context, font, figures, n_rows, N_COLUMNS, width_px);

  g_object_unref (context);
  return layout;
}

static JolTableLayout *
lay_out (int width_px)
{
  return lay_out_rows (G_N_ELEMENTS (figures) / N_COLUMNS, width_px);
}

/* Where the whole part of a figure ends, in px of the table. */
static int
get_point_x (JolTableLayout *layout, guint row)
{
  const JolTableCell *cell = jol_table_layout_get_cell (layout, row, 1);
  const char *text = pango_layout_get_text (cell->layout);
  int point = jol_table_find_decimal_point (text);
  PangoRectangle at;

  pango_layout_index_to_pos (cell->layout, point < 0 ? (int) strlen (text) : point, &at);
  return cell->x + PANGO_PIXELS (at.x);
}

static void
get_area (JolTableLayout *layout, guint row, guint column, PangoRectangle *area_out)
{
  const JolTableCell *cell = jol_table_layout_get_cell (layout, row, column);

  pango_layout_get_pixel_extents (cell->layout, NULL, area_out);
  area_out->x += cell->x;
  area_out->y += cell->y;
}

static void
test_decimal_point (void)
{
  static const struct
  {
    const char *text;
    int point;
  } cases[] = {
    { "8.8", 1 },
    { "28,25", 2 },
    { "12,000", 6 },
    { "1,234.5", 5 },
    { "1 200", 5 },
    { "67", 2 },
    { "−0.5", 4 },
    { "about 56", 8 },
    { "≈ 3.5", 5 },
    { "17%", 2 },
    { "17.5 %", 2 },
    { "8.8[3]", 1 },
    { "40[12, 5]", 2 },
    { "40[see]", -1 },
    { "2022", 4 },
    { "", -1 },
    { "–", -1 },
    { "unknown", -1 },
    { "60 in the pipe", -1 },
    { "11.2, of it", -1 },
    { "1.2.3", -1 },
    { "5–11 Jul", -1 },
    { "1991–2000", -1 },
    { "a rather long way to 5", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (jol_table_find_decimal_point (cases[i].text), ==, cases[i].point);
    }
}

/* Figures under each other by their points, right of the words that name them. */
static void
test_figures (void)
{
  g_autoptr (JolTableLayout) layout = lay_out (2000);
  PangoRectangle name, figure;

  g_assert_false (jol_table_layout_is_stacked (layout));
  for (guint row = 2; row < jol_table_layout_get_n_rows (layout); row++)
    g_assert_cmpint (ABS (get_point_x (layout, row) - get_point_x (layout, 1)), <=, 1);
  for (guint row = 0; row < jol_table_layout_get_n_rows (layout); row++)
    {
      get_area (layout, row, 0, &name);
      get_area (layout, row, 1, &figure);
      g_assert_cmpint (name.x, ==, 0);
      g_assert_cmpint (name.x + name.width, <, figure.x);
    }
  /* With room for all, nothing is wrapped and the table is no wider than its words. */
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_cmpint (pango_layout_get_line_count (
                         jol_table_layout_get_cell (layout, i / N_COLUMNS, i % N_COLUMNS)->layout),
                     ==, 1);
  g_assert_cmpint (jol_table_layout_get_width (layout), <, 600);
}

/* Whatever the width, words stay in the table and in their row, and no two cells meet. */
static void
test_widths (void)
{
  gboolean was_stacked = FALSE, was_wrapped = FALSE;

  for (int width_px = 120; width_px < 700; width_px += 7)
    {
      g_autoptr (JolTableLayout) layout = lay_out (width_px);

      was_stacked |= jol_table_layout_is_stacked (layout);
      for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
        {
          const JolTableCell *cell =
              jol_table_layout_get_cell (layout, i / N_COLUMNS, i % N_COLUMNS);
          PangoRectangle area, other;

          get_area (layout, i / N_COLUMNS, i % N_COLUMNS, &area);
          g_assert_cmpint (area.x, >=, 0);
          g_assert_cmpint (area.x + area.width, <=, width_px);
          g_assert_cmpint (area.y, >=, 0);
          g_assert_cmpint (area.y + area.height, <=,
                           jol_table_layout_get_row_height (layout, cell->row));
          was_wrapped |= !jol_table_layout_is_stacked (layout) &&
                         pango_layout_get_line_count (cell->layout) > 1;
          for (guint j = 0; j < i; j++)
            {
              if (jol_table_layout_get_cell (layout, j / N_COLUMNS, j % N_COLUMNS)->row !=
                  cell->row)
                continue;
              get_area (layout, j / N_COLUMNS, j % N_COLUMNS, &other);
              g_assert_true (area.width == 0 || other.width == 0 ||
                             area.x >= other.x + other.width || other.x >= area.x + area.width ||
                             area.y >= other.y + other.height || other.y >= area.y + area.height);
            }
        }
    }

  g_assert_true (was_stacked);
  g_assert_true (was_wrapped);
}

/* Stacked, each row says all heads; the first says them itself. */
static void
test_stacked (void)
{
  g_autoptr (JolTableLayout) layout = lay_out (150);
  guint n_labels[6] = { 0 };

  g_assert_true (jol_table_layout_is_stacked (layout));
  for (guint column = 0; column < N_COLUMNS; column++)
    g_assert_cmpuint (jol_table_layout_get_cell (layout, 0, column)->row, ==, 1);
  for (guint i = 0; i < jol_table_layout_get_n_labels (layout); i++)
    n_labels[jol_table_layout_get_label (layout, i)->row]++;
  g_assert_cmpuint (n_labels[0] + n_labels[1], ==, 0);
  g_assert_cmpuint (n_labels[2], ==, 3);
  /* But not of a cell with nothing in it. */
  g_assert_cmpuint (n_labels[3], ==, 2);
  g_assert_cmpuint (n_labels[5], ==, 3);
}

static void
test_heads_alone (void)
{
  g_autoptr (JolTableLayout) layout = lay_out_rows (1, 20);

  g_assert_false (jol_table_layout_is_stacked (layout));
  g_assert_cmpint (jol_table_layout_get_row_height (layout, 0), >, 0);
}

static void
test_columns_of_figures (void)
{
  static const char *const shares[] = { "24", "–", "about 56", "", "unknown" };
  static const char *const notes[] = { "24", "yearly", "unknown" };

  g_assert_true (jol_table_has_figures (shares, G_N_ELEMENTS (shares), 1));
  /* The first column names the rows, as years do. */
  g_assert_false (jol_table_has_figures (shares, G_N_ELEMENTS (shares), 0));
  g_assert_false (jol_table_has_figures (notes, G_N_ELEMENTS (notes), 1));
  g_assert_cmpint (jol_table_find_point ("–"), ==, (int) strlen ("–"));
  g_assert_cmpint (jol_table_find_point ("8.25"), ==, 1);
  g_assert_cmpint (jol_table_find_point ("unknown"), ==, -1);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/table-layout/columns-of-figures", test_columns_of_figures);
  g_test_add_func ("/table-layout/decimal-point", test_decimal_point);
  g_test_add_func ("/table-layout/figures", test_figures);
  g_test_add_func ("/table-layout/widths", test_widths);
  g_test_add_func ("/table-layout/stacked", test_stacked);
  g_test_add_func ("/table-layout/heads-alone", test_heads_alone);
  return jol_test_run ();
}
