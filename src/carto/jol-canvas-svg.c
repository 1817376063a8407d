/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The canvas of SVG. Cairo has one too, but its text is outlines and its shapes are nameless; here
 * a picture can be searched, edited and linked into.
 */
#include "config.h"
#include "jol-canvas-svg.h"

#include <math.h>

#include "jol-lettering.h"
#include "jol-svg-write.h"

#define JOL_TYPE_CANVAS_SVG (jol_canvas_svg_get_type ())
G_DECLARE_FINAL_TYPE (JolCanvasSvg, jol_canvas_svg, JOL, CANVAS_SVG, JolCanvas)

struct _JolCanvasSvg
{
  JolCanvas parent_instance;

  GString *out;
  GString *path;   /* the d of the path that is being built */
  char command;    /* the path's last: it need not be said again */
  GHashTable *ids; /* that are taken */
  GArray *groups;  /* of guint: elements that a group's end closes */
  guint n_clips;
};

G_DEFINE_FINAL_TYPE (JolCanvasSvg, jol_canvas_svg, JOL_TYPE_CANVAS)

/* Ids are unique in a file, and a thing may be drawn in two parts. */
static void
append_id (JolCanvasSvg *self, const char *id)
{
  g_autofree char *unique = g_strdup (id);

  for (guint n = 2; g_hash_table_contains (self->ids, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", id, n);
    }
  jol_svg_append_attribute (self->out, "id", unique);
  g_hash_table_add (self->ids, g_steal_pointer (&unique));
}

static void
jol_canvas_svg_begin_group (JolCanvas *canvas,
                            const char *id,
                            const char *title,
                            const char *description)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);
  const guint n_elements = 1;

  g_string_append (self->out, "<g");
  if (id && *id)
    append_id (self, id);
  g_string_append (self->out, ">\n");
  jol_svg_append_element (self->out, "title", title);
  jol_svg_append_element (self->out, "desc", description);
  g_array_append_val (self->groups, n_elements);
}

static void
jol_canvas_svg_end_group (JolCanvas *canvas)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);
  guint n_elements;

  g_return_if_fail (self->groups->len > 0);

  n_elements = g_array_index (self->groups, guint, self->groups->len - 1);
  g_array_set_size (self->groups, self->groups->len - 1);
  for (guint i = 0; i < n_elements; i++)
    g_string_append (self->out, "</g>\n");
}

static void
jol_canvas_svg_clip_rect (JolCanvas *canvas, double x, double y, double width, double height)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);
  g_autofree char *id = NULL;

  g_return_if_fail (self->groups->len > 0);

  do
    {
      g_free (id);
      id = g_strdup_printf ("jol-clip-%u", ++self->n_clips);
    }
  while (!g_hash_table_add (self->ids, g_strdup (id)));
  g_string_append_printf (self->out, "<clipPath id=\"%s\"><rect", id);
  jol_svg_append_number_attribute (self->out, "x", x);
  jol_svg_append_number_attribute (self->out, "y", y);
  jol_svg_append_number_attribute (self->out, "width", width);
  jol_svg_append_number_attribute (self->out, "height", height);
  g_string_append_printf (self->out, "/></clipPath>\n<g clip-path=\"url(#%s)\">\n", id);
  g_array_index (self->groups, guint, self->groups->len - 1)++;
}

static void
jol_canvas_svg_begin_link (JolCanvas *canvas, const char *address)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);

  g_string_append (self->out, "<a");
  /* Both: SVG 1.1 knows only the first, and some of today's readers only the second. */
  jol_svg_append_attribute (self->out, "xlink:href", address);
  jol_svg_append_attribute (self->out, "href", address);
  g_string_append (self->out, ">\n");
}

static void
jol_canvas_svg_end_link (JolCanvas *canvas)
{
  g_string_append (JOL_CANVAS_SVG (canvas)->out, "</a>\n");
}

static void
jol_canvas_svg_begin_place (JolCanvas *canvas, double x, double y, double scale)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);
  const guint n_elements = 1;

  g_string_append (self->out, "<g transform=\"translate(");
  jol_svg_append_number (self->out, x);
  g_string_append_c (self->out, ' ');
  jol_svg_append_number (self->out, y);
  /* More digits than a length has: it is multiplied. */
  g_string_append_printf (self->out, ") scale(%s)\">\n",
                          g_ascii_formatd ((char[G_ASCII_DTOSTR_BUF_SIZE]){ 0 },
                                           G_ASCII_DTOSTR_BUF_SIZE, "%.6g", scale));
  g_array_append_val (self->groups, n_elements);
}

