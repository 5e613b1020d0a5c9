/*
 * person.c
 *	  Persons of a document: as rows and as names.
 */
#include "pg/glue.h"

static const char *const columns[] = {
	"surface", "start", "length", "person", "person_id", "surname",
	"given_name", "patronymic", "title", "office"
};

static uint32_t
count_mentions(TbPgScan *scan)
{
	return scan->doc.mentions.n;
}

static void
fill_mention(TbPgScan *scan, uint32_t i, TbPgCell *cells)
{
	const TbPersonMention *mention = &scan->doc.mentions.at[i];
	const TbPerson *person = &scan->doc.persons.at[mention->person];
	uint32_t	title = mention->title != TB_NONE ? mention->title
		: tb_pg_person_title(scan, mention->person);

	tb_pg_cell_surface(scan, &cells[0], mention->span);
	tb_pg_cell_text(&cells[3], person->name);
	tb_pg_cell_text(&cells[4], person->id);
	tb_pg_cell_text(&cells[5], person->surname);
	tb_pg_cell_text(&cells[6], person->given);
	tb_pg_cell_text(&cells[7], person->patronymic);
	if (title == TB_NONE)
		return;
	tb_pg_cell_text(&cells[8], scan->doc.titles.at[title].title);
	tb_pg_cell_text(&cells[9], tb_pg_office(scan, &scan->doc.titles.at[title]));
}

const TbPgLayer tb_pg_persons = {
	"persons", TB_LAYER_NAMES, lengthof(columns), columns, count_mentions,
	fill_mention
};

TB_FUNCTION(extract_persons);

/* extract_persons(document): one row a mention of a person. */
Datum
extract_persons(PG_FUNCTION_ARGS)
{
	return tb_pg_return_rows(fcinfo, &tb_pg_persons, tb_pg_plain_args);
}

TB_FUNCTION(person_names);

/* person_names(document): the full names of its persons. */
Datum
person_names(PG_FUNCTION_ARGS)
{
	TbPgScan	scan;
	const char **names;
	Datum		result;

	if (!tb_pg_scan_open(&scan, fcinfo, tb_pg_plain_args, TB_LAYER_NAMES))
		PG_RETURN_NULL();
	names = palloc0(Max(scan.doc.persons.n, 1) * sizeof(char *));
	for (uint32_t i = 0; i < scan.doc.persons.n; i++)
		names[i] = scan.doc.persons.at[i].name;
	result = tb_pg_string_array(names, scan.doc.persons.n);
	tb_pg_scan_close(&scan);
	return result;
}
