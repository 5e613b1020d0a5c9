/*
 * stem.c
 *	  Words to stems, through a small cache.
 *
 * A text of 10,000 words has some 3,000 different ones, and the frequent ones
 * are the same in every text.  A slot of the cache holds a word as written and
 * its stems; a word has two slots it may be in, and the newer word takes the
 * first.  The cache is small on purpose: a big one would leave the processor's
 * and cost more than the stemming it saves.
 *
 *	slot	hash, lengths | Токаевым токаев\0 тока\0
 *	slot	hash, lengths | областного				(stem: its first 12 bytes)
 *
 * A word that does not fit into a slot is stemmed each time.
 */
#include "lex/stem.h"

#include <stdlib.h>
#include <string.h>

#include <libstemmer.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/hash.h"
#include "lex/twins.h"
#include "lex/word.h"

#define SLOTS 8192				/* a power of two */
#define SLOT_BYTES 57

/* Snowball refuses nothing, but is recursive for some languages. */
#define MAX_SNOWBALL 1000

/* Shortest base in bytes that an ending is taken off. */
#define MIN_BASE 6

/* Longest name in bytes that is bent. */
#define MAX_NAME 120

/* Set in a key's length byte when the word is part of a person's name. */
#define PERSON_KEY 0x80

typedef struct Slot
{
	uint32_t	hash;
	uint8_t		key;			/* its length, and PERSON_KEY; 0: empty slot */
	uint8_t		nstems;
	uint8_t		prefix;			/* the only stem is that much of the key; or 0 */
	char		bytes[SLOT_BYTES];	/* key, then the stems, each with a NUL */
} Slot;

struct TbStemmer
{
	const TbLexicon *lex;
	struct sb_stemmer *russian;
	struct sb_stemmer *english;
	TbStems		stems;			/* the answer */
	char		text[TB_STEM_MAX_BYTES + 2048]; /* where its strings are */
	size_t		used;
	bool		failed;
	Slot		slots[SLOTS];
};

typedef enum Script
{
	SCRIPT_CYRILLIC, SCRIPT_LATIN, SCRIPT_OTHER
} Script;

TbStemmer *
tb_stemmer_open(const TbLexicon *lex, TbArena *arena)
{
	TbStemmer  *s = tb_arena_alloc(arena, sizeof(TbStemmer));

	if (s == NULL)
		return NULL;
	s->lex = lex;
	s->russian = sb_stemmer_new("russian", "UTF_8");
	s->english = sb_stemmer_new("english", "UTF_8");
	if (s->russian == NULL || s->english == NULL)
	{
		tb_stemmer_close(s);
		return NULL;
	}
	return s;
}

void
tb_stemmer_close(TbStemmer *s)
{
	sb_stemmer_delete(s->russian);
	sb_stemmer_delete(s->english);
	s->russian = s->english = NULL;
}

bool
tb_stem_is_stop(const TbLexicon *lex, const char *folded, size_t len)
{
	uint32_t	node = tb_lexicon_find_word(lex, folded, len);

	return node != 0 &&
		(tb_lexicon_mask(lex, node) & UINT64_C(1) << TB_STOP) != 0 &&
		tb_lexicon_reading(lex, node, TB_STOP) != NULL;
}

/* ------------------------------------------------------------------ stems */

/* The script of a folded word; a digit or a mark makes it another one. */
static Script
script_of(const char *folded, size_t len)
{
	size_t		cyrillic = 0;
	size_t		latin = 0;
	size_t		all = 0;

	for (size_t i = 0; i < len; all++)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(folded + i, len - i, &step);

		if (tb_is_cyrillic(c))
			cyrillic++;
		else if (c < 0x250 && tb_is_letter(c))
			latin++;
		i += step;
	}
	if (cyrillic == all)
		return SCRIPT_CYRILLIC;
	return latin == all ? SCRIPT_LATIN : SCRIPT_OTHER;
}

/* Add len bytes as a stem, unless they are one already. */
static void
add_stem(TbStemmer *s, const char *text, size_t len)
{
	char	   *copy = s->text + s->used;

	if (len == 0 || s->stems.n == TB_MAX_STEMS ||
		s->used + len + 1 > sizeof(s->text))
		return;
	for (uint32_t i = 0; i < s->stems.n; i++)
		if (s->stems.at[i].len == len &&
			memcmp(s->stems.at[i].data, text, len) == 0)
			return;
	memcpy(copy, text, len);
	copy[len] = '\0';
	s->stems.at[s->stems.n++] = (TbStr) {copy, (uint32_t) len};
	s->used += len + 1;
}

/* Add the stem of a folded word. */
static void
add_stem_of(TbStemmer *s, const char *folded, size_t len, Script script)
{
	struct sb_stemmer *snowball =
		script == SCRIPT_CYRILLIC ? s->russian : s->english;
	const sb_symbol *stem;

	if (script == SCRIPT_OTHER || len > MAX_SNOWBALL)
	{
		add_stem(s, folded, len);
		return;
	}
	stem = sb_stemmer_stem(snowball, (const sb_symbol *) folded, (int) len);
	if (stem == NULL)
		s->failed = true;
	else
		add_stem(s, (const char *) stem, (size_t) sb_stemmer_length(snowball));
}

