/*
 * title_head.c
 *	  What stands before a title's head, and the head: «первый заместитель |
 *	  председателя», «и.о. | акима», «замглавы».
 */
#include "core/title_internal.h"

/* ----------------------------------------------------------- what it says */

/* The longest match at i that has a reading of any class in bits. */
bool
tb_title_longest_match(const TbDocument *doc, uint32_t i, uint64_t bits, TbMatch *out)
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
			if (bits & UINT64_C(1) << tb_reading_class(r++))
			{
				*out = match[n];
				return true;
			}
	}
	return false;
}

/* How well an entry's countries go with the document's; 0: not at all. */
int
tb_title_country_fit(const TbDocument *doc, const TbEntry *entry)
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

/* Was there such a body or office on the document's day, as far as is known? */
static bool
is_of_its_time(const TbDocument *doc, const TbEntry *entry)
{
	return doc->reference == TB_NO_DAY ||
		((entry->from == TB_NO_DAY || entry->from <= doc->reference) &&
		 (entry->to == TB_NO_DAY || doc->reference <= entry->to));
}

/*
 * The reading of a class at a match that suits the document best: by country,
 * then by time («Минцифры» is of one ministry until 2025, then of another).
 * Where nothing tells the country one of many comes first, then Kazakhstan's.
 */
const TbReading *
tb_title_best_reading(const TbDocument *doc, const TbMatch *match, uint32_t first,
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

		if (tb_reading_class(r) != klass)
			continue;
		if ((r->flags & TB_RF_CAPS) && !tb_in_capitals(doc, first, match->end))
			continue;
		/* «Рада» in a text of Ukraine; not «рада», «думы» */
		if (klass == TB_BODY && match->end == first + 1 && !tb_is_cap(doc, first) &&
			(entry->sub == TB_BT_parliament || entry->sub == TB_BT_chamber) &&
			tb_may_be(doc, first, TB_BIT(COMMON)) &&
			!(tb_word_is(doc, first, TB_ORGWORD, NULL) && tb_word_is(doc, first, TB_COMMON, "noun")))
			continue;
		if ((r->flags & TB_RF_OWN) && tb_title_country_fit(doc, entry) < 3)
			continue;
		fit = klass == TB_ROLE ? 2 :
			8 * tb_title_country_fit(doc, entry) + 4 * is_of_its_time(doc, entry) +
			(*doc->country != '\0' ? 0 : strlen(tb_string(doc, entry->country)) > 2 ? 2 :
			 tb_country_listed(tb_string(doc, entry->country), "kz"));
		if (fit > best_fit)
		{
			best = r;
			best_fit = fit;
		}
	}
	return best;
}

/* The one country of all readings of a class at a match, or NULL. */
const char *
tb_title_only_country(const TbDocument *doc, const TbMatch *match, TbClass klass)
{
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(doc->lex, match->node, &n);
	const char *only = NULL;

	for (; n-- > 0; r++)
	{
		const char *list;

		if (tb_reading_class(r) != klass)
			continue;
		list = tb_string(doc, tb_entry(doc, r)->country);
		if (strlen(list) != 2 || (only != NULL && strcmp(list, only) != 0))
			return NULL;
		only = list;
	}
	return only;
}

/* -------------------------------------------------------- before the head */

/* Take one modifier at *i; false when there is none. */
bool
tb_title_take_modifier(const TbDocument *doc, TbTitleParse *p, uint32_t *i)
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

/* fused_chair: «зампред комитета», «зампредседателя»: deputy and head in one word. */
static uint32_t
take_fused_chair(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_WORD, "deputy-chair");

	if (r == NULL || p->deputy || p->vice)
		return 0;
	p->role = tb_lexicon_find_code(doc->lex, TB_ROLE, "chair");
	if (p->role == NULL)
		return 0;
	p->deputy = true;
	p->head_gram = TB_GEN;
	if (p->gram == 0 || p->is_first)
		p->gram = r->gram;
	return i + 1;
}

/* --------------------------------------------------------------- the head */

