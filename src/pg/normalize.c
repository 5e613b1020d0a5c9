/*
 * normalize.c
 *	  One name at a time: to its canonical nominative, and to any case.
 *
 * For ETL over columns that hold names rather than texts: «Мауленом
 * Ашимбаевым» -> Маулен Ашимбаев, «Атырауской области» -> Атырауская область,
 * «спикера Сената» -> Председатель Сената.  The text is scanned as a document
 * of its own; what the scan wants evidence for (Семей, Урал, a surname alone)
 * is then taken at its word.
 */
#include "pg/glue.h"

#include "utils/builtins.h"

#include "base/fold.h"
#include "lex/inflect.h"

/* More forms than that never begin at one token. */
#define MAX_MATCHES 8
#define MAX_NAME_WORDS 6

/* ------------------------------------------------------------- the lexicon */

/* A reading of the whole text that is of a class, or NULL. */
static const TbReading *
whole_reading(const TbDocument *doc, TbClass klass)
{
	TbMatch		matches[MAX_MATCHES];
	int			n = tb_text_match(&doc->text, doc->lex, 0, matches, MAX_MATCHES);

	for (int i = 0; i < n; i++)
		if (matches[i].end == doc->text.ntok)
			return tb_lexicon_reading(doc->lex, matches[i].node, klass);
	return NULL;
}

/* The text result of a nominative; NULL stays NULL. */
static Datum
return_name(FunctionCallInfo fcinfo, TbPgScan *scan, const char *name)
{
	Datum		result = (Datum) 0;

	if (name == NULL)
		fcinfo->isnull = true;
	else
		result = PointerGetDatum(tb_pg_utf8_to_text(name, strlen(name)));
	tb_pg_scan_close(scan);
	return result;
}

/* --------------------------------------------------------------- normalize */

/* The likeliest nominative of a text that is one surname, or NULL. */
static const char *
lone_surname(const TbDocument *doc)
{
	TbStr		word = {doc->text.data + doc->text.tok[0].start,
	doc->text.tok[doc->text.ntok - 1].end - doc->text.tok[0].start};
	TbLemma		lemma;

	if (doc->text.ntok != 1 || !tb_is_surname_shaped(word) ||
		tb_inflect_lemmas(word, TB_PART_SURNAME, &lemma, 1) == 0)
		return NULL;
	return pstrdup(lemma.text);
}

TB_FUNCTION(normalize_name);

/* normalize_name(name): a person's name in the nominative. */
Datum
normalize_name(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	const char *name = NULL;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_plain_args, TB_LAYER_NAMES))
		PG_RETURN_NULL();
	if (scan.doc.mentions.n > 0)
		name = scan.doc.mentions.at[0].nominative;
	else if (scan.doc.text.ntok > 0)
		name = lone_surname(&scan.doc);
	return return_name(fcinfo, &scan, name);
}

TB_FUNCTION(normalize_title);

/* normalize_title(title): a title's canonical nominative. */
Datum
normalize_title(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_plain_args, TB_LAYER_NAMES))
		PG_RETURN_NULL();
	return return_name(fcinfo, &scan, scan.doc.titles.n == 0 ? NULL
					   : scan.doc.titles.at[0].title);
}

/* Canonical name of a place that the whole text is a form of, or NULL. */
static const char *
whole_place(const TbDocument *doc)
{
	const TbReading *reading = whole_reading(doc, TB_PLACE);
	const TbEntry *entry;

	if (reading != NULL)
		return tb_lexicon_string(doc->lex,
								 tb_lexicon_entry(doc->lex, reading->entry)->name);
	reading = whole_reading(doc, TB_PLACE_ADJ);
	if (reading == NULL)
		return NULL;
	entry = tb_lexicon_entry(doc->lex, reading->entry);
	entry = tb_lexicon_find_code(doc->lex, TB_PLACE,
								 tb_lexicon_string(doc->lex, entry->code));
	return entry == NULL ? NULL : tb_lexicon_string(doc->lex, entry->name);
}

TB_FUNCTION(normalize_place);

/* normalize_place(place): a place's canonical name of today. */
Datum
normalize_place(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	const char *name;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_plain_args, TB_LAYER_NAMES))
		PG_RETURN_NULL();
	name = scan.doc.places.n > 0 ? scan.doc.places.at[0].name
		: whole_place(&scan.doc);
	return return_name(fcinfo, &scan, name);
}

/* ----------------------------------------------------------------- decline */

