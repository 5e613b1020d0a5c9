/*
 * test_title_lean.c
 *	  What titles that say little lean on: a man, a bench, who was named before.
 */
#include "helpers.h"

/* A bare office is of the country whose registry has the man beside it. */
static void
a_holder_tells_his_country(void **state)
{
	static const Row rows[] = {
		{"Президент Хурэлсух прилетел в Астану.", "Президент > Президент Монголии > mn/president/"},
		{"Президент Александр Вучич ответил.", "Президент > Президент Сербии > rs/president/"},
		{"Президент Сергей Вучич ответил.", "Президент > Президент Республики Казахстан > kz/president/"},
		{"Президент Сериков ответил.", "Президент > Президент Республики Казахстан > kz/president/"},
	};

	(void) state;
	check_rows(rows, LEN(rows), "kz", tb_day_of(2024, 5, 5), list_titles);
}

/* A minister's domain that no list has runs through genitives without an ending. */
static void
unlisted_domains_are_kept_as_written(void **state)
{
	static const Row rows[] = {
		{"Министр дорог и портов Ирана прибыл.", "Министр дорог и портов Ирана > Министр дорог и портов Ирана > ir/minister/"},
		{"Министр спорта, туризма и ремёсел Бутана молчал.",
		"Министр спорта, туризма и ремёсел Бутана > Министр спорта, туризма и ремёсел Бутана > bt/minister/"},
		{"Министр по вопросам беженцев Пакистана молчал.",
		"Министр по вопросам беженцев Пакистана > Министр по вопросам беженцев Пакистана > pk/minister/"},
		{"Министр час ждал вопроса.", "Министр > министр > kz/minister/"},
	};

	(void) state;
	check_rows(rows, LEN(rows), "kz", tb_day_of(2024, 5, 5), list_titles);
}

/* A judge is of the court that was named, a chair the one named before. */
static void
bare_members_and_chairs_lean_on_what_was_named(void **state)
{
	static const Row kz[] = {
		{"Конституционный Суд собрался. Выступил судья Иван Серов.",
		"судья > судья Конституционного Суда > kz/constitutional-court/judge/"},
		{"Районный суд вынес приговор. Судья ушёл.", "Судья > судья > kz/judge/"},
		{"Матч окончен. Судья Иван Серов ушёл.", ""},
		{"Председатель Сената выступил. Как отметил председатель, пора. Председатель жюри ушёл.",
		"Председатель Сената > Председатель Сената > kz/senate/chair/ | "
		"председатель > Председатель Сената > kz/senate/chair/"},
		{"Как отметил председатель, пора.", ""},
		{"Собрался маслихат. Вёл сессию её председатель Сайлау Серов.",
		"председатель > Председатель маслихата > kz/maslikhat/chair/"},
		{"Собрался маслихат. Совхозом правит председатель Иван Серов.", ""},
		{"Мажилис собрался. Директор палаты Иван Серов ушёл.", "Директор палаты > Директор > kz/director/"},
		{"Суверенитет государства — члена ЕС нарушен, сказал член Еврокомиссии.",
		"член Еврокомиссии > Еврокомиссар > european-commission/commissioner/"},
	};
	static const Row ru[] = {
		{"Об этом сообщил Минздрав. Замглавы ведомства промолчал.",
		"Замглавы ведомства > Заместитель министра здравоохранения > ru/min-health/deputy-minister/"},
		{"Замглавы ведомства промолчал.", "Замглавы ведомства > Заместитель министра > ru/deputy-minister/"},
		{"Он говорил с аргентинским президентом.",
		"аргентинским президентом > Президент Аргентины > ar/president/"},
	};

	(void) state;
	check_rows(kz, LEN(kz), "kz", TB_NO_DAY, list_titles);
	check_rows(ru, LEN(ru), "ru", TB_NO_DAY, list_titles);
}

/* A town that no list has is told by its case, before a man's name. */
static void
a_town_may_be_unknown(void **state)
{
	static const Row rows[] = {
		{"Мэр Тарлаки Мария Перес ушла.", "Мэр Тарлаки > Мэр Тарлаки > mayor/"},
		{"Губернатор Верхнего Лимонаса Мария Перес ушла.",
		"Губернатор Верхнего Лимонаса > Губернатор Верхнего Лимонаса > governor/"},
		{"Без мэра Тарлаки Мария не уйдёт.", "мэра > Мэр > mayor/"},
		{"Мэр Сергей Иванов ушёл.", "Мэр > Мэр > mayor/"},
		{"Ушёл директор Инвестиционного банка Иван Серов.",
		"директор Инвестиционного банка > Директор Инвестиционного банка > organisation/director/"},
	};

	(void) state;
	check_rows(rows, LEN(rows), "", TB_NO_DAY, list_titles);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_holder_tells_his_country),
		cmocka_unit_test(a_town_may_be_unknown),
		cmocka_unit_test(unlisted_domains_are_kept_as_written),
		cmocka_unit_test(bare_members_and_chairs_lean_on_what_was_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
