/*
 * quote.c
 *	  Pairs quotation marks, lists the paragraphs, and cuts the text into
 *	  sentences that know which quotation they stand in.
 *
 * A stack of open marks runs through a paragraph.  A closing mark closes the
 * nearest open one of its family, whatever was opened inside and forgotten:
 *
 *	«Состав группы «Тасқын» обновлён. Депутаты …», – сказал X
 *	^1                      ^2   ^2            ^1
 *
 * A mark that looks the same on both sides ("…") is told by the spaces
 * around it.  What is still open when the paragraph ends is mended once,
 * for the outermost mark only (so that the work stays linear):
 *
 *	(runs on)	it opens a block and is closed in a later paragraph
 *	goes_on		the next paragraph opens with the same mark
 *	shared		«… в газете «Turkistan», – сказал X: one mark closes two
 *	dash		«Дорога готова, – сказал X: the closing mark was forgotten
 *
 * and is otherwise no mark at all.  So an unbalanced mark spoils nothing
 * beyond its paragraph.
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How many stops and marks of decoration may stand by a quotation mark. */
#define MAX_MARKS 12

/* How many paragraphs one quotation may go on for. */
#define MAX_CHAIN 40

/* How many tokens behind its paragraph a quotation may still be closed. */
#define MAX_RUN 1200

typedef enum Family
{
	FAMILY_NONE, FAMILY_ANGLE, FAMILY_LOW, FAMILY_CURLY, FAMILY_ASCII,
	FAMILY_SINGLE, FAMILY_WIKI, NFAMILIES
} Family;

typedef enum Role
{
	ROLE_NONE, ROLE_OPEN, ROLE_CLOSE
} Role;

typedef struct OpenMark
{
	uint32_t	quote;
	Family		family;
} OpenMark;

typedef struct Pairer
{
	TbScan	   *scan;
	TbVec(OpenMark) stack;
	uint32_t	depth;			/* of the stack that is in use */
	uint32_t	count[NFAMILIES];
	uint32_t	last_after;		/* behind the last closing mark */
	uint32_t	last_quote;		/* the quotation it closed */
} Pairer;

/* ------------------------------------------------------------------ marks */

/* Marks that may stand between a word and what closes it. */
static bool
is_stop(uint32_t c)
{
	return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' ||
		c == '?' || c == ')' || c == ']' || c == 0x2026;
}

bool
tb_is_decoration(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tok->kind == TB_MARK && (tok->value == '*' || tok->value == '_' ||
									tok->value == '\'' || tok->value == '#');
}

/* Does the mark at i stand free on its left, so that it may open? */
static bool
is_free_left(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	const TbToken *before;

	if (i == 0 || tb_tok(doc, i)->flags & (TB_TF_SPACE | TB_TF_PARA))
		return true;
	before = tb_tok(doc, i - 1);
	if (before->kind != TB_MARK)
		return false;
	return before->value == '(' || before->value == '[' ||
		tb_is_dash(before->value) || scan->opens[i - 1] != 0 ||
		(tb_is_decoration(doc, i - 1) && is_free_left(scan, i - 1));
}

/* Does the mark at i stand free on its right, so that it may close? */
static bool
is_free_right(const TbDocument *doc, uint32_t i)
{
	const TbToken *after = tb_tok(doc, i + 1);

	return i + 1 >= doc->text.ntok || after->flags & (TB_TF_SPACE | TB_TF_PARA) ||
		(after->kind == TB_MARK && (is_stop(after->value) || tb_is_dash(after->value)));
}

/* Role of a mark that looks the same on both sides. */
static Role
role_by_space(const Pairer *p, Family family, uint32_t i, uint32_t width)
{
	bool		left = is_free_left(p->scan, i);
	bool		right = is_free_right(p->scan->doc, i + width - 1);

	if (left && !right)
		return ROLE_OPEN;
	if (!left)
		return p->count[family] > 0 || right ? ROLE_CLOSE : ROLE_NONE;
	return p->count[family] > 0 ? ROLE_CLOSE : ROLE_OPEN;
}

