/*
 * inflect_back.c
 *	  From a form that no list knows back to its nominative.
 *
 * The idea: the endings of a name fall into a few families, told by what
 * stands before the ending.  A rule says: behind such a stem this ending may
 * come from that nominative, in these cases, and is so likely.  All rules
 * that fit give candidates; the likeliest comes first, and the word itself
 * as a nominative is always among them.
 *
 *	family		stem					forms
 *	POSS		-ов -ев -ин -ын			Токаев|ым, Токаев|ой, Токаев|ых
 *	SKI			-ск -цк					Шуков|ского, Шуков|ской
 *	CONS		other consonants		Мукаш|а, Кучм|ой, Юревич|ем
 *	SOFT		a consonant before ь, я Коваль, Ковал|я
 *	YOT			a vowel before й, я		Гайда|я, Васили|ем
 *
 * Example: «Нурпеисовой».  The ending -ой leaves «Нурпеисов», which is POSS:
 * the only reading is a woman's Нурпеисова in an oblique case, weight 100.
 * «Дуйсекова» leaves «Дуйсеков»: a man's genitive (70) or a woman's nominative
 * (65); the context decides.
 *
 * The test test_inflect.c declines more than 200 surnames forward and looks
 * for each of them among the lemmas of all its forms.
 */
#include "lex/inflect.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/decline.h"

typedef enum StemKind
{
	STEM_POSS,					/* ов ев ин ын */
	STEM_SKI,					/* ск цк */
	STEM_CONS,					/* a consonant, none of the above */
	STEM_HARD,					/* CONS without velars, sibilants, ц */
	STEM_VELAR,					/* г к х */
	STEM_HISS,					/* ж ш ч щ ц */
	STEM_VOWEL,					/* a vowel */
	STEM_ADJ,					/* в к л н р т, as most adjectives have */
	STEM_VN,					/* вн чн: patronymics */
	STEM_ANY_CONS				/* any consonant */
} StemKind;

/* Parts that a rule is for. */
enum
{
	S = 1 << TB_PART_SURNAME,
	P = 1 << TB_PART_PATRONYMIC,
	G = 1 << TB_PART_GIVEN
};

typedef struct BackRule
{
	const char *form;			/* ending of the form (small, ё as е) */
	uint8_t		form_len;		/* its bytes */
	char		last;			/* the last of them; 0: none */
	const char *lemma;			/* ending of the nominative */
	StemKind	stem;
	int			parts;
	TbGram		gram;
	int			weight;
} BackRule;

#define RULE(form, lemma, ...) \
	{form, sizeof(form) - 1, sizeof(form) > 1 ? form[sizeof(form) - 2] : 0, lemma, __VA_ARGS__}
#define M TB_MASC
#define F TB_FEM
#define MF (TB_MASC | TB_FEM)
#define GA (TB_GEN | TB_ACC)
#define OBLIQUE (TB_GEN | TB_DAT | TB_INS | TB_PRE)
#define PL(cases) ((TbGram) (cases) << TB_PLURAL_SHIFT)
#define PL_OBLIQUE PL(TB_GEN | TB_ACC | TB_PRE)

