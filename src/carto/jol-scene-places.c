/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The marks of a scene's places. Those that would overlap are put together, but not what belongs to
 * the selection, which is drawn at its own place whatever is near. What is hovered is drawn so too,
 * over the cluster it stays in: nothing else moves under the pointer.
 */
#include "config.h"

#include "jol-scene-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jol-cluster.h"

/* The places of a story that can be put together, and what came of it. */
typedef struct
{
  const JolSceneQuestion *question;
  JolPlace *const *places; /* of the story */
  JolClusterPoint *points; /* their order is the place's in the story */
  JolClusterMember *members;
  guint *sorted; /* points, by leader and then importance */
  guint n_points;
} Work;

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const JolScenePlaceMark *x = a;
  const JolScenePlaceMark *y = b;

  if (x->is_lifted != y->is_lifted)
    return x->is_lifted ? 1 : -1;
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

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const Work *work = data;
  const guint i = *(const guint *) a;
  const guint j = *(const guint *) b;

  if (work->members[i].leader != work->members[j].leader)
    return work->members[i].leader < work->members[j].leader ? -1 : 1;

  return jol_cluster_compare (&work->points[i], &work->points[j]);
}

static JolPlace *
get_place (const Work *work, guint point)
{
  return work->places[work->points[point].order];
}

static gboolean
is_hovered (const JolSceneQuestion *question, JolPlace *place)
{
  return question->hover && g_str_equal (jol_entity_get_id (JOL_ENTITY (place)), question->hover);
}

static JolScenePlaceMark *
add_mark (JolSceneContent *self,
          const JolSceneQuestion *question,
          JolPlace *place,
          guint n_summits,
          gboolean is_cluster)
{
  JolScenePlaceMark *mark = &self->places[self->n_places++];
  const JolPlaceKind kind = jol_place_get_place_kind (place);

  *mark = (JolScenePlaceMark){
    .id = jol_entity_get_id (JOL_ENTITY (place)),
    .title = jol_entity_get_title (JOL_ENTITY (place), question->language),
    .at = jol_project (jol_place_get_point (place)),
    .kind = (int) kind,
    .n_summits = n_summits,
    .radius_px = jol_style_get_mark_radius (kind, n_summits, is_cluster, question->zoom),
  };

  return mark;
}

static void
add_lifted (JolSceneContent *self, const Work *work, guint point)
{
  JolScenePlaceMark *mark = add_mark (self, work->question, get_place (work, point),
                                      work->points[point].n_summits, FALSE);

  mark->is_hovered = mark->is_lifted = TRUE;
}

static char *
summarize (const JolSceneMember *members, guint n_members)
{
  if (n_members == 2)
    /* Translators: two places that share one mark on the map. */
    return g_strdup_printf (_ ("%1$s and %2$s"), members[0].title, members[1].title);

  /* Translators: places that share one mark on the map; two names, and how many places more. */
  return g_strdup_printf (
      ngettext ("%1$s, %2$s and %3$u more", "%1$s, %2$s and %3$u more", n_members - 2),
      members[0].title, members[1].title, n_members - 2);
}

/* @first: in the sorted points; the leader, which its members follow. */
static void
add_cluster (JolSceneContent *self, const Work *work, guint first, guint n_members)
{
  const guint *sorted = &work->sorted[first];
  /* Each point is a member of one cluster at most. */
  JolSceneMember *members = &self->members[first];
  JolScenePlaceMark *mark;
  g_autofree char *id = NULL;
  g_autofree char *summary = NULL;
  double apart_zoom = G_MAXDOUBLE;
  guint n_summits = 0;

  for (guint i = 0; i < n_members; i++)
    {
      JolPlace *place = get_place (work, sorted[i]);

      members[i] = (JolSceneMember){
        .id = jol_entity_get_id (JOL_ENTITY (place)),
        .title = jol_entity_get_title (JOL_ENTITY (place), work->question->language),
        .at = jol_project (jol_place_get_point (place)),
        .n_summits = work->points[sorted[i]].n_summits,
      };
      n_summits += members[i].n_summits;
      if (i > 0)
        apart_zoom = MIN (apart_zoom, work->members[sorted[i]].apart_zoom);
      if (is_hovered (work->question, place))
        add_lifted (self, work, sorted[i]);
    }

  if (!self->strings)
    self->strings = g_string_chunk_new (256);
  /* No id of a story has a dot in it, and an XML id may. */
  id = g_strconcat ("cluster.", members[0].id, NULL);
  summary = summarize (members, n_members);
  mark = add_mark (self, work->question, get_place (work, sorted[0]), n_summits, TRUE);
  mark->id = g_string_chunk_insert (self->strings, id);
  mark->summary = g_string_chunk_insert (self->strings, summary);
  mark->members = members;
  mark->n_members = n_members;
  mark->apart_zoom = apart_zoom;
}

