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

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t
tb_hash_part(const char *s)
{
	uint64_t	part;

	memcpy(&part, s, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	part = __builtin_bswap64(part);
#endif
	return part;
}

/* The last bytes of a word, fewer than eight, as a number. */
static inline uint64_t
tb_hash_tail(const char *s, size_t len)
{
	const unsigned char *u = (const unsigned char *) s;
	uint32_t	head;
	uint32_t	tail;

	if (len == 0)
		return 0;
	if (len < 4)
		return u[0] | (uint64_t) u[len / 2] << len / 2 * 8 |
			(uint64_t) u[len - 1] << (len - 1) * 8;
	/* both halves hold the bytes that they share */
	memcpy(&head, s, 4);
	memcpy(&tail, s + len - 4, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	head = __builtin_bswap32(head);
	tail = __builtin_bswap32(tail);
#endif
	return head | (uint64_t) tail << (len - 4) * 8;
}

/* One step of the hash of a word: eight bytes more. */
static inline uint64_t
tb_hash_step(uint64_t h, uint64_t part)
{
	h = (h ^ part) * UINT64_C(0xD6E8FEB86659FD93);
	return h ^ h >> 32;
}

/* Hash of a folded word, eight bytes a step. */
static inline uint64_t
tb_hash_word(const char *s, size_t len)
{
	uint64_t	h = len * UINT64_C(0x9E3779B97F4A7C15);

	for (; len >= 8; s += 8, len -= 8)
		h = tb_hash_step(h, tb_hash_part(s));
	if (len > 0)
		h = tb_hash_step(h, tb_hash_tail(s, len));
	return h ^ h >> 29;
}

/* The same of a word behind which at least seven more bytes can be read. */
static inline uint64_t
tb_hash_inside(const char *s, size_t len)
{
	uint64_t	h = len * UINT64_C(0x9E3779B97F4A7C15);

	for (; len > 8; s += 8, len -= 8)
		h = tb_hash_step(h, tb_hash_part(s));
	if (len > 0)
		h = tb_hash_step(h, tb_hash_part(s) & ~UINT64_C(0) >> (64 - 8 * len));
	return h ^ h >> 29;
}

/* Hash of a code among those of its class. */
static inline uint32_t
tb_hash_code(uint32_t klass, const char *code)
{
	return (uint32_t) tb_hash_word(code, strlen(code)) + klass * UINT32_C(0x9E3779B9);
}

/* Hash of an edge of the trie. */
static inline uint32_t
tb_hash_edge(uint32_t from, uint32_t word)
{
	uint64_t	h = ((uint64_t) from << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t) (h >> 32);
}

#endif
