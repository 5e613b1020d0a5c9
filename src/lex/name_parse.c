/*
 * name_parse.c
 *	  A cell of data/: a name and its hints in braces.
 *
 *	Нур-Султан {m,2019-03-23/2022-09-17}
 *	^name       ^hints, separated by commas
 *
 * Strict: what is not understood is an error with a reason, for a hint with
 * a typing mistake would quietly bend a name the wrong way.
 */
#include "lex/inflect.h"

#include <string.h>

#include "base/calendar.h"

static TbStr
trim(TbStr s)
{
	while (s.len > 0 && (*s.data == ' ' || *s.data == '\t'))
	{
		s.data++;
		s.len--;
	}
	while (s.len > 0 && (s.data[s.len - 1] == ' ' || s.data[s.len - 1] == '\t'))
		s.len--;
	return s;
}

static bool
is_word(TbStr s, const char *word)
{
	return s.len == strlen(word) && memcmp(s.data, word, s.len) == 0;
}

/* Where a byte first stands, or the string's length. */
static uint32_t
find_byte(TbStr s, char byte)
{
	const char *at = s.len > 0 ? memchr(s.data, byte, s.len) : NULL;

	return at == NULL ? s.len : (uint32_t) (at - s.data);
}

static TbStr
behind(TbStr s, uint32_t offset)
{
	return (TbStr) {s.data + offset, s.len - offset};
}

/* Exactly n digits from *s on; -1 when there are not. */
static int32_t
take_digits(TbStr *s, uint32_t n)
{
	int32_t		value = 0;

	if (s->len < n)
		return -1;
	for (uint32_t i = 0; i < n; i++)
	{
		if (s->data[i] < '0' || s->data[i] > '9')
			return -1;
		value = value * 10 + (s->data[i] - '0');
	}
	*s = behind(*s, n);
	return value;
}

/* -NN, or 0 at the end of the string; -1 when it is neither. */
static int32_t
take_field(TbStr *s)
{
	int32_t		value;

	if (s->len == 0)
		return 0;
	if (*s->data != '-')
		return -1;
	*s = behind(*s, 1);
	value = take_digits(s, 2);
	return value > 0 ? value : -1;
}

/*
 * A year, month or day; its first day, or its last one for the end of a
 * validity.  False when there is no such date.
 */
static bool
parse_date(TbStr s, bool last, int32_t *day)
{
	int32_t		y = take_digits(&s, 4);
	int32_t		m = y < 0 ? -1 : take_field(&s);
	int32_t		d = m < 0 ? -1 : take_field(&s);

	if (d < 0 || s.len > 0)
		return false;
	if (m == 0)
		m = last ? 12 : 1;
	if (!tb_civil_exists(y, m, 1))
		return false;
	if (d == 0)
		d = last ? tb_month_days(y, m) : 1;
	if (!tb_civil_exists(y, m, d))
		return false;
	*day = tb_day_of(y, m, d);
	return true;
}

/* from/to, where either may be empty. */
static const char *
parse_validity(TbStr s, TbNameHints *hints)
{
	uint32_t	slash = find_byte(s, '/');
	TbStr		from = trim((TbStr) {s.data, slash});
	TbStr		to = trim(behind(s, slash + 1));

	if (hints->from != TB_NO_DAY || hints->to != TB_NO_DAY)
		return "validity given twice";
	if ((from.len == 0 && to.len == 0) ||
		(from.len > 0 && !parse_date(from, false, &hints->from)) ||
		(to.len > 0 && !parse_date(to, true, &hints->to)))
		return "bad date in validity";
	if (from.len > 0 && to.len > 0 && hints->from > hints->to)
		return "validity ends before it begins";
	return NULL;
}

static const char *
set_gender(TbNameHints *hints, TbGram gender)
{
	if (hints->gender != 0)
		return "gender given twice";
	hints->gender = gender;
	return NULL;
}

static const char *
set_genitive(TbNameHints *hints, TbStr genitive)
{
	if (hints->genitive.len > 0)
		return "genitive given twice";
	hints->genitive = trim(genitive);
	return hints->genitive.len == 0 ? "empty genitive" : NULL;
}

/* One hint; NULL, or what is wrong with it. */
static const char *
parse_hint(TbStr hint, TbNameHints *hints)
{
	const struct
	{
		const char *word;
		bool	   *flag;
	}			flags[] = {
		{"0", &hints->fixed}, {"pl", &hints->plural}, {"an", &hints->animate},
		{"a", &hints->adjective}, {"v", &hints->verb}, {"mark", &hints->mark},
		{"abbr", &hints->abbreviation}, {"official", &hints->official},
		{"own", &hints->own},
	};

	if (hint.len == 0)
		return "empty hint";
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (is_word(hint, flags[i].word))
		{
			*flags[i].flag = true;
			return NULL;
		}
	if (is_word(hint, "m"))
		return set_gender(hints, TB_MASC);
	if (is_word(hint, "f"))
		return set_gender(hints, TB_FEM);
	if (is_word(hint, "n"))
		return set_gender(hints, TB_NEUT);
	if (hint.len >= 4 && memcmp(hint.data, "gen=", 4) == 0)
		return set_genitive(hints, behind(hint, 4));
	if (find_byte(hint, '/') < hint.len)
		return parse_validity(hint, hints);
	return "unknown hint";
}

/* Hints that deny each other. */
static const char *
check_hints(const TbNameHints *hints)
{
	bool		bends = hints->adjective || hints->verb ||
		hints->genitive.len > 0;

	if ((hints->fixed || hints->abbreviation) && bends)
		return "a fixed name with a hint how it bends";
	if (hints->verb && (hints->adjective || hints->animate || hints->plural))
		return "a verb with the hint of a noun";
	return NULL;
}

static const char *
parse_hints(TbStr list, TbNameHints *hints)
{
	for (;;)
	{
		uint32_t	comma = find_byte(list, ',');
		const char *wrong = parse_hint(trim((TbStr) {list.data, comma}), hints);

		if (wrong != NULL)
			return wrong;
		if (comma == list.len)
			return check_hints(hints);
		list = behind(list, comma + 1);
	}
}

const char *
tb_name_parse(TbStr cell, TbStr *name, TbNameHints *hints)
{
	uint32_t	open;
	TbStr		rest;

	memset(hints, 0, sizeof(*hints));
	hints->from = hints->to = TB_NO_DAY;
	cell = trim(cell);
	open = find_byte(cell, '{');
	*name = trim((TbStr) {cell.data, open});
	if (open == cell.len)
	{
		if (find_byte(cell, '}') < cell.len)
			return "unbalanced brace";
		return name->len == 0 ? "empty name" : NULL;
	}
	rest = behind(cell, open + 1);
	if (find_byte(*name, '}') < name->len ||
		find_byte(rest, '{') < rest.len || find_byte(rest, '}') == rest.len)
		return "unbalanced brace";
	if (find_byte(rest, '}') + 1 != rest.len)
		return "text behind the hints";
	if (name->len == 0)
		return "empty name";
	return parse_hints((TbStr) {rest.data, rest.len - 1}, hints);
}
