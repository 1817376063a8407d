/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A letter with a mark may stand for a sound of its own, or be written without the mark. */
typedef enum
{
  JOL_FOLD_SOUNDS,  /* "Aşgabat" is "ashgabat", "Teñiz" is "tengiz" */
  JOL_FOLD_LETTERS, /* "Aşgabat" is "asgabat", "España" is "espana" */
} JolFoldReading;

/*
 * JolFold: text as a search key: the same for a name in Cyrillic, in Latin letters, with or without
 * capitals, accents, apostrophes and hyphens. It is used again and again; one a thread.
 *
 * A key is UTF-8: words of a–z, 0–9 and the letters of other scripts, with one space between words.
 */
typedef struct _JolFold JolFold;

JolFold *jol_fold_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_fold_free (JolFold *self);

/* Makes the key of @length bytes (-1: to the NUL) of valid UTF-8. Returns whether the other reading
 * would give another key. */
gboolean jol_fold_read (JolFold *self, const char *text, gssize length, JolFoldReading reading);

/* Of what was read last. */
const char *jol_fold_get_key (const JolFold *self, gsize *length_out);
/* Whether a word begins at a byte of the key, or a part of one that has hyphens. */
gboolean jol_fold_is_start (const JolFold *self, gsize key_offset);
/* The bytes of the text that bytes @key_start to @key_end of the key, not empty, were made of. */
void jol_fold_get_range (const JolFold *self,
                         gsize key_start,
                         gsize key_end,
                         gsize *start_out,
                         gsize *end_out);

/* The key of @text, read as sounds. */
char *jol_fold_dup_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* What @key may become by the next letter, where that changes letters already there: "kazak" is on
 * its way to "kazah" (Kazakh), "i" to nothing (Yeltsin). NULL when they can only stay. */
char *jol_fold_dup_unfinished (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolFold, jol_fold_free)

G_END_DECLS
