/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-provider.h"

#include "jol-country.h"
#include "jol-search-index.h"
#include "jol-story-loader.h"
#include "jol-unit.h"
#include "jol-viewport.h"

#define INTERFACE "org.gnome.Shell.SearchProvider2"
#define MAX_RESULTS 12
#define MAX_OF_KIND 4
#define IDLE_MS 60000
/* A picture that a country is to fill. */
#define WIDTH_PX 760
#define HEIGHT_PX 560

struct _JolSearchProvider
{
  GObject parent_instance;

  const JolSearchProviderHost *host;
  gpointer data;
  GDBusConnection *connection;
  guint registration;

  JolSearchIndex *index;
  gboolean is_indexing;
  GQueue waiting;      /* of GDBusMethodInvocation, until there is an index */
  GHashTable *results; /* char * → JolSearchResult, of the last answers */
};

G_DEFINE_FINAL_TYPE (JolSearchProvider, jol_search_provider, G_TYPE_OBJECT)

/* Those that one can go to; of an owner and its route there would be two of one id. */
static gboolean
is_offered (JolSearchResult *result)
{
  const JolSearchKind kind = jol_search_result_get_kind (result);

  return kind != JOL_SEARCH_OWNER && kind != JOL_SEARCH_SOURCE;
}

static GVariant *
find (JolSearchProvider *self, const char *const *terms)
{
  g_autofree char *text = g_strjoinv (" ", (char **) terms);
  g_autoptr (GPtrArray) groups =
      jol_search_index_query (self->index, text, jol_text_get_interface_language (), MAX_OF_KIND);
  g_autoptr (GPtrArray) results = jol_search_groups_flatten (groups);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < results->len && ids->len < MAX_RESULTS; i++)
    {
      JolSearchResult *result = g_ptr_array_index (results, i);
      char *id = g_strdup (jol_search_result_get_id (result));

      if (!is_offered (result))
        {
          g_free (id);
          continue;
        }
      g_hash_table_replace (self->results, id, g_object_ref (result));
      g_ptr_array_add (ids, id);
    }
  return g_variant_new ("(@as)", g_variant_new_strv ((const char *const *) ids->pdata, ids->len));
}

static void
answer (JolSearchProvider *self, GDBusMethodInvocation *invocation)
{
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  const gboolean is_first =
      g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "GetInitialResultSet");
  g_autofree const char **terms = NULL;

  g_variant_get_child (parameters, is_first ? 0 : 1, "^a&s", &terms);
  g_dbus_method_invocation_return_value (invocation, find (self, terms));
}

static void
index_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (JolStory) story = task_data ? g_object_ref (task_data) : jol_story_load_bundled ();

  g_task_return_pointer (task, jol_search_index_new (story, jol_country_dup_names, NULL),
                         (GDestroyNotify) jol_search_index_unref);
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JolSearchProvider *self = JOL_SEARCH_PROVIDER (source);
  GDBusMethodInvocation *invocation;

  g_clear_pointer (&self->index, jol_search_index_unref);
  self->index = g_task_propagate_pointer (G_TASK (result), NULL);
  self->is_indexing = FALSE;
  while ((invocation = g_queue_pop_head (&self->waiting)))
    answer (self, invocation);
  /* While a person types, question follows question; with a window there is no need to wait. */
  if (!self->host->get_story (self->data))
    g_application_set_inactivity_timeout (g_application_get_default (), IDLE_MS);
  g_application_release (g_application_get_default ());
}

static void
search (JolSearchProvider *self, GDBusMethodInvocation *invocation)
{
  JolStory *story = self->host->get_story (self->data);
  g_autoptr (GTask) task = NULL;

  if (self->index && !self->is_indexing &&
      (!story || jol_search_index_get_story (self->index) == story))
    {
      answer (self, invocation);
      return;
    }

  g_queue_push_tail (&self->waiting, invocation);
  if (self->is_indexing)
    return;
  self->is_indexing = TRUE;
  /* The bus started the program for this alone: it does not end before it has answered. */
  g_application_hold (g_application_get_default ());
  task = g_task_new (self, NULL, indexed_cb, NULL);
  g_task_set_source_tag (task, search);
  if (story)
    g_task_set_task_data (task, g_object_ref (story), g_object_unref);
  g_task_run_in_thread (task, index_in_thread);
}

