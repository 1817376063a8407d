/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arcs from the capitals of who took part to where the selected event was held. */
#include "config.h"

#include "jol-scene-builder-private.h"

#include <math.h>

#define ARC_POINTS 48

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

/* The participants of an event, or of all summits counted at a place, without repetition. */
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
              jol_span_overlaps (&question->counted, jol_event_get_first_day (event),
                                 jol_event_get_last_day (event)))
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
