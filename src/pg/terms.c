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

/* The value of a section in a dictionary's options, in UTF-8; len 0: none. */
static TbStr
section_value(List *options, TbTermSection section)
{
	ListCell   *cell;

	foreach(cell, options)
	{
		DefElem    *option = lfirst(cell);

		if (section_of(option->defname) == section)
		{
			char	   *value = defGetString(option);

			return tb_pg_to_utf8(value, strlen(value));
		}
	}
	return (TbStr) {"", 0};
}

/* Read a section of a dictionary's options into a builder. */
static void
add_section(TbBuilder *b, List *options, TbTermSection section,
			TbTermVisitor visit, void *ctx)
{
	tb_pg_check(tb_terms_add(b, section, section_value(options, section), visit, ctx));
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
	ListCell   *cell;

	foreach(cell, options)
	{
		DefElem    *option = lfirst(cell);

		if (section_of(option->defname) == TB_NTERM_SECTIONS)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized parameter of a dictionary of terms: \"%s\"",
							option->defname),
					 errhint("Valid parameters are \"places\", \"titles\", \"persons\" and \"holders\".")));
	}
	context = AllocSetContextCreate(CurrentMemoryContext, "tribuna terms check",
									ALLOCSET_DEFAULT_SIZES);
	tb_arena_init(&arena, tb_pg_arena_host(context));
	tb_pg_check(tb_builder_init(&builder, tb_lexicon_image(), &arena));
	for (int section = 0; section < TB_NTERM_SECTIONS; section++)
		add_section(&builder, options, section, check_term, NULL);
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
	List	   *options;
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
			dictionary->options = deserialize_deflist(options);
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

/* A copy of a section's value that lives as long as an arena. */
static TbStr
keep_value(TbArena *arena, TbStr value)
{
	value.data = tb_arena_strdup(arena, value.data, value.len);
	if (value.data == NULL)
		tb_pg_check(TB_NO_MEMORY);
	return value;
}

/*
 * Lay the terms of dictionaries over the image, in a context of their own:
 * section by section, since holders may need titles, and in each by name.
 */
static const TbLexicon *
build_lexicon(List *dictionaries, MemoryContext *context)
{
	MemoryContext own = AllocSetContextCreate(CurrentMemoryContext,
											  "tribuna terms",
											  ALLOCSET_DEFAULT_SIZES);
	TbArena    *arena = MemoryContextAllocZero(own, sizeof(TbArena));
	TbBuilder  *builder = MemoryContextAllocZero(own, sizeof(TbBuilder));
	TbLexicon  *lexicon = MemoryContextAllocZero(own, sizeof(TbLexicon));
	ListCell   *cell;

	tb_arena_init(arena, tb_pg_arena_host(own));
	tb_pg_check(tb_builder_init(builder, tb_lexicon_image(), arena));
	for (int section = 0; section < TB_NTERM_SECTIONS; section++)
		foreach(cell, dictionaries)
		{
			TbStr		value = section_value(((TermsDictionary *) lfirst(cell))->options,
											  section);

			if (value.len > 0)
				tb_pg_check(tb_waiting_add(builder, section, keep_value(arena, value)));
		}
	tb_pg_check(tb_builder_finish(builder));
	lexicon->image = tb_lexicon_image();
	lexicon->terms = builder;
	*context = own;
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

/* Make the state that of a schema. */
static void
load_terms(Oid namespace)
{
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext,
												  "tribuna terms catalog",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(scratch);
	MemoryContext context = NULL;
	const TbLexicon *lexicon = plain_lexicon();
	List	   *dictionaries;

	/* what changes while we read makes the state invalid again */
	state.valid = true;
	state.namespace = namespace;
	PG_TRY();
	{
		dictionaries = find_dictionaries(namespace, false);
		if (dictionaries != NIL && open_to_public(namespace))
		{
			if (!state.warned)
				ereport(WARNING,
						(errmsg("terms of schema \"%s\" are ignored",
								get_namespace_name(namespace)),
						 errdetail("Everybody may create dictionaries in it."),
						 errhint("REVOKE CREATE ON SCHEMA %s FROM PUBLIC.",
								 quote_identifier(get_namespace_name(namespace)))));
			state.warned = true;
		}
		else if (dictionaries != NIL)
			lexicon = build_lexicon(dictionaries, &context);
	}
	PG_CATCH();
	{
		state.valid = false;
		PG_RE_THROW();
	}
	PG_END_TRY();
	if (context != NULL)
		MemoryContextSetParent(context, CacheMemoryContext);
	if (state.context != NULL)
		MemoryContextSetParent(state.context, TopTransactionContext);
	state.context = context;
	state.lexicon = lexicon;
	MemoryContextSwitchTo(old);
	MemoryContextDelete(scratch);
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
			add_section(ours ? &builder : &elsewhere, dictionary->options, section,
						put_term, &list);
		}
	return (Datum) 0;
}
