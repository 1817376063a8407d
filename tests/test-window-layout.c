/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-ui.h"
#include "jol-window-layout.h"

typedef struct
{
  GtkWidget *window;
  JolWindowLayout *layout;
} Fixture;

static void
show (Fixture *fixture, int width_px)
{
  const char *types[JOL_N_PANES] = { "timeline", "map", "reader" };
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  fixture->layout = g_object_new (JOL_TYPE_WINDOW_LAYOUT, NULL);
  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      GTK_BUILDABLE_GET_IFACE (fixture->layout)
          ->add_child (GTK_BUILDABLE (fixture->layout), builder, G_OBJECT (pane), types[i]);
    }
  fixture->window = jol_test_show (GTK_WIDGET (fixture->layout), width_px, 600);
}

static void
tear_down (Fixture *fixture)
{
  jol_test_destroy_window (fixture->window);
}

static gboolean
is_mapped (Fixture *fixture, JolPane pane)
{
  return gtk_widget_get_mapped (jol_window_layout_get_pane (fixture->layout, pane));
}

static int
get_width (Fixture *fixture, JolPane pane)
{
  return gtk_widget_get_width (jol_window_layout_get_pane (fixture->layout, pane));
}

static void
test_wide (void)
{
  Fixture fixture;
  guint notified;

  show (&fixture, 1280);
  g_assert_cmpint (jol_window_layout_get_fold (fixture.layout), ==, JOL_FOLD_WIDE);
  g_assert_true (is_mapped (&fixture, JOL_PANE_TIMELINE));
  g_assert_true (is_mapped (&fixture, JOL_PANE_READER));
  g_assert_cmpint (get_width (&fixture, JOL_PANE_TIMELINE), ==, JOL_TIMELINE_WIDTH_PX);
  g_assert_cmpint (get_width (&fixture, JOL_PANE_READER), ==, JOL_READER_WIDTH_PX);
  g_assert_cmpint (get_width (&fixture, JOL_PANE_MAP), ==,
                   gtk_widget_get_width (GTK_WIDGET (fixture.layout)) - JOL_TIMELINE_WIDTH_PX -
                       JOL_READER_WIDTH_PX);

  jol_test_count_notify (fixture.layout, "show-reader", &notified);
  jol_window_layout_set_shown (fixture.layout, JOL_PANE_READER, FALSE);
  jol_window_layout_set_shown (fixture.layout, JOL_PANE_READER, FALSE);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_false (jol_window_layout_get_shown (fixture.layout, JOL_PANE_READER));
  jol_test_wait_until (!is_mapped (&fixture, JOL_PANE_READER));
  jol_test_wait_until (get_width (&fixture, JOL_PANE_MAP) ==
                       gtk_widget_get_width (GTK_WIDGET (fixture.layout)) - JOL_TIMELINE_WIDTH_PX);

  /* The map stays whatever happens. */
  jol_window_layout_set_shown (fixture.layout, JOL_PANE_MAP, FALSE);
  g_assert_true (jol_window_layout_get_shown (fixture.layout, JOL_PANE_MAP));
  tear_down (&fixture);
}

static void
test_medium (void)
{
  Fixture fixture;

  show (&fixture, 800);
  g_assert_cmpint (jol_window_layout_get_fold (fixture.layout), ==, JOL_FOLD_MEDIUM);
  g_assert_true (is_mapped (&fixture, JOL_PANE_TIMELINE));
  g_assert_true (is_mapped (&fixture, JOL_PANE_MAP));
  g_assert_false (is_mapped (&fixture, JOL_PANE_READER));

  jol_window_layout_set_shown (fixture.layout, JOL_PANE_READER, TRUE);
  jol_test_wait_until (is_mapped (&fixture, JOL_PANE_READER));
  g_assert_false (is_mapped (&fixture, JOL_PANE_TIMELINE));
  g_assert_true (is_mapped (&fixture, JOL_PANE_MAP));
  g_assert_false (jol_window_layout_get_shown (fixture.layout, JOL_PANE_TIMELINE));
  /* Folded away is not unwanted. */
  g_assert_true (jol_window_layout_get_wanted (fixture.layout, JOL_PANE_TIMELINE));

  jol_window_layout_set_shown (fixture.layout, JOL_PANE_READER, FALSE);
  jol_test_wait_until (!is_mapped (&fixture, JOL_PANE_READER));
  tear_down (&fixture);
}

static void
test_narrow (void)
{
  Fixture fixture;

  show (&fixture, 360);
  g_assert_cmpint (gtk_widget_get_width (fixture.window), <=, 360);
  g_assert_cmpint (jol_window_layout_get_fold (fixture.layout), ==, JOL_FOLD_NARROW);
  g_assert_true (is_mapped (&fixture, JOL_PANE_MAP));
  g_assert_cmpint (get_width (&fixture, JOL_PANE_MAP), ==,
                   gtk_widget_get_width (GTK_WIDGET (fixture.layout)));
  g_assert_false (is_mapped (&fixture, JOL_PANE_TIMELINE));
  g_assert_false (is_mapped (&fixture, JOL_PANE_READER));

  jol_window_layout_set_shown (fixture.layout, JOL_PANE_READER, TRUE);
  jol_test_wait_until (is_mapped (&fixture, JOL_PANE_READER));
  g_assert_false (is_mapped (&fixture, JOL_PANE_MAP));
  jol_window_layout_go_to_map (fixture.layout);
  jol_test_wait_until (is_mapped (&fixture, JOL_PANE_MAP));
  tear_down (&fixture);
}

static void
test_widths (void)
{
  Fixture fixture;

  show (&fixture, 1280);
  jol_window_layout_set_width (fixture.layout, JOL_PANE_TIMELINE, 333);
  jol_test_wait_until (get_width (&fixture, JOL_PANE_TIMELINE) == 333);
  jol_window_layout_set_width (fixture.layout, JOL_PANE_TIMELINE, 1);
  jol_test_wait_until (get_width (&fixture, JOL_PANE_TIMELINE) == 220);
  /* The map keeps its own. */
  jol_window_layout_set_width (fixture.layout, JOL_PANE_READER, 5000);
  jol_test_wait_until (get_width (&fixture, JOL_PANE_READER) > JOL_READER_WIDTH_PX);
  g_assert_cmpint (get_width (&fixture, JOL_PANE_MAP), >=, 320);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/window-layout/wide", test_wide);
  g_test_add_func ("/window-layout/medium", test_medium);
  g_test_add_func ("/window-layout/narrow", test_narrow);
  g_test_add_func ("/window-layout/widths", test_widths);

  return jol_test_run ();
}
