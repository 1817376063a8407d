/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time strip as a picture, by itself or under the map. */
#include "config.h"

#include "jol-document-strip.h"

#include "jol-document-private.h"
#include "jol-page-text.h"
#include "jol-strip-plate.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN_PX 14.0
#define CREDITS_PX 9.0
#define LEADING 1.3
/* For these px the plate's sizes are made; larger pictures have them larger. */
#define UNIT_WIDTH_PX 960.0
#define UNIT_HEIGHT_PX 420.0
#define MAP_WIDTH_PX 1200.0
#define MAP_HEIGHT_PX 760.0
#define MAX_MAP_UNIT 1.25
#define MAX_STRIP_SHARE 0.45

#define JOL_TYPE_STRIP_DOCUMENT (jol_strip_document_get_type ())
G_DECLARE_FINAL_TYPE (JolStripDocument, jol_strip_document, JOL, STRIP_DOCUMENT, JolDocument)

struct _JolStripDocument
{
  JolDocument parent_instance;

  JolTheme theme;
  JolPaintPasses passes; /* of the map */
  JolStripPlate *plate;
  double top;           /* of the strip on the page */
  double unit;          /* px of the page a px of the plate */
  JolPageText *credits; /* in the plate's px, or NULL */
  double credits_top;
};

G_DEFINE_FINAL_TYPE (JolStripDocument, jol_strip_document, JOL_TYPE_DOCUMENT)

static void
jol_strip_document_draw_page (JolDocument *document, guint page, JolCanvas *canvas)
{
  JolStripDocument *self = JOL_STRIP_DOCUMENT (document);
  const JolColor ground = jol_palette_get (self->theme, JOL_COLOR_PANEL);
  const JolScene *scene = jol_document_get_scene (document);
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  if (jol_document_is_opaque (document))
    {
      jol_canvas_rect (canvas, 0.0, self->top, width, height - self->top, 0.0);
      jol_canvas_fill (canvas, &ground);
    }
  if (scene)
    jol_painter_paint (scene, canvas, self->passes);
  jol_canvas_begin_place (canvas, MARGIN_PX * self->unit, self->top + MARGIN_PX * self->unit,
                          self->unit);
  jol_strip_plate_paint (self->plate, canvas);
  if (self->credits)
    jol_page_text_draw_all (self->credits, 0.0, self->credits_top, canvas);
  jol_canvas_end_place (canvas);
}

static void
jol_strip_document_finalize (GObject *object)
{
  JolStripDocument *self = JOL_STRIP_DOCUMENT (object);

  jol_strip_plate_free (self->plate);
  g_clear_pointer (&self->credits, jol_page_text_free);

  G_OBJECT_CLASS (jol_strip_document_parent_class)->finalize (object);
}

static void
jol_strip_document_class_init (JolStripDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_strip_document_finalize;
  JOL_DOCUMENT_CLASS (klass)->draw_page = jol_strip_document_draw_page;
}

static void
jol_strip_document_init (JolStripDocument *self)
{
}

static double
find_unit (double width, double height)
{
  return CLAMP (MIN (width / UNIT_WIDTH_PX, height / UNIT_HEIGHT_PX), 0.5, 8.0);
}

/* Smaller, for the map is what is looked at first, and like what stands round that never larger
 * than on a screen. */
static double
find_map_strip_unit (double width, double height)
{
  return CLAMP (MIN (width / MAP_WIDTH_PX, height / MAP_HEIGHT_PX), 0.5, MAX_MAP_UNIT);
}

