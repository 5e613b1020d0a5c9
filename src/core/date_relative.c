/*
 * date_relative.c
 *	  Rules for what is counted from the reference or from another date.
 *
 *	вчера | накануне | прошлый год | в новом году | этой весной
 *	в среду | минувшую среду | минувшие выходные
 *	в тот же день | на следующий день | аналогичный период прошлого года
 *
 * Not: каждую пятницу, накануне выборов, окружающая среда, эти дни.
 * Amounts («пять лет назад») are date_offset.c's.
 */
#include <string.h>

#include "core/date_internal.h"

/* прошлый, минувший, этот, следующий: a unit counted from the reference. */
static bool
shifts(const TbModifier *m)
{
	return tb_date_key_is(m, "past") || tb_date_key_is(m, "gone") || tb_date_key_is(m, "past2") ||
		tb_date_key_is(m, "this") || tb_date_key_is(m, "dem") || tb_date_key_is(m, "next") ||
		tb_date_key_is(m, "prev") || tb_date_key_is(m, "coming");
}

/* «в новом году»: in a year's first months that year, else the next. */
static int32_t
new_year_shift(const TbDateScan *s)
{
	return s->today != TB_NO_DAY && tb_civil_of(s->today).month <= 2 ? 0 : 1;
}

/* What «тот же», «следующий», «этот» make of a day; or nothing. */
static bool
modified_day(const TbModifier *m, TbUnit *u)
{
	u->type = TB_DU_ANAPHOR;
	u->n = tb_date_key_is(m, "next") || tb_date_key_is(m, "other") ? 1 :
		tb_date_key_is(m, "prev") ? -1 : 0;
	return u->n < 0 || tb_date_key_is(m, "next") || tb_date_key_is(m, "other") || tb_date_key_is(m, "dem") ||
		tb_date_key_is(m, "that");
}

/* The first word of «в прошлом и текущем годах»: the unit stands behind. */
static bool
listed_modifier(const TbDateScan *s, const TbModifier *m, TbUnit *u)
{
	TbModifier	next;
	TbCalendarUnit unit;
	TbGram		gram;

	if (!shifts(m) || m->same || !tb_date_word(s, m->end, "date-and") ||
		!tb_date_modifier(s, m->end + 1, &next) || !shifts(&next) ||
		tb_date_unit_word(s, next.end, &unit, &gram) == 0 || unit == TB_CU_DAY)
		return false;
	u->calendar = (uint8_t) unit;
	u->n = m->shift;
	u->end = m->end;
	return true;
}

/* «…, когда», «…, в который»: a clause tells which day is meant. */
static bool
is_explained(const TbDateScan *s, uint32_t i)
{
	return tb_is_mark(s->text, i, ',') &&
		(tb_date_word(s, i + 1, "date-clause") || tb_date_word(s, i + 2, "date-which"));
}

/*
 * modified_unit: «прошлый год», «этой неделе», «текущий квартал», «прошлом
 * столетии», «следующий день», «тот же месяц», «в новом году».
 * Not: «последний год жизни», «новый год» (a holiday), «эти дни», «тот день,
 * когда».
 */
static bool
match_modified_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m;
	TbCalendarUnit unit;

	tb_date_start(u, i, TB_DU_SHIFT);
	if (!tb_date_modifier(s, i, &m))
		return false;
	if (listed_modifier(s, &m, u))
		return true;
	if (tb_date_modified_year(s, i, u) && u->year_kind == TB_YK_WRITTEN)
	{
		u->type = TB_DU_YEAR;
		return true;
	}
	u->end = tb_date_unit_word(s, m.end, &unit, &u->gram);
	if (u->end == 0 || (!tb_date_agrees(&m, u->gram) &&
						!(i > 1 && tb_date_word(s, i - 1, "date-and") &&
						  tb_date_is(s, i - 2, TB_DATEMOD, NULL))))
		return false;
	u->calendar = (uint8_t) unit;
	u->year_kind = TB_YK_NONE;
	u->n = m.shift;
	if (tb_date_key_is(&m, "that") && is_explained(s, u->end))
		return false;
	if (tb_date_is(s, u->end, TB_DATEWORD, "after") && unit <= TB_CU_WEEK)
		return false;			/* «на следующий день после выборов» */
	if (unit == TB_CU_DAY)		/* «с наступающим Днём столицы»: a holiday */
		return !(s->text->tok[m.end].flags & TB_TF_CAP) && modified_day(&m, u);
	if (tb_date_key_is(&m, "that") || tb_date_key_is(&m, "prev") ||
		(tb_date_key_is(&m, "dem") && m.same))
	{
		u->type = TB_DU_ANAPHOR;
		return true;
	}
	if (tb_date_key_is(&m, "new") && unit == TB_CU_YEAR)
	{
		u->n = new_year_shift(s);
		return tb_date_singular(u->gram, TB_GEN | TB_DAT | TB_PRE) &&
			!(i > 0 && tb_date_is(s, i - 1, TB_DATEWORD, NULL) &&
			  !tb_date_is(s, i - 1, TB_DATEWORD, "start"));
	}
	return shifts(&m) && !m.same && !tb_date_word(s, u->end, "date-school");
}

