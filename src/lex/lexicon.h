/*
 * lexicon.h
 *	  The lexicon image: words, forms of several words, and what they mean.
 *
 * data/ is compiled by tool/lexc into one read-only image without pointers:
 *
 *	words		hash table: folded word -> node (0 is "unknown")
 *	trie		node and word -> node; a node's readings say which entries this
 *				form may be, and in which cases
 *	entries		one a row of data/: class, code, canonical name, ...
 *	strings		what entries point to by offset
 *
 * «Атырауской области» is two words, a path of two edges, and one reading:
 * entry "Атырауская область", genitive, dative or prepositional singular.
 */
#ifndef TB_LEXICON_H
#define TB_LEXICON_H

#include <string.h>

#include "base/span.h"
#include "base/status.h"

/*
 * Classes of entries.  The first group is made from the files of names, the
 * second stands in the word lists (column "class"), whose "key" is kept as
 * the entry's code and whose "value" as its value.
 */
#define TB_CLASSES(X) \
	X(NONE) \
	X(PLACE)		/* name of a place; sub = TbPlaceType */ \
	X(PLACE_ADJ)	/* relational adjective of a place */ \
	X(DEMONYM)		/* inhabitant of a place */ \
	X(ROLE)			/* head word of a title; sub = TbRoleKind */ \
	X(BODY)			/* organisation that titles lean on */ \
	X(DOMAIN)		/* what follows «министр»; points to its body */ \
	X(OFFICE)		/* whole phrase that means an office */ \
	X(GIVEN)		/* given name; value = gender mask TB_MASC | TB_FEM */ \
	X(SURNAME)		/* of somebody in holders.tsv or surnames.tsv; value = gender */ \
	X(HOLIDAY)		/* holidays.tsv */ \
	/* word lists */ \
	X(STOP)			/* stop word of search */ \
	X(COMMON)		/* ordinary word that may stand capitalised */ \
	X(ABBR)			/* abbreviation with a full stop; value 1: may end a sentence */ \
	X(PREP)			/* preposition; value = cases it governs */ \
	X(PRON)			/* personal pronoun of the third person; key he she it they */ \
	X(MARKER)		/* word that goes with a place name; key = its type */ \
	X(TITLEMOD)		/* part of a title before the role; key = former acting ... */ \
	X(HONORIFIC)	/* господин, товарищ, уважаемый: stands before names */ \
	X(PARTICLE)		/* part of a name: фон, де, ибн, аль, бин, оглы, кызы */ \
	X(NOPERSON)		/* head of a name that is no person: улица, имени, школа */ \
	X(ORGWORD)		/* organisation noun a statement may come from */ \
	X(GROUP)		/* group of people as speakers: депутаты, эксперты, власти */ \
	X(PERSONWORD)	/* person by description: политик, эксперт, эколог */ \
	X(MONTH)		/* value 1-12 */ \
	X(WEEKDAY)		/* value 1-7, Monday is 1 */ \
	X(SEASON)		/* value 21-24 (EDTF): spring summer autumn winter */ \
	X(UNIT)			/* calendar unit; key day week month year quarter ... */ \
	X(CARDINAL)		/* два, двадцать; value = number */ \
	X(ORDINAL)		/* второй, двадцатый; value = number */ \
	X(DEICTIC)		/* вчера, сегодня: value = days from the reference */ \
	X(DATEMOD)		/* прошлый, этот, начало, половина …: key says which */ \
	X(DATEWORD)		/* any other word of date expressions: key says which */ \
	X(TENSE)		/* word that tells a clause's time; value -1 past, +1 future */ \
	X(CUE)			/* verb or noun of speech; key = kind of cue */ \
	X(CONJ)			/* conjunction; key says which */ \
	X(WORD)			/* any other word that a rule names by its key */

typedef enum TbClass
{
#define TB_CLASS_ENUM(name) TB_##name,
	TB_CLASSES(TB_CLASS_ENUM)
#undef TB_CLASS_ENUM
	TB_NCLASSES
} TbClass;

#define TB_PLACE_TYPES(X) \
	X(country) X(region) X(district) X(city) X(settlement) X(river) X(lake) \
	X(reservoir) X(sea) X(mountain) X(island) X(area) X(continent) X(okrug)

typedef enum TbPlaceType
{
#define TB_PLACE_ENUM(name) TB_PT_##name,
	TB_PLACE_TYPES(TB_PLACE_ENUM)
#undef TB_PLACE_ENUM
	TB_NPLACE_TYPES
} TbPlaceType;

