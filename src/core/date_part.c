/*
 * date_part.c
 *	  The longest unit at a token, and the words that narrow it or name it twice.
 *
 *	конце марта | первой половине года | последней декаде мая | первых числах
 *	среду, 5 мая | сегодня, 15 мая | 5 мая (пятница) | 30 августа, в День
 *	Конституции | 5 мая в 18.00 | пятницу на этой неделе
 */
#include <string.h>

#include "core/date_internal.h"

/* Is this mark a tie of figures: «.», «-», «/»? */
static bool
is_tie(const TbToken *tok)
{
	return !(tok->flags & TB_TF_SPACE) &&
		(tok->value == '.' || tok->value == '/' || tb_is_dash(tok->value));
}

/*
 * Classes of what stands behind token i.  A tie, bracket or quotation mark,
 * «-го», «(15)», «»», or letters joined to figures may hide the word that
 * counts: then those of the next ones.
 */
static uint64_t
classes_behind(const TbDateScan *s, uint32_t i)
{
	const TbToken *next = &s->text->tok[i + 1];

	if (i + 1 >= s->text->ntok)
		return TB_DATE_MARK;
	if (next->kind == TB_MARK && next->value == ',')
		return TB_DATE_MARK;
	if (next->kind == TB_MARK)
		return TB_DATE_MARK | (is_tie(next) ? TB_DATE_TIE : 0) | tb_date_mask(s, i + 2) |
			tb_date_mask(s, i + 3) | tb_date_mask(s, i + 4);
	if (next->flags & TB_TF_SPACE)
		return tb_date_mask(s, i + 1);
	return TB_DATE_TIE | tb_date_mask(s, i + 1) | tb_date_mask(s, i + 2);
}

/* Try the rules of a table; keep the longest. */
static void
try_rules(TbDateScan *s, uint32_t i, uint64_t mask, uint64_t behind,
		  const TbUnitRule *rules, TbUnit *best)
{
	for (const TbUnitRule *rule = rules; rule->name != NULL; rule++)
	{
		TbUnit		u;

		if (!(mask & rule->trigger) || (rule->behind != 0 && !(behind & rule->behind)) ||
			!rule->match(s, i, &u) || u.type == TB_DU_BARE || u.end <= best->end)
			continue;
		u.rule = rule->name;
		*best = u;
	}
}

/* Tables that figures are asked of. */
static const TbUnitRule *const figures[] = {
	tb_date_calendar_rules, tb_date_era_rules, tb_date_year_rules, tb_date_offset_rules
};

/* The longest unit at i by the plain rules. */
static bool
plain_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint64_t	mask = tb_date_mask(s, i) & TB_DATE_TRIGGERS;
	uint64_t	behind;

	memset(u, 0, sizeof(*u));
	u->end = i;
	if (mask == 0)
		return false;
	behind = classes_behind(s, i);
	if (mask == TB_DATE_NUMBER)	/* what figures are, one rule tells */
	{
		for (size_t k = 0; k < sizeof(figures) / sizeof(*figures) && u->type == TB_DU_NONE; k++)
			try_rules(s, i, mask, behind, figures[k], u);
		return u->type != TB_DU_NONE;
	}
	if (mask & ~(TB_DATE_BIT(DEICTIC) | TB_DATE_BIT(DATEWORD)))
	{
		try_rules(s, i, mask, behind, tb_date_calendar_rules, u);
		try_rules(s, i, mask, behind, tb_date_year_rules, u);
		try_rules(s, i, mask, behind, tb_date_era_rules, u);
	}
	try_rules(s, i, mask, behind, tb_date_relative_rules, u);
	try_rules(s, i, mask, behind, tb_date_offset_rules, u);
	return u->type != TB_DU_NONE;
}

/* ------------------------------------------------------------------- parts */

/* A bare «года», «месяца», «недели», «квартала» at i: the reference's. */
static bool
own_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbCalendarUnit unit;

	tb_date_start(u, i, TB_DU_SHIFT);
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

/* The «дня» of «до конца дня», «к концу дня» at i: today. */
static bool
own_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbCalendarUnit unit;

	tb_date_start(u, i, TB_DU_SHIFT);
	u->calendar = TB_CU_DAY;
	u->end = tb_date_unit_word(s, i, &unit, &u->gram);
	return u->end > 0 && unit == TB_CU_DAY && tb_date_singular(u->gram, TB_GEN) && i > 1 &&
		(tb_date_is(s, i - 2, TB_DATEWORD, "until") || tb_date_is(s, i - 2, TB_DATEWORD, "to"));
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
		if (!whole_unit(s, i + 1, u) && !(k == 2 && own_day(s, i + 1, u)))
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

