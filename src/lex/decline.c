/*
 * decline.c
 *	  How one Russian word bends.
 *
 * The idea: a declension is a row of twelve endings; what the schoolbook
 * calls exceptions is mostly spelling, and spelling is done once, where the
 * ending meets the stem:
 *
 *	ы -> и after г к х ж ш ч щ			Риг|ы -> Риги
 *	о -> е after ж ш ч щ ц, unstressed		комисс|ом, but товарищ|ем
 *	я -> а, ю -> у after ж ш ч щ ц			ноч|ям -> ночам
 *
 * Stages:
 *	1. The ending of the nominative chooses the row (noun_row); gender from
 *	   the hints decides where the letters do not: Сибирь f, Кремль m.
 *	2. The stem of the oblique cases is the nominative without its ending;
 *	   -ец drops its vowel by rule (Череповец, Череповц-; боец, бойц-;
 *	   Елец, Ельц-; кузнец keeps it); any other change comes as a genitive
 *	   from the data (Орёл {gen=Орла}).
 *	3. A form is stem + ending.  The genitive plural is the one place with
 *	   rules of its own: -ов or -ей, or no ending and a vowel put between
 *	   two consonants (делегатка, делегаток; письмо, писем).
 *
 * Example: «область», no hint.  It ends in -ь and not like январь or
 * председатель, so it is feminine and takes the row ь и и ь ью и.  The stem
 * is «област»; genitive област|и, instrumental област|ью, genitive plural
 * област|ей.
 *
 * Stress is not written in Russian, yet it decides between врачом and
 * товарищем, секретарём and токарем.  The few words that matter are listed
 * below; everything else takes the unstressed ending.
 */
#include "lex/decline.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

static const TbPlurals irregular_plurals[] = {
	{"человек", "люди", "людей", "людям", "людьми", "человек"},
	{"ребенок", "дети", "детей", "детям", "детьми", NULL},
	{"брат", "братья", "братьев", "братьям", "братьями", NULL},
	{"друг", "друзья", "друзей", "друзьям", "друзьями", NULL},
	{"муж", "мужья", "мужей", "мужьям", "мужьями", NULL},
	{"сын", "сыновья", "сыновей", "сыновьям", "сыновьями", NULL},
	{"сосед", "соседи", "соседей", "соседям", "соседями", NULL},
	{"господин", "господа", "господ", "господам", "господами", NULL},
	{"хозяин", "хозяева", "хозяев", "хозяевам", "хозяевами", NULL},
	{"татарин", "татары", "татар", "татарам", "татарами", NULL},
	{"болгарин", "болгары", "болгар", "болгарам", "болгарами", NULL},
	{"грузин", "грузины", "грузин", "грузинам", "грузинами", NULL},
	{"солдат", "солдаты", "солдат", "солдатам", "солдатами", NULL},
	{"сестра", "сёстры", "сестёр", "сёстрам", "сёстрами", NULL},
	{"медсестра", "медсёстры", "медсестёр", "медсёстрам", "медсёстрами", NULL},
	{"турок", "турки", "турок", "туркам", "турками", NULL},
	{"дерево", "деревья", "деревьев", "деревьям", "деревьями", NULL},
	{"зерно", "зёрна", "зёрен", "зёрнам", "зёрнами", NULL},
	{"деньга", "деньги", "денег", "деньгам", "деньгами", NULL},
	{"недро", "недра", "недр", "недрам", "недрами", NULL},
	{"год", "годы", "лет", "годам", "годами", "годов"},
};

/* Plural nominative in a stressed -а or -я. */
#define PLURAL_A \
	" город край округ остров директор гендиректор доктор профессор мастер " \
	"паспорт поезд берег лес дом номер голос вечер век орден учитель корпус " \
	"адрес пояс лагерь катер повар глаз отпуск полуостров снег сорт счет " \
	"том холод якорь цвет "

/* Nouns in ж ш ч щ ц whose endings are stressed: врачом, not -ем. */
#define STRESSED \
	" врач ключ луч меч мяч плащ нож этаж тираж багаж рубеж платеж чертеж " \
	"грабеж мятеж падеж палач богач силач скрипач трубач циркач москвич " \
	"кирпич ильич лукич кузьмич фомич паралич отец боец борец певец гонец " \
	"купец конец творец мудрец храбрец дворец столбец образец продавец " \
	"близнец жилец кузнец вдовец жрец чтец истец гордец череповец елец " \
	"городец донец главврач санврач главсанврач душа свеча межа лицо " \
	"кольцо крыльцо рубец венец крестец юнец подлец кравец стрелец чернец " \
	"швец жнец горобец ловец гараж малыш свинец барыш бирюч калач жильцы " \
	"бойцы отцы певцы борцы купцы продавцы творцы мудрецы истцы гонцы " \
	"дельцы гянджа шуша "

