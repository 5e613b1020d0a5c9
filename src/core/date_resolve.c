/*
 * date_resolve.c
 *	  From what the text names to first and last day.
 *
 * A unit with its year written has its value.  Without one, the clause and
 * the reference choose (docs: 8 апреля, reference 15 May 2024):
 *
 *	past	одобрили 8 апреля	the latest that has begun		2024-04-08
 *	future	рассмотрят 8 апреля	the earliest not yet over		2025-04-08
 *	no cue	8 апреля – день …	the reference's year, or the next one to it
 *			when that is nearer than 92 days and the own one farther than 183;
 *			in the present only «с»: «с декабря действует» is the nearest
 *
 * A weekday beside the day (среда, 5 апреля) chooses among these years first.
 * A range without a year is chosen by one end and the other follows it.
 * Anaphors (в тот же день) take the last date of their sentence or the one
 * before it, unless that was a deadline, lies behind the reference or stands
 * in a quotation they are not in; without one they take the reference.
 */
#include <string.h>

#include "core/date_internal.h"

/* How far to look for a year: eight cover every gap between leap days. */
#define YEAR_REACH 8
#define NEAR_DAYS 92
#define FAR_DAYS 183

typedef enum Value
{
	VALUE_NONE,					/* no such date */
	VALUE_UNKNOWN,				/* no reference to count from */
	VALUE_KNOWN
} Value;

/* ------------------------------------------------------------ a unit in a year */

/* The unit in a given year; false where that year has none (29 February). */
static bool
in_year(const TbDateScan *s, const TbUnit *u, int64_t year, TbInterval *out)
{
	if (year < 1 || year > 9999)
		return false;
	switch (u->type)
	{
		case TB_DU_DAY:
			if (!tb_civil_exists((int32_t) year, u->month, u->day))
				return false;
			out->from = out->to = tb_day_of((int32_t) year, u->month, u->day);
			return true;
		case TB_DU_MONTH:
			return tb_date_months(year, u->month, 1, out);
		case TB_DU_QUARTER:
			return tb_date_months(year, u->n * 3 - 2, 3, out);
		case TB_DU_HALF:
			return tb_date_months(year, u->n * 6 - 5, 6, out);
		case TB_DU_MONTHS:
			return tb_date_months(year, 1, u->n, out);
		case TB_DU_SEASON:
			if (u->n == 24)
				return tb_date_months(year - 1, 12, 3, out);
			return tb_date_months(year, (u->n - 20) * 3, 3, out);
		case TB_DU_HOLIDAY:
			return tb_date_holiday_in(s, u->node, (int32_t) year, &out->from, &out->to);
		default:
			return false;
	}
}

/* Days between an interval and the reference; 0 when it holds it. */
static int32_t
distance(const TbDateScan *s, const TbInterval *at)
{
	if (at->from > s->today_last)
		return at->from - s->today_last;
	return at->to < s->today ? s->today - at->to : 0;
}

/* The latest interval not begun after a day, or the earliest not over before it. */
static bool
seek(const TbDateScan *s, const TbUnit *u, int32_t day, int direction, TbInterval *out)
{
	int32_t		year = tb_civil_of(day).year + (direction < 0 ? 1 : -1);

	for (int32_t k = 0; k < YEAR_REACH + 2; k++, year += direction)
		if (in_year(s, u, year, out) &&
			(direction < 0 ? out->from <= day : out->to >= day))
			return true;
	return false;
}

/*
 * The year in which the day falls on the weekday that the text gives: among
 * three in a row it is one at most, so that the clause has no say.
 */
static bool
seek_weekday(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	int32_t		year = tb_civil_of(s->today).year;

	for (int32_t k = -1; k <= 1 && u->weekday > 0; k++)
		if (in_year(s, u, year + k, out) && tb_weekday_of(out->from) == u->weekday)
			return true;
	return false;
}

