/*
 * dictionary.c
 *	  The dictionary templates tribuna_stem and tribuna_entity.
 *
 * tribuna_entity works in two ways.
 *
 * Behind the parser «tribuna» it names what the parser found.  An entity
 * token holds the lexemes of the word behind it, so it asks for that word
 * (getnext) and returns lexemes and stems together, at the word's position:
 *
 *	entity  place/kz/astana/	-> getnext
 *	word    Астане				-> place/kz/astana/ (1), астан (2)
 *
 * A stop word there keeps its position by the entity alone; at the end of the
 * input a waiting entity is returned by itself (it was the whole input).
 *
 * Behind another parser it looks the words up itself: the longest form of the
 * lexicon, one token after another through getnext, each shorter form being
 * returned as the best so far.  «Атырауской области» is two tokens and takes
 * two positions, with the same lexemes at both.  Marks do not reach a
 * dictionary, so they are passed over («и.о.»); of a hyphenated word comes
 * first the whole, then its parts, which a form that goes on swallows.
 */
#include "pg/search.h"

#include "catalog/namespace.h"
#include "commands/defrem.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"
#include "tsearch/ts_type.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/regproc.h"

#include "lex/builder.h"
#include "lex/waiting.h"

/* Longest form in words, parts of hyphenated ones counted again. */
#define MAX_CHAIN 16

/* Longest word that can be in the lexicon, in bytes of UTF-8. */
#define MAX_CHAIN_WORD 200

/* ----------------------------------------------------------------- stemmer */

TbStemmer *
tb_pg_stemmer(void)
{
	static TbStemmer *stemmer = NULL;
	static TbArena arena;
	static TbLexicon lexicon;

	if (stemmer == NULL)
	{
		lexicon.image = tb_lexicon_image();
		tb_arena_init(&arena, tb_pg_arena_host(TopMemoryContext));
		stemmer = tb_stemmer_open(&lexicon, &arena);
		if (stemmer == NULL)
		{
			tb_arena_reset(&arena);
			tb_pg_check(TB_NO_MEMORY);
		}
	}
	return stemmer;
}

const TbStems *
tb_pg_stems(TbStr word, bool person)
{
	const TbStems *stems = tb_stemmer_find(tb_pg_stemmer(), word, person);

	if (stems == NULL)
		tb_pg_check(TB_NO_MEMORY);
	return stems;
}

/* ----------------------------------------------------------------- results */

/* Lexemes on their way out, in the database's encoding. */
typedef struct Result
{
	TSLexeme   *at;
	int			n;
	int			room;
	uint16		variant;		/* of the last one */
	bool		new_position;	/* the next one takes a new position */
} Result;

/* Room for more lexemes and the empty one behind them. */
static void
make_room(Result *r, int more)
{
	int			room = r->n + more + 1;
	TSLexeme   *at;

	if (room <= r->room)
		return;
	room = Max(room, r->room * 2);
	at = palloc0(room * sizeof(TSLexeme));
	if (r->at != NULL)
	{
		memcpy(at, r->at, r->n * sizeof(TSLexeme));
		pfree(r->at);
	}
	r->at = at;
	r->room = room;
}

/* Add a lexeme of UTF-8 of the current variant; the caller frees each singly. */
static void
add_lexeme(Result *r, TbStr lexeme, uint16 flags)
{
	size_t		len;

	make_room(r, 1);
	if (r->new_position)
		flags |= TSL_ADDPOS;
	r->new_position = false;
	r->at[r->n].nvariant = r->variant;
	r->at[r->n].flags = flags;
	r->at[r->n++].lexeme = GetDatabaseEncoding() == PG_UTF8 ?
		pnstrdup(lexeme.data, lexeme.len) :
		tb_pg_from_utf8(lexeme.data, lexeme.len, &len);
}

/* The lexemes, with the empty one behind them that ends them. */
static TSLexeme *
finish(Result *r)
{
	if (r->at == NULL)
		r->at = palloc0(sizeof(TSLexeme));
	return r->at;
}

