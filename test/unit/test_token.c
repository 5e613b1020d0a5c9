/*
 * test_token.c
 *	  A text as tokens, sentences and paragraphs.
 *
 * In the tables of tokens each one stands with a letter for its kind (w word,
 * n number, m mark, a address) and its text: «w:Сенат m:.».  In the tables of
 * sentences | stands before a sentence and ¶ before a paragraph.
 */
#include "helpers.h"

typedef struct Opened
{
	TbArena		arena;
	TbText		text;
} Opened;

static void
open_text(Opened *o, const char *data, size_t len)
{
	tb_arena_init_malloc(&o->arena);
	assert_int_equal(tb_text_open(&o->text, data, len, lexicon(), &o->arena), TB_OK);
}

static void
close_text(Opened *o)
{
	tb_arena_reset(&o->arena);
}

/* ---- tokens ---- */

static void
check_tokens(const Row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
	{
		Opened		o;
		Listed		got = {"", 0};

		open_text(&o, rows[i].text, strlen(rows[i].text));
		for (uint32_t k = 0; k < o.text.ntok; k++)
		{
			const TbToken *t = &o.text.tok[k];
			const char	kind[] = {k > 0 ? ' ' : '\0', "wnma"[t->kind], ':', '\0'};

			list_puts(&got, kind + (k == 0));
			list_put(&got, rows[i].text + t->start, t->end - t->start);
		}
		assert_string_equal(got.text, rows[i].want);
		close_text(&o);
	}
}

static void
words_numbers_and_marks_are_cut_apart(void **state)
{
	static const Row rows[] = {
		{"", ""},
		{" \n\t\r\n ", ""},
		{"Сенат принял закон.", "w:Сенат w:принял w:закон m:."},
		{"24 декабря 2022г. в г.Алматы",
		"n:24 w:декабря n:2022 w:г m:. w:в w:г m:. w:Алматы"},
		{"«Amanat» (ОЮЛ)", "m:« w:Amanat m:» m:( w:ОЮЛ m:)"},
		{"№5,3% – 7/8", "m:№ n:5 m:, n:3 m:% m:– n:7 m:/ n:8"},
		{"Қазақстан Ұлы ҮКІМЕТ", "w:Қазақстан w:Ұлы w:ҮКІМЕТ"},
		{"за\xCC\x81мок Аста\xC2\xADна", "w:за\xCC\x81мок w:Аста\xC2\xADна"},
		{"г.\xC2\xA0""Алматы\xE2\x80\xAF""2022", "w:г m:. w:Алматы n:2022"},
		{"COVID19 и 24го", "w:COVID19 w:и n:24 w:го"},
		{"\xF0\x9F\x98\x80!", "m:\xF0\x9F\x98\x80 m:!"},
		{"и.о. акима", "w:и m:. w:о m:. w:акима"},
		{"…а?!", "m:… w:а m:? m:!"},
	};

	(void) state;
	check_tokens(rows, LEN(rows));
}

static void
hyphens_between_letters_are_glued_and_others_are_not(void **state)
{
	static const struct
	{
		const char *text;
		uint32_t	glued;		/* bits of tokens that must have the flag */
	}			rows[] = {
		{"Касым-Жомарт", 6}, {"по-русски", 6}, {"COVID-19", 6}, {"12-летний", 6},
		{"слово - слово", 0}, {"слово -слово", 0}, {"слово- слово", 0}, {"- слово", 0},
		{"-слово", 0}, {"слово-", 0}, {"а--б", 0}, {"слово – слово", 0},
		{"Нур\xE2\x80\x91Султан", 6}, {"К.-Ж.", 0}, {"Ростов-на-Дону", 30},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		Opened		o;
		uint32_t	glued = 0;

		open_text(&o, rows[i].text, strlen(rows[i].text));
		for (uint32_t k = 0; k < o.text.ntok; k++)
			if (o.text.tok[k].flags & TB_TF_GLUED)
				glued |= 1u << k;
		if (glued != rows[i].glued)
			fail_msg("%s: glued are %x", rows[i].text, glued);
		close_text(&o);
	}
}

