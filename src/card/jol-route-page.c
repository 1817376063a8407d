/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route-page.h"

#include "jol-card-lists.h"
#include "jol-chip.h"
#include "jol-figure.h"
#include "jol-links.h"
#include "jol-route-change.h"
#include "jol-route-history.h"
#include "jol-sparkline.h"
#include "jol-unit.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_OWNERS_SHOWN 3
#define ALL_OWNERS "all-owners" /* an address that is no id: the link "and 8 more" */

struct _JolRoutePage
{
  JolCardPage parent_instance;

  GtkWidget *chip;
  GtkWidget *change; /* what became of it between two dates; unseen while none are compared */
  JolFigure *interrupted;
  JolFigure *capacity;
  JolFigure *carried;
  JolFigure *stops;
  JolFigure *owners;
  GtkWidget *sparkline; /* or NULL */
  gboolean shows_all_owners;
  guint more_id;
};

G_DEFINE_FINAL_TYPE (JolRoutePage, jol_route_page, JOL_TYPE_CARD_PAGE)

static JolRoute *
get_route (JolRoutePage *self)
{
  return JOL_ROUTE (jol_card_page_get_entity (JOL_CARD_PAGE (self)));
}

static void
show_status (JolRoutePage *self, const JolDate *date)
{
  JolRoute *route = get_route (self);
  const char *commodity = jol_commodity_get_label (jol_route_get_commodity (route));
  JolStatus status = jol_route_get_status_at (route, date);
  const JolInterruption *interruption =
      status == JOL_STATUS_OPERATING ? jol_route_get_interruption_at (route, date) : NULL;
  g_autofree char *word = NULL;
  g_autofree char *when = jol_date_format (date);
  g_autofree char *text = NULL;

  /* Translators: %s is the status of a route, "operating" */
  word =
      g_strdup_printf (interruption ? _ ("%s, interrupted") : "%s", jol_status_get_label (status));
  if (jol_date_get_precision (date) == JOL_PRECISION_DAY)
    /* Translators: what a route carries, its status, and a day: "Oil · operating on 5 July 2022" */
    text = g_strdup_printf (_ ("%1$s · %2$s on %3$s"), commodity, word, when);
  else
    /* Translators: what a route carries, its status, and a month or year: "Oil · operating in July
     * 2022" */
    text = g_strdup_printf (_ ("%1$s · %2$s in %3$s"), commodity, word, when);
  jol_chip_set_text (JOL_CHIP (self->chip), text);

  if (interruption)
    {
      g_autofree char *dates =
          jol_date_format_range (&interruption->span.from, &interruption->span.to);

      jol_figure_set_text (self->interrupted, dates);
      jol_figure_set_note (
          self->interrupted,
          jol_text_get (interruption->note, jol_card_page_get_language (JOL_CARD_PAGE (self))));
    }
  else
    {
      jol_figure_set_text (self->interrupted, NULL);
    }
}

static void
show_change (JolRoutePage *self)
{
  const JolSpan compared =
      jol_session_get_compared_span (jol_card_page_get_session (JOL_CARD_PAGE (self)));

  gtk_widget_set_visible (self->change, jol_span_is_set (&compared));
  if (jol_span_is_set (&compared))
    {
      JolDate since;
      g_autofree char *when = jol_date_format_range (&compared.from, &compared.to);
      g_autofree char *words =
          jol_route_describe_change (get_route (self), &compared.from, &compared.to, &since);
      /* Translators: two dates and what became of a route from one to the other: "2005–2023 ·
       * Appeared: operating since 2009" */
      g_autofree char *text = g_strdup_printf (C_ ("change", "%1$s · %2$s"), when, words);

      gtk_label_set_label (GTK_LABEL (self->change), text);
    }
}

static void
show_capacity (JolRoutePage *self, const JolDate *date)
{
  const JolHistoryEntry *entry = jol_route_get_capacity_at (get_route (self), date);
  g_autofree char *amount = NULL;
  g_autofree char *since = NULL;
  g_autofree char *text = NULL;

  if (!entry)
    {
      jol_figure_set_text (self->capacity, NULL);
      return;
    }

  amount = jol_quantity_format (entry->value, entry->unit);
  since = jol_date_format_since (&entry->from);
  /* Translators: a capacity and since when: "67 Mt a year, since April 2018" */
  text = g_strdup_printf (C_ ("capacity", "%1$s, %2$s"), amount, since);
  jol_figure_set_text (self->capacity, text);
  jol_figure_set_uncertain (self->capacity, entry->confidence == JOL_CONFIDENCE_LOW);
  jol_figure_set_note (self->capacity, jol_text_get (entry->note, jol_card_page_get_language (
                                                                      JOL_CARD_PAGE (self))));
}

