/*
 * test_stem.c
 *	  Stems of words and names, stop words, and the cache that keeps them.
 */
#include "helpers.h"

#include "lex/stem.h"

static TbArena arena;
static TbStemmer *stemmer;

static int
open_stemmer(void **state)
{
	(void) state;
	tb_arena_init_malloc(&arena);
	stemmer = tb_stemmer_open(lexicon(), &arena);
	return stemmer == NULL;
}

static int
close_stemmer(void **state)
{
	(void) state;
	tb_stemmer_close(stemmer);
	tb_arena_reset(&arena);
	return 0;
}

/* The stems of a word, with a space between them. */
static const char *
stems_of(const char *word, bool person)
{
	static char out[TB_STEM_MAX_BYTES];
	const TbStems *stems = tb_stemmer_find(stemmer, STR(word), person);
	size_t		n = 0;

	assert_non_null(stems);
	for (uint32_t i = 0; i < stems->n; i++)
	{
		if (i > 0)
			out[n++] = ' ';
		memcpy(out + n, stems->at[i].data, stems->at[i].len);
		n += stems->at[i].len;
	}
	out[n] = '\0';
	return out;
}

typedef struct Pair
{
	const char *word;
	const char *stems;
} Pair;

static void
check_pairs(const Pair *pairs, size_t n, bool person)
{
	for (size_t i = 0; i < n; i++)
		assert_string_equal(stems_of(pairs[i].word, person), pairs[i].stems);
}

static void
words_have_one_stem_by_their_letters(void **state)
{
	static const Pair pairs[] = {
		{"закона", "закон"}, {"ЗАКОНА", "закон"}, {"идёт", "идет"}, {"senators", "senat"},
		{"Laws", "law"}, {"2022", "2022"}, {"COVID19", "covid19"}, {"сенатor", "сенатor"},
		{"ст\xC2\xADраны", "стран"}, {"a@b.kz", "a@b.kz"}, {"", ""},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs), false);
}

static void
stop_words_have_none_with_yo_too(void **state)
{
	static const Pair pairs[] = {
		{"и", ""}, {"В", ""}, {"ещё", ""}, {"её", ""}, {"The", ""}, {"НЕ", ""},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs), false);
}

static void
capitalised_surnames_have_the_stems_of_all_cases(void **state)
{
	static const Pair pairs[] = {
		{"Токаев", "тока токаев"}, {"Токаева", "токаев тока"}, {"Токаевым", "токаев тока"},
		{"ТОКАЕВУ", "токаев тока"}, {"токаевым", "токаев"}, {"Мирзиёевым", "мирзиеев мирзие"},
		{"Эрдоган", "эрдога эрдоган"}, {"Эрдоганом", "эрдоган эрдога"},
		{"Туякбая", "туякб туякба"}, {"Туякбаю", "туякба туякб"},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs), false);
}

static void
ordinary_words_gain_nothing_by_a_capital(void **state)
{
	static const Pair pairs[] = {
		{"Закону", "закон"}, {"Атырауской", "атырауск"}, {"Главой", "глав"}, {"Область", "област"},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs), false);
}

static void
given_names_of_persons_bend_as_the_lexicon_says(void **state)
{
	(void) state;
	assert_non_null(strstr(stems_of("Павел", true), "павл"));
	assert_non_null(strstr(stems_of("Павлом", true), "павел"));
	assert_non_null(strstr(stems_of("Маулен", true), "маулен"));
	assert_non_null(strstr(stems_of("Мауленом", true), "маул"));
}

static void
the_cache_gives_what_a_new_stemmer_gives(void **state)
{
	static const char *const parts[] = {
		"Тока", "ашим", "Закон", "сельскохозяйственн", "ев", "баев", "ым", "ого", "а", "ё", "й", "law", "s", "20", "Қ",
		"\xC2\xAD", "\xD0"
	};
	uint64_t	seed = 7;

	(void) state;
	for (int round = 0; round < 20000; round++)
	{
		TbArena		other_arena;
		TbStemmer  *other;
		char		word[256] = "";
		char		had[TB_STEM_MAX_BYTES];
		bool		person = random_below(&seed, 2);

		for (uint32_t n = 1 + random_below(&seed, 4); n > 0; n--)
			strcat(word, parts[random_below(&seed, LEN(parts))]);
		strcpy(had, stems_of(word, person));
		assert_string_equal(stems_of(word, person), had);
		if (round % 500 != 0)
			continue;
		tb_arena_init_malloc(&other_arena);
		other = stemmer;
		stemmer = tb_stemmer_open(lexicon(), &other_arena);
		assert_non_null(stemmer);
		assert_string_equal(stems_of(word, person), had);
		tb_stemmer_close(stemmer);
		stemmer = other;
		tb_arena_reset(&other_arena);
	}
}

static void
long_words_are_folded_and_longer_ones_left_out(void **state)
{
	char	   *word = malloc(TB_STEM_MAX_BYTES + 2);
	const TbStems *stems;

	(void) state;
	memset(word, 'S', TB_STEM_MAX_BYTES + 2);
	stems = tb_stemmer_find(stemmer, (TbStr) {word, TB_STEM_MAX_BYTES}, false);
	assert_int_equal(stems->n, 1);
	assert_int_equal(stems->at[0].len, TB_STEM_MAX_BYTES);
	stems = tb_stemmer_find(stemmer, (TbStr) {word, TB_STEM_MAX_BYTES + 1}, true);
	assert_int_equal(stems->n, 0);
	free(word);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_have_one_stem_by_their_letters),
		cmocka_unit_test(stop_words_have_none_with_yo_too),
		cmocka_unit_test(capitalised_surnames_have_the_stems_of_all_cases),
		cmocka_unit_test(ordinary_words_gain_nothing_by_a_capital),
		cmocka_unit_test(given_names_of_persons_bend_as_the_lexicon_says),
		cmocka_unit_test(the_cache_gives_what_a_new_stemmer_gives),
		cmocka_unit_test(long_words_are_folded_and_longer_ones_left_out),
	};

	return cmocka_run_group_tests(tests, open_stemmer, close_stemmer);
}
