/*
 * token.c
 *	  Cuts a text into tokens, and matches them with the lexicon.
 *
 * One pass over the bytes makes the tokens, folds each word where it stands
 * and looks it up; sentence.c then finds where paragraphs and sentences begin.
 * Most words are Russian letters from end to end and take a short way; what
 * has other letters, digits or accents goes letter by letter.
 */
#include "lex/token.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/builder.h"
#include "lex/hash.h"
#include "lex/twins.h"
#include "lex/waiting.h"

/* Tokens that room is made for before the first: press texts have some 10
 * bytes a token, and what does not look like them gets more as it needs it. */
#define BYTES_PER_TOKEN 8
#define MOST_RESERVED 8192

/* Zero bytes that follow a folded word; tb_hash_padded reads them. */
#define FOLD_SLACK 16

typedef struct Scanner
{
	const char *data;
	uint32_t	len;
	uint32_t	at;
	uint32_t	no_address;		/* no address begins before this byte */
	uint16_t	pending;		/* TB_TF_SPACE | NEWLINE | PARA seen so far */
	char	   *folded;			/* the words folded, each at its place, and
								 * FOLD_SLACK bytes */
	const TbLexicon *lex;
	TbArena    *arena;
	TbVec(TbToken) tok;
	bool		mixed;			/* a word of more scripts than one was seen */
} Scanner;

/* What a code point is to the scanner. */
typedef enum CharClass
{
	CH_MARK, CH_LETTER, CH_DIGIT, CH_SPACE, CH_IGNORABLE
} CharClass;

static const uint8_t ascii_class[128] = {
	['\t'] = CH_SPACE,['\n'] = CH_SPACE,['\v'] = CH_SPACE,['\f'] = CH_SPACE,
	['\r'] = CH_SPACE,[' '] = CH_SPACE,
	['0' ... '9'] = CH_DIGIT,['A' ... 'Z'] = CH_LETTER,['a' ... 'z'] = CH_LETTER
};

static inline CharClass
classify(uint32_t c)
{
	if (c < 0x80)
		return ascii_class[c];
	if (c >= 0x410 && c <= 0x44F)
		return CH_LETTER;
	if (tb_is_space(c))
		return CH_SPACE;
	if (tb_is_ignorable(c))
		return CH_IGNORABLE;
	return tb_is_letter(c) ? CH_LETTER : CH_MARK;
}

/* Append a token of bytes [start, s->at); NULL: no memory. */
static inline TbToken *
add_token(Scanner *s, TbTokenKind kind, uint32_t start, uint32_t value)
{
	TbToken    *tok;

	if (s->tok.n == s->tok.cap &&
		!tb_vec_grow(s->arena, (void **) &s->tok.at, &s->tok.cap, sizeof(*tok)))
		return NULL;
	tok = &s->tok.at[s->tok.n++];
	*tok = (TbToken) {.start = start,.end = s->at,.value = value,
	.kind = (uint8_t) kind,.flags = s->pending};
	s->pending = 0;
	return tok;
}

/* -------------------------------------------------------------- addresses */

/* Bytes that are no address any more. */
#define MAX_ADDRESS 8192

static inline bool
is_address_char(unsigned char c)
{
	if (c >= 0x80)
		return false;
	return ascii_class[c] == CH_LETTER || ascii_class[c] == CH_DIGIT ||
		(ascii_class[c] == CH_MARK && c != 0 && strchr("-._~:/?#@%&=+", c) != NULL);
}

