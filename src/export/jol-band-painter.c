/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each band goes through the same steps: ground, middle, top, packing, taking. Whoever is free does
 * the next step of the lowest band that has one for them, so bands end in order, and those that
 * wait are few. Only top and taking belong to the thread that runs the painter, which helps with
 * the rest while it has neither.
 */
#include "config.h"

#include "jol-band-painter.h"

#include "jol-error.h"

/* A band is an eighth of the picture, within these: smaller ones paint what crosses their edges too
 * often, larger ones take memory (16 MiB each). */
#define N_BANDS 8
#define MIN_BAND_PX (1 << 19)
#define MAX_BAND_PX (1 << 22)
/* So many bytes may be between ground and packing, or three bands if they are more. */
#define MAX_BYTES (64 << 20)
#define MAX_THREADS 8

typedef enum
{
  STEP_GROUND,
  STEP_MIDDLE,
  STEP_TOP,
  STEP_PACK,
  STEP_TAKE,
} Step;

typedef struct
{
  JolBand band;
  cairo_surface_t *surface; /* from the ground to packing */
  gpointer packed;
  Step next;
  gboolean is_busy;
} Slot;

struct _JolBandPainter
{
  cairo_format_t format;
  int width;
  JolBandLayers layers;
  gpointer data;
  JolBandSink sink; /* of nothing until it runs */
  gpointer sink_data;

  GThread *threads[MAX_THREADS];
  guint n_threads;
  GMutex lock; /* over what follows */
  GCond changed;
  Slot *slots;
  guint n_slots;
  guint first;   /* the lowest band that is not taken */
  guint n_begun; /* bands that have or had a surface */
  guint n_held;  /* bands that have one */
  guint max_held;
  gboolean is_over;
  GError *error;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

static gboolean
may_do (const JolBandPainter *self, const Slot *slot, gboolean is_runner)
{
  if (slot->is_busy)
    return FALSE;

  switch (slot->next)
    {
    case STEP_GROUND:
      return self->n_held < self->max_held;
    case STEP_MIDDLE:
    case STEP_PACK:
      return self->sink.pack != NULL;
    case STEP_TOP:
    case STEP_TAKE:
    default:
      return is_runner && self->sink.pack;
    }
}

static gboolean
is_runners_own (const Slot *slot)
{
  return !slot->is_busy && slot->next == STEP_TOP;
}

/* The lowest band with a step to do, or NULL. */
static Slot *
find_slot (JolBandPainter *self, gboolean is_runner)
{
  /* Nobody else writes text, so that comes before helping. */
  if (is_runner && self->slots[self->first].next != STEP_TAKE)
    for (guint i = self->first; i < self->n_begun; i++)
      if (is_runners_own (&self->slots[i]))
        return &self->slots[i];

  for (guint i = self->first; i < self->n_slots && i <= self->n_begun; i++)
    if (may_do (self, &self->slots[i], is_runner) &&
        (self->slots[i].next != STEP_TAKE || i == self->first))
      return &self->slots[i];

  return NULL;
}

static gboolean
paint (JolBandPainter *self, Slot *slot, JolBandPaintFunc func, GError **error)
{
  g_autoptr (cairo_t) cr = NULL;
  cairo_status_t status;

  if (!slot->surface)
    {
      slot->surface = cairo_image_surface_create (self->format, self->width, slot->band.n_rows);
      cairo_surface_set_device_offset (slot->surface, 0.0, -slot->band.y);
    }
  cr = cairo_create (slot->surface);
  if (func)
    func (cr, &slot->band, self->data);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                       cairo_status_to_string (status));
  return FALSE;
}

static gboolean
do_step (JolBandPainter *self, Slot *slot, GError **error)
{
  switch (slot->next)
    {
    case STEP_GROUND:
      return paint (self, slot, self->layers.ground, error);
    case STEP_MIDDLE:
      return paint (self, slot, self->layers.middle, error);
    case STEP_TOP:
      return paint (self, slot, self->layers.top, error);
    case STEP_PACK:
      cairo_surface_flush (slot->surface);
      slot->packed = self->sink.pack (slot->surface, &slot->band, self->sink_data, error);
      return slot->packed != NULL;
    case STEP_TAKE:
    default:
      return self->sink.take (g_steal_pointer (&slot->packed), &slot->band, self->sink_data, error);
    }
}