/* The days of a unit of a month or more: does it have more than one? */
static bool
has_days(const TbUnit *u)
{
	return u->type == TB_DU_MONTH || u->type == TB_DU_YEAR || u->type == TB_DU_SEASON ||
		u->type == TB_DU_QUARTER || u->type == TB_DU_HALF || u->type == TB_DU_DECADE ||
		(u->type == TB_DU_SHIFT && u->calendar >= TB_CU_WEEK);
}

/*
 * edge: «первый день лета», «в последний день апреля», «последний день года».
 * Not: «первый день рождения», «последний день работы».
 */
static bool
match_edge(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		first = tb_date_is(s, i, TB_ORDINAL, "o1");

	if ((!first && !tb_date_is(s, i, TB_DATEMOD, "last")) ||
		!tb_date_word(s, i + 1, "date-day") || !whole_unit(s, i + 2, u) || !has_days(u))
		return false;
	u->first = i;
	u->part = first ? TB_UP_FIRST_DAY : TB_UP_LAST_DAY;
	u->gram = TB_ALL_CASES;
	return true;
}

/*
 * nth_weekday: «первое воскресенье ноября», «последнюю пятницу мая 2023 года».
 * Not: «первый понедельник», «вторая среда обитания».
 */
static bool
match_nth_weekday(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		last = tb_date_is(s, i, TB_DATEMOD, "last");
	const TbEntry *nth = tb_date_entry(s, i, TB_ORDINAL, NULL, NULL);
	TbGram		gram;
	const TbEntry *weekday = tb_date_entry(s, i + 1, TB_WEEKDAY, "full", &gram);

	if (weekday == NULL || !tb_gram_singular(gram) || (!last && (nth == NULL || nth->value > 4)) ||
		!plain_unit(s, i + 2, u) || u->type != TB_DU_MONTH ||
		!(tb_gram_singular(u->gram) & TB_GEN))
		return false;
	u->first = i;
	u->n = last ? 0 : nth->value;
	u->weekday = (uint8_t) weekday->value;
	u->part = TB_UP_WEEKDAY;
	u->gram = gram;
	return true;
}

/*
 * listed: the first of «в первом и втором кварталах», «XVII и XVIII веках»:
 * what it counts stands behind the last.
 */
static bool
match_listed(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbUnit		last;
	uint32_t	at;

	if ((s->text->tok[i].kind == TB_NUMBER && s->text->tok[i].letters > 2) ||
		!tb_date_ordinal(s, i, u) || u->digits > 2)
		return false;
	at = tb_date_separator(s, u->end);
	if (at == 0 || !plain_unit(s, at, &last) ||
		(last.type != TB_DU_QUARTER && last.type != TB_DU_CENTURY && last.type != TB_DU_HALF) ||
		!tb_date_become(u, &last))
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
 * deictic_day: «сегодня, 15 мая», «вчера вечером, 14 мая», «вчера, во вторник».
 */
static bool
match_deictic_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DEICTIC, NULL, NULL);
	uint32_t	at = pass_joint(s, tb_date_clock(s, i + 1));
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
	{"start_mid_end", TB_DATE_BIT(DATEWORD), TB_DATE_TRIGGERS, match_start_mid_end},
	{"half", TB_DATE_NUMBER | TB_DATE_ROMAN | TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD),
		TB_DATE_BIT(DATEWORD), match_half},
	{"listed", TB_DATE_NUMBER | TB_DATE_ROMAN | TB_DATE_BIT(ORDINAL),
		TB_DATE_BIT(WORD) | TB_DATE_MARK, match_listed},
	{"turn", TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD), TB_DATE_BIT(WORD), match_turn},
	{"nth_weekday", TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD), TB_DATE_BIT(WEEKDAY),
		match_nth_weekday},
	{"edge", TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD), TB_DATE_BIT(UNIT), match_edge},
	{"weekday_day", TB_DATE_BIT(WEEKDAY), 0, match_weekday_day},
	{"modified_weekday_day", TB_DATE_BIT(DATEMOD), TB_DATE_BIT(WEEKDAY), match_weekday_day},
	{"deictic_day", TB_DATE_BIT(DEICTIC), 0, match_deictic_day},
	{NULL, 0, 0, NULL}
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

			if (c.month == day->month && c.day == day->day)
				return true;
		}
	return false;
}

