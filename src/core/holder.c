/*
 * holder.c
 *	  Who in this document bears a title that stands without a name.
 *
 *	депутат, сенатор		one word: who has just been named, but no minister
 *	(the title layer)		the same office beside a name
 *	начальник департамента	the last subject, if its office is of that kind
 *	Президент				a holder of the registry whom the document names
 *	Президент				the last one of that office, of whatever country
 *	МИНИСТР: …				the only one of that kind in the document
 *	губернатор				of an облисполком's chairman: who heads a place of that level
 *	спикер					«под председательством X»
 *
 * Not: «неназванный представитель», «другой депутат».
 */
#include "core/statement_internal.h"

#include <stdio.h>

#include "core/title.h"

/* How far back titles are looked for, and how many of a document. */
#define MAX_TITLES 200

/* Do two titles name the same office, whatever the country? */
static bool
same_office(const TbTitle *a, const TbTitle *b)
{
	return a->office != NULL && b->office != NULL &&
		strcmp(a->office, b->office) == 0 && a->former == b->former;
}

/* What a person that a title may mean must be like. */
typedef bool (*Fit) (const TbResolver *r, const TbActor *actor, const TbTitle *t);

/* The last person before token that fits a title, or TB_NONE. */
static uint32_t
last_person(const TbResolver *r, uint32_t token, const TbTitle *t, Fit fits)
{
	uint32_t	n = tb_actors_before(r->scan, token);

	for (uint32_t steps = 0; n > 0 && steps < TB_ACTORS_BACK; steps++)
	{
		const TbActor *actor = &r->scan->actors.at[--n];

		if (actor->person != TB_NONE && fits(r, actor, t))
			return actor->person;
	}
	return TB_NONE;
}

/* The title that stands at an actor, or NULL. */
static const TbTitle *
title_of(const TbResolver *r, const TbActor *actor)
{
	return actor->title == TB_NONE ? NULL : &r->doc->titles.at[actor->title];
}

/* The title that the document first gives an actor's person, or NULL. */
static const TbTitle *
title_of_person(const TbResolver *r, const TbActor *actor)
{
	uint32_t	title = r->doc->persons.at[actor->person].title;

	return title == TB_NONE ? NULL : &r->doc->titles.at[title];
}

