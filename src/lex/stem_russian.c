/*
 * stem_russian.c
 *	  Snowball's Russian stemmer by comparisons of whole endings.
 *
 * libstemmer runs the same algorithm through tables that it searches letter
 * by letter; that was an eighth of all the work of indexing a text.  Folded
 * text is simpler: each letter has two bytes, there are no capitals and no ё,
 * and nothing is ever put in place of what is cut off.  So an ending of two
 * letters is one comparison of four bytes, behind a switch on the last one.
 *
 * The algorithm is snowballstem.org/algorithms/russian/stemmer.html.  RV is
 * what stands behind the first vowel, and only endings inside it count:
 *
 *	1	a perfective gerund goes, else: a reflexive ending, and then
 *		an adjective's with its participle's, or a verb's, or a noun's
 *	2	и goes
 *	3	ост, ость go, if they lie in R2
 *	4	ейш, ейше go; нн becomes н; else ь goes
 *
 *	«воспользовавшись»	RV спользовавшись: авшись is a gerund's: воспользова
 *	«государственными»	RV сударственными: ыми is an adjective's, нн becomes н
 *
 * Of several endings that fit the longest counts, and when it may not stand
 * there, no shorter one is tried.  test_stem.c compares every word with
 * libstemmer's answer.
 */
#include "lex/stem_russian.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A word while it is being cut: its last byte may not go before rv. */
typedef struct Cut
{
	const char *word;
	const char *rv;				/* where RV begins */
	const char *end;
} Cut;

/* The letter before a byte, as a code point of two bytes. */
static inline uint32_t
letter_before(const char *end)
{
	return (uint32_t) ((unsigned char) end[-2] & 0x1F) << 6 |
		((unsigned char) end[-1] & 0x3F);
}

static inline bool
is_vowel(uint32_t c)
{
	const uint32_t vowels = 1u << (U'а' - U'а') | 1u << (U'е' - U'а') |
		1u << (U'и' - U'а') | 1u << (U'о' - U'а') | 1u << (U'у' - U'а') |
		1u << (U'ы' - U'а') | 1u << (U'э' - U'а') | 1u << (U'ю' - U'а') |
		1u << (U'я' - U'а');

	return c - U'а' < 32 && (vowels >> (c - U'а') & 1);
}

/* The last letter inside RV, or 0. */
static inline uint32_t
last_letter(const Cut *cut)
{
	return cut->end > cut->rv ? letter_before(cut->end) : 0;
}

/* Does the word end so, inside RV? */
#define ENDS(cut, ending) \
	((cut)->end - (cut)->rv >= (ptrdiff_t) sizeof(ending) - 1 && \
	 memcmp((cut)->end - (sizeof(ending) - 1), (ending), sizeof(ending) - 1) == 0)

/* The bytes of an ending if the word ends so, else 0. */
#define LENGTH(cut, ending) (ENDS(cut, ending) ? (int) sizeof(ending) - 1 : 0)

/* Take n bytes off; false for none. */
static inline bool
take_off(Cut *cut, int n)
{
	cut->end -= n;
	return n > 0;
}

/* Take n bytes off if а or я stands before them inside RV. */
static inline bool
take_off_behind_a(Cut *cut, int n)
{
	Cut			before = {cut->word, cut->rv, cut->end - n};
	uint32_t	c = last_letter(&before);

	return n > 0 && (c == U'а' || c == U'я') && take_off(cut, n);
}

/* Behind вши, вшись and в: a longer ending with и, ы needs no а before it. */
static bool
cut_gerund(Cut *cut)
{
	int			n = 0;
	Cut			stem;
	uint32_t	before;

	switch (last_letter(cut))
	{
		case U'в':
			n = LENGTH(cut, "в");
			break;
		case U'и':
			n = LENGTH(cut, "вши");
			break;
		case U'ь':
			n = LENGTH(cut, "вшись");
			break;
		default:
			break;
	}
	if (n == 0)
		return false;
	stem = (Cut) {cut->word, cut->rv, cut->end - n};
	before = last_letter(&stem);
	if (before == U'и' || before == U'ы')
		return take_off(cut, n + 2);
	return take_off_behind_a(cut, n);
}

static void
cut_reflexive(Cut *cut)
{
	if (ENDS(cut, "ся") || ENDS(cut, "сь"))
		take_off(cut, 4);
}

