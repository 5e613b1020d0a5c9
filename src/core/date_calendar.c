/*
 * date_calendar.c
 *	  Rules for what a calendar names: days, months, years, quarters, …
 *
 * Each rule looks at the tokens from i on and fills a unit; date_phrase.c
 * takes the longest.  A unit without a year keeps TB_YK_NONE: the clause and
 * the reference choose it later (date_resolve.c).  A date that cannot be
 * («31 апреля») is TB_DU_VOID: its tokens are used up, so that no shorter
 * rule makes a month or a year of them.
 */
#include <string.h>

#include "core/date_internal.h"

/* --------------------------------------------------------------------- days */

/* A month written in full, or short with or without its stop; its number. */
static int32_t
month_at(const TbDateScan *s, uint32_t i, bool *full, TbGram *gram, uint32_t *end)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_MONTH, "full", gram);

	*full = entry != NULL;
	*end = i + 1;
	if (entry == NULL)
	{
		entry = tb_date_entry(s, i, TB_MONTH, "short", gram);
		if (tb_is_mark(s->text, *end, '.') && tb_date_joined(s, *end))
			++*end;
	}
	return entry == NULL ? 0 : entry->value;
}

/*
 * The number or ordinal of a day at i: 16, 24-го, пятого, пятое.
 * Not: «во-первых», «пятые».
 */
static bool
day_number(TbDateScan *s, uint32_t i, int32_t *day, uint32_t *end)
{
	TbUnit		u;

	if ((s->text->tok[i].kind == TB_NUMBER && s->text->tok[i].letters > 2) ||
		!tb_date_ordinal(s, i, &u) || u.digits > 2 || u.roman ||
		(u.digits == 0 && (tb_gram_singular(u.gram) == 0 ||
						   (s->text->tok[i].flags & TB_TF_GLUED))))
		return false;
	*day = u.n;
	*end = u.end;
	/* «3 (15) мая 1860 года»: the old style, and the new in brackets */
	if (tb_is_mark(s->text, *end, '(') && tb_is_mark(s->text, *end + 2, ')') &&
		tb_date_number(s, *end + 1, 2, &u.n))
	{
		*day = u.n > *day ? u.n : *day;
		*end += 3;
	}
	return true;
}

/* Take the quotes around the day of «16» марта into the unit. */
static void
take_quotes(TbDateScan *s, TbUnit *u, uint32_t *end)
{
	if (!tb_date_quoted(s, u->first, *end))
		return;
	u->first--;
	++*end;
}

/* «улица 9 Мая», «имени 8 Марта», «станция «8 Марта»». */
static bool
names_a_thing(const TbDateScan *s, const TbUnit *u)
{
	return tb_date_after_word(s, u->first, "date-street") ||
		(tb_date_quoted(s, u->first, u->end) &&
		 tb_date_after_word(s, u->first, "date-named"));
}

/* A dash or slash that ties figures and month, «6-август», at i; or 0. */
static uint32_t
tie_at(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];

	return tok->kind == TB_MARK && (tok->value == '-' || tok->value == '/') &&
		tb_date_joined(s, i) && tb_date_joined(s, i + 1) ? tok->value : 0;
}

/* Does a line, or the text, end before token i, or a clock time stand there? */
static bool
closes_dateline(const TbDateScan *s, uint32_t i)
{
	return i >= s->text->ntok || tb_date_clock(s, i) > i ||
		(s->text->tok[i].flags & (TB_TF_NEWLINE | TB_TF_PARA)) != 0;
}

/*
 * A year behind day and month as datelines write it: «5 марта, 2024», «авг 96»,
 * «6-август-2024».  Not: «5 марта, 2024 делегата», «авг 96 человек».
 */
static bool
dateline_year(TbDateScan *s, uint32_t i, bool full, TbUnit *u)
{
	TbUnit		year = *u;
	int32_t		n;

	if (!full && tb_date_number(s, i, 2, &n) && s->text->tok[i].letters == 2 &&
		closes_dateline(s, i + 1))
	{
		tb_date_write_year(u, tb_date_pivot_year(s, n));
		u->end = i + 1;
		return true;
	}
	if (!tie_at(s, i) && !tb_is_mark(s->text, i, ','))
		return false;
	if (!tb_date_figures_year(s, i + 1, &year) ||
		!(tie_at(s, i) || closes_dateline(s, year.end)))
		return false;
	*u = year;
	return true;
}

