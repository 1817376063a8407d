/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claims-page-private.h"

#include "jol-link-popover.h"
#include "jol-reader-theme.h"

#include <adwaita.h>

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolClaimsPage, jol_claims_page, GTK_TYPE_WIDGET)

static JolClaim *
get_selected (JolClaimsPage *self)
{
  JolEntity *selected = self->session ? jol_session_get_selected (self->session) : NULL;

  return JOL_IS_CLAIM (selected) ? JOL_CLAIM (selected) : NULL;
}

static void
update_row (JolClaimsPage *self, JolClaimRow *row)
{
  JolClaim *claim = jol_claim_row_get_claim (row);

  jol_claim_row_set_selected (row, claim == get_selected (self));
  jol_claim_row_set_expanded (row, g_hash_table_contains (self->expanded, claim));
}

static void
update_rows (JolClaimsPage *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    update_row (self, row);
}

static void
selection_changed_cb (JolClaimsPage *self)
{
  JolClaim *selected = get_selected (self);

  update_rows (self);
  if (selected && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      jol_session_get_origin (self->session) != JOL_ORIGIN_READER)
    jol_claims_page_reveal (self, jol_entity_get_id (JOL_ENTITY (selected)));
}

static void
story_changed_cb (JolClaimsPage *self)
{
  jol_claims_page_stop_scroll (self);
  g_hash_table_remove_all (self->expanded);
  jol_claim_list_set_story (self->list,
                            self->session ? jol_session_get_story (self->session) : NULL);
  jol_claims_page_restart_filter (self);
}

/* What is open is what is chosen: the map shows what the claim is about, the card where it is
 * said. */
static void
row_toggled_cb (JolClaimsPage *self, JolClaimRow *row)
{
  JolClaim *claim = jol_claim_row_get_claim (row);
  const char *id = jol_entity_get_id (JOL_ENTITY (claim));

  if (g_hash_table_remove (self->expanded, claim))
    {
      update_row (self, row);
      if (claim == get_selected (self))
        jol_session_select (self->session, NULL, JOL_ORIGIN_READER);
      return;
    }

  g_hash_table_add (self->expanded, claim);
  update_row (self, row);
  jol_claims_page_scroll_to (self, claim);
  jol_session_select (self->session, id, JOL_ORIGIN_READER);
}

