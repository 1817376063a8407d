/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * JolText: one text in one or more languages, by BCP 47 tag. Immutable, reference-counted, any
 * thread. A story's plain string is a JolText with one entry in the story's language.
 */
typedef struct _JolText JolText;

#define JOL_TYPE_TEXT (jol_text_get_type ())
GType jol_text_get_type (void);

typedef struct _JolTextBuilder JolTextBuilder;

JolText *jol_text_new (const char *language, const char *text) G_GNUC_WARN_UNUSED_RESULT;
JolTextBuilder *jol_text_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_text_builder_add (JolTextBuilder *self, const char *language, const char *text);
JolText *
jol_text_builder_end (JolTextBuilder *self) G_GNUC_WARN_UNUSED_RESULT; /* frees the builder */
void jol_text_builder_free (JolTextBuilder *self);
JolText *jol_text_ref (JolText *self);
void jol_text_unref (JolText *self);

const char *jol_text_get (const JolText *self, const char *language);
const char *jol_text_lookup (const JolText *self, const char *language);
guint jol_text_get_n_languages (const JolText *self);
const char *jol_text_get_language (const JolText *self, guint index, const char **text_out);

/* The first two or three letters of the locale's language that messages are shown in: "en", "ru",
 * "kk". */
const char *jol_text_get_interface_language (void);

/* Whether a character of a story would end a line, steer a terminal, or turn the direction of
 * writing
 * ("txt.exe" passing for "exe.txt"): none is printed as it is. */
gboolean jol_text_is_control (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolText, jol_text_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolTextBuilder, jol_text_builder_free)

G_END_DECLS
