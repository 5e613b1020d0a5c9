/*
 * lexc.c
 *	  Compiles data/ into the lexicon image.
 *
 *	lexc -o IMAGE data/FILE.tsv ...
 *
 * A file's name says its kind (places_*.tsv, roles.tsv, ...; data/README.md
 * describes them).  Rows are read into entries with their names; the entries
 * are sorted by class and code and numbered; every name is bent into its
 * forms, and the forms go into the builder, which the image is written from.
 * A bad row is reported as "file:line: reason" and the rest is still read;
 * after any bad row there is no image and the exit code is 1.
 */
#include "lexc.h"

/* lexicon.c refers to the linked image, which does not exist yet. */
const char	tb_image_start[sizeof(TbImage)] = {0};

static char *
read_file(const char *path, size_t *len)
{
	FILE	   *f = fopen(path, "rb");
	char	   *data = NULL;
	size_t		cap = 0;

	*len = 0;
	if (f == NULL)
	{
		perror(path);
		exit(2);
	}
	for (;;)
	{
		size_t		n;

		if (*len == cap)
			data = lexc_check(realloc(data, cap = cap == 0 ? 65536 : cap * 2));
		n = fread(data + *len, 1, cap - *len, f);
		if (n == 0)
			break;
		*len += n;
	}
	fclose(f);
	return data;
}

/* Split a line at tabs into c->column, spaces trimmed. */
static void
split_line(Compiler *c, TbStr line)
{
	uint32_t	start = 0;

	c->ncolumns = 0;
	for (uint32_t i = 0; i <= line.len; i++)
	{
		TbStr		cell;

		if (i < line.len && line.data[i] != '\t')
			continue;
		cell = (TbStr) {line.data + start, i - start};
		while (cell.len > 0 && *cell.data == ' ')
			cell = (TbStr) {cell.data + 1, cell.len - 1};
		while (cell.len > 0 && cell.data[cell.len - 1] == ' ')
			cell.len--;
		if (c->ncolumns < MAX_COLUMNS)
			c->column[c->ncolumns] = cell;
		c->ncolumns++;
		start = i + 1;
	}
}

static void
read_line(Compiler *c, const FileKind *kind, TbStr line)
{
	if (line.len > 0 && line.data[line.len - 1] == '\r')
		line.len--;
	if (line.len == 0 || *line.data == '#')
		return;
	/* a string of the image ends where its first NUL stands */
	if (memchr(line.data, '\0', line.len) != NULL)
	{
		lexc_complain(c, "a NUL byte");
		return;
	}
	split_line(c, line);
	if (c->line == 1)
	{
		if (!lexc_str_is(line, kind->header))
			lexc_complain(c, "the header is not \"%s\"", kind->header);
	}
	else if (c->ncolumns != kind->columns)
		lexc_complain(c, "%d columns, not %d", c->ncolumns, kind->columns);
	else
		kind->read(c);
}

static void
read_data(Compiler *c, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t		len;
	char	   *data = read_file(path, &len);
	const FileKind *kind;

	c->file = slash ? slash + 1 : path;
	c->line = 0;
	kind = lexc_kind_of(c->file);
	for (size_t i = 0; i < len; i++)
		c->digest = (c->digest ^ (unsigned char) data[i]) * UINT64_C(0x100000001B3);
	for (size_t at = 0; at < len;)
	{
		char	   *end = memchr(data + at, '\n', len - at);
		size_t		stop = end ? (size_t) (end - data) : len;

		c->line++;
		read_line(c, kind, (TbStr) {data + at, (uint32_t) (stop - at)});
		at = stop + 1;
	}
	/* rows point into the data: it lives as long as the program */
}

int
main(int argc, char **argv)
{
	static Compiler c;
	const char *output = NULL;

	tb_arena_init_malloc(&c.arena);
	c.digest = UINT64_C(0xCBF29CE484222325);
	if (tb_builder_init(&c.builder, NULL, &c.arena) != TB_OK)
		lexc_out_of_memory();
	for (int i = 1; i < argc; i++)
	{
		if (strcmp(argv[i], "-o") == 0 && i + 1 < argc)
			output = argv[++i];
		else
			read_data(&c, argv[i]);
	}
	if (output == NULL || argc < 4)
	{
		fprintf(stderr, "usage: lexc -o IMAGE data/FILE.tsv ...\n");
		return 2;
	}
	lexc_number_rows(&c);
	if (c.errors > 0)
	{
		fprintf(stderr, "lexc: %d error%s, no image written\n", c.errors,
				c.errors == 1 ? "" : "s");
		return 1;
	}
	if (tb_builder_finish(&c.builder) != TB_OK)
		lexc_out_of_memory();
	lexc_write_image(&c, output);
	return 0;
}
