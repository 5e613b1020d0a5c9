/*
 * terms.c
 *	  The user's terms in the catalog, and the lexicon with them laid over it.
 *
 * Terms are options of text search dictionaries whose template is
 * tribuna_terms (lex/terms.h says how they are written).  They are in force
 * when the dictionary lives in the extension's own schema, and nobody without
 * rights may create one there:
 *
 *	function --flinfo--> its schema --> template tribuna_terms there
 *		--> dictionaries of that template in that schema, by name
 *		--> one TbTerms, kept until the catalog says that one changed
 *
 * What a change replaces may still be in use by a scan further up the stack,
 * so it is freed only with the transaction.
 */
#include "pg/glue.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_ts_dict.h"
#include "commands/defrem.h"
#include "funcapi.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "lex/waiting.h"

#define SECTION_NAME(name) #name,
static const char *const sections[] = {TB_TERM_SECTIONS(SECTION_NAME)};

/* --------------------------------------------------------------- options */

/* The section that an option names, or TB_NTERM_SECTIONS. */
static TbTermSection
section_of(const char *option)
{
	int			i = 0;

	while (i < TB_NTERM_SECTIONS && strcmp(option, sections[i]) != 0)
		i++;
	return i;
}

/* The value of each section, in UTF-8; len 0: none. */
typedef struct Sections
{
	TbStr		at[TB_NTERM_SECTIONS];
} Sections;

/* Sections of options as CREATE and ALTER give them. */
static Sections
sections_of_list(List *options)
{
	Sections	found = {0};
	ListCell   *cell;

	foreach(cell, options)
	{
		DefElem    *option = lfirst(cell);
		TbTermSection section = section_of(option->defname);
		char	   *value = defGetString(option);

		if (section == TB_NTERM_SECTIONS)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized parameter of a dictionary of terms: \"%s\"",
							option->defname),
					 errhint("Valid parameters are \"places\", \"titles\", \"persons\" and \"holders\".")));
		if (found.at[section].data != NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("option \"%s\" of a dictionary of terms is given twice",
							option->defname)));
		found.at[section] = tb_pg_to_utf8(value, strlen(value));
	}
	return found;
}

/* The first of a character from a place on, or the end. */
static char *
find_char(char *from, char *end, char c)
{
	char	   *at = memchr(from, c, end - from);

	return at == NULL ? end : at;
}

/*
 * Take the quotation marks off a value of the catalog, in its place.  In it
 * quotes and backslashes are doubled.  *s moves behind its end; NULL: it is
 * not written so.
 */
static char *
unquote(char **s, char *end, size_t *len)
{
	char	   *value = *s + (*s < end && **s == ESCAPE_STRING_SYNTAX) + 1;
	char	   *from = value;
	char	   *to = value;
	char	   *quote = *s;
	char	   *slash = *s;

	if (from > end || from[-1] != '\'')
		return NULL;
	for (;;)
	{
		char	   *stop;

		if (quote < from)
			quote = find_char(from, end, '\'');
		if (slash < from)
			slash = find_char(from, end, '\\');
		stop = Min(quote, slash);
		memmove(to, from, stop - from);
		to += stop - from;
		from = stop + 1;
		if (from >= end || *from != *stop)
			break;
		*to++ = *from++;
	}
	/* one that is not doubled ends the value, and should be a quote */
	*s = from;
	*len = to - value;
	return from <= end && from[-1] == '\'' ? value : NULL;
}

/*
 * Sections of options as the catalog has them: name = 'value', name = E'value'.
 * The server's own reader goes through them letter by letter and copies them
 * twice, which takes longer than all that is done with them here.  The options
 * are written over and must live as long as what is returned.
 */
static Sections
sections_of_text(text *options)
{
	Sections	found = {0};
	char	   *s = VARDATA(options);
	char	   *end = s + (VARSIZE(options) - VARHDRSZ);

	while (s < end)
	{
		char	   *name = s;
		char	   *value = NULL;
		size_t		len = 0;

		while (s < end && *s != ' ')
			s++;
		if (end - s > 3 && memcmp(s, " = ", 3) == 0)
		{
			*s = '\0';
			s += 3;
			value = unquote(&s, end, &len);
		}
		if (value == NULL || section_of(name) == TB_NTERM_SECTIONS)
			ereport(ERROR,
					(errcode(ERRCODE_SYNTAX_ERROR),
					 errmsg("invalid parameter list of a dictionary of terms")));
		found.at[section_of(name)] = tb_pg_to_utf8(value, len);
		while (s < end && (*s == ',' || *s == ' '))
			s++;
	}
	return found;
}

