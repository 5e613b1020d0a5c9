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
	switch (c)
	{
		case 0x430: case 0x435: case 0x451: case 0x438: case 0x43E:
		case 0x443: case 0x44B: case 0x44D: case 0x44E: case 0x44F:
		case 0x456: case 0x4D9: case 0x4E9: case 0x4AF: case 0x4B1:
			return true;
		default:
			return false;
	}
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
	return tb_is_cyrillic(c) && tb_is_letter(c) && !tb_is_vowel(c) &&
		c != 0x439 && c != 0x44C && c != 0x44A;
}

/* Small letters with ё = е: same length in bytes as the text. */
static void
lower_yo(const char *s, uint32_t len, char *low)
{
	tb_lower(s, len, low);
	for (uint32_t i = 0; i + 1 < len; i++)
		if (memcmp(low + i, "ё", 2) == 0)
			memcpy(low + i, "е", 2);
	low[len] = '\0';
}

bool
tb_word_set(TbWord *word, TbStr text)
{
	uint32_t	letters = 0;
	uint32_t	uppers = 0;
	uint32_t	step;

	if (text.len >= TB_NAME_WORD)
		return false;
	memcpy(word->text, text.data, text.len);
	word->text[text.len] = '\0';
	word->len = text.len;
	lower_yo(text.data, text.len, word->low);
	word->capital = text.len > 0 &&
		tb_is_upper(tb_utf8_next(text.data, text.len, &step));
	for (uint32_t i = 0; i < text.len; i += step)
	{
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);

		letters += tb_is_letter(c);
		uppers += tb_is_letter(c) && tb_is_upper(c);
	}
	word->caps = letters > 1 && uppers == letters;
	return true;
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

bool
tb_word_ends_in(const TbWord *word, const char *suffixes)
{
	while (*suffixes != '\0')
	{
		size_t		n = strcspn(suffixes, " ");

		if (n > 0 && n <= word->len &&
			memcmp(word->low + word->len - n, suffixes, n) == 0)
			return true;
		suffixes += n;
		suffixes += *suffixes == ' ';
	}
	return false;
}

uint32_t
tb_letter_at(const char *s, uint32_t len, int n)
{
	uint32_t	step;

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
	return tb_lower_char(tb_utf8_next(s + len, strlen(s + len), &step));
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
		n += tb_is_vowel(tb_utf8_next(word->low + i, word->len - i, &step));
	return n;
}
