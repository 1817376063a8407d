/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scene says in words: title, date, credits, and the description for who cannot see. */
#include "config.h"
#include "jol-scene-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAMES 6 /* of routes that became something, in the description */

static guint
count_routes (const JolSceneContent *self, JolCommodity commodity, guint statuses)
{
  guint n = 0;

  for (guint status = 0; status < JOL_N_STATUSES; status++)
    if (statuses & 1u << status)
      n += self->n_by_status[commodity][status];

  return n;
}

static void
add_phrase (GString *text, char *phrase)
{
  if (text->len > 0)
    /* Translators: between the parts of a list, as in "5 gas routes operating, 2 proposed". */
    g_string_append (text, C_ ("list", ", "));
  g_string_append (text, phrase);
  g_free (phrase);
}

static void
add_thinned (GString *text, const JolSceneContent *self)
{
  if (self->n_thinned > 0)
    add_phrase (text, jol_scene_content_describe_thinning (self));
}

static void
add_hidden (GString *text, const JolSceneContent *self)
{
  g_autoptr (GString) hidden = g_string_new (NULL);

  for (guint i = 0; i < self->n_legend; i++)
    if (self->legend[i].is_hidden)
      add_phrase (hidden, g_strdup (self->legend[i].label));
  if (hidden->len > 0)
    /* Translators: %s is a list of kinds that a person has hidden on the map: "Gas, Proposed". */
    add_phrase (text, g_strdup_printf (_ ("hidden: %s"), hidden->str));
}

/* What became of the routes. */
static void
add_changes (GString *text, const JolSceneContent *self)
{
  guint n = self->n_by_change[JOL_ROUTE_APPEARED];

  add_phrase (text, g_strdup_printf (ngettext ("%u route appeared", "%u routes appeared", n), n));
  n = self->n_by_change[JOL_ROUTE_ENDED];
  add_phrase (text, g_strdup_printf (ngettext ("%u ended", "%u ended", n), n));
  n = self->n_by_change[JOL_ROUTE_CHANGED];
  add_phrase (text, g_strdup_printf (ngettext ("%u changed", "%u changed", n), n));
  n = self->n_by_change[JOL_ROUTE_SAME];
  add_phrase (text, g_strdup_printf (ngettext ("%u as before", "%u as before", n), n));
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  const JolSceneRoute *x = *(const JolSceneRoute *const *) a;
  const JolSceneRoute *y = *(const JolSceneRoute *const *) b;

  return x->width_px > y->width_px ? -1 : x->width_px < y->width_px;
}

/* The largest of those that became something, with the dates: "Appeared: CPC (13 October 2001) and
 * 4 more." */
static void
add_changed_names (GString *text, const JolSceneContent *self, JolRouteChange change)
{
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  const guint n_all = self->n_by_change[change];
  guint n;

  for (guint i = 0; i < self->n_routes; i++)
    if (self->routes[i].change == change)
      g_ptr_array_add (routes, &self->routes[i]);
  if (routes->len == 0)
    return;

  g_ptr_array_sort (routes, compare_widths);
  /* One more is as long as "and 1 more". */
  n = n_all <= MAX_NAMES + 1 ? routes->len : MIN (routes->len, (guint) MAX_NAMES);
  for (guint i = 0; i < n; i++)
    {
      const JolSceneRoute *route = g_ptr_array_index (routes, i);
      g_autofree char *when = jol_date_format (&route->changed_on);

      /* Translators: a route, and when it appeared, ended or changed: "CPC (October 2001)" */
      add_phrase (names, g_strdup_printf (_ ("%1$s (%2$s)"), route->title, when));
    }
  if (n < n_all)
    add_phrase (names,
                g_strdup_printf (ngettext ("and %u more", "and %u more", n_all - n), n_all - n));
  /* Translators: what became of routes, and their names: "Appeared: CPC, BTC". A space before it.
   */
  g_string_append_printf (text, C_ ("changes", " %1$s: %2$s."), jol_route_change_get_label (change),
                          names->str);
}

