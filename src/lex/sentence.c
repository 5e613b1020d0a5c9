/*
 * sentence.c
 *	  Where paragraphs and sentences of a text begin.
 *
 *	Фото: г.Алматы, 24.12.2022 г. Сенат принял закон.\n\nАстана
 *	^para   ^no: «г» is an abbreviation    ^sent        ^para
 *
 * A line break inside a sentence is frequent in what sites give.  It opens a
 * paragraph when it is a blank line or follows a sentence's end, and the text
 * goes on with no lower-case letter; a single one between a short line and a
 * capital (a heading) does so too, unless the lines around it are wrapped.  A
 * list of headlines is told from wrapped lines by lines that end though the
 * next word would have had room there.
 */
#include "lex/token.h"

#include <string.h>

/* A line at least this long (bytes) was broken by an editor, not a writer. */
#define WRAPPED_LINE 120

/* Bytes that must be left in a line for its break to be the writer's. */
#define ROOM 24

/* What the lines of a block tell of its line breaks. */
typedef enum Block
{
	BLOCK_PLAIN,				/* nothing */
	BLOCK_WRAPPED,				/* an editor made them */
	BLOCK_LINES					/* the writer made them: a list */
} Block;

/* Marks that may stand between two sentences. */
#define MAX_MARKS 8

