/*
 * indirect.c
 *	  Statements in the author's words: clauses, and what is told by nouns.
 *
 *	clause_chto		Он отметил, что работа идёт. | … заявил о том, что …
 *	clause_gapped	Он сказал, что мост готов, а аким — что дамба слаба.
 *	clause_colon	Он напомнил: поправки должны быть учтены.
 *	clause_comma	Он заявлял, работа идёт.
 *	directive		Он призвал ускорить работу.
 *	object			Он отметил важность работы.
 *	topic			Он остановился на ходе работы. | Он рассказал о ходе работы.
 *
 * No statements: a cue with «не» before it (but «не исключил, что» is one);
 * «потому, что», «из-за того, что»; «Напомним, что» and «важно отметить, что»
 * (not forms that the lexicon has).
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How far behind its cue a что, a colon, an infinitive may stand, in tokens. */
#define CHTO_REACH 40
#define COLON_REACH 16
#define INFINITIVE_REACH 12

/* ---------------------------------------------------------------- helpers */

/* Does [first, end) hold a quotation that is no name? */
bool
tb_has_partial_quote(const TbScan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i = tb_step(scan, i))
	{
		const TbQuote *quote;

		if (scan->opens[i] == 0)
			continue;
		quote = &scan->quotes.at[scan->opens[i] - 1];
		if (!tb_is_cap(scan->doc, quote->first) ||
			(quote->end - quote->first > 3 &&
			 tb_has_predicate(scan, quote->first, quote->end)))
			return true;
	}
	return false;
}

/* The quotation that fills [first, end) wholly, or NULL. */
static const TbQuote *
whole_quote(const TbScan *scan, uint32_t first, uint32_t end)
{
	const TbQuote *quote;

	if (first >= end || scan->opens[first] == 0)
		return NULL;
	quote = &scan->quotes.at[scan->opens[first] - 1];
	return quote->after >= end ? quote : NULL;
}

/* Give a draft the clause [first, end), and its kind. */
void
tb_set_clause(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end)
{
	TbSpan		clause = tb_trim(scan, first, end);
	const TbQuote *quote = whole_quote(scan, clause.start, clause.end);

	if (quote != NULL)
	{
		draft->kind = TB_SK_MIXED;
		clause = tb_trim(scan, quote->first, quote->end);
	}
	else if (tb_has_partial_quote(scan, clause.start, clause.end))
		draft->kind = TB_SK_MIXED;
	for (uint32_t i = clause.start; i < clause.end; i++)
		scan->said[i] |= SAID_WORDS;
	tb_draft_segment(scan, draft, clause.start, clause.end);
}

/*
 * The clause of the draft made last ends before token end: if the cue's
 * subject goes on there («…, и призвал», «…, добавив»), the verb inherits it.
 */
static void
hand_on(TbScan *scan, const TbDraft *draft, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	uint32_t	verb = end;
	TbCue		cue;

	if (tb_is_mark(&doc->text, verb, ','))
		verb++;
	while (tb_is_spaced_dash(doc, verb))
		verb++;
	if (tb_is_conj(doc, verb, "and"))
		verb++;
	else if (!tb_is_mark(&doc->text, end, ','))
		return;
	verb = tb_skip_adverbs(doc, verb);
	if (tb_cue_at(scan, verb, &cue) &&
		((cue.gram & TB_GERUND) || tb_verbs_agree(cue.gram, draft->cue.gram)))
		scan->inherits[verb] = (uint32_t) (draft - scan->drafts.at) + 1;
}

/* --------------------------------------------------------------- что-clause */

/*
 * May the word before «, что» stand there: not «потому, что», «с тем, что»;
 * but «отметил вместе с тем, что», «сказал при этом, что».
 */
static bool
may_lead_chto(const TbScan *scan, uint32_t before)
{
	static const char *const never[] = {
		"потому", "того", "тому", "так", "настолько", "более", "всё", "все", "всего", "первое", "единственное", NULL
	};
	const TbDocument *doc = scan->doc;

	if (tb_before_adverbs(doc, before + 1) != before + 1 && !tb_text_is(doc, before, "так"))
		return true;
	for (int k = 0; never[k] != NULL; k++)
		if (tb_text_is(doc, before, never[k]))
			return false;
	if (!tb_word_is(doc, before, TB_WORD, "demonstrative") || before == 0)
		return true;
	if (!tb_is_a(doc, before - 1, TB_PREP))
		return true;
	return tb_word_is(doc, before - 1, TB_WORD, "about");
}

/*
 * The что that a cue governs, or TB_NONE: nothing but its subject, whom it
 * is told, and circumstances may stand between.
 */
