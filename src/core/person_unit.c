/*
 * person_unit.c
 *	  Cuts capitalised words into the units that names are made of.
 */
#include "core/person_internal.h"

/* The mark inside «О’Нил», «д’Эстен». */
static bool
is_apostrophe(const TbDocument *doc, uint32_t i)
{
	uint32_t	c = tb_tok(doc, i)->value;

	return (c == '\'' || c == 0x2019 || c == 0x2BC) &&
		!(tb_tok(doc, i)->flags & TB_TF_SPACE) &&
		!(tb_tok(doc, i + 1)->flags & TB_TF_SPACE) && tb_is_cap(doc, i + 1) &&
		(tb_tok(doc, i - 1)->flags & TB_TF_LETTER);
}

uint32_t
tb_person_word_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end + 1 < doc->text.ntok && end < i + MAX_PARTS &&
		   tb_tok(doc, end)->kind == TB_MARK && tb_is_word(doc, end + 1) &&
		   ((tb_tok(doc, end)->flags & TB_TF_GLUED) || is_apostrophe(doc, end)))
		end += 2;
	return end;
}

/* «К.», «Дж.»; behind a hyphen too («К.-Ж.»). */
static bool
is_initial(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	if (!tb_is_cap(doc, i) || !tb_is_mark(&doc->text, i + 1, '.') ||
		(tb_tok(doc, i + 1)->flags & TB_TF_SPACE))
		return false;
	return (tok->flags & TB_TF_LETTER) ||
		(tok->letters == 2 && !(tok->flags & TB_TF_CAPS) && tb_text_is(doc, i, "дж"));
}

/* Behind the word of respect that follows at i, or i: «Рабига-апа», «Балжан апа». */
static uint32_t
honour_end(const TbDocument *doc, uint32_t i)
{
	if (tb_is_mark(&doc->text, i, '-') && (tb_tok(doc, i)->flags & TB_TF_GLUED) &&
		tb_word_is(doc, i + 1, TB_PARTICLE, "honour"))
		return i + 2;
	return tb_word_is(doc, i, TB_PARTICLE, "honour") && !tb_is_cap(doc, i) ? i + 1 : i;
}

/*
 * Is the word at i the number of a ruler: «Карл III», «Пётр I»?  Not «орден
 * Назара II степени».
 */
static bool
is_reign(const TbDocument *doc, uint32_t i)
{
	TbStr		text;

	if (!(tb_tok(doc, i)->flags & TB_TF_LATIN) || !tb_is_cap(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_NEWLINE)) ||
		tb_text_is(doc, i + 1, "степени"))
		return false;
	text = tb_text_of(doc, i, i + 1);
	for (uint32_t at = 0; at < text.len; at++)
		if (text.data[at] != 'I' && text.data[at] != 'V' && text.data[at] != 'X')
			return false;
	return text.len <= 5;
}

/* Cases in the singular of the role that the word at i may be; 0: none. */
static uint32_t
role_cases(const TbDocument *doc, uint32_t i)
{
	uint32_t	count;
	const TbReading *r;
	uint32_t	cases = 0;

	if (!tb_may_be(doc, i, TB_BIT(ROLE)))
		return 0;
	r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);
	for (; count-- > 0; r++)
		if (tb_reading_class(r) == TB_ROLE)
			cases |= tb_gram_singular(r->gram);
	return cases;
}

/* Gender and cases of the given name of the lexicon at i, all readings together. */
static bool
listed_given(const TbDocument *doc, uint32_t i, Unit *u)
{
	TbMatch		match[4];
	uint32_t	role;
	int			n;

	if (!tb_is_cap(doc, i))
		return false;
	role = tb_title_is_forename(doc, i) ? 0 : role_cases(doc, i);
	n = tb_text_match(&doc->text, doc->lex, i, match, 4);
	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		for (uint32_t k = 0; k < count; k++)
		{
			const TbEntry *entry = tb_entry(doc, &r[k]);
			TbGram		gram;

			if (tb_reading_class(&r[k]) != TB_GIVEN)
				continue;
			gram = tb_person_given_gram(doc, r, count, &r[k]);
			if (gram == 0 && r[k].gram != 0)
				continue;
			/* «Аким Талдыкоргана» names no Аким, «Раиса Штерн» no раис */
			if (role != 0 && (!(gram & TB_ALL_CASES) || (tb_gram_singular(gram) & role)))
				continue;
			u->kind = UNIT_GIVEN;
			u->end = match[n].end;
			u->gram |= (gram & (TbGram) TB_ALL_CASES) | (TbGram) entry->value;
		}
		if (u->kind == UNIT_GIVEN)
			return true;
	}
	return false;
}

