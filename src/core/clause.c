/*
 * clause.c
 *	  Where the clause of a cue ends.
 *
 *	Он отметил, что работа идёт и что её надо ускорить, и призвал помочь.
 *				   ^first							  ^end
 *
 * A clause runs to the end of its sentence, over commas, colons, semicolons,
 * brackets and quotations, unless one of these comes first:
 *
 *	next_cue	«…, и призвал», «… и отметил»: a verb of the cue's own subject
 *	gerund_cue	«…, добавив, что»
 *	next_verb	«…, и уехал»: agrees with the cue, and with no verb inside
 *	quoted		«…», однако виновных не назвал: all of it was in marks
 *	next_speaker «…, а Иванова убеждена: …», «…; в полиции уверяют, что …»
 *	listed_cue	«…, попросили помочь и пообещали …», nobody else being named
 *	agency		«…, передаёт агентство»
 *	main_verb	«Иванов, заявивший, что уходит, подал …»
 *	main_clause «Отметив, что экспорт растёт, министр призвал …»
 *	lead_in		«…: «Это не указ»», or a colon that ends the paragraph
 *
 * Not: «что он не поверил, и это его удивило» (the subject is inside),
 * «что завод построил школу и сообщил об этом» (a verb inside agrees).
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* Longest clause that is walked through, in tokens. */
#define MAX_CLAUSE 100

/* Longest piece between commas. */
#define MAX_PIECE 60

typedef struct Clause
{
	const TbScan *scan;
	uint32_t	first;
	const TbCue *cue;
	bool		embedded;		/* the cue is a participle, or stands behind «который» */
	bool		leading;		/* the cue is a gerund that opens its sentence */
	bool		agreeing;		/* a verb inside agrees with the cue */
	bool		subject;		/* somebody in the nominative stands inside */
} Clause;

uint32_t
tb_piece_start(const TbScan *scan, uint32_t i)
{
	uint32_t	first = tb_sentence(scan, i)->first;

	for (int n = 0; n < MAX_PIECE && i > first; n++)
	{
		uint32_t	before = tb_step_back(scan, i);
		const TbToken *tok = tb_tok(scan->doc, before);

		if (before < first)
			break;
		if (tb_is_colon(scan->doc, before) ||
			(tok->kind == TB_MARK && (tok->value == ',' || tok->value == ';' || tok->value == '(')))
			break;
		i = before;
	}
	return i;
}

/* Is a mark one that a clause does not begin or end with? */
static bool
is_margin(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	if (tok->kind != TB_MARK)
		return false;
	return tok->value == ',' || tok->value == ';' || tok->value == ':' ||
		tb_is_spaced_dash(doc, i) || tok->value == '*' || tok->value == '_' ||
		tok->value == '#';
}

TbSpan
tb_trim(const TbScan *scan, uint32_t first, uint32_t end)
{
	const TbDocument *doc = scan->doc;

	while (first < end && is_margin(doc, first))
		first++;
	while (end > first && (is_margin(doc, end - 1) ||
						   tb_is_mark(&doc->text, end - 1, '.')))
		end--;
	return (TbSpan)
	{
		first, end
	};
}

/* ------------------------------------------------------------ what follows */

/* May a verb's features be those of the cue's own subject? */
static bool
is_subjects(const Clause *c, TbGram gram)
{
	if (gram & (TB_GERUND | TB_PARTICIPLE | TB_PASSIVE))
		return false;
	if (c->cue->gram & (TB_GERUND | TB_PARTICIPLE))
		return (gram & (TB_PAST | TB_PRESENT)) != 0;
	return tb_verbs_agree(gram, c->cue->gram);
}

/* Does somebody in the nominative stand at i: «и приехал Петров»? */
static bool
has_subject_at(const Clause *c, uint32_t i)
{
	const TbActor *actor;

	if (c->scan->actor_at[i] == 0)
		return false;
	actor = &c->scan->actors.at[c->scan->actor_at[i] - 1];
	return (tb_gram_cases(actor->gram) & TB_NOM) != 0;
}

/* «…, а главной бедой назвал пыль»: the cue's verb, behind no other subject. */
static bool
later_verb(const Clause *c, uint32_t i)
{
	if (c->agreeing || !(c->cue->gram & TB_PAST))
		return false;
	for (uint32_t n = 0; n < 5 && tb_is_word(c->scan->doc, i); n++, i++)
	{
		TbGram		gram = tb_verb_gram(c->scan, i);

		if (c->scan->actor_at[i] != 0)
			return false;
		if (gram != 0)
			return n > 0 && (gram & TB_PAST) && (gram & TB_ALL_GENDERS & c->cue->gram) &&
				is_subjects(c, gram) && !has_subject_at(c, i + 1);
		if (tb_is_a(c->scan->doc, i, TB_PREP))
			return false;
	}
	return false;
}