static void
flags_tell_the_shape_of_a_word(void **state)
{
	static const struct
	{
		const char *word;
		unsigned	flags;
		unsigned	letters;
	}			rows[] = {
		{"сенат", TB_TF_CYRILLIC, 5},
		{"Сенат", TB_TF_CYRILLIC | TB_TF_CAP, 5},
		{"СЕНАТ", TB_TF_CYRILLIC | TB_TF_CAP | TB_TF_CAPS, 5},
		{"К", TB_TF_CYRILLIC | TB_TF_CAP | TB_TF_LETTER, 1},
		{"в", TB_TF_CYRILLIC | TB_TF_LETTER, 1},
		{"Amanat", TB_TF_LATIN | TB_TF_CAP, 6},
		{"USA", TB_TF_LATIN | TB_TF_CAP | TB_TF_CAPS, 3},
		{"Aстана", TB_TF_CAP | TB_TF_CYRILLIC, 6},	/* a Latin A, read as А */
		{"Gазпром", TB_TF_CAP, 7}, /* a Latin G */
		{"COVID19", TB_TF_LATIN | TB_TF_CAP | TB_TF_CAPS | TB_TF_DIGIT, 5},
		{"ҚАЗАҚ", TB_TF_CYRILLIC | TB_TF_CAP | TB_TF_CAPS, 5},
		{"е\xCC\x88ж", TB_TF_CYRILLIC, 2},
		{"Се\xFFнат", TB_TF_CAP | TB_TF_BROKEN, 6},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		const unsigned shape = TB_TF_CAP | TB_TF_CAPS | TB_TF_LETTER | TB_TF_LATIN |
			TB_TF_CYRILLIC | TB_TF_DIGIT | TB_TF_BROKEN;
		Opened		o;

		open_text(&o, rows[i].word, strlen(rows[i].word));
		assert_int_equal(o.text.ntok, 1);
		if ((o.text.tok[0].flags & shape) != rows[i].flags ||
			o.text.tok[0].letters != rows[i].letters)
			fail_msg("%s: flags %x, %u letters", rows[i].word,
					 o.text.tok[0].flags & shape, o.text.tok[0].letters);
		close_text(&o);
	}
}

static void
urls_hosts_and_e_mails_are_one_token(void **state)
{
	static const Row rows[] = {
		{"https://senate.gov.kz/ru/news/1?a=b#c", "a:https://senate.gov.kz/ru/news/1?a=b#c"},
		{"Сайт senate.parlam.kz.", "w:Сайт a:senate.parlam.kz m:."},
		{"(www.akorda.kz)", "m:( a:www.akorda.kz m:)"},
		{"press@akorda.kz, 74-72-27", "a:press@akorda.kz m:, n:74 m:- n:72 m:- n:27"},
		{"http://a.kz/б", "a:http://a.kz/ w:б"},
		{"gov.kz/memleket/entities/", "a:gov.kz/memleket/entities/"},
		{"v1.2.3 и 10.0.0.1", "w:v1 m:. n:2 m:. n:3 w:и n:10 m:. n:0 m:. n:0 m:. n:1"},
		{"конец.Начало", "w:конец m:. w:Начало"},
		{"24.12.2022", "n:24 m:. n:12 m:. n:2022"},
		{"://x", "m:: m:/ m:/ w:x"},
		{"a@b", "w:a m:@ w:b"},
		{"@akorda_press", "m:@ w:akorda m:_ w:press"},
		{"U.S.A.", "w:U m:. w:S m:. w:A m:."},
	};

	(void) state;
	check_tokens(rows, LEN(rows));
}

static void
numbers_keep_their_value_until_it_overflows(void **state)
{
	char		digits[1001];
	Opened		o;

	(void) state;
	open_text(&o, "007 4294967295 12345678901234567890", 35);
	assert_int_equal(o.text.ntok, 3);
	assert_int_equal(o.text.tok[0].value, 7);
	assert_true(o.text.tok[2].value == UINT32_MAX);
	close_text(&o);

	memset(digits, '9', 1000);
	open_text(&o, digits, 1000);
	assert_int_equal(o.text.ntok, 1);
	assert_int_equal(o.text.tok[0].kind, TB_NUMBER);
	assert_int_equal(o.text.tok[0].end, 1000);
	assert_int_equal(o.text.tok[0].letters, 255);
	assert_true(o.text.tok[0].value == UINT32_MAX);
	close_text(&o);
}

