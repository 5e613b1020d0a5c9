/*
 * test_builder.c
 *	  A builder by itself, and the user's terms laid over the image.
 */
#include "helpers.h"

#include "lex/builder.h"

typedef struct Terms
{
	TbArena		arena;
	TbBuilder	b;
	TbLexicon	lex;			/* the image with the terms over it */
} Terms;

static void
terms_begin(Terms *t)
{
	tb_arena_init_malloc(&t->arena);
	assert_int_equal(tb_builder_init(&t->b, tb_lexicon_image(), &t->arena), TB_OK);
	t->lex = (TbLexicon) {tb_lexicon_image(), &t->b};
}

static uint32_t
add_entry(Terms *t, TbClass klass, const char *code, const char *name)
{
	TbEntry		entry = {.klass = (uint8_t) klass,.flags = TB_EF_USER};

	entry.code = tb_builder_string(&t->b, code, strlen(code));
	entry.name = tb_builder_string(&t->b, name, strlen(name));
	return tb_builder_entry(&t->b, &entry);
}

static void
add_form(Terms *t, const char *form, uint32_t entry, TbGram gram)
{
	assert_int_equal(tb_builder_form(&t->b, form, strlen(form), entry, gram, 0), TB_OK);
}

static void
terms_ready(Terms *t)
{
	assert_int_equal(tb_builder_finish(&t->b), TB_OK);
}

static void
terms_end(Terms *t)
{
	tb_arena_reset(&t->arena);
}

/* The code of the first reading of the longest form that begins a text; "" for none. */
static const char *
first_code(const TbLexicon *lex, const char *data, uint32_t *end)
{
	TbArena		arena;
	TbText		text;
	TbMatch		match[8];
	const char *code = "";
	int			n;

	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_text_open(&text, data, strlen(data), lex, &arena), TB_OK);
	n = tb_text_match(&text, lex, 0, match, 8);
	*end = 0;
	if (n > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(lex, match[n - 1].node, &count);

		*end = match[n - 1].end;
		code = tb_lexicon_string(lex, tb_lexicon_entry(lex, r->entry)->code);
	}
	tb_arena_reset(&arena);
	return code;
}

static void
check_first(const TbLexicon *lex, const char *text, const char *code, uint32_t want_end)
{
	uint32_t	end;

	assert_string_equal(first_code(lex, text, &end), code);
	assert_int_equal(end, want_end);
}

static void
a_new_word_is_known_over_the_image_and_not_in_it(void **state)
{
	Terms		t;
	uint32_t	entry;
	uint32_t	word;

	(void) state;
	terms_begin(&t);
	entry = add_entry(&t, TB_PLACE, "kz/bzhezhinsk/", "Бжежинск");
	add_form(&t, "Бжежинск", entry, TB_NOM | TB_ACC);
	add_form(&t, "Бжежинске", entry, TB_PRE);
	terms_ready(&t);
	assert_int_equal(entry, tb_lexicon_image()->nentries);
	word = tb_lexicon_find_word(&t.lex, "бжежинск", 16);
	assert_true(word >= tb_lexicon_image()->nnodes);
	assert_int_equal(tb_lexicon_find_word(lexicon(), "бжежинск", 16), 0);
	assert_true(tb_lexicon_mask(&t.lex, word) == UINT64_C(1) << TB_PLACE);
	check_first(&t.lex, "БЖЕЖИНСКЕ построен", "kz/bzhezhinsk/", 1);
	check_first(lexicon(), "БЖЕЖИНСКЕ построен", "", 0);
	/* what the image knows is known as before */
	check_first(&t.lex, "Шымкенте построен", "kz/shymkent/", 1);
	terms_end(&t);
}

static void
a_users_reading_stands_before_the_images(void **state)
{
	Terms		t;
	uint32_t	entry;
	uint32_t	word;
	uint32_t	n;
	uint32_t	base;
	const TbReading *r;

	(void) state;
	terms_begin(&t);
	entry = add_entry(&t, TB_PLACE, "kz/other-shymkent/", "Шымкент");
	add_form(&t, "Шымкент", entry, TB_NOM);
	terms_ready(&t);
	check_first(&t.lex, "Шымкент", "kz/other-shymkent/", 1);
	word = tb_lexicon_find_word(&t.lex, "шымкент", 14);
	assert_true(word < tb_lexicon_image()->nnodes);
	(void) tb_lexicon_readings(lexicon(), word, &base);
	r = tb_lexicon_readings(&t.lex, word, &n);
	assert_int_equal(n, base + 1);
	assert_int_equal(r[0].entry, entry);
	assert_non_null(tb_lexicon_reading_key(&t.lex, word, TB_PLACE, "kz/shymkent/"));
	/* a form that the term does not touch */
	check_first(&t.lex, "Шымкентом", "kz/shymkent/", 1);
	terms_end(&t);
}

