/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-span.h"

#include <string.h>

/**
 * jol_span_parse:
 * @text: (nullable): two dates with two dots between them
 * @span_out: (out): the span; untouched on failure
 *
 * Returns: whether both dates exist and the last does not end before the first begins
 */
gboolean
jol_span_parse (const char *text, JolSpan *span_out)
{
  const char *dots = text ? strstr (text, "..") : NULL;
  g_autofree char *first = NULL;
  JolSpan span;

  if (!dots)
    return FALSE;

  first = g_strndup (text, dots - text);
  if (!jol_date_parse (first, &span.from) || !jol_date_parse (dots + 2, &span.to))
    return FALSE;
  if (jol_date_last_day (&span.to) < jol_date_first_day (&span.from))
    return FALSE;

  *span_out = span;
  return TRUE;
}

gboolean
jol_span_is_set (const JolSpan *self)
{
  return self->from.year != 0;
}

gboolean
jol_span_equal (const JolSpan *a, const JolSpan *b)
{
  if (!jol_span_is_set (a) || !jol_span_is_set (b))
    return jol_span_is_set (a) == jol_span_is_set (b);

  return jol_date_equal (&a->from, &b->from) && jol_date_equal (&a->to, &b->to);
}

/**
 * jol_span_overlaps:
 * @self: a span; one without an end goes on for ever
 * @first_day: number of a day
 * @last_day: number of a day, not before @first_day
 *
 * Returns: whether any of these days, ends included, lies in the span; TRUE for a span that is not
 * set
 */
gboolean
jol_span_overlaps (const JolSpan *self, int first_day, int last_day)
{
  if (!jol_span_is_set (self))
    return TRUE;
  if (last_day < jol_date_first_day (&self->from))
    return FALSE;

  return !jol_date_is_set (&self->to) || first_day <= jol_date_last_day (&self->to);
}

/**
 * jol_span_to_iso:
 * @self: a span
 *
 * Returns: (transfer full): "D..D", or "" when it is not set
 */
char *
jol_span_to_iso (const JolSpan *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!jol_span_is_set (self))
    return g_strdup ("");

  from = jol_date_to_iso (&self->from);
  to = jol_date_to_iso (&self->to);
  return g_strdup_printf ("%s..%s", from, to);
}
