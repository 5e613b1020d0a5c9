/*
 * title_ministry.c
 *	  The ministry that a bare «министр», «директор департамента министерства»
 *	  leans on: the one that the text named last, by its minister or itself.
 *
 *	«По расчётам Министерства водного хозяйства … Министр, чьё выступление …»
 *		named		«Министерства» + words, whether a list has it or not
 *		title		Министр + водного хозяйства
 */
#include "core/title_internal.h"

#include <stdio.h>

/* What a minister's title says of his ministry: «финансов» of «Министр финансов». */
static const char *
domain_of(const char *title)
{
	static const char *const heads[] = {"инистр ", "инистра "};

	for (size_t i = 0; title != NULL && i < sizeof(heads) / sizeof(*heads); i++)
	{
		const char *at = strstr(title, heads[i]);

		if (at != NULL)
			return at + strlen(heads[i]);
	}
	return NULL;
}

/* Keep a ministry that is named later than the one kept. */
static void
keep_later(TbMinistry *last, const char *office, const char *domain, uint32_t token)
{
	if (office == NULL || domain == NULL || *domain == '\0' || strncmp(office, "min-", 4) != 0 ||
		(last->domain != NULL && token <= last->at))
		return;
	*last = (TbMinistry) {office, domain, token};
}

/* The domain of a body that stands at a token. */
static const char *
domain_at(const TbDocument *doc, uint32_t i)
{
	TbMatch		match;
	const TbReading *r = NULL;

	if (tb_title_longest_match(doc, i, TB_BIT(BODY), &match))
		r = tb_title_best_reading(doc, &match, i, TB_BODY);
	return r == NULL ? NULL : tb_string(doc, tb_entry(doc, r)->domain);
}

/* «Министерства водного хозяйства», known by no list, behind the one kept. */
static void
keep_unlisted(TbDocument *doc, TbMinistry *last, uint32_t token)
{
	for (uint32_t i = token; i-- > last->at && i + MEMORY > token;)
	{
		TbMatch		match;
		TbStr		text;
		uint32_t	end;

		if (!tb_is_cap(doc, i) || tb_tok(doc, i)->letters < 11 ||
			!tb_word_is(doc, i, TB_WORD, "agency-noun") ||
			(tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end > i + 1))
			continue;
		end = tb_title_take_tail(doc, i + 1);
		if (end == i + 1)
			continue;
		text = tb_text_of(doc, i + 1, end);
		*last = (TbMinistry) {NULL, tb_arena_strdup(doc->arena, text.data, text.len), i};
		return;
	}
}

TbMinistry
tb_title_last_ministry(TbDocument *doc, uint32_t token, const char *country)
{
	TbMinistry	last = {0};

	for (uint32_t i = doc->titles.n; i-- > 0 && i + MEMORY > doc->titles.n;)
	{
		const TbTitle *t = &doc->titles.at[i];

		if (t->first >= token || strncmp(t->jurisdiction, country, 2) != 0)
			continue;
		keep_later(&last, t->office, domain_of(t->title), t->first);
		keep_later(&last, t->second_office, domain_of(t->second_title), t->first);
	}
	for (uint32_t i = doc->bodies.n; i-- > 0 && i + MEMORY > doc->bodies.n;)
	{
		const TbBody *body = &doc->bodies.at[i];

		if (body->first < token && strncmp(body->jurisdiction, country, 2) == 0)
			keep_later(&last, body->office, domain_at(doc, body->first), body->first);
	}
	keep_unlisted(doc, &last, token);
	return last;
}

/* Is it a bare «министр», «замминистра»? */
static bool
is_bare_minister(const Naming *n)
{
	static const char *const codes[] = {"minister", "deputy-minister", "first-deputy-minister"};

	if (n->p->place != TB_NONE || n->place != NULL || n->body != NULL || n->p->tail_end > 0 ||
		n->p->former || tb_title_is_plural(n->p))
		return false;
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (strcmp(n->code, codes[i]) == 0)
			return true;
	return false;
}

void
tb_title_lean_on_ministry(Naming *n)
{
	TbMinistry	last;
	char		code[sizeof(n->code)];

	if (!is_bare_minister(n))
		return;
	last = tb_title_last_ministry(n->doc, n->p->first, n->country);
	if (last.domain == NULL)
		return;
	n->domain = last.domain;
	n->leaned = true;
	if (last.office == NULL)
	{
		n->office = NULL;
		return;
	}
	snprintf(code, sizeof(code), "%.*s/%.60s", (int) strcspn(last.office, "/"), last.office,
			 n->code);
	memcpy(n->code, code, sizeof(code));
	n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
}
