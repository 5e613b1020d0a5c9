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
 *	тунисских аналитиков	the words themselves, in the nominative
 *
 * An example: «Документ представил Асхат Оралов. – Мы убираем справки, –
 * сказал он.»  Anchor «он», masculine; in its own sentence nobody stands
 * before it, in the one before a nominative of that gender does: Оралов.
 *
 * A name is never guessed: where two rules fail the speaker is NULL.
 */
#include "core/statement_internal.h"
#include "core/title.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/utf8.h"

/* How far back a pronoun looks: sentences with actors in them, and actors. */
#define MAX_SENTENCES_BACK 8
#define MAX_ACTORS_BACK 80

/* How many titles of a document are gone through for one. */
#define MAX_TITLES 200

/* A speaker with a name or a description. */
typedef struct Voice
{
	const char *name;			/* NULL: unknown */
	uint32_t	person;
	uint32_t	title;
	uint8_t		type;			/* TbSpeakerType */
	uint8_t		by;				/* TbResolvedBy */
	TbGram		gender;
	bool		plural;
	uint32_t	anchor;			/* token where it spoke */
} Voice;

typedef struct Resolver
{
	TbScan	   *scan;
	TbDocument *doc;
	Voice	   *voices;			/* of drafts, in the order of resolution */
	uint32_t	nvoices;
	uint32_t   *voice_of;		/* an actor: voices index + 1, or 0 */
	const char **names;			/* a person: its name, once it was asked for */
	uint32_t	chair;			/* «под председательством X», or TB_NONE */
	bool		failed;
} Resolver;

static Voice
nobody(void)
{
	return (Voice)
	{
		.person = TB_NONE,.title = TB_NONE,.type = TB_ST_UNKNOWN
	};
}

/* ---------------------------------------------------------------- persons */

/* Is a given name written out, not as an initial? */
static bool
is_full_given(const char *given)
{
	return given != NULL && given[0] != '\0' && strchr(given, '.') == NULL;
}

/*
 * The person's name without patronymic, if the document has it so; else the
 * fullest form.
 */
static const char *
person_name(const Resolver *r, uint32_t person)
{
	const TbDocument *doc = r->doc;
	const TbPerson *p = &doc->persons.at[person];

	if (p->patronymic == NULL)
		return p->name;
	if (r->names[person] != NULL)
		return r->names[person];
	r->names[person] = p->name;
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];

		if (m->person == person && m->patronymic == NULL && m->surname != NULL &&
			is_full_given(m->given))
		{
			r->names[person] = m->nominative;
			break;
		}
	}
	return r->names[person];
}

static Voice
person_voice(const Resolver *r, uint32_t person, uint8_t by)
{
	const TbPerson *p = &r->doc->persons.at[person];
	Voice		voice = nobody();

	voice.name = person_name(r, person);
	voice.person = person;
	voice.title = p->title;
	voice.type = TB_ST_PERSON;
	voice.by = by;
	voice.gender = p->gender;
	return voice;
}

/* Does the mention itself name the person in full? */
static uint8_t
named_by(const Resolver *r, uint32_t mention)
{
	const TbPersonMention *m = &r->doc->mentions.at[mention];
	const TbPerson *p = &r->doc->persons.at[m->person];

	if (is_full_given(m->given) && m->surname != NULL)
		return TB_RB_SELF;
	return is_full_given(p->given) && p->surname != NULL ? TB_RB_DOCUMENT :
		TB_RB_SELF;
}

/* ----------------------------------------------------------- descriptions */

/* Append tokens [first, end) with single spaces for all white space. */
static void
put_words(const Resolver *r, TbBuffer *buf, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		const TbToken *tok = tb_tok(r->doc, i);

		if ((tok->flags & TB_TF_SPACE) && buf->text.n > 0 &&
			buf->text.at[buf->text.n - 1] != ' ')
			tb_buffer_puts(buf, " ");
		tb_buffer_put(buf, r->doc->text.data + tok->start, tok->end - tok->start);
	}
}

