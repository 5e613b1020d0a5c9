/*
 * ranges.c
 *	  Periods as dateranges, segments of text as int4multiranges.
 */
#include "pg/ranges.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/multirangetypes.h"
#include "utils/typcache.h"

/* A range of any type; from 16 on make_range can report softly. */
static RangeType *
build_range(TypeCacheEntry *type, RangeBound *lower, RangeBound *upper)
{
#if PG_VERSION_NUM >= 160000
	return make_range(type, lower, upper, false, NULL);
#else
	return make_range(type, lower, upper, false);
#endif
}

static RangeBound
day_bound(int32_t day, bool lower)
{
	return (RangeBound)
	{
		.val = day == TB_NO_DAY ? (Datum) 0 : DateADTGetDatum(tb_pg_date(day)),
		.infinite = day == TB_NO_DAY,
		.inclusive = day != TB_NO_DAY,
		.lower = lower
	};
}

RangeType *
tb_pg_period(int32_t from, int32_t to)
{
	RangeBound	lower = day_bound(from, true);
	RangeBound	upper = day_bound(to, false);

	return build_range(lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO),
					   &lower, &upper);
}

Datum
tb_pg_segments(TbPgScan *scan, const TbSpan *spans, uint32_t n)
{
	TypeCacheEntry *type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	RangeType **ranges = palloc(Max(n, 1) * sizeof(RangeType *));

	for (uint32_t i = 0; i < n; i++)
	{
		RangeBound	lower = {
			.val = Int32GetDatum(tb_pg_characters(scan, spans[i].start) + 1),
			.inclusive = true,
			.lower = true
		};
		RangeBound	upper = {
			.val = Int32GetDatum(tb_pg_characters(scan, spans[i].end) + 1)
		};

		ranges[i] = build_range(type, &lower, &upper);
	}
	return MultirangeTypePGetDatum(make_multirange(INT4MULTIRANGEOID, type,
												   (int32) n, ranges));
}

Datum
tb_pg_unite_periods(RangeType **periods, uint32_t n)
{
	return MultirangeTypePGetDatum(
		make_multirange(DATEMULTIRANGEOID,
						lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO),
						(int32) n, periods));
}
