/*
 * test_linear.c
 *	  Work is linear in the text, also in texts that somebody made to hurt.
 *
 * A shape is repeated to a length and to four times that length.  The second
 * may cost little more than four times the first: a pass that is quadratic
 * anywhere would cost sixteen times as much.  Instructions are counted where
 * the kernel lets us, else the processor's time, with a wider margin.
 */
#include "helpers.h"

#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "core/search.h"

/* Sanitizers distort what a work costs: there the texts are only gone through. */
#ifdef __SANITIZE_ADDRESS__
#define SHORT_TEXT 1000
#define ROUNDS 1
#define MEASURED false
#else
#define SHORT_TEXT 12000
#define ROUNDS 3
#define MEASURED true
#endif

/* ---- what a work costs ---- */

static int	counter = -1;

static void
open_counter(void)
{
	struct perf_event_attr attr = {
		.type = PERF_TYPE_HARDWARE,.size = sizeof(attr),
		.config = PERF_COUNT_HW_INSTRUCTIONS,.exclude_kernel = 1,.exclude_hv = 1
	};

	counter = (int) syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0);
}

/* Instructions so far, or nanoseconds of processor time. */
static uint64_t
cost_now(void)
{
	struct timespec t;
	uint64_t	n;

	if (counter >= 0 && read(counter, &n, sizeof(n)) == sizeof(n) && n > 0)
		return n;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (uint64_t) t.tv_sec * 1000000000u + (uint64_t) t.tv_nsec;
}

/* Memory that is there already: new pages would cost more than the work. */
#define POOL ((size_t) 96 * 1024 * 1024)
static char *pool;
static size_t pool_used;

static void *
pool_take(void *ctx, size_t size)
{
	void	   *chunk = pool + pool_used;

	(void) ctx;
	pool_used += (size + 15) / 16 * 16;
	return pool_used <= POOL ? chunk : NULL;
}

static void
pool_give(void *ctx, void *chunk)
{
	(void) ctx;
	(void) chunk;
}

/* The cost of all layers and the search stream over a text. */
static uint64_t
cost_of(const char *text, size_t len)
{
	TbArena		arena;
	TbDocument	doc;
	TbSearch	search;
	TbSearchToken token;
	bool		more = true;
	uint64_t	from;

	if (pool == NULL)
		pool = calloc(POOL, 1);
	pool_used = 0;
	tb_arena_init(&arena, (TbArenaHost) {.take = pool_take,.give = pool_give});
	from = cost_now();
	assert_int_equal(tb_document_open(&doc, text, len, tb_day_of(2024, 5, 5), NULL,
									  lexicon(), &arena), TB_OK);
	assert_int_equal(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_STATEMENTS), TB_OK);
	assert_int_equal(tb_search_open(&search, &doc), TB_OK);
	while (more)
		assert_int_equal(tb_search_next(&search, &token, &more), TB_OK);
	tb_arena_reset(&arena);
	return cost_now() - from;
}

/* The least of some rounds: what else the machine does only adds. */
static uint64_t
least_cost(const char *text, size_t len)
{
	uint64_t	least = UINT64_MAX;

	for (int i = 0; i < ROUNDS; i++)
	{
		uint64_t	cost = cost_of(text, len);

		if (cost < least)
			least = cost;
	}
	return least;
}

/* ---- shapes ---- */

static const char *const shapes[] = {
	"а", "АКИМ СКАЗАЛ В АСТАНЕ ", "«»\"“”„", "«", "«слово ", "»", "7", "24 ", ".", "– ",
	"в Астане долг Рудного сказал. ", "а-", ",", "((", ")", "Иван Петров ", "Иван Петров, Маулен Ашимбаев, ", "Токаев ", "К.", "К.К. ",
	"заместитель председателя ", "председатель комитета по ", "министр ", "Алматы ", "область ",
	"24.12.2022 ", "мая ", "год ", "2020, 2021 и ", "1, 2, 3, 4 ", "первого второго ", "XX ", "с 5 по ",
	"до ", "через ", "вчера ", "сказал, что ", "сказал он ", "по словам ", "как отметил ", "он ", "и ",
	"который ", "что ", "Он: ", "– Да.\n", "а\n", "А\n\n", "\n", " ", "а\xCC\x81", "\xC2\xAD", "\xE2\x80\x8B",
	"\xC2\xA0", "a@b.kz ", "http://", "a.", "*", "\xF0\x9F\x98\x80", "\xD0", "\xFF", "Aкима ", "аA",
	"и в связи с этим аким отметил важность вопроса ", "имени ", "улица ", "и.о. ", "экс-", "бывший ",
	"Иван Петров сказал: «Да». ", "«Да», – сказал аким. ", "– Да, – сказал он. – Нет.\n"
};

