/*
 * title.c
 *	  Titles of a document: as rows and as offices.
 */
#include "pg/glue.h"

static const char *const holder_sources[] = {
	[TB_HS_NONE] = NULL,[TB_HS_DOCUMENT] = "document",
	[TB_HS_REGISTRY] = "registry"
};

static const char *const columns[] = {
	"surface", "start", "length", "title", "office", "holder", "holder_source"
};

static uint32_t
count_titles(TbPgScan *scan)
{
	return scan->doc.titles.n;
}

static void
fill_title(TbPgScan *scan, uint32_t i, TbPgCell *cells)
{
	const TbTitle *title = &scan->doc.titles.at[i];

	tb_pg_cell_surface(scan, &cells[0], title->span);
	tb_pg_cell_text(&cells[3], title->title);
	tb_pg_cell_text(&cells[4], tb_pg_office(scan, title));
	if (title->holder == NULL)
		return;
	tb_pg_cell_text(&cells[5], title->holder);
	tb_pg_cell_text(&cells[6], holder_sources[title->holder_source]);
}

const TbPgLayer tb_pg_titles = {
	"titles", TB_LAYER_NAMES, lengthof(columns), columns, count_titles, fill_title
};

TB_FUNCTION(extract_titles);

/* extract_titles(document, reference, country): one row a title. */
Datum
extract_titles(PG_FUNCTION_ARGS)
{
	return tb_pg_return_rows(fcinfo, &tb_pg_titles, tb_pg_full_args);
}

TB_FUNCTION(office_codes);

/* office_codes(document, reference, country): the offices of its titles. */
Datum
office_codes(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	const char **codes;
	Datum		result;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_full_args, TB_LAYER_NAMES))
		PG_RETURN_NULL();
	codes = palloc0(Max(scan.doc.titles.n, 1) * sizeof(char *));
	for (uint32_t i = 0; i < scan.doc.titles.n; i++)
		codes[i] = tb_pg_office(&scan, &scan.doc.titles.at[i]);
	result = tb_pg_string_array(codes, scan.doc.titles.n);
	tb_pg_scan_close(&scan);
	return result;
}
