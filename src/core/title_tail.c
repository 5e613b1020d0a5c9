/*
 * title_tail.c
 *	  Words behind a title's head that are kept as they are written: subjects
 *	  («по аграрным вопросам»), domains of ministers («природных ресурсов»),
 *	  institutions that no list names («управления энергетики»), parties.
 */
#include "core/title_internal.h"

#define PLACE_BITS (TB_BIT(PLACE) | TB_BIT(PLACE_ADJ))

/* Longest tail «по …» in words. */
#define MAX_TAIL 14

/* Is the word one that a tail «по …» goes on through? */
static bool
is_tail_word(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ой", "ей", "ам", "ям", "ым", "им", "ому", "ему", "ами", "ых", "их",
		"ию", "ью", "у", "ю", "е", "и", "ого", "его", "а", "я", "ов", "ев", "ы", "ий"
	};
	TbMatch		match;

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
	/* «чрезвычайным ситуациям», though an envoy is «чрезвычайный» */
	if (tb_title_longest_match(doc, i, HEAD_BITS, &match) ||
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
uint32_t
tb_title_take_tail(const TbDocument *doc, uint32_t i)
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
uint32_t
tb_title_take_subject(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end;

	if (!tb_word_is(doc, i, TB_WORD, "by"))
		return i;
	end = tb_title_take_tail(doc, i + 1);
	if (end == i + 1)
		return i;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* Is this head one of ministers, whose domain is words in the genitive? */
bool
tb_title_is_minister(const TbDocument *doc, const TbTitleParse *p)
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
uint32_t
tb_title_take_domain(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	uint32_t	end = tb_title_take_tail(doc, i);

	if (tb_word_is(doc, i, TB_WORD, "by"))
		end = tb_title_take_tail(doc, i + 1);
	if (tb_title_longest_match(doc, i, TB_BIT(DOMAIN), &match))
	{
		const TbReading *r = tb_title_best_reading(doc, &match, i, TB_DOMAIN);

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
	/* «министр по торговле ЕЭК Андрей …»; not «министр по итогам года» */
	if (end > i + 1 && tb_word_is(doc, i, TB_WORD, "by") && tb_is_cap(doc, end) &&
		!(tb_tok(doc, end)->flags & (TB_TF_SENT | TB_TF_PARA)) &&
		!tb_word_is(doc, i + 1, TB_WORD, "by-way"))
	{
		p->tail_first = i;
		p->tail_end = end;
		return end;
	}
	if (end > i && !tb_may_be(doc, i, TB_BIT(PREP) | TB_BIT(CUE)))
	{
		p->tail_first = i;
		p->tail_end = end;
		return end;
	}
	return i;
}

/* Is the token the mark «, or »? */
static bool
is_guillemet(const TbDocument *doc, uint32_t i, uint32_t mark)
{
	return i < doc->text.ntok && tb_tok(doc, i)->kind == TB_MARK && tb_tok(doc, i)->value == mark;
}

/*
 * Behind a short name in quotation marks that opens at i; else i.  «НК
 * «Қазақстан темір жолы»» holds another; «НК «Қазақстан темір жолы» shares
 * its last mark.
 */
uint32_t
tb_title_quoted_end(const TbDocument *doc, uint32_t i)
{
	bool		inner = false;

	if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_quote_mark(tb_tok(doc, i)->value))
		return i;
	for (uint32_t to = i + 1; to < i + 10 && to < doc->text.ntok; to++)
	{
		if (is_guillemet(doc, i, 0xAB) && is_guillemet(doc, to, 0xAB))
			inner = true;
		else if (tb_tok(doc, to)->kind == TB_MARK && tb_is_quote_mark(tb_tok(doc, to)->value))
			return to + 1 + (inner && is_guillemet(doc, to + 1, 0xBB));
	}
	return i;
}

/* «партии «Amanat»» behind a leader; the deputy's party stays outside. */
uint32_t
tb_title_take_party(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;

	if (tb_title_is_deputy_role(doc, p))
		return i;
	if (tb_word_is(doc, at, TB_WORD, "party-noun") && p->role != NULL)
		at++;
	if (at > i || tb_word_is(doc, i - 1, TB_WORD, "party-noun"))
		at = tb_title_quoted_end(doc, at);
	if (at > i)
	{
		p->tail_first = i;
		p->tail_end = at;
	}
	return at;
}

/* ----------------------------------------------------------- institutions */

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

	return tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end > end;
}

/* «комитета», «совета»: bodies that their subject names. */
static bool
is_generic_at(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_BODY, NULL);

	return r != NULL && tb_title_is_generic_body(doc, tb_entry(doc, r));
}

