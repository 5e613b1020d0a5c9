/*
 * core.c
 *	  Speed of the core alone, without a server.
 *
 *	core FILE			each layer over a file of documents
 *	core FILE LAYER		one layer (its letter: t o d n s e) once and untimed,
 *						for callgrind
 *	core FILE scale		texts from 1 kB to 100 MB made of the documents
 *	core FILE hostile	texts of one kind of character, against plain text
 *
 * FILE holds one document a line, as bench/corpus.pl prints them.  Rounds go
 * through everything that is compared in turn; medians and the slowest and
 * fastest round are printed, as rows of a Markdown table.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/document.h"

#define ROUNDS 5

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

#define TOKENS UINT32_MAX		/* no layer: the tokens alone */
#define ALL (TB_LAYER_DATES | TB_LAYER_NAMES | TB_LAYER_STATEMENTS)

/* Scan one text; returns how many mentions it has. */
static uint64_t
scan_text(const char *data, size_t len, unsigned layers, TbArena *arena)
{
	const TbLexicon lex = {tb_lexicon_image(), NULL};
	TbDocument	doc = {0};
	TbStatus	status;
	uint64_t	mentions;

	if (layers == TOKENS)
		status = tb_text_open(&doc.text, data, len, &lex, arena);
	else
		status = tb_document_open(&doc, data, len, TB_NO_DAY, NULL, &lex, arena);
	if (status == TB_OK && layers < TOKENS)
		status = tb_document_find(&doc, layers);
	if (status != TB_OK)
		abort();
	mentions = doc.dates.n + doc.places.n + doc.titles.n + doc.mentions.n +
		doc.statements.n;
	tb_arena_reset(arena);
	return mentions;
}

/* Scan every document for layers; returns seconds, counts mentions. */
static double
scan_all(const Corpus *corpus, unsigned layers, uint64_t *mentions)
{
	double		start = now();
	TbArena		arena;

	tb_arena_init_malloc(&arena);
	*mentions = 0;
	for (size_t at = 0; at < corpus->len;)
	{
		const char *line = corpus->data + at;
		size_t		len = strlen(line);
		const char *body = memchr(line, '\t', len);

		body = body == NULL ? line : body + 1;
		*mentions += scan_text(body, len - (size_t) (body - line), layers, &arena);
		at += len + 1;
	}
	return now() - start;
}

static int
compare_doubles(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return (x > y) - (x < y);
}

/* Print a row: MB/s by the median of the rounds, the slowest, the fastest. */
static void
print_row(const char *name, size_t bytes, double *seconds, uint64_t mentions)
{
	qsort(seconds, ROUNDS, sizeof(double), compare_doubles);
	printf("| %s | %.1f | %.1f - %.1f | %llu |\n", name,
		   (double) bytes / seconds[ROUNDS / 2] / 1e6,
		   (double) bytes / seconds[ROUNDS - 1] / 1e6,
		   (double) bytes / seconds[0] / 1e6, (unsigned long long) mentions);
	fflush(stdout);
}

static void
print_head(const char *what)
{
	printf("| %s | MB/s | slowest - fastest | mentions |\n|---|---|---|---|\n", what);
}

/* What is measured: the letter names it on the command line. */
static const struct
{
	char		letter;
	const char *name;
	unsigned	layers;
}			Layers[] = {
	{'t', "tokens", TOKENS},
	{'o', "tokens, country, dateline", 0},
	{'d', "dates", TB_LAYER_DATES},
	{'n', "places, titles, persons", TB_LAYER_NAMES},
	{'s', "places, titles, persons, statements", TB_LAYER_STATEMENTS},
	{'e', "everything", ALL},
};

#define NLAYERS (sizeof(Layers) / sizeof(Layers[0]))

static void
measure_layers(const Corpus *corpus)
{
	double		seconds[NLAYERS][ROUNDS];
	uint64_t	mentions[NLAYERS];

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < NLAYERS; i++)
			seconds[i][round] = scan_all(corpus, Layers[i].layers, &mentions[i]);
	print_head("core, one layer with what it needs");
	for (size_t i = 0; i < NLAYERS; i++)
		print_row(Layers[i].name, corpus->len, seconds[i], mentions[i]);
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

