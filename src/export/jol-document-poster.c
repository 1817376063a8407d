/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A poster. Upright: map, key, chart over the whole width, and under them events and claims side by
 * side. Lying: map, key and chart at the left, events and claims in a column at the right. Sizes
 * grow with the paper: what is written here is for A4.
 */
#include "config.h"

#include "jol-document-poster.h"

#include "jol-document-private.h"
#include "jol-legend-key.h"
#include "jol-strip-plate.h"
#include "jol-subject-view.h"

#include "jol-scene-builder.h"
#include "jol-short-date.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define A4_SHORT 595.276
#define MARGIN 30.0
#define GAP 11.0
#define TITLE_SIZE 22.0
#define LEAD_SIZE 9.5
#define HEADING_SIZE 10.5
#define SIZE 8.2
#define KEY_SIZE 7.5
#define CREDITS_SIZE 6.5
#define LEADING 1.3
#define TITLE_LINES 2
#define LEAD_LINES 3
#define EVENT_LINES 2
#define DATE_WIDTH 68.0
#define ROW_GAP 2.6
#define POINTS_PER_PX 0.62 /* of the map; on A4 */
#define CHART_POINTS_PER_PX 0.6
#define MAP_SHARE 0.66    /* of a lying page's width */
#define MAP_UPRIGHT 0.385 /* of an upright page's height */
#define MAP_LYING 0.4
#define BAR_HEIGHT 9.0
#define EDGE 0.6

#define JOL_TYPE_POSTER_DOCUMENT (jol_poster_document_get_type ())
G_DECLARE_FINAL_TYPE (JolPosterDocument, jol_poster_document, JOL, POSTER_DOCUMENT, JolDocument)

typedef struct
{
  double x, y, width, height;
} Area;

/* A text with its upper left corner. */
typedef struct
{
  JolPageText *text;
  double x, y;
} Placed;

struct _JolPosterDocument
{
  JolDocument parent_instance;

  JolPaper paper;
  JolTheme theme;
  gboolean has_scale;
  double unit; /* points a point of A4 */
  JolScene *scene;
  double map_scale; /* points a px of the scene */
  Area map, key, chart, bar;
  double key_scale;
  JolFont key_font;
  JolStripPlate *plate;
  double chart_scale;
  GArray *texts; /* of Placed */
  guint counts[JOL_VERDICT_OPINION + 1];
  guint n_claims;
};

G_DEFINE_FINAL_TYPE (JolPosterDocument, jol_poster_document, JOL_TYPE_DOCUMENT)

static void
clear_placed (gpointer data)
{
  jol_page_text_free (((Placed *) data)->text);
}

static double
find_unit (const JolPaper *paper)
{
  return MIN (paper->width, paper->height) / A4_SHORT;
}

static gboolean
is_lying (const JolPaper *paper)
{
  return paper->width > paper->height;
}

static void
find_map (const JolPaper *paper, double *width_out, double *height_out)
{
  const double width = paper->width - 2.0 * MARGIN * find_unit (paper);

  *width_out = is_lying (paper) ? width * MAP_SHARE : width;
  *height_out = paper->height * (is_lying (paper) ? MAP_LYING : MAP_UPRIGHT);
}

void
jol_document_get_poster_map_size (const JolPaper *paper, int *width_out, int *height_out)
{
  const double scale = POINTS_PER_PX * find_unit (paper);
  double width, height;

  find_map (paper, &width, &height);
  *width_out = (int) lround (width / scale);
  *height_out = (int) lround (height / scale);
}

static JolPaintPasses
get_map_passes (gboolean has_scale)
{
  return has_scale ? JOL_PASS_MAP | JOL_PASS_WHOLE_NAMES | JOL_PASS_SCALE
                   : JOL_PASS_MAP | JOL_PASS_WHOLE_NAMES;
}

