/*
 * speaker.c
 *	  Names the speakers of drafts and writes the statements.
 *
 * Drafts are taken in the order of their cues, as a reader meets them, and
 * each voice that is found is remembered: the next «он» may be its.
 *
 *	Маулен Ашимбаев			a name: the person's fullest form, nominative
 *	спикер Сената			a title: its holder in the document, else in the
 *							registry, else the title itself
 *	он, она, его словам		the last subject or speaker of that gender
 *	парламентарий, депутат	the same, if nobody else is meant by the word
 *	(elided)				the last speaker, if the verb's gender allows
 *	ведомство				the last organisation with a longer name
 *	местных аналитиков	the words themselves, in the nominative
 *
 * An example: «Проект представил Ерлан Сагадиев. – Дамба готова, –
 * сказал он.»  Anchor «он», masculine; in its own sentence nobody stands
 * before it, in the one before a nominative of that gender does: Сагадиев.
 *
 * A name is never guessed: where two rules fail the speaker is NULL.
 */
#include "core/statement_internal.h"
#include "core/title.h"

#include <stdlib.h>

#include "base/utf8.h"

#define MAX_PERSONS 200

/* Value of class PERSONWORD (data/cues.tsv). */
#define PERSON_PROFESSION 4

/* ------------------------------------------------------------------ voices */

static TbVoice	actor_voice(TbResolver *r, const TbActor *actor, uint32_t anchor);

/* The voice of the actor at index, as one that is referred back to. */
static TbVoice
voice_back(TbResolver *r, uint32_t index)
{
	const TbActor *actor = &r->scan->actors.at[index];
	TbVoice		voice;

	if (r->voice_of[index] != 0)
		voice = r->voices[r->voice_of[index] - 1];
	else if (actor->kind == TB_AK_PRONOUN)
		return tb_voice_nobody();
	else
		voice = actor_voice(r, actor, actor->first);
	if (voice.by == TB_RB_SELF)
		voice.by = TB_RB_DOCUMENT;
	return voice;
}

static TbVoice
pronoun_voice(TbResolver *r, const TbActor *pronoun)
{
	TbGram		gender = pronoun->gram & TB_ALL_GENDERS;
	bool		plural = tb_gram_singular(pronoun->gram) == 0;
	uint32_t	index = tb_salient_actor(r, pronoun->first, gender, plural);

	if (index == TB_NONE && !plural && (tb_gram_cases(pronoun->gram) & TB_NOM))
		index = tb_named_later(r, pronoun->first, gender);
	if (index == TB_NONE)
		return tb_voice_nobody();
	/* «Экс-чиновник …  Он попросил прощения, заметив, что»: a noun that «он» stands for is no woman */
	if (!plural)
		r->said = gender;
	return voice_back(r, index);
}

/* The last voice near enough to go on speaking without a subject. */
static const TbVoice *
last_voice(const TbResolver *r, uint32_t anchor, TbGram gender)
{
	for (uint32_t i = r->nvoices; i > 0 && i + 3 > r->nvoices; i--)
	{
		const TbVoice *voice = &r->voices[i - 1];

		if (voice->name == NULL || voice->plural || voice->anchor > anchor)
			continue;
		if (tb_level(r->scan, voice->anchor) != tb_level(r->scan, anchor))
			continue;
		if (!tb_genders_agree(voice->gender, gender) ||
			tb_paragraphs_between(r->doc, voice->anchor, anchor) > 1)
			return NULL;
		return voice;
	}
	return NULL;
}

/* Who is interviewed: the last person named before the first answer, or nobody. */
static TbVoice
guest_voice(const TbResolver *r, uint32_t anchor)
{
	for (uint32_t n = tb_actors_before(r->scan, anchor), steps = 0;
		 n > 0 && steps < TB_ACTORS_BACK; steps++)
	{
		const TbActor *actor = &r->scan->actors.at[--n];

		if (actor->person != TB_NONE)
			return tb_voice_of_person(r, actor->person, TB_RB_DOCUMENT);
	}
	return tb_voice_nobody();
}

