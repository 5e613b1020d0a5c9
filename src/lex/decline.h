/*
 * decline.h
 *	  One Russian word and how it bends: the floor under inflect.c.
 *
 * A TbBend is a word, the stem of its oblique cases and a row of endings.
 * It is made by one of the tb_bend_* functions and read by tb_bend_form.
 * Nothing is allocated.
 */
#ifndef TB_DECLINE_H
#define TB_DECLINE_H

#include "lex/inflect.h"
#include "lex/word.h"

/* How a row makes the genitive plural. */
typedef enum TbGenitivePlural
{
	TB_GP_ENDING,				/* by its ending */
	TB_GP_OV,					/* -ов, after ж ш ч щ -ей */
	TB_GP_ZERO,					/* no ending: палат, делегаток */
	TB_GP_ZERO_NEUT,			/* neuter: министерств, окон */
	TB_GP_SOFT					/* nouns in -я: недель, статей, идей */
} TbGenitivePlural;

/* Endings by number and case; a NULL accusative follows animacy. */
typedef struct TbEndings
{
	const char *sg[TB_NCASES];
	const char *pl[TB_NCASES];
	TbGenitivePlural genitive;
} TbEndings;

/* Plurals that no rule gives: человек, люди. */
typedef struct TbPlurals
{
	const char *noun;
	const char *nom;
	const char *gen;
	const char *dat;
	const char *ins;
	const char *also;			/* another genitive, or NULL */
} TbPlurals;

typedef struct TbBend
{
	TbWord		word;
	uint32_t	stem_len;
	char		stem[TB_NAME_WORD];	/* of the oblique cases, as written */
	char		genitive[TB_NAME_WORD];	/* of a plural, where given, or "" */
	const TbEndings *endings;	/* NULL: the word does not bend */
	const TbEndings *genders;	/* adjectives: rows of m, f, n; or NULL */
	const TbPlurals *irregular; /* человек, люди; or NULL */
	TbGram		gender;
	bool		animate;
	bool		plural_only;
	bool		stressed;		/* врачом, бойцом, not -ем */
	bool		yo;				/* секретарём, not -ем; the singular only */
	bool		plural_a;		/* города, учителя */
} TbBend;

/* What is known of a noun besides its letters. */
typedef struct TbNounHints
{
	TbGram		gender;			/* 0: told by the ending */
	bool		plural;
	bool		animate;
	TbStr		genitive;		/* empty: told by the ending */
} TbNounHints;

/* The word stays as it is. */
void		tb_bend_fixed(TbBend *bend);

/* Take a row of endings; the stem is the word without an ending. */
void		tb_bend_row(TbBend *bend, const TbEndings *row, TbGram gender,
						const char *ending);

/* As a noun; leaves it fixed when the ending cannot bend. */
void		tb_bend_noun(TbBend *bend, const TbNounHints *hints);

/*
 * As an adjective, if the word looks like one in the nominative; the ending
 * tells the gender.  Sure: take -ний, -ий and -ие for one too.
 */
bool		tb_bend_adjective(TbBend *bend, bool plural, bool sure);

/* As a possessive adjective: Берингов, Баренцево, Соломоновы. */
bool		tb_bend_possessive(TbBend *bend);

/* As a Russian surname: Токаев, Токаева; false when it is not shaped so. */
bool		tb_bend_surname(TbBend *bend, TbGram gender);

/* -ов, -ев, -ин, -ын behind a stem that a surname may have. */
bool		tb_word_is_possessive(const TbWord *word);

/*
 * The word in a case and number (and gender, for adjectives that bend by
 * gender; otherwise 0).  Out holds TB_NAME_WORD bytes.
 */
void		tb_bend_form(const TbBend *bend, TbCase kase, bool plural,
						 TbGram gender, char *out);

/*
 * The past feminine, neuter and plural of a verb, or of a phrase with one:
 * «имел в виду», имела в виду.  False when the visitor stopped or the
 * phrase is too long.
 */
bool		tb_inflect_past(TbStr phrase, TbFormVisitor visit, void *ctx);

#endif
