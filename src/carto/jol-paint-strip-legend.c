/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-paint-strip.h"

#include <string.h>

#define SWATCH_PX 9.0
#define ROW_PX 15.0
#define GAP_PX 10.0
/* Where more rows would be needed, names are shortened. */
#define FULL_ROWS 2
#define SHORT_ROWS 3

typedef enum
{
  NAMES_FULL,
  NAMES_SHORT,    /* without what is in brackets */
  NAMES_SHORTEST, /* nor what follows a comma */
} Names;

typedef struct
{
  double width;
  double x, y;
  double natural;
  gboolean is_empty;
} Rows;

static char *
get_name (const JolStripBand *band, Names names)
{
  const char *bracket = names >= NAMES_SHORT ? strstr (band->name, " (") : NULL;
  char *name = bracket ? g_strndup (band->name, bracket - band->name) : g_strdup (band->name);
  char *comma = names >= NAMES_SHORTEST ? strstr (name, ", ") : NULL;

  if (comma)
    *comma = '\0';
  return name;
}

static double
get_text_width (const char *text, const JolFont *font)
{
  double width = 0;

  if (text && *text)
    jol_text_measure (text, font, &width, NULL, NULL);
  return width;
}

/* Finds room for the next thing, where x and y then are. */
static void
take_room (Rows *rows, double item_px)
{
  rows->natural += item_px + (rows->is_empty ? 0 : GAP_PX);
  rows->is_empty = FALSE;
  if (rows->x > 0 && rows->x + item_px > rows->width)
    {
      rows->x = 0;
      rows->y += ROW_PX;
    }
}

/* Returns the height. */
static double
lay_out (const JolStripBand *bands,
         guint n_bands,
         const char *note,
         const char *widest_note,
         JolTheme theme,
         double width,
         Names names,
         double *natural_out,
         JolCanvas *canvas)
{
  const JolFont plain = { .size_px = 11, .color = jol_palette_get (theme, JOL_COLOR_TEXT_DIM) };
  const JolFont strong = { .size_px = 11, .color = jol_palette_get (theme, JOL_COLOR_TEXT) };
  const JolFont bold = { .size_px = 11, .style = JOL_FONT_BOLD, .color = strong.color };
  Rows rows = { .width = width, .is_empty = TRUE };

  for (guint i = 0; i < n_bands; i++)
    {
      g_autofree char *name = get_name (&bands[i], names);
      /* As wide as it would be if it were selected, so that a selection moves nothing. */
      double name_px = get_text_width (name, &bold);
      double value_px = get_text_width (bands[i].widest_value, &strong);
      double item_px = SWATCH_PX + 5 + name_px + (value_px > 0 ? 5 + value_px : 0);

      take_room (&rows, item_px);
      if (canvas)
        {
          jol_canvas_rect (canvas, rows.x, rows.y + (ROW_PX - SWATCH_PX) / 2, SWATCH_PX, SWATCH_PX,
                           2);
          jol_canvas_fill (canvas, &bands[i].color);
          jol_canvas_text (canvas, name, bands[i].is_selected ? &bold : &plain,
                           rows.x + SWATCH_PX + 5, rows.y + 12, 0, JOL_ANCHOR_START);
          if (bands[i].value)
            jol_canvas_text (canvas, bands[i].value, &strong, rows.x + SWATCH_PX + 10 + name_px,
                             rows.y + 12, 0, JOL_ANCHOR_START);
        }
      rows.x += item_px + GAP_PX;
    }
  if (widest_note && n_bands > 0)
    {
      JolFont italic = plain;

      italic.style = JOL_FONT_ITALIC;
      take_room (&rows, get_text_width (widest_note, &italic));
      if (canvas && note)
        jol_canvas_text (canvas, note, &italic, rows.x, rows.y + 12, 0, JOL_ANCHOR_START);
    }

  if (natural_out)
    *natural_out = rows.natural;
  return n_bands > 0 ? rows.y + ROW_PX : 0;
}

double
jol_paint_strip_legend (const JolStripBand *bands,
                        guint n_bands,
                        const char *note,
                        const char *widest_note,
                        JolTheme theme,
                        double width,
                        double *natural_out,
                        JolCanvas *canvas)
{
  static const double most_rows[] = { FULL_ROWS, SHORT_ROWS, G_MAXDOUBLE };
  guint names = NAMES_FULL;
  double height =
      lay_out (bands, n_bands, note, widest_note, theme, width, NAMES_FULL, natural_out, NULL);

  while (height > most_rows[names] * ROW_PX)
    height = lay_out (bands, n_bands, note, widest_note, theme, width, (Names) ++names, NULL, NULL);

  if (canvas)
    lay_out (bands, n_bands, note, widest_note, theme, width, (Names) names, NULL, canvas);
  return height;
}
