/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long parts of a page: a route's histories, a series' figures, an article's text. */
#include "config.h"

#include "jol-cli-page-private.h"
#include "jol-cli-story.h"

#include "jol-markdown.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

/* What it is at the page's date. */
static void
add_route_state (JolCliPage *self, JolRoute *route)
{
  JolStatus status = jol_route_get_status_at (route, self->date);
  const JolHistoryEntry *capacity = jol_route_get_capacity_at (route, self->date);
  const JolInterruption *interruption = jol_route_get_interruption_at (route, self->date);
  JolDirection direction = jol_route_get_direction_at (route, self->date);
  g_autofree char *date = jol_cli_format_date (self->date);
  /* TRANSLATORS: a label; %s is a date such as 2022-07 */
  g_autofree char *label = g_strdup_printf (_ ("At %s"), date);

  jol_cli_page_add_fact (self, label, jol_status_get_label (status));
  if (status == JOL_STATUS_ABSENT)
    return;

  if (interruption)
    {
      g_autofree char *dates =
          jol_cli_format_dates (&interruption->span.from, &interruption->span.to);

      jol_cli_page_add_fact (self, _ ("Standing still"), dates);
    }
  if (capacity)
    {
      g_autofree char *amount = jol_quantity_format (capacity->value, capacity->unit);

      jol_cli_page_add_fact (self, _ ("Capacity"), amount);
    }
  if (direction == JOL_DIRECTION_REVERSE)
    jol_cli_page_add_fact (self, _ ("Direction"), _ ("reversed, against the order of the stops"));
  else if (direction == JOL_DIRECTION_BOTH)
    jol_cli_page_add_fact (self, _ ("Direction"), _ ("both ways"));
}

static void
add_length (JolCliPage *self, const char *label, double value, const char *unit)
{
  g_autofree char *text = value > 0 ? jol_quantity_format (value, unit) : NULL;

  jol_cli_page_add_fact (self, label, text);
}

static void
print_history (JolCliPage *self, const char *heading, const JolHistory *history, gboolean is_status)
{
  guint n = jol_history_get_size (history);

  if (n)
    jol_cli_page_print_heading (self, heading);
  for (guint i = 0; i < n; i++)
    {
      const JolHistoryEntry *entry = jol_history_get (history, i);
      const char *note = jol_text_get (entry->note, self->language);
      g_autofree char *from = jol_cli_format_date (&entry->from);
      g_autofree char *amount = is_status
                                    ? g_strdup (jol_status_get_label ((JolStatus) entry->code))
                                    : jol_quantity_format (entry->value, entry->unit);
      g_autoptr (JolCliTable) row = jol_cli_table_new (2);

      /* Rows apart, because notes stand between them: the date's column is as wide as a day. */
      jol_cli_table_set_min_width (row, 0, 10);
      jol_cli_table_add (row, from);
      jol_cli_table_add (row, amount);
      jol_cli_table_print (row, 2, self->out);
      if (note)
        jol_cli_append_wrapped (self->out->text, note, 14);
    }
}

static const char *
get_quality_label (int quality)
{
  switch (quality)
    {
    case JOL_QUALITY_ESTIMATED:
      return C_ ("quality", "estimated");
    case JOL_QUALITY_PLANNED:
      return C_ ("quality", "planned");
    case JOL_QUALITY_PARTIAL:
      return C_ ("quality", "part of the year");
    case JOL_QUALITY_REPORTED:
    default:
      return "";
    }
}

static void
print_throughput (JolCliPage *self, JolRoute *route)
{
  g_autoptr (JolCliTable) table = jol_cli_table_new (3);
  guint n = 0;
  const JolThroughput *throughput = jol_route_get_throughput (route, &n);

  jol_cli_table_align_right (table, 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", throughput[i].year);
      g_autofree char *amount = jol_quantity_format (throughput[i].value, throughput[i].unit);

      jol_cli_table_add (table, year);
      jol_cli_table_add (table, amount);
      jol_cli_table_add (table, get_quality_label (throughput[i].quality));
    }
  jol_cli_page_print_table (self, _ ("Carried"), table);
}

