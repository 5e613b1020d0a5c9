/*
 * decline_adj.c
 *	  Adjectives, pronouns like этот and мой, possessives, Russian surnames.
 *
 * All of them take the adjective's plural, and their rows come in threes:
 * masculine, feminine, neuter.  The ending of the nominative chooses the
 * three rows and the gender at once: Берингово is possessive and neuter.
 * What stands before -ий decides whether it is an adjective at all:
 * Нижний and рабочий are, муфтий and парламентарий are not.
 */
#include "lex/decline.h"

#include <string.h>

#define ANIM NULL

/* Plurals, all with a genitive that ends as written. */
#define PL_ADJ {"ые", "ых", "ым", ANIM, "ыми", "ых"}, TB_GP_ENDING
#define PL_ADJ_SOFT {"ие", "их", "им", ANIM, "ими", "их"}, TB_GP_ENDING
#define PL_ADJ_J {"ьи", "ьих", "ьим", ANIM, "ьими", "ьих"}, TB_GP_ENDING
#define PL_POSS {"ы", "ых", "ым", ANIM, "ыми", "ых"}, TB_GP_ENDING
#define PL_PRON {"и", "их", "им", ANIM, "ими", "их"}, TB_GP_ENDING
#define PL_ODIN {"ни", "них", "ним", ANIM, "ними", "них"}, TB_GP_ENDING
#define PL_VES {"се", "сех", "сем", ANIM, "семи", "сех"}, TB_GP_ENDING
#define PL_TOT {"е", "ех", "ем", ANIM, "еми", "ех"}, TB_GP_ENDING

static const TbEndings adj_hard[3] = {
	{{"ый", "ого", "ому", ANIM, "ым", "ом"}, PL_ADJ},
	{{"ая", "ой", "ой", "ую", "ой", "ой"}, PL_ADJ},
	{{"ое", "ого", "ому", "ое", "ым", "ом"}, PL_ADJ},
};
static const TbEndings adj_soft[3] = {
	{{"ий", "его", "ему", ANIM, "им", "ем"}, PL_ADJ_SOFT},
	{{"яя", "ей", "ей", "юю", "ей", "ей"}, PL_ADJ_SOFT},
	{{"ее", "его", "ему", "ее", "им", "ем"}, PL_ADJ_SOFT},
};
static const TbEndings adj_j[3] = {		/* третий, третья */
	{{"ий", "ьего", "ьему", ANIM, "ьим", "ьем"}, PL_ADJ_J},
	{{"ья", "ьей", "ьей", "ью", "ьей", "ьей"}, PL_ADJ_J},
	{{"ье", "ьего", "ьему", "ье", "ьим", "ьем"}, PL_ADJ_J},
};
static const TbEndings possessive[3] = {	/* Берингов пролив */
	{{"", "а", "у", ANIM, "ым", "ом"}, PL_POSS},
	{{"а", "ой", "ой", "у", "ой", "ой"}, PL_POSS},
	{{"о", "а", "у", "о", "ым", "ом"}, PL_POSS},
};
static const TbEndings surname[2] = {
	{{"", "а", "у", "а", "ым", "е"}, PL_POSS},
	{{"а", "ой", "ой", "у", "ой", "ой"}, PL_POSS},
};
static const TbEndings pron_etot[3] = {
	{{"от", "ого", "ому", ANIM, "им", "ом"}, PL_PRON},
	{{"а", "ой", "ой", "у", "ой", "ой"}, PL_PRON},
	{{"о", "ого", "ому", "о", "им", "ом"}, PL_PRON},
};
static const TbEndings pron_tot[3] = {
	{{"от", "ого", "ому", ANIM, "ем", "ом"}, PL_TOT},
	{{"а", "ой", "ой", "у", "ой", "ой"}, PL_TOT},
	{{"о", "ого", "ому", "о", "ем", "ом"}, PL_TOT},
};
static const TbEndings pron_odin[3] = {
	{{"ин", "ного", "ному", ANIM, "ним", "ном"}, PL_ODIN},
	{{"на", "ной", "ной", "ну", "ной", "ной"}, PL_ODIN},
	{{"но", "ного", "ному", "но", "ним", "ном"}, PL_ODIN},
};
static const TbEndings pron_moy[3] = {
	{{"й", "его", "ему", ANIM, "им", "ём"}, PL_PRON},
	{{"я", "ей", "ей", "ю", "ей", "ей"}, PL_PRON},
	{{"ё", "его", "ему", "ё", "им", "ём"}, PL_PRON},
};
static const TbEndings pron_nash[3] = {
	{{"", "его", "ему", ANIM, "им", "ем"}, PL_PRON},
	{{"а", "ей", "ей", "у", "ей", "ей"}, PL_PRON},
	{{"е", "его", "ему", "е", "им", "ем"}, PL_PRON},
};
static const TbEndings pron_ves[3] = {
	{{"есь", "сего", "сему", ANIM, "сем", "сём"}, PL_VES},
	{{"ся", "сей", "сей", "сю", "сей", "сей"}, PL_VES},
	{{"сё", "сего", "сему", "сё", "сем", "сём"}, PL_VES},
};

