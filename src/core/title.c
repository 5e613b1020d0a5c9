/*
 * title.c
 *	  Finds official titles: composed, not listed.
 *
 *	[бывший | и.о. | первый | заместитель | вице- | сельский]  what goes before
 *	председатель | аким | министр | глава государства …        the head
 *	Сената | Комитета по … | маслихата | внутренних дел        the body
 *	Парламента РК | области | города Атырау | от … | в …       the jurisdiction
 *
 * «первый заместитель председателя Комитета по экономической политике Сената
 * Парламента РК»: first + deputy, head «председателя» (genitive, as a deputy
 * demands), body «Комитета» with the tail «по экономической политике», body
 * «Сената Парламента», country РК.
 *
 * The head is the longest whole phrase that means an office (offices.tsv),
 * else a role (roles.tsv).  What follows must be in the genitive, or not bend.
 * Names and offices are composed in title_name.c.
 */
#include "core/title.h"

#define MAX_MATCHES 8
#define HEAD_BITS (TB_BIT(ROLE) | TB_BIT(OFFICE))
#define TITLE_BITS (HEAD_BITS | TB_BIT(TITLEMOD))

/* Longest tail «по …» in words. */
#define MAX_TAIL 14

static bool parse_title(const TbDocument *doc, uint32_t i, int depth, TbTitleParse *p);

/* ------------------------------------------------------------ what it says */

/* The longest match at i that has a reading of any class in bits. */
static bool
longest_match(const TbDocument *doc, uint32_t i, uint64_t bits, TbMatch *out)
{
	TbMatch		match[MAX_MATCHES];
	int			n;

	if (!tb_may_be(doc, i, bits))
		return false;
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		while (count-- > 0)
			if (bits & UINT64_C(1) << tb_entry(doc, r++)->klass)
			{
				*out = match[n];
				return true;
			}
	}
	return false;
}

/* How well an entry's countries go with the document's; 0: not at all. */
static int
country_fit(const TbDocument *doc, const TbEntry *entry)
{
	const char *list = tb_string(doc, entry->country);

	if (entry->flags & TB_EF_USER)
		return 4;
	if (*list == '\0' || strcmp(list, "*") == 0)
		return 2;
	if (tb_country_listed(list, doc->country))
		return 3;
	return 1;
}

/* The reading of a class at a match that suits the document best. */
static const TbReading *
best_reading(const TbDocument *doc, const TbMatch *match, uint32_t first,
			 TbClass klass)
{
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(doc->lex, match->node, &n);
	const TbReading *best = NULL;
	int			best_fit = 0;

	for (; n-- > 0; r++)
	{
		const TbEntry *entry = tb_entry(doc, r);
		int			fit;

		if (entry->klass != klass)
			continue;
		if ((r->flags & TB_RF_CAPS) && !tb_in_capitals(doc, first, match->end))
			continue;
		fit = klass == TB_ROLE ? 2 : country_fit(doc, entry);
		if (fit > best_fit)
		{
			best = r;
			best_fit = fit;
		}
	}
	return best;
}

/* The one country of all readings of a class at a match, or NULL. */
static const char *
only_country(const TbDocument *doc, const TbMatch *match, TbClass klass)
{
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(doc->lex, match->node, &n);
	const char *only = NULL;

	for (; n-- > 0; r++)
	{
		const char *list = tb_string(doc, tb_entry(doc, r)->country);

		if (tb_entry(doc, r)->klass != klass)
			continue;
		if (strlen(list) != 2 || (only != NULL && strcmp(list, only) != 0))
			return NULL;
		only = list;
	}
	return only;
}

/* ----------------------------------------------------------- before the head */

/* Take one modifier at *i; false when there is none. */
static bool
take_modifier(const TbDocument *doc, TbTitleParse *p, uint32_t *i)
{
	uint32_t	end = *i;
	const TbReading *r = tb_phrase_reading(doc, *i, TB_TITLEMOD, NULL, &end);
	const char *key;

	if (r == NULL)
		return false;
	key = tb_string(doc, tb_entry(doc, r)->code);
	if (strcmp(key, "former") == 0)
		p->former = true;
	else if (strcmp(key, "acting") == 0)
		p->acting = *i;
	else if (strcmp(key, "deputy") == 0)
		p->deputy = true;
	else if (strcmp(key, "vice") == 0)
		p->vice = true;
	else if (strcmp(key, "first") == 0)
		p->is_first = true;
	else if (strcmp(key, "level") == 0)
		p->level = *i;
	else
		return false;
	if (p->gram == 0)
		p->gram = r->gram;
	*i = end;
	while (tb_is_mark(&doc->text, *i, '-') || tb_is_mark(&doc->text, *i, '.'))
		(*i)++;
	return true;
}

