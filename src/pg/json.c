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
 *
 * The value is written as it is stored (utils/jsonb.h), once through from its
 * beginning: how many rows and keys there are is known before, so that each
 * container's entries are reserved and filled in as its values come.
 *
 *	container	header | entry of each key, of each value | keys | values
 *	entry		kind and length; each 32nd has where it ends instead
 *
 * The server's own way, a tree of values that is sorted, measured and copied
 * level by level, costs as much as the scan.
 */
#include "pg/glue.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/jsonb.h"
#include "utils/numeric.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

static const TbPgLayer *const all_layers[] = {
	&tb_pg_dates, &tb_pg_places, &tb_pg_titles, &tb_pg_persons,
	&tb_pg_statements, &tb_pg_speakers
};

/* ------------------------------------------------------------- containers */

/* An array or object that is being written. */
typedef struct Container
{
	int			entries;		/* where its entries are in the buffer */
	int			values;			/* where what they describe begins */
	int			n;				/* entries filled in so far */
} Container;

/* Pad the buffer to where a number or container may begin. */
static void
pad(StringInfo json)
{
	static const char zeros[sizeof(uint32)] = {0};

	appendBinaryStringInfo(json, zeros, INTALIGN(json->len) - json->len);
}

/* What jsonb can hold of one container; the server's own words. */
static void
check_size(Size size)
{
	if (size > JENTRY_OFFLENMASK)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("total size of jsonb array elements exceeds the maximum of %u bytes",
						JENTRY_OFFLENMASK),
				 errhint("The functions that return rows have no such limit.")));
}

/* Begin a container of so many entries. */
static Container
open_container(StringInfo json, uint32 header, uint32 entries)
{
	Container	c;
	Size		size = entries * sizeof(JEntry);

	check_size(size);
	pad(json);
	appendBinaryStringInfo(json, (char *) &header, sizeof(header));
	enlargeStringInfo(json, (int) size);
	c.entries = json->len;
	c.values = json->len += (int) size;
	c.n = 0;
	return c;
}

/* The next entry of a container: what was written since start. */
static void
put_entry(StringInfo json, Container *c, JEntry kind, int start)
{
	uint32		total = json->len - c->values;
	JEntry		entry = kind | (uint32) (json->len - start);

	check_size(total);
	if (c->n % JB_OFFSET_STRIDE == 0)
		entry = kind | total | JENTRY_HAS_OFF;
	memcpy(json->data + c->entries + c->n++ * sizeof(JEntry), &entry,
		   sizeof(JEntry));
}

static Container
open_array(StringInfo json, uint32 n)
{
	return open_container(json, JB_FARRAY | n, n);
}

/* Does jsonb keep one key before another: the shorter one, then by bytes? */
static bool
key_precedes(const char *a, const char *b)
{
	size_t		alen = strlen(a);
	size_t		blen = strlen(b);

	return alen != blen ? alen < blen : memcmp(a, b, alen) < 0;
}

/* Insert key number i into the order of those before it; their number. */
static int
add_key(const char *const *keys, int i, int *order, int n)
{
	int			at = n;

	for (; at > 0 && key_precedes(keys[i], keys[order[at - 1]]); at--)
		order[at] = order[at - 1];
	order[at] = i;
	return n + 1;
}

/* Begin an object with these keys, in the order of jsonb; values follow. */
static Container
open_object(StringInfo json, const char *const *keys, const int *order, int n)
{
	Container	c = open_container(json, JB_FOBJECT | n, 2 * n);

	for (int i = 0; i < n; i++)
	{
		int			start = json->len;

		appendBinaryStringInfo(json, keys[order[i]], (int) strlen(keys[order[i]]));
		put_entry(json, &c, JENTRY_ISSTRING, start);
	}
	return c;
}

/* Begin another object with the keys of one that was begun at the start of a buffer. */
static Container
open_like(StringInfo json, const StringInfoData *head, Container like)
{
	pad(json);
	like.entries += json->len;
	like.values += json->len;
	appendBinaryStringInfo(json, head->data, head->len);
	return like;
}

/* --------------------------------------------------------------- scalars */

static void
put_null(StringInfo json, Container *c)
{
	put_entry(json, c, JENTRY_ISNULL, json->len);
}

static void
put_string(StringInfo json, Container *c, const char *s, size_t len)
{
	int			start = json->len;

	if (GetDatabaseEncoding() != PG_UTF8)
		s = tb_pg_from_utf8(s, len, &len);
	check_size(len);
	appendBinaryStringInfo(json, s, (int) len);
	put_entry(json, c, JENTRY_ISSTRING, start);
}

static void
put_int(StringInfo json, Container *c, int32_t number)
{
	Numeric		numeric = int64_to_numeric(number);
	int			start = json->len;

	pad(json);
	appendBinaryStringInfo(json, (char *) numeric, VARSIZE_ANY(numeric));
	put_entry(json, c, JENTRY_ISNUMERIC, start);
	pfree(numeric);
}