/* How many apostrophes stand in a row from i on. */
static uint32_t
apostrophes(const TbDocument *doc, uint32_t i)
{
	uint32_t	n = 0;

	while (n < MAX_MARKS && tb_is_mark(&doc->text, i + n, '\'') &&
		   (n == 0 || !(tb_tok(doc, i + n)->flags & TB_TF_SPACE)))
		n++;
	return n;
}

/* Apostrophes: '' of wikis, 'single', and those inside words (О'Нил). */
static Role
apostrophe_role(const Pairer *p, uint32_t i, Family *family, uint32_t *width)
{
	const TbDocument *doc = p->scan->doc;
	bool		left = i > 0 && !(tb_tok(doc, i)->flags & TB_TF_SPACE) &&
		tb_is_word(doc, i - 1);
	const TbToken *after;

	*width = apostrophes(doc, i);
	*family = *width > 1 ? FAMILY_WIKI : FAMILY_SINGLE;
	after = tb_tok(doc, i + *width);
	if (*width == 1)
	{
		if (left && tb_is_word(doc, i + 1) && !(after->flags & TB_TF_SPACE))
			return ROLE_NONE;
		return role_by_space(p, FAMILY_SINGLE, i, 1);
	}
	/* ''«…»'': italics around another mark */
	if ((after->kind == TB_MARK && tb_is_quote_mark(after->value) &&
		 !(after->flags & TB_TF_SPACE)) ||
		(i > 0 && p->scan->closes[i - 1] != 0))
		return ROLE_NONE;
	return role_by_space(p, FAMILY_WIKI, i, *width);
}

static Role
role_of(const Pairer *p, uint32_t i, Family *family, uint32_t *width)
{
	const TbToken *tok = tb_tok(p->scan->doc, i);

	*width = 1;
	*family = FAMILY_NONE;
	if (tok->kind != TB_MARK)
		return ROLE_NONE;
	switch (tok->value)
	{
		case 0xAB:
			*family = FAMILY_ANGLE;
			return ROLE_OPEN;
		case 0xBB:
			*family = FAMILY_ANGLE;
			return ROLE_CLOSE;
		case 0x201E:
			*family = FAMILY_LOW;
			return ROLE_OPEN;
		case 0x201C:
			*family = p->count[FAMILY_LOW] > 0 ? FAMILY_LOW : FAMILY_CURLY;
			if (*family == FAMILY_LOW)
				return ROLE_CLOSE;
			return is_free_left(p->scan, i) ? ROLE_OPEN : ROLE_CLOSE;
		case 0x201D:
			*family = p->count[FAMILY_CURLY] > 0 ? FAMILY_CURLY : FAMILY_LOW;
			return ROLE_CLOSE;
		case '"':
			*family = FAMILY_ASCII;
			return role_by_space(p, FAMILY_ASCII, i, 1);
		case '\'':
			return apostrophe_role(p, i, family, width);
		default:
			return ROLE_NONE;
	}
}

/* ---------------------------------------------------------------- pairing */

static void
open_quote(Pairer *p, uint32_t i, Family family, uint32_t width)
{
	TbScan	   *scan = p->scan;
	TbQuote    *quote = TB_PUSH(scan->doc->arena, &scan->quotes);
	OpenMark   *mark;

	if (p->depth == p->stack.n)
		(void) TB_PUSH(scan->doc->arena, &p->stack);
	if (quote == NULL || p->depth == p->stack.n)
	{
		scan->failed = true;
		return;
	}
	*quote = (TbQuote)
	{
		.open = i,.first = i + width,.next = TB_NONE,.parent = TB_NONE
	};
	mark = &p->stack.at[p->depth++];
	mark->quote = scan->quotes.n - 1;
	mark->family = family;
	p->count[family]++;
	scan->opens[i] = scan->quotes.n;
}

/* Give a quotation its end. */
static void
end_quote(Pairer *p, uint32_t index, uint32_t close, uint32_t after, bool marked)
{
	TbQuote    *quote = &p->scan->quotes.at[index];

	quote->close = quote->end = close;
	quote->after = after;
	quote->marked = marked;
	quote->valid = true;
	if (marked)
		p->scan->closes[after - 1] = index + 1;
	p->last_after = after;
	p->last_quote = index;
}

