/*
 * direct.c
 *	  Statements in the speaker's own words: quotations, dialogue, blocks.
 *
 * Rules, in the order in which they are tried on a quotation:
 *
 *	interrupted		«Реки мелеют, — сказала она, — и это видно …»
 *	quote_dash_verb «Дорога готова», – сказал аким. – «Осталось …»
 *	quote_dash_name «Дорога готова» — Иван Петров
 *	quote_verb		«Дорога готова», сказал аким
 *	colon_quote		Аким сказал: «Дорога готова»
 *	bare_name		«Дорога готова». Иван Петров
 *	own_sentence	… «Дорога готова. Осталось покрасить бордюры».
 *
 * What has no marks is found by dialogue.c, the words before a colon are read
 * by lead_in.c.
 *
 * A quotation that none of these takes is a name, a slogan or a term: «Алатау»,
 * принцип «Сильные регионы – сильная страна», «внутренней связанности».
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How far the author's words between two pieces reach, in tokens. */
#define MAX_AUTHOR 60

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

uint32_t
tb_skip_decoration(const TbDocument *doc, uint32_t i)
{
	while (i < doc->text.ntok && tb_is_decoration(doc, i))
		i++;
	return i;
}

/* Add a piece of direct speech, without its outer commas and dashes. */
void
tb_speech_piece(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end)
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
uint32_t
tb_add_chain(TbScan *scan, TbDraft *draft, uint32_t q)
{
	for (;;)
	{
		TbQuote    *quote = &scan->quotes.at[q];

		quote->taken = true;
		tb_speech_piece(scan, draft, quote->first, quote->end);
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
bool
tb_is_sentence_like(const TbScan *scan, uint32_t first, uint32_t end)
{
	uint32_t	words = 0;

	for (uint32_t i = first; i < end && words < 9; i++)
		words += tb_is_word(scan->doc, i);
	if (words >= 2 && end > first && is_stop(scan->doc, end - 1))
		return true;
	return (words >= 2 && tb_has_predicate(scan, first, end)) || words >= 9;
}

/* What may be the author's subject, or begin something else than a circumstance. */
#define NO_MANNER_BITS (TB_BIT(ROLE) | TB_BIT(OFFICE) | TB_BIT(PERSONWORD) | TB_BIT(ORGWORD) | \
						TB_BIT(BODY) | TB_BIT(PRON) | TB_BIT(CONJ) | TB_BIT(TENSE))

/*
 * Behind a preposition and its small words, or two that are no subject, if a finite
 * cue follows: «— с улыбкой | признался он», «— не без иронии | заметил министр»,
 * «— под смех зала | сказала», «— дрожащим голосом | сказала мать».
 */
static uint32_t
skip_circumstance(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	at = i + tb_text_is(doc, i, "не");
	bool		phrase = tb_may_be(doc, at, TB_BIT(PREP));
	TbCue		cue;

	for (uint32_t n = 0; n < (phrase ? 5 : 3); n++, at++)
	{
		if (!tb_is_word(doc, at) || tb_is_cap(doc, at) ||
			(!phrase && tb_may_be(doc, at, NO_MANNER_BITS)))
			return i;
		if (tb_cue_at(scan, at, &cue))
			return n > phrase && !(cue.gram & (TB_GERUND | TB_PARTICIPLE)) ? at : i;
	}
	return i;
}

/*
 * Behind adverbs, those that no list knows too: «— сухо заметил он»,
 * «— не удержался министр».
 */
static uint32_t
skip_manner(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	i = skip_circumstance(scan, tb_skip_adverbs(doc, i));
	if (tb_is_word(doc, i) && !tb_is_cap(doc, i) && tb_tok(doc, i)->letters > 3 &&
		tb_ends_in(doc, i, "о") && !tb_may_be(doc, i, TB_BIT(CUE)) &&
		tb_looks_finite(scan, i + 1))
		i++;
	if (tb_text_is(doc, i, "не") && tb_looks_finite(scan, i + 1))
		i++;
	return i;
}

/* Does a finite cue that may introduce a quotation stand at i? */
static bool
quoting_cue(const TbScan *scan, uint32_t i, TbCue *cue)
{
	i = skip_manner(scan, i);
	return tb_cue_at(scan, i, cue) && (cue->kinds & TB_CK_QUOTING) &&
		!(cue->gram & (TB_GERUND | TB_PARTICIPLE));
}

/* A verb that no list knows as a cue, right behind a quotation. */
static bool
other_verb(const TbScan *scan, uint32_t i, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	bool		plural;

	i = skip_manner(scan, i);
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

/* Does the quotation open its sentence? */
static bool
opens_sentence(const TbScan *scan, const TbQuote *quote)
{
	uint32_t	i = tb_behind_prefix(scan, tb_sentence(scan, quote->open)->first, quote->open);

	while (i < quote->open && (tb_is_decoration(scan->doc, i) ||
							   tb_is_spaced_dash(scan->doc, i)))
		i++;
	return i == quote->open;
}

/* ------------------------------------------------------ inside a quotation */

/*
 * Is a name, title, pronoun or description the subject behind a verb that is
 * no cue: «— вмешался в спор Н. Ергали», «— усмехается её брат Ерболат»?
 */
static bool
names_speaker(const TbScan *scan, const TbCue *cue)
{
	TbActor		loose;
	uint32_t	index = tb_subject_behind(scan, cue, &loose);
	const TbActor *actor;

	if (index == TB_NONE || scan->actors.at[index].first > cue->end + 7)
		return false;
	actor = &scan->actors.at[index];
	return actor->kind <= TB_AK_PRONOUN ||
		(actor->kind == TB_AK_DESCRIPTION && actor->first <= cue->end + 2);
}

/*
 * «– Нина Штерн показывает на сарай. – …»: a nominative and its
 * verb behind the dash, if the speech goes on behind another dash.
 */
static bool
acting_speaker(const TbScan *scan, uint32_t i, uint32_t limit, TbCue *cue)
{
	const TbActor *actor;
	uint32_t	verb;

	if (scan->actor_at[i] == 0)
		return false;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	verb = tb_skip_adverbs(scan->doc, actor->end);
	if (actor->first != i || actor->kind > TB_AK_PRONOUN ||
		!(tb_gram_singular(actor->gram) & TB_NOM) || !tb_looks_finite(scan, verb))
		return false;
	*cue = (TbCue)
	{
		.first = verb,.end = verb + 1,.kinds = TB_CK(DIRECT),.gram = TB_VERB_SG
	};
	verb = author_ends(scan, cue, limit);
	return verb != TB_NONE && (tb_tok(scan->doc, verb)->flags & TB_TF_SENT);
}

/*
 * «Верю ли? „Сделаем“, — сказал сторож. Не сделали»: is what stands before
 * the dash a sentence in marks of its own, so that the dash is about that?
 */
static bool
is_inner_speech(const TbScan *scan, uint32_t dash, uint32_t first)
{
	const TbQuote *inner;

	while (dash > first && (is_stop(scan->doc, dash - 1) || tb_is_decoration(scan->doc, dash - 1)))
		dash--;
	if (dash == first || !scan->closes[dash - 1])
		return false;
	inner = &scan->quotes.at[scan->closes[dash - 1] - 1];
	return inner->open > first && opens_sentence(scan, inner);
}

/*
 * The next dash from i on with a cue behind it, as in «…, — сказал X»; the
 * cue is set.  TB_NONE: there is none before limit.
 */
uint32_t
tb_author_dash(const TbScan *scan, uint32_t i, uint32_t limit, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = i;

	for (; i < limit; i = tb_step(scan, i))
	{
		if (!tb_is_spaced_dash(doc, i) || i == 0 || is_inner_speech(scan, i, first))
			continue;
		if (!is_stop(doc, i - 1) && !tb_is_decoration(doc, i - 1) &&
			!scan->closes[i - 1])
			continue;
		if ((!tb_is_cap(doc, i + 1) &&
			 (quoting_cue(scan, i + 1, cue) ||
			  (other_verb(scan, i + 1, cue) && names_speaker(scan, cue)))) ||
			acting_speaker(scan, i + 1, limit, cue))
			return i;
	}
	return TB_NONE;
}

/* The speaker behind a cue must be there before a dash counts as the author's. */
bool
tb_has_subject_behind(const TbScan *scan, const TbCue *cue)
{
	TbActor		loose;

	/* «– Нина Штерн показывает на сарай. – …» */
	if (tb_subject_adjacent(scan, cue) != TB_NONE)
		return true;
	return (cue->kinds & (TB_CK(IMPERSONAL) | TB_CK(CITE))) ||
		tb_subject_behind(scan, cue, &loose) != TB_NONE ||
		loose.kind != TB_AK_NONE;
}

/* The end of the author's sentence behind a cue in dialogue. */
static uint32_t
author_stop(const TbScan *scan, const TbCue *cue, uint32_t limit)
{
	uint32_t	end = tb_sentence(scan, cue->first)->end;

	return end < limit ? end : limit;
}

/*
 * Speech from first to limit that the author interrupts at dash: cut it into
 * the draft's segments.
 */
void
tb_cut_at_author(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t dash,
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

		tb_speech_piece(scan, draft, first, dash);
		back = author_ends(scan, &cue, limit);
		*aside = (TbAside)
		{
			dash, back, quote
		};
		if (back == TB_NONE)
			aside->end = quote != TB_NONE ? limit : author_stop(scan, &cue, limit);
		if (back == TB_NONE)
			return;
		first = back + 1;
		dash = tb_author_dash(scan, first, limit, &cue);
	}
	tb_speech_piece(scan, draft, first, limit);
}

/* «…, — успокаивала она, — …», — цитирует газета Иванову: who is cited behind it? */
static bool
cited_behind(const TbScan *scan, const TbQuote *quote, TbCue *cue)
{
	TbCue		behind;
	uint32_t	i = quote->after;

	while (is_stop(scan->doc, i) || tb_is_decoration(scan->doc, i))
		i++;
	if (!tb_is_spaced_dash(scan->doc, i))
		return false;
	i = tb_skip_adverbs(scan->doc, i + 1);
	if (!tb_cue_at(scan, i, &behind) || !(behind.kinds & TB_CK(CITE)))
		return false;
	*cue = behind;
	return true;
}

/* interrupted */
static bool
rule_interrupted(TbScan *scan, uint32_t q)
{
	TbQuote    *quote = &scan->quotes.at[q];
	TbCue		cue;
	uint32_t	dash = tb_author_dash(scan, quote->first, quote->end, &cue);
	TbDraft    *draft;

	if (dash == TB_NONE || dash == quote->first || !tb_has_subject_behind(scan, &cue))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, &cue, "interrupted");
	if (draft == NULL)
		return false;
	quote->taken = true;
	if (cited_behind(scan, quote, &draft->cue))
		draft->anchor = draft->cue.first;
	tb_draft_subject(scan, draft, true);
	tb_cut_at_author(scan, draft, quote->first, dash, quote->end, cue, q);
	return true;
}

