/*
 * title_holder.c
 *	  Who holds an office: the person beside its title, the same office
 *	  elsewhere in the document, the registry by the document's date.
 */
#include "core/title_internal.h"

#include <stdio.h>

#include "base/fold.h"

/* Offices that a country's «глава», «лидер» may mean. */
static bool
is_top_office(const char *office)
{
	static const char *const tops[] = {
		"president/", "pm/", "chancellor/", "king/", "emir/", "supreme-leader/", "leader/"
	};

	for (size_t i = 0; i < sizeof(tops) / sizeof(*tops); i++)
		if (strcmp(office, tops[i]) == 0)
			return true;
	return false;
}

/* Does a path tell the office? «minister/», «organisation/leader/» are many men's. */
static bool
names_itself(const char *office)
{
	return strcmp(office, "minister/") != 0 && strcmp(office, "deputy-minister/") != 0 &&
		strncmp(office, "organisation/", 13) != 0 && strcmp(office, "ambassador/") != 0;
}

/* Is the office of b that of a, or the second one of a dashed title? */
static bool
same_office(const TbTitle *a, const TbTitle *b)
{
	if (strcmp(a->office, "leader/") == 0 || strcmp(b->office, "leader/") == 0)
		return strcmp(a->jurisdiction, b->jurisdiction) == 0 &&
			is_top_office(a->office) && is_top_office(b->office);
	if (a->second_office != NULL && strcmp(b->office, a->second_office) == 0 &&
		strcmp(b->jurisdiction, a->second_jurisdiction) == 0)
		return true;
	return strcmp(a->office, b->office) == 0 &&
		strcmp(a->jurisdiction, b->jurisdiction) == 0 &&
		(names_itself(a->office) || strcmp(a->title, b->title) == 0 || a->acting != b->acting);
}

/* Titles beside which a person stands, in the order of the text. */
typedef struct Held
{
	uint32_t   *behind;			/* before the title at hand */
	uint32_t	nbehind;
	uint32_t   *ahead;			/* all that were bound to a name */
	uint32_t	nahead;
	uint32_t	next;			/* in ahead: the first one behind the title at hand */
} Held;

static bool
open_held(TbDocument *doc, Held *held)
{
	*held = (Held) {
		tb_arena_take(doc->arena, doc->titles.n * sizeof(uint32_t)), 0,
		tb_arena_take(doc->arena, doc->titles.n * sizeof(uint32_t)), 0, 0
	};
	if (held->behind == NULL || held->ahead == NULL)
		return false;
	for (uint32_t i = 0; i < doc->titles.n; i++)
		if (doc->titles.at[i].person != TB_NONE)
			held->ahead[held->nahead++] = i;
	return true;
}

/* The person another title of the same office stands beside; nearest first. */
static uint32_t
holder_in_document(const TbDocument *doc, uint32_t title, const Held *held)
{
	const TbTitle *titles = doc->titles.at;
	const TbTitle *t = &titles[title];

	for (uint32_t k = held->nbehind; k-- > 0 && held->behind[k] + MEMORY > title;)
		if (titles[held->behind[k]].former == t->former &&
			same_office(&titles[held->behind[k]], t))
			return titles[held->behind[k]].person;
	if (!t->unique)
		return TB_NONE;
	for (uint32_t k = held->next; k < held->nahead && held->ahead[k] < title + MEMORY; k++)
		if (titles[held->ahead[k]].former == t->former &&
			same_office(&titles[held->ahead[k]], t))
			return titles[held->ahead[k]].person;
	return TB_NONE;
}

/* The full path of a title's office in buf; false when it does not fit. */
static bool
office_path(const TbTitle *t, const char *jurisdiction, char *buf, size_t size)
{
	return snprintf(buf, size, "%s%s", jurisdiction, t->office) < (int) size;
}

/* A registry name without its patronymic: «Касым-Жомарт Токаев». */
static const char *
without_patronymic(TbDocument *doc, const char *name)
{
	const char *first = strchr(name, ' ');
	const char *last = strrchr(name, ' ');
	TbBuffer	out = {.arena = doc->arena};
	TbGram		gender;

	if (first == NULL || first == last ||
		!tb_is_patronymic((TbStr) {first + 1, (uint32_t) (last - first - 1)}, &gender))
		return name;
	tb_buffer_put(&out, name, (size_t) (first - name));
	tb_buffer_puts(&out, last);
	return tb_buffer_text(&out);
}

/* Does a registry name hold the person's surname and given name? */
static bool
is_registered_as(const char *registered, const TbPerson *person)
{
	return person->surname != NULL && person->given != NULL &&
		strlen(person->given) > 4 &&
		strstr(registered, person->surname) != NULL &&
		strstr(registered, person->given) != NULL;
}

static void
resolve_by_registry(TbDocument *doc, TbTitle *t)
{
	char		path[256];
	const TbHolder *holder;

	if (doc->reference == TB_NO_DAY ||
		!office_path(t, t->jurisdiction, path, sizeof(path)))
		return;
	holder = tb_lexicon_holder(doc->lex, path, doc->reference);
	if (holder == NULL)
		return;
	t->holder = without_patronymic(doc, tb_string(doc, holder->person));
	t->holder_source = TB_HS_REGISTRY;
	/* the document may name the same person without the title */
	for (uint32_t i = 0; i < doc->persons.n && i < 256; i++)
	{
		TbPerson   *person = &doc->persons.at[i];

		if (!is_registered_as(tb_string(doc, holder->person), person))
			continue;
		t->person = i;
		if (person->title == TB_NONE)
			person->title = (uint32_t) (t - doc->titles.at);
		return;
	}
}

