/*
 * verb.c
 *	  What the form of a word says: is it a finite verb, an infinitive, a
 *	  gerund, a participle, an adjective?
 *
 * A clause needs to know that «отремонтировали» is a verb, in the past and the
 * plural, not which one.  The ending tells: -или behind any letter is past,
 * -ут past ж, д, н, м … present («скажут», not «маршрут»).  Nouns that end
 * alike (потенциал, недели) stand in the list «noun-l»; capitalised words and
 * known nouns are no verbs.
 */
#include "core/statement_internal.h"

#include "base/fold.h"

/* How many tokens are searched for a predicate. */
#define MAX_PREDICATE 200

/* A set of letters а..я as bits, and the number of one. */
#define LETTER(c) (U##c - U'а')
#define BIT(c) (UINT32_C(1) << LETTER(c))
#define ANY UINT32_MAX

/* Before the л of the past: vowels, but no о (школа, протокола, роли). */
#define IN_L (BIT('а') | BIT('е') | BIT('и') | BIT('у') | BIT('ы') | BIT('я'))
#define IN_LA (IN_L | BIT('ш') | BIT('г') | BIT('х'))
#define LA_ROWS(end, gram) {"л" end, IN_LA, gram}, {"екл" end, ANY, gram}, \
	{"ерл" end, ANY, gram}, {"гибл" end, ANY, gram}, {"езл" end, ANY, gram}, \
	{"олзл" end, ANY, gram}, {"ерзл" end, ANY, gram}

/* Letters in a word before the ending and the letter that is tested. */
#define MIN_STEM 2

/* A suffix and the letters that may stand before it. */
typedef struct Ending
{
	const char *text;			/* NULL closes a list */
	uint32_t	before;
	TbGram		gram;
} Ending;

#define PAST_M TB_PAST | TB_VERB_SG | TB_MASC
#define PAST_F TB_PAST | TB_VERB_SG | TB_FEM
#define PAST_N TB_PAST | TB_VERB_SG | TB_NEUT
#define PAST_PL TB_PAST | TB_VERB_PL
#define PRES_SG TB_PRESENT | TB_VERB_SG
#define PRES_PL TB_PRESENT | TB_VERB_PL

/* Stems of short passives: выполнен, ввезён, подписан, указан, прерван. */
#define IN_EN (BIT('л') | BIT('щ') | BIT('ж') | BIT('ч') | BIT('ш') | BIT('д') | BIT('н') | BIT('р') | BIT('о'))
#define EN_ROWS(end) {"езен" end, ANY, 0}, {"есен" end, ANY, 0}, {"асен" end, ANY, 0}
#define AN_ROWS(end) {"ован" end, ANY, 0}, {"дан" end, ANY, 0}, {"сан" end, ANY, 0}, \
	{"зван" end, ANY, 0}, {"рван" end, ANY, 0}, {"бран" end, ANY, 0}, {"знан" end, ANY, 0}, \
	{"елан" end, ANY, 0}, {"слан" end, ANY, 0}, {"азан" end, ANY, 0}, {"язан" end, ANY, 0}, \
	{"ржан" end, ANY, 0}, {"читан" end, ANY, 0}, {"пытан" end, ANY, 0}, {"щан" end, ANY, 0}, \
	{"еван" end, ANY, 0}
#define T_ROWS(end) {"нят" end, ANY, 0}, {"взят" end, ANY, 0}, {"рыт" end, ANY, 0}, \
	{"бит" end, ANY, 0}

