/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tells the thread sanitizer of GLib's own synchronisation. Debian's GLib is built without the
 * sanitizer and its locks are futexes, so the sanitizer sees neither that a lock was held nor that
 * a task went from one thread to another, and would report every hand-over as a race. The functions
 * below stand before GLib's of the same names in all of a test (a program's own symbols come first
 * for every library), say what each does by its documentation, and call it. They add no locking:
 * what Jol does between them is raced or not as ever.
 *
 * Order: what was done before is released before the real call, what may be relied on is acquired
 * after it. A count of references does both, as GLib's atomic operations are full barriers.
 *
 * Not seen: what libraries do to memory of their own, and hand-overs inside of one library. Built
 * into tests by "./dev test --with thread" only.
 */
#define _GNU_SOURCE
#include "config.h"

#include <cairo.h>
#include <dlfcn.h>
#include <gio/gio.h>
#include <pthread.h>
#include <sanitizer/tsan_interface.h>
#include <unistd.h>

/* In a header's place: each stands for a function that GLib declares. */
#undef g_object_ref

#define REAL(name) ((__typeof__ (&name)) find_real (&name##_real, #name))
#define DECLARE_REAL(name) static gpointer name##_real

/* The address is the same for all that find it, so that no lock is needed, nor may one be. */
static gpointer
find_real (gpointer *cache, const char *name)
{
  gpointer real = __atomic_load_n (cache, __ATOMIC_RELAXED);

  if (!real)
    {
      real = dlsym (RTLD_NEXT, name);
      __atomic_store_n (cache, real, __ATOMIC_RELAXED);
    }
  return real;
}

/* ---- Locks ---- */

DECLARE_REAL (g_mutex_lock);
DECLARE_REAL (g_mutex_trylock);
DECLARE_REAL (g_mutex_unlock);
DECLARE_REAL (g_mutex_clear);
DECLARE_REAL (g_cond_wait);
DECLARE_REAL (g_cond_wait_until);

void
g_mutex_lock (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, __tsan_mutex_linker_init);
  REAL (g_mutex_lock) (mutex);
  __tsan_mutex_post_lock (mutex, __tsan_mutex_linker_init, 0);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean is_locked;

  __tsan_mutex_pre_lock (mutex, __tsan_mutex_linker_init | __tsan_mutex_try_lock);
  is_locked = REAL (g_mutex_trylock) (mutex);
  __tsan_mutex_post_lock (mutex,
                          __tsan_mutex_linker_init | __tsan_mutex_try_lock |
                              (is_locked ? 0 : __tsan_mutex_try_lock_failed),
                          0);
  return is_locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  REAL (g_mutex_unlock) (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

/* Its memory may become another lock. */
void
g_mutex_clear (GMutex *mutex)
{
  __tsan_mutex_destroy (mutex, __tsan_mutex_linker_init);
  REAL (g_mutex_clear) (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  REAL (g_cond_wait) (cond, mutex);
  __tsan_mutex_pre_lock (mutex, __tsan_mutex_linker_init);
  __tsan_mutex_post_lock (mutex, __tsan_mutex_linker_init, 0);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_us)
{
  gboolean was_woken;

  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  was_woken = REAL (g_cond_wait_until) (cond, mutex, end_us);
  __tsan_mutex_pre_lock (mutex, __tsan_mutex_linker_init);
  __tsan_mutex_post_lock (mutex, __tsan_mutex_linker_init, 0);
  return was_woken;
}

/* ---- What is made once: the reader's side is an atomic load in the caller, which is seen ---- */

DECLARE_REAL (g_once_init_leave);
DECLARE_REAL (g_once_init_enter);

gboolean (g_once_init_enter) (volatile void *location)
{
  const gboolean is_first = REAL (g_once_init_enter) (location);

  __tsan_acquire ((void *) location);
  return is_first;
}

void (g_once_init_leave) (volatile void *location, gsize result)
{
  __tsan_release ((void *) location);
  REAL (g_once_init_leave) (location, result);
}

/* ---- References: whoever drops the last one sees what all did before they dropped theirs ---- */

#define COUNT(type, name, ...)                                                                     \
  DECLARE_REAL (name);                                                                             \
  type (name) (__VA_ARGS__)                                                                        \
  {                                                                                                \
    __tsan_acquire ((void *) object);                                                              \
    __tsan_release ((void *) object);

#define REF(name, type)                                                                            \
  COUNT (type, name, type object) return REAL (name) (object);                                     \
  }
#define UNREF(name, type)                                                                          \
  COUNT (void, name, type object) REAL (name) (object);                                            \
  }

REF (g_object_ref, gpointer)
UNREF (g_object_unref, gpointer)
REF (g_bytes_ref, GBytes *)
UNREF (g_bytes_unref, GBytes *)
REF (g_ptr_array_ref, GPtrArray *)
UNREF (g_ptr_array_unref, GPtrArray *)
REF (g_array_ref, GArray *)
UNREF (g_array_unref, GArray *)
REF (g_hash_table_ref, GHashTable *)
UNREF (g_hash_table_unref, GHashTable *)
REF (g_atomic_rc_box_acquire, gpointer)
REF (cairo_surface_reference, cairo_surface_t *)
UNREF (cairo_surface_destroy, cairo_surface_t *)

COUNT (void, g_atomic_ref_count_inc, gatomicrefcount *object)
REAL (g_atomic_ref_count_inc) (object);
}

