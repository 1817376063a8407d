/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-basemap-labels.h"

#include "jol-basemap-private.h"
#include "jol-error.h"

#include <string.h>

#define MAX_ANGLE 360

struct _JolBasemapLabels
{
  JolBasemapLabel *labels;
  guint n_labels;
};

G_DEFINE_BOXED_TYPE (JolBasemapLabels,
                     jol_basemap_labels,
                     jol_basemap_labels_ref,
                     jol_basemap_labels_unref)

static void
labels_clear (gpointer data)
{
  JolBasemapLabels *self = data;

  for (guint i = 0; self->labels && i < self->n_labels; i++)
    g_clear_pointer (&self->labels[i].name, jol_text_unref);
  g_free (self->labels);
}

static int
compare_labels (const JolBasemapLabel *a, const JolBasemapLabel *b)
{
  if (a->min_zoom < b->min_zoom || a->min_zoom > b->min_zoom)
    return a->min_zoom < b->min_zoom ? -1 : 1;

  return (int) a->rank - (int) b->rank;
}

static gboolean
read_labels (JolBasemapLabels *self, JolJsonPositions *file, double unit, GError **error)
{
  const int size = (int) (1.0 / unit + 0.5);
  g_autofree int *kinds = NULL;
  g_autofree int *at = NULL;
  g_autofree int *zooms = NULL;
  g_autofree int *ranks = NULL;
  g_autofree int *angles = NULL;
  g_autofree guint *codes = NULL;
  g_autofree guint *names = NULL;
  guint n;

  kinds = jol_basemap_get_all_ints (file, 0, "kind", 0, JOL_N_BASEMAP_LABEL_KINDS - 1, &n, error);
  if (!kinds || !(at = jol_basemap_get_ints (file, 0, "at", 2 * n, 0, size, error)) ||
      !(zooms = jol_basemap_get_ints (file, 0, "zoom", n, 0, 240, error)) ||
      !(ranks = jol_basemap_get_ints (file, 0, "rank", n, 0, G_MAXUINT8, error)) ||
      !(angles = jol_basemap_get_ints (file, 0, "angle", n, -MAX_ANGLE, MAX_ANGLE, error)) ||
      !(codes = jol_basemap_get_column (file, 0, "a2", n, error)) ||
      !(names = jol_basemap_get_column (file, 0, "name", n, error)))
    return FALSE;

  self->labels = g_new0 (JolBasemapLabel, n);
  self->n_labels = n;
  for (guint i = 0; i < n; i++)
    {
      JolBasemapLabel *label = &self->labels[i];

      label->x = at[2 * i] * unit;
      label->y = at[2 * i + 1] * unit;
      label->min_zoom = (float) (zooms[i] / 10.0);
      label->rank = (guint8) ranks[i];
      label->kind = (guint8) kinds[i];
      label->angle = (float) angles[i];
      if (!jol_basemap_read_code (file, codes[i], label->a2, sizeof label->a2, error) ||
          !jol_basemap_read_text (file, names[i], &label->name, error))
        return FALSE;
      if (!label->name || (i > 0 && compare_labels (label - 1, label) > 0))
        {
          g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                       "Base map: label %u has no name or is out of order", i);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * jol_basemap_labels_new_from_data:
 * @data: a file of labels, as make-basemap.py writes it
 *
 * Returns: (transfer full): the labels, or NULL with an error of JOL_BASEMAP_ERROR
 */
JolBasemapLabels *
jol_basemap_labels_new_from_data (const char *data, gsize length, GError **error)
{
  g_autoptr (JolJsonPositions) file = NULL;
  g_autoptr (JolBasemapLabels) self = g_atomic_rc_box_new0 (JolBasemapLabels);
  double unit;

  g_return_val_if_fail (data || length == 0, NULL);

  file = jol_basemap_parse (data, length, "jol-basemap-labels", &unit, error);
  if (!file || !read_labels (self, file, unit, error))
    return NULL;

  return g_steal_pointer (&self);
}

JolBasemapLabels *
jol_basemap_labels_new_merged (const JolBasemapLabels *a, const JolBasemapLabels *b)
{
  JolBasemapLabels *self;
  guint i = 0, j = 0;

  g_return_val_if_fail (a && b, NULL);

  self = g_atomic_rc_box_new0 (JolBasemapLabels);
  self->n_labels = a->n_labels + b->n_labels;
  self->labels = g_new (JolBasemapLabel, self->n_labels);
  for (guint n = 0; n < self->n_labels; n++)
    {
      gboolean from_a = j == b->n_labels ||
                        (i < a->n_labels && compare_labels (&a->labels[i], &b->labels[j]) <= 0);

      self->labels[n] = from_a ? a->labels[i++] : b->labels[j++];
      jol_text_ref (self->labels[n].name);
    }

  return self;
}

JolBasemapLabels *
jol_basemap_labels_ref (JolBasemapLabels *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_basemap_labels_unref (JolBasemapLabels *self)
{
  g_atomic_rc_box_release_full (self, labels_clear);
}

const JolBasemapLabel *
jol_basemap_labels_get (const JolBasemapLabels *self, guint *n_out)
{
  g_return_val_if_fail (self && n_out, NULL);

  *n_out = self->n_labels;
  return self->labels;
}

guint
jol_basemap_labels_count_to_zoom (const JolBasemapLabels *self, double zoom)
{
  guint low = 0, high;

  g_return_val_if_fail (self, 0);

  high = self->n_labels;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      /* Zooms are kept as float: 4.7 read and 4.7 asked must be equal. */
      if (self->labels[middle].min_zoom <= (float) zoom)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const JolBasemapLabel *
jol_basemap_labels_find_country (const JolBasemapLabels *self, const char *a2)
{
  g_return_val_if_fail (self && a2, NULL);

  for (guint i = 0; i < self->n_labels; i++)
    if (self->labels[i].kind == JOL_BASEMAP_COUNTRY && strcmp (self->labels[i].a2, a2) == 0)
      return &self->labels[i];

  return NULL;
}

const char *
jol_basemap_pick_name (const JolText *name, const char *language)
{
  static const char *const cyrillic[] = { "kk", "ky", "tg" };
  const char *text = jol_text_lookup (name, language);

  for (guint i = 0; !text && language && i < G_N_ELEMENTS (cyrillic); i++)
    if (strncmp (language, cyrillic[i], 2) == 0 && !g_ascii_isalpha (language[2]))
      text = jol_text_lookup (name, "ru");

  return text ? text : jol_text_get (name, language);
}

const char *
jol_basemap_label_get_name (const JolBasemapLabel *self, const char *language)
{
  g_return_val_if_fail (self, NULL);

  return jol_basemap_pick_name (self->name, language);
}
