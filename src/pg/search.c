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
#include "port/pg_bswap.h"
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

/* Positions that a lexeme holds itself, before it takes an array. */
#define OWN_POSITIONS 4

typedef struct Lexeme
{
	const char *text;			/* UTF-8, later the database's encoding */
	union
	{
		uint16		own[OWN_POSITIONS];
		uint16	   *array;
	}			pos;			/* npos of them */
	uint16		len;
	uint16		npos;
	uint16		room;
} Lexeme;

/* A slot of the hash table of lexemes. */
typedef struct Slot
{
	uint32_t	hash;
	uint32_t	lexeme;			/* 1 + its number; 0: the slot is empty */
} Slot;

typedef struct Builder
{
	TbArena    *arena;
	const TbText *text;
	TbStemmer  *stemmer;
	TbVec(Lexeme) lexemes;
	Slot	   *slots;
	uint32_t	mask;			/* their number less one */
	const char *entity;			/* whose lexemes these are */
	TbVec(uint32_t) entity_lexemes;
	uint32_t	position;
} Builder;

/* ----------------------------------------------------------------- lexemes */

static void *
take(Builder *b, size_t size)
{
	void	   *p = tb_arena_alloc(b->arena, size);

	if (p == NULL)
		tb_pg_check(TB_NO_MEMORY);
	return p;
}

/* A table with so many empty slots; what the old one held is entered anew. */
static void
make_table(Builder *b, uint32_t slots)
{
	const Slot *old = b->slots;
	uint32_t	nold = old == NULL ? 0 : b->mask + 1;

	b->slots = take(b, slots * sizeof(Slot));
	b->mask = slots - 1;
	for (uint32_t i = 0; i < nold; i++)
	{
		uint32_t	at = old[i].hash & b->mask;

		if (old[i].lexeme == 0)
			continue;
		while (b->slots[at].lexeme != 0)
			at = (at + 1) & b->mask;
		b->slots[at] = old[i];
	}
}

/* A text that stays: the document's own is not copied. */
static const char *
keep(Builder *b, TbStr text)
{
	const TbText *doc = b->text;
	const char *copy;

	if ((text.data >= doc->data && text.data < doc->data + doc->len) ||
		(text.data >= doc->folded && text.data < doc->folded + doc->len))
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
	uint32_t	hash = (uint32_t) tb_hash_word(text.data, text.len);
	uint32_t	at = hash & b->mask;
	Lexeme	   *lexeme;

	for (; b->slots[at].lexeme != 0; at = (at + 1) & b->mask)
	{
		if (b->slots[at].hash != hash)
			continue;
		lexeme = &b->lexemes.at[b->slots[at].lexeme - 1];
		if (lexeme->len == text.len && memcmp(lexeme->text, text.data, text.len) == 0)
			return b->slots[at].lexeme - 1;
	}
	lexeme = TB_PUSH(b->arena, &b->lexemes);
	if (lexeme == NULL)
		tb_pg_check(TB_NO_MEMORY);
	lexeme->text = keep(b, text);
	lexeme->len = (uint16) text.len;
	b->slots[at] = (Slot) {hash, b->lexemes.n};
	if (b->lexemes.n > b->mask / 4 * 3)
		make_table(b, (b->mask + 1) * 2);
	return b->lexemes.n - 1;
}

/* --------------------------------------------------------------- positions */

static inline const uint16 *
positions(const Lexeme *lexeme)
{
	return lexeme->room == 0 ? lexeme->pos.own : lexeme->pos.array;
}

/* Room for more positions than there are. */
static void
grow_positions(Builder *b, Lexeme *lexeme)
{
	uint16		room = lexeme->npos * 2;
	uint16	   *pos = take(b, room * sizeof(uint16));

	memcpy(pos, positions(lexeme), lexeme->npos * sizeof(uint16));
	lexeme->pos.array = pos;
	lexeme->room = room;
}

/* Add the current position to a lexeme, within the server's limits. */
static inline void
add_position(Builder *b, uint32_t number, uint16 weight)
{
	Lexeme	   *lexeme = &b->lexemes.at[number];
	uint16		pos = (uint16) LIMITPOS(b->position);

	if (lexeme->npos > 0)
	{
		uint16		last = WEP_GETPOS(positions(lexeme)[lexeme->npos - 1]);

		if (last == pos || last == MAXENTRYPOS - 1 || lexeme->npos >= MAXNUMPOS - 1)
			return;
		if (lexeme->npos == (lexeme->room == 0 ? OWN_POSITIONS : lexeme->room))
			grow_positions(b, lexeme);
	}
	unconstify(uint16 *, positions(lexeme))[lexeme->npos++] = pos | weight << 14;
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
	stems = tb_search_stems(search, b->stemmer, token);
	if (stems == NULL)
		tb_pg_check(TB_NO_MEMORY);
	for (uint32_t i = 0; i < stems->n; i++)
		add_position(b, lexeme_number(b, stems->at[i]), weight);
}

/* ---------------------------------------------------------------- tsvector */

/* What is sorted: the first letters decide nearly always. */
typedef struct SortKey
{
	uint64		prefix;
	uint32_t	number;
} SortKey;

/* The order of bytes, then of length. */
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

/* Buckets of lexemes by their beginnings, one for each letter. */
#define BUCKETS 512

