/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-buffer-private.h"

#include "jol-article-tags.h"
#include "jol-reading-time.h"
#include "jol-verdict-mark.h"

#include <glib/gi18n.h>
#include <string.h>

#define EN_SPACE "\xe2\x80\x82"
/* Stands for a line feed inside a paragraph. */
#define LINE_SEPARATOR "\xe2\x80\xa8"
#define NO_BREAK_SPACE "\xc2\xa0"

/* Where in the text one stands while writing, and what it is in the middle of. */
typedef struct
{
  JolArticleBuffer *buffer;
  guint section;
  guint serial;        /* of the link that is open, or 0 */
  JolArticleLink link; /* that link */
} Builder;

static int
append (JolArticleBuffer *self, const char *text)
{
  GtkTextIter end;
  int start;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
  start = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &end, text, -1);
  return start;
}

static int
get_length (JolArticleBuffer *self)
{
  return gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self));
}

static void
apply_tag (JolArticleBuffer *self, GtkTextTag *tag, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &to, end);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), tag, &from, &to);
}

/* From @start to the end of the text. */
static void
apply_named_tag (JolArticleBuffer *self, const char *name, int start)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));

  apply_tag (self, gtk_text_tag_table_lookup (table, name), start, get_length (self));
}

static void
append_mark (Builder *builder)
{
  JolVerdict verdict = jol_claim_get_verdict (JOL_CLAIM (builder->link.entity));
  g_autofree char *words = jol_verdict_mark_format (verdict);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autofree char *joined = g_strjoinv (NO_BREAK_SPACE, parts);
  /* Room to both sides of the words, which the mark's ground covers; never broken over lines. */
  g_autofree char *mark = g_strconcat (NO_BREAK_SPACE, joined, NO_BREAK_SPACE, NULL);

  append (builder->buffer, NO_BREAK_SPACE);
  builder->link.mark_start = append (builder->buffer, mark);
  builder->link.mark_end = get_length (builder->buffer);
  apply_tag (builder->buffer,
             jol_article_tags_get_verdict (
                 gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (builder->buffer)), verdict),
             builder->link.mark_start, builder->link.mark_end);
}

/* The numbers of the sources behind the words of the open link. */
static void
append_note (Builder *builder)
{
  g_autofree char *note = jol_citations_cite (builder->buffer->citations, builder->link.entity);

  if (!note)
    return;
  builder->link.note_start = append (builder->buffer, note);
  builder->link.note_end = get_length (builder->buffer);
  apply_named_tag (builder->buffer, "note", builder->link.note_start);
}

/* The words of the open link are all there. What follows must not stand between the words and
 * their punctuation, so a mark comes after that; returns how much of @next was taken. */
static gsize
close_link (Builder *builder, const char *next)
{
  gsize n_taken = 0;

  if (builder->serial == 0)
    return 0;

  builder->serial = 0;
  builder->link.end = get_length (builder->buffer);
  if (JOL_IS_CLAIM (builder->link.entity))
    {
      g_autofree char *punctuation = NULL;

      n_taken = strspn (next, ".,;:!?)");
      punctuation = g_strndup (next, n_taken);
      append (builder->buffer, punctuation);
      append_mark (builder);
    }
  append_note (builder);
  g_array_append_val (builder->buffer->links, builder->link);
  return n_taken;
}

static void
open_link (Builder *builder, const JolRun *run)
{
  JolEntity *entity = NULL;

  if (run->link == JOL_LINK_NONE || run->link == JOL_LINK_BAD || !run->target)
    return;
  if (run->link != JOL_LINK_WEB)
    {
      entity = jol_story_lookup (builder->buffer->story, run->target);
      if (!entity)
        return;
    }

  builder->serial = run->link_serial;
  builder->link = (JolArticleLink){
    .kind = run->link,
    .target = g_strdup (run->target),
    .date = run->date,
    .entity = entity,
    .section = builder->section,
    .start = get_length (builder->buffer),
  };
}

