/*
 * waiting.c
 *	  Terms by the first letters of their words.
 *
 * All forms of a word begin with the same letters: four of a word of six or
 * more, of a shorter one all but the last two (Орёл, Орла; Лев, Льва).  They
 * are the word's key, and the keys of a name's words, three at most, are a path
 * of steps.  A step is known by a hash of the path up to it:
 *
 *	Директор нашего фонда	дире -> наше -> фон		the term hangs here
 *	директору нашего фонда	the same path: the term wakes
 *	директор школы			дире, and no step behind it
 *
 * How many letters a key has is not seen in a form, so a step tells which
 * lengths go on from it.  Hashes are compared and nothing else: where two
 * paths share one, a term wakes that the text does not have, which costs time.
 *
 * A term may build on others: the first line of a code makes the place, later
 * ones give it further names, and a place needs the one above it.  So terms of
 * one code wake in their order, behind what made the code above.
 */
#include "lex/waiting.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/hash.h"
#include "lex/inflect.h"

/* Words of a name that make its path. */
#define MAX_STEPS 3

/* Longest key in letters. */
#define MAX_KEY 4

/* Bit of lengths: no key has no letters. */
#define STEP_USED 1

#define FIRST_SLOTS 1024

/* Bytes of a value that make a step of the index, and a code, about. */
#define BYTES_PER_STEP 64
#define BYTES_PER_CODE 128

typedef struct WaitingTerm
{
	TbStr		line;
	uint32_t	code;			/* hash of section and code */
	uint32_t	above;			/* of a place: that of what is above it */
	uint32_t	next;			/* 1 + the next term of the code */
	TbTermSection section;
	bool		awake;
} WaitingTerm;

/* The terms of a code that sleep, in their order. */
typedef struct Code
{
	uint32_t	hash;
	uint32_t	first;			/* 1 + term; 0: all are awake */
	uint32_t	last;			/* 1 + term; 0: an empty slot */
} Code;

typedef struct Step
{
	uint32_t	hash;
	uint32_t	terms;			/* 1 + link to those whose path ends here */
	uint32_t	all;			/* 1 + link to those that begin so: first steps */
	uint8_t		lengths;		/* bit n: keys of n letters go on; 0: in use */
} Step;

typedef struct Link
{
	uint32_t	term;
	uint32_t	next;			/* 1 + link */
} Link;

struct TbWaiting
{
	TbBuilder  *b;
	TbVec(WaitingTerm) terms;
	TbVec(Link) links;
	Step	   *steps;
	Code	   *codes;
	uint32_t	step_cap,
				code_cap;
	uint32_t	nsteps,
				ncodes;
	uint8_t		lengths;		/* of the keys of first words */
	bool		broken;
};

/* ------------------------------------------------------------------ tables */

static uint32_t
mix(uint32_t hash, uint32_t more)
{
	hash = (hash ^ more) * UINT32_C(2654435761);
	return hash ^ hash >> 15;
}

/* The slot of a step, or the empty one where it would stand. */
static Step *
step_slot(Step *steps, uint32_t cap, uint32_t hash)
{
	uint32_t	i = hash & (cap - 1);

	while (steps[i].lengths != 0 && steps[i].hash != hash)
		i = (i + 1) & (cap - 1);
	return &steps[i];
}

/* The step of a path, or NULL. */
static Step *
find_step(const TbWaiting *w, uint32_t hash)
{
	Step	   *step = w->step_cap == 0 ? NULL : step_slot(w->steps, w->step_cap, hash);

	return step != NULL && step->lengths != 0 ? step : NULL;
}

/* Make room for more steps; false: no memory. */
static bool
grow_steps(TbWaiting *w, uint32_t cap)
{
	Step	   *steps = tb_arena_alloc(w->b->arena, cap * sizeof(Step));

	if (steps == NULL)
		return false;
	for (uint32_t i = 0; i < w->step_cap; i++)
		if (w->steps[i].lengths != 0)
			*step_slot(steps, cap, w->steps[i].hash) = w->steps[i];
	w->steps = steps;
	w->step_cap = cap;
	return true;
}

