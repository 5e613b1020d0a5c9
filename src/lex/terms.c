/*
 * terms.c
 *	  Reads a user's terms into a builder over the lexicon image.
 *
 * Each line is cut at its equals sign, its code is looked up (or made an
 * entry), its names are bent, and their forms are added for that entry.  A
 * line that cannot be used is reported and passed over: newer lexicons and
 * older dumps must go together.
 */
#include "lex/terms.h"

#include <string.h>

#include "lex/inflect.h"
#include "lex/token.h"

/* Longest code in bytes, its NUL included. */
#define MAX_CODE 256

typedef struct Reader
{
	TbBuilder  *b;
	TbLexicon	image;			/* without the terms */
	TbTerm		term;
	TbStatus	status;
} Reader;

/* An entry, and its number among all. */
typedef struct Target
{
	const TbEntry *entry;
	uint32_t	number;
} Target;

#define NO_TARGET ((Target) {NULL, UINT32_MAX})

/* ---------------------------------------------------------------- strings */

static TbStr
trim(TbStr s)
{
	while (s.len > 0 && strchr(" \t\r", s.data[0]) != NULL)
		s = (TbStr) {s.data + 1, s.len - 1};
	while (s.len > 0 && strchr(" \t\r", s.data[s.len - 1]) != NULL)
		s.len--;
	return s;
}

static bool
str_is(TbStr s, const char *text)
{
	return s.len == strlen(text) && memcmp(s.data, text, s.len) == 0;
}

/* Cut s at the first of a character; what stands before it is returned. */
static TbStr
cut(TbStr *s, char c)
{
	const char *at = s->len == 0 ? NULL : memchr(s->data, c, s->len);
	TbStr		head = {s->data, at == NULL ? s->len : (uint32_t) (at - s->data)};
	uint32_t	used = at == NULL ? s->len : head.len + 1;

	*s = (TbStr) {s->data + used, s->len - used};
	return head;
}

/* Cut the next name off a list, whose hints may hold semicolons' kin. */
static bool
next_name(TbStr *list, TbStr *name)
{
	while (list->len > 0)
	{
		*name = trim(cut(list, ';'));
		if (name->len > 0)
			return true;
	}
	return false;
}

/* A code as the lexicon writes it, NUL-terminated; false: it is none. */
static bool
read_code(TbStr s, char *code)
{
	if (s.len == 0 || s.len > MAX_CODE - 2 || s.data[0] == '/')
		return false;
	for (uint32_t i = 0; i < s.len; i++)
	{
		char		c = s.data[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
			  (c == '/' && s.data[i - 1] != '/')))
			return false;
	}
	memcpy(code, s.data, s.len);
	code[s.len] = '\0';
	return true;
}

static void
complain(Reader *r, const char *problem)
{
	if (r->term.problem == NULL)
		r->term.problem = problem;
}

static void
complain_syntax(Reader *r, const char *problem)
{
	r->term.problem = problem;
	r->term.malformed = true;
}

/* ---------------------------------------------------------------- entries */

static uint32_t
intern(Reader *r, const char *s, size_t len)
{
	uint32_t	offset = tb_builder_string(r->b, s, len);

	if (offset == UINT32_MAX)
		r->status = TB_NO_MEMORY;
	return offset;
}

/* Our own entry of a class, code and country, if an earlier term made it. */
static Target
find_own_entry(Reader *r, TbClass klass, const char *code, const char *country)
{
	uint32_t	i = tb_builder_find_entry(r->b, klass, code, country, r->b->rank);

	if (i == UINT32_MAX)
		return NO_TARGET;
	return (Target) {&r->b->entries.at[i], r->b->base->nentries + i};
}

