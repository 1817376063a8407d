/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-label-placer.h"
#include "jol-scene-builder-private.h"

G_BEGIN_DECLS

/* That is kept for a city which will have a summit. */
typedef struct
{
  JolWorldPoint at;
  guint reservation;
} JolNameRoom;

/* One placement of all names of a scene, while it is being made. Each kind of thing is named in a
 * file of its own; who is named when, and so who has the first choice, says jol-scene-names.c. */
typedef struct
{
  const JolSceneContent *content;
  const JolSceneQuestion *question;
  JolLabelPlacer *placer;
  JolSceneNames *names;
  GArray *labels;     /* of JolSceneLabel */
  GHashTable *before; /* key → Before: names of the last placement that may stay */
  GArray *rooms;      /* of JolNameRoom */
  double size_px;     /* of the world */
} JolNaming;

/* What a name is of: the same in every placement. */
typedef struct
{
  JolLabelKind kind;
  const char *id;   /* of a feature of the story, or NULL */
  JolWorldPoint at; /* else where it is */
  guint piece;      /* of a line that is named more than once */
} JolNameKey;

typedef struct
{
  const JolSceneLabel *label;
  guint reservation;
} JolNameBefore;

/* Where it was, if it was placed and is as large as it was; its reservation ends. Or NULL. */
const JolSceneLabel *
jol_naming_recall (JolNaming *self, const JolNameKey *key, const JolLabelSize *size);
JolSceneLabel *jol_naming_add (JolNaming *self,
                               const JolNameKey *key,
                               const char *text,
                               const JolFont *font,
                               const JolWorldPoint *at,
                               const JolLabelSize *size);
/* Along a line; whether it has a place. @before as jol_naming_recall() says. */
gboolean jol_naming_add_along (JolNaming *self,
                               const JolNameKey *key,
                               const char *text,
                               const JolFont *font,
                               const JolLabelLine *line);
void jol_naming_measure (const char *text, const JolFont *font, JolLabelSize *size_out);
double *jol_naming_scale_line (const JolNaming *self,
                               const JolWorldPoint *points,
                               guint n_points); /* x, y pairs in px of the world */

/* And what belongs to them. */
void jol_naming_name_selected_places (JolNaming *self);
void jol_naming_name_places (JolNaming *self);
void jol_naming_name_selected_routes (JolNaming *self);
void jol_naming_name_routes (JolNaming *self);
/* Keeps room for the summit cities that have had no summit yet: when they do, nothing jumps. */
void jol_naming_keep_room (JolNaming *self);
void jol_naming_name_base (JolNaming *self);
void jol_naming_name_rivers (JolNaming *self);

/* Whether a point of the base map is where the story is. */
gboolean jol_naming_is_near_story (const JolNaming *self, double x, double y);

G_END_DECLS
