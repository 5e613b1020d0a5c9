/*
 * probe.c
 *	  Each line of stdin is a document; its places, titles and persons go out
 *	  as one line, tab-separated:
 *
 *	place CODE or ? | title OFFICE | person NAME, each "kind first-end value"
 *
 * first and end count bytes.  A line without a mention gives an empty line.
 * The scripts beside this file judge the answers; "-c kz" sets the country.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/document.h"

static void
print_span(const char *kind, TbSpan span)
{
	printf("%s %u-%u ", kind, span.start, span.end);
}

/* One document's mentions on one line. */
static void
print_document(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		print_span(p->kind == TB_PK_NAME ? "place" : "adjective", p->span);
		printf("%s\t", p->entry == TB_NONE ? "?" :
			   tb_lexicon_string(doc->lex, tb_lexicon_entry(doc->lex, p->entry)->code));
	}
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		print_span("title", doc->titles.at[i].span);
		printf("%s%s\t", doc->titles.at[i].jurisdiction, doc->titles.at[i].office);
	}
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		print_span("person", doc->mentions.at[i].span);
		printf("%s\t", doc->mentions.at[i].nominative);
	}
	putchar('\n');
}

int
main(int argc, char **argv)
{
	const char *country = argc == 3 && strcmp(argv[1], "-c") == 0 ? argv[2] : NULL;
	TbLexicon	lex = {.image = tb_lexicon_image()};
	char	   *line = NULL;
	size_t		size = 0;
	ssize_t		len;

	while ((len = getline(&line, &size, stdin)) >= 0)
	{
		TbArena		arena;
		TbDocument	doc;

		if (len > 0 && line[len - 1] == '\n')
			line[--len] = '\0';
		tb_arena_init_malloc(&arena);
		if (tb_document_open(&doc, line, (size_t) len, TB_NO_DAY, country, &lex,
							 &arena) != TB_OK ||
			tb_document_find(&doc, TB_LAYER_NAMES) != TB_OK)
		{
			fprintf(stderr, "probe: no memory\n");
			return 2;
		}
		print_document(&doc);
		tb_arena_reset(&arena);
	}
	free(line);
	return 0;
}
