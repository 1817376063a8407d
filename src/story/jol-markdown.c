/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CommonMark by libcmark's tree, flattened into blocks of runs: all that a text view needs, and
 * nothing of HTML, which is left out wherever it stands. A link's runs share a serial, so that "a
 * *very* long link" is one link.
 *
 * CommonMark has no tables. A fenced block named "table" is one: a row a line, cells between bars,
 * the heads first. Other programs show it as it is written.
 */
#include "config.h"

#include "jol-markdown.h"

#include <cmark.h>
#include <string.h>

typedef struct
{
  GArray *blocks; /* of JolBlock */
  JolRunStyle style;
  JolLinkKind link;
  char *target;
  JolDate date;
  guint link_serial;
  guint last_serial;
  guint quote_depth;
  guint list_depth;
  char *marker; /* of the item whose first block has not begun */
} Reader;

static cmark_node *parse_document (const char *text);
static void enter_node (Reader *reader, cmark_node *node);
static void leave_node (Reader *reader, cmark_node *node);

static void
clear_run (gpointer data)
{
  JolRun *run = data;

  g_free (run->text);
  g_free (run->target);
}

static void
clear_block (gpointer data)
{
  JolBlock *block = data;

  g_free (block->marker);
  g_array_unref (block->runs);
}

static JolBlock *
begin_block (Reader *reader, JolBlockKind kind, guint level, guint line)
{
  JolBlock block = { .kind = kind, .level = level, .line = line };

  block.runs = g_array_new (FALSE, TRUE, sizeof (JolRun));
  g_array_set_clear_func (block.runs, clear_run);
  if (kind == JOL_BLOCK_ITEM)
    block.marker = g_steal_pointer (&reader->marker);
  g_array_append_val (reader->blocks, block);
  return &g_array_index (reader->blocks, JolBlock, reader->blocks->len - 1);
}

/* Text goes to the block begun last; text of the same look joins the run before. */
static void
append_text (Reader *reader, const char *text, JolRunStyle style)
{
  JolBlock *block;
  JolRun *last;
  JolRun run = { 0 };

  if (reader->blocks->len == 0 || !text || !*text)
    return;

  block = &g_array_index (reader->blocks, JolBlock, reader->blocks->len - 1);
  last = block->runs->len > 0 ? &g_array_index (block->runs, JolRun, block->runs->len - 1) : NULL;
  if (last && last->style == style && last->link_serial == reader->link_serial)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }

  run.text = g_strdup (text);
  run.style = style;
  run.link = reader->link;
  run.target = g_strdup (reader->target);
  run.date = reader->date;
  run.link_serial = reader->link_serial;
  g_array_append_val (block->runs, run);
}

static void
enter_link (Reader *reader, const char *address)
{
  reader->link = jol_markdown_parse_link (address, &reader->target, &reader->date);
  reader->link_serial = ++reader->last_serial;
}

static void
leave_link (Reader *reader)
{
  reader->link = JOL_LINK_NONE;
  reader->link_serial = 0;
  reader->date = (JolDate){ 0 };
  g_clear_pointer (&reader->target, g_free);
}

static void
begin_item (Reader *reader, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = cmark_node_get_list_start (list);

  g_free (reader->marker);
  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    {
      reader->marker = g_strdup ("•");
      return;
    }

  for (cmark_node *before = cmark_node_previous (item); before;
       before = cmark_node_previous (before))
    number++;
  reader->marker = g_strdup_printf ("%d.", number);
}

static void
begin_paragraph (Reader *reader, guint line)
{
  if (reader->list_depth > 0)
    begin_block (reader, JOL_BLOCK_ITEM, reader->list_depth, line);
  else if (reader->quote_depth > 0)
    begin_block (reader, JOL_BLOCK_QUOTE, reader->quote_depth, line);
  else
    begin_block (reader, JOL_BLOCK_PARAGRAPH, 0, line);
}

