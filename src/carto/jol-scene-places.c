/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The symbols of a scene's places. */
#include "config.h"

#include "jol-scene-builder-private.h"

#include <math.h>
#include <string.h>

/* With more places than this a look at every pair would cost more than it is worth. */
#define MAX_THINNED 2000

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

/* What belongs to the selection, or has a summit, is shown whatever is near. */
static gboolean
must_show (const JolScenePlaceMark *mark)
{
  return mark->n_summits > 0 || mark->is_selected || mark->is_related || mark->is_hovered;
}

/* Who chooses or points at a place that is hidden sees that one; of an event, the place is all
 * there is to see. */
static gboolean
is_revealed (const JolScenePlaceMark *mark, const JolSceneQuestion *question)
{
  return mark->is_selected || mark->is_hovered ||
         (mark->is_related && JOL_IS_EVENT (question->selected));
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
      guint n_summits;
      JolScenePlaceMark mark = {
        .id = id,
        .kind = (int) kind,
        .n_summits = jol_story_count_summits_until (question->story, id, question->date),
        .is_selected = question->selected == place,
        .is_related = question->related_places && question->related_places[i],
        .is_hovered = g_strcmp0 (id, question->hover) == 0,
      };

      n_summits = mark.n_summits;
      if (!jol_scene_content_admit_place (
              self, question, kind, mark.is_related || jol_style_shows_place (kind, question->zoom),
              &mark.n_summits))
        {
          if (!is_revealed (&mark, question))
            continue;
          mark.n_summits = n_summits;
        }

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