/* Append an adjective in the nominative: тунисских -> тунисские. */
static void
put_adjective(const Resolver *r, TbBuffer *buf, uint32_t i)
{
	static const char *const endings[][2] = {
		{"ых", "ые"}, {"их", "ие"}, {"ым", "ый"}, {"ими", "ие"}, {"ыми", "ые"},
		{"кого", "кий"}, {"щего", "щий"}, {"шего", "ший"}, {"ого", "ый"},
		{"его", "ий"}, {"ной", "ная"}, {"кой", "кая"}, {"вой", "вая"},
		{NULL, NULL}
	};
	const TbToken *tok = tb_tok(r->doc, i);
	const char *text = r->doc->text.data + tok->start;
	size_t		len = tok->end - tok->start;

	if ((tok->flags & TB_TF_SPACE) && buf->text.n > 0)
		tb_buffer_puts(buf, " ");
	for (int e = 0; endings[e][0] != NULL; e++)
	{
		size_t		n = strlen(endings[e][0]);

		if (len > n && memcmp(text + len - n, endings[e][0], n) == 0)
		{
			tb_buffer_put(buf, text, len - n);
			tb_buffer_puts(buf, endings[e][1]);
			return;
		}
	}
	tb_buffer_put(buf, text, len);
}

/* First token behind the words that a lexicon entry covers from head on. */
static uint32_t
head_end(const Resolver *r, const TbActor *actor)
{
	const TbEntry *entry = tb_lexicon_entry(r->doc->lex, actor->entry);
	uint32_t	end = actor->head + 1;

	(void) tb_phrase_reading(r->doc, actor->head, entry->klass,
							 tb_string(r->doc, entry->code), &end);
	return end < actor->end ? end : actor->end;
}

/* Append the nominative of an actor's noun, plural if the actor is. */
static void
put_head(const Resolver *r, TbBuffer *buf, const TbActor *actor, const TbEntry *entry)
{
	const char *name = tb_string(r->doc, entry->name);
	TbNameHints hints = {.animate = true,.from = TB_NO_DAY,.to = TB_NO_DAY};
	char		form[TB_MAX_FORM];

	if (entry->klass == TB_PERSONWORD && actor->kind == TB_AK_GROUP &&
		tb_inflect_to((TbStr) {name, (uint32_t) strlen(name)}, &hints,
					  TB_CASE_NOM, true, form))
		tb_buffer_puts(buf, form);
	else
		tb_buffer_puts(buf, name);
}

/* Append a title in the nominative: «сенаторов» -> сенаторы. */
static void
put_title(const Resolver *r, TbBuffer *buf, const TbActor *actor)
{
	const char *title = r->doc->titles.at[actor->title].title;
	TbNameHints hints = {.animate = true,.from = TB_NO_DAY,.to = TB_NO_DAY};
	char		form[TB_MAX_FORM];

	if (actor->kind == TB_AK_GROUP &&
		tb_inflect_to((TbStr) {title, (uint32_t) strlen(title)}, &hints,
					  TB_CASE_NOM, true, form))
		tb_buffer_puts(buf, form);
	else
		tb_buffer_puts(buf, title);
}

/* «(в) Росводресурсах», «Роскосмосе» -> Росводресурсы, Роскосмос. */
static void
from_prepositional(TbBuffer *buf)
{
	static const char *const endings[][2] = {
		{"ах", "ы"}, {"ях", "и"}, {"е", ""}
	};

	for (int e = 0; e < 3; e++)
	{
		uint32_t	n = (uint32_t) strlen(endings[e][0]);

		if (buf->text.n <= n + 4 ||
			memcmp(buf->text.at + buf->text.n - n, endings[e][0], n) != 0)
			continue;
		buf->text.n -= n;
		tb_buffer_puts(buf, endings[e][1]);
		return;
	}
}

