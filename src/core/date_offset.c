/*
 * date_offset.c
 *	  Rules for amounts: so many units ago, ahead, back or around.
 *
 *	пять лет назад | полгода назад | лет десять назад | через неделю
 *	последние 5 лет | ближайшие два месяца | 10 последних лет
 *	годом позже | двумя годами ранее | за день до этого
 *
 * Not: несколько лет назад, пять лет, в течение 5 лет, через два года после
 * войны, последние годы.
 */
#include <string.h>

#include "core/date_internal.h"

/* The largest number of units that is counted. */
#define MAX_COUNT 99999

/* ---------------------------------------------------------------- windows */

/* Half units counted in words: полгода, полтора года. */
static bool
half_amount(const TbDateScan *s, uint32_t i, TbUnit *u)
{
	static const struct
	{
		TbCalendarUnit unit;
		int32_t		n;
		TbCalendarUnit counted;
	}			amounts[] = {
		{TB_CU_YEAR, 18, TB_CU_MONTH}, {TB_CU_MONTH, 45, TB_CU_DAY},
		{TB_CU_DECADE, 15, TB_CU_YEAR}, {TB_CU_CENTURY, 150, TB_CU_YEAR}
	};
	TbCalendarUnit unit;
	TbGram		gram;
	uint32_t	end;

	if (tb_date_is(s, i, TB_DATEWORD, "fourth") &&
		tb_date_unit_word(s, i + 1, &unit, &gram) > 0 && unit == TB_CU_CENTURY)
	{
		u->n = 25;
		u->calendar = TB_CU_YEAR;
		u->end = i + 2;
		return true;
	}
	if (tb_date_is(s, i, TB_DATEWORD, "halfyear"))
	{
		u->n = 6;
		u->calendar = TB_CU_MONTH;
		u->end = i + 1;
		return true;
	}
	if (tb_date_is(s, i, TB_DATEWORD, "halfcentury"))
	{
		u->n = 50;
		u->calendar = TB_CU_YEAR;
		u->end = i + 1;
		return true;
	}
	if (!tb_date_is(s, i, TB_DATEWORD, "oneandhalf"))
		return false;
	end = tb_date_unit_word(s, i + 1, &unit, &gram);
	if (end == 0)
		return false;
	for (size_t k = 0; k < sizeof(amounts) / sizeof(*amounts); k++)
		if (amounts[k].unit == unit)
		{
			u->n = amounts[k].n;
			u->calendar = (uint8_t) amounts[k].counted;
			u->end = end;
			return true;
		}
	return false;
}

/* «с лишним», «с небольшим» at i: the end behind it, or i. */
static uint32_t
pass_surplus(const TbDateScan *s, uint32_t i)
{
	return tb_date_is(s, i, TB_DATEWORD, "since") && tb_date_word(s, i + 1, "date-surplus") ?
		i + 2 : i;
}

/* «5 лет», «две недели», «месяц» (one), «полгода»: fill n, calendar, end, gram. */
static bool
amount_at(TbDateScan *s, uint32_t i, TbUnit *u, bool *counted)
{
	TbNumeral	num;
	TbCalendarUnit unit;
	uint32_t	at = i;
	int32_t		n = 1;

	*counted = true;
	u->gram = TB_ALL_CASES;
	if (half_amount(s, i, u))
		return true;
	if (tb_date_number(s, i, 9, &n))
	{
		if (!tb_date_number_begins(s, i))
			return false;
		at++;
	}
	else if (tb_date_numeral(s, i, &num) && !num.ordinal)
	{
		n = num.value;
		at = num.end;
		if (i > 0 && s->text->tok[i - 1].flags & TB_TF_GLUED)
			return false;		/* the second half of «два-три» */
	}
	*counted = at > i;
	if (*counted)
		at = pass_surplus(s, at);
	u->end = tb_date_unit_word(s, at, &unit, &u->gram);
	if (u->end == 0 || (!*counted && !tb_gram_singular(u->gram) &&
						!tb_date_is(s, at, TB_UNIT, "sutki")))
		return false;
	u->n = n;
	u->calendar = (uint8_t) unit;
	if (unit == TB_CU_YEAR && at > i + 1 && tb_date_word(s, at - 1, "date-half"))
	{
		u->n = n * 12 + 6;		/* «два с половиной года» */
		u->calendar = TB_CU_MONTH;
	}
	if (unit == TB_CU_DECADE || unit == TB_CU_CENTURY)
	{
		u->n = n > 100 ? MAX_COUNT + 1 : n * (unit == TB_CU_DECADE ? 10 : 100);
		u->calendar = TB_CU_YEAR;
	}
	return u->n >= 1 && u->n <= MAX_COUNT;
}

