/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-form.h"

#include <glib/gi18n.h>
#include <math.h>

#define MM_PER_POINT (25.4 / 72.0)
#define N_SWITCHES 6
/* In the row of formats, after those of pages. */
#define FIRST_FRAMES (JOL_EXPORT_PDF + 1)

static const double text_scales[] = { 0.75, 1.0, 1.25, 1.5, 2.0 };

/* In the order of their row. */
static const struct
{
  JolPrecision unit;
  int step;
} steps[] = {
  { JOL_PRECISION_YEAR, 1 },  { JOL_PRECISION_MONTH, 6 }, { JOL_PRECISION_MONTH, 3 },
  { JOL_PRECISION_MONTH, 1 }, { JOL_PRECISION_DAY, 7 },
};

/* In the order of their row. */
static const struct
{
  JolDocumentKind kind;
  const char *label;
} kinds[] = {
  { JOL_DOCUMENT_MAP, N_ ("Map") },
  { JOL_DOCUMENT_MAP_STRIP, N_ ("Map and chart") },
  { JOL_DOCUMENT_STRIP, N_ ("Chart") },
  { JOL_DOCUMENT_PAGE, N_ ("Page with all of it") },
  { JOL_DOCUMENT_CARD, N_ ("Card of what is selected") },
  { JOL_DOCUMENT_TIMELINE, N_ ("List of events") },
  { JOL_DOCUMENT_ARTICLE, N_ ("Article") },
};

static const struct
{
  const char *tag;
  const char *name; /* in itself */
} languages[] = {
  { "en", "English" },      { "ru", "Русский" },    { "kk", "Қазақша" },   { "ar", "العربية" },
  { "az", "Azərbaycanca" }, { "de", "Deutsch" },    { "es", "Español" },   { "fa", "فارسی" },
  { "fr", "Français" },     { "hy", "Հայերեն" },    { "it", "Italiano" },  { "ja", "日本語" },
  { "ka", "ქართული" },      { "ko", "한국어" },     { "ky", "Кыргызча" },  { "mn", "Монгол" },
  { "pl", "Polski" },       { "pt", "Português" },  { "tg", "Тоҷикӣ" },    { "tk", "Türkmençe" },
  { "tr", "Türkçe" },       { "uk", "Українська" }, { "uz", "Oʻzbekcha" }, { "zh", "中文" },
};

/* What the program is translated to. */
static const char *const own_languages[] = { "en", "ru", "kk" };

struct _JolExportForm
{
  AdwBin parent_instance;

  AdwComboRow *what_row;
  AdwComboRow *format_row;
  GtkEditable *from_row;
  GtkEditable *to_row;
  AdwComboRow *step_row;
  GtkWidget *fps_row;
  GtkSpinButton *fps_entry;
  AdwComboRow *size_row;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  GtkWidget *width_row;
  GtkWidget *height_row;
  GtkSpinButton *width_entry;
  GtkSpinButton *height_entry;
  AdwComboRow *text_row;
  AdwComboRow *theme_row;
  AdwComboRow *language_row;
  GtkWidget *title_row;
  AdwActionRow *scale_row;
  GtkWidget *world_file_row;
  GtkSwitch *world_file_switch;
  GtkSwitch *transparent_switch;
  GtkSwitch *title_switch;
  GtkSwitch *legend_switch;
  GtkSwitch *scale_switch;
  GtkSwitch *credits_switch;

  JolExportChoice choice;
  JolPictureView view;
  GArray *kinds;        /* of JolDocumentKind, as in the row */
  GPtrArray *languages; /* interned tags, as in the row; NULL: the program's */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (JolExportForm, jol_export_form, ADW_TYPE_BIN)

static guint changed_signal;

static guint
find_text_scale (double scale)
{
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    if (fabs (text_scales[i] - scale) < fabs (text_scales[best] - scale))
      best = i;
  return best;
}

static const char *
get_language_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, tag))
      return languages[i].name;
  return tag;
}

static void
count_languages (JolEntity *entity, GHashTable *counts)
{
  const JolText *title = jol_entity_get_title_text (entity);
  const guint n = title ? jol_text_get_n_languages (title) : 0;

  for (guint i = 0; i < n; i++)
    {
      const char *tag = g_intern_string (jol_text_get_language (title, i, NULL));

      g_hash_table_insert (
          counts, (gpointer) tag,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, tag)) + 1));
    }
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Those of the program, and those in which the story has something to say: a language in which but
 * a few places are named would leave the rest in another. */
