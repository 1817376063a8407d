/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-svg-write.h"

#include <math.h>

void
jol_svg_append_number (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  /* Written so that neither NaN nor what no reader could hold gets into a file. */
  if (!(fabs (value) < 1e9))
    value = 0.0;

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  if (length == 2 && digits[0] == '-' && digits[1] == '0')
    g_string_append_c (out, '0');
  else
    g_string_append_len (out, digits, (gssize) length);
}

/* Char of XML 1.0, 2.2. */
static gboolean
is_xml_char (gunichar c)
{
  return c == 0x9 || c == 0xa || c == 0xd || (c >= 0x20 && c <= 0xd7ff) ||
         (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
}

void
jol_svg_append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (is_xml_char (c))
        g_string_append_unichar (out, c);
    }
}

void
jol_svg_append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  jol_svg_append_escaped (out, value);
  g_string_append_c (out, '"');
}

void
jol_svg_append_number_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  jol_svg_append_number (out, value);
  g_string_append_c (out, '"');
}

void
jol_svg_append_paint (GString *out, const char *name, const JolColor *color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name,
                          (guint) lround (CLAMP (color->red, 0.0, 1.0) * 255.0),
                          (guint) lround (CLAMP (color->green, 0.0, 1.0) * 255.0),
                          (guint) lround (CLAMP (color->blue, 0.0, 1.0) * 255.0));
  if (color->alpha < 1.0)
    {
      g_string_append_printf (out, " %s-opacity=\"", name);
      jol_svg_append_number (out, color->alpha);
      g_string_append_c (out, '"');
    }
}

void
jol_svg_append_stroke (GString *out, const JolStroke *stroke)
{
  jol_svg_append_paint (out, "stroke", &stroke->color);
  jol_svg_append_number_attribute (out, "stroke-width", stroke->width_px);
  if (stroke->cap == JOL_CAP_ROUND)
    g_string_append (out, " stroke-linecap=\"round\"");
  if (stroke->dash_px && stroke->n_dash > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      for (guint i = 0; i < stroke->n_dash; i++)
        {
          if (i > 0)
            g_string_append_c (out, ' ');
          jol_svg_append_number (out, stroke->dash_px[i]);
        }
      g_string_append_c (out, '"');
    }
}

void
jol_svg_append_element (GString *out, const char *name, const char *text)
{
  if (!text || !*text)
    return;

  g_string_append_printf (out, "<%s>", name);
  jol_svg_append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}