/* The nearest one, before or behind: «с декабря действует». */
static bool
seek_closest(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	TbInterval	ahead;

	if (!seek(s, u, s->today_last, -1, out))
		return false;
	if (seek(s, u, s->today, 1, &ahead) && distance(s, &ahead) < distance(s, out))
		*out = ahead;
	return true;
}

/* What is promised lies ahead, unless it has just gone by: «обещали 3 марта». */
static bool
seek_promised(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	TbInterval	gone;

	if (!seek(s, u, s->today, 1, out))
		return false;
	if (distance(s, out) > FAR_DAYS && seek(s, u, s->today_last, -1, &gone) &&
		distance(s, &gone) < NEAR_DAYS)
		*out = gone;
	return true;
}

/* A clause without a cue: the own year, or the near side of New Year. */
static bool
seek_nearest(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	int32_t		year = tb_civil_of(s->today).year;
	TbInterval	at;
	bool		own = in_year(s, u, year, out);

	if (own && distance(s, out) <= FAR_DAYS)
		return true;
	for (int32_t k = -1; k <= 1; k += 2)
		if (in_year(s, u, year + k, &at) && (!own || distance(s, &at) < NEAR_DAYS))
		{
			*out = at;
			return true;
		}
	return own || seek(s, u, s->today_last, -1, out);
}

/* «прошлой осенью», «этим летом», «следующим маем». */
static bool
seek_modified(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	if (u->shift == TB_WS_PAST)
		return seek(s, u, s->today, -1, out) &&
			(out->to < s->today || seek(s, u, out->from - 1, -1, out));
	if (u->shift == TB_WS_WEEK)
		return seek(s, u, s->today_last, 1, out) &&
			(out->from > s->today_last || seek(s, u, out->to + 1, 1, out));
	return seek_nearest(s, u, out);
}

/* A part of the year whose year the clause must choose. */
static Value
choose_year(const TbDateScan *s, const TbUnit *u, int tense, TbInterval *out)
{
	bool		found;

	if (s->today == TB_NO_DAY)
		return VALUE_UNKNOWN;
	if (u->shift != TB_WS_NONE)
		found = seek_modified(s, u, out);
	else if (seek_weekday(s, u, out))
		found = true;
	else if (tense == 0)
		found = seek_nearest(s, u, out);
	else if (tense == TB_TENSE_PRESENT)
		found = seek_closest(s, u, out);
	else if (tense == TB_TENSE_PROMISE)
		found = seek_promised(s, u, out);
	else
		found = seek(s, u, tense < 0 ? s->today_last : s->today, tense, out);
	return found ? VALUE_KNOWN : VALUE_NONE;
}

/* -------------------------------------------------------------- other dates */

/* The year of «того же года», «предыдущего года»; 0: unknown. */
static int32_t
anaphoric_year(const TbDateScan *s, const TbUnit *u)
{
	int32_t		day = tb_date_antecedent(s, u->first, TB_CU_YEAR);

	return day == TB_NO_DAY ? 0 : tb_civil_of(day).year + u->year;
}

/* Move a day to another year; the last day of a month stays the last. */
static int32_t
move_to_year(int32_t day, int32_t year)
{
	TbCivil		c = tb_civil_of(day);
	int32_t		days = tb_month_days(year, c.month);

	if (c.day == tb_month_days(c.year, c.month) || c.day > days)
		c.day = days;
	return tb_day_of(year, c.month, c.day);
}

/* The year that a unit names itself; 0: none, or unknown. */
static int32_t
own_year(const TbDateScan *s, const TbUnit *u)
{
	if (u->year_kind == TB_YK_WRITTEN)
		return u->year;
	if (u->year_kind == TB_YK_ANAPHOR)
		return anaphoric_year(s, u);
	if (u->year_kind == TB_YK_SHIFT && s->today != TB_NO_DAY)
		return tb_civil_of(s->today).year + u->year;
	return 0;
}

