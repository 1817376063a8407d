/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolWindow is one class in several files: the object and its layout (jol-window.c), how a story is
 * opened (-open.c), the search (-search.c), the list of claims (-claims.c), where the card lies
 * (-card.c), pictures of the map (-export.c), paper (jol-print.c) and the windows about it
 * (-help.c). */

#include "jol-action-set.h"
#include "jol-corner.h"
#include "jol-picture.h"
#include "jol-search-bar.h"
#include "jol-state.h"
#include "jol-window-layout.h"
#include "jol-window.h"

#include "jol-card.h"
#include "jol-claims-page.h"
#include "jol-document.h"
#include "jol-legend.h"
#include "jol-map.h"
#include "jol-reader.h"
#include "jol-story-loader.h"
#include "jol-time-strip.h"
#include "jol-timeline.h"

G_BEGIN_DECLS

struct _JolWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkToggleButton *timeline_button;
  GtkToggleButton *reader_button;
  GtkToggleButton *search_button;
  GtkMenuButton *menu_button;
  GtkSpinner *spinner;
  JolWindowLayout *layout;
  GtkOverlay *map_overlay;
  JolTimeline *timeline;
  JolMap *map;
  JolCard *card;
  JolTimeStrip *strip;
  GtkWidget *reading; /* the reader, or the claims */
  JolReader *reader;
  JolClaimsPage *claims;
  JolSearchBar *search_bar;

  JolSession *session;
  JolActionSet *actions;
  JolState *state;
  char *theme;

  JolDate date_before; /* where "Undo" goes */
  AdwToast *date_toast;
  guint fold_idle;
  guint card_timeout;
  JolCorner corner;
  JolLegend *legend; /* the map's; borrowed */

  GCancellable *opening;
  guint opening_timeout;
  AdwToast *opening_toast; /* or NULL: it goes fast, or a person has waved it away */
  GCancellable *exporting;
  GCancellable *indexing; /* set once it has begun, until the index is there */
  guint index_timeout;
  GtkWidget *source_popover; /* of a source that was searched for; or NULL */
  GtkWidget *focus_before;   /* weak: where it was when the search was opened */
  GtkNativeDialog *chooser;
  GtkWidget *preferences; /* weak: a window that goes with us */
};

/* jol-window.c */
void jol_window_undo_date (JolWindow *self);
void jol_window_cycle_panes (JolWindow *self, int step);
void jol_window_open_menu (JolWindow *self);
void jol_window_quit (JolWindow *self);

/* jol-window-card.c */
void jol_window_place_card (JolWindow *self);
void jol_window_follow_card (JolWindow *self);

/* jol-window-claims.c */
void jol_window_init_claims (JolWindow *self);
/* Whether the claims are in the article's place. */
gboolean jol_window_get_claims (JolWindow *self);
void jol_window_show_claims (JolWindow *self, gboolean show);
/* Brings the text into sight, whatever is in its place. */
void jol_window_show_article (JolWindow *self);

/* jol-window-open.c */
void jol_window_choose_story (JolWindow *self);
void jol_window_dispose_opening (JolWindow *self);
void jol_window_accept_drops (JolWindow *self);

/* jol-print.c */
void jol_window_print (JolWindow *self, JolDocumentKind kind);

/* jol-window-search.c */
void jol_window_init_search (JolWindow *self);
void jol_window_dispose_search (JolWindow *self);
/* Whether the keys go to a widget, or to something in it. */
gboolean jol_window_has_focus_in (JolWindow *self, gpointer widget);

/* jol-window-export.c */
void jol_window_export_view (JolWindow *self, const char *path);
void jol_window_show_export_dialog (JolWindow *self);
void jol_window_copy_image (JolWindow *self);
/* What is on the screen. */
JolPictureView jol_window_get_picture_view (JolWindow *self);
void jol_window_tell_exported (JolWindow *self, const char *path);

/* jol-window-help.c */
void jol_window_show_shortcuts (JolWindow *self);
void jol_window_show_about (JolWindow *self);
void jol_window_show_preferences (JolWindow *self);

G_END_DECLS
