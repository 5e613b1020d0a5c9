/*
 * twins.h
 *	  Latin letters that stand in Cyrillic words for their look-alikes.
 *
 *	Aстана (Latin A), Tалдыкорган, Қəрім (Latin ə)
 *
 * A word of both scripts, all of whose Latin letters have a Cyrillic twin, is
 * read in Cyrillic.  The text is then a copy with those letters replaced; as
 * a letter of one byte becomes one of two, places in it are not those of the
 * text as it came.  Characters are: each letter is still one.
 */
#ifndef TB_TWINS_H
#define TB_TWINS_H

#include "base/arena.h"
#include "lex/token.h"

/*
 * Give a text, whose data is the text as it came, a copy in the arena for its
 * data, if a letter must be replaced; set len and grown to it.  No word of two
 * scripts begins before byte from.
 */
TbStatus	tb_twins_replace(TbText *text, uint32_t from, TbArena *arena);

/*
 * A word with such letters replaced, in out (twice len bytes of room); the
 * bytes written, 0: it has none.
 */
size_t		tb_twins_word(const char *word, size_t len, char *out);

/* The place in the text as it came of a byte of data. */
uint32_t	tb_text_given_byte(const TbText *text, uint32_t byte);

/* The place in data of a byte of the text as it came. */
uint32_t	tb_text_own_byte(const TbText *text, uint32_t given);

/* A span of data as it came. */
static inline TbStr
tb_text_given(const TbText *text, TbSpan span)
{
	uint32_t	start = tb_text_given_byte(text, span.start);

	return (TbStr) {text->given + start, tb_text_given_byte(text, span.end) - start};
}

#endif