/* «аналогичный период прошлого года»: the last range, moved. */
static Value
same_period(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	int32_t		year = own_year(s, u);
	int32_t		span;

	if (s->range_from != TB_NO_DAY && u->year_kind == TB_YK_SHIFT && u->year == -1)
		year = tb_civil_of(s->range_from).year - 1;
	if (year == 0)
		return VALUE_UNKNOWN;
	if (year < 1 || year > 9990)
		return VALUE_NONE;
	if (s->range_from == TB_NO_DAY)
		return tb_date_months(year, 1, 12, out) ? VALUE_KNOWN : VALUE_NONE;
	span = tb_civil_of(s->range_to).year - tb_civil_of(s->range_from).year;
	out->from = move_to_year(s->range_from, year);
	out->to = move_to_year(s->range_to, year + span);
	return VALUE_KNOWN;
}

/* ------------------------------------------------------------ weekdays, windows */

static Value
weekday_value(const TbDateScan *s, const TbUnit *u, int tense, TbInterval *out)
{
	int32_t		today = s->today;
	int32_t		monday = today - (tb_weekday_of(today) - 1);
	int32_t		day = monday + u->n - 1;

	switch (u->shift)
	{
		case TB_WS_PAST:
			day -= day >= today ? 7 : 0;
			break;
		case TB_WS_WEEK:
			day += 7 * u->year;
			break;
		case TB_WS_NEXT:
			day += day < today ? 7 : 0;
			break;
		default:
			if (tense > 0)
				day += day < today ? 7 : 0;
			else
				day -= day > today ? 7 : 0;
	}
	out->from = out->to = day;
	return VALUE_KNOWN;
}

/* Saturday and Sunday, chosen like a weekday. */
static Value
weekend_value(const TbDateScan *s, const TbUnit *u, int tense, TbInterval *out)
{
	int32_t		saturday = s->today - (tb_weekday_of(s->today) - 1) + 5;

	if (u->shift == TB_WS_WEEK)
		saturday += 7 * u->year;
	else if (u->shift == TB_WS_PAST)
		saturday -= saturday + 1 >= s->today ? 7 : 0;
	else if (u->shift == TB_WS_NONE && tense <= 0)
		saturday -= saturday > s->today ? 7 : 0;
	else if (u->shift == TB_WS_NEXT && tense < 0)
		saturday -= saturday > s->today ? 7 : 0;
	out->from = saturday;
	out->to = saturday + 1;
	return VALUE_KNOWN;
}

/* «последние 5 лет»: from the day as long ago to the reference. */
static Value
window_value(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	int32_t		other;

	if (!tb_date_add(s->today, u->calendar, u->n, &other))
		return VALUE_NONE;
	out->from = other < s->today ? other : s->today;
	out->to = other < s->today ? s->today : other;
	return VALUE_KNOWN;
}

/* The unit n units from the reference, or from the last date. */
static Value
shift_value(const TbDateScan *s, const TbUnit *u, TbInterval *out)
{
	int32_t		day = s->today;

	if (u->type == TB_DU_ANAPHOR)
		day = tb_date_antecedent(s, u->first, u->calendar);
	if (day == TB_NO_DAY)
		return VALUE_UNKNOWN;
	if (!tb_date_shift(day, u->calendar, u->n, &out->from, &out->to))
		return VALUE_NONE;
	if (u->day == 0)
		return VALUE_KNOWN;
	if (u->day > out->to - out->from + 1)	/* 31 числа сего месяца */
		return VALUE_NONE;
	out->from = out->to = out->from + u->day - 1;
	return VALUE_KNOWN;
}

/* ------------------------------------------------------------------- a unit */

