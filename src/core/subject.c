/*
 * subject.c
 *	  Which actor is the subject of a cue.
 *
 * Russian tells by word order and agreement.  Before a quotation or a clause
 * the subject stands before its verb («Депутат Иванова сказала, что …»);
 * after or inside a quotation behind it («…», – сказала депутат Иванова).
 * The subject is in the nominative and agrees with the verb in number, and
 * in the past in gender; so none of these is one:
 *
 *	сообщил РИА Новости глава департамента	an agency that gets the news
 *	рассказала Президенту				a dative
 *	в КПРФ заявили						a place; but with a plural verb and no
 *										nominative it is the speaker
 *	министр, который критикует премьера, сказал	an actor of a closed clause
 *
 * A participle's subject is what it belongs to («Сагадиев, заявившим …»), a
 * gerund's that of its sentence.
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How many actors before a cue, and how many tokens behind it, are looked at. */
#define MAX_ACTORS_BACK 14
#define MAX_TOKENS_AHEAD 34

/* Longest noun phrase of unknown words. */
#define MAX_LOOSE 5

/* ------------------------------------------------------------- agreement */

/* May an actor be the subject of a verb with these features? */
static bool
agrees(const TbScan *scan, const TbActor *actor, TbGram verb)
{
	TbGram		gender = actor->gram & TB_ALL_GENDERS;

	if (actor->kind != TB_AK_PRONOUN && actor->behind_prep)
		return false;
	/* «ответил не министр, а аким» */
	if (actor->first > 0 && tb_text_is(scan->doc, actor->first - 1, "не"))
		return false;
	if (verb & TB_VERB_PL)
		return (tb_gram_plural(actor->gram) & TB_NOM) != 0;
	if (!(tb_gram_singular(actor->gram) & TB_NOM))
		return false;
	if (!(verb & TB_ALL_GENDERS) || gender == 0)
		return true;
	if (gender & verb & TB_ALL_GENDERS)
		return true;
	/* «председатель Иванова сообщил»: the verb goes with the title */
	if (actor->kind == TB_AK_PERSON && actor->title != TB_NONE && (verb & TB_MASC))
		return true;
	/* «министр заявила»: the title has no gender of its own */
	return actor->kind == TB_AK_TITLE && (verb & TB_FEM) &&
		(actor->person == TB_NONE ||
		 scan->doc->persons.at[actor->person].gender != TB_MASC);
}

/* --------------------------------------------------------------- before it */

/* Is there a mark between tokens on one level? */
static bool
has_comma_between(const TbScan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i = tb_step(scan, i))
		if (tb_is_mark(&scan->doc->text, i, ',') ||
			tb_is_mark(&scan->doc->text, i, ')') || tb_is_spaced_dash(scan->doc, i))
			return true;
	return false;
}

/* Does the piece that begins at i hang on another clause? */
static bool
is_subordinate(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	if (tb_is_a(doc, i, TB_PREP) &&
		(tb_is_conj(doc, i + 1, "rel") || tb_is_conj(doc, i + 1, "wh")))
		return true;
	/* «министр, имя которого агентство не назвало, …» */
	if (tb_is_word(doc, i) && tb_is_conj(doc, i + 1, "rel"))
		return true;
	return tb_is_conj(doc, i, "rel") || tb_is_conj(doc, i, "wh") ||
		tb_is_conj(doc, i, "chto") || tb_is_conj(doc, i, "chtoby") ||
		tb_is_conj(doc, i, "sub") || tb_is_conj(doc, i, "kak") ||
		tb_looks_gerund(doc, i) || tb_looks_participle(doc, i);
}

/* Does a finite verb stand between the actor's piece's start and the actor? */
static bool
is_object(const TbScan *scan, const TbActor *actor)
{
	uint32_t	start = tb_piece_start(scan, actor->first);

	for (uint32_t i = start; i < actor->first; i = tb_step(scan, i))
		if (tb_looks_finite(scan, i))
			return true;
	return false;
}

/*
 * «на саммите НАТО», «в докладе ООН»: a body that does not bend, right behind
 * a noun that it owns?
 */