/* ------------------------------------------------------ behind a quotation */

/* The quotation that opens right behind token i, or TB_NONE. */
uint32_t
tb_quote_behind(const TbScan *scan, uint32_t i)
{
	i = tb_skip_decoration(scan->doc, i);
	if (i >= scan->doc->text.ntok || scan->opens[i] == 0 ||
		tb_tok(scan->doc, i)->flags & TB_TF_PARA)
		return TB_NONE;
	return scan->opens[i] - 1;
}

/*
 * «Нет», – сказал министр. – «А когда?» – спросила депутат Ким: has the next
 * quotation a named speaker of its own, who is not the draft's?
 */
static bool
another_answers(const TbScan *scan, const TbDraft *draft, uint32_t q)
{
	uint32_t	i = scan->quotes.at[chain_last(scan, q)].after;
	uint32_t	index;
	TbActor		loose;
	TbCue		cue;

	while (is_stop(scan->doc, i) || tb_is_decoration(scan->doc, i))
		i++;
	if (!tb_is_spaced_dash(scan->doc, i) ||
		(!quoting_cue(scan, i + 1, &cue) && !other_verb(scan, i + 1, &cue)))
		return false;
	index = tb_subject_behind(scan, &cue, &loose);
	return index != TB_NONE && scan->actors.at[index].kind <= TB_AK_TITLE &&
		(draft->way != TB_SW_ACTOR || draft->actor.person == TB_NONE ||
		 scan->actors.at[index].person != draft->actor.person);
}

