/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-details.h"

#include "jol-links.h"
#include "jol-verdict-mark.h"

#include <glib/gi18n.h>

#define SPACE_PX 6

struct _JolClaimDetails
{
  GtkWidget parent_instance;

  JolSession *session;
  int width_chars;
};

enum
{
  SOURCE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolClaimDetails, jol_claim_details, GTK_TYPE_WIDGET)

static void
append_label (JolClaimDetails *self, GtkWidget *label, const char *css_class)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* In a popover as wide as it is high for: else that would be as high as the narrowest text. */
  gtk_label_set_width_chars (GTK_LABEL (label), self->width_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), self->width_chars);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
append_evidence (JolClaimDetails *self, JolClaim *claim)
{
  const JolDate *date = jol_claim_get_date (claim);

  if (jol_date_is_set (date))
    {
      g_autofree char *when = jol_date_format (date);
      /* Translators: how old the evidence for a claim is: "As of March 2022". */
      g_autofree char *text = g_strdup_printf (_ ("As of %s"), when);

      append_label (self, gtk_label_new (text), "dim-label");
    }
  if (jol_entity_get_confidence (JOL_ENTITY (claim)) == JOL_CONFIDENCE_LOW)
    append_label (self, gtk_label_new (_ ("The evidence is thin.")), "dim-label");
}

static gboolean
source_activated_cb (GtkLabel *label, const char *id, JolClaimDetails *self)
{
  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0,
                 jol_story_lookup (jol_session_get_story (self->session), id), label);
  return TRUE;
}

static char *
format_source (JolSource *source, const char *language)
{
  g_autofree char *words = jol_source_format (source, language);

  /* The story is not trusted: everything is escaped. The link leads to what shows the address. */
  return g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">" JOL_LINKS_OPAQUE ("%s") "</a>",
                                  jol_entity_get_id (JOL_ENTITY (source)), words, words);
}

static void
append_sources (JolClaimDetails *self, JolEntity *entity, const char *language)
{
  const char *const *ids = jol_entity_get_source_ids (entity);

  if (!ids[0])
    return;

  jol_claim_details_append_caption (self, ids[1] ? _ ("Sources") : _ ("Source"));
  for (guint i = 0; ids[i]; i++)
    {
      JolEntity *source = jol_story_lookup (jol_session_get_story (self->session), ids[i]);
      g_autofree char *markup = NULL;
      GtkWidget *label;

      if (!JOL_IS_SOURCE (source))
        continue;
      markup = format_source (JOL_SOURCE (source), language);
      label = gtk_label_new (NULL);
      gtk_label_set_markup (GTK_LABEL (label), markup);
      g_signal_connect_object (label, "activate-link", G_CALLBACK (source_activated_cb), self, 0);
      append_label (self, label, "caption");
    }
}

static void
append_about (JolClaimDetails *self, JolClaim *claim, const char *language)
{
  const char *const *about = jol_claim_get_about (claim);
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *links;

  if (!about[0])
    return;

  /* Translators: above links to the pipelines, places and events that a claim is about. */
  jol_claim_details_append_caption (self, _ ("About"));
  jol_links_append_all (markup, jol_session_get_story (self->session), about, " · ", language);
  links = jol_links_new (self->session, JOL_ORIGIN_READER);
  gtk_label_set_markup (GTK_LABEL (links), markup->str);
  append_label (self, links, "caption");
}

static void
jol_claim_details_dispose (GObject *object)
{
  JolClaimDetails *self = JOL_CLAIM_DETAILS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_claim_details_parent_class)->dispose (object);
}

static void
jol_claim_details_class_init (JolClaimDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_claim_details_dispose;

  signals[SOURCE_ACTIVATED] =
      g_signal_new ("source-activated", JOL_TYPE_CLAIM_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, JOL_TYPE_SOURCE, GTK_TYPE_WIDGET);

  gtk_widget_class_set_css_name (widget_class, "jolclaimdetails");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
jol_claim_details_init (JolClaimDetails *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACE_PX);
}

GtkWidget *
jol_claim_details_new (JolSession *session, JolClaim *claim, int width_chars)
{
  const char *language = jol_text_get_interface_language ();
  JolClaimDetails *self;
  const char *note;

  g_return_val_if_fail (JOL_IS_SESSION (session), NULL);
  g_return_val_if_fail (JOL_IS_CLAIM (claim), NULL);

  self = g_object_new (JOL_TYPE_CLAIM_DETAILS, NULL);
  self->session = g_object_ref (session);
  self->width_chars = width_chars;
  note = jol_entity_get_summary (JOL_ENTITY (claim), language);
  if (note && *note)
    append_label (self, gtk_label_new (note), NULL);
  append_evidence (self, claim);
  append_sources (self, JOL_ENTITY (claim), language);
  append_about (self, claim, language);
  return GTK_WIDGET (self);
}

void
jol_claim_details_append_caption (JolClaimDetails *self, const char *text)
{
  g_return_if_fail (JOL_IS_CLAIM_DETAILS (self));

  append_label (self, gtk_label_new (text), "caption-heading");
}

void
jol_claim_details_append (JolClaimDetails *self, GtkWidget *widget)
{
  g_return_if_fail (JOL_IS_CLAIM_DETAILS (self));

  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

char *
jol_claim_details_format_verdict (JolVerdict verdict, JolTheme theme)
{
  const JolColor color = jol_palette_get_verdict (theme, verdict);
  g_autofree char *css = jol_color_to_css (&color);
  g_autofree char *words = jol_verdict_mark_format (verdict);

  /* Opaque: the text around may be translucent, and its alpha would be taken over. */
  return g_markup_printf_escaped ("<span color=\"%s\" fgalpha=\"100%%\" weight=\"bold\">%s</span>",
                                  css, words);
}
