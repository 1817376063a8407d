/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* What is found, in the order in which kinds that match alike are shown. */
typedef enum
{
  JOL_SEARCH_COUNTRY,
  JOL_SEARCH_PLACE,
  JOL_SEARCH_ROUTE,
  JOL_SEARCH_EVENT,
  JOL_SEARCH_OWNER, /* a company or state that owns or runs a route */
  JOL_SEARCH_ARTICLE,
  JOL_SEARCH_CLAIM,
  JOL_SEARCH_SOURCE,
} JolSearchKind;
#define JOL_N_SEARCH_KINDS 8

/* The names of a country by its ISO 3166-1 code, in as many languages as there are; NULL when it
 * has none. Called in any thread. (transfer full) */
typedef JolText *(*JolCountryNamer) (const char *code);

/* A thing that can be found. Pointers are borrowed from the story but where it says so. */
typedef struct
{
  JolSearchKind kind;
  JolEntity *entity;    /* a route for an owner; NULL for a country */
  const char *code;     /* of a country */
  JolText *names;       /* owned: of a country; else NULL */
  const char *owner;    /* its name */
  double share_percent; /* of the route; negative: not known, or only the operator */
  int section;          /* of an article, or -1 for the article itself */
  char *plain;          /* owned: the section's text without marks; else NULL */
  guint n_events;       /* of a country */
} JolSearchDocument;

/*
 * JolSearchDocuments: everything in a story that can be found, the more important of a kind first.
 * Immutable, any thread. Holds the story.
 */
typedef struct _JolSearchDocuments JolSearchDocuments;

JolSearchDocuments *jol_search_documents_new (JolStory *story,
                                              JolCountryNamer namer) G_GNUC_WARN_UNUSED_RESULT;
void jol_search_documents_free (JolSearchDocuments *self);
JolStory *jol_search_documents_get_story (const JolSearchDocuments *self);
guint jol_search_documents_get_size (const JolSearchDocuments *self);
const JolSearchDocument *jol_search_documents_get (const JolSearchDocuments *self, guint index);
/* Its names as the namer gave them; NULL for one it does not know, or that the story has not. */
const JolText *jol_search_documents_get_country (const JolSearchDocuments *self, const char *code);

/* What a text is to its document. */
typedef enum
{
  JOL_SEARCH_FIELD_NAME,
  JOL_SEARCH_FIELD_HANDLE,  /* a name that is not shown: an id */
  JOL_SEARCH_FIELD_CONTEXT, /* what a name as good as says: where and when an event was */
  JOL_SEARCH_FIELD_TEXT,
} JolSearchField;

/* What a document is called, and what else is said of it, one text at a time. Ends when the visitor
 * returns FALSE. */
typedef gboolean (*JolSearchVisitor) (const char *text, JolSearchField field, gpointer data);
void jol_search_documents_visit_names (const JolSearchDocuments *self,
                                       const JolSearchDocument *document,
                                       JolSearchVisitor visitor,
                                       gpointer data);
void jol_search_documents_visit_texts (const JolSearchDocuments *self,
                                       const JolSearchDocument *document,
                                       JolSearchVisitor visitor,
                                       gpointer data);

/* "cpc", "KZ", "one-pipe-out#owners". */
char *jol_search_document_dup_id (const JolSearchDocument *self) G_GNUC_WARN_UNUSED_RESULT;
const char *jol_search_document_get_title (const JolSearchDocument *self, const char *language);
/* A line that tells it from others of its kind, as "Field · Kazakhstan"; may be empty. */
char *jol_search_documents_describe (const JolSearchDocuments *self,
                                     const JolSearchDocument *document,
                                     const char *language) G_GNUC_WARN_UNUSED_RESULT;

const char *jol_search_kind_to_string (JolSearchKind kind); /* "place", "route" … */
const char *jol_search_kind_get_label (JolSearchKind kind); /* plural: "Places" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSearchDocuments, jol_search_documents_free)

G_END_DECLS