/* With the lock, which is given up meanwhile. */
static void
work_on (JolBandPainter *self, Slot *slot)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  slot->is_busy = TRUE;
  if (slot->next == STEP_GROUND)
    {
      self->n_held++;
      self->n_begun++;
    }

  g_mutex_unlock (&self->lock);
  is_done = do_step (self, slot, &error);
  g_mutex_lock (&self->lock);

  slot->is_busy = FALSE;
  if (!is_done)
    {
      if (!self->error)
        self->error = g_steal_pointer (&error);
      self->is_over = TRUE;
    }
  else if (slot->next == STEP_TAKE)
    {
      self->first++;
    }
  else
    {
      if (slot->next == STEP_PACK)
        {
          g_clear_pointer (&slot->surface, cairo_surface_destroy);
          self->n_held--;
        }
      slot->next++;
    }
  g_cond_broadcast (&self->changed);
}

static gpointer
help (gpointer data)
{
  JolBandPainter *self = data;

  g_mutex_lock (&self->lock);
  while (!self->is_over)
    {
      Slot *slot = self->first < self->n_slots ? find_slot (self, FALSE) : NULL;

      if (slot)
        work_on (self, slot);
      else
        g_cond_wait (&self->changed, &self->lock);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

static void
stop (JolBandPainter *self)
{
  g_mutex_lock (&self->lock);
  self->is_over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);

  for (guint i = 0; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);
  self->n_threads = 0;
}

static void
cut (JolBandPainter *self, int height)
{
  const gint64 n_px = (gint64) self->width * height;
  const gint64 band_px = CLAMP (n_px / N_BANDS, MIN_BAND_PX, MAX_BAND_PX);
  const int n_rows = (int) MAX (band_px / self->width, 1);

  self->n_slots = (guint) ((height + n_rows - 1) / n_rows);
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    {
      const int y = (int) i * n_rows;

      self->slots[i].band = (JolBand){ y, MIN (n_rows, height - y), i + 1 == self->n_slots };
    }
  self->max_held = MAX ((guint) (MAX_BYTES / (4 * (gint64) n_rows * self->width)), 3);
}

JolBandPainter *
jol_band_painter_new (cairo_format_t format,
                      int width,
                      int height,
                      const JolBandLayers *layers,
                      gpointer data)
{
  JolBandPainter *self;
  guint n_threads;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_new0 (JolBandPainter, 1);
  self->format = format;
  self->width = width;
  self->layers = *layers;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  cut (self, height);

  n_threads = CLAMP (g_get_num_processors () - 1, 1, MIN (self->n_slots, MAX_THREADS));
  for (guint i = 0; i < n_threads; i++)
    self->threads[self->n_threads++] = g_thread_new ("jol-band", help, self);

  return self;
}

void
jol_band_painter_free (JolBandPainter *self)
{
  stop (self);
  for (guint i = 0; i < self->n_slots; i++)
    {
      g_clear_pointer (&self->slots[i].surface, cairo_surface_destroy);
      if (self->slots[i].packed)
        self->sink.packed_free (self->slots[i].packed);
    }
  g_clear_error (&self->error);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self->slots);
  g_free (self);
}

gboolean
jol_band_painter_run (JolBandPainter *self,
                      const JolBandSink *sink,
                      gpointer sink_data,
                      const JolProgress *progress,
                      GError **error)
{
  GCancellable *cancellable = progress ? progress->cancellable : NULL;
  guint n_told = 0;

  g_return_val_if_fail (!self->sink.pack, FALSE);

  g_mutex_lock (&self->lock);
  self->sink = *sink;
  self->sink_data = sink_data;
  g_cond_broadcast (&self->changed);
  while (!self->is_over && self->first < self->n_slots)
    {
      Slot *slot = find_slot (self, TRUE);

      if (slot)
        work_on (self, slot);
      else
        g_cond_wait (&self->changed, &self->lock);

      if (progress && progress->func && self->first > n_told)
        {
          n_told = self->first;
          g_mutex_unlock (&self->lock);
          progress->func ((double) n_told / self->n_slots, progress->data);
          g_mutex_lock (&self->lock);
        }
      if (!self->error && g_cancellable_set_error_if_cancelled (cancellable, &self->error))
        self->is_over = TRUE;
    }
  g_mutex_unlock (&self->lock);
  stop (self);

  if (!self->error)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