/* «…, однако долг, по его оценке, вырастет»: another statement of its own? */
static bool
has_own_source(const Clause *c, uint32_t i)
{
	for (uint32_t n = 0; n < 14 && !(tb_tok(c->scan->doc, i)->flags & TB_TF_SENT); n++, i++)
		if (n > 1 && tb_word_is(c->scan->doc, i, TB_CUE, "po") &&
			(tb_text_is(c->scan->doc, i - 1, "по") || tb_text_is(c->scan->doc, i - 2, "по")) &&
			!tb_word_is(c->scan->doc, i, TB_CUE, "na-pronoun"))
			return true;
	return false;
}

/* «…, и [также] призвал»: i is the conjunction. */
static bool
next_verb(const Clause *c, uint32_t i, bool comma)
{
	uint32_t	verb = tb_skip_adverbs(c->scan->doc, i + 1);
	TbGram		gram = tb_verb_gram(c->scan, verb);
	TbCue		cue;

	if (gram == 0 || !is_subjects(c, gram))
		return false;
	if (tb_cue_at(c->scan, verb, &cue) && !cue.negated)
		return comma || !c->agreeing;
	return comma && !c->agreeing && !has_subject_at(c, verb + 1);
}

/* Is all of the clause up to its comma at i one quotation? */
static bool
quoted_so_far(const Clause *c, uint32_t i)
{
	return c->scan->opens[c->first] != 0 &&
		c->scan->quotes.at[c->scan->opens[c->first] - 1].after == i;
}

/* «…», однако виновных не назвал»: a verb of the cue's subject near i? */
static bool
verb_near(const Clause *c, uint32_t i)
{
	for (uint32_t n = 0; n < 4 && tb_is_word(c->scan->doc, i); n++, i++)
	{
		TbGram		gram = tb_verb_gram(c->scan, i);

		if (c->scan->actor_at[i] != 0)
			return false;
		if (gram != 0)
			return is_subjects(c, gram);
	}
	return false;
}

/* Does a cue lead to something said: «уверен[:]», «ответил коротко[:]», «[, что]»? */
static bool
leads_on(const TbDocument *doc, uint32_t i)
{
	i = tb_skip_adverbs(doc, i);
	if (tb_is_word(doc, i) && tb_ends_in(doc, i, "о"))
		i++;
	return tb_is_colon(doc, i) ||
		(tb_is_mark(&doc->text, i, ',') && tb_is_conj(doc, i + 1, "chto"));
}

/*
 * «…, а его коллега Иванова убеждена: …», «…; в полиции уверяют, что …», «…, а
 * на вопрос о сроках ответил: …»: another subject, or the cue's own, with a
 * cue that leads to something said.  Behind «но» the cue's subject may still
 * be speaking of what others hope.  any: the cue need lead to nothing.
 */
static bool
next_speaker(const Clause *c, uint32_t i, bool any)
{
	const TbScan *scan = c->scan;
	const TbDocument *doc = scan->doc;
	bool		subject = false;

	for (uint32_t n = 0; n < 14 && tb_is_word(doc, i); n++)
	{
		TbCue		cue;

		if (scan->actor_at[i] != 0)
		{
			const TbActor *actor = &scan->actors.at[scan->actor_at[i] - 1];

			subject = subject || (tb_gram_cases(actor->gram) & TB_NOM) ||
				tb_is_located(scan, actor);
			i = actor->end;
			continue;
		}
		if (tb_cue_at(scan, i, &cue))
			return !cue.negated && (subject || (!any && is_subjects(c, cue.gram))) &&
				(any || ((cue.kinds & TB_CK_QUOTING) && leads_on(doc, cue.end)) ||
				 ((cue.kinds & TB_CK(ASK)) && tb_is_mark(&doc->text, cue.end, ',') &&
				  tb_is_conj(doc, cue.end + 1, "wh")));
		if (tb_looks_finite(scan, i))
			return false;
		i++;
	}
	return false;
}

/* «выразили озабоченность: министр сказал, что …»: a statement of its own at i? */
bool
tb_speaks_itself(const TbScan *scan, uint32_t i)
{
	const TbCue none = {.gram = TB_GERUND};
	const Clause c = {.scan = scan,.first = i,.cue = &none};

	return scan->actor_at[i] != 0 && next_speaker(&c, i, false);
}

