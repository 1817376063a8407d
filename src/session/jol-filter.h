/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "jol-event.h"
#include "jol-place.h"
#include "jol-route-change.h"
#include "jol-story.h"

G_BEGIN_DECLS

/* What the map's legend can hide. Their words are not those of events, which may be hidden by
 * themselves: "summit" is the event, "summit-cities" are its places. */
typedef enum
{
  JOL_MAP_OIL,
  JOL_MAP_GAS,
  JOL_MAP_OPERATING,
  JOL_MAP_CONSTRUCTION,
  JOL_MAP_PROPOSED,
  JOL_MAP_IDLE, /* and retired */
  JOL_MAP_TANKER,
  JOL_MAP_RAIL,
  JOL_MAP_SUMMIT_CITIES,
  JOL_MAP_CITIES,
  JOL_MAP_CAPITALS,
  JOL_MAP_PORTS,
  JOL_MAP_FIELDS,
  JOL_MAP_REFINERIES,
  JOL_MAP_BORDER_CROSSINGS,
  JOL_MAP_STATIONS,
  JOL_MAP_SITES,
  JOL_MAP_APPEARED, /* these four: while two dates are compared */
  JOL_MAP_ENDED,
  JOL_MAP_CHANGED,
  JOL_MAP_SAME,
} JolMapKind;
#define JOL_N_MAP_KINDS 21
#define JOL_MAX_ROUTE_MAP_KINDS 3

/* What is hidden: a set of bits, first by JolEventKind, then by JolMapKind. */
typedef guint JolFilter;

#define JOL_FILTER_EVENTS ((1u << JOL_N_EVENT_KINDS) - 1)
#define JOL_FILTER_MAP (((1u << JOL_N_MAP_KINDS) - 1) << JOL_N_EVENT_KINDS)

gboolean jol_filter_hides (JolFilter self, JolEventKind kind);
JolFilter jol_filter_toggle (JolFilter self, JolEventKind kind);
gboolean jol_filter_hides_on_map (JolFilter self, JolMapKind kind);
JolFilter jol_filter_toggle_on_map (JolFilter self, JolMapKind kind);
gboolean jol_filter_parse (const char *text,
                           JolFilter *filter_out); /* "visit,gas"; "" hides none */
char *jol_filter_to_string (JolFilter self) G_GNUC_WARN_UNUSED_RESULT;

const char *jol_map_kind_to_string (JolMapKind kind);
guint jol_map_kinds_of_route (JolCommodity commodity,
                              JolStatus status,
                              JolMode mode,
                              JolMapKind kinds_out[JOL_MAX_ROUTE_MAP_KINDS]);
JolMapKind jol_map_kind_of_change (JolRouteChange change);
/* Of what kinds a route is at some time: bits by JolMapKind. */
guint jol_map_kinds_of_history (JolRoute *route);
/* Of what kinds routes of a story are at some time of it, and whether it has summits: bits by
 * JolMapKind. Looks at all of the story. */
guint jol_map_kinds_of_story (JolStory *story);
JolMapKind jol_map_kind_of_place (JolPlaceKind kind);

G_END_DECLS
