/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the text has been read, what that leaves to read, and where to go on behind its end. */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-article-switcher.h"
#include "jol-contents.h"
#include "jol-reading-time.h"

#include <glib/gi18n.h>

#define FOOT_PX 56
#define NEXT_PX 48 /* room under the text for the row that leads on */
#define END 0.995

static JolArticle *
find_neighbour (JolReader *self, int step)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  JolArticle *shown = buffer ? jol_article_buffer_get_article (buffer) : NULL;
  guint n_articles = 0;
  JolArticle *const *articles = NULL;

  if (self->session && jol_session_get_story (self->session))
    articles = jol_story_get_articles (jol_session_get_story (self->session), &n_articles);
  for (int i = 0; i < (int) n_articles; i++)
    {
      if (articles[i] == shown)
        return i + step >= 0 && i + step < (int) n_articles ? articles[i + step] : NULL;
    }
  return NULL;
}

/* How far down the text is read: the list of sources after it is looked things up in. */
static double
get_reading_end (JolReader *self)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GdkRectangle sight;
  GtkTextIter iter;
  int top, height;

  if (!buffer)
    return 0;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      jol_article_buffer_get_sections_end (buffer));
  if (gtk_text_iter_is_end (&iter))
    return gtk_adjustment_get_upper (adjustment);

  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  gtk_text_view_get_visible_rect (view, &sight);
  return top + height - sight.y + gtk_adjustment_get_value (adjustment);
}

/* 0–1 of what has to be scrolled to read it; -1 when all is in sight at once. */
static double
get_progress (JolReader *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double range = get_reading_end (self) - gtk_adjustment_get_page_size (adjustment);

  return range < 1 ? -1 : CLAMP (gtk_adjustment_get_value (adjustment) / range, 0, 1);
}

/* Where the row that leads on covers nothing. */
static gboolean
is_at_bottom (JolReader *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
         gtk_adjustment_get_upper (adjustment) - NEXT_PX / 2.0;
}

static char *
format_left (JolReader *self, double progress)
{
  const guint n_minutes = jol_reading_time_get_minutes (self->n_words);
  const guint n_words_left = (guint) (self->n_words * (1 - progress));
  guint n_left;

  if (progress <= 0)
    return jol_reading_time_format (n_minutes);
  if (progress >= END)
    return g_strdup (_ ("Read to the end"));

  n_left = MIN (jol_reading_time_get_minutes (n_words_left), n_minutes);
  if (n_left == 1)
    return g_strdup (_ ("About a minute left"));
  /* Translators: how much of the article there is to read, more than one minute. */
  return g_strdup_printf (ngettext ("About %u minute left", "About %u minutes left", n_left),
                          n_left);
}

static void
show_left (JolReader *self, double progress)
{
  const gboolean has_article = jol_reader_get_buffer (self) != NULL;
  g_autofree char *left = has_article ? format_left (self, progress) : g_strdup ("");

  gtk_widget_set_tooltip_text (self->progress, left);
  jol_article_switcher_set_note (JOL_ARTICLE_SWITCHER (self->switcher), left);
  jol_contents_set_note (JOL_CONTENTS (self->contents), left);
}

static gboolean
update_cb (gpointer user_data)
{
  JolReader *self = user_data;
  const double progress = get_progress (self);

  self->progress_idle = 0;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), MAX (progress, 0));
  show_left (self, progress);
  gtk_widget_set_visible (self->next_button, find_neighbour (self, 1) && is_at_bottom (self));
  return G_SOURCE_REMOVE;
}

/* Later: the text view moves its adjustment while it is given its size and while it is painted,
 * when no size may be asked for. */
static void
queue_update (JolReader *self)
{
  if (self->progress_idle == 0)
    self->progress_idle = g_idle_add (update_cb, self);
}

void
jol_reader_init_progress (JolReader *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

void
jol_reader_restart_progress (JolReader *self)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  JolArticle *next = find_neighbour (self, 1);
  const char *language = jol_text_get_interface_language ();

  self->n_words =
      buffer ? jol_reading_time_count_words (jol_article_buffer_get_article (buffer), language) : 0;
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), FOOT_PX + (next ? NEXT_PX : 0));
  if (next)
    {
      /* Translators: leads to the article that follows: "Next: One pipe out" */
      g_autofree char *text =
          g_strdup_printf (_ ("Next: %s"), jol_entity_get_title (JOL_ENTITY (next), language));

      gtk_label_set_label (GTK_LABEL (self->next_label), text);
      gtk_widget_set_tooltip_text (self->next_button, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  /* At once, or the line would push the text down a frame later. */
  show_left (self, 0);
  queue_update (self);
}

gboolean
jol_reader_is_at_end (JolReader *self)
{
  return get_progress (self) >= END;
}

void
jol_reader_step_article (JolReader *self, int n_steps)
{
  JolArticle *article;

  g_return_if_fail (JOL_IS_READER (self));

  article = find_neighbour (self, n_steps);
  if (article)
    jol_reader_choose_article (self, article);
}
