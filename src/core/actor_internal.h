/*
 * actor_internal.h
 *	  What actor.c and actor_tail.c share.
 */
#ifndef TB_ACTOR_INTERNAL_H
#define TB_ACTOR_INTERNAL_H

#include "core/statement_internal.h"

/* Longest row of words behind a noun that belong to it. */
#define MAX_TAIL 12

/* Values of class ORGWORD and PERSONWORD (data/cues.tsv). */
#define ORG_MEDIA 1
#define ORG_DOCUMENT 3
#define PERSON_UNNAMED 2

typedef struct ActorFinder
{
	TbScan	   *scan;
	TbDocument *doc;
	uint32_t   *title_at;		/* a token: longest title from it on, index + 1 */
	uint32_t   *mention_at;		/* a token: mention from it on, index + 1 */
	uint32_t   *place_at;		/* a token: place from it on, index + 1 */
	bool		oblique;		/* the noun at hand is in no nominative */
} ActorFinder;

/* Cases that an unknown grammar may be: all of them, in both numbers. */
static inline TbGram
tb_known_gram(TbGram gram)
{
	return tb_gram_cases(gram) != 0 ? gram :
		gram | TB_ALL_CASES | TB_ALL_CASES << TB_PLURAL_SHIFT;
}

/* actor_tail.c */

/* May the word at i go on a noun as its genitive? */
bool		tb_looks_genitive(const ActorFinder *f, uint32_t i);

/* The end of what belongs to a noun that ends before token i. */
uint32_t	tb_tail_end(const ActorFinder *f, uint32_t i, bool org, bool unnamed);

#endif