/* Must the head be in the genitive (заместитель министра, и.о. акима)? */
static bool
wants_genitive(const TbTitleParse *p)
{
	return p->deputy || p->acting != TB_NONE;
}

/* fused_deputy: «замглавы», «замминистра»: the head is behind «зам». */
static uint32_t
take_fused_deputy(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	static const char prefix[] = "зам";
	const size_t skip = sizeof(prefix) - 1;
	char		folded[TB_MAX_WORD];
	size_t		len = tb_is_word(doc, i) ? tb_token_fold(&doc->text, i, folded) : 0;
	const TbReading *r;

	if (len < skip + 6 || memcmp(folded, prefix, skip) != 0 || p->deputy)
		return 0;
	r = tb_lexicon_reading(doc->lex,
						   tb_lexicon_find_word(doc->lex, folded + skip, len - skip),
						   TB_ROLE);
	if (r == NULL || !(tb_gram_singular(r->gram) & TB_GEN))
		return 0;
	p->deputy = true;
	p->role = tb_entry(doc, r);
	p->head_gram = TB_GEN;
	return i + 1;
}

/* Does a body of the document's country follow the word at i? */
static bool
own_body_follows(const TbDocument *doc, uint32_t i)
{
	TbMatch		match;
	const TbReading *r;

	if (!longest_match(doc, i + 1, TB_BIT(BODY), &match))
		return false;
	r = best_reading(doc, &match, i + 1, TB_BODY);
	return r != NULL && country_fit(doc, tb_entry(doc, r)) == 3;
}

/* The head at i; its end, or 0. */
static uint32_t
take_head(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	const TbReading *office;
	const TbReading *role;
	const TbReading *r;

	if (!longest_match(doc, i, HEAD_BITS, &match))
		return take_fused_deputy(doc, p, i);
	office = best_reading(doc, &match, i, TB_OFFICE);
	role = best_reading(doc, &match, i, TB_ROLE);
	/* «депутат Палаты представителей» of another country than the text's */
	if (office != NULL && role == NULL && country_fit(doc, tb_entry(doc, office)) == 1 &&
		own_body_follows(doc, i))
	{
		role = tb_word_reading(doc, i, TB_ROLE, NULL);
		if (role != NULL)
		{
			office = NULL;
			match.end = i + 1;
		}
	}
	/*
	 * «вице-спикер», «министр по чрезвычайным ситуациям», listed for another
	 * country, are composed for this one
	 */
	if (office != NULL && role == NULL && *doc->country != '\0' &&
		country_fit(doc, tb_entry(doc, office)) == 1 &&
		tb_may_be(doc, i, TB_BIT(TITLEMOD) | TB_BIT(ROLE)) &&
		!tb_may_be(doc, match.end - 1, TB_BIT(PLACE) | TB_BIT(BODY)))
	{
		role = tb_word_reading(doc, i, TB_ROLE, NULL);
		if (role == NULL)
			return 0;
		office = NULL;
		match.end = i + 1;
	}
	/* a single word is a role first; offices are for phrases and by-names */
	if (office != NULL && (role == NULL || match.end > i + 1))
	{
		p->office = tb_entry(doc, office);
		r = office;
	}
	else if (role != NULL)
	{
		p->role = tb_entry(doc, role);
		if (office != NULL && country_fit(doc, tb_entry(doc, office)) >= 3)
			p->office = tb_entry(doc, office);
		r = role;
	}
	else
		return 0;
	p->head_gram = r->gram;
	if (p->gram == 0 || p->vice)
		p->gram = r->gram;
	/* «президент США», «спикер Сената РК»: listed for one country alone */
	if (p->office != NULL && p->role == NULL && match.end > i + 1 &&
		(p->office->flags & TB_EF_UNIQUE))
		p->only_country = only_country(doc, &match, TB_OFFICE);
	if (wants_genitive(p) && r->gram != 0 && !(tb_gram_cases(r->gram) & TB_GEN))
		return 0;
	return match.end;
}

/* ---------------------------------------------------------- behind the head */

static bool
is_genitive(const TbReading *r)
{
	return tb_gram_cases(r->gram) == 0 || (tb_gram_cases(r->gram) & TB_GEN);
}

/* Members of a representative body: a party behind them is no part of it. */
static bool
is_deputy_role(const TbDocument *doc, const TbTitleParse *p)
{
	const char *code = p->role ? tb_string(doc, p->role->code)
		: tb_string(doc, p->office->code);

	return strcmp(code, "deputy") == 0 || strcmp(code, "senator") == 0 ||
		strstr(code, "/deputy") != NULL || strstr(code, "/senator") != NULL;
}

