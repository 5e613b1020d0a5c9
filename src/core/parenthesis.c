/*
 * parenthesis.c
 *	  Cues in brackets of commas, and the clause around them.
 *
 *	as_cue			Как отметил аким, работа идёт. | Работа, как отметил аким, идёт.
 *	according_to	По словам акима, работа идёт. | Работа, по его мнению, идёт.
 *
 * The parenthesis ends at the comma behind its speaker; what is left and
 * right of it in the clause are the statement's segments:
 *
 *	Дамбу, по мнению эколога, пора менять.
 *	^a---^  ^parenthesis----^ ^b---------^
 *
 * Not: «помню, как обещали» (a subject between «как» and the verb), «как
 * сказано выше» (the author), «по данным вопросам» (nobody's data).
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How far a parenthesis reaches, in tokens. */
#define MAX_PARENTHESIS 30

/* A parenthesis «…, как отметил X, …» and what stands around it. */
typedef struct Parenthesis
{
	uint32_t	first;
	uint32_t	end;
	TbCue		cue;
} Parenthesis;

/* Do only conjunctions and adverbs stand in [first, end)? */
static bool
is_lead(const TbScan *scan, uint32_t first, uint32_t end)
{
	while (first < end)
	{
		uint32_t	next;

		if (tb_tok(scan->doc, first)->kind == TB_MARK)
			next = first + 1;
		else if (tb_phrase_reading(scan->doc, first, TB_CONJ, "lead", &next) == NULL &&
				 tb_phrase_reading(scan->doc, first, TB_WORD, "adverb", &next) == NULL &&
				 tb_phrase_reading(scan->doc, first, TB_CONJ, "sub", &next) == NULL)
			return false;
		first = next;
	}
	return true;
}

/* What a parenthesis leaves of its clause on the left: [*first, first of p). */
static uint32_t
left_of(const TbScan *scan, const Parenthesis *p)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_sentence(scan, p->first)->first;
	uint32_t	comma = p->first;
	uint32_t	start;

	if (comma > first && tb_is_mark(&doc->text, comma - 1, ','))
		comma--;
	if (is_lead(scan, first, comma) || comma > first + 400 ||
		(p->first > first && (tb_is_mark(&doc->text, p->first - 1, ':') ||
							  tb_is_mark(&doc->text, p->first - 1, ';'))))
		return p->first;
	start = tb_piece_start(scan, comma > first ? comma - 1 : comma);
	if (is_lead(scan, start, comma))
		return p->first;
	if (start > first && (tb_is_conj(doc, start, "and") || tb_is_colon(doc, start - 1)))
		return start + (tb_is_conj(doc, start, "and") ? 1 : 0);
	if (tb_is_conj(doc, start, "rel") ||
		(tb_is_a(doc, start, TB_PREP) && tb_is_conj(doc, start + 1, "rel")))
		return start;
	/* «заявил, что рост, по оценке экспертов, продолжится» */
	for (uint32_t i = start; i < comma; i = tb_step(scan, i))
		if (tb_is_conj(doc, i, "chto"))
			return i + 1;
	/* «Он выразил сочувствие; | Казахстан, по его словам, поможет» */
	for (uint32_t i = first; i < start; i = tb_step(scan, i))
		if (tb_is_mark(&doc->text, i, ';'))
			first = i + 1;
	return first;
}

/* Make the statement around a parenthesis whose draft is begun. */
static void
set_around(TbScan *scan, TbDraft *draft, const Parenthesis *p)
{
	TbCue		none = p->cue;
	uint32_t	left = left_of(scan, p);
	uint32_t	end = tb_sentence(scan, p->first)->end;
	TbSpan		a = tb_trim(scan, left, p->first);
	TbSpan		b;

	none.gram = 0;
	if (p->end < end)
		end = tb_clause_end(scan, p->end + tb_is_mark(&scan->doc->text, p->end, ','),
							&none);
	b = tb_trim(scan, p->end, end);
	if (b.start < b.end && a.start >= a.end)
	{
		tb_set_clause(scan, draft, b.start, b.end);
		return;
	}
	if (a.start < a.end)
		tb_draft_segment(scan, draft, a.start, a.end);
	if (b.start < b.end)
		tb_draft_segment(scan, draft, b.start, b.end);
	if (tb_has_partial_quote(scan, left, end))
		draft->kind = TB_SK_MIXED;
}

/*
 * The end of a parenthesis: the comma behind what is known of it, unless the
 * sentence goes on with a verb before that («По оценке аналитиков дамба
 * не выдержит …»).
 */