bool
tb_is_owner(const TbScan *scan, const TbActor *actor)
{
	uint32_t	before = actor->first - 1;

	return actor->first > 0 && actor->kind == TB_AK_ORG &&
		(tb_gram_cases(actor->gram) & TB_GEN) && tb_is_word(scan->doc, before) &&
		!tb_is_cap(scan->doc, before) && !(tb_tok(scan->doc, actor->first)->flags & TB_TF_SENT) &&
		!tb_is_a(scan->doc, before, TB_PREP) && !tb_is_a(scan->doc, before, TB_CONJ) &&
		!tb_word_is(scan->doc, before, TB_WORD, "adverb") && !tb_looks_finite(scan, before) &&
		!tb_looks_adjective(scan->doc, before);
}

/* Does the relative word of the cue's own piece stand in the nominative? */
static bool
is_relative_subject(const TbScan *scan, uint32_t start, TbGram verb)
{
	const TbReading *rel = tb_word_reading(scan->doc, start, TB_CONJ, "rel");

	if (rel == NULL)
		return false;
	if (verb & TB_VERB_PL)
		return (tb_gram_plural(rel->gram) & TB_NOM) != 0;
	return (tb_gram_singular(rel->gram) & TB_NOM) != 0;
}

/* The actor that ends right before a piece, whatever its case. */
static uint32_t
antecedent(const TbScan *scan, uint32_t start, TbGram verb)
{
	uint32_t	first = tb_sentence(scan, start)->first;

	for (uint32_t n = 0, i = start; i > first && n < 12; n++)
	{
		const TbActor *actor;

		i--;
		if (scan->actor_at[i] == 0)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (!(verb & TB_ALL_GENDERS) || !(actor->gram & TB_ALL_GENDERS) ||
			(actor->gram & verb & TB_ALL_GENDERS) || actor->kind == TB_AK_TITLE)
			return scan->actor_at[i] - 1;
		i = actor->first;
	}
	return TB_NONE;
}

/* Does an actor stand between dashes: «Климова — один из лидеров — заявила»? */
static bool
is_apposed(const TbScan *scan, const TbActor *actor, uint32_t cue)
{
	if (actor->first == 0 || !tb_is_spaced_dash(scan->doc, actor->first - 1) ||
		tb_tok(scan->doc, actor->first - 1)->flags & TB_TF_SENT)
		return false;
	for (uint32_t i = actor->end; i < cue; i = tb_step(scan, i))
		if (tb_is_spaced_dash(scan->doc, i))
			return true;
	return false;
}

/* The bracket that the one closing at i opened, or i. */
static uint32_t
bracket_before(const TbScan *scan, uint32_t i)
{
	for (uint32_t j = i, n = 0; j > 0 && n < 40; n++)
		if (tb_is_mark(&scan->doc->text, --j, '('))
			return j;
	return i;
}

/* How well an actor does as the subject of a cue behind it; 0: not at all. */
static int
rank_before(const TbScan *scan, const TbActor *actor, const TbCue *cue)
{
	TbGram		verb = cue->gram & TB_GERUND ? TB_VERB_SG : cue->gram;
	bool		animate = actor->kind == TB_AK_PERSON ||
		actor->kind == TB_AK_TITLE || actor->kind == TB_AK_PRONOUN;

	if (actor->document)
		return 0;
	if (!agrees(scan, actor, verb) &&
		!((cue->gram & TB_GERUND) && agrees(scan, actor, TB_VERB_PL)) &&
		!((verb & TB_VERB_PL) &&
		  tb_joint_before(scan, (uint32_t) (actor - scan->actors.at)) != TB_NONE))
		return 0;
	if (is_apposed(scan, actor, cue->first))
		return 0;
	if (has_comma_between(scan, actor->end, cue->first) &&
		is_subordinate(scan, tb_piece_start(scan, actor->first)))
		return 0;
	if (!animate && (is_object(scan, actor) || tb_is_owner(scan, actor)))
		return 1;
	return animate ? 3 : 2;
}

/* «мой», «наша», «его»? */
static bool
is_possessive(const TbDocument *doc, uint32_t i)
{
	static const char *const words[] = {
		"мой", "моя", "наш", "наша", "его", "её", "их", "твой", "твоя", "ваш", "ваша", NULL
	};

	for (const char *const *w = words; *w != NULL; w++)
		if (tb_text_is(doc, i, *w))
			return true;
	return false;
}

/*
 * «Нина Штерн, бывший прокурор, заявил», «Нина Штерн, моя коллега, заявила»: what
 * stands between commas behind a name says who it is; the name is the subject.
 */