static void
source_activated_cb (JolClaimsPage *self, JolSource *source, GtkWidget *at)
{
  graphene_rect_t bounds;
  GdkRectangle area;

  if (!self->popover)
    {
      self->popover = jol_link_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  if (!gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return;

  /* GTK 4.8 criticizes a popover that points out of the screen. */
  area.x = CLAMP ((int) bounds.origin.x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  area.y = CLAMP ((int) bounds.origin.y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  area.width = (int) bounds.size.width;
  area.height = (int) bounds.size.height;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  jol_link_popover_show_source (JOL_LINK_POPOVER (self->popover), source, 0);
}

static void
setup_row_cb (JolClaimsPage *self, GtkListItem *list_item)
{
  GtkWidget *row = jol_claim_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  g_signal_connect_object (row, "source-activated", G_CALLBACK (source_activated_cb), self,
                           G_CONNECT_SWAPPED);
  /* The row's own button is what is pressed. */
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  /* From GTK 4.12 on that must be said: else the keys stop at an item without a name. */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (list_item), "focusable"))
    g_object_set (list_item, "focusable", FALSE, NULL);
}

static void
bind_row_cb (JolClaimsPage *self, GtkListItem *list_item)
{
  JolClaimRow *row = JOL_CLAIM_ROW (gtk_list_item_get_child (list_item));
  JolClaim *claim = JOL_CLAIM (gtk_list_item_get_item (list_item));

  jol_claim_row_set_theme (row, self->theme);
  jol_claim_row_set_claim (row, self->session, claim);
  g_hash_table_insert (self->rows, claim, row);
  update_row (self, row);
}

static void
unbind_row_cb (JolClaimsPage *self, GtkListItem *list_item)
{
  g_hash_table_remove (self->rows, gtk_list_item_get_item (list_item));
  jol_claim_row_set_claim (JOL_CLAIM_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
update_colors (JolClaimsPage *self)
{
  GHashTableIter iter;
  gpointer row;

  self->theme = jol_reader_theme_put_on (GTK_WIDGET (self), self->style);
  jol_claims_page_color_chips (self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    jol_claim_row_set_theme (row, self->theme);
}

static void
update_text_size (JolClaimsPage *self)
{
  g_autofree char *css = g_strdup_printf ("scrolledwindow { font-size: %d%%; }",
                                          jol_reader_style_get_text_size (self->style));

  gtk_css_provider_load_from_data (self->font, css, -1);
}

static void
back_clicked_cb (JolClaimsPage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* A list view makes rows whether anybody sees them or not: none before somebody does. */
static void
show_list (JolClaimsPage *self)
{
  GtkListView *list_view = GTK_LIST_VIEW (self->list_view);
  g_autoptr (GtkSelectionModel) model = NULL;

  if (!self->session || gtk_list_view_get_model (list_view))
    return;

  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_model (list_view, model);
}

/* A claim that was chosen before is to be seen. */
static void
jol_claims_page_map (GtkWidget *widget)
{
  JolClaimsPage *self = JOL_CLAIMS_PAGE (widget);
  JolClaim *selected = get_selected (self);

  show_list (self);
  GTK_WIDGET_CLASS (jol_claims_page_parent_class)->map (widget);

  if (selected && !self->target)
    jol_claims_page_reveal (self, jol_entity_get_id (JOL_ENTITY (selected)));
}

static gboolean
jol_claims_page_grab_focus (GtkWidget *widget)
{
  JolClaimsPage *self = JOL_CLAIMS_PAGE (widget);

  return gtk_widget_grab_focus (jol_claim_list_get_n_total (self->list) > 0 ? self->entry
                                                                            : self->back);
}

static void
jol_claims_page_dispose (GObject *object)
{
  JolClaimsPage *self = JOL_CLAIMS_PAGE (object);
  GtkWidget *child;

  jol_claims_page_stop_scroll (self);
  g_clear_object (&self->session_signals);
  /* GTK 4.8 keeps a popover that is unparented while it is open. */
  if (self->popover)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  /* While the rows can still be unbound. */
  if (self->list_view)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_CLAIMS_PAGE);
  /* What has no name in the template is left by it. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->style);
  g_clear_object (&self->font);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->expanded, g_hash_table_unref);

  G_OBJECT_CLASS (jol_claims_page_parent_class)->dispose (object);
}

static void
jol_claims_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_CLAIMS_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_claims_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    jol_claims_page_set_session (JOL_CLAIMS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_claims_page_class_init (JolClaimsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_claims_page_dispose;
  object_class->get_property = jol_claims_page_get_property;
  object_class->set_property = jol_claims_page_set_property;
  widget_class->map = jol_claims_page_map;
  widget_class->grab_focus = jol_claims_page_grab_focus;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CLOSED] = g_signal_new ("closed", JOL_TYPE_CLAIMS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/reader/jol-claims-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, back);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, count);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, clear);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, JolClaimsPage, show_all);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);

  gtk_widget_class_set_css_name (widget_class, "jolclaimspage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_claims_page_init (JolClaimsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->list = jol_claim_list_new ();
  self->rows = g_hash_table_new (NULL, NULL);
  self->expanded = g_hash_table_new (NULL, NULL);
  self->font = gtk_css_provider_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_style_context_add_provider (gtk_widget_get_style_context (self->scroller),
                                  GTK_STYLE_PROVIDER (self->font),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list_view), factory);
  g_object_unref (factory);
  jol_claims_page_init_filter (self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::story",
                                 G_CALLBACK (story_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selection",
                                 G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jol_claims_page_new (void)
{
  return g_object_new (JOL_TYPE_CLAIMS_PAGE, NULL);
}

void
jol_claims_page_set_session (JolClaimsPage *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_CLAIMS_PAGE (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (self->session == session)
    return;

  /* Rows are bound to the session: none while it changes. */
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  story_changed_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
jol_claims_page_set_style (JolClaimsPage *self, JolReaderStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (JOL_IS_CLAIMS_PAGE (self));
  g_return_if_fail (JOL_IS_READER_STYLE (style));
  g_return_if_fail (!self->style);

  self->style = g_object_ref (style);
  g_signal_connect_object (style, "notify::colors", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::text-size", G_CALLBACK (update_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  update_colors (self);
  update_text_size (self);
}

void
jol_claims_page_reveal (JolClaimsPage *self, const char *id)
{
  JolStory *story;
  JolEntity *claim;
  JolClaimRow *row;

  g_return_if_fail (JOL_IS_CLAIMS_PAGE (self));

  story = self->session ? jol_session_get_story (self->session) : NULL;
  claim = story && id ? jol_story_lookup (story, id) : NULL;
  if (!JOL_IS_CLAIM (claim))
    return;

  if (jol_claim_list_find (self->list, id) == G_MAXUINT)
    jol_claims_page_show_all (self);
  g_hash_table_add (self->expanded, claim);
  row = g_hash_table_lookup (self->rows, claim);
  if (row)
    update_row (self, row);
  jol_claims_page_scroll_to (self, JOL_CLAIM (claim));
}