/* Take the top mark off the stack; its quotation, if kept, is ended by now. */
static OpenMark
pop(Pairer *p)
{
	OpenMark	top = p->stack.at[--p->depth];

	p->count[top.family]--;
	if (!p->scan->quotes.at[top.quote].valid)
		p->scan->opens[p->scan->quotes.at[top.quote].open] = 0;
	return top;
}

/* A closing mark: closes the nearest open one of its family. */
static void
close_quote(Pairer *p, uint32_t i, Family family, uint32_t width)
{
	if (p->count[family] == 0)
	{
		/* дней"" – the mark is written twice */
		if (p->last_after == i && p->last_quote != TB_NONE)
		{
			TbQuote    *quote = &p->scan->quotes.at[p->last_quote];

			p->scan->closes[quote->after - 1] = 0;
			quote->after = i + width;
			p->scan->closes[i + width - 1] = p->last_quote + 1;
			p->last_after = i + width;
		}
		return;
	}
	while (p->stack.at[p->depth - 1].family != family)
		pop(p);
	end_quote(p, p->stack.at[p->depth - 1].quote, i, i + width, true);
	pop(p);
}

/* Does the author's dash with a verb of speech stand at i: «, – сказал»? */
static bool
author_begins(const TbScan *scan, uint32_t i)
{
	TbCue		cue;
	uint32_t	limit = i + MAX_MARKS;

	while (i < limit && tb_tok(scan->doc, i)->kind == TB_MARK &&
		   is_stop(tb_tok(scan->doc, i)->value))
		i++;
	while (i < limit && tb_is_decoration(scan->doc, i))
		i++;
	if (!tb_is_spaced_dash(scan->doc, i))
		return false;
	i++;
	while (i < limit && tb_is_decoration(scan->doc, i))
		i++;
	return tb_cue_at(scan, tb_skip_adverbs(scan->doc, i), &cue);
}

/*
 * Mend the outermost open mark of a paragraph that ends before end: find
 * where the author's words begin behind it.  *shared gets a closing mark at
 * the paragraph's end that could close it too.
 */
static bool
mend(Pairer *p, uint32_t index, uint32_t end, uint32_t *shared)
{
	TbScan	   *scan = p->scan;
	const TbDocument *doc = scan->doc;
	uint32_t	last_close = TB_NONE;

	for (uint32_t i = scan->quotes.at[index].open + 1; i < end;)
	{
		uint32_t	inner = scan->opens[i];

		if (inner != 0 && scan->quotes.at[inner - 1].valid)
		{
			i = scan->quotes.at[inner - 1].after;
			last_close = i - 1;
			if (author_begins(scan, i))
			{
				end_quote(p, index, last_close, i, true);
				return true;
			}
			continue;
		}
		if (tb_tok(doc, i)->kind == TB_MARK && author_begins(scan, i))
		{
			end_quote(p, index, i, i, false);
			return true;
		}
		i++;
	}
	/* one mark may close two at the paragraph's end */
	if (last_close != TB_NONE && last_close + 2 >= end)
		*shared = last_close;
	return false;
}

/* Does a quotation open its paragraph, or stand behind a colon? */
static bool
opens_block(const TbScan *scan, uint32_t open)
{
	uint32_t	i = open;

	while (i > 0 && !(tb_tok(scan->doc, i)->flags & TB_TF_PARA) &&
		   (tb_is_decoration(scan->doc, i - 1) ||
			tb_is_dash(tb_tok(scan->doc, i - 1)->value)))
		i--;
	return (tb_tok(scan->doc, i)->flags & TB_TF_PARA) != 0 ||
		(i > 0 && tb_is_mark(&scan->doc->text, i - 1, ':'));
}

/*
 * Does a closing mark of the family wait in the paragraphs behind, so that
 * the quotation runs on («… в срок.¶Мы справимся», – сказал аким)?  A
 * paragraph that opens with the mark, or a first mark that opens, says no.
 */
