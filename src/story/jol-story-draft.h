/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-entity-private.h"
#include "jol-json-cursor.h"
#include "jol-story.h"

G_BEGIN_DECLS

/* Where an id was given, for the second that gives it. */
typedef struct
{
  JolEntityKind kind;
  char *path;
  guint line;
  guint column;
} JolDeclaration;

/*
 * JolStoryDraft: a story while it is being read. First the ids of all files are collected, then
 * each file is parsed, so that a reference is checked where it is read, in whichever file its
 * target stands.
 */
typedef struct
{
  GHashTable *declarations; /* id → JolDeclaration */
  guint n_suggestions;      /* made so far: looking for likely ids costs time */

  char *id;
  JolText *title;
  JolText *credits; /* or NULL */
  char *language;
  JolBox bounds;
  JolSpan time;
  JolDate now;
  GPtrArray *routes;
  GPtrArray *places;
  GPtrArray *events;
  GPtrArray *claims;
  GPtrArray *sources;
  GPtrArray *articles;
  GPtrArray *series;
  GArray *eras; /* of JolEra */

  GFile *folder;      /* of the manifest, or NULL */
  GHashTable *images; /* path below the folder → JolImage */
  guint64 image_bytes;
} JolStoryDraft;

JolStoryDraft *jol_story_draft_new (void);
void jol_story_draft_free (JolStoryDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStoryDraft, jol_story_draft_free)

void jol_story_draft_declare (JolStoryDraft *self,
                              const JolJsonCursor *id_member,
                              const char *id,
                              JolEntityKind kind);

/* Checks a reference; reports what does not exist or is of the wrong kind. @kinds: a set of
 * JolEntityKind. */
gboolean jol_story_draft_check_id (JolStoryDraft *self,
                                   const JolJsonCursor *where,
                                   const char *id,
                                   guint kinds);
char *jol_story_draft_read_id (JolStoryDraft *self,
                               const JolJsonCursor *object,
                               const char *name,
                               guint kinds) G_GNUC_WARN_UNUSED_RESULT;
char **jol_story_draft_read_ids (JolStoryDraft *self,
                                 const JolJsonCursor *object,
                                 const char *name,
                                 guint kinds) G_GNUC_WARN_UNUSED_RESULT;

/* Reads an image that a body shows, named by its path below the folder. What leaves the folder is
 * an error; what cannot be shown is a warning. */
void jol_story_draft_add_image (JolStoryDraft *self, const JolJsonCursor *where, const char *path);

/* jol-story-parse.c and its parts: each reads one file's lists, or one element. */
gboolean jol_story_parse_header (JolStoryDraft *draft, const JolJsonCursor *root);
void jol_story_collect_ids (JolStoryDraft *draft, const JolJsonCursor *root);
void jol_story_parse_lists (JolStoryDraft *draft, const JolJsonCursor *root, gboolean is_part);

JolRoute *jol_story_parse_route (JolStoryDraft *draft, const JolJsonCursor *object);
JolPlace *jol_story_parse_place (JolStoryDraft *draft, const JolJsonCursor *object);
JolEvent *jol_story_parse_event (JolStoryDraft *draft, const JolJsonCursor *object);
JolClaim *jol_story_parse_claim (JolStoryDraft *draft, const JolJsonCursor *object);
JolSource *jol_story_parse_source (JolStoryDraft *draft, const JolJsonCursor *object);
JolArticle *jol_story_parse_article (JolStoryDraft *draft, const JolJsonCursor *object);
JolSeries *jol_story_parse_series (JolStoryDraft *draft, const JolJsonCursor *object);

/* What several of these need. */
void jol_story_parse_common (JolStoryDraft *draft,
                             const JolJsonCursor *object,
                             gpointer entity,
                             const char *title);
char *jol_story_parse_country (const JolJsonCursor *object, const char *name);
char **jol_story_parse_countries (const JolJsonCursor *object, const char *name);
JolConfidence jol_story_parse_confidence (const JolJsonCursor *object);
gboolean jol_story_parse_position (const JolJsonCursor *position, JolPoint *point_out);
gboolean jol_story_parse_bounds (const JolJsonCursor *object, const char *name, JolBox *box_out);
void jol_story_check_order (const JolJsonCursor *object,
                            const char *name,
                            const JolDate *from,
                            const JolDate *to);

/* Takes all that the draft holds. */
JolStory *jol_story_new_from_draft (JolStoryDraft *draft,
                                    const char *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
