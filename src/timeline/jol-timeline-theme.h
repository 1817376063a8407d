/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "jol-palette.h"

G_BEGIN_DECLS

/* The theme of the desktop, now. */
static inline JolTheme
jol_timeline_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                adw_style_manager_get_high_contrast (manager));
}

G_END_DECLS
