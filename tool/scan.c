/*
 * scan.c
 *	  Prints what the core sees in a text: the team's eyes.
 *
 *	scan [--ref DATE] [--country CC] [--layer LAYER]... FILE...
 *		tokens, dates, places, titles, persons, statements (all but tokens when
 *		no layer is named) with positions in characters and rule names
 *	scan --jsonl DIR [--meta FILE] FILE...
 *		one file of JSON lines a layer in DIR, for scorers; META tells a
 *		document's reference date in its third column
 *	scan --speed ROUNDS [--only tokens|dates|names|statements|all] FILE...
 *		MB/s of the core
 *	scan --dates-jsonl
 *		{"id":..,"text":..,"ref":..} lines in, date mentions out
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/calendar.h"
#include "base/utf8.h"
#include "core/document.h"
#include "core/words.h"

static const char *const class_names[] = {
#define NAME(name) #name,
	TB_CLASSES(NAME)
};

static const char *const place_types[] = {
	TB_PLACE_TYPES(NAME)
#undef NAME
};

static void
die(const char *what)
{
	fprintf(stderr, "scan: %s\n", what);
	exit(2);
}

static char *
read_all(FILE *f, size_t *len)
{
	char	   *data = NULL;
	size_t		cap = 0;
	size_t		n;

	*len = 0;
	do
	{
		if (cap - *len < 65536)
			data = realloc(data, cap = cap * 2 + 131072);
		if (data == NULL)
			die("out of memory");
		n = fread(data + *len, 1, cap - *len - 1, f);
		*len += n;
	} while (n > 0);
	data[*len] = '\0';
	return data;
}

static char *
read_path(const char *path, size_t *len)
{
	FILE	   *f = fopen(path, "rb");
	char	   *data;

	if (f == NULL)
	{
		perror(path);
		exit(2);
	}
	data = read_all(f, len);
	fclose(f);
	return data;
}

static int32_t
parse_day(const char *s)
{
	int			y,
				m,
				d;

	if (sscanf(s, "%4d-%2d-%2d", &y, &m, &d) != 3 || !tb_civil_exists(y, m, d))
		return TB_NO_DAY;
	return tb_day_of(y, m, d);
}

static const char *
format_day(int32_t day, char *buf, size_t size)
{
	TbCivil		c;

	if (day == TB_NO_DAY)
		return NULL;
	c = tb_civil_of(day);
	snprintf(buf, size, "%04d-%02d-%02d", (int) c.year, (int) c.month, (int) c.day);
	return buf;
}

/* ------------------------------------------------------------------- JSON */

static void
json_string(FILE *out, const char *s, size_t len)
{
	fputc('"', out);
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) s[i];

		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c < 0x20)
			fprintf(out, "\\u%04x", c);
		else
			fputc(c, out);
	}
	fputc('"', out);
}

static void
json_text(FILE *out, const char *key, const char *s)
{
	fprintf(out, ",\"%s\":", key);
	if (s == NULL)
		fputs("null", out);
	else
		json_string(out, s, strlen(s));
}

static void
json_day(FILE *out, const char *key, int32_t day)
{
	char		buf[16];

	json_text(out, key, format_day(day, buf, sizeof(buf)));
}

/* Byte offset to character offset. */
static uint32_t
chars(const TbDocument *doc, uint32_t byte)
{
	return tb_utf8_count(doc->text.data, byte);
}

static void
json_head(FILE *out, const TbDocument *doc, const char *name, TbSpan span)
{
	fputs("{\"doc\":", out);
	json_string(out, name, strlen(name));
	fprintf(out, ",\"start\":%u,\"end\":%u", chars(doc, span.start), chars(doc, span.end));
}

static void
json_dates(FILE *out, const TbDocument *doc, const char *name)
{
	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];

		json_head(out, doc, name, d->span);
		json_day(out, "from", d->known ? d->from : TB_NO_DAY);
		json_day(out, "to", d->known ? d->to : TB_NO_DAY);
		json_text(out, "rule", d->rule);
		fputs("}\n", out);
	}
}

static void
json_places(FILE *out, const TbDocument *doc, const char *name)
{
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		json_head(out, doc, name, p->span);
		json_text(out, "place", p->name);
		json_text(out, "type", place_types[p->type]);
		json_text(out, "rule", p->rule);
		fputs("}\n", out);
	}
}

static void
json_titles(FILE *out, const TbDocument *doc, const char *name)
{
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];

		json_head(out, doc, name, t->span);
		json_text(out, "title", t->title);
		json_text(out, "office", t->office);
		json_text(out, "holder", t->holder);
		json_text(out, "rule", t->rule);
		fputs("}\n", out);
	}
}

