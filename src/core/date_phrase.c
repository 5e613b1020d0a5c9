/*
 * date_phrase.c
 *	  Units in their surroundings: parts, ranges, prepositions.
 *
 * A phrase is read in three steps, each over the one before:
 *
 *	unit	the longest match of the plain rules (date_calendar.c, date_year.c,
 *			date_relative.c): 8 января | 2024 года | прошлой неделе
 *	part	words that narrow a unit or name it twice: в конце марта | первой
 *			половине года | среду, 5 мая | 5 мая в 18.00
 *	phrase	с A по B | A–B | до A | после A | к A | между A и B
 *
 * «с 25 декабря по 8 января 2024 года»: the first end is «25 декабря», the
 * second «8 января 2024 года»; join() gives the first its year, one less,
 * because December comes after January.  «с 5 по 7 мая»: the first end is a
 * bare number (TB_DU_BARE) until join() makes a day of it.
 */
#include <string.h>

#include "core/date_internal.h"

/* ------------------------------------------------------------------ two ends */

/* An end of a range that is no unit by itself: «5», «мая», «XIX», «конце XIX». */
static bool
bare_endpoint(TbDateScan *s, uint32_t i, TbUnit *u)
{
	memset(u, 0, sizeof(*u));
	u->first = i;
	u->month = tb_date_month(s, i, &u->gram);
	if (u->month > 0)
	{
		u->type = TB_DU_MONTH;
		u->end = i + 1;
		return tb_gram_singular(u->gram) != 0;
	}
	if (!tb_date_number_begins(s, i))
		return false;
	if (tb_date_match_numeric(s, i, u))
		return u->type == TB_DU_BARE;
	/* «в конце XIX – начале XX века» */
	if (tb_date_is(s, i, TB_DATEWORD, "start") || tb_date_is(s, i, TB_DATEWORD, "mid") ||
		tb_date_is(s, i, TB_DATEWORD, "end"))
	{
		if (!tb_date_ordinal(s, i + 1, u) || !u->roman)
			return false;
		u->first = i;
		return true;
	}
	return tb_date_ordinal(s, i, u);
}

bool
tb_date_endpoint(TbDateScan *s, uint32_t i, TbUnit *u)
{
	if (i >= s->text->ntok)
		return false;
	if (tb_date_unit(s, i, u))
		return u->type != TB_DU_VOID;
	return bare_endpoint(s, i, u);
}

/* Where in a year a unit lies, to tell which of two comes first. */
static int32_t
place_in_year(const TbUnit *u)
{
	switch (u->type)
	{
		case TB_DU_DAY:
			return u->month * 32 + u->day;
		case TB_DU_MONTH:
			return u->month * 32;
		case TB_DU_SEASON:
			return u->n == 24 ? 0 : u->n;
	}
	return u->n;
}

/* A year that only one end has binds both; over New Year they differ by one. */
static bool
share_year(TbUnit *a, TbUnit *b)
{
	bool		crosses;

	if (a->type != b->type || !tb_date_in_year(a))
		return true;
	crosses = place_in_year(a) > place_in_year(b);
	if (a->year_kind == TB_YK_NONE && b->year_kind != TB_YK_NONE)
	{
		a->year_kind = b->year_kind;
		a->year = b->year - crosses;
	}
	else if (b->year_kind == TB_YK_NONE && a->year_kind != TB_YK_NONE)
	{
		b->year_kind = a->year_kind;
		b->year = a->year + crosses;
	}
	return true;
}

/* Is it a year, 2019 or the last?  «в прошлом году – 5 мая» is no range. */
static bool
is_year(const TbUnit *u)
{
	return u->type == TB_DU_YEAR || (u->type == TB_DU_SHIFT && u->calendar == TB_CU_YEAR);
}