static TbVoice
elided_voice(TbResolver *r, const TbDraft *draft)
{
	TbGram		gender = draft->cue.first == TB_NONE ? 0 :
		draft->cue.gram & TB_ALL_GENDERS;
	uint32_t	index = tb_salient_actor(r, draft->anchor, gender, false);
	const TbVoice *last = last_voice(r, draft->anchor, gender);
	TbVoice		voice;

	/*
	 * whoever is the subject since the last voice spoke comes first; but who is
	 * asked at a briefing is its speaker, not the guest whom he announced there
	 */
	if (last != NULL &&
		(index == TB_NONE || (draft->answer && last->person != TB_NONE) || r->voice_of[index] != 0 ||
		 r->scan->actors.at[index].first <= last->anchor ||
		 r->scan->sentence_of[r->scan->actors.at[index].first] ==
		 r->scan->sentence_of[last->anchor]))
	{
		voice = *last;
		if (voice.by == TB_RB_SELF)
			voice.by = TB_RB_DOCUMENT;
		return voice;
	}
	if (draft->answer && (index == TB_NONE || tb_actor_person(r, index) == TB_NONE))
		return guest_voice(r, draft->anchor);
	if (index == TB_NONE)
		index = tb_named_later(r, draft->anchor, gender);
	return index == TB_NONE ? tb_voice_nobody() : voice_back(r, index);
}

/* ------------------------------------------------------------------ actors */

/* How many words a string has. */
static uint32_t
count_words(const char *s)
{
	uint32_t	n = *s != '\0';

	for (; *s != '\0'; s++)
		n += *s == ' ';
	return n;
}

/*
 * A title in the nominative that nobody holds stays as the text has it, if
 * its canonical form says less («Аким района»: Аким) or far more.
 */
static bool
keeps_words(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	uint32_t	said = t->end - t->first;
	uint32_t	official = count_words(t->title);

	if (t->plural || !(tb_gram_cases(actor->gram) & TB_NOM) || actor->behind_prep || said < 2)
		return false;
	return official < said || official > said + 4 ||
		(actor->first > 0 && tb_may_be(r->doc, actor->first - 1, TB_BIT(PLACE_ADJ)) &&
		 tb_ends_in(r->doc, actor->first - 1, "ий"));
}

/* A title without a name. */
static TbVoice
title_voice(TbResolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	person = tb_title_holder_here(r, actor);
	TbVoice		voice = tb_voice_nobody();

	voice.title = actor->title;
	voice.type = TB_ST_PERSON;
	if (person != TB_NONE)
	{
		voice = tb_voice_of_person(r, person, TB_RB_DOCUMENT);
		voice.title = actor->title;
	}
	else if (t->holder != NULL && !t->plural)
	{
		voice.name = t->holder;
		voice.by = t->holder_source == TB_HS_REGISTRY ? TB_RB_REGISTRY :
			TB_RB_DOCUMENT;
	}
	else if ((tb_text_is(r->doc, actor->first, "спикер") && t->end == t->first + 1) ||
			 tb_text_is(r->doc, t->end - 1, "делегации") ||
			 tb_text_is(r->doc, t->end - 1, "ведомства"))
	{
		/* of no chamber: who speaks at a briefing; who leads a delegation */
		uint32_t	index = tb_salient_actor(r, actor->first, 0, false);

		person = index == TB_NONE ? TB_NONE : tb_actor_person(r, index);
		if (person != TB_NONE)
			return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
		voice.name = t->title;
	}
	else if (keeps_words(r, actor, t))
		voice.name = tb_actor_words(r, actor);
	else
		voice.name = t->title;
	return voice;
}

/* Do names stand in a description, or right behind it: a person of its own? */
static bool
has_names(const TbResolver *r, const TbActor *actor)
{
	for (uint32_t i = actor->head + 1; i <= actor->end; i++)
		if (tb_is_cap(r->doc, i) && !(tb_tok(r->doc, i)->flags & TB_TF_SENT))
			return true;
	return false;
}

static TbVoice	other_voice(TbResolver *r, const TbActor *actor);

