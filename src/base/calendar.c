/*
 * calendar.c
 *	  Proleptic Gregorian calendar arithmetic.
 *
 * Years are counted from 1 March, so that the leap day comes last, in eras
 * of 400 years (146,097 days); the method is Howard Hinnant's
 * "chrono-compatible low-level date algorithms".
 */
#include "base/calendar.h"

#define ERA_DAYS 146097
#define EPOCH 719468			/* days from 0000-03-01 to 1970-01-01 */

int32_t
tb_day_of(int32_t year, int32_t month, int32_t day)
{
	int32_t		y = month <= 2 ? year - 1 : year;
	int32_t		era = (y >= 0 ? y : y - 399) / 400;
	int32_t		year_of_era = y - era * 400;
	int32_t		day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	int32_t		day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * ERA_DAYS + day_of_era - EPOCH;
}

TbCivil
tb_civil_of(int32_t day)
{
	int32_t		z = day + EPOCH;
	int32_t		era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
	int32_t		doe = z - era * ERA_DAYS;
	int32_t		yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t		doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int32_t		mp = (5 * doy + 2) / 153;
	TbCivil		result;

	result.day = doy - (153 * mp + 2) / 5 + 1;
	result.month = mp < 10 ? mp + 3 : mp - 9;
	result.year = yoe + era * 400 + (result.month <= 2);
	return result;
}

int32_t
tb_month_days(int32_t year, int32_t month)
{
	if (month == 2)
		return 28 + ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
	return 30 + (month < 8 ? (month & 1) : !(month & 1));
}

bool
tb_civil_exists(int32_t year, int32_t month, int32_t day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
		day >= 1 && day <= tb_month_days(year, month);
}

int32_t
tb_weekday_of(int32_t day)
{
	/* 1970-01-01 was a Thursday */
	int32_t		w = (day + 3) % 7;

	return (w < 0 ? w + 7 : w) + 1;
}
