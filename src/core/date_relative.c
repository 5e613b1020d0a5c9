/*
 * date_relative.c
 *	  Rules for what is counted from the reference or from another date.
 *
 *	вчера | прошлый год | пять лет назад | через неделю | за последние 5 лет
 *	в среду | минувшие выходные | на неделе
 *	в тот же день | годом позже | за день до этого | аналогичный период …
 *
 * Not: в течение 5 лет, раз в неделю, каждую пятницу, накануне выборов,
 * через два года после войны.
 */
#include <string.h>

#include "core/date_internal.h"

/* The largest number of units that is counted. */
#define MAX_COUNT 99999

/* Start a unit at i. */
static void
start_unit(TbUnit *u, uint32_t i, TbUnitType type)
{
	memset(u, 0, sizeof(*u));
	u->first = i;
	u->end = i + 1;
	u->type = (uint8_t) type;
	u->gram = TB_ALL_CASES;
}

/* ------------------------------------------------------------ modifiers */

/* The key and value of a word before a unit: прошлый, этот, ближайший. */
typedef struct Modifier
{
	const char *key;
	int32_t		shift;
	bool		same;			/* «же» behind it */
	uint32_t	end;
} Modifier;

static bool
modifier_at(const TbDateScan *s, uint32_t i, Modifier *m)
{
	const TbEntry *entry = tb_date_entry(s, i, TB_DATEMOD, NULL, NULL);

	if (entry == NULL)
		return false;
	m->key = tb_lexicon_string(s->lex, entry->code);
	m->shift = entry->value;
	m->end = i + 1;
	m->same = tb_date_word(s, i + 1, "date-same");
	if (m->same)
		m->end++;
	return true;
}

static bool
key_is(const Modifier *m, const char *key)
{
	return strcmp(m->key, key) == 0;
}

/* прошлый, минувший, этот, следующий: a unit counted from the reference. */
static bool
shifts(const Modifier *m)
{
	return key_is(m, "past") || key_is(m, "gone") || key_is(m, "past2") ||
		key_is(m, "this") || key_is(m, "dem") || key_is(m, "next");
}

/* «в новом году»: in a year's first months that year, else the next. */
static int32_t
new_year_shift(const TbDateScan *s)
{
	return s->today != TB_NO_DAY && tb_civil_of(s->today).month <= 2 ? 0 : 1;
}

/* What «тот же», «следующий», «этот» make of a day; or nothing. */
static bool
modified_day(const Modifier *m, TbUnit *u)
{
	u->type = TB_DU_ANAPHOR;
	u->n = key_is(m, "next") || key_is(m, "other") ? 1 : 0;
	return key_is(m, "next") || key_is(m, "other") || key_is(m, "dem") ||
		key_is(m, "that");
}

/* The first word of «в прошлом и текущем годах»: the unit stands behind. */
static bool
listed_modifier(const TbDateScan *s, const Modifier *m, TbUnit *u)
{
	Modifier	next;
	TbCalendarUnit unit;
	TbGram		gram;

	if (!shifts(m) || m->same || !tb_date_word(s, m->end, "date-and") ||
		!modifier_at(s, m->end + 1, &next) || !shifts(&next) ||
		tb_date_unit_word(s, next.end, &unit, &gram) == 0 || unit == TB_CU_DAY)
		return false;
	u->calendar = (uint8_t) unit;
	u->n = m->shift;
	u->end = m->end;
	return true;
}

/*
 * modified_unit: «прошлый год», «этой неделе», «текущий квартал», «прошлом
 * столетии», «следующий день», «тот же месяц», «в новом году».
 * Not: «последний год жизни», «новый год» (a holiday), «эти дни».
 */
