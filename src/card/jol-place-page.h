/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-card-page.h"

G_BEGIN_DECLS

/* JolPlacePage: what is shown of a place. */
#define JOL_TYPE_PLACE_PAGE (jol_place_page_get_type ())
G_DECLARE_FINAL_TYPE (JolPlacePage, jol_place_page, JOL, PLACE_PAGE, JolCardPage)

GtkWidget *jol_place_page_new (JolSession *session, JolPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
