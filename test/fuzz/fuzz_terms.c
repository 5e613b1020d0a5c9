/*
 * fuzz_terms.c
 *	  Options of a dictionary of terms, and a text that is read with them.
 *
 * The options stand before a line of "%", the text behind it.  The first byte
 * chooses the section; a line "%%" goes on to the next one.
 */
#include "fuzz.h"

#include "lex/terms.h"

static void
check_term(void *ctx, const TbTerm *term)
{
	TbStr	   *value = ctx;

	CHECK(term->section < TB_NTERM_SECTIONS && term->line >= 1);
	CHECK(term->code.len <= value->len && term->names.len <= value->len);
	CHECK(!term->malformed || term->problem != NULL);
}

/* Where a line that is only the mark begins, or the end. */
static uint32_t
find_line(TbStr s, const char *mark)
{
	for (uint32_t i = 0; i + strlen(mark) <= s.len; i++)
		if ((i == 0 || s.data[i - 1] == '\n') &&
			memcmp(s.data + i, mark, strlen(mark)) == 0)
			return i;
	return s.len;
}

/* Scan a text; names is false for terms that are no UTF-8, as the server lets none in. */
static void
scan_with(const TbLexicon *lex, TbStr text, bool exact, bool names)
{
	TbArena		arena;
	TbDocument	doc;

	fuzz_arena(&arena, exact);
	CHECK(tb_document_open(&doc, text.data, text.len, tb_day_of(2024, 2, 29), "kz",
						   lex, &arena) == TB_OK);
	CHECK(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_STATEMENTS) == TB_OK);
	if (names)
	{
		tb_check_document(&doc);
		tb_check_search(&doc);
	}
	tb_arena_reset(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TbArena		arena;
	TbBuilder	b;
	TbLexicon	lex;
	TbStr		rest;
	char	   *text;
	int			section;
	bool		names;

	if (size < FUZZ_HEADER)
		return 0;
	text = fuzz_copy(data + FUZZ_HEADER, size - FUZZ_HEADER);
	rest = (TbStr) {text, (uint32_t) (size - FUZZ_HEADER)};
	names = tb_check_is_utf8(text, size - FUZZ_HEADER);
	section = data[0] % TB_NTERM_SECTIONS;
	fuzz_arena(&arena, data[0] & 0x80);
	CHECK(tb_builder_init(&b, tb_lexicon_image(), &arena) == TB_OK);
	for (bool more = true; more; section = (section + 1) % TB_NTERM_SECTIONS)
	{
		uint32_t	len = find_line(rest, "%");
		TbStr		value = {rest.data, len};

		CHECK(tb_terms_add(&b, (TbTermSection) section, value, check_term, &value) == TB_OK);
		more = len + 1 < rest.len && rest.data[len + 1] == '%';
		len = len + 1 + more < rest.len ? len + 1 + more : rest.len;
		rest = (TbStr) {rest.data + len, rest.len - len};
	}
	CHECK(tb_builder_finish(&b) == TB_OK);
	lex = (TbLexicon) {tb_lexicon_image(), &b};
	scan_with(&lex, rest, data[0] & 0x40, names);
	/* the names themselves are a text too */
	scan_with(&lex, (TbStr) {text, (uint32_t) (size - FUZZ_HEADER)}, false, names);
	tb_arena_reset(&arena);
	free(text);
	return 0;
}
