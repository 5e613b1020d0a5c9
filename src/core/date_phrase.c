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

/* Try the rules of a table; keep the longest. */
static void
try_rules(TbDateScan *s, uint32_t i, uint64_t mask, const TbUnitRule *rules, TbUnit *best)
{
	for (const TbUnitRule *rule = rules; rule->name != NULL; rule++)
	{
		TbUnit		u;

		if (!(mask & rule->trigger) || !rule->match(s, i, &u) ||
			u.type == TB_DU_BARE || u.end <= best->end)
			continue;
		u.rule = rule->name;
		*best = u;
	}
}

/* The longest unit at i by the plain rules. */
static bool
plain_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint64_t	mask = tb_date_mask(s, i);

	memset(u, 0, sizeof(*u));
	u->end = i;
	if (mask == 0)
		return false;
	try_rules(s, i, mask, tb_date_calendar_rules, u);
	try_rules(s, i, mask, tb_date_year_rules, u);
	try_rules(s, i, mask, tb_date_relative_rules, u);
	return u->type != TB_DU_NONE;
}

/* ------------------------------------------------------------------- parts */

/* A bare «года», «месяца», «недели», «квартала» at i: the reference's. */
static bool
own_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbCalendarUnit unit;

	memset(u, 0, sizeof(*u));
	u->first = i;
	u->type = TB_DU_SHIFT;
	u->end = tb_date_unit_word(s, i, &unit, &u->gram);
	u->calendar = (uint8_t) unit;
	return u->end > 0 && unit != TB_CU_DAY && tb_date_singular(u->gram, TB_GEN) &&
		!tb_date_is(s, i, TB_UNIT, "mes");
}

/* The unit whose start, end or half is meant: a genitive. */
static bool
whole_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	if (plain_unit(s, i, u) && u->type != TB_DU_VOID)
		return u->type != TB_DU_WEEKDAY && u->type != TB_DU_WINDOW &&
			!(u->type == TB_DU_SHIFT && u->calendar == TB_CU_DAY) &&
			!(u->type == TB_DU_DAY) && (tb_gram_cases(u->gram) & TB_GEN);
	if (tb_date_entry(s, i, TB_SEASON, NULL, &u->gram) != NULL &&
		tb_date_singular(u->gram, TB_GEN))
	{
		memset(u, 0, sizeof(*u));
		u->first = i;
		u->end = i + 1;
		u->type = TB_DU_SEASON;
		u->n = tb_date_entry(s, i, TB_SEASON, NULL, &u->gram)->value;
		return true;
	}
	return own_unit(s, i, u);
}

/*
 * start_mid_end: «в начале мая», «середине 1970-х», «конца года», «к концу
 * декабря 2023 года».
 * Not: «в конце концов», «начало заседания».
 */
static bool
match_start_mid_end(TbDateScan *s, uint32_t i, TbUnit *u)
{
	static const struct
	{
		const char *key;
		TbDateModifier modifier;
	}			words[] = {
		{"start", TB_DM_START}, {"mid", TB_DM_MID}, {"end", TB_DM_END}
	};
	TbGram		gram;

	for (size_t k = 0; k < 3; k++)
	{
		if (tb_date_entry(s, i, TB_DATEWORD, words[k].key, &gram) == NULL)
			continue;
		if (!whole_unit(s, i + 1, u))
			return false;
		u->first = i;
		u->modifier = words[k].modifier;
		u->gram = gram;
		return true;
	}
	return false;
}

/* Make a unit its half: a year's is a unit of its own. */
static bool
halve(TbUnit *u, int32_t n)
{
	bool		own_year = u->type == TB_DU_SHIFT && u->calendar == TB_CU_YEAR;

	if (u->type == TB_DU_YEAR || own_year)
	{
		if (own_year)
		{
			u->year_kind = TB_YK_SHIFT;
			u->year = u->n;
		}
		u->type = TB_DU_HALF;
		u->n = n;
		return true;
	}
	u->part = n == 1 ? TB_UP_FIRST_HALF : TB_UP_SECOND_HALF;
	return u->type == TB_DU_MONTH || u->type == TB_DU_CENTURY || u->type == TB_DU_DECADE ||
		(u->type == TB_DU_SHIFT && (u->calendar == TB_CU_MONTH ||
									u->calendar == TB_CU_CENTURY ||
									u->calendar == TB_CU_DECADE));
}

