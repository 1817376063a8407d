/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap-labels.h"
#include "jol-scene-private.h"

G_BEGIN_DECLS

/* What the builder wants to know shown, read off the session once. Borrowed for one call. */
typedef struct
{
  JolStory *story; /* or NULL */
  JolShapes *shapes;
  const JolDate *date;
  const char *language;
  JolTheme theme;
  double zoom;
  JolEntity *selected; /* or NULL */
  const char *hover;   /* or NULL */
  /* Which routes and places belong to the selection, by their order in the story; NULL when nothing
   * is selected. */
  const gboolean *related_routes;
  const gboolean *related_places;
  const JolBasemapLabels *base_names; /* or NULL */
} JolSceneQuestion;

void jol_scene_content_add_routes (JolSceneContent *self, const JolSceneQuestion *question);
void jol_scene_content_add_places (JolSceneContent *self, const JolSceneQuestion *question);
void jol_scene_content_add_arcs (JolSceneContent *self, const JolSceneQuestion *question);
/* After the others: they are counted. */
void jol_scene_content_add_words (JolSceneContent *self, const JolSceneQuestion *question);

JolSceneNames *jol_scene_names_place (const JolSceneContent *content,
                                      const JolSceneQuestion *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
