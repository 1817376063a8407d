/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-unit.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct
{
  const char *unit;
  const char *label;
} units[] = {
  /* TRANSLATORS: million tonnes a year */
  { "Mt/a", NC_ ("unit", "Mt a year") },
  /* TRANSLATORS: million tonnes */
  { "Mt", NC_ ("unit", "Mt") },
  /* TRANSLATORS: thousand million cubic metres a year */
  { "bcm/a", NC_ ("unit", "bcm a year") },
  /* TRANSLATORS: thousand million cubic metres */
  { "bcm", NC_ ("unit", "bcm") },
  { "km", NC_ ("unit", "km") },
  { "mm", NC_ ("unit", "mm") },
  { "people", NC_ ("unit", "people") },
  { "million tonnes", NC_ ("unit", "million tonnes") },
  { "billion m³", NC_ ("unit", "billion m³") },
  { "billion US$", NC_ ("unit", "billion US$") },
  { "billion US$, current prices", NC_ ("unit", "billion US$, current prices") },
  /* xgettext:no-c-format */
  { "% of goods turnover", NC_ ("unit", "% of goods turnover") },
};

/**
 * jol_unit_get_label:
 * @unit: a unit as a story writes it
 *
 * Returns: the unit for people, in the language of the locale; @unit itself when Jol does not know
 * it
 */
const char *
jol_unit_get_label (const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].unit, unit))
      return g_dpgettext2 (NULL, "unit", units[i].label);

  return unit;
}

/**
 * jol_number_to_json:
 * @value: a finite number
 *
 * Returns: (transfer full): the shortest decimal that reads back as @value, in JSON's form
 */
char *
jol_number_to_json (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (isfinite (value), g_strdup ("null"));

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

/* The words may be in another language than the locale: those of a picture are in its own. Then the
 * decimal mark goes with the words, and thousands stand apart. */
static char *
adapt_marks (char *text)
{
  /* Translators: the decimal mark of numbers: "." or "," */
  const char *mark = C_ ("number", ".");
  const char *own = localeconv ()->decimal_point;
  GString *adapted;

  if (g_str_equal (mark, ".") || g_str_equal (mark, own))
    return text;

  adapted = g_string_new (text);
  g_free (text);
  if (*localeconv ()->thousands_sep)
    g_string_replace (adapted, localeconv ()->thousands_sep, "\u00a0", 0);
  g_string_replace (adapted, own, mark, 0);
  return g_string_free (adapted, FALSE);
}

/**
 * jol_number_format:
 * @value: a number
 *
 * Returns: (transfer full): the number for people, with the locale's decimal and thousands marks:
 * "1,511", "58.7"
 */
char *
jol_number_format (double value)
{
  double size = fabs (value);
  int digits = size >= 1000 || value == floor (value) ? 0 : size >= 100 ? 1 : 2;
  g_autofree char *text = g_strdup_printf ("%'.*f", digits, value);
  /* The locale's mark may be longer than a byte. */
  const char *point = strpbrk (text, ".,");

  /* 58.70 is 58.7, but 1,000 is no fraction. */
  if (digits > 0 && point)
    {
      char *end = text + strlen (text);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.' || end[-1] == ',')
        *--end = '\0';
    }

  return adapt_marks (g_steal_pointer (&text));
}

/**
 * jol_quantity_format:
 * @value: a number
 * @unit: (nullable): its unit as a story writes it
 *
 * Returns: (transfer full): "67 Mt a year", "31 %", with a space that does not break
 */
char *
jol_quantity_format (double value, const char *unit)
{
  g_autofree char *number = jol_number_format (value);

  if (!unit || !*unit)
    return g_steal_pointer (&number);

  /* TRANSLATORS: %1$s is a number, %2$s its unit, with a no-break space between them */
  return g_strdup_printf (C_ ("quantity", "%1$s\302\240%2$s"), number, jol_unit_get_label (unit));
}