static void
words_of_thousands_of_letters_are_one_unknown_token(void **state)
{
	char	   *text = malloc(8000);
	char		folded[TB_MAX_WORD];
	Opened		o;

	(void) state;
	for (int i = 0; i < 4000; i++)
		memcpy(text + i * 2, "я", 2);
	open_text(&o, text, 8000);
	assert_int_equal(o.text.ntok, 1);
	assert_int_equal(o.text.tok[0].value, 0);
	assert_int_equal(o.text.tok[0].letters, 255);
	assert_int_equal(tb_token_fold(&o.text, 0, folded), 0);
	close_text(&o);
	free(text);
}

static void
white_space_stands_in_the_next_tokens_flags(void **state)
{
	static const char text[] = "а б\nв\n\nГ\r\nд\xE2\x80\xA9""Е";
	static const unsigned want[] = {
		0, TB_TF_SPACE, TB_TF_SPACE | TB_TF_NEWLINE,
		TB_TF_SPACE | TB_TF_NEWLINE | TB_TF_PARA, TB_TF_SPACE | TB_TF_NEWLINE,
		TB_TF_SPACE | TB_TF_NEWLINE | TB_TF_PARA
	};
	Opened		o;

	(void) state;
	open_text(&o, text, strlen(text));
	assert_int_equal(o.text.ntok, LEN(want));
	for (uint32_t i = 1; i < o.text.ntok; i++)
		assert_int_equal(o.text.tok[i].flags & (TB_TF_SPACE | TB_TF_NEWLINE | TB_TF_PARA),
						 want[i]);
	assert_true(o.text.tok[0].flags & TB_TF_PARA);
	close_text(&o);
}

/* ---- sentences ---- */

/* Cut a text given with its borders; they must come back as they were. */
static int
check_borders(const char *want)
{
	char	   *text = malloc(strlen(want) + 1);
	size_t		n = 0;
	Listed		got = {"", 0};
	Opened		o;
	uint32_t	at = 0;
	int			bad;

	for (size_t i = 0; want[i] != '\0'; i++)
		if (want[i] == '|')
			continue;
		else if (memcmp(want + i, "¶", 2) == 0)
			i++;
		else
			text[n++] = want[i];
	text[n] = '\0';
	open_text(&o, text, n);
	for (uint32_t i = 0; i < o.text.ntok; i++)
	{
		const TbToken *t = &o.text.tok[i];

		assert_true(!(t->flags & TB_TF_PARA) || (t->flags & TB_TF_SENT));
		list_put(&got, text + at, t->start - at);
		if (i > 0 && (t->flags & TB_TF_SENT))
			list_puts(&got, t->flags & TB_TF_PARA ? "¶" : "|");
		list_put(&got, text + t->start, t->end - t->start);
		at = t->end;
	}
	list_put(&got, text + at, n - at);
	close_text(&o);
	free(text);
	/* the list writes line breaks as spaces */
	bad = strlen(got.text) != strlen(want);
	for (size_t i = 0; !bad && want[i] != '\0'; i++)
		bad = got.text[i] != (want[i] == '\n' ? ' ' : want[i]);
	if (bad)
		print_error("want: %s\ngot:  %s\n", want, got.text);
	return bad;
}

static void
check_all_borders(const char *const *rows, size_t n)
{
	int			bad = 0;

	for (size_t i = 0; i < n; i++)
		bad += check_borders(rows[i]);
	assert_int_equal(bad, 0);
}