/* The words of an actor in the nominative, the first letter a capital. */
static const char *
description(Resolver *r, const TbActor *actor)
{
	TbBuffer	buf = {.arena = r->doc->arena};
	uint32_t	i = actor->first;
	char	   *text;

	if (actor->title != TB_NONE && !(tb_gram_cases(actor->gram) & TB_NOM))
		put_title(r, &buf, actor);
	else if ((tb_gram_cases(actor->gram) & TB_NOM && !actor->behind_prep) ||
			 actor->entry == TB_NONE)
	{
		if (tb_text_is(r->doc, i, "одного"))
		{
			tb_buffer_puts(&buf, "Один");
			i++;
		}
		else if (tb_text_is(r->doc, i, "одной"))
		{
			tb_buffer_puts(&buf, "Одна");
			i++;
		}
		put_words(r, &buf, i, actor->end);
		if (actor->kind == TB_AK_ORG && actor->entry == TB_NONE)
			from_prepositional(&buf);
	}
	else
	{
		const TbEntry *entry = tb_lexicon_entry(r->doc->lex, actor->entry);

		for (; i < actor->head; i++)
			put_adjective(r, &buf, i);
		if (buf.text.n > 0)
			tb_buffer_puts(&buf, " ");
		put_head(r, &buf, actor, entry);
		put_words(r, &buf, head_end(r, actor), actor->end);
	}
	text = tb_buffer_text(&buf);
	if (text == NULL)
	{
		r->failed = true;
		return NULL;
	}
	return tb_capitalised(r->doc, text);
}

static Voice
described_voice(Resolver *r, const TbActor *actor, uint8_t type)
{
	Voice		voice = nobody();

	voice.name = description(r, actor);
	voice.title = actor->title;
	voice.type = type;
	voice.gender = actor->gram & TB_ALL_GENDERS;
	voice.plural = tb_gram_singular(actor->gram) == 0;
	return voice;
}

/* ---------------------------------------------------------------- salience */

static bool
genders_agree(TbGram a, TbGram b)
{
	return !(a & TB_ALL_GENDERS) || !(b & TB_ALL_GENDERS) ||
		(a & b & TB_ALL_GENDERS) != 0;
}

/* The person an actor stands for, or TB_NONE. */
static uint32_t
person_of(const Resolver *r, uint32_t index)
{
	const TbActor *actor = &r->scan->actors.at[index];

	if (actor->person != TB_NONE)
		return actor->person;
	if (r->voice_of[index] != 0)
		return r->voices[r->voice_of[index] - 1].person;
	return TB_NONE;
}