static void
set_adjective(TbBend *bend, const TbEndings *rows, TbGram gender,
			  const char *ending)
{
	int			row = gender == TB_FEM ? 1 : gender == TB_NEUT ? 2 : 0;

	tb_bend_row(bend, &rows[row], gender, ending);
	bend->genders = rows;
	/* большая, большой; but хорошая, хорошей */
	bend->stressed = tb_word_ends(&bend->word, "ой") ||
		tb_word_ends_in(&bend->word, "большая большое чужая чужое");
}

/* этот, тот, один, мой, наш, весь */
static bool
bend_pronoun(TbBend *bend)
{
	static const struct
	{
		const char *words;
		const char *ending;
		const TbEndings *rows;
	}			pronouns[] = {
		{" этот ", "от", pron_etot},
		{" тот ", "от", pron_tot},
		{" один ", "ин", pron_odin},
		{" мой твой свой ", "й", pron_moy},
		{" наш ваш ", "", pron_nash},
		{" весь ", "есь", pron_ves},
	};

	for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); i++)
		if (tb_word_among(&bend->word, pronouns[i].words))
		{
			set_adjective(bend, pronouns[i].rows, TB_MASC, pronouns[i].ending);
			return true;
		}
	return false;
}

/* третья, Щучье: soft and possessive. */
static bool
bend_adjective_j(TbBend *bend)
{
	if (tb_word_equals(&bend->word, "третья") ||
		tb_word_ends_in(&bend->word, "чья шья ожья вежья"))
		set_adjective(bend, adj_j, TB_FEM, "ья");
	else if (tb_word_equals(&bend->word, "третье") ||
			 tb_word_ends_in(&bend->word, "чье жье шье"))
		set_adjective(bend, adj_j, TB_NEUT, "ье");
	else
		return false;
	return true;
}

/* -ий is an adjective behind к ж ш ч щ and, less surely, г х н. */
static bool
bend_adjective_iy(TbBend *bend, const char *ending, TbGram gender, bool sure)
{
	const TbWord *word = &bend->word;
	uint32_t	before = tb_word_letter(word, 2);

	if (tb_word_among(word, " третий божий казачий волчий медвежий птичий "
					  "помещичий рыбачий "))
		set_adjective(bend, adj_j, TB_MASC, "ий");
	else if (tb_word_among(word, " гений георгий евгений сергий арсений "))
		return false;
	else if (before == 0x43A || tb_is_sibilant(before) ||
			 (sure && tb_is_velar(before)))
		set_adjective(bend, adj_hard, gender, ending);
	else if (before == 0x43D && sure)
		set_adjective(bend, adj_soft, gender, ending);
	else
		return false;
	return true;
}

