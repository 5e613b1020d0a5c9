/*
 * person_context.c
 *	  What stands around a name: the case that it demands, and names that
 *	  no list has but for it.
 *
 *	по словам Александра Утепова	genitive: Александр
 *	от Марины, с эксперта …			what the preposition governs
 *	эксперта Жан-Пьера Лакруа		a noun for persons: a name of its case
 *	По словам Элоизы Дюпре			two words that no list has, behind «по словам»
 *	сказал Арчил Талаквадзе			… or beside a verb of speech
 *	Пак Чжи Ён, Си Цзиньпин			a short surname of the East leads
 *	его супруга Сольвейг			a given name alone, behind a word for a person
 *	Санобар-опа						… or with a word of respect
 *
 * Not: «сказал Сергей», «Большой Театр заявил» (words that the lexicon has).
 */
#include "core/person_internal.h"

/* The word before token i, quotation marks passed over; TB_NONE: none there. */
static uint32_t
word_before(const TbDocument *doc, uint32_t i)
{
	for (int n = 0; n < 2 && i > 0; n++)
	{
		if (tb_tok(doc, i)->flags & TB_TF_SENT)
			return TB_NONE;
		i--;
		if (tb_is_word(doc, i))
			return i;
		if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_quote_mark(tb_tok(doc, i)->value))
			return TB_NONE;
	}
	return TB_NONE;
}

/* Cases of all readings of a class of the word at i; 0: there are none. */
static uint32_t
cases_of(const TbDocument *doc, uint32_t i, TbClass klass, TbGram *gender)
{
	uint32_t	count;
	const TbReading *r;
	uint32_t	cases = 0;

	if (!tb_may_be(doc, i, UINT64_C(1) << klass))
		return 0;
	r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);
	for (; count-- > 0; r++)
		if (tb_entry(doc, r)->klass == klass)
		{
			cases |= tb_gram_singular(r->gram);
			*gender |= r->gram & TB_ALL_GENDERS;
		}
	return cases;
}

void
tb_person_context(const TbDocument *doc, Raw *raw)
{
	uint32_t	before = word_before(doc, raw->first);
	const TbReading *r;
	TbGram		gender = 0;

	raw->cases = 0;
	raw->gender = 0;
	if (before == TB_NONE)
		return;
	r = tb_word_reading(doc, before, TB_PREP, NULL);
	if (r != NULL || tb_word_is(doc, before, TB_CUE, "po"))
	{
		raw->cases = r == NULL ? TB_GEN :
			(uint32_t) tb_entry(doc, r)->value & TB_ALL_CASES;
		return;
	}
	if (raw->fixed || tb_is_cap(doc, before) ||
		(raw->given.gram & TB_ALL_CASES) == TB_ALL_CASES)
		return;					/* «поддержал коллегу Асанбек уулу Улан» */
	else if (tb_may_be(doc, before, TB_BIT(PERSONWORD)) && raw->title == TB_NONE)
		raw->cases = cases_of(doc, before, TB_PERSONWORD, &gender);
	else if (tb_word_is(doc, before, TB_WORD, "kin"))
		raw->cases = cases_of(doc, before, TB_WORD, &gender);
	/* «дочь учителя Марата» is his: only what may be both is left out */
	if (raw->cases != 0)
		raw->cases |= TB_GEN;
}

/* ------------------------------------------------------------------ patterns */

/* A short word that no list has, or a given name: a syllable of the East. */
static bool
is_syllable(const TbDocument *doc, const Unit *u)
{
	return (u->kind == UNIT_CAPITAL || u->kind == UNIT_GIVEN) &&
		u->end - u->first <= 3 && tb_tok(doc, u->first)->letters <= 6 &&
		!(tb_tok(doc, u->first)->flags & TB_TF_CAPS);
}

