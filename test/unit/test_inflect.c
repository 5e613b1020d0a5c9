/*
 * test_inflect.c
 *	  Names there and back: declension, persons, lemmas, hints.
 *
 * The tables read like a grammar book: a cell as in data/, then its forms.
 * The last tests bend more than 200 surnames and look for each of them among
 * the lemmas of its own forms.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "lex/inflect.h"

#define LEN(array) (sizeof(array) / sizeof((array)[0]))
#define STR(s) ((TbStr) {(s), (uint32_t) strlen(s)})

/* ---- helpers ---- */

/* Genitive, dative, accusative, instrumental, prepositional of a cell. */
typedef struct Paradigm
{
	const char *cell;
	const char *forms[5];
} Paradigm;

static void
parse(const char *cell, TbStr *name, TbNameHints *hints)
{
	const char *wrong = tb_name_parse(STR(cell), name, hints);

	if (wrong != NULL)
		fail_msg("%s: %s", cell, wrong);
}

static void
check_numbered(const Paradigm *rows, size_t n, bool plural)
{
	for (size_t i = 0; i < n; i++)
		for (int kase = 1; kase < TB_NCASES; kase++)
		{
			TbStr		name;
			TbNameHints hints;
			char		out[TB_MAX_FORM];

			parse(rows[i].cell, &name, &hints);
			assert_true(tb_inflect_to(name, &hints, (TbCase) kase, plural, out));
			assert_string_equal(out, rows[i].forms[kase - 1]);
		}
}

#define check_singular(rows) check_numbered(rows, LEN(rows), false)
#define check_plural(rows) check_numbered(rows, LEN(rows), true)

typedef struct Collected
{
	TbForm		at[40];
	int			n;
	int			stop_after;		/* 0: never */
} Collected;

static bool
collect(void *ctx, const char *form, TbGram gram)
{
	Collected  *all = ctx;

	assert_true(all->n < 40);
	for (int i = 0; i < all->n; i++)
		assert_string_not_equal(all->at[i].text, form);
	strcpy(all->at[all->n].text, form);
	all->at[all->n++].gram = gram;
	return all->stop_after == 0 || all->n < all->stop_after;
}

/* Every form of a cell; each spelling must come once. */
static Collected *
forms_of(const char *cell)
{
	static Collected all;
	TbStr		name;
	TbNameHints hints;

	all.n = all.stop_after = 0;
	parse(cell, &name, &hints);
	assert_true(tb_inflect_name(name, &hints, collect, &all));
	return &all;
}

static TbGram
gram_of(const Collected *all, const char *form)
{
	for (int i = 0; i < all->n; i++)
		if (strcmp(all->at[i].text, form) == 0)
			return all->at[i].gram;
	return 0;
}

/* The forms of a cell are exactly these, in any order. */
static void
check_forms(const char *cell, const char *const *forms)
{
	Collected  *all = forms_of(cell);
	int			n = 0;

	for (; forms[n] != NULL; n++)
		if (gram_of(all, forms[n]) == 0)
			fail_msg("%s lacks %s", cell, forms[n]);
	assert_int_equal(all->n, n);
}

#define FORMS(...) ((const char *const[]) {__VA_ARGS__, NULL})

/* A person in genitive, dative and instrumental. */
typedef struct PersonRow
{
	const char *name;
	TbGram		gender;
	const char *gen;
	const char *dat;
	const char *ins;
} PersonRow;

static void
check_person(const char *name, TbGram gender, TbCase kase, const char *want)
{
	char		out[TB_MAX_FORM];

	assert_true(tb_inflect_person(STR(name), gender, kase, out));
	assert_string_equal(out, want);
}

static void
check_person_rows(const PersonRow *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
	{
		check_person(rows[i].name, rows[i].gender, TB_CASE_NOM, rows[i].name);
		check_person(rows[i].name, rows[i].gender, TB_CASE_GEN, rows[i].gen);
		check_person(rows[i].name, rows[i].gender, TB_CASE_DAT, rows[i].dat);
		check_person(rows[i].name, rows[i].gender, TB_CASE_INS, rows[i].ins);
	}
}

#define check_persons(rows) check_person_rows(rows, LEN(rows))

#define MAX_LEMMAS 16

/* The lemma of this text whose gram has all these bits, or NULL. */
static const TbLemma *
find_lemma(const char *word, TbNamePart part, const char *text, TbGram bits)
{
	static TbLemma lemmas[MAX_LEMMAS];
	int			n = tb_inflect_lemmas(STR(word), part, lemmas, MAX_LEMMAS);

	for (int i = 0; i < n; i++)
		if (strcmp(lemmas[i].text, text) == 0 &&
			(lemmas[i].gram & bits) == bits)
			return &lemmas[i];
	return NULL;
}

typedef struct BackRow
{
	const char *word;
	const char *lemma;			/* the first one expected */
	TbGram		gram;			/* bits it must have */
} BackRow;

static void
check_back_rows(const BackRow *rows, size_t n, TbNamePart part)
{
	for (size_t i = 0; i < n; i++)
	{
		TbLemma		lemmas[MAX_LEMMAS];
		int			found = tb_inflect_lemmas(STR(rows[i].word), part, lemmas,
											  MAX_LEMMAS);

		assert_true(found > 0);
		assert_string_equal(lemmas[0].text, rows[i].lemma);
		assert_int_equal(lemmas[0].gram & rows[i].gram, rows[i].gram);
	}
}

#define check_back(rows, part) check_back_rows(rows, LEN(rows), part)

/* ---- nouns ---- */

static void
masculine_places_in_a_consonant_take_hard_endings(void **state)
{
	static const Paradigm rows[] = {
		{"Казахстан", {"Казахстана", "Казахстану", "Казахстан", "Казахстаном", "Казахстане"}},
		{"Шымкент", {"Шымкента", "Шымкенту", "Шымкент", "Шымкентом", "Шымкенте"}},
		{"Байконур", {"Байконура", "Байконуру", "Байконур", "Байконуром", "Байконуре"}},
		{"Таллин", {"Таллина", "Таллину", "Таллин", "Таллином", "Таллине"}},
		{"Бишкек", {"Бишкека", "Бишкеку", "Бишкек", "Бишкеком", "Бишкеке"}},
	};

	(void) state;
	check_singular(rows);
}

static void
masculine_nouns_in_a_soft_sign_and_short_i_take_soft_endings(void **state)
{
	static const Paradigm rows[] = {
		{"Кремль", {"Кремля", "Кремлю", "Кремль", "Кремлём", "Кремле"}},
		{"Алтай", {"Алтая", "Алтаю", "Алтай", "Алтаем", "Алтае"}},
		{"Китай", {"Китая", "Китаю", "Китай", "Китаем", "Китае"}},
		{"Семей {m}", {"Семея", "Семею", "Семей", "Семеем", "Семее"}},
		{"Израиль", {"Израиля", "Израилю", "Израиль", "Израилем", "Израиле"}},
		{"муфтий {an}", {"муфтия", "муфтию", "муфтия", "муфтием", "муфтии"}},
		{"Ханой {m}", {"Ханоя", "Ханою", "Ханой", "Ханоем", "Ханое"}},
	};

	(void) state;
	check_singular(rows);
}

static void
cities_in_ov_and_in_take_om_not_ym(void **state)
{
	static const Paradigm rows[] = {
		{"Киев", {"Киева", "Киеву", "Киев", "Киевом", "Киеве"}},
		{"Ростов", {"Ростова", "Ростову", "Ростов", "Ростовом", "Ростове"}},
		{"Саратов", {"Саратова", "Саратову", "Саратов", "Саратовом", "Саратове"}},
		{"Тихвин", {"Тихвина", "Тихвину", "Тихвин", "Тихвином", "Тихвине"}},
	};

	(void) state;
	check_singular(rows);
}

static void
feminine_places_obey_the_spelling_rules(void **state)
{
	static const Paradigm rows[] = {
		{"Астана", {"Астаны", "Астане", "Астану", "Астаной", "Астане"}},
		{"Караганда", {"Караганды", "Караганде", "Караганду", "Карагандой", "Караганде"}},
		{"Рига", {"Риги", "Риге", "Ригу", "Ригой", "Риге"}},
		{"Россия", {"России", "России", "Россию", "Россией", "России"}},
		{"Корея", {"Кореи", "Корее", "Корею", "Кореей", "Корее"}},
		{"столица", {"столицы", "столице", "столицу", "столицей", "столице"}},
	};

	(void) state;
	check_singular(rows);
}

static void
feminine_nouns_in_a_soft_sign_have_three_forms(void **state)
{
	static const Paradigm rows[] = {
		{"Сибирь {f}", {"Сибири", "Сибири", "Сибирь", "Сибирью", "Сибири"}},
		{"Тверь", {"Твери", "Твери", "Тверь", "Тверью", "Твери"}},
		{"Пермь", {"Перми", "Перми", "Пермь", "Пермью", "Перми"}},
		{"церковь", {"церкви", "церкви", "церковь", "церковью", "церкви"}},
		{"мать {an}", {"матери", "матери", "мать", "матерью", "матери"}},
	};

	(void) state;
	check_singular(rows);
}

