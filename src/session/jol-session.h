/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-filter.h"
#include "jol-story.h"
#include "jol-viewport.h"

G_BEGIN_DECLS

/* Who makes a change, so that the one who made it does not answer it (a map that was clicked does
 * not fly). */
typedef enum
{
  JOL_ORIGIN_APP, /* an action, the command line */
  JOL_ORIGIN_MAP,
  JOL_ORIGIN_FLIGHT, /* the map, which goes where it was sent, or makes room */
  JOL_ORIGIN_TIMELINE,
  JOL_ORIGIN_STRIP,
  JOL_ORIGIN_READER,
  JOL_ORIGIN_CARD,
  JOL_ORIGIN_PLAYER,
  JOL_ORIGIN_HISTORY, /* back and forward: the viewport is restored too, so nobody flies */
} JolOrigin;

/*
 * JolSession: the one mutable state of a window. Every view shows it and changes it only through
 * the verbs below, and waits for the notify like everyone else. Nothing changed, nothing notified.
 * Main thread only.
 *
 * Properties: story, date, compare, span, cumulative, only-in-view, filter, subject, only-subject,
 * selection, hover, article, claims, viewport, playing, follow-text, wandering, series, query. A
 * verb that changes several sets all, then notifies in this order. During a notify,
 * jol_session_get_origin() says who caused it. In a property, date and span are text as in a story
 * file.
 *
 * Signals:
 *   date-moved (const JolDate *before): choosing something moved the date to when it exists; for
 * "Undo".
 *   moved-on: the point in history changed (selection, date, viewport, article or claims), so
 * back/forward may have too. show-box (const JolBox *box): see jol_session_show_box(). show-passage
 * (const JolPassage *passage): see jol_session_show_passage().
 */
#define JOL_TYPE_SESSION (jol_session_get_type ())
G_DECLARE_FINAL_TYPE (JolSession, jol_session, JOL, SESSION, GObject)

JolSession *jol_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the story, and date, viewport and article to where it opens; clears selection, hover, span
 * and history. */
void jol_session_set_story (JolSession *self, JolStory *story);
JolStory *jol_session_get_story (JolSession *self); /* or NULL */
JolOrigin jol_session_get_origin (JolSession *self);

/* Kept inside the story's time, here and below. */
const JolDate *jol_session_get_date (JolSession *self);
void jol_session_set_date (JolSession *self, const JolDate *date, JolOrigin origin);
/* @n units later. */
void jol_session_step_date (JolSession *self, JolPrecision unit, int n, JolOrigin origin);
/* To the date of the next (@n > 0) or previous of the events that are listed. */
void jol_session_step_event (JolSession *self, int n, JolOrigin origin);

/* The date that is pinned, to see what became of things between it and the date; may be unset.
 * While it is, the list holds what happened between the two, whatever the span. */
const JolDate *jol_session_get_compare (JolSession *self);
/* NULL, or a date that is not set, ends the comparison. */
void jol_session_set_compare (JolSession *self, const JolDate *date, JolOrigin origin);
/* From the earlier to the later of the two; unset when nothing is compared. */
JolSpan jol_session_get_compared_span (JolSession *self);

const JolSpan *jol_session_get_span (JolSession *self); /* may be unset */
void jol_session_set_span (JolSession *self, const JolSpan *span, JolOrigin origin);
/* The span from the date on, or up to it; its other end stays when that leaves anything of it, and
 * else is the end of the story's time. */
void jol_session_begin_span_at_date (JolSession *self);
void jol_session_end_span_at_date (JolSession *self);
/* Whether only what has begun by the date is listed and counted. */
gboolean jol_session_get_cumulative (JolSession *self);
void jol_session_set_cumulative (JolSession *self, gboolean cumulative);
/* What the list is narrowed to, and the map's counts where it is set: the compared span when dates
 * are compared, else the span, until the date when the session is cumulative. Unset when there is
 * none; a span that begins after the date is
 * cumulatively empty, and ends before it begins. */
JolSpan jol_session_get_narrowed (JolSession *self);
/* Whether only events in the part of the world that the map shows are listed; where an event lies
 * is jol_event_table_find_view()'s to say. While the map moves the list follows some times a
 * second. */
gboolean jol_session_get_only_in_view (JolSession *self);
void jol_session_set_only_in_view (JolSession *self, gboolean only_in_view);
/* Compares nothing, has no span, is not cumulative, and lists events wherever they are. */
void jol_session_widen (JolSession *self, JolOrigin origin);

/*
 * Selects a route, place, event or claim by id; NULL or "" clears. Selecting an event moves the
 * date to it. Selecting a route that does not exist at the date moves the date to when it first
 * operates, with date-moved. An id that is not in the story is ignored, and FALSE returned.
 */