/* Finite verbs by their last letter. */
static const Ending in_l[] = {
	{"л", IN_L, PAST_M}, {NULL, 0, 0}
};
static const Ending in_a[] = {
	LA_ROWS("а", PAST_F), {"сла", ANY, PAST_F}, {"нута", ANY, 0},
	{"ена", IN_EN, 0}, EN_ROWS("а"), AN_ROWS("а"), T_ROWS("а"), {NULL, 0, 0}
};
static const Ending in_o[] = {
	LA_ROWS("о", PAST_N), {"нуто", ANY, 0},
	{"ено", IN_EN, 0}, EN_ROWS("о"), AN_ROWS("о"), T_ROWS("о"), {NULL, 0, 0}
};
static const Ending in_i[] = {
	LA_ROWS("и", PAST_PL), {"сли", ANY, PAST_PL}, {"ребли", ANY, PAST_PL}, {NULL, 0, 0}
};
static const Ending in_soft[] = {
	{"лась", ANY, PAST_F}, {"лось", ANY, PAST_N}, {"лись", ANY, PAST_PL},
	{"юсь", BIT('а') | BIT('у') | BIT('я'), 0}, {NULL, 0, 0}
};
static const Ending in_ya[] = {
	{"лся", ANY, PAST_M}, {"ится", ANY, PRES_SG}, {"ется", ANY, PRES_SG},
	{"ятся", ANY, PRES_PL}, {"атся", ANY, PRES_PL}, {"утся", ANY, PRES_PL},
	{"ются", ANY, PRES_PL}, {"емся", ANY, 0}, {"имся", ANY, 0}, {NULL, 0, 0}
};
static const Ending in_t[] = {
	{"ет", BIT('а') | BIT('я') | BIT('е') | BIT('у') | BIT('ю') | BIT('д') | BIT('ж') |
		BIT('н') | BIT('ч') | BIT('р') | BIT('ь') | BIT('ш') | BIT('щ'), PRES_SG},
	{"ймет", ANY, PRES_SG}, {"имет", ANY, PRES_SG}, {"ьмет", ANY, PRES_SG},
	{"живет", ANY, PRES_SG}, {"зовет", ANY, PRES_SG}, {"рвет", ANY, PRES_SG},
	{"ывет", ANY, PRES_SG}, {"несет", ANY, PRES_SG}, {"пасет", ANY, PRES_SG},
	{"везет", ANY, PRES_SG}, {"олзет", ANY, PRES_SG}, {"растет", ANY, PRES_SG},
	{"ветет", ANY, PRES_SG},
	{"ют", BIT('а') | BIT('я') | BIT('е') | BIT('у') | BIT('о') | BIT('ь'), PRES_PL},
	{"шлют", ANY, PRES_PL},
	{"ут", BIT('д') | BIT('г') | BIT('н') | BIT('в') | BIT('м') | BIT('ж') | BIT('ш') |
		BIT('ч') | BIT('щ'), PRES_PL},
	{"несут", ANY, PRES_PL}, {"пасут", ANY, PRES_PL}, {"везут", ANY, PRES_PL},
	{"олзут", ANY, PRES_PL}, {"екут", ANY, PRES_PL}, {"рут", BIT('е'), PRES_PL},
	{"трут", ANY, PRES_PL}, {"мрут", ANY, PRES_PL}, {"растут", ANY, PRES_PL},
	{"ветут", ANY, PRES_PL}, {"ребут", ANY, PRES_PL},
	{"ит", BIT('л') | BIT('д') | BIT('в') | BIT('н') | BIT('р') | BIT('с') | BIT('т') |
		BIT('ш') | BIT('ч') | BIT('ж') | BIT('м') | BIT('п') | BIT('з') | BIT('о'), PRES_SG},
	{"ят", BIT('л') | BIT('д') | BIT('в') | BIT('н') | BIT('р') | BIT('с') | BIT('т') |
		BIT('м') | BIT('п') | BIT('з') | BIT('о'), PRES_PL},
	{"юбят", ANY, PRES_PL}, {"убят", ANY, PRES_PL},
	{"ат", BIT('ш') | BIT('ч') | BIT('ж') | BIT('щ'), PRES_PL}, T_ROWS(""), {NULL, 0, 0}
};
static const Ending in_m[] = {
	{"ем", BIT('а') | BIT('я') | BIT('у'), 0}, {NULL, 0, 0}
};
static const Ending in_yu[] = {
	{"аю", ANY, 0}, {"ирую", ANY, 0}, {"вствую", ANY, 0}, {"ебую", ANY, 0}, {NULL, 0, 0}
};
static const Ending in_n[] = {
	{"ен", IN_EN, 0}, EN_ROWS(""), AN_ROWS(""), {NULL, 0, 0}
};
static const Ending in_y[] = {
	{"ены", IN_EN, 0}, EN_ROWS("ы"), AN_ROWS("ы"), T_ROWS("ы"), {NULL, 0, 0}
};

static const Ending *const finite[32] = {
	[LETTER('л')] = in_l,[LETTER('а')] = in_a,[LETTER('о')] = in_o,[LETTER('и')] = in_i,
	[LETTER('ь')] = in_soft,[LETTER('я')] = in_ya,[LETTER('т')] = in_t,[LETTER('м')] = in_m,
	[LETTER('ю')] = in_yu,[LETTER('н')] = in_n,[LETTER('ы')] = in_y
};

/* ----------------------------------------------------------------- letters */

