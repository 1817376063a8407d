/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CommonMark by libcmark's tree, flattened into blocks of runs: all that a text view needs. What a
 * block stands in, quotes and items of lists, it carries with it, so that nothing of the tree's
 * shape is lost. A link's runs share a serial, so that "a *very* long link" is one link.
 *
 * Work is linear in the text: a run's words are gathered before they are copied, and a list counts
 * its own items. Depth costs no stack, here or in libcmark.
 */
#include "config.h"

#include "jol-markdown-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Stands before a line so that nothing in it begins a block; the backslash is not shown. */
#define GUARD "\\!"

/* A list, an item or a quote that is open. */
typedef struct
{
  JolContainer container;
  guint first_block; /* the number of blocks before it */
  int next_number;   /* of a list's next item; 0 when they have none */
} Open;

struct _JolMarkdownReader
{
  GArray *blocks;     /* of JolBlock */
  GArray *open;       /* of Open, the outermost first */
  GString *words;     /* of the run that is being read */
  JolRun run;         /* that run, without its words; target is borrowed from the link */
  GString *marker;    /* of the items whose first block has not begun */
  GPtrArray *faults;  /* of char *, or NULL */
  cmark_node *figure; /* the paragraph of images alone that is open, or NULL */
  guint n_emphasis;
  guint n_links;
  guint n_strong;
  JolLinkKind link;
  char *target;
  JolDate date;
  guint link_serial;
  guint last_serial;
  guint last_container;
};

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
  g_free (block->target);
  g_free (block->description);
  g_array_unref (block->containers);
  g_array_unref (block->runs);
}

void
jol_markdown_add_fault (JolMarkdownReader *self, const char *format, ...)
{
  va_list arguments;

  g_autofree char *words = NULL;

  if (!self->faults)
    return;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* What is true of the whole text is said once. */
  if (self->faults->len == 0 ||
      !g_str_equal (g_ptr_array_index (self->faults, self->faults->len - 1), words))
    g_ptr_array_add (self->faults, g_steal_pointer (&words));
}

/* The words gathered become a run of the block begun last. */
static void
end_run (JolMarkdownReader *self)
{
  JolBlock *block;
  JolRun run = self->run;

  if (self->words->len == 0 || self->blocks->len == 0)
    return;

  block = &g_array_index (self->blocks, JolBlock, self->blocks->len - 1);
  run.text = g_strndup (self->words->str, self->words->len);
  run.target = g_strdup (self->run.target);
  g_array_append_val (block->runs, run);
  g_string_truncate (self->words, 0);
}

JolBlock *
jol_markdown_begin_block (JolMarkdownReader *self, JolBlockKind kind, guint level, guint line)
{
  JolBlock block = { .kind = kind, .level = level, .line = line };

  end_run (self);
  block.runs = g_array_new (FALSE, TRUE, sizeof (JolRun));
  g_array_set_clear_func (block.runs, clear_run);
  block.containers = g_array_sized_new (FALSE, TRUE, sizeof (JolContainer), self->open->len);
  for (guint i = 0; i < self->open->len; i++)
    g_array_append_val (block.containers, g_array_index (self->open, Open, i).container);
  if (self->marker->len > 0)
    {
      block.marker = g_strdup (self->marker->str);
      g_string_truncate (self->marker, 0);
    }
  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, JolBlock, self->blocks->len - 1);
}

static void
append_styled (JolMarkdownReader *self, const char *text, JolRunStyle style)
{
  if (!text || !*text)
    return;

  if (self->n_emphasis > 0)
    style |= JOL_STYLE_EMPHASIS;
  if (self->n_strong > 0)
    style |= JOL_STYLE_STRONG;
  if (style != self->run.style || self->link_serial != self->run.link_serial || *text == '\t' ||
      g_str_equal (self->words->str, "\t"))
    end_run (self);

  self->run = (JolRun){ .style = style,
                        .link = self->link,
                        .target = self->target,
                        .date = self->date,
                        .link_serial = self->link_serial };
  g_string_append (self->words, text);
}

void
jol_markdown_append_text (JolMarkdownReader *self, const char *text)
{
  append_styled (self, text, 0);
}

static void
enter_link (JolMarkdownReader *self, const char *address)
{
  /* In the text of a link another is none, though cmark makes one of a bare address there. */
  if (self->n_links++ > 0)
    return;

  self->link = jol_markdown_parse_link (address, &self->target, &self->date);
  self->link_serial = ++self->last_serial;
}