static uint32_t
parenthesis_end(const TbScan *scan, uint32_t known, uint32_t limit)
{
	const TbDocument *doc = scan->doc;

	if (limit > known + MAX_PARENTHESIS)
		limit = known + MAX_PARENTHESIS;
	for (uint32_t i = known; i < limit; i = tb_step(scan, i))
	{
		if (tb_is_mark(&doc->text, i, ',') || tb_is_colon(doc, i) ||
			tb_is_mark(&doc->text, i, ')') || tb_is_spaced_dash(doc, i))
			return i;
		if (scan->actor_at[i] == 0 && tb_looks_finite(scan, i))
			return known;
	}
	/* «…, как отметил аким на встрече.» */
	return limit < known + MAX_PARENTHESIS ? limit : known;
}

/*
 * «По словам Орсолы Вердени, представляющей союз рыбаков, …», «… Ивана Кима,
 * директора школы, …»: the comma behind what is said of the speaker; comma
 * itself when nothing is.
 */
static uint32_t
behind_apposition(const TbScan *scan, uint32_t comma, uint32_t limit)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = comma + 1;
	bool		about;

	if (!tb_is_mark(&doc->text, comma, ','))
		return comma;
	about = tb_looks_participle(doc, first) || tb_is_conj(doc, first, "rel") ||
		(tb_is_a(doc, first, TB_PREP) && tb_is_conj(doc, first + 1, "rel"));
	if (!about && scan->actor_at[first] != 0)
	{
		const TbActor *actor = &scan->actors.at[scan->actor_at[first] - 1];

		about = actor->first == first && actor->kind != TB_AK_PRONOUN &&
			!(tb_gram_singular(actor->gram) & TB_NOM) &&
			(tb_gram_singular(actor->gram) & TB_GEN);
	}
	if (!about)
		return comma;
	if (limit > comma + MAX_PARENTHESIS)
		limit = comma + MAX_PARENTHESIS;
	for (uint32_t i = first; i < limit; i = tb_step(scan, i))
	{
		if (tb_is_mark(&doc->text, i, ','))
			return i;
		if (tb_is_colon(doc, i) || tb_is_mark(&doc->text, i, ';'))
			break;
	}
	return comma;
}

/* The cue of «как [в четверг] отметил», or false. */
static bool
cue_of_kak(const TbScan *scan, uint32_t kak, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	prep = 0;

	for (uint32_t i = kak + 1; i < kak + 9; i++)
	{
		i = tb_skip_adverbs(doc, i);
		if (tb_cue_at(scan, i, cue))
			return !(cue->gram & (TB_GERUND | TB_PARTICIPLE)) && !cue->negated && (cue->kinds & TB_CK_QUOTING);
		if (tb_is_a(doc, i, TB_PREP))
			prep = i;
		else if (tb_tok(doc, i)->kind != TB_NUMBER &&
				 !tb_may_be(doc, i, TB_BIT(MONTH) | TB_BIT(DEICTIC) | TB_BIT(WEEKDAY)) &&
				 !(tb_is_word(doc, i) && i <= prep + 3) && scan->actor_at[i] == 0)
			return false;
	}
	return false;
}

/* as_cue */
bool
tb_as_cue_at(TbScan *scan, uint32_t kak)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_sentence(scan, kak)->first;
	Parenthesis p = {.first = kak};
	uint32_t	known;
	TbDraft    *draft;

	if (kak > first && !tb_is_mark(&doc->text, kak - 1, ',') &&
		!tb_is_colon(doc, kak - 1) && !tb_is_mark(&doc->text, kak - 1, ';') &&
		!tb_is_spaced_dash(doc, kak - 1) && !is_lead(scan, first, kak))
		return false;
	if (!cue_of_kak(scan, kak, &p.cue))
		return false;
	/* «после того, как экологи сообщили», «перед тем как» */
	if (kak > first + 1 &&
		tb_word_is(doc, tb_is_mark(&doc->text, kak - 1, ',') ? kak - 2 : kak - 1,
				   TB_WORD, "of-that"))
		return false;
	/* «как говорится»: by nobody */
	if (tb_text_is(doc, p.cue.first, "говорится") && p.cue.first == kak + 1 &&
		tb_is_mark(&doc->text, p.cue.end, ','))
		return false;
	/* «как сказано выше»: by the author himself */
	if (tb_text_is(doc, p.cue.end, "выше"))
		return false;
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, &p.cue, "as_cue");
	if (draft == NULL)
		return false;
	scan->said[p.cue.first] |= SAID_CUE;
	tb_draft_subject(scan, draft, true);
	known = p.cue.end;
	if (draft->way == TB_SW_ACTOR && draft->actor.end > known)
		known = draft->actor.end;
	p.end = parenthesis_end(scan, known, tb_sentence(scan, kak)->end);
	if (draft->way == TB_SW_ACTOR && p.end == known)
		p.end = behind_apposition(scan, p.end, tb_sentence(scan, kak)->end);
	set_around(scan, draft, &p);
	return true;
}