/* Two ends become a range; false when they do not go together. */
static bool
join(TbDateScan *s, TbUnit *a, TbUnit *b)
{
	TbUnit		last;

	if (b->type == TB_DU_BARE && b->month == 0 &&
		tb_date_borrow(s, b->end, tb_date_match_day_month, &last))
	{
		if (!tb_date_become(b, &last))
			return false;
		b->year_kind = last.year_kind;
		b->year = last.year;
	}
	if (a->type == TB_DU_BARE && b->type == TB_DU_BARE)
	{
		if (a->month == 0 || b->month == 0)
			return false;
		a->type = b->type = TB_DU_DAY;
	}
	else if (a->type == TB_DU_BARE ? !tb_date_become(a, b) :
			 b->type == TB_DU_BARE && (b->month == 0 || !tb_date_become(b, a)))
		return false;
	if (a->type == TB_DU_VOID || b->type == TB_DU_VOID ||
		(is_year(a) && tb_date_in_year(b) && b->year_kind == TB_YK_NONE))
		return false;
	share_year(a, b);
	if (a->type == TB_DU_DAY && b->type == TB_DU_DAY && a->month == b->month &&
		a->year_kind == b->year_kind && a->year == b->year && a->day >= b->day)
		return false;
	return !(a->type == TB_DU_YEAR && b->type == TB_DU_YEAR &&
			 a->year_kind == TB_YK_WRITTEN && b->year_kind == TB_YK_WRITTEN &&
			 a->year >= b->year);
}

/*
 * Do two weekdays name days in a row, «с пятницы на субботу», «в
 * четверг–пятницу», and not office hours, «с понедельника по пятницу»?
 */
static bool
in_a_row(const TbDateScan *s, const TbPhrase *p)
{
	return tb_date_word(s, p->b.first - 1, "date-on") ||
		(p->a.first > 0 && tb_date_word(s, p->a.first - 1, "date-in"));
}

/* Fill a phrase of two ends. */
static bool
make_range(TbDateScan *s, TbPhrase *p, const char *rule)
{
	if (!join(s, &p->a, &p->b))
		return false;
	p->form = TB_PF_RANGE;
	p->end = p->b.end;
	p->rule = rule;
	if (p->a.type == TB_DU_WEEKDAY && p->b.type == TB_DU_WEEKDAY && !in_a_row(s, p))
		p->a.type = TB_DU_VOID; /* office hours */
	return true;
}

/*
 * years: «2018–2020 годы», «2018-19 гг.», «(1999–2004)», «2013–2016 – советник»,
 * «2022/2023 учебном году» (void).
 */
static bool
match_years(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	uint32_t	end;
	TbGram		gram;
	bool		slash = tb_is_mark(s->text, i + 1, '/');
	TbUnit	   *a = &p->a;
	TbUnit	   *b = &p->b;

	if (i + 2 >= s->text->ntok || s->text->tok[i + 1].kind != TB_MARK ||
		!(slash || tb_is_dash(s->text->tok[i + 1].value)) ||
		!tb_date_ordinal(s, i, a) || a->digits != 4 || a->end != i + 1 ||
		!tb_date_ordinal(s, i + 2, b) || b->end != i + 3 || !tb_date_number_begins(s, i) ||
		(s->text->tok[i + 2].flags & TB_TF_PARA))
		return false;
	if (b->digits == 2)
		b->n += a->n / 100 * 100;
	else if (b->digits != 4)
		return false;
	end = tb_date_year_word(s, b->end, &gram);
	a->type = b->type = TB_DU_YEAR;
	a->year_kind = b->year_kind = TB_YK_WRITTEN;
	a->year = a->n;
	b->year = b->n;
	p->end = end > 0 ? end : b->end;
	p->form = TB_PF_RANGE;
	p->rule = "years";
	if (a->year >= b->year)
		return false;
	if (tb_date_word(s, b->end, "date-school") || (slash && end == 0))
	{
		a->type = TB_DU_VOID;
		return tb_date_plausible_year(a->year) && b->year == a->year + 1;
	}
	return end > 0 || (s->text->tok[i + 2].letters == 4 && tb_date_plausible_year(a->year) &&
					   tb_date_plausible_year(b->year) && tb_date_year_fits(s, i, b->end));
}

/* «2023-01-01/2023-03-31». */
static bool
is_interval(const TbDateScan *s, uint32_t i, const TbUnit *a)
{
	return s->text->tok[a->end].value == '/' && tb_date_joined(s, a->end + 1) &&
		a->type == TB_DU_DAY && s->text->tok[i].letters == 4 &&
		s->text->tok[a->end + 1].letters == 4;
}

