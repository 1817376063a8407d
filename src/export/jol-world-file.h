/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "jol-scene.h"

G_BEGIN_DECLS

/*
 * What lies beside a PNG of a map, so that a GIS can put it where it belongs: a world file
 * (NAME.pgw) with the size of a px and the place of the first, and a file that says in which
 * coordinates (NAME.png.aux.xml, of GDAL and of those who use it). The map's are those of Web
 * Mercator, EPSG:3857, in metres.
 */
#define JOL_N_WORLD_FILES 2

/* @path ends in ".png". */
char *jol_world_file_get_path (const char *path, guint index) G_GNUC_WARN_UNUSED_RESULT;
/* @scale: px of the picture a px of the scene, whose upper left corners are one. */
char *jol_world_file_get_text (const JolScene *scene,
                               double scale,
                               guint index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
