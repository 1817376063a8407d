/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which names a scene has, and in which order they ask for room: what is selected, summit cities,
 * other places of the story, routes, countries, waters, then towns and landforms of the base map by
 * rank.
 */
#include "config.h"
#include "jol-scene-builder-private.h"

#include <math.h>
#include <string.h>

#include "jol-basemap-relief.h"
#include "jol-label-placer.h"

#define ROUTE_NAMES_FROM_ZOOM 4.6
/* The most important ones: a story may bring any number, and a map has no room for more. */
#define MAX_ROUTE_NAMES 400
/* A long route is named again after so much of it. */
#define REPEAT_PX 1100.0
#define MAX_REPEATS 24
#define COUNTRIES_TO_ZOOM 7.5
/* A town of the base map that is a place of the story has its name from there. */
#define SAME_PLACE_PX 9.0
/* Small towns are named only where the story is, with this much around it, in degrees. */
#define NEAR_STORY_DEGREES 9.0
#define FAR_TOWNS_ABOVE_ZOOM 4.4

/* The region of the base map's JOL_LAYER_REGION, in which land is lit. */
static const char *const focus_countries[] = { "KZ", "KG", "TJ", "TM", "UZ", NULL };

typedef struct
{
  const JolSceneContent *content;
  const JolSceneQuestion *question;
  JolLabelPlacer *placer;
  JolSceneNames *names;
  GArray *labels; /* of JolSceneLabel */
  double size_px; /* of the world */
} Work;

static JolSceneLabel *
add_label (Work *work,
           JolLabelKind kind,
           const char *text,
           const JolFont *font,
           const JolWorldPoint *at,
           const JolLabelSize *size)
{
  const JolSceneLabel label = {
    .text = g_string_chunk_insert_const (work->names->strings, text),
    .kind = kind,
    .at = *at,
    .width_px = size->width_px,
    .ascent_px = size->ascent_px,
    .descent_px = size->descent_px,
    .size_px = font->size_px,
    .spacing_px = font->spacing_px,
    .font_style = (int) font->style,
    .anchor = JOL_ANCHOR_START,
    .color = font->color,
    .halo = font->halo,
    .halo_px = font->halo_px,
  };

  g_array_append_val (work->labels, label);

  return &g_array_index (work->labels, JolSceneLabel, work->labels->len - 1);
}

static void
measure (const char *text, const JolFont *font, JolLabelSize *size)
{
  jol_text_measure (text, font, &size->width_px, &size->ascent_px, &size->descent_px);
}