/* A dash at i, or the slash between ISO days; the end behind it, or 0. */
static uint32_t
range_mark(const TbDateScan *s, uint32_t first, const TbUnit *a)
{
	uint32_t	i = a->end;

	/* «14.10. – 15.10.», «14. – 15.10.2018» */
	if (a->type == TB_DU_BARE && a->digits <= 2 && !a->roman && tb_is_mark(s->text, i, '.') &&
		tb_date_joined(s, i) && i + 1 < s->text->ntok && s->text->tok[i + 1].kind == TB_MARK)
		i++;
	if (i >= s->text->ntok || s->text->tok[i].kind != TB_MARK ||
		(s->text->tok[i].flags & TB_TF_PARA) ||
		!(tb_is_dash(s->text->tok[i].value) || is_interval(s, first, a)))
		return 0;
	return i + 1;
}

/* range: «5–7 марта», «январь–март 2024 года», «XVIII–XIX вв.», «2018 – н.в.» */
static bool
match_dash(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	uint32_t	at = range_mark(s, i, &p->a);
	uint32_t	now;

	if (at == 0)
		return false;
	now = tb_date_now(s, at);
	if (now > 0)
	{
		if (p->a.type == TB_DU_BARE)
		{
			if (p->a.digits != 4 || !tb_date_plausible_year(p->a.n))
				return false;
			p->a.type = TB_DU_YEAR;
			p->a.year_kind = TB_YK_WRITTEN;
			p->a.year = p->a.n;
		}
		p->form = TB_PF_SINCE;
		p->end = now;
		p->rule = "to_now";
		return true;
	}
	s->range_at = at;
	return tb_date_endpoint(s, at, &p->b) &&
		!(s->text->tok[at].flags & TB_TF_PARA) && make_range(s, p, "range");
}

/* ------------------------------------------------------------- prepositions */

/* Is what the preposition governs in one of these cases? */
static bool
governed(const TbUnit *u, TbGram cases)
{
	return u->type != TB_DU_BARE && (tb_gram_cases(u->gram) & cases) != 0;
}

/* «по сравнению с», «наряду с», «сравнивать рост с»: no period begins here. */
static bool
is_comparison(const TbDateScan *s, uint32_t i)
{
	return tb_date_after_word(s, i, "date-compare") ||
		(i > 1 && s->text->tok[i - 1].kind == TB_WORD_TOKEN &&
		 !(s->text->tok[i - 1].flags & TB_TF_SENT) && tb_date_word(s, i - 2, "date-compare"));
}

/* «с начала года»: until the reference. */
static bool
so_far(TbUnit *u)
{
	if (u->modifier != TB_DM_START)
		return false;
	if (u->type == TB_DU_YEAR || u->type != TB_DU_SHIFT || u->n != 0)
		return false;
	u->type = TB_DU_SO_FAR;
	u->modifier = TB_DM_NONE;
	return true;
}

/* Is b the day, or weekday, behind a? */
static bool
is_next_day(const TbUnit *a, const TbUnit *b)
{
	if (a->type == TB_DU_WEEKDAY && b->type == TB_DU_WEEKDAY)
		return a->n % 7 + 1 == b->n;
	return a->type == TB_DU_DAY && b->type == TB_DU_DAY &&
		(a->month == b->month ? a->day + 1 == b->day : b->day == 1);
}

/*
 * night, move: «с 3 на 4 января» is both days, of «перенесли с 15 на 17 мая» the
 * first is a mention of its own.
 */
static bool
match_onto(TbDateScan *s, uint32_t at, TbPhrase *p)
{
	TbPhrase	night = *p;

	if (tb_is_mark(s->text, at, ','))
		at++;					/* «с субботы, 5 мая, на вторник, 8 мая» */
	if (!tb_date_word(s, at, "date-on") || !tb_date_endpoint(s, at + 1, &night.b) ||
		!make_range(s, &night, "night"))
		return false;
	if (is_next_day(&night.a, &night.b))
	{
		*p = night;
		return true;
	}
	p->a = night.a;
	p->form = TB_PF_PLAIN;
	p->first = p->a.first;
	p->end = p->a.end;
	p->rule = "move";
	return true;
}

/*
 * since: «с 1 июля», «с A по B», «с 3 на 4 января», «с 2019 года по н.в.»
 * Not: «начнём с прошлой зимы», where talk begins.
 */
