/*
 * lexc.c
 *	  Compiles data/ into the lexicon image.
 *
 *	lexc -o IMAGE data/FILE.tsv ...
 *
 * A file's name says its kind (places_*.tsv, roles.tsv, ...; data/README.md
 * describes them).  Rows are read into entries with their names; the entries
 * are sorted by class and code and numbered; every name is bent into its
 * forms, and the forms go into the builder, which the image is written from.
 * A bad row is reported as "file:line: reason" and the rest is still read;
 * after any bad row there is no image and the exit code is 1.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/fold.h"
#include "lex/builder.h"
#include "lex/hash.h"
#include "lex/inflect.h"

/* lexicon.c refers to the linked image, which does not exist yet. */
const char	tb_image_start[sizeof(TbImage)] = {0};

#define MAX_COLUMNS 10

/* A name of an entry and how it is bent. */
typedef struct Name
{
	TbStr		text;
	TbNameHints hints;
	uint32_t	flags;			/* TB_RF_* */
	int			line;
	const char *file;
} Name;

typedef struct Row
{
	TbEntry		entry;
	const char *code;
	uint32_t	order;			/* as read, to keep the sort stable */
	bool		surname;		/* bends as a surname does */
	TbVec(Name) names;
} Row;

typedef struct Compiler
{
	TbArena		arena;
	TbBuilder	builder;
	TbVec(Row) rows;
	const char *file;			/* base name of the file being read */
	int			line;
	TbStr		column[MAX_COLUMNS];
	int			ncolumns;
	int			errors;
	uint64_t	digest;			/* of all that was read: the version */
} Compiler;

static void
out_of_memory(void)
{
	fprintf(stderr, "lexc: out of memory\n");
	exit(2);
}

static void *
check(void *p)
{
	if (p == NULL)
		out_of_memory();
	return p;
}

