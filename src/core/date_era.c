/*
 * date_era.c
 *	  Rules for decades and centuries.
 *
 *	1990-е | 90-х годов | девяностые годы XX века | в нулевые | к 1980-м годам
 *	XX век | девятнадцатом столетии | 19 веке | XVI в.
 *
 * Tens without a century are those of the latest decade that is over: 90-е
 * are 1990–1999, 20-е (in 2024) 1920–1929, 10-е 2010–2019.
 */
#include <string.h>

#include "core/date_internal.h"

/* ---------------------------------------------------------- decades, centuries */

/* «XIX века», «прошлого века» behind a decade: the century's first hundred. */
static bool
century_behind(TbDateScan *s, uint32_t i, uint32_t *end, int32_t *hundred)
{
	TbMatch		match[4];
	TbUnit		u;
	int			n = tb_date_mask(s, i) & TB_DATE_BIT(DATEMOD) ?
		tb_text_match(s->text, s->lex, i, match, 4) : 0;

	while (n-- > 0)
		if (tb_lexicon_reading_key(s->lex, match[n].node, TB_WORD, "date-former-century"))
		{
			int32_t		now = s->today == TB_NO_DAY ? 2025 : tb_civil_of(s->today).year;

			*end = match[n].end;
			*hundred = (now - 1) / 100 * 100 - 100;
			return true;
		}
	if (!tb_date_ordinal(s, i, &u) || u.n < 1 || u.n > 30)
		return false;
	if (tb_date_is(s, u.end, TB_UNIT, "century"))
		*end = u.end + 1;
	else if (tb_date_word(s, u.end, "date-v") && u.roman)
		*end = u.end + (tb_is_mark(s->text, u.end + 1, '.') ? 2 : 1);
	else
		return false;
	*hundred = (u.n - 1) * 100;
	return true;
}

/* The latest decade of these tens that is over on the reference. */
static int32_t
latest_decade(const TbDateScan *s, int32_t tens)
{
	int32_t		now = s->today == TB_NO_DAY ? 2025 : tb_civil_of(s->today).year;
	int32_t		decade = now / 100 * 100 + tens;

	return decade + 9 < now ? decade : decade - 100;
}

/* A plural number of tens at i: 90-х, 1990-е, девяностые, нулевых. */
static bool
plural_tens(TbDateScan *s, uint32_t i, TbUnit *u, bool *word)
{
	TbNumeral	num;
	bool		plural;

	*word = false;
	if (tb_date_number(s, i, 4, &u->year))
	{
		TbGram		gram;

		u->end = tb_date_suffix(s, i + 1, &plural);
		/* «к 1980-м годам» */
		plural = plural || (u->end > i + 1 && tb_date_year_word(s, u->end, &gram) > 0 &&
							!tb_gram_singular(gram));
		return plural && u->year % 10 == 0 && tb_date_number_begins(s, i) &&
			(u->year >= 1000 || (s->text->tok[i].letters == 2));
	}
	*word = true;
	if (!tb_date_numeral(s, i, &num) || !num.plural || num.value % 10 != 0 ||
		(num.value > 90 && num.value != 2000))
		return false;
	u->year = num.value;
	u->end = num.end;
	return true;
}

/* Does what stands before token i, a quotation mark passed over, call for a decade? */
static bool
decade_expected(const TbDateScan *s, uint32_t i, uint32_t end)
{
	bool		strict;

	if (tb_date_quoted(s, i, end) && i > 1)
		i--;
	if (i == 0)
		return false;
	/* «музыка 80-х», «в Алма-Ате 70-х» */
	if (s->text->tok[i - 1].kind == TB_WORD_TOKEN && s->text->tok[i - 1].letters > 3 &&
		!(s->text->tok[i - 1].mask & TB_DATE_BIT(PREP)) && s->text->tok[i].kind == TB_NUMBER)
		return tb_date_ends_bare_year(s, end, true);
	return tb_date_year_expected(s, i, &strict) || tb_date_is(s, i - 1, TB_DATEWORD, NULL);
}

/*
 * decade: «1990-е», «90-х годов», «девяностые годы XX века», «в «нулевые»».
 * Not: «в 20-х числах», «нулевые тарифы», «50-е место».
 */
static bool
match_decade(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbGram		gram;
	uint32_t	end;
	int32_t		hundred;
	bool		word;

	tb_date_start(u, i, TB_DU_DECADE);
	u->year_kind = TB_YK_WRITTEN;
	u->gram = TB_ALL_CASES << TB_PLURAL_SHIFT | TB_ALL_CASES;
	if (!plural_tens(s, i, u, &word))
		return false;
	end = tb_date_year_word(s, u->end, &gram);
	if (end > 0)
		u->end = end;
	else if (u->year < 1000 && !decade_expected(s, i, u->end))
		return false;
	else if (tb_date_counted(s, u->end) || tb_date_word(s, u->end, "date-numbers") ||
			 (u->year < 30 && !word))
		return false;
	if (u->year < 100)
	{
		if (century_behind(s, u->end, &end, &hundred))
		{
			u->year += hundred;
			u->end = end;
		}
		else
			u->year = latest_decade(s, u->year);
	}
	return u->year <= 9990;
}

/*
 * century: «XX век», «XXI веке», «девятнадцатом столетии», «19 веке», «XVI в.»
 * Not: «V веке до н.э.» (void), «век живи».
 */
static bool
match_century(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint32_t	bc;
	int32_t		hundred;

	tb_date_start(u, i, TB_DU_CENTURY);
	if (!century_behind(s, i, &u->end, &hundred))
		return false;
	u->year_kind = TB_YK_WRITTEN;
	u->n = hundred / 100 + 1;
	u->gram = TB_ALL_CASES;
	(void) tb_date_entry(s, u->end - 1, TB_UNIT, "century", &u->gram);
	bc = tb_date_before_christ(s, u->end);
	if (bc > 0)
	{
		u->type = TB_DU_VOID;
		u->end = bc;
	}
	return true;
}

const TbUnitRule tb_date_era_rules[] = {
	{"decade", TB_DATE_NUMBER, TB_DATE_TIE | TB_DATE_BIT(WORD), match_decade},
	{"spelled_decade", TB_DATE_BIT(ORDINAL), 0, match_decade},
	{"century", TB_DATE_NUMBER | TB_DATE_ROMAN | TB_DATE_NUMERAL,
		TB_DATE_NUMERAL | TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD), match_century},
	{NULL, 0, 0, NULL}
};