/* ------------------------------------------------------------------ names */

/* Add the stem of a base and an ending. */
static void
add_form(TbStemmer *s, const char *base, size_t len, const char *ending)
{
	char		form[MAX_NAME + 16];
	size_t		n = strlen(ending);

	memcpy(form, base, len);
	memcpy(form + len, ending, n);
	add_stem_of(s, form, len + n, SCRIPT_CYRILLIC);
}

/* Does a folded word end so? */
static bool
ends_in(const char *folded, size_t len, const char *ending)
{
	size_t		n = strlen(ending);

	return len >= n && memcmp(folded + len - n, ending, n) == 0;
}

/* Take an ending off a folded word; the length of its base, 0: it has none. */
static size_t
base_length(const char *folded, size_t len, const char *ending)
{
	return ends_in(folded, len, ending) ? len - strlen(ending) : 0;
}

/*
 * Surnames in -ов, -ев, -ин, -ын in any case: Snowball takes the -ов of the
 * nominative for an ending (Токаев -> тока), in no other case.
 */
static bool
add_surname_stems(TbStemmer *s, const char *folded, size_t len)
{
	static const char *const endings[] = {
		"", "а", "у", "ым", "ом", "е", "ой", "ы", "ых", "ыми"
	};
	static const char *const suffixes[] = {"ов", "ев", "ин", "ын"};

	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
	{
		size_t		base = base_length(folded, len, endings[e]);

		for (size_t k = 0; k < sizeof(suffixes) / sizeof(*suffixes); k++)
			if (base > strlen(suffixes[k]) && ends_in(folded, base, suffixes[k]))
			{
				add_form(s, folded, base, "");
				add_form(s, folded, base, "а");
				add_form(s, folded, base, "ым");
				return true;
			}
	}
	return false;
}

/* The last letter of len folded bytes. */
static uint32_t
last_letter(const char *folded, size_t len)
{
	uint32_t	step;

	return len < 2 ? 0 : tb_utf8_next(folded + len - 2, 2, &step);
}

/* Add the stems of a masculine name in a consonant, by its base. */
static bool
add_hard_stems(TbStemmer *s, const char *folded, size_t base, size_t least)
{
	if (base < least || !tb_is_consonant(last_letter(folded, base)))
		return false;
	add_form(s, folded, base, "");
	add_form(s, folded, base, "а");
	add_form(s, folded, base, "у");
	return true;
}

/* Add the stems of a masculine name in -ай, -ей, -уй, by what is before й. */
static bool
add_soft_stems(TbStemmer *s, const char *folded, size_t base)
{
	if (base < MIN_BASE ||
		!(ends_in(folded, base, "а") || ends_in(folded, base, "е") ||
		  ends_in(folded, base, "у") || ends_in(folded, base, "я")))
		return false;
	add_form(s, folded, base, "й");
	add_form(s, folded, base, "я");
	add_form(s, folded, base, "ю");
	return true;
}

/*
 * Masculine names in a consonant (Эрдоган -> эрдога, Эрдогану -> эрдоган) and
 * in й (Туякбай -> туякба, Туякбая -> туякб) in any case.  Names in а and ь
 * keep one stem, and so do those in -ий.
 */
static void
add_masculine_stems(TbStemmer *s, const char *folded, size_t len)
{
	static const char *const hard[] = {"", "а", "у", "е"};
	static const char *const soft[] = {"ем", "й", "я", "ю", "е"};

	if (add_hard_stems(s, folded, base_length(folded, len, "ом"), MIN_BASE + 2))
		return;
	for (int e = 0; e < 5; e++)
		if (add_soft_stems(s, folded, base_length(folded, len, soft[e])))
			return;
	for (int e = 0; e < 4; e++)
		if (add_hard_stems(s, folded, base_length(folded, len, hard[e]), MIN_BASE))
			return;
}

/* Add the stems of a given name that the lexicon has: Павел, Лев, Илья. */
static bool
add_given_stems(TbStemmer *s, uint32_t node)
{
	const TbReading *reading = tb_lexicon_reading(s->lex, node, TB_GIVEN);
	const char *spec;
	TbNameHints hints;
	TbStr		name;
	char		form[TB_MAX_FORM];
	char		folded[TB_MAX_FORM];

	if (reading == NULL)
		return false;
	spec = tb_lexicon_string(s->lex, tb_lexicon_entry(s->lex, reading->entry)->spec);
	if (tb_name_parse((TbStr) {spec, (uint32_t) strlen(spec)}, &name, &hints) != NULL)
		return false;
	for (int kase = 0; kase < TB_NCASES; kase++)
		if (tb_inflect_to(name, &hints, (TbCase) kase, false, form))
			add_stem_of(s, folded, tb_fold(form, strlen(form), folded),
						SCRIPT_CYRILLIC);
	return true;
}