static bool
match_since(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	uint32_t	at;
	uint32_t	now;

	if (!tb_date_endpoint(s, i + 1, &p->a))
		return false;
	at = p->a.end;
	/* «с 14.10. по 15.10.» */
	if (p->a.type == TB_DU_BARE && p->a.month > 0 && tb_is_mark(s->text, at, '.'))
		at++;
	/* «с 2021 года и по настоящее время» */
	if (tb_date_word(s, at, "date-and") && (tb_date_is(s, at + 1, TB_DATEWORD, "by") ||
											tb_date_is(s, at + 1, TB_DATEWORD, "until")))
		at++;
	now = p->a.type == TB_DU_BARE ? 0 : tb_date_now(s, at);
	if (now > 0 && now > at && (tb_date_is(s, at, TB_DATEWORD, "by") ||
								tb_date_is(s, at, TB_DATEWORD, "until")))
		p->end = now;
	else if ((tb_date_is(s, at, TB_DATEWORD, "by") || tb_date_is(s, at, TB_DATEWORD, "until")) &&
			 tb_date_endpoint(s, at + 1, &p->b) && make_range(s, p, "from_to"))
		return true;
	else if (match_onto(s, at, p))
		return true;
	else
		p->end = p->a.end;
	if (!governed(&p->a, TB_GEN) || is_comparison(s, i))
		return false;
	p->rule = "since";
	if (i > 0 && tb_date_word(s, i - 1, "date-begin-with") && p->a.type != TB_DU_DAY)
	{
		p->form = TB_PF_PLAIN;
		p->first = p->a.first;
	}
	else
		p->form = so_far(&p->a) ? TB_PF_PLAIN : TB_PF_SINCE;
	return true;
}

/* Words between «осталось» and its «до»: «осталось меньше двух месяцев до». */
#define MAX_LEFT 5

/* Is time left until a date: «до 5 мая осталось два дня», «остался месяц до 5 мая»? */
static bool
time_is_left(const TbDateScan *s, uint32_t i, uint32_t end)
{
	if (tb_date_word(s, end, "date-left"))
		return true;
	for (uint32_t at = i; at > 0 && i - at < MAX_LEFT; at--)
	{
		if (s->text->tok[at].flags & TB_TF_SENT || s->text->tok[at - 1].kind == TB_MARK)
			return false;
		if (tb_date_word(s, at - 1, "date-left"))
			return tb_date_is(s, i - 1, TB_UNIT, NULL);
	}
	return false;
}

/* until: «до 1 декабря», «до конца года»; of «до 5 мая осталось» the day alone. */
static bool
match_until(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	if (!tb_date_unit(s, i + 1, &p->a) || !governed(&p->a, TB_GEN))
		return false;
	p->form = TB_PF_UNTIL;
	p->end = p->a.end;
	p->rule = "until";
	if (time_is_left(s, i, p->end))
	{
		p->form = TB_PF_BY;
		p->rule = "left";
	}
	return true;
}

/* by: «по 31 мая», «по декабрь», «по 2025 год».  Not: «по 2022 году», «по средам». */
static bool
match_by(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	if (!tb_date_unit(s, i + 1, &p->a) || !governed(&p->a, TB_ACC) ||
		(p->a.type != TB_DU_DAY && (p->a.gram & TB_ALL_CASES) == TB_ALL_CASES) ||
		p->a.type == TB_DU_HOLIDAY || p->a.type == TB_DU_DECADE)
		return false;
	p->form = TB_PF_UNTIL;
	p->end = p->a.end;
	p->rule = "by";
	return true;
}

/* after: «после 2019 года», «после Нового года». */
static bool
match_after(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	if (!tb_date_unit(s, i + 1, &p->a) || !governed(&p->a, TB_GEN))
		return false;
	p->form = TB_PF_AFTER;
	p->end = p->a.end;
	p->rule = "after";
	return true;
}

/*
 * to: «к 1 июня», «к концу года», «к Наурызу».
 * Not: «подготовка к весне», «2022 г. к 2021 г.», «к прошлому году».
 */
static bool
match_to(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	uint32_t	n = s->doc->dates.n;

	if (!tb_date_unit(s, i + 1, &p->a) || !governed(&p->a, TB_DAT) ||
		p->a.type == TB_DU_SAME_PERIOD || p->a.type == TB_DU_VOID ||
		tb_date_after_word(s, i, "date-towards") || is_comparison(s, i) ||
		(n > 0 && s->doc->dates.at[n - 1].end == i) ||
		(p->a.type == TB_DU_SHIFT && p->a.n < 0))
		return false;
	p->form = TB_PF_BY;
	p->end = p->a.end;
	p->rule = "to";
	return true;
}