/* Actors index + 1 of the last actor that begins before a token. */
static uint32_t
actors_before(const TbScan *scan, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = scan->actors.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (scan->actors.at[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* May the actor at index be what a pronoun means? */
static bool
may_be_meant(const Resolver *r, uint32_t index, TbGram gender, bool plural)
{
	const TbActor *actor = &r->scan->actors.at[index];
	const TbDocument *doc = r->doc;
	uint32_t	person = person_of(r, index);

	if (plural)
		return actor->kind == TB_AK_GROUP || (actor->kind == TB_AK_ORG && !actor->document);
	if (person != TB_NONE)
		return genders_agree(doc->persons.at[person].gender, gender);
	return (actor->kind == TB_AK_TITLE ||
			(actor->kind == TB_AK_DESCRIPTION && !actor->unnamed) ||
			(r->voice_of[index] != 0 &&
			 r->voices[r->voice_of[index] - 1].type == TB_ST_PERSON)) &&
		genders_agree(actor->gram, gender);
}

/*
 * The actor that a pronoun at token means: sentence by sentence back, in each
 * who spoke in it, else its first nominative.  TB_NONE: nobody fits.
 */
static uint32_t
salient(const Resolver *r, uint32_t token, TbGram gender, bool plural)
{
	const TbScan *scan = r->scan;
	uint32_t	n = actors_before(scan, token);
	uint32_t	sentence = TB_NONE;
	uint32_t	best = TB_NONE;
	bool		spoke = false;
	int			sentences = 0;

	for (uint32_t steps = 0; n > 0 && steps < MAX_ACTORS_BACK; steps++)
	{
		const TbActor *actor = &scan->actors.at[--n];

		if (tb_level(scan, actor->first) != tb_level(scan, token))
			continue;
		if (scan->sentence_of[actor->first] != sentence)
		{
			if (best != TB_NONE || ++sentences > MAX_SENTENCES_BACK)
				break;
			sentence = scan->sentence_of[actor->first];
		}
		if (!may_be_meant(r, n, gender, plural) ||
			(r->voice_of[n] == 0 &&
			 (!(tb_gram_cases(actor->gram) & TB_NOM) ||
			  (actor->behind_prep && actor->kind != TB_AK_PRONOUN))))
			continue;
		if (r->voice_of[n] != 0)
		{
			best = n;
			spoke = true;
		}
		else if (!spoke)
			best = n;
	}
	return best;
}

static Voice	actor_voice(Resolver *r, const TbActor *actor, uint32_t index,
							uint32_t anchor);

/* The voice of the actor at index, as one that is referred back to. */
static Voice
voice_back(Resolver *r, uint32_t index)
{
	const TbActor *actor = &r->scan->actors.at[index];
	Voice		voice;

	if (r->voice_of[index] != 0)
		voice = r->voices[r->voice_of[index] - 1];
	else if (actor->kind == TB_AK_PRONOUN)
		return nobody();
	else
		voice = actor_voice(r, actor, index, actor->first);
	if (voice.by == TB_RB_SELF)
		voice.by = TB_RB_DOCUMENT;
	return voice;
}

static Voice
pronoun_voice(Resolver *r, uint32_t token, TbGram gender, bool plural)
{
	uint32_t	index = salient(r, token, gender, plural);

	return index == TB_NONE ? nobody() : voice_back(r, index);
}

/* How many paragraphs begin in (from, to]; stops counting at 3. */
static int
paragraphs_between(const TbDocument *doc, uint32_t from, uint32_t to)
{
	int			n = 0;

	if (to > from + 3000)
		return 3;
	for (uint32_t i = from + 1; i <= to && n < 3; i++)
		n += (tb_tok(doc, i)->flags & TB_TF_PARA) != 0;
	return n;
}

/* The last voice near enough to go on speaking without a subject. */
static const Voice *
last_voice(const Resolver *r, uint32_t anchor, TbGram gender)
{
	for (uint32_t i = r->nvoices; i > 0 && i + 3 > r->nvoices; i--)
	{
		const Voice *voice = &r->voices[i - 1];

		if (voice->name == NULL || voice->plural || voice->anchor > anchor)
			continue;
		if (tb_level(r->scan, voice->anchor) != tb_level(r->scan, anchor))
			continue;
		if (!genders_agree(voice->gender, gender) ||
			paragraphs_between(r->doc, voice->anchor, anchor) > 1)
			return NULL;
		return voice;
	}
	return NULL;
}

static Voice
elided_voice(Resolver *r, const TbDraft *draft)
{
	TbGram		gender = draft->cue.first == TB_NONE ? 0 :
		draft->cue.gram & TB_ALL_GENDERS;
	uint32_t	index = salient(r, draft->anchor, gender, false);
	const Voice *last = last_voice(r, draft->anchor, gender);
	Voice		voice;

	/* whoever is the subject since the last voice spoke comes first */
	if (last != NULL && (index == TB_NONE ||
						 r->scan->actors.at[index].first <= last->anchor + 12))
	{
		voice = *last;
		if (voice.by == TB_RB_SELF)
			voice.by = TB_RB_DOCUMENT;
		return voice;
	}
	return index == TB_NONE ? nobody() : voice_back(r, index);
}

/* ------------------------------------------------------------------ actors */

/* Do two titles name the same office, whatever the country? */
static bool
same_office(const TbTitle *a, const TbTitle *b)
{
	return a->office != NULL && b->office != NULL &&
		strcmp(a->office, b->office) == 0 && a->former == b->former;
}

/*
 * «Президент» alone: the person last named with the same office before token,
 * though the country be another than the document's.
 */
static uint32_t
last_in_office(const Resolver *r, uint32_t token, const TbTitle *title)
{
	uint32_t	n = actors_before(r->scan, token);

	for (uint32_t steps = 0; n > 0 && steps < MAX_ACTORS_BACK; steps++)
	{
		const TbActor *actor = &r->scan->actors.at[--n];
		uint32_t	other = actor->title;

		if (actor->person != TB_NONE && other != TB_NONE &&
			same_office(&r->doc->titles.at[other], title))
			return actor->person;
	}
	return TB_NONE;
}

/* The last step of an office's path: «minister/» of min-labor/minister/. */
static const char *
last_step(const char *office)
{
	size_t		n = strlen(office);

	if (n > 0)
		n--;
	while (n > 0 && office[n - 1] != '/')
		n--;
	return office + n;
}

/*
 * «МИНИСТР: …» in a headline: the one person of the document whose office is
 * of that kind; TB_NONE when there is none, or a second one.
 */
static uint32_t
only_one_of_kind(const Resolver *r, const TbTitle *title)
{
	uint32_t	only = TB_NONE;

	if (title->office == NULL)
		return TB_NONE;
	for (uint32_t i = 0; i < r->doc->titles.n && i < MAX_TITLES; i++)
	{
		const TbTitle *t = &r->doc->titles.at[i];

		if (t->person == TB_NONE || t->office == NULL || t->former ||
			strcmp(last_step(t->office), last_step(title->office)) != 0)
			continue;
		if (only != TB_NONE && only != t->person)
			return TB_NONE;
		only = t->person;
	}
	return only;
}

/* Does a person hold an office that a mere deputy or senator has not? */
static bool
is_executive(const Resolver *r, uint32_t person)
{
	static const char *const steps[] = {
		"minister", "akim", "pm/", "president/", "governor", "mayor", NULL
	};
	uint32_t	title = r->doc->persons.at[person].title;
	const char *office;

	if (title == TB_NONE || r->doc->titles.at[title].office == NULL)
		return false;
	office = r->doc->titles.at[title].office;
	for (int i = 0; steps[i] != NULL; i++)
		if (strstr(office, steps[i]) != NULL)
			return true;
	return false;
}

/* «народная избранница»: an adjective and a noun that need no body? */
static bool
is_byname(const Resolver *r, const TbTitle *t)
{
	return t->end == t->first + 2 && !tb_is_cap(r->doc, t->first + 1) &&
		(tb_ends_in(r->doc, t->first, "ая") || tb_ends_in(r->doc, t->first, "ый"));
}

/* «неназванный представитель», «другой депутат»: nobody who was named. */
static bool
is_somebody_new(const Resolver *r, const TbActor *actor)
{
	return actor->first > 0 &&
		tb_word_is(r->doc, actor->first - 1, TB_WORD, "other");
}

/* «депутат», «сенатор»: one word for somebody who has just been named. */
static uint32_t
just_named(const Resolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	index;
	uint32_t	person;

	if (t->unique || t->plural || is_somebody_new(r, actor) ||
		(t->end != t->first + 1 && !is_byname(r, t)))
		return TB_NONE;
	index = salient(r, actor->first, actor->gram & TB_FEM ? TB_FEM : 0, false);
	person = index == TB_NONE ? TB_NONE : person_of(r, index);
	if (person == TB_NONE || is_executive(r, person) ||
		paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) > 1)
		return TB_NONE;
	return person;
}

/*
 * «начальник департамента» behind «начальник ДЧС области Руслан Шарипов»: the
 * last subject, if its office is of the same kind.
 */
static uint32_t
same_kind_named(const Resolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	index = salient(r, actor->first, actor->gram & TB_FEM ? TB_FEM : 0, false);
	uint32_t	person = index == TB_NONE ? TB_NONE : person_of(r, index);
	const TbTitle *other;

	if (person == TB_NONE || t->office == NULL || is_somebody_new(r, actor) ||
		r->doc->persons.at[person].title == TB_NONE ||
		paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) > 1)
		return TB_NONE;
	other = &r->doc->titles.at[r->doc->persons.at[person].title];
	return other->office != NULL && other->former == t->former &&
		strcmp(last_step(other->office), last_step(t->office)) == 0 ? person : TB_NONE;
}

/* The person whom a bare title means in this document, or TB_NONE. */
static uint32_t
holder_here(const Resolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	person = just_named(r, actor);

	if (person == TB_NONE)
		person = t->person;
	if (person == TB_NONE && t->holder == NULL && !t->plural)
		person = same_kind_named(r, actor);
	if (person == TB_NONE && t->end == t->first + 1 && !t->plural && !t->former)
	{
		person = last_in_office(r, actor->first, t);
		if (person == TB_NONE && t->holder == NULL)
			person = only_one_of_kind(r, t);
		if (person == TB_NONE && t->holder == NULL && t->office != NULL &&
			strcmp(last_step(t->office), "chair/") == 0)
			person = r->chair;
	}
	return person;
}

/* A title without a name. */
static Voice
title_voice(const Resolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	person = holder_here(r, actor);
	Voice		voice = nobody();

	voice.title = actor->title;
	voice.type = TB_ST_PERSON;
	if (person != TB_NONE)
	{
		voice = person_voice(r, person, TB_RB_DOCUMENT);
		voice.title = actor->title;
	}
	else if (t->holder != NULL && !t->plural)
	{
		voice.name = t->holder;
		voice.by = t->holder_source == TB_HS_REGISTRY ? TB_RB_REGISTRY :
			TB_RB_DOCUMENT;
	}
	else
		voice.name = t->title;
	return voice;
}

/* Do names stand in a description, or right behind it: a person of its own? */
static bool
has_names(const Resolver *r, const TbActor *actor)
{
	for (uint32_t i = actor->head + 1; i <= actor->end; i++)
		if (tb_is_cap(r->doc, i) && !(tb_tok(r->doc, i)->flags & TB_TF_SENT))
			return true;
	return false;
}

/* Is the description one word that means somebody who was named? */
static Voice
described_person(Resolver *r, const TbActor *actor)
{
	Voice		voice;

	if (!actor->unnamed && actor->entry != TB_NONE && !has_names(r, actor))
	{
		TbGram		gender = actor->gram & TB_FEM ? TB_FEM :
			actor->gram & TB_MASC ? TB_MASC : 0;
		uint32_t	index = salient(r, actor->first, gender, false);

		if (index != TB_NONE && person_of(r, index) != TB_NONE &&
			paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) < 3)
			return voice_back(r, index);
	}
	voice = described_voice(r, actor, TB_ST_PERSON);
	return voice;
}

