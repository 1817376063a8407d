/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything the store can hold is a slot. A slot is filled once, by whichever thread asks first,
 * without the lock; others that want it meanwhile wait for the condition. One lock guards all
 * slots: it is held only to look, and never while another is taken.
 */
#include "config.h"
#include "jol-basemap.h"

#include "jol-error.h"

typedef enum
{
  SLOT_LEVEL, /* one for each detail */
  SLOT_LABELS = SLOT_LEVEL + JOL_N_BASEMAP_DETAILS,
  SLOT_COUNTRIES = SLOT_LABELS + JOL_N_BASEMAP_DETAILS,
  SLOT_SMALL_RELIEF,
  SLOT_RELIEF,
  N_SLOTS,
} SlotId;

typedef struct
{
  gpointer value; /* a g_atomic_rc_box */
  GError *error;  /* kept: what is not in the program will not come */
  gboolean is_loading;
} Slot;

struct _JolBasemap
{
  GObject parent_instance;

  char *prefix;
  GMutex lock; /* of slots */
  GCond filled;
  Slot slots[N_SLOTS];
};

G_DEFINE_FINAL_TYPE (JolBasemap, jol_basemap, G_TYPE_OBJECT)

#define LEVEL_FUNCS (GBoxedCopyFunc) jol_basemap_level_ref, (GDestroyNotify) jol_basemap_level_unref
#define LABELS_FUNCS                                                                               \
  (GBoxedCopyFunc) jol_basemap_labels_ref, (GDestroyNotify) jol_basemap_labels_unref
#define RELIEF_FUNCS                                                                               \
  (GBoxedCopyFunc) jol_basemap_relief_ref, (GDestroyNotify) jol_basemap_relief_unref

static const struct
{
  const char *file;
  GBoxedCopyFunc ref;
  GDestroyNotify unref;
} slot_rows[N_SLOTS] = {
  [SLOT_LEVEL + JOL_BASEMAP_110M] = { "level-110m.json", LEVEL_FUNCS },
  [SLOT_LEVEL + JOL_BASEMAP_50M] = { "level-50m.json", LEVEL_FUNCS },
  [SLOT_LEVEL + JOL_BASEMAP_10M] = { "level-10m.json", LEVEL_FUNCS },
  [SLOT_LABELS + JOL_BASEMAP_110M] = { "labels-110m.json", LABELS_FUNCS },
  [SLOT_LABELS + JOL_BASEMAP_50M] = { "labels-50m.json", LABELS_FUNCS },
  [SLOT_LABELS + JOL_BASEMAP_10M] = { "labels-10m.json", LABELS_FUNCS },
  [SLOT_COUNTRIES] = { "countries.json", LABELS_FUNCS },
  [SLOT_SMALL_RELIEF] = { "relief-small.pgm", RELIEF_FUNCS },
  [SLOT_RELIEF] = { "relief.pgm", RELIEF_FUNCS },
};

static gpointer load_slot (JolBasemap *self, SlotId id, GError **error);

static gpointer
read_slot (JolBasemap *self, SlotId id, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", self->prefix, slot_rows[id].file);
  g_autoptr (GError) resource_error = NULL;
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &resource_error);
  g_autoptr (JolBasemapLabels) labels = NULL;
  g_autoptr (JolBasemapLabels) countries = NULL;
  gconstpointer data;
  gsize length;

  if (!bytes)
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_MISSING, "Base map: %s",
                   resource_error->message);
      return NULL;
    }

  data = g_bytes_get_data (bytes, &length);
  if (id < SLOT_LABELS)
    return jol_basemap_level_new_from_data (data, length, error);
  if (id == SLOT_SMALL_RELIEF || id == SLOT_RELIEF)
    return jol_basemap_relief_new (bytes, error);

  labels = jol_basemap_labels_new_from_data (data, length, error);
  if (!labels || id == SLOT_COUNTRIES)
    return g_steal_pointer (&labels);
  /* Names of countries are the same at every detail. */
  countries = load_slot (self, SLOT_COUNTRIES, error);
  if (!countries)
    return NULL;

  return jol_basemap_labels_new_merged (countries, labels);
}

static gpointer
load_slot (JolBasemap *self, SlotId id, GError **error)
{
  Slot *slot = &self->slots[id];
  gpointer value = NULL;

  g_mutex_lock (&self->lock);
  while (slot->is_loading)
    g_cond_wait (&self->filled, &self->lock);

  if (!slot->value && !slot->error)
    {
      GError *own_error = NULL;

      slot->is_loading = TRUE;
      g_mutex_unlock (&self->lock);
      value = read_slot (self, id, &own_error);
      g_mutex_lock (&self->lock);

      slot->value = value;
      slot->error = own_error;
      slot->is_loading = FALSE;
      g_cond_broadcast (&self->filled);
    }

  value = slot->value ? slot_rows[id].ref (slot->value) : NULL;
  if (!value)
    g_propagate_error (error, g_error_copy (slot->error));
  g_mutex_unlock (&self->lock);

  return value;
}

