/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes, places and arcs of a scene. */
#include "config.h"
#include "jol-scene-builder-private.h"

#include <math.h>
#include <string.h>

/* How much of its colour a route keeps while another thing is selected. */
#define DIMMED_ALPHA 0.5
#define ARC_POINTS 48
/* With more places than this a look at every pair would cost more than it is worth. */
#define MAX_THINNED 2000

/* Which of two routes is painted later, over the other. Not by hover: names are placed in this
 * order, and must not jump under the pointer. */
static int
compare_routes (gconstpointer a, gconstpointer b)
{
  static const int ranks[JOL_N_STATUSES] = {
    [JOL_STATUS_ABSENT] = 0,    [JOL_STATUS_CANCELLED] = 0, [JOL_STATUS_RETIRED] = 1,
    [JOL_STATUS_IDLE] = 2,      [JOL_STATUS_PROPOSED] = 3,  [JOL_STATUS_CONSTRUCTION] = 4,
    [JOL_STATUS_OPERATING] = 5,
  };
  const JolSceneRoute *x = a;
  const JolSceneRoute *y = b;

  if (x->is_selected != y->is_selected)
    return x->is_selected ? 1 : -1;
  if (x->is_related != y->is_related)
    return x->is_related ? 1 : -1;
  if (ranks[x->status] != ranks[y->status])
    return ranks[x->status] - ranks[y->status];

  /* Thin ones over wide ones, or they would not be seen where they share a corridor. */
  if (x->width_px < y->width_px || x->width_px > y->width_px)
    return x->width_px > y->width_px ? -1 : 1;

  return strcmp (x->id, y->id);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const JolScenePlaceMark *x = a;
  const JolScenePlaceMark *y = b;

  if (x->is_selected != y->is_selected)
    return x->is_selected ? 1 : -1;
  if (x->is_related != y->is_related)
    return x->is_related ? 1 : -1;

  if (x->n_summits != y->n_summits)
    return (int) x->n_summits - (int) y->n_summits;
  /* Kinds are listed from the greatest on. */
  if (x->kind != y->kind)
    return y->kind - x->kind;

  return strcmp (x->id, y->id);
}

/* What can be seen of a status: a route that stands still for a while looks idle. */
static JolStatus
get_shown_status (JolRoute *route, const JolDate *date)
{
  const JolStatus status = jol_route_get_status_at (route, date);

  if (status == JOL_STATUS_OPERATING && jol_route_get_interruption_at (route, date))
    return JOL_STATUS_IDLE;

  return status;
}

void
jol_scene_content_add_routes (JolSceneContent *self, const JolSceneQuestion *question)
{
  guint n_routes;
  JolRoute *const *routes = jol_story_get_routes (question->story, &n_routes);
  const JolColor casing = jol_palette_get (question->theme, JOL_COLOR_CASING);
  const double casing_px = jol_style_get_casing_px (question->zoom);

  self->routes = g_new0 (JolSceneRoute, n_routes);
  self->dashes = g_malloc0 (n_routes * sizeof *self->dashes);
  for (guint i = 0; i < n_routes; i++)
    {
      JolRoute *route = routes[i];
      const gboolean is_selected = question->selected == JOL_ENTITY (route);
      const JolStatus status = get_shown_status (route, question->date);
      const JolShape shape = jol_shapes_get (question->shapes, i, question->zoom);
      JolSceneRoute *out = &self->routes[self->n_routes];
      double *dashes = self->dashes[self->n_routes];
      JolLineStyle style;

      if (!is_selected && (status == JOL_STATUS_ABSENT || status == JOL_STATUS_CANCELLED))
        continue;
      if (shape.n_lines == 0)
        continue;

      style = jol_style_get_line (
          jol_route_get_mode (route), status == JOL_STATUS_ABSENT ? JOL_STATUS_CANCELLED : status,
          jol_style_get_capacity (jol_route_get_capacity_at (route, question->date)),
          question->zoom);
      out->id = jol_entity_get_id (JOL_ENTITY (route));
      out->title = jol_entity_get_title (JOL_ENTITY (route), question->language);
      out->lines = shape.lines;
      out->n_lines = shape.n_lines;
      out->box = shape.box;
      out->commodity = jol_route_get_commodity (route);
      out->mode = jol_route_get_mode (route);
      out->status = status;
      out->direction = jol_route_get_direction_at (route, question->date);
      out->is_selected = is_selected;
      out->is_related = question->related_routes && question->related_routes[i];
      out->is_hovered = g_strcmp0 (out->id, question->hover) == 0;
      out->is_dimmed = question->selected && !is_selected && !out->is_related && !out->is_hovered;
      out->width_px = style.width_px;
      out->color = jol_palette_get_commodity (question->theme, out->commodity);
      out->color.alpha *= is_selected ? MAX (style.alpha, 0.75) : style.alpha;
      out->color.alpha *= out->is_dimmed ? DIMMED_ALPHA : 1.0;
      out->casing = casing;
      out->casing.alpha *= out->color.alpha;
      out->casing_px = casing_px;
      out->cap = style.cap;
      out->n_dash = style.n_dash;
      for (guint j = 0; j < style.n_dash; j++)
        dashes[j] = style.dash_px[j];
      if (style.n_dash > 0)
        out->dash_px = dashes;
      self->n_routes++;
    }
  if (self->n_routes > 1)
    qsort (self->routes, self->n_routes, sizeof *self->routes, compare_routes);
}

