/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-document-private.h"

#define JOL_TYPE_MAP_DOCUMENT (jol_map_document_get_type ())
G_DECLARE_FINAL_TYPE (JolMapDocument, jol_map_document, JOL, MAP_DOCUMENT, JolDocument)

struct _JolMapDocument
{
  JolDocument parent_instance;

  JolPaintPasses passes;
};

G_DEFINE_FINAL_TYPE (JolMapDocument, jol_map_document, JOL_TYPE_DOCUMENT)

static void
jol_map_document_draw_page (JolDocument *document, guint page, JolCanvas *canvas)
{
  jol_painter_paint (jol_document_get_scene (document), canvas,
                     JOL_MAP_DOCUMENT (document)->passes);
}

static void
jol_map_document_class_init (JolMapDocumentClass *klass)
{
  JOL_DOCUMENT_CLASS (klass)->draw_page = jol_map_document_draw_page;
}

static void
jol_map_document_init (JolMapDocument *self)
{
}

JolDocument *
jol_document_new_map (JolScene *scene, JolPaintPasses passes)
{
  JolMapDocument *self = g_object_new (JOL_TYPE_MAP_DOCUMENT, NULL);

  self->passes = passes;
  jol_document_set_info (JOL_DOCUMENT (self), &(JolDocumentInfo){
                                                  .kind = JOL_DOCUMENT_MAP,
                                                  .title = jol_scene_get_title (scene),
                                                  .description = jol_scene_get_description (scene),
                                                  .language = jol_scene_get_language (scene),
                                                  .date_label = jol_scene_get_date_label (scene),
                                                  .credits = jol_scene_get_credits (scene),
                                                  .scene = scene,
                                                  .n_pages = 1,
                                                  .width = jol_scene_get_width (scene),
                                                  .height = jol_scene_get_height (scene),
                                                  .is_transparent = !(passes & JOL_PASS_BASE),
                                              });
  return JOL_DOCUMENT (self);
}

gboolean
jol_document_get_map_passes (JolDocument *self, JolPaintPasses *passes_out)
{
  if (!JOL_IS_MAP_DOCUMENT (self))
    return FALSE;

  *passes_out = JOL_MAP_DOCUMENT (self)->passes;
  return TRUE;
}
