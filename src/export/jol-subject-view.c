/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands round the map depends on what is in the picture, and what is in the picture on what
 * room that leaves: so each way to leave the sides of the picture to what stands there is tried on
 * a scene, and the one taken that shows the subject largest of those that cover none of it.
 */
#include "config.h"

#include "jol-subject-view.h"

#include <math.h>

#include "jol-basemap.h"
#include "jol-paint-private.h"
#include "jol-subject-box.h"

/* Round the subject, to the edge and to what stands round the map. */
#define MARGIN_PX 20.0
/* Round all of the story, that has a margin of its own. */
#define STORY_MARGIN_PX 24.0
#define MIN_BOX_DEG 4.0 /* a place is shown in its country */
#define N_SIDES 4
/* How many levels nearer it had to be shown to make up for a picture that the base map leaves
 * empty. */
#define EMPTY_LEVELS 3.0

typedef struct
{
  JolScene *scene;
  JolPaintPasses passes;
  double width, height;
  GArray *points;  /* of the subject: JolWorldPoint */
  JolWorldBox box; /* that holds them */
} Work;

/* What of the picture is left to the map. */
typedef struct
{
  double left, top, right, bottom;
} Room;

static void
add_point (Work *work, const JolWorldPoint *point)
{
  JolWorldPoint seen = *point;
  double x0, y0, x1, y1;

  /* Where the base map ends there is nothing to see. */
  jol_basemap_relief_get_box (&x0, &y0, &x1, &y1);
  seen.x = CLAMP (seen.x, x0, x1);
  seen.y = CLAMP (seen.y, y0, y1);
  g_array_append_val (work->points, seen);
}

static void
add_line (Work *work, const JolWorldLine *line)
{
  for (guint i = 0; i < line->n_points; i++)
    add_point (work, &line->points[i]);
}

/* What is lit on the map: the thing that is selected, and the arcs to it. */
static void
collect_points (Work *work, const JolBox *box)
{
  const JolWorldBox world = jol_project_box (box);
  guint n_routes, n_places, n_arcs;
  const JolSceneRoute *routes = jol_scene_get_routes (work->scene, &n_routes);
  const JolScenePlaceMark *places = jol_scene_get_places (work->scene, &n_places);
  const JolSceneArc *arcs = jol_scene_get_arcs (work->scene, &n_arcs);

  for (guint i = 0; i < n_routes; i++)
    for (guint j = 0; j < routes[i].n_lines && routes[i].is_selected; j++)
      add_line (work, &routes[i].lines[j]);
  for (guint i = 0; i < n_places; i++)
    if (places[i].is_selected)
      add_point (work, &places[i].at);
  for (guint i = 0; i < n_arcs; i++)
    add_line (work, &arcs[i].line);
  if (work->points->len == 0)
    {
      add_point (work, &(JolWorldPoint){ world.x0, world.y0 });
      add_point (work, &(JolWorldPoint){ world.x1, world.y1 });
    }

  work->box = (JolWorldBox){ 1.0, 1.0, 0.0, 0.0 };
  for (guint i = 0; i < work->points->len; i++)
    {
      const JolWorldPoint *point = &g_array_index (work->points, JolWorldPoint, i);

      work->box.x0 = MIN (work->box.x0, point->x);
      work->box.y0 = MIN (work->box.y0, point->y);
      work->box.x1 = MAX (work->box.x1, point->x);
      work->box.y1 = MAX (work->box.y1, point->y);
    }
}

/* How many points of the subject lie under what stands round the map, or too near to the edge. */
static guint
count_hidden (const Work *work, const JolViewport *viewport)
{
  g_autoptr (JolScene) moved =
      jol_scene_move (work->scene, viewport, (int) work->width, (int) work->height);
  const JolTransform *transform = jol_scene_get_transform (moved);
  JolFrameBox boxes[JOL_N_FRAME_BOXES];
  const guint n_boxes = jol_paint_frame_measure (moved, work->passes, boxes);
  const double edge = MARGIN_PX / 2.0;
  guint n_hidden = 0;

  for (guint i = 0; i < work->points->len; i++)
    {
      double x, y;
      gboolean is_hidden;

      jol_transform_apply (transform, &g_array_index (work->points, JolWorldPoint, i), &x, &y);
      is_hidden = x < edge || y < edge || x > work->width - edge || y > work->height - edge;
      for (guint j = 0; j < n_boxes && !is_hidden; j++)
        is_hidden = boxes[j].height > 0.0 && x > boxes[j].x - edge &&
                    x < boxes[j].x + boxes[j].width + edge && y > boxes[j].y - edge &&
                    y < boxes[j].y + boxes[j].height + edge;
      n_hidden += is_hidden;
    }

  return n_hidden;
}

