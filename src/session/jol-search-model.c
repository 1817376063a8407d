/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-model.h"

/* Of a kind: at first, and when all are asked for, which nobody reads to the end. */
#define FEW 4
#define MANY 200

struct _JolSearchRow
{
  GObject parent_instance;

  JolSearchRowType type;
  JolSearchKind kind;
  guint count;
  JolSearchResult *result;
};

struct _JolSearchModel
{
  GObject parent_instance;

  JolSearchIndex *index;
  char *text;
  char *language;
  guint expanded; /* bits by JolSearchKind */

  GPtrArray *rows; /* of JolSearchRow */
  guint n_found;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (JolSearchRow, jol_search_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (JolSearchModel,
                               jol_search_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
jol_search_row_finalize (GObject *object)
{
  g_clear_object (&JOL_SEARCH_ROW (object)->result);

  G_OBJECT_CLASS (jol_search_row_parent_class)->finalize (object);
}

static void
jol_search_row_class_init (JolSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_search_row_finalize;
}

static void
jol_search_row_init (JolSearchRow *self)
{
}

static void
add_row (GPtrArray *rows,
         JolSearchRowType type,
         JolSearchKind kind,
         guint count,
         JolSearchResult *result)
{
  JolSearchRow *row = g_object_new (JOL_TYPE_SEARCH_ROW, NULL);

  row->type = type;
  row->kind = kind;
  row->count = count;
  g_set_object (&row->result, result);
  g_ptr_array_add (rows, row);
}

static void
add_group (JolSearchModel *self, GPtrArray *rows, const JolSearchGroup *group)
{
  const gboolean is_expanded = (self->expanded & 1u << group->kind) != 0;
  guint n = MIN (group->results->len, is_expanded ? MANY : FEW);

  /* One that is left over takes no more room than the row that says so. */
  if (n + 1 == group->n_found && n < group->results->len)
    n++;

  add_row (rows, JOL_SEARCH_ROW_HEADING, group->kind, group->n_found, NULL);
  for (guint i = 0; i < n; i++)
    add_row (rows, JOL_SEARCH_ROW_RESULT, group->kind, 0, g_ptr_array_index (group->results, i));
  if (n < group->n_found && !is_expanded)
    add_row (rows, JOL_SEARCH_ROW_MORE, group->kind, group->n_found - n, NULL);
}

static void
search (JolSearchModel *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = NULL;
  const guint n_before = self->rows->len;

  self->n_found = 0;
  if (self->index && self->text)
    groups = jol_search_index_query (self->index, self->text, self->language,
                                     self->expanded ? MANY : FEW + 1);
  for (guint i = 0; groups && i < groups->len; i++)
    {
      const JolSearchGroup *group = g_ptr_array_index (groups, i);

      self->n_found += group->n_found;
      add_group (self, rows, group);
    }

  if (n_before == 0 && rows->len == 0)
    return;
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->rows->len);
}

static GType
get_item_type (GListModel *model)
{
  return JOL_TYPE_SEARCH_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return JOL_SEARCH_MODEL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JolSearchModel *self = JOL_SEARCH_MODEL (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
jol_search_model_finalize (GObject *object)
{
  JolSearchModel *self = JOL_SEARCH_MODEL (object);

  g_clear_pointer (&self->index, jol_search_index_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->text);
  g_free (self->language);

  G_OBJECT_CLASS (jol_search_model_parent_class)->finalize (object);
}

static void
jol_search_model_class_init (JolSearchModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_search_model_finalize;
}

static void
jol_search_model_init (JolSearchModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

JolSearchRowType
jol_search_row_get_row_type (JolSearchRow *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_ROW (self), JOL_SEARCH_ROW_HEADING);

  return self->type;
}

JolSearchKind
jol_search_row_get_kind (JolSearchRow *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_ROW (self), JOL_SEARCH_PLACE);

  return self->kind;
}

guint
jol_search_row_get_count (JolSearchRow *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_ROW (self), 0);

  return self->count;
}

JolSearchResult *
jol_search_row_get_result (JolSearchRow *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_ROW (self), NULL);

  return self->result;
}

JolSearchModel *
jol_search_model_new (void)
{
  return g_object_new (JOL_TYPE_SEARCH_MODEL, NULL);
}

void
jol_search_model_set_index (JolSearchModel *self, JolSearchIndex *index)
{
  g_return_if_fail (JOL_IS_SEARCH_MODEL (self));

  if (self->index == index)
    return;

  g_clear_pointer (&self->index, jol_search_index_unref);
  self->index = index ? jol_search_index_ref (index) : NULL;
  search (self);
}

gboolean
jol_search_model_has_index (JolSearchModel *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_MODEL (self), FALSE);

  return self->index != NULL;
}

void
jol_search_model_set_query (JolSearchModel *self, const char *text, const char *language)
{
  g_autofree char *old = NULL;

  g_return_if_fail (JOL_IS_SEARCH_MODEL (self));

  if (g_strcmp0 (self->text, text) == 0 && g_strcmp0 (self->language, language) == 0)
    return;

  /* Freed last: @text may point into it. */
  old = g_steal_pointer (&self->text);
  self->text = g_strdup (text);
  g_free (self->language);
  self->language = g_strdup (language);
  self->expanded = 0;
  search (self);
}

void
jol_search_model_expand (JolSearchModel *self, JolSearchKind kind)
{
  g_return_if_fail (JOL_IS_SEARCH_MODEL (self));
  g_return_if_fail (kind < JOL_N_SEARCH_KINDS);

  if (self->expanded & 1u << kind)
    return;

  self->expanded |= 1u << kind;
  search (self);
}

guint
jol_search_model_get_n_found (JolSearchModel *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_MODEL (self), 0);

  return self->n_found;
}
