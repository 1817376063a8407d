/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-month.h"

#include <glib/gi18n.h>

static const struct
{
  const char *context;
  const char *names[12];
} forms[] = {
  [JOL_MONTH_OF_DAY] = { "month of a day",
                         {
                             /* TRANSLATORS: a month's name as it stands beside a day: 18 May */
                             NC_ ("month of a day", "January"),
                             NC_ ("month of a day", "February"),
                             NC_ ("month of a day", "March"),
                             NC_ ("month of a day", "April"),
                             NC_ ("month of a day", "May"),
                             NC_ ("month of a day", "June"),
                             NC_ ("month of a day", "July"),
                             NC_ ("month of a day", "August"),
                             NC_ ("month of a day", "September"),
                             NC_ ("month of a day", "October"),
                             NC_ ("month of a day", "November"),
                             NC_ ("month of a day", "December"),
                         } },
  [JOL_MONTH_ALONE] = { "month alone",
                        {
                            /* TRANSLATORS: a month's name as it stands without a day: May 2023 */
                            NC_ ("month alone", "January"),
                            NC_ ("month alone", "February"),
                            NC_ ("month alone", "March"),
                            NC_ ("month alone", "April"),
                            NC_ ("month alone", "May"),
                            NC_ ("month alone", "June"),
                            NC_ ("month alone", "July"),
                            NC_ ("month alone", "August"),
                            NC_ ("month alone", "September"),
                            NC_ ("month alone", "October"),
                            NC_ ("month alone", "November"),
                            NC_ ("month alone", "December"),
                        } },
  [JOL_MONTH_SINCE] = { "month since",
                        {
                            /* TRANSLATORS: a month's name as it stands after "since": since May
                               2023 */
                            NC_ ("month since", "January"),
                            NC_ ("month since", "February"),
                            NC_ ("month since", "March"),
                            NC_ ("month since", "April"),
                            NC_ ("month since", "May"),
                            NC_ ("month since", "June"),
                            NC_ ("month since", "July"),
                            NC_ ("month since", "August"),
                            NC_ ("month since", "September"),
                            NC_ ("month since", "October"),
                            NC_ ("month since", "November"),
                            NC_ ("month since", "December"),
                        } },
  [JOL_MONTH_SHORT_OF_DAY] = { "short month of a day",
                               {
                                   /* TRANSLATORS: a short month's name as it stands beside a day:
                                      18 Jul */
                                   NC_ ("short month of a day", "Jan"),
                                   NC_ ("short month of a day", "Feb"),
                                   NC_ ("short month of a day", "Mar"),
                                   NC_ ("short month of a day", "Apr"),
                                   NC_ ("short month of a day", "May"),
                                   NC_ ("short month of a day", "Jun"),
                                   NC_ ("short month of a day", "Jul"),
                                   NC_ ("short month of a day", "Aug"),
                                   NC_ ("short month of a day", "Sep"),
                                   NC_ ("short month of a day", "Oct"),
                                   NC_ ("short month of a day", "Nov"),
                                   NC_ ("short month of a day", "Dec"),
                               } },
  [JOL_MONTH_SHORT_ALONE] = { "short month alone",
                              {
                                  /* TRANSLATORS: a short month's name as it stands without a day:
                                     Jul 2023 */
                                  NC_ ("short month alone", "Jan"),
                                  NC_ ("short month alone", "Feb"),
                                  NC_ ("short month alone", "Mar"),
                                  NC_ ("short month alone", "Apr"),
                                  NC_ ("short month alone", "May"),
                                  NC_ ("short month alone", "Jun"),
                                  NC_ ("short month alone", "Jul"),
                                  NC_ ("short month alone", "Aug"),
                                  NC_ ("short month alone", "Sep"),
                                  NC_ ("short month alone", "Oct"),
                                  NC_ ("short month alone", "Nov"),
                                  NC_ ("short month alone", "Dec"),
                              } },
};

/**
 * jol_month_get_name:
 * @month: 1 to 12
 * @form: where it stands
 *
 * Returns: the name of the month
 */
const char *
jol_month_get_name (int month, JolMonthForm form)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  g_return_val_if_fail (form < G_N_ELEMENTS (forms), "");

  return g_dpgettext2 (NULL, forms[form].context, forms[form].names[month - 1]);
}
