/*
 * fuzz_scan.c
 *	  Layers of any bytes, and what must hold of them.
 *
 * FUZZ_LAYERS says which layers (TB_LAYER_*): the build makes one target of
 * each, and one of all with the search stream.  The first byte chooses
 * reference date, country and arena.
 */
#include "fuzz.h"

#ifndef FUZZ_LAYERS
#define FUZZ_LAYERS (TB_LAYER_DATES | TB_LAYER_STATEMENTS)
#define FUZZ_SEARCH 1
#endif

static const int32_t *
references(void)
{
	static int32_t days[4];

	days[0] = TB_NO_DAY;
	days[1] = tb_day_of(2024, 2, 29);
	days[2] = tb_day_of(1, 1, 1);
	days[3] = tb_day_of(9999, 12, 31);
	return days;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const countries[] = {NULL, "kz", "ru", "xx"};
	TbArena		arena;
	TbDocument	doc;
	char	   *text;

	if (size < FUZZ_HEADER)
		return 0;
	text = fuzz_copy(data + FUZZ_HEADER, size - FUZZ_HEADER);
	/* a chunk an object costs much time: one text in four */
	fuzz_arena(&arena, (data[0] & 0x30) == 0);
	CHECK(tb_document_open(&doc, text, size - FUZZ_HEADER,
						   references()[data[0] & 3],
						   countries[data[0] >> 2 & 3],
						   fuzz_lexicon(), &arena) == TB_OK);
	CHECK(tb_document_find(&doc, FUZZ_LAYERS) == TB_OK);
	tb_check_document(&doc);
#ifdef FUZZ_SEARCH
	tb_check_search(&doc);
#endif
	tb_arena_reset(&arena);
	free(text);
	return 0;
}