static void
list_languages (JolExportForm *self, JolStory *story)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) more = g_ptr_array_new ();
  guint n_routes, n_places;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  JolPlace *const *places = jol_story_get_places (story, &n_places);
  GHashTableIter iter;
  gpointer tag, count;

  for (guint i = 0; i < n_routes; i++)
    count_languages (JOL_ENTITY (routes[i]), counts);
  for (guint i = 0; i < n_places; i++)
    count_languages (JOL_ENTITY (places[i]), counts);
  g_hash_table_insert (counts, (gpointer) g_intern_string (jol_story_get_language (story)),
                       GUINT_TO_POINTER (G_MAXINT));

  for (guint i = 0; i < G_N_ELEMENTS (own_languages); i++)
    {
      g_ptr_array_add (self->languages, (gpointer) g_intern_string (own_languages[i]));
      g_hash_table_remove (counts, own_languages[i]);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, &count))
    if (GPOINTER_TO_UINT (count) >= (n_routes + n_places + 2) / 3)
      g_ptr_array_add (more, tag);
  g_ptr_array_sort (more, compare_tags);
  g_ptr_array_extend_and_steal (self->languages, g_steal_pointer (&more));
}

static void
fill_languages (JolExportForm *self, JolStory *story)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;
  /* Translators: the language of what is exported: that of the window */
  const char *own = _ ("As in the window");

  gtk_string_list_append (model, own);
  g_ptr_array_add (self->languages, NULL);
  list_languages (self, story);
  for (guint i = 1; i < self->languages->len; i++)
    {
      const char *tag = g_ptr_array_index (self->languages, i);

      gtk_string_list_append (model, get_language_name (tag));
      if (g_strcmp0 (tag, self->choice.language) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
fill_kinds (JolExportForm *self, JolSession *session)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!jol_picture_can_make (kinds[i].kind, session))
        continue;
      if (kinds[i].kind == self->choice.kind)
        selected = self->kinds->len;
      g_array_append_val (self->kinds, kinds[i].kind);
      gtk_string_list_append (model, gettext (kinds[i].label));
    }
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->what_row, selected);
}

static void
read_rows (JolExportForm *self)
{
  JolExportChoice *choice = &self->choice;
  const guint what = adw_combo_row_get_selected (self->what_row);
  const guint language = adw_combo_row_get_selected (self->language_row);
  const guint text = adw_combo_row_get_selected (self->text_row);
  const guint format = adw_combo_row_get_selected (self->format_row);
  const guint step = adw_combo_row_get_selected (self->step_row);

  if (what < self->kinds->len)
    choice->kind = g_array_index (self->kinds, JolDocumentKind, what);
  choice->has_frames = format > JOL_EXPORT_PDF && format != GTK_INVALID_LIST_POSITION;
  choice->format = choice->has_frames ? JOL_EXPORT_PNG : (JolExportFormat) format;
  choice->frames = choice->has_frames ? (JolFramesFormat) (format - FIRST_FRAMES) : JOL_FRAMES_PNG;
  if (step < G_N_ELEMENTS (steps))
    {
      choice->unit = steps[step].unit;
      choice->step = steps[step].step;
    }
  choice->fps = gtk_spin_button_get_value (self->fps_entry);
  choice->size = (JolExportSize) adw_combo_row_get_selected (self->size_row);
  choice->paper = (JolPaperSize) adw_combo_row_get_selected (self->paper_row);
  choice->is_landscape = adw_combo_row_get_selected (self->orientation_row) == 1;
  choice->width_px = gtk_spin_button_get_value_as_int (self->width_entry);
  choice->height_px = gtk_spin_button_get_value_as_int (self->height_entry);
  if (text < G_N_ELEMENTS (text_scales))
    choice->text_scale = text_scales[text];
  choice->theme = (JolTheme) adw_combo_row_get_selected (self->theme_row);
  if (language < self->languages->len)
    choice->language = g_ptr_array_index (self->languages, language);
  choice->has_world_file = gtk_switch_get_active (self->world_file_switch);
  choice->is_transparent = gtk_switch_get_active (self->transparent_switch);
  choice->has_title = gtk_switch_get_active (self->title_switch);
  choice->has_legend = gtk_switch_get_active (self->legend_switch);
  choice->has_scale = gtk_switch_get_active (self->scale_switch);
  choice->has_credits = gtk_switch_get_active (self->credits_switch);
}

