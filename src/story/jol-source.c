/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-source.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolSource, jol_source, JOL_TYPE_ENTITY)

static void
jol_source_finalize (GObject *object)
{
  JolSource *self = JOL_SOURCE (object);

  g_clear_pointer (&self->publisher, jol_text_unref);
  g_free (self->url);

  G_OBJECT_CLASS (jol_source_parent_class)->finalize (object);
}

static void
jol_source_class_init (JolSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_source_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_SOURCE;
}

static void
jol_source_init (JolSource *self)
{
}

const char *
jol_source_get_publisher (JolSource *self)
{
  g_return_val_if_fail (JOL_IS_SOURCE (self), NULL);

  return jol_text_get (self->publisher, NULL);
}

const JolDate *
jol_source_get_date (JolSource *self)
{
  g_return_val_if_fail (JOL_IS_SOURCE (self), NULL);

  return &self->date;
}

const char *
jol_source_get_url (JolSource *self)
{
  g_return_val_if_fail (JOL_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * jol_source_format:
 * @self: a source
 * @language: (nullable): BCP 47 tag of the reader's language
 *
 * Returns: (transfer full): title, publisher and date in one line, without what is not known
 */
char *
jol_source_format (JolSource *self, const char *language)
{
  GString *line;

  g_return_val_if_fail (JOL_IS_SOURCE (self), NULL);

  line = g_string_new (jol_entity_get_title (JOL_ENTITY (self), language));
  if (self->publisher)
    g_string_append_printf (line, ", %s", jol_text_get (self->publisher, language));
  if (jol_date_is_set (&self->date))
    {
      g_autofree char *date = jol_date_format (&self->date);

      g_string_append_printf (line, ", %s", date);
    }

  return g_string_free (line, FALSE);
}