static uint32_t
chto_of(const TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	limit = tb_sentence(scan, cue->first)->end;
	TbCue		other;

	if (limit > cue->end + CHTO_REACH)
		limit = cue->end + CHTO_REACH;
	for (uint32_t i = cue->end; i < limit; i = tb_step(scan, i))
	{
		const TbToken *tok = tb_tok(doc, i);

		if (tok->kind == TB_MARK)
		{
			if (tb_is_colon(doc, i) || tok->value == ';')
				return TB_NONE;
			continue;
		}
		if (tok->kind != TB_WORD_TOKEN)
			continue;
		if (tb_is_conj(doc, i, "chto"))
		{
			uint32_t	before = i - 1;

			if (tb_is_mark(&doc->text, before, ','))
				before--;
			else if (i != cue->end)
				return TB_NONE;
			return may_lead_chto(scan, before) ? i : TB_NONE;
		}
		if (tb_is_conj(doc, i, "rel") || tb_is_conj(doc, i, "chtoby") ||
			tb_is_conj(doc, i, "wh"))
			return TB_NONE;
		/* «поддержал Иванова, заявившего, что …»: the participle's own */
		if (tb_cue_at(scan, i, &other) && (other.kinds & TB_CK_QUOTING) &&
			(!(other.gram & TB_PARTICIPLE) ||
			 (tb_is_mark(&doc->text, other.end, ',') && tb_is_conj(doc, other.end + 1, "chto"))))
			return TB_NONE;
		if (scan->actor_at[i] == 0 && tb_looks_finite(scan, i))
			return TB_NONE;
	}
	return TB_NONE;
}

/* clause_gapped: «…, а X — что …» behind a clause that ends at comma, and so on. */
static void
add_gapped(TbScan *scan, const TbCue *cue, uint32_t comma)
{
	const TbDocument *doc = scan->doc;
	uint32_t	index;

	for (int n = 0; n < 4 && tb_is_mark(&doc->text, comma, ',') &&
		 tb_text_is(doc, comma + 1, "а"); n++)
	{
		uint32_t	chto = tb_gapped_chto(scan, comma + 2, &index);
		TbDraft    *draft = chto == TB_NONE ? NULL :
			tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, cue, "clause_gapped");

		if (draft == NULL)
			return;
		scan->said[chto] |= SAID_CHTO;
		tb_draft_actor(scan, draft, index);
		draft->anchor = scan->actors.at[index].first;
		comma = tb_clause_end(scan, chto + 1, cue);
		tb_set_clause(scan, draft, chto + 1, comma);
	}
}

/*
 * «Она рассказала, что аким заявил, что мост готов, и добавила …»: a clause
 * inside somebody's clause ends with that at the latest.
 */
static uint32_t
within_outer(const TbScan *scan, const TbCue *cue, uint32_t first, uint32_t end)
{
	if (scan->said[cue->first] & SAID_WORDS)
		for (uint32_t i = first; i < end; i++)
			if (!(scan->said[i] & SAID_WORDS))
				return i;
	return end;
}

/* clause_chto */
static bool
rule_chto(TbScan *scan, const TbCue *cue)
{
	uint32_t	chto;
	uint32_t	first;
	uint32_t	end;
	TbDraft    *draft;

	if (!(cue->kinds & (TB_CK_CLAUSAL | TB_CK(DIRECT))))
		return false;
	chto = chto_of(scan, cue);
	if (chto == TB_NONE || (scan->said[chto] & SAID_CHTO))
		return false;
	first = chto + 1;
	while (tb_is_colon(scan->doc, first))
		first++;
	if (first >= tb_sentence(scan, chto)->end ||
		scan->sentence_of[first] != scan->sentence_of[cue->first])
		return false;
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, cue, "clause_chto");
	if (draft == NULL)
		return false;
	scan->said[chto] |= SAID_CHTO;
	tb_draft_subject(scan, draft, false);
	end = within_outer(scan, cue, first, tb_clause_end(scan, first, cue));
	tb_set_clause(scan, draft, first, end);
	hand_on(scan, draft, end);
	add_gapped(scan, cue, end);
	return true;
}

/* ------------------------------------------------------------------- colon */

/* The colon that a cue leads to on its own line, or TB_NONE. */
static uint32_t
colon_of(const TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	limit = tb_sentence(scan, cue->first)->end;

	if (limit > cue->end + COLON_REACH)
		limit = cue->end + COLON_REACH;
	for (uint32_t i = cue->end; i < limit; i = tb_step(scan, i))
	{
		if (tb_is_colon(doc, i))
			return i;
		if (tb_is_mark(&doc->text, i, ',') || tb_is_mark(&doc->text, i, ';') ||
			(scan->actor_at[i] == 0 && tb_looks_finite(scan, i)))
			return TB_NONE;
	}
	return TB_NONE;
}

