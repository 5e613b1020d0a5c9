/*
 * date_words.c
 *	  Words of date expressions: numbers however written, units, marks.
 *
 * Everything here looks at a few tokens and changes nothing.
 */
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "core/date_internal.h"

/* Longest number in words: «тысяча девятьсот восемьдесят шестой» is four. */
#define MAX_NUMERAL 8

/* Value of a Roman digit, Cyrillic Х and І included; 0: none. */
static int32_t
roman_digit(uint32_t c)
{
	switch (c)
	{
		case 'I':
		case 0x406:
			return 1;
		case 'V':
			return 5;
		case 'X':
		case 0x425:
			return 10;
	}
	return 0;
}

bool
tb_date_may_be_roman(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];
	uint32_t	step;

	return tok->kind == TB_WORD_TOKEN && (tok->flags & TB_TF_CAP) &&
		tok->letters <= 6 &&
		roman_digit(tb_utf8_next(s->text->data + tok->start,
								 tok->end - tok->start, &step)) > 0;
}

bool
tb_date_joined(const TbDateScan *s, uint32_t i)
{
	return i < s->text->ntok && !(s->text->tok[i].flags & TB_TF_SPACE);
}

uint32_t
tb_date_letter(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];
	uint32_t	step;

	if (i >= s->text->ntok || tok->kind != TB_WORD_TOKEN ||
		!(tok->flags & TB_TF_LETTER) || (tok->flags & TB_TF_DIGIT))
		return 0;
	return tb_fold_char(tb_utf8_next(s->text->data + tok->start,
									 tok->end - tok->start, &step));
}

bool
tb_date_number(const TbDateScan *s, uint32_t i, int max, int32_t *n)
{
	const TbToken *tok = &s->text->tok[i];

	if (i >= s->text->ntok || tok->kind != TB_NUMBER || tok->letters > max)
		return false;
	*n = (int32_t) tok->value;
	return true;
}

bool
tb_date_singular(TbGram gram, TbGram cases)
{
	return (tb_gram_singular(gram) & cases) != 0;
}

/* ------------------------------------------------------ numbers in words */

/*
 * «две тысячи двадцать второй»: cardinals fall in size, a thousand multiplies
 * what stands before it, and an ordinal ends the number.
 */
bool
tb_date_numeral(const TbDateScan *s, uint32_t i, TbNumeral *num)
{
	int32_t		limit = 1000000;	/* the next word must be smaller */

	memset(num, 0, sizeof(*num));
	num->end = i;
	for (int words = 0; words < MAX_NUMERAL && !num->ordinal; words++)
	{
		const TbEntry *entry = tb_date_entry(s, num->end, TB_ORDINAL, NULL, &num->gram);
		int32_t		value;

		num->ordinal = entry != NULL;
		if (entry == NULL)
			entry = tb_date_entry(s, num->end, TB_CARDINAL, NULL, &num->gram);
		if (entry == NULL || (words > 0 && (s->text->tok[num->end].flags & TB_TF_PARA)))
			break;
		value = entry->value;
		if (value == 1000 && words == 1 && num->value < 10)
			num->value *= 1000;
		else if (value >= limit || (words > 0 && value == 0) ||
				 (words == 1 && num->value < 10))
		{
			num->ordinal = false;
			break;
		}
		else
			num->value += value;
		limit = value >= 1000 ? 1000 : value >= 100 ? 100 : value >= 20 ? 10 : 1;
		num->end++;
	}
	num->plural = num->ordinal && tb_gram_plural(num->gram) != 0 &&
		(tb_gram_singular(num->gram) == 0 || num->value == 0);
	return num->end > i;
}

/* Does this value, written as Romans do, have these digits? */
static bool
roman_is(int32_t value, const int32_t *digit, int n)
{
	static const char *const ones[] = {
		"", "1", "11", "111", "15", "5", "51", "511", "5111", "1X"
	};
	int			at = 0;

	for (int32_t tens = value / 10; tens > 0; tens--)
		if (at >= n || digit[at++] != 10)
			return false;
	for (const char *p = ones[value % 10]; *p != '\0'; p++)
		if (at >= n || digit[at++] != (*p == 'X' ? 10 : *p - '0'))
			return false;
	return at == n;
}

