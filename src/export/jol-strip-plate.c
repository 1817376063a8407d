/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-plate.h"

#include "jol-kind-mark.h"
#include "jol-page-text.h"

#include "jol-chart.h"
#include "jol-paint-strip.h"
#include "jol-short-date.h"
#include "jol-strip-readout.h"

#include <glib/gi18n.h>
#include <math.h>

#define TITLE_PX 14.0
#define KEY_PX 10.5
#define SOURCES_PX 9.0
#define LEADING 1.3
#define GAP_PX 6.0
#define MARKS_GAP_PX 2.0
#define MIN_CHART_PX 60
#define MIN_WIDTH_PX 40
#define CHART_PX 190 /* as high as is good */

struct _JolStripPlate
{
  JolStripPlateLook look;
  char *language;
  char *title_text;
  char *description;
  JolPageText *title;   /* or NULL */
  JolPageText *sources; /* or NULL */
  JolPageText *marks;   /* of what is not certain, under the key; or NULL */
  GArray *bands;        /* of JolStripBand, or NULL */
  char *note;           /* or NULL */
  JolStripScene *scene;
  char *label;         /* of the playhead */
  char *compare_label; /* of the date that is pinned, or NULL */
  JolDate date, compare;
  JolSpan span; /* what is not veiled; may be unset */
  gboolean is_cumulative;
  gboolean has_grips;
  guint shown_kinds; /* of events, in the key: bits */
  double legend_top, chart_top, key_top, key_height, sources_top;
};

static JolFont
make_font (const JolStripPlate *self, double size_px, JolFontStyle style, JolColorRole role)
{
  return (JolFont){ .size_px = size_px,
                    .style = style,
                    .color = jol_palette_get (self->look.theme, role) };
}

/* Who published the figures, each once, in the order in which they are used. */
static GPtrArray *
list_publishers (const JolStripTopic *topic)
{
  g_autoptr (GPtrArray) sources = jol_strip_topic_list_sources (topic);
  GPtrArray *publishers = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      JolSource *source = g_ptr_array_index (sources, i);
      const char *name = jol_source_get_publisher (source);

      if (!name)
        name = jol_entity_get_title (JOL_ENTITY (source), topic->language);
      if (!g_ptr_array_find_with_equal_func (publishers, name, g_str_equal, NULL))
        g_ptr_array_add (publishers, (gpointer) name);
    }

  return publishers;
}

static char *
format_publishers (const GPtrArray *publishers, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const guint n_more = publishers->len - n;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (publishers, i));
  if (n_more == 0)
    /* Translators: under a chart: who published its figures */
    return g_strdup_printf (_ ("Sources: %s"), names->str);
  return g_strdup_printf (
      /* Translators: under a chart: who published its figures, and how many others did */
      ngettext ("Sources: %1$s and %2$u more", "Sources: %1$s and %2$u more", n_more), names->str,
      n_more);
}

