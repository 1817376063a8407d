/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route-history.h"

#include "jol-history-list.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

typedef enum
{
  STATUS,
  CAPACITY,
  DIRECTION,
} Sort;

static char *
format_entry (const JolHistoryEntry *entry, Sort sort)
{
  static const char *const directions[] = {
    [JOL_DIRECTION_FORWARD] = NC_ ("direction", "forward"),
    [JOL_DIRECTION_REVERSE] = NC_ ("direction", "reversed"),
    [JOL_DIRECTION_BOTH] = NC_ ("direction", "both ways"),
  };

  switch (sort)
    {
    case CAPACITY:
      return jol_quantity_format (entry->value, entry->unit);
    case DIRECTION:
      return g_strdup (g_dpgettext2 (NULL, "direction", directions[entry->code]));
    case STATUS:
    default:
      return g_strdup (jol_status_get_label ((JolStatus) entry->code));
    }
}

static void
append_history (JolCardPage *page,
                GtkBox *box,
                const char *heading,
                const JolHistory *history,
                Sort sort)
{
  const char *language = jol_card_page_get_language (page);
  guint n = history ? jol_history_get_size (history) : 0;
  GtkWidget *list;

  if (n == 0)
    return;

  list = jol_history_list_new (jol_card_page_get_session (page), heading);
  for (guint i = 0; i < n; i++)
    {
      const JolHistoryEntry *entry = jol_history_get (history, i);
      g_autofree char *text = format_entry (entry, sort);

      jol_history_list_add (JOL_HISTORY_LIST (list), &entry->from, text,
                            jol_text_get (entry->note, language),
                            entry->confidence == JOL_CONFIDENCE_LOW);
    }
  gtk_box_append (box, list);
}

static void
append_interruptions (JolCardPage *page, GtkBox *box, JolRoute *route)
{
  guint n;
  const JolInterruption *interruptions = jol_route_get_interruptions (route, &n);
  GtkWidget *list;

  if (n == 0)
    return;

  list = jol_history_list_new (jol_card_page_get_session (page), _ ("Interruptions"));
  for (guint i = 0; i < n; i++)
    jol_history_list_add_span (
        JOL_HISTORY_LIST (list), &interruptions[i].span,
        jol_text_get (interruptions[i].note, jol_card_page_get_language (page)));
  gtk_box_append (box, list);
}

static void
build_history (GtkBox *box, gpointer user_data)
{
  JolCardPage *page = user_data;
  JolRoute *route = JOL_ROUTE (jol_card_page_get_entity (page));

  append_history (page, box, _ ("Status"), jol_route_get_status_history (route), STATUS);
  append_interruptions (page, box, route);
  append_history (page, box, _ ("Capacity"), jol_route_get_capacity_history (route), CAPACITY);
  append_history (page, box, _ ("Direction"), jol_route_get_direction_history (route), DIRECTION);
}

void
jol_route_history_add (JolCardPage *page)
{
  jol_sections_add (jol_card_page_get_sections (page), "history", _ ("History"), build_history,
                    page);
}