static bool
is_national(const TbEntry *body)
{
	return body->sub == TB_BT_chamber || body->sub == TB_BT_parliament;
}

/* local_assembly: «районной думы» is not the Duma. */
static uint32_t
take_local_assembly(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	const TbReading *r;

	if (!tb_word_is(doc, i, TB_TITLEMOD, "level") ||
		!longest_match(doc, i + 1, TB_BIT(BODY), &match))
		return i;
	r = best_reading(doc, &match, i + 1, TB_BODY);
	if (r == NULL || !is_national(tb_entry(doc, r)))
		return i;
	p->institution = true;
	p->tail_first = i;
	p->tail_end = match.end;
	return match.end;
}

/* A body in the genitive at i, in front of it «казахстанского», «областного». */
static uint32_t
take_body(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;
	TbMatch		match;
	const TbReading *r;
	uint32_t	level = TB_NONE;

	if (tb_word_is(doc, at, TB_TITLEMOD, "level"))
		level = at++;
	else if (tb_may_be(doc, at, TB_BIT(PLACE_ADJ)) && !tb_is_cap(doc, at) &&
			 tb_may_be(doc, at + 1, TB_BIT(BODY)))
		at++;
	if (p->nbodies == TB_MAX_BODIES || !longest_match(doc, at, TB_BIT(BODY), &match))
		return 0;
	r = best_reading(doc, &match, at, TB_BODY);
	if (r == NULL || !is_genitive(r))
		return 0;
	if (level != TB_NONE && is_national(tb_entry(doc, r)))
		return 0;
	if (is_deputy_role(doc, p) && (tb_entry(doc, r)->sub == TB_BT_party ||
								   tb_entry(doc, r)->sub == TB_BT_faction))
		return 0;
	p->body[p->nbodies++] = tb_entry(doc, r);
	if (p->only_country == NULL)
		p->only_country = only_country(doc, &match, TB_BODY);
	if (level != TB_NONE)
		p->body_level = level;
	return match.end;
}

/* Is the word one that a tail «по …» goes on through? */
static bool
is_tail_word(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ой", "ей", "ам", "ям", "ым", "им", "ому", "ему", "ами", "ых", "их",
		"ию", "ью", "у", "ю", "е", "и", "ого", "его", "а", "я", "ов", "ев", "ы"
	};

	if (!tb_is_word(doc, i) || tb_may_be(doc, i, TB_BIT(CUE)))
		return false;
	if (tb_word_is(doc, i, TB_WORD, "and"))
		return true;
	if (tb_is_mark(&doc->text, i + 1, '-') && (tb_tok(doc, i + 1)->flags & TB_TF_GLUED) &&
		!(tb_tok(doc, i)->flags & TB_TF_CAP))
		return true;			/* аграрно-продовольственной */
	if ((tb_tok(doc, i)->flags & TB_TF_CAP) &&
		!(tb_tok(doc, i)->flags & TB_TF_CAPS))
		return false;
	if (tb_tok(doc, i)->flags & TB_TF_CAPS)	/* по вопросам СНГ; not РК */
		return !tb_may_be(doc, i, TB_BIT(PLACE));
	if (tb_may_be(doc, i, TB_BIT(PREP)))
		return tb_text_is(doc, i, "с");
	if (tb_may_be(doc, i, HEAD_BITS) ||
		(tb_may_be(doc, i, TB_BIT(COMMON)) && !tb_word_is(doc, i, TB_COMMON, "noun") &&
		 !tb_word_is(doc, i, TB_COMMON, "adj")))
		return false;
	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
		if (tb_ends_in(doc, i, endings[e]))
			return true;
	return false;
}

/*
 * Words of a subject, «по аграрным вопросам, природопользованию и развитию
 * сельских территорий»: ends before a capital, a verb, a mark that joins
 * nothing.
 */
static uint32_t
take_tail(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i;
	bool		with = false;

	for (uint32_t at = i; at < i + MAX_TAIL; at++)
	{
		/* «по взаимодействию с маслихатами | и …» */
		with = with || tb_text_is(doc, at, "с");
		if (with && tb_word_is(doc, at, TB_WORD, "and"))
			break;
		if (tb_is_mark(&doc->text, at, '-') && (tb_tok(doc, at)->flags & TB_TF_GLUED))
			continue;
		if (tb_is_mark(&doc->text, at, ',') && is_tail_word(doc, at + 1) &&
			tb_word_is(doc, at + 2, TB_WORD, "and"))
			continue;			/* a list goes on: «развития, инноваций и …» */
		if ((tb_tok(doc, at)->flags & (TB_TF_PARA | TB_TF_SENT)) || !is_tail_word(doc, at))
			break;
		if (!tb_word_is(doc, at, TB_WORD, "and"))
			end = at + 1;
	}
	return end;
}

