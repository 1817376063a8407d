/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-figure.h"

#include "jol-legend-key.h"
#include "jol-painter.h"
#include "jol-paper.h"

#include <glib/gi18n.h>
#include <math.h>

#define SHAPE 0.6 /* height of a width */
#define MARGIN_PX 18.0
/* Points a px of the map: its smallest names are then of six and a half. */
#define POINTS_PER_PX 0.66
#define CAPTION_SIZE 8.5
#define KEY_SIZE 7.5
#define CAPTION_GAP 6.0
#define PASSES (JOL_PASS_MAP | JOL_PASS_SCALE | JOL_PASS_WHOLE_NAMES)
#define LEADING 1.3
#define EDGE 0.6

struct _JolArticleFigure
{
  JolScene *scene;
  double scale; /* points a px of the scene */
  JolPageText *caption;
  JolFont key_font;
  double key_height; /* 0: it has none */
};

/* "Figure 2. July 2022: Caspian Pipeline Consortium." */
static JolPageText *
make_caption (JolSession *session,
              const JolScene *scene,
              guint number,
              double width,
              JolTheme theme,
              const char *language)
{
  const JolFont bold = jol_paper_get_font (theme, CAPTION_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT_DIM);
  const JolFont plain =
      jol_paper_get_font (theme, CAPTION_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  JolEntity *selected = jol_session_get_selected (session);
  const char *date = jol_scene_get_date_label (scene);
  g_autofree char *what = NULL;
  /* Translators: before the caption of a picture in a text: its number */
  g_autofree char *label = g_strdup_printf (_ ("Figure %u."), number);
  JolPageText *text = jol_page_text_new ();

  if (selected)
    /* Translators: a caption: a date, and what the map shows */
    what = g_strdup_printf (_ ("%1$s: %2$s"), date, jol_entity_get_title (selected, language));
  if (number > 0)
    {
      jol_page_text_add (text, label, &bold, NULL);
      jol_page_text_add (text, " ", &plain, NULL);
    }
  jol_page_text_add (text, what ? what : date, &plain, NULL);
  jol_page_text_lay_out (text, width, LEADING, JOL_ANCHOR_START);

  return text;
}

JolArticleFigure *
jol_article_figure_new (JolSceneBuilder *builder,
                        JolSession *session,
                        const JolBox *bounds,
                        guint number,
                        gboolean has_key,
                        double width,
                        JolTheme theme,
                        const char *language)
{
  JolArticleFigure *self = g_new0 (JolArticleFigure, 1);
  JolSceneTarget target = {
    .width = (int) round (width / POINTS_PER_PX),
    .height = (int) round (width * SHAPE / POINTS_PER_PX),
    .theme = theme,
    .language = language,
    .is_still = TRUE,
    .passes = PASSES,
  };

  if (jol_box_is_empty (bounds))
    bounds = jol_story_get_bounds (jol_session_get_story (session));
  target.viewport = jol_viewport_for_box (bounds, target.width, target.height, MARGIN_PX);
  self->scale = width / target.width;
  self->scene = jol_scene_builder_update (builder, session, &target);
  self->caption = make_caption (session, self->scene, number, width, theme, language);
  self->key_font = jol_paper_get_font (theme, KEY_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  if (has_key)
    self->key_height =
        jol_legend_key_paint (self->scene, &self->key_font, self->scale, width, NULL);

  return self;
}

void
jol_article_figure_free (JolArticleFigure *self)
{
  jol_scene_unref (self->scene);
  jol_page_text_free (self->caption);
  g_free (self);
}

const char *
jol_article_figure_get_credits (const JolArticleFigure *self)
{
  return jol_scene_get_credits (self->scene);
}

double
jol_article_figure_get_height (const JolArticleFigure *self)
{
  return jol_scene_get_height (self->scene) * self->scale + CAPTION_GAP + self->key_height +
         jol_page_text_get_height (self->caption, 0, G_MAXUINT);
}

void
jol_article_figure_paint (JolCanvas *canvas, double width, double height, gpointer figure)
{
  const JolArticleFigure *self = figure;
  const double map_width = jol_scene_get_width (self->scene) * self->scale;
  const double map_height = jol_scene_get_height (self->scene) * self->scale;
  const JolStroke edge = { .color = jol_palette_get (jol_scene_get_theme (self->scene),
                                                     JOL_COLOR_PANEL_LINE),
                           .width_px = EDGE };

  jol_canvas_begin_group (canvas, NULL, jol_scene_get_title (self->scene),
                          jol_scene_get_description (self->scene));
  jol_canvas_begin_place (canvas, 0.0, 0.0, self->scale);
  jol_painter_paint (self->scene, canvas, PASSES);
  jol_canvas_end_place (canvas);
  jol_canvas_end_group (canvas);
  jol_canvas_rect (canvas, 0.0, 0.0, map_width, map_height, 0.0);
  jol_canvas_stroke (canvas, &edge);
  if (self->key_height > 0.0)
    {
      jol_canvas_begin_place (canvas, 0.0, map_height + CAPTION_GAP / 2.0, 1.0);
      jol_legend_key_paint (self->scene, &self->key_font, self->scale, map_width, canvas);
      jol_canvas_end_place (canvas);
    }
  jol_page_text_draw_all (self->caption, 0.0, map_height + CAPTION_GAP + self->key_height, canvas);
}
