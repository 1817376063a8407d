/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The actions of a window, with whatever parameter the session bus brings: a line is the name of an
 * action and a parameter, of the type that the action takes (GTK turns others down). The window is
 * the real one, and lives as long as the search does.
 */
#include "config.h"
#include "fuzz.h"

#include "jol-actions.h"
#include "jol-resources.h"
#include "jol-story-loader.h"
#include "jol-window.h"

#include <string.h>

#define MAX_LINES 16

/* These write files, hand work to printers, or open a window each, over which nothing is asked. */
static const char *const left_out[] = {
  "export",        "print",       "print-timeline", "print-article", "copy-image",
  "export-dialog", "open-dialog", "preferences",    "shortcuts",     NULL,
};

static JolWindow *
get_window (void)
{
  static JolWindow *window;

  if (!window)
    {
      g_autoptr (JolStory) story = NULL;

      adw_init ();
      g_resources_register (jol_resources_get_resource ());
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
      story = jol_story_load_bundled ();
      window = jol_window_new (NULL);
      jol_session_set_story (jol_window_get_session (window), story);
      gtk_window_present (GTK_WINDOW (window));
    }
  return window;
}

static GVariant *
read_parameter (const GVariantType *type, const char *text)
{
  const char *wanted = g_variant_type_peek_string (type);
  double numbers[3] = { 0 };
  char *end = (char *) text;

  if (g_str_equal (wanted, "s"))
    return g_variant_new_string (text);
  if (g_str_equal (wanted, "b"))
    return g_variant_new_boolean (*text == 't');
  if (g_str_equal (wanted, "i"))
    return g_variant_new_int32 ((gint32) g_ascii_strtoll (text, NULL, 10));

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = g_ascii_strtod (end, &end);
  if (g_str_equal (wanted, "(dd)"))
    return g_variant_new ("(dd)", numbers[0], numbers[1]);
  g_assert_cmpstr (wanted, ==, "(ddd)");
  return g_variant_new ("(ddd)", numbers[0], numbers[1], numbers[2]);
}

static void
run_line (GActionGroup *group, char *line)
{
  char *space = strchr (line, ' ');
  const char *parameter = space ? space + 1 : "";
  const GVariantType *type;

  if (space)
    *space = '\0';
  if (!g_action_group_has_action (group, line) || g_strv_contains (left_out, line))
    return;

  type = g_action_group_get_action_parameter_type (group, line);
  if (!g_action_group_get_action_enabled (group, line))
    return;
  if (type)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (read_parameter (type, parameter));

      /* The bus offers both for an action with a state. */
      if (g_action_group_get_action_state_type (group, line))
        g_action_group_change_action_state (group, line, value);
      g_action_group_activate_action (group, line, value);
    }
  else
    g_action_group_activate_action (group, line, NULL);
}

static void
check_session (JolSession *session)
{
  const JolSpan *time = jol_story_get_time (jol_session_get_story (session));
  const JolDate *date = jol_session_get_date (session);

  g_assert_cmpint (jol_date_last_day (date), >=, jol_date_first_day (&time->from));
  g_assert_cmpint (jol_date_first_day (date), <=, jol_date_last_day (&time->to));
  g_assert_true (jol_viewport_is_valid (jol_session_get_viewport (session)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  JolWindow *window = get_window ();
  g_auto (GStrv) lines = NULL;

  /* A bus lets no other string pass. */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  lines = g_strsplit (text, "\n", MAX_LINES);
  for (guint i = 0; lines[i]; i++)
    {
      run_line (G_ACTION_GROUP (window), lines[i]);
      check_session (jol_window_get_session (window));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  check_session (jol_window_get_session (window));
  return 0;
}
