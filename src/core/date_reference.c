/*
 * date_reference.c
 *	  The document's own date.
 *
 * Sites print it on a line of its own near the top, or behind the text:
 *
 *	24.12.2022 361								date and view counter
 *	5 марта 2024, 14:35
 *	Дата публикации: 16/11/2023 | 640			behind a label
 *	 date 2024-01 Усилить взаимодействие …		a label, then the text itself
 *	АСТАНА, 5 марта 2024 года. Сенат …			an agency's dateline
 *	Москва. 4 июля 2017 года. Сенат … | 3 февраля 2025 года, Астана. Сенат …
 *	(Пресс-служба Сената) 19.10.2022, просмотров 438
 *
 * A line counts when besides the date it has little else than figures, marks
 * and labels, or when it begins with a label or city and the date.  In the head
 * a date alone, behind a label or a city goes before one beside words (a short
 * headline), that before the day of an update, that before a month («2024-01»);
 * the tail is looked at when the head has no more than the last two.
 */
#include <string.h>

#include "core/date_internal.h"

#define HEAD_LINES 12
#define TAIL_LINES 6
#define LINE_TOKENS 40			/* a longer line is running text */
#define MAX_OTHER_WORDS 3		/* words beside date, figures and labels */

/* End of the line that begins at token i, or i + LINE_TOKENS + 1. */
static uint32_t
line_end(const TbText *text, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end < text->ntok && end - i <= LINE_TOKENS &&
		   !(text->tok[end].flags & (TB_TF_NEWLINE | TB_TF_PARA)))
		end++;
	return end;
}

/* Classes of the words that a day or month with its year begins with. */
#define DATED (TB_DATE_NUMBER | TB_DATE_BIT(MONTH) | TB_DATE_BIT(WEEKDAY) | \
	TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(ORDINAL) | TB_DATE_BIT(DEICTIC) | \
	TB_DATE_BIT(DATEWORD) | TB_DATE_BIT(HOLIDAY))

/* Is this a day or month with its year written? */
static bool
is_dated(TbDateScan *s, uint32_t i, TbUnit *u)
{
	return (tb_date_mask(s, i) & DATED) != 0 &&
		tb_date_unit(s, i, u) && u->modifier == TB_DM_NONE && u->part == TB_UP_WHOLE &&
		(u->type == TB_DU_DAY || u->type == TB_DU_MONTH) &&
		u->year_kind == TB_YK_WRITTEN;
}

static bool
is_label(const TbDateScan *s, uint32_t i)
{
	return tb_date_word(s, i, "date-dateline") || tb_date_word(s, i, "date-counter");
}

/* Words of a line that are neither label nor figure, the date left out. */
static uint32_t
other_words(const TbDateScan *s, uint32_t first, uint32_t end, const TbUnit *u)
{
	uint32_t	n = 0;

	for (uint32_t i = first; i < end; i++)
		if ((i < u->first || i >= u->end) && !is_label(s, i) &&
			s->text->tok[i].kind == TB_WORD_TOKEN)
			n++;
	return n;
}

/* Does one of the tokens [first, end) name a place, or begin such a name? */
static bool
names_place(const TbDateScan *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if ((s->text->tok[i].flags & TB_TF_CAP) &&
			(tb_date_mask(s, i) & TB_DATE_BIT(PLACE)))
			return true;
	return false;
}

/* Does a mark end the dateline at token i, a full stop or a dash? */
static bool
ends_dateline(const TbDateScan *s, uint32_t i)
{
	return tb_is_mark(s->text, i, '.') ||
		(i < s->text->ntok && s->text->tok[i].kind == TB_MARK &&
		 (tb_is_dash(s->text->tok[i].value) || s->text->tok[i].value == '/'));
}

/* «НУР-СУЛТАН, 5 марта 2024 года.», «Москва. 4 июля 2017 года.» */
static bool
city_before(const TbDateScan *s, uint32_t first, const TbUnit *u)
{
	uint32_t	last = u->first;

	return last > first && (tb_is_mark(s->text, last - 1, ',') ||
							tb_is_mark(s->text, last - 1, '.')) &&
		names_place(s, first, last - 1) &&
		(s->text->tok[u->end - 1].kind == TB_MARK || s->text->tok[u->end].kind == TB_MARK);
}

/* «5 марта 2024 года, Астана. Сенат …» */
static bool
city_behind(const TbDateScan *s, const TbUnit *u)
{
	uint32_t	at = u->end + 1;

	if (!tb_is_mark(s->text, u->end, ','))
		return false;
	while (at < s->text->ntok && at < u->end + 5 && !ends_dateline(s, at))
		at++;
	return ends_dateline(s, at) && names_place(s, u->end + 1, at);
}

/* Is the date at the head of its line: marks, a label, «АСТАНА,»? */
static bool
leads_line(const TbDateScan *s, uint32_t first, const TbUnit *u)
{
	bool		label = false;
	uint32_t	words = 0;

	for (uint32_t i = first; i < u->first; i++)
	{
		label = label || is_label(s, i);
		if (s->text->tok[i].kind == TB_WORD_TOKEN && !is_label(s, i))
			words++;
	}
	if (label)
		return words <= 1;
	if (words == 0 && s->text->tok[u->end].kind == TB_NUMBER)
		return u->end - u->first >= 5 &&	/* the view counter */
			s->text->tok[u->first].kind == TB_NUMBER;
	return words == 0 ? city_behind(s, u) : words <= 2 && city_before(s, first, u);
}