int32_t
tb_date_roman(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];
	int32_t		digit[6];
	int32_t		value = 0;
	int			n = 0;

	if (!(tb_date_mask(s, i) & TB_DATE_ROMAN))
		return 0;
	for (uint32_t at = tok->start; at < tok->end; n++)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s->text->data + at, tok->end - at, &step);

		if (n == 6 || (digit[n] = roman_digit(c)) == 0)
			return 0;
		at += step;
	}
	for (int k = 0; k < n; k++)
		value += k + 1 < n && digit[k] < digit[k + 1] ? -digit[k] : digit[k];
	return value > 0 && value < 40 && roman_is(value, digit, n) ? value : 0;
}

/* -------------------------------------------------------------- ordinals */

uint32_t
tb_date_suffix(const TbDateScan *s, uint32_t i, bool *plural)
{
	static const char *const endings[] = {
		"го", "ого", "его", "й", "ый", "ой", "ий", "м", "ом", "ем", "му", "я",
		"ая", "ю", "ую", "ое", "ее", "ье", "е", "ые", "ие", "х", "ых", "их", "ми"
	};
	const size_t first_plural = 18; /* «е»: 90-е; a singular has it too: 5-е */
	char		folded[TB_MAX_WORD];
	uint32_t	at = i;
	size_t		len;

	*plural = false;
	if (!tb_date_joined(s, i))
		return i;
	if (s->text->tok[i].kind == TB_MARK && tb_is_dash(s->text->tok[i].value) &&
		tb_date_joined(s, i + 1))
		at++;
	if (at >= s->text->ntok || s->text->tok[at].kind != TB_WORD_TOKEN ||
		s->text->tok[at].letters > 3)
		return i;
	len = tb_token_fold(s->text, at, folded);
	for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++)
		if (len == strlen(endings[k]) && memcmp(folded, endings[k], len) == 0)
		{
			*plural = k >= first_plural;
			return at + 1;
		}
	return i;
}

bool
tb_date_ordinal(const TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbNumeral	num;
	bool		plural;

	memset(u, 0, sizeof(*u));
	u->type = TB_DU_BARE;
	u->first = i;
	u->end = i + 1;
	if (tb_date_number(s, i, 4, &u->n))
	{
		u->digits = s->text->tok[i].letters;
		u->end = tb_date_suffix(s, i + 1, &plural);
		return true;
	}
	u->n = tb_date_roman(s, i);
	u->roman = u->n > 0;
	if (u->roman)
	{
		u->end = tb_date_suffix(s, i + 1, &plural);
		return true;
	}
	if (!tb_date_numeral(s, i, &num) || !num.ordinal)
		return false;
	u->n = num.value;
	u->end = num.end;
	u->gram = num.gram;
	return true;
}

/* ----------------------------------------------------------------- units */

/* Is token i the Г of «4 ИЮЛЯ 2023 Г.», in a line of capitals? */
static bool
in_capitals(const TbDateScan *s, uint32_t i)
{
	return i >= 2 && s->text->tok[i - 1].kind == TB_NUMBER &&
		(s->text->tok[i - 2].flags & TB_TF_CAPS) && tb_is_mark(s->text, i + 1, '.');
}

/* «г», «гг» at i, with its full stop and a second one: «г.г.», «г.р.». */
static uint32_t
year_abbreviation(const TbDateScan *s, uint32_t i)
{
	uint32_t	c;

	if (!tb_date_word(s, i, "date-g") ||
		((s->text->tok[i].flags & TB_TF_CAP) && !in_capitals(s, i)))
		return 0;
	i++;
	if (!tb_is_mark(s->text, i, '.') || !tb_date_joined(s, i))
		return i;
	i++;
	c = tb_date_letter(s, i);
	if ((c == 0x433 || c == 0x440) && !(s->text->tok[i].flags & TB_TF_CAP) &&
		tb_is_mark(s->text, i + 1, '.'))
		return i + 2;
	return i;
}