/*
 * A given name that begins at i: one of the lexicon, or several with hyphens
 * between them («Магомед-Амин», «Анне-Марии»), of which the last one bends.
 */
static bool
given_unit(const TbDocument *doc, uint32_t i, Unit *u)
{
	uint32_t	end;
	uint32_t	honour;

	if (!tb_may_be(doc, i, TB_BIT(GIVEN)) || !listed_given(doc, i, u))
		return false;
	end = tb_person_word_end(doc, i);
	while (u->end < end && tb_is_mark(&doc->text, u->end, '-'))
	{
		uint32_t	next = u->end + 1;
		Unit		part = {.first = next,.end = next + 1,.head = next};

		if (!tb_may_be(doc, next, TB_BIT(GIVEN)) || !listed_given(doc, next, &part))
			break;
		u->head = next;
		u->end = part.end;
		u->gram = part.gram;
	}
	honour = honour_end(doc, u->end);
	if (honour > u->end + 1)
		u->gram |= TB_ALL_CASES;	/* «Рабига-апе» bends at its end */
	if (honour == u->end && is_reign(doc, u->end))
		honour++;
	if (honour > u->end)
	{
		u->end = honour;
		u->honoured = true;
	}
	return end <= u->end;
}

/* Is the word an abbreviation: «МИДа», «КНДР»?  Names have a vowel within. */
static bool
is_abbreviation(const TbDocument *doc, uint32_t i)
{
	static const char *const vowels[] = {"а", "е", "и", "о", "у", "ы", "э", "ю", "я", "ұ", "ү", "ө", "ә", "і"};
	const TbToken *tok = tb_tok(doc, i);
	TbStr		text = tb_text_of(doc, i, i + 1);
	char		folded[TB_MAX_WORD + 4];

	/* the second letter a capital, the last one small */
	if (!(tok->flags & TB_TF_CAPS))
		return text.len > 4 && (unsigned char) text.data[2] == 0xD0 &&
			(unsigned char) text.data[3] >= 0x90 && (unsigned char) text.data[3] < 0xB0;
	if (tok->letters < 2 || tok->letters > 4 || tb_token_fold(&doc->text, i, folded) == 0)
		return false;
	for (size_t v = 0; v < sizeof(vowels) / sizeof(vowels[0]); v++)
		if (strstr(folded, vowels[v]) != NULL)
			return false;
	return true;
}

/*
 * ezafe: «Рустами Эмомали», «Саидмуроди Давлат»: a given name tied to the next
 * one by -и, as Tajiks write it; it does not bend.
 */
static bool
ezafe_unit(const TbDocument *doc, uint32_t i, Unit *u)
{
	char		folded[TB_MAX_WORD + 4];
	size_t		len = tb_token_fold(&doc->text, i, folded);

	if (len < 10 || memcmp(folded + len - 2, "и", 2) != 0 || !tb_is_cap(doc, i + 1) ||
		tb_may_be(doc, i, TB_BIT(GIVEN)) || !tb_may_be(doc, i + 1, TB_BIT(GIVEN)) ||
		(tb_tok(doc, i + 1)->flags & (TB_TF_SENT | TB_TF_NEWLINE)) ||
		tb_lexicon_reading(doc->lex, tb_lexicon_find_word(doc->lex, folded, len - 2),
						   TB_GIVEN) == NULL)
		return false;
	u->kind = UNIT_GIVEN;
	u->gram = TB_ALL_CASES | TB_MASC;
	return true;
}

/* Has the word itself, no longer phrase that it opens, a reading of these classes? */
static bool
has_reading(const TbDocument *doc, uint32_t i, uint64_t classes)
{
	uint32_t	count;
	const TbReading *r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);

	for (; count-- > 0; r++)
		if (classes & UINT64_C(1) << tb_entry(doc, r)->klass)
			return true;
	return false;
}

