/*
 * lexc_row.c
 *	  One reader for each kind of file in data/: columns to rows.
 */
#include "lexc.h"

#include "base/calendar.h"
#include "base/fold.h"
#include "base/utf8.h"

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
		lexc_complain(c, "bad code \"%.*s\"", (int) code.len, code.data);
	return good;
}

/* Index of a word in a list of names, or -1. */
static int
index_of(TbStr word, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (lexc_str_is(word, names[i]))
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
	static const char *const heads[] = {
		" область", " район", " край", " округ", " сельский округ", " велаят", " вилаят"
	};
	char	   *masculine;
	Row		   *row;

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (lexc_str_is(rest, heads[i]) && first.len > 6)
		{
			row = lexc_add_row(c, TB_PLACE_ADJ, code);
			row->entry.sub = (uint8_t) type;
			row->entry.value = 1;
			masculine = lexc_check(tb_arena_strdup(&c->arena, first.data, first.len));
			if (i == 0)			/* -ая -> -ий, -ый */
				memcpy(masculine + first.len - 4, "ий", 4);
			/* small: a capital one would be a name that bends as one */
			(void) tb_lower(masculine, first.len, masculine);
			adjective.data = masculine;
			lexc_add_adjectives(c, row, adjective);
		}
}

/*
 * «район Турара Рыскулова» gives a name that counts behind its head alone
 * («районов Байзак и Турара Рыскулова»): what follows the head, as it is.
 */
static void
add_headless_name(Compiler *c, Row *row, TbStr name)
{
	static const char *const heads[] = {"область ", "район ", "сельский округ "};

	for (int i = 0; i < 3; i++)
	{
		uint32_t	len = (uint32_t) strlen(heads[i]);
		uint32_t	width;
		Name	   *tail;

		/* a capital: «имени Казыбек би» is none */
		if (name.len <= len || !lexc_starts_with(name, heads[i]) ||
			!tb_is_upper(tb_utf8_next(name.data + len, name.len - len, &width)))
			continue;
		tail = lexc_add_name(c, row, (TbStr) {name.data + len, name.len - len}, TB_RF_ALIAS);
		if (tail != NULL)
		{
			tail->hints.fixed = true;
			tail->flags |= TB_RF_MARK;
		}
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
		lexc_complain(c, "unknown type \"%.*s\"", (int) col[1].len, col[1].data);
		return;
	}
	if (tb_name_parse(col[2], &bare, &hints) == NULL)
		add_elliptic_adjective(c, col[0], type, bare);
	for (TbStr list = col[6], item; lexc_next_item(&list, &item);)
		if (tb_name_parse(item, &bare, &hints) == NULL && hints.to == TB_NO_DAY)
			add_elliptic_adjective(c, col[0], type, bare);
	if (col[4].len > 0)
	{
		row = lexc_add_row(c, TB_PLACE_ADJ, col[0]);
		row->entry.sub = (uint8_t) type;
		lexc_add_adjectives(c, row, col[4]);
	}
	if (col[5].len > 0)
	{
		row = lexc_add_row(c, TB_DEMONYM, col[0]);
		row->entry.sub = (uint8_t) type;
		lexc_add_names(c, row, col[5], 0);
		for (uint32_t i = 0; i < row->names.n; i++)
			row->names.at[i].hints.animate = true;
	}
	row = lexc_add_row(c, TB_PLACE, col[0]);
	row->entry.sub = (uint8_t) type;
	row->entry.extra = lexc_intern(c, col[3]);
	row->entry.flags = (lexc_list_has(col[7], "homonym") ? TB_EF_HOMONYM : 0) |
		(lexc_list_has(col[7], "capital") ? TB_EF_CAPITAL : 0);
	lexc_set_name(c, row, col[2]);
	if (tb_name_parse(col[2], &bare, &hints) == NULL)
		add_headless_name(c, row, bare);
	for (TbStr list = col[6], item; lexc_next_item(&list, &item);)
		if (tb_name_parse(item, &bare, &hints) == NULL)
			add_headless_name(c, row, bare);
	lexc_add_names(c, row, col[6], TB_RF_ALIAS);
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
		lexc_complain(c, "unknown kind \"%.*s\"", (int) col[2].len, col[2].data);
		return;
	}
	row = lexc_add_row(c, TB_ROLE, col[0]);
	row->entry.sub = (uint8_t) kind;
	row->entry.flags = lexc_str_is(col[3], "y") ? TB_EF_UNIQUE : 0;
	lexc_set_name(c, row, col[1]);
	lexc_add_names(c, row, col[4], 0);
	lexc_add_names(c, row, col[5], TB_RF_ALIAS);
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
		lexc_complain(c, "unknown type \"%.*s\"", (int) col[2].len, col[2].data);
		return;
	}
	if (col[6].len > 0)
	{
		row = lexc_add_row(c, TB_DOMAIN, col[0]);
		row->entry.country = lexc_intern(c, col[3]);
		row->entry.extra = lexc_intern(c, col[4]);
		lexc_add_names(c, row, col[6], 0);
		for (uint32_t i = 0; i < row->names.n; i++)
			row->names.at[i].hints.fixed = true;
		if (row->names.n > 0)
			domain = row->names.at[0].text;
		row->entry.name = lexc_intern(c, domain);
	}
	row = lexc_add_row(c, TB_BODY, col[0]);
	row->entry.domain = lexc_intern(c, domain);
	row->entry.sub = (uint8_t) type;
	row->entry.country = lexc_intern(c, col[3]);
	row->entry.extra = lexc_intern(c, col[4]);
	row->entry.flags = (lexc_list_has(col[7], "upper") ? TB_EF_UPPER : 0) |
		(lexc_list_has(col[7], "lower") ? TB_EF_LOWER : 0) |
		(lexc_list_has(col[7], "local") ? TB_EF_LOCAL : 0);
	lexc_set_name(c, row, col[1]);
	lexc_add_names(c, row, col[5], TB_RF_ALIAS);
}