/* The cells of a row, between bars; one that follows a backslash is a letter. */
static GPtrArray *
split_row (const char *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *begin = row;

  for (const char *p = row;; p++)
    {
      if (*p == '\\' && p[1])
        {
          p++;
          continue;
        }
      if (*p && *p != '|')
        continue;
      g_ptr_array_add (cells, g_strstrip (g_strndup (begin, (gsize) (p - begin))));
      if (!*p)
        return cells;
      begin = p + 1;
    }
}

static void
append_cell (Reader *reader, const char *text)
{
  cmark_node *document = parse_document (text);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      /* A cell is words alone: what would begin a block has its text only. */
      if (cmark_node_get_type (node) < CMARK_NODE_FIRST_INLINE)
        continue;
      if (event == CMARK_EVENT_ENTER)
        enter_node (reader, node);
      else
        leave_node (reader, node);
    }

  cmark_iter_free (iter);
  cmark_node_free (document);
}

/* Each row after the heads is an item of a list, in which each cell after the first says its head:
 * it fits any width, and is read aloud as it is meant. */
static void
enter_table (Reader *reader, cmark_node *node)
{
  g_auto (GStrv) rows = g_strsplit (cmark_node_get_literal (node), "\n", -1);
  g_autoptr (GPtrArray) heads = split_row (rows[0] ? rows[0] : "");
  const guint first_line = (guint) cmark_node_get_start_line (node) + 1;

  for (guint i = 1; rows[0] && rows[i]; i++)
    {
      g_autoptr (GPtrArray) cells = split_row (rows[i]);

      if (!*g_strstrip (rows[i]))
        continue;
      g_free (reader->marker);
      reader->marker = g_strdup ("•");
      begin_block (reader, JOL_BLOCK_ITEM, 1, first_line + i);
      reader->style |= JOL_STYLE_STRONG;
      append_cell (reader, g_ptr_array_index (cells, 0));
      reader->style &= ~JOL_STYLE_STRONG;
      for (guint j = 1; j < cells->len; j++)
        {
          append_text (reader, " · ", reader->style);
          if (j < heads->len)
            {
              append_cell (reader, g_ptr_array_index (heads, j));
              append_text (reader, ": ", reader->style);
            }
          append_cell (reader, g_ptr_array_index (cells, j));
        }
    }
}

static void
enter_node (Reader *reader, cmark_node *node)
{
  guint line = (guint) cmark_node_get_start_line (node);

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      begin_paragraph (reader, line);
      break;
    case CMARK_NODE_HEADING:
      begin_block (reader, JOL_BLOCK_HEADING, (guint) cmark_node_get_heading_level (node), line);
      break;
    case CMARK_NODE_CODE_BLOCK:
      if (g_str_equal (cmark_node_get_fence_info (node), "table"))
        {
          enter_table (reader, node);
          break;
        }
      begin_block (reader, JOL_BLOCK_CODE, 0, line);
      append_text (reader, cmark_node_get_literal (node), JOL_STYLE_CODE);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      begin_block (reader, JOL_BLOCK_RULE, 0, line);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      reader->quote_depth++;
      break;
    case CMARK_NODE_LIST:
      reader->list_depth++;
      break;
    case CMARK_NODE_ITEM:
      begin_item (reader, node);
      break;
    case CMARK_NODE_TEXT:
      append_text (reader, cmark_node_get_literal (node), reader->style);
      break;
    case CMARK_NODE_CODE:
      append_text (reader, cmark_node_get_literal (node), reader->style | JOL_STYLE_CODE);
      break;
    case CMARK_NODE_SOFTBREAK:
      append_text (reader, " ", reader->style);
      break;
    case CMARK_NODE_LINEBREAK:
      append_text (reader, "\n", reader->style);
      break;
    case CMARK_NODE_EMPH:
      reader->style |= JOL_STYLE_EMPHASIS;
      break;
    case CMARK_NODE_STRONG:
      reader->style |= JOL_STYLE_STRONG;
      break;
    case CMARK_NODE_LINK:
      enter_link (reader, cmark_node_get_url (node));
      break;
    default:
      /* HTML, images and the document itself: an image's text is its description, and is shown. */
      break;
    }
}

