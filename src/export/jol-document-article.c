/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An article on paper. On a narrow page there is one column, and the text leaves room at its left,
 * which figures and title take, so that its lines are no longer than is good to read; on a wide
 * page there are several.
 */
#include "config.h"

#include "jol-document-article.h"

#include "jol-article-figure.h"
#include "jol-article-pages.h"
#include "jol-document-private.h"
#include "jol-source-notes.h"

#include "jol-markdown.h"
#include "jol-session.h"

#include <glib/gi18n.h>

#define COLUMN_WIDTH 330.0
#define MAX_TEXT_WIDTH 390.0
#define STORY_SIZE 9.5
#define TITLE_SIZE 25.0
#define BYLINE_SIZE 10.5
#define CREDITS_SIZE 8.0
#define HEADING_SIZE 14.5
#define HEADING_GAP 20.0
#define FIGURE_GAP 14.0
#define TITLE_LEADING 1.18
#define LEADING 1.3
#define TITLE_GAP 5.0
#define HEAD_GAP 20.0

#define JOL_TYPE_ARTICLE_DOCUMENT (jol_article_document_get_type ())
G_DECLARE_FINAL_TYPE (JolArticleDocument, jol_article_document, JOL, ARTICLE_DOCUMENT, JolDocument)

struct _JolArticleDocument
{
  JolDocument parent_instance;

  JolPaper paper;
  JolTheme theme;
  JolPageFlow *flow;
  JolPageText *story_title;
  JolPageText *title;
  JolPageText *byline; /* or NULL */
  char *foot;
};

G_DEFINE_FINAL_TYPE (JolArticleDocument, jol_article_document, JOL_TYPE_DOCUMENT)

/* While it is made. */
typedef struct
{
  JolArticleDocument *document;
  JolArticleSetting setting;
  JolSourceNotes *notes;
  JolSession *session; /* that goes through the scenes of the sections */
  JolSceneBuilder *builder;
  JolBox bounds; /* of the last scene */
  guint n_figures;
  gboolean has_key;    /* under the first of them */
  const char *credits; /* of the maps, or else of the story; or NULL */
  GArray *headings;    /* of guint: their blocks */
  GPtrArray *titles;   /* of the headings; borrowed */
} Maker;

static void
jol_article_document_draw_page (JolDocument *document, guint page, JolCanvas *canvas)
{
  JolArticleDocument *self = JOL_ARTICLE_DOCUMENT (document);
  double y = JOL_PAPER_MARGIN;

  if (jol_document_is_opaque (document))
    jol_paper_draw_ground (&self->paper, self->theme, canvas);
  jol_paper_draw_furniture (&self->paper, self->theme, jol_document_get_title (document), "",
                            self->foot, page, jol_document_get_n_pages (document), canvas);
  if (page == 0)
    {
      jol_page_text_draw_all (self->story_title, JOL_PAPER_MARGIN, y, canvas);
      y += jol_page_text_get_height (self->story_title, 0, G_MAXUINT) + TITLE_GAP;
      jol_page_text_draw_all (self->title, JOL_PAPER_MARGIN, y, canvas);
      y += jol_page_text_get_height (self->title, 0, G_MAXUINT) + TITLE_GAP;
      if (self->byline)
        jol_page_text_draw_all (self->byline, JOL_PAPER_MARGIN, y, canvas);
    }
  jol_page_flow_draw_page (self->flow, page, canvas);
}

static void
jol_article_document_finalize (GObject *object)
{
  JolArticleDocument *self = JOL_ARTICLE_DOCUMENT (object);

  jol_page_flow_free (self->flow);
  g_clear_pointer (&self->story_title, jol_page_text_free);
  g_clear_pointer (&self->title, jol_page_text_free);
  g_clear_pointer (&self->byline, jol_page_text_free);
  g_free (self->foot);

  G_OBJECT_CLASS (jol_article_document_parent_class)->finalize (object);
}

static void
jol_article_document_class_init (JolArticleDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_article_document_finalize;
  JOL_DOCUMENT_CLASS (klass)->draw_page = jol_article_document_draw_page;
}

static void
jol_article_document_init (JolArticleDocument *self)
{
  self->flow = jol_page_flow_new ();
}

static JolPageText *
make_text (JolArticleDocument *self,
           const char *string,
           double size,
           JolFontStyle style,
           JolColorRole role,
           double width,
           double leading)
{
  const JolFont font = jol_paper_get_font (self->theme, size, style, role);
  JolPageText *text = jol_page_text_new_with (string, &font);

  jol_page_text_lay_out (text, width, leading, JOL_ANCHOR_START);
  return text;
}