static const BackRule rules[] = {
	/* Токаев, Токаева */
	RULE("", "", STEM_POSS, S, M | TB_NOM, 100),
	RULE("а", "", STEM_POSS, S, M | GA, 70),
	RULE("а", "а", STEM_POSS, S, F | TB_NOM, 65),
	RULE("у", "", STEM_POSS, S, M | TB_DAT, 70),
	RULE("у", "а", STEM_POSS, S, F | TB_ACC, 60),
	RULE("ым", "", STEM_POSS, S, M | TB_INS | PL(TB_DAT), 100),
	RULE("ым", "ой", STEM_POSS, S, M | TB_INS | PL(TB_DAT), 20),	/* Луговой */
	RULE("ом", "", STEM_POSS, S, M | TB_INS, 20),
	RULE("е", "", STEM_POSS, S, M | TB_PRE, 90),
	RULE("ой", "а", STEM_POSS, S, F | OBLIQUE, 100),
	RULE("ою", "а", STEM_POSS, S, F | TB_INS, 90),
	RULE("ы", "", STEM_POSS, S, M | PL(TB_NOM), 90),
	RULE("ых", "", STEM_POSS, S, M | PL_OBLIQUE, 95),
	RULE("ыми", "", STEM_POSS, S, M | PL(TB_INS), 95),
	/* a man's Калина */
	RULE("а", "а", STEM_POSS, S, M | TB_NOM, 10),
	RULE("ы", "а", STEM_POSS, S, MF | TB_GEN, 10),
	RULE("у", "а", STEM_POSS, S, M | TB_ACC, 10),
	RULE("е", "а", STEM_POSS, S, MF | TB_DAT | TB_PRE, 10),
	RULE("ой", "а", STEM_POSS, S, M | TB_INS, 10),

	/* Песковский, Песковская */
	RULE("ий", "ий", STEM_SKI, S, M | TB_NOM, 100),
	RULE("ой", "ой", STEM_SKI, S, M | TB_NOM, 30),
	RULE("ого", "ий", STEM_SKI, S, M | GA, 100),
	RULE("ого", "ой", STEM_SKI, S, M | GA, 15),
	RULE("ому", "ий", STEM_SKI, S, M | TB_DAT, 100),
	RULE("ому", "ой", STEM_SKI, S, M | TB_DAT, 15),
	RULE("им", "ий", STEM_SKI, S, M | TB_INS | PL(TB_DAT), 100),
	RULE("им", "ой", STEM_SKI, S, M | TB_INS | PL(TB_DAT), 15),
	RULE("ом", "ий", STEM_SKI, S, M | TB_PRE, 95),
	RULE("ом", "ой", STEM_SKI, S, M | TB_PRE, 15),
	RULE("ая", "ая", STEM_SKI, S, F | TB_NOM, 100),
	RULE("ой", "ая", STEM_SKI, S, F | OBLIQUE, 95),
	RULE("ую", "ая", STEM_SKI, S, F | TB_ACC, 100),
	RULE("ие", "ий", STEM_SKI, S, M | PL(TB_NOM), 90),
	RULE("их", "ий", STEM_SKI, S, M | PL_OBLIQUE, 90),
	RULE("ими", "ий", STEM_SKI, S, M | PL(TB_INS), 90),

	/* Толстой, Белый, Горький, Зимний */
	RULE("ого", "ой", STEM_ANY_CONS, S, M | GA, 40),
	RULE("ого", "ый", STEM_HARD, S, M | GA, 55),
	RULE("ого", "ий", STEM_VELAR, S, M | GA, 55),
	RULE("ому", "ой", STEM_ANY_CONS, S, M | TB_DAT, 40),
	RULE("ому", "ый", STEM_HARD, S, M | TB_DAT, 55),
	RULE("ому", "ий", STEM_VELAR, S, M | TB_DAT, 55),
	RULE("ым", "ый", STEM_HARD, S, M | TB_INS | PL(TB_DAT), 55),
	RULE("ым", "ой", STEM_HARD, S, M | TB_INS | PL(TB_DAT), 40),
	RULE("им", "ий", STEM_VELAR, S, M | TB_INS | PL(TB_DAT), 55),
	RULE("им", "ой", STEM_VELAR, S, M | TB_INS | PL(TB_DAT), 30),
	RULE("им", "ой", STEM_HISS, S, M | TB_INS | PL(TB_DAT), 20),
	RULE("им", "ий", STEM_HISS, S, M | TB_INS | PL(TB_DAT), 30),
	RULE("им", "ий", STEM_HARD, S, M | TB_INS | PL(TB_DAT), 30),
	RULE("ом", "ый", STEM_HARD, S, M | TB_PRE, 15),
	RULE("ом", "ой", STEM_ANY_CONS, S, M | TB_PRE, 15),
	RULE("ом", "ий", STEM_VELAR, S, M | TB_PRE, 15),
	RULE("его", "ий", STEM_HARD, S, M | GA, 45),
	RULE("его", "ий", STEM_HISS, S, M | GA, 45),
	RULE("ему", "ий", STEM_HARD, S, M | TB_DAT, 45),
	RULE("ему", "ий", STEM_HISS, S, M | TB_DAT, 45),
	RULE("ем", "ий", STEM_HARD, S, M | TB_PRE, 15),
	RULE("ем", "ий", STEM_HISS, S, M | TB_PRE, 15),
	RULE("ый", "ый", STEM_HARD, S, M | TB_NOM, 80),
	RULE("ий", "ий", STEM_VELAR, S, M | TB_NOM, 80),
	RULE("ий", "ий", STEM_HISS, S, M | TB_NOM, 70),
	RULE("ой", "ой", STEM_ANY_CONS, S, M | TB_NOM, 40),
	RULE("ая", "ая", STEM_ADJ, S, F | TB_NOM, 65),
	RULE("ая", "ая", STEM_ANY_CONS, S, F | TB_NOM, 40),
	RULE("ой", "ая", STEM_ANY_CONS, S, F | OBLIQUE, 30),
	RULE("ую", "ая", STEM_ANY_CONS, S, F | TB_ACC, 65),
	RULE("яя", "яя", STEM_HARD, S, F | TB_NOM, 65),
	RULE("ей", "яя", STEM_HARD, S, F | OBLIQUE, 20),
	RULE("юю", "яя", STEM_HARD, S, F | TB_ACC, 65),
	RULE("ей", "ая", STEM_HISS, S, F | OBLIQUE, 20),
	RULE("ые", "ый", STEM_HARD, S, M | PL(TB_NOM), 40),
	RULE("ые", "ой", STEM_HARD, S, M | PL(TB_NOM), 30),
	RULE("ых", "ый", STEM_HARD, S, M | PL_OBLIQUE, 20),
	RULE("их", "ий", STEM_VELAR, S, M | PL_OBLIQUE, 20),

	/* Мукаш, Ким, Шевчук; Кучма, Глинка; Серик, Динара */
	RULE("", "", STEM_CONS, S | G, M | TB_NOM, 80),
	RULE("", "", STEM_CONS, S | G, F | TB_ALL_CASES, 20),
	RULE("", "", STEM_POSS, G, M | TB_NOM, 80),
	RULE("", "", STEM_POSS, S | G, F | TB_ALL_CASES, 15),
	RULE("а", "", STEM_CONS, S | G, M | GA, 60),
	RULE("а", "", STEM_POSS, G, M | GA, 60),
	RULE("а", "а", STEM_CONS, S, MF | TB_NOM, 45),
	RULE("а", "а", STEM_ANY_CONS, G, MF | TB_NOM, 62),
	RULE("у", "", STEM_CONS, S | G, M | TB_DAT, 60),
	RULE("у", "", STEM_POSS, G, M | TB_DAT, 60),
	RULE("у", "а", STEM_CONS, S, MF | TB_ACC, 40),
	RULE("у", "а", STEM_ANY_CONS, G, MF | TB_ACC, 50),
	RULE("ом", "", STEM_CONS, S | G, M | TB_INS, 80),
	RULE("ом", "", STEM_POSS, G, M | TB_INS, 80),
	RULE("ем", "", STEM_HISS, S | G, M | TB_INS, 80),
	RULE("е", "", STEM_CONS, S | G, M | TB_PRE, 50),
	RULE("е", "", STEM_POSS, G, M | TB_PRE, 50),
	RULE("е", "а", STEM_CONS, S, MF | TB_DAT | TB_PRE, 45),
	RULE("е", "а", STEM_ANY_CONS, G, MF | TB_DAT | TB_PRE, 52),
	RULE("ы", "а", STEM_HARD, S | G, MF | TB_GEN, 50),
	RULE("ы", "а", STEM_POSS, G, MF | TB_GEN, 50),
	RULE("ы", "", STEM_HARD, S, M | PL(TB_NOM), 20),
	RULE("и", "а", STEM_VELAR, S | G, MF | TB_GEN, 50),
	RULE("и", "а", STEM_HISS, S | G, MF | TB_GEN, 50),
	RULE("и", "", STEM_VELAR, S, M | PL(TB_NOM), 20),
	RULE("и", "", STEM_HISS, S, M | PL(TB_NOM), 20),
	RULE("ы", "а", STEM_HISS, S | G, MF | TB_GEN, 45),	/* -ца */
	RULE("ой", "а", STEM_CONS, S, MF | TB_INS, 45),
	RULE("ой", "а", STEM_ANY_CONS, G, MF | TB_INS, 60),
	RULE("ей", "а", STEM_HISS, S | G, MF | TB_INS, 45),

	/* Кравец, Кравца; Стрелец, Стрельца; Заец, Зайца */
	RULE("ца", "ец", STEM_ANY_CONS, S, M | GA, 61),
	RULE("цу", "ец", STEM_ANY_CONS, S, M | TB_DAT, 61),
	RULE("цем", "ец", STEM_ANY_CONS, S, M | TB_INS, 81),
	RULE("цом", "ец", STEM_ANY_CONS, S, M | TB_INS, 81),
	RULE("це", "ец", STEM_ANY_CONS, S, M | TB_PRE, 51),
	RULE("льца", "лец", STEM_VOWEL, S, M | GA, 62),
	RULE("льцу", "лец", STEM_VOWEL, S, M | TB_DAT, 62),
	RULE("льцем", "лец", STEM_VOWEL, S, M | TB_INS, 82),
	RULE("льцом", "лец", STEM_VOWEL, S, M | TB_INS, 82),
	RULE("льце", "лец", STEM_VOWEL, S, M | TB_PRE, 52),
	RULE("йца", "ец", STEM_VOWEL, S, M | GA, 62),
	RULE("йцу", "ец", STEM_VOWEL, S, M | TB_DAT, 62),
	RULE("йцем", "ец", STEM_VOWEL, S, M | TB_INS, 82),
	RULE("йце", "ец", STEM_VOWEL, S, M | TB_PRE, 52),

	/* Коваль, Игорь, Любовь; Кобзаря may be of Кобзарь or Кобзаря */
	RULE("ь", "ь", STEM_ANY_CONS, S | G, M | TB_NOM, 75),
	RULE("ь", "ь", STEM_ANY_CONS, S | G, F | TB_ALL_CASES, 20),
	RULE("я", "ь", STEM_ANY_CONS, S | G, M | GA, 55),
	RULE("я", "я", STEM_ANY_CONS, S | G, MF | TB_NOM, 45),
	RULE("ю", "ь", STEM_ANY_CONS, S | G, M | TB_DAT, 55),
	RULE("ю", "я", STEM_ANY_CONS, S | G, MF | TB_ACC, 40),
	RULE("ем", "ь", STEM_HARD, S | G, M | TB_INS, 60),
	RULE("ем", "ь", STEM_POSS, S | G, M | TB_INS, 30),
	RULE("е", "ь", STEM_ANY_CONS, S | G, M | TB_PRE, 15),
	RULE("е", "я", STEM_ANY_CONS, S | G, MF | TB_DAT | TB_PRE, 15),
	RULE("и", "я", STEM_HARD, S | G, MF | TB_GEN, 30),
	RULE("и", "я", STEM_POSS, S | G, MF | TB_GEN, 30),
	RULE("и", "ь", STEM_HARD, G, F | TB_GEN | TB_DAT | TB_PRE, 25),
	RULE("ови", "овь", STEM_ANY_CONS, G, F | TB_GEN | TB_DAT | TB_PRE, 75),
	RULE("ули", "уль", STEM_ANY_CONS, G, F | TB_GEN | TB_DAT | TB_PRE, 60),
	RULE("ели", "ель", STEM_ANY_CONS, G, F | TB_GEN | TB_DAT | TB_PRE, 45),
	RULE("уль", "уль", STEM_ANY_CONS, G, F | TB_ALL_CASES, 80),
	RULE("ью", "ь", STEM_ANY_CONS, G, F | TB_INS, 60),
	RULE("ей", "я", STEM_HARD, S | G, MF | TB_INS, 30),
	RULE("ей", "я", STEM_POSS, S | G, MF | TB_INS, 30),
	/* Наталья, Софья */
	RULE("ья", "ья", STEM_ANY_CONS, S | G, MF | TB_NOM, 70),
	RULE("ьи", "ья", STEM_ANY_CONS, S | G, MF | TB_GEN, 70),
	RULE("ье", "ья", STEM_ANY_CONS, G, MF | TB_DAT | TB_PRE, 70),
	RULE("ье", "ья", STEM_ANY_CONS, S, MF | TB_DAT | TB_PRE, 25),	/* Готье */
	RULE("ью", "ья", STEM_ANY_CONS, S | G, MF | TB_ACC, 62),
	RULE("ьей", "ья", STEM_ANY_CONS, S | G, MF | TB_INS, 80),

	/* Гайдай, Василий; Мария, Берия */
	RULE("й", "й", STEM_VOWEL, S | G, M | TB_NOM, 75),
	RULE("й", "й", STEM_VOWEL, S | G, F | TB_ALL_CASES, 15),
	RULE("я", "й", STEM_VOWEL, S | G, M | GA, 62),
	RULE("я", "я", STEM_VOWEL, S | G, MF | TB_NOM, 55),
	RULE("ю", "й", STEM_VOWEL, S | G, M | TB_DAT, 62),
	RULE("ю", "я", STEM_VOWEL, S | G, MF | TB_ACC, 50),
	RULE("ем", "й", STEM_VOWEL, S | G, M | TB_INS, 80),
	RULE("е", "й", STEM_VOWEL, S | G, M | TB_PRE, 60),
	RULE("е", "я", STEM_VOWEL, S | G, MF | TB_DAT | TB_PRE, 35),
	RULE("ии", "ий", STEM_ANY_CONS, S | G, M | TB_PRE, 50),
	RULE("ии", "ия", STEM_ANY_CONS, S | G, MF | TB_GEN | TB_DAT | TB_PRE, 70),
	RULE("ией", "ия", STEM_ANY_CONS, S | G, MF | TB_INS, 80),
	RULE("и", "я", STEM_VOWEL, S | G, MF | TB_GEN, 35),
	RULE("ей", "я", STEM_VOWEL, S | G, MF | TB_INS, 40),

	/* Нурланович, Нурлановна */
	RULE("", "", STEM_HISS, P, M | TB_NOM, 100),
	RULE("а", "", STEM_HISS, P, M | GA, 100),
	RULE("у", "", STEM_HISS, P, M | TB_DAT, 100),
	RULE("ем", "", STEM_HISS, P, M | TB_INS, 100),
	RULE("ом", "", STEM_HISS, P, M | TB_INS, 100),
	RULE("е", "", STEM_HISS, P, M | TB_PRE, 100),
	RULE("а", "а", STEM_VN, P, F | TB_NOM, 100),
	RULE("ы", "а", STEM_VN, P, F | TB_GEN, 100),
	RULE("е", "а", STEM_VN, P, F | TB_DAT | TB_PRE, 100),
	RULE("у", "а", STEM_VN, P, F | TB_ACC, 100),
	RULE("ой", "а", STEM_VN, P, F | TB_INS, 100),
	RULE("ою", "а", STEM_VN, P, F | TB_INS, 90),
};

