/*
 * title_institution.c
 *	  Institutions that no list of bodies names, behind their heads: «управления
 *	  энергетики», «РГП «Казводхоз»», «Уральского таможенного управления».
 */
#include "core/title_internal.h"

#define PLACE_BITS (TB_BIT(PLACE) | TB_BIT(PLACE_ADJ))

/* Does the word end as an adjective in the genitive does? */
static bool
is_genitive_adjective(const TbDocument *doc, uint32_t i)
{
	return tb_is_word(doc, i) &&
		(tb_ends_in(doc, i, "ого") || tb_ends_in(doc, i, "его") ||
		 tb_ends_in(doc, i, "ой") || tb_ends_in(doc, i, "ей"));
}

uint32_t
tb_title_compound_end(const TbDocument *doc, uint32_t i)
{
	while (tb_is_word(doc, i) && tb_is_mark(&doc->text, i + 1, '-') && tb_is_word(doc, i + 2) &&
		   (tb_tok(doc, i + 1)->flags & tb_tok(doc, i + 2)->flags & TB_TF_GLUED))
		i += 2;
	return i;
}

/* Behind an adjective or ordinal in the genitive («35-й», «десантно-штурмовой»); else i. */
static uint32_t
attribute_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	last = tb_title_compound_end(doc, i);

	if (tb_tok(doc, i)->kind == TB_NUMBER && tb_is_mark(&doc->text, i + 1, '-') &&
		tb_is_word(doc, i + 2) && tb_tok(doc, i + 2)->letters <= 3)
		return i + 3;
	return is_genitive_adjective(doc, last) ? last + 1 : i;
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

/* «департамента | пастбищ | Министерства»: a genitive that has no ending, before a capital. */
static uint32_t
bare_plural_end(const TbDocument *doc, uint32_t i)
{
	if (tb_is_word(doc, i) && !tb_is_cap(doc, i) && tb_tok(doc, i)->letters > 4 &&
		!(tb_tok(doc, i)->flags & TB_TF_SENT) && tb_is_cap(doc, i + 1) &&
		!(tb_tok(doc, i + 1)->flags & TB_TF_SENT) &&
		!tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(PREP) | TB_BIT(CONJ) | HEAD_BITS |
				   TB_BIT(TITLEMOD) | TB_BIT(PERSONWORD)) &&
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
 * ВОЗ», «… | министерства», «аппарата | акима области»: whose it is.
 */
static uint32_t
owner_end(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse other = *p;
	uint32_t	end;
	TbMatch		match;
	const TbReading *r;

	other.nbodies = 0;
	end = tb_title_take_placed_body(doc, &other, i);	/* «… Гродненского облисполкома» */
	if (end > i)
		return end;
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
	else if (p->depth < 2 && tb_may_be(doc, i, TITLE_BITS) &&
			 tb_title_parse(doc, i, p->depth + 2, &other) &&
			 (tb_gram_cases(other.gram) & TB_GEN))
	{
		p->superior = true;
		end = other.end;
	}
	return end > i ? end : i;
}

/* «департамента МИД | по вопросам безопасности», not before a place or «по итогам». */
static uint32_t
subject_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end;

	if (!tb_word_is(doc, i, TB_WORD, "by") || tb_title_place_at(doc, i + 1) != TB_NONE ||
		(tb_word_is(doc, i + 1, TB_WORD, "by-way") && !tb_text_is(doc, i + 1, "вопросам")))
		return i;
	end = tb_title_take_tail(doc, i + 1);
	return end > i + 1 ? end : i;
}

/* How many adjectives an institution may have before its noun. */
#define MAX_ATTRIBUTES 4

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
	TbMatch		match;
	uint32_t	country;
	bool		bare = p->role != NULL && !tb_title_is_deputy_role(doc, p) &&
		(p->role->sub != TB_ROLE_OWN || p->deputy || tb_title_leads_companies(doc, p));

	/* ««Роснефти»», «Агентства РК по …» are bodies of the lists */
	if ((tb_tok(doc, i)->kind == TB_MARK || tb_word_is(doc, i, TB_WORD, "agency-noun")) &&
		tb_title_match_body(doc, i, &match, &country) > 0 &&
		(tb_tok(doc, i)->kind == TB_MARK || country != TB_NONE))
		return i;
	for (int n = 0; bare && n < MAX_ATTRIBUTES && attribute_end(doc, at) > at &&
		 tb_phrase_reading(doc, at, TB_WORD, "institution", &end) == NULL; n++)
		at = attribute_end(doc, at);
	if (bare && at == i && is_agency_name(doc, i))
	{
		p->tail_first = i;
		p->tail_end = i + 1;
		return i + 1;
	}
	if ((bare || tb_title_leads_any(doc, p)) && at == i)
	{
		end = organisation_end(doc, i);
		/* «Банка России» is a body of the lists */
		if (end > i && tb_title_match_body(doc, i, &match, &country) >= end)
			return i;
		if (end == i + 1)			/* «СУ | СКР» */
			end = owner_end(doc, p, end);
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
		/* «Комитета экологии»; not «комитета Сената», «комитета» alone */
		if (r != NULL && (has_listed_body(doc, at, end) ||
						  (is_generic_at(doc, at) &&
						   (!tb_is_cap(doc, at) || tb_word_is(doc, end, TB_WORD, "by"))) ||
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
	end = subject_end(doc, owner_end(doc, p, end));
	p->institution = true;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* ------------------------------------------------------ in the instrumental */

/* Does the word end as an adjective in the instrumental does? */
static bool
is_instrumental_adjective(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {"ым", "им", "ой", "ей", "ыми", "ими", NULL};

	return tb_is_word(doc, i) && tb_ends_in_any(doc, i, endings);
}

/* A noun that commanders and managers lead, at i, in a case; its end, or i. */
static uint32_t
led_noun_end(const TbDocument *doc, uint32_t i, uint16_t cases)
{
	static const char *const keys[] = {"force", "institution"};

	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
	{
		uint32_t	end;
		const TbReading *r = tb_phrase_reading(doc, i, TB_WORD, keys[k], &end);

		if (r != NULL && (tb_gram_cases(r->gram) & cases))
			return end;
	}
	return i;
}

/*
 * governed: «командующий | войсками Западного военного округа», «Северным
 * флотом», «заведующий | отделом внутренней политики»: the noun in the
 * instrumental, what stands behind it in the genitive.
 */
uint32_t
tb_title_take_governed(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;
	uint32_t	end;
	uint32_t	next;

	if (!tb_title_governs_instrumental(doc, p) || tb_may_be(doc, i, TB_BIT(BODY)))
		return i;
	while (at < i + 3 && is_instrumental_adjective(doc, at) && led_noun_end(doc, at, TB_INS) == at)
		at++;
	end = led_noun_end(doc, at, TB_INS);
	if (end == at)
		return i;
	for (at = end; at < end + MAX_ATTRIBUTES && attribute_end(doc, at) > at &&
		 led_noun_end(doc, at, TB_GEN) == at;)
		at = attribute_end(doc, at);
	next = led_noun_end(doc, at, TB_GEN);
	end = next > at ? next : tb_title_take_tail(doc, end);
	end = tb_title_quoted_end(doc, end);
	end = owner_end(doc, p, before_place(doc, i + 1, end));
	p->institution = true;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}
