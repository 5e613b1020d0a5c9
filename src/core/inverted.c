/*
 * inverted.c
 *	  Statements whose words stand before the verb, without quotation marks.
 *
 *	clause_before	Работа идёт, сообщила пресс-служба.
 *					Насос, уточнил аким, заработает утром.
 *
 * No statements: what hangs on the verb's own clause («Открывая мост, он
 * сказал …», «Когда мост открыли, аким сказал …»), what a paper only hands on.
 */
#include "core/statement_internal.h"

/* Longest clause before its cue, in tokens. */
#define MAX_BEFORE 200

/* The comma, the dash, or both right before a cue; or TB_NONE. */
static uint32_t
comma_before(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	dash = TB_NONE;

	i = tb_before_adverbs(doc, i);
	while (i > 0 && (tb_is_spaced_dash(doc, i - 1) || tb_is_decoration(doc, i - 1)))
		dash = --i;
	return i > 0 && tb_is_mark(&doc->text, i - 1, ',') ? i - 1 : dash;
}

/* Does the sentence up to the comma hang on the cue's clause itself? */
bool
tb_is_circumstance(const TbScan *scan, uint32_t first)
{
	const TbDocument *doc = scan->doc;

	return tb_looks_gerund(doc, first) || tb_is_conj(doc, first, "kak") ||
		(tb_is_conj(doc, first, "sub") && !tb_is_conj(doc, first, "lead"));
}

/*
 * «Он напомнил о долгах: их пять, уточнили в банке»: the clause begins
 * behind the colon if another cue stands before that.
 */
static uint32_t
behind_lead_in(const TbScan *scan, uint32_t first, uint32_t end)
{
	bool		cued = false;
	TbCue		cue;

	if (end > first + MAX_BEFORE)
		return first;
	for (uint32_t i = first; i < end; i = tb_step(scan, i))
	{
		cued = cued || tb_cue_at(scan, i, &cue);
		if (cued && tb_is_colon(scan->doc, i))
			return i + 1;
	}
	return first;
}

/*
 * «…, сообщил он, а также отметил, что …», «…, передаёт агентство»: a cue that
 * opens the piece at first, or leads on to more that was said?
 */
static bool
goes_on_about_speaker(const TbScan *scan, uint32_t first, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	bool		opening = true;
	TbCue		cue;

	for (uint32_t j = first; j < end && j < first + 8; j++)
	{
		if (tb_cue_at(scan, j, &cue))
			return opening || tb_is_mark(&doc->text, cue.end, ':') ||
				(tb_is_mark(&doc->text, cue.end, ',') &&
				 tb_is_conj(doc, cue.end + 1, "chto"));
		opening = opening && (tb_is_a(doc, j, TB_CONJ) ||
							  tb_word_is(doc, j, TB_WORD, "adverb"));
	}
	return false;
}

/* «Губернатор Ким | , добавила она, обещал»: does a subject fill [first, end)? */
static bool
is_subject_alone(const TbScan *scan, uint32_t first, uint32_t end)
{
	const TbActor *actor = scan->actor_at[first] != 0 ? &scan->actors.at[scan->actor_at[first] - 1] : NULL;

	return actor != NULL && actor->first == first && actor->end == end &&
		(tb_gram_cases(actor->gram) & TB_NOM);
}

/*
 * «Обещали и в 2023-м, заметил депутат, но машин нет»: the clause goes on
 * behind the comma at i, unless that piece is about the speaker.
 */
static void
add_rest(TbScan *scan, TbDraft *draft, uint32_t i, bool verbless)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = tb_sentence(scan, draft->cue.first)->end;
	uint32_t	first = i + 1;
	TbSpan		rest;

	if (i >= end || !tb_is_mark(&doc->text, i, ',') || tb_looks_gerund(doc, first) ||
		tb_looks_participle(doc, first) || tb_is_conj(doc, first, "rel") ||
		tb_is_conj(doc, first, "kak") ||
		(tb_is_a(doc, first, TB_PREP) && tb_is_conj(doc, first + 1, "rel")))
		return;
	/* «Губернатор Ким, добавила она, обещал помочь»: the verb of what stands before */
	if ((!verbless && goes_on_about_speaker(scan, first, end)) ||
		(scan->opens[first] == 0 && !tb_has_predicate(scan, first, end)))
		return;
	rest = tb_trim(scan, first, end);
	tb_draft_segment(scan, draft, rest.start, rest.end);
}

/*
 * «Насос, уточнил аким, заработает утром»: the cue stands between the
 * commas of a clause that goes on behind it?
 */
static bool
is_inserted(const TbScan *scan, const TbCue *cue, uint32_t subject)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = tb_sentence(scan, cue->first)->end;
	uint32_t	comma = scan->actors.at[subject].end;

	return comma + 2 < end && tb_is_mark(&doc->text, comma, ',') &&
		!tb_looks_gerund(doc, comma + 1) && !tb_looks_participle(doc, comma + 1) &&
		!tb_is_a(doc, comma + 1, TB_CONJ) &&
		!goes_on_about_speaker(scan, comma + 1, end) &&
		(scan->opens[comma + 1] != 0 || tb_has_predicate(scan, comma + 1, end));
}

