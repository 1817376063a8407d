/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-strip-scene.h"

G_BEGIN_DECLS

/*
 * JolStripReadout: a small panel that says what is under the pointer: a date with the value of each
 * band, or some events. It knows its size, and is put where there is room for it.
 */
typedef struct
{
  char *name;
  char *value;  /* at the right end, or NULL */
  char *remark; /* after the value: "estimated"; or NULL */
  gboolean has_swatch;
  JolColor swatch;
  gboolean is_strong;
} JolStripReadoutRow;

typedef struct
{
  JolTheme theme;
  GArray *rows; /* of JolStripReadoutRow */
  double width, height;
  double name_px, value_px, remark_px; /* of the columns */
  gboolean is_only_said;               /* nobody paints it, so it has no size and no name is cut */
} JolStripReadout;

/* @topic may be NULL: then only the date is said. */
JolStripReadout *jol_strip_readout_new_for_date (const JolStripTopic *topic,
                                                 const JolDate *date,
                                                 JolTheme theme) G_GNUC_WARN_UNUSED_RESULT;
/* The events of the tick, and of the others in its column. */
JolStripReadout *jol_strip_readout_new_for_tick (JolStory *story,
                                                 const JolStripScene *scene,
                                                 const JolStripTick *tick,
                                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;
void jol_strip_readout_free (JolStripReadout *self);

/* All it says, for who does not see it: "2013; CPC: 28.7 Mt, 40%; …" */
char *jol_strip_readout_to_text (const JolStripReadout *self) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a date at once, without the measuring of a panel. */
char *jol_strip_readout_describe_date (const JolStripTopic *topic,
                                       const JolDate *date) G_GNUC_WARN_UNUSED_RESULT;

/* Beside @x, its foot at @bottom, kept inside the box; where it is too high, lower. */
void jol_strip_readout_place (const JolStripReadout *self,
                              double x,
                              double bottom,
                              double box_left,
                              double box_top,
                              double box_right,
                              double *x_out,
                              double *y_out);
void jol_strip_readout_paint (const JolStripReadout *self, double x, double y, JolCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripReadout, jol_strip_readout_free)

G_END_DECLS