/* The step of a path, made when missing; NULL: no memory. */
static Step *
make_step(TbWaiting *w, uint32_t hash)
{
	Step	   *step;

	if (w->nsteps * 2 >= w->step_cap && !grow_steps(w, w->step_cap * 2))
		return NULL;
	step = step_slot(w->steps, w->step_cap, hash);
	if (step->lengths == 0)
	{
		step->lengths = STEP_USED;
		step->hash = hash;
		w->nsteps++;
	}
	return step;
}

static Code *
code_slot(Code *codes, uint32_t cap, uint32_t hash)
{
	uint32_t	i = hash & (cap - 1);

	while (codes[i].last != 0 && codes[i].hash != hash)
		i = (i + 1) & (cap - 1);
	return &codes[i];
}

/* Make room for more codes; false: no memory. */
static bool
grow_codes(TbWaiting *w, uint32_t cap)
{
	Code	   *codes = tb_arena_alloc(w->b->arena, cap * sizeof(Code));

	if (codes == NULL)
		return false;
	for (uint32_t i = 0; i < w->code_cap; i++)
		if (w->codes[i].last != 0)
			*code_slot(codes, cap, w->codes[i].hash) = w->codes[i];
	w->codes = codes;
	w->code_cap = cap;
	return true;
}

/* Put a term behind the others of its code; false: no memory. */
static bool
add_to_code(TbWaiting *w, uint32_t term)
{
	Code	   *code;

	if (w->ncodes * 2 >= w->code_cap && !grow_codes(w, w->code_cap * 2))
		return false;
	code = code_slot(w->codes, w->code_cap, w->terms.at[term].code);
	if (code->last == 0)
	{
		code->hash = w->terms.at[term].code;
		w->ncodes++;
	}
	if (code->first == 0)
		code->first = term + 1;
	else
		w->terms.at[code->last - 1].next = term + 1;
	code->last = term + 1;
	return true;
}

static bool
add_link(TbWaiting *w, uint32_t *list, uint32_t term)
{
	Link	   *link = TB_PUSH(w->b->arena, &w->links);

	if (link == NULL)
		return false;
	*link = (Link) {term, *list};
	*list = w->links.n;
	return true;
}

/* -------------------------------------------------------------------- keys */

/* Bytes of the first n letters of a folded word, 0 if it has fewer. */
static uint32_t
letters_end(TbStr word, uint32_t n)
{
	uint32_t	i = 0;

	while (i < word.len)
	{
		if (((unsigned char) word.data[i] & 0xC0) != 0x80 && n-- == 0)
			return i;
		i++;
	}
	return n == 0 ? word.len : 0;
}

/* The length of the key of a folded nominative. */
static uint32_t
key_length(TbStr word)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < word.len && n < MAX_KEY + 2; i++)
		n += ((unsigned char) word.data[i] & 0xC0) != 0x80;
	return n >= MAX_KEY + 2 ? MAX_KEY : n > 3 ? n - 2 : 1;
}

/* The hash of a path that goes on with a key. */
static uint32_t
go_on(uint32_t hash, TbStr word, uint32_t bytes)
{
	return mix(hash + 1, tb_hash_word(word.data, bytes));
}

/* ------------------------------------------------------------------- names */

/* What stands at byte i of a name, for cutting it as a text is cut. */
typedef enum Piece
{
	PIECE_LETTER, PIECE_DIGIT, PIECE_MARK
} Piece;

static Piece
piece_at(TbStr name, uint32_t i, uint32_t *step)
{
	uint32_t	c = tb_utf8_next(name.data + i, name.len - i, step);

	if (c >= '0' && c <= '9')
		return PIECE_DIGIT;
	return tb_is_letter(c) || tb_is_ignorable(c) ? PIECE_LETTER : PIECE_MARK;
}

/* Bytes of the mark that s begins with if it is one that names are full of. */
static inline uint32_t
plain_mark(const char *s, uint32_t len)
{
	static const char marks[] = " \",-()";

	if (len > 0 && memchr(marks, s[0], sizeof(marks) - 1) != NULL)
		return 1;
	return len > 1 && s[0] == '\xC2' && (s[1] == '\xAB' || s[1] == '\xBB') ? 2 : 0;
}

/* Leave n bytes of a name behind. */
static inline void
leave(TbStr *name, uint32_t n)
{
	*name = (TbStr) {name->data + n, name->len - n};
}

