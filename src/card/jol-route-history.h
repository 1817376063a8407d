/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-card-page.h"

G_BEGIN_DECLS

/* The section with a route's histories: status, capacity, direction and interruptions. */
void jol_route_history_add (JolCardPage *page);

G_END_DECLS
