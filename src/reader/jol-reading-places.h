/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of what JolReadingPlaces holds as a variant: story, article, section, characters from the
 * beginning of the section to what is at the top; the latest first. */
#define JOL_READING_PLACES_TYPE "a(sssi)"
#define JOL_READING_PLACES_MAX 100

/*
 * JolReadingPlaces: where articles were left, by the ids of story and article. A place is told from
 * the beginning of a section, so that it is near still when the text before has changed. The oldest
 * of too many are forgotten.
 */
typedef struct _JolReadingPlaces JolReadingPlaces;

JolReadingPlaces *jol_reading_places_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_reading_places_free (JolReadingPlaces *self);

void jol_reading_places_put (JolReadingPlaces *self,
                             const char *story,
                             const char *article,
                             const char *section,
                             int offset);
void jol_reading_places_forget (JolReadingPlaces *self, const char *story, const char *article);
/* The section's id, valid until the next change, or NULL. */
const char *jol_reading_places_find (const JolReadingPlaces *self,
                                     const char *story,
                                     const char *article,
                                     int *offset_out);

/* Not floating. */
GVariant *jol_reading_places_to_variant (const JolReadingPlaces *self) G_GNUC_WARN_UNUSED_RESULT;
/* Instead of what there was. */
void jol_reading_places_take_from (JolReadingPlaces *self, GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolReadingPlaces, jol_reading_places_free)

G_END_DECLS
