/*
 * query_write.c
 *	  The parts of a query as tsquery text: runs joined by &, phrases by <->.
 */
#include "core/query_internal.h"

#include "base/fold.h"
#include "core/words.h"

#include <stdio.h>

/* Words that an entity in the middle of a phrase may have. */
#define MAX_WIDTH 6

/* Spellings of one phrase; beyond, its neighbours are joined two by two. */
#define MAX_SPELLINGS 48

/* A stem of no more bytes is that of many words. */
#define SHORT_STEM 6

/* The server's longest distance. */
#define MAX_DISTANCE 16384

/* ----------------------------------------------------------------- writing */

/* Write a lexeme as tsquery text has it. */
void
tb_query_put_lexeme(TbBuffer *out, const char *s, size_t len, bool prefix)
{
	tb_buffer_puts(out, "'");
	for (size_t i = 0; i < len; i++)
	{
		if (s[i] == '\'' || s[i] == '\\')
			tb_buffer_put(out, s + i, 1);
		tb_buffer_put(out, s + i, 1);
	}
	tb_buffer_puts(out, prefix ? "':*" : "'");
}

/* Write an entity: one lexeme, or several in brackets. */
static void
put_entity(TbBuffer *out, const char *entity, bool prefix)
{
	bool		many = strchr(entity, '|') != NULL;

	if (many)
		tb_buffer_puts(out, "(");
	for (;;)
	{
		size_t		len = strcspn(entity, "|");
		bool		star = len > 0 && entity[len - 1] == '*';

		tb_query_put_lexeme(out, entity, len - star, star || prefix);
		if (entity[len] == '\0')
			break;
		tb_buffer_puts(out, " | ");
		entity += len + 1;
	}
	if (many)
		tb_buffer_puts(out, ")");
}

/* The folded letters of a word of the query; their number, 0 if too many. */
static size_t
typed_letters(const TbQueryPiece *p, uint32_t word, char *out)
{
	TbSpan		span = p->words.at[word].span;

	if (span.end - span.start >= TB_MAX_WORD)
		return 0;
	return tb_fold(p->doc.text.data + span.start, span.end - span.start, out);
}

/*
 * Write the plain stem of a word; nothing for a stop word.  With a star the
 * letters as typed lead on, the stem does not: «Казан*» is no Казахстан.
 */
static TbStatus
put_word(const TbQueryPiece *p, TbBuffer *out, uint32_t word, bool prefix)
{
	const TbStems *stems;
	char		typed[TB_MAX_WORD];
	size_t		len;

	TB_TRY(tb_query_stems(p, &p->words.at[word], &stems));
	if (stems->n == 0)
		return TB_OK;
	len = prefix ? typed_letters(p, word, typed) : 0;
	if (len == 0)
		tb_query_put_lexeme(out, stems->at[0].data, stems->at[0].len, prefix);
	else
	{
		tb_buffer_puts(out, "(");
		tb_query_put_lexeme(out, typed, len, true);
		tb_buffer_puts(out, " | ");
		tb_query_put_lexeme(out, stems->at[0].data, stems->at[0].len, false);
		tb_buffer_puts(out, ")");
	}
	return TB_OK;
}

/*
 * Is a word of the query an ordinary one, whose short stem is that of others
 * («семей»: сем is that of seven and of families)?
 */
static bool
is_of_many(const TbQueryPiece *p, uint32_t word, TbStr stem, size_t len)
{
	const uint64_t names = TB_BIT(PLACE) | TB_BIT(PLACE_ADJ) | TB_BIT(DEMONYM) |
		TB_BIT(GIVEN) | TB_BIT(SURNAME);

	if (stem.len > SHORT_STEM || len < SHORT_STEM + 4)
		return false;
	for (uint32_t i = 0; i < p->doc.text.ntok; i++)
		if (p->doc.text.tok[i].start == p->words.at[word].span.start)
			return (p->doc.text.tok[i].mask & ~names) != 0;
	return false;
}

/*
 * Write the word of a name that stands alone.  A text's surname carries the
 * stems of its nominative and its oblique forms; «Алиев» asks for the longer,
 * алиев, since the other, ал, is anybody's.
 */
