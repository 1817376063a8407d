/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-fit.h"

#include "jol-error.h"

#include <glib/gi18n.h>

/* A picture is looked at as a whole, on a screen or a sheet; names on the map are 11 units high. On
 * a screen of 1280 px that is no more than five px from here on. */
#define MAX_LEGIBLE_SIDE 2560.0
/* Below this the names on the map take all of it. */
#define MIN_USEFUL_SIDE 200.0

static void
add_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

gboolean
jol_export_fit_check (JolDocument *document,
                      const JolExportChoice *choice,
                      const JolExportOptions *options,
                      GError **error)
{
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  return jol_document_check_files (document, choice->format, error) &&
         jol_export_check_size (width, height, options->scale, error);
}

char *
jol_export_fit_describe (JolDocument *document, const JolExportChoice *choice)
{
  const JolScene *scene = jol_document_get_scene (document);
  g_autoptr (GString) text = g_string_new (NULL);
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  if (scene && !jol_painter_has_room (scene, jol_export_choice_get_passes (choice)))
    add_line (text, _ ("Title, legend, scale bar and credits have no room beside each other. Leave "
                       "some out, or choose a larger size."));
  if (!jol_document_is_paper (document) && MAX (width, height) > MAX_LEGIBLE_SIDE)
    add_line (text, _ ("The text will be too small to read. Choose larger text and lines."));
  if (!jol_document_is_paper (document) && MIN (width, height) < MIN_USEFUL_SIDE)
    add_line (text, _ ("There is hardly room for the map. Choose a larger size, or smaller text."));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
