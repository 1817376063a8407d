/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-session-private.h"

#include "jol-chart.h"

/* A picture to open a story in, until the map says how large it is. */
#define NOMINAL_WIDTH_PX 760
#define NOMINAL_HEIGHT_PX 560
/* Between two lists of what the map shows, while it moves. */
#define QUERY_MS 100

enum
{
  DATE_MOVED,
  MOVED_ON,
  SHOW_BOX,
  SHOW_PASSAGE,
  N_SIGNALS,
};

static GParamSpec *properties[JOL_SESSION_N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolSession, jol_session, G_TYPE_OBJECT)

JolSessionChange
jol_session_begin_change (JolSession *self, JolOrigin origin, JolTrailMove move)
{
  JolSessionChange change = { .outer = self->origin, .move = move };

  g_object_ref (self);
  self->origin = origin;
  return change;
}

static JolTrailPoint
get_point (JolSession *self)
{
  return (JolTrailPoint){
    .selection = self->selection,
    .subject = self->subject,
    .date = self->date,
    .viewport = self->viewport,
    .article = self->article,
    .claims = self->claims,
  };
}

static JolViewport
get_opening_viewport (JolStory *story)
{
  return jol_viewport_for_box (jol_story_get_bounds (story), NOMINAL_WIDTH_PX, NOMINAL_HEIGHT_PX,
                               0);
}

void
jol_session_start_trail (JolSession *self)
{
  JolTrailPoint point = get_point (self);

  jol_trail_reset (self->trail, &point);
}

void
jol_session_emit_moved_on (JolSession *self)
{
  g_signal_emit (self, signals[MOVED_ON], 0);
}

void
jol_session_emit_date_moved (JolSession *self, const JolDate *before)
{
  g_signal_emit (self, signals[DATE_MOVED], 0, before);
}

void
jol_session_emit_show_box (JolSession *self, const JolBox *box)
{
  g_signal_emit (self, signals[SHOW_BOX], 0, box);
}

static void
query_events (JolSession *self)
{
  const JolBox view =
      jol_viewport_get_box (&self->viewport, self->map_width_px, self->map_height_px);
  const JolEventQuery query = {
    .filter = self->filter,
    .subject = self->only_subject ? self->subject : NULL,
    .span = jol_session_get_narrowed (self),
    .view = self->only_in_view ? &view : NULL,
  };

  g_clear_handle_id (&self->query_id, g_source_remove);
  jol_event_model_set_query (self->events, self->story, &query);
}

static gboolean
query_cb (gpointer data)
{
  JolSession *self = data;

  self->query_id = 0;
  query_events (self);
  return G_SOURCE_REMOVE;
}

void
jol_session_queue_query (JolSession *self)
{
  if (self->only_in_view && self->query_id == 0)
    self->query_id = g_timeout_add (QUERY_MS, query_cb, self);
}

void
jol_session_emit_show_passage (JolSession *self, const JolPassage *passage)
{
  g_signal_emit (self, signals[SHOW_PASSAGE], 0, passage);
}

/* While the text is followed, map and date are the text's: whoever else moves them leads away from
 * it, but for the map that flies where it was sent, and a step of history. */
static gboolean
leads_away (JolSession *self, const JolSessionChange *change)
{
  return self->follow_text && self->is_led &&
         (change->changed & (1u << JOL_SESSION_DATE | 1u << JOL_SESSION_VIEWPORT)) &&
         !(change->changed & 1u << JOL_SESSION_STORY) && self->origin != JOL_ORIGIN_FLIGHT &&
         self->origin != JOL_ORIGIN_READER && self->origin != JOL_ORIGIN_HISTORY;
}