static void
draw_map (JolPosterDocument *self, JolCanvas *canvas)
{
  const JolStroke edge = { .color = jol_palette_get (self->theme, JOL_COLOR_PANEL_LINE),
                           .width_px = EDGE * self->unit };

  jol_canvas_begin_place (canvas, self->map.x, self->map.y, self->map_scale);
  jol_painter_paint (self->scene, canvas, get_map_passes (self->has_scale));
  jol_canvas_end_place (canvas);
  jol_canvas_rect (canvas, self->map.x, self->map.y, self->map.width, self->map.height, 0.0);
  jol_canvas_stroke (canvas, &edge);
}

/* As long as all claims are, a part for each verdict. */
static void
draw_bar (JolPosterDocument *self, JolCanvas *canvas)
{
  double x = self->bar.x;

  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    {
      const double width =
          self->n_claims > 0 ? self->bar.width * self->counts[i] / self->n_claims : 0.0;
      const JolColor color = jol_palette_get_verdict (self->theme, (JolVerdict) i);

      if (width <= 0.0)
        continue;
      jol_canvas_rect (canvas, x, self->bar.y, width, self->bar.height, 0.0);
      jol_canvas_fill (canvas, &color);
      x += width;
    }
}

static void
jol_poster_document_draw_page (JolDocument *document, guint page, JolCanvas *canvas)
{
  JolPosterDocument *self = JOL_POSTER_DOCUMENT (document);

  if (jol_document_is_opaque (document))
    jol_paper_draw_ground (&self->paper, self->theme, canvas);
  draw_map (self, canvas);
  if (self->key.height > 0.0)
    {
      jol_canvas_begin_place (canvas, self->key.x, self->key.y, 1.0);
      jol_legend_key_paint (self->scene, &self->key_font, self->key_scale, self->key.width, canvas);
      jol_canvas_end_place (canvas);
    }
  jol_canvas_begin_place (canvas, self->chart.x, self->chart.y, self->chart_scale);
  jol_strip_plate_paint (self->plate, canvas);
  jol_canvas_end_place (canvas);
  draw_bar (self, canvas);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const Placed *placed = &g_array_index (self->texts, Placed, i);

      jol_page_text_draw_all (placed->text, placed->x, placed->y, canvas);
    }
}

static void
jol_poster_document_finalize (GObject *object)
{
  JolPosterDocument *self = JOL_POSTER_DOCUMENT (object);

  jol_scene_unref (self->scene);
  jol_strip_plate_free (self->plate);
  g_array_unref (self->texts);

  G_OBJECT_CLASS (jol_poster_document_parent_class)->finalize (object);
}

static void
jol_poster_document_class_init (JolPosterDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_poster_document_finalize;
  JOL_DOCUMENT_CLASS (klass)->draw_page = jol_poster_document_draw_page;
}

static void
jol_poster_document_init (JolPosterDocument *self)
{
  self->texts = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_array_set_clear_func (self->texts, clear_placed);
}

static JolPageText *
make_text (JolPosterDocument *self,
           const char *string,
           double size,
           JolFontStyle style,
           JolColorRole role,
           double width,
           guint max_lines)
{
  const JolFont font = jol_paper_get_font (self->theme, size * self->unit, style, role);
  JolPageText *text = jol_page_text_new_with (string, &font);

  jol_page_text_lay_out (text, width, LEADING, JOL_ANCHOR_START);
  if (max_lines > 0)
    jol_page_text_cut (text, max_lines);
  return text;
}

/* Takes @text. Returns its height. */
static double
place_text (JolPosterDocument *self, JolPageText *text, double x, double y)
{
  const Placed placed = { text, x, y };

  g_array_append_val (self->texts, placed);
  return jol_page_text_get_height (text, 0, G_MAXUINT);
}

/* What the map shows, without the title and the date, which stand over it. */
static const char *
get_lead (const JolScene *scene)
{
  const char *text = jol_scene_get_description (scene);
  g_autofree char *head =
      g_strdup_printf ("%s, %s: ", jol_scene_get_title (scene), jol_scene_get_date_label (scene));

  return g_str_has_prefix (text, head) ? text + strlen (head) : text;
}

static JolPageText *
make_title (JolPosterDocument *self, const char *title, double width)
{
  JolPageText *text = make_text (self, title, TITLE_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT, width, 0);

  if (jol_page_text_get_n_lines (text) <= TITLE_LINES)
    jol_page_text_lay_out_evenly (text, width, LEADING, JOL_ANCHOR_START);
  else
    jol_page_text_cut (text, TITLE_LINES);
  return text;
}

