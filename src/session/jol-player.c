/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-player.h"

/* A whole story at speed 1. */
#define STORY_SECONDS 60.0
/* A longer silence of the clock was a hidden window or a sleeping computer: no leap of years. */
#define MAX_STEP_US G_USEC_PER_SEC

struct _JolPlayer
{
  GObject parent_instance;

  JolSession *session;
  double speed;

  gint64 last_us;  /* 0: the clock has not been seen since the play began */
  double position; /* day number, with its fraction */
  JolDate shown;   /* what position was last shown as; another date means that somebody moved it */
};

enum
{
  PROP_SPEED = 1,
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
  if (id == PROP_SPEED)
    g_value_set_double (value, JOL_PLAYER (object)->speed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPEED)
    jol_player_set_speed (JOL_PLAYER (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_player_class_init (JolPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jol_player_dispose;
  object_class->get_property = jol_player_get_property;
  object_class->set_property = jol_player_set_property;

  properties[PROP_SPEED] =
      g_param_spec_double ("speed", NULL, NULL, JOL_PLAYER_MIN_SPEED, JOL_PLAYER_MAX_SPEED, 1,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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

void
jol_player_tick (JolPlayer *self, gint64 now_us)
{
  JolStory *story;
  const JolSpan *time;
  JolDate date;
  int first_day, last_day;
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
    }

  days_per_second = (last_day - first_day + 1) / STORY_SECONDS * self->speed;
  self->position +=
      days_per_second * CLAMP (now_us - self->last_us, 0, MAX_STEP_US) / (double) G_USEC_PER_SEC;
  self->last_us = now_us;

  date = jol_date_from_day (CLAMP ((int) self->position, first_day, last_day),
                            choose_precision (days_per_second));
  jol_session_set_date (self->session, &date, JOL_ORIGIN_PLAYER);
  self->shown = *jol_session_get_date (self->session);
  if (self->position >= last_day)
    jol_session_set_playing (self->session, FALSE);
}