/* Cut an interval to the part that is meant. */
static void
cut_part(const TbUnit *u, TbInterval *at)
{
	TbCivil		from = tb_civil_of(at->from);
	bool		month = at->to - at->from <= 31;
	int32_t		years;

	switch (u->part)
	{
		case TB_UP_WHOLE:
			break;
		case TB_UP_FIRST_DAY:
			at->to = at->from;
			break;
		case TB_UP_LAST_DAY:
			at->from = at->to;
			break;
		case TB_UP_WEEKDAY:
			if (u->n > 0)
				at->from += (u->weekday - tb_weekday_of(at->from) + 7) % 7 + 7 * (u->n - 1);
			else
				at->from = at->to - (tb_weekday_of(at->to) - u->weekday + 7) % 7;
			at->to = at->from;
			break;
		case TB_UP_FIRST_THIRD:
		case TB_UP_SECOND_THIRD:
			at->from += u->part == TB_UP_FIRST_THIRD ? 0 : 10;
			at->to = at->from + 9;
			break;
		case TB_UP_LAST_THIRD:
			at->from += 20;
			break;
		case TB_UP_FIRST_HALF:
		case TB_UP_SECOND_HALF:
			years = (tb_civil_of(at->to).year - from.year + 1) / 2;
			if (month && u->part == TB_UP_FIRST_HALF)
				at->to = at->from + 14;
			else if (month)
				at->from += 15;
			else if (u->part == TB_UP_FIRST_HALF)
				at->to = tb_day_of(from.year + years, 1, 1) - 1;
			else
				at->from = tb_day_of(from.year + years, 1, 1);
			break;
		default:				/* quarters of a century */
			years = from.year + 25 * (u->part - TB_UP_FIRST_QUARTER);
			at->from = tb_day_of(years, 1, 1);
			at->to = tb_day_of(years + 25, 1, 1) - 1;
	}
}

/* Units that need the day of the reference, not only its month. */
static bool
needs_day(const TbUnit *u)
{
	return u->type == TB_DU_WEEKDAY || u->type == TB_DU_WEEKEND ||
		u->type == TB_DU_WINDOW || u->type == TB_DU_SO_FAR ||
		(u->type == TB_DU_SHIFT && u->calendar <= TB_CU_WEEK);
}

/* The value of a unit in its clause. */
static Value
unit_value(const TbDateScan *s, const TbUnit *u, int tense, TbInterval *out)
{
	int32_t		year;

	if (needs_day(u) && !tb_date_day_known(s))
		return VALUE_UNKNOWN;
	switch (u->type)
	{
		case TB_DU_YEAR:
		case TB_DU_DECADE:
			year = own_year(s, u);
			if (u->year_kind != TB_YK_WRITTEN && year == 0)
				return VALUE_UNKNOWN;
			return tb_date_months(year, 1, u->type == TB_DU_YEAR ? 12 : 120, out) ?
				VALUE_KNOWN : VALUE_NONE;
		case TB_DU_CENTURY:
			return tb_date_months((int64_t) u->n * 100 - 99, 1, 1200, out) ? VALUE_KNOWN : VALUE_NONE;
		case TB_DU_SHIFT:
		case TB_DU_ANAPHOR:
			return shift_value(s, u, out);
		case TB_DU_WINDOW:
			return window_value(s, u, out);
		case TB_DU_SO_FAR:
			(void) shift_value(s, u, out);
			out->to = s->today;
			return VALUE_KNOWN;
		case TB_DU_WEEKDAY:
			return weekday_value(s, u, tense, out);
		case TB_DU_WEEKEND:
			return weekend_value(s, u, tense, out);
		case TB_DU_SAME_PERIOD:
			return same_period(s, u, out);
		case TB_DU_VOID:
		case TB_DU_BARE:
		case TB_DU_NONE:
			return VALUE_NONE;
		default:
			break;
	}
	if (u->year_kind == TB_YK_NONE)
		return choose_year(s, u, tense, out);
	year = own_year(s, u);
	if (year == 0 && u->year_kind != TB_YK_WRITTEN)
		return VALUE_UNKNOWN;
	return in_year(s, u, year, out) ? VALUE_KNOWN : VALUE_NONE;
}

