/*
 * person_internal.h
 *	  What the files of the persons layer share.
 *
 * person.c has the essay: stage 1 (person_read.c, person_unit.c, person_pattern.c
 * and, for what stands around, person_context.c) reads names, stage 2
 * (person_lemma.c, person_given.c, person_sex.c) brings them to the nominative,
 * stage 3 (person.c, person_lone.c) says who is who.
 */
#ifndef TB_PERSON_INTERNAL_H
#define TB_PERSON_INTERNAL_H

#include "core/title.h"

#define MAX_UNITS 6
#define MAX_LEMMAS 12

/* Tokens of one hyphenated word: no chain is followed further. */
#define MAX_PARTS 12

/* Classes of words that are no part of a name. */
#define NO_NAME_BITS (TB_BIT(ROLE) | TB_BIT(OFFICE) | TB_BIT(BODY) | \
	TB_BIT(TITLEMOD) | TB_BIT(HONORIFIC) | TB_BIT(MARKER) | TB_BIT(ORGWORD) | \
	TB_BIT(GROUP) | TB_BIT(PERSONWORD) | TB_BIT(CUE) | TB_BIT(PREP) | \
	TB_BIT(PRON) | TB_BIT(CONJ) | TB_BIT(STOP) | TB_BIT(NOPERSON) | \
	TB_BIT(COMMON) | TB_BIT(MONTH) | TB_BIT(WEEKDAY) | TB_BIT(SEASON) | \
	TB_BIT(UNIT) | TB_BIT(DEICTIC) | TB_BIT(CARDINAL) | TB_BIT(ORDINAL) | \
	TB_BIT(DATEMOD) | TB_BIT(PLACE_ADJ) | TB_BIT(DEMONYM) | TB_BIT(WORD))

typedef enum UnitKind
{
	UNIT_NONE, UNIT_INITIAL, UNIT_GIVEN, UNIT_PATRONYMIC, UNIT_CAPITAL,
	UNIT_PREFIX, UNIT_SUFFIX
} UnitKind;

typedef struct Unit
{
	UnitKind	kind;
	uint32_t	first;
	uint32_t	end;
	uint32_t	head;			/* its token that bends: Магомед-Амина */
	TbGram		gram;			/* of a given name: cases and gender */
	bool		honoured;		/* Мухаббат-опа, Балжан апа: a name by itself */
} Unit;

/* A name as stage 1 reads it: token ranges of its parts, empty if absent. */
typedef struct Raw
{
	uint32_t	first,
				end;
	Unit		given;			/* kind NONE: absent */
	Unit		patronymic;
	uint32_t	surname_first,
				surname_end;
	uint32_t	initials[3];	/* tokens of initials */
	int			ninitials;
	bool		surname_leads;	/* Токаев Касым-Жомарт */
	bool		fixed;			/* with a particle: stays as written */
	bool		woman;			/* a nominative, hers, by what stands around */
	bool		plural;			/* the surname is that of two: Иван и Мария Петровы */
	bool		clipped;		/* the surname is a letter: Ерболат К. */
	uint32_t	title;			/* titles[] right before it, or TB_NONE */
	uint32_t	cases;			/* that the words before it demand; 0: none */
	TbGram		gender;			/* the same */
	const char *rule;
} Raw;

/* Cases that what stands beside the surname allows. */
typedef struct Agreement
{
	uint32_t	cases;			/* 0: anything */
	TbGram		gender;			/* 0: either */
} Agreement;

/* A table from folded text to a number. */
typedef struct NameSlot
{
	const char *text;
	uint32_t	value;
} NameSlot;

typedef struct NameTable
{
	NameSlot   *slots;
	uint32_t	cap;
	uint32_t	used;
} NameTable;

/* The lemmas of a surname, kept. */
typedef struct Lemmas
{
	TbLemma    *at;
	int			n;
} Lemmas;

