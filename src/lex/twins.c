/*
 * twins.c
 *	  Finds words of two scripts and writes them in one.
 *
 * Nearly no text has any, so the search must cost nothing: the scanner, which
 * sees the scripts of each word anyway, asks for it when a word has two.  Then
 * the text is searched where the scripts meet, and cut into tokens anew:
 *
 *	в Aстане	A is Latin, beside it с: the word is looked at
 *				1 Latin letter with a twin, 5 Cyrillic: А is put for A
 */
#include "lex/twins.h"

#include "base/fold.h"
#include "base/utf8.h"

/* More letters than that are no word that a slip made. */
#define MAX_LETTERS 60

typedef TbVec(uint32_t) Places;

/* ------------------------------------------------------------------ search */

static inline bool
is_latin(unsigned char c)
{
	return (unsigned char) ((c | 32) - 'a') < 26;
}

/* May the scripts meet between byte a and byte b behind it? */
static inline bool
may_meet(unsigned char a, unsigned char b)
{
	/* 0xC3, 0xC6, 0xC9 lead ë, Ə and ə */
	return (is_latin(a) & (b >> 7)) | ((a >> 7) & is_latin(b)) |
		(a == 0xC3) | (a == 0xC6) | (a == 0xC9);
}

/* The first byte at or behind i where the scripts may meet, or len. */
static uint32_t
next_meeting(const unsigned char *s, uint32_t len, uint32_t i)
{
	for (; i + 1 < len; i++)
		if (may_meet(s[i], s[i + 1]))
			return i;
	return len;
}

/* ------------------------------------------------------------------- words */

/* The character that ends before byte i; *start gets its first byte. */
static uint32_t
character_before(const char *s, uint32_t i, uint32_t least, uint32_t *start)
{
	uint32_t	step;
	uint32_t	at = i - 1;
	uint32_t	c;

	while (at > least && i - at < 4 && ((unsigned char) s[at] & 0xC0) == 0x80)
		at--;
	c = tb_utf8_next(s + at, i - at, &step);
	*start = at;
	return at + step == i ? c : TB_BAD_CHAR;
}

static bool
in_word(uint32_t c)
{
	return c != TB_BAD_CHAR && (tb_is_letter(c) || tb_is_ignorable(c));
}

/* Where the word begins that byte i is in; not before least. */
static uint32_t
word_start(const char *s, uint32_t i, uint32_t least)
{
	while (i > least && ((unsigned char) s[i] & 0xC0) == 0x80)
		i--;
	while (i > least)
	{
		uint32_t	start;

		if (!in_word(character_before(s, i, least, &start)))
			break;
		i = start;
	}
	return i;
}

/*
 * Is the word at byte i one whose Latin letters are replaced?  *end gets the
 * byte behind it (behind i, if there is no word).
 */
static bool
is_mixed(const char *s, uint32_t len, uint32_t i, uint32_t *end)
{
	uint32_t	cyrillic = 0;
	uint32_t	letters = 0;
	bool		twins = true;
	uint32_t	step = 1;

	for (*end = i; *end < len; *end += step)
	{
		uint32_t	c = tb_utf8_next(s + *end, len - *end, &step);

		if (!in_word(c))
			break;
		letters++;
		if (tb_is_cyrillic(c))
			cyrillic++;
		else if (tb_cyrillic_twin(c) == 0 && !tb_is_ignorable(c))
			twins = false;
	}
	if (*end == i)
		*end += step;
	return twins && cyrillic > 0 && letters <= MAX_LETTERS;
}

/* Add the places of the letters to be replaced of a word. */
static TbStatus
take_word(const char *s, uint32_t i, uint32_t end, TbArena *arena, Places *places)
{
	while (i < end)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s + i, end - i, &step);

		if (tb_cyrillic_twin(c) != 0)
		{
			uint32_t   *place = TB_PUSH(arena, places);

			if (place == NULL)
				return TB_NO_MEMORY;
			*place = i;
		}
		i += step;
	}
	return TB_OK;
}

/* The places of all letters to be replaced from byte done on. */
static TbStatus
find_places(const char *s, uint32_t len, uint32_t done, TbArena *arena, Places *places)
{
	for (;;)
	{
		uint32_t	i = next_meeting((const unsigned char *) s, len, done);
		uint32_t	start;

		if (tb_arena_poll(arena))
			return TB_INTERRUPTED;
		if (i >= len)
			return TB_OK;
		start = word_start(s, i, done);
		if (is_mixed(s, len, start, &done))
			TB_TRY(take_word(s, start, done, arena, places));
		if (done <= i)
			done = i + 1;
	}
}

/* -------------------------------------------------------------------- copy */

/* Write s with the letters at the places replaced; the bytes written. */
static uint32_t
write_copy(const char *s, uint32_t len, const Places *places, char *out,
		   uint32_t *grown, uint32_t *ngrown)
{
	uint32_t	from = 0;
	uint32_t	n = 0;

	*ngrown = 0;
	for (uint32_t i = 0; i < places->n; i++)
	{
		uint32_t	at = places->at[i];
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s + at, len - at, &step);

		memcpy(out + n, s + from, at - from);
		n += at - from;
		n += tb_utf8_put(out + n, tb_cyrillic_twin(c));
		from = at + step;
		if (step == 1)
			grown[(*ngrown)++] = n - 1;
	}
	memcpy(out + n, s + from, len - from);
	return n + len - from;
}

TbStatus
tb_twins_replace(TbText *text, uint32_t from, TbArena *arena)
{
	const char *data = text->data;
	uint32_t	len = text->len;
	Places		places = {0};
	char	   *copy;
	uint32_t   *grown;

	TB_TRY(find_places(data, len, from, arena, &places));
	if (places.n == 0)
		return TB_OK;
	if ((size_t) len + places.n > TB_MAX_TEXT)
		return TB_NO_MEMORY;
	copy = tb_arena_alloc(arena, (size_t) len + places.n);
	grown = tb_arena_alloc(arena, places.n * sizeof(uint32_t));
	if (copy == NULL || grown == NULL)
		return TB_NO_MEMORY;
	text->len = write_copy(data, len, &places, copy, grown, &text->ngrown);
	text->data = copy;
	text->grown = grown;
	return TB_OK;
}

size_t
tb_twins_word(const char *word, size_t len, char *out)
{
	size_t		n = 0;
	uint32_t	i = 0;

	if (next_meeting((const unsigned char *) word, (uint32_t) len, 0) >= len)
		return 0;
	while (i < len)
	{
		uint32_t	end;
		bool		mixed = is_mixed(word, (uint32_t) len, i, &end);

		while (i < end)
		{
			uint32_t	step;
			uint32_t	c = tb_utf8_next(word + i, end - i, &step);
			uint32_t	twin = mixed ? tb_cyrillic_twin(c) : 0;

			if (twin != 0)
				n += tb_utf8_put(out + n, twin);
			else
			{
				memcpy(out + n, word + i, step);
				n += step;
			}
			i += step;
		}
	}
	return n;
}

/* ------------------------------------------------------------------ places */

/* Bytes of data before a byte that the text as it came lacks. */
static uint32_t
grown_before(const TbText *text, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = text->ngrown;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (text->grown[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
tb_text_given_byte(const TbText *text, uint32_t byte)
{
	return byte - grown_before(text, byte);
}

uint32_t
tb_text_own_byte(const TbText *text, uint32_t given)
{
	uint32_t	n = 0;

	while (n < text->ngrown && text->grown[n] - n - 1 < given)
		n++;
	return given + n;
}
