/*
 * token.h
 *	  A text as a row of tokens: words, numbers, marks.
 *
 * «24 декабря 2022 г. в г.Алматы» is
 *	number 24 | word декабря | number 2022 | word г | mark . | word в | word г |
 *	mark . | word Алматы
 *
 * White space makes no token: it stands in the next token's flags.  A word
 * is a run of letters; a hyphen between letters is a mark with TB_TF_GLUED on
 * it and on the word behind it, so «Касым-Жомарт» is three tokens.  Letters
 * and digits without a border between them («COVID19», «24го») are a word
 * token with TB_TF_DIGIT; only «2012г» is cut after the digits.
 */
#ifndef TB_TOKEN_H
#define TB_TOKEN_H

#include "base/arena.h"
#include "lex/lexicon.h"

typedef enum TbTokenKind
{
	TB_WORD_TOKEN,				/* value = word id (0 unknown) */
	TB_NUMBER,					/* digits only; value = number, saturated */
	TB_MARK,					/* one mark; value = its code point */
	TB_ADDRESS					/* URL, e-mail or host, whole; value = 0 */
} TbTokenKind;

enum
{
	TB_TF_SPACE = 1,			/* white space before it */
	TB_TF_NEWLINE = 2,			/* a line break before it */
	TB_TF_PARA = 4,				/* opens a paragraph (blank line, or text start) */
	TB_TF_SENT = 8,				/* opens a sentence */
	TB_TF_GLUED = 16,			/* hyphen between letters, or the word behind it */
	TB_TF_CAP = 32,				/* first letter is a capital */
	TB_TF_CAPS = 64,			/* all letters capitals, two or more */
	TB_TF_LETTER = 128,			/* a word of one letter */
	TB_TF_LATIN = 256,			/* all letters Latin */
	TB_TF_CYRILLIC = 512,		/* all letters Cyrillic */
	TB_TF_DIGIT = 1024,			/* has digits too */
	TB_TF_BROKEN = 2048			/* holds bytes that are no UTF-8 */
};

typedef struct TbToken
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	uint32_t	value;
	uint8_t		kind;			/* TbTokenKind */
	uint8_t		letters;		/* letters or digits, saturated at 255 */
	uint16_t	flags;
	uint64_t	mask;			/* of a word: tb_lexicon_mask of value */
} TbToken;

typedef struct TbText
{
	const char *data;
	uint32_t	len;
	TbToken    *tok;			/* ntok of them, then one of kind TB_MARK, value 0 */
	uint32_t	ntok;
	const char *folded;			/* as long as data: each word folded where it
								 * stands and zero bytes to its end; what is
								 * no word is not set */
	const char *given;			/* the text as it came: data, unless a letter
								 * was replaced (lex/twins.h) */
	const uint32_t *grown;		/* bytes of data that the text as it came lacks */
	uint32_t	ngrown;
} TbText;

/* Longest text a scan takes: offsets are 32 bits. */
#define TB_MAX_TEXT ((size_t) UINT32_MAX - 16)

/* Cut a text into tokens, with sentence and paragraph flags. */
TbStatus	tb_text_open(TbText *text, const char *data, size_t len,
						 const TbLexicon *lex, TbArena *arena);

/* Look all words up again, after the lexicon got more of them. */
void		tb_text_look_up(TbText *text, const TbLexicon *lex);

/* Set the flags of sentences and paragraphs (tb_text_open does). */
void		tb_sentence_mark(TbText *text, const TbLexicon *lex, TbArena *arena);

/*
 * Folded text of a token in buf (TB_MAX_WORD bytes) and a NUL; its length, 0 if
 * it is longer.
 * All quotation marks fold to ".
 */
#define TB_MAX_WORD 256
size_t		tb_token_fold(const TbText *text, uint32_t i, char *buf);

