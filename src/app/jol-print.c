/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-print.h"

#include "jol-window-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Round a map, which has none of its own: more than most printers need. */
#define MARGIN 28.0
#define POINTS_PER_PX 0.6
#define SETTINGS_KEY "jol-print-settings"

typedef struct
{
  JolSession *session;
  JolDocumentKind kind;
  JolPictureView view;
  JolDocument *document; /* once the paper is known */
} PrintJob;

static void
print_job_free (gpointer data, GClosure *closure)
{
  PrintJob *job = data;

  g_object_unref (job->session);
  g_clear_object (&job->document);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, PrintJob *job)
{
  const JolPaper paper = { gtk_print_context_get_width (context),
                           gtk_print_context_get_height (context) };
  const JolPictureSpec spec = {
    .kind = job->kind,
    .look = { .theme = JOL_THEME_PRINT,
              .language = jol_text_get_interface_language (),
              .has_title = TRUE,
              .has_legend = TRUE,
              .has_credits = TRUE },
    .passes = JOL_PASS_ALL,
    .paper = paper,
    .width = (int) lround ((paper.width - 2.0 * MARGIN) / POINTS_PER_PX),
    .height = (int) lround ((paper.height - 2.0 * MARGIN) / POINTS_PER_PX),
  };

  g_clear_object (&job->document);
  job->document = jol_picture_lay_out (job->session, &spec, &job->view);

  if (job->document)
    gtk_print_operation_set_n_pages (operation, (int) jol_document_get_n_pages (job->document));
  else
    gtk_print_operation_cancel (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, PrintJob *job)
{
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  g_autoptr (JolCanvas) canvas =
      jol_canvas_cairo_new (gtk_print_context_get_cairo_context (context));
  double page_width, page_height, scale;

  if (jol_document_is_paper (job->document))
    {
      jol_document_draw_page (job->document, (guint) page, canvas);
      return;
    }

  jol_document_get_page_size (job->document, &page_width, &page_height);
  scale = MIN ((width - 2.0 * MARGIN) / page_width, (height - 2.0 * MARGIN) / page_height);
  jol_canvas_begin_place (canvas, (width - page_width * scale) / 2.0,
                          (height - page_height * scale) / 2.0, scale);
  jol_document_draw_page (job->document, (guint) page, canvas);
  jol_canvas_end_place (canvas);
}

GtkPrintOperation *
jol_print_operation_new (JolSession *session, JolDocumentKind kind, const JolPictureView *view)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  JolStory *story = jol_session_get_story (session);
  PrintJob *job = g_new0 (PrintJob, 1);

  job->session = g_object_ref (session);
  job->kind = kind;
  job->view = *view;

  /* A map is wide, text is not. */
  gtk_page_setup_set_orientation (setup, jol_document_kind_is_paper (kind)
                                             ? GTK_PAGE_ORIENTATION_PORTRAIT
                                             : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (
      operation, jol_story_get_title (story, jol_text_get_interface_language ()));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, print_job_free, 0);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, JolWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_object_set_data_full (G_OBJECT (self), SETTINGS_KEY,
                            g_object_ref (gtk_print_operation_get_print_settings (operation)),
                            g_object_unref);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error)
    {
      /* Translators: %s says why */
      g_autofree char *message = g_strdup_printf (_ ("Cannot print: %s"), error->message);

      jol_window_toast (self, message);
    }
}

char *
jol_print_explain_preview (const char *command)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *program = NULL;

  /* In a sandbox the desktop prints, and shows. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return NULL;
  if (!command || !g_shell_parse_argv (command, NULL, &words, NULL))
    return g_strdup (_ ("The desktop knows no program for a print preview"));

  program = g_find_program_in_path (words[0]);
  if (program)
    return NULL;

  /* Translators: %s is a program, such as evince */
  return g_strdup_printf (_ ("For a print preview, %s must be installed"), words[0]);
}

static gboolean
end_preview_cb (gpointer preview)
{
  gtk_print_operation_preview_end_preview (preview);
  return G_SOURCE_REMOVE;
}

static void
preview_ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (preview), g_object_unref);
}

/* GTK itself says nothing when the program that it hands a preview to is not there. Who takes a
 * preview over has to give it something to draw on, and end it. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            JolWindow *self)
{
  g_autofree char *command = NULL;
  g_autofree char *reason = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-print-preview-command", &command,
                NULL);
  reason = jol_print_explain_preview (command);
  if (!reason)
    return FALSE;

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  gtk_print_context_set_cairo_context (context, cr, 72.0, 72.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect (preview, "ready", G_CALLBACK (preview_ready_cb), NULL);
  jol_window_toast (self, reason);
  return TRUE;
}

void
jol_window_print (JolWindow *self, JolDocumentKind kind)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintSettings *settings = g_object_get_data (G_OBJECT (self), SETTINGS_KEY);
  const JolPictureView view = jol_window_get_picture_view (self);

  if (!jol_session_get_story (self->session))
    return;
  if (kind == JOL_DOCUMENT_ARTICLE && !jol_session_get_article (self->session))
    {
      jol_window_toast (self, _ ("The story has no article"));
      return;
    }

  operation = jol_print_operation_new (self->session, kind, &view);
  if (settings)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (operation, "preview", G_CALLBACK (preview_cb), self, 0);
  /* What goes wrong at once is told by "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}
