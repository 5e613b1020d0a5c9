/*
 * lead_in.c
 *	  Who is about to speak: the words before a colon that leads in a
 *	  quotation or a block.
 *
 *	Аким ответил жителям: «…»			the cue of the main clause, its subject
 *	По его словам, дорога готова:¶…		whose words they are
 *	Ольга Климова была резче: «…»		no cue: the named nominative
 *	ТОРАГА: «…»							nothing but the speaker
 */
#include "core/statement_internal.h"

/* «По его словам, …:» — a cue of clauses that leads in a quotation or block. */
static bool
po_cue(const TbScan *scan, uint32_t first, uint32_t end, TbCue *cue, uint32_t *index)
{
	for (uint32_t i = first; i < end; i = tb_step(scan, i))
	{
		if (!tb_word_is(scan->doc, i, TB_CUE, "po") || i == first)
			continue;
		*cue = (TbCue)
		{
			.first = i,.end = i + 1,.kinds = TB_CK(SPEECH)
		};
		*index = i > 0 && scan->actor_at[i - 1] ? scan->actor_at[i - 1] - 1 :
			tb_actor_in_case(scan, i + 1, TB_GEN);
		return *index != TB_NONE;
	}
	return false;
}

/* Do at most three words, a pronoun or whom it is told, stand in [first, colon)? */
static bool
is_told_only(const TbScan *scan, uint32_t first, uint32_t colon)
{
	if (colon > first + 3)
		return false;
	for (; first < colon; first++)
		if (!tb_is_word(scan->doc, first) || tb_looks_finite(scan, first))
			return false;
	return true;
}

/*
 * «доложил, что президент | заявил [ему]:»: a cue right before the colon,
 * with its subject?
 */
static bool
is_last_word(const TbScan *scan, uint32_t i, uint32_t colon)
{
	TbCue		cue;
	uint32_t	subject;

	if (!tb_cue_at(scan, i, &cue) || !is_told_only(scan, cue.end, colon))
		return false;
	subject = tb_subject_before(scan, &cue);
	if (subject == TB_NONE)
		return false;
	for (uint32_t j = scan->actors.at[subject].end; j < i; j++)
		if (tb_tok(scan->doc, j)->kind == TB_MARK || tb_looks_finite(scan, j))
			return false;
	return true;
}

/* «По его словам, артист | сказал: «…»»: the cue of is_last_word before colon, or false. */
static bool
last_cue(const TbScan *scan, uint32_t first, uint32_t colon, TbCue *cue)
{
	for (uint32_t i = colon > first + 4 ? colon - 4 : first; i < colon; i++)
		if (is_last_word(scan, i, colon) && tb_cue_at(scan, i, cue) &&
			(cue->kinds & TB_CK_QUOTING) && !(cue->gram & (TB_GERUND | TB_PARTICIPLE)))
			return true;
	cue->first = TB_NONE;
	return false;
}

/*
 * The cue of a lead-in [first, end): the last one of its main clause.  What
 * stands behind a что or который counts only if there is nothing else.
 */
static bool
lead_in_cue(const TbScan *scan, uint32_t first, uint32_t end, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	bool		found = false;
	bool		inner = false;

	for (uint32_t i = first; i < end;)
	{
		TbCue		here;

		if (tb_is_conj(doc, i, "chto") || tb_is_conj(doc, i, "rel"))
			inner = true;
		if ((!(found && inner) || is_last_word(scan, i, end)) &&
			tb_cue_at(scan, i, &here) &&
			(here.kinds & TB_CK_QUOTING) && !(found && here.negated) &&
			!(found && (here.gram & (TB_GERUND | TB_PARTICIPLE))))
		{
			*cue = here;
			found = true;
			i = here.end;
			continue;
		}
		i = tb_step(scan, i);
	}
	return found;
}

