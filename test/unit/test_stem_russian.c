/*
 * test_stem_russian.c
 *	  Our Russian stemmer against libstemmer's, word for word.
 */
#include "helpers.h"

#include <libstemmer.h>

#include "lex/stem_russian.h"

static struct sb_stemmer *snowball;

static int
open_snowball(void **state)
{
	(void) state;
	snowball = sb_stemmer_new("russian", "UTF_8");
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
	size_t		len = strlen(word);
	const sb_symbol *stem = sb_stemmer_stem(snowball, (const sb_symbol *) word, (int) len);
	size_t		wanted = (size_t) sb_stemmer_length(snowball);
	size_t		got = tb_stem_russian(word, len);

	if (got != wanted || memcmp(stem, word, got) != 0)
		fail_msg("%s: %.*s, but libstemmer gives %.*s", word,
				 (int) got, word, (int) wanted, (const char *) stem);
}

static void
each_ending_behind_each_stem_as_libstemmer(void **state)
{
	static const char *const stems[] = {
		"", "а", "б", "бр", "дел", "раб", "стро", "прекрасн", "жела", "умыва",
		"госуда", "важнейш", "длинн", "нов", "закон", "обяза", "воспользов",
	};
	static const char *const inner[] = {
		"", "а", "я", "и", "ы", "у", "е", "о", "нн", "ем", "вш", "ивш", "ющ",
		"ующ", "щ", "ост", "ейш", "ий", "ни", "ен", "ател", "ств",
	};
	static const char *const endings[] = {
		"", "в", "вши", "вшись", "ся", "сь", "ее", "ие", "ые", "ое", "ими",
		"ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "его", "ого",
		"ему", "ому", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею", "ла",
		"на", "ете", "йте", "ли", "й", "л", "н", "ло", "но", "ет", "ют", "ны",
		"ть", "ешь", "нно", "ила", "ыла", "ена", "ейте", "уйте", "ите", "или",
		"ыли", "уй", "ил", "ыл", "ен", "ило", "ыло", "ено", "ят", "ует", "уют",
		"ит", "ыт", "ены", "ить", "ыть", "ишь", "ю", "а", "ев", "ов", "ье", "е",
		"иями", "ями", "ами", "еи", "ии", "и", "ией", "иям", "ям", "ием", "ам",
		"о", "у", "ах", "иях", "ях", "ы", "ь", "ию", "ью", "ия", "ья", "я",
		"ость", "ости", "остью", "ейше", "ейшими", "ьте", "ђ", "ъ",
	};

	(void) state;
	for (size_t s = 0; s < LEN(stems); s++)
		for (size_t i = 0; i < LEN(inner); i++)
			for (size_t e = 0; e < LEN(endings); e++)
			{
				char		word[128];

				strcat(strcat(strcpy(word, stems[s]), inner[i]), endings[e]);
				check_word(word);
				strcat(word, "ся");
				check_word(word);
			}
}

static void
random_words_as_libstemmer(void **state)
{
	static const char *const letters[] = {
		"а", "б", "в", "г", "е", "з", "и", "й", "л", "м", "н", "н", "о", "с",
		"т", "у", "х", "ш", "щ", "ы", "ь", "ю", "я", "э", "ц", "ђ"
	};
	uint64_t	seed = 11;

	(void) state;
	for (int round = 0; round < 200000; round++)
	{
		char		word[64] = "";

		for (uint32_t n = 1 + random_below(&seed, 12); n > 0; n--)
			strcat(word, letters[random_below(&seed, LEN(letters))]);
		check_word(word);
	}
}

static void
every_word_of_the_lexicon_as_libstemmer(void **state)
{
	const TbImage *image = tb_lexicon_image();
	uint32_t	checked = 0;

	(void) state;
	for (uint32_t node = 1; node < image->nnodes; node++)
	{
		const char *word = tb_lexicon_string(lexicon(), tb_image_node(image, node)->text);
		size_t		len = strlen(word);
		size_t		i = 0;

		/* words of two-byte Cyrillic letters are what it is for */
		while (i + 1 < len && ((unsigned char) word[i] & 0xFC) == 0xD0)
			i += 2;
		if (len == 0 || i < len)
			continue;
		check_word(word);
		checked++;
	}
	assert_true(checked > 50000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_ending_behind_each_stem_as_libstemmer),
		cmocka_unit_test(random_words_as_libstemmer),
		cmocka_unit_test(every_word_of_the_lexicon_as_libstemmer),
	};

	return cmocka_run_group_tests(tests, open_snowball, close_snowball);
}
