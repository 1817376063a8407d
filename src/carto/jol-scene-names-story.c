/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of what the story is about: its places and its routes. */
#include "config.h"
#include "jol-scene-names-private.h"

#include <math.h>
#include <string.h>

#define ROUTE_NAMES_FROM_ZOOM 4.6
/* Of a picture, which nobody can point at. */
#define PICTURE_ROUTE_NAMES_FROM_ZOOM 3.8
/* The most important ones: a story may bring any number, and a map has no room for more. */
#define MAX_ROUTE_NAMES 400
/* A long route is named again after so much of it; what is selected so that a window which shows a
 * part of it shows its name. */
#define REPEAT_PX 1100.0
#define SELECTED_REPEAT_PX 640.0
#define MAX_REPEATS 24
/* The letters' feet are so far from the edge of the line, and of the glow of a selected one. */
#define ROUTE_GAP_PX 3.5
#define SELECTED_GAP_PX 7.5

static void
name_place (JolNaming *self, const JolScenePlaceMark *place)
{
  /* A cluster keeps the name, and its place, of the city that it has grown from. */
  const JolNameKey key = { .kind = JOL_LABEL_PLACE,
                           .id = place->n_members > 0 ? place->members[0].id : place->id };
  const gboolean is_strong = place->n_summits > 0 || place->is_selected;
  const JolFont font = jol_style_get_font (self->question->theme, JOL_LABEL_PLACE,
                                           is_strong ? 0 : 1, TRUE, self->question->zoom);
  const JolSceneLabel *before;
  JolLabelOffset was, offset;
  JolSceneLabel *label;
  JolLabelSize size;

  jol_naming_measure (place->title, &font, &size);
  before = jol_naming_recall (self, &key, &size);
  if (before)
    was = (JolLabelOffset){ before->dx_px, before->dy_px };
  if (!jol_label_placer_place_beside (self->placer, place->at.x * self->size_px,
                                      place->at.y * self->size_px, place->radius_px, &size,
                                      place->is_selected, before ? &was : NULL, &offset))
    return;

  label = jol_naming_add (self, &key, place->title, &font, &place->at, &size);
  label->feature_id = g_string_chunk_insert_const (self->names->strings, place->id);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
}

static int
get_rank (const JolScenePlaceMark *place)
{
  if (place->is_selected)
    return 0;
  if (place->is_related)
    return 1;

  return place->n_summits > 0 ? 2 : 3;
}

static void
name_places (JolNaming *self, int from_rank, int to_rank)
{
  const JolSceneContent *content = self->content;

  for (int rank = from_rank; rank <= to_rank; rank++)
    for (guint i = content->n_places; i-- > 0;)
      if (!content->places[i].is_lifted && get_rank (&content->places[i]) == rank)
        name_place (self, &content->places[i]);
}

void
jol_naming_name_selected_places (JolNaming *self)
{
  name_places (self, 0, 1);
}

void
jol_naming_name_places (JolNaming *self)
{
  name_places (self, 2, 3);
}

static gboolean
is_shown (const JolNaming *self, const char *id)
{
  for (guint i = 0; i < self->content->n_places; i++)
    {
      const JolScenePlaceMark *place = &self->content->places[i];

      if (strcmp (place->id, id) == 0)
        return TRUE;
      for (guint j = 0; j < place->n_members; j++)
        if (strcmp (place->members[j].id, id) == 0)
          return TRUE;
    }

  return FALSE;
}

