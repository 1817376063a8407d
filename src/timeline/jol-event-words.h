/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-event.h"
#include "jol-story.h"
#include "jol-year.h"

G_BEGIN_DECLS

/* Where, and who by their codes: "Xi'an · CN KZ KG"; or how many, when they are a crowd. NULL when
 * neither is known. */
char *jol_event_words_format_detail (JolEvent *event, JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
/* For a screen reader, of a JolEvent or a JolYear: "5 July 2022, Incident, Novorossiysk court
 * orders CPC to stop"; "2022, 24 events" */
char *jol_event_words_format_name (GObject *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
