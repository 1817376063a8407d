/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-words.h"

JolEvent *
jol_story_parse_event (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "id",     "kind",       "date",  "approx",       "end",
                                       "title",  "summary",    "place", "participants", "level",
                                       "routes", "confidence", "note",  "sources",      NULL };
  static const char *const levels[] = { "heads-of-state", "ministers", "officials", "company",
                                        NULL };
  JolEvent *event = g_object_new (JOL_TYPE_EVENT, NULL);
  g_autoptr (JolText) note = NULL;
  int kind = JOL_EVENT_SUMMIT;
  int level;

  jol_json_warn_unknown (object, known);
  jol_story_parse_common (draft, object, event, "title");
  jol_entity_get_data (event)->summary = jol_json_read_text (object, "summary", JOL_JSON_OPTIONAL);
  note = jol_json_read_text (object, "note", JOL_JSON_OPTIONAL);
  jol_json_read_word (object, "level", JOL_JSON_OPTIONAL, levels, &level);

  jol_json_read_word (object, "kind", JOL_JSON_REQUIRED, jol_event_kind_words, &kind);
  event->kind = (JolEventKind) kind;
  jol_json_read_date (object, "date", JOL_JSON_REQUIRED, &event->date);
  event->date.approx = jol_json_read_boolean (object, "approx");
  jol_json_read_date (object, "end", JOL_JSON_OPTIONAL, &event->end);
  jol_story_check_order (object, "end", &event->date, &event->end);
  event->first_day = jol_date_first_day (&event->date);
  event->last_day = jol_date_last_day (jol_date_is_set (&event->end) ? &event->end : &event->date);

  event->place_id = jol_story_draft_read_id (draft, object, "place", JOL_ENTITY_PLACE);
  event->participants = jol_story_parse_countries (object, "participants");
  event->route_ids = jol_story_draft_read_ids (draft, object, "routes", JOL_ENTITY_ROUTE);
  return event;
}