/* A text of some len bytes that repeats a pattern or has a part of it. */
static char *
repeat(const char *pattern, size_t pattern_len, size_t *len)
{
	char	   *text = malloc(*len + 1);

	if (text == NULL)
		abort();
	for (size_t at = 0; at < *len; at += pattern_len)
		memcpy(text + at, pattern, at + pattern_len < *len ? pattern_len : *len - at);
	if (*len > pattern_len)
		*len -= *len % pattern_len;
	text[*len] = '\0';
	return text;
}

/* Measure everything over one text, in passes that take some time. */
static void
measure_text(const char *name, const char *text, size_t len)
{
	double		seconds[ROUNDS];
	uint64_t	mentions = 0;
	size_t		passes = len < 2000000 ? 2000000 / (len + 1) + 1 : 1;
	TbArena		arena;

	tb_arena_init_malloc(&arena);
	for (int round = 0; round < ROUNDS; round++)
	{
		double		start = now();

		for (size_t pass = 0; pass < passes; pass++)
			mentions = scan_text(text, len, ALL, &arena);
		seconds[round] = (now() - start) / (double) passes;
	}
	print_row(name, len, seconds, mentions);
}

/* The bodies of the documents as one text: blank lines between them. */
static char *
join_bodies(const Corpus *corpus, size_t *len)
{
	char	   *text = malloc(corpus->len + 1);

	if (text == NULL)
		abort();
	*len = 0;
	for (size_t at = 0; at < corpus->len;)
	{
		const char *line = corpus->data + at;
		size_t		n = strlen(line);
		const char *body = memchr(line, '\t', n);
		size_t		skip = body == NULL ? 0 : (size_t) (body + 1 - line);

		memcpy(text + *len, line + skip, n - skip);
		*len += n - skip;
		text[(*len)++] = '\n';
		if (skip > 1)
			text[(*len)++] = '\n';
		at += n + 1;
	}
	return text;
}

static void
measure_scale(const Corpus *corpus)
{
	size_t		pool_len;
	char	   *pool = join_bodies(corpus, &pool_len);

	print_head("core, everything, one text of");
	for (size_t size = 1000; size <= 100000000; size *= 10)
	{
		size_t		len = size;
		char	   *text = repeat(pool, pool_len, &len);
		char		name[32];

		snprintf(name, sizeof(name), size < 1000000 ? "%zu kB" : "%zu MB",
				 size < 1000000 ? size / 1000 : size / 1000000);
		measure_text(name, text, len);
		free(text);
	}
	free(pool);
}

static void
measure_hostile(const Corpus *corpus)
{
	static const struct
	{
		const char *name;
		const char *pattern;
	}			kinds[] = {
		{"one word", "а"},
		{"capitals", "АБВГДЕ ЖЗИКЛ МНОПР "},
		{"quotation marks", "«"},
		{"nested quotation", "«“„а "},
		{"digits", "7"},
		{"numbers", "12.12.2012 "},
		{"full stops", "."},
		{"initials", "А.Б. "},
		{"names only", "Ерлан Ашимбаев "},
		{"titles only", "первый заместитель председателя "},
		{"no full stop", "сказал, что он отметил, что "},
		{"broken UTF-8", "\xD0\xFF"},
	};
	size_t		len;
	char	   *pool = join_bodies(corpus, &len);

	print_head("core, everything, 1 MB of");
	len = len < 1000000 ? len : 1000000;
	measure_text("plain text", pool, len);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
	{
		size_t		size = 1000000;
		char	   *text = repeat(kinds[i].pattern, strlen(kinds[i].pattern), &size);

		measure_text(kinds[i].name, text, size);
		free(text);
	}
	free(pool);
}

int
main(int argc, char **argv)
{
	Corpus		corpus;
	const char *what = argc == 3 ? argv[2] : "";

	if (argc < 2 || argc > 3)
	{
		fprintf(stderr, "usage: core FILE [LAYER | scale | hostile]\n");
		return 2;
	}
	corpus = read_corpus(argv[1]);
	if (corpus.data[corpus.len - 1] != '\n')
	{
		fprintf(stderr, "core: %s does not end in a line break\n", argv[1]);
		return 1;
	}
	unescape(&corpus);
	if (*what == '\0')
		measure_layers(&corpus);
	else if (strcmp(what, "scale") == 0)
		measure_scale(&corpus);
	else if (strcmp(what, "hostile") == 0)
		measure_hostile(&corpus);
	for (size_t i = 0; i < NLAYERS; i++)
		if (what[0] == Layers[i].letter && what[1] == '\0')
			count(&corpus, Layers[i].layers);
	free(corpus.data);
	return 0;
}
