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

/* Who heads a place that is not said heads the one that the text speaks of. */
static void
heads_of_places_lean_on_the_text(void **state)
{
	static const Row ru[] = {
		{"В Оренбуржье паводок, Орск затоплен. Губернатор Денис Серов приехал. Мэр Иван Беков молчал.",
		"Губернатор > Губернатор Оренбургской области > ru/orenburg-region/governor/ | "
		"Мэр > Мэр города Орск > ru/orenburg-region/orsk/mayor/"},
		/* two alike */
		{"Омская область и Томская область готовы. Губернатор Денис Серов приехал.",
		"Губернатор > Губернатор > ru/governor/"},
		/* an аким heads what is Kazakhstan's */
		{"В Оренбурге вода. В соседнем Актюбинске, по словам акима области Асхата Серова, сухо.",
		"акима области > Аким Актюбинской области > kz/aktobe-region/akim/"},
	};
	static const Row kz[] = {
		{"Казахстанскую делегацию возглавил министр энергетики Иван Серов, узбекскую – министр энергетики "
		"Шавкат Беков. «Да», — сказал глава казахстанского ведомства.",
		"министр энергетики > Министр энергетики > kz/min-energy/minister/ | "
		"министр энергетики > Министр энергетики Узбекистана > uz/min-energy/minister/ | "
		"глава казахстанского ведомства > Министр энергетики > kz/min-energy/minister/"},
		{"В Семее строят мост. Семей ждёт. Нужна дорога на Павлодар.\n\nАким города уехал.",
		"Аким города > Аким города Семей > kz/abai-region/semey/akim/"},
		{"Астана растёт. Аким столицы Женис Серов рад. В Астане тихо, сказал аким Шымкента Иван Беков.\n\nАким уехал.",
		"Аким столицы > Аким города Астана > kz/astana/akim/ | аким Шымкента > Аким города Шымкент > kz/shymkent/akim/ | "
		"Аким > Аким города Астана > kz/astana/akim/"},
		{"Глава грузинского правительства приехал. Сам Шах молчал.",
		"Глава грузинского правительства > Премьер-министр Грузии > ge/pm/"},
		{"Раис Хабибуллин и Эмир Баширов молчали.", ""},
		{"Раис Рустам Минниханов молчал.", "Раис > Раис > kz/rais/"},
	};

	(void) state;
	check_rows(ru, LEN(ru), "ru", tb_day_of(2024, 5, 5), list_titles);
	check_rows(kz, LEN(kz), "kz", tb_day_of(2024, 5, 5), list_titles);
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
		{"Аким Абайской области молчит. Аким района Иван Ким рад.",
			"Аким Абайской области > Аким области Абай > kz/abai-region/akim/ | "
		"Аким района > Аким района > kz/akim/"},
		{"Аким сельского округа Даулет Омаров рад. Аким области Иван Ким молчит. Жители сельского округа Даулет ждут.",
			"Аким сельского округа > Аким сельского округа > kz/akim/ | "
		"Аким области > Аким области > kz/akim/"},
		{"Прокуратура Актюбинской области рада. Аким Хромтауского района молчит. Глава региона ждёт.",
			"Аким Хромтауского района > Аким Хромтауского района > * | "
		"Глава региона > Аким Актюбинской области > kz/aktobe-region/akim/"},
		{"Депутат Мажилиса\nчлен фракции Нурсултан Ким", "Депутат Мажилиса > депутат Мажилиса > kz/mazhilis/deputy/ | член фракции > * > *"},
		{"Мажилис собрался. Директор палаты Иван Серов ушёл.", "Директор палаты > Директор > kz/director/"},
		{"Суверенитет государства — члена ЕС нарушен, сказал член Еврокомиссии.",
		"член Еврокомиссии > Еврокомиссар > european-commission/commissioner/"},
	};
	static const Row ru[] = {
		{"Об этом сообщил Минздрав. Замглавы ведомства промолчал.",
		"Замглавы ведомства > Заместитель министра здравоохранения > ru/min-health/deputy-minister/"},
		{"Госдума ждёт. Парламент Молдавии принял закон, рада вице-спикер Дойна Герман.\n\nСпикер молчит.",
			"вице-спикер > Вице-спикер парламента > md/parliament/deputy-chair/ | "
		"Спикер > Председатель Государственной Думы > ru/duma/chair/"},
		{"Госдума ждёт спикера парламента Молдавии. Депутаты спорят.",
			"спикера парламента Молдавии > * > md/parliament/chair/ | "
		"Депутаты > депутат Государственной Думы > ru/duma/deputy/"},
		{"В Псковской области снег. Вице-губернатор Анна Ким рада.",
		"Вице-губернатор > Вице-губернатор Псковской области > ru/pskov-region/deputy-governor/"},
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
		cmocka_unit_test(heads_of_places_lean_on_the_text),
		cmocka_unit_test(unlisted_domains_are_kept_as_written),
		cmocka_unit_test(bare_members_and_chairs_lean_on_what_was_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