static void
show_carried (JolRoutePage *self, const JolDate *date)
{
  const JolThroughput *figure = jol_route_get_throughput_at (get_route (self), date);
  guint n;
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  if (self->sparkline)
    jol_sparkline_set_year (JOL_SPARKLINE (self->sparkline), date->year);

  if (!figure)
    {
      jol_route_get_throughput (get_route (self), &n);
      /* The years to come are there to see all the same. */
      jol_figure_set_text (self->carried, n > 0 ? _ ("No figure yet") : NULL);
      jol_figure_set_note (self->carried, NULL);
      jol_figure_set_uncertain (self->carried, FALSE);
      return;
    }

  amount = jol_throughput_format (figure);
  /* Translators: how much was carried in a year: "58.7 Mt in 2022" */
  text = g_strdup_printf (_ ("%1$s in %2$d"), amount, figure->year);
  jol_figure_set_text (self->carried, text);
  jol_figure_set_uncertain (self->carried, figure->confidence == JOL_CONFIDENCE_LOW);
  jol_figure_set_note (self->carried, jol_text_get (figure->note, jol_card_page_get_language (
                                                                      JOL_CARD_PAGE (self))));
}

/* In the order of the flow. */
static void
show_stops (JolRoutePage *self, const JolDate *date)
{
  JolCardPage *page = JOL_CARD_PAGE (self);
  JolRoute *route = get_route (self);
  const char *const *ids = jol_route_get_stop_ids (route);
  double length_km = jol_route_get_length_km (route);
  gboolean is_reversed = jol_route_get_direction_at (route, date) == JOL_DIRECTION_REVERSE;
  guint n = g_strv_length ((char **) ids);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (markup, " – ");
      jol_links_append (markup, jol_card_page_get_story (page), ids[is_reversed ? n - 1 - i : i],
                        jol_card_page_get_language (page));
    }
  if (length_km > 0)
    {
      g_autofree char *length = jol_quantity_format (length_km, "km");
      g_autofree char *escaped = g_markup_escape_text (length, -1);

      g_string_append_printf (markup, "%s%s", n > 0 ? ", " : "", escaped);
    }
  jol_figure_set_markup (self->stops, markup->str);
  g_string_free (markup, TRUE);
}

static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const JolOwner *first = *(const JolOwner *const *) a;
  const JolOwner *second = *(const JolOwner *const *) b;

  return (second->share_percent > first->share_percent) -
         (second->share_percent < first->share_percent);
}

/* Those of the date, the greatest first. */
static GPtrArray *
collect_owners (JolRoute *route, const JolDate *date)
{
  guint n;
  const JolOwner *owners = jol_route_get_owners (route, &n);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      if (jol_date_is_set (&owners[i].from) &&
          jol_date_first_day (&owners[i].from) > jol_date_last_day (date))
        continue;
      if (jol_date_is_set (&owners[i].to) &&
          jol_date_last_day (&owners[i].to) < jol_date_first_day (date))
        continue;
      g_ptr_array_add (found, (gpointer) &owners[i]);
    }
  g_ptr_array_sort (found, compare_owners);
  return found;
}

/* Without what stands in brackets at the end, for which there is room when all owners are shown. */
static gssize
measure_name (const char *name)
{
  const char *bracket = g_str_has_suffix (name, ")") ? strstr (name, " (") : NULL;

  return bracket ? bracket - name : -1;
}

static void
show_owners (JolRoutePage *self, const JolDate *date)
{
  g_autoptr (GPtrArray) owners = collect_owners (get_route (self), date);
  /* One more is as long as "and 1 more". */
  guint n =
      owners->len <= N_OWNERS_SHOWN + 1 || self->shows_all_owners ? owners->len : N_OWNERS_SHOWN;
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const JolOwner *owner = g_ptr_array_index (owners, i);
      g_autofree char *name = g_markup_escape_text (
          owner->name, self->shows_all_owners ? -1 : measure_name (owner->name));

      g_string_append_printf (markup, "%s%s", i > 0 ? ", " : "", name);
      if (owner->share_percent >= 0)
        {
          g_autofree char *share = jol_quantity_format (owner->share_percent, "%");

          g_string_append_printf (markup, "\302\240%s", share);
        }
    }
  if (n < owners->len)
    {
      guint n_more = owners->len - n;
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
      g_autofree char *escaped = g_markup_escape_text (more, -1);

      g_string_append_printf (markup, " <a href=\"" ALL_OWNERS "\">" JOL_LINKS_OPAQUE ("%s") "</a>",
                              escaped);
    }
  jol_figure_set_markup (self->owners, markup->str);
  g_string_free (markup, TRUE);
}

static void
show_more_owners_cb (gpointer data)
{
  JolRoutePage *self = data;

  self->more_id = 0;
  self->shows_all_owners = TRUE;
  jol_card_page_update (JOL_CARD_PAGE (self));
}

static gboolean
more_owners_cb (GtkLabel *label, const char *address, JolRoutePage *self)
{
  /* Not at once: a label that is left without links in the middle of a click drops the gesture that
   * is at work. */
  if (self->more_id == 0)
    self->more_id = g_idle_add_once (show_more_owners_cb, self);
  return TRUE;
}