static void
add_clusters (JolSceneContent *self, Work *work)
{
  g_autofree JolClusterMember *members = g_new (JolClusterMember, work->n_points);
  g_autofree guint *sorted = g_new (guint, work->n_points);
  guint n_shown = 0;

  work->members = members;
  work->sorted = sorted;
  jol_cluster_find (work->points, work->n_points, work->question->zoom, members);
  for (guint i = 0; i < work->n_points; i++)
    if (work->points[i].from_zoom <= work->question->zoom)
      sorted[n_shown++] = i;
    else if (is_hovered (work->question, get_place (work, i)))
      add_lifted (self, work, i);
  g_qsort_with_data (sorted, (int) n_shown, sizeof *sorted, compare_members, work);

  self->members = g_new (JolSceneMember, n_shown);
  for (guint first = 0, end; first < n_shown; first = end)
    {
      for (end = first + 1;
           end < n_shown && members[sorted[end]].leader == members[sorted[first]].leader; end++)
        ;
      if (end - first > 1)
        add_cluster (self, work, first, end - first);
      else
        add_mark (self, work->question, get_place (work, sorted[first]),
                  work->points[sorted[first]].n_summits, FALSE)
            ->is_hovered = is_hovered (work->question, get_place (work, sorted[first]));
    }
}

/* Who chooses or points at a place that is hidden sees that one; of an event, the place is all
 * there is to see. */
static gboolean
is_revealed (const JolScenePlaceMark *mark, const JolSceneQuestion *question)
{
  return mark->is_selected || mark->is_hovered ||
         (mark->is_related && JOL_IS_EVENT (question->selected));
}

/* What belongs to the selection has its own mark at once; other places are points to put together.
 */
static void
take_place (JolSceneContent *self, Work *work, guint index)
{
  const JolSceneQuestion *question = work->question;
  JolPlace *place = work->places[index];
  const JolPlaceKind kind = jol_place_get_place_kind (place);
  const guint n_held = jol_story_count_summits_in (
      question->story, jol_entity_get_id (JOL_ENTITY (place)), &question->counted);
  const gboolean is_related = question->related_places && question->related_places[index];
  const gboolean is_in_zoom = jol_style_get_place_zoom (kind) <= question->zoom;
  JolScenePlaceMark traits = { .is_selected = question->selected == JOL_ENTITY (place),
                               .is_related = is_related,
                               .is_hovered = is_hovered (question, place) };
  guint n_summits = n_held;
  gboolean is_hidden =
      !jol_scene_content_admit_place (self, question, kind, is_related || is_in_zoom, &n_summits);

  /* What would be seen from nearer is in its cluster there, whatever the zoom. */
  is_hidden = is_hidden && (is_in_zoom || jol_filter_hides_on_map (question->filter,
                                                                   jol_map_kind_of_place (kind)));
  if (is_hidden && is_revealed (&traits, question))
    n_summits = n_held;
  else if (is_hidden)
    return;

  if (traits.is_selected || is_related || (is_hidden && traits.is_hovered))
    {
      JolScenePlaceMark *mark = add_mark (self, question, place, n_summits, FALSE);

      mark->is_selected = traits.is_selected;
      mark->is_related = is_related;
      mark->is_hovered = traits.is_hovered;
      mark->is_lifted = !traits.is_selected && !is_related;
      return;
    }

  work->points[work->n_points++] = (JolClusterPoint){
    .at = jol_project (jol_place_get_point (place)),
    .kind = kind,
    .n_summits = n_summits,
    .from_zoom = n_summits > 0 ? 0.0 : jol_style_get_place_zoom (kind),
    .order = index,
  };
}

void
jol_scene_content_add_places (JolSceneContent *self, const JolSceneQuestion *question)
{
  guint n_places;
  JolPlace *const *places = jol_story_get_places (question->story, &n_places);
  g_autofree JolClusterPoint *points = g_new (JolClusterPoint, n_places);
  Work work = { .question = question, .places = places, .points = points };

  /* One more for a mark that is lifted out of its cluster. */
  self->places = g_new0 (JolScenePlaceMark, n_places + 1);
  for (guint i = 0; i < n_places; i++)
    take_place (self, &work, i);
  add_clusters (self, &work);
  if (self->n_places > 1)
    qsort (self->places, self->n_places, sizeof *self->places, compare_marks);
}
