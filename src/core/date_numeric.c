/*
 * date_numeric.c
 *	  Dates in figures, and the clock time behind a date.
 *
 *	24.12.2022 | 24. 12. 2022 | 24/12/2022 | 24-12-2022 | 28.07.88
 *	2022-12-24 | 2022.12.24 | 2022-12-24T10:20 | 2022-12 | 12/2022 | 12.2022
 *
 * The day comes first, the year first only with four digits.  What cannot be
 * a date (32.01.2020) is TB_DU_VOID.  No dates: 74-72-27 and 12-05-24 (a year
 * of two digits goes with points and slashes only), 10.12.20.24, 5.12.
 */
#include <string.h>

#include "core/date_internal.h"

/* The separator at i, joined on both sides, or a point with spaces behind. */
static uint32_t
separator_at(const TbDateScan *s, uint32_t i, bool *spaced)
{
	uint32_t	c;

	*spaced = false;
	if (i + 1 >= s->text->ntok || s->text->tok[i].kind != TB_MARK || !tb_date_joined(s, i))
		return 0;
	c = s->text->tok[i].value;
	if (c == '.')
		*spaced = !tb_date_joined(s, i + 1);
	else if (!tb_date_joined(s, i + 1))
		return 0;
	if (tb_is_dash(c))
		return c == '-' || c == 0x2010 || c == 0x2011 ? '-' : 0;
	return c == '.' || c == '/' ? c : 0;
}

/* Does a number go on at i by one of these marks, «.5», «-15», «/3», or a «%»? */
static bool
goes_on(const TbDateScan *s, uint32_t i, const char *marks)
{
	uint32_t	c = s->text->tok[i].value;

	if (i >= s->text->ntok || s->text->tok[i].kind != TB_MARK || !tb_date_joined(s, i))
		return false;
	if (c == '%')
		return true;
	return c < 0x80 && strchr(marks, (int) c) != NULL && tb_date_joined(s, i + 1) &&
		s->text->tok[i + 1].kind == TB_NUMBER;
}

/* Fill a month of a written year. */
static bool
set_month(TbUnit *u, int32_t year, int32_t month, uint32_t end)
{
	u->type = TB_DU_MONTH;
	tb_date_write_year(u, year);
	u->month = month;
	u->end = end;
	u->gram = TB_ALL_CASES;
	return true;
}

/* Fill a day; one that does not exist is void. */
static bool
set_day(TbUnit *u, int32_t year, int32_t month, int32_t day)
{
	u->type = tb_civil_exists(year, month, day) ? TB_DU_DAY : TB_DU_VOID;
	tb_date_write_year(u, year);
	u->month = month;
	u->day = day;
	u->gram = TB_ALL_CASES;
	return true;
}

/* «T10:20:00Z», «T10:20+05:00» behind an ISO day. */
static uint32_t
iso_time(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];

	if (!tb_date_joined(s, i) || tok->kind != TB_WORD_TOKEN ||
		!(tok->flags & TB_TF_DIGIT) || (s->text->data[tok->start] | 32) != 't')
		return i;
	for (i++; tb_date_joined(s, i); i++)
	{
		tok = &s->text->tok[i];
		if (tok->kind == TB_MARK ? tok->value != ':' && tok->value != '+' &&
			!tb_date_joined(s, i + 1) : tok->kind == TB_WORD_TOKEN &&
			!(tok->flags & (TB_TF_DIGIT | TB_TF_LETTER)))
			break;
	}
	return i;
}

/* Year first: 2022-12-24, 2022.12.24, 2022-12. */
static bool
match_year_first(TbDateScan *s, uint32_t i, int32_t year, TbUnit *u)
{
	bool		spaced;
	uint32_t	sep = separator_at(s, i + 1, &spaced);
	int32_t		month;
	int32_t		day;
	TbGram		gram;

	if (sep == 0 || spaced || !tb_date_number(s, i + 2, 2, &month))
		return false;
	if (separator_at(s, i + 3, &spaced) == sep && !spaced &&
		tb_date_number(s, i + 4, 2, &day))
	{
		if (goes_on(s, i + 5, ".-") || s->text->tok[i + 2].letters + s->text->tok[i + 4].letters < 3)
			return false;
		u->end = iso_time(s, i + 5);
		return set_day(u, year, month, day);
	}
	if (sep != '-' || !tb_date_plausible_year(year) || month < 1 || month > 12 ||
		s->text->tok[i + 2].letters != 2 || goes_on(s, i + 3, ".-/") ||
		tb_date_year_word(s, i + 3, &gram) > 0)
		return false;
	return set_month(u, year, month, i + 3);
}

/* «выпуск: 9/2023», «за 9/2023»: behind a colon or «за».  Not: «приказ 9/2023». */
static bool
issue_follows(const TbDateScan *s, uint32_t i)
{
	return i > 0 && (tb_is_mark(s->text, i - 1, ':') || tb_date_word(s, i - 1, "date-for"));
}