static void
neuter_nouns_bend(void **state)
{
	static const Paradigm rows[] = {
		{"министерство", {"министерства", "министерству", "министерство",
			"министерством", "министерстве"}},
		{"море", {"моря", "морю", "море", "морем", "море"}},
		{"собрание", {"собрания", "собранию", "собрание", "собранием", "собрании"}},
		{"Оренбуржье", {"Оренбуржья", "Оренбуржью", "Оренбуржье",
			"Оренбуржьем", "Оренбуржье"}},
		{"училище", {"училища", "училищу", "училище", "училищем", "училище"}},
		{"время", {"времени", "времени", "время", "временем", "времени"}},
	};

	(void) state;
	check_singular(rows);
}

static void
places_in_ovo_bend_or_stay(void **state)
{
	Collected  *all = forms_of("Пулково");

	(void) state;
	assert_int_equal(gram_of(all, "Пулково") & TB_ALL_CASES, TB_ALL_CASES);
	assert_int_equal(gram_of(all, "Пулкове"), TB_PRE);
	assert_int_equal(gram_of(all, "Пулковом"), TB_INS);
	assert_true(gram_of(all, "Пулкова") & TB_GEN);
}

static void
foreign_vowels_do_not_bend(void **state)
{
	static const char *const names[] = {
		"Алматы", "Жетісу", "Баку", "Тбилиси", "Осло", "Токио", "Чили",
		"Атырау {0}", "Улан-Удэ", "Никарагуа", "Сан-Паулу", "бюро", "Чикаго",
	};

	(void) state;
	for (size_t i = 0; i < LEN(names); i++)
		assert_int_equal(forms_of(names[i])->n, 1);
	assert_int_equal(forms_of("Алматы")->at[0].gram, TB_ALL_CASES);
	assert_int_equal(forms_of("вали {0}")->at[0].gram,
					 TB_ALL_CASES | TB_ALL_CASES << TB_PLURAL_SHIFT);
}

static void
acronyms_and_abbreviations_do_not_bend(void **state)
{
	static const char *const names[] = {
		"ВКО {abbr}", "ОАЭ", "США", "КНБ Казахстана", "МВД", "генеральный дир. {0}",
		"Amanat",
	};

	(void) state;
	for (size_t i = 0; i < LEN(names); i++)
		assert_int_equal(forms_of(names[i])->n, 1);
}

static void
plural_names_have_no_singular(void **state)
{
	static const Paradigm rows[] = {
		{"Нидерланды {pl}", {"Нидерландов", "Нидерландам", "Нидерланды",
			"Нидерландами", "Нидерландах"}},
		{"Чебоксары {pl,gen=Чебоксар}", {"Чебоксар", "Чебоксарам", "Чебоксары",
			"Чебоксарами", "Чебоксарах"}},
		{"Черкассы {pl}", {"Черкасс", "Черкассам", "Черкассы", "Черкассами",
			"Черкассах"}},
		{"Гималаи {pl}", {"Гималаев", "Гималаям", "Гималаи", "Гималаями",
			"Гималаях"}},
		{"Химки {pl}", {"Химок", "Химкам", "Химки", "Химками", "Химках"}},
		{"Соединённые Штаты {pl}", {"Соединённых Штатов", "Соединённым Штатам",
			"Соединённые Штаты", "Соединёнными Штатами", "Соединённых Штатах"}},
		{"Мугоджарские горы {pl}", {"Мугоджарских гор", "Мугоджарским горам",
			"Мугоджарские горы", "Мугоджарскими горами", "Мугоджарских горах"}},
	};

	(void) state;
	check_plural(rows);
	check_singular(rows);
	assert_int_equal(gram_of(forms_of("Нидерланды {pl}"), "Нидерланды"),
					 (TB_NOM | TB_ACC) << TB_PLURAL_SHIFT);
}

static void
ec_drops_its_vowel_by_rule(void **state)
{
	static const Paradigm rows[] = {
		{"Череповец", {"Череповца", "Череповцу", "Череповец", "Череповцом", "Череповце"}},
		{"Елец", {"Ельца", "Ельцу", "Елец", "Ельцом", "Ельце"}},
		{"боец {an}", {"бойца", "бойцу", "бойца", "бойцом", "бойце"}},
		{"европеец {an}", {"европейца", "европейцу", "европейца", "европейцем",
			"европейце"}},
		{"казахстанец {an}", {"казахстанца", "казахстанцу", "казахстанца",
			"казахстанцем", "казахстанце"}},
		{"ташкентец {an}", {"ташкентца", "ташкентцу", "ташкентца", "ташкентцем",
			"ташкентце"}},
		{"кузнец {an}", {"кузнеца", "кузнецу", "кузнеца", "кузнецом", "кузнеце"}},
	};

	(void) state;
	check_singular(rows);
}

static void
ok_and_ik_keep_their_vowel_unless_the_genitive_says_otherwise(void **state)
{
	static const Paradigm rows[] = {
		{"советник {an}", {"советника", "советнику", "советника", "советником",
			"советнике"}},
		{"Белосток", {"Белостока", "Белостоку", "Белосток", "Белостоком", "Белостоке"}},
		{"посёлок {gen=посёлка}", {"посёлка", "посёлку", "посёлок", "посёлком",
			"посёлке"}},
	};

	(void) state;
	check_singular(rows);
}

static void
a_given_genitive_changes_the_stem(void **state)
{
	static const Paradigm rows[] = {
		{"Орёл {m,gen=Орла}", {"Орла", "Орлу", "Орёл", "Орлом", "Орле"}},
		{"Египет {m,gen=Египта}", {"Египта", "Египту", "Египет", "Египтом", "Египте"}},
		{"день {m,gen=дня}", {"дня", "дню", "день", "днём", "дне"}},
		{"посол {m,an,gen=посла}", {"посла", "послу", "посла", "послом", "после"}},
		{"Любовь {f,gen=Любови}", {"Любови", "Любови", "Любовь", "Любовью", "Любови"}},
		{"Камень-на-Оби {m,gen=Камня-на-Оби}", {"Камня-на-Оби", "Камню-на-Оби",
			"Камень-на-Оби", "Камнем-на-Оби", "Камне-на-Оби"}},
	};

	(void) state;
	check_singular(rows);
}

static void
stress_decides_between_om_and_em(void **state)
{
	static const Paradigm rows[] = {
		{"врач {an}", {"врача", "врачу", "врача", "врачом", "враче"}},
		{"товарищ {an}", {"товарища", "товарищу", "товарища", "товарищем", "товарище"}},
		{"секретарь {an}", {"секретаря", "секретарю", "секретаря", "секретарём",
			"секретаре"}},
		{"председатель {an}", {"председателя", "председателю", "председателя",
			"председателем", "председателе"}},
		{"судья {an}", {"судьи", "судье", "судью", "судьёй", "судье"}},
		{"омич {an}", {"омича", "омичу", "омича", "омичом", "омиче"}},
		{"месяц", {"месяца", "месяцу", "месяц", "месяцем", "месяце"}},
	};

	(void) state;
	check_singular(rows);
}

static void
plurals_of_common_nouns(void **state)
{
	static const Paradigm rows[] = {
		{"депутат {an}", {"депутатов", "депутатам", "депутатов", "депутатами",
			"депутатах"}},
		{"город", {"городов", "городам", "города", "городами", "городах"}},
		{"учитель {an}", {"учителей", "учителям", "учителей", "учителями", "учителях"}},
		{"врач {an}", {"врачей", "врачам", "врачей", "врачами", "врачах"}},
		{"россиянин {an}", {"россиян", "россиянам", "россиян", "россиянами",
			"россиянах"}},
		{"человек {an}", {"людей", "людям", "людей", "людьми", "людях"}},
		{"область", {"областей", "областям", "области", "областями", "областях"}},
		{"фракция", {"фракций", "фракциям", "фракции", "фракциями", "фракциях"}},
		{"статья", {"статей", "статьям", "статьи", "статьями", "статьях"}},
		{"неделя", {"недель", "неделям", "недели", "неделями", "неделях"}},
		{"палата", {"палат", "палатам", "палаты", "палатами", "палатах"}},
		{"делегатка {an}", {"делегаток", "делегаткам", "делегаток", "делегатками",
			"делегатках"}},
		{"письмо", {"писем", "письмам", "письма", "письмами", "письмах"}},
		{"министерство", {"министерств", "министерствам", "министерства",
			"министерствами", "министерствах"}},
		{"время", {"времён", "временам", "времена", "временами", "временах"}},
	};

	(void) state;
	check_plural(rows);
}

