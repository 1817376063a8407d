/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-player.h"

#include "jol-event-model.h"

/* A whole story at speed 1. */
#define STORY_SECONDS 60.0
/* A longer silence of the clock was a hidden window or a sleeping computer: no leap of years. */
#define MAX_STEP_US G_USEC_PER_SEC
/* Long enough to read a title. */
#define REST_US (G_USEC_PER_SEC * 3 / 2)

struct _JolPlayer
{
  GObject parent_instance;

  JolSession *session;
  double speed;
  gboolean loop;
  gboolean pause_at_events;

  gint64 last_us;  /* 0: the clock has not been seen since the play began */
  double position; /* day number, with its fraction */
  gint64 rest_us;  /* how long it still rests */
  JolDate shown;   /* what position was last shown as; another date means that somebody moved it */
};

enum
{
  PROP_SPEED = 1,
  PROP_LOOP,
  PROP_PAUSE_AT_EVENTS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolPlayer, jol_player, G_TYPE_OBJECT)

/* As fine as the eye can follow: a date that changes more than some 30 times a second is noise. */
static JolPrecision
choose_precision (double days_per_second)
{
  if (days_per_second <= 30)
    return JOL_PRECISION_DAY;
  return days_per_second <= 30 * 366 ? JOL_PRECISION_MONTH : JOL_PRECISION_YEAR;
}

static void
playing_changed_cb (JolPlayer *self)
{
  self->last_us = 0;
  self->rest_us = 0;
}

static void
jol_player_dispose (GObject *object)
{
  JolPlayer *self = JOL_PLAYER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_player_parent_class)->dispose (object);
}

