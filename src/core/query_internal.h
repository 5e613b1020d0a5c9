/*
 * query_internal.h
 *	  What a query is cut into, on its way to tsquery text.  Shared by query.c
 *	  (terms), query_unit.c (units) and query_write.c (text).
 */
#ifndef TB_QUERY_INTERNAL_H
#define TB_QUERY_INTERNAL_H

#include "core/query.h"

/* Longest word in a query: the server refuses more. */
#define TB_MAX_LEXEME 2046

typedef enum TbQueryTermKind
{
	TB_TERM_RUN, TB_TERM_PHRASE, TB_TERM_EXACT, TB_TERM_LEXEME
} TbQueryTermKind;

typedef struct TbQueryTerm
{
	TbQueryTermKind kind;
	TbStr		text;
	bool		negated;		/* -… */
	bool		prefix;			/* …* */
	bool		after_or;
} TbQueryTerm;

/* A word of a term, at its position. */
typedef struct TbQueryWord
{
	TbSpan		span;
	uint32_t	position;
} TbQueryWord;

/*
 * A mention of a term.  Its entity is a list of lexemes, any of which will
 * do, joined by '|'; one that ends in '*' is a prefix.
 */
typedef struct TbQueryUnit
{
	TbSpan		span;
	const char *entity;
	bool		soft;			/* the words will do too */
	bool		title;
} TbQueryUnit;

typedef TbVec(TbQueryUnit) TbQueryUnits;
typedef TbVec(TbQueryWord) TbQueryWords;

/* Part of a term: a unit, or one word. */
typedef struct TbQueryPart
{
	const TbQueryUnit *unit;			/* NULL: a word */
	uint32_t	first;			/* words[] */
	uint32_t	last;
} TbQueryPart;

typedef struct TbQuery
{
	const TbLexicon *lex;
	TbStemmer  *stemmer;
	TbArena    *arena;
	TbVec(TbQueryTerm) terms;
} TbQuery;

/* A term on its way to text. */
typedef struct TbQueryPiece
{
	TbQuery	   *query;
	const TbQueryTerm *term;
	TbDocument	doc;			/* as written */
	TbQueryWords words;
	TbQueryUnits units;
	TbVec(TbQueryPart) parts;
} TbQueryPiece;

/* Open a text as a document that knows no date and no country. */
TbStatus	tb_query_open(const TbQuery *q, TbStr text, TbDocument *doc);

/* Add a unit, unless its entity is empty; NULL entity: no memory. */
TbStatus	tb_query_add_unit(const TbQuery *q, TbQueryUnits *units, TbQueryUnit unit);

/* Open a text and find its widest units as it is written. */
TbStatus	tb_query_find_units(const TbQuery *q, TbStr text, TbDocument *doc,
								TbQueryUnits *units);

/* Find the units that only capitals show. */
TbStatus	tb_query_add_raised(TbQueryPiece *piece);

/* Find homonyms and lone surnames that a scan does not take without evidence. */
TbStatus	tb_query_add_doubtful(TbQueryPiece *piece);

/*
 * The places that the words from token i on may be; *end gets the token
 * behind them.  "": none; NULL: no memory.
 */
const char *tb_query_places(const TbQuery *q, const TbDocument *doc, uint32_t i,
							uint32_t *end);

/* The lexemes of a person who is mentioned; "": none. */
TbStatus	tb_query_person(const TbQuery *q, const TbDocument *doc,
							const TbPersonMention *mention, const char **entity);

/* The persons that a lone surname at token i may mean; "": none; NULL: no memory. */
const char *tb_query_surname(const TbQuery *q, const TbDocument *doc, uint32_t i);

/* Find the units, words and parts of a term. */
TbStatus	tb_query_read(TbQueryPiece *piece);

/* The stems of a word of a piece; none: a stop word. */
TbStatus	tb_query_stems(const TbQueryPiece *piece, const TbQueryWord *word,
						   const TbStems **stems);

/* Write a piece: a run of parts joined by &, or a phrase joined by <->. */
TbStatus	tb_query_put_run(const TbQueryPiece *piece, TbBuffer *out);
TbStatus	tb_query_put_phrase(const TbQueryPiece *piece, TbBuffer *out);

/* Write a lexeme as tsquery text has it. */
void		tb_query_put_lexeme(TbBuffer *out, const char *s, size_t len,
								bool prefix);

#endif
