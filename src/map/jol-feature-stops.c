/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-feature-stops.h"

#include <math.h>

#include "jol-feature-stop.h"

struct _JolFeatureStops
{
  GtkWidget parent_instance;

  GPtrArray *stops;  /* of JolFeatureStop, the most important first; children */
  GHashTable *by_id; /* the same */
  JolTransform transform;
};

enum
{
  ACTIVATED,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolFeatureStops, jol_feature_stops, GTK_TYPE_WIDGET)

/* A feature that may get a stop. */
typedef struct
{
  const char *id;
  JolWorldPoint at;
  double weight;
  const JolSceneRoute *route; /* or NULL */
  const JolScenePlaceMark *place;
} Candidate;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  return x->weight > y->weight ? -1 : x->weight < y->weight;
}

static gboolean
is_inside (const JolWorldBox *view, const JolWorldPoint *point)
{
  return point->x >= view->x0 && point->x <= view->x1 && point->y >= view->y0 &&
         point->y <= view->y1;
}

/* The point of the route in view that is nearest to the middle of the view. A long segment may
 * cross the view with both its ends outside, so each is looked at in steps. */
static gboolean
find_point_in_view (const JolSceneRoute *route, const JolWorldBox *view, JolWorldPoint *at_out)
{
  const JolWorldPoint middle = { (view->x0 + view->x1) / 2.0, (view->y0 + view->y1) / 2.0 };
  const double step = (view->x1 - view->x0) / 40.0;
  double nearest = G_MAXDOUBLE;

  if (route->box.x1 < view->x0 || route->box.x0 > view->x1 || route->box.y1 < view->y0 ||
      route->box.y0 > view->y1)
    return FALSE;

  for (guint i = 0; i < route->n_lines; i++)
    for (guint j = 1; j < route->lines[i].n_points; j++)
      {
        const JolWorldPoint *a = &route->lines[i].points[j - 1];
        const JolWorldPoint *b = &route->lines[i].points[j];
        const guint n_steps = 1 + (guint) (hypot (b->x - a->x, b->y - a->y) / step);

        for (guint k = 0; k <= n_steps; k++)
          {
            const double t = (double) k / n_steps;
            const JolWorldPoint at = { a->x + t * (b->x - a->x), a->y + t * (b->y - a->y) };
            const double distance = hypot (at.x - middle.x, at.y - middle.y);

            if (distance < nearest && is_inside (view, &at))
              {
                nearest = distance;
                *at_out = at;
              }
          }
      }

  return nearest < G_MAXDOUBLE;
}

static double
get_relation_weight (gboolean is_selected, gboolean is_related)
{
  return is_selected ? 2000.0 : is_related ? 1000.0 : 0.0;
}

/* The point at which a route is stopped at stays while the focus is there and it is in view. */
static gboolean
find_point (JolFeatureStops *self,
            const JolSceneRoute *route,
            const JolWorldBox *view,
            JolWorldPoint *at_out)
{
  JolFeatureStop *stop = g_hash_table_lookup (self->by_id, route->id);

  if (stop && gtk_widget_has_focus (GTK_WIDGET (stop)))
    {
      *at_out = jol_feature_stop_get_at (stop);
      if (is_inside (view, at_out))
        return TRUE;
    }

  return find_point_in_view (route, view, at_out);
}

static void
add_candidates (JolFeatureStops *self, JolScene *scene, const JolWorldBox *view, GArray *candidates)
{
  /* What is chosen on the way does not change the way. */
  const gboolean is_walked = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  guint n_routes, n_places;
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

  for (guint i = 0; i < n_routes; i++)
    {
      Candidate candidate = { .id = routes[i].id, .route = &routes[i] };

      if (!find_point (self, &routes[i], view, &candidate.at))
        continue;

      candidate.weight =
          (is_walked ? 0.0 : get_relation_weight (routes[i].is_selected, routes[i].is_related)) +
          routes[i].width_px * 10.0 + (routes[i].status == JOL_STATUS_OPERATING ? 30.0 : 0.0);
      g_array_append_val (candidates, candidate);
    }

  for (guint i = 0; i < n_places; i++)
    {
      Candidate candidate = { .id = places[i].id, .place = &places[i], .at = places[i].at };

      if (places[i].is_lifted || !is_inside (view, &candidate.at))
        continue;

      candidate.weight =
          (is_walked ? 0.0 : get_relation_weight (places[i].is_selected, places[i].is_related)) +
          places[i].n_summits * 8.0 + places[i].radius_px;
      g_array_append_val (candidates, candidate);
    }
}