static void
append_run (Builder *builder, const JolRun *run)
{
  const char *text = run->text;
  g_autofree char *line = NULL;
  int start;

  if (builder->serial != 0 && builder->serial != run->link_serial)
    text += close_link (builder, run->link == JOL_LINK_NONE ? text : "");
  if (builder->serial == 0)
    open_link (builder, run);
  /* What was taken is punctuation, a byte a character. */
  jol_text_map_add (builder->buffer->map, builder->section,
                    run->offset + (guint) (text - run->text), get_length (builder->buffer));

  if (strchr (text, '\n'))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      line = g_strjoinv (LINE_SEPARATOR, lines);
      text = line;
    }
  start = append (builder->buffer, text);
  if (run->style & JOL_STYLE_EMPHASIS)
    apply_named_tag (builder->buffer, "emphasis", start);
  if (run->style & JOL_STYLE_STRONG)
    apply_named_tag (builder->buffer, "strong", start);
  if (run->style & JOL_STYLE_CODE)
    apply_named_tag (builder->buffer, "code", start);
}

static const char *
get_block_tag (const JolBlock *block)
{
  switch (block->kind)
    {
    case JOL_BLOCK_HEADING:
      return "subheading";
    case JOL_BLOCK_CODE:
      return "code-block";
    case JOL_BLOCK_RULE:
      return "rule";
    case JOL_BLOCK_ROW:
      return "hidden";
    case JOL_BLOCK_IMAGE:
      return "caption";
    case JOL_BLOCK_PARAGRAPH:
    default:
      return "paragraph";
    }
}

static void
append_runs (Builder *builder, const JolBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    append_run (builder, &g_array_index (block->runs, JolRun, i));
  close_link (builder, "");
}

static void
append_row (Builder *builder, const JolBlock *block)
{
  JolArticleBuffer *self = builder->buffer;
  const int start = get_length (self);
  int cell_start = start;
  JolArticleTable *table;
  GtkTextTag *height;

  if (block->level == 0)
    g_ptr_array_add (self->tables, jol_article_table_new ());
  table = g_ptr_array_index (self->tables, self->tables->len - 1);
  height =
      jol_article_table_begin_row (table, gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)));
  for (guint i = 0; i < block->runs->len; i++)
    {
      const JolRun *run = &g_array_index (block->runs, JolRun, i);

      if (!g_str_equal (run->text, "\t"))
        {
          append_run (builder, run);
          continue;
        }
      close_link (builder, "");
      jol_article_table_add_cell (table, cell_start, get_length (self));
      append (self, "\t");
      cell_start = get_length (self);
    }
  close_link (builder, "");
  jol_article_table_add_cell (table, cell_start, get_length (self));
  /* The line feed, which comes next, has the height of its line. */
  apply_tag (self, height, start, get_length (self));
}

static void
append_line (JolArticleBuffer *self, const char *tag, const char *text)
{
  int start = append (self, text);

  append (self, "\n");
  apply_named_tag (self, tag, start);
}

/* A line for the image, which says what is on it where that is not in the caption; or a sentence in
 * its place. */
static void
append_image (Builder *builder, const JolBlock *block)
{
  JolArticleBuffer *self = builder->buffer;
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  const JolImage *image = jol_story_get_image (self->story, block->target);
  const int start = get_length (self);
  g_autofree char *words = NULL;

  if (image && image->bytes)
    {
      g_ptr_array_add (self->images, jol_article_image_new (image, table));
      words =
          block->description
              /* Translators: in place of an image, for who cannot see it; %s says what is on it */
              ? g_strdup_printf (_ ("Image: %s"), block->description)
              : g_strdup (_ ("Image"));
      append (self, words);
      jol_article_image_set_line (g_ptr_array_index (self->images, self->images->len - 1),
                                  GTK_TEXT_BUFFER (self), start, get_length (self));
      append_line (self, "hidden", "");
      apply_named_tag (self, "hidden", start);
      return;
    }

  words = g_strdup_printf (_ ("The image “%s” cannot be shown: %s."), block->target,
                           image ? image->fault : _ ("there is no such file"));
  append_line (self, "byline", words);
}

/* Of an item that begins with what is painted: on a line of its own, since the other is not seen.
 */
static void
append_marker_line (Builder *builder, const JolBlock *block, GtkTextTag *place)
{
  const int start = append (builder->buffer, block->marker);

  append (builder->buffer, "\n");
  apply_tag (builder->buffer, place, start, get_length (builder->buffer));
}

