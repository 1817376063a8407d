/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-palette.h"

G_BEGIN_DECLS

/* What a mark or a chip stands for: its colour is the palette's, its shape says the same without
 * colour. A plain value. */
typedef enum
{
  JOL_TINT_COMMODITY,  /* value: JolCommodity */
  JOL_TINT_EVENT_KIND, /* value: JolEventKind */
  JOL_TINT_VERDICT,    /* value: JolVerdict */
  JOL_TINT_PLACE,      /* value: not used */
} JolTintKind;

typedef struct
{
  JolTintKind kind;
  int value;
} JolTint;

JolTheme jol_tint_get_theme (void); /* of the desktop, now */
GdkRGBA jol_tint_get_rgba (JolTint tint, JolTheme theme);
const char *jol_tint_get_icon_name (JolTint tint); /* symbolic; NULL for what is drawn */

G_END_DECLS
