/*
 * draft.c
 *	  Statements in the making: their words, and the actor that speaks.
 *
 * A draft asks for the subject of its cue, behind it or before it as word
 * order has it.  What is left without one is elided (a singular verb: the
 * subject before it goes on) or nobody's (a plural: «говорят, что»).
 */
#include "core/statement_internal.h"

/* How many ranks may stand between a subject and its name, and the words behind a rank. */
#define MAX_APPOSITIONS 4
#define MAX_RANK_TAIL 4

/* Start a draft; NULL when memory ran out.  cue may be NULL. */
TbDraft *
tb_draft_add(TbScan *scan, TbStatementKind kind, TbStatementForm form,
			 const TbCue *cue, const char *rule)
{
	TbDraft    *draft = TB_PUSH(scan->doc->arena, &scan->drafts);

	if (draft == NULL)
	{
		scan->failed = true;
		return NULL;
	}
	draft->kind = (uint8_t) kind;
	draft->form = (uint8_t) form;
	draft->rule = rule;
	draft->cue.first = TB_NONE;
	if (cue != NULL)
		draft->cue = *cue;
	draft->anchor = draft->cue.first;
	draft->actor_index = TB_NONE;
	draft->joint = TB_NONE;
	draft->way = TB_SW_NOBODY;
	return draft;
}

/* Add tokens [first, end) to a draft; nothing if there are none. */
void
tb_draft_segment(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end)
{
	TbSpan	   *segment;

	if (first >= end || scan->failed)
		return;
	segment = TB_PUSH(scan->doc->arena, &draft->segments);
	if (segment == NULL)
		scan->failed = true;
	else
		*segment = (TbSpan)
	{
		first, end
	};
}

/* ----------------------------------------------------------- its speaker */

/* Is the actor one of two that a plural verb joins?  The other, or TB_NONE. */
static uint32_t
joint_with(const TbScan *scan, uint32_t index, TbGram verb)
{
	if (!(verb & TB_VERB_PL) || tb_gram_plural(scan->actors.at[index].gram) & TB_NOM)
		return TB_NONE;
	if (tb_joint_before(scan, index) != TB_NONE)
		return tb_joint_before(scan, index);
	return tb_joint_behind(scan, index);
}

/* The comma behind «академик [НАН РК],», or the token where it is sought no further. */
static uint32_t
behind_rank(const TbScan *scan, const TbActor *rank)
{
	uint32_t	i = rank->end;

	while (i < rank->end + MAX_RANK_TAIL && tb_is_word(scan->doc, i) && !tb_looks_finite(scan, i))
		i++;
	return i;
}

/*
 * «участница раскопок, студентка Аружан Ибраева», «один из них, Николай
 * Степанович», «директор института, академик НАН РК, профессор Бекен
 * Нурахметов»: the name between commas behind a subject without one.
 */
uint32_t
tb_named_in_apposition(const TbScan *scan, uint32_t index, TbGram verb)
{
	const TbActor *actor = &scan->actors.at[index];
	const TbActor *next = actor + 1;

	if (actor->person != TB_NONE || actor->kind == TB_AK_ORG ||
		actor->kind == TB_AK_PRONOUN || index + 1 >= scan->actors.n)
		return index;
	/* «актёр и певец Сандро Вердени» is one */
	if (!(verb & TB_VERB_PL) && tb_text_is(scan->doc, actor->end, "и") &&
		next->first == actor->end + 1 && next->kind == TB_AK_PERSON &&
		(next->entry != TB_NONE || next->title != TB_NONE) &&
		(tb_gram_cases(next->gram) & tb_gram_cases(actor->gram)))
		return index + 1;
	if (tb_gram_singular(actor->gram) == 0)
		return index;
	for (uint32_t n = 0, comma = actor->end; n < MAX_APPOSITIONS; n++)
	{
		if (!tb_is_mark(&scan->doc->text, comma, ',') || scan->actor_at[comma + 1] == 0)
			return index;
		next = &scan->actors.at[scan->actor_at[comma + 1] - 1];
		if (next->first != comma + 1 || !(tb_gram_cases(next->gram) & tb_gram_cases(actor->gram)))
			return index;
		if (next->kind == TB_AK_PERSON)
			return tb_tok(scan->doc, next->end)->kind == TB_MARK ? scan->actor_at[comma + 1] - 1 : index;
		if (next->kind != TB_AK_DESCRIPTION && next->kind != TB_AK_TITLE)
			return index;
		comma = behind_rank(scan, next);
	}
	return index;
}

