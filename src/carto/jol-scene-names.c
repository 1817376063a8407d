/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which names a scene has, and in which order they ask for room: what is selected, summit cities,
 * other places of the story, routes, countries, waters, towns by rank, landforms.
 *
 * A placement that follows another at the same zoom (the date has moved) begins with where names
 * were: all those places are reserved, so that who is new takes none of them without need, and each
 * name that still fits where it was stays there.
 */
#include "config.h"
#include "jol-scene-names-private.h"

#include <math.h>

/* Small towns and rivers are named only where the story is, with this much around it, in degrees.
 */
#define NEAR_STORY_DEGREES 9.0
#define PATH_STEP_PX 7.0
#define FRAME_GAP_PX 6.0
/* Of the light round what is selected. */
#define EDGE_PX 2.0

static char *
write_key (const JolNameKey *key)
{
  if (key->id)
    return g_strdup_printf ("%d %s %u", key->kind, key->id, key->piece);

  return g_strdup_printf ("%d %.7f %.7f %u", key->kind, key->at.x, key->at.y, key->piece);
}

void
jol_naming_measure (const char *text, const JolFont *font, JolLabelSize *size_out)
{
  jol_text_measure (text, font, &size_out->width_px, &size_out->ascent_px, &size_out->descent_px);
}

double *
jol_naming_scale_line (const JolNaming *self, const JolWorldPoint *points, guint n_points)
{
  double *xy = g_new (double, 2 * MAX (n_points, 1));

  for (guint i = 0; i < n_points; i++)
    {
      xy[2 * i] = points[i].x * self->size_px;
      xy[2 * i + 1] = points[i].y * self->size_px;
    }

  return xy;
}

gboolean
jol_naming_is_near_story (const JolNaming *self, double x, double y)
{
  const JolBox *bounds;
  JolBox box;
  JolPoint point;

  if (!self->question->story)
    return TRUE;

  bounds = jol_story_get_bounds (self->question->story);
  box = (JolBox){ bounds->west - NEAR_STORY_DEGREES, bounds->south - NEAR_STORY_DEGREES,
                  bounds->east + NEAR_STORY_DEGREES, bounds->north + NEAR_STORY_DEGREES };
  point = jol_unproject (&(JolWorldPoint){ x, y });

  return jol_box_contains (&box, &point);
}

const JolSceneLabel *
jol_naming_recall (JolNaming *self, const JolNameKey *key, const JolLabelSize *size)
{
  g_autofree char *written = NULL;
  const JolNameBefore *before;

  if (!self->before)
    return NULL;

  written = write_key (key);
  before = g_hash_table_lookup (self->before, written);
  if (!before)
    return NULL;

  jol_label_placer_release (self->placer, before->reservation);

  return fabs (before->label->width_px - size->width_px) < 0.5 ? before->label : NULL;
}