/* Make a unit its n-th part of a kind: «половина», «декада», «четверть». */
static bool
take_part(TbUnit *u, const char *kind, int32_t n)
{
	bool		month = u->type == TB_DU_MONTH ||
		(u->type == TB_DU_SHIFT && u->calendar == TB_CU_MONTH);
	bool		century = u->type == TB_DU_CENTURY ||
		(u->type == TB_DU_SHIFT && u->calendar == TB_CU_CENTURY);

	if (strcmp(kind, "half") == 0)
		return n <= 2 && halve(u, n);
	if (strcmp(kind, "third") == 0)
	{
		u->part = (uint8_t) (TB_UP_FIRST_THIRD + n - 1);
		return n <= 3 && month;
	}
	u->part = (uint8_t) (TB_UP_FIRST_QUARTER + n - 1);
	return strcmp(kind, "fourth") == 0 && n <= 4 && century;
}

/*
 * half, third, quarter: «первая половина года», «второй половине марта»,
 * «первой половине XX века»; «последняя декада марта»; «первой четверти XXI
 * века».
 * Not: «первая половина дня», «вторая половина зала».
 */
static bool
match_half(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry;
	TbUnit		ordinal;
	TbGram		gram;
	bool		last = tb_date_is(s, i, TB_DATEMOD, "last");

	ordinal.end = i + 1;
	if (!last && (!tb_date_ordinal(s, i, &ordinal) || ordinal.n < 1 || ordinal.n > 4))
		return false;
	entry = tb_date_entry(s, ordinal.end, TB_DATEWORD, NULL, &gram);
	if (entry == NULL || !whole_unit(s, ordinal.end + 1, u))
		return false;
	u->first = i;
	u->gram = gram;
	return take_part(u, tb_lexicon_string(s->lex, entry->code),
					 last ? entry->value : ordinal.n);
}

/*
 * turn: «в первых числах июня», «последние дни декабря»: the month, with its
 * start or end meant.
 */
static bool
match_turn(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		first = tb_date_is(s, i, TB_ORDINAL, "o1");

	if (!first && !tb_date_is(s, i, TB_DATEMOD, "last"))
		return false;
	if (!tb_date_word(s, i + 1, "date-numbers") && !tb_date_word(s, i + 1, "date-days"))
		return false;
	if (!whole_unit(s, i + 2, u) ||
		(u->type != TB_DU_MONTH && u->type != TB_DU_YEAR && u->type != TB_DU_SHIFT))
		return false;
	u->first = i;
	u->modifier = first ? TB_DM_START : TB_DM_END;
	u->gram = TB_ALL_CASES << TB_PLURAL_SHIFT | TB_GEN;
	return true;
}

static bool become(TbUnit *bare, const TbUnit *other);

/*
 * listed: the first of «в первом и втором кварталах», «XVII и XVIII веках»:
 * what it counts stands behind the last.
 */
static bool
match_listed(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		last;
	uint32_t	at;

	if (!tb_date_ordinal(s, i, u) || u->digits > 2)
		return false;
	at = tb_date_separator(s, u->end);
	if (at == 0 || !plain_unit(s, at, &last) ||
		(last.type != TB_DU_QUARTER && last.type != TB_DU_CENTURY && last.type != TB_DU_HALF) ||
		!become(u, &last))
		return false;
	if (u->type != TB_DU_CENTURY)
	{
		u->year_kind = last.year_kind;
		u->year = last.year;
	}
	return true;
}

/* A comma or dash between two names of one day. */
static uint32_t
pass_joint(const TbDateScan *s, uint32_t i)
{
	if (i < s->text->ntok && s->text->tok[i].kind == TB_MARK &&
		!(s->text->tok[i].flags & TB_TF_PARA) &&
		(s->text->tok[i].value == ',' || tb_is_dash(s->text->tok[i].value)))
		return i + 1;
	return i;
}

/*
 * weekday_day: «среду, 5 апреля», «Воскресенье, 20 ноября 2022 года», «пт,
 * 17.05», «минувший вторник, 27 января».
 */
static bool
match_weekday_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint32_t	at = tb_date_is(s, i, TB_DATEMOD, NULL) ? i + 1 : i;
	const TbEntry *entry = tb_date_entry(s, at, TB_WEEKDAY, NULL, NULL);

	if (entry == NULL)
		return false;
	at++;
	if (tb_is_mark(s->text, at, '.') && s->text->tok[at - 1].letters == 2)
		at++;
	if (!plain_unit(s, pass_joint(s, at), u) || u->type != TB_DU_DAY ||
		(s->text->tok[u->first].flags & TB_TF_PARA))
		return false;
	u->first = i;
	u->weekday = (uint8_t) entry->value;
	return true;
}

/*
 * deictic_day: «сегодня, 15 мая», «вчера, во вторник», «завтра, в субботу».
 */