static void
set_actor(TbScan *scan, TbDraft *draft, uint32_t index)
{
	index = tb_named_in_apposition(scan, index, draft->cue.gram);
	draft->actor = scan->actors.at[index];
	draft->actor_index = index;
	draft->joint = joint_with(scan, index, draft->cue.gram);
	draft->way = TB_SW_ACTOR;
}

/* Does a relative clause begin at i: «где …», «в которой …»? */
static bool
is_relative(const TbScan *scan, uint32_t i)
{
	if (tb_is_a(scan->doc, i, TB_PREP))
		i++;
	return tb_is_conj(scan->doc, i, "wh") || tb_is_conj(scan->doc, i, "rel");
}

/* The comma that ends a relative clause, before limit; or i. */
static uint32_t
behind_relative(const TbScan *scan, uint32_t i, uint32_t limit)
{
	for (uint32_t j = i; j < limit; j = tb_step(scan, j))
		if (tb_is_mark(&scan->doc->text, j, ','))
			return j;
	return i;
}

/* «В КПРФ заявили»: an institution before a plural verb. */
static uint32_t
located_before(const TbScan *scan, const TbCue *cue)
{
	uint32_t	first = tb_sentence(scan, cue->first)->first;
	uint32_t	found = TB_NONE;

	if (cue->first > first + 40)
		first = tb_piece_start(scan, cue->first);
	/* «В министерстве, в свою очередь, заверили»: no other verb between */
	for (uint32_t i = first; i < cue->first; i++)
	{
		/* «В министерстве, куда мы позвонили, заверили» */
		if (found != TB_NONE && tb_is_mark(&scan->doc->text, i, ',') && is_relative(scan, i + 1))
			i = behind_relative(scan, i + 1, cue->first);
		if (scan->actor_at[i] == 0)
		{
			if (tb_looks_finite(scan, i))
				found = TB_NONE;
			continue;
		}
		if (found == TB_NONE && scan->actors.at[scan->actor_at[i] - 1].first == i &&
			tb_is_located(scan, &scan->actors.at[scan->actor_at[i] - 1]))
			found = scan->actor_at[i] - 1;
	}
	return found;
}

