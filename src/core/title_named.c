/*
 * title_named.c
 *	  Bodies that the text names, by themselves («Госдума одобрила») or inside
 *	  titles («председатель | Госдумы»): what search finds them by, and what
 *	  titles lean on.
 *
 *	«Совбез соберётся в четверг» where the text speaks of the ООН
 *		entry		security-council, un-security-council: the latter
 *		office		un-security-council/, of no country
 */
#include "core/title_internal.h"

#include "base/fold.h"

#include <stdio.h>

/* How many tokens back the ООН makes a council its own. */
#define NEAR_UN 60

/* Is the ООН, or a body of it, named shortly before token i? */
static bool
speaks_of_un(const TbDocument *doc, uint32_t i)
{
	for (uint32_t b = doc->bodies.n; b-- > 0 && doc->bodies.at[b].first + NEAR_UN > i;)
		if (strcmp(doc->bodies.at[b].office, "un/") == 0 ||
			strncmp(doc->bodies.at[b].office, "un-", 3) == 0)
			return true;
	return false;
}

/*
 * united_nations: «Совбез», «Совет по правам человека» are the ООН's where the
 * text has just named it; its body of that name, or NULL.
 */
static const TbEntry *
united_nations(const TbDocument *doc, uint32_t i, const TbEntry *entry)
{
	char		code[64];
	const TbEntry *own;

	if (entry->sub != TB_BT_council ||
		snprintf(code, sizeof(code), "un-%s", tb_string(doc, entry->code)) >= (int) sizeof(code))
		return NULL;
	own = tb_lexicon_find_code(doc->lex, TB_BODY, code);
	return own != NULL && speaks_of_un(doc, i) ? own : NULL;
}

/* Is a body one of the world's, whose offices are of no country? */
bool
tb_title_is_worldwide(const TbDocument *doc, const TbEntry *body)
{
	return body->sub == TB_BT_organisation && strcmp(tb_string(doc, body->country), "*") == 0;
}

/*
 * The place beside a body that says whose it is: behind it («МВД России»), or
 * an adjective right before it («российский МИД», but not «российско-
 * американский совет»).
 */
static uint32_t
place_of_body(const TbDocument *doc, uint32_t i, const TbMatch *match)
{
	uint32_t	place = tb_title_place_at(doc, match->end);
	uint32_t	next = tb_place_from(doc, i);
	const TbPlace *before = next > 0 ? &doc->places.at[next - 1] : NULL;

	if (place == TB_NONE && before != NULL && before->end == i && before->kind == TB_PK_ADJECTIVE &&
		(before->first == 0 || !tb_is_mark(&doc->text, before->first - 1, '-')))
		place = next - 1;
	return place != TB_NONE && doc->places.at[place].entry != TB_NONE ? place : TB_NONE;
}

/*
 * Whose body it is: of the place beside it, the one country that has such a
 * body, else the document's.
 */
static const char *
country_of_body(const TbDocument *doc, uint32_t i, const TbMatch *match, const TbEntry *entry,
				bool *placed)
{
	uint32_t	place = place_of_body(doc, i, match);

	*placed = place != TB_NONE || tb_title_only_country(doc, match, TB_BODY) != NULL;
	if (place != TB_NONE)
		return tb_string(doc, tb_lexicon_entry(doc->lex, doc->places.at[place].entry)->code);
	return strlen(tb_string(doc, entry->country)) == 2 ? tb_string(doc, entry->country) :
		doc->country;
}

/* «комитет», «совет», «департамент» name no body. */
static bool
is_common_noun(const TbDocument *doc, const TbEntry *entry)
{
	const char *code = tb_string(doc, entry->code);

	return tb_title_is_generic_body(doc, entry) || strcmp(code, "department") == 0 ||
		strcmp(code, "board") == 0;
}

/* Keep a body that a match names. */
static TbStatus
add_body(TbDocument *doc, uint32_t i, const TbMatch *match)
{
	const TbReading *r = tb_title_best_reading(doc, match, i, TB_BODY);
	TbBuffer	path = {.arena = doc->arena};
	TbBuffer	before = {.arena = doc->arena};
	TbBody		body = {.first = i,.end = match->end,.span = tb_span_of(doc, i, match->end)};
	const char *country;
	const TbEntry *un;
	TbBody	   *added;

	if (r == NULL || is_common_noun(doc, tb_entry(doc, r)))
		return TB_OK;
	body.entry = tb_entry(doc, r);
	country = country_of_body(doc, i, match, body.entry, &body.placed);
	un = body.placed ? NULL : united_nations(doc, i, body.entry);
	if (un != NULL)
		body.entry = un;
	if (strlen(country) >= 2 && (country[2] == '\0' || country[2] == '/') &&
		!tb_title_is_worldwide(doc, body.entry))
	{
		tb_buffer_put(&before, country, 2);
		tb_buffer_puts(&before, "/");
	}
	tb_buffer_puts(&path, tb_string(doc, body.entry->code));
	tb_buffer_puts(&path, "/");
	body.office = tb_buffer_text(&path);
	body.jurisdiction = tb_buffer_text(&before);
	if (body.office == NULL || body.jurisdiction == NULL)
		return TB_NO_MEMORY;
	added = TB_PUSH(doc->arena, &doc->bodies);
	if (added == NULL)
		return TB_NO_MEMORY;
	*added = body;
	return TB_OK;
}

TbStatus
tb_title_name_bodies(TbDocument *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end;)
	{
		TbMatch		match;

		if (tb_may_be(doc, i, TB_BIT(BODY)) &&
			tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end <= end)
		{
			/* «районной | думы» is not the Duma */
			if (i == 0 || !tb_word_is(doc, i - 1, TB_TITLEMOD, "level"))
				TB_TRY(add_body(doc, i, &match));
			i = match.end;
		}
		else
			i++;
	}
	return TB_OK;
}

/* Longest name of a body that a noun is looked for in, in bytes, folded. */
#define MAX_NAME 512

/* Does a text hold a word? */
static bool
holds_word(const char *text, TbStr word)
{
	for (const char *at = strstr(text, word.data); at != NULL; at = strstr(at + 1, word.data))
		if ((at == text || at[-1] == ' ') && (at[word.len] == '\0' || at[word.len] == ' '))
			return true;
	return false;
}

const TbBody *
tb_title_body_with_noun(TbDocument *doc, uint32_t token)
{
	char		noun[TB_MAX_WORD];
	size_t		len = tb_is_word(doc, token) ? tb_token_fold(&doc->text, token, noun) : 0;

	noun[len] = '\0';
	for (uint32_t i = doc->bodies.n; len > 0 && i-- > 0 && i + MEMORY > doc->bodies.n;)
	{
		const TbEntry *entry = doc->bodies.at[i].entry;
		const char *name;
		char		folded[MAX_NAME];

		if (doc->bodies.at[i].first >= token || entry->sub == TB_BT_ministry)
			continue;
		name = tb_entry_in_case(doc, entry, TB_CASE_GEN);
		if (name == NULL || strlen(name) * 2 >= sizeof(folded))
			continue;
		folded[tb_fold(name, strlen(name), folded)] = '\0';
		if (holds_word(folded, (TbStr) {noun, (uint32_t) len}))
			return &doc->bodies.at[i];
	}
	return NULL;
}
