/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-document-card.h"

#include "jol-article-figure.h"
#include "jol-card-facts.h"
#include "jol-document-private.h"
#include "jol-source-notes.h"
#include "jol-subject-box.h"
#include "jol-throughput-chart.h"

#include "jol-kind-line.h"
#include "jol-short-date.h"
#include "jol-verdict-mark.h"

#include <glib/gi18n.h>

#define COLUMN_WIDTH 215.0
#define TITLE_SIZE 21.0
#define KIND_SIZE 11.0
#define HEADING_SIZE 11.5
#define SIZE 9.5
#define NOTE_SIZE 8.0
#define LEADING 1.3
#define TITLE_GAP 4.0
#define HEAD_GAP 16.0
#define HEADING_GAP 13.0
#define ROW_GAP 3.5
#define CAPTION_WIDTH 72.0
#define CHART_HEIGHT 64.0
#define ENDLESS 20000.0 /* longer than any */
#define BALANCE_STEP 2.0
#define READABLE_SCALE 0.92

/* Its type, of what it is when there is room. */
static const double scales[] = { 1.0, 0.92, 0.84, 0.77 };

#define JOL_TYPE_CARD_DOCUMENT (jol_card_document_get_type ())
G_DECLARE_FINAL_TYPE (JolCardDocument, jol_card_document, JOL, CARD_DOCUMENT, JolDocument)

struct _JolCardDocument
{
  JolDocument parent_instance;

  JolPaper paper;
  JolTheme theme;
  JolPageFlow *flow;
  JolPageText *title; /* or NULL, and so is what is under it */
  JolPageText *kind;
  char *foot;
};

G_DEFINE_FINAL_TYPE (JolCardDocument, jol_card_document, JOL_TYPE_DOCUMENT)

/* While it is made. */
typedef struct
{
  JolCardDocument *document;
  JolSession *session;
  JolStory *story;
  JolEntity *entity;
  const char *language;
  double width; /* of a column */
  gboolean has_key;
  gboolean has_credits;
  double scale;
} Maker;

static void
jol_card_document_draw_page (JolDocument *document, guint page, JolCanvas *canvas)
{
  JolCardDocument *self = JOL_CARD_DOCUMENT (document);

  if (jol_document_is_opaque (document))
    jol_paper_draw_ground (&self->paper, self->theme, canvas);
  jol_paper_draw_furniture (&self->paper, self->theme, jol_document_get_title (document), "",
                            self->foot, page, jol_document_get_n_pages (document), canvas);
  if (page == 0 && self->title)
    {
      jol_page_text_draw_all (self->title, JOL_PAPER_MARGIN, JOL_PAPER_MARGIN, canvas);
      jol_page_text_draw_all (self->kind, JOL_PAPER_MARGIN,
                              JOL_PAPER_MARGIN + TITLE_GAP +
                                  jol_page_text_get_height (self->title, 0, G_MAXUINT),
                              canvas);
    }
  jol_page_flow_draw_page (self->flow, page, canvas);
}

static void
jol_card_document_finalize (GObject *object)
{
  JolCardDocument *self = JOL_CARD_DOCUMENT (object);

  g_clear_pointer (&self->flow, jol_page_flow_free);
  g_clear_pointer (&self->title, jol_page_text_free);
  g_clear_pointer (&self->kind, jol_page_text_free);
  g_free (self->foot);

  G_OBJECT_CLASS (jol_card_document_parent_class)->finalize (object);
}

static void
jol_card_document_class_init (JolCardDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_card_document_finalize;
  JOL_DOCUMENT_CLASS (klass)->draw_page = jol_card_document_draw_page;
}

static void
jol_card_document_init (JolCardDocument *self)
{
}

static JolFont
get_font (const Maker *maker, double size, JolFontStyle style, JolColorRole role)
{
  return jol_paper_get_font (maker->document->theme, size * maker->scale, style, role);
}

static JolPageText *
make_heading (const Maker *maker, const char *heading)
{
  const JolFont font = get_font (maker, HEADING_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT);
  JolPageText *text = jol_page_text_new_with (heading, &font);

  jol_page_text_lay_out (text, maker->width, LEADING, JOL_ANCHOR_START);
  return text;
}

static void
paint_heading (JolCanvas *canvas, double width, double height, gpointer heading)
{
  jol_page_text_draw_all (heading, 0.0, 0.0, canvas);
}