static void
plural_words_of_word_lists_bend_by_their_kind(void **state)
{
	static const Paradigm rows[] = {
		{"аналитики {pl,an}", {"аналитиков", "аналитикам", "аналитиков",
			"аналитиками", "аналитиках"}},
		{"журналистки {pl,an}", {"журналисток", "журналисткам", "журналисток",
			"журналистками", "журналистках"}},
		{"аграрии {pl,an}", {"аграриев", "аграриям", "аграриев", "аграриями",
			"аграриях"}},
		{"судьи {pl,an}", {"судей", "судьям", "судей", "судьями", "судьях"}},
		{"жильцы {pl,an}", {"жильцов", "жильцам", "жильцов", "жильцами", "жильцах"}},
		{"люди {pl,an}", {"людей", "людям", "людей", "людьми", "людях"}},
		{"граждане {pl,an}", {"граждан", "гражданам", "граждан", "гражданами",
			"гражданах"}},
		{"военные {pl,an}", {"военных", "военным", "военных", "военными", "военных"}},
		{"слушания {pl}", {"слушаний", "слушаниям", "слушания", "слушаниями",
			"слушаниях"}},
		{"власти {pl}", {"властей", "властям", "власти", "властями", "властях"}},
	};

	(void) state;
	check_plural(rows);
}

static void
animate_accusative_is_the_genitive(void **state)
{
	Collected  *all = forms_of("депутат {an}");

	(void) state;
	assert_int_equal(gram_of(all, "депутата"), TB_GEN | TB_ACC);
	assert_int_equal(gram_of(all, "депутатов"),
					 (TB_GEN | TB_ACC) << TB_PLURAL_SHIFT);
	all = forms_of("сенат");
	assert_int_equal(gram_of(all, "сената"), TB_GEN);
	assert_int_equal(gram_of(all, "сенат"), TB_NOM | TB_ACC);
}

static void
each_spelling_comes_once_with_the_sum_of_its_cases(void **state)
{
	Collected  *all = forms_of("область");

	(void) state;
	assert_int_equal(gram_of(all, "области"), TB_GEN | TB_DAT | TB_PRE |
					 (TB_NOM | TB_ACC) << TB_PLURAL_SHIFT);
	assert_int_equal(gram_of(all, "область"), TB_NOM | TB_ACC);
	assert_int_equal(gram_of(all, "областью"), TB_INS);
	assert_int_equal(all->n, 7);
}

static void
all_forms_of_a_fixed_set_of_names(void **state)
{
	(void) state;
	check_forms("Рига", FORMS("Рига", "Риги", "Риге", "Ригу", "Ригой", "Риг",
							  "Ригам", "Ригами", "Ригах"));
	check_forms("Нидерланды {pl}", FORMS("Нидерланды", "Нидерландов",
										 "Нидерландам", "Нидерландами",
										 "Нидерландах"));
	check_forms("отметил {v}", FORMS("отметил", "отметила", "отметило",
									 "отметили"));
}

static void
counted_years_and_people_have_a_second_genitive(void **state)
{
	(void) state;
	assert_int_equal(gram_of(forms_of("год"), "лет"), TB_GEN << TB_PLURAL_SHIFT);
	assert_int_equal(gram_of(forms_of("год"), "годов"), TB_GEN << TB_PLURAL_SHIFT);
	assert_int_equal(gram_of(forms_of("человек {an}"), "человек"),
					 TB_NOM | TB_GEN << TB_PLURAL_SHIFT);
}

static void
a_visitor_can_stop(void **state)
{
	Collected	all = {.n = 0, .stop_after = 2};
	TbStr		name;
	TbNameHints hints;

	(void) state;
	parse("область", &name, &hints);
	assert_false(tb_inflect_name(name, &hints, collect, &all));
	assert_int_equal(all.n, 2);
}

/* ---- adjectives ---- */

static void
adjectives_come_in_three_genders_and_the_plural(void **state)
{
	Collected  *all = forms_of("алматинский {a}");

	(void) state;
	assert_int_equal(gram_of(all, "алматинский"), TB_NOM | TB_ACC | TB_MASC);
	assert_int_equal(gram_of(all, "алматинского"),
					 TB_GEN | TB_ACC | TB_MASC | TB_NEUT);
	assert_int_equal(gram_of(all, "алматинской"),
					 TB_GEN | TB_DAT | TB_INS | TB_PRE | TB_FEM);
	assert_int_equal(gram_of(all, "алматинские"),
					 (TB_NOM | TB_ACC) << TB_PLURAL_SHIFT);
	assert_int_equal(gram_of(all, "алматинских"),
					 (TB_GEN | TB_ACC | TB_PRE) << TB_PLURAL_SHIFT);
	assert_int_equal(all->n, 12);
}

static void
adjectives_of_all_stems(void **state)
{
	(void) state;
	check_forms("синий {a}", FORMS("синий", "синего", "синему", "синим",
								   "синем", "синяя", "синей", "синюю", "синее",
								   "синие", "синих", "синими"));
	check_forms("рабочий {a}", FORMS("рабочий", "рабочего", "рабочему",
									 "рабочим", "рабочем", "рабочая",
									 "рабочей", "рабочую", "рабочее",
									 "рабочие", "рабочих", "рабочими"));
	check_forms("большой {a}", FORMS("большой", "большого", "большому",
									 "большим", "большом", "большая",
									 "большую", "большое", "большие",
									 "больших", "большими"));
	check_forms("третий {a}", FORMS("третий", "третьего", "третьему",
									"третьим", "третьем", "третья", "третьей",
									"третью", "третье", "третьи", "третьих",
									"третьими"));
}

static void
pronouns_bend_with_the_hint_of_an_adjective(void **state)
{
	(void) state;
	check_forms("этот {a}", FORMS("этот", "этого", "этому", "этим", "этом",
								  "эта", "этой", "эту", "это", "эти", "этих",
								  "этими"));
	check_forms("весь {a}", FORMS("весь", "всего", "всему", "всем", "всём",
								  "вся", "всей", "всю", "всё", "все", "всех",
								  "всеми"));
}

static void
adjectival_nouns_keep_their_gender(void **state)
{
	static const Paradigm rows[] = {
		{"учёный {a,an}", {"учёного", "учёному", "учёного", "учёным", "учёном"}},
		{"Грозный {a}", {"Грозного", "Грозному", "Грозный", "Грозным", "Грозном"}},
		{"управляющая {a,an}", {"управляющей", "управляющей", "управляющую",
			"управляющей", "управляющей"}},
		{"управляющий делами {a,an}", {"управляющего делами", "управляющему делами",
			"управляющего делами", "управляющим делами", "управляющем делами"}},
		{"Щучье {a,n}", {"Щучьего", "Щучьему", "Щучье", "Щучьим", "Щучьем"}},
		{"Гусь-Хрустальный {a}", {"Гуся-Хрустального", "Гусю-Хрустальному",
			"Гусь-Хрустальный", "Гусем-Хрустальным", "Гусе-Хрустальном"}},
	};

	(void) state;
	check_singular(rows);
	assert_int_equal(gram_of(forms_of("Грозный {a}"), "Грозная"), 0);
}

static void
possessive_places_bend_like_adjectives_before_seas_and_straits(void **state)
{
	static const Paradigm rows[] = {
		{"Берингов пролив", {"Берингова пролива", "Берингову проливу",
			"Берингов пролив", "Беринговым проливом", "Беринговом проливе"}},
		{"Баренцево море", {"Баренцева моря", "Баренцеву морю", "Баренцево море",
			"Баренцевым морем", "Баренцевом море"}},
		{"Соломоновы Острова {pl}", {"Соломоновых Островов", "Соломоновым Островам",
			"Соломоновы Острова", "Соломоновыми Островами", "Соломоновых Островах"}},
	};

	(void) state;
	check_singular(rows);
}

/* ---- verbs ---- */

static void
verbs_have_four_past_forms(void **state)
{
	static const char *const rows[][4] = {
		{"заявил {v}", "заявила", "заявило", "заявили"},
		{"согласился {v}", "согласилась", "согласилось", "согласились"},
		{"смог {v}", "смогла", "смогло", "смогли"},
		{"пришёл {v}", "пришла", "пришло", "пришли"},
		{"прошелся {v}", "прошлась", "прошлось", "прошлись"},
		{"привёл {v}", "привела", "привело", "привели"},
		{"имел в виду {v}", "имела в виду", "имело в виду", "имели в виду"},
		{"произнёс {v}", "произнесла", "произнесло", "произнесли"},
		{"изрёк {v}", "изрекла", "изрекло", "изрекли"},
		{"предпочёл {v}", "предпочла", "предпочло", "предпочли"},
		{"счёл {v}", "сочла", "сочло", "сочли"},
		{"не согласился {v}", "не согласилась", "не согласилось", "не согласились"},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		Collected  *all = forms_of(rows[i][0]);

		assert_int_equal(all->n, 4);
		assert_int_equal(gram_of(all, rows[i][1]), TB_PAST | TB_FEM | TB_VERB_SG);
		assert_int_equal(gram_of(all, rows[i][2]), TB_PAST | TB_NEUT | TB_VERB_SG);
		assert_int_equal(gram_of(all, rows[i][3]), TB_PAST | TB_VERB_PL);
	}
}

