/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-filter.h"
#include "jol-scene.h"
#include "jol-shapes.h"
#include "jol-style.h"

G_BEGIN_DECLS

/* What a scene is made of, for its builder. Both parts are frozen when a scene is made of them, and
 * are then shared by every scene that shows the same from elsewhere. */

/* One for each kind, and those that are no filter. */
G_STATIC_ASSERT (JOL_N_MAP_KINDS + 6 <= JOL_MAX_LEGEND_ROWS);

typedef struct
{
  JolStory *story;     /* owns ids and titles; NULL without one */
  JolShapeSet *shapes; /* owns lines and arrows */
  JolTheme theme;
  char *language;
  char *title;
  JolDate date; /* unset without a story */
  char *date_label;
  char *date_words; /* of the date alone, when dates are compared too */
  char *credits;
  const char *km_words; /* "%s km"; of gettext, which keeps it */
  char *description;
  JolSceneRoute *routes;
  guint n_routes;
  GArray *arrows;  /* of JolSceneArrow: of one route that has none in the shapes; or NULL */
  guint n_thinned; /* that have no room at this zoom; counted below like those drawn */
  guint n_by_status[2][JOL_N_STATUSES];
  guint n_by_change[JOL_N_ROUTE_CHANGES];
  double (*dashes)[JOL_MAX_DASHES]; /* a route's, in the same order */
  JolScenePlaceMark *places;
  guint n_places;
  JolSceneMember *members; /* of all clusters */
  GStringChunk *strings;   /* of clusters and changes; NULL when there are none */
  JolSceneArc *arcs;
  guint n_arcs;
  gboolean is_comparing;         /* two dates */
  guint counts[JOL_N_MAP_KINDS]; /* for the legend */
  JolLegendRow legend[JOL_MAX_LEGEND_ROWS];
  guint n_legend;
} JolSceneContent;

typedef struct
{
  JolSceneLabel *labels;
  guint n_labels;
  double zoom;     /* that they are placed for */
  GPtrArray *keys; /* what each label is of, as text; the next placement looks it up */
  GStringChunk *strings;
  GPtrArray *paths; /* of JolWorldPoint arrays */
} JolSceneNames;

JolSceneContent *jol_scene_content_new (void);
void jol_scene_content_unref (JolSceneContent *self);
JolSceneNames *jol_scene_names_new (void);
JolSceneNames *jol_scene_names_ref (JolSceneNames *self);
void jol_scene_names_unref (JolSceneNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSceneContent, jol_scene_content_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSceneNames, jol_scene_names_unref)

/* Takes both. */
JolScene *jol_scene_new_take (JolSceneContent *content,
                              JolSceneNames *names,
                              const JolViewport *viewport,
                              int width,
                              int height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