/* Does the word at i end as one in the genitive may? */
bool
tb_title_ends_in_genitive(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ы", "и", "а", "ства", "ния", "вия", "тия", "ого", "его", "ой", "ей", "ых", "их",
		"ов", "ев", NULL
	};

	return tb_ends_in_any(doc, i, endings);
}

/*
 * «министр сельского хозяйства | и продовольствия» is no listed «министр
 * сельского хозяйства»: the domain is longer than the phrase.
 */
static bool
domain_goes_on(const TbDocument *doc, const TbReading *office, uint32_t end)
{
	const char *code = tb_string(doc, tb_entry(doc, office)->code);
	size_t		len = strlen(code);

	return len > 9 && strcmp(code + len - 9, "/minister") == 0 &&
		tb_word_is(doc, end, TB_WORD, "and") && !tb_is_cap(doc, end + 1) &&
		tb_title_ends_in_genitive(doc, end + 1) &&
		tb_title_take_tail(doc, end + 1) > end + 1;
}

/*
 * Does a body of the document's country, or of any where that is not known,
 * follow the word at i?
 */
static bool
own_body_follows(const TbDocument *doc, uint32_t i)
{
	TbMatch		match;
	const TbReading *r;

	if (!tb_title_longest_match(doc, i + 1, TB_BIT(BODY), &match))
		return false;
	r = tb_title_best_reading(doc, &match, i + 1, TB_BODY);
	return r != NULL && tb_title_country_fit(doc, tb_entry(doc, r)) >=
		(*doc->country == '\0' ? 2 : 3);
}

/*
 * «лидер партии | «Ак жол»», a phrase of any country, whose last word begins the
 * longer name of a body: the role is of that.
 */
static bool
body_goes_on(const TbDocument *doc, uint32_t i, uint32_t end)
{
	TbMatch		match;

	while (++i < end)
		if (tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end > end)
			return true;
	return false;
}

/* Does a phrase end in a body that one country alone has: «депутат | Госдумы»? */
static bool
ends_in_own_body(const TbDocument *doc, uint32_t i, uint32_t end)
{
	TbMatch		match;

	while (++i < end)
		if (tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end == end)
			return tb_title_only_country(doc, &match, TB_BODY) != NULL;
	return false;
}

/*
 * Does a phrase that lists give other countries alone end in a body that the
 * document's country has too?  «председатель | ЦИК» in a text of Kyrgyzstan is
 * its own; «директор | ФСБ» is Russia's anywhere.
 */
static bool
ends_in_shared_body(const TbDocument *doc, uint32_t i, uint32_t end, const TbEntry *office)
{
	TbMatch		match;
	uint32_t	n;

	if (*doc->country == '\0' ||
		tb_country_listed(tb_string(doc, office->country), doc->country))
		return false;
	while (++i < end)
		if (tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end == end)
		{
			const TbReading *r = tb_lexicon_readings(doc->lex, match.node, &n);

			for (; n > 0; n--, r++)
				if (tb_reading_class(r) == TB_BODY &&
					tb_country_listed(tb_string(doc, tb_entry(doc, r)->country), doc->country))
					return true;
			return false;
		}
	return false;
}

/*
 * «Премьера оперы», «премьера «Бесов»», «российской премьере», «премьер-лиги»
 * are of no prime minister.
 */
static bool
is_premiere(const TbDocument *doc, uint32_t i)
{
	static const char *const adjectives[] = {"ая", "ую", "ой", "ые", "ых", "ыми", "ым", NULL};
	static const char *const forms[] = {"премьера", "премьеры", "премьере", "премьеру", NULL};

	if (tb_text_is(doc, i, "премьер"))
		return tb_is_mark(&doc->text, i + 1, '-') && tb_word_is(doc, i + 2, TB_WORD, "stage");
	if (!tb_ends_in_any(doc, i, forms) || tb_tok(doc, i)->letters > 8)
		return false;
	return (tb_tok(doc, i)->flags & TB_TF_SENT) || tb_word_is(doc, i + 1, TB_WORD, "stage") ||
		(tb_tok(doc, i + 1)->kind == TB_MARK && tb_is_quote_mark(tb_tok(doc, i + 1)->value)) ||
		(i > 0 && !(tb_tok(doc, i)->flags & TB_TF_PARA) &&
		 tb_ends_in_any(doc, i - 1, adjectives));
}