static void
leave_node (Reader *reader, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      reader->quote_depth--;
      break;
    case CMARK_NODE_LIST:
      reader->list_depth--;
      break;
    case CMARK_NODE_EMPH:
      reader->style &= ~JOL_STYLE_EMPHASIS;
      break;
    case CMARK_NODE_STRONG:
      reader->style &= ~JOL_STYLE_STRONG;
      break;
    case CMARK_NODE_LINK:
      leave_link (reader);
      break;
    default:
      break;
    }
}

static cmark_node *
parse_document (const char *text)
{
  return cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT | CMARK_OPT_SMART);
}

static void
count_offsets (GArray *blocks)
{
  guint offset = 0;

  for (guint i = 0; i < blocks->len; i++, offset++)
    {
      const GArray *runs = g_array_index (blocks, JolBlock, i).runs;

      for (guint j = 0; j < runs->len; j++)
        {
          JolRun *run = &g_array_index (runs, JolRun, j);

          run->offset = offset;
          offset += (guint) g_utf8_strlen (run->text, -1);
        }
    }
}

GArray *
jol_markdown_parse (const char *text)
{
  Reader reader = { 0 };
  cmark_node *document = parse_document (text);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  reader.blocks = g_array_new (FALSE, TRUE, sizeof (JolBlock));
  g_array_set_clear_func (reader.blocks, clear_block);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter_node (&reader, cmark_iter_get_node (iter));
      else
        leave_node (&reader, cmark_iter_get_node (iter));
    }

  cmark_iter_free (iter);
  cmark_node_free (document);
  g_free (reader.marker);
  g_free (reader.target);
  count_offsets (reader.blocks);
  return reader.blocks;
}

char *
jol_block_dup_text (const JolBlock *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, JolRun, i).text);
  return g_string_free (text, FALSE);
}

/**
 * jol_markdown_has_html:
 * @text: CommonMark
 *
 * Returns: whether it holds HTML, none of which is shown
 */
gboolean
jol_markdown_has_html (const char *text)
{
  cmark_node *document = parse_document (text);
  cmark_iter *iter = cmark_iter_new (document);
  gboolean has_html = FALSE;

  while (!has_html && cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node_type type = cmark_node_get_type (cmark_iter_get_node (iter));

      has_html = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
    }

  cmark_iter_free (iter);
  cmark_node_free (document);
  return has_html;
}

/**
 * jol_markdown_parse_link:
 * @address: what stands in a link's parentheses
 * @target_out: (out) (transfer full): the id or the address; for a bad link, @address itself
 * @date_out: (out): the date of a mention, or not set
 *
 * Returns: what kind of link it is
 */
JolLinkKind
jol_markdown_parse_link (const char *address, char **target_out, JolDate *date_out)
{
  const char *at;

  *date_out = (JolDate){ 0 };
  if (g_str_has_prefix (address, "https://") &&
      g_uri_is_valid (address, G_URI_FLAGS_PARSE_RELAXED, NULL))
    {
      *target_out = g_strdup (address);
      return JOL_LINK_WEB;
    }
  if (g_str_has_prefix (address, "#claim:") && address[7])
    {
      *target_out = g_strdup (address + 7);
      return JOL_LINK_CLAIM;
    }
  if (g_str_has_prefix (address, "#source:") && address[8])
    {
      *target_out = g_strdup (address + 8);
      return JOL_LINK_SOURCE;
    }

  at = strchr (address, '@');
  if (address[0] != '#' || !address[1] || address[1] == '@' || strchr (address, ':') ||
      (at && !jol_date_parse (at + 1, date_out)))
    {
      *target_out = g_strdup (address);
      return JOL_LINK_BAD;
    }

  *target_out = at ? g_strndup (address + 1, at - address - 1) : g_strdup (address + 1);
  return JOL_LINK_MENTION;
}
