/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of events on paper, in columns. */
#include "config.h"

#include "jol-document-timeline.h"

#include "jol-document-private.h"
#include "jol-kind-mark.h"
#include "jol-page-flow.h"

#include "jol-country.h"
#include "jol-event-model.h"
#include "jol-short-date.h"

#include <glib/gi18n.h>
#include <math.h>

#define COLUMN_WIDTH 225.0
#define DATE_WIDTH 50.0
#define MARK_SIZE 8.5
#define TEXT_X 66.0
#define TITLE_SIZE 22.0
#define SUBTITLE_SIZE 11.0
#define YEAR_SIZE 13.0
#define EVENT_SIZE 9.5
#define DETAIL_SIZE 8.0
#define LEADING 1.28
#define ROW_GAP 5.0
#define YEAR_GAP 13.0
#define YEAR_HEIGHT 21.0
#define KEY_GAP 12.0
#define SUBTITLE_GAP 2.0

#define JOL_TYPE_TIMELINE_DOCUMENT (jol_timeline_document_get_type ())
G_DECLARE_FINAL_TYPE (JolTimelineDocument,
                      jol_timeline_document,
                      JOL,
                      TIMELINE_DOCUMENT,
                      JolDocument)

struct _JolTimelineDocument
{
  JolDocument parent_instance;

  JolPaper paper;
  JolTheme theme;
  JolPageFlow *flow;
  gboolean has_key;
  guint kinds;           /* of events that are listed: bits */
  JolPageText *title;    /* or NULL */
  JolPageText *subtitle; /* or NULL */
  char *head;            /* "Timeline" and what of it */
  char *foot;
};

G_DEFINE_FINAL_TYPE (JolTimelineDocument, jol_timeline_document, JOL_TYPE_DOCUMENT)

/* An event of the list. */
typedef struct
{
  JolEventKind kind;
  JolColor color;
  JolPageText *date;
  JolPageText *title;
  JolPageText *detail; /* or NULL */
} Row;

/* Over the events of a year. */
typedef struct
{
  JolPageText *text;
  JolPageText *count; /* or NULL */
  JolColor line;
} Heading;

static void
row_free (gpointer data)
{
  Row *row = data;

  jol_page_text_free (row->date);
  jol_page_text_free (row->title);
  g_clear_pointer (&row->detail, jol_page_text_free);
  g_free (row);
}

static void
heading_free (gpointer data)
{
  Heading *heading = data;

  jol_page_text_free (heading->text);
  g_clear_pointer (&heading->count, jol_page_text_free);
  g_free (heading);
}

static void
paint_row (JolCanvas *canvas, double width, double height, gpointer data)
{
  const Row *row = data;
  const double title_height = jol_page_text_get_height (row->title, 0, G_MAXUINT);

  jol_page_text_draw_all (row->date, 0.0, 0.0, canvas);
  jol_kind_mark_paint (canvas, row->kind, DATE_WIDTH + MARK_SIZE / 2.0, EVENT_SIZE * LEADING / 2.0,
                       MARK_SIZE, &row->color);
  jol_page_text_draw_all (row->title, TEXT_X, 0.0, canvas);
  if (row->detail)
    jol_page_text_draw_all (row->detail, TEXT_X, title_height + 1.0, canvas);
}

static void
paint_heading (JolCanvas *canvas, double width, double height, gpointer data)
{
  const Heading *heading = data;
  const double y = floor (height - 4.5) + 0.5;

  jol_page_text_draw_all (heading->text, 0.0, 0.0, canvas);
  if (heading->count)
    jol_page_text_draw_all (heading->count, 0.0, 3.0, canvas);
  jol_canvas_move_to (canvas, 0.0, y);
  jol_canvas_line_to (canvas, width, y);
  jol_canvas_stroke (canvas, &(JolStroke){ .color = heading->line, .width_px = 0.75 });
}

static JolPageText *
make_text (JolTimelineDocument *self,
           const char *string,
           double size,
           JolFontStyle style,
           JolColorRole role,
           double width,
           JolAnchor anchor)
{
  const JolFont font = jol_paper_get_font (self->theme, size, style, role);
  JolPageText *text = jol_page_text_new_with (string, &font);

  jol_page_text_lay_out (text, width, LEADING, anchor);
  return text;
}

