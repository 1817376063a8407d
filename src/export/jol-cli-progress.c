/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-progress.h"

#include <glib/gi18n.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* What is done sooner needs no word. */
#define QUIET_US (G_USEC_PER_SEC * 4 / 5)

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

struct _JolCliProgress
{
  GCancellable *cancellable;
  struct sigaction before[G_N_ELEMENTS (signals)];
  gboolean is_terminal;
  gint64 begun_us;
  int percent; /* on the screen; -1: nothing */
};

static volatile sig_atomic_t caught; /* the signal, or 0 */

static void
catch_cb (int number)
{
  caught = number;
}

JolCliProgress *
jol_cli_progress_new (void)
{
  JolCliProgress *self = g_new0 (JolCliProgress, 1);
  struct sigaction action = { .sa_handler = catch_cb };

  self->cancellable = g_cancellable_new ();
  self->is_terminal = isatty (STDERR_FILENO);
  self->begun_us = g_get_monotonic_time ();
  self->percent = -1;
  caught = 0;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      sigaction (signals[i], NULL, &self->before[i]);
      /* What the caller has it ignore, as nohup does, stays ignored. */
      if (self->before[i].sa_handler != SIG_IGN)
        sigaction (signals[i], &action, NULL);
    }
  return self;
}

void
jol_cli_progress_free (JolCliProgress *self)
{
  if (self->percent >= 0)
    fputs ("\r\033[K", stderr);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &self->before[i], NULL);
  g_object_unref (self->cancellable);
  g_free (self);

  if (caught)
    raise (caught);
}

GCancellable *
jol_cli_progress_get_cancellable (JolCliProgress *self)
{
  return self->cancellable;
}

void
jol_cli_progress_tell (double share, gpointer data)
{
  JolCliProgress *self = data;
  const int percent = (int) floor (share * 100.0);

  if (caught)
    g_cancellable_cancel (self->cancellable);
  if (!self->is_terminal || percent == self->percent ||
      g_get_monotonic_time () - self->begun_us < QUIET_US)
    return;

  self->percent = percent;
  /* TRANSLATORS: how much of a long export is done; no-break space */
  fputs ("\r", stderr);
  fprintf (stderr, _ ("%d %% written"), percent);
  fputs ("\033[K", stderr);
  fflush (stderr);
}