/* ---------------------------------------------------------------- days around */

/* Does the word at i end like a genitive that is no nominative beside it? */
static bool
ends_like_genitive(const char *folded, size_t len)
{
	static const char *const endings[] = {
		"ов", "ев", "ей", "ого", "его", "ых", "их", "ой", "ний", "ия", "ции"
	};

	for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++)
	{
		size_t		n = strlen(endings[k]);

		if (len > n && memcmp(folded + len - n, endings[k], n) == 0)
			return true;
	}
	return false;
}

/* The past ending of the first verb behind i: 'а', 'и', 'о', or 0. */
static uint32_t
verb_ending(const TbDateScan *s, uint32_t i)
{
	for (uint32_t at = i; at < i + 6 && at < s->text->ntok; at++)
	{
		char		folded[TB_MAX_WORD];
		size_t		len;

		if (s->text->tok[at].flags & (TB_TF_SENT | TB_TF_PARA))
			return 0;
		if (s->text->tok[at].kind != TB_WORD_TOKEN || tb_date_word_tense(s, at) == 0)
			continue;
		len = tb_token_fold(s->text, at, folded);
		if (len >= 4 && memcmp(folded + len - 4, "сь", 4) == 0)
			len -= 4;
		if (len >= 2 && memcmp(folded + len - 2, "а", 2) == 0)
			return 'a';
		if (len >= 2 && memcmp(folded + len - 2, "и", 2) == 0)
			return 'i';
		return 'o';
	}
	return 0;
}

/*
 * Does a genitive follow «накануне» at i - 1 («накануне выборов»)?  Endings
 * decide; -а/-я and -ы/-и may be a nominative: then the verb's agreement does
 * («накануне делегация прибыла», «накануне депутаты обсудили»).
 */
static bool
genitive_follows(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];
	char		folded[TB_MAX_WORD];
	size_t		len;
	uint32_t	verb;

	if (i >= s->text->ntok || tok->kind != TB_WORD_TOKEN ||
		(tok->flags & (TB_TF_SENT | TB_TF_PARA)) || tb_date_word(s, i, "date-subject") ||
		tb_date_word_tense(s, i) != 0 || (tb_date_mask(s, i) & TB_DATE_BIT(PREP)))
		return tb_date_mask(s, i) == TB_DATE_NUMBER;
	len = tb_token_fold(s->text, i, folded);
	if (len < 4)
		return false;
	verb = verb_ending(s, i + 1);
	if (memcmp(folded + len - 2, "а", 2) == 0 || memcmp(folded + len - 2, "я", 2) == 0)
		return verb != 'a';
	if (memcmp(folded + len - 2, "ы", 2) == 0 || memcmp(folded + len - 2, "и", 2) == 0)
		return verb != 'i';
	return ends_like_genitive(folded, len);
}

/*
 * deictic: «вчера», «сегодня же», «послезавтра», «накануне», «вчерашний день».
 * Not: «накануне выборов», «газета «Сегодня»», «сегодняшнее заседание».
 */
static bool
match_deictic(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DEICTIC, NULL, NULL);
	const char *key;
	TbCalendarUnit unit;

	if (entry == NULL)
		return false;
	tb_date_start(u, i, TB_DU_SHIFT);
	u->calendar = TB_CU_DAY;
	u->n = entry->value;
	key = tb_lexicon_string(s->lex, entry->code);
	if (strcmp(key, "adj") == 0)
	{
		u->end = tb_date_unit_word(s, i + 1, &unit, &u->gram);
		return u->end > 0 && unit == TB_CU_DAY && tb_gram_singular(u->gram);
	}
	if (strcmp(key, "eve") == 0 && genitive_follows(s, i + 1))
		return false;
	if (tb_date_word(s, i + 1, "date-same"))
		u->end++;
	return !tb_date_quoted(s, i, i + 1);
}

/* ------------------------------------------------------------------ weekdays */