/* «его коллега», «гость», without a name of its own: the other one of two? */
static bool
is_colleague(const TbResolver *r, const TbActor *actor)
{
	return actor->head > 0 && !has_names(r, actor) &&
		((tb_text_is(r->doc, actor->head, "коллега") &&
		  tb_may_be(r->doc, actor->head - 1, TB_BIT(PRON))) ||
		 (actor->end == actor->first + 1 && tb_text_is(r->doc, actor->head, "гость")));
}

/*
 * «[его] узбекский коллега», «российский визави»: who last was named with an
 * office of that country, or TB_NONE.
 */
static uint32_t
colleague_from_country(const TbResolver *r, const TbActor *actor)
{
	const TbReading *adjective = actor->head == 0 ? NULL :
		tb_word_reading(r->doc, actor->head - 1, TB_PLACE_ADJ, NULL);
	const char *code;

	if (adjective == NULL || has_names(r, actor) ||
		!(tb_text_is(r->doc, actor->head, "коллега") || tb_text_is(r->doc, actor->head, "визави")))
		return TB_NONE;
	code = tb_string(r->doc, tb_entry(r->doc, adjective)->code);
	for (uint32_t n = tb_actors_before(r->scan, actor->first), steps = 0;
		 n > 0 && steps < TB_ACTORS_BACK; n--, steps++)
	{
		uint32_t	person = tb_actor_person(r, n - 1);
		uint32_t	title = person == TB_NONE ? TB_NONE : r->doc->persons.at[person].title;

		if (title != TB_NONE && r->doc->titles.at[title].jurisdiction != NULL &&
			strcmp(r->doc->titles.at[title].jurisdiction, code) == 0)
			return person;
	}
	return TB_NONE;
}

/* Is the noun that of a trade, whose next man may be another one? */
static bool
is_profession(const TbResolver *r, const TbActor *actor)
{
	return tb_lexicon_entry(r->doc->lex, actor->entry)->value == PERSON_PROFESSION;
}

/* Did the actor speak together with another one? */
static bool
is_joint_voice(const TbResolver *r, uint32_t index)
{
	return r->voice_of[index] != 0 && r->voices[r->voice_of[index] - 1].plural;
}

/* «режиссёр Олег Мамонтов … артист»: has whoever was named a trade of his own? */
static bool
is_other_trade(const TbResolver *r, const TbActor *actor, uint32_t index)
{
	const TbActor *other = &r->scan->actors.at[index];
	uint32_t	alike = 0;

	if (!is_profession(r, actor) || other->entry == TB_NONE || other->entry == actor->entry ||
		!is_profession(r, other))
		return false;
	/* «гидротехник Бадашев … инженер», if nobody else of that sex is named */
	for (uint32_t p = 0; p < r->doc->persons.n && p < MAX_PERSONS && alike < 2; p++)
		alike += tb_genders_agree(r->doc->persons.at[p].gender,
								  actor->gram & TB_FEM ? TB_FEM : r->said);
	return alike > 1;
}

/*
 * May a noun with words behind it mean whoever was just named: «глава
 * делегации», «директор», but «директор завода» is somebody new?
 */
static bool
may_be_said_again(const TbResolver *r, const TbActor *actor)
{
	if (actor->end <= actor->head + 1)
		return true;
	return tb_word_is(r->doc, actor->end - 1, TB_WORD, "said-again") ||
		!is_profession(r, actor);
}

/* «экс-чиновник», «бывший министр» … */
static bool
is_former(const TbResolver *r, const TbActor *actor)
{
	return tb_text_is(r->doc, actor->first, "экс") || tb_text_is(r->doc, actor->first, "бывший") ||
		tb_text_is(r->doc, actor->first, "бывшая");
}

/* … is the last person named with a former office, or nobody who was named. */
static TbVoice
former_person(TbResolver *r, const TbActor *actor)
{
	uint32_t	n = tb_actors_before(r->scan, actor->first);

	for (uint32_t steps = 0; n > 0 && steps < TB_ACTORS_BACK; steps++)
	{
		const TbActor *before = &r->scan->actors.at[--n];
		uint32_t	person = tb_actor_person(r, n);

		if (person != TB_NONE && before->title != TB_NONE && r->doc->titles.at[before->title].former &&
			tb_genders_agree(r->doc->persons.at[person].gender, r->said))
			return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
	}
	return tb_voice_described(r, actor, TB_ST_PERSON);
}

