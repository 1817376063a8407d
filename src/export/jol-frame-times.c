/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-frames.h"

#include <string.h>

#define MAX_STEP 10000

gboolean
jol_frame_times_parse (const char *text, JolFrameTimes *times_out)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *span = slash ? g_strndup (text, (gsize) (slash - text)) : NULL;
  guint64 step;
  char *end = NULL;

  if (!slash || !g_ascii_isdigit (slash[1]) || !jol_span_parse (span, &times_out->span))
    return FALSE;

  step = g_ascii_strtoull (slash + 1, &end, 10);
  if (step < 1 || step > MAX_STEP || strlen (end) != 1)
    return FALSE;

  times_out->step = (int) step;
  switch (*end)
    {
    case 'y':
      times_out->unit = JOL_PRECISION_YEAR;
      return TRUE;
    case 'm':
      times_out->unit = JOL_PRECISION_MONTH;
      return TRUE;
    case 'd':
      times_out->unit = JOL_PRECISION_DAY;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Each counted from the first, not from the one before: a month after 31 January and another are 31
 * March. */
GArray *
jol_frame_times_list (const JolFrameTimes *self)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (JolDate));
  const int last_day = jol_date_last_day (&self->span.to);

  for (int i = 0; i <= JOL_MAX_FRAMES; i++)
    {
      const JolDate date = jol_date_add (&self->span.from, self->unit, i * self->step);

      /* The calendar's end is the end too. */
      if (jol_date_first_day (&date) > last_day ||
          (dates->len > 0 && jol_date_first_day (&date) == jol_date_first_day (&g_array_index (
                                                               dates, JolDate, dates->len - 1))))
        break;
      g_array_append_val (dates, date);
    }

  return dates;
}