/* What comes of the size: px, or how large a page. */
static char *
describe_size (JolExportForm *self)
{
  const JolExportChoice *choice = &self->choice;
  JolExportExtent extent;
  JolExportOptions options;
  int width_px, height_px;

  jol_picture_get_view_size (choice->kind, &self->view, &width_px, &height_px);
  extent = jol_export_choice_measure (choice, width_px, height_px);
  options = jol_export_choice_get_options (choice, &extent);
  switch (choice->format)
    {
    case JOL_EXPORT_PDF:
      /* Translators: width and height of a page in millimetres */
      return g_strdup_printf (_ ("%.0f × %.0f mm"), extent.width * options.points * MM_PER_POINT,
                              extent.height * options.points * MM_PER_POINT);
    case JOL_EXPORT_SVG:
      /* Translators: width and height of a drawing that has no pixels */
      return g_strdup_printf (_ ("%d × %d, at any size"), extent.width, extent.height);
    case JOL_EXPORT_PNG:
    default:
      /* Translators: width and height of a picture */
      return g_strdup_printf (_ ("%d × %d pixels"), extent.width_px, extent.height_px);
    }
}

static void
explain (GtkWidget *row, const char *reason)
{
  gtk_widget_set_sensitive (row, !reason);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason ? reason : "");
}

static gboolean
read_date (GtkEditable *row, JolDate *date)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  const gboolean is_date = jol_date_parse (text, date);

  if (is_date)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return is_date;
}

static guint
find_step (const JolExportChoice *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].unit == choice->unit && steps[i].step == choice->step)
      return i;
  return 0;
}

static void
update_rows (JolExportForm *self)
{
  const JolExportChoice *choice = &self->choice;
  const gboolean is_paper = jol_export_choice_is_paper (choice);
  /* A page of all of it is one, and so is a picture of a card. */
  const gboolean has_files = is_paper && choice->kind != JOL_DOCUMENT_PAGE &&
                             choice->kind != JOL_DOCUMENT_CARD &&
                             choice->format != JOL_EXPORT_PDF && !choice->has_frames;
  const gboolean is_custom = !is_paper && choice->size == JOL_EXPORT_SIZE_CUSTOM;
  g_autofree char *size = describe_size (self);

  gtk_widget_set_visible (GTK_WIDGET (self->from_row), choice->has_frames);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), choice->has_frames);
  gtk_widget_set_visible (GTK_WIDGET (self->step_row), choice->has_frames);
  gtk_widget_set_visible (self->fps_row, choice->has_frames && choice->frames != JOL_FRAMES_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), !is_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), is_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation_row),
                          is_paper || choice->size == JOL_EXPORT_SIZE_A4);
  gtk_widget_set_visible (self->width_row, is_custom);
  gtk_widget_set_visible (self->height_row, is_custom);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row), size);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row),
                               has_files ? _ ("Each page is a file of its own") : "");
  gtk_widget_set_visible (self->world_file_row,
                          !jol_export_choice_explain (choice, JOL_EXPORT_PART_WORLD_FILE));
  explain (GTK_WIDGET (self->text_row),
           jol_export_choice_explain (choice, JOL_EXPORT_PART_TEXT_SCALE));
  explain (self->title_row, jol_export_choice_explain (choice, JOL_EXPORT_PART_TITLE));
  explain (GTK_WIDGET (self->scale_row), jol_export_choice_explain (choice, JOL_EXPORT_PART_SCALE));
}

static void
changed_cb (JolExportForm *self)
{
  if (self->is_filling)
    return;

  read_rows (self);
  update_rows (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
jol_export_form_dispose (GObject *object)
{
  /* What the rows still say while they go is nobody's choice. */
  JOL_EXPORT_FORM (object)->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), JOL_TYPE_EXPORT_FORM);

  G_OBJECT_CLASS (jol_export_form_parent_class)->dispose (object);
}

static void
jol_export_form_finalize (GObject *object)
{
  JolExportForm *self = JOL_EXPORT_FORM (object);

  g_array_unref (self->kinds);
  g_ptr_array_unref (self->languages);

  G_OBJECT_CLASS (jol_export_form_parent_class)->finalize (object);
}