#define TB_BODY_TYPES(X) \
	X(parliament) X(chamber) X(government) X(administration) X(ministry) \
	X(agency) X(court) X(prosecution) X(local) X(party) X(faction) X(bank) \
	X(organisation) X(council) X(military)

typedef enum TbBodyType
{
#define TB_BODY_ENUM(name) TB_BT_##name,
	TB_BODY_TYPES(TB_BODY_ENUM)
#undef TB_BODY_ENUM
	TB_NBODY_TYPES
} TbBodyType;

typedef enum TbRoleKind
{
	TB_ROLE_HEAD,				/* председатель, глава, спикер: + body */
	TB_ROLE_OWN,				/* аким, министр, президент */
	TB_ROLE_MEMBER				/* депутат, член, секретарь */
} TbRoleKind;

/*
 * Grammar of a form: the cases it may be in the singular (bits 0-5) and in
 * the plural (6-11), genders that the form itself shows (12-14), and verb
 * features (15-).  The order of cases: nominative, genitive, dative,
 * accusative, instrumental, prepositional.
 */
typedef uint32_t TbGram;

enum
{
	TB_NOM = 1, TB_GEN = 2, TB_DAT = 4, TB_ACC = 8, TB_INS = 16, TB_PRE = 32,
	TB_ALL_CASES = 63,
	TB_PLURAL_SHIFT = 6,
	TB_MASC = 1 << 12, TB_FEM = 1 << 13, TB_NEUT = 1 << 14,
	TB_ALL_GENDERS = TB_MASC | TB_FEM | TB_NEUT,
	TB_PAST = 1 << 15,			/* отметил */
	TB_PRESENT = 1 << 16,		/* отмечает */
	TB_FUTURE = 1 << 17,		/* отметит */
	TB_INFINITIVE = 1 << 18,
	TB_GERUND = 1 << 19,		/* отметив, отмечая */
	TB_PARTICIPLE = 1 << 20,	/* отметивший */
	TB_PASSIVE = 1 << 21,		/* отмечено, отмечалось */
	TB_VERB_SG = 1 << 22,
	TB_VERB_PL = 1 << 23
};

/* Cases of a form in either number. */
static inline uint32_t
tb_gram_cases(TbGram gram)
{
	return (gram | gram >> TB_PLURAL_SHIFT) & TB_ALL_CASES;
}

static inline uint32_t
tb_gram_singular(TbGram gram)
{
	return gram & TB_ALL_CASES;
}

static inline uint32_t
tb_gram_plural(TbGram gram)
{
	return gram >> TB_PLURAL_SHIFT & TB_ALL_CASES;
}

/* Entry flags */
enum
{
	TB_EF_HOMONYM = 1,			/* needs a marker or other evidence */
	TB_EF_UNIQUE = 2,			/* role or office that one person holds */
	TB_EF_UPPER = 4,			/* upper chamber */
	TB_EF_LOWER = 8,			/* lower chamber */
	TB_EF_LOCAL = 16,			/* needs a place: маслихат, акимат */
	TB_EF_WORD = 32,			/* given name that is an ordinary word too */
	TB_EF_CAPITAL = 64,			/* capital of its country */
	TB_EF_USER = 128,			/* a user's term, not of the image */
	TB_EF_RARE = 256,			/* a name that a commoner one hides: Марин, Марина */
	TB_EF_ALONE = 512			/* a person known by it alone: Навои, Конфуций */
};

/* Reading flags: what this name of the entry demands of the text */
enum
{
	TB_RF_MARK = 1,				/* only beside a marker */
	TB_RF_CAPS = 2,				/* only in capitals (an abbreviation) */
	TB_RF_ALIAS = 4,			/* not the canonical name */
	TB_RF_OLD = 8,				/* a name of the past */
	TB_RF_OFFICIAL = 16,		/* Республика Казахстан */
	TB_RF_COMPOUND = 32,		/* казахстанско-: only before a hyphen */
	TB_RF_OWN = 64				/* КР, РТ: only in a text of its own country */
};

