/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-bar.h"

#include "jol-search-item.h"
#include "jol-search-model.h"
#include "jol-status-line.h"

#include <glib/gi18n.h>

#define PAGE 6 /* rows that Page Up and Page Down go */

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS,
};

struct _JolSearchBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkSearchEntry *entry;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GtkLabel *hint;
  GtkLabel *status;

  JolSession *session;
  JolSearchModel *model;
  GPtrArray *items; /* of JolSearchItem, of the list; those that are not needed are hidden */
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolSearchBar, jol_search_bar, GTK_TYPE_WIDGET)

static const char *
get_query (JolSearchBar *self)
{
  const char *query = self->session ? jol_session_get_query (self->session) : NULL;

  return query ? query : "";
}

static guint
get_n_rows (JolSearchBar *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static gboolean
can_select (JolSearchBar *self, guint index)
{
  return gtk_list_box_row_get_selectable (g_ptr_array_index (self->items, index));
}

/* The list's own way of scrolling needs the focus, which stays in the entry. */
static void
scroll_to (JolSearchBar *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_row (JolSearchBar *self, guint index)
{
  GtkListBoxRow *row = g_ptr_array_index (self->items, index);

  gtk_list_box_select_row (self->list, row);
  /* It stays when nothing is found: GTK 4.8 crashes when this relation is reset. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  /* What stands above the first result is its heading. */
  scroll_to (self, index == 1 ? g_ptr_array_index (self->items, 0) : GTK_WIDGET (row));
}

static void
select_first (JolSearchBar *self)
{
  gtk_list_box_unselect_all (self->list);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  for (guint i = 0; i < get_n_rows (self); i++)
    if (can_select (self, i))
      {
        select_row (self, i);
        return;
      }
}

/* @n rows on, over headings, and no further than the ends. */
static void
move_selection (JolSearchBar *self, int n)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  const int n_rows = (int) get_n_rows (self);
  const int step = n > 0 ? 1 : -1;
  int at = selected ? gtk_list_box_row_get_index (selected) : -1;
  int reached = at;

  for (int left = ABS (n); left > 0;)
    {
      at += step;
      if (at < 0 || at >= n_rows)
        break;
      if (can_select (self, (guint) at))
        {
          reached = at;
          left--;
        }
    }
  if (reached >= 0)
    select_row (self, (guint) reached);
}

static void
show_rows (JolSearchBar *self)
{
  const guint n = get_n_rows (self);

  while (self->items->len < n)
    {
      GtkWidget *item = jol_search_item_new ();

      g_ptr_array_add (self->items, item);
      gtk_list_box_append (self->list, item);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (JolSearchRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      gtk_widget_set_visible (g_ptr_array_index (self->items, i), row != NULL);
      if (row)
        jol_search_item_set_row (g_ptr_array_index (self->items, i), row);
    }
}

/* What stands where there is no result. */
static void
show_words (JolSearchBar *self)
{
  const guint n_found = jol_search_model_get_n_found (self->model);
  const gboolean is_asked = *get_query (self) != '\0';
  g_autofree char *hint = NULL;
  g_autofree char *status = NULL;

  if (!is_asked)
    hint =
        g_strdup (_ ("By name or by what is said of it, in any alphabet: a few letters will do"));
  else if (!jol_search_model_has_index (self->model))
    hint = g_strdup (_ ("The story is being read…"));
  else if (n_found == 0)
    /* Translators: %s is what was typed */
    hint =
        g_strdup_printf (_ ("Nothing found for “%s”. Try fewer letters, or only one of the words."),
                         get_query (self));
  else
    status = g_strdup_printf (ngettext ("%u result", "%u results", n_found), n_found);

  gtk_label_set_label (self->hint, hint ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  /* What is told of a search; how to search is read in its place. */
  jol_status_line_set_text (self->status, status ? status : is_asked ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), n_found > 0);
}

static void
search (JolSearchBar *self)
{
  jol_search_model_set_query (self->model, get_query (self), jol_text_get_interface_language ());
  show_rows (self);
  show_words (self);
  select_first (self);
}

static void
entry_changed_cb (JolSearchBar *self)
{
  if (self->session)
    jol_session_set_query (self->session, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* In two steps with a length: gtk_editable_set_text() deletes to -1, and GTK 4.8 crashes telling a
 * screen reader of that. */
static void
set_text (JolSearchBar *self, const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (self->entry);
  int position = 0;

  g_signal_handlers_block_by_func (entry, entry_changed_cb, self);
  gtk_editable_delete_text (entry, 0, (int) g_utf8_strlen (gtk_editable_get_text (entry), -1));
  gtk_editable_insert_text (entry, text, -1, &position);
  gtk_editable_set_position (entry, position);
  g_signal_handlers_unblock_by_func (entry, entry_changed_cb, self);
}

static void
query_changed_cb (JolSearchBar *self)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), get_query (self)) != 0)
    set_text (self, get_query (self));
  search (self);
}

