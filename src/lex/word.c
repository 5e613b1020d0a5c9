/*
 * word.c
 *	  A single word: its letters, its small letters, its endings.
 */
#include "lex/word.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* Vowels of Russian, ё read as е, and of Kazakh. */
bool
tb_is_vowel(uint32_t c)
{
#define BIT(letter) (UINT64_C(1) << ((letter) - 0x430))
	const uint64_t russian = BIT(0x430) | BIT(0x435) | BIT(0x438) | BIT(0x43E) |
		BIT(0x443) | BIT(0x44B) | BIT(0x44D) | BIT(0x44E) | BIT(0x44F) | BIT(0x451) |
		BIT(0x456);
#undef BIT

	if (c - 0x430 < 64)
		return russian >> (c - 0x430) & 1;
	return c == 0x4D9 || c == 0x4E9 || c == 0x4AF || c == 0x4B1;
}

bool
tb_is_velar(uint32_t c)
{
	return c == 0x433 || c == 0x43A || c == 0x445 ||
		c == 0x49B || c == 0x493 || c == 0x4BB;
}

bool
tb_is_sibilant(uint32_t c)
{
	return c == 0x436 || c == 0x448 || c == 0x447 || c == 0x449;
}

bool
tb_is_consonant(uint32_t c)
{
	if (c >= 0x430 && c <= 0x44F)
		return !tb_is_vowel(c) && c != 0x439 && c != 0x44C && c != 0x44A;
	return tb_is_cyrillic(c) && tb_is_letter(c) && !tb_is_vowel(c) &&
		c != 0x439 && c != 0x44C && c != 0x44A;
}

/* The small letter of c, е for ё: as many bytes as c has. */
static inline uint32_t
small_letter(uint32_t c)
{
	if (c >= 0x410 && c <= 0x44F)
		return c < 0x430 ? c + 0x20 : c;
	return c == 0x401 || c == 0x451 ? 0x435 : tb_lower_char(c);
}

bool
tb_word_set(TbWord *word, TbStr text)
{
	uint32_t	letters;
	uint32_t	uppers;
	uint32_t	step;
	TbLetterRun run;
	uint32_t	zeros = TB_NAME_WORD - text.len;

	if (text.len > TB_NAME_WORD - TB_ENDING_ROOM)
		return false;
	memcpy(word->text, text.data, text.len);
	memset(word->text + text.len, 0, zeros < 16 ? zeros : 16);
	word->len = text.len;
	/* the small letters of А..я are taken at once; of most words that is all,
	 * and the room behind them is read too, so as not to go letter by letter */
	run = tb_lower_russian(word->text, TB_NAME_WORD, word->low);
	if (run.bytes < text.len && memchr(text.data, '\0', text.len) != NULL)
		return false;
	word->capital = run.first_capital;
	word->caps = run.bytes > 2 && !run.any_small;
	word->low[text.len] = '\0';
	if (run.bytes == text.len)
		return true;
	letters = uppers = 0;
	for (uint32_t i = 0; i < text.len; i += step)
	{
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);
		uint32_t	low = small_letter(c);
		bool		upper = low != c && c != 0x451;

		if (c == TB_BAD_CHAR && step == 1)
			word->low[i] = text.data[i];
		else
			tb_utf8_put(word->low + i, low);
		if (i == 0)
			word->capital = upper;
		if ((c >= 0x410 && c <= 0x44F) || tb_is_letter(c))
		{
			letters++;
			uppers += upper;
		}
	}
	word->caps = letters > 1 && uppers == letters;
	return true;
}

void
tb_word_cut(TbWord *stem, const TbWord *word, uint32_t len)
{
	memcpy(stem->text, word->text, len);
	stem->text[len] = '\0';
	memcpy(stem->low, word->low, len);
	stem->low[len] = '\0';
	stem->len = len;
	stem->capital = len > 0 && word->capital;
	stem->caps = word->caps;
}

bool
tb_word_ends(const TbWord *word, const char *suffix)
{
	size_t		n = strlen(suffix);

	return n <= word->len && memcmp(word->low + word->len - n, suffix, n) == 0;
}

bool
tb_word_equals(const TbWord *word, const char *low)
{
	return strcmp(word->low, low) == 0;
}

bool
tb_word_among(const TbWord *word, const char *list)
{
	const char *at = list;

	if (word->len == 0)
		return false;
	while ((at = strstr(at, word->low)) != NULL)
	{
		if (at > list && at[-1] == ' ' && at[word->len] == ' ')
			return true;
		at += word->len;
	}
	return false;
}

const char *
tb_word_ending(const TbWord *word, const char *list, const char *at, uint32_t *n)
{
	const char *end = word->low + word->len;

	/* most items differ in the last byte, which is looked for first */
	for (; word->len > 0 && (at = strchr(at, end[-1])) != NULL; at++)
	{
		const char *first = at;

		if (at[1] != ' ' && at[1] != '\0')
			continue;
		while (first > list && first[-1] != ' ')
			first--;
		*n = (uint32_t) (at + 1 - first);
		if (*n <= word->len && memcmp(end - *n, first, *n) == 0)
			return at + 1;
	}
	return NULL;
}

bool
tb_word_ends_in(const TbWord *word, const char *suffixes)
{
	uint32_t	n;

	return tb_word_ending(word, suffixes, suffixes, &n) != NULL;
}

uint32_t
tb_letter_at(const char *s, uint32_t len, int n)
{
	uint32_t	step;
	const char *end = s + len;
	const unsigned char *last = (const unsigned char *) end;

	/* the last letter of a word in small Russian letters needs no decoding */
	if (n == 0 && len >= 2 && (last[-2] & 0xFE) == 0xD0)
	{
		uint32_t	c = (uint32_t) (last[-2] & 1) << 6 | (last[-1] & 0x3F);

		if (c >= 0x30 && c <= 0x4F)
			return 0x400 + c;
	}

	for (;;)
	{
		if (len == 0)
			return 0;
		len--;
		while (len > 0 && ((unsigned char) s[len] & 0xC0) == 0x80)
			len--;
		if (n-- == 0)
			break;
	}
	return tb_lower_char(tb_utf8_next(s + len, (size_t) (end - (s + len)), &step));
}

uint32_t
tb_word_letter(const TbWord *word, int n)
{
	return tb_letter_at(word->low, word->len, n);
}

uint32_t
tb_word_letters(const TbWord *word)
{
	return tb_utf8_count(word->low, word->len);
}

int
tb_word_vowels(const TbWord *word)
{
	int			n = 0;
	uint32_t	step;

	for (uint32_t i = 0; i < word->len; i += step)
	{
		unsigned char lead = (unsigned char) word->low[i];

		step = 2;
		if ((lead & 0xFE) == 0xD0)	/* the NUL behind the word can be read */
			n += tb_is_vowel(0x400 + ((uint32_t) (lead & 1) << 6) +
							 ((unsigned char) word->low[i + 1] & 0x3F));
		else
			n += tb_is_vowel(tb_utf8_next(word->low + i, word->len - i, &step));
	}
	return n;
}