static gpointer
lookup_slot (JolBasemap *self, SlotId id)
{
  gpointer value;

  g_mutex_lock (&self->lock);
  value = self->slots[id].value ? slot_rows[id].ref (self->slots[id].value) : NULL;
  g_mutex_unlock (&self->lock);

  return value;
}

/* The coarser levels share one of half the size, whose own half is made in a quarter of the time.
 */
static SlotId
relief_slot (JolBasemapDetail detail)
{
  return detail == JOL_BASEMAP_10M ? SLOT_RELIEF : SLOT_SMALL_RELIEF;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SlotId id = GPOINTER_TO_UINT (task_data);
  GError *error = NULL;
  gpointer value;

  if (g_task_return_error_if_cancelled (task))
    return;

  value = load_slot (source, id, &error);
  if (value)
    g_task_return_pointer (task, value, slot_rows[id].unref);
  else
    g_task_return_error (task, error);
}

static void
load_slot_async (JolBasemap *self,
                 SlotId id,
                 gpointer tag,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  gpointer value = lookup_slot (self, id);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, GUINT_TO_POINTER (id), NULL);
  /* No thread for what is there: the callback still comes from the main loop. */
  if (value)
    g_task_return_pointer (task, value, slot_rows[id].unref);
  else
    g_task_run_in_thread (task, load_in_thread);
}

static void
jol_basemap_finalize (GObject *object)
{
  JolBasemap *self = JOL_BASEMAP (object);

  for (guint i = 0; i < N_SLOTS; i++)
    {
      g_clear_pointer (&self->slots[i].value, slot_rows[i].unref);
      g_clear_error (&self->slots[i].error);
    }
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->filled);
  g_free (self->prefix);

  G_OBJECT_CLASS (jol_basemap_parent_class)->finalize (object);
}

static void
jol_basemap_class_init (JolBasemapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jol_basemap_finalize;
}

static void
jol_basemap_init (JolBasemap *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->filled);
}

/* The base map inside the program. */
JolBasemap *
jol_basemap_get_default (void)
{
  static JolBasemap *basemap;

  if (g_once_init_enter (&basemap))
    g_once_init_leave (&basemap, jol_basemap_new (RESOURCE_PATH "/basemap"));

  return basemap;
}

/**
 * jol_basemap_new:
 * @resource_prefix: the folder of the files in the program's resources, without a slash at its end
 *
 * Returns: (transfer full): a store that has read nothing yet
 */
JolBasemap *
jol_basemap_new (const char *resource_prefix)
{
  JolBasemap *self;

  g_return_val_if_fail (resource_prefix, NULL);

  self = g_object_new (JOL_TYPE_BASEMAP, NULL);
  self->prefix = g_strdup (resource_prefix);
  return self;
}

JolBasemapDetail
jol_basemap_level_for_zoom (double zoom)
{
  if (zoom < 3.5)
    return JOL_BASEMAP_110M;

  return zoom < 5.5 ? JOL_BASEMAP_50M : JOL_BASEMAP_10M;
}

JolBasemapLevel *
jol_basemap_load_level (JolBasemap *self, JolBasemapDetail detail, GError **error)
{
  g_return_val_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS, NULL);

  return load_slot (self, SLOT_LEVEL + detail, error);
}

JolBasemapLevel *
jol_basemap_lookup_level (JolBasemap *self, JolBasemapDetail detail)
{
  g_return_val_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS, NULL);

  return lookup_slot (self, SLOT_LEVEL + detail);
}

void
jol_basemap_load_level_async (JolBasemap *self,
                              JolBasemapDetail detail,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS);

  load_slot_async (self, SLOT_LEVEL + detail, jol_basemap_load_level_async, cancellable, callback,
                   user_data);
}

JolBasemapLevel *
jol_basemap_load_level_finish (JolBasemap *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, jol_basemap_load_level_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

JolBasemapLabels *
jol_basemap_load_labels (JolBasemap *self, JolBasemapDetail detail, GError **error)
{
  g_return_val_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS, NULL);

  return load_slot (self, SLOT_LABELS + detail, error);
}

JolBasemapLabels *
jol_basemap_lookup_labels (JolBasemap *self, JolBasemapDetail detail)
{
  g_return_val_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS, NULL);

  return lookup_slot (self, SLOT_LABELS + detail);
}

void
jol_basemap_load_labels_async (JolBasemap *self,
                               JolBasemapDetail detail,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS);

  load_slot_async (self, SLOT_LABELS + detail, jol_basemap_load_labels_async, cancellable, callback,
                   user_data);
}

JolBasemapLabels *
jol_basemap_load_labels_finish (JolBasemap *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, jol_basemap_load_labels_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

JolBasemapRelief *
jol_basemap_load_relief (JolBasemap *self, JolBasemapDetail detail, GError **error)
{
  g_return_val_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS, NULL);

  return load_slot (self, relief_slot (detail), error);
}

JolBasemapRelief *
jol_basemap_lookup_relief (JolBasemap *self, JolBasemapDetail detail)
{
  g_return_val_if_fail (JOL_IS_BASEMAP (self) && detail < JOL_N_BASEMAP_DETAILS, NULL);

  return lookup_slot (self, relief_slot (detail));
}
