/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each route gives its own steps: on the days on which its status, its capacity or an interruption
 * begins or ends, and nowhere else, its capacity in service can change. The differences of all
 * routes are thrown together, sorted by day and added up.
 */
#include "config.h"

#include "jol-strip-steps.h"

static JolStripSteps *
create_steps (guint n_bands)
{
  JolStripSteps *self = g_new0 (JolStripSteps, 1);

  self->n_bands = n_bands;
  self->bands = g_new0 (GArray *, n_bands);
  self->ramps = g_new0 (GArray *, n_bands);
  self->maxima = g_new0 (double, n_bands);
  for (guint i = 0; i < n_bands; i++)
    {
      self->bands[i] = g_array_new (FALSE, FALSE, sizeof (JolStripStep));
      self->ramps[i] = g_array_new (FALSE, FALSE, sizeof (JolStripRamp));
    }
  self->unknown = g_array_new (FALSE, FALSE, sizeof (JolStripStep));
  return self;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const JolStripStep *x = a;
  const JolStripStep *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return (*(const int *) a > *(const int *) b) - (*(const int *) a < *(const int *) b);
}

/* From differences to what they add up to, one step a day. Returns the highest. */
static double
add_up (GArray *steps)
{
  double value = 0, max = 0;
  guint n = 0;

  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      JolStripStep *step = &g_array_index (steps, JolStripStep, i);

      value += step->value;
      /* What is taken away again leaves a rounding error; a capacity of that size there is not. */
      if (value < 1e-9)
        value = 0;
      if (n > 0 && g_array_index (steps, JolStripStep, n - 1).day == step->day)
        n--;
      g_array_index (steps, JolStripStep, n++) = (JolStripStep){ step->day, value };
    }
  g_array_set_size (steps, n);

  for (guint i = 0; i < n; i++)
    max = MAX (max, g_array_index (steps, JolStripStep, i).value);
  return max;
}

static void
add_day (GArray *days, int day)
{
  g_array_append_val (days, day);
}

/* A day of a route's history, and the end of the time in which it may have been. */
typedef struct
{
  int day, end;
} Change;

static void
add_change (GArray *changes, const JolDate *date)
{
  Change change = { .day = jol_date_first_day (date) };

  change.end = date->approx ? jol_date_last_day (date) + 1 : change.day;
  g_array_append_val (changes, change);
}

/* Of one day, the least certain first. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *x = a;
  const Change *y = b;

  return x->day != y->day ? (x->day > y->day) - (x->day < y->day)
                          : (x->end < y->end) - (x->end > y->end);
}

static GArray *
list_changes (JolRoute *route)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  const JolHistory *histories[] = { jol_route_get_status_history (route),
                                    jol_route_get_capacity_history (route) };
  guint n_interruptions;
  const JolInterruption *interruptions = jol_route_get_interruptions (route, &n_interruptions);

  for (guint h = 0; h < G_N_ELEMENTS (histories); h++)
    {
      for (guint i = 0; i < jol_history_get_size (histories[h]); i++)
        add_change (changes, &jol_history_get (histories[h], i)->from);
    }
  for (guint i = 0; i < n_interruptions; i++)
    {
      add_change (changes, &interruptions[i].span.from);
      if (jol_date_is_set (&interruptions[i].span.to))
        {
          const int after = jol_date_last_day (&interruptions[i].span.to) + 1;
          const Change change = { after, after };

          g_array_append_val (changes, change);
        }
    }

  g_array_sort (changes, compare_changes);
  return changes;
}

static void
add_difference (GArray *steps, int day, double difference)
{
  JolStripStep step = { day, difference };

  if (difference != 0)
    g_array_append_val (steps, step);
}

/* Ends where the route's next step begins, whatever "about" may mean. */
static void
add_ramp (GArray *ramps, const GArray *changes, guint index, double difference)
{
  const Change *change = &g_array_index (changes, Change, index);
  JolStripRamp ramp = { .day = change->day, .end = change->end, .difference = difference };

  for (guint i = index + 1; i < changes->len; i++)
    if (g_array_index (changes, Change, i).day > change->day)
      {
        ramp.end = MIN (ramp.end, g_array_index (changes, Change, i).day);
        break;
      }
  if (difference != 0 && ramp.end > ramp.day)
    g_array_append_val (ramps, ramp);
}

