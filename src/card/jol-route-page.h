/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-card-page.h"

G_BEGIN_DECLS

/* JolRoutePage: what is shown of a route. */
#define JOL_TYPE_ROUTE_PAGE (jol_route_page_get_type ())
G_DECLARE_FINAL_TYPE (JolRoutePage, jol_route_page, JOL, ROUTE_PAGE, JolCardPage)

GtkWidget *jol_route_page_new (JolSession *session, JolRoute *route) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
