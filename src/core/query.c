/*
 * query.c
 *	  Writes what somebody typed as a tsquery.
 *
 * 1. The text is cut into terms: runs of bare words, phrases in quotation
 *	  marks, ="exact words", raw lexemes (place/kz/).
 * 2. A run or phrase is scanned as a document of its own, once as it is
 *	  written and, for what is written small, once with the capitals that the
 *	  lexicon suggests: «касым-жомарт токаев» is Касым-Жомарт Токаев.  The
 *	  widest mentions are its units; other words stand alone.
 * 3. A unit asks for its entity; where the reading is not certain (letters
 *	  were raised, a homonym, a lone surname) the words themselves do too.
 * 4. A run joins its parts by &.  A phrase joins them by <->:
 *
 *	"Глава государства посетил Астану"
 *	'office/president/' <-> 'посет' <-> 'place/kz/astana/'
 *
 * Every word of a mention carries its lexemes, so a unit at either end of a
 * phrase matches by its nearest word.  One in the middle may have any number
 * of words in the document («Касым-Жомарт Токаев», «К. К. Токаев»): the
 * phrase is written once for each number, up to MAX_WIDTH.
 */
#include "core/query_internal.h"

#include "base/fold.h"
#include "base/utf8.h"

/* ------------------------------------------------------------------- terms */

static bool
opens_phrase(uint32_t c)
{
	return c == '"' || c == 0xAB || c == 0x201C || c == 0x201E;
}

static bool
closes_phrase(uint32_t opener, uint32_t c)
{
	if (opener == '"')
		return c == '"';
	if (opener == 0xAB)
		return c == 0xBB;
	return c == 0x201C || c == 0x201D;
}

/* Is the word an operator: or? */
static bool
is_or(TbStr word)
{
	return word.len == 2 && (word.data[0] | 32) == 'o' && (word.data[1] | 32) == 'r';
}

/* Where a phrase ends that opens at byte i (behind the mark). */
static size_t
phrase_end(TbStr text, size_t i, uint32_t opener, size_t *next)
{
	while (i < text.len)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);

		if (closes_phrase(opener, c))
		{
			*next = i + step;
			return i;
		}
		i += step;
	}
	*next = text.len;
	return text.len;
}

/* Where a bare word ends that begins at byte i. */
static size_t
bare_end(TbStr text, size_t i)
{
	while (i < text.len)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);

		if (tb_is_space(c) || opens_phrase(c))
			break;
		i += step;
	}
	return i;
}

/* Is a bare word a lexeme, or the beginning of one before a star? */
static bool
is_lexeme(TbStr word, bool star)
{
	char		text[TB_MAX_ENTITY + 8];

	if (!star || tb_entity_is_lexeme(word))
		return tb_entity_is_lexeme(word);
	if (word.len > TB_MAX_ENTITY)
		return false;
	memcpy(text, word.data, word.len);
	/* place/kz, place/kz/at, place/ : what a further step makes a lexeme */
	memcpy(text + word.len, "x/x/", 5);
	return memchr(word.data, '/', word.len) != NULL &&
		tb_entity_is_lexeme((TbStr) {text, word.len + 4});
}

static TbStatus
add_term(TbQuery *q, TbQueryTerm term)
{
	TbQueryTerm	   *last = q->terms.n > 0 ? &q->terms.at[q->terms.n - 1] : NULL;
	TbQueryTerm	   *added;

	if (last != NULL && term.kind == TB_TERM_RUN && last->kind == TB_TERM_RUN &&
		!last->prefix && !term.negated && !term.after_or)
	{
		last->text.len = (uint32_t) (term.text.data + term.text.len - last->text.data);
		last->prefix = term.prefix;
		return TB_OK;
	}
	added = TB_PUSH(q->arena, &q->terms);
	if (added == NULL)
		return TB_NO_MEMORY;
	*added = term;
	return TB_OK;
}

