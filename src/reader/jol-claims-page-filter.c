/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What narrows the list of claims: a chip for each verdict, and an entry for words. */
#include "config.h"

#include "jol-claims-page-private.h"

#include "jol-claim-details.h"
#include "jol-status-line.h"
#include "jol-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static JolVerdict
get_verdict (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "verdict"));
}

static void
update_count (JolClaimsPage *self)
{
  const guint n_total = jol_claim_list_get_n_total (self->list);
  const gboolean is_narrowed = jol_claim_list_is_narrowed (self->list);
  /* Translators: how many claims are shown: "12 of 86 claims" */
  g_autofree char *text =
      g_strdup_printf (ngettext ("%1$u of %2$u claim", "%1$u of %2$u claims", n_total),
                       g_list_model_get_n_items (G_LIST_MODEL (self->list)), n_total);

  jol_status_line_set_text (GTK_LABEL (self->count), text);
  /* Made invisible by its opacity, so that the line keeps its height. */
  gtk_widget_set_sensitive (self->clear, is_narrowed);
  gtk_widget_set_opacity (self->clear, is_narrowed ? 1 : 0);
}

static void
update_stack (JolClaimsPage *self)
{
  const gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  const gboolean has_none = jol_claim_list_get_n_total (self->list) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_empty ? "empty" : "list");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty),
                             has_none ? _ ("No claims") : _ ("No claims match"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty),
                                   has_none ? _ ("This story makes no claims that were checked.")
                                            : NULL);
  gtk_widget_set_visible (self->show_all, !has_none);
  gtk_widget_set_visible (self->filter, !has_none);
}

static void
narrow (JolClaimsPage *self, guint hidden)
{
  jol_claim_list_narrow (self->list, hidden, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
list_changed_cb (JolClaimsPage *self)
{
  const guint hidden = jol_claim_list_get_hidden (self->list);

  for (JolVerdict verdict = 0; verdict < JOL_N_VERDICTS; verdict++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[verdict]),
                                  !(hidden & 1u << verdict));
  update_count (self);
  update_stack (self);
}

static void
words_changed_cb (JolClaimsPage *self)
{
  narrow (self, jol_claim_list_get_hidden (self->list));
}

/* Escape first empties the entry. */
static void
search_stopped_cb (JolClaimsPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    g_signal_emit_by_name (self, "closed");
}

/* Return takes the first that is left. */
static void
search_activated_cb (JolClaimsPage *self)
{
  g_autoptr (JolEntity) first = NULL;

  /* What was typed last may not have been searched for yet. */
  words_changed_cb (self);
  first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  if (first && self->session)
    {
      jol_claims_page_reveal (self, jol_entity_get_id (first));
      jol_session_select (self->session, jol_entity_get_id (first), JOL_ORIGIN_READER);
    }
}

static void
chip_toggled_cb (JolClaimsPage *self, GtkToggleButton *chip)
{
  const guint bit = 1u << get_verdict (GTK_WIDGET (chip));
  const guint hidden = jol_claim_list_get_hidden (self->list);

  /* Also called when the chip only follows the list. */
  if (gtk_toggle_button_get_active (chip) == ((hidden & bit) != 0))
    narrow (self, hidden ^ bit);
}

/* On what holds the chips, and before them: a gesture of the chip itself would not keep the
 * button's own from the press. */
static void
chips_pressed_cb (JolClaimsPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *widget = gtk_widget_pick (self->chips, x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = widget ? gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON) : NULL;
  const guint all = (1u << JOL_N_VERDICTS) - 1;
  guint only;

  if (!chip || !(state & GDK_CONTROL_MASK))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  only = all & ~(1u << get_verdict (chip));
  narrow (self, jol_claim_list_get_hidden (self->list) == only ? 0 : only);
}

static GtkWidget *
create_chip (JolClaimsPage *self, JolVerdict verdict)
{
  GtkWidget *chip = gtk_toggle_button_new ();

  self->chip_label[verdict] = gtk_label_new (NULL);
  gtk_button_set_child (GTK_BUTTON (chip), self->chip_label[verdict]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "verdict");
  g_object_set_data (G_OBJECT (chip), "verdict", GUINT_TO_POINTER (verdict));

  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

void
jol_claims_page_init_filter (JolClaimsPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (chips_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->chips, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_layout_manager (self->chips, jol_wrap_layout_new (4, 4));
  for (JolVerdict verdict = 0; verdict < JOL_N_VERDICTS; verdict++)
    {
      self->chip[verdict] = create_chip (self, verdict);
      gtk_box_append (GTK_BOX (self->chips), self->chip[verdict]);
    }
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (search_stopped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (jol_claims_page_show_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_all, "clicked", G_CALLBACK (jol_claims_page_show_all), self,
                           G_CONNECT_SWAPPED);
  list_changed_cb (self);
}

void
jol_claims_page_restart_filter (JolClaimsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  for (JolVerdict verdict = 0; verdict < JOL_N_VERDICTS; verdict++)
    {
      const guint n_claims = jol_claim_list_count (self->list, verdict);
      g_autofree char *count =
          g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
      /* Translators: %s is how many: "24 events" */
      g_autofree char *tip = g_strdup_printf (_ ("%s. Ctrl+click to show only these"), count);

      gtk_widget_set_visible (self->chip[verdict], n_claims > 0);
      gtk_widget_set_tooltip_text (self->chip[verdict], tip);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->chip[verdict]), GTK_ACCESSIBLE_PROPERTY_LABEL,
          jol_verdict_get_label (verdict), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
    }
  jol_claims_page_color_chips (self);
  list_changed_cb (self);
}

void
jol_claims_page_color_chips (JolClaimsPage *self)
{
  for (JolVerdict verdict = 0; verdict < JOL_N_VERDICTS; verdict++)
    {
      g_autofree char *mark = jol_claim_details_format_verdict (verdict, self->theme);
      g_autofree char *markup =
          g_strdup_printf ("%s %u", mark, jol_claim_list_count (self->list, verdict));

      gtk_label_set_markup (GTK_LABEL (self->chip_label[verdict]), markup);
    }
}

void
jol_claims_page_show_all (JolClaimsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  narrow (self, 0);
}
