/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-palette.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define JOL_TEXT_SIZE_MIN 50
#define JOL_TEXT_SIZE_MAX 300
#define JOL_TEXT_SIZE_NORMAL 100

/*
 * JolReaderStyle: how a person wants to read. It knows no widget; whoever shows a text follows it.
 *
 * Properties, all to be set and kept by whoever has settings:
 *   text-size (int): per cent of the desktop's, JOL_TEXT_SIZE_MIN to _MAX.
 *   text-width (string): "narrow", "normal" or "wide": of the lines.
 *   colors (string): "system" (as the rest of the program), "light", "sepia" or "dark".
 * What is none of these is not taken.
 */
#define JOL_TYPE_READER_STYLE (jol_reader_style_get_type ())
G_DECLARE_FINAL_TYPE (JolReaderStyle, jol_reader_style, JOL, READER_STYLE, GObject)

JolReaderStyle *jol_reader_style_new (void) G_GNUC_WARN_UNUSED_RESULT;

int jol_reader_style_get_text_size (JolReaderStyle *self);
/* FALSE when it is out of range. */
gboolean jol_reader_style_set_text_size (JolReaderStyle *self, int text_size);
/* To the next larger (@n_steps > 0) or smaller of the usual sizes. */
void jol_reader_style_step_text_size (JolReaderStyle *self, int n_steps);

const char *jol_reader_style_get_text_width (JolReaderStyle *self);
gboolean jol_reader_style_set_text_width (JolReaderStyle *self, const char *text_width);
guint jol_reader_style_get_line_chars (JolReaderStyle *self); /* that a line holds at most */

const char *jol_reader_style_get_colors (JolReaderStyle *self);
gboolean jol_reader_style_set_colors (JolReaderStyle *self, const char *colors);
/* Whose colours those are on a desktop that is @desktop. */
JolTheme jol_reader_style_get_theme (JolReaderStyle *self, JolTheme desktop);

G_END_DECLS
