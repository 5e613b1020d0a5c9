/*
 * fuzz_scan.c
 *	  libFuzzer entry point: all layers of any bytes, and their invariants.
 *
 * Every mention lies inside the text, on borders of characters, in order;
 * periods are ordered; indexes point at what exists.  The first byte chooses
 * the reference date and country.
 */
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "core/document.h"
#include "core/words.h"

#define CHECK(condition) \
	do { if (!(condition)) abort(); } while (0)

/* May a span begin or end at this byte? */
static bool
is_border(const TbDocument *doc, uint32_t at)
{
	return at <= doc->text.len &&
		(at == doc->text.len || ((unsigned char) doc->text.data[at] & 0xC0) != 0x80 ||
		 at == 0 || ((unsigned char) doc->text.data[at - 1] < 0x80));
}

static void
check_span(const TbDocument *doc, TbSpan span, uint32_t *last)
{
	CHECK(span.start < span.end && span.end <= doc->text.len);
	CHECK(is_border(doc, span.start) || (doc->text.data[span.start] & 0x80));
	CHECK(span.start >= *last);
	*last = span.start;
}

static void
check_dates(const TbDocument *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];

		check_span(doc, d->span, &last);
		CHECK(!d->known || d->from == TB_NO_DAY || d->to == TB_NO_DAY || d->from <= d->to);
		CHECK(d->rule != NULL);
	}
}

static void
check_names(const TbDocument *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		check_span(doc, doc->places.at[i].span, &last);
		CHECK(doc->places.at[i].name != NULL);
	}
	last = 0;
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];

		check_span(doc, t->span, &last);
		CHECK(t->title != NULL && t->office != NULL && t->jurisdiction != NULL);
		CHECK(t->person == TB_NONE || t->person < doc->persons.n);
	}
	last = 0;
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];

		check_span(doc, m->span, &last);
		CHECK(m->person < doc->persons.n && m->nominative != NULL);
		CHECK(doc->persons.at[m->person].name != NULL);
		CHECK(m->title == TB_NONE || m->title < doc->titles.n);
	}
}

static void
check_statements(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->statements.n; i++)
	{
		const TbStatement *s = &doc->statements.at[i];
		uint32_t	last = 0;

		CHECK(s->nsegments > 0);
		for (uint32_t k = 0; k < s->nsegments; k++)
			check_span(doc, s->segments[k], &last);
		CHECK(s->span.start == s->segments[0].start);
		CHECK(s->span.end == s->segments[s->nsegments - 1].end);
		CHECK(s->person == TB_NONE || s->person < doc->persons.n);
		CHECK(s->title == TB_NONE || s->title < doc->titles.n);
	}
}

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const countries[] = {NULL, "kz", "ru", "xx"};
	TbLexicon	lex = {tb_lexicon_image(), NULL};
	TbArena		arena;
	TbDocument	doc;
	char	   *text;

	if (size < 1)
		return 0;
	/* a copy of just its size, so that a read past the end is seen */
	text = malloc(size - 1 ? size - 1 : 1);
	CHECK(text != NULL);
	memcpy(text, data + 1, size - 1);
	tb_arena_init_malloc(&arena);
	CHECK(tb_document_open(&doc, text, size - 1,
						   data[0] & 1 ? tb_day_of(2024, 2, 29) : TB_NO_DAY,
						   countries[data[0] >> 1 & 3], &lex, &arena) == TB_OK);
	CHECK(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_STATEMENTS) == TB_OK);
	check_dates(&doc);
	check_names(&doc);
	check_statements(&doc);
	tb_arena_reset(&arena);
	free(text);
	return 0;
}
