/*
 * stem_russian.h
 *	  Snowball's Russian stemmer, for folded words.
 */
#ifndef TB_STEM_RUSSIAN_H
#define TB_STEM_RUSSIAN_H

#include <stddef.h>

/*
 * Bytes of the stem of a folded word of Cyrillic letters, len bytes of UTF-8:
 * a stem is always the beginning of its word.  The same that libstemmer's
 * "russian" gives.
 */
size_t		tb_stem_russian(const char *folded, size_t len);

#endif
