/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-sources.h"

#include "jol-unit.h"

#include <glib/gi18n.h>

#define WIDTH_PX 320
#define MAX_HEIGHT_PX 300

struct _JolStripSources
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  JolStripTopic *topic; /* or NULL */
};

G_DEFINE_FINAL_TYPE (JolStripSources, jol_strip_sources, GTK_TYPE_WIDGET)

static void
add_paragraph (GString *markup, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n\n" : "", escaped);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* "2001–2006, 2010" */
static char *
format_years (GArray *years)
{
  GString *text = g_string_new (NULL);

  g_array_sort (years, compare_years);
  for (guint i = 0; i < years->len;)
    {
      int first = g_array_index (years, int, i), last = first;

      for (i++; i < years->len && g_array_index (years, int, i) <= last + 1; i++)
        last = g_array_index (years, int, i);
      if (text->len > 0)
        /* Translators: between the parts of a list, as in "5 gas routes operating, 2 proposed". */
        g_string_append (text, C_ ("list", ", "));
      if (last > first)
        g_string_append_printf (text, "%d–%d", first, last);
      else
        g_string_append_printf (text, "%d", first);
    }
  return g_string_free (text, FALSE);
}

static char *
format_quality (JolQuality quality, const char *years)
{
  switch (quality)
    {
    case JOL_QUALITY_ESTIMATED:
      /* Translators: %s is a list of years */
      return g_strdup_printf (_ ("With estimates: %s"), years);
    case JOL_QUALITY_PLANNED:
      return g_strdup_printf (_ ("With plans, which are in no total: %s"), years);
    case JOL_QUALITY_PARTIAL:
      return g_strdup_printf (_ ("With parts of a year, which are in no total: %s"), years);
    case JOL_QUALITY_REPORTED:
    default:
      return g_strdup (years);
    }
}

static void
add_quality (GString *markup, JolSeries *series, JolQuality quality)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *list = NULL;
  g_autofree char *line = NULL;
  guint n_bands;
  const JolSeriesBand *bands = jol_series_get_bands (series, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    {
      for (guint k = 0; k < bands[i].n_values; k++)
        {
          if (bands[i].values[k].quality == quality)
            g_array_append_val (years, bands[i].values[k].year);
        }
    }
  if (years->len == 0)
    return;

  list = format_years (years);
  line = format_quality (quality, list);
  add_paragraph (markup, line);
}

static void
add_sources (GString *markup, const JolStripTopic *topic)
{
  g_autoptr (GPtrArray) sources = jol_strip_topic_list_sources (topic);

  if (sources->len == 0)
    return;

  g_string_append_printf (markup, "\n\n<b>%s</b>", _ ("Sources"));
  for (guint i = 0; i < sources->len; i++)
    {
      JolSource *source = sources->pdata[i];
      const char *url = jol_source_get_url (source);
      g_autofree char *text = jol_source_format (source, topic->language);
      g_autofree char *line = url ? g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, text)
                                  : g_markup_escape_text (text, -1);

      g_string_append_printf (markup, "\n• %s", line);
    }
}

char *
jol_strip_sources_format (const JolStripTopic *topic)
{
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>", topic->title);
  GString *markup = g_string_new (title);
  const char *note;

  if (topic->unit)
    {
      g_autofree char *unit = NULL;

      /* Translators: the unit of a chart: "Unit: Mt a year" */
      unit = g_strdup_printf (_ ("Unit: %s"), jol_unit_get_label (topic->unit));
      add_paragraph (markup, unit);
    }

  switch (topic->kind)
    {
    case JOL_STRIP_TOPIC_CAPACITY:
      add_paragraph (markup,
                     _ ("Added up day by day from the histories of the story’s routes: what "
                        "those can carry that are in operation and do not stand still, by "
                        "where they lead. Pipelines that follow one another are each "
                        "counted, so this is more than can leave the region."));
      break;
    case JOL_STRIP_TOPIC_EVENTS:
      add_paragraph (markup, _ ("Counted from the story’s events by the year in which they began. "
                                "Kinds that are hidden are not counted."));
      break;
    case JOL_STRIP_TOPIC_SERIES:
    default:
      note = jol_entity_get_summary (JOL_ENTITY (topic->series), topic->language);
      if (note)
        add_paragraph (markup, note);
      add_quality (markup, topic->series, JOL_QUALITY_ESTIMATED);
      add_quality (markup, topic->series, JOL_QUALITY_PLANNED);
      add_quality (markup, topic->series, JOL_QUALITY_PARTIAL);
    }
  add_sources (markup, topic);
  return g_string_free (markup, FALSE);
}

static void
shown_cb (JolStripSources *self)
{
  g_autofree char *markup = self->topic ? jol_strip_sources_format (self->topic) : NULL;

  gtk_label_set_markup (GTK_LABEL (self->label), markup ? markup : "");
  /* A label that is given the focus selects all it says. */
  gtk_label_select_region (GTK_LABEL (self->label), 0, 0);
}

static void
jol_strip_sources_dispose (GObject *object)
{
  JolStripSources *self = JOL_STRIP_SOURCES (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->topic, jol_strip_topic_unref);

  G_OBJECT_CLASS (jol_strip_sources_parent_class)->dispose (object);
}

static void
jol_strip_sources_class_init (JolStripSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_strip_sources_dispose;

  gtk_widget_class_set_css_name (widget_class, "jolstripsources");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
jol_strip_sources_init (JolStripSources *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);
  g_object_set (scrolled, "child", self->label, "hscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "max-content-height", MAX_HEIGHT_PX,
                "width-request", WIDTH_PX, NULL);
  gtk_widget_add_css_class (scrolled, "text");
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);

  self->button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "help-about-symbolic", "popover", popover,
                    "tooltip-text", _ ("Unit and sources"), "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unit and sources"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
jol_strip_sources_set_topic (JolStripSources *self, JolStripTopic *topic)
{
  g_return_if_fail (JOL_IS_STRIP_SOURCES (self));

  if (topic)
    jol_strip_topic_ref (topic);
  g_clear_pointer (&self->topic, jol_strip_topic_unref);
  self->topic = topic;
  gtk_widget_set_visible (GTK_WIDGET (self), topic != NULL);
}
