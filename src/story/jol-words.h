/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words a story file may use for a thing's kind, in the order of the enum they stand for,
 * NULL-terminated. A list that begins with "" has a value for "not said", which no file may write.
 */
extern const char *const jol_commodity_words[];
extern const char *const jol_mode_words[];
extern const char *const jol_status_words[];
extern const char *const jol_direction_words[];
extern const char *const jol_outlet_words[];
extern const char *const jol_place_kind_words[];
extern const char *const jol_event_kind_words[];
extern const char *const jol_verdict_words[];
extern const char *const jol_quality_words[];
extern const char *const jol_confidence_words[];

G_END_DECLS
