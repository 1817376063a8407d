/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-actions.h"
#include "jol-story-loader.h"
#include "jol-test-ui.h"
#include "jol-window.h"

#include <math.h>
#include <string.h>

typedef struct
{
  JolWindow *window;
  JolSession *session;
  GActionGroup *group;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  fixture->window = jol_window_new (NULL);
  fixture->session = jol_window_get_session (fixture->window);
  fixture->group = G_ACTION_GROUP (fixture->window);
  jol_session_set_story (fixture->session, story);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (GTK_WIDGET (fixture->window));
}

static char *
get_state (Fixture *fixture, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (fixture->group, name);

  g_assert_nonnull (state);
  return g_variant_print (state, FALSE);
}

static void
activate (Fixture *fixture, const char *name, const char *parameter)
{
  g_autoptr (GError) error = NULL;
  GVariant *value = NULL;

  if (parameter)
    value = g_variant_parse (g_action_group_get_action_parameter_type (fixture->group, name),
                             parameter, NULL, NULL, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (fixture->group, name, value);
}

#define assert_state(fixture, name, expected)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *jol_state = NULL;                                                             \
                                                                                                   \
    jol_test_wait_until ((g_free (jol_state), jol_state = get_state (fixture, name),               \
                          g_strcmp0 (jol_state, expected) == 0));                                  \
  }                                                                                                \
  G_STMT_END

static void
test_accelerators (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) accels = NULL;

      g_assert_true ((rows[i].accels != NULL) == (rows[i].label != NULL));
      g_assert_true ((rows[i].accels != NULL) == (rows[i].group != NULL));
      if (!rows[i].accels)
        continue;
      /* A key hands over no parameter. */
      g_assert_null (rows[i].parameter);
      accels = g_strsplit (rows[i].accels, " ", -1);
      for (guint j = 0; accels[j]; j++)
        {
          guint key;
          GdkModifierType modifiers;
          char *name;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &modifiers));
          name = gtk_accelerator_name (key, modifiers);
          if (!g_hash_table_add (seen, name))
            g_error ("%s: a second row has %s", rows[i].name, accels[j]);
        }
    }
}

static void
test_groups (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  /* The shortcuts window opens a group once. */
  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].group && g_strcmp0 (rows[i].group, last) != 0)
        {
          last = rows[i].group;
          g_assert_true (g_hash_table_add (seen, (char *) last));
        }
    }
}

static void
test_readme (void)
{
  g_autofree char *path = jol_test_dup_path ("..", "README.md", NULL);
  g_autofree char *readme = jol_test_read_file (path);
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *quoted = g_strdup_printf ("`%s`", rows[i].name);

      if (!strstr (readme, quoted))
        g_error ("README.md does not list %s", rows[i].name);
    }
}

static void
test_rows_answer (Fixture *fixture, gconstpointer data)
{
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const char *name = rows[i].name + strlen ("win.");
      const GVariantType *type;
      g_autoptr (GVariant) state = NULL;

      if (!g_str_has_prefix (rows[i].name, "win."))
        continue;
      g_assert_true (g_action_group_has_action (fixture->group, name));
      type = g_action_group_get_action_parameter_type (fixture->group, name);
      g_assert_cmpstr (type ? g_variant_type_peek_string (type) : NULL, ==, rows[i].parameter);
      state = g_action_group_get_action_state (fixture->group, name);
      g_assert_true ((state != NULL) == (rows[i].state != NULL));
    }
}

static void
test_states_follow (Fixture *fixture, gconstpointer data)
{
  JolDate date = { .year = 2009, .month = 12 };

  assert_state (fixture, "select", "''");
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  assert_state (fixture, "select", "'cpc'");
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_STRIP);
  assert_state (fixture, "date", "'2009-12'");
  jol_session_set_playing (fixture->session, TRUE);
  assert_state (fixture, "play", "true");
}

