/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all claims, which takes the article's place for as long as one wants it. */
#include "config.h"

#include "jol-window-private.h"

static void
claims_wanted_cb (JolWindow *self, const char *id)
{
  jol_window_show_claims (self, TRUE);
  if (id)
    jol_claims_page_reveal (self->claims, id);
}

static void
closed_cb (JolWindow *self)
{
  jol_window_show_claims (self, FALSE);
}

static void
claims_changed_cb (JolWindow *self)
{
  const gboolean had_keys = jol_window_has_focus_in (self, self->reading);
  const gboolean show = jol_session_get_claims (self->session);

  /* Not a stack: GTK 4.8 tells screen readers of what that hides. */
  gtk_widget_set_visible (show ? GTK_WIDGET (self->claims) : GTK_WIDGET (self->reader), TRUE);
  gtk_widget_set_visible (show ? GTK_WIDGET (self->reader) : GTK_WIDGET (self->claims), FALSE);
  /* The keys go where one looks; but not away from another pane, when that is what closed it, or a
   * step of history that brings it back. */
  if (show && (had_keys || jol_session_get_origin (self->session) != JOL_ORIGIN_HISTORY))
    gtk_widget_grab_focus (GTK_WIDGET (self->claims));
  else if (!show && had_keys && !gtk_widget_grab_focus (GTK_WIDGET (self->reader)))
    gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
  g_object_notify (G_OBJECT (self), "claims");
}

void
jol_window_init_claims (JolWindow *self)
{
  jol_claims_page_set_session (self->claims, self->session);
  jol_claims_page_set_style (self->claims, jol_reader_get_style (self->reader));
  g_signal_connect_object (self->reader, "claims-wanted", G_CALLBACK (claims_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->claims, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::claims", G_CALLBACK (claims_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

gboolean
jol_window_get_claims (JolWindow *self)
{
  return jol_session_get_claims (self->session);
}

void
jol_window_show_claims (JolWindow *self, gboolean show)
{
  if (show)
    jol_window_layout_set_shown (self->layout, JOL_PANE_READER, TRUE);
  jol_session_set_claims (self->session, show, JOL_ORIGIN_APP);
}

void
jol_window_show_article (JolWindow *self)
{
  jol_window_show_claims (self, FALSE);
  jol_window_layout_set_shown (self->layout, JOL_PANE_READER, TRUE);
}