/* Is an organisation named by its bare noun: «ведомство», «Совет»? */
static bool
is_bare_org(const Resolver *r, const TbActor *actor)
{
	const TbEntry *entry;

	if (actor->entry == TB_NONE || actor->first != actor->head ||
		actor->end != actor->head + 1)
		return false;
	entry = tb_lexicon_entry(r->doc->lex, actor->entry);
	return entry->klass == TB_ORGWORD ||
		(entry->klass == TB_BODY && strcmp(tb_string(r->doc, entry->country), "*") == 0);
}

/* Is the noun of an ORGWORD in a body's full name: министерство and МВД? */
static bool
is_kind_of(const Resolver *r, uint32_t body, uint32_t orgword)
{
	const TbEntry *entry = tb_lexicon_entry(r->doc->lex, body);
	const char *noun = tb_string(r->doc, tb_lexicon_entry(r->doc->lex, orgword)->name);
	const char *name = tb_string(r->doc, entry->name);
	char		folded[TB_MAX_WORD];
	size_t		n = strlen(name);

	if (entry->klass != TB_BODY || n >= sizeof(folded))
		return false;
	folded[tb_fold(name, n, folded)] = '\0';
	return strstr(folded, noun) != NULL;
}

/* The last organisation before token with the same noun and more words. */
static uint32_t
fuller_org(const Resolver *r, const TbActor *actor, uint32_t token)
{
	const TbScan *scan = r->scan;
	uint32_t	n = actors_before(scan, token);
	/* «ведомство» may be any */
	bool		any = strcmp(tb_string(r->doc, tb_lexicon_entry(r->doc->lex, actor->entry)->name), "ведомство") == 0;

	for (uint32_t steps = 0; n > 0 && steps < MAX_ACTORS_BACK; steps++)
	{
		const TbActor *other = &scan->actors.at[--n];

		if (other->kind != TB_AK_ORG || other->entry == TB_NONE)
			continue;
		if (any && !other->media && !other->document && !is_bare_org(r, other))
			return n;
		if (other->entry == actor->entry ? !is_bare_org(r, other) :
			is_kind_of(r, other->entry, actor->entry))
			return n;
	}
	return TB_NONE;
}