/* Soft nouns with a stressed instrumental: королём, землёй. */
#define YO_WORDS \
	" февраль король рубль корабль кремль вождь дождь царь день огонь конь " \
	"путь судья статья семья скамья свинья земля заря ступня илья "

/* Masculine nouns in -ь beyond the suffixes of soft_is_masculine. */
#define MASC_SOFT_WORDS \
	" февраль апрель июнь июль день рубль корабль король кремль лагерь вождь " \
	"гость зять тесть князь дождь огонь конь путь уголь стиль профиль голубь " \
	"медведь рояль картель отель туннель тоннель контроль пароль гвоздь " \
	"тайвань пномпень витязь ноль нуль автомобиль госсекретарь слесарь " \
	"вексель камень корень уровень перечень бюллетень ремень ливень олень " \
	"парень гусь шань куль игорь семей израиль "

/* Plurals in -ы of feminine nouns: гор, not горов. */
#define FEM_PLURALS \
	" горы высоты воды страны силы школы реформы скалы фермы шахты " \
	"структуры столицы границы улицы каникулы суммы тонны сутки главы " \
	"коллеги слуги старосты дамы воеводы дороги похороны "

/* -мя: время, времени */
#define MYA_WORDS " время имя племя знамя бремя пламя семя темя вымя стремя "

/* Ordinary nouns that never bend, though their ending could. */
#define FIXED_WORDS \
	" бюро политбюро евро депо метро радио кино фото видео авто дзюдо табло " \
	"досье ателье купе кафе шоссе резюме коммюнике атташе крупье портмоне " \
	"пальто казино торнадо эмбарго инкогнито кредо статус-кво либретто " \
	"регби макао галифе турне реле тире каре желе филе пенсне сабо " \
	"сопрано лото ранчо пианино трико боа жалюзи "

/* Proper names in -о and -е that bend all the same. */
#define NEUTER_SUFFIXES \
	"ство общество зеро войско село дело право слово место болото море поле " \
	"льцо ище ово ево ино ыно ие ье"

/* ---- rows of endings ---- */

/* An accusative that is the nominative or the genitive. */
#define ANIM NULL

/* Plurals, each with the way it makes its genitive. */
#define PL_HARD {"ы", "ов", "ам", ANIM, "ами", "ах"}, TB_GP_OV
#define PL_SOFT {"и", "ей", "ям", ANIM, "ями", "ях"}, TB_GP_ENDING
#define PL_EV {"и", "ев", "ям", ANIM, "ями", "ях"}, TB_GP_ENDING
#define PL_IEV {"ии", "иев", "иям", ANIM, "иями", "иях"}, TB_GP_ENDING
#define PL_ANE {"е", "", "ам", ANIM, "ами", "ах"}, TB_GP_ENDING
#define PL_ZERO {"ы", "", "ам", ANIM, "ами", "ах"}, TB_GP_ZERO
#define PL_NEUT {"а", "", "ам", ANIM, "ами", "ах"}, TB_GP_ZERO_NEUT
#define PL_YA {"и", "ь", "ям", ANIM, "ями", "ях"}, TB_GP_SOFT
#define PL_IYA {"ии", "ий", "иям", ANIM, "иями", "иях"}, TB_GP_ENDING
#define PL_ERI {"ери", "ерей", "ерям", ANIM, "ерями", "ерях"}, TB_GP_ENDING
#define PL_MORE {"я", "ей", "ям", ANIM, "ями", "ях"}, TB_GP_ENDING
#define PL_IE {"ия", "ий", "иям", ANIM, "иями", "иях"}, TB_GP_ENDING
#define PL_JE {"ья", "ий", "ьям", ANIM, "ьями", "ьях"}, TB_GP_ENDING
#define PL_MYA {"мена", "мён", "менам", ANIM, "менами", "менах"}, TB_GP_ENDING

#define ROW(name) static const TbEndings name

