/*
 * search.h
 *	  What parser, dictionaries and the direct functions of search share.
 */
#ifndef TB_PG_SEARCH_H
#define TB_PG_SEARCH_H

#include "pg/glue.h"

#include "core/search.h"
#include "lex/stem.h"

/* Layers that search indexes. */
#define TB_PG_SEARCH_LAYERS (TB_LAYER_DATES | TB_LAYER_NAMES)

/* The backend's stemmer; made when first asked for, kept for good. */
TbStemmer  *tb_pg_stemmer(void);

/* Stems of a UTF-8 word; raises an error when memory is short. */
const TbStems *tb_pg_stems(TbStr word, bool person);

#endif