/* @summary: of what is selected, or NULL. What the map shows may be a long list of all that
 * changed: then the sentence that says how much did is enough. */
static JolPageText *
make_lead (JolPosterDocument *self, const char *summary, const char *shown, double width)
{
  JolPageText *text = make_text (self, summary ? summary : shown, LEAD_SIZE, JOL_FONT_REGULAR,
                                 JOL_COLOR_TEXT, width, 0);
  const char *end = summary ? NULL : strstr (shown, ". ");

  if (end && jol_page_text_get_n_lines (text) > LEAD_LINES)
    {
      g_autofree char *first = g_strndup (shown, (gsize) (end + 1 - shown));

      jol_page_text_free (text);
      text = make_text (self, first, LEAD_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT, width, 0);
    }
  if (jol_page_text_get_n_lines (text) > LEAD_LINES)
    jol_page_text_cut (text, LEAD_LINES);
  else
    jol_page_text_lay_out_evenly (text, width, LEADING, JOL_ANCHOR_START);
  return text;
}

/* Returns where it ends. */
static double
add_head (JolPosterDocument *self, JolSession *session, const char *language, gboolean has_title)
{
  JolStory *story = jol_session_get_story (session);
  JolEntity *selected = jol_session_get_selected (session);
  const char *summary = selected ? jol_entity_get_summary (selected, language) : NULL;
  const char *date = jol_scene_get_date_label (self->scene);
  const double left = MARGIN * self->unit;
  const double width = self->paper.width - 2.0 * left;
  double y = left;
  g_autofree char *title = NULL;
  g_autofree char *kicker = NULL;

  if (!has_title)
    return y;

  title = g_strdup (selected ? jol_entity_get_title (selected, language)
                             : jol_story_get_title (story, language));
  kicker = selected ? g_strdup_printf ("%s · %s", jol_story_get_title (story, language), date)
                    : g_strdup (date);
  y += place_text (
      self, make_text (self, kicker, LEAD_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM, width, 1),
      left, y);
  y += place_text (self, make_title (self, title, width), left, y);
  y += place_text (self, make_lead (self, summary, get_lead (self->scene), width), left,
                   y + 2.0 * self->unit);
  return y + GAP * self->unit;
}

/* At the foot. Returns where it begins. */
static double
add_credits (JolPosterDocument *self, JolStory *story, const char *language, gboolean has_credits)
{
  const double left = MARGIN * self->unit;
  const double bottom = self->paper.height - left * 0.8;
  g_autofree char *line = NULL;
  JolPageText *text;
  double y;

  if (!has_credits)
    return bottom;

  line = g_strdup_printf ("%s · %s · Jol", jol_story_get_title (story, language),
                          jol_scene_get_credits (self->scene));
  text = make_text (self, line, CREDITS_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM,
                    self->paper.width - 2.0 * left, 3);
  y = bottom - jol_page_text_get_height (text, 0, G_MAXUINT);
  place_text (self, text, left, y);
  return y;
}

static double
add_heading (JolPosterDocument *self, const char *heading, const Area *area)
{
  return place_text (
             self,
             make_text (self, heading, HEADING_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT, area->width, 1),
             area->x, area->y) +
         ROW_GAP * self->unit;
}