COUNT (gboolean, g_atomic_ref_count_dec, gatomicrefcount *object)
const gboolean is_last = REAL (g_atomic_ref_count_dec) (object);

__tsan_acquire (object);
return is_last;
}

/* Of the box whose last reference this thread is about to drop. */
static __thread GDestroyNotify clear_box;

static void
clear_box_seen (gpointer box)
{
  const GDestroyNotify clear = clear_box;

  __tsan_acquire (box);
  clear (box);
}

COUNT (void, g_atomic_rc_box_release_full, gpointer object, GDestroyNotify clear)
const GDestroyNotify outer = clear_box;

clear_box = clear;
REAL (g_atomic_rc_box_release_full) (object, clear_box_seen);
clear_box = outer;
}

/* ---- Classes: made under GLib's lock by whichever thread is the first, then read by all ---- */

DECLARE_REAL (g_object_new_with_properties);

static char classes;

static void
init_class_seen (gpointer class, gpointer init)
{
  __tsan_acquire (&classes);
  ((GClassInitFunc) init) (class, NULL);
  __tsan_release (&classes);
}

GType
g_type_register_static_simple (GType parent,
                               const char *name,
                               guint class_size,
                               GClassInitFunc class_init,
                               guint instance_size,
                               GInstanceInitFunc instance_init,
                               GTypeFlags flags)
{
  const GTypeInfo info = { .class_size = (guint16) class_size,
                           .class_init = class_init ? init_class_seen : NULL,
                           .class_data = class_init,
                           .instance_size = (guint16) instance_size,
                           .instance_init = instance_init };

  return g_type_register_static (parent, name, &info, flags);
}

GObject *
g_object_new_with_properties (GType type, guint n, const char *names[], const GValue values[])
{
  /* So that the class is there before its instance's own code runs. */
  const gpointer class = g_type_class_ref (type);
  GObject *object;

  __tsan_acquire (&classes);
  object = REAL (g_object_new_with_properties) (type, n, names, values);
  g_type_class_unref (class);
  return object;
}

gpointer
g_object_new (GType type, const char *first, ...)
{
  const gpointer class = g_type_class_ref (type);
  GObject *object;
  va_list args;

  __tsan_acquire (&classes);
  va_start (args, first);
  object = first ? g_object_new_valist (type, first, args)
                 : REAL (g_object_new_with_properties) (type, 0, NULL, NULL);
  va_end (args);
  g_type_class_unref (class);
  return object;
}

/* ---- The main loop: whoever hands in a result takes its lock, which is free while it waits ----
 */

/* In place of that lock, which cannot be seen. */
static pthread_mutex_t main_loop = PTHREAD_MUTEX_INITIALIZER;

/* The main thread itself may call back before it is done, and hand in the next from there. */
static void
begin_hand_in (void)
{
  if (gettid () != getpid ())
    pthread_mutex_lock (&main_loop);
}

static void
end_hand_in (void)
{
  if (gettid () != getpid ())
    pthread_mutex_unlock (&main_loop);
}

static void
meet_hand_in (void)
{
  pthread_mutex_lock (&main_loop);
  pthread_mutex_unlock (&main_loop);
}