static void
a_full_stop_ends_a_sentence_before_a_capital(void **state)
{
	static const char *const rows[] = {
		"Сенат принял закон. |Мажилис его вернул.",
		"Когда? |Сегодня! |Хорошо… |Да.",
		"Он сказал: «Да.» |Она ушла.",
		"«Работа идёт». |– Когда?",
		"Это было так... |Потом иначе.",
		"Цена 5.5 тенге. |12 человек пришли.",
		"Всё кончено. потом началось.",
		"Что?! |Как?!",
		"Построено в 1980-х. |По плану, в 2022-м. |Рано.",
		"Он ушёл.|Она осталась.",
		"Закон принят в 2025г.|По словам А.Иванова,рано.|А.Петров ушёл.",
		"Сообщает ТАСС.|Сенат «Закон».|Мажилис молчит.",
		"Пишут Яндекс.Новости и ведомости.рф из обл.Абай, ул.Сатпаева.",
	};

	(void) state;
	check_all_borders(rows, LEN(rows));
}

static void
abbreviations_and_initials_end_no_sentence(void **state)
{
	static const char *const rows[] = {
		"Встреча прошла в г. Алматы вчера. |Все довольны.",
		"Сенат, Мажилис и т.д. в доме на ул. Абая, д. 5.",
		"Выступил К.К. Токаев. |Он уехал.",
		"Выступил К. К. Токаев и М. Ашимбаев.",
		"Токаев К.-Ж. внёс закон.",
		"Закон 2022 г. принят.",
		"Закон принят в 2022 г. |Сенат доволен.",
		"Выделено 5 млрд. тенге и 3 тыс. долларов.",
		"По мнению проф. Иванова, рано.",
	};

	(void) state;
	check_all_borders(rows, LEN(rows));
}

static void
datelines_and_view_counters_are_read_line_by_line(void **state)
{
	static const char *const rows[] = {
		"Заседание Сената\n¶24.12.2022 361\n\n¶Астана. |Сенат принял закон.",
		"АСТАНА. |12 мая. |КАЗИНФОРМ – Сенат принял закон.",
		"Фото: Сенат\n¶Источник: senate.kz\n¶Подробнее",
	};

	(void) state;
	check_all_borders(rows, LEN(rows));
}

static void
a_line_break_inside_a_sentence_opens_nothing(void **state)
{
	static const char *const rows[] = {
		"Председатель Сената встретился с\nдепутатами и обсудил бюджет.",
		"Председатель,\nСенатор и аким.",
		"Сенат –\nпалата Парламента.",
		("Сенат принял закон о бюджете на трёхлетний период, в котором учтены замечания Маулена\n"
		 "Ашимбаева и других."),
		"Итоги года\n¶Сенат принял закон.",
		"Сенат принял закон.\n¶Мажилис его вернул.",
		"Первый абзац.\n\n¶Второй абзац. |Конец.",
		"первый абзац\n\nон же",
		"Список:\n¶– Первое;\n¶– Второе.",
	};

	(void) state;
	check_all_borders(rows, LEN(rows));
}

static void
borders_of_sentences_and_paragraphs_are_found_from_any_token(void **state)
{
	static const char text[] = "Раз два. Три.\n\nЧетыре пять шесть.";
	Opened		o;

	(void) state;
	open_text(&o, text, strlen(text));
	assert_int_equal(o.text.ntok, 9);
	for (uint32_t i = 0; i < 9; i++)
	{
		assert_int_equal(tb_sentence_start(&o.text, i), i < 3 ? 0 : i < 5 ? 3 : 5);
		assert_int_equal(tb_sentence_end(&o.text, i), i < 3 ? 3 : i < 5 ? 5 : 9);
		assert_int_equal(tb_paragraph_start(&o.text, i), i < 5 ? 0 : 5);
		assert_int_equal(tb_paragraph_end(&o.text, i), i < 5 ? 5 : 9);
	}
	close_text(&o);
}

/* ---- invariants ---- */

/* Walk what every scan must hold to. */
static void
check_text(const TbText *text)
{
	uint32_t	end = 0;

	assert_int_equal(text->tok[text->ntok].kind, TB_MARK);
	assert_int_equal(text->tok[text->ntok].value, 0);
	for (uint32_t i = 0; i < text->ntok; i++)
	{
		const TbToken *t = &text->tok[i];

		assert_true(t->start >= end && t->start < t->end && t->end <= text->len);
		assert_true(t->kind <= TB_ADDRESS);
		assert_false((t->flags & TB_TF_PARA) && !(t->flags & TB_TF_SENT));
		assert_false((t->flags & TB_TF_NEWLINE) && !(t->flags & TB_TF_SPACE));
		assert_false((t->flags & TB_TF_GLUED) && (t->flags & TB_TF_SPACE));
		if (t->kind == TB_WORD_TOKEN)
			assert_true(t->letters > 0);
		if (i > 0 && t->start > end)
			continue;
		assert_false(t->flags & TB_TF_SPACE && i > 0);
		end = t->end;
	}
	if (text->ntok > 0)
		assert_true(text->tok[0].flags & TB_TF_SENT);
}

