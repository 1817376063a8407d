/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-popover.h"

#include "jol-palette.h"
#include "jol-verdict-mark.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH_CHARS 40

struct _JolClaimPopover
{
  GtkPopover parent_instance;

  GtkWidget *box;
  JolSession *session;
};

enum
{
  SOURCE_ACTIVATED,
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
  JolColor color = jol_palette_get_verdict (theme, verdict);
  g_autofree char *css = jol_color_to_css (&color);
  g_autofree char *words = jol_verdict_mark_format (verdict);
  g_autofree char *markup =
      g_markup_printf_escaped ("<span color=\"%s\" weight=\"bold\">%s</span>", css, words);

  gtk_label_set_markup (GTK_LABEL (add_label (self, NULL, NULL)), markup);
}

static char *
format_source (JolSource *source, const char *language)
{
  g_autofree char *words = jol_source_format (source, language);

  /* The story is not trusted: everything is escaped. The link leads to what shows the address. */
  return g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>",
                                  jol_entity_get_id (JOL_ENTITY (source)), words, words);
}

static gboolean
source_activated_cb (JolClaimPopover *self, const char *id)
{
  JolEntity *source = jol_story_lookup (jol_session_get_story (self->session), id);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, source);
  return TRUE;
}

static void
add_sources (JolClaimPopover *self, JolEntity *entity, const char *language)
{
  const char *const *ids = jol_entity_get_source_ids (entity);

  if (!ids[0])
    return;

  add_label (self, ids[1] ? _ ("Sources") : _ ("Source"), "caption-heading");
  for (guint i = 0; ids[i]; i++)
    {
      JolEntity *source = jol_story_lookup (jol_session_get_story (self->session), ids[i]);
      g_autofree char *markup = NULL;
      GtkWidget *label;

      if (!JOL_IS_SOURCE (source))
        continue;
      markup = format_source (JOL_SOURCE (source), language);
      label = add_label (self, NULL, "caption");
      gtk_label_set_markup (GTK_LABEL (label), markup);
      g_signal_connect_swapped (label, "activate-link", G_CALLBACK (source_activated_cb), self);
    }
}

static gboolean
about_activated_cb (JolClaimPopover *self, const char *id)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  jol_session_select (self->session, id, JOL_ORIGIN_READER);
  return TRUE;
}

static void
add_about (JolClaimPopover *self, JolClaim *claim, const char *language)
{
  const char *const *about = jol_claim_get_about (claim);
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; about[i]; i++)
    {
      /* A country's code names nothing that could be selected. */
      JolEntity *entity = jol_story_lookup (jol_session_get_story (self->session), about[i]);
      g_autofree char *link = NULL;
      const char *title;

      if (!entity)
        continue;
      title = jol_entity_get_title (entity, language);
      link = g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>", about[i], title, title);
      if (markup->len > 0)
        g_string_append (markup, " · ");
      g_string_append (markup, link);
    }
  if (markup->len == 0)
    return;

  /* Translators: above links to the pipelines, places and events that a claim is about. */
  add_label (self, _ ("About"), "caption-heading");
  label = add_label (self, NULL, "caption");
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  g_signal_connect_swapped (label, "activate-link", G_CALLBACK (about_activated_cb), self);
}

static void
add_claim (JolClaimPopover *self, JolClaim *claim, const char *language)
{
  const char *note = jol_entity_get_summary (JOL_ENTITY (claim), language);
  const JolDate *date = jol_claim_get_date (claim);

  add_label (self, jol_entity_get_title (JOL_ENTITY (claim), language), "heading");
  add_verdict (self, jol_claim_get_verdict (claim));
  if (note && *note)
    add_label (self, note, NULL);
  if (jol_date_is_set (date))
    {
      g_autofree char *when = jol_date_format (date);
      /* Translators: how old the evidence for a claim is: "As of March 2022". */
      g_autofree char *text = g_strdup_printf (_ ("As of %s"), when);

      add_label (self, text, "dim-label");
    }
  if (jol_entity_get_confidence (JOL_ENTITY (claim)) == JOL_CONFIDENCE_LOW)
    add_label (self, _ ("The evidence is thin."), "dim-label");
  add_sources (self, JOL_ENTITY (claim), language);
  add_about (self, claim, language);
}

static void
clear (JolClaimPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
jol_claim_popover_dispose (GObject *object)
{
  JolClaimPopover *self = JOL_CLAIM_POPOVER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_claim_popover_parent_class)->dispose (object);
}

static void
jol_claim_popover_class_init (JolClaimPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_claim_popover_dispose;

  signals[SOURCE_ACTIVATED] =
      g_signal_new ("source-activated", JOL_TYPE_CLAIM_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, JOL_TYPE_SOURCE);
}

static void
jol_claim_popover_init (JolClaimPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
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
  const char *language = jol_text_get_interface_language ();

  g_return_if_fail (JOL_IS_CLAIM_POPOVER (self));
  g_return_if_fail (JOL_IS_SESSION (session));
  g_return_if_fail (JOL_IS_CLAIM (claim));

  g_set_object (&self->session, session);
  clear (self);
  add_claim (self, claim, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jol_entity_get_title (JOL_ENTITY (claim), language), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}
