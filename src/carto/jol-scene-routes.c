/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes of a scene. */
#include "config.h"

#include "jol-scene-builder-private.h"

#include <string.h>

#include "jol-arrows.h"

/* How much of its colour a route keeps while another thing is selected. */
#define DIMMED_ALPHA 0.5

/* And how much when it is only about to have become what it is. */
#define UNCERTAIN_ALPHA 0.5

/* For how long of the story what has begun to work is new, while the years run. */
#define NEW_DAYS 365

/* Which of two routes is painted later, over the other. Not by hover: names are placed in this
 * order, and must not jump under the pointer. */
static int
compare_routes (gconstpointer a, gconstpointer b)
{
  static const int ranks[JOL_N_STATUSES] = {
    [JOL_STATUS_ABSENT] = 0,    [JOL_STATUS_CANCELLED] = 0, [JOL_STATUS_RETIRED] = 1,
    [JOL_STATUS_IDLE] = 2,      [JOL_STATUS_PROPOSED] = 3,  [JOL_STATUS_CONSTRUCTION] = 4,
    [JOL_STATUS_OPERATING] = 5,
  };
  static const int change_ranks[JOL_N_ROUTE_CHANGES] = {
    [JOL_ROUTE_SAME] = 0,
    [JOL_ROUTE_ENDED] = 1,
    [JOL_ROUTE_CHANGED] = 2,
    [JOL_ROUTE_APPEARED] = 3,
  };
  const JolSceneRoute *x = a;
  const JolSceneRoute *y = b;

  if (x->is_selected != y->is_selected)
    return x->is_selected ? 1 : -1;
  if (x->is_related != y->is_related)
    return x->is_related ? 1 : -1;
  if (x->change != y->change)
    return change_ranks[x->change] - change_ranks[y->change];
  if (ranks[x->status] != ranks[y->status])
    return ranks[x->status] - ranks[y->status];

  /* Thin ones over wide ones, or they would not be seen where they share a corridor. */
  if (x->width_px < y->width_px || x->width_px > y->width_px)
    return x->width_px > y->width_px ? -1 : 1;

  return strcmp (x->id, y->id);
}

/* How sure it is that a status of which only "about" is known when it began has begun: more from
 * day to day in the time that its date may mean. */
static double
get_certainty (JolRoute *route, const JolDate *date)
{
  const JolHistoryEntry *entry = jol_history_at (jol_route_get_status_history (route), date);
  double first, last;

  if (!entry || !entry->from.approx)
    return 1.0;

  first = jol_date_first_day (&entry->from);
  last = jol_date_last_day (&entry->from);
  return CLAMP ((jol_date_last_day (date) + 1 - first) / (last + 1 - first), 0.0, 1.0);
}

static gboolean
is_comparing (const JolSceneQuestion *question)
{
  return jol_span_is_set (&question->compared);
}

/* How new it is that a route works, while the years run: 1 until the end of what its date may mean,
 * and 0 a year later. What was there before the date could have moved is not new. */
static double
get_newness (JolRoute *route, JolStatus status, const JolSceneQuestion *question)
{
  const JolHistoryEntry *entry;
  int age_days;

  if (!question->marks_news || is_comparing (question) || status != JOL_STATUS_OPERATING)
    return 0.0;

  entry = jol_history_at (jol_route_get_status_history (route), question->date);
  if (!entry || entry->from.year < 1)
    return 0.0;
  age_days = jol_date_last_day (question->date) - jol_date_last_day (&entry->from);
  return CLAMP (1.0 - (double) age_days / NEW_DAYS, 0.0, 1.0);
}

/* When a route was what is drawn: of two dates that are compared the later one, but what has ended
 * is drawn as it last was. */
static const JolDate *
get_shown_date (JolRouteChange change, const JolSceneQuestion *question)
{
  if (!is_comparing (question))
    return question->date;

  return change == JOL_ROUTE_ENDED ? &question->compared.from : &question->compared.to;
}

static JolLineStyle
get_style (JolRoute *route,
           JolStatus status,
           JolRouteChange change,
           const JolSceneQuestion *question)
{
  const JolDate *date = get_shown_date (change, question);
  JolLineStyle style = jol_style_get_line (
      jol_route_get_mode (route), status == JOL_STATUS_ABSENT ? JOL_STATUS_CANCELLED : status,
      jol_style_get_capacity (jol_route_get_capacity_at (route, date)), question->zoom);

  if (is_comparing (question))
    jol_style_compare_line (&style, change, question->zoom);
  else
    style.alpha *= UNCERTAIN_ALPHA + (1.0 - UNCERTAIN_ALPHA) * get_certainty (route, date);

  return style;
}

