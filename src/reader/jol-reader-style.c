/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reader-style.h"

#include <string.h>

struct _JolReaderStyle
{
  GObject parent_instance;

  int text_size;
  guint width;  /* of widths[] */
  guint colors; /* of color_names[] */
};

enum
{
  PROP_TEXT_SIZE = 1,
  PROP_TEXT_WIDTH,
  PROP_COLORS,
  N_PROPERTIES,
};

enum
{
  COLORS_SYSTEM,
  COLORS_LIGHT,
  COLORS_SEPIA,
  COLORS_DARK,
  N_COLORS,
};

enum
{
  WIDTH_NARROW,
  WIDTH_NORMAL,
  WIDTH_WIDE,
  N_WIDTHS,
};

/* As browsers step. */
static const int sizes[] = { 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300 };

/* Books have 45 to 75 letters a line, and 66 is held to be ideal: Bringhurst, "The Elements of
 * Typographic Style", 2.1.2. */
static const struct
{
  const char *name;
  guint n_chars;
} widths[N_WIDTHS] = {
  [WIDTH_NARROW] = { "narrow", 50 },
  [WIDTH_NORMAL] = { "normal", 70 },
  [WIDTH_WIDE] = { "wide", 95 },
};

static const char *const color_names[N_COLORS] = {
  [COLORS_SYSTEM] = "system",
  [COLORS_LIGHT] = "light",
  [COLORS_SEPIA] = "sepia",
  [COLORS_DARK] = "dark",
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolReaderStyle, jol_reader_style, G_TYPE_OBJECT)

static void
jol_reader_style_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolReaderStyle *self = JOL_READER_STYLE (object);

  switch (id)
    {
    case PROP_TEXT_SIZE:
      g_value_set_int (value, self->text_size);
      break;
    case PROP_TEXT_WIDTH:
      g_value_set_static_string (value, widths[self->width].name);
      break;
    case PROP_COLORS:
      g_value_set_static_string (value, color_names[self->colors]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_reader_style_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolReaderStyle *self = JOL_READER_STYLE (object);

  switch (id)
    {
    case PROP_TEXT_SIZE:
      jol_reader_style_set_text_size (self, g_value_get_int (value));
      break;
    case PROP_TEXT_WIDTH:
      jol_reader_style_set_text_width (self, g_value_get_string (value));
      break;
    case PROP_COLORS:
      jol_reader_style_set_colors (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_reader_style_class_init (JolReaderStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jol_reader_style_get_property;
  object_class->set_property = jol_reader_style_set_property;

  properties[PROP_TEXT_SIZE] = g_param_spec_int ("text-size", NULL, NULL, JOL_TEXT_SIZE_MIN,
                                                 JOL_TEXT_SIZE_MAX, JOL_TEXT_SIZE_NORMAL, flags);
  properties[PROP_TEXT_WIDTH] =
      g_param_spec_string ("text-width", NULL, NULL, widths[WIDTH_NORMAL].name, flags);
  properties[PROP_COLORS] =
      g_param_spec_string ("colors", NULL, NULL, color_names[COLORS_SYSTEM], flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jol_reader_style_init (JolReaderStyle *self)
{
  self->text_size = JOL_TEXT_SIZE_NORMAL;
  self->width = WIDTH_NORMAL;
  self->colors = COLORS_SYSTEM;
}

JolReaderStyle *
jol_reader_style_new (void)
{
  return g_object_new (JOL_TYPE_READER_STYLE, NULL);
}

int
jol_reader_style_get_text_size (JolReaderStyle *self)
{
  g_return_val_if_fail (JOL_IS_READER_STYLE (self), JOL_TEXT_SIZE_NORMAL);

  return self->text_size;
}

gboolean
jol_reader_style_set_text_size (JolReaderStyle *self, int text_size)
{
  g_return_val_if_fail (JOL_IS_READER_STYLE (self), FALSE);

  if (text_size < JOL_TEXT_SIZE_MIN || text_size > JOL_TEXT_SIZE_MAX)
    return FALSE;
  if (self->text_size == text_size)
    return TRUE;

  self->text_size = text_size;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SIZE]);
  return TRUE;
}

void
jol_reader_style_step_text_size (JolReaderStyle *self, int n_steps)
{
  int above = 0;

  g_return_if_fail (JOL_IS_READER_STYLE (self));

  /* The first size that is not smaller: of one in between, a step up is a step to it. */
  while (above + 1 < (int) G_N_ELEMENTS (sizes) && sizes[above] < self->text_size)
    above++;
  if (n_steps > 0 && sizes[above] > self->text_size)
    n_steps--;
  jol_reader_style_set_text_size (
      self, sizes[CLAMP (above + n_steps, 0, (int) G_N_ELEMENTS (sizes) - 1)]);
}

const char *
jol_reader_style_get_text_width (JolReaderStyle *self)
{
  g_return_val_if_fail (JOL_IS_READER_STYLE (self), NULL);

  return widths[self->width].name;
}

gboolean
jol_reader_style_set_text_width (JolReaderStyle *self, const char *text_width)
{
  guint width = 0;

  g_return_val_if_fail (JOL_IS_READER_STYLE (self), FALSE);

  while (width < N_WIDTHS && g_strcmp0 (widths[width].name, text_width) != 0)
    width++;
  if (width == N_WIDTHS)
    return FALSE;
  if (self->width == width)
    return TRUE;

  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_WIDTH]);
  return TRUE;
}

guint
jol_reader_style_get_line_chars (JolReaderStyle *self)
{
  g_return_val_if_fail (JOL_IS_READER_STYLE (self), widths[WIDTH_NORMAL].n_chars);

  return widths[self->width].n_chars;
}

const char *
jol_reader_style_get_colors (JolReaderStyle *self)
{
  g_return_val_if_fail (JOL_IS_READER_STYLE (self), NULL);

  return color_names[self->colors];
}

gboolean
jol_reader_style_set_colors (JolReaderStyle *self, const char *colors)
{
  guint index = 0;

  g_return_val_if_fail (JOL_IS_READER_STYLE (self), FALSE);

  while (index < N_COLORS && g_strcmp0 (color_names[index], colors) != 0)
    index++;
  if (index == N_COLORS)
    return FALSE;
  if (self->colors == index)
    return TRUE;

  self->colors = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLORS]);
  return TRUE;
}

JolTheme
jol_reader_style_get_theme (JolReaderStyle *self, JolTheme desktop)
{
  const gboolean is_high_contrast =
      desktop == JOL_THEME_HIGH_CONTRAST || desktop == JOL_THEME_HIGH_CONTRAST_DARK;

  g_return_val_if_fail (JOL_IS_READER_STYLE (self), desktop);

  switch (self->colors)
    {
    case COLORS_LIGHT:
      return jol_theme_for_desktop (FALSE, is_high_contrast);
    case COLORS_SEPIA:
      return JOL_THEME_SEPIA;
    case COLORS_DARK:
      return jol_theme_for_desktop (TRUE, is_high_contrast);
    default:
      return desktop;
    }
}
