/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* Where a thing is, with so much round it that one sees where on the Earth that is; of a claim,
 * where the things are that it is about. Empty for what is nowhere. */
JolBox jol_subject_box (JolStory *story, JolEntity *entity);

G_END_DECLS