/* The number of the letter whose two bytes end before end: 32 for another. */
static uint32_t
letter_before(const char *end)
{
	uint32_t	lead = (unsigned char) end[-2];
	uint32_t	trail = (unsigned char) end[-1];

	if (lead == 0xD0 && trail >= 0xB0)
		return trail - 0xB0;
	return lead == 0xD1 && trail < 0x90 ? trail - 0x80 + 16 : 32;
}

/* The row of a list that a word ends in, or NULL. */
static const Ending *
ending_of(const char *word, size_t len, const Ending *row)
{
	for (; row->text != NULL; row++)
	{
		size_t		n = strlen(row->text);
		uint32_t	before;

		if (len < n + 2 * MIN_STEM || memcmp(word + len - n, row->text, n) != 0)
			continue;
		if (row->before == ANY)
			return row;
		before = letter_before(word + len - n);
		if (before < 32 && (row->before & UINT32_C(1) << before) && len >= n + 2 + 2 * MIN_STEM)
			return row;
	}
	return NULL;
}

/* Does a word end in one of the suffixes of a list, longer by two letters? */
static bool
ends_in_any(const char *word, size_t len, const char *const *suffixes)
{
	for (; *suffixes != NULL; suffixes++)
	{
		size_t		n = strlen(*suffixes);

		if (len >= n + 2 * MIN_STEM && word[len - 1] == (*suffixes)[n - 1] &&
			memcmp(word + len - n, *suffixes, n) == 0)
			return true;
	}
	return false;
}

/* Folded text of a lower-case word; empty when it is none. */
static TbStr
low_word(const TbDocument *doc, uint32_t i)
{
	if (!tb_is_word(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_CAP | TB_TF_LETTER | TB_TF_LATIN)))
		return (TbStr) {NULL, 0};
	return tb_word_folded(&doc->text, i);
}

/* Is the word at i known as something that is no verb? */
static bool
is_known_noun(const TbDocument *doc, uint32_t i)
{
	const TbReading *reading;

	if (tb_word_is(doc, i, TB_WORD, "noun-l"))
		return true;
	if (tb_is_a(doc, i, TB_PREP) || tb_is_a(doc, i, TB_CONJ) ||
		tb_may_be(doc, i, TB_BIT(GROUP) | TB_BIT(ORGWORD) | TB_BIT(MARKER) |
				  TB_BIT(MONTH) | TB_BIT(UNIT) | TB_BIT(PLACE)))
		return true;
	reading = tb_word_reading(doc, i, TB_COMMON, "noun");
	return reading != NULL || tb_word_reading(doc, i, TB_COMMON, "adj") != NULL;
}

/* tb_verb_gram of the word at i, whose folded text is given, not remembered. */
static TbGram
find_verb_gram(const TbScan *scan, uint32_t i, TbStr word)
{
	uint32_t	last = word.len > 2 ? letter_before(word.data + word.len) : 32;
	const Ending *ending;
	TbCue		cue;

	if (word.len == 0)
		return 0;
	if (tb_may_be(scan->doc, i, TB_BIT(WORD)))
	{
		const TbReading *verb = tb_word_reading(scan->doc, i, TB_WORD, "verb");

		if (verb != NULL)
			return TB_FINITE | (TbGram) tb_entry(scan->doc, verb)->value;
		if (tb_word_is(scan->doc, i, TB_WORD, "finite"))
			return TB_FINITE;
	}
	if (tb_cue_at(scan, i, &cue))
		return cue.gram & (TB_GERUND | TB_PARTICIPLE) ? 0 : TB_FINITE | cue.gram;
	if (last == 32 || finite[last] == NULL)
		return 0;
	ending = ending_of(word.data, word.len, finite[last]);
	return ending == NULL || is_known_noun(scan->doc, i) ? 0 : TB_FINITE | ending->gram;
}

TbGram
tb_verb_gram(const TbScan *scan, uint32_t i)
{
	const uint32_t known = 1u << 31;

	if (!tb_is_word(scan->doc, i))
		return 0;
	if (scan->verbs[i] == 0)
		scan->verbs[i] = known | find_verb_gram(scan, i, low_word(scan->doc, i));
	return scan->verbs[i] & ~known;
}

static const char *const infinitive[] = {
	"ать", "ять", "ить", "еть", "уть", "ыть", "оть", "сти", "зти", "чь",
	"йти", "ться", "тись", NULL
};

