/*
 * mutate.c
 *	  Mutations that know what the core looks for.
 *
 * Bytes changed at random make broken letters; what breaks a reader of names
 * and quotations is well-formed text of an unforeseen shape.  So half of the
 * mutations work on words: they put in names of the lexicon in any case,
 * dates, initials, quote marks, dashes, cues, combining marks; they double,
 * drop, swap and quote stretches of words.  The other half are libFuzzer's
 * own, with its dictionary.
 *
 *	Аким области открыл школу
 *	-> Аким «области открыл» 24.12.2022 шко́лу – сказал М.Ашимбаев
 */
#include "fuzz.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/inflect.h"

size_t		LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
size_t		LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
									unsigned int seed);

/* Names and phrases of data/, made by the build. */
static const char *const names[] = {
#include "names.inc"
};

/* What opens, closes, joins and cues. */
static const char *const marks[] = {
	"«", "»", "“", "”", "„", "\"", "'", "‘", "’", "(", ")", " – ", " — ", "-",
	"–", ", – ", "», – ", ". – ", ", ", ". ", ": ", "; ", "! ", "? ", "… ",
	"...", "\n", "\n\n", "\n– ", "\t", "\xC2\xA0", " ", "/", "№", "&", "*", "**",
	"|", ":", "%", "=", "{", "}", "{m}", "{f,an}", "{0}", "\r\n", "<", ">", "\\"
};

static const char *const joiners[] = {
	"\xCC\x81", "\xCC\x86", "\xCC\x88", "\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBB\xBF",
	"\xE2\x80\x8D", "\xE2\x80\x91", "-", ".", "'"
};

static const char *const phrases[] = {
	" сказал ", " отметил, что ", " заявил он", "сообщила пресс-служба", "По словам ",
	"по мнению ", ", как сообщил ", " добавив, что ", " что ", " и ", " или ", " он ",
	" она ", "Он ", " поручил ", " и.о. ", "врио ", "бывший ", "экс-", "первый заместитель ",
	"г.", "г. ", "ул. ", "им. ", "область ", "района ", " с ", " по ", " до ", " к ",
	"не позднее ", "после ", "между ", "в ", "на ", "год", "года", "годы", " т.г.", " г.",
	"вчера", "завтра", "в понедельник", "на прошлой неделе", "через 3 дня",
	"за последние 5 лет", "в начале ", "конец ", "первой половине ", "в ночь с ",
	"кварта", "полугодие", "XX века", "90-е", "до н.э.", " часов", "того же года",
	"улы", "кызы", "оглы", "ович", "овна", "ов", "ева", "ым", "ой", "ский", "https://kz.kz/",
	"a@b.kz", "place/kz/", "kz/astana/ = ", "settlement = ", " class = ", "m = ", "%\n", "%%\n",
	"-", "or ", "=\"", "*"
};

static uint64_t state;

static uint32_t
below(uint32_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t) ((state >> 16) % n);
}

#define ANY(list) ((list)[below(sizeof(list) / sizeof(*(list)))])

/* ------------------------------------------------------------- fragments */

/* A date in one of its shapes. */
static void
make_date(char *out, size_t room)
{
	static const char *const months[] = {
		"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
		"сентября", "октября", "ноября", "декабря", "сентябрь", "мае", "янв."
	};
	unsigned	day = below(34);
	unsigned	year = below(4) ? 1990 + below(40) : below(10000);

	switch (below(10))
	{
		case 0:
			snprintf(out, room, "%02u.%02u.%04u", day, below(14), year);
			return;
		case 1:
			snprintf(out, room, "%u %s %u года", day, ANY(months), year);
			return;
		case 2:
			snprintf(out, room, "%u %s", day, ANY(months));
			return;
		case 3:
			snprintf(out, room, "%04u-%02u-%02u", year, below(14), day);
			return;
		case 4:
			snprintf(out, room, "с %u по %u %s", day, below(34), ANY(months));
			return;
		case 5:
			snprintf(out, room, "%u–%u годы", year, year + below(20));
			return;
		case 6:
			snprintf(out, room, "%u, %u и %u %s %u г.", day, below(32), below(32), ANY(months), year);
			return;
		case 7:
			snprintf(out, room, "«%u» %s %u", day, ANY(months), year % 100);
			return;
		case 8:
			snprintf(out, room, "%u %s назад", below(1000), below(2) ? "лет" : "дней");
			return;
		default:
			snprintf(out, room, "%u.%u.%u", day, below(14), year % 100);
	}
}

/* Capital letters with points, as initials stand. */
static void
make_initials(char *out)
{
	size_t		n = 0;

	for (unsigned i = 0, many = 1 + below(3); i < many; i++)
	{
		n += tb_utf8_put(out + n, 0x410 + below(32));
		out[n++] = '.';
		if (below(4) == 0)
			out[n++] = below(2) ? '-' : ' ';
	}
	out[n] = '\0';
}

/* A name of the lexicon in some case. */
static void
make_name(char *out)
{
	const char *name = ANY(names);
	TbNameHints hints = {.from = TB_NO_DAY,.to = TB_NO_DAY};

	if (below(2) == 0 ||
		!tb_inflect_to((TbStr) {name, (uint32_t) strlen(name)}, &hints,
					   (TbCase) below(TB_NCASES), below(4) == 0, out))
		snprintf(out, TB_MAX_FORM, "%s", name);
}