static void
json_persons(FILE *out, const TbDocument *doc, const char *name)
{
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];

		json_head(out, doc, name, m->span);
		json_text(out, "person", doc->persons.at[m->person].name);
		json_text(out, "nominative", m->nominative);
		json_text(out, "rule", m->rule);
		fputs("}\n", out);
	}
}

static void
json_statements(FILE *out, const TbDocument *doc, const char *name)
{
	static const char *const kinds[] = {"direct", "indirect", "mixed"};
	static const char *const forms[] = {"quote", "clause", "nominal", "directive", "topic"};

	for (uint32_t i = 0; i < doc->statements.n; i++)
	{
		const TbStatement *s = &doc->statements.at[i];

		json_head(out, doc, name, s->span);
		fputs(",\"segments\":[", out);
		for (uint32_t k = 0; k < s->nsegments; k++)
			fprintf(out, "%s[%u,%u]", k ? "," : "", chars(doc, s->segments[k].start),
					chars(doc, s->segments[k].end));
		fputs("]", out);
		json_text(out, "kind", kinds[s->kind]);
		json_text(out, "form", forms[s->form]);
		json_text(out, "speaker", s->speaker);
		json_text(out, "rule", s->rule);
		fputs("}\n", out);
	}
}

/* ------------------------------------------------------------------ people */

static void
print_span(const TbDocument *doc, TbSpan span)
{
	uint32_t	start = chars(doc, span.start);

	printf("%6u %4u  ", start + 1, chars(doc, span.end) - start);
	for (uint32_t i = span.start; i < span.end; i++)
		putchar(doc->text.data[i] == '\n' ? ' ' : doc->text.data[i]);
}

static void
print_tokens(const TbDocument *doc)
{
	static const char *const flags[] = {
		"space", "newline", "PARA", "SENT", "glued", "cap", "caps", "letter",
		"latin", "cyrillic", "digit", "broken"
	};

	for (uint32_t i = 0; i < doc->text.ntok; i++)
	{
		const TbToken *t = &doc->text.tok[i];
		uint32_t	n;
		const TbReading *r;

		printf("%5u ", i);
		print_span(doc, (TbSpan) {t->start, t->end});
		printf("  [");
		for (int f = 0; f < 12; f++)
			if (t->flags & 1 << f)
				printf(" %s", flags[f]);
		printf(" ]");
		r = t->kind == TB_WORD_TOKEN ? tb_lexicon_readings(doc->lex, t->value, &n) : (n = 0, NULL);
		for (uint32_t k = 0; k < n; k++)
			printf(" %s:%s/%x", class_names[tb_entry(doc, &r[k])->klass],
				   tb_string(doc, tb_entry(doc, &r[k])->code), r[k].gram);
		putchar('\n');
	}
}

static void
print_dates(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];
		char		from[16];
		char		to[16];

		print_span(doc, d->span);
		printf("  -> %s .. %s  %s (%s)\n",
			   format_day(d->from, from, 16) ? from : "-",
			   format_day(d->to, to, 16) ? to : "-", d->edtf ? d->edtf : "?", d->rule);
	}
}

static void
print_places(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		print_span(doc, p->span);
		printf("  -> %s  %s %s (%s)\n", p->name, place_types[p->type],
			   p->entry == TB_NONE ? "?" :
			   tb_string(doc, tb_lexicon_entry(doc->lex, p->entry)->code), p->rule);
	}
}

static void
print_titles(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];

		print_span(doc, t->span);
		printf("  -> %s  %s%s  holder %s (%s)\n", t->title, t->jurisdiction, t->office,
			   t->holder ? t->holder : "-", t->rule);
	}
}

static void
print_persons(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		const TbPerson *p = &doc->persons.at[m->person];

		print_span(doc, m->span);
		printf("  -> %s  = %s  %s (%s)\n", m->nominative, p->name, p->id, m->rule);
	}
}

static void
print_statements(const TbDocument *doc)
{
	static const char *const kinds[] = {"direct", "indirect", "mixed"};

	for (uint32_t i = 0; i < doc->statements.n; i++)
	{
		const TbStatement *s = &doc->statements.at[i];

		print_span(doc, s->span);
		printf("\n         -> %s  %s  (%s)\n", s->speaker ? s->speaker : "?",
			   kinds[s->kind], s->rule);
	}
}

/* -------------------------------------------------------------------- runs */

