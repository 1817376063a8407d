/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-language.h"
#include "jol-picture.h"

#include "jol-document-article.h"
#include "jol-document-card.h"
#include "jol-document-poster.h"
#include "jol-document-strip.h"
#include "jol-document-timeline.h"
#include "jol-scene-builder.h"
#include "jol-strip-plate.h"
#include "jol-subject-view.h"

#include <adwaita.h>
#include <math.h>

struct _JolPictureCamera
{
  JolSession *session;
  JolSceneBuilder *builder;
  JolExportChoice choice;
  JolSceneTarget target;
};

/* At least all that the map of the view shows, and what it is about clear of what stands round. */
static JolSceneTarget
make_target (JolSession *session,
             const JolDocumentLook *look,
             JolPaintPasses passes,
             const JolPictureView *view,
             int width,
             int height)
{
  const double ratio =
      MIN ((double) width / view->map_width_px, (double) height / view->map_height_px);
  JolSceneTarget target = {
    .width = width,
    .height = height,
    .theme = look->theme,
    .language = look->language,
    .viewport = *jol_session_get_viewport (session),
    .is_still = TRUE,
    .passes = passes,
  };

  target.viewport.zoom = CLAMP (target.viewport.zoom + log2 (ratio), JOL_MIN_ZOOM, JOL_MAX_ZOOM);
  if (!view->is_exact)
    target.viewport = jol_subject_view_clear (session, &target);
  return target;
}

static JolScene *
build_scene (JolSession *session,
             const JolPictureSpec *spec,
             const JolPictureView *view,
             int width,
             int height)
{
  const JolSceneTarget target =
      make_target (session, &spec->look, spec->passes, view, width, height);

  return jol_scene_builder_build (session, &target);
}

static JolDocument *
make_map_strip (JolSession *session, const JolPictureSpec *spec, const JolPictureView *view)
{
  int map_height;
  g_autoptr (JolStripPlate) plate =
      jol_document_plan_map_strip (session, &spec->look, spec->width, spec->height, &map_height);
  g_autoptr (JolScene) scene = build_scene (session, spec, view, spec->width, MAX (map_height, 1));

  return jol_document_new_map_strip (g_steal_pointer (&plate), scene, spec->passes, spec->height);
}

/* The one that is being read, or NULL. */
static JolArticle *
find_article (JolSession *session)
{
  const char *place = jol_session_get_article (session);
  g_auto (GStrv) parts = g_strsplit (place ? place : "", "#", 2);
  JolEntity *article =
      parts[0] ? jol_story_lookup (jol_session_get_story (session), parts[0]) : NULL;

  return article ? JOL_ARTICLE (article) : NULL;
}

JolDocument *
jol_picture_lay_out (JolSession *session, const JolPictureSpec *spec, const JolPictureView *view)
{
  g_autoptr (JolScene) scene = NULL;
  JolArticle *article;
  JolEntity *selected;

  switch (spec->kind)
    {
    case JOL_DOCUMENT_STRIP:
      return jol_document_new_strip (session, &spec->look, spec->width, spec->height);
    case JOL_DOCUMENT_MAP_STRIP:
      return make_map_strip (session, spec, view);
    case JOL_DOCUMENT_TIMELINE:
      return jol_document_new_timeline (session, &spec->look, &spec->paper);
    case JOL_DOCUMENT_CARD:
      selected = jol_session_get_selected (session);
      return selected ? jol_document_new_card (session, selected, &spec->look, &spec->paper) : NULL;
    case JOL_DOCUMENT_PAGE:
      return jol_document_new_poster (session, NULL, &spec->look, &spec->paper);
    case JOL_DOCUMENT_ARTICLE:
      article = find_article (session);
      return article ? jol_document_new_article (jol_session_get_story (session), article,
                                                 &spec->look, &spec->paper)
                     : NULL;
    case JOL_DOCUMENT_MAP:
    default:
      scene = build_scene (session, spec, view, spec->width, spec->height);
      return jol_document_new_map (scene, spec->passes);
    }
}

gboolean
jol_picture_can_make (JolDocumentKind kind, JolSession *session)
{
  switch (kind)
    {
    case JOL_DOCUMENT_MAP:
    case JOL_DOCUMENT_STRIP:
    case JOL_DOCUMENT_MAP_STRIP:
    case JOL_DOCUMENT_TIMELINE:
    case JOL_DOCUMENT_PAGE:
      return TRUE;
    case JOL_DOCUMENT_ARTICLE:
      return find_article (session) != NULL;
    case JOL_DOCUMENT_CARD:
      return jol_session_get_selected (session) != NULL;
    default:
      return FALSE;
    }
}