/* ---- names of several words ---- */

static void
adjectives_and_head_bend_and_the_tail_stays(void **state)
{
	static const Paradigm rows[] = {
		{"Атырауская область", {"Атырауской области", "Атырауской области",
			"Атыраускую область", "Атырауской областью", "Атырауской области"}},
		{"Восточный Казахстан", {"Восточного Казахстана", "Восточному Казахстану",
			"Восточный Казахстан", "Восточным Казахстаном", "Восточном Казахстане"}},
		{"область Жетісу", {"области Жетісу", "области Жетісу", "область Жетісу",
			"областью Жетісу", "области Жетісу"}},
		{"город Алматы", {"города Алматы", "городу Алматы", "город Алматы",
			"городом Алматы", "городе Алматы"}},
		{"Республика Казахстан", {"Республики Казахстан", "Республике Казахстан",
			"Республику Казахстан", "Республикой Казахстан", "Республике Казахстан"}},
		{"Министерство внутренних дел", {"Министерства внутренних дел",
			"Министерству внутренних дел", "Министерство внутренних дел",
			"Министерством внутренних дел", "Министерстве внутренних дел"}},
		{"заместитель председателя {an}", {"заместителя председателя",
			"заместителю председателя", "заместителя председателя",
			"заместителем председателя", "заместителе председателя"}},
		{"Большая семёрка", {"Большой семёрки", "Большой семёрке",
			"Большую семёрку", "Большой семёркой", "Большой семёрке"}},
		{"Ближний Восток", {"Ближнего Востока", "Ближнему Востоку",
			"Ближний Восток", "Ближним Востоком", "Ближнем Востоке"}},
		{"Бюро национальной статистики", {"Бюро национальной статистики",
			"Бюро национальной статистики", "Бюро национальной статистики",
			"Бюро национальной статистики", "Бюро национальной статистики"}},
		{"Демократическая партия «Ақ жол»", {"Демократической партии «Ақ жол»",
			"Демократической партии «Ақ жол»", "Демократическую партию «Ақ жол»",
			"Демократической партией «Ақ жол»", "Демократической партии «Ақ жол»"}},
	};

	(void) state;
	check_singular(rows);
}

static void
leading_words_that_cannot_decline_are_passed_over(void **state)
{
	static const Paradigm rows[] = {
		{"Жогорку Кенеш", {"Жогорку Кенеша", "Жогорку Кенешу", "Жогорку Кенеш",
			"Жогорку Кенешем", "Жогорку Кенеше"}},
		{"Милли Меджлис", {"Милли Меджлиса", "Милли Меджлису", "Милли Меджлис",
			"Милли Меджлисом", "Милли Меджлисе"}},
		{"Олий Мажлис", {"Олий Мажлиса", "Олий Мажлису", "Олий Мажлис",
			"Олий Мажлисом", "Олий Мажлисе"}},
		{"Нур Отан", {"Нур Отана", "Нур Отану", "Нур Отан", "Нур Отаном",
			"Нур Отане"}},
	};

	(void) state;
	check_singular(rows);
}

static void
of_a_hyphenated_word_the_right_parts_bend(void **state)
{
	static const Paradigm rows[] = {
		{"Нур-Султан", {"Нур-Султана", "Нур-Султану", "Нур-Султан", "Нур-Султаном",
			"Нур-Султане"}},
		{"Усть-Каменогорск", {"Усть-Каменогорска", "Усть-Каменогорску",
			"Усть-Каменогорск", "Усть-Каменогорском", "Усть-Каменогорске"}},
		{"Ростов-на-Дону", {"Ростова-на-Дону", "Ростову-на-Дону", "Ростов-на-Дону",
			"Ростовом-на-Дону", "Ростове-на-Дону"}},
		{"Петропавловск-Камчатский", {"Петропавловска-Камчатского",
			"Петропавловску-Камчатскому", "Петропавловск-Камчатский",
			"Петропавловском-Камчатским", "Петропавловске-Камчатском"}},
		{"премьер-министр {an}", {"премьер-министра", "премьер-министру",
			"премьер-министра", "премьер-министром", "премьер-министре"}},
		{"советник-посланник {an}", {"советника-посланника", "советнику-посланнику",
			"советника-посланника", "советником-посланником",
			"советнике-посланнике"}},
		{"Йошкар-Ола", {"Йошкар-Олы", "Йошкар-Оле", "Йошкар-Олу", "Йошкар-Олой",
			"Йошкар-Оле"}},
		{"Северо-Казахстанская область", {"Северо-Казахстанской области",
			"Северо-Казахстанской области", "Северо-Казахстанскую область",
			"Северо-Казахстанской областью", "Северо-Казахстанской области"}},
	};

	(void) state;
	check_singular(rows);
}

static void
and_joins_two_heads_or_two_adjectives(void **state)
{
	static const Paradigm rows[] = {
		{"Босния и Герцеговина", {"Боснии и Герцеговины", "Боснии и Герцеговине",
			"Боснию и Герцеговину", "Боснией и Герцеговиной",
			"Боснии и Герцеговине"}},
		{"Тринидад и Тобаго", {"Тринидада и Тобаго", "Тринидаду и Тобаго",
			"Тринидад и Тобаго", "Тринидадом и Тобаго", "Тринидаде и Тобаго"}},
		{"Ханты-Мансийский автономный округ — Югра", {
			"Ханты-Мансийского автономного округа — Югры",
			"Ханты-Мансийскому автономному округу — Югре",
			"Ханты-Мансийский автономный округ — Югру",
			"Ханты-Мансийским автономным округом — Югрой",
			"Ханты-Мансийском автономном округе — Югре"}},
		{"чрезвычайный и полномочный посол {m,an,gen=чрезвычайного и полномочного посла}", {
			"чрезвычайного и полномочного посла", "чрезвычайному и полномочному послу",
			"чрезвычайного и полномочного посла", "чрезвычайным и полномочным послом",
			"чрезвычайном и полномочном после"}},
	};

	(void) state;
	check_singular(rows);
}

static void
a_genitive_word_by_word_shows_what_bends(void **state)
{
	static const Paradigm rows[] = {
		{"Ак жол {gen=Ак жола}", {"Ак жола", "Ак жолу", "Ак жол", "Ак жолом",
			"Ак жоле"}},
		{"Мамаев курган {gen=Мамаева кургана}", {"Мамаева кургана",
			"Мамаеву кургану", "Мамаев курган", "Мамаевым курганом",
			"Мамаевом кургане"}},
		{"Республика Сербская {f,gen=Республики Сербской}", {"Республики Сербской",
			"Республике Сербской", "Республику Сербскую", "Республикой Сербской",
			"Республике Сербской"}},
		{"Мекленбург — Передняя Померания {f,gen=Мекленбурга — Передней Померании}", {
			"Мекленбурга — Передней Померании", "Мекленбургу — Передней Померании",
			"Мекленбург — Переднюю Померанию", "Мекленбургом — Передней Померанией",
			"Мекленбурге — Передней Померании"}},
		{"Сент-Винсент и Гренадины {gen=Сент-Винсента и Гренадин}", {
			"Сент-Винсента и Гренадин", "Сент-Винсенту и Гренадинам",
			"Сент-Винсент и Гренадины", "Сент-Винсентом и Гренадинами",
			"Сент-Винсенте и Гренадинах"}},
		{"посол по особым поручениям {m,an,gen=посла по особым поручениям}", {
			"посла по особым поручениям", "послу по особым поручениям",
			"посла по особым поручениям", "послом по особым поручениям",
			"после по особым поручениям"}},
	};
	static const Paradigm plural[] = {
		{"Великие Луки {pl,gen=Великих Лук}", {"Великих Лук", "Великим Лукам",
			"Великие Луки", "Великими Луками", "Великих Луках"}},
	};

	(void) state;
	check_singular(rows);
	check_plural(plural);
}

static void
an_adjective_tells_its_own_gender(void **state)
{
	static const Paradigm rows[] = {
		{"городской голова {an}", {"городского головы", "городскому голове",
			"городского голову", "городским головой", "городском голове"}},
		{"папа римский {an}", {"папы римского", "папе римскому", "папу римского",
			"папой римским", "папе римском"}},
	};

	(void) state;
	check_singular(rows);
}

