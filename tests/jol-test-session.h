/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"

/* A session that has the small story open (jol-test-story.h), for g_test_add(). */
typedef struct
{
  JolStory *story;
  JolSession *session;
} JolTestSession;

void jol_test_session_set_up (JolTestSession *fixture, gconstpointer data);

/* Both are finalized here, or the test fails. */
void jol_test_session_tear_down (JolTestSession *fixture, gconstpointer data);

/* @iso must be a date: "2009-12". */
void jol_test_session_set_date (JolSession *session, const char *iso, JolOrigin origin);
void jol_test_session_assert_date (JolSession *session, const char *iso);

#define jol_test_session_add(path, function)                                                       \
  g_test_add (path, JolTestSession, NULL, jol_test_session_set_up, function,                       \
              jol_test_session_tear_down)
