/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the base map: countries, waters, towns, landforms. */
#include "config.h"
#include "jol-scene-names-private.h"

#include <math.h>
#include <string.h>

#define COUNTRIES_TO_ZOOM 7.5
/* A country's name is spread over so much of its width, its letters no farther apart than this, in
 * font sizes. */
#define COUNTRY_SHARE 0.42
#define MAX_SPACING 0.75
/* Of the name of a country that finds no room. */
#define TIGHT_SIZE 0.85
#define TIGHT_SPACING_PX 0.8
#define TIGHT_REACH 1.6
/* What it costs to stand with a fifth of itself abroad. */
#define ABROAD_COST 0.9
/* The grid of points for a country's name in a picture; a name is wide, so room beside it counts
 * less than over it. */
#define VIEW_COLUMNS 24
#define VIEW_ROWS 16
#define WIDE 0.45
#define MIN_ROOM_PX 22.0
#define VIEW_MARGIN_PX 40.0
/* A town of the base map that is a place of the story has its name from there. */
#define SAME_PLACE_PX 9.0
/* The two may spell a town otherwise (Kyzylorda, Qyzylorda) and have other middles of it: some
 * eight kilometres at 45°, in worlds. */
#define SAME_TOWN_WORLD 3e-4
#define FAR_TOWNS_ABOVE_ZOOM 4.4
/* A range can do without its name rather than cover lines. */
#define RANGE_MAX_COVERED_PX 12.0

/* The region of the base map's JOL_LAYER_REGION, in which land is lit. */
static const char *const focus_countries[] = { "KZ", "KG", "TJ", "TM", "UZ", NULL };

static gboolean
is_focus (const JolBasemapLabel *base)
{
  return g_strv_contains (focus_countries, base->a2);
}

static JolNameKey
make_key (JolLabelKind kind, const JolBasemapLabel *base)
{
  return (JolNameKey){ .kind = kind, .at = { base->x, base->y } };
}

/* In capitals by the rules of the name's own language, whatever the locale is. Georgian has capital
 * letters for headlines only, and many fonts lack them. */
static char *
capitalize (const char *name, const char *language)
{
  const gboolean has_dotted_i =
      language && (g_str_has_prefix (language, "tr") || g_str_has_prefix (language, "az"));
  GString *capitals = g_string_new (NULL);

  for (const char *p = name; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == 'i' && has_dotted_i)
        g_string_append (capitals, "İ");
      else if (c == 0xdf)
        g_string_append (capitals, "SS");
      else if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_GEORGIAN)
        g_string_append_unichar (capitals, c);
      else
        g_string_append_unichar (capitals, g_unichar_toupper (c));
    }

  return g_string_free (capitals, FALSE);
}

static const JolBasemapFeature *
find_country (const JolBasemapLayer *layer, const char *a2)
{
  for (guint i = 0; a2[0] && i < layer->n_features; i++)
    if (strcmp (layer->features[i].a2, a2) == 0)
      return &layer->features[i];

  return NULL;
}

typedef struct
{
  const JolNaming *naming;
  const JolBasemapLayer *layer;
  const JolBasemapFeature *country;
  const JolLabelSize *size;
  gboolean is_part; /* only a part of it is in the picture */
} Ground;

/* How much of a country's name would stand abroad. */
static double
get_abroad_cost (double x, double y, gpointer data)
{
  const Ground *ground = data;
  const double size_px = ground->naming->size_px;
  double cost = 0.0;

  for (int i = 0; i <= 4; i++)
    if (!jol_basemap_feature_contains (ground->layer, ground->country,
                                       (x + ground->size->width_px * i / 4.0) / size_px,
                                       (y - ground->size->ascent_px * 0.35) / size_px))
      cost += ABROAD_COST;

  /* Beside a sliver of a country its name would seem to be the neighbour's. */
  return ground->is_part && cost > ABROAD_COST * 1.5 ? INFINITY : cost;
}

