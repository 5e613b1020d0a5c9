/*
 * stem_english.c
 *	  Snowball's English stemmer, by tables of endings.
 *
 * Latin words are few in Russian texts, but libstemmer takes 0.3 ms and 330 kB
 * of each backend for the tables of all its languages, used or not.
 *
 * The algorithm is snowballstem.org/algorithms/english/stemmer.html, as it was
 * before version 3.  R1 is what stands behind the first consonant that follows
 * a vowel, R2 is R1 of R1.  A y that is a consonant is written Y meanwhile.
 *
 *	step	what goes or changes			«internationalisations»
 *	1a		plurals							internationalisation
 *	1b		-ed, -ing; then e is put back or a double letter halved
 *	1c		y behind a consonant is i
 *	2, 3	endings inside R1: -ization -> -ize, -fulness -> -ful
 *	4		endings inside R2				internationalis
 *	5		a last e or l
 *
 * Of several endings that fit the longest counts, and when it may not stand
 * there, no shorter one is tried.  test_stem_english.c compares the answers
 * with libstemmer's.
 */
#include "lex/stem_english.h"

#include <stdbool.h>
#include <string.h>

typedef struct Word
{
	char	   *s;
	size_t		n;				/* bytes left of it */
	size_t		r1;				/* where R1 and R2 begin */
	size_t		r2;
} Word;

/* ---------------------------------------------------------------- letters */

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Is one of the letters of a string? */
static bool
is_among(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

/* Where the character behind a byte begins. */
static size_t
next_letter(const Word *w, size_t at)
{
	do
		at++;
	while (at < w->n && ((unsigned char) w->s[at] & 0xC0) == 0x80);
	return at;
}

/* Where the character before a byte begins; there must be one. */
static size_t
letter_before(const Word *w, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char) w->s[at] & 0xC0) == 0x80);
	return at;
}

/* Is there a vowel in the first bytes? */
static bool
has_vowel(const Word *w, size_t end)
{
	for (size_t i = 0; i < end; i++)
		if (is_vowel(w->s[i]))
			return true;
	return false;
}

/* Behind the first consonant that follows a vowel, from a byte on. */
static size_t
region_after(const Word *w, size_t at)
{
	while (at < w->n && !is_vowel(w->s[at]))
		at++;
	while (at < w->n && is_vowel(w->s[at]))
		at++;
	return at < w->n ? next_letter(w, at) : w->n;
}

/* Does the word end in a short syllable: «rap», «trap», «entrap», «ow», «on»? */
static bool
ends_short(const Word *w)
{
	size_t		last;
	size_t		vowel;

	if (w->n == 0)
		return false;
	last = letter_before(w, w->n);
	if (last == 0 || is_vowel(w->s[last]))
		return false;
	vowel = letter_before(w, last);
	if (!is_vowel(w->s[vowel]))
		return false;
	return vowel == 0 || (!is_among(w->s[last], "wxY") &&
						  !is_vowel(w->s[letter_before(w, vowel)]));
}

/* ---------------------------------------------------------------- endings */

static inline bool
ends_in(const Word *w, const char *ending)
{
	size_t		n = strlen(ending);

	return w->n >= n && memcmp(w->s + w->n - n, ending, n) == 0;
}

static bool
is_one_of(const Word *w, const char *const *words)
{
	for (; *words != NULL; words++)
		if (w->n > 0 && **words == w->s[0] && strlen(*words) == w->n &&
			ends_in(w, *words))
			return true;
	return false;
}

/* Put other bytes, no more than there were, in place of the last cut ones. */
static void
replace(Word *w, size_t cut, const char *by)
{
	size_t		n = strlen(by);

	memcpy(w->s + w->n - cut, by, n);
	w->n = w->n - cut + n;
}

/* An ending, what takes its place, and what must stand before it, if anything. */
typedef struct Rule
{
	const char *ending;
	size_t		len;
	const char *by;
	const char *behind;
} Rule;

#define RULE_BEHIND(ending, by, behind) {ending, sizeof(ending) - 1, by, behind}
#define RULE(ending, by) RULE_BEHIND(ending, by, NULL)
#define NO_MORE_RULES {NULL, 0, NULL, NULL}