static TbStatus
put_name_word(const TbQueryPiece *p, TbBuffer *out, uint32_t word)
{
	static const char *const endings[] = {"ов", "ев", "ин", "ын"};
	char		typed[TB_MAX_WORD];
	size_t		len = typed_letters(p, word, typed);
	const TbStems *stems;

	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
		if (len > 8 && memcmp(typed + len - 4, endings[e], 4) == 0)
		{
			tb_query_put_lexeme(out, typed, len, false);
			return TB_OK;
		}
	TB_TRY(tb_query_stems(p, &p->words.at[word], &stems));
	if (stems->n > 0 && is_of_many(p, word, stems->at[0], len))
		return TB_OK;
	return put_word(p, out, word, false);
}

static void
put_distance(TbBuffer *out, uint32_t distance)
{
	char		text[16];

	if (distance == 1)
	{
		tb_buffer_puts(out, " <-> ");
		return;
	}
	snprintf(text, sizeof(text), " <%u> ",
			 (unsigned) (distance < MAX_DISTANCE ? distance : MAX_DISTANCE));
	tb_buffer_puts(out, text);
}

/* Where the next atom of a phrase stands. */
typedef struct Phrase
{
	const TbQueryPiece *piece;
	TbBuffer   *out;
	bool		begun;
	int64_t		last;			/* position of the atom before */
	int64_t		shift;			/* from positions of the query to these */
} Phrase;

/* Write the operator before an atom at a position. */
static void
next_atom(Phrase *f, int64_t position)
{
	if (f->begun)
		put_distance(f->out, (uint32_t) (position > f->last ? position - f->last : 1));
	f->begun = true;
	f->last = position;
}

/* Write words [first, last] themselves; how many were no stop words in *n. */
static TbStatus
put_words(Phrase *f, uint32_t first, uint32_t last, bool prefix, uint32_t *n)
{
	*n = 0;
	for (uint32_t i = first; i <= last; i++)
	{
		const TbStems *stems;

		TB_TRY(tb_query_stems(f->piece, &f->piece->words.at[i], &stems));
		if (stems->n == 0)
			continue;
		next_atom(f, f->piece->words.at[i].position + f->shift);
		TB_TRY(put_word(f->piece, f->out, i, prefix && i == last));
		++*n;
	}
	return TB_OK;
}

/* Is a unit a person or a place? */
static bool
is_name(const TbQueryUnit *unit)
{
	return strncmp(unit->entity, "person/", 7) == 0 ||
		strncmp(unit->entity, "place/", 6) == 0;
}

/* Write a unit by itself: its entity, or its words if they will do. */
static TbStatus
put_unit(const TbQueryPiece *p, TbBuffer *out, const TbQueryPart *part, bool prefix)
{
	TbBuffer	words = {.arena = p->query->arena};
	Phrase		phrase = {.piece = p,.out = &words};
	uint32_t	n = 0;

	if (part->unit->soft && !prefix && part->first == part->last && is_name(part->unit))
	{
		TB_TRY(put_name_word(p, &words, part->first));
		n = words.text.n > 0;
	}
	else if (part->unit->soft)
		TB_TRY(put_words(&phrase, part->first, part->last, prefix, &n));
	/* «к. токаев»: without the initial it is everybody of that name */
	if (is_name(part->unit) && part->last > part->first && n == 1)
		n = 0;
	if (n > 0)
		tb_buffer_puts(out, "(");
	put_entity(out, part->unit->entity, prefix);
	if (words.failed)
		return TB_NO_MEMORY;
	if (n > 0)
	{
		tb_buffer_puts(out, " | ");
		tb_buffer_put(out, words.text.at, words.text.n);
		tb_buffer_puts(out, ")");
	}
	return TB_OK;
}

static TbStatus
put_part(const TbQueryPiece *p, TbBuffer *out, const TbQueryPart *part, bool prefix)
{
	if (part->unit != NULL)
		return put_unit(p, out, part, prefix);
	return put_word(p, out, part->first, prefix);
}

