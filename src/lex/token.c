/*
 * token.c
 *	  Cuts a text into tokens and looks its words up.
 *
 * One pass over the bytes makes the tokens, folds each word where it stands
 * and looks it up; sentence.c then finds where paragraphs and sentences begin.
 * Most words are Russian letters from end to end and take a short way; what
 * has other letters, digits or accents goes letter by letter.
 */
#include "lex/token.h"

#include <string.h>

#include "base/fold.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "lex/address.h"
#include "lex/builder.h"
#include "lex/hash.h"
#include "lex/twins.h"
#include "lex/waiting.h"

/* Tokens that room is made for before the first: press texts have some 10
 * bytes a token, and what does not look like them gets more as it needs it. */
#define BYTES_PER_TOKEN 8
#define MOST_RESERVED 8192

/* Tokens whose words are looked up together: their slots come from memory
 * meanwhile. */
#define BATCH 16

typedef struct Scanner
{
	const char *data;
	uint32_t	len;
	uint32_t	at;
	uint32_t	no_address;		/* no address begins before this byte */
	uint16_t	pending;		/* TB_TF_SPACE | NEWLINE | PARA seen so far */
	char	   *folded;			/* the words folded, each at its place, and
								 * TB_MAP_SLACK bytes */
	const TbLexicon *lex;
	TbArena    *arena;
	TbVec(TbToken) tok;
	uint32_t	looked_up;		/* tokens before this one know their words; from
								 * here on a word's mask is its hash, 0: none */
	uint32_t	mixed;			/* where the first word of two scripts begins, or
								 * len */
	TbLetterMap map;			/* of the bytes from s->at on, or before */
} Scanner;

/* What a code point is to the scanner. */
typedef enum CharClass
{
	CH_MARK, CH_LETTER, CH_DIGIT, CH_SPACE, CH_IGNORABLE,
	CH_LONG						/* of more bytes than one: not told yet */
} CharClass;

static const uint8_t byte_class[256] = {
	['\t'] = CH_SPACE,['\n'] = CH_SPACE,['\v'] = CH_SPACE,['\f'] = CH_SPACE,
	['\r'] = CH_SPACE,[' '] = CH_SPACE,
	['0' ... '9'] = CH_DIGIT,['A' ... 'Z'] = CH_LETTER,['a' ... 'z'] = CH_LETTER,
	[0x80 ... 0xFF] = CH_LONG
};