/* «требуют отставки: власть, по их словам, не слышит»: a source of its own near first? */
static bool
has_source(const TbScan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i + 2 < end && i < first + 5; i++)
		if (tb_text_is(scan->doc, i, "по") &&
			(tb_word_is(scan->doc, i + 1, TB_CUE, "po") ||
			 tb_word_is(scan->doc, i + 2, TB_CUE, "po")))
			return true;
	return false;
}

/*
 * «Мост обещали давно, вспоминает учитель: тогда приезжал аким»: where begins
 * what is said before the cue, too, whose subject stands behind it; or TB_NONE.
 */
static uint32_t
clause_before_colon(const TbScan *scan, const TbCue *cue, uint32_t *comma)
{
	uint32_t	first = tb_clause_before(scan, cue, comma);
	TbActor		loose;

	if (first == TB_NONE || tb_is_circumstance(scan, first) ||
		!tb_is_mark(&scan->doc->text, *comma, ',') ||
		!tb_has_predicate(scan, first, *comma) || tb_subject_behind(scan, cue, &loose) == TB_NONE)
		return TB_NONE;
	for (uint32_t i = first; i < *comma; i = tb_step(scan, i))
		if (scan->said[i] & (SAID_WORDS | SAID_CUE))
			return TB_NONE;
	return first;
}

/* clause_colon */
static bool
rule_colon(TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	colon;
	uint32_t	end;
	uint32_t	first;
	uint32_t	comma;
	TbCue		other;
	TbDraft    *draft;

	if (!(cue->kinds & TB_CK_QUOTING) || cue->kinds == TB_CK(NOMINAL))
		return false;
	colon = colon_of(scan, cue);
	if (colon == TB_NONE || colon + 1 >= tb_sentence(scan, colon)->end ||
		tb_tok(doc, colon + 1)->flags & (TB_TF_PARA | TB_TF_NEWLINE))
		return false;
	end = tb_clause_end(scan, colon + 1, cue);
	/* «поправил его: не 800, а 850» needs no predicate */
	if (whole_quote(scan, colon + 1, end > colon + 3 ? end - 3 : end) ||
		(colon != cue->end && !tb_text_is(doc, colon + 1, "не") &&
		 !tb_has_predicate(scan, colon + 1, end)))
		return false;
	if (!tb_is_word(doc, colon + 1) && !tb_is_word(doc, colon + 2) && !tb_is_word(doc, colon + 3))
		return false;
	if (has_source(scan, colon + 1, end) || tb_speaks_itself(scan, colon + 1))
		return false;
	/* «иронизирует: мол, …» */
	if (tb_text_is(doc, colon + 1, "мол") && tb_is_mark(&doc->text, colon + 2, ','))
		colon += 2;
	/* «напомнил о долгах: их пять, уточнили в банке»: somebody else's words */
	if ((colon != cue->end || !tb_has_predicate(scan, colon + 1, end)) && tb_is_mark(&doc->text, end, ',') &&
		tb_cue_at(scan, tb_skip_adverbs(doc, end + 1), &other) && tb_is_finite(&other))
		return false;
	first = clause_before_colon(scan, cue, &comma);
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, cue, "clause_colon");
	if (draft == NULL)
		return false;
	tb_draft_subject(scan, draft, first != TB_NONE);
	if (first != TB_NONE)
		tb_set_clause(scan, draft, first, comma);
	tb_set_clause(scan, draft, colon + 1, end);
	return true;
}

/* ------------------------------------------------------------- without что */

/*
 * clause_comma: «Аким заявлял, насос проработает ещё год»: a comma right behind
 * the cue, whose subject stands before it, and a clause of its own.
 */
