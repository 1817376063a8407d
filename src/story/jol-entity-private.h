/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The insides of a story's parts. Only src/story sees them: the parser fills them in before the
 * story is published, and from then on nothing changes.
 */
#include "jol-article.h"
#include "jol-claim.h"
#include "jol-event.h"
#include "jol-place.h"
#include "jol-route.h"
#include "jol-series.h"
#include "jol-source.h"

G_BEGIN_DECLS

/* What all parts have. */
typedef struct
{
  char *id;
  JolText *title;
  JolText *summary;
  char **source_ids;
  JolConfidence confidence;
  JolBox box;
} JolEntityData;

JolEntityData *jol_entity_get_data (gpointer entity);

struct _JolRoute
{
  JolEntity parent_instance;

  JolCommodity commodity;
  JolMode mode;
  JolOutlet outlet;
  double length_km;
  double diameter_mm;
  char *operator;
  JolLine *lines;
  guint n_lines;
  char **stop_ids;
  char **countries; /* of its stops and owners */
  JolHistory *status;
  JolHistory *capacity;
  JolHistory *direction;
  GArray *throughput;    /* of JolThroughput */
  GArray *owners;        /* of JolOwner */
  GArray *interruptions; /* of JolInterruption */
};

struct _JolPlace
{
  JolEntity parent_instance;

  JolPlaceKind kind;
  char *country;
  JolPoint point;
};

struct _JolEvent
{
  JolEntity parent_instance;

  JolEventKind kind;
  JolDate date;
  JolDate end;
  int first_day;
  int last_day;
  char *place_id;
  char **participants;
  char **route_ids;
};

struct _JolClaim
{
  JolEntity parent_instance;

  JolVerdict verdict;
  JolDate date;
  char **about;
};

struct _JolSource
{
  JolEntity parent_instance;

  JolText *publisher;
  JolDate date;
  char *url;
};

struct _JolSeries
{
  JolEntity parent_instance;

  char *unit;
  GArray *bands; /* of JolSeriesBand */
};

struct _JolArticle
{
  JolEntity parent_instance;

  JolText *byline;
  JolDate date;
  GArray *sections; /* of JolSection */
};

/* Arrays whose elements free what they hold. */
GArray *jol_throughput_array_new (void);
GArray *jol_owner_array_new (void);
GArray *jol_interruption_array_new (void);
GArray *jol_history_entry_array_new (void);
GArray *jol_series_band_array_new (void);
GArray *jol_series_value_array_new (void);
GArray *jol_section_array_new (void);
void jol_scene_place_free (JolScenePlace *scene);

G_END_DECLS
