/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-card-page.h"

#include "jol-figure.h"

typedef struct
{
  GtkWidget *sections;
  JolSession *session;
  JolStory *story; /* holds what the page has borrowed of it */
  JolEntity *entity;
  GPtrArray *sources; /* of JolSource, borrowed from the story */
} JolCardPagePrivate;

enum
{
  PROP_SESSION = 1,
  PROP_ENTITY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JolCardPage, jol_card_page, GTK_TYPE_WIDGET)

static JolCardPagePrivate *
get_private (JolCardPage *self)
{
  return jol_card_page_get_instance_private (self);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* In a script that no font here has, a name would be a row of boxes. */
static gboolean
has_letters_of (JolCardPage *self, const char *name)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);

  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

/* Names that are not the one shown and that can be read, each once: Russian and English first,
 * because most readers of another language read one of them. */
static GPtrArray *
collect_other_names (JolCardPage *self, const char *shown)
{
  JolEntity *entity = get_private (self)->entity;
  const JolText *text = jol_entity_get_title_text (entity);
  GPtrArray *names = g_ptr_array_new ();
  const char *first[] = { jol_text_lookup (text, "ru"), jol_text_lookup (text, "en") };

  for (guint i = 0; i < G_N_ELEMENTS (first) + jol_text_get_n_languages (text); i++)
    {
      const char *name = i < G_N_ELEMENTS (first) ? first[i] : NULL;

      if (i >= G_N_ELEMENTS (first))
        jol_text_get_language (text, i - G_N_ELEMENTS (first), &name);
      if (name && !g_str_equal (name, shown) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL) &&
          has_letters_of (self, name))
        g_ptr_array_add (names, (gpointer) name);
    }

  return names;
}

/* A place is known by all its names; a line has one more at most. */
static void
add_names (JolCardPage *self)
{
  JolEntity *entity = get_private (self)->entity;
  const char *title = jol_entity_get_title (entity, jol_card_page_get_language (self));
  g_autoptr (GPtrArray) others = collect_other_names (self, title);
  GString *line;

  jol_card_page_append (self, make_label (title, "title"));
  if (others->len == 0 || JOL_IS_CLAIM (entity) || JOL_IS_EVENT (entity))
    return;
  if (!JOL_IS_PLACE (entity))
    g_ptr_array_set_size (others, 1);

  line = g_string_new (NULL);
  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " · " : "",
                            (const char *) g_ptr_array_index (others, i));
  jol_card_page_append (self, make_label (line->str, "names"));
  g_string_free (line, TRUE);
}

static void
jol_card_page_constructed (GObject *object)
{
  JolCardPage *self = JOL_CARD_PAGE (object);
  JolCardPagePrivate *priv = get_private (self);

  G_OBJECT_CLASS (jol_card_page_parent_class)->constructed (object);

  priv->story = g_object_ref (jol_session_get_story (priv->session));
  add_names (self);
  jol_card_page_add_sources (self, jol_entity_get_source_ids (priv->entity));
  g_signal_connect_object (priv->session, "notify::date", G_CALLBACK (jol_card_page_update), self,
                           G_CONNECT_SWAPPED);
}

static void
jol_card_page_dispose (GObject *object)
{
  JolCardPage *self = JOL_CARD_PAGE (object);
  JolCardPagePrivate *priv = get_private (self);
  GtkWidget *child;

  if (priv->session)
    g_signal_handlers_disconnect_by_func (priv->session, jol_card_page_update, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  priv->sections = NULL;
  g_clear_pointer (&priv->sources, g_ptr_array_unref);
  g_clear_object (&priv->entity);
  g_clear_object (&priv->story);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (jol_card_page_parent_class)->dispose (object);
}

static void
jol_card_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolCardPagePrivate *priv = get_private (JOL_CARD_PAGE (object));

  switch (id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_ENTITY:
      priv->entity = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_card_page_class_init (JolCardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = jol_card_page_constructed;
  object_class->dispose = jol_card_page_dispose;
  object_class->set_property = jol_card_page_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION, flags);
  properties[PROP_ENTITY] = g_param_spec_object ("entity", NULL, NULL, JOL_TYPE_ENTITY, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "jolcardpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
jol_card_page_init (JolCardPage *self)
{
  JolCardPagePrivate *priv = get_private (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  priv->sources = g_ptr_array_new ();
  priv->sections = jol_sections_new ();
  gtk_widget_set_parent (priv->sections, GTK_WIDGET (self));
}

JolSession *
jol_card_page_get_session (JolCardPage *self)
{
  g_return_val_if_fail (JOL_IS_CARD_PAGE (self), NULL);

  return get_private (self)->session;
}

JolStory *
jol_card_page_get_story (JolCardPage *self)
{
  g_return_val_if_fail (JOL_IS_CARD_PAGE (self), NULL);

  return get_private (self)->story;
}

JolEntity *
jol_card_page_get_entity (JolCardPage *self)
{
  g_return_val_if_fail (JOL_IS_CARD_PAGE (self), NULL);

  return get_private (self)->entity;
}

const char *
jol_card_page_get_language (JolCardPage *self)
{
  return jol_text_get_interface_language ();
}

JolSections *
jol_card_page_get_sections (JolCardPage *self)
{
  g_return_val_if_fail (JOL_IS_CARD_PAGE (self), NULL);

  return JOL_SECTIONS (get_private (self)->sections);
}

void
jol_card_page_append (JolCardPage *self, GtkWidget *child)
{
  g_return_if_fail (JOL_IS_CARD_PAGE (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), get_private (self)->sections);
}

void
jol_card_page_append_text (JolCardPage *self, const char *text)
{
  g_return_if_fail (JOL_IS_CARD_PAGE (self));

  if (text && *text)
    jol_card_page_append (self, make_label (text, "text"));
}

void
jol_card_page_append_confidence (JolCardPage *self)
{
  g_return_if_fail (JOL_IS_CARD_PAGE (self));

  if (jol_entity_get_confidence (get_private (self)->entity) == JOL_CONFIDENCE_LOW)
    jol_card_page_append (self, jol_figure_badge_new ());
}

void
jol_card_page_update (JolCardPage *self)
{
  JolCardPageClass *klass;

  g_return_if_fail (JOL_IS_CARD_PAGE (self));

  klass = JOL_CARD_PAGE_GET_CLASS (self);
  if (klass->update)
    klass->update (self, jol_session_get_date (get_private (self)->session));
}

void
jol_card_page_add_sources (JolCardPage *self, const char *const *ids)
{
  JolCardPagePrivate *priv;

  g_return_if_fail (JOL_IS_CARD_PAGE (self));

  priv = get_private (self);
  for (guint i = 0; ids && ids[i]; i++)
    {
      JolEntity *source = jol_story_lookup (priv->story, ids[i]);

      if (JOL_IS_SOURCE (source) && !g_ptr_array_find (priv->sources, source, NULL))
        g_ptr_array_add (priv->sources, source);
    }
}

const GPtrArray *
jol_card_page_get_sources (JolCardPage *self)
{
  g_return_val_if_fail (JOL_IS_CARD_PAGE (self), NULL);

  return get_private (self)->sources;
}
