/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"

G_BEGIN_DECLS

/* A row of what is known of a thing: "Capacity", "67 Mt a year, since April 2018". */
typedef struct
{
  char *caption;
  char *value;
  char *note; /* or NULL */
} JolCardFact;

/* Of JolCardFact: the figures of a card. */
GArray *jol_card_list_facts (JolSession *session,
                             JolEntity *entity,
                             const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Of JolCardFact, by date; the caption is the date. Empty for what has no history. */
GArray *jol_card_list_history (JolEntity *entity, const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Ids of all sources that its figures name, NULL-terminated; borrowed from the story. */
GPtrArray *jol_card_list_sources (JolEntity *entity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
