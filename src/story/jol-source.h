/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-entity.h"

G_BEGIN_DECLS

#define JOL_TYPE_SOURCE (jol_source_get_type ())
G_DECLARE_FINAL_TYPE (JolSource, jol_source, JOL, SOURCE, JolEntity)

const char *jol_source_get_publisher (JolSource *self); /* or NULL */
const JolDate *jol_source_get_date (JolSource *self);   /* may be unset */
const char *jol_source_get_url (JolSource *self);       /* http or https, or NULL */

/* "Title, Publisher, 22 February 2023", plain text. */
char *jol_source_format (JolSource *self, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
