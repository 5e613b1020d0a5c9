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

#include "base/span.h"

/* The folded code point, or 0 for one that is dropped. */
uint32_t	tb_fold_char(uint32_t c);

/* Lower case only (ё and Kazakh letters stay themselves). */
uint32_t	tb_lower_char(uint32_t c);

/* Upper case of one code point. */
uint32_t	tb_upper_char(uint32_t c);

/* A letter of any script that we treat as part of a word. */
bool		tb_is_letter(uint32_t c);
bool		tb_is_upper(uint32_t c);
bool		tb_is_cyrillic(uint32_t c);

/* Soft hyphen, combining mark, zero-width: belongs to a word, counts for nothing. */
bool		tb_is_ignorable(uint32_t c);

/* White space, NBSP and its kin included. */
bool		tb_is_space(uint32_t c);

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

#endif