gboolean jol_session_select (JolSession *self, const char *id, JolOrigin origin);
/* The same, with the date that a mention carries. */
gboolean
jol_session_select_at (JolSession *self, const char *id, const JolDate *date, JolOrigin origin);
const char *jol_session_get_selection (JolSession *self); /* id, or NULL */
JolEntity *jol_session_get_selected (JolSession *self);   /* or NULL */
void jol_session_set_hover (JolSession *self, const char *id, JolOrigin origin);
const char *jol_session_get_hover (JolSession *self); /* id, or NULL */

/* Whether an entity belongs to what is selected: itself, an event's place and routes, and the other
 * way round. */
gboolean jol_session_is_related (JolSession *self, JolEntity *entity);

JolFilter jol_session_get_filter (JolSession *self);
void jol_session_set_filter (JolSession *self, JolFilter filter);
/*
 * The route or place whose events are listed: the last one selected, for as long as it or an event
 * of its list is selected; or NULL.
 */
const char *jol_session_get_subject (JolSession *self);
/* Whether the list is narrowed to the events of the subject. On again with each new subject. */
gboolean jol_session_get_only_subject (JolSession *self);
void jol_session_set_only_subject (JolSession *self, gboolean only_subject);

/* "article" or "article#section": what is in view in the reader. */
const char *jol_session_get_article (JolSession *self); /* or NULL when the story has none */
/* Who asks for a place in the text, but for the reader, which only says where one is, wants it
 * instead of the claims. */
gboolean jol_session_set_article (JolSession *self, const char *article, JolOrigin origin);
/* The text was scrolled there, which is no point of history of its own. */
gboolean jol_session_scroll_article (JolSession *self, const char *article, JolOrigin origin);
/* Asks the reader to show a passage of the story, in the article that it is in. Emits show-passage
 * (JolPassage *). */
void jol_session_show_passage (JolSession *self, const JolPassage *passage, JolOrigin origin);

/* Whether the list of all claims is read in place of the article. */
gboolean jol_session_get_claims (JolSession *self);
void jol_session_set_claims (JolSession *self, gboolean claims, JolOrigin origin);

const JolViewport *jol_session_get_viewport (JolSession *self);
void jol_session_set_viewport (JolSession *self, const JolViewport *viewport, JolOrigin origin);
/* How large the map is; a picture of no size in particular until it says so. */
void jol_session_set_map_size (JolSession *self, int width_px, int height_px);
/* Whether the viewport is still the one that set_story made for a picture of no size in particular.
 * A map that knows its size does better. */
gboolean jol_session_is_at_opening (JolSession *self);
/* Asks the map to show @box; the map knows its size. Emits show-box (JolBox *). */
void jol_session_show_box (JolSession *self, const JolBox *box);

/* A section's scene: all of it in one change, and one point of history. */
void jol_session_show_scene (JolSession *self, const JolScenePlace *scene, JolOrigin origin);
/* The same, together with the section, "article#section", that it belongs to. Without a scene it is
 * as jol_session_scroll_article(). */
void jol_session_show_section (JolSession *self, const char *article, JolOrigin origin);

gboolean jol_session_get_playing (JolSession *self);
void jol_session_set_playing (JolSession *self, gboolean playing);
gboolean jol_session_get_follow_text (JolSession *self);
void jol_session_set_follow_text (JolSession *self, gboolean follow_text);
/* A person has begun to read: before, nobody can lead away from the text. */
void jol_session_start_reading (JolSession *self);
gboolean jol_session_is_led (JolSession *self); /* whether that is so */
/* Whether a person has moved map or date away while the session follows the text. Until one is back
 * in it, the text is read without its scenes. */
gboolean jol_session_get_wandering (JolSession *self);
/* Shows the scene of the section that is read, or of the one before that has any, and follows on.
 */
void jol_session_return_to_text (JolSession *self);
const char *
jol_session_get_series (JolSession *self); /* what is charted, of jol-chart.h, or NULL */
void jol_session_set_series (JolSession *self, const char *id);

/* What is searched for, or NULL. It stays when another story comes. */
const char *jol_session_get_query (JolSession *self);
void jol_session_set_query (JolSession *self, const char *query);

/* A point of history is where a choice or a jump led; a drag, a play, a pan or a scroll moves the
 * point. */
void jol_session_go_back (JolSession *self);
void jol_session_go_forward (JolSession *self);
gboolean jol_session_can_go_back (JolSession *self);
gboolean jol_session_can_go_forward (JolSession *self);
/* What has been done so far was the program's setting up, not a person's. */
void jol_session_clear_history (JolSession *self);

/* The rows of the timeline: JolEvent, and a JolYear before the first event of each year. Owned by
 * the session. */
GListModel *jol_session_list_events (JolSession *self);

G_END_DECLS
