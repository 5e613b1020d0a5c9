/*
 * stem_english.h
 *	  Snowball's English stemmer, for folded words.
 */
#ifndef TB_STEM_ENGLISH_H
#define TB_STEM_ENGLISH_H

#include <stddef.h>

/*
 * Stem a folded word of Latin letters where it stands, len bytes of UTF-8;
 * returns the bytes of the stem, never more than len.  The same that
 * libstemmer's "english" gives.
 */
size_t		tb_stem_english(char *word, size_t len);

#endif
