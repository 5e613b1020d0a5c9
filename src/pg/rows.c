/*
 * rows.c
 *	  Mentions as rows of a set-returning function, and as arrays.
 *
 * A layer fills cells; here they become Datums.  json.c turns the same cells
 * into JSON, so that both faces always say the same.
 */
#include "pg/glue.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/multirangetypes.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "pg/ranges.h"

/* ------------------------------------------------------------------ cells */

void
tb_pg_cell_text(TbPgCell *cell, const char *s)
{
	if (s == NULL)
		return;
	cell->kind = TB_CELL_TEXT;
	cell->text = (TbStr) {s, (uint32_t) strlen(s)};
}

void
tb_pg_cell_int(TbPgCell *cell, int32_t value)
{
	cell->kind = TB_CELL_INT;
	cell->from = value;
}

void
tb_pg_cell_day(TbPgCell *cell, int32_t day)
{
	if (day == TB_NO_DAY)
		return;
	cell->kind = TB_CELL_DATE;
	cell->from = day;
}

void
tb_pg_cell_span(TbPgScan *scan, TbPgCell *cell, TbSpan span)
{
	if (span.end <= span.start)
		return;
	cell->kind = TB_CELL_TEXT;
	cell->text = tb_text_given(&scan->doc.text, span);
}

void
tb_pg_cell_surface(TbPgScan *scan, TbPgCell *cells, TbSpan span)
{
	int32_t		start = tb_pg_characters(scan, span.start);

	if (span.end <= span.start)
		return;
	tb_pg_cell_span(scan, &cells[0], span);
	tb_pg_cell_int(&cells[1], start + 1);
	tb_pg_cell_int(&cells[2], tb_pg_characters(scan, span.end) - start);
}

/* -------------------------------------------------------------- to Datums */

Datum
tb_pg_cell_datum(TbPgScan *scan, const TbPgCell *cell)
{
	switch (cell->kind)
	{
		case TB_CELL_NULL:
			break;
		case TB_CELL_TEXT:
			return PointerGetDatum(tb_pg_utf8_to_text(cell->text.data,
													  cell->text.len));
		case TB_CELL_INT:
			return Int32GetDatum(cell->from);
		case TB_CELL_DATE:
			return DateADTGetDatum(tb_pg_date(cell->from));
		case TB_CELL_PERIOD:
			return RangeTypePGetDatum(tb_pg_period(cell->from, cell->to));
		case TB_CELL_SEGMENTS:
			return tb_pg_segments(scan, cell->spans, cell->nspans);
	}
	return (Datum) 0;
}

/* Put one row of a layer into the function's result. */
static void
put_row(ReturnSetInfo *rsinfo, TbPgScan *scan, const TbPgLayer *layer,
		uint32_t i)
{
	TbPgCell	cells[TB_PG_MAX_COLUMNS] = {0};
	Datum		values[TB_PG_MAX_COLUMNS];
	bool		nulls[TB_PG_MAX_COLUMNS];

	layer->fill(scan, i, cells);
	for (int c = 0; c < layer->ncolumns; c++)
	{
		nulls[c] = cells[c].kind == TB_CELL_NULL;
		values[c] = tb_pg_cell_datum(scan, &cells[c]);
	}
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

Datum
tb_pg_return_rows(FunctionCallInfo fcinfo, const TbPgLayer *layer,
				  TbPgArgs args)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext row;
	MemoryContext old;
	TbPgScan	scan;
	uint32_t	n;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (rsinfo->setDesc->natts != layer->ncolumns)
		elog(ERROR, "function for %s declares %d columns, not %d",
			 layer->name, rsinfo->setDesc->natts, layer->ncolumns);
	if (!tb_pg_scan_open(&scan, fcinfo, args, layer->layers))
		return (Datum) 0;
	row = AllocSetContextCreate(CurrentMemoryContext, "tribuna row",
								ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(row);
	n = layer->count(&scan);
	for (uint32_t i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_row(rsinfo, &scan, layer, i);
		MemoryContextReset(row);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(row);
	tb_pg_scan_close(&scan);
	return (Datum) 0;
}

/* ----------------------------------------------------------------- arrays */

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

Datum
tb_pg_string_array(const char **strings, uint32_t n)
{
	Datum	   *elements = palloc(Max(n, 1) * sizeof(Datum));
	uint32_t	given = 0;
	int			kept = 0;

	for (uint32_t i = 0; i < n; i++)
		if (strings[i] != NULL)
			strings[given++] = strings[i];
	if (given > 1)
		qsort(strings, given, sizeof(char *), compare_strings);
	for (uint32_t i = 0; i < given; i++)
		if (i == 0 || strcmp(strings[i], strings[i - 1]) != 0)
			elements[kept++] =
				PointerGetDatum(tb_pg_utf8_to_text(strings[i],
												   strlen(strings[i])));
	return PointerGetDatum(construct_array(elements, kept, TEXTOID, -1, false,
										   TYPALIGN_INT));
}