/* The case that an argument names, or an error. */
static TbCase
case_of(const text *argument)
{
	static const struct
	{
		const char *english;
		const char *russian;
	}			names[TB_NCASES] = {
		[TB_CASE_NOM] = {"nominative", "именительный"},
		[TB_CASE_GEN] = {"genitive", "родительный"},
		[TB_CASE_DAT] = {"dative", "дательный"},
		[TB_CASE_ACC] = {"accusative", "винительный"},
		[TB_CASE_INS] = {"instrumental", "творительный"},
		[TB_CASE_PRE] = {"prepositional", "предложный"}
	};
	TbStr		given = tb_pg_text_to_utf8(argument);
	char	   *lower = palloc(given.len + 1);

	lower[tb_lower(given.data, given.len, lower)] = '\0';
	for (int i = 0; i < TB_NCASES; i++)
		if (strcmp(lower, names[i].english) == 0 ||
			strcmp(lower, names[i].russian) == 0)
			return i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized grammatical case: \"%s\"",
					text_to_cstring(argument)),
			 errhint("Use nominative, genitive, dative, accusative, instrumental or prepositional.")));
	return TB_CASE_NOM;
}

/* Are two names the same but for letter case, ё and Kazakh letters? */
static bool
same_folded(TbStr a, TbStr b)
{
	char	   *fold_a = palloc(a.len + 1);
	char	   *fold_b = palloc(b.len + 1);
	size_t		len = tb_fold(a.data, a.len, fold_a);

	return len == tb_fold(b.data, b.len, fold_b) &&
		memcmp(fold_a, fold_b, len) == 0;
}

/*
 * What the lexicon says of how the text bends, when the whole text is a
 * nominative of it.  The hints of a row belong to its canonical name; of an
 * alias we know only whether it is an abbreviation.
 */
static bool
lexicon_hints(const TbDocument *doc, TbStr text, TbNameHints *hints)
{
	static const TbClass classes[] = {TB_PLACE, TB_BODY, TB_OFFICE, TB_ROLE};

	for (size_t i = 0; i < lengthof(classes); i++)
	{
		const TbReading *reading = whole_reading(doc, classes[i]);
		TbNameHints row;
		TbStr		name;
		const char *cell;

		if (reading == NULL || !(tb_gram_cases(reading->gram) & TB_NOM))
			continue;
		cell = tb_lexicon_string(doc->lex,
								 tb_lexicon_entry(doc->lex, reading->entry)->spec);
		if (tb_name_parse((TbStr) {cell, (uint32_t) strlen(cell)},
						  &name, &row) == NULL &&
			same_folded(name, text))
			*hints = row;
		hints->fixed = hints->fixed || (reading->flags & TB_RF_CAPS);
		hints->animate = hints->animate || classes[i] == TB_ROLE ||
			classes[i] == TB_OFFICE;
		return true;
	}
	return false;
}

/* Does the text read as a person's name: capitalised words, one of them given? */
static bool
is_person_name(const TbDocument *doc)
{
	bool		person = false;

	if (doc->text.ntok > MAX_NAME_WORDS)
		return false;
	for (uint32_t i = 0; i < doc->text.ntok; i++)
	{
		const TbToken *tok = &doc->text.tok[i];
		TbStr		word = {doc->text.data + tok->start, tok->end - tok->start};
		TbGram		gender;

		if (tok->kind == TB_MARK)
			continue;
		if (tok->kind != TB_WORD_TOKEN)
			return false;
		person = person || tb_is_surname_shaped(word) ||
			tb_is_patronymic(word, &gender) ||
			tb_token_reading(&doc->text, doc->lex, i, TB_GIVEN) != NULL;
		if (!(tok->flags & TB_TF_CAP) && !tb_is_patronymic(word, &gender))
			return false;
	}
	return person;
}

/* Does the text open with a title's head word: its accusative is a person's. */
static bool
holds_role(const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->text.ntok; i++)
		if (tb_token_reading(&doc->text, doc->lex, i, TB_ROLE) != NULL)
			return true;
	return false;
}

TB_FUNCTION(decline);

/* decline(name, grammatical_case): a nominative in another case. */
Datum
decline(PG_FUNCTION_ARGS)
{
	TbStr		name = tb_pg_text_to_utf8(PG_GETARG_TEXT_PP(0));
	TbCase		kase = case_of(PG_GETARG_TEXT_PP(1));
	char		out[TB_MAX_FORM];
	TbNameHints hints = {.from = TB_NO_DAY,.to = TB_NO_DAY};
	TbPgScan	scan;
	bool		done;

	tb_pg_scan_open_text(&scan, fcinfo, name, 0);
	name = scan.text;
	if (!lexicon_hints(&scan.doc, name, &hints) && is_person_name(&scan.doc))
		done = tb_inflect_person(name, 0, kase, out);
	else
	{
		hints.animate = hints.animate || holds_role(&scan.doc);
		done = tb_inflect_to(name, &hints, kase, hints.plural, out);
	}
	return return_name(fcinfo, &scan, done ? out : NULL);
}