/* Month and year: 12/2022, 03.2023. */
static bool
match_month_first(TbDateScan *s, uint32_t i, int32_t month, TbUnit *u)
{
	bool		spaced;
	uint32_t	sep = separator_at(s, i + 1, &spaced);
	int32_t		year;

	if ((sep != '.' && sep != '/') || spaced ||
		(s->text->tok[i].letters != 2 && !(sep == '/' && issue_follows(s, i))) ||
		month < 1 || month > 12 || s->text->tok[i + 2].letters != 4 ||
		!tb_date_number(s, i + 2, 4, &year) || !tb_date_plausible_year(year) ||
		goes_on(s, i + 3, ".-/"))
		return false;
	return set_month(u, year, month, i + 3);
}

/* Day, month and year: 24.12.2022, 24. 12. 2022, 28.07.88. */
static bool
match_day_first(TbDateScan *s, uint32_t i, int32_t day, TbUnit *u)
{
	bool		spaced[2];
	uint32_t	sep = separator_at(s, i + 1, &spaced[0]);
	int32_t		month;
	int32_t		year;
	uint8_t		digits;

	if (sep == 0 || !tb_date_number(s, i + 2, 2, &month) ||
		separator_at(s, i + 3, &spaced[1]) != sep ||
		!tb_date_number(s, i + 4, 4, &year) || goes_on(s, i + 5, "./"))
		return false;
	digits = s->text->tok[i + 4].letters;
	u->end = i + 5;
	if (digits == 4)
		return set_day(u, year, month, day);
	if (digits != 2 || sep == '-' || spaced[0] || spaced[1] || goes_on(s, i + 5, "-") || s->text->tok[i + 2].letters != 2)
		return false;
	year = tb_date_pivot_year(s, year);
	return tb_civil_exists(year, month, day) && set_day(u, year, month, day);
}

/*
 * Day and month alone, 20.05: looks like any decimal, so that it counts only
 * with a clock time or «т.г.» behind it, a weekday before it, as one end of a
 * range (then TB_DU_BARE with its month set), or as the whole text.
 */
static bool
match_short_day(TbDateScan *s, uint32_t i, int32_t day, TbUnit *u)
{
	bool		spaced;
	int32_t		month;
	uint32_t	end = i + 3;

	if (separator_at(s, i + 1, &spaced) != '.' || spaced ||
		s->text->tok[i].letters != 2 || s->text->tok[i + 2].letters != 2 ||
		!tb_date_number(s, i + 2, 2, &month) || goes_on(s, i + 3, "./") ||
		day < 1 || month < 1 || month > 12 || day > tb_month_days(2000, month))
		return false;
	if (tb_is_mark(s->text, end, '.') && tb_date_joined(s, end))
		end++;
	u->day = day;
	u->month = month;
	u->gram = TB_ALL_CASES;
	u->end = end;
	u->type = TB_DU_DAY;
	if (tb_date_year_spec(s, end, u) && u->year_kind != TB_YK_WRITTEN)
		return true;
	u->year_kind = TB_YK_NONE;
	u->end = end;
	if (tb_date_clock(s, end) > end)
		return true;
	u->end = i + 3;
	if (!(i >= 2 && (tb_date_mask(s, i - 2) & TB_DATE_BIT(WEEKDAY)) &&
		  s->text->tok[i - 1].kind == TB_MARK) && !tb_date_whole_text(s, i, i + 3))
		u->type = TB_DU_BARE;
	return true;
}

bool
tb_date_match_numeric(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbGram		gram;
	uint32_t	end;
	int32_t		n;

	memset(u, 0, sizeof(*u));
	u->first = i;
	if (!tb_date_number(s, i, 4, &n))
		return false;
	if (s->text->tok[i].letters == 4)
		return match_year_first(s, i, n, u);
	if (s->text->tok[i].letters > 2)
		return false;
	if (match_day_first(s, i, n, u) || match_month_first(s, i, n, u))
	{
		end = tb_date_year_word(s, u->end, &gram);
		if (end > 0 && tb_gram_singular(gram))
			u->end = end;
		return true;
	}
	return match_short_day(s, i, n, u);
}

/* ---------------------------------------------------------------- the clock */

/* «10:35», «10:35:20», and «18.00» behind a preposition; the end, or i. */
static uint32_t
hours_and_minutes(const TbDateScan *s, uint32_t i, bool preposition)
{
	int32_t		hour;
	int32_t		minute;
	uint32_t	c = s->text->tok[i + 1 < s->text->ntok ? i + 1 : i].value;

	if (!tb_date_number(s, i, 2, &hour) || hour > 24 || !tb_date_joined(s, i + 1) ||
		s->text->tok[i + 1].kind != TB_MARK || (c != ':' && !(c == '.' && preposition)) ||
		!tb_date_joined(s, i + 2) || !tb_date_number(s, i + 2, 2, &minute) ||
		s->text->tok[i + 2].letters != 2 || minute > 59)
		return i;
	if (c == '.')
		return goes_on(s, i + 3, "./") ? i : i + 3;
	if (tb_is_mark(s->text, i + 3, ':') && tb_date_joined(s, i + 4) &&
		tb_date_number(s, i + 4, 2, &minute))
		return i + 5;
	return i + 3;
}