/* How men's given names end: Нурбека is rather of Нурбек than of Нурбека. */
#define MEN "бек хан жан рат март лат султан дос ген кен слав ддин тдин ман"

/* Given names whose stem changes. */
static const struct
{
	const char *stem;
	const char *lemma;
}			changed[] = {
	{"льв", "Лев"}, {"петр", "Пётр"}, {"павл", "Павел"},
};

static const struct
{
	const char *ending;
	TbGram		gram;
}			changed_endings[] = {
	{"а", M | GA}, {"у", M | TB_DAT}, {"ом", M | TB_INS}, {"е", M | TB_PRE},
};

/* ---- candidates ---- */

typedef struct Lemmas
{
	TbLemma    *at;
	int			n;
	int			max;
} Lemmas;

/* The lemma of this text and gender, or -1. */
static int
find_lemma(const Lemmas *lemmas, const char *text, TbGram gram)
{
	for (int i = 0; i < lemmas->n; i++)
		if ((lemmas->at[i].gram & TB_ALL_GENDERS) == (gram & TB_ALL_GENDERS) &&
			strcmp(lemmas->at[i].text, text) == 0)
			return i;
	return -1;
}

/* Put a lemma in its place by weight; the same one twice is one. */
static void
add_lemma(Lemmas *lemmas, const char *text, TbGram gram, int weight)
{
	int			i = find_lemma(lemmas, text, gram);

	if (strlen(text) >= sizeof(lemmas->at[0].text))
		return;
	if (i >= 0)
	{
		gram |= lemmas->at[i].gram;
		if (weight < lemmas->at[i].weight)
			weight = lemmas->at[i].weight;
	}
	else if (lemmas->n < lemmas->max)
		i = lemmas->n++;
	else if (weight > lemmas->at[lemmas->n - 1].weight)
		i = lemmas->n - 1;
	else
		return;
	for (; i > 0 && lemmas->at[i - 1].weight < weight; i--)
		lemmas->at[i] = lemmas->at[i - 1];
	strcpy(lemmas->at[i].text, text);
	lemmas->at[i].gram = gram;
	lemmas->at[i].weight = weight;
}

