/*
 * date.c
 *	  Dates of a document: as rows, its own dateline, its periods united.
 */
#include "pg/glue.h"

#include "pg/ranges.h"

static const char *const granularities[] = {
	[TB_GR_DAY] = "day",[TB_GR_WEEK] = "week",[TB_GR_MONTH] = "month",
	[TB_GR_QUARTER] = "quarter",[TB_GR_HALF] = "half",
	[TB_GR_SEASON] = "season",[TB_GR_YEAR] = "year",
	[TB_GR_DECADE] = "decade",[TB_GR_CENTURY] = "century",
	[TB_GR_RANGE] = "range",[TB_GR_OPEN] = "open"
};

static const char *const kinds[] = {
	[TB_DK_EXPLICIT] = "explicit",[TB_DK_UNDERSPECIFIED] = "underspecified",
	[TB_DK_RELATIVE] = "relative",[TB_DK_WEEKDAY] = "weekday",
	[TB_DK_ANAPHORIC] = "anaphoric",[TB_DK_HOLIDAY] = "holiday"
};

static const char *const modifiers[] = {
	[TB_DM_NONE] = NULL,[TB_DM_START] = "start",[TB_DM_MID] = "mid",
	[TB_DM_END] = "end"
};

static const char *const columns[] = {
	"surface", "start", "length", "date_from", "date_to", "granularity",
	"kind", "modifier", "edtf", "period"
};

static uint32_t
count_dates(TbPgScan *scan)
{
	return scan->doc.dates.n;
}

/* Does a date say anything about the calendar? */
static bool
has_period(const TbDate *date)
{
	return date->known && (date->from != TB_NO_DAY || date->to != TB_NO_DAY) &&
		(date->from == TB_NO_DAY || date->to == TB_NO_DAY ||
		 date->from <= date->to);
}

static void
fill_date(TbPgScan *scan, uint32_t i, TbPgCell *cells)
{
	const TbDate *date = &scan->doc.dates.at[i];

	tb_pg_cell_surface(scan, &cells[0], date->span);
	tb_pg_cell_text(&cells[5], granularities[date->granularity]);
	tb_pg_cell_text(&cells[6], kinds[date->kind]);
	tb_pg_cell_text(&cells[7], modifiers[date->modifier]);
	if (!has_period(date))
		return;
	tb_pg_cell_day(&cells[3], date->from);
	tb_pg_cell_day(&cells[4], date->to);
	tb_pg_cell_text(&cells[8], date->edtf);
	cells[9] = (TbPgCell)
	{
		.kind = TB_CELL_PERIOD,
		.from = date->from,
		.to = date->to
	};
}

const TbPgLayer tb_pg_dates = {
	"dates", TB_LAYER_DATES, lengthof(columns), columns, count_dates, fill_date
};

TB_FUNCTION(extract_dates);

/* extract_dates(document, reference, country): one row a date. */
Datum
extract_dates(PG_FUNCTION_ARGS)
{
	return tb_pg_return_rows(fcinfo, &tb_pg_dates, tb_pg_full_args);
}

TB_FUNCTION(document_date);

/* document_date(document): the dateline, or NULL. */
Datum
document_date(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	int32_t		day;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_plain_args, 0))
		PG_RETURN_NULL();
	day = scan.doc.reference;
	tb_pg_scan_close(&scan);
	if (day == TB_NO_DAY)
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(tb_pg_date(day));
}

/* The closed period that a date stands for in a search, or NULL. */
static RangeType *
searched_period(const TbDate *date)
{
	int32_t		from = date->from;
	int32_t		to = date->to;

	if (!has_period(date))
		return NULL;
	if (from == TB_NO_DAY || to == TB_NO_DAY)
	{
		/* «до 2050 года» must not answer a search for 2030 */
		from = date->named_from;
		to = date->named_to;
	}
	if (from == TB_NO_DAY || to == TB_NO_DAY || from > to)
		return NULL;
	return tb_pg_period(from, to);
}

TB_FUNCTION(date_periods);

/* date_periods(document, reference): the united periods of all dates. */
Datum
date_periods(PG_FUNCTION_ARGS)
{
	static const TbPgArgs args = {0, 1, -1};
	TbPgScan	scan;
	RangeType **periods;
	uint32_t	n = 0;

	if (!tb_pg_scan_open(&scan, fcinfo, args, TB_LAYER_DATES))
		PG_RETURN_NULL();
	periods = palloc(Max(scan.doc.dates.n, 1) * sizeof(RangeType *));
	for (uint32_t i = 0; i < scan.doc.dates.n; i++)
	{
		RangeType  *period = searched_period(&scan.doc.dates.at[i]);

		if (period != NULL)
			periods[n++] = period;
	}
	tb_pg_scan_close(&scan);
	return tb_pg_unite_periods(periods, n);
}