/*
 * The speaker of «по [его] словам [акима]» whose noun ends before end; TB_NONE:
 * unknown words up to the comma, or nobody.
 */
static uint32_t
po_speaker(const TbScan *scan, uint32_t noun, uint32_t end)
{
	/* «по её же словам», «по его собственным словам» */
	for (int n = 0; n < 2 && noun > 1 &&
		 (tb_text_is(scan->doc, noun - 1, "же") ||
		  tb_text_is(scan->doc, noun - 1, "собственным")); n++)
		noun--;
	if (noun > 0 && scan->actor_at[noun - 1] != 0 &&
		scan->actors.at[scan->actor_at[noun - 1] - 1].kind == TB_AK_PRONOUN)
		return scan->actor_at[noun - 1] - 1;
	return tb_actor_in_case(scan, end, TB_GEN);
}

/* The preposition of «по [его, собственным] словам», or TB_NONE. */
static uint32_t
po_before(const TbScan *scan, uint32_t noun)
{
	for (uint32_t i = noun, n = 0; i > 0 && n < 3; n++)
	{
		i--;
		if (tb_text_is(scan->doc, i, "по") || tb_text_is(scan->doc, i, "согласно"))
			return i;
		if (!tb_is_word(scan->doc, i) || tb_is_a(scan->doc, i, TB_PREP))
			return TB_NONE;
	}
	return TB_NONE;
}

/* according_to: the noun begins at i. */
bool
tb_according_to_at(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end;
	const TbReading *noun = NULL;
	Parenthesis p = {.first = po_before(scan, i)};
	uint32_t	speaker;
	uint32_t	known;
	TbDraft    *draft;

	if (p.first != TB_NONE)
		noun = tb_phrase_reading(doc, i, TB_CUE, "po", &end);
	if (noun == NULL && tb_may_be(doc, i, TB_BIT(PREP)))
	{
		p.first = i;
		noun = tb_phrase_reading(doc, i, TB_CUE, "po-phrase", &end);
	}
	if (noun == NULL || (scan->said[p.first] & SAID_CUE) ||
		scan->sentence_of[p.first] != scan->sentence_of[i])
		return false;
	speaker = po_speaker(scan, i, end);
	known = end;
	if (speaker != TB_NONE && scan->actors.at[speaker].end > end)
		known = scan->actors.at[speaker].end;
	p.end = parenthesis_end(scan, known, tb_sentence(scan, i)->end);
	if (speaker != TB_NONE && p.end == known)
		p.end = behind_apposition(scan, p.end, tb_sentence(scan, i)->end);
	if (speaker == TB_NONE && !tb_text_is(doc, i - 1, "собственным") &&
		(tb_entry(doc, noun)->value == 0 ?
							   p.end == known : !tb_is_mark(&doc->text, p.end, ',')))
		return false;
	p.cue = (TbCue)
	{
		.first = p.first,.end = end,.kinds = TB_CK(SPEECH)
	};
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, &p.cue, "according_to");
	if (draft == NULL)
		return false;
	scan->said[p.first] |= SAID_CUE;
	draft->way = tb_text_is(doc, i - 1, "собственным") ? TB_SW_ELIDED : TB_SW_NOBODY;
	if (speaker != TB_NONE)
	{
		draft->way = TB_SW_ACTOR;
		draft->actor = scan->actors.at[speaker];
		draft->actor_index = speaker;
		if (draft->actor.kind != TB_AK_PRONOUN)
			draft->actor.gram &= ~(TbGram) (TB_NOM | TB_NOM << TB_PLURAL_SHIFT);
	}
	else if (known < p.end && (tb_entry(doc, noun)->value == 0 || tb_is_cap(doc, known)))
	{
		draft->way = TB_SW_ACTOR;
		draft->actor = (TbActor)
		{
			.kind = TB_AK_DESCRIPTION,.first = known,.end = p.end,.head = known,
				.gram = TB_GEN,.person = TB_NONE,.mention = TB_NONE,
				.title = TB_NONE,.entry = TB_NONE
		};
	}
	set_around(scan, draft, &p);
	return true;
}