static void
append_block (Builder *builder, const JolBlock *block, const JolBlock *next)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (builder->buffer));
  GtkTextTag *place = jol_article_tags_get_place (table, block, next);
  const gboolean is_painted = block->kind == JOL_BLOCK_ROW || block->kind == JOL_BLOCK_IMAGE;
  int block_start, start;

  if (block->marker && is_painted)
    {
      JolBlock unmarked = *block;

      append_marker_line (builder, block, place);
      unmarked.marker = NULL;
      place = jol_article_tags_get_place (table, &unmarked, next);
    }
  block_start = start = get_length (builder->buffer);
  if (block->marker && !is_painted)
    {
      append (builder->buffer, block->marker);
      append (builder->buffer, EN_SPACE);
    }
  if (block->kind == JOL_BLOCK_RULE)
    append (builder->buffer, "⁂");
  if (block->kind == JOL_BLOCK_IMAGE)
    {
      append_image (builder, block);
      start = get_length (builder->buffer);
    }
  if (block->kind == JOL_BLOCK_ROW)
    append_row (builder, block);
  else
    append_runs (builder, block);
  append (builder->buffer, "\n");
  apply_named_tag (builder->buffer, get_block_tag (block), start);
  if (jol_block_count_containers (block, JOL_CONTAINER_QUOTE) > 0)
    apply_named_tag (builder->buffer, "quoted", start);
  if (place)
    apply_tag (builder->buffer, place, block_start, get_length (builder->buffer));
}

static char *
format_byline (JolArticle *article, const char *language)
{
  const char *byline = jol_text_get (jol_article_get_byline (article), language);
  const JolDate *date = jol_article_get_date (article);
  g_autofree char *when = jol_date_is_set (date) ? jol_date_format (date) : NULL;
  guint n_words = jol_reading_time_count_words (article, language);
  g_autofree char *length = jol_reading_time_format (jol_reading_time_get_minutes (n_words));
  const char *parts[4] = { 0 };
  guint n_parts = 0;

  if (byline)
    parts[n_parts++] = byline;
  if (when)
    parts[n_parts++] = when;
  parts[n_parts++] = length;
  return g_strjoinv (" · ", (char **) parts);
}

static void
append_section (Builder *builder, const JolSection *section, const char *language)
{
  const char *heading = section->heading ? jol_text_get (section->heading, language) : NULL;
  g_autoptr (GArray) blocks = NULL;
  int start = get_length (builder->buffer);

  g_array_append_val (builder->buffer->section_starts, start);
  if (heading && *heading)
    append_line (builder->buffer, "heading", heading);
  blocks = jol_markdown_parse (jol_text_get (section->body, language));
  for (guint i = 0; i < blocks->len; i++)
    append_block (builder, &g_array_index (blocks, JolBlock, i),
                  i + 1 < blocks->len ? &g_array_index (blocks, JolBlock, i + 1) : NULL);
}

/* What is cited, by number; each is a link to itself. */
static void
append_sources (Builder *builder, const char *language)
{
  JolArticleBuffer *self = builder->buffer;
  const guint n_sources = jol_citations_get_n_sources (self->citations);

  if (n_sources > 0)
    append_line (self, "heading", _ ("Sources"));
  for (guint i = 0; i < n_sources; i++)
    {
      JolSource *source = jol_citations_get_source (self->citations, i);
      const char *id = jol_entity_get_id (JOL_ENTITY (source));
      g_autofree char *number = g_strdup_printf ("%u.\t", i + 1);
      g_autofree char *words = jol_source_format (source, language);
      const int start = append (self, number);
      JolArticleLink link = {
        .kind = JOL_LINK_SOURCE,
        .target = g_strdup (id),
        .entity = JOL_ENTITY (source),
        .section = builder->section,
        .is_entry = TRUE,
      };

      link.start = append (self, words);
      link.end = get_length (self);
      g_array_append_val (self->links, link);
      append (self, "\n");
      apply_named_tag (self, "source", start);
    }
}

/* The text ends without an empty line. */
static void
drop_last_line_feed (JolArticleBuffer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
  start = end;
  if (gtk_text_iter_backward_char (&start))
    gtk_text_buffer_delete (GTK_TEXT_BUFFER (self), &start, &end);
}

void
jol_article_buffer_write (JolArticleBuffer *self, const char *language)
{
  Builder builder = { .buffer = self };
  g_autofree char *byline = format_byline (self->article, language);
  guint n_sections;
  const JolSection *sections = jol_article_get_sections (self->article, &n_sections);

  append_line (self, "title", jol_entity_get_title (JOL_ENTITY (self->article), language));
  append_line (self, "byline", byline);
  for (builder.section = 0; builder.section < n_sections; builder.section++)
    append_section (&builder, &sections[builder.section], language);
  builder.section = MAX (n_sections, 1) - 1;
  self->sections_end = MAX (get_length (self) - 1, 0);
  append_sources (&builder, language);
  drop_last_line_feed (self);
}
