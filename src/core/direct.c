/*
 * direct.c
 *	  Statements in the speaker's own words: quotations, dialogue, blocks.
 *
 * Rules, in the order in which they are tried on a quotation:
 *
 *	interrupted		«Реки не знают границ, — сказала она, — и договариваться …»
 *	quote_dash_verb «Дорога готова», – сказал аким. – «Осталось …»
 *	quote_dash_name «Дорога готова» — Иван Петров
 *	quote_verb		«Дорога готова», сказал аким
 *	colon_quote		Аким сказал: «Дорога готова»
 *	bare_name		«Дорога готова». Иван Петров
 *	own_sentence	… «Дорога готова. Осталось покрасить бордюры».
 *
 * and elsewhere:
 *
 *	dialogue		– Дорога готова, – сказал аким. – Осталось …
 *	block			Аким сказал:¶Дорога готова. Осталось …
 *	headline		Иван Петров: дорога готова
 *
 * A quotation that none of these takes is a name, a slogan or a term: «Алатау»,
 * принцип «Сильные регионы – сильная страна», «внутренней связанности».
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How far the author's words between two pieces reach, in tokens. */
#define MAX_AUTHOR 60

/* How many paragraphs from the start may hold the headline. */
#define HEADLINE_TOKENS 120

/* ---------------------------------------------------------------- helpers */

/* Is token i a mark that may stand between a quotation and the dash? */
static bool
is_stop(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tok->kind == TB_MARK &&
		(tok->value == ',' || tok->value == '.' || tok->value == '!' ||
		 tok->value == '?' || tok->value == 0x2026);
}

static uint32_t
skip_decoration(const TbDocument *doc, uint32_t i)
{
	while (i < doc->text.ntok && tb_is_decoration(doc, i))
		i++;
	return i;
}

/* Add a piece of direct speech, without its outer commas and dashes. */
static void
add_piece(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end)
{
	const TbDocument *doc = scan->doc;

	while (first < end && (tb_is_spaced_dash(doc, first) ||
						   tb_is_mark(&doc->text, first, ',') ||
						   tb_is_decoration(doc, first)))
		first++;
	while (end > first && (tb_is_spaced_dash(doc, end - 1) ||
						   tb_is_mark(&doc->text, end - 1, ',') ||
						   tb_is_decoration(doc, end - 1)))
		end--;
	tb_draft_segment(scan, draft, first, end);
}

/* Add a quotation and those that go on with it; the last one's index. */
static uint32_t
add_chain(TbScan *scan, TbDraft *draft, uint32_t q)
{
	for (;;)
	{
		TbQuote    *quote = &scan->quotes.at[q];

		quote->taken = true;
		add_piece(scan, draft, quote->first, quote->end);
		if (quote->next == TB_NONE)
			return q;
		q = quote->next;
	}
}

static uint32_t
chain_last(const TbScan *scan, uint32_t q)
{
	while (scan->quotes.at[q].next != TB_NONE)
		q = scan->quotes.at[q].next;
	return q;
}

/* Could these words be a sentence, rather than a name or a term? */
static bool
is_sentence_like(const TbScan *scan, uint32_t first, uint32_t end)
{
	uint32_t	words = 0;

	for (uint32_t i = first; i < end && words < 9; i++)
		words += tb_is_word(scan->doc, i);
	if (words >= 2 && end > first && is_stop(scan->doc, end - 1))
		return true;
	return (words >= 2 && tb_has_predicate(scan, first, end)) || words >= 9;
}

/* Does a finite cue that may introduce a quotation stand at i? */
static bool
quoting_cue(const TbScan *scan, uint32_t i, TbCue *cue)
{
	i = tb_skip_adverbs(scan->doc, i);
	return tb_cue_at(scan, i, cue) && (cue->kinds & TB_CK_QUOTING) &&
		!(cue->gram & (TB_GERUND | TB_PARTICIPLE));
}

