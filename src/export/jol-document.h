/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-painter.h"

G_BEGIN_DECLS

/*
 * JolDocument: pages that leave the program, laid out. Dialog, print, command line and the files
 * all draw the same one, so a page is the same wherever it ends. It is made in the main thread and
 * never changes afterwards; it may be drawn in any one thread at a time.
 */
#define JOL_TYPE_DOCUMENT (jol_document_get_type ())
G_DECLARE_DERIVABLE_TYPE (JolDocument, jol_document, JOL, DOCUMENT, GObject)

typedef enum
{
  JOL_DOCUMENT_MAP,       /* the map alone */
  JOL_DOCUMENT_STRIP,     /* the chart of the time strip alone */
  JOL_DOCUMENT_MAP_STRIP, /* the map with the strip under it */
  JOL_DOCUMENT_TIMELINE,  /* the list of events */
  JOL_DOCUMENT_CARD,      /* what is known of one thing */
  JOL_DOCUMENT_ARTICLE,
  JOL_DOCUMENT_PAGE, /* a poster of all of it */
} JolDocumentKind;
#define JOL_N_DOCUMENT_KINDS 7

/* What a document looks like, and what of it is left out. */
typedef struct
{
  JolTheme theme;
  const char *language;
  gboolean has_title;
  gboolean has_legend;
  gboolean has_scale; /* of a poster's map; that of another is a pass of its painter */
  gboolean has_credits;
  gboolean is_transparent;
} JolDocumentLook;

struct _JolDocumentClass
{
  GObjectClass parent_class;

  void (*draw_page) (JolDocument *self, guint page, JolCanvas *canvas);
};

/* An entry of the table of contents that a reader of PDF shows beside the pages. */
typedef struct
{
  char *title;
  guint level; /* 0 is the outermost; at most one more than the entry before */
  guint page;
  double y; /* from the top of the page, in its units */
} JolDocumentEntry;

JolDocumentKind jol_document_get_kind (JolDocument *self);
const char *jol_document_get_title (JolDocument *self);
const char *jol_document_get_description (JolDocument *self); /* alternative text, "" without one */
const char *jol_document_get_language (JolDocument *self);    /* BCP 47 */
const char *jol_document_get_author (JolDocument *self);      /* or NULL */
const char *jol_document_get_date_label (JolDocument *self);  /* "December 2009"; or NULL */
const char *jol_document_get_credits (JolDocument *self);     /* or NULL */
/* The map that lies in the page's upper left corner, as large as the scene is; NULL where no map
 * does. */
const JolScene *jol_document_get_scene (JolDocument *self);
/* Of JolDocumentEntry, in the order of the pages. */
const GArray *jol_document_get_contents (JolDocument *self);

guint jol_document_get_n_pages (JolDocument *self);
/* All pages are of one size: in points on paper, else in px. */
void jol_document_get_page_size (JolDocument *self, double *width_out, double *height_out);
gboolean jol_document_is_paper (JolDocument *self);
/* Whether something is drawn everywhere. */
gboolean jol_document_is_opaque (JolDocument *self);

/* Any canvas whose unit is the page's. */
void jol_document_draw_page (JolDocument *self, guint page, JolCanvas *canvas);

/* The map by itself, of the scene's size; without JOL_PASS_BASE there is nothing behind it. */
JolDocument *jol_document_new_map (JolScene *scene,
                                   JolPaintPasses passes) G_GNUC_WARN_UNUSED_RESULT;

/* What it is drawn with, when it is such a map and nothing else. */
gboolean jol_document_get_map_passes (JolDocument *self, JolPaintPasses *passes_out);

/* The word of a command line: "map-strip". */
const char *jol_document_kind_to_string (JolDocumentKind kind);
/* Whether it is laid out on paper, not for a number of px. */
gboolean jol_document_kind_is_paper (JolDocumentKind kind);
gboolean jol_document_kind_from_string (const char *word, JolDocumentKind *kind_out);

G_END_DECLS
