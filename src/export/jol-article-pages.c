/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the blocks of a text to those of a page. */
#include "config.h"

#include "jol-article-pages.h"

#include "jol-page-image.h"
#include "jol-page-table.h"
#include "jol-paper.h"

#include "jol-markdown.h"
#include "jol-verdict-mark.h"

#include <glib/gi18n.h>

#include <math.h>

#define PARAGRAPH_GAP 6.0
#define ITEM_GAP 2.5
#define HEADING_SIZE 11.5
#define HEADING_GAP 12.0
#define CODE_SIZE 9.0
#define QUOTE_INDENT 16.0
#define LIST_INDENT 16.0
#define BAR_WIDTH 2.0
#define RULE_HEIGHT 8.0
#define CAPTION_SIZE 8.5
#define IMAGE_GAP 10.0
#define MAX_IMAGE_HEIGHT 340.0
#define MARK_SIZE 0.76 /* of the text's */

typedef struct
{
  JolPageFlow *flow;
  JolSourceNotes *notes;
  const JolArticleSetting *setting;
} Setter;

static JolFont
get_font (const Setter *setter, double size, JolFontStyle style)
{
  return jol_paper_get_font (setter->setting->theme, size, style, JOL_COLOR_TEXT);
}

static JolFontStyle
get_style (JolRunStyle style)
{
  if (style & JOL_STYLE_STRONG)
    return JOL_FONT_BOLD;
  return style & JOL_STYLE_EMPHASIS ? JOL_FONT_ITALIC : JOL_FONT_REGULAR;
}

/* What was found, and the numbers of what it rests on. */
static void
add_verdict (const JolArticleSetting *setting,
             JolSourceNotes *notes,
             JolPageText *text,
             const char *id,
             const JolFont *font)
{
  JolEntity *claim = jol_story_lookup (setting->story, id);
  JolFont small = *font;
  g_autofree char *mark = NULL;
  g_autofree char *word = NULL;

  if (!JOL_IS_CLAIM (claim))
    return;

  /* On one line: neither begins it alone. */
  mark = jol_verdict_mark_format (jol_claim_get_verdict (JOL_CLAIM (claim)));
  word = g_strconcat (" ", mark, NULL);
  small.size_px *= MARK_SIZE;
  small.style = JOL_FONT_BOLD;
  small.color = jol_palette_get_verdict (setting->theme, jol_claim_get_verdict (JOL_CLAIM (claim)));
  jol_page_text_add_unbroken (text, word, &small);
  jol_source_notes_mark (notes, text, jol_entity_get_source_ids (claim), font);
}

static const char *
get_address (JolSourceNotes *notes, const JolRun *run)
{
  guint number;

  switch (run->link)
    {
    case JOL_LINK_WEB:
      return run->target;
    case JOL_LINK_SOURCE:
      number = jol_source_notes_add (notes, run->target);
      return number > 0 ? jol_source_notes_get_address (notes, number) : NULL;
    case JOL_LINK_NONE:
    case JOL_LINK_MENTION:
    case JOL_LINK_CLAIM:
    case JOL_LINK_BAD:
    default:
      return NULL;
    }
}

JolPageText *
jol_article_pages_make_text (const JolArticleSetting *setting,
                             JolSourceNotes *notes,
                             const GArray *runs,
                             guint from,
                             guint to,
                             double size,
                             gboolean is_bold)
{
  JolPageText *text = jol_page_text_new ();

  for (guint i = from; i < to; i++)
    {
      const JolRun *run = &g_array_index (runs, JolRun, i);
      const JolRun *next = i + 1 < to ? &g_array_index (runs, JolRun, i + 1) : NULL;
      const JolFont font = jol_paper_get_font (
          setting->theme, size, is_bold ? JOL_FONT_BOLD : get_style (run->style), JOL_COLOR_TEXT);

      jol_page_text_add (text, run->text, &font, get_address (notes, run));
      /* A link of several runs says once where it leads. */
      if (run->link == JOL_LINK_NONE || (next && next->link_serial == run->link_serial))
        continue;
      if (run->link == JOL_LINK_SOURCE)
        jol_source_notes_mark (notes, text, (const char *const[]){ run->target, NULL }, &font);
      else if (run->link == JOL_LINK_CLAIM)
        add_verdict (setting, notes, text, run->target, &font);
    }

  return text;
}

/* Quotations and lists move a block to the right, each level farther. */
static double
find_indent (const JolBlock *block, gboolean *is_quote_out, double *marker_x_out)
{
  double indent = 0.0;

  *is_quote_out = FALSE;
  *marker_x_out = 0.0;
  for (guint i = 0; i < block->containers->len; i++)
    {
      const JolContainer *container = &g_array_index (block->containers, JolContainer, i);

      if (container->kind == JOL_CONTAINER_QUOTE)
        indent += QUOTE_INDENT;
      else if (container->kind == JOL_CONTAINER_ITEM)
        {
          *marker_x_out = indent;
          indent += LIST_INDENT;
        }
      *is_quote_out = container->kind == JOL_CONTAINER_QUOTE;
    }

  return indent;
}

