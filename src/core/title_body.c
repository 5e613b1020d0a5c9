/*
 * title_body.c
 *	  Bodies behind a title's head: «Сената», «Комитета по … Сената Парламента»,
 *	  «верхней палаты», «Сената и маслихатов».
 */
#include "core/title_internal.h"

bool
tb_title_is_genitive(const TbReading *r)
{
	return tb_gram_cases(r->gram) == 0 || (tb_gram_cases(r->gram) & TB_GEN);
}

bool
tb_title_is_governed(const TbDocument *doc, const TbTitleParse *p, const TbReading *r)
{
	return tb_title_is_genitive(r) ||
		((tb_gram_cases(r->gram) & TB_INS) && tb_title_governs_instrumental(doc, p));
}

static bool
is_national(const TbEntry *body)
{
	return body->sub == TB_BT_chamber || body->sub == TB_BT_parliament;
}

/* local_assembly: «районной думы» is not the Duma. */
uint32_t
tb_title_take_local_assembly(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end;
	const TbReading *r = tb_word_is(doc, i, TB_TITLEMOD, "level") ?
		tb_phrase_reading(doc, i + 1, TB_BODY, NULL, &end) : NULL;

	if (r == NULL || !is_national(tb_entry(doc, r)))
		return i;
	p->institution = true;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* «Пензенского», «Екатеринбургской»: an adjective of a place, known or not. */
static bool
is_place_adjective(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {"ского", "цкого", "ской", "цкой", NULL};

	return tb_is_word(doc, i) && (tb_is_cap(doc, i) || tb_may_be(doc, i, TB_BIT(PLACE_ADJ))) &&
		tb_ends_in_any(doc, i, endings);
}

/*
 * placed_body: «секретарь | Костанайского областного маслихата», «спикер |
 * Пензенского Заксобрания»: a local body of the place that its adjective says.
 * Not: «Государственной Думы».
 */
uint32_t
tb_title_take_placed_body(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	place = tb_place_from(doc, i);
	uint32_t	adjective = tb_title_compound_end(doc, i);	/* «Ак-Суйского» */
	TbMatch		match;
	const TbReading *r;

	if (!is_place_adjective(doc, adjective) || !tb_may_be(doc, adjective + 1, TB_BIT(BODY)) ||
		tb_title_longest_match(doc, i, TB_BIT(BODY), &match) ||
		!tb_title_longest_match(doc, adjective + 1, TB_BIT(BODY), &match))
		return i;
	r = tb_title_best_reading(doc, &match, adjective + 1, TB_BODY);
	if (r == NULL || !tb_title_is_genitive(r) || !(tb_entry(doc, r)->flags & TB_EF_LOCAL))
		return i;
	p->body[p->nbodies++] = tb_entry(doc, r);
	p->body_said = true;
	p->tail_first = i;
	p->tail_end = match.end;
	if (place < doc->places.n && doc->places.at[place].first == i &&
		doc->places.at[place].entry != TB_NONE)
		p->place = place;
	return match.end;
}

/*
 * around_country: «Агентства | РК | по делам государственной службы», a name
 * that its country stands inside; the place's index, or TB_NONE.
 */
static uint32_t
match_around_country(const TbDocument *doc, uint32_t i, TbMatch *match)
{
	uint32_t	place = tb_word_is(doc, i, TB_WORD, "agency-noun") ? tb_title_place_at(doc, i + 1)
		: TB_NONE;
	uint32_t	node = doc->text.tok[i].value;
	bool		found = false;

	if (place == TB_NONE || doc->places.at[place].type != TB_PT_country)
		return TB_NONE;
	for (uint32_t at = doc->places.at[place].end; node != 0 && tb_is_word(doc, at) &&
		 !(tb_tok(doc, at)->flags & TB_TF_SENT); at++)
	{
		node = tb_lexicon_next(doc->lex, node, doc->text.tok[at].value);
		if (node == 0 || tb_lexicon_reading(doc->lex, node, TB_BODY) == NULL)
			continue;
		*match = (TbMatch) {at + 1, node};
		found = true;
	}
	return found ? place : TB_NONE;
}

uint32_t
tb_title_match_body(const TbDocument *doc, uint32_t i, TbMatch *match, uint32_t *country)
{
	bool		quoted = tb_tok(doc, i)->kind == TB_MARK && tb_is_quote_mark(tb_tok(doc, i)->value);

	*country = match_around_country(doc, i, match);
	if (*country != TB_NONE)
		return match->end;
	if (!tb_title_longest_match(doc, i + quoted, TB_BIT(BODY), match))
		return 0;
	if (!quoted)
		return match->end;
	return tb_tok(doc, match->end)->kind == TB_MARK &&
		tb_is_quote_mark(tb_tok(doc, match->end)->value) ? match->end + 1 : 0;
}

/* A body in the genitive at i, in front of it «казахстанского», «областного». */
uint32_t
tb_title_take_body(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;
	TbMatch		match;
	const TbReading *r;
	uint32_t	level = TB_NONE;
	uint32_t	country;
	uint32_t	end;

	/* a headline without a full stop: «Визит министра | Министерство сообщило» */
	if (tb_tok(doc, i)->flags & TB_TF_PARA)
		return 0;
	if (tb_word_is(doc, at, TB_WORD, "of-its-field"))
		at++;
	/* «Федерального дорожного агентства» is a name, «областного маслихата» none */
	if (tb_word_is(doc, at, TB_TITLEMOD, "level"))
	{
		if (!tb_title_longest_match(doc, at, TB_BIT(BODY), &match))
			level = at++;
	}
	else if (tb_may_be(doc, at, TB_BIT(PLACE_ADJ)) && !tb_is_cap(doc, at) &&
			 tb_may_be(doc, at + 1, TB_BIT(BODY)))
		at++;
	if (p->nbodies == TB_MAX_BODIES || at >= doc->text.ntok)
		return 0;
	end = tb_title_match_body(doc, at, &match, &country);
	if (end == 0)
		return 0;
	r = tb_title_best_reading(doc, &match, at + (end > match.end), TB_BODY);
	if (r == NULL || !tb_title_is_governed(doc, p, r))
		return 0;
	if (level != TB_NONE && is_national(tb_entry(doc, r)))
		return 0;
	if (tb_title_is_deputy_role(doc, p) && (tb_entry(doc, r)->sub == TB_BT_party ||
								   tb_entry(doc, r)->sub == TB_BT_faction))
		return 0;
	p->body[p->nbodies++] = tb_entry(doc, r);
	if (country != TB_NONE)
		p->country_place = country;
	if (p->only_country == NULL)
		p->only_country = tb_title_only_country(doc, &match, TB_BODY);
	if (level != TB_NONE)
		p->body_level = level;
	return end;
}

/* «Палаты», «верхней палаты Парламента». */
uint32_t
tb_title_take_chamber(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbChamber	which = TB_CHAMBER_ANY;
	uint32_t	at = i;
	TbMatch		match;

	if (tb_word_is(doc, at, TB_WORD, "upper"))
		which = TB_CHAMBER_UPPER;
	else if (tb_word_is(doc, at, TB_WORD, "lower"))
		which = TB_CHAMBER_LOWER;
	at += which != TB_CHAMBER_ANY;
	if (!tb_word_is(doc, at, TB_WORD, "chamber-noun"))
		return i;
	p->chamber = which;
	at++;
	if (tb_title_longest_match(doc, at, TB_BIT(BODY), &match))
	{
		const TbReading *r = tb_title_best_reading(doc, &match, at, TB_BODY);

		if (r != NULL && tb_entry(doc, r)->sub == TB_BT_parliament && tb_title_is_genitive(r))
			return match.end;
	}
	return at;
}

/* Is the body a generic one that its subject names (комитет, совет)? */
bool
tb_title_is_generic_body(const TbDocument *doc, const TbEntry *body)
{
	const char *code = tb_string(doc, body->code);
	const char *last = strrchr(code, '/') ? strrchr(code, '/') + 1 : code;

	return strcmp(last, "committee") == 0 || strcmp(last, "council") == 0 ||
		strcmp(last, "commission") == 0;
}

static bool
is_representative(const TbEntry *body)
{
	return is_national(body) || body->sub == TB_BT_local;
}

/* «… Сената» + «и маслихатов»: further bodies of a plural head. */
uint32_t
tb_title_take_more_bodies(const TbDocument *doc, TbTitleParse *p, uint32_t end)
{
	while (tb_gram_plural(p->head_gram) &&
		   (tb_is_mark(&doc->text, end, ',') || tb_word_is(doc, end, TB_WORD, "and")))
	{
		uint32_t	next = tb_title_take_body(doc, p, end + 1);

		if (next == 0)
			break;
		if (!is_representative(p->body[p->nbodies - 1]))
		{
			p->nbodies--;		/* «… и депутатской группы» */
			break;
		}
		end = next;
	}
	return end;
}

/*
 * Read a plural office phrase («депутатов Сената») as role and body, so that
 * more bodies may follow it.
 */
bool
tb_title_split_office(const TbDocument *doc, TbTitleParse *p)
{
	const char *code = tb_string(doc, p->office->code);
	const char *slash = strrchr(code, '/');
	char		body[128];
	const TbEntry *role;
	const TbEntry *found;

	if (slash == NULL || !tb_gram_plural(p->head_gram) ||
		(size_t) (slash - code) >= sizeof(body))
		return false;
	memcpy(body, code, (size_t) (slash - code));
	body[slash - code] = '\0';
	role = tb_lexicon_find_code(doc->lex, TB_ROLE, slash + 1);
	found = tb_title_entry_for(doc, TB_BODY, body, tb_string(doc, p->office->country));
	if (role == NULL || found == NULL)
		return false;
	p->role = role;
	p->office = NULL;
	p->body[0] = found;
	p->nbodies = 1;
	return true;
}

/* «Комитета …», «Пограничной службы»: may a ministry or agency have it? */
static bool
has_owner(const TbEntry *body)
{
	return body->sub == TB_BT_agency || body->sub == TB_BT_military;
}

/* owner: «Комитета дорог | Министерства транспорта», «Погранслужбы | КНБ». */
static uint32_t
take_owner(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse scratch = *p;
	uint32_t	end = tb_title_take_body(doc, &scratch, i);

	if (end == 0 || (scratch.body[1]->sub != TB_BT_ministry && scratch.body[1]->sub != TB_BT_agency &&
					 scratch.body[1]->sub != TB_BT_administration))
		return i;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/*
 * Companies and parties have many names and keep the one that the text has, as
 * do bodies known by their letters: the world's («ЭСКАТО»), local ones («УФСБ»),
 * any behind who only belongs to it («официальный представитель МЧС»).
 */
static bool
keeps_name(const TbDocument *doc, const TbTitleParse *p, uint32_t i, uint32_t end)
{
	const TbEntry *body = p->body[0];
	bool		letters = tb_in_capitals(doc, i, end);

	switch (body->sub)
	{
		case TB_BT_party:
			return true;
		case TB_BT_organisation:
			return letters || !tb_title_is_worldwide(doc, body);
		case TB_BT_bank:
			return strcmp(tb_string(doc, body->code), "central-bank") != 0;
		default:
			return letters && ((body->flags & TB_EF_LOCAL) ||
							   (p->role != NULL && p->role->sub == TB_ROLE_MEMBER &&
								!tb_title_is_deputy_role(doc, p)));
	}
}

/* Bodies behind the head, one in another or one beside another. */
uint32_t
tb_title_take_bodies(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = tb_title_take_body(doc, p, i);
	uint32_t	next;

	if (end == 0)
		return i;
	if (keeps_name(doc, p, i, end))
	{
		p->body_said = true;
		p->tail_first = i;
		p->tail_end = end;
		return end;
	}
	if (tb_title_is_generic_body(doc, p->body[0]))
	{
		/* «комитета СФ по …», «Комитета по … Сената» */
		p->committee = true;
		next = tb_title_take_body(doc, p, end);
		end = next ? next : end;
		end = tb_title_take_subject(doc, p, end);
		next = p->nbodies == 1 ? tb_title_take_body(doc, p, end) : 0;
		return next ? next : end;
	}
	end = tb_title_take_more_bodies(doc, p, end);
	if (p->nbodies == 1 && has_owner(p->body[0]))
		end = take_owner(doc, p, end);
	/* «Сената Парламента» where the list of bodies has it not as one */
	if (p->nbodies == 1 && p->body[0]->sub == TB_BT_chamber)
	{
		TbTitleParse scratch = *p;

		next = tb_title_take_body(doc, &scratch, end);
		if (next && scratch.body[1]->sub == TB_BT_parliament)
			end = next;
	}
	return end;
}