/* «Президент» alone: the same office, though the country be another than the document's? */
static bool
is_in_office(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	const TbTitle *other = title_of(r, actor);

	return other != NULL && same_office(other, t);
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

/* The word for a level that a title names and nothing more: «аким района». */
static const char *
level_of(const TbResolver *r, const TbTitle *t)
{
	static const char *const levels[][2] = {
		{"района", "район"}, {"области", "област"}, {"города", "город"},
		{"региона", "област"}, {"округа", "окру"}, {"края", "кра"},
		{"республики", "республик"}, {"страны", ""}, {"села", "сел"},
		{"ведомства", ""}, {"министерства", ""}, {"управления", ""},
		{"департамента", ""}, {"палаты", ""}, {"парламента", ""}
	};

	if (t->end != t->first + 2)
		return NULL;
	for (size_t l = 0; l < sizeof(levels) / sizeof(levels[0]); l++)
		if (tb_text_is(r->doc, t->end - 1, levels[l][0]))
			return levels[l][1];
	return NULL;
}

static bool
is_level_title(const TbResolver *r, const TbTitle *t)
{
	return level_of(r, t) != NULL;
}

/*
 * «МИНИСТР: …» in a headline: the one person of the document whose office is
 * of that kind; TB_NONE when there is none, or a second one.
 */
static uint32_t
only_one_of_kind(const TbResolver *r, const TbTitle *title)
{
	uint32_t	only = TB_NONE;
	const char *level = level_of(r, title);

	if (title->office == NULL)
		return TB_NONE;
	for (uint32_t i = 0; i < r->doc->titles.n && i < MAX_TITLES; i++)
	{
		const TbTitle *t = &r->doc->titles.at[i];

		if (t->person == TB_NONE || t->office == NULL || t->former ||
			strcmp(last_step(t->office), last_step(title->office)) != 0 ||
			(level != NULL && (t->title == NULL || strstr(t->title, level) == NULL)))
			continue;
		if (only != TB_NONE && only != t->person)
			return TB_NONE;
		only = t->person;
	}
	return only;
}

/* Does a person hold an office that a mere deputy or senator has not? */
static bool
is_executive(const TbResolver *r, uint32_t person)
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

/* Is the title one word, hyphens in it allowed: вице-министр? */
static bool
is_one_word(const TbResolver *r, const TbTitle *t)
{
	for (uint32_t i = t->first + 1; i < t->end; i++)
		if (tb_tok(r->doc, i)->flags & (TB_TF_SPACE | TB_TF_NEWLINE))
			return false;
	return true;
}

/* «народная избранница»: an adjective and a noun that need no body? */
static bool
is_byname(const TbResolver *r, const TbTitle *t)
{
	return t->end == t->first + 2 && !tb_is_cap(r->doc, t->first + 1) &&
		(tb_ends_in(r->doc, t->first, "ая") || tb_ends_in(r->doc, t->first, "ый"));
}

/* Does an office wear a crown: «король … монарх»? */
static bool
is_crown(const char *step)
{
	static const char *const crowns[] = {"king/", "queen/", "emperor/", "emir/", "sultan/", NULL};

	for (int i = 0; crowns[i] != NULL; i++)
		if (strcmp(step, crowns[i]) == 0)
			return true;
	return false;
}

/* «вице-министр» is the first vice-minister too, «монарх» a king. */
static bool
same_step(const char *named, const char *bare)
{
	const char *a = last_step(named);
	const char *b = last_step(bare);

	return strcmp(a, b) == 0 || (strncmp(a, "first-", 6) == 0 && strcmp(a + 6, b) == 0) ||
		(strcmp(b, "monarch/") == 0 && is_crown(a));
}

/* Is the office of a person of the same kind as a title's? */
static bool
is_of_kind(const TbResolver *r, uint32_t person, const TbTitle *t)
{
	uint32_t	title = r->doc->persons.at[person].title;
	const TbTitle *other = title == TB_NONE ? NULL : &r->doc->titles.at[title];

	return other != NULL && other->office != NULL && t->office != NULL && !other->former &&
		same_step(other->office, t->office);
}

/* Is a title of the same kind the person's: «посол» of «посол Японии Коикэ»? */
static bool
is_in_like_office(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	return is_of_kind(r, actor->person, t);
}

/* «глава Палаты», where no country tells which, … */
static bool
asks_for_chair(const TbResolver *r, const TbTitle *t)
{
	return t->end == t->first + 2 && !t->plural && !t->placed &&
		(tb_text_is(r->doc, t->end - 1, "палаты") || tb_text_is(r->doc, t->end - 1, "парламента"));
}

/* … is whoever chairs anything. */
static bool
is_in_chair(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	const TbTitle *other = title_of(r, actor);

	(void) t;
	return other != NULL && other->office != NULL &&
		strcmp(last_step(other->office), "chair/") == 0;
}

/* «казахстанский парламентарий» … */
static bool
asks_for_country(const TbResolver *r, const TbTitle *t)
{
	return tb_may_be(r->doc, t->first, TB_BIT(PLACE_ADJ)) && !t->unique && !t->plural &&
		t->jurisdiction != NULL && strcspn(t->jurisdiction, "/") == 2;
}

/* … is somebody whose office is of that country. */
static bool
is_of_country(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	const TbTitle *other = title_of_person(r, actor);

	return other != NULL && other->jurisdiction != NULL &&
		strncmp(other->jurisdiction, t->jurisdiction, 3) == 0;
}

/* Is a title said of an office named before: «глава Палаты», «спикер»? */
static bool
is_said_again(const TbResolver *r, const TbTitle *t)
{
	const char *level = level_of(r, t);

	return !t->plural && !t->former && t->office != NULL && !t->placed &&
		((level != NULL && *level == '\0') || tb_text_is(r->doc, t->first, "спикер")) &&
		strcmp(last_step(t->office), "chair/") == 0;
}

/* «неназванный представитель», «другой депутат»: nobody who was named. */
static bool
is_somebody_new(const TbResolver *r, const TbActor *actor)
{
	return actor->first > 0 &&
		tb_word_is(r->doc, actor->first - 1, TB_WORD, "other");
}

/* «депутат Ким … её коллега Олжас Беков»: was a person introduced as one's equal? */
static bool
is_colleague_of_one(const TbResolver *r, uint32_t person, uint32_t token)
{
	uint32_t	n = tb_actors_before(r->scan, token);

	for (uint32_t steps = 0; n > 0 && steps < TB_ACTORS_BACK / 4; steps++)
	{
		const TbActor *actor = &r->scan->actors.at[--n];

		if (actor->person == person && actor->entry != TB_NONE &&
			strcmp(tb_string(r->doc, tb_lexicon_entry(r->doc->lex, actor->entry)->name), "коллега") == 0)
			return true;
	}
	return false;
}

/* Does an actor of the paragraph, before the token, mean the person? */
static bool
is_in_paragraph(const TbResolver *r, uint32_t person, uint32_t token)
{
	uint32_t	start = tb_paragraph_start(&r->doc->text, token);
	uint32_t	n = tb_actors_before(r->scan, token);

	for (uint32_t steps = 0; n > 0 && steps < TB_ACTORS_BACK && r->scan->actors.at[n - 1].first >= start;
		 steps++)
		if (tb_actor_person(r, --n) == person)
			return true;
	return false;
}

/*
 * «Сенатор Анна Белова доложила … | Нуртуре Жусип обратился … Депутат напомнил»:
 * is the man named last, whose office the text does not tell, meant, and not the
 * bearer of the title, of whom the paragraph does not speak?
 */
static bool
is_nearer_than(const TbResolver *r, uint32_t person, uint32_t bearer, uint32_t token)
{
	const TbPerson *near = &r->doc->persons.at[person];

	return near->title == TB_NONE && is_in_paragraph(r, person, token) &&
		(!is_in_paragraph(r, bearer, token) ||
		 (r->said == TB_MASC && near->gender == TB_MASC &&
		  r->doc->persons.at[bearer].gender == TB_FEM));
}

/* «депутат», «сенатор»: one word for somebody who has just been named. */
static uint32_t
just_named(const TbResolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	index;
	uint32_t	person;
	TbGram		gender;

	if (t->unique || t->plural || is_somebody_new(r, actor) ||
		(!is_one_word(r, t) && !is_byname(r, t)))
		return TB_NONE;
	/* «парировала депутат» is no man */
	gender = (t->gram & TB_FEM) ? TB_FEM : r->said == TB_FEM ? TB_FEM : 0;
	index = tb_salient_actor(r, actor->first, gender, false);
	person = index == TB_NONE ? TB_NONE : tb_actor_person(r, index);
	/* «посла Коикэ … посол»: whoever bears the title comes before who speaks */
	if (person == TB_NONE || !is_of_kind(r, person, t))
	{
		uint32_t	bearer = last_person(r, actor->first, t, is_in_like_office);

		if (bearer != TB_NONE && !(person != TB_NONE && is_colleague_of_one(r, person, actor->first)) &&
			tb_genders_agree(r->doc->persons.at[bearer].gender, gender) &&
			!(person != TB_NONE && is_nearer_than(r, person, bearer, actor->first)))
			return bearer;
	}
	if (person == TB_NONE || is_executive(r, person) ||
		tb_paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) > 1)
		return TB_NONE;
	/* «возмутился депутат» behind a woman of another office is somebody else */
	if (r->said == TB_MASC && r->doc->persons.at[person].gender == TB_FEM &&
		r->doc->persons.at[person].title != TB_NONE && !is_of_kind(r, person, t))
		return TB_NONE;
	return person;
}

