/*
 * inflect_person.c
 *	  A person's name in one case.
 *
 * The idea: what a part of a name is decides how it bends.  Токаевым is a
 * surname (-ым) and Яковом a given name (-ом); Ашимбаева bends like an
 * adjective and Кучма like глава; a woman's Ким stays, a man's becomes Кима.
 *
 * Stages:
 *	1. Parts that never bend are set aside: initials, фон and де, оглы.
 *	2. The patronymic is known by its ending and shows the order: given name
 *	   before it and surname behind, or both before.  Without one the given
 *	   name comes first, unless only the first part looks like a surname
 *	   (Токаев Касым-Жомарт).  Of Chinese and Korean names only the last part
 *	   bends (Ким Чен Ын, Ким Чен Ына).
 *	3. The gender, when it is not given: by the patronymic, by the surname
 *	   (-ов m, -ова f), by the given name.
 *	4. Each part is declined by its kind.
 *
 * Example: «Айгуль Сериковна Нурпеисова», dative.  Сериковна is a patronymic
 * and feminine; so Айгуль is the given name, and as a Turkic one in -уль it
 * stays; Нурпеисова takes the surname's row: «Айгуль Сериковне Нурпеисовой».
 */
#include "lex/inflect.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/decline.h"

#define MAX_PARTS 12

/* They make the word before them a patronymic: Гейдар оглы. */
#define PARTICLES " оглы оглу кызы қызы гызы улы ұлы уулу угли кизи "

typedef enum PartKind
{
	PART_FIXED, PART_GIVEN, PART_PATRONYMIC, PART_SURNAME
} PartKind;

typedef struct Part
{
	TbSpan		span;
	TbWord		word;
	PartKind	kind;
} Part;

typedef struct Person
{
	TbStr		name;
	Part		parts[MAX_PARTS];
	int			n;
	int			core[MAX_PARTS];	/* parts that may bend */
	int			ncore;
	TbGram		gender;
} Person;

/* Masculine given names that end like surnames. */
#define GIVEN_IN \
	" константин валентин мартин мартын августин вениамин беньямин айдын " \
	"айкын еркин эркин турсын токтасын амин эмин яков иаков лев дастин " \
	"марвин кевин гэвин гавин дарвин мелвин элвин ирвин анутин каталин юстин северин робин эдвин ясин таскын жалын арын "

/* Feminine given names that end like surnames. */
#define GIVEN_INA \
	" агриппина аделина акулина алевтина алина альбина амина ангелина " \
	"анджелина антонина арина валентина василина виталина галина дарина " \
	"жасмина жозефина залина зарина ирина капитолина карина каролина " \
	"катарина екатерина катерина кристина лина магдалина мадина марина " \
	"мартина махина нармина нигина паулина полина регина розалина руфина " \
	"сабина сталина тахмина устина фаина хасина христина эвелина элина " \
	"юстина янина ярина ясмина "

/* Feminine given names that do not end in -а or -я. */
#define WOMEN \
	" айгерим айнур жанар гульнар раушан жибек молдир аружан томирис баян " \
	"шолпан салтанат назым меруерт ботагоз перизат карлыгаш кармен " \
	"кристин кэтрин маргарет элизабет жаклин элен эллен ингрид астрид " \
	"мэрилин рейчел хелен кейт ассоль амаль аннабель дженнифер джейн " \
	"грейс хиллари нэнси мэри софи этери гаухар зейнеп кымбат акмарал " \
	"махаббат балнур гульжан любовь нинель руфь юдифь эсфирь суламифь " \
	"асель айсель адель рахиль изабель николь мишель анель жанель данель " \
	"айрин катрин сюзан ирен вивиан алтын бегайым сауле райхан долорес " \
	"мерседес пилар кристель шанталь ляззат айман гулим асем "

/* Women's names in a soft sign that do bend: Любови, Любовью. */
#define BENDING_WOMEN \
	" любовь нинель руфь юдифь эсфирь рахиль суламифь ассоль "

/* Given names that drop their vowel. */
static const struct
{
	const char *name;
	const char *genitive;
}			fleeting[] = {
	{"лев", "Льва"}, {"петр", "Петра"}, {"павел", "Павла"},
};

/* French names with the stress on the last vowel. */
#define FIXED_SURNAMES " дюма золя тома петипа дега люка бенуа труа "

/* Surnames in -ина that bend as the noun they are: Щербины, not Щербиной. */
#define NOUNS_INA " калина малина щербина глина дубина былина "

