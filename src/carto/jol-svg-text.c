/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text of an SVG is text: it can be searched, edited and restyled.
 *
 * A straight one is told how wide it is, so that it keeps its room where the font is not at hand.
 * One along a line is an element for each cluster of letters, because common readers (librsvg among
 * them) know no text along a path; the group around them says the whole name.
 */
#include "config.h"
#include "jol-svg-write.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "jol-lettering-curve.h"
#include "jol-lettering.h"

static double
to_degrees (double radians)
{
  return radians * 180.0 / G_PI;
}

static void
append_style (GString *out, const char *text, const JolFont *font)
{
  jol_svg_append_number_attribute (out, "font-size", font->size_px);
  if (font->style == JOL_FONT_BOLD)
    g_string_append (out, " font-weight=\"600\"");
  if (jol_lettering_is_slanted (text, font))
    g_string_append (out, " font-style=\"italic\"");
  jol_svg_append_paint (out, "fill", &font->color);
  /* The halo first, or it would eat into the letters. */
  if (font->halo.alpha > 0.0 && font->halo_px > 0.0)
    {
      g_string_append (out, " paint-order=\"stroke\"");
      jol_svg_append_stroke (out,
                             &(JolStroke){ .color = font->halo, .width_px = 2.0 * font->halo_px });
    }
}

static void
append_place (GString *out, double x, double y, double angle)
{
  jol_svg_append_number_attribute (out, "x", x);
  jol_svg_append_number_attribute (out, "y", y);
  if (fabs (angle) < 1e-4)
    return;

  g_string_append (out, " transform=\"rotate(");
  jol_svg_append_number (out, to_degrees (angle));
  g_string_append_c (out, ' ');
  jol_svg_append_number (out, x);
  g_string_append_c (out, ' ');
  jol_svg_append_number (out, y);
  g_string_append (out, ")\"");
}

static void
append_anchor (GString *out, JolAnchor anchor)
{
  if (anchor == JOL_ANCHOR_MIDDLE)
    g_string_append (out, " text-anchor=\"middle\"");
  else if (anchor == JOL_ANCHOR_END)
    g_string_append (out, " text-anchor=\"end\"");
}

void
jol_svg_append_text (GString *out,
                     const char *text,
                     const JolFont *font,
                     double x,
                     double y,
                     double angle,
                     JolAnchor anchor)
{
  double letter_px, word_px, width;

  g_string_append (out, "<text");
  append_place (out, x, y, angle);
  append_anchor (out, anchor);
  /* Else a reader drops them, and stretches the rest over their room. */
  if (*text == ' ' || g_str_has_suffix (text, " ") || strstr (text, "  "))
    g_string_append (out, " xml:space=\"preserve\"");
  append_style (out, text, font);
  if (jol_lettering_get_spacing (text, font, &letter_px, &word_px))
    {
      jol_svg_append_number_attribute (out, "letter-spacing", letter_px);
      jol_svg_append_number_attribute (out, "word-spacing", word_px);
    }
  else
    {
      jol_text_measure (text, font, &width, NULL, NULL);
      if (width > 0.0)
        {
          jol_svg_append_number_attribute (out, "textLength", width);
          g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
        }
    }
  g_string_append_c (out, '>');
  jol_svg_append_escaped (out, text);
  g_string_append (out, "</text>\n");
}

typedef struct
{
  GString *out;
  double x, y;
} Letters;

static void
append_cluster_cb (const char *text, double x, double y, double angle, gpointer data)
{
  Letters *letters = data;

  g_string_append (letters->out, "<text");
  append_place (letters->out, letters->x + x, letters->y + y, angle);
  g_string_append (letters->out, " text-anchor=\"middle\">");
  jol_svg_append_escaped (letters->out, text);
  g_string_append (letters->out, "</text>");
}

void
jol_svg_append_text_on_path (GString *out,
                             const char *text,
                             const JolFont *font,
                             const double *xy,
                             guint n_points,
                             double start_px)
{
  const JolLettering lettering = {
    .text = text, .font = font, .xy = xy, .n_points = n_points, .start_px = start_px
  };
  Letters letters = { out, xy[0], xy[1] };

  g_string_append (out, "<g role=\"img\"");
  jol_svg_append_attribute (out, "aria-label", text);
  append_style (out, text, font);
  g_string_append (out, ">");
  jol_lettering_each_cluster (&lettering, append_cluster_cb, &letters);
  g_string_append (out, "</g>\n");
}