/* "Written for Jol · 18 May 2023"; NULL when neither is said. */
static char *
format_byline (JolArticle *article, const char *language)
{
  const char *byline = jol_text_get (jol_article_get_byline (article), language);
  const JolDate *date = jol_article_get_date (article);
  g_autofree char *when = jol_date_is_set (date) ? jol_date_format (date) : NULL;

  if (byline && when)
    return g_strdup_printf ("%s · %s", byline, when);
  return byline ? g_strdup (byline) : g_steal_pointer (&when);
}

/* Returns its height. */
static double
make_head (JolArticleDocument *self, JolStory *story, JolArticle *article, const char *language)
{
  const double width = self->paper.width - 2.0 * JOL_PAPER_MARGIN;
  g_autofree char *byline = format_byline (article, language);
  double height;

  self->story_title = make_text (self, jol_story_get_title (story, language), STORY_SIZE,
                                 JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM, width, LEADING);
  self->title = make_text (self, jol_entity_get_title (JOL_ENTITY (article), language), TITLE_SIZE,
                           JOL_FONT_BOLD, JOL_COLOR_TEXT, width, TITLE_LEADING);
  jol_page_text_lay_out_evenly (self->title, width, TITLE_LEADING, JOL_ANCHOR_START);
  height = jol_page_text_get_height (self->story_title, 0, G_MAXUINT) + 2.0 * TITLE_GAP +
           jol_page_text_get_height (self->title, 0, G_MAXUINT);
  if (byline)
    {
      self->byline = make_text (self, byline, BYLINE_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM,
                                width, LEADING);
      height += jol_page_text_get_height (self->byline, 0, G_MAXUINT);
    }

  return height;
}

static void
add_heading (Maker *maker, const char *title)
{
  JolArticleDocument *self = maker->document;
  const double indent = maker->setting.indent;
  const guint block =
      jol_page_flow_add_text (self->flow,
                              make_text (self, title, HEADING_SIZE, JOL_FONT_BOLD, JOL_COLOR_TEXT,
                                         maker->setting.width - indent, TITLE_LEADING),
                              NULL,
                              &(JolPageStyle){ .before = HEADING_GAP,
                                               .after = 2.0,
                                               .indent = indent,
                                               .keeps_next = TRUE,
                                               .is_whole = TRUE,
                                               .begins_group = TRUE });

  g_array_append_val (maker->headings, block);
  g_ptr_array_add (maker->titles, (gpointer) title);
}

static void
add_figure (Maker *maker, const JolScenePlace *scene)
{
  JolArticleFigure *figure;

  jol_session_show_scene (maker->session, scene, JOL_ORIGIN_APP);
  /* What a scene does not name stays as it is. */
  if (!jol_box_is_empty (&scene->bounds))
    maker->bounds = scene->bounds;
  maker->n_figures++;
  figure = jol_article_figure_new (maker->builder, maker->session, &maker->bounds, maker->n_figures,
                                   maker->has_key && maker->n_figures == 1, maker->setting.width,
                                   maker->setting.theme, maker->setting.language);
  maker->credits = jol_article_figure_get_credits (figure);
  jol_page_flow_add_box (
      maker->document->flow, jol_article_figure_get_height (figure), jol_article_figure_paint,
      figure, (GDestroyNotify) jol_article_figure_free,
      &(JolPageStyle){
          .before = FIGURE_GAP, .after = FIGURE_GAP, .floats = TRUE, .begins_group = TRUE });
}

/* Of the first paragraph, or the whole table, of a section. */
static guint
count_first_blocks (const GArray *blocks)
{
  guint n = MIN (blocks->len, 1);

  while (n > 0 && n < blocks->len &&
         g_array_index (blocks, JolBlock, n - 1).kind == JOL_BLOCK_ROW &&
         g_array_index (blocks, JolBlock, n).kind == JOL_BLOCK_ROW)
    n++;
  return n;
}

/* The figure comes after what the section begins with, to which its heading is held. */
static void
add_section (Maker *maker, const JolSection *section)
{
  JolPageFlow *flow = maker->document->flow;
  const char *heading = jol_text_get (section->heading, maker->setting.language);
  g_autoptr (GArray) blocks =
      jol_markdown_parse (jol_text_get (section->body, maker->setting.language));
  const guint first = count_first_blocks (blocks);

  if (heading && *heading)
    add_heading (maker, heading);
  jol_article_pages_append (flow, blocks, 0, first, maker->notes, &maker->setting);
  if (section->scene)
    add_figure (maker, section->scene);
  jol_article_pages_append (flow, blocks, first, blocks->len, maker->notes, &maker->setting);
}