static void
a_name_too_long_is_refused(void **state)
{
	static char name[TB_MAX_FORM * 2];
	TbNameHints hints = {.from = TB_NO_DAY, .to = TB_NO_DAY};
	Collected	all = {.n = 0};
	char		out[TB_MAX_FORM];

	(void) state;
	memset(name, 'a', sizeof(name) - 1);
	assert_false(tb_inflect_name(STR(name), &hints, collect, &all));
	assert_false(tb_inflect_to(STR(name), &hints, TB_CASE_GEN, false, out));
	assert_false(tb_inflect_person(STR(name), 0, TB_CASE_GEN, out));
	hints.verb = true;
	assert_false(tb_inflect_name(STR(name), &hints, collect, &all));
	assert_int_equal(all.n, 0);
}

/* ---- persons ---- */

static void
kazakh_politicians_bend(void **state)
{
	static const PersonRow rows[] = {
		{"Маулен Ашимбаев", 0, "Маулена Ашимбаева", "Маулену Ашимбаеву",
			"Мауленом Ашимбаевым"},
		{"Касым-Жомарт Кемелевич Токаев", 0, "Касым-Жомарта Кемелевича Токаева",
			"Касым-Жомарту Кемелевичу Токаеву", "Касым-Жомартом Кемелевичем Токаевым"},
		{"Толеубек Мукашев", 0, "Толеубека Мукашева", "Толеубеку Мукашеву",
			"Толеубеком Мукашевым"},
		{"Айдын Аимбетов", 0, "Айдына Аимбетова", "Айдыну Аимбетову",
			"Айдыном Аимбетовым"},
		{"Айдос Сарым", 0, "Айдоса Сарыма", "Айдосу Сарыму", "Айдосом Сарымом"},
		{"Дарига Назарбаева", 0, "Дариги Назарбаевой", "Дариге Назарбаевой",
			"Даригой Назарбаевой"},
	};

	(void) state;
	check_persons(rows);
}

static void
russian_soft_names_of_women_bend_and_turkic_ones_stay(void **state)
{
	static const PersonRow rows[] = {
		{"Айгуль Сериковна Нурпеисова", 0, "Айгуль Сериковны Нурпеисовой",
			"Айгуль Сериковне Нурпеисовой", "Айгуль Сериковной Нурпеисовой"},
		{"Любовь Соболь", 0, "Любови Соболь", "Любови Соболь", "Любовью Соболь"},
		{"Асель Жанасова", 0, "Асель Жанасовой", "Асель Жанасовой",
			"Асель Жанасовой"},
	};

	(void) state;
	check_persons(rows);
}

static void
adjectival_surnames_bend_by_gender(void **state)
{
	static const PersonRow rows[] = {
		{"Лев Толстой", 0, "Льва Толстого", "Льву Толстому", "Львом Толстым"},
		{"Нина Толстая", 0, "Нины Толстой", "Нине Толстой", "Ниной Толстой"},
		{"Павел Горький", 0, "Павла Горького", "Павлу Горькому", "Павлом Горьким"},
		{"Владимир Зеленский", 0, "Владимира Зеленского", "Владимиру Зеленскому",
			"Владимиром Зеленским"},
		{"Ирина Черных", 0, "Ирины Черных", "Ирине Черных", "Ириной Черных"},
		{"Вальтер Рерих", 0, "Вальтера Рериха", "Вальтеру Рериху",
			"Вальтером Рерихом"},
	};

	(void) state;
	check_persons(rows);
}

static void
surnames_in_o_stay(void **state)
{
	static const PersonRow rows[] = {
		{"Валентина Матвиенко", 0, "Валентины Матвиенко", "Валентине Матвиенко",
			"Валентиной Матвиенко"},
		{"Александр Григорьевич Лукашенко", 0, "Александра Григорьевича Лукашенко",
			"Александру Григорьевичу Лукашенко",
			"Александром Григорьевичем Лукашенко"},
		{"Михаил Саакашвили", 0, "Михаила Саакашвили", "Михаилу Саакашвили",
			"Михаилом Саакашвили"},
		{"Александр Дюма", 0, "Александра Дюма", "Александру Дюма",
			"Александром Дюма"},
	};

	(void) state;
	check_persons(rows);
}

static void
surnames_in_a_bend_for_both(void **state)
{
	static const PersonRow rows[] = {
		{"Леонид Кучма", 0, "Леонида Кучмы", "Леониду Кучме", "Леонидом Кучмой"},
		{"Елена Глинка", 0, "Елены Глинки", "Елене Глинке", "Еленой Глинкой"},
		{"Лаврентий Берия", 0, "Лаврентия Берии", "Лаврентию Берии",
			"Лаврентием Берией"},
		{"Сергей Калина", 0, "Сергея Калины", "Сергею Калине", "Сергеем Калиной"},
	};

	(void) state;
	check_persons(rows);
}

static void
consonant_surnames_bend_for_men_only(void **state)
{
	static const PersonRow rows[] = {
		{"Роман Ким", 0, "Романа Кима", "Роману Киму", "Романом Кимом"},
		{"Ольга Ким", 0, "Ольги Ким", "Ольге Ким", "Ольгой Ким"},
		{"Игорь Коваль", 0, "Игоря Коваля", "Игорю Ковалю", "Игорем Ковалем"},
		{"Андрей Макаревич", 0, "Андрея Макаревича", "Андрею Макаревичу",
			"Андреем Макаревичем"},
		{"Анна Макаревич", 0, "Анны Макаревич", "Анне Макаревич",
			"Анной Макаревич"},
		{"Серж Саргсян", 0, "Сержа Саргсяна", "Сержу Саргсяну", "Сержем Саргсяном"},
		{"Чарли Чаплин", 0, "Чарли Чаплина", "Чарли Чаплину", "Чарли Чаплином"},
		{"Хиллари Клинтон", 0, "Хиллари Клинтон", "Хиллари Клинтон",
			"Хиллари Клинтон"},
		{"Саша Ким", TB_FEM, "Саши Ким", "Саше Ким", "Сашей Ким"},
	};

	(void) state;
	check_persons(rows);
}

static void
of_eastern_names_only_the_last_part_bends(void **state)
{
	static const PersonRow rows[] = {
		{"Ким Чен Ын", 0, "Ким Чен Ына", "Ким Чен Ыну", "Ким Чен Ыном"},
		{"Си Цзиньпин", 0, "Си Цзиньпина", "Си Цзиньпину", "Си Цзиньпином"},
		{"Ли Цян", 0, "Ли Цяна", "Ли Цяну", "Ли Цяном"},
		{"Ван И", 0, "Ван И", "Ван И", "Ван И"},
		{"Пан Ги Мун", 0, "Пан Ги Муна", "Пан Ги Муну", "Пан Ги Муном"},
	};

	(void) state;
	check_persons(rows);
}

static void
particles_and_initials_stay(void **state)
{
	static const PersonRow rows[] = {
		{"К. Токаев", 0, "К. Токаева", "К. Токаеву", "К. Токаевым"},
		{"Урсула фон дер Ляйен", 0, "Урсулы фон дер Ляйен", "Урсуле фон дер Ляйен",
			"Урсулой фон дер Ляйен"},
		{"Ильхам Гейдар оглы Алиев", 0, "Ильхама Гейдар оглы Алиева",
			"Ильхаму Гейдар оглы Алиеву", "Ильхамом Гейдар оглы Алиевым"},
		{"Жумабек Абайулы", 0, "Жумабека Абайулы", "Жумабеку Абайулы",
			"Жумабеком Абайулы"},
		{"Башар аль-Асад", 0, "Башара аль-Асада", "Башару аль-Асаду",
			"Башаром аль-Асадом"},
	};

	(void) state;
	check_persons(rows);
}

static void
the_surname_may_come_first(void **state)
{
	static const PersonRow rows[] = {
		{"Токаев Касым-Жомарт", 0, "Токаева Касым-Жомарта", "Токаеву Касым-Жомарту",
			"Токаевым Касым-Жомартом"},
		{"Токаев Касым-Жомарт Кемелевич", 0, "Токаева Касым-Жомарта Кемелевича",
			"Токаеву Касым-Жомарту Кемелевичу", "Токаевым Касым-Жомартом Кемелевичем"},
		{"Токаев", 0, "Токаева", "Токаеву", "Токаевым"},
		{"Яков", 0, "Якова", "Якову", "Яковом"},
		{"Галина", 0, "Галины", "Галине", "Галиной"},
		{"Ильина Галина", 0, "Ильиной Галины", "Ильиной Галине", "Ильиной Галиной"},
		{"Галина Ильина", 0, "Галины Ильиной", "Галине Ильиной", "Галиной Ильиной"},
		{"Амина Ким", 0, "Амины Ким", "Амине Ким", "Аминой Ким"},
		{"Насреддин", 0, "Насреддина", "Насреддину", "Насреддином"},
	};

	(void) state;
	check_persons(rows);
}

