/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/*
 * What the time strip can chart: a series of the story, by its id, or one of these, which are
 * counted out of the story's routes and events. Their ids have a colon, which no id of a story has.
 */
#define JOL_CHART_OIL_CAPACITY "jol:oil-capacity"
#define JOL_CHART_GAS_CAPACITY "jol:gas-capacity"
#define JOL_CHART_EVENTS "jol:events"

/* All that a story has something to show for: its series in their order, then what is counted. */
char **jol_chart_list (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
gboolean jol_chart_exists (JolStory *story, const char *id);

G_END_DECLS