/* «по» + subject behind a committee or council. */
static uint32_t
take_subject(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end;

	if (!tb_word_is(doc, i, TB_WORD, "by"))
		return i;
	end = take_tail(doc, i + 1);
	if (end == i + 1)
		return i;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* «Палаты», «верхней палаты Парламента». */
static uint32_t
take_chamber(const TbDocument *doc, TbTitleParse *p, uint32_t i)
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
	if (longest_match(doc, at, TB_BIT(BODY), &match))
	{
		const TbReading *r = best_reading(doc, &match, at, TB_BODY);

		if (r != NULL && tb_entry(doc, r)->sub == TB_BT_parliament && is_genitive(r))
			return match.end;
	}
	return at;
}

/* The place mention that begins at token i and may follow a head, or NONE. */
static uint32_t
place_at(const TbDocument *doc, uint32_t i)
{
	uint32_t	low = tb_place_from(doc, i);

	if (low < doc->places.n && doc->places.at[low].first == i &&
		doc->places.at[low].kind == TB_PK_NAME)
		return low;
	/* «хоким города | Самарканда»: the head took the marker */
	if (low > 0 && doc->places.at[low - 1].end > i &&
		strcmp(doc->places.at[low - 1].rule, "marker_before") == 0)
		return low - 1;
	return TB_NONE;
}

/* May a place mention stand in the genitive? */
static bool
place_is_genitive(const TbDocument *doc, uint32_t place)
{
	const TbPlace *p = &doc->places.at[place];

	if (p->entry == TB_NONE || strcmp(p->rule, "marker_before") == 0 ||
		tb_gram_cases(p->gram) == 0)
		return true;
	return (tb_gram_cases(p->gram) & TB_GEN) != 0;
}

/* Further places of a list: «СКО, ЗКО и Актюбинской области». */
static uint32_t
take_place_list(const TbDocument *doc, uint32_t i)
{
	for (;;)
	{
		uint32_t	at = i;
		uint32_t	place;

		if (!tb_is_mark(&doc->text, at, ',') && !tb_word_is(doc, at, TB_WORD, "and"))
			return i;
		place = place_at(doc, at + 1);
		if (place == TB_NONE || !place_is_genitive(doc, place))
			return i;
		i = doc->places.at[place].end;
	}
}

/* A place, or a country behind it; the end of what was taken. */
static uint32_t
take_places(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	place = place_at(doc, i);
	bool		plural = tb_gram_singular(p->head_gram) == 0;

	if (place == TB_NONE || !place_is_genitive(doc, place))
		return i;
	if (doc->places.at[place].type == TB_PT_country && p->place != TB_NONE)
		p->country_place = place;
	else if (p->place == TB_NONE)
		p->place = place;
	else
		return i;
	i = doc->places.at[place].end;
	return plural ? take_place_list(doc, i) : take_places(doc, p, i);
}

/* «страны», «региона», «областей, городов республиканского значения и столицы». */
static uint32_t
take_nouns(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	static const char *const keys[] = {
		"country-noun", "region-noun", "city-noun", "district-noun",
		"village-noun", "capital-noun", "agency-noun"
	};
	const TbReading *r = NULL;
	uint32_t	end = i;

	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys) && r == NULL; k++)
	{
		r = tb_phrase_reading(doc, i, TB_WORD, keys[k], &end);
		if (r != NULL && !is_genitive(r))
			r = NULL;
		if (r != NULL && p->noun == NULL)
			p->noun = keys[k];
	}
	if (r == NULL)
		return i;
	(void) tb_phrase_reading(doc, end, TB_WORD, "significance", &end);
	if (tb_gram_singular(r->gram) & TB_GEN)
		return end;
	for (uint32_t at = end; at < end + 2; at++)
		if (tb_is_mark(&doc->text, at, ',') || tb_word_is(doc, at, TB_WORD, "and"))
		{
			uint32_t	next = take_nouns(doc, p, at + 1);

			return next == at + 1 ? end : next;
		}
	return end;
}

