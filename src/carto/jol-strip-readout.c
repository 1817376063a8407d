/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-readout.h"

#include "jol-short-date.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

#define ROW_PX 17.0
#define PADDING_PX 9.0
#define COLUMN_GAP_PX 12.0
#define REMARK_GAP_PX 5.0
#define SWATCH_PX 9.0
#define SWATCH_ROOM_PX 14.0
#define POINTER_GAP_PX 10.0 /* between the line under the pointer and the panel */
#define MAX_NAME_PX 260.0
#define MAX_EVENTS 6 /* of those in one column */

static void
clear_row (JolStripReadoutRow *row)
{
  g_free (row->name);
  g_free (row->value);
  g_free (row->remark);
}

static JolFont
get_font (JolTheme theme, gboolean is_strong, JolColorRole role)
{
  return (JolFont){
    .size_px = 11.5,
    .style = is_strong ? JOL_FONT_BOLD : JOL_FONT_REGULAR,
    .color = jol_palette_get (theme, role),
  };
}

static double
get_text_width (const char *text, gboolean is_strong)
{
  const JolFont font = get_font (JOL_THEME_LIGHT, is_strong, JOL_COLOR_TEXT);
  double width = 0;

  if (text)
    jol_text_measure (text, &font, &width, NULL, NULL);
  return width;
}

/* Takes the text until it has the room, cut between characters. */
static char *
shorten (char *text, gboolean is_strong)
{
  glong n = g_utf8_strlen (text, -1);

  while (n > 1 && get_text_width (text, is_strong) > MAX_NAME_PX)
    {
      g_autofree char *start = g_utf8_substring (text, 0, --n);

      g_free (text);
      text = g_strconcat (g_strchomp (start), "…", NULL);
    }
  return text;
}

static JolStripReadoutRow *
add_row (JolStripReadout *self, char *name, char *value, char *remark)
{
  JolStripReadoutRow row = { .name = self->is_only_said ? name : shorten (name, FALSE),
                             .value = value,
                             .remark = remark };

  g_array_append_val (self->rows, row);
  return &g_array_index (self->rows, JolStripReadoutRow, self->rows->len - 1);
}

