/*
 * search.c
 *	  tribuna_tsvector and tribuna_tsquery.
 *
 * tribuna_tsvector builds from the search stream what to_tsvector('tribuna')
 * would build by way of parser and dictionaries, lexeme for lexeme and
 * position for position.  The server sorts all words of a text, which is 40 %
 * of its time; here a table of lexemes, each with its positions so far, makes
 * them unique first, and only the different ones are sorted.  Positions come
 * in order, so the server's limits are kept as they are added: 255 a lexeme,
 * none above 16383.
 *
 * tribuna_tsquery lets the core write the query as text (core/query.c), which
 * the server reads.
 */
#include "pg/search.h"

#include <limits.h>

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "core/query.h"
#include "lex/hash.h"

/* Weight A, as positions carry it. */
#define WEIGHT_A 3

typedef struct Lexeme
{
	const char *text;			/* UTF-8, later the database's encoding */
	uint32_t	hash;
	uint16		len;
	uint16		npos;
	uint16		room;
	uint16		first;			/* the position of most: no array then */
	uint16	   *pos;
} Lexeme;

/* A hash table of numbers into an array; 0 is an empty slot. */
typedef struct Table
{
	uint32_t   *slots;			/* 1 + number */
	uint32_t	mask;
} Table;

typedef struct Builder
{
	TbArena    *arena;
	const TbText *text;
	TbVec(Lexeme) lexemes;
	Table		by_text;
	const char *entity;			/* whose lexemes these are */
	TbVec(uint32_t) entity_lexemes;
	uint32_t	position;
} Builder;

/* ------------------------------------------------------------------ tables */

static void *
take(Builder *b, size_t size)
{
	void	   *p = tb_arena_alloc(b->arena, size);

	if (p == NULL)
		tb_pg_check(TB_NO_MEMORY);
	return p;
}

static void
table_init(Builder *b, Table *table, uint32_t slots)
{
	table->mask = slots - 1;
	table->slots = take(b, slots * sizeof(uint32_t));
}

/* Enter number n under a hash; there must be room. */
static void
table_put(Table *table, uint32_t hash, uint32_t n)
{
	uint32_t	at = hash & table->mask;

	while (table->slots[at] != 0)
		at = (at + 1) & table->mask;
	table->slots[at] = n + 1;
}

/* Double the table when it is half full. */
static void
table_grow(Builder *b)
{
	if (b->lexemes.n * 2 <= b->by_text.mask)
		return;
	table_init(b, &b->by_text, (b->by_text.mask + 1) * 2);
	for (uint32_t i = 0; i < b->lexemes.n; i++)
		table_put(&b->by_text, b->lexemes.at[i].hash, i);
}

/* A text that stays: the document's own is not copied. */
static const char *
keep(Builder *b, TbStr text)
{
	const TbText *doc = b->text;
	const char *copy;

	if ((uintptr_t) text.data - (uintptr_t) doc->folded < doc->len ||
		(uintptr_t) text.data - (uintptr_t) doc->data < doc->len)
		return text.data;
	copy = tb_arena_strdup(b->arena, text.data, text.len);
	if (copy == NULL)
		tb_pg_check(TB_NO_MEMORY);
	return copy;
}

/* The number of a lexeme, entered if it is new. */
static uint32_t
lexeme_number(Builder *b, TbStr text)
{
	uint32_t	hash = tb_hash_word(text.data, text.len);
	uint32_t	at = hash & b->by_text.mask;
	Lexeme	   *lexeme;

	for (; b->by_text.slots[at] != 0; at = (at + 1) & b->by_text.mask)
	{
		lexeme = &b->lexemes.at[b->by_text.slots[at] - 1];
		if (lexeme->hash == hash && lexeme->len == text.len &&
			memcmp(lexeme->text, text.data, text.len) == 0)
			return b->by_text.slots[at] - 1;
	}
	lexeme = TB_PUSH(b->arena, &b->lexemes);
	if (lexeme == NULL)
		tb_pg_check(TB_NO_MEMORY);
	lexeme->text = keep(b, text);
	lexeme->hash = hash;
	lexeme->len = (uint16) text.len;
	b->by_text.slots[at] = b->lexemes.n;
	table_grow(b);
	return b->lexemes.n - 1;
}

