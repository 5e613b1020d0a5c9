/*
 * joint.c
 *	  Actors who speak together.
 *
 *	joint		Алиев и Беков заявили | министр и его заместитель сообщили
 *	list		Алиев, Беков и Ким попросили | сказали Алиев, Беков и Ким
 *
 * Not: «Как отметил Алиев, | Беков и Ким просят».
 */
#include "core/statement_internal.h"

/*
 * The actor that «и» joins with the one at index behind it, both in the
 * nominative: «Нуртлеу и его российский коллега Лавров».  TB_NONE: none.
 */
uint32_t
tb_joint_before(const TbScan *scan, uint32_t index)
{
	const TbActor *actor = &scan->actors.at[index];
	const TbActor *before = actor;

	if (actor->behind_prep || !(tb_gram_cases(actor->gram) & TB_NOM))
		return TB_NONE;
	do
	{
		if (before == scan->actors.at)
			return TB_NONE;
		before--;
	} while (before->kind == TB_AK_PRONOUN && !(tb_gram_cases(before->gram) & TB_NOM));
	if (before->behind_prep || !(tb_gram_cases(before->gram) & TB_NOM) ||
		!tb_text_is(scan->doc, before->end, "и") || actor->first > before->end + 4)
		return TB_NONE;
	for (uint32_t i = before->end + 1; i < actor->first; i++)
		if (!tb_is_word(scan->doc, i) || tb_looks_finite(scan, i))
			return TB_NONE;
	return (uint32_t) (before - scan->actors.at);
}

/* Is the actor a man or woman in the nominative, as the members of a list are? */
bool
tb_is_listed(const TbActor *actor)
{
	return actor->kind == TB_AK_PERSON && !actor->behind_prep &&
		(tb_gram_cases(actor->gram) & TB_NOM);
}

/* Do the actors at index and behind it stand in a list, «Алиев, Беков»? */
static bool
list_goes_on(const TbScan *scan, uint32_t index)
{
	const TbActor *actor = &scan->actors.at[index];

	return index + 1 < scan->actors.n && tb_is_listed(actor) && tb_is_listed(actor + 1) &&
		tb_is_mark(&scan->doc->text, actor->end, ',') && actor[1].first == actor->end + 1;
}

/* «Алиев, | Беков и Ким попросили»: the first of the list that the actor at index is in. */
uint32_t
tb_list_before(const TbScan *scan, uint32_t index)
{
	TbCue		cue;

	/* «Как отметил Алиев, | Беков и Ким просят» */
	while (index > 0 && list_goes_on(scan, index - 1) &&
		   !(scan->actors.at[index - 1].first > 0 &&
			 tb_cue_at(scan, scan->actors.at[index - 1].first - 1, &cue)))
		index--;
	return index;
}

/* «сказали Алиев, Беков | и Ким»: the actor that is joined to the one at index; or TB_NONE. */
uint32_t
tb_joint_behind(const TbScan *scan, uint32_t index)
{
	while (list_goes_on(scan, index) && tb_joint_before(scan, index + 1) != index)
		index++;
	return index + 1 < scan->actors.n && tb_joint_before(scan, index + 1) == index ? index + 1 : TB_NONE;
}
