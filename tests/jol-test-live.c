/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GObject itself counts instances only in a build of its own. What every class chains up to, the
 * base class's constructed() and finalize(), is set to ours instead, before a class of Jol's or of
 * its libraries has copied them.
 */
#include "config.h"

#include "jol-test-live.h"

#include <glib-object.h>

#define PREFIX "Jol"

typedef struct
{
  guint n_alive;
  guint n_made;
  gboolean is_excused;
} Count;

/* Of these, one lives as long as the program: the base map, which every view shares. */
static const char *const lifelong[] = { "JolBasemap", NULL };

static GMutex mutex;
static GHashTable
    *counts; /* name of a type → Count; under the mutex, as threads make objects too */
static void (*parent_constructed) (GObject *object);
static void (*parent_finalize) (GObject *object);

static Count *
get_count (const char *type_name)
{
  Count *count = g_hash_table_lookup (counts, type_name);

  if (!count)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, (gpointer) type_name, count);
    }
  return count;
}

static gboolean
is_ours (GObject *object)
{
  return g_str_has_prefix (G_OBJECT_TYPE_NAME (object), PREFIX);
}

static void
constructed (GObject *object)
{
  if (is_ours (object))
    {
      Count *count;

      g_mutex_lock (&mutex);
      count = get_count (G_OBJECT_TYPE_NAME (object));
      count->n_alive++;
      count->n_made++;
      g_mutex_unlock (&mutex);
    }
  parent_constructed (object);
}

static void
finalize (GObject *object)
{
  if (is_ours (object))
    {
      g_mutex_lock (&mutex);
      get_count (G_OBJECT_TYPE_NAME (object))->n_alive--;
      g_mutex_unlock (&mutex);
    }
  parent_finalize (object);
}

/**
 * jol_test_live_begin:
 *
 * Begins to count. To be called before the first object is made; further calls do nothing.
 */
void
jol_test_live_begin (void)
{
  GObjectClass *base;

  if (counts)
    return;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  base = g_type_class_ref (G_TYPE_OBJECT);
  parent_constructed = base->constructed;
  parent_finalize = base->finalize;
  base->constructed = constructed;
  base->finalize = finalize;
}

/**
 * jol_test_live_excuse:
 * @type_name: (static): of a class of Jol's
 *
 * From now on counts no object of that class: for what a library keeps by a fault of its own.
 */
void
jol_test_live_excuse (const char *type_name)
{
  g_mutex_lock (&mutex);
  get_count (type_name)->is_excused = TRUE;
  g_mutex_unlock (&mutex);
}

/**
 * jol_test_live_count:
 * @type_name: of a class of Jol's, or NULL for all of them
 *
 * Returns: how many objects of that very class are alive, but for one that lives as long as the
 * program
 */
guint
jol_test_live_count (const char *type_name)
{
  GHashTableIter iter;
  gpointer name, count;
  guint n = 0;

  g_mutex_lock (&mutex);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &name, &count))
    {
      guint n_alive = ((Count *) count)->n_alive;

      if (n_alive > 0 && g_strv_contains (lifelong, name))
        n_alive--;
      if (((Count *) count)->is_excused)
        n_alive = 0;
      if (!type_name || g_str_equal (name, type_name))
        n += n_alive;
    }
  g_mutex_unlock (&mutex);
  return n;
}

/**
 * jol_test_live_to_string:
 *
 * Returns: (transfer full): each class that was made, with how many of it are alive and were made
 */
char *
jol_test_live_to_string (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GList) names = NULL;

  g_mutex_lock (&mutex);
  names = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) g_strcmp0);
  for (GList *at = names; at; at = at->next)
    {
      const Count *count = get_count (at->data);

      g_string_append_printf (text, "%s%s %u/%u", text->len ? ", " : "", (const char *) at->data,
                              count->n_alive, count->n_made);
    }
  g_mutex_unlock (&mutex);
  return g_string_free (text, FALSE);
}