/* --------------------------------------------------------------- positions */

/* Room for one more position. */
static void
grow_positions(Builder *b, Lexeme *lexeme)
{
	uint16		room = lexeme->room == 0 ? 4 : lexeme->room * 2;
	uint16	   *pos = take(b, room * sizeof(uint16));

	if (lexeme->room == 0)
		pos[0] = lexeme->first;
	else
		memcpy(pos, lexeme->pos, lexeme->npos * sizeof(uint16));
	lexeme->pos = pos;
	lexeme->room = room;
}

/* Add the current position to a lexeme, within the server's limits. */
static inline void
add_position(Builder *b, uint32_t number, uint16 weight)
{
	Lexeme	   *lexeme = &b->lexemes.at[number];
	uint16		pos = (uint16) LIMITPOS(b->position);
	uint16		last;

	if (lexeme->npos == 0)
	{
		lexeme->first = pos | weight << 14;
		lexeme->npos = 1;
		return;
	}
	last = WEP_GETPOS(lexeme->npos == 1 ? lexeme->first :
					  lexeme->pos[lexeme->npos - 1]);
	if (last == pos || last == MAXENTRYPOS - 1 || lexeme->npos >= MAXNUMPOS - 1)
		return;
	if (lexeme->npos >= lexeme->room)
		grow_positions(b, lexeme);
	lexeme->pos[lexeme->npos++] = pos | weight << 14;
}

/* The lexemes of an entity text, kept until another one comes. */
static void
take_entity(Builder *b, const char *entity)
{
	TbStr		lexeme;
	uint32_t	reading = 0;

	if (entity == b->entity)
		return;
	b->entity = entity;
	b->entity_lexemes.n = 0;
	while (tb_entity_next(&entity, &lexeme, &reading))
	{
		uint32_t   *number = TB_PUSH(b->arena, &b->entity_lexemes);

		if (number == NULL)
			tb_pg_check(TB_NO_MEMORY);
		*number = lexeme_number(b, lexeme);
	}
}

/* Say, as the server's own parser loop does, that a word is left out. */
static void
notice_long_word(void)
{
	ereport(NOTICE,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("word is too long to be indexed"),
			 errdetail("Words longer than %d characters are ignored.",
					   MAXSTRLEN)));
}

/* Is a word too long for the server, in the database's encoding? */
static bool
is_too_long(TbStr word)
{
	size_t		len = word.len;

	if (len >= MAXSTRLEN && GetDatabaseEncoding() != PG_UTF8)
		pfree(tb_pg_from_utf8(word.data, word.len, &len));
	return len >= MAXSTRLEN;
}

/* Take one token of the stream. */
static void
add_token(Builder *b, const TbSearch *search, const TbSearchToken *token,
		  uint32_t title_end)
{
	TbStr		str = {b->text->data + token->span.start,
	token->span.end - token->span.start};
	uint16		weight = token->span.start < title_end ? WEIGHT_A : 0;
	const TbStems *stems;

	if (is_too_long(str))
	{
		notice_long_word();
		return;
	}
	if (token->type == TB_SX_PROTOCOL)
		return;
	b->position++;
	if (token->type == TB_SX_ENTITY)
	{
		add_position(b, lexeme_number(b, str), weight);
		return;
	}
	if (token->entity != NULL)
		take_entity(b, token->entity);
	for (uint32_t i = 0; token->entity != NULL && i < b->entity_lexemes.n; i++)
		add_position(b, b->entity_lexemes.at[i], weight);
	stems = tb_search_stems(search, tb_pg_stemmer(), token);
	if (stems == NULL)
		tb_pg_check(TB_NO_MEMORY);
	for (uint32_t i = 0; i < stems->n; i++)
		add_position(b, lexeme_number(b, stems->at[i]), weight);
}

/* ---------------------------------------------------------------- tsvector */

