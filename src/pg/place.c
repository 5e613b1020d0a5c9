/*
 * place.c
 *	  Places of a document: as rows and as codes.
 *
 * A code is a path, kz/atyrau-region/atyrau/: country and region of a place
 * are the entries of its first one and two steps.
 */
#include "pg/glue.h"

#define PLACE_TYPE_NAME(type) #type,
static const char *const types[] = {TB_PLACE_TYPES(PLACE_TYPE_NAME)};

static const char *const columns[] = {
	"surface", "start", "length", "place", "place_code", "place_type", "kind",
	"country", "region", "official_code"
};

/* An empty string is no value. */
static const char *
value_or_null(const char *s)
{
	return s == NULL || s[0] == '\0' ? NULL : s;
}

/* Length of a code's first steps, their slashes included; 0: it has fewer. */
static size_t
steps_length(const char *code, int steps)
{
	const char *at = code;

	while (steps-- > 0)
	{
		at = strchr(at, '/');
		if (at == NULL)
			return 0;
		at++;
	}
	return at - code;
}

/* Name of the place of a type whose code is the first steps of code, or NULL. */
static const char *
name_above(const TbLexicon *lex, const char *code, int steps, TbPlaceType type)
{
	size_t		len = steps_length(code, steps);
	const TbEntry *entry;

	if (len == 0)
		return NULL;
	entry = tb_lexicon_find_code(lex, TB_PLACE, pnstrdup(code, len));
	if (entry == NULL || entry->sub != type)
		return NULL;
	return tb_lexicon_string(lex, entry->name);
}

const char *
tb_pg_country_name(const TbLexicon *lex, const char *code)
{
	return name_above(lex, code, 1, TB_PT_country);
}

static uint32_t
count_places(TbPgScan *scan)
{
	return scan->doc.places.n;
}

static void
fill_place(TbPgScan *scan, uint32_t i, TbPgCell *cells)
{
	const TbPlace *place = &scan->doc.places.at[i];
	const TbLexicon *lex = scan->doc.lex;
	const TbEntry *entry;
	const char *code;

	tb_pg_cell_surface(scan, &cells[0], place->span);
	tb_pg_cell_text(&cells[3], place->name);
	if (place->type < TB_NPLACE_TYPES)
		tb_pg_cell_text(&cells[5], types[place->type]);
	tb_pg_cell_text(&cells[6], place->kind == TB_PK_ADJECTIVE ? "adjective" : "name");
	if (place->entry == TB_NONE)
		return;
	entry = tb_lexicon_entry(lex, place->entry);
	code = tb_lexicon_string(lex, entry->code);
	tb_pg_cell_text(&cells[4], code);
	tb_pg_cell_text(&cells[7], tb_pg_country_name(lex, code));
	if (entry->sub != TB_PT_region)
		tb_pg_cell_text(&cells[8], name_above(lex, code, 2, TB_PT_region));
	tb_pg_cell_text(&cells[9], value_or_null(tb_lexicon_string(lex, entry->extra)));
}

const TbPgLayer tb_pg_places = {
	"places", TB_LAYER_NAMES, lengthof(columns), columns, count_places, fill_place
};

TB_FUNCTION(extract_places);

/* extract_places(document): one row a place. */
Datum
extract_places(PG_FUNCTION_ARGS)
{
	return tb_pg_return_rows(fcinfo, &tb_pg_places, tb_pg_plain_args);
}

TB_FUNCTION(place_codes);

/* place_codes(document): the codes of its places. */
Datum
place_codes(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	const char **codes;
	Datum		result;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_plain_args, TB_LAYER_NAMES))
		PG_RETURN_NULL();
	codes = palloc0(Max(scan.doc.places.n, 1) * sizeof(char *));
	for (uint32_t i = 0; i < scan.doc.places.n; i++)
	{
		uint32_t	entry = scan.doc.places.at[i].entry;

		if (entry != TB_NONE)
			codes[i] = tb_lexicon_string(scan.doc.lex,
										 tb_lexicon_entry(scan.doc.lex, entry)->code);
	}
	result = tb_pg_string_array(codes, scan.doc.places.n);
	tb_pg_scan_close(&scan);
	return result;
}
