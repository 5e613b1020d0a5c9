/*
 * test_utf8.c
 *	  Code points in and out of UTF-8; every way in which bytes can be broken.
 */
#include "helpers.h"

#include "base/utf8.h"

/* What the Unicode standard (table 3-7) says of up to four bytes. */
static uint32_t
naive_next(const unsigned char *u, size_t left, uint32_t *len)
{
	static const struct
	{
		unsigned char from,
					to,
					second_from,
					second_to;
		uint32_t	len;
	}			rows[] = {
		{0x00, 0x7F, 0, 0, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2},
		{0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
		{0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
		{0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4},
		{0xF4, 0xF4, 0x80, 0x8F, 4},
	};

	for (size_t r = 0; r < LEN(rows); r++)
	{
		uint32_t	c;

		if (u[0] < rows[r].from || u[0] > rows[r].to || left < rows[r].len)
			continue;
		c = rows[r].len == 1 ? u[0] : u[0] & (0x7Fu >> rows[r].len);
		for (uint32_t i = 1; i < rows[r].len; i++)
		{
			if (u[i] < (i == 1 ? rows[r].second_from : 0x80) ||
				u[i] > (i == 1 ? rows[r].second_to : 0xBF))
				goto broken;
			c = c << 6 | (u[i] & 0x3F);
		}
		*len = rows[r].len;
		return c;
	}
broken:
	*len = 1;
	return TB_BAD_CHAR;
}

static void
compare(const unsigned char *bytes, size_t left)
{
	char	   *copy = malloc(left);	/* so that reading on is an error */
	uint32_t	len;
	uint32_t	want_len;
	uint32_t	want = naive_next(bytes, left, &want_len);
	uint32_t	got;

	memcpy(copy, bytes, left);
	got = tb_utf8_next(copy, left, &len);
	free(copy);
	if (got != want || len != want_len)
		fail_msg("%02x %02x.. of %d bytes: U+%04X, %u bytes", bytes[0],
				 left > 1 ? bytes[1] : 0, (int) left, got, len);
}

static void
every_code_point_goes_out_and_comes_back(void **state)
{
	(void) state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++)
	{
		char		bytes[4];
		uint32_t	n = tb_utf8_put(bytes, c);
		uint32_t	len;

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		assert_int_equal(n, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
		assert_int_equal(tb_utf8_next(bytes, n, &len), c);
		assert_int_equal(len, n);
	}
}

static void
surrogates_do_not_come_back(void **state)
{
	(void) state;
	for (uint32_t c = 0xD800; c <= 0xDFFF; c++)
	{
		char		bytes[4];
		uint32_t	n = tb_utf8_put(bytes, c);
		uint32_t	len;

		assert_int_equal(n, 3);
		assert_int_equal(tb_utf8_next(bytes, n, &len), TB_BAD_CHAR);
		assert_int_equal(len, 1);
	}
}

static void
sequences_of_one_and_two_bytes_are_read_as_the_standard_says(void **state)
{
	(void) state;
	for (unsigned a = 0; a < 256; a++)
	{
		unsigned char bytes[2] = {(unsigned char) a, 0};

		compare(bytes, 1);
		for (unsigned b = 0; b < 256; b++)
		{
			bytes[1] = (unsigned char) b;
			compare(bytes, 2);
		}
	}
}

static void
longer_sequences_are_read_as_the_standard_says(void **state)
{
	static const unsigned char edges[] = {
		0x00, 0x41, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xD0, 0xFF
	};

	(void) state;
	for (unsigned a = 0xC0; a < 256; a++)
		for (unsigned b = 0; b < 256; b++)
			for (size_t c = 0; c < LEN(edges); c++)
			{
				unsigned char bytes[4] = {(unsigned char) a, (unsigned char) b, edges[c], 0};

				compare(bytes, 3);
				if (a < 0xF0)
					continue;
				for (size_t d = 0; d < LEN(edges); d++)
				{
					bytes[3] = edges[d];
					compare(bytes, 4);
				}
			}
}

static void
a_cut_sequence_is_broken_byte_by_byte(void **state)
{
	static const char *const whole[] = {"я", "қ", "–", "№", "\xF0\x9F\x98\x80"};

	(void) state;
	for (size_t i = 0; i < LEN(whole); i++)
		for (size_t left = 1; left < strlen(whole[i]); left++)
		{
			uint32_t	len;

			assert_int_equal(tb_utf8_next(whole[i], left, &len), TB_BAD_CHAR);
			assert_int_equal(len, 1);
			assert_int_equal(tb_utf8_count(whole[i], left), left);
		}
}

static void
counting_takes_a_broken_byte_for_a_character(void **state)
{
	(void) state;
	assert_int_equal(tb_utf8_count("", 0), 0);
	assert_int_equal(tb_utf8_count("Астана", 12), 6);
	assert_int_equal(tb_utf8_count("\xD0\xD0\x90\xFF", 4), 3);
	assert_int_equal(tb_utf8_count("\xE2\x80", 2), 2);
	assert_int_equal(tb_utf8_count("\xEF\xBF\xBD", 3), 1);	/* U+FFFD itself */
	assert_int_equal(tb_utf8_count("a\0b", 3), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point_goes_out_and_comes_back),
		cmocka_unit_test(surrogates_do_not_come_back),
		cmocka_unit_test(sequences_of_one_and_two_bytes_are_read_as_the_standard_says),
		cmocka_unit_test(longer_sequences_are_read_as_the_standard_says),
		cmocka_unit_test(a_cut_sequence_is_broken_byte_by_byte),
		cmocka_unit_test(counting_takes_a_broken_byte_for_a_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