/* «напомнил слова Абая: «…»»: whose words they are, or TB_NONE. */
static uint32_t
words_of(const TbScan *scan, uint32_t first, uint32_t colon)
{
	const TbActor *actor;

	if (colon == 0 || scan->actor_at[colon - 1] == 0)
		return TB_NONE;
	actor = &scan->actors.at[scan->actor_at[colon - 1] - 1];
	if (actor->first <= first || actor->end != colon || actor->kind > TB_AK_TITLE ||
		!(tb_gram_cases(actor->gram) & TB_GEN) ||
		!(tb_text_is(scan->doc, actor->first - 1, "слова") ||
		  tb_text_is(scan->doc, actor->first - 1, "фразу") ||
		  tb_text_is(scan->doc, actor->first - 1, "высказывание")))
		return TB_NONE;
	return scan->actor_at[colon - 1] - 1;
}

/*
 * utterance: «МИД опубликовал заявление: «…»», «разместила в соцсетях пост: «…»»:
 * does the lead-in speak of what somebody gave out in words?
 */
static bool
gives_utterance(const TbScan *scan, uint32_t first, uint32_t colon)
{
	for (uint32_t i = colon; i > first && i + 4 > colon; i--)
		if (tb_word_is(scan->doc, i - 1, TB_WORD, "utterance"))
			return true;
	return false;
}

/*
 * The named actor in the nominative that a lead-in without a cue speaks of; an
 * organisation if it gives out words.
 */