static void
append_point (JolCanvasSvg *self, double x, double y)
{
  jol_svg_append_number (self->path, x);
  g_string_append_c (self->path, ' ');
  jol_svg_append_number (self->path, y);
}

static void
append_command (JolCanvasSvg *self, char command)
{
  g_string_append_c (self->path, command == self->command ? ' ' : command);
  self->command = command;
}

static void
jol_canvas_svg_move_to (JolCanvas *canvas, double x, double y)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);

  /* Points after the first of an M are lines, so it is always said. */
  g_string_append_c (self->path, 'M');
  self->command = 'M';
  append_point (self, x, y);
}

static void
jol_canvas_svg_line_to (JolCanvas *canvas, double x, double y)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);

  append_command (self, 'L');
  append_point (self, x, y);
}

static void
jol_canvas_svg_curve_to (JolCanvas *canvas,
                         double x1,
                         double y1,
                         double x2,
                         double y2,
                         double x,
                         double y)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);

  append_command (self, 'C');
  append_point (self, x1, y1);
  g_string_append_c (self->path, ' ');
  append_point (self, x2, y2);
  g_string_append_c (self->path, ' ');
  append_point (self, x, y);
}

static void
append_half_circle (JolCanvasSvg *self, double radius, double dx)
{
  g_string_append_c (self->path, 'a');
  append_point (self, radius, radius);
  g_string_append (self->path, " 0 1 0 ");
  append_point (self, dx, 0.0);
  self->command = 'a';
}

static void
jol_canvas_svg_arc (JolCanvas *canvas, double x, double y, double radius)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);

  jol_canvas_svg_move_to (canvas, x - radius, y);
  append_half_circle (self, radius, 2.0 * radius);
  append_half_circle (self, radius, -2.0 * radius);
  jol_canvas_close_path (canvas);
}

static void
jol_canvas_svg_close_path (JolCanvas *canvas)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);

  g_string_append_c (self->path, 'Z');
  self->command = 'Z';
}

/* As cairo: what was drawn is gone, and nothing drawn is nothing said. */
static void
append_path (JolCanvasSvg *self, const JolColor *fill, const JolStroke *stroke)
{
  if (self->path->len > 0)
    {
      g_string_append_printf (self->out, "<path d=\"%s\"", self->path->str);
      if (fill)
        jol_svg_append_paint (self->out, "fill", fill);
      else
        g_string_append (self->out, " fill=\"none\"");
      if (stroke)
        jol_svg_append_stroke (self->out, stroke);
      g_string_append (self->out, "/>\n");
    }
  g_string_truncate (self->path, 0);
  self->command = '\0';
}

static void
jol_canvas_svg_fill (JolCanvas *canvas, const JolColor *color)
{
  append_path (JOL_CANVAS_SVG (canvas), color, NULL);
}

static void
jol_canvas_svg_stroke (JolCanvas *canvas, const JolStroke *stroke)
{
  append_path (JOL_CANVAS_SVG (canvas), NULL, stroke);
}

static void
jol_canvas_svg_fill_stroke (JolCanvas *canvas, const JolColor *color, const JolStroke *stroke)
{
  append_path (JOL_CANVAS_SVG (canvas), color, stroke);
}

static cairo_status_t
append_bytes_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
jol_canvas_svg_image (JolCanvas *canvas,
                      cairo_surface_t *surface,
                      double x,
                      double y,
                      double width,
                      double height,
                      double alpha)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (canvas);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autofree char *base64 = NULL;

  if (cairo_surface_write_to_png_stream (surface, append_bytes_cb, png) != CAIRO_STATUS_SUCCESS)
    {
      g_warning ("SVG: an image is left out");
      return;
    }

  base64 = g_base64_encode (png->data, png->len);
  g_string_append (self->out, "<image preserveAspectRatio=\"none\"");
  jol_svg_append_number_attribute (self->out, "x", x);
  jol_svg_append_number_attribute (self->out, "y", y);
  jol_svg_append_number_attribute (self->out, "width", width);
  jol_svg_append_number_attribute (self->out, "height", height);
  if (alpha < 1.0)
    jol_svg_append_number_attribute (self->out, "opacity", alpha);
  g_string_append (self->out, " xlink:href=\"data:image/png;base64,");
  g_string_append (self->out, base64);
  g_string_append (self->out, "\"/>\n");
}

static void
jol_canvas_svg_text (JolCanvas *canvas,
                     const char *text,
                     const JolFont *font,
                     double x,
                     double y,
                     double angle,
                     JolAnchor anchor)
{
  if (*text)
    jol_svg_append_text (JOL_CANVAS_SVG (canvas)->out, text, font, x, y, angle, anchor);
}

