/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-switcher.h"

#include "jol-reading-time.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT_PX 460
#define ROW_CHARS 38
#define MANY_ARTICLES 8 /* more than can be overlooked: there is an entry to find one */

struct _JolArticleSwitcher
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *arrow;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *list;

  JolStory *story;
  JolArticle *current;
  gboolean is_filled; /* with the articles of the story */
};

enum
{
  ARTICLE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolArticleSwitcher, jol_article_switcher, GTK_TYPE_WIDGET)

static JolArticle *const *
get_articles (JolArticleSwitcher *self, guint *n_out)
{
  *n_out = 0;
  return self->story ? jol_story_get_articles (self->story, n_out) : NULL;
}

static GtkWidget *
create_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ROW_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_row (JolArticle *article)
{
  const char *language = jol_text_get_interface_language ();
  const char *title = jol_entity_get_title (JOL_ENTITY (article), language);
  g_autofree char *gist = jol_reading_time_dup_gist (article, language);
  g_autofree char *time = jol_reading_time_format (
      jol_reading_time_get_minutes (jol_reading_time_count_words (article, language)));
  g_autofree char *description = g_strjoin (" ", time, gist, NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = create_line (title, "heading");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_add_css_class (check, "check");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), check);
  gtk_box_append (GTK_BOX (box), head);
  if (gist)
    gtk_box_append (GTK_BOX (box), create_line (gist, "gist"));
  gtk_box_append (GTK_BOX (box), create_line (time, "time"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  g_object_set_data_full (G_OBJECT (row), "key", g_utf8_casefold (title, -1), g_free);
  return row;
}

static void
mark_current (JolArticleSwitcher *self)
{
  guint n_articles;
  JolArticle *const *articles = get_articles (self, &n_articles);

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; self->is_filled && i < n_articles; i++)
    {
      if (articles[i] == self->current)
        gtk_list_box_select_row (
            GTK_LIST_BOX (self->list),
            gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
    }
}

static void
fill_list (JolArticleSwitcher *self)
{
  guint n_articles;
  JolArticle *const *articles = get_articles (self, &n_articles);

  for (guint i = 0; !self->is_filled && i < n_articles; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (articles[i]));
  self->is_filled = TRUE;
  gtk_widget_set_visible (self->entry, n_articles > MANY_ARTICLES);
  mark_current (self);
}

static void
empty_list (JolArticleSwitcher *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  self->is_filled = FALSE;
}

static gboolean
is_wanted_cb (GtkListBoxRow *row, gpointer user_data)
{
  JolArticleSwitcher *self = user_data;
  g_autofree char *wanted =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);

  return strstr (g_object_get_data (G_OBJECT (row), "key"), wanted) != NULL;
}

static void
wanted_changed_cb (JolArticleSwitcher *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Return in the entry takes the first that is left. */
static void
wanted_activated_cb (JolArticleSwitcher *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          g_signal_emit_by_name (self->list, "row-activated", row);
          return;
        }
    }
}

static void
opening_cb (GtkMenuButton *button, gpointer user_data)
{
  JolArticleSwitcher *self = user_data;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill_list (self);
}

/* Focus may be given only when it is on the screen. */
static void
shown_cb (JolArticleSwitcher *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (JolArticleSwitcher *self, GtkListBoxRow *row)
{
  guint n_articles;
  JolArticle *const *articles = get_articles (self, &n_articles);
  guint index = (guint) gtk_list_box_row_get_index (row);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (index < n_articles)
    g_signal_emit (self, signals[ARTICLE_CHOSEN], 0,
                   jol_entity_get_id (JOL_ENTITY (articles[index])));
}

static GtkWidget *
create_heading_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_heading (JolArticleSwitcher *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = create_heading_line ("heading");
  self->note = create_heading_line ("note");
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), self->note);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), self->arrow);
  return box;
}

static GtkWidget *
create_popover (JolArticleSwitcher *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find an article"), -1);
  g_object_set (self->entry, "placeholder-text", _ ("Find an article"), NULL);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (wanted_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (wanted_activated_cb), self);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_wanted_cb, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list),
                                create_line (_ ("No article has such a title"), "nothing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Articles"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "articles");
  gtk_widget_add_css_class (popover, "menu");
  g_signal_connect_swapped (popover, "map", G_CALLBACK (shown_cb), self);
  return popover;
}

static void
update_button (JolArticleSwitcher *self)
{
  const char *title = self->current ? jol_entity_get_title (JOL_ENTITY (self->current),
                                                            jol_text_get_interface_language ())
                                    : "";
  g_autofree char *name = NULL;
  guint n_articles;

  get_articles (self, &n_articles);
  gtk_widget_set_visible (GTK_WIDGET (self), self->current != NULL);
  gtk_widget_set_sensitive (self->button, n_articles > 1);
  gtk_widget_set_visible (self->arrow, n_articles > 1);
  gtk_widget_set_tooltip_text (self->button, n_articles > 1 ? _ ("Choose an article") : NULL);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  /* Translators: what is read: "Article: One pipe out" */
  name = g_strdup_printf (_ ("Article: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
jol_article_switcher_dispose (GObject *object)
{
  JolArticleSwitcher *self = JOL_ARTICLE_SWITCHER (object);

  if (self->popover)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->popover = NULL;
  g_clear_object (&self->current);
  g_clear_object (&self->story);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_article_switcher_parent_class)->dispose (object);
}

static void
jol_article_switcher_class_init (JolArticleSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_article_switcher_dispose;

  signals[ARTICLE_CHOSEN] =
      g_signal_new ("article-chosen", JOL_TYPE_ARTICLE_SWITCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "jolarticleswitcher");
}

static void
jol_article_switcher_init (JolArticleSwitcher *self)
{
  GtkWidget *heading = create_heading (self);

  self->popover = create_popover (self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), heading);
  /* GTK centres what it puts around a child. */
  gtk_widget_set_halign (gtk_widget_get_parent (heading), GTK_ALIGN_FILL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), opening_cb, self, NULL);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  jol_article_switcher_set_note (self, "");
  update_button (self);
}

void
jol_article_switcher_set_story (JolArticleSwitcher *self, JolStory *story)
{
  g_return_if_fail (JOL_IS_ARTICLE_SWITCHER (self));
  g_return_if_fail (!story || JOL_IS_STORY (story));

  if (!g_set_object (&self->story, story))
    return;

  empty_list (self);
  update_button (self);
}

void
jol_article_switcher_set_current (JolArticleSwitcher *self, JolArticle *article)
{
  g_return_if_fail (JOL_IS_ARTICLE_SWITCHER (self));
  g_return_if_fail (!article || JOL_IS_ARTICLE (article));

  if (!g_set_object (&self->current, article))
    return;

  mark_current (self);
  update_button (self);
}

void
jol_article_switcher_set_note (JolArticleSwitcher *self, const char *note)
{
  g_return_if_fail (JOL_IS_ARTICLE_SWITCHER (self));

  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
}

void
jol_article_switcher_open (JolArticleSwitcher *self)
{
  g_return_if_fail (JOL_IS_ARTICLE_SWITCHER (self));

  if (gtk_widget_get_sensitive (self->button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