static void
a_users_code_is_found_before_the_images(void **state)
{
	Terms		t;
	uint32_t	entry;

	(void) state;
	terms_begin(&t);
	entry = add_entry(&t, TB_PLACE, "kz/astana/", "Сарыарка-сити");
	(void) add_entry(&t, TB_PLACE, "kz/new/", "Новый");
	terms_ready(&t);
	assert_ptr_equal(tb_lexicon_find_code(&t.lex, TB_PLACE, "kz/astana/"),
					 tb_lexicon_entry(&t.lex, entry));
	assert_non_null(tb_lexicon_find_code(&t.lex, TB_PLACE, "kz/new/"));
	assert_null(tb_lexicon_find_code(lexicon(), TB_PLACE, "kz/new/"));
	assert_null(tb_lexicon_find_code(&t.lex, TB_OFFICE, "kz/new/"));
	assert_non_null(tb_lexicon_find_code(&t.lex, TB_PLACE, "kz/almaty/"));
	terms_end(&t);
}

static void
a_form_of_several_words_goes_on_from_words_of_the_image(void **state)
{
	Terms		t;
	uint32_t	entry;

	(void) state;
	terms_begin(&t);
	entry = add_entry(&t, TB_PLACE, "kz/city/", "Павлодар Бжежинск Сити");
	add_form(&t, "Павлодар Бжежинск Сити", entry, TB_ALL_CASES);
	add_form(&t, "Президент", entry, TB_NOM);
	terms_ready(&t);
	check_first(&t.lex, "Павлодар Бжежинск Сити растёт", "kz/city/", 3);
	check_first(&t.lex, "Павлодар-Бжежинск-сити", "kz/city/", 5);
	check_first(&t.lex, "Павлодар\nбжежинск\nсити", "kz/city/", 3);
	check_first(&t.lex, "Павлодар Бжежинск", "kz/pavlodar-region/pavlodar/", 1);
	check_first(&t.lex, "Павлодар Бжежинск\n\nСити", "kz/pavlodar-region/pavlodar/", 1);
	check_first(&t.lex, "Президент", "kz/city/", 1);
	/* the image's longer form through the same word still wins */
	check_first(&t.lex, "Президент страны", "president", 2);
	assert_true(tb_lexicon_mask(&t.lex, tb_lexicon_find_word(&t.lex, "президент", 18)) &
				UINT64_C(1) << TB_PLACE);
	terms_end(&t);
}

static void
the_same_form_of_an_entry_sums_its_cases(void **state)
{
	Terms		t;
	uint32_t	entry;
	uint32_t	other;
	uint32_t	n;
	const TbReading *r;

	(void) state;
	terms_begin(&t);
	entry = add_entry(&t, TB_PLACE, "a/", "Щщщ");
	other = add_entry(&t, TB_PLACE, "b/", "Щщщ");
	add_form(&t, "Щщщ", entry, TB_NOM);
	add_form(&t, "щщщ", entry, TB_PRE);
	add_form(&t, "ЩЩЩ", other, TB_GEN);
	assert_int_equal(tb_builder_form(&t.b, "Щщщ", 6, entry, TB_DAT, TB_RF_ALIAS), TB_OK);
	terms_ready(&t);
	r = tb_lexicon_readings(&t.lex, tb_lexicon_find_word(&t.lex, "щщщ", 6), &n);
	assert_int_equal(n, 3);
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(r[i].gram, r[i].entry == other ? TB_GEN :
						 r[i].flags ? TB_DAT : TB_NOM | TB_PRE);
	terms_end(&t);
}

