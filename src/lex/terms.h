/*
 * terms.h
 *	  A user's own terms: read from text, laid over the lexicon image.
 *
 * One term a line, "code = name; other name {hints}", names and hints as in
 * data/README.md, "#" opens a comment:
 *
 *	places		kz/astana/ = Северная столица {f}
 *				kz/atyrau-region/dossor/ settlement = Доссор; Досор
 *	titles		kz/our-fund/chair/ = Председатель нашего фонда; глава фонда
 *	persons		m = Аманат Берикулы
 *	holders		kz/our-fund/chair/ = Аманат Берикулы {2024-01-15/}
 *
 * A place or title that the lexicon has gets further names; another place
 * needs its type (and a parent that is known), a title may say that it is no
 * single person's: "kz/our-fund/expert/ class = эксперт фонда".
 */
#ifndef TB_TERMS_H
#define TB_TERMS_H

#include "lex/builder.h"

#define TB_TERM_SECTIONS(X) X(places) X(titles) X(persons) X(holders)

typedef enum TbTermSection
{
#define TB_SECTION_ENUM(name) TB_TS_##name,
	TB_TERM_SECTIONS(TB_SECTION_ENUM)
#undef TB_SECTION_ENUM
	TB_NTERM_SECTIONS
} TbTermSection;

/* What one line came to. */
typedef struct TbTerm
{
	TbTermSection section;
	int			line;			/* from 1 */
	TbStr		code;			/* left of the equals sign */
	TbStr		names;			/* right of it */
	const char *problem;		/* why it is not in force; NULL: it is */
	bool		malformed;		/* the problem is one of syntax */
} TbTerm;

typedef void (*TbTermVisitor) (void *ctx, const TbTerm *term);

/*
 * Read the terms of a section into a builder that was started over the image;
 * every line is shown to the visitor.  The value may go away afterwards.
 * Fails only for lack of memory.
 */
TbStatus	tb_terms_add(TbBuilder *b, TbTermSection section, TbStr value,
						 TbTermVisitor visit, void *ctx);

/* The next line of a section that holds a term; counts all lines. */
bool		tb_terms_next_line(TbStr *value, TbStr *line, int *number);

/*
 * Read one term into a builder whose rank is the term's; what it came to goes
 * to *term, unless that is NULL.
 */
TbStatus	tb_terms_read(TbBuilder *b, TbTermSection section, TbStr line,
						  TbTerm *term);

#endif