static void
activate_row (JolSearchBar *self, GtkListBoxRow *row)
{
  JolSearchRow *chosen = row ? jol_search_item_get_row (JOL_SEARCH_ITEM (row)) : NULL;
  const int index = row ? gtk_list_box_row_get_index (row) : -1;

  if (!chosen)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else if (jol_search_row_get_row_type (chosen) == JOL_SEARCH_ROW_MORE)
    {
      jol_search_model_expand (self->model, jol_search_row_get_kind (chosen));
      show_rows (self);
      select_row (self, (guint) index);
    }
  else
    {
      g_autoptr (JolSearchResult) result = g_object_ref (jol_search_row_get_result (chosen));

      g_signal_emit (self, signals[CHOSEN], 0, result);
    }
}

static void
row_activated_cb (JolSearchBar *self, GtkListBoxRow *row)
{
  activate_row (self, row);
}

static void
entry_activated_cb (JolSearchBar *self)
{
  activate_row (self, gtk_list_box_get_selected_row (self->list));
}

static void
stop_search_cb (JolSearchBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* After the entry, whose input method may want them. */
static gboolean
key_pressed_cb (JolSearchBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_selection (self, PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_selection (self, -PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[CLOSED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* What was looked for before it was opened is told now. */
static void
jol_search_bar_map (GtkWidget *widget)
{
  JolSearchBar *self = JOL_SEARCH_BAR (widget);

  GTK_WIDGET_CLASS (jol_search_bar_parent_class)->map (widget);
  jol_status_line_announce (widget, gtk_label_get_label (self->status));
}

static void
jol_search_bar_dispose (GObject *object)
{
  JolSearchBar *self = JOL_SEARCH_BAR (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_SEARCH_BAR);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_search_bar_parent_class)->dispose (object);
}

static void
jol_search_bar_class_init (JolSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_search_bar_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", JOL_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, JOL_TYPE_SEARCH_RESULT);
  signals[CLOSED] = g_signal_new ("closed", JOL_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  widget_class->map = jol_search_bar_map;
  gtk_widget_class_set_css_name (widget_class, "jolsearchbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/jol-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JolSearchBar, content);
  gtk_widget_class_bind_template_child (widget_class, JolSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, JolSearchBar, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JolSearchBar, list);
  gtk_widget_class_bind_template_child (widget_class, JolSearchBar, hint);
  gtk_widget_class_bind_template_child (widget_class, JolSearchBar, status);
}

static void
jol_search_bar_init (JolSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->model = jol_search_model_new ();
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  /* GtkSearchEntry has no property for it. */
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "truncate-multiline", TRUE,
                NULL);
  /* Not "search-changed", which waits: a search takes less time than a letter. */
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  show_words (self);
}

void
jol_search_bar_set_session (JolSearchBar *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_SEARCH_BAR (self));
  g_return_if_fail (!self->session && JOL_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::query", G_CALLBACK (query_changed_cb), self,
                           G_CONNECT_SWAPPED);
  query_changed_cb (self);
}

void
jol_search_bar_set_index (JolSearchBar *self, JolSearchIndex *index)
{
  g_return_if_fail (JOL_IS_SEARCH_BAR (self));

  jol_search_model_set_index (self->model, index);
  search (self);
}

void
jol_search_bar_begin (JolSearchBar *self)
{
  g_return_if_fail (JOL_IS_SEARCH_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
jol_search_bar_type_key (JolSearchBar *self, GtkEventControllerKey *controller)
{
  g_return_val_if_fail (JOL_IS_SEARCH_BAR (self), FALSE);

  return gtk_event_controller_key_forward (
      controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}
