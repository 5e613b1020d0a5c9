/*
 * date_shift.c
 *	  Counting in calendar units, and the date that an anaphor counts from.
 *
 * «два месяца назад» is the calendar month that holds the day two months
 * before; weeks begin on Monday, centuries with a year 1 («XX век» is 1901 to
 * 2000), decades with a year 0.  Nothing leaves the years 1 to 9999.
 */
#include "core/date_internal.h"

/* More units than this are not counted. */
#define MAX_UNITS 200000

/* ---------------------------------------------------------------- arithmetic */

static int32_t
month_end(int32_t year, int32_t month)
{
	return tb_day_of(year, month, tb_month_days(year, month));
}

bool
tb_date_months(int64_t year, int32_t first, int32_t n, TbInterval *out)
{
	int64_t		last = year * 12 + first - 1 + n - 1;

	if (year < 1 || last / 12 > 9999)
		return false;
	out->from = tb_day_of((int32_t) year, first, 1);
	out->to = month_end((int32_t) (last / 12), (int32_t) (last % 12) + 1);
	return true;
}

/* n months or years, from a day; the day is cut to the month's length. */
static bool
add_months(int32_t day, int64_t n, int32_t *out)
{
	TbCivil		c = tb_civil_of(day);
	int64_t		month = (int64_t) c.year * 12 + c.month - 1 + n;
	int32_t		days;

	if (month < 12 || month / 12 > 9999)
		return false;
	c.year = (int32_t) (month / 12);
	c.month = (int32_t) (month % 12) + 1;
	days = tb_month_days(c.year, c.month);
	*out = tb_day_of(c.year, c.month, c.day < days ? c.day : days);
	return true;
}

static bool
add_days(int32_t day, int64_t n, int32_t *out)
{
	int64_t		sum = day + n;

	if (sum < tb_day_of(1, 1, 1) || sum > tb_day_of(9999, 12, 31))
		return false;
	*out = (int32_t) sum;
	return true;
}

/* Months in a calendar unit from the month up. */
static int32_t
unit_months(TbCalendarUnit unit)
{
	static const int32_t count[] = {0, 0, 1, 3, 6, 12, 120, 1200};

	return count[unit];
}

bool
tb_date_add(int32_t day, TbCalendarUnit unit, int64_t n, int32_t *out)
{
	if (unit <= TB_CU_WEEK)
		return add_days(day, unit == TB_CU_WEEK ? n * 7 : n, out);
	return add_months(day, n * unit_months(unit), out);
}

bool
tb_date_shift(int32_t day, TbCalendarUnit unit, int64_t n, int32_t *from, int32_t *to)
{
	int32_t		size = unit_months(unit);
	TbInterval	found;
	int64_t		month;
	TbCivil		c;

	if (n > MAX_UNITS || n < -MAX_UNITS)
		return false;
	if (unit <= TB_CU_WEEK)
	{
		if (!tb_date_add(day, unit, n, from))
			return false;
		if (unit == TB_CU_WEEK)
			*from -= tb_weekday_of(*from) - 1;
		*to = *from + (unit == TB_CU_WEEK ? 6 : 0);
		return true;
	}
	c = tb_civil_of(day);
	/* centuries and decades: 1901–2000, but 1990–1999 */
	month = (int64_t) (c.year - (unit == TB_CU_CENTURY)) * 12 + c.month - 1;
	month = (month / size + n) * size + (unit == TB_CU_CENTURY ? 12 : 0);
	if (month < 12 || !tb_date_months(month / 12, (int32_t) (month % 12) + 1, size, &found))
		return false;
	*from = found.from;
	*to = found.to;
	return true;
}

TbGranularity
tb_date_granularity(TbCalendarUnit unit)
{
	static const uint8_t of[] = {
		TB_GR_DAY, TB_GR_WEEK, TB_GR_MONTH, TB_GR_QUARTER, TB_GR_HALF,
		TB_GR_YEAR, TB_GR_DECADE, TB_GR_CENTURY
	};

	return (TbGranularity) of[unit];
}

/* ----------------------------------------------------------------- anaphors */

/* May a remembered date serve an anaphor of this unit? */
static bool
serves(const TbDateScan *s, const TbDateMemo *memo, TbCalendarUnit unit)
{
	static const uint16_t finer[] = {
		1 << TB_GR_DAY,
		1 << TB_GR_DAY | 1 << TB_GR_WEEK,
		1 << TB_GR_DAY | 1 << TB_GR_MONTH,
		1 << TB_GR_DAY | 1 << TB_GR_MONTH | 1 << TB_GR_QUARTER,
		1 << TB_GR_DAY | 1 << TB_GR_MONTH | 1 << TB_GR_QUARTER | 1 << TB_GR_HALF,
		1 << TB_GR_DAY | 1 << TB_GR_MONTH | 1 << TB_GR_QUARTER | 1 << TB_GR_HALF |
		1 << TB_GR_SEASON | 1 << TB_GR_YEAR,
		1 << TB_GR_DAY | 1 << TB_GR_MONTH | 1 << TB_GR_YEAR | 1 << TB_GR_DECADE,
		1 << TB_GR_DAY | 1 << TB_GR_MONTH | 1 << TB_GR_YEAR | 1 << TB_GR_CENTURY
	};

	if (memo->deadline || (memo->quote != 0 && memo->quote != s->quote))
		return false;
	if (s->today != TB_NO_DAY && memo->from > s->today_last)
		return false;
	if (memo->granularity == TB_GR_RANGE)
		return unit == TB_CU_YEAR &&
			tb_civil_of(memo->from).year == tb_civil_of(memo->to).year;
	return (finer[unit] >> memo->granularity & 1) != 0;
}

int32_t
tb_date_last(const TbDateScan *s, uint32_t i, TbCalendarUnit unit)
{
	uint32_t	first = tb_date_sentence_start(s, i);

	if (first > 0 && !(s->text->tok[first].flags & TB_TF_PARA))
		first = tb_date_sentence_start(s, first - 1);
	for (uint32_t k = 0; k < TB_DATE_MEMOS && k < s->nmemo; k++)
	{
		const TbDateMemo *memo = &s->memo[(s->nmemo - 1 - k) % TB_DATE_MEMOS];

		if (memo->token < first)
			break;
		if (serves(s, memo, unit))
			return memo->from;
	}
	return TB_NO_DAY;
}

int32_t
tb_date_antecedent(const TbDateScan *s, uint32_t i, TbCalendarUnit unit)
{
	int32_t		last = tb_date_last(s, i, unit);

	if (last != TB_NO_DAY)
		return last;
	if (unit <= TB_CU_WEEK && !tb_date_day_known(s))
		return TB_NO_DAY;
	return s->today;
}