static void
read_office(Compiler *c)
{
	TbStr	   *col = c->column;
	Row		   *row;

	if (!check_code(c, col[0], false))
		return;
	row = lexc_add_row(c, TB_OFFICE, col[0]);
	row->entry.country = lexc_intern(c, col[2]);
	row->entry.flags = lexc_str_is(col[3], "unique") ? TB_EF_UNIQUE : 0;
	lexc_set_name(c, row, col[1]);
	lexc_add_names(c, row, col[4], TB_RF_ALIAS);
	set_animate(row);
}

static void
add_given_name(Compiler *c, TbStr cell, TbGram gender)
{
	TbStr		bare = cell;
	TbNameHints hints;
	Row		   *row;

	(void) tb_name_parse(cell, &bare, &hints);
	row = lexc_add_row(c, TB_GIVEN, bare);
	row->entry.value = (int32_t) gender;
	row->entry.flags = (lexc_list_has(c->column[4], "word") ? TB_EF_WORD : 0) |
		(lexc_list_has(c->column[4], "rare") ? TB_EF_RARE : 0) |
		(lexc_list_has(c->column[4], "alone") ? TB_EF_ALONE : 0) |
		(lexc_list_has(c->column[4], "place") ? TB_EF_HOMONYM : 0);
	row->entry.country = lexc_intern(c, c->column[2]);	/* where it is borne */
	lexc_set_name(c, row, cell);
	set_animate(row);
	if (row->names.n > 0 && row->names.at[0].hints.gender == 0)
		row->names.at[0].hints.gender = gender;
}