static JolStripReadout *
begin (JolTheme theme)
{
  JolStripReadout *self = g_new0 (JolStripReadout, 1);

  self->theme = theme;
  self->rows = g_array_new (FALSE, TRUE, sizeof (JolStripReadoutRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
  return self;
}

static JolStripReadout *
end (JolStripReadout *self)
{
  double lone_px = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const JolStripReadoutRow *row = &g_array_index (self->rows, JolStripReadoutRow, i);
      double name_px =
          get_text_width (row->name, row->is_strong) + (row->has_swatch ? SWATCH_ROOM_PX : 0);

      /* What stands alone in its row may run under the columns. */
      if (!row->value)
        lone_px = MAX (lone_px, name_px);
      else
        self->name_px = MAX (self->name_px, name_px);
      self->value_px = MAX (self->value_px, get_text_width (row->value, row->is_strong));
      self->remark_px = MAX (self->remark_px, get_text_width (row->remark, FALSE));
    }

  self->width = self->name_px + (self->value_px > 0 ? COLUMN_GAP_PX + self->value_px : 0) +
                (self->remark_px > 0 ? REMARK_GAP_PX + self->remark_px : 0);
  self->width = MAX (self->width, lone_px) + 2 * PADDING_PX;
  self->height = self->rows->len * ROW_PX + 2 * PADDING_PX - 5;
  return self;
}

static char *
format_remark (const JolStripReading *reading, double share)
{
  switch (reading->quality)
    {
    case JOL_QUALITY_ESTIMATED:
      /* Translators: after a figure; %.0f is how many per cent of all it is */
      return share < 0 ? g_strdup (C_ ("figure", "estimated"))
                       : g_strdup_printf (C_ ("figure", "%.0f%%, estimated"), share);
    case JOL_QUALITY_PLANNED:
      return g_strdup (C_ ("figure", "planned"));
    case JOL_QUALITY_PARTIAL:
      return g_strdup (C_ ("figure", "part of the year"));
    case JOL_QUALITY_REPORTED:
    default:
      return share < 0 ? NULL : g_strdup_printf (C_ ("figure", "%.0f%%"), share);
    }
}

/* "2013" where figures are of a year, else the date itself. */
static char *
format_heading (const JolStripReadings *readings, const JolDate *date)
{
  g_autofree char *day = jol_short_date_format (date);

  if (!readings || readings->year == 0 || date->month == 0)
    return g_steal_pointer (&day);
  /* Translators: a date, and the year that the figures under it are of: "Jul 2013 (figures of
   * 2013)" */
  return g_strdup_printf (_ ("%1$s (figures of %2$d)"), day, readings->year);
}

static void
add_readings (JolStripReadout *self, const JolStripTopic *topic, const JolStripReadings *readings)
{
  char *lack = jol_strip_readings_describe_lack (readings);

  /* From the top of the stack down, as the eye finds them. */
  for (guint i = topic->n_bands; i > 0; i--)
    {
      const JolStripReading *reading = &readings->readings[i - 1];
      JolStripReadoutRow *row;

      if (!reading->is_known || (topic->kind != JOL_STRIP_TOPIC_SERIES && reading->value == 0))
        continue;
      row = add_row (self, g_strdup (topic->bands[i - 1].name),
                     jol_quantity_format (reading->value, topic->unit),
                     format_remark (reading, jol_strip_readings_get_share (readings, i - 1)));
      row->has_swatch = TRUE;
      row->swatch = jol_strip_topic_get_color (topic, i - 1, self->theme);
    }

  if (topic->n_bands > 1 && readings->n_stacked > 1)
    {
      JolStripReadoutRow *row;

      /* Translators: what the figures listed above come to */
      row = add_row (self, g_strdup (C_ ("figure", "Together")),
                     jol_quantity_format (readings->total, topic->unit), NULL);
      row->is_strong = TRUE;
    }
  if (lack)
    add_row (self, lack, NULL, NULL);
}

static void
add_date (JolStripReadout *self, const JolStripTopic *topic, const JolDate *date)
{
  g_autoptr (JolStripReadings) readings = topic ? jol_strip_topic_read (topic, date) : NULL;

  add_row (self, format_heading (readings, date), NULL, NULL)->is_strong = TRUE;
  if (readings)
    add_readings (self, topic, readings);
}

JolStripReadout *
jol_strip_readout_new_for_date (const JolStripTopic *topic, const JolDate *date, JolTheme theme)
{
  JolStripReadout *self = begin (theme);

  add_date (self, topic, date);
  return end (self);
}

static void
add_event (JolStripReadout *self, JolStory *story, const JolStripTick *tick, const char *language)
{
  JolEvent *event = JOL_EVENT (jol_story_lookup (story, tick->id));
  JolStripReadoutRow *row;

  row = add_row (self, jol_event_format_dates (event), NULL, NULL);
  row->is_strong = TRUE;
  row->has_swatch = TRUE;
  row->swatch = jol_palette_get_event_kind (self->theme, tick->kind);
  add_row (self, g_strdup (jol_entity_get_title (JOL_ENTITY (event), language)), NULL, NULL);
}

JolStripReadout *
jol_strip_readout_new_for_tick (JolStory *story,
                                const JolStripScene *scene,
                                const JolStripTick *tick,
                                const char *language)
{
  JolStripReadout *self = begin (scene->theme);
  guint n = 1, n_more = 0;

  if (!tick->id)
    {
      JolStripReadoutRow *row;

      row = add_row (
          self,
          g_strdup_printf (ngettext ("%1$s: %2$u event", "%1$s: %2$u events", tick->n_events),
                           jol_event_kind_get_label (tick->kind), tick->n_events),
          NULL, NULL);
      row->has_swatch = TRUE;
      row->swatch = jol_palette_get_event_kind (scene->theme, tick->kind);
      return end (self);
    }

  add_event (self, story, tick, language);
  for (guint i = 0; i < scene->ticks->len && !tick->is_bar; i++)
    {
      const JolStripTick *other = &g_array_index (scene->ticks, JolStripTick, i);

      if (other == tick || other->is_bar || other->x != tick->x || !other->id)
        continue;
      if (n++ < MAX_EVENTS)
        add_event (self, story, other, language);
      else
        n_more++;
    }
  if (n_more > 0)
    add_row (self, g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more), NULL,
             NULL);
  return end (self);
}

