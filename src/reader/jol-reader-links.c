/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader's links do to the session, and the session to them. */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-claim-popover.h"
#include "jol-link-popover.h"

#include <string.h>

/* Only what is in sight is asked where it is: a text view that is asked of lines far off lays them
 * all out. */
static int
find_link_in_sight (JolReader *self, const char *id)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  JolArticleView *view = JOL_ARTICLE_VIEW (self->view);
  int start, end;

  jol_article_view_get_range_in_sight (view, &start, &end);
  for (guint i = jol_article_buffer_find_link_after (buffer, start);
       i < jol_article_buffer_get_n_links (buffer); i++)
    {
      const JolArticleLink *link = jol_article_buffer_get_link (buffer, i);

      if (link->start > end)
        break;
      if (jol_article_link_speaks_of (link, id) && jol_article_view_is_link_in_sight (view, i))
        return (int) i;
    }

  return -1;
}

/* The link to come to for what is selected: one in sight, or what names it, or else what is about
 * it; or -1. */
static int
find_link (JolReader *self, const char *id)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  int first = -1, in_sight = find_link_in_sight (self, id);

  if (in_sight >= 0)
    return in_sight;

  for (guint i = 0; i < jol_article_buffer_get_n_links (buffer); i++)
    {
      const JolArticleLink *link = jol_article_buffer_get_link (buffer, i);

      if (!jol_article_link_speaks_of (link, id))
        continue;
      if (strcmp (link->target, id) == 0)
        return (int) i;
      if (first < 0)
        first = (int) i;
    }

  return first;
}

static gboolean
show_link (JolReader *self, guint link)
{
  const JolArticleLink *at = jol_article_buffer_get_link (jol_reader_get_buffer (self), link);

  if (jol_article_view_is_link_in_sight (JOL_ARTICLE_VIEW (self->view), link))
    return FALSE;

  jol_follow_show_offset (self->follow, at->section, at->start, JOL_PASSAGE_ALIGN);
  return TRUE;
}

void
jol_reader_selection_changed (JolReader *self)
{
  const char *id = jol_session_get_selection (self->session);
  JolOrigin origin = jol_session_get_origin (self->session);
  int link;

  jol_article_view_set_selection (JOL_ARTICLE_VIEW (self->view), id);
  self->is_passage_bar_closed = FALSE;
  jol_reader_update_passages (self);
  link = id && jol_reader_get_buffer (self) ? find_link (self, id) : -1;
  if (link < 0)
    return;

  /* A step of the history brings its own place in the text along. */
  if (origin != JOL_ORIGIN_READER && origin != JOL_ORIGIN_HISTORY)
    {
      if (show_link (self, (guint) link))
        jol_article_view_send_keys (
            JOL_ARTICLE_VIEW (self->view),
            jol_article_buffer_get_link (jol_reader_get_buffer (self), (guint) link)->start);
    }
  else if (!jol_article_view_is_link_in_sight (JOL_ARTICLE_VIEW (self->view), (guint) link))
    return;
  jol_reader_come_to_link (self, (guint) link);
}

void
jol_reader_hover_changed (JolReader *self)
{
  jol_article_view_set_hover (JOL_ARTICLE_VIEW (self->view), jol_session_get_hover (self->session));
}

/* Beside the words of a link. */
static void
point_to_link (JolReader *self, GtkWidget *popover, guint link)
{
  GdkRectangle area;
  double x, y;

  jol_article_view_get_link_area (JOL_ARTICLE_VIEW (self->view), link, &area);
  gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), area.x, area.y, &x, &y);
  /* A focused link may have been scrolled out of sight, and GTK 4.8 criticizes a popover that
   * points out of the screen. */
  area.x = CLAMP ((int) x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  area.y = CLAMP ((int) y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
}

static JolLinkPopover *
get_link_popover (JolReader *self)
{
  if (!self->link_popover)
    {
      self->link_popover = jol_link_popover_new ();
      gtk_widget_set_parent (self->link_popover, GTK_WIDGET (self));
    }
  return JOL_LINK_POPOVER (self->link_popover);
}

static void
show_source (JolReader *self, JolSource *source)
{
  jol_link_popover_show_source (
      get_link_popover (self), source,
      jol_article_buffer_get_source_number (jol_reader_get_buffer (self), source));
}

/* A source of the claim that was shown: in its place. */
static void
source_activated_cb (JolReader *self, JolSource *source)
{
  GdkRectangle area;

  gtk_popover_get_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (get_link_popover (self)), &area);
  show_source (self, source);
}

static void
all_claims_wanted_cb (JolReader *self, const char *id)
{
  g_signal_emit_by_name (self, "claims-wanted", id);
}

static void
show_claim (JolReader *self, JolClaim *claim, guint link)
{
  if (!self->popover)
    {
      self->popover = jol_claim_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "source-activated", G_CALLBACK (source_activated_cb),
                                self);
      g_signal_connect_swapped (self->popover, "all-wanted", G_CALLBACK (all_claims_wanted_cb),
                                self);
    }
  point_to_link (self, self->popover, link);
  jol_claim_popover_show (JOL_CLAIM_POPOVER (self->popover), self->session, claim);
}

void
jol_reader_link_activated (JolReader *self, guint link)
{
  const JolArticleLink *at = jol_article_buffer_get_link (jol_reader_get_buffer (self), link);

  if (at->kind == JOL_LINK_WEB || JOL_IS_SOURCE (at->entity))
    point_to_link (self, GTK_WIDGET (get_link_popover (self)), link);
  if (at->kind == JOL_LINK_WEB)
    jol_link_popover_show_address (get_link_popover (self), at->target);
  else if (JOL_IS_SOURCE (at->entity))
    show_source (self, JOL_SOURCE (at->entity));
  else if (JOL_IS_CLAIM (at->entity))
    show_claim (self, JOL_CLAIM (at->entity), link);
  else if (JOL_IS_ARTICLE (at->entity))
    jol_reader_choose_article (self, JOL_ARTICLE (at->entity));
  else
    {
      jol_session_select_at (self->session, at->target, &at->date, JOL_ORIGIN_READER);
      jol_reader_come_to_link (self, link);
    }
}

static const char *
get_mentioned (JolReader *self, int link)
{
  const JolArticleLink *at =
      link >= 0 ? jol_article_buffer_get_link (jol_reader_get_buffer (self), (guint) link) : NULL;

  return at && at->kind == JOL_LINK_MENTION ? at->target : NULL;
}

void
jol_reader_link_hovered (JolReader *self, int link)
{
  self->has_focus_lit = FALSE;
  if (self->session)
    jol_session_set_hover (self->session, get_mentioned (self, link), JOL_ORIGIN_READER);
}

void
jol_reader_link_focused (JolReader *self, int link)
{
  if (link >= 0)
    show_link (self, (guint) link);
  /* What the pointer lit meanwhile stays lit when the keys go. */
  if (self->session && (link >= 0 || self->has_focus_lit))
    jol_session_set_hover (self->session, get_mentioned (self, link), JOL_ORIGIN_READER);
  self->has_focus_lit = link >= 0;
}
