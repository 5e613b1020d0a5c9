/*
 * stem.c
 *	  Words to stems.
 *
 * A word in small Cyrillic letters has one stem, the beginning of its folded
 * text: it is cut off where the word stands and never copied.  Names and
 * Latin words take more work, and their answers are kept in a small cache.
 * A slot holds a folded word and its stems, and a word has four that it may
 * be in.  A new one takes the last of them, and moves one up each time that
 * it comes again, so that words which come once do not drive out the others:
 *
 *	slot	lengths | токаевым 12 токаев 8 тока
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
#include "lex/stem_russian.h"
#include "lex/twins.h"
#include "lex/word.h"

#define SETS 512				/* of slots, a power of two */
#define WAYS 4					/* slots of a set */
#define SLOT_BYTES 62			/* which makes a slot a line of the cache */
#define LINE sizeof(Slot)

/* Longest word in bytes that is stemmed at all. */
#define MAX_STEMMED 1000

/* Shortest base in bytes that an ending is taken off. */
#define MIN_BASE 6

/* Longest name in bytes that is bent. */
#define MAX_NAME 120

/* Set in a key's length byte when the word is part of a person's name. */
#define PERSON_KEY 0x80

typedef struct Slot
{
	uint8_t		key;			/* its length, and PERSON_KEY; 0: empty slot */
	uint8_t		nstems;
	char		bytes[SLOT_BYTES];	/* key, then each stem behind its length */
} Slot;

struct TbStemmer
{
	const TbLexicon *lex;
	struct sb_stemmer *english;
	TbStems		stems;			/* the answer */
	char		text[TB_STEM_MAX_BYTES + 2048]; /* where its strings are */
	char		folded[TB_STEM_MAX_BYTES * 2];	/* the word asked last */
	size_t		used;
	bool		failed;
	uint32_t	hashes[SETS][WAYS]; /* of the words in the slots */
	Slot		(*slots)[WAYS]; /* SETS, aligned to lines */
};

typedef enum Script
{
	SCRIPT_CYRILLIC, SCRIPT_LATIN, SCRIPT_OTHER
} Script;

TbStemmer *
tb_stemmer_open(const TbLexicon *lex, TbArena *arena)
{
	TbStemmer  *s = tb_arena_alloc(arena, sizeof(TbStemmer));
	char	   *slots = tb_arena_alloc(arena, (SETS * WAYS + 1) * LINE);

	if (s == NULL || slots == NULL)
		return NULL;
	s->lex = lex;
	s->slots = (void *) (slots + (LINE - (uintptr_t) slots % LINE) % LINE);
	s->english = sb_stemmer_new("english", "UTF_8");
	return s->english == NULL ? NULL : s;
}

void
tb_stemmer_close(TbStemmer *s)
{
	sb_stemmer_delete(s->english);
	s->english = NULL;
}

/* ------------------------------------------------------------------ stems */

/* The script of a folded word; a digit or a mark makes it another one. */
static Script
script_of(const char *folded, size_t len)
{
	bool		cyrillic = true;
	bool		latin = true;

	for (size_t i = 0; i < len && (cyrillic || latin);)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(folded + i, len - i, &step);

		cyrillic = cyrillic && tb_is_cyrillic(c);
		latin = latin && c < 0x250 && tb_is_letter(c);
		i += step;
	}
	if (cyrillic)
		return SCRIPT_CYRILLIC;
	return latin ? SCRIPT_LATIN : SCRIPT_OTHER;
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
	const sb_symbol *stem;

	if (script == SCRIPT_CYRILLIC && len <= MAX_STEMMED)
		len = tb_stem_russian(folded, len);
	if (script != SCRIPT_LATIN || len > MAX_STEMMED)
	{
		add_stem(s, folded, len);
		return;
	}
	stem = sb_stemmer_stem(s->english, (const sb_symbol *) folded, (int) len);
	if (stem == NULL)
		s->failed = true;
	else
		add_stem(s, (const char *) stem, (size_t) sb_stemmer_length(s->english));
}

/* ------------------------------------------------------------------ names */

/* An ending, which the compiler measures. */
#define ENDING(text) {text, sizeof(text) - 1}

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
static inline bool
ends_in(const char *folded, size_t len, TbStr ending)
{
	return len >= ending.len &&
		memcmp(folded + len - ending.len, ending.data, ending.len) == 0;
}

/* Take an ending off a folded word; the length of its base, 0: it has none. */
static inline size_t
base_length(const char *folded, size_t len, TbStr ending)
{
	return ends_in(folded, len, ending) ? len - ending.len : 0;
}