typedef struct TbEntry
{
	uint8_t		klass;			/* TbClass */
	uint8_t		sub;			/* TbPlaceType, TbRoleKind, TbBodyType */
	uint16_t	flags;
	int32_t		value;
	uint32_t	code;			/* string: path or key */
	uint32_t	name;			/* string: canonical nominative */
	uint32_t	spec;			/* string: the same with its hints */
	uint32_t	extra;			/* string: official code; head role of a body */
	uint32_t	country;		/* string: countries of a body or office */
	uint32_t	domain;			/* string: of a ministry, what its minister is of */
	int32_t		from;			/* validity in days since 1970, or TB_NO_DAY */
	int32_t		to;
} TbEntry;

typedef struct TbReading
{
	uint32_t	entry;
	uint32_t	gram;			/* TbGram */
	uint32_t	flags;			/* TB_RF_* */
	uint32_t	tag;			/* tb_reading_tag of the entry */
} TbReading;

/*
 * Class and code of an entry in one number, so that a reading is told without
 * its entry: the class in the low byte, above it a hash of the code.  Of a
 * code that is written in the program the compiler makes a constant.
 */
static inline uint32_t
tb_reading_tag(TbClass klass, const char *code)
{
	size_t		len = strlen(code);
	uint64_t	head = 0;

	memcpy(&head, code, len < sizeof(head) ? len : sizeof(head));
	head = (head + len) * UINT64_C(0x9E3779B97F4A7C15);
	return (uint32_t) (head >> 40) << 8 | (uint32_t) klass;
}

/* The class of a reading's entry, which need not be looked at for it. */
static inline TbClass
tb_reading_class(const TbReading *reading)
{
	return (TbClass) (reading->tag & 0xFF);
}

typedef struct TbHolder
{
	uint32_t	office;			/* string: full path */
	uint32_t	person;			/* string: full name, nominative */
	int32_t		from;			/* days since 1970-01-01, or TB_NO_DAY */
	int32_t		to;
} TbHolder;

#define TB_NO_DAY INT32_MIN

/*
 * The image: a header, then tables at byte offsets from the header's start.
 * Words and longer forms share one numbering of nodes; 0 is no node.  A
 * node's mask has a bit for each class that it or a form that goes on from
 * it may be: most words of a text are settled by that alone.
 */
typedef struct TbImage
{
	_Alignas(8) char magic[8];	/* tables of 8-byte members follow */
	uint32_t	size;
	uint32_t	word_slots;
	uint32_t	word_shift;		/* of a hash: what is left tells the first slot */
	uint32_t	words;			/* TbWordSlot each */
	uint32_t	nnodes;
	uint32_t	nodes;			/* TbNode each */
	uint32_t	edge_slots;		/* a power of two */
	uint32_t	edges;			/* TbEdge each */
	uint32_t	nreadings;
	uint32_t	readings;		/* TbReading each */
	uint32_t	nentries;
	uint32_t	entries;		/* TbEntry each, grouped by class */
	uint32_t	classes;		/* uint32 TB_NCLASSES + 1: first entry of each */
	uint32_t	code_slots;		/* a power of two */
	uint32_t	codes;			/* uint32 each, by tb_hash_code: 1 + the first
								 * entry of a class and code; 0: empty slot */
	uint32_t	nholders;
	uint32_t	holders;		/* TbHolder each, by office path and from */
	uint32_t	nstrings;
	uint32_t	strings;		/* bytes; offset 0 is the empty string */
	char		version[64];
} TbImage;

/*
 * A word is known by its hash alone, whose high bits stand above its node: lexc
 * refuses two that look the same, and a word of a text that has another's by
 * chance is not to be met with.  So a look-up reads one place of memory, not
 * the slot, the node and the text.  Words stand in the order of their hashes,
 * each at the slot that its highest bits tell or right behind others: one that
 * is not there is missed at the first greater one.  Empty slots are greatest.
 */
typedef struct TbWordSlot
{
	uint64_t	word;			/* high bits of tb_hash_word, node */
	uint64_t	mask;			/* the node's */
} TbWordSlot;

#define TB_NODE_BITS 20			/* of a slot's word */
#define TB_NODE_MASK ((UINT64_C(1) << TB_NODE_BITS) - 1)
#define TB_NO_WORD ((TbWordSlot) {UINT64_MAX, 0})

typedef struct TbNode
{
	uint64_t	mask;			/* classes here or further on */
	uint32_t	text;			/* string: the folded word; 0 for longer forms */
	uint32_t	first;			/* first reading */
	uint16_t	count;
	uint16_t	tags;			/* bits of its readings' tags */
	uint32_t	edges;			/* bits of the words that forms go on with */
} TbNode;

