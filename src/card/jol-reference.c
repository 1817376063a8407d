/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reference.h"

#include "jol-kind-line.h"

#include <glib/gi18n.h>

char *
jol_reference_format (JolStory *story, JolEntity *entity, const JolDate *date, const char *language)
{
  const char *const *ids = jol_entity_get_source_ids (entity);
  const char *summary = jol_entity_get_summary (entity, language);
  g_autofree char *what = jol_kind_line_format (entity, date, language);
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
