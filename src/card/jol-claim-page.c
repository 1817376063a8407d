/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-page.h"

#include "jol-card-lists.h"
#include "jol-chip.h"
#include "jol-figure.h"
#include "jol-links.h"

#include <glib/gi18n.h>

struct _JolClaimPage
{
  JolCardPage parent_instance;
};

G_DEFINE_FINAL_TYPE (JolClaimPage, jol_claim_page, JOL_TYPE_CARD_PAGE)

static void
add_about (JolCardPage *page, GtkWidget *figures, JolClaim *claim)
{
  GtkWidget *links = jol_links_new (jol_card_page_get_session (page), JOL_ORIGIN_CARD);
  /* Translators: caption before what a claim is about */
  JolFigure *about = jol_figure_add_with_label (figures, _ ("About"), links);
  GString *markup = g_string_new (NULL);

  jol_links_append_all (markup, jol_card_page_get_story (page), jol_claim_get_about (claim), ", ",
                        jol_card_page_get_language (page));
  jol_figure_set_markup (about, markup->str);
  g_string_free (markup, TRUE);
}

static void
jol_claim_page_constructed (GObject *object)
{
  JolCardPage *page = JOL_CARD_PAGE (object);
  JolClaim *claim;
  JolVerdict verdict;
  GtkWidget *chip, *figures;
  g_autofree char *date = NULL;

  G_OBJECT_CLASS (jol_claim_page_parent_class)->constructed (object);

  gtk_widget_add_css_class (GTK_WIDGET (page), "claim");
  claim = JOL_CLAIM (jol_card_page_get_entity (page));
  verdict = jol_claim_get_verdict (claim);
  chip = jol_chip_new_with_mark ((JolTint){ JOL_TINT_VERDICT, (int) verdict });
  jol_chip_set_text (JOL_CHIP (chip), jol_verdict_get_label (verdict));
  jol_card_page_append (page, chip);
  jol_card_page_append_confidence (page);
  jol_card_page_append_text (
      page, jol_entity_get_summary (JOL_ENTITY (claim), jol_card_page_get_language (page)));

  figures = jol_figure_grid_new ();
  date = jol_date_format (jol_claim_get_date (claim));
  /* Translators: caption before the date of the evidence for a claim */
  jol_figure_set_text (jol_figure_add (figures, _ ("Evidence")), date);
  add_about (page, figures, claim);
  jol_card_page_append (page, figures);

  jol_card_lists_add_passages (page);
  jol_card_lists_add_sources (page);
}

static void
jol_claim_page_class_init (JolClaimPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = jol_claim_page_constructed;
}

static void
jol_claim_page_init (JolClaimPage *self)
{
}

GtkWidget *
jol_claim_page_new (JolSession *session, JolClaim *claim)
{
  return g_object_new (JOL_TYPE_CLAIM_PAGE, "session", session, "entity", claim, NULL);
}