/*
 * «начальник департамента» behind «начальник ДЧС области Руслан Шарипов»: the
 * last subject, if its office is of the same kind.
 */
static uint32_t
same_kind_named(const TbResolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	index = tb_salient_actor(r, actor->first, actor->gram & TB_FEM ? TB_FEM : 0, false);
	uint32_t	person = index == TB_NONE ? TB_NONE : tb_actor_person(r, index);
	const TbTitle *other;

	if (person == TB_NONE || t->office == NULL || is_somebody_new(r, actor) ||
		r->doc->persons.at[person].title == TB_NONE ||
		tb_paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) > 1)
		return TB_NONE;
	other = &r->doc->titles.at[r->doc->persons.at[person].title];
	return other->office != NULL && other->former == t->former &&
		strcmp(last_step(other->office), last_step(t->office)) == 0 ? person : TB_NONE;
}

/* Is «Касым-Жомарт Кемелевич Токаев» a person's given name and surname? */
static bool
is_named(const TbPerson *p, const char *name)
{
	size_t		given;
	size_t		surname;
	size_t		len = strlen(name);

	if (p->given == NULL || p->surname == NULL)
		return false;
	given = strlen(p->given);
	surname = strlen(p->surname);
	return given + surname < len && strncmp(name, p->given, given) == 0 &&
		name[given] == ' ' && strcmp(name + len - surname, p->surname) == 0 &&
		name[len - surname - 1] == ' ';
}

