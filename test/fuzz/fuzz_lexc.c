/*
 * fuzz_lexc.c
 *	  Rows of data/ through the compiler, to an image that is whole.
 *
 * The first byte chooses the kind of file.  lexc is compiled into this one;
 * what it complains of goes nowhere.
 */
#define FUZZ_HEADER 1
#include "fuzz.h"

#include <stdarg.h>

/* lexc ends its program where memory is out: here that is a finding. */
static void
fuzz_exit(int code)
{
	CHECK(code == 0);
}

/* lexc's messages, formatted so that the sanitizer sees their arguments. */
static void
fuzz_say(const char *format, va_list args)
{
	char		line[4096];

	vsnprintf(line, sizeof(line), format, args);
}

/* The image is written into memory. */
static char *fuzz_image;
static size_t fuzz_image_len;

#define fopen(path, mode) (strcmp(mode, "wb") == 0 ? \
	open_memstream(&fuzz_image, &fuzz_image_len) : NULL)
#define exit fuzz_exit
#define main lexc_main
#define vfprintf(file, format, args) fuzz_say(format, args)
#define fputc(c, file) ((void) 0)
#define fprintf(...) ((void) 0)
#define Row LexcRow
#define tb_image_start lexc_image_start
#include "../../tool/lexc.c"
#include "../../tool/lexc_name.c"
#include "../../tool/lexc_row.c"
#include "../../tool/lexc_form.c"
#include "../../tool/lexc_image.c"
#undef fopen
#undef exit
#undef main
#undef vfprintf
#undef fputc
#undef fprintf
#undef Row
#undef tb_image_start

#define KINDS (sizeof(file_kinds) / sizeof(*file_kinds))

/* Read the lines of a file without its header. */
static void
read_rows(Compiler *c, const FileKind *kind, TbStr text)
{
	c->file = "fuzz.tsv";
	c->line = 1;
	while (text.len > 0)
	{
		const char *end = memchr(text.data, '\n', text.len);
		uint32_t	len = end ? (uint32_t) (end - text.data) : text.len;
		uint32_t	used = end ? len + 1 : len;

		c->line++;
		read_line(c, kind, (TbStr) {text.data, len});
		text = (TbStr) {text.data + used, text.len - used};
	}
}

/* The image is whole, and a document can be read with it alone. */
static void
check_image(Compiler *c, TbStr text)
{
	TbLexicon	lex = {NULL, NULL};
	TbArena		arena;
	TbDocument	doc;

	lexc_write_image(c, "image");
	CHECK(tb_lexicon_check(fuzz_image, fuzz_image_len) == TB_OK);
	lex.image = (const TbImage *) fuzz_image;
	tb_arena_init_malloc(&arena);
	CHECK(tb_document_open(&doc, text.data, text.len, TB_NO_DAY, NULL, &lex,
						   &arena) == TB_OK);
	CHECK(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_STATEMENTS) == TB_OK);
	tb_check_document(&doc);
	tb_arena_reset(&arena);
	free(fuzz_image);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Compiler c;
	char	   *text;

	if (size < FUZZ_HEADER)
		return 0;
	text = fuzz_copy(data + FUZZ_HEADER, size - FUZZ_HEADER);
	c = (Compiler) {.digest = 1};
	fuzz_arena(&c.arena, data[0] & 0x80);
	CHECK(tb_builder_init(&c.builder, NULL, &c.arena) == TB_OK);
	read_rows(&c, &file_kinds[data[0] % 0x10 % KINDS],
			  (TbStr) {text, (uint32_t) (size - FUZZ_HEADER)});
	lexc_number_rows(&c);
	if (c.errors == 0)
	{
		CHECK(tb_builder_finish(&c.builder) == TB_OK);
		check_image(&c, (TbStr) {text, (uint32_t) (size - FUZZ_HEADER)});
	}
	tb_arena_reset(&c.arena);
	free(text);
	return 0;
}