JolSceneLabel *
jol_naming_add (JolNaming *self,
                const JolNameKey *key,
                const char *text,
                const JolFont *font,
                const JolWorldPoint *at,
                const JolLabelSize *size)
{
  const JolSceneLabel label = {
    .text = g_string_chunk_insert_const (self->names->strings, text),
    .kind = key->kind,
    /* Scenes share names after the story's own copy of an id may be gone. */
    .feature_id = key->id ? g_string_chunk_insert_const (self->names->strings, key->id) : NULL,
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
  g_autofree char *written = write_key (key);

  g_ptr_array_add (self->names->keys, g_string_chunk_insert (self->names->strings, written));
  g_array_append_val (self->labels, label);

  return &g_array_index (self->labels, JolSceneLabel, self->labels->len - 1);
}

/* Whether a baseline from before still runs beside its line: that may have moved since, to make
 * room for another in its corridor. */
static gboolean
is_beside (const JolLabelLine *line, const double *baseline, guint n_points, double ascent_px)
{
  const double above_px = line->offset_px;
  const double below_px = line->offset_px + ascent_px * 0.8;

  for (guint i = 0; i < n_points; i += MAX (n_points / 4, 1))
    {
      double nearest = G_MAXDOUBLE;

      for (guint j = 1; j < line->n_points; j++)
        {
          const double *a = &line->xy[2 * j - 2];
          const double dx = a[2] - a[0];
          const double dy = a[3] - a[1];
          const double px = baseline[2 * i] - a[0];
          const double py = baseline[2 * i + 1] - a[1];
          const double length2 = MAX (dx * dx + dy * dy, 1e-12);
          const double t = CLAMP ((px * dx + py * dy) / length2, 0.0, 1.0);

          nearest = MIN (nearest, hypot (px - t * dx, py - t * dy));
        }
      if (nearest < above_px - 2.5 ||
          nearest > (line->has_below ? below_px : above_px) + ascent_px * 0.75)
        return FALSE;
    }

  return TRUE;
}

/* What a label keeps of its baseline, in worlds: a letter is about as wide as two steps, and each
 * point costs something in each frame. */
static JolWorldPoint *
thin_out (const JolNaming *self, const GArray *baseline, guint *n_out)
{
  const double *xy = (const double *) (gconstpointer) baseline->data;
  const guint n = baseline->len / 2;
  JolWorldPoint *path = g_new (JolWorldPoint, n);
  guint last = 0;

  *n_out = 0;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i + 1 < n &&
          hypot (xy[2 * i] - xy[2 * last], xy[2 * i + 1] - xy[2 * last + 1]) < PATH_STEP_PX)
        continue;
      path[(*n_out)++] =
          (JolWorldPoint){ xy[2 * i] / self->size_px, xy[2 * i + 1] / self->size_px };
      last = i;
    }

  return path;
}

gboolean
jol_naming_add_along (JolNaming *self,
                      const JolNameKey *key,
                      const char *text,
                      const JolFont *font,
                      const JolLabelLine *line)
{
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (double));
  const JolSceneLabel *before;
  JolSceneLabel *label;
  JolLabelSize size;
  JolWorldPoint *path;
  guint n_path;

  jol_naming_measure (text, font, &size);
  before = jol_naming_recall (self, key, &size);
  if (before && before->path)
    {
      g_autofree double *xy = jol_naming_scale_line (self, before->path, before->n_path);

      if (is_beside (line, xy, before->n_path, size.ascent_px) &&
          jol_label_placer_place_again (self->placer, xy, before->n_path, &size))
        g_array_append_vals (baseline, xy, 2 * before->n_path);
    }
  if (baseline->len == 0 && !jol_label_placer_place_along (self->placer, line, &size, baseline))
    return FALSE;

  path = thin_out (self, baseline, &n_path);
  g_ptr_array_add (self->names->paths, path);
  label = jol_naming_add (self, key, text, font, &path[0], &size);
  label->path = path;
  label->n_path = n_path;

  return TRUE;
}

/* A name's halo reaches a little beyond its letters. */
static void
keep_to (JolNaming *self, const JolLabelFrame *frame)
{
  jol_label_placer_set_bounds (self->placer, frame->view.x0 + FRAME_GAP_PX,
                               frame->view.y0 + FRAME_GAP_PX, frame->view.x1 - FRAME_GAP_PX,
                               frame->view.y1 - FRAME_GAP_PX);
  for (gsize i = 0; i < frame->n_panels; i++)
    jol_label_placer_add_panel (
        self->placer, frame->panels[i].x0 - FRAME_GAP_PX, frame->panels[i].y0 - FRAME_GAP_PX,
        frame->panels[i].x1 + FRAME_GAP_PX, frame->panels[i].y1 + FRAME_GAP_PX);
}

static void
add_obstacles (JolNaming *self)
{
  for (guint i = 0; i < self->content->n_places; i++)
    {
      const JolScenePlaceMark *place = &self->content->places[i];

      if (!place->is_lifted)
        jol_label_placer_add_obstacle (self->placer, place->at.x * self->size_px,
                                       place->at.y * self->size_px, place->radius_px + 1.0);
    }
}

static void
add_line (JolNaming *self, const JolWorldLine *line)
{
  g_autofree double *xy = jol_naming_scale_line (self, line->points, line->n_points);

  jol_label_placer_add_line (self->placer, xy, line->n_points);
}

/* What is selected is so wide that a name beside its middle would still lie on it: its edges are
 * lines too. */
