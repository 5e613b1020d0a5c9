/*
 * ranges.h
 *	  Periods as dateranges, segments of text as int4multiranges.
 */
#ifndef TB_RANGES_H
#define TB_RANGES_H

#include "pg/glue.h"

#include "utils/rangetypes.h"

/* The daterange of two inclusive days, each of which may be TB_NO_DAY: open. */
RangeType  *tb_pg_period(int32_t from, int32_t to);

/* The character positions of byte spans, as an int4multirange. */
Datum		tb_pg_segments(TbPgScan *scan, const TbSpan *spans, uint32_t n);

/* The union of n dateranges, as a datemultirange. */
Datum		tb_pg_unite_periods(RangeType **periods, uint32_t n);

#endif
