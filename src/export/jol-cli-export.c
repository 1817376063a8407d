/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-export-private.h"
#include "jol-cli-options.h"
#include "jol-cli-private.h"
#include "jol-cli-story.h"

#include "jol-error.h"
#include "jol-export-extent.h"
#include "jol-fonts.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800
#define PAPER_SCALE 2.0 /* 144 px an inch */

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, format, args));
  va_end (args);
  return FALSE;
}

/* A whole number in digits alone: neither sign nor space, which strtol() would take. */
static gboolean
read_side (const char **at, int *side_out)
{
  guint64 value;
  char *end = NULL;

  if (!g_ascii_isdigit (**at))
    return FALSE;

  value = g_ascii_strtoull (*at, &end, 10);
  *side_out = (int) MIN (value, 1000000);
  *at = end;
  return TRUE;
}

static gboolean
read_size (const char *text, JolCliExport *request, GError **error)
{
  const char *at = text;
  gboolean is_good = !text;

  if (text && read_side (&at, &request->width))
    {
      if (g_str_has_prefix (at, "×"))
        at += strlen ("×");
      else if (*at == 'x' || *at == 'X')
        at++;
      else
        at = "";
      is_good = read_side (&at, &request->height) && !*at;
    }

  return is_good ||
         refuse (error, _ ("--size: “%s” is not a size; write width and height, as in 1280x800"),
                 text);
}

static gboolean
read_number (const char *text, double *value_out)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end || !isfinite (value))
    return FALSE;

  *value_out = value;
  return TRUE;
}

static gboolean
read_center (const char *text, double *latitude_out, double *longitude_out)
{
  const char *comma = strchr (text, ',');
  g_autofree char *first = comma ? g_strndup (text, comma - text) : NULL;

  return comma && read_number (first, latitude_out) && read_number (comma + 1, longitude_out);
}

static gboolean
read_view (const char *bounds,
           const char *center,
           const char *zoom,
           JolCliExport *request,
           GError **error)
{
  JolViewport *viewport = &request->viewport;

  if (bounds && (center || zoom))
    return refuse (error, _ ("--bounds and --center are two ways to say the same; choose one"));
  if (!center != !zoom)
    return refuse (error, _ ("--center and --zoom go together"));
  if (bounds && !jol_box_parse (bounds, &request->bounds))
    return refuse (error,
                   _ ("--bounds: “%s” is no box; write west,south,east,north in degrees, as in "
                      "46,34,88,56"),
                   bounds);
  if (!center)
    return TRUE;

  if (!read_number (zoom, &viewport->zoom) || viewport->zoom < JOL_MIN_ZOOM ||
      viewport->zoom > JOL_MAX_ZOOM)
    return refuse (error, _ ("--zoom: “%1$s” is not a number between %2$g and %3$g"), zoom,
                   JOL_MIN_ZOOM, JOL_MAX_ZOOM);
  if (!read_center (center, &viewport->latitude, &viewport->longitude) ||
      !jol_viewport_is_valid (viewport))
    return refuse (error,
                   _ ("--center: “%s” is no place on the map; write latitude,longitude in "
                      "degrees, as in 46,51"),
                   center);

  return TRUE;
}

static gboolean
read_words (const char *what, const char *theme, JolCliExport *request, GError **error)
{
  if (what && !jol_document_kind_from_string (what, &request->kind))
    return refuse (error,
                   /* TRANSLATORS: %s is what was written, the rest are words of the command */
                   _ ("--what: “%s” cannot be exported; choose map, strip, map-strip, timeline, "
                      "card, article or page"),
                   what);

  /* Paper is white, and its ink is dear. */
  if (jol_document_kind_is_paper (request->kind))
    request->theme = JOL_THEME_PRINT;
  if (theme && !jol_theme_from_name (theme, &request->theme))
    return refuse (error,
                   /* TRANSLATORS: %1$s is what was written, the rest are words of the command */
                   _ ("--theme: “%1$s” is no theme; choose light, dark, high-contrast, "
                      "high-contrast-dark or print"),
                   theme);

  return TRUE;
}