typedef struct Persons
{
	TbDocument *doc;
	TbVec(Raw) raw;
	TbVec(TbSpan) things;		/* tokens of names that are no persons' */
	uint32_t	next_thing;
	NameTable	written;		/* surnames as written -> how often */
	NameTable	women;			/* names as written that are a woman's */
	NameTable	lemma_of;		/* surname as written -> 1 + lemmas */
	TbVec(Lemmas) lemmas;
	NameTable	lone;			/* unknown words that stand alone -> how often */
	NameTable	by_given;		/* given name -> 1 + its only person */
	NameTable	by_surname;		/* surname -> 1 + newest person */
	uint64_t	openings;		/* bits of how known surnames begin */
	uint64_t	word_openings;	/* of those that are words of the lexicon too */
	TbVec(uint32_t) same_surname;	/* person -> 1 + older one, 0 */
	TbVec(uint32_t) seen;		/* person -> 1 + token where named last, 0 */
	uint32_t	next_title;		/* titles[] not before the current token */
	uint32_t	next_place;
	bool		russian;		/* the surname at hand ends as Russian ones do */
	bool		loose;			/* any reading is better than none */
	bool		failed;
} Persons;

/* Is the word at i in no list, but for one of surnames? */
static inline bool
tb_person_unlisted(const TbDocument *doc, uint32_t i)
{
	return !(tb_tok(doc, i)->mask & ~TB_BIT(SURNAME));
}

/* -------------------------------------------------------------------- tables */

/* The value of a key, made zero when missing; NULL: no memory, or absent. */
uint32_t *tb_person_slot(TbArena *arena, NameTable *t, const char *key,
				bool make);

/* Folded copy of a string in the arena. */
const char *tb_person_folded(Persons *p, const char *s, size_t len);

/* ------------------------------------------------------------ person.c's own */

/* May a mention be this person? */
bool	tb_person_compatible(const TbPerson *person, const TbPersonMention *m);

/* Are two names the same but for case, ё and the like? */
bool	tb_person_same(const char *a, const char *b);

/* A folded surname without the particles that it opens with; itself when none. */
const char *tb_person_bare(const TbDocument *doc, const char *surname);

/* A bit for the first two letters of a folded name: most words share none. */
uint64_t	tb_person_opening(const char *folded);

/* The key a mention is sought by: its surname, else its given name. */
const char *tb_person_key(Persons *p, const TbPersonMention *m);

/* Find or make the person of a mention. */
void	tb_person_find_or_make(Persons *p, TbPersonMention *m);

TbStatus	tb_person_add(Persons *p, const TbPersonMention *m);

/* person_lone.c: find lone names between the names known, and put all in order. */
TbStatus	tb_person_add_lone(Persons *p);

/* --------------------------------------------------------------------- units */

/* End of a hyphenated word that begins at i: «Диас-Канель», «О’Нил». */
uint32_t	tb_person_word_end(const TbDocument *doc, uint32_t i);

/* Units from token i on that stand together on one line of thought. */
int	tb_person_units(const TbDocument *doc, uint32_t i, Unit *units);

/* ----------------------------------------------------------------- stage one */

/* The title that ends right before token i, or TB_NONE. */
uint32_t	tb_person_title_before(Persons *p, uint32_t i);

/* Is token i inside an accepted place name or a title? */
bool	tb_person_taken(Persons *p, uint32_t i);

/* улица Абая, имени Кунаева, школа «Мурагер» */
bool	tb_person_is_thing(const TbDocument *doc, uint32_t first, uint32_t end);

/* Has the word stood as somebody's surname already, or is it a holder's? */
bool	tb_person_is_written(Persons *p, const Unit *u);
bool		tb_person_was_surname(Persons *p, const Unit *u);

TbStatus	tb_person_read(Persons *p);

/* Read a name of n units, raw has its title; units consumed, 0 for none. */
int	tb_person_pattern(Persons *p, Unit *u, int n, Raw *raw);

/* --------------------------------------------------------- person_context.c */

/* Set what the words around a name demand of its case and gender. */
void	tb_person_context(const TbDocument *doc, Raw *raw);

