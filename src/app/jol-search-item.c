/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-item.h"

#include "jol-claim.h"
#include "jol-event.h"
#include "jol-mark.h"
#include "jol-route.h"

#include <glib/gi18n.h>

struct _JolSearchItem
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkWidget *mark; /* JolMark, or a GtkImage, or NULL: made anew, as a mark is for one thing */
  GtkWidget *title;
  GtkWidget *snippet;

  JolSearchRow *row;
};

G_DEFINE_FINAL_TYPE (JolSearchItem, jol_search_item, GTK_TYPE_LIST_BOX_ROW)

static void
jol_search_item_dispose (GObject *object)
{
  g_clear_object (&JOL_SEARCH_ITEM (object)->row);

  G_OBJECT_CLASS (jol_search_item_parent_class)->dispose (object);
}

static void
jol_search_item_class_init (JolSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_search_item_dispose;
}

static GtkWidget *
make_label (const char *css_class)
{
  /* Natural width is little, so that a long title does not make the list wide. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "max-width-chars", 24, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
jol_search_item_init (JolSearchItem *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = make_label ("title");
  self->snippet = make_label ("snippet");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->snippet);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_box_append (GTK_BOX (self->box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

static GtkWidget *
make_mark (JolSearchResult *result)
{
  static const char *const icons[JOL_N_SEARCH_KINDS] = {
    [JOL_SEARCH_COUNTRY] = "jol-country-symbolic",
    [JOL_SEARCH_OWNER] = "jol-owner-symbolic",
    [JOL_SEARCH_ARTICLE] = "jol-article-symbolic",
    [JOL_SEARCH_SOURCE] = "jol-source-symbolic",
  };
  JolEntity *entity = jol_search_result_get_entity (result);
  const JolSearchKind kind = jol_search_result_get_kind (result);
  JolTint tint = { JOL_TINT_PLACE, 0 };
  GtkWidget *image;

  if (icons[kind])
    {
      image = gtk_image_new_from_icon_name (icons[kind]);
      gtk_widget_set_valign (image, GTK_ALIGN_START);
      g_object_set (image, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      return image;
    }

  if (kind == JOL_SEARCH_ROUTE)
    tint = (JolTint){ JOL_TINT_COMMODITY, jol_route_get_commodity (JOL_ROUTE (entity)) };
  else if (kind == JOL_SEARCH_EVENT)
    tint = (JolTint){ JOL_TINT_EVENT_KIND, jol_event_get_event_kind (JOL_EVENT (entity)) };
  else if (kind == JOL_SEARCH_CLAIM)
    tint = (JolTint){ JOL_TINT_VERDICT, jol_claim_get_verdict (JOL_CLAIM (entity)) };
  return jol_mark_new (tint);
}

static void
set_mark (JolSearchItem *self, GtkWidget *mark)
{
  if (self->mark)
    gtk_box_remove (GTK_BOX (self->box), self->mark);
  self->mark = mark;
  if (mark)
    gtk_box_prepend (GTK_BOX (self->box), mark);
}

/* Attributes, not markup: the text is a story's. */
static void
set_text (GtkWidget *label, const char *text, const JolSearchRange *ranges, guint n)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < n; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) ranges[i].start;
      bold->end_index = (guint) ranges[i].end;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
show_result (JolSearchItem *self, JolSearchResult *result)
{
  const JolSearchRange *ranges;
  guint n;
  const char *title = jol_search_result_get_title (result, &ranges, &n);
  const char *snippet;
  g_autofree char *name = NULL;

  set_mark (self, make_mark (result));
  set_text (self->title, title, ranges, n);
  snippet = jol_search_result_get_snippet (result, &ranges, &n);
  set_text (self->snippet, snippet, ranges, n);
  /* What is cut off on the screen. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  if (jol_search_result_get_kind (result) == JOL_SEARCH_SOURCE)
    gtk_widget_set_tooltip_text (
        GTK_WIDGET (self), jol_source_get_url (JOL_SOURCE (jol_search_result_get_entity (result))));

  name = *snippet ? g_strdup_printf ("%s, %s", title, snippet) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_heading (JolSearchItem *self, JolSearchKind kind, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  set_mark (self, NULL);
  set_text (self->title, jol_search_kind_get_label (kind), NULL, 0);
  set_text (self->snippet, number, NULL, 0);
}

static void
show_more (JolSearchItem *self, guint count)
{
  g_autofree char *text = NULL;

  /* Translators: at the end of some results, to see the others too */
  text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", count), count);
  set_mark (self, NULL);
  set_text (self->title, text, NULL, 0);
  set_text (self->snippet, "", NULL, 0);
}

static void
set_class (JolSearchItem *self, const char *name, gboolean is_on)
{
  if (is_on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

GtkWidget *
jol_search_item_new (void)
{
  return g_object_new (JOL_TYPE_SEARCH_ITEM, NULL);
}

JolSearchRow *
jol_search_item_get_row (JolSearchItem *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_ITEM (self), NULL);

  return self->row;
}

void
jol_search_item_set_row (JolSearchItem *self, JolSearchRow *row)
{
  const JolSearchRowType type = jol_search_row_get_row_type (row);
  const gboolean is_heading = type == JOL_SEARCH_ROW_HEADING;
  GtkWidget *words;

  g_return_if_fail (JOL_IS_SEARCH_ITEM (self));

  g_set_object (&self->row, row);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), !is_heading);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !is_heading);
  gtk_widget_set_focusable (GTK_WIDGET (self), !is_heading);
  set_class (self, "heading", is_heading);
  set_class (self, "more", type == JOL_SEARCH_ROW_MORE);
  /* A heading's count stands at its end. */
  words = gtk_widget_get_parent (self->title);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (words), is_heading ? GTK_ORIENTATION_HORIZONTAL
                                                                     : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (self->snippet, !is_heading);

  if (is_heading)
    show_heading (self, jol_search_row_get_kind (row), jol_search_row_get_count (row));
  else if (type == JOL_SEARCH_ROW_MORE)
    show_more (self, jol_search_row_get_count (row));
  else
    show_result (self, jol_search_row_get_result (row));
}
