/*
 * statement.c
 *	  Statements of a document and their speakers: as rows and as names.
 */
#include "pg/glue.h"

static const char *const kinds[] = {
	[TB_SK_DIRECT] = "direct",[TB_SK_INDIRECT] = "indirect",
	[TB_SK_MIXED] = "mixed"
};

static const char *const forms[] = {
	[TB_SF_QUOTE] = "quote",[TB_SF_CLAUSE] = "clause",
	[TB_SF_NOMINAL] = "nominal",[TB_SF_DIRECTIVE] = "directive",
	[TB_SF_TOPIC] = "topic"
};

static const char *const speaker_types[] = {
	[TB_ST_PERSON] = "person",[TB_ST_ORGANISATION] = "organisation",
	[TB_ST_GROUP] = "group",[TB_ST_DOCUMENT] = "document",
	[TB_ST_UNKNOWN] = "unknown"
};

static const char *const resolutions[] = {
	[TB_RB_NONE] = NULL,[TB_RB_SELF] = "self",[TB_RB_DOCUMENT] = "document",
	[TB_RB_REGISTRY] = "registry"
};

/* ------------------------------------------------------------- statements */

static const char *const columns[] = {
	"statement", "start", "length", "kind", "form", "speaker", "speaker_id",
	"speaker_type", "title", "office", "speaker_surface", "speaker_start",
	"speaker_length", "cue", "resolved_by", "segments"
};

/* The statement's own segments, or its span as the only one. */
static const TbSpan *
segments_of(const TbStatement *statement, uint32_t *n)
{
	*n = statement->nsegments > 0 ? statement->nsegments : 1;
	return statement->nsegments > 0 ? statement->segments : &statement->span;
}

/* The content: segments joined by a space. */
static TbStr
content_of(TbPgScan *scan, const TbStatement *statement)
{
	uint32_t	n;
	const TbSpan *segments = segments_of(statement, &n);
	const TbText *text = &scan->doc.text;
	size_t		len = 0;
	char	   *joined;
	char	   *at;

	if (n == 1)
		return tb_text_given(text, *segments);
	for (uint32_t i = 0; i < n; i++)
		len += segments[i].end - segments[i].start + 1;
	at = joined = palloc_extended(len, MCXT_ALLOC_HUGE);
	for (uint32_t i = 0; i < n; i++)
	{
		TbStr		part = tb_text_given(text, segments[i]);

		if (i > 0)
			*at++ = ' ';
		memcpy(at, part.data, part.len);
		at += part.len;
	}
	return (TbStr) {joined, (uint32_t) (at - joined)};
}

/* Id of the speaker across documents, or NULL. */
static const char *
speaker_id(TbPgScan *scan, const TbStatement *statement)
{
	return statement->person == TB_NONE ? NULL
		: scan->doc.persons.at[statement->person].id;
}

/* The title at the cue, else the one that the document gives the speaker. */
static uint32_t
title_of(TbPgScan *scan, const TbStatement *statement)
{
	if (statement->title != TB_NONE || statement->person == TB_NONE)
		return statement->title;
	return tb_pg_person_title(scan, statement->person);
}

static void
fill_title(TbPgScan *scan, uint32_t title, TbPgCell *cells)
{
	if (title == TB_NONE)
		return;
	tb_pg_cell_text(&cells[0], scan->doc.titles.at[title].title);
	tb_pg_cell_text(&cells[1], tb_pg_office(scan, &scan->doc.titles.at[title]));
}

static uint32_t
count_statements(TbPgScan *scan)
{
	return scan->doc.statements.n;
}

static void
fill_statement(TbPgScan *scan, uint32_t i, TbPgCell *cells)
{
	const TbStatement *statement = &scan->doc.statements.at[i];

	tb_pg_cell_surface(scan, &cells[0], statement->span);
	cells[0].text = content_of(scan, statement);
	tb_pg_cell_text(&cells[3], kinds[statement->kind]);
	tb_pg_cell_text(&cells[4], forms[statement->form]);
	tb_pg_cell_text(&cells[5], statement->speaker);
	tb_pg_cell_text(&cells[6], speaker_id(scan, statement));
	tb_pg_cell_text(&cells[7], speaker_types[statement->speaker_type]);
	fill_title(scan, title_of(scan, statement), &cells[8]);
	tb_pg_cell_surface(scan, &cells[10], statement->speaker_span);
	tb_pg_cell_span(scan, &cells[13], statement->cue_span);
	tb_pg_cell_text(&cells[14], resolutions[statement->resolved_by]);
	cells[15].kind = TB_CELL_SEGMENTS;
	cells[15].spans = segments_of(statement, &cells[15].nspans);
}

const TbPgLayer tb_pg_statements = {
	"statements", TB_LAYER_STATEMENTS, lengthof(columns), columns,
	count_statements, fill_statement
};

TB_FUNCTION(extract_statements);

/* extract_statements(document, reference, country): one row a statement. */
Datum
extract_statements(PG_FUNCTION_ARGS)
{
	return tb_pg_return_rows(fcinfo, &tb_pg_statements, tb_pg_full_args);
}

/* --------------------------------------------------------------- speakers */

static const char *const speaker_columns[] = {
	"speaker", "speaker_id", "speaker_type", "title", "office", "statements",
	"direct", "first_start"
};