static inline CharClass
classify(uint32_t c)
{
	if (c < 0x80)
		return byte_class[c];
	if (c >= 0x400 && c < 0x482)
		return CH_LETTER;		/* Cyrillic, most of it */
	if (c == 0xAB || c == 0xBB || (c >= 0x2010 && c < 0x2028))
		return CH_MARK;			/* « » – — “ ” „ … */
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

/* See to it that the map shows what is at s->at. */
static inline void
keep_map(Scanner *s)
{
	if (tb_map_is_short(&s->map, s->at, s->len))
		tb_letters_map(&s->map, s->data, s->len, s->at, s->folded);
}

/* Bytes of the letters А..я from s->at on, TB_MAP_VIEW at most. */
static inline uint32_t
russian_run(const Scanner *s)
{
	uint64_t	others = ~tb_map_view(&s->map, s->map.letter, s->at);

	return others == 0 ? TB_MAP_VIEW : (uint32_t) __builtin_ctzll(others);
}

/* Are as many bytes of letters as a run has, fewer than a view, all capitals? */
static inline bool
all_capitals(uint64_t capitals, uint32_t run)
{
	return ((capitals | capitals << 1) & ((UINT64_C(1) << run) - 1)) + 1 ==
		UINT64_C(1) << run;
}

/* Take a run of А..я behind n folded bytes.  Returns the bytes at folded. */
static size_t
take_russian(Scanner *s, WordShape *shape, char *folded, size_t n)
{
	uint32_t	run;

	/* D0 and D1 lead them */
	for (; s->at < s->len && ((unsigned char) s->data[s->at] & 0xFE) == 0xD0;
		 s->at += run, n += run)
	{
		uint64_t	capitals;

		keep_map(s);
		run = russian_run(s);
		/* a full view is taken as two halves: the bits of one are counted */
		run = run == TB_MAP_VIEW ? TB_MAP_VIEW / 2 : run;
		if (run == 0)
			break;
		capitals = tb_map_view(&s->map, s->map.capital, s->at);
		if (shape->letters == 0)
			shape->first_capital = capitals & 1;
		shape->any_small |= !all_capitals(capitals, run);
		shape->letters += run / 2;
		shape->cyrillic += run / 2;
		/* the map has lowered them in their place already */
		memmove(folded + n, s->folded + s->at, run);
	}
	return n;
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

		if (byte_class[c] == CH_DIGIT)
			shape->digits++;
		else if (byte_class[c] != CH_LETTER)
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

/* Does a mark or white space stand at this byte, or the text's end? */
static inline bool
is_border(const Scanner *s, uint32_t at)
{
	uint32_t	step;
	CharClass	klass;

	if (at >= s->len)
		return true;
	klass = byte_class[(unsigned char) s->data[at]];
	if (klass == CH_LONG)
	{
		uint32_t	c = tb_utf8_next(s->data + at, s->len - at, &step);

		klass = c == TB_BAD_CHAR && step == 1 ? CH_LETTER : classify(c);
	}
	return klass == CH_MARK || klass == CH_SPACE;
}

/* The hash of a folded word that is looked up; its slot is fetched. */
static inline uint64_t
ask(const Scanner *s, uint32_t start, uint32_t n)
{
	uint64_t	hash = tb_hash_inside(s->folded + start, n);

	if (s->lex == NULL)
		return 0;
	tb_lexicon_prefetch(s->lex, hash);
	return hash;
}

/* Look up the words that wait for it. */
static void
look_up(Scanner *s)
{
	TbToken    *tok = s->tok.at + s->looked_up;
	TbToken    *end = s->tok.at + s->tok.n;

	for (; tok < end; tok++)
		if (tok->kind == TB_WORD_TOKEN && tok->mask != 0)
			tok->value = tb_lexicon_find_hashed(s->lex, tb_folded_of(s->folded, tok),
												tok->mask, &tok->mask);
	s->looked_up = s->tok.n;
}

/* Append the word whose n folded bytes stand at its place. */
static bool
add_word(Scanner *s, uint32_t start, uint32_t n, const WordShape *shape)
{
	uint32_t	letters = shape->letters;
	TbToken    *tok = add_token(s, TB_WORD_TOKEN, start, 0);

	if (tok == NULL)
		return false;
	tok->letters = (uint8_t) (letters < 255 ? letters : 255);
	tok->flags |= shape_flags(shape);
	if (n < TB_MAX_WORD && !shape->broken)
		tok->mask = ask(s, start, n);
	return true;
}

/* Read a word that begins at s->at, whatever its letters. */
static bool
scan_word(Scanner *s)
{
	uint32_t	start = s->at;
	char	   *folded = s->folded + start;
	WordShape	shape = {0};
	size_t		n = take_ascii(s, &shape, folded, 0);

	n = take_russian(s, &shape, folded, n);
	while (!is_border(s, s->at))
	{
		size_t		more = take_other(s, &shape, folded, n);

		if (more == 0)
			break;
		if (tb_arena_poll(s->arena))
			return false;
		n = take_ascii(s, &shape, folded, more);
		n = take_russian(s, &shape, folded, n);
	}
	/* zeros where it got shorter */
	if (n < s->at - start)
		memset(folded + n, 0, s->at - start - n);
	if (shape.cyrillic > 0 && shape.cyrillic < shape.letters && s->mixed == s->len)
		s->mixed = start;
	return add_word(s, start, (uint32_t) n, &shape);
}

/* Flags of a plain word by its capitals. */
static inline uint16_t
plain_flags(uint64_t capitals, uint32_t run)
{
	uint16_t	flags = TB_TF_CYRILLIC;

	if (capitals & 1)
		flags |= TB_TF_CAP;
	if (run == 2)
		flags |= TB_TF_LETTER;
	else if ((capitals & 1) && all_capitals(capitals, run))
		flags |= TB_TF_CAPS;
	return flags;
}

/*
 * Take what most of a text is: words of А..я from end to end, single blanks,
 * and marks of one byte that are no hyphens.  Ends before anything else, where the
 * map or the room for tokens does, and with a batch.
 */
static void
take_plain(Scanner *s)
{
	const unsigned char *data = (const unsigned char *) s->data;
	uint32_t	limit = s->map.end > TB_MAP_VIEW ? s->map.end - TB_MAP_VIEW : 0;
	uint32_t	at = s->at;
	TbToken    *tok = s->tok.at + s->tok.n;
	TbToken    *last = s->tok.cap - s->tok.n < BATCH ? s->tok.at + s->tok.cap : tok + BATCH;
	uint16_t	pending = s->pending;

	for (; at < limit && tok < last; tok++)
	{
		uint32_t	start;
		uint64_t	others;

		if (data[at] == ' ')
		{
			pending |= TB_TF_SPACE;
			at++;
		}
		start = at;
		others = ~tb_map_view(&s->map, s->map.letter, at);
		if (!(others & 1))
		{
			uint32_t	run = others == 0 ? 0 : (uint32_t) __builtin_ctzll(others);
			uint64_t	capitals = tb_map_view(&s->map, s->map.capital, at);

			if (run == 0 || !is_border(s, at + run))
				break;
			at += run;
			*tok = (TbToken) {.start = start,.end = at,.kind = TB_WORD_TOKEN,
				.letters = (uint8_t) (run / 2),
				.flags = pending | plain_flags(capitals, run),
				.mask = ask(s, start, run)};
		}
		else if (byte_class[data[at]] == CH_MARK && data[at] != '-')
		{
			at++;
			*tok = (TbToken) {.start = start,.end = at,.value = data[start],
				.kind = TB_MARK,.flags = pending};
		}
		else
			break;
		pending = 0;
	}
	s->at = at;
	s->pending = pending;
	s->tok.n = (uint32_t) (tok - s->tok.at);
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

/* Read one token or one run of white space. */
static bool
scan_one(Scanner *s)
{
	uint32_t	step;
	uint32_t	c;
	CharClass	klass;
	uint32_t	length = 0;

	c = tb_utf8_next(s->data + s->at, s->len - s->at, &step);
	klass = c == TB_BAD_CHAR && step == 1 ? CH_LETTER : classify(c);
	if (c < 0x80 && (klass == CH_LETTER || klass == CH_DIGIT) &&
		s->at >= s->no_address)
	{
		uint32_t	extent;

		length = tb_address_length(s->data + s->at, s->len - s->at, &extent);
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
		default:
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
	s->folded = tb_arena_take(s->arena, (size_t) s->len + TB_MAP_SLACK);
	if (s->folded == NULL || !reserve_tokens(s))
		return TB_NO_MEMORY;
	s->mixed = s->len;
	while (s->at < s->len)
	{
		if (tb_map_is_short(&s->map, s->at, s->len) && tb_arena_stopped(s->arena))
			return TB_INTERRUPTED;
		keep_map(s);
		take_plain(s);
		if (s->at < s->len && !scan_one(s))
			return s->arena->stopped ? TB_INTERRUPTED : TB_NO_MEMORY;
		if (s->tok.n - s->looked_up >= BATCH)
			look_up(s);
	}
	look_up(s);
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
		tok->value = tb_lexicon_find_hashed(lex, word, tb_hash_word(word.data, word.len),
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
	if (s.mixed < s.len)
		TB_TRY(tb_twins_replace(text, s.mixed, arena));
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