static uint32_t
behind_name(const TbScan *scan, uint32_t index, const TbCue *cue)
{
	const TbActor *actor = &scan->actors.at[index];
	const TbActor *name = actor - 1;

	if (index == 0 || actor->person != TB_NONE || actor->kind == TB_AK_PRONOUN ||
		name->kind != TB_AK_PERSON ||
		(name->end + 1 != actor->first &&
		 !(name->end + 2 == actor->first && is_possessive(scan->doc, actor->first - 1))) ||
		!tb_is_mark(&scan->doc->text, name->end, ',') ||
		!has_comma_between(scan, actor->end, cue->first) ||
		!agrees(scan, name, cue->gram))
		return index;
	return index - 1;
}

/*
 * «В таможне это отрицают, утверждая, что …»: of a gerund whose sentence has a
 * plural verb and begins with «в» and an institution, that one; else TB_NONE.
 * Not «В таможне депутаты отрицали это, утверждая, что …».
 */
static uint32_t
located_before(const TbScan *scan, const TbCue *cue)
{
	uint32_t	i = tb_sentence(scan, cue->first)->first;
	uint32_t	index = scan->actor_at[i + 1] == 0 ? TB_NONE : scan->actor_at[i + 1] - 1;

	if (!(cue->gram & TB_GERUND) || index == TB_NONE || scan->actors.at[index].first != i + 1 ||
		!tb_is_located(scan, &scan->actors.at[index]))
		return TB_NONE;
	for (i = scan->actors.at[index].end; i < cue->first; i = tb_step(scan, i))
	{
		TbGram		verb = tb_verb_gram(scan, i);

		if (scan->actor_at[i] != 0 && agrees(scan, &scan->actors.at[scan->actor_at[i] - 1], TB_VERB_PL))
			return TB_NONE;
		if (verb & (TB_VERB_SG | TB_VERB_PL))
			return (verb & TB_VERB_PL) && !(verb & TB_VERB_SG) ? index : TB_NONE;
	}
	return TB_NONE;
}

/*
 * «Петер Сийярто – единственный министр, приехавший в Минск, – сказал»: the actor
 * at the head of the sentence, if what is between two dashes tells of him; or
 * TB_NONE.
 */
static uint32_t
before_dashes(const TbScan *scan, const TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_behind_prefix(scan, tb_sentence(scan, cue->first)->first, cue->first);
	const TbActor *actor;

	if (first + 2 > cue->first || !tb_is_spaced_dash(doc, cue->first - 1) || scan->actor_at[first] == 0)
		return TB_NONE;
	actor = &scan->actors.at[scan->actor_at[first] - 1];
	return actor->first == first && actor->end + 1 < cue->first && tb_is_spaced_dash(doc, actor->end) &&
		actor->kind == TB_AK_PERSON && agrees(scan, actor, cue->gram) ? scan->actor_at[first] - 1 : TB_NONE;
}

uint32_t
tb_subject_before(const TbScan *scan, const TbCue *cue)
{
	uint32_t	sentence = scan->sentence_of[cue->first];
	uint32_t	start = tb_piece_start(scan, cue->first);
	uint32_t	first = scan->sentences.at[sentence].first;
	uint32_t	best = TB_NONE;
	int			best_rank = 0;
	uint32_t	i = cue->first;

	if (cue->gram & TB_PARTICIPLE)
		return antecedent(scan, start, 0);
	if (is_relative_subject(scan, start, cue->gram))
		return antecedent(scan, start, cue->gram);
	best = located_before(scan, cue);
	if (best == TB_NONE)
		best = before_dashes(scan, cue);
	if (best != TB_NONE)
		return best;
	for (int n = 0; i > first && n < MAX_ACTORS_BACK * 12;)
	{
		const TbActor *actor;
		int			rank;

		i = tb_step_back(scan, i);
		n++;
		if (tb_is_mark(&scan->doc->text, i, ';'))
			break;
		if (tb_is_mark(&scan->doc->text, i, ')'))
			i = bracket_before(scan, i);
		if (scan->actor_at[i] == 0 || scan->sentence_of[i] != sentence)
			continue;
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (i >= actor->first)
			i = actor->first;
		rank = rank_before(scan, actor, cue);
		/* the nearest of the best: a person beats an object on the way */
		if (rank > best_rank)
		{
			best = scan->actor_at[i] - 1;
			best_rank = rank;
		}
		if (best_rank >= 2)
			break;
	}
	return best == TB_NONE ? best : behind_name(scan, best, cue);
}