/* A verb that no list knows as a cue, right behind a quotation. */
static bool
other_verb(const TbScan *scan, uint32_t i, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	bool		plural;

	i = tb_skip_adverbs(doc, i);
	if (!tb_looks_finite(scan, i) || tb_word_is(doc, i, TB_WORD, "finite"))
		return false;
	plural = tb_ends_in(doc, i, "ли") || tb_ends_in(doc, i, "лись") ||
		tb_ends_in(doc, i, "ют") || tb_ends_in(doc, i, "ят");
	*cue = (TbCue)
	{
		.first = i,.end = i + 1,.kinds = TB_CK(DIRECT),
			.gram = plural ? TB_VERB_PL : TB_VERB_SG
	};
	if (tb_ends_in(doc, i, "ла") || tb_ends_in(doc, i, "лась"))
		cue->gram |= TB_FEM;
	else if (tb_ends_in(doc, i, "л") || tb_ends_in(doc, i, "лся"))
		cue->gram |= TB_MASC;
	return true;
}

/*
 * The dash at which the author's words behind cue end, so that the speech
 * goes on behind it; TB_NONE: it does not.
 */
static uint32_t
author_ends(const TbScan *scan, const TbCue *cue, uint32_t limit)
{
	const TbDocument *doc = scan->doc;

	for (uint32_t i = cue->end; i < limit && i < cue->end + MAX_AUTHOR;
		 i = tb_step(scan, i))
	{
		const TbToken *tok = tb_tok(doc, i);

		if (tok->flags & TB_TF_PARA)
			return TB_NONE;
		if (tb_is_spaced_dash(doc, i))
			return i;
		if (tok->flags & TB_TF_SENT)
			return TB_NONE;
	}
	return TB_NONE;
}

/* ------------------------------------------------------ inside a quotation */

/* Does a name, title or pronoun in the nominative stand at i? */
static bool
names_speaker(const TbScan *scan, uint32_t i)
{
	const TbActor *actor;

	if (scan->actor_at[i] == 0)
		return false;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	return actor->kind <= TB_AK_PRONOUN && !actor->behind_prep &&
		(tb_gram_cases(actor->gram) & TB_NOM);
}

/*
 * The next dash from i on with a cue behind it, as in «…, — сказал X»; the
 * cue is set.  TB_NONE: there is none before limit.
 */
static uint32_t
author_dash(const TbScan *scan, uint32_t i, uint32_t limit, TbCue *cue)
{
	const TbDocument *doc = scan->doc;

	for (; i < limit; i = tb_step(scan, i))
	{
		if (!tb_is_spaced_dash(doc, i) || i == 0)
			continue;
		if (!is_stop(doc, i - 1) && !tb_is_decoration(doc, i - 1) &&
			!scan->closes[i - 1])
			continue;
		if (!tb_is_cap(doc, i + 1) &&
			(quoting_cue(scan, i + 1, cue) ||
			 (other_verb(scan, i + 1, cue) && names_speaker(scan, cue->end))))
			return i;
	}
	return TB_NONE;
}

/* The speaker behind a cue must be there before a dash counts as the author's. */
static bool
has_subject_behind(const TbScan *scan, const TbCue *cue)
{
	TbActor		loose;

	return (cue->kinds & (TB_CK(IMPERSONAL) | TB_CK(CITE))) ||
		tb_subject_behind(scan, cue, &loose) != TB_NONE ||
		loose.kind != TB_AK_NONE;
}

/*
 * Speech from first to limit that the author interrupts at dash: cut it into
 * the draft's segments.
 */
static void
cut_at_author(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t dash,
			  uint32_t limit, TbCue cue, uint32_t quote)
{
	while (dash != TB_NONE)
	{
		uint32_t	back;
		TbAside    *aside = TB_PUSH(scan->doc->arena, &scan->asides);

		if (aside == NULL)
		{
			scan->failed = true;
			return;
		}

		add_piece(scan, draft, first, dash);
		back = author_ends(scan, &cue, limit);
		*aside = (TbAside)
		{
			dash, back == TB_NONE ? limit : back, quote
		};
		if (back == TB_NONE)
			return;
		first = back + 1;
		dash = author_dash(scan, first, limit, &cue);
	}
	add_piece(scan, draft, first, limit);
}

