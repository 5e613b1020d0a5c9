/*
 * words.h
 *	  Questions that the rules of the core ask of tokens.
 */
#ifndef TB_WORDS_H
#define TB_WORDS_H

#include <string.h>

#include "core/document.h"
#include "lex/inflect.h"

/* Token i, or the sentinel behind the last one. */
static inline const TbToken *
tb_tok(const TbDocument *doc, uint32_t i)
{
	return &doc->text.tok[i < doc->text.ntok ? i : doc->text.ntok];
}

static inline bool
tb_is_word(const TbDocument *doc, uint32_t i)
{
	return i < doc->text.ntok && doc->text.tok[i].kind == TB_WORD_TOKEN;
}

static inline bool
tb_is_cap(const TbDocument *doc, uint32_t i)
{
	return tb_is_word(doc, i) && (doc->text.tok[i].flags & TB_TF_CAP);
}

/* May the word at i be of any class of a mask? */
static inline bool
tb_may_be(const TbDocument *doc, uint32_t i, uint64_t mask)
{
	return i < doc->text.ntok && (doc->text.tok[i].mask & mask) != 0;
}

#define TB_BIT(klass) (UINT64_C(1) << TB_##klass)

/*
 * Passes jump from one word that may concern them to the next; what lies
 * between costs some five instructions a token.  The first token from i on
 * that may be of a mask, or that begins with a capital; else one not before
 * end, which is ntok at most.
 */
static inline uint32_t
tb_next_of(const TbDocument *doc, uint32_t i, uint32_t end, uint64_t mask)
{
	while (i < end && !(doc->text.tok[i].mask & mask))
		i++;
	return i;
}

/* The same of a mark, or of a token that opens a paragraph. */
static inline uint32_t
tb_next_mark(const TbDocument *doc, uint32_t i, uint32_t end)
{
	while (i < end && doc->text.tok[i].kind != TB_MARK &&
		   !(doc->text.tok[i].flags & TB_TF_PARA))
		i++;
	return i;
}

static inline uint32_t
tb_next_cap(const TbDocument *doc, uint32_t i, uint32_t end)
{
	while (i < end && !(doc->text.tok[i].flags & TB_TF_CAP))
		i++;
	return i;
}

/* The first reading of the single word at i of a class and key (NULL: any). */
static inline const TbReading *
tb_word_reading(const TbDocument *doc, uint32_t i, TbClass klass,
				const char *key)
{
	if (!tb_may_be(doc, i, UINT64_C(1) << klass))
		return NULL;
	return tb_lexicon_seek(doc->lex, doc->text.tok[i].value, klass, key);
}

/* Is the single word at i of this class and key? */
static inline bool
tb_word_is(const TbDocument *doc, uint32_t i, TbClass klass, const char *key)
{
	return tb_word_reading(doc, i, klass, key) != NULL;
}

/* tb_phrase_reading of a word that may be of the class; tag: of it and the key. */
const TbReading *tb_phrase_seek(const TbDocument *doc, uint32_t i, TbClass klass,
								const char *key, uint32_t tag, uint32_t *end);

/*
 * The longest form at token i with a reading of a class and key (NULL: any).
 * *end gets the token behind it.  NULL when there is none.
 */
static inline const TbReading *
tb_phrase_reading(const TbDocument *doc, uint32_t i, TbClass klass,
				  const char *key, uint32_t *end)
{
	return tb_may_be(doc, i, UINT64_C(1) << klass) ?
		tb_phrase_seek(doc, i, klass, key, key ? tb_reading_tag(klass, key) : 0, end) : NULL;
}

/* Token before i / behind i, glued hyphens passed over. */
uint32_t	tb_prev(const TbDocument *doc, uint32_t i);

/* Does the folded text of token i end in a suffix (UTF-8)? */
static inline bool
tb_ends_in(const TbDocument *doc, uint32_t i, const char *suffix)
{
	size_t		len = strlen(suffix);
	TbStr		folded;

	if (!tb_is_word(doc, i))
		return false;
	folded = tb_word_folded(&doc->text, i);
	return folded.len >= len &&
		memcmp(folded.data + folded.len - len, suffix, len) == 0;
}

/* Does it end in one of them (a NULL closes the list)? */
bool		tb_ends_in_any(const TbDocument *doc, uint32_t i,
						   const char *const *suffixes);

/* Is the word's folded text this? */
static inline bool
tb_text_is(const TbDocument *doc, uint32_t i, const char *text)
{
	size_t		len = strlen(text);
	TbStr		folded;

	if (!tb_is_word(doc, i) || tb_tok(doc, i)->end - tb_tok(doc, i)->start < len)
		return false;
	folded = tb_word_folded(&doc->text, i);
	return folded.len == len && memcmp(folded.data, text, len) == 0;
}

/* The entry of a reading. */
static inline const TbEntry *
tb_entry(const TbDocument *doc, const TbReading *reading)
{
	return tb_lexicon_entry(doc->lex, reading->entry);
}

static inline const char *
tb_string(const TbDocument *doc, uint32_t offset)
{
	return tb_lexicon_string(doc->lex, offset);
}

/* The bytes of tokens [first, end). */
TbStr		tb_text_of(const TbDocument *doc, uint32_t first, uint32_t end);
TbSpan		tb_span_of(const TbDocument *doc, uint32_t first, uint32_t end);

/* Is [first, end) enclosed by quotation marks right outside it? */
bool		tb_is_quoted(const TbDocument *doc, uint32_t first, uint32_t end);

/* Are the words of [first, end) in capitals, as an abbreviation must be? */
bool		tb_in_capitals(const TbDocument *doc, uint32_t first, uint32_t end);

/* A bounded string builder over the arena. */
typedef struct TbBuffer
{
	TbArena    *arena;
	TbVec(char) text;
	bool		failed;
} TbBuffer;

void		tb_buffer_put(TbBuffer *buf, const char *s, size_t len);
void		tb_buffer_puts(TbBuffer *buf, const char *s);

/* The text so far with a NUL; NULL when memory ran out on the way. */
char	   *tb_buffer_text(TbBuffer *buf);

/* An entry's canonical name in a case (arena string), or its nominative. */
const char *tb_entry_in_case(TbDocument *doc, const TbEntry *entry, TbCase kase);

/* Does a list of country codes ("kz ru", "*") hold a country? */
bool		tb_country_listed(const char *list, const char *country);

/* First letter upper-cased / lower-cased copy in the arena. */
const char *tb_capitalised(TbDocument *doc, const char *s);
const char *tb_uncapitalised(TbDocument *doc, const char *s);

#endif