/* "Saryarka gas pipeline (Kyzylorda–Astana)" is "Saryarka gas pipeline" on a map. */
static char *
shorten (const char *name)
{
  const char *end = strstr (name, " (");

  return end && end > name ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

static void
add_obstacles (Work *work)
{
  for (guint i = 0; i < work->content->n_places; i++)
    {
      const JolScenePlaceMark *place = &work->content->places[i];

      if (!place->is_lifted)
        jol_label_placer_add_obstacle (work->placer, place->at.x * work->size_px,
                                       place->at.y * work->size_px, place->radius_px + 1.0);
    }
}

/* A line in px of the world. */
static double *
scale_line (const Work *work, const JolWorldPoint *points, guint n_points)
{
  double *xy = g_new (double, 2 * n_points);

  for (guint i = 0; i < n_points; i++)
    {
      xy[2 * i] = points[i].x * work->size_px;
      xy[2 * i + 1] = points[i].y * work->size_px;
    }

  return xy;
}

static void
add_line (Work *work, const JolWorldLine *line)
{
  g_autofree double *xy = scale_line (work, line->points, line->n_points);

  jol_label_placer_add_line (work->placer, xy, line->n_points);
}

static void
add_lines (Work *work)
{
  for (guint i = 0; i < work->content->n_routes; i++)
    for (guint j = 0; j < work->content->routes[i].n_lines; j++)
      add_line (work, &work->content->routes[i].lines[j]);
  for (guint i = 0; i < work->content->n_arcs; i++)
    add_line (work, &work->content->arcs[i].line);
}

static void
name_place (Work *work, const JolScenePlaceMark *place)
{
  const gboolean is_strong = place->n_summits > 0 || place->is_selected;
  const JolFont font = jol_style_get_font (work->question->theme, JOL_LABEL_PLACE,
                                           is_strong ? 0 : 1, TRUE, work->question->zoom);
  JolLabelOffset offset;
  JolSceneLabel *label;
  JolLabelSize size;

  measure (place->title, &font, &size);
  if (!jol_label_placer_place_beside (work->placer, place->at.x * work->size_px,
                                      place->at.y * work->size_px, place->radius_px, &size,
                                      place->is_selected, &offset))
    return;

  label = add_label (work, JOL_LABEL_PLACE, place->title, &font, &place->at, &size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
  label->feature_id = place->id;
}

static gboolean
name_piece (Work *work,
            const JolSceneRoute *route,
            const char *text,
            const double *xy,
            guint n_points,
            gboolean is_forced)
{
  JolFont font =
      jol_style_get_font (work->question->theme, JOL_LABEL_ROUTE, 0, TRUE, work->question->zoom);
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (double));
  JolWorldPoint *path;
  JolSceneLabel *label;
  JolLabelSize size;
  guint n_path;

  font.color = jol_palette_get_commodity (work->question->theme, route->commodity);
  if (route->is_selected)
    font.style = JOL_FONT_BOLD;
  measure (text, &font, &size);
  if (!jol_label_placer_place_along (work->placer, xy, n_points,
                                     route->width_px / 2.0 + (route->is_selected ? 7.5 : 3.5),
                                     &size, is_forced, baseline))
    return FALSE;

  n_path = baseline->len / 2;
  path = g_new (JolWorldPoint, n_path);
  for (guint i = 0; i < n_path; i++)
    path[i] = (JolWorldPoint){ g_array_index (baseline, double, 2 * i) / work->size_px,
                               g_array_index (baseline, double, 2 * i + 1) / work->size_px };
  g_ptr_array_add (work->names->paths, path);
  label = add_label (work, JOL_LABEL_ROUTE, text, &font, &path[0], &size);
  label->path = path;
  label->n_path = n_path;
  label->feature_id = route->id;

  return TRUE;
}

static double
get_length (const double *xy, guint n_points)
{
  double length = 0.0;

  for (guint i = 1; i < n_points; i++)
    length += hypot (xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);

  return length;
}

/* A name that does not bend with its line stands beside the line's middle. */
static void
name_middle (Work *work, const JolSceneRoute *route, const char *text, const JolWorldLine *line)
{
  JolFont font =
      jol_style_get_font (work->question->theme, JOL_LABEL_ROUTE, 0, TRUE, work->question->zoom);
  const JolWorldPoint *at = &line->points[line->n_points / 2];
  JolLabelOffset offset;
  JolSceneLabel *label;
  JolLabelSize size;

  font.color = jol_palette_get_commodity (work->question->theme, route->commodity);
  font.style = JOL_FONT_BOLD;
  measure (text, &font, &size);
  jol_label_placer_place_beside (work->placer, at->x * work->size_px, at->y * work->size_px,
                                 route->width_px / 2.0 + 5.0, &size, TRUE, &offset);
  label = add_label (work, JOL_LABEL_ROUTE, text, &font, at, &size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
  label->feature_id = route->id;
}

static void
name_route (Work *work, const JolSceneRoute *route, gboolean is_forced)
{
  g_autofree char *text = shorten (route->title);
  const JolWorldLine *longest = NULL;
  g_autofree double *xy = NULL;
  double longest_px = 0.0;
  gboolean is_named = FALSE;
  guint n_pieces;

  for (guint i = 0; i < route->n_lines; i++)
    {
      g_autofree double *line = scale_line (work, route->lines[i].points, route->lines[i].n_points);
      const double length = get_length (line, route->lines[i].n_points);

      if (length > longest_px)
        {
          g_free (xy);
          xy = g_steal_pointer (&line);
          longest = &route->lines[i];
          longest_px = length;
        }
    }
  if (!longest)
    return;

  n_pieces = (guint) CLAMP (floor (longest_px / REPEAT_PX), 1.0, (double) MAX_REPEATS);
  for (guint i = 0, first = 0; i < n_pieces && first + 1 < longest->n_points; i++)
    {
      double length = 0.0;
      guint last = first;

      while (last + 1 < longest->n_points && (length < longest_px / n_pieces || i + 1 == n_pieces))
        {
          length += hypot (xy[2 * last + 2] - xy[2 * last], xy[2 * last + 3] - xy[2 * last + 1]);
          last++;
        }
      is_named |=
          name_piece (work, route, text, xy + 2 * first, last - first + 1, is_forced && !is_named);
      first = last;
    }

  if (!is_named && is_forced)
    name_middle (work, route, text, longest);
}

static gboolean
is_place_of_story (const Work *work, const JolBasemapLabel *base, const char *name)
{
  for (guint i = 0; i < work->content->n_places; i++)
    {
      const JolScenePlaceMark *place = &work->content->places[i];
      const double distance_px =
          hypot (place->at.x - base->x, place->at.y - base->y) * work->size_px;

      if (distance_px < SAME_PLACE_PX + place->radius_px)
        return TRUE;
      if (distance_px < 60.0 && g_strcmp0 (place->title, name) == 0)
        return TRUE;
      for (guint j = 0; j < place->n_members; j++)
        if (hypot (place->members[j].at.x - base->x, place->members[j].at.y - base->y) *
                work->size_px <
            SAME_PLACE_PX)
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_near_story (const Work *work, const JolBasemapLabel *base)
{
  const JolBox *bounds;
  JolBox box;
  JolPoint point;

  if (!work->question->story)
    return TRUE;

  bounds = jol_story_get_bounds (work->question->story);
  box = (JolBox){ bounds->west - NEAR_STORY_DEGREES, bounds->south - NEAR_STORY_DEGREES,
                  bounds->east + NEAR_STORY_DEGREES, bounds->north + NEAR_STORY_DEGREES };
  point = jol_unproject (&(JolWorldPoint){ base->x, base->y });

  return jol_box_contains (&box, &point);
}

static void
name_town (Work *work, const JolBasemapLabel *base)
{
  const char *name = jol_basemap_label_get_name (base, work->question->language);
  const double zoom = work->question->zoom;
  const double dot_px = base->kind == JOL_BASEMAP_CAPITAL ? 2.4 : 1.7;
  const JolWorldPoint at = { base->x, base->y };
  JolLabelOffset offset;
  JolSceneLabel *label;
  JolLabelSize size;
  JolFont font;

  if (base->min_zoom > FAR_TOWNS_ABOVE_ZOOM && !is_near_story (work, base))
    return;
  if (is_place_of_story (work, base, name))
    return;

  font =
      jol_style_get_font (work->question->theme, JOL_LABEL_CITY,
                          base->kind == JOL_BASEMAP_CAPITAL ? 0 : MAX (base->rank, 2), FALSE, zoom);
  measure (name, &font, &size);
  if (!jol_label_placer_place_beside (work->placer, at.x * work->size_px, at.y * work->size_px,
                                      dot_px, &size, FALSE, &offset))
    return;

  jol_label_placer_add_obstacle (work->placer, at.x * work->size_px, at.y * work->size_px,
                                 dot_px + 0.5);
  label = add_label (work, JOL_LABEL_CITY, name, &font, &at, &size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
  label->dot_px = dot_px;
}

static void
name_area (Work *work, JolLabelKind kind, const JolBasemapLabel *base)
{
  const gboolean is_focus = g_strv_contains (focus_countries, base->a2);
  const char *name = jol_basemap_label_get_name (base, work->question->language);
  g_autofree char *capitals = kind == JOL_LABEL_COUNTRY ? g_utf8_strup (name, -1) : NULL;
  const char *text = capitals ? capitals : name;
  const double angle = kind == JOL_LABEL_COUNTRY ? 0.0 : -base->angle * G_PI / 180.0;
  const JolWorldPoint at = { base->x, base->y };
  const JolFont font =
      jol_style_get_font (work->question->theme, kind, base->rank, is_focus, work->question->zoom);
  /* A country has the more room in it the nearer it is. */
  const double max_shift =
      kind == JOL_LABEL_COUNTRY ? CLAMP (work->question->zoom - 3.0, 1.5, 4.0) : 3.0;
  const double max_shift_px = font.size_px * max_shift;
  /* A range can do without its name, a country cannot. */
  const double max_covered_px = kind == JOL_LABEL_RANGE ? 12.0 : G_MAXDOUBLE;
  JolLabelOffset offset;
  JolSceneLabel *label;
  JolLabelSize size;

  measure (text, &font, &size);
  if (!jol_label_placer_place_over (work->placer, at.x * work->size_px, at.y * work->size_px, angle,
                                    &size, max_shift_px, max_covered_px, &offset))
    return;

  label = add_label (work, kind, text, &font, &at, &size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
  label->angle = angle;
}

static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const JolSceneRoute *x = *(const JolSceneRoute *const *) a;
  const JolSceneRoute *y = *(const JolSceneRoute *const *) b;
  const gboolean x_works = x->status == JOL_STATUS_OPERATING;
  const gboolean y_works = y->status == JOL_STATUS_OPERATING;

  if (x->is_related != y->is_related)
    return x->is_related ? -1 : 1;
  if (x_works != y_works)
    return x_works ? -1 : 1;
  if (x->width_px < y->width_px || x->width_px > y->width_px)
    return x->width_px > y->width_px ? -1 : 1;

  return strcmp (x->id, y->id);
}

static void
name_routes (Work *work)
{
  const JolSceneContent *content = work->content;
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();

  for (guint i = 0; i < content->n_routes; i++)
    {
      const JolSceneRoute *route = &content->routes[i];

      /* While something is selected, other names would only be noise. */
      if (!route->is_selected && route->status != JOL_STATUS_RETIRED &&
          (route->is_related ||
           (!work->question->selected && work->question->zoom >= ROUTE_NAMES_FROM_ZOOM)))
        g_ptr_array_add (routes, (gpointer) route);
    }
  g_ptr_array_sort (routes, compare_importance);
  for (guint i = 0; i < MIN (routes->len, MAX_ROUTE_NAMES); i++)
    name_route (work, g_ptr_array_index (routes, i), FALSE);
}

static void
name_story (Work *work)
{
  const JolSceneContent *content = work->content;

  for (guint i = content->n_places; i-- > 0;)
    if (content->places[i].is_selected)
      name_place (work, &content->places[i]);
  for (guint i = content->n_routes; i-- > 0;)
    if (content->routes[i].is_selected)
      name_route (work, &content->routes[i], TRUE);
  for (guint i = content->n_places; i-- > 0;)
    if (!content->places[i].is_selected && content->places[i].is_related)
      name_place (work, &content->places[i]);
  for (guint i = content->n_places; i-- > 0;)
    if (!content->places[i].is_selected && !content->places[i].is_related &&
        !content->places[i].is_lifted && content->places[i].n_summits > 0)
      name_place (work, &content->places[i]);
  for (guint i = content->n_places; i-- > 0;)
    if (!content->places[i].is_selected && !content->places[i].is_related &&
        !content->places[i].is_lifted && content->places[i].n_summits == 0)
      name_place (work, &content->places[i]);
  name_routes (work);
}

/* From which zoom a name of the base map is wanted: later than it would fit, to keep the base calm.
 */
static gboolean
is_wanted (const JolBasemapLabel *base, double zoom)
{
  switch (base->kind)
    {
    case JOL_BASEMAP_COUNTRY:
      return zoom >= base->min_zoom && zoom <= COUNTRIES_TO_ZOOM;
    case JOL_BASEMAP_SEA:
    case JOL_BASEMAP_BAY:
    case JOL_BASEMAP_LAKE:
      return zoom >= base->min_zoom + 0.3;
    case JOL_BASEMAP_CAPITAL:
      return zoom >= MAX (base->min_zoom, 3.0);
    case JOL_BASEMAP_REGION_CAPITAL:
    case JOL_BASEMAP_TOWN:
      return zoom >= base->min_zoom + 1.0;
    case JOL_BASEMAP_RANGE:
    case JOL_BASEMAP_DESERT:
    case JOL_BASEMAP_LANDFORM:
      return zoom >= base->min_zoom + 2.0;
    default:
      return FALSE;
    }
}

static void
name_base (Work *work)
{
  const double zoom = work->question->zoom;
  const JolBasemapLabel *labels;
  guint n_labels;

  if (!work->question->base_names)
    return;

  labels = jol_basemap_labels_get (work->question->base_names, &n_labels);
  n_labels = jol_basemap_labels_count_to_zoom (work->question->base_names, zoom);
  /* The countries of the story before their neighbours. */
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].kind == JOL_BASEMAP_COUNTRY && is_wanted (&labels[i], zoom) &&
        g_strv_contains (focus_countries, labels[i].a2))
      name_area (work, JOL_LABEL_COUNTRY, &labels[i]);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].kind == JOL_BASEMAP_COUNTRY && is_wanted (&labels[i], zoom) &&
        !g_strv_contains (focus_countries, labels[i].a2))
      name_area (work, JOL_LABEL_COUNTRY, &labels[i]);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].kind >= JOL_BASEMAP_SEA && labels[i].kind <= JOL_BASEMAP_LAKE &&
        is_wanted (&labels[i], zoom))
      name_area (work, JOL_LABEL_WATER, &labels[i]);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].kind >= JOL_BASEMAP_CAPITAL && labels[i].kind <= JOL_BASEMAP_TOWN &&
        is_wanted (&labels[i], zoom))
      name_town (work, &labels[i]);
  for (guint i = 0; i < n_labels; i++)
    if ((labels[i].kind == JOL_BASEMAP_RANGE || labels[i].kind >= JOL_BASEMAP_DESERT) &&
        is_wanted (&labels[i], zoom))
      name_area (work, JOL_LABEL_RANGE, &labels[i]);
}

JolSceneNames *
jol_scene_names_place (const JolSceneContent *content, const JolSceneQuestion *question)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  JolSceneNames *names = jol_scene_names_new ();
  Work work = { .content = content,
                .question = question,
                .placer = placer,
                .names = names,
                .labels = g_array_new (FALSE, FALSE, sizeof (JolSceneLabel)),
                .size_px = JOL_TILE_PX * exp2 (question->zoom) };

  add_obstacles (&work);
  add_lines (&work);
  name_story (&work);
  name_base (&work);

  names->n_labels = work.labels->len;
  names->labels = (JolSceneLabel *) (gpointer) g_array_free (work.labels, FALSE);
  /* Scenes share names after the story's own copy of an id may be gone. */
  for (guint i = 0; i < names->n_labels; i++)
    if (names->labels[i].feature_id)
      names->labels[i].feature_id =
          g_string_chunk_insert_const (names->strings, names->labels[i].feature_id);

  return names;
}
