/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-markdown.h"

#include <glib/gi18n.h>
#include <string.h>

#define SUBJECTS (JOL_ENTITY_ROUTE | JOL_ENTITY_PLACE | JOL_ENTITY_EVENT | JOL_ENTITY_CLAIM)

/* The links of one text of a body, in one language. */
static void
check_body (JolStoryDraft *draft, const JolJsonCursor *where, const char *body)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) blocks = jol_markdown_check (body, faults);
  guint last_serial = 0;

  for (guint i = 0; i < faults->len; i++)
    jol_json_report (where, JOL_SEVERITY_WARNING, "%s", (char *) g_ptr_array_index (faults, i));

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);
      GArray *runs = block->runs;

      if (block->kind == JOL_BLOCK_IMAGE)
        jol_story_draft_add_image (draft, where, block->target);
      for (guint j = 0; j < runs->len; j++)
        {
          const JolRun *run = &g_array_index (runs, JolRun, j);

          if (run->link_serial == last_serial)
            continue;

          last_serial = run->link_serial;
          if (run->link == JOL_LINK_BAD)
            jol_json_report (
                where, JOL_SEVERITY_ERROR,
                _ ("the link “%s” is none of #id, #id@DATE, #claim:id, #source:id and https:"),
                run->target);
          else if (run->link == JOL_LINK_MENTION)
            jol_story_draft_check_id (draft, where, run->target, SUBJECTS);
          else if (run->link == JOL_LINK_CLAIM)
            jol_story_draft_check_id (draft, where, run->target, JOL_ENTITY_CLAIM);
          else if (run->link == JOL_LINK_SOURCE)
            jol_story_draft_check_id (draft, where, run->target, JOL_ENTITY_SOURCE);
        }
    }
}

static void
check_bodies (JolStoryDraft *draft, const JolJsonCursor *object, const JolText *bodies)
{
  JolJsonCursor member;

  if (!bodies || !jol_json_enter (object, "body", JOL_JSON_OPTIONAL, &member))
    return;

  for (guint i = 0; i < jol_text_get_n_languages (bodies); i++)
    {
      const char *body;
      const char *language = jol_text_get_language (bodies, i, &body);
      JolJsonCursor text = member;

      /* The cursor of the text in this language, so that the place is its own. */
      if (jol_json_get_type (&member) == JOL_JSON_OBJECT)
        jol_json_enter (&member, language, JOL_JSON_OPTIONAL, &text);
      check_body (draft, &text, body);
    }
}

static JolScenePlace *
parse_scene (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "date", "span", "bounds", "select", NULL };
  JolJsonCursor scene_object, member;
  JolScenePlace *scene;

  if (!jol_json_enter (object, "scene", JOL_JSON_OPTIONAL, &scene_object) ||
      !jol_json_is_object (&scene_object))
    return NULL;

  jol_json_warn_unknown (&scene_object, known);
  scene = g_new0 (JolScenePlace, 1);
  scene->bounds = JOL_BOX_EMPTY;
  jol_json_read_date (&scene_object, "date", JOL_JSON_OPTIONAL, &scene->date);
  if (jol_json_enter (&scene_object, "span", JOL_JSON_OPTIONAL, &member))
    {
      const char *span = jol_json_get_string (&member);

      if (span && !jol_span_parse (span, &scene->span))
        jol_json_report (&member, JOL_SEVERITY_ERROR,
                         _ ("“%s” is not a span: expected D..D, the earlier date first"), span);
    }
  if (jol_json_enter (&scene_object, "bounds", JOL_JSON_OPTIONAL, &member))
    jol_story_parse_bounds (&scene_object, "bounds", &scene->bounds);
  scene->select = jol_story_draft_read_id (draft, &scene_object, "select", SUBJECTS);
  return scene;
}

static void
parse_sections (JolStoryDraft *draft, const JolJsonCursor *object, JolArticle *article)
{
  static const char *const known[] = { "id", "heading", "body", "scene", NULL };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JolJsonCursor list;

  if (!jol_json_enter_array (object, "sections", JOL_JSON_REQUIRED, &list))
    return;
  if (jol_json_get_size (&list) == 0)
    jol_json_report (&list, JOL_SEVERITY_ERROR, _ ("an article wants at least one section"));

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      JolSection section = { 0 };

      if (!jol_json_is_object (&element))
        continue;

      jol_json_warn_unknown (&element, known);
      section.id = g_strdup (jol_json_read_string (&element, "id", JOL_JSON_REQUIRED));
      if (section.id && !g_hash_table_add (ids, section.id))
        jol_json_report (&element, JOL_SEVERITY_ERROR, _ ("the section “%s” is there already"),
                         section.id);
      section.heading = jol_json_read_text (&element, "heading", JOL_JSON_OPTIONAL);
      section.body = jol_json_read_text (&element, "body", JOL_JSON_REQUIRED);
      check_bodies (draft, &element, section.body);
      section.scene = parse_scene (draft, &element);
      g_array_append_val (article->sections, section);
    }
}

JolArticle *
jol_story_parse_article (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "id",      "title",    "byline",  "date",
                                       "summary", "sections", "sources", NULL };
  JolArticle *article = g_object_new (JOL_TYPE_ARTICLE, NULL);

  jol_json_warn_unknown (object, known);
  jol_story_parse_common (draft, object, article, "title");
  jol_entity_get_data (article)->summary =
      jol_json_read_text (object, "summary", JOL_JSON_OPTIONAL);
  article->byline = jol_json_read_text (object, "byline", JOL_JSON_OPTIONAL);
  jol_json_read_date (object, "date", JOL_JSON_OPTIONAL, &article->date);
  parse_sections (draft, object, article);
  return article;
}
