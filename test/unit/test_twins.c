/*
 * test_twins.c
 *	  Latin letters in Cyrillic words: which are replaced, and that the text
 *	  as it came is still found.
 */
#include "helpers.h"

#include "lex/twins.h"

/* The words of a text as the core reads them, by tb_twins_replace. */
static void
check_read(const char *given, const char *want)
{
	TbArena		arena;
	TbText		text = {.data = given,.len = (uint32_t) strlen(given),.given = given};

	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_twins_replace(&text, 0, &arena), TB_OK);
	assert_int_equal(text.len, strlen(want));
	assert_memory_equal(text.data, want, text.len);
	assert_true(text.given == given);
	for (uint32_t i = 0, n = 0; i <= text.len; i++)
	{
		/* the bytes that grew belong to the letter before them */
		if (n < text.ngrown && text.grown[n] == i)
		{
			n++;
			continue;
		}
		assert_int_equal(tb_text_given_byte(&text, i), i - n);
		assert_int_equal(tb_text_own_byte(&text, i - n), i);
	}
	tb_arena_reset(&arena);
}

typedef struct Pair
{
	const char *given;
	const char *want;
} Pair;

/* In the first column the odd letters are Latin. */
static const Pair replaced[] = {
	{"в Aстане", "в Астане"}, {"Tалдыкорган, Kокшетау", "Талдыкорган, Кокшетау"},
	{"CCCР", "СССР"}, {"PФ и CША", "РФ и США"}, {"Oрëл", "Орёл"},
	{"Қəрім, Əбіш", "Қәрім, Әбіш"}, {"г.Aлматы", "г.Алматы"}, {"Aқтөбе-Aстана", "Ақтөбе-Астана"},
	{"«Eнисeй»", "«Енисей»"}, {"aкима\xC2\xADт", "акима\xC2\xADт"},
	{"Xабаровск Yфа Hур Bиктор Mихаил iс", "Хабаровск Уфа Нур Виктор Михаил іс"},
};

/* Whole Latin words, words with letters of no twin, digits, broken bytes. */
static const Pair kept[] = {
	{"", ""}, {"A", "A"}, {"Astana", "Astana"}, {"COVID", "COVID"}, {"СOVID", "СOVID"},
	{"в Astana Hub", "в Astana Hub"}, {"«Tele2» и “Expo”", "«Tele2» и “Expo”"},
	{"IT-компания", "IT-компания"}, {"café Zürich é", "café Zürich é"}, {"Əliyev", "Əliyev"},
	{"Gазпром", "Gазпром"}, {"A\xFFя", "A\xFFя"}, {"a\xD0", "a\xD0"},
};

static void
look_alikes_in_a_cyrillic_word_are_cyrillic(void **state)
{
	(void) state;
	for (size_t i = 0; i < LEN(replaced); i++)
		check_read(replaced[i].given, replaced[i].want);
}

static void
other_latin_letters_stay(void **state)
{
	(void) state;
	for (size_t i = 0; i < LEN(kept); i++)
		check_read(kept[i].given, kept[i].want);
}

static void
they_are_found_wherever_they_stand(void **state)
{
	char		given[400];
	char		want[400];

	(void) state;
	for (int before = 0; before < 140; before++)
		for (int after = 0; after < 140; after += 7)
		{
			snprintf(given, sizeof(given), "%*sAстана%*s", before, "", after, "");
			snprintf(want, sizeof(want), "%*sАстана%*s", before, "", after, "");
			check_read(given, want);
		}
}

static void
a_word_alone_is_read_as_in_a_text(void **state)
{
	(void) state;
	for (size_t i = 0; i < LEN(replaced) + LEN(kept); i++)
	{
		const Pair *pair = i < LEN(replaced) ? &replaced[i] : &kept[i - LEN(replaced)];
		char		out[200];
		size_t		n = tb_twins_word(pair->given, strlen(pair->given), out);

		if (n == 0)
			assert_string_equal(pair->given, pair->want);
		else
		{
			assert_int_equal(n, strlen(pair->want));
			assert_memory_equal(out, pair->want, n);
		}
	}
}

/* A word that alternates for a megabyte is no word, and costs no more than another. */
static void
a_long_word_stays_as_it_is(void **state)
{
	const size_t n = 1 << 20;
	char	   *text = malloc(n * 3 + 1);
	TbArena		arena;
	TbText		read = {.data = text,.len = (uint32_t) n * 3,.given = text};

	(void) state;
	for (size_t i = 0; i < n; i++)
		memcpy(text + i * 3, "aя", 3);
	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_twins_replace(&read, 0, &arena), TB_OK);
	assert_true(read.data == text);
	tb_arena_reset(&arena);
	free(text);
}

static void
a_scan_keeps_its_places(void **state)
{
	static const char given[] = "Aким Aлматы в Aстане.";
	TbArena		arena;
	TbDocument	doc;

	(void) state;
	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_document_open(&doc, given, strlen(given), TB_NO_DAY, NULL,
									  lexicon(), &arena), TB_OK);
	assert_int_equal(tb_document_find(&doc, TB_LAYER_NAMES), TB_OK);
	assert_int_equal(doc.places.n, 2);
	assert_int_equal(doc.titles.n, 1);
	for (uint32_t i = 0; i < 2; i++)
	{
		TbStr		surface = tb_text_given(&doc.text, doc.places.at[i].span);

		assert_true(surface.data > given && surface.data < given + sizeof(given));
		assert_memory_equal(surface.data, i == 0 ? "Aлматы" : "Aстане", surface.len);
	}
	tb_arena_reset(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(look_alikes_in_a_cyrillic_word_are_cyrillic),
		cmocka_unit_test(other_latin_letters_stay),
		cmocka_unit_test(they_are_found_wherever_they_stand),
		cmocka_unit_test(a_word_alone_is_read_as_in_a_text),
		cmocka_unit_test(a_long_word_stays_as_it_is),
		cmocka_unit_test(a_scan_keeps_its_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
