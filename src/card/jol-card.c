/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-card.h"

#include "jol-claim-page.h"
#include "jol-event-page.h"
#include "jol-place-page.h"
#include "jol-reference.h"
#include "jol-route-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH_PX 300
#define LEAST_HEIGHT_PX 96

/*
 * The body scrolls, and the bar of its sections stays below it, so that they are in sight however
 * low the card is. The buttons lie over the scrolled body, in its corner, so that they stay when
 * the body scrolls and cost no line of their own. The heights are asked of the body itself: a
 * scrolled window asks its child how high it would like to be without saying how wide it will be,
 * and text that wraps has no answer to that.
 */
struct _JolCard
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *body;
  GtkWidget *foot;
  GtkWidget *corner; /* buttons */
  GtkWidget *expand; /* one of them */
  GtkWidget *page;   /* in body, or NULL */

  JolSession *session;
  GSignalGroup *session_signals;
  guint scroll_id;     /* tick callback */
  gboolean has_opened; /* a section that is to be scrolled to when it has its place */
};

enum
{
  PROP_SESSION = 1,
  PROP_IS_EXPANDED,
  N_PROPERTIES,
};

enum
{
  COPIED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolCard, jol_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_page (JolSession *session, JolEntity *entity)
{
  switch (jol_entity_get_kind (entity))
    {
    case JOL_ENTITY_ROUTE:
      return jol_route_page_new (session, JOL_ROUTE (entity));
    case JOL_ENTITY_PLACE:
      return jol_place_page_new (session, JOL_PLACE (entity));
    case JOL_ENTITY_EVENT:
      return jol_event_page_new (session, JOL_EVENT (entity));
    case JOL_ENTITY_CLAIM:
      return jol_claim_page_new (session, JOL_CLAIM (entity));
    case JOL_ENTITY_SOURCE:
    case JOL_ENTITY_ARTICLE:
    case JOL_ENTITY_SERIES:
    default:
      return NULL;
    }
}

static JolSections *
get_sections (JolCard *self)
{
  return jol_card_page_get_sections (JOL_CARD_PAGE (self->page));
}

static void
remove_page (JolCard *self)
{
  if (!self->page)
    return;

  self->has_opened = FALSE;
  adw_bin_set_child (ADW_BIN (self->foot), NULL);
  gtk_box_remove (GTK_BOX (self->body), self->page);
  self->page = NULL;
}

static void
section_opened_cb (JolCard *self)
{
  self->has_opened = TRUE;
}

static gboolean
scroll_to_section_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JolCard *self = JOL_CARD (widget);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double y;

  self->scroll_id = 0;
  if (self->page && gtk_widget_translate_coordinates (GTK_WIDGET (get_sections (self)), self->body,
                                                      0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, y);
  return G_SOURCE_REMOVE;
}

static gboolean
has_focus_inside (JolCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_selected (JolCard *self)
{
  JolEntity *entity = self->session ? jol_session_get_selected (self->session) : NULL;
  gboolean had_focus = has_focus_inside (self);
  const char *title;

  /* Never nowhere in between: a label with links that is given the focus when nothing had it makes
   * GTK 4.8 ask who NULL's ancestors are. */
  if (had_focus)
    gtk_widget_child_focus (self->corner, GTK_DIR_TAB_FORWARD);
  remove_page (self);
  self->page = entity ? make_page (self->session, entity) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->page != NULL);
  if (!self->page)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->expand), FALSE);
      return;
    }

  gtk_box_append (GTK_BOX (self->body), self->page);
  adw_bin_set_child (ADW_BIN (self->foot), jol_sections_get_bar (get_sections (self)));
  g_signal_connect_object (get_sections (self), "opened", G_CALLBACK (section_opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  title = jol_entity_get_title (entity, jol_text_get_interface_language ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title,
                                  -1);

  /* What had the focus is gone: who came by keyboard goes on in the card and not from the start of
   * the window. */
  if (had_focus)
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

static void
close_clicked_cb (JolCard *self)
{
  if (self->session)
    jol_session_select (self->session, NULL, JOL_ORIGIN_CARD);
}

static void
expand_toggled_cb (JolCard *self)
{
  const gboolean is_expanded = jol_card_get_is_expanded (self);
  const char *words = is_expanded ? _ ("Show less") : _ ("Show more");

  gtk_button_set_icon_name (GTK_BUTTON (self->expand),
                            is_expanded ? "go-down-symbolic" : "go-up-symbolic");
  gtk_widget_set_tooltip_text (self->expand, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expand), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EXPANDED]);
}