/* A term as it was written, for a message. */
static char *
term_text(const TbTerm *term)
{
	size_t		len;
	char	   *code = tb_pg_from_utf8(term->code.data, term->code.len, &len);

	if (term->names.len == 0)
		return code;
	return psprintf("%s = %s", code,
					tb_pg_from_utf8(term->names.data, term->names.len, &len));
}

/* CREATE and ALTER: bad syntax is an error, a term without effect a warning. */
static void
check_term(void *ctx, const TbTerm *term)
{
	(void) ctx;
	if (term->malformed)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid option \"%s\" of a dictionary of terms",
						sections[term->section]),
				 errdetail("Line %d, \"%s\": %s.", term->line, term_text(term),
						   term->problem),
				 errhint("Write one term a line: code = name; other name {hints}.")));
	if (term->problem != NULL)
		ereport(WARNING,
				(errmsg("term \"%s\" has no effect: %s", term_text(term),
						term->problem)));
}

TB_FUNCTION(tribuna_terms_init);

/* Template method: check the options of a dictionary of terms. */
Datum
tribuna_terms_init(PG_FUNCTION_ARGS)
{
	List	   *options = (List *) PG_GETARG_POINTER(0);
	MemoryContext context;
	TbArena		arena;
	TbBuilder	builder;
	Sections	terms = sections_of_list(options);

	context = AllocSetContextCreate(CurrentMemoryContext, "tribuna terms check",
									ALLOCSET_DEFAULT_SIZES);
	tb_arena_init(&arena, tb_pg_arena_host(context));
	tb_pg_check(tb_builder_init(&builder, tb_lexicon_image(), &arena));
	for (int section = 0; section < TB_NTERM_SECTIONS; section++)
		tb_pg_check(tb_terms_add(&builder, section, terms.at[section], check_term, NULL));
	MemoryContextDelete(context);
	PG_RETURN_POINTER(palloc0(sizeof(int)));
}

TB_FUNCTION(tribuna_terms_lexize);

/* Template method: such a dictionary knows no word; it only holds terms. */
Datum
tribuna_terms_lexize(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	PG_RETURN_POINTER(NULL);
}

/* --------------------------------------------------------------- catalog */

/* A dictionary of terms. */
typedef struct TermsDictionary
{
	Oid			oid;
	Oid			namespace;
	const char *name;
	Sections	terms;
} TermsDictionary;

static int
compare_dictionaries(const ListCell *a, const ListCell *b)
{
	const TermsDictionary *left = lfirst(a);
	const TermsDictionary *right = lfirst(b);
	int			order = strcmp(left->name, right->name);

	return order != 0 ? order
		: (left->namespace > right->namespace) - (left->namespace < right->namespace);
}

/*
 * Dictionaries of the template of a schema: those that live in that schema,
 * or everywhere.  By name, so that the result does not hang on the catalog's
 * physical order.
 */
static List *
find_dictionaries(Oid namespace, bool everywhere)
{
	List	   *template_name = list_make2(makeString(get_namespace_name(namespace)),
										  makeString(pstrdup("tribuna_terms")));
	Oid			template = get_ts_template_oid(template_name, true);
	List	   *found = NIL;
	Relation	catalog;
	SysScanDesc scan;
	HeapTuple	tuple;

	if (!OidIsValid(template))
		return NIL;
	catalog = table_open(TSDictionaryRelationId, AccessShareLock);
	scan = systable_beginscan(catalog, InvalidOid, false, NULL, 0, NULL);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_ts_dict row = (Form_pg_ts_dict) GETSTRUCT(tuple);
		TermsDictionary *dictionary;
		Datum		options;
		bool		is_null;

		if (row->dicttemplate != template ||
			(row->dictnamespace != namespace && !everywhere))
			continue;
		dictionary = palloc0(sizeof(TermsDictionary));
		dictionary->oid = row->oid;
		dictionary->namespace = row->dictnamespace;
		dictionary->name = pstrdup(NameStr(row->dictname));
		options = heap_getattr(tuple, Anum_pg_ts_dict_dictinitoption,
							   RelationGetDescr(catalog), &is_null);
		if (!is_null)
			dictionary->terms = sections_of_text(DatumGetTextPCopy(options));
		found = lappend(found, dictionary);
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	list_sort(found, compare_dictionaries);
	return found;
}

