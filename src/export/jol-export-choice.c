/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-choice.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_NAME 80
#define PX_PER_INCH 96.0
#define POINTS_PER_INCH 72.0

static const char *const format_words[] = {
  [JOL_EXPORT_PNG] = "png",
  [JOL_EXPORT_SVG] = "svg",
  [JOL_EXPORT_PDF] = "pdf",
};

/* Text is as large on a slide as it is on a screen of 1280 px, and in print as large as on a screen
 * of 96 px an inch. */
static const struct
{
  const char *word;
  int width_px, height_px;
  double scale;
} sizes[JOL_N_EXPORT_SIZES] = {
  [JOL_EXPORT_SIZE_VIEW] = { "view", 0, 0, 1.0 },
  [JOL_EXPORT_SIZE_SLIDE] = { "slide", 1920, 1080, 1.5 },
  [JOL_EXPORT_SIZE_4K] = { "4k", 3840, 2160, 3.0 },
  [JOL_EXPORT_SIZE_SQUARE] = { "square", 2048, 2048, 2.0 },
  [JOL_EXPORT_SIZE_A4] = { "a4", 2480, 3508, JOL_EXPORT_PRINT_DPI / PX_PER_INCH },
  [JOL_EXPORT_SIZE_CUSTOM] = { "custom", 0, 0, 0.0 },
};

/* In the order of JolFramesFormat. */
static const char *const frames_words[] = { "frames", "webp", "webm" };

static guint
read_word (GSettings *settings, const char *key, const char *const *words, guint n_words)
{
  g_autofree char *word = g_settings_get_string (settings, key);

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], word))
      return i;
  return 0;
}

static void
read_format (JolExportChoice *self, GSettings *settings)
{
  g_autofree char *word = g_settings_get_string (settings, "export-format");
  g_autofree char *step = g_settings_get_string (settings, "export-step");
  /* As on the command line, whose series of dates ends so. */
  g_autofree char *series = g_strconcat ("2000..2001/", step, NULL);
  JolFrameTimes times;

  for (guint i = 0; i < G_N_ELEMENTS (format_words); i++)
    if (g_str_equal (format_words[i], word))
      self->format = (JolExportFormat) i;
  for (guint i = 0; i < G_N_ELEMENTS (frames_words); i++)
    if (g_str_equal (frames_words[i], word))
      {
        self->has_frames = TRUE;
        self->frames = (JolFramesFormat) i;
      }
  self->fps = g_settings_get_double (settings, "export-fps");
  if (jol_frame_times_parse (series, &times))
    {
      self->unit = times.unit;
      self->step = times.step;
    }
}

static void
save_format (const JolExportChoice *self, GSettings *settings)
{
  static const char units[] = {
    [JOL_PRECISION_YEAR] = 'y', [JOL_PRECISION_MONTH] = 'm', [JOL_PRECISION_DAY] = 'd'
  };
  g_autofree char *step = g_strdup_printf ("%d%c", self->step, units[self->unit]);

  g_settings_set_string (settings, "export-format",
                         self->has_frames ? frames_words[self->frames]
                                          : format_words[self->format]);
  g_settings_set_string (settings, "export-step", step);
  g_settings_set_double (settings, "export-fps", self->fps);
}

static JolExportSize
read_size (GSettings *settings)
{
  g_autofree char *word = g_settings_get_string (settings, "export-size");

  for (guint i = 0; i < JOL_N_EXPORT_SIZES; i++)
    if (g_str_equal (sizes[i].word, word))
      return (JolExportSize) i;
  return JOL_EXPORT_SIZE_VIEW;
}

/* Px of the size's px for one of a screen. */
static double
get_scale (const JolExportChoice *self)
{
  return self->size == JOL_EXPORT_SIZE_CUSTOM
             ? jol_export_scale_for_size (self->width_px, self->height_px)
             : sizes[self->size].scale;
}

