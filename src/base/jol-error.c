/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-error.h"

G_DEFINE_QUARK (jol - story - error - quark, jol_story_error)
G_DEFINE_QUARK (jol - export - error - quark, jol_export_error)
G_DEFINE_QUARK (jol - basemap - error - quark, jol_basemap_error)
G_DEFINE_QUARK (jol - cli - error - quark, jol_cli_error)