/* Of those that are listed, the last before the date that have room, in their order. */
static void
add_events (JolPosterDocument *self, JolSession *session, const char *language, const Area *area)
{
  GListModel *model = jol_session_list_events (session);
  const int last_day = jol_date_last_day (jol_session_get_date (session));
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  const double indent = DATE_WIDTH * self->unit;
  double room;
  Area rest = *area;

  rest.y += add_heading (self, _ ("Key events"), area);
  room = area->y + area->height - rest.y;
  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i - 1);
      JolPageText *text;

      if (!JOL_IS_EVENT (item) || jol_event_get_first_day (JOL_EVENT (item)) > last_day)
        continue;
      text = make_text (self, jol_entity_get_title (JOL_ENTITY (item), language), SIZE,
                        JOL_FONT_REGULAR, JOL_COLOR_TEXT, area->width - indent, EVENT_LINES);
      room -= jol_page_text_get_height (text, 0, G_MAXUINT) + ROW_GAP * self->unit;
      jol_page_text_free (text);
      if (room < 0.0)
        break;
      g_ptr_array_insert (shown, 0, g_object_ref (item));
    }
  for (guint i = 0; i < shown->len; i++)
    {
      JolEvent *event = g_ptr_array_index (shown, i);
      g_autofree char *date = jol_short_date_format (jol_event_get_date (event));

      place_text (self,
                  make_text (self, date, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM, indent, 1),
                  rest.x, rest.y);
      rest.y += place_text (self,
                            make_text (self, jol_entity_get_title (JOL_ENTITY (event), language),
                                       SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT, area->width - indent,
                                       EVENT_LINES),
                            rest.x + indent, rest.y) +
                ROW_GAP * self->unit;
    }
}

/* Those on what is selected, or else all. */
static void
count_claims (JolPosterDocument *self, JolSession *session)
{
  JolStory *story = jol_session_get_story (session);
  const char *selection = jol_session_get_selection (session);
  const GPtrArray *about = selection ? jol_story_get_claims_about (story, selection) : NULL;
  guint n;
  JolClaim *const *claims = jol_story_get_claims (story, &n);

  if (about && about->len > 0)
    {
      claims = (JolClaim *const *) about->pdata;
      n = about->len;
    }
  for (guint i = 0; i < n; i++)
    self->counts[jol_claim_get_verdict (claims[i])]++;
  self->n_claims = n;
}