/* What belongs to the selection, or has a summit, is shown whatever is near. */
static gboolean
must_show (const JolScenePlaceMark *mark)
{
  return mark->n_summits > 0 || mark->is_selected || mark->is_related || mark->is_hovered;
}

/* Leaves out symbols that would lie on others: a refinery in its port comes into sight on zooming
 * in. */
static void
thin_places (JolSceneContent *self, double zoom)
{
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  g_autofree gboolean *is_hidden = NULL;
  guint n_kept = 0;

  if (self->n_places > MAX_THINNED)
    return;

  is_hidden = g_new0 (gboolean, self->n_places);
  /* From the top, which is also the most important. */
  for (guint i = self->n_places; i-- > 0;)
    for (guint j = i + 1; j < self->n_places && !is_hidden[i] && !must_show (&self->places[i]); j++)
      {
        const JolScenePlaceMark *a = &self->places[i];
        const JolScenePlaceMark *b = &self->places[j];

        is_hidden[i] = !is_hidden[j] && hypot (a->at.x - b->at.x, a->at.y - b->at.y) * size_px <
                                            (a->radius_px + b->radius_px) * 0.9;
      }
  for (guint i = 0; i < self->n_places; i++)
    if (!is_hidden[i])
      self->places[n_kept++] = self->places[i];
  self->n_places = n_kept;
}

void
jol_scene_content_add_places (JolSceneContent *self, const JolSceneQuestion *question)
{
  guint n_places;
  JolPlace *const *places = jol_story_get_places (question->story, &n_places);

  self->places = g_new0 (JolScenePlaceMark, n_places);
  for (guint i = 0; i < n_places; i++)
    {
      JolEntity *place = JOL_ENTITY (places[i]);
      const JolPlaceKind kind = jol_place_get_place_kind (places[i]);
      const char *id = jol_entity_get_id (place);
      JolScenePlaceMark mark = {
        .id = id,
        .kind = (int) kind,
        .n_summits = jol_story_count_summits_until (question->story, id, question->date),
        .is_selected = question->selected == place,
        .is_related = question->related_places && question->related_places[i],
        .is_hovered = g_strcmp0 (id, question->hover) == 0,
      };

      if (!must_show (&mark) && !jol_style_shows_place (kind, question->zoom))
        continue;

      mark.title = jol_entity_get_title (place, question->language);
      mark.at = jol_project (jol_place_get_point (places[i]));
      mark.radius_px = mark.n_summits > 0
                           ? jol_style_get_summit_radius (mark.n_summits, question->zoom)
                           : jol_style_get_place_radius (kind, question->zoom);
      self->places[self->n_places++] = mark;
    }
  if (self->n_places > 1)
    qsort (self->places, self->n_places, sizeof *self->places, compare_places);
  thin_places (self, question->zoom);
}

