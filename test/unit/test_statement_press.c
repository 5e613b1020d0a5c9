/*
 * test_statement_press.c
 *	  Statements as newspapers and sites print them: with circumstances, in one
 *	  line, by numbers of sources, by what was given out.
 */
#include "statements.h"

static void
circumstances_stand_before_the_verb(void **state)
{
	static const Row rows[] = {
		{"«Мы рады вашему приезду», — с гордостью сказала Анна Белова.",
		"Мы рады вашему приезду > Анна Белова > d"},
		{"«Дорогу не чинили два года», — не без иронии заметил Иван Ким.",
		"Дорогу не чинили два года > Иван Ким > d"},
		{"«Я всё видела своими глазами», — дрожащим голосом сказала Анна Белова.",
		"Я всё видела своими глазами > Анна Белова > d"},
		{"«Уходите все отсюда», — вполголоса сказал Иван Ким.",
		"Уходите все отсюда > Иван Ким > d"},
		/* a subject is no circumstance */
		{"Фильм «Мы рады вам» — с улыбкой о войне.", ""},
	};

	(void) state;
	check_statements(rows);
}

static void
a_dash_behind_a_colon_opens_speech(void **state)
{
	static const Row rows[] = {
		{"Депутат Иван Ким раскритиковал ремонт: – Асфальт сняли в мае. Люди едут по щебню!",
		"Асфальт сняли в мае. Люди едут по щебню! > Иван Ким > d"},
		{"Порядок работы: – Утвердить план. – Отчитаться.", ""},
	};

	(void) state;
	check_statements(rows);
}

static void
numbers_of_sources_speak(void **state)
{
	static const Row rows[] = {
		{"Переговоры завершились ничем, рассказали агентству два источника.",
		"Переговоры завершились ничем > Два источника > i"},
		{"Несколько депутатов заявили, что не придут.", "не придут > Несколько депутатов > i"},
		{"Он вернулся через два года. Два года говорят, что мост готов.", "мост готов > ? > i"},
	};

	(void) state;
	check_statements(rows);
}

static void
what_is_given_out_is_speech(void **state)
{
	static const Row rows[] = {
		{"МИД Турции опубликовал заявление: «Мы выступаем против этих шагов».",
		"Мы выступаем против этих шагов > МИД Турции > d"},
		{"Актриса Анна Белова разместила пост: «Прощай, театр».", "Прощай, театр > Анна Белова > d"},
		{"Суд вынес решение: «Отказать в удовлетворении иска».", ""},
	};

	(void) state;
	check_statements(rows);
}

static void
who_expects_has_an_opinion(void **state)
{
	static const Row rows[] = {
		{"К концу года цены вернутся к прежним, ожидает Иван Ким.",
		"К концу года цены вернутся к прежним > Иван Ким > i"},
		{"Иван Ким ожидает гостей. Нас ожидает зима.", ""},
	};

	(void) state;
	check_statements(rows);
}

/* A body's bare noun, a colleague by his country, a deputy who is no woman. */
static void
nouns_mean_whom_the_text_knows(void **state)
{
	static const Row rows[] = {
		{"Депутаты Мажилиса заслушали министра транспорта Ивана Кима. По данным ведомства, дороги готовы.",
		"дороги готовы > Министерство транспорта > i"},
		{"Министр энергетики Казахстана Иван Ким приехал к министру энергетики Узбекистана Шавкату Бекову. "
		"Его узбекский коллега отметил, что канал готов.",
		"канал готов > Шавкат Беков > i"},
		{"Выступила начальник управления Анна Белова. – Мы третий год слышим одно и то же! – возмутился депутат.",
		"Мы третий год слышим одно и то же! > депутат > d"},
		{"Он рассказал о сетях 1980-х. По словам Ивана Кима, пора их менять.",
		"о сетях 1980-х > ? > it | пора их менять > Иван Ким > i"},
	};

	(void) state;
	check_statements(rows);
}

/* What stands between a verb and its «что», and ranks between a post and its name. */
static void
fillers_and_ranks_hide_nobody(void **state)
{
	static const Row rows[] = {
		{"Депутат Нурлан Сеитов отметил вместе с тем, что мост готов. Он сказал при этом, что дамба слаба.",
		"мост готов > Нурлан Сеитов > i | дамба слаба > Нурлан Сеитов > i"},
		{"Как рассказал руководитель экспедиции, доктор исторических наук Бекен Нуров, раскопки продолжатся.",
		"раскопки продолжатся > Бекен Нуров > i"},
		{"Раскопки продолжатся, рассказал директор института, академик НАН РК, доктор наук Бекен Нуров.",
		"Раскопки продолжатся > Бекен Нуров > i"},
	};

	(void) state;
	check_statements(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(circumstances_stand_before_the_verb),
		cmocka_unit_test(a_dash_behind_a_colon_opens_speech),
		cmocka_unit_test(numbers_of_sources_speak),
		cmocka_unit_test(what_is_given_out_is_speech),
		cmocka_unit_test(who_expects_has_an_opinion),
		cmocka_unit_test(nouns_mean_whom_the_text_knows),
		cmocka_unit_test(fillers_and_ranks_hide_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
