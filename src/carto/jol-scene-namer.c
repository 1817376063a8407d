/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-scene-namer.h"

#include <string.h>

#include "jol-basemap.h"

/* What a placement is made from and what it is for. Owned by one thread at a time; what it points
 * at is immutable. */
typedef struct
{
  GWeakRef namer; /* it may go while a thread is at work */
  JolSceneContent *content;
  JolSceneNames *before; /* or NULL */
  JolSceneQuestion question;
  char *language;
  GBytes *key;
  GBytes *subject;
} Job;

struct _JolSceneNamer
{
  GObject parent_instance;

  JolSceneNames *names; /* that are shown, or NULL */
  JolStory *story;      /* that they are of, or NULL */
  GBytes *key;          /* what they are for */
  GBytes *subject;

  GBytes *wanted_key; /* what was asked last */
  GBytes *wanted_subject;
  GCancellable *cancellable; /* of all work, when nobody waits for it any more */
  gboolean is_working;
  Job *waiting; /* the newest that has not begun, or NULL */
};

enum
{
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolSceneNamer, jol_scene_namer, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *self = data;

  g_weak_ref_clear (&self->namer);
  g_clear_pointer (&self->content, jol_scene_content_unref);
  g_clear_pointer (&self->before, jol_scene_names_unref);
  g_free (self->language);
  g_bytes_unref (self->key);
  g_bytes_unref (self->subject);
  g_free (self);
}

static void
set_bytes (GBytes **at, GBytes *bytes)
{
  g_bytes_ref (bytes);
  g_clear_pointer (at, g_bytes_unref);
  *at = bytes;
}

static gboolean
bytes_equal (GBytes *a, GBytes *b)
{
  return a && b && g_bytes_equal (a, b);
}

/* What names are about: those of another subject are not worth showing, those of another date are.
 */
static GBytes *
make_subject (const JolSceneQuestion *question)
{
  GByteArray *subject = g_byte_array_new ();
  const gpointer pointers[] = { question->story, question->selected };

  g_byte_array_append (subject, (const guint8 *) pointers, sizeof pointers);
  g_byte_array_append (subject, (const guint8 *) &question->zoom, sizeof question->zoom);
  g_byte_array_append (subject, (const guint8 *) &question->theme, sizeof question->theme);
  g_byte_array_append (subject, (const guint8 *) &question->hides_base_names,
                       sizeof question->hides_base_names);
  g_byte_array_append (subject, (const guint8 *) &question->is_framed, sizeof question->is_framed);
  g_byte_array_append (subject, (const guint8 *) &question->frame, sizeof question->frame);
  g_byte_array_append (subject, (const guint8 *) question->language,
                       (guint) strlen (question->language));

  return g_byte_array_free_to_bytes (subject);
}

/* All that the places of names depend on, beside the subject. Hover is not in it: names do not jump
 * under the pointer. */
static GBytes *
make_key (const JolSceneContent *content, const JolSceneQuestion *question, GBytes *subject)
{
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, g_bytes_get_data (subject, NULL), (guint) g_bytes_get_size (subject));
  g_byte_array_append (key, (const guint8 *) &question->has_room, sizeof question->has_room);
  g_byte_array_append (key, (const guint8 *) &question->room, sizeof question->room);
  g_byte_array_append (key, (const guint8 *) &content->is_comparing, sizeof content->is_comparing);
  for (guint i = 0; i < content->n_routes; i++)
    {
      const JolSceneRoute *route = &content->routes[i];
      const gint32 traits[] = { (gint32) route->status, (gint32) route->change,
                                route->is_dimmed && !route->is_hovered };
      /* It may have made room for another in its corridor. */
      const JolWorldPoint *middle = &route->lines[0].points[route->lines[0].n_points / 2];

      g_byte_array_append (key, (const guint8 *) &route->id, sizeof route->id);
      g_byte_array_append (key, (const guint8 *) middle, sizeof *middle);
      g_byte_array_append (key, (const guint8 *) traits, sizeof traits);
    }
  for (guint i = 0; i < content->n_places; i++)
    {
      const JolScenePlaceMark *place = &content->places[i];
      /* The story's own id, which is the same in every scene. */
      const char *id = place->n_members > 0 ? place->members[0].id : place->id;
      const guint32 traits[] = { place->n_summits, place->n_members };

      if (place->is_lifted)
        continue;
      g_byte_array_append (key, (const guint8 *) &id, sizeof id);
      g_byte_array_append (key, (const guint8 *) traits, sizeof traits);
    }

  return g_byte_array_free_to_bytes (key);
}

/* Reads of the base map what has not been read; without it there are only the story's names. */
static JolSceneNames *
place (const JolSceneContent *content, JolSceneQuestion *question, const JolSceneNames *before)
{
  JolBasemap *basemap = jol_basemap_get_default ();
  const JolBasemapDetail detail = jol_basemap_level_for_zoom (question->zoom);
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLabels) labels =
      question->hides_base_names ? NULL : jol_basemap_load_labels (basemap, detail, &error);
  g_autoptr (JolBasemapLevel) level =
      labels ? jol_basemap_load_level (basemap, detail, &error) : NULL;

  if (error)
    g_warning ("names of the base map: %s", error->message);
  question->base_names = labels;
  question->level = level;

  return jol_scene_names_place (content, question, before);
}

static void
place_in_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task, place (job->content, &job->question, job->before),
                         (GDestroyNotify) jol_scene_names_unref);
}