static bool
match_modified_unit(TbDateScan *s, uint32_t i, TbUnit *u)
{
	Modifier	m;
	TbCalendarUnit unit;

	start_unit(u, i, TB_DU_SHIFT);
	if (!modifier_at(s, i, &m))
		return false;
	if (listed_modifier(s, &m, u))
		return true;
	if (tb_date_modified_year(s, i, u) && u->year_kind == TB_YK_WRITTEN)
	{
		u->type = TB_DU_YEAR;
		return true;
	}
	u->end = tb_date_unit_word(s, m.end, &unit, &u->gram);
	if (u->end == 0 || (!tb_gram_singular(u->gram) &&
						!(i > 1 && tb_date_word(s, i - 1, "date-and") &&
						  tb_date_is(s, i - 2, TB_DATEMOD, NULL))))
		return false;
	u->calendar = (uint8_t) unit;
	u->year_kind = TB_YK_NONE;
	u->n = m.shift;
	if (unit == TB_CU_DAY)
		return modified_day(&m, u);
	if (key_is(&m, "that") || (key_is(&m, "dem") && m.same))
	{
		u->type = TB_DU_ANAPHOR;
		return true;
	}
	if (key_is(&m, "new") && unit == TB_CU_YEAR)
	{
		u->n = new_year_shift(s);
		return tb_date_singular(u->gram, TB_GEN | TB_DAT | TB_PRE) &&
			!(i > 0 && tb_date_is(s, i - 1, TB_DATEWORD, NULL) &&
			  !tb_date_is(s, i - 1, TB_DATEWORD, "start"));
	}
	return shifts(&m) && !m.same && !tb_date_word(s, u->end, "date-school");
}

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
	if (unit == TB_CU_DECADE || unit == TB_CU_CENTURY)
	{
		u->n = n > 100 ? MAX_COUNT + 1 : n * (unit == TB_CU_DECADE ? 10 : 100);
		u->calendar = TB_CU_YEAR;
	}
	return u->n >= 1 && u->n <= MAX_COUNT;
}

/*
 * window: «последние 5 лет», «ближайшие два месяца», «прошедшие полгода»,
 * «последний год», «ближайшую неделю».
 * Not: «последние годы», «ближайшее время», «в последний день».
 */
static bool
match_window(TbDateScan *s, uint32_t i, TbUnit *u)
{
	Modifier	m;
	bool		counted;
	bool		ahead;

	start_unit(u, i, TB_DU_WINDOW);
	if (!modifier_at(s, i, &m) || m.same)
		return false;
	ahead = key_is(&m, "near") || key_is(&m, "next");
	if (m.end >= s->text->ntok || (!ahead && !key_is(&m, "last") && !key_is(&m, "gone") && !key_is(&m, "past")))
		return false;
	if (!amount_at(s, i + 1, u, &counted))
		return false;
	/* «минувший год» is the calendar's; «сутки» are no plural */
	if (!counted && (!(key_is(&m, "last") || key_is(&m, "near")) ||
					 u->calendar == TB_CU_DAY))
		return false;
	if (!counted && key_is(&m, "last") && i > 0 && !tb_date_word(s, i - 1, "date-for") &&
		!tb_date_word(s, i - 1, "date-in"))
		return false;
	if (!ahead)
		u->n = -u->n;
	return true;
}