static bool
stem_fits(const TbWord *stem, StemKind kind)
{
	uint32_t	last = tb_word_letter(stem, 0);
	bool		hiss = tb_is_sibilant(last) || last == 0x446;

	if (kind == STEM_VOWEL)
		return tb_is_vowel(last);
	if (!tb_is_consonant(last) || tb_word_letters(stem) < 2)
		return false;
	switch (kind)
	{
		case STEM_POSS:
			return tb_word_is_possessive(stem);
		case STEM_SKI:
			return tb_word_ends_in(stem, "ск цк") && tb_word_letters(stem) > 3;
		case STEM_CONS:
			return !tb_word_is_possessive(stem);
		case STEM_HARD:
			return !hiss && !tb_is_velar(last) && !tb_word_is_possessive(stem);
		case STEM_VELAR:
			return tb_is_velar(last);
		case STEM_HISS:
			return hiss;
		case STEM_ADJ:
			return last == 0x432 || last == 0x43A || last == 0x43B ||
				last == 0x43D || last == 0x440 || last == 0x442;
		case STEM_VN:
			return tb_word_ends_in(stem, "вн чн");
		default:
			return true;
	}
}

/*
 * A stem that no nominative ends in: Кучм-, Глинк-.  What looks like its
 * genitive is rather the nominative Кучма.
 */
