/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-picture.h"

#include "jol-scene-builder.h"

#include <adwaita.h>
#include <math.h>

JolScene *
jol_picture_build_scene (JolSession *session, int width_px, int height_px, JolTheme theme)
{
  return jol_picture_build_scene_for (session, width_px, height_px, width_px, height_px, theme);
}

JolScene *
jol_picture_build_scene_for (JolSession *session,
                             int map_width_px,
                             int map_height_px,
                             int width_px,
                             int height_px,
                             JolTheme theme)
{
  const double ratio = MIN ((double) width_px / map_width_px, (double) height_px / map_height_px);
  JolSceneTarget target = {
    .width = width_px,
    .height = height_px,
    .theme = theme,
    .language = jol_text_get_interface_language (),
    .viewport = *jol_session_get_viewport (session),
    .is_still = TRUE,
  };

  target.viewport.zoom = CLAMP (target.viewport.zoom + log2 (ratio), JOL_MIN_ZOOM, JOL_MAX_ZOOM);
  return jol_scene_builder_build (session, &target);
}

JolTheme
jol_picture_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                adw_style_manager_get_high_contrast (manager));
}

GdkTexture *
jol_picture_make_texture (cairo_surface_t *surface)
{
  const int width_px = cairo_image_surface_get_width (surface);
  const int height_px = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  const gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  guchar *data = cairo_image_surface_get_data (surface);

  /* The fourth byte of RGB24 may hold anything, and this platform has no texture without it. */
  if (!has_alpha)
    {
      for (int y = 0; y < height_px; y++)
        {
          guint32 *row = (guint32 *) (void *) (data + (gsize) y * stride);

          for (int x = 0; x < width_px; x++)
            row[x] |= 0xff000000u;
        }
    }
  bytes = g_bytes_new_with_free_func (data, stride * (gsize) height_px,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  return gdk_memory_texture_new (width_px, height_px, GDK_MEMORY_DEFAULT, bytes, stride);
}