/* One thread for all views, which stays: measuring text needs fonts, and each thread has to open
 * its own. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool = NULL;

  if (!pool)
    pool = g_thread_pool_new (place_in_thread, NULL, 1, FALSE, NULL);

  return pool;
}

static void placed_cb (GObject *object, GAsyncResult *result, gpointer data);

/* Takes the job. */
static void
start (JolSceneNamer *self, Job *job)
{
  GTask *task = g_task_new (NULL, self->cancellable, placed_cb, NULL);

  /* Only now: the one before may have just brought others. */
  if (self->names && bytes_equal (self->subject, job->subject))
    job->before = jol_scene_names_ref (self->names);
  self->is_working = TRUE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (get_pool (), task, NULL);
}

static void
placed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (JolSceneNames) names = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (JolSceneNamer) self = g_weak_ref_get (&job->namer);
  Job *next;
  gboolean is_news;

  if (!self)
    return;

  self->is_working = FALSE;
  /* Of an earlier date it is still nearer than what is shown, unless that is what is wanted. */
  is_news = bytes_equal (job->subject, self->wanted_subject) &&
            !bytes_equal (self->key, self->wanted_key);
  if (is_news)
    {
      g_clear_pointer (&self->names, jol_scene_names_unref);
      self->names = g_steal_pointer (&names);
      g_set_object (&self->story, job->question.story);
      set_bytes (&self->key, job->key);
      set_bytes (&self->subject, job->subject);
    }
  next = g_steal_pointer (&self->waiting);
  if (next)
    start (self, next);
  if (is_news)
    g_signal_emit (self, signals[NAMED], 0);
}

static Job *
make_job (JolSceneNamer *self,
          JolSceneContent *content,
          const JolSceneQuestion *question,
          GBytes *key,
          GBytes *subject)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->namer, self);
  /* Holds the story too, and so all that the question points at. */
  job->content = g_atomic_rc_box_acquire (content);
  job->language = g_strdup (question->language);
  job->question = (JolSceneQuestion){ .story = question->story,
                                      .language = job->language,
                                      .theme = question->theme,
                                      .zoom = question->zoom,
                                      .hides_base_names = question->hides_base_names,
                                      .selected = question->selected,
                                      .has_room = question->has_room,
                                      .room = question->room };
  job->key = g_bytes_ref (key);
  job->subject = g_bytes_ref (subject);

  return job;
}

static void
jol_scene_namer_dispose (GObject *object)
{
  JolSceneNamer *self = JOL_SCENE_NAMER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->waiting, job_free);
  g_clear_object (&self->story);
  g_clear_pointer (&self->names, jol_scene_names_unref);
  g_clear_pointer (&self->key, g_bytes_unref);
  g_clear_pointer (&self->subject, g_bytes_unref);
  g_clear_pointer (&self->wanted_key, g_bytes_unref);
  g_clear_pointer (&self->wanted_subject, g_bytes_unref);

  G_OBJECT_CLASS (jol_scene_namer_parent_class)->dispose (object);
}

static void
jol_scene_namer_finalize (GObject *object)
{
  g_object_unref (JOL_SCENE_NAMER (object)->cancellable);

  G_OBJECT_CLASS (jol_scene_namer_parent_class)->finalize (object);
}

static void
jol_scene_namer_class_init (JolSceneNamerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_scene_namer_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_scene_namer_finalize;

  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
jol_scene_namer_init (JolSceneNamer *self)
{
  self->cancellable = g_cancellable_new ();
}

JolSceneNamer *
jol_scene_namer_new (void)
{
  return g_object_new (JOL_TYPE_SCENE_NAMER, NULL);
}

JolSceneNames *
jol_scene_namer_get (JolSceneNamer *self,
                     JolSceneContent *content,
                     const JolSceneQuestion *question)
{
  g_autoptr (GBytes) subject = make_subject (question);
  g_autoptr (GBytes) key = make_key (content, question, subject);

  if (!bytes_equal (key, self->wanted_key))
    {
      set_bytes (&self->wanted_key, key);
      set_bytes (&self->wanted_subject, subject);
      g_clear_pointer (&self->waiting, job_free);
      if (bytes_equal (key, self->key))
        ; /* back to what is shown: what comes is no longer wanted */
      else if (self->is_working)
        self->waiting = make_job (self, content, question, key, subject);
      else
        start (self, make_job (self, content, question, key, subject));
    }

  return self->names && self->story == question->story ? jol_scene_names_ref (self->names)
                                                       : jol_scene_names_new ();
}

gboolean
jol_scene_namer_is_done (JolSceneNamer *self)
{
  return bytes_equal (self->key, self->wanted_key);
}

JolSceneNames *
jol_scene_namer_wait (JolSceneNamer *self,
                      JolSceneContent *content,
                      const JolSceneQuestion *question,
                      gboolean keeps)
{
  g_autoptr (GBytes) subject = make_subject (question);
  g_autoptr (GBytes) key = make_key (content, question, subject);

  if (!self->names || !bytes_equal (key, self->key))
    {
      JolSceneQuestion mine = *question;
      g_autoptr (JolSceneNames) before =
          keeps && self->story == question->story ? g_steal_pointer (&self->names) : NULL;

      g_clear_pointer (&self->names, jol_scene_names_unref);
      self->names = place (content, &mine, before);
      g_set_object (&self->story, question->story);
      set_bytes (&self->key, key);
    }

  return jol_scene_names_ref (self->names);
}