/* Of what is as before and what has ended, where it flows is of no interest. */
static gboolean
has_arrows (JolRouteChange change, const JolSceneQuestion *question)
{
  return !is_comparing (question) || change == JOL_ROUTE_APPEARED || change == JOL_ROUTE_CHANGED;
}

/* What of a route decides whether and where it is drawn. */
typedef struct
{
  JolRouteChange change;
  const JolDate *date; /* when it was what is drawn */
  JolStatus status;
  gboolean is_there;
  gboolean is_selected;
  gboolean is_hovered;
  gboolean is_thinned; /* has no room at this zoom, and is nothing one has chosen or points at */
  gboolean is_passing; /* is drawn for now; nothing makes room for it */
} Look;

static gboolean
has_room (const JolSceneQuestion *question, guint route)
{
  return !question->thinning || jol_thinning_draws (question->thinning, route);
}

static Look
look_at (JolRoute *route, guint index, const JolSceneQuestion *question)
{
  Look look = { .change = jol_status_table_get_change (question->statuses, index),
                .status = jol_status_table_get (question->statuses, index) };
  const gboolean is_narrow = !has_room (question, index);

  look.date = get_shown_date (look.change, question);
  look.is_there = look.status != JOL_STATUS_ABSENT && look.status != JOL_STATUS_CANCELLED;
  /* Of ten thousand routes none is asked for what it is, unless something is pointed at. */
  look.is_selected = (gconstpointer) question->selected == (gconstpointer) route;
  look.is_hovered =
      question->hover && g_str_equal (jol_entity_get_id (JOL_ENTITY (route)), question->hover);
  look.is_thinned =
      is_narrow && !look.is_selected && !look.is_hovered &&
      !(question->related_routes && jol_thinning_draws_related (question->thinning, index));
  look.is_passing = is_narrow || !look.is_there;

  return look;
}

/* Whether arrows say where it flows. */
static gboolean
shows_flow (JolRoute *route, const Look *look, const JolSceneQuestion *question)
{
  return look->status == JOL_STATUS_OPERATING && has_arrows (look->change, question) &&
         jol_route_get_direction_at (route, look->date) != JOL_DIRECTION_BOTH;
}

/* What moves a line beside another: not hover, and of the selection only that a route is shown
 * which otherwise would not be; for that one nothing makes room. */
static void
find_traits (JolRoute *const *routes,
             const Look *looks,
             guint n_routes,
             const JolSceneQuestion *question,
             JolShapeTraits *traits)
{
  const double casing_px = jol_style_get_casing_px (question->zoom);

  for (guint i = 0; i < n_routes; i++)
    {
      const Look *look = &looks[i];
      double rim_px, width_px;
      JolColor color;

      if (look->is_thinned || (!look->is_there && !look->is_selected))
        continue;

      rim_px = jol_style_get_rim (question->theme, look->change, JOL_COMMODITY_OIL, question->zoom,
                                  &color);
      /* Between two rims as much is left free as between two lines. */
      width_px = get_style (routes[i], look->status, look->change, question).width_px +
                 (rim_px > 0.0 ? 2.0 * (rim_px + casing_px) : 0.0);
      traits[i].width_px = look->is_passing ? -width_px : width_px;
      traits[i].has_arrows = shows_flow (routes[i], look, question);
    }
}

static JolShapeSet *
lay_out (JolRoute *const *routes,
         const Look *looks,
         guint n_routes,
         const JolSceneQuestion *question)
{
  g_autofree JolShapeTraits *traits = g_new0 (JolShapeTraits, MAX (n_routes, 1));

  if (jol_shapes_are_side_by_side (question->shapes))
    find_traits (routes, looks, n_routes, question, traits);
  else
    /* The same at each date, so that they are laid out once a zoom; what takes no part in it is
     * left out later. */
    for (guint i = 0; i < n_routes; i++)
      traits[i] = (JolShapeTraits){ 1.0, has_room (question, i) };

  return jol_shapes_lay_out (question->shapes, question->zoom, traits,
                             jol_style_get_casing_px (question->zoom));
}

/* Of what is selected though it has no room, and so no arrows with the others. */
static void
add_arrows (JolSceneContent *self, const JolSceneQuestion *question, JolSceneRoute *route)
{
  g_autoptr (JolArrows) arrows = jol_arrows_new (question->zoom);

  g_clear_pointer (&self->arrows, g_array_unref);
  self->arrows = g_array_new (FALSE, FALSE, sizeof (JolSceneArrow));
  jol_arrows_place (arrows, route->lines, route->n_lines, self->arrows);
  route->arrows = (const JolSceneArrow *) (gconstpointer) self->arrows->data;
  route->n_arrows = self->arrows->len;
}

