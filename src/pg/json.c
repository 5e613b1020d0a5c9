/*
 * json.c
 *	  All layers of a document from one scan, as jsonb.
 *
 *	{"reference": "2022-12-24", "country": "kz",
 *	 "dates": [{"surface": "24.12.2022", "start": 64, ...}, ...],
 *	 "places": [...], "titles": [...], "persons": [...],
 *	 "statements": [...], "speakers": [...]}
 *
 * The keys of a row are the columns of its function; a period is left out
 * (date_from and date_to say it), segments are arrays of [start, length].
 */
#include "pg/glue.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/jsonb.h"
#include "utils/numeric.h"

static const TbPgLayer *const all_layers[] = {
	&tb_pg_dates, &tb_pg_places, &tb_pg_titles, &tb_pg_persons,
	&tb_pg_statements, &tb_pg_speakers
};

/* --------------------------------------------------------------- scalars */

static void
push_string(JsonbParseState **state, JsonbIteratorToken token, const char *s,
			size_t len)
{
	JsonbValue	value = {.type = jbvString};
	size_t		out_len = len;

	/* what the scan holds stays until the jsonb has been made of it */
	value.val.string.val = GetDatabaseEncoding() == PG_UTF8
		? unconstify(char *, s) : tb_pg_from_utf8(s, len, &out_len);
	value.val.string.len = (int) out_len;
	pushJsonbValue(state, token, &value);
}

static void
push_key(JsonbParseState **state, const char *key)
{
	push_string(state, WJB_KEY, key, strlen(key));
}

static void
push_null(JsonbParseState **state)
{
	JsonbValue	value = {.type = jbvNull};

	pushJsonbValue(state, WJB_VALUE, &value);
}

static void
push_int(JsonbParseState **state, JsonbIteratorToken token, int32_t number)
{
	JsonbValue	value = {.type = jbvNumeric};

	value.val.numeric = int64_to_numeric(number);
	pushJsonbValue(state, token, &value);
}

static void
push_day(JsonbParseState **state, int32_t day)
{
	char		buf[MAXDATELEN + 1];
	struct pg_tm tm = {0};

	if (day == TB_NO_DAY)
	{
		push_null(state);
		return;
	}
	j2date(tb_pg_date(day) + POSTGRES_EPOCH_JDATE,
		   &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	EncodeDateOnly(&tm, USE_ISO_DATES, buf);
	push_string(state, WJB_VALUE, pstrdup(buf), strlen(buf));
}

/* [[start, length], ...] in characters. */
static void
push_segments(JsonbParseState **state, TbPgScan *scan, const TbPgCell *cell)
{
	pushJsonbValue(state, WJB_BEGIN_ARRAY, NULL);
	for (uint32_t i = 0; i < cell->nspans; i++)
	{
		int32_t		start = tb_pg_characters(scan, cell->spans[i].start);

		pushJsonbValue(state, WJB_BEGIN_ARRAY, NULL);
		push_int(state, WJB_ELEM, start + 1);
		push_int(state, WJB_ELEM,
				 tb_pg_characters(scan, cell->spans[i].end) - start);
		pushJsonbValue(state, WJB_END_ARRAY, NULL);
	}
	pushJsonbValue(state, WJB_END_ARRAY, NULL);
}

/* ------------------------------------------------------------------- rows */

static void
push_cell(JsonbParseState **state, TbPgScan *scan, const TbPgCell *cell)
{
	switch (cell->kind)
	{
		case TB_CELL_TEXT:
			push_string(state, WJB_VALUE, cell->text.data, cell->text.len);
			break;
		case TB_CELL_INT:
			push_int(state, WJB_VALUE, cell->from);
			break;
		case TB_CELL_DATE:
			push_day(state, cell->from);
			break;
		case TB_CELL_SEGMENTS:
			push_segments(state, scan, cell);
			break;
		case TB_CELL_PERIOD:
		case TB_CELL_NULL:
			push_null(state);
			break;
	}
}

static void
push_row(JsonbParseState **state, TbPgScan *scan, const TbPgLayer *layer,
		 uint32_t i)
{
	TbPgCell	cells[TB_PG_MAX_COLUMNS] = {0};

	layer->fill(scan, i, cells);
	pushJsonbValue(state, WJB_BEGIN_OBJECT, NULL);
	for (int c = 0; c < layer->ncolumns; c++)
	{
		if (strcmp(layer->columns[c], "period") == 0)
			continue;
		push_key(state, layer->columns[c]);
		push_cell(state, scan, &cells[c]);
	}
	pushJsonbValue(state, WJB_END_OBJECT, NULL);
}

static void
push_layer(JsonbParseState **state, TbPgScan *scan, const TbPgLayer *layer)
{
	uint32_t	n = layer->count(scan);

	push_key(state, layer->name);
	pushJsonbValue(state, WJB_BEGIN_ARRAY, NULL);
	for (uint32_t i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		push_row(state, scan, layer, i);
	}
	pushJsonbValue(state, WJB_END_ARRAY, NULL);
}

static void
push_head(JsonbParseState **state, const TbDocument *doc)
{
	push_key(state, "reference");
	push_day(state, doc->reference);
	push_key(state, "country");
	if (doc->country == NULL || doc->country[0] == '\0')
		push_null(state);
	else
		push_string(state, WJB_VALUE, doc->country, strlen(doc->country));
}

TB_FUNCTION(analyze_document);

/* analyze_document(document, reference, country): everything, in one scan. */
Datum
analyze_document(PG_FUNCTION_ARGS)
{
	JsonbParseState *state = NULL;
	JsonbValue *result;
	TbPgScan	scan;
	Jsonb	   *jsonb;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_full_args,
						 TB_LAYER_DATES | TB_LAYER_NAMES | TB_LAYER_STATEMENTS))
		PG_RETURN_NULL();
	pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
	push_head(&state, &scan.doc);
	for (size_t i = 0; i < lengthof(all_layers); i++)
		push_layer(&state, &scan, all_layers[i]);
	result = pushJsonbValue(&state, WJB_END_OBJECT, NULL);
	jsonb = JsonbValueToJsonb(result);
	tb_pg_scan_close(&scan);
	PG_RETURN_JSONB_P(jsonb);
}
