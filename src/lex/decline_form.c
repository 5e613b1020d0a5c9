/*
 * decline_form.c
 *	  The forms of a word whose declension is chosen: stem and ending joined.
 */
#include "lex/decline.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* The ending as it is spelled behind the stem. */
static const char *
spell(const TbBend *bend, const char *ending, char *buffer)
{
	uint32_t	last = tb_letter_at(bend->stem, bend->stem_len, 0);
	bool		hiss = tb_is_sibilant(last) || last == 0x446;
	const char *first = NULL;

	if (strncmp(ending, "ы", 2) == 0 &&
		(tb_is_velar(last) || tb_is_sibilant(last)))
		first = "и";
	else if (strncmp(ending, "о", 2) == 0 && hiss && !bend->stressed)
		first = "е";
	else if (strncmp(ending, "я", 2) == 0 && hiss)
		first = "а";
	else if (strncmp(ending, "ю", 2) == 0 && hiss)
		first = "у";
	if (first == NULL)
		return ending;
	strcpy(buffer, first);
	return strcat(buffer, ending + 2);
}

static void
plain_form(const TbBend *bend, const char *ending, char *out)
{
	char		buffer[32];

	memcpy(out, bend->stem, bend->stem_len + 1);
	strcat(out, spell(bend, ending, buffer));
}

/* Does a vowel come between the last two consonants, and which? */
static const char *
fleeting_vowel(const TbBend *bend, uint32_t last, uint32_t before)
{
	bool		neuter = bend->endings->genitive == TB_GP_ZERO_NEUT;

	if (!tb_is_consonant(before))
		return NULL;
	if (last == 0x43A)			/* к: делегаток, девочек, but войск */
	{
		if (neuter && before == 0x441)
			return NULL;
		return tb_is_sibilant(before) || before == 0x446 ? "е" : "о";
	}
	if (before == 0x440 || before == 0x43B || before == 0x43D ||
		before == 0x433)
		return NULL;			/* волн, игл */
	if (last == 0x43D || last == 0x43B) /* н, л: окон, сосен, чисел */
		return before == 0x43A ? "о" : "е";
	if (last == 0x440 && neuter && (before == 0x434 || before == 0x431))
		return "е";				/* ядер, рёбер */
	return NULL;
}

/* Does ь become е before the last consonant: писем, копеек, судеб? */
static bool
soft_sign_opens(const TbBend *bend, uint32_t last)
{
	if (last == 0x431)			/* б: судеб, but просьб */
		return tb_letter_at(bend->stem, bend->stem_len, 2) == 0x434;
	return last == 0x43C || last == 0x43A || last == 0x446;
}

/* Genitive plural without an ending. */
static void
zero_genitive(const TbBend *bend, char *out)
{
	uint32_t	last = tb_letter_at(bend->stem, bend->stem_len, 0);
	uint32_t	before = tb_letter_at(bend->stem, bend->stem_len, 1);
	size_t		cut = bend->stem_len - 2;
	const char *vowel = fleeting_vowel(bend, last, before);
	bool		sign = before == 0x44C && soft_sign_opens(bend, last);
	bool		short_i = before == 0x439 && last == 0x43A;

	strcpy(out, bend->stem);
	if (bend->stem_len < 4 || last < 0x80)
		return;
	if (sign || short_i)		/* писем, копеек */
	{
		memcpy(out + cut - 2, "е", 2);
		return;
	}
	if (vowel == NULL)
		return;
	memcpy(out + cut, vowel, 2);
	strcpy(out + cut + 2, bend->stem + cut);
}

/* Genitive plural of nouns in -я: недель, песен, земель, статей, идей. */
static void
soft_genitive(const TbBend *bend, char *out)
{
	uint32_t	last = tb_letter_at(bend->stem, bend->stem_len, 0);
	uint32_t	before = tb_letter_at(bend->stem, bend->stem_len, 1);

	if (last == 0x44C)
	{
		strcpy(out, bend->stem);
		strcpy(out + bend->stem_len - 2, "ей");
		return;
	}
	if (tb_is_vowel(last))
	{
		strcpy(out, bend->stem);
		strcat(out, "й");
		return;
	}
	zero_genitive(bend, out);
	if (tb_word_among(&bend->word, " доля дядя тетя "))
		strcat(out, "ей");
	else if (last != 0x43D || !tb_is_consonant(before) ||
			 tb_word_equals(&bend->word, "деревня"))
		strcat(out, "ь");
}