/* «…», – сказал X, – «…»: take the pieces behind the author's words too. */
static void
add_more_pieces(TbScan *scan, TbDraft *draft, TbCue cue)
{
	uint32_t	limit = scan->doc->text.ntok;

	for (;;)
	{
		uint32_t	dash = author_ends(scan, &cue, limit);
		uint32_t	q = dash == TB_NONE ? TB_NONE : tb_quote_behind(scan, dash + 1);
		uint32_t	i;

		if (q == TB_NONE || scan->quotes.at[q].taken || another_answers(scan, draft, q))
			return;
		i = scan->quotes.at[tb_add_chain(scan, draft, q)].after;
		while (is_stop(scan->doc, i) || tb_is_decoration(scan->doc, i))
			i++;
		if (!tb_is_spaced_dash(scan->doc, i) || !quoting_cue(scan, i + 1, &cue))
			return;
	}
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
	/* two hyphens stand for a dash */
	for (int n = 0; n < 2 && tb_is_spaced_dash(doc, i); n++)
		i = tb_skip_decoration(doc, i + 1);
	if (i >= doc->text.ntok || tb_tok(doc, i)->flags & TB_TF_PARA ||
		(!dash && tb_tok(doc, i)->flags & TB_TF_SENT) ||
		(tb_is_cap(doc, i) && !(dash && acting_speaker(scan, i, doc->text.ntok, &cue))))
		return false;
	if (!tb_is_cap(doc, i) && !quoting_cue(scan, i, &cue) &&
		!(dash && stop && other_verb(scan, i, &cue) && tb_has_subject_behind(scan, &cue)))
		return false;
	if (!dash)
	{
		if (!opens_sentence(scan, quote) || !tb_is_sentence_like(scan, quote->first, last->end))
			return false;
		rule = "quote_verb";
	}
	else if (!opens_sentence(scan, quote) &&
			 !tb_is_sentence_like(scan, quote->first, last->end))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, &cue, rule);
	if (draft == NULL)
		return false;
	tb_draft_subject(scan, draft, true);
	tb_add_chain(scan, draft, q);
	add_more_pieces(scan, draft, cue);
	return true;
}