ROW(masc_hard) = {{"", "а", "у", ANIM, "ом", "е"}, PL_HARD};
ROW(masc_sign) = {{"ь", "я", "ю", ANIM, "ем", "е"}, PL_SOFT};
ROW(masc_short_i) = {{"й", "я", "ю", ANIM, "ем", "е"}, PL_EV};
ROW(masc_iy) = {{"ий", "ия", "ию", ANIM, "ием", "ии"}, PL_IEV};
ROW(masc_anin) = {{"ин", "ина", "ину", ANIM, "ином", "ине"}, PL_ANE};
ROW(masc_put) = {{"ь", "и", "и", ANIM, "ем", "и"}, PL_SOFT};
ROW(fem_a) = {{"а", "ы", "е", "у", "ой", "е"}, PL_ZERO};
ROW(fem_ya) = {{"я", "и", "е", "ю", "ей", "е"}, PL_YA};
ROW(fem_iya) = {{"ия", "ии", "ии", "ию", "ией", "ии"}, PL_IYA};
ROW(fem_sign) = {{"ь", "и", "и", "ь", "ью", "и"}, PL_SOFT};
ROW(fem_mat) = {{"ь", "ери", "ери", "ь", "ерью", "ери"}, PL_ERI};
ROW(neut_o) = {{"о", "а", "у", "о", "ом", "е"}, PL_NEUT};
ROW(neut_e) = {{"е", "я", "ю", "е", "ем", "е"}, PL_MORE};
ROW(neut_hissing) = {{"е", "а", "у", "е", "ем", "е"}, PL_NEUT};
ROW(neut_ie) = {{"ие", "ия", "ию", "ие", "ием", "ии"}, PL_IE};
ROW(neut_je) = {{"ье", "ья", "ью", "ье", "ьем", "ье"}, PL_JE};
ROW(neut_mya) = {{"мя", "мени", "мени", "мя", "менем", "мени"}, PL_MYA};
ROW(plural_ane) = {{"е", "", "", ANIM, "", ""}, PL_ANE};

/* ---- making a bend ---- */

void
tb_bend_fixed(TbBend *bend)
{
	bend->endings = NULL;
	bend->genders = NULL;
	bend->irregular = NULL;
	bend->gender = 0;
	bend->animate = bend->plural_only = false;
	bend->stressed = bend->yo = bend->plural_a = false;
	bend->genitive[0] = '\0';
	memcpy(bend->stem, bend->word.text, bend->word.len + 1);
	bend->stem_len = bend->word.len;
}

/* The stem is the word without the last bytes. */
static void
cut_stem(TbBend *bend, size_t bytes)
{
	bend->stem_len = bend->word.len - (uint32_t) bytes;
	bend->stem[bend->stem_len] = '\0';
}

/* Replace the last bytes of the stem (never longer than the word and two). */
static void
change_stem(TbBend *bend, size_t bytes, const char *tail)
{
	bend->stem_len -= (uint32_t) bytes;
	strcpy(bend->stem + bend->stem_len, tail);
	bend->stem_len += (uint32_t) strlen(tail);
}

void
tb_bend_row(TbBend *bend, const TbEndings *row, TbGram gender,
			const char *ending)
{
	bend->endings = row;
	bend->gender = gender;
	cut_stem(bend, strlen(ending));
}

/* Does -ец keep its vowel: кузнец, мудрец, but голландец, ташкентец? */
static bool
ets_is_stable(const TbWord *word)
{
	uint32_t	before = tb_word_letter(word, 3);

	if (tb_word_among(word, " льстец чтец "))
		return true;
	return tb_word_ends_in(word, "рец лец нец вец мец") &&
		tb_is_consonant(before) && before != 0x43D && before != 0x440 &&
		before != 0x43B && before != 0x43C;
}

/* боец -> бойц-, Елец -> Ельц-, Череповец -> Череповц- */
static void
drop_ets(TbBend *bend)
{
	uint32_t	before = tb_word_letter(&bend->word, 2);

	if (tb_word_letters(&bend->word) < 4 || ets_is_stable(&bend->word))
		return;
	if (tb_is_vowel(before))
		change_stem(bend, strlen("ец"), "йц");
	else if (before == 0x43B)
		change_stem(bend, strlen("ец"), "ьц");
	else
		change_stem(bend, strlen("ец"), "ц");
}

static void
bend_consonant(TbBend *bend)
{
	const TbWord *word = &bend->word;

	if (tb_word_ends_in(word, "анин янин") && !word->capital &&
		tb_word_letters(word) > 5)
		tb_bend_row(bend, &masc_anin, TB_MASC, "ин");
	else
		tb_bend_row(bend, &masc_hard, TB_MASC, "");
	if (tb_word_ends(word, "ец"))
		drop_ets(bend);
}