/* Is the description one word that means somebody who was named? */
static TbVoice
described_person(TbResolver *r, const TbActor *actor)
{
	uint32_t	person;
	TbVoice		voice;

	if (is_former(r, actor) && !has_names(r, actor))
		return former_person(r, actor);
	if (actor->entry != TB_NONE && actor->end <= actor->head + 2 && !has_names(r, actor))
	{
		person = tb_introduced_so(r, actor);
		if (person != TB_NONE)
			return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
	}
	if (actor->end == actor->first + 1 && !tb_is_cap(r->doc, actor->first))
	{
		person = tb_introduced_by_word(r, actor->first);
		if (person != TB_NONE)
			return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
	}
	person = colleague_from_country(r, actor);
	if (person != TB_NONE)
		return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
	if (actor->entry != TB_NONE && is_colleague(r, actor))
		return other_voice(r, actor);
	if (!actor->unnamed && actor->entry != TB_NONE && !has_names(r, actor) &&
		may_be_said_again(r, actor))
	{
		TbGram		gender = actor->gram & TB_FEM ? TB_FEM :
			actor->gram & TB_MASC ? TB_MASC : r->said;
		uint32_t	index = tb_salient_actor(r, actor->first, gender, false);
		int			limit = is_profession(r, actor) ? 1 : 3;

		if (index != TB_NONE && tb_actor_person(r, index) != TB_NONE &&
			r->scan->actors.at[index].kind != TB_AK_GROUP && !is_joint_voice(r, index) &&
			!is_other_trade(r, actor, index) &&
			tb_paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) < limit)
			return voice_back(r, index);
		if (index == TB_NONE && !is_profession(r, actor) && actor->end == actor->head + 1 &&
			actor->first == actor->head)
		{
			person = tb_sole_named_before(r, actor->first, gender);
			if (person != TB_NONE)
				return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
		}
	}
	voice = tb_voice_described(r, actor, TB_ST_PERSON);
	return voice;
}

/* «— ответила та»: the last person of its gender who has not just spoken. */
static TbVoice
other_voice(TbResolver *r, const TbActor *actor)
{
	uint32_t	last = r->nvoices > 0 ? r->voices[r->nvoices - 1].person : TB_NONE;
	uint32_t	n = tb_actors_before(r->scan, actor->first);

	for (uint32_t steps = 0; n > 0 && steps < TB_ACTORS_BACK / 4; steps++)
	{
		uint32_t	person = tb_actor_person(r, --n);

		if (person != TB_NONE && person != last &&
			tb_genders_agree(r->doc->persons.at[person].gender,
							 actor->kind == TB_AK_PRONOUN ? actor->gram : r->said))
			return tb_voice_of_person(r, person, TB_RB_DOCUMENT);
	}
	return actor->kind == TB_AK_PRONOUN ? tb_voice_nobody() :
		tb_voice_described(r, actor, TB_ST_PERSON);
}

/* The voice of an actor that speaks at anchor. */
static TbVoice
actor_voice(TbResolver *r, const TbActor *actor, uint32_t anchor)
{
	switch ((TbActorKind) actor->kind)
	{
		case TB_AK_PERSON:
			if (actor->person == TB_NONE)
				return tb_voice_nobody();
			return tb_voice_of_person(r, actor->person, tb_mention_named_by(r, actor->mention));
		case TB_AK_TITLE:
			return title_voice(r, actor);
		case TB_AK_PRONOUN:
			if (tb_text_is(r->doc, actor->first, "тот") ||
				tb_text_is(r->doc, actor->first, "та"))
				return other_voice(r, actor);
			return pronoun_voice(r, actor);
		case TB_AK_ORG:
			return tb_voice_of_org(r, actor, anchor);
		case TB_AK_GROUP:
			return tb_voice_described(r, actor, TB_ST_GROUP);
		case TB_AK_DESCRIPTION:
			return described_person(r, actor);
		case TB_AK_NONE:
			break;
	}
	return tb_voice_nobody();
}