/* What is sorted: the first bytes decide nearly always. */
typedef struct SortKey
{
	uint64		prefix;
	uint32_t	number;
} SortKey;

static SortKey
sort_key(const Lexeme *lexeme, uint32_t number)
{
	uint64		prefix = 0;

	for (int i = 0; i < 8; i++)
		prefix = prefix << 8 |
			(i < lexeme->len ? (unsigned char) lexeme->text[i] : 0);
	return (SortKey) {prefix, number};
}

/* The server's order: bytes, then length. */
static int
compare_keys(const SortKey *a, const SortKey *b, const Builder *builder)
{
	const Lexeme *x;
	const Lexeme *y;
	int			order;

	if (a->prefix != b->prefix)
		return a->prefix < b->prefix ? -1 : 1;
	x = &builder->lexemes.at[a->number];
	y = &builder->lexemes.at[b->number];
	order = memcmp(x->text, y->text, Min(x->len, y->len));
	if (order != 0)
		return order;
	return (x->len > y->len) - (x->len < y->len);
}

#define ST_SORT sort_keys
#define ST_ELEMENT_TYPE SortKey
#define ST_COMPARE(a, b, builder) compare_keys(a, b, builder)
#define ST_COMPARE_ARG_TYPE const Builder
#define ST_SCOPE static
#define ST_DEFINE
#include "lib/sort_template.h"

/* Bring all lexemes to the database's encoding. */
static void
encode_lexemes(Builder *b)
{
	if (GetDatabaseEncoding() == PG_UTF8)
		return;
	for (uint32_t i = 0; i < b->lexemes.n; i++)
	{
		Lexeme	   *lexeme = &b->lexemes.at[i];
		size_t		len;

		lexeme->text = tb_pg_from_utf8(lexeme->text, lexeme->len, &len);
		lexeme->len = (uint16) len;
	}
}

/* Bytes that the lexemes take in this order, positions and padding too. */
static size_t
storage_size(const Builder *b, const SortKey *keys)
{
	size_t		size = 0;

	for (uint32_t i = 0; i < b->lexemes.n; i++)
	{
		const Lexeme *lexeme = &b->lexemes.at[keys[i].number];

		size = SHORTALIGN(size + lexeme->len) + sizeof(uint16) +
			lexeme->npos * sizeof(WordEntryPos);
	}
	return size;
}

/* Write the lexemes in their order. */
static TSVector
write_tsvector(const Builder *b, const SortKey *keys)
{
	size_t		storage = storage_size(b, keys);
	size_t		size = CALCDATASIZE(b->lexemes.n, storage);
	TSVector	vector;
	WordEntry  *entry;
	char	   *strings;
	size_t		at = 0;

	if (storage > MAXSTRPOS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("string is too long for tsvector (%d bytes, max %d bytes)",
						(int) Min(storage, INT_MAX), MAXSTRPOS)));
	vector = palloc0(size);
	SET_VARSIZE(vector, size);
	vector->size = (int32) b->lexemes.n;
	entry = ARRPTR(vector);
	strings = STRPTR(vector);
	for (uint32_t i = 0; i < b->lexemes.n; i++, entry++)
	{
		const Lexeme *lexeme = &b->lexemes.at[keys[i].number];

		entry->haspos = 1;
		entry->len = lexeme->len;
		entry->pos = at;
		memcpy(strings + at, lexeme->text, lexeme->len);
		at = SHORTALIGN(at + lexeme->len);
		*(uint16 *) (strings + at) = lexeme->npos;
		at += sizeof(uint16);
		memcpy(strings + at, lexeme->npos == 1 ? &lexeme->first : lexeme->pos,
			   lexeme->npos * sizeof(WordEntryPos));
		at += lexeme->npos * sizeof(WordEntryPos);
	}
	return vector;
}