/* Where on an axis the subject's middle goes: amid the room, or, when it is somewhere already, no
 * farther from there than it takes. */
static double
place_on_axis (double from, double to, double size, double now, gboolean is_free)
{
  const double half = size / 2.0 + MARGIN_PX;

  return is_free || to - from < 2.0 * half ? (from + to) / 2.0
                                           : CLAMP (now, from + half, to - half);
}

/* The viewport that has the subject in a room, at most @max_zoom near. @now: where it looks, or
 * NULL. */
static JolViewport
frame (const Work *work, const Room *room, double max_zoom, const JolViewport *now)
{
  const JolWorldBox *box = &work->box;
  const double width = MAX (room->right - room->left - 2.0 * MARGIN_PX, 1.0);
  const double height = MAX (room->bottom - room->top - 2.0 * MARGIN_PX, 1.0);
  const double size_px =
      MIN (width / MAX (box->x1 - box->x0, 1e-9), height / MAX (box->y1 - box->y0, 1e-9));
  JolViewport viewport = {
    .zoom = CLAMP (log2 (size_px / JOL_TILE_PX), JOL_MIN_ZOOM, max_zoom),
  };
  const JolWorldPoint middle = { (box->x0 + box->x1) / 2.0, (box->y0 + box->y1) / 2.0 };
  const double px = JOL_TILE_PX * exp2 (viewport.zoom);
  double x = 0.0, y = 0.0;
  JolWorldPoint center;
  JolPoint point;

  if (now)
    {
      JolViewport wider = *now;
      JolTransform transform;

      wider.zoom = viewport.zoom;
      transform = jol_transform_new (&wider, work->width, work->height);
      jol_transform_apply (&transform, &middle, &x, &y);
    }
  x = place_on_axis (room->left, room->right, (box->x1 - box->x0) * px, x, !now);
  y = place_on_axis (room->top, room->bottom, (box->y1 - box->y0) * px, y, !now);
  center = (JolWorldPoint){ middle.x + (work->width / 2.0 - x) / px,
                            middle.y + (work->height / 2.0 - y) / px };
  point = jol_unproject (&center);
  viewport.latitude = point.latitude;
  viewport.longitude = point.longitude;
  return viewport;
}

/* What stands at the sides, each of which may be left to it. */
static Room
find_sides (const Work *work, const JolViewport *viewport)
{
  g_autoptr (JolScene) moved =
      jol_scene_move (work->scene, viewport, (int) work->width, (int) work->height);
  JolFrameBox boxes[JOL_N_FRAME_BOXES];
  const guint n_boxes = jol_paint_frame_measure (moved, work->passes, boxes);
  Room sides = { 0.0, 0.0, work->width, work->height };

  for (guint i = 0; i < n_boxes; i++)
    {
      const gboolean is_left = boxes[i].x + boxes[i].width / 2.0 < work->width / 2.0;
      const gboolean is_upper = boxes[i].y + boxes[i].height / 2.0 < work->height / 2.0;

      if (boxes[i].height <= 0.0)
        continue;
      if (is_left)
        sides.left = MAX (sides.left, boxes[i].x + boxes[i].width);
      else
        sides.right = MIN (sides.right, boxes[i].x);
      if (is_upper)
        sides.top = MAX (sides.top, boxes[i].y + boxes[i].height);
      else
        sides.bottom = MIN (sides.bottom, boxes[i].y);
    }

  return sides;
}

/* So that the picture does not reach beyond the base map, as far as that is large enough. */
static void
keep_on_map (const Work *work, JolViewport *viewport)
{
  const double half_px = 0.5 / (JOL_TILE_PX * exp2 (viewport->zoom));
  const double half_width = work->width * half_px, half_height = work->height * half_px;
  JolWorldPoint center = jol_project (&(JolPoint){ viewport->latitude, viewport->longitude });
  double x0, y0, x1, y1;
  JolPoint point;

  jol_basemap_relief_get_box (&x0, &y0, &x1, &y1);
  if (x1 - x0 > 2.0 * half_width)
    center.x = CLAMP (center.x, x0 + half_width, x1 - half_width);
  if (y1 - y0 > 2.0 * half_height)
    center.y = CLAMP (center.y, y0 + half_height, y1 - half_height);
  point = jol_unproject (&center);
  viewport->latitude = point.latitude;
  viewport->longitude = point.longitude;
}