static void
put_day(StringInfo json, Container *c, int32_t day)
{
	char		buf[MAXDATELEN + 1];
	struct pg_tm tm = {0};

	if (day == TB_NO_DAY)
	{
		put_null(json, c);
		return;
	}
	j2date(tb_pg_date(day) + POSTGRES_EPOCH_JDATE,
		   &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	EncodeDateOnly(&tm, USE_ISO_DATES, buf);
	put_string(json, c, buf, strlen(buf));
}

/* [[start, length], ...] in characters. */
static void
put_segments(StringInfo json, Container *c, TbPgScan *scan, const TbPgCell *cell)
{
	int			start = json->len;
	Container	segments = open_array(json, cell->nspans);

	for (uint32_t i = 0; i < cell->nspans; i++)
	{
		int32_t		first = tb_pg_characters(scan, cell->spans[i].start);
		int			segment_start = json->len;
		Container	segment = open_array(json, 2);

		put_int(json, &segment, first + 1);
		put_int(json, &segment,
				tb_pg_characters(scan, cell->spans[i].end) - first);
		put_entry(json, &segments, JENTRY_ISCONTAINER, segment_start);
	}
	put_entry(json, c, JENTRY_ISCONTAINER, start);
}

/* ------------------------------------------------------------------- rows */

static void
put_cell(StringInfo json, Container *c, TbPgScan *scan, const TbPgCell *cell)
{
	switch (cell->kind)
	{
		case TB_CELL_TEXT:
			put_string(json, c, cell->text.data, cell->text.len);
			break;
		case TB_CELL_INT:
			put_int(json, c, cell->from);
			break;
		case TB_CELL_DATE:
			put_day(json, c, cell->from);
			break;
		case TB_CELL_SEGMENTS:
			put_segments(json, c, scan, cell);
			break;
		case TB_CELL_PERIOD:
		case TB_CELL_NULL:
			put_null(json, c);
			break;
	}
}

/* The rows of a layer, an array of objects. */
static void
put_layer(StringInfo json, Container *c, TbPgScan *scan, const TbPgLayer *layer)
{
	int			order[TB_PG_MAX_COLUMNS];
	int			nkeys = 0;
	int			start = json->len;
	uint32_t	n = layer->count(scan);
	Container	rows = open_array(json, n);
	StringInfoData head;
	Container	keys;

	for (int i = 0; i < layer->ncolumns; i++)
		if (strcmp(layer->columns[i], "period") != 0)
			nkeys = add_key(layer->columns, i, order, nkeys);
	initStringInfo(&head);
	keys = open_object(&head, layer->columns, order, nkeys);
	for (uint32_t i = 0; i < n; i++)
	{
		TbPgCell	cells[TB_PG_MAX_COLUMNS] = {0};
		int			row_start = json->len;
		Container	row;

		CHECK_FOR_INTERRUPTS();
		layer->fill(scan, i, cells);
		row = open_like(json, &head, keys);
		for (int k = 0; k < nkeys; k++)
			put_cell(json, &row, scan, &cells[order[k]]);
		put_entry(json, &rows, JENTRY_ISCONTAINER, row_start);
	}
	put_entry(json, c, JENTRY_ISCONTAINER, start);
}

/* The whole value: reference, country, then the layers. */
static void
put_document(StringInfo json, TbPgScan *scan)
{
	const char *keys[2 + lengthof(all_layers)] = {"reference", "country"};
	int			order[lengthof(keys)];
	int			nkeys = 0;
	Container	c;

	for (size_t i = 0; i < lengthof(all_layers); i++)
		keys[2 + i] = all_layers[i]->name;
	for (size_t i = 0; i < lengthof(keys); i++)
		nkeys = add_key(keys, (int) i, order, nkeys);
	c = open_object(json, keys, order, nkeys);
	for (int k = 0; k < nkeys; k++)
	{
		const char *country = scan->doc.country;

		if (order[k] >= 2)
			put_layer(json, &c, scan, all_layers[order[k] - 2]);
		else if (order[k] == 0)
			put_day(json, &c, scan->doc.reference);
		else if (country == NULL || country[0] == '\0')
			put_null(json, &c);
		else
			put_string(json, &c, country, strlen(country));
	}
}

TB_FUNCTION(analyze_document);

/* analyze_document(document, reference, country): everything, in one scan. */
Datum
analyze_document(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	StringInfoData json;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_full_args,
						 TB_LAYER_DATES | TB_LAYER_NAMES | TB_LAYER_STATEMENTS))
		PG_RETURN_NULL();
	initStringInfo(&json);
	json.len = VARHDRSZ;
	put_document(&json, &scan);
	tb_pg_scan_close(&scan);
	SET_VARSIZE(json.data, json.len);
	PG_RETURN_POINTER(json.data);
}