static bool
is_bare_cluster(const TbWord *stem)
{
	uint32_t	last = tb_word_letter(stem, 0);
	uint32_t	before = tb_word_letter(stem, 1);

	if (!tb_is_consonant(before) || before == last)
		return false;
	if (last == 0x43A)			/* к: Глинк-, but Тюрк, Волк, Франк */
		return before != 0x440 && before != 0x43B && before != 0x441;
	return last == 0x43C || (last == 0x43D && before != 0x440) ||
		(last == 0x43B && before != 0x440) || last == 0x432;
}

/* ---- one word ---- */

/*
 * Does the word look like an oblique case?  As a nominative in a consonant
 * it is then unlikely: Мауленом, Токаевых, Ольгой; but Артём, Илхом.
 */
static bool
looks_oblique(const TbWord *word)
{
	/* х ю м й о: the last letters of all the endings below */
	switch (tb_word_letter(word, 0))
	{
		case 0x445: case 0x44E: case 0x43C: case 0x439: case 0x43E:
			break;
		default:
			return false;
	}
	if (tb_word_ends_in(word, "ых их ою") || tb_word_letters(word) < 5)
		return tb_word_letters(word) > 4 && !tb_word_ends_in(word, "рих лих");
	if (tb_word_ends_in(word, "ом ем"))
		return !tb_word_ends_in(word, "хром кром хом слом салом артем крем "
								"керем");
	return tb_word_ends_in(word, "овым евым иным ыным ского ой ией ьей шей чей "
						   "жей цей");
}

