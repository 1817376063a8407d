/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-list.h"

#include "jol-country.h"
#include "jol-fold.h"
#include "jol-search-query.h"

struct _JolClaimList
{
  GObject parent_instance;

  JolStory *story;
  JolClaim *const *claims; /* the story's */
  guint n_claims;
  guint counts[JOL_N_VERDICTS];

  GPtrArray *shown; /* of JolClaim, borrowed from the story */
  GPtrArray *texts; /* what is searched, a text a claim; NULL until somebody searches */
  JolFold *fold;
  guint hidden;
  char *words;
};

static GType
get_item_type (GListModel *model)
{
  return JOL_TYPE_CLAIM;
}

static guint
get_n_items (GListModel *model)
{
  return JOL_CLAIM_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JolClaimList *self = JOL_CLAIM_LIST (model);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position))
                                     : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (JolClaimList,
                               jol_claim_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static char *
make_text (JolClaimList *self, JolClaim *claim, const char *language)
{
  const char *note = jol_entity_get_summary (JOL_ENTITY (claim), language);
  const char *const *about = jol_claim_get_about (claim);
  GString *text = g_string_new (jol_entity_get_title (JOL_ENTITY (claim), language));

  if (note)
    g_string_append_printf (text, "\n%s", note);
  for (guint i = 0; about[i]; i++)
    {
      JolEntity *entity = jol_story_lookup (self->story, about[i]);

      g_string_append_printf (text, "\n%s",
                              entity ? jol_entity_get_title (entity, language)
                                     : jol_country_get_name (about[i], language));
    }
  return g_string_free (text, FALSE);
}

static void
make_texts (JolClaimList *self)
{
  const char *language = jol_text_get_interface_language ();

  self->texts = g_ptr_array_new_full (self->n_claims, g_free);
  for (guint i = 0; i < self->n_claims; i++)
    g_ptr_array_add (self->texts, make_text (self, self->claims[i], language));
}

static void
fill (JolClaimList *self)
{
  g_autoptr (JolSearchQuery) query = jol_search_query_new (self->fold, self->words);
  const guint all = jol_search_query_get_all (query);
  const guint n_before = self->shown->len;

  if (all != 0 && !self->texts)
    make_texts (self);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->n_claims; i++)
    {
      const gboolean is_hidden = self->hidden & 1u << jol_claim_get_verdict (self->claims[i]);

      if (!is_hidden &&
          (all == 0 || jol_search_query_mark (query, self->fold, g_ptr_array_index (self->texts, i),
                                              NULL) == all))
        g_ptr_array_add (self->shown, self->claims[i]);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

static void
jol_claim_list_dispose (GObject *object)
{
  g_clear_object (&JOL_CLAIM_LIST (object)->story);

  G_OBJECT_CLASS (jol_claim_list_parent_class)->dispose (object);
}

static void
jol_claim_list_finalize (GObject *object)
{
  JolClaimList *self = JOL_CLAIM_LIST (object);

  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  jol_fold_free (self->fold);
  g_free (self->words);

  G_OBJECT_CLASS (jol_claim_list_parent_class)->finalize (object);
}

static void
jol_claim_list_class_init (JolClaimListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_claim_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_claim_list_finalize;
}

static void
jol_claim_list_init (JolClaimList *self)
{
  self->shown = g_ptr_array_new ();
  self->fold = jol_fold_new ();
  self->words = g_strdup ("");
}

JolClaimList *
jol_claim_list_new (void)
{
  return g_object_new (JOL_TYPE_CLAIM_LIST, NULL);
}

void
jol_claim_list_set_story (JolClaimList *self, JolStory *story)
{
  g_autoptr (JolStory) old = NULL;

  g_return_if_fail (JOL_IS_CLAIM_LIST (self));
  g_return_if_fail (!story || JOL_IS_STORY (story));

  if (self->story == story)
    return;

  /* Freed last: what is listed is its. */
  old = g_steal_pointer (&self->story);
  self->story = story ? g_object_ref (story) : NULL;
  self->n_claims = 0;
  self->claims = story ? jol_story_get_claims (story, &self->n_claims) : NULL;
  for (guint i = 0; i < JOL_N_VERDICTS; i++)
    self->counts[i] = 0;
  for (guint i = 0; i < self->n_claims; i++)
    self->counts[jol_claim_get_verdict (self->claims[i])]++;
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self->words);
  self->words = g_strdup ("");
  self->hidden = 0;
  fill (self);
}

guint
jol_claim_list_get_n_total (JolClaimList *self)
{
  g_return_val_if_fail (JOL_IS_CLAIM_LIST (self), 0);

  return self->n_claims;
}

guint
jol_claim_list_count (JolClaimList *self, JolVerdict verdict)
{
  g_return_val_if_fail (JOL_IS_CLAIM_LIST (self), 0);
  g_return_val_if_fail (verdict < JOL_N_VERDICTS, 0);

  return self->counts[verdict];
}

void
jol_claim_list_narrow (JolClaimList *self, guint hidden, const char *words)
{
  char *old;

  g_return_if_fail (JOL_IS_CLAIM_LIST (self));
  g_return_if_fail (words);

  if (self->hidden == hidden && g_str_equal (self->words, words))
    return;

  old = self->words;
  self->words = g_strdup (words);
  self->hidden = hidden;
  g_free (old);
  fill (self);
}

gboolean
jol_claim_list_is_narrowed (JolClaimList *self)
{
  g_return_val_if_fail (JOL_IS_CLAIM_LIST (self), FALSE);

  return self->hidden != 0 || *self->words;
}

guint
jol_claim_list_get_hidden (JolClaimList *self)
{
  g_return_val_if_fail (JOL_IS_CLAIM_LIST (self), 0);

  return self->hidden;
}

guint
jol_claim_list_find (JolClaimList *self, const char *id)
{
  JolEntity *claim;
  guint position;

  g_return_val_if_fail (JOL_IS_CLAIM_LIST (self), G_MAXUINT);

  claim = self->story && id ? jol_story_lookup (self->story, id) : NULL;
  return claim && g_ptr_array_find (self->shown, claim, &position) ? position : G_MAXUINT;
}
