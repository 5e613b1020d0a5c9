/*
 * date_format.c
 *	  Values as EDTF (ISO 8601-2).
 *
 *	day 2022-12-24 | month 2022-12 | year 2022 | decade 199X | century
 *	1901/2000 | season 2022-21..24 | quarter 2022-33..36 | half 2022-40..41 |
 *	week and parts day/day | range A/B | open A/.. or ../B
 *
 * Winter bears the year in which it begins: December 2021 to February 2022 is
 * 2021-24.
 */
#include <string.h>

#include "core/date_internal.h"

#define MAX_EDTF 24

/* Write a number in n digits, the last ones if it has more. */
static int
put_digits(char *out, int32_t value, int n)
{
	for (int i = n; i-- > 0; value /= 10)
		out[i] = (char) ('0' + value % 10);
	return n;
}

/* Write a year and a number of two digits: a month, or EDTF's code of a season. */
static int
put_year_and(char *out, int32_t year, int32_t code)
{
	put_digits(out, year, 4);
	out[4] = '-';
	return 5 + put_digits(out + 5, code, 2);
}

/* Write one end of an interval, as precise as its unit was. */
static int
put_end(char *out, int32_t day, TbGranularity granularity)
{
	TbCivil		c = tb_civil_of(day);
	int			n;

	switch (granularity)
	{
		case TB_GR_YEAR:
		case TB_GR_DECADE:
		case TB_GR_CENTURY:
			return put_digits(out, c.year, 4);
		case TB_GR_MONTH:
			return put_year_and(out, c.year, c.month);
		default:
			n = put_year_and(out, c.year, c.month);
			out[n] = '-';
			return n + 1 + put_digits(out + n + 1, c.day, 2);
	}
}

/* Write a whole unit that has a name of its own; 0: it has none. */
static int
put_unit(char *out, int32_t day, TbGranularity granularity)
{
	TbCivil		c = tb_civil_of(day);

	switch (granularity)
	{
		case TB_GR_DAY:
		case TB_GR_MONTH:
		case TB_GR_YEAR:
			return put_end(out, day, granularity);
		case TB_GR_QUARTER:
			return put_year_and(out, c.year, 33 + (c.month - 1) / 3);
		case TB_GR_HALF:
			return put_year_and(out, c.year, 40 + (c.month - 1) / 6);
		case TB_GR_SEASON:
			return put_year_and(out, c.year, 20 + c.month / 3);
		case TB_GR_DECADE:
			put_digits(out, c.year / 10, 3);
			out[3] = 'X';
			return 4;
		default:
			return 0;
	}
}

/* Write an open side. */
static int
put_open(char *out)
{
	memcpy(out, "..", 2);
	return 2;
}

/* The precision of one end of a phrase. */
static TbGranularity
precision(const TbUnit *u)
{
	if (u->part != TB_UP_WHOLE)
		return TB_GR_DAY;
	switch (u->type)
	{
		case TB_DU_MONTH:
			return TB_GR_MONTH;
		case TB_DU_YEAR:
		case TB_DU_DECADE:
		case TB_DU_CENTURY:
			return TB_GR_YEAR;
		case TB_DU_SHIFT:
		case TB_DU_ANAPHOR:
			return u->day > 0 || u->calendar == TB_CU_QUARTER || u->calendar == TB_CU_HALF ?
				TB_GR_DAY : tb_date_granularity(u->calendar);
		default:
			return TB_GR_DAY;
	}
}

const char *
tb_date_edtf(TbDateScan *s, const TbPhrase *p, const TbDate *date)
{
	char		out[MAX_EDTF];
	TbGranularity first = precision(&p->a);
	TbGranularity last = p->form == TB_PF_RANGE ? precision(&p->b) : first;
	int			n = 0;

	if (date->granularity != TB_GR_OPEN && date->granularity != TB_GR_RANGE)
		n = put_unit(out, date->from, date->granularity);
	if (n == 0)
	{
		n = date->from == TB_NO_DAY ? put_open(out) : put_end(out, date->from, first);
		out[n++] = '/';
		n += date->to == TB_NO_DAY ? put_open(out + n) :
			put_end(out + n, date->to, date->from == TB_NO_DAY ? TB_GR_DAY : last);
	}
	return tb_arena_strdup(s->doc->arena, out, (size_t) n);
}
