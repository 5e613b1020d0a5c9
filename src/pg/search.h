/*
 * search.h
 *	  What parser, dictionaries and the direct functions of search share.
 */
#ifndef TB_PG_SEARCH_H
#define TB_PG_SEARCH_H

#include "pg/glue.h"

#include "tsearch/ts_public.h"

#include "core/search.h"
#include "lex/stem.h"

/* Layers that search indexes. */
#define TB_PG_SEARCH_LAYERS (TB_LAYER_DATES | TB_LAYER_NAMES)

/* The backend's stemmer; made when first asked for, kept for good. */
TbStemmer  *tb_pg_stemmer(void);

/* A palloc'd copy with a NUL behind it. */
char	   *tb_pg_copy_string(TbStr s);

/* What a dictionary answers, on its way to the server. */
typedef struct TbPgAnswer
{
	TSLexeme   *at;
	int			n;
	int			room;
	uint16		variant;		/* of the last one */
	bool		new_position;	/* the next one takes a new position */
} TbPgAnswer;

/* Make room for so many lexemes more. */
void		tb_pg_answer_reserve(TbPgAnswer *answer, int more);

/* Add a lexeme of UTF-8 of the current variant. */
void		tb_pg_answer_add(TbPgAnswer *answer, TbStr lexeme, uint16 flags);

/* Add tribuna's own stems of a word, each a variant. */
void		tb_pg_answer_add_stems(TbPgAnswer *answer, TbStr word, bool person);

/* The lexemes, with the empty one behind them that ends them. */
TSLexeme   *tb_pg_answer_finish(TbPgAnswer *answer);

#endif