/* A run: its parts joined by &; its first may be denied, its last open. */
TbStatus
tb_query_put_run(const TbQueryPiece *p, TbBuffer *out)
{
	for (uint32_t i = 0; i < p->parts.n; i++)
	{
		if (i > 0)
			tb_buffer_puts(out, " & ");
		if (i == 0 && p->term->negated)
			tb_buffer_puts(out, "!");
		TB_TRY(put_part(p, out, &p->parts.at[i],
						p->term->prefix && i == p->parts.n - 1));
	}
	return TB_OK;
}

/* ----------------------------------------------------------------- phrases */

/* How many ways there are to spell a part of a phrase. */
static uint32_t
spellings(const TbQueryPiece *p, uint32_t part)
{
	const TbQueryUnit *unit = p->parts.at[part].unit;
	bool		inside = part > 0 && part + 1 < p->parts.n;

	if (unit == NULL)
		return 1;
	return (inside ? MAX_WIDTH : 1) + (unit->soft ? 1 : 0);
}

/* Write a unit in a phrase as that many words of the document. */
static void
put_wide(Phrase *f, uint32_t i, uint32_t width)
{
	const TbQueryPiece *p = f->piece;
	const TbQueryPart *part = &p->parts.at[i];
	bool		prefix = p->term->prefix && i == p->parts.n - 1;
	int64_t		first = p->words.at[part->first].position + f->shift;
	int64_t		last = p->words.at[part->last].position + f->shift;

	/* at the front of a phrase its last word counts, at the end its first */
	if (i == 0)
		first = last;
	for (uint32_t k = 0; k < width; k++)
	{
		next_atom(f, first + k);
		put_entity(f->out, part->unit->entity, prefix);
	}
	if (i > 0)
		f->shift += (int64_t) width - (last - first + 1);
}

/* Write parts [from, to) of a phrase in the spelling of that number. */
static TbStatus
put_spelling(const TbQueryPiece *p, TbBuffer *out, uint32_t from, uint32_t to,
			 uint32_t number)
{
	Phrase		f = {.piece = p,.out = out};

	for (uint32_t i = from; i < to; i++)
	{
		const TbQueryPart *part = &p->parts.at[i];
		uint32_t	ways = spellings(p, i);
		uint32_t	way = number % ways;
		bool		prefix = p->term->prefix && i == p->parts.n - 1;
		uint32_t	n;

		number /= ways;
		if (part->unit == NULL || (part->unit->soft && way == ways - 1))
			TB_TRY(put_words(&f, part->first, part->last, prefix, &n));
		else
			put_wide(&f, i, way + 1);
	}
	return TB_OK;
}

/* A long phrase with many units: neighbours two by two. */
static TbStatus
put_pairs(const TbQueryPiece *p, TbBuffer *out)
{
	tb_buffer_puts(out, "(");
	for (uint32_t i = 0; i + 1 < p->parts.n; i++)
	{
		const TbQueryPart *a = &p->parts.at[i];
		const TbQueryPart *b = &p->parts.at[i + 1];

		if (i > 0)
			tb_buffer_puts(out, " & ");
		TB_TRY(put_part(p, out, a, false));
		put_distance(out, p->words.at[b->first].position -
					 p->words.at[a->last].position);
		TB_TRY(put_part(p, out, b, p->term->prefix && i + 2 == p->parts.n));
	}
	tb_buffer_puts(out, ")");
	return TB_OK;
}

/* A phrase in all its spellings. */
TbStatus
tb_query_put_phrase(const TbQueryPiece *p, TbBuffer *out)
{
	uint32_t	total = 1;

	if (p->parts.n == 0)
		return TB_OK;
	if (p->term->negated)
		tb_buffer_puts(out, "!");
	if (p->parts.n == 1)
		return put_part(p, out, &p->parts.at[0], p->term->prefix);
	for (uint32_t i = 0; i < p->parts.n && total <= MAX_SPELLINGS; i++)
		total *= spellings(p, i);
	if (total > MAX_SPELLINGS)
		return put_pairs(p, out);
	tb_buffer_puts(out, "(");
	for (uint32_t k = 0; k < total; k++)
	{
		if (k > 0)
			tb_buffer_puts(out, " | ");
		TB_TRY(put_spelling(p, out, 0, p->parts.n, k));
	}
	tb_buffer_puts(out, ")");
	return TB_OK;
}