static gboolean
read_paper (const char *paper,
            gboolean is_landscape,
            gboolean has_size,
            JolCliExport *request,
            GError **error)
{
  const gboolean is_paper = jol_document_kind_is_paper (request->kind);
  const char *kind = jol_document_kind_to_string (request->kind);
  JolPaperSize size = JOL_PAPER_A4;

  if (!is_paper && (paper || is_landscape))
    return refuse (error,
                   /* TRANSLATORS: %1$s is an option, %2$s a word of --what, "map" */
                   _ ("%1$s: a %2$s is not laid out on paper; say --size"),
                   paper ? "--paper" : "--landscape", kind);
  if (is_paper && has_size)
    return refuse (error,
                   /* TRANSLATORS: %s is a word of --what, "timeline" */
                   _ ("--size: a %s is laid out on paper; say --paper and --scale"), kind);
  if (paper && !jol_paper_size_from_string (paper, &size))
    return refuse (error,
                   /* TRANSLATORS: %s is what was written, the rest are words of the command */
                   _ ("--paper: “%s” is no paper; choose a4, a3 or 16:9"), paper);

  request->paper = jol_paper_new (size, is_landscape);
  /* A picture of a card is one. */
  request->paper.is_endless = request->format != JOL_EXPORT_PDF;
  return TRUE;
}

static gboolean
read_output (const char *path, JolCliExport *request, GError **error)
{
  JolFramesFormat animation;

  if (request->has_frames)
    return TRUE;
  if (!path || !*path)
    return refuse (error, _ ("export to what file? Say -o OUT.png"));
  if (!jol_export_format_from_path (path, &request->format) &&
      jol_frames_format_from_path (path, &animation))
    return refuse (error, _ ("“%s” is an animation; say --frames D..D/STEP"), path);
  if (!jol_export_format_from_path (path, &request->format))
    return refuse (error,
                   _ ("“%s” is not a picture Jol can write: the name must end in .png, "
                      ".svg or .pdf"),
                   path);

  request->path = path;
  return TRUE;
}

/* What is laid out on paper has its size, and only a PNG's px are to be chosen. */
static gboolean
check_paper (const char *scale, JolCliExport *request, GError **error)
{
  if (!scale && request->format == JOL_EXPORT_PNG)
    request->options.scale = PAPER_SCALE;

  return jol_export_check_size (request->paper.width, request->paper.height, request->options.scale,
                                error);
}

/* A size alone is that of the picture, and lettering and lines grow with it; with a scale it is
 * that of a screen that is taken so many times as sharp. What the picture shows of the Earth is the
 * same, whatever the lettering. */
static gboolean
fit_picture (const char *scale, JolCliExport *request, GError **error)
{
  JolExportOptions *options = &request->options;
  JolExportExtent extent;

  if (!jol_export_check_size (request->width, request->height, options->scale, error))
    return FALSE;

  if (!scale)
    {
      extent = jol_export_extent_new (request->width, request->height,
                                      jol_export_scale_for_size (request->width, request->height));
      request->width = extent.width;
      request->height = extent.height;
      options->scale = extent.scale;
      if (request->viewport.zoom > 0.0)
        request->viewport.zoom = MAX (request->viewport.zoom - log2 (extent.scale), JOL_MIN_ZOOM);
    }
  options->points = options->px = options->scale;
  return TRUE;
}

