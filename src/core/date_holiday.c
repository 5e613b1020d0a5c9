/*
 * date_holiday.c
 *	  Days that bear a name.
 *
 * One name may be another day in another country and time: «День Конституции»
 * is 12 December in Russia, and in Kazakhstan 30 August until 2025 and 15
 * March since.  Each row of data/holidays.tsv tells in its note whose it is
 * and in which years; of a name's rows those of the document's country count,
 * else those of everybody, else Kazakhstan's.
 */
#include <stdlib.h>
#include <string.h>

#include "core/date_internal.h"

#define DEFAULT_COUNTRY "kz"

/* What the note of a row says. */
typedef struct HolidayRow
{
	int			rank;			/* 3 the document's country .. 0 another */
	int32_t		days;
	int32_t		from;			/* years */
	int32_t		to;
} HolidayRow;

/* Is a country one of those of «kz,ru»? */
static bool
lists_country(const char *list, const char *country)
{
	for (;; list += 3)
	{
		if (strncmp(list, country, 2) == 0)
			return true;
		if (list[0] == '\0' || list[1] == '\0' || list[2] != ',')
			return false;
	}
}

/* Read the pairs of a note; its source stands behind them. */
static HolidayRow
read_row(const TbDateScan *s, const TbEntry *entry)
{
	const char *note = tb_lexicon_string(s->lex, entry->extra);
	const char *country = s->doc->country;
	HolidayRow	row = {2, 1, 1, 9999};

	if (country == NULL || *country == '\0')
		country = DEFAULT_COUNTRY;
	while (*note != '\0' && strncmp(note, "source=", 7) != 0)
	{
		if (strncmp(note, "country=", 8) == 0)
			row.rank = lists_country(note + 8, country) ? 3 :
				lists_country(note + 8, DEFAULT_COUNTRY) ? 1 : 0;
		else if (strncmp(note, "days=", 5) == 0)
			row.days = atoi(note + 5);
		else if (strncmp(note, "from=", 5) == 0)
			row.from = atoi(note + 5);
		else if (strncmp(note, "to=", 3) == 0)
			row.to = atoi(note + 3);
		note += strcspn(note, " ");
		note += strspn(note, " ");
	}
	return row;
}

bool
tb_date_holiday_in(const TbDateScan *s, uint32_t node, int32_t year,
				   int32_t *from, int32_t *to)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(s->lex, node, &n);
	int			best = -1;
	bool		found = false;

	for (uint32_t i = 0; i < n; i++)
	{
		const TbEntry *entry = tb_lexicon_entry(s->lex, readings[i].entry);
		HolidayRow	row;
		bool		valid;

		if (tb_reading_class(&readings[i]) != TB_HOLIDAY)
			continue;
		row = read_row(s, entry);
		valid = year >= row.from && year <= row.to &&
			tb_civil_exists(year, entry->value / 100, entry->value % 100);
		if (row.rank < best || (row.rank == best && !valid))
			continue;
		best = row.rank;
		found = valid;
		if (!valid)
			continue;
		*from = tb_day_of(year, entry->value / 100, entry->value % 100);
		*to = *from + row.days - 1;
	}
	return found;
}

/* Does any word of [first, end) have a capital letter? */
static bool
has_capital(const TbDateScan *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (s->text->tok[i].flags & TB_TF_CAP)
			return true;
	return false;
}

/* In small letters: «до нового года», «под новый год», «на рождество». */
static bool
small_new_year(const TbDateScan *s, uint32_t first, uint32_t end)
{
	if (first == 0)
		return tb_date_whole_text(s, first, end);
	if (tb_date_is(s, first, TB_HOLIDAY, "christmas"))
		return tb_date_word(s, first - 1, "date-on") || tb_date_word(s, first - 1, "date-in");
	if (end != first + 2 || !tb_date_is(s, first, TB_DATEMOD, "new"))
		return false;
	return tb_date_is(s, first - 1, TB_DATEWORD, "until") ||
		tb_date_is(s, first - 1, TB_DATEWORD, "after") ||
		tb_date_is(s, first - 1, TB_DATEWORD, "to") ||
		tb_date_is(s, first - 1, TB_DATEWORD, "since") ||
		tb_date_word(s, first - 1, "date-under");
}

/* May the name in [first, end) be meant as a day? */
static bool
holiday_counts(const TbDateScan *s, uint32_t first, uint32_t end)
{
	const TbToken *next = &s->text->tok[end];

	if (tb_date_after_word(s, first, "date-street") ||
		(tb_date_quoted(s, first, end) && first > 1 &&
		 s->text->tok[first - 2].kind == TB_WORD_TOKEN &&
		 !tb_date_is(s, first - 2, TB_HOLIDAY, NULL)))
		return false;
	if (!has_capital(s, first, end))
		return small_new_year(s, first, end);
	/* one word with a surname behind it is a given name: Наурыз Алиев */
	/* and «в Новом году» is the year */
	if (tb_date_is(s, first, TB_DATEMOD, "new") && first > 0 &&
		tb_date_word(s, first - 1, "date-in") && !tb_date_is(s, end - 1, TB_UNIT, "year"))
		return false;
	if (end > first + 1)
		return true;
	if (next->kind == TB_WORD_TOKEN && (next->flags & TB_TF_CAP) &&
		!(next->flags & (TB_TF_CAPS | TB_TF_SENT)))
		return false;
	/* and one with a given name before it a surname: Алишер Навруз */
	return !(first > 0 && !(s->text->tok[first].flags & (TB_TF_SENT | TB_TF_PARA)) &&
			 (s->text->tok[first - 1].flags & TB_TF_CAP) &&
			 (s->text->tok[first - 1].mask & TB_DATE_BIT(GIVEN)));
}

/*
 * holiday: «День Победы», «к Наурызу», «до Нового года», «День Независимости
 * 2021 года».
 * Not: «улица Победы», «фракция «Наурыз»», «в новом году», «Наурыз Алиев».
 */
bool
tb_date_match_holiday(TbDateScan *s, uint32_t i, TbUnit *u)
{
	TbMatch		match[8];
	int			n = tb_text_match(s->text, s->lex, i, match, 8);
	const TbReading *reading = NULL;

	while (n-- > 0 && reading == NULL)
	{
		reading = tb_lexicon_reading_key(s->lex, match[n].node, TB_HOLIDAY, NULL);
		if (reading == NULL || !holiday_counts(s, i, match[n].end))
		{
			reading = NULL;
			continue;
		}
		memset(u, 0, sizeof(*u));
		u->first = i;
		u->end = match[n].end;
		u->node = match[n].node;
		u->type = TB_DU_HOLIDAY;
		u->holiday = true;
		(void) tb_date_year_spec(s, u->end, u);
		u->gram = reading->gram;
		return tb_gram_singular(u->gram) != 0;
	}
	return false;
}