/* «на следующей неделе», «на этой неделе» at i. */
static bool
week_follows(const TbDateScan *s, uint32_t i)
{
	TbCalendarUnit unit;
	TbGram		gram;

	return tb_date_word(s, i, "date-on") && tb_date_is(s, i + 1, TB_DATEMOD, NULL) &&
		tb_date_unit_word(s, i + 2, &unit, &gram) > 0 && unit == TB_CU_WEEK;
}

/*
 * The preposition and case that make a bare weekday a date; without one, a line
 * of its own or its week behind it.
 */
static bool
weekday_expected(const TbDateScan *s, uint32_t i, TbGram gram)
{
	if (tb_date_singular(gram, TB_NOM) &&
		(tb_date_alone(s, i, i + 1) || week_follows(s, i + 1)))
		return true;
	if (i == s->range_at && tb_date_singular(gram, TB_ACC))
		return true;
	if (i > 1 && tb_date_word(s, i - 2, "date-falls"))
		return false;			/* «выпадает на понедельник» */
	if (i == 0 || !tb_gram_singular(gram) || tb_date_is_name(s, i) ||
		tb_date_word(s, i + 1, "date-habitat"))
		return false;
	if (s->weekday_end > 0 && tb_date_separator(s, s->weekday_end) == i)
		return tb_date_singular(gram, TB_ACC);
	if (tb_date_word(s, i - 1, "date-in") || tb_date_word(s, i - 1, "date-on") ||
		tb_date_is(s, i - 1, TB_DATEWORD, "by"))
		return tb_date_singular(gram, TB_ACC);
	if (tb_date_is(s, i - 1, TB_DATEWORD, "to"))
		return tb_date_singular(gram, TB_DAT);
	return tb_date_singular(gram, TB_GEN) &&
		(tb_date_word(s, i - 1, "date-from") || tb_date_is(s, i - 1, TB_DATEWORD, NULL) ||
		 tb_date_word(s, i - 1, "date-daypart") || tb_date_word(s, i - 1, "date-part-of"));
}

/*
 * weekday: «в понедельник», «к пятнице», «со вторника», «к утру понедельника»,
 * «минувшую среду»,
 * «следующий четверг», «ближайшую субботу».
 * Not: «по средам», «каждую пятницу», «окружающая среда», «Ирина Суббота», «9 мая
 * выпадает на вторник».
 */
static bool
match_weekday(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m = {.end = i};
	bool		modified = tb_date_modifier(s, i, &m);
	const TbEntry *entry;

	tb_date_start(u, i, TB_DU_WEEKDAY);
	entry = tb_date_entry(s, m.end, TB_WEEKDAY, "full", &u->gram);
	if (entry == NULL || (modified && m.same))
		return false;
	u->n = entry->value;
	u->end = m.end + 1;
	if (!modified)
		return weekday_expected(s, i, u->gram);
	u->year = m.shift;
	if (tb_date_key_is(&m, "gone"))
		u->shift = TB_WS_PAST;
	else if (tb_date_key_is(&m, "past") || tb_date_key_is(&m, "next") || tb_date_key_is(&m, "prev"))
		u->shift = TB_WS_WEEK;
	else if (tb_date_key_is(&m, "dem") || tb_date_key_is(&m, "this") ||
			 tb_date_key_is(&m, "near") || tb_date_key_is(&m, "coming"))
		u->shift = TB_WS_NEXT;
	else
		return false;
	return tb_gram_singular(u->gram) != 0;
}

/* weekend: «минувшие выходные», «в эти выходные», «на выходных», «к выходным». */
static bool
match_weekend(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m = {.end = i};
	bool		modified = tb_date_modifier(s, i, &m);

	tb_date_start(u, i, TB_DU_WEEKEND);
	if (!tb_date_is(s, m.end, TB_DATEWORD, "weekend") || m.same)
		return false;
	u->end = m.end + 1;
	u->gram = TB_ALL_CASES << TB_PLURAL_SHIFT;
	if (tb_date_word(s, u->end, "date-days"))
		u->end++;
	if (!modified)
		return u->end == m.end + 1 && i > 0 &&
			(tb_date_word(s, i - 1, "date-in") || tb_date_word(s, i - 1, "date-on") ||
			 tb_date_is(s, i - 1, TB_DATEWORD, "to"));
	u->year = m.shift;
	u->shift = tb_date_key_is(&m, "gone") || tb_date_key_is(&m, "past") || tb_date_key_is(&m, "last") ? TB_WS_PAST :
		tb_date_key_is(&m, "next") ? TB_WS_WEEK : TB_WS_NEXT;
	return true;
}

