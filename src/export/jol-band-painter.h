/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * JolBandPainter: paints a picture in bands of rows, so that one of any size takes little memory,
 * and by as many threads as there are processors. How it is cut depends on its size alone, so the
 * same picture has the same bytes on every machine.
 */
typedef struct _JolBandPainter JolBandPainter;

/* In px of the device. */
typedef struct
{
  int y;
  int n_rows;
  gboolean is_last;
} JolBand;

/* Paints what is in a band. @cr's unit is the px of the device and its origin that of the whole
 * picture; what is outside the band is cut off. */
typedef void (*JolBandPaintFunc) (cairo_t *cr, const JolBand *band, gpointer data);

/* The layers of a picture from the ground up, each of them or NULL. */
typedef struct
{
  JolBandPaintFunc ground; /* any thread, before the rest is known */
  JolBandPaintFunc middle; /* any thread */
  JolBandPaintFunc top;    /* the thread that runs the painter, for text: a second thread would load
                              all fonts again */
} JolBandLayers;

/* What becomes of a band that is painted. */
typedef struct
{
  gpointer (*pack) (cairo_surface_t *surface, const JolBand *band, gpointer data, GError **error);
  /* In order and in the thread that runs the painter. Takes @packed. */
  gboolean (*take) (gpointer packed, const JolBand *band, gpointer data, GError **error);
  GDestroyNotify packed_free;
} JolBandSink;

/* How much is done, from 0 to 1. */
typedef void (*JolProgressFunc) (double done, gpointer data);

/* Who waits for long work: is told how far it is, and may call it off. Members may be NULL, and so
 * may a pointer to all. */
typedef struct
{
  GCancellable *cancellable;
  JolProgressFunc func; /* in the thread that works */
  gpointer data;
} JolProgress;

/* Begins with the ground at once. @layers is copied; @data must live as long. */
JolBandPainter *jol_band_painter_new (cairo_format_t format,
                                      int width,
                                      int height,
                                      const JolBandLayers *layers,
                                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* Waits until no thread paints any more. */
void jol_band_painter_free (JolBandPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolBandPainter, jol_band_painter_free)

/* Paints the rest and hands it to @sink. Once. */
gboolean jol_band_painter_run (JolBandPainter *self,
                               const JolBandSink *sink,
                               gpointer sink_data,
                               const JolProgress *progress,
                               GError **error);

G_END_DECLS