/* Surnames that open Chinese and Korean names. */
#define EASTERN \
	" ван чжан чжоу чэнь хуан линь сунь дэн цинь лян фань фэн хань цзян чжэн " \
	"вэнь шэнь пэн цай лю ли си у чжао сюй ма ху го хэ мао ким пак чон мун " \
	"юн чхве нгуен чан тан лэй дин ян хо во то фам ле бо цзэн лоу "

/* Is the word spelled as Chinese and Korean names are: Цзиньпин, Ын? */
static bool
looks_chinese(const TbWord *word)
{
	return tb_word_vowels(word) == 1 || strstr(word->low, "цз") != NULL ||
		strstr(word->low, "чж") != NULL || strstr(word->low, "нь") != NULL ||
		strstr(word->low, "сяо") != NULL || strstr(word->low, "хуа") != NULL;
}

/* ---- parts ---- */

/* Does the part never bend: К., фон, оглы, Latin letters? */
static bool
never_bends(const TbWord *word)
{
	uint32_t	last = tb_word_letter(word, 0);

	return !tb_is_cyrillic(last) || tb_word_letters(word) < 2 ||
		strcmp(word->text, word->low) == 0 ||
		tb_word_among(word, PARTICLES " ибн бин бен аль эль фон де да ди дель "
					  "ла дер ван-дер ");
}

/* The part just set bends or not; before оглы its neighbour does not. */
static void
add_part(Person *person)
{
	const TbWord *word = &person->parts[person->n].word;

	if (!never_bends(word))
		person->core[person->ncore++] = person->n;
	else if (tb_word_among(word, PARTICLES) && person->ncore > 1 &&
			 person->core[person->ncore - 1] == person->n - 1)
		person->ncore--;
	person->n++;
}

/* Cut the name into parts; false when there are too many. */
static bool
cut_parts(Person *person)
{
	uint32_t	start = 0;

	person->n = person->ncore = 0;
	for (uint32_t i = 0; i <= person->name.len; i++)
	{
		Part	   *part = &person->parts[person->n];

		if (i < person->name.len && person->name.data[i] != ' ')
			continue;
		if (i > start)
		{
			if (person->n == MAX_PARTS ||
				!tb_word_set(&part->word, (TbStr) {
					person->name.data + start, i - start
				}))
				return false;
			part->span = (TbSpan) {start, i};
			part->kind = PART_FIXED;
			add_part(person);
		}
		start = i + 1;
	}
	return true;
}

static Part *
core_part(Person *person, int i)
{
	return &person->parts[person->core[i]];
}

/* Константин, Насреддин, Турсын, Галина: no surnames for all their -ин. */
static bool
is_given_in(const TbWord *word)
{
	return tb_word_among(word, GIVEN_IN) || tb_word_among(word, GIVEN_INA) ||
		tb_word_ends_in(word, "ддин тдин удин идин сын кын гын");
}

/* Like a Russian surname in the nominative, and not like Константин? */
static bool
nominative_surname(const TbWord *word, TbGram gender)
{
	TbWord		man;

	if (is_given_in(word))
		return false;
	if ((gender != TB_FEM && tb_word_is_possessive(word)) ||
		tb_word_ends_in(word, "ский цкий ская цкая енко"))
		return true;
	return tb_word_ends_in(word, "ова ева") &&
		tb_word_set(&man, (TbStr) {word->text, word->len - 2}) &&
		tb_word_is_possessive(&man);
}

/* Is a bending part a patronymic?  Its gender is the person's. */
static bool
is_patronymic_part(Person *person, int i)
{
	const TbWord *word = &core_part(person, i)->word;
	TbGram		gender;

	if (!tb_is_patronymic((TbStr) {word->text, word->len}, &gender))
		return false;
	if (person->gender == 0)
		person->gender = gender;
	return true;
}

/*
 * The patronymic among the bending parts, or -1.  The last of two may as
 * well be a surname (Анна Макаревич), and bends like one.
 */
static int
find_patronymic(Person *person)
{
	int			last = person->ncore - 1;
	const TbWord *word;

	if (last < 1)
		return -1;
	word = &core_part(person, last)->word;
	if (last == 1 && tb_word_ends(word, "ич"))
		return -1;
	if (is_patronymic_part(person, 1))
		return 1;
	return is_patronymic_part(person, last) ? last : -1;
}

/* The gender of a given name, where it tells. */
static TbGram
given_gender(const TbWord *word)
{
	uint32_t	last = tb_word_letter(word, 0);

	if (tb_word_among(word, WOMEN) || tb_word_ends_in(word, "гуль куль"))
		return TB_FEM;
	if (strncmp(word->low, "гуль", strlen("гуль")) == 0)
		return TB_FEM;
	if (tb_word_among(word, " илья никита фома лука кузьма савва мустафа муса "
					  "иса мурза хамза ходжа реза саша женя "))
		return TB_MASC;
	if (last == 0x430 || last == 0x44F)
		return tb_word_ends_in(word, "лла мырза мурза кожа ходжа") &&
			!tb_word_among(word, " алла элла стелла белла нелла камилла ") ?
			TB_MASC : TB_FEM;
	return tb_is_vowel(last) ? 0 : TB_MASC;
}

