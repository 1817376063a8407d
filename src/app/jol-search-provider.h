/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-story.h"

G_BEGIN_DECLS

/* What the provider asks of the application. */
typedef struct
{
  JolStory *(*get_story) (gpointer data);           /* that is open, or NULL. (transfer none) */
  void (*open) (const char *link, gpointer data);   /* "jol:own-paths?select=cpc" */
  void (*search) (const char *text, gpointer data); /* in the window */
} JolSearchProviderHost;

/*
 * JolSearchProvider: answers GNOME Shell, which searches programs from its overview
 * (org.gnome.Shell.SearchProvider2). It searches the story that is open, or the one inside; it is
 * read when it is first asked for.
 */
#define JOL_TYPE_SEARCH_PROVIDER (jol_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (JolSearchProvider, jol_search_provider, JOL, SEARCH_PROVIDER, GObject)

/* @host and @data outlive it. */
JolSearchProvider *jol_search_provider_new (const JolSearchProviderHost *host,
                                            gpointer data) G_GNUC_WARN_UNUSED_RESULT;
gboolean jol_search_provider_register (JolSearchProvider *self,
                                       GDBusConnection *connection,
                                       const char *path,
                                       GError **error);
void jol_search_provider_unregister (JolSearchProvider *self);

G_END_DECLS
