/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"

G_BEGIN_DECLS

#define JOL_PLAYER_MIN_SPEED 0.5
#define JOL_PLAYER_MAX_SPEED 8.0

/*
 * JolPlayer: moves a session's date while it is playing. It has no clock of its own: whoever owns
 * it hands the time in, a frame clock in the window and plain numbers in a test. Plays to the end
 * of the story and stops there, unless it is to loop; started at the end, begins at the start.
 *
 * Properties: speed, loop, pause-at-events.
 */
#define JOL_TYPE_PLAYER (jol_player_get_type ())
G_DECLARE_FINAL_TYPE (JolPlayer, jol_player, JOL, PLAYER, GObject)

JolPlayer *jol_player_new (JolSession *session) G_GNUC_WARN_UNUSED_RESULT;
double jol_player_get_speed (JolPlayer *self);             /* 1 plays a whole story in a minute */
void jol_player_set_speed (JolPlayer *self, double speed); /* 0.5–8 */
/* Whether it begins anew after the end, having rested there a moment. */
gboolean jol_player_get_loop (JolPlayer *self);
void jol_player_set_loop (JolPlayer *self, gboolean loop);
/* Whether it rests a moment at each event that is listed: of a list narrowed to a subject at all,
 * else at the summits. */
gboolean jol_player_get_pause_at_events (JolPlayer *self);
void jol_player_set_pause_at_events (JolPlayer *self, gboolean pause_at_events);
/* @now_us: any monotonic clock. Does nothing unless the session is playing. */
void jol_player_tick (JolPlayer *self, gint64 now_us);

G_END_DECLS