static bool
closes_later(const Pairer *p, uint32_t from, Family family)
{
	const TbDocument *doc = p->scan->doc;
	uint32_t	limit = from + MAX_RUN;
	uint32_t	depth = 0;
	uint32_t	width;

	for (uint32_t i = from; i < limit && i < doc->text.ntok; i += width)
	{
		Family		other;
		Role		role = role_of(p, i, &other, &width);

		if (role == ROLE_NONE || other != family)
			continue;
		if (family == FAMILY_ASCII)
			role = is_free_left(p->scan, i) ? ROLE_OPEN : ROLE_CLOSE;
		if (role == ROLE_OPEN)
		{
			if (tb_tok(doc, i)->flags & TB_TF_PARA)
				return false;
			depth++;
		}
		else if (depth-- == 0)
			return true;
	}
	return false;
}

/* The paragraph ends before token end: settle what is open. */
static void
end_paragraph(Pairer *p, uint32_t end)
{
	TbScan	   *scan = p->scan;

	while (p->depth > 1)
		pop(p);
	if (p->depth == 1)
	{
		OpenMark	mark = p->stack.at[0];
		uint32_t	next = end;
		Family		family;
		uint32_t	width;

		uint32_t	shared = TB_NONE;

		while (tb_is_decoration(scan->doc, next))
			next++;
		if (opens_block(scan, scan->quotes.at[mark.quote].open) &&
			(uint32_t) (end - scan->quotes.at[mark.quote].open) < MAX_RUN &&
			closes_later(p, end, mark.family))
			return;
		if (mend(p, mark.quote, end, &shared))
			;
		else if (next < scan->doc->text.ntok &&
			role_of(p, next, &family, &width) == ROLE_OPEN &&
			family == mark.family &&
			opens_block(scan, scan->quotes.at[mark.quote].open))
		{
			end_quote(p, mark.quote, end, end, false);
			scan->quotes.at[mark.quote].goes_on = true;
		}
		else if (shared != TB_NONE)
			end_quote(p, mark.quote, shared, shared + 1, true);
		pop(p);
	}
	p->last_quote = TB_NONE;
}

static TbStatus
pair_marks(TbScan *scan)
{
	Pairer		p = {.scan = scan,.last_quote = TB_NONE};
	uint32_t	n = scan->doc->text.ntok;
	uint32_t	i = 0;

	while ((i = tb_next_mark(scan->doc, i, n)) < n && !scan->failed)
	{
		Family		family;
		uint32_t	width;
		Role		role;

		if (tb_arena_poll(scan->doc->arena))
			return TB_INTERRUPTED;
		if (scan->doc->text.tok[i].flags & TB_TF_PARA)
		{
			uint32_t   *paragraph = TB_PUSH(scan->doc->arena, &scan->paragraphs);

			if (paragraph == NULL)
				return TB_NO_MEMORY;
			*paragraph = i;
			if (i > 0)
				end_paragraph(&p, i);
		}
		if (scan->doc->text.tok[i].kind != TB_MARK)
		{
			i++;
			continue;
		}
		role = role_of(&p, i, &family, &width);
		if (role == ROLE_OPEN)
			open_quote(&p, i, family, width);
		else if (role == ROLE_CLOSE)
			close_quote(&p, i, family, width);
		i += width;
	}
	if (!scan->failed)
		end_paragraph(&p, n);
	return scan->failed ? TB_NO_MEMORY : TB_OK;
}

/* ---------------------------------------------------------------- outline */

/* Keep the valid quotations only, trimmed, chained over paragraphs. */
static void
settle_quotes(TbScan *scan)
{
	uint32_t	kept = 0;
	uint32_t	chain = TB_NONE;
	uint32_t	links = 0;

	for (uint32_t q = 0; q < scan->quotes.n; q++)
	{
		TbQuote    *quote = &scan->quotes.at[kept];
		uint32_t	outermost;

		if (!scan->quotes.at[q].valid)
			continue;
		*quote = scan->quotes.at[q];
		scan->opens[quote->open] = kept + 1;
		if (quote->marked)
		{
			outermost = scan->closes[quote->after - 1];
			if (outermost == q + 1)
				scan->closes[quote->after - 1] = kept + 1;
		}
		while (quote->first < quote->end && tb_is_decoration(scan->doc, quote->first))
			quote->first++;
		while (quote->end > quote->first && tb_is_decoration(scan->doc, quote->end - 1))
			quote->end--;
		if (chain != TB_NONE && quote->open >= scan->quotes.at[chain].after)
		{
			/* a chain without end is no speech */
			if (++links % MAX_CHAIN != 0)
				scan->quotes.at[chain].next = kept;
			chain = TB_NONE;
		}
		if (quote->goes_on)
			chain = kept;
		else
			links = 0;
		kept++;
	}
	scan->quotes.n = kept;
}