static int
get_foot_height (JolCard *self, int width)
{
  int height;

  gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
jol_card_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  JolCard *self = JOL_CARD (widget);
  int for_width = for_size < 0 ? WIDTH_PX : for_size;
  int least, foot;

  /* Asked in any case, because a widget that is given room must have been asked. */
  gtk_widget_measure (self->scroller, orientation, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->corner, orientation, -1, NULL, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->foot, orientation, -1, NULL, NULL, NULL, NULL);
      *minimum = *natural = WIDTH_PX;
      return;
    }

  foot = get_foot_height (self, for_width);
  gtk_widget_measure (self->body, GTK_ORIENTATION_VERTICAL, for_width, NULL, natural, NULL, NULL);
  *minimum = foot + MAX (least, LEAST_HEIGHT_PX);
  *natural = MAX (foot + *natural, *minimum);
}

static void
jol_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolCard *self = JOL_CARD (widget);
  int foot_height = get_foot_height (self, width);
  GtkAllocation body = { 0, 0, width, height - foot_height };
  GtkAllocation foot = { 0, height - foot_height, width, foot_height };
  GtkAllocation corner;
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->scroller, &body, -1);
  gtk_widget_size_allocate (self->foot, &foot, -1);

  gtk_widget_measure (self->corner, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &corner.width, NULL,
                      NULL);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, corner.width, NULL, &corner.height,
                      NULL, NULL);
  corner.x = is_rtl ? 0 : width - corner.width;
  corner.y = 0;
  gtk_widget_size_allocate (self->corner, &corner, -1);

  /* Not now: what is moved in the middle of being placed is not placed again in this frame. */
  if (self->has_opened && self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (widget, scroll_to_section_cb, NULL, NULL);
  self->has_opened = FALSE;
}

static GtkSizeRequestMode
jol_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jol_card_dispose (GObject *object)
{
  JolCard *self = JOL_CARD (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  if (self->scroll_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
  if (self->page)
    remove_page (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_CARD);

  G_OBJECT_CLASS (jol_card_parent_class)->dispose (object);
}

static void
jol_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolCard *self = JOL_CARD (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IS_EXPANDED:
      g_value_set_boolean (value, jol_card_get_is_expanded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolCard *self = JOL_CARD (object);

  switch (id)
    {
    case PROP_SESSION:
      jol_card_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_card_class_init (JolCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_card_dispose;
  object_class->get_property = jol_card_get_property;
  object_class->set_property = jol_card_set_property;

  widget_class->measure = jol_card_measure;
  widget_class->size_allocate = jol_card_size_allocate;
  widget_class->get_request_mode = jol_card_get_request_mode;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_EXPANDED] =
      g_param_spec_boolean ("is-expanded", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[COPIED] = g_signal_new ("copied", JOL_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/card/jol-card.ui");
  gtk_widget_class_bind_template_child (widget_class, JolCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, JolCard, body);
  gtk_widget_class_bind_template_child (widget_class, JolCard, foot);
  gtk_widget_class_bind_template_child (widget_class, JolCard, corner);
  gtk_widget_class_bind_template_child (widget_class, JolCard, expand);
  gtk_widget_class_bind_template_callback (widget_class, expand_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, jol_card_copy_reference);

  gtk_widget_class_set_css_name (widget_class, "jolcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_card_init (JolCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::story", G_CALLBACK (show_selected),
                                 self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selection",
                                 G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jol_card_new (void)
{
  return g_object_new (JOL_TYPE_CARD, NULL);
}

void
jol_card_set_session (JolCard *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_CARD (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
jol_card_set_is_sheet (JolCard *self, gboolean is_sheet)
{
  g_return_if_fail (JOL_IS_CARD (self));

  if (gtk_widget_get_visible (self->expand) == is_sheet)
    return;

  gtk_widget_set_visible (self->expand, is_sheet);
  if (is_sheet)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sheet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sheet");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->expand), FALSE);
}

gboolean
jol_card_get_is_expanded (JolCard *self)
{
  g_return_val_if_fail (JOL_IS_CARD (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->expand));
}

void
jol_card_copy_reference (JolCard *self)
{
  JolEntity *entity;
  g_autofree char *text = NULL;

  g_return_if_fail (JOL_IS_CARD (self));

  entity = self->session ? jol_session_get_selected (self->session) : NULL;
  if (!entity)
    return;

  text = jol_reference_format (jol_session_get_story (self->session), entity,
                               jol_session_get_date (self->session),
                               jol_text_get_interface_language ());
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[COPIED], 0);
}