/* «президент компании», of no country. */
static bool
leads_companies(const TbDocument *doc, const TbTitleParse *p)
{
	const char *code = tb_string(doc, p->role->code);

	return strcmp(code, "president") == 0 || strcmp(code, "vice-president") == 0;
}

/* Longest name of an organisation that stands without quotation marks. */
#define MAX_NAME 4

/* Longest one in quotation marks, those counted. */
#define MAX_QUOTED 10

/* Is the token a word in Latin letters, or a number or & inside such a name? */
static bool
is_latin(const TbDocument *doc, uint32_t i)
{
	unsigned char c;

	if (i >= doc->text.ntok)
		return false;
	c = (unsigned char) doc->text.data[doc->text.tok[i].start];
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '&';
}

/* Behind the name in quotation marks that opens at i with a capital; else i. */
static uint32_t
quoted_name_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = tb_title_quoted_end(doc, i);

	/* «Мы не будем …» is what he said */
	if (end == i || end > i + MAX_QUOTED || !(tb_is_cap(doc, i + 1) || is_latin(doc, i + 1)) ||
		tb_may_be(doc, i + 1, TB_BIT(PRON) | TB_BIT(STOP) | TB_BIT(CONJ) | TB_BIT(PREP)))
		return i;
	for (uint32_t at = i + 1; at + 1 < end; at++)
		if (tb_tok(doc, at)->flags & (at > i + 1 ? TB_TF_SENT | TB_TF_PARA : TB_TF_PARA))
			return i;
	return end;
}

/* An abbreviation that no list has, behind words that are not in capitals. */
static bool
is_abbreviation(const TbDocument *doc, uint32_t i)
{
	const TbToken *token = tb_tok(doc, i);

	return i > 0 && token->kind == TB_WORD_TOKEN && (token->flags & TB_TF_CAPS) &&
		!(token->flags & (TB_TF_LETTER | TB_TF_SENT | TB_TF_PARA)) &&
		token->letters >= 2 && token->letters <= 6 &&
		!(tb_tok(doc, i - 1)->flags & TB_TF_CAPS && token->letters > 4) &&
		!tb_may_be(doc, i, PLACE_BITS | TB_BIT(ROLE) | TB_BIT(OFFICE) | TB_BIT(BODY) |
				   TB_BIT(GIVEN) | TB_BIT(COMMON) | TB_BIT(PREP) | TB_BIT(CONJ));
}

/*
 * organisation: «РГП «Казводхоз»», ««Яндекса»», «АО НК КазМунайГаз»,
 * «Business NZ»: an organisation by its name, behind its legal form or not.
 */
static uint32_t
organisation_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	name = i;
	uint32_t	end;

	while (name < i + 3 && tb_phrase_reading(doc, name, TB_WORD, "legal-form", &end) != NULL)
		name = end;
	end = quoted_name_end(doc, name);
	if (end > name)
		return end;
	/* «ректор МГУ», «президент РАН» */
	if (name == i && is_abbreviation(doc, i))
		return is_abbreviation(doc, i + 1) ? i + 2 : i + 1;
	for (end = name; end < name + MAX_NAME && is_latin(doc, end) &&
		 !(tb_tok(doc, end)->flags & (TB_TF_SENT | TB_TF_PARA)); end++)
		;
	if (end == name && name > i)
		while (end < name + MAX_NAME && tb_is_cap(doc, end) &&
			   !(tb_tok(doc, end)->flags & (TB_TF_SENT | TB_TF_PARA)) &&
			   !tb_may_be(doc, end, TB_BIT(GIVEN)))
			end++;
	return end > name ? end : i;
}

/* «генеральный директор», «председатель правления»: of any organisation. */
static bool
leads_any(const TbDocument *doc, const TbTitleParse *p)
{
	const char *code = p->role == NULL ? tb_string(doc, p->office->code) : "";

	return strstr(code, "director") != NULL || strstr(code, "board-chair") != NULL ||
		strstr(code, "supervisory-chair") != NULL;
}