/*
 * Has the verb right before the name its subject already: «Уоррен обвинила |
 * Илона Маска», «он принял | Рашида Мередова»?
 */
bool	tb_person_is_object(const TbDocument *doc, const Raw *raw);

/* Is the word at i a verb of speech, finite and of one speaker? */
bool	tb_person_is_speaking(const TbDocument *doc, uint32_t i);

/* Patterns of names that no list has, for what stands around; units, or 0. */
int	tb_person_pattern_east(const TbDocument *doc, const Unit *u, int n, Raw *raw);
int	tb_person_pattern_called(const TbDocument *doc, const Unit *u, int n, Raw *raw);
int	tb_person_pattern_unlisted(Persons *p, const Unit *u, int n, Raw *raw);

/* Count the capitalised words that no list has and that stand alone. */
bool	tb_person_count_lone(Persons *p);

/* Does a word that no list has stand alone elsewhere: «Роман Абрамович … Абрамовича»? */
bool	tb_person_stands_alone(Persons *p, const Unit *u);

/* ------------------------------------------------------------- person_sex.c */

/* Mark the names of women that could be a man's in the genitive. */
bool	tb_person_mark_women(Persons *p);

/* Does her verb stand behind a name that ends before token i? */
bool	tb_person_has_her_verb(const TbDocument *doc, uint32_t i);

/* Is a surname alone a woman's nominative, by what stands around? */
bool	tb_person_is_hers(const TbDocument *doc, const Raw *raw);

/*
 * What a reading of a given name says here: its cases, 0 where the name is a
 * rare man's that a woman's of the same node hides.
 */
TbGram	tb_person_given_gram(const TbDocument *doc, const TbReading *readings,
				uint32_t count, const TbReading *r);

/* Is a given name one that Russians bear (data/given_names.tsv, origin ru)? */
bool		tb_person_is_russian(const TbDocument *doc, const Unit *given);
bool		tb_person_is_slavic(const TbDocument *doc, const Unit *given);
bool		tb_person_is_japanese(const TbDocument *doc, const Unit *given);
bool		tb_person_is_russian_name(const TbDocument *doc, const char *folded);

/* May an unknown given name be of these cases (0: any) and gender (0: any)? */
bool	tb_person_given_may_be(const TbDocument *doc, const Unit *given,
				uint32_t cases, TbGram gender);

/* ----------------------------------------------------------------- stage two */

/* The lemmas of a surname as it is written, asked for once; how many. */
int	tb_person_surname_lemmas(Persons *p, const char *written,
				const TbLemma **lemmas);

/* A word or words of the text, as a name is written. */
const char *tb_person_written(TbDocument *doc, uint32_t first, uint32_t end);

/* Join the parts that there are, given name first. */
const char *tb_person_join(TbDocument *doc, const char *given,
				const char *patronymic, const char *surname, bool surname_leads);

/* person_given.c: the nominative of a part of a name that no list has. */
const char *tb_person_part_lemma(Persons *p, uint32_t first, uint32_t end, TbNamePart part,
				uint32_t cases, TbGram gender);

/* … of a given name of the lexicon; *gender gets what it tells. */
const char *tb_person_given_lemma(Persons *p, const Unit *u, uint32_t cases, TbGram *gender);

/* … of two given names, «Реджепа Тайипа», when that of the first is known. */
const char *tb_person_two_given(Persons *p, const Raw *raw, const char *first, Agreement a);

/* … of one of the East, behind its surname. */
const char *tb_person_east_given(Persons *p, const Raw *raw, Agreement a);

/* person_pair.c: two given names before the surname of both. */
bool	tb_person_is_pair(const TbDocument *doc, const Raw *second, Raw *first);

/* The surname of one of two, from its plural: Петровы -> Петрова. */
const char *tb_person_single(TbDocument *doc, const char *plural, bool woman);

/* Bring a raw name to the nominative. */
bool	tb_person_nominative(Persons *p, const Raw *raw, TbPersonMention *m);

#endif