static void
jol_export_form_class_init (JolExportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_export_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_export_form_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/jol-export-form.ui");
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, what_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, format_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, from_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, to_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, step_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, fps_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, fps_entry);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, size_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, paper_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, width_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, height_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, width_entry);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, height_entry);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, text_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, theme_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, language_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, scale_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, world_file_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, world_file_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, transparent_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, title_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, scale_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportForm, credits_switch);
}

static void
jol_export_form_init (JolExportForm *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (JolDocumentKind));
  self->languages = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  {
    AdwComboRow *const rows[] = { self->what_row,  self->format_row,      self->size_row,
                                  self->paper_row, self->orientation_row, self->text_row,
                                  self->theme_row, self->step_row,        self->language_row };
    GtkSwitch *const switches[N_SWITCHES] = { self->world_file_switch, self->transparent_switch,
                                              self->title_switch,      self->legend_switch,
                                              self->scale_switch,      self->credits_switch };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      g_signal_connect_swapped (rows[i], "notify::selected", G_CALLBACK (changed_cb), self);
    for (guint i = 0; i < N_SWITCHES; i++)
      g_signal_connect_swapped (switches[i], "notify::active", G_CALLBACK (changed_cb), self);
  }
  g_signal_connect_swapped (self->from_row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->to_row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->fps_entry, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->width_entry, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->height_entry, "value-changed", G_CALLBACK (changed_cb), self);
}

void
jol_export_form_set_up (JolExportForm *self,
                        JolSession *session,
                        const JolPictureView *view,
                        const JolExportChoice *choice)
{
  g_autofree char *from = NULL, *to = NULL;
  const JolSpan *time;

  g_return_if_fail (JOL_IS_EXPORT_FORM (self));
  g_return_if_fail (self->kinds->len == 0);

  time = jol_story_get_time (jol_session_get_story (session));
  from = jol_date_to_iso (&time->from);
  to = jol_date_to_iso (&time->to);
  self->choice = *choice;
  self->view = *view;
  fill_kinds (self, session);
  fill_languages (self, jol_session_get_story (session));
  adw_combo_row_set_selected (self->format_row, choice->has_frames ? FIRST_FRAMES + choice->frames
                                                                   : (guint) choice->format);
  adw_combo_row_set_selected (self->step_row, find_step (choice));
  gtk_spin_button_set_value (self->fps_entry, choice->fps);
  gtk_editable_set_text (self->from_row, from);
  gtk_editable_set_text (self->to_row, to);
  adw_combo_row_set_selected (self->size_row, choice->size);
  adw_combo_row_set_selected (self->paper_row, choice->paper);
  adw_combo_row_set_selected (self->orientation_row, choice->is_landscape ? 1 : 0);
  gtk_spin_button_set_value (self->width_entry, choice->width_px);
  gtk_spin_button_set_value (self->height_entry, choice->height_px);
  adw_combo_row_set_selected (self->text_row, find_text_scale (choice->text_scale));
  adw_combo_row_set_selected (self->theme_row, choice->theme);
  gtk_switch_set_active (self->world_file_switch, choice->has_world_file);
  gtk_switch_set_active (self->transparent_switch, choice->is_transparent);
  gtk_switch_set_active (self->title_switch, choice->has_title);
  gtk_switch_set_active (self->legend_switch, choice->has_legend);
  gtk_switch_set_active (self->scale_switch, choice->has_scale);
  gtk_switch_set_active (self->credits_switch, choice->has_credits);
  self->is_filling = FALSE;

  /* What was exported last may not be there now. */
  read_rows (self);
  update_rows (self);
}

const JolExportChoice *
jol_export_form_get_choice (JolExportForm *self)
{
  g_return_val_if_fail (JOL_IS_EXPORT_FORM (self), NULL);

  return &self->choice;
}

gboolean
jol_export_form_get_times (JolExportForm *self, JolFrameTimes *times_out)
{
  JolFrameTimes times = { .unit = self->choice.unit, .step = self->choice.step };
  const gboolean has_from = read_date (self->from_row, &times.span.from);
  const gboolean has_to = read_date (self->to_row, &times.span.to);

  g_return_val_if_fail (JOL_IS_EXPORT_FORM (self), FALSE);

  if (!has_from || !has_to ||
      jol_date_first_day (&times.span.from) > jol_date_last_day (&times.span.to))
    return FALSE;

  *times_out = times;
  return TRUE;
}