/* «13 марта, чт»: with nothing but a mark or the line's end behind it. */
static bool
short_weekday(const TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_WEEKDAY, "short", NULL);
	const TbToken *next = &s->text->tok[i + 1];

	if (entry == NULL || (i + 1 < s->text->ntok && next->kind != TB_MARK &&
						  !(next->flags & (TB_TF_NEWLINE | TB_TF_PARA))))
		return false;
	u->weekday = (uint8_t) entry->value;
	return true;
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

	if (joint < s->text->ntok && (s->text->tok[joint].flags & TB_TF_PARA))
		return;
	/* «к 16 декабря, ко Дню Независимости» */
	if (tb_date_word(s, at, "date-in") || tb_date_is(s, at, TB_DATEWORD, "to"))
		at++;
	weekday = tb_date_entry(s, at, TB_WEEKDAY, bracket ? NULL : "full", &gram);
	if (bracket && weekday != NULL && u->type == TB_DU_DAY &&
		tb_is_mark(s->text, at + 1, ')'))
	{
		u->end = at + 2;
		u->weekday = (uint8_t) weekday->value;
	}
	else if (weekday == NULL && u->type == TB_DU_DAY && short_weekday(s, at, u))
		u->end = at + 1;
	else if (!bracket && weekday != NULL && u->type == TB_DU_DAY && u->weekday == 0 &&
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

bool
tb_date_in_year(const TbUnit *u)
{
	return u->type >= TB_DU_DAY && u->type <= TB_DU_HOLIDAY;
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

/* «на следующей неделе, в среду»: that day of it. */
static void
take_day_of_week(TbDateScan *s, TbUnit *u)
{
	uint32_t	at = pass_joint(s, u->end);
	const TbEntry *weekday;
	TbGram		gram;

	if (!tb_date_word(s, at, "date-in"))
		return;
	weekday = tb_date_entry(s, at + 1, TB_WEEKDAY, "full", &gram);
	if (weekday == NULL || !tb_date_singular(gram, TB_ACC))
		return;
	u->type = TB_DU_WEEKDAY;
	u->shift = TB_WS_WEEK;
	u->year = u->n;
	u->n = weekday->value;
	u->end = at + 2;
}

bool
tb_date_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint64_t	mask = tb_date_mask(s, i);

	if (!plain_unit(s, i, u) || mask != TB_DATE_NUMBER)
		try_rules(s, i, mask, classes_behind(s, i), part_rules, u);
	if (u->type == TB_DU_NONE)
		return false;
	if (u->type == TB_DU_DAY || u->type == TB_DU_HOLIDAY)
		take_apposition(s, u);
	if (u->type == TB_DU_WEEKDAY)
		take_week(s, u);
	if (u->type == TB_DU_SHIFT && u->calendar == TB_CU_WEEK && u->modifier == TB_DM_NONE)
		take_day_of_week(s, u);
	if (is_day(u))
		u->end = tb_date_clock(s, u->end);
	/* «1 сентября каждого года» */
	if (tb_date_in_year(u) && u->year_kind == TB_YK_NONE &&
		tb_date_word(s, u->end, "date-every") &&
		tb_date_is(s, u->end + 1, TB_UNIT, NULL))
		u->type = TB_DU_VOID;
	return true;
}

bool
tb_date_become(TbUnit *bare, const TbUnit *other)
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
				tb_date_write_year(bare, n);
				return bare->digits == 4;
			case TB_DU_SHIFT:	/* «15–17 числа текущего месяца» */
				if (other->day == 0 || n < 1 || n >= other->day || bare->digits > 2)
					return false;
				bare->type = TB_DU_SHIFT;
				bare->calendar = other->calendar;
				bare->day = n;
				bare->n = other->n;
				break;
			case TB_DU_QUARTER:
			case TB_DU_HALF:
			case TB_DU_CENTURY:
				bare->type = other->type;
				bare->year_kind = other->type == TB_DU_CENTURY ? TB_YK_WRITTEN : TB_YK_NONE;
				return n >= 1 && n < other->n;
			case TB_DU_DECADE:
				bare->type = TB_DU_DECADE;
				tb_date_write_year(bare, n < 100 ? other->year / 100 * 100 + n : n);
				return n % 10 == 0 && bare->year < other->year &&
					(bare->digits == 2 || bare->digits == 4);
			default:
				return false;
		}
	return true;
}
