/*
 * date_year.c
 *	  Rules for years, decades and centuries, and for the year behind a month.
 *
 *	2022 году | в 2004, | 2016-м | (1999) | 1999, 2004 и 2007 годах
 *	5 мая 2022 г. | т.г. | прошлого года | текущем (2006) году | того же года
 *	90-е годы | девяностые | XX век
 *
 * A number is a year by its «год», or by its place: behind a preposition or
 * in a list of years, with nothing counted behind it («в 2024 школах»).
 */
#include <string.h>

#include "core/date_internal.h"
#include "core/words.h"

bool
tb_date_plausible_year(int32_t year)
{
	return year >= 1900 && year <= 2099;
}

int32_t
tb_date_pivot_year(const TbDateScan *s, int32_t yy)
{
	int32_t		now = s->today == TB_NO_DAY ? 2025 : tb_civil_of(s->today).year;
	int32_t		year = now - now % 100 + yy;

	if (year > now + 20)
		year -= 100;
	else if (year < now - 79)
		year += 100;
	return year;
}

/* The same written or spoken with an ending, «летом 89-го»: rarely ahead. */
static int32_t
spoken_year(const TbDateScan *s, int32_t yy)
{
	int32_t		year = tb_date_pivot_year(s, yy);
	int32_t		now = s->today == TB_NO_DAY ? 2025 : tb_civil_of(s->today).year;

	return year > now + 10 ? year - 100 : year;
}

/* ------------------------------------------------------------ years behind */

/* «т.г.», «с.г.», «п.г.»: this year, this year, last year. */
static uint32_t
letters_year(const TbDateScan *s, uint32_t i, int32_t *shift)
{
	uint32_t	c = tb_date_letter(s, i);

	if (c != 0x442 && c != 0x441 && c != 0x43F)
		return 0;
	if (!tb_is_mark(s->text, i + 1, '.') || tb_date_letter(s, i + 2) != 0x433)
		return 0;
	*shift = c == 0x43F ? -1 : 0;
	return tb_is_mark(s->text, i + 3, '.') && tb_date_joined(s, i + 3) ? i + 4 : i + 3;
}

bool
tb_date_is_letters_year(const TbDateScan *s, uint32_t i)
{
	int32_t		shift;

	return i > 0 && letters_year(s, i, &shift) > 0 &&
		((s->text->tok[i - 1].mask & TB_DATE_BIT(PREP)) ||
		 (s->text->tok[i - 1].kind == TB_WORD_TOKEN && tb_date_joined(s, i + 1) && tb_date_joined(s, i + 2))) && !(s->text->tok[i].flags & TB_TF_CAP) &&
		!(s->text->tok[i + 2].flags & TB_TF_CAP);
}

/* Is token i a mark that begins a longer number: «2022/23», «2022.5», «14:30»? */
static bool
number_goes_on(const TbDateScan *s, uint32_t i)
{
	uint32_t	c = s->text->tok[i].value;
	int32_t		n;

	if (i >= s->text->ntok || s->text->tok[i].kind != TB_MARK || !tb_date_joined(s, i))
		return false;
	if (c == '%' || c == 0x2030)
		return true;
	return (c == '.' || c == ',' || c == '/' || c == ':' || c == '\\' || tb_is_dash(c)) &&
		tb_date_joined(s, i + 1) && s->text->tok[i + 1].kind != TB_MARK &&
		(tb_date_number(s, i + 1, 255, &n) || c == '/' || tb_is_dash(c));
}

bool
tb_date_counted(const TbDateScan *s, uint32_t i)
{
	static const char *const endings[] = {
		"ах", "ях", "ых", "их", "ов", "ев", "ей", "ам", "ям", "ами", NULL
	};

	if (i >= s->text->ntok || s->text->tok[i].kind != TB_WORD_TOKEN ||
		(s->text->tok[i].flags & (TB_TF_SENT | TB_TF_PARA)))
		return false;
	if (tb_date_word(s, i, "date-counted"))
		return true;
	return !(s->text->tok[i].flags & TB_TF_CAP) && s->text->tok[i].letters > 3 &&
		tb_ends_in_any(s->doc, i, endings);
}