/* Folded text of a word, where the scanner left it in the folded text. */
static inline TbStr
tb_folded_of(const char *folded, const TbToken *word)
{
	uint32_t	len = word->end - word->start;

	/* accents and soft hyphens are dropped: some words get shorter */
	folded += word->start;
	while (len > 0 && folded[len - 1] == '\0')
		len--;
	return (TbStr) {folded, len};
}

/* The same of the word at token i (no NUL behind it), however long. */
static inline TbStr
tb_word_folded_whole(const TbText *text, uint32_t i)
{
	return tb_folded_of(text->folded, &text->tok[i]);
}

/* The same; empty when it is longer than TB_MAX_WORD - 1 bytes as written. */
static inline TbStr
tb_word_folded(const TbText *text, uint32_t i)
{
	if (text->tok[i].end - text->tok[i].start >= TB_MAX_WORD)
		return (TbStr) {text->folded + text->tok[i].start, 0};
	return tb_word_folded_whole(text, i);
}

/* The same of any token; buf (TB_MAX_WORD bytes) takes what is no word. */
static inline TbStr
tb_folded(const TbText *text, uint32_t i, char *buf)
{
	if (text->tok[i].kind == TB_WORD_TOKEN)
		return tb_word_folded(text, i);
	return (TbStr) {buf, (uint32_t) tb_token_fold(text, i, buf)};
}

/* Quotation marks of all kinds, by code point. */
static inline bool
tb_is_quote_mark(uint32_t c)
{
	return c == 0xAB || c == 0xBB || c == '"' || c == '\'' || c == 0x60 ||
		(c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

/* Is token i this mark? */
static inline bool
tb_is_mark(const TbText *text, uint32_t i, uint32_t c)
{
	return i < text->ntok && text->tok[i].kind == TB_MARK &&
		text->tok[i].value == c;
}

/* Dashes that may stand between words or around the author's words. */
static inline bool
tb_is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* One reading of the words from a token on. */
typedef struct TbMatch
{
	uint32_t	end;			/* token behind the last one */
	uint32_t	node;			/* its readings: tb_lexicon_readings */
} TbMatch;

/* Bits of the edges that a token may be. */
static inline uint32_t
tb_edge_bits(const TbToken *tok)
{
	if (tok->kind == TB_WORD_TOKEN)
		return tb_edge_bit(tok->value);
	return tok->kind == TB_ADDRESS ? ~UINT32_C(0) : TB_EDGE_MARK;
}

/* May the word at token i be the first one of a longer form? */
static inline bool
tb_text_goes_on(const TbText *text, const TbLexicon *lex, uint32_t i)
{
	uint32_t	node = text->tok[i].value;
	const TbToken *next = &text->tok[i + 1];

	if (next->kind == TB_MARK && (next->flags & TB_TF_GLUED))
		return tb_lexicon_goes_on(lex, node);
	return !(next->flags & TB_TF_PARA) &&
		tb_lexicon_goes_on_with(lex, node, tb_edge_bits(next));
}

/*
 * All forms of the lexicon that begin at token i, longest last; hyphens
 * inside (glued) are passed over, other marks (и.о.) count as words.  Forms
 * do not cross a paragraph.  Returns how many were written into out (at most
 * max).
 */
int			tb_text_match(const TbText *text, const TbLexicon *lex, uint32_t i,
						  TbMatch *out, int max);

/* The reading of token i of a class, or NULL; single words only. */
const TbReading *tb_token_reading(const TbText *text, const TbLexicon *lex,
								  uint32_t i, TbClass klass);

/* First token behind the sentence / paragraph that holds token i. */
uint32_t	tb_sentence_end(const TbText *text, uint32_t i);
uint32_t	tb_paragraph_end(const TbText *text, uint32_t i);

/* First token of the sentence / paragraph that holds token i, or one a thousand tokens before it. */
uint32_t	tb_sentence_start(const TbText *text, uint32_t i);
uint32_t	tb_paragraph_start(const TbText *text, uint32_t i);

#endif