JolDocument *
jol_document_new_strip (JolSession *session, const JolDocumentLook *look, int width, int height)
{
  JolStripDocument *self = g_object_new (JOL_TYPE_STRIP_DOCUMENT, NULL);
  JolStory *story = jol_session_get_story (session);
  const char *title = jol_story_get_title (story, look->language);
  const char *credits = jol_story_get_credits (story, look->language);
  g_autofree char *date = jol_date_format (jol_session_get_date (session));
  JolStripPlateLook plate = { .theme = look->theme,
                              .language = look->language,
                              .has_title = look->has_title,
                              .has_legend = look->has_legend,
                              .n_source_lines = look->has_credits ? 2 : 0 };

  self->theme = look->theme;
  self->unit = find_unit (width, height);
  plate.width = (int) (width / self->unit - 2.0 * MARGIN_PX);
  plate.height = (int) (height / self->unit - 2.0 * MARGIN_PX);
  if (look->has_credits)
    {
      const JolFont font = { .size_px = CREDITS_PX,
                             .color = jol_palette_get (look->theme, JOL_COLOR_TEXT_DIM) };
      g_autofree char *line =
          credits ? g_strdup_printf ("%s · %s", title, credits) : g_strdup (title);

      self->credits = jol_page_text_new_with (line, &font);
      jol_page_text_lay_out (self->credits, plate.width, LEADING, JOL_ANCHOR_START);
      plate.height -= (int) ceil (jol_page_text_get_height (self->credits, 0, G_MAXUINT));
      self->credits_top = plate.height;
    }
  self->plate = jol_strip_plate_new (session, &plate);
  jol_document_set_info (JOL_DOCUMENT (self),
                         &(JolDocumentInfo){
                             .kind = JOL_DOCUMENT_STRIP,
                             .title = jol_strip_plate_get_title (self->plate),
                             .description = jol_strip_plate_get_description (self->plate),
                             .language = look->language,
                             .date_label = date,
                             .credits = credits,
                             .n_pages = 1,
                             .width = width,
                             .height = height,
                             .is_transparent = look->is_transparent,
                         });
  return JOL_DOCUMENT (self);
}

JolStripPlate *
jol_document_plan_map_strip (JolSession *session,
                             const JolDocumentLook *look,
                             int width,
                             int height,
                             int *map_height_out)
{
  const double unit = find_map_strip_unit (width, height);
  JolStripPlateLook plate_look = {
    .width = (int) (width / unit - 2.0 * MARGIN_PX),
    .theme = look->theme,
    .language = look->language,
    .has_title = TRUE,
    .has_legend = look->has_legend,
    .n_source_lines = look->has_credits ? 1 : 0,
  };
  JolStripPlate *plate = jol_strip_plate_new (session, &plate_look);
  const double most = height * MAX_STRIP_SHARE / unit - 2.0 * MARGIN_PX;

  if (jol_strip_plate_get_height (plate) > most)
    {
      jol_strip_plate_free (plate);
      plate_look.height = MAX ((int) most, 1);
      plate = jol_strip_plate_new (session, &plate_look);
    }
  *map_height_out =
      CLAMP (height - (int) ceil ((jol_strip_plate_get_height (plate) + 2.0 * MARGIN_PX) * unit), 1,
             height);
  return plate;
}

JolDocument *
jol_document_new_map_strip (JolStripPlate *plate,
                            JolScene *scene,
                            JolPaintPasses passes,
                            int height)
{
  JolStripDocument *self = g_object_new (JOL_TYPE_STRIP_DOCUMENT, NULL);
  g_autofree char *description = NULL;

  self->theme = jol_scene_get_theme (scene);
  self->passes = passes;
  self->top = jol_scene_get_height (scene);
  self->unit = find_map_strip_unit (jol_scene_get_width (scene), height);
  self->plate = plate;
  description = g_strdup_printf ("%s %s", jol_scene_get_description (scene),
                                 jol_strip_plate_get_description (plate));
  jol_document_set_info (JOL_DOCUMENT (self), &(JolDocumentInfo){
                                                  .kind = JOL_DOCUMENT_MAP_STRIP,
                                                  .title = jol_scene_get_title (scene),
                                                  .description = description,
                                                  .language = jol_scene_get_language (scene),
                                                  .date_label = jol_scene_get_date_label (scene),
                                                  .credits = jol_scene_get_credits (scene),
                                                  .scene = scene,
                                                  .n_pages = 1,
                                                  .width = jol_scene_get_width (scene),
                                                  .height = height,
                                                  .is_transparent = !(passes & JOL_PASS_BASE),
                                              });
  return JOL_DOCUMENT (self);
}