/* counted_window: «10 последних лет»: the number before the modifier. */
static bool
match_counted_window(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbNumeral	num;
	TbCalendarUnit unit;
	int32_t		n;
	uint32_t	at = i + 1;

	tb_date_start(u, i, TB_DU_WINDOW);
	if (!tb_date_number(s, i, 3, &n))
	{
		if (!tb_date_numeral(s, i, &num) || num.ordinal)
			return false;
		n = num.value;
		at = num.end;
	}
	u->end = tb_date_is(s, at, TB_DATEMOD, "last") ?
		tb_date_unit_word(s, at + 1, &unit, &u->gram) : 0;
	if (u->end == 0 || n < 1 || tb_gram_singular(u->gram) || unit > TB_CU_YEAR)
		return false;
	u->n = -n;
	u->calendar = (uint8_t) unit;
	return true;
}

/* ближайший, следующий, предстоящий: a window that begins with the reference. */
static bool
points_ahead(const TbModifier *m)
{
	return tb_date_key_is(m, "near") || tb_date_key_is(m, "next") ||
		tb_date_key_is(m, "coming");
}

/*
 * window: «последние 5 лет», «ближайшие два месяца», «прошедшие полгода»,
 * «последний год», «ближайшую неделю».
 * Not: «последние годы», «ближайшее время», «в последний день».
 */
static bool
match_window(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m;
	bool		counted;
	bool		ahead;

	tb_date_start(u, i, TB_DU_WINDOW);
	if (!tb_date_modifier(s, i, &m) || m.same)
		return false;
	ahead = points_ahead(&m);
	if (m.end >= s->text->ntok || (!ahead && !tb_date_key_is(&m, "last") && !tb_date_key_is(&m, "gone") && !tb_date_key_is(&m, "past") &&
		 !tb_date_key_is(&m, "prev")))
		return false;
	if (!amount_at(s, i + 1, u, &counted))
		return false;
	/* «минувший год» is the calendar's */
	if (!counted && (!tb_date_agrees(&m, u->gram) || !(tb_date_key_is(&m, "last") || tb_date_key_is(&m, "near")) ||
					 u->calendar == TB_CU_DAY))
		return false;
	/* «последний месяц весны», «последняя неделя августа» */
	if (!counted && (tb_date_mask(s, u->end) & (TB_DATE_BIT(MONTH) | TB_DATE_BIT(SEASON) |
												TB_DATE_BIT(UNIT) | TB_DATE_NUMBER)))
		return false;
	if (!counted && tb_date_key_is(&m, "last") && i > 0 && !tb_date_word(s, i - 1, "date-for") &&
		!tb_date_word(s, i - 1, "date-in") && !tb_date_word(s, i - 1, "date-during"))
		return false;
	if (!ahead)
		u->n = -u->n;
	return true;
}

/* «последние сутки»: a window of one day. */
static bool
match_last_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m;
	TbCalendarUnit unit;

	tb_date_start(u, i, TB_DU_WINDOW);
	if (!tb_date_modifier(s, i, &m) || m.same)
		return false;
	u->end = tb_date_unit_word(s, i + 1, &unit, &u->gram);
	if (u->end == 0 || !tb_date_is(s, i + 1, TB_UNIT, "sutki"))
		return false;
	u->calendar = TB_CU_DAY;
	u->n = points_ahead(&m) ? 1 : -1;
	return !tb_date_key_is(&m, "dem") && !tb_date_key_is(&m, "that") && !tb_date_key_is(&m, "new") &&
		!tb_date_key_is(&m, "same");
}

/* ----------------------------------------------------------------- offsets */

/* «назад», «тому назад» at i: the end, or 0. */
static uint32_t
ago_at(const TbDateScan *s, uint32_t i)
{
	if (tb_date_word(s, i, "date-thereto"))
		i++;
	return tb_date_word(s, i, "date-ago") ? i + 1 : 0;
}