/* Add the readings of an entity text. */
static void
add_entity(Result *r, const char *entity)
{
	TbStr		lexeme;
	uint32_t	reading = 0;
	uint32_t	last = 0;

	r->variant++;
	while (tb_entity_next(&entity, &lexeme, &reading))
	{
		if (reading != last)
			r->variant++;
		last = reading;
		add_lexeme(r, lexeme, tb_entity_is_prefix(lexeme) ? TSL_PREFIX : 0);
	}
}

/* Add tribuna's own stems of a word, each a variant. */
static void
add_stems(Result *r, TbStr word, bool person)
{
	const TbStems *stems = tb_pg_stems(word, person);

	make_room(r, (int) stems->n);
	for (uint32_t i = 0; i < stems->n; i++)
	{
		r->variant++;
		add_lexeme(r, stems->at[i], 0);
	}
}

/* ------------------------------------------------------------ tribuna_stem */

TB_FUNCTION(tribuna_stem_init);
TB_FUNCTION(tribuna_stem_lexize);

/* tribuna_stem_init(options): there are none. */
Datum
tribuna_stem_init(PG_FUNCTION_ARGS)
{
	List	   *options = (List *) PG_GETARG_POINTER(0);

	if (options != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized tribuna_stem parameter: \"%s\"",
						((DefElem *) linitial(options))->defname),
				 errhint("The template tribuna_stem has no parameters.")));
	/* the dictionary's data may not be NULL */
	PG_RETURN_POINTER(palloc0(1));
}

/* tribuna_stem_lexize(data, word, length, state): stems of a word. */
Datum
tribuna_stem_lexize(PG_FUNCTION_ARGS)
{
	TbStr		word = tb_pg_to_utf8((char *) PG_GETARG_POINTER(1),
									 PG_GETARG_INT32(2));
	Result		result = {0};

	if (word.len > TB_STEM_MAX_BYTES)
		PG_RETURN_POINTER(NULL);
	add_stems(&result, word, false);
	PG_RETURN_POINTER(finish(&result));
}

/* ---------------------------------------------------------- tribuna_entity */

typedef struct EntityDictionary
{
	Oid			stemmer;		/* InvalidOid: tribuna's own stems */
	TSDictionaryCacheEntry *stemmer_entry;
} EntityDictionary;

/* A word that a chain has taken. */
typedef struct ChainWord
{
	char	   *text;			/* as it came */
	int			len;
} ChainWord;

/* What is kept from one getnext to the next. */
typedef struct EntityState
{
	char	   *entity;			/* waits for its word; NULL: a chain */
	uint32_t	node;			/* the form so far */
	bool		caps;			/* all its words are in capitals */
	bool		capital;		/* it begins with a capital */
	ChainWord	words[MAX_CHAIN];
	int			nwords;
	char	   *parts;			/* of a hyphenated word: what may come again */
} EntityState;

TB_FUNCTION(tribuna_entity_init);
TB_FUNCTION(tribuna_entity_lexize);

/* tribuna_entity_init(options): reads option stemmer. */
Datum
tribuna_entity_init(PG_FUNCTION_ARGS)
{
	EntityDictionary *dict = palloc0(sizeof(EntityDictionary));
	ListCell   *cell;
	bool		given = false;

	foreach(cell, (List *) PG_GETARG_POINTER(0))
	{
		DefElem    *option = (DefElem *) lfirst(cell);

		if (strcmp(option->defname, "stemmer") != 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized tribuna_entity parameter: \"%s\"",
							option->defname),
					 errhint("The only parameter is \"stemmer\", the dictionary for the words inside a mention.")));
		if (given)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("multiple stemmer parameters")));
		given = true;
		dict->stemmer = get_ts_dict_oid(stringToQualifiedNameList(defGetString(option)
#if PG_VERSION_NUM >= 160000
																  ,NULL
#endif
																  ), false);
	}
	PG_RETURN_POINTER(dict);
}

