/*
 * date.c
 *	  Dates of a Russian text: the door of the layer.
 *
 * One pass over the tokens.  Most tokens are settled by a bit mask: only a
 * number, a word of a date class (месяцы, вчера, прошлый …), a preposition
 * that opens a period (с, до, по, к, после) or a Roman numeral is looked at.
 * There the longest phrase is read, given a value, and passed over:
 *
 *	Приём документов продлится с 20 декабря по 12 января, сообщил министр.
 *	                           ^ since
 *
 *	phrase	date_phrase.c reads «с A по B» of the units «20 декабря» (DAY 20.12,
 *			no year) and «12 января» (DAY 12.1, no year);
 *	clause	date_tense.c finds «продлится» nearer than «сообщил»: future;
 *	value	date_resolve.c: the end is the first 12 January not before the
 *			reference, the start the last 20 December before that;
 *	name	date_format.c: 2023-12-20/2024-01-12.
 *
 * Rules by file: date_calendar.c (days, months, quarters, seasons),
 * date_numeric.c, date_year.c, date_era.c, date_relative.c, date_offset.c,
 * date_holiday.c; date_part.c narrows and joins what they find, date_clause.c
 * gives the year that opens their clause.  Every rule
 * names what it takes and what it must not take.  Words are data/dates.tsv's
 * and data/holidays.tsv's; date_words.c reads them, date_context.c looks at
 * what stands around.  The document's own date is date_reference.c's.
 *
 * Bounds: a rule looks at some forty tokens at most, a clause at 800, so the
 * time is linear in the text.
 */
#include <string.h>

#include "core/date_internal.h"

/* Read quotation marks up to token i: s->quote is the quotation it stands in. */
static void
read_quotes(TbDateScan *s, uint32_t i)
{
	for (; s->quote_at < i; s->quote_at++)
	{
		const TbToken *tok = &s->text->tok[s->quote_at];

		if (tok->flags & TB_TF_PARA)
			s->quote = 0;
		if (tok->kind != TB_MARK)
			continue;
		if (tok->value == 0xAB || tok->value == 0x201E)
			s->quote = s->quote_at + 1;
		else if (tok->value == 0xBB || tok->value == 0x201D)
			s->quote = 0;
		else if (tok->value == '"' || tok->value == 0x201C)
			s->quote = s->quote == 0 ? s->quote_at + 1 : 0;
	}
	if (s->text->tok[i].flags & TB_TF_PARA)
		s->quote = 0;
}

/* Remember a mention for the anaphors behind it. */
static void
remember(TbDateScan *s, const TbPhrase *p, const TbDate *date)
{
	TbDateMemo *memo = &s->memo[s->nmemo % TB_DATE_MEMOS];

	if (!date->known)
		return;
	memo->token = p->first;
	memo->quote = s->quote;
	memo->from = date->named_from;
	memo->to = date->named_to;
	memo->granularity = date->granularity;
	memo->deadline = p->form == TB_PF_UNTIL || p->form == TB_PF_BY;
	if (date->granularity == TB_GR_OPEN)
		memo->granularity = p->a.type == TB_DU_DAY ? TB_GR_DAY :
			p->a.type == TB_DU_MONTH ? TB_GR_MONTH :
			p->a.type == TB_DU_YEAR ? TB_GR_YEAR : TB_GR_OPEN;
	s->nmemo++;
	if (date->granularity == TB_GR_RANGE || date->granularity == TB_GR_QUARTER ||
		date->granularity == TB_GR_HALF || date->granularity == TB_GR_MONTH)
	{
		s->range_from = date->from;
		s->range_to = date->to;
		s->range_granularity = date->granularity;
	}
}

/* Add the mention of a phrase; a phrase without a value adds none. */
static TbStatus
add_mention(TbDateScan *s, TbPhrase *p)
{
	TbDocument *doc = s->doc;
	TbDate		date;
	TbDate	   *mention;

	if (doc->dates.n > 0 && p->first < doc->dates.at[doc->dates.n - 1].end)
		return TB_OK;
	memset(&date, 0, sizeof(date));
	read_quotes(s, p->first);
	if (!tb_date_resolve(s, p, &date) ||
		(date.kind != TB_DK_EXPLICIT && tb_date_in_title(s, p->first, p->end)))
		return s->status;
	date.first = p->first;
	date.end = p->end;
	date.span.start = s->text->tok[p->first].start;
	date.span.end = s->text->tok[p->end - 1].end;
	date.rule = p->rule;
	if (date.known && (date.edtf = tb_date_edtf(s, p, &date)) == NULL)
		return TB_NO_MEMORY;
	mention = TB_PUSH(doc->arena, &doc->dates);
	if (mention == NULL)
		return TB_NO_MEMORY;
	*mention = date;
	remember(s, p, &date);
	if (p->form == TB_PF_PLAIN && p->a.type == TB_DU_YEAR)
		s->list_end = p->end;
	if (p->form == TB_PF_PLAIN && p->a.type == TB_DU_WEEKDAY)
		s->weekday_end = p->end;
	return s->status;
}