static void
clicked_cb (JolFeatureStop *stop, JolFeatureStops *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, jol_feature_stop_get_id (stop));
}

static void
focus_changed_cb (JolFeatureStop *stop, GParamSpec *pspec, JolFeatureStops *self)
{
  const char *id = gtk_widget_has_focus (GTK_WIDGET (stop)) ? jol_feature_stop_get_id (stop) : NULL;

  /* Where a stop was left as the map moved. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[ENTERED], 0, id);
}

static JolFeatureStop *
take_stop (JolFeatureStops *self, const char *id)
{
  JolFeatureStop *stop = g_hash_table_lookup (self->by_id, id);

  if (stop)
    {
      g_hash_table_steal (self->by_id, jol_feature_stop_get_id (stop));
      return stop;
    }

  stop = JOL_FEATURE_STOP (jol_feature_stop_new (id));
  g_signal_connect (stop, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (stop, "notify::has-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (stop), GTK_WIDGET (self));
  return stop;
}

/* Focus that vanishes with its widget would go to wherever GTK likes. */
static void
remove_stop (JolFeatureStop *stop, JolFeatureStops *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (gtk_widget_has_focus (GTK_WIDGET (stop)))
    while (parent && !gtk_widget_grab_focus (parent))
      parent = gtk_widget_get_parent (parent);

  g_signal_handlers_disconnect_by_data (stop, self);
  gtk_widget_unparent (GTK_WIDGET (stop));
}

static gboolean
jol_feature_stops_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JolFeatureStops *self = JOL_FEATURE_STOPS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  guint index = 0;

  if (direction != GTK_DIR_TAB_FORWARD && !is_back)
    return FALSE;

  if (child && g_ptr_array_find (self->stops, child, &index))
    index += is_back ? G_MAXUINT : 1; /* G_MAXUINT: one less */
  else if (is_back)
    index = self->stops->len - 1;

  if (index >= self->stops->len)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->stops, index));
}

static void
jol_feature_stops_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  JolFeatureStops *self = JOL_FEATURE_STOPS (widget);

  /* GTK wants each child asked before it is given a size. */
  for (guint i = 0; i < self->stops->len; i++)
    gtk_widget_measure (g_ptr_array_index (self->stops, i), orientation, -1, NULL, NULL, NULL,
                        NULL);

  *minimum = *natural = 0;
}

static void
jol_feature_stops_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolFeatureStops *self = JOL_FEATURE_STOPS (widget);

  for (guint i = 0; i < self->stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (self->stops, i);
      const JolWorldPoint at = jol_feature_stop_get_at (JOL_FEATURE_STOP (stop));
      double x, y;

      jol_transform_apply (&self->transform, &at, &x, &y);
      gtk_widget_size_allocate (stop,
                                &(GtkAllocation){ (int) round (x) - JOL_FEATURE_STOP_PX / 2,
                                                  (int) round (y) - JOL_FEATURE_STOP_PX / 2,
                                                  JOL_FEATURE_STOP_PX, JOL_FEATURE_STOP_PX },
                                -1);
    }
}

static void
jol_feature_stops_dispose (GObject *object)
{
  JolFeatureStops *self = JOL_FEATURE_STOPS (object);

  for (guint i = 0; i < self->stops->len; i++)
    {
      g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->stops, i), self);
      gtk_widget_unparent (g_ptr_array_index (self->stops, i));
    }
  g_ptr_array_set_size (self->stops, 0);
  g_hash_table_remove_all (self->by_id);

  G_OBJECT_CLASS (jol_feature_stops_parent_class)->dispose (object);
}

