/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-subject-box.h"

#include "jol-claim.h"

/* In degrees, and of its own extent. */
#define MIN_MARGIN 1.5
#define MARGIN_SHARE 0.06
/* A degree of latitude is longer than one of longitude. */
#define LATITUDE_SHARE 0.8

JolBox
jol_subject_box (JolStory *story, JolEntity *entity)
{
  JolBox box = *jol_entity_get_box (entity);
  double margin;

  if (JOL_IS_CLAIM (entity))
    {
      const char *const *about = jol_claim_get_about (JOL_CLAIM (entity));

      for (guint i = 0; about[i]; i++)
        {
          JolEntity *thing = jol_story_lookup (story, about[i]);

          if (thing && !jol_box_is_empty (jol_entity_get_box (thing)))
            jol_box_add_box (&box, jol_entity_get_box (thing));
        }
    }
  if (jol_box_is_empty (&box))
    return box;

  margin = MAX (MIN_MARGIN, MAX (box.east - box.west, box.north - box.south) * MARGIN_SHARE);
  box.west = MAX (box.west - margin, -180.0);
  box.east = MIN (box.east + margin, 180.0);
  box.south = MAX (box.south - margin * LATITUDE_SHARE, -85.0);
  box.north = MIN (box.north + margin * LATITUDE_SHARE, 85.0);
  return box;
}
