/*
 * date_context.c
 *	  What stands around a token: its sentence, list, line, quotation, title.
 *
 * Everything here looks at a few tokens and changes nothing.  Whether a word
 * that may be a date is one, its surroundings tell:
 *
 *	кафе «Май» | фильм «Семнадцать мгновений весны»		a name in quotes
 *	улица 9 Мая | арабская весна | Ирина Суббота			a name without them
 *	каждую пятницу | ежегодно 5 мая						what comes back
 */
#include "core/date_internal.h"
#include "core/words.h"

uint32_t
tb_date_sentence_start(const TbDateScan *s, uint32_t i)
{
	uint32_t	first = i;

	while (first > 0 && i - first < TB_DATE_SENTENCE &&
		   !(s->text->tok[first].flags & TB_TF_SENT))
		first--;
	return first;
}

uint32_t
tb_date_separator(const TbDateScan *s, uint32_t i)
{
	uint32_t	at = i;

	if (i >= s->text->ntok || (s->text->tok[i].flags & TB_TF_PARA))
		return 0;
	if (tb_is_mark(s->text, at, ','))
		at++;
	if (tb_date_word(s, at, "date-and"))
		at++;
	return at > i ? at : 0;
}

bool
tb_date_after_word(const TbDateScan *s, uint32_t i, const char *key)
{
	int			marks = 0;

	while (i > 0 && s->text->tok[i - 1].kind == TB_MARK && marks < 3)
	{
		uint32_t	c = s->text->tok[i - 1].value;

		if (s->text->tok[i].flags & TB_TF_PARA)
			return false;
		if (c != '.' && c != 0xAB && c != '"' && c != 0x201C && c != 0x201E && c != ':')
			return false;
		i--;
		marks++;
	}
	return i > 0 && !(s->text->tok[i].flags & TB_TF_PARA) &&
		tb_date_word(s, i - 1, key);
}

/*
 * «арабская весна», «пражская», «бабье лето»: an adjective of a place, or one
 * of the data's, makes a name of what follows it.
 */
bool
tb_date_names_thing(const TbDateScan *s, uint32_t i)
{
	static const char *const endings[] = {
		"ская", "ской", "скую", "ское", "ского", "ском", "ским", "цкая", "цкой", "цкую", NULL
	};

	return tb_date_word(s, i, "date-name") || tb_ends_in_any(s->doc, i, endings);
}

bool
tb_date_quoted(const TbDateScan *s, uint32_t first, uint32_t end)
{
	uint32_t	open = first > 0 && s->text->tok[first - 1].kind == TB_MARK ?
		s->text->tok[first - 1].value : 0;
	uint32_t	close = s->text->tok[end].kind == TB_MARK ? s->text->tok[end].value : 0;

	return (open == 0xAB && close == 0xBB) || (open == '"' && close == '"') ||
		((open == 0x201C || open == 0x201E) && (close == 0x201D || close == 0x201C));
}

bool
tb_date_yearly(const TbDateScan *s, uint32_t i)
{
	if (i > 0 && (tb_date_word(s, i - 1, "date-in") || tb_date_word(s, i - 1, "date-on")))
		i--;
	if (i > 0 && tb_is_mark(s->text, i - 1, ','))
		i--;
	if (i == 0)
		return false;
	return tb_date_word(s, i - 1, "date-every") || tb_date_word(s, i - 1, "date-yearly") ||
		(i > 1 && (tb_date_mask(s, i - 1) & TB_DATE_BIT(UNIT)) &&
		 tb_date_word(s, i - 2, "date-every"));
}

bool
tb_date_alone(const TbDateScan *s, uint32_t first, uint32_t end)
{
	const TbToken *tok = s->text->tok;

	while (first > 0 && tok[first - 1].kind == TB_MARK &&
		   !(tok[first].flags & (TB_TF_NEWLINE | TB_TF_PARA)))
		first--;
	while (end < s->text->ntok && tok[end].kind == TB_MARK &&
		   !(tok[end].flags & (TB_TF_NEWLINE | TB_TF_PARA)))
		end++;
	return (first == 0 || (tok[first].flags & (TB_TF_NEWLINE | TB_TF_PARA))) &&
		(end >= s->text->ntok || (tok[end].flags & (TB_TF_NEWLINE | TB_TF_PARA)));
}

bool
tb_date_whole_text(const TbDateScan *s, uint32_t first, uint32_t end)
{
	return first == 0 && (end >= s->text->ntok ||
						  (end + 1 == s->text->ntok && s->text->tok[end].kind == TB_MARK));
}

/* Longest title whose marks are looked for, in tokens; so short, it is one
 * behind any word: ярмарка «Золотая осень». */
#define MAX_TITLE 8
#define SHORT_TITLE 3

/* Does the mark open a quotation, or may it?  Or close one? */
static bool
opens_quote(const TbToken *tok)
{
	return tok->kind == TB_MARK && (tok->value == 0xAB || tok->value == 0x201E ||
									tok->value == 0x201C || tok->value == '"');
}

static bool
closes_quote(const TbToken *tok)
{
	return tok->kind == TB_MARK && (tok->value == 0xBB || tok->value == 0x201D ||
									tok->value == 0x201C || tok->value == '"');
}

bool
tb_date_in_title(const TbDateScan *s, uint32_t first, uint32_t end)
{
	const TbToken *tok = s->text->tok;
	uint32_t	open = first;
	uint32_t	close = end;

	while (open > 0 && first - open < MAX_TITLE && !(tok[open].flags & TB_TF_PARA) &&
		   !opens_quote(&tok[open - 1]))
		open--;
	if (open < 2 || !opens_quote(&tok[open - 1]) || tok[open - 2].kind != TB_WORD_TOKEN)
		return false;
	while (close < s->text->ntok && close - end < MAX_TITLE &&
		   !(tok[close].flags & TB_TF_PARA) && !closes_quote(&tok[close]))
		close++;
	return close < s->text->ntok && closes_quote(&tok[close]) &&
		(tb_date_word(s, open - 2, "date-named") ||
		 (close - open <= SHORT_TITLE && (tok[open].flags & TB_TF_CAP)));
}

/*
 * In running text an ordinary word has a capital only at a sentence's start,
 * that of a quotation too («Лыжница: «Зимой вернусь»»), or in a line of capitals.
 */
bool
tb_date_is_name(const TbDateScan *s, uint32_t i)
{
	uint16_t	flags = s->text->tok[i].flags;
	uint32_t	at = i;

	if (i > 0 && tb_is_mark(s->text, i - 1, '#'))
		return true;			/* a tag */
	if (!(flags & TB_TF_CAP) || (flags & TB_TF_CAPS))
		return false;
	while (at > 0 && !(s->text->tok[at].flags & (TB_TF_SENT | TB_TF_PARA)) &&
		   s->text->tok[at - 1].kind == TB_MARK)
		if (s->text->tok[--at].value == ':' && at + 1 < i)
			return false;
	return !(s->text->tok[at].flags & (TB_TF_SENT | TB_TF_PARA));
}
