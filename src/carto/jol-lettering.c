/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-lettering.h"

#include "jol-lettering-curve.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MAX_MEASURES 4096
/* All text is laid out in this size and scaled to its own, which unhinted letters allow: Pango
 * looks for fonts anew for each size, with a thread that the caller waits for, and a map has a
 * hundred. */
#define LAYOUT_PX 64.0
/* Where letters are spaced words need more than the font's space, or they run together; in sizes.
 */
#define WORD_SPACING 0.1
/* A name along a line is placed anew only when the line bends otherwise by more than this. */
#define PATH_STEPS_PER_PX 4.0

typedef struct
{
  double width, ascent, descent;
} Measure;

typedef struct
{
  GBytes *key;
  cairo_surface_t *surface;
  double x, y; /* of its corner from where the text begins, device px */
  gsize bytes;
  GList link; /* in the queue, newest first */
} Sprite;

typedef struct
{
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *description;
  GHashTable *measures; /* GBytes → Measure */
  GHashTable *sprites;  /* GBytes of the sprite → Sprite */
  GQueue queue;         /* of Sprite, by last use */
  gsize bytes;
  gint64 deadline_us; /* of the frame that is drawn, or 0 */
  gsize frame_bytes;
  guint n_made;
  gboolean is_behind;
} Letters;

static void letters_free (gpointer data);

static GPrivate private_letters = G_PRIVATE_INIT (letters_free);