/* The head at i; its end, or 0. */
uint32_t
tb_title_take_head(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	const TbReading *office;
	const TbReading *role;
	const TbReading *r;

	if (!tb_title_longest_match(doc, i, HEAD_BITS, &match))
	{
		uint32_t	end = take_fused_chair(doc, p, i);

		return end != 0 ? end : take_fused_deputy(doc, p, i);
	}
	/* «первое после перерыва» bends from no «первый посол» */
	if (match.end == i + 1 && (is_premiere(doc, i) || tb_may_be(doc, i, TB_BIT(PREP))))
		return 0;
	office = tb_title_best_reading(doc, &match, i, TB_OFFICE);
	role = tb_title_best_reading(doc, &match, i, TB_ROLE);
	/* «депутат Палаты представителей» of another country than the text's */
	if (office != NULL && role == NULL && tb_title_country_fit(doc, tb_entry(doc, office)) == 1 &&
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
		tb_title_country_fit(doc, tb_entry(doc, office)) == 1 &&
		tb_may_be(doc, i, TB_BIT(TITLEMOD) | TB_BIT(ROLE)) &&
		!tb_may_be(doc, match.end - 1, TB_BIT(PLACE) | TB_BIT(BODY)))
	{
		role = tb_word_reading(doc, i, TB_ROLE, NULL);
		if (role == NULL)
			return 0;
		office = NULL;
		match.end = i + 1;
	}
	if ((office != NULL && role == NULL && domain_goes_on(doc, office, match.end)) ||
		body_goes_on(doc, i, match.end))
	{
		role = tb_word_reading(doc, i, TB_ROLE, NULL);
		if (role == NULL)
			return take_fused_chair(doc, p, i);
		office = NULL;
		match.end = i + 1;
	}
	/* «генеральный директор»: the row of no country says no more than the role */
	if (office != NULL && role != NULL && tb_title_country_fit(doc, tb_entry(doc, office)) == 2 &&
		strcmp(tb_string(doc, tb_entry(doc, office)->code),
			   tb_string(doc, tb_entry(doc, role)->code)) == 0)
		office = NULL;
	/* a single word is a role first; offices are for phrases and by-names */
	if (office != NULL && (role == NULL || match.end > i + 1))
	{
		p->office = tb_entry(doc, office);
		r = office;
	}
	else if (role != NULL)
	{
		p->role = tb_entry(doc, role);
		if (office != NULL && tb_title_country_fit(doc, tb_entry(doc, office)) >= 3)
			p->office = tb_entry(doc, office);
		r = role;
	}
	else
		return 0;
	p->head_gram = r->gram;
	/* «экс-министр», «бывший министр»: what stands before it tells less */
	if (p->gram == 0 || p->vice || (!wants_genitive(p) && (p->gram & r->gram & TB_ALL_CASES)))
		p->gram = r->gram;
	if (p->office != NULL && p->role == NULL &&
		ends_in_shared_body(doc, i, match.end, p->office))
		;						/* it follows the document */
	/* «президент США», «депутат Госдумы»: listed for one country alone */
	else if (p->office != NULL && p->role == NULL && match.end > i + 1 &&
		((p->office->flags & TB_EF_UNIQUE) || ends_in_own_body(doc, i, match.end)))
		p->only_country = tb_title_only_country(doc, &match, TB_OFFICE);
	else if (p->office != NULL && p->role == NULL)
		p->listed_country = tb_title_only_country(doc, &match, TB_OFFICE);
	if (wants_genitive(p) && r->gram != 0 && !(tb_gram_cases(r->gram) & TB_GEN))
		return 0;
	return match.end;
}