static void
double_surnames_bend_twice_and_double_given_names_once(void **state)
{
	static const PersonRow rows[] = {
		{"Михаил Салтыков-Щедрин", 0, "Михаила Салтыкова-Щедрина",
			"Михаилу Салтыкову-Щедрину", "Михаилом Салтыковым-Щедриным"},
		{"Николай Римский-Корсаков", 0, "Николая Римского-Корсакова",
			"Николаю Римскому-Корсакову", "Николаем Римским-Корсаковым"},
		{"Владимир Бонч-Бруевич", 0, "Владимира Бонч-Бруевича",
			"Владимиру Бонч-Бруевичу", "Владимиром Бонч-Бруевичем"},
		{"Жан-Клод Юнкер", 0, "Жан-Клода Юнкера", "Жан-Клоду Юнкеру",
			"Жан-Клодом Юнкером"},
		{"Анна-Мария Петрова", 0, "Анны-Марии Петровой", "Анне-Марии Петровой",
			"Анной-Марией Петровой"},
	};

	(void) state;
	check_persons(rows);
}

static void
a_name_in_capitals_bends_in_capitals(void **state)
{
	(void) state;
	check_person("КАСЫМ-ЖОМАРТ ТОКАЕВ", 0, TB_CASE_INS,
				 "КАСЫМ-ЖОМАРТОМ ТОКАЕВЫМ");
}

/* ---- back ---- */

static void
surname_forms_lead_back_to_the_surname(void **state)
{
	static const BackRow rows[] = {
		{"Ашимбаевым", "Ашимбаев", TB_INS | TB_MASC},
		{"Нурпеисовой", "Нурпеисова", TB_GEN | TB_DAT | TB_FEM},
		{"Мукашеве", "Мукашев", TB_PRE | TB_MASC},
		{"Ашимбаевы", "Ашимбаев", TB_NOM << TB_PLURAL_SHIFT},
		{"Токаевых", "Токаев", TB_GEN << TB_PLURAL_SHIFT},
		{"Токаевыми", "Токаев", TB_INS << TB_PLURAL_SHIFT},
		{"Песковского", "Песковский", TB_GEN | TB_MASC},
		{"Зеленскую", "Зеленская", TB_ACC | TB_FEM},
		{"Матвиенко", "Матвиенко", TB_GEN | TB_FEM},
		{"Саакашвили", "Саакашвили", TB_GEN | TB_MASC},
		{"Шевчука", "Шевчук", TB_GEN | TB_MASC},
		{"Кучмы", "Кучма", TB_GEN},
		{"Кучмой", "Кучма", TB_INS},
		{"Юревичем", "Юревич", TB_INS | TB_MASC},
		{"Ковалём", "Коваль", TB_INS | TB_MASC},
		{"Гайдая", "Гайдай", TB_GEN | TB_MASC},
		{"Берии", "Берия", TB_GEN},
		{"Черных", "Черных", TB_GEN | TB_FEM},
		{"Эрдоганом", "Эрдоган", TB_INS | TB_MASC},
		{"Салтыковым-Щедриным", "Салтыков-Щедрин", TB_INS | TB_MASC},
		{"КОШАНОВА", "Кошанов", TB_GEN | TB_MASC},
	};

	(void) state;
	check_back(rows, TB_PART_SURNAME);
}

static void
an_ambiguous_surname_has_a_man_and_a_woman(void **state)
{
	static const char *const rows[][2] = {
		{"Мукашева", "Мукашев"}, {"Байбулина", "Байбулин"},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		assert_non_null(find_lemma(rows[i][0], TB_PART_SURNAME, rows[i][1],
								   TB_GEN | TB_MASC));
		assert_non_null(find_lemma(rows[i][0], TB_PART_SURNAME, rows[i][0],
								   TB_NOM | TB_FEM));
	}
}

static void
given_forms_lead_back_to_the_name(void **state)
{
	static const BackRow rows[] = {
		{"Мауленом", "Маулен", TB_INS | TB_MASC},
		{"Касым-Жомарта", "Касым-Жомарт", TB_GEN | TB_MASC},
		{"Константином", "Константин", TB_INS | TB_MASC},
		{"Нурлану", "Нурлан", TB_DAT | TB_MASC},
		{"Василия", "Василий", TB_GEN | TB_MASC},
		{"Сергея", "Сергей", TB_GEN | TB_MASC},
		{"Игоря", "Игорь", TB_GEN | TB_MASC},
		{"Льва", "Лев", TB_GEN | TB_MASC},
		{"Петром", "Пётр", TB_INS | TB_MASC},
		{"Марии", "Мария", TB_GEN | TB_FEM},
		{"Натальей", "Наталья", TB_INS | TB_FEM},
		{"Ольгой", "Ольга", TB_INS | TB_FEM},
		{"Любови", "Любовь", TB_GEN | TB_FEM},
		{"Айгуль", "Айгуль", TB_GEN | TB_FEM},
		{"Динары", "Динара", TB_GEN | TB_FEM},
	};

	(void) state;
	check_back(rows, TB_PART_GIVEN);
}

static void
patronymic_forms_lead_back_to_the_patronymic(void **state)
{
	static const BackRow rows[] = {
		{"Кемелевичем", "Кемелевич", TB_INS | TB_MASC},
		{"Сериковны", "Сериковна", TB_GEN | TB_FEM},
		{"Сериковной", "Сериковна", TB_INS | TB_FEM},
		{"Абайулы", "Абайулы", TB_GEN | TB_DAT},
	};

	(void) state;
	check_back(rows, TB_PART_PATRONYMIC);
}

static void
the_word_itself_is_always_a_candidate(void **state)
{
	static const char *const words[] = {
		"Ашимбаевым", "Кучмой", "Си", "Байден", "Толстого", "Smith", "Ң",
		"Жәнібек", "О'Нил",
	};

	(void) state;
	for (size_t i = 0; i < LEN(words); i++)
		for (int part = 0; part < 3; part++)
			assert_non_null(find_lemma(words[i], (TbNamePart) part, words[i], 0));
	assert_non_null(find_lemma("ТОКАЕВЫМ", TB_PART_SURNAME, "Токаевым", 0));
}

static void
lemmas_come_likeliest_first_and_at_most_max(void **state)
{
	TbLemma		lemmas[MAX_LEMMAS];

	(void) state;
	for (int max = 0; max <= MAX_LEMMAS; max++)
	{
		int			n = tb_inflect_lemmas(STR("Мукашева"), TB_PART_SURNAME,
										  lemmas, max);

		assert_true(n <= max);
		for (int i = 1; i < n; i++)
			assert_true(lemmas[i - 1].weight >= lemmas[i].weight);
	}
}

static void
patronymics_are_told_in_all_cases(void **state)
{
	static const struct
	{
		const char *word;
		TbGram		gender;
	}			rows[] = {
		{"Кемелевич", TB_MASC}, {"Кемелевичем", TB_MASC},
		{"Иванович", TB_MASC}, {"Ильича", TB_MASC}, {"Кузьмичом", TB_MASC},
		{"Сериковна", TB_FEM}, {"Сериковне", TB_FEM}, {"Андреевну", TB_FEM},
		{"Ильинична", TB_FEM}, {"Никитичны", TB_FEM},
		{"Абайулы", TB_MASC}, {"Нұрланұлы", TB_MASC}, {"Ерланкызы", TB_FEM},
		{"Серікқызы", TB_FEM}, {"Бакытуулу", TB_MASC}, {"Мамедоглы", TB_MASC},
		{"Алигызы", TB_FEM}, {"НУРЛАНОВИЧ", TB_MASC},
	};
	static const char *const others[] = {
		"Токаев", "Москва", "Каникулы", "формулы", "Караулы", "улы", "Ич",
		"основной", "Верховной", "Деревне", "Столичной", "Единичной", "Кирпич",
	};
	TbGram		gender;

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		if (!tb_is_patronymic(STR(rows[i].word), &gender))
			fail_msg("%s is a patronymic", rows[i].word);
		assert_int_equal(gender, rows[i].gender);
	}
	for (size_t i = 0; i < LEN(others); i++)
		if (tb_is_patronymic(STR(others[i]), &gender))
			fail_msg("%s is no patronymic", others[i]);
}

static void
surname_shapes_are_told_in_all_cases(void **state)
{
	static const char *const yes[] = {
		"Токаев", "Токаева", "Токаевым", "Нурпеисовой", "Ашимбаевы", "Путин",
		"Королёв", "Песковский", "Зеленскому", "Матвиенко", "Саакашвили",
		"Байбулиной", "Птицын", "ТОКАЕВ",
	};
	static const char *const no[] = {
		"Москва", "Казахстан", "Ким", "Ерлан", "Цзиньпин", "Ын", "Грин", "Дон",
	};

	(void) state;
	for (size_t i = 0; i < LEN(yes); i++)
		if (!tb_is_surname_shaped(STR(yes[i])))
			fail_msg("%s is shaped like a surname", yes[i]);
	for (size_t i = 0; i < LEN(no); i++)
		if (tb_is_surname_shaped(STR(no[i])))
			fail_msg("%s is not shaped like a surname", no[i]);
}