/* Add what the dictionary of option stemmer makes of a word. */
static void
add_stems_of(Result *r, EntityDictionary *dict, const ChainWord *word)
{
	DictSubState state = {0};
	TSLexeme   *found;
	uint16		last = 0;

	if (dict->stemmer_entry == NULL || !dict->stemmer_entry->isvalid)
		dict->stemmer_entry = lookup_ts_dictionary_cache(dict->stemmer);
	found = (TSLexeme *)
		DatumGetPointer(FunctionCall4(&dict->stemmer_entry->lexize,
									  PointerGetDatum(dict->stemmer_entry->dictData),
									  PointerGetDatum(word->text),
									  Int32GetDatum(word->len),
									  PointerGetDatum(&state)));
	if (found == NULL)
		return;
	for (TSLexeme *at = found; at->lexeme != NULL; at++)
	{
		if (at == found || at->nvariant != last)
			r->variant++;
		last = at->nvariant;
		if (at->flags & TSL_ADDPOS)
			r->new_position = true;
		add_lexeme(r, tb_pg_to_utf8(at->lexeme, strlen(at->lexeme)),
				   at->flags & TSL_PREFIX);
		pfree(at->lexeme);
	}
	pfree(found);
}

/* Add the stems of a word inside a mention. */
static void
add_word(Result *r, EntityDictionary *dict, const ChainWord *word, bool person)
{
	TbStr		utf8;

	if (OidIsValid(dict->stemmer))
	{
		add_stems_of(r, dict, word);
		return;
	}
	utf8 = tb_pg_to_utf8(word->text, word->len);
	if (utf8.len <= TB_STEM_MAX_BYTES)
		add_stems(r, utf8, person);
}

/* Is the text an entity token of our parser: lexemes and nothing else? */
static bool
is_entity(TbStr text)
{
	uint32_t	start = 0;

	if (text.len == 0 || text.data[text.len - 1] != '/')
		return false;
	for (uint32_t i = 0; i <= text.len; i++)
		if (i == text.len || text.data[i] == '|' || text.data[i] == '&')
		{
			if (!tb_entity_is_lexeme((TbStr) {text.data + start, i - start}))
				return false;
			start = i + 1;
		}
	return true;
}

/* Keep an entity until its word comes. */
static TSLexeme *
wait_for_word(EntityState *state, TbStr entity, DictSubState *sub)
{
	if (state == NULL)
		state = palloc0(sizeof(EntityState));
	state->entity = pnstrdup(entity.data, entity.len);
	sub->private_state = state;
	sub->getnext = true;
	return NULL;
}

/* An entity's word has come, or, with none, the end of the input. */
static TSLexeme *
name_word(EntityDictionary *dict, EntityState *state, const ChainWord *word)
{
	Result		result = {0};

	add_entity(&result, state->entity);
	if (word != NULL)
		add_word(&result, dict, word, tb_entity_has_person(state->entity));
	pfree(state->entity);
	pfree(state);
	return finish(&result);
}

/* ------------------------------------------------------------------ chains */

/* May a form go on from a node? */
static bool
goes_on(const TbLexicon *lex, uint32_t node)
{
	const TbImage *image = lex->image;

	if (node >= image->nnodes)
		return true;
	return ((const TbNode *) ((const char *) image + image->nodes))[node].edges != 0;
}

/* The node behind a node by a word, marks between them passed over. */
static uint32_t
step_to(const TbLexicon *lex, uint32_t node, uint32_t word)
{
	uint32_t	next = word == 0 ? 0 : tb_lexicon_next(lex, node, word);
	uint32_t	mark;

	if (next != 0 || word == 0)
		return next;
	mark = tb_lexicon_find_word(lex, ".", 1);
	if (mark != 0)
		mark = tb_lexicon_next(lex, node, mark);
	return mark == 0 ? 0 : tb_lexicon_next(lex, mark, word);
}

/*
 * A token may begin a form of the user's that goes on in tokens to come: wake
 * all that begin so.
 */
static void
wake_terms(TbText *text, const TbLexicon *lex)
{
	bool		woken;

	tb_pg_check(tb_waiting_meet_start(lex->terms->waiting, text, &woken));
	if (woken)
		tb_text_look_up(text, lex);
}

/*
 * Walk from a node (0: the start) by a token's words.  Sets what the token
 * says of capitals; *hyphens gets its glued hyphens.  0: no form goes there.
 */
