/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-tags.h"

#include <string.h>

#define ITEM_STEP_PX 22
#define QUOTE_STEP_PX 18
#define SOURCE_STEP_PX 30
#define MAX_MARGIN_PX 110 /* deeper ones stand no further in: text must have room */
#define PARAGRAPH_GAP_PX 14
#define ITEM_GAP_PX 6
#define N_VERDICTS 5

/* What is painted over: so small that it takes no room, and is not seen. */
#define HIDDEN "hidden"
#define HIDDEN_SCALE 0.001
#define HEIGHT_KEY "jol-height"

static void add_tag (GtkTextTagTable *table, const char *name, const char *first_property, ...)
    G_GNUC_NULL_TERMINATED;

static void
add_tag (GtkTextTagTable *table, const char *name, const char *first_property, ...)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);
  va_list arguments;

  va_start (arguments, first_property);
  g_object_set_valist (G_OBJECT (tag), first_property, arguments);
  va_end (arguments);
  gtk_text_tag_table_add (table, tag);
}

static char *
format_verdict_name (JolVerdict verdict)
{
  return g_strdup_printf ("verdict-%d", (int) verdict);
}

GtkTextTagTable *
jol_article_tags_new (void)
{
  GtkTextTagTable *table = gtk_text_tag_table_new ();
  PangoTabArray *tabs =
      pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, SOURCE_STEP_PX);

  add_tag (table, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.5, "pixels-below-lines", 4,
           "wrap-mode", GTK_WRAP_WORD_CHAR, NULL);
  add_tag (table, "byline", "family", "Sans", "scale", 0.76, "pixels-below-lines", 8, NULL);
  add_tag (table, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.12, "pixels-above-lines", 18,
           "pixels-below-lines", 8, NULL);
  add_tag (table, "subheading", "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 8,
           "pixels-below-lines", 6, NULL);
  add_tag (table, "paragraph", "pixels-below-lines", PARAGRAPH_GAP_PX, NULL);
  add_tag (table, "caption", "family", "Sans", "scale", 0.76, "pixels-below-lines",
           PARAGRAPH_GAP_PX, NULL);
  add_tag (table, "rule", "justification", GTK_JUSTIFY_CENTER, "pixels-below-lines",
           PARAGRAPH_GAP_PX, NULL);
  add_tag (table, "code-block", "family", "Monospace", "scale", 0.86, "pixels-below-lines",
           PARAGRAPH_GAP_PX, NULL);
  add_tag (table, "quoted", "style", PANGO_STYLE_ITALIC, NULL);
  /* Of the list of sources: the number hangs before the words. */
  add_tag (table, "source", "indent", -SOURCE_STEP_PX, "accumulative-margin", TRUE, "tabs", tabs,
           "scale", 0.86, "pixels-below-lines", ITEM_GAP_PX, NULL);
  add_tag (table, "emphasis", "style", PANGO_STYLE_ITALIC, NULL);
  add_tag (table, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  add_tag (table, "code", "family", "Monospace", "scale", 0.9, NULL);
  for (JolVerdict verdict = 0; verdict < N_VERDICTS; verdict++)
    {
      g_autofree char *name = format_verdict_name (verdict);

      add_tag (table, name, "family", "Sans", "scale", 0.66, "weight", PANGO_WEIGHT_BOLD, "style",
               PANGO_STYLE_NORMAL, NULL);
    }

  add_tag (table, "note", "family", "Sans", "scale", 0.66, "style", PANGO_STYLE_NORMAL, "weight",
           PANGO_WEIGHT_NORMAL, NULL);
  pango_tab_array_free (tabs);
  /* The last is the strongest. */
  add_tag (table, HIDDEN, "scale", HIDDEN_SCALE, NULL);

  jol_article_tags_set_theme (table, JOL_THEME_LIGHT);
  return table;
}

static void
set_foreground (GtkTextTag *tag, JolColor color)
{
  GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue,
                   (float) color.alpha };

  g_object_set (tag, "foreground-rgba", &rgba, NULL);
}