/* As many as have room. */
static void
add_sources (JolStripPlate *self, const JolStripTopic *topic)
{
  const JolFont font = make_font (self, SOURCES_PX, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  g_autoptr (GPtrArray) publishers = list_publishers (topic);

  for (guint n = publishers->len; n > 0; n--)
    {
      g_autofree char *text = format_publishers (publishers, n);

      g_clear_pointer (&self->sources, jol_page_text_free);
      self->sources = jol_page_text_new_with (text, &font);
      jol_page_text_lay_out (self->sources, self->look.width, LEADING, JOL_ANCHOR_START);
      if (jol_page_text_get_n_lines (self->sources) <= self->look.n_source_lines)
        break;
    }
}

static void
add_mark (GString *text, gboolean is_there, const char *words)
{
  if (is_there)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

/* How what is not certain is drawn, as far as the chart has any. */
static void
add_marks (JolStripPlate *self)
{
  const JolFont font = make_font (self, KEY_PX, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_estimated = FALSE;

  for (guint i = 0; i < self->scene->pieces->len; i++)
    is_estimated =
        is_estimated || g_array_index (self->scene->pieces, JolStripPiece, i).is_estimated;
  /* Translators: how parts of a chart are drawn, and what that means */
  add_mark (text, is_estimated, _ ("Striped: estimated"));
  /* Translators: lines of a chart, and what they mean */
  add_mark (text, self->scene->plans->len > 0, _ ("Dashed: planned, or a part of the year"));
  /* Translators: lines of a chart, and what they mean */
  add_mark (text, self->scene->gaps->len > 0, _ ("Dotted: no figures"));
  if (text->len == 0)
    return;
  self->marks = jol_page_text_new_with (text->str, &font);
  jol_page_text_lay_out (self->marks, self->look.width, LEADING, JOL_ANCHOR_START);
}

/* With a canvas, paints it at its origin. */
static double
lay_out_key (const JolStripPlate *self, JolCanvas *canvas)
{
  const JolFont font = make_font (self, KEY_PX, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);

  return jol_kind_mark_paint_key (self->shown_kinds, &font, self->look.theme, self->look.width,
                                  canvas);
}

static void
find_shown_kinds (JolStripPlate *self)
{
  for (guint i = 0; i < self->scene->ticks->len; i++)
    self->shown_kinds |= 1u << g_array_index (self->scene->ticks, JolStripTick, i).kind;
}

static void
make_scene (JolStripPlate *self, JolSession *session, JolStripTopic *topic, int height)
{
  self->scene = jol_strip_scene_new (&(JolStripRequest){
      .story = jol_session_get_story (session),
      .topic = topic,
      .hidden_kinds = jol_session_get_filter (session) & JOL_FILTER_EVENTS,
      .selection = jol_session_get_selection (session),
      .subject = jol_session_get_only_subject (session) ? jol_session_get_subject (session) : NULL,
      .width = self->look.width,
      .height = height,
      .theme = self->look.theme,
      .language = self->language,
  });
}

static void
describe (JolStripPlate *self, const JolStripTopic *topic, const char *title)
{
  g_autoptr (JolStripReadout) readout =
      jol_strip_readout_new_for_date (topic, &self->date, self->look.theme);
  g_autofree char *values = jol_strip_readout_to_text (readout);

  self->title_text = topic ? g_strdup (title) : g_strdup (_ ("Events"));
  self->description =
      /* Translators: what a chart shows, and its values at a date: "Oil by outlet, Mt. 2013;
       * CPC: 28.7 Mt, 40%" */
      g_strdup_printf (C_ ("chart", "%1$s. %2$s"), self->title_text, values);
}

static void
add_title (JolStripPlate *self)
{
  const JolFont font = make_font (self, TITLE_PX, JOL_FONT_BOLD, JOL_COLOR_TEXT);

  self->title = jol_page_text_new_with (self->title_text, &font);
  jol_page_text_lay_out (self->title, self->look.width, LEADING, JOL_ANCHOR_START);
}

/* What lies round the chart has its height; the chart has what is left. */
static void
lay_out (JolStripPlate *self, JolSession *session, JolStripTopic *topic)
{
  const double sources_height =
      self->sources ? jol_page_text_get_height (self->sources, 0, G_MAXUINT) : 0.0;
  double top = 0.0;
  int chart_height = CHART_PX;

  if (self->title)
    top += jol_page_text_get_height (self->title, 0, G_MAXUINT) + GAP_PX;
  self->legend_top = top;
  if (self->look.has_legend && self->bands && self->bands->len > 0)
    top += jol_paint_strip_legend ((const JolStripBand *) (void *) self->bands->data,
                                   self->bands->len, self->note, self->note, self->look.theme,
                                   self->look.width, NULL, NULL) +
           GAP_PX;
  self->chart_top = top;

  /* Which events it shows does not depend on its height. */
  make_scene (self, session, topic, CHART_PX);
  find_shown_kinds (self);
  if (self->look.has_legend && self->shown_kinds)
    self->key_height = lay_out_key (self, NULL) + GAP_PX;
  if (self->look.has_legend)
    add_marks (self);
  if (self->marks)
    self->key_height += jol_page_text_get_height (self->marks, 0, G_MAXUINT) + MARKS_GAP_PX;
  if (self->look.height > 0)
    chart_height =
        MAX ((int) (self->look.height - top - self->key_height - sources_height), MIN_CHART_PX);
  g_clear_pointer (&self->scene, jol_strip_scene_unref);
  make_scene (self, session, topic, chart_height);

  self->key_top = top + chart_height + 2.0;
  self->sources_top = top + chart_height + self->key_height;
  self->look.height = (int) ceil (self->sources_top + sources_height);
}

static void
read_session (JolStripPlate *self, JolSession *session)
{
  const JolSpan compared = jol_session_get_compared_span (session);

  self->date = *jol_session_get_date (session);
  self->compare = *jol_session_get_compare (session);
  self->label = jol_short_date_format (&self->date);
  if (jol_date_is_set (&self->compare))
    self->compare_label = jol_short_date_format (&self->compare);
  /* As in the window: what is compared goes before the span. */
  self->has_grips = !jol_span_is_set (&compared);
  self->span = self->has_grips ? *jol_session_get_span (session) : compared;
  self->is_cumulative = self->has_grips && jol_session_get_cumulative (session);
}

/**
 * jol_strip_plate_new:
 *
 * Shows what the session charts, all of the story's time. Where there is too little height, the
 * chart is lower than is good and goes over what is asked.
 */
JolStripPlate *
jol_strip_plate_new (JolSession *session, const JolStripPlateLook *look)
{
  JolStripPlate *self = g_new0 (JolStripPlate, 1);
  JolStory *story = jol_session_get_story (session);
  const char *series = jol_session_get_series (session);
  g_autoptr (JolStripTopic) topic = NULL;
  g_autoptr (JolStripReadings) readings = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (story, self);

  self->look = *look;
  self->look.width = MAX (look->width, MIN_WIDTH_PX);
  self->look.language = self->language = g_strdup (look->language);
  read_session (self, session);
  if (series)
    topic = jol_strip_topic_new (
        story, series, jol_session_get_filter (session) & JOL_FILTER_EVENTS, look->language);
  if (topic)
    {
      title = jol_strip_topic_format_title (story, series, look->language);
      readings = jol_strip_topic_read (topic, &self->date);

      self->bands =
          jol_strip_bands_new (topic, readings, jol_session_get_selection (session), look->theme);
      self->note = jol_strip_readings_describe_lack (readings);
    }
  describe (self, topic, title);
  if (look->has_title)
    add_title (self);
  if (look->n_source_lines > 0 && topic)
    add_sources (self, topic);
  lay_out (self, session, topic);

  return self;
}

void
jol_strip_plate_free (JolStripPlate *self)
{
  g_free (self->language);
  g_free (self->title_text);
  g_free (self->description);
  g_clear_pointer (&self->title, jol_page_text_free);
  g_clear_pointer (&self->sources, jol_page_text_free);
  g_clear_pointer (&self->marks, jol_page_text_free);
  g_clear_pointer (&self->bands, g_array_unref);
  g_free (self->note);
  g_clear_pointer (&self->scene, jol_strip_scene_unref);
  g_free (self->label);
  g_free (self->compare_label);
  g_free (self);
}

int
jol_strip_plate_get_height (const JolStripPlate *self)
{
  return self->look.height;
}

const char *
jol_strip_plate_get_title (const JolStripPlate *self)
{
  return self->title_text;
}

const char *
jol_strip_plate_get_description (const JolStripPlate *self)
{
  return self->description;
}

static void
paint_chart (const JolStripPlate *self, JolCanvas *canvas)
{
  const JolStripPlayhead playhead =
      jol_strip_scene_place_playhead (self->scene, &self->date, self->label);

  jol_paint_strip (self->scene, canvas);
  if (self->is_cumulative)
    jol_paint_strip_until (self->scene, &playhead, canvas);
  if (jol_span_is_set (&self->span))
    {
      JolStripSpanPlace place = jol_strip_scene_place_span (self->scene, &self->span);

      place.has_start = place.has_start && self->has_grips;
      place.has_end = place.has_end && self->has_grips;
      jol_paint_strip_span (self->scene, &place, canvas);
    }
  jol_paint_strip_titles (self->scene, &playhead, canvas);
  if (self->compare_label)
    {
      const JolStripPlayhead pinned =
          jol_strip_scene_place_playhead (self->scene, &self->compare, self->compare_label);

      jol_paint_strip_playhead (self->scene, &pinned, canvas);
    }
  jol_paint_strip_playhead (self->scene, &playhead, canvas);
}

void
jol_strip_plate_paint (const JolStripPlate *self, JolCanvas *canvas)
{
  if (self->title)
    jol_page_text_draw_all (self->title, 0.0, 0.0, canvas);
  if (self->look.has_legend && self->bands && self->bands->len > 0)
    {
      jol_canvas_begin_place (canvas, 0.0, self->legend_top, 1.0);
      jol_paint_strip_legend ((const JolStripBand *) (void *) self->bands->data, self->bands->len,
                              self->note, self->note, self->look.theme, self->look.width, NULL,
                              canvas);
      jol_canvas_end_place (canvas);
    }
  jol_canvas_begin_place (canvas, 0.0, self->chart_top, 1.0);
  paint_chart (self, canvas);
  jol_canvas_end_place (canvas);
  if (self->look.has_legend && self->shown_kinds)
    {
      jol_canvas_begin_place (canvas, 0.0, self->key_top, 1.0);
      lay_out_key (self, canvas);
      jol_canvas_end_place (canvas);
    }
  if (self->marks)
    jol_page_text_draw_all (self->marks, 0.0,
                            self->sources_top - MARKS_GAP_PX -
                                jol_page_text_get_height (self->marks, 0, G_MAXUINT),
                            canvas);
  if (self->sources)
    jol_page_text_draw_all (self->sources, 0.0, self->sources_top, canvas);
}