/* interrupted */
static bool
rule_interrupted(TbScan *scan, uint32_t q)
{
	TbQuote    *quote = &scan->quotes.at[q];
	TbCue		cue;
	uint32_t	dash = author_dash(scan, quote->first, quote->end, &cue);
	TbDraft    *draft;

	if (dash == TB_NONE || dash == quote->first || !has_subject_behind(scan, &cue))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, &cue, "interrupted");
	if (draft == NULL)
		return false;
	quote->taken = true;
	tb_draft_subject(scan, draft, true);
	cut_at_author(scan, draft, quote->first, dash, quote->end, cue, q);
	return true;
}

/* ------------------------------------------------------ behind a quotation */

/* The quotation that opens right behind token i, or TB_NONE. */
static uint32_t
quote_behind(const TbScan *scan, uint32_t i)
{
	i = skip_decoration(scan->doc, i);
	if (i >= scan->doc->text.ntok || scan->opens[i] == 0 ||
		tb_tok(scan->doc, i)->flags & TB_TF_PARA)
		return TB_NONE;
	return scan->opens[i] - 1;
}

/* «…», – сказал X, – «…»: take the pieces behind the author's words too. */
static void
add_more_pieces(TbScan *scan, TbDraft *draft, TbCue cue)
{
	uint32_t	limit = scan->doc->text.ntok;

	for (;;)
	{
		uint32_t	dash = author_ends(scan, &cue, limit);
		uint32_t	q = dash == TB_NONE ? TB_NONE : quote_behind(scan, dash + 1);
		uint32_t	i;

		if (q == TB_NONE || scan->quotes.at[q].taken)
			return;
		i = scan->quotes.at[add_chain(scan, draft, q)].after;
		while (is_stop(scan->doc, i) || tb_is_decoration(scan->doc, i))
			i++;
		if (!tb_is_spaced_dash(scan->doc, i) || !quoting_cue(scan, i + 1, &cue))
			return;
	}
}

/* Does the quotation open its sentence? */
static bool
opens_sentence(const TbScan *scan, const TbQuote *quote)
{
	uint32_t	i = tb_sentence(scan, quote->open)->first;

	while (i < quote->open && (tb_is_decoration(scan->doc, i) ||
							   tb_is_spaced_dash(scan->doc, i)))
		i++;
	return i == quote->open;
}

/* quote_dash_verb, quote_dash_name, quote_verb */
static bool
rule_behind(TbScan *scan, uint32_t q)
{
	const TbDocument *doc = scan->doc;
	const TbQuote *last = &scan->quotes.at[chain_last(scan, q)];
	const TbQuote *quote = &scan->quotes.at[q];
	uint32_t	i = last->after;
	bool		stop = false;
	bool		dash;
	const char *rule = "quote_dash_verb";
	TbCue		cue;
	TbDraft    *draft;

	for (; is_stop(doc, i) || tb_is_decoration(doc, i); i++)
		stop = stop || is_stop(doc, i);
	stop = stop || (last->end > last->first && is_stop(doc, last->end - 1));
	dash = tb_is_spaced_dash(doc, i);
	if (dash)
		i = skip_decoration(doc, i + 1);
	if (i >= doc->text.ntok || tb_tok(doc, i)->flags & (TB_TF_PARA | TB_TF_CAP) ||
		(!dash && tb_tok(doc, i)->flags & TB_TF_SENT))
		return false;
	if (!quoting_cue(scan, i, &cue) &&
		!(dash && stop && other_verb(scan, i, &cue) && has_subject_behind(scan, &cue)))
		return false;
	if (!dash)
	{
		if (!opens_sentence(scan, quote) || !is_sentence_like(scan, quote->first, last->end))
			return false;
		rule = "quote_verb";
	}
	else if (!opens_sentence(scan, quote) &&
			 !is_sentence_like(scan, quote->first, last->end))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, &cue, rule);
	if (draft == NULL)
		return false;
	tb_draft_subject(scan, draft, true);
	add_chain(scan, draft, q);
	add_more_pieces(scan, draft, cue);
	return true;
}