/* Is this a host name: labels, a full stop, letters at the end? */
static bool
is_host(const char *s, uint32_t len)
{
	uint32_t	top = 0;
	bool		dot = false;

	for (uint32_t i = 0; i < len; i++)
	{
		char		c = s[i];

		if (c == '.')
		{
			if (i == 0 || s[i - 1] == '.')
				return false;
			dot = true;
			top = 0;
		}
		else if (c >= 'a' && c <= 'z')
			top++;
		else if ((c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z'))
			top = dot ? 100 : top;
		else
			return false;
	}
	return dot && top >= 2 && top <= 6;
}

/*
 * Length of the URL, e-mail address or host at s, or 0.  *extent gets the
 * length of what was looked at, so that it is not looked at again.
 */
static uint32_t
address_length(const char *s, uint32_t left, uint32_t *extent)
{
	uint32_t	n = 0;
	uint32_t	host = 0;
	uint32_t	at = 0;
	bool		marks = false;

	/* a plain word or number comes to its end without any mark */
	while (n < left && n < MAX_ADDRESS && is_address_char((unsigned char) s[n]))
		marks |= ascii_class[(unsigned char) s[n++]] == CH_MARK;
	*extent = n;
	if (!marks || n == MAX_ADDRESS)
		return 0;
	while (n > 0 && strchr(".:?-&#=/", s[n - 1]) != NULL && s[n - 1] != '/')
		n--;
	for (uint32_t i = 0; i + 2 < n; i++)
		if (memcmp(s + i, "://", 3) == 0)
			return i > 0 && i + 3 < n ? n : 0;
	for (uint32_t i = 1; i < n && at == 0; i++)
		if (s[i] == '@')
			at = i;
	while (host < n && strchr("/:?#@", s[host]) == NULL)
		host++;
	if (at > 0)
		return is_host(s + at + 1, n - at - 1) ? n : 0;
	if (!is_host(s, host))
		return 0;
	return host < n && s[host] == '/' ? n : host;
}

/* ------------------------------------------------------------------ words */

typedef struct WordShape
{
	uint32_t	letters;
	uint32_t	latin;
	uint32_t	cyrillic;
	uint32_t	digits;
	bool		first_capital;
	bool		any_small;		/* some letter is no capital */
	bool		broken;
} WordShape;

static void
note_letter(WordShape *shape, uint32_t c)
{
	if (!tb_is_upper(c))
		shape->any_small = true;
	else if (shape->letters == 0)
		shape->first_capital = true;
	shape->letters++;
	if (tb_is_cyrillic(c))
		shape->cyrillic++;
	else if (c < 0x250)
		shape->latin++;
}

static uint16_t
shape_flags(const WordShape *shape)
{
	uint16_t	flags = 0;

	if (shape->first_capital)
		flags |= TB_TF_CAP;
	if (!shape->any_small && shape->letters > 1)
		flags |= TB_TF_CAPS;
	if (shape->letters == 1)
		flags |= TB_TF_LETTER;
	if (shape->latin == shape->letters)
		flags |= TB_TF_LATIN;
	if (shape->cyrillic == shape->letters)
		flags |= TB_TF_CYRILLIC;
	if (shape->digits > 0)
		flags |= TB_TF_DIGIT;
	if (shape->broken)
		flags |= TB_TF_BROKEN;
	return flags;
}

/* Take a run of А..я.  Returns the bytes written to folded. */
static inline uint32_t
take_russian(Scanner *s, WordShape *shape, char *folded)
{
	TbLetterRun run = tb_lower_russian(s->data + s->at, s->len - s->at, folded);

	if (shape->letters == 0)
		shape->first_capital = run.first_capital;
	shape->any_small |= run.any_small;
	shape->letters += run.bytes / 2;
	shape->cyrillic += run.bytes / 2;
	s->at += run.bytes;
	return run.bytes;
}

/* Fold one more letter, digit or accent of a word behind n bytes. */
static size_t
fold_more(const Scanner *s, char *folded, size_t n, uint32_t c, uint32_t step)
{
	/* a broken byte stays itself: its U+FFFD would be longer */
	if (c == TB_BAD_CHAR && step == 1)
	{
		folded[n] = s->data[s->at];
		return n + 1;
	}
	return tb_fold_put(folded, n, c);
}

/* Take a run of Latin letters and digits.  Returns the bytes at folded. */
static size_t
take_ascii(Scanner *s, WordShape *shape, char *folded, size_t n)
{
	for (; s->at < s->len; s->at++)
	{
		unsigned char c = (unsigned char) s->data[s->at];

		if (c >= 0x80)
			break;
		if (ascii_class[c] == CH_DIGIT)
			shape->digits++;
		else if (ascii_class[c] != CH_LETTER)
			break;
		else
		{
			if (c >= 'a')
				shape->any_small = true;
			else if (shape->letters == 0)
				shape->first_capital = true;
			shape->letters++;
			shape->latin++;
			c |= 32;
		}
		folded[n++] = (char) c;
	}
	return n;
}

/*
 * Take the letter, digit or accent at s->at that is no А..я.  Returns the
 * bytes at folded, or 0: the word ends before it.
 */
static size_t
take_other(Scanner *s, WordShape *shape, char *folded, size_t n)
{
	uint32_t	step;
	uint32_t	c = tb_utf8_next(s->data + s->at, s->len - s->at, &step);
	CharClass	klass = classify(c);

	if (c == TB_BAD_CHAR && step == 1)
	{
		shape->broken = true;
		klass = CH_LETTER;
	}
	if (klass == CH_LETTER)
		note_letter(shape, c);
	else if (klass == CH_DIGIT)
		shape->digits++;
	else if (klass != CH_IGNORABLE)
		return 0;
	n = fold_more(s, folded, n, c, step);
	s->at += step;
	return n;
}

/* Does a mark or white space of one byte stand at s->at, or the end? */
static inline bool
at_plain_border(const Scanner *s)
{
	unsigned char c;

	if (s->at >= s->len)
		return true;
	c = (unsigned char) s->data[s->at];
	return c < 0x80 && ascii_class[c] != CH_LETTER && ascii_class[c] != CH_DIGIT;
}

/* Append the word whose n folded bytes stand at its place. */
static inline bool
add_word(Scanner *s, uint32_t start, size_t n, uint32_t letters, uint16_t flags)
{
	char	   *folded = s->folded + start;
	TbToken    *tok = add_token(s, TB_WORD_TOKEN, start, 0);

	if (tok == NULL)
		return false;
	/* zeros behind the folded word, and where it got shorter */
	memset(folded + n, 0, FOLD_SLACK);
	if (s->at - start > n + FOLD_SLACK)
		memset(folded + n, 0, s->at - start - n);
	if (s->lex != NULL && n < TB_MAX_WORD && !(flags & TB_TF_BROKEN))
		tok->value = tb_lexicon_find_hashed(s->lex, folded, n,
											tb_hash_padded(folded, n), &tok->mask);
	tok->letters = (uint8_t) (letters < 255 ? letters : 255);
	tok->flags |= flags;
	return true;
}

/* Read a word that begins at s->at and has other letters than А..я. */
static bool
scan_mixed_word(Scanner *s)
{
	uint32_t	start = s->at;
	char	   *folded = s->folded + start;
	WordShape	shape = {0};
	size_t		n = take_ascii(s, &shape, folded, 0);

	n += take_russian(s, &shape, folded + n);
	while (!at_plain_border(s))
	{
		size_t		more = take_other(s, &shape, folded, n);

		if (more == 0)
			break;
		if (tb_arena_poll(s->arena))
			return false;
		n = take_ascii(s, &shape, folded, more);
		n += take_russian(s, &shape, folded + n);
	}
	s->mixed |= shape.cyrillic > 0 && shape.cyrillic < shape.letters;
	return add_word(s, start, n, shape.letters, shape_flags(&shape));
}

/* Read a word that begins at s->at; most are А..я from end to end. */
static inline bool
scan_word(Scanner *s)
{
	uint32_t	start = s->at;
	TbLetterRun run = tb_lower_russian(s->data + start, s->len - start,
									   s->folded + start);
	uint16_t	flags = TB_TF_CYRILLIC;

	s->at += run.bytes;
	if (run.bytes == 0 || !at_plain_border(s))
	{
		s->at = start;
		return scan_mixed_word(s);
	}
	if (run.first_capital)
		flags |= TB_TF_CAP;
	if (run.bytes == 2)
		flags |= TB_TF_LETTER;
	else if (!run.any_small)
		flags |= TB_TF_CAPS;
	return add_word(s, start, run.bytes, run.bytes / 2, flags);
}

static bool
scan_number(Scanner *s)
{
	uint32_t	start = s->at;
	uint32_t	value = 0;
	TbToken    *tok;

	for (; s->at < s->len && s->data[s->at] >= '0' && s->data[s->at] <= '9'; s->at++)
		value = value < 400000000 ? value * 10 + (uint32_t) (s->data[s->at] - '0')
			: UINT32_MAX;
	tok = add_token(s, TB_NUMBER, start, value);
	if (tok == NULL)
		return false;
	tok->letters = (uint8_t) (s->at - start < 255 ? s->at - start : 255);
	return true;
}

/* Does a letter or digit stand at this byte? */
static bool
alnum_at(const Scanner *s, uint32_t at)
{
	uint32_t	step;
	CharClass	klass;

	if (at >= s->len)
		return false;
	klass = classify(tb_utf8_next(s->data + at, s->len - at, &step));
	return klass == CH_LETTER || klass == CH_DIGIT;
}

static bool
scan_mark(Scanner *s, uint32_t c, uint32_t step)
{
	uint32_t	start = s->at;
	bool		hyphen = c == '-' || c == 0x2010 || c == 0x2011;
	bool		glued = hyphen && s->tok.n > 0 && s->pending == 0 &&
		s->tok.at[s->tok.n - 1].kind != TB_MARK && alnum_at(s, start + step);
	TbToken    *tok;

	s->at += step;
	tok = add_token(s, TB_MARK, start, c);
	if (tok == NULL)
		return false;
	if (glued)
	{
		tok->flags |= TB_TF_GLUED;
		s->pending = TB_TF_GLUED;
	}
	return true;
}

/* White space: what it says about lines goes to the next token. */
static void
scan_space(Scanner *s)
{
	uint32_t	breaks = 0;

	while (s->at < s->len)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s->data + s->at, s->len - s->at, &step);

		if (classify(c) != CH_SPACE)
			break;
		if (c == '\n' || c == 0x2028 || c == 0x2029 ||
			(c == '\r' && !(s->at + 1 < s->len && s->data[s->at + 1] == '\n')))
			breaks += c == 0x2029 ? 2 : 1;
		s->at += step;
	}
	s->pending |= TB_TF_SPACE;
	if (breaks > 0)
		s->pending |= TB_TF_NEWLINE;
	if (breaks > 1)
		s->pending |= TB_TF_PARA;
}

