/*
 * place_internal.h
 *	  What the files of the places layer share.
 *
 * place.c has the essay; place_context.c asks the neighbours, place_name.c
 * reads names, place_evidence.c tells whether they are places, place_adjective.c adjectives, place_unknown.c names behind a
 * marker that no list has, place_list.c lists with one head for all,
 * place_country.c tells what country a text is of.
 */
#ifndef TB_PLACE_INTERNAL_H
#define TB_PLACE_INTERNAL_H

#include "core/words.h"

#define MAX_MATCHES 8
#define PLACE_BITS (TB_BIT(PLACE) | TB_BIT(PLACE_ADJ))

/* How many places back a marker is remembered: keeps long texts linear. */
#define MEMORY 256

/* Tokens of one hyphenated name: no chain is followed further. */
#define MAX_PARTS 12

typedef struct Finder
{
	TbDocument *doc;
	TbVec(TbPlace) doubtful;	/* homonyms that lack evidence so far */
	TbVec(TbPlace) late;		/* of lists with one head, found last */
	const TbReading *list_marker;	/* of the list that ends at list_end, or NULL */
	uint32_t	list_end;
	bool		failed;
} Finder;

/* A place name at a token, before it is accepted. */
typedef struct Candidate
{
	uint32_t	first;			/* with the marker */
	uint32_t	name;			/* where the name itself begins */
	uint32_t	end;
	const TbReading *reading;
	const TbEntry *entry;
	int			score;
	bool		marked;
	const TbReading *marker;	/* when marked */
} Candidate;

static inline bool
tb_is_comma_or_and(const TbDocument *doc, uint32_t i)
{
	return tb_is_mark(&doc->text, i, ',') || tb_word_is(doc, i, TB_WORD, "and");
}

/*
 * Is the word at i by itself a place, its adjective or a marker?  Not «Военно»,
 * which only begins names of some.
 */
static inline bool
tb_is_place_word(const TbDocument *doc, uint32_t i)
{
	return tb_word_is(doc, i, TB_PLACE, NULL) || tb_word_is(doc, i, TB_PLACE_ADJ, NULL) ||
		tb_word_is(doc, i, TB_MARKER, NULL);
}

/* ---------------------------------------------------------------- context */

/* Is the token before i a marker (with or without its full stop)? */
const TbReading *tb_place_marker_before(const TbDocument *doc, uint32_t i,
										uint32_t *first);

/* Does a marker of this key go with a place of this type? */
bool		tb_place_marker_fits(const char *key, uint8_t type);

/*
 * The same, of a reading at i: «аул Кызылжар» is no by-name of Петропавловск,
 * «село Ивановка» none of another country.
 */
bool		tb_place_marker_fits_reading(const TbDocument *doc, const char *key,
										 const TbReading *reading, uint32_t i);

/* «Алатау», «Вести Семея»: in quotation marks with at most one word beside. */
bool		tb_place_in_short_quotes(const TbDocument *doc, uint32_t first,
									 uint32_t end);

/* «ул. Конституции Казахстана», «на улицах Абая, Парковой и …» */
bool		tb_place_is_on_street(const TbDocument *doc, uint32_t i);

/* Has the text this place or one inside it, before i or soon behind? */
bool		tb_place_is_spoken_of(const TbDocument *doc, const char *code, uint32_t i);

/* Has the text a place of the country of this code, before i or soon behind? */
bool		tb_place_country_spoken_of(const TbDocument *doc, const char *code, uint32_t i);

/* Is what stands above a place spoken of, before it or in the next words? */
bool		tb_place_is_near(const TbDocument *doc, const TbEntry *entry, uint32_t i);

/* «Жамбылский район Алматинской области»: does what it lies in follow at end? */
bool		tb_place_is_apposed(const TbDocument *doc, const TbEntry *entry, uint32_t end);

/*
 * May a district or okrug be meant at token i: of a city only where the text
 * speaks of the city, of another country only where it speaks of that one?
 * *near: what stands above it is spoken of.
 */