/* Only the last part of Ким Чен Ын and Си Цзиньпин bends. */
static bool
is_eastern(const Person *person)
{
	int			syllables = 0;

	for (int i = 0; i < person->n; i++)
		syllables += tb_word_vowels(&person->parts[i].word);
	if (person->n == 3 && person->ncore == 3 && syllables == 3)
		return true;			/* Пан Ги Мун */
	return person->n > 1 && tb_word_among(&person->parts[0].word, EASTERN) &&
		looks_chinese(&person->parts[person->n - 1].word);
}

static bool
looks_surname(Person *person, int i)
{
	return nominative_surname(&core_part(person, i)->word, person->gender);
}

/* Ильина, but not Галина and Нина. */
static bool
is_in_surname(const TbWord *word)
{
	TbBend		bend;

	bend.word = *word;
	return tb_word_ends_in(word, "ина ына") && !is_given_in(word) &&
		tb_bend_surname(&bend, TB_FEM);
}

/* Without a patronymic: Токаев Касым-Жомарт, Ильина Анна. */
static bool
is_surname_first(Person *person)
{
	const TbWord *first = &core_part(person, 0)->word;
	const TbWord *last = &core_part(person, person->ncore - 1)->word;

	if (person->ncore == 1)
		return !is_given_in(first) && !tb_word_among(first, BENDING_WOMEN);
	if (looks_surname(person, person->ncore - 1))
		return false;
	if (looks_surname(person, 0))
		return true;
	return is_in_surname(first) && !is_in_surname(last) &&
		!tb_word_ends_in(last, "ая яя") && given_gender(last) == TB_FEM;
}

/* Tell the kind of each bending part by their order. */
static void
tell_kinds(Person *person)
{
	int			n = person->ncore;
	int			patronymic = find_patronymic(person);
	bool		surname_first;

	if (is_eastern(person))
	{
		if (n > 0 && person->core[n - 1] == person->n - 1)
			person->parts[person->n - 1].kind = PART_GIVEN;
		return;
	}
	if (n == 0)
		return;
	if (patronymic >= 0)
		surname_first = patronymic == n - 1 && n > 2;
	else
		surname_first = is_surname_first(person);
	for (int i = 0; i < n; i++)
		core_part(person, i)->kind = PART_GIVEN;
	if (n > 1 || surname_first)
		core_part(person, surname_first ? 0 : n - 1)->kind = PART_SURNAME;
	if (patronymic >= 0)
		core_part(person, patronymic)->kind = PART_PATRONYMIC;
}

/* ---- gender ---- */

/* By the surname, where it tells: Токаев, Матвиенко does not. */
static TbGram
surname_gender(const TbWord *word)
{
	TbBend		bend;

	if (tb_word_is_possessive(word) ||
		tb_word_ends_in(word, "ский цкий ской цкой ый"))
		return TB_MASC;
	if (tb_word_ends_in(word, "ская цкая ная вая лая тая"))
		return TB_FEM;
	bend.word = *word;
	return tb_bend_surname(&bend, 0) ? TB_FEM : 0;
}

static void
tell_gender(Person *person)
{
	TbGram		by_given = 0;
	TbGram		by_surname = 0;

	if (person->gender != 0)
		return;
	for (int i = 0; i < person->n; i++)
	{
		const Part *part = &person->parts[i];

		if (part->kind == PART_SURNAME)
			by_surname = surname_gender(&part->word);
		else if (part->kind == PART_GIVEN && by_given == 0)
			by_given = given_gender(&part->word);
	}
	/* men are called Калина too */
	if (by_surname == TB_FEM && by_given == TB_MASC)
		for (int i = 0; i < person->n; i++)
			if (person->parts[i].kind == PART_SURNAME &&
				tb_word_among(&person->parts[i].word, NOUNS_INA))
				by_surname = 0;
	person->gender = by_surname != 0 ? by_surname :
		by_given != 0 ? by_given : TB_MASC;
}

/* ---- declining a part ---- */