/* Does a single blank stand at s->at, and no other white space behind it? */
static inline bool
at_single_blank(const Scanner *s)
{
	unsigned char next;

	if (s->data[s->at] != ' ' || s->at + 1 >= s->len)
		return false;
	next = (unsigned char) s->data[s->at + 1];
	/* D0 and D1 lead Russian letters */
	return next == 0xD0 || next == 0xD1 ||
		(next < 0x80 && ascii_class[next] != CH_SPACE);
}

/* Read one token or one run of white space. */
static bool
scan_one(Scanner *s)
{
	uint32_t	step;
	uint32_t	c;
	CharClass	klass;
	uint32_t	length = 0;

	if (at_single_blank(s))
	{
		s->pending |= TB_TF_SPACE;
		s->at++;
		return true;
	}
	c = tb_utf8_next(s->data + s->at, s->len - s->at, &step);
	klass = c == TB_BAD_CHAR && step == 1 ? CH_LETTER : classify(c);
	if (c < 0x80 && (klass == CH_LETTER || klass == CH_DIGIT) &&
		s->at >= s->no_address)
	{
		uint32_t	extent;

		length = address_length(s->data + s->at, s->len - s->at, &extent);
		s->no_address = s->at + extent;
	}
	if (length > 0)
	{
		uint32_t	start = s->at;

		s->at += length;
		return add_token(s, TB_ADDRESS, start, 0) != NULL;
	}
	switch (klass)
	{
		case CH_LETTER:
			return scan_word(s);
		case CH_DIGIT:
			return scan_number(s);
		case CH_SPACE:
			scan_space(s);
			return true;
		case CH_IGNORABLE:
			s->at += step;
			return true;
		case CH_MARK:
			break;
	}
	return scan_mark(s, c, step);
}