/* The search stream of a document as a tsvector. */
static TSVector
build_tsvector(TbDocument *doc, uint32_t title_end)
{
	Builder		b = {.arena = doc->arena,.text = &doc->text};
	TbSearch	search;
	TbSearchToken token;
	SortKey    *keys;
	bool		more;
	uint32_t	slots = 64;

	while (slots < doc->text.ntok / 2 && slots < 1 << 20)
		slots *= 2;
	table_init(&b, &b.by_text, slots);
	tb_pg_check(tb_search_open(&search, doc));
	for (;;)
	{
		tb_pg_check(tb_search_next(&search, &token, &more));
		if (!more)
			break;
		add_token(&b, &search, &token, title_end);
		if (b.position % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
	}
	encode_lexemes(&b);
	keys = take(&b, (b.lexemes.n + 1) * sizeof(SortKey));
	for (uint32_t i = 0; i < b.lexemes.n; i++)
		keys[i] = sort_key(&b.lexemes.at[i], i);
	sort_keys(keys, b.lexemes.n, &b);
	return write_tsvector(&b, keys);
}

/* A title, a blank line and a document as one text. */
static TbStr
join_title(TbStr title, TbStr document)
{
	size_t		len = (size_t) title.len + 2 + document.len;
	char	   *text = MemoryContextAllocHuge(CurrentMemoryContext, len + 1);

	memcpy(text, title.data, title.len);
	memcpy(text + title.len, "\n\n", 2);
	memcpy(text + title.len + 2, document.data, document.len);
	return (TbStr) {text, (uint32_t) len};
}

TB_FUNCTION(tribuna_tsvector);

/* tribuna_tsvector(document, reference, country, title) */
Datum
tribuna_tsvector(PG_FUNCTION_ARGS)
{
	int32_t		reference = tb_pg_reference(fcinfo, 1);
	const char *country = tb_pg_country(fcinfo, 2);
	TbStr		body;
	uint32_t	title_end = 0;
	MemoryContext scan;
	TbArena		arena;
	TbDocument	doc;
	TSVector	vector;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	body = tb_pg_text_to_utf8(PG_GETARG_TEXT_PP(0));
	if (!PG_ARGISNULL(3))
	{
		TbStr		title = tb_pg_text_to_utf8(PG_GETARG_TEXT_PP(3));

		body = join_title(title, body);
		title_end = title.len;
	}
	scan = tb_pg_scan_context();
	tb_arena_init(&arena, tb_pg_arena_host(scan));
	tb_pg_check(tb_document_open(&doc, body.data, body.len, reference, country,
								 tb_pg_lexicon(fcinfo), &arena));
	tb_pg_check(tb_document_find(&doc, TB_PG_SEARCH_LAYERS));
	vector = build_tsvector(&doc, tb_text_own_byte(&doc.text, title_end));
	MemoryContextDelete(scan);
	PG_RETURN_TSVECTOR(vector);
}

/* ----------------------------------------------------------------- tsquery */

/* A query without a lexeme: it matches nothing. */
static TSQuery
empty_query(void)
{
	TSQuery		query = palloc0(HDRSIZETQ);

	ereport(NOTICE,
			(errmsg("text-search query contains only stop words or doesn't contain lexemes, ignored")));
	SET_VARSIZE(query, HDRSIZETQ);
	return query;
}

TB_FUNCTION(tribuna_tsquery);

/* tribuna_tsquery(query) */
Datum
tribuna_tsquery(PG_FUNCTION_ARGS)
{
	TbStr		words = tb_pg_text_to_utf8(PG_GETARG_TEXT_PP(0));
	MemoryContext scan = AllocSetContextCreate(CurrentMemoryContext,
											   "tribuna query",
											   ALLOCSET_DEFAULT_SIZES);
	TbArena		arena;
	char	   *query;
	size_t		len;

	tb_arena_init(&arena, tb_pg_arena_host(scan));
	tb_pg_check(tb_query_format(words, tb_pg_lexicon(fcinfo), tb_pg_stemmer(),
								&arena, &query));
	query = tb_pg_from_utf8(query, strlen(query), &len);
	MemoryContextDelete(scan);	/* the copy is not in it */
	if (len == 0)
		PG_RETURN_TSQUERY(empty_query());
	PG_RETURN_DATUM(DirectFunctionCall1(tsqueryin, CStringGetDatum(query)));
}
