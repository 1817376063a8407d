/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/* Around the words of a link: the text's own colour is translucent, a link would take over its
 * alpha, and its contrast would fall. */
#define JOL_LINKS_OPAQUE(words) "<span fgalpha=\"100%%\">" words "</span>"

/* A label whose text has links to things of the story: activating one selects it, pointing at one
 * lights it up. */
GtkWidget *jol_links_new (JolSession *session, JolOrigin origin) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the name of a thing as a link to Pango markup; an id that the story does not have, such as a
 * country's code, is added by its name as plain text. */
void jol_links_append (GString *markup, JolStory *story, const char *id, const char *language);
/* The same for several, with @separator between them. */
void jol_links_append_all (GString *markup,
                           JolStory *story,
                           const char *const *ids,
                           const char *separator,
                           const char *language);

G_END_DECLS
