/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"

G_BEGIN_DECLS

/* Pieces of SVG that its canvas is put together from. Each appends to a text. */

/* A number to a hundredth, without trailing zeros, by no locale. */
void jol_svg_append_number (GString *out, double value);
/* Text as content or value of an attribute. What XML cannot hold is left out. */
void jol_svg_append_escaped (GString *out, const char *text);
/* ` name="value"`, escaped. */
void jol_svg_append_attribute (GString *out, const char *name, const char *value);
void jol_svg_append_number_attribute (GString *out, const char *name, double value);
/* ` fill="#rrggbb"`, and its opacity when it has one; @name is "fill" or "stroke". */
void jol_svg_append_paint (GString *out, const char *name, const JolColor *color);
void jol_svg_append_stroke (GString *out, const JolStroke *stroke);
/* `<title>…</title>` of that @name; nothing without a text. */
void jol_svg_append_element (GString *out, const char *name, const char *text);

/* Elements of text, as jol_canvas_text() and jol_canvas_text_on_path(). */
void jol_svg_append_text (GString *out,
                          const char *text,
                          const JolFont *font,
                          double x,
                          double y,
                          double angle,
                          JolAnchor anchor);
void jol_svg_append_text_on_path (GString *out,
                                  const char *text,
                                  const JolFont *font,
                                  const double *xy,
                                  guint n_points,
                                  double start_px);

G_END_DECLS