static void
add_route (JolStripSteps *self, JolRoute *route, const char *unit)
{
  g_autoptr (GArray) changes = list_changes (route);
  const JolOutlet outlet = jol_route_get_outlet (route);
  GArray *band = self->bands[outlet];
  double value = 0, unknown = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      int day =
          CLAMP (g_array_index (changes, Change, i).day, JOL_DATE_FIRST_DAY, JOL_DATE_LAST_DAY);
      JolDate date = jol_date_from_day (day, JOL_PRECISION_DAY);
      const JolHistoryEntry *capacity = jol_route_get_capacity_at (route, &date);
      gboolean is_in_service = jol_route_get_status_at (route, &date) == JOL_STATUS_OPERATING &&
                               !jol_route_get_interruption_at (route, &date);
      gboolean is_known = capacity && g_strcmp0 (capacity->unit, unit) == 0;
      double now = is_in_service && is_known ? capacity->value : 0;
      double unknown_now = is_in_service && !is_known;

      add_difference (band, day, now - value);
      add_ramp (self->ramps[outlet], changes, i, now - value);
      add_difference (self->unknown, day, unknown_now - unknown);
      value = now;
      unknown = unknown_now;
    }
}

const char *
jol_strip_steps_get_unit (JolCommodity commodity)
{
  return commodity == JOL_COMMODITY_OIL ? "Mt/a" : "bcm/a";
}

JolStripSteps *
jol_strip_steps_new_capacity (JolStory *story, JolCommodity commodity)
{
  JolStripSteps *self = create_steps (JOL_OUTLET_DOMESTIC + 1);
  guint n_routes;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      if (jol_route_get_commodity (routes[i]) == commodity)
        add_route (self, routes[i], jol_strip_steps_get_unit (commodity));
    }
  for (guint i = 0; i < self->n_bands; i++)
    self->maxima[i] = add_up (self->bands[i]);
  add_up (self->unknown);
  return self;
}

JolStripSteps *
jol_strip_steps_new_events (JolStory *story, guint hidden_kinds)
{
  JolStripSteps *self = create_steps (JOL_N_EVENT_KINDS);
  guint n_events;
  JolEvent *const *events = jol_story_get_events (story, &n_events);

  /* They are in the order of their dates, so a year is a run of them. */
  for (guint i = 0; i < n_events;)
    {
      JolDate year = { .year = jol_event_get_date (events[i])->year };
      guint counts[JOL_N_EVENT_KINDS] = { 0 };

      for (; i < n_events && jol_event_get_date (events[i])->year == year.year; i++)
        counts[jol_event_get_event_kind (events[i])]++;
      for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
        {
          if (hidden_kinds & 1u << kind)
            continue;
          add_difference (self->bands[kind], jol_date_first_day (&year), counts[kind]);
          add_difference (self->bands[kind], jol_date_last_day (&year) + 1, -(double) counts[kind]);
        }
    }
  for (guint i = 0; i < self->n_bands; i++)
    self->maxima[i] = add_up (self->bands[i]);
  return self;
}

void
jol_strip_steps_free (JolStripSteps *self)
{
  for (guint i = 0; i < self->n_bands; i++)
    {
      g_array_unref (self->bands[i]);
      g_array_unref (self->ramps[i]);
    }
  g_array_unref (self->unknown);
  g_free (self->bands);
  g_free (self->ramps);
  g_free (self->maxima);
  g_free (self);
}

