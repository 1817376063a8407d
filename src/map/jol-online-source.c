/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Of libshumate this takes who the server is and how tiles are fetched and kept, but decodes them
 * itself: its own renderer warns of what is not a picture, and a page that a network puts in the
 * way of one who has not signed in yet is no bug.
 */
#include "config.h"

#include "jol-online-source.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jol-projection.h"

/* So many failures on end, and the server is taken not to be reachable. */
#define MAX_FAILURES 6
#define MAX_ZOOM 18
/* What is white in a tile becomes, in the dark theme, so bright, and what is black so much. */
#define DARKEST 22
#define BRIGHTEST 190

struct _JolOnlineSource
{
  ShumateMapSource parent_instance;

  ShumateDataSource *server;
  JolTheme theme;
  char *attribution;
  guint n_failures; /* since the last tile that came */
  JolOnlineState state;
};

enum
{
  PROP_STATE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolOnlineSource, jol_online_source, SHUMATE_TYPE_MAP_SOURCE)

typedef struct
{
  ShumateTile *tile; /* main thread only, until the end of the fill */
  GBytes *bytes;
  gboolean is_dark;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_assert (!job->tile);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

/* Light becomes dark and dark light, and every colour keeps its hue. */
static guint32
darken_pixel (guint32 pixel)
{
  const int channels[] = { pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff };
  const int max = MAX (MAX (channels[0], channels[1]), channels[2]);
  const int min = MIN (MIN (channels[0], channels[1]), channels[2]);
  guint32 darkened = pixel & 0xff000000;

  for (int i = 0; i < 3; i++)
    {
      const int turned = channels[i] + 255 - max - min;

      darkened |= (guint32) (DARKEST + turned * (BRIGHTEST - DARKEST) / 255) << (16 - 8 * i);
    }

  return darkened;
}

static GdkTexture *
darken (GdkTexture *texture)
{
  const int width = gdk_texture_get_width (texture);
  const int height = gdk_texture_get_height (texture);
  const gsize n_pixels = (gsize) width * (gsize) height;
  guint32 *pixels = g_new (guint32, n_pixels);
  g_autoptr (GBytes) bytes = NULL;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (gsize i = 0; i < n_pixels; i++)
    pixels[i] = darken_pixel (pixels[i]);
  bytes = g_bytes_new_take (pixels, n_pixels * 4);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) width * 4);
}

static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  texture = gdk_texture_new_from_bytes (job->bytes, &error);
  if (!texture)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (job->is_dark)
    g_task_return_pointer (task, darken (texture), g_object_unref);
  else
    g_task_return_pointer (task, g_steal_pointer (&texture), g_object_unref);
}

static void
data_received_cb (GObject *server, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  job->bytes =
      shumate_data_source_get_tile_data_finish (SHUMATE_DATA_SOURCE (server), result, &error);
  if (error)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!job->bytes)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "an empty answer");
  else
    g_task_run_in_thread (task, decode_in_thread);
}

static void
set_state (JolOnlineSource *self, JolOnlineState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
count_result (JolOnlineSource *self, gboolean has_come, const GError *error)
{
  if (has_come)
    self->n_failures = 0;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->n_failures++;

  if (has_come)
    set_state (self, JOL_ONLINE_WORKS);
  else if (self->n_failures >= MAX_FAILURES)
    set_state (self, JOL_ONLINE_FAILS);
}

static void
jol_online_source_fill_tile_async (ShumateMapSource *source,
                                   ShumateTile *tile,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  JolOnlineSource *self = JOL_ONLINE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->tile = g_object_ref (tile);
  job->is_dark = jol_theme_is_dark (self->theme);
  g_task_set_source_tag (task, jol_online_source_fill_tile_async);
  g_task_set_task_data (task, job, job_free);
  shumate_data_source_get_tile_data_async (
      self->server, (int) shumate_tile_get_x (tile), (int) shumate_tile_get_y (tile),
      (int) shumate_tile_get_zoom_level (tile), cancellable, data_received_cb, task);
}

static gboolean
jol_online_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  JolOnlineSource *self = JOL_ONLINE_SOURCE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &local_error);

  if (texture)
    shumate_tile_set_paintable (job->tile, GDK_PAINTABLE (texture));
  /* Also when it did not come, or libshumate keeps the tiles of the zoom before for ever. */
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  /* Here: what a thread holds last of a task, it frees in that thread. */
  g_clear_object (&job->tile);
  count_result (self, texture != NULL, local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return texture != NULL;
}

static void
jol_online_source_dispose (GObject *object)
{
  g_clear_object (&JOL_ONLINE_SOURCE (object)->server);

  G_OBJECT_CLASS (jol_online_source_parent_class)->dispose (object);
}