static void
random_bytes_make_tokens_that_are_sorted_and_inside_the_text(void **state)
{
	static const char *const pieces[] = {
		"Сенат", "г.", " ", "\n", "\n\n", "24.12.2022", "К.-Ж.", "«", "»", "\xD0", "\xFF",
		"\xE2\x80", "-", "http://", "a.kz", "@", "қ", "\xC2\xAD", "\xCC\x86", "\xC2\xA0", "...",
		"и.о.", "12345678901", "\xF0\x9F\x98\x80", "\0", "Z"
	};
	uint64_t	seed = 7;

	(void) state;
	for (int round = 0; round < 6000; round++)
	{
		size_t		cap = 400;
		size_t		len = 0;
		char	   *data = malloc(cap);
		char	   *exact;
		Opened		o;

		for (uint32_t left = random_below(&seed, 30); left > 0; left--)
			if (random_below(&seed, 3) == 0)
				data[len++] = (char) random_next(&seed);
			else
			{
				const char *piece = pieces[random_below(&seed, LEN(pieces))];
				size_t		n = *piece == '\0' ? 1 : strlen(piece);

				memcpy(data + len, piece, n);
				len += n;
			}
		exact = malloc(len + 1);	/* reading behind it is an error */
		memcpy(exact, data, len);
		exact = realloc(exact, len > 0 ? len : 1);
		open_text(&o, exact, len);
		check_text(&o.text);
		close_text(&o);
		free(exact);
		free(data);
	}
}

static void
every_cut_of_a_text_is_a_text(void **state)
{
	static const char text[] =
	"«Қазақстан» – г.\xC2\xA0""Алматы, К.-Ж. Токаев: https://akorda.kz/ru?x=1 и a@b.kz\n\n24.12.2022 г.";

	(void) state;
	for (size_t len = 0; len < sizeof(text); len++)
		for (size_t from = 0; from <= len; from += 1 + from / 8)
		{
			char	   *cut = malloc(len - from + 1);
			Opened		o;

			memcpy(cut, text + from, len - from);
			open_text(&o, cut, len - from);
			check_text(&o.text);
			close_text(&o);
			free(cut);
		}
}

static void
a_text_too_long_for_its_offsets_is_refused(void **state)
{
	TbArena		arena;
	TbText		text;

	(void) state;
	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_text_open(&text, "", TB_MAX_TEXT + 1, lexicon(), &arena), TB_NO_MEMORY);
	tb_arena_reset(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_numbers_and_marks_are_cut_apart),
		cmocka_unit_test(hyphens_between_letters_are_glued_and_others_are_not),
		cmocka_unit_test(flags_tell_the_shape_of_a_word),
		cmocka_unit_test(urls_hosts_and_e_mails_are_one_token),
		cmocka_unit_test(numbers_keep_their_value_until_it_overflows),
		cmocka_unit_test(words_of_thousands_of_letters_are_one_unknown_token),
		cmocka_unit_test(white_space_stands_in_the_next_tokens_flags),
		cmocka_unit_test(a_full_stop_ends_a_sentence_before_a_capital),
		cmocka_unit_test(abbreviations_and_initials_end_no_sentence),
		cmocka_unit_test(datelines_and_view_counters_are_read_line_by_line),
		cmocka_unit_test(a_line_break_inside_a_sentence_opens_nothing),
		cmocka_unit_test(borders_of_sentences_and_paragraphs_are_found_from_any_token),
		cmocka_unit_test(random_bytes_make_tokens_that_are_sorted_and_inside_the_text),
		cmocka_unit_test(every_cut_of_a_text_is_a_text),
		cmocka_unit_test(a_text_too_long_for_its_offsets_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
