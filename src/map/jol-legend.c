/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend.h"

#include <glib/gi18n.h>

#include "jol-swatch.h"

/* On a smaller map open rows would hide what they explain. */
#define MIN_WIDTH_PX 480
#define MIN_HEIGHT_PX 300
/* Of the map's height, at most so much for the rows; the rest is scrolled to. Columns hide more of
 * its width, so they get less of its height. */
#define MAX_SHARE 0.55
#define MAX_COLUMNS_SHARE 0.25
#define MAX_COLUMNS 3
#define NOTE_CHARS 26 /* as wide as one column, about */
#define COLUMN_SPACING_PX 4
/* Of the map's width, what the legend leaves to scale bar and buttons. */
#define BESIDE_PX 210

struct _JolLegend
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *expander;
  GtkWidget *show_all;
  GtkWidget *scrolled;
  GtkWidget *grid;
  GtkWidget *note;    /* how many routes have no room on the map */
  GPtrArray *buttons; /* the rows; the grid's */
  GArray *shown;      /* of JolLegendRow, without labels, in the same order */
  int n_columns;
  int width_px; /* of the map */
  int height_px;
  JolTheme theme;
  JolSession *session;
  gboolean is_wanted; /* unfolded, by a person's wish */
  gboolean has_room;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (JolLegend, jol_legend, GTK_TYPE_WIDGET)

static gboolean
is_same_sample (const JolLegendRow *a, const JolLegendRow *b)
{
  return a->kind == b->kind && a->symbol == b->symbol && a->width_px == b->width_px &&
         a->n_dash == b->n_dash && a->rim_px == b->rim_px &&
         memcmp (&a->color, &b->color, sizeof a->color) == 0;
}

static JolFilter
get_filter (JolLegend *self)
{
  return self->session ? jol_session_get_filter (self->session) : 0;
}

static void
row_toggled_cb (JolLegend *self, GtkToggleButton *button)
{
  JolMapKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "map-kind"));

  if (self->session && !self->is_updating)
    jol_session_set_filter (self->session, jol_filter_toggle_on_map (get_filter (self), kind));
}

static void
show_all_clicked_cb (JolLegend *self)
{
  /* What the timeline hides is for the timeline to show again. */
  if (self->session)
    jol_session_set_filter (self->session, get_filter (self) & ~JOL_FILTER_MAP);
}

static void
expanded_cb (JolLegend *self)
{
  const gboolean is_expanded = gtk_expander_get_expanded (GTK_EXPANDER (self->expander));

  gtk_widget_set_visible (self->scrolled, is_expanded);
  if (self->has_room && !self->is_updating)
    self->is_wanted = is_expanded;
}

static void
update_expanded (JolLegend *self)
{
  self->is_updating = TRUE;
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), self->is_wanted && self->has_room);
  self->is_updating = FALSE;
}

/* In columns, each read downwards. */
static void
place_rows (JolLegend *self, int n_columns)
{
  const int n_rows = (int) self->buttons->len;
  const int per_column = (n_rows + n_columns - 1) / n_columns;

  self->n_columns = n_columns;
  for (int i = 0; i < n_rows; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      g_object_ref (button);
      if (gtk_widget_get_parent (button))
        gtk_grid_remove (GTK_GRID (self->grid), button);
      gtk_grid_attach (GTK_GRID (self->grid), button, i / per_column, i % per_column, 1, 1);
      g_object_unref (button);
    }
}

/* Columns hide less of the map's height, where there is the width for them. */
static int
choose_columns (JolLegend *self)
{
  int widest_px = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int natural_px;

      gtk_widget_measure (g_ptr_array_index (self->buttons, i), GTK_ORIENTATION_HORIZONTAL, -1,
                          NULL, &natural_px, NULL, NULL);
      widest_px = MAX (widest_px, natural_px);
    }

  return CLAMP ((self->width_px - BESIDE_PX) / MAX (widest_px + COLUMN_SPACING_PX, 1), 1,
                MAX_COLUMNS);
}

