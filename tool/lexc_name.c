/*
 * lexc_name.c
 *	  Cells of data/ as names, and rows that carry them.
 */
#include "lexc.h"

#include <stdarg.h>

void
lexc_out_of_memory(void)
{
	fprintf(stderr, "lexc: out of memory\n");
	exit(2);
}

void *
lexc_check(void *p)
{
	if (p == NULL)
		lexc_out_of_memory();
	return p;
}

void
lexc_complain(Compiler *c, const char *format,...)
{
	va_list		args;

	fprintf(stderr, "%s:%d: ", c->file, c->line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	c->errors++;
}

/* ----------------------------------------------------------- cells, names */

bool
lexc_str_is(TbStr s, const char *text)
{
	return s.len == strlen(text) && memcmp(s.data, text, s.len) == 0;
}

bool
lexc_starts_with(TbStr s, const char *prefix)
{
	return s.len >= strlen(prefix) && memcmp(s.data, prefix, strlen(prefix)) == 0;
}

/* Is a word one of those in a list separated by spaces or commas? */
bool
lexc_list_has(TbStr list, const char *word)
{
	size_t		len = strlen(word);

	for (uint32_t i = 0; i + len <= list.len; i++)
		if (memcmp(list.data + i, word, len) == 0 &&
			(i == 0 || strchr(" ,;", list.data[i - 1])) &&
			(i + len == list.len || strchr(" ,;", list.data[i + len])))
			return true;
	return false;
}

uint32_t
lexc_intern(Compiler *c, TbStr s)
{
	uint32_t	offset = tb_builder_string(&c->builder, s.data, s.len);

	if (offset == UINT32_MAX)
		lexc_out_of_memory();
	return offset;
}

/* Cut the next item off a list separated by "; "; false at its end. */
bool
lexc_next_item(TbStr *list, TbStr *item)
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
		(hints->official ? TB_RF_OFFICIAL : 0) | (hints->own ? TB_RF_OWN : 0) |
		(hints->to != TB_NO_DAY ? TB_RF_OLD : 0);
}

/* Add one name to a row; NULL when the cell is wrong. */
Name *
lexc_add_name(Compiler *c, Row *row, TbStr cell, uint32_t flags)
{
	Name	   *name = lexc_check(TB_PUSH(&c->arena, &row->names));
	const char *wrong = tb_name_parse(cell, &name->text, &name->hints);

	name->line = c->line;
	name->file = c->file;
	if (wrong != NULL || name->text.len == 0)
	{
		lexc_complain(c, "%s in \"%.*s\"", wrong ? wrong : "empty name",
				 (int) cell.len, cell.data);
		row->names.n--;
		return NULL;
	}
	name->flags = flags | hint_flags(&name->hints);
	return name;
}

/* Add a list of names. */
void
lexc_add_names(Compiler *c, Row *row, TbStr list, uint32_t flags)
{
	TbStr		item;

	while (lexc_next_item(&list, &item))
		lexc_add_name(c, row, item, flags);
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
	part = lexc_check(tb_arena_strdup(&c->arena, adjective.data, adjective.len));
	memcpy(part + adjective.len - 4, "о", 3);
	name = lexc_add_name(c, row, (TbStr) {part, adjective.len - 2}, TB_RF_COMPOUND);
	if (name != NULL)
		name->hints.fixed = true;
}

/* Add a list of adjectives. */
void
lexc_add_adjectives(Compiler *c, Row *row, TbStr list)
{
	TbStr		item;

	while (lexc_next_item(&list, &item))
	{
		bool		part = item.data[item.len - 1] == '-';
		Name	   *name = lexc_add_name(c, row, (TbStr) {item.data, item.len - part},
										 part ? TB_RF_COMPOUND : 0);
		TbStr		text;

		/* «афгано-», whose adjective makes «афганско-» only */
		if (name != NULL && part)
			name->hints.fixed = true;
		if (name == NULL || name->hints.fixed)
			continue;
		name->hints.adjective = true;
		text = name->text;		/* the next name may move this one */
		add_compound_part(c, row, text);
	}
}

/* A row of a class with its code; names are added by the caller. */
Row *
lexc_add_row(Compiler *c, TbClass klass, TbStr code)
{
	Row		   *row = lexc_check(TB_PUSH(&c->arena, &c->rows));

	row->entry.klass = (uint8_t) klass;
	row->entry.code = lexc_intern(c, code);
	row->entry.from = row->entry.to = TB_NO_DAY;
	row->code = lexc_check(tb_arena_strdup(&c->arena, code.data, code.len));
	row->order = c->rows.n;
	return row;
}

/* Take the canonical name of a row from a cell, and make it its first name. */
void
lexc_set_name(Compiler *c, Row *row, TbStr cell)
{
	Name	   *name = lexc_add_name(c, row, cell, 0);

	if (name == NULL)
		return;
	row->entry.spec = lexc_intern(c, cell);
	row->entry.name = lexc_intern(c, name->text);
	row->entry.from = name->hints.from;
	row->entry.to = name->hints.to;
}