/* The same with its part cut out. */
static Value
value_of(const TbDateScan *s, const TbUnit *u, int tense, TbInterval *out)
{
	Value		value = unit_value(s, u, tense, out);

	if (value == VALUE_KNOWN)
		cut_part(u, out);
	return value;
}

bool
tb_date_needs_tense(const TbUnit *u)
{
	if (u->type == TB_DU_WEEKDAY || u->type == TB_DU_WEEKEND)
		return true;
	return u->type >= TB_DU_DAY && u->type <= TB_DU_HOLIDAY && u->year_kind == TB_YK_NONE;
}

/*
 * «Он избран в 2016 году. Через год стал …»: ahead of the last date; false
 * when the clause is about the past and there is none.
 */
static bool
settle_ahead(const TbDateScan *s, const TbPhrase *p, TbUnit *u)
{
	TbPhrase	own = *p;

	own.a = *u;
	if (!u->ahead || tb_date_tense(s, &own) != -1)
		return true;
	u->type = TB_DU_ANAPHOR;
	return tb_date_last(s, u->first, u->calendar) != TB_NO_DAY;
}

/* ------------------------------------------------------------------- phrases */

/*
 * Two ends without a year: one is chosen by the clause, the other is the next
 * of its kind.  What is going on counts as past and as future.
 */
static Value
range_value(const TbDateScan *s, const TbPhrase *p, int tense, TbInterval *a, TbInterval *b)
{
	Value		value;

	if (p->a.type == TB_DU_WEEKDAY && p->b.type == TB_DU_WEEKDAY)
	{
		value = value_of(s, &p->b, tense, b);
		if (value == VALUE_KNOWN)
			a->from = a->to = b->from - (p->b.n - p->a.n + 7) % 7;
		return value;
	}
	if (!tb_date_needs_tense(&p->a) || !tb_date_needs_tense(&p->b) || p->a.type >= TB_DU_WEEKDAY)
	{
		Value		other;

		value = value_of(s, &p->a, tense, a);
		other = value_of(s, &p->b, tense, b);
		return value < other ? value : other;
	}
	if (tense > 0)
	{
		value = value_of(s, &p->b, tense, b);
		if (value == VALUE_KNOWN && !seek(s, &p->a, b->to, -1, a))
			return VALUE_NONE;
	}
	else
	{
		value = value_of(s, &p->a, tense, a);
		if (value == VALUE_KNOWN && !seek(s, &p->b, a->from, 1, b))
			return VALUE_NONE;
		/* «за январь–декабрь выросло», said in January */
		if (value == VALUE_KNOWN && tense < 0 && p->b.type == TB_DU_MONTH && b->from > s->today_last &&
			(!seek(s, &p->b, s->today_last, -1, b) || !seek(s, &p->a, b->to, -1, a)))
			return VALUE_NONE;
	}
	return value;
}

/* The unit's own granularity. */
static TbGranularity
unit_granularity(const TbDateScan *s, const TbUnit *u, const TbInterval *at)
{
	if (u->part != TB_UP_WHOLE)
		return u->part < TB_UP_FIRST_DAY ? TB_GR_RANGE : TB_GR_DAY;
	switch (u->type)
	{
		case TB_DU_DAY:
		case TB_DU_WEEKDAY:
			return TB_GR_DAY;
		case TB_DU_MONTH:
			return TB_GR_MONTH;
		case TB_DU_QUARTER:
			return TB_GR_QUARTER;
		case TB_DU_HALF:
			return TB_GR_HALF;
		case TB_DU_SEASON:
			return TB_GR_SEASON;
		case TB_DU_YEAR:
			return TB_GR_YEAR;
		case TB_DU_DECADE:
			return TB_GR_DECADE;
		case TB_DU_CENTURY:
			return TB_GR_CENTURY;
		case TB_DU_HOLIDAY:
			return at->from == at->to ? TB_GR_DAY : TB_GR_RANGE;
		case TB_DU_SHIFT:
		case TB_DU_ANAPHOR:
			return u->day > 0 ? TB_GR_DAY : tb_date_granularity(u->calendar);
		case TB_DU_SAME_PERIOD:
			return s->range_from == TB_NO_DAY ? TB_GR_YEAR :
				(TbGranularity) s->range_granularity;
		default:
			return TB_GR_RANGE;
	}
}

