/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reference.h"

#include <glib/gi18n.h>

/* What the thing is at the date, where that is not in its name already. */
static char *
describe (JolEntity *entity, const JolDate *date)
{
  g_autofree char *when = NULL;

  switch (jol_entity_get_kind (entity))
    {
    case JOL_ENTITY_ROUTE:
      when = jol_date_format (date);
      return g_strdup_printf (
          "%s · %s · %s", jol_commodity_get_label (jol_route_get_commodity (JOL_ROUTE (entity))),
          jol_status_get_label (jol_route_get_status_at (JOL_ROUTE (entity), date)), when);
    case JOL_ENTITY_EVENT:
      when = jol_event_format_dates (JOL_EVENT (entity));
      return g_strdup_printf (
          "%s · %s", jol_event_kind_get_name (jol_event_get_event_kind (JOL_EVENT (entity))), when);
    case JOL_ENTITY_PLACE:
      return g_strdup (jol_place_kind_get_label (jol_place_get_place_kind (JOL_PLACE (entity))));
    case JOL_ENTITY_CLAIM:
      return g_strdup (jol_verdict_get_label (jol_claim_get_verdict (JOL_CLAIM (entity))));
    case JOL_ENTITY_SOURCE:
    case JOL_ENTITY_ARTICLE:
    case JOL_ENTITY_SERIES:
    default:
      return g_strdup ("");
    }
}

char *
jol_reference_format (JolStory *story, JolEntity *entity, const JolDate *date, const char *language)
{
  const char *const *ids = jol_entity_get_source_ids (entity);
  const char *summary = jol_entity_get_summary (entity, language);
  g_autofree char *what = describe (entity, date);
  g_autofree char *iso = jol_date_to_iso (date);
  GString *text = g_string_new (jol_entity_get_title (entity, language));

  g_string_append_printf (text, "\n%s\n", what);
  if (summary)
    g_string_append_printf (text, "%s\n", summary);

  g_string_append_c (text, '\n');
  /* Translators: in copied text; %s is the title of a story */
  g_string_append_printf (text, _ ("From “%s”, a story in Jol"),
                          jol_story_get_title (story, language));
  g_string_append_printf (text, "\njol:%s?select=%s&date=%s\n", jol_story_get_id (story),
                          jol_entity_get_id (entity), iso);

  if (ids[0])
    {
      /* Translators: in copied text, before the list of sources */
      g_string_append_printf (text, "\n%s\n", _ ("Sources:"));
      for (guint i = 0; ids[i]; i++)
        {
          JolEntity *source = jol_story_lookup (story, ids[i]);
          g_autofree char *line = NULL;

          if (!JOL_IS_SOURCE (source))
            continue;
          line = jol_source_format (JOL_SOURCE (source), language);
          g_string_append_printf (text, "– %s", line);
          if (jol_source_get_url (JOL_SOURCE (source)))
            g_string_append_printf (text, ", %s", jol_source_get_url (JOL_SOURCE (source)));
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}
