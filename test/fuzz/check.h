/*
 * check.h
 *	  What must hold of any result, whatever the text: for fuzzers and tests.
 *
 * Each checker calls tb_check_failed, which ends the program, at the first
 * thing that is wrong.
 */
#ifndef TB_FUZZ_CHECK_H
#define TB_FUZZ_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "core/document.h"
#include "core/search.h"

#define CHECK(condition) \
	do { if (!(condition)) tb_check_failed(__FILE__, __LINE__, #condition); } while (0)

static inline void
tb_check_failed(const char *file, int line, const char *condition)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
	abort();
}

/* Is it whole UTF-8, as a database would have it? */
bool		tb_check_is_utf8(const char *s, size_t len);

/* Tokens: inside the text, in order, on borders of characters. */
void		tb_check_text(const TbText *text);

/*
 * All layers that were found: spans inside the text, on borders of
 * characters, in order; periods ordered, EDTF well-formed and within the
 * calendar; indexes point at what exists; strings are UTF-8.
 */
void		tb_check_document(const TbDocument *doc);

/* The search stream of a document: in order, with lexemes of ours. */
void		tb_check_search(const TbDocument *doc);

/* Is it EDTF as conventions.md has it: 2022-12-24, 199X, 2018/.., ../2020-05? */
bool		tb_check_is_edtf(const char *s);

/* Is it tsquery text that the server reads? */
bool		tb_check_is_tsquery(const char *s);

#endif
