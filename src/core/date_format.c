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
#include <stdio.h>
#include <string.h>

#include "core/date_internal.h"

#define MAX_EDTF 32

/* Write a day. */
static int
put_day(char *out, int32_t day)
{
	TbCivil		c = tb_civil_of(day);

	return snprintf(out, MAX_EDTF, "%04d-%02d-%02d", (int) c.year % 10000,
					(int) c.month % 100, (int) c.day % 100);
}

/* Write one end of an interval, as precise as its unit was. */
static int
put_end(char *out, int32_t day, TbGranularity granularity)
{
	TbCivil		c = tb_civil_of(day);

	switch (granularity)
	{
		case TB_GR_YEAR:
		case TB_GR_DECADE:
		case TB_GR_CENTURY:
			return snprintf(out, MAX_EDTF, "%04d", (int) c.year % 10000);
		case TB_GR_MONTH:
			return snprintf(out, MAX_EDTF, "%04d-%02d", (int) c.year % 10000,
							(int) c.month % 100);
		default:
			return put_day(out, day);
	}
}

/* Write a whole unit that has a name of its own; 0: it has none. */
static int
put_unit(char *out, int32_t day, TbGranularity granularity)
{
	TbCivil		c = tb_civil_of(day);
	int			year = (int) c.year % 10000;
	int			month = (int) c.month;

	switch (granularity)
	{
		case TB_GR_DAY:
		case TB_GR_MONTH:
		case TB_GR_YEAR:
			return put_end(out, day, granularity);
		case TB_GR_QUARTER:
			return snprintf(out, MAX_EDTF, "%04d-%02d", year, (33 + (month - 1) / 3) % 100);
		case TB_GR_HALF:
			return snprintf(out, MAX_EDTF, "%04d-%02d", year, (40 + (month - 1) / 6) % 100);
		case TB_GR_SEASON:
			return snprintf(out, MAX_EDTF, "%04d-%02d", year, (20 + month / 3) % 100);
		case TB_GR_DECADE:
			return snprintf(out, MAX_EDTF, "%03dX", year / 10);
		default:
			return 0;
	}
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
	char		out[3 * MAX_EDTF];
	TbGranularity first = precision(&p->a);
	TbGranularity last = p->form == TB_PF_RANGE ? precision(&p->b) : first;
	int			n = 0;

	if (date->granularity != TB_GR_OPEN && date->granularity != TB_GR_RANGE)
		n = put_unit(out, date->from, date->granularity);
	if (n == 0)
	{
		if (date->from == TB_NO_DAY)
			n = snprintf(out, MAX_EDTF, "..");
		else
			n = put_end(out, date->from, first);
		out[n++] = '/';
		if (date->to == TB_NO_DAY)
			n += snprintf(out + n, MAX_EDTF, "..");
		else
			n += put_end(out + n, date->to, date->from == TB_NO_DAY ? TB_GR_DAY : last);
	}
	return tb_arena_strdup(s->doc->arena, out, (size_t) n);
}