typedef struct Layer
{
	const char *name;
	const char *file;
	unsigned	bit;
	void		(*print) (const TbDocument *doc);
	void		(*json) (FILE *out, const TbDocument *doc, const char *name);
	bool		wanted;
	FILE	   *out;
} Layer;

static Layer layers[] = {
	{"tokens", NULL, 0, print_tokens, NULL, false, NULL},
	{"dates", "dates", TB_LAYER_DATES, print_dates, json_dates, false, NULL},
	{"places", "places", TB_LAYER_NAMES, print_places, json_places, false, NULL},
	{"titles", "titles", TB_LAYER_NAMES, print_titles, json_titles, false, NULL},
	{"persons", "persons", TB_LAYER_NAMES, print_persons, json_persons, false, NULL},
	{"statements", "speakers", TB_LAYER_STATEMENTS, print_statements, json_statements, false, NULL},
};

#define NLAYERS (int) (sizeof(layers) / sizeof(*layers))

static int32_t reference = TB_NO_DAY;
static const char *country;
static const char *meta;

/* The reference of a document in the meta file, else the one of --ref. */
static int32_t
reference_of(const char *name)
{
	const char *at = meta ? strstr(meta, name) : NULL;

	for (int column = 0; at != NULL && column < 2; column++)
	{
		at = strchr(at, '\t');
		at = at ? at + 1 : NULL;
	}
	return at ? parse_day(at) : reference;
}

static void
open_document(TbDocument *doc, const char *data, size_t len, int32_t ref,
			  TbArena *arena)
{
	static TbLexicon lex;

	lex.image = tb_lexicon_image();
	if (tb_document_open(doc, data, len, ref, country, &lex, arena) != TB_OK)
		die("out of memory");
}

static void
find(TbDocument *doc, unsigned bits)
{
	if (tb_document_find(doc, bits) != TB_OK)
		die("out of memory");
}

static void
run_file(const char *path, bool json)
{
	TbArena		arena;
	TbDocument	doc;
	size_t		len;
	char	   *data = read_path(path, &len);
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	char		day[16];

	tb_arena_init_malloc(&arena);
	open_document(&doc, data, len, reference_of(name), &arena);
	if (!json)
		printf("== %s  reference %s%s  country %s\n", name,
			   format_day(doc.reference, day, 16) ? day : "none",
			   doc.reference_is_month ? " (month)" : "", *doc.country ? doc.country : "?");
	for (int i = 0; i < NLAYERS; i++)
	{
		if (!layers[i].wanted)
			continue;
		find(&doc, layers[i].bit);
		if (json)
			layers[i].json(layers[i].out, &doc, name);
		else
		{
			printf("-- %s\n", layers[i].name);
			layers[i].print(&doc);
		}
	}
	tb_arena_reset(&arena);
	free(data);
}

/* The value of a string field of a flat JSON line, unescaped in place. */
static char *
json_field(char *line, const char *key)
{
	char		pattern[32];
	char	   *at;
	char	   *out;
	char	   *start;

	snprintf(pattern, sizeof(pattern), "\"%s\":", key);
	at = strstr(line, pattern);
	if (at == NULL || (at = strchr(at + strlen(pattern), '"')) == NULL)
		return NULL;
	for (start = out = ++at; *at != '"' && *at != '\0'; at++)
	{
		unsigned	c;

		if (*at != '\\')
		{
			*out++ = *at;
			continue;
		}
		at++;
		if (*at == 'u' && sscanf(at + 1, "%4x", &c) == 1)
		{
			out += tb_utf8_put(out, c);
			at += 4;
		}
		else
			*out++ = *at == 'n' ? '\n' : *at == 't' ? '\t' : *at;
	}
	*out = '\0';
	return start;
}

static void
run_dates_jsonl(void)
{
	static char line[1 << 20];
	static char copy[1 << 20];
	static char copy2[1 << 20];

	while (fgets(line, sizeof(line), stdin))
	{
		TbArena		arena;
		TbDocument	doc;
		const char *id;
		const char *text;
		const char *ref;

		strcpy(copy, line);
		strcpy(copy2, line);
		id = json_field(line, "id");
		text = json_field(copy, "text");
		ref = json_field(copy2, "ref");
		if (id == NULL || text == NULL)
			continue;
		tb_arena_init_malloc(&arena);
		open_document(&doc, text, strlen(text), ref ? parse_day(ref) : TB_NO_DAY, &arena);
		find(&doc, TB_LAYER_DATES);
		for (uint32_t i = 0; i < doc.dates.n; i++)
		{
			const TbDate *d = &doc.dates.at[i];

			fputs("{\"id\":", stdout);
			json_string(stdout, id, strlen(id));
			printf(",\"start\":%u,\"end\":%u", chars(&doc, d->span.start),
				   chars(&doc, d->span.end));
			json_day(stdout, "from", d->from);
			json_day(stdout, "to", d->to);
			puts("}");
		}
		tb_arena_reset(&arena);
	}
}