/* Where the arc of a country begins: its capital in the story, else on the base map. */
static gboolean
find_capital (const JolSceneQuestion *question, const char *country, JolPoint *point_out)
{
  JolPlace *capital = jol_story_find_capital (question->story, country);
  const JolBasemapLabel *labels;
  guint n_labels;

  if (capital)
    {
      *point_out = *jol_place_get_point (capital);
      return TRUE;
    }

  if (!question->base_names)
    return FALSE;

  labels = jol_basemap_labels_get (question->base_names, &n_labels);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].kind == JOL_BASEMAP_CAPITAL && g_strcmp0 (labels[i].a2, country) == 0)
      {
        *point_out = jol_unproject (&(JolWorldPoint){ labels[i].x, labels[i].y });
        return TRUE;
      }

  return FALSE;
}

static void
add_arc (JolSceneContent *self, const JolPoint *from, const JolPoint *to, const char *country)
{
  JolSceneArc *arc = &self->arcs[self->n_arcs++];
  JolWorldPoint *points = g_new (JolWorldPoint, ARC_POINTS);

  for (guint i = 0; i < ARC_POINTS; i++)
    {
      const JolPoint point = jol_geo_interpolate (from, to, (double) i / (ARC_POINTS - 1));

      points[i] = jol_project (&point);
      /* Over the antimeridian the arc leaves the world's edge rather than cross the whole map. */
      if (i > 0)
        points[i].x -= round (points[i].x - points[i - 1].x);
    }
  *arc = (JolSceneArc){ .line = { points, ARC_POINTS }, .country = country };
}

/* The participants of an event, or of all summits held at a place so far, without repetition. */
static GPtrArray *
collect_participants (const JolSceneQuestion *question, const char **place_id_out)
{
  GPtrArray *countries = g_ptr_array_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  *place_id_out = NULL;
  if (JOL_IS_EVENT (question->selected))
    {
      g_ptr_array_add (events, question->selected);
      *place_id_out = jol_event_get_place_id (JOL_EVENT (question->selected));
    }
  else if (JOL_IS_PLACE (question->selected))
    {
      const char *id = jol_entity_get_id (question->selected);
      const GPtrArray *about = jol_story_get_events_about (question->story, id);

      *place_id_out = id;
      for (guint i = 0; i < about->len; i++)
        {
          JolEvent *event = g_ptr_array_index (about, i);

          if (jol_event_get_event_kind (event) == JOL_EVENT_SUMMIT &&
              jol_event_get_first_day (event) <= jol_date_last_day (question->date))
            g_ptr_array_add (events, event);
        }
    }

  for (guint i = 0; i < events->len; i++)
    {
      const char *const *codes =
          jol_event_get_participants (JOL_EVENT (g_ptr_array_index (events, i)));

      for (guint j = 0; codes[j]; j++)
        if (!g_ptr_array_find_with_equal_func (countries, codes[j], g_str_equal, NULL))
          g_ptr_array_add (countries, (gpointer) codes[j]);
    }

  return countries;
}

void
jol_scene_content_add_arcs (JolSceneContent *self, const JolSceneQuestion *question)
{
  g_autoptr (GPtrArray) countries = NULL;
  const char *place_id;
  JolEntity *place;
  const JolPoint *to;

  if (!question->selected)
    return;

  countries = collect_participants (question, &place_id);
  place = place_id ? jol_story_lookup (question->story, place_id) : NULL;
  if (!JOL_IS_PLACE (place) || countries->len == 0)
    return;

  to = jol_place_get_point (JOL_PLACE (place));
  self->arcs = g_new0 (JolSceneArc, countries->len);
  for (guint i = 0; i < countries->len; i++)
    {
      const char *country = g_ptr_array_index (countries, i);
      JolPoint from;

      /* Who lives there did not come from anywhere. */
      if (find_capital (question, country, &from) && jol_geo_distance_m (&from, to) > 20000.0)
        add_arc (self, &from, to, country);
    }
}
