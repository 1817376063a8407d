/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-filter.h"
#include "jol-shapes.h"

G_BEGIN_DECLS

/*
 * JolThinning: which routes of a large story are drawn at a zoom. Nobody reads ten thousand lines
 * at once; a map of them shows the most important ones that have room, and the nearer one looks the
 * more. What is drawn depends on the story, the zoom and the filter alone: not on where the map
 * looks, so that nothing flickers while it is panned, nor on the date, so that while the years run
 * a line comes and goes only when its route does. And what is drawn is drawn at all larger zooms
 * too.
 *
 * Of a story that is not so large all is drawn. Made once a story, in the main thread.
 */
typedef struct _JolThinning JolThinning;

/* From how many routes on they are thinned out. */
#define JOL_THINNING_FROM 300

JolThinning *jol_thinning_new (JolStory *story, const JolShapes *shapes) G_GNUC_WARN_UNUSED_RESULT;
void jol_thinning_free (JolThinning *self);

void
jol_thinning_choose (JolThinning *self, double zoom, JolFilter filter, const gboolean *related);
gboolean jol_thinning_draws (const JolThinning *self, guint route);
gboolean jol_thinning_draws_related (const JolThinning *self, guint route);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolThinning, jol_thinning_free)

G_END_DECLS