static void
print_owners (JolCliPage *self, JolRoute *route)
{
  g_autoptr (JolCliTable) table = jol_cli_table_new (4);
  guint n = 0;
  const JolOwner *owners = jol_route_get_owners (route, &n);

  jol_cli_table_align_right (table, 0);
  for (guint i = 0; i < n; i++)
    {
      const JolOwner *owner = &owners[i];
      g_autofree char *share =
          owner->share_percent < 0 ? NULL : jol_quantity_format (owner->share_percent, "%");
      g_autofree char *from = jol_cli_format_date (&owner->from);
      g_autofree char *to = jol_cli_format_date (&owner->to);
      g_autofree char *dates = *from || *to ? g_strdup_printf ("%s..%s", from, to) : NULL;

      jol_cli_table_add (table, share);
      jol_cli_table_add (table, owner->name);
      jol_cli_table_add (table, owner->country);
      jol_cli_table_add (table, dates);
    }
  jol_cli_page_print_table (self, _ ("Owners"), table);
}

static void
print_interruptions (JolCliPage *self, JolRoute *route)
{
  guint n = 0;
  const JolInterruption *interruptions = jol_route_get_interruptions (route, &n);

  if (n)
    jol_cli_page_print_heading (self, _ ("Interruptions"));
  for (guint i = 0; i < n; i++)
    {
      const JolSpan *span = &interruptions[i].span;
      const char *note = jol_text_get (interruptions[i].note, self->language);
      g_autofree char *from = jol_cli_format_date (&span->from);
      /* TRANSLATORS: %s is a date; it has not ended */
      g_autofree char *dates = jol_date_is_set (&span->to)
                                   ? jol_cli_format_dates (&span->from, &span->to)
                                   : g_strdup_printf (_ ("since %s"), from);

      jol_cli_append_wrapped (self->out->text, dates, 2);
      if (note)
        jol_cli_append_wrapped (self->out->text, note, 14);
    }
}

void
jol_cli_page_print_route (JolCliPage *self, JolRoute *route)
{
  JolOutlet outlet = jol_route_get_outlet (route);

  add_route_state (self, route);
  jol_cli_page_add_fact (self, _ ("Carries"),
                         jol_commodity_get_label (jol_route_get_commodity (route)));
  jol_cli_page_add_fact (self, _ ("Kind"), jol_mode_get_label (jol_route_get_mode (route)));
  if (outlet != JOL_OUTLET_NONE)
    jol_cli_page_add_fact (self, _ ("Leads to"), jol_outlet_get_label (outlet));
  add_length (self, _ ("Length"), jol_route_get_length_km (route), "km");
  add_length (self, _ ("Diameter"), jol_route_get_diameter_mm (route), "mm");
  jol_cli_page_add_fact (self, _ ("Operator"), jol_route_get_operator (route));
  jol_cli_page_add_titles (self, _ ("Stops"), jol_route_get_stop_ids (route));
  jol_cli_page_print_facts (self);

  print_history (self, _ ("Status"), jol_route_get_status_history (route), TRUE);
  print_history (self, _ ("Capacity"), jol_route_get_capacity_history (route), FALSE);
  print_interruptions (self, route);
  print_throughput (self, route);
  print_owners (self, route);
}

/* Years from the first to the last that any band has a figure for. */
static void
find_years (const JolSeriesBand *bands, guint n_bands, int *first_out, int *last_out)
{
  *first_out = G_MAXINT;
  *last_out = 0;
  for (guint i = 0; i < n_bands; i++)
    if (bands[i].n_values > 0)
      {
        *first_out = MIN (*first_out, bands[i].values[0].year);
        *last_out = MAX (*last_out, bands[i].values[bands[i].n_values - 1].year);
      }
}