/* «Алиев, Беков и Ким попросили»: all names, in the order of the text. */
static TbVoice
joint_voice(TbResolver *r, TbVoice voice, const TbDraft *draft)
{
	bool		swap = draft->joint < draft->actor_index;
	uint32_t	first = swap ? tb_list_before(r->scan, draft->joint) : draft->actor_index;
	uint32_t	last = swap ? draft->actor_index : draft->joint;
	TbVoice		all = {0};
	TbBuffer	buf = {.arena = r->doc->arena};

	for (uint32_t i = first; i <= last; i++)
	{
		const TbActor *actor = &r->scan->actors.at[i];
		TbVoice		one = voice;

		/* «Алиев и | его | коллега Беков» */
		if (i != draft->actor_index && i != draft->joint && !tb_is_listed(actor))
			continue;
		if (i != draft->actor_index)
			one = actor_voice(r, actor, draft->anchor);
		if (one.name == NULL)
			return voice;
		if (all.name == NULL)
			all = one;
		else
			tb_buffer_puts(&buf, ", ");
		tb_buffer_puts(&buf, one.name);
	}
	all.name = tb_buffer_text(&buf);
	all.plural = true;
	r->failed = r->failed || all.name == NULL;
	return all;
}

/*
 * «Главы посёлков говорили, что …»: does the verb tell that there are many, though
 * «главы» may be one's genitive?
 */
static bool
is_said_by_many(const TbResolver *r, const TbDraft *draft)
{
	const TbActor *actor = &draft->actor;

	return draft->cue.first != TB_NONE && (draft->cue.gram & TB_VERB_PL) &&
		!(draft->cue.gram & TB_VERB_SG) && (tb_gram_plural(actor->gram) & TB_NOM) &&
		!actor->unnamed && draft->joint == TB_NONE &&
		(actor->kind == TB_AK_DESCRIPTION ||
		 (actor->kind == TB_AK_TITLE && !r->doc->titles.at[actor->title].plural &&
		  (tb_gram_singular(actor->gram) & TB_GEN)));
}

static TbVoice
voice_of_many(TbResolver *r, const TbActor *actor)
{
	TbVoice		voice = tb_voice_described(r, actor, TB_ST_GROUP);

	if (actor->kind == TB_AK_TITLE)
		voice.name = tb_actor_words(r, actor);
	voice.plural = true;
	return voice;
}

static TbVoice
draft_voice(TbResolver *r, const TbDraft *draft)
{
	TbVoice		voice;

	r->said = draft->cue.first == TB_NONE || (draft->cue.gram & (TB_GERUND | TB_PARTICIPLE)) ?
		0 : draft->cue.gram & TB_ALL_GENDERS;
	switch ((TbSpeakerWay) draft->way)
	{
		case TB_SW_ACTOR:
			if (draft->actor.person == TB_NONE && is_said_by_many(r, draft))
				return voice_of_many(r, &draft->actor);
			voice = actor_voice(r, &draft->actor, draft->anchor);
			return draft->joint == TB_NONE ? voice : joint_voice(r, voice, draft);
		case TB_SW_ELIDED:
			return elided_voice(r, draft);
		case TB_SW_NOBODY:
			break;
	}
	return tb_voice_nobody();
}

/* «Адвокат Айман Умарова настаивала …, — пообещала она»: a name of either sex is hers. */
static void
learn_sex(TbResolver *r, const TbDraft *draft, const TbVoice *voice)
{
	TbGram		gender = r->said == TB_FEM ? TB_FEM : 0;
	TbPerson   *person;

	if (voice->person == TB_NONE || voice->plural || draft->way != TB_SW_ACTOR)
		return;
	person = &r->doc->persons.at[voice->person];
	if (draft->actor.kind == TB_AK_PRONOUN)
		gender = draft->actor.gram & TB_ALL_GENDERS;
	if (person->gender == 0 && (gender == TB_FEM || gender == TB_MASC))
		person->gender = gender;
}

/* ----------------------------------------------------------------- output */

