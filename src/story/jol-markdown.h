/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"

G_BEGIN_DECLS

/* CommonMark as blocks of runs: what the reader, the checker and the backlinks all read. HTML is
 * never obeyed: it is shown as it is written, but for comments, which are left out. */
typedef enum
{
  JOL_BLOCK_PARAGRAPH,
  JOL_BLOCK_HEADING,
  JOL_BLOCK_CODE,
  JOL_BLOCK_RULE,
  JOL_BLOCK_ROW,   /* of a table; a run that is a tab alone stands between cells */
  JOL_BLOCK_IMAGE, /* its runs are the caption */
} JolBlockKind;

typedef enum
{
  JOL_STYLE_EMPHASIS = 1 << 0,
  JOL_STYLE_STRONG = 1 << 1,
  JOL_STYLE_CODE = 1 << 2,
} JolRunStyle;

typedef enum
{
  JOL_LINK_NONE,
  JOL_LINK_MENTION, /* #id or #id@DATE */
  JOL_LINK_CLAIM,   /* #claim:id */
  JOL_LINK_SOURCE,  /* #source:id */
  JOL_LINK_WEB,     /* https: */
  JOL_LINK_BAD,     /* anything else: an error of the story */
} JolLinkKind;

typedef struct
{
  char *text;
  JolRunStyle style;
  JolLinkKind link;
  char *target;      /* the id, or the address; NULL without a link */
  JolDate date;      /* of a mention, or unset */
  guint link_serial; /* runs of one link share it; 0 without a link */
  guint offset; /* in characters, of all runs before it, and one for each block before its own */
} JolRun;

typedef enum
{
  JOL_CONTAINER_QUOTE,
  JOL_CONTAINER_LIST,
  JOL_CONTAINER_ITEM,
} JolContainerKind;

/* What a block stands in. Blocks of the same one share its serial. */
typedef struct
{
  JolContainerKind kind;
  guint serial;
} JolContainer;

typedef struct
{
  JolBlockKind kind;
  guint level;  /* of a heading, 1–6; of a row, its number in the table: 0 for the heads */
  char *marker; /* of an item that begins here: "•", "3.", or "• 1." for an item in an item */
  GArray *containers; /* of JolContainer, the outermost first */
  GArray *runs;       /* of JolRun */
  char *target;       /* the address of an image, else NULL */
  char
      *description; /* of an image, for who does not see it, where it is not the caption; or NULL */
  guint line;       /* in the body, from 1 */
} JolBlock;

/* Of JolBlock; free with g_array_unref. Never fails: anything is CommonMark. */
GArray *jol_markdown_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same; @faults, of char *, gets what an author should know of, in words. */
GArray *jol_markdown_check (const char *text, GPtrArray *faults) G_GNUC_WARN_UNUSED_RESULT;

char *jol_block_dup_text (const JolBlock *self) G_GNUC_WARN_UNUSED_RESULT;
/* How many items, or quotes, a block stands in. */
guint jol_block_count_containers (const JolBlock *self, JolContainerKind kind);

/* Reads a link's address. @target_out is owned by the caller. */
JolLinkKind jol_markdown_parse_link (const char *address, char **target_out, JolDate *date_out);

G_END_DECLS