/* The last letter of len folded bytes. */
static uint32_t
last_letter(const char *folded, size_t len)
{
	uint32_t	step;

	return len < 2 ? 0 : tb_utf8_next(folded + len - 2, 2, &step);
}

/* Bytes of the case ending that a surname in -ов or -ин seems to have. */
static size_t
surname_ending(const char *folded, size_t len)
{
	switch (last_letter(folded, len))
	{
		case U'а':
		case U'у':
		case U'е':
		case U'ы':
			return 2;
		case U'м':
			return last_letter(folded, len - 2) == U'ы' ||
				last_letter(folded, len - 2) == U'о' ? 4 : 0;
		case U'й':
			return last_letter(folded, len - 2) == U'о' ? 4 : 0;
		case U'х':
			return last_letter(folded, len - 2) == U'ы' ? 4 : 0;
		case U'и':
			return ends_in(folded, len, (TbStr) ENDING("ыми")) ? 6 : 0;
		default:
			return 0;
	}
}

/*
 * The length of a surname in -ов, -ев, -ин, -ын without the ending of its
 * case; 0: the folded word is none.
 */
static size_t
surname_base(const char *folded, size_t len)
{
	size_t		base = len - surname_ending(folded, len);
	uint32_t	last = last_letter(folded, base);
	uint32_t	before;

	if (base <= 4 || (last != U'в' && last != U'н'))
		return 0;
	before = last_letter(folded, base - 2);
	if (last == U'в' ? before == U'о' || before == U'е' : before == U'и' || before == U'ы')
		return base;
	return 0;
}

/*
 * Add the stems of a surname in all cases: Snowball takes the -ов of the
 * nominative for an ending (Токаев -> тока), in no other case.
 */
