/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a story comes into the window: from a name, a link, a file chooser or a drop. */
#include "config.h"

#include "jol-actions-private.h"
#include "jol-chooser.h"
#include "jol-link.h"
#include "jol-preload.h"
#include "jol-problem-dialog.h"
#include "jol-window-private.h"

#include <glib/gi18n.h>

/* So long a spinner says enough. */
#define LONG_MS 1000

/* What links call the story inside. */
#define JOL_STORY_BUNDLED_ID "own-paths"

typedef struct
{
  JolWindow *window;
  char *uri;
  JolLink *link;       /* where to go in it, or NULL */
  gboolean is_restore; /* what was open last time, with all else as it was */
} OpenJob;

static void
open_job_free (OpenJob *job)
{
  g_object_unref (job->window);
  g_free (job->uri);
  g_clear_pointer (&job->link, jol_link_free);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenJob, open_job_free)

static char *
get_display_name (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (uri);
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base ? base : uri);
}

static void
apply_link (JolWindow *self, const JolLink *link)
{
  if (!jol_link_apply (link, self->session))
    {
      g_autofree char *message = NULL;

      /* Translators: an id from a link, such as "cpc" */
      message = g_strdup_printf (_ ("There is no “%s” in this story"),
                                 link->select ? link->select : link->article);
      jol_window_toast (self, message);
    }
}

static void
clear_opening (JolWindow *self)
{
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->opening_timeout, g_source_remove);
  if (self->opening_toast)
    adw_toast_dismiss (self->opening_toast);
  g_clear_object (&self->opening_toast);
}

static void
finish_opening (JolWindow *self)
{
  clear_opening (self);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

/* The first story, when the one that was asked for is not to be had. */
static void
show_bundled (JolWindow *self)
{
  g_autoptr (JolStory) story = jol_preload_take_story ();

  jol_session_set_story (self->session, story);
}

static void
cancel_opening (JolWindow *self)
{
  g_cancellable_cancel (self->opening);
  finish_opening (self);
  if (!jol_session_get_story (self->session))
    show_bundled (self);
}

static void
toast_gone_cb (AdwToast *toast, JolWindow *self)
{
  if (self->opening_toast == toast)
    g_clear_object (&self->opening_toast);
}

typedef struct
{
  JolWindow *window; /* borrowed: it ends the wait */
  char *uri;
} Wait;

static void
wait_free (Wait *wait)
{
  g_free (wait->uri);
  g_free (wait);
}

static gboolean
opening_takes_long_cb (gpointer data)
{
  const Wait *wait = data;
  JolWindow *self = wait->window;
  g_autofree char *name = get_display_name (wait->uri);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  /* Translators: a file's name */
  g_autofree char *message = g_strdup_printf (_ ("Opening %s…"), markup);

  self->opening_timeout = 0;
  self->opening_toast = g_object_ref_sink (adw_toast_new (message));
  adw_toast_set_button_label (self->opening_toast, _ ("_Cancel"));
  adw_toast_set_timeout (self->opening_toast, 0);
  g_signal_connect_object (self->opening_toast, "button-clicked", G_CALLBACK (cancel_opening), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opening_toast, "dismissed", G_CALLBACK (toast_gone_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->opening_toast));
  return G_SOURCE_REMOVE;
}

static void
show_story (JolWindow *self, JolStory *story, OpenJob *job)
{
  jol_session_set_story (self->session, story);
  if (job->is_restore)
    {
      jol_state_restore_session (self->state, self->session);
      jol_session_clear_history (self->session);
    }
  if (job->link)
    apply_link (self, job->link);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OpenJob) job = data;
  g_autoptr (JolProblemList) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JolStory) story = jol_story_load_finish (result, &problems, &error);
  g_autofree char *name = get_display_name (job->uri);
  JolWindow *self = job->window;

  /* A person's wish, a newer one, or the end of the window. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  finish_opening (self);
  if (story)
    {
      show_story (self, story, job);
      return;
    }

  if (!jol_session_get_story (self->session))
    show_bundled (self);
  if (job->is_restore)
    {
      g_autofree char *message = NULL;

      /* Translators: a file's name */
      message =
          g_strdup_printf (_ ("%s, which was open last time, cannot be opened any more"), name);
      jol_window_toast (self, message);
    }
  else
    {
      jol_problem_dialog_show (GTK_WINDOW (self), name, problems);
    }
}