/* east: «Пак Чжи Ён», «Си Цзиньпин»: the surname leads. */
int
tb_person_pattern_east(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 2;

	if (n < 2 || !tb_word_is(doc, u[0].first, TB_PARTICLE, "east") ||
		u[0].end != u[0].first + 1 || u[1].kind != UNIT_CAPITAL ||
		(tb_tok(doc, u[1].first)->value != 0 &&
		 (tb_tok(doc, u[1].first)->mask & ~TB_BIT(PARTICLE))) ||
		tb_is_surname_shaped(tb_text_of(doc, u[1].first, u[1].end)))
		return 0;
	if (n > 2 && is_syllable(doc, &u[1]) && is_syllable(doc, &u[2]))
		k = 3;
	raw->surname_first = u[0].first;
	raw->surname_end = u[0].end;
	raw->given = u[1];
	raw->given.end = u[k - 1].end;
	raw->surname_leads = true;
	raw->fixed = true;
	raw->rule = "east";
	return k;
}

/* called: «его супруга Сольвейг», «Санобар-опа»: a given name alone. */
int
tb_person_pattern_called(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	uint32_t	before = word_before(doc, u[0].first);
	TbGram		gender = 0;
	uint32_t	cases;

	if (n > 1 || u[0].kind != UNIT_GIVEN)
		return 0;
	raw->given = u[0];
	raw->rule = "called";
	if (u[0].honoured)
		return 1;
	if (before == TB_NONE || tb_is_cap(doc, before) ||
		tb_may_be(doc, u[0].first, TB_BIT(PLACE)))
		return 0;
	if (tb_word_is(doc, before, TB_WORD, "kin"))
		cases = cases_of(doc, before, TB_WORD, &gender);
	else if (!tb_may_be(doc, u[0].first, TB_BIT(COMMON)))
		cases = cases_of(doc, before, TB_PERSONWORD, &gender);
	else
		return 0;
	return u[0].gram & cases & TB_ALL_CASES ? 1 : 0;
}

/* A capitalised word that the lexicon has not, and not all capitals. */
static bool
is_unlisted(const TbDocument *doc, const Unit *u)
{
	return u->kind == UNIT_CAPITAL &&
		(tb_tok(doc, u->first)->value == 0 || u->end > u->first + 1 ||
		 !(tb_tok(doc, u->first)->mask & ~TB_BIT(PARTICLE))) &&
		tb_tok(doc, u->first)->letters > 2 &&
		!(tb_tok(doc, u->first)->flags & TB_TF_CAPS);
}

/* Is the word at i a verb of speech, finite and of one speaker? */
bool
tb_person_is_speaking(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_CUE, NULL);
	const char *key;

	if (r == NULL)
		return false;
	key = tb_string(doc, tb_entry(doc, r)->code);
	return strcmp(key, "po") != 0 && strcmp(key, "po-phrase") != 0 &&
		strcmp(key, "noun") != 0 &&
		!((r->gram | (TbGram) tb_entry(doc, r)->value) &
		  (TB_VERB_PL | TB_GERUND | TB_PARTICIPLE));
}

/* unlisted: «По словам Элоизы Дюпре», «сказал Арчил Талаквадзе». */
int
tb_person_pattern_unlisted(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	uint32_t	before = word_before(doc, u[0].first);
	uint32_t	behind;
	int			k = 2;

	if (n < 2 || !is_unlisted(doc, &u[0]) || !is_unlisted(doc, &u[1]))
		return 0;
	if (n > 2 && is_unlisted(doc, &u[2]))
		k = 3;
	behind = u[k - 1].end;
	while (tb_word_is(doc, behind, TB_WORD, "adverb"))
		behind++;
	if (!tb_person_is_speaking(doc, behind) &&
		(before == TB_NONE ||
		 !(tb_person_is_speaking(doc, before) || tb_word_is(doc, before, TB_CUE, "po") ||
		   (tb_may_be(doc, before, TB_BIT(PERSONWORD)) && !tb_is_cap(doc, before)))))
		return 0;
	raw->given = u[0];
	raw->surname_first = u[1].first;
	raw->surname_end = u[k - 1].end;
	raw->rule = "unlisted";
	return k;
}