/* Room for the tokens of a text of ordinary length, taken at once. */
static bool
reserve_tokens(Scanner *s)
{
	uint32_t	room = s->len / BYTES_PER_TOKEN + 8;

	s->tok.cap = room < MOST_RESERVED ? room : MOST_RESERVED;
	s->tok.at = tb_arena_take(s->arena, s->tok.cap * sizeof(TbToken));
	return s->tok.at != NULL;
}

/* Cut the scanner's text into tokens, with one of kind TB_MARK behind them. */
static TbStatus
cut_tokens(Scanner *s)
{
	s->folded = tb_arena_take(s->arena, (size_t) s->len + FOLD_SLACK);
	if (s->folded == NULL || !reserve_tokens(s))
		return TB_NO_MEMORY;
	while (s->at < s->len)
	{
		if (!scan_one(s))
			return s->arena->stopped ? TB_INTERRUPTED : TB_NO_MEMORY;
		if (tb_arena_poll(s->arena))
			return TB_INTERRUPTED;
	}
	return add_token(s, TB_MARK, s->at, 0) == NULL ? TB_NO_MEMORY : TB_OK;
}

void
tb_text_look_up(TbText *text, const TbLexicon *lex)
{
	for (uint32_t i = 0; i < text->ntok; i++)
	{
		TbToken    *tok = &text->tok[i];
		TbStr		word;

		if (tok->kind != TB_WORD_TOKEN || (tok->flags & TB_TF_BROKEN))
			continue;
		word = tb_word_folded(text, i);
		if (word.len == 0)
			continue;
		/* the zeros behind it may be the next word's by now */
		tok->value = tb_lexicon_find_hashed(lex, word.data, word.len,
											tb_hash_word(word.data, word.len),
											&tok->mask);
	}
}