static uint32_t
walk_token(EntityState *state, const TbLexicon *lex, TbStr token, bool *hyphens)
{
	TbArena		arena;
	TbText		text;
	uint32_t	node = state->node;

	*hyphens = false;
	tb_arena_init(&arena, tb_pg_arena_host(CurrentMemoryContext));
	tb_pg_check(tb_text_open(&text, token.data, token.len, lex, &arena));
	if (state->nwords == 0 && lex->terms != NULL && lex->terms->waiting != NULL)
		wake_terms(&text, lex);
	for (uint32_t i = 0; i < text.ntok; i++)
	{
		const TbToken *tok = &text.tok[i];

		if (tok->kind == TB_MARK && (tok->flags & TB_TF_GLUED))
		{
			*hyphens = true;
			continue;
		}
		if (tok->kind != TB_WORD_TOKEN && !(tok->kind == TB_MARK && tok->value == '.'))
			node = 0;
		else if (tok->kind == TB_MARK)
			continue;
		else if (i == 0 && state->nwords == 0)
		{
			node = tok->value;
			state->capital = (tok->flags & TB_TF_CAP) != 0;
			state->caps = true;
		}
		else
			node = step_to(lex, node, tok->value);
		state->caps &= (tok->flags & (TB_TF_CAPS | TB_TF_LETTER)) != 0;
		if (node == 0)
			break;
	}
	if (text.ntok == 0)
		node = 0;
	tb_arena_reset(&arena);
	return node;
}

/* Is a path one of an entity text, and not the beginning of one? */
static bool
has_path(const char *text, const char *path)
{
	size_t		len = strlen(path);

	while (text != NULL)
	{
		if (strncmp(text, path, len) == 0 && (text[len] == '|' || text[len] == '\0'))
			return true;
		text = strchr(text, '|');
		text = text == NULL ? NULL : text + 1;
	}
	return false;
}

/* Append a reading to an entity text, unless it is there. */
static void
put_reading(StringInfo text, const char *kind, const char *code)
{
	char	   *path = psprintf("%s%s%s", kind, code,
								code[0] != '\0' && code[strlen(code) - 1] == '/' ? "" : "/");

	if (!has_path(text->data, path))
	{
		if (text->len > 0)
			appendStringInfoChar(text, '|');
		appendStringInfoString(text, path);
	}
	pfree(path);
}

/* Does a reading hold as the words are written? */
static bool
reading_holds(const EntityState *state, const TbEntry *entry, const TbReading *reading)
{
	if (((reading->flags & TB_RF_CAPS) && !state->caps) || (reading->flags & TB_RF_OWN))
		return false;
	if (entry->klass == TB_OFFICE)
		return true;
	if (entry->klass == TB_PLACE)
		return state->capital && !(reading->flags & TB_RF_MARK) &&
			!(entry->flags & TB_EF_HOMONYM);
	/* a rural okrug is not named without its head */
	return entry->klass == TB_PLACE_ADJ && !(reading->flags & TB_RF_COMPOUND) &&
		entry->sub != TB_PT_okrug && (state->capital || entry->value == 0);
}

/* How many readings of a chain are an office of this code? */
static int
count_code(const EntityState *state, const TbLexicon *lex, uint32_t code)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(lex, state->node, &n);
	int			count = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		const TbEntry *entry = tb_lexicon_entry(lex, readings[i].entry);

		count += entry->klass == TB_OFFICE &&
			strcmp(tb_lexicon_string(lex, entry->code),
				   tb_lexicon_string(lex, code)) == 0;
	}
	return count;
}

/*
 * The readings of a chain as an entity text; empty when it has none.  Of its
 * offices the one that most countries know: «глава государства» is a
 * president, seldom a king.
 */
static char *
chain_entity(const EntityState *state, const TbLexicon *lex)
{
	StringInfoData text;
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(lex, state->node, &n);
	const TbEntry *office = NULL;
	int			best = 0;

	initStringInfo(&text);
	for (uint32_t i = 0; i < n; i++)
	{
		const TbEntry *entry = tb_lexicon_entry(lex, readings[i].entry);
		int			count;

		if (!reading_holds(state, entry, &readings[i]) || text.len > TB_MAX_ENTITY)
			continue;
		if (entry->klass != TB_OFFICE)
		{
			put_reading(&text, "place/", tb_lexicon_string(lex, entry->code));
			continue;
		}
		count = count_code(state, lex, entry->code);
		if (count > best)
		{
			best = count;
			office = entry;
		}
	}
	if (office != NULL)
		put_reading(&text, "office/", tb_lexicon_string(lex, office->code));
	return text.data;
}