static void
leave_link (JolMarkdownReader *self)
{
  if (--self->n_links > 0)
    return;

  end_run (self);
  self->run = (JolRun){ 0 };
  self->link = JOL_LINK_NONE;
  self->link_serial = 0;
  self->date = (JolDate){ 0 };
  g_clear_pointer (&self->target, g_free);
}

static void
enter_container (JolMarkdownReader *self, JolContainerKind kind, int first_number)
{
  Open open = { { kind, ++self->last_container }, self->blocks->len, first_number };

  g_array_append_val (self->open, open);
}

/* An item or a quote with nothing in it is there all the same. */
static void
leave_container (JolMarkdownReader *self, guint line)
{
  if (g_array_index (self->open, Open, self->open->len - 1).first_block == self->blocks->len)
    jol_markdown_begin_block (self, JOL_BLOCK_PARAGRAPH, 0, line);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
enter_list (JolMarkdownReader *self, cmark_node *list)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;

  enter_container (self, JOL_CONTAINER_LIST, is_ordered ? cmark_node_get_list_start (list) : -1);
}

static void
enter_item (JolMarkdownReader *self)
{
  Open *list = &g_array_index (self->open, Open, self->open->len - 1);

  if (self->marker->len > 0)
    g_string_append_c (self->marker, ' ');
  if (list->next_number < 0)
    g_string_append (self->marker, "•");
  else
    g_string_append_printf (self->marker, "%d.", list->next_number++);
  enter_container (self, JOL_CONTAINER_ITEM, 0);
}

/* Whether a paragraph holds images and nothing else. */
static gboolean
is_figure (cmark_node *paragraph)
{
  gboolean has_image = FALSE;

  for (cmark_node *child = cmark_node_first_child (paragraph); child;
       child = cmark_node_next (child))
    {
      cmark_node_type type = cmark_node_get_type (child);

      if (type == CMARK_NODE_IMAGE)
        has_image = TRUE;
      else if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK)
        return FALSE;
    }

  return has_image;
}

static void
enter_image (JolMarkdownReader *self, cmark_node *image)
{
  const char *title = cmark_node_get_title (image);
  JolBlock *block;

  if (!self->figure || cmark_node_parent (image) != self->figure)
    {
      jol_markdown_add_fault (self,
                              _ ("the image “%s” is not shown: it wants a paragraph of its own"),
                              cmark_node_get_url (image));
      return;
    }

  block = jol_markdown_begin_block (self, JOL_BLOCK_IMAGE, 0,
                                    (guint) cmark_node_get_start_line (self->figure));
  block->target = g_strdup (cmark_node_get_url (image));
  block->description = title && *title ? g_strdup (title) : NULL;
}

/* Without the line feed that the last line ends with. */
static void
append_literal (JolMarkdownReader *self, const char *literal)
{
  g_autofree char *text = g_strdup (literal);
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '\n')
    text[length - 1] = '\0';
  append_styled (self, text, JOL_STYLE_CODE);
}

static gboolean
is_comment (const char *html)
{
  const char *end = strstr (html, "-->");

  return g_str_has_prefix (html, "<!--") && end && end[3 + strspn (end + 3, " \t\r\n")] == '\0';
}

static void
read_html (JolMarkdownReader *self, cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);

  if (is_comment (html))
    return;

  jol_markdown_add_fault (self, "%s", _ ("HTML is shown as it is written: use CommonMark"));
  if (cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK)
    jol_markdown_begin_block (self, JOL_BLOCK_CODE, 0, (guint) cmark_node_get_start_line (node));
  append_literal (self, html);
}

static void
read_code_block (JolMarkdownReader *self, cmark_node *node)
{
  guint line = (guint) cmark_node_get_start_line (node);

  if (g_str_equal (cmark_node_get_fence_info (node), "table"))
    {
      jol_markdown_read_table (self, cmark_node_get_literal (node), line + 1);
      return;
    }
  jol_markdown_begin_block (self, JOL_BLOCK_CODE, 0, line);
  append_literal (self, cmark_node_get_literal (node));
}