/* «лет десять», «года два»: about as many. */
static bool
inverted_amount(TbDateScan *s, uint32_t i, TbUnit *u, bool *counted)
{
	TbNumeral	num;
	TbCalendarUnit unit;
	uint32_t	at = tb_date_mask(s, i + 1) & TB_DATE_BIT(CARDINAL) ?
		tb_date_unit_word(s, i, &unit, &u->gram) : 0;

	if (at == 0 || !tb_date_numeral(s, at, &num) || num.ordinal || ago_at(s, num.end) == 0)
		return false;
	*counted = true;
	u->n = num.value;
	u->calendar = (uint8_t) unit;
	u->end = num.end;
	return unit <= TB_CU_YEAR;
}

/* «до этого», «после этого» at i: -1, 1, or 0. */
static int
this_at(const TbDateScan *s, uint32_t i)
{
	if (!tb_date_word(s, i + 1, "date-before-it") ||
		(tb_date_mask(s, i + 2) & (TB_DATE_BIT(UNIT) | TB_DATE_BIT(MONTH))))
		return 0;
	return tb_date_is(s, i, TB_DATEWORD, "until") ? -1 :
		tb_date_is(s, i, TB_DATEWORD, "after") ? 1 : 0;
}

/* «2 часа», «10 минут» at i: the end behind it, or i. */
static uint32_t
pass_hours(const TbDateScan *s, uint32_t i)
{
	uint32_t	at = i + 1;
	int32_t		n;

	if (!tb_date_number(s, i, 2, &n) ||
		!(tb_date_word(s, at, "date-hour") || tb_date_word(s, at, "date-minute")))
		return i;
	at++;
	return tb_is_mark(s->text, at, '.') && tb_date_joined(s, at) ? at + 1 : at;
}

/*
 * The smaller units of «1 год 2 месяца назад», «5 дней 2 часа назад»: years
 * and months are months, weeks and days are days, hours are left out.  False
 * for other mixtures: what is not counted must not be halved.
 */
static bool
add_smaller(TbDateScan *s, TbUnit *u)
{
	TbUnit		next = *u;
	uint32_t	at = tb_date_separator(s, u->end);
	bool		counted;

	if (at == 0)
		at = u->end;
	if (pass_hours(s, at) > at)
	{
		u->end = pass_hours(s, at);
		return true;
	}
	if (!amount_at(s, at, &next, &counted) || !counted)
		return true;
	if (u->calendar == TB_CU_YEAR && next.calendar == TB_CU_MONTH)
		u->n = u->n * 12 + next.n;
	else if (u->calendar == TB_CU_WEEK && next.calendar == TB_CU_DAY)
		u->n = u->n * 7 + next.n;
	else
		return false;
	u->calendar = next.calendar;
	u->end = next.end;
	return true;
}

/* «назад», «позже», «ранее», «спустя», «до этого» behind an amount. */
static bool
take_direction(TbDateScan *s, TbUnit *u)
{
	uint32_t	end = ago_at(s, pass_surplus(s, u->end));

	if (end > 0)
	{
		u->n = -u->n;
		u->end = end;
		return true;
	}
	if (tb_date_word(s, u->end, "date-passed"))
	{
		u->ahead = true;
		u->end++;
		return !tb_date_is(s, u->end, TB_DATEWORD, "after");
	}
	u->type = TB_DU_ANAPHOR;
	if (tb_date_word(s, u->end, "date-later") || tb_date_word(s, u->end, "date-earlier"))
	{
		if (tb_date_word(s, u->end, "date-earlier"))
			u->n = -u->n;
		u->end++;
		return ((u->gram | u->gram >> TB_PLURAL_SHIFT) & TB_INS) != 0;
	}
	if (this_at(s, u->end) < 0 && u->first > 0 && tb_date_word(s, u->first - 1, "date-for"))
	{
		u->first--;
		u->n = -u->n;
		u->end += 2;
		return true;
	}
	return false;
}

/* Does an amount in figures stand before token i: the «5 дней,» of a mixture? */
static bool
amount_before(const TbDateScan *s, uint32_t i)
{
	uint32_t	at = i > 0 && tb_date_separator(s, i - 1) == i ? i - 1 : i;

	return at > 1 && (tb_date_mask(s, at - 1) & TB_DATE_BIT(UNIT)) &&
		s->text->tok[at - 2].kind == TB_NUMBER;
}