static void
test_run (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "select", "'tengiz'");
  assert_state (fixture, "select", "'tengiz'");
  activate (fixture, "date", "'2001-10-13'");
  assert_state (fixture, "date", "'2001-10-13'");
  activate (fixture, "span", "'2001..2014'");
  assert_state (fixture, "span", "'2001..2014'");
  activate (fixture, "filter", "'visit,statement'");
  assert_state (fixture, "filter", "'visit,statement'");
  activate (fixture, "viewport", "(43.25, 76.9, 6.0)");
  assert_state (fixture, "viewport", "(43.25, 76.900000000000006, 6.0)");
  activate (fixture, "follow-text", "false");
  assert_state (fixture, "follow-text", "false");
  activate (fixture, "theme", "'dark'");
  assert_state (fixture, "theme", "'dark'");
  activate (fixture, "theme", "'system'");
  activate (fixture, "toggle-play", NULL);
  assert_state (fixture, "play", "true");

  /* Escape, one step at a time. */
  activate (fixture, "clear", NULL);
  assert_state (fixture, "play", "false");
  assert_state (fixture, "select", "'tengiz'");
  activate (fixture, "clear", NULL);
  assert_state (fixture, "select", "''");
  assert_state (fixture, "span", "'2001..2014'");
  activate (fixture, "clear", NULL);
  assert_state (fixture, "span", "''");
}

static void
test_set_state (Fixture *fixture, gconstpointer data)
{
  g_action_group_change_action_state (fixture->group, "select", g_variant_new_string ("cpc"));
  assert_state (fixture, "select", "'cpc'");
  g_action_group_change_action_state (fixture->group, "select", g_variant_new_string ("nobody"));
  assert_state (fixture, "select", "'cpc'");
}

static void
test_bad_parameters (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *name;
    const char *parameter;
  } bad[] = {
    { "select", "'no-such-thing'" },
    { "select", "'<b>&'" },
    { "hover", "'no-such-thing'" },
    { "date", "'2009-13'" },
    { "date", "''" },
    { "span", "'2009'" },
    { "span", "'2010..2009'" },
    { "article", "'no-such-article'" },
    { "article", "''" },
    { "filter", "'summits'" },
    { "chart", "'cpc'" },
    { "theme", "'blue'" },
    { "viewport", "(91.0, 0.0, 5.0)" },
    { "viewport", "(0.0, 0.0, 99.0)" },
    { "export", "''" },
    { "export", "'picture.gif'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GVariant) before = g_action_group_get_action_state (fixture->group, bad[i].name);
      g_autoptr (GVariant) after = NULL;

      activate (fixture, bad[i].name, bad[i].parameter);
      after = g_action_group_get_action_state (fixture->group, bad[i].name);
      g_assert_true (!before || g_variant_equal (before, after));
    }
  /* Not a number compares with nothing, so it must be told apart on purpose. */
  g_action_group_activate_action (fixture->group, "viewport",
                                  g_variant_new ("(ddd)", NAN, 0.0, 5.0));
  g_assert_false (isnan (jol_session_get_viewport (fixture->session)->latitude));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_throttled (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect_swapped (fixture->group, "action-state-changed::date", G_CALLBACK (count_cb),
                            &count);
  for (int month = 1; month <= 12; month++)
    {
      JolDate date = { .year = 2010, .month = (guint8) month };

      jol_session_set_date (fixture->session, &date, JOL_ORIGIN_STRIP);
    }
  assert_state (fixture, "date", "'2010-12'");
  g_assert_cmpuint (count, >=, 1);
  g_assert_cmpuint (count, <=, 2);
}

static void
test_history_enabled (Fixture *fixture, gconstpointer data)
{
  g_assert_false (g_action_group_get_action_enabled (fixture->group, "back"));
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_true (g_action_group_get_action_enabled (fixture->group, "back"));
  g_assert_false (g_action_group_get_action_enabled (fixture->group, "forward"));
  activate (fixture, "back", NULL);
  assert_state (fixture, "select", "''");
  g_assert_true (g_action_group_get_action_enabled (fixture->group, "forward"));
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/actions/accelerators", test_accelerators);
  g_test_add_func ("/actions/groups", test_groups);
  g_test_add_func ("/actions/readme", test_readme);
  g_test_add ("/actions/rows-answer", Fixture, NULL, set_up, test_rows_answer, tear_down);
  g_test_add ("/actions/states-follow", Fixture, NULL, set_up, test_states_follow, tear_down);
  g_test_add ("/actions/run", Fixture, NULL, set_up, test_run, tear_down);
  g_test_add ("/actions/set-state", Fixture, NULL, set_up, test_set_state, tear_down);
  g_test_add ("/actions/bad-parameters", Fixture, NULL, set_up, test_bad_parameters, tear_down);
  g_test_add ("/actions/throttled", Fixture, NULL, set_up, test_throttled, tear_down);
  g_test_add ("/actions/history-enabled", Fixture, NULL, set_up, test_history_enabled, tear_down);

  return jol_test_run ();
}