/* «Там же уверяют, что»: the last organisation before the cue, or TB_NONE. */
static uint32_t
same_place(const TbScan *scan, const TbCue *cue)
{
	uint32_t	start = tb_piece_start(scan, cue->first);

	if (!(cue->gram & TB_VERB_PL) || (!tb_text_is(scan->doc, start, "там") &&
									  !tb_text_is(scan->doc, cue->end, "там")))
		return TB_NONE;
	for (uint32_t i = start, n = 0; i > 0 && n < 120; n++)
	{
		const TbActor *actor;

		if (scan->actor_at[--i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (actor->kind == TB_AK_ORG && !actor->document)
			return scan->actor_at[i] - 1;
		i = actor->first;
	}
	return TB_NONE;
}

/* Is the word at i a capitalised one that no list knows? */
static bool
is_unknown_name(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	return tb_is_cap(doc, i) && scan->actor_at[i] == 0 &&
		tb_tok(doc, i)->letters > 2 &&
		!tb_may_be(doc, i, TB_BIT(PLACE) | TB_BIT(COMMON) | TB_BIT(PLACE_ADJ) |
				   TB_BIT(CUE) | TB_BIT(PRON) | TB_BIT(MONTH) | TB_BIT(STOP)) &&
		!tb_is_a(doc, i, TB_PREP) && !tb_is_a(doc, i, TB_CONJ);
}

/* «Южная Корея заявила»: a country right before the verb speaks for itself. */
static bool
take_place(const TbScan *scan, const TbCue *cue, TbActor *loose)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = cue->first;
	uint32_t	first = end > 8 ? end - 8 : 0;

	while (end > 0 && tb_word_is(doc, end - 1, TB_WORD, "adverb"))
		end--;
	for (uint32_t p = tb_place_from(doc, first); p < doc->places.n; p++)
	{
		const TbPlace *place = &doc->places.at[p];

		if (place->first >= end)
			break;
		if (place->end != end || place->kind != TB_PK_NAME ||
			(tb_gram_cases(place->gram) && !(tb_gram_cases(place->gram) & TB_NOM)) ||
			(place->first > 0 && (tb_is_a(doc, place->first - 1, TB_PREP) ||
								  tb_looks_finite(scan, place->first - 1))) ||
			scan->sentence_of[place->first] != scan->sentence_of[cue->first])
			continue;
		*loose = (TbActor)
		{
			.kind = TB_AK_ORG,.first = place->first,.end = end,.head = place->first,
				.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
				.entry = TB_NONE,.gram = TB_NOM
		};
		return true;
	}
	return false;
}

/* «Израиль отверг это, заявляя, что …»: a country that opens a gerund's sentence. */
static void
take_leading_place(const TbScan *scan, const TbCue *cue, TbActor *loose)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_sentence(scan, cue->first)->first;
	uint32_t	p = tb_place_from(doc, first);
	const TbPlace *place = p < doc->places.n ? &doc->places.at[p] : NULL;

	if (place == NULL || place->first != first || place->kind != TB_PK_NAME ||
		(tb_gram_cases(place->gram) && !(tb_gram_cases(place->gram) & TB_NOM)))
		return;
	*loose = (TbActor)
	{
		.kind = TB_AK_ORG,.first = first,.end = place->end,.head = first,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_NOM
	};
}

/* «Пашинян заявил»: a name right before the verb that nobody introduced. */
static void
take_unknown_name(const TbScan *scan, const TbCue *cue, TbActor *loose)
{
	uint32_t	end = cue->first;
	uint32_t	first;
	uint32_t	start;

	while (end > 0 && tb_word_is(scan->doc, end - 1, TB_WORD, "adverb"))
		end--;
	first = end;
	/* «Пашинян подтвердил готовность и заявил» */
	start = tb_sentence(scan, cue->first)->first;
	if (!(first > 0 && is_unknown_name(scan, first - 1)) &&
		is_unknown_name(scan, start) && start + 1 < cue->first &&
		tb_looks_finite(scan, start + 1))
		first = end = start + 1;
	while (first > 0 && end - first < 4 && is_unknown_name(scan, first - 1) &&
		   scan->sentence_of[first - 1] == scan->sentence_of[cue->first])
		first--;
	if (first == end || (cue->gram & (TB_GERUND | TB_PARTICIPLE)) ||
		(first > 0 && tb_is_a(scan->doc, first - 1, TB_PREP)))
		return;
	*loose = (TbActor)
	{
		.kind = TB_AK_DESCRIPTION,.first = first,.end = end,.head = first,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_NOM,.unnamed = true
	};
}

/* May the word at i be a noun in the nominative, right before its verb? */
static bool
may_be_nominative(const TbScan *scan, uint32_t i)
{
	static const char *const oblique[] = {
		"ам", "ям", "ами", "ями", "ах", "ях", "у", "ю", "ом", "ем", "ой", "ей", "ого", "его",
		"ему", "ому", "ым", "им", "ых", "их", "ую", NULL
	};
	const TbDocument *doc = scan->doc;

	return tb_is_word(doc, i) && tb_tok(doc, i)->letters > 3 &&
		!tb_is_a(doc, i, TB_PREP) && !tb_is_a(doc, i, TB_CONJ) &&
		!tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(DEICTIC) | TB_BIT(MONTH) | TB_BIT(WEEKDAY) |
				   TB_BIT(PRON) | TB_BIT(PLACE)) &&
		!tb_word_is(doc, i, TB_WORD, "adverb") && !tb_word_is(doc, i, TB_COMMON, "adv") &&
		!tb_ends_in_any(doc, i, oblique) && !tb_looks_finite(scan, i) &&
		!tb_looks_gerund(doc, i) && !tb_looks_infinitive(doc, i);
}