static void
read_given_name(Compiler *c)
{
	TbStr	   *col = c->column;
	TbGram		gender = (lexc_list_has(col[1], "m") ? TB_MASC : 0) |
		(lexc_list_has(col[1], "f") ? TB_FEM : 0) |
		(lexc_str_is(col[1], "mf") ? TB_MASC | TB_FEM : 0);
	TbStr		list = col[3];
	TbStr		item = col[0];

	if (gender == 0)
	{
		lexc_complain(c, "unknown gender \"%.*s\"", (int) col[1].len, col[1].data);
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
	} while (lexc_next_item(&list, &item));
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

/* A surname that is known when it stands alone, in all its cases. */
static void
add_surname(Compiler *c, TbStr surname, TbGram gender)
{
	Row		   *row = lexc_add_row(c, TB_SURNAME, surname);

	row->entry.name = lexc_intern(c, surname);
	row->entry.value = (int32_t) gender;
	row->surname = true;
}

/* «Мун Чжэ Ин»: three short words, of which the surname is the first. */
static bool
is_eastern(const char *name)
{
	int			words = 1;
	size_t		len = 0;

	for (; *name != '\0'; name++)
	{
		len = *name == ' ' ? 0 : len + 1;
		words += *name == ' ';
		if (len > 4 * 2)
			return false;
	}
	return words == 3;
}

static bool
ends_in(const char *s, size_t len, const char *ending)
{
	size_t		n = strlen(ending);

	return len >= n && memcmp(s + len - n, ending, n) == 0;
}

/*
 * That of a holder is one.  Хиллари is no help, but Танзила Нарбаева and Урсула
 * are women, Дмитрий Кулеба is none.
 */
static void
add_holders_surname(Compiler *c, TbStr person)
{
	char	   *name = lexc_check(tb_arena_strdup(&c->arena, person.data, person.len));
	const char *surname = strrchr(name, ' ');
	size_t		len;
	size_t		given = strcspn(name, " ");
	bool		vowel;

	if (surname == NULL || is_eastern(name))
		return;
	len = strlen(++surname);
	vowel = ends_in(surname, len, "а") || ends_in(surname, len, "я");
	add_surname(c, (TbStr) {surname, (uint32_t) len},
				vowel && (ends_in(surname, len, "ова") || ends_in(surname, len, "ева") ||
						  ends_in(surname, len, "ина") || ends_in(name, given, "а") ||
						  ends_in(name, given, "я")) ? TB_FEM : TB_MASC);
}

static void
read_surname(Compiler *c)
{
	TbStr	   *col = c->column;

	if (lexc_str_is(col[1], "m"))
		add_surname(c, col[0], TB_MASC);
	else if (lexc_str_is(col[1], "f"))
		add_surname(c, col[0], TB_FEM);
	else
		lexc_complain(c, "unknown gender \"%.*s\"", (int) col[1].len, col[1].data);
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
		lexc_complain(c, "bad dates \"%.*s\" .. \"%.*s\"", (int) col[2].len,
				 col[2].data, (int) col[3].len, col[3].data);
		return;
	}
	holder = lexc_check(TB_PUSH(c->builder.arena, &c->builder.holders));
	holder->office = lexc_intern(c, col[0]);
	holder->person = lexc_intern(c, col[1]);
	holder->from = from;
	holder->to = to;
	add_holders_surname(c, col[1]);
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
		lexc_complain(c, "unknown class \"%.*s\"", (int) col[0].len, col[0].data);
		return;
	}
	if (col[3].len > 0 && col[3].len < sizeof(value))
		memcpy(value, col[3].data, col[3].len);
	row = lexc_add_row(c, (TbClass) klass, col[1]);
	row->entry.value = (int32_t) strtol(value, &end, 10);
	row->entry.extra = lexc_intern(c, col[4]);
	if (*end != '\0' || col[3].len >= sizeof(value))
		lexc_complain(c, "value is no number: \"%.*s\"", (int) col[3].len, col[3].data);
	lexc_add_names(c, row, col[2], 0);
	if (row->names.n == 0)
		lexc_complain(c, "no words");
	else
		row->entry.name = lexc_intern(c, row->names.at[0].text);
	for (uint32_t i = 0; i < row->names.n; i++)
	{
		TbNameHints *h = &row->names.at[i].hints;

		/* in word lists only what carries a hint bends */
		if (!h->adjective && !h->verb && !h->plural && !h->animate &&
			h->gender == 0 && h->genitive.len == 0)
			h->fixed = true;
	}
}

static const FileKind file_kinds[] = {
	{"places", 9, "code\ttype\tname\tofficial\tadjective\tdemonym\taliases\tflags\tsource", read_place},
	{"roles", 7, "code\tnoun\tkind\tunique\tfeminine\taliases\tsource", read_role},
	{"bodies", 9, "code\tname\ttype\tcountry\thead\taliases\tdomain\tflags\tsource", read_body},
	{"offices", 6, "code\ttitle\tcountry\tclass\taliases\tsource", read_office},
	{"holders", 5, "office\tperson\tfrom\tto\tsource", read_holder},
	{"surnames", 3, "surname\tgender\twho", read_surname},
	{"given_names", 5, "name\tgender\torigin\tvariants\tflags", read_given_name},
	{"", 5, "class\tkey\twords\tvalue\tnote", read_word},
};

const FileKind *
lexc_kind_of(const char *base)
{
	const FileKind *kind = file_kinds;

	while (!lexc_starts_with((TbStr) {base, (uint32_t) strlen(base)}, kind->prefix))
		kind++;
	return kind;
}
