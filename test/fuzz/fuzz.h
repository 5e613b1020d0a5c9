/*
 * fuzz.h
 *	  What the fuzz targets share: a lexicon, an exact copy, header bytes.
 *
 * A target is one file fuzz_NAME.c with a function that takes bytes; the unit
 * test test_corpus calls the same function with what is kept in corpus/.
 */
#ifndef TB_FUZZ_H
#define TB_FUZZ_H

#include "check.h"

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Bytes before the text that choose how it is read; mutate.c keeps them. */
#ifndef FUZZ_HEADER
#define FUZZ_HEADER 1
#endif

static inline const TbLexicon *
fuzz_lexicon(void)
{
	static TbLexicon lex;

	lex.image = tb_lexicon_image();
	return &lex;
}

/* A copy of just its size, so that a read past the end is seen. */
static inline char *
fuzz_copy(const uint8_t *data, size_t size)
{
	char	   *copy = malloc(size > 0 ? size : 1);

	CHECK(copy != NULL);
	return size > 0 ? memcpy(copy, data, size) : copy;
}

/* An arena each of whose objects is a chunk of its own: the sanitizer sees its ends. */
static inline void
fuzz_arena(TbArena *arena, bool exact)
{
	tb_arena_init_malloc(arena);
	if (exact)
		arena->next_size = 0;
}

#endif