bool
tb_date_figures_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		plural;
	uint32_t	at;
	uint32_t	end;
	int32_t		n;

	if (!tb_date_number(s, i, 4, &n))
		return false;
	at = tb_date_suffix(s, i + 1, &plural);
	if (plural)
		return false;
	end = tb_date_year_word(s, at, &u->gram);
	if (s->text->tok[i].letters == 2 &&
		(end > 0 ? tb_gram_singular(u->gram) != 0 :
		 n > 31 && at > i + 1 && !tb_date_counted(s, at)))
		n = end > 0 ? tb_date_pivot_year(s, n) : spoken_year(s, n);	/* «45 года», «летом 89-го» */
	else if (s->text->tok[i].letters < 4 ||
			 (end == 0 && (n < 1700 || n > 2099 || number_goes_on(s, at) ||
						   tb_date_counted(s, at))))
		return false;
	tb_date_write_year(u, n);
	u->end = end > 0 ? end : at;
	return true;
}

bool
tb_date_ends_bare_year(const TbDateScan *s, uint32_t i, bool strict)
{
	const TbToken *next = &s->text->tok[i];

	if (i >= s->text->ntok || (next->flags & (TB_TF_SENT | TB_TF_PARA)))
		return true;
	if (next->kind == TB_MARK)
		return !number_goes_on(s, i) && next->value != 0x20AC && next->value != '%' &&
			next->value != '$';
	if (next->kind != TB_WORD_TOKEN || tb_date_counted(s, i) ||
		tb_date_word(s, i, "date-school"))
		return false;
	if (!strict)
		return true;
	return tb_date_word_tense(s, i) != 0 || tb_date_word(s, i, "date-subject") ||
		tb_date_mask(s, i) &
		(TB_DATE_BIT(PREP) | TB_DATE_BIT(CONJ) | TB_DATE_BIT(PRON) |
		 TB_DATE_BIT(STOP) | TB_DATE_BIT(DATEWORD));
}

/*
 * Two digits in words: «в девяносто первом году», «с девяносто второго года»,
 * and behind a day, month or season «зимой сорок второго»; not «на девяносто
 * первом году жизни», «в мае сорок пятого полка».
 */
static bool
short_spelled_year(TbDateScan *s, uint32_t i, const TbNumeral *num, const TbUnit *year,
				   uint32_t end, bool behind)
{
	if (num->value < 21 || num->value > 99)
		return false;
	if (end > 0)
		return behind || (i > 0 && ((tb_date_word(s, i - 1, "date-in") &&
									 tb_date_singular(year->gram, TB_DAT | TB_PRE)) ||
									(tb_date_is(s, i - 1, TB_DATEWORD, "since") &&
									 tb_date_singular(year->gram, TB_GEN))));
	return behind && num->end > i + 1 && tb_date_singular(num->gram, TB_GEN) &&
		tb_date_ends_bare_year(s, num->end, true);
}

/*
 * A year in words at i: «две тысячи двадцать второго года»; behind: behind a
 * day, month or season.
 */
static bool
spelled_year(TbDateScan *s, uint32_t i, TbUnit *u, bool behind)
{
	TbNumeral	num;
	TbUnit		year = *u;
	uint32_t	end;

	if (!tb_date_numeral(s, i, &num) || !num.ordinal || num.plural || num.value > 2999)
		return false;
	tb_date_write_year(&year, num.value);
	year.gram = num.gram;
	end = tb_date_year_word(s, num.end, &year.gram);
	year.end = end > 0 ? end : num.end;
	if (num.value < 1000)
	{
		if (!short_spelled_year(s, i, &num, &year, end, behind))
			return false;
		year.year = spoken_year(s, num.value);
	}
	else if (end == 0 && !tb_date_plausible_year(num.value))
		return false;
	*u = year;
	return true;
}