/* The longest ending, in bytes: «льцом». */
#define MAX_ENDING 10

/*
 * The stems of a word, one for each length of ending, and what was asked of
 * them: many rules share an ending and a kind of stem.
 */
typedef struct Stems
{
	const TbWord *word;
	TbWord		stem;			/* the one cut last */
	uint16_t	asked[MAX_ENDING + 1];	/* a bit each StemKind */
	uint16_t	fits[MAX_ENDING + 1];
} Stems;

/* The word without the last n bytes. */
static const TbWord *
stem_without(Stems *stems, uint32_t n)
{
	if (stems->stem.len != stems->word->len - n)
		tb_word_cut(&stems->stem, stems->word, stems->word->len - n);
	return &stems->stem;
}

/* Does the word end as a rule says, behind a stem of its kind? */
static bool
rule_fits(const BackRule *rule, Stems *stems)
{
	const TbWord *word = stems->word;
	uint32_t	n = rule->form_len;
	uint16_t	bit = (uint16_t) (1 << rule->stem);

	if (word->len <= n || memcmp(word->low + word->len - n, rule->form, n) != 0)
		return false;
	if (!(stems->asked[n] & bit))
	{
		stems->asked[n] |= bit;
		if (stem_fits(stem_without(stems, n), rule->stem))
			stems->fits[n] |= bit;
	}
	return (stems->fits[n] & bit) != 0;
}