static void
make_fragment(char *out)
{
	switch (below(8))
	{
		case 0:
			make_date(out, TB_MAX_FORM);
			return;
		case 1:
			make_initials(out);
			return;
		case 2:
		case 3:
			strcpy(out, ANY(marks));
			return;
		case 4:
			strcpy(out, ANY(phrases));
			return;
		case 5:
			strcpy(out, ANY(joiners));
			return;
		default:
			make_name(out);
	}
}

/* ----------------------------------------------------------------- edits */

/* A text under edit: it never grows over max. */
typedef struct Edit
{
	char	   *s;
	size_t		len;
	size_t		max;
} Edit;

/* Some border of a character. */
static size_t
some_border(const Edit *e)
{
	size_t		at = below((uint32_t) e->len + 1);

	while (at < e->len && ((unsigned char) e->s[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* Some place where a word begins: behind a blank, or the start. */
static size_t
some_word(const Edit *e)
{
	size_t		at = some_border(e);

	while (at > 0 && e->s[at - 1] != ' ' && e->s[at - 1] != '\n')
		at--;
	return at;
}

/* Where n words behind a place end. */
static size_t
words_end(const Edit *e, size_t at, uint32_t n)
{
	for (; at < e->len; at++)
		if (e->s[at] == ' ' && n-- == 0)
			break;
	return at;
}

/* Put len bytes in the place of [from, to). */
static void
replace(Edit *e, size_t from, size_t to, const char *with, size_t len)
{
	if (e->len - (to - from) + len > e->max)
		return;
	memmove(e->s + from + len, e->s + to, e->len - to);
	memcpy(e->s + from, with, len);
	e->len += len - (to - from);
}

static void
insert(Edit *e, size_t at, const char *with)
{
	replace(e, at, at, with, strlen(with));
}

/* A stretch of words, copied to another place. */
static void
copy_words(Edit *e)
{
	char		words[256];
	size_t		from = some_word(e);
	size_t		to = words_end(e, from, below(6));
	size_t		len = to - from < sizeof(words) ? to - from : sizeof(words) - 1;
	size_t		at;

	memcpy(words, e->s + from, len);
	words[len] = '\0';
	at = some_word(e);
	insert(e, at, " ");
	insert(e, at, words);
}

/* Quote marks, of one kind or not, around some words. */
static void
quote_words(Edit *e)
{
	static const char *const opening[] = {"«", "“", "„", "\"", "(", "'"};
	static const char *const closing[] = {"»", "”", "“", "\"", ")", "'"};
	uint32_t	kind = below(6);
	size_t		from = some_word(e);
	size_t		to = words_end(e, from, below(8));

	insert(e, to, closing[below(5) ? kind : below(6)]);
	insert(e, from, opening[kind]);
}

/* Capitals or small letters for some words. */
static void
recase_words(Edit *e)
{
	bool		upper = below(2);
	size_t		from = some_word(e);
	size_t		to = words_end(e, from, below(4));

	for (size_t at = from; at < to;)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(e->s + at, to - at, &step);
		char		out[4];
		uint32_t	n = tb_utf8_put(out, upper ? tb_upper_char(c) : tb_lower_char(c));

		if (n == step)
			memcpy(e->s + at, out, n);
		at += step;
	}
}

static void
repeat_fragment(Edit *e)
{
	char		fragment[TB_MAX_FORM];
	size_t		at = some_border(e);

	make_fragment(fragment);
	for (unsigned n = 2 + below(40); n > 0; n--)
		insert(e, at, fragment);
}

static void
edit_once(Edit *e)
{
	char		fragment[TB_MAX_FORM];
	size_t		at;

	switch (below(10))
	{
		case 0:
			copy_words(e);
			return;
		case 1:
			at = some_word(e);
			replace(e, at, words_end(e, at, below(5)), "", 0);
			return;
		case 2:
			quote_words(e);
			return;
		case 3:
			recase_words(e);
			return;
		case 4:
			repeat_fragment(e);
			return;
		case 5:
			at = some_word(e);
			make_fragment(fragment);
			replace(e, at, words_end(e, at, 0), fragment, strlen(fragment));
			return;
		case 6:
			insert(e, some_border(e), ANY(joiners));
			return;
		default:
			at = below(3) ? some_word(e) : some_border(e);
			make_fragment(fragment);
			if (below(2))
				insert(e, at, " ");
			insert(e, at, fragment);
	}
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned int seed)
{
	Edit		edit;

	state = (uint64_t) seed * 0x9E3779B97F4A7C15u + 1;
	if (size < FUZZ_HEADER || max < FUZZ_HEADER + 1 || below(4) == 0)
		return LLVMFuzzerMutate(data, size, max);
	if (below(8) == 0)
		data[0] = (uint8_t) below(256);
	edit = (Edit) {(char *) data + FUZZ_HEADER, size - FUZZ_HEADER, max - FUZZ_HEADER};
	if (below(4) == 0)
		edit.len = LLVMFuzzerMutate(data + FUZZ_HEADER, edit.len, edit.max);
	for (unsigned n = 1 + below(4); n > 0; n--)
		edit_once(&edit);
	return FUZZ_HEADER + edit.len;
}
