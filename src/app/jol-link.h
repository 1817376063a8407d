/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolLink: "jol:STORY?select=cpc&article=one-pipe-out%23owners&date=2009-12&view=46,51,6", a link
 * to what someone saw: the id of a story, and what was selected, read, when, and where. STORY may
 * be empty: the story that is open.
 */
typedef struct
{
  char *story;
  char *select;    /* id, or NULL */
  char *article;   /* "article#section", or NULL */
  JolDate date;    /* may be unset */
  JolDate compare; /* may be unset */
  JolSpan span;    /* may be unset */
  gboolean cumulative;
  gboolean only_in_view;
  JolFilter hide; /* what is hidden */
  gboolean has_hide;
  JolViewport viewport; /* latitude, longitude, zoom */
  gboolean has_viewport;
} JolLink;

/* Whether a file name or address is such a link at all. */
gboolean jol_link_is_link (const char *uri);

/* NULL when any part of it cannot be read; parts that it does not know are passed over. */
JolLink *jol_link_parse (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
void jol_link_free (JolLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolLink, jol_link_free)

/* To what is seen now; NULL without a story. */
char *jol_link_for_session (JolSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Goes there. The session must show the story. FALSE when the story has no such thing; the rest is
 * shown all the same. */
gboolean jol_link_apply (const JolLink *self, JolSession *session);

G_END_DECLS
