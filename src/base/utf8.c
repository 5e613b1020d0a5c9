/*
 * utf8.c
 *	  Code points in and out of UTF-8.
 */
#include "base/utf8.h"

#include <string.h>

uint32_t
tb_utf8_put(char *out, uint32_t c)
{
	if (c < 0x80)
	{
		out[0] = (char) c;
		return 1;
	}
	if (c < 0x800)
	{
		out[0] = (char) (0xC0 | c >> 6);
		out[1] = (char) (0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000)
	{
		out[0] = (char) (0xE0 | c >> 12);
		out[1] = (char) (0x80 | (c >> 6 & 0x3F));
		out[2] = (char) (0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | c >> 18);
	out[1] = (char) (0x80 | (c >> 12 & 0x3F));
	out[2] = (char) (0x80 | (c >> 6 & 0x3F));
	out[3] = (char) (0x80 | (c & 0x3F));
	return 4;
}

/* Are eight bytes four characters of two, led by D0 or D1? */
static inline bool
are_russian(const char *s)
{
	static const unsigned char which[8] = {0xFE, 0xC0, 0xFE, 0xC0, 0xFE, 0xC0, 0xFE, 0xC0};
	static const unsigned char what[8] = {0xD0, 0x80, 0xD0, 0x80, 0xD0, 0x80, 0xD0, 0x80};
	uint64_t	bytes;
	uint64_t	mask;
	uint64_t	wanted;

	memcpy(&bytes, s, 8);
	memcpy(&mask, which, 8);
	memcpy(&wanted, what, 8);
	return (bytes & mask) == wanted;
}

uint32_t
tb_utf8_count(const char *s, size_t len)
{
	uint32_t	n = 0;

	for (size_t i = 0; i < len; n++)
	{
		uint32_t	step;

		/* most are Russian letters: four at once */
		if (len - i >= 8 && are_russian(s + i))
		{
			i += 8;
			n += 3;
			continue;
		}
		(void) tb_utf8_next(s + i, len - i, &step);
		i += step;
	}
	return n;
}
