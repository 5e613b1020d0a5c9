/*
 * letters.c
 *	  Maps and lowers Russian letters, sixteen bytes a step.
 */
#include "base/letters.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define STEP 16

typedef uint8_t Bytes __attribute__((vector_size(STEP)));

static inline Bytes
load(const unsigned char *s)
{
	Bytes		bytes;

	memcpy(&bytes, s, STEP);
	return bytes;
}

/* Is each byte one of n from a first one on?  All ones where it is. */
static inline Bytes
within(Bytes bytes, uint8_t first, uint8_t n)
{
	return (Bytes) ((Bytes) (bytes - first) <= (uint8_t) (n - 1));
}

/* One bit a byte of a comparison. */
static inline uint64_t
bits_of(Bytes truth)
{
#ifdef __SSE2__
	return (uint32_t) _mm_movemask_epi8((__m128i) truth);
#else
	const Bytes bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
	typedef uint64_t Halves __attribute__((vector_size(STEP)));
	Halves		halves = (Halves) (truth & bit);

	/* the highest byte of the product is the sum of all */
	halves *= UINT64_C(0x0101010101010101);
	return halves[0] >> 56 | halves[1] >> 56 << 8;
#endif
}

/*
 * One step at s, of which the bytes before and behind can be read:
 * А..П are D0 90..9F, а..п D0 B0..BF; Р..Я D0 A0..AF, р..я D1 80..8F.
 */
static inline void
map_step(const unsigned char *s, char *out, uint64_t *letter, uint64_t *capital)
{
	Bytes		here = load(s);
	Bytes		next = load(s + 1);
	Bytes		low_lead = (Bytes) (here == 0xD0);
	Bytes		big = low_lead & within(next, 0x90, 0x20);
	Bytes		lead = (low_lead & within(next, 0x90, 0x30)) |
		((Bytes) (here == 0xD1) & within(next, 0x80, 0x10));
	Bytes		second = (Bytes) (load(s - 1) == 0xD0) & within(here, 0x90, 0x20);

	*letter = bits_of(lead);
	*capital = bits_of(big);
	/* D0 becomes D1 before what is lowered to 80..8F */
	here ^= second & 0x20;
	here += big & within(next, 0xA0, 0x10) & 1;
	memcpy(out, &here, STEP);
}

/* The same of the first bytes of a text, or of what is left of it. */
static void
map_edge(const unsigned char *s, bool first, uint32_t left, char *out,
		 uint64_t *letter, uint64_t *capital)
{
	unsigned char padded[1 + STEP + 1] = {first ? 0 : s[-1]};

	memcpy(padded + 1, s, left > STEP ? STEP + 1 : left);
	map_step(padded + 1, out, letter, capital);
}

void
tb_letters_map(TbLetterMap *map, const char *s, uint32_t len, uint32_t start,
			   char *out)
{
	const unsigned char *u = (const unsigned char *) s;
	uint32_t	at = start;
	uint64_t	carried = 0;
	uint32_t	n = 0;

	map->start = start;
	map->end = len - start < TB_MAP_BYTES ? len : start + TB_MAP_BYTES;
	for (; at < map->end; n++)
	{
		uint64_t	leads = 0;

		map->capital[n] = 0;
		for (int shift = 0; shift < 64 && at < map->end; shift += STEP, at += STEP)
		{
			uint64_t	letter;
			uint64_t	capital;

			if (at > 0 && len - at > STEP)
				map_step(u + at, out + at, &letter, &capital);
			else
				map_edge(u + at, at == 0, len - at, out + at, &letter, &capital);
			leads |= letter << shift;
			map->capital[n] |= capital << shift;
		}
		map->letter[n] = leads | leads << 1 | carried;
		carried = leads >> 63;
	}
	map->letter[n] = map->capital[n] = 0;
}
