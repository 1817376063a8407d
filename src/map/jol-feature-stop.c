/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-feature-stop.h"

#include <glib/gi18n.h>

#include "jol-map-words.h"
#include "jol-place.h"

struct _JolFeatureStop
{
  GtkButton parent_instance;

  char *id;
  char *name;
  JolWorldPoint at;
};

G_DEFINE_FINAL_TYPE (JolFeatureStop, jol_feature_stop, GTK_TYPE_BUTTON)

static void
jol_feature_stop_finalize (GObject *object)
{
  JolFeatureStop *self = JOL_FEATURE_STOP (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (jol_feature_stop_parent_class)->finalize (object);
}

static void
jol_feature_stop_class_init (JolFeatureStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jol_feature_stop_finalize;

  gtk_widget_class_set_css_name (widget_class, "jolfeaturestop");
}

static void
jol_feature_stop_init (JolFeatureStop *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), JOL_FEATURE_STOP_PX, JOL_FEATURE_STOP_PX);
}

GtkWidget *
jol_feature_stop_new (const char *id)
{
  JolFeatureStop *self = g_object_new (JOL_TYPE_FEATURE_STOP, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}

const char *
jol_feature_stop_get_id (JolFeatureStop *self)
{
  g_return_val_if_fail (JOL_IS_FEATURE_STOP (self), NULL);

  return self->id;
}

const char *
jol_feature_stop_get_name (JolFeatureStop *self)
{
  g_return_val_if_fail (JOL_IS_FEATURE_STOP (self), NULL);

  return self->name;
}

void
jol_feature_stop_set_name (JolFeatureStop *self, const char *name)
{
  g_return_if_fail (JOL_IS_FEATURE_STOP (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

JolWorldPoint
jol_feature_stop_get_at (JolFeatureStop *self)
{
  g_return_val_if_fail (JOL_IS_FEATURE_STOP (self), ((JolWorldPoint){ 0 }));

  return self->at;
}

void
jol_feature_stop_set_at (JolFeatureStop *self, const JolWorldPoint *at)
{
  g_return_if_fail (JOL_IS_FEATURE_STOP (self));

  self->at = *at;
}

char *
jol_feature_stop_describe_route (const JolSceneRoute *route)
{
  const char *carrier = jol_map_words_get_carrier (route->commodity, route->mode);

  if (route->change_words)
    /* Translators: a route's name, what it is ("oil pipeline"), and what became of it between two
     * dates ("Appeared: operating since 2009"). */
    return g_strdup_printf (_ ("%1$s, %2$s. %3$s"), route->title, carrier, route->change_words);

  /* Translators: a route's name, what it is ("oil pipeline"), its status ("operating"). */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), route->title, carrier,
                          jol_status_get_label (route->status));
}

char *
jol_feature_stop_describe_place (const JolScenePlaceMark *place)
{
  const char *kind = jol_place_kind_get_label ((JolPlaceKind) place->kind);

  if (place->n_members > 0 && place->n_summits == 0)
    /* Translators: several places that share one mark on the map. */
    return g_strdup_printf (_ ("%s, close together"), place->summary);
  if (place->n_members > 0)
    /* Translators: several places that share one mark on the map; how many summits were held there.
     */
    return g_strdup_printf (ngettext ("%1$s, close together, %2$u summit",
                                      "%1$s, close together, %2$u summits", place->n_summits),
                            place->summary, place->n_summits);
  if (place->n_summits == 0)
    /* Translators: a place's name and what it is ("port"). */
    return g_strdup_printf (_ ("%1$s, %2$s"), place->title, kind);

  /* Translators: a place's name, what it is ("capital"), how many summits were held there. */
  return g_strdup_printf (
      ngettext ("%1$s, %2$s, %3$u summit", "%1$s, %2$s, %3$u summits", place->n_summits),
      place->title, kind, place->n_summits);
}
