/*
 * calendar.h
 *	  Days since 1970-01-01 and the proleptic Gregorian calendar.
 */
#ifndef TB_CALENDAR_H
#define TB_CALENDAR_H

#include "base/span.h"

typedef struct TbCivil
{
	int32_t		year;			/* 1..9999 */
	int32_t		month;			/* 1..12 */
	int32_t		day;			/* 1..31 */
} TbCivil;

/* Day number of a date that exists. */
int32_t		tb_day_of(int32_t year, int32_t month, int32_t day);

/* The date of a day number. */
TbCivil		tb_civil_of(int32_t day);

/* Days of a month, 28..31. */
int32_t		tb_month_days(int32_t year, int32_t month);

/* Does the date exist, with the year in 1..9999? */
bool		tb_civil_exists(int32_t year, int32_t month, int32_t day);

/* ISO weekday of a day number: 1 Monday .. 7 Sunday. */
int32_t		tb_weekday_of(int32_t day);

#endif
