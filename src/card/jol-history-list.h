/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolHistoryList: what something was, and from when. Each entry is a button that goes to its date;
 * what holds at the session's date is marked.
 */
#define JOL_TYPE_HISTORY_LIST (jol_history_list_get_type ())
G_DECLARE_FINAL_TYPE (JolHistoryList, jol_history_list, JOL, HISTORY_LIST, GtkWidget)

GtkWidget *jol_history_list_new (JolSession *session,
                                 const char *heading) G_GNUC_WARN_UNUSED_RESULT;

/* From @from until the next entry. To be added in date order. @text and @note may be NULL. */
void jol_history_list_add (JolHistoryList *self,
                           const JolDate *from,
                           const char *text,
                           const char *note,
                           gboolean is_uncertain);
/* During @span, whose end may be unset. A list has entries of one of the two sorts only. */
void jol_history_list_add_span (JolHistoryList *self, const JolSpan *span, const char *note);

G_END_DECLS