void
jol_session_end_change (JolSession *self, JolSessionChange *change)
{
  const guint of_list =
      1u << JOL_SESSION_STORY | 1u << JOL_SESSION_COMPARE | 1u << JOL_SESSION_SPAN |
      1u << JOL_SESSION_CUMULATIVE | 1u << JOL_SESSION_ONLY_IN_VIEW | 1u << JOL_SESSION_FILTER |
      1u << JOL_SESSION_SUBJECT | 1u << JOL_SESSION_ONLY_SUBJECT |
      (self->cumulative || jol_date_is_set (&self->compare) ? 1u << JOL_SESSION_DATE : 0u);
  gboolean has_moved = FALSE;

  if (leads_away (self, change))
    jol_session_put_flag (change, JOL_SESSION_WANDERING, &self->wandering, TRUE);

  if (change->changed & of_list)
    query_events (self);
  else if (change->changed & 1u << JOL_SESSION_VIEWPORT)
    jol_session_queue_query (self);

  if (change->changed & 1u << JOL_SESSION_STORY)
    {
      jol_session_start_trail (self);
      has_moved = TRUE;
    }
  else if (change->changed && self->origin != JOL_ORIGIN_HISTORY)
    {
      JolTrailPoint point = get_point (self);

      has_moved = jol_trail_move (self->trail, &point, change->move);
    }

  /* One by one and not frozen: GObject would choose the order, and it is part of the contract. */
  for (guint i = 1; i < JOL_SESSION_N_PROPERTIES; i++)
    {
      if (change->changed & 1u << i)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
  if (has_moved || (change->changed && self->origin == JOL_ORIGIN_HISTORY))
    jol_session_emit_moved_on (self);

  self->origin = change->outer;
  g_object_unref (self);
}

void
jol_session_put_text (JolSessionChange *change,
                      JolSessionProperty property,
                      char **field,
                      const char *text)
{
  g_autofree char *old = NULL;

  if (g_strcmp0 (*field, text) == 0)
    return;

  /* Freed last: @text may point into it. */
  old = g_steal_pointer (field);
  *field = g_strdup (text);
  change->changed |= 1u << property;
}

void
jol_session_put_flag (JolSessionChange *change,
                      JolSessionProperty property,
                      gboolean *field,
                      gboolean flag)
{
  flag = !!flag;
  if (*field == flag)
    return;

  *field = flag;
  change->changed |= 1u << property;
}

static void
jol_session_finalize (GObject *object)
{
  JolSession *self = JOL_SESSION (object);

  g_clear_handle_id (&self->query_id, g_source_remove);
  g_clear_object (&self->events);
  g_clear_object (&self->story);
  g_clear_pointer (&self->trail, jol_trail_free);
  g_free (self->subject);
  g_free (self->selection);
  g_free (self->hover);
  g_free (self->article);
  g_free (self->series);
  g_free (self->query);

  G_OBJECT_CLASS (jol_session_parent_class)->finalize (object);
}

static void
jol_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolSession *self = JOL_SESSION (object);

  switch ((JolSessionProperty) id)
    {
    case JOL_SESSION_STORY:
      g_value_set_object (value, self->story);
      break;
    case JOL_SESSION_DATE:
      g_value_take_string (value, jol_date_to_iso (&self->date));
      break;
    case JOL_SESSION_COMPARE:
      g_value_take_string (
          value, jol_date_is_set (&self->compare) ? jol_date_to_iso (&self->compare) : NULL);
      break;
    case JOL_SESSION_SPAN:
      g_value_take_string (value, jol_span_to_iso (&self->span));
      break;
    case JOL_SESSION_CUMULATIVE:
      g_value_set_boolean (value, self->cumulative);
      break;
    case JOL_SESSION_ONLY_IN_VIEW:
      g_value_set_boolean (value, self->only_in_view);
      break;
    case JOL_SESSION_FILTER:
      g_value_set_uint (value, self->filter);
      break;
    case JOL_SESSION_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case JOL_SESSION_ONLY_SUBJECT:
      g_value_set_boolean (value, self->only_subject);
      break;
    case JOL_SESSION_SELECTION:
      g_value_set_string (value, self->selection);
      break;
    case JOL_SESSION_HOVER:
      g_value_set_string (value, self->hover);
      break;
    case JOL_SESSION_ARTICLE:
      g_value_set_string (value, self->article);
      break;
    case JOL_SESSION_CLAIMS:
      g_value_set_boolean (value, self->claims);
      break;
    case JOL_SESSION_VIEWPORT:
      g_value_set_boxed (value, &self->viewport);
      break;
    case JOL_SESSION_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case JOL_SESSION_FOLLOW_TEXT:
      g_value_set_boolean (value, self->follow_text);
      break;
    case JOL_SESSION_WANDERING:
      g_value_set_boolean (value, self->wandering);
      break;
    case JOL_SESSION_SERIES:
      g_value_set_string (value, self->series);
      break;
    case JOL_SESSION_QUERY:
      g_value_set_string (value, self->query);
      break;
    case JOL_SESSION_N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolSession *self = JOL_SESSION (object);

  switch (id)
    {
    case JOL_SESSION_ONLY_SUBJECT:
      jol_session_set_only_subject (self, g_value_get_boolean (value));
      break;
    case JOL_SESSION_CUMULATIVE:
      jol_session_set_cumulative (self, g_value_get_boolean (value));
      break;
    case JOL_SESSION_ONLY_IN_VIEW:
      jol_session_set_only_in_view (self, g_value_get_boolean (value));
      break;
    case JOL_SESSION_PLAYING:
      jol_session_set_playing (self, g_value_get_boolean (value));
      break;
    case JOL_SESSION_FOLLOW_TEXT:
      jol_session_set_follow_text (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_session_class_init (JolSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  /* Only what needs no origin can be set, or bound, as a property. */
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->finalize = jol_session_finalize;
  object_class->get_property = jol_session_get_property;
  object_class->set_property = jol_session_set_property;

  properties[JOL_SESSION_STORY] = g_param_spec_object ("story", NULL, NULL, JOL_TYPE_STORY, read);
  properties[JOL_SESSION_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, read);
  properties[JOL_SESSION_COMPARE] = g_param_spec_string ("compare", NULL, NULL, NULL, read);
  properties[JOL_SESSION_SPAN] = g_param_spec_string ("span", NULL, NULL, NULL, read);
  properties[JOL_SESSION_CUMULATIVE] = g_param_spec_boolean ("cumulative", NULL, NULL, FALSE, both);
  properties[JOL_SESSION_ONLY_IN_VIEW] =
      g_param_spec_boolean ("only-in-view", NULL, NULL, FALSE, both);
  properties[JOL_SESSION_FILTER] = g_param_spec_uint ("filter", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[JOL_SESSION_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, read);
  properties[JOL_SESSION_ONLY_SUBJECT] =
      g_param_spec_boolean ("only-subject", NULL, NULL, TRUE, both);
  properties[JOL_SESSION_SELECTION] = g_param_spec_string ("selection", NULL, NULL, NULL, read);
  properties[JOL_SESSION_HOVER] = g_param_spec_string ("hover", NULL, NULL, NULL, read);
  properties[JOL_SESSION_ARTICLE] = g_param_spec_string ("article", NULL, NULL, NULL, read);
  properties[JOL_SESSION_CLAIMS] = g_param_spec_boolean ("claims", NULL, NULL, FALSE, read);
  properties[JOL_SESSION_VIEWPORT] =
      g_param_spec_boxed ("viewport", NULL, NULL, JOL_TYPE_VIEWPORT, read);
  properties[JOL_SESSION_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, both);
  properties[JOL_SESSION_FOLLOW_TEXT] =
      g_param_spec_boolean ("follow-text", NULL, NULL, TRUE, both);
  properties[JOL_SESSION_WANDERING] = g_param_spec_boolean ("wandering", NULL, NULL, FALSE, read);
  properties[JOL_SESSION_SERIES] = g_param_spec_string ("series", NULL, NULL, NULL, read);
  properties[JOL_SESSION_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, JOL_SESSION_N_PROPERTIES, properties);

  signals[DATE_MOVED] = g_signal_new ("date-moved", JOL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED_ON] = g_signal_new ("moved-on", JOL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[SHOW_BOX] = g_signal_new ("show-box", JOL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SHOW_PASSAGE] = g_signal_new ("show-passage", JOL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
jol_session_init (JolSession *self)
{
  self->only_subject = TRUE;
  self->follow_text = TRUE;
  self->viewport = (JolViewport){ 0, 0, JOL_MIN_ZOOM };
  self->map_width_px = NOMINAL_WIDTH_PX;
  self->map_height_px = NOMINAL_HEIGHT_PX;
  self->events = jol_event_model_new ();
  self->trail = jol_trail_new ();
  jol_session_start_trail (self);
}

JolSession *
jol_session_new (void)
{
  return g_object_new (JOL_TYPE_SESSION, NULL);
}

gboolean
jol_session_is_at_opening (JolSession *self)
{
  JolViewport opening;

  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  if (!self->story)
    return FALSE;

  opening = get_opening_viewport (self->story);
  return jol_viewport_equal (&self->viewport, &opening);
}

void
jol_session_set_story (JolSession *self, JolStory *story)
{
  JolSessionChange change;
  JolSpan no_span = { 0 };

  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (!story || JOL_IS_STORY (story));

  if (self->story == story)
    return;

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_JUMP);
  change.changed |= 1u << JOL_SESSION_STORY;
  g_set_object (&self->story, story);

  jol_session_put_flag (&change, JOL_SESSION_PLAYING, &self->playing, FALSE);
  jol_session_put_text (&change, JOL_SESSION_SELECTION, &self->selection, NULL);
  jol_session_put_text (&change, JOL_SESSION_SUBJECT, &self->subject, NULL);
  jol_session_put_text (&change, JOL_SESSION_HOVER, &self->hover, NULL);
  jol_session_put_compare (self, &change, NULL);
  jol_session_put_span (self, &change, &no_span);
  jol_session_put_flag (&change, JOL_SESSION_CLAIMS, &self->claims, FALSE);
  jol_session_put_flag (&change, JOL_SESSION_WANDERING, &self->wandering, FALSE);
  self->is_led = FALSE;
  if (story)
    {
      JolViewport viewport = get_opening_viewport (story);
      guint n_articles;
      JolArticle *const *articles = jol_story_get_articles (story, &n_articles);
      g_auto (GStrv) charts = jol_chart_list (story);

      jol_session_put_date (self, &change, jol_story_get_now (story));
      jol_session_put_viewport (self, &change, &viewport);
      jol_session_put_text (&change, JOL_SESSION_ARTICLE, &self->article,
                            n_articles > 0 ? jol_entity_get_id (JOL_ENTITY (articles[0])) : NULL);
      jol_session_put_text (&change, JOL_SESSION_SERIES, &self->series, charts[0]);
    }
  jol_session_end_change (self, &change);
}

JolStory *
jol_session_get_story (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->story;
}

JolOrigin
jol_session_get_origin (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), JOL_ORIGIN_APP);

  return self->origin;
}