static bool
unit_at(const TbDocument *doc, uint32_t i, Unit *u)
{
	TbGram		gender = 0;

	*u = (Unit) {.first = i,.end = i + 1,.head = i};
	if (!tb_is_word(doc, i) || tb_tok(doc, i)->flags & (TB_TF_LATIN | TB_TF_DIGIT | TB_TF_BROKEN))
		return false;
	if (is_initial(doc, i))
	{
		u->kind = UNIT_INITIAL;
		u->end = i + 2;
		return true;
	}
	if (tb_word_is(doc, i, TB_PARTICLE, "suffix") && !tb_is_cap(doc, i))
	{
		u->kind = UNIT_SUFFIX;
		return true;
	}
	if (!tb_is_cap(doc, i))
	{
		/* «фон дер Ляйен», «аль-Асад» */
		if (!tb_word_is(doc, i, TB_PARTICLE, "prefix"))
			return false;
		u->kind = UNIT_PREFIX;
		if (tb_is_mark(&doc->text, i + 1, '-'))
			u->end = i + 2;
		return true;
	}
	if (((tb_tok(doc, i)->flags & TB_TF_LETTER) && tb_person_word_end(doc, i) == i + 1) ||
		is_abbreviation(doc, i))
		return false;
	if (given_unit(doc, i, u) || (tb_person_unlisted(doc, i) && ezafe_unit(doc, i, u)))
		return true;
	*u = (Unit) {.kind = UNIT_CAPITAL,.first = i,.end = tb_person_word_end(doc, i),.head = i};
	/* words of the lexicon are no patronymics */
	if (u->end == i + 1 && tb_person_unlisted(doc, i) &&
		tb_is_patronymic(tb_text_of(doc, i, i + 1), &gender))
	{
		u->kind = UNIT_PATRONYMIC;
		u->gram = gender;
		return true;
	}
	if (!tb_may_be(doc, i, NO_NAME_BITS))
		return true;
	/* Ли Со Ён: a particle, but for the capital behind it */
	if (tb_word_is(doc, i, TB_PARTICLE, "east") &&
		!(tb_may_be(doc, i, TB_BIT(PREP)) && (tb_tok(doc, i)->flags & TB_TF_SENT)) &&
		tb_is_cap(doc, i + 1) && !(tb_tok(doc, i + 1)->flags & TB_TF_SENT))
		return true;
	return ((tb_tok(doc, i)->flags & TB_TF_LETTER) && u->end > i + 1) ||
		(tb_word_reading(doc, i, TB_SURNAME, NULL) != NULL && !has_reading(doc, i, NO_NAME_BITS)) ||
		(!(tb_tok(doc, i)->flags & TB_TF_SENT) &&
		 tb_is_surname_shaped(tb_text_of(doc, i, i + 1)));
}

/* «Ван И», «Ким Ё Чжон»: a capital vowel behind a surname of the East. */
static bool
is_one_vowel(const TbDocument *doc, uint32_t i, const Unit *surname, Unit *u)
{
	static const char *const vowels[] = {"и", "е", "у", "о", "э", "ы", "а", "ю", NULL};

	if (!(tb_tok(doc, i)->flags & TB_TF_LETTER) || !tb_is_cap(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_NEWLINE)) ||
		!tb_ends_in_any(doc, i, vowels) ||
		!tb_word_is(doc, surname->first, TB_PARTICLE, "east"))
		return false;
	*u = (Unit) {.kind = UNIT_CAPITAL,.first = i,.end = i + 1,.head = i};
	return true;
}

/* Is the word at i an adjective of a place, in a case of the given name, and no place's? */
static bool
goes_with(const TbDocument *doc, uint32_t i, const Unit *given)
{
	const TbReading *r = tb_word_reading(doc, i, TB_PLACE_ADJ, NULL);

	return r != NULL && !has_reading(doc, i, NO_NAME_BITS & ~TB_BIT(PLACE_ADJ)) &&
		!tb_may_be(doc, given->first, TB_BIT(PLACE)) &&
		(tb_gram_singular(r->gram) & given->gram) && (r->gram & given->gram & TB_ALL_GENDERS) &&
		!tb_is_cap(doc, i + 1) && !tb_is_mark(&doc->text, i + 1, '-') &&
		!tb_may_be(doc, i + 1, TB_BIT(MARKER) | TB_BIT(ORGWORD) | TB_BIT(BODY) | TB_BIT(NOPERSON));
}

