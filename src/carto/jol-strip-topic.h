/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-palette.h"
#include "jol-story.h"
#include "jol-strip-stack.h"
#include "jol-strip-steps.h"

G_BEGIN_DECLS

/*
 * JolStripTopic: what the chart of the strip is about: a series of the story, or what is counted
 * out of its routes or events. It has the names of the bands in one language, their shape, and
 * reads them at a date. Frozen, reference-counted, any thread.
 */
typedef enum
{
  JOL_STRIP_TOPIC_SERIES,
  JOL_STRIP_TOPIC_CAPACITY,
  JOL_STRIP_TOPIC_EVENTS,
} JolStripTopicKind;

typedef struct
{
  char *id; /* of a series' band, or NULL */
  char *name;
  int code;        /* JolOutlet or JolEventKind of what is counted */
  double max;      /* the highest figure */
  int first, last; /* years between which a stacked figure is to be had; 0 when there is none */
} JolStripTopicBand;

typedef struct
{
  JolStripTopicKind kind;
  JolStory *story;
  char *language;    /* BCP 47 */
  JolSeries *series; /* of a series, or NULL */
  JolCommodity commodity;
  char *title;
  char *unit; /* or NULL */
  JolStripTopicBand *bands;
  guint n_bands;
  JolStripSteps *steps; /* of what is counted, or NULL */
  guint *steps_bands;   /* which of the steps a band is */
  JolStripStack *stack;
} JolStripTopic;

/* What a band has at a date. */
typedef struct
{
  gboolean is_known;
  double value;
  JolQuality quality;
} JolStripReading;

typedef struct
{
  int year;                  /* whose figures these are; 0 when they are of the date itself */
  JolStripReading *readings; /* one a band */
  guint n_readings;
  guint n_stacked; /* of reported or estimated figures */
  guint n_figures;
  double total; /* of those */
  /* FALSE when a band is in a gap between its figures, or has only a plan or a part of the year:
   * then the total is not the year's, and nothing is a share of it. */
  gboolean is_complete;
  guint n_unknown; /* routes in service whose capacity nobody knows */
} JolStripReadings;

/* @id: of jol_chart_list(); NULL when it is none. @hidden_kinds: bits by JolEventKind, that are not
 * counted. */
JolStripTopic *jol_strip_topic_new (JolStory *story,
                                    const char *id,
                                    guint hidden_kinds,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;
JolStripTopic *jol_strip_topic_ref (JolStripTopic *self);
void jol_strip_topic_unref (JolStripTopic *self);

/* "Kazakhstan's oil exports by outlet, Mt" of a chart that exists. */
char *jol_strip_topic_format_title (JolStory *story,
                                    const char *id,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;

JolColor jol_strip_topic_get_color (const JolStripTopic *self, guint band, JolTheme theme);

/* Of JolSource, borrowed from the story, in the order in which the figures name them, each once. */
GPtrArray *jol_strip_topic_list_sources (const JolStripTopic *self) G_GNUC_WARN_UNUSED_RESULT;

JolStripReadings *jol_strip_topic_read (const JolStripTopic *self,
                                        const JolDate *date) G_GNUC_WARN_UNUSED_RESULT;
void jol_strip_readings_free (JolStripReadings *self);
/* How many per cent of the total a band is; negative where that means nothing. */
double jol_strip_readings_get_share (const JolStripReadings *self, guint band);
/* What keeps the figures from being all there is, in words: "No total for 2010"; or NULL. */
char *jol_strip_readings_describe_lack (const JolStripReadings *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripTopic, jol_strip_topic_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripReadings, jol_strip_readings_free)

G_END_DECLS