static void
count (JolSceneContent *self, JolRoute *route, const Look *look)
{
  self->n_by_status[jol_route_get_commodity (route)][look->status]++;
  self->n_by_change[look->change]++;
  self->n_thinned += look->is_thinned;
}

void
jol_scene_content_add_routes (JolSceneContent *self, const JolSceneQuestion *question)
{
  guint n_routes, n_drawn = 0;
  JolRoute *const *routes = jol_story_get_routes (question->story, &n_routes);
  const JolColor casing = jol_palette_get (question->theme, JOL_COLOR_CASING);
  const double casing_px = jol_style_get_casing_px (question->zoom);
  g_autofree Look *looks = g_new (Look, MAX (n_routes, 1));

  if (is_comparing (question))
    jol_status_table_compare (question->statuses, &question->compared);
  else
    jol_status_table_move (question->statuses, question->date);
  for (guint i = 0; i < n_routes; i++)
    {
      looks[i] = look_at (routes[i], i, question);
      n_drawn += !looks[i].is_thinned;
    }
  self->is_comparing = is_comparing (question);
  self->shapes = lay_out (routes, looks, n_routes, question);
  if (self->is_comparing && !self->strings)
    self->strings = g_string_chunk_new (2048);
  self->routes = g_new0 (JolSceneRoute, n_drawn);
  self->dashes = g_malloc0 (n_drawn * sizeof *self->dashes);
  for (guint i = 0; i < n_routes; i++)
    {
      JolRoute *route = routes[i];
      const Look *look = &looks[i];
      JolSceneRoute *out;
      double *dashes;
      JolShape shape;
      JolLineStyle style;
      double newness;
      guint kinds;

      if (!look->is_selected && !look->is_there)
        continue;
      shape = jol_shape_set_get (self->shapes, i);
      if (shape.n_lines == 0)
        continue;
      /* Who chooses or points at one of a kind that is hidden sees that one. */
      if (!jol_scene_content_admit_route (self, question, route, look->status, look->change,
                                          &kinds) &&
          !look->is_selected && !look->is_hovered)
        continue;
      count (self, route, look);
      if (look->is_thinned)
        continue;

      out = &self->routes[self->n_routes];
      dashes = self->dashes[self->n_routes];
      style = get_style (route, look->status, look->change, question);
      out->id = jol_entity_get_id (JOL_ENTITY (route));
      out->title = jol_entity_get_title (JOL_ENTITY (route), question->language);
      out->lines = shape.lines;
      out->n_lines = shape.n_lines;
      if (shows_flow (route, look, question))
        {
          out->arrows = shape.arrows;
          out->n_arrows = shape.n_arrows;
          if (look->is_selected && look->is_passing && out->n_arrows == 0)
            add_arrows (self, question, out);
        }
      out->box = shape.box;
      out->commodity = jol_route_get_commodity (route);
      out->mode = jol_route_get_mode (route);
      out->status = look->status;
      out->change = look->change;
      if (self->is_comparing)
        {
          g_autofree char *words = jol_route_describe_change (
              route, &question->compared.from, &question->compared.to, &out->changed_on);

          out->change_words = g_string_chunk_insert (self->strings, words);
        }
      out->direction = jol_route_get_direction_at (route, look->date);
      out->is_selected = look->is_selected;
      out->is_related = question->related_routes && question->related_routes[i];
      out->is_hovered = look->is_hovered;
      out->is_dimmed =
          question->selected && !look->is_selected && !out->is_related && !out->is_hovered;
      out->kinds = kinds;
      out->width_px = style.width_px;
      out->color = jol_palette_get_commodity (question->theme, out->commodity);
      out->color.alpha *= look->is_selected ? MAX (style.alpha, 0.75) : style.alpha;
      out->color.alpha *= out->is_dimmed ? DIMMED_ALPHA : 1.0;
      out->casing = casing;
      out->casing.alpha *= out->color.alpha;
      out->casing_px = casing_px;
      newness = get_newness (route, look->status, question);
      out->rim_px = newness > 0.0 ? jol_style_get_new_rim (question->theme, newness, out->commodity,
                                                           question->zoom, &out->rim)
                                  : jol_style_get_rim (question->theme, look->change,
                                                       out->commodity, question->zoom, &out->rim);
      out->rim.alpha *= out->is_dimmed ? DIMMED_ALPHA : 1.0;
      out->cap = style.cap;
      out->n_dash = style.n_dash;
      for (guint j = 0; j < style.n_dash; j++)
        dashes[j] = style.dash_px[j];
      if (style.n_dash > 0)
        out->dash_px = dashes;
      self->n_routes++;
    }
  if (self->n_routes > 1)
    qsort (self->routes, self->n_routes, sizeof *self->routes, compare_routes);
}