bool
tb_looks_infinitive(const TbDocument *doc, uint32_t i)
{
	TbStr		word = low_word(doc, i);

	return word.len > 0 && ends_in_any(word.data, word.len, infinitive) &&
		!is_known_noun(doc, i);
}

bool
tb_looks_gerund(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ая", "яя", "уя", "ив", "ав", "ев", "ув", "яв", "ыв", "вшись", "аясь",
		"уясь", "ясь", "ося", "едя", "идя", "одя", "ядя", "удя", "воря", "отря",
		"тоя", "дая", NULL
	};
	static const char *const adjective[] = {
		"ная", "кая", "вая", "лая", "рая", "тая", "шая", "щая", "жая", "чая",
		"няя", "гая", "хая", "дая", "мая", NULL
	};
	TbStr		word;

	if (!tb_is_word(doc, i))
		return false;
	word = tb_word_folded(&doc->text, i);
	if (word.len == 0 || !ends_in_any(word.data, word.len, endings) || is_known_noun(doc, i))
		return false;
	/* «отмечая» is a gerund, «большая» is none */
	return !ends_in_any(word.data, word.len, adjective) ||
		tb_word_reading(doc, i, TB_CUE, NULL) != NULL;
}

bool
tb_looks_participle(const TbDocument *doc, uint32_t i)
{
	static const char *const stems[] = {
		"вш", "ющ", "ащ", "ящ", "ущ", "нн", "ем", "им", "т", NULL
	};
	static const char *const endings[] = {
		"ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их",
		"ими", "ый", "ого", "ому", "ым", "ом", "ой", "ое", "ые", "ых", "ыми",
		NULL
	};
	TbStr		low = low_word(doc, i);
	const char *word = low.data;
	size_t		len = low.len;
	size_t		bare = len;

	if (len == 0)
		return false;
	if (len > 8 && memcmp(word + len - 4, "ся", 4) == 0)
		len -= 4;
	for (int e = 0; endings[e] != NULL && bare == len; e++)
	{
		size_t		n = strlen(endings[e]);

		if (len > n + 6 && memcmp(word + len - n, endings[e], n) == 0)
			bare = len - n;
	}
	/* the long stems only: «-ем-», «-им-», «-т-» are too common elsewhere */
	for (int s = 0; s < 6 && bare < len; s++)
	{
		size_t		n = strlen(stems[s]);

		if (bare > n + 2 && memcmp(word + bare - n, stems[s], n) == 0)
			return !is_known_noun(doc, i);
	}
	return false;
}

/* May the word at i be an adjective or participle, by its ending? */
bool
tb_looks_adjective(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его",
		"ому", "ему", "ым", "им", "ых", "их", "ыми", "ими", "ую", "юю",
		"ском", "цком", "ном", "шем", "щем", NULL
	};

	if (!tb_is_word(doc, i) || tb_tok(doc, i)->letters < 5 ||
		tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(GROUP) | TB_BIT(ORGWORD) |
				  TB_BIT(PRON)) ||
		tb_is_a(doc, i, TB_PREP) || tb_is_a(doc, i, TB_CONJ) ||
		tb_word_is(doc, i, TB_COMMON, "adv") || tb_text_is(doc, i, "менее") ||
		tb_text_is(doc, i, "более"))
		return false;
	return tb_ends_in_any(doc, i, endings);
}

/* «Нужна тишина», «Нашли и что?»: a verb with the capital that opens a sentence? */
static bool
opens_with_verb(const TbScan *scan, uint32_t i)
{
	TbStr		word;

	if (!tb_is_cap(scan->doc, i) || scan->actor_at[i] != 0 ||
		tb_may_be(scan->doc, i, TB_BIT(PLACE) | TB_BIT(GIVEN)))
		return false;
	word = tb_word_folded(&scan->doc->text, i);
	return find_verb_gram(scan, i, word) != 0 ||
		(ends_in_any(word.data, word.len, infinitive) && !is_known_noun(scan->doc, i));
}

bool
tb_has_predicate(const TbScan *scan, uint32_t first, uint32_t end)
{
	if (first < end && opens_with_verb(scan, first))
		return true;
	if (end > first + MAX_PREDICATE)
		end = first + MAX_PREDICATE;
	for (uint32_t i = first; i < end; i++)
		if (tb_looks_finite(scan, i) || tb_looks_infinitive(scan->doc, i) ||
			tb_text_is(scan->doc, i, "это") ||
			(i > first && tb_is_spaced_dash(scan->doc, i)))
			return true;
	return false;
}