/* May everybody create objects in a schema, terms among them? */
static bool
open_to_public(Oid namespace)
{
	HeapTuple	tuple = SearchSysCache1(NAMESPACEOID, ObjectIdGetDatum(namespace));
	bool		open = false;
	bool		is_null;
	Datum		datum;

	if (!HeapTupleIsValid(tuple))
		return false;
	datum = SysCacheGetAttr(NAMESPACEOID, tuple, Anum_pg_namespace_nspacl, &is_null);
	if (!is_null)
	{
		Acl		   *acl = DatumGetAclPCopy(datum);

		for (int i = 0; i < ACL_NUM(acl); i++)
			if (ACL_DAT(acl)[i].ai_grantee == ACL_ID_PUBLIC &&
				(ACLITEM_GET_PRIVS(ACL_DAT(acl)[i]) & ACL_CREATE))
				open = true;
	}
	ReleaseSysCache(tuple);
	return open;
}

/* ----------------------------------------------------------------- lexicon */

/* Schemas of functions seen lately, by the low bits of their Oids. */
#define NFUNCTIONS 64

typedef struct FunctionSchema
{
	Oid			function;
	Oid			namespace;
} FunctionSchema;

static struct
{
	bool		registered;		/* callbacks are */
	bool		valid;			/* lexicon is that of namespace */
	bool		warned;			/* of a schema open to all */
	Oid			namespace;
	MemoryContext context;		/* of the terms; NULL: there are none */
	const TbLexicon *lexicon;
	FunctionSchema functions[NFUNCTIONS];
}			state;

static void
forget_terms(Datum arg, int cache, uint32 hash)
{
	(void) arg;
	(void) cache;
	(void) hash;
	state.valid = false;
}

/* The schema of the function that is running; InvalidOid when unknown. */
static Oid
schema_of(FunctionCallInfo fcinfo)
{
	Oid			function = fcinfo->flinfo == NULL ? InvalidOid : fcinfo->flinfo->fn_oid;
	FunctionSchema *seen = &state.functions[function % NFUNCTIONS];

	if (!OidIsValid(function))
		return InvalidOid;
	if (!state.valid || seen->function != function)
		*seen = (FunctionSchema) {function, get_func_namespace(function)};
	return seen->namespace;
}

/*
 * Lay the terms of dictionaries over the image, in the current context:
 * section by section, since holders may need titles, and in each by name.
 */
static const TbLexicon *
build_lexicon(List *dictionaries)
{
	TbArena    *arena = palloc0(sizeof(TbArena));
	TbBuilder  *builder = palloc0(sizeof(TbBuilder));
	TbLexicon  *lexicon = palloc0(sizeof(TbLexicon));
	ListCell   *cell;

	tb_arena_init(arena, tb_pg_arena_host(CurrentMemoryContext));
	tb_pg_check(tb_builder_init(builder, tb_lexicon_image(), arena));
	for (int section = 0; section < TB_NTERM_SECTIONS; section++)
		foreach(cell, dictionaries)
		{
			TbStr		value = ((TermsDictionary *) lfirst(cell))->terms.at[section];

			if (value.len > 0)
				tb_pg_check(tb_waiting_add(builder, section, value));
		}
	tb_pg_check(tb_builder_finish(builder));
	lexicon->image = tb_lexicon_image();
	lexicon->terms = builder;
	return lexicon;
}

/* The lexicon without terms. */
static const TbLexicon *
plain_lexicon(void)
{
	static TbLexicon plain;

	plain.image = tb_lexicon_image();
	return &plain;
}

/* May the terms of a schema be used?  Where everybody may write they are not. */
static bool
are_trusted(Oid namespace)
{
	if (!open_to_public(namespace))
		return true;
	if (!state.warned)
		ereport(WARNING,
				(errmsg("terms of schema \"%s\" are ignored",
						get_namespace_name(namespace)),
				 errdetail("Everybody may create dictionaries in it."),
				 errhint("REVOKE CREATE ON SCHEMA %s FROM PUBLIC.",
						 quote_identifier(get_namespace_name(namespace)))));
	state.warned = true;
	return false;
}

