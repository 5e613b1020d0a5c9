/*
 * inflect.h
 *	  Russian names bend by rule: forward (declension) and back (nominative).
 *
 * Forward: a nominative with its hints (data/README.md) gives six cases in
 * the singular and six in the plural.  Back: a form that no list knows gives
 * the nominatives it may come from.
 */
#ifndef TB_INFLECT_H
#define TB_INFLECT_H

#include "base/arena.h"
#include "lex/lexicon.h"

/* Index of a case in tables: 0 nominative .. 5 prepositional. */
typedef enum TbCase
{
	TB_CASE_NOM, TB_CASE_GEN, TB_CASE_DAT, TB_CASE_ACC, TB_CASE_INS,
	TB_CASE_PRE, TB_NCASES
} TbCase;

/* Longest form in bytes, its NUL included. */
#define TB_MAX_FORM 512

/* What is known of a name besides its letters (the hints of data/README.md). */
typedef struct TbNameHints
{
	bool		fixed;			/* 0 */
	bool		plural;			/* pl */
	bool		animate;		/* an */
	bool		adjective;		/* a */
	bool		verb;			/* v */
	bool		mark;			/* mark */
	bool		abbreviation;	/* abbr */
	bool		official;		/* official */
	bool		own;			/* own */
	TbGram		gender;			/* TB_MASC, TB_FEM, TB_NEUT or 0 */
	TbStr		genitive;		/* gen=X, or empty */
	int32_t		from;			/* validity, days since 1970, or TB_NO_DAY */
	int32_t		to;
} TbNameHints;

/*
 * Split «Нур-Султан {2019-03-23/2022-09-17}» into the bare name and its
 * hints.  Returns NULL, or what is wrong as a static English phrase.
 */
const char *tb_name_parse(TbStr cell, TbStr *name, TbNameHints *hints);

/* One form of a name. */
typedef struct TbForm
{
	char		text[TB_MAX_FORM];
	TbGram		gram;
} TbForm;

/* Called for each form; returns false to stop. */
typedef bool (*TbFormVisitor) (void *ctx, const char *form, TbGram gram);

/*
 * All forms of a name of one or more words: every distinct spelling, possibly
 * several a case (водой/водою is not made; Пулкове/Пулково is), each with
 * the mask of cases it may be.  Adjectives ({a}) come in three genders and
 * the plural; verbs ({v}) in the past forms.  False when a visitor stopped
 * or the name is too long.
 */
bool		tb_inflect_name(TbStr name, const TbNameHints *hints,
							TbFormVisitor visit, void *ctx);

/*
 * The name in one case and number, as it is best printed; written into out
 * (TB_MAX_FORM bytes).  False when it is too long.
 */
bool		tb_inflect_to(TbStr name, const TbNameHints *hints, TbCase kase,
						  bool plural, char *out);

/*
 * A person's name, «Маулен Ашимбаев», in one case.  Parts (given name,
 * patronymic, surname, in any order) are told by their endings; gender is
 * TB_MASC, TB_FEM, or 0: found from the parts.  Foreign and undeclinable
 * parts stay.  Out holds TB_MAX_FORM bytes.
 */
bool		tb_inflect_person(TbStr name, TbGram gender, TbCase kase, char *out);

/* A nominative that a form may come from. */
typedef struct TbLemma
{
	char		text[128];
	TbGram		gram;			/* cases the form would then be in, and gender */
	int			weight;			/* higher is likelier: -ов/-ев/-ин priors */
} TbLemma;

/* What kind of name part a word is, by its ending. */
typedef enum TbNamePart
{
	TB_PART_SURNAME, TB_PART_PATRONYMIC, TB_PART_GIVEN
} TbNamePart;

/*
 * Nominatives that a capitalised word outside the lexicon may come from,
 * likeliest first: «Ашимбаевым» -> Ашимбаев (instrumental, m);
 * «Нурпеисовой» -> Нурпеисова (f); «Дуйсекова» -> Дуйсеков (gen., m) and
 * Дуйсекова (nom., f).  The letter case of the word is kept (an all-capitals
 * word gets title case).  Returns how many were written (at most max).
 */
int			tb_inflect_lemmas(TbStr word, TbNamePart part, TbLemma *out, int max);

/* Does the word end like a patronymic (-ович, -евна, -улы, -кызы …) in any case? */
bool		tb_is_patronymic(TbStr word, TbGram *gender);

/* Does the word end like a Russian-style surname (-ов, -ева, -ин, -ский …)? */
bool		tb_is_surname_shaped(TbStr word);

#endif
