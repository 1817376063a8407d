/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-find-bar.h"

#include "jol-find.h"
#include "jol-status-line.h"

#include <glib/gi18n.h>
#include <string.h>

#define CURRENT_TAG "find-current"
#define LONGEST_SELECTION 80 /* letters that are taken over as the words to find */

struct _JolFindBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *previous;
  GtkWidget *next;

  JolArticleBuffer *buffer;
  JolFind *find;   /* the buffer's text, from when the bar is first used */
  GArray *matches; /* of JolFindMatch; not changed once it is there */
  int current;     /* of matches, or -1 */
  int offset;      /* from where the first match is sought */
  JolTheme theme;
};

enum
{
  SHOW_MATCH,
  MATCHES_CHANGED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolFindBar, jol_find_bar, GTK_TYPE_WIDGET)

static GtkTextTag *
get_tag (JolFindBar *self, const char *name)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  return tag ? tag : gtk_text_buffer_create_tag (buffer, name, NULL);
}

static GdkRGBA
to_rgba (JolColor color, float alpha)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, alpha };
}

/* The present one as a highlighter marks it. The others are painted: a tag on each of many
 * thousands takes its time. */
static void
update_tags (JolFindBar *self)
{
  GdkRGBA marker, ink;

  if (!self->buffer)
    return;

  marker = to_rgba (jol_palette_get (self->theme, JOL_COLOR_SELECTION), 1);
  ink = to_rgba (jol_palette_get (JOL_THEME_HIGH_CONTRAST, JOL_COLOR_TEXT), 1);
  g_object_set (get_tag (self, CURRENT_TAG), "background-rgba", &marker, "foreground-rgba", &ink,
                NULL);
}

static void
change_tag (JolFindBar *self, const char *name, gboolean is_on, const JolFindMatch *match)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, match->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, match->end);
  if (is_on)
    gtk_text_buffer_apply_tag (buffer, get_tag (self, name), &start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, get_tag (self, name), &start, &end);
}

static const JolFindMatch *
get_match (JolFindBar *self, int index)
{
  return &g_array_index (self->matches, JolFindMatch, index);
}

/* Takes the matches. */
static void
set_matches (JolFindBar *self, GArray *matches)
{
  g_array_unref (self->matches);
  self->matches = matches;
  g_signal_emit (self, signals[MATCHES_CHANGED], 0);
}

