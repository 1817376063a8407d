/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"

G_BEGIN_DECLS

/*
 * Lettering on cairo: lays out text by Pango and draws it with its halo. Each thread has its own
 * font map, measurements and sprites, which end with the thread.
 *
 * A haloed text costs a hundred times a blit, and a map draws the same ones each frame. So where
 * px are known text is drawn once into a small image, a sprite, and then only copied, to whole
 * device px. Sprites are kept by what they show, up to a bound in bytes; the longest unused go
 * first.
 */

/* The faces of GNOME's desktops first, then one with every script of the region, then any. */
#define JOL_LETTERING_FAMILIES "Adwaita Sans, Inter, Cantarell, Noto Sans, Sans"

/* A text is straight, or along a polyline. Angle and points are relative to where it begins. */
typedef struct
{
  const char *text;
  const JolFont *font;
  double angle;     /* of a straight one, radians, clockwise */
  const double *xy; /* NULL for a straight one; x, y pairs */
  guint n_points;
  double start_px; /* along the polyline */
} JolLettering;

/* Draws on @cr at the point, in outlines and glyphs: for paper, and to make sprites. */
void jol_lettering_draw (const JolLettering *self, cairo_t *cr, double x, double y);
/* The same by a sprite made for @scale device px a picture px. The context has no rotation. */
void jol_lettering_stamp (const JolLettering *self, cairo_t *cr, double x, double y, double scale);

/* Between the two, on this thread, a text whose sprite is not there is left out once the time has
 * come, but never the first few. To make those of a whole map may take half a second. Returns
 * whether none was left out; else the frame is to be drawn again. */
#define JOL_LETTERING_MIN_SPRITES 24
void jol_lettering_begin_frame (gint64 deadline_us);
gboolean jol_lettering_end_frame (void);

/* What a text is drawn with, for who writes it by other means. Whether it leans; and whether it is
 * spaced: by how much after each letter, and how much more after a word. */
gboolean jol_lettering_is_slanted (const char *text, const JolFont *font);
gboolean jol_lettering_get_spacing (const char *text,
                                    const JolFont *font,
                                    double *letter_px_out,
                                    double *word_px_out);

/* Each letter of a text along a line, or several where they join: @text, the middle of its baseline
 * from the line's first point, and how it is turned. */
typedef void (
    *JolLetteringFunc) (const char *text, double x, double y, double angle, gpointer data);
void jol_lettering_each_cluster (const JolLettering *self, JolLetteringFunc func, gpointer data);

/* Bytes that this thread's sprites hold, and the most they may. */
#define JOL_LETTERING_MAX_BYTES (12 * 1024 * 1024)
gsize jol_lettering_get_bytes (void);

G_END_DECLS