/* A file by its whole path: it is told to people, and kept for a start in another folder. */
static char *
make_absolute (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (uri);
  char *path = g_file_get_path (file);

  return path ? path : g_strdup (uri);
}

/* Takes @link. */
static void
open_story (JolWindow *self, const char *uri, JolLink *link, gboolean is_restore)
{
  OpenJob *job = g_new0 (OpenJob, 1);
  Wait *wait = g_new0 (Wait, 1);

  jol_window_dispose_opening (self);
  self->opening = g_cancellable_new ();
  job->window = g_object_ref (self);
  job->uri = make_absolute (uri);
  job->link = link;
  job->is_restore = is_restore;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  wait->window = self;
  wait->uri = g_strdup (job->uri);
  self->opening_timeout = g_timeout_add_full (G_PRIORITY_DEFAULT, LONG_MS, opening_takes_long_cb,
                                              wait, (GDestroyNotify) wait_free);
  jol_story_load_async (job->uri, self->opening, loaded_cb, job);
}

static void
open_link (JolWindow *self, const char *uri)
{
  g_autoptr (JolLink) link = jol_link_parse (uri);
  JolStory *story = jol_session_get_story (self->session);

  if (!link)
    {
      jol_window_toast (self, _ ("This link cannot be read"));
    }
  else if (story && (!*link->story || g_strcmp0 (link->story, jol_story_get_id (story)) == 0))
    {
      apply_link (self, link);
    }
  else if (!*link->story || g_str_equal (link->story, JOL_STORY_BUNDLED_ID))
    {
      open_story (self, JOL_STORY_BUNDLED_URI, g_steal_pointer (&link), FALSE);
    }
  else
    {
      g_autofree char *message = NULL;

      if (!story)
        show_bundled (self);
      /* Translators: a story's id, such as "own-paths" */
      message = g_strdup_printf (_ ("The link leads into the story “%s”: open its file first"),
                                 link->story);
      jol_window_toast (self, message);
    }
}

static void
chooser_response_cb (JolWindow *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  jol_chooser_release (&self->chooser);
  if (!file)
    return;
  uri = g_file_get_uri (file);
  jol_window_open (self, uri);
}

static gboolean
drop_cb (JolWindow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *uri = file ? g_file_get_uri (file) : NULL;

  if (!uri)
    return FALSE;
  jol_window_open (self, uri);
  return TRUE;
}

/* What is being opened no longer is. */
void
jol_window_dispose_opening (JolWindow *self)
{
  g_cancellable_cancel (self->opening);
  clear_opening (self);
}

void
jol_window_restore (JolWindow *self)
{
  g_autofree char *story = NULL;

  g_return_if_fail (JOL_IS_WINDOW (self));

  story = jol_state_dup_story (self->state);
  if (!story && jol_preload_has_story ())
    {
      show_bundled (self);
      jol_state_restore_session (self->state, self->session);
      jol_session_clear_history (self->session);
    }
  else
    {
      open_story (self, story ? story : JOL_STORY_BUNDLED_URI, NULL, TRUE);
    }
}

void
jol_window_open (JolWindow *self, const char *uri)
{
  g_return_if_fail (JOL_IS_WINDOW (self));
  g_return_if_fail (uri);

  if (jol_link_is_link (uri))
    open_link (self, uri);
  else
    open_story (self, uri, NULL, FALSE);
}

gboolean
jol_window_is_opening (JolWindow *self)
{
  g_return_val_if_fail (JOL_IS_WINDOW (self), FALSE);

  return self->opening != NULL;
}

void
jol_window_choose_story (JolWindow *self)
{
  g_autoptr (GtkFileFilter) stories = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  if (self->chooser)
    return;

  chooser = gtk_file_chooser_native_new (_ ("Open a story"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_file_filter_set_name (stories, _ ("Stories"));
  gtk_file_filter_add_mime_type (stories, "application/vnd.jol-story+json");
  gtk_file_filter_add_suffix (stories, "json");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), stories);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_show (self->chooser);
}

void
jol_window_accept_drops (JolWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* What the launcher's menu offers. The bus calls them by these names. */
void
jol_action_caspian_pipeline (JolWindow *window, GVariant *parameter)
{
  jol_window_open (window, "jol:own-paths?select=cpc");
}

void
jol_action_xian_summit (JolWindow *window, GVariant *parameter)
{
  jol_window_open (window, "jol:own-paths?select=xian-2023");
}
