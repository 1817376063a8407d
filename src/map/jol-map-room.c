/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the map there is room beside the card, and how what is to be seen is framed in it. */
#include "config.h"

#include "jol-map-private.h"

#include <math.h>

#include "jol-scene-builder.h"
#include "jol-subject-trace.h"

/* A part that something leaves free is only worth using when it is at least so much of the map. */
#define MIN_ROOM 0.3

/* A scene is tried at so many levels and places. */
#define MAX_SQUEEZE 1.5
#define SQUEEZE_STEP 0.1
#define SHIFT_STEP_PX 8
/* What it costs when all of what is selected is hidden, when all of the scene is covered, when all
 * of it is outside the map, to be smaller by 0.8 levels, and to be off the middle by so many px. */
#define SUBJECT_COST 6.0
#define COVERED_COST 1.0
#define OUTSIDE_COST 2.0
#define LEVEL_COST 0.9
#define OFF_MIDDLE_COST (1.0 / 5000.0)
/* From the middle of a mark or line to where it can be seen and told. */
#define SUBJECT_PX 20
/* From the edge of the map to what is inside. */
#define EDGE_PX 4
/* The legend is about to name the stops of what is selected too. */
#define LEGEND_GROWTH_PX 20

/* What of the map nothing lies over: the largest of the parts beside, over and under the cover. */
GdkRectangle
jol_map_get_room (JolMap *self)
{
  const GdkRectangle whole = { 0, 0, MAX (self->width_px, 1), MAX (self->height_px, 1) };
  const GdkRectangle *cover = &self->cover;
  const int right = cover->x + cover->width;
  const int bottom = cover->y + cover->height;
  const GdkRectangle parts[] = {
    { 0, 0, cover->x, whole.height },
    { right, 0, whole.width - right, whole.height },
    { 0, 0, whole.width, cover->y },
    { 0, bottom, whole.width, whole.height - bottom },
  };
  GdkRectangle best = whole;
  double best_area = 0.0;

  if (cover->width <= 0 || cover->height <= 0)
    return whole;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const double area = (double) MAX (parts[i].width, 0) * MAX (parts[i].height, 0);

      if (area > best_area && area > MIN_ROOM * whole.width * whole.height)
        {
          best = parts[i];
          best_area = area;
        }
    }

  return best;
}

/* Right and down. */
void
jol_map_shift_viewport (JolMap *self, JolViewport *viewport, double dx_px, double dy_px)
{
  const JolTransform transform = jol_transform_new (viewport, self->width_px, self->height_px);
  const JolWorldPoint center = jol_transform_invert (&transform, self->width_px / 2.0 + dx_px,
                                                     self->height_px / 2.0 + dy_px);
  const JolPoint point = jol_unproject (&center);

  viewport->latitude = point.latitude;
  viewport->longitude = point.longitude;
}

/* The viewport that has @box in the middle of @room, at most @max_zoom near. */
JolViewport
jol_map_frame_box (JolMap *self,
                   const JolBox *box,
                   const GdkRectangle *room,
                   double margin_px,
                   double max_zoom)
{
  JolViewport viewport = jol_viewport_for_box (box, room->width, room->height, margin_px);

  viewport.zoom = MIN (viewport.zoom, max_zoom);
  jol_map_shift_viewport (self, &viewport, self->width_px / 2.0 - (room->x + room->width / 2.0),
                          self->height_px / 2.0 - (room->y + room->height / 2.0));

  return viewport;
}

typedef struct
{
  float x, y; /* off the middle of the scene, at the nearest zoom */
  float weight;
} Spot;

/* A scene that is being framed: at which zoom, and how far off the middle of the map, it shows most
 * of what it is about. */
typedef struct
{
  double width_px, height_px; /* of the map */
  GdkRectangle covers[JOL_MAX_COVERS];
  guint n_covers;
  double scene_width_px, scene_height_px; /* at the nearest zoom */
  GArray *spots;                          /* of Spot */
  double n_spots;
} Framing;

static guint
add_cover (GdkRectangle *covers, guint n_covers, const GdkRectangle *cover)
{
  if (cover->width > 0 && cover->height > 0)
    covers[n_covers++] = *cover;
  return n_covers;
}

static guint
add_cover_of (JolMap *self, GdkRectangle *covers, guint n_covers, GtkWidget *widget, int growth_px)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_visible (widget) ||
      !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return n_covers;

  return add_cover (covers, n_covers,
                    &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y - growth_px,
                                     (int) bounds.size.width,
                                     (int) bounds.size.height + growth_px });
}

/* Card, legend, buttons. */
static guint
find_covers (JolMap *self, GdkRectangle covers_out[JOL_MAX_COVERS], int legend_growth_px)
{
  guint n = add_cover (covers_out, 0, &self->cover);

  n = add_cover_of (self, covers_out, n, GTK_WIDGET (self->legend), legend_growth_px);
  return add_cover_of (self, covers_out, n, gtk_widget_get_parent (self->zoom_in), 0);
}

void
jol_map_update_room (JolMap *self)
{
  GdkRectangle covers[JOL_MAX_COVERS];

  jol_route_layer_set_covers (self->layer, covers, find_covers (self, covers, 0));
}