uint32_t
tb_subject_adjacent(const TbScan *scan, const TbCue *cue)
{
	uint32_t	i = cue->first;
	const TbActor *actor;

	while (i > 0 && tb_word_is(scan->doc, i - 1, TB_WORD, "adverb"))
		i--;
	if (i == 0 || scan->actor_at[i - 1] == 0)
		return TB_NONE;
	actor = &scan->actors.at[scan->actor_at[i - 1] - 1];
	return actor->kind <= TB_AK_PRONOUN && agrees(scan, actor, cue->gram) &&
		scan->sentence_of[actor->first] == scan->sentence_of[cue->first] ?
		scan->actor_at[i - 1] - 1 : TB_NONE;
}

/* --------------------------------------------------------------- behind it */

/* May the word at i name a place of work, in the prepositional? */
static bool
may_be_workplace(const TbScan *scan, uint32_t i)
{
	static const char *const endings[] = {"е", "и", "ах", "ях", "ке", "у", NULL};
	const TbDocument *doc = scan->doc;

	return tb_is_word(doc, i) && !tb_is_cap(doc, i) && tb_tok(doc, i)->letters > 4 &&
		scan->actor_at[i] == 0 && tb_ends_in_any(doc, i, endings) &&
		!tb_may_be(doc, i, TB_BIT(MONTH) | TB_BIT(DEICTIC) | TB_BIT(WEEKDAY) |
				   TB_BIT(UNIT) | TB_BIT(PLACE) | TB_BIT(PLACE_ADJ) | TB_BIT(CUE) |
				   TB_BIT(PRON) | TB_BIT(CARDINAL) | TB_BIT(ORDINAL) | TB_BIT(SEASON)) &&
		!tb_word_is(doc, i, TB_WORD, "no-org") && !tb_word_is(doc, i, TB_WORD, "adverb") &&
		!tb_is_a(doc, i, TB_PREP) && !tb_is_a(doc, i, TB_CONJ);
}

/* «в Росгидроресурсах», «в турфирме»: an institution that no list knows behind i? */
bool
tb_is_unknown_org(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	if (!tb_text_is(doc, i, "в") && !tb_text_is(doc, i, "во"))
		return false;
	if (may_be_workplace(scan, i + 1))
		return true;
	return tb_is_cap(doc, i + 1) && scan->actor_at[i + 1] == 0 &&
		!tb_word_is(doc, i + 1, TB_WORD, "no-org") &&
		!tb_may_be(doc, i + 1, TB_BIT(PLACE) | TB_BIT(PLACE_ADJ) | TB_BIT(MONTH) |
				   TB_BIT(COMMON));
}

void
tb_take_unknown_org(const TbScan *scan, uint32_t prep, TbActor *loose)
{
	uint32_t	end = prep + 2;

	/* «в турфирме «Алтын»» */
	if (scan->opens[end] != 0 &&
		scan->quotes.at[scan->opens[end] - 1].end <= end + 6)
		end = tb_step(scan, end);
	*loose = (TbActor)
	{
		.kind = TB_AK_ORG,.first = prep + 1,.end = end,.head = prep + 1,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_PRE,.behind_prep = true
	};
}

/* The token behind a prepositional phrase that begins at i. */
static uint32_t
behind_prep(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	i++;
	for (int n = 0; n < 4 && tb_is_word(doc, i); n++)
	{
		if (scan->actor_at[i] != 0)
			return scan->actors.at[scan->actor_at[i] - 1].end;
		if (!tb_looks_participle(doc, i) && !tb_ends_in(doc, i, "ом") &&
			!tb_ends_in(doc, i, "ой") && !tb_ends_in(doc, i, "ым") &&
			!tb_ends_in(doc, i, "их") && !tb_ends_in(doc, i, "ых"))
			return i + 1;
		i++;
	}
	return i;
}

