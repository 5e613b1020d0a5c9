/*
 * test_date.c
 *	  Dates: tables of sentences (dates*.tsv), and what they cannot say:
 *	  EDTF, modifiers, countries, datelines, a month as reference, hostile texts.
 */
#include "helpers.h"
#include "core/date_internal.h"

/* A text with its dates. */
typedef struct Dated
{
	TbArena		arena;
	TbDocument	doc;
} Dated;

static void
open_text(Dated *d, const char *text, size_t len)
{
	memset(&d->doc, 0, sizeof(d->doc));
	tb_arena_init_malloc(&d->arena);
	d->doc.lex = lexicon();
	d->doc.arena = &d->arena;
	d->doc.country = "";
	d->doc.reference = TB_NO_DAY;
	assert_int_equal(tb_text_open(&d->doc.text, text, len, lexicon(), &d->arena), TB_OK);
}

static void
find(Dated *d, const char *text, int32_t reference, const char *country)
{
	open_text(d, text, strlen(text));
	d->doc.reference = reference;
	d->doc.country = country;
	assert_int_equal(tb_date_find(&d->doc), TB_OK);
}

static void
done(Dated *d)
{
	tb_arena_reset(&d->arena);
}

static const char *
day_text(int32_t day, char *buf)
{
	TbCivil		c;

	if (day == TB_NO_DAY)
		return "*";
	c = tb_civil_of(day);
	sprintf(buf, "%04d-%02d-%02d", (int) c.year, (int) c.month, (int) c.day);
	return buf;
}

static int32_t
read_day(const char *s)
{
	int			y,
				m,
				d;

	return sscanf(s, "%4d-%2d-%2d", &y, &m, &d) == 3 ? tb_day_of(y, m, d) : TB_NO_DAY;
}

/* ------------------------------------------------------------------ the table */

static const char *const granularities[] = {
	"day", "week", "month", "quarter", "half", "season", "year", "decade",
	"century", "range", "open"
};

static const char *const kinds[] = {
	"explicit", "underspecified", "relative", "weekday", "anaphoric", "holiday"
};

/* A mention as dates.tsv writes it. */
static void
list_date(Listed *list, const TbDocument *doc, const TbDate *m)
{
	char		from[16];
	char		to[16];
	char		line[256];

	list_puts(list, list->len > 0 ? " || " : "");
	list_put(list, doc->text.data + m->span.start, m->span.end - m->span.start);
	snprintf(line, sizeof(line), " | %s | %s | %s | %s",
			 m->known ? day_text(m->from, from) : "?",
			 !m->known ? "?" : m->from == m->to ? "=" : day_text(m->to, to),
			 granularities[m->granularity], kinds[m->kind]);
	list_puts(list, line);
}

static bool
row_holds(const char *reference, const char *text, const char *want)
{
	Dated		d;
	Listed		got = {"", 0};
	bool		good;

	find(&d, text, read_day(reference), "");
	for (uint32_t i = 0; i < d.doc.dates.n; i++)
		list_date(&got, &d.doc, &d.doc.dates.at[i]);
	done(&d);
	if (got.len == 0)
		list_puts(&got, "-");
	good = strcmp(got.text, want) == 0;
	if (!good)
		print_error("%s %s\n  want: %s\n  got:  %s\n", reference, text, want, got.text);
	return good;
}

/* A table of sentences stands beside this file. */
static FILE *
open_table(const char *name)
{
	char		path[1024];
	const char *slash = strrchr(__FILE__, '/');
	int			dir = slash == NULL ? 0 : (int) (slash - __FILE__ + 1);

	snprintf(path, sizeof(path), "%.*s%s", dir, __FILE__, name);
	return fopen(path, "r");
}

/* Runs a table; says how many of its rows fail. */
static int
run_table(const char *name, int *rows, int *traps)
{
	FILE	   *f = open_table(name);
	char		line[4096];
	int			bad = 0;

	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));	/* the header */
	while (fgets(line, sizeof(line), f) != NULL)
	{
		char	   *text = strchr(line, '\t');
		char	   *want = text == NULL ? NULL : strchr(text + 1, '\t');

		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || want == NULL)
			continue;
		*text++ = *want++ = '\0';
		++*rows;
		*traps += strcmp(want, "-") == 0;
		bad += !row_holds(line, text, want);
	}
	fclose(f);
	return bad;
}