/* The year behind day and month, if any; false: the month's case allows none. */
static bool
year_behind(TbDateScan *s, TbUnit *u, bool full, TbGram gram)
{
	bool		found = tb_date_year_spec(s, u->end, u) ||
		dateline_year(s, u->end, full, u);

	/* «6 август 2024»: sites write so, running text «6 августа» */
	return !full || tb_date_singular(gram, TB_GEN) ||
		(found && u->year_kind == TB_YK_WRITTEN && tb_date_singular(gram, TB_NOM));
}

/*
 * day_month: «24 декабря 2022 года», «24-го декабря», «двадцать пятого мая»,
 * «7 янв. 2019 г.», «"16" марта», «5 февраля т.г.», «6-август, 2024».
 * Not: «5 март», «45 мая», «31 апреля» (void).
 */
static bool
month_behind(TbDateScan *s, uint32_t i, int32_t day, uint32_t end, TbUnit *u)
{
	TbGram		gram;
	bool		full;

	memset(u, 0, sizeof(*u));
	u->first = i;
	u->day = day;
	take_quotes(s, u, &end);
	if (end < s->text->ntok && tie_at(s, end))
		end++;
	if (end >= s->text->ntok || (s->text->tok[end].flags & TB_TF_PARA))
		return false;
	u->month = month_at(s, end, &full, &gram, &u->end);
	if (u->month == 0)
		return false;
	u->type = TB_DU_DAY;
	u->holiday = full && tb_date_is_name(s, end);
	if (!year_behind(s, u, full, gram))
		return false;
	/* «1 апреля года, следующего за отчётным» is any year's */
	if (u->year_kind == TB_YK_NONE &&
		(names_a_thing(s, u) || tb_date_yearly(s, u->first) || tb_date_is(s, u->end, TB_UNIT, "year")))
		u->type = TB_DU_VOID;
	u->gram = TB_ALL_CASES;
	if (u->day < 1 || u->day > 31 || u->day > tb_month_days(2000, u->month) ||
		(u->year_kind == TB_YK_WRITTEN && !tb_civil_exists(u->year, u->month, u->day)))
		u->type = TB_DU_VOID;
	return true;
}

bool
tb_date_match_day_month(TbDateScan *s, uint32_t i, TbUnit *u)
{
	int32_t		day;
	uint32_t	end;

	return day_number(s, i, &day, &end) && month_behind(s, i, day, end, u);
}

/*
 * month_day: «Авг 26, 2015», «Март 5, 2024», as sites translated from English
 * write.  Not: «в марте 26 школ».
 */
static bool
match_month_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbGram		gram;
	bool		full;

	tb_date_start(u, i, TB_DU_DAY);
	u->month = month_at(s, i, &full, &gram, &u->end);
	if (u->month == 0 || !(s->text->tok[i].flags & TB_TF_CAP) ||
		!tb_date_number(s, u->end, 2, &u->day) || !tb_is_mark(s->text, u->end + 1, ',') ||
		!tb_date_figures_year(s, u->end + 2, u) ||
		!tb_civil_exists(u->year, u->month, u->day))
		return false;
	u->gram = TB_ALL_CASES;
	return true;
}

/*
 * A day that the text names with its month, or borrows it: the 12 of «12, 14
 * и 18 апреля», and the year of «5 мая и 7 июня 2022 года».
 */
static bool
match_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		last;
	uint32_t	end;
	int32_t		day;

	if (!day_number(s, i, &day, &end))
		return false;
	if (month_behind(s, i, day, end, u))
	{
		if (u->year_kind == TB_YK_NONE && u->type == TB_DU_DAY &&
			tb_date_borrow(s, u->end, tb_date_match_day_month, &last) &&
			last.type == TB_DU_DAY && last.year_kind != TB_YK_NONE &&
			last.month * 32 + last.day > u->month * 32 + u->day)
		{
			u->year_kind = last.year_kind;
			u->year = last.year;
		}
		return true;
	}
	if (day < 1 || day > 31 || tb_date_separator(s, end) == 0 || !tb_date_number_begins(s, i) ||
		!tb_date_borrow(s, end, tb_date_match_day_month, &last) || last.type != TB_DU_DAY)
		return false;
	*u = last;
	u->first = i;
	u->end = end;
	u->day = day;
	return day <= tb_month_days(2000, u->month);
}

