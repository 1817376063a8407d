/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-row.h"

#include "jol-claim-details.h"

#include <glib/gi18n.h>

#define QUOTE_LINES 4
#define MIN_CHARS 16
/* With the room beside it */
#define ARROW_PX 22

struct _JolClaimRow
{
  GtkWidget parent_instance;

  GtkWidget *head; /* a button */
  GtkWidget *verdict;
  GtkWidget *statement;
  GtkWidget *arrow;
  GtkWidget *details; /* or NULL: not expanded */

  JolSession *session;
  JolClaim *claim;
  JolTheme theme;
};

enum
{
  TOGGLED,
  SOURCE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolClaimRow, jol_claim_row, GTK_TYPE_WIDGET)

static void
head_clicked_cb (JolClaimRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
source_activated_cb (JolClaimRow *self, JolSource *source, GtkWidget *at)
{
  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, source, at);
}

static void
passage_clicked_cb (GtkButton *button, const JolPassage *passage)
{
  JolClaimRow *self =
      JOL_CLAIM_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button), JOL_TYPE_CLAIM_ROW));

  jol_session_show_passage (self->session, passage, JOL_ORIGIN_READER);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Without, GTK asks how narrow it can be by breaking the text after every letter, in each of a
   * hundred rows. */
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  /* And how wide it can be by setting all of it in one line. It gets what there is. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "One pipe out · Who owns it" */
static char *
format_place (const JolPassage *passage, const char *language)
{
  guint n_sections;
  const JolSection *sections = jol_article_get_sections (passage->article, &n_sections);
  const char *heading = jol_text_get (sections[passage->section].heading, language);
  const char *title = jol_entity_get_title (JOL_ENTITY (passage->article), language);

  /* Translators: an article, and the heading of a section of it */
  return heading ? g_strdup_printf (C_ ("passage", "%1$s · %2$s"), title, heading)
                 : g_strdup (title);
}

static GtkWidget *
create_passage (const JolPassage *passage)
{
  g_autofree char *place = format_place (passage, jol_text_get_interface_language ());
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *quote = create_label (passage->text, "quote");

  gtk_label_set_lines (GTK_LABEL (quote), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (quote), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), quote);
  gtk_box_append (GTK_BOX (words), create_label (place, "detail"));
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "passage");
  gtk_widget_set_tooltip_text (button, _ ("Show in the article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  passage->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  /* The story's: it lives as long as the session shows that. */
  g_signal_connect (button, "clicked", G_CALLBACK (passage_clicked_cb), (gpointer) passage);
  return button;
}

static void
append_passages (JolClaimRow *self)
{
  const GPtrArray *passages = jol_story_get_passages_about (
      jol_session_get_story (self->session), jol_entity_get_id (JOL_ENTITY (self->claim)));

  if (passages->len == 0)
    return;

  /* Translators: above links to the sentences of the articles that make a claim */
  jol_claim_details_append_caption (JOL_CLAIM_DETAILS (self->details), _ ("Where it is said"));
  for (guint i = 0; i < passages->len; i++)
    jol_claim_details_append (JOL_CLAIM_DETAILS (self->details),
                              create_passage (g_ptr_array_index (passages, i)));
}

static void
update_verdict (JolClaimRow *self)
{
  g_autofree char *markup =
      self->claim
          ? jol_claim_details_format_verdict (jol_claim_get_verdict (self->claim), self->theme)
          : g_strdup ("");

  gtk_label_set_markup (GTK_LABEL (self->verdict), markup);
}

static void
jol_claim_row_dispose (GObject *object)
{
  JolClaimRow *self = JOL_CLAIM_ROW (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->claim);

  G_OBJECT_CLASS (jol_claim_row_parent_class)->dispose (object);
}

/* What the arrow keys of the list come to. */
static gboolean
jol_claim_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JOL_CLAIM_ROW (widget)->head);
}

