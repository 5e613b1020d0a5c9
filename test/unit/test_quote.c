/*
 * test_quote.c
 *	  Which quotation marks belong together, and which sentences they cut.
 *
 * A row is a text and its quotations by opening mark: the content, behind it
 * «>» and the depth; one that the next paragraph goes on with ends in «+».
 */
#include "helpers.h"

#include "core/statement_internal.h"

static void
list_quotes(Listed *list, const TbDocument *doc)
{
	TbScan		scan = {.doc = (TbDocument *) (uintptr_t) doc};

	assert_int_equal(tb_outline_find(&scan), TB_OK);
	for (uint32_t q = 0; q < scan.quotes.n; q++)
	{
		const TbQuote *quote = &scan.quotes.at[q];
		uint32_t	depth = 0;
		char		number[16];

		for (uint32_t p = quote->parent; p != TB_NONE; p = scan.quotes.at[p].parent)
			depth++;
		if (quote->first < quote->end)
			list_span(list, doc, tb_span_of(doc, quote->first, quote->end));
		snprintf(number, sizeof(number), " > %u%s", depth,
				 quote->next != TB_NONE ? "+" : "");
		list_puts(list, number);
	}
}

#define check_quotes(rows) \
	check_rows(rows, LEN(rows), "kz", TB_NO_DAY, list_quotes)

static void
every_family_of_marks_pairs(void **state)
{
	static const Row rows[] = {
		{"«Мост открыт», – сказал он.", "Мост открыт > 0"},
		{"„Мост открыт“, – сказал он.", "Мост открыт > 0"},
		{"„Мост открыт”, – сказал он.", "Мост открыт > 0"},
		{"“Мост открыт”, – сказал он.", "Мост открыт > 0"},
		{"\"Мост открыт\", - сказал он.", "Мост открыт > 0"},
		{"'Мост открыт', - сказал он.", "Мост открыт > 0"},
		{"''Мост открыт'', – сказал он.", "Мост открыт > 0"},
		{"''«Мост открыт»'', – сказал он.", "Мост открыт > 0"},
		{"**«Мост открыт», –** сказал он.", "Мост открыт > 0"},
		{"**\"Мост открыт\",-** сказал он.", "Мост открыт > 0"},
	};

	(void) state;
	check_quotes(rows);
}

static void
the_same_mark_nests(void **state)
{
	static const Row rows[] = {
		{"«Состав группы «Тасқын» обновлён», – сказал он.",
		"Состав группы «Тасқын» обновлён > 0 | Тасқын > 1"},
		{"«В школе „Білім“ и клубе „Өрлеу“ ремонт».",
		"В школе „Білім“ и клубе „Өрлеу“ ремонт > 0 | Білім > 1 | Өрлеу > 1"},
		{"\"Он работает в \"Востоке\"\", - сказал аким.",
		"Он работает в \"Востоке\" > 0 | Востоке > 1"},
		{"«А «Б «В» Б» А»", "А «Б «В» Б» А > 0 | Б «В» Б > 1 | В > 2"},
	};

	(void) state;
	check_quotes(rows);
}

static void
one_mark_closes_two(void **state)
{
	static const Row rows[] = {
		{"«Мы читаем газету «Арал», – сказал он.",
		"Мы читаем газету «Арал > 0 | Арал > 1"},
		{"\"Он сказал: \"Я пришёл!\" - вспоминает сестра.",
		"Он сказал: \"Я пришёл! > 0 | Я пришёл! > 1"},
		{"Аким сказал: «Поможем школе «Арна».", "Поможем школе «Арна > 0 | Арна > 1"},
	};

	(void) state;
	check_quotes(rows);
}

static void
a_mark_written_twice_closes_once(void **state)
{
	static const Row rows[] = {
		{"\"Срок - 45 дней\"\" – сообщил он.", "Срок - 45 дней > 0"},
		{"«Срок – 45 дней»», – сообщил он.", "Срок – 45 дней > 0"},
	};

	(void) state;
	check_quotes(rows);
}

static void
an_unbalanced_mark_spoils_its_paragraph_only(void **state)
{
	static const Row rows[] = {
		{"Группа «Тасқын собралась.\n\n«Мост открыт», – сказал он.", "Мост открыт > 0"},
		{"Группа Тасқын» собралась. «Мост открыт», – сказал он.", "Мост открыт > 0"},
		{"Слово » и ещё » и ещё.\n\n«Мост».", "Мост > 0"},
		{"Длина 5\" и ширина 7\" дюймов.\n\n\"Мост открыт\".", "Мост открыт > 0"},
	};

	(void) state;
	check_quotes(rows);
}