/*
 * A document without a date may still name a holder of the office that the
 * registry knows: «Президент» where Касым-Жомарт Токаев is spoken of.
 * TB_NONE: no holder is named, or two are.
 */
static uint32_t
named_holder(const TbResolver *r, const TbTitle *t)
{
	uint32_t	n;
	const TbHolder *holders;
	uint32_t	found = TB_NONE;
	char		path[256];

	if (t->office == NULL || t->jurisdiction == NULL || t->former || t->plural ||
		snprintf(path, sizeof(path), "%s%s", t->jurisdiction, t->office) >= (int) sizeof(path))
		return TB_NONE;
	holders = tb_lexicon_holders_of(r->doc->lex, path, &n);
	for (uint32_t h = 0; h < n; h++)
	{
		const char *name = tb_string(r->doc, holders[h].person);

		for (uint32_t p = 0; p < r->doc->persons.n && p < MAX_TITLES; p++)
			if (is_named(&r->doc->persons.at[p], name))
			{
				if (found != TB_NONE && found != p)
					return TB_NONE;
				found = p;
			}
	}
	return found;
}

/*
 * «министр» behind «Министр обороны Петров сообщил …»: the last subject, near
 * by, whose office is of that kind, before the last minister spoken of.
 */
static uint32_t
subject_in_office(const TbResolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	index;
	uint32_t	person;

	if (!is_one_word(r, t) || t->plural || t->former || t->office == NULL ||
		is_somebody_new(r, actor))
		return TB_NONE;
	/* actor->gram has the gender of whom the title layer takes him for */
	index = tb_salient_actor(r, actor->first, t->gram & TB_FEM, false);
	person = index == TB_NONE ? TB_NONE : tb_actor_person(r, index);
	if (person == TB_NONE || r->doc->persons.at[person].title == TB_NONE ||
		tb_paragraphs_between(r->doc, r->scan->actors.at[index].first, actor->first) > 1)
		return TB_NONE;
	return is_of_kind(r, person, t) ? person : TB_NONE;
}

/* «глава региона» … */
static bool
asks_for_level(const TbResolver *r, const TbTitle *t)
{
	const char *level = level_of(r, t);

	return level != NULL && *level != '\0' && t->office != NULL;
}

/* … is whose office is the same, at that level. */
static bool
is_at_level(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	const TbTitle *other = title_of(r, actor);

	return other != NULL && other->office != NULL && !other->former && other->title != NULL &&
		strstr(other->title, level_of(r, t)) != NULL &&
		strcmp(last_step(other->office), last_step(t->office)) == 0;
}