static char *
repeat(const char *unit, size_t len)
{
	char	   *text = malloc(len);

	for (size_t i = 0, n = strlen(unit); i < len; i++)
		text[i] = unit[i % n];
	return text;
}

/* How many of the shapes cost more for four times a text than work that is linear may. */
static int
count_steep(const char *const *units, size_t n, size_t len)
{
	int			bad = 0;

	for (size_t i = 0; i < n; i++)
	{
		char	   *text = repeat(units[i], len * 4);
		uint64_t	one = least_cost(text, len);
		uint64_t	four = least_cost(text, len * 4);

		if (MEASURED && four > one * (counter >= 0 ? 6 : 9))
		{
			print_error("«%s»: %.1f times the cost for 4 times the text\n", units[i],
						(double) four / (double) one);
			bad++;
		}
		free(text);
	}
	return bad;
}

static void
work_is_linear_in_hostile_texts(void **state)
{
	(void) state;
	open_counter();
	assert_int_equal(count_steep(shapes, LEN(shapes), SHORT_TEXT), 0);
}

/* One sentence, one paragraph: what is sought back to its start is sought in vain. */
static void
work_is_linear_in_sentences_without_end(void **state)
{
	static const char *const endless[] = {
		"первый заместитель председателя ", "сказал, что он отметил, что ", "Иван Петров и ",
		"спикер Мажилиса, депутат ", "в Астане аким области отметил, что ", "его министр ",
		"в Казалинском и ", "Парламент Молдавии, спикер "
	};

	(void) state;
	open_counter();
	assert_int_equal(count_steep(endless, LEN(endless), SHORT_TEXT * 8), 0);
}

/* «а «а «а … б» б» б»: quotations nested 500 deep, again and again. */
static void
work_is_linear_in_nested_quotations(void **state)
{
	size_t		n = 0;
	char	   *unit = malloc(500 * (strlen("«а ") + strlen("б» ")) + 1);
	char	   *text;

	(void) state;
	for (int i = 0; i < 500; i++)
		n += (size_t) sprintf(unit + n, "«а ");
	for (int i = 0; i < 500; i++)
		n += (size_t) sprintf(unit + n, "б» ");
	text = repeat(unit, n * 16);
	assert_true(!MEASURED || least_cost(text, n * 16) <= least_cost(text, n * 4) * 9);
	free(text);
	free(unit);
}

/* ---- how often a long scan asks whether to stop ---- */

typedef struct Clock
{
	uint64_t	last;
	uint64_t	longest;
} Clock;

static bool
note_time(void *ctx)
{
	Clock	   *c = ctx;
	uint64_t	now = cost_now();

	if (c->last != 0 && now - c->last > c->longest)
		c->longest = now - c->last;
	c->last = now;
	return false;
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
no_pass_is_long_without_asking_whether_to_stop(void **state)
{
	static const char unit[] =
		"Аким Атырауской области Серик Шапкенов 24 декабря 2022 года открыл школу в Кульсары. "
		"«Построим ещё две, – сказал он. – Деньги есть». Министр отметил, что работа идёт.\n\n";
	size_t		len = SHORT_TEXT * 60;
	char	   *text = repeat(unit, len);
	Clock		c = {0, 0};
	TbArena		arena;
	TbDocument	doc;
	TbSearch	search;
	uint64_t	from = cost_now();
	uint64_t	all;

	(void) state;
	tb_arena_init(&arena, (TbArenaHost) {take, give, note_time, &c});
	note_time(&c);
	assert_int_equal(tb_document_open(&doc, text, len, TB_NO_DAY, NULL, lexicon(), &arena), TB_OK);
	assert_int_equal(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_STATEMENTS), TB_OK);
	assert_int_equal(tb_search_open(&search, &doc), TB_OK);
	note_time(&c);
	all = cost_now() - from;
	tb_arena_reset(&arena);
	free(text);
	/* a pass that does not ask would be a tenth of all at the least */
	if (MEASURED && c.longest * 10 > all)
		fail_msg("%.1f %% of the work in one go", 100.0 * (double) c.longest / (double) all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(work_is_linear_in_hostile_texts),
		cmocka_unit_test(work_is_linear_in_sentences_without_end),
		cmocka_unit_test(work_is_linear_in_nested_quotations),
		cmocka_unit_test(no_pass_is_long_without_asking_whether_to_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