static void
a_forgotten_closing_mark_is_found_by_the_dash(void **state)
{
	static const Row rows[] = {
		{"«Строим по плану, – пообещал подрядчик.", "Строим по плану > 0"},
		{"«Откроем школу «Арна» осенью! – обещал он.",
		"Откроем школу «Арна» осенью > 0 | Арна > 1"},
	};

	(void) state;
	check_quotes(rows);
}

static void
paragraphs_are_opened_again(void **state)
{
	static const Row rows[] = {
		{"Он сказал:\n\n«Первое слово.\n\n«Второе слово.\n\n«Третье слово».",
		"Первое слово. > 0+ | Второе слово. > 0+ | Третье слово > 0"},
		{"\"Первое слово.\n\n\"Второе слово\", - сказал он.",
		"Первое слово. > 0+ | Второе слово > 0"},
	};

	(void) state;
	check_quotes(rows);
}

static void
a_quotation_may_run_over_paragraphs(void **state)
{
	static const Row rows[] = {
		{"Он сказал:\n\n«Первое слово.\n\nВторое «слово».\n\nТретье слово».\n\nКонец.",
		"Первое слово.  Второе «слово».  Третье слово > 0 | слово > 1"},
		{"«Первое слово.\n\nВторое слово», – сказал он.", "Первое слово.  Второе слово > 0"},
		{"Группа «Тасқын собралась.\n\nСнова» в срок.", ""},
	};

	(void) state;
	check_quotes(rows);
}

static void
apostrophes_in_words_are_no_quotation(void **state)
{
	static const Row rows[] = {
		{"Депутаты О'Нил и д'Эстен спорили.", ""},
		{"Посёлок Кызыл'яр отстроен.", ""},
	};

	(void) state;
	check_quotes(rows);
}

/* Sentences of one level do not see what is quoted in them. */
static void
a_quotation_is_a_hole_in_its_sentence(void **state)
{
	static const char text[] =
		"«Раз. Два. Три», – сказал он. Потом ушёл.";
	Scan		names;
	TbScan		scan = {0};
	uint32_t	said = 0;

	(void) state;
	scan_names(&names, text, "kz", TB_NO_DAY);
	scan.doc = &names.doc;
	assert_int_equal(tb_outline_find(&scan), TB_OK);
	while (!tb_text_is(&names.doc, said, "сказал"))
		said++;
	assert_int_equal(tb_sentence(&scan, said)->first, 0);
	assert_true(tb_text_is(&names.doc, tb_sentence(&scan, said)->end, "потом"));
	assert_true(tb_text_is(&names.doc, tb_sentence(&scan, 3)->first, "два"));
	assert_int_equal(tb_sentence(&scan, 3)->quote, 0);
	scan_done(&names);
}

/* Whatever stands in the text, quotations are ranges that nest. */
static void
random_marks_give_nested_ranges(void **state)
{
	static const char *const pieces[] = {
		"«", "»", "\"", "'", "„", "“", "”", "''", " ", " ", "слово", "Слово",
		". ", ", ", " – ", "\n\n", "**", " сказал ", "(", ")"
	};
	uint64_t	seed = 4;

	(void) state;
	for (int round = 0; round < 300; round++)
	{
		char		text[2048] = "";
		Scan		names;
		TbScan		scan = {0};
		uint32_t	pieces_n = random_below(&seed, 120);

		for (uint32_t p = 0; p < pieces_n; p++)
			strcat(text, pieces[random_below(&seed, LEN(pieces))]);
		scan_names(&names, text, "kz", TB_NO_DAY);
		scan.doc = &names.doc;
		assert_int_equal(tb_outline_find(&scan), TB_OK);
		for (uint32_t q = 0; q < scan.quotes.n; q++)
		{
			const TbQuote *quote = &scan.quotes.at[q];

			assert_true(quote->open < quote->after);
			assert_true(quote->after <= names.doc.text.ntok);
			assert_true(quote->first <= quote->end || quote->end <= quote->first + 4);
			if (quote->parent != TB_NONE)
				assert_true(scan.quotes.at[quote->parent].open < quote->open &&
							quote->close <= scan.quotes.at[quote->parent].close);
		}
		scan_done(&names);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_family_of_marks_pairs),
		cmocka_unit_test(the_same_mark_nests),
		cmocka_unit_test(one_mark_closes_two),
		cmocka_unit_test(a_mark_written_twice_closes_once),
		cmocka_unit_test(an_unbalanced_mark_spoils_its_paragraph_only),
		cmocka_unit_test(a_forgotten_closing_mark_is_found_by_the_dash),
		cmocka_unit_test(paragraphs_are_opened_again),
		cmocka_unit_test(a_quotation_may_run_over_paragraphs),
		cmocka_unit_test(apostrophes_in_words_are_no_quotation),
		cmocka_unit_test(a_quotation_is_a_hole_in_its_sentence),
		cmocka_unit_test(random_marks_give_nested_ranges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