static TbDateKind
unit_kind(const TbUnit *u)
{
	if (u->holiday && (u->type == TB_DU_HOLIDAY || u->year_kind == TB_YK_NONE))
		return TB_DK_HOLIDAY;
	if (u->type == TB_DU_ANAPHOR || u->type == TB_DU_SAME_PERIOD ||
		u->year_kind == TB_YK_ANAPHOR)
		return TB_DK_ANAPHORIC;
	if (u->type == TB_DU_WEEKDAY)
		return TB_DK_WEEKDAY;
	if (u->type >= TB_DU_SHIFT)
		return u->day > 0 ? TB_DK_UNDERSPECIFIED : TB_DK_RELATIVE;
	return u->year_kind == TB_YK_WRITTEN ? TB_DK_EXPLICIT : TB_DK_UNDERSPECIFIED;
}

/* Turn the named unit into the open period that the preposition makes of it. */
static void
open_period(const TbPhrase *p, TbDate *date)
{
	switch (p->form)
	{
		case TB_PF_SINCE:
			date->to = TB_NO_DAY;
			break;
		case TB_PF_UNTIL:
			date->to = p->a.modifier == TB_DM_START ? date->from : date->to;
			date->from = TB_NO_DAY;
			break;
		case TB_PF_AFTER:
			date->from = date->to + 1;
			date->to = TB_NO_DAY;
			break;
		default:
			return;
	}
	date->granularity = TB_GR_OPEN;
	date->modifier = TB_DM_NONE;
}

bool
tb_date_resolve(TbDateScan *s, TbPhrase *p, TbDate *date)
{
	bool		range = p->form == TB_PF_RANGE;
	int			tense = 0;
	TbInterval	a = {0, 0};
	TbInterval	b = {0, 0};
	Value		value;

	if (!settle_ahead(s, p, &p->a))
		return false;
	tb_date_take_clause_year(s, p);
	if (s->today != TB_NO_DAY && (tb_date_needs_tense(&p->a) || (range && tb_date_needs_tense(&p->b))))
		tense = tb_date_tense(s, p);
	if (tense == TB_TENSE_PRESENT && !(p->form == TB_PF_SINCE && tb_date_in_year(&p->a)))
		tense = 0;
	value = range ? range_value(s, p, tense, &a, &b) : value_of(s, &p->a, tense, &a);
	if (!range)
		b = a;
	if (value == VALUE_NONE ||
		(value == VALUE_KNOWN && (a.from > b.to || a.from < tb_day_of(1, 1, 1) ||
								  b.to > tb_day_of(9999, 12, 31))))
		return false;
	date->known = value == VALUE_KNOWN;
	date->from = date->named_from = date->known ? a.from : TB_NO_DAY;
	date->to = date->named_to = date->known ? b.to : TB_NO_DAY;
	date->granularity = (uint8_t) (range ? TB_GR_RANGE : unit_granularity(s, &p->a, &a));
	date->kind = (uint8_t) unit_kind(&p->a);
	if (range && p->b.year_kind == TB_YK_WRITTEN)
		date->kind = TB_DK_EXPLICIT;
	date->modifier = p->a.modifier;
	if (date->known)
		open_period(p, date);
	else if (p->form != TB_PF_PLAIN && p->form != TB_PF_BY && !range)
		date->granularity = TB_GR_OPEN;
	return !(p->form == TB_PF_AFTER && date->known && date->from > tb_day_of(9999, 12, 31));
}