/*
 * number_of_month: «20 числа сего месяца», «к 25 числу текущего месяца».
 * Not: «к 25 числу каждого месяца».
 */
static bool
match_number_of_month(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *mod;
	TbCalendarUnit unit;
	uint32_t	end;
	uint32_t	at;

	memset(u, 0, sizeof(*u));
	u->first = i;
	if (!day_number(s, i, &u->day, &at) || u->day < 1 || u->day > 31)
		return false;
	if (tb_date_word(s, at, "date-number"))
		at++;
	mod = tb_date_entry(s, at, TB_DATEMOD, NULL, NULL);
	if (mod == NULL || mod->value < -1 || mod->value > 1)
		return false;
	end = tb_date_unit_word(s, at + 1, &unit, &u->gram);
	if (end == 0 || unit != TB_CU_MONTH || !tb_date_singular(u->gram, TB_GEN))
		return false;
	u->type = TB_DU_SHIFT;
	u->calendar = TB_CU_MONTH;
	u->n = mod->value;
	u->end = end;
	u->gram = TB_ALL_CASES;
	return true;
}

/* -------------------------------------------------------------------- months */

/*
 * Does a bare month count here?  Names do not («Май Иванович», «Марта»), nor
 * does what returns every year.
 */
static bool
bare_month_counts(TbDateScan *s, const TbUnit *u, TbGram gram)
{
	uint16_t	flags = s->text->tok[u->first].flags;
	const TbToken *next = &s->text->tok[u->end];
	bool		capital = (flags & TB_TF_CAP) && !(flags & TB_TF_CAPS);

	if (!tb_gram_singular(gram) || tb_date_quoted(s, u->first, u->end) ||
		tb_date_is_name(s, u->first))
		return false;
	if (u->first > 0 && s->text->tok[u->first - 1].kind == TB_NUMBER)
		return false;
	if (tb_date_yearly(s, u->first))
		return false;
	if (!capital)
		return true;
	return tb_date_singular(gram, TB_NOM) && next->kind == TB_WORD_TOKEN &&
		!(next->flags & TB_TF_CAP);
}

/*
 * month: «в марте», «март 2020 г.», «январь т.г.», «августе прошлого года»,
 * «сен-2012».
 * Not: «Май Петрович», «кафе «Май»», «ежегодно в мае», «янв» without a year.
 */
static bool
match_month_year(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbGram		gram = 0;
	bool		full;

	memset(u, 0, sizeof(*u));
	u->first = i;
	u->month = month_at(s, i, &full, &gram, &u->end);
	if (u->month == 0)
		return false;
	u->type = TB_DU_MONTH;
	if (!tb_date_year_spec(s, u->end, u) && !(!full && dateline_year(s, u->end, full, u)) &&
		!(full && bare_month_counts(s, u, gram)))
		return false;
	u->gram = gram;
	return !(u->year_kind == TB_YK_WRITTEN && (u->year < 1 || u->year > 9999));
}

static bool
match_month(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		last;

	if (!match_month_year(s, i, u))
		return false;
	if (u->year_kind == TB_YK_NONE &&
		tb_date_borrow(s, u->end, match_month_year, &last) &&
		last.year_kind != TB_YK_NONE && last.month > u->month)
	{
		u->year_kind = last.year_kind;
		u->year = last.year;
	}
	return true;
}

/* ------------------------------------------------------ quarters, halves, N months */

/*
 * quarter, half: «I квартал 2023 года», «3-й квартал», «2 кв. 2023 г.», «втором
 * полугодии т.г.».
 * Not: «в 5 квартале», «жилой квартал», «кв. 5», «полугодие учебного года»,
 * «в 3 квартале от площади».
 */