/* «от Оренбургской области» behind a member, «в Казахстане» behind an envoy. */
static uint32_t
take_represented(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	const char *code = p->role ? tb_string(doc, p->role->code)
		: tb_string(doc, p->office->code);
	bool		member = p->role ? p->role->sub == TB_ROLE_MEMBER
		: strstr(code, "deputy") != NULL || strstr(code, "senator") != NULL;
	bool		envoy = strstr(code, "ambassador") != NULL ||
		strstr(code, "consul") != NULL || strstr(code, "representative") != NULL ||
		strstr(code, "plenipotentiary") != NULL;
	uint32_t	place = place_at(doc, i + 1);

	if (place == TB_NONE)
		return i;
	if (member && tb_word_is(doc, i, TB_WORD, "from"))
		return doc->places.at[place].end;
	if (envoy && (tb_text_is(doc, i, "в") || tb_text_is(doc, i, "во")))
	{
		p->tail_first = i;
		p->tail_end = doc->places.at[place].end;
		return p->tail_end;
	}
	return i;
}

/* Is this head one of ministers, whose domain is words in the genitive? */
static bool
is_minister(const TbDocument *doc, const TbTitleParse *p)
{
	const char *code = p->role ? tb_string(doc, p->role->code)
		: tb_string(doc, p->office->code);
	const char *last = strrchr(code, '/');

	if (last != NULL)
		return false;
	return strcmp(code, "minister") == 0 || strcmp(code, "deputy-minister") == 0 ||
		strcmp(code, "first-deputy-minister") == 0;
}

/* «внутренних дел», known; «природных ресурсов», as it is written. */
static uint32_t
take_domain(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	uint32_t	end = take_tail(doc, i);

	if (tb_word_is(doc, i, TB_WORD, "by"))
		end = take_tail(doc, i + 1);
	if (longest_match(doc, i, TB_BIT(DOMAIN), &match))
	{
		const TbReading *r = best_reading(doc, &match, i, TB_DOMAIN);

		if (r != NULL && match.end >= end)
		{
			p->domain = tb_entry(doc, r);
			p->tail_first = i;
			p->tail_end = match.end;
			return match.end;
		}
		if (r != NULL && end <= i)
			end = match.end;
	}
	if (end > i && !tb_may_be(doc, i, TB_BIT(PREP) | TB_BIT(CUE)))
	{
		p->tail_first = i;
		p->tail_end = end;
		return end;
	}
	return i;
}

/* Behind a short name in quotation marks that opens at i; else i. */
static uint32_t
quoted_end(const TbDocument *doc, uint32_t i)
{
	if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_quote_mark(tb_tok(doc, i)->value))
		return i;
	for (uint32_t to = i + 1; to < i + 10 && to < doc->text.ntok; to++)
		if (tb_tok(doc, to)->kind == TB_MARK && tb_is_quote_mark(tb_tok(doc, to)->value))
			return to + 1;
	return i;
}

/* «партии «Amanat»» behind a leader; the deputy's party stays outside. */
static uint32_t
take_party(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;

	if (is_deputy_role(doc, p))
		return i;
	if (tb_word_is(doc, at, TB_WORD, "party-noun") && p->role != NULL)
		at++;
	if (at > i || tb_word_is(doc, i - 1, TB_WORD, "party-noun"))
		at = quoted_end(doc, at);
	if (at > i)
	{
		p->tail_first = i;
		p->tail_end = at;
	}
	return at;
}