/* Is a word of the lexicon a name, or may an unknown one be? */
static bool
may_be_name(const TbStemmer *s, uint32_t node)
{
	const uint64_t names = UINT64_C(1) << TB_PLACE | UINT64_C(1) << TB_GIVEN |
		UINT64_C(1) << TB_SURNAME;
	uint32_t	n;

	if (node == 0 || (tb_lexicon_mask(s->lex, node) & names) != 0)
		return true;
	(void) tb_lexicon_readings(s->lex, node, &n);
	return n == 0;
}

/* Add the stems that a capitalised word has in other cases, if it is a name. */
static void
add_name_stems(TbStemmer *s, const char *folded, size_t len, bool person)
{
	uint32_t	node;

	if (add_surname_stems(s, folded, len))
		return;
	node = tb_lexicon_find_word(s->lex, folded, len);
	if (!person && !may_be_name(s, node))
		return;
	if (!person || node == 0 || !add_given_stems(s, node))
		add_masculine_stems(s, folded, len);
}

/* Is the word written as a name is? */
static bool
begins_with_capital(TbStr word)
{
	uint32_t	step;

	return word.len > 0 && tb_is_upper(tb_utf8_next(word.data, word.len, &step));
}

/* Find the stems of a word that the cache does not have. */
static void
find_stems(TbStemmer *s, TbStr word, bool person)
{
	char		repaired[TB_STEM_MAX_BYTES * 2];
	char		folded[TB_STEM_MAX_BYTES * 2];
	size_t		len = tb_twins_word(word.data, word.len, repaired);
	Script		script;

	len = len > 0 ? tb_fold(repaired, len, folded)
		: tb_fold(word.data, word.len, folded);

	s->stems.n = 0;
	s->used = 0;
	if (len == 0 || tb_stem_is_stop(s->lex, folded, len))
		return;
	script = script_of(folded, len);
	add_stem_of(s, folded, len, script);
	if (script == SCRIPT_CYRILLIC && len <= MAX_NAME &&
		begins_with_capital(word))
		add_name_stems(s, folded, len, person);
}

/* ------------------------------------------------------------------ cache */

/* The stems that a slot holds. */
static void
read_slot(TbStemmer *s, const Slot *slot, size_t len)
{
	const char *at = slot->bytes + len;

	s->stems.n = slot->nstems;
	if (slot->prefix > 0)
	{
		s->stems.at[0] = (TbStr) {slot->bytes, slot->prefix};
		return;
	}
	for (uint32_t i = 0; i < s->stems.n; i++)
	{
		s->stems.at[i] = (TbStr) {at, (uint32_t) strlen(at)};
		at += s->stems.at[i].len + 1;
	}
}

/* Keep the answer in the first of two slots, if it fits. */
static void
write_slot(TbStemmer *s, Slot *slot, TbStr word, uint32_t hash, uint8_t key)
{
	bool		prefix = s->stems.n == 1 && s->stems.at[0].len <= word.len &&
		memcmp(s->stems.at[0].data, word.data, s->stems.at[0].len) == 0;

	if (!prefix && word.len + s->used > SLOT_BYTES)
		return;
	slot[1] = slot[0];
	slot->hash = hash;
	slot->key = key;
	slot->nstems = (uint8_t) s->stems.n;
	slot->prefix = prefix ? (uint8_t) s->stems.at[0].len : 0;
	memcpy(slot->bytes, word.data, word.len);
	if (!prefix)
		memcpy(slot->bytes + word.len, s->text, s->used);
}

/* The slot of a word among the two it may be in, or NULL. */
static const Slot *
find_slot(const Slot *pair, TbStr word, uint32_t hash, uint8_t key)
{
	for (int i = 0; i < 2; i++)
		if (pair[i].hash == hash && pair[i].key == key &&
			memcmp(pair[i].bytes, word.data, word.len) == 0)
			return &pair[i];
	return NULL;
}

const TbStems *
tb_stemmer_find(TbStemmer *s, TbStr word, bool person)
{
	uint32_t	hash = tb_hash_word(word.data, word.len);
	Slot	   *pair = &s->slots[hash & (SLOTS - 2)];
	uint8_t		key = (uint8_t) (word.len | (person ? PERSON_KEY : 0));
	bool		cached = word.len > 0 && word.len < SLOT_BYTES;
	const Slot *slot = cached ? find_slot(pair, word, hash, key) : NULL;

	if (slot != NULL)
	{
		read_slot(s, slot, word.len);
		return &s->stems;
	}
	s->failed = false;
	if (word.len > TB_STEM_MAX_BYTES)
		s->stems.n = 0;
	else
		find_stems(s, word, person);
	if (s->failed)
		return NULL;
	if (cached)
		write_slot(s, pair, word, hash, key);
	return &s->stems;
}
