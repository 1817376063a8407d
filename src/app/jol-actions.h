/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _JolWindow JolWindow;

/*
 * Everything Jol can be told, one row each. The actions on the bus, the accelerators and the
 * shortcuts window are made from this table, so they cannot disagree; README lists its names.
 */
typedef struct
{
  const char *name;      /* "win.select": as GTK and the bus show it */
  const char *parameter; /* a GVariant type, or NULL */
  const char
      *state; /* the property of the session, or else of the window, that is its state; or NULL */
  const char *accels; /* separated by spaces, or NULL */
  const char *group;  /* heading in the shortcuts window, or NULL: not listed there */
  const char *label;  /* what it does, for people; or NULL where no key does it */
  void (*run) (JolWindow *window, GVariant *parameter);
} JolActionRow;

const JolActionRow *jol_actions_get_rows (guint *n_out);

/* Whether a key acts only while no text is being typed and nothing nearer wants it: a key without
 * Ctrl or Alt that types or moves. Others are accelerators of the application. */
gboolean jol_actions_accel_is_plain (const char *accel);

G_END_DECLS