static void
jol_claim_row_class_init (JolClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_claim_row_dispose;
  widget_class->grab_focus = jol_claim_row_grab_focus;

  signals[TOGGLED] = g_signal_new ("toggled", JOL_TYPE_CLAIM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SOURCE_ACTIVATED] =
      g_signal_new ("source-activated", JOL_TYPE_CLAIM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, JOL_TYPE_SOURCE, GTK_TYPE_WIDGET);

  gtk_widget_class_set_css_name (widget_class, "jolclaimrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_claim_row_init (JolClaimRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Not a box, which asks each of a hundred rows how narrow its text is at the height it has: that
   * is a search with a dozen layouts. */
  GtkWidget *line = gtk_overlay_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->verdict = create_label (NULL, "caption");
  gtk_label_set_wrap (GTK_LABEL (self->verdict), FALSE);
  self->statement = create_label (NULL, "statement");
  gtk_box_append (GTK_BOX (words), self->verdict);
  gtk_box_append (GTK_BOX (words), self->statement);
  gtk_widget_set_margin_end (words, ARROW_PX);

  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "icon-name", "pan-down-symbolic", NULL);
  gtk_widget_set_halign (self->arrow, GTK_ALIGN_END);
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (line), words);
  gtk_overlay_add_overlay (GTK_OVERLAY (line), self->arrow);

  self->head = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->head), line);
  gtk_widget_add_css_class (self->head, "flat");
  gtk_widget_add_css_class (self->head, "head");
  g_signal_connect_swapped (self->head, "clicked", G_CALLBACK (head_clicked_cb), self);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

GtkWidget *
jol_claim_row_new (void)
{
  return g_object_new (JOL_TYPE_CLAIM_ROW, NULL);
}

void
jol_claim_row_set_claim (JolClaimRow *self, JolSession *session, JolClaim *claim)
{
  const char *statement;
  g_autofree char *name = NULL;

  g_return_if_fail (JOL_IS_CLAIM_ROW (self));
  g_return_if_fail (!claim || (JOL_IS_CLAIM (claim) && JOL_IS_SESSION (session)));

  jol_claim_row_set_expanded (self, FALSE);
  jol_claim_row_set_selected (self, FALSE);
  g_set_object (&self->session, session);
  g_set_object (&self->claim, claim);
  update_verdict (self);
  if (!claim)
    return;

  statement = jol_entity_get_title (JOL_ENTITY (claim), jol_text_get_interface_language ());
  gtk_label_set_label (GTK_LABEL (self->statement), statement);
  /* Translators: what a screen reader says of a claim: what came of checking it, and the claim */
  name = g_strdup_printf (C_ ("claim", "%1$s: %2$s"),
                          jol_verdict_get_label (jol_claim_get_verdict (claim)), statement);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

JolClaim *
jol_claim_row_get_claim (JolClaimRow *self)
{
  g_return_val_if_fail (JOL_IS_CLAIM_ROW (self), NULL);

  return self->claim;
}

void
jol_claim_row_set_expanded (JolClaimRow *self, gboolean is_expanded)
{
  g_return_if_fail (JOL_IS_CLAIM_ROW (self));
  g_return_if_fail (!is_expanded || self->claim);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_expanded, -1);
  if (is_expanded == (self->details != NULL))
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                is_expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  if (is_expanded)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "expanded");
      self->details = jol_claim_details_new (self->session, self->claim, -1);
      g_signal_connect_object (self->details, "source-activated", G_CALLBACK (source_activated_cb),
                               self, G_CONNECT_SWAPPED);
      append_passages (self);
      gtk_widget_set_parent (self->details, GTK_WIDGET (self));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "expanded");
      g_clear_pointer (&self->details, gtk_widget_unparent);
    }
}

void
jol_claim_row_set_selected (JolClaimRow *self, gboolean is_selected)
{
  g_return_if_fail (JOL_IS_CLAIM_ROW (self));

  if (is_selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
}

void
jol_claim_row_set_theme (JolClaimRow *self, JolTheme theme)
{
  g_return_if_fail (JOL_IS_CLAIM_ROW (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  update_verdict (self);
}
