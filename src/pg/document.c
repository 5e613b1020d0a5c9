/*
 * document.c
 *	  One document on its way through a function: opened, scanned, closed.
 *
 * The core counts bytes, SQL counts characters.  Characters before each block
 * of BLOCK bytes are counted in one sweep when the first position is asked
 * for; a position then costs at most one block, wherever it lies.
 */
#include "pg/glue.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "base/calendar.h"

#define BLOCK 128

const TbPgArgs tb_pg_plain_args = {0, -1, -1};
const TbPgArgs tb_pg_full_args = {0, 1, 2};

/* ------------------------------------------------------------------ arena */

/*
 * Memory that the backend keeps from one scan to the next.  A text of a few
 * kilobytes needs no more than that, and memory new from the system must be
 * mapped and zeroed page by page, which costs a tenth of such a scan.  The
 * scan that found it free has it until its context goes, however it goes.
 */
#define KEPT_SIZE ((Size) 512 * 1024)

static struct
{
	char	   *memory;			/* NULL: not yet */
	Size		used;
	MemoryContext owner;		/* NULL: free */
	MemoryContextCallback leave;
}			kept;

static void
leave_kept(void *arg)
{
	(void) arg;
	kept.owner = NULL;
	kept.used = 0;
}

MemoryContext
tb_pg_scan_context(void)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "tribuna document",
												  ALLOCSET_DEFAULT_SIZES);

	if (kept.memory == NULL)
		kept.memory = MemoryContextAlloc(TopMemoryContext, KEPT_SIZE);
	if (kept.owner == NULL)
	{
		kept.owner = context;
		kept.leave.func = leave_kept;
		MemoryContextRegisterResetCallback(context, &kept.leave);
	}
	return context;
}

static void *
context_take(void *ctx, size_t size)
{
	void	   *chunk;

	if (ctx != kept.owner || size > KEPT_SIZE - kept.used)
		return MemoryContextAllocExtended(ctx, size,
										  MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
	chunk = kept.memory + kept.used;
	kept.used += TYPEALIGN(sizeof(max_align_t), size);
	return chunk;
}

static void
context_give(void *ctx, void *chunk)
{
	(void) ctx;
	if ((char *) chunk < kept.memory || (char *) chunk >= kept.memory + KEPT_SIZE)
		pfree(chunk);
}

/*
 * Is there a request that CHECK_FOR_INTERRUPTS would end the statement for?
 * Other interrupts wait until the scan is over.
 */
static bool
statement_must_stop(void *ctx)
{
	(void) ctx;
	return InterruptPending && InterruptHoldoffCount == 0 &&
		CritSectionCount == 0 &&
		(ProcDiePending ||
		 (QueryCancelPending && QueryCancelHoldoffCount == 0));
}

TbArenaHost
tb_pg_arena_host(MemoryContext context)
{
	return (TbArenaHost)
	{
		.take = context_take,
		.give = context_give,
		.stop = statement_must_stop,
		.ctx = context
	};
}

void
tb_pg_check(TbStatus status)
{
	switch (status)
	{
		case TB_OK:
			return;
		case TB_INTERRUPTED:
			CHECK_FOR_INTERRUPTS();
			ereport(ERROR,
					(errcode(ERRCODE_QUERY_CANCELED),
					 errmsg("canceling statement due to user request")));
		case TB_BAD_IMAGE:
			ereport(ERROR,
					(errcode(ERRCODE_DATA_CORRUPTED),
					 errmsg("lexicon image of tribuna is damaged"),
					 errhint("Install the extension's library again.")));
		case TB_NO_MEMORY:
			/* a pass that was asked to stop may have said no more than that */
			CHECK_FOR_INTERRUPTS();
			break;
	}
	ereport(ERROR,
			(errcode(ERRCODE_OUT_OF_MEMORY),
			 errmsg("out of memory"),
			 errdetail("A text was too long for tribuna to scan.")));
}

/* -------------------------------------------------------------- arguments */

int32_t
tb_pg_reference(FunctionCallInfo fcinfo, int arg)
{
	DateADT		date;
	int32_t		day;

	if (arg < 0 || PG_ARGISNULL(arg))
		return TB_NO_DAY;
	date = PG_GETARG_DATEADT(arg);
	if (DATE_NOT_FINITE(date))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("reference date must be finite"),
				 errhint("Give NULL to use the document's own dateline.")));
	day = date + (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE);
	if (day < tb_day_of(1, 1, 1) || day > tb_day_of(9999, 12, 31))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("reference date out of range"),
				 errdetail("It must lie in the years 1 to 9999.")));
	return day;
}