static bool
match_deictic_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DEICTIC, NULL, NULL);
	uint32_t	at = pass_joint(s, i + 1);
	TbUnit		day;

	if (entry == NULL || tb_date_is(s, i, TB_DEICTIC, "adj") ||
		(at == i + 1 && tb_date_is(s, i, TB_DEICTIC, "eve")))
		return false;
	if (tb_date_word(s, at, "date-in"))
		at++;
	if (!plain_unit(s, at, &day) || (s->text->tok[at].flags & TB_TF_SENT))
		return false;
	if (day.type == TB_DU_WEEKDAY)
	{
		if (!tb_date_day_known(s) || day.shift != TB_WS_NONE ||
			tb_weekday_of(s->today + entry->value) != day.n)
			return false;
		day.type = TB_DU_SHIFT;
		day.calendar = TB_CU_DAY;
		day.n = entry->value;
	}
	else if (day.type != TB_DU_DAY)
		return false;
	*u = day;
	u->first = i;
	return true;
}

static const TbUnitRule part_rules[] = {
	{"start_mid_end", TB_DATE_BIT(DATEWORD), match_start_mid_end},
	{"half", TB_DATE_NUMBER | TB_DATE_ROMAN | TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD), match_half},
	{"listed", TB_DATE_NUMBER | TB_DATE_ROMAN | TB_DATE_BIT(ORDINAL), match_listed},
	{"turn", TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD), match_turn},
	{"weekday_day", TB_DATE_BIT(WEEKDAY) | TB_DATE_BIT(DATEMOD), match_weekday_day},
	{"deictic_day", TB_DATE_BIT(DEICTIC), match_deictic_day},
	{NULL, 0, NULL}
};

/* ----------------------------------------------------------- what stands behind */

/* Are a day and a holiday one day? */
static bool
same_day(const TbDateScan *s, const TbUnit *day, const TbUnit *holiday)
{
	int32_t		year = day->year_kind == TB_YK_WRITTEN ? day->year :
		s->today == TB_NO_DAY ? 2024 : tb_civil_of(s->today).year;
	int32_t		from;
	int32_t		to;

	for (int32_t back = 0; back < 3; back++)
		if (tb_date_holiday_in(s, holiday->node, year - back, &from, &to))
		{
			TbCivil		c = tb_civil_of(from);

			return c.month == day->month && c.day == day->day;
		}
	return false;
}

/* «14 мая, во вторник», «30 августа, в День Конституции»: one mention. */
static void
take_apposition(TbDateScan *s, TbUnit *u)
{
	bool		bracket = tb_is_mark(s->text, u->end, '(');
	uint32_t	joint = bracket ? u->end + 1 : pass_joint(s, u->end);
	uint32_t	at = joint;
	const TbEntry *weekday;
	TbUnit		next;
	TbGram		gram;

	if (tb_date_word(s, at, "date-in"))
		at++;
	weekday = tb_date_entry(s, at, TB_WEEKDAY, bracket ? NULL : "full", &gram);
	if (bracket && weekday != NULL && u->type == TB_DU_DAY &&
		tb_is_mark(s->text, at + 1, ')'))
	{
		u->end = at + 2;
		u->weekday = (uint8_t) weekday->value;
	}
	else if (weekday != NULL && u->type == TB_DU_DAY && u->weekday == 0 &&
		tb_date_singular(gram, TB_ACC | TB_NOM) && !tb_date_is_name(s, at) &&
		!(plain_unit(s, pass_joint(s, at + 1), &next) && next.type == TB_DU_DAY))
	{
		u->end = at + 1;
		u->weekday = (uint8_t) weekday->value;
	}
	else if ((joint > u->end || u->type == TB_DU_HOLIDAY) && plain_unit(s, at, &next) &&
			 (!bracket || tb_is_mark(s->text, next.end, ')')) &&
			 ((u->type == TB_DU_DAY && next.type == TB_DU_HOLIDAY && same_day(s, u, &next)) ||
			  (u->type == TB_DU_HOLIDAY && next.type == TB_DU_DAY && same_day(s, &next, u))))
	{
		uint32_t	first = u->first;
		uint32_t	end = next.end + bracket;

		if (u->type == TB_DU_HOLIDAY)
			*u = next;
		u->first = first;
		u->end = end;
		u->holiday = true;
	}
}

/* Is the unit a single day? */
static bool
is_day(const TbUnit *u)
{
	return u->type == TB_DU_DAY || u->type == TB_DU_WEEKDAY ||
		((u->type == TB_DU_SHIFT || u->type == TB_DU_ANAPHOR) &&
		 u->calendar == TB_CU_DAY);
}