/* not_later, not_earlier: «не позднее 1 июня», «не ранее чем в 2025 году». */
static bool
match_not(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	bool		later = tb_date_word(s, i + 1, "date-later");
	uint32_t	at = i + 2;

	if (!later && !tb_date_word(s, i + 1, "date-earlier"))
		return false;
	if (tb_date_word(s, at, "date-than"))
		at++;
	if (tb_date_word(s, at, "date-in"))
		at++;
	if (!tb_date_unit(s, at, &p->a))
		return false;
	p->form = later ? TB_PF_UNTIL : TB_PF_SINCE;
	p->end = p->a.end;
	p->rule = later ? "not_later" : "not_earlier";
	return true;
}

/* starting: «начиная с 2020 года». */
static bool
match_starting(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	return tb_date_is(s, i + 1, TB_DATEWORD, "since") && match_since(s, i + 1, p);
}

/* upto: «вплоть до 2014 года». */
static bool
match_upto(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	return tb_date_is(s, i + 1, TB_DATEWORD, "until") && match_until(s, i + 1, p);
}

/* between: «между 2015 и 2019 годами», «между 5 и 10 мая». */
static bool
match_between(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	return tb_date_endpoint(s, i + 1, &p->a) && tb_date_word(s, p->a.end, "date-and") &&
		tb_date_endpoint(s, p->a.end + 1, &p->b) && make_range(s, p, "between");
}

/* The value of these words in data/dates.tsv is FIRST_PREFIX and their place here. */
#define FIRST_PREFIX 101

static const struct
{
	uint64_t	next;			/* classes of the word behind it */
	bool		(*match) (TbDateScan *s, uint32_t i, TbPhrase *p);
}			prefixes[] = {
	{TB_DATE_TRIGGERS, match_since},
	{TB_DATE_TRIGGERS, match_until},
	{TB_DATE_TRIGGERS, match_by},
	{TB_DATE_TRIGGERS, match_to},
	{TB_DATE_TRIGGERS, match_after},
	{TB_DATE_BIT(WORD), match_not},
	{TB_DATE_BIT(DATEWORD), match_starting},
	{TB_DATE_BIT(DATEWORD), match_upto},
	{TB_DATE_TRIGGERS, match_between},
};

/*
 * The phrase that a preposition at i opens.  *opens tells that the word there
 * is one: then nothing else begins with it.
 */
static bool
prefixed(TbDateScan *s, uint32_t i, TbPhrase *p, bool *opens)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DATEWORD, NULL, NULL);
	int32_t		k = entry == NULL ? -1 : entry->value - FIRST_PREFIX;

	*opens = k >= 0 && k < (int32_t) (sizeof(prefixes) / sizeof(*prefixes)) &&
		!(tb_date_mask(s, i) & TB_DATE_LETTERS);	/* «на с.г.» */
	return *opens && (tb_date_mask(s, i + 1) & prefixes[k].next) &&
		!(s->text->tok[i + 1].flags & TB_TF_PARA) && prefixes[k].match(s, i, p);
}

/* Most tokens of half a range, «конца 1990-х –», before its dash. */
#define MAX_HALF 6

/* Is a dash near enough behind token i to end half a range? */
static bool
dash_near(const TbDateScan *s, uint32_t i)
{
	for (uint32_t at = i + 1; at <= i + MAX_HALF && at < s->text->ntok; at++)
		if (s->text->tok[at].kind == TB_MARK && tb_is_dash(s->text->tok[at].value))
			return true;
	return false;
}

/* A range or a single unit at i. */
static bool
unprefixed(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	TbUnit		unit;
	bool		found;

	if (s->text->tok[i].kind == TB_NUMBER && match_years(s, i, p))
	{
		p->first = i;
		return true;
	}
	found = tb_date_unit(s, i, &p->a);
	unit = p->a;
	if ((found || (dash_near(s, i) && bare_endpoint(s, i, &p->a))) &&
		p->a.type != TB_DU_VOID && match_dash(s, i, p))
	{
		p->first = p->a.first;
		return true;
	}
	p->a = unit;
	p->first = unit.first;
	p->end = unit.end;
	p->rule = unit.rule;
	p->form = TB_PF_PLAIN;
	return found;
}

bool
tb_date_phrase(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	bool		opens;

	memset(p, 0, sizeof(*p));
	p->first = i;
	if (!prefixed(s, i, p, &opens) && (opens || !unprefixed(s, i, p)))
		return false;
	if (tb_date_word(s, p->end, "date-inclusive"))
		p->end++;
	return true;
}
