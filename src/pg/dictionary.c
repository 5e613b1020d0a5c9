/*
 * dictionary.c
 *	  The dictionary template tribuna_entity, which works in two ways.
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

/* ----------------------------------------------------------------- entities */

/* An entity text taken apart. */
typedef struct Entity
{
	char		text[TB_MAX_ENTITY + 1];
	uint32_t	len;			/* 0: there is none */
	bool		lexemes_only;	/* it is what the parser hands out */
	bool		person;			/* a reading is one */
	int			n;
	struct
	{
		TbStr		lexeme;		/* in text */
		uint16		reading;
		uint16		flags;
	}			at[TB_MAX_ENTITY / 2 + 1];
} Entity;

/*
 * Take an entity text apart.  All words of a mention carry the same, so the
 * last one is remembered.
 */
static const Entity *
take_apart(TbStr text)
{
	static Entity entity;
	const char *at = entity.text;
	uint32_t	reading = 0;
	TbStr		lexeme;

	Assert(text.len <= TB_MAX_ENTITY);
	if (text.len == entity.len && memcmp(text.data, entity.text, text.len) == 0)
		return &entity;
	memcpy(entity.text, text.data, text.len);
	entity.text[text.len] = '\0';
	entity.len = text.len;
	entity.n = 0;
	entity.person = tb_entity_has_person(entity.text);
	entity.lexemes_only = true;
	while (tb_entity_next(&at, &lexeme, &reading))
	{
		entity.lexemes_only &= tb_entity_is_lexeme(lexeme);
		entity.at[entity.n].lexeme = lexeme;
		entity.at[entity.n].reading = (uint16) reading;
		entity.at[entity.n++].flags = tb_entity_is_prefix(lexeme) ? TSL_PREFIX : 0;
	}
	return &entity;
}

/* Add the readings of an entity, each a variant. */
static void
add_entity(TbPgAnswer *answer, const Entity *entity)
{
	uint16		before = answer->variant + 1;

	tb_pg_answer_reserve(answer, entity->n + TB_MAX_STEMS);
	for (int i = 0; i < entity->n; i++)
	{
		answer->variant = before + entity->at[i].reading;
		tb_pg_answer_add(answer, entity->at[i].lexeme, entity->at[i].flags);
	}
}

/* -------------------------------------------------------------- dictionary */

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
	TbStr		entity;			/* waits for its word; empty: a chain */
	uint32_t	node;			/* the form so far */
	bool		caps;			/* all its words are in capitals */
	bool		capital;		/* it begins with a capital */
	char	   *parts;			/* of a hyphenated word: what may come again */
	int			nwords;
	ChainWord	words[];		/* of a chain: MAX_CHAIN */
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
add_stems_of(TbPgAnswer *answer, EntityDictionary *dict, const ChainWord *word)
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
			answer->variant++;
		last = at->nvariant;
		if (at->flags & TSL_ADDPOS)
			answer->new_position = true;
		tb_pg_answer_add(answer, tb_pg_to_utf8(at->lexeme, strlen(at->lexeme)),
				   at->flags & TSL_PREFIX);
		pfree(at->lexeme);
	}
	pfree(found);
}

/* Add the stems of a word inside a mention. */
static void
add_word(TbPgAnswer *answer, EntityDictionary *dict, const ChainWord *word, bool person)
{
	TbStr		utf8;

	if (OidIsValid(dict->stemmer))
	{
		add_stems_of(answer, dict, word);
		return;
	}
	utf8 = tb_pg_to_utf8(word->text, word->len);
	if (utf8.len <= TB_STEM_MAX_BYTES)
		tb_pg_answer_add_stems(answer, utf8, person);
}

/* Is the text an entity token of our parser: lexemes and nothing else? */
static bool
is_entity(TbStr text)
{
	return text.len > 0 && text.len <= TB_MAX_ENTITY &&
		text.data[text.len - 1] == '/' && take_apart(text)->lexemes_only;
}

/* Keep an entity until its word comes. */
static TSLexeme *
wait_for_word(EntityState *state, TbStr entity, DictSubState *sub)
{
	if (state == NULL)
		state = palloc0(offsetof(EntityState, words));
	else
		pfree(unconstify(char *, state->entity.data));
	state->entity = (TbStr) {tb_pg_copy_string(entity), entity.len};
	sub->private_state = state;
	sub->getnext = true;
	return NULL;
}

/* An entity's word has come, or, with none, the end of the input. */
static TSLexeme *
name_word(EntityDictionary *dict, EntityState *state, const ChainWord *word)
{
	const Entity *entity = take_apart(state->entity);
	TbPgAnswer	answer = {0};

	add_entity(&answer, entity);
	if (word != NULL)
		add_word(&answer, dict, word, entity->person);
	pfree(unconstify(char *, state->entity.data));
	pfree(state);
	return tb_pg_answer_finish(&answer);
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

/* Append a reading to an entity text, unless it is there or too much. */
static void
put_reading(StringInfo text, const char *kind, const char *code)
{
	char	   *path = psprintf("%s%s%s", kind, code,
								code[0] != '\0' && code[strlen(code) - 1] == '/' ? "" : "/");

	if (!has_path(text->data, path) && text->len + 1 + strlen(path) <= TB_MAX_ENTITY)
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
static TbStr
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

		if (!reading_holds(state, entry, &readings[i]))
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
	return (TbStr) {text.data, (uint32_t) text.len};
}

/* The lexemes and stems of a chain's words; NULL when the form is no name. */
static TSLexeme *
name_chain(EntityDictionary *dict, const EntityState *state, const TbLexicon *lex)
{
	TbPgAnswer	answer = {0};
	TbStr		entity = chain_entity(state, lex);

	for (int i = 0; entity.len > 0 && i < state->nwords; i++)
	{
		answer.new_position = i > 0;
		add_entity(&answer, take_apart(entity));
		add_word(&answer, dict, &state->words[i], false);
	}
	pfree(unconstify(char *, entity.data));
	return entity.len == 0 ? NULL : tb_pg_answer_finish(&answer);
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
		state = palloc0(offsetof(EntityState, words) + MAX_CHAIN * sizeof(ChainWord));
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
	bool		waits = state != NULL && state->entity.len > 0;
	TbStr		text;

	/* option stemmer may lead back here, through whatever dictionaries */
	check_stack_depth();
	sub->getnext = false;
	sub->private_state = NULL;
	if (sub->isend)
		PG_RETURN_POINTER(waits ? name_word(dict, state, NULL) : NULL);
	text = tb_pg_to_utf8(word.text, word.len);
	if ((state == NULL || waits) && is_entity(text))
		PG_RETURN_POINTER(wait_for_word(state, text, sub));
	if (waits)
		PG_RETURN_POINTER(name_word(dict, state, &word));
	PG_RETURN_POINTER(lengthen_chain(dict, state, tb_pg_lexicon(fcinfo), &word, sub));
}
