/*
 * utf8.h
 *	  Code points in and out of UTF-8.
 */
#ifndef TB_UTF8_H
#define TB_UTF8_H

#include "base/span.h"

#define TB_BAD_CHAR 0xFFFDu		/* what a broken byte decodes to */

/*
 * The code point at s, which has left > 0 bytes; *len gets its bytes.
 * A broken or cut sequence is TB_BAD_CHAR of one byte.
 */
static inline uint32_t
tb_utf8_next(const char *s, size_t left, uint32_t *len)
{
	const unsigned char *u = (const unsigned char *) s;

	*len = 1;
	if (u[0] < 0x80)
		return u[0];
	if (u[0] >= 0xC2 && u[0] < 0xE0 && left >= 2 && (u[1] & 0xC0) == 0x80)
	{
		*len = 2;
		return (uint32_t) (u[0] & 0x1F) << 6 | (u[1] & 0x3F);
	}
	if (u[0] >= 0xE0 && u[0] < 0xF0 && left >= 3 &&
		(u[1] & 0xC0) == 0x80 && (u[2] & 0xC0) == 0x80)
	{
		uint32_t	c = (uint32_t) (u[0] & 0x0F) << 12 |
			(uint32_t) (u[1] & 0x3F) << 6 | (u[2] & 0x3F);

		if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF))
		{
			*len = 3;
			return c;
		}
	}
	else if (u[0] >= 0xF0 && u[0] < 0xF5 && left >= 4 &&
			 (u[1] & 0xC0) == 0x80 && (u[2] & 0xC0) == 0x80 &&
			 (u[3] & 0xC0) == 0x80)
	{
		uint32_t	c = (uint32_t) (u[0] & 0x07) << 18 |
			(uint32_t) (u[1] & 0x3F) << 12 | (uint32_t) (u[2] & 0x3F) << 6 |
			(u[3] & 0x3F);

		if (c >= 0x10000 && c <= 0x10FFFF)
		{
			*len = 4;
			return c;
		}
	}
	return TB_BAD_CHAR;
}

/* Write a code point; returns its bytes (1 to 4). */
uint32_t	tb_utf8_put(char *out, uint32_t c);

/*
 * Characters in len bytes.  A broken byte counts as one character, as
 * tb_utf8_next reads it.
 */
uint32_t	tb_utf8_count(const char *s, size_t len);

#endif
