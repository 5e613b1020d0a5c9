/*
 * inflect_plan.h
 *	  A name cut into the words that bend and the text between them.
 */
#ifndef TB_INFLECT_PLAN_H
#define TB_INFLECT_PLAN_H

#include "lex/decline.h"

#define TB_PLAN_WORDS 32
#define TB_PLAN_PIECES 8

/* A bending word and the text since the one before it. */
typedef struct TbPiece
{
	TbStr		before;
	TbBend		bend;
} TbPiece;

typedef struct TbPlan
{
	TbStr		name;
	const TbNameHints *hints;
	TbSpan		words[TB_PLAN_WORDS];
	TbSpan		gens[TB_PLAN_WORDS];	/* words of the given genitive */
	int			nwords;
	int			ngens;
	TbPiece		pieces[TB_PLAN_PIECES];
	int			npieces;		/* 0: the name stays as it is */
	uint32_t	cursor;			/* the name up to here is in pieces */
	bool		may_stay;		/* Пулково bends or stays */
} TbPlan;

/* Cut a name into pieces; false when it is too long. */
bool		tb_plan_name(TbPlan *plan, TbStr name, const TbNameHints *hints);

#endif