static const char *
get_query (JolFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
update_count (JolFindBar *self)
{
  const gboolean is_missed = self->matches->len == 0 && *get_query (self);
  g_autofree char *text = NULL;

  if (is_missed)
    text = g_strdup (_ ("Not found"));
  else if (self->current >= 0)
    /* Translators: which of the places found is shown: "3 of 12" */
    text = g_strdup_printf (_ ("%1$d of %2$u"), self->current + 1, self->matches->len);
  else if (self->matches->len > 0)
    /* Translators: places where the words were found, none of which is shown yet */
    text = g_strdup_printf (_ ("%u found"), self->matches->len);
  jol_status_line_set_text (GTK_LABEL (self->count), text ? text : "");
  gtk_widget_set_visible (self->count, text != NULL);
  gtk_widget_set_sensitive (self->previous, self->matches->len > 0);
  gtk_widget_set_sensitive (self->next, self->matches->len > 0);
  if (is_missed)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
make_current (JolFindBar *self, int index)
{
  if (self->current >= 0)
    change_tag (self, CURRENT_TAG, FALSE, get_match (self, self->current));
  self->current = index;
  if (index >= 0)
    {
      change_tag (self, CURRENT_TAG, TRUE, get_match (self, index));
      self->offset = get_match (self, index)->start;
    }
  update_count (self);
  if (index >= 0)
    g_signal_emit (self, signals[SHOW_MATCH], 0, get_match (self, index)->start);
}

static void
forget_matches (JolFindBar *self)
{
  if (self->buffer && self->current >= 0)
    change_tag (self, CURRENT_TAG, FALSE, get_match (self, self->current));
  self->current = -1;
  if (self->matches->len > 0)
    set_matches (self, g_array_new (FALSE, FALSE, sizeof (JolFindMatch)));
}

/* Slices, not texts: of what stands for a picture the offset counts too. */
static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
}

static void
search (JolFindBar *self)
{
  forget_matches (self);
  if (self->buffer && jol_find_bar_is_open (self))
    {
      if (!self->find)
        {
          g_autofree char *text = dup_text (GTK_TEXT_BUFFER (self->buffer));

          self->find = jol_find_new (text);
        }
      set_matches (self, jol_find_search (self->find, get_query (self)));
    }
  update_count (self);
}

static int
find_first_after (JolFindBar *self)
{
  int first = 0;

  while (first < (int) self->matches->len && get_match (self, first)->start < self->offset)
    first++;
  return first;
}

static void
show_first_after (JolFindBar *self)
{
  if (self->matches->len > 0)
    make_current (self, find_first_after (self) % (int) self->matches->len);
}

static void
query_changed_cb (JolFindBar *self)
{
  search (self);
  show_first_after (self);
}

static void
close_by_person (JolFindBar *self)
{
  jol_find_bar_close (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
previous_clicked_cb (JolFindBar *self)
{
  jol_find_bar_step (self, -1);
}

static void
next_clicked_cb (JolFindBar *self)
{
  jol_find_bar_step (self, 1);
}

static gboolean
key_pressed_cb (JolFindBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    close_by_person (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    jol_find_bar_step (self, state & GDK_SHIFT_MASK ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_button (JolFindBar *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
create_entry (JolFindBar *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY,
                                     "edit-find-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Find in the article"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 28);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find in the article"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (query_changed_cb), self);

  /* Before the entry takes Return and before Escape means anything else. */
  gtk_event_controller_set_name (keys, "jol-find-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static void
jol_find_bar_dispose (GObject *object)
{
  JolFindBar *self = JOL_FIND_BAR (object);

  g_clear_object (&self->buffer);
  g_clear_pointer (&self->find, jol_find_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_find_bar_parent_class)->dispose (object);
}

static void
jol_find_bar_finalize (GObject *object)
{
  g_array_unref (JOL_FIND_BAR (object)->matches);

  G_OBJECT_CLASS (jol_find_bar_parent_class)->finalize (object);
}

static void
jol_find_bar_class_init (JolFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_find_bar_dispose;
  object_class->finalize = jol_find_bar_finalize;

  signals[SHOW_MATCH] = g_signal_new ("show-match", JOL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MATCHES_CHANGED] = g_signal_new ("matches-changed", JOL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", JOL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "jolfindbar");
}

static void
jol_find_bar_init (JolFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->matches = g_array_new (FALSE, FALSE, sizeof (JolFindMatch));
  self->current = -1;

  self->entry = create_entry (self);
  /* What it says is announced when it changes. */
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  self->previous = create_button (self, "go-up-symbolic", _ ("Previous match"),
                                  G_CALLBACK (previous_clicked_cb));
  self->next =
      create_button (self, "go-down-symbolic", _ ("Next match"), G_CALLBACK (next_clicked_cb));

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->previous);
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_box_append (GTK_BOX (box), create_button (self, "window-close-symbolic", _ ("Close"),
                                                G_CALLBACK (close_by_person)));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  self->box = box;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  update_count (self);
}

void
jol_find_bar_set_article (JolFindBar *self, JolArticleBuffer *buffer)
{
  g_return_if_fail (JOL_IS_FIND_BAR (self));
  g_return_if_fail (!buffer || JOL_IS_ARTICLE_BUFFER (buffer));

  if (self->buffer == buffer)
    return;

  /* Its tags go with the old one. */
  self->current = -1;
  set_matches (self, g_array_new (FALSE, FALSE, sizeof (JolFindMatch)));
  g_clear_pointer (&self->find, jol_find_free);
  g_set_object (&self->buffer, buffer);
  self->offset = 0;
  update_tags (self);
  if (!buffer)
    jol_find_bar_close (self);
  /* The same words are marked in it; whoever reads it begins where it begins. */
  search (self);
}

void
jol_find_bar_set_theme (JolFindBar *self, JolTheme theme)
{
  g_return_if_fail (JOL_IS_FIND_BAR (self));

  self->theme = theme;
  update_tags (self);
}

void
jol_find_bar_open (JolFindBar *self, int offset)
{
  GtkTextIter start, end;

  g_return_if_fail (JOL_IS_FIND_BAR (self));

  if (!self->buffer)
    return;

  self->offset = offset;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end))
    {
      g_autofree char *words =
          gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, FALSE);

      self->offset = gtk_text_iter_get_offset (&start);
      if (g_utf8_strlen (words, -1) <= LONGEST_SELECTION && !strchr (words, '\n'))
        gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
    }
  query_changed_cb (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
jol_find_bar_close (JolFindBar *self)
{
  g_return_if_fail (JOL_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  forget_matches (self);
  update_count (self);
}

gboolean
jol_find_bar_is_open (JolFindBar *self)
{
  g_return_val_if_fail (JOL_IS_FIND_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

void
jol_find_bar_step (JolFindBar *self, int n_steps)
{
  int n_matches;

  g_return_if_fail (JOL_IS_FIND_BAR (self));

  n_matches = (int) self->matches->len;
  if (n_matches == 0)
    return;

  if (self->current >= 0)
    make_current (self, ((self->current + n_steps) % n_matches + n_matches) % n_matches);
  else if (n_steps > 0)
    show_first_after (self);
  else
    make_current (self, (find_first_after (self) + n_matches - 1) % n_matches);
}

int
jol_find_bar_get_current (JolFindBar *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_FIND_BAR (self), -1);

  if (n_out)
    *n_out = self->matches->len;
  return self->current;
}

GArray *
jol_find_bar_get_matches (JolFindBar *self)
{
  g_return_val_if_fail (JOL_IS_FIND_BAR (self), NULL);

  return self->matches;
}