/* Time the layers over the files, repeated: MB/s. */
static void
run_speed(int n, char **paths, int rounds, const char *only)
{
	static const struct
	{
		const char *name;
		unsigned	bits;
	}			what[] = {
		{"tokens", 0}, {"dates", TB_LAYER_DATES}, {"names", TB_LAYER_NAMES},
		{"statements", TB_LAYER_STATEMENTS},
		{"all", TB_LAYER_DATES | TB_LAYER_NAMES | TB_LAYER_STATEMENTS}
	};

	for (size_t w = 0; w < sizeof(what) / sizeof(*what); w++)
	{
		double		bytes = 0;
		struct timespec from;
		struct timespec to;
		double		seconds = 0;

		if (*only != '\0' && strcmp(only, what[w].name) != 0)
			continue;
		for (int i = 0; i < n; i++)
		{
			size_t		len;
			char	   *data = read_path(paths[i], &len);

			clock_gettime(CLOCK_MONOTONIC, &from);
			for (int r = 0; r < rounds; r++)
			{
				TbArena		arena;
				TbDocument	doc;

				tb_arena_init_malloc(&arena);
				open_document(&doc, data, len, parse_day("2024-01-15"), &arena);
				find(&doc, what[w].bits);
				tb_arena_reset(&arena);
			}
			clock_gettime(CLOCK_MONOTONIC, &to);
			seconds += (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9;
			bytes += (double) len * rounds;
			free(data);
		}
		printf("%-12s %8.1f MB/s\n", what[w].name, bytes / 1e6 / seconds);
	}
}

static void
want(const char *name)
{
	for (int i = 0; i < NLAYERS; i++)
		if (strcmp(layers[i].name, name) == 0)
		{
			layers[i].wanted = true;
			return;
		}
	die("unknown layer; there are tokens dates places titles persons statements");
}

static void
open_outputs(const char *dir)
{
	for (int i = 1; i < NLAYERS; i++)
	{
		char		path[4096];

		snprintf(path, sizeof(path), "%s/%s.jsonl", dir, layers[i].file);
		layers[i].wanted = true;
		layers[i].out = fopen(path, "w");
		if (layers[i].out == NULL)
		{
			perror(path);
			exit(2);
		}
	}
}

int
main(int argc, char **argv)
{
	const char *dir = NULL;
	int			speed = 0;
	const char *only = "";
	bool		any = false;
	int			i = 1;

	for (; i < argc && strncmp(argv[i], "--", 2) == 0; i += 2)
	{
		const char *value = i + 1 < argc ? argv[i + 1] : "";
		size_t		len;

		if (strcmp(argv[i], "--dates-jsonl") == 0)
		{
			run_dates_jsonl();
			return 0;
		}
		if (strcmp(argv[i], "--ref") == 0)
			reference = parse_day(value);
		else if (strcmp(argv[i], "--country") == 0)
			country = value;
		else if (strcmp(argv[i], "--jsonl") == 0)
		{
			dir = value;
			open_outputs(dir);
		}
		else if (strcmp(argv[i], "--meta") == 0)
			meta = read_path(value, &len);
		else if (strcmp(argv[i], "--speed") == 0)
			speed = atoi(value);
		else if (strcmp(argv[i], "--only") == 0)
			only = value;
		else if (strcmp(argv[i], "--layer") == 0)
			want(value);
		else
			die("unknown option");
	}
	if (i >= argc)
		die("usage: scan [--ref DATE] [--country CC] [--layer LAYER]... FILE...");
	if (speed > 0)
	{
		run_speed(argc - i, argv + i, speed, only);
		return 0;
	}
	for (int k = 0; k < NLAYERS; k++)
		any = any || layers[k].wanted;
	for (int k = 1; k < NLAYERS && !any; k++)
		layers[k].wanted = true;
	for (; i < argc; i++)
		run_file(argv[i], dir != NULL);
	for (int k = 1; k < NLAYERS; k++)
		if (layers[k].out != NULL && fclose(layers[k].out) != 0)
			die("cannot write");
	return 0;
}