/* ------------------------------------------------------ before a quotation */

/* Does a second quotation follow as in a list: «А», «Б» и «В»? */
static bool
is_listed(const TbScan *scan, const TbQuote *quote)
{
	uint32_t	i = quote->after;

	if (!tb_is_mark(&scan->doc->text, i, ',') && !tb_is_conj(scan->doc, i, "and"))
		return false;
	return quote_behind(scan, i + 1) != TB_NONE;
}

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
		if (!(found && inner) && tb_cue_at(scan, i, &here) &&
			(here.kinds & TB_CK_QUOTING) && !here.negated &&
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

/* The named actor in the nominative that a lead-in without a cue speaks of. */
static uint32_t
lead_in_actor(const TbScan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i = tb_step(scan, i))
	{
		const TbActor *actor;

		if (scan->actor_at[i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (actor->kind <= TB_AK_PRONOUN && !actor->behind_prep &&
			(tb_gram_singular(actor->gram) & TB_NOM))
			return scan->actor_at[i] - 1;
		i = actor->end - 1;
	}
	return TB_NONE;
}

static void
set_speaker(TbScan *scan, TbDraft *draft, uint32_t index)
{
	draft->way = TB_SW_ACTOR;
	draft->actor = scan->actors.at[index];
	draft->actor_index = index;
}

/* Does an actor, and nothing else, stand between the sentence's start and colon? */
static bool
is_headline(const TbScan *scan, uint32_t colon)
{
	uint32_t	first = tb_sentence(scan, colon)->first;

	while (first < colon && tb_is_decoration(scan->doc, first))
		first++;
	return scan->actor_at[first] != 0 &&
		scan->actors.at[scan->actor_at[first] - 1].end == colon;
}

/*
 * Start a draft from the lead-in whose colon stands at colon: its cue and
 * speaker are set.  NULL: the lead-in speaks of nobody.
 */
static TbDraft *
draft_of_lead_in(TbScan *scan, uint32_t colon, bool sentence_like, const char *rule)
{
	uint32_t	first = tb_sentence(scan, colon)->first;
	TbCue		cue = {.first = TB_NONE};
	uint32_t	index = TB_NONE;
	TbDraft    *draft;

	if (colon > first + 400)
		first = colon - 400;
	if (!po_cue(scan, first, colon, &cue, &index) &&
		!lead_in_cue(scan, first, colon, &cue))
	{
		index = is_headline(scan, colon) ?
			scan->actor_at[skip_decoration(scan->doc, first)] - 1 :
			lead_in_actor(scan, first, colon);
		if (index == TB_NONE || !sentence_like)
			return NULL;
	}
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE,
						 cue.first == TB_NONE ? NULL : &cue, rule);
	if (draft == NULL)
		return NULL;
	if (index != TB_NONE)
	{
		set_speaker(scan, draft, index);
		draft->anchor = colon;
	}
	else
		tb_draft_subject(scan, draft, false);
	return draft;
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

/* «признал, что дорога опасна: «двенадцать километров»»: a что before the colon? */
static bool
has_chto(const TbScan *scan, uint32_t colon)
{
	uint32_t	first = tb_sentence(scan, colon)->first;

	for (uint32_t i = colon, n = 0; i > first && n < 60; n++)
		if (tb_is_conj(scan->doc, --i, "chto"))
			return true;
	return false;
}

/* colon_quote */
static bool
rule_colon(TbScan *scan, uint32_t q)
{
	const TbQuote *quote = &scan->quotes.at[q];
	uint32_t	colon = colon_before(scan, quote->open);
	TbDraft    *draft;

	if (colon == TB_NONE || is_listed(scan, quote) ||
		(colon > 0 && tb_is_conj(scan->doc, colon - 1, "chto")) ||
		(!tb_is_cap(scan->doc, quote->first) && has_chto(scan, colon)))
		return false;
	draft = draft_of_lead_in(scan, colon,
							 is_headline(scan, colon) ||
							 is_sentence_like(scan, quote->first, quote->end),
							 "colon_quote");
	if (draft == NULL)
		return false;
	add_chain(scan, draft, q);
	return true;
}

/* ------------------------------------------------- quotations without a cue */

/* Does an actor with a name, and nothing else, stand from i to its line's end? */
static bool
is_name_line(const TbScan *scan, uint32_t i)
{
	const TbActor *actor;

	if (i >= scan->doc->text.ntok || scan->actor_at[i] == 0)
		return false;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	if (actor->kind != TB_AK_PERSON || actor->first != i)
		return false;
	i = actor->end;
	if (tb_is_mark(&scan->doc->text, i, '.'))
		i++;
	return i >= scan->doc->text.ntok ||
		(tb_tok(scan->doc, i)->flags & (TB_TF_PARA | TB_TF_NEWLINE)) != 0;
}

/* bare_name, quote_dash_name */
static bool
rule_bare_name(TbScan *scan, uint32_t q)
{
	const TbDocument *doc = scan->doc;
	const TbQuote *quote = &scan->quotes.at[q];
	const TbQuote *last = &scan->quotes.at[chain_last(scan, q)];
	uint32_t	i = last->after;
	const char *rule = "bare_name";
	TbDraft    *draft;

	if (!opens_sentence(scan, quote) ||
		!is_sentence_like(scan, quote->first, last->end))
		return false;
	while (is_stop(doc, i) || tb_is_decoration(doc, i))
		i++;
	if (tb_is_spaced_dash(doc, i))
	{
		rule = "quote_dash_name";
		i = skip_decoration(doc, i + 1);
	}
	if (tb_is_mark(&doc->text, i, '('))
		i++;
	if (!is_name_line(scan, i))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, rule);
	if (draft == NULL)
		return false;
	set_speaker(scan, draft, scan->actor_at[i] - 1);
	draft->anchor = i;
	add_chain(scan, draft, q);
	return true;
}

/* own_sentence: nobody is named beside it, the speaker is the one before. */
static bool
rule_own_sentence(TbScan *scan, uint32_t q)
{
	const TbQuote *quote = &scan->quotes.at[q];
	const TbQuote *last = &scan->quotes.at[chain_last(scan, q)];
	uint32_t	i = last->after;
	TbDraft    *draft;

	if (quote->parent != TB_NONE || !opens_sentence(scan, quote) ||
		!is_sentence_like(scan, quote->first, last->end) ||
		last->end - quote->first < 6 || scan->drafts.n == 0)
		return false;
	while (is_stop(scan->doc, i) || tb_is_decoration(scan->doc, i))
		i++;
	if (i < scan->doc->text.ntok && !(tb_tok(scan->doc, i)->flags & TB_TF_SENT))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, "own_sentence");
	if (draft == NULL)
		return false;
	draft->way = TB_SW_ELIDED;
	draft->anchor = quote->open;
	add_chain(scan, draft, q);
	return true;
}

