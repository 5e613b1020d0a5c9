/*
 * test_waiting.c
 *	  Terms that wait are found as if all had been read at once.
 */
#include "helpers.h"

#include "lex/inflect.h"
#include "lex/waiting.h"

/* Names of the lexicon that are given to the user anew. */
#define NAMES 3000

typedef struct Side
{
	TbArena		arena;
	TbBuilder	b;
	TbLexicon	lex;
} Side;

static void
ignore_term(void *ctx, const TbTerm *term)
{
	(void) ctx;
	(void) term;
}

static void
side_begin(Side *side)
{
	tb_arena_init_malloc(&side->arena);
	assert_int_equal(tb_builder_init(&side->b, tb_lexicon_image(), &side->arena), TB_OK);
	side->lex = (TbLexicon) {tb_lexicon_image(), &side->b};
}

/* Begin with terms of all sections, read at once or waiting. */
static void
side_open(Side *side, const char *const values[TB_NTERM_SECTIONS], bool wait)
{
	side_begin(side);
	for (int i = 0; i < TB_NTERM_SECTIONS; i++)
		if (values[i] == NULL)
			continue;
		else if (wait)
			assert_int_equal(tb_waiting_add(&side->b, i, STR(values[i])), TB_OK);
		else
			assert_int_equal(tb_terms_add(&side->b, i, STR(values[i]), ignore_term, NULL), TB_OK);
	assert_int_equal(tb_builder_finish(&side->b), TB_OK);
}

static void
put_readings(const TbLexicon *lex, uint32_t node, char *out, size_t size)
{
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(lex, node, &n);

	for (; n-- > 0; r++)
	{
		const TbEntry *entry = tb_lexicon_entry(lex, r->entry);
		size_t		have = strlen(out);

		snprintf(out + have, size - have, "%d:%s:%s:%x:%x ", entry->klass,
				 tb_lexicon_string(lex, entry->code), tb_lexicon_string(lex, entry->name),
				 (unsigned) r->gram, (unsigned) r->flags);
	}
}

/* All readings of all forms at all tokens of a text. */
static void
describe(const TbLexicon *lex, const char *data, char *out, size_t size)
{
	TbArena		arena;
	TbText		text;

	out[0] = '\0';
	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_text_open(&text, data, strlen(data), lex, &arena), TB_OK);
	for (uint32_t i = 0; i < text.ntok; i++)
	{
		TbMatch		match[8];
		int			n = tb_text_match(&text, lex, i, match, 8);

		for (int k = 0; k < n; k++)
		{
			size_t		have = strlen(out);

			snprintf(out + have, size - have, "[%u %u] ", i, match[k].end);
			put_readings(lex, match[k].node, out, size);
		}
	}
	tb_arena_reset(&arena);
}

static void
check_same(const Side *at_once, const Side *waiting, const char *text)
{
	static char a[65536];
	static char b[65536];

	describe(&at_once->lex, text, a, sizeof(a));
	describe(&waiting->lex, text, b, sizeof(b));
	if (strcmp(a, b) != 0)
	{
		print_error("%s\nat once  %s\nwaiting  %s\n", text, a, b);
		fail();
	}
}

/* Copy every form of a name to a list of texts. */
typedef struct Texts
{
	char	  **at;
	size_t		n;
} Texts;

static bool
add_text(void *ctx, const char *form, TbGram gram)
{
	Texts	   *texts = ctx;

	(void) gram;
	texts->at = realloc(texts->at, (texts->n + 1) * sizeof(char *));
	texts->at[texts->n++] = strdup(form);
	return true;
}

/* Take some names of a class from the lexicon as terms, and their forms as texts. */
static void
take_names(TbClass klass, const char *code, const char *behind, char *value, size_t size,
		   Texts *texts)
{
	uint32_t	first;
	uint32_t	end;
	uint32_t	step;
	size_t		have = 0;

	tb_lexicon_class(lexicon(), klass, &first, &end);
	step = (end - first) / NAMES + 1;
	for (uint32_t i = first; i < end; i += step)
	{
		const char *cell = tb_lexicon_string(lexicon(), tb_lexicon_entry(lexicon(), i)->spec);
		TbNameHints hints;
		TbStr		name;

		if (*cell == '\0' || strpbrk(cell, ";=\n") != NULL ||
			tb_name_parse(STR(cell), &name, &hints) != NULL)
			continue;
		have += (size_t) snprintf(value + have, size - have, "%s%u%s%s\n", code, i, behind, cell);
		assert_true(have < size);
		hints.animate = klass != TB_PLACE;
		(void) tb_inflect_name(name, &hints, add_text, texts);
	}
}

