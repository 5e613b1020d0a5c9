/*
 * test_refusal.c
 *	  An allocator that refuses: the n-th object alone, or from the n-th on,
 *	  for every n, over all that takes memory.
 *
 * Each object is a chunk of its own here (next_size is 0), so that n counts
 * objects and not chunks.  What is refused must be said, must not crash, and
 * leaves nothing behind.  For long works n is sampled.
 */
#include "helpers.h"

#include "core/query.h"
#include "lex/terms.h"

typedef struct Refuser
{
	uint32_t	calls;
	uint32_t	refuse;			/* this call is refused; 0: none */
	bool		onwards;		/* and all behind it */
	uint32_t	taken;
} Refuser;

static void *
refuser_take(void *ctx, size_t size)
{
	Refuser    *r = ctx;
	void	   *chunk;

	r->calls++;
	if (r->refuse != 0 && (r->onwards ? r->calls >= r->refuse : r->calls == r->refuse))
		return NULL;
	chunk = malloc(size);
	memset(chunk, 0xA5, size);
	r->taken++;
	return chunk;
}

static void
refuser_give(void *ctx, void *chunk)
{
	((Refuser *) ctx)->taken--;
	free(chunk);
}

/* A work that takes memory from an arena. */
typedef TbStatus (*Work) (TbArena *arena);

/* Do a work with a refusal; nothing may be left. */
static TbStatus
work_refused(Work work, Refuser *r)
{
	TbArena		arena;
	TbStatus	status;

	tb_arena_init(&arena, (TbArenaHost) {
		.take = refuser_take,.give = refuser_give,.ctx = r
	});
	arena.next_size = 0;
	status = work(&arena);
	tb_arena_reset(&arena);
	assert_int_equal(r->taken, 0);
	return status;
}

/* Every n up to this is tried; of more, about as many, evenly. */
#define EVERY 1500

static void
try_every_refusal(Work work)
{
	Refuser		all = {0};
	uint32_t	step;

	assert_int_equal(work_refused(work, &all), TB_OK);
	assert_true(all.calls > 1);
	step = all.calls / EVERY + 1;
	for (uint32_t n = 1; n <= all.calls; n += step)
		for (int onwards = 0; onwards < 2; onwards++)
		{
			Refuser		r = {.refuse = n,.onwards = onwards};
			TbStatus	status = work_refused(work, &r);

			if (status != TB_NO_MEMORY)
				fail_msg("refusal %u of %u%s: status %d", n, all.calls,
						 onwards ? " and onwards" : "", status);
		}
}

/* ---- works ---- */

static const char page[] =
"Заседание Сената\n24.12.2022 361\n\nАстана, 24 декабря 2022 года. Председатель Сената "
"Парламента Республики Казахстан Маулен Ашимбаев встретился с акимами Атырауской и "
"Кызылординской областей, г.Алматы и депутатами маслихатов. «Работа идёт, – сказал "
"М.Ашимбаев. – Мы её продолжим». По словам Айгуль Сериковны Нурпеисовой, на прошлой "
"неделе в Нур-Султане, Семее и на реке Жайык прошли сходы.\n\nМинистр иностранных дел "
"отметил, что с 1 по 15 января т.г. казахстанско-российская граница была закрыта, и "
"добавил, что «это временно». Глава государства поручил подготовиться к 9 мая. "
"Aким (аким) Асан Усенов и его заместитель Жанар Байжанова, а также И.о. министра "
"Токаев К.К. – бывший спикер – сказали: «Да».\n– Вы согласны?\n– Да, – ответила она.\n";

static TbStatus
scan(TbArena *arena, const TbLexicon *lex, unsigned layers)
{
	TbDocument	doc;

	TB_TRY(tb_document_open(&doc, page, strlen(page), TB_NO_DAY, NULL, lex, arena));
	return tb_document_find(&doc, layers);
}

static TbStatus
find_dates(TbArena *arena)
{
	return scan(arena, lexicon(), TB_LAYER_DATES);
}

