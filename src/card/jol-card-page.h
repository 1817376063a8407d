/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-sections.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolCardPage: what is shown of one thing: its name, its names in other languages, whatever the
 * subclass appends, and sections at the end. A page is made for one thing of one story and never
 * turns to another.
 *
 * Properties: session, entity; both for construction only.
 */
#define JOL_TYPE_CARD_PAGE (jol_card_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (JolCardPage, jol_card_page, JOL, CARD_PAGE, GtkWidget)

struct _JolCardPageClass
{
  GtkWidgetClass parent_class;

  /* Shows what holds at @date. Called with each step of the date, so only for what follows it. */
  void (*update) (JolCardPage *self, const JolDate *date);
};

JolSession *jol_card_page_get_session (JolCardPage *self);
JolStory *jol_card_page_get_story (JolCardPage *self);
JolEntity *jol_card_page_get_entity (JolCardPage *self);
const char *jol_card_page_get_language (JolCardPage *self); /* of the interface */
JolSections *jol_card_page_get_sections (JolCardPage *self);

/* For subclasses, in constructed. Appended things come above the sections, in order. */
void jol_card_page_append (JolCardPage *self, GtkWidget *child);
/* A paragraph; nothing when @text is NULL. */
void jol_card_page_append_text (JolCardPage *self, const char *text);
/* A small mark, when so little is known of the thing as a whole. */
void jol_card_page_append_confidence (JolCardPage *self);
/* At the end of constructed: shows what holds now. */
void jol_card_page_update (JolCardPage *self);

/* The sources of the page, in the order they are added, each once. */
void jol_card_page_add_sources (JolCardPage *self, const char *const *ids);
const GPtrArray *jol_card_page_get_sources (JolCardPage *self); /* of JolSource */

G_END_DECLS