/*
 * «ведомство», «министерство» where no longer name stands: the ministry of the
 * minister who was named last before token.  NULL: none.
 */
static const char *
ministry_of_minister(const Resolver *r, const TbActor *actor, uint32_t token)
{
	const TbDocument *doc = r->doc;

	if (!tb_text_is(doc, actor->head, "министерство") &&
		!tb_text_is(doc, actor->head, "министерстве") &&
		!tb_text_is(doc, actor->head, "ведомство") &&
		!tb_text_is(doc, actor->head, "ведомстве"))
		return NULL;
	for (uint32_t n = actors_before(r->scan, token), steps = 0;
		 n > 0 && steps < MAX_ACTORS_BACK; n--, steps++)
	{
		uint32_t	t = r->scan->actors.at[n - 1].title;
		const TbTitle *title = t == TB_NONE ? NULL : &doc->titles.at[t];
		char		code[64];
		const char *slash;
		const TbEntry *body;

		if (title == NULL || title->office == NULL ||
			strncmp(title->office, "min-", 4) != 0)
			continue;
		slash = strchr(title->office, '/');
		if (slash == NULL || (size_t) (slash - title->office) >= sizeof(code))
			continue;
		memcpy(code, title->office, (size_t) (slash - title->office));
		code[slash - title->office] = '\0';
		body = tb_title_entry_for(doc, TB_BODY, code, doc->country);
		return body == NULL ? NULL : tb_string(doc, body->name);
	}
	return NULL;
}

