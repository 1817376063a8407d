/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reading-places.h"

typedef struct
{
  char *story;
  char *article;
  char *section;
  int offset;
} Place;

struct _JolReadingPlaces
{
  GPtrArray *places; /* of Place, the latest first */
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->story);
  g_free (place->article);
  g_free (place->section);
  g_free (place);
}

static Place *
create_place (const char *story, const char *article, const char *section, int offset)
{
  Place *place = g_new0 (Place, 1);

  place->story = g_strdup (story);
  place->article = g_strdup (article);
  place->section = g_strdup (section);
  place->offset = offset;
  return place;
}

static int
find_index (const JolReadingPlaces *self, const char *story, const char *article)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = self->places->pdata[i];

      if (g_str_equal (place->story, story) && g_str_equal (place->article, article))
        return (int) i;
    }
  return -1;
}

JolReadingPlaces *
jol_reading_places_new (void)
{
  JolReadingPlaces *self = g_new0 (JolReadingPlaces, 1);

  self->places = g_ptr_array_new_with_free_func (place_free);
  return self;
}

void
jol_reading_places_free (JolReadingPlaces *self)
{
  g_ptr_array_unref (self->places);
  g_free (self);
}

void
jol_reading_places_put (JolReadingPlaces *self,
                        const char *story,
                        const char *article,
                        const char *section,
                        int offset)
{
  Place *place;

  g_return_if_fail (self && story && article && section);

  /* What is given may be of the place that goes. */
  place = create_place (story, article, section, offset);
  jol_reading_places_forget (self, place->story, place->article);
  g_ptr_array_insert (self->places, 0, place);
  if (self->places->len > JOL_READING_PLACES_MAX)
    g_ptr_array_set_size (self->places, JOL_READING_PLACES_MAX);
}

void
jol_reading_places_forget (JolReadingPlaces *self, const char *story, const char *article)
{
  int index;

  g_return_if_fail (self && story && article);

  index = find_index (self, story, article);
  if (index >= 0)
    g_ptr_array_remove_index (self->places, (guint) index);
}

const char *
jol_reading_places_find (const JolReadingPlaces *self,
                         const char *story,
                         const char *article,
                         int *offset_out)
{
  const Place *place;
  int index;

  g_return_val_if_fail (self && story && article, NULL);

  index = find_index (self, story, article);
  if (index < 0)
    return NULL;

  place = self->places->pdata[index];
  *offset_out = place->offset;
  return place->section;
}

GVariant *
jol_reading_places_to_variant (const JolReadingPlaces *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (self, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (JOL_READING_PLACES_TYPE));
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = self->places->pdata[i];

      g_variant_builder_add (&builder, "(sssi)", place->story, place->article, place->section,
                             place->offset);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

void
jol_reading_places_take_from (JolReadingPlaces *self, GVariant *variant)
{
  GVariantIter iter;
  const char *story, *article, *section;
  int offset;

  g_return_if_fail (self);
  g_return_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (JOL_READING_PLACES_TYPE)));

  g_ptr_array_set_size (self->places, 0);
  g_variant_iter_init (&iter, variant);
  while (self->places->len < JOL_READING_PLACES_MAX &&
         g_variant_iter_next (&iter, "(&s&s&si)", &story, &article, &section, &offset))
    g_ptr_array_add (self->places, create_place (story, article, section, offset));
}
