/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the story format and what people are shown for them: one table a kind. */
#include "config.h"

#include "jol-words.h"

#include "jol-claim.h"
#include "jol-event.h"
#include "jol-place.h"
#include "jol-route.h"
#include "jol-series.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

const char *const jol_commodity_words[] = { "oil", "gas", NULL };
const char *const jol_mode_words[] = { "pipeline", "tanker", "rail", NULL };
const char *const jol_status_words[] = { "",     "proposed", "construction", "operating",
                                         "idle", "retired",  "cancelled",    NULL };
const char *const jol_direction_words[] = { "forward", "reverse", "both", NULL };
const char *const jol_outlet_words[] = { "",       "russia",     "black-sea-via-russia",
                                         "china",  "caucasus",   "iran",
                                         "europe", "south-asia", "domestic",
                                         NULL };
const char *const jol_place_kind_words[] = { "city",     "capital", "summit-city", "port", "field",
                                             "refinery", "border",  "station",     "site", NULL };
const char *const jol_event_kind_words[] = { "summit",   "pipeline",  "agreement",
                                             "incident", "politics",  "economy",
                                             "visit",    "statement", NULL };
const char *const jol_verdict_words[] = { "supported", "partly",  "contested",
                                          "wrong",     "opinion", NULL };
const char *const jol_quality_words[] = { "reported", "estimated", "planned", "partial", NULL };
const char *const jol_confidence_words[] = { "high", "medium", "low", NULL };

static const char *const commodity_labels[] = { N_ ("Oil"), N_ ("Gas") };
static const char *const mode_labels[] = { N_ ("Pipeline"), N_ ("Tanker line"), N_ ("Rail link") };
/* TRANSLATORS: what a pipeline is at a date, as in "Oil · operating in July 2022" */
static const char *const status_labels[] = {
  NC_ ("status", "not there yet"), NC_ ("status", "proposed"), NC_ ("status", "under construction"),
  NC_ ("status", "operating"),     NC_ ("status", "idle"),     NC_ ("status", "retired"),
  NC_ ("status", "cancelled"),
};
static const char *const outlet_labels[] = {
  "",
  N_ ("Russia"),
  N_ ("Black Sea through Russia"),
  N_ ("China"),
  N_ ("Caucasus"),
  N_ ("Iran"),
  N_ ("Europe"),
  N_ ("South Asia"),
  N_ ("Domestic"),
};
static const char *const place_kind_labels[] = {
  N_ ("City"),     N_ ("Capital"),         N_ ("Summit city"), N_ ("Port"), N_ ("Field"),
  N_ ("Refinery"), N_ ("Border crossing"), N_ ("Station"),     N_ ("Site"),
};
static const char *const event_kind_labels[] = {
  N_ ("Summits"),  N_ ("Pipelines"), N_ ("Agreements"), N_ ("Incidents"),
  N_ ("Politics"), N_ ("Economy"),   N_ ("Visits"),     N_ ("Statements"),
};
static const char *const event_kind_names[] = {
  NC_ ("event", "Summit"),   NC_ ("event", "Pipeline"),  NC_ ("event", "Agreement"),
  NC_ ("event", "Incident"), NC_ ("event", "Politics"),  NC_ ("event", "Economy"),
  NC_ ("event", "Visit"),    NC_ ("event", "Statement"),
};
static const char *const verdict_labels[] = {
  NC_ ("verdict", "Supported"), NC_ ("verdict", "Partly supported"), NC_ ("verdict", "Contested"),
  NC_ ("verdict", "Wrong"),     NC_ ("verdict", "Opinion"),
};

const char *
jol_commodity_to_string (JolCommodity commodity)
{
  return jol_commodity_words[commodity];
}

const char *
jol_commodity_get_label (JolCommodity commodity)
{
  return _ (commodity_labels[commodity]);
}

const char *
jol_mode_to_string (JolMode mode)
{
  return jol_mode_words[mode];
}

const char *
jol_mode_get_label (JolMode mode)
{
  return _ (mode_labels[mode]);
}

/* The word of a file; "absent", which no file has, before the first entry. */
const char *
jol_status_to_string (JolStatus status)
{
  return status == JOL_STATUS_ABSENT ? "absent" : jol_status_words[status];
}

const char *
jol_status_get_label (JolStatus status)
{
  return g_dpgettext2 (NULL, "status", status_labels[status]);
}

/* The word of a file; "" for JOL_OUTLET_NONE. */
const char *
jol_outlet_to_string (JolOutlet outlet)
{
  return jol_outlet_words[outlet];
}

/* For people; "" for JOL_OUTLET_NONE. */
const char *
jol_outlet_get_label (JolOutlet outlet)
{
  return outlet == JOL_OUTLET_NONE ? "" : _ (outlet_labels[outlet]);
}

const char *
jol_direction_to_string (JolDirection direction)
{
  return jol_direction_words[direction];
}

const char *
jol_place_kind_to_string (JolPlaceKind kind)
{
  return jol_place_kind_words[kind];
}

const char *
jol_place_kind_get_label (JolPlaceKind kind)
{
  return _ (place_kind_labels[kind]);
}

const char *
jol_event_kind_to_string (JolEventKind kind)
{
  return jol_event_kind_words[kind];
}

gboolean
jol_event_kind_from_string (const char *word, JolEventKind *kind_out)
{
  for (int i = 0; word && jol_event_kind_words[i]; i++)
    if (g_str_equal (jol_event_kind_words[i], word))
      {
        *kind_out = (JolEventKind) i;
        return TRUE;
      }

  return FALSE;
}

const char *
jol_event_kind_get_label (JolEventKind kind)
{
  return _ (event_kind_labels[kind]);
}

const char *
jol_event_kind_get_name (JolEventKind kind)
{
  return g_dpgettext2 (NULL, "event", event_kind_names[kind]);
}

const char *
jol_verdict_to_string (JolVerdict verdict)
{
  return jol_verdict_words[verdict];
}

const char *
jol_verdict_get_label (JolVerdict verdict)
{
  return g_dpgettext2 (NULL, "verdict", verdict_labels[verdict]);
}

const char *
jol_quality_to_string (JolQuality quality)
{
  return jol_quality_words[quality];
}

char *
jol_throughput_format (const JolThroughput *throughput)
{
  g_autofree char *amount = jol_quantity_format (throughput->value, throughput->unit);

  switch ((JolQuality) throughput->quality)
    {
    case JOL_QUALITY_ESTIMATED:
      /* Translators: %s is a figure with its unit */
      return g_strdup_printf (_ ("%s, estimated"), amount);
    case JOL_QUALITY_PLANNED:
      /* Translators: %s is a figure with its unit */
      return g_strdup_printf (_ ("%s, planned"), amount);
    case JOL_QUALITY_PARTIAL:
      /* Translators: %s is a figure with its unit that covers only some months of a year */
      return g_strdup_printf (_ ("%s, for part of the year"), amount);
    case JOL_QUALITY_REPORTED:
    default:
      return g_steal_pointer (&amount);
    }
}
