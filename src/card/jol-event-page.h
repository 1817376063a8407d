/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-card-page.h"

G_BEGIN_DECLS

/* JolEventPage: what is shown of a event. */
#define JOL_TYPE_EVENT_PAGE (jol_event_page_get_type ())
G_DECLARE_FINAL_TYPE (JolEventPage, jol_event_page, JOL, EVENT_PAGE, JolCardPage)

GtkWidget *jol_event_page_new (JolSession *session, JolEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