/* First entry of a class of the image whose code is not below this one. */
static uint32_t
lower_bound(const Reader *r, TbClass klass, const char *code, uint32_t *end)
{
	uint32_t	low;
	uint32_t	high;

	tb_lexicon_class(&r->image, klass, &low, &high);
	*end = high;
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		const TbEntry *entry = tb_lexicon_entry(&r->image, middle);

		if (strcmp(tb_lexicon_string(&r->image, entry->code), code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Does a list of country codes ("kz ru", "*", "") hold a country ("": any)? */
static bool
country_listed(const char *list, const char *country)
{
	return *country == '\0' || *list == '\0' || strcmp(list, "*") == 0 ||
		strstr(list, country) != NULL;
}

/* The entry of a class, code and country, of the image or our own. */
static Target
find_entry(Reader *r, TbClass klass, const char *code, const char *country)
{
	uint32_t	end;

	for (uint32_t i = lower_bound(r, klass, code, &end); i < end; i++)
	{
		const TbEntry *entry = tb_lexicon_entry(&r->image, i);

		if (strcmp(tb_lexicon_string(&r->image, entry->code), code) != 0)
			break;
		if (country_listed(tb_lexicon_string(&r->image, entry->country), country))
			return (Target) {entry, i};
	}
	return find_own_entry(r, klass, code, country);
}

/* Make an entry of our own. */
static Target
make_entry(Reader *r, TbClass klass, int sub, const char *code,
		   const char *country, unsigned flags, int32_t value)
{
	TbStr		list = r->term.names;
	TbStr		cell = {"", 0};
	TbStr		name = {"", 0};
	TbNameHints hints;
	TbEntry		entry = {.klass = (uint8_t) klass,.sub = (uint8_t) sub};
	uint32_t	number;

	if (!next_name(&list, &cell) || tb_name_parse(cell, &name, &hints) != NULL)
		return NO_TARGET;
	entry.flags = (uint16_t) (TB_EF_USER | flags);
	entry.value = value;
	entry.code = intern(r, code, strlen(code));
	entry.country = intern(r, country, strlen(country));
	entry.name = intern(r, name.data, name.len);
	entry.spec = intern(r, cell.data, cell.len);
	entry.from = hints.from;
	entry.to = hints.to;
	number = r->status == TB_OK ? tb_builder_entry(r->b, &entry) : UINT32_MAX;
	if (number == UINT32_MAX)
	{
		r->status = TB_NO_MEMORY;
		return NO_TARGET;
	}
	return (Target) {&r->b->entries.at[r->b->entries.n - 1], number};
}

/* ------------------------------------------------------------------ names */

typedef struct FormContext
{
	Reader	   *reader;
	uint32_t	entry;
	uint32_t	flags;
	bool		singular;		/* a place: plural forms are others' */
} FormContext;

static bool
add_form(void *ctx, const char *form, TbGram gram)
{
	FormContext *f = ctx;

	if (f->singular && gram != 0)
	{
		if (tb_gram_cases(gram) != 0 && tb_gram_singular(gram) == 0)
			return true;
		gram &= ~((TbGram) TB_ALL_CASES << TB_PLURAL_SHIFT);
	}
	f->reader->status = tb_builder_form(f->reader->b, form, strlen(form),
										f->entry, gram, f->flags);
	return f->reader->status == TB_OK;
}

/* Add all forms of one name of an entry. */
static void
add_name(Reader *r, uint32_t entry, TbClass klass, TbStr name,
		 TbNameHints hints, bool alias)
{
	FormContext ctx = {r, entry, 0, klass == TB_PLACE && !hints.plural};

	if (klass != TB_PLACE && klass != TB_PLACE_ADJ)
		hints.animate = true;
	if (hints.abbreviation)
		hints.fixed = true;
	ctx.flags = (hints.mark ? TB_RF_MARK : 0) |
		(hints.abbreviation ? TB_RF_CAPS : 0) |
		(hints.official ? TB_RF_OFFICIAL : 0) | (hints.own ? TB_RF_OWN : 0) |
		(hints.to != TB_NO_DAY ? TB_RF_OLD : 0) | (alias ? TB_RF_ALIAS : 0);
	if (!tb_inflect_name(name, &hints, add_form, &ctx) && r->status == TB_OK)
		complain(r, "name too long");
}

/* Does the image give an entry this name already? */
static bool
name_known(Reader *r, uint32_t entry, TbStr name)
{
	TbMatch		matches[8];
	TbArena		scratch;
	TbText		text;
	bool		known = false;
	TbStatus	status;

	tb_arena_init(&scratch, r->b->arena->host);
	status = tb_text_open(&text, name.data, name.len, &r->image, &scratch);
	if (status != TB_OK)
		r->status = status;
	else
		for (int i = tb_text_match(&text, &r->image, 0, matches, 8); i-- > 0;)
		{
			uint32_t	n;
			const TbReading *reading =
				tb_lexicon_readings(&r->image, matches[i].node, &n);

			for (; n > 0 && matches[i].end == text.ntok; n--, reading++)
				known = known || (reading->entry == entry &&
								  (tb_gram_cases(reading->gram) & TB_NOM));
		}
	tb_arena_reset(&scratch);
	return known;
}

/* Add the names of the term to an entry; adjectives of a place are not its. */
static void
add_names(Reader *r, Target target, TbClass klass, bool adjectives, bool alias)
{
	TbStr		list = r->term.names;
	TbStr		cell;
	bool		added = false;
	bool		repeated = false;

	while (r->status == TB_OK && next_name(&list, &cell))
	{
		TbStr		name;
		TbNameHints hints;

		if (tb_name_parse(cell, &name, &hints) != NULL ||
			(klass != TB_OFFICE && hints.adjective != adjectives))
			continue;
		if (name_known(r, target.number, name))
		{
			repeated = true;
			continue;
		}
		if (r->status != TB_OK)
			return;
		add_name(r, target.number, klass, name, hints, alias);
		added = alias = true;
	}
	if (repeated && !added)
		complain(r, "the lexicon has this name already");
}

/* Say what is wrong with the names of the term, if anything is. */
static bool
check_names(Reader *r)
{
	TbStr		list = r->term.names;
	TbStr		cell;
	bool		any = false;

	while (next_name(&list, &cell))
	{
		TbStr		name;
		TbNameHints hints;
		const char *wrong = tb_name_parse(cell, &name, &hints);

		if (wrong == NULL && name.len == 0)
			wrong = "empty name";
		if (wrong != NULL)
		{
			complain_syntax(r, wrong);
			return false;
		}
		any = true;
	}
	if (!any)
		complain_syntax(r, "no name after the equals sign");
	return any;
}

/* ----------------------------------------------------------------- places */

static const char *const place_types[] = {
#define PLACE_TYPE_NAME(name) #name,
	TB_PLACE_TYPES(PLACE_TYPE_NAME)
#undef PLACE_TYPE_NAME
};

/* Is what stands above a place's code known, or is it a country? */
static bool
parent_known(Reader *r, const char *code)
{
	char		parent[MAX_CODE];
	size_t		len = strlen(code) - 1;

	while (len > 0 && code[len - 1] != '/')
		len--;
	if (len == 0)
		return true;
	memcpy(parent, code, len);
	parent[len] = '\0';
	return strcmp(parent, "world/") == 0 ||
		find_entry(r, TB_PLACE, parent, "").entry != NULL;
}

/* Names with {a}: the adjective of a place. */
static void
add_place_adjectives(Reader *r, const char *code, int type)
{
	TbStr		list = r->term.names;
	TbStr		cell;
	bool		any = false;
	Target		target;

	while (next_name(&list, &cell))
	{
		TbStr		name;
		TbNameHints hints;

		any = any || (tb_name_parse(cell, &name, &hints) == NULL && hints.adjective);
	}
	if (!any)
		return;
	target = find_entry(r, TB_PLACE_ADJ, code, "");
	if (target.entry == NULL)
		target = make_entry(r, TB_PLACE_ADJ, type, code, "", 0, 0);
	if (target.entry != NULL)
		add_names(r, target, TB_PLACE_ADJ, true, false);
}

static void
read_place(Reader *r, TbStr left)
{
	TbStr		code_text = cut(&left, ' ');
	TbStr		type_text = trim(left);
	int			type = 0;
	char		code[MAX_CODE];
	Target		target;
	bool		known;

	while (type < TB_NPLACE_TYPES && !str_is(type_text, place_types[type]))
		type++;
	if (!read_code(code_text, code) || code[strlen(code) - 1] != '/')
		complain_syntax(r, "a place's code is a path that ends in a slash, such as kz/astana/");
	else if (type_text.len > 0 && type == TB_NPLACE_TYPES)
		complain_syntax(r, "unknown type of place");
	if (r->term.problem != NULL || !check_names(r))
		return;
	target = find_entry(r, TB_PLACE, code, "");
	known = target.entry != NULL;
	if (!known && type_text.len == 0)
		complain(r, "unknown place; a new one needs its type after the code");
	else if (!known && !parent_known(r, code))
		complain(r, "unknown place above the new one");
	else if (!known)
		target = make_entry(r, TB_PLACE, type, code, "", 0, 0);
	if (r->term.problem != NULL || target.entry == NULL)
		return;
	type = target.entry->sub;	/* the entry may move */
	add_names(r, target, TB_PLACE, false, known);
	add_place_adjectives(r, code, type);
}

/* ----------------------------------------------------------------- titles */

/* Split kz/senate/chair/ into kz and senate/chair; country may be empty. */
static void
split_office(char *path, char *country, const char **office)
{
	size_t		len = strlen(path);

	if (len > 0 && path[len - 1] == '/')
		path[len - 1] = '\0';
	*office = path;
	country[0] = '\0';
	if (strlen(path) > 3 && path[2] == '/')
	{
		memcpy(country, path, 2);
		country[2] = '\0';
		*office = path + 3;
	}
}

static void
read_title(Reader *r, TbStr left)
{
	TbStr		code_text = cut(&left, ' ');
	TbStr		kind = trim(left);
	char		path[MAX_CODE];
	char		country[3];
	const char *office;
	Target		target;
	bool		known;

	if (!read_code(code_text, path))
		complain_syntax(r, "an office is a path, such as kz/senate/chair/");
	else if (kind.len > 0 && !str_is(kind, "class") && !str_is(kind, "unique"))
		complain_syntax(r, "after an office only \"unique\" or \"class\" may stand");
	if (r->term.problem != NULL || !check_names(r))
		return;
	split_office(path, country, &office);
	target = find_entry(r, TB_OFFICE, office, country);
	known = target.entry != NULL;
	if (!known)
		target = make_entry(r, TB_OFFICE, 0, office, country,
							str_is(kind, "class") ? 0 : TB_EF_UNIQUE, 0);
	if (target.entry != NULL)
		add_names(r, target, TB_OFFICE, false, known);
}

/* ---------------------------------------------------------------- persons */

/* Is a given name in the image, with this gender? */
static bool
given_name_known(Reader *r, TbStr name, TbGram gender)
{
	char		code[MAX_CODE];
	Target		found;

	if (name.len >= MAX_CODE)
		return false;
	memcpy(code, name.data, name.len);
	code[name.len] = '\0';
	found = find_entry(r, TB_GIVEN, code, "");
	return found.entry != NULL && ((TbGram) found.entry->value & gender) == gender;
}

/* The first word of a person's name is the given name: make it known. */
static void
read_person(Reader *r, TbStr left)
{
	TbGram		gender = str_is(left, "m") ? TB_MASC : str_is(left, "f") ? TB_FEM : 0;
	TbStr		list = r->term.names;
	TbStr		cell;

	if (gender == 0)
		complain_syntax(r, "before a person's name stands m or f");
	if (r->term.problem != NULL || !check_names(r))
		return;
	while (r->status == TB_OK && next_name(&list, &cell))
	{
		TbStr		name;
		TbStr		given;
		TbNameHints hints;
		char		code[MAX_CODE];
		Target		target;

		tb_name_parse(cell, &name, &hints);
		given = cut(&name, ' ');
		if (given.len >= MAX_CODE || given_name_known(r, given, gender))
		{
			complain(r, given.len >= MAX_CODE ? "name too long"
					 : "the lexicon knows this given name");
			continue;
		}
		memcpy(code, given.data, given.len);
		code[given.len] = '\0';
		r->term.names = given;
		target = make_entry(r, TB_GIVEN, 0, code, "", 0, (int32_t) gender);
		hints.gender = hints.gender == 0 ? gender : hints.gender;
		if (target.entry != NULL)
			add_name(r, target.number, TB_GIVEN, given, hints, false);
	}
}

/* ---------------------------------------------------------------- holders */

/* Does the lexicon know the office: as a title, or as role and body or place? */
static bool
office_known(Reader *r, const char *path)
{
	char		copy[MAX_CODE];
	char		country[3];
	const char *office;
	char	   *slash;

	memcpy(copy, path, strlen(path) + 1);
	split_office(copy, country, &office);
	if (find_entry(r, TB_OFFICE, office, country).entry != NULL)
		return true;
	slash = strrchr(copy, '/');
	if (find_entry(r, TB_ROLE, slash == NULL ? copy : slash + 1, "").entry == NULL)
		return false;
	if (slash == NULL || slash < office)
		return true;
	*slash = '\0';
	if (find_entry(r, TB_BODY, office, country).entry != NULL)
		return true;
	memcpy(slash, "/", 2);
	return find_entry(r, TB_PLACE, copy, "").entry != NULL;
}

static void
read_holder(Reader *r, TbStr left)
{
	TbStr		list = r->term.names;
	TbStr		cell;
	char		path[MAX_CODE];
	size_t		len;

	if (!read_code(left, path))
		complain_syntax(r, "an office is a path, such as kz/senate/chair/");
	if (r->term.problem != NULL || !check_names(r))
		return;
	len = strlen(path);
	if (path[len - 1] != '/')
		memcpy(path + len, "/", 2);
	if (!office_known(r, path))
	{
		complain(r, "unknown office");
		return;
	}
	while (r->status == TB_OK && next_name(&list, &cell))
	{
		TbHolder	holder;
		TbHolder   *item;
		TbStr		name;
		TbNameHints hints;

		tb_name_parse(cell, &name, &hints);
		holder = (TbHolder) {
			intern(r, path, strlen(path)), intern(r, name.data, name.len),
			hints.from, hints.to
		};
		item = r->status == TB_OK ? TB_PUSH(r->b->arena, &r->b->holders) : NULL;
		if (item == NULL)
			r->status = TB_NO_MEMORY;
		else
			*item = holder;
	}
}

/* ------------------------------------------------------------------ lines */

static void
read_line(Reader *r, TbStr line)
{
	static void (*const readers[]) (Reader *, TbStr) = {
		read_place, read_title, read_person, read_holder
	};
	TbStr		rest = line;
	TbStr		left = trim(cut(&rest, '='));

	r->term.code = left;
	r->term.names = trim(rest);
	r->term.problem = NULL;
	r->term.malformed = false;
	if (left.len == line.len)
		complain_syntax(r, "no equals sign");
	else
		readers[r->term.section] (r, left);
	r->term.names = trim(rest);
}

TbStatus
tb_terms_read(TbBuilder *b, TbTermSection section, TbStr line, TbTerm *term)
{
	Reader		r = {.b = b,.image = {b->base, NULL},.status = TB_OK};

	r.term.section = section;
	read_line(&r, line);
	if (term != NULL)
	{
		r.term.line = term->line;
		*term = r.term;
	}
	return r.status;
}

bool
tb_terms_next_line(TbStr *value, TbStr *line, int *number)
{
	while (value->len > 0)
	{
		*line = trim(cut(value, '\n'));
		++*number;
		if (line->len > 0 && line->data[0] != '#')
			return true;
	}
	return false;
}

TbStatus
tb_terms_add(TbBuilder *b, TbTermSection section, TbStr value,
			 TbTermVisitor visit, void *ctx)
{
	TbTerm		term = {.line = 0};
	TbStr		line;

	while (tb_terms_next_line(&value, &line, &term.line))
	{
		b->rank++;
		TB_TRY(tb_terms_read(b, section, line, &term));
		visit(ctx, &term);
	}
	/* a refused index or form would make a term quietly less than it is */
	return b->arena->refused ? TB_NO_MEMORY : TB_OK;
}