typedef struct Level
{
	uint32_t	quote;
	uint32_t	sentence;		/* the one that is open here, or TB_NONE */
} Level;

/* Open a sentence at token i on a level; the one before it ends. */
static bool
open_sentence(TbScan *scan, Level *level, uint32_t i)
{
	TbSentence *sentence = TB_PUSH(scan->doc->arena, &scan->sentences);

	if (sentence == NULL)
		return false;
	if (level->sentence != TB_NONE)
		scan->sentences.at[level->sentence].end = i;
	*sentence = (TbSentence)
	{
		i, i, level->quote
	};
	level->sentence = scan->sentences.n - 1;
	return true;
}

/* The last token from i on up to which nothing opens or ends: all in its sentence. */
static uint32_t
fill_sentence(TbScan *scan, const Level *level, uint32_t i)
{
	const TbText *text = &scan->doc->text;
	uint32_t	end = level->quote == TB_NONE ? text->ntok :
		scan->quotes.at[level->quote].close;

	for (i++; i < end && scan->opens[i] == 0 && !(text->tok[i].flags & TB_TF_SENT); i++)
		scan->sentence_of[i] = level->sentence;
	return i - 1;
}

static TbStatus
cut_sentences(TbScan *scan)
{
	const TbDocument *doc = scan->doc;
	TbVec(Level) stack = {NULL, 0, 0};
	Level	   *top = TB_PUSH(doc->arena, &stack);
	uint32_t	close = TB_NONE;	/* where the quotation at hand ends */

	if (top == NULL)
		return TB_NO_MEMORY;
	*top = (Level)
	{
		TB_NONE, TB_NONE
	};
	for (uint32_t i = 0; i < doc->text.ntok; i++)
	{
		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		while (i >= close)
		{
			if (top->sentence != TB_NONE)
				scan->sentences.at[top->sentence].end = i;
			stack.n--;
			top = &stack.at[stack.n - 1];
			close = top->quote == TB_NONE ? TB_NONE : scan->quotes.at[top->quote].close;
		}
		if ((top->sentence == TB_NONE || (tb_tok(doc, i)->flags & TB_TF_SENT)) &&
			!open_sentence(scan, top, i))
			return TB_NO_MEMORY;
		scan->sentence_of[i] = top->sentence;
		if (scan->opens[i] == 0)
			i = fill_sentence(scan, top, i);
		else
		{
			uint32_t	quote = scan->opens[i] - 1;

			scan->quotes.at[quote].parent = top->quote;
			top = TB_PUSH(doc->arena, &stack);
			if (top == NULL)
				return TB_NO_MEMORY;
			*top = (Level)
			{
				quote, TB_NONE
			};
			close = scan->quotes.at[quote].close;
		}
	}
	for (; stack.n > 0; stack.n--)
		if (stack.at[stack.n - 1].sentence != TB_NONE)
			scan->sentences.at[stack.at[stack.n - 1].sentence].end = doc->text.ntok;
	return TB_OK;
}

TbStatus
tb_outline_find(TbScan *scan)
{
	TbArena    *arena = scan->doc->arena;
	size_t		n = (size_t) scan->doc->text.ntok + 2;

	scan->opens = tb_arena_alloc(arena, n * sizeof(uint32_t));
	scan->closes = tb_arena_alloc(arena, n * sizeof(uint32_t));
	scan->sentence_of = tb_arena_alloc(arena, n * sizeof(uint32_t));
	if (scan->opens == NULL || scan->closes == NULL || scan->sentence_of == NULL)
		return TB_NO_MEMORY;
	TB_TRY(pair_marks(scan));
	settle_quotes(scan);
	return cut_sentences(scan);
}