static bool
match_quarter(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		bare;
	TbCalendarUnit unit;
	uint32_t	end;
	bool		shortened = false;

	bool		last = tb_date_is(s, i, TB_DATEMOD, "last");

	memset(&bare, 0, sizeof(bare));
	bare.first = i;
	bare.end = i + 1;
	bare.n = 4;
	if (!last && (!tb_date_ordinal(s, i, &bare) || bare.n < 1 || bare.n > 4))
		return false;
	*u = bare;
	u->digits = 0;
	u->type = TB_DU_QUARTER;
	end = tb_date_unit_word(s, bare.end, &unit, &u->gram);
	if (end == 0 && tb_date_word(s, bare.end, "date-kv"))
	{
		shortened = true;
		unit = TB_CU_QUARTER;
		end = bare.end + (tb_is_mark(s->text, bare.end + 1, '.') ? 2 : 1);
	}
	if (end == 0 || (unit != TB_CU_QUARTER && unit != TB_CU_HALF))
		return false;
	if (unit == TB_CU_HALF)
		u->type = TB_DU_HALF;
	if (unit == TB_CU_HALF && last)
		u->n = 2;
	u->end = end;
	if (!tb_date_year_or_bare(s, end, u) && (shortened || last))
		return false;
	if (tb_date_word(s, end, "date-school") || tb_date_word(s, end, "date-from"))
		u->type = TB_DU_VOID;
	return unit == TB_CU_QUARTER || u->n <= 2;
}

/* Number in figures or words of something counted at i. */
static bool
count_at(TbDateScan *s, uint32_t i, int32_t *n, uint32_t *end)
{
	TbNumeral	num;

	*end = i + 1;
	if (tb_date_number(s, i, 9, n))
		return tb_date_number_begins(s, i);
	if (!tb_date_numeral(s, i, &num) || num.ordinal)
		return false;
	*n = num.value;
	*end = num.end;
	return true;
}

/* Months of the year that are over on the reference; a report counts them. */
static bool
is_reported(const TbDateScan *s, uint32_t i, int32_t n)
{
	int32_t		over;

	if (s->today == TB_NO_DAY || i == 0 || n < 2 ||
		!(tb_date_word(s, i - 1, "date-for") || tb_date_word(s, i - 1, "date-results")))
		return false;
	over = tb_civil_of(s->today).month - 1;
	if (over == 0)
		over = 12;
	return n == over || (n == over - 1 && n >= 5);
}

/*
 * first_months: «9 месяцев 2023 года», «за 8 мес. т.г.», «три квартала 2022
 * года»; «за десять месяцев» in November, when ten are over.
 * Not: «за два месяца до свадьбы», «в течение 9 месяцев».
 */
static bool
match_months(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbCalendarUnit unit;
	uint32_t	at;

	tb_date_start(u, i, TB_DU_MONTHS);
	if (!count_at(s, i, &u->n, &at) || u->n < 1 || u->n > 12)
		return false;
	u->end = tb_date_unit_word(s, at, &unit, &u->gram);
	if (u->end == 0 || (unit != TB_CU_MONTH && !(unit == TB_CU_QUARTER && u->n < 4 && u->n > 1)))
		return false;
	if (unit == TB_CU_QUARTER)
		u->n *= 3;
	if (tb_date_year_or_bare(s, u->end, u))
		return true;
	return unit == TB_CU_MONTH && is_reported(s, i, u->n) &&
		!tb_date_is(s, u->end, TB_DATEWORD, "until") &&
		!tb_date_word(s, u->end, "date-ago");
}

/* -------------------------------------------------------------------- seasons */

/* Is the season one of a list of seasons without a year: «весна, лето, осень»? */
static bool
listed_season(const TbDateScan *s, uint32_t i)
{
	uint32_t	at = tb_date_separator(s, i + 1);
	TbGram		gram;

	return (at > 0 && tb_date_entry(s, at, TB_SEASON, NULL, &gram) != NULL &&
			tb_date_singular(gram, TB_NOM)) ||
		(i > 1 && tb_date_separator(s, i - 1) == i &&
		 tb_date_is(s, i - 2, TB_SEASON, NULL));
}

/*
 * Is a bare season the one at hand: «осенью», «зима на пороге», «ждать лета»?
 * Not: «каждой весной», «третью зиму», «арабская весна», «бабье лето», «на лету»,
 * a name.
 */
