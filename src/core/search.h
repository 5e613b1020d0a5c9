/*
 * search.h
 *	  A document as full-text search sees it: a stream of search tokens.
 *
 * Words inside a mention carry its lexemes.  Lexemes are paths that end in a
 * slash, so that a prefix reaches one branch and nothing else:
 *
 *	place/kz/atyrau-region/atyrau/
 *	office/senate/chair/  office/kz/senate/chair/
 *	person/токаев/касым-жомарт/
 *	date/2022/12/24/
 *
 * An entity text joins what a word carries: & within one reading, | between
 * readings: «office/president/&office/kz/president/|place/kz/».
 */
#ifndef TB_SEARCH_H
#define TB_SEARCH_H

#include "core/words.h"
#include "lex/stem.h"

/* Kinds of search tokens; numbers of the server's default parser. */
typedef enum TbSearchType
{
	TB_SX_ASCIIWORD = 1,		/* word of Latin letters */
	TB_SX_WORD = 2,
	TB_SX_NUMWORD = 3,			/* letters and digits */
	TB_SX_EMAIL = 4,
	TB_SX_HOST = 6,
	TB_SX_PART_NUM = 9,			/* the same three inside a mention */
	TB_SX_PART = 10,
	TB_SX_PART_ASCII = 11,
	TB_SX_BLANK = 12,			/* white space and marks */
	TB_SX_PROTOCOL = 14,
	TB_SX_ENTITY = 17,			/* lexemes of the word behind it */
	TB_SX_PATH = 18,			/* path of a URL */
	TB_SX_NUMBER = 22
} TbSearchType;

typedef struct TbSearchToken
{
	TbSpan		span;			/* bytes */
	uint32_t	token;			/* the document's token that it is, or is part of */
	uint8_t		type;			/* TbSearchType, never BLANK */
	bool		person;			/* part of a person's name */
	const char *entity;			/* its entity text, or NULL; lives with the arena */
} TbSearchToken;

#define TB_MAX_ACTIVE 16		/* mentions that may overlap in one word */

typedef struct TbSearch
{
	const TbDocument *doc;
	struct TbSearchMention *mentions;	/* by first token */
	uint32_t	nmentions;
	uint32_t	next_mention;
	uint32_t	active[TB_MAX_ACTIVE];	/* those at the current token */
	uint32_t	nactive;
	uint32_t	change;			/* token where the active ones change next */
	const char *entity;			/* of the active ones */
	bool		person;			/* is one of them a person? */
	uint32_t	at;				/* next token */
	uint32_t	byte;			/* inside an address: its next byte */
	bool		raw;			/* the whole text is a lexeme */
} TbSearch;

/*
 * Start the stream of a document whose dates and names have been found.  A
 * text that is nothing but a lexeme (place/kz/) is one token of type ENTITY.
 */
TbStatus	tb_search_open(TbSearch *search, const TbDocument *doc);

/* The next token; *more is false behind the last one. */
TbStatus	tb_search_next(TbSearch *search, TbSearchToken *out, bool *more);

/*
 * The stems of a token of the stream but ENTITY, as tb_stemmer_find gives them
 * for its text.  They may lie inside the document; else they live until the
 * stemmer is asked again.  NULL: no memory.
 */
const TbStems *tb_search_stems(const TbSearch *search, TbStemmer *stemmer,
							   const TbSearchToken *token);

/* Longest entity text in bytes: search tokens must be shorter than 2 KB. */
#define TB_MAX_ENTITY 2000

/*
 * Take one lexeme off an entity text at *at; *reading goes up where another
 * reading begins.  False at the end.
 */
bool		tb_entity_next(const char **at, TbStr *lexeme, uint32_t *reading);

/* Is a reading of an entity text a person? */
bool		tb_entity_has_person(const char *entity);

/* Is the text a lexeme of ours: place/kz/? */
bool		tb_entity_is_lexeme(TbStr text);

/*
 * Does a query for this lexeme mean the whole branch?  A year or month means
 * its days, a surname everybody of that name.
 */
bool		tb_entity_is_prefix(TbStr lexeme);

/* The entity texts of mentions, in the arena; "" when it has no lexeme. */
const char *tb_entity_of_place(const TbDocument *doc, const TbPlace *place);
const char *tb_entity_of_title(const TbDocument *doc, const TbTitle *title);
const char *tb_entity_of_body(const TbDocument *doc, const TbBody *body);
const char *tb_entity_of_person(const TbDocument *doc,
								const TbPersonMention *mention);
const char *tb_entity_of_date(const TbDocument *doc, const TbDate *date);

/*
 * Append the lexemes that cover a period as a query asks for it, each with
 * '|' before it but the first: whole years, whole months, days.
 */
void		tb_entity_put_period(TbBuffer *buf, int32_t from, int32_t to);

#endif