static void
complain(Compiler *c, const char *format,...)
{
	va_list		args;

	fprintf(stderr, "%s:%d: ", c->file, c->line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	c->errors++;
}

/* ------------------------------------------------------------ cells, names */

static bool
str_is(TbStr s, const char *text)
{
	return s.len == strlen(text) && memcmp(s.data, text, s.len) == 0;
}

static bool
starts_with(TbStr s, const char *prefix)
{
	return s.len >= strlen(prefix) && memcmp(s.data, prefix, strlen(prefix)) == 0;
}

/* Is a word one of those in a list separated by spaces or commas? */
static bool
list_has(TbStr list, const char *word)
{
	size_t		len = strlen(word);

	for (uint32_t i = 0; i + len <= list.len; i++)
		if (memcmp(list.data + i, word, len) == 0 &&
			(i == 0 || strchr(" ,;", list.data[i - 1])) &&
			(i + len == list.len || strchr(" ,;", list.data[i + len])))
			return true;
	return false;
}

static uint32_t
intern(Compiler *c, TbStr s)
{
	uint32_t	offset = tb_builder_string(&c->builder, s.data, s.len);

	if (offset == UINT32_MAX)
		out_of_memory();
	return offset;
}

/* Cut the next item off a list separated by "; "; false at its end. */
static bool
next_item(TbStr *list, TbStr *item)
{
	uint32_t	n = 0;
	int			depth = 0;

	while (list->len > 0 && (*list->data == ' ' || *list->data == ';'))
	{
		list->data++;
		list->len--;
	}
	if (list->len == 0)
		return false;
	for (; n < list->len && (depth > 0 || list->data[n] != ';'); n++)
		depth += (list->data[n] == '{') - (list->data[n] == '}');
	*item = (TbStr) {list->data, n};
	list->data += n;
	list->len -= n;
	while (item->len > 0 && item->data[item->len - 1] == ' ')
		item->len--;
	return true;
}

static uint32_t
hint_flags(const TbNameHints *hints)
{
	return (hints->mark ? TB_RF_MARK : 0) |
		(hints->abbreviation ? TB_RF_CAPS : 0) |
		(hints->official ? TB_RF_OFFICIAL : 0) |
		(hints->to != TB_NO_DAY ? TB_RF_OLD : 0);
}

/* Add one name to a row; NULL when the cell is wrong. */
static Name *
add_name(Compiler *c, Row *row, TbStr cell, uint32_t flags)
{
	Name	   *name = check(TB_PUSH(&c->arena, &row->names));
	const char *wrong = tb_name_parse(cell, &name->text, &name->hints);

	name->line = c->line;
	name->file = c->file;
	if (wrong != NULL || name->text.len == 0)
	{
		complain(c, "%s in \"%.*s\"", wrong ? wrong : "empty name",
				 (int) cell.len, cell.data);
		row->names.n--;
		return NULL;
	}
	name->flags = flags | hint_flags(&name->hints);
	return name;
}

/* Add a list of names. */
static void
add_names(Compiler *c, Row *row, TbStr list, uint32_t flags)
{
	TbStr		item;

	while (next_item(&list, &item))
		add_name(c, row, item, flags);
}

/* «казахстанский» also makes the first part of «казахстанско-узбекский». */
static void
add_compound_part(Compiler *c, Row *row, TbStr adjective)
{
	char	   *part;
	Name	   *name;

	if (adjective.len < 8 ||
		memcmp(adjective.data + adjective.len - 4, "ий", 4) != 0)
		return;
	part = check(tb_arena_strdup(&c->arena, adjective.data, adjective.len));
	memcpy(part + adjective.len - 4, "о", 3);
	name = add_name(c, row, (TbStr) {part, adjective.len - 2}, TB_RF_COMPOUND);
	if (name != NULL)
		name->hints.fixed = true;
}

/* Add a list of adjectives. */
static void
add_adjectives(Compiler *c, Row *row, TbStr list)
{
	TbStr		item;

	while (next_item(&list, &item))
	{
		Name	   *name = add_name(c, row, item, 0);
		TbStr		text;

		if (name == NULL || name->hints.fixed)
			continue;
		name->hints.adjective = true;
		text = name->text;		/* the next name may move this one */
		add_compound_part(c, row, text);
	}
}

/* A row of a class with its code; names are added by the caller. */
static Row *
add_row(Compiler *c, TbClass klass, TbStr code)
{
	Row		   *row = check(TB_PUSH(&c->arena, &c->rows));

	row->entry.klass = (uint8_t) klass;
	row->entry.code = intern(c, code);
	row->entry.from = row->entry.to = TB_NO_DAY;
	row->code = check(tb_arena_strdup(&c->arena, code.data, code.len));
	row->order = c->rows.n;
	return row;
}

/* Take the canonical name of a row from a cell, and make it its first name. */
static void
set_name(Compiler *c, Row *row, TbStr cell)
{
	Name	   *name = add_name(c, row, cell, 0);

	if (name == NULL)
		return;
	row->entry.spec = intern(c, cell);
	row->entry.name = intern(c, name->text);
	row->entry.from = name->hints.from;
	row->entry.to = name->hints.to;
}

/* ----------------------------------------------------------- kinds of files */

/* Codes: path steps of a-z, 0-9 and hyphens. */
static bool
check_code(Compiler *c, TbStr code, bool slash)
{
	bool		good = code.len > 0 && (code.data[code.len - 1] == '/') == slash;

	for (uint32_t i = 0; i < code.len && good; i++)
		good = (code.data[i] >= 'a' && code.data[i] <= 'z') ||
			(code.data[i] >= '0' && code.data[i] <= '9') ||
			code.data[i] == '-' || (code.data[i] == '/' && i > 0 &&
									code.data[i - 1] != '/');
	if (!good)
		complain(c, "bad code \"%.*s\"", (int) code.len, code.data);
	return good;
}

/* Index of a word in a list of names, or -1. */
static int
index_of(TbStr word, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (str_is(word, names[i]))
			return i;
	return -1;
}

static const char *const place_types[] = {
#define NAME(name) #name,
	TB_PLACE_TYPES(NAME)
};

static const char *const body_types[] = {
	TB_BODY_TYPES(NAME)
};

static const char *const class_names[] = {
	TB_CLASSES(NAME)
#undef NAME
};

/*
 * «Атырауская область» gives an adjective that may stand without its head
 * («в Атырауской и Актюбинской областях»): the first word, if it is one.
 */
static void
add_elliptic_adjective(Compiler *c, TbStr code, int type, TbStr name)
{
	const char *space = memchr(name.data, ' ', name.len);
	TbStr		first = {name.data, space ? (uint32_t) (space - name.data) : 0};
	TbStr		rest = {name.data + first.len, name.len - first.len};
	TbStr		adjective = first;
	static const char *const heads[] = {" область", " район", " край", " округ"};
	char	   *masculine;
	Row		   *row;

	for (int i = 0; i < 4; i++)
		if (str_is(rest, heads[i]) && first.len > 6)
		{
			row = add_row(c, TB_PLACE_ADJ, code);
			row->entry.sub = (uint8_t) type;
			row->entry.value = 1;
			masculine = check(tb_arena_strdup(&c->arena, first.data, first.len));
			if (i == 0)			/* -ая -> -ий, -ый */
				memcpy(masculine + first.len - 4, "ий", 4);
			/* small: a capital one would be a name that bends as one */
			(void) tb_lower(masculine, first.len, masculine);
			adjective.data = masculine;
			add_adjectives(c, row, adjective);
		}
}

static void
read_place(Compiler *c)
{
	TbStr	   *col = c->column;
	int			type = index_of(col[1], place_types, TB_NPLACE_TYPES);
	TbStr		bare;
	TbNameHints hints;
	Row		   *row;

	if (!check_code(c, col[0], true))
		return;
	if (type < 0)
	{
		complain(c, "unknown type \"%.*s\"", (int) col[1].len, col[1].data);
		return;
	}
	if (tb_name_parse(col[2], &bare, &hints) == NULL)
		add_elliptic_adjective(c, col[0], type, bare);
	for (TbStr list = col[6], item; next_item(&list, &item);)
		if (tb_name_parse(item, &bare, &hints) == NULL && hints.to == TB_NO_DAY)
			add_elliptic_adjective(c, col[0], type, bare);
	if (col[4].len > 0)
	{
		row = add_row(c, TB_PLACE_ADJ, col[0]);
		row->entry.sub = (uint8_t) type;
		add_adjectives(c, row, col[4]);
	}
	if (col[5].len > 0)
	{
		row = add_row(c, TB_DEMONYM, col[0]);
		row->entry.sub = (uint8_t) type;
		add_names(c, row, col[5], 0);
		for (uint32_t i = 0; i < row->names.n; i++)
			row->names.at[i].hints.animate = true;
	}
	row = add_row(c, TB_PLACE, col[0]);
	row->entry.sub = (uint8_t) type;
	row->entry.extra = intern(c, col[3]);
	row->entry.flags = (list_has(col[7], "homonym") ? TB_EF_HOMONYM : 0) |
		(list_has(col[7], "capital") ? TB_EF_CAPITAL : 0);
	set_name(c, row, col[2]);
	add_names(c, row, col[6], TB_RF_ALIAS);
}

static void
set_animate(Row *row)
{
	for (uint32_t i = 0; i < row->names.n; i++)
		row->names.at[i].hints.animate = true;
}

static void
read_role(Compiler *c)
{
	static const char *const kinds[] = {"head", "own", "member"};
	TbStr	   *col = c->column;
	int			kind = index_of(col[2], kinds, 3);
	Row		   *row;

	if (!check_code(c, col[0], false))
		return;
	if (kind < 0)
	{
		complain(c, "unknown kind \"%.*s\"", (int) col[2].len, col[2].data);
		return;
	}
	row = add_row(c, TB_ROLE, col[0]);
	row->entry.sub = (uint8_t) kind;
	row->entry.flags = str_is(col[3], "y") ? TB_EF_UNIQUE : 0;
	set_name(c, row, col[1]);
	add_names(c, row, col[4], 0);
	add_names(c, row, col[5], TB_RF_ALIAS);
	set_animate(row);
}

static void
read_body(Compiler *c)
{
	TbStr	   *col = c->column;
	int			type = index_of(col[2], body_types, TB_NBODY_TYPES);
	TbStr		domain = {"", 0};
	Row		   *row;

	if (!check_code(c, col[0], false))
		return;
	if (type < 0)
	{
		complain(c, "unknown type \"%.*s\"", (int) col[2].len, col[2].data);
		return;
	}
	if (col[6].len > 0)
	{
		row = add_row(c, TB_DOMAIN, col[0]);
		row->entry.country = intern(c, col[3]);
		row->entry.extra = intern(c, col[4]);
		add_names(c, row, col[6], 0);
		for (uint32_t i = 0; i < row->names.n; i++)
			row->names.at[i].hints.fixed = true;
		if (row->names.n > 0)
			domain = row->names.at[0].text;
		row->entry.name = intern(c, domain);
	}
	row = add_row(c, TB_BODY, col[0]);
	row->entry.domain = intern(c, domain);
	row->entry.sub = (uint8_t) type;
	row->entry.country = intern(c, col[3]);
	row->entry.extra = intern(c, col[4]);
	row->entry.flags = (list_has(col[7], "upper") ? TB_EF_UPPER : 0) |
		(list_has(col[7], "lower") ? TB_EF_LOWER : 0) |
		(list_has(col[7], "local") ? TB_EF_LOCAL : 0);
	set_name(c, row, col[1]);
	add_names(c, row, col[5], TB_RF_ALIAS);
}

static void
read_office(Compiler *c)
{
	TbStr	   *col = c->column;
	Row		   *row;

	if (!check_code(c, col[0], false))
		return;
	row = add_row(c, TB_OFFICE, col[0]);
	row->entry.country = intern(c, col[2]);
	row->entry.flags = str_is(col[3], "unique") ? TB_EF_UNIQUE : 0;
	set_name(c, row, col[1]);
	add_names(c, row, col[4], TB_RF_ALIAS);
	set_animate(row);
}

static void
add_given_name(Compiler *c, TbStr cell, TbGram gender)
{
	TbStr		bare = cell;
	TbNameHints hints;
	Row		   *row;

	(void) tb_name_parse(cell, &bare, &hints);
	row = add_row(c, TB_GIVEN, bare);
	row->entry.value = (int32_t) gender;
	row->entry.flags = (list_has(c->column[4], "word") ? TB_EF_WORD : 0) |
		(list_has(c->column[4], "place") ? TB_EF_HOMONYM : 0);
	set_name(c, row, cell);
	set_animate(row);
	if (row->names.n > 0 && row->names.at[0].hints.gender == 0)
		row->names.at[0].hints.gender = gender;
}

static void
read_given_name(Compiler *c)
{
	TbStr	   *col = c->column;
	TbGram		gender = (list_has(col[1], "m") ? TB_MASC : 0) |
		(list_has(col[1], "f") ? TB_FEM : 0) |
		(str_is(col[1], "mf") ? TB_MASC | TB_FEM : 0);
	TbStr		list = col[3];
	TbStr		item = col[0];

	if (gender == 0)
	{
		complain(c, "unknown gender \"%.*s\"", (int) col[1].len, col[1].data);
		return;
	}
	/*
	 * Each spelling is an entry of its own: it is its own nominative.  A name
	 * of both sexes is two: men's Айнур bends, women's does not.
	 */
	do
	{
		if (gender & TB_MASC)
			add_given_name(c, item, TB_MASC);
		if (gender & TB_FEM)
			add_given_name(c, item, TB_FEM);
	} while (next_item(&list, &item));
}

/* An ISO date to days; false when it is none. */
static bool
read_day(TbStr s, int32_t *day)
{
	int			y,
				m,
				d;
	char		buf[11];

	*day = TB_NO_DAY;
	if (s.len == 0)
		return true;
	if (s.len != 10)
		return false;
	memcpy(buf, s.data, 10);
	buf[10] = '\0';
	if (sscanf(buf, "%4d-%2d-%2d", &y, &m, &d) != 3 || !tb_civil_exists(y, m, d))
		return false;
	*day = tb_day_of(y, m, d);
	return true;
}

/* The surname of a holder bends too, so that it is known when it stands alone. */
static void
add_surname(Compiler *c, TbStr person)
{
	TbStr		surname = person;
	char	   *name = check(tb_arena_strdup(&c->arena, person.data, person.len));
	const char *space = strrchr(name, ' ');
	Row		   *row;

	if (space == NULL)
		return;
	surname.data = space + 1;
	surname.len = (uint32_t) strlen(space + 1);
	row = add_row(c, TB_SURNAME, surname);
	row->entry.name = intern(c, surname);
	row->surname = true;
}

static void
read_holder(Compiler *c)
{
	TbStr	   *col = c->column;
	TbHolder   *holder;
	int32_t		from;
	int32_t		to;

	if (!check_code(c, col[0], true))
		return;
	if (!read_day(col[2], &from) || !read_day(col[3], &to) ||
		(from != TB_NO_DAY && to != TB_NO_DAY && from > to))
	{
		complain(c, "bad dates \"%.*s\" .. \"%.*s\"", (int) col[2].len,
				 col[2].data, (int) col[3].len, col[3].data);
		return;
	}
	holder = check(TB_PUSH(c->builder.arena, &c->builder.holders));
	holder->office = intern(c, col[0]);
	holder->person = intern(c, col[1]);
	holder->from = from;
	holder->to = to;
	add_surname(c, col[1]);
}

static void
read_word(Compiler *c)
{
	TbStr	   *col = c->column;
	int			klass = index_of(col[0], class_names, TB_NCLASSES);
	char		value[16] = {0};
	char	   *end = value;
	Row		   *row;

	if (klass <= TB_GIVEN)
	{
		complain(c, "unknown class \"%.*s\"", (int) col[0].len, col[0].data);
		return;
	}
	if (col[3].len > 0 && col[3].len < sizeof(value))
		memcpy(value, col[3].data, col[3].len);
	row = add_row(c, (TbClass) klass, col[1]);
	row->entry.value = (int32_t) strtol(value, &end, 10);
	row->entry.extra = intern(c, col[4]);
	if (*end != '\0' || col[3].len >= sizeof(value))
		complain(c, "value is no number: \"%.*s\"", (int) col[3].len, col[3].data);
	add_names(c, row, col[2], 0);
	if (row->names.n == 0)
		complain(c, "no words");
	else
		row->entry.name = intern(c, row->names.at[0].text);
	for (uint32_t i = 0; i < row->names.n; i++)
	{
		TbNameHints *h = &row->names.at[i].hints;

		/* in word lists only what carries a hint bends */
		if (!h->adjective && !h->verb && !h->plural && !h->animate &&
			h->gender == 0 && h->genitive.len == 0)
			h->fixed = true;
	}
}

typedef struct FileKind
{
	const char *prefix;
	int			columns;
	const char *header;
	void		(*read) (Compiler *c);
} FileKind;

static const FileKind file_kinds[] = {
	{"places", 9, "code\ttype\tname\tofficial\tadjective\tdemonym\taliases\tflags\tsource", read_place},
	{"roles", 7, "code\tnoun\tkind\tunique\tfeminine\taliases\tsource", read_role},
	{"bodies", 9, "code\tname\ttype\tcountry\thead\taliases\tdomain\tflags\tsource", read_body},
	{"offices", 6, "code\ttitle\tcountry\tclass\taliases\tsource", read_office},
	{"holders", 5, "office\tperson\tfrom\tto\tsource", read_holder},
	{"given_names", 5, "name\tgender\torigin\tvariants\tflags", read_given_name},
	{"", 5, "class\tkey\twords\tvalue\tnote", read_word},
};

/* ------------------------------------------------------------ reading files */

static char *
read_file(const char *path, size_t *len)
{
	FILE	   *f = fopen(path, "rb");
	char	   *data = NULL;
	size_t		cap = 0;

	*len = 0;
	if (f == NULL)
	{
		perror(path);
		exit(2);
	}
	for (;;)
	{
		size_t		n;

		if (*len == cap)
			data = check(realloc(data, cap = cap == 0 ? 65536 : cap * 2));
		n = fread(data + *len, 1, cap - *len, f);
		if (n == 0)
			break;
		*len += n;
	}
	fclose(f);
	return data;
}

/* Split a line at tabs into c->column, spaces trimmed. */
static void
split_line(Compiler *c, TbStr line)
{
	uint32_t	start = 0;

	c->ncolumns = 0;
	for (uint32_t i = 0; i <= line.len; i++)
	{
		TbStr		cell;

		if (i < line.len && line.data[i] != '\t')
			continue;
		cell = (TbStr) {line.data + start, i - start};
		while (cell.len > 0 && *cell.data == ' ')
			cell = (TbStr) {cell.data + 1, cell.len - 1};
		while (cell.len > 0 && cell.data[cell.len - 1] == ' ')
			cell.len--;
		if (c->ncolumns < MAX_COLUMNS)
			c->column[c->ncolumns] = cell;
		c->ncolumns++;
		start = i + 1;
	}
}

static void
read_line(Compiler *c, const FileKind *kind, TbStr line)
{
	if (line.len > 0 && line.data[line.len - 1] == '\r')
		line.len--;
	if (line.len == 0 || *line.data == '#')
		return;
	split_line(c, line);
	if (c->line == 1)
	{
		if (!str_is(line, kind->header))
			complain(c, "the header is not \"%s\"", kind->header);
	}
	else if (c->ncolumns != kind->columns)
		complain(c, "%d columns, not %d", c->ncolumns, kind->columns);
	else
		kind->read(c);
}

static const FileKind *
kind_of(const char *base)
{
	const FileKind *kind = file_kinds;

	while (!starts_with((TbStr) {base, (uint32_t) strlen(base)}, kind->prefix))
		kind++;
	return kind;
}

static void
read_data(Compiler *c, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t		len;
	char	   *data = read_file(path, &len);
	const FileKind *kind;

	c->file = slash ? slash + 1 : path;
	c->line = 0;
	kind = kind_of(c->file);
	for (size_t i = 0; i < len; i++)
		c->digest = (c->digest ^ (unsigned char) data[i]) * UINT64_C(0x100000001B3);
	for (size_t at = 0; at < len;)
	{
		char	   *end = memchr(data + at, '\n', len - at);
		size_t		stop = end ? (size_t) (end - data) : len;

		c->line++;
		read_line(c, kind, (TbStr) {data + at, (uint32_t) (stop - at)});
		at = stop + 1;
	}
	/* rows point into the data: it lives as long as the program */
}

/* ------------------------------------------------------------ entries, forms */

static int
compare_rows(const void *a, const void *b)
{
	const Row  *x = a;
	const Row  *y = b;
	int			order;

	if (x->entry.klass != y->entry.klass)
		return x->entry.klass - y->entry.klass;
	order = strcmp(x->code, y->code);
	return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static int
compare_code(const void *key, const void *row)
{
	const Row  *r = row;

	return r->entry.klass != TB_PLACE ? TB_PLACE - r->entry.klass
		: strcmp(key, r->code);
}

/* Is the place above this one, if there is one, in the files? */
static bool
has_parent(const Compiler *c, const char *code)
{
	char		parent[256];
	char	   *slash;

	snprintf(parent, sizeof(parent), "%s", code);
	parent[strlen(parent) - 1] = '\0';
	slash = strrchr(parent, '/');
	if (slash == NULL)
		return true;
	slash[1] = '\0';
	return bsearch(parent, c->rows.at, c->rows.n, sizeof(Row), compare_code) != NULL;
}

/* Complain of places that stand twice or have no parent. */
static void
check_places(Compiler *c)
{
	for (uint32_t i = 0; i < c->rows.n; i++)
	{
		Row		   *row = &c->rows.at[i];

		if (row->entry.klass != TB_PLACE || row->names.n == 0)
			continue;
		c->file = row->names.at[0].file;
		c->line = row->names.at[0].line;
		if (i > 0 && c->rows.at[i - 1].entry.klass == TB_PLACE &&
			strcmp(c->rows.at[i - 1].code, row->code) == 0)
			complain(c, "code \"%s\" stands twice", row->code);
		if (!has_parent(c, row->code))
			complain(c, "no place above \"%s\"", row->code);
	}
}

typedef struct FormContext
{
	Compiler   *c;
	uint32_t	entry;
	uint32_t	flags;
	bool		singular;		/* a place or given name: no plural forms */
} FormContext;

static bool
add_form(void *ctx, const char *form, TbGram gram)
{
	FormContext *f = ctx;

	if (f->singular && gram != 0)
	{
		/* there is one Орал: «Оралов» is somebody else */
		if (tb_gram_cases(gram) != 0 && tb_gram_singular(gram) == 0)
			return true;
		gram &= ~((TbGram) TB_ALL_CASES << TB_PLURAL_SHIFT);
	}
	if (tb_builder_form(&f->c->builder, form, strlen(form), f->entry, gram,
						f->flags) != TB_OK)
		out_of_memory();
	return true;
}

/* The six forms of a surname; one in -а, -ая is a woman's. */
static void
add_surname_forms(Compiler *c, uint32_t entry)
{
	const char *name = c->rows.at[entry].code;
	size_t		len = strlen(name);
	bool		woman = len > 4 && (strcmp(name + len - 2, "а") == 0 ||
									strcmp(name + len - 2, "я") == 0);
	FormContext ctx = {c, entry, 0, false};

	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		char		form[TB_MAX_FORM];

		if (tb_inflect_person((TbStr) {name, (uint32_t) len},
							  woman ? TB_FEM : TB_MASC, (TbCase) kase, form))
			add_form(&ctx, form, 1u << kase);
	}
}

static void
number_rows(Compiler *c)
{
	if (c->rows.n > 0)
		qsort(c->rows.at, c->rows.n, sizeof(Row), compare_rows);
	check_places(c);
	for (uint32_t i = 0; i < c->rows.n; i++)
		if (tb_builder_entry(&c->builder, &c->rows.at[i].entry) == UINT32_MAX)
			out_of_memory();
	for (uint32_t i = 0; i < c->rows.n; i++)
		if (c->rows.at[i].surname)
			add_surname_forms(c, i);
	for (uint32_t i = 0; i < c->rows.n; i++)
		for (uint32_t n = 0; n < c->rows.at[i].names.n; n++)
		{
			Name	   *name = &c->rows.at[i].names.at[n];
			FormContext ctx = {c, i, name->flags,
			(c->rows.at[i].entry.klass == TB_PLACE ||
			 c->rows.at[i].entry.klass == TB_GIVEN) && !name->hints.plural};

			c->file = name->file;
			c->line = name->line;
			if (name->hints.abbreviation)
				name->hints.fixed = true;
			if (!tb_inflect_name(name->text, &name->hints, add_form, &ctx))
				complain(c, "name too long: \"%.*s\"", (int) name->text.len,
						 name->text.data);
		}
}

/* ------------------------------------------------------------------- image */

typedef struct Image
{
	TbImage		header;
	char	   *body;
	size_t		len;
	size_t		cap;
} Image;

/* Append a table; its offset from the image's start. */
static uint32_t
append(Image *image, const void *data, size_t size)
{
	size_t		at = (image->len + 7) / 8 * 8;

	while (at + size > image->cap)
	{
		image->cap = image->cap == 0 ? 1 << 20 : image->cap * 2;
		image->body = check(realloc(image->body, image->cap));
	}
	memset(image->body + image->len, 0, at - image->len);
	if (size > 0)
		memcpy(image->body + at, data, size);
	image->len = at + size;
	if (sizeof(TbImage) + image->len > UINT32_MAX)
	{
		fprintf(stderr, "lexc: image over 4 GB\n");
		exit(2);
	}
	return (uint32_t) (sizeof(TbImage) + at);
}

/* The smallest power of two that leaves a table of n at most half full. */
static uint32_t
slots_for(uint32_t n)
{
	uint32_t	slots = 16;

	while (slots < n * 2)
		slots *= 2;
	return slots;
}

static void
write_nodes(Image *image, const TbBuilder *b)
{
	TbNode	   *nodes = check(calloc(b->next_node, sizeof(TbNode)));

	for (uint32_t i = 0; i < b->nodes.n; i++)
	{
		const TbBuilderNode *from = &b->nodes.at[i];

		nodes[from->node] = (TbNode) {
			.mask = from->mask,.text = from->text,.first = from->first,
			.count = (uint16_t) from->count
		};
	}
	for (uint32_t i = 0; i < b->edge_cap; i++)
		if (b->edge_slots[i].to != 0)
			nodes[b->edge_slots[i].from].edges = 1;
	image->header.nnodes = b->next_node;
	image->header.nodes = append(image, nodes, b->next_node * sizeof(TbNode));
	free(nodes);
}

static void
write_words(Image *image, const TbBuilder *b)
{
	uint32_t	n = slots_for(b->nwords);
	TbWordSlot *slots = check(calloc(n, sizeof(TbWordSlot)));

	for (uint32_t i = 0; i < b->nodes.n; i++)
	{
		const TbBuilderNode *node = &b->nodes.at[i];
		const char *text = b->strings.at + node->text;
		uint32_t	hash;
		uint32_t	at;

		if (node->text == 0)
			continue;
		hash = tb_hash_word(text, strlen(text));
		for (at = hash & (n - 1); slots[at].node != 0;)
			at = (at + 1) & (n - 1);
		slots[at] = (TbWordSlot) {hash, node->node};
	}
	image->header.word_slots = n;
	image->header.words = append(image, slots, n * sizeof(TbWordSlot));
	free(slots);
}

static void
write_edges(Image *image, const TbBuilder *b)
{
	uint32_t	n = slots_for(b->nedges);
	TbEdge	   *slots = check(calloc(n, sizeof(TbEdge)));

	for (uint32_t i = 0; i < b->edge_cap; i++)
	{
		const TbEdge *edge = &b->edge_slots[i];
		uint32_t	at;

		if (edge->to == 0)
			continue;
		for (at = tb_hash_edge(edge->from, edge->word) & (n - 1); slots[at].to != 0;)
			at = (at + 1) & (n - 1);
		slots[at] = *edge;
	}
	image->header.edge_slots = n;
	image->header.edges = append(image, slots, n * sizeof(TbEdge));
	free(slots);
}

static void
write_entries(Image *image, const TbBuilder *b)
{
	uint32_t	first[TB_NCLASSES + 1] = {0};

	for (uint32_t i = 0; i < b->entries.n; i++)
		first[b->entries.at[i].klass + 1]++;
	for (int k = 0; k < TB_NCLASSES; k++)
		first[k + 1] += first[k];
	image->header.nentries = b->entries.n;
	image->header.entries = append(image, b->entries.at, b->entries.n * sizeof(TbEntry));
	image->header.classes = append(image, first, sizeof(first));
}

static const char *sort_strings;

static int
compare_holders(const void *a, const void *b)
{
	const TbHolder *x = a;
	const TbHolder *y = b;
	int			order = strcmp(sort_strings + x->office, sort_strings + y->office);

	return order != 0 ? order : (x->from > y->from) - (x->from < y->from);
}

static void
write_image(Compiler *c, const char *path)
{
	TbBuilder  *b = &c->builder;
	Image		image = {0};
	FILE	   *f;

	sort_strings = b->strings.at;
	if (b->holders.n > 0)
		qsort(b->holders.at, b->holders.n, sizeof(TbHolder), compare_holders);
	memcpy(image.header.magic, "tribuna1", 8);
	write_words(&image, b);
	write_nodes(&image, b);
	write_edges(&image, b);
	image.header.nreadings = b->readings.n;
	image.header.readings = append(&image, b->readings.at, b->readings.n * sizeof(TbReading));
	write_entries(&image, b);
	image.header.nholders = b->holders.n;
	image.header.holders = append(&image, b->holders.at, b->holders.n * sizeof(TbHolder));
	image.header.nstrings = b->strings.n;
	image.header.strings = append(&image, b->strings.at, b->strings.n);
	image.header.size = (uint32_t) (sizeof(TbImage) + image.len);
	snprintf(image.header.version, sizeof(image.header.version), "%016llx",
			 (unsigned long long) c->digest);

	f = fopen(path, "wb");
	if (f == NULL || fwrite(&image.header, sizeof(TbImage), 1, f) != 1 ||
		fwrite(image.body, 1, image.len, f) != image.len || fclose(f) != 0)
	{
		perror(path);
		exit(2);
	}
	free(image.body);
}

int
main(int argc, char **argv)
{
	static Compiler c;
	const char *output = NULL;

	tb_arena_init_malloc(&c.arena);
	c.digest = UINT64_C(0xCBF29CE484222325);
	if (tb_builder_init(&c.builder, NULL, &c.arena) != TB_OK)
		out_of_memory();
	for (int i = 1; i < argc; i++)
	{
		if (strcmp(argv[i], "-o") == 0 && i + 1 < argc)
			output = argv[++i];
		else
			read_data(&c, argv[i]);
	}
	if (output == NULL || argc < 4)
	{
		fprintf(stderr, "usage: lexc -o IMAGE data/FILE.tsv ...\n");
		return 2;
	}
	number_rows(&c);
	if (c.errors > 0)
	{
		fprintf(stderr, "lexc: %d error%s, no image written\n", c.errors,
				c.errors == 1 ? "" : "s");
		return 1;
	}
	if (tb_builder_finish(&c.builder) != TB_OK)
		out_of_memory();
	write_image(&c, output);
	return 0;
}