/* Wake the user's terms that the text may hold; if any, look the words up anew. */
static TbStatus
wake_terms(TbText *text, const TbLexicon *lex)
{
	bool		woken;

	TB_TRY(tb_waiting_meet(lex->terms->waiting, text, &woken));
	if (woken)
		tb_text_look_up(text, lex);
	return TB_OK;
}

TbStatus
tb_text_open(TbText *text, const char *data, size_t len, const TbLexicon *lex,
			 TbArena *arena)
{
	Scanner		s = {.data = data,.lex = lex,.arena = arena};

	if (len > TB_MAX_TEXT)
		return TB_NO_MEMORY;
	s.len = (uint32_t) len;
	*text = (TbText) {.data = data,.len = s.len,.given = data};
	TB_TRY(cut_tokens(&s));
	if (s.mixed)
		TB_TRY(tb_twins_replace(text, arena));
	if (text->data != data)
	{
		tb_arena_give(arena, s.tok.at);
		tb_arena_give(arena, s.folded);
		s = (Scanner) {.data = text->data,.len = text->len,.lex = lex,.arena = arena};
		TB_TRY(cut_tokens(&s));
	}
	text->tok = s.tok.at;
	text->ntok = s.tok.n - 1;
	text->folded = s.folded;
	if (lex != NULL && lex->terms != NULL && lex->terms->waiting != NULL)
		TB_TRY(wake_terms(text, lex));
	tb_sentence_mark(text, lex, arena);
	return TB_OK;
}

/* ---------------------------------------------------------------- lookups */

size_t
tb_token_fold(const TbText *text, uint32_t i, char *buf)
{
	const TbToken *tok = &text->tok[i];

	if (tok->end - tok->start >= TB_MAX_WORD)
		return 0;
	if (tok->kind == TB_WORD_TOKEN)
	{
		TbStr		word = tb_word_folded(text, i);

		memcpy(buf, word.data, word.len);
		return word.len;
	}
	if (tok->kind == TB_MARK && tb_is_quote_mark(tok->value))
	{
		*buf = '"';
		return 1;
	}
	return tb_fold(text->data + tok->start, tok->end - tok->start, buf);
}

/* The node of any token; marks and numbers are looked up as written. */
static uint32_t
token_node(const TbText *text, const TbLexicon *lex, uint32_t i)
{
	char		folded[TB_MAX_WORD];
	size_t		len;

	if (text->tok[i].kind == TB_WORD_TOKEN)
		return text->tok[i].value;
	len = tb_token_fold(text, i, folded);
	return len == 0 ? 0 : tb_lexicon_find_word(lex, folded, len);
}

int
tb_text_match(const TbText *text, const TbLexicon *lex, uint32_t i,
			  TbMatch *out, int max)
{
	uint32_t	node = i < text->ntok ? token_node(text, lex, i) : 0;
	int			n = 0;

	while (node != 0)
	{
		uint32_t	count;

		tb_lexicon_readings(lex, node, &count);
		i++;
		if (count > 0 && n < max)
			out[n++] = (TbMatch)
		{
			i, node
		};
		if (!tb_lexicon_goes_on(lex, node))
			break;
		while (i < text->ntok && text->tok[i].kind == TB_MARK &&
			   (text->tok[i].flags & TB_TF_GLUED))
			i++;
		if (i >= text->ntok || (text->tok[i].flags & TB_TF_PARA))
			break;
		node = tb_lexicon_next(lex, node, token_node(text, lex, i));
	}
	return n;
}

const TbReading *
tb_token_reading(const TbText *text, const TbLexicon *lex, uint32_t i,
				 TbClass klass)
{
	if (i >= text->ntok || text->tok[i].kind != TB_WORD_TOKEN)
		return NULL;
	return tb_lexicon_reading(lex, text->tok[i].value, klass);
}

