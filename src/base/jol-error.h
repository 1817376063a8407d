/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Every error domain of Jol in one place, so that a code is never invented twice. */

#define JOL_STORY_ERROR (jol_story_error_quark ())
GQuark jol_story_error_quark (void);

typedef enum
{
  JOL_STORY_ERROR_READ,    /* could not be read at all: missing, no permission, too large */
  JOL_STORY_ERROR_INVALID, /* was read, and has errors: they are in the list of problems */
} JolStoryError;

#define JOL_EXPORT_ERROR (jol_export_error_quark ())
GQuark jol_export_error_quark (void);

typedef enum
{
  JOL_EXPORT_ERROR_SIZE,  /* the asked size is zero, negative or beyond what an image can be */
  JOL_EXPORT_ERROR_WRITE, /* the file could not be written */
} JolExportError;

#define JOL_BASEMAP_ERROR (jol_basemap_error_quark ())
GQuark jol_basemap_error_quark (void);

typedef enum
{
  JOL_BASEMAP_ERROR_MISSING, /* a level's file is not in the program */
  JOL_BASEMAP_ERROR_FORMAT,  /* a level's file is not what make-basemap.py writes */
} JolBasemapError;

#define JOL_CLI_ERROR (jol_cli_error_quark ())
GQuark jol_cli_error_quark (void);

typedef enum
{
  JOL_CLI_ERROR_USAGE,     /* the command itself is wrong */
  JOL_CLI_ERROR_NOT_FOUND, /* the story has nothing of that id */
} JolCliError;
