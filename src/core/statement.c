/*
 * statement.c
 *	  Finds statements: content that somebody else is said to have said, and
 *	  who said it.
 *
 * Stages, each linear in the text:
 *	1. outline	quotation marks are paired; sentences know their quotation
 *	2. actors	persons, titles, pronouns, groups and bodies that may speak
 *	3. direct	quotations, dialogue, blocks, headlines become drafts
 *	4. indirect	clauses with cues become drafts
 *	5. speakers	drafts are resolved in the order of their cues
 *
 * «Состав группы «Тасқын» обновлён. Депутаты …», – отметил спикер Сената и
 * призвал секретарей активнее взаимодействовать.
 *	1. two quotations, one inside the other; one sentence around them
 *	2. actors «Депутаты», «спикер Сената», «секретарей»
 *	3. quote_dash_verb: the outer quotation, cue «отметил», subject behind it
 *	4. directive: «активнее взаимодействовать», cue «призвал», same subject
 *	5. «спикер Сената» is a title; its holder is named elsewhere: Ашимбаев
 */
#include "core/statement_internal.h"

/*
 * Is a draft no statement after all: it got no words, or stands in somebody's
 * speech and is his own («Убеждён, что …») or nobody's («как говорят»)?
 */
static bool
is_dropped(const TbScan *scan, const TbDraft *draft)
{
	if (draft->segments.n == 0)
		return true;
	return draft->way != TB_SW_ACTOR && draft->form != TB_SF_QUOTE &&
		draft->cue.first != TB_NONE && tb_level(scan, draft->cue.first) != TB_NONE;
}

static void
drop_drafts(TbScan *scan)
{
	uint32_t	kept = 0;

	for (uint32_t d = 0; d < scan->drafts.n; d++)
		if (!is_dropped(scan, &scan->drafts.at[d]))
			scan->drafts.at[kept++] = scan->drafts.at[d];
	scan->drafts.n = kept;
}

TbStatus
tb_statement_find(TbDocument *doc)
{
	TbScan		scan = {.doc = doc};

	if (doc->text.ntok == 0)
		return TB_OK;
	TB_TRY(tb_outline_find(&scan));
	scan.said = tb_arena_alloc(doc->arena, (size_t) doc->text.ntok + 2);
	scan.level = tb_arena_alloc(doc->arena, ((size_t) doc->text.ntok + 2) * sizeof(uint32_t));
	scan.inherits = tb_arena_alloc(doc->arena, ((size_t) doc->text.ntok + 8) * sizeof(uint32_t));
	scan.verbs = tb_arena_alloc(doc->arena, ((size_t) doc->text.ntok + 2) * sizeof(uint32_t));
	if (scan.verbs == NULL || scan.said == NULL || scan.level == NULL || scan.inherits == NULL)
		return TB_NO_MEMORY;
	TB_TRY(tb_actor_find(&scan));
	tb_direct_find(&scan);
	if (!scan.failed)
		tb_indirect_find(&scan);
	if (scan.failed)
		return TB_NO_MEMORY;
	drop_drafts(&scan);
	return tb_speakers_resolve(&scan);
}