static bool
rule_comma(TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	const TbSentence *sentence = tb_sentence(scan, cue->first);
	uint32_t	first = cue->end + 1;
	uint32_t	end;
	TbDraft    *draft;

	if (!(cue->kinds & TB_CK(SPEECH)) || !tb_is_finite(cue) ||
		(cue->gram & TB_PASSIVE) || !tb_is_mark(&doc->text, cue->end, ',') ||
		first + 3 > sentence->end || tb_piece_start(scan, cue->first) != sentence->first ||
		!tb_is_word(doc, first) || tb_is_a(doc, first, TB_CONJ) ||
		tb_is_a(doc, first, TB_PREP) || tb_may_be(doc, first, TB_BIT(CUE)) ||
		tb_looks_gerund(doc, first) || tb_looks_participle(doc, first) ||
		tb_is_conj(doc, sentence->first, "kak") ||
		tb_subject_before(scan, cue) == TB_NONE)
		return false;
	end = tb_clause_end(scan, first, cue);
	for (uint32_t i = first; i < end && i < first + 4; i++)
		if (tb_text_is(doc, i, "ли") || tb_is_mark(&doc->text, i, ',') ||
			tb_is_conj(doc, i, "wh") || tb_is_conj(doc, i, "rel"))
			return false;
	if (!tb_has_predicate(scan, first, end))
		return false;
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, cue, "clause_comma");
	if (draft == NULL)
		return false;
	tb_draft_subject(scan, draft, false);
	tb_set_clause(scan, draft, first, end);
	hand_on(scan, draft, end);
	return true;
}

/* ---------------------------------------------------- directives, objects */

/* Does a finite verb stand in [first, end), on its level? */
static bool
has_verb(const TbScan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i = tb_step(scan, i))
		if (scan->actor_at[i] == 0 && tb_looks_finite(scan, i))
			return true;
	return false;
}

/* Is the verb one that calls to something: призвал, призывает? */
static bool
is_call(const TbDocument *doc, uint32_t i)
{
	static const char *const stems[] = {"призв", "призыв"};
	TbStr		word = tb_word_folded(&doc->text, i);

	for (size_t k = 0; k < sizeof(stems) / sizeof(*stems); k++)
		if (word.len > strlen(stems[k]) && memcmp(word.data, stems[k], strlen(stems[k])) == 0)
			return true;
	return false;
}

/* directive: an infinitive, чтобы or «к …» behind «призвал [кого]». */
static bool
rule_directive(TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	limit = tb_sentence(scan, cue->first)->end;
	bool		calls = is_call(doc, cue->first);
	TbDraft    *draft;

	/* «сторож, предложивший уехать» says nothing by that */
	if (!(cue->kinds & TB_CK(DIRECTIVE)) || cue->negated || (cue->gram & TB_PARTICIPLE))
		return false;
	if (limit > cue->end + INFINITIVE_REACH)
		limit = cue->end + INFINITIVE_REACH;
	for (uint32_t i = cue->end; i < limit; i = tb_step(scan, i))
	{
		uint32_t	first = i;

		if (tb_is_conj(doc, i, "chtoby"))
			first = i + 1;
		/* «призвал стороны к сдержанности» */
		else if (calls && tb_text_is(doc, i, "к") && tb_is_word(doc, i + 1) && !tb_is_cap(doc, i + 1))
			;
		/* «пообещал «объявить войну преступности»» */
		else if (scan->opens[i] != 0 &&
				 tb_looks_infinitive(doc, i + 1 + tb_text_is(doc, i + 1, "не")) &&
				 !scan->quotes.at[scan->opens[i] - 1].taken)
			;
		else if (!tb_looks_infinitive(doc, i) || scan->actor_at[i] != 0)
		{
			if (tb_looks_finite(scan, i) && scan->actor_at[i] == 0)
				return false;
			continue;
		}
		if (first > cue->end && tb_text_is(doc, first - 1, "не"))
			first--;
		draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_DIRECTIVE, cue, "directive");
		if (draft == NULL)
			return false;
		tb_draft_subject(scan, draft, false);
		limit = tb_clause_end(scan, first, cue);
		/* «призвал уехать | ; о том же просят Рим и Париж» */
		for (uint32_t j = first; j < limit; j = tb_step(scan, j))
			if (tb_is_mark(&doc->text, j, ';') && has_verb(scan, j + 1, limit))
				limit = j;
		tb_set_clause(scan, draft, first, limit);
		hand_on(scan, draft, limit);
		return true;
	}
	return false;
}

/* «выразил надежду на мир | , госдепартамент молчит»: somebody else's clause at i, up to end? */
static bool
begins_with_subject(const TbScan *scan, uint32_t i, uint32_t end)
{
	const TbActor *actor;

	if (scan->actor_at[i] == 0)
		return false;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	if (actor->first != i || !(tb_gram_cases(actor->gram) & TB_NOM))
		return false;
	for (uint32_t j = actor->end; j < end; j = tb_step(scan, j))
		if (tb_is_mark(&scan->doc->text, j, ','))
			end = j;
	return has_verb(scan, actor->end, end);
}