/* Apply the rule of the longest ending that fits, if that lies in a region. */
static void
apply(Word *w, const Rule *rules, size_t region)
{
	const char *end = w->s + w->n;
	const Rule *found = NULL;
	size_t		longest = 0;

	for (; w->n > region && rules->ending != NULL; rules++)
		if (rules->len > longest && rules->len <= w->n &&
			rules->ending[rules->len - 1] == end[-1] &&
			memcmp(end - rules->len, rules->ending, rules->len) == 0)
		{
			found = rules;
			longest = rules->len;
		}
	if (found != NULL && w->n - longest >= region &&
		(found->behind == NULL ||
		 (w->n > longest && is_among(end[-1 - (ptrdiff_t) longest], found->behind))))
		replace(w, longest, found->by);
}

/* ------------------------------------------------------------------ steps */

/* Plurals, and a genitive's apostrophe. */
static void
step_1a(Word *w)
{
	if (ends_in(w, "'s'"))
		w->n -= 3;
	else if (ends_in(w, "'s"))
		w->n -= 2;
	else if (ends_in(w, "'"))
		w->n--;
	if (ends_in(w, "sses"))
		w->n -= 2;
	else if (ends_in(w, "ied") || ends_in(w, "ies"))
		/* «ties» keeps its e: one letter is before */
		w->n -= w->n > 3 && letter_before(w, w->n - 3) > 0 ? 2 : 1;
	else if (ends_in(w, "s") && !ends_in(w, "us") && !ends_in(w, "ss") &&
			 w->n > 1 && has_vowel(w, letter_before(w, w->n - 1)))
		w->n--;
}

/* What -ed and -ing leave gets its e back, or loses a double letter. */
static void
restore(Word *w)
{
	char		last = w->n > 0 ? w->s[w->n - 1] : '\0';

	if (ends_in(w, "at") || ends_in(w, "bl") || ends_in(w, "iz") ||
		(w->n == w->r1 && !(w->n > 1 && last == w->s[w->n - 2] &&
							is_among(last, "bdfgmnprt")) && ends_short(w)))
		w->s[w->n++] = 'e';
	else if (w->n > 1 && last == w->s[w->n - 2] && is_among(last, "bdfgmnprt"))
		w->n--;
}