/*
 * «ответили, что узнали из газет, попросили перезвонить и пообещали …»: the
 * cue's next verb behind a mere comma, if nobody in the clause could have it?
 */
static bool
listed_cue(const Clause *c, uint32_t i)
{
	TbCue		cue;

	return !c->subject && tb_cue_at(c->scan, i, &cue) && !cue.negated &&
		!(cue.kinds & TB_CK(OPINION)) && is_subjects(c, cue.gram) &&
		!has_subject_at(c, cue.end) && !tb_is_mark(&c->scan->doc->text, cue.end, ',');
}

/* «…, сообщает агентство»: a cue at i with its subject behind it. */
static bool
agency_follows(const Clause *c, uint32_t i)
{
	TbCue		cue;
	TbActor		loose;

	if (!tb_cue_at(c->scan, i, &cue) || cue.negated ||
		(cue.gram & (TB_GERUND | TB_PARTICIPLE | TB_PASSIVE)) ||
		!(cue.kinds & (TB_CK(SPEECH) | TB_CK(OPINION))) ||
		tb_is_mark(&c->scan->doc->text, cue.end, ','))
		return false;
	/* «…, сообщает «Лента»» */
	if (c->scan->opens[cue.end] != 0 &&
		c->scan->quotes.at[c->scan->opens[cue.end] - 1].end <= cue.end + 6)
		return true;
	return tb_subject_behind(c->scan, &cue, &loose) != TB_NONE ||
		loose.kind == TB_AK_ORG;
}

static bool
gerund_cue_follows(const Clause *c, uint32_t i)
{
	TbCue		cue;

	i = tb_skip_adverbs(c->scan->doc, i);
	/* «…, не уточняя, когда» */
	if (tb_text_is(c->scan->doc, i, "не") && !tb_cue_at(c->scan, i, &cue))
		i++;
	return tb_cue_at(c->scan, i, &cue) &&
		(cue.gram & TB_GERUND) && (cue.kinds & TB_CK_QUOTING);
}

/* Does the main clause begin at i: a nominative, then its verb? */
static bool
main_clause_follows(const Clause *c, uint32_t i)
{
	const TbScan *scan = c->scan;
	const TbActor *actor;

	if (scan->actor_at[i] == 0)
		return false;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	if (!(tb_gram_cases(actor->gram) & TB_NOM) || actor->kind > TB_AK_ORG)
		return false;
	for (uint32_t j = actor->end; j < actor->end + 6; j++)
	{
		if (!tb_is_word(scan->doc, j))
			return false;
		if (tb_looks_finite(scan, j))
			return true;
	}
	return false;
}

/*
 * «…, а директор Шульц — что …»: the что behind a nominative and a dash, the
 * cue being left out; TB_NONE: none.  i is the token behind «а»; *index gets
 * the actor.
 */
uint32_t
tb_gapped_chto(const TbScan *scan, uint32_t i, uint32_t *index)
{
	const TbActor *actor;
	uint32_t	chto;

	if (scan->actor_at[i] == 0)
		return TB_NONE;
	*index = scan->actor_at[i] - 1;
	actor = &scan->actors.at[*index];
	chto = actor->end + 1;
	if (tb_is_mark(&scan->doc->text, chto, ','))
		chto++;
	return (tb_gram_cases(actor->gram) & TB_NOM) && tb_is_spaced_dash(scan->doc, actor->end) &&
		tb_is_conj(scan->doc, chto, "chto") ? chto : TB_NONE;
}

/* «первый отметил, что …, второй – что …»: the other one's words at i? */
static bool
other_one_gapped(const TbDocument *doc, uint32_t i)
{
	return (tb_text_is(doc, i, "второй") || tb_text_is(doc, i, "вторая") ||
			tb_text_is(doc, i, "другой") || tb_text_is(doc, i, "другая")) &&
		tb_is_spaced_dash(doc, i + 1) && tb_is_conj(doc, i + 2, "chto");
}