/* The shift of a word before «год»: -1 прошлый, 0 этот, 1 следующий. */
static bool
year_modifier(const TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DATEMOD, NULL, NULL);
	const char *key;

	if (entry == NULL)
		return false;
	key = tb_lexicon_string(s->lex, entry->code);
	if (strcmp(key, "that") == 0 || strcmp(key, "prev") == 0)
		u->year_kind = TB_YK_ANAPHOR;
	else if (strcmp(key, "other") == 0 || strcmp(key, "near") == 0 ||
			 strcmp(key, "last") == 0 || strcmp(key, "same") == 0 ||
			 strcmp(key, "new") == 0)
		return false;
	else
		u->year_kind = TB_YK_SHIFT;
	u->year = entry->value;
	return true;
}

/*
 * «прошлого года», «текущем (2006) году», «текущем, 2024 году», «прошлом
 * 2023-м», «того же года», «этого же года».
 */
bool
tb_date_modified_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		year = *u;
	uint32_t	at = i + 1;
	uint32_t	end;
	bool		plural;
	bool		written;
	int32_t		n;

	if (!year_modifier(s, i, &year))
		return false;
	if (tb_date_word(s, at, "date-same"))
	{
		year.year_kind = TB_YK_ANAPHOR;
		at++;
	}
	if (tb_is_mark(s->text, at, '(') || tb_is_mark(s->text, at, ','))
		at++;
	written = tb_date_number(s, at, 4, &n) && n >= 1000;
	if (written)
	{
		tb_date_write_year(&year, n);
		at = tb_date_suffix(s, at + 1, &plural);
		if (tb_is_mark(s->text, at, ')') || tb_is_mark(s->text, at, ','))
			at++;
	}
	else if (s->text->tok[at - 1].kind == TB_MARK)
		return false;
	end = tb_date_year_word(s, at, &year.gram);
	if (end == 0 || !tb_gram_singular(year.gram))
		return false;
	*u = year;
	u->end = end;
	return true;
}

bool
tb_date_year_spec(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint64_t	mask = tb_date_mask(s, i);
	uint32_t	end;
	int32_t		shift;

	if (i >= s->text->ntok || (s->text->tok[i].flags & TB_TF_PARA))
		return false;
	if (mask & TB_DATE_NUMBER)
		return tb_date_figures_year(s, i, u);
	if (((mask & TB_DATE_NUMERAL) && spelled_year(s, i, u, true)) ||
		((mask & TB_DATE_BIT(DATEMOD)) && tb_date_modified_year(s, i, u)))
		return true;
	end = letters_year(s, i, &shift);
	if (end == 0)
		return false;
	u->year_kind = TB_YK_SHIFT;
	u->year = shift;
	u->end = end;
	u->gram = TB_ALL_CASES;
	return true;
}

bool
tb_date_year_or_bare(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbGram		gram;
	uint32_t	end;

	if (tb_date_year_spec(s, i, u))
		return true;
	if (!tb_date_is(s, i, TB_UNIT, "year"))
		return false;
	end = tb_date_year_word(s, i, &gram);
	if (end == 0 || !tb_date_singular(gram, TB_GEN))
		return false;
	u->year_kind = TB_YK_SHIFT;
	u->year = 0;
	u->end = end;
	return true;
}

/* ---------------------------------------------------------------- borrowing */

/* Longest list whose last member is looked for. */
#define MAX_LIST 31

/* Take the year of the units that follow in the list: апреле и мае 2022 года. */
static void
borrow_year(TbDateScan *s, TbUnitMatcher match, TbUnit *u)
{
	uint32_t	i = u->end;
	TbUnit		next;

	for (int members = 0; members < MAX_LIST && u->year_kind == TB_YK_NONE; members++)
	{
		uint32_t	at = tb_date_separator(s, i);

		if (at == 0 || !match(s, at, &next) || next.type != u->type)
			return;
		u->year_kind = next.year_kind;
		u->year = next.year;
		i = next.end;
	}
}