/*
 * «Министр заверил, что Россия готова, сообщает агентство»: does a paper only
 * tell what somebody else has said?
 */
static bool
retells(const TbScan *scan, uint32_t first, uint32_t comma, const TbActor *actor)
{
	if (!actor->media && (actor->kind != TB_AK_ORG || actor->entry != TB_NONE) &&
		!tb_text_is(scan->doc, actor->head, "агентство"))
		return false;
	for (uint32_t i = first; i < comma; i = tb_step(scan, i))
		if (scan->said[i] & SAID_CHTO)
			return true;
	return false;
}

/* «[Однако] о том, что мост готов, сказал аким»: behind the что. */
static uint32_t
behind_about(const TbScan *scan, uint32_t first, uint32_t comma)
{
	const TbDocument *doc = scan->doc;
	uint32_t	i = first;

	while (i < comma && tb_is_a(doc, i, TB_CONJ) && !tb_is_conj(doc, i, "chto"))
		i++;
	if ((tb_text_is(doc, i, "о") || tb_text_is(doc, i, "об")) &&
		tb_word_is(doc, i + 1, TB_WORD, "demonstrative"))
		i += 2;
	if (i > first && tb_is_mark(&doc->text, i, ','))
		i++;
	return tb_is_conj(doc, i, "chto") && i + 1 < comma ? i + 1 : first;
}

/*
 * Where the clause begins that ends with a comma, or a dash, right before a
 * cue; TB_NONE: there is none.
 */
uint32_t
tb_clause_before(const TbScan *scan, const TbCue *cue, uint32_t *comma)
{
	uint32_t	first = tb_sentence(scan, cue->first)->first;

	*comma = comma_before(scan, cue->first);
	if (*comma == TB_NONE || !tb_is_finite(cue) ||
		!(cue->kinds & (TB_CK(SPEECH) | TB_CK(OPINION) | TB_CK(DIRECT) | TB_CK(ASK) |
						TB_CK(DIRECTIVE))))
		return TB_NONE;
	first = behind_lead_in(scan, tb_behind_prefix(scan, first, *comma), *comma);
	if (*comma <= first || *comma > first + MAX_BEFORE)
		return TB_NONE;
	/* «…», — заявил он, сообщает агентство */
	for (uint32_t i = first; i < *comma; i = tb_step(scan, i))
		if (scan->opens[i] != 0 && scan->quotes.at[scan->opens[i] - 1].taken)
			return TB_NONE;
	return first;
}

/* clause_before */
bool
tb_rule_before(TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	comma;
	uint32_t	first = tb_clause_before(scan, cue, &comma);
	uint32_t	index;
	TbActor		loose;
	TbDraft    *draft;

	if (first == TB_NONE)
		return false;
	index = tb_subject_behind(scan, cue, &loose);
	/* «Мост готов — сообщил аким» */
	if (!tb_is_mark(&doc->text, comma, ',') &&
		(index == TB_NONE || !(cue->kinds & TB_CK(SPEECH)) ||
		 !tb_has_predicate(scan, first, comma)))
		return false;
	/* «Позже сказал аким», but «Когда мост рухнул, рассказывает аким, было темно» */
	if ((comma == first + 1 || tb_is_circumstance(scan, first)) &&
		(index == TB_NONE || !is_inserted(scan, cue, index)))
		return false;
	if (index == TB_NONE && loose.kind != TB_AK_ORG &&
		!tb_text_is(doc, cue->end, "там") &&
		(loose.kind == TB_AK_NONE || loose.first != cue->end ||
		 (loose.end == loose.first + 1 && tb_looks_adjective(doc, loose.first)) ||
							 tb_word_is(doc, loose.first, TB_WORD, "adverb") ||
							 !(cue->kinds & (TB_CK(SPEECH) | TB_CK(DIRECT)))))
		return false;
	if (index == TB_NONE && (!tb_has_predicate(scan, first, comma) ||
							 !(cue->kinds & TB_CK(SPEECH))))
		return false;
	/* «Иванов отметил важность диалога, подчеркнул роль молодёжи» */
	if (index == TB_NONE && loose.kind == TB_AK_DESCRIPTION && !tb_is_cap(doc, loose.first) &&
		tb_subject_before(scan, cue) != TB_NONE)
		return false;
	/* «Его наставница Нина Штерн, в свою очередь, поблагодарила …» */
	if (!tb_has_predicate(scan, first, comma) &&
		(index == TB_NONE || scan->actors.at[index].kind > TB_AK_PRONOUN) &&
		tb_subject_before(scan, cue) != TB_NONE)
		return false;
	if (retells(scan, first, comma, index == TB_NONE ? &loose : &scan->actors.at[index]))
		return false;
	first = behind_about(scan, first, comma);
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, cue, "clause_before");
	if (draft == NULL)
		return false;
	tb_draft_subject(scan, draft, true);
	tb_set_clause(scan, draft, first, comma);
	if (draft->way == TB_SW_ACTOR && draft->actor.first >= cue->end)
		add_rest(scan, draft, draft->actor.end,
				 !tb_has_predicate(scan, first, comma) && is_subject_alone(scan, first, comma));
	return true;
}
