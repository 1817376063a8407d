/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-card-lists.h"

#include "jol-link-row.h"
#include "jol-source-row.h"

#include <glib/gi18n.h>

static const char *
get_id (JolCardPage *page)
{
  return jol_entity_get_id (jol_card_page_get_entity (page));
}

/* An event is no event about itself. */
static guint
count_events (JolCardPage *page, const GPtrArray *events)
{
  return events->len - g_ptr_array_find ((GPtrArray *) events, //
                                         jol_card_page_get_entity (page), NULL);
}

static void
build_events (GtkBox *box, gpointer user_data)
{
  JolCardPage *page = user_data;
  const char *language = jol_card_page_get_language (page);
  const GPtrArray *events =
      jol_story_get_events_about (jol_card_page_get_story (page), get_id (page));

  for (guint i = 0; i < events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (events, i);
      JolEventKind kind = jol_event_get_event_kind (event);
      JolTint tint = { JOL_TINT_EVENT_KIND, (int) kind };
      g_autofree char *dates = jol_event_format_dates (event);
      g_autofree char *detail = NULL;
      GtkWidget *row;

      if (JOL_ENTITY (event) == jol_card_page_get_entity (page))
        continue;

      /* Translators: date and kind of an event: "5 July 2022 · Incident" */
      detail = g_strdup_printf (C_ ("event", "%1$s · %2$s"), dates, jol_event_kind_get_name (kind));
      row = jol_link_row_new (jol_card_page_get_session (page),
                              jol_entity_get_id (JOL_ENTITY (event)), tint);
      jol_link_row_set_text (JOL_LINK_ROW (row),
                             jol_entity_get_title (JOL_ENTITY (event), language), detail);
      gtk_box_append (box, row);
    }
}

void
jol_card_lists_add_events (JolCardPage *page)
{
  guint n = count_events (
      page, jol_story_get_events_about (jol_card_page_get_story (page), get_id (page)));
  g_autofree char *label = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  if (n > 0)
    jol_sections_add (jol_card_page_get_sections (page), "events", label, build_events, page);
}

static void
build_claims (GtkBox *box, gpointer user_data)
{
  JolCardPage *page = user_data;
  const char *language = jol_card_page_get_language (page);
  const GPtrArray *claims =
      jol_story_get_claims_about (jol_card_page_get_story (page), get_id (page));

  for (guint i = 0; i < claims->len; i++)
    {
      JolEntity *claim = g_ptr_array_index (claims, i);
      JolVerdict verdict = jol_claim_get_verdict (JOL_CLAIM (claim));
      JolTint tint = { JOL_TINT_VERDICT, (int) verdict };
      GtkWidget *row =
          jol_link_row_new (jol_card_page_get_session (page), jol_entity_get_id (claim), tint);

      jol_link_row_set_text (JOL_LINK_ROW (row), jol_entity_get_title (claim, language),
                             jol_verdict_get_label (verdict));
      gtk_box_append (box, row);
    }
}

void
jol_card_lists_add_claims (JolCardPage *page)
{
  guint n = jol_story_get_claims_about (jol_card_page_get_story (page), get_id (page))->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);

  if (n > 0)
    jol_sections_add (jol_card_page_get_sections (page), "claims", label, build_claims, page);
}

/* In which article, and under which heading. */
static GtkWidget *
create_place (const JolPassage *passage, const char *language)
{
  guint n_sections;
  const JolSection *section =
      jol_article_get_sections (passage->article, &n_sections) + passage->section;
  const char *title = jol_entity_get_title (JOL_ENTITY (passage->article), language);
  const char *heading = section->heading ? jol_text_get (section->heading, language) : NULL;
  g_autofree char *place = NULL;
  GtkWidget *label;

  /* Translators: an article's title and the heading of one of its sections */
  place = heading && *heading ? g_strdup_printf (C_ ("article", "%1$s · %2$s"), title, heading)
                              : g_strdup (title);
  label = g_object_new (GTK_TYPE_LABEL, "label", place, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, "place");
  return label;
}

static void
build_passages (GtkBox *box, gpointer user_data)
{
  JolCardPage *page = user_data;
  const GPtrArray *passages =
      jol_story_get_passages_about (jol_card_page_get_story (page), get_id (page));
  const JolPassage *last = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const JolPassage *passage = g_ptr_array_index (passages, i);

      if (!last || passage->article != last->article || passage->section != last->section)
        gtk_box_append (box, create_place (passage, jol_card_page_get_language (page)));
      last = passage;
      gtk_box_append (box,
                      jol_link_row_new_for_passage (jol_card_page_get_session (page), passage));
    }
}

void
jol_card_lists_add_passages (JolCardPage *page)
{
  guint n = jol_story_get_passages_about (jol_card_page_get_story (page), get_id (page))->len;
  /* Translators: places in the article that mention a thing */
  g_autofree char *label = g_strdup_printf (ngettext ("%u passage", "%u passages", n), n);

  if (n > 0)
    jol_sections_add (jol_card_page_get_sections (page), "passages", label, build_passages, page);
}

static void
build_sources (GtkBox *box, gpointer user_data)
{
  JolCardPage *page = user_data;
  const GPtrArray *sources = jol_card_page_get_sources (page);

  for (guint i = 0; i < sources->len; i++)
    gtk_box_append (box, jol_source_row_new (g_ptr_array_index (sources, i),
                                             jol_card_page_get_language (page)));
}

void
jol_card_lists_add_sources (JolCardPage *page)
{
  guint n = jol_card_page_get_sources (page)->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);

  if (n > 0)
    jol_sections_add (jol_card_page_get_sections (page), "sources", label, build_sources, page);
}
