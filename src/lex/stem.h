/*
 * stem.h
 *	  The stems that a word is indexed and searched by.
 *
 * Words in Cyrillic are stemmed by Snowball's Russian rules (stem_russian.h),
 * words in Latin letters by its English ones (libstemmer), both after folding (ё = е, Kazakh letters,
 * accents).  Names bend where Snowball does not expect it: Токаев -> тока,
 * Токаевым -> токаев; Иран -> ира, Ирану -> иран.  So a capitalised word that
 * may be a name gets the stems of all its cases.
 */
#ifndef TB_STEM_H
#define TB_STEM_H

#include "base/arena.h"
#include "lex/inflect.h"
#include "lex/lexicon.h"

/* Longest word in bytes that gets a stem at all; up to 1000 it is cut. */
#define TB_STEM_MAX_BYTES 8192

#define TB_MAX_STEMS 8

/* The stems of a word, the plain one first; none: it is a stop word. */
typedef struct TbStems
{
	uint32_t	n;
	TbStr		at[TB_MAX_STEMS];
} TbStems;

typedef struct TbStemmer TbStemmer;

/*
 * A stemmer with its cache (about 150 kB of the arena); stop words and names
 * are looked up in lex.  NULL: no memory.
 */
TbStemmer  *tb_stemmer_open(const TbLexicon *lex, TbArena *arena);

/* Give libstemmer's own memory back. */
void		tb_stemmer_close(TbStemmer *stemmer);

/*
 * Stems of a word as written (UTF-8); person: it is part of a person's name.
 * The answer lives until the next call.  NULL when there is no memory; a word
 * of more than TB_STEM_MAX_BYTES bytes has no stems.
 */
const TbStems *tb_stemmer_find(TbStemmer *stemmer, TbStr word, bool person);

/*
 * The same of a word that is folded and looked up already: node is its node
 * (0: none), mask the node's classes and maybe more, cyrillic: it has Cyrillic
 * letters only (false: not known), capital: it begins with one.  The answer
 * may lie inside folded.
 */
const TbStems *tb_stemmer_find_folded(TbStemmer *stemmer, TbStr folded,
									  uint32_t node, uint64_t mask,
									  bool cyrillic, bool capital,
									  bool person);

#endif