/* «департамента | пастбищ | Министерства»: a genitive that has no ending, before a capital. */
static uint32_t
bare_plural_end(const TbDocument *doc, uint32_t i)
{
	if (tb_is_word(doc, i) && !tb_is_cap(doc, i) && tb_tok(doc, i)->letters > 4 &&
		!(tb_tok(doc, i)->flags & TB_TF_SENT) && tb_is_cap(doc, i + 1) &&
		!(tb_tok(doc, i + 1)->flags & TB_TF_SENT) &&
		!tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(PREP) | TB_BIT(CONJ) | HEAD_BITS | TB_BIT(TITLEMOD)) &&
		(tb_word_is(doc, i, TB_COMMON, "noun") || !tb_may_be(doc, i, TB_BIT(COMMON))))
		return i + 1;
	return i;
}

/* «департамента полиции | области Жетісу»: the place's own head is no word of the tail. */
static uint32_t
before_place(const TbDocument *doc, uint32_t from, uint32_t end)
{
	uint32_t	place = tb_title_place_at(doc, end);

	if (place == TB_NONE || doc->places.at[place].first >= end ||
		doc->places.at[place].first < from)
		return end;
	return doc->places.at[place].first;
}

/*
 * owner: «департамента внешней торговли | Министерства торговли», «офиса |
 * ВОЗ», «… | министерства»: whose the institution is.
 */
static uint32_t
owner_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = 0;
	TbMatch		match;
	const TbReading *r;

	if (tb_title_longest_match(doc, i, TB_BIT(BODY), &match))
	{
		r = tb_title_best_reading(doc, &match, i, TB_BODY);
		if (r != NULL && tb_title_is_genitive(r) &&
			!tb_title_is_generic_body(doc, tb_entry(doc, r)))
			end = match.end;
	}
	else if (tb_word_is(doc, i, TB_WORD, "agency-noun"))
	{
		r = tb_word_reading(doc, i, TB_WORD, "agency-noun");
		if (tb_gram_singular(r->gram) & TB_GEN)
			end = tb_title_take_tail(doc, i + 1);
	}
	return end > i ? end : i;
}

/*
 * institution: «управления энергетики и ЖКХ», «Уральского таможенного
 * управления», «музея «Старый город»»: heads of what no list of bodies names.
 */
uint32_t
tb_title_take_institution(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;
	uint32_t	end;
	const TbReading *r;
	bool		bare = p->role != NULL && !tb_title_is_deputy_role(doc, p) &&
		(p->role->sub != TB_ROLE_OWN || p->deputy || leads_companies(doc, p));

	while (bare && at < i + 3 && is_genitive_adjective(doc, at))
		at++;
	if (bare && at == i && is_agency_name(doc, i))
	{
		p->tail_first = i;
		p->tail_end = i + 1;
		return i + 1;
	}
	if ((bare || leads_any(doc, p)) && at == i)
	{
		end = organisation_end(doc, i);
		if (end > i)
		{
			p->institution = true;
			p->tail_first = i;
			p->tail_end = end;
			return end;
		}
	}
	r = bare ? tb_phrase_reading(doc, at, TB_WORD, "institution", &end) : NULL;
	/* «Верховного Суда» is a body of the lists, «Алмалинского районного суда» none */
	if (r != NULL && at > i && has_listed_body(doc, i, end - 1))
		r = NULL;
	if (r == NULL && bare && at > i)	/* «Радикальной партии» */
		r = tb_phrase_reading(doc, at, TB_WORD, "party-noun", &end);
	if (r == NULL && bare)		/* «Министерства объединения», known by no list */
	{
		r = tb_phrase_reading(doc, at, TB_WORD, "agency-noun", &end);
		if (r != NULL && (has_listed_body(doc, at, end) || is_generic_at(doc, at) ||
						  (tb_title_take_tail(doc, end) == end &&
						   !tb_word_is(doc, end, TB_WORD, "by"))))
			r = NULL;
	}
	if (r == NULL || !(tb_gram_singular(r->gram) & TB_GEN))
		return i;
	if (tb_word_is(doc, end, TB_WORD, "by"))
		end = tb_title_take_subject(doc, p, end);
	else
		end = bare_plural_end(doc, tb_title_take_tail(doc, end));
	end = tb_title_quoted_end(doc, end);
	end = before_place(doc, at + 1, end);
	end = owner_end(doc, end);
	p->institution = true;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}
