/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-place-page.h"

#include "jol-card-lists.h"
#include "jol-chip.h"
#include "jol-country.h"
#include "jol-figure.h"
#include "jol-link-row.h"

#include <glib/gi18n.h>

struct _JolPlacePage
{
  JolCardPage parent_instance;

  GPtrArray *routes; /* JolRoute that stop here; borrowed from the story */
  GPtrArray *rows;   /* their JolLinkRow, once the section was opened; borrowed */
  GtkWidget *figures;
  JolFigure *summits;
};

G_DEFINE_FINAL_TYPE (JolPlacePage, jol_place_page, JOL_TYPE_CARD_PAGE)

static void
update_rows (JolPlacePage *self, const JolDate *date)
{
  const char *language = jol_card_page_get_language (JOL_CARD_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      JolRoute *route = g_ptr_array_index (self->routes, i);
      g_autofree char *detail = NULL;

      /* Translators: what a route carries and its status: "Oil · operating" */
      detail = g_strdup_printf (C_ ("route", "%1$s · %2$s"),
                                jol_commodity_get_label (jol_route_get_commodity (route)),
                                jol_status_get_label (jol_route_get_status_at (route, date)));
      jol_link_row_set_text (g_ptr_array_index (self->rows, i),
                             jol_entity_get_title (JOL_ENTITY (route), language), detail);
    }
}

static void
build_routes (GtkBox *box, gpointer user_data)
{
  JolPlacePage *self = user_data;
  JolSession *session = jol_card_page_get_session (user_data);

  for (guint i = 0; i < self->routes->len; i++)
    {
      JolRoute *route = g_ptr_array_index (self->routes, i);
      JolTint tint = { JOL_TINT_COMMODITY, (int) jol_route_get_commodity (route) };
      GtkWidget *row = jol_link_row_new (session, jol_entity_get_id (JOL_ENTITY (route)), tint);

      g_ptr_array_add (self->rows, row);
      gtk_box_append (box, row);
    }
  update_rows (self, jol_session_get_date (session));
}

static void
add_routes (JolPlacePage *self)
{
  JolCardPage *page = JOL_CARD_PAGE (self);
  const char *id = jol_entity_get_id (jol_card_page_get_entity (page));
  g_autofree char *label = NULL;
  guint n;
  JolRoute *const *routes = jol_story_get_routes (jol_card_page_get_story (page), &n);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (jol_route_get_stop_ids (routes[i]), id))
      g_ptr_array_add (self->routes, routes[i]);

  n = self->routes->len;
  label = g_strdup_printf (ngettext ("%u route", "%u routes", n), n);
  if (n > 0)
    jol_sections_add (jol_card_page_get_sections (page), "routes", label, build_routes, self);
}

static char *
format_kind (JolPlace *place, const char *language)
{
  const char *kind = jol_place_kind_get_label (jol_place_get_place_kind (place));
  const char *country = jol_place_get_country (place);

  if (!country)
    return g_strdup (kind);

  /* Translators: kind and country of a place: "Port · Kazakhstan" */
  return g_strdup_printf (C_ ("place", "%1$s · %2$s"), kind,
                          jol_country_get_name (country, language));
}

static const char *const narrowing[] = { "notify::span", "notify::compare", "notify::cumulative" };

static void
jol_place_page_constructed (GObject *object)
{
  JolPlacePage *self = JOL_PLACE_PAGE (object);
  JolCardPage *page = JOL_CARD_PAGE (object);
  JolSession *session = jol_card_page_get_session (page);
  const char *language = jol_card_page_get_language (page);
  JolPlace *place;
  GtkWidget *chip;
  g_autofree char *kind = NULL;

  G_OBJECT_CLASS (jol_place_page_parent_class)->constructed (object);

  place = JOL_PLACE (jol_card_page_get_entity (page));
  kind = format_kind (place, language);
  chip = jol_chip_new ((JolTint){ JOL_TINT_PLACE, 0 });
  jol_chip_set_text (JOL_CHIP (chip), kind);
  jol_card_page_append (page, chip);
  jol_card_page_append_confidence (page);
  jol_card_page_append_text (page, jol_entity_get_summary (JOL_ENTITY (place), language));

  self->figures = jol_figure_grid_new ();
  /* Translators: caption before how many summits a city has seen so far */
  self->summits = jol_figure_add (self->figures, _ ("Summits"));
  jol_card_page_append (page, self->figures);

  jol_card_lists_add_events (page);
  add_routes (self);
  jol_card_lists_add_passages (page);
  jol_card_lists_add_claims (page);
  jol_card_lists_add_sources (page);
  /* What the summits are counted in; the page itself follows the date. */
  for (guint i = 0; i < G_N_ELEMENTS (narrowing); i++)
    g_signal_connect_object (session, narrowing[i], G_CALLBACK (jol_card_page_update), self,
                             G_CONNECT_SWAPPED);
  jol_card_page_update (page);
}

/* The time whose summits the map counts, so that the card says the same number. */
static JolSpan
get_counted (JolCardPage *page, const JolDate *date, gboolean *is_narrowed_out)
{
  JolSession *session = jol_card_page_get_session (page);
  JolSpan counted = jol_session_get_narrowed (session);

  *is_narrowed_out = jol_span_is_set (jol_session_get_span (session)) ||
                     jol_date_is_set (jol_session_get_compare (session));
  if (!jol_span_is_set (&counted))
    counted = (JolSpan){ { .year = 1 }, *date };
  return counted;
}

static void
jol_place_page_update (JolCardPage *page, const JolDate *date)
{
  JolPlacePage *self = JOL_PLACE_PAGE (page);
  const char *id = jol_entity_get_id (jol_card_page_get_entity (page));
  JolStory *story = jol_card_page_get_story (page);
  gboolean is_narrowed;
  JolSpan counted = get_counted (page, date, &is_narrowed);
  guint n = jol_story_count_summits_in (story, id, &counted);
  g_autofree char *text = NULL;

  if (is_narrowed)
    {
      g_autofree char *when = jol_date_format_range (&counted.from, &counted.to);

      /* Translators: how many summits were held in a city, and in which time: "2 (2009–2012)" */
      text = g_strdup_printf (_ ("%1$u (%2$s)"), n, when);
    }
  else
    {
      g_autofree char *when = jol_date_format (date);

      /* Translators: how many summits were held in a city until a date */
      text = g_strdup_printf (ngettext ("%1$u until %2$s", "%1$u until %2$s", n), n, when);
    }
  jol_figure_set_text (self->summits, n > 0 ? text : NULL);
  gtk_widget_set_visible (self->figures, n > 0);
  update_rows (self, date);
}

static void
jol_place_page_dispose (GObject *object)
{
  JolPlacePage *self = JOL_PLACE_PAGE (object);

  /* The rows go with the widgets, and nothing may write to them after that. */
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (jol_place_page_parent_class)->dispose (object);
}

static void
jol_place_page_finalize (GObject *object)
{
  JolPlacePage *self = JOL_PLACE_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->routes);

  G_OBJECT_CLASS (jol_place_page_parent_class)->finalize (object);
}

static void
jol_place_page_class_init (JolPlacePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = jol_place_page_constructed;
  object_class->dispose = jol_place_page_dispose;
  object_class->finalize = jol_place_page_finalize;

  JOL_CARD_PAGE_CLASS (klass)->update = jol_place_page_update;
}

static void
jol_place_page_init (JolPlacePage *self)
{
  self->routes = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

GtkWidget *
jol_place_page_new (JolSession *session, JolPlace *place)
{
  return g_object_new (JOL_TYPE_PLACE_PAGE, "session", session, "entity", place, NULL);
}
