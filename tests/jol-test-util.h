/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* What tests of the core share; no GTK here. Tests of widgets include "jol-test-ui.h", which has
 * this too. */

/* Turns the main loop until @fact holds. A fact, not a signal: a signal may have come before one
 * began to wait. After five seconds, or as many as JOL_TEST_WAIT says, the test fails and says
 * which fact did not come true. */
#define jol_test_wait_until(fact)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    JolTestWait jol_wait;                                                                          \
                                                                                                   \
    jol_test_wait_begin (&jol_wait, __FILE__, __LINE__, #fact);                                    \
    while (!(fact))                                                                                \
      jol_test_wait_step (&jol_wait);                                                              \
    jol_test_wait_end (&jol_wait);                                                                 \
  }                                                                                                \
  G_STMT_END

/* Drops the last reference of the main thread and waits until the object is gone: a thread that has
 * just handed in its result may hold one a moment longer, which g_assert_finalize_object() takes
 * for a leak. */
#define jol_test_wait_finalized(object)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gpointer jol_weak = object;                                                                    \
                                                                                                   \
    g_object_add_weak_pointer (jol_weak, &jol_weak);                                               \
    g_object_unref (jol_weak);                                                                     \
    jol_test_wait_until (jol_weak == NULL);                                                        \
  }                                                                                                \
  G_STMT_END

/* For jol_test_wait_until() only. */
typedef struct
{
  const char *file;
  int line;
  const char *fact;
  int seconds;
  gint64 end_us;
  guint tick_id;
} JolTestWait;

void jol_test_init (int *argc, char ***argv);
gpointer jol_test_share (gpointer object);
int jol_test_run (void) G_GNUC_WARN_UNUSED_RESULT;

char *jol_test_dup_path (const char *first, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *jol_test_read_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *jol_test_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_test_remove_folder (const char *path);

void jol_test_count_notify (gpointer object, const char *property, guint *count);

void jol_test_wait_begin (JolTestWait *wait, const char *file, int line, const char *fact);
void jol_test_wait_step (JolTestWait *wait);
void jol_test_wait_end (JolTestWait *wait);
