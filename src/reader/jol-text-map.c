/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-text-map.h"

typedef struct
{
  guint section;
  guint offset;
  int place;
} Stretch;

struct _JolTextMap
{
  GArray *stretches; /* of Stretch, in the order of the text */
};

JolTextMap *
jol_text_map_new (void)
{
  JolTextMap *self = g_new0 (JolTextMap, 1);

  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return self;
}

void
jol_text_map_free (JolTextMap *self)
{
  g_array_unref (self->stretches);
  g_free (self);
}

void
jol_text_map_add (JolTextMap *self, guint section, guint offset, int place)
{
  Stretch stretch = { section, offset, place };

  g_array_append_val (self->stretches, stretch);
}

int
jol_text_map_find (const JolTextMap *self, guint section, guint offset, int end)
{
  guint low = 0, high = self->stretches->len;
  const Stretch *at;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      at = &g_array_index (self->stretches, Stretch, middle);
      if (at->section < section || (at->section == section && at->offset <= offset))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return 0;

  at = &g_array_index (self->stretches, Stretch, low - 1);
  if (low < self->stretches->len)
    end = g_array_index (self->stretches, Stretch, low).place;
  return MIN (at->place + (int) (offset - at->offset), end);
}