void
tb_title_resolve_holders(TbDocument *doc)
{
	Held		held;

	if (!open_held(doc, &held))
		return;
	for (uint32_t i = 0; i < doc->titles.n && !tb_arena_poll(doc->arena); i++)
	{
		TbTitle    *t = &doc->titles.at[i];
		uint32_t	person = t->person;

		while (held.next < held.nahead && held.ahead[held.next] <= i)
			held.next++;
		if (person == TB_NONE && !t->plural)
			person = holder_in_document(doc, i, &held);
		if (person != TB_NONE)
		{
			t->holder = doc->persons.at[person].name;
			t->holder_source = TB_HS_DOCUMENT;
			if (t->unique || t->person != TB_NONE)
				t->person = person;
		}
		else if (t->unique && !t->plural && !t->former && !t->acting)
			resolve_by_registry(doc, t);
		if (t->person != TB_NONE)
			held.behind[held.nbehind++] = i;
	}
}

/* Is a name, or the first letters of one, a word of a registry name: len 0 = all of it. */
static bool
holds_name(const char *registered, const char *name, size_t len)
{
	bool		whole = len == 0;

	len = whole ? strlen(name) : len;
	for (const char *at = registered; at != NULL && *at != '\0'; at = strchr(at, ' '))
	{
		at += *at == ' ';
		if (strncmp(at, name, len) == 0 && (!whole || at[len] == '\0' || at[len] == ' '))
			return true;
	}
	return false;
}

/* Bytes of the letters that spellings of a given name share: Александр, Александар. */
#define SHARED 10

/* Letters of the shortest name that tells a holder alone, in bytes. */
#define LONE 10

/*
 * same_man: the surname and a spelling of the given name, or the one name that the
 * text has («Президент Хурэлсух») where he holds the office on its day.
 */
static bool
is_same_man(const TbDocument *doc, const TbHolder *holder, const TbPerson *person)
{
	const char *registered = tb_string(doc, holder->person);
	const char *lone = person->surname == NULL ? person->given : person->surname;

	if (is_registered_as(registered, person))
		return true;
	if (person->surname != NULL && person->given != NULL)
		return strlen(person->given) >= SHARED && holds_name(registered, person->surname, 0) &&
			holds_name(registered, person->given, SHARED);
	return lone != NULL && strlen(lone) >= LONE && doc->reference != TB_NO_DAY &&
		holder->from != TB_NO_DAY && holder->from <= doc->reference &&
		(holder->to == TB_NO_DAY || doc->reference <= holder->to) &&
		holds_name(registered, lone, 0);
}

/* «Президент» of a list of all countries with the country's name behind it. */
static const char *
name_of_office(TbDocument *doc, const TbEntry *office, const char *country)
{
	char		code[4] = {country[0], country[1], '/', '\0'};
	const TbEntry *place = tb_lexicon_find_code(doc->lex, TB_PLACE, code);
	TbBuffer	out = {.arena = doc->arena};

	tb_buffer_puts(&out, tb_capitalised(doc, tb_string(doc, office->name)));
	if (strcmp(tb_string(doc, office->country), "*") == 0 && place != NULL)
	{
		tb_buffer_puts(&out, " ");
		tb_buffer_puts(&out, tb_entry_in_case(doc, place, TB_CASE_GEN));
	}
	return tb_buffer_text(&out);
}

/* May a holder of the registry have the surname: it is in the lexicon, or of the East? */
static bool
is_holders_surname(const TbDocument *doc, const char *surname)
{
	char		folded[TB_MAX_WORD];
	size_t		len = surname == NULL ? 0 : strlen(surname);

	if (len == 0 || len >= sizeof(folded))
		return false;
	len = tb_fold(surname, len, folded);
	return (tb_lexicon_mask(doc->lex, tb_lexicon_find_word(doc->lex, folded, len)) &
			(TB_BIT(SURNAME) | TB_BIT(PARTICLE))) != 0;
}

void
tb_title_bind(TbDocument *doc, uint32_t title, uint32_t person)
{
	TbTitle    *t = &doc->titles.at[title];
	uint32_t	n;
	const TbHolder *holders = tb_lexicon_holders(doc->lex, &n);
	char		own[256];

	t->person = person;
	if (t->placed || (doc->persons.at[person].surname != NULL &&
					  !is_holders_surname(doc, doc->persons.at[person].surname)) ||
		!office_path(t, "", own, sizeof(own)))
		return;
	for (uint32_t i = 0; i < n; i++)
	{
		const char *path = tb_string(doc, holders[i].office);
		const TbEntry *office;
		const char *country;
		char		code[256];

		/* of two letters and a slash, then the office: most differ at once */
		if (path[0] == '\0' || path[1] == '\0' || path[2] != '/' || path[3] != own[0] ||
			strcmp(path + 3, own) != 0 ||
			!is_same_man(doc, &holders[i], &doc->persons.at[person]) ||
			strncmp(path, t->jurisdiction, 3) == 0)
			continue;
		t->jurisdiction = tb_arena_strdup(doc->arena, path, 3);
		country = tb_arena_strdup(doc->arena, path, 2);
		snprintf(code, sizeof(code), "%.*s", (int) strlen(own) - 1, own);
		office = tb_title_entry_for(doc, TB_OFFICE, code, country);
		if (office != NULL && !t->former && !t->acting)
			t->title = name_of_office(doc, office, country);
		return;
	}
}