/* ---- there and back ---- */

/* Surnames that both men and, in their own form, women bear. */
static const char *const surnames[] = {
	"Токаев", "Ашимбаев", "Назарбаев", "Нигматулин", "Кошанов", "Бектенов",
	"Смаилов", "Мамин", "Сагинтаев", "Масимов", "Ахметов", "Тасмагамбетов",
	"Даукеев", "Нурпеисов", "Мукашев", "Абдыкаликов", "Рымбаев", "Ауэзов",
	"Сатпаев", "Бокеев", "Жабаев", "Сейфуллин", "Муканов", "Мусрепов",
	"Шаханов", "Сулейменов", "Айтматов", "Кунаев", "Колбин", "Терещенко",
	"Кажегельдин", "Балгимбаев", "Тохтаров", "Досаев", "Скляр", "Жумангарин",
	"Тугжанов", "Балаев", "Бозумбаев", "Ким", "Цой", "Пак", "Хан", "Песков",
	"Лавров", "Путин", "Медведев", "Мишустин", "Собянин", "Шойгу", "Володин",
	"Грызлов", "Миронов", "Зюганов", "Жириновский", "Явлинский", "Немцов",
	"Навальный", "Ходорковский", "Березовский", "Абрамович", "Потанин",
	"Вексельберг", "Фридман", "Авен", "Усманов", "Тимченко", "Ротенберг",
	"Макаревич", "Юревич", "Лукашевич", "Бруевич", "Сенкевич", "Адамович",
	"Стрелец", "Кравец", "Швец", "Коновалец", "Чернец", "Донец", "Громыко",
	"Дурново", "Живаго", "Франко", "Пушкин", "Лермонтов", "Гоголь", "Тургенев",
	"Достоевский", "Толстой", "Чехов", "Бунин", "Куприн", "Горький",
	"Маяковский", "Есенин", "Блок", "Бродский", "Солженицын", "Шолохов",
	"Булгаков", "Пастернак", "Мандельштам", "Грибоедов", "Островский",
	"Некрасов", "Фет", "Тютчев", "Белый", "Черный", "Красный", "Долгих",
	"Черных", "Седых", "Сухих", "Гейдрих", "Рерих", "Коваль", "Король",
	"Врубель", "Кобзарь", "Гайдай", "Шахрай", "Бабий", "Палий", "Кучма",
	"Дзюба", "Сорока", "Глинка", "Калина", "Щербина", "Берия", "Окуджава",
	"Шеварднадзе", "Саакашвили", "Гамсахурдия", "Петросян", "Саргсян",
	"Пашинян", "Акопян", "Кочарян", "Мирзоян", "Брежнев", "Хрущёв", "Андропов",
	"Черненко", "Горбачёв", "Ельцин", "Кириенко", "Нарышкин", "Шевчук",
	"Кравчук", "Ющенко", "Порошенко", "Зеленский", "Кличко", "Матвиенко",
	"Лукашенко", "Тихановский", "Макей", "Алиев", "Эрдоган", "Гюль", "Ататюрк",
	"Каримов", "Мирзиёев", "Рахмон", "Бердымухамедов", "Ниязов", "Акаев",
	"Бакиев", "Атамбаев", "Жапаров", "Жээнбеков", "Байден", "Трамп", "Обама",
	"Буш", "Клинтон", "Рейган", "Картер", "Никсон", "Кеннеди", "Макрон",
	"Саркози", "Олланд", "Ширак", "Миттеран", "Шольц", "Меркель", "Шрёдер",
	"Коль", "Джонсон", "Трасс", "Сунак", "Тэтчер", "Черчилль", "Гейтс", "Маск",
	"Гюго", "Верди", "Россини", "Гёте", "Шоу", "Байрон",
	"Диккенс", "Чаплин", "Дарвин", "Грин", "Кронин", "Козодой", "Птицын",
	"Лисицын", "Голицын", "Королёв", "Соловьёв", "Воробьёв", "Киселёв",
	"Трубецкой", "Луговой", "Яровой", "Боровой", "Дикий", "Рабочий", "Зимний",
	"Крылатый", "Салтыков-Щедрин", "Римский-Корсаков", "Петров-Водкин",
	"Мамин-Сибиряк", "Бонч-Бруевич", "Мусин-Пушкин",
};

/* The surname of a woman: Токаева, Зеленская, Ким. */
static void
womans(const char *surname, char *out)
{
	size_t		len = strlen(surname);
	static const char *const adjectival[] = {"ский", "цкий", "ный", "тый", "лый"};

	strcpy(out, surname);
	if (tb_is_surname_shaped(STR(surname)) && strchr(surname, '-') == NULL &&
		(strcmp(surname + len - 4, "ов") == 0 || strcmp(surname + len - 4, "ев") == 0 ||
		 strcmp(surname + len - 4, "ёв") == 0 || strcmp(surname + len - 4, "ин") == 0 ||
		 strcmp(surname + len - 4, "ын") == 0))
		strcat(out, "а");
	for (size_t i = 0; i < LEN(adjectival); i++)
		if (len > strlen(adjectival[i]) &&
			strcmp(surname + len - strlen(adjectival[i]), adjectival[i]) == 0)
			strcpy(out + len - 4, "ая");
}

static void
check_round_trip(const char *surname, TbGram gender)
{
	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		char		name[TB_MAX_FORM];
		char		form[TB_MAX_FORM];
		const char *given = gender == TB_MASC ? "Иван " : "Анна ";
		const char *at;

		snprintf(name, sizeof(name), "%s%s", given, surname);
		assert_true(tb_inflect_person(STR(name), gender, (TbCase) kase, form));
		at = strchr(form, ' ') + 1;
		if (find_lemma(at, TB_PART_SURNAME, surname,
					   gender | (TbGram) TB_NOM << kase) == NULL)
			fail_msg("%s: no way back from %s (case %d)", surname, at, kase);
	}
}

static void
every_form_of_a_mans_surname_leads_back_to_it(void **state)
{
	(void) state;
	assert_true(LEN(surnames) > 200);
	for (size_t i = 0; i < LEN(surnames); i++)
		check_round_trip(surnames[i], TB_MASC);
}

static void
every_form_of_a_womans_surname_leads_back_to_it(void **state)
{
	char		name[128];

	(void) state;
	for (size_t i = 0; i < LEN(surnames); i++)
		if (strchr(surnames[i], '-') == NULL)
		{
			womans(surnames[i], name);
			check_round_trip(name, TB_FEM);
		}
}

static void
russian_surnames_are_likelier_than_the_oblique_form_itself(void **state)
{
	(void) state;
	for (size_t i = 0; i < LEN(surnames); i++)
	{
		char		name[TB_MAX_FORM];
		char		form[TB_MAX_FORM];
		TbLemma		lemmas[MAX_LEMMAS];

		/* nothing tells Трубецким from Песковским */
		if (!tb_is_surname_shaped(STR(surnames[i])) ||
			strcmp(surnames[i] + strlen(surnames[i]) - strlen("ой"), "ой") == 0)
			continue;
		snprintf(name, sizeof(name), "Иван %s", surnames[i]);
		assert_true(tb_inflect_person(STR(name), TB_MASC, TB_CASE_INS, form));
		assert_true(tb_inflect_lemmas(STR(strchr(form, ' ') + 1), TB_PART_SURNAME,
									  lemmas, MAX_LEMMAS) > 0);
		assert_string_equal(lemmas[0].text, surnames[i]);
	}
}

/* ---- hints ---- */

static void
hints_are_read(void **state)
{
	TbStr		name;
	TbNameHints hints;

	(void) state;
	parse("  Нур-Султан {m, 2019-03-23/2022-09-17} ", &name, &hints);
	assert_int_equal(name.len, strlen("Нур-Султан"));
	assert_memory_equal(name.data, "Нур-Султан", name.len);
	assert_int_equal(hints.gender, TB_MASC);
	assert_int_equal(hints.from, tb_day_of(2019, 3, 23));
	assert_int_equal(hints.to, tb_day_of(2022, 9, 17));

	parse("Великие Луки {pl,gen=Великих Лук,mark}", &name, &hints);
	assert_true(hints.plural && hints.mark && !hints.animate);
	assert_memory_equal(hints.genitive.data, "Великих Лук", hints.genitive.len);

	parse("РК {abbr}", &name, &hints);
	assert_true(hints.abbreviation);
	assert_int_equal(hints.from, TB_NO_DAY);
	parse("Республика Казахстан {official}", &name, &hints);
	assert_true(hints.official);
	parse("Алматы {0}", &name, &hints);
	assert_true(hints.fixed);
	parse("учёный {a,an}", &name, &hints);
	assert_true(hints.adjective && hints.animate);
	parse("отметил {v}", &name, &hints);
	assert_true(hints.verb);
}

