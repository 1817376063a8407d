/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a claim is brought into sight. The list view only guesses the heights of rows that have not
 * been seen, so one scroll may end beside the row: it is asked again, frame after frame, until the
 * row is there.
 */
#include "config.h"

#include "jol-claims-page-private.h"

#define MAX_FRAMES 20

/* All of the row, or its beginning at the top when it is higher than what is seen. */
static gboolean
is_in_sight (JolClaimsPage *self)
{
  const int height_px = gtk_widget_get_height (self->scroller);
  GtkWidget *row = g_hash_table_lookup (self->rows, self->target);
  graphene_rect_t bounds;

  if (!row || !gtk_widget_get_mapped (row) ||
      !gtk_widget_compute_bounds (row, self->scroller, &bounds))
    return FALSE;
  if (bounds.size.height > height_px)
    return bounds.origin.y >= -1 && bounds.origin.y < height_px / 2.0;
  return bounds.origin.y >= -1 && bounds.origin.y + bounds.size.height <= height_px + 1;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JolClaimsPage *self = JOL_CLAIMS_PAGE (widget);
  const guint position =
      self->target ? jol_claim_list_find (self->list, jol_entity_get_id (JOL_ENTITY (self->target)))
                   : G_MAXUINT;

  /* Not laid out yet: the list cannot know where its rows are. */
  if (position != G_MAXUINT && gtk_widget_get_height (self->list_view) <= 0)
    return G_SOURCE_CONTINUE;

  /* Before the first layout rows are still where they were, or as high. */
  if (position != G_MAXUINT && self->n_frames++ < MAX_FRAMES &&
      (self->n_frames == 1 || !is_in_sight (self)))
    {
      if (self->n_frames > 1)
        gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  self->target = NULL;
  return G_SOURCE_REMOVE;
}

void
jol_claims_page_scroll_to (JolClaimsPage *self, JolClaim *claim)
{
  self->target = claim;
  self->n_frames = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
jol_claims_page_stop_scroll (JolClaimsPage *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->target = NULL;
}