static void
jol_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolPlayer *self = JOL_PLAYER (object);

  switch (id)
    {
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;
    case PROP_LOOP:
      g_value_set_boolean (value, self->loop);
      break;
    case PROP_PAUSE_AT_EVENTS:
      g_value_set_boolean (value, self->pause_at_events);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolPlayer *self = JOL_PLAYER (object);

  switch (id)
    {
    case PROP_SPEED:
      jol_player_set_speed (self, g_value_get_double (value));
      break;
    case PROP_LOOP:
      jol_player_set_loop (self, g_value_get_boolean (value));
      break;
    case PROP_PAUSE_AT_EVENTS:
      jol_player_set_pause_at_events (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_player_class_init (JolPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = jol_player_dispose;
  object_class->get_property = jol_player_get_property;
  object_class->set_property = jol_player_set_property;

  properties[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, JOL_PLAYER_MIN_SPEED,
                                                JOL_PLAYER_MAX_SPEED, 1, both);
  properties[PROP_LOOP] = g_param_spec_boolean ("loop", NULL, NULL, FALSE, both);
  properties[PROP_PAUSE_AT_EVENTS] =
      g_param_spec_boolean ("pause-at-events", NULL, NULL, FALSE, both);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jol_player_init (JolPlayer *self)
{
  self->speed = 1;
}

JolPlayer *
jol_player_new (JolSession *session)
{
  JolPlayer *self;

  g_return_val_if_fail (JOL_IS_SESSION (session), NULL);

  self = g_object_new (JOL_TYPE_PLAYER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::playing", G_CALLBACK (playing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

double
jol_player_get_speed (JolPlayer *self)
{
  g_return_val_if_fail (JOL_IS_PLAYER (self), 1);

  return self->speed;
}

void
jol_player_set_speed (JolPlayer *self, double speed)
{
  g_return_if_fail (JOL_IS_PLAYER (self));

  speed = CLAMP (speed, JOL_PLAYER_MIN_SPEED, JOL_PLAYER_MAX_SPEED);
  if (self->speed == speed)
    return;

  self->speed = speed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

gboolean
jol_player_get_loop (JolPlayer *self)
{
  g_return_val_if_fail (JOL_IS_PLAYER (self), FALSE);

  return self->loop;
}

void
jol_player_set_loop (JolPlayer *self, gboolean loop)
{
  g_return_if_fail (JOL_IS_PLAYER (self));

  loop = !!loop;
  if (self->loop == loop)
    return;

  self->loop = loop;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOP]);
}

gboolean
jol_player_get_pause_at_events (JolPlayer *self)
{
  g_return_val_if_fail (JOL_IS_PLAYER (self), FALSE);

  return self->pause_at_events;
}

void
jol_player_set_pause_at_events (JolPlayer *self, gboolean pause_at_events)
{
  g_return_if_fail (JOL_IS_PLAYER (self));

  pause_at_events = !!pause_at_events;
  if (self->pause_at_events == pause_at_events)
    return;

  self->pause_at_events = pause_at_events;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSE_AT_EVENTS]);
}

/* The first event after day @after and until day @until that one rests at, or NULL. */
static JolEvent *
find_stop (JolPlayer *self, JolStory *story, int after, int until)
{
  JolEventModel *listed = JOL_EVENT_MODEL (jol_session_list_events (self->session));
  const gboolean all =
      jol_session_get_subject (self->session) && jol_session_get_only_subject (self->session);
  const guint end = jol_story_count_events_until (story, until);
  guint n_events;
  JolEvent *const *events = jol_story_get_events (story, &n_events);

  for (guint i = jol_story_count_events_until (story, after); i < end; i++)
    if ((all || jol_event_get_event_kind (events[i]) == JOL_EVENT_SUMMIT) &&
        jol_event_model_find (listed, events[i]) != G_MAXUINT)
      return events[i];

  return NULL;
}

static void
show (JolPlayer *self, const JolDate *date)
{
  jol_session_set_date (self->session, date, JOL_ORIGIN_PLAYER);
  self->shown = *jol_session_get_date (self->session);
}

void
jol_player_tick (JolPlayer *self, gint64 now_us)
{
  JolStory *story;
  const JolSpan *time;
  JolDate date;
  JolEvent *stop;
  int first_day, last_day, before;
  gint64 passed_us;
  double days_per_second;

  g_return_if_fail (JOL_IS_PLAYER (self));

  story = jol_session_get_story (self->session);
  if (!story || !jol_session_get_playing (self->session))
    return;

  time = jol_story_get_time (story);
  first_day = jol_date_first_day (&time->from);
  last_day = jol_date_last_day (&time->to);
  date = *jol_session_get_date (self->session);

  if (self->last_us == 0)
    {
      /* The first frame: nothing has passed yet, but at the end a play begins at the start. */
      gboolean at_end = jol_date_last_day (&date) >= last_day;

      self->last_us = now_us;
      self->position = at_end ? first_day : jol_date_first_day (&date);
      self->shown = date;
      if (!at_end)
        return;
    }
  else if (!jol_date_equal (&date, &self->shown))
    {
      self->position = jol_date_first_day (&date);
      self->rest_us = 0;
    }

  passed_us = CLAMP (now_us - self->last_us, 0, MAX_STEP_US);
  self->last_us = now_us;
  self->rest_us -= MIN (passed_us, self->rest_us);
  if (self->rest_us > 0)
    return;
  if (self->position >= last_day)
    self->position = first_day - 1; /* it has rested at the end */

  days_per_second = (last_day - first_day + 1) / STORY_SECONDS * self->speed;
  before = MAX ((int) self->position, first_day - 1);
  self->position += days_per_second * (double) passed_us / (double) G_USEC_PER_SEC;

  stop = self->pause_at_events
             ? find_stop (self, story, before, MIN ((int) self->position, last_day))
             : NULL;
  if (stop)
    {
      self->position = jol_event_get_first_day (stop);
      self->rest_us = REST_US;
      show (self, jol_event_get_date (stop));
      return;
    }

  date = jol_date_from_day (CLAMP ((int) self->position, first_day, last_day),
                            choose_precision (days_per_second));
  show (self, &date);
  if (self->position < last_day)
    return;

  self->rest_us = REST_US;
  if (!self->loop)
    jol_session_set_playing (self->session, FALSE);
}
