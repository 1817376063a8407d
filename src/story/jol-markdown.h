/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"

G_BEGIN_DECLS

/* CommonMark as blocks of runs, without HTML: what the reader, the checker and the backlinks all
 * read. */
typedef enum
{
  JOL_BLOCK_PARAGRAPH,
  JOL_BLOCK_HEADING,
  JOL_BLOCK_ITEM, /* of a list; marker says which */
  JOL_BLOCK_QUOTE,
  JOL_BLOCK_CODE,
  JOL_BLOCK_RULE,
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

typedef struct
{
  JolBlockKind kind;
  guint level;  /* of a heading 1–6; depth of an item or quote from 1 */
  char *marker; /* of an item, "•" or "3."; else NULL; NULL for an item's further paragraphs */
  GArray *runs; /* of JolRun */
  guint line;   /* in the body, from 1 */
} JolBlock;

/* Of JolBlock; free with g_array_unref. Never fails: anything is CommonMark. */
GArray *jol_markdown_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *jol_block_dup_text (const JolBlock *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean jol_markdown_has_html (const char *text);

/* Reads a link's address. @target_out is owned by the caller. */
JolLinkKind jol_markdown_parse_link (const char *address, char **target_out, JolDate *date_out);

G_END_DECLS
