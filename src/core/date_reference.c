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
 *	(Пресс-служба Сената) 19.10.2022, просмотров 438
 *
 * A line counts when besides the date it has little else than figures, marks
 * and labels, or when it begins with a label or city and the date.  The first
 * such line of the head wins, then the first of the tail.  A month («2024-01»)
 * is taken when no line has a day.
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

/* Is this a day or month with its year written? */
static bool
is_dated(TbDateScan *s, uint32_t i, TbUnit *u)
{
	const TbToken *tok = &s->text->tok[i];

	return (tok->kind == TB_NUMBER || tok->kind == TB_WORD_TOKEN) &&
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

/* Is the date at the head of its line: marks, a label, «АСТАНА,»? */
static bool
leads_line(const TbDateScan *s, uint32_t first, const TbUnit *u)
{
	bool		label = false;
	uint32_t	words = 0;
	uint32_t	last = u->first;

	for (uint32_t i = first; i < u->first; i++)
	{
		label = label || is_label(s, i);
		if (s->text->tok[i].kind == TB_WORD_TOKEN && !is_label(s, i))
			words++;
	}
	if (label)
		return words <= 1;
	if (words == 0)				/* a figure behind it: the view counter */
		return s->text->tok[u->end].kind == TB_NUMBER && u->end - u->first >= 5 &&
			s->text->tok[u->first].kind == TB_NUMBER;
	/* a city: «НУР-СУЛТАН, 5 марта 2024 года.» */
	return words <= 2 && tb_is_mark(s->text, last - 1, ',') &&
		(tb_date_mask(s, last - 2) & TB_DATE_BIT(PLACE)) &&
		(s->text->tok[u->end - 1].kind == TB_MARK || s->text->tok[u->end].kind == TB_MARK);
}

/* The date of the line at token i, if it is the document's. */
static bool
read_line(TbDateScan *s, uint32_t first, TbUnit *u)
{
	uint32_t	end = line_end(s->text, first);
	uint32_t	words = 0;		/* before i, without labels */

	/* behind too many words neither rule below could say yes */
	for (uint32_t i = first; i < end && i < first + LINE_TOKENS &&
		 words <= MAX_OTHER_WORDS; i++)
	{
		if (!is_dated(s, i, u))
		{
			words += s->text->tok[i].kind == TB_WORD_TOKEN && !is_label(s, i);
			continue;
		}
		if (end - first <= LINE_TOKENS && u->end <= end &&
			other_words(s, first, end, u) <= MAX_OTHER_WORDS)
			return true;
		return leads_line(s, first, u);
	}
	return false;
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

/* Look through lines from token i on; a day ends the search, a month is kept. */
static bool
read_lines(TbDateScan *s, uint32_t i, int lines, TbUnit *month)
{
	const TbText *text = s->text;

	for (; i < text->ntok && lines > 0; lines--)
	{
		TbUnit		u;

		if (read_line(s, i, &u))
		{
			if (u.type == TB_DU_DAY)
			{
				s->doc->reference = tb_day_of(u.year, u.month, u.day);
				return true;
			}
			if (month->type == TB_DU_NONE)
				*month = u;
		}
		for (i++; i < text->ntok && !(text->tok[i].flags & (TB_TF_NEWLINE | TB_TF_PARA));)
			i++;
	}
	return false;
}

TbStatus
tb_date_find_reference(TbDocument *doc)
{
	TbDateScan	s;
	TbUnit		month = {.type = TB_DU_NONE};

	memset(&s, 0, sizeof(s));
	s.doc = doc;
	s.text = &doc->text;
	s.lex = doc->lex;
	s.today = s.today_last = s.range_from = TB_NO_DAY;
	doc->reference = TB_NO_DAY;
	doc->reference_is_month = false;
	if (doc->text.ntok == 0 || read_lines(&s, 0, HEAD_LINES, &month) ||
		read_lines(&s, tail_start(&doc->text), TAIL_LINES, &month))
		return s.status;
	if (month.type == TB_DU_MONTH)
	{
		doc->reference = tb_day_of(month.year, month.month, 1);
		doc->reference_is_month = true;
	}
	return s.status;
}