/*
 * Cut the next word or number off a name, folded into buf, if it is not plain
 * Russian; false: there is none.  *odd gets true where a text may be cut
 * otherwise: in a word of two scripts, between digits and letters, in an
 * address.
 */
static bool
next_other_word(TbStr *name, TbStr *word, char *buf, bool *odd)
{
	uint32_t	step;
	uint32_t	n = 0;
	Piece		first = PIECE_MARK;
	bool		latin = false;
	bool		other = false;

	while (name->len > 0 && (first = piece_at(*name, 0, &step)) == PIECE_MARK)
		leave(name, step);
	for (; n < name->len && piece_at(*name, n, &step) == first; n += step)
	{
		latin |= step == 1;
		other |= step > 1;
	}
	*odd |= (latin && other) || n >= TB_MAX_WORD ||
		(n < name->len && piece_at(*name, n, &step) != PIECE_MARK) ||
		(latin && n + 1 < name->len && strchr(".@:/", name->data[n]) != NULL);
	if (n == 0 || n >= TB_MAX_WORD)
		return false;
	*word = (TbStr) {buf, (uint32_t) tb_fold(name->data, n, buf)};
	leave(name, n);
	return true;
}

/* Cut the next word or number off a name, folded into buf; false: there is none. */
static bool
next_word(TbStr *name, TbStr *word, char *buf, bool *odd)
{
	uint32_t	mark;
	TbLetterRun run;

	while ((mark = plain_mark(name->data, name->len)) > 0)
		leave(name, mark);
	run = tb_lower_russian(name->data, name->len < TB_MAX_WORD ? name->len : TB_MAX_WORD, buf);
	if (run.bytes == 0 || (run.bytes < name->len &&
						   plain_mark(name->data + run.bytes, name->len - run.bytes) == 0))
		return next_other_word(name, word, buf, odd);
	*word = (TbStr) {buf, run.bytes};
	leave(name, run.bytes);
	return true;
}

/* Hang a term where the path of a name ends; *odd: it must be read at once. */
static TbStatus
add_path(TbWaiting *w, uint32_t term, TbStr name, uint32_t depth, bool *odd)
{
	char		folded[TB_MAX_WORD];
	uint8_t    *lengths = &w->lengths;
	Step	   *step = NULL;
	uint32_t	hash = 0;
	TbStr		word;

	while (depth-- > 0 && next_word(&name, &word, folded, odd))
	{
		uint32_t	length = key_length(word);
		bool		first = step == NULL;

		*lengths |= (uint8_t) (1 << length);
		hash = go_on(hash, word, letters_end(word, length));
		step = make_step(w, hash);
		if (step == NULL || (first && !add_link(w, &step->all, term)))
			return TB_NO_MEMORY;
		lengths = &step->lengths;
	}
	*odd |= step == NULL;
	return step == NULL || add_link(w, &step->terms, term) ? TB_OK : TB_NO_MEMORY;
}

/* Hang a term at the paths of all its names. */
static TbStatus
add_paths(TbWaiting *w, uint32_t term, TbStr names, bool *odd)
{
	uint32_t	depth = w->terms.at[term].section == TB_TS_persons ? 1 : MAX_STEPS;

	while (names.len > 0)
	{
		const char *end = memchr(names.data, ';', names.len);
		uint32_t	len = end == NULL ? names.len : (uint32_t) (end - names.data);
		TbStr		cell = {names.data, len};
		const char *hints = memchr(cell.data, '{', cell.len);

		names = (TbStr) {names.data + len, names.len - len};
		if (names.len > 0)
			names = (TbStr) {names.data + 1, names.len - 1};
		if (hints != NULL)
			cell.len = (uint32_t) (hints - cell.data);
		/* a genitive of its own need not have the letters of the name */
		*odd |= hints != NULL && memchr(hints, '=', len - cell.len) != NULL;
		TB_TRY(add_path(w, term, cell, depth, odd));
	}
	return TB_OK;
}

/* ------------------------------------------------------------------- codes */