static void
every_sentence_of_the_tables_gives_its_dates(void **state)
{
	static const char *const tables[] = {
		"dates.tsv", "dates_first.tsv", "dates_second.tsv"
	};
	int			rows = 0;
	int			traps = 0;
	int			bad = 0;

	(void) state;
	for (size_t i = 0; i < LEN(tables); i++)
		bad += run_table(tables[i], &rows, &traps);
	assert_true(rows >= 400 && traps * 4 >= rows);
	assert_int_equal(bad, 0);
}

/* --------------------------------------------------------------------- values */

static void
values_are_written_as_edtf(void **state)
{
	static const Row rows[] = {
		{"Принят 5 мая 2022 года.", "2022-05-05"},
		{"Принят в мае 2022 года.", "2022-05"},
		{"Принят в 2022 году.", "2022"},
		{"Рост в 90-е годы.", "199X"},
		{"Рост в XX веке.", "1901/2000"},
		{"Весной 2022 года.", "2022-21"},
		{"Зимой 2022 года.", "2021-24"},
		{"В III квартале 2022 года.", "2022-35"},
		{"Во втором полугодии 2022 года.", "2022-41"},
		{"На прошлой неделе.", "2024-05-06/2024-05-12"},
		{"В 2018–2020 годах.", "2018/2020"},
		{"В январе–марте 2024 года.", "2024-01/2024-03"},
		{"С 5 мая по 7 июня 2023 года.", "2023-05-05/2023-06-07"},
		{"С 2023 года.", "2023/.."},
		{"С мая 2023 года.", "2023-05/.."},
		{"До 2030 года.", "../2030-12-31"},
		{"В первой половине марта 2024 года.", "2024-03-01/2024-03-15"},
		{"В 862 году.", "0862"},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		Dated		d;

		find(&d, rows[i].text, tb_day_of(2024, 5, 15), "");
		assert_int_equal(d.doc.dates.n, 1);
		assert_string_equal(d.doc.dates.at[0].edtf, rows[i].want);
		done(&d);
	}
}

static void
start_middle_and_end_are_modifiers_of_the_whole_unit(void **state)
{
	static const struct
	{
		const char *text;
		TbDateModifier modifier;
	}			rows[] = {
		{"В начале 2023 года.", TB_DM_START}, {"В середине мая.", TB_DM_MID},
		{"К концу года.", TB_DM_END}, {"В первых числах мая.", TB_DM_START},
		{"В мае 2023 года.", TB_DM_NONE}, {"До конца мая.", TB_DM_NONE}
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		Dated		d;

		find(&d, rows[i].text, tb_day_of(2024, 5, 15), "");
		assert_int_equal(d.doc.dates.n, 1);
		assert_int_equal(d.doc.dates.at[0].modifier, rows[i].modifier);
		done(&d);
	}
}

static void
open_periods_remember_the_unit_they_name(void **state)
{
	Dated		d;
	const TbDate *m;

	(void) state;
	find(&d, "Работы завершат до 2050 года.", tb_day_of(2024, 5, 15), "");
	m = &d.doc.dates.at[0];
	assert_int_equal(m->from, TB_NO_DAY);
	assert_int_equal(m->to, tb_day_of(2050, 12, 31));
	assert_int_equal(m->named_from, tb_day_of(2050, 1, 1));
	assert_int_equal(m->named_to, tb_day_of(2050, 12, 31));
	done(&d);
}