static void
every_form_wakes_its_term(void **state)
{
	const size_t size = 1 << 20;
	char	   *values[TB_NTERM_SECTIONS] = {calloc(size, 1), calloc(size, 1), NULL, NULL};
	uint64_t	seed = 7;
	Texts		texts = {0};
	Side		at_once;
	Side		waiting;

	(void) state;
	take_names(TB_PLACE, "kz/t", "/ settlement = ", values[0], size, &texts);
	take_names(TB_OFFICE, "kz/t", "/chair/ = ", values[1], size, &texts);
	take_names(TB_BODY, "kz/t", "/chair/ = ", values[1] + strlen(values[1]), size / 2, &texts);
	side_open(&at_once, (const char *const *) values, false);
	side_open(&waiting, (const char *const *) values, true);
	assert_true(waiting.b.entries.n < at_once.b.entries.n / 10);
	for (size_t i = texts.n; i > 0; i--)
	{
		size_t		k = random_below(&seed, (uint32_t) i);
		char	   *text = texts.at[k];

		texts.at[k] = texts.at[i - 1];
		check_same(&at_once, &waiting, text);
		free(text);
	}
	tb_arena_reset(&at_once.arena);
	tb_arena_reset(&waiting.arena);
	for (int i = 0; i < 2; i++)
		free(values[i]);
	free(texts.at);
}

static const char *const tangled[TB_NTERM_SECTIONS] = {
	"kz/nowhere/ = Хрюнинск\n"			/* makes nothing: no type */
	"kz/nowhere/ settlement = Мяуинск; Мяу {gen=Гавгава}\n"
	"kz/nowhere/ = Кукарекинск\n"
	"kz/above/below/ district = Квакинский район\n"	/* what is above comes later */
	"kz/above/ region = Бебейская область\n"
	"kz/above/under/ settlement = Бебейка; Старая Бебейка {/2000}\n"
	"kz/astana/ = Мяуинск\n"
	"no equals sign\n"
	"kz/mixed/ settlement = Aббабад\n"	/* a Latin A */
	"kz/digits/ settlement = Совхоз 25лет Октября\n"
	"kz/latin/ settlement = Astana.Hub; Хаб «Astana»; Nova Town\n"
	"kz/short/ settlement = Лев; Яр; О; Орёл-2; Ы-Ы {0}\n",
	"kz/nowhere/chair/ = Председатель мяуинского фонда; глава фонда\n"
	"kz/x/expert/ class = эксперт фонда «Мяу»; эксперт\n"
	"kz/nowhere/chair/ = первый в фонде\n",
	"m = Хрюнопуп Иванов; Мяулет\nf = Мяулет\nm = Иван\nx = Иван\n",
	"kz/nowhere/chair/ = Хрюнопуп Иванов {2020-01-01/}\n"
	"kz/nowhere/akim/ = Мяулет Петров\n"
	"kz/nowhere/chair/ = Мяулет Сидоров {2024-01-01/}\n"
	"kz/no/such/ = Никто Никакой\n"
};

static const char *const sentences[] = {
	"в Хрюнинске", "в Мяуинске", "из Гавгава", "в Кукарекинске", "в Квакинском районе",
	"в Бебейской области", "в Бебейке и Старой Бебейке", "в Aббабаде и Аббабаде",
	"совхоз 25лет Октября", "на Astana.Hub", "в хабе «Astana»", "в Nova Town",
	"во Льве, Яре, О и Орле-2, Ы-Ы", "председателя мяуинского фонда", "главой фонда",
	"эксперту фонда «Мяу»", "экспертами", "первому в фонде", "Хрюнопупом", "Мяулету", "Ивану",
};

