/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-json-write.h"
#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolCliRaw: the objects of a story as its files have them, by id. JSON for scripts is made from
 * these, so that it holds every member, those too that Jol has no use for.
 */
typedef struct _JolCliRaw JolCliRaw;

/* Reads the files of @story, which has been checked, once more. */
JolCliRaw *jol_cli_raw_load (JolStory *story, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jol_cli_raw_free (JolCliRaw *self);

/* The object, or NULL with an error when the file has changed meanwhile. */
JsonObject *jol_cli_raw_find (JolCliRaw *self, JolEntity *entity, GError **error);

/*
 * Writes the members of an object inside one that has been begun, id first. With @brief the long
 * ones are left out: geometry, the bodies of sections, the values of series. With @language each
 * text is a string, in that language as jol_text_get() chooses; NULL leaves texts as they are.
 */
void jol_cli_raw_write_members (JolJsonWriter *writer,
                                JsonObject *object,
                                gboolean brief,
                                const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolCliRaw, jol_cli_raw_free)

G_END_DECLS