/* "Astana · Kazakhstan, Russia, China"; NULL when neither is known. */
static char *
format_detail (JolStory *story, JolEvent *event, const char *language)
{
  const char *place_id = jol_event_get_place_id (event);
  JolEntity *place = place_id ? jol_story_lookup (story, place_id) : NULL;
  const char *const *codes = jol_event_get_participants (event);
  g_autoptr (GString) who = g_string_new (NULL);

  for (guint i = 0; codes[i]; i++)
    g_string_append_printf (who, "%s%s", i > 0 ? ", " : "",
                            jol_country_get_name (codes[i], language));
  if (!place)
    return who->len > 0 ? g_strdup (who->str) : NULL;
  if (who->len == 0)
    return g_strdup (jol_entity_get_title (place, language));
  return g_strdup_printf (_ ("%1$s · %2$s"), jol_entity_get_title (place, language), who->str);
}

static void
add_row (JolTimelineDocument *self,
         JolStory *story,
         JolEvent *event,
         const char *language,
         double column_width)
{
  const double width = column_width - TEXT_X;
  g_autofree char *date =
      jol_short_date_format_in_year (jol_event_get_date (event), jol_event_get_end (event));
  g_autofree char *detail = format_detail (story, event, language);
  Row *row = g_new0 (Row, 1);
  double height;

  row->kind = jol_event_get_event_kind (event);
  self->kinds |= 1u << row->kind;
  row->color = jol_palette_get_event_kind (self->theme, row->kind);
  row->date = make_text (self, date, EVENT_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM,
                         DATE_WIDTH - 6.0, JOL_ANCHOR_START);
  row->title = make_text (self, jol_entity_get_title (JOL_ENTITY (event), language), EVENT_SIZE,
                          JOL_FONT_REGULAR, JOL_COLOR_TEXT, width, JOL_ANCHOR_START);
  height = jol_page_text_get_height (row->title, 0, G_MAXUINT);
  if (detail)
    {
      row->detail = make_text (self, detail, DETAIL_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM,
                               width, JOL_ANCHOR_START);
      height += 1.0 + jol_page_text_get_height (row->detail, 0, G_MAXUINT);
    }
  height = MAX (height, jol_page_text_get_height (row->date, 0, G_MAXUINT));
  jol_page_flow_add_box (self->flow, height, paint_row, row, row_free,
                         &(JolPageStyle){ .before = ROW_GAP });
}

static Heading *
make_heading (JolTimelineDocument *self, const char *text, const char *count, double width)
{
  Heading *heading = g_new0 (Heading, 1);

  heading->line = jol_palette_get (self->theme, JOL_COLOR_PANEL_LINE);
  heading->text =
      make_text (self, text, YEAR_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT, width, JOL_ANCHOR_START);
  if (count)
    heading->count = make_text (self, count, EVENT_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM,
                                width, JOL_ANCHOR_END);
  return heading;
}

static guint
add_heading (JolTimelineDocument *self, JolYear *year, double width)
{
  g_autofree char *text = g_strdup_printf ("%d", jol_year_get_year (year));
  g_autofree char *count = g_strdup_printf ("%u", jol_year_get_n_events (year));
  /* Translators: over events of a year that began in the column before */
  g_autofree char *again = g_strdup_printf (_ ("%d, continued"), jol_year_get_year (year));
  const guint block = jol_page_flow_add_box (
      self->flow, YEAR_HEIGHT, paint_heading, make_heading (self, text, count, width), heading_free,
      &(JolPageStyle){ .before = YEAR_GAP, .keeps_next = TRUE, .begins_group = TRUE });

  jol_page_flow_set_repeat (self->flow, block, YEAR_HEIGHT + ROW_GAP - 2.0, paint_heading,
                            make_heading (self, again, NULL, width), heading_free);
  return block;
}