static char *
format_series_value (const JolSeriesValue *value)
{
  g_autofree char *number = jol_number_format (value->value);

  switch (value->quality)
    {
    case JOL_QUALITY_ESTIMATED:
      return g_strdup_printf ("≈ %s", number);
    case JOL_QUALITY_PLANNED:
    case JOL_QUALITY_PARTIAL:
      return g_strdup_printf ("(%s)", number);
    case JOL_QUALITY_REPORTED:
    default:
      return g_steal_pointer (&number);
    }
}

/* A row a year, a column a band. A year without any figure is left out: a gap is a gap. */
static void
print_figures (JolCliPage *self, const JolSeriesBand *bands, guint n_bands)
{
  g_autoptr (JolCliTable) table = jol_cli_table_new (n_bands + 1);
  int first, last;

  find_years (bands, n_bands, &first, &last);
  jol_cli_table_add (table, _ ("Year"));
  for (guint i = 0; i < n_bands; i++)
    {
      jol_cli_table_align_right (table, i + 1);
      jol_cli_table_add (table, bands[i].id);
    }

  for (int year = first; year <= last; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);
      gboolean is_gap = TRUE;

      for (guint i = 0; i < n_bands && is_gap; i++)
        is_gap = !jol_series_band_lookup (&bands[i], year);
      if (is_gap)
        continue;

      jol_cli_table_add (table, label);
      for (guint i = 0; i < n_bands; i++)
        {
          const JolSeriesValue *value = jol_series_band_lookup (&bands[i], year);
          g_autofree char *text = value ? format_series_value (value) : NULL;

          jol_cli_table_add (table, text);
        }
    }
  jol_cli_page_print_table (self, _ ("Figures"), table);
}

void
jol_cli_page_print_series (JolCliPage *self, JolSeries *series)
{
  g_autoptr (JolCliTable) names = jol_cli_table_new (2);
  guint n_bands = 0;
  const JolSeriesBand *bands = jol_series_get_bands (series, &n_bands);

  jol_cli_page_add_fact (self, _ ("Unit"), jol_unit_get_label (jol_series_get_unit (series)));
  jol_cli_page_print_facts (self);

  for (guint i = 0; i < n_bands; i++)
    {
      const char *name = jol_text_get (bands[i].name, self->language);

      if (!name)
        continue;
      jol_cli_table_add (names, bands[i].id);
      jol_cli_table_add (names, name);
    }
  jol_cli_page_print_table (self, _ ("Bands"), names);
  print_figures (self, bands, n_bands);
  jol_cli_page_print_heading (
      self, _ ("≈ is an estimate; a figure in brackets is planned, or for a part of the year."));
}

static void
print_block (JolCliPage *self, const JolBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint indent = 2 * (jol_block_count_containers (block, JOL_CONTAINER_ITEM) +
                      jol_block_count_containers (block, JOL_CONTAINER_QUOTE));

  if (block->marker)
    g_string_append_printf (text, "%s ", block->marker);
  for (guint i = 0; i < block->runs->len; i++)
    {
      const char *words = g_array_index (block->runs, JolRun, i).text;

      g_string_append (text, g_str_equal (words, "\t") ? " | " : words);
    }
  if (block->kind == JOL_BLOCK_RULE)
    g_string_append (text, "* * *");

  if (!block->marker && !(block->kind == JOL_BLOCK_ROW && block->level > 0))
    g_string_append_c (self->out->text, '\n');
  jol_cli_append_wrapped (self->out->text, text->str, indent);
}

void
jol_cli_page_print_sections (JolCliPage *self, JolArticle *article)
{
  guint n_sections = 0;
  const JolSection *sections = jol_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      const char *heading = jol_text_get (sections[i].heading, self->language);
      const char *body = jol_text_get (sections[i].body, self->language);
      g_autoptr (GArray) blocks = jol_markdown_parse (body ? body : "");

      if (heading)
        {
          g_autofree char *line = g_strdup_printf ("# %s", heading);

          jol_cli_page_print_heading (self, line);
        }
      for (guint j = 0; j < blocks->len; j++)
        print_block (self, &g_array_index (blocks, JolBlock, j));
    }
}