/* Make the state that of a schema, in a context that has all of its terms. */
static void
load_terms(Oid namespace)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "tribuna terms",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	const TbLexicon *lexicon = plain_lexicon();

	/* what changes while we read makes the state invalid again */
	state.valid = true;
	state.namespace = namespace;
	PG_TRY();
	{
		List	   *dictionaries = find_dictionaries(namespace, false);

		if (dictionaries != NIL && are_trusted(namespace))
			lexicon = build_lexicon(dictionaries);
	}
	PG_CATCH();
	{
		state.valid = false;
		PG_RE_THROW();
	}
	PG_END_TRY();
	MemoryContextSwitchTo(old);
	if (state.context != NULL)
		MemoryContextSetParent(state.context, TopTransactionContext);
	state.context = lexicon->terms != NULL ? context : NULL;
	state.lexicon = lexicon;
	if (state.context != NULL)
		MemoryContextSetParent(context, CacheMemoryContext);
	else
		MemoryContextDelete(context);
}

const TbLexicon *
tb_pg_lexicon(FunctionCallInfo fcinfo)
{
	Oid			namespace = schema_of(fcinfo);

	if (!OidIsValid(namespace))
		return plain_lexicon();
	if (!state.registered)
	{
		CacheRegisterSyscacheCallback(TSDICTOID, forget_terms, (Datum) 0);
		CacheRegisterSyscacheCallback(TSTEMPLATEOID, forget_terms, (Datum) 0);
		CacheRegisterSyscacheCallback(NAMESPACEOID, forget_terms, (Datum) 0);
		state.registered = true;
	}
	if (!state.valid || state.namespace != namespace || state.lexicon == NULL ||
		(state.lexicon->terms != NULL && state.lexicon->terms->waiting != NULL &&
		 tb_waiting_broken(state.lexicon->terms->waiting)))
		load_terms(namespace);
	return state.lexicon;
}

/* ------------------------------------------------------------------- list */

/* Where a line of tribuna_terms() goes, and what is common to them. */
typedef struct TermsList
{
	ReturnSetInfo *rsinfo;
	const char *dictionary;
	const char *reason;			/* why none of them is in force, or NULL */
} TermsList;

static void
put_term(void *ctx, const TbTerm *term)
{
	TermsList  *list = ctx;
	const char *reason = list->reason != NULL ? list->reason : term->problem;
	Datum		values[6] = {
		CStringGetTextDatum(list->dictionary),
		CStringGetTextDatum(sections[term->section]),
		PointerGetDatum(tb_pg_utf8_to_text(term->code.data, term->code.len)),
		PointerGetDatum(tb_pg_utf8_to_text(term->names.data, term->names.len)),
		BoolGetDatum(reason == NULL),
		reason == NULL ? (Datum) 0 : CStringGetTextDatum(reason)
	};
	bool		nulls[6] = {false, false, false, false, false, reason == NULL};

	tuplestore_putvalues(list->rsinfo->setResult, list->rsinfo->setDesc,
						 values, nulls);
}

TB_FUNCTION(tribuna_terms);

/* tribuna_terms(): every term of every dictionary, and whether it is in force. */
Datum
tribuna_terms(PG_FUNCTION_ARGS)
{
	Oid			namespace = get_func_namespace(fcinfo->flinfo->fn_oid);
	TermsList	list = {.rsinfo = (ReturnSetInfo *) fcinfo->resultinfo};
	bool		open = open_to_public(namespace);
	TbArena		arena;
	TbBuilder	builder;
	TbBuilder	elsewhere;
	List	   *dictionaries;
	ListCell   *cell;

	InitMaterializedSRF(fcinfo, 0);
	tb_arena_init(&arena, tb_pg_arena_host(CurrentMemoryContext));
	tb_pg_check(tb_builder_init(&builder, tb_lexicon_image(), &arena));
	tb_pg_check(tb_builder_init(&elsewhere, tb_lexicon_image(), &arena));
	dictionaries = find_dictionaries(namespace, true);
	for (int section = 0; section < TB_NTERM_SECTIONS; section++)
		foreach(cell, dictionaries)
		{
			TermsDictionary *dictionary = lfirst(cell);
			bool		ours = dictionary->namespace == namespace;

			list.dictionary =
				quote_qualified_identifier(get_namespace_name(dictionary->namespace),
										   dictionary->name);
			list.reason = !ours ? "the dictionary is not in the extension's schema"
				: open ? "everybody may create dictionaries in the extension's schema"
				: NULL;
			tb_pg_check(tb_terms_add(ours ? &builder : &elsewhere, section,
									 dictionary->terms.at[section], put_term, &list));
		}
	return (Datum) 0;
}
