/*
 * core.c
 *	  Speed of the core alone, without a server: bench/core FILE [LAYER].
 *
 * FILE holds one document a line, as bench/corpus.pl prints them.  Each layer
 * is timed over the whole file in rounds; the best round counts.  With LAYER
 * (its letter: o d n s e) that one is run once, untimed, for callgrind.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/document.h"

#define ROUNDS 3

typedef struct Corpus
{
	char	   *data;
	size_t		len;
} Corpus;

static double
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double) ts.tv_sec + (double) ts.tv_nsec * 1e-9;
}

/* Read a file whole; exits when it cannot. */
static Corpus
read_corpus(const char *path)
{
	Corpus		corpus = {0};
	FILE	   *file = fopen(path, "rb");
	long		size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) <= 0)
	{
		perror(path);
		exit(1);
	}
	rewind(file);
	corpus.data = malloc((size_t) size);
	if (corpus.data == NULL ||
		fread(corpus.data, 1, (size_t) size, file) != (size_t) size)
	{
		perror(path);
		exit(1);
	}
	corpus.len = (size_t) size;
	fclose(file);
	return corpus;
}

/* Turn COPY's escapes of line breaks and tabs back, in place. */
static void
unescape(Corpus *corpus)
{
	size_t		out = 0;

	for (size_t i = 0; i < corpus->len; i++)
	{
		char		c = corpus->data[i];

		if (c == '\\' && i + 1 < corpus->len)
		{
			c = corpus->data[++i];
			c = c == 'n' ? '\v' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
		}
		corpus->data[out++] = c;
	}
	corpus->len = out;
	/* documents end in a real line break; their own become one only now */
	for (size_t i = 0; i < corpus->len; i++)
		if (corpus->data[i] == '\n')
			corpus->data[i] = '\0';
		else if (corpus->data[i] == '\v')
			corpus->data[i] = '\n';
}

/* Scan every document for layers; returns seconds, counts mentions. */
static double
scan_all(const Corpus *corpus, unsigned layers, uint64_t *mentions)
{
	const TbLexicon lex = {tb_lexicon_image(), NULL};
	double		start = now();
	TbArena		arena;

	tb_arena_init_malloc(&arena);
	*mentions = 0;
	for (size_t at = 0; at < corpus->len;)
	{
		const char *line = corpus->data + at;
		size_t		len = strlen(line);
		const char *body = memchr(line, '\t', len);
		TbDocument	doc;

		body = body == NULL ? line : body + 1;
		if (tb_document_open(&doc, body, len - (size_t) (body - line), TB_NO_DAY,
							 NULL, &lex, &arena) != TB_OK ||
			tb_document_find(&doc, layers) != TB_OK)
			abort();
		*mentions += doc.dates.n + doc.places.n + doc.titles.n + doc.mentions.n +
			doc.statements.n;
		tb_arena_reset(&arena);
		at += len + 1;
	}
	return now() - start;
}

static void
measure(const Corpus *corpus, const char *name, unsigned layers)
{
	double		best = 1e9;
	uint64_t	mentions = 0;

	for (int round = 0; round < ROUNDS; round++)
	{
		double		seconds = scan_all(corpus, layers, &mentions);

		best = seconds < best ? seconds : best;
	}
	printf("  %-40s %8.1f MB/s  %9llu mentions\n", name,
		   (double) corpus->len / best / 1e6, (unsigned long long) mentions);
	fflush(stdout);
}

/* Run a layer once and print how much text that was. */
static void
count(const Corpus *corpus, unsigned layers)
{
	uint64_t	mentions;

	scan_all(corpus, layers, &mentions);
	printf("%zu bytes, %llu mentions\n", corpus->len,
		   (unsigned long long) mentions);
}

/* What is measured: the letter names it on the command line. */
static const struct
{
	char		letter;
	const char *name;
	unsigned	layers;
}			Layers[] = {
	{'o', "open: tokens, country, dateline", 0},
	{'d', "dates", TB_LAYER_DATES},
	{'n', "places, titles, persons", TB_LAYER_NAMES},
	{'s', "places, titles, persons, statements", TB_LAYER_STATEMENTS},
	{'e', "everything",
	TB_LAYER_DATES | TB_LAYER_NAMES | TB_LAYER_STATEMENTS},
};

int
main(int argc, char **argv)
{
	Corpus		corpus;

	if (argc < 2 || argc > 3)
	{
		fprintf(stderr, "usage: core FILE [LAYER]\n");
		return 2;
	}
	corpus = read_corpus(argv[1]);
	if (corpus.data[corpus.len - 1] != '\n')
	{
		fprintf(stderr, "core: %s does not end in a line break\n", argv[1]);
		return 1;
	}
	unescape(&corpus);
	for (size_t i = 0; i < sizeof(Layers) / sizeof(Layers[0]); i++)
		if (argc == 2)
			measure(&corpus, Layers[i].name, Layers[i].layers);
		else if (*argv[2] == Layers[i].letter)
			count(&corpus, Layers[i].layers);
	free(corpus.data);
	return 0;
}