static void
add_heading (const Maker *maker, const char *heading)
{
  /* Translators: over what began in the column before; %s is its heading, "Events" */
  g_autofree char *again = g_strdup_printf (_ ("%s, continued"), heading);
  JolPageText *repeat = make_heading (maker, again);
  const guint block =
      jol_page_flow_add_text (maker->document->flow, make_heading (maker, heading), NULL,
                              &(JolPageStyle){ .before = HEADING_GAP * maker->scale,
                                               .after = ROW_GAP * maker->scale,
                                               .keeps_next = TRUE,
                                               .begins_group = TRUE });

  jol_page_flow_set_repeat (maker->document->flow, block,
                            jol_page_text_get_height (repeat, 0, G_MAXUINT) +
                                ROW_GAP * maker->scale,
                            paint_heading, repeat, (GDestroyNotify) jol_page_text_free);
}

/* A row with a caption at its left; takes @text, which is not laid out. */
static void
add_row (const Maker *maker, const char *caption, JolPageText *text)
{
  const JolFont dim = get_font (maker, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  const double indent = CAPTION_WIDTH * maker->scale;
  JolPageText *marker = jol_page_text_new_with (caption, &dim);

  jol_page_text_lay_out (marker, indent - 6.0 * maker->scale, LEADING, JOL_ANCHOR_START);
  /* A long caption takes the lines that the text has. */
  jol_page_text_lay_out (text, maker->width - indent, LEADING, JOL_ANCHOR_START);
  while (jol_page_text_get_n_lines (text) < jol_page_text_get_n_lines (marker))
    {
      jol_page_text_add (text, "\n\u00a0", &dim, NULL);
      jol_page_text_lay_out (text, maker->width - indent, LEADING, JOL_ANCHOR_START);
    }
  jol_page_flow_add_text (
      maker->document->flow, text, marker,
      &(JolPageStyle){ .before = ROW_GAP * maker->scale, .indent = indent, .is_whole = TRUE });
}

static void
add_facts (const Maker *maker, const GArray *facts)
{
  const JolFont font = get_font (maker, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
  const JolFont small = get_font (maker, NOTE_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);

  for (guint i = 0; i < facts->len; i++)
    {
      const JolCardFact *fact = &g_array_index (facts, JolCardFact, i);
      JolPageText *text = jol_page_text_new_with (fact->value, &font);

      if (fact->note)
        {
          jol_page_text_add (text, "\n", &small, NULL);
          jol_page_text_add (text, fact->note, &small, NULL);
        }
      add_row (maker, fact->caption, text);
    }
}

/* Returns to whom it is owed, or NULL. */
static const char *
add_map (const Maker *maker, JolSceneBuilder *builder)
{
  const JolBox box = jol_subject_box (maker->story, maker->entity);
  JolArticleFigure *figure;

  if (jol_box_is_empty (&box))
    return NULL;

  figure = jol_article_figure_new (builder, maker->session, &box, 0, maker->has_key, maker->width,
                                   maker->document->theme, maker->language);
  jol_page_flow_add_box (maker->document->flow, jol_article_figure_get_height (figure),
                         jol_article_figure_paint, figure, (GDestroyNotify) jol_article_figure_free,
                         &(JolPageStyle){ .after = 8.0 * maker->scale });
  return jol_article_figure_get_credits (figure);
}

static void
add_summary (const Maker *maker)
{
  const JolFont font = get_font (maker, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
  const char *summary = jol_entity_get_summary (maker->entity, maker->language);
  JolPageText *text;

  if (!summary || !*summary)
    return;
  text = jol_page_text_new_with (summary, &font);
  jol_page_text_lay_out (text, maker->width, LEADING, JOL_ANCHOR_START);
  jol_page_flow_add_text (maker->document->flow, text, NULL,
                          &(JolPageStyle){ .before = ROW_GAP, .after = 4.0 });
}

static void
add_chart (const Maker *maker)
{
  JolThroughputChart *chart;

  if (!JOL_IS_ROUTE (maker->entity))
    return;
  chart = jol_throughput_chart_new (JOL_ROUTE (maker->entity),
                                    jol_session_get_date (maker->session)->year,
                                    NOTE_SIZE * maker->scale, maker->document->theme);
  if (!chart)
    return;
  add_heading (maker, jol_throughput_chart_get_title (chart));
  jol_page_flow_add_box (
      maker->document->flow, CHART_HEIGHT * maker->scale, jol_throughput_chart_paint, chart,
      (GDestroyNotify) jol_throughput_chart_free, &(JolPageStyle){ .before = ROW_GAP });
}

static void
add_events (const Maker *maker)
{
  const JolFont font = get_font (maker, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
  const GPtrArray *events =
      jol_story_get_events_about (maker->story, jol_entity_get_id (maker->entity));
  gboolean is_first = TRUE;

  for (guint i = 0; i < events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (events, i);
      g_autofree char *date = jol_short_date_format (jol_event_get_date (event));

      /* An event is about itself. */
      if (JOL_ENTITY (event) == maker->entity)
        continue;
      if (is_first)
        add_heading (maker, _ ("Events"));
      is_first = FALSE;
      add_row (maker, date,
               jol_page_text_new_with (jol_entity_get_title (JOL_ENTITY (event), maker->language),
                                       &font));
    }
}

static void
add_claims (const Maker *maker)
{
  const JolFont font = get_font (maker, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
  const GPtrArray *claims =
      jol_story_get_claims_about (maker->story, jol_entity_get_id (maker->entity));

  if (claims->len > 0)
    add_heading (maker, _ ("Claims"));
  for (guint i = 0; i < claims->len; i++)
    {
      JolClaim *claim = g_ptr_array_index (claims, i);
      const JolVerdict verdict = jol_claim_get_verdict (claim);
      g_autofree char *mark = jol_verdict_mark_format (verdict);
      JolFont bold = get_font (maker, NOTE_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT);
      JolPageText *text = jol_page_text_new_with (
          jol_entity_get_title (JOL_ENTITY (claim), maker->language), &font);

      bold.color = jol_palette_get_verdict (maker->document->theme, verdict);
      jol_page_text_add (text, "  ", &bold, NULL);
      jol_page_text_add_unbroken (text, mark, &bold);
      jol_page_text_lay_out (text, maker->width, LEADING, JOL_ANCHOR_START);
      jol_page_flow_add_text (
          maker->document->flow, text, NULL,
          &(JolPageStyle){ .before = ROW_GAP * maker->scale, .is_whole = TRUE });
    }
}

/* One after another, each leading to where it is: they are many, and here not what is read. */
static void
add_sources (const Maker *maker)
{
  const JolFont font = get_font (maker, NOTE_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  g_autoptr (GPtrArray) ids = jol_card_list_sources (maker->entity);
  JolPageText *text = jol_page_text_new ();
  guint n = 0;

  for (guint i = 0; i + 1 < ids->len; i++)
    {
      JolEntity *source = jol_story_lookup (maker->story, g_ptr_array_index (ids, i));
      g_autofree char *line = NULL;

      if (!JOL_IS_SOURCE (source))
        continue;
      line = jol_source_format (JOL_SOURCE (source), maker->language);
      if (n++ > 0)
        jol_page_text_add (text, " · ", &font, NULL);
      jol_page_text_add (text, line, &font, jol_source_get_url (JOL_SOURCE (source)));
    }
  if (n == 0)
    {
      jol_page_text_free (text);
      return;
    }
  add_heading (maker, _ ("Sources"));
  jol_page_text_lay_out (text, maker->width, LEADING, JOL_ANCHOR_START);
  jol_page_flow_add_text (maker->document->flow, text, NULL, &(JolPageStyle){ .before = ROW_GAP });
}

static void
make_head (const Maker *maker)
{
  JolCardDocument *self = maker->document;
  const double width = self->paper.width - 2.0 * JOL_PAPER_MARGIN;
  const JolFont bold = jol_paper_get_font (self->theme, TITLE_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT);
  JolFont kind_font =
      jol_paper_get_font (self->theme, KIND_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT_DIM);
  g_autofree char *kind =
      jol_kind_line_format (maker->entity, jol_session_get_date (maker->session), maker->language);

  if (JOL_IS_ROUTE (maker->entity))
    kind_font.color = jol_palette_get_commodity (
        self->theme, jol_route_get_commodity (JOL_ROUTE (maker->entity)));
  else if (JOL_IS_CLAIM (maker->entity))
    kind_font.color =
        jol_palette_get_verdict (self->theme, jol_claim_get_verdict (JOL_CLAIM (maker->entity)));
  self->title =
      jol_page_text_new_with (jol_entity_get_title (maker->entity, maker->language), &bold);
  jol_page_text_lay_out_evenly (self->title, width, 1.18, JOL_ANCHOR_START);
  self->kind = jol_page_text_new_with (kind, &kind_font);
  jol_page_text_lay_out (self->kind, width, LEADING, JOL_ANCHOR_START);
}

static void
add_credits (const Maker *maker, const char *credits)
{
  const JolFont font = get_font (maker, NOTE_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  JolPageText *text;

  if (!maker->has_credits || !credits)
    return;
  text = jol_page_text_new_with (credits, &font);
  jol_page_text_lay_out (text, maker->width, LEADING, JOL_ANCHOR_START);
  jol_page_flow_add_text (maker->document->flow, text, NULL,
                          &(JolPageStyle){ .before = HEADING_GAP * maker->scale,
                                           .begins_group = TRUE,
                                           .is_whole = TRUE });
}

static void
add_all (const Maker *maker, JolSceneBuilder *builder)
{
  JolCardDocument *self = maker->document;
  g_autoptr (GArray) facts = jol_card_list_facts (maker->session, maker->entity, maker->language);
  g_autoptr (GArray) history = jol_card_list_history (maker->entity, maker->language);
  const char *credits;

  g_clear_pointer (&self->flow, jol_page_flow_free);
  self->flow = jol_page_flow_new ();
  credits = add_map (maker, builder);
  add_summary (maker);
  add_facts (maker, facts);
  add_chart (maker);
  if (history->len > 0)
    {
      add_heading (maker, _ ("History"));
      add_facts (maker, history);
    }
  add_events (maker);
  add_claims (maker);
  add_sources (maker);
  add_credits (maker, credits);
}

/* The least height of the last page's columns that holds all, so that they end together. Sets
 * @frame to it; @n_pages is what there is room for now. */
static void
balance (JolPageFlow *flow,
         const JolPageFrame *first,
         const JolPageFrame *others,
         JolPageFrame *frame,
         guint n_pages)
{
  double low = 0.0, high = frame->height;

  while (high - low > BALANCE_STEP)
    {
      frame->height = (low + high) / 2.0;
      jol_page_flow_lay_out (flow, first, others);
      if (jol_page_flow_get_n_pages (flow) <= n_pages)
        high = frame->height;
      else
        low = frame->height;
    }
  frame->height = high;
  jol_page_flow_lay_out (flow, first, others);
}

static void
lay_out (const Maker *maker, JolSceneBuilder *builder)
{
  JolCardDocument *self = maker->document;
  const double head = self->title
                          ? jol_page_text_get_height (self->title, 0, G_MAXUINT) + TITLE_GAP +
                                jol_page_text_get_height (self->kind, 0, G_MAXUINT) + HEAD_GAP
                          : 0.0;
  JolPageFrame first =
      jol_paper_get_frame (&self->paper, JOL_PAPER_MARGIN + head - JOL_PAPER_TOP, COLUMN_WIDTH);
  JolPageFrame others = jol_paper_get_frame (&self->paper, 0.0, COLUMN_WIDTH);
  guint n_pages;

  add_all (maker, builder);
  if (self->paper.is_endless)
    first.height = ENDLESS;
  jol_page_flow_lay_out (self->flow, &first, &others);
  n_pages = jol_page_flow_get_n_pages (self->flow);
  if (n_pages <= 2)
    balance (self->flow, &first, &others, n_pages == 1 ? &first : &others, n_pages);
  if (self->paper.is_endless)
    self->paper.height = jol_page_flow_get_bottom (self->flow, 0) + JOL_PAPER_BOTTOM;
}

JolDocument *
jol_document_new_card (JolSession *session,
                       JolEntity *entity,
                       const JolDocumentLook *look,
                       const JolPaper *paper)
{
  JolCardDocument *self = g_object_new (JOL_TYPE_CARD_DOCUMENT, NULL);
  JolStory *story = jol_session_get_story (session);
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();
  const JolPageFrame frame = jol_paper_get_frame (paper, 0.0, COLUMN_WIDTH);
  g_autofree char *date = jol_date_format (jol_session_get_date (session));
  Maker maker = { .document = self,
                  .session = session,
                  .story = story,
                  .entity = entity,
                  .language = look->language,
                  .has_key = look->has_legend,
                  .has_credits = look->has_credits,
                  .width =
                      (frame.width - frame.column_gap * (frame.n_columns - 1)) / frame.n_columns };
  g_autofree char *kind =
      jol_kind_line_format (entity, jol_session_get_date (session), look->language);

  self->paper = *paper;
  self->theme = look->theme;
  self->foot = g_strdup (jol_story_get_title (story, look->language));
  if (look->has_title)
    make_head (&maker);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      maker.scale = scales[i];
      lay_out (&maker, builder);
      if (jol_page_flow_get_n_pages (self->flow) == 1)
        break;
    }
  if (jol_page_flow_get_n_pages (self->flow) > 1)
    {
      /* It does not fit anyway, so it is set to be read. */
      maker.scale = READABLE_SCALE;
      lay_out (&maker, builder);
    }
  jol_document_set_info (JOL_DOCUMENT (self),
                         &(JolDocumentInfo){
                             .kind = JOL_DOCUMENT_CARD,
                             .title = jol_entity_get_title (entity, look->language),
                             .description = kind,
                             .language = look->language,
                             .date_label = date,
                             .credits = jol_story_get_credits (story, look->language),
                             .n_pages = jol_page_flow_get_n_pages (self->flow),
                             .width = self->paper.width,
                             .height = self->paper.height,
                             .is_paper = TRUE,
                             .is_transparent = look->is_transparent,
                         });
  return JOL_DOCUMENT (self);
}
