/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-popover.h"

#include "jol-claim-details.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH_CHARS 40
#define MAX_HEIGHT_PX 420

struct _JolClaimPopover
{
  GtkPopover parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  JolSession *session;
  gulong handler; /* of the session */
  char *claim;    /* id of what is shown, or NULL */
};

enum
{
  SOURCE_ACTIVATED,
  ALL_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolClaimPopover, jol_claim_popover, GTK_TYPE_POPOVER)

static GtkWidget *
add_label (JolClaimPopover *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* As wide as it is high for: else the popover would be as high as the narrowest text. */
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_verdict (JolClaimPopover *self, JolVerdict verdict)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  JolTheme theme = jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                          adw_style_manager_get_high_contrast (manager));
  g_autofree char *markup = jol_claim_details_format_verdict (verdict, theme);
  GtkWidget *label = add_label (self, NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  /* Without the sign, which would be read as "check mark" or not at all. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jol_verdict_get_label (verdict), -1);
}

static void
source_activated_cb (JolClaimPopover *self, JolSource *source)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, source);
}

static void
all_clicked_cb (JolClaimPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ALL_WANTED], 0, self->claim);
}

/* What is chosen here is to be seen. */
static void
selection_changed_cb (JolClaimPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_claim (JolClaimPopover *self, JolClaim *claim)
{
  GtkWidget *details = jol_claim_details_new (self->session, claim, WIDTH_CHARS);
  /* Translators: a button: opens the list of all claims of the story */
  GtkWidget *all = gtk_button_new_with_label (_ ("All claims"));

  add_label (self, jol_entity_get_title (JOL_ENTITY (claim), jol_text_get_interface_language ()),
             "heading");
  add_verdict (self, jol_claim_get_verdict (claim));

  g_signal_connect_object (details, "source-activated", G_CALLBACK (source_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), details);

  gtk_widget_set_halign (all, GTK_ALIGN_START);
  gtk_widget_add_css_class (all, "small");
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), all);
}

/* The widest line, of the heading for one, makes all wider, and so the others need less height: a
 * scrolled window asks for what each would need by itself. */
static void
fit (JolClaimPopover *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  int width, height;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (scroller, MIN (height, MAX_HEIGHT_PX));
}

static void
clear (JolClaimPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
set_session (JolClaimPopover *self, JolSession *session)
{
  if (self->session)
    g_clear_signal_handler (&self->handler, self->session);
  g_set_object (&self->session, session);
  if (session)
    self->handler = g_signal_connect_object (
        session, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
jol_claim_popover_dispose (GObject *object)
{
  set_session (JOL_CLAIM_POPOVER (object), NULL);

  G_OBJECT_CLASS (jol_claim_popover_parent_class)->dispose (object);
}

static void
jol_claim_popover_finalize (GObject *object)
{
  g_free (JOL_CLAIM_POPOVER (object)->claim);

  G_OBJECT_CLASS (jol_claim_popover_parent_class)->finalize (object);
}

static void
jol_claim_popover_class_init (JolClaimPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_claim_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_claim_popover_finalize;

  signals[SOURCE_ACTIVATED] =
      g_signal_new ("source-activated", JOL_TYPE_CLAIM_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, JOL_TYPE_SOURCE);
  signals[ALL_WANTED] = g_signal_new ("all-wanted", JOL_TYPE_CLAIM_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jol_claim_popover_init (JolClaimPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->scroller = scroller;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);

  gtk_widget_add_css_class (GTK_WIDGET (self), "claim");
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

GtkWidget *
jol_claim_popover_new (void)
{
  return g_object_new (JOL_TYPE_CLAIM_POPOVER, NULL);
}

void
jol_claim_popover_show (JolClaimPopover *self, JolSession *session, JolClaim *claim)
{
  const char *title;

  g_return_if_fail (JOL_IS_CLAIM_POPOVER (self));
  g_return_if_fail (JOL_IS_SESSION (session));
  g_return_if_fail (JOL_IS_CLAIM (claim));

  set_session (self, session);
  g_free (self->claim);
  self->claim = g_strdup (jol_entity_get_id (JOL_ENTITY (claim)));
  clear (self);
  add_claim (self, claim);
  fit (self);
  title = jol_entity_get_title (JOL_ENTITY (claim), jol_text_get_interface_language ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_popover_popup (GTK_POPOVER (self));
}