static int
poll_seen (GPollFD *fds, guint n_fds, int timeout_ms)
{
  int n_ready;

  meet_hand_in ();
  n_ready = g_poll (fds, n_fds, timeout_ms);
  meet_hand_in ();
  return n_ready;
}

__attribute__ ((constructor)) static void
watch_main_loop (void)
{
  g_main_context_set_poll_func (NULL, poll_seen);
}

/* ---- Tasks: to a thread, and back with what it found ---- */

DECLARE_REAL (g_task_run_in_thread);
DECLARE_REAL (g_task_return_pointer);
DECLARE_REAL (g_task_return_boolean);
DECLARE_REAL (g_task_return_int);
DECLARE_REAL (g_task_return_error);
DECLARE_REAL (g_task_return_error_if_cancelled);
DECLARE_REAL (g_task_propagate_pointer);
DECLARE_REAL (g_task_propagate_boolean);
DECLARE_REAL (g_task_propagate_int);
DECLARE_REAL (g_main_context_invoke_full);

static void
run_seen (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GTaskThreadFunc run = g_object_get_data (G_OBJECT (task), "jol-test-tsan");

  __tsan_acquire (task);
  run (task, source, data, cancellable);
  __tsan_release (task);
  meet_hand_in ();
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc run)
{
  g_object_set_data (G_OBJECT (task), "jol-test-tsan", run);
  __tsan_release (task);
  REAL (g_task_run_in_thread) (task, run_seen);
}

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify destroy)
{
  __tsan_release (task);
  begin_hand_in ();
  REAL (g_task_return_pointer) (task, result, destroy);
  end_hand_in ();
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  __tsan_release (task);
  begin_hand_in ();
  REAL (g_task_return_boolean) (task, result);
  end_hand_in ();
}

void
g_task_return_int (GTask *task, gssize result)
{
  __tsan_release (task);
  begin_hand_in ();
  REAL (g_task_return_int) (task, result);
  end_hand_in ();
}

void
g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (task);
  begin_hand_in ();
  REAL (g_task_return_error) (task, error);
  end_hand_in ();
}

gboolean
g_task_return_error_if_cancelled (GTask *task)
{
  gboolean is_cancelled;

  __tsan_release (task);
  begin_hand_in ();
  is_cancelled = REAL (g_task_return_error_if_cancelled) (task);
  end_hand_in ();
  return is_cancelled;
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  __tsan_acquire (task);
  return REAL (g_task_propagate_pointer) (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  __tsan_acquire (task);
  return REAL (g_task_propagate_boolean) (task, error);
}

gssize
g_task_propagate_int (GTask *task, GError **error)
{
  __tsan_acquire (task);
  return REAL (g_task_propagate_int) (task, error);
}

/* ---- Pools of threads ---- */

DECLARE_REAL (g_thread_pool_new);
DECLARE_REAL (g_thread_pool_push);

typedef struct
{
  GFunc work;
  gpointer data;
} Pool;

static void
work_seen (gpointer item, gpointer data)
{
  const Pool *pool = data;

  __tsan_acquire (item);
  pool->work (item, pool->data);
}

/* The pool lives as long as the program: Jol ends none. */
GThreadPool *
g_thread_pool_new (GFunc work, gpointer data, int max, gboolean is_exclusive, GError **error)
{
  Pool *pool = g_new (Pool, 1);

  *pool = (Pool){ work, data };
  return REAL (g_thread_pool_new) (work_seen, pool, max, is_exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  __tsan_release (item);
  return REAL (g_thread_pool_push) (pool, item, error);
}

/* ---- Messages to the main loop ---- */

typedef struct
{
  GSourceFunc call;
  gpointer data;
  GDestroyNotify destroy;
} Message;

static gboolean
call_seen (gpointer data)
{
  const Message *message = data;

  __tsan_acquire (data);
  return message->call (message->data);
}

static void
destroy_seen (gpointer data)
{
  Message *message = data;

  __tsan_acquire (data);
  if (message->destroy)
    message->destroy (message->data);
  g_free (message);
}

void
g_main_context_invoke_full (GMainContext *context,
                            int priority,
                            GSourceFunc call,
                            gpointer data,
                            GDestroyNotify destroy)
{
  Message *message = g_new (Message, 1);

  *message = (Message){ call, data, destroy };
  __tsan_release (message);
  REAL (g_main_context_invoke_full) (context, priority, call_seen, message, destroy_seen);
}