/* «Юрию Чайке»: is an ordinary noun in one of these cases? */
static bool
is_in_case(const TbDocument *doc, uint32_t i, TbGram gram)
{
	uint32_t	count;
	const TbReading *r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);

	for (; count-- > 0; r++)
		if (tb_entry(doc, r)->klass == TB_COMMON && tb_gram_cases(r->gram) != TB_ALL_CASES &&
			(tb_gram_singular(r->gram) & gram))
			return true;
	return false;
}

/* «Артём Король в отъезде»: nothing behind the word says of what he is the king. */
static bool
is_followed_freely(const TbDocument *doc, uint32_t i)
{
	return tb_tok(doc, i + 1)->kind == TB_MARK || (tb_tok(doc, i + 1)->flags & TB_TF_SENT) ||
		tb_may_be(doc, i + 1, TB_BIT(PREP) | TB_BIT(CONJ) | TB_BIT(CUE)) ||
		tb_word_is(doc, i + 1, TB_COMMON, "verb");
}

/*
 * «Олег Петрович Нагорный», «Олегу Петровичу Нагорному»: is the name of a town
 * an adjective, so that behind a patronymic it is a surname?  Not «Олег Петрович
 * Нагорный район объехал».
 */
static bool
is_adjective_place(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ая", "яя", "ую", NULL
	};

	return tb_may_be(doc, i, TB_BIT(PLACE) | TB_BIT(PLACE_ADJ)) &&
		tb_ends_in_any(doc, i, endings) && !tb_is_cap(doc, i + 1) &&
		!tb_is_mark(&doc->text, i + 1, '-') &&
		!tb_may_be(doc, i + 1, TB_BIT(MARKER) | TB_BIT(ORGWORD) | TB_BIT(BODY) | TB_BIT(NOPERSON));
}

/*
 * «Ирина Черных», «Юрий Соловей», «Степаном Ивановичем Морозом», «То Лам»: an
 * ordinary word, but for the given name or patronymic before it.  Not «Вера Народ»: the
 * given name is a word too.
 */
static bool
is_word_surname(const TbDocument *doc, uint32_t i, const Unit *before)
{
	uint64_t	words = TB_BIT(COMMON) | TB_BIT(WEEKDAY) | TB_BIT(MONTH) | TB_BIT(CARDINAL) |
		TB_BIT(PERSONWORD) | TB_BIT(SEASON) | TB_BIT(WORD) | TB_BIT(TENSE);

	bool		eastern = before->kind == UNIT_CAPITAL &&
		tb_word_is(doc, before->first, TB_PARTICLE, "east");

	if ((before->kind != UNIT_GIVEN && before->kind != UNIT_PATRONYMIC &&
		 before->kind != UNIT_INITIAL && !eastern) ||
		!tb_is_cap(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_CAPS | TB_TF_NEWLINE)))
		return false;
	/* «Белых», though «Белый дом» is a body */
	if ((tb_ends_in(doc, i, "ых") || tb_ends_in(doc, i, "их")) &&
		!has_reading(doc, i, NO_NAME_BITS & ~TB_BIT(COMMON)))
		return true;
	/* «Мэтт Ли» */
	if (tb_word_is(doc, i, TB_PARTICLE, "east") && !tb_is_cap(doc, i + 1))
		return true;
	/* «Андрей Садовый», though there is a Садовый округ */
	if (before->kind == UNIT_GIVEN && goes_with(doc, i, before))
		return true;
	if (before->kind == UNIT_PATRONYMIC && is_adjective_place(doc, i))
		return true;
	if (before->kind != UNIT_INITIAL && is_followed_freely(doc, i))
		words |= TB_BIT(ROLE) | TB_BIT(OFFICE);
	if (has_reading(doc, i, NO_NAME_BITS & ~words) ||
		tb_is_cap(doc, i + 1) || tb_tok(doc, i)->letters <= 2)
		return false;
	if (before->kind != UNIT_GIVEN || eastern)
		return true;
	return !tb_may_be(doc, before->first, TB_BIT(COMMON)) &&
		((before->gram & TB_NOM) || is_in_case(doc, i, before->gram) ||
		 !(tb_word_is(doc, i, TB_COMMON, "noun") || tb_word_is(doc, i, TB_COMMON, "adj")));
}