/* Words are only joined where both have something. */
static void
append_word (GString *name, const char *word)
{
  const gsize begin = name->len;

  for (const char *c = word; c && *c && name->len < MAX_NAME; c++)
    {
      if (g_ascii_isalnum (*c))
        {
          if (name->len == begin && name->len > 0)
            g_string_append_c (name, '-');
          g_string_append_c (name, *c);
        }
      else if (name->len > begin && name->str[name->len - 1] != '-')
        {
          g_string_append_c (name, '-');
        }
    }
  while (name->len > begin && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
}

/* "one-pipe-out", of "one-pipe-out#tengiz". */
static char *
dup_article (JolSession *session)
{
  const char *article = jol_session_get_article (session);

  return article ? g_strndup (article, strcspn (article, "#")) : NULL;
}

void
jol_export_choice_load (JolExportChoice *self, GSettings *settings, JolTheme desktop)
{
  const char *kinds[JOL_N_DOCUMENT_KINDS];
  g_autofree char *theme = NULL, *language = NULL, *paper = NULL;

  *self = (JolExportChoice){ .format = JOL_EXPORT_PNG,
                             .step = 1,
                             .fps = JOL_DEFAULT_FPS,
                             .width_px = 1600,
                             .height_px = 900,
                             .text_scale = 1.0,
                             .theme = desktop,
                             .has_title = TRUE,
                             .has_legend = TRUE,
                             .has_scale = TRUE,
                             .has_credits = TRUE };
  if (!settings)
    return;

  for (guint i = 0; i < JOL_N_DOCUMENT_KINDS; i++)
    kinds[i] = jol_document_kind_to_string ((JolDocumentKind) i);
  theme = g_settings_get_string (settings, "export-theme");
  language = g_settings_get_string (settings, "export-language");
  paper = g_settings_get_string (settings, "export-paper");

  self->kind = (JolDocumentKind) read_word (settings, "export-what", kinds, JOL_N_DOCUMENT_KINDS);
  read_format (self, settings);
  self->size = read_size (settings);
  jol_paper_size_from_string (paper, &self->paper);
  self->is_landscape = g_settings_get_boolean (settings, "export-landscape");
  self->width_px = g_settings_get_int (settings, "export-width");
  self->height_px = g_settings_get_int (settings, "export-height");
  self->text_scale = g_settings_get_double (settings, "export-text-scale");
  jol_theme_from_name (theme, &self->theme);
  self->language = *language ? g_intern_string (language) : NULL;
  self->is_transparent = g_settings_get_boolean (settings, "export-transparent");
  self->has_world_file = g_settings_get_boolean (settings, "export-world-file");
  self->has_title = g_settings_get_boolean (settings, "export-title");
  self->has_legend = g_settings_get_boolean (settings, "export-legend");
  self->has_scale = g_settings_get_boolean (settings, "export-scale");
  self->has_credits = g_settings_get_boolean (settings, "export-credits");
}

void
jol_export_choice_save (const JolExportChoice *self, GSettings *settings, JolTheme desktop)
{
  if (!settings)
    return;

  g_settings_set_string (settings, "export-what", jol_document_kind_to_string (self->kind));
  save_format (self, settings);
  g_settings_set_string (settings, "export-size", sizes[self->size].word);
  g_settings_set_string (settings, "export-paper", jol_paper_size_to_string (self->paper));
  g_settings_set_boolean (settings, "export-landscape", self->is_landscape);
  g_settings_set_int (settings, "export-width", self->width_px);
  g_settings_set_int (settings, "export-height", self->height_px);
  g_settings_set_double (settings, "export-text-scale", self->text_scale);
  /* Who has left it as the desktop is wants it so on a dark one too. */
  g_settings_set_string (settings, "export-theme",
                         self->theme == desktop ? "" : jol_theme_get_name (self->theme));
  g_settings_set_string (settings, "export-language", self->language ? self->language : "");
  g_settings_set_boolean (settings, "export-transparent", self->is_transparent);
  g_settings_set_boolean (settings, "export-world-file", self->has_world_file);
  g_settings_set_boolean (settings, "export-title", self->has_title);
  g_settings_set_boolean (settings, "export-legend", self->has_legend);
  g_settings_set_boolean (settings, "export-scale", self->has_scale);
  g_settings_set_boolean (settings, "export-credits", self->has_credits);
}

gboolean
jol_export_choice_is_paper (const JolExportChoice *self)
{
  return jol_document_kind_is_paper (self->kind);
}

/**
 * jol_export_choice_measure:
 * @view_width_px: of what is on the screen, > 0
 * @view_height_px: likewise
 *
 * The px are exactly those of the size. What is seen is taken as it is seen: larger text makes that
 * picture larger.
 */
JolExportExtent
jol_export_choice_measure (const JolExportChoice *self, int view_width_px, int view_height_px)
{
  const double scale = get_scale (self) * self->text_scale;
  JolExportExtent extent = { sizes[self->size].width_px, sizes[self->size].height_px };

  if (self->size == JOL_EXPORT_SIZE_VIEW)
    {
      extent.width = view_width_px;
      extent.height = view_height_px;
      extent.scale = scale;
      extent.width_px = (int) lround (view_width_px * scale);
      extent.height_px = (int) lround (view_height_px * scale);
      return extent;
    }
  if (self->size == JOL_EXPORT_SIZE_CUSTOM)
    {
      extent.width_px = self->width_px;
      extent.height_px = self->height_px;
    }
  else if (self->size == JOL_EXPORT_SIZE_A4 && self->is_landscape)
    {
      extent.width_px = sizes[self->size].height_px;
      extent.height_px = sizes[self->size].width_px;
    }

  return jol_export_extent_new (extent.width_px, extent.height_px, scale);
}

const char *
jol_export_choice_explain (const JolExportChoice *self, JolExportPart part)
{
  const gboolean has_map = self->kind == JOL_DOCUMENT_MAP || self->kind == JOL_DOCUMENT_MAP_STRIP;

  switch (part)
    {
    case JOL_EXPORT_PART_SCALE:
      return has_map || self->kind == JOL_DOCUMENT_PAGE ? NULL : _ ("Can be chosen for a map only");
    case JOL_EXPORT_PART_TITLE:
      return self->kind == JOL_DOCUMENT_ARTICLE ? _ ("An article begins with its title") : NULL;
    case JOL_EXPORT_PART_WORLD_FILE:
      return has_map && self->format == JOL_EXPORT_PNG && !self->has_frames
                 ? NULL
                 : _ ("Can be written for a PNG of a map only");
    case JOL_EXPORT_PART_TEXT_SCALE:
    default:
      return jol_export_choice_is_paper (self) ? _ ("Pages are set in type of one size") : NULL;
    }
}

const char *
jol_export_choice_get_language (const JolExportChoice *self)
{
  return self->language ? self->language : jol_text_get_interface_language ();
}

JolDocumentLook
jol_export_choice_get_look (const JolExportChoice *self)
{
  return (JolDocumentLook){ .theme = self->theme,
                            .language = jol_export_choice_get_language (self),
                            .has_title = self->has_title,
                            .has_legend = self->has_legend,
                            .has_scale = self->has_scale,
                            .has_credits = self->has_credits,
                            .is_transparent = self->is_transparent };
}

JolPaintPasses
jol_export_choice_get_passes (const JolExportChoice *self)
{
  JolPaintPasses passes = JOL_PASS_MAP | JOL_PASS_WHOLE_NAMES;

  if (self->is_transparent)
    passes &= ~JOL_PASS_BASE;
  if (self->has_title)
    passes |= JOL_PASS_TITLE;
  if (self->has_legend)
    passes |= JOL_PASS_LEGEND;
  if (self->has_scale)
    passes |= JOL_PASS_SCALE;
  if (self->has_credits)
    passes |= JOL_PASS_CREDITS;
  if (self->has_frames)
    passes |= JOL_PASS_BIG_DATE;
  return passes;
}

JolExportOptions
jol_export_choice_get_options (const JolExportChoice *self, const JolExportExtent *extent)
{
  JolExportOptions options = JOL_EXPORT_OPTIONS_DEFAULT;

  options.has_world_file =
      self->has_world_file && !jol_export_choice_explain (self, JOL_EXPORT_PART_WORLD_FILE);
  options.scale =
      jol_export_choice_is_paper (self) ? JOL_EXPORT_PRINT_DPI / POINTS_PER_INCH : extent->scale;
  /* A px is 1/96 inch, so a slide is as large as a slide program makes it, and A4 is A4. */
  if (!jol_export_choice_is_paper (self))
    options.points =
        extent->width_px / get_scale (self) / extent->width * (POINTS_PER_INCH / PX_PER_INCH);
  return options;
}

const char *
jol_export_choice_get_suffix (const JolExportChoice *self)
{
  static const char *const suffixes[] = { ".png", ".svg", ".pdf" };
  static const char *const frames_suffixes[] = { ".png", ".webp", ".webm" };

  return self->has_frames ? frames_suffixes[self->frames] : suffixes[self->format];
}

char *
jol_export_choice_suggest_name (const JolExportChoice *self, JolSession *session)
{
  const gboolean is_map = self->kind == JOL_DOCUMENT_MAP;
  const JolDate *compare = jol_session_get_compare (session);
  const char *selection = jol_session_get_selection (session);
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (session));
  g_autofree char *article = self->kind == JOL_DOCUMENT_ARTICLE ? dup_article (session) : NULL;
  g_autoptr (GString) name = g_string_new ("jol");

  if (article)
    {
      append_word (name, article);
      g_string_append (name, jol_export_choice_get_suffix (self));
      return g_string_free (g_steal_pointer (&name), FALSE);
    }
  if (!is_map || !selection)
    append_word (name, jol_document_kind_to_string (self->kind));
  append_word (name, selection);
  if (self->has_frames)
    {
      append_word (name, "frames");
      g_string_append (name, jol_export_choice_get_suffix (self));
      return g_string_free (g_steal_pointer (&name), FALSE);
    }
  if (compare && jol_date_is_set (compare))
    {
      g_autofree char *other = jol_date_to_iso (compare);

      append_word (name, other);
    }
  append_word (name, date);
  g_string_append (name, jol_export_choice_get_suffix (self));

  return g_string_free (g_steal_pointer (&name), FALSE);
}