/* A soft sign does not tell the gender; these suffixes do. */
static bool
soft_is_masculine(const TbWord *word, const TbNounHints *hints)
{
	if (tb_word_among(word, " мать дочь "))
		return false;
	if (hints->animate || tb_word_among(word, MASC_SOFT_WORDS))
		return true;
	if (tb_word_ends_in(word, "тель арь ырь брь поль славль"))
		return true;
	return word->capital && tb_word_ends_in(word, "ель аль иль омль ошль");
}

static void
bend_soft_sign(TbBend *bend, const TbNounHints *hints)
{
	const TbWord *word = &bend->word;

	if (hints->gender != TB_FEM &&
		(hints->gender == TB_MASC || soft_is_masculine(word, hints)))
	{
		tb_bend_row(bend, tb_word_equals(word, "путь") ? &masc_put : &masc_sign,
				TB_MASC, "ь");
		bend->yo = tb_word_among(word, YO_WORDS) || tb_word_ends(word, "брь") ||
			(tb_word_ends(word, "арь") && !tb_word_ends_in(word, "карь сарь"));
		return;
	}
	tb_bend_row(bend, &fem_sign, TB_FEM, "ь");
	if (tb_word_among(word, " мать дочь "))
		bend->endings = &fem_mat;
	else if (tb_word_equals(word, "церковь"))
		change_stem(bend, strlen("ов"), "в");
}

static void
bend_a(TbBend *bend)
{
	if (!tb_is_vowel(tb_word_letter(&bend->word, 1)))
		tb_bend_row(bend, &fem_a, TB_FEM, "а");
}

static void
bend_ya(TbBend *bend)
{
	const TbWord *word = &bend->word;

	if (tb_word_among(word, MYA_WORDS))
		tb_bend_row(bend, &neut_mya, TB_NEUT, "мя");
	else if (tb_word_ends(word, "ия") && tb_word_letters(word) > 3)
		tb_bend_row(bend, &fem_iya, TB_FEM, "ия");
	else
		tb_bend_row(bend, &fem_ya, TB_FEM, "я");
}

/* Does a name in -о or -е bend?  Осло does not, Министерство does. */
static bool
neuter_bends(const TbWord *word, const TbNounHints *hints)
{
	if (tb_word_among(word, FIXED_WORDS))
		return false;
	if (hints->gender == TB_NEUT || hints->genitive.len > 0)
		return true;
	if (tb_word_ends_in(word, NEUTER_SUFFIXES))
		return tb_word_letters(word) > 3;
	if (tb_word_letter(word, 0) == 0x435)
		return !word->capital && tb_word_ends_in(word, "ще це же че");
	return !word->capital && !tb_is_vowel(tb_word_letter(word, 1));
}

static void
bend_neuter(TbBend *bend, const TbNounHints *hints)
{
	const TbWord *word = &bend->word;
	uint32_t	before = tb_word_letter(word, 1);

	if (!neuter_bends(word, hints))
		return;
	if (tb_word_ends(word, "о"))
		tb_bend_row(bend, &neut_o, TB_NEUT, "о");
	else if (tb_word_ends(word, "ие"))
		tb_bend_row(bend, &neut_ie, TB_NEUT, "ие");
	else if (tb_word_ends(word, "ье"))
		tb_bend_row(bend, &neut_je, TB_NEUT, "ье");
	else if (tb_is_sibilant(before) || before == 0x446)
		tb_bend_row(bend, &neut_hissing, TB_NEUT, "е");
	else
		tb_bend_row(bend, &neut_e, TB_NEUT, "е");
}

/*
 * Has a plural in -ы or -и a genitive without an ending?  Places mostly have
 * (Филиппин, Черкасс, Химок), men have not (аналитиков), women have
 * (журналисток).
 */
static bool
plural_is_feminine(const TbWord *word, bool animate)
{
	if (tb_word_among(word, FEM_PLURALS))
		return true;
	if (tb_word_among(word, " магазины раввины участки остатки "))
		return false;
	if (tb_word_ends_in(word, "ины шки чки жки"))
		return true;
	if (animate)
		return tb_word_ends_in(word, "тки нки рки");
	if (word->capital)
		return tb_word_ends_in(word, "ссы ллы нны ки щи");
	return tb_word_ends_in(word, "вки пки щи");
}

/* Plural-only nouns in -ы and -и: the row by what stands before. */
static void
bend_plural_y(TbBend *bend, bool animate)
{
	const TbWord *word = &bend->word;
	uint32_t	before = tb_word_letter(word, 1);
	const TbEndings *row = &masc_sign;

	if (tb_word_ends(word, "ьи"))
		row = &fem_ya;			/* судьи, судей */
	else if (tb_is_vowel(before))
		row = &masc_short_i;
	else if (tb_word_ends(word, "ы") || tb_is_velar(before) ||
			 tb_is_sibilant(before))
		row = plural_is_feminine(word, animate) ? &fem_a : &masc_hard;
	tb_bend_row(bend, row, 0, "и");
}