/* The bit of a tag among those of a node's readings. */
static inline uint16_t
tb_tag_bit(uint32_t tag)
{
	return (uint16_t) (1 << (tag >> 8 & 15));
}

/*
 * The bit of a word among those that a form goes on with.  All that are no
 * words (marks, numbers) have one bit.
 */
#define TB_EDGE_MARK UINT32_C(1)

static inline uint32_t
tb_edge_bit(uint32_t word)
{
	return UINT32_C(1) << (word * UINT32_C(0x9E3779B9) >> 27);
}

typedef struct TbEdge
{
	uint32_t	from;
	uint32_t	word;
	uint32_t	to;				/* 0: empty slot */
} TbEdge;

/*
 * The lexicon as a scan sees it: the image, and the user's terms over it.
 * Words, nodes, entries and strings of the terms have numbers above those of
 * the image, so that everything else need not know which is which.
 */
typedef struct TbTerms TbTerms;

typedef struct TbLexicon
{
	const TbImage *image;
	const TbTerms *terms;		/* NULL: none */
} TbLexicon;

/* The image linked into this program. */
const TbImage *tb_lexicon_image(void);

/* Is len bytes at image a whole image of this version? */
TbStatus	tb_lexicon_check(const void *image, size_t len);

/* The node of a folded word; 0 when the lexicon does not have it. */
uint32_t	tb_lexicon_find_word(const TbLexicon *lex, const char *folded,
								 size_t len);

/* The node that a form at node goes on to with a word (a node itself); 0: none. */
uint32_t	tb_lexicon_next(const TbLexicon *lex, uint32_t node, uint32_t word);

/* What the user's terms say of these: the slow half of the next four. */
uint64_t	tb_terms_mask(const TbTerms *terms, uint32_t node);
const char *tb_terms_string(const TbTerms *terms, uint32_t offset);
const TbEntry *tb_terms_entry(const TbTerms *terms, uint32_t entry);
uint32_t	tb_terms_look_up(const TbTerms *terms, uint32_t node, TbStr folded,
							 uint64_t *mask);

/* The slot where the search for a word with this tb_hash_word begins. */
static inline const TbWordSlot *
tb_image_slot(const TbImage *image, uint64_t hash)
{
	return (const TbWordSlot *) ((const char *) image + image->words) +
		(hash >> image->word_shift);
}

/* A word with this tb_hash_word will be looked for. */
static inline void
tb_lexicon_prefetch(const TbLexicon *lex, uint64_t hash)
{
	__builtin_prefetch(tb_image_slot(lex->image, hash));
}

static inline const TbNode *
tb_image_node(const TbImage *image, uint32_t node)
{
	return (const TbNode *) ((const char *) image + image->nodes) + node;
}

/*
 * The node of a folded word whose tb_hash_word is known, or 0; *mask gets
 * tb_lexicon_mask of it.  The node itself is fetched for who asks more.
 */
static inline uint32_t
tb_lexicon_find_hashed(const TbLexicon *lex, TbStr folded, uint64_t hash,
					   uint64_t *mask)
{
	const TbWordSlot *slot = tb_image_slot(lex->image, hash);
	bool		found;
	uint32_t	node;

	while (slot->word < (hash & ~TB_NODE_MASK))
		slot++;
	found = (slot->word ^ hash) <= TB_NODE_MASK;
	node = found ? (uint32_t) (slot->word & TB_NODE_MASK) : 0;
	*mask = found ? slot->mask : 0;
	if (found)
		__builtin_prefetch(tb_image_node(lex->image, node));
	return lex->terms == NULL ? node :
		tb_terms_look_up(lex->terms, node, folded, mask);
}

/* The classes that a form from this node on may be: a bit mask, 1 << TbClass. */
static inline uint64_t
tb_lexicon_mask(const TbLexicon *lex, uint32_t node)
{
	uint64_t	mask = 0;

	if (node != 0 && node < lex->image->nnodes)
		mask = tb_image_node(lex->image, node)->mask;
	return lex->terms == NULL ? mask : mask | tb_terms_mask(lex->terms, node);
}

/* May a form go on behind this node with one of the edges' bits? */
static inline bool
tb_lexicon_goes_on_with(const TbLexicon *lex, uint32_t node, uint32_t bits)
{
	return lex->terms != NULL || node >= lex->image->nnodes ||
		(tb_image_node(lex->image, node)->edges & bits) != 0;
}