static void
terms_that_build_on_others_keep_their_order(void **state)
{
	uint64_t	seed = 3;
	Side		at_once;

	(void) state;
	side_open(&at_once, tangled, false);
	for (int round = 0; round < 200; round++)
	{
		Side		waiting;
		const TbHolder *a;
		const TbHolder *b;

		side_open(&waiting, tangled, true);
		for (int k = 0; k < 40; k++)
			check_same(&at_once, &waiting, sentences[random_below(&seed, LEN(sentences))]);
		for (size_t k = 0; k < LEN(sentences); k++)
			check_same(&at_once, &waiting, sentences[k]);
		a = tb_lexicon_holder(&at_once.lex, "kz/nowhere/chair/", 20000);
		b = tb_lexicon_holder(&waiting.lex, "kz/nowhere/chair/", 20000);
		assert_string_equal(tb_lexicon_string(&at_once.lex, a->person), "Мяулет Сидоров");
		assert_string_equal(tb_lexicon_string(&waiting.lex, b->person), "Мяулет Сидоров");
		assert_non_null(tb_lexicon_holder(&waiting.lex, "kz/nowhere/akim/", 20000));
		assert_null(tb_lexicon_holder(&waiting.lex, "kz/no/such/", 20000));
		tb_arena_reset(&waiting.arena);
	}
	tb_arena_reset(&at_once.arena);
}

static void
a_holder_is_known_before_its_title_was_met(void **state)
{
	Side		waiting;

	(void) state;
	side_open(&waiting, tangled, true);
	assert_non_null(tb_lexicon_holder(&waiting.lex, "kz/nowhere/chair/", 20000));
	assert_null(tb_lexicon_holder(&waiting.lex, "kz/nowhere/chair/", 0));
	tb_arena_reset(&waiting.arena);
}

static void
a_cut_text_wakes_all_that_may_go_on(void **state)
{
	Side		side;
	TbArena		arena;
	TbText		text;
	bool		woken;

	(void) state;
	side_open(&side, tangled, true);
	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_text_open(&text, "главе", 10, &side.lex, &arena), TB_OK);
	assert_int_equal(side.b.nodes.n == 0 ? 0 : tb_builder_find_entry(&side.b, TB_OFFICE, "nowhere/chair", "kz", UINT32_MAX), UINT32_MAX);
	assert_int_equal(tb_waiting_meet_start(side.b.waiting, &text, &woken), TB_OK);
	assert_true(woken);
	assert_int_not_equal(tb_builder_find_entry(&side.b, TB_OFFICE, "nowhere/chair", "kz", UINT32_MAX), UINT32_MAX);
	tb_arena_reset(&arena);
	tb_arena_reset(&side.arena);
}

/* Whatever chunk is refused, the status says so, and the terms are not used on. */
static void
a_refused_chunk_breaks_the_terms(void **state)
{
	int			refuse = 1;

	(void) state;
	for (;; refuse++)
	{
		Miser		miser;
		TbStatus	status;
		TbArena		scratch;
		Side		side;

		miser_arena(&side.arena, &miser, refuse);
		tb_arena_init_malloc(&scratch);
		status = tb_builder_init(&side.b, tb_lexicon_image(), &side.arena);
		side.lex = (TbLexicon) {tb_lexicon_image(), &side.b};
		for (int i = 0; i < TB_NTERM_SECTIONS && status == TB_OK; i++)
			status = tb_waiting_add(&side.b, i, STR(tangled[i]));
		for (size_t k = 0; k < LEN(sentences) && status == TB_OK; k++)
		{
			TbText		text;

			status = tb_text_open(&text, sentences[k], strlen(sentences[k]), &side.lex, &scratch);
			assert_true(status == TB_OK || tb_waiting_broken(side.b.waiting));
		}
		tb_arena_reset(&scratch);
		tb_arena_reset(&side.arena);
		assert_int_equal(miser.taken, 0);
		if (status == TB_OK)
			break;
		assert_int_equal(status, TB_NO_MEMORY);
	}
	assert_true(refuse > 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_wakes_its_term),
		cmocka_unit_test(terms_that_build_on_others_keep_their_order),
		cmocka_unit_test(a_holder_is_known_before_its_title_was_met),
		cmocka_unit_test(a_cut_text_wakes_all_that_may_go_on),
		cmocka_unit_test(a_refused_chunk_breaks_the_terms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
