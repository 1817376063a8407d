/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-event-page.h"

#include "jol-card-lists.h"
#include "jol-chip.h"
#include "jol-country.h"
#include "jol-figure.h"
#include "jol-links.h"

#include <glib/gi18n.h>

struct _JolEventPage
{
  JolCardPage parent_instance;
};

G_DEFINE_FINAL_TYPE (JolEventPage, jol_event_page, JOL_TYPE_CARD_PAGE)

static void
add_links (JolCardPage *page, GtkWidget *figures, const char *caption, const char *const *ids)
{
  GtkWidget *links = jol_links_new (jol_card_page_get_session (page), JOL_ORIGIN_CARD);
  JolFigure *figure = jol_figure_add_with_label (figures, caption, links);
  GString *markup = g_string_new (NULL);

  jol_links_append_all (markup, jol_card_page_get_story (page), ids, ", ",
                        jol_card_page_get_language (page));
  jol_figure_set_markup (figure, markup->str);
  g_string_free (markup, TRUE);
}

static void
add_participants (JolCardPage *page, GtkWidget *figures, const char *const *codes)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; codes[i]; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            jol_country_get_name (codes[i], jol_card_page_get_language (page)));
  /* Translators: caption before the countries that took part in an event */
  jol_figure_set_text (jol_figure_add (figures, _ ("Taking part")), names->str);
  g_string_free (names, TRUE);
}

static void
jol_event_page_constructed (GObject *object)
{
  JolCardPage *page = JOL_CARD_PAGE (object);
  JolEvent *event;
  JolEventKind kind;
  GtkWidget *chip, *figures;
  g_autofree char *dates = NULL;

  G_OBJECT_CLASS (jol_event_page_parent_class)->constructed (object);

  event = JOL_EVENT (jol_card_page_get_entity (page));
  kind = jol_event_get_event_kind (event);
  chip = jol_chip_new_with_mark ((JolTint){ JOL_TINT_EVENT_KIND, (int) kind });
  jol_chip_set_text (JOL_CHIP (chip), jol_event_kind_get_name (kind));
  jol_card_page_append (page, chip);
  jol_card_page_append_confidence (page);
  jol_card_page_append_text (
      page, jol_entity_get_summary (JOL_ENTITY (event), jol_card_page_get_language (page)));

  figures = jol_figure_grid_new ();
  dates = jol_event_format_dates (event);
  /* Translators: caption before the date of an event */
  jol_figure_set_text (jol_figure_add (figures, _ ("When")), dates);
  /* Translators: caption before the place of an event */
  add_links (page, figures, _ ("Where"),
             (const char *const[]){ jol_event_get_place_id (event), NULL });
  add_participants (page, figures, jol_event_get_participants (event));
  add_links (page, figures, _ ("Routes"), jol_event_get_route_ids (event));
  jol_card_page_append (page, figures);

  jol_card_lists_add_claims (page);
  jol_card_lists_add_passages (page);
  jol_card_lists_add_sources (page);
}

static void
jol_event_page_class_init (JolEventPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = jol_event_page_constructed;
}

static void
jol_event_page_init (JolEventPage *self)
{
}

GtkWidget *
jol_event_page_new (JolSession *session, JolEvent *event)
{
  return g_object_new (JOL_TYPE_EVENT_PAGE, "session", session, "entity", event, NULL);
}
