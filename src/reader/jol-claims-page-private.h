/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolClaimsPage is one class in three files: the object and its list (jol-claims-page.c), what
 * narrows the list (-filter.c), and how a claim is brought into sight (-scroll.c). */

#include "jol-claim-list.h"
#include "jol-claim-row.h"
#include "jol-claims-page.h"

G_BEGIN_DECLS

struct _JolClaimsPage
{
  GtkWidget parent_instance;

  GtkWidget *back;
  GtkWidget *entry;
  GtkWidget *filter;
  GtkWidget *chips;
  GtkWidget *chip[JOL_N_VERDICTS];
  GtkWidget *chip_label[JOL_N_VERDICTS];
  GtkWidget *count;
  GtkWidget *clear;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *list_view;
  GtkWidget *empty;
  GtkWidget *show_all;

  JolSession *session;
  GSignalGroup *session_signals;
  JolReaderStyle *style; /* or NULL */
  JolTheme theme;
  GtkCssProvider *font;
  GtkWidget *popover; /* of a source; or NULL, until one is asked for */

  JolClaimList *list;
  GHashTable *rows;     /* JolClaim → JolClaimRow: those that the list view has now */
  GHashTable *expanded; /* set of JolClaim, of the story */
  JolClaim *target;     /* being brought into sight, or NULL */
  guint tick_id;
  guint n_frames;
};

/* jol-claims-page-filter.c */
void jol_claims_page_init_filter (JolClaimsPage *self);
/* Another story is shown. */
void jol_claims_page_restart_filter (JolClaimsPage *self);
void jol_claims_page_color_chips (JolClaimsPage *self);
void jol_claims_page_show_all (JolClaimsPage *self);

/* jol-claims-page-scroll.c */
void jol_claims_page_scroll_to (JolClaimsPage *self, JolClaim *claim);
void jol_claims_page_stop_scroll (JolClaimsPage *self);

G_END_DECLS
