/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-entity.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_PLACE_CITY,
  JOL_PLACE_CAPITAL,
  JOL_PLACE_SUMMIT_CITY,
  JOL_PLACE_PORT,
  JOL_PLACE_FIELD,
  JOL_PLACE_REFINERY,
  JOL_PLACE_BORDER,
  JOL_PLACE_STATION,
  JOL_PLACE_SITE,
} JolPlaceKind;

#define JOL_TYPE_PLACE (jol_place_get_type ())
G_DECLARE_FINAL_TYPE (JolPlace, jol_place, JOL, PLACE, JolEntity)

JolPlaceKind jol_place_get_place_kind (JolPlace *self);
const char *jol_place_get_country (JolPlace *self); /* ISO 3166-1 alpha-2, or NULL */
const JolPoint *jol_place_get_point (JolPlace *self);

const char *jol_place_kind_to_string (JolPlaceKind kind);
const char *jol_place_kind_get_label (JolPlaceKind kind);

G_END_DECLS