static void
holidays_depend_on_the_country_and_the_year(void **state)
{
	static const struct
	{
		const char *country;
		const char *text;
		int			year,
					month,
					day;
	}			rows[] = {
		{"", "День Конституции 2023 года.", 2023, 8, 30},
		{"kz", "День Конституции 2027 года.", 2027, 3, 15},
		{"ru", "День Конституции 2023 года.", 2023, 12, 12},
		{"kg", "День Конституции 2023 года.", 2023, 5, 5},
		{"ru", "День защитника Отечества 2023 года.", 2023, 2, 23},
		{"kz", "День защитника Отечества 2023 года.", 2023, 5, 7},
		{"ru", "День Победы 2023 года.", 2023, 5, 9},
		{"uz", "День независимости 2023 года.", 2023, 9, 1},
		{"kz", "День Республики 2023 года.", 2023, 10, 25},
	};
	Dated		d;

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		find(&d, rows[i].text, tb_day_of(2024, 5, 15), rows[i].country);
		assert_int_equal(d.doc.dates.n, 1);
		assert_int_equal(d.doc.dates.at[0].from,
						 tb_day_of(rows[i].year, rows[i].month, rows[i].day));
		done(&d);
	}
	/* between 2009 and 2021 there was no such day */
	find(&d, "День Республики 2015 года.", tb_day_of(2024, 5, 15), "kz");
	assert_int_equal(d.doc.dates.n, 0);
	done(&d);
}

/* ------------------------------------------------------------------- counting */

/* Wrong answers for one day: does its unit hold it, and the next one follow? */
static int
wrong_unit(int32_t day, TbCalendarUnit unit)
{
	int32_t		from;
	int32_t		to;
	int32_t		next_from;
	int32_t		next_to;

	return !tb_date_shift(day, unit, 0, &from, &to) || from > day || to < day ||
		!tb_date_shift(day, unit, 1, &next_from, &next_to) || next_from != to + 1 ||
		!tb_date_shift(to + 1, unit, -1, &next_from, &next_to) || next_from != from ||
		next_to != to;
}

static void
units_of_every_day_hold_it_and_follow_each_other(void **state)
{
	int32_t		monday = tb_day_of(2, 1, 1) - (tb_weekday_of(tb_day_of(2, 1, 1)) - 1);
	int			wrong = 0;

	(void) state;
	/* weeks: counted by sevens from one Monday on */
	for (int32_t day = tb_day_of(2, 1, 1); day <= tb_day_of(9998, 12, 31); day++)
	{
		int32_t		from;
		int32_t		to;

		if (day == monday + 7)
			monday = day;
		wrong += !tb_date_shift(day, TB_CU_WEEK, 0, &from, &to) || from != monday ||
			to != monday + 6;
	}
	/* the larger ones: over two cycles of 400 years and at both ends */
	for (int32_t day = tb_day_of(1901, 1, 1); day <= tb_day_of(2700, 12, 31); day++)
		for (int unit = TB_CU_MONTH; unit <= TB_CU_CENTURY; unit++)
			wrong += wrong_unit(day, (TbCalendarUnit) unit);
	for (int unit = TB_CU_MONTH; unit <= TB_CU_YEAR; unit++)
		for (int32_t k = 0; k < 800; k++)
		{
			wrong += wrong_unit(tb_day_of(2, 1, 1) + k, (TbCalendarUnit) unit);
			wrong += wrong_unit(tb_day_of(9998, 12, 31) - k, (TbCalendarUnit) unit);
		}
	assert_int_equal(wrong, 0);
}

/* ------------------------------------------------------------------- datelines */

