/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-entity.h"

G_BEGIN_DECLS

/* What a thing is at a date, in one line under its name: "Oil · operating · July 2022"; "" for what
 * its name says enough of. Main thread only. */
char *jol_kind_line_format (JolEntity *entity,
                            const JolDate *date,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
