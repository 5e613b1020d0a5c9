/*
 * test_fold.c
 *	  Which spellings are one: case, ё, Kazakh letters, decomposed letters,
 *	  marks that count for nothing.
 */
#include "helpers.h"

#include <locale.h>
#include <wctype.h>

#include "base/fold.h"
#include "base/utf8.h"

static void
check_fold(const char *text, const char *want)
{
	char	   *out = malloc(strlen(text) + 1);
	size_t		n = tb_fold(text, strlen(text), out);

	assert_true(n <= strlen(text));
	out[n] = '\0';
	assert_string_equal(out, want);
	free(out);
}

typedef struct Pair
{
	const char *text;
	const char *folded;
} Pair;

static void
check_pairs(const Pair *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_fold(pairs[i].text, pairs[i].folded);
}

static void
case_does_not_count(void **state)
{
	static const Pair pairs[] = {
		{"", ""}, {"АСТАНА", "астана"}, {"Астана", "астана"}, {"Nur-Sultan", "nur-sultan"},
		{"ЁЛКА", "елка"}, {"ҚЫЗЫЛОРДА", "кызылорда"}, {"ÉCOLE", "école"}, {"ŽIŽEK", "žižek"},
		{"№ 5 – «Ъ»", "№ 5 – «ъ»"},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs));
}

static void
yo_is_ye_and_kazakh_letters_are_their_russian_kin(void **state)
{
	static const Pair pairs[] = {
		{"Орёл", "орел"}, {"Мирзиёев", "мирзиеев"}, {"Қызылорда", "кызылорда"},
		{"Жетісу", "жетису"}, {"Ақтөбе", "актобе"}, {"Үкімет", "укимет"},
		{"Ұлытау", "улытау"}, {"Маңғыстау", "мангыстау"}, {"Әл-Фараби", "ал-фараби"},
		{"Һиббатулла", "хиббатулла"}, {"Київ", "киив"}, {"Єврея", "еврея"},
		{"Ґонта", "гонта"}, {"Ўзбекистон", "узбекистон"}, {"Јован", "йован"},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs));
}

static void
decomposed_letters_are_composed(void **state)
{
	static const Pair pairs[] = {
		{"Токи\xCC\x86о", "токйо"},		/* и + breve */
		{"И\xCC\x86огурт", "йогурт"},
		{"Ое\xCC\x88л", "оел"},			/* е + diaeresis */
		{"и\xC2\xAD\xCC\x86", "й"},		/* a soft hyphen between */
		{"а\xCC\x86", "а"},				/* a breve that makes no й */
		{"\xCC\x86и", "и"},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs));
}

static void
soft_hyphens_accents_and_zero_width_marks_are_dropped(void **state)
{
	static const Pair pairs[] = {
		{"пре\xC2\xADзи\xC2\xADдент", "президент"},
		{"за\xCC\x81мок", "замок"},
		{"Ас\xE2\x80\x8Bтана", "астана"},
		{"\xEF\xBB\xBFСенат", "сенат"},
		{"Се\xE2\x81\xA0нат\xE2\x80\x8D", "сенат"},
		{"\xC2\xAD", ""},
	};

	(void) state;
	check_pairs(pairs, LEN(pairs));
}

static void
broken_bytes_stay_themselves(void **state)
{
	(void) state;
	check_fold("\xD0", "\xD0");
	check_fold("А\xFFБ", "а\xFFб");
	check_fold("\x80\xE2\x80", "\x80\xE2\x80");
	check_fold("\xEF\xBF\xBD", "\xEF\xBF\xBD");
}

/* The cyrillic and latin letters that glibc knows are the reference. */
static void
lower_and_upper_case_agree_with_the_c_library(void **state)
{
	(void) state;
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		skip();
	for (uint32_t c = 1; c <= 0x52F; c++)
	{
		if ((c >= 0x180 && c < 0x400) || c == 0x130 || c == 0x178)
			continue;			/* not of our alphabets; dotted I; longer pairs */
		if (tb_lower_char(c) != (uint32_t) towlower((wint_t) c))
			fail_msg("lower case of U+%04X is U+%04X", c, tb_lower_char(c));
	}
	for (uint32_t c = 0x400; c <= 0x52F; c++)
		if (c != 0x4CF &&		/* palochka: not beside its capital, and never one */
			tb_upper_char(c) != (uint32_t) towupper((wint_t) c))
			fail_msg("upper case of U+%04X is U+%04X", c, tb_upper_char(c));
	setlocale(LC_CTYPE, "C");
}