static void
the_dateline_is_found_where_sites_print_it(void **state)
{
	static const Row rows[] = {
		{"\n\nСенат обсудил бюджет\n\n12.05.2024 1045\n\nДепутаты собрались.", "2024-05-12"},
		{" date 2024-05-12 Депутаты собрались на заседание палаты.", "2024-05-12"},
		{"Новости\n\n12 мая 2024, 14:35 | 712\n\nДепутаты собрались.", "2024-05-12"},
		{"Дата публикации: 12/05/2024 | 640\n\nДепутаты собрались.", "2024-05-12"},
		{"АСТАНА, 12 мая 2024 года. Депутаты собрались на заседание.", "2024-05-12"},
		{"Воскресенье, 12 мая 2024 года\n\nДепутаты собрались.", "2024-05-12"},
		{"Депутаты собрались.\n\n(Пресс-служба Сената) 12.05.2024, просмотров 438", "2024-05-12"},
		{"12.05.24 17:48 МСК\n\nДепутаты собрались.", "2024-05-12"},
		{"09:30, 12 Май 2024 | GMT +5\nДепутаты собрались.", "2024-05-12"},
		{"12-май, 2024   09:30\n\nДепутаты собрались.", "2024-05-12"},
		{"Май 12, 2024\nДепутаты собрались.", "2024-05-12"},
		{"Общество | 12 мая 2024 г. | Читать на казахском языке\nДепутаты собрались.", "2024-05-12"},
		{"Тараз. 12 мая 2024 года. АГЕНТСТВО – Депутаты собрались.", "2024-05-12"},
		{"НУР-СУЛТАН, 12 мая 2024 года – Депутаты собрались.", "2024-05-12"},
		{"12 мая 2024 года, Астана. Депутаты собрались на заседание.", "2024-05-12"},
		{"/АСТАНА, 12 МАЯ 2024 ГОДА/ Депутаты собрались.", "2024-05-12"},
		{"Обновлено: 13.05.2024 10:00\nОпубликовано: 12.05.2024 14:35\nДепутаты собрались.", "2024-05-12"},
		{"Обновлено: 12.05.2024 10:00\nДепутаты собрались.", "2024-05-12"},
		{"Встреча 11 мая 2024 года\n\n12.05.2024, 14:35\n\nДепутаты собрались.", "2024-05-12"},
		{"Астана, 12 мая. Депутаты собрались.", "*"},
		{"Опубликовано 2 часа назад\nДепутаты собрались.", "*"},
		{"Депутаты собрались 12 мая 2024 года на заседание и приняли закон.", "*"},
		{"Напомним, 12 мая 2024 года прошло заседание, на нём принят закон.", "*"},
		{"Депутаты собрались.", "*"},
		{"Поручено:\n— до 12.05.2024 утвердить перечень;\n— к 12.06.2024 отчитаться.", "*"},
		{"", "*"},
	};
	char		buf[16];

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		Dated		d;

		open_text(&d, rows[i].text, strlen(rows[i].text));
		assert_int_equal(tb_date_find_reference(&d.doc), TB_OK);
		assert_string_equal(day_text(d.doc.reference, buf), rows[i].want);
		assert_false(d.doc.reference_is_month);
		done(&d);
	}
}

static void
a_month_as_dateline_settles_months_and_years_but_no_days(void **state)
{
	static const char text[] = " date 2024-01 Вчера и в прошлом месяце говорили о планах на 2024 год.";
	Dated		d;

	(void) state;
	open_text(&d, text, strlen(text));
	assert_int_equal(tb_date_find_reference(&d.doc), TB_OK);
	assert_true(d.doc.reference_is_month);
	assert_int_equal(d.doc.reference, tb_day_of(2024, 1, 1));
	assert_int_equal(tb_date_find(&d.doc), TB_OK);
	assert_int_equal(d.doc.dates.n, 4);
	assert_false(d.doc.dates.at[1].known);	/* вчера */
	assert_null(d.doc.dates.at[1].edtf);
	assert_int_equal(d.doc.dates.at[2].from, tb_day_of(2023, 12, 1));
	assert_int_equal(d.doc.dates.at[3].from, tb_day_of(2024, 1, 1));
	done(&d);
}

/* --------------------------------------------------------------- hostile texts */

static const char *const shreds[] = {
	"5", "31", "2024", "02", "99999", "12345678901234567890", ".", "-", "–", "/",
	",", "«", "»", "(", ")", ":", "с", "по", "до", "к", "после", "не", "позднее",
	"мая", "марте", "январь", "29 февраля", "года", "году", "г.", "гг.", "лет",
	"XX", "IV", "века", "квартал", "первой", "половине", "двадцать", "пятого",
	"тысяча", "вчера", "накануне", "прошлый", "этот", "же", "следующий", "день",
	"неделе", "назад", "через", "полтора", "в", "на", "за", "и", "День Победы",
	"Наурыз", "среду", "выходные", "весной", "90-х", "т.г.", "начале", "конца",
	"спустя", "1 год", "2 месяца", "ежегодно", "первое", "воскресенье", "выпадает на",
	"6-май", "3 (15)", "дня", "последний", "аналогичный", "период", "до н.э.", "\n\n", "прошёл", "состоится", "\xD0", "\xCC\x81"
};