static void
apply_rule(const BackRule *rule, Stems *stems, Lemmas *lemmas)
{
	const TbWord *word = stems->word;
	const TbWord *stem;
	uint32_t	n = rule->form_len;
	char		text[TB_NAME_WORD + 16];
	int			weight = rule->weight;

	if (!rule_fits(rule, stems))
		return;
	stem = stem_without(stems, n);
	if (rule->lemma[0] == '\0' && n > 0 &&
		(is_bare_cluster(stem) || tb_word_ends_in(stem, "зод")))
		weight /= 3;			/* Рахматзода is a nominative */
	else if (rule->lemma[0] == '\0' && n == 2 && tb_word_ends_in(stem, "ом ем") &&
			 looks_oblique(stem))
		weight /= 3;			/* Садовому is of Садовый, not of Садовом */
	else if (rule->lemma[0] == '\0' && (rule->parts & G) &&
			 tb_word_ends_in(stem, MEN))
		weight += 15;
	else if (strcmp(rule->form, rule->lemma) == 0 && n < 4 &&
			 (n == 0 || strcmp(rule->form, "й") == 0) && looks_oblique(word))
		weight /= 4;
	/* what is unchanged stays as written, ё and all */
	memcpy(text, word->text, word->len + 1);
	if (strcmp(rule->form, rule->lemma) != 0)
		strcpy(text + stem->len, rule->lemma);
	add_lemma(lemmas, text, rule->gram, weight);
}

/* Льва, Петра, Павла. */
static void
apply_changed(const TbWord *word, Lemmas *lemmas)
{
	for (size_t i = 0; i < sizeof(changed) / sizeof(changed[0]); i++)
		for (size_t j = 0; j < 4; j++)
		{
			size_t		n = strlen(changed[i].stem);

			if (strncmp(word->low, changed[i].stem, n) == 0 &&
				strcmp(word->low + n, changed_endings[j].ending) == 0)
				add_lemma(lemmas, changed[i].lemma,
						  changed_endings[j].gram, 90);
		}
}

/* Names that have one form for all cases, and how sure we are. */
static int
fixed_weight(const TbWord *word)
{
	uint32_t	last = tb_word_letter(word, 0);

	/* they end in a vowel but а and я, or in х */
	if (last != 0x445 && last != 0x43E && last != 0x438 && last != 0x435 &&
		last != 0x44B && last != 0x443 && last != 0x44D && last != 0x44E)
		return 0;
	if (tb_word_ends_in(word, "енко швили дзе заде улы ұлы кызы қызы оглы оглу "
						"уулу"))
		return 100;
	/* Шидлаускене, Грибаускайте */
	if (tb_word_ends_in(word, "скене айте"))
		return 60;
	/* Амангельды, Кудайберди */
	if (tb_word_ends_in(word, "елды ельды елди ельди берды берди"))
		return 90;
	if (tb_word_ends_in(word, "ых их") && !tb_word_ends_in(word, "рих лих"))
		return tb_word_ends_in(word, "овых евых иных ыных ских") ? 15 : 70;
	if (last == 0x43E || last == 0x44D)
		return tb_word_ends_in(word, "ого его") ? 20 : 90;
	if (last == 0x438)
		return 40;
	return last == 0x443 || last == 0x435 || last == 0x44B || last == 0x44E ?
		30 : 0;
}

/* All nominatives of a word without a hyphen. */
static void
word_lemmas(const TbWord *word, TbNamePart part, Lemmas *lemmas)
{
	TbGram		gender;
	int			fixed = fixed_weight(word);
	TbStr		text = {word->text, word->len};
	Stems		stems = {.word = word};
	char		last = word->len > 0 ? word->low[word->len - 1] : 0;

	stems.stem.len = UINT32_MAX;

	if (part != TB_PART_PATRONYMIC || tb_is_patronymic(text, &gender))
		for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
			if ((rules[i].last == last || rules[i].last == 0) &&
				(rules[i].parts >> part & 1))
				apply_rule(&rules[i], &stems, lemmas);
	if (part == TB_PART_GIVEN)
		apply_changed(word, lemmas);
	if (fixed > 0)
		add_lemma(lemmas, word->text, MF | TB_ALL_CASES, fixed);
}

/* ---- hyphens and capitals ---- */

/* Title case: КАСЫМ-ЖОМАРТА is Касым-Жомарта. */
static void
title_case(TbWord *word)
{
	bool		first = true;
	uint32_t	step;

	for (uint32_t i = 0; i < word->len; i += step)
	{
		uint32_t	c = tb_utf8_next(word->text + i, word->len - i, &step);
		uint32_t	cased = first ? tb_upper_char(c) : tb_lower_char(c);
		char		bytes[4];

		if (tb_is_letter(c) && tb_utf8_put(bytes, cased) == step)
			memcpy(word->text + i, bytes, step);
		first = !tb_is_letter(c);
	}
}

/* Bytes up to and with the last hyphen inside the word. */
static uint32_t
hyphen_prefix(TbStr word)
{
	for (uint32_t i = word.len; i > 1; i--)
		if (word.data[i - 1] == '-' && i < word.len)
			return i;
	return 0;
}