static void
equal_strings_share_one_offset(void **state)
{
	Terms		t;
	uint32_t	a;

	(void) state;
	terms_begin(&t);
	a = tb_builder_string(&t.b, "kz/astana/", 10);
	assert_true(a >= tb_lexicon_image()->nstrings);
	assert_int_equal(tb_builder_string(&t.b, "kz/astana/", 10), a);
	assert_int_equal(tb_builder_string(&t.b, "kz/astana/xyz", 10), a);
	assert_true(tb_builder_string(&t.b, "kz/astana", 9) != a);
	assert_string_equal(tb_lexicon_string(&t.lex, a), "kz/astana/");
	assert_string_equal(tb_lexicon_string(&t.lex, tb_builder_string(&t.b, "", 0)), "");
	terms_end(&t);
}

static void
forms_of_no_words_or_of_endless_ones_match_nothing(void **state)
{
	Terms		t;
	uint32_t	entry;
	char		endless[1001];

	(void) state;
	memset(endless, 'z', 1000);
	endless[1000] = '\0';
	terms_begin(&t);
	entry = add_entry(&t, TB_PLACE, "a/", "a");
	add_form(&t, "", entry, TB_NOM);
	add_form(&t, "  \n ", entry, TB_NOM);
	add_form(&t, endless, entry, TB_NOM);
	add_form(&t, "\xD0\xFF", entry, TB_NOM);
	terms_ready(&t);
	check_first(&t.lex, "", "", 0);
	check_first(&t.lex, endless, "", 0);
	check_first(&t.lex, "\xD0\xFF", "", 0);	/* unknown bytes are no word */
	terms_end(&t);
}

static void
a_users_holder_goes_before_the_registrys(void **state)
{
	Terms		t;
	TbHolder   *holder;
	const TbHolder *found;

	(void) state;
	terms_begin(&t);
	holder = TB_PUSH(&t.arena, &t.b.holders);
	assert_non_null(holder);
	*holder = (TbHolder) {
		tb_builder_string(&t.b, "kz/president/", 13),
		tb_builder_string(&t.b, "Некто Новый", strlen("Некто Новый")),
		tb_day_of(2030, 1, 1), TB_NO_DAY
	};
	terms_ready(&t);
	found = tb_lexicon_holder(&t.lex, "kz/president/", tb_day_of(2031, 1, 1));
	assert_string_equal(tb_lexicon_string(&t.lex, found->person), "Некто Новый");
	found = tb_lexicon_holder(&t.lex, "kz/president/", tb_day_of(2025, 1, 1));
	assert_string_equal(tb_lexicon_string(&t.lex, found->person), "Касым-Жомарт Кемелевич Токаев");
	terms_end(&t);
}

/* ---- many terms, against a plain list ---- */

#define MANY 4000

static size_t
random_name(uint64_t *seed, char *out)
{
	static const char *const words[] = {
		"Астана", "город", "щука", "бжег", "дом", "Алматы", "вжик", "Сенат", "ёж", "қала"
	};
	size_t		len = 0;

	for (uint32_t left = 1 + random_below(seed, 4); left > 0; left--)
	{
		const char *word = words[random_below(seed, LEN(words))];

		len += (size_t) sprintf(out + len, "%s%s%u", len > 0 ? " " : "", word,
								random_below(seed, 9));
	}
	return len;
}

static void
many_terms_are_all_found_as_in_a_list(void **state)
{
	static char names[MANY][160];
	static uint32_t entries[MANY];
	uint64_t	seed = 77;
	Terms		t;

	(void) state;
	terms_begin(&t);
	for (int i = 0; i < MANY; i++)
	{
		char		code[16];

		random_name(&seed, names[i]);
		snprintf(code, sizeof(code), "t/%d/", i);
		entries[i] = add_entry(&t, TB_PLACE, code, names[i]);
		assert_int_equal(entries[i], tb_lexicon_image()->nentries + (uint32_t) i);
		add_form(&t, names[i], entries[i], TB_NOM);
	}
	terms_ready(&t);
	for (int i = 0; i < MANY; i += 7)
	{
		TbArena		arena;
		TbText		text;
		TbMatch		match[8];
		uint32_t	n;
		uint32_t	same = 0;
		uint32_t	own = 0;
		int			k;
		const TbReading *r;

		tb_arena_init_malloc(&arena);
		assert_int_equal(tb_text_open(&text, names[i], strlen(names[i]), &t.lex, &arena), TB_OK);
		k = tb_text_match(&text, &t.lex, 0, match, 8);
		assert_true(k > 0);
		assert_int_equal(match[k - 1].end, text.ntok);
		r = tb_lexicon_readings(&t.lex, match[k - 1].node, &n);
		for (int j = 0; j < MANY; j++)
			same += strcmp(names[j], names[i]) == 0;
		for (; n > 0; n--, r++)
			if (r->entry >= tb_lexicon_image()->nentries)
			{
				assert_string_equal(names[r->entry - entries[0]], names[i]);
				own++;
			}
		assert_int_equal(own, same);
		tb_arena_reset(&arena);
	}
	terms_end(&t);
}

