/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-preload.h"

#include "jol-basemap.h"
#include "jol-story-loader.h"

/* At which the bundled story's region fills a window. */
#define REGION_ZOOM 4.5

static GThread *story_thread;

static gpointer
load_story_in_thread (gpointer data)
{
  return jol_story_load_bundled ();
}

/* The store keeps them. What cannot be read is told by whoever needs it. */
static gpointer
load_basemap_in_thread (gpointer data)
{
  JolBasemap *basemap = jol_basemap_get_default ();
  const JolBasemapDetail detail = jol_basemap_level_for_zoom (REGION_ZOOM);
  g_autoptr (JolBasemapLevel) level = jol_basemap_load_level (basemap, detail, NULL);
  g_autoptr (JolBasemapRelief) relief = jol_basemap_load_relief (basemap, detail, NULL);
  g_autoptr (JolBasemapLabels) labels = jol_basemap_load_labels (basemap, detail, NULL);

  return NULL;
}

void
jol_preload_begin (void)
{
  if (story_thread)
    return;

  story_thread = g_thread_new ("jol-story", load_story_in_thread, NULL);
  g_thread_unref (g_thread_new ("jol-basemap", load_basemap_in_thread, NULL));
}

JolStory *
jol_preload_take_story (void)
{
  return story_thread ? g_thread_join (g_steal_pointer (&story_thread)) : jol_story_load_bundled ();
}

gboolean
jol_preload_has_story (void)
{
  return story_thread != NULL;
}
