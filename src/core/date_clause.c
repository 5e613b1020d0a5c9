/*
 * date_clause.c
 *	  The year that opens a clause holds for the days and months in it.
 *
 *	В 2019 году, 5 мая, | В прошлом году парламент в мае принял
 *	в позапрошлом году – 20 апреля | В 2018 году с 20 декабря по 10 января
 *
 * Not: «В 2019 году закон приняли, а 5 мая …», another clause; «Построенный в
 * прошлом году цех 15 декабря откроют», where the verb looks ahead.
 */
#include "core/date_internal.h"

/* Longest way from a year to what takes it, in tokens. */
#define CLAUSE_REACH 12

/* Is mark i all that stands between a year and its day: «в 2019 году, 5 мая»? */
static bool
joins_year(const TbDateScan *s, uint32_t i, uint32_t year_end, uint32_t first)
{
	return i == year_end && first == i + 1 &&
		(tb_is_mark(s->text, i, ',') || tb_is_dash(s->text->tok[i].value));
}

/* May a unit take the year of its clause? */
static bool
wants_year(const TbUnit *u)
{
	return tb_date_needs_tense(u) && u->type < TB_DU_WEEKDAY && u->shift == TB_WS_NONE;
}

/*
 * The year that opens the clause: «В 1992 году 7 мая», «в прошлом году – 20
 * апреля», «В прошлом году парламент в мае принял»; 0: none.  Not: «В 2019 году
 * закон приняли, а 5 мая …», another clause.
 */
static int32_t
clause_year(const TbDateScan *s, uint32_t first)
{
	uint32_t	n = s->doc->dates.n;
	const TbDate *last = n > 0 ? &s->doc->dates.at[n - 1] : NULL;

	if (last == NULL || !last->known || last->granularity != TB_GR_YEAR ||
		last->modifier != TB_DM_NONE || last->first == 0 || first - last->end > CLAUSE_REACH ||
		!tb_date_word(s, last->first - 1, "date-in"))
		return 0;
	for (uint32_t i = last->end; i <= first; i++)
		if ((s->text->tok[i].flags & (TB_TF_SENT | TB_TF_PARA)) ||
			(i < first && s->text->tok[i].kind == TB_MARK && !joins_year(s, i, last->end, first)))
			return 0;
	return tb_civil_of(last->from).year;
}

/* Give a unit a year as the clause has it: written, or told from the reference. */
static void
set_year(const TbDateScan *s, TbUnit *u, int32_t year)
{
	tb_date_write_year(u, year);
	if (s->doc->dates.at[s->doc->dates.n - 1].kind == TB_DK_EXPLICIT)
		return;
	u->year_kind = TB_YK_SHIFT;
	u->year = year - tb_civil_of(s->today).year;
}

/* Does the second of two ends stand before the first in a year: «с 20 декабря по 10 января»? */
static bool
turns_year(const TbUnit *a, const TbUnit *b)
{
	return a->month > 0 && b->month > 0 &&
		(b->month < a->month || (b->month == a->month && b->day < a->day));
}

void
tb_date_take_clause_year(const TbDateScan *s, TbPhrase *p)
{
	bool		range = p->form == TB_PF_RANGE;
	int32_t		year;

	if (!wants_year(&p->a) || (range && !wants_year(&p->b)))
		return;
	year = clause_year(s, p->a.first);
	if (year == 0 || (s->today != TB_NO_DAY && year < tb_civil_of(s->today).year &&
					  tb_date_tense(s, p) > 0))
		return;
	set_year(s, &p->a, year);
	if (range)
		set_year(s, &p->b, year + turns_year(&p->a, &p->b));
}