void
jol_naming_keep_room (JolNaming *self)
{
  const JolDate end = { .year = 9999 };
  const double zoom = self->question->zoom;
  const JolFont font = jol_style_get_font (self->question->theme, JOL_LABEL_PLACE, 0, TRUE, zoom);
  JolPlace *const *places;
  guint n_places;

  if (!self->question->story)
    return;

  places = jol_story_get_places (self->question->story, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      const char *id = jol_entity_get_id (JOL_ENTITY (places[i]));
      const guint n_summits = jol_story_count_summits_until (self->question->story, id, &end);
      JolWorldPoint at;
      JolNameRoom room;
      JolLabelSize size;
      double radius_px;

      if (n_summits == 0 || is_shown (self, id))
        continue;

      at = jol_project (jol_place_get_point (places[i]));
      radius_px =
          jol_style_get_mark_radius (jol_place_get_place_kind (places[i]), n_summits, FALSE, zoom);
      jol_naming_measure (jol_entity_get_title (JOL_ENTITY (places[i]), self->question->language),
                          &font, &size);
      room = (JolNameRoom){ at, jol_label_placer_reserve_beside (self->placer, at.x * self->size_px,
                                                                 at.y * self->size_px, radius_px,
                                                                 &size) };
      g_array_append_val (self->rooms, room);
    }
}

