/*
 * test_search.c
 *	  The stream of search tokens with its entities, and queries as text.
 */
#include "helpers.h"

#include "core/query.h"

/* ---- the stream as text: «Астане[place/kz/astana/] закон» ---- */

static void
put(char *out, size_t size, const char *s, size_t len)
{
	size_t		n = strlen(out);

	assert_true(n + len < size);
	memcpy(out + n, s, len);
	out[n + len] = '\0';
}

/* The stream of a text; checks that its tokens are in order and inside. */
static void
stream(const char *text, size_t len, char *out, size_t size)
{
	TbArena		arena;
	TbDocument	doc;
	TbSearch	search;
	TbSearchToken token;
	bool		more;
	uint32_t	last = 0;

	out[0] = '\0';
	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_document_open(&doc, text, len, TB_NO_DAY, NULL, lexicon(), &arena), TB_OK);
	assert_int_equal(tb_document_find(&doc, TB_LAYER_DATES | TB_LAYER_NAMES), TB_OK);
	assert_int_equal(tb_search_open(&search, &doc), TB_OK);
	for (;;)
	{
		assert_int_equal(tb_search_next(&search, &token, &more), TB_OK);
		if (!more)
			break;
		assert_true(token.span.start >= last && token.span.start < token.span.end);
		assert_true(token.span.end <= doc.text.len);
		last = token.span.end;
		if (out[0] != '\0')
			put(out, size, " ", 1);
		put(out, size, doc.text.data + token.span.start, token.span.end - token.span.start);
		if (token.entity != NULL)
		{
			assert_true(strlen(token.entity) <= TB_MAX_ENTITY);
			put(out, size, "[", 1);
			put(out, size, token.entity, strlen(token.entity));
			put(out, size, "]", 1);
		}
	}
	tb_arena_reset(&arena);
}

static void
check_stream(const char *text, const char *want)
{
	char		out[4096];

	stream(text, strlen(text), out, sizeof(out));
	assert_string_equal(out, want);
}

static void
every_word_of_a_mention_carries_its_lexemes(void **state)
{
	(void) state;
	check_stream("принят в г.Алматы.", "принят в г[place/kz/almaty/] Алматы[place/kz/almaty/]");
	check_stream("24.12.2022", "24[date/2022/12/24/] 12[date/2022/12/24/] 2022[date/2022/12/24/]");
	check_stream("Маулена Ашимбаева", "Маулена[person/ашимбаев/маулен/] Ашимбаева[person/ашимбаев/маулен/]");
}

static void
readings_that_overlap_are_joined(void **state)
{
	(void) state;
	check_stream("Президент Казахстана прибыл",
				 "Президент[office/president/&office/kz/president/] "
				 "Казахстана[office/president/&office/kz/president/|place/kz/] прибыл");
}

static void
periods_give_days_months_or_ends(void **state)
{
	(void) state;
	check_stream("декабрь 2022 года", "декабрь[date/2022/12/] 2022[date/2022/12/] года[date/2022/12/]");
	check_stream("в 2022 году", "в 2022[date/2022/] году[date/2022/]");
	check_stream("2018–2020 годы", "2018[date/2018/|date/2020/] 2020[date/2018/|date/2020/] годы[date/2018/|date/2020/]");
	check_stream("вчера", "вчера");
}

static void
addresses_are_cut_at_host_and_path(void **state)
{
	(void) state;
	check_stream("https://akorda.kz/ru?a=1#b", "https:// akorda.kz /ru?a=1#b");
	check_stream("www.senate.kz, press@senate.kz", "www.senate.kz press@senate.kz");
}

static void
a_lexeme_is_one_only_as_the_whole_text(void **state)
{
	(void) state;
	check_stream("place/kz/", "place/kz/");
	check_stream("place/kz/ и", "place kz и");
	assert_true(tb_entity_is_lexeme(STR("office/kz/senate/chair/")));
	assert_true(tb_entity_is_lexeme(STR("person/токаев/к./")));
	assert_false(tb_entity_is_lexeme(STR("place/")));
	assert_false(tb_entity_is_lexeme(STR("place//")));
	assert_false(tb_entity_is_lexeme(STR("place/kz")));
	assert_false(tb_entity_is_lexeme(STR("place/k z/")));
	assert_false(tb_entity_is_lexeme(STR("body/kz/")));
	assert_false(tb_entity_is_lexeme(STR("")));
}

static void
years_months_and_surnames_mean_the_branch(void **state)
{
	(void) state;
	assert_true(tb_entity_is_prefix(STR("date/2022/")));
	assert_true(tb_entity_is_prefix(STR("date/2022/12/")));
	assert_false(tb_entity_is_prefix(STR("date/2022/12/24/")));
	assert_true(tb_entity_is_prefix(STR("person/токаев/")));
	assert_false(tb_entity_is_prefix(STR("person/токаев/к./")));
	assert_false(tb_entity_is_prefix(STR("place/kz/")));
}

/* ---- queries ---- */

static void
check_query_of(const char *query, size_t len, const char *want)
{
	TbArena		arena;
	TbStemmer  *stemmer;
	char	   *out;

	tb_arena_init_malloc(&arena);
	stemmer = tb_stemmer_open(lexicon(), &arena);
	assert_non_null(stemmer);
	assert_int_equal(tb_query_format((TbStr) {query, (uint32_t) len}, lexicon(), stemmer, &arena, &out), TB_OK);
	if (want != NULL)
		assert_string_equal(out, want);
	tb_stemmer_close(stemmer);
	tb_arena_reset(&arena);
}