static void
step_1b(Word *w)
{
	static const char *const endings[] = {"eedly", "ingly", "edly", "eed", "ing", "ed"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
	{
		size_t		len = strlen(endings[i]);

		if (!ends_in(w, endings[i]))
			continue;
		if (endings[i][1] == 'e' && w->n - len >= w->r1)
			replace(w, len, "ee");
		else if (endings[i][1] != 'e' && has_vowel(w, w->n - len))
		{
			w->n -= len;
			restore(w);
		}
		return;
	}
}

/* A last y behind a consonant that is not the first letter. */
static void
step_1c(Word *w)
{
	size_t		before;

	if (w->n < 2 || !is_among(w->s[w->n - 1], "yY"))
		return;
	before = letter_before(w, w->n - 1);
	if (before > 0 && !is_vowel(w->s[before]))
		w->s[w->n - 1] = 'i';
}

static void
step_5(Word *w)
{
	Word		rest = *w;

	if (w->n == 0)
		return;
	rest.n--;
	if (ends_in(w, "e") ? rest.n >= w->r2 || (rest.n >= w->r1 && !ends_short(&rest))
		: ends_in(w, "ll") && rest.n >= w->r2)
		w->n--;
}

static const Rule step_2[] = {
	RULE("tional", "tion"), RULE("enci", "ence"), RULE("anci", "ance"),
	RULE("abli", "able"), RULE("entli", "ent"), RULE("izer", "ize"),
	RULE("ization", "ize"), RULE("ational", "ate"), RULE("ation", "ate"),
	RULE("ator", "ate"), RULE("alism", "al"), RULE("aliti", "al"),
	RULE("alli", "al"), RULE("fulness", "ful"), RULE("ousli", "ous"),
	RULE("ousness", "ous"), RULE("iveness", "ive"), RULE("iviti", "ive"),
	RULE("biliti", "ble"), RULE("bli", "ble"), RULE_BEHIND("ogi", "og", "l"),
	RULE("fulli", "ful"), RULE("lessli", "less"),
	RULE_BEHIND("li", "", "cdeghkmnrt"), NO_MORE_RULES
};

static const Rule step_3[] = {
	RULE("tional", "tion"), RULE("ational", "ate"), RULE("alize", "al"),
	RULE("icate", "ic"), RULE("iciti", "ic"), RULE("ical", "ic"),
	RULE("ful", ""), RULE("ness", ""), NO_MORE_RULES
};

static const Rule ative[] = {RULE("ative", ""), NO_MORE_RULES};

static const Rule step_4[] = {
	RULE("al", ""), RULE("ance", ""), RULE("ence", ""), RULE("er", ""),
	RULE("ic", ""), RULE("able", ""), RULE("ible", ""), RULE("ant", ""),
	RULE("ement", ""), RULE("ment", ""), RULE("ent", ""), RULE("ism", ""),
	RULE("ate", ""), RULE("iti", ""), RULE("ous", ""), RULE("ive", ""),
	RULE("ize", ""), RULE_BEHIND("ion", "", "st"), NO_MORE_RULES
};

/* ---------------------------------------------------------------- the whole */

/* Words that the rules would spoil, and their stems; true: it was one. */
static bool
is_exception(Word *w)
{
	static const Rule changed[] = {
		RULE("skis", "ski"), RULE("skies", "sky"), RULE("dying", "die"),
		RULE("lying", "lie"), RULE("tying", "tie"), RULE("idly", "idl"),
		RULE("gently", "gentl"), RULE("ugly", "ugli"), RULE("early", "earli"),
		RULE("only", "onli"), RULE("singly", "singl")
	};
	static const char *const same[] = {
		"sky", "news", "howe", "atlas", "cosmos", "bias", "andes", NULL
	};

	for (size_t i = 0; i < sizeof(changed) / sizeof(*changed); i++)
		if (changed[i].len == w->n && memcmp(w->s, changed[i].ending, w->n) == 0)
		{
			replace(w, w->n, changed[i].by);
			return true;
		}
	return is_one_of(w, same);
}

/* Take a leading apostrophe off, write consonant y as Y, find the regions. */
static void
prepare(Word *w)
{
	static const char *const starts[] = {"gener", "commun", "arsen"};

	if (w->s[0] == '\'')
		memmove(w->s, w->s + 1, --w->n);
	for (size_t i = 0; i < w->n; i++)
		if (w->s[i] == 'y' && (i == 0 || is_vowel(w->s[i - 1])))
			w->s[i] = 'Y';
	w->r1 = region_after(w, 0);
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (w->n >= strlen(starts[i]) && memcmp(w->s, starts[i], strlen(starts[i])) == 0)
			w->r1 = strlen(starts[i]);
	w->r2 = region_after(w, w->r1);
}

/* The steps behind 1a, which the words of a list are spared. */
static void
run_steps(Word *w)
{
	static const char *const spared[] = {
		"inning", "outing", "canning", "herring", "earring", "proceed",
		"exceed", "succeed", NULL
	};

	if (is_one_of(w, spared))
		return;
	step_1b(w);
	step_1c(w);
	apply(w, step_2, w->r1);
	apply(w, step_3, w->r1);
	apply(w, ative, w->r2);
	apply(w, step_4, w->r2);
	step_5(w);
}

size_t
tb_stem_english(char *word, size_t len)
{
	Word		w = {.s = word,.n = len};
	size_t		letters = 0;

	for (size_t i = 0; i < len && letters < 3; i = next_letter(&w, i))
		letters++;
	if (letters < 3 || is_exception(&w))
		return w.n;
	prepare(&w);
	step_1a(&w);
	run_steps(&w);
	for (size_t i = 0; i < w.n; i++)
		if (w.s[i] == 'Y')
			w.s[i] = 'y';
	return w.n;
}
