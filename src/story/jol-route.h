/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-entity.h"
#include "jol-history.h"
#include "jol-span.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_COMMODITY_OIL,
  JOL_COMMODITY_GAS,
} JolCommodity;

typedef enum
{
  JOL_MODE_PIPELINE,
  JOL_MODE_TANKER,
  JOL_MODE_RAIL,
} JolMode;

/* ABSENT: before the first entry of the history, the route is not there. */
typedef enum
{
  JOL_STATUS_ABSENT,
  JOL_STATUS_PROPOSED,
  JOL_STATUS_CONSTRUCTION,
  JOL_STATUS_OPERATING,
  JOL_STATUS_IDLE,
  JOL_STATUS_RETIRED,
  JOL_STATUS_CANCELLED,
} JolStatus;
#define JOL_N_STATUSES 7

typedef enum
{
  JOL_DIRECTION_FORWARD, /* the order of the coordinates */
  JOL_DIRECTION_REVERSE,
  JOL_DIRECTION_BOTH,
} JolDirection;

typedef enum
{
  JOL_OUTLET_NONE,
  JOL_OUTLET_RUSSIA,
  JOL_OUTLET_BLACK_SEA_VIA_RUSSIA,
  JOL_OUTLET_CHINA,
  JOL_OUTLET_CAUCASUS,
  JOL_OUTLET_IRAN,
  JOL_OUTLET_EUROPE,
  JOL_OUTLET_SOUTH_ASIA,
  JOL_OUTLET_DOMESTIC,
} JolOutlet;

typedef struct
{
  int year;
  double value;
  char *unit;
  char **sources; /* ids, NULL-terminated, or NULL */
  JolText *note;  /* or NULL */
  int confidence; /* JolConfidence */
  int quality;    /* JolQuality of jol-series.h */
} JolThroughput;

typedef struct
{
  char *name;
  double share_percent; /* negative: not known */
  char *country;        /* ISO 3166-1 alpha-2, or NULL */
  JolDate from;         /* may be unset */
  JolDate to;           /* may be unset */
} JolOwner;

typedef struct
{
  JolSpan span; /* to may be unset: still going on */
  JolText *note;
} JolInterruption;

/* JolRoute: a pipeline, a tanker line or a rail link that carries oil or gas. */
#define JOL_TYPE_ROUTE (jol_route_get_type ())
G_DECLARE_FINAL_TYPE (JolRoute, jol_route, JOL, ROUTE, JolEntity)

JolCommodity jol_route_get_commodity (JolRoute *self);
JolMode jol_route_get_mode (JolRoute *self);
JolOutlet jol_route_get_outlet (JolRoute *self);
double jol_route_get_length_km (JolRoute *self);     /* 0: not known */
double jol_route_get_diameter_mm (JolRoute *self);   /* 0: not known */
const char *jol_route_get_operator (JolRoute *self); /* or NULL */
const JolLine *jol_route_get_lines (JolRoute *self, guint *n_lines_out);
const char *const *jol_route_get_stop_ids (JolRoute *self); /* NULL-terminated, never NULL */
gboolean jol_route_touches_country (JolRoute *self, const char *country); /* by stops and owners */

const JolHistory *jol_route_get_status_history (JolRoute *self);
const JolHistory *jol_route_get_capacity_history (JolRoute *self);
const JolHistory *jol_route_get_direction_history (JolRoute *self);
const JolThroughput *jol_route_get_throughput (JolRoute *self,
                                               guint *n_out); /* by year, ascending */
const JolOwner *jol_route_get_owners (JolRoute *self, guint *n_out);
const JolInterruption *jol_route_get_interruptions (JolRoute *self, guint *n_out);

/* What follows from the histories at a date. */
JolStatus jol_route_get_status_at (JolRoute *self, const JolDate *date);
JolDirection jol_route_get_direction_at (JolRoute *self, const JolDate *date);
const JolHistoryEntry *jol_route_get_capacity_at (JolRoute *self, const JolDate *date);
const JolThroughput *jol_route_get_throughput_at (JolRoute *self,
                                                  const JolDate *date); /* latest year up to it */
const JolInterruption *jol_route_get_interruption_at (JolRoute *self, const JolDate *date);
JolDate jol_route_get_first_date (
    JolRoute *self); /* first operating, else first entry; unset without history */

/* The word in a file ("operating") and the translated one for people. */
const char *jol_status_to_string (JolStatus status);
const char *jol_status_get_label (JolStatus status);
const char *jol_commodity_to_string (JolCommodity commodity);
const char *jol_commodity_get_label (JolCommodity commodity);
const char *jol_mode_to_string (JolMode mode);
const char *jol_mode_get_label (JolMode mode);
const char *jol_outlet_to_string (JolOutlet outlet);
const char *jol_outlet_get_label (JolOutlet outlet);
const char *jol_direction_to_string (JolDirection direction);

/* "58.7 Mt", "58.7 Mt, estimated" */
char *jol_throughput_format (const JolThroughput *throughput) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