/* What makes two statements one speaker's: the id, else type and name. */
static int
compare_speakers(TbPgScan *scan, uint32_t a, uint32_t b)
{
	const TbStatement *left = &scan->doc.statements.at[a];
	const TbStatement *right = &scan->doc.statements.at[b];
	const char *left_id = speaker_id(scan, left);
	const char *right_id = speaker_id(scan, right);

	if (left_id != NULL && right_id != NULL)
		return strcmp(left_id, right_id);
	if (left_id != NULL || right_id != NULL)
		return left_id != NULL ? -1 : 1;
	if (left->speaker_type != right->speaker_type)
		return (int) left->speaker_type - (int) right->speaker_type;
	return strcmp(left->speaker, right->speaker);
}

/* By speaker, and one speaker's statements as they stand in the text. */
static int
compare_statements(const void *a, const void *b, void *scan)
{
	uint32_t	left = *(const uint32_t *) a;
	uint32_t	right = *(const uint32_t *) b;
	int			order = compare_speakers(scan, left, right);

	return order != 0 ? order : (left > right) - (left < right);
}

/* By the first statement. */
static int
compare_firsts(const void *a, const void *b, void *scan)
{
	uint32_t	left = ((const TbPgSpeaker *) a)->first;
	uint32_t	right = ((const TbPgSpeaker *) b)->first;

	(void) scan;
	return (left > right) - (left < right);
}

/* Numbers of the statements that have a speaker, by speaker; *n of them. */
static uint32_t *
sort_statements(TbPgScan *scan, uint32_t *n)
{
	uint32_t	total = scan->doc.statements.n;
	uint32_t   *numbers = MemoryContextAllocHuge(scan->context,
												 ((Size) total + 1) * sizeof(uint32_t));

	*n = 0;
	for (uint32_t i = 0; i < total; i++)
		if (scan->doc.statements.at[i].speaker != NULL)
			numbers[(*n)++] = i;
	if (*n > 1)
		qsort_arg(numbers, *n, sizeof(uint32_t), compare_statements, scan);
	return numbers;
}

static void
note_statement(TbPgScan *scan, TbPgSpeaker *speaker, uint32_t number)
{
	const TbStatement *statement = &scan->doc.statements.at[number];

	speaker->statements++;
	speaker->direct += statement->kind == TB_SK_DIRECT;
	if (speaker->title == TB_NONE)
		speaker->title = title_of(scan, statement);
}

/* Gather the speakers, in the order of their first statements. */
static uint32_t
count_speakers(TbPgScan *scan)
{
	uint32_t	n;
	uint32_t   *numbers;

	if (scan->speakers != NULL)
		return scan->nspeakers;
	numbers = sort_statements(scan, &n);
	scan->speakers = MemoryContextAllocHuge(scan->context,
											((Size) n + 1) * sizeof(TbPgSpeaker));
	for (uint32_t i = 0; i < n; i++)
	{
		if (i == 0 || compare_speakers(scan, numbers[i - 1], numbers[i]) != 0)
			scan->speakers[scan->nspeakers++] = (TbPgSpeaker)
		{
			.first = numbers[i],
			.title = TB_NONE
		};
		note_statement(scan, &scan->speakers[scan->nspeakers - 1], numbers[i]);
	}
	if (scan->nspeakers > 1)
		qsort_arg(scan->speakers, scan->nspeakers, sizeof(TbPgSpeaker),
				  compare_firsts, scan);
	return scan->nspeakers;
}

static void
fill_speaker(TbPgScan *scan, uint32_t i, TbPgCell *cells)
{
	const TbPgSpeaker *speaker = &scan->speakers[i];
	const TbStatement *first = &scan->doc.statements.at[speaker->first];

	tb_pg_cell_text(&cells[0], first->speaker);
	tb_pg_cell_text(&cells[1], speaker_id(scan, first));
	tb_pg_cell_text(&cells[2], speaker_types[first->speaker_type]);
	fill_title(scan, speaker->title, &cells[3]);
	tb_pg_cell_int(&cells[5], speaker->statements);
	tb_pg_cell_int(&cells[6], speaker->direct);
	tb_pg_cell_int(&cells[7], tb_pg_characters(scan, first->span.start) + 1);
}

const TbPgLayer tb_pg_speakers = {
	"speakers", TB_LAYER_STATEMENTS, lengthof(speaker_columns), speaker_columns,
	count_speakers, fill_speaker
};

TB_FUNCTION(extract_speakers);

/* extract_speakers(document, reference, country): one row a speaker. */
Datum
extract_speakers(PG_FUNCTION_ARGS)
{
	return tb_pg_return_rows(fcinfo, &tb_pg_speakers, tb_pg_full_args);
}

TB_FUNCTION(speaker_names);

/* speaker_names(document, reference, country): who speaks in it. */
Datum
speaker_names(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	const char **names;
	Datum		result;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_full_args, TB_LAYER_STATEMENTS))
		PG_RETURN_NULL();
	names = palloc0(Max(scan.doc.statements.n, 1) * sizeof(char *));
	for (uint32_t i = 0; i < scan.doc.statements.n; i++)
		names[i] = scan.doc.statements.at[i].speaker;
	result = tb_pg_string_array(names, scan.doc.statements.n);
	tb_pg_scan_close(&scan);
	return result;
}