static void
add_sources (Maker *maker, JolArticle *article)
{
  const char *const *ids = jol_entity_get_source_ids (JOL_ENTITY (article));

  for (guint i = 0; ids[i]; i++)
    jol_source_notes_add (maker->notes, ids[i]);
  if (jol_source_notes_get_n (maker->notes) == 0)
    return;

  add_heading (maker, _ ("Sources"));
  jol_source_notes_append (maker->notes, maker->document->flow, maker->setting.width,
                           maker->setting.indent, maker->setting.theme, maker->setting.language);
}

static void
add_credits (Maker *maker, const char *credits)
{
  const double indent = maker->setting.indent;

  jol_page_flow_add_text (
      maker->document->flow,
      make_text (maker->document, credits, CREDITS_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM,
                 maker->setting.width - indent, LEADING),
      NULL,
      &(JolPageStyle){
          .before = FIGURE_GAP, .indent = indent, .is_whole = TRUE, .begins_group = TRUE });
}

static void
add_contents (Maker *maker)
{
  for (guint i = 0; i < maker->headings->len; i++)
    {
      guint page;
      double y;

      jol_page_flow_find_block (maker->document->flow, g_array_index (maker->headings, guint, i),
                                &page, &y);
      jol_document_add_entry (JOL_DOCUMENT (maker->document), g_ptr_array_index (maker->titles, i),
                              0, page, y);
    }
}

static void
set_info (JolArticleDocument *self,
          JolStory *story,
          JolArticle *article,
          const JolDocumentLook *look)
{
  const char *title = jol_entity_get_title (JOL_ENTITY (article), look->language);
  const char *author = jol_text_get (jol_article_get_byline (article), look->language);

  jol_document_set_info (JOL_DOCUMENT (self),
                         &(JolDocumentInfo){
                             .kind = JOL_DOCUMENT_ARTICLE,
                             .title = title,
                             .description = jol_story_get_title (story, look->language),
                             .language = look->language,
                             .author = author,
                             .credits = jol_story_get_credits (story, look->language),
                             .n_pages = jol_page_flow_get_n_pages (self->flow),
                             .width = self->paper.width,
                             .height = self->paper.height,
                             .is_paper = TRUE,
                             .is_transparent = look->is_transparent,
                         });
}

JolDocument *
jol_document_new_article (JolStory *story,
                          JolArticle *article,
                          const JolDocumentLook *look,
                          const JolPaper *paper)
{
  JolArticleDocument *self = g_object_new (JOL_TYPE_ARTICLE_DOCUMENT, NULL);
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();
  g_autoptr (JolSourceNotes) notes = jol_source_notes_new (story);
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  JolPageFrame first, others = jol_paper_get_frame (paper, 0.0, COLUMN_WIDTH);
  const double width =
      (others.width - others.column_gap * (others.n_columns - 1)) / others.n_columns;
  Maker maker = { .document = self,
                  .setting = { story, look->theme, look->language, width,
                               others.n_columns == 1 ? MAX (width - MAX_TEXT_WIDTH, 0.0) : 0.0 },
                  .notes = notes,
                  .session = session,
                  .builder = builder,
                  .bounds = JOL_BOX_EMPTY,
                  .has_key = look->has_legend,
                  .credits = jol_story_get_credits (story, look->language),
                  .headings = headings,
                  .titles = titles };
  guint n_sections;
  const JolSection *sections = jol_article_get_sections (article, &n_sections);
  double head_height;

  self->paper = *paper;
  self->theme = look->theme;
  self->foot = g_strdup (jol_story_get_title (story, look->language));
  head_height = make_head (self, story, article, look->language);
  jol_session_set_story (session, story);
  for (guint i = 0; i < n_sections; i++)
    add_section (&maker, &sections[i]);
  add_sources (&maker, article);
  if (look->has_credits && maker.credits)
    add_credits (&maker, maker.credits);

  first = jol_paper_get_frame (paper, JOL_PAPER_MARGIN + head_height + HEAD_GAP - JOL_PAPER_TOP,
                               COLUMN_WIDTH);
  jol_page_flow_lay_out (self->flow, &first, &others);
  set_info (self, story, article, look);
  add_contents (&maker);
  return JOL_DOCUMENT (self);
}
