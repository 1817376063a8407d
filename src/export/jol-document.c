/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-document-private.h"

typedef struct
{
  JolDocumentKind kind;
  char *title;
  char *description;
  char *language;
  char *author;
  char *date_label;
  char *credits;
  JolScene *scene;
  guint n_pages;
  double width, height;
  gboolean is_paper;
  gboolean is_transparent;
  GArray *contents;
} JolDocumentPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JolDocument, jol_document, G_TYPE_OBJECT)

static const char *const kind_words[JOL_N_DOCUMENT_KINDS] = {
  [JOL_DOCUMENT_MAP] = "map",
  [JOL_DOCUMENT_STRIP] = "strip",
  [JOL_DOCUMENT_MAP_STRIP] = "map-strip",
  [JOL_DOCUMENT_TIMELINE] = "timeline",
  [JOL_DOCUMENT_CARD] = "card",
  [JOL_DOCUMENT_ARTICLE] = "article",
  [JOL_DOCUMENT_PAGE] = "page",
};

static JolDocumentPrivate *
get_private (JolDocument *self)
{
  return jol_document_get_instance_private (self);
}

static void
clear_entry (gpointer data)
{
  g_free (((JolDocumentEntry *) data)->title);
}

static void
jol_document_finalize (GObject *object)
{
  JolDocumentPrivate *priv = get_private (JOL_DOCUMENT (object));

  g_free (priv->title);
  g_free (priv->description);
  g_free (priv->language);
  g_free (priv->author);
  g_free (priv->date_label);
  g_free (priv->credits);
  g_clear_pointer (&priv->scene, jol_scene_unref);
  g_array_unref (priv->contents);

  G_OBJECT_CLASS (jol_document_parent_class)->finalize (object);
}

static void
jol_document_class_init (JolDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_document_finalize;
}

static void
jol_document_init (JolDocument *self)
{
  JolDocumentPrivate *priv = get_private (self);

  priv->contents = g_array_new (FALSE, FALSE, sizeof (JolDocumentEntry));
  g_array_set_clear_func (priv->contents, clear_entry);
}

/* Once, by who makes it. */
void
jol_document_set_info (JolDocument *self, const JolDocumentInfo *info)
{
  JolDocumentPrivate *priv = get_private (self);

  g_return_if_fail (!priv->title);

  priv->kind = info->kind;
  priv->title = g_strdup (info->title);
  priv->description = g_strdup (info->description ? info->description : "");
  priv->language = g_strdup (info->language);
  priv->author = g_strdup (info->author);
  priv->date_label = g_strdup (info->date_label);
  priv->credits = g_strdup (info->credits);
  priv->scene = info->scene ? jol_scene_ref (info->scene) : NULL;
  priv->n_pages = info->n_pages;
  priv->width = info->width;
  priv->height = info->height;
  priv->is_paper = info->is_paper;
  priv->is_transparent = info->is_transparent;
}

void
jol_document_add_entry (JolDocument *self, const char *title, guint level, guint page, double y)
{
  JolDocumentEntry entry = { g_strdup (title), level, page, y };

  g_array_append_val (get_private (self)->contents, entry);
}

JolDocumentKind
jol_document_get_kind (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), JOL_DOCUMENT_MAP);

  return get_private (self)->kind;
}

const char *
jol_document_get_title (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->title;
}

const char *
jol_document_get_description (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->description;
}

const char *
jol_document_get_language (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->language;
}

const char *
jol_document_get_author (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->author;
}

const char *
jol_document_get_date_label (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->date_label;
}

const char *
jol_document_get_credits (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->credits;
}

const JolScene *
jol_document_get_scene (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->scene;
}

const GArray *
jol_document_get_contents (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  return get_private (self)->contents;
}

guint
jol_document_get_n_pages (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), 0);

  return get_private (self)->n_pages;
}

void
jol_document_get_page_size (JolDocument *self, double *width_out, double *height_out)
{
  g_return_if_fail (JOL_IS_DOCUMENT (self));

  *width_out = get_private (self)->width;
  *height_out = get_private (self)->height;
}

gboolean
jol_document_is_paper (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), FALSE);

  return get_private (self)->is_paper;
}

gboolean
jol_document_is_opaque (JolDocument *self)
{
  g_return_val_if_fail (JOL_IS_DOCUMENT (self), TRUE);

  return !get_private (self)->is_transparent;
}

/**
 * jol_document_draw_page:
 * @page: from 0
 *
 * May be called again and in parts: for the bands of a large picture, each on a canvas of its own.
 */
void
jol_document_draw_page (JolDocument *self, guint page, JolCanvas *canvas)
{
  g_return_if_fail (JOL_IS_DOCUMENT (self));
  g_return_if_fail (page < get_private (self)->n_pages);

  JOL_DOCUMENT_GET_CLASS (self)->draw_page (self, page, canvas);
}

const char *
jol_document_kind_to_string (JolDocumentKind kind)
{
  g_return_val_if_fail (kind < JOL_N_DOCUMENT_KINDS, NULL);

  return kind_words[kind];
}

gboolean
jol_document_kind_is_paper (JolDocumentKind kind)
{
  return kind >= JOL_DOCUMENT_TIMELINE;
}

gboolean
jol_document_kind_from_string (const char *word, JolDocumentKind *kind_out)
{
  for (guint i = 0; i < JOL_N_DOCUMENT_KINDS; i++)
    if (g_str_equal (kind_words[i], word))
      {
        *kind_out = (JolDocumentKind) i;
        return TRUE;
      }

  return FALSE;
}
