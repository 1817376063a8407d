/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-palette.h"
#include "jol-story.h"
#include "jol-strip-topic.h"

G_BEGIN_DECLS

/*
 * JolStripScene: a frozen value that says what the chart of the time strip shows, in px of its
 * picture: the bands of a series, a tick for each event, the eras, the axis. It may show a part of
 * the story's time. From the top: room for era titles and the bubble of the playhead; the areas;
 * lanes for what lasts; ticks; the rail of the span; the axis. Made by jol_strip_scene_new(), read
 * by the painter, by pointer input and by tests. Strings and geometry are its own.
 * Reference-counted, any thread.
 */
typedef struct
{
  char *name;
  JolColor color;
  gboolean is_selected; /* it is the selected route's */
  char *value;          /* at the date, or NULL */
  char *widest_value;   /* what has no more room than any value */
} JolStripBand;

typedef struct
{
  double x;
  double low;
  double high; /* y grows down, so high ≤ low */
} JolStripPoint;

typedef struct
{
  guint band;
  gboolean is_estimated;
  JolStripPoint *points;
  guint n_points;
} JolStripPiece;

typedef struct
{
  guint band;
  double x0, y0, x1, y1;
} JolStripLine;

/* One event; or, where a column has more events than px, all of a kind in it (then id is NULL). */
typedef struct
{
  const char *id;
  JolEventKind kind;
  guint n_events;
  double x, y, width, height;
  gboolean is_bar;    /* it lasts, or its date is a period, and that is as wide */
  gboolean is_period; /* a bar only because the day is not known */
  gboolean is_approx;
  gboolean is_selected;
  gboolean is_dimmed; /* something else is the subject */
} JolStripTick;

typedef struct
{
  double x0, x1;
  gboolean is_shaded; /* every other one */
  const char *title;
  double title_width;
} JolStripEra;

/* A line of the axis or the grid with its label. */
typedef struct
{
  double at;
  const char *label; /* or NULL where there is no room for it */
  double label_x;    /* where it begins, of the axis */
  double label_width;
  gboolean is_major; /* a year among months */
} JolStripMark;

typedef struct
{
  int width, height;
  JolTheme theme;
  int first_day, last_day; /* the story's time */
  double from_day, to_day; /* what is shown of it; to_day is the first that is not */
  double left, right;      /* px of that */
  double plot_top, plot_bottom;
  double lanes_top, lanes_bottom; /* of the bars; no height in a story where nothing lasts */
  double ticks_top, ticks_bottom;
  double rail_top, rail_bottom;
  const char *title; /* of the series, with its unit; or NULL */

  GArray *bands;  /* of JolStripBand */
  GArray *pieces; /* of JolStripPiece */
  GArray *gaps;   /* of JolStripLine */
  GArray *plans;  /* of JolStripLine: planned figures and part-years */
  GArray *ticks;  /* of JolStripTick, by column, the lowest first */
  GArray *eras;   /* of JolStripEra */
  GArray *years;  /* of JolStripMark, at x */
  GArray *minors; /* of double: x of the lines between, without labels */
  GArray *levels; /* of JolStripMark, at y */

  GStringChunk *strings;
} JolStripScene;

/* When an event is: what a scene asks of each of them. */
typedef struct
{
  int first_day, last_day;
  guint8 kind;    /* JolEventKind */
  guint8 has_end; /* it lasts; else the last day is of its date */
} JolStripMoment;

/* Of JolStripMoment, in the story's order: for who makes many scenes of one story. */
GArray *jol_strip_moments_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  JolStory *story;
  const GArray *moments;   /* of the story, or NULL: then the scene asks for them itself */
  JolStripTopic *topic;    /* or NULL */
  guint hidden_kinds;      /* bits by JolEventKind */
  const char *selection;   /* id whose tick or band is marked, or NULL */
  const char *subject;     /* id whose events are kept strong, or NULL */
  double from_day, to_day; /* what is shown: to_day is the first that is not; both 0 for all */
  int width, height;       /* px, > 0 */
  JolTheme theme;
  const char *language; /* BCP 47 */
} JolStripRequest;

/* Where a date is on a scene. */
typedef struct
{
  double x;      /* the middle of the date's period */
  double x0, x1; /* its ends, inside the picture */
  gboolean is_in_view;
  const char *label;
  double bubble_x, bubble_y, bubble_width, bubble_height; /* inside the picture */
} JolStripPlayhead;

/* Where a span is on a scene, as far as it is in view. */
typedef struct
{
  double x0, x1;
  gboolean has_start, has_end; /* they are in view */
} JolStripSpanPlace;

/* The bands of a topic alone, for a legend: of JolStripBand. @selection and @readings (of the
 * values to show) may be NULL. */
GArray *jol_strip_bands_new (const JolStripTopic *topic,
                             const JolStripReadings *readings,
                             const char *selection,
                             JolTheme theme) G_GNUC_WARN_UNUSED_RESULT;

JolStripScene *jol_strip_scene_new (const JolStripRequest *request) G_GNUC_WARN_UNUSED_RESULT;
JolStripScene *jol_strip_scene_ref (JolStripScene *self);
void jol_strip_scene_unref (JolStripScene *self);

double jol_strip_scene_get_x (const JolStripScene *self, double day);
/* The day under a point, with its fraction; not kept inside anything. */
double jol_strip_scene_get_day (const JolStripScene *self, double x);
/* The date under a point, inside the story's time, as exact as a px is wide. */
JolDate jol_strip_scene_get_date (const JolStripScene *self, double x);
JolPrecision jol_strip_scene_get_precision (const JolStripScene *self);
/* The tick under a point or at most 3 px beside it, or NULL. */
const JolStripTick *jol_strip_scene_find_tick (const JolStripScene *self, double x, double y);
/* @label: what the bubble says; borrowed by the playhead. */
JolStripPlayhead
jol_strip_scene_place_playhead (const JolStripScene *self, const JolDate *date, const char *label);

JolStripSpanPlace jol_strip_scene_place_span (const JolStripScene *self, const JolSpan *span);

/* Where the title of an era begins: in its middle, or beside the bubble of @playhead (which may be
 * NULL). FALSE when there is no room for it. */
gboolean jol_strip_scene_place_title (const JolStripScene *self,
                                      const JolStripEra *era,
                                      const JolStripPlayhead *playhead,
                                      double *x_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripScene, jol_strip_scene_unref)

G_END_DECLS
