/*
 * word.h
 *	  A single word as written and in small letters, and its last letters.
 */
#ifndef TB_WORD_H
#define TB_WORD_H

#include "base/span.h"

/* Longest form of a word in bytes, its NUL included ... */
#define TB_NAME_WORD 160

/* ... of which so many are left free for an ending and a vowel that comes in. */
#define TB_ENDING_ROOM 16

/* A word as written and in small letters with ё = е: the lengths are equal. */
typedef struct TbWord
{
	char		text[TB_NAME_WORD];
	char		low[TB_NAME_WORD];
	uint32_t	len;
	bool		capital;		/* begins with a capital */
	bool		caps;			/* all capitals, two letters or more */
} TbWord;

/* Set a word; false when its forms may be too long, or it holds a NUL. */
bool		tb_word_set(TbWord *word, TbStr text);

/*
 * The first len bytes of a word as a word of its own, cut between letters.
 * Whether it is in capitals is the whole word's answer.
 */
void		tb_word_cut(TbWord *stem, const TbWord *word, uint32_t len);

/* Questions to the small letters; arguments are written with е for ё. */
bool		tb_word_ends(const TbWord *word, const char *suffix);
bool		tb_word_equals(const TbWord *word, const char *low);

/* Is the word in a list of small words with a space before and after each? */
bool		tb_word_among(const TbWord *word, const char *list);

/*
 * The next suffix of a list, separated by spaces, that the word ends in: sought
 * from at on, it ends before what is returned, and *n gets its bytes.  NULL: none.
 */
const char *tb_word_ending(const TbWord *word, const char *list, const char *at,
						   uint32_t *n);

/* Does the word end in one of the suffixes? */
bool		tb_word_ends_in(const TbWord *word, const char *suffixes);

/* The n-th small letter from the end (0 is the last); 0: there is none. */
uint32_t	tb_letter_at(const char *s, uint32_t len, int n);
uint32_t	tb_word_letter(const TbWord *word, int n);

/* Characters of the word, hyphens included. */
uint32_t	tb_word_letters(const TbWord *word);
/* How many of the word's letters are vowels. */
int			tb_word_vowels(const TbWord *word);

/* Letters, in small */
bool		tb_is_vowel(uint32_t c);
bool		tb_is_consonant(uint32_t c);	/* й and ь are none */
bool		tb_is_velar(uint32_t c);
bool		tb_is_sibilant(uint32_t c); /* ж ш ч щ; not ц */

#endif