static TbSpan
token_span(const TbDocument *doc, TbSpan tokens)
{
	return (TbSpan)
	{
		doc->text.tok[tokens.start].start, doc->text.tok[tokens.end - 1].end
	};
}

static TbStatus
write_statement(TbResolver *r, const TbDraft *draft, const TbVoice *voice)
{
	TbDocument *doc = r->doc;
	TbStatement *s = TB_PUSH(doc->arena, &doc->statements);

	if (s == NULL)
		return TB_NO_MEMORY;
	s->nsegments = draft->segments.n;
	s->segments = tb_arena_alloc(doc->arena, draft->segments.n * sizeof(TbSpan));
	if (s->segments == NULL)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < draft->segments.n; i++)
		s->segments[i] = token_span(doc, draft->segments.at[i]);
	s->span = (TbSpan)
	{
		s->segments[0].start, s->segments[s->nsegments - 1].end
	};
	s->kind = draft->kind;
	s->form = draft->form;
	s->rule = draft->rule;
	if (draft->cue.first != TB_NONE)
		s->cue_span = tb_span_of(doc, draft->cue.first, draft->cue.end);
	if (draft->way == TB_SW_ACTOR)
		s->speaker_span = tb_span_of(doc, draft->actor.first, draft->actor.end);
	s->speaker = voice->name;
	s->person = voice->person;
	s->title = voice->title;
	s->speaker_type = voice->type;
	s->resolved_by = voice->by;
	return TB_OK;
}

static int
compare_statements(const void *a, const void *b)
{
	const TbStatement *x = a;
	const TbStatement *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

/* Drafts in the order of their anchors. */
static int
compare_drafts(const void *a, const void *b)
{
	const TbDraft *x = a;
	const TbDraft *y = b;

	if (x->anchor != y->anchor)
		return x->anchor < y->anchor ? -1 : 1;
	return x->segments.at[0].start < y->segments.at[0].start ? -1 : 1;
}

/* «Заседание под председательством Маулена Ашимбаева»: who is «спикер» there. */
static uint32_t
find_chair(const TbScan *scan)
{
	for (uint32_t a = 0; a < scan->actors.n; a++)
	{
		const TbActor *actor = &scan->actors.at[a];

		if (actor->kind == TB_AK_PERSON && actor->title == TB_NONE &&
			actor->first > 0 &&
			tb_text_is(scan->doc, actor->first - 1, "председательством"))
			return actor->person;
	}
	return TB_NONE;
}

TbStatus
tb_speakers_resolve(TbScan *scan)
{
	TbResolver	r = {.scan = scan,.doc = scan->doc};
	TbArena    *arena = scan->doc->arena;

	r.voices = tb_arena_alloc(arena, ((size_t) scan->drafts.n + 1) * sizeof(TbVoice));
	r.voice_of = tb_arena_alloc(arena, ((size_t) scan->actors.n + 1) * sizeof(uint32_t));
	if (r.voices == NULL || r.voice_of == NULL)
		return TB_NO_MEMORY;
	r.chair = find_chair(scan);
	if (scan->drafts.n > 0)
		qsort(scan->drafts.at, scan->drafts.n, sizeof(TbDraft), compare_drafts);
	for (uint32_t d = 0; d < scan->drafts.n; d++)
	{
		const TbDraft *draft = &scan->drafts.at[d];
		TbVoice		voice = draft_voice(&r, draft);

		if (r.failed)
			return TB_NO_MEMORY;
		learn_sex(&r, draft, &voice);
		voice.anchor = draft->anchor;
		r.voices[r.nvoices++] = voice;
		if (draft->actor_index != TB_NONE && draft->way == TB_SW_ACTOR)
			r.voice_of[draft->actor_index] = r.nvoices;
		TB_TRY(write_statement(&r, draft, &voice));
		if ((d & 0xFF) == 0 && tb_arena_stopped(arena))
			return TB_INTERRUPTED;
	}
	if (scan->doc->statements.n > 0)
		qsort(scan->doc->statements.at, scan->doc->statements.n,
			  sizeof(TbStatement), compare_statements);
	return TB_OK;
}
