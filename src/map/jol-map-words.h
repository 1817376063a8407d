/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"
#include "jol-story.h"

G_BEGIN_DECLS

/* "oil pipeline", "gas by rail" */
const char *jol_map_words_get_carrier (JolCommodity commodity, JolMode mode);

/*
 * What the map says of a route or place at a date, a line each, most telling first: "Oil pipeline,
 * operating", "Since about 2001", "Capacity 67 Mt a year", "Carried 58.7 Mt in 2022".
 * NULL-terminated, never NULL; empty for anything else.
 */
char **jol_map_words_describe (JolStory *story,
                               JolEntity *entity,
                               const JolDate *date,
                               const char *language) G_GNUC_WARN_UNUSED_RESULT;

/* What the map says of places that share one mark: their names. @name_out is what they are
 * together. */
char **jol_map_words_describe_cluster (const JolScenePlaceMark *cluster,
                                       char **name_out) G_GNUC_WARN_UNUSED_RESULT;

/* The country or the lake that a point of the base map lies in, as it is named in a language; NULL
 * at sea. */
const char *jol_map_words_find_land (const JolWorldPoint *at, const char *language);

G_END_DECLS