/* Is the body a generic one that its subject names (комитет, совет)? */
static bool
is_generic_body(const TbDocument *doc, const TbEntry *body)
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
static uint32_t
take_more_bodies(const TbDocument *doc, TbTitleParse *p, uint32_t end)
{
	while (tb_gram_plural(p->head_gram) &&
		   (tb_is_mark(&doc->text, end, ',') || tb_word_is(doc, end, TB_WORD, "and")))
	{
		uint32_t	next = take_body(doc, p, end + 1);

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
static bool
split_office(const TbDocument *doc, TbTitleParse *p)
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

/* Bodies behind the head, one in another or one beside another. */
static uint32_t
take_bodies(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = take_body(doc, p, i);
	uint32_t	next;

	if (end == 0)
		return i;
	if (is_generic_body(doc, p->body[0]))
	{
		/* «комитета СФ по …», «Комитета по … Сената» */
		p->committee = true;
		next = take_body(doc, p, end);
		end = next ? next : end;
		end = take_subject(doc, p, end);
		next = p->nbodies == 1 ? take_body(doc, p, end) : 0;
		return next ? next : end;
	}
	end = take_more_bodies(doc, p, end);
	/* «Сената Парламента» where the list of bodies has it not as one */
	if (p->nbodies == 1 && p->body[0]->sub == TB_BT_chamber)
	{
		TbTitleParse scratch = *p;

		next = take_body(doc, &scratch, end);
		if (next && scratch.body[1]->sub == TB_BT_parliament)
			end = next;
	}
	return end;
}

/* ----------------------------------------------------------------- titles */

/* A dashed second office: «Заместитель Премьер-Министра – Министр …». */
static uint32_t
take_dashed(const TbDocument *doc, uint32_t i)
{
	TbTitleParse other = {.acting = TB_NONE,.level = TB_NONE,.place = TB_NONE,
	.country_place = TB_NONE,.body_level = TB_NONE};
	uint32_t	end;

	if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_dash(tb_tok(doc, i)->value) ||
		(tb_tok(doc, i)->flags & TB_TF_GLUED))
		return i;
	end = take_head(doc, &other, i + 1);
	if (end == 0 || (other.role != NULL && !is_minister(doc, &other)) ||
		(other.office != NULL && !tb_is_cap(doc, i + 1)))
		return i;
	return is_minister(doc, &other) ? take_domain(doc, &other, end) : end;
}

/* Does the word end as an adjective in the genitive does? */
static bool
is_genitive_adjective(const TbDocument *doc, uint32_t i)
{
	return tb_is_word(doc, i) &&
		(tb_ends_in(doc, i, "ого") || tb_ends_in(doc, i, "его") ||
		 tb_ends_in(doc, i, "ой") || tb_ends_in(doc, i, "ей"));
}

/* «Минсельхозпрода», «Госкомстата»: a name of a ministry that no list has. */
static bool
is_agency_name(const TbDocument *doc, uint32_t i)
{
	static const char *const prefixes[] = {"мин", "гос", "рос", "каз", "нац", "узб"};
	char		folded[TB_MAX_WORD];
	size_t		n;

	if (!tb_is_cap(doc, i) || tb_tok(doc, i)->letters < 7 ||
		tb_may_be(doc, i, TB_BIT(GIVEN) | TB_BIT(PLACE) | TB_BIT(BODY)) ||
		!(tb_ends_in(doc, i, "а") || tb_ends_in(doc, i, "о")))
		return false;
	n = tb_token_fold(&doc->text, i, folded);
	for (size_t k = 0; k < sizeof(prefixes) / sizeof(*prefixes); k++)
		if (n > 6 && memcmp(folded, prefixes[k], 6) == 0)
			return true;
	return false;
}

/* Does a body of the lists begin at i that is longer than [i, end)? */
static bool
has_listed_body(const TbDocument *doc, uint32_t i, uint32_t end)
{
	TbMatch		match;

	return longest_match(doc, i, TB_BIT(BODY), &match) && match.end > end;
}

/* «президент компании», of no country. */
static bool
leads_companies(const TbDocument *doc, const TbTitleParse *p)
{
	const char *code = tb_string(doc, p->role->code);

	return strcmp(code, "president") == 0 || strcmp(code, "vice-president") == 0;
}

/*
 * institution: «управления энергетики и ЖКХ», «Уральского таможенного
 * управления», «музея «Старый город»»: heads of what no list of bodies names.
 */
static uint32_t
take_institution(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;
	uint32_t	end;
	const TbReading *r;
	bool		bare = p->role != NULL && !is_deputy_role(doc, p) &&
		(p->role->sub != TB_ROLE_OWN || p->deputy || leads_companies(doc, p));

	while (bare && at < i + 3 && is_genitive_adjective(doc, at))
		at++;
	if (bare && at == i && is_agency_name(doc, i))
	{
		p->tail_first = i;
		p->tail_end = i + 1;
		return i + 1;
	}
	r = bare ? tb_phrase_reading(doc, at, TB_WORD, "institution", &end) : NULL;
	if (r == NULL && bare && at > i)	/* «Радикальной партии» */
		r = tb_phrase_reading(doc, at, TB_WORD, "party-noun", &end);
	if (r == NULL && bare)		/* «Министерства объединения», known by no list */
	{
		r = tb_phrase_reading(doc, at, TB_WORD, "agency-noun", &end);
		if (r != NULL && (has_listed_body(doc, at, end) || take_tail(doc, end) == end))
			r = NULL;
	}
	if (r == NULL || !(tb_gram_singular(r->gram) & TB_GEN))
		return i;
	if (tb_word_is(doc, end, TB_WORD, "by"))
		end = take_subject(doc, p, end);
	else
		end = take_tail(doc, end);
	end = quoted_end(doc, end);
	p->institution = true;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* superior: «представитель Генерального секретаря ООН», «советник акима города». */
static uint32_t
take_superior(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse other;
	uint32_t	end;

	if (p->role == NULL || p->depth > 2 || !tb_may_be(doc, i, TITLE_BITS) ||
		(p->role->sub == TB_ROLE_HEAD && !p->deputy) ||
		is_minister(doc, p))
		return i;
	if (!parse_title(doc, i, p->depth + 1, &other) ||
		!(tb_gram_cases(other.gram) & TB_GEN))
		return i;
	end = take_subject(doc, p, other.end);
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* «Палаты представителей» is a body; «Палаты Парламента» just a chamber. */
static bool
has_long_body(const TbDocument *doc, uint32_t i)
{
	TbMatch		match;

	return tb_word_is(doc, i, TB_WORD, "chamber-noun") &&
		longest_match(doc, i, TB_BIT(BODY), &match) && match.end > i + 1 &&
		!tb_may_be(doc, i + 1, TB_BIT(BODY));
}

/* What stands behind the head, in the order of the essay. */
static uint32_t
take_rest(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = i;

	if (p->role != NULL || is_minister(doc, p) || p->office == NULL ||
		strchr(tb_string(doc, p->office->code), '/') == NULL)
	{
		if (is_minister(doc, p))
			end = take_domain(doc, p, i);
		if (end == i)
			end = take_institution(doc, p, i);
		if (end == i)
			end = take_superior(doc, p, i);
		if (end == i && !has_long_body(doc, i))
			end = take_chamber(doc, p, i);
		if (end == i)
			end = take_local_assembly(doc, p, i);
		if (end == i)
			end = take_bodies(doc, p, i);
		if (end == i)
			end = take_party(doc, p, i);
	}
	else
	{
		if (tb_may_be(doc, i, TB_BIT(BODY)))
		{
			/* «Председатель Сената» + «Парламента» */
			TbTitleParse scratch = *p;
			uint32_t	next;

			scratch.nbodies = 0;
			next = take_body(doc, &scratch, i);
			if (next && scratch.body[0]->sub == TB_BT_parliament)
				end = next;
		}
		if (end == i && split_office(doc, p))
			end = take_more_bodies(doc, p, i);
		if (end == i)
			end = take_party(doc, p, i);
	}
	i = end;
	end = take_places(doc, p, i);
	if (end == i && p->nbodies == 0 && p->domain == NULL)
		end = take_nouns(doc, p, i);
	else if (end == i && p->nbodies > 0 && (p->body[0]->flags & TB_EF_LOCAL))
		end = take_nouns(doc, p, i);
	if (p->noun != NULL && p->place == TB_NONE)
		end = take_places(doc, p, end);
	end = take_represented(doc, p, end);
	return take_dashed(doc, end);
}

/* Parse a title that begins at token i; false when none does. */
static bool
parse_title(const TbDocument *doc, uint32_t i, int depth, TbTitleParse *p)
{
	uint32_t	at = i;
	uint32_t	head = 0;

	*p = (TbTitleParse) {
		.first = i,.acting = TB_NONE,.level = TB_NONE,.place = TB_NONE,
		.country_place = TB_NONE,.body_level = TB_NONE,.depth = depth
	};
	for (int step = 0; step < 6; step++)
	{
		head = take_head(doc, p, at);
		if (head != 0)
			break;
		if (!take_modifier(doc, p, &at))
			return false;
	}
	/* «первый» is of deputies; «первая глава книги» is no title */
	if (head == 0 || (p->is_first && !p->deputy && !p->vice && p->role != NULL &&
					  p->role->sub == TB_ROLE_HEAD))
		return false;
	p->end = take_rest(doc, p, head);
	return true;
}

/* Does a body's name that is longer begin here (Администрация Президента)? */
static uint32_t
longer_body(const TbDocument *doc, uint32_t i, const TbTitleParse *p)
{
	TbMatch		match;

	if (!longest_match(doc, i, TB_BIT(BODY), &match))
		return i;
	return match.end > p->end ? match.end : i;
}

/* Roles that mean nobody in politics when they stand alone. */
static bool
is_bare_nobody(const TbDocument *doc, const TbTitleParse *p)
{
	const char *code;

	if (p->role == NULL || p->nbodies > 0 || p->domain != NULL || p->deputy ||
		p->place != TB_NONE || p->noun != NULL || p->chamber != TB_CHAMBER_NONE ||
		p->tail_end > 0 || p->end > p->first + 1)
		return false;
	code = tb_string(doc, p->role->code);
	if (p->role->sub == TB_ROLE_OWN && strstr(code, "sultan") != NULL)
		return true;
	if (p->role->sub == TB_ROLE_MEMBER)
		return strcmp(code, "deputy") != 0 && strcmp(code, "senator") != 0 &&
			strcmp(code, "parliamentarian") != 0 && strcmp(code, "people-deputy") != 0;
	if (p->role->sub == TB_ROLE_HEAD)
		return strcmp(code, "speaker") != 0 && strcmp(code, "toraga") != 0;
	return false;
}

/* «пресс-служба акима» speaks for an office and is none. */
static bool
is_press_office(const TbDocument *doc, uint32_t i)
{
	return i >= 3 && tb_is_mark(&doc->text, i - 2, '-') &&
		tb_text_is(doc, i - 3, "пресс");
}

/*
 * Keep a body that stands by itself; «комитет», «совет» name none.  A country
 * behind it («МВД России») or of which alone it is says whose it is.
 */
static TbStatus
add_body(TbDocument *doc, uint32_t i, const TbMatch *match)
{
	const TbReading *r = best_reading(doc, match, i, TB_BODY);
	uint32_t	place = place_at(doc, match->end);
	const char *country = doc->country;
	TbBuffer	path = {.arena = doc->arena};
	TbBuffer	before = {.arena = doc->arena};
	const TbEntry *entry;
	TbBody	   *body;

	if (r == NULL || is_generic_body(doc, tb_entry(doc, r)))
		return TB_OK;
	entry = tb_entry(doc, r);
	body = TB_PUSH(doc->arena, &doc->bodies);
	if (body == NULL)
		return TB_NO_MEMORY;
	body->first = i;
	body->end = match->end;
	body->span = tb_span_of(doc, i, match->end);
	if (strlen(tb_string(doc, entry->country)) == 2)
		country = tb_string(doc, entry->country);
	body->placed = only_country(doc, match, TB_BODY) != NULL;
	if (place != TB_NONE && doc->places.at[place].entry != TB_NONE)
	{
		country = tb_string(doc, tb_lexicon_entry(doc->lex, doc->places.at[place].entry)->code);
		body->placed = true;
	}
	if (strlen(country) >= 2 && (country[2] == '\0' || country[2] == '/') &&
		!(entry->sub == TB_BT_organisation && strcmp(tb_string(doc, entry->country), "*") == 0))
	{
		tb_buffer_put(&before, country, 2);
		tb_buffer_puts(&before, "/");
	}
	tb_buffer_puts(&path, tb_string(doc, entry->code));
	tb_buffer_puts(&path, "/");
	body->office = tb_buffer_text(&path);
	body->jurisdiction = tb_buffer_text(&before);
	return body->office == NULL || body->jurisdiction == NULL ? TB_NO_MEMORY : TB_OK;
}

/* Representatives of many are a group, not a title. */
static bool
is_group(const TbDocument *doc, const TbTitleParse *p)
{
	return p->role != NULL && p->gram != 0 && tb_gram_singular(p->gram) == 0 &&
		strcmp(tb_string(doc, p->role->code), "representative") == 0;
}

TbStatus
tb_title_find(TbDocument *doc)
{
	uint32_t	place = 0;

	for (uint32_t i = 0; i < doc->text.ntok;)
	{
		TbTitleParse p;
		uint32_t	next = i + 1;
		TbMatch		body;

		/* «Нур-Султан» holds no sultan */
		while (place < doc->places.n && doc->places.at[place].end <= i)
			place++;
		if (place < doc->places.n && doc->places.at[place].first <= i &&
			doc->places.at[place].kind == TB_PK_NAME)
		{
			i = doc->places.at[place].end;
			continue;
		}

		if ((i & 0xFFF) == 0 && tb_arena_stopped(doc->arena))
			return TB_INTERRUPTED;
		/* «После» bends from «посол» too */
		if (tb_may_be(doc, i, TITLE_BITS) && !tb_may_be(doc, i, TB_BIT(PREP)) &&
			parse_title(doc, i, 0, &p))
		{
			uint32_t	skip = longer_body(doc, i, &p);

			if (skip > i)
				next = skip;
			else if (!is_bare_nobody(doc, &p) && !is_group(doc, &p) &&
					 !is_press_office(doc, i))
			{
				TB_TRY(tb_title_add(doc, &p, p.role ? "composed_title" : "office_phrase"));
				next = p.end;
			}
		}
		else if (tb_may_be(doc, i, TB_BIT(BODY)) &&
				 longest_match(doc, i, TB_BIT(BODY), &body))
		{
			TB_TRY(add_body(doc, i, &body));
			next = body.end;
		}
		i = next;
	}
	return TB_OK;
}