static void
folding_one_letter_never_lengthens_and_is_idempotent(void **state)
{
	(void) state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++)
	{
		char		in[4];
		char		out[4];
		uint32_t	folded = tb_fold_char(c);

		assert_true(tb_utf8_put(out, folded) <= tb_utf8_put(in, c));
		assert_true(tb_utf8_put(out, tb_lower_char(c)) <= tb_utf8_put(in, c));
		assert_int_equal(tb_fold_char(folded), folded);
		assert_int_equal(tb_lower_char(tb_lower_char(c)), tb_lower_char(c));
		assert_true((folded == 0) == (tb_is_ignorable(c) || c == 0));
	}
}

static void
upper_case_is_as_long_as_the_lower_case_it_comes_from(void **state)
{
	(void) state;
	for (uint32_t c = 'a'; c <= 0x10FFFF; c++)
	{
		char		in[4];
		char		out[4];
		uint32_t	upper = tb_upper_char(c);

		if (upper == c)
			continue;
		assert_int_equal(tb_utf8_put(out, upper), tb_utf8_put(in, c));
		assert_int_equal(tb_lower_char(upper), c);
	}
}

static void
a_code_point_is_of_one_kind_only(void **state)
{
	(void) state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++)
	{
		/* who asks for letters has asked for spaces before (ogham, U+1680) */
		assert_true((tb_is_letter(c) && !tb_is_space(c)) + tb_is_space(c) +
					tb_is_ignorable(c) <= 1);
		assert_false(tb_is_cyrillic(c) && !tb_is_letter(c) && !(c >= 0x483 && c <= 0x489));
		assert_false(tb_is_upper(c) && !tb_is_letter(c));
	}
}

/* Random text of letters and of what combines with them. */
static size_t
random_text(uint64_t *seed, char *out)
{
	static const uint32_t odd[] = {
		0x306, 0x301, 0x308, 0xAD, 0x200B, 0x438, 0x418, 0x439, 0x451, 0x456, 0x49A,
		0x4D8, 0xA0, '-', '.', 0x1F600, 0xFEFF, 'Z', '5', 0x4C0, 0x130
	};
	size_t		n = 0;

	for (uint32_t left = random_below(seed, 24); left > 0; left--)
		n += tb_utf8_put(out + n, random_below(seed, 2) ?
						 odd[random_below(seed, LEN(odd))] :
						 0x400 + random_below(seed, 0x130));
	return n;
}

static void
random_texts_fold_once_and_for_all(void **state)
{
	uint64_t	seed = 20221224;

	(void) state;
	for (int round = 0; round < 50000; round++)
	{
		char		text[128];
		size_t		len = random_text(&seed, text);
		char	   *once = malloc(len + 1);
		char	   *twice = malloc(len + 1);
		size_t		n = tb_fold(text, len, once);

		assert_true(n <= len);
		assert_int_equal(tb_fold(once, n, twice), n);
		assert_memory_equal(once, twice, n);
		assert_int_equal(tb_lower(text, len, once) <= len, 1);
		free(once);
		free(twice);
	}
}

static void
random_bytes_never_lengthen(void **state)
{
	uint64_t	seed = 31;

	(void) state;
	for (int round = 0; round < 50000; round++)
	{
		size_t		len = random_below(&seed, 20);
		char	   *text = malloc(len + 1);
		char	   *out = malloc(len + 1);

		for (size_t i = 0; i < len; i++)
			text[i] = (char) (random_below(&seed, 2) ? 0xD0 + random_below(&seed, 2) :
							  random_next(&seed));
		assert_true(tb_fold(text, len, out) <= len);
		assert_true(tb_lower(text, len, out) <= len);
		free(text);
		free(out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_does_not_count),
		cmocka_unit_test(yo_is_ye_and_kazakh_letters_are_their_russian_kin),
		cmocka_unit_test(decomposed_letters_are_composed),
		cmocka_unit_test(soft_hyphens_accents_and_zero_width_marks_are_dropped),
		cmocka_unit_test(broken_bytes_stay_themselves),
		cmocka_unit_test(lower_and_upper_case_agree_with_the_c_library),
		cmocka_unit_test(folding_one_letter_never_lengthens_and_is_idempotent),
		cmocka_unit_test(upper_case_is_as_long_as_the_lower_case_it_comes_from),
		cmocka_unit_test(a_code_point_is_of_one_kind_only),
		cmocka_unit_test(random_texts_fold_once_and_for_all),
		cmocka_unit_test(random_bytes_never_lengthen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