/* ------------------------------------------------- quotations without a cue */

/* Behind «, чабан из Актау» at i, up to the line's end; or i. */
static uint32_t
behind_trade(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	if (!tb_is_mark(&doc->text, i, ','))
		return i;
	for (uint32_t j = i + 1; j < i + 9; j++)
	{
		if (j >= doc->text.ntok || (tb_tok(doc, j)->flags & (TB_TF_PARA | TB_TF_NEWLINE)))
			return j;
		if (!tb_is_word(doc, j) || tb_looks_finite(scan, j))
			break;
	}
	return i;
}

/*
 * Does an actor with a name, behind a dash with an office too, and nothing
 * else stand from i to its line's end?
 */
static bool
is_name_line(const TbScan *scan, uint32_t i, bool dash)
{
	const TbActor *actor;

	if (i >= scan->doc->text.ntok || scan->actor_at[i] == 0)
		return false;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	if (actor->first != i || !(tb_gram_cases(actor->gram) & TB_NOM) ||
		(actor->kind != TB_AK_PERSON && !(dash && actor->kind == TB_AK_TITLE)))
		return false;
	i = actor->end;
	if (tb_is_mark(&scan->doc->text, i, '.') || tb_is_mark(&scan->doc->text, i, ')'))
		i++;
	if (dash && i > actor->end && i < scan->doc->text.ntok &&
		(tb_tok(scan->doc, i)->flags & TB_TF_SENT))
		return true;
	i = behind_trade(scan, i);
	/* emoji */
	while (i < scan->doc->text.ntok && tb_tok(scan->doc, i)->kind == TB_MARK &&
		   tb_tok(scan->doc, i)->value > 0x2190 &&
		   !(tb_tok(scan->doc, i)->flags & (TB_TF_PARA | TB_TF_NEWLINE)))
		i++;
	/* «— депутат Ерлан Саиров @news» */
	if (tb_is_mark(&scan->doc->text, i, '@') || tb_is_mark(&scan->doc->text, i, '|') ||
		(i < scan->doc->text.ntok && tb_tok(scan->doc, i)->kind == TB_ADDRESS))
		return true;
	return i >= scan->doc->text.ntok ||
		(tb_tok(scan->doc, i)->flags & (TB_TF_PARA | TB_TF_NEWLINE)) != 0;
}