/* "Saryarka gas pipeline (Kyzylorda–Astana)" is "Saryarka gas pipeline" on a map. */
static char *
shorten (const char *name)
{
  const char *end = strstr (name, " (");

  return end && end > name ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

/* "TANAP" of "Trans-Anatolian Natural Gas Pipeline (TANAP)"; NULL when there is none. */
static char *
abbreviate (const char *name)
{
  const char *start = strstr (name, " (");
  const char *end;

  if (!start)
    return NULL;

  for (end = start + 2;
       g_unichar_isupper (g_utf8_get_char (end)) || g_ascii_isdigit (*end) || *end == '-';
       end = g_utf8_next_char (end))
    ;

  return *end == ')' && end - start > 3 ? g_strndup (start + 2, (gsize) (end - start - 2)) : NULL;
}

static JolFont
get_font (const JolNaming *self, const JolSceneRoute *route)
{
  JolFont font =
      jol_style_get_font (self->question->theme, JOL_LABEL_ROUTE, 0, TRUE, self->question->zoom);

  font.color = jol_palette_get_commodity (self->question->theme, route->commodity);
  if (route->is_selected)
    font.style = JOL_FONT_BOLD;

  return font;
}

static double
get_length (const double *xy, guint n_points)
{
  double length = 0.0;

  for (guint i = 1; i < n_points; i++)
    length += hypot (xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);

  return length;
}

/* A name that does not bend with its line stands beside it: the middle first, then farther and
 * farther from it, where there is room. */
static void
name_beside (JolNaming *self,
             const JolSceneRoute *route,
             const char *text,
             const double *xy,
             guint n_points)
{
  static const double shares[] = { 0.5,  0.4,  0.6,  0.3,  0.7,  0.2, 0.8, 0.45, 0.55, 0.35,
                                   0.65, 0.25, 0.75, 0.15, 0.85, 0.1, 0.9, 0.05, 0.95 };
  const JolNameKey key = { .kind = JOL_LABEL_ROUTE, .id = route->id, .piece = G_MAXUINT };
  const JolFont font = get_font (self, route);
  const double gap_px = route->width_px / 2.0 + 5.0;
  gboolean is_placed = FALSE;
  JolLabelOffset offset = { 0 };
  JolSceneLabel *label;
  JolLabelSize size;
  guint at = 0;

  jol_naming_measure (text, &font, &size);
  jol_naming_recall (self, &key, &size);
  for (guint i = 0; i <= G_N_ELEMENTS (shares) && !is_placed; i++)
    {
      const gboolean is_last = i == G_N_ELEMENTS (shares);

      at = (guint) (shares[is_last ? 0 : i] * (n_points - 1));
      is_placed = jol_label_placer_place_beside (self->placer, xy[2 * at], xy[2 * at + 1], gap_px,
                                                 &size, is_last, NULL, &offset);
    }

  label = jol_naming_add (
      self, &key, text, &font,
      &(JolWorldPoint){ xy[2 * at] / self->size_px, xy[2 * at + 1] / self->size_px }, &size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
}

static gboolean
name_pieces (JolNaming *self,
             const JolSceneRoute *route,
             const char *text,
             const double *xy,
             guint n_points)
{
  const gboolean is_strong = route->is_selected;
  const JolFont font = get_font (self, route);
  const double length_px = get_length (xy, n_points);
  const double repeat_px = is_strong ? SELECTED_REPEAT_PX : REPEAT_PX;
  const guint n_pieces = (guint) CLAMP (floor (length_px / repeat_px), 1.0, (double) MAX_REPEATS);
  gboolean is_named = FALSE;

  for (guint i = 0, first = 0; i < n_pieces && first + 1 < n_points; i++)
    {
      const JolNameKey key = { .kind = JOL_LABEL_ROUTE, .id = route->id, .piece = i };
      double length = 0.0;
      guint last = first;
      JolLabelLine line;

      while (last + 1 < n_points && (length < length_px / n_pieces || i + 1 == n_pieces))
        {
          length += hypot (xy[2 * last + 2] - xy[2 * last], xy[2 * last + 3] - xy[2 * last + 1]);
          last++;
        }
      line = (JolLabelLine){ .xy = xy + 2 * first,
                             .n_points = last - first + 1,
                             .offset_px = route->width_px / 2.0 +
                                          (is_strong ? SELECTED_GAP_PX : ROUTE_GAP_PX),
                             .smooth_px = font.size_px * 1.6,
                             .has_below = is_strong,
                             .is_forced = is_strong };
      is_named |= jol_naming_add_along (self, &key, text, &font, &line);
      first = last;
    }

  return is_named;
}

static void
name_route (JolNaming *self, const JolSceneRoute *route)
{
  g_autofree char *text = shorten (route->title);
  g_autofree char *short_text = NULL;
  g_autofree double *xy = NULL;
  double longest_px = 0.0;
  guint n_points = 0;

  for (guint i = 0; i < route->n_lines; i++)
    {
      g_autofree double *line =
          jol_naming_scale_line (self, route->lines[i].points, route->lines[i].n_points);
      const double length = get_length (line, route->lines[i].n_points);

      if (length > longest_px)
        {
          g_free (xy);
          xy = g_steal_pointer (&line);
          n_points = route->lines[i].n_points;
          longest_px = length;
        }
    }
  if (n_points < 2)
    return;

  if (name_pieces (self, route, text, xy, n_points))
    return;

  short_text = abbreviate (route->title);
  if (short_text && name_pieces (self, route, short_text, xy, n_points))
    return;
  if (route->is_selected)
    name_beside (self, route, text, xy, n_points);
}

void
jol_naming_name_selected_routes (JolNaming *self)
{
  for (guint i = self->content->n_routes; i-- > 0;)
    if (self->content->routes[i].is_selected)
      name_route (self, &self->content->routes[i]);
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
  if ((x->change == JOL_ROUTE_SAME) != (y->change == JOL_ROUTE_SAME))
    return x->change == JOL_ROUTE_SAME ? 1 : -1;
  if (x_works != y_works)
    return x_works ? -1 : 1;
  if (x->width_px < y->width_px || x->width_px > y->width_px)
    return x->width_px > y->width_px ? -1 : 1;

  return strcmp (x->id, y->id);
}

void
jol_naming_name_routes (JolNaming *self)
{
  const JolSceneContent *content = self->content;
  const double from_zoom =
      self->question->is_framed ? PICTURE_ROUTE_NAMES_FROM_ZOOM : ROUTE_NAMES_FROM_ZOOM;
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();

  for (guint i = 0; i < content->n_routes; i++)
    {
      const JolSceneRoute *route = &content->routes[i];

      /* While something is selected, other names would only be noise. */
      if (!route->is_selected && route->status != JOL_STATUS_RETIRED &&
          (route->is_related || (!self->question->selected && self->question->zoom >= from_zoom)))
        g_ptr_array_add (routes, (gpointer) route);
    }
  g_ptr_array_sort (routes, compare_importance);
  for (guint i = 0; i < MIN (routes->len, MAX_ROUTE_NAMES); i++)
    name_route (self, g_ptr_array_index (routes, i));
}
