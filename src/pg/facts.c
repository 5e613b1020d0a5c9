/*
 * facts.c
 *	  All mentions of a document from one scan, as rows of one shape.
 *
 * Each layer fills the columns that it shares by name with the function's
 * result; the others stay NULL.  So the declaration in SQL decides what is
 * returned, and a column is spelled only where its layer is.  Three columns
 * are of every layer:
 *
 *	layer		 documents, dates, places, titles, persons, statements
 *	n			 which of its layer in the document, from 1
 *	in_statement n of the innermost statement around the mention
 *
 * Which statement is around a mention?  The pieces of all statements are
 * sorted by their beginnings; one pass with a stack gives each piece the one
 * that was open when it began.  A mention then asks the last piece that
 * begins before it, and from there outwards:
 *
 *	 «Аким заявил, что министр сообщил о том, что в Астане денег нет»
 *	 1				   ├─────────────────────────────────────────┤ outer: none
 *	 2											  ├──────────────┤ outer: 1
 *	 «Астане» asks 2, which holds it; «министр» asks 1.
 */
#include "pg/glue.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#define MAX_FACT_COLUMNS 64

/* How many pieces outwards a mention looks: what lies deeper is hostile. */
#define MAX_DEPTH 32

static const TbPgLayer *const layers[] = {
	&tb_pg_dates, &tb_pg_places, &tb_pg_titles, &tb_pg_persons,
	&tb_pg_statements
};

/* A piece of a statement, in characters from 1, the end excluded. */
typedef struct Piece
{
	int32_t		start;
	int32_t		end;
	uint32_t	statement;
	uint32_t	outer;			/* pieces[] that was open here, or TB_NONE */
} Piece;

/* What the rows of one document need. */
typedef struct Facts
{
	TbPgScan	scan;
	ReturnSetInfo *rsinfo;
	Piece	   *pieces;
	uint32_t	npieces;
	int			column_layer;	/* columns of the result, or -1 */
	int			column_n;
	int			column_in;
} Facts;

/* ------------------------------------------------- statements around a place */

/* By beginning, what reaches farther first. */
static int
compare_pieces(const void *a, const void *b)
{
	const Piece *left = a;
	const Piece *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	if (left->end != right->end)
		return left->end > right->end ? -1 : 1;
	return (left->statement > right->statement) -
		(left->statement < right->statement);
}

static void
collect_pieces(Facts *facts)
{
	TbPgScan   *scan = &facts->scan;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < scan->doc.statements.n; i++)
		n += Max(scan->doc.statements.at[i].nsegments, 1);
	facts->pieces = MemoryContextAllocHuge(scan->context,
										   ((Size) n + 1) * sizeof(Piece));
	for (uint32_t i = 0; i < scan->doc.statements.n; i++)
	{
		const TbStatement *statement = &scan->doc.statements.at[i];
		const TbSpan *spans = statement->nsegments > 0
			? statement->segments : &statement->span;

		for (uint32_t s = 0; s < Max(statement->nsegments, 1); s++)
			facts->pieces[facts->npieces++] = (Piece)
		{
			.start = tb_pg_characters(scan, spans[s].start) + 1,
			.end = tb_pg_characters(scan, spans[s].end) + 1,
			.statement = i,
			.outer = TB_NONE
		};
	}
}

/* Sort the pieces and link each to the one that is open where it begins. */
static void
nest_pieces(Facts *facts)
{
	uint32_t	open = TB_NONE;

	if (facts->npieces > 1)
		qsort(facts->pieces, facts->npieces, sizeof(Piece), compare_pieces);
	for (uint32_t i = 0; i < facts->npieces; i++)
	{
		while (open != TB_NONE && facts->pieces[open].end <= facts->pieces[i].start)
			open = facts->pieces[open].outer;
		facts->pieces[i].outer = open;
		open = i;
	}
}

/* The last piece that begins at or before a character, or TB_NONE. */
static uint32_t
last_piece(const Facts *facts, int32_t start)
{
	uint32_t	low = 0;
	uint32_t	high = facts->npieces;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (facts->pieces[middle].start <= start)
			low = middle + 1;
		else
			high = middle;
	}
	return low == 0 ? TB_NONE : low - 1;
}

/*
 * Number, from 1, of the innermost statement around [start, end) other than
 * self; 0: none.  Of two statements of one extent the later is the inner one.
 */
static int32_t
statement_around(const Facts *facts, int32_t start, int32_t end, uint32_t self)
{
	uint32_t	at = last_piece(facts, start);
	bool		inside = self == TB_NONE;

	for (int depth = 0; at != TB_NONE && depth < MAX_DEPTH; depth++)
	{
		const Piece *piece = &facts->pieces[at];

		if (piece->statement == self)
			inside = true;
		else if (inside && piece->end >= end)
			return (int32_t) piece->statement + 1;
		at = piece->outer;
	}
	return 0;
}

/* ------------------------------------------------------------------- rows */

/* Number of a result column by its name, or -1. */
static int
column_named(TupleDesc desc, const char *name)
{
	for (int i = 0; i < desc->natts; i++)
		if (strcmp(NameStr(TupleDescAttr(desc, i)->attname), name) == 0)
			return i;
	return -1;
}

/* Which result column each column of a layer goes to. */
static void
map_columns(TupleDesc desc, const TbPgLayer *layer, int *map)
{
	for (int c = 0; c < layer->ncolumns; c++)
		map[c] = column_named(desc, layer->columns[c]);
}

/* The column of a layer, by its name. */
static int
layer_column(const TbPgLayer *layer, const char *name)
{
	for (int c = 0; c < layer->ncolumns; c++)
		if (strcmp(layer->columns[c], name) == 0)
			return c;
	elog(ERROR, "layer %s has no column %s", layer->name, name);
}

