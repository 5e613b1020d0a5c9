/*
 * parser.c
 *	  The text search parser «tribuna».
 *
 * Scans the whole text at the start, then hands out its tokens in order:
 * blanks, words, and before each word of a mention one token of type entity
 * that holds its lexemes in place of a stretch of the text.
 *
 *	Президент	entity  office/president/&office/kz/president/
 *				hword_part  Президент
 *				blank
 *
 * Numbers of token types are those of the default parser, so that the
 * server's prsd_headline serves: it leaves type 17 out of what it prints.
 *
 * In a database that is not UTF8, and where Latin letters stood in Cyrillic
 * words, the scan has seen another copy; tokens are stretches of the text as
 * it came, found by counting characters.
 */
#include "pg/search.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_public.h"
#include "tsearch/ts_type.h"

/* Longest blank token in bytes: the server skips tokens of 2 KB and more. */
#define MAX_BLANK 1000

typedef struct ParserState
{
	TbPgScan	scan;
	TbSearch	search;
	const char *text;			/* as it came, in the database's encoding */
	uint32_t	at;				/* its next byte */
	uint32_t	utf8_at;		/* the same place in the scan's text */
	bool		same;			/* both are one text */
	TbSearchToken word;			/* the next word */
	bool		have_word;		/* word is still to come */
	bool		have_entity;	/* and its entity before it */
	bool		more;			/* there may be words behind it */
} ParserState;

TB_FUNCTION(tribuna_parser_start);
TB_FUNCTION(tribuna_parser_next);
TB_FUNCTION(tribuna_parser_end);
TB_FUNCTION(tribuna_parser_types);

/* tribuna_parser_start(text, length): scan the text. */
Datum
tribuna_parser_start(PG_FUNCTION_ARGS)
{
	ParserState *state = palloc0(sizeof(ParserState));
	TbStr		text;

	state->text = (const char *) PG_GETARG_POINTER(0);
	text = tb_pg_to_utf8(state->text, PG_GETARG_INT32(1));
	state->more = true;
	tb_pg_scan_open_text(&state->scan, fcinfo, text, TB_PG_SEARCH_LAYERS);
	state->same = state->scan.text.data == state->text;
	tb_pg_check(tb_search_open(&state->search, &state->scan.doc));
	PG_RETURN_POINTER(state);
}

/* Bytes that the text as it came has for its UTF-8 up to a byte. */
static uint32_t
length_to(ParserState *state, uint32_t utf8_end)
{
	uint32_t	n = 0;

	if (state->same)
		return utf8_end - state->utf8_at;
	for (uint32_t i = state->utf8_at; i < utf8_end; i++)
		if (((unsigned char) state->scan.text.data[i] & 0xC0) != 0x80)
			n += pg_mblen(state->text + state->at + n);
	return n;
}

/* Where a blank that goes to a byte must be cut. */
static uint32_t
blank_end(const ParserState *state, uint32_t end)
{
	if (end - state->utf8_at <= MAX_BLANK)
		return end;
	end = state->utf8_at + MAX_BLANK;
	while (((unsigned char) state->scan.text.data[end] & 0xC0) == 0x80)
		end--;
	return end;
}

/* Fetch the next word, if none waits. */
static void
fetch_word(ParserState *state)
{
	if (state->have_word || !state->more)
		return;
	tb_pg_check(tb_search_next(&state->search, &state->word, &state->more));
	state->have_word = state->more;
	state->have_entity = state->have_word && state->word.entity != NULL;
}

/* The entity of the waiting word in the database's encoding. */
static char *
entity_text(ParserState *state, int *len)
{
	MemoryContext old;
	size_t		n;
	char	   *text;

	if (state->same)
	{
		*len = (int) strlen(state->word.entity);
		return unconstify(char *, state->word.entity);
	}
	/* it must live until the parser ends: a dictionary may ask for more */
	old = MemoryContextSwitchTo(state->scan.context);
	text = tb_pg_from_utf8(state->word.entity, strlen(state->word.entity), &n);
	MemoryContextSwitchTo(old);
	*len = (int) n;
	return text;
}

/* tribuna_parser_next(state, *token, *length): the type of the next token. */
Datum
tribuna_parser_next(PG_FUNCTION_ARGS)
{
	ParserState *state = (ParserState *) PG_GETARG_POINTER(0);
	char	  **token = (char **) PG_GETARG_POINTER(1);
	int		   *token_len = (int *) PG_GETARG_POINTER(2);
	uint32_t	end;
	int			type;

	/* the server's loop over the tokens takes none */
	CHECK_FOR_INTERRUPTS();
	fetch_word(state);
	end = state->have_word ? state->word.span.start : state->scan.text.len;
	if (state->utf8_at < end)
	{
		end = blank_end(state, end);
		type = TB_SX_BLANK;
	}
	else if (!state->have_word)
		PG_RETURN_INT32(0);
	else
	{
		end = state->word.span.end;
		type = state->word.type;
	}
	*token = unconstify(char *, state->text + state->at);
	*token_len = (int) length_to(state, end);
	if (type != TB_SX_BLANK)
	{
		/* The server drops a word of 2 KB (releases differ by a byte in where
		 * they begin to); its entity would hit the next one. */
		if (*token_len >= MAXSTRLEN)
			type = TB_SX_BLANK;
		else if (state->have_entity)
		{
			state->have_entity = false;
			*token = entity_text(state, token_len);
			PG_RETURN_INT32(TB_SX_ENTITY);
		}
		state->have_word = false;
	}
	state->at += *token_len;
	state->utf8_at = end;
	PG_RETURN_INT32(type);
}

/* tribuna_parser_end(state): give the memory back. */
Datum
tribuna_parser_end(PG_FUNCTION_ARGS)
{
	ParserState *state = (ParserState *) PG_GETARG_POINTER(0);

	tb_pg_scan_close(&state->scan);
	pfree(state);
	PG_RETURN_VOID();
}

static const struct
{
	int			type;
	const char *alias;
	const char *description;
}			token_types[] = {
	{TB_SX_ASCIIWORD, "asciiword", "Word, all Latin letters"},
	{TB_SX_WORD, "word", "Word, all letters"},
	{TB_SX_NUMWORD, "numword", "Word, letters and digits"},
	{TB_SX_EMAIL, "email", "Email address"},
	{TB_SX_HOST, "host", "Host"},
	{TB_SX_PART_NUM, "hword_numpart", "Number inside a mention"},
	{TB_SX_PART, "hword_part", "Word inside a mention"},
	{TB_SX_PART_ASCII, "hword_asciipart", "Word of Latin letters inside a mention"},
	{TB_SX_BLANK, "blank", "Space and marks"},
	{TB_SX_PROTOCOL, "protocol", "Protocol head"},
	{TB_SX_ENTITY, "entity", "Lexemes of the mention that the next word is in"},
	{TB_SX_PATH, "url_path", "URL path"},
	{TB_SX_NUMBER, "uint", "Unsigned integer"},
};

/* tribuna_parser_types(): the token types; the caller frees the strings. */
Datum
tribuna_parser_types(PG_FUNCTION_ARGS)
{
	LexDescr   *types = palloc0((lengthof(token_types) + 1) * sizeof(LexDescr));

	(void) fcinfo;
	for (size_t i = 0; i < lengthof(token_types); i++)
	{
		types[i].lexid = token_types[i].type;
		types[i].alias = pstrdup(token_types[i].alias);
		types[i].descr = pstrdup(token_types[i].description);
	}
	PG_RETURN_POINTER(types);
}