static gboolean
add_over (JolNaming *self,
          JolLabelKind kind,
          const JolBasemapLabel *base,
          const char *text,
          const JolFont *font,
          const JolLabelArea *area,
          const JolLabelSize *size)
{
  const JolNameKey key = make_key (kind, base);
  const JolSceneLabel *before = jol_naming_recall (self, &key, size);
  const JolLabelOffset was =
      before ? (JolLabelOffset){ before->dx_px, before->dy_px } : (JolLabelOffset){ 0.0, 0.0 };
  JolLabelOffset offset;
  JolSceneLabel *label;

  if (!jol_label_placer_place_over (self->placer, base->x * self->size_px, base->y * self->size_px,
                                    area, size, before ? &was : NULL, &offset))
    return FALSE;

  label = jol_naming_add (self, &key, text, font, &key.at, size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
  label->angle = area->angle;
  return TRUE;
}

static gboolean
is_in_panel (const JolLabelPanel *panel, double x, double y, double inset_px)
{
  return x > panel->x0 + inset_px && x < panel->x1 - inset_px && y > panel->y0 + inset_px &&
         y < panel->y1 - inset_px;
}

/* Of a picture that shows a country but not where its name stands: the point in it that is farthest
 * from all that is not it, from the edge and from what stands on the map, of a grid of points. */
static gboolean
find_middle_in_view (const JolNaming *self,
                     const JolBasemapLayer *layer,
                     const JolBasemapFeature *country,
                     double *x_out,
                     double *y_out)
{
  const JolLabelFrame *frame = &self->question->frame;
  const double width = (frame->view.x1 - frame->view.x0) / VIEW_COLUMNS;
  const double height = (frame->view.y1 - frame->view.y0) / VIEW_ROWS;
  gboolean is_inside[VIEW_ROWS][VIEW_COLUMNS];
  double best_px = MIN_ROOM_PX;

  for (guint row = 0; row < VIEW_ROWS; row++)
    for (guint column = 0; column < VIEW_COLUMNS; column++)
      {
        const double x = frame->view.x0 + (column + 0.5) * width;
        const double y = frame->view.y0 + (row + 0.5) * height;
        gboolean inside =
            jol_basemap_feature_contains (layer, country, x / self->size_px, y / self->size_px);

        for (gsize i = 0; inside && i < frame->n_panels; i++)
          inside = !is_in_panel (&frame->panels[i], x, y, -height / 2.0);
        is_inside[row][column] = inside;
      }

  for (int row = 0; row < VIEW_ROWS; row++)
    for (int column = 0; column < VIEW_COLUMNS; column++)
      {
        double room_px = MIN (MIN (column + 0.5, VIEW_COLUMNS - column - 0.5) * width * WIDE,
                              MIN (row + 0.5, VIEW_ROWS - row - 0.5) * height);

        if (!is_inside[row][column])
          continue;
        for (int r = 0; r < VIEW_ROWS; r++)
          for (int c = 0; c < VIEW_COLUMNS; c++)
            if (!is_inside[r][c])
              room_px = MIN (room_px, hypot ((c - column) * width * WIDE, (r - row) * height));
        if (room_px > best_px)
          {
            best_px = room_px;
            *x_out = (frame->view.x0 + (column + 0.5) * width) / self->size_px;
            *y_out = (frame->view.y0 + (row + 0.5) * height) / self->size_px;
          }
      }

  return best_px > MIN_ROOM_PX;
}

static gboolean
is_in_view (const JolNaming *self, const JolBasemapLabel *base)
{
  return is_in_panel (&self->question->frame.view, base->x * self->size_px, base->y * self->size_px,
                      VIEW_MARGIN_PX);
}

static void
name_country (JolNaming *self, const JolBasemapLabel *base)
{
  JolBasemapLabel moved = *base;
  const double zoom = self->question->zoom;
  const char *language = self->question->language;
  const char *name = jol_basemap_label_get_name (base, language);
  g_autofree char *text =
      capitalize (name, jol_text_lookup (base->name, language) == name ? language : NULL);
  JolFont font = jol_style_get_font (self->question->theme, JOL_LABEL_COUNTRY, base->rank,
                                     is_focus (base), zoom);
  JolLabelArea area = { .max_covered_px = G_MAXDOUBLE };
  Ground ground = { .naming = self };
  JolLabelSize size;

  /* The nearer a country, the more room there is in it. */
  area.max_along_px = area.max_across_px = font.size_px * CLAMP (zoom - 3.0, 1.5, 4.0);
  if (self->question->level)
    {
      ground.layer = jol_basemap_level_get_layer (self->question->level, JOL_LAYER_COUNTRIES);
      ground.country = find_country (ground.layer, base->a2);
    }
  if (ground.country && self->question->is_framed && !is_in_view (self, base))
    {
      if (!find_middle_in_view (self, ground.layer, ground.country, &moved.x, &moved.y))
        return;
      base = &moved;
      ground.is_part = TRUE;
    }
  if (ground.country)
    {
      const JolBasemapBox *box = &ground.country->box;
      const double width_px = ((double) box->x1 - (double) box->x0) * self->size_px;
      const double height_px = ((double) box->y1 - (double) box->y0) * self->size_px;
      const double n_letters = (double) MAX (g_utf8_strlen (text, -1), 1);

      font.size_px *= CLAMP (1.0 + 0.1 * log2 (width_px / 350.0), 0.92, 1.3);
      jol_naming_measure (text, &font, &size);
      font.spacing_px =
          CLAMP (font.spacing_px + (width_px * COUNTRY_SHARE - size.width_px) / n_letters,
                 font.spacing_px, font.size_px * MAX_SPACING);
      area.max_along_px = MAX (area.max_along_px, width_px * 0.16);
      area.max_across_px = MAX (area.max_across_px, height_px * 0.16);
      area.get_cost = get_abroad_cost;
      area.data = &ground;
    }
  jol_naming_measure (text, &font, &size);
  ground.size = &size;
  if (add_over (self, JOL_LABEL_COUNTRY, base, text, &font, &area, &size) || !is_focus (base))
    return;

  /* What the story is about has its name even where there is little room, close set and smaller. */
  font.size_px *= TIGHT_SIZE;
  font.spacing_px = TIGHT_SPACING_PX;
  area.max_along_px *= TIGHT_REACH;
  area.max_across_px *= TIGHT_REACH;
  jol_naming_measure (text, &font, &size);
  add_over (self, JOL_LABEL_COUNTRY, base, text, &font, &area, &size);
}

static void
name_area (JolNaming *self, JolLabelKind kind, const JolBasemapLabel *base)
{
  const char *text = jol_basemap_label_get_name (base, self->question->language);
  const JolFont font =
      jol_style_get_font (self->question->theme, kind, base->rank, TRUE, self->question->zoom);
  /* A sea is the larger the earlier it is named, but its shores are beside its name, not above and
   * below. */
  const double across =
      kind == JOL_LABEL_WATER && fabsf (base->angle) < 1.0f
          ? CLAMP (3.0 * (self->question->zoom - (double) base->min_zoom), 3.0, 12.0)
          : 3.0;
  const JolLabelArea area = {
    .angle = -base->angle * G_PI / 180.0,
    .max_along_px = font.size_px * CLAMP (2.0 * (self->question->zoom - 3.6), 1.6, 5.0),
    .max_across_px = font.size_px * across,
    .max_covered_px = kind == JOL_LABEL_RANGE ? RANGE_MAX_COVERED_PX : G_MAXDOUBLE
  };
  JolLabelSize size;

  jol_naming_measure (text, &font, &size);
  add_over (self, kind, base, text, &font, &area, &size);
}

static gboolean
marks_town (const JolScenePlaceMark *place)
{
  return place->kind == JOL_PLACE_CITY || place->kind == JOL_PLACE_CAPITAL ||
         place->kind == JOL_PLACE_SUMMIT_CITY;
}

static gboolean
is_place_of_story (const JolNaming *self, const JolBasemapLabel *base, const char *name)
{
  for (guint i = 0; i < self->content->n_places; i++)
    {
      const JolScenePlaceMark *place = &self->content->places[i];
      const double distance_px =
          hypot (place->at.x - base->x, place->at.y - base->y) * self->size_px;

      if (distance_px < SAME_PLACE_PX + place->radius_px)
        return TRUE;
      if (marks_town (place) && distance_px < SAME_TOWN_WORLD * self->size_px)
        return TRUE;
      if (distance_px < 60.0 && g_strcmp0 (place->title, name) == 0)
        return TRUE;
      for (guint j = 0; j < place->n_members; j++)
        if (hypot (place->members[j].at.x - base->x, place->members[j].at.y - base->y) *
                self->size_px <
            SAME_PLACE_PX)
          return TRUE;
    }

  return FALSE;
}

/* A town may use the room that is kept for itself. */
static void
release_room (JolNaming *self, const JolBasemapLabel *base)
{
  for (guint i = 0; i < self->rooms->len; i++)
    {
      const JolNameRoom *room = &g_array_index (self->rooms, JolNameRoom, i);

      if (hypot (room->at.x - base->x, room->at.y - base->y) * self->size_px < SAME_PLACE_PX)
        jol_label_placer_release (self->placer, room->reservation);
    }
}

static void
name_town (JolNaming *self, const JolBasemapLabel *base)
{
  const JolNameKey key = make_key (JOL_LABEL_CITY, base);
  const gboolean is_capital = base->kind == JOL_BASEMAP_CAPITAL;
  const char *text = jol_basemap_label_get_name (base, self->question->language);
  const double zoom = self->question->zoom;
  const double dot_px = is_capital ? 2.4 : 1.7;
  const double x = base->x * self->size_px;
  const double y = base->y * self->size_px;
  const JolSceneLabel *before;
  JolLabelOffset was, offset;
  JolSceneLabel *label;
  JolLabelSize size;
  JolFont font;

  if (base->min_zoom > FAR_TOWNS_ABOVE_ZOOM && !jol_naming_is_near_story (self, base->x, base->y))
    return;
  if (is_place_of_story (self, base, text))
    return;

  release_room (self, base);
  font = jol_style_get_font (self->question->theme, JOL_LABEL_CITY,
                             is_capital ? 0 : MAX (base->rank, 2), FALSE, zoom);
  jol_naming_measure (text, &font, &size);
  before = jol_naming_recall (self, &key, &size);
  if (before)
    was = (JolLabelOffset){ before->dx_px, before->dy_px };
  if (!jol_label_placer_has_room (self->placer, x, y, dot_px + 0.5) ||
      !jol_label_placer_place_beside (self->placer, x, y, dot_px, &size, FALSE,
                                      before ? &was : NULL, &offset))
    return;

  jol_label_placer_add_obstacle (self->placer, x, y, dot_px + 0.5);
  label = jol_naming_add (self, &key, text, &font, &key.at, &size);
  label->dx_px = offset.dx_px;
  label->dy_px = offset.dy_px;
  label->dot_px = dot_px;
}

/* From which zoom a name of the base map is wanted: later than it would fit, to keep the base calm.
 */
static gboolean
is_wanted (const JolBasemapLabel *base, double zoom)
{
  switch (base->kind)
    {
    case JOL_BASEMAP_COUNTRY:
      return zoom >= base->min_zoom && zoom <= COUNTRIES_TO_ZOOM;
    case JOL_BASEMAP_SEA:
    case JOL_BASEMAP_BAY:
    case JOL_BASEMAP_LAKE:
      return zoom >= base->min_zoom + 0.3;
    case JOL_BASEMAP_CAPITAL:
      return zoom >= MAX (base->min_zoom, 3.0);
    case JOL_BASEMAP_REGION_CAPITAL:
    case JOL_BASEMAP_TOWN:
      return zoom >= base->min_zoom + 1.0;
    case JOL_BASEMAP_RANGE:
    case JOL_BASEMAP_DESERT:
    case JOL_BASEMAP_LANDFORM:
      return zoom >= base->min_zoom + 2.0;
    default:
      return FALSE;
    }
}

static gboolean
is_focus_country (const JolBasemapLabel *base)
{
  return base->kind == JOL_BASEMAP_COUNTRY && is_focus (base);
}

static gboolean
is_focus_capital (const JolBasemapLabel *base)
{
  return base->kind == JOL_BASEMAP_CAPITAL && is_focus (base);
}

static gboolean
is_other_country (const JolBasemapLabel *base)
{
  return base->kind == JOL_BASEMAP_COUNTRY && !is_focus (base);
}

static gboolean
is_water (const JolBasemapLabel *base)
{
  return base->kind >= JOL_BASEMAP_SEA && base->kind <= JOL_BASEMAP_LAKE;
}

static gboolean
is_other_capital (const JolBasemapLabel *base)
{
  return base->kind == JOL_BASEMAP_CAPITAL && !is_focus (base);
}

static gboolean
is_town (const JolBasemapLabel *base)
{
  return base->kind == JOL_BASEMAP_REGION_CAPITAL || base->kind == JOL_BASEMAP_TOWN;
}

static gboolean
is_landform (const JolBasemapLabel *base)
{
  return base->kind == JOL_BASEMAP_RANGE || base->kind >= JOL_BASEMAP_DESERT;
}

static void
name_one (JolNaming *self, const JolBasemapLabel *base)
{
  if (base->kind == JOL_BASEMAP_COUNTRY)
    name_country (self, base);
  else if (is_water (base))
    name_area (self, JOL_LABEL_WATER, base);
  else if (is_landform (base))
    name_area (self, JOL_LABEL_RANGE, base);
  else
    name_town (self, base);
}

void
jol_naming_name_base (JolNaming *self)
{
  /* The capitals of the story's countries stand where they stand: a country's name can give way. */
  static gboolean (*const passes[]) (const JolBasemapLabel *base) = {
    is_focus_capital, is_focus_country, is_other_country,
    is_water,         is_other_capital, NULL, /* rivers */
    is_town,          is_landform,
  };
  const double zoom = self->question->zoom;
  const JolBasemapLabel *labels;
  guint n_labels;

  if (!self->question->base_names)
    return;

  labels = jol_basemap_labels_get (self->question->base_names, &n_labels);
  n_labels = jol_basemap_labels_count_to_zoom (self->question->base_names, zoom);
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    {
      if (!passes[pass])
        jol_naming_name_rivers (self);
      for (guint i = 0; passes[pass] && i < n_labels; i++)
        if (passes[pass](&labels[i]) && is_wanted (&labels[i], zoom))
          name_one (self, &labels[i]);
    }
}
