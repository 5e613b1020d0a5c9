/*
 * glue.h
 *	  Between the server and the core: texts in, rows and strings out.
 *
 * Chapters: symbols, encoding, lexicon, scan, rows.  The core works on UTF-8
 * and bytes; everything that leaves through this header is in the database's
 * encoding and in characters.
 */
#ifndef TB_GLUE_H
#define TB_GLUE_H

#include "postgres.h"

#include "fmgr.h"
#include "utils/date.h"
#include "utils/palloc.h"

#include "core/document.h"
#include "lex/twins.h"

/* --------------------------------------------------------------- symbols */

/* The library is built with hidden symbols; before 16 the server's own macro
 * says nothing of them. */
#if PG_VERSION_NUM < 160000
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

/* Declare a function that CREATE FUNCTION names. */
#define TB_FUNCTION(name) \
	extern PGDLLEXPORT Datum name(PG_FUNCTION_ARGS); \
	PG_FUNCTION_INFO_V1(name)

/* -------------------------------------------------------------- encoding */

/*
 * Text of the database as UTF-8: the bytes themselves in a UTF8 database,
 * else a palloc'd copy with a NUL behind it.  An encoding that cannot hold
 * Russian is an error.
 */
TbStr		tb_pg_to_utf8(const char *s, size_t len);

/* The same for an argument of type text. */
TbStr		tb_pg_text_to_utf8(const text *t);

/*
 * UTF-8 as text of the database, palloc'd.  A character that its encoding
 * lacks is replaced by a plainer spelling; never an error.
 */
text	   *tb_pg_utf8_to_text(const char *s, size_t len);

/* The same as bytes with a NUL behind them; their number goes to *out_len. */
char	   *tb_pg_from_utf8(const char *s, size_t len, size_t *out_len);

/* --------------------------------------------------------------- lexicon */

/*
 * The lexicon that a function of ours sees: the image, and the terms that
 * are in force in the function's schema.  Lives as long as the transaction.
 */
const TbLexicon *tb_pg_lexicon(FunctionCallInfo fcinfo);

/* ------------------------------------------------------------------ scan */

/* Memory of a context for an arena; refuses instead of raising an error. */
TbArenaHost tb_pg_arena_host(MemoryContext context);

/* A new context for one scan, child of the current one. */
MemoryContext tb_pg_scan_context(void);

/* Raise what a core function reports; returns when it is TB_OK. */
void		tb_pg_check(TbStatus status);

/* Speaker of a document, for extract_speakers. */
typedef struct TbPgSpeaker
{
	uint32_t	first;			/* statements[]: the first of this speaker */
	int32_t		statements;
	int32_t		direct;
	uint32_t	title;			/* titles[], or TB_NONE */
} TbPgSpeaker;

/* One document on its way through a function. */
typedef struct TbPgScan
{
	TbStr		text;			/* UTF-8, as the core reads it: doc.text.data */
	MemoryContext context;		/* of the arena */
	TbArena		arena;
	TbDocument	doc;
	uint32_t   *characters;		/* before each block of bytes; NULL: not yet */
	uint32_t   *person_titles;	/* of each person; NULL: not yet */
	TbPgSpeaker *speakers;		/* NULL: not yet */
	uint32_t	nspeakers;
} TbPgScan;

/* Which argument holds what; -1: the function has none. */
typedef struct TbPgArgs
{
	int			document;
	int			reference;
	int			country;
} TbPgArgs;

extern const TbPgArgs tb_pg_plain_args;	/* (document) */
extern const TbPgArgs tb_pg_full_args;	/* (document, reference, country) */

/* Open the document argument and find layers; false when it is NULL. */
bool		tb_pg_scan_open(TbPgScan *scan, FunctionCallInfo fcinfo,
							TbPgArgs args, unsigned layers);

/* Open a UTF-8 text without arguments and find layers. */
void		tb_pg_scan_open_text(TbPgScan *scan, FunctionCallInfo fcinfo,
								 TbStr text, unsigned layers);

/* Give the scan's memory back. */
void		tb_pg_scan_close(TbPgScan *scan);

/* The reference date of an argument in days since 1970, or TB_NO_DAY. */
int32_t		tb_pg_reference(FunctionCallInfo fcinfo, int arg);

/* The country code of an argument in lower case, or NULL. */
const char *tb_pg_country(FunctionCallInfo fcinfo, int arg);

/* Characters before a byte of the scan's text. */
int32_t		tb_pg_characters(TbPgScan *scan, uint32_t byte);

/* The title of a person: the one seen beside it, else one it holds; or TB_NONE. */
uint32_t	tb_pg_person_title(TbPgScan *scan, uint32_t person);

/* A day of the core as a date of the server. */
static inline DateADT
tb_pg_date(int32_t day)
{
	return day - (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE);
}

/* ------------------------------------------------------------------ rows */

typedef enum TbPgCellKind
{
	TB_CELL_NULL, TB_CELL_TEXT, TB_CELL_INT, TB_CELL_DATE, TB_CELL_PERIOD,
	TB_CELL_SEGMENTS
} TbPgCellKind;

/* One value of a row, before it is a Datum or a piece of JSON. */
typedef struct TbPgCell
{
	TbPgCellKind kind;
	TbStr		text;			/* TEXT: UTF-8 */
	int32_t		from;			/* INT; DATE and PERIOD: day */
	int32_t		to;				/* PERIOD: day */
	const TbSpan *spans;		/* SEGMENTS: bytes */
	uint32_t	nspans;
} TbPgCell;

/* Fill a cell; a NULL string, TB_NO_DAY or empty span makes a NULL. */
void		tb_pg_cell_text(TbPgCell *cell, const char *s);
void		tb_pg_cell_int(TbPgCell *cell, int32_t value);
void		tb_pg_cell_day(TbPgCell *cell, int32_t day);
void		tb_pg_cell_span(TbPgScan *scan, TbPgCell *cell, TbSpan span);

/* Fill three cells: the words of a span, its start and its length. */
void		tb_pg_cell_surface(TbPgScan *scan, TbPgCell *cells, TbSpan span);

/* A cell as a Datum, palloc'd; 0 for NULL. */
Datum		tb_pg_cell_datum(TbPgScan *scan, const TbPgCell *cell);

/* A kind of mention, as rows and as JSON. */
typedef struct TbPgLayer
{
	const char *name;			/* key in analyze_document */
	unsigned	layers;			/* TB_LAYER_* it is made from */
	int			ncolumns;
	const char *const *columns;
	uint32_t	(*count) (TbPgScan *scan);
	void		(*fill) (TbPgScan *scan, uint32_t i, TbPgCell *cells);
} TbPgLayer;

#define TB_PG_MAX_COLUMNS 16

extern const TbPgLayer tb_pg_dates;
extern const TbPgLayer tb_pg_places;
extern const TbPgLayer tb_pg_titles;
extern const TbPgLayer tb_pg_persons;
extern const TbPgLayer tb_pg_statements;
extern const TbPgLayer tb_pg_speakers;

/* Body of a set-returning function: all rows of a layer. */
Datum		tb_pg_return_rows(FunctionCallInfo fcinfo, const TbPgLayer *layer,
							  TbPgArgs args);

/* Strings of UTF-8, some NULL, as a sorted text[] without repetition. */
Datum		tb_pg_string_array(const char **strings, uint32_t n);

/* Name of the country of a place's code, or NULL. */
const char *tb_pg_country_name(const TbLexicon *lex, const char *code);

/* The full path of a title's office, kz/senate/chair/; in the scan's arena. */
const char *tb_pg_office(TbPgScan *scan, const TbTitle *title);

#endif
