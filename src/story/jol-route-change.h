/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-route.h"

G_BEGIN_DECLS

/* What became of a route from one date to a later one. */
typedef enum
{
  JOL_ROUTE_SAME,     /* also when it is at neither */
  JOL_ROUTE_APPEARED, /* it has begun to carry; or it is a plan that was not there */
  JOL_ROUTE_ENDED,    /* it carries no longer; or a plan was given up */
  JOL_ROUTE_CHANGED,  /* another capacity, direction, or stage of its making */
} JolRouteChange;
#define JOL_N_ROUTE_CHANGES 4

JolRouteChange jol_route_compare (JolRoute *self, const JolDate *earlier, const JolDate *later);
const char *jol_route_change_to_string (JolRouteChange change); /* "appeared" */
const char *jol_route_change_get_label (JolRouteChange change); /* translated */
char *jol_route_describe_change (JolRoute *self,
                                 const JolDate *earlier,
                                 const JolDate *later,
                                 JolDate *when_out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