static void
genitive_plural(const TbBend *bend, char *out)
{
	uint32_t	last = tb_letter_at(bend->stem, bend->stem_len, 0);

	if (bend->genitive[0] != '\0')
	{
		strcpy(out, bend->genitive);
		return;
	}
	switch (bend->endings->genitive)
	{
		case TB_GP_ZERO:
		case TB_GP_ZERO_NEUT:
			zero_genitive(bend, out);
			break;
		case TB_GP_SOFT:
			soft_genitive(bend, out);
			break;
		case TB_GP_OV:
			plain_form(bend, tb_is_sibilant(last) ? "ей" : "ов", out);
			break;
		default:
			plain_form(bend, bend->endings->pl[TB_CASE_GEN], out);
	}
}

/* A plural from the list, with the capital of the singular. */
static void
irregular_plural(const TbBend *bend, TbCase kase, char *out)
{
	const TbPlurals *row = bend->irregular;
	uint32_t	step;
	uint32_t	c;

	switch (kase)
	{
		case TB_CASE_NOM:
			strcpy(out, row->nom);
			break;
		case TB_CASE_GEN:
			strcpy(out, row->gen);
			break;
		case TB_CASE_INS:
			strcpy(out, row->ins);
			break;
		default:
			strcpy(out, row->dat);
			if (kase == TB_CASE_PRE)	/* людям -> людях */
				strcpy(out + strlen(out) - 2, "х");
	}
	if (!bend->word.capital)
		return;
	c = tb_utf8_next(out, strlen(out), &step);
	tb_utf8_put(out, tb_upper_char(c));
}

/* Capitals for what comes behind the first len bytes. */
static void
raise_tail(char *out, size_t len)
{
	uint32_t	step;

	for (size_t i = len; out[i] != '\0'; i += step)
	{
		uint32_t	c = tb_utf8_next(out + i, strlen(out + i), &step);

		if (tb_is_cyrillic(c))
			tb_utf8_put(out + i, tb_upper_char(c));
	}
}

/* Row of an adjective's gender; the word's own row when it has only one. */
static const TbEndings *
row_of(const TbBend *bend, TbGram gender)
{
	if (bend->genders == NULL || gender == 0)
		return bend->endings;
	return &bend->genders[gender == TB_FEM ? 1 : gender == TB_NEUT ? 2 : 0];
}

/* Plural of the nominative: -ы, or the stressed -а of города. */
static void
nominative_plural(const TbBend *bend, char *out)
{
	if (bend->plural_only)
		strcpy(out, bend->word.text);
	else if (bend->plural_a)
		plain_form(bend, bend->endings->genitive == TB_GP_OV ? "а" : "я", out);
	else
		plain_form(bend, bend->endings->pl[TB_CASE_NOM], out);
}

static void
singular_form(const TbBend *bend, const TbEndings *row, TbCase kase, char *out)
{
	bool		third = row->sg[TB_CASE_ACC] != NULL &&
		strcmp(row->sg[TB_CASE_ACC], "ь") == 0;
	bool		first = kase == TB_CASE_NOM || (third && kase == TB_CASE_ACC);

	/* церковь, церкви, but церковью: two cases keep the first stem */
	if (third && kase == TB_CASE_INS && strcmp(row->sg[kase], "ью") == 0)
	{
		strcpy(out, bend->word.text);
		strcat(out, "ю");
	}
	else if (first && row == bend->endings)
		strcpy(out, bend->word.text);
	else if (bend->yo && kase == TB_CASE_INS &&
			 strncmp(row->sg[kase], "е", 2) == 0)
	{
		plain_form(bend, "ё", out);
		strcat(out, row->sg[kase] + 2);
	}
	else
		plain_form(bend, row->sg[kase], out);
}

void
tb_bend_form(const TbBend *bend, TbCase kase, bool plural, TbGram gender,
			 char *out)
{
	const TbEndings *row;

	plural = plural || bend->plural_only;
	if (bend->endings == NULL)
	{
		memcpy(out, bend->word.text, bend->word.len + 1);
		return;
	}
	row = row_of(bend, gender);
	if (kase == TB_CASE_ACC && (plural ? row->pl : row->sg)[kase] == NULL)
		kase = bend->animate ? TB_CASE_GEN : TB_CASE_NOM;
	if (plural && bend->irregular != NULL)
		irregular_plural(bend, kase, out);
	else if (plural && kase == TB_CASE_NOM)
		nominative_plural(bend, out);
	else if (plural && kase == TB_CASE_GEN)
		genitive_plural(bend, out);
	else if (plural)
		plain_form(bend, row->pl[kase], out);
	else
		singular_form(bend, row, kase, out);
	if (bend->word.caps)
		raise_tail(out, 2);
}