static void
years_of_validity_mean_their_first_and_last_day(void **state)
{
	TbStr		name;
	TbNameHints hints;

	(void) state;
	parse("Целиноград {1961/1992-07}", &name, &hints);
	assert_int_equal(hints.from, tb_day_of(1961, 1, 1));
	assert_int_equal(hints.to, tb_day_of(1992, 7, 31));
	parse("Акмолинск {/1961}", &name, &hints);
	assert_int_equal(hints.from, TB_NO_DAY);
	assert_int_equal(hints.to, tb_day_of(1961, 12, 31));
	parse("Курултай {2026-07-01/}", &name, &hints);
	assert_int_equal(hints.to, TB_NO_DAY);
}

static void
bad_cells_are_refused_with_a_reason(void **state)
{
	static const char *const rows[][2] = {
		{"Орёл {gen}", "unknown hint"},
		{"Орёл {M}", "unknown hint"},
		{"Орёл {m", "unbalanced brace"},
		{"Орёл m}", "unbalanced brace"},
		{"Орёл {m}}", "text behind the hints"},
		{"Орёл {{m}", "unbalanced brace"},
		{"Орёл {m} город", "text behind the hints"},
		{"Орёл {}", "empty hint"},
		{"Орёл {m,}", "empty hint"},
		{"Орёл {m,f}", "gender given twice"},
		{"Орёл {gen=}", "empty genitive"},
		{"Орёл {2019-13/}", "bad date in validity"},
		{"Орёл {2019-02-30/}", "bad date in validity"},
		{"Орёл {19/2020}", "bad date in validity"},
		{"Орёл {/}", "bad date in validity"},
		{"Орёл {2019-3-23/}", "bad date in validity"},
		{"Орёл {2020/2019}", "validity ends before it begins"},
		{"Орёл {2019/,/2020}", "validity given twice"},
		{"Орёл {0,gen=Орла}", "a fixed name with a hint how it bends"},
		{"сказал {v,an}", "a verb with the hint of a noun"},
		{"", "empty name"},
		{" {m}", "empty name"},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		TbStr		name;
		TbNameHints hints;
		const char *wrong = tb_name_parse(STR(rows[i][0]), &name, &hints);

		if (wrong == NULL)
			fail_msg("%s: no complaint", rows[i][0]);
		assert_string_equal(wrong, rows[i][1]);
	}
}

/* ---- broken input ---- */

static bool
ignore(void *ctx, const char *form, TbGram gram)
{
	(void) ctx;
	assert_true(strlen(form) < TB_MAX_FORM);
	assert_int_not_equal(gram, 0);
	return true;
}

/* Random letters, bytes and hints: nothing may crash or overrun. */
static void
random_text_is_survived(void **state)
{
	static const char *const bits[] = {
		"а", "я", "ов", "ин", "ский", "ий", "ь", "ец", "ё", "ұ", " ", "-", "и",
		"А", "К", "\xD0", "\xFF", "x", ".", "ович", "л", "ся", "ы", "ье", "'",
	};
	uint32_t	seed = 12345;

	(void) state;
	for (int round = 0; round < 20000; round++)
	{
		char		text[256] = "";
		char		out[TB_MAX_FORM];
		TbLemma		lemmas[4];
		TbGram		gender;
		TbNameHints hints = {.from = TB_NO_DAY, .to = TB_NO_DAY};

		for (int n = round % 24; n > 0; n--)
		{
			seed = seed * 1664525 + 1013904223;
			strcat(text, bits[(seed >> 16) % LEN(bits)]);
		}
		hints.plural = seed >> 8 & 1;
		hints.animate = seed >> 9 & 1;
		hints.adjective = seed >> 10 & 1;
		hints.verb = (seed >> 11 & 7) == 0;
		hints.gender = seed >> 14 & 1 ? TB_FEM : 0;
		if (seed >> 15 & 1)
			hints.genitive = STR("Орла");
		tb_inflect_name(STR(text), &hints, ignore, NULL);
		tb_inflect_to(STR(text), &hints, TB_CASE_INS, round & 1, out);
		tb_inflect_person(STR(text), 0, TB_CASE_DAT, out);
		for (int part = 0; part < 3; part++)
			tb_inflect_lemmas(STR(text), (TbNamePart) part, lemmas, 4);
		tb_is_patronymic(STR(text), &gender);
		tb_is_surname_shaped(STR(text));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(masculine_places_in_a_consonant_take_hard_endings),
		cmocka_unit_test(masculine_nouns_in_a_soft_sign_and_short_i_take_soft_endings),
		cmocka_unit_test(cities_in_ov_and_in_take_om_not_ym),
		cmocka_unit_test(feminine_places_obey_the_spelling_rules),
		cmocka_unit_test(feminine_nouns_in_a_soft_sign_have_three_forms),
		cmocka_unit_test(neuter_nouns_bend),
		cmocka_unit_test(places_in_ovo_bend_or_stay),
		cmocka_unit_test(foreign_vowels_do_not_bend),
		cmocka_unit_test(acronyms_and_abbreviations_do_not_bend),
		cmocka_unit_test(plural_names_have_no_singular),
		cmocka_unit_test(ec_drops_its_vowel_by_rule),
		cmocka_unit_test(ok_and_ik_keep_their_vowel_unless_the_genitive_says_otherwise),
		cmocka_unit_test(a_given_genitive_changes_the_stem),
		cmocka_unit_test(stress_decides_between_om_and_em),
		cmocka_unit_test(plurals_of_common_nouns),
		cmocka_unit_test(plural_words_of_word_lists_bend_by_their_kind),
		cmocka_unit_test(animate_accusative_is_the_genitive),
		cmocka_unit_test(each_spelling_comes_once_with_the_sum_of_its_cases),
		cmocka_unit_test(all_forms_of_a_fixed_set_of_names),
		cmocka_unit_test(counted_years_and_people_have_a_second_genitive),
		cmocka_unit_test(a_visitor_can_stop),
		cmocka_unit_test(adjectives_come_in_three_genders_and_the_plural),
		cmocka_unit_test(adjectives_of_all_stems),
		cmocka_unit_test(pronouns_bend_with_the_hint_of_an_adjective),
		cmocka_unit_test(adjectival_nouns_keep_their_gender),
		cmocka_unit_test(possessive_places_bend_like_adjectives_before_seas_and_straits),
		cmocka_unit_test(verbs_have_four_past_forms),
		cmocka_unit_test(adjectives_and_head_bend_and_the_tail_stays),
		cmocka_unit_test(leading_words_that_cannot_decline_are_passed_over),
		cmocka_unit_test(of_a_hyphenated_word_the_right_parts_bend),
		cmocka_unit_test(and_joins_two_heads_or_two_adjectives),
		cmocka_unit_test(a_genitive_word_by_word_shows_what_bends),
		cmocka_unit_test(an_adjective_tells_its_own_gender),
		cmocka_unit_test(a_name_too_long_is_refused),
		cmocka_unit_test(kazakh_politicians_bend),
		cmocka_unit_test(russian_soft_names_of_women_bend_and_turkic_ones_stay),
		cmocka_unit_test(adjectival_surnames_bend_by_gender),
		cmocka_unit_test(surnames_in_o_stay),
		cmocka_unit_test(surnames_in_a_bend_for_both),
		cmocka_unit_test(consonant_surnames_bend_for_men_only),
		cmocka_unit_test(of_eastern_names_only_the_last_part_bends),
		cmocka_unit_test(particles_and_initials_stay),
		cmocka_unit_test(the_surname_may_come_first),
		cmocka_unit_test(double_surnames_bend_twice_and_double_given_names_once),
		cmocka_unit_test(a_name_in_capitals_bends_in_capitals),
		cmocka_unit_test(surname_forms_lead_back_to_the_surname),
		cmocka_unit_test(an_ambiguous_surname_has_a_man_and_a_woman),
		cmocka_unit_test(given_forms_lead_back_to_the_name),
		cmocka_unit_test(patronymic_forms_lead_back_to_the_patronymic),
		cmocka_unit_test(the_word_itself_is_always_a_candidate),
		cmocka_unit_test(lemmas_come_likeliest_first_and_at_most_max),
		cmocka_unit_test(patronymics_are_told_in_all_cases),
		cmocka_unit_test(surname_shapes_are_told_in_all_cases),
		cmocka_unit_test(every_form_of_a_mans_surname_leads_back_to_it),
		cmocka_unit_test(every_form_of_a_womans_surname_leads_back_to_it),
		cmocka_unit_test(russian_surnames_are_likelier_than_the_oblique_form_itself),
		cmocka_unit_test(hints_are_read),
		cmocka_unit_test(years_of_validity_mean_their_first_and_last_day),
		cmocka_unit_test(bad_cells_are_refused_with_a_reason),
		cmocka_unit_test(random_text_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