/* Hash of a code of a section, whose closing slash counts for nothing. */
static uint32_t
hash_code(TbTermSection section, const char *code, size_t len)
{
	if (len > 0 && code[len - 1] == '/')
		len--;
	return mix((uint32_t) section + 1, tb_hash_word(code, len));
}

/* Length of a code without its last step. */
static size_t
length_above(const char *code, size_t len)
{
	if (len > 0)
		len--;
	while (len > 0 && code[len - 1] != '/')
		len--;
	return len;
}

/* ---------------------------------------------------------------- to sleep */

static TbStatus wake(TbWaiting *w, uint32_t term);

/* Index one line. */
static TbStatus
add_line(TbWaiting *w, TbTermSection section, TbStr line)
{
	const char *equals = memchr(line.data, '=', line.len);
	WaitingTerm *term;
	size_t		len = 0;
	bool		odd = false;
	uint32_t	n = w->terms.n;

	if (equals == NULL)
		return TB_OK;
	while (line.data + len < equals && line.data[len] != ' ')
		len++;
	term = TB_PUSH(w->b->arena, &w->terms);
	if (term == NULL)
		return TB_NO_MEMORY;
	*term = (WaitingTerm) {line,.section = section};
	/* persons build on nothing: a code for each */
	term->code = section == TB_TS_persons ? mix(n, 0)
		: hash_code(section, line.data, len);
	if (section == TB_TS_places)
		term->above = hash_code(section, line.data, length_above(line.data, len));
	if (!add_to_code(w, n))
		return TB_NO_MEMORY;
	if (section == TB_TS_holders)
		return TB_OK;
	equals++;
	TB_TRY(add_paths(w, n, (TbStr) {equals, (uint32_t) (line.data + line.len - equals)},
					 &odd));
	return odd ? wake(w, n) : TB_OK;
}

/* Double a number of slots until it is more than n. */
static uint32_t
slots_for(uint32_t slots, uint32_t n)
{
	slots = slots == 0 ? FIRST_SLOTS : slots;
	while (slots <= n)
		slots *= 2;
	return slots;
}

/* Make the room that a value of that many bytes will need, more or less. */
static bool
make_room(TbWaiting *w, uint32_t bytes)
{
	uint32_t	steps = slots_for(w->step_cap, (w->nsteps + bytes / BYTES_PER_STEP) * 2);
	uint32_t	codes = slots_for(w->code_cap, (w->ncodes + bytes / BYTES_PER_CODE) * 2);

	return (steps == w->step_cap || grow_steps(w, steps)) &&
		(codes == w->code_cap || grow_codes(w, codes));
}

TbStatus
tb_waiting_add(TbBuilder *b, TbTermSection section, TbStr value)
{
	TbStr		line;
	int			number = 0;

	if (b->waiting == NULL)
	{
		b->waiting = tb_arena_alloc(b->arena, sizeof(TbWaiting));
		if (b->waiting == NULL)
			return TB_NO_MEMORY;
		b->waiting->b = b;
	}
	if (!make_room(b->waiting, value.len))
		return TB_NO_MEMORY;
	while (tb_terms_next_line(&value, &line, &number))
		TB_TRY(add_line(b->waiting, section, line));
	return TB_OK;
}

/* -------------------------------------------------------------------- wake */

static TbStatus wake_code(TbWaiting *w, uint32_t hash, uint32_t end);

/* Read a term whose code has no earlier one that sleeps. */
static TbStatus
read_term(TbWaiting *w, uint32_t i)
{
	WaitingTerm *term = &w->terms.at[i];

	term->awake = true;
	if (term->section == TB_TS_places)
		TB_TRY(wake_code(w, term->above, i));
	w->b->rank = i;
	return tb_terms_read(w->b, term->section, term->line, NULL);
}

/* Read the terms of a code that stand before term end, in their order. */
static TbStatus
wake_code(TbWaiting *w, uint32_t hash, uint32_t end)
{
	Code	   *code = w->code_cap == 0 ? NULL : code_slot(w->codes, w->code_cap, hash);

	while (code != NULL && code->last != 0 && code->first != 0 && code->first - 1 < end)
	{
		uint32_t	i = code->first - 1;

		code->first = w->terms.at[i].next;
		TB_TRY(read_term(w, i));
	}
	return TB_OK;
}