static void
build_about (GtkBox *box, gpointer user_data)
{
  JolCardPage *page = user_data;
  GtkWidget *label = g_object_new (
      GTK_TYPE_LABEL, "label",
      jol_entity_get_summary (jol_card_page_get_entity (page), jol_card_page_get_language (page)),
      "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "text");
  gtk_box_append (box, label);
}

static void
add_figures (JolRoutePage *self)
{
  JolCardPage *page = JOL_CARD_PAGE (self);
  JolRoute *route = get_route (self);
  GtkWidget *grid = jol_figure_grid_new ();
  GtkWidget *owners = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                    PANGO_WRAP_WORD_CHAR, NULL);
  guint n;

  self->interrupted = jol_figure_add (grid, _ ("Interrupted"));
  self->capacity = jol_figure_add (grid, _ ("Capacity"));
  /* Translators: caption before how much a route carried in a year */
  self->carried = jol_figure_add (grid, _ ("Carried"));
  jol_route_get_throughput (route, &n);
  if (n > 1)
    {
      self->sparkline = jol_sparkline_new (route);
      jol_figure_append (self->carried, self->sparkline);
    }

  /* Translators: caption before the stops and the length of a route */
  self->stops = jol_figure_add_with_label (
      grid, _ ("Route"), jol_links_new (jol_card_page_get_session (page), JOL_ORIGIN_CARD));
  g_signal_connect (owners, "activate-link", G_CALLBACK (more_owners_cb), self);
  self->owners = jol_figure_add_with_label (grid, _ ("Owners"), owners);
  jol_figure_set_text (jol_figure_add (grid, _ ("Operator")), jol_route_get_operator (route));
  /* Translators: caption before the way by which oil or gas leaves the region */
  jol_figure_set_text (jol_figure_add (grid, _ ("Outlet")),
                       jol_outlet_get_label (jol_route_get_outlet (route)));
  jol_card_page_append (page, grid);
}

static void
add_figure_sources (JolCardPage *page, JolRoute *route)
{
  const JolHistory *histories[] = {
    jol_route_get_status_history (route),
    jol_route_get_capacity_history (route),
    jol_route_get_direction_history (route),
  };
  guint n;
  const JolThroughput *figures = jol_route_get_throughput (route, &n);

  for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
    for (guint j = 0; histories[i] && j < jol_history_get_size (histories[i]); j++)
      jol_card_page_add_sources (page,
                                 (const char *const *) jol_history_get (histories[i], j)->sources);
  for (guint i = 0; i < n; i++)
    jol_card_page_add_sources (page, (const char *const *) figures[i].sources);
}

static void
jol_route_page_constructed (GObject *object)
{
  JolRoutePage *self = JOL_ROUTE_PAGE (object);
  JolCardPage *page = JOL_CARD_PAGE (object);
  JolRoute *route;

  G_OBJECT_CLASS (jol_route_page_parent_class)->constructed (object);

  route = get_route (self);
  self->chip =
      jol_chip_new ((JolTint){ JOL_TINT_COMMODITY, (int) jol_route_get_commodity (route) });
  jol_card_page_append (page, self->chip);
  self->change = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                               PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->change, "change");
  jol_card_page_append (page, self->change);
  jol_card_page_append_confidence (page);
  add_figures (self);

  if (jol_entity_get_summary (JOL_ENTITY (route), jol_card_page_get_language (page)))
    jol_sections_add (jol_card_page_get_sections (page), "about",
                      /* Translators: the part of a card that says what a route is */
                      C_ ("card", "About"), build_about, page);
  jol_route_history_add (page);
  jol_card_lists_add_events (page);
  jol_card_lists_add_passages (page);
  jol_card_lists_add_claims (page);
  add_figure_sources (page, route);
  jol_card_lists_add_sources (page);
  g_signal_connect_object (jol_card_page_get_session (page), "notify::compare",
                           G_CALLBACK (jol_card_page_update), self, G_CONNECT_SWAPPED);
  jol_card_page_update (page);
}

static void
jol_route_page_update (JolCardPage *page, const JolDate *date)
{
  JolRoutePage *self = JOL_ROUTE_PAGE (page);

  show_status (self, date);
  show_change (self);
  show_capacity (self, date);
  show_carried (self, date);
  show_stops (self, date);
  show_owners (self, date);
}

static void
jol_route_page_dispose (GObject *object)
{
  g_clear_handle_id (&JOL_ROUTE_PAGE (object)->more_id, g_source_remove);

  G_OBJECT_CLASS (jol_route_page_parent_class)->dispose (object);
}

static void
jol_route_page_class_init (JolRoutePageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = jol_route_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = jol_route_page_dispose;

  JOL_CARD_PAGE_CLASS (klass)->update = jol_route_page_update;
}

static void
jol_route_page_init (JolRoutePage *self)
{
}

GtkWidget *
jol_route_page_new (JolSession *session, JolRoute *route)
{
  return g_object_new (JOL_TYPE_ROUTE_PAGE, "session", session, "entity", route, NULL);
}