/* What a place is whose head a title names. */
enum
{
	CITY = 1, REGION = 2, DISTRICT = 4
};

/* The levels that words speak of: облисполком, градоначальник. */
static unsigned
levels_in(const char *words)
{
	static const struct
	{
		const char *part;
		unsigned	level;
	}			parts[] = {
		{"город", CITY}, {"горисполком", CITY}, {"радоначальни", CITY}, {"эр", CITY},
		{"област", REGION}, {"облисполком", REGION}, {"убернатор", REGION},
		{"регион", REGION}, {"края", REGION}, {"район", DISTRICT}, {"райисполком", DISTRICT}
	};
	unsigned	levels = 0;

	for (size_t p = 0; p < sizeof(parts) / sizeof(parts[0]); p++)
		if (strstr(words, parts[p].part) != NULL)
			levels |= parts[p].level;
	return levels;
}

/* The levels of the place that an office heads; 0: it heads none. */
static unsigned
levels_of(const TbTitle *t)
{
	static const char *const steps[] = {"akim/", "mayor/", "governor/", "hokim/", "head-of-city/"};
	bool		head = t->title != NULL && strstr(t->title, "исполком") != NULL;

	for (size_t s = 0; t->office != NULL && s < sizeof(steps) / sizeof(steps[0]); s++)
		head = head || strcmp(last_step(t->office), steps[s]) == 0;
	return head ? levels_in(t->title) : 0;
}

/* The one person of the document who heads a place of a level, or TB_NONE. */
static uint32_t
only_head_of_place(const TbResolver *r, unsigned level)
{
	uint32_t	only = TB_NONE;

	for (uint32_t i = 0; i < r->doc->titles.n && i < MAX_TITLES; i++)
	{
		const TbTitle *t = &r->doc->titles.at[i];

		if (t->person == TB_NONE || t->former || !(levels_of(t) & level))
			continue;
		if (only != TB_NONE && only != t->person)
			return TB_NONE;
		only = t->person;
	}
	return only;
}

/* The levels that a bare title itself speaks of: «губернатор», «глава города». */
static unsigned
levels_said(const TbResolver *r, const TbTitle *t)
{
	char		words[2 * TB_MAX_WORD] = "";
	TbStr		text = tb_text_of(r->doc, t->first, t->end);

	if (t->end > t->first + 2 || text.len >= sizeof(words) || t->placed || t->plural ||
		t->former || t->holder != NULL)
		return 0;
	memcpy(words, text.data, text.len);
	return levels_in(words);
}

/* «губернатор» of an облисполком's chairman … */
static bool
asks_for_head(const TbResolver *r, const TbTitle *t)
{
	return t->person == TB_NONE && levels_said(r, t) != 0;
}

/* … is who heads a place of that level. */
static bool
is_head_of_place(const TbResolver *r, const TbActor *actor, const TbTitle *t)
{
	const TbTitle *other = title_of(r, actor);

	return other != NULL && (levels_of(other) & levels_said(r, t));
}

/* Titles that ask for the last person who is such, in the order in which they are tried. */
static const struct
{
	bool		(*asks) (const TbResolver *r, const TbTitle *t);
	Fit			fits;
}			searches[] = {
	{asks_for_country, is_of_country}, {asks_for_chair, is_in_chair},
	{is_said_again, is_in_like_office}, {asks_for_level, is_at_level},
	{asks_for_head, is_head_of_place}
};

/*
 * «ОЛЖАС БЕКОВ: «МОСТ ГОТОВ» ⏎ На совещании глава региона …»: whom the headline
 * lets speak, if he bears no title and the text begins with one that nobody bears.
 */
