/*
 * lexc.h
 *	  What the files of the data compiler share.
 *
 * lexc.c reads files and runs the rest: lexc_name.c takes names out of cells,
 * lexc_row.c rows of each kind of file, lexc_form.c numbers the rows and bends
 * their names, lexc_image.c writes the image.
 */
#ifndef TB_LEXC_H
#define TB_LEXC_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lex/builder.h"
#include "lex/inflect.h"

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

typedef struct FileKind
{
	const char *prefix;
	int			columns;
	const char *header;
	void		(*read) (Compiler *c);
} FileKind;

/* ------------------------------------------------------------ cells, names */

/* Leave: there is no memory.  check returns p unless it is NULL. */
void		lexc_out_of_memory(void);
void	   *lexc_check(void *p);

/* Report "file:line: …" of the row being read, and count it. */
void		lexc_complain(Compiler *c, const char *format,...);

bool		lexc_str_is(TbStr s, const char *text);
bool		lexc_starts_with(TbStr s, const char *prefix);

/* Is a word one of those in a list separated by spaces or commas? */
bool		lexc_list_has(TbStr list, const char *word);

/* The offset of a string in the image. */
uint32_t	lexc_intern(Compiler *c, TbStr s);

/* Cut the next item off a list separated by "; "; false at its end. */
bool		lexc_next_item(TbStr *list, TbStr *item);

/* Add one name to a row; NULL when the cell is wrong. */
Name	   *lexc_add_name(Compiler *c, Row *row, TbStr cell, uint32_t flags);

/* Add a list of names, of adjectives. */
void		lexc_add_names(Compiler *c, Row *row, TbStr list, uint32_t flags);
void		lexc_add_adjectives(Compiler *c, Row *row, TbStr list);

/* A row of a class with its code; names are added by the caller. */
Row		   *lexc_add_row(Compiler *c, TbClass klass, TbStr code);

/* Take the canonical name of a row from a cell, and make it its first name. */
void		lexc_set_name(Compiler *c, Row *row, TbStr cell);

/* ------------------------------------------------------- rows, forms, image */

/* What a file of this base name holds. */
const FileKind *lexc_kind_of(const char *base);

/* Sort and number the rows, check them, and bend their names into forms. */
void		lexc_number_rows(Compiler *c);

void		lexc_write_image(Compiler *c, const char *path);

#endif
