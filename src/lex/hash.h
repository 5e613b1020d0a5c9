/*
 * hash.h
 *	  The hash functions of the lexicon's tables.
 *
 * They are part of the image's format: lexc writes by them, the server reads.
 */
#ifndef TB_HASH_H
#define TB_HASH_H

#include <string.h>

#include "base/span.h"

/* Hash of a folded word, eight bytes a step. */
static inline uint32_t
tb_hash_word(const char *s, size_t len)
{
	uint64_t	h = len * UINT64_C(0x9E3779B97F4A7C15);

	while (len > 0)
	{
		uint64_t	part = 0;
		size_t		step = len < 8 ? len : 8;

		memcpy(&part, s, step);
		h = (h ^ part) * UINT64_C(0xD6E8FEB86659FD93);
		h ^= h >> 32;
		s += step;
		len -= step;
	}
	return (uint32_t) (h ^ h >> 29);
}

/* Hash of an edge of the trie. */
static inline uint32_t
tb_hash_edge(uint32_t from, uint32_t word)
{
	uint64_t	h = ((uint64_t) from << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t) (h >> 32);
}

#endif