static void
add_edges (JolNaming *self, const JolSceneRoute *route, const JolWorldLine *line)
{
  const double away_px = route->width_px / 2.0 + route->casing_px + EDGE_PX;
  g_autofree double *xy = jol_naming_scale_line (self, line->points, line->n_points);
  g_autofree double *edge = g_new (double, 2 * MAX (line->n_points, 1));

  for (int side = -1; side <= 1; side += 2)
    {
      for (guint i = 0; i < line->n_points; i++)
        {
          const double *from = xy + 2 * (i > 0 ? i - 1 : i);
          const double *to = xy + 2 * MIN (i + 1, line->n_points - 1);
          const double length = MAX (hypot (to[0] - from[0], to[1] - from[1]), 1e-9);

          edge[2 * i] = xy[2 * i] - side * away_px * (to[1] - from[1]) / length;
          edge[2 * i + 1] = xy[2 * i + 1] + side * away_px * (to[0] - from[0]) / length;
        }
      jol_label_placer_add_line (self->placer, edge, line->n_points);
    }
}

static void
add_lines (JolNaming *self)
{
  for (guint i = 0; i < self->content->n_routes; i++)
    for (guint j = 0; j < self->content->routes[i].n_lines; j++)
      {
        const JolSceneRoute *route = &self->content->routes[i];

        add_line (self, &route->lines[j]);
        if (route->is_selected)
          add_edges (self, route, &route->lines[j]);
      }
  for (guint i = 0; i < self->content->n_arcs; i++)
    add_line (self, &self->content->arcs[i].line);
}

static void
reserve (JolNaming *self, const JolSceneNames *names)
{
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < names->n_labels; i++)
    {
      const JolSceneLabel *label = &names->labels[i];
      const JolLabelSize size = { label->width_px, label->ascent_px, label->descent_px };
      JolNameBefore *before = g_new (JolNameBefore, 1);

      before->label = label;
      if (label->path)
        {
          g_autofree double *xy = jol_naming_scale_line (self, label->path, label->n_path);

          before->reservation =
              jol_label_placer_reserve_along (self->placer, xy, label->n_path, &size);
        }
      else
        {
          before->reservation = jol_label_placer_reserve (
              self->placer, label->at.x * self->size_px + label->dx_px,
              label->at.y * self->size_px + label->dy_px, label->angle, &size);
        }
      g_hash_table_insert (self->before, g_ptr_array_index (names->keys, i), before);
    }
}

/**
 * jol_scene_names_place:
 * @before: (nullable): what was placed last, at the same zoom and in the same language
 *
 * Reads nothing but its arguments, so any thread may do it, and the same arguments give the same
 * names.
 */
JolSceneNames *
jol_scene_names_place (const JolSceneContent *content,
                       const JolSceneQuestion *question,
                       const JolSceneNames *before)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  JolNaming self = { .content = content,
                     .question = question,
                     .placer = placer,
                     .names = jol_scene_names_new (),
                     .labels = g_array_new (FALSE, FALSE, sizeof (JolSceneLabel)),
                     .rooms = g_array_new (FALSE, FALSE, sizeof (JolNameRoom)),
                     .size_px = JOL_TILE_PX * exp2 (question->zoom) };

  if (question->is_framed)
    keep_to (&self, &question->frame);
  add_obstacles (&self);
  add_lines (&self);
  if (before)
    reserve (&self, before);

  if (question->has_room)
    keep_to (&self, &question->room);
  jol_naming_name_selected_routes (&self);
  jol_naming_name_selected_places (&self);
  if (question->has_room)
    {
      /* Of routes, only those are named now that belong to what is selected. */
      jol_naming_name_routes (&self);
      jol_label_placer_free_room (placer);
    }
  jol_naming_name_places (&self);
  if (!question->has_room)
    jol_naming_name_routes (&self);
  jol_naming_keep_room (&self);
  jol_naming_name_base (&self);

  g_array_unref (self.rooms);
  g_clear_pointer (&self.before, g_hash_table_unref);
  self.names->zoom = question->zoom;
  self.names->n_labels = self.labels->len;
  self.names->labels = (JolSceneLabel *) (gpointer) g_array_free (self.labels, FALSE);

  return self.names;
}