/* How much of the picture the base map leaves empty, 0–1. */
static double
get_empty_share (const Work *work, const JolViewport *viewport)
{
  const JolTransform view = jol_transform_new (viewport, work->width, work->height);
  double x0, y0, x1, y1;

  jol_basemap_relief_get_box (&x0, &y0, &x1, &y1);
  jol_transform_apply (&view, &(JolWorldPoint){ x0, y0 }, &x0, &y0);
  jol_transform_apply (&view, &(JolWorldPoint){ x1, y1 }, &x1, &y1);
  return 1.0 - MAX (MIN (x1, work->width) - MAX (x0, 0.0), 0.0) *
                   MAX (MIN (y1, work->height) - MAX (y0, 0.0), 0.0) / (work->width * work->height);
}

/* Of all ways the one that hides least, and shows largest what it shows. */
static JolViewport
choose (const Work *work, double max_zoom, const JolViewport *now)
{
  const Room whole = { 0.0, 0.0, work->width, work->height };
  JolViewport best = frame (work, &whole, max_zoom, now);
  const Room sides = find_sides (work, &best);
  guint fewest = G_MAXUINT;
  double highest = 0.0;

  /* Each side left or not; and the last bit: kept on the base map. */
  for (guint i = 0; i < 2u << N_SIDES; i++)
    {
      const Room room = { i & 1u ? sides.left : 0.0, i & 2u ? sides.top : 0.0,
                          i & 4u ? sides.right : work->width,
                          i & 8u ? sides.bottom : work->height };
      JolViewport viewport;
      guint n_hidden;
      double score;

      if (room.right - room.left < 4.0 * MARGIN_PX || room.bottom - room.top < 4.0 * MARGIN_PX)
        continue;
      viewport = frame (work, &room, max_zoom, now);
      if (i & 1u << N_SIDES)
        keep_on_map (work, &viewport);
      n_hidden = count_hidden (work, &viewport);
      score = viewport.zoom - EMPTY_LEVELS * get_empty_share (work, &viewport);
      if (n_hidden < fewest || (n_hidden == fewest && score > highest))
        {
          best = viewport;
          fewest = n_hidden;
          highest = score;
        }
    }

  return best;
}

static Work
begin (JolSession *session, const JolSceneTarget *target, const JolBox *box)
{
  JolSceneTarget plain = *target;
  Work work = { .passes = target->passes, .width = target->width, .height = target->height };

  /* Its names are of no interest. */
  plain.passes &= ~JOL_PASS_WHOLE_NAMES;
  plain.hides_base_names = TRUE;
  work.scene = jol_scene_builder_build (session, &plain);
  work.points = g_array_new (FALSE, FALSE, sizeof (JolWorldPoint));
  collect_points (&work, box);
  return work;
}

static void
end (Work *work)
{
  jol_scene_unref (work->scene);
  g_array_unref (work->points);
}

/* How near a thing may be shown. */
static double
get_max_zoom (const JolBox *box, const JolSceneTarget *target)
{
  JolBox wide = *box;

  jol_box_widen (&wide, MIN_BOX_DEG);
  return jol_viewport_for_box (&wide, target->width, target->height, 0.0).zoom;
}

JolViewport
jol_subject_view_find (JolSession *session, const JolSceneTarget *target)
{
  JolStory *story = jol_session_get_story (session);
  JolEntity *selected = jol_session_get_selected (session);
  const double side = MIN (target->width, target->height);
  JolSceneTarget there = *target;
  JolBox box = selected ? jol_subject_box (story, selected) : JOL_BOX_EMPTY;
  JolViewport viewport;
  Work work;

  if (jol_box_is_empty (&box))
    return jol_viewport_for_box (jol_story_get_bounds (story), target->width, target->height,
                                 MIN (STORY_MARGIN_PX, side / 10.0));

  jol_box_widen (&box, MIN_BOX_DEG);
  there.viewport = jol_viewport_for_box (&box, target->width, target->height, 0.0);
  work = begin (session, &there, &box);
  viewport = choose (&work, get_max_zoom (jol_entity_get_box (selected), target), NULL);
  end (&work);
  return viewport;
}

JolViewport
jol_subject_view_clear (JolSession *session, const JolSceneTarget *target)
{
  JolEntity *selected = jol_session_get_selected (session);
  JolViewport viewport = target->viewport;
  const JolBox *box = selected ? jol_entity_get_box (selected) : NULL;
  JolWorldBox seen, world;
  JolBox view;
  Work work;

  if (!box || jol_box_is_empty (box))
    return viewport;

  view = jol_viewport_get_box (&viewport, target->width, target->height);
  seen = jol_project_box (&view);
  world = jol_project_box (box);
  if (world.x0 < seen.x0 || world.y0 < seen.y0 || world.x1 > seen.x1 || world.y1 > seen.y1)
    return viewport;

  work = begin (session, target, box);
  if (count_hidden (&work, &viewport) > 0)
    viewport = choose (&work, viewport.zoom, &viewport);
  end (&work);
  return viewport;
}