void
jol_picture_get_view_size (JolDocumentKind kind,
                           const JolPictureView *view,
                           int *width_px_out,
                           int *height_px_out)
{
  *width_px_out = view->map_width_px;
  *height_px_out = view->map_height_px;
  if (kind == JOL_DOCUMENT_STRIP)
    *height_px_out = view->strip_height_px;
  else if (kind == JOL_DOCUMENT_MAP_STRIP)
    *height_px_out += view->strip_height_px;
}

JolDocument *
jol_picture_make_document (JolSession *session,
                           const JolExportChoice *choice,
                           const JolPictureView *view,
                           JolExportOptions *options_out)
{
  g_autofree char *words = NULL;
  JolExportExtent extent;
  JolPictureSpec spec;
  int width_px, height_px;
  JolDocument *document;

  jol_picture_get_view_size (choice->kind, view, &width_px, &height_px);
  extent = jol_export_choice_measure (choice, width_px, height_px);
  *options_out = jol_export_choice_get_options (choice, &extent);

  words = jol_language_enter (choice->language);
  spec = (JolPictureSpec){ .kind = choice->kind,
                           .look = jol_export_choice_get_look (choice),
                           .passes = jol_export_choice_get_passes (choice),
                           .paper = jol_paper_new (choice->paper, choice->is_landscape),
                           .width = extent.width,
                           .height = extent.height };
  /* A picture of a card is one. */
  spec.paper.is_endless = choice->format != JOL_EXPORT_PDF;
  document = jol_picture_lay_out (session, &spec, view);
  jol_language_leave (words);
  return document;
}

JolPictureCamera *
jol_picture_camera_new (JolSession *session,
                        const JolExportChoice *choice,
                        const JolPictureView *view)
{
  JolPictureCamera *self = g_new0 (JolPictureCamera, 1);
  const JolDocumentLook look = jol_export_choice_get_look (choice);
  const JolExportExtent extent =
      jol_export_choice_measure (choice, view->map_width_px, view->map_height_px);

  self->choice = *choice;
  self->builder = jol_scene_builder_new_steady ();
  self->target = make_target (session, &look, jol_export_choice_get_passes (choice), view,
                              extent.width, extent.height);
  self->session = jol_session_new ();
  jol_session_set_story (self->session, jol_session_get_story (session));
  jol_session_set_filter (self->session, jol_session_get_filter (session));
  jol_session_select (self->session, jol_session_get_selection (session), JOL_ORIGIN_APP);
  jol_session_set_viewport (self->session, &self->target.viewport, JOL_ORIGIN_APP);
  return self;
}

void
jol_picture_camera_free (JolPictureCamera *self)
{
  g_object_unref (self->session);
  g_object_unref (self->builder);
  g_free (self);
}

JolDocument *
jol_picture_camera_take (const JolDate *date, gpointer data)
{
  JolPictureCamera *self = data;
  g_autofree char *words = jol_language_enter (self->choice.language);
  g_autoptr (JolScene) scene = NULL;

  jol_session_set_date (self->session, date, JOL_ORIGIN_APP);
  scene = jol_scene_builder_update (self->builder, self->session, &self->target);
  jol_language_leave (words);
  return jol_document_new_map (scene, jol_export_choice_get_passes (&self->choice));
}

JolTheme
jol_picture_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                adw_style_manager_get_high_contrast (manager));
}

GdkTexture *
jol_picture_make_texture (cairo_surface_t *surface)
{
  const int width_px = cairo_image_surface_get_width (surface);
  const int height_px = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  const gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  guchar *data = cairo_image_surface_get_data (surface);

  /* The fourth byte of RGB24 may hold anything, and this platform has no texture without it. */
  if (!has_alpha)
    {
      for (int y = 0; y < height_px; y++)
        {
          guint32 *row = (guint32 *) (void *) (data + (gsize) y * stride);

          for (int x = 0; x < width_px; x++)
            row[x] |= 0xff000000u;
        }
    }
  bytes = g_bytes_new_with_free_func (data, stride * (gsize) height_px,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  return gdk_memory_texture_new (width_px, height_px, GDK_MEMORY_DEFAULT, bytes, stride);
}