static void
describe (JolSearchProvider *self, GDBusMethodInvocation *invocation)
{
  g_autofree const char **ids = NULL;
  GVariantBuilder metas;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(^a&s)", &ids);
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i]; i++)
    {
      JolSearchResult *result = g_hash_table_lookup (self->results, ids[i]);

      if (!result)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (ids[i]));
      g_variant_builder_add (
          &metas, "{sv}", "name",
          g_variant_new_string (jol_search_result_get_title (result, NULL, NULL)));
      g_variant_builder_add (
          &metas, "{sv}", "description",
          g_variant_new_string (jol_search_result_get_snippet (result, NULL, NULL)));
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (APPLICATION_ID));
      g_variant_builder_close (&metas);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

/* A country is no thing of the story, but a view. */
static void
append_view (GString *link, const char *code)
{
  JolBox box;
  JolViewport viewport;
  g_autofree char *latitude = NULL, *longitude = NULL, *zoom = NULL;

  if (!jol_country_find_box (code, &box))
    return;
  viewport = jol_viewport_for_box (&box, WIDTH_PX, HEIGHT_PX, 0);
  latitude = jol_number_to_json (viewport.latitude);
  longitude = jol_number_to_json (viewport.longitude);
  zoom = jol_number_to_json (viewport.zoom);
  g_string_append_printf (link, "view=%s,%s,%s", latitude, longitude, zoom);
}

static void
activate (JolSearchProvider *self, GDBusMethodInvocation *invocation)
{
  JolStory *story =
      self->index ? jol_search_index_get_story (self->index) : self->host->get_story (self->data);
  g_autoptr (GString) link = g_string_new ("jol:");
  JolSearchResult *result;
  const char *id;

  g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), 0, "&s", &id);
  result = g_hash_table_lookup (self->results, id);
  if (story)
    g_string_append_uri_escaped (link, jol_story_get_id (story), NULL, FALSE);
  g_string_append_c (link, '?');
  if (result && jol_search_result_get_kind (result) == JOL_SEARCH_COUNTRY)
    {
      append_view (link, id);
    }
  else
    {
      const gboolean is_text = result && jol_search_result_get_kind (result) == JOL_SEARCH_ARTICLE;

      g_string_append (link, is_text ? "article=" : "select=");
      g_string_append_uri_escaped (link, id, NULL, FALSE);
    }
  self->host->open (link->str, self->data);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
launch (JolSearchProvider *self, GDBusMethodInvocation *invocation)
{
  g_autofree const char **terms = NULL;
  g_autofree char *text = NULL;

  g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), 0, "^a&s", &terms);
  text = g_strjoinv (" ", (char **) terms);
  self->host->search (text, self->data);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  JolSearchProvider *self = data;

  if (g_str_equal (method, "GetResultMetas"))
    describe (self, invocation);
  else if (g_str_equal (method, "ActivateResult"))
    activate (self, invocation);
  else if (g_str_equal (method, "LaunchSearch"))
    launch (self, invocation);
  else
    search (self, invocation);
}

static void
jol_search_provider_finalize (GObject *object)
{
  JolSearchProvider *self = JOL_SEARCH_PROVIDER (object);

  jol_search_provider_unregister (self);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_pointer (&self->index, jol_search_index_unref);
  g_hash_table_unref (self->results);

  G_OBJECT_CLASS (jol_search_provider_parent_class)->finalize (object);
}

static void
jol_search_provider_class_init (JolSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_search_provider_finalize;
}

static void
jol_search_provider_init (JolSearchProvider *self)
{
  g_queue_init (&self->waiting);
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

JolSearchProvider *
jol_search_provider_new (const JolSearchProviderHost *host, gpointer data)
{
  JolSearchProvider *self = g_object_new (JOL_TYPE_SEARCH_PROVIDER, NULL);

  self->host = host;
  self->data = data;
  return self;
}

gboolean
jol_search_provider_register (JolSearchProvider *self,
                              GDBusConnection *connection,
                              const char *path,
                              GError **error)
{
  static const GDBusInterfaceVTable vtable = { call_cb, NULL, NULL, { NULL } };
  g_autoptr (GBytes) xml = g_resources_lookup_data (RESOURCE_PATH "/app/" INTERFACE ".xml",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GDBusNodeInfo) node =
      xml ? g_dbus_node_info_new_for_xml (g_bytes_get_data (xml, NULL), error) : NULL;

  g_return_val_if_fail (JOL_IS_SEARCH_PROVIDER (self), FALSE);

  if (!node)
    return FALSE;
  self->registration = g_dbus_connection_register_object (
      connection, path, g_dbus_node_info_lookup_interface (node, INTERFACE), &vtable, self, NULL,
      error);
  if (self->registration)
    g_set_object (&self->connection, connection);
  return self->registration != 0;
}

void
jol_search_provider_unregister (JolSearchProvider *self)
{
  g_return_if_fail (JOL_IS_SEARCH_PROVIDER (self));

  if (self->registration)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
