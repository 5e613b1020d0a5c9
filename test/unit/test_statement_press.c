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

/* All of a list speak; a clause stands before the verb, and one behind its colon. */
static void
lists_speak_together(void **state)
{
	static const Row rows[] = {
		{"Алишер Беков, Ернур Сатов и Султанбек Ким попросили закрыть вопрос.",
		"закрыть вопрос > Алишер Беков, Ернур Сатов, Султанбек Ким > iv"},
		{"«Да», – сказали Иван Ким, Олег Серов и Анна Белова.",
		"Да > Иван Ким, Олег Серов, Анна Белова > d"},
		{"По словам пресс-секретаря Владимира Путина Дмитрия Пескова, рано.", "рано > Дмитрий Песков > i"},
		{"В областном управлении сообщили, что ищут. В городском отделе сообщили, что ждут.",
		"ищут > Областное управление > i | ждут > Городской отдел > i"},
		{"Как отметил Иван Ким, Алишер Беков и Олег Серов уехали.",
		"Алишер Беков и Олег Серов уехали > Иван Ким > i"},
		{"Мост обещали давно, вспоминает учитель Иван Ким: тогда приезжал аким.",
		"Мост обещали давно + тогда приезжал аким > Иван Ким > i"},
		{"Когда мост рухнул, рассказывает Иван Ким, было темно: фонари не горели.",
		"Когда мост рухнул + было темно: фонари не горели > Иван Ким > i"},
		{"Депутат Иван Ким призвал жителей выйти на улицы. МИД призвал стороны к диалогу.",
		"выйти на улицы > Иван Ким > iv | к диалогу > МИД > iv"},
		{"Судили экс-акима Рустама А. Прокурор Данияр Ким молчит. Экс-чиновник вину признал. Он попросил прощения, заметив, что «не брал».",
		"не брал > Рустам А. > m"},
		{"Аким поручил до 18:00 завершить работы.", "завершить работы > Аким > iv"},
		{"МИД Бразилии выразил надежду на мирный переход власти, госдепартамент США молчит.",
		"мирный переход власти > МИД Бразилии > it"},
	};

	(void) state;
	check_statements(rows);
}

/* A deputy without a name is the man who has just been named. */
static void
a_bare_deputy_is_who_was_named_last(void **state)
{
	static const Row rows[] = {
		{"С докладом выступила сенатор Анна Белова.\n\nНуртуре Жусип обратился с просьбой. Депутат напомнил: срок вышел.",
		"срок вышел > Нуртуре Жусип > i"},
		{"Выступила сенатор Анна Белова. Депутат напомнила: срок вышел.",
		"срок вышел > Анна Белова > i"},
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
		cmocka_unit_test(lists_speak_together),
		cmocka_unit_test(a_bare_deputy_is_who_was_named_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