/* «последние сутки»: a window of one day. */
static bool
match_last_day(TbDateScan *s, uint32_t i, TbUnit *u)
{
	Modifier	m;
	TbCalendarUnit unit;

	start_unit(u, i, TB_DU_WINDOW);
	if (!modifier_at(s, i, &m) || m.same)
		return false;
	u->end = tb_date_unit_word(s, i + 1, &unit, &u->gram);
	if (u->end == 0 || !tb_date_is(s, i + 1, TB_UNIT, "sutki"))
		return false;
	u->calendar = TB_CU_DAY;
	u->n = key_is(&m, "near") || key_is(&m, "next") ? 1 : -1;
	return !key_is(&m, "dem") && !key_is(&m, "that") && !key_is(&m, "new") &&
		!key_is(&m, "same");
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

/* «лет десять», «дня два»: about as many. */
static bool
inverted_amount(TbDateScan *s, uint32_t i, TbUnit *u, bool *counted)
{
	TbNumeral	num;
	TbCalendarUnit unit;
	uint32_t	at = tb_date_unit_word(s, i, &unit, &u->gram);

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

/*
 * offset: «пять лет назад», «год тому назад», «более десяти лет назад»,
 * «полгода назад»; «годом позже», «двумя годами ранее»; «за день до этого».
 * Not: «несколько лет назад», «2–3 года назад», «пять лет».
 */
static bool
match_offset(TbDateScan *s, uint32_t i, TbUnit *u)
{
	uint32_t	at = i;
	uint32_t	end;
	bool		counted;

	start_unit(u, i, TB_DU_SHIFT);
	if (tb_date_is(s, at, TB_DATEWORD, "about-n"))
		at++;
	if (at > i && tb_date_word(s, at, "date-than"))
		at++;
	if (!amount_at(s, at, u, &counted) && !inverted_amount(s, at, u, &counted))
		return false;
	if (!counted && at == i && !tb_date_singular(u->gram, TB_NOM | TB_ACC | TB_INS) &&
		!tb_date_is(s, i, TB_UNIT, "sutki"))
		return false;
	end = ago_at(s, pass_surplus(s, u->end));
	if (end > 0)
	{
		u->n = -u->n;
		u->end = end;
		return true;
	}
	u->type = TB_DU_ANAPHOR;
	if (tb_date_word(s, u->end, "date-later") || tb_date_word(s, u->end, "date-earlier"))
	{
		if (tb_date_word(s, u->end, "date-earlier"))
			u->n = -u->n;
		u->end++;
		return ((u->gram | u->gram >> TB_PLURAL_SHIFT) & TB_INS) != 0;
	}
	if (this_at(s, u->end) < 0 && i > 0 && tb_date_word(s, i - 1, "date-for"))
	{
		u->first = i - 1;
		u->n = -u->n;
		u->end += 2;
		return true;
	}
	return false;
}

/*
 * in: «через 5 лет», «через неделю», «спустя два месяца», «через год после
 * этого».
 * Not: «через два года после войны», «через день», «через каждые пять лет».
 */
static bool
match_in(TbDateScan *s, uint32_t i, TbUnit *u)
{
	bool		counted;
	uint32_t	at = i + 1;

	start_unit(u, i, TB_DU_SHIFT);
	if (!tb_date_is(s, i, TB_DATEWORD, "through"))
		return false;
	if (tb_date_is(s, at, TB_DATEWORD, "about-n"))
		at++;
	if (!amount_at(s, at, u, &counted) || (!counted && u->calendar == TB_CU_DAY))
		return false;
	if (this_at(s, u->end) > 0)
	{
		u->type = TB_DU_ANAPHOR;
		u->end += 2;
		return true;
	}
	return !tb_date_is(s, u->end, TB_DATEWORD, "after");
}

/* «на неделе»: the reference's week. */
static bool
match_on_week(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbCalendarUnit unit;

	start_unit(u, i, TB_DU_SHIFT);
	u->end = tb_date_unit_word(s, i, &unit, &u->gram);
	if (u->end == 0 || unit != TB_CU_WEEK || i == 0 ||
		!tb_date_word(s, i - 1, "date-on") || !tb_date_singular(u->gram, TB_PRE))
		return false;
	u->first = i - 1;
	u->calendar = TB_CU_WEEK;
	return true;
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
 * deictic: «вчера», «сегодня», «послезавтра», «накануне», «вчерашний день».
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
	start_unit(u, i, TB_DU_SHIFT);
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
	return !tb_date_quoted(s, i, i + 1);
}

/* ------------------------------------------------------------------ weekdays */

/* The preposition and case that make a bare weekday a date. */
static bool
weekday_expected(const TbDateScan *s, uint32_t i, TbGram gram)
{
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
		(tb_date_word(s, i - 1, "date-from") || tb_date_is(s, i - 1, TB_DATEWORD, NULL));
}

/*
 * weekday: «в понедельник», «к пятнице», «со вторника», «минувшую среду»,
 * «следующий четверг», «ближайшую субботу».
 * Not: «по средам», «каждую пятницу», «окружающая среда», «Ирина Суббота».
 */
static bool
match_weekday(TbDateScan *s, uint32_t i, TbUnit *u)
{
	Modifier	m = {.end = i};
	bool		modified = modifier_at(s, i, &m);
	const TbEntry *entry;

	start_unit(u, i, TB_DU_WEEKDAY);
	entry = tb_date_entry(s, m.end, TB_WEEKDAY, "full", &u->gram);
	if (entry == NULL || (modified && m.same))
		return false;
	u->n = entry->value;
	u->end = m.end + 1;
	if (!modified)
		return weekday_expected(s, i, u->gram);
	u->year = m.shift;
	if (key_is(&m, "gone"))
		u->shift = TB_WS_PAST;
	else if (key_is(&m, "past") || key_is(&m, "next"))
		u->shift = TB_WS_WEEK;
	else if (key_is(&m, "dem") || key_is(&m, "this") || key_is(&m, "near"))
		u->shift = TB_WS_NEXT;
	else
		return false;
	return tb_gram_singular(u->gram) != 0;
}

/* weekend: «минувшие выходные», «в эти выходные», «на выходных». */
static bool
match_weekend(TbDateScan *s, uint32_t i, TbUnit *u)
{
	Modifier	m = {.end = i};
	bool		modified = modifier_at(s, i, &m);

	start_unit(u, i, TB_DU_WEEKEND);
	if (!tb_date_is(s, m.end, TB_DATEWORD, "weekend") || m.same)
		return false;
	u->end = m.end + 1;
	u->gram = TB_ALL_CASES << TB_PLURAL_SHIFT;
	if (tb_date_word(s, u->end, "date-days"))
		u->end++;
	if (!modified)
		return u->end == m.end + 1 && i > 0 &&
			(tb_date_word(s, i - 1, "date-in") || tb_date_word(s, i - 1, "date-on"));
	u->year = m.shift;
	u->shift = key_is(&m, "gone") || key_is(&m, "past") || key_is(&m, "last") ? TB_WS_PAST :
		key_is(&m, "next") ? TB_WS_WEEK : TB_WS_NEXT;
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
	Modifier	m;
	const TbEntry *entry;

	if (!modifier_at(s, i, &m) || m.same || !(shifts(&m) || key_is(&m, "near")))
		return false;
	start_unit(u, i, TB_DU_MONTH);
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
	Modifier	m;
	TbCalendarUnit unit;
	uint32_t	at;

	start_unit(u, i, TB_DU_SAME_PERIOD);
	if (!modifier_at(s, i, &m) ||
		!(key_is(&m, "same") || (m.same && (key_is(&m, "that") || key_is(&m, "dem")))))
		return false;
	at = tb_date_unit_word(s, m.end, &unit, &u->gram);
	if (tb_date_word(s, m.end, "date-period"))
		at = m.end + 1;
	else if (at == 0 || unit == TB_CU_YEAR || !key_is(&m, "same"))
		return false;
	u->end = at;
	u->gram = TB_ALL_CASES;
	if (!tb_date_year_spec(s, at, u))
	{
		u->year_kind = TB_YK_SHIFT;
		u->year = -1;
		return key_is(&m, "same") && s->range_from != TB_NO_DAY;
	}
	return true;
}

const TbUnitRule tb_date_relative_rules[] = {
	{"holiday", TB_DATE_BIT(HOLIDAY), tb_date_match_holiday},
	{"modified_unit", TB_DATE_BIT(DATEMOD), match_modified_unit},
	{"window", TB_DATE_BIT(DATEMOD), match_window},
	{"last_day", TB_DATE_BIT(DATEMOD), match_last_day},
	{"offset", TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(UNIT) | TB_DATE_BIT(DATEWORD), match_offset},
	{"in", TB_DATE_BIT(DATEWORD), match_in},
	{"on_week", TB_DATE_BIT(UNIT), match_on_week},
	{"deictic", TB_DATE_BIT(DEICTIC), match_deictic},
	{"weekday", TB_DATE_BIT(WEEKDAY) | TB_DATE_BIT(DATEMOD), match_weekday},
	{"weekend", TB_DATE_BIT(DATEWORD) | TB_DATE_BIT(DATEMOD), match_weekend},
	{"modified_part", TB_DATE_BIT(DATEMOD), match_modified_part},
	{"same_period", TB_DATE_BIT(DATEMOD), match_same_period},
	{NULL, 0, NULL}
};
