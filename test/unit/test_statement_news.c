/*
 * test_statement_news.c
 *	  What is said in news, where typography and grammar are loose: flashes,
 *	  digests, transcripts, reportage; statements.h describes the rows.
 */
#include "statements.h"

/* ----------------------------------------------------------------- lines */

static void
a_line_may_open_with_its_speaker(void **state)
{
	static const Row rows[] = {
		{"АКТАУ. Минфин: долг сократится к весне",
		"долг сократится к весне > Минфин > i"},
		{"14:30  Прокурор: следствие продлено до марта\n14:40  Мост через реку открыт\n"
			"14:50  Как провести выходные с пользой",
		"следствие продлено до марта > прокурор > i"},
		{"Ерлан Сагадиев о паводке: к пику мы готовы\n\nАким провёл приём.",
		"к пику мы готовы > Ерлан Сагадиев > i"},
		{"Фото: Ерлан Сагадиев\n\nАким области: 1. Дамба. 2. Мост.", ""},
	};

	(void) state;
	check_statements(rows);
}

static void
a_line_may_end_with_its_speaker(void **state)
{
	static const Row rows[] = {
		{"АКТАУ. Порт откроют к вечеру – Ольга Климова",
		"Порт откроют к вечеру > Ольга Климова > i"},
		{"🔹 «Снег уберут до утра» — глава управления Ерлан Сагадиев 💪",
		"Снег уберут до утра > Ерлан Сагадиев > d"},
		{"«Мы не море, мы река» – аким Ерлан Сагадиев",
		"Мы не море, мы река > Ерлан Сагадиев > d"},
		{"На смену ему пришёл новый аким – Ерлан Сагадиев\n\nНовый аким – Ерлан Сагадиев", ""},
	};

	(void) state;
	check_statements(rows);
}

static void
transcripts_are_told_by_their_labels(void **state)
{
	static const Row rows[] = {
		{"ВЕДУЩИЙ: Добрый вечер. Сегодня у нас эколог Ольга Климова.\n\n"
			"КЛИМОВА: Добрый вечер.\n\nВЕДУЩИЙ: Что с рекой?\n\n"
			"КЛИМОВА (улыбается): Течёт. (Смех.) Пока течёт.\n\nЗРИТЕЛЬ (из зала): Верно!",
			"Добрый вечер. > Ольга Климова > d | Течёт. + Пока течёт. > Ольга Климова > d | "
		"Верно! > Зритель > d"},
		{"САГАДИЕВ Е.М. Коллеги, проект готов.\n\nОн обсуждался дважды.\n\n"
			"КЛИМОВА О.П. Кто считал расходы?\n\nСАГАДИЕВ Е.М. Министерство.",
			"Коллеги, проект готов.  Он обсуждался дважды. > Е. М. Сагадиев > d | "
		"Кто считал расходы? > О. П. Климова > d | Министерство. > Е. М. Сагадиев > d"},
		{"Мы говорим с экологом Ольгой Климовой.\n\nВопрос: Что с рекой?\n\nОтвет: Она мелеет.",
		"Она мелеет. > Ольга Климова > d"},
	};

	(void) state;
	check_statements(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_may_open_with_its_speaker),
		cmocka_unit_test(a_line_may_end_with_its_speaker),
		cmocka_unit_test(transcripts_are_told_by_their_labels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