/* Returns the height. */
static double
add_claims (JolPosterDocument *self, JolSession *session, const Area *area)
{
  const double unit = self->unit;
  double y = area->y;
  g_autofree char *heading = NULL;

  count_claims (self, session);
  if (self->n_claims == 0)
    return 0.0;

  heading = g_strdup_printf (
      /* Translators: over what came of checking claims */
      ngettext ("%u claim checked", "%u claims checked", self->n_claims), self->n_claims);
  y += add_heading (self, heading, area);
  self->bar = (Area){ area->x, y + 2.0 * unit, area->width, BAR_HEIGHT * unit };
  y += BAR_HEIGHT * unit + 6.0 * unit;
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    {
      JolFont bold = jol_paper_get_font (self->theme, SIZE * unit, JOL_FONT_BOLD, JOL_COLOR_TEXT);
      const JolFont plain =
          jol_paper_get_font (self->theme, SIZE * unit, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
      g_autofree char *count = g_strdup_printf ("%u ", self->counts[i]);
      JolPageText *text = jol_page_text_new ();

      bold.color = jol_palette_get_verdict (self->theme, (JolVerdict) i);
      jol_page_text_add (text, count, &bold, NULL);
      jol_page_text_add (text, jol_verdict_get_label ((JolVerdict) i), &plain, NULL);
      jol_page_text_lay_out (text, area->width, LEADING, JOL_ANCHOR_START);
      if (self->counts[i] > 0)
        y += place_text (self, text, area->x, y) + 1.0 * unit;
      else
        jol_page_text_free (text);
    }

  return y - area->y;
}

/* Into @room, at its top. Returns where it ends. */
static double
add_chart (JolPosterDocument *self,
           JolSession *session,
           const JolDocumentLook *look,
           const Area *room)
{
  JolStripPlateLook plate = { .theme = look->theme,
                              .language = look->language,
                              .has_title = TRUE,
                              .has_legend = TRUE,
                              .n_source_lines = look->has_credits ? 2 : 0 };

  self->chart_scale = CHART_POINTS_PER_PX * self->unit;
  plate.width = (int) (room->width / self->chart_scale);
  self->plate = jol_strip_plate_new (session, &plate);
  if (jol_strip_plate_get_height (self->plate) * self->chart_scale > room->height)
    {
      jol_strip_plate_free (self->plate);
      plate.height = MAX ((int) (room->height / self->chart_scale), 1);
      self->plate = jol_strip_plate_new (session, &plate);
    }
  self->chart = (Area){ room->x, room->y, room->width,
                        jol_strip_plate_get_height (self->plate) * self->chart_scale };
  return self->chart.y + self->chart.height;
}

static void
lay_out (JolPosterDocument *self, JolSession *session, const JolDocumentLook *look)
{
  const double unit = self->unit;
  const double left = MARGIN * unit, gap = GAP * unit;
  const double width = self->paper.width - 2.0 * left;
  const double top = add_head (self, session, look->language, look->has_title);
  const double bottom =
      add_credits (self, jol_session_get_story (session), look->language, look->has_credits) - gap;
  double map_width, map_height, y;

  find_map (&self->paper, &map_width, &map_height);
  self->map = (Area){ left, top, map_width, map_height };
  self->key_font =
      jol_paper_get_font (self->theme, KEY_SIZE * unit, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  self->key_scale = POINTS_PER_PX * unit;
  self->key = (Area){ left, top + map_height + 4.0 * unit, map_width, 0.0 };
  if (look->has_legend)
    self->key.height =
        jol_legend_key_paint (self->scene, &self->key_font, self->key_scale, map_width, NULL);
  y = self->key.y + self->key.height + gap * 0.8;

  if (is_lying (&self->paper))
    {
      const Area side = { left + map_width + 2.0 * gap, top, width - map_width - 2.0 * gap,
                          bottom - top };
      const double claims = add_claims (self, session, &side);
      const double taken = claims > 0.0 ? claims + gap : 0.0;

      add_chart (self, session, look, &(Area){ left, y, map_width, bottom - y });
      add_events (self, session, look->language,
                  &(Area){ side.x, side.y + taken, side.width, side.height - taken });
    }
  else
    {
      const double column = (width - 2.0 * gap) * 0.68;

      y = add_chart (self, session, look, &(Area){ left, y, width, (bottom - y) * 0.62 }) + gap;
      add_events (self, session, look->language, &(Area){ left, y, column, bottom - y });
      add_claims (self, session,
                  &(Area){ left + column + 2.0 * gap, y, width - column - 2.0 * gap, bottom - y });
    }
}

static JolScene *
build_scene (JolSession *session,
             const JolViewport *viewport,
             const JolDocumentLook *look,
             const JolPaper *paper)
{
  JolSceneTarget target = { .theme = look->theme,
                            .language = look->language,
                            .is_still = TRUE,
                            .passes = get_map_passes (look->has_scale) };

  jol_document_get_poster_map_size (paper, &target.width, &target.height);
  target.viewport = viewport ? *viewport : jol_subject_view_find (session, &target);
  return jol_scene_builder_build (session, &target);
}

JolDocument *
jol_document_new_poster (JolSession *session,
                         const JolViewport *viewport,
                         const JolDocumentLook *look,
                         const JolPaper *paper)
{
  JolPosterDocument *self = g_object_new (JOL_TYPE_POSTER_DOCUMENT, NULL);
  JolEntity *selected = jol_session_get_selected (session);
  JolScene *scene = build_scene (session, viewport, look, paper);
  double map_width, map_height;

  self->paper = *paper;
  self->theme = look->theme;
  self->has_scale = look->has_scale;
  self->unit = find_unit (paper);
  self->scene = scene;
  find_map (paper, &map_width, &map_height);
  self->map_scale = map_width / jol_scene_get_width (scene);
  lay_out (self, session, look);
  jol_document_set_info (JOL_DOCUMENT (self),
                         &(JolDocumentInfo){
                             .kind = JOL_DOCUMENT_PAGE,
                             .title = selected ? jol_entity_get_title (selected, look->language)
                                               : jol_scene_get_title (scene),
                             .description = jol_scene_get_description (scene),
                             .language = look->language,
                             .date_label = jol_scene_get_date_label (scene),
                             .credits = jol_scene_get_credits (scene),
                             .n_pages = 1,
                             .width = paper->width,
                             .height = paper->height,
                             .is_paper = TRUE,
                             .is_transparent = look->is_transparent,
                         });
  return JOL_DOCUMENT (self);
}
