/*
 * test_arena.c
 *	  Memory of a scan: alignment, growth, and what happens when the host
 *	  refuses any one of the chunks that a scan asks for.
 */
#include "helpers.h"

static void
every_object_is_aligned_zeroed_and_its_own(void **state)
{
	TbArena		arena;
	Miser		miser;
	unsigned char *kept[600];

	(void) state;
	miser_arena(&arena, &miser, 0);
	for (size_t size = 0; size < LEN(kept); size++)
	{
		kept[size] = tb_arena_alloc(&arena, size);
		assert_non_null(kept[size]);
		assert_int_equal((uintptr_t) kept[size] % _Alignof(uint64_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(kept[size][i], 0);
		memset(kept[size], (int) size, size);
	}
	for (size_t size = 0; size < LEN(kept); size++)
		for (size_t i = 0; i < size; i++)
			assert_int_equal(kept[size][i], size & 0xFF);
	tb_arena_reset(&arena);
	assert_int_equal(miser.taken, 0);
}

static void
a_big_request_gets_a_chunk_of_its_own_and_the_current_one_stays(void **state)
{
	TbArena		arena;
	Miser		miser;
	char	   *before;
	char	   *big;
	char	   *after;

	(void) state;
	miser_arena(&arena, &miser, 0);
	before = tb_arena_alloc(&arena, 16);
	big = tb_arena_alloc(&arena, 5 * 1024 * 1024);
	after = tb_arena_alloc(&arena, 16);
	assert_int_equal(miser.calls, 2);
	assert_ptr_equal(after, before + 16);	/* side by side */
	assert_int_equal(big[0] | big[5 * 1024 * 1024 - 1], 0);
	memset(big, 1, 5 * 1024 * 1024);
	assert_int_equal(before[0] | after[0], 0);
	tb_arena_reset(&arena);
	assert_int_equal(miser.taken, 0);
}

static void
chunks_double_so_that_few_are_asked_for(void **state)
{
	TbArena		arena;
	Miser		miser;

	(void) state;
	miser_arena(&arena, &miser, 0);
	for (int i = 0; i < 64 * 1024; i++)
		assert_non_null(tb_arena_alloc(&arena, 64));
	assert_true(miser.calls <= 7 + 4);	/* 8 kB .. 512 kB, then 1 MB each */
	tb_arena_reset(&arena);
	assert_int_equal(miser.taken, 0);
}

static void
an_arena_can_be_used_again_after_reset(void **state)
{
	TbArena		arena;
	Miser		miser;

	(void) state;
	miser_arena(&arena, &miser, 0);
	for (int round = 0; round < 3; round++)
	{
		assert_string_equal(tb_arena_strdup(&arena, "Сенат Парламента", 10), "Сенат");
		assert_int_equal(miser.taken, 1);
		tb_arena_reset(&arena);
		assert_int_equal(miser.taken, 0);
	}
	tb_arena_reset(&arena);
	assert_int_equal(miser.taken, 0);
}

static void
a_size_that_would_wrap_around_is_refused(void **state)
{
	TbArena		arena;
	Miser		miser;
	void	   *at = NULL;
	uint32_t	cap = UINT32_C(1) << 31;

	(void) state;
	miser_arena(&arena, &miser, 0);
	assert_null(tb_arena_alloc(&arena, SIZE_MAX));
	assert_null(tb_arena_alloc(&arena, SIZE_MAX - 16));
	assert_null(tb_arena_alloc(&arena, SIZE_MAX - 7));
	assert_false(tb_vec_grow(&arena, &at, &cap, 1));
	assert_int_equal(miser.calls, 0);
	tb_arena_reset(&arena);
}

static void
a_vector_keeps_its_elements_as_it_grows(void **state)
{
	TbArena		arena;
	TbVec(uint64_t) items = {0};

	(void) state;
	tb_arena_init_malloc(&arena);
	for (uint64_t i = 0; i < 100000; i++)
	{
		uint64_t   *item = TB_PUSH(&arena, &items);

		assert_non_null(item);
		assert_true(*item == 0);
		*item = i * i;
	}
	assert_int_equal(items.n, 100000);
	for (uint64_t i = 0; i < items.n; i++)
		assert_true(items.at[i] == i * i);
	tb_arena_reset(&arena);
}

static void
a_refused_push_leaves_the_vector_as_it_was(void **state)
{
	TbArena		arena;
	Miser		miser;
	TbVec(char) items = {0};
	uint32_t	n = 0;
	char	   *item;

	(void) state;
	miser_arena(&arena, &miser, 3);
	while ((item = TB_PUSH(&arena, &items)) != NULL)
		*item = (char) n++;
	assert_true(arena.refused);
	assert_int_equal(items.n, n);
	assert_int_equal(items.cap, n);
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(items.at[i], (char) i);
	tb_arena_reset(&arena);
	assert_int_equal(miser.taken, 0);
}

/* ---- a scan with an allocator that fails on the n-th call ---- */

static const char page[] =
"Заседание Сената\n24.12.2022 361\n\nАстана, 24 декабря 2022 года. Председатель Сената "
"Парламента Республики Казахстан Маулен Ашимбаев встретился с акимами Атырауской и "
"Кызылординской областей, г.Алматы и депутатами маслихатов. «Работа идёт, – сказал "
"М.Ашимбаев. – Мы её продолжим». По словам Айгуль Сериковны Нурпеисовой, на прошлой "
"неделе в Нур-Султане, Семее и на реке Жайык прошли сходы.\n\nМинистр иностранных дел "
"отметил, что с 1 по 15 января т.г. казахстанско-российская граница была закрыта, и "
"добавил, что «это временно». Глава государства поручил подготовиться к 9 мая.\n";

/* Scan the page with chunks from first_chunk bytes on; the n-th is refused. */
static TbStatus
scan_page(const char *text, size_t len, size_t first_chunk, int refuse, Miser *miser)
{
	TbArena		arena;
	TbDocument	doc;
	TbStatus	status;

	miser_arena(&arena, miser, refuse);
	arena.next_size = first_chunk;
	status = tb_document_open(&doc, text, len, TB_NO_DAY, NULL, lexicon(), &arena);
	if (status == TB_OK)
		status = tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_NAMES |
								  TB_LAYER_STATEMENTS);
	tb_arena_reset(&arena);
	assert_int_equal(miser->taken, 0);
	return status;
}

/*
 * Chunks begin with various sizes, so that the chunk that is refused falls on
 * ever other places of the scan.
 */
static void
a_scan_that_is_refused_any_chunk_says_so_and_leaks_nothing(void **state)
{
	(void) state;
	for (size_t first = 64; first <= 8192; first += first / 4)
	{
		Miser		miser;
		int			calls;

		assert_int_equal(scan_page(page, strlen(page), first, 0, &miser), TB_OK);
		calls = miser.calls;
		assert_true(calls > 1);
		for (int refuse = 1; refuse <= calls; refuse++)
			if (scan_page(page, strlen(page), first, refuse, &miser) != TB_NO_MEMORY)
				fail_msg("chunks from %d bytes on: the refusal of chunk %d of %d is lost",
						 (int) first, refuse, calls);
	}
}

static void
a_long_scan_that_is_refused_any_chunk_says_so(void **state)
{
	size_t		len = strlen(page);
	char	   *text = malloc(len * 24);
	Miser		miser;
	int			calls;

	(void) state;
	for (int i = 0; i < 24; i++)
		memcpy(text + i * len, page, len);
	assert_int_equal(scan_page(text, len * 24, 8192, 0, &miser), TB_OK);
	calls = miser.calls;
	for (int refuse = 1; refuse <= calls; refuse++)
		assert_int_equal(scan_page(text, len * 24, 8192, refuse, &miser), TB_NO_MEMORY);
	free(text);
}

static void
an_empty_text_needs_little(void **state)
{
	Miser		miser;

	(void) state;
	assert_int_equal(scan_page("", 0, 8192, 0, &miser), TB_OK);
	assert_true(miser.calls <= 1);
}

static bool
stop_at_once(void *ctx)
{
	++*(int *) ctx;
	return true;
}

static void *
take(void *ctx, size_t size)
{
	(void) ctx;
	return malloc(size);
}

static void
give(void *ctx, void *chunk)
{
	(void) ctx;
	free(chunk);
}

static void
a_host_that_wants_to_stop_is_obeyed(void **state)
{
	int			asked = 0;
	size_t		len = strlen(page);
	char	   *text = malloc(len * 100);
	TbArena		arena;
	TbText		cut;

	(void) state;
	for (int i = 0; i < 100; i++)
		memcpy(text + i * len, page, len);
	tb_arena_init(&arena, (TbArenaHost) {take, give, stop_at_once, &asked});
	assert_true(tb_arena_stopped(&arena));
	assert_true(arena.stopped && tb_arena_poll(&arena));
	tb_arena_reset(&arena);
	assert_false(arena.stopped || tb_arena_poll(&arena));
	assert_int_equal(tb_text_open(&cut, text, len * 100, lexicon(), &arena), TB_INTERRUPTED);
	assert_int_equal(asked, 2);
	tb_arena_reset(&arena);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_object_is_aligned_zeroed_and_its_own),
		cmocka_unit_test(a_big_request_gets_a_chunk_of_its_own_and_the_current_one_stays),
		cmocka_unit_test(chunks_double_so_that_few_are_asked_for),
		cmocka_unit_test(an_arena_can_be_used_again_after_reset),
		cmocka_unit_test(a_size_that_would_wrap_around_is_refused),
		cmocka_unit_test(a_vector_keeps_its_elements_as_it_grows),
		cmocka_unit_test(a_refused_push_leaves_the_vector_as_it_was),
		cmocka_unit_test(a_scan_that_is_refused_any_chunk_says_so_and_leaks_nothing),
		cmocka_unit_test(a_long_scan_that_is_refused_any_chunk_says_so),
		cmocka_unit_test(an_empty_text_needs_little),
		cmocka_unit_test(a_host_that_wants_to_stop_is_obeyed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
