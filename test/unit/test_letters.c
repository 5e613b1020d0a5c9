/*
 * test_letters.c
 *	  Maps of Russian letters, against the letters taken one by one.
 */
#include "helpers.h"

#include "base/letters.h"
#include "base/utf8.h"

/* Does a letter А..я begin at this byte? */
static uint32_t
letter_at(const char *s, uint32_t len, uint32_t at)
{
	uint32_t	step;
	uint32_t	c = tb_utf8_next(s + at, len - at, &step);

	return c >= 0x410 && c <= 0x44F ? c : 0;
}

/* Map a text from a byte on, and look at each byte of the map. */
static void
check_map(const char *s, uint32_t len, uint32_t start)
{
	TbLetterMap map;
	char	   *out = malloc(len + TB_MAP_SLACK);
	uint32_t	letter = 0;

	assert_non_null(out);
	tb_letters_map(&map, s, len, start, out);
	assert_int_equal(map.start, start);
	assert_int_equal(map.end, len - start < TB_MAP_BYTES ? len : start + TB_MAP_BYTES);
	for (uint32_t at = start; at < map.end; at++)
	{
		bool		second = at > start && letter_at(s, len, at - 1) != 0;
		char		low[4] = {s[at]};

		letter = second ? letter : letter_at(s, len, at);
		if (letter != 0)
			tb_utf8_put(low, letter < 0x430 ? letter + 0x20 : letter);
		assert_int_equal(tb_map_view(&map, map.letter, at) & 1, letter != 0);
		assert_int_equal(tb_map_view(&map, map.capital, at) & 1,
						 letter != 0 && !second && letter < 0x430);
		assert_int_equal(out[at], low[second]);
	}
	free(out);
}

static void
every_pair_of_bytes_is_mapped(void **state)
{
	char		text[40];

	(void) state;
	for (uint32_t pair = 0; pair < 0x10000; pair++)
	{
		memset(text, ' ', sizeof(text));
		text[15] = (char) (pair >> 8);
		text[16] = (char) pair;
		check_map(text, sizeof(text), 0);
	}
}

static void
texts_of_all_lengths_are_mapped(void **state)
{
	static const char *const pieces[] = {"Ж", "ж", "Р", "р", "ё", "Ё", " ", "a", "\xD0", "\xD1", "—", "."};
	char		text[2 * TB_MAP_BYTES] = {0};
	uint64_t	seed = 7;

	(void) state;
	for (int round = 0; round < 300; round++)
	{
		uint32_t	len = round < 150 ? (uint32_t) round : random_below(&seed, sizeof(text) - 4);
		uint32_t	n = 0;

		while (n < len)
		{
			const char *piece = pieces[random_below(&seed, LEN(pieces))];

			memcpy(text + n, piece, strlen(piece));
			n += (uint32_t) strlen(piece);
		}
		check_map(text, n, 0);
		/* from any character on, if no half of one stands before it */
		for (uint32_t at = 1; at < n && at < 20; at++)
			if (((unsigned char) text[at] & 0xC0) != 0x80)
				check_map(text, n, at);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pair_of_bytes_is_mapped),
		cmocka_unit_test(texts_of_all_lengths_are_mapped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
