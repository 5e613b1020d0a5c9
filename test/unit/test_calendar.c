/*
 * test_calendar.c
 *	  The calendar against counting on one's fingers: every day of the years 1
 *	  to 9999, one after the other.
 */
#include "helpers.h"

static bool
leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && leap(year));
}

static void
every_day_of_ten_thousand_years_is_the_day_after_the_one_before(void **state)
{
	int32_t		day = tb_day_of(1, 1, 1);
	int			weekday = tb_weekday_of(day);
	int			wrong = 0;

	(void) state;
	assert_int_equal(weekday, 1);	/* proleptic Gregorian: a Monday */
	for (int year = 1; year <= 9999; year++)
		for (int month = 1; month <= 12; month++)
		{
			wrong += tb_month_days(year, month) != days_of(year, month);
			for (int d = 1; d <= days_of(year, month); d++)
			{
				TbCivil		c = tb_civil_of(day);

				wrong += c.year != year || c.month != month || c.day != d;
				wrong += tb_day_of(year, month, d) != day;
				wrong += tb_weekday_of(day) != weekday;
				day++;
				weekday = weekday % 7 + 1;
			}
		}
	assert_int_equal(wrong, 0);
}

static void
the_epoch_is_a_thursday(void **state)
{
	(void) state;
	assert_int_equal(tb_day_of(1970, 1, 1), 0);
	assert_int_equal(tb_weekday_of(0), 4);
	assert_int_equal(tb_day_of(2024, 2, 29), 19782);
}

static void
dates_that_do_not_exist_are_refused(void **state)
{
	static const int bad[][3] = {
		{2023, 2, 29}, {1900, 2, 29}, {2023, 4, 31}, {2023, 13, 1}, {2023, 0, 1},
		{2023, 1, 0}, {2023, 1, 32}, {0, 1, 1}, {-5, 1, 1}, {10000, 1, 1}
	};

	(void) state;
	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(tb_civil_exists(bad[i][0], bad[i][1], bad[i][2]));
	assert_true(tb_civil_exists(2000, 2, 29));
	assert_true(tb_civil_exists(1, 1, 1));
	assert_true(tb_civil_exists(9999, 12, 31));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_ten_thousand_years_is_the_day_after_the_one_before),
		cmocka_unit_test(the_epoch_is_a_thursday),
		cmocka_unit_test(dates_that_do_not_exist_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