/*
 * «Анализ подтвердил, что …»: the noun of no list, or the document, that opens
 * the piece of a singular verb and stands right before it is its subject, so
 * that nobody named earlier is.
 */
static bool
take_noun_before(const TbScan *scan, const TbCue *cue, TbActor *loose)
{
	const TbDocument *doc = scan->doc;
	uint32_t	start = tb_piece_start(scan, cue->first);
	uint32_t	end = cue->first;
	uint32_t	first;

	/* within a speech «опыт подсказывает, что» is the speaker's own */
	if ((cue->gram & (TB_VERB_PL | TB_GERUND | TB_PARTICIPLE)) ||
		tb_level(scan, cue->first) != TB_NONE)
		return false;
	while (end > start && tb_word_is(doc, end - 1, TB_WORD, "adverb"))
		end--;
	first = end;
	if (end > start && scan->actor_at[end - 1] != 0 &&
		scan->actors.at[scan->actor_at[end - 1] - 1].document)
		first = scan->actors.at[scan->actor_at[end - 1] - 1].first;
	else if (end > start && scan->actor_at[end - 1] == 0 && may_be_nominative(scan, end - 1))
		first = end - 1;
	while (first < end && first > start && tb_looks_adjective(doc, first - 1))
		first--;
	if (first == end || first != start)
		return false;
	*loose = (TbActor)
	{
		.kind = TB_AK_DESCRIPTION,.first = first,.end = end,.head = end - 1,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_NOM,.unnamed = true
	};
	return true;
}

/*
 * «говорится в заявлении МВД»: who gave out the document that an impersonal
 * cue speaks of.  A document whose author is not named leaves the subject
 * elided; without a document it is nobody's.
 */