static void
set_value(Datum *values, bool *nulls, int column, Datum value)
{
	if (column < 0)
		return;
	values[column] = value;
	nulls[column] = false;
}

/* What the rows of one layer have in common. */
typedef struct FactLayer
{
	const TbPgLayer *layer;
	Datum		name;
	int			map[TB_PG_MAX_COLUMNS];	/* to columns of the result, or -1 */
	int			start;			/* columns of the layer */
	int			length;
} FactLayer;

static void
put_fact(Facts *facts, const FactLayer *of, uint32_t i)
{
	const TbPgLayer *layer = of->layer;
	TbPgCell	cells[TB_PG_MAX_COLUMNS] = {0};
	Datum		values[MAX_FACT_COLUMNS] = {0};
	bool		nulls[MAX_FACT_COLUMNS];
	int32_t		start;
	int32_t		around;

	memset(nulls, true, sizeof(nulls));
	layer->fill(&facts->scan, i, cells);
	for (int c = 0; c < layer->ncolumns; c++)
		if (of->map[c] >= 0 && cells[c].kind != TB_CELL_NULL)
			set_value(values, nulls, of->map[c],
					  tb_pg_cell_datum(&facts->scan, &cells[c]));
	start = cells[of->start].from;
	around = statement_around(facts, start, start + cells[of->length].from,
							  layer == &tb_pg_statements ? i : TB_NONE);
	if (around > 0)
		set_value(values, nulls, facts->column_in, Int32GetDatum(around));
	set_value(values, nulls, facts->column_n, Int32GetDatum((int32_t) i + 1));
	set_value(values, nulls, facts->column_layer, of->name);
	tuplestore_putvalues(facts->rsinfo->setResult, facts->rsinfo->setDesc,
						 values, nulls);
}

static void
put_layer(Facts *facts, const TbPgLayer *layer, MemoryContext row)
{
	FactLayer	of = {
		.layer = layer,
		.start = layer_column(layer, "start"),
		.length = layer_column(layer, "length")
	};
	uint32_t	n = layer->count(&facts->scan);

	MemoryContextSwitchTo(facts->scan.context);
	of.name = CStringGetTextDatum(layer->name);
	MemoryContextSwitchTo(row);
	map_columns(facts->rsinfo->setDesc, layer, of.map);
	for (uint32_t i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_fact(facts, &of, i);
		MemoryContextReset(row);
	}
}

/* Set a text column of the document's own row, unless s is NULL. */
static void
set_text(Facts *facts, Datum *values, bool *nulls, const char *column,
		 const char *s)
{
	if (s != NULL)
		set_value(values, nulls, column_named(facts->rsinfo->setDesc, column),
				  PointerGetDatum(tb_pg_utf8_to_text(s, strlen(s))));
}

/* The first row: the document's extent, reference date and country. */
static void
put_document(Facts *facts)
{
	TupleDesc	desc = facts->rsinfo->setDesc;
	const TbDocument *doc = &facts->scan.doc;
	Datum		values[MAX_FACT_COLUMNS] = {0};
	bool		nulls[MAX_FACT_COLUMNS];

	memset(nulls, true, sizeof(nulls));
	set_value(values, nulls, facts->column_layer, CStringGetTextDatum("documents"));
	set_value(values, nulls, facts->column_n, Int32GetDatum(1));
	set_value(values, nulls, column_named(desc, "start"), Int32GetDatum(1));
	set_value(values, nulls, column_named(desc, "length"),
			  Int32GetDatum(tb_pg_characters(&facts->scan, facts->scan.text.len)));
	if (doc->reference != TB_NO_DAY)
	{
		Datum		day = DateADTGetDatum(tb_pg_date(doc->reference));

		set_value(values, nulls, column_named(desc, "date_from"), day);
		set_value(values, nulls, column_named(desc, "date_to"), day);
	}
	if (doc->country != NULL && doc->country[0] != '\0')
	{
		const char *code = psprintf("%s/", doc->country);

		set_text(facts, values, nulls, "place_code", code);
		set_text(facts, values, nulls, "country",
				 tb_pg_country_name(doc->lex, code));
	}
	tuplestore_putvalues(facts->rsinfo->setResult, desc, values, nulls);
}

TB_FUNCTION(extract_facts);

/* extract_facts(document, reference, country): everything, one row a mention. */
Datum
extract_facts(PG_FUNCTION_ARGS)
{
	Facts		facts = {0};
	MemoryContext row;
	MemoryContext old;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	facts.rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	if (facts.rsinfo->setDesc->natts > MAX_FACT_COLUMNS)
		elog(ERROR, "extract_facts declares more than %d columns",
			 MAX_FACT_COLUMNS);
	if (!tb_pg_scan_open(&facts.scan, fcinfo, tb_pg_full_args,
						 TB_LAYER_DATES | TB_LAYER_NAMES | TB_LAYER_STATEMENTS))
		return (Datum) 0;
	facts.column_layer = column_named(facts.rsinfo->setDesc, "layer");
	facts.column_n = column_named(facts.rsinfo->setDesc, "n");
	facts.column_in = column_named(facts.rsinfo->setDesc, "in_statement");
	collect_pieces(&facts);
	nest_pieces(&facts);
	row = AllocSetContextCreate(CurrentMemoryContext, "tribuna row",
								ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(row);
	put_document(&facts);
	for (size_t i = 0; i < lengthof(layers); i++)
		put_layer(&facts, layers[i], row);
	MemoryContextSwitchTo(old);
	MemoryContextDelete(row);
	tb_pg_scan_close(&facts.scan);
	return (Datum) 0;
}
