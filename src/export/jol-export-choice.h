/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document-write.h"
#include "jol-export-extent.h"
#include "jol-export-frames.h"
#include "jol-paper.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* Of a picture; what is laid out on paper has a JolPaperSize. */
typedef enum
{
  JOL_EXPORT_SIZE_VIEW, /* as on the screen */
  JOL_EXPORT_SIZE_SLIDE,
  JOL_EXPORT_SIZE_4K,
  JOL_EXPORT_SIZE_SQUARE,
  JOL_EXPORT_SIZE_A4, /* ISO 216, for print */
  JOL_EXPORT_SIZE_CUSTOM,
} JolExportSize;
#define JOL_N_EXPORT_SIZES 6

#define JOL_EXPORT_MIN_SIDE_PX 64
#define JOL_EXPORT_PRINT_DPI 300.0

/* JolExportChoice: what a person has chosen to export, and how. A plain value; it holds for any
 * view of any story. */
typedef struct
{
  JolDocumentKind kind;
  JolExportFormat format;
  gboolean has_frames; /* a map through time, one picture after another */
  JolFramesFormat frames;
  JolPrecision unit; /* of the step between two frames */
  int step;
  double fps; /* of an animation */
  JolExportSize size;
  JolPaperSize paper;
  gboolean is_landscape;   /* of A4, and of paper */
  int width_px, height_px; /* of a custom size */
  double text_scale;       /* how large text and lines are; 1 is usual for the size */
  JolTheme theme;
  const char *language; /* BCP 47, interned; NULL: that of the program */
  gboolean is_transparent;
  gboolean has_world_file;
  gboolean has_title;
  gboolean has_legend;
  gboolean has_scale; /* the bar on a map */
  gboolean has_credits;
} JolExportChoice;

/* Parts that are not in everything. */
typedef enum
{
  JOL_EXPORT_PART_SCALE, /* the bar */
  JOL_EXPORT_PART_TEXT_SCALE,
  JOL_EXPORT_PART_TITLE,
  JOL_EXPORT_PART_WORLD_FILE,
} JolExportPart;

/* From and to the program's settings. @desktop is the theme while none has been chosen. @settings
 * may be NULL: then it is what is usual, and nothing is kept. */
void jol_export_choice_load (JolExportChoice *self, GSettings *settings, JolTheme desktop);
void jol_export_choice_save (const JolExportChoice *self, GSettings *settings, JolTheme desktop);

/* Whether it is laid out on paper, in points. */
gboolean jol_export_choice_is_paper (const JolExportChoice *self);
/* Of a picture; the view is what is on the screen. */
JolExportExtent
jol_export_choice_measure (const JolExportChoice *self, int view_width_px, int view_height_px);
/* Why a part cannot be there, in a sentence for a person; NULL when it can. */
const char *jol_export_choice_explain (const JolExportChoice *self, JolExportPart part);

const char *jol_export_choice_get_language (const JolExportChoice *self);
JolDocumentLook jol_export_choice_get_look (const JolExportChoice *self);
JolPaintPasses jol_export_choice_get_passes (const JolExportChoice *self);
/* Of the document that was made of this choice; @extent is not looked at for paper. */
JolExportOptions jol_export_choice_get_options (const JolExportChoice *self,
                                                const JolExportExtent *extent);

/* How a name of it ends: ".png" */
const char *jol_export_choice_get_suffix (const JolExportChoice *self);

/* What a file of it may well be called: "jol-cpc-2022-07.png". Only letters of ASCII, digits and
 * hyphens. */
char *jol_export_choice_suggest_name (const JolExportChoice *self,
                                      JolSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