static void
enter_block (JolMarkdownReader *self, cmark_node *node)
{
  guint line = (guint) cmark_node_get_start_line (node);

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      if (is_figure (node))
        self->figure = node;
      else
        jol_markdown_begin_block (self, JOL_BLOCK_PARAGRAPH, 0, line);
      break;
    case CMARK_NODE_HEADING:
      jol_markdown_begin_block (self, JOL_BLOCK_HEADING,
                                (guint) cmark_node_get_heading_level (node), line);
      break;
    case CMARK_NODE_CODE_BLOCK:
      read_code_block (self, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      read_html (self, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      jol_markdown_begin_block (self, JOL_BLOCK_RULE, 0, line);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      enter_container (self, JOL_CONTAINER_QUOTE, 0);
      break;
    case CMARK_NODE_LIST:
      enter_list (self, node);
      break;
    case CMARK_NODE_ITEM:
      enter_item (self);
      break;
    default:
      break;
    }
}

static void
enter_inline (JolMarkdownReader *self, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_styled (self, cmark_node_get_literal (node), 0);
      break;
    case CMARK_NODE_CODE:
      append_styled (self, cmark_node_get_literal (node), JOL_STYLE_CODE);
      break;
    case CMARK_NODE_HTML_INLINE:
      read_html (self, node);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      /* Between two images there is nothing to break. */
      if (cmark_node_parent (node) != self->figure)
        append_styled (self, cmark_node_get_type (node) == CMARK_NODE_SOFTBREAK ? " " : "\n", 0);
      break;
    case CMARK_NODE_EMPH:
      self->n_emphasis++;
      break;
    case CMARK_NODE_STRONG:
      self->n_strong++;
      break;
    case CMARK_NODE_LINK:
      enter_link (self, cmark_node_get_url (node));
      break;
    case CMARK_NODE_IMAGE:
      enter_image (self, node);
      break;
    default:
      break;
    }
}

static void
leave_node (JolMarkdownReader *self, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
      leave_container (self, (guint) cmark_node_get_start_line (node));
      break;
    case CMARK_NODE_PARAGRAPH:
      self->figure = NULL;
      break;
    case CMARK_NODE_EMPH:
      self->n_emphasis--;
      break;
    case CMARK_NODE_STRONG:
      self->n_strong--;
      break;
    case CMARK_NODE_LINK:
      leave_link (self);
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
read_tree (JolMarkdownReader *self, cmark_node *document, gboolean is_inline)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      gboolean is_block = cmark_node_get_type (node) <= CMARK_NODE_LAST_BLOCK;

      if (is_block && is_inline)
        continue;
      if (event == CMARK_EVENT_EXIT)
        leave_node (self, node);
      else if (is_block)
        enter_block (self, node);
      else
        enter_inline (self, node);
    }

  cmark_iter_free (iter);
}

void
jol_markdown_append_inlines (JolMarkdownReader *self, const char *text)
{
  g_autofree char *guarded = g_strconcat (GUARD, text, NULL);
  cmark_node *document = parse_document (guarded);
  cmark_node *first = cmark_node_first_child (cmark_node_first_child (document));
  g_autofree char *shown = g_strdup (cmark_node_get_literal (first) + 1);

  cmark_node_set_literal (first, shown);
  read_tree (self, document, TRUE);
  cmark_node_free (document);
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
jol_markdown_check (const char *text, GPtrArray *faults)
{
  JolMarkdownReader reader = { .faults = faults };
  cmark_node *document;

  g_return_val_if_fail (text != NULL, NULL);

  reader.blocks = g_array_new (FALSE, TRUE, sizeof (JolBlock));
  g_array_set_clear_func (reader.blocks, clear_block);
  reader.open = g_array_new (FALSE, TRUE, sizeof (Open));
  reader.words = g_string_new (NULL);
  reader.marker = g_string_new (NULL);

  document = parse_document (text);
  read_tree (&reader, document, FALSE);
  cmark_node_free (document);
  end_run (&reader);
  count_offsets (reader.blocks);

  g_array_unref (reader.open);
  g_string_free (reader.words, TRUE);
  g_string_free (reader.marker, TRUE);
  return reader.blocks;
}

GArray *
jol_markdown_parse (const char *text)
{
  return jol_markdown_check (text, NULL);
}

char *
jol_block_dup_text (const JolBlock *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, JolRun, i).text);
  return g_string_free (text, FALSE);
}

guint
jol_block_count_containers (const JolBlock *self, JolContainerKind kind)
{
  guint n_containers = 0;

  for (guint i = 0; i < self->containers->len; i++)
    n_containers += g_array_index (self->containers, JolContainer, i).kind == kind;

  return n_containers;
}
