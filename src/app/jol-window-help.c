/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The windows about the program, and of its preferences. */
#include "config.h"

#include "jol-preferences.h"
#include "jol-shortcuts.h"
#include "jol-window-private.h"

#include <glib/gi18n.h>

void
jol_window_show_shortcuts (JolWindow *self)
{
  gtk_window_present (GTK_WINDOW (jol_shortcuts_new (GTK_WINDOW (self))));
}

void
jol_window_show_about (JolWindow *self)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  adw_about_window_set_application_icon (about, APPLICATION_ID);
  adw_about_window_set_application_name (about, "Jol");
  adw_about_window_set_version (about, VERSION);
  adw_about_window_set_comments (
      about, _ ("Read, see and question a story on a map and through time. The story inside tells "
                "how Central Asia turned from one neighbour’s pipes and summits to many partners, "
                "1991 to 2025."));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_developer_name (about, _ ("The Jol contributors"));
  adw_about_window_set_copyright (about, "© 2026 The Jol contributors");
  /* Translators: one name a line */
  adw_about_window_set_translator_credits (about, _ ("translator-credits"));

  adw_about_window_add_legal_section (
      about, _ ("Base map"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Made with Natural Earth: land, countries, borders, lakes, rivers, inner borders, claims. "
         "Public domain.\n\nRelief: SRTM, NASA/JPL. Public domain."));
  adw_about_window_add_legal_section (
      about, _ ("Borders"), NULL, GTK_LICENSE_CUSTOM,
      _ ("The map takes no side. Fills follow the United Nations’ view where there is one; lines "
         "of those who hold the ground stay. A border that is not agreed is dashed. Leases, "
         "breakaway lines and claims are dotted. Disputed areas are hatched.\n\nThe base map "
         "shows one state, that of 2025, whatever the date. No front line is drawn in "
         "Ukraine.\n\nEach choice is in a table with its reason and its source: "
         "data/basemap/disputed.tsv."));
  adw_about_window_add_legal_section (
      about, _ ("Names on the map"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Names of countries: Unicode CLDR (Unicode-3.0).\n\nNames of towns: GNOME libgweather and "
         "KStars (GPL-2.0-or-later).\n\nNames of seas, lakes, ranges and deserts: written for "
         "Jol."));
  adw_about_window_add_legal_section (
      about, _ ("The story’s facts"), NULL, GTK_LICENSE_CUSTOM,
      _ ("The story answers “Kazakhstan is Forging Its Own Path” by Harun Karčić (RUSI, May 2023); "
         "summaries, notes, claims and articles are written for Jol.\n\nPositions of routes "
         "checked "
         "against Global Energy Monitor, Global Gas and Oil Infrastructure Trackers (CC BY "
         "4.0).\n\nPopulation and gross domestic product: World Bank, World Development Indicators "
         "(CC BY 4.0).\n\nEvery other figure, date and statement names its sources where it is "
         "shown."));

  gtk_window_set_transient_for (GTK_WINDOW (about), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

void
jol_window_show_preferences (JolWindow *self)
{
  /* One, and hidden in between: libadwaita 1.2 keeps the rows of each that has gone, a quarter of a
   * megabyte. */
  if (!self->preferences)
    {
      g_set_weak_pointer (&self->preferences,
                          jol_preferences_new (self, jol_state_get_settings (self->state)));
      gtk_window_set_hide_on_close (GTK_WINDOW (self->preferences), TRUE);
    }
  gtk_window_present (GTK_WINDOW (self->preferences));
}