/* What of it lies outside the scene is not what the scene shows of it. */
static void
add_spot (double x, double y, double weight, gpointer data)
{
  Framing *self = data;
  const Spot spot = { x - self->width_px / 2.0, y - self->height_px / 2.0, weight };

  if (fabs (spot.x) > self->scene_width_px / 2.0 || fabs (spot.y) > self->scene_height_px / 2.0)
    return;

  g_array_append_val (self->spots, spot);
  self->n_spots += weight;
}

static gboolean
is_hidden (const Framing *self, double x, double y)
{
  if (x < SUBJECT_PX || y < SUBJECT_PX || x > self->width_px - SUBJECT_PX ||
      y > self->height_px - SUBJECT_PX)
    return TRUE;

  for (guint i = 0; i < self->n_covers; i++)
    {
      const GdkRectangle *cover = &self->covers[i];

      if (x > cover->x - SUBJECT_PX && x < cover->x + cover->width + SUBJECT_PX &&
          y > cover->y - SUBJECT_PX && y < cover->y + cover->height + SUBJECT_PX)
        return TRUE;
    }
  return FALSE;
}

static double
get_subject_hidden (const Framing *self, double scale, double dx, double dy)
{
  double hidden = 0.0;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, i);

      if (is_hidden (self, self->width_px / 2.0 + dx + spot->x * scale,
                     self->height_px / 2.0 + dy + spot->y * scale))
        hidden += spot->weight;
    }
  return hidden / MAX (self->n_spots, 1.0);
}

static double
get_area (const GdkRectangle *area)
{
  return (double) area->width * area->height;
}

static double
get_scene_cost (const Framing *self, double scale, double dx, double dy)
{
  const GdkRectangle whole = { EDGE_PX, EDGE_PX, (int) self->width_px - 2 * EDGE_PX,
                               (int) self->height_px - 2 * EDGE_PX };
  const double width = self->scene_width_px * scale, height = self->scene_height_px * scale;
  const GdkRectangle scene = { (int) ((self->width_px - width) / 2.0 + dx),
                               (int) ((self->height_px - height) / 2.0 + dy), MAX ((int) width, 1),
                               MAX ((int) height, 1) };
  double covered_px = 0.0;
  GdkRectangle inside;

  if (!gdk_rectangle_intersect (&scene, &whole, &inside))
    return OUTSIDE_COST;

  for (guint i = 0; i < self->n_covers; i++)
    {
      GdkRectangle under;

      if (gdk_rectangle_intersect (&inside, &self->covers[i], &under))
        covered_px += get_area (&under);
    }
  return (COVERED_COST * covered_px + OUTSIDE_COST * (get_area (&scene) - get_area (&inside))) /
         get_area (&scene);
}

/* A little is cheap. */
static double
get_squeeze_cost (double squeeze)
{
  return LEVEL_COST * squeeze * (0.4 + squeeze);
}

static double
get_cost (const Framing *self, double squeeze, double dx, double dy, double best)
{
  const double scale = exp2 (-squeeze);
  double cost = get_squeeze_cost (squeeze) + hypot (dx, dy) * OFF_MIDDLE_COST;

  cost += get_scene_cost (self, scale, dx, dy);
  return cost < best ? cost + SUBJECT_COST * get_subject_hidden (self, scale, dx, dy) : cost;
}

static void
find_frame (const Framing *self, double *squeeze_out, double *dx_out, double *dy_out)
{
  const int n_x = (int) (self->width_px / 2.0 / SHIFT_STEP_PX);
  const int n_y = (int) (self->height_px / 2.0 / SHIFT_STEP_PX);
  double best = G_MAXDOUBLE;

  for (double squeeze = 0.0; squeeze < MAX_SQUEEZE && get_squeeze_cost (squeeze) < best;
       squeeze += SQUEEZE_STEP)
    for (int i = -n_x; i <= n_x; i++)
      for (int j = -n_y; j <= n_y; j++)
        {
          const double dx = i * SHIFT_STEP_PX, dy = j * SHIFT_STEP_PX;
          const double cost = get_cost (self, squeeze, dx, dy, best);

          if (cost < best)
            {
              best = cost;
              *squeeze_out = squeeze;
              *dx_out = dx;
              *dy_out = dy;
            }
        }
}

/* Squeezed into what card, legend and buttons leave free, a scene would be no larger than a stamp:
 * so a part of it may lie under them, but not what it is about. */
JolViewport
jol_map_frame_scene (JolMap *self, const JolBox *box)
{
  JolEntity *selected = self->session ? jol_session_get_selected (self->session) : NULL;
  JolViewport viewport =
      jol_viewport_for_box (box, self->width_px, self->height_px, JOL_MAP_FIT_MARGIN_PX);
  const JolTransform transform = jol_transform_new (&viewport, self->width_px, self->height_px);
  const JolWorldBox world = jol_project_box (box);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  Framing framing = {
    .width_px = self->width_px,
    .height_px = self->height_px,
    .scene_width_px = (world.x1 - world.x0) * transform.size_px,
    .scene_height_px = (world.y1 - world.y0) * transform.size_px,
    .spots = spots,
  };
  double squeeze = 0.0, dx = 0.0, dy = 0.0;

  framing.n_covers = find_covers (self, framing.covers, LEGEND_GROWTH_PX);
  if (selected)
    jol_subject_trace (jol_session_get_story (self->session), selected, &transform, add_spot,
                       &framing);
  find_frame (&framing, &squeeze, &dx, &dy);

  viewport.zoom -= squeeze;
  jol_map_shift_viewport (self, &viewport, -dx, -dy);
  return viewport;
}
