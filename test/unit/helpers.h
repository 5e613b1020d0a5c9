/*
 * helpers.h
 *	  What the unit tests share: cmocka, the lexicon, a scanned document,
 *	  tables of sentences, random numbers, an allocator that can refuse.
 */
#ifndef TB_TEST_HELPERS_H
#define TB_TEST_HELPERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "core/document.h"

#define LEN(array) (sizeof(array) / sizeof((array)[0]))
#define STR(s) ((TbStr) {(s), (uint32_t) strlen(s)})

/* The lexicon that is linked into the test. */
static inline const TbLexicon *
lexicon(void)
{
	static TbLexicon lex;

	lex.image = tb_lexicon_image();
	return &lex;
}

/* ---- random numbers: the same on every run ---- */

static inline uint32_t
random_next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t) (*seed >> 16);
}

static inline uint32_t
random_below(uint64_t *seed, uint32_t n)
{
	return random_next(seed) % n;
}

/* ---- an allocator that refuses the n-th chunk ---- */

typedef struct Miser
{
	int			calls;
	int			refuse;			/* which call is refused; 0: none */
	int			taken;			/* chunks not yet given back */
} Miser;

static inline void *
miser_take(void *ctx, size_t size)
{
	Miser	   *miser = ctx;
	void	   *chunk;

	if (++miser->calls == miser->refuse)
		return NULL;
	chunk = malloc(size);
	if (chunk != NULL)
	{
		memset(chunk, 0xA5, size);	/* the arena must not count on zeroes */
		miser->taken++;
	}
	return chunk;
}

static inline void
miser_give(void *ctx, void *chunk)
{
	((Miser *) ctx)->taken--;
	free(chunk);
}

static inline void
miser_arena(TbArena *arena, Miser *miser, int refuse)
{
	*miser = (Miser) {0, refuse, 0};
	tb_arena_init(arena, (TbArenaHost) {
		.take = miser_take,.give = miser_give,.ctx = miser
	});
}

/* ---- one scanned sentence ---- */

typedef struct Scan
{
	TbArena		arena;
	TbDocument	doc;
} Scan;

static inline void
scan_names(Scan *scan, const char *text, const char *country, int32_t reference)
{
	tb_arena_init_malloc(&scan->arena);
	assert_int_equal(tb_document_open(&scan->doc, text, strlen(text), reference,
									  country, lexicon(), &scan->arena), TB_OK);
	assert_int_equal(tb_document_find(&scan->doc, TB_LAYER_NAMES), TB_OK);
}

static inline void
scan_done(Scan *scan)
{
	tb_arena_reset(&scan->arena);
}

/* ---- tables: a sentence and all that must be found in it, in order ---- */

#define MAX_LISTED 2048

typedef struct Listed
{
	char		text[MAX_LISTED];
	size_t		len;
} Listed;

static inline void
list_put(Listed *list, const char *s, size_t len)
{
	for (size_t i = 0; i < len && list->len + 1 < MAX_LISTED; i++)
		list->text[list->len++] = s[i] == '\n' ? ' ' : s[i];
	list->text[list->len] = '\0';
}

static inline void
list_puts(Listed *list, const char *s)
{
	list_put(list, s == NULL ? "(null)" : s, s == NULL ? 6 : strlen(s));
}

static inline void
list_span(Listed *list, const TbDocument *doc, TbSpan span)
{
	list_puts(list, list->len > 0 ? " | " : "");
	list_put(list, doc->text.data + span.start, span.end - span.start);
}

typedef struct Row
{
	const char *text;
	const char *want;			/* as the test's lister writes it; "" is nothing */
} Row;

typedef void (*Lister) (Listed *list, const TbDocument *doc);

/* Does a list fit the wish, in which * stands for anything up to " > | "? */
static inline bool
list_fits(const char *got, const char *want)
{
	for (; *want != '\0'; want++, got++)
	{
		if (*want == '*')
		{
			size_t		n = 0;

			while (got[n] != '\0' && strncmp(got + n, " > ", 3) != 0 &&
				   strncmp(got + n, " | ", 3) != 0)
				n++;
			got += n - 1;
		}
		else if (*want != *got)
			return false;
	}
	return *got == '\0';
}

/* Check every row and tell of all that fail, not of the first one only. */
static inline void
check_rows(const Row *rows, size_t n, const char *country, int32_t reference,
		   Lister lister)
{
	int			bad = 0;

	for (size_t i = 0; i < n; i++)
	{
		Scan		scan;
		Listed		got = {"", 0};

		scan_names(&scan, rows[i].text, country, reference);
		lister(&got, &scan.doc);
		scan_done(&scan);
		if (list_fits(got.text, rows[i].want))
			continue;
		print_error("%s\n  want: %s\n  got:  %s\n", rows[i].text, rows[i].want,
					got.text);
		bad++;
	}
	if (bad > 0)
		fail_msg("%d of %d rows", bad, (int) n);
}

/* «surface > title > path of the office» of all titles. */
static inline void
list_titles(Listed *list, const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];

		list_span(list, doc, t->span);
		list_puts(list, " > ");
		list_puts(list, t->title);
		list_puts(list, " > ");
		list_puts(list, t->jurisdiction);
		list_puts(list, t->office);
	}
}

#endif