const char *
tb_pg_country(FunctionCallInfo fcinfo, int arg)
{
	char	   *code;

	if (arg < 0 || PG_ARGISNULL(arg))
		return NULL;
	code = text_to_cstring(PG_GETARG_TEXT_PP(arg));
	if (strlen(code) != 2 ||
		strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("country must be a two-letter code, not \"%s\"", code),
				 errhint("Use an ISO 3166 alpha-2 code, such as \"kz\".")));
	code[0] |= 'a' - 'A';
	code[1] |= 'a' - 'A';
	return code;
}

/* ------------------------------------------------------------------- scan */

static void
open_scan(TbPgScan *scan, FunctionCallInfo fcinfo, TbStr text,
		  int32_t reference, const char *country, unsigned layers)
{
	memset(scan, 0, sizeof(*scan));
	scan->context = tb_pg_scan_context();
	tb_arena_init(&scan->arena, tb_pg_arena_host(scan->context));
	tb_pg_check(tb_document_open(&scan->doc, text.data, text.len, reference,
								 country, tb_pg_lexicon(fcinfo), &scan->arena));
	scan->text = (TbStr) {scan->doc.text.data, scan->doc.text.len};
	tb_pg_check(tb_document_find(&scan->doc, layers));
}

bool
tb_pg_scan_open(TbPgScan *scan, FunctionCallInfo fcinfo, TbPgArgs args,
				unsigned layers)
{
	int32_t		reference = tb_pg_reference(fcinfo, args.reference);
	const char *country = tb_pg_country(fcinfo, args.country);

	if (PG_ARGISNULL(args.document))
		return false;
	open_scan(scan, fcinfo,
			  tb_pg_text_to_utf8(PG_GETARG_TEXT_PP(args.document)),
			  reference, country, layers);
	return true;
}

void
tb_pg_scan_open_text(TbPgScan *scan, FunctionCallInfo fcinfo, TbStr text,
					 unsigned layers)
{
	open_scan(scan, fcinfo, text, TB_NO_DAY, NULL, layers);
}

void
tb_pg_scan_close(TbPgScan *scan)
{
	MemoryContextDelete(scan->context);
}

/* -------------------------------------------------------------- positions */

/* Characters that begin in len bytes of valid UTF-8. */
static inline uint32_t
count_characters(const char *s, uint32_t len)
{
	uint32_t	n = len;

	for (; len >= sizeof(uint64); s += sizeof(uint64), len -= sizeof(uint64))
	{
		uint64		bytes;

		/* one bit for each byte 10xxxxxx, summed up in the highest byte */
		memcpy(&bytes, s, sizeof(bytes));
		bytes = bytes >> 7 & ~bytes >> 6 & UINT64CONST(0x0101010101010101);
		n -= bytes * UINT64CONST(0x0101010101010101) >> 56;
	}
	for (uint32_t i = 0; i < len; i++)
		n -= ((unsigned char) s[i] & 0xC0) == 0x80;
	return n;
}

/* Count the characters before each block of the text. */
static void
count_blocks(TbPgScan *scan)
{
	uint32_t	nblocks = scan->text.len / BLOCK + 1;
	uint32_t	n = 0;

	scan->characters = MemoryContextAllocHuge(scan->context,
											  nblocks * sizeof(uint32_t));
	for (uint32_t i = 0; i < nblocks; i++)
	{
		uint32_t	left = scan->text.len - i * BLOCK;

		scan->characters[i] = n;
		n += count_characters(scan->text.data + i * BLOCK, Min(left, BLOCK));
	}
}

int32_t
tb_pg_characters(TbPgScan *scan, uint32_t byte)
{
	uint32_t	block = byte / BLOCK;

	if (scan->characters == NULL)
		count_blocks(scan);
	return (int32_t) (scan->characters[block] +
					  count_characters(scan->text.data + block * BLOCK,
									   byte - block * BLOCK));
}

/* ----------------------------------------------------------------- titles */

/* Find the title of each person. */
static void
find_person_titles(TbPgScan *scan)
{
	const TbDocument *doc = &scan->doc;

	scan->person_titles =
		MemoryContextAllocHuge(scan->context,
							   ((Size) doc->persons.n + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < doc->persons.n; i++)
		scan->person_titles[i] = doc->persons.at[i].title;
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		uint32_t	person = doc->titles.at[i].person;

		if (person != TB_NONE && scan->person_titles[person] == TB_NONE)
			scan->person_titles[person] = i;
	}
}

uint32_t
tb_pg_person_title(TbPgScan *scan, uint32_t person)
{
	if (scan->person_titles == NULL)
		find_person_titles(scan);
	return scan->person_titles[person];
}

const char *
tb_pg_office(TbPgScan *scan, const TbTitle *title)
{
	MemoryContext old = MemoryContextSwitchTo(scan->context);
	const char *path = NULL;

	if (title->office != NULL && title->office[0] != '\0')
		path = psprintf("%s%s",
						title->jurisdiction == NULL ? "" : title->jurisdiction,
						title->office);
	MemoryContextSwitchTo(old);
	return path;
}