/* What of all events they are: "29 of 196 events · Caspian Pipeline Consortium · 2022 – 2025". */
static char *
format_subtitle (JolSession *session, const char *language)
{
  JolStory *story = jol_session_get_story (session);
  JolEventModel *events = JOL_EVENT_MODEL (jol_session_list_events (session));
  const guint n = jol_event_model_get_n_events (events);
  const guint n_total = jol_event_model_get_n_total (events);
  const char *subject =
      jol_session_get_only_subject (session) ? jol_session_get_subject (session) : NULL;
  JolEntity *entity = subject ? jol_story_lookup (story, subject) : NULL;
  const JolSpan narrowed = jol_session_get_narrowed (session);
  const JolSpan *span = jol_span_is_set (&narrowed) ? &narrowed : jol_story_get_time (story);
  g_autofree char *dates = jol_date_format_range (&span->from, &span->to);
  GString *text = g_string_new (NULL);

  if (n == n_total)
    g_string_append_printf (text, ngettext ("%u event", "%u events", n), n);
  else
    /* Translators: how many of how many events a list shows */
    g_string_append_printf (text, ngettext ("%1$u of %2$u event", "%1$u of %2$u events", n_total),
                            n, n_total);
  if (entity)
    g_string_append_printf (text, " · %s", jol_entity_get_title (entity, language));
  g_string_append_printf (text, " · %s", dates);
  return g_string_free (text, FALSE);
}

static double
lay_out_key (JolTimelineDocument *self, JolCanvas *canvas)
{
  const JolFont font =
      jol_paper_get_font (self->theme, DETAIL_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);

  return self->has_key
             ? jol_kind_mark_paint_key (self->kinds, &font, self->theme,
                                        self->paper.width - 2.0 * JOL_PAPER_MARGIN, canvas)
             : 0.0;
}

/* Of the title, with which the first page begins. */
static double
get_title_height (JolTimelineDocument *self)
{
  return self->title ? jol_page_text_get_height (self->title, 0, G_MAXUINT) + SUBTITLE_GAP +
                           jol_page_text_get_height (self->subtitle, 0, G_MAXUINT) + KEY_GAP
                     : 0.0;
}

static void
jol_timeline_document_draw_page (JolDocument *document, guint page, JolCanvas *canvas)
{
  JolTimelineDocument *self = JOL_TIMELINE_DOCUMENT (document);

  if (jol_document_is_opaque (document))
    jol_paper_draw_ground (&self->paper, self->theme, canvas);
  jol_paper_draw_furniture (&self->paper, self->theme, jol_document_get_title (document),
                            self->head, self->foot, page, jol_document_get_n_pages (document),
                            canvas);
  if (page == 0 && self->title)
    {
      const double y = JOL_PAPER_MARGIN + jol_page_text_get_height (self->title, 0, G_MAXUINT);

      jol_page_text_draw_all (self->title, JOL_PAPER_MARGIN, JOL_PAPER_MARGIN, canvas);
      jol_page_text_draw_all (self->subtitle, JOL_PAPER_MARGIN, y + SUBTITLE_GAP, canvas);
    }
  if (page == 0)
    {
      jol_canvas_begin_place (canvas, JOL_PAPER_MARGIN, JOL_PAPER_MARGIN + get_title_height (self),
                              1.0);
      lay_out_key (self, canvas);
      jol_canvas_end_place (canvas);
    }
  jol_page_flow_draw_page (self->flow, page, canvas);
}

static void
jol_timeline_document_finalize (GObject *object)
{
  JolTimelineDocument *self = JOL_TIMELINE_DOCUMENT (object);

  jol_page_flow_free (self->flow);
  g_clear_pointer (&self->title, jol_page_text_free);
  g_clear_pointer (&self->subtitle, jol_page_text_free);
  g_free (self->head);
  g_free (self->foot);

  G_OBJECT_CLASS (jol_timeline_document_parent_class)->finalize (object);
}

static void
jol_timeline_document_class_init (JolTimelineDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_timeline_document_finalize;
  JOL_DOCUMENT_CLASS (klass)->draw_page = jol_timeline_document_draw_page;
}

