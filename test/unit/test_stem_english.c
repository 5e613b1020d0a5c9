/*
 * test_stem_english.c
 *	  Our English stemmer against libstemmer's, word for word.
 */
#include "helpers.h"

#include <libstemmer.h>

#include "lex/stem_english.h"

static struct sb_stemmer *snowball;

/* Version 3 of Snowball has other rules: «geologist» loses its -ist. */
static bool
is_version_3(void)
{
	sb_stemmer_stem(snowball, (const sb_symbol *) "geologist", 9);
	return sb_stemmer_length(snowball) != 9;
}

static int
open_snowball(void **state)
{
	(void) state;
	snowball = sb_stemmer_new("english", "UTF_8");
	return snowball == NULL;
}

static int
close_snowball(void **state)
{
	(void) state;
	sb_stemmer_delete(snowball);
	return 0;
}

static void
check_word(const char *word)
{
	char		got[128];
	size_t		len = tb_stem_english(strcpy(got, word), strlen(word));
	const sb_symbol *stem = sb_stemmer_stem(snowball, (const sb_symbol *) word, (int) strlen(word));
	size_t		wanted = (size_t) sb_stemmer_length(snowball);

	if (len != wanted || memcmp(stem, got, len) != 0)
		fail_msg("%s: %.*s, but libstemmer gives %.*s", word,
				 (int) len, got, (int) wanted, (const char *) stem);
}

static void
words_and_their_stems(void **state)
{
	static const char *const pairs[][2] = {
		{"consigned", "consign"}, {"knightly", "knight"}, {"generously", "generous"},
		{"communities", "communiti"}, {"arsenals", "arsenal"}, {"skies", "sky"},
		{"hopping", "hop"}, {"hoping", "hope"}, {"bleed", "bleed"}, {"agreed", "agre"},
		{"ties", "tie"}, {"cries", "cri"}, {"gas", "gas"}, {"gaps", "gap"},
		{"by", "by"}, {"say", "say"}, {"youth", "youth"}, {"boyish", "boyish"},
		{"internationalisations", "internationalis"}, {"herrings", "herring"},
		{"'tis", "tis"}, {"people's", "peopl"}, {"café", "café"}, {"naïvely", "naïv"},
	};

	(void) state;
	for (size_t i = 0; i < LEN(pairs); i++)
	{
		char		word[64];
		size_t		len = tb_stem_english(strcpy(word, pairs[i][0]), strlen(pairs[i][0]));

		word[len] = '\0';
		assert_string_equal(word, pairs[i][1]);
	}
}

static void
each_ending_behind_each_stem_as_libstemmer(void **state)
{
	static const char *const stems[] = {
		"", "a", "b", "by", "sk", "t", "cr", "hop", "trap", "ow", "box", "say",
		"gener", "commun", "arsen", "rel", "relat", "act", "anthropol", "proc",
		"succ", "naï", "é", "yel", "y", "boy", "quick", "poss", "vietnam",
	};
	static const char *const inner[] = {
		"", "a", "e", "i", "o", "u", "y", "at", "iz", "bl", "nn", "pp", "ll",
		"ss", "sh", "ev", "al", "ic", "l", "s", "t", "w", "x", "ful", "ous",
		"iv", "abil", "ation", "é", "ment",
	};
	static const char *const endings[] = {
		"", "s", "es", "ed", "ing", "eed", "edly", "ingly", "eedly", "sses",
		"ied", "ies", "us", "ss", "'", "'s", "'s'", "y", "tional", "enci",
		"anci", "abli", "entli", "izer", "ization", "ational", "ation", "ator",
		"alism", "aliti", "alli", "fulness", "ousli", "ousness", "iveness",
		"iviti", "biliti", "bli", "ogi", "logi", "ogist", "fulli", "lessli",
		"li", "ly", "alize", "icate", "iciti", "ical", "ful", "ness", "ative",
		"al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement",
		"ment", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "sion",
		"tion", "e", "l", "ll", "ization's",
	};

	(void) state;
	if (is_version_3())
		skip();
	for (size_t s = 0; s < LEN(stems); s++)
		for (size_t i = 0; i < LEN(inner); i++)
			for (size_t e = 0; e < LEN(endings); e++)
			{
				char		word[128];

				strcat(strcat(strcpy(word, stems[s]), inner[i]), endings[e]);
				check_word(word);
				check_word(strcat(word, "s"));
			}
}

static void
random_words_as_libstemmer(void **state)
{
	static const char *const letters[] = {
		"a", "b", "c", "d", "e", "e", "f", "g", "i", "i", "l", "l", "m", "n",
		"o", "s", "s", "t", "t", "u", "v", "y", "y", "z", "w", "x", "é", "'"
	};
	uint64_t	seed = 11;

	(void) state;
	if (is_version_3())
		skip();
	for (int round = 0; round < 300000; round++)
	{
		char		word[64] = "";

		for (uint32_t n = 1 + random_below(&seed, 11); n > 0; n--)
			strcat(word, letters[random_below(&seed, LEN(letters))]);
		check_word(word);
	}
}

static void
exceptions_as_libstemmer(void **state)
{
	static const char *const words[] = {
		"skis", "skies", "dying", "lying", "tying", "idly", "gently", "ugly",
		"early", "only", "singly", "sky", "news", "howe", "atlas", "cosmos",
		"bias", "andes", "inning", "innings", "outing", "canning", "herring",
		"earring", "earrings", "proceed", "proceeds", "exceed", "succeed",
		"succeeds",
	};

	(void) state;
	if (is_version_3())
		skip();
	for (size_t i = 0; i < LEN(words); i++)
		check_word(words[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_their_stems),
		cmocka_unit_test(exceptions_as_libstemmer),
		cmocka_unit_test(each_ending_behind_each_stem_as_libstemmer),
		cmocka_unit_test(random_words_as_libstemmer),
	};

	return cmocka_run_group_tests(tests, open_snowball, close_snowball);
}
