/*
 * fold.h
 *	  What is "the same letter": the one place where spellings meet.
 *
 *	lower case			Астана, АСТАНА -> астана
 *	ё = е				Орёл -> орел
 *	Kazakh letters		ә=а ғ=г қ=к ң=н ө=о ұ ү=у һ=х і=и (Қызылорда -> кызылорда)
 *	other Cyrillic		ї=и є=е ґ=г ў=у ј=й
 *	dropped				soft hyphen, combining accents, zero-width marks
 *
 * No locale is asked: under LC_CTYPE=C the server itself would not fold
 * Cyrillic at all.
 */
#ifndef TB_FOLD_H
#define TB_FOLD_H

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/span.h"

/* The folded code point, or 0 for one that is dropped. */
uint32_t	tb_fold_char(uint32_t c);

/* Lower case only (ё and Kazakh letters stay themselves). */
uint32_t	tb_lower_char(uint32_t c);

/* Upper case of one code point. */
uint32_t	tb_upper_char(uint32_t c);

/*
 * The Cyrillic letter that a Latin one looks like (A for А, p for р), in the
 * same case; 0: it looks like none.
 */
uint32_t	tb_cyrillic_twin(uint32_t c);

/* A letter of any script that we treat as part of a word. */
bool		tb_is_letter(uint32_t c);
bool		tb_is_upper(uint32_t c);
bool		tb_is_cyrillic(uint32_t c);

/* Soft hyphen, combining mark, zero-width: belongs to a word, counts for nothing. */
bool		tb_is_ignorable(uint32_t c);

/* White space, NBSP and its kin included. */
bool		tb_is_space(uint32_t c);

/* What a run of Russian letters was like. */
typedef struct TbLetterRun
{
	uint32_t	bytes;			/* read, and as many written */
	bool		first_capital;	/* the first letter is a capital */
	bool		any_small;		/* some letter is no capital */
} TbLetterRun;

/*
 * The letters А..я that s begins with, in small letters to out, which has left
 * bytes of room and may be s; some bytes behind the run may be copied with
 * it.  Such letters are most of any text, so eight are taken at a step.
 */
static inline TbLetterRun tb_lower_russian(const char *s, size_t left, char *out);

/*
 * Append the folded code point to n bytes at out; the new length.  A breve on
 * и makes й of it (text in decomposed form), other accents are dropped.
 */
size_t		tb_fold_put(char *out, size_t n, uint32_t c);

/*
 * Fold len bytes of UTF-8 into out, which must hold len bytes (folding never
 * lengthens); returns the bytes written.
 */
size_t		tb_fold(const char *s, size_t len, char *out);

/* Lower-case len bytes of UTF-8 into out (len bytes of room). */
size_t		tb_lower(const char *s, size_t len, char *out);

/* ------------------------------------------------- runs of Russian letters */

#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

#define TB_LANES 8				/* letters a step, two bytes each */

typedef uint16_t TbLanes __attribute__((vector_size(2 * TB_LANES)));

/* Two bits a lane, all ones or zeros: which lanes of a comparison are true. */
static inline uint32_t
tb_lanes_bits(TbLanes lanes)
{
#ifdef __SSE2__
	return (uint32_t) _mm_movemask_epi8((__m128i) lanes);
#else
	const TbLanes bit = {3, 12, 48, 192, 768, 3072, 12288, 49152};
	uint32_t	bits = 0;

	lanes &= bit;
	for (int i = 0; i < TB_LANES; i++)
		bits |= lanes[i];
	return bits;
#endif
}

/*
 * One step over 16 bytes: D0 9C D0 B0 D1 83 2C 20 .. («Мау, ») is three
 * letters.  A lane holds a letter's two bytes, its lead in the low one; the
 * code point less U+0410 (А) is put together from both, its bit of 32 tells
 * small letters, and it is split again.  Lanes behind the last letter are
 * copied as they are.  Returns how many letters there were.
 */
static inline uint32_t
tb_lower_lanes(const char *s, char *out, TbLetterRun *run)
{
	const TbLanes number = {0, 1, 2, 3, 4, 5, 6, 7};
	TbLanes		pair;
	TbLanes		code;
	TbLanes		inside;
	uint32_t	letters;
	uint32_t	small;

	memcpy(&pair, s, sizeof(pair));
	code = ((pair & 1) << 6 | (pair >> 8 & 0x3F)) - 0x10;
	inside = (TbLanes) ((pair & 0xC0FE) == 0x80D0) & (TbLanes) ((code & 0xFFC0) == 0);
	letters = (uint32_t) __builtin_ctz(~tb_lanes_bits(inside)) / 2;
	small = tb_lanes_bits((TbLanes) ((code & 0x20) != 0)) & ((1u << 2 * letters) - 1);
	if (run->bytes == 0)
		run->first_capital = letters > 0 && (small & 1) == 0;
	run->any_small |= small != 0;
	code = (code | 0x20) + 0x10;
	code = 0x80D0 + (code >> 6) + ((code & 0x3F) << 8);
	inside = (TbLanes) (number < (uint16_t) letters);
	code = (code & inside) | (pair & ~inside);
	memcpy(out, &code, sizeof(code));
	run->bytes += 2 * letters;
	return letters;
}
#else
#define TB_LANES 0
#endif

static inline TbLetterRun
tb_lower_russian(const char *s, size_t left, char *out)
{
	const unsigned char *u = (const unsigned char *) s;
	TbLetterRun run = {0, false, false};

#if TB_LANES > 0
	while (left - run.bytes >= 2 * TB_LANES)
		if (tb_lower_lanes(s + run.bytes, out + run.bytes, &run) < TB_LANES)
			return run;
#endif
	for (; run.bytes + 1 < left; run.bytes += 2)
	{
		uint32_t	n = run.bytes;

		/* 0 is А, 32 а, 63 я; other leads wrap around to large numbers */
		uint32_t	c = (uint32_t) u[n] * 64 + u[n + 1] - (0xD0 * 64 + 0x90);

		if (c >= 64 || (u[n + 1] & 0xC0) != 0x80)
			break;
		if (n == 0)
			run.first_capital = c < 32;
		run.any_small |= c >= 32;
		c |= 32;
		out[n] = (char) (c < 48 ? 0xD0 : 0xD1);
		out[n + 1] = (char) (0x80 | ((c + 0x10) & 0x3F));
	}
	return run;
}

#endif