/* «в пятницу на этой неделе»: of that week. */
static void
take_week(TbDateScan *s, TbUnit *u)
{
	TbUnit		week;

	if (u->shift != TB_WS_NONE || !tb_date_word(s, u->end, "date-on") ||
		!plain_unit(s, u->end + 1, &week) || week.type != TB_DU_SHIFT ||
		week.calendar != TB_CU_WEEK)
		return;
	u->end = week.end;
	u->shift = TB_WS_WEEK;
	u->year = week.n;
}

bool
tb_date_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint64_t	mask = tb_date_mask(s, i);

	(void) plain_unit(s, i, u);
	try_rules(s, i, mask, part_rules, u);
	if (u->type == TB_DU_NONE)
		return false;
	if (u->type == TB_DU_DAY || u->type == TB_DU_HOLIDAY)
		take_apposition(s, u);
	if (u->type == TB_DU_WEEKDAY)
		take_week(s, u);
	if (is_day(u))
		u->end = tb_date_clock(s, u->end);
	return true;
}

/* ------------------------------------------------------------------ two ends */

bool
tb_date_endpoint(TbDateScan *s, uint32_t i, TbUnit *u)
{
	if (i >= s->text->ntok || tb_date_unit(s, i, u))
		return i < s->text->ntok && u->type != TB_DU_VOID;
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

/* Units whose year another of the same kind may give. */
static bool
part_of_year(const TbUnit *u)
{
	return u->type >= TB_DU_DAY && u->type <= TB_DU_HOLIDAY;
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

	if (a->type != b->type || !part_of_year(a))
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

/* Make of a bare number what the other end is: the 5 of «5–7 мая» a day. */
static bool
become(TbUnit *bare, const TbUnit *other)
{
	int32_t		n = bare->n;

	if (bare->month > 0 && other->type == TB_DU_DAY)
		bare->type = TB_DU_DAY;
	else if (bare->month > 0)
		return false;
	else
		switch (other->type)
		{
			case TB_DU_DAY:
				bare->type = TB_DU_DAY;
				bare->day = n;
				bare->month = other->month;
				return n >= 1 && n <= tb_month_days(2000, other->month) &&
					bare->digits <= 2 && !bare->roman &&
					(bare->digits > 0 || tb_date_singular(bare->gram, TB_GEN));
			case TB_DU_YEAR:
				bare->type = TB_DU_YEAR;
				bare->year_kind = TB_YK_WRITTEN;
				bare->year = n;
				return bare->digits == 4;
			case TB_DU_QUARTER:
			case TB_DU_HALF:
			case TB_DU_CENTURY:
				bare->type = other->type;
				bare->year_kind = other->type == TB_DU_CENTURY ? TB_YK_WRITTEN : TB_YK_NONE;
				return n >= 1 && n < other->n;
			case TB_DU_DECADE:
				bare->type = TB_DU_DECADE;
				bare->year_kind = TB_YK_WRITTEN;
				bare->year = n < 100 ? other->year / 100 * 100 + n : n;
				return n % 10 == 0 && bare->year < other->year &&
					(bare->digits == 2 || bare->digits == 4);
			default:
				return false;
		}
	return true;
}

/* Two ends become a range; false when they do not go together. */
static bool
join(TbDateScan *s, TbUnit *a, TbUnit *b)
{
	TbUnit		last;

	if (b->type == TB_DU_BARE && b->month == 0 &&
		tb_date_borrow(s, b->end, tb_date_match_day_month, &last))
	{
		if (!become(b, &last))
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
	else if (a->type == TB_DU_BARE ? !become(a, b) :
			 b->type == TB_DU_BARE && (b->month == 0 || !become(b, a)))
		return false;
	if (a->type == TB_DU_VOID || b->type == TB_DU_VOID)
		return false;
	share_year(a, b);
	if (a->type == TB_DU_DAY && b->type == TB_DU_DAY && a->month == b->month &&
		a->year_kind == b->year_kind && a->year == b->year && a->day >= b->day)
		return false;
	return !(a->type == TB_DU_YEAR && b->type == TB_DU_YEAR &&
			 a->year_kind == TB_YK_WRITTEN && b->year_kind == TB_YK_WRITTEN &&
			 a->year >= b->year);
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
	if (p->a.type == TB_DU_WEEKDAY && p->b.type == TB_DU_WEEKDAY)
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

	if (!tb_date_ordinal(s, i, a) || a->digits != 4 || a->end != i + 1 ||
		s->text->tok[i + 1].kind != TB_MARK ||
		!(slash || tb_is_dash(s->text->tok[i + 1].value)) ||
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

/* range: «5–7 марта», «январь–март 2024 года», «XVIII–XIX вв.», «2018 – н.в.» */
static bool
match_dash(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	uint32_t	at;
	uint32_t	now;

	if (match_years(s, i, p))
		return true;
	if (!tb_date_endpoint(s, i, &p->a))
		return false;
	at = p->a.end;
	if (s->text->tok[at].kind != TB_MARK ||
		!(tb_is_dash(s->text->tok[at].value) || is_interval(s, i, &p->a)) ||
		at >= s->text->ntok || (s->text->tok[at].flags & TB_TF_PARA))
		return false;
	now = tb_date_now(s, at + 1);
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
	s->range_at = at + 1;
	return tb_date_endpoint(s, at + 1, &p->b) &&
		!(s->text->tok[at + 1].flags & TB_TF_PARA) && make_range(s, p, "range");
}

/* ------------------------------------------------------------- prepositions */

/* Is what the preposition governs in one of these cases? */
static bool
governed(const TbUnit *u, TbGram cases)
{
	return u->type != TB_DU_BARE && (tb_gram_cases(u->gram) & cases) != 0;
}

/* «по сравнению с», «наряду с»: no period begins here. */
static bool
is_comparison(const TbDateScan *s, uint32_t i)
{
	return tb_date_after_word(s, i, "date-compare");
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

/* since: «с 1 июля», «с A по B», «с 3 на 4 января», «с 2019 года по н.в.» */
static bool
match_since(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	uint32_t	at;
	uint32_t	now;

	if (!tb_date_endpoint(s, i + 1, &p->a))
		return false;
	at = p->a.end;
	now = p->a.type == TB_DU_BARE ? 0 : tb_date_now(s, at);
	if (tb_date_word(s, at, "date-and") && tb_date_is(s, at + 1, TB_DATEWORD, "by"))
	{
		uint32_t	later = tb_date_now(s, at + 1);

		now = later > 0 && p->a.type != TB_DU_BARE ? later : 0;
		at += now > 0;
	}
	if (now > 0 && now > at && (tb_date_is(s, at, TB_DATEWORD, "by") ||
								tb_date_is(s, at, TB_DATEWORD, "until")))
		p->end = now;
	else if ((tb_date_is(s, at, TB_DATEWORD, "by") || tb_date_is(s, at, TB_DATEWORD, "until") ||
			  (tb_date_word(s, at, "date-on") && p->a.type != TB_DU_YEAR)) &&
			 tb_date_endpoint(s, at + 1, &p->b) && make_range(s, p, "from_to"))
		return true;
	else
		p->end = at;
	if (!governed(&p->a, TB_GEN) || is_comparison(s, i))
		return false;
	p->form = so_far(&p->a) ? TB_PF_PLAIN : TB_PF_SINCE;
	p->rule = "since";
	return true;
}

/* until: «до 1 декабря», «до конца года». */
static bool
match_until(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	if (!tb_date_unit(s, i + 1, &p->a) || !governed(&p->a, TB_GEN))
		return false;
	p->form = TB_PF_UNTIL;
	p->end = p->a.end;
	p->rule = "until";
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

static const struct
{
	const char *key;
	bool		(*match) (TbDateScan *s, uint32_t i, TbPhrase *p);
}			prefixes[] = {
	{"since", match_since}, {"until", match_until}, {"by", match_by},
	{"to", match_to}, {"after", match_after}, {"not", match_not},
	{"starting", match_starting}, {"upto", match_upto}, {"between", match_between},
};

/* The phrase that the word at i opens. */
static bool
prefixed(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DATEWORD, NULL, NULL);
	const char *key;

	if (entry == NULL || tb_date_mask(s, i + 1) == 0)
		return false;
	key = tb_lexicon_string(s->lex, entry->code);
	for (size_t k = 0; k < sizeof(prefixes) / sizeof(*prefixes); k++)
		if (strcmp(key, prefixes[k].key) == 0)
			return prefixes[k].match(s, i, p);
	return false;
}

bool
tb_date_phrase(TbDateScan *s, uint32_t i, TbPhrase *p)
{
	memset(p, 0, sizeof(*p));
	if (prefixed(s, i, p))
		p->first = i;
	else if (match_dash(s, i, p))
		p->first = p->a.first;
	else if (tb_date_unit(s, i, &p->a))
	{
		p->form = TB_PF_PLAIN;
		p->first = p->a.first;
		p->end = p->a.end;
		p->rule = p->a.rule;
	}
	else
		return false;
	if (tb_date_word(s, p->end, "date-inclusive"))
		p->end++;
	return true;
}