/*
 * offset: «пять лет назад», «год тому назад», «более десяти лет назад»,
 * «полгода назад», «год и 2 месяца назад», «год спустя»; «годом позже», «двумя
 * годами ранее»; «за день до этого».
 * Not: «несколько лет назад», «2–3 года назад», «пять лет».
 */
static bool
match_offset(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint32_t	at = i;
	bool		counted;

	tb_date_start(u, i, TB_DU_SHIFT);
	if (tb_date_is(s, at, TB_DATEWORD, "about-n"))
		at++;
	if (at > i && tb_date_word(s, at, "date-than"))
		at++;
	if (!inverted_amount(s, at, u, &counted) && !amount_at(s, at, u, &counted))
		return false;
	if (!counted && i > 0 && (tb_date_mask(s, i - 1) & (TB_DATE_NUMBER | TB_DATE_NUMERAL)))
		return false;			/* the «неделя» of «1 неделя и 2 дня» */
	if (!counted && at == i && !tb_date_singular(u->gram, TB_NOM | TB_ACC | TB_INS) &&
		!tb_date_is(s, i, TB_UNIT, "sutki"))
		return false;
	if (at > i && i > 0 && tb_date_is(s, i - 1, TB_DATEWORD, "not"))
		u->first = i - 1;		/* «не менее 10 лет назад» */
	return add_smaller(s, u) && take_direction(s, u) && !amount_before(s, i);
}

/*
 * in: «через 5 лет», «через неделю», «спустя два месяца», «через год после
 * этого».  In a clause about the past it counts from the last date.
 * Not: «через два года после войны», «через день», «через каждые пять лет».
 */
static bool
match_in(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		counted;
	uint32_t	at = i + 1;

	tb_date_start(u, i, TB_DU_SHIFT);
	if (!tb_date_is(s, i, TB_DATEWORD, "through"))
		return false;
	if (tb_date_is(s, at, TB_DATEWORD, "about-n"))
		at++;
	if (!amount_at(s, at, u, &counted) || (!counted && u->calendar == TB_CU_DAY) ||
		!add_smaller(s, u))
		return false;
	if (this_at(s, u->end) > 0)
	{
		u->type = TB_DU_ANAPHOR;
		u->end += 2;
		return true;
	}
	u->ahead = true;
	return !tb_date_is(s, u->end, TB_DATEWORD, "after");
}

/* «на неделе»: the reference's week. */
static bool
match_on_week(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbCalendarUnit unit;

	tb_date_start(u, i, TB_DU_SHIFT);
	u->end = tb_date_unit_word(s, i, &unit, &u->gram);
	if (u->end == 0 || unit != TB_CU_WEEK || i == 0 ||
		!tb_date_word(s, i - 1, "date-on") || !tb_date_singular(u->gram, TB_PRE))
		return false;
	u->first = i - 1;
	u->calendar = TB_CU_WEEK;
	return true;
}

const TbUnitRule tb_date_offset_rules[] = {
	{"window", TB_DATE_BIT(DATEMOD),
		TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(UNIT) | TB_DATE_BIT(DATEWORD), match_window},
	{"counted_window", TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL),
		TB_DATE_BIT(DATEMOD) | TB_DATE_BIT(CARDINAL), match_counted_window},
	{"last_day", TB_DATE_BIT(DATEMOD), TB_DATE_BIT(UNIT), match_last_day},
	{"offset", TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL),
		TB_DATE_BIT(UNIT) | TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(DATEWORD), match_offset},
	{"unit_offset", TB_DATE_BIT(UNIT),
		TB_DATE_BIT(WORD) | TB_DATE_BIT(CARDINAL) | TB_DATE_NUMBER | TB_DATE_BIT(DATEWORD) |
		TB_DATE_MARK, match_offset},
	{"about_offset", TB_DATE_BIT(DATEWORD),
		TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD) |
		TB_DATE_BIT(DATEWORD), match_offset},
	{"in", TB_DATE_BIT(DATEWORD),
		TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(UNIT) | TB_DATE_BIT(DATEWORD), match_in},
	{"on_week", TB_DATE_BIT(UNIT), 0, match_on_week},
	{NULL, 0, 0, NULL}
};