/* «Тамим бен Хамад | Аль Тани»: an Arabic prefix before its name? */
static bool
is_capital_prefix(const TbDocument *doc, uint32_t i)
{
	static const char *const prefixes[] = {"аль", "эль", "бен", "бин", "ибн"};
	bool		prefix = false;

	for (size_t k = 0; k < sizeof(prefixes) / sizeof(*prefixes); k++)
		prefix = prefix || tb_text_is(doc, i, prefixes[k]);
	return prefix && tb_is_cap(doc, i + 1) &&
		!(tb_tok(doc, i + 1)->flags & (TB_TF_SENT | TB_TF_PARA | TB_TF_CAPS));
}

/*
 * Does a name go on over the end of a line, though a paragraph seems to open?
 * «краевед Зинаида Львовна ⏎ Подъячева», «Ольга ⏎ Николаевна», but not «Иван
 * Ильич ⏎ Петров Олег» in a list, nor over an empty line.
 */
static bool
runs_on(const TbDocument *doc, const Unit *units, int n, uint32_t at)
{
	const TbToken *tok = tb_tok(doc, at);
	const char *gap = doc->text.data + tb_tok(doc, at - 1)->end;
	uint32_t	len = tok->start - tb_tok(doc, at - 1)->end;
	const Unit *last = &units[n - 1];
	Unit		next;

	if (!(tok->flags & TB_TF_NEWLINE) || tok->flags & TB_TF_CAPS ||
		units[0].kind != UNIT_GIVEN || !tb_is_word(doc, at - 1))
		return false;
	for (uint32_t k = 0, lines = 0; k < len; k++)
		if (gap[k] == '\n' && ++lines > 1)
			return false;
	if (!unit_at(doc, at, &next))
		return false;
	if (last->kind == UNIT_GIVEN)
		return next.kind == UNIT_PATRONYMIC;
	return last->kind == UNIT_PATRONYMIC && next.kind == UNIT_CAPITAL &&
		!tb_is_cap(doc, next.end) &&
		tb_is_surname_shaped(tb_text_of(doc, next.first, next.end));
}

/*
 * Behind a by-name between a given name and its surname, or at: «Александр «Санни»
 * Овечкин».  Not «Роман «Абай» Мухтара …».
 */
static uint32_t
by_name_end(const TbDocument *doc, const Unit *units, int n, uint32_t at)
{
	uint32_t	end = at + 1;
	Unit		next;

	if (n != 1 || units[0].kind != UNIT_GIVEN || tb_tok(doc, at)->kind != TB_MARK ||
		!tb_is_quote_mark(tb_tok(doc, at)->value) || !(tb_tok(doc, at)->flags & TB_TF_SPACE))
		return at;
	while (end < at + 4 && tb_is_word(doc, end))
		end++;
	if (end == at + 1 || tb_tok(doc, end)->kind != TB_MARK ||
		!tb_is_quote_mark(tb_tok(doc, end)->value) ||
		(tb_tok(doc, end + 1)->flags & (TB_TF_SENT | TB_TF_NEWLINE)) ||
		tb_may_be(doc, units[0].first, TB_BIT(COMMON)) ||
		!unit_at(doc, end + 1, &next) || next.kind != UNIT_CAPITAL)
		return at;
	return end + 1;
}

int
tb_person_units(const TbDocument *doc, uint32_t i, Unit *units)
{
	int			n = 0;

	while (n < MAX_UNITS && i < doc->text.ntok)
	{
		uint32_t	at = by_name_end(doc, units, n, i);

		if (n > 0 && units[n - 1].kind == UNIT_INITIAL &&
			tb_is_mark(&doc->text, at, '-'))
			at++;
		if (n > 0 && (tb_tok(doc, at)->flags & (TB_TF_PARA | TB_TF_SENT)) &&
			units[n - 1].kind != UNIT_INITIAL && !runs_on(doc, units, n, at))
			break;
		if (!unit_at(doc, at, &units[n]) &&
			!(n > 0 && is_one_vowel(doc, at, &units[0], &units[n])) &&
			!(n > 0 && units[n].kind == UNIT_CAPITAL &&
			  (is_word_surname(doc, at, &units[n - 1]) || is_capital_prefix(doc, at))))
			break;
		i = units[n++].end;
	}
	return n;
}