static uint32_t
lead_in_actor(const TbScan *scan, uint32_t first, uint32_t end)
{
	bool		org = gives_utterance(scan, first, end);

	for (uint32_t i = first; i < end; i = tb_step(scan, i))
	{
		const TbActor *actor;

		if (scan->actor_at[i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if ((actor->kind <= TB_AK_PRONOUN || actor->kind == TB_AK_DESCRIPTION ||
			 (org && actor->kind == TB_AK_ORG)) &&
			!actor->behind_prep && (tb_gram_singular(actor->gram) & TB_NOM))
			return tb_named_in_apposition(scan, scan->actor_at[i] - 1, 0);
		i = actor->end - 1;
	}
	return TB_NONE;
}

void
tb_draft_actor(TbScan *scan, TbDraft *draft, uint32_t index)
{
	draft->way = TB_SW_ACTOR;
	draft->actor = scan->actors.at[index];
	draft->actor_index = index;
}

/*
 * Does an actor, and nothing else but what he speaks of («Ким — о матче:»),
 * stand between the sentence's start and colon?
 */
bool
tb_is_headline(const TbScan *scan, uint32_t colon)
{
	uint32_t	first = tb_behind_prefix(scan, tb_sentence(scan, colon)->first, colon);
	uint32_t	end;

	if (scan->actor_at[first] == 0)
		return false;
	end = scan->actors.at[scan->actor_at[first] - 1].end;
	if (tb_is_spaced_dash(scan->doc, end))
		end++;
	return tb_behind_topic(scan, end) == colon;
}

/* «Иван Ким, не скрывая слёз: «Спасибо»»: a name that opens the lead-in, and no verb? */
static bool
is_verbless(const TbScan *scan, uint32_t first, uint32_t colon, uint32_t index)
{
	const TbActor *actor = &scan->actors.at[index];

	if (actor->kind != TB_AK_PERSON || actor->first != tb_behind_prefix(scan, first, colon) ||
		!tb_is_cap(scan->doc, colon + 2))
		return false;
	for (uint32_t i = actor->end; i < colon; i++)
		if (tb_looks_finite(scan, i))
			return false;
	return true;
}

/*
 * Start a draft from the lead-in whose colon stands at colon: its cue and
 * speaker are set.  NULL: the lead-in speaks of nobody.
 */
TbDraft *
tb_lead_in_draft(TbScan *scan, uint32_t colon, bool sentence_like, const char *rule)
{
	uint32_t	first = tb_sentence(scan, colon)->first;
	TbCue		cue = {.first = TB_NONE};
	uint32_t	index = TB_NONE;
	TbDraft    *draft;

	if (colon > first + 400)
		first = colon - 400;
	index = words_of(scan, first, colon);
	if (index == TB_NONE && !last_cue(scan, first, colon, &cue) &&
		!po_cue(scan, first, colon, &cue, &index) &&
		!lead_in_cue(scan, first, colon, &cue))
	{
		index = tb_is_headline(scan, colon) ?
			scan->actor_at[tb_behind_prefix(scan, first, colon)] - 1 :
			lead_in_actor(scan, first, colon);
		if (index == TB_NONE || (!sentence_like && !gives_utterance(scan, first, colon) &&
								 !is_verbless(scan, first, colon, index)))
			return NULL;
	}
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE,
						 cue.first == TB_NONE ? NULL : &cue, rule);
	if (draft == NULL)
		return NULL;
	if (index != TB_NONE)
	{
		tb_draft_actor(scan, draft, index);
		draft->anchor = colon;
		/* «Климова и Сагадиев: «…»» */
		if (cue.first == TB_NONE && index + 1 < scan->actors.n &&
			scan->actors.at[index + 1].end == colon && tb_joint_before(scan, index + 1) == index)
			draft->joint = index + 1;
	}
	else
		tb_draft_subject(scan, draft, false);
	return draft;
}

/* ------------------------------------------------------ before a quotation */

/* Does a second quotation follow as in a list: «А», «Б» и «В»? */
static bool
is_listed(const TbScan *scan, const TbQuote *quote)
{
	uint32_t	i = quote->after;

	if (!tb_is_mark(&scan->doc->text, i, ',') && !tb_is_conj(scan->doc, i, "and"))
		return false;
	return tb_quote_behind(scan, i + 1) != TB_NONE;
}

/* The colon right before a quotation, here or at the end of the paragraph before. */
static uint32_t
colon_before(const TbScan *scan, uint32_t open)
{
	uint32_t	i = open;

	while (i > 0 && (tb_is_decoration(scan->doc, i - 1) ||
					 tb_is_spaced_dash(scan->doc, i - 1)))
		i--;
	return i > 0 && tb_is_mark(&scan->doc->text, i - 1, ':') ? i - 1 : TB_NONE;
}

/* «признал, что дамба слаба: «решето, а не дамба»»: a что before the colon? */
static bool
has_chto(const TbScan *scan, uint32_t colon)
{
	uint32_t	first = tb_sentence(scan, colon)->first;

	for (uint32_t i = colon, n = 0; i > first && n < 60; n++)
		if (tb_is_conj(scan->doc, --i, "chto"))
			return true;
	return false;
}

/* «показали матч: «Мост» выиграл 2:1»: a name, and its clause goes on behind it? */
static bool
goes_on_unmarked(const TbScan *scan, const TbQuote *quote)
{
	return tb_is_word(scan->doc, quote->after) && !tb_is_cap(scan->doc, quote->after) &&
		!(tb_tok(scan->doc, quote->after)->flags & TB_TF_SENT) &&
		quote->end - quote->first < 4 && tb_looks_finite(scan, quote->after);
}

/* «Как сказал аким, о находке молчали: «боялись»»: a verb that is no cue at i? */
static bool
is_deed(const TbScan *scan, uint32_t i)
{
	TbCue		cue;

	return tb_looks_finite(scan, i) && !tb_cue_at(scan, i, &cue);
}

/* colon_quote */
bool
tb_colon_quote(TbScan *scan, uint32_t q)
{
	const TbQuote *quote = &scan->quotes.at[q];
	uint32_t	colon = colon_before(scan, quote->open);
	TbDraft    *draft;

	if (colon == TB_NONE || is_listed(scan, quote) || goes_on_unmarked(scan, quote) ||
		(colon > 0 && tb_is_conj(scan->doc, colon - 1, "chto")) ||
		(!tb_is_cap(scan->doc, quote->first) &&
		 (has_chto(scan, colon) || is_deed(scan, colon - 1))))
		return false;
	draft = tb_lead_in_draft(scan, colon,
							 tb_is_headline(scan, colon) ||
							 tb_is_sentence_like(scan, quote->first, quote->end),
							 "colon_quote");
	if (draft == NULL)
		return false;
	tb_add_chain(scan, draft, q);
	return true;
}