static void
check_query(const char *query, const char *want)
{
	check_query_of(query, strlen(query), want);
}

static void
names_are_asked_for_by_entity(void **state)
{
	(void) state;
	check_query("Глава государства", "'office/president/'");
	check_query("\"Президент Казахстана\"", "'office/kz/president/'");
	check_query("Казахстан*", "'place/kz/':*");
	check_query("декабрь 2022", "'date/2022/12/':*");
	check_query("К. Токаев", "('person/токаев/к':* | 'person/токаев/')");
}

static void
small_letters_ask_for_the_words_of_a_person_too(void **state)
{
	(void) state;
	check_query("рк", "'place/kz/'");
	check_query("токаеву", "('person/токаев/':* | 'токаев')");
	check_query("президент казахстана", "'office/kz/president/'");
}

static void
operators_are_those_of_web_search(void **state)
{
	(void) state;
	check_query("закон -вода", "'закон' & !'вод'");
	check_query("закон or вода", "'закон' | 'вод'");
	check_query("\"закон о воде\"", "('закон' <2> 'вод')");
	check_query("=\"Глава государства\"", "('глав' <-> 'государств')");
	check_query("place/kz/* сельск*", "'place/kz/':* & ('сельск':* | 'сельск')");
	check_query("о'стол \\", "'стол'");
}

static void
a_phrase_crosses_an_entity_of_any_length(void **state)
{
	(void) state;
	check_query("\"Глава государства посетил Астану\"", "('office/president/' <-> 'посет' <-> 'place/kz/astana/')");
	check_query("\"закон РК о воде\"",
				"('закон' <-> 'place/kz/' <2> 'вод' | "
				"'закон' <-> 'place/kz/' <-> 'place/kz/' <2> 'вод' | "
				"'закон' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <2> 'вод' | "
				"'закон' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <2> 'вод' | "
				"'закон' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <2> 'вод' | "
				"'закон' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <-> 'place/kz/' <2> 'вод')");
}

static void
a_query_without_words_is_empty(void **state)
{
	static const char *const queries[] = {
		"", " ", "-", "\"", "\"\"", "=\"", "*", "or", "и в на", "«»", "- or -", "'", "\\"
	};

	(void) state;
	for (size_t i = 0; i < LEN(queries); i++)
		check_query(queries[i], "");
}

static void
random_bytes_make_streams_and_queries(void **state)
{
	static const char *const parts[] = {
		"Президент ", "Казахстана ", "24 ", "декабря ", "2022 ", "Токаев ", "К. ", "в ", "и ", "\"", "«", "»", "-", "*", "=",
		"or ", "place/kz/", "https://a.kz/b", "x@y.kz", "\n\n", "\xD0", "\xFF", "\xE2\x80", "г.", "Астане", "закон ", "\xC2\xA0"
	};
	uint64_t	seed = 11;

	(void) state;
	for (int round = 0; round < 3000; round++)
	{
		char		text[1024];
		char		out[65536];
		size_t		n = 0;

		for (uint32_t k = random_below(&seed, 24); k > 0; k--)
		{
			const char *part = parts[random_below(&seed, LEN(parts))];

			memcpy(text + n, part, strlen(part));
			n += strlen(part);
		}
		stream(text, n, out, sizeof(out));
		check_query_of(text, n, NULL);
	}
}

static void
a_refused_chunk_is_a_status_and_no_crash(void **state)
{
	static const char text[] = "\"Президент Казахстана посетил Астану\" 24 декабря 2022 года -токаев";

	(void) state;
	for (int refuse = 1; refuse < 12; refuse++)
	{
		TbArena		safe;
		TbArena		arena;
		TbArenaHost host;
		TbStemmer  *stemmer;
		char	   *out;
		Miser		miser = {.refuse = refuse};
		TbStatus	status;

		tb_arena_init_malloc(&safe);
		stemmer = tb_stemmer_open(lexicon(), &safe);
		host = (TbArenaHost) {.take = miser_take,.give = miser_give,.ctx = &miser};
		tb_arena_init(&arena, host);
		status = tb_query_format(STR(text), lexicon(), stemmer, &arena, &out);
		assert_int_equal(status, miser.calls >= refuse ? TB_NO_MEMORY : TB_OK);
		tb_arena_reset(&arena);
		assert_int_equal(miser.taken, 0);
		tb_stemmer_close(stemmer);
		tb_arena_reset(&safe);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_of_a_mention_carries_its_lexemes),
		cmocka_unit_test(readings_that_overlap_are_joined),
		cmocka_unit_test(periods_give_days_months_or_ends),
		cmocka_unit_test(addresses_are_cut_at_host_and_path),
		cmocka_unit_test(a_lexeme_is_one_only_as_the_whole_text),
		cmocka_unit_test(years_months_and_surnames_mean_the_branch),
		cmocka_unit_test(names_are_asked_for_by_entity),
		cmocka_unit_test(small_letters_ask_for_the_words_of_a_person_too),
		cmocka_unit_test(operators_are_those_of_web_search),
		cmocka_unit_test(a_phrase_crosses_an_entity_of_any_length),
		cmocka_unit_test(a_query_without_words_is_empty),
		cmocka_unit_test(random_bytes_make_streams_and_queries),
		cmocka_unit_test(a_refused_chunk_is_a_status_and_no_crash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
