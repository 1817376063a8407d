/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-links.h"

#include "jol-country.h"

typedef struct
{
  JolSession *session;
  char *id;
  JolOrigin origin;
} Choice;

/* For the link at a place in markup, both counted in characters of the text. */
typedef struct
{
  gsize wanted;
  gsize at;
  gsize begin;   /* of the link that is open */
  char *address; /* of the same */
  char *found;
} LinkSearch;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->session);
  g_free (choice->id);
  g_free (choice);
}

static JolOrigin
get_origin (GtkWidget *label)
{
  return (JolOrigin) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "origin"));
}

static gboolean
choose_cb (gpointer data)
{
  Choice *choice = data;

  jol_session_select (choice->session, choice->id, choice->origin);
  return G_SOURCE_REMOVE;
}

static gboolean
link_activated_cb (GtkLabel *label, const char *address, JolSession *session)
{
  Choice *choice = g_new0 (Choice, 1);

  /* Not at once: GtkLabel goes on with its gesture and its link after the signal, and a choice may
   * change its text or end it. */
  choice->session = g_object_ref (session);
  choice->id = g_strdup (address);
  choice->origin = get_origin (GTK_WIDGET (label));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, choose_cb, choice, free_choice);
  return TRUE;
}

static void
pointer_moved_cb (GtkEventControllerMotion *motion, double x, double y, JolSession *session)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));

  jol_session_set_hover (session, gtk_label_get_current_uri (GTK_LABEL (label)),
                         get_origin (label));
}

/* By pointer or keys. */
static void
left_cb (GtkEventController *controller, JolSession *session)
{
  GtkWidget *label = gtk_event_controller_get_widget (controller);

  jol_session_set_hover (session, NULL, get_origin (label));
}

static void
element_started_cb (GMarkupParseContext *context,
                    const char *element,
                    const char **names,
                    const char **values,
                    gpointer data,
                    GError **error)
{
  LinkSearch *search = data;

  if (!g_str_equal (element, "a"))
    return;
  search->begin = search->at;
  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], "href"))
      {
        g_free (search->address);
        search->address = g_strdup (values[i]);
      }
}

static void
element_ended_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  LinkSearch *search = data;

  if (g_str_equal (element, "a") && search->begin <= search->wanted && search->wanted < search->at)
    {
      g_free (search->found);
      search->found = g_steal_pointer (&search->address);
    }
}

static void
text_read_cb (GMarkupParseContext *context,
              const char *text,
              gsize length,
              gpointer data,
              GError **error)
{
  LinkSearch *search = data;

  search->at += (gsize) g_utf8_strlen (text, (gssize) length);
}

/* The address of the link that has the keys, or NULL. GTK 4.8 tells it as the current one, newer
 * GTK only when the text can be selected; but the cursor, which nobody sees, is in it. */
static char *
find_focused_link (GtkLabel *label)
{
  const GMarkupParser parser = { .start_element = element_started_cb,
                                 .end_element = element_ended_cb,
                                 .text = text_read_cb };
  g_autoptr (GMarkupParseContext) context = NULL;
  LinkSearch search = { 0 };
  int cursor;

  if (gtk_label_get_selection_bounds (label, &cursor, NULL))
    return NULL;
  search.wanted = (gsize) cursor;
  context = g_markup_parse_context_new (&parser, 0, &search, NULL);
  if (!g_markup_parse_context_parse (context, "<markup>", -1, NULL) ||
      !g_markup_parse_context_parse (context, gtk_label_get_label (label), -1, NULL) ||
      !g_markup_parse_context_parse (context, "</markup>", -1, NULL))
    g_clear_pointer (&search.found, g_free);
  g_free (search.address);
  return search.found;
}

/* GtkLabel does not tell when another of its links gets the keys: asked after each key. */
static void
key_released_cb (GtkEventControllerKey *keys,
                 guint keyval,
                 guint keycode,
                 GdkModifierType state,
                 gpointer data)
{
  JolSession *session = data;
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  g_autofree char *id = find_focused_link (GTK_LABEL (label));

  jol_session_set_hover (session, id, get_origin (label));
}

GtkWidget *
jol_links_new (JolSession *session, JolOrigin origin)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (label), "origin", GINT_TO_POINTER (origin));
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_activated_cb), session, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (pointer_moved_cb), session, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), session, 0);
  gtk_widget_add_controller (label, motion);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), session, 0);
  gtk_widget_add_controller (label, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), session, 0);
  gtk_widget_add_controller (label, focus);
  return label;
}

void
jol_links_append (GString *markup, JolStory *story, const char *id, const char *language)
{
  JolEntity *entity = jol_story_lookup (story, id);
  g_autofree char *address = g_markup_escape_text (id, -1);
  g_autofree char *name = NULL;

  if (!entity)
    {
      name = g_markup_escape_text (jol_country_get_name (id, language), -1);
      g_string_append (markup, name);
      return;
    }

  name = g_markup_escape_text (jol_entity_get_title (entity, language), -1);
  g_string_append_printf (markup, "<a href=\"%s\">" JOL_LINKS_OPAQUE ("%s") "</a>", address, name);
}

void
jol_links_append_all (GString *markup,
                      JolStory *story,
                      const char *const *ids,
                      const char *separator,
                      const char *language)
{
  for (guint i = 0; ids[i]; i++)
    {
      if (i > 0)
        g_string_append (markup, separator);
      jol_links_append (markup, story, ids[i], language);
    }
}
