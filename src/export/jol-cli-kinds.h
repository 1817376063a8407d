/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-cli-output.h"

#include "jol-story.h"

G_BEGIN_DECLS

/* What is asked of a list. */
typedef struct
{
  JolStory *story;      /* borrowed */
  JolSpan time;         /* either end may be unset */
  const char *kind;     /* or NULL */
  char *country;        /* upper case, or NULL */
  const char *status;   /* or NULL */
  JolDate date;         /* where the story opens when none is given */
  gboolean is_at_date;  /* only what is there at the date */
  const char *language; /* of titles */
} JolCliQuery;

/* What a kind can be asked for. */
typedef enum
{
  JOL_CLI_FILTER_TIME = 1 << 0,
  JOL_CLI_FILTER_KIND = 1 << 1,
  JOL_CLI_FILTER_COUNTRY = 1 << 2,
  JOL_CLI_FILTER_STATUS = 1 << 3,
  JOL_CLI_FILTER_CALENDAR = 1 << 4, /* for a spreadsheet or a calendar */
} JolCliFilters;

/* One kind of thing a story holds, and how it is listed. */
typedef struct
{
  const char *name; /* "routes" */
  JolCliFilters filters;
  const char *const *kinds[2]; /* words of --kind */
  guint n_columns;             /* of a row, with id and title */
  gconstpointer (*get_all) (JolStory *story, guint *n_out);
  gboolean (*matches) (JolEntity *entity, const JolCliQuery *query);
  void (*add_row) (JolEntity *entity,
                   const JolCliQuery *query,
                   JolCliTable *table);                                /* between them */
  char *(*format_title) (JolEntity *entity, const JolCliQuery *query); /* or NULL */
} JolCliKind;

#define JOL_CLI_N_KINDS 7
extern const JolCliKind jol_cli_kinds[JOL_CLI_N_KINDS];

G_END_DECLS