static void
a_builder_without_an_image_numbers_from_its_own_start(void **state)
{
	Terms		t;
	uint32_t	word;
	uint32_t	next;

	(void) state;
	tb_arena_init_malloc(&t.arena);
	assert_int_equal(tb_builder_init(&t.b, NULL, &t.arena), TB_OK);
	assert_int_equal(add_entry(&t, TB_PLACE, "a/", "Бета Гамма"), 0);
	add_form(&t, "Бета Гамма", 0, TB_NOM);
	terms_ready(&t);
	word = tb_terms_find_word(&t.b, "бета", 8);
	assert_true(word > 0 && word < t.b.next_node);
	next = tb_terms_next(&t.b, word, tb_terms_find_word(&t.b, "гамма", 10));
	assert_true(next > 0);
	assert_int_equal(tb_terms_node(&t.b, next)->count, 1);
	assert_int_equal(tb_terms_node(&t.b, word)->count, 0);
	assert_true(tb_terms_node(&t.b, word)->mask == UINT64_C(1) << TB_PLACE);
	assert_int_equal(tb_terms_find_word(&t.b, "дельта", 12), 0);
	assert_null(tb_terms_node(&t.b, 9999));
	terms_end(&t);
}

/* ---- an allocator that fails on the n-th call ---- */

static TbStatus
build_some(int refuse, Miser *miser)
{
	TbArena		arena;
	TbBuilder	b;
	TbStatus	status;

	miser_arena(&arena, miser, refuse);
	arena.next_size = 64;
	status = tb_builder_init(&b, tb_lexicon_image(), &arena);
	for (int i = 0; status == TB_OK && i < 40; i++)
	{
		TbEntry		entry = {.klass = TB_PLACE};
		char		name[64];
		uint32_t	number;

		snprintf(name, sizeof(name), "Щука%d Бжег Алматы", i);
		entry.code = tb_builder_string(&b, name, strlen(name));
		number = entry.code == UINT32_MAX ? UINT32_MAX : tb_builder_entry(&b, &entry);
		status = number == UINT32_MAX ? TB_NO_MEMORY :
			tb_builder_form(&b, name, strlen(name), number, TB_NOM, 0);
	}
	if (status == TB_OK)
		status = tb_builder_finish(&b);
	tb_arena_reset(&arena);
	assert_int_equal(miser->taken, 0);
	return status;
}

static void
a_builder_that_is_refused_any_chunk_says_so_and_leaks_nothing(void **state)
{
	Miser		miser;
	int			calls;

	(void) state;
	assert_int_equal(build_some(0, &miser), TB_OK);
	calls = miser.calls;
	assert_true(calls > 50);	/* each form takes a chunk to cut it in */
	for (int refuse = 1; refuse <= calls; refuse++)
		assert_int_equal(build_some(refuse, &miser), TB_NO_MEMORY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_word_is_known_over_the_image_and_not_in_it),
		cmocka_unit_test(a_users_reading_stands_before_the_images),
		cmocka_unit_test(a_users_code_is_found_before_the_images),
		cmocka_unit_test(a_form_of_several_words_goes_on_from_words_of_the_image),
		cmocka_unit_test(the_same_form_of_an_entry_sums_its_cases),
		cmocka_unit_test(equal_strings_share_one_offset),
		cmocka_unit_test(forms_of_no_words_or_of_endless_ones_match_nothing),
		cmocka_unit_test(a_users_holder_goes_before_the_registrys),
		cmocka_unit_test(many_terms_are_all_found_as_in_a_list),
		cmocka_unit_test(a_builder_without_an_image_numbers_from_its_own_start),
		cmocka_unit_test(a_builder_that_is_refused_any_chunk_says_so_and_leaks_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