/* «10 часов 30 минут утра», «18 ч.»; the end, or i. */
static uint32_t
hours_in_words(const TbDateScan *s, uint32_t i)
{
	TbNumeral	num;
	int32_t		n;
	uint32_t	at = i + 1;

	if (!tb_date_number(s, i, 2, &n))
	{
		if (!tb_date_numeral(s, i, &num) || num.ordinal || num.value > 24)
			return i;
		at = num.end;
	}
	if (!tb_date_word(s, at, "date-hour"))
		return i;
	at++;
	if (tb_is_mark(s->text, at, '.') && s->text->tok[at - 1].letters == 1)
		at++;
	if (tb_date_number(s, at, 2, &n) && tb_date_word(s, at + 1, "date-minute"))
		at += tb_is_mark(s->text, at + 2, '.') && s->text->tok[at + 1].letters < 4 ? 3 : 2;
	return tb_date_word(s, at, "date-hours-of") ? at + 1 : at;
}

/* «объявил 29 октября | днём национального траура»: no time of the day? */
static bool
makes_a_day(const TbDateScan *s, uint32_t i)
{
	static const char *const endings[] = {"ого", "его", "ной", "ской", "вой", "памяти", "траура", "рождения"};
	char		folded[TB_MAX_WORD];
	size_t		len;

	if (i + 1 >= s->text->ntok || s->text->tok[i].letters != 4 || s->text->tok[i + 1].kind != TB_WORD_TOKEN)
		return false;
	len = tb_token_fold(s->text, i + 1, folded);
	for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++)
		if (len >= strlen(endings[k]) &&
			memcmp(folded + len - strlen(endings[k]), endings[k], strlen(endings[k])) == 0)
			return true;
	return false;
}

/* One moment: «в 10:30», «в 10 часов», «утром», «поздно вечером». */
static uint32_t
moment(const TbDateScan *s, uint32_t i, bool preposition)
{
	uint32_t	at = hours_and_minutes(s, i, preposition);
	int32_t		hour;

	if (at > i)
	{
		if (tb_is_dash(s->text->tok[at].value) && at < s->text->ntok)
			at = hours_and_minutes(s, at + 1, preposition) > at + 1 ?
				hours_and_minutes(s, at + 1, preposition) : at;
		if (tb_date_word(s, at, "date-hour"))
			at++;
		return tb_date_word(s, at, "date-hours-of") ? at + 1 : at;
	}
	if (preposition && tb_date_number(s, i, 2, &hour) && hour <= 12 &&
		tb_date_word(s, i + 1, "date-hours-of"))
		return i + 2;
	if (tb_date_mask(s, i) & (TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL)))
		at = hours_in_words(s, i);
	if (!preposition && !(at > i && tb_date_word(s, at - 1, "date-hours-of")))
		at = i;					/* «18 июля 2014 7 часов вечера» */
	while (tb_date_word(s, at, "date-daypart") && !makes_a_day(s, at) && at - i < 3)
		at++;
	return at;
}

/* «с 9 до 12 часов», «с 13.00 до 14.00» at i; the end, or none. */
static uint32_t
hours_from_to(const TbDateScan *s, uint32_t i, uint32_t none)
{
	uint32_t	end = moment(s, i + 1, true);
	int32_t		hour;

	if (end == i + 1 && tb_date_number(s, i + 1, 2, &hour) && hour < 24)
		end++;
	if (end == i + 1 || !tb_date_is(s, end, TB_DATEWORD, "until"))
		return none;
	i = end + 1;
	end = moment(s, i, true);
	return end > i ? end : none;
}

/* Classes of words that open a clock time: «в», «с», «около», «семь», «утром». */
#define CLOCK_CLASSES (TB_DATE_BIT(WORD) | TB_DATE_BIT(DATEWORD) | TB_DATE_BIT(CARDINAL))

uint32_t
tb_date_clock(const TbDateScan *s, uint32_t i)
{
	uint32_t	at = i;
	uint32_t	end;
	bool		preposition;

	if (i >= s->text->ntok || (s->text->tok[i].flags & (TB_TF_PARA | TB_TF_NEWLINE)) ||
		(s->text->tok[i].kind == TB_WORD_TOKEN && !(s->text->tok[i].mask & CLOCK_CLASSES)))
		return i;
	if (tb_is_mark(s->text, at, ',') || tb_is_mark(s->text, at, '|'))
		at++;
	if (tb_date_is(s, at, TB_DATEWORD, "since"))
		return hours_from_to(s, at, i);
	preposition = tb_date_word(s, at, "date-in") || tb_date_is(s, at, TB_DATEWORD, "to") ||
		tb_date_is(s, at, TB_DATEWORD, "about-n");
	if (preposition)
		at++;
	else if (at > i && !(tb_date_mask(s, at) & TB_DATE_NUMBER))
		return i;				/* «5 мая, вечером»: another adverbial */
	end = moment(s, at, preposition);
	if (end == at && at > i)	/* «20 мая, 15.00, в зале»: minutes of two digits */
		end = hours_and_minutes(s, at, true);
	return end > at ? end : i;
}
