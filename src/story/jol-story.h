/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article.h"
#include "jol-claim.h"
#include "jol-event.h"
#include "jol-mention-index.h"
#include "jol-place.h"
#include "jol-route.h"
#include "jol-series.h"
#include "jol-source.h"
#include "jol-span.h"
#include "jol-story-image.h"

G_BEGIN_DECLS

typedef struct
{
  JolSpan span;
  JolText *title;
} JolEra;

/*
 * JolStory: everything a story file holds, checked, indexed by id, date and space. There is no
 * setter: it is made by the loader or not at all, and may be shared between threads. What it hands
 * out lives as long as it does.
 */
#define JOL_TYPE_STORY (jol_story_get_type ())
G_DECLARE_FINAL_TYPE (JolStory, jol_story, JOL, STORY, GObject)

const char *jol_story_get_id (JolStory *self);
const char *jol_story_get_title (JolStory *self, const char *language);
/* Whom its data is owed to, as it asks to be shown with every picture; or NULL. */
const char *jol_story_get_credits (JolStory *self, const char *language);
const char *jol_story_get_language (JolStory *self);
const char *jol_story_get_uri (JolStory *self); /* path or resource:// it came from */
const JolBox *jol_story_get_bounds (JolStory *self);
const JolSpan *jol_story_get_time (JolStory *self);
const JolDate *jol_story_get_now (JolStory *self); /* where it opens */

/* By the path that an article's text has; NULL for one that none has. */
const JolImage *jol_story_get_image (JolStory *self, const char *path);

/* By id. NULL is a normal answer. */
JolEntity *jol_story_lookup (JolStory *self, const char *id);

/* In file order, but events by date. */
JolRoute *const *jol_story_get_routes (JolStory *self, guint *n_out);
JolPlace *const *jol_story_get_places (JolStory *self, guint *n_out);
JolEvent *const *jol_story_get_events (JolStory *self, guint *n_out);
JolClaim *const *jol_story_get_claims (JolStory *self, guint *n_out);
JolSource *const *jol_story_get_sources (JolStory *self, guint *n_out);
JolArticle *const *jol_story_get_articles (JolStory *self, guint *n_out);
JolSeries *const *jol_story_get_series (JolStory *self, guint *n_out);
const JolEra *jol_story_get_eras (JolStory *self, guint *n_out);

/*
 * By date: how many events (of the order of jol_story_get_events) have begun by the end of day
 * @last_day. Events sort by first day, the coarser date first (a year before its months), then in
 * file order.
 */
guint jol_story_count_events_until (JolStory *self, int last_day);

/* By space: routes and places whose box meets @box. (transfer container), of JolEntity. */
GPtrArray *jol_story_find_in_box (JolStory *self, const JolBox *box) G_GNUC_WARN_UNUSED_RESULT;

/* By subject: arrays owned by the story, never NULL. An event is about its place, its routes and
 * itself. */
const GPtrArray *jol_story_get_events_about (JolStory *self,
                                             const char *id); /* of JolEvent, by date */
const GPtrArray *jol_story_get_claims_about (JolStory *self, const char *id); /* of JolClaim */
/* Of const JolPassage, in the order of articles and text: see JolMentionIndex. */
const GPtrArray *jol_story_get_passages_about (JolStory *self, const char *id);
/* The place of kind capital in a country, or NULL when the story has none. */
JolPlace *jol_story_find_capital (JolStory *self, const char *country);
guint jol_story_count_summits_until (JolStory *self, const char *place_id, const JolDate *date);
/* Those that have a day in common with the span. */
guint jol_story_count_summits_in (JolStory *self, const char *place_id, const JolSpan *span);

G_END_DECLS