static void
jol_online_source_finalize (GObject *object)
{
  g_free (JOL_ONLINE_SOURCE (object)->attribution);

  G_OBJECT_CLASS (jol_online_source_parent_class)->finalize (object);
}

static void
jol_online_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_int (value, (int) JOL_ONLINE_SOURCE (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_online_source_class_init (JolOnlineSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->dispose = jol_online_source_dispose;
  object_class->finalize = jol_online_source_finalize;
  object_class->get_property = jol_online_source_get_property;
  source_class->fill_tile_async = jol_online_source_fill_tile_async;
  source_class->fill_tile_finish = jol_online_source_fill_tile_finish;

  properties[PROP_STATE] = g_param_spec_int (
      "state", NULL, NULL, JOL_ONLINE_WAITING, JOL_ONLINE_FAILS, JOL_ONLINE_WAITING,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jol_online_source_init (JolOnlineSource *self)
{
}

gboolean
jol_online_source_is_template (const char *text)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text, FALSE);

  if (!strstr (text, "{z}") || !strstr (text, "{x}") ||
      !(strstr (text, "{y}") || strstr (text, "{tmsy}")))
    return FALSE;

  /* Braces are no part of an address. */
  parts = g_strsplit_set (text, "{}", -1);
  plain = g_strjoinv ("", parts);
  uri = g_uri_parse (plain, G_URI_FLAGS_NONE, NULL);

  return uri && g_uri_get_host (uri) && *g_uri_get_host (uri) &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

/* The server and its attribution, from libshumate's list. */
static ShumateDataSource *
find_openstreetmap (char **attribution_out)
{
  g_autoptr (ShumateMapSourceRegistry) registry = shumate_map_source_registry_new_with_defaults ();
  ShumateMapSource *source =
      shumate_map_source_registry_get_by_id (registry, SHUMATE_MAP_SOURCE_OSM_MAPNIK);
  ShumateDataSource *server;

  g_return_val_if_fail (SHUMATE_IS_RASTER_RENDERER (source), NULL);

  g_object_get (source, "data-source", &server, NULL);
  /* In the words that its contributors ask for, which the list does not have. */
  *attribution_out = g_strdup_printf ("<a href=\"https://www.openstreetmap.org/copyright\">%s</a>",
                                      _ ("© OpenStreetMap contributors"));

  return server;
}

static ShumateDataSource *
make_server (const char *address, char **attribution_out)
{
  g_auto (GStrv) parts = g_strsplit_set (address, "{}", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autoptr (GUri) uri = g_uri_parse (plain, G_URI_FLAGS_NONE, NULL);
  g_autofree char *link =
      g_markup_printf_escaped ("<a href=\"%s://%s/\">%s</a>", g_uri_get_scheme (uri),
                               g_uri_get_host (uri), g_uri_get_host (uri));

  /* Translators: %s is the name of a server on the network. */
  *attribution_out = g_strdup_printf (_ ("Map tiles: %s"), link);

  return SHUMATE_DATA_SOURCE (shumate_tile_downloader_new (address));
}

JolOnlineSource *
jol_online_source_new (const char *tiles, JolTheme theme)
{
  JolOnlineSource *self;
  g_autofree char *attribution = NULL;
  g_autofree char *id = NULL;
  ShumateDataSource *server;

  g_return_val_if_fail (tiles, NULL);

  if (g_str_equal (tiles, JOL_ONLINE_OPENSTREETMAP))
    server = find_openstreetmap (&attribution);
  else if (jol_online_source_is_template (tiles))
    server = make_server (tiles, &attribution);
  else
    return NULL;

  id = g_strdup_printf ("jol-online-%s", jol_theme_is_dark (theme) ? "dark" : "light");
  self = g_object_new (JOL_TYPE_ONLINE_SOURCE, "id", id, "min-zoom-level", 0, "max-zoom-level",
                       MAX_ZOOM, "tile-size", (guint) JOL_TILE_PX, NULL);
  self->server = server;
  self->theme = theme;
  self->attribution = g_steal_pointer (&attribution);

  return self;
}

JolTheme
jol_online_source_get_theme (JolOnlineSource *self)
{
  g_return_val_if_fail (JOL_IS_ONLINE_SOURCE (self), JOL_THEME_LIGHT);

  return self->theme;
}

JolOnlineState
jol_online_source_get_state (JolOnlineSource *self)
{
  g_return_val_if_fail (JOL_IS_ONLINE_SOURCE (self), JOL_ONLINE_WAITING);

  return self->state;
}

const char *
jol_online_source_get_attribution (JolOnlineSource *self)
{
  g_return_val_if_fail (JOL_IS_ONLINE_SOURCE (self), NULL);

  return self->attribution;
}
