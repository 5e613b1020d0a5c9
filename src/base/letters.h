/*
 * letters.h
 *	  Where Russian letters stand in a stretch of a text, a bit for each byte.
 *
 *	bytes		D0 9C D0 B0 D1 83 2C 20 D0 B8		«Мау, и»
 *	letter		 1  1  1  1  1  1  0  0  1  1
 *	capital		 1  0  0  0  0  0  0  0  0  0		(the first byte of each)
 *
 * The map is made for some kilobytes at once, sixteen bytes a step, and the
 * letters are lowered with it; a run of them is then one count of ones.
 */
#ifndef TB_LETTERS_H
#define TB_LETTERS_H

#include "base/span.h"

#define TB_MAP_WORDS 64
#define TB_MAP_BYTES (64 * TB_MAP_WORDS)	/* bytes of text in a map */
#define TB_MAP_VIEW 64			/* of which one look sees so many */

typedef struct TbLetterMap
{
	uint32_t	start;			/* the map is of bytes [start, end) */
	uint32_t	end;
	uint64_t	letter[TB_MAP_WORDS + 1];
	uint64_t	capital[TB_MAP_WORDS + 1];
} TbLetterMap;

/* What tb_letters_map writes at out behind the last byte of the text, at most. */
#define TB_MAP_SLACK 16

/*
 * Map a text of len bytes from start on, where a character begins, and copy
 * it to the same place of out with the letters А..Я lowered.
 */
void		tb_letters_map(TbLetterMap *map, const char *s, uint32_t len,
						   uint32_t start, char *out);

/* The bits of bytes [at, at + TB_MAP_VIEW), the lowest first; 0 behind the end. */
static inline uint64_t
tb_map_view(const TbLetterMap *map, const uint64_t *bits, uint32_t at)
{
	uint32_t	i = at - map->start;
	uint32_t	shift = i & 63;

	bits += i >> 6;
	return bits[0] >> shift | bits[1] << 1 << (63 - shift);
}

/* Must the map be made anew to see as far from here as it can? */
static inline bool
tb_map_is_short(const TbLetterMap *map, uint32_t at, uint32_t len)
{
	return map->end < len && at + TB_MAP_VIEW > map->end;
}

#endif
