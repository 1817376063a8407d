/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-route-change.h"
#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolStatusTable: what all routes of a story are at a date, or what became of them between two, for
 * who asks for one date after the other: a route is looked at again only when a date leaves the
 * time in which it stays what it is. Made once a story, in the main thread.
 */
typedef struct _JolStatusTable JolStatusTable;

JolStatusTable *jol_status_table_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
void jol_status_table_free (JolStatusTable *self);

void jol_status_table_move (JolStatusTable *self, const JolDate *date);
void jol_status_table_compare (JolStatusTable *self, const JolSpan *dates);
JolStatus jol_status_table_get (const JolStatusTable *self, guint route);
JolRouteChange jol_status_table_get_change (const JolStatusTable *self, guint route);

JolStatus jol_status_shown_at (JolRoute *route, const JolDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStatusTable, jol_status_table_free)

G_END_DECLS