static bool
season_counts(const TbDateScan *s, uint32_t i, TbGram gram)
{
	if (tb_date_quoted(s, i, i + 1) || tb_date_is_name(s, i) || tb_date_yearly(s, i))
		return false;
	if (tb_date_singular(gram, TB_INS))
		return !(i > 0 && tb_date_is(s, i - 1, TB_DATEWORD, "since"));
	if (i > 0 && !(s->text->tok[i].flags & (TB_TF_SENT | TB_TF_PARA)) &&
		(tb_date_names_thing(s, i - 1) ||
		 (tb_date_mask(s, i - 1) & (TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(CARDINAL))) ||
		 (tb_date_singular(gram, TB_DAT) && !tb_date_is(s, i - 1, TB_DATEWORD, "to") &&
		  !tb_date_singular(gram, TB_GEN))))
		return false;
	return !listed_season(s, i) && !tb_date_counted(s, i + 1);
}

/*
 * season: «летом 2021 года», «осенью», «к весне», «зимой 2021–2022 годов».
 * Not: «каждой весной», «арабская весна», «времена года: весна, лето».
 */
static bool
match_season(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry;
	int32_t		first;

	memset(u, 0, sizeof(*u));
	u->first = i;
	entry = tb_date_entry(s, i, TB_SEASON, NULL, &u->gram);
	if (entry == NULL || !tb_gram_singular(u->gram))
		return false;
	u->type = TB_DU_SEASON;
	u->n = entry->value;
	u->end = i + 1;
	if (tb_date_number(s, i + 1, 4, &first) && tb_date_plausible_year(first) &&
		s->text->tok[i + 2].kind == TB_MARK &&
		(tb_is_dash(s->text->tok[i + 2].value) || s->text->tok[i + 2].value == '/'))
	{
		TbGram		gram = u->gram;

		if (tb_date_figures_year(s, i + 3, u) && u->year == first + 1)
		{
			u->gram = gram;
			return true;
		}
		u->year_kind = TB_YK_NONE;
		u->end = i + 1;
	}
	if (tb_date_year_spec(s, i + 1, u))
	{
		(void) tb_date_entry(s, i, TB_SEASON, NULL, &u->gram);
		return true;
	}
	return season_counts(s, i, u->gram);
}

/* The same with the year of its list: «летом и осенью 2022 года». */
static bool
match_season_listed(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		last;

	if (!match_season(s, i, u))
		return false;
	if (u->year_kind == TB_YK_NONE && tb_date_borrow(s, u->end, match_season, &last))
	{
		u->year_kind = last.year_kind;
		u->year = last.year;
	}
	return true;
}

/* -------------------------------------------------------------------- numeric */

static bool
match_numeric(TbDateScan *s, uint32_t i, TbUnit *u)
{
	return tb_date_number_begins(s, i) && tb_date_match_numeric(s, i, u);
}

const TbUnitRule tb_date_calendar_rules[] = {
	{"numeric", TB_DATE_NUMBER, TB_DATE_TIE, match_numeric},
	{"day_month", TB_DATE_NUMBER | TB_DATE_NUMERAL,
		TB_DATE_BIT(MONTH) | TB_DATE_NUMERAL | TB_DATE_BIT(WORD) | TB_DATE_MARK, match_day},
	{"number_of_month", TB_DATE_NUMBER | TB_DATE_BIT(ORDINAL),
		TB_DATE_BIT(WORD) | TB_DATE_BIT(DATEMOD), match_number_of_month},
	{"month", TB_DATE_BIT(MONTH), 0, match_month},
	{"month_day", TB_DATE_BIT(MONTH), TB_DATE_NUMBER | TB_DATE_MARK, match_month_day},
	{"quarter", TB_DATE_NUMBER | TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD) | TB_DATE_ROMAN,
		TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD), match_quarter},
	{"first_months", TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL),
		TB_DATE_BIT(UNIT) | TB_DATE_BIT(CARDINAL), match_months},
	{"season", TB_DATE_BIT(SEASON), 0, match_season_listed},
	{NULL, 0, 0, NULL}
};