static void
add_surname_stems(TbStemmer *s, const char *folded, size_t base)
{
	add_form(s, folded, base, "");
	add_form(s, folded, base, "а");
	add_form(s, folded, base, "ым");
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
	uint32_t	last = base < MIN_BASE ? 0 : last_letter(folded, base);

	if (last != U'а' && last != U'е' && last != U'у' && last != U'я')
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
	static const TbStr longest = ENDING("ом");
	static const TbStr hard[] = {ENDING(""), ENDING("а"), ENDING("у"), ENDING("е")};
	static const TbStr soft[] = {
		ENDING("ем"), ENDING("й"), ENDING("я"), ENDING("ю"), ENDING("е")
	};

	if (add_hard_stems(s, folded, base_length(folded, len, longest), MIN_BASE + 2))
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

/* Add the stems that a name has in other cases. */
static void
add_name_stems(TbStemmer *s, const char *folded, size_t len, uint32_t node,
			   bool person)
{
	size_t		base = surname_base(folded, len);

	if (base > 0)
		add_surname_stems(s, folded, base);
	else if (!person || node == 0 || !add_given_stems(s, node))
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
find_stems(TbStemmer *s, TbStr folded, uint32_t node, Script script, bool name,
		   bool person)
{
	s->stems.n = 0;
	s->used = 0;
	add_stem_of(s, folded.data, folded.len, script);
	if (name)
		add_name_stems(s, folded.data, folded.len, node, person);
}

/* ------------------------------------------------------------------ cache */

/* The stems that a slot holds. */
static void
read_slot(TbStemmer *s, const Slot *slot, size_t len)
{
	const char *at = slot->bytes + len;

	s->stems.n = slot->nstems;
	for (uint32_t i = 0; i < s->stems.n; i++)
	{
		s->stems.at[i] = (TbStr) {at + 1, (unsigned char) *at};
		at += s->stems.at[i].len + 1;
	}
}

/* Keep the answer in the first free slot of a set or the last, if it fits. */
static void
write_slot(TbStemmer *s, uint32_t set, TbStr folded, uint32_t hash, uint8_t key)
{
	uint32_t	way = 0;
	Slot	   *slot;
	char	   *at;

	/* a stem takes one byte more, here for its length, there for a NUL */
	if (folded.len + s->used > SLOT_BYTES)
		return;
	while (way < WAYS - 1 && s->slots[set][way].key != 0)
		way++;
	s->hashes[set][way] = hash;
	slot = &s->slots[set][way];
	slot->key = key;
	slot->nstems = (uint8_t) s->stems.n;
	at = slot->bytes;
	memcpy(at, folded.data, folded.len);
	at += folded.len;
	for (uint32_t i = 0; i < s->stems.n; i++)
	{
		*at++ = (char) s->stems.at[i].len;
		memcpy(at, s->stems.at[i].data, s->stems.at[i].len);
		at += s->stems.at[i].len;
	}
}

/* Exchange a slot with the one before it. */
static void
move_up(TbStemmer *s, uint32_t set, uint32_t way)
{
	Slot		slot = s->slots[set][way];
	uint32_t	hash = s->hashes[set][way];

	s->slots[set][way] = s->slots[set][way - 1];
	s->hashes[set][way] = s->hashes[set][way - 1];
	s->slots[set][way - 1] = slot;
	s->hashes[set][way - 1] = hash;
}

/* The slot of a word in its set, or NULL. */
static const Slot *
find_slot(TbStemmer *s, uint32_t set, TbStr folded, uint32_t hash, uint8_t key)
{
	for (uint32_t way = 0; way < WAYS; way++)
	{
		const Slot *slot = &s->slots[set][way];

		if (s->hashes[set][way] != hash || slot->key != key ||
			memcmp(slot->bytes, folded.data, folded.len) != 0)
			continue;
		if (way == 0)
			return slot;
		move_up(s, set, way);
		return slot - 1;
	}
	return NULL;
}

/* The stems of a name or a Latin word, from the cache if it is there. */
static const TbStems *
find_cached(TbStemmer *s, TbStr folded, uint32_t node, Script script,
			bool person)
{
	uint32_t	hash = (uint32_t) tb_hash_word(folded.data, folded.len);
	uint32_t	set = hash % SETS;
	uint8_t		key = (uint8_t) (folded.len | (person ? PERSON_KEY : 0));
	bool		cached = folded.len < SLOT_BYTES;
	const Slot *slot = cached ? find_slot(s, set, folded, hash, key) : NULL;

	if (slot != NULL)
	{
		read_slot(s, slot, folded.len);
		return &s->stems;
	}
	s->failed = false;
	find_stems(s, folded, node, script, script == SCRIPT_CYRILLIC, person);
	if (s->failed)
		return NULL;
	if (cached)
		write_slot(s, set, folded, hash, key);
	return &s->stems;
}

/* --------------------------------------------------------------- the door */

/* The stems of a folded word that is neither a name nor Latin: one or none. */
static const TbStems *
find_plain(TbStemmer *s, TbStr folded, Script script)
{
	s->stems.n = folded.len > 0;
	s->stems.at[0] = folded;
	if (script == SCRIPT_CYRILLIC && folded.len <= MAX_STEMMED)
		s->stems.at[0].len = (uint32_t) tb_stem_russian(folded.data, folded.len);
	return &s->stems;
}

const TbStems *
tb_stemmer_find_folded(TbStemmer *s, TbStr folded, uint32_t node, uint64_t mask,
					   bool cyrillic, bool capital, bool person)
{
	Script		script = cyrillic ? SCRIPT_CYRILLIC : script_of(folded.data, folded.len);
	bool		name = script == SCRIPT_CYRILLIC && capital && folded.len <= MAX_NAME;

	/* what is no word of the image is a user's term and no name of ours */
	if (node >= s->lex->image->nnodes)
		node = 0;
	if (folded.len == 0 ||
		((mask & UINT64_C(1) << TB_STOP) != 0 &&
		 tb_lexicon_reading(s->lex, node, TB_STOP) != NULL))
	{
		s->stems.n = 0;
		return &s->stems;
	}
	name = name && (person || may_be_name(s, node) ||
					surname_base(folded.data, folded.len) > 0);
	if (name || script == SCRIPT_LATIN)
		return find_cached(s, folded, node, script, person);
	return find_plain(s, folded, script);
}

/* Fold a word that may have other letters than А..я; look-alikes are put right. */
static size_t
fold_mixed(TbStr word, char *folded)
{
	char		repaired[TB_STEM_MAX_BYTES * 2];
	size_t		len = tb_twins_word(word.data, word.len, repaired);

	return len > 0 ? tb_fold(repaired, len, folded)
		: tb_fold(word.data, word.len, folded);
}

const TbStems *
tb_stemmer_find(TbStemmer *s, TbStr word, bool person)
{
	TbStr		folded = {s->folded, 0};
	bool		russian = false;
	uint32_t	node;
	uint64_t	mask;

	if (word.len <= TB_STEM_MAX_BYTES)
	{
		folded.len = tb_lower_russian(word.data, word.len, s->folded).bytes;
		russian = folded.len == word.len;
		if (!russian)
			folded.len = (uint32_t) fold_mixed(word, s->folded);
	}
	node = tb_lexicon_find_hashed(s->lex, folded, tb_hash_word(folded.data, folded.len),
								  &mask);
	return tb_stemmer_find_folded(s, folded, node, mask, russian,
								  begins_with_capital(word), person);
}