uint32_t
tb_date_year_word(const TbDateScan *s, uint32_t i, TbGram *gram)
{
	/* «2027-года», as Kyrgyz and Kazakh have it */
	if (i + 1 < s->text->ntok && s->text->tok[i].kind == TB_MARK && tb_is_dash(s->text->tok[i].value) &&
		tb_date_joined(s, i) && tb_date_joined(s, i + 1))
		i++;
	if (tb_date_entry(s, i, TB_UNIT, "year", gram) != NULL)
		return i + 1;
	*gram = TB_ALL_CASES;
	if (tb_date_is(s, i, TB_UNIT, "years"))
	{
		*gram = TB_ALL_CASES << TB_PLURAL_SHIFT;
		return i + 1;
	}
	return year_abbreviation(s, i);
}

uint32_t
tb_date_unit_word(const TbDateScan *s, uint32_t i, TbCalendarUnit *unit,
				  TbGram *gram)
{
	static const struct
	{
		const char *key;
		TbCalendarUnit unit;
	}			names[] = {
		{"day", TB_CU_DAY}, {"sutki", TB_CU_DAY}, {"week", TB_CU_WEEK}, {"month", TB_CU_MONTH},
		{"mes", TB_CU_MONTH}, {"quarter", TB_CU_QUARTER}, {"half", TB_CU_HALF},
		{"year", TB_CU_YEAR}, {"years", TB_CU_YEAR},
		{"decade", TB_CU_DECADE}, {"century", TB_CU_CENTURY}
	};
	const TbEntry *entry = tb_date_entry(s, i, TB_UNIT, NULL, gram);
	const char *code;

	if (entry == NULL)
		return 0;
	code = tb_lexicon_string(s->lex, entry->code);
	for (size_t k = 0; k < sizeof(names) / sizeof(*names); k++)
		if (code[0] == names[k].key[0] && strcmp(code, names[k].key) == 0)
		{
			*unit = names[k].unit;
			if (strcmp(names[k].key, "years") == 0)
				*gram = TB_ALL_CASES << TB_PLURAL_SHIFT;
			else if (names[k].unit == TB_CU_YEAR && (*gram & TB_DAT))
				*gram |= TB_PRE; /* «к году», «в году» */
			i++;
			if (names[k].key[0] == 'm' && names[k].key[1] == 'e' &&
				tb_is_mark(s->text, i, '.'))
				i++;
			return i;
		}
	return 0;
}

int32_t
tb_date_month(const TbDateScan *s, uint32_t i, TbGram *gram)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_MONTH, "full", gram);

	return entry == NULL ? 0 : entry->value;
}

uint32_t
tb_date_now(const TbDateScan *s, uint32_t i)
{
	TbMatch		match[4];
	int			n;

	if (tb_date_is(s, i, TB_DATEWORD, "by") || tb_date_is(s, i, TB_DATEWORD, "until"))
		i++;
	if (tb_date_letter(s, i) == 0x43D && tb_is_mark(s->text, i + 1, '.') &&
		tb_date_letter(s, i + 2) == 0x432)
		return tb_is_mark(s->text, i + 3, '.') ? i + 4 : i + 3;
	n = tb_text_match(s->text, s->lex, i, match, 4);
	while (n-- > 0)
		if (tb_lexicon_reading_key(s->lex, match[n].node, TB_DATEWORD, "now"))
			return match[n].end;
	return 0;
}

/* ------------------------------------------------------------- modifiers */

bool
tb_date_modifier(const TbDateScan *s, uint32_t i, TbModifier *m)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DATEMOD, NULL, &m->gram);

	if (entry == NULL || (s->text->tok[i].flags & TB_TF_GLUED))
		return false;			/* «где-то год назад» */
	m->key = tb_lexicon_string(s->lex, entry->code);
	m->shift = entry->value;
	m->end = i + 1;
	m->same = tb_date_word(s, i + 1, "date-same");
	if (m->same)
		m->end++;
	return true;
}

bool
tb_date_key_is(const TbModifier *m, const char *key)
{
	return strcmp(m->key, key) == 0;
}

bool
tb_date_agrees(const TbModifier *m, TbGram unit)
{
	return (tb_gram_singular(m->gram) & tb_gram_singular(unit)) != 0;
}

void
tb_date_start(TbUnit *u, uint32_t i, TbUnitType type)
{
	memset(u, 0, sizeof(*u));
	u->first = i;
	u->end = i + 1;
	u->type = (uint8_t) type;
	u->gram = TB_ALL_CASES;
}
