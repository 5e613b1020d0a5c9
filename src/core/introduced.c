/*
 * introduced.c
 *	  Whom a noun for a person means that stands without a name.
 *
 *	учитель Анна Белова … учитель заметила		the same noun introduced her
 *	капитан полиции Беков … сказал капитан		a word right before his name did
 *	У Бекова спросили … Дипломат сообщил		nobody else has been named so far
 */
#include "core/statement_internal.h"

#include "base/fold.h"

#define MAX_ACTORS_BACK 80

/*
 * «учитель Анна Белова … учитель заметила»: the last person before the
 * actor whom the same noun introduced, or TB_NONE.
 */
uint32_t
tb_introduced_so(const TbResolver *r, const TbActor *actor)
{
	const TbScan *scan = r->scan;
	uint32_t	n = tb_actors_before(scan, actor->first);

	for (uint32_t i = actor->first > 0 ? actor->first - 1 : 0; i < actor->head; i++)
		if (tb_word_is(r->doc, i, TB_WORD, "other"))
			return TB_NONE;
	for (uint32_t steps = 0; n > 0 && steps < MAX_ACTORS_BACK; steps++)
	{
		const TbActor *other = &scan->actors.at[--n];

		if (other->kind == TB_AK_PERSON && other->entry == actor->entry &&
			other->person != TB_NONE &&
			tb_genders_agree(r->doc->persons.at[other->person].gender,
							 actor->gram & TB_FEM && !(actor->gram & TB_MASC) ? TB_FEM : 0))
			return other->person;
	}
	return TB_NONE;
}

/* Do two words share all but their endings: протоиерей, протоиереем? */
static bool
same_stem(const TbDocument *doc, uint32_t a, uint32_t b)
{
	char		x[TB_MAX_WORD];
	char		y[TB_MAX_WORD];
	size_t		n = tb_token_fold(&doc->text, a, x);
	size_t		m = tb_token_fold(&doc->text, b, y);
	size_t		least = n < m ? n : m;
	size_t		most = n < m ? m : n;

	/* two bytes a letter; an ending has three letters at most */
	return least >= 10 && most - least <= 6 && memcmp(x, y, least - 2) == 0;
}

/*
 * «протоиерей Иван Лесков … сказал протоиерей», «заместитель начальника отдела
 * капитан полиции Олжас Беков … сказал капитан»: the last person before a
 * single word whom that word introduced, in a title, too; TB_NONE: nobody.
 */
uint32_t
tb_introduced_by_word(const TbResolver *r, uint32_t token)
{
	const TbScan *scan = r->scan;
	uint32_t	n = tb_actors_before(scan, token);

	for (uint32_t steps = 0; n > 0 && steps < MAX_ACTORS_BACK / 2; steps++)
	{
		const TbActor *actor = &scan->actors.at[--n];

		if (actor->person == TB_NONE || actor->mention == TB_NONE)
			continue;
		for (uint32_t i = r->doc->mentions.at[actor->mention].first, k = 0; i > 0 && k < 4; k++)
		{
			i--;
			if (!tb_is_word(r->doc, i))
				break;
			if ((!tb_is_cap(r->doc, i) || (tb_tok(r->doc, i)->flags & TB_TF_SENT)) &&
				same_stem(r->doc, i, token))
				return actor->person;
		}
	}
	return TB_NONE;
}

/*
 * «Приём провёл пресс-секретарь ведомства. Айбека Сатова спросили о визах.
 * Дипломат сообщил …»: the one person named before token, in its paragraph or
 * the two before; TB_NONE: nobody, or there are two.
 */
uint32_t
tb_sole_named_before(const TbResolver *r, uint32_t token, TbGram gender)
{
	uint32_t	person = TB_NONE;

	for (uint32_t n = tb_actors_before(r->scan, token), steps = 0; n > 0; steps++)
	{
		const TbActor *actor = &r->scan->actors.at[--n];

		if (steps == MAX_ACTORS_BACK || (person != TB_NONE && actor->person != TB_NONE &&
										 actor->person != person))
			return TB_NONE;
		if (actor->person != TB_NONE && person == TB_NONE)
		{
			if (tb_paragraphs_between(r->doc, actor->first, token) > 2)
				return TB_NONE;
			person = actor->person;
		}
	}
	return person != TB_NONE &&
		tb_genders_agree(r->doc->persons.at[person].gender, gender) ? person : TB_NONE;
}