static TbStatus
find_names(TbArena *arena)
{
	return scan(arena, lexicon(), TB_LAYER_NAMES);
}

static TbStatus
find_statements(TbArena *arena)
{
	return scan(arena, lexicon(), TB_LAYER_DATES | TB_LAYER_STATEMENTS);
}

static TbStatus
stream_search(TbArena *arena)
{
	TbDocument	doc;
	TbSearch	search;
	TbSearchToken token;
	bool		more = true;

	TB_TRY(tb_document_open(&doc, page, strlen(page), TB_NO_DAY, NULL, lexicon(), arena));
	TB_TRY(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_NAMES));
	TB_TRY(tb_search_open(&search, &doc));
	while (more)
		TB_TRY(tb_search_next(&search, &token, &more));
	/* the host of a stream looks at the arena itself */
	return arena->refused ? TB_NO_MEMORY : TB_OK;
}

static TbStatus
write_query(TbArena *arena)
{
	static TbArena keep;
	static TbStemmer *stemmer;
	char	   *query;

	if (stemmer == NULL)
	{
		tb_arena_init_malloc(&keep);
		stemmer = tb_stemmer_open(lexicon(), &keep);
		assert_non_null(stemmer);
	}
	return tb_query_format(STR("\"Глава государства\" посетил Атыраускую обл* -Сенат or МВД "
							   "=\"точные слова\" декабрь 2022 Токаев К.К. \"аким г. Алматы сказал\""),
						   lexicon(), stemmer, arena, &query);
}

static void
no_visitor(void *ctx, const TbTerm *term)
{
	(void) ctx;
	(void) term;
}

/* Terms, and a document that is read with them. */
static TbStatus
read_terms(TbArena *arena)
{
	TbBuilder	b;
	TbLexicon	lex = {tb_lexicon_image(), &b};

	TB_TRY(tb_builder_init(&b, tb_lexicon_image(), arena));
	TB_TRY(tb_terms_add(&b, TB_TS_places,
						STR("kz/astana/ = Северная Пальмира {f}; СП {abbr}\n"
							"kz/atyrau-region/dossorchik/ settlement = Доссорчик; доссорчинский {a}\n"
							"zz/nowhere/ = Нигде\n"), no_visitor, NULL));
	TB_TRY(tb_terms_add(&b, TB_TS_titles, STR("kz/our-fund/chair/ = Распорядитель нашего фонда"),
						no_visitor, NULL));
	TB_TRY(tb_terms_add(&b, TB_TS_persons, STR("m = Хрюнопуп Иванов"), no_visitor, NULL));
	TB_TRY(tb_terms_add(&b, TB_TS_holders, STR("kz/our-fund/chair/ = Хрюнопуп Иванов {2020-01-01/}"),
						no_visitor, NULL));
	TB_TRY(tb_builder_finish(&b));
	return scan(arena, &lex, TB_LAYER_NAMES);
}

/* ---- tests ---- */

static void
dates_say_that_they_were_refused(void **state)
{
	(void) state;
	try_every_refusal(find_dates);
}

static void
names_say_that_they_were_refused(void **state)
{
	(void) state;
	try_every_refusal(find_names);
}

static void
statements_say_that_they_were_refused(void **state)
{
	(void) state;
	try_every_refusal(find_statements);
}

static void
the_search_stream_says_that_it_was_refused(void **state)
{
	(void) state;
	try_every_refusal(stream_search);
}

static void
queries_say_that_they_were_refused(void **state)
{
	(void) state;
	try_every_refusal(write_query);
}

static void
terms_say_that_they_were_refused(void **state)
{
	(void) state;
	try_every_refusal(read_terms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_say_that_they_were_refused),
		cmocka_unit_test(names_say_that_they_were_refused),
		cmocka_unit_test(statements_say_that_they_were_refused),
		cmocka_unit_test(the_search_stream_says_that_it_was_refused),
		cmocka_unit_test(queries_say_that_they_were_refused),
		cmocka_unit_test(terms_say_that_they_were_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