void
tb_date_open_scan(TbDateScan *s, TbDocument *doc)
{
	memset(s, 0, sizeof(*s));
	s->doc = doc;
	s->text = &doc->text;
	s->lex = doc->lex;
	s->today = s->today_last = doc->reference;
	s->range_from = s->range_to = TB_NO_DAY;
	if (doc->reference != TB_NO_DAY && doc->reference_is_month)
		(void) tb_date_shift(doc->reference, TB_CU_MONTH, 0, &s->today, &s->today_last);
}

/* Words that open a date only with another date word behind them. */
#define LEADERS (TB_DATE_NUMBER | TB_DATE_BIT(CARDINAL) | \
	TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DATEMOD))

/* What may stand behind those: units, numbers, «числа», «и», «назад». */
#define FOLLOWERS (TB_DATE_TRIGGERS | TB_DATE_BIT(WORD))

/* Letters of the longest word of class DATEWORD that says nothing alone. */
#define MAX_LINK 7

/*
 * Does a number of one to three digits at token i end in a way no date does:
 * «10,5», «15 %», «5)», «11-летний», «2 000», «в доме 5.»?
 */
static bool
is_lone_number(const TbDateScan *s, uint32_t i)
{
	const TbToken *next = &s->text->tok[i + 1];

	if (s->text->tok[i].letters >= 4 || i + 2 >= s->text->ntok)
		return false;
	if (next->kind != TB_MARK)
		return next->kind == TB_NUMBER;
	switch (next->value)
	{
		case '%':
		case ')':
		case ':':
			return true;
		case ',':
			return tb_date_joined(s, i + 2) && next[1].kind == TB_NUMBER;
		case '.':
			return next[1].kind == TB_WORD_TOKEN && tb_date_letter(s, i + 2) == 0 &&
				!(next[1].flags & TB_TF_DIGIT);
		case '-':
			return (next->flags & TB_TF_GLUED) && next[1].letters > 3 &&
				next[1].kind == TB_WORD_TOKEN && !(next[1].mask & TB_DATE_BIT(MONTH));
		default:
			return false;
	}
}

/*
 * Is there nothing to read at token i, whose classes are mask?  «15 районов»,
 * «этого закона», «первый заместитель»: most triggers go no further.
 */
static bool
is_hopeless(const TbDateScan *s, uint32_t i, uint64_t mask)
{
	const TbToken *next = &s->text->tok[i + 1];
	const TbEntry *ordinal;

	mask &= TB_DATE_TRIGGERS;
	if (mask == 0)
		return true;
	/* «с 5 мая», but «с министром» */
	if (mask == TB_DATE_BIT(DATEWORD) && s->text->tok[i].letters <= MAX_LINK &&
		!(tb_date_mask(s, i + 1) & FOLLOWERS))
		return true;
	if (mask == TB_DATE_NUMBER && is_lone_number(s, i))
		return true;
	if ((mask & ~LEADERS) != 0 || next->kind != TB_WORD_TOKEN || i + 1 >= s->text->ntok ||
		!(next->flags & TB_TF_SPACE) ||
		(s->text->tok[i].kind == TB_NUMBER && s->text->tok[i].letters == 4))
		return false;
	if (tb_date_mask(s, i + 1) & FOLLOWERS)
		return false;
	/* «в девяностые заводы закрывались» */
	ordinal = tb_date_entry(s, i, TB_ORDINAL, NULL, NULL);
	return ordinal == NULL || ordinal->value % 10 != 0;
}

/* Flags of tokens that may be Roman numbers, which no class tells. */
#define MAY_BE_ROMAN (TB_TF_CAPS | TB_TF_LETTER)

/* The first token from i on that may open a date: most are passed over here. */
static uint32_t
next_opener(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = s->text->tok;
	uint32_t	n = s->text->ntok;

	while (i < n && !(tok[i].mask & TB_DATE_TRIGGERS) && tok[i].kind != TB_NUMBER &&
		   !(tok[i].flags & MAY_BE_ROMAN))
		i++;
	return i;
}

TbStatus
tb_date_find(TbDocument *doc)
{
	TbDateScan	s;

	tb_date_open_scan(&s, doc);
	for (uint32_t i = next_opener(&s, 0); i < doc->text.ntok; i = next_opener(&s, i))
	{
		TbPhrase	p;

		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		if (is_hopeless(&s, i, tb_date_mask(&s, i)) || !tb_date_phrase(&s, i, &p))
		{
			i++;
			continue;
		}
		if (p.a.type != TB_DU_VOID)
			TB_TRY(add_mention(&s, &p));
		i = p.end > i ? p.end : i + 1;
	}
	return TB_OK;
}