/* An impossible picture is a flaw of the command, not of the world. */
static gboolean
check_picture (const char *size, const char *scale, JolCliExport *request, GError **error)
{
  const gboolean is_paper = jol_document_kind_is_paper (request->kind);
  const gboolean is_size_good =
      is_paper || jol_export_check_size (request->width, request->height, 1.0, NULL);
  g_autoptr (GError) local_error = NULL;

  if (scale && !read_number (scale, &request->options.scale))
    return refuse (error, _ ("--scale: “%s” is not a number"), scale);
  if (request->options.has_world_file && request->format != JOL_EXPORT_PNG)
    return refuse (error, _ ("--world-file: “%s” needs none; it is for a .png"), request->path);
  if (request->options.has_world_file && request->kind != JOL_DOCUMENT_MAP &&
      request->kind != JOL_DOCUMENT_MAP_STRIP)
    return refuse (error, _ ("--world-file: only a map has a place on the Earth"));
  if (is_paper && scale && request->format != JOL_EXPORT_PNG)
    return refuse (error, _ ("--scale: “%s” has no pixels that could be more; a .png has"),
                   request->path);
  if (is_paper ? check_paper (scale, request, &local_error)
               : fit_picture (scale, request, &local_error))
    return TRUE;

  return refuse (error,
                 /* TRANSLATORS: an option, what was written, and why it cannot be */
                 _ ("%1$s: “%2$s” makes no picture: %3$s"),
                 is_size_good && scale ? "--scale" : "--size", is_size_good && scale ? scale : size,
                 local_error->message);
}

static void
drop_pass (JolCliExport *request, gboolean drop, JolPaintPasses pass)
{
  if (drop)
    request->passes &= ~pass;
}

static gboolean
check_date (const JolStory *story, const char *option, const JolDate *date, GError **error)
{
  const JolSpan *time = jol_story_get_time ((JolStory *) story);
  g_autofree char *iso = jol_date_to_iso (date);
  g_autofree char *span = jol_span_to_iso (time);

  return !jol_date_is_set (date) ||
         jol_span_overlaps (time, jol_date_first_day (date), jol_date_last_day (date)) ||
         /* TRANSLATORS: %1$s is the option's name, %2$s a date, %3$s the span of the story */
         refuse (error, _ ("--%1$s: the story has nothing for %2$s; its time is %3$s"), option, iso,
                 span);
}

