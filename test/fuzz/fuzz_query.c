/*
 * fuzz_query.c
 *	  Queries as people type them: the server must be able to read what is made.
 */
#include "fuzz.h"

#include "core/query.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static TbArena keep;
	static TbStemmer *stemmer;
	TbArena		arena;
	char	   *query;
	char	   *text;

	if (size < FUZZ_HEADER)
		return 0;
	if (stemmer == NULL)
	{
		tb_arena_init_malloc(&keep);
		stemmer = tb_stemmer_open(fuzz_lexicon(), &keep);
		CHECK(stemmer != NULL);
	}
	text = fuzz_copy(data + FUZZ_HEADER, size - FUZZ_HEADER);
	fuzz_arena(&arena, data[0] & 1);
	CHECK(tb_query_format((TbStr) {text, (uint32_t) (size - FUZZ_HEADER)},
						  fuzz_lexicon(), stemmer, &arena, &query) == TB_OK);
	if (query[0] != '\0' && tb_check_is_utf8(text, size - FUZZ_HEADER) &&
		memchr(text, '\0', size - FUZZ_HEADER) == NULL)
	{
		if (!tb_check_is_tsquery(query))
			fprintf(stderr, "no tsquery: %s\n", query);
		CHECK(tb_check_is_tsquery(query));
		CHECK(tb_check_is_utf8(query, strlen(query)));
	}
	tb_arena_reset(&arena);
	free(text);
	return 0;
}
