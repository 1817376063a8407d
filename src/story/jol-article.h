/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-entity.h"
#include "jol-span.h"

G_BEGIN_DECLS

/* Where map, time and selection stand while a section is read. What is not named stays as it is. */
typedef struct
{
  JolDate date;  /* may be unset */
  JolSpan span;  /* may be unset */
  JolBox bounds; /* may be empty */
  char *select;  /* id, or NULL */
} JolScenePlace;

typedef struct
{
  char *id;
  JolText *heading;
  JolText *body;        /* CommonMark */
  JolScenePlace *scene; /* or NULL */
} JolSection;

#define JOL_TYPE_ARTICLE (jol_article_get_type ())
G_DECLARE_FINAL_TYPE (JolArticle, jol_article, JOL, ARTICLE, JolEntity)

const JolText *jol_article_get_byline (JolArticle *self); /* or NULL */
const JolDate *jol_article_get_date (JolArticle *self);   /* may be unset */
const JolSection *jol_article_get_sections (JolArticle *self, guint *n_out);
int jol_article_find_section (JolArticle *self, const char *id); /* -1 when there is none */

G_END_DECLS