bool		tb_place_unit_allowed(const TbDocument *doc, const TbEntry *entry,
								  uint32_t i, bool *near);

/* Is the name at i part of a street's, school's or person's name? */
bool		tb_place_is_named_after(const TbDocument *doc, uint32_t i);

/* Does a given name or an initial stand right before i (Владимир Кострома)? */
bool		tb_place_is_surname_here(const TbDocument *doc, uint32_t i);

/* Does a surname or patronymic stand right behind a name that is also given? */
bool		tb_place_is_given_here(const TbDocument *doc, uint32_t i, uint32_t end,
								   bool homonym);

/*
 * Is a town's name somebody's own that no list of names has, before a surname
 * that agrees with it: «юрист Вена Адамович»?
 */
bool		tb_place_is_forename_here(const TbDocument *doc, uint32_t i, uint32_t end,
									  const TbReading *reading);

/* --------------------------------------------------------------- evidence */

/* The place right before token i, but for a comma, «и» or a route's dash. */
const TbPlace *tb_place_coordinated(const TbDocument *doc, uint32_t i);

/* A river, lake, sea, mountain, island or area? */
bool		tb_place_is_natural(uint8_t type);

/* Does the name need evidence: an ordinary word, a surname's form …? */
bool		tb_place_is_homonym(const TbDocument *doc, const Candidate *c);

/* Do the neighbours say that a homonym is a place here? */
bool		tb_place_has_evidence(const TbDocument *doc, const Candidate *c);

/* Is a name that looks like an adjective one: «Мирный договор»? */
bool		tb_place_is_attribute(const TbDocument *doc, const Candidate *c);

/* «академик Курчатов»: a person's surname behind what he is. */
bool		tb_place_is_behind_person_word(const TbDocument *doc, const Candidate *c);

/* ------------------------------------------------------------------ rules */

/* How likely a name means a place of this type when nothing else tells. */
int			tb_place_type_score(uint8_t type);

/* Append a place; NULL: no memory, and f->failed is set. */
TbPlace    *tb_place_add(Finder *f, uint32_t first, uint32_t end,
						 uint32_t entry, const char *rule);

/* Each tries its rules at token i; returns what is behind, or i. */
uint32_t	tb_place_name_at(Finder *f, uint32_t i);
uint32_t	tb_place_adjective_at(Finder *f, uint32_t i);
uint32_t	tb_place_unknown_at(Finder *f, uint32_t i);
uint32_t	tb_place_suffix_at(Finder *f, uint32_t i);

/*
 * The head of a chain «…ской, …ской и …ской области» that goes on from i;
 * NULL: there is none.
 */
const char *tb_place_chain_head(const TbDocument *doc, uint32_t i);

/* Behind the name of one or more glued words at i: «Ат-Баши». */
uint32_t	tb_place_unknown_end(const TbDocument *doc, uint32_t i);

/* Add the unknown name at `name` by its marker at `first`, or return `first`. */
uint32_t	tb_place_unknown_add(Finder *f, uint32_t first, uint32_t name,
								 const TbReading *marker);

/* ------------------------------------------------------------------ lists */

/* A place with this marker (NULL: none) ends here: it may open a list. */
void		tb_place_list_open(Finder *f, const TbReading *marker, uint32_t end);

/* The marker that token i has from the list that it goes on; NULL: none. */
const TbReading *tb_place_list_marker(const Finder *f, uint32_t i);

/*
 * Add the districts of «Ногайским, Тарумовским и Кизлярским районами» that no
 * list of ours has.
 */
void		tb_place_listed_districts(Finder *f);

/*
 * A place ends at `end`: take the members behind it that no list of ours has.
 * Behind the last of them, or `end`.
 */
uint32_t	tb_place_list_rest(Finder *f, uint32_t end);

/*
 * «Кировского» района: the adjective is [i, end), район stands at [end,
 * behind); its key is district or okrug.
 */
uint32_t	tb_place_unknown_district(Finder *f, uint32_t i, uint32_t end,
									  uint32_t behind, const char *key);

#endif