static void
jol_feature_stops_finalize (GObject *object)
{
  JolFeatureStops *self = JOL_FEATURE_STOPS (object);

  g_ptr_array_unref (self->stops);
  g_hash_table_unref (self->by_id);

  G_OBJECT_CLASS (jol_feature_stops_parent_class)->finalize (object);
}

static void
jol_feature_stops_class_init (JolFeatureStopsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_feature_stops_dispose;
  object_class->finalize = jol_feature_stops_finalize;
  widget_class->focus = jol_feature_stops_focus;
  widget_class->measure = jol_feature_stops_measure;
  widget_class->size_allocate = jol_feature_stops_size_allocate;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "jolfeaturestops");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_feature_stops_init (JolFeatureStops *self)
{
  self->stops = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
jol_feature_stops_new (void)
{
  return g_object_new (JOL_TYPE_FEATURE_STOPS, NULL);
}

void
jol_feature_stops_update (JolFeatureStops *self, JolScene *scene)
{
  const JolTransform *transform = jol_scene_get_transform (scene);
  const JolWorldPoint top_left = jol_transform_invert (transform, 0, 0);
  const JolWorldPoint bottom_right =
      jol_transform_invert (transform, jol_scene_get_width (scene), jol_scene_get_height (scene));
  const JolWorldBox view = { top_left.x, top_left.y, bottom_right.x, bottom_right.y };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GPtrArray) gone = NULL;

  g_return_if_fail (JOL_IS_FEATURE_STOPS (self));

  add_candidates (self, scene, &view, candidates);
  g_array_sort (candidates, compare_weights);
  if (candidates->len > JOL_MAX_FEATURE_STOPS)
    g_array_set_size (candidates, JOL_MAX_FEATURE_STOPS);

  gone = self->stops;
  self->stops = g_ptr_array_new ();
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      JolFeatureStop *stop = take_stop (self, candidate->id);
      g_autofree char *name = candidate->route ? jol_feature_stop_describe_route (candidate->route)
                                               : jol_feature_stop_describe_place (candidate->place);

      jol_feature_stop_set_name (stop, name);
      jol_feature_stop_set_at (stop, &candidate->at);
      g_ptr_array_remove_fast (gone, stop);
      g_ptr_array_add (self->stops, stop);
    }

  g_ptr_array_foreach (gone, (GFunc) remove_stop, self);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->stops->len; i++)
    {
      JolFeatureStop *stop = g_ptr_array_index (self->stops, i);

      g_hash_table_insert (self->by_id, (gpointer) jol_feature_stop_get_id (stop), stop);
    }

  self->transform = *transform;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
jol_feature_stops_move (JolFeatureStops *self, const JolTransform *transform)
{
  g_return_if_fail (JOL_IS_FEATURE_STOPS (self));

  self->transform = *transform;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
jol_feature_stops_get_focus (JolFeatureStops *self, double *x_px_out, double *y_px_out)
{
  GtkWidget *stop;
  JolWorldPoint at;

  g_return_val_if_fail (JOL_IS_FEATURE_STOPS (self), FALSE);

  stop = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if (!stop)
    return FALSE;

  at = jol_feature_stop_get_at (JOL_FEATURE_STOP (stop));
  jol_transform_apply (&self->transform, &at, x_px_out, y_px_out);
  return TRUE;
}

void
jol_feature_stops_describe_focus (JolFeatureStops *self, const char *text)
{
  GtkWidget *stop;

  g_return_if_fail (JOL_IS_FEATURE_STOPS (self));

  stop = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if (stop)
    gtk_accessible_update_property (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

guint
jol_feature_stops_get_n_stops (JolFeatureStops *self)
{
  g_return_val_if_fail (JOL_IS_FEATURE_STOPS (self), 0);

  return self->stops->len;
}