int
jol_cli_export (char **args, JolCliOutput *out, GError **error)
{
  g_autofree char *path = NULL, *what = NULL, *story_path = NULL, *date = NULL, *span = NULL;
  g_autofree char *compare = NULL, *paper = NULL;
  g_autofree char *select = NULL, *bounds = NULL, *center = NULL, *zoom = NULL, *size = NULL;
  g_autofree char *scale = NULL, *theme = NULL, *language = NULL;
  g_autofree char *frames = NULL, *fps = NULL, *duration = NULL;
  gboolean landscape = FALSE, no_legend = FALSE, no_title = FALSE, no_credits = FALSE,
           transparent = FALSE;
  g_auto (GStrv) rest = NULL;
  g_autoptr (JolStory) story = NULL;
  JolCliExport request = {
    .passes = JOL_PASS_ALL,
    .options = JOL_EXPORT_OPTIONS_DEFAULT,
    .width = DEFAULT_WIDTH,
    .height = DEFAULT_HEIGHT,
    .theme = JOL_THEME_LIGHT,
    .bounds = JOL_BOX_EMPTY,
  };
  const JolCliSyntax syntax = {
    .verb = "export",
    .arguments = "-o OUT.png",
    .summary = _ ("Writes what the story shows as a picture or as pages: PNG, SVG or PDF, by the "
                  "name’s end. Of many pages, PNG and SVG get a file each: OUT-01.png …"),
  };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where to write; replaces a file"),
      "FILE" },
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &what,
      N_ ("map, strip, map-strip, timeline, card, article or page; a map is usual"), "WHAT" },
    { "story", 0, 0, G_OPTION_ARG_FILENAME, &story_path,
      N_ ("Use this story instead of the bundled one"), "FILE" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("The date it shows"), "DATE" },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &compare,
      N_ ("Shows what became of the routes between this date and the other"), "DATE" },
    { "span", 0, 0, G_OPTION_ARG_FILENAME, &span, N_ ("The span of time that is looked at"),
      "DATE..DATE" },
    { "frames", 0, 0, G_OPTION_ARG_FILENAME, &frames,
      N_ ("A picture for each of these dates, OUT-0001.png …, or an animation, OUT.webp or "
          "OUT.webm; a step is as in 1y, 6m or 7d"),
      "D..D/STEP" },
    { "fps", 0, 0, G_OPTION_ARG_FILENAME, &fps, N_ ("Frames a second of an animation; 4 is usual"),
      "N" },
    { "duration", 0, 0, G_OPTION_ARG_FILENAME, &duration,
      N_ ("How long an animation lasts, instead of --fps"), "SECONDS" },
    { "select", 0, 0, G_OPTION_ARG_FILENAME, &select, N_ ("What to highlight, and to frame"),
      "ID" },
    { "bounds", 0, 0, G_OPTION_ARG_FILENAME, &bounds, N_ ("The box to show, in degrees"),
      "W,S,E,N" },
    { "center", 0, 0, G_OPTION_ARG_FILENAME, &center, N_ ("The middle of the picture, in degrees"),
      "LAT,LON" },
    { "zoom", 0, 0, G_OPTION_ARG_FILENAME, &zoom, N_ ("With --center: how near"), "ZOOM" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &size,
      N_ ("Pixels of the picture; 1280x800 is usual. Lettering and lines grow with it"), "WxH" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper,
      N_ ("For what is pages, instead of a size: a4, a3 or 16:9; a4 is usual"), "PAPER" },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &landscape, N_ ("Lays the paper on its long side"),
      NULL },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &scale,
      N_ ("So many pixels for each of --size, with lettering and lines as on a screen of that "
          "size; "
          "or for each point of the paper"),
      "N" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &theme,
      N_ ("light, dark, high-contrast, high-contrast-dark or print"), "THEME" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Names in this language: en, ru, kk …"),
      "LANG" },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &no_legend, N_ ("Leave out the legend"), NULL },
    { "no-title", 0, 0, G_OPTION_ARG_NONE, &no_title, N_ ("Leave out title and date"), NULL },
    { "no-credits", 0, 0, G_OPTION_ARG_NONE, &no_credits, N_ ("Leave out the credits"), NULL },
    { "world-file", 0, 0, G_OPTION_ARG_NONE, &request.options.has_world_file,
      N_ ("With a PNG, also write OUT.pgw and OUT.png.aux.xml, by which a GIS places it"), NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &transparent,
      N_ ("Leave out land and water, to lay the rest on something"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!jol_cli_parse (&syntax, entries, args, &rest, out, error))
    return JOL_CLI_OK;

  if (!jol_cli_check_count (rest, 0, error) ||
      !jol_cli_read_date ("date", date, &request.date, error) ||
      !jol_cli_read_frames (frames, fps, duration, path, &request, error) ||
      !read_output (path, &request, error) || !read_words (what, theme, &request, error) ||
      !jol_cli_read_date ("compare", compare, &request.compare, error) ||
      !jol_cli_read_span ("span", span, &request.span, error) ||
      !read_view (bounds, center, zoom, &request, error) || !read_size (size, &request, error) ||
      !read_paper (paper, landscape, size != NULL, &request, error) ||
      !check_picture (size, scale, &request, error) || !jol_cli_check_frames (&request, error) ||
      !jol_cli_set_language ("lang", language, error))
    return JOL_CLI_USAGE;

  drop_pass (&request, no_legend, JOL_PASS_LEGEND);
  drop_pass (&request, no_title, JOL_PASS_TITLE | JOL_PASS_BIG_DATE);
  drop_pass (&request, no_credits, JOL_PASS_CREDITS);
  drop_pass (&request, transparent, JOL_PASS_BASE);
  request.select = select;
  request.language = language ? language : jol_text_get_interface_language ();

  story = jol_fonts_exist (error) ? jol_cli_load_story (story_path, error) : NULL;
  if (!story || !check_date (story, "date", &request.date, error) ||
      !check_date (story, "compare", &request.compare, error) ||
      !check_date (story, "frames", &request.frames.times.span.from, error) ||
      !check_date (story, "frames", &request.frames.times.span.to, error) ||
      !jol_cli_write_document (story, &request, error))
    return JOL_CLI_PROBLEM;

  return JOL_CLI_OK;
}