/* Plural-only nouns: the row by the ending. */
static void
bend_plural(TbBend *bend, bool animate)
{
	const TbWord *word = &bend->word;

	bend->plural_only = true;
	if (tb_word_ends_in(word, "ане яне"))
		tb_bend_row(bend, &plural_ane, 0, "е");
	else if (tb_word_ends(word, "ии"))
		tb_bend_row(bend, animate ? &masc_iy : &fem_iya, 0, "ии");
	else if (tb_word_ends_in(word, "ы и"))
		bend_plural_y(bend, animate);
	else if (tb_word_among(word, " острова леса города "))
	{
		tb_bend_row(bend, &masc_hard, 0, "а");
		bend->plural_a = true;
	}
	else if (tb_word_ends(word, "а"))
		tb_bend_row(bend, &neut_o, 0, "а");
	else if (tb_word_ends(word, "ия"))
		tb_bend_row(bend, &neut_ie, 0, "ия");
	else if (tb_word_ends(word, "ья"))
		tb_bend_row(bend, &neut_je, 0, "ья");
	else if (tb_word_ends(word, "я"))
		tb_bend_row(bend, &neut_e, 0, "я");
}

/* The genitive of the data gives the stem: Орла -> Орл-. */
static void
use_genitive(TbBend *bend, TbStr genitive)
{
	TbWord		gen;
	size_t		cut = 2;

	if (bend->endings == NULL || !tb_word_set(&gen, genitive))
		return;
	if (bend->plural_only)
	{
		memcpy(bend->genitive, gen.text, gen.len + 1);
		return;
	}
	if (bend->endings == &masc_iy || bend->endings == &fem_iya ||
		bend->endings == &neut_ie || bend->endings == &neut_je)
		cut = 4;
	else if (bend->endings == &fem_mat || bend->endings == &neut_mya)
		return;
	if (gen.len <= cut)
		return;
	memcpy(bend->stem, gen.text, gen.len + 1);
	bend->stem_len = gen.len - (uint32_t) cut;
	bend->stem[bend->stem_len] = '\0';
}

/* Choose the row of a singular noun by its last letter. */
static void
noun_row(TbBend *bend, const TbNounHints *hints)
{
	uint32_t	last = tb_word_letter(&bend->word, 0);

	if (last == 0x43E || last == 0x435)
		bend_neuter(bend, hints);
	else if (last == 0x430)
		bend_a(bend);
	else if (last == 0x44F)
		bend_ya(bend);
	else if (last == 0x44C)
		bend_soft_sign(bend, hints);
	else if (hints->gender == TB_FEM)
		return;					/* no feminine ends in a consonant */
	else if (last == 0x439)
	{
		if (tb_word_ends(&bend->word, "ий") && tb_word_letters(&bend->word) > 3)
			tb_bend_row(bend, &masc_iy, TB_MASC, "ий");
		else
			tb_bend_row(bend, &masc_short_i, TB_MASC, "й");
	}
	else if (tb_is_consonant(last))
		bend_consonant(bend);
}

void
tb_bend_noun(TbBend *bend, const TbNounHints *hints)
{
	tb_bend_fixed(bend);
	if (tb_word_letters(&bend->word) < 2)
		return;
	if (hints->plural)
		bend_plural(bend, hints->animate);
	else
		noun_row(bend, hints);
	if (hints->gender != 0)
		bend->gender = hints->gender;
	bend->animate = hints->animate;
	bend->stressed = tb_word_among(&bend->word, STRESSED) ||
		(!bend->word.capital && tb_word_ends(&bend->word, "ич"));	/* омич */
	bend->yo = bend->yo || tb_word_among(&bend->word, YO_WORDS);
	bend->plural_a = bend->plural_a || tb_word_among(&bend->word, PLURAL_A);
	for (size_t i = 0; i < sizeof(irregular_plurals) / sizeof(TbPlurals); i++)
		if (tb_word_equals(&bend->word, irregular_plurals[i].noun) ||
			(hints->plural &&
			 tb_word_equals(&bend->word, irregular_plurals[i].nom)))
			bend->irregular = &irregular_plurals[i];
	if (hints->genitive.len > 0)
		use_genitive(bend, hints->genitive);
}