/* --------------------------------------------------------- without any marks */

/*
 * dialogue: a sentence that a dash opens, with the author's words in it;
 * limit is the paragraph's end.  Returns the token to go on from.
 */
static uint32_t
rule_dialogue(TbScan *scan, uint32_t dash, uint32_t limit)
{
	const TbDocument *doc = scan->doc;
	TbCue		cue;
	uint32_t	author;
	TbDraft    *draft;

	if (!(tb_tok(doc, dash)->flags & (TB_TF_SENT | TB_TF_PARA)) ||
		!(tb_tok(doc, dash + 1)->flags & TB_TF_SPACE) || limit > dash + 2000)
		return dash + 1;
	author = author_dash(scan, dash + 1, limit, &cue);
	if (author == TB_NONE || !has_subject_behind(scan, &cue))
		return dash + 1;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, &cue, "dialogue");
	if (draft == NULL)
		return limit;
	tb_draft_subject(scan, draft, true);
	cut_at_author(scan, draft, dash + 1, author, limit, cue, TB_NONE);
	return limit;
}

/* Is the paragraph from first to end an item of a list? */
static bool
is_list_item(const TbDocument *doc, uint32_t first, uint32_t end)
{
	const TbToken *tok = tb_tok(doc, first);

	if (tok->kind == TB_NUMBER || (tok->kind == TB_MARK && tok->value != '('))
		return true;
	return !(tok->flags & (TB_TF_CAP | TB_TF_DIGIT)) ||
		tb_is_mark(&doc->text, end - 1, ';') || tb_is_mark(&doc->text, end - 1, ',') ||
		tb_is_mark(&doc->text, end - 1, ':');
}