static void
update_columns (JolLegend *self)
{
  const int n_columns = choose_columns (self);
  const double share = n_columns > 1 ? MAX_COLUMNS_SHARE : MAX_SHARE;
  const int max_px = (int) (self->height_px * share);

  if (n_columns != self->n_columns && self->buttons->len > 0)
    place_rows (self, n_columns);
  if (gtk_scrolled_window_get_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled)) != max_px)
    gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), max_px);
}

/* What only pictures explain the window tells when one points at it. */
static guint
list_rows (JolScene *scene, const JolLegendRow **rows_out)
{
  guint n_rows, n_listed = 0;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].map_kind >= 0)
      rows_out[n_listed++] = &rows[i];

  return n_listed;
}

static GtkWidget *
make_row (JolLegend *self)
{
  GtkWidget *row = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "name");
  gtk_label_set_xalign (GTK_LABEL (count), 1.0f);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), jol_swatch_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);

  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_set_focus_on_click (row, FALSE);
  gtk_widget_add_css_class (row, "flat");
  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static char *
describe_count (const JolLegendRow *row)
{
  const guint n = row->count;

  if (row->is_compared)
    /* Translators: how many things of a kind, such as routes that appeared, the map shows of two
     * dates that are compared. */
    return g_strdup_printf (ngettext ("%u between the two dates", "%u between the two dates", n),
                            n);

  /* Translators: how many things of a kind, such as oil routes, are on the map at the date. */
  return g_strdup_printf (ngettext ("%u at this date", "%u at this date", n), n);
}

static void
update_words (GtkWidget *button, const JolLegendRow *row)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *count = gtk_widget_get_last_child (box);
  g_autofree char *number = g_strdup_printf ("%u", row->count);
  g_autofree char *description = describe_count (row);

  gtk_label_set_label (GTK_LABEL (count), number);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_prev_sibling (count)), row->label);
  gtk_widget_set_tooltip_text (button,
                               row->is_hidden ? _ ("Show on the map") : _ ("Hide on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* It stays while the legend is folded: what is not drawn must not be taken for what is not there.
 */
static void
update_note (JolLegend *self, JolScene *scene)
{
  const guint n_thinned = jol_scene_get_n_thinned (scene);
  g_autofree char *words = NULL;
  guint n_drawn, n_all;

  gtk_widget_set_visible (self->note, n_thinned > 0);
  if (n_thinned == 0)
    return;

  jol_scene_get_routes (scene, &n_drawn);
  n_all = n_drawn + n_thinned;
  /* Translators: of very many routes the map shows those that have room, the most important first.
   */
  words =
      g_strdup_printf (ngettext ("%1$u of %2$u route drawn; zoom in or search for more",
                                 "%1$u of %2$u routes drawn; zoom in or search for more", n_all),
                       n_drawn, n_all);
  gtk_label_set_label (GTK_LABEL (self->note), words);
}

static void
jol_legend_dispose (GObject *object)
{
  JolLegend *self = JOL_LEGEND (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_legend_parent_class)->dispose (object);
}

static void
jol_legend_finalize (GObject *object)
{
  JolLegend *self = JOL_LEGEND (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (jol_legend_parent_class)->finalize (object);
}

static void
jol_legend_class_init (JolLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_legend_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "jollegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_heading (JolLegend *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->expander = gtk_expander_new (_ ("Legend"));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_set_hexpand (self->expander, TRUE);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_box_append (GTK_BOX (heading), self->expander);

  self->show_all = gtk_button_new_with_label (_ ("Show all"));
  gtk_widget_set_visible (self->show_all, FALSE);
  gtk_widget_set_focus_on_click (self->show_all, FALSE);
  gtk_widget_add_css_class (self->show_all, "flat");
  gtk_widget_add_css_class (self->show_all, "small");
  g_signal_connect_object (self->show_all, "clicked", G_CALLBACK (show_all_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), self->show_all);

  return heading;
}

static void
jol_legend_init (JolLegend *self)
{
  self->shown = g_array_new (FALSE, TRUE, sizeof (JolLegendRow));
  self->buttons = g_ptr_array_new ();
  self->is_wanted = TRUE;
  self->has_room = TRUE;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_heading (self));

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), COLUMN_SPACING_PX);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
  gtk_box_append (GTK_BOX (self->box), self->scrolled);

  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->note), NOTE_CHARS);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_add_css_class (self->note, "note");
  gtk_box_append (GTK_BOX (self->box), self->note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
}

