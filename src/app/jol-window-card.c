/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the card lies over the map. */
#include "config.h"

#include "jol-window-private.h"

#define MARGIN_PX 12
#define MIN_HEIGHT_PX 240
#define BUTTONS_HEIGHT_PX 180 /* zoom and what else is in the map's lower end corner */
#define SHEET_WIDTH_PX 520
#define SETTLE_MS 250

/* The first widget of a type at or below another. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* How much of the map's height the card leaves free below it: for the legend, or the buttons. On a
 * map that is low it may lie over them. */
static int
get_reserved_height (JolWindow *self, JolCorner corner, int height_px)
{
  GtkWidget *legend = GTK_WIDGET (self->legend);
  int reserved_px = BUTTONS_HEIGHT_PX;

  if (!jol_corner_is_end (corner))
    reserved_px =
        gtk_widget_get_mapped (legend) ? gtk_widget_get_allocated_height (legend) + MARGIN_PX : 0;
  return height_px - reserved_px < MIN_HEIGHT_PX ? 0 : reserved_px;
}

/* Over a narrow map the card is a sheet at its foot; else it is in a corner. A sheet that is wanted
 * whole has the place of map and chart; where it is framed, the map reckons with a low one. */
static GdkRectangle
place_sheet (JolWindow *self, int width_px, int height_px, int card_height_px)
{
  GtkWidget *card = GTK_WIDGET (self->card);
  const int room_px = height_px / 2;
  const int sheet_px = MIN (card_height_px, room_px);
  const gboolean is_whole = jol_card_get_is_expanded (self->card);

  gtk_widget_set_halign (card, GTK_ALIGN_FILL);
  gtk_widget_set_valign (card, is_whole ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_margin_top (card, is_whole ? MARGIN_PX : height_px - room_px + MARGIN_PX);
  gtk_widget_set_margin_bottom (card, MARGIN_PX);
  return (GdkRectangle){ 0, height_px - sheet_px, width_px, sheet_px };
}

static gboolean
is_mirrored (JolWindow *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self->map)) == GTK_TEXT_DIR_RTL;
}

/* The search for a corner knows a map, on which the west is never at the right; the window, where a
 * line begins. */
static JolCorner
mirror_corner (JolWindow *self, JolCorner corner)
{
  static const JolCorner mirrored[] = {
    [JOL_CORNER_TOP_START] = JOL_CORNER_TOP_END,
    [JOL_CORNER_TOP_END] = JOL_CORNER_TOP_START,
    [JOL_CORNER_BOTTOM_START] = JOL_CORNER_BOTTOM_END,
    [JOL_CORNER_BOTTOM_END] = JOL_CORNER_BOTTOM_START,
  };

  return is_mirrored (self) ? mirrored[corner] : corner;
}

static GdkRectangle
place_in_corner (JolWindow *self, int width_px, int height_px, const GtkRequisition *size)
{
  GtkWidget *card = GTK_WIDGET (self->card);
  const gboolean is_end = jol_corner_is_end (self->corner);
  const gboolean is_bottom = jol_corner_is_bottom (self->corner);
  const int reserved_px = is_bottom ? 0 : get_reserved_height (self, self->corner, height_px);
  const int card_height_px = MIN (size->height, height_px - reserved_px);

  gtk_widget_set_halign (card, is_end ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_valign (card, is_bottom ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_margin_top (card, MARGIN_PX);
  gtk_widget_set_margin_bottom (card, MARGIN_PX + reserved_px);
  return (GdkRectangle){
    .x = is_end != is_mirrored (self) ? width_px - size->width : 0,
    .y = is_bottom ? height_px - card_height_px : 0,
    .width = size->width,
    .height = card_height_px,
  };
}

/* The card goes to the corner where it hides least of what is selected, and the map is told, so
 * that what it flies to is kept clear of it. */
static void
place_card (JolWindow *self, const JolViewport *viewport, gboolean is_new)
{
  const int width_px = gtk_widget_get_width (GTK_WIDGET (self->map));
  const int height_px = gtk_widget_get_height (GTK_WIDGET (self->map));
  GtkWidget *card = GTK_WIDGET (self->card);
  GtkRequisition size;
  GdkRectangle cover;
  JolSpot clicked;
  JolCorner present;

  if (!gtk_widget_get_visible (card) || width_px <= 0)
    {
      jol_map_set_cover (self->map, NULL);
      return;
    }

  jol_card_set_is_sheet (self->card, width_px < SHEET_WIDTH_PX);
  /* Its margins are ours, and would be counted as its own. */
  gtk_widget_get_preferred_size (card, NULL, &size);
  size.height +=
      2 * MARGIN_PX - gtk_widget_get_margin_top (card) - gtk_widget_get_margin_bottom (card);
  size.width = MIN (size.width, width_px);
  if (width_px < SHEET_WIDTH_PX)
    {
      cover = place_sheet (self, width_px, height_px, size.height);
    }
  else
    {
      present = mirror_corner (self, self->corner);
      present = jol_corner_find_free (
          self->session, viewport, width_px, height_px, size.width, MIN (size.height, height_px),
          is_new ? NULL : &present,
          jol_map_get_clicked (self->map, &clicked.x, &clicked.y) ? &clicked : NULL);
      self->corner = mirror_corner (self, present);
      cover = place_in_corner (self, width_px, height_px, &size);
    }
  jol_map_set_cover (self->map, &cover);
}

static gboolean
card_timeout_cb (gpointer data)
{
  JolWindow *self = data;

  self->card_timeout = 0;
  place_card (self, jol_session_get_viewport (self->session), FALSE);
  return G_SOURCE_REMOVE;
}

/* Not while the map moves: a card that jumps about cannot be read. */
static void
place_card_soon (JolWindow *self)
{
  g_clear_handle_id (&self->card_timeout, g_source_remove);
  self->card_timeout = g_timeout_add (SETTLE_MS, card_timeout_cb, self);
}

/* The card has its new content already, and the map has not flown yet. */
static void
selection_changed_cb (JolWindow *self)
{
  place_card (self, jol_session_get_viewport (self->session), TRUE);
  place_card_soon (self);

  /* It went with the card: keys go on working where one was looking. */
  if (!gtk_window_get_focus (GTK_WINDOW (self)))
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map));
}

/* The map is about to fly there, and keeps what it is to show clear of where the card is then. */
static void
show_box_cb (JolWindow *self, const JolBox *box)
{
  const int width_px = gtk_widget_get_width (GTK_WIDGET (self->map));
  const int height_px = gtk_widget_get_height (GTK_WIDGET (self->map));
  JolViewport viewport;

  if (width_px <= 0)
    return;

  viewport = jol_viewport_for_box (box, width_px, height_px, 0);
  place_card (self, &viewport, TRUE);
}

static void
expanded_changed_cb (JolWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !jol_card_get_is_expanded (self->card));
  jol_window_place_card (self);
}

static void
viewport_changed_cb (JolWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->card)))
    place_card_soon (self);
}

void
jol_window_place_card (JolWindow *self)
{
  place_card (self, jol_session_get_viewport (self->session), FALSE);
}

/* To be called when the card follows the session already, and the map does not yet. */
void
jol_window_follow_card (JolWindow *self)
{
  self->legend = JOL_LEGEND (find_widget (GTK_WIDGET (self->map), JOL_TYPE_LEGEND));
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::viewport", G_CALLBACK (viewport_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "notify::is-expanded", G_CALLBACK (expanded_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-box", G_CALLBACK (show_box_cb), self,
                           G_CONNECT_SWAPPED);
}
