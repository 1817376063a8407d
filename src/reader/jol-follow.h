/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-view.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolFollow: ties where one is in the text to the session. It says which section is in view, and,
 * while the session follows the text, shows a section's scene once a person who scrolled has
 * settled in it. A scroll that the program made shows no scene.
 *
 * Properties: section (uint), the one in view.
 */
#define JOL_TYPE_FOLLOW (jol_follow_get_type ())
G_DECLARE_FINAL_TYPE (JolFollow, jol_follow, JOL, FOLLOW, GObject)

/* @scroller holds @view. Both must live as long. */
JolFollow *jol_follow_new (GtkScrolledWindow *scroller,
                           JolArticleView *view) G_GNUC_WARN_UNUSED_RESULT;
void jol_follow_set_session (JolFollow *self, JolSession *session);
/* The view shows another article: at its beginning, without a scene. */
void jol_follow_restart (JolFollow *self);

guint jol_follow_get_section (JolFollow *self);
/* Scrolls there because something else changed; no scene. */
void jol_follow_show_section (JolFollow *self, guint section);
/* A place in the text of a section, with @align 0–1 of the height over it. */
void jol_follow_show_offset (JolFollow *self, guint section, int offset, double align);
#define JOL_PASSAGE_ALIGN 0.25
/* Scrolls there because a person chose the section. */
void jol_follow_choose_section (JolFollow *self, guint section);

/* Of what is at the top, or will be there when a jump that is under way has ended. */
int jol_follow_get_offset (JolFollow *self);
/* The offset that the program scrolled to, or still does; -1 when a person has scrolled since. */
int jol_follow_get_jump (JolFollow *self);

/* The text has been scrolled by a person, who a moment later is still there: for tests. */
void jol_follow_settle (JolFollow *self);

G_END_DECLS