/* Where a list of this kind is known to lead nowhere. */
static TbBarrenList *
barren_list(TbDateScan *s, TbUnitMatcher match)
{
	uint32_t	k = 0;

	while (k + 1 < TB_BARREN_LISTS && s->barren[k].match != match &&
		   s->barren[k].match != NULL)
		k++;
	return &s->barren[k];
}

/* Walk the list from the separator at *i on, for its last member. */
static bool
walk_list(TbDateScan *s, uint32_t *at_end, TbUnitMatcher match, TbUnit *last)
{
	uint32_t	i = *at_end;

	for (int members = 0; members < MAX_LIST; members++)
	{
		uint32_t	at = tb_date_separator(s, i);
		TbUnit		bare;

		*at_end = i;
		if (at == 0)
			return false;
		if (tb_date_is(s, at, TB_DATEWORD, "since"))
			at++;
		if (match(s, at, last))
		{
			borrow_year(s, match, last);
			return true;
		}
		if (!tb_date_ordinal(s, at, &bare))
			return false;
		i = bare.end;
		if (tb_date_is(s, i, TB_DATEWORD, "by") ||
			(s->text->tok[i].kind == TB_MARK && tb_is_dash(s->text->tok[i].value)))
		{
			if (match(s, i + 1, last))
				return true;
			if (!tb_date_ordinal(s, i + 1, &bare))
				return false;
			i = bare.end;
		}
	}
	return false;
}

bool
tb_date_borrow(TbDateScan *s, uint32_t i, TbUnitMatcher match, TbUnit *last)
{
	TbBarrenList *barren = barren_list(s, match);
	uint32_t	end = i;

	if (barren->match == match && i >= barren->first && i < barren->end)
		return false;
	if (walk_list(s, &end, match, last))
		return true;
	barren->match = match;
	barren->first = i;
	barren->end = end;
	return false;
}

/* --------------------------------------------------------------------- years */

bool
tb_date_number_begins(const TbDateScan *s, uint32_t i)
{
	const TbToken *before = &s->text->tok[i - 1];
	uint32_t	c;

	if (i == 0 || i == s->range_at)
		return true;
	if (before->kind == TB_NUMBER)
		return s->text->tok[i].letters != 3;
	if (before->kind != TB_MARK)
		return tb_date_after_word(s, i, "date-numbered") == false;
	c = before->value;
	if (c == 0x2116 || c == '#' || c == '$' || c == 0x20AC || c == '+')
		return false;
	if (i == 1 || !tb_date_joined(s, i) || !tb_date_joined(s, i - 1))
		return true;
	if (tb_is_dash(c) || c == '/')
		return s->text->tok[i - 2].kind == TB_MARK;
	return !((c == '.' || c == ':' || c == ',') && s->text->tok[i - 2].kind == TB_NUMBER);
}

bool
tb_date_year_expected(const TbDateScan *s, uint32_t i, bool *strict)
{
	const TbToken *before = &s->text->tok[i - 1];

	*strict = true;
	if (i == 0)
		return false;
	if (s->list_end > 0 && tb_date_separator(s, s->list_end) == i)
		return true;
	if (before->kind == TB_MARK && before->value == '(' && tb_is_mark(s->text, i + 1, ')'))
		return true;
	*strict = !tb_date_word(s, i - 1, "date-in");
	return !*strict || tb_date_word(s, i - 1, "date-on") ||
		tb_date_word(s, i - 1, "date-for") || tb_date_word(s, i - 1, "date-about") ||
		(tb_date_mask(s, i - 1) & TB_DATE_BIT(DATEWORD));
}