/* object, topic: what a cue with a subject before it takes. */
static bool
rule_object(TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_skip_adverbs(doc, cue->end);
	bool		about = tb_text_is(doc, first, "о") || tb_text_is(doc, first, "об");
	bool		topic = (cue->kinds & TB_CK(TOPIC)) != 0;
	uint32_t	start = tb_piece_start(scan, cue->first);
	uint32_t	end;
	TbSpan		said;
	TbDraft    *draft;

	/* «после того, как рыбаки сообщили о краже, …» */
	if (tb_is_conj(doc, start, "kak") || tb_is_conj(doc, start, "sub"))
		return false;

	if (!(cue->kinds & (TB_CK(SPEECH) | TB_CK(NOMINAL) | TB_CK(TOPIC) | TB_CK(EXPRESS))) ||
		!tb_is_finite(cue) || cue->negated || scan->actor_at[first] != 0 ||
		tb_level(scan, cue->first) != TB_NONE ||
		tb_subject_before(scan, cue) == TB_NONE)
		return false;
	if (tb_text_is(doc, first, "на") && (topic || (cue->kinds & TB_CK(EXPRESS))))
	{
		first++;
		topic = true;
	}
	else if (tb_is_a(doc, first, TB_PREP) && !about)
		return false;
	if (!topic && !about && !(cue->kinds & (TB_CK(NOMINAL) | TB_CK(EXPRESS))))
		return false;
	/* «назвал это ошибкой» */
	if (!tb_is_word(doc, first) || tb_is_cap(doc, first) || tb_text_is(doc, first, "это") ||
		tb_is_a(doc, first, TB_CONJ) || tb_word_is(doc, first, TB_WORD, "feast") ||
		tb_looks_finite(scan, first) || tb_looks_infinitive(doc, first))
		return false;
	draft = tb_draft_add(scan, TB_SK_INDIRECT,
						 topic || about ? TB_SF_TOPIC : TB_SF_NOMINAL, cue,
						 topic || about ? "topic" : "object");
	if (draft == NULL)
		return false;
	tb_draft_subject(scan, draft, false);
	end = tb_clause_end(scan, first, cue);
	for (uint32_t i = first + 1, at; i < end; i = tb_step(scan, i))
		if (tb_phrase_reading(doc, i, TB_WORD, "event", &at) != NULL ||
			(tb_is_mark(&doc->text, i, ',') && begins_with_subject(scan, i + 1, end)))
			end = i;
	said = tb_trim(scan, first, end);
	/* «озвучили планы» */
	if (said.end < said.start + 2)
	{
		scan->drafts.n--;
		return false;
	}
	tb_set_clause(scan, draft, first, end);
	return true;
}

/* ------------------------------------------------------------------- pass */

/* All rules of a cue; the first that holds makes its statement. */
static void
rules_of_cue(TbScan *scan, const TbCue *cue)
{
	bool		direct = (scan->said[cue->first] & SAID_CUE) != 0;

	/* «с ним не согласны: …» is said nevertheless */
	if (cue->negated)
	{
		if (!direct && (cue->kinds & TB_CK(OPINION)))
			(void) rule_colon(scan, cue);
		return;
	}
	if (rule_chto(scan, cue) || direct)
		return;
	if (rule_colon(scan, cue) || tb_rule_before(scan, cue) || rule_comma(scan, cue) ||
		(scan->said[cue->first] & SAID_WORDS) || rule_directive(scan, cue) || rule_object(scan, cue))
		return;
}

void
tb_indirect_find(TbScan *scan)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = doc->text.ntok;
	uint32_t	i = 0;

	for (uint32_t d = 0; d < scan->drafts.n; d++)
		if (scan->drafts.at[d].cue.first != TB_NONE)
			scan->said[scan->drafts.at[d].cue.first] |= SAID_CUE;
	for (uint32_t a = 0; a < scan->asides.n; a++)
		for (uint32_t k = scan->asides.at[a].first; k < scan->asides.at[a].end; k++)
			scan->said[k] |= SAID_CUE;
	for (; (i = tb_next_of(doc, i, end, TB_BIT(CUE) | TB_BIT(CONJ))) < end && !scan->failed;
		 i++)
	{
		TbCue		cue;

		scan->failed = tb_arena_poll(doc->arena);
		if (tb_text_is(doc, i, "как") && tb_as_cue_at(scan, i))
			continue;
		if (!tb_may_be(doc, i, TB_BIT(CUE)))
			continue;
		/* «на взгляд» begins with a preposition, no verb does (but «не исключил») */
		if ((!tb_may_be(doc, i, TB_BIT(PREP)) || tb_text_is(doc, i, "не")) &&
			tb_cue_at(scan, i, &cue))
		{
			rules_of_cue(scan, &cue);
			if (cue.end > i + 1 && tb_text_is(doc, i, "не"))
				i++;
		}
		else
			(void) tb_according_to_at(scan, i);
	}
}