static Voice
org_voice(Resolver *r, const TbActor *actor, uint32_t anchor)
{
	Voice		voice;
	uint32_t	fuller;
	const char *ministry;

	if (is_bare_org(r, actor))
	{
		fuller = fuller_org(r, actor, anchor);
		if (fuller != TB_NONE)
		{
			voice = described_voice(r, &r->scan->actors.at[fuller], TB_ST_ORGANISATION);
			voice.by = TB_RB_DOCUMENT;
			return voice;
		}
		ministry = ministry_of_minister(r, actor, anchor);
		if (ministry != NULL)
		{
			voice = nobody();
			voice.name = ministry;
			voice.type = TB_ST_ORGANISATION;
			voice.by = TB_RB_DOCUMENT;
			return voice;
		}
	}
	voice = described_voice(r, actor, TB_ST_ORGANISATION);
	voice.by = TB_RB_SELF;
	return voice;
}

/* The voice of an actor; index: its place in actors, or TB_NONE. */
static Voice
actor_voice(Resolver *r, const TbActor *actor, uint32_t index, uint32_t anchor)
{
	(void) index;
	switch ((TbActorKind) actor->kind)
	{
		case TB_AK_PERSON:
			if (actor->person == TB_NONE)
				return nobody();
			return person_voice(r, actor->person, named_by(r, actor->mention));
		case TB_AK_TITLE:
			return title_voice(r, actor);
		case TB_AK_PRONOUN:
			return pronoun_voice(r, actor->first, actor->gram & TB_ALL_GENDERS,
								 tb_gram_singular(actor->gram) == 0);
		case TB_AK_ORG:
			return org_voice(r, actor, anchor);
		case TB_AK_GROUP:
			return described_voice(r, actor, TB_ST_GROUP);
		case TB_AK_DESCRIPTION:
			return described_person(r, actor);
		case TB_AK_NONE:
			break;
	}
	return nobody();
}

static Voice
draft_voice(Resolver *r, const TbDraft *draft)
{
	switch ((TbSpeakerWay) draft->way)
	{
		case TB_SW_ACTOR:
			return actor_voice(r, &draft->actor, draft->actor_index, draft->anchor);
		case TB_SW_ELIDED:
			return elided_voice(r, draft);
		case TB_SW_NOBODY:
			break;
	}
	return nobody();
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
write_statement(Resolver *r, const TbDraft *draft, const Voice *voice)
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
	Resolver	r = {.scan = scan,.doc = scan->doc};
	TbArena    *arena = scan->doc->arena;

	r.voices = tb_arena_alloc(arena, ((size_t) scan->drafts.n + 1) * sizeof(Voice));
	r.voice_of = tb_arena_alloc(arena, ((size_t) scan->actors.n + 1) * sizeof(uint32_t));
	r.names = tb_arena_alloc(arena, ((size_t) scan->doc->persons.n + 1) * sizeof(char *));
	if (r.voices == NULL || r.voice_of == NULL || r.names == NULL)
		return TB_NO_MEMORY;
	r.chair = find_chair(scan);
	if (scan->drafts.n > 0)
		qsort(scan->drafts.at, scan->drafts.n, sizeof(TbDraft), compare_drafts);
	for (uint32_t d = 0; d < scan->drafts.n; d++)
	{
		const TbDraft *draft = &scan->drafts.at[d];
		Voice		voice = draft_voice(&r, draft);

		if (r.failed)
			return TB_NO_MEMORY;
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