/* Does the paragraph at i open with a dash and speech behind it? */
static bool
opens_with_dash(const TbDocument *doc, uint32_t i)
{
	return i + 2 < doc->text.ntok && tb_is_spaced_dash(doc, i) &&
		(tb_tok(doc, i)->flags & TB_TF_PARA) &&
		(tb_tok(doc, i + 1)->flags & TB_TF_SPACE) && tb_is_cap(doc, i + 1);
}

/* Does the paragraph that ends before end ask something? */
static bool
is_question(const TbDocument *doc, uint32_t end)
{
	while (end > 0 && tb_is_decoration(doc, end - 1))
		end--;
	return end > 0 && (tb_is_mark(&doc->text, end - 1, '?') ||
					   tb_is_mark(&doc->text, end - 1, 0x2026));
}

/* block: the paragraph behind one that ends in a colon; i opens it. */
static void
rule_block(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end;
	uint32_t	first = i;
	TbDraft    *draft;

	if (i == 0 || !tb_is_mark(&doc->text, i - 1, ':') || scan->opens[i])
		return;
	end = tb_paragraph_end(&doc->text, i);
	if (tb_is_spaced_dash(doc, first))
		first++;
	if (first >= end || scan->opens[first] || is_list_item(doc, first, end))
		return;
	draft = draft_of_lead_in(scan, i - 1, is_sentence_like(scan, first, end), "block");
	if (draft == NULL)
		return;
	add_piece(scan, draft, first, end);
	/* every paragraph of the speech has its dash */
	for (int n = 0; first > i && n < 20 && opens_with_dash(doc, end); n++)
	{
		TbCue		cue;
		uint32_t	next = tb_paragraph_end(&doc->text, end);

		if (is_question(doc, next) || author_dash(scan, end + 1, next, &cue) != TB_NONE)
			break;
		add_piece(scan, draft, end + 1, next);
		end = next;
	}
}

/* ---- interviews ---- */

/* The dash of the paragraph that follows an answer's paragraphs, or the text's end. */
static uint32_t
answer_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = tb_paragraph_end(&doc->text, i);
	uint32_t	next = end;

	/* an answer of several paragraphs goes on up to the next question */
	for (int n = 0; n < 3 && next < doc->text.ntok; n++)
	{
		if (opens_with_dash(doc, next))
			return next;
		next = tb_paragraph_end(&doc->text, next);
	}
	return end;
}

/*
 * interview: questions and answers in turn, each opened by a dash, twice at
 * least.  Who is asked was spoken of, or is addressed, before the first
 * answer.  i opens the first question; returns the token behind it all.
 */
static uint32_t
rule_interview(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	start = i;
	uint32_t	first_answer = TB_NONE;
	uint32_t	made = scan->drafts.n;

	while (opens_with_dash(doc, i) && !scan->failed)
	{
		uint32_t	answer = tb_paragraph_end(&doc->text, i);
		uint32_t	end;
		TbDraft    *draft;

		if (!is_question(doc, answer) || !opens_with_dash(doc, answer))
			break;
		end = answer_end(doc, answer);
		if (first_answer == TB_NONE)
			first_answer = answer;
		draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, "interview");
		if (draft == NULL)
			break;
		draft->way = TB_SW_ELIDED;
		draft->anchor = first_answer;
		add_piece(scan, draft, answer + 1, end);
		i = end;
	}
	if (scan->drafts.n >= made + 2)
		return i;
	scan->drafts.n = made;
	return start;
}

