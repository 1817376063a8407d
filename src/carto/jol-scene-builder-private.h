/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap-labels.h"
#include "jol-basemap-level.h"
#include "jol-paint-private.h"
#include "jol-scene-private.h"
#include "jol-status-table.h"
#include "jol-scene-thinning.h"

G_BEGIN_DECLS

/* Without holes: all of it counts for the key of a placement. */
typedef struct
{
  double x0, y0, x1, y1;
} JolLabelPanel;

typedef struct
{
  JolLabelPanel view;
  JolLabelPanel panels[JOL_N_FRAME_BOXES];
  gsize n_panels;
} JolLabelFrame;

/* What the builder wants to know shown, read off the session once. Borrowed for one call. */
typedef struct
{
  JolStory *story; /* or NULL */
  JolShapes *shapes;
  JolStatusTable *statuses;
  JolThinning *thinning; /* that is chosen; NULL when all routes are drawn */
  guint story_kinds;     /* of jol_map_kinds_of_story() */
  const JolDate *date;
  JolSpan
      counted; /* whose summits are counted: what the session is narrowed to, or until the date */
  gboolean is_narrowed; /* by a span or a comparison */
  JolSpan compared;     /* from the earlier date to the later one; unset when none are compared */
  const char *language;
  JolTheme theme;
  double zoom;
  JolFilter filter;
  gboolean marks_news; /* while the years run: what has just begun to work */
  JolEntity *selected; /* or NULL */
  const char *hover;   /* or NULL */
  /* Which routes and places belong to the selection, by their order in the story; NULL when nothing
   * is selected. */
  const gboolean *related_routes;
  const gboolean *related_places;
  gboolean hides_base_names;
  /* Whether names are for one picture: for what is in it, and not under what stands round its map.
   * In px of the world at @zoom. */
  gboolean is_framed;
  JolLabelFrame frame;
  /* The same for the names of what is selected and of its places, in a view that can be moved. */
  gboolean has_room;
  JolLabelFrame room;
  /* The base map's names, and its lines and areas for those written along or in them; or NULL. */
  const JolBasemapLabels *base_names;
  const JolBasemapLevel *level;
} JolSceneQuestion;

/* Each counts for the legend, and says whether the filter lets it be seen. @kinds_out: bits by
 * JolMapKind. */
gboolean jol_scene_content_admit_route (JolSceneContent *self,
                                        const JolSceneQuestion *question,
                                        JolRoute *route,
                                        JolStatus status,
                                        JolRouteChange change,
                                        guint *kinds_out);
/* @is_in_zoom: it would be seen without a summit too. @n_summits becomes 0 when the place is to be
 * seen, if at all, as what else it is. */
gboolean jol_scene_content_admit_place (JolSceneContent *self,
                                        const JolSceneQuestion *question,
                                        JolPlaceKind kind,
                                        gboolean is_in_zoom,
                                        guint *n_summits);

void jol_scene_content_add_routes (JolSceneContent *self, const JolSceneQuestion *question);
void jol_scene_content_add_places (JolSceneContent *self, const JolSceneQuestion *question);
void jol_scene_content_add_arcs (JolSceneContent *self, const JolSceneQuestion *question);
/* After the others: they are counted. */
void jol_scene_content_add_legend (JolSceneContent *self, const JolSceneQuestion *question);
void jol_scene_content_add_words (JolSceneContent *self, const JolSceneQuestion *question);
/* "87 of 7213 routes drawn" */
char *jol_scene_content_describe_thinning (const JolSceneContent *self) G_GNUC_WARN_UNUSED_RESULT;

JolSceneNames *jol_scene_names_place (const JolSceneContent *content,
                                      const JolSceneQuestion *question,
                                      const JolSceneNames *before) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
