/*
 * words.c
 *	  Questions that the rules of the core ask of tokens.
 */
#include "core/words.h"

#include "base/fold.h"
#include "base/utf8.h"

#define MAX_MATCHES 8

const TbReading *
tb_phrase_seek(const TbDocument *doc, uint32_t i, TbClass klass, const char *key,
			   uint32_t tag, uint32_t *end)
{
	TbMatch		match[MAX_MATCHES];
	int			n;

	if (!tb_text_goes_on(&doc->text, doc->lex, i))
	{
		const TbReading *word =
			tb_lexicon_seek_as(doc->lex, doc->text.tok[i].value, klass, key, tag);

		if (word != NULL)
			*end = i + 1;
		return word;
	}
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0)
	{
		const TbReading *reading =
			tb_lexicon_seek_as(doc->lex, match[n].node, klass, key, tag);

		if (reading != NULL)
		{
			*end = match[n].end;
			return reading;
		}
	}
	return NULL;
}

uint32_t
tb_prev(const TbDocument *doc, uint32_t i)
{
	if (i == 0)
		return TB_NONE;
	i--;
	if (i > 0 && doc->text.tok[i].kind == TB_MARK &&
		(doc->text.tok[i].flags & TB_TF_GLUED))
		i--;
	return i;
}

bool
tb_ends_in_any(const TbDocument *doc, uint32_t i, const char *const *suffixes)
{
	char		buf[TB_MAX_WORD];
	TbStr		folded = tb_folded(&doc->text, i, buf);
	const char *end = folded.data + folded.len;

	for (; folded.len > 0 && *suffixes != NULL; suffixes++)
	{
		size_t		len = strlen(*suffixes);

		/* the last byte tells most suffixes apart */
		if (end[-1] == (*suffixes)[len - 1] && folded.len >= len &&
			memcmp(end - len, *suffixes, len) == 0)
			return true;
	}
	return false;
}

TbSpan
tb_span_of(const TbDocument *doc, uint32_t first, uint32_t end)
{
	return (TbSpan) {doc->text.tok[first].start, doc->text.tok[end - 1].end};
}

TbStr
tb_text_of(const TbDocument *doc, uint32_t first, uint32_t end)
{
	TbSpan		span = tb_span_of(doc, first, end);

	return (TbStr) {doc->text.data + span.start, span.end - span.start};
}

bool
tb_in_capitals(const TbDocument *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (tb_is_word(doc, i) &&
			!(tb_tok(doc, i)->flags & (TB_TF_CAPS | TB_TF_LETTER)))
			return false;
	return true;
}

bool
tb_is_quoted(const TbDocument *doc, uint32_t first, uint32_t end)
{
	const TbToken *before;
	const TbToken *after = tb_tok(doc, end);

	if (first == 0)
		return false;
	before = tb_tok(doc, first - 1);
	return before->kind == TB_MARK && tb_is_quote_mark(before->value) &&
		!(tb_tok(doc, first)->flags & TB_TF_SPACE) &&
		after->kind == TB_MARK && tb_is_quote_mark(after->value) &&
		!(after->flags & TB_TF_SPACE);
}

/* Make room for len more bytes: names seldom need more than the first grant. */
static bool
buffer_grow(TbBuffer *buf, size_t len)
{
	size_t		room = 2 * (buf->text.n + len);
	char	   *grown;

	room = room < 64 ? 64 : room;
	grown = room > UINT32_MAX ? NULL : tb_arena_take(buf->arena, room);
	if (grown == NULL)
		return false;
	if (buf->text.n > 0)
		memcpy(grown, buf->text.at, buf->text.n);
	buf->text.at = grown;
	buf->text.cap = (uint32_t) room;
	return true;
}

void
tb_buffer_put(TbBuffer *buf, const char *s, size_t len)
{
	if (buf->failed || len == 0)
		return;
	if (buf->text.cap - buf->text.n < len && !buffer_grow(buf, len))
	{
		buf->failed = true;
		return;
	}
	memcpy(buf->text.at + buf->text.n, s, len);
	buf->text.n += (uint32_t) len;
}

void
tb_buffer_puts(TbBuffer *buf, const char *s)
{
	/* a string that memory was refused for */
	if (s == NULL)
		buf->failed = true;
	else
		tb_buffer_put(buf, s, strlen(s));
}

char *
tb_buffer_text(TbBuffer *buf)
{
	tb_buffer_put(buf, "", 1);
	return buf->failed ? NULL : buf->text.at;
}

/* An entry's name in an oblique case, not remembered. */
static const char *
bend_entry(TbDocument *doc, const TbEntry *entry, TbCase kase)
{
	const char *spec = tb_string(doc, entry->spec);
	const char *name = tb_string(doc, entry->name);
	TbNameHints hints;
	TbStr		bare;
	char		form[TB_MAX_FORM];

	if (*spec == '\0' ||
		tb_name_parse((TbStr) {spec, (uint32_t) strlen(spec)}, &bare, &hints) != NULL ||
		!tb_inflect_to(bare, &hints, kase, hints.plural, form))
		return name;
	return tb_arena_strdup(doc->arena, form, strlen(form));
}

const char *
tb_entry_in_case(TbDocument *doc, const TbEntry *entry, TbCase kase)
{
	TbBent	   *bent = &doc->bent[((uintptr_t) entry >> 3) % TB_BENT];

	if (kase == TB_CASE_NOM)
		return tb_string(doc, entry->name);
	if (bent->entry != entry || bent->kase != kase)
		*bent = (TbBent) {entry, kase, bend_entry(doc, entry, kase)};
	return bent->name;
}

bool
tb_country_listed(const char *list, const char *country)
{
	size_t		len;

	if (list[0] == '*' && list[1] == '\0')
		return true;
	if (country[0] == '\0')
		return false;
	/* most lists name one country */
	if (list[0] != '\0' && list[1] != '\0' && list[2] == '\0')
		return list[0] == country[0] && list[1] == country[1] && country[2] == '\0';
	len = strlen(country);
	for (const char *at = list; (at = strstr(at, country)) != NULL; at += len)
		if ((at == list || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

/* A copy whose first letter is changed; letters keep their length in bytes. */
static const char *
with_first(TbDocument *doc, const char *s, uint32_t (*change) (uint32_t))
{
	uint32_t	len;
	uint32_t	c;
	char	   *copy;

	if (s == NULL || *s == '\0')
		return s;				/* NULL: memory was refused for it */
	c = tb_utf8_next(s, strlen(s), &len);
	if (change(c) == c)
		return s;
	copy = tb_arena_strdup(doc->arena, s, strlen(s));
	if (copy != NULL)
		tb_utf8_put(copy, change(c));
	return copy;
}

const char *
tb_capitalised(TbDocument *doc, const char *s)
{
	return with_first(doc, s, tb_upper_char);
}

const char *
tb_uncapitalised(TbDocument *doc, const char *s)
{
	return with_first(doc, s, tb_lower_char);
}