bool
tb_date_year_fits(TbDateScan *s, uint32_t i, uint32_t end)
{
	bool		strict = true;

	if (i > 0 && !(s->text->tok[i].flags & TB_TF_NEWLINE) &&
		!(tb_is_mark(s->text, i - 1, '(') && tb_is_mark(s->text, end, ')')) &&
		!tb_date_year_expected(s, i, &strict))
		return false;
	return tb_date_ends_bare_year(s, end, strict);
}

uint32_t
tb_date_before_christ(const TbDateScan *s, uint32_t i)
{
	TbMatch		match[4];
	int			n;

	if (!tb_date_is(s, i, TB_DATEWORD, "until"))
		return 0;
	if (tb_date_letter(s, i + 1) == 0x43D && tb_is_mark(s->text, i + 2, '.') &&
		tb_date_letter(s, i + 3) == 0x44D)
		return tb_is_mark(s->text, i + 4, '.') ? i + 5 : i + 4;
	n = tb_text_match(s->text, s->lex, i, match, 4);
	while (n-- > 0)
		if (tb_lexicon_reading_key(s->lex, match[n].node, TB_WORD, "date-bc"))
			return match[n].end;
	return 0;
}

/* Years with год: «2022 году», «862 году», «1970 г.р.», «95 г.» */
static bool
match_year_word(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		plural;
	uint32_t	at;
	int32_t		n;

	tb_date_start(u, i, TB_DU_YEAR);
	if (!tb_date_number(s, i, 4, &n) || !tb_date_number_begins(s, i))
		return false;
	at = tb_date_suffix(s, i + 1, &plural);
	u->end = tb_date_year_word(s, at, &u->gram);
	if (u->end == 0 || plural || tb_date_word(s, u->end, "date-school") ||
		(at > i + 1 && !tb_gram_singular(u->gram)))
		return false;
	/* «101 год», «102 года» are spans of time, «862 году» is a year */
	if (s->text->tok[i].letters == 2 && at > i + 1 && i > 0 &&
		tb_date_word(s, i - 1, "date-in") && tb_date_singular(u->gram, TB_DAT | TB_PRE))
		n = tb_date_pivot_year(s, n);
	else if (s->text->tok[i].letters < 4 &&
		!(s->text->tok[i].letters == 3 && tb_date_singular(u->gram, TB_DAT | TB_PRE) &&
		  tb_date_is(s, u->end - 1, TB_UNIT, "year")))
		return false;
	tb_date_write_year(u, n);
	return true;
}

/* «2021: аким района», «2021 – аким района»: a line of a life. */
static bool
heads_line(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];

	return (i == 0 || (tok->flags & (TB_TF_NEWLINE | TB_TF_PARA))) && i + 2 < s->text->ntok &&
		tok[1].kind == TB_MARK && tok[2].kind == TB_WORD_TOKEN && (tok[2].flags & TB_TF_SPACE) &&
		(tok[1].value == ':' || (tb_is_dash(tok[1].value) && (tok[1].flags & TB_TF_SPACE)));
}

/* Years without год where one is due: «в 2004,», «2016-м», «(1999)». */
static bool
match_bare_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		plural;
	bool		strict;
	int32_t		n;

	tb_date_start(u, i, TB_DU_YEAR);
	if (!tb_date_number(s, i, 4, &n) || n < 1000 || !tb_date_number_begins(s, i))
		return false;
	tb_date_write_year(u, n);
	u->end = tb_date_suffix(s, i + 1, &plural);
	/* «в 1891-м», but «1500-й клиент» */
	if (!tb_date_plausible_year(n) && (u->end == i + 1 || n > 2099 || i == 0 ||
									   !tb_date_word(s, i - 1, "date-in") || !tb_date_ends_bare_year(s, u->end, true)))
		return false;
	if (u->end > i + 1)
		return !plural && !tb_date_word(s, u->end, "date-counted");
	return (tb_date_year_expected(s, i, &strict) || heads_line(s, i)) && !tb_date_after_word(s, i, "date-counter") &&
		tb_date_ends_bare_year(s, u->end, strict);
}