static void
add_text (const Setter *setter, const JolBlock *block)
{
  const JolArticleSetting *setting = setter->setting;
  const gboolean is_heading = block->kind == JOL_BLOCK_HEADING;
  const double size = is_heading                      ? HEADING_SIZE
                      : block->kind == JOL_BLOCK_CODE ? CODE_SIZE
                                                      : JOL_ARTICLE_SIZE;
  const JolFont font = get_font (setter, JOL_ARTICLE_SIZE, JOL_FONT_REGULAR);
  gboolean is_quote;
  double marker_x;
  JolPageStyle style = { .before = is_heading ? HEADING_GAP : PARAGRAPH_GAP,
                         .keeps_next = is_heading,
                         .begins_group = TRUE };
  JolPageText *text = jol_article_pages_make_text (setting, setter->notes, block->runs, 0,
                                                   block->runs->len, size, is_heading);
  JolPageText *marker = NULL;

  style.indent = setting->indent + find_indent (block, &is_quote, &marker_x);
  if (is_quote)
    {
      style.bar_width = BAR_WIDTH;
      style.bar_color = jol_palette_get (setting->theme, JOL_COLOR_PANEL_LINE);
    }
  if (jol_block_count_containers (block, JOL_CONTAINER_ITEM) > 0)
    style.before = ITEM_GAP;
  if (block->marker)
    {
      marker = jol_page_text_new_with (block->marker, &font);
      jol_page_text_lay_out (marker, style.indent - 4.0, JOL_ARTICLE_LEADING, JOL_ANCHOR_END);
    }
  jol_page_text_lay_out (text, setting->width - style.indent, JOL_ARTICLE_LEADING,
                         JOL_ANCHOR_START);
  if (jol_page_text_get_n_lines (text) > 0)
    {
      jol_page_flow_add_text (setter->flow, text, marker, &style);
      return;
    }
  jol_page_text_free (text);
  g_clear_pointer (&marker, jol_page_text_free);
}

static void
paint_rule (JolCanvas *canvas, double width, double height, gpointer color)
{
  jol_canvas_move_to (canvas, width * 0.35, height / 2.0);
  jol_canvas_line_to (canvas, width * 0.65, height / 2.0);
  jol_canvas_stroke (canvas, &(JolStroke){ .color = *(const JolColor *) color, .width_px = 0.75 });
}

static void
add_rule (const Setter *setter)
{
  JolColor *color = g_new (JolColor, 1);

  *color = jol_palette_get (setter->setting->theme, JOL_COLOR_TEXT_DIM);
  jol_page_flow_add_box (setter->flow, RULE_HEIGHT, paint_rule, color, g_free,
                         &(JolPageStyle){ .before = PARAGRAPH_GAP,
                                          .indent = setter->setting->indent,
                                          .begins_group = TRUE });
}

/* What cannot be shown is named in its place. */
static void
add_image (const Setter *setter, const JolBlock *block)
{
  const JolArticleSetting *setting = setter->setting;
  const double width = setting->width - setting->indent;
  const JolImage *image = jol_story_get_image (setting->story, block->target);
  JolPageText *caption = jol_article_pages_make_text (setting, setter->notes, block->runs, 0,
                                                      block->runs->len, CAPTION_SIZE, FALSE);
  JolPageImage *picture;

  jol_page_text_lay_out (caption, width, JOL_ARTICLE_LEADING, JOL_ANCHOR_START);
  picture = image ? jol_page_image_new (image, caption, width, MAX_IMAGE_HEIGHT) : NULL;
  if (picture)
    {
      jol_page_flow_add_box (setter->flow, jol_page_image_get_height (picture),
                             jol_page_image_paint, picture, (GDestroyNotify) jol_page_image_free,
                             &(JolPageStyle){ .before = IMAGE_GAP,
                                              .after = IMAGE_GAP,
                                              .indent = setting->indent,
                                              .floats = TRUE,
                                              .begins_group = TRUE });
    }
  else
    {
      const JolFont font =
          jol_paper_get_font (setting->theme, CAPTION_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
      g_autofree char *words =
          g_strdup_printf (_ ("The image “%s” cannot be shown: %s."), block->target,
                           image && image->fault ? image->fault
                           : image               ? _ ("it is damaged")
                                                 : _ ("there is no such file"));
      JolPageText *text = jol_page_text_new_with (words, &font);

      jol_page_text_lay_out (text, width, JOL_ARTICLE_LEADING, JOL_ANCHOR_START);
      jol_page_flow_add_text (setter->flow, text, NULL,
                              &(JolPageStyle){ .before = PARAGRAPH_GAP,
                                               .indent = setting->indent,
                                               .begins_group = TRUE });
      if (!image)
        jol_page_text_free (caption);
    }
}

void
jol_article_pages_append (JolPageFlow *flow,
                          const GArray *blocks,
                          guint from,
                          guint to,
                          JolSourceNotes *notes,
                          const JolArticleSetting *setting)
{
  const Setter setter = { flow, notes, setting };

  for (guint i = from; i < to; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);
      guint n_rows = 0;

      while (i + n_rows < to &&
             g_array_index (blocks, JolBlock, i + n_rows).kind == JOL_BLOCK_ROW &&
             (n_rows == 0 || g_array_index (blocks, JolBlock, i + n_rows).level > 0))
        n_rows++;
      if (n_rows > 0)
        {
          jol_page_table_append (flow, block, n_rows, notes, setting);
          i += n_rows - 1;
        }
      else if (block->kind == JOL_BLOCK_RULE)
        add_rule (&setter);
      else if (block->kind == JOL_BLOCK_IMAGE)
        add_image (&setter, block);
      else
        add_text (&setter, block);
    }
}