static uint32_t
speaker_of_headline(const TbResolver *r, const TbTitle *t)
{
	const TbDocument *doc = r->doc;
	const TbPersonMention *m = doc->mentions.n > 0 ? &doc->mentions.at[0] : NULL;

	if (m == NULL || m->first != 0 || !tb_is_mark(&doc->text, m->end, ':') ||
		doc->persons.at[m->person].title != TB_NONE || levels_said(r, t) == 0 ||
		t->person != TB_NONE || doc->titles.at[0].office == NULL || !same_office(&doc->titles.at[0], t))
		return TB_NONE;
	return doc->mentions.n == 1 || doc->mentions.at[1].first > doc->titles.at[0].first ?
		m->person : TB_NONE;
}

/* Is a person known to hold an office of this last step, «minister/», anywhere? */
static bool
is_known_in(const TbResolver *r, uint32_t person, const char *step)
{
	const TbPerson *p = &r->doc->persons.at[person];
	uint32_t	n;
	const TbHolder *holders = tb_lexicon_holders(r->doc->lex, &n);

	if (p->given == NULL || p->surname == NULL || !tb_person_registered(r->doc, p->surname))
		return false;
	for (; n-- > 0; holders++)
		if (is_named(p, tb_string(r->doc, holders->person)) &&
			strcmp(last_step(tb_string(r->doc, holders->office)), step) == 0)
			return true;
	return false;
}

/*
 * «Сергей Лавров отметил … | Министр напомнил»: the last subject, if the text
 * gives him no title, he is known to bear this one, and the paragraph does not
 * speak of who else bears it in the text.
 */
static uint32_t
known_by_office(const TbResolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	index;
	uint32_t	person;

	if (t->plural || t->former || t->acting || t->office == NULL || t->end != t->first + 1)
		return TB_NONE;
	index = tb_salient_actor(r, actor->first, r->said == TB_FEM ? TB_FEM : 0, false);
	person = index == TB_NONE ? TB_NONE : tb_actor_person(r, index);
	return person != TB_NONE && r->doc->persons.at[person].title == TB_NONE &&
		is_in_paragraph(r, person, actor->first) &&
		(t->person == TB_NONE || !is_in_paragraph(r, t->person, actor->first)) &&
		is_known_in(r, person, last_step(t->office)) ? person : TB_NONE;
}

/* The person whom a bare title means in this document, or TB_NONE. */
uint32_t
tb_title_holder_here(const TbResolver *r, const TbActor *actor)
{
	const TbTitle *t = &r->doc->titles.at[actor->title];
	uint32_t	person;

	/* «спикер» is the chamber's, not the chairwoman of a committee who just spoke */
	if (t->person != TB_NONE && t->end == t->first + 1 && tb_text_is(r->doc, t->first, "спикер"))
		return t->person;
	person = speaker_of_headline(r, t);
	if (person == TB_NONE)
		person = known_by_office(r, actor);
	if (person == TB_NONE)
		person = just_named(r, actor);
	for (size_t k = 0; k < sizeof(searches) / sizeof(searches[0]) && person == TB_NONE; k++)
		if (searches[k].asks(r, t))
			person = last_person(r, actor->first, t, searches[k].fits);
	if (person == TB_NONE && asks_for_head(r, t))
		person = only_head_of_place(r, levels_said(r, t));
	if (person == TB_NONE)
		person = subject_in_office(r, actor);
	if (person == TB_NONE)
		person = t->person;
	if (person == TB_NONE && t->holder == NULL && !t->plural)
		person = same_kind_named(r, actor);
	if (person == TB_NONE && t->holder == NULL)
		person = named_holder(r, t);
	if (person == TB_NONE && t->unique && !t->plural && !t->former)
		person = last_person(r, actor->first, t, is_in_office);
	if (person == TB_NONE && (is_one_word(r, t) || is_level_title(r, t)) &&
		!t->plural && !t->former)
	{
		person = last_person(r, actor->first, t, is_in_office);
		if (person == TB_NONE && t->holder == NULL)
			person = only_one_of_kind(r, t);
		if (person == TB_NONE && t->holder == NULL && t->office != NULL &&
			strcmp(last_step(t->office), "chair/") == 0)
			person = r->chair;
	}
	return person;
}