/*
 * Years of two digits in the singular of «в»: «в 93-м открыли».  Not: «в 93-м
 * полку», «в 5-м».
 */
static bool
match_short_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		plural;
	int32_t		n;

	tb_date_start(u, i, TB_DU_YEAR);
	if (!tb_date_number(s, i, 2, &n) || s->text->tok[i].letters != 2 || n < 32 || i == 0 ||
		!tb_date_word(s, i - 1, "date-in"))
		return false;
	u->end = tb_date_suffix(s, i + 1, &plural);
	tb_date_write_year(u, spoken_year(s, n));
	return !plural && u->end > i + 1 && s->text->tok[u->end - 1].letters <= 2 &&
		tb_date_ends_bare_year(s, u->end, true);
}

/*
 * «год 2024-й», «год 2000»: the number behind its word.
 * Not: «в год 2000 тонн».
 */
static bool
match_year_number(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbGram		gram;
	bool		plural;
	int32_t		n;

	tb_date_start(u, i, TB_DU_YEAR);
	if (tb_date_entry(s, i, TB_UNIT, "year", &gram) == NULL ||
		!tb_date_singular(gram, TB_NOM) || !tb_date_number(s, i + 1, 4, &n) ||
		!tb_date_plausible_year(n) ||
		(i > 0 && (tb_date_mask(s, i - 1) & TB_DATE_BIT(PREP))))
		return false;
	u->end = tb_date_suffix(s, i + 2, &plural);
	tb_date_write_year(u, n);
	return !plural && tb_date_ends_bare_year(s, u->end, true);
}

/*
 * year: «2022 году», «в 2004», «2016-м», «тысяча девятьсот пятом году»; the
 * first ones of «1999, 2004 и 2007 годах».
 * Not: «1917 человек», «№ 2024», «в 2024 школах», «ЭКСПО-2017».
 */
static bool
match_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		last;
	uint8_t		digits = s->text->tok[i].letters;
	int32_t		n;

	if (digits < 2 || digits > 4 ||
		(digits < 4 && !tb_date_joined(s, i + 1) &&
		 !(tb_date_mask(s, i + 1) & (TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD)))))
		return false;
	if (match_year_word(s, i, u))
	{
		uint32_t	bc = tb_date_before_christ(s, u->end);

		if (bc > 0 || u->year < 1)
			u->type = TB_DU_VOID;
		if (bc > 0)
			u->end = bc;
		return true;
	}
	if (digits == 4 ? match_bare_year(s, i, u) : match_short_year(s, i, u))
		return true;
	if (digits == 4 && tb_date_number(s, i, 4, &n) && tb_date_plausible_year(n) && tb_date_number_begins(s, i) &&
		tb_date_borrow(s, i + 1, match_year_word, &last))
	{
		*u = last;
		u->first = i;
		u->end = i + 1;
		u->year = n;
		return true;
	}
	return false;
}

/* spelled_year: «две тысячи двадцать втором году», «в девяносто первом году». */
static bool
match_spelled_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	tb_date_start(u, i, TB_DU_YEAR);
	return spelled_year(s, i, u, false);
}

/* letters_year: «в т.г.», «за п.г.», «бюджет с.г.»  Not: «в с. Г. живут», «т. г. Астана». */
static bool
match_letters_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	tb_date_start(u, i, TB_DU_YEAR);
	u->year_kind = TB_YK_SHIFT;
	u->end = letters_year(s, i, &u->year);
	u->gram = TB_ALL_CASES;
	return true;
}

const TbUnitRule tb_date_year_rules[] = {
	{"letters_year", TB_DATE_LETTERS, 0, match_letters_year},
	{"year", TB_DATE_NUMBER, 0, match_year},
	{"spelled_year", TB_DATE_NUMERAL, TB_DATE_NUMERAL | TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD), match_spelled_year},
	{"year_number", TB_DATE_BIT(UNIT), TB_DATE_NUMBER, match_year_number},
	{NULL, 0, 0, NULL}
};