static bool
is_terminal(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static bool
is_closer(uint32_t c)
{
	return c == ')' || c == ']' || c == 0xBB || c == 0x201D || c == 0x201C ||
		c == '"' || c == '\'' || c == 0x2019 || c == '*' || c == '_';
}

static bool
is_opener(uint32_t c)
{
	return c == '(' || c == '[' || c == 0xAB || c == 0x201C || c == 0x201E ||
		c == '"' || c == '\'' || c == '*' || c == '#' || c == 0x2022 ||
		(c >= 0x2190 && c < 0x2C00) || c >= 0x1F000;	/* arrows, emoji */
}

/* «т.е.», «т.к.», «и.о.»: two single letters; «т.д.», «т.п.» may end a sentence. */
static bool
is_composed_abbreviation(const TbText *text, uint32_t i)
{
	const TbToken *last = &text->tok[i - 1];

	if (i < 3 || !(last->flags & TB_TF_LETTER) || text->tok[i - 2].value != '.' ||
		text->tok[i - 2].kind != TB_MARK || !(text->tok[i - 3].flags & TB_TF_LETTER) ||
		text->tok[i - 3].kind != TB_WORD_TOKEN)
		return false;
	return strncmp(text->data + last->start, "д", 2) != 0 &&
		strncmp(text->data + last->start, "п", 2) != 0;
}

/* Does the full stop at token i belong to an abbreviation or initial? */
static bool
is_abbreviation_stop(const TbText *text, const TbLexicon *lex, uint32_t i)
{
	const TbToken *before = &text->tok[i - 1];
	const TbReading *abbr;

	if (i == 0 || text->tok[i].flags & TB_TF_SPACE)
		return false;
	if (before->kind == TB_NUMBER)
		return before->flags & (TB_TF_NEWLINE | TB_TF_PARA) || i == 1;
	if (before->kind != TB_WORD_TOKEN)
		return false;
	/* «в 1980-х. По плану» */
	if (i >= 3 && text->tok[i - 3].kind == TB_NUMBER && text->tok[i - 2].kind == TB_MARK &&
		(text->tok[i - 2].flags & TB_TF_GLUED))
		return false;
	if ((before->flags & TB_TF_LETTER) && (before->flags & TB_TF_CAP))
		return true;
	if (is_composed_abbreviation(text, i))
		return true;
	if (lex == NULL)
		return false;
	abbr = tb_lexicon_reading(lex, before->value, TB_ABBR);
	if (abbr == NULL)
		return false;
	if (tb_lexicon_entry(lex, abbr->entry)->value == 0)
		return true;
	/* «г. Алматы» goes on; «в 2022 г. Сенат» may end */
	return !(i >= 2 && text->tok[i - 2].kind == TB_NUMBER) &&
		(before->flags & TB_TF_LETTER) != 0;
}

/* Does a sentence end before token i, seen from the marks that precede it? */
static bool
ends_before(const TbText *text, const TbLexicon *lex, uint32_t i)
{
	uint32_t	back = i;

	while (back > 0 && i - back < MAX_MARKS && text->tok[back - 1].kind == TB_MARK &&
		   is_closer(text->tok[back - 1].value))
		back--;
	if (back == 0 || text->tok[back - 1].kind != TB_MARK ||
		!is_terminal(text->tok[back - 1].value))
		return false;
	return text->tok[back - 1].value != '.' ||
		!is_abbreviation_stop(text, lex, back - 1);
}

/* Could a sentence begin with token i?  Opening marks are looked through. */
static bool
may_begin(const TbText *text, uint32_t i)
{
	for (uint32_t end = i + MAX_MARKS; i < text->ntok && i < end; i++)
	{
		const TbToken *tok = &text->tok[i];

		if (tok->kind == TB_NUMBER || tok->kind == TB_ADDRESS)
			return true;
		if (tok->kind == TB_WORD_TOKEN)
			return (tok->flags & (TB_TF_CAP | TB_TF_DIGIT)) ||
				!(tok->flags & (TB_TF_CYRILLIC | TB_TF_LATIN));
		if (!is_opener(tok->value) && !tb_is_dash(tok->value) &&
			!is_terminal(tok->value))
			return false;
	}
	return true;
}

/* Is a word written in Cyrillic letters, n of them at least? */
static bool
is_cyrillic_word(const TbToken *tok, uint32_t n)
{
	return tok->kind == TB_WORD_TOKEN && (tok->flags & TB_TF_CYRILLIC) && tok->letters >= n;
}

/*
 * glued_border: «закон.Сенат», «в 2025г.По плану», «ТАСС.А.Иванов»: a sentence
 * that begins at token i without a blank.  Not: «Яндекс.Новости», «т.Иванов»,
 * «gov.Kz»; abbreviations are told by who asks.
 */
static bool
begins_glued(const TbText *text, uint32_t i)
{
	const TbToken *tok = &text->tok[i];
	const TbToken *before;

	if (i < 2 || text->tok[i - 1].kind != TB_MARK || !is_terminal(text->tok[i - 1].value) ||
		!(tok->flags & TB_TF_CAP) || !is_cyrillic_word(tok, 1) ||
		((tok->flags & TB_TF_LETTER) && (i + 1 >= text->ntok || text->tok[i + 1].value != '.')))
		return false;
	before = &text->tok[i - 2];
	if (before->kind == TB_MARK)
		return is_closer(before->value);
	if (i > 2 && (before->flags & TB_TF_LETTER) && text->tok[i - 3].kind == TB_NUMBER)
		return true;
	return is_cyrillic_word(before, 3) &&
		(!(before->flags & TB_TF_CAP) || (before->flags & TB_TF_CAPS));
}

/* Bytes of the line that ends before token i. */
static uint32_t
line_length(const TbText *text, uint32_t i)
{
	uint32_t	first = i - 1;
	uint32_t	limit = i > 64 ? i - 64 : 0;

	while (first > limit && !(text->tok[first].flags & TB_TF_NEWLINE))
		first--;
	return text->tok[i - 1].end - text->tok[first].start;
}

/* Is the line break before token i the writer's, so that a paragraph opens? */
static bool
opens_paragraph(const TbText *text, const TbLexicon *lex, uint32_t i,
				Block block)
{
	uint16_t	flags = text->tok[i].flags;
	const TbToken *before = &text->tok[i - 1];

	if (!(flags & TB_TF_NEWLINE))
		return false;
	if (!may_begin(text, i))
		return false;
	if (flags & TB_TF_PARA)
		return true;
	if (ends_before(text, lex, i) || text->tok[i].kind == TB_MARK)
		return true;
	if (before->kind == TB_MARK)
		return before->value != ',' && !tb_is_dash(before->value);
	/* «министр Марат¶Досжанов»: the name goes on */
	if ((before->mask & UINT64_C(1) << TB_GIVEN) && before->flags & TB_TF_CAP &&
		(text->tok[i].flags & (TB_TF_CAP | TB_TF_CAPS)) == TB_TF_CAP)
		return false;
	return block == BLOCK_LINES ||
		(block == BLOCK_PLAIN && line_length(text, i) < WRAPPED_LINE);
}

/* First token behind i that has one of these flags, or the end. */
static uint32_t
next_with(const TbText *text, uint32_t i, uint16_t flags)
{
	for (i++; i < text->ntok; i++)
		if (text->tok[i].flags & flags)
			return i;
	return text->ntok;
}

/*
 * The block of lines that begins at token i.  One that breaks before a small
 * letter is wrapped.  In a list no line does, and some lines, three at least,
 * end though the word behind the break would fit into the longest one.
 */
static Block
block_of(const TbText *text, uint32_t i)
{
	uint32_t	start = text->tok[i].start;
	uint32_t	longest = 0;
	uint32_t	shortest = UINT32_MAX;
	uint32_t	lines = 0;

	while ((i = next_with(text, i, TB_TF_PARA | TB_TF_NEWLINE)) < text->ntok &&
		   !(text->tok[i].flags & TB_TF_PARA))
	{
		uint32_t	length;

		if (text->tok[i].kind == TB_WORD_TOKEN &&
			!(text->tok[i].flags & (TB_TF_CAP | TB_TF_DIGIT)))
			return BLOCK_WRAPPED;
		length = text->tok[i - 1].end - start;
		longest = length > longest ? length : longest;
		length += text->tok[i].end - text->tok[i].start;
		if (text->tok[i - 1].kind != TB_MARK && length < shortest)
			shortest = length;
		lines++;
		start = text->tok[i].start;
	}
	return lines >= 3 && shortest < longest - ROOM && longest > ROOM ? BLOCK_LINES : BLOCK_PLAIN;
}

/*
 * The first token from i on before which a sentence or paragraph may begin:
 * only a mark ends the one, only a new line the other.
 */
static uint32_t
next_border(const TbText *text, uint32_t i)
{
	while (i < text->ntok && text->tok[i - 1].kind != TB_MARK &&
		   !(text->tok[i].flags & (TB_TF_NEWLINE | TB_TF_PARA)))
		i++;
	return i;
}

void
tb_sentence_mark(TbText *text, const TbLexicon *lex, TbArena *arena)
{
	Block		block = BLOCK_PLAIN;

	for (uint32_t i = 0; i < text->ntok && !tb_arena_poll(arena);
		 i = next_border(text, i + 1))
	{
		TbToken    *tok = &text->tok[i];
		bool		para;

		if (i == 0 || (tok->flags & TB_TF_PARA))
			block = block_of(text, i);
		para = i == 0 || opens_paragraph(text, lex, i, block);

		tok->flags &= (uint16_t) ~TB_TF_PARA;
		if (para)
			tok->flags |= TB_TF_PARA | TB_TF_SENT;
		else if (((tok->flags & TB_TF_SPACE) || begins_glued(text, i)) &&
				 ends_before(text, lex, i) && may_begin(text, i))
			tok->flags |= TB_TF_SENT;
	}
}

/* ------------------------------------------------------------ navigation */

/* How many tokens back a start is sought: a text without full stops is one sentence. */
#define LOOK_BACK 1000

/* Last token up to i that has a flag, or the one where the search ends. */
static uint32_t
last_with(const TbText *text, uint32_t i, uint16_t flag)
{
	uint32_t	stop = i > LOOK_BACK ? i - LOOK_BACK : 0;

	while (i > stop && !(text->tok[i].flags & flag))
		i--;
	return i;
}

uint32_t
tb_sentence_end(const TbText *text, uint32_t i)
{
	return next_with(text, i, TB_TF_SENT);
}

uint32_t
tb_paragraph_end(const TbText *text, uint32_t i)
{
	return next_with(text, i, TB_TF_PARA);
}

uint32_t
tb_sentence_start(const TbText *text, uint32_t i)
{
	return last_with(text, i, TB_TF_SENT);
}

uint32_t
tb_paragraph_start(const TbText *text, uint32_t i)
{
	return last_with(text, i, TB_TF_PARA);
}