void
jol_strip_readout_free (JolStripReadout *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

char *
jol_strip_readout_to_text (const JolStripReadout *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const JolStripReadoutRow *row = &g_array_index (self->rows, JolStripReadoutRow, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", row->name);
      if (row->value)
        g_string_append_printf (text, ": %s", row->value);
      if (row->remark)
        g_string_append_printf (text, ", %s", row->remark);
    }

  return g_string_free (text, FALSE);
}

char *
jol_strip_readout_describe_date (const JolStripTopic *topic, const JolDate *date)
{
  g_autoptr (JolStripReadout) self = begin (JOL_THEME_LIGHT);

  self->is_only_said = TRUE;
  add_date (self, topic, date);
  return jol_strip_readout_to_text (self);
}

void
jol_strip_readout_place (const JolStripReadout *self,
                         double x,
                         double bottom,
                         double box_left,
                         double box_top,
                         double box_right,
                         double *x_out,
                         double *y_out)
{
  double left = x + POINTER_GAP_PX;

  if (left + self->width > box_right)
    left = x - POINTER_GAP_PX - self->width;
  *x_out = CLAMP (left, box_left, MAX (box_right - self->width, box_left));
  *y_out = MAX (bottom - self->height, box_top);
}

void
jol_strip_readout_paint (const JolStripReadout *self, double x, double y, JolCanvas *canvas)
{
  const JolColor ground = jol_palette_get (self->theme, JOL_COLOR_PANEL);
  const JolStroke edge = { .color = jol_palette_get (self->theme, JOL_COLOR_PANEL_LINE),
                           .width_px = 1 };
  double value_x = x + PADDING_PX + self->name_px + COLUMN_GAP_PX + self->value_px;

  jol_canvas_rect (canvas, x + 0.5, y + 0.5, self->width - 1, self->height - 1, 6);
  jol_canvas_fill_stroke (canvas, &ground, &edge);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const JolStripReadoutRow *row = &g_array_index (self->rows, JolStripReadoutRow, i);
      const JolFont font = get_font (self->theme, row->is_strong, JOL_COLOR_TEXT);
      const JolFont dim = get_font (self->theme, FALSE, JOL_COLOR_TEXT_DIM);
      double baseline = y + PADDING_PX + i * ROW_PX + 10;
      double name_x = x + PADDING_PX;

      if (row->has_swatch)
        {
          jol_canvas_rect (canvas, name_x, baseline - SWATCH_PX + 0.5, SWATCH_PX, SWATCH_PX, 2);
          jol_canvas_fill (canvas, &row->swatch);
          name_x += SWATCH_ROOM_PX;
        }
      jol_canvas_text (canvas, row->name, &font, name_x, baseline, 0, JOL_ANCHOR_START);
      if (row->value)
        jol_canvas_text (canvas, row->value, &font, value_x, baseline, 0, JOL_ANCHOR_END);
      if (row->remark)
        jol_canvas_text (canvas, row->remark, &dim, value_x + REMARK_GAP_PX, baseline, 0,
                         JOL_ANCHOR_START);
    }
}
