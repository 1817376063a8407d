/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-kind-line.h"

#include "jol-claim.h"
#include "jol-country.h"
#include "jol-event.h"
#include "jol-place.h"
#include "jol-route.h"

char *
jol_kind_line_format (JolEntity *entity, const JolDate *date, const char *language)
{
  g_autofree char *when = NULL;

  switch (jol_entity_get_kind (entity))
    {
    case JOL_ENTITY_ROUTE:
      when = jol_date_format (date);
      return g_strdup_printf (
          "%s · %s · %s", jol_commodity_get_label (jol_route_get_commodity (JOL_ROUTE (entity))),
          jol_status_get_label (jol_route_get_status_at (JOL_ROUTE (entity), date)), when);
    case JOL_ENTITY_EVENT:
      when = jol_event_format_dates (JOL_EVENT (entity));
      return g_strdup_printf (
          "%s · %s", jol_event_kind_get_name (jol_event_get_event_kind (JOL_EVENT (entity))), when);
    case JOL_ENTITY_PLACE:
      if (!jol_place_get_country (JOL_PLACE (entity)))
        return g_strdup (jol_place_kind_get_label (jol_place_get_place_kind (JOL_PLACE (entity))));
      return g_strdup_printf (
          "%s · %s", jol_place_kind_get_label (jol_place_get_place_kind (JOL_PLACE (entity))),
          jol_country_get_name (jol_place_get_country (JOL_PLACE (entity)), language));
    case JOL_ENTITY_CLAIM:
      return g_strdup (jol_verdict_get_label (jol_claim_get_verdict (JOL_CLAIM (entity))));
    case JOL_ENTITY_SOURCE:
    case JOL_ENTITY_ARTICLE:
    case JOL_ENTITY_SERIES:
    default:
      return g_strdup ("");
    }
}