static void
jol_canvas_svg_text_on_path (JolCanvas *canvas,
                             const char *text,
                             const JolFont *font,
                             const double *xy,
                             guint n_points,
                             double start_px)
{
  g_return_if_fail (n_points >= 2);

  jol_svg_append_text_on_path (JOL_CANVAS_SVG (canvas)->out, text, font, xy, n_points, start_px);
}

static void
jol_canvas_svg_finalize (GObject *object)
{
  JolCanvasSvg *self = JOL_CANVAS_SVG (object);

  if (self->out)
    g_string_free (self->out, TRUE);
  g_string_free (self->path, TRUE);
  g_hash_table_unref (self->ids);
  g_array_unref (self->groups);

  G_OBJECT_CLASS (jol_canvas_svg_parent_class)->finalize (object);
}

static void
jol_canvas_svg_class_init (JolCanvasSvgClass *klass)
{
  JolCanvasClass *canvas_class = JOL_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jol_canvas_svg_finalize;
  canvas_class->begin_group = jol_canvas_svg_begin_group;
  canvas_class->end_group = jol_canvas_svg_end_group;
  canvas_class->clip_rect = jol_canvas_svg_clip_rect;
  canvas_class->begin_place = jol_canvas_svg_begin_place;
  canvas_class->end_place = jol_canvas_svg_end_group;
  canvas_class->begin_link = jol_canvas_svg_begin_link;
  canvas_class->end_link = jol_canvas_svg_end_link;
  canvas_class->move_to = jol_canvas_svg_move_to;
  canvas_class->line_to = jol_canvas_svg_line_to;
  canvas_class->curve_to = jol_canvas_svg_curve_to;
  canvas_class->arc = jol_canvas_svg_arc;
  canvas_class->close_path = jol_canvas_svg_close_path;
  canvas_class->fill = jol_canvas_svg_fill;
  canvas_class->stroke = jol_canvas_svg_stroke;
  canvas_class->fill_stroke = jol_canvas_svg_fill_stroke;
  canvas_class->image = jol_canvas_svg_image;
  canvas_class->text = jol_canvas_svg_text;
  canvas_class->text_on_path = jol_canvas_svg_text_on_path;
}

static void
jol_canvas_svg_init (JolCanvasSvg *self)
{
  self->out = g_string_new (NULL);
  self->path = g_string_new (NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Named as CSS does: families whose names have a space in quotes. */
static void
append_families (GString *out)
{
  g_auto (GStrv) families = g_strsplit (JOL_LETTERING_FAMILIES, ", ", -1);

  g_string_append (out, " font-family=\"");
  for (guint i = 0; families[i]; i++)
    {
      const gboolean is_last = !families[i + 1];
      const char *quote = strchr (families[i], ' ') ? "'" : "";

      if (is_last)
        g_string_append (out, "sans-serif\"");
      else
        g_string_append_printf (out, "%s%s%s, ", quote, families[i], quote);
    }
}

static void
append_length (GString *out, const char *name, double length, const JolSvgHead *head)
{
  g_string_append_printf (out, " %s=\"", name);
  jol_svg_append_number (out, head->scale > 0.0 ? round (length * head->scale) : length);
  g_string_append (out, head->is_paper ? "pt\"" : "\"");
}

JolCanvas *
jol_canvas_svg_new (double width_px, double height_px, const JolSvgHead *head)
{
  JolCanvasSvg *self = g_object_new (JOL_TYPE_CANVAS_SVG, NULL);
  GString *out = self->out;

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
  append_length (out, "width", width_px, head);
  append_length (out, "height", height_px, head);
  g_string_append (out, " viewBox=\"0 0 ");
  jol_svg_append_number (out, width_px);
  g_string_append_c (out, ' ');
  jol_svg_append_number (out, height_px);
  g_string_append (out, "\" fill-rule=\"evenodd\" stroke-linejoin=\"round\" role=\"img\"");
  append_families (out);
  if (head->language)
    jol_svg_append_attribute (out, "xml:lang", head->language);
  g_string_append (out, ">\n");
  jol_svg_append_element (out, "title", head->title);
  jol_svg_append_element (out, "desc", head->description);
  if (head->metadata)
    g_string_append_printf (out, "<metadata>\n%s</metadata>\n", head->metadata);

  return JOL_CANVAS (self);
}

GBytes *
jol_canvas_svg_finish (JolCanvas *self)
{
  JolCanvasSvg *svg;

  g_return_val_if_fail (JOL_IS_CANVAS_SVG (self), NULL);

  svg = JOL_CANVAS_SVG (self);
  g_return_val_if_fail (svg->out && svg->groups->len == 0, NULL);

  g_string_append (svg->out, "</svg>\n");
  return g_string_free_to_bytes (g_steal_pointer (&svg->out));
}