/* Marks that sites draw between the cells of a line. */
static bool
is_bar(const TbDateScan *s, uint32_t i)
{
	return tb_is_mark(s->text, i, '|') || tb_is_mark(s->text, i, 0x2022) ||
		tb_is_mark(s->text, i, 0xB7);
}

/* «Общество | 12 сентября 2024 г. | Читать на узбекском»: a cell of its own. */
static bool
own_cell(const TbDateScan *s, uint32_t first, uint32_t end, const TbUnit *u)
{
	return (u->first == first || is_bar(s, u->first - 1)) &&
		(u->end == end || is_bar(s, u->end)) && end - first <= LINE_TOKENS;
}

/* How well a line's date may be the document's. */
typedef enum Claim
{
	CLAIM_NONE,
	CLAIM_MONTH,				/* no day: «2024-01» */
	CLAIM_UPDATE,				/* «Обновлено: 06.11.2024» */
	CLAIM_WORDS,				/* beside words: «14:35 | 5 ноября 2024 | Политика» */
	CLAIM_DAY					/* alone, behind a label or a city */
} Claim;

/* Does the line say only when the page was changed? */
static bool
is_update(const TbDateScan *s, uint32_t first, const TbUnit *u)
{
	for (uint32_t i = first; i < u->first; i++)
		if (tb_date_word(s, i, "date-updated"))
			return true;
	return false;
}

/* «— до 1.04.2025 утвердить перечень»: is the date a border in time? */
static bool
is_deadline(const TbDateScan *s, uint32_t first, const TbUnit *u)
{
	return u->first > first && (tb_date_is(s, u->first - 1, TB_DATEWORD, "until") ||
								tb_date_is(s, u->first - 1, TB_DATEWORD, "since") ||
								tb_date_is(s, u->first - 1, TB_DATEWORD, "to"));
}

/* What the date u of the line [first, end) claims. */
static Claim
claim_of(const TbDateScan *s, uint32_t first, uint32_t end, const TbUnit *u)
{
	bool		leads = leads_line(s, first, u) || own_cell(s, first, end, u);
	bool		short_line = end - first <= LINE_TOKENS && u->end <= end;
	uint32_t	words = short_line ? other_words(s, first, end, u) : MAX_OTHER_WORDS + 1;

	if ((!leads && words > MAX_OTHER_WORDS) || is_deadline(s, first, u))
		return CLAIM_NONE;
	if (u->type == TB_DU_MONTH)
		return CLAIM_MONTH;
	if (is_update(s, first, u))
		return CLAIM_UPDATE;
	return leads || words == 0 ? CLAIM_DAY : CLAIM_WORDS;
}

/* The date of the line at token i, and what it claims. */
static Claim
read_line(TbDateScan *s, uint32_t first, TbUnit *u)
{
	uint32_t	end = line_end(s->text, first);
	uint32_t	words = 0;		/* before i, without labels */

	/* behind too many words no rule could say yes */
	for (uint32_t i = first; i < end && i < first + LINE_TOKENS &&
		 words <= MAX_OTHER_WORDS; i++)
	{
		if (is_dated(s, i, u))
			return claim_of(s, first, end, u);
		words += s->text->tok[i].kind == TB_WORD_TOKEN && !is_label(s, i);
	}
	return CLAIM_NONE;
}

/* Token where the last lines begin. */
static uint32_t
tail_start(const TbText *text)
{
	uint32_t	i = text->ntok;

	for (int lines = 0; i > 0 && lines < TAIL_LINES; )
	{
		i--;
		if (text->tok[i].flags & (TB_TF_NEWLINE | TB_TF_PARA))
			lines++;
		if (text->ntok - i > TAIL_LINES * LINE_TOKENS)
			break;
	}
	return i;
}

/* Keep the first of the best claims of the lines from token i on. */
static Claim
read_lines(TbDateScan *s, uint32_t i, int lines, Claim best, TbUnit *kept)
{
	const TbText *text = s->text;

	for (; i < text->ntok && lines > 0 && best < CLAIM_DAY; lines--)
	{
		TbUnit		u;
		Claim		claim = read_line(s, i, &u);

		if (claim > best)
		{
			best = claim;
			*kept = u;
		}
		for (i++; i < text->ntok && !(text->tok[i].flags & (TB_TF_NEWLINE | TB_TF_PARA));)
			i++;
	}
	return best;
}

TbStatus
tb_date_find_reference(TbDocument *doc)
{
	TbDateScan	s;
	TbUnit		u = {.type = TB_DU_NONE};
	Claim		claim;

	doc->reference = TB_NO_DAY;
	doc->reference_is_month = false;
	tb_date_open_scan(&s, doc);
	claim = read_lines(&s, 0, HEAD_LINES, CLAIM_NONE, &u);
	if (claim < CLAIM_WORDS)
		claim = read_lines(&s, tail_start(&doc->text), TAIL_LINES, claim, &u);
	if (claim == CLAIM_NONE)
		return s.status;
	doc->reference_is_month = claim == CLAIM_MONTH;
	doc->reference = tb_day_of(u.year, u.month, claim == CLAIM_MONTH ? 1 : u.day);
	return s.status;
}