bool
tb_bend_adjective(TbBend *bend, bool plural, bool sure)
{
	const TbWord *word = &bend->word;
	uint32_t	letters = tb_word_letters(word);

	tb_bend_fixed(bend);
	if (letters < 4)
		return sure && bend_pronoun(bend);
	if (tb_word_ends_in(word, "ые ие") &&
		(plural || tb_word_ends_in(word, "ые ские цкие")))
	{
		bool		soft = tb_word_ends(word, "ние");

		set_adjective(bend, soft ? adj_soft : adj_hard, 0, "ые");
		bend->plural_only = true;
	}
	else if (tb_word_ends(word, "ый"))
		set_adjective(bend, adj_hard, TB_MASC, "ый");
	else if (tb_word_ends(word, "ой") &&
			 (tb_word_ends_in(word, "ской цкой") ||
			  (sure && !tb_word_among(word, " герой строй покой слой бой "))))
		set_adjective(bend, adj_hard, TB_MASC, "ой");
	else if (tb_word_ends(word, "ий"))
		return bend_adjective_iy(bend, "ий", TB_MASC, sure) ||
			(sure && bend_pronoun(bend));
	else if (tb_word_ends(word, "ая") && tb_word_vowels(word) > 2)
		set_adjective(bend, adj_hard, TB_FEM, "ая");
	else if (tb_word_ends(word, "яя"))
		set_adjective(bend, adj_soft, TB_FEM, "яя");
	else if (tb_word_ends(word, "ое"))
		set_adjective(bend, adj_hard, TB_NEUT, "ое");
	else if (tb_word_ends(word, "ее"))
	{
		uint32_t	before = tb_word_letter(word, 2);

		set_adjective(bend, tb_is_sibilant(before) ? adj_hard : adj_soft,
					  TB_NEUT, "ее");
	}
	else
		return sure && (bend_adjective_j(bend) || bend_pronoun(bend));
	return true;
}

bool
tb_bend_possessive(TbBend *bend)
{
	const TbWord *word = &bend->word;

	tb_bend_fixed(bend);
	if (tb_word_ends_in(word, "ов ев ин ын"))
		set_adjective(bend, possessive, TB_MASC, "");
	else if (tb_word_ends_in(word, "ова ева ина ына"))
		set_adjective(bend, possessive, TB_FEM, "а");
	else if (tb_word_ends_in(word, "ово ево ино ыно"))
		set_adjective(bend, possessive, TB_NEUT, "о");
	else if (tb_word_ends_in(word, "овы евы ины ыны"))
	{
		set_adjective(bend, possessive, 0, "ы");
		bend->plural_only = true;
	}
	else
		return false;
	return true;
}

/* Foreigners in -ин and -ов: Чаплином, not -ым. */
#define FOREIGN_IN \
	" чаплин дарвин франклин мартин кронин болдуин гершвин эйзенштейн " \
	"блэкуин кельвин бенджамин руслин "

bool
tb_word_is_possessive(const TbWord *word)
{
	uint32_t	last = tb_word_letter(word, 0);
	bool		ov = last == U'в';
	uint32_t	before;

	/* most words are ruled out by their last letter */
	if (!ov && last != U'н')
		return false;
	before = tb_word_letter(word, 1);
	if (!(ov ? before == U'о' || before == U'е' : before == U'и' || before == U'ы') ||
		tb_word_letters(word) < 4)
		return false;
	/* the foreign names all end in -ин */
	return tb_word_vowels(word) >= (ov ? 1 : 2) &&
		strstr(word->low, "цз") == NULL && strstr(word->low, "чж") == NULL &&
		(ov || !tb_word_among(word, FOREIGN_IN));
}

bool
tb_bend_surname(TbBend *bend, TbGram gender)
{
	const TbWord *word = &bend->word;
	TbWord		man;

	tb_bend_fixed(bend);
	if (gender != TB_FEM && tb_word_is_possessive(word))
	{
		tb_bend_row(bend, &surname[0], TB_MASC, "");
		return true;
	}
	if (gender == TB_MASC || !tb_word_ends(word, "а"))
		return false;
	if (!tb_word_set(&man, (TbStr) {word->text, word->len - 2}) ||
		!tb_word_is_possessive(&man))
		return false;
	tb_bend_row(bend, &surname[1], TB_FEM, "а");
	return true;
}

