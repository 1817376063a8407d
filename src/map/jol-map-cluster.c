/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a click on a cluster does: it goes to where its places come apart or, when they never do,
 * lists them. */
#include "config.h"

#include "jol-map-private.h"

#include "jol-projection.h"

/* So much nearer than where they only just come apart. */
#define APART_LEVELS 0.75

static void
member_clicked_cb (GtkButton *button, GtkPopover *popover)
{
  JolMap *self = g_object_get_data (G_OBJECT (popover), "jol-map");
  const char *id = g_object_get_data (G_OBJECT (button), "jol-id");

  gtk_popover_popdown (popover);
  if (self->session)
    jol_session_select (self->session, id, JOL_ORIGIN_MAP);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* Not at once: the button that closed it is still in the middle of its click. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
list_members (JolMap *self, const JolScenePlaceMark *cluster)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const int radius = (int) cluster->radius_px;
  double x, y;

  for (guint i = 0; i < cluster->n_members; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (cluster->members[i].title);

      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0.0f);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "jol-id", g_strdup (cluster->members[i].id),
                              g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (member_clicked_cb), popover);
      gtk_box_append (GTK_BOX (box), button);
    }

  jol_transform_apply (jol_scene_get_transform (scene), &cluster->at, &x, &y);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (popover),
      &(GdkRectangle){ (int) x - radius, (int) y - radius, 2 * radius, 2 * radius });
  g_object_set_data (G_OBJECT (popover), "jol-map", self);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cluster->summary, -1);
  /* The overlay's layout shows popovers in it; a widget that lays out its children itself must do
   * so by hand. */
  gtk_widget_set_parent (popover, self->overlay);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * jol_map_open_cluster:
 *
 * Returns: whether @id means a cluster that is shown
 */
gboolean
jol_map_open_cluster (JolMap *self, const char *id)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);
  const JolScenePlaceMark *cluster = scene ? jol_scene_find_cluster (scene, id) : NULL;
  JolBox box = JOL_BOX_EMPTY;

  if (!cluster)
    return FALSE;

  if (cluster->apart_zoom > JOL_MAX_ZOOM)
    {
      list_members (self, cluster);
      return TRUE;
    }

  for (guint i = 0; i < cluster->n_members; i++)
    {
      const JolPoint at = jol_unproject (&cluster->members[i].at);

      jol_box_add_point (&box, &at);
    }
  jol_map_zoom_to_box (self, &box, MIN (cluster->apart_zoom + APART_LEVELS, JOL_MAX_ZOOM),
                       JOL_ORIGIN_MAP);

  return TRUE;
}
