/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolSession is one class in four files: the object and its plain properties (jol-session.c), what
 * is selected (-selection.c), when (-time.c), and where one is, and was (-place.c). */

#include "jol-event-model.h"
#include "jol-session.h"
#include "jol-trail.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_SESSION_STORY = 1,
  JOL_SESSION_DATE,
  JOL_SESSION_COMPARE,
  JOL_SESSION_SPAN,
  JOL_SESSION_CUMULATIVE,
  JOL_SESSION_ONLY_IN_VIEW,
  JOL_SESSION_FILTER,
  JOL_SESSION_SUBJECT,
  JOL_SESSION_ONLY_SUBJECT,
  JOL_SESSION_SELECTION,
  JOL_SESSION_HOVER,
  JOL_SESSION_ARTICLE,
  JOL_SESSION_CLAIMS,
  JOL_SESSION_VIEWPORT,
  JOL_SESSION_PLAYING,
  JOL_SESSION_FOLLOW_TEXT,
  JOL_SESSION_WANDERING,
  JOL_SESSION_SERIES,
  JOL_SESSION_QUERY,
  JOL_SESSION_N_PROPERTIES,
} JolSessionProperty;

struct _JolSession
{
  GObject parent_instance;

  JolStory *story;
  JolDate date;
  JolDate compare; /* may be unset */
  JolSpan span;
  gboolean is_span_of_text; /* a scene's, which goes with the next */
  gboolean cumulative;
  gboolean only_in_view;
  JolFilter filter;
  char *subject;
  gboolean only_subject;
  char *selection;
  gboolean is_selection_of_text; /* likewise */
  char *hover;
  char *article;
  gboolean claims;
  JolViewport viewport;
  gboolean playing;
  gboolean follow_text;
  gboolean is_led; /* the text has begun to lead: before, nothing leads away from it */
  gboolean wandering;
  char *series;
  char *query;

  JolEventModel *events;
  guint query_id; /* timeout: the list is of another view by then */
  int map_width_px;
  int map_height_px;
  JolTrail *trail;
  JolOrigin origin;
};

/* One change of a session. Between begin and end, fields are set and told as changed; end brings
 * the list and the history up to date, and then notifies. */
typedef struct
{
  JolOrigin outer; /* a listener may change more, in another's name */
  guint changed;   /* bits by JolSessionProperty */
  JolTrailMove move;
} JolSessionChange;

JolSessionChange jol_session_begin_change (JolSession *self, JolOrigin origin, JolTrailMove move);
void jol_session_end_change (JolSession *self, JolSessionChange *change);

/* These set a field and mark it if it differs. Text may alias the old. */
void jol_session_put_text (JolSessionChange *change,
                           JolSessionProperty property,
                           char **field,
                           const char *text);
void jol_session_put_flag (JolSessionChange *change,
                           JolSessionProperty property,
                           gboolean *field,
                           gboolean flag);
void jol_session_put_date (JolSession *self, JolSessionChange *change, const JolDate *date);
void jol_session_put_compare (JolSession *self, JolSessionChange *change, const JolDate *date);
void jol_session_put_span (JolSession *self, JolSessionChange *change, const JolSpan *span);
void
jol_session_put_viewport (JolSession *self, JolSessionChange *change, const JolViewport *viewport);
/* @id is in the story or NULL; the subject follows. */
void jol_session_put_selection (JolSession *self, JolSessionChange *change, const char *id);

JolDate jol_session_clamp_date (JolSession *self, const JolDate *date);
/* Brings the list up to date a little later, once for all that changes until then. */
void jol_session_queue_query (JolSession *self);
void jol_session_start_trail (JolSession *self);
void jol_session_emit_moved_on (JolSession *self);
void jol_session_emit_date_moved (JolSession *self, const JolDate *before);
void jol_session_emit_show_box (JolSession *self, const JolBox *box);
void jol_session_emit_show_passage (JolSession *self, const JolPassage *passage);

G_END_DECLS