/* May a form go on behind this node? */
static inline bool
tb_lexicon_goes_on(const TbLexicon *lex, uint32_t node)
{
	return tb_lexicon_goes_on_with(lex, node, ~UINT32_C(0));
}

/* A string by its offset. */
static inline const char *
tb_lexicon_string(const TbLexicon *lex, uint32_t offset)
{
	const TbImage *image = lex->image;

	if (offset < image->nstrings)
		return (const char *) image + image->strings + offset;
	return tb_terms_string(lex->terms, offset - image->nstrings);
}

/* An entry by its number. */
static inline const TbEntry *
tb_lexicon_entry(const TbLexicon *lex, uint32_t entry)
{
	const TbImage *image = lex->image;

	if (entry < image->nentries)
		return (const TbEntry *) ((const char *) image + image->entries) + entry;
	return tb_terms_entry(lex->terms, entry - image->nentries);
}

/* The readings that the user's terms have for a node, or NULL. */
const TbReading *tb_terms_readings(const TbTerms *terms, uint32_t node,
								   uint32_t *n);

/* The readings of a node: *n of them. */
static inline const TbReading *
tb_lexicon_readings(const TbLexicon *lex, uint32_t node, uint32_t *n)
{
	const TbImage *image = lex->image;
	const TbReading *own;
	const TbNode *at;

	*n = 0;
	if (lex->terms != NULL &&
		(own = tb_terms_readings(lex->terms, node, n)) != NULL)
		return own;
	if (node == 0 || node >= image->nnodes)
		return NULL;
	at = tb_image_node(image, node);
	*n = at->count;
	return (const TbReading *) ((const char *) image + image->readings) + at->first;
}

/* The first reading of a node with a tag and code, or of a class, or NULL. */
const TbReading *tb_lexicon_seek_tag(const TbLexicon *lex, uint32_t node,
									 uint32_t tag, const char *code);
const TbReading *tb_lexicon_seek_class(const TbLexicon *lex, uint32_t node,
									   TbClass klass);

/*
 * The first reading of a node that is of a class and key (the entry's code;
 * NULL: any), or NULL, tag being that of both.  It does not ask the node's mask.
 */
static inline const TbReading *
tb_lexicon_seek_as(const TbLexicon *lex, uint32_t node, TbClass klass,
				   const char *key, uint32_t tag)
{
	if (key == NULL)
		return tb_lexicon_seek_class(lex, node, klass);
	/* most have none such, and a node says so */
	if (lex->terms == NULL && node < lex->image->nnodes &&
		!(tb_image_node(lex->image, node)->tags & tb_tag_bit(tag)))
		return NULL;
	return tb_lexicon_seek_tag(lex, node, tag, key);
}

/* The same where the tag is not at hand. */
static inline const TbReading *
tb_lexicon_seek(const TbLexicon *lex, uint32_t node, TbClass klass,
				const char *key)
{
	return tb_lexicon_seek_as(lex, node, klass, key,
							  key == NULL ? 0 : tb_reading_tag(klass, key));
}

static inline const TbReading *
tb_lexicon_reading_key(const TbLexicon *lex, uint32_t node, TbClass klass,
					   const char *key)
{
	if (!(tb_lexicon_mask(lex, node) & UINT64_C(1) << klass))
		return NULL;
	return tb_lexicon_seek(lex, node, klass, key);
}

/* The same of a class, whatever the key. */
static inline const TbReading *
tb_lexicon_reading(const TbLexicon *lex, uint32_t node, TbClass klass)
{
	return tb_lexicon_reading_key(lex, node, klass, NULL);
}

/* Entries of a class: first and one past the last. */
void		tb_lexicon_class(const TbLexicon *lex, TbClass klass,
							 uint32_t *first, uint32_t *end);

/* The first entry of a class with this code, or NULL. */
const TbEntry *tb_lexicon_find_code(const TbLexicon *lex, TbClass klass,
									const char *code);

/* Who held an office on a day; NULL when the registry does not say. */
const TbHolder *tb_lexicon_holder(const TbLexicon *lex, const char *office, int32_t day);

/* The image's holders, by office path and from: *n of them. */
const TbHolder *tb_lexicon_holders(const TbLexicon *lex, uint32_t *n);

/* Those of one office, the earlier first: *n of them. */
const TbHolder *tb_lexicon_holders_of(const TbLexicon *lex, const char *office, uint32_t *n);

#endif