GtkWidget *
jol_legend_new (void)
{
  return g_object_new (JOL_TYPE_LEGEND, NULL);
}

void
jol_legend_set_session (JolLegend *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_LEGEND (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * jol_legend_set_scene:
 *
 * Cheap when the legend is the same, as it is in most scenes.
 */
void
jol_legend_set_scene (JolLegend *self, JolScene *scene)
{
  const JolLegendRow *rows[JOL_MAX_LEGEND_ROWS];
  const guint n_rows = list_rows (scene, rows);
  const JolTheme theme = jol_scene_get_theme (scene);
  const guint n_before = self->buttons->len;
  gboolean hides = FALSE;

  g_return_if_fail (JOL_IS_LEGEND (self));

  gtk_widget_set_visible (self->box, n_rows > 0);
  while (self->shown->len > n_rows)
    {
      gtk_grid_remove (GTK_GRID (self->grid),
                       g_ptr_array_steal_index (self->buttons, self->buttons->len - 1));
      g_array_set_size (self->shown, self->shown->len - 1);
    }
  while (self->shown->len < n_rows)
    {
      const JolLegendRow none = { .map_kind = -1 };

      g_ptr_array_add (self->buttons, make_row (self));
      g_array_append_val (self->shown, none);
    }
  if (n_before != n_rows && n_rows > 0)
    place_rows (self, MAX (self->n_columns, 1));

  self->is_updating = TRUE;
  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      JolLegendRow *shown = &g_array_index (self->shown, JolLegendRow, i);
      GtkWidget *swatch = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

      hides |= rows[i]->is_hidden;
      if (shown->map_kind != rows[i]->map_kind || shown->count != rows[i]->count ||
          shown->is_hidden != rows[i]->is_hidden || shown->is_compared != rows[i]->is_compared)
        update_words (button, rows[i]);
      g_object_set_data (G_OBJECT (button), "map-kind", GINT_TO_POINTER (rows[i]->map_kind));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !rows[i]->is_hidden);
      if (theme != self->theme || !is_same_sample (shown, rows[i]))
        jol_swatch_set_row (JOL_SWATCH (swatch), rows[i], theme);
      *shown = *rows[i];
    }
  self->is_updating = FALSE;

  gtk_widget_set_visible (self->show_all, hides);
  update_note (self, scene);
  self->theme = theme;
  if (n_before != n_rows)
    update_columns (self);
}

void
jol_legend_set_room (JolLegend *self, int width_px, int height_px)
{
  const gboolean has_room = width_px >= MIN_WIDTH_PX && height_px >= MIN_HEIGHT_PX;

  g_return_if_fail (JOL_IS_LEGEND (self));

  if (self->width_px != width_px || self->height_px != height_px)
    {
      self->width_px = width_px;
      self->height_px = height_px;
      update_columns (self);
    }
  if (self->has_room != has_room)
    {
      self->has_room = has_room;
      update_expanded (self);
    }
}

gboolean
jol_legend_get_wanted (JolLegend *self)
{
  g_return_val_if_fail (JOL_IS_LEGEND (self), FALSE);

  return self->is_wanted;
}

void
jol_legend_set_wanted (JolLegend *self, gboolean wanted)
{
  g_return_if_fail (JOL_IS_LEGEND (self));

  self->is_wanted = wanted;
  update_expanded (self);
}