/* May the word at i begin a noun phrase of unknown words? */
static bool
may_be_loose(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	return tb_is_word(doc, i) && tb_tok(doc, i)->letters > 3 &&
		!tb_is_a(doc, i, TB_PREP) && !tb_is_a(doc, i, TB_CONJ) &&
		!tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(DEICTIC) | TB_BIT(MONTH) |
				   TB_BIT(WEEKDAY) | TB_BIT(PRON)) &&
		!tb_word_is(doc, i, TB_WORD, "adverb") && !tb_looks_finite(scan, i) &&
		!tb_looks_gerund(doc, i) && !tb_looks_infinitive(doc, i) &&
		!tb_ends_in(doc, i, "ому") &&
		!tb_ends_in(doc, i, "ам") && !tb_ends_in(doc, i, "ям");
}

/* Take the row of unknown words from i on as a noun phrase. */
static void
take_loose(const TbScan *scan, uint32_t i, TbActor *loose)
{
	uint32_t	end = i;

	while (end < i + MAX_LOOSE && may_be_loose(scan, end) &&
		   !(tb_tok(scan->doc, end)->flags & TB_TF_PARA))
		end++;
	*loose = (TbActor)
	{
		.kind = TB_AK_DESCRIPTION,.first = i,.end = end,.head = i,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_NOM
	};
}

/* May the token at i be of a name in Latin letters, capitals, or an address? */
static bool
is_name_token(const TbScan *scan, uint32_t i)
{
	const TbToken *tok = tb_tok(scan->doc, i);

	if (tok->kind == TB_ADDRESS)
		return true;
	return tok->kind == TB_WORD_TOKEN && scan->actor_at[i] == 0 && tok->letters > 1 &&
		(tok->flags & TB_TF_CAP) && !(tok->flags & TB_TF_SENT) &&
		(tok->flags & (TB_TF_LATIN | TB_TF_CAPS));
}

/*
 * «сообщает РБК», «пишет The Independent», «передаёт France-Presse»: a name
 * that no list knows, of capitals or Latin letters, from i on?
 */
static bool
takes_name(const TbScan *scan, uint32_t i, uint32_t limit, TbActor *loose)
{
	uint32_t	end = i;

	while (end < limit && end < i + 6 &&
		   (is_name_token(scan, end) ||
			(end > i && (tb_tok(scan->doc, end)->flags & TB_TF_GLUED) &&
			 tb_tok(scan->doc, end)->kind == TB_MARK)))
		end++;
	if (end == i)
		return false;
	*loose = (TbActor)
	{
		.kind = TB_AK_ORG,.first = i,.end = end,.head = i,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_NOM
	};
	return true;
}

/* Does a gerund phrase begin at i, so that the subject may stand behind it? */
static uint32_t
behind_gerund_phrase(const TbScan *scan, uint32_t i, uint32_t limit)
{
	if (!tb_looks_gerund(scan->doc, i))
		return TB_NONE;
	for (; i < limit; i = tb_step(scan, i))
		if (tb_is_mark(&scan->doc->text, i, ','))
			return i + 1;
	return TB_NONE;
}

/*
 * Is the actor only told: an agency that does not bend, before another
 * nominative («сообщил РИА Новости глава департамента»)?
 */
static bool
is_told(const TbScan *scan, uint32_t index, TbGram verb)
{
	const TbActor *actor = &scan->actors.at[index];
	const TbActor *next = actor + 1;

	if (actor->kind != TB_AK_ORG || index + 1 >= scan->actors.n ||
		!(tb_gram_cases(actor->gram) & TB_DAT))
		return false;
	return next->first == actor->end && next->kind <= TB_AK_TITLE &&
		agrees(scan, next, verb);
}

/* Does an actor stand in «в …» or «на …», as institutions that tell do? */
bool
tb_is_located(const TbScan *scan, const TbActor *actor)
{
	uint32_t	before = actor->first;

	if (actor->kind != TB_AK_ORG || actor->document || before == 0)
		return false;
	before--;
	/* «в российском министерстве» */
	for (int n = 0; n < 2 && before > 0 &&
		 (tb_ends_in(scan->doc, before, "ом") || tb_ends_in(scan->doc, before, "ой") ||
		  tb_ends_in(scan->doc, before, "ем")) && tb_tok(scan->doc, before)->letters > 4; n++)
		before--;
	return tb_text_is(scan->doc, before, "в") || tb_text_is(scan->doc, before, "во") ||
		tb_text_is(scan->doc, before, "на");
}

