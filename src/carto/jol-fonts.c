/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-fonts.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

gboolean
jol_fonts_exist (GError **error)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *any = pango_font_description_from_string ("Sans");
  /* The list of families is no answer: "Sans" and the like are always in it. */
  PangoFont *font = pango_font_map_load_font (map, context, any);
  const gboolean exists = font != NULL;

  if (!exists)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("no font is installed, and without one no text can be drawn"));
  g_clear_object (&font);
  pango_font_description_free (any);
  g_object_unref (context);
  return exists;
}
