/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-tint.h"

#include <adwaita.h>

static const char *const event_icons[JOL_N_EVENT_KINDS] = {
  [JOL_EVENT_SUMMIT] = "jol-summit-symbolic",
  [JOL_EVENT_PIPELINE] = "jol-pipeline-symbolic",
  [JOL_EVENT_AGREEMENT] = "jol-agreement-symbolic",
  [JOL_EVENT_INCIDENT] = "jol-incident-symbolic",
  [JOL_EVENT_POLITICS] = "jol-politics-symbolic",
  [JOL_EVENT_ECONOMY] = "jol-economy-symbolic",
  [JOL_EVENT_VISIT] = "jol-visit-symbolic",
  [JOL_EVENT_STATEMENT] = "jol-statement-symbolic",
};

JolTheme
jol_tint_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                adw_style_manager_get_high_contrast (manager));
}

GdkRGBA
jol_tint_get_rgba (JolTint tint, JolTheme theme)
{
  JolColor color;

  switch (tint.kind)
    {
    case JOL_TINT_COMMODITY:
      color = jol_palette_get_commodity (theme, (JolCommodity) tint.value);
      break;
    case JOL_TINT_EVENT_KIND:
      color = jol_palette_get_event_kind (theme, (JolEventKind) tint.value);
      break;
    case JOL_TINT_VERDICT:
      color = jol_palette_get_verdict (theme, (JolVerdict) tint.value);
      break;
    case JOL_TINT_PLACE:
    default:
      color = jol_palette_get (theme, JOL_COLOR_SYMBOL);
    }

  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue,
                    (float) color.alpha };
}

const char *
jol_tint_get_icon_name (JolTint tint)
{
  return tint.kind == JOL_TINT_EVENT_KIND ? event_icons[tint.value] : NULL;
}