static void
jol_timeline_document_init (JolTimelineDocument *self)
{
  self->flow = jol_page_flow_new ();
}

/* Returns the blocks of the years, to be found when it is laid out. */
static GArray *
add_events (JolTimelineDocument *self, JolSession *session, const char *language, double width)
{
  GListModel *events = jol_session_list_events (session);
  JolStory *story = jol_session_get_story (session);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (events, i);

      if (JOL_IS_YEAR (item))
        {
          const guint block = add_heading (self, JOL_YEAR (item), width);

          g_array_append_val (years, block);
        }
      else
        {
          add_row (self, story, JOL_EVENT (item), language, width);
        }
    }
  if (g_list_model_get_n_items (events) == 0)
    jol_page_flow_add_text (self->flow,
                            make_text (self, _ ("No events"), EVENT_SIZE, JOL_FONT_REGULAR,
                                       JOL_COLOR_TEXT_DIM, width, JOL_ANCHOR_START),
                            NULL, &(JolPageStyle){ 0 });
  return years;
}

static void
add_contents (JolTimelineDocument *self, JolSession *session, const GArray *years)
{
  GListModel *events = jol_session_list_events (session);
  guint n_years = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (events, i);
      g_autofree char *title = NULL;
      guint page;
      double y;

      if (!JOL_IS_YEAR (item))
        continue;
      title = g_strdup_printf ("%d", jol_year_get_year (JOL_YEAR (item)));
      jol_page_flow_find_block (self->flow, g_array_index (years, guint, n_years++), &page, &y);
      jol_document_add_entry (JOL_DOCUMENT (self), title, 0, page, y);
    }
}

JolDocument *
jol_document_new_timeline (JolSession *session, const JolDocumentLook *look, const JolPaper *paper)
{
  JolTimelineDocument *self = g_object_new (JOL_TYPE_TIMELINE_DOCUMENT, NULL);
  JolStory *story = jol_session_get_story (session);
  const char *title = jol_story_get_title (story, look->language);
  const double text_width = paper->width - 2.0 * JOL_PAPER_MARGIN;
  g_autofree char *subtitle = format_subtitle (session, look->language);
  g_autoptr (GArray) years = NULL;
  JolPageFrame first, others = jol_paper_get_frame (paper, 0.0, COLUMN_WIDTH);

  self->paper = *paper;
  self->theme = look->theme;
  self->has_key = look->has_legend;
  /* Translators: the list of events */
  self->head = g_strdup_printf ("%s · %s", _ ("Timeline"), subtitle);
  self->foot = g_strdup (look->has_credits ? title : "");
  if (look->has_title)
    {
      self->title = make_text (self, title, TITLE_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT, text_width,
                               JOL_ANCHOR_START);
      jol_page_text_lay_out_evenly (self->title, text_width, LEADING, JOL_ANCHOR_START);
      self->subtitle = make_text (self, self->head, SUBTITLE_SIZE, JOL_FONT_REGULAR,
                                  JOL_COLOR_TEXT_DIM, text_width, JOL_ANCHOR_START);
    }
  years =
      add_events (self, session, look->language,
                  (others.width - others.column_gap * (others.n_columns - 1)) / others.n_columns);

  first = jol_paper_get_frame (paper,
                               JOL_PAPER_MARGIN + get_title_height (self) +
                                   lay_out_key (self, NULL) + KEY_GAP - JOL_PAPER_TOP,
                               COLUMN_WIDTH);
  jol_page_flow_lay_out (self->flow, &first, &others);
  jol_document_set_info (JOL_DOCUMENT (self),
                         &(JolDocumentInfo){
                             .kind = JOL_DOCUMENT_TIMELINE,
                             .title = title,
                             .description = self->head,
                             .language = look->language,
                             .credits = jol_story_get_credits (story, look->language),
                             .n_pages = jol_page_flow_get_n_pages (self->flow),
                             .width = paper->width,
                             .height = paper->height,
                             .is_paper = TRUE,
                             .is_transparent = look->is_transparent,
                         });
  add_contents (self, session, years);
  return JOL_DOCUMENT (self);
}