static void
sprite_free (gpointer data)
{
  Sprite *self = data;

  g_bytes_unref (self->key);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

static void
letters_free (gpointer data)
{
  Letters *self = data;

  g_hash_table_unref (self->measures);
  g_hash_table_unref (self->sprites);
  pango_font_description_free (self->description);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

static Letters *
get_letters (void)
{
  Letters *self = g_private_get (&private_letters);
  cairo_font_options_t *options;

  if (self)
    return self;

  self = g_new0 (Letters, 1);
  /* The default map is the thread's own. */
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Unhinted and unrounded, a text is as wide at every scale: what is placed once fits everywhere.
   */
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  self->description = pango_font_description_new ();
  pango_font_description_set_family_static (self->description, JOL_LETTERING_FAMILIES);
  self->measures =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  self->sprites = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, NULL, sprite_free);
  g_queue_init (&self->queue);
  g_private_set (&private_letters, self);

  return self;
}

/* Slanting is a custom of these alphabets, and only for them the usual fonts have it; elsewhere the
 * colour has to do. */
static gboolean
can_slant (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    switch (g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_COMMON:
      case G_UNICODE_SCRIPT_INHERITED:
      case G_UNICODE_SCRIPT_LATIN:
      case G_UNICODE_SCRIPT_CYRILLIC:
      case G_UNICODE_SCRIPT_GREEK:
        break;
      default:
        return FALSE;
      }

  return TRUE;
}

gboolean
jol_lettering_is_slanted (const char *text, const JolFont *font)
{
  return font->style == JOL_FONT_ITALIC && can_slant (text);
}

gboolean
jol_lettering_get_spacing (const char *text,
                           const JolFont *font,
                           double *letter_px_out,
                           double *word_px_out)
{
  *letter_px_out = font->spacing_px;
  *word_px_out = MAX (font->spacing_px, font->size_px * WORD_SPACING);

  return font->spacing_px * PANGO_SCALE >= 0.5 && !jol_lettering_is_joined (text, strlen (text));
}

/* Picture px a px of the layout. */
static double
get_factor (const JolFont *font)
{
  return font->size_px / LAYOUT_PX;
}

/* NULL for a text that is not spaced. */
static PangoAttrList *
make_spacing (const char *text, const JolFont *font)
{
  PangoAttrList *attributes;
  double letter_px, word_px;
  int spacing, word_spacing;

  if (!jol_lettering_get_spacing (text, font, &letter_px, &word_px))
    return NULL;

  spacing = (int) lround (letter_px / get_factor (font) * PANGO_SCALE);
  word_spacing = spacing + (int) lround (word_px / get_factor (font) * PANGO_SCALE);

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (spacing));
  /* Spaced letters are single ones. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  for (const char *space = strchr (text, ' '); space; space = strchr (space + 1, ' '))
    {
      PangoAttribute *attribute = pango_attr_letter_spacing_new (word_spacing);

      attribute->start_index = (guint) (space - text);
      attribute->end_index = attribute->start_index + 1;
      pango_attr_list_change (attributes, attribute);
    }

  return attributes;
}

static PangoLayout *
lay_out (Letters *self, const char *text, const JolFont *font)
{
  const gboolean is_slanted = jol_lettering_is_slanted (text, font);
  g_autoptr (PangoAttrList) attributes = NULL;

  pango_font_description_set_absolute_size (self->description, LAYOUT_PX * PANGO_SCALE);
  pango_font_description_set_weight (self->description, font->style == JOL_FONT_BOLD
                                                            ? PANGO_WEIGHT_SEMIBOLD
                                                            : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (self->description,
                                    is_slanted ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (self->layout, self->description);
  pango_layout_set_text (self->layout, text, -1);
  attributes = make_spacing (text, font);
  pango_layout_set_attributes (self->layout, attributes);

  return self->layout;
}

static void
set_color (cairo_t *cr, const JolColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
append_doubles (GByteArray *array, const double *values, guint n)
{
  g_byte_array_append (array, (const guint8 *) values, n * sizeof *values);
}

static GBytes *
make_measure_key (const char *text, const JolFont *font)
{
  GByteArray *key = g_byte_array_sized_new (64);

  append_doubles (key, (const double[]){ font->size_px, (double) font->style, font->spacing_px },
                  3);
  g_byte_array_append (key, (const guint8 *) text, (guint) strlen (text));

  return g_byte_array_free_to_bytes (key);
}

static GBytes *
make_sprite_key (const JolLettering *lettering, double scale)
{
  const JolFont *font = lettering->font;
  GByteArray *key = g_byte_array_sized_new (256);

  append_doubles (key,
                  (const double[]){ scale, lettering->angle, font->size_px, (double) font->style,
                                    font->spacing_px, font->halo_px, font->color.red,
                                    font->color.green, font->color.blue, font->color.alpha,
                                    font->halo.red, font->halo.green, font->halo.blue,
                                    font->halo.alpha },
                  14);
  for (guint i = 0; lettering->xy && i < 2 * lettering->n_points; i++)
    {
      const gint32 step =
          (gint32) lround ((lettering->xy[i] - lettering->xy[i % 2]) * PATH_STEPS_PER_PX);

      g_byte_array_append (key, (const guint8 *) &step, sizeof step);
    }
  if (lettering->xy)
    append_doubles (key, (const double[]){ round (lettering->start_px * PATH_STEPS_PER_PX) }, 1);
  g_byte_array_append (key, (const guint8 *) lettering->text, (guint) strlen (lettering->text));

  return g_byte_array_free_to_bytes (key);
}

static JolLetteringCurve
get_curve (const JolLettering *self)
{
  return (JolLetteringCurve){ .xy = self->xy,
                              .n_points = self->n_points,
                              .start_px = self->start_px,
                              .size_px = self->font->size_px,
                              .factor = get_factor (self->font) };
}

/* What a text may cover, from where it begins, in picture px. */
static void
get_bounds (const JolLettering *self, PangoLayout *layout, double bounds[4])
{
  const double margin = self->font->halo_px + self->font->size_px * 0.15 + 1.0;
  const double unit = get_factor (self->font) / PANGO_SCALE;
  PangoRectangle logical;
  double left, right, top, bottom;

  pango_layout_get_extents (layout, NULL, &logical);
  right = logical.width * unit + margin;
  top = -pango_layout_get_baseline (layout) * unit - margin;
  bottom = top + logical.height * unit + 2.0 * margin;
  left = -margin;

  if (self->xy)
    {
      const JolLetteringCurve curve = get_curve (self);
      /* Letters stand above the line, and words that are not bent off it. */
      const double reach = MAX (-top, bottom) + self->font->size_px;

      bounds[0] = bounds[1] = G_MAXDOUBLE;
      bounds[2] = bounds[3] = -G_MAXDOUBLE;
      /* Each letter stands within reach of its point; half a letter may hang over an end. */
      for (double along = self->start_px; along < self->start_px + right; along += margin)
        {
          double x, y;

          jol_lettering_curve_walk (&curve, along, &x, &y);
          bounds[0] = MIN (bounds[0], x - reach);
          bounds[1] = MIN (bounds[1], y - reach);
          bounds[2] = MAX (bounds[2], x + reach);
          bounds[3] = MAX (bounds[3], y + reach);
        }
      return;
    }

  {
    const double c = cos (self->angle);
    const double s = sin (self->angle);
    const double xs[] = { left * c - top * s, right * c - top * s, left * c - bottom * s,
                          right * c - bottom * s };
    const double ys[] = { left * s + top * c, right * s + top * c, left * s + bottom * c,
                          right * s + bottom * c };

    bounds[0] = MIN (MIN (xs[0], xs[1]), MIN (xs[2], xs[3]));
    bounds[1] = MIN (MIN (ys[0], ys[1]), MIN (ys[2], ys[3]));
    bounds[2] = MAX (MAX (xs[0], xs[1]), MAX (xs[2], xs[3]));
    bounds[3] = MAX (MAX (ys[0], ys[1]), MAX (ys[2], ys[3]));
  }
}

static void
begin_layout (const JolLettering *self, cairo_t *cr, PangoLayout *layout)
{
  const double factor = get_factor (self->font);

  cairo_scale (cr, factor, factor);
  cairo_move_to (cr, 0.0, -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
}

static void
trace (const JolLettering *self, cairo_t *cr, PangoLayout *layout)
{
  cairo_new_path (cr);
  if (self->xy)
    {
      const JolLetteringCurve curve = get_curve (self);

      jol_lettering_curve_trace (&curve, layout, cr, TRUE);
    }
  else
    {
      cairo_save (cr);
      begin_layout (self, cr, layout);
      pango_cairo_layout_path (cr, layout);
      cairo_restore (cr);
    }
}

static void
show (const JolLettering *self, cairo_t *cr, PangoLayout *layout)
{
  if (self->xy)
    {
      const JolLetteringCurve curve = get_curve (self);

      jol_lettering_curve_trace (&curve, layout, cr, FALSE);
    }
  else
    {
      cairo_save (cr);
      begin_layout (self, cr, layout);
      pango_cairo_show_layout (cr, layout);
      cairo_restore (cr);
    }
}

/* @is_image: on px, where cairo puts each glyph on a whole one. That is unseen in a level text, but
 * in a turned one letters dance, and a space between words may lose half of itself: there the
 * letters' outlines are filled. On paper glyphs stay glyphs, or it would not be text. */
static void
draw_laid_out (const JolLettering *self,
               cairo_t *cr,
               PangoLayout *layout,
               double x,
               double y,
               gboolean is_image)
{
  const gboolean has_halo = self->font->halo.alpha > 0.0 && self->font->halo_px > 0.0;
  const gboolean fills = is_image && (self->xy || fabs (self->angle) > 0.0);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (!self->xy)
    cairo_rotate (cr, self->angle);
  if (has_halo || fills)
    trace (self, cr, layout);
  if (has_halo)
    {
      set_color (cr, &self->font->halo);
      cairo_set_line_width (cr, 2.0 * self->font->halo_px);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (cr, NULL, 0, 0.0);
      cairo_stroke_preserve (cr);
    }
  set_color (cr, &self->font->color);
  if (fills)
    {
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
      cairo_fill (cr);
    }
  else
    {
      cairo_new_path (cr);
      show (self, cr, layout);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}

static Sprite *
make_sprite (Letters *self, const JolLettering *lettering, GBytes *key, double scale)
{
  PangoLayout *layout = lay_out (self, lettering->text, lettering->font);
  Sprite *sprite = g_new0 (Sprite, 1);
  double bounds[4];
  int width, height;
  cairo_t *cr;

  get_bounds (lettering, layout, bounds);
  sprite->key = g_bytes_ref (key);
  sprite->x = floor (bounds[0] * scale);
  sprite->y = floor (bounds[1] * scale);
  width = (int) (ceil (bounds[2] * scale) - sprite->x);
  height = (int) (ceil (bounds[3] * scale) - sprite->y);
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  sprite->bytes = (gsize) cairo_image_surface_get_stride (sprite->surface) * (gsize) height;

  cr = cairo_create (sprite->surface);
  cairo_translate (cr, -sprite->x, -sprite->y);
  cairo_scale (cr, scale, scale);
  draw_laid_out (lettering, cr, layout, 0.0, 0.0, TRUE);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (sprite->surface, scale, scale);

  sprite->link.data = sprite;
  g_queue_push_head_link (&self->queue, &sprite->link);
  g_hash_table_insert (self->sprites, sprite->key, sprite);
  self->bytes += sprite->bytes;
  while (self->bytes > JOL_LETTERING_MAX_BYTES && self->queue.length > 1)
    {
      Sprite *oldest = g_queue_pop_tail_link (&self->queue)->data;

      self->bytes -= oldest->bytes;
      g_hash_table_remove (self->sprites, oldest->key);
    }

  return sprite;
}

void
jol_lettering_draw (const JolLettering *self, cairo_t *cr, double x, double y)
{
  g_return_if_fail (!self->xy || self->n_points >= 2);

  draw_laid_out (self, cr, lay_out (get_letters (), self->text, self->font), x, y, FALSE);
}

void
jol_lettering_begin_frame (gint64 deadline_us)
{
  Letters *self = get_letters ();

  self->deadline_us = deadline_us;
  self->frame_bytes = 0;
  self->n_made = 0;
  self->is_behind = FALSE;
}

gboolean
jol_lettering_end_frame (void)
{
  get_letters ()->deadline_us = 0;
  return !get_letters ()->is_behind;
}

/* Not when so much is seen that what waits would push out what was drawn. */
static gboolean
may_wait (const Letters *self)
{
  return self->deadline_us > 0 && self->n_made >= JOL_LETTERING_MIN_SPRITES &&
         self->frame_bytes < JOL_LETTERING_MAX_BYTES / 2 &&
         g_get_monotonic_time () > self->deadline_us;
}

void
jol_lettering_stamp (const JolLettering *self, cairo_t *cr, double x, double y, double scale)
{
  Letters *letters = get_letters ();
  g_autoptr (GBytes) key = make_sprite_key (self, scale);
  Sprite *sprite = g_hash_table_lookup (letters->sprites, key);
  double snapped_x = x;
  double snapped_y = y;
  cairo_matrix_t matrix;
  double pixel;

  g_return_if_fail (!self->xy || self->n_points >= 2);

  if (sprite)
    {
      g_queue_unlink (&letters->queue, &sprite->link);
      g_queue_push_head_link (&letters->queue, &sprite->link);
    }
  else if (may_wait (letters))
    {
      letters->is_behind = TRUE;
      return;
    }
  else
    {
      sprite = make_sprite (letters, self, key, scale);
      letters->n_made++;
    }
  letters->frame_bytes += sprite->bytes;

  /* To whole px of the device, where a copy needs no filter and letters stay sharp. */
  cairo_get_matrix (cr, &matrix);
  pixel = scale / matrix.xx;
  cairo_user_to_device (cr, &snapped_x, &snapped_y);
  snapped_x = round (snapped_x * pixel) / pixel;
  snapped_y = round (snapped_y * pixel) / pixel;
  cairo_device_to_user (cr, &snapped_x, &snapped_y);
  cairo_set_source_surface (cr, sprite->surface, snapped_x + sprite->x / scale,
                            snapped_y + sprite->y / scale);
  cairo_paint (cr);
}

typedef struct
{
  JolLetteringFunc func;
  gpointer data;
} Each;

static void
each_cb (const JolLetteringCluster *cluster, gpointer data)
{
  const Each *each = data;
  g_autofree char *text = g_strndup (cluster->text, cluster->length);

  each->func (text, cluster->x, cluster->y, cluster->angle, each->data);
}

void
jol_lettering_each_cluster (const JolLettering *self, JolLetteringFunc func, gpointer data)
{
  const JolLetteringCurve curve = get_curve (self);

  g_return_if_fail (self->xy && self->n_points >= 2);

  jol_lettering_curve_each (&curve, lay_out (get_letters (), self->text, self->font), each_cb,
                            &(Each){ func, data });
}

gsize
jol_lettering_get_bytes (void)
{
  return get_letters ()->bytes;
}

/**
 * jol_text_measure:
 * @width_out: (optional):
 * @ascent_out: (optional): of the font's line above the baseline
 * @descent_out: (optional): below it, positive
 *
 * Remembers what it measured, so that asking again costs a look-up.
 */
void
jol_text_measure (const char *text,
                  const JolFont *font,
                  double *width_out,
                  double *ascent_out,
                  double *descent_out)
{
  Letters *self = get_letters ();
  g_autoptr (GBytes) key = make_measure_key (text, font);
  Measure *measure = g_hash_table_lookup (self->measures, key);

  if (!measure)
    {
      PangoLayout *layout = lay_out (self, text, font);
      const double unit = get_factor (font) / PANGO_SCALE;
      PangoRectangle logical;

      if (g_hash_table_size (self->measures) >= MAX_MEASURES)
        g_hash_table_remove_all (self->measures);
      pango_layout_get_extents (layout, NULL, &logical);
      measure = g_new (Measure, 1);
      measure->width = logical.width * unit;
      measure->ascent = pango_layout_get_baseline (layout) * unit;
      measure->descent = logical.height * unit - measure->ascent;
      g_hash_table_insert (self->measures, g_steal_pointer (&key), measure);
    }

  if (width_out)
    *width_out = measure->width;
  if (ascent_out)
    *ascent_out = measure->ascent;
  if (descent_out)
    *descent_out = measure->descent;
}
