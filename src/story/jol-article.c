/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolArticle, jol_article, JOL_TYPE_ENTITY)

void
jol_scene_place_free (JolScenePlace *scene)
{
  g_free (scene->select);
  g_free (scene);
}

static void
clear_section (gpointer data)
{
  JolSection *section = data;

  g_free (section->id);
  g_clear_pointer (&section->heading, jol_text_unref);
  g_clear_pointer (&section->body, jol_text_unref);
  g_clear_pointer (&section->scene, jol_scene_place_free);
}

GArray *
jol_section_array_new (void)
{
  GArray *sections = g_array_new (FALSE, TRUE, sizeof (JolSection));

  g_array_set_clear_func (sections, clear_section);
  return sections;
}

static void
jol_article_finalize (GObject *object)
{
  JolArticle *self = JOL_ARTICLE (object);

  g_clear_pointer (&self->byline, jol_text_unref);
  g_clear_pointer (&self->sections, g_array_unref);

  G_OBJECT_CLASS (jol_article_parent_class)->finalize (object);
}

static void
jol_article_class_init (JolArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_article_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_ARTICLE;
}

static void
jol_article_init (JolArticle *self)
{
  self->sections = jol_section_array_new ();
}

const JolText *
jol_article_get_byline (JolArticle *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE (self), NULL);

  return self->byline;
}

const JolDate *
jol_article_get_date (JolArticle *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE (self), NULL);

  return &self->date;
}

const JolSection *
jol_article_get_sections (JolArticle *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_ARTICLE (self), NULL);

  *n_out = self->sections->len;
  return (const JolSection *) (gpointer) self->sections->data;
}

/**
 * jol_article_find_section:
 * @self: an article
 * @id: (nullable): id of a section
 *
 * Returns: its index, or -1 when there is none
 */
int
jol_article_find_section (JolArticle *self, const char *id)
{
  g_return_val_if_fail (JOL_IS_ARTICLE (self), -1);

  for (guint i = 0; id && i < self->sections->len; i++)
    if (g_str_equal (g_array_index (self->sections, JolSection, i).id, id))
      return (int) i;

  return -1;
}