static void
random_shreds_give_ordered_mentions_inside_the_text(void **state)
{
	static const int32_t references[] = {TB_NO_DAY, -719162, 2932896, 19782, 0};
	uint64_t	seed = 42;

	(void) state;
	for (int round = 0; round < 4000; round++)
	{
		char		text[2048];
		size_t		len = 0;
		uint32_t	last = 0;
		Dated		d;

		for (uint32_t n = random_below(&seed, 30); n > 0; n--)
			len += (size_t) sprintf(text + len, "%s%s", shreds[random_below(&seed, LEN(shreds))],
									random_below(&seed, 4) ? " " : "");
		open_text(&d, text, len);
		d.doc.reference = references[random_below(&seed, LEN(references))];
		assert_int_equal(tb_date_find(&d.doc), TB_OK);
		for (uint32_t i = 0; i < d.doc.dates.n; i++)
		{
			const TbDate *m = &d.doc.dates.at[i];

			assert_true(m->span.start >= last && m->span.end > m->span.start);
			assert_true(m->span.end <= d.doc.text.len && m->end > m->first);
			assert_true(!m->known || m->edtf != NULL);
			assert_true(!m->known || m->from != TB_NO_DAY || m->to != TB_NO_DAY);
			assert_true(m->from == TB_NO_DAY || m->to == TB_NO_DAY || m->from <= m->to);
			last = m->span.end;
		}
		done(&d);
	}
}

static void
numbers_out_of_all_bounds_are_no_dates(void **state)
{
	static const char *const texts[] = {
		"Через 99999 лет.", "99999 лет назад.", "В 0 году.", "В 0000 году.",
		"00.00.0000", "31.12.0000", "После 31 декабря 9999 года.", "После 9999 года.",
		"Через 4000000000 дней.", "40 век.", "32.01.2020", "29.02.2023"
	};
	char		digits[1001];
	Dated		d;

	(void) state;
	for (size_t i = 0; i < LEN(texts); i++)
	{
		find(&d, texts[i], tb_day_of(2024, 5, 15), "");
		if (d.doc.dates.n != 0)
			print_error("%s\n", texts[i]);
		assert_int_equal(d.doc.dates.n, 0);
		done(&d);
	}
	memset(digits, '9', 1000);
	digits[1000] = '\0';
	find(&d, digits, tb_day_of(2024, 5, 15), "");
	assert_int_equal(d.doc.dates.n, 0);
	done(&d);
}

static void
a_refusing_allocator_gives_no_memory_and_no_leak(void **state)
{
	static const char text[] = "5 мая прошёл форум, 7 мая пройдёт съезд, а вчера был дождь.";

	(void) state;
	for (int refuse = 1; refuse < 6; refuse++)
	{
		Miser		miser;
		TbArena		arena;
		TbDocument	doc = {.lex = lexicon(),.country = "",.reference = 19782};
		TbStatus	status;

		miser_arena(&arena, &miser, refuse);
		doc.arena = &arena;
		status = tb_text_open(&doc.text, text, strlen(text), lexicon(), &arena);
		if (status == TB_OK)
			status = tb_date_find(&doc);
		assert_true(status == TB_NO_MEMORY || miser.calls < refuse);
		tb_arena_reset(&arena);
		assert_int_equal(miser.taken, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sentence_of_the_tables_gives_its_dates),
		cmocka_unit_test(values_are_written_as_edtf),
		cmocka_unit_test(start_middle_and_end_are_modifiers_of_the_whole_unit),
		cmocka_unit_test(open_periods_remember_the_unit_they_name),
		cmocka_unit_test(holidays_depend_on_the_country_and_the_year),
		cmocka_unit_test(units_of_every_day_hold_it_and_follow_each_other),
		cmocka_unit_test(the_dateline_is_found_where_sites_print_it),
		cmocka_unit_test(a_month_as_dateline_settles_months_and_years_but_no_days),
		cmocka_unit_test(random_shreds_give_ordered_mentions_inside_the_text),
		cmocka_unit_test(numbers_out_of_all_bounds_are_no_dates),
		cmocka_unit_test(a_refusing_allocator_gives_no_memory_and_no_leak),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