/* headline: «Имя: слова» on a line of its own; i opens the paragraph. */
static void
rule_headline(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = tb_paragraph_end(&doc->text, i);
	uint32_t	first = i;
	const TbActor *actor;
	bool		headline;
	TbDraft    *draft;

	while (first < end && tb_tok(doc, first)->kind == TB_MARK && !scan->opens[first])
		first++;
	if (first >= end || scan->actor_at[first] == 0)
		return;
	actor = &scan->actors.at[scan->actor_at[first] - 1];
	if (actor->kind == TB_AK_PRONOUN || actor->first != first ||
		!(tb_gram_cases(actor->gram) & TB_NOM) ||
		!tb_is_mark(&doc->text, actor->end, ':') || actor->end + 3 >= end ||
		scan->opens[skip_decoration(doc, actor->end + 1)] ||
		tb_tok(doc, actor->end + 1)->kind == TB_NUMBER)
		return;
	headline = i < HEADLINE_TOKENS && !tb_is_mark(&doc->text, end - 1, '.');
	if ((!headline && actor->kind > TB_AK_TITLE) ||
		!(is_sentence_like(scan, actor->end + 1, end) ||
		  (headline && end > actor->end + 4 &&
		   tb_tok(doc, skip_decoration(doc, actor->end + 1))->flags & TB_TF_CAPS)))
		return;
	draft = tb_draft_add(scan, headline ? TB_SK_INDIRECT : TB_SK_DIRECT,
						 headline ? TB_SF_CLAUSE : TB_SF_QUOTE, NULL, "headline");
	if (draft == NULL)
		return;
	set_speaker(scan, draft, scan->actor_at[first] - 1);
	draft->anchor = first;
	add_piece(scan, draft, actor->end + 1, end);
}

/* ------------------------------------------------------------------ levels */

/* Tell of every token whose words it is. */
static void
set_levels(TbScan *scan)
{
	for (uint32_t i = 0; i < scan->doc->text.ntok; i++)
		scan->level[i] = tb_sentence(scan, i)->quote;
	for (uint32_t d = 0; d < scan->drafts.n; d++)
	{
		const TbDraft *draft = &scan->drafts.at[d];

		for (uint32_t s = 0; s < draft->segments.n; s++)
			for (uint32_t i = draft->segments.at[s].start;
				 i < draft->segments.at[s].end; i++)
				if (scan->level[i] == TB_NONE)
					scan->level[i] = scan->quotes.n + d;
	}
	for (uint32_t a = 0; a < scan->asides.n; a++)
	{
		const TbAside *aside = &scan->asides.at[a];

		for (uint32_t i = aside->first; i < aside->end; i++)
			if (aside->quote == TB_NONE)
				scan->level[i] = TB_NONE;
			else if (scan->level[i] == aside->quote)
				scan->level[i] = scan->quotes.at[aside->quote].parent;
	}
}

/* ------------------------------------------------------------------- pass */

void
tb_direct_find(TbScan *scan)
{
	const TbDocument *doc = scan->doc;
	uint32_t	paragraph = 0;

	for (uint32_t q = 0; q < scan->quotes.n && !scan->failed; q++)
	{
		if (scan->quotes.at[q].taken)
			continue;
		if (rule_interrupted(scan, q) || rule_behind(scan, q) ||
			rule_colon(scan, q) || rule_bare_name(scan, q))
			continue;
		(void) rule_own_sentence(scan, q);
	}
	for (uint32_t i = 0; i < doc->text.ntok && !scan->failed;)
	{
		if (tb_tok(doc, i)->flags & TB_TF_PARA)
		{
			uint32_t	end = rule_interview(scan, i);

			if (end > i)
			{
				i = end;
				continue;
			}
			paragraph = tb_paragraph_end(&doc->text, i);
			rule_block(scan, i);
			rule_headline(scan, i);
		}
		if (tb_is_spaced_dash(doc, i))
			i = rule_dialogue(scan, i, paragraph);
		else
			i = tb_step(scan, i);
	}
	if (!scan->failed)
		set_levels(scan);
}
