/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passage that one has come to: a line beside it says where it is, and a ground that fades soon
 * draws the eye there. */
#include "config.h"

#include "jol-article-view-private.h"

#define LIT_MS 1600
#define FADING_MS 250

static void
set_light (double light, gpointer data)
{
  JolArticleView *self = data;

  self->passage_light = light;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_light (JolArticleView *self)
{
  g_clear_handle_id (&self->passage_timeout, g_source_remove);
  if (self->passage_fading)
    adw_animation_reset (self->passage_fading);
  self->passage_light = 0;
}

static gboolean
timeout_cb (gpointer data)
{
  JolArticleView *self = data;

  self->passage_timeout = 0;
  if (!self->passage_fading)
    self->passage_fading =
        adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FADING_MS,
                                 adw_callback_animation_target_new (set_light, self, NULL));
  adw_animation_play (self->passage_fading);
  return G_SOURCE_REMOVE;
}

void
jol_article_view_dispose_passage (JolArticleView *self)
{
  stop_light (self);
  g_clear_object (&self->passage_fading);
}

void
jol_article_view_set_passage (JolArticleView *self, int start, int end)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (start >= 0 && end >= start);

  if (self->passage_start == start && self->passage_end == end)
    return;

  stop_light (self);
  self->passage_start = start;
  self->passage_end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jol_article_view_get_passage (JolArticleView *self, int *start_out, int *end_out)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  *start_out = self->passage_start;
  *end_out = self->passage_end;
}

void
jol_article_view_light_passage (JolArticleView *self)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  stop_light (self);
  if (self->passage_end == self->passage_start)
    return;

  set_light (1, self);
  self->passage_timeout = g_timeout_add (LIT_MS, timeout_cb, self);
}

gboolean
jol_article_view_is_lit (JolArticleView *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (self), FALSE);

  return self->passage_light > 0;
}