static int
adjective_ending(const Cut *cut)
{
	switch (last_letter(cut))
	{
		case U'е':
			return ENDS(cut, "ее") || ENDS(cut, "ие") || ENDS(cut, "ые") ||
				ENDS(cut, "ое") ? 4 : 0;
		case U'и':
			return ENDS(cut, "ими") || ENDS(cut, "ыми") ? 6 : 0;
		case U'й':
			return ENDS(cut, "ей") || ENDS(cut, "ий") || ENDS(cut, "ый") ||
				ENDS(cut, "ой") ? 4 : 0;
		case U'м':
			return ENDS(cut, "ем") || ENDS(cut, "им") || ENDS(cut, "ым") ||
				ENDS(cut, "ом") ? 4 : 0;
		case U'о':
			return ENDS(cut, "его") || ENDS(cut, "ого") ? 6 : 0;
		case U'у':
			return ENDS(cut, "ему") || ENDS(cut, "ому") ? 6 : 0;
		case U'х':
			return ENDS(cut, "их") || ENDS(cut, "ых") ? 4 : 0;
		case U'ю':
			return ENDS(cut, "ую") || ENDS(cut, "юю") || ENDS(cut, "ою") ||
				ENDS(cut, "ею") ? 4 : 0;
		case U'я':
			return ENDS(cut, "ая") || ENDS(cut, "яя") ? 4 : 0;
		default:
			return 0;
	}
}

static void
cut_participle(Cut *cut)
{
	switch (last_letter(cut))
	{
		case U'м':
			take_off_behind_a(cut, LENGTH(cut, "ем"));
			break;
		case U'н':
			take_off_behind_a(cut, LENGTH(cut, "нн"));
			break;
		case U'ш':
			if (ENDS(cut, "ивш") || ENDS(cut, "ывш"))
				take_off(cut, 6);
			else
				take_off_behind_a(cut, LENGTH(cut, "вш"));
			break;
		case U'щ':
			if (ENDS(cut, "ующ"))
				take_off(cut, 6);
			else if (ENDS(cut, "ющ"))
				take_off_behind_a(cut, 4);
			else
				take_off_behind_a(cut, 2);
			break;
		default:
			break;
	}
}

static bool
cut_adjectival(Cut *cut)
{
	if (!take_off(cut, adjective_ending(cut)))
		return false;
	cut_participle(cut);
	return true;
}

/* Endings in ем ют ло …, which stand behind а and я, by the last letter. */
static bool
cut_verb(Cut *cut)
{
	switch (last_letter(cut))
	{
		case U'а':
			if (ENDS(cut, "ила") || ENDS(cut, "ыла") || ENDS(cut, "ена"))
				return take_off(cut, 6);
			return take_off_behind_a(cut, ENDS(cut, "ла") || ENDS(cut, "на") ? 4 : 0);
		case U'е':
			if (ENDS(cut, "ейте") || ENDS(cut, "уйте"))
				return take_off(cut, 8);
			if (ENDS(cut, "ите"))
				return take_off(cut, 6);
			return take_off_behind_a(cut, ENDS(cut, "ете") || ENDS(cut, "йте") ? 6 : 0);
		case U'и':
			if (ENDS(cut, "или") || ENDS(cut, "ыли"))
				return take_off(cut, 6);
			return take_off_behind_a(cut, LENGTH(cut, "ли"));
		case U'й':
			if (ENDS(cut, "ей") || ENDS(cut, "уй"))
				return take_off(cut, 4);
			return take_off_behind_a(cut, 2);
		case U'л':
			if (ENDS(cut, "ил") || ENDS(cut, "ыл"))
				return take_off(cut, 4);
			return take_off_behind_a(cut, 2);
		case U'м':
			if (ENDS(cut, "им") || ENDS(cut, "ым"))
				return take_off(cut, 4);
			return take_off_behind_a(cut, LENGTH(cut, "ем"));
		case U'н':
			if (ENDS(cut, "ен"))
				return take_off(cut, 4);
			return take_off_behind_a(cut, 2);
		case U'о':
			if (ENDS(cut, "ило") || ENDS(cut, "ыло") || ENDS(cut, "ено"))
				return take_off(cut, 6);
			if (ENDS(cut, "нно"))
				return take_off_behind_a(cut, 6);
			return take_off_behind_a(cut, ENDS(cut, "ло") || ENDS(cut, "но") ? 4 : 0);
		case U'т':
			if (ENDS(cut, "ует") || ENDS(cut, "уют"))
				return take_off(cut, 6);
			if (ENDS(cut, "ят") || ENDS(cut, "ит") || ENDS(cut, "ыт"))
				return take_off(cut, 4);
			return take_off_behind_a(cut, ENDS(cut, "ет") || ENDS(cut, "ют") ? 4 : 0);
		case U'ы':
			if (ENDS(cut, "ены"))
				return take_off(cut, 6);
			return take_off_behind_a(cut, LENGTH(cut, "ны"));
		case U'ь':
			if (ENDS(cut, "ить") || ENDS(cut, "ыть") || ENDS(cut, "ишь"))
				return take_off(cut, 6);
			if (ENDS(cut, "ешь"))
				return take_off_behind_a(cut, 6);
			return take_off_behind_a(cut, LENGTH(cut, "ть"));
		case U'ю':
			return take_off(cut, ENDS(cut, "ую") ? 4 : 2);
		default:
			return false;
	}
}