double
jol_strip_steps_get (const GArray *steps, int day)
{
  guint low = 0, high = steps->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (steps, JolStripStep, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (steps, JolStripStep, low - 1).value : 0;
}

static void
add_point (GArray *points, double day, double low, double high)
{
  JolStackPoint point = { day, low, high };
  const JolStackPoint *last =
      points->len > 0 ? &g_array_index (points, JolStackPoint, points->len - 1) : NULL;

  if (!last || last->day != day || last->low != low || last->high != high)
    g_array_append_val (points, point);
}

static void
end_piece (JolStripStack *stack, guint band, GArray **points)
{
  JolStackPiece piece = { .band = band, .n_points = (*points)->len };

  if (piece.n_points == 0)
    return;

  piece.first_year =
      jol_date_from_day ((int) g_array_index (*points, JolStackPoint, 0).day, JOL_PRECISION_YEAR)
          .year;
  piece.last_year =
      jol_date_from_day ((int) g_array_index (*points, JolStackPoint, piece.n_points - 1).day - 1,
                         JOL_PRECISION_YEAR)
          .year;
  piece.points = (gpointer) g_array_free (g_steal_pointer (points), FALSE);
  g_array_append_val (stack->pieces, piece);
  *points = g_array_new (FALSE, FALSE, sizeof (JolStackPoint));
}

/* The days inside the time on which any of the bands steps, with both ends of the time. */
static GArray *
list_days_of_stack (const JolStripSteps *self,
                    const guint *bands,
                    guint n_bands,
                    int first_day,
                    int last_day)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  add_day (days, first_day);
  add_day (days, last_day + 1);
  for (guint b = 0; b < n_bands; b++)
    {
      const GArray *steps = self->bands[bands[b]];

      for (guint i = 0; i < steps->len; i++)
        {
          int day = g_array_index (steps, JolStripStep, i).day;

          if (day > first_day && day <= last_day)
            add_day (days, day);
        }
      for (guint i = 0; i < self->ramps[bands[b]]->len; i++)
        {
          int end = g_array_index (self->ramps[bands[b]], JolStripRamp, i).end;

          if (end > first_day && end <= last_day)
            add_day (days, end);
        }
    }

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      if (n == 0 || g_array_index (days, int, n - 1) != g_array_index (days, int, i))
        g_array_index (days, int, n++) = g_array_index (days, int, i);
    }
  g_array_set_size (days, n);
  return days;
}

/* What a band has come to at the beginning of @at, with its steps as they stand on @day; uncertain
 * ones only in part. */
static double
get_drawn (const JolStripSteps *self, guint band, int day, int at)
{
  double value = jol_strip_steps_get (self->bands[band], day);

  for (guint i = 0; i < self->ramps[band]->len; i++)
    {
      const JolStripRamp *ramp = &g_array_index (self->ramps[band], JolStripRamp, i);

      if (ramp->day <= day && day < ramp->end)
        value -= ramp->difference * (ramp->end - at) / (ramp->end - ramp->day);
    }
  return MAX (value, 0);
}

JolStripStack *
jol_strip_steps_stack (const JolStripSteps *self,
                       const guint *bands,
                       guint n_bands,
                       int first_day,
                       int last_day)
{
  JolStripStack *stack = jol_strip_stack_new_empty ();
  g_autoptr (GArray) days = list_days_of_stack (self, bands, n_bands, first_day, last_day);
  /* At the beginning and the end of each piece of time. */
  g_autofree double *below = g_new0 (double, days->len);
  g_autofree double *below_end = g_new0 (double, days->len);

  for (guint b = 0; b < n_bands; b++)
    {
      GArray *points = g_array_new (FALSE, FALSE, sizeof (JolStackPoint));

      for (guint i = 0; i + 1 < days->len; i++)
        {
          int day = g_array_index (days, int, i);
          int end = g_array_index (days, int, i + 1);
          double high = below[i] + get_drawn (self, bands[b], day, day);
          double high_end = below_end[i] + get_drawn (self, bands[b], day, end);

          if (high > below[i] || high_end > below_end[i])
            {
              add_point (points, day, below[i], high);
              add_point (points, end, below_end[i], high_end);
            }
          else
            {
              end_piece (stack, b, &points);
            }
          below[i] = high;
          below_end[i] = high_end;
          stack->max = MAX (stack->max, MAX (high, high_end));
        }
      end_piece (stack, b, &points);
      g_array_unref (points);
    }

  return stack;
}