/* The lexemes and stems of a chain's words; NULL when the form is no name. */
static TSLexeme *
name_chain(EntityDictionary *dict, const EntityState *state, const TbLexicon *lex)
{
	Result		result = {0};
	char	   *entity = chain_entity(state, lex);

	if (entity[0] == '\0')
	{
		pfree(entity);
		return NULL;
	}
	for (int i = 0; i < state->nwords; i++)
	{
		result.new_position = i > 0;
		add_entity(&result, entity);
		add_word(&result, dict, &state->words[i], false);
	}
	pfree(entity);
	return finish(&result);
}

/* Is a token the next part of the hyphenated word before it? */
static bool
take_part(EntityState *state, TbStr token)
{
	size_t		len;

	if (state->parts == NULL)
		return false;
	len = strcspn(state->parts, "-");
	if (len != token.len || memcmp(state->parts, token.data, len) != 0)
	{
		state->parts = NULL;
		return false;
	}
	state->parts += len + (state->parts[len] == '-');
	if (*state->parts == '\0')
		state->parts = NULL;
	return true;
}

static void
keep_word(EntityState *state, const ChainWord *word)
{
	ChainWord  *kept = &state->words[state->nwords++];

	kept->text = pnstrdup(word->text, word->len);
	kept->len = word->len;
}

/*
 * Take a token into the chain (a new one when state is NULL).  Returns the
 * form so far if it is a name, and asks for more if it may go on.
 */
static TSLexeme *
lengthen_chain(EntityDictionary *dict, EntityState *state, const TbLexicon *lex,
			   const ChainWord *word, DictSubState *sub)
{
	const uint64_t bits = UINT64_C(1) << TB_PLACE | UINT64_C(1) << TB_PLACE_ADJ |
		UINT64_C(1) << TB_OFFICE;
	TbStr		token = tb_pg_to_utf8(word->text, word->len);
	TSLexeme   *result;
	bool		hyphens;

	if (token.len > MAX_CHAIN_WORD || (state != NULL && state->nwords == MAX_CHAIN))
		return NULL;
	if (state == NULL)
		state = palloc0(sizeof(EntityState));
	else if (take_part(state, token))
	{
		keep_word(state, word);
		sub->private_state = state;
		sub->getnext = true;
		return NULL;
	}
	state->node = walk_token(state, lex, token, &hyphens);
	if (state->node == 0 || !(tb_lexicon_mask(lex, state->node) & bits))
		return NULL;
	keep_word(state, word);
	if (hyphens)
		state->parts = pnstrdup(token.data, token.len);
	result = name_chain(dict, state, lex);
	if (goes_on(lex, state->node))
	{
		sub->private_state = state;
		sub->getnext = true;
	}
	return result;
}

/* tribuna_entity_lexize(data, word, length, state): names a word or chain. */
Datum
tribuna_entity_lexize(PG_FUNCTION_ARGS)
{
	EntityDictionary *dict = (EntityDictionary *) PG_GETARG_POINTER(0);
	DictSubState *sub = (DictSubState *) PG_GETARG_POINTER(3);
	EntityState *state = (EntityState *) sub->private_state;
	ChainWord	word = {(char *) PG_GETARG_POINTER(1), PG_GETARG_INT32(2)};
	TbStr		text;

	/* option stemmer may lead back here, through whatever dictionaries */
	check_stack_depth();
	sub->getnext = false;
	sub->private_state = NULL;
	if (sub->isend)
		PG_RETURN_POINTER(state != NULL && state->entity != NULL ?
						  name_word(dict, state, NULL) : NULL);
	text = tb_pg_to_utf8(word.text, word.len);
	if ((state == NULL || state->entity != NULL) && is_entity(text))
		PG_RETURN_POINTER(wait_for_word(state, text, sub));
	if (state != NULL && state->entity != NULL)
		PG_RETURN_POINTER(name_word(dict, state, &word));
	PG_RETURN_POINTER(lengthen_chain(dict, state, tb_pg_lexicon(fcinfo), &word, sub));
}