/*
 * The bucket of a lexeme; what is in a later one comes behind it.  Russian
 * letters in UTF-8 begin with D0 or D1, and the byte behind tells which.
 */
static inline uint32_t
bucket_of(const Lexeme *lexeme)
{
	unsigned char first = (unsigned char) lexeme->text[0];
	unsigned char second = lexeme->len > 1 ? (unsigned char) lexeme->text[1] : 0;

	if (first < 0xD0)
		return first;
	if (first > 0xD1)
		return first + 0x100;
	return 0xD0 + ((first & 1) << 7 | (second < 0x80 ? 0 : second & 0x7F));
}

/* The eight bytes behind the first, in the order of bytes. */
static inline uint64
prefix_of(const Lexeme *lexeme)
{
	uint64		prefix = 0;

	if (lexeme->len > sizeof(prefix))
		memcpy(&prefix, lexeme->text + 1, sizeof(prefix));
	else if (lexeme->len > 1)
		memcpy(&prefix, lexeme->text + 1, lexeme->len - 1);
	return pg_ntoh64(prefix);
}

/* The lexemes in the server's order. */
static const SortKey *
sort_lexemes(Builder *b)
{
	SortKey    *keys = take(b, (b->lexemes.n + 1) * sizeof(SortKey));
	uint32_t	ends[BUCKETS] = {0};
	uint32_t	start = 0;

	for (uint32_t i = 0; i < b->lexemes.n; i++)
		ends[bucket_of(&b->lexemes.at[i])]++;
	for (uint32_t k = 1; k < BUCKETS; k++)
		ends[k] += ends[k - 1];
	for (uint32_t i = b->lexemes.n; i-- > 0;)
	{
		const Lexeme *lexeme = &b->lexemes.at[i];

		keys[--ends[bucket_of(lexeme)]] = (SortKey) {prefix_of(lexeme), i};
	}
	for (uint32_t k = 1; k <= BUCKETS; k++)
	{
		uint32_t	end = k == BUCKETS ? b->lexemes.n : ends[k];

		if (end - start > 1)
			sort_keys(keys + start, end - start, b);
		start = end;
		CHECK_FOR_INTERRUPTS();
	}
	return keys;
}

/* Bytes that the lexemes take, positions and padding too. */
static size_t
storage_size(const Builder *b)
{
	size_t		size = 0;

	for (uint32_t i = 0; i < b->lexemes.n; i++)
		size += SHORTALIGN(b->lexemes.at[i].len) + sizeof(uint16) +
			b->lexemes.at[i].npos * sizeof(WordEntryPos);
	return size;
}

/* Write a lexeme and its positions; what stands behind them. */
static char *
write_lexeme(char *at, const Lexeme *lexeme)
{
	memcpy(at, lexeme->text, lexeme->len);
	at += lexeme->len;
	if (lexeme->len % sizeof(uint16) != 0)
		*at++ = '\0';
	memcpy(at, &lexeme->npos, sizeof(uint16));
	at += sizeof(uint16);
	memcpy(at, positions(lexeme), lexeme->npos * sizeof(WordEntryPos));
	return at + lexeme->npos * sizeof(WordEntryPos);
}

/* Write the lexemes in their order. */
static TSVector
write_tsvector(Builder *b)
{
	size_t		storage = storage_size(b);
	size_t		size = CALCDATASIZE(b->lexemes.n, storage);
	const SortKey *keys;
	TSVector	vector;
	WordEntry  *entry;
	char	   *at;

	if (storage > MAXSTRPOS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("string is too long for tsvector (%d bytes, max %d bytes)",
						(int) Min(storage, INT_MAX), MAXSTRPOS)));
	keys = sort_lexemes(b);
	vector = palloc(size);
	SET_VARSIZE(vector, size);
	vector->size = (int32) b->lexemes.n;
	entry = ARRPTR(vector);
	at = STRPTR(vector);
	for (uint32_t i = 0; i < b->lexemes.n; i++)
	{
		const Lexeme *lexeme = &b->lexemes.at[keys[i].number];

		entry[i] = (WordEntry)
		{
			.haspos = 1,.len = lexeme->len,.pos = at - STRPTR(vector)
		};
		at = write_lexeme(at, lexeme);
	}
	return vector;
}

/* The search stream of a document as a tsvector. */
static TSVector
build_tsvector(TbDocument *doc, uint32_t title_end)
{
	Builder		b = {
		.arena = doc->arena,
		.text = &doc->text,
		.stemmer = tb_pg_stemmer()
	};
	TbSearch	search;
	TbSearchToken token;
	bool		more;
	uint32_t	slots = 64;

	while (slots < doc->text.ntok && slots < 1 << 20)
		slots *= 2;
	make_table(&b, slots);
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
	return write_tsvector(&b);
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

/* The words of what is asked for; more than a tsquery holds need not be read. */
static TbStr
query_words(text *query)
{
	TbStr		words = tb_pg_text_to_utf8(query);

	if (words.len > MAXSTRPOS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("query is too long (%u bytes, max %d bytes)", words.len, MAXSTRPOS),
				 errhint("To compare documents, ask for the names and words that matter in one.")));
	return words;
}

TB_FUNCTION(tribuna_tsquery);

/* tribuna_tsquery(query) */
Datum
tribuna_tsquery(PG_FUNCTION_ARGS)
{
	TbStr		words = query_words(PG_GETARG_TEXT_PP(0));
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