static int
noun_ending(const Cut *cut)
{
	switch (last_letter(cut))
	{
		case U'а':
		case U'о':
		case U'у':
		case U'ы':
		case U'ь':
			return 2;
		case U'в':
			return ENDS(cut, "ев") || ENDS(cut, "ов") ? 4 : 0;
		case U'е':
			return ENDS(cut, "ие") || ENDS(cut, "ье") ? 4 : 2;
		case U'и':
			if (ENDS(cut, "иями"))
				return 8;
			if (ENDS(cut, "ями") || ENDS(cut, "ами"))
				return 6;
			return ENDS(cut, "еи") || ENDS(cut, "ии") ? 4 : 2;
		case U'й':
			if (ENDS(cut, "ией"))
				return 6;
			return ENDS(cut, "ей") || ENDS(cut, "ой") || ENDS(cut, "ий") ? 4 : 2;
		case U'м':
			if (ENDS(cut, "иям") || ENDS(cut, "ием"))
				return 6;
			return ENDS(cut, "ям") || ENDS(cut, "ем") || ENDS(cut, "ам") ||
				ENDS(cut, "ом") ? 4 : 0;
		case U'х':
			if (ENDS(cut, "иях"))
				return 6;
			return ENDS(cut, "ах") || ENDS(cut, "ях") ? 4 : 0;
		case U'ю':
			return ENDS(cut, "ию") || ENDS(cut, "ью") ? 4 : 2;
		case U'я':
			return ENDS(cut, "ия") || ENDS(cut, "ья") ? 4 : 2;
		default:
			return 0;
	}
}

/* Where R2 begins: behind a consonant that follows a vowel, twice. */
static const char *
second_region(const Cut *cut, const char *word_end)
{
	const char *at = cut->rv;

	for (int passed = 0; passed < 3; at += 2)
	{
		if (at >= word_end)
			return word_end;
		/* sought: a consonant, a vowel, a consonant */
		passed += is_vowel(letter_before(at + 2)) == (passed == 1);
	}
	return at;
}

static void
cut_derivational(Cut *cut, const char *word_end)
{
	int			n = ENDS(cut, "ость") ? 8 : LENGTH(cut, "ост");

	if (n > 0 && cut->end - n >= second_region(cut, word_end))
		take_off(cut, n);
}

static void
tidy_up(Cut *cut)
{
	if (ENDS(cut, "ейше"))
		take_off(cut, 8);
	else if (ENDS(cut, "ейш"))
		take_off(cut, 6);
	else if (last_letter(cut) == U'ь')
	{
		take_off(cut, 2);
		return;
	}
	if (ENDS(cut, "нн"))
		take_off(cut, 2);
}

size_t
tb_stem_russian(const char *folded, size_t len)
{
	const char *word_end = folded + len;
	Cut			cut = {folded, folded, word_end};

	while (cut.rv < word_end && !is_vowel(letter_before(cut.rv + 2)))
		cut.rv += 2;
	if (cut.rv >= word_end)
		return len;
	cut.rv += 2;
	if (!cut_gerund(&cut))
	{
		cut_reflexive(&cut);
		if (!cut_adjectival(&cut) && !cut_verb(&cut))
			take_off(&cut, noun_ending(&cut));
	}
	if (last_letter(&cut) == U'и')
		take_off(&cut, 2);
	cut_derivational(&cut, word_end);
	tidy_up(&cut);
	return (size_t) (cut.end - folded);
}
