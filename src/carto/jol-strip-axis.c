/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The marks of the axis: of all steps from days to millennia the finest whose labels have room.
 * Where steps are months or days, a mark that begins a year says the year, one that begins a month
 * the month, and the first of all says everything, so that no picture is without a year.
 */
#include "config.h"

#include "jol-strip-scene-private.h"

#include "jol-month.h"
#include "jol-paint-strip.h"
#include "jol-short-date.h"

#define LABEL_GAP_PX 9.0
#define MIN_MINOR_PX 5.0

typedef struct
{
  JolPrecision unit;
  int n;
  double days; /* the least between two marks */
} Step;

static const Step steps[] = {
  { JOL_PRECISION_DAY, 1, 1 },          { JOL_PRECISION_DAY, 2, 2 },
  { JOL_PRECISION_DAY, 5, 4 },          { JOL_PRECISION_DAY, 10, 9 },
  { JOL_PRECISION_MONTH, 1, 28 },       { JOL_PRECISION_MONTH, 3, 90 },
  { JOL_PRECISION_YEAR, 1, 365 },       { JOL_PRECISION_YEAR, 5, 1826 },
  { JOL_PRECISION_YEAR, 10, 3652 },     { JOL_PRECISION_YEAR, 50, 18262 },
  { JOL_PRECISION_YEAR, 100, 36524 },   { JOL_PRECISION_YEAR, 500, 182621 },
  { JOL_PRECISION_YEAR, 1000, 365242 }, { JOL_PRECISION_YEAR, 5000, 1826211 },
};

static double
get_text_width (const char *text)
{
  const JolFont font = jol_strip_font_for_axis (JOL_THEME_LIGHT);
  double width;

  jol_text_measure (text, &font, &width, NULL, NULL);
  return width;
}

static double
get_widest_label (JolPrecision unit)
{
  double widest = get_text_width ("0000");

  if (unit == JOL_PRECISION_YEAR)
    return widest;
  for (int month = 1; month <= 12; month++)
    widest = MAX (widest, get_text_width (jol_month_get_name (month, JOL_MONTH_SHORT_ALONE)));
  return widest;
}

/* The first mark of a step that is not before @day. */
static JolDate
find_first (const Step *step, int day)
{
  JolDate date = jol_date_from_day (day, step->unit);

  switch (step->unit)
    {
    case JOL_PRECISION_YEAR:
      date.year = (gint16) MAX ((date.year + step->n - 1) / step->n * step->n, 1);
      break;
    case JOL_PRECISION_MONTH:
      date.month = (guint8) ((date.month - 1) / step->n * step->n + 1);
      break;
    case JOL_PRECISION_DAY:
    default:
      date.day = 1;
    }
  return date;
}

/* Days count from the first of each month: 1, 5, 10 … so that months are among them. */
static JolDate
find_next (const Step *step, const JolDate *date)
{
  JolDate next;
  JolDate month = { date->year, date->month, 0, 0 };
  int last_day;

  if (step->unit != JOL_PRECISION_DAY)
    return jol_date_add (date, step->unit, step->n);

  next = *date;
  last_day = jol_date_last_day (&month) - jol_date_first_day (&month) + 1;
  next.day = (guint8) (date->day == 1 && step->n > 2 ? step->n : date->day + step->n);
  if (next.day + step->n / 2 <= last_day)
    return next;
  next = jol_date_add (&month, JOL_PRECISION_MONTH, 1);
  next.day = 1;
  return next;
}

static char *
format_mark (const JolDate *date, JolPrecision unit, gboolean is_first)
{
  JolDate shown = *date;

  if (is_first && unit != JOL_PRECISION_YEAR)
    return jol_short_date_format (date);
  if (unit == JOL_PRECISION_YEAR || (date->month == 1 && date->day <= 1))
    return g_strdup_printf ("%d", date->year);
  if (date->day > 1)
    return g_strdup_printf ("%d", date->day);
  shown.day = 0;
  return jol_short_date_format_in_year (&shown, NULL);
}

static gboolean
is_in_view (const JolStripScene *self, int day)
{
  return day >= self->from_day && day < self->to_day && day <= self->last_day;
}

static void
add_mark (JolStripScene *self, const JolDate *date, const Step *step, gboolean is_first)
{
  g_autofree char *label = format_mark (date, step->unit, is_first);
  const JolStripMark *before =
      self->years->len > 0 ? &g_array_index (self->years, JolStripMark, self->years->len - 1)
                           : NULL;
  JolStripMark mark = {
    .at = jol_strip_scene_get_x (self, jol_date_first_day (date)),
    .label_width = get_text_width (label),
    .is_major = step->unit != JOL_PRECISION_YEAR && date->month == 1 && date->day <= 1,
  };

  mark.label_x =
      CLAMP (mark.at - mark.label_width / 2, 1, MAX (self->width - mark.label_width - 1, 1));
  /* What has been pushed inside at an end may lie on the next. */
  if (!before || !before->label || before->label_x + before->label_width + 4 <= mark.label_x)
    mark.label = g_string_chunk_insert (self->strings, label);
  g_array_append_val (self->years, mark);
}

static gboolean
is_past_the_end (const JolStripScene *self, const JolDate *date)
{
  return date->year > 9999 || jol_date_first_day (date) >= self->to_day ||
         jol_date_first_day (date) > self->last_day;
}

/* A mark that says the year, if there is one among months or days. */
static gboolean
shows_year (const JolStripScene *self, const Step *step)
{
  JolDate first = find_first (step, (int) self->from_day);

  for (JolDate date = first; !is_past_the_end (self, &date); date = find_next (step, &date))
    {
      if (date.month <= 1 && date.day <= 1 && is_in_view (self, jol_date_first_day (&date)))
        return TRUE;
    }
  return FALSE;
}

static void
add_minors (JolStripScene *self, const Step *step)
{
  JolDate date = find_first (step, (int) self->from_day);

  for (; !is_past_the_end (self, &date); date = find_next (step, &date))
    {
      double x = jol_strip_scene_get_x (self, jol_date_first_day (&date));

      if (is_in_view (self, jol_date_first_day (&date)))
        g_array_append_val (self->minors, x);
      if (date.year == 9999)
        break;
    }
}

void
jol_strip_scene_add_axis (JolStripScene *self)
{
  double px_per_day = (self->right - self->left) / (self->to_day - self->from_day);
  guint chosen = G_N_ELEMENTS (steps) - 1;
  const Step *step;
  gboolean is_first;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].days * px_per_day >= get_widest_label (steps[i].unit) + LABEL_GAP_PX)
        {
          chosen = i;
          break;
        }
    }

  step = &steps[chosen];
  is_first = !shows_year (self, step);
  for (JolDate date = find_first (step, (int) self->from_day); !is_past_the_end (self, &date);
       date = find_next (step, &date))
    {
      if (!is_in_view (self, jol_date_first_day (&date)))
        continue;
      add_mark (self, &date, step, is_first);
      is_first = FALSE;
      /* Beyond it there is no date to step to. */
      if (date.year + step->n > 9999 && step->unit == JOL_PRECISION_YEAR)
        break;
    }

  /* The finest step that is coarser than nothing and finer than the labels'. */
  for (guint i = 0; i < chosen; i++)
    {
      if (steps[i].days * px_per_day >= MIN_MINOR_PX)
        {
          add_minors (self, &steps[i]);
          break;
        }
    }
}