static bool
has_comma(const TbScan *scan, const TbQuote *quote)
{
	for (uint32_t i = quote->first; i < quote->end; i++)
		if (tb_is_mark(&scan->doc->text, i, ','))
			return true;
	return false;
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
	bool		dash;
	TbDraft    *draft;

	if (!opens_sentence(scan, quote))
		return false;
	while (is_stop(doc, i) || tb_is_decoration(doc, i))
		i++;
	dash = tb_is_spaced_dash(doc, i);
	if (dash)
	{
		rule = "quote_dash_name";
		i = tb_skip_decoration(doc, i + 1);
	}
	/* «Мы не море, мы река» — аким; no name of a book is as long */
	if (!tb_is_sentence_like(scan, quote->first, last->end) &&
		!(dash && quote->end > quote->first + (has_comma(scan, quote) ? 4 : 5)))
		return false;
	if (tb_is_mark(&doc->text, i, '('))
		i++;
	if (!is_name_line(scan, i, dash))
		return false;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, rule);
	if (draft == NULL)
		return false;
	tb_draft_actor(scan, draft, scan->actor_at[i] - 1);
	draft->anchor = i;
	tb_add_chain(scan, draft, q);
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
		!tb_is_sentence_like(scan, quote->first, last->end) ||
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
	tb_add_chain(scan, draft, q);
	return true;
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

/* The first token from i on that opens a quotation or sentence, or is a mark. */
static uint32_t
next_of_note(const TbScan *scan, uint32_t i, uint32_t end)
{
	const TbToken *tok = scan->doc->text.tok;

	while (i < end && scan->opens[i] == 0 && tok[i].kind != TB_MARK &&
		   !(tok[i].flags & TB_TF_SENT))
		i++;
	return i;
}

/*
 * The rules of what has no marks on the paragraph [first, end).  Returns the
 * token to go on from: what a quotation or an interview holds is passed over.
 */
static uint32_t
rules_of_paragraph(TbScan *scan, uint32_t first, uint32_t end, bool transcript)
{
	uint32_t	i = tb_interview_at(scan, first);

	if (i == first)
		i = tb_questions_at(scan, first);
	if (i > first)
		return i;
	tb_block_at(scan, first);
	tb_label_at(scan, first, end, transcript);
	while ((i = next_of_note(scan, i, end)) < end && !scan->failed)
	{
		scan->failed = tb_arena_poll(scan->doc->arena);
		if ((tb_tok(scan->doc, i)->flags & TB_TF_SENT) && i > first)
			tb_sentence_label_at(scan, i);
		i = tb_is_spaced_dash(scan->doc, i) ? tb_dialogue_at(scan, i, end) : tb_step(scan, i);
	}
	return i;
}

void
tb_direct_find(TbScan *scan)
{
	const TbDocument *doc = scan->doc;
	bool		transcript = tb_is_transcript(scan);

	for (uint32_t q = 0; q < scan->quotes.n && !scan->failed; q++)
	{
		scan->failed = tb_arena_poll(doc->arena);
		if (scan->quotes.at[q].taken)
			continue;
		if (rule_interrupted(scan, q) || rule_behind(scan, q) ||
			tb_colon_quote(scan, q) || rule_bare_name(scan, q))
			continue;
		(void) rule_own_sentence(scan, q);
	}
	for (uint32_t p = 0, reached = 0; p < scan->paragraphs.n && !scan->failed; p++)
		if (scan->paragraphs.at[p] >= reached)
			reached = rules_of_paragraph(scan, scan->paragraphs.at[p],
										 tb_next_paragraph(scan, p), transcript);
	if (!scan->failed)
		set_levels(scan);
}