/* A noun of a person: -о and -е stay, women's consonants stay. */
static void
bend_person_noun(TbBend *bend, TbGram gender, TbStr genitive)
{
	TbNounHints hints = {gender, false, true, genitive};
	uint32_t	last = tb_word_letter(&bend->word, 0);

	tb_bend_fixed(bend);
	if (last == 0x43E || last == 0x435)
		return;
	if (gender == TB_FEM && last != 0x430 && last != 0x44F)
		return;
	tb_bend_noun(bend, &hints);
}

static void
bend_given(TbBend *bend, TbGram gender)
{
	TbNounHints woman = {TB_FEM, false, true, {NULL, 0}};
	TbStr		genitive = {NULL, 0};

	for (size_t i = 0; i < sizeof(fleeting) / sizeof(fleeting[0]); i++)
		if (gender == TB_MASC && tb_word_equals(&bend->word, fleeting[i].name))
			genitive = (TbStr) {
				fleeting[i].genitive, (uint32_t) strlen(fleeting[i].genitive)
			};
	if (gender == TB_FEM && tb_word_among(&bend->word, BENDING_WOMEN))
		tb_bend_noun(bend, &woman);
	else
		bend_person_noun(bend, gender, genitive);
}

/* Surnames like adjectives: Толстой, Толстая; Черных stays. */
static bool
bend_adjectival(TbBend *bend, TbGram gender)
{
	if (tb_word_ends_in(&bend->word, "ых их") &&
		!tb_word_ends_in(&bend->word, "лих рих"))
	{
		tb_bend_fixed(bend);
		return true;
	}
	return tb_bend_adjective(bend, false, true) && bend->gender == gender;
}

static void
bend_one_surname(TbBend *bend, TbGram gender)
{
	bend->animate = true;
	if (tb_word_among(&bend->word, FIXED_SURNAMES))
		tb_bend_fixed(bend);
	else if (tb_word_among(&bend->word, NOUNS_INA) ||
			 (!tb_bend_surname(bend, gender) && !bend_adjectival(bend, gender)))
		bend_person_noun(bend, gender, (TbStr) {NULL, 0});
	bend->animate = true;
}

static void
bend_part(TbBend *bend, PartKind kind, TbGram gender, bool last)
{
	if (kind == PART_GIVEN)
	{
		/* Анна-Мария bends twice, Касым-Жомарт once */
		if (last || (gender == TB_FEM && tb_word_ends_in(&bend->word, "а я")))
			bend_given(bend, gender);
		else
			tb_bend_fixed(bend);
	}
	else if (kind == PART_PATRONYMIC && last)
		bend_person_noun(bend, gender, (TbStr) {NULL, 0});
	else if (kind == PART_PATRONYMIC)
		tb_bend_fixed(bend);
	else if (last || nominative_surname(&bend->word, gender) ||
			 (gender == TB_FEM && tb_word_ends_in(&bend->word, "а я")))
		bend_one_surname(bend, gender);
	else
		tb_bend_fixed(bend);
}

/* ---- printing ---- */

static bool
append(char *out, const char *s, size_t n)
{
	size_t		len = strlen(out);

	if (len + n >= TB_MAX_FORM)
		return false;
	memcpy(out + len, s, n);
	out[len + n] = '\0';
	return true;
}

/* A part in a case, each piece between hyphens by itself. */
static bool
print_part(const Part *part, TbGram gender, TbCase kase, char *out)
{
	const TbWord *word = &part->word;
	uint32_t	start = 0;

	for (uint32_t i = 0; i <= word->len; i++)
	{
		TbBend		bend;
		char		form[TB_NAME_WORD];

		if (i < word->len && word->text[i] != '-')
			continue;
		if (!tb_word_set(&bend.word, (TbStr) {word->text + start, i - start}))
			return false;
		bend_part(&bend, part->kind, gender, i == word->len);
		tb_bend_form(&bend, kase, false, 0, form);
		if (!append(out, form, strlen(form)) ||
			!append(out, "-", i < word->len))
			return false;
		start = i + 1;
	}
	return true;
}

bool
tb_inflect_person(TbStr name, TbGram gender, TbCase kase, char *out)
{
	Person		person;
	uint32_t	cursor = 0;

	person.name = name;
	person.gender = gender & TB_ALL_GENDERS;
	out[0] = '\0';
	if (!cut_parts(&person))
		return false;
	tell_kinds(&person);
	tell_gender(&person);
	for (int i = 0; i < person.n; i++)
	{
		const Part *part = &person.parts[i];

		if (!append(out, name.data + cursor, part->span.start - cursor))
			return false;
		if (part->kind == PART_FIXED ?
			!append(out, part->word.text, part->word.len) :
			!print_part(part, person.gender, kase, out))
			return false;
		cursor = part->span.end;
	}
	return append(out, name.data + cursor, name.len - cursor);
}
