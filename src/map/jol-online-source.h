/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "jol-palette.h"

G_BEGIN_DECLS

/*
 * JolOnlineSource: tiles of a server on the network, over the painted base map. A tile that does
 * not come stays empty, so that the base shows; it is asked for again when it comes into view
 * again. Nothing is said of it but by the property. In the dark theme tiles are darkened.
 *
 * Properties: state (int, read): a JolOnlineState.
 */
#define JOL_TYPE_ONLINE_SOURCE (jol_online_source_get_type ())
G_DECLARE_FINAL_TYPE (JolOnlineSource, jol_online_source, JOL, ONLINE_SOURCE, ShumateMapSource)

typedef enum
{
  JOL_ONLINE_WAITING, /* nothing has come yet */
  JOL_ONLINE_WORKS,
  JOL_ONLINE_FAILS, /* nothing has come for a while */
} JolOnlineState;

#define JOL_ONLINE_OPENSTREETMAP "openstreetmap"

/* Whether a text is an address of tiles: http or https, with {z}, {x} and {y} in it. */
gboolean jol_online_source_is_template (const char *text);

/* @tiles: JOL_ONLINE_OPENSTREETMAP or an address; NULL when it is neither. */
JolOnlineSource *jol_online_source_new (const char *tiles,
                                        JolTheme theme) G_GNUC_WARN_UNUSED_RESULT;

JolTheme jol_online_source_get_theme (JolOnlineSource *self);
JolOnlineState jol_online_source_get_state (JolOnlineSource *self);
/* Whose tiles they are, to be shown over the map: markup with a link. */
const char *jol_online_source_get_attribution (JolOnlineSource *self);

G_END_DECLS
