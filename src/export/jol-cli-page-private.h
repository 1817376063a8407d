/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-cli-page.h"

G_BEGIN_DECLS

/* What a page is made from; borrowed. */
typedef struct
{
  JolStory *story;
  JolEntity *entity;
  const JolDate *date;
  const char *language;
  JolCliTable *facts; /* label and value */
  JolCliOutput *out;
} JolCliPage;

/* Leaves out what is empty. */
void jol_cli_page_add_fact (JolCliPage *self, const char *label, const char *value);
void jol_cli_page_add_date (JolCliPage *self, const char *label, const JolDate *date);
/* A comma list of titles; an id that names nothing, such as a country, stands for itself. */
void jol_cli_page_add_titles (JolCliPage *self, const char *label, const char *const *ids);
/* The facts gathered, and then the summary. */
void jol_cli_page_print_facts (JolCliPage *self);
/* An empty line, and a heading. */
void jol_cli_page_print_heading (JolCliPage *self, const char *heading);
void jol_cli_page_print_table (JolCliPage *self, const char *heading, JolCliTable *table);

void jol_cli_page_print_route (JolCliPage *self, JolRoute *route);
void jol_cli_page_print_series (JolCliPage *self, JolSeries *series);
void jol_cli_page_print_sections (JolCliPage *self, JolArticle *article);

G_END_DECLS