/* Add a bare word, with its star taken off. */
static TbStatus
add_bare(TbQuery *q, TbStr word, TbQueryTerm term)
{
	while (word.len > 0 && word.data[word.len - 1] == '*')
	{
		word.len--;
		term.prefix = true;
	}
	if (word.len == 0)
		return TB_OK;
	term.kind = is_lexeme(word, term.prefix) ? TB_TERM_LEXEME : TB_TERM_RUN;
	term.text = word;
	return add_term(q, term);
}

/* Cut a query into terms. */
static TbStatus
cut_terms(TbQuery *q, TbStr text)
{
	bool		after_or = false;
	size_t		i = 0;

	while (i < text.len)
	{
		TbQueryTerm		term = {.after_or = after_or};
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);
		uint32_t	n = q->terms.n;

		if (tb_is_space(c) || c == 0xBB || c == 0x201D)
		{
			i += step;
			continue;
		}
		while (i < text.len && (text.data[i] == '-' || text.data[i] == '='))
		{
			term.negated |= text.data[i] == '-';
			term.kind = text.data[i] == '=' ? TB_TERM_EXACT : TB_TERM_PHRASE;
			i++;
		}
		if (i >= text.len)
			break;
		c = tb_utf8_next(text.data + i, text.len - i, &step);
		if (tb_is_space(c))
			continue;			/* a dash between words */
		if (opens_phrase(c))
		{
			size_t		next;
			size_t		end = phrase_end(text, i + step, c, &next);

			if (term.kind != TB_TERM_EXACT)
				term.kind = TB_TERM_PHRASE;
			term.text = (TbStr) {text.data + i + step, (uint32_t) (end - i - step)};
			i = next;
			for (; i < text.len && text.data[i] == '*'; i++)
				term.prefix = true;
			TB_TRY(add_term(q, term));
		}
		else
		{
			size_t		end = bare_end(text, i);
			TbStr		word = {text.data + i, (uint32_t) (end - i)};

			i = end;
			if (is_or(word) && q->terms.n > 0 && !term.negated)
			{
				after_or = true;
				continue;
			}
			TB_TRY(add_bare(q, word, term));
		}
		if (q->terms.n != n || !after_or)
			after_or = false;
	}
	return TB_OK;
}

/* ------------------------------------------------------------------ query */

/* Write one term; nothing when it has no lexeme. */
static TbStatus
put_term(TbQuery *q, const TbQueryTerm *term, TbBuffer *out)
{
	TbQueryPiece		p = {.query = q,.term = term};

	if (term->kind == TB_TERM_LEXEME)
	{
		if (term->negated)
			tb_buffer_puts(out, "!");
		tb_query_put_lexeme(out, term->text.data, term->text.len,
				   term->prefix || tb_entity_is_prefix(term->text));
		return TB_OK;
	}
	TB_TRY(tb_query_read(&p));
	return term->kind == TB_TERM_RUN ? tb_query_put_run(&p, out) : tb_query_put_phrase(&p, out);
}

TbStatus
tb_query_format(TbStr query, const TbLexicon *lex, TbStemmer *stemmer,
				TbArena *arena, char **out)
{
	TbQuery		q = {.lex = lex,.stemmer = stemmer,.arena = arena};
	TbBuffer	all = {.arena = arena};
	bool		or_pending = false;

	TB_TRY(cut_terms(&q, query));
	for (uint32_t i = 0; i < q.terms.n; i++)
	{
		TbBuffer	one = {.arena = arena};
		const char *text;

		TB_TRY(put_term(&q, &q.terms.at[i], &one));
		text = tb_buffer_text(&one);
		if (text == NULL)
			return TB_NO_MEMORY;
		or_pending |= q.terms.at[i].after_or;
		if (*text == '\0')
			continue;
		if (all.text.n > 0)
			tb_buffer_puts(&all, or_pending ? " | " : " & ");
		or_pending = false;
		tb_buffer_puts(&all, text);
	}
	*out = tb_buffer_text(&all);
	return *out == NULL ? TB_NO_MEMORY : TB_OK;
}