/*
 * part_of_day: «этим утром», «вчерашним вечером», «прошлой ночью» (which ended
 * on the reference).  Not: «тем вечером», «каждым утром».
 */
static bool
match_part_of_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DEICTIC, "adj", NULL);
	TbModifier	m;

	tb_date_start(u, i, TB_DU_SHIFT);
	if (!tb_date_word(s, i + 1, "date-part-ins") || (s->text->tok[i + 1].flags & TB_TF_CAP))
		return false;
	u->end = i + 2;
	u->calendar = TB_CU_DAY;
	if (entry != NULL)
		u->n = entry->value;
	else if (!tb_date_modifier(s, i, &m) || tb_date_key_is(&m, "that") ||
			 !shifts(&m) || m.shift > 0)
		return false;
	else
		/* the night between two days is the later one's */
		u->n = tb_date_word(s, i + 1, "date-night") ? 0 : m.shift;
	return true;
}

/* -------------------------------------------------- months and seasons, modified */

/*
 * modified_month, modified_season: «прошлым декабрём», «этой весной»,
 * «следующим летом», «нынешней осенью».
 */
static bool
match_modified_part(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m;
	const TbEntry *entry;

	if (!tb_date_modifier(s, i, &m) || m.same || !(shifts(&m) || tb_date_key_is(&m, "near")))
		return false;
	tb_date_start(u, i, TB_DU_MONTH);
	entry = tb_date_entry(s, i + 1, TB_MONTH, "full", &u->gram);
	if (entry != NULL)
		u->month = entry->value;
	else
	{
		u->type = TB_DU_SEASON;
		entry = tb_date_entry(s, i + 1, TB_SEASON, NULL, &u->gram);
		if (entry == NULL)
			return false;
		u->n = entry->value;
	}
	u->end = i + 2;
	u->shift = m.shift < 0 ? TB_WS_PAST : m.shift > 0 ? TB_WS_WEEK : TB_WS_NEXT;
	return tb_gram_singular(u->gram) != 0 && !tb_date_is_name(s, i + 1);
}

/*
 * same_period: «аналогичный период прошлого года», «соответствующем периоде
 * 2021 года», «тот же период прошлого года».
 */
static bool
match_same_period(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbModifier	m;
	TbCalendarUnit unit;
	uint32_t	at;

	tb_date_start(u, i, TB_DU_SAME_PERIOD);
	if (!tb_date_modifier(s, i, &m) ||
		!(tb_date_key_is(&m, "same") || (m.same && (tb_date_key_is(&m, "that") || tb_date_key_is(&m, "dem")))))
		return false;
	at = tb_date_unit_word(s, m.end, &unit, &u->gram);
	if (tb_date_word(s, m.end, "date-period"))
		at = m.end + 1;
	else if (at == 0 || unit == TB_CU_YEAR || !tb_date_key_is(&m, "same"))
		return false;
	u->end = at;
	u->gram = TB_ALL_CASES;
	if (!tb_date_year_spec(s, at, u))
	{
		u->year_kind = TB_YK_SHIFT;
		u->year = -1;
		return tb_date_key_is(&m, "same") && s->range_from != TB_NO_DAY;
	}
	return true;
}

const TbUnitRule tb_date_relative_rules[] = {
	{"holiday", TB_DATE_BIT(HOLIDAY), 0, tb_date_match_holiday},
	{"modified_unit", TB_DATE_BIT(DATEMOD),
		TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD) | TB_DATE_NUMBER | TB_DATE_MARK, match_modified_unit},
	{"deictic", TB_DATE_BIT(DEICTIC), 0, match_deictic},
	{"weekday", TB_DATE_BIT(WEEKDAY), 0, match_weekday},
	{"modified_weekday", TB_DATE_BIT(DATEMOD), TB_DATE_BIT(WEEKDAY), match_weekday},
	{"part_of_day", TB_DATE_BIT(DEICTIC) | TB_DATE_BIT(DATEMOD), TB_DATE_BIT(WORD),
		match_part_of_day},
	{"weekend", TB_DATE_BIT(DATEWORD), 0, match_weekend},
	{"modified_weekend", TB_DATE_BIT(DATEMOD), TB_DATE_BIT(DATEWORD), match_weekend},
	{"modified_part", TB_DATE_BIT(DATEMOD), TB_DATE_BIT(MONTH) | TB_DATE_BIT(SEASON),
		match_modified_part},
	{"same_period", TB_DATE_BIT(DATEMOD), TB_DATE_BIT(UNIT) | TB_DATE_BIT(WORD), match_same_period},
	{NULL, 0, 0, NULL}
};