static void
set_issuer(TbScan *scan, TbDraft *draft)
{
	const TbSentence *sentence = tb_sentence(scan, draft->cue.first);
	uint32_t	first = sentence->first;
	uint32_t	limit = draft->cue.end + 12;

	if (draft->cue.first > first + 40)
		first = draft->cue.first - 40;

	draft->way = TB_SW_NOBODY;
	for (uint32_t i = first; i < sentence->end && i < limit; i++)
	{
		const TbActor *actor;

		if (scan->actor_at[i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (!actor->document)
			continue;
		if (draft->form == TB_SF_QUOTE)
			draft->way = TB_SW_ELIDED;
		if (actor + 1 < scan->actors.at + scan->actors.n &&
			actor[1].first == actor->end &&
			(tb_gram_cases(actor[1].gram) & TB_GEN))
		{
			set_actor(scan, draft, scan->actor_at[i]);
			draft->actor.gram &= ~(TbGram) (TB_NOM | TB_NOM << TB_PLURAL_SHIFT);
		}
		return;
	}
}

/*
 * «Сагадиевым отмечено, что», «подчёркнуто министром»: the agent of a passive
 * in the instrumental, in the cue's own piece.
 */
static bool
set_agent(TbScan *scan, TbDraft *draft)
{
	uint32_t	end = tb_sentence(scan, draft->cue.first)->end;

	if (end > draft->cue.end + 6)
		end = draft->cue.end + 6;
	for (uint32_t i = tb_piece_start(scan, draft->cue.first); i < end; i++)
	{
		const TbActor *actor;

		if (i >= draft->cue.end && tb_tok(scan->doc, i)->kind == TB_MARK)
			break;
		if (scan->actor_at[i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (actor->kind != TB_AK_PRONOUN && !actor->behind_prep &&
			(tb_gram_cases(actor->gram) & TB_INS) &&
			!(tb_gram_cases(actor->gram) & TB_NOM))
		{
			set_actor(scan, draft, scan->actor_at[i] - 1);
			return true;
		}
		i = actor->end - 1;
	}
	return false;
}

/* «цитирует издание Ольгу Климову»: the person in the accusative. */
static bool
set_cited(TbScan *scan, TbDraft *draft)
{
	uint32_t	end = tb_sentence(scan, draft->cue.first)->end;

	/* from within: «приводит его слова газета» */
	for (uint32_t i = draft->cue.first; i < end && i < draft->cue.end + 12; i++)
	{
		const TbActor *actor;

		if (scan->actor_at[i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if ((actor->kind <= TB_AK_TITLE || (actor->kind == TB_AK_PRONOUN && i < draft->cue.end)) && (tb_gram_cases(actor->gram) & (TB_ACC | TB_GEN)))
		{
			set_actor(scan, draft, scan->actor_at[i] - 1);
			return true;
		}
		i = actor->end - 1;
	}
	return false;
}

/*
 * Set the speaker of a draft: the subject of its cue behind it or before it,
 * as word order has it; without one the subject is elided (singular) or
 * nobody's (plural: «говорят, что»).
 */
void
tb_draft_subject(TbScan *scan, TbDraft *draft, bool behind_first)
{
	TbActor		loose = {.kind = TB_AK_NONE};
	const TbCue *cue = &draft->cue;
	uint32_t	index = TB_NONE;

	if (scan->inherits[cue->first] != 0)
	{
		const TbDraft *first = &scan->drafts.at[scan->inherits[cue->first] - 1];

		draft->way = first->way;
		draft->actor = first->actor;
		draft->actor_index = first->actor_index;
		draft->joint = first->joint;
		return;
	}
	if (cue->kinds == TB_CK(IMPERSONAL) || (cue->gram & TB_PASSIVE))
	{
		if (!set_agent(scan, draft))
			set_issuer(scan, draft);
		return;
	}
	if ((cue->kinds & TB_CK(CITE)) && set_cited(scan, draft))
		return;
	if (behind_first && !(cue->gram & (TB_GERUND | TB_PARTICIPLE)))
	{
		index = tb_subject_adjacent(scan, cue);
		if (index == TB_NONE)
			index = tb_subject_behind(scan, cue, &loose);
	}
	if (index == TB_NONE && loose.kind == TB_AK_NONE)
		index = tb_subject_before(scan, cue);
	/* «В министерстве на запрос редакции ответили» */
	if (index != TB_NONE && (cue->gram & TB_VERB_PL) &&
		tb_is_owner(scan, &scan->actors.at[index]))
	{
		uint32_t	located = located_before(scan, cue);

		index = located != TB_NONE ? located : index;
	}
	if (index == TB_NONE && !behind_first && !(cue->gram & (TB_GERUND | TB_PARTICIPLE)))
	{
		if (cue->gram & TB_VERB_PL)
			index = located_before(scan, cue);
		if (index == TB_NONE)
			index = tb_subject_behind(scan, cue, &loose);
		/* «заявил об отставке»: what no list knows is hardly a subject here */
		loose.kind = TB_AK_NONE;
	}
	if (index == TB_NONE && (cue->gram & TB_VERB_PL) && loose.kind == TB_AK_NONE)
	{
		uint32_t	start = tb_piece_start(scan, cue->first);

		index = located_before(scan, cue);
		if (index == TB_NONE)
			index = same_place(scan, cue);
		if (index == TB_NONE && tb_is_unknown_org(scan, start))
			tb_take_unknown_org(scan, start, &loose);
	}
	if (index == TB_NONE && loose.kind == TB_AK_NONE && (cue->gram & TB_GERUND))
		take_leading_place(scan, cue, &loose);
	if (index == TB_NONE && loose.kind == TB_AK_NONE &&
		((cue->gram & (TB_GERUND | TB_PARTICIPLE)) || !take_place(scan, cue, &loose)))
		take_unknown_name(scan, cue, &loose);
	if (index != TB_NONE)
	{
		set_actor(scan, draft, index);
		/* «в ответе министерства. Там же утверждают» */
		if (tb_is_owner(scan, &draft->actor))
			draft->actor.gram &= ~(TbGram) (TB_NOM | TB_NOM << TB_PLURAL_SHIFT);
	}
	else if (loose.kind != TB_AK_NONE || take_noun_before(scan, cue, &loose))
	{
		draft->actor = loose;
		draft->way = TB_SW_ACTOR;
	}
	else
		draft->way = cue->gram & TB_VERB_PL ? TB_SW_NOBODY : TB_SW_ELIDED;
}