/* Read a term, and those of its code that stand before it. */
static TbStatus
wake(TbWaiting *w, uint32_t term)
{
	if (w->terms.at[term].awake)
		return TB_OK;
	return wake_code(w, w->terms.at[term].code, term + 1);
}

/* Read the terms of a list, which is empty then. */
static TbStatus
wake_list(TbWaiting *w, uint32_t *list, bool *woken)
{
	uint32_t	i = *list;

	*list = 0;
	for (; i != 0; i = w->links.at[i - 1].next)
		if (!w->terms.at[w->links.at[i - 1].term].awake)
		{
			if (tb_arena_stopped(w->b->arena))
				return TB_INTERRUPTED;
			TB_TRY(wake(w, w->links.at[i - 1].term));
			*woken = true;
		}
	return TB_OK;
}

/* The next word or number of a text from token i on; ntok: none. */
static uint32_t
word_from(const TbText *text, uint32_t i)
{
	while (i < text->ntok && text->tok[i].kind != TB_WORD_TOKEN &&
		   text->tok[i].kind != TB_NUMBER)
		i++;
	return i;
}

/* Wake the terms whose path goes on with the word at token i. */
static TbStatus
meet_at(TbWaiting *w, const TbText *text, uint32_t i, uint32_t hash,
		uint8_t lengths, bool *woken)
{
	char		buf[TB_MAX_WORD];
	TbStr		word = tb_folded(text, i, buf);

	for (uint32_t n = 1; n <= MAX_KEY; n++)
	{
		uint32_t	bytes = lengths & 1 << n ? letters_end(word, n) : 0;
		uint32_t	path;
		uint32_t	next;
		Step	   *step;

		if (bytes == 0)
			continue;
		path = go_on(hash, word, bytes);
		step = find_step(w, path);
		if (step == NULL)
			continue;
		TB_TRY(wake_list(w, &step->terms, woken));
		next = step->lengths == STEP_USED ? text->ntok : word_from(text, i + 1);
		if (next < text->ntok)
			TB_TRY(meet_at(w, text, next, path, step->lengths, woken));
	}
	return TB_OK;
}

/* Finish what was woken. */
static TbStatus
settle(TbWaiting *w, TbStatus status, bool woken)
{
	if (status == TB_OK && woken)
		status = tb_builder_finish(w->b);
	if (status != TB_OK)
		w->broken = true;
	return status;
}

TbStatus
tb_waiting_meet(TbWaiting *w, const TbText *text, bool *woken)
{
	TbStatus	status = TB_OK;

	*woken = false;
	for (uint32_t i = word_from(text, 0); i < text->ntok && status == TB_OK;
		 i = word_from(text, i + 1))
		status = meet_at(w, text, i, 0, w->lengths, woken);
	return settle(w, status, *woken);
}

TbStatus
tb_waiting_meet_start(TbWaiting *w, const TbText *text, bool *woken)
{
	uint32_t	first = word_from(text, 0);
	TbStatus	status = TB_OK;
	char		buf[TB_MAX_WORD];
	TbStr		word;

	*woken = false;
	if (first == text->ntok)
		return TB_OK;
	word = tb_folded(text, first, buf);
	for (uint32_t n = 1; n <= MAX_KEY && status == TB_OK; n++)
	{
		uint32_t	bytes = letters_end(word, n);
		Step	   *step = bytes == 0 ? NULL : find_step(w, go_on(0, word, bytes));

		if (step != NULL)
			status = wake_list(w, &step->all, woken);
	}
	return settle(w, status, *woken);
}

void
tb_waiting_meet_office(TbWaiting *w, const char *office)
{
	size_t		len = strlen(office);
	size_t		above = length_above(office, len);
	TbStatus	status = wake_code(w, hash_code(TB_TS_titles, office, len), UINT32_MAX);

	/* an office may be that of a place: kz/astana/akim/ */
	if (status == TB_OK)
		status = wake_code(w, hash_code(TB_TS_places, office, above), UINT32_MAX);
	if (status == TB_OK)
		status = wake_code(w, hash_code(TB_TS_holders, office, len), UINT32_MAX);
	(void) settle(w, status, true);
}

bool
tb_waiting_broken(const TbWaiting *w)
{
	return w->broken;
}
