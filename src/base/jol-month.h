/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Names of months in the language of the interface. They are in Jol's own catalogue and not the
 * C library's, so that a date agrees with the words around it when LC_TIME is of another language,
 * and a picture asked for in a language has its dates in it where that language's locale is not
 * installed.
 */
typedef enum
{
  JOL_MONTH_OF_DAY,       /* as beside a day: "18 May" */
  JOL_MONTH_ALONE,        /* as beside nothing but a year: "May 2023" */
  JOL_MONTH_SINCE,        /* as after "since", with a day or without */
  JOL_MONTH_SHORT_OF_DAY, /* "18 Jul" */
  JOL_MONTH_SHORT_ALONE,  /* "Jul 2023" */
} JolMonthForm;

const char *jol_month_get_name (int month, JolMonthForm form);

G_END_DECLS
