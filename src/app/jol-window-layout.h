/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The parts of the window. The map's has the time strip under it. */
typedef enum
{
  JOL_PANE_TIMELINE,
  JOL_PANE_MAP,
  JOL_PANE_READER,
} JolPane;
#define JOL_N_PANES 3

/* How much there is room for. */
typedef enum
{
  JOL_FOLD_WIDE,   /* all panes side by side */
  JOL_FOLD_MEDIUM, /* the map and one more */
  JOL_FOLD_NARROW, /* one at a time, with a switcher below */
} JolFold;

#define JOL_LAYOUT_WIDE_PX 1000
#define JOL_LAYOUT_MEDIUM_PX 640
#define JOL_TIMELINE_WIDTH_PX 280
#define JOL_READER_WIDTH_PX 380

/*
 * JolWindowLayout: the three panes, with edges that can be dragged, folded by its width. In
 * GtkBuilder XML its children are of type "timeline", "map" and "reader".
 *
 * What is folded away is still wanted: whether a pane is wanted is remembered apart from whether
 * it is shown, so that a window made wide again is as it was.
 *
 * Properties: show-timeline, show-reader (whether they are shown now), fold.
 */
#define JOL_TYPE_WINDOW_LAYOUT (jol_window_layout_get_type ())
G_DECLARE_FINAL_TYPE (JolWindowLayout, jol_window_layout, JOL, WINDOW_LAYOUT, GtkWidget)

JolFold jol_window_layout_get_fold (JolWindowLayout *self);
GtkWidget *jol_window_layout_get_pane (JolWindowLayout *self, JolPane pane);

/* Whether a person sees it. */
gboolean jol_window_layout_get_shown (JolWindowLayout *self, JolPane pane);
void jol_window_layout_set_shown (JolWindowLayout *self, JolPane pane, gboolean is_shown);
/* Folds the panes that hide the map, if any does. */
void jol_window_layout_go_to_map (JolWindowLayout *self);

/* Whether it is wanted when there is room. */
gboolean jol_window_layout_get_wanted (JolWindowLayout *self, JolPane pane);
void jol_window_layout_set_wanted (JolWindowLayout *self, JolPane pane, gboolean is_wanted);

/* Of the timeline or the reader, when there is room for it. */
int jol_window_layout_get_width (JolWindowLayout *self, JolPane pane);
void jol_window_layout_set_width (JolWindowLayout *self, JolPane pane, int width_px);

G_END_DECLS