/*
 * The first part of Салтыковым-Щедриным bends with the last: its lemma of
 * the same gender and a shared case, which it then is in, or the part itself.
 */
static const char *
prefix_lemma(const TbWord *prefix, TbNamePart part, bool brothers, TbGram *gram,
			 TbLemma *room)
{
	Lemmas		lemmas = {room, 0, 8};
	TbWord		found;

	word_lemmas(prefix, part, &lemmas);
	for (int i = 0; i < lemmas.n; i++)
	{
		TbGram		both = room[i].gram & *gram;

		if ((both & TB_ALL_GENDERS) == 0 || tb_gram_cases(both) == 0)
			continue;
		if (!tb_word_set(&found, (TbStr) {
				room[i].text, (uint32_t) strlen(room[i].text)
			}))
			continue;
		/* «Буша-младшего»: younger or elder, both bend */
		if (part == TB_PART_SURNAME && (brothers || tb_is_surname_shaped((TbStr) {
				found.text, found.len
			})))
		{
			*gram = both;
			return room[i].text;
		}
		if (part == TB_PART_GIVEN && (*gram & TB_MASC) == 0 &&
			tb_word_ends_in(&found, "а я"))
			return room[i].text;
	}
	return prefix->text;
}

/*
 * A last part that is the same for men and women (Ли) leaves it to the first:
 * Иванова-Ли is a woman, or a man in the genitive.  So it becomes two lemmas.
 */
static void
part_genders(Lemmas *lemmas)
{
	for (int i = lemmas->n; i-- > 0 && lemmas->n < lemmas->max;)
	{
		TbLemma    *lemma = &lemmas->at[i];

		if ((lemma->gram & TB_ALL_GENDERS) != MF || tb_gram_cases(lemma->gram) != TB_ALL_CASES)
			continue;
		memmove(lemma + 1, lemma, (size_t) (lemmas->n - i) * sizeof(*lemma));
		lemma[0].gram &= ~(TbGram) F;
		lemma[1].gram &= ~(TbGram) M;
		lemmas->n++;
	}
}

/* Put the first part before the lemmas of the last. */
static void
join_prefix(TbStr text, TbNamePart part, Lemmas *lemmas)
{
	TbWord		prefix;
	TbLemma		room[8];

	if (!tb_word_set(&prefix, (TbStr) {text.data, text.len - 1}))
	{
		lemmas->n = 0;
		return;
	}
	if (part == TB_PART_SURNAME && tb_is_surname_shaped((TbStr) {prefix.text, prefix.len}))
		part_genders(lemmas);
	for (int i = 0; i < lemmas->n; i++)
	{
		TbLemma    *lemma = &lemmas->at[i];
		char	   *at = lemma->text;
		bool		brothers = strcmp(at, "младший") == 0 || strcmp(at, "старший") == 0;
		const char *first = prefix_lemma(&prefix, part, brothers, &lemma->gram, room);
		size_t		n = strlen(first);

		if (n + 1 + strlen(at) >= sizeof(lemma->text))
			continue;
		memmove(at + n + 1, at, strlen(at) + 1);
		memcpy(at, first, n);
		at[n] = '-';
	}
}

/* The word itself belongs to its candidates, be it the last. */
static void
ensure_identity(const TbWord *word, Lemmas *lemmas)
{
	for (int i = 0; i < lemmas->n; i++)
		if (strcmp(lemmas->at[i].text, word->text) == 0)
			return;
	if (lemmas->n == lemmas->max)
		lemmas->n--;
	add_lemma(lemmas, word->text, MF | TB_NOM, 5);
}

int
tb_inflect_lemmas(TbStr word, TbNamePart part, TbLemma *out, int max)
{
	TbWord		whole;
	TbWord		last;
	uint32_t	prefix = hyphen_prefix(word);
	Lemmas		lemmas = {out, 0, max};

	if (max <= 0 || word.len == 0 || word.len >= sizeof(out[0].text) - 16 ||
		!tb_word_set(&whole, word))
		return 0;
	if (whole.caps)
		title_case(&whole);
	if (!tb_word_set(&last, (TbStr) {
			whole.text + prefix, whole.len - prefix
		}))
		return 0;
	word_lemmas(&last, part, &lemmas);
	if (prefix > 0)
		join_prefix((TbStr) {whole.text, prefix}, part, &lemmas);
	ensure_identity(&whole, &lemmas);
	return lemmas.n;
}