/* «коллега по палате Суиндык Алдашев»: the name behind a description. */
static uint32_t
named_behind(const TbScan *scan, uint32_t index, TbGram verb)
{
	const TbActor *actor = &scan->actors.at[index];

	if (actor->kind != TB_AK_DESCRIPTION || actor->unnamed)
		return index;
	for (uint32_t i = actor->end; i < actor->end + 6; i++)
	{
		const TbActor *next;

		if (!tb_is_word(scan->doc, i) || tb_looks_finite(scan, i) ||
			tb_tok(scan->doc, i)->flags & TB_TF_SENT)
			return index;
		if (scan->actor_at[i] == 0)
			continue;
		next = &scan->actors.at[scan->actor_at[i] - 1];
		if (next->kind == TB_AK_PERSON && agrees(scan, next, verb))
			return scan->actor_at[i] - 1;
		i = next->end - 1;
	}
	return index;
}

uint32_t
tb_subject_behind(const TbScan *scan, const TbCue *cue, TbActor *loose)
{
	const TbDocument *doc = scan->doc;
	uint32_t	limit = tb_sentence(scan, cue->first)->end;
	uint32_t	located = TB_NONE;

	*loose = (TbActor)
	{
		.kind = TB_AK_NONE
	};
	if (limit > cue->end + MAX_TOKENS_AHEAD)
		limit = cue->end + MAX_TOKENS_AHEAD;
	for (uint32_t i = cue->end; i < limit;)
	{
		const TbToken *tok = tb_tok(doc, i);

		if (scan->actor_at[i] != 0)
		{
			uint32_t	index = scan->actor_at[i] - 1;
			const TbActor *actor = &scan->actors.at[index];

			if (((agrees(scan, actor, cue->gram) && !is_told(scan, index, cue->gram)) ||
				 ((cue->gram & TB_VERB_PL) && tb_joint_behind(scan, index) != TB_NONE)) &&
				!actor->document)
				return named_behind(scan, index, cue->gram);
			if ((cue->gram & TB_VERB_PL) && located == TB_NONE && tb_is_located(scan, actor))
				located = index;
			i = actor->end;
			continue;
		}
		if (tok->kind == TB_MARK && !(tok->flags & TB_TF_GLUED) && scan->opens[i] == 0)
		{
			uint32_t	next = TB_NONE;

			if (tok->value == ',')
				next = tb_text_is(doc, i + 1, "а") && scan->actor_at[i - 1] != 0 ? i + 2 :
					behind_gerund_phrase(scan, i + 1, limit);
			if (next == TB_NONE)
				break;
			i = next;
			continue;
		}
		/* «С ней согласна и краевед Штерн» */
		if (i == cue->end && tb_text_is(doc, i, "и") && scan->actor_at[i + 1] != 0)
		{
			i++;
			continue;
		}
		if (tb_is_a(doc, i, TB_CONJ) && !tb_word_is(doc, i, TB_WORD, "adverb"))
			break;
		if (tb_is_a(doc, i, TB_PREP))
		{
			if ((cue->gram & TB_VERB_PL) && located == TB_NONE &&
				loose->kind == TB_AK_NONE && tb_is_unknown_org(scan, i))
				tb_take_unknown_org(scan, i, loose);
			if (scan->actor_at[i + 1] != 0)
				i++;
			else
				i = behind_prep(scan, i);
			continue;
		}
		if (loose->kind == TB_AK_NONE && takes_name(scan, i, limit, loose))
		{
			i = loose->end;
			continue;
		}
		if (loose->kind == TB_AK_NONE && may_be_loose(scan, i))
			take_loose(scan, i, loose);
		i = tb_step(scan, i);
	}
	return located;
}

uint32_t
tb_actor_in_case(const TbScan *scan, uint32_t i, uint32_t cases)
{
	for (int n = 0; n < 5; n++, i++)
	{
		const TbActor *actor;

		if (scan->actor_at[i] == 0)
		{
			/* «по словам 87-летнего политика» */
			if ((!tb_is_word(scan->doc, i) && tb_tok(scan->doc, i)->kind != TB_NUMBER &&
				 !(tb_tok(scan->doc, i)->flags & TB_TF_GLUED)) ||
				tb_tok(scan->doc, i)->flags & TB_TF_SENT)
				return TB_NONE;
			continue;
		}
		actor = &scan->actors.at[scan->actor_at[i] - 1];
		if (tb_gram_cases(actor->gram) & cases)
			return scan->actor_at[i] - 1;
		return TB_NONE;
	}
	return TB_NONE;
}