void
jol_article_tags_set_theme (GtkTextTagTable *table, JolTheme theme)
{
  set_foreground (jol_article_tags_get (table, "byline"),
                  jol_palette_get (theme, JOL_COLOR_TEXT_DIM));
  set_foreground (jol_article_tags_get (table, "caption"),
                  jol_palette_get (theme, JOL_COLOR_TEXT_DIM));
  set_foreground (jol_article_tags_get (table, "note"),
                  jol_palette_get (theme, JOL_COLOR_TEXT_DIM));
  for (JolVerdict verdict = 0; verdict < N_VERDICTS; verdict++)
    set_foreground (jol_article_tags_get_verdict (table, verdict),
                    jol_palette_get_verdict (theme, verdict));
}

GtkTextTag *
jol_article_tags_get (GtkTextTagTable *table, const char *name)
{
  return gtk_text_tag_table_lookup (table, name);
}

GtkTextTag *
jol_article_tags_get_verdict (GtkTextTagTable *table, JolVerdict verdict)
{
  g_autofree char *name = format_verdict_name (verdict);

  return gtk_text_tag_table_lookup (table, name);
}

/* Whether the list that a block stands in, the outermost, ends with it. */
static gboolean
ends_list (const JolBlock *block, const JolBlock *next)
{
  for (guint i = 0; i < block->containers->len; i++)
    {
      const JolContainer *at = &g_array_index (block->containers, JolContainer, i);

      if (at->kind == JOL_CONTAINER_LIST)
        return !next || i >= next->containers->len ||
               g_array_index (next->containers, JolContainer, i).serial != at->serial;
    }

  return TRUE;
}

static guint
count_markers (const JolBlock *block)
{
  guint n_markers = block->marker ? 1 : 0;

  for (const char *c = block->marker; c && (c = strchr (c, ' ')); c++)
    n_markers++;
  return n_markers;
}

GtkTextTag *
jol_article_tags_get_place (GtkTextTagTable *table, const JolBlock *block, const JolBlock *next)
{
  const int n_items = (int) jol_block_count_containers (block, JOL_CONTAINER_ITEM);
  const int n_quotes = (int) jol_block_count_containers (block, JOL_CONTAINER_QUOTE);
  const int margin_px = MIN (n_items * ITEM_STEP_PX + n_quotes * QUOTE_STEP_PX, MAX_MARGIN_PX);
  const int indent_px = MAX (-(int) count_markers (block) * ITEM_STEP_PX, -margin_px);
  const int below_px = ends_list (block, next) ? PARAGRAPH_GAP_PX : ITEM_GAP_PX;
  g_autofree char *name = NULL;

  if (margin_px == 0)
    return NULL;

  name = g_strdup_printf ("place-%d%+d-%d-%d", margin_px, indent_px, MIN (n_quotes, 1), below_px);
  if (!gtk_text_tag_table_lookup (table, name))
    add_tag (table, name, "left-margin", margin_px, "indent", indent_px, "right-margin",
             n_quotes > 0 ? QUOTE_STEP_PX : 0, "accumulative-margin", TRUE, "pixels-below-lines",
             below_px, NULL);
  return gtk_text_tag_table_lookup (table, name);
}

int
jol_article_tags_get_margin (GtkTextBuffer *buffer, int offset)
{
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;
  int sum_px = 0;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *tag = tags; tag; tag = tag->next)
    {
      int left_px, right_px;

      g_object_get (tag->data, "left-margin", &left_px, "right-margin", &right_px, NULL);
      sum_px += left_px + right_px;
    }

  return sum_px;
}

GtkTextTag *
jol_article_tags_add_height (GtkTextTagTable *table)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (NULL);

  g_object_set_data (G_OBJECT (tag), HEIGHT_KEY, GINT_TO_POINTER (TRUE));
  gtk_text_tag_table_add (table, tag);
  return tag;
}

void
jol_article_tags_set_height (GtkTextTag *tag, int height_px, int below_px)
{
  int old_height_px, old_below_px;

  g_object_get (tag, "pixels-above-lines", &old_height_px, "pixels-below-lines", &old_below_px,
                NULL);
  /* Every change makes the view measure the lines again. */
  if (height_px != old_height_px || below_px != old_below_px)
    g_object_set (tag, "pixels-above-lines", height_px, "pixels-below-lines", below_px, NULL);
}

gboolean
jol_article_tags_is_hiding (GtkTextTag *tag)
{
  g_autofree char *name = NULL;

  g_object_get (tag, "name", &name, NULL);
  return g_strcmp0 (name, HIDDEN) == 0 || g_object_get_data (G_OBJECT (tag), HEIGHT_KEY);
}