/* A comma at i: does the clause end before it? */
static bool
ends_at_comma(const Clause *c, uint32_t i)
{
	const TbDocument *doc = c->scan->doc;
	uint32_t	next = i + 1;
	uint32_t	index;

	while (tb_is_spaced_dash(doc, next) || tb_is_decoration(doc, next))
		next++;
	/* «…, что «стены учат», — вот мы и учимся» */
	if (next > i + 1 && quoted_so_far(c, i))
		return true;
	if (tb_is_conj(doc, next, "and") && quoted_so_far(c, i) &&
		(verb_near(c, next + 1) || next_speaker(c, next + 1, true)))
		return true;
	if (tb_is_conj(doc, next, "and"))
		return next_verb(c, next, true) || has_own_source(c, next + 1) ||
			(tb_text_is(doc, next, "а") && later_verb(c, next + 1)) ||
			(tb_text_is(doc, next, "а") && (next_speaker(c, next + 1, false) ||
											tb_gapped_chto(c->scan, next + 1, &index) != TB_NONE));
	if (listed_cue(c, next) || other_one_gapped(doc, next))
		return true;
	if (gerund_cue_follows(c, next) || agency_follows(c, next))
		return true;
	if (c->embedded && tb_looks_finite(c->scan, tb_skip_adverbs(doc, next)))
		return true;
	return c->leading && main_clause_follows(c, next);
}

/* Does a finite cue with a subject in the clause stand right before i? */
static bool
inner_cue_before(const Clause *c, uint32_t i)
{
	TbCue		cue;
	uint32_t	subject;

	if (!tb_cue_at(c->scan, i - 1, &cue) || cue.end != i ||
		(cue.gram & (TB_GERUND | TB_PARTICIPLE)))
		return false;
	subject = tb_subject_before(c->scan, &cue);
	return subject != TB_NONE && c->scan->actors.at[subject].first >= c->first;
}

/* A colon at i: does it lead in a quotation or a block of its own? */
static bool
leads_in(const Clause *c, uint32_t i)
{
	const TbScan *scan = c->scan;
	uint32_t	next = i + 1;
	const TbQuote *quote;

	if (next >= tb_sentence(scan, i)->end ||
		(tb_tok(scan->doc, next)->flags & TB_TF_PARA))
		return true;
	while (tb_is_decoration(scan->doc, next))
		next++;
	if (scan->opens[next] == 0)
		return false;
	/* «что президент заявил: «…»» is all of it the clause */
	if (i > c->first + 1 && inner_cue_before(c, i))
		return false;
	quote = &scan->quotes.at[scan->opens[next] - 1];
	return tb_is_cap(scan->doc, quote->first) && quote->end - quote->first > 3;
}

/* The token behind the bracket that opens at i, or i + 1. */
static uint32_t
behind_bracket(const TbScan *scan, uint32_t i, uint32_t end)
{
	for (uint32_t j = i + 1; j < end && j < i + MAX_PIECE; j++)
		if (tb_is_mark(&scan->doc->text, j, ')'))
			return j + 1;
	return i + 1;
}

/* -------------------------------------------------------------- the clause */

static Clause
clause_of(const TbScan *scan, uint32_t first, const TbCue *cue)
{
	Clause		c = {.scan = scan,.first = first,.cue = cue};
	uint32_t	start = tb_piece_start(scan, cue->first);
	const TbSentence *sentence = tb_sentence(scan, cue->first);

	c.embedded = (cue->gram & TB_PARTICIPLE) || tb_is_conj(scan->doc, start, "rel");
	c.leading = (cue->gram & TB_GERUND) && start == sentence->first;
	return c;
}

/*
 * The end of the clause that begins at first and belongs to a cue before it:
 * the token that is no part of it any more.
 */
uint32_t
tb_clause_end(const TbScan *scan, uint32_t first, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	Clause		c = clause_of(scan, first, cue);
	uint32_t	end = tb_sentence(scan, first)->end;
	uint32_t	i = first;

	for (int n = 0; i < end && n < MAX_CLAUSE; n++)
	{
		const TbToken *tok = tb_tok(doc, i);

		if (tok->kind == TB_MARK && tok->value == ',' && ends_at_comma(&c, i))
			return i;
		if (tok->kind == TB_MARK && tok->value == ':' && leads_in(&c, i))
			return i;
		if (tok->kind == TB_MARK && tok->value == ')')
			return i;
		if (tok->kind == TB_MARK && tok->value == ';' &&
			(quoted_so_far(&c, i) || next_speaker(&c, i + 1, true)))
			return i;
		if (tok->kind == TB_WORD_TOKEN)
		{
			TbGram		gram;

			if (i > first && tb_is_conj(doc, i, "and") && next_verb(&c, i, false))
				return i;
			gram = tb_verb_gram(scan, i);
			c.agreeing = c.agreeing || (gram != 0 && is_subjects(&c, gram));
			c.subject = c.subject || (has_subject_at(&c, i) &&
									  !scan->actors.at[scan->actor_at[i] - 1].behind_prep);
		}
		i = tb_is_mark(&doc->text, i, '(') ? behind_bracket(scan, i, end) :
			tb_step(scan, i);
	}
	return i < end ? i : end;
}