static void
add_stages (GString *text, const JolSceneContent *self)
{
  const guint still = 1u << JOL_STATUS_IDLE | 1u << JOL_STATUS_RETIRED;
  guint n;

  n = count_routes (self, JOL_COMMODITY_OIL, 1u << JOL_STATUS_OPERATING);
  if (n > 0)
    add_phrase (text, g_strdup_printf (
                          ngettext ("%u oil route operating", "%u oil routes operating", n), n));
  n = count_routes (self, JOL_COMMODITY_GAS, 1u << JOL_STATUS_OPERATING);
  if (n > 0)
    add_phrase (text, g_strdup_printf (
                          ngettext ("%u gas route operating", "%u gas routes operating", n), n));
  n = count_routes (self, JOL_COMMODITY_OIL, 1u << JOL_STATUS_CONSTRUCTION) +
      count_routes (self, JOL_COMMODITY_GAS, 1u << JOL_STATUS_CONSTRUCTION);
  if (n > 0)
    add_phrase (
        text, g_strdup_printf (ngettext ("%u under construction", "%u under construction", n), n));
  n = count_routes (self, JOL_COMMODITY_OIL, 1u << JOL_STATUS_PROPOSED) +
      count_routes (self, JOL_COMMODITY_GAS, 1u << JOL_STATUS_PROPOSED);
  if (n > 0)
    add_phrase (text, g_strdup_printf (ngettext ("%u proposed", "%u proposed", n), n));
  n = count_routes (self, JOL_COMMODITY_OIL, still) + count_routes (self, JOL_COMMODITY_GAS, still);
  if (n > 0)
    add_phrase (text,
                g_strdup_printf (ngettext ("%u idle or retired", "%u idle or retired", n), n));
}

static char *
describe (const JolSceneContent *self, const JolSceneQuestion *question)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_summits = 0;
  GString *whole;

  if (self->is_comparing)
    add_changes (text, self);
  else
    add_stages (text, self);
  for (guint i = 0; i < self->n_places; i++)
    n_summits += self->places[i].is_lifted ? 0 : self->places[i].n_summits;
  if (n_summits > 0)
    add_phrase (text, g_strdup_printf (ngettext ("%u summit held", "%u summits held", n_summits),
                                       n_summits));
  if (text->len == 0)
    g_string_append (text, _ ("nothing of the story is there yet"));
  add_thinned (text, self);
  add_hidden (text, self);
  if (question->selected)
    {
      const char *title = jol_entity_get_title (question->selected, question->language);

      /* Translators: %s is the name of what is selected. */
      add_phrase (text, g_strdup_printf (_ ("selected: %s"), title));
    }

  whole = g_string_new (NULL);
  /* Translators: the picture in one sentence: title of the story, date, what the map shows. */
  g_string_printf (whole, _ ("%1$s, %2$s: %3$s."), self->title, self->date_label, text->str);
  if (self->is_comparing)
    for (JolRouteChange change = JOL_ROUTE_APPEARED; change <= JOL_ROUTE_CHANGED; change++)
      add_changed_names (whole, self, change);

  return g_string_free (whole, FALSE);
}

static char *
credit (const JolSceneQuestion *question)
{
  const char *credits =
      question->story ? jol_story_get_credits (question->story, question->language) : NULL;
  /* Translators: whose data the base map is made of; Natural Earth is a name. */
  const char *base = _ ("Base map: Natural Earth.");

  return credits ? g_strconcat (base, " ", credits, NULL) : g_strdup (base);
}

/* With the time whose summits are counted, when that is not all until the date. */
static char *
format_date (const JolSceneQuestion *question)
{
  g_autofree char *date = question->date ? jol_date_format (question->date) : g_strdup ("");
  g_autofree char *counted = NULL;

  if (jol_span_is_set (&question->compared))
    {
      g_autofree char *earlier = jol_date_format (&question->compared.from);
      g_autofree char *later = jol_date_format (&question->compared.to);

      /* Translators: the two dates of a picture, the earlier one first: "2005 compared with 2023"
       */
      return g_strdup_printf (_ ("%1$s compared with %2$s"), earlier, later);
    }
  if (!question->is_narrowed)
    return g_steal_pointer (&date);

  counted = jol_date_format_range (&question->counted.from, &question->counted.to);
  /* Translators: the date of a picture, and the time whose summits it counts: "July 2013; summits:
   * 2005–2012" */
  return g_strdup_printf (_ ("%1$s; summits: %2$s"), date, counted);
}

void
jol_scene_content_add_words (JolSceneContent *self, const JolSceneQuestion *question)
{
  jol_scene_content_add_legend (self, question);
  if (question->date)
    self->date = *question->date;
  self->date_label = format_date (question);
  self->date_words = jol_date_is_set (&self->date) ? jol_date_format (&self->date) : NULL;
  self->title =
      g_strdup (question->story ? jol_story_get_title (question->story, question->language) : "");
  self->credits = credit (question);
  /* Translators: a distance on the map's scale bar, in kilometres. */
  self->km_words = _ ("%s km");
  self->description = question->story ? describe (self, question) : g_strdup ("");
}
