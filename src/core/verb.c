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
#define LA_ROWS(end, gram) E("л" end, IN_LA, gram), E("екл" end, ANY, gram), \
	E("ерл" end, ANY, gram), E("гибл" end, ANY, gram), E("езл" end, ANY, gram), \
	E("олзл" end, ANY, gram), E("ерзл" end, ANY, gram)

/* Letters in a word before the ending and the letter that is tested. */
#define MIN_STEM 2

/* A suffix and the letters that may stand before it. */
typedef struct Ending
{
	const char *text;			/* NULL closes a list */
	uint32_t	len;			/* of text, bytes */
	uint32_t	before;
	TbGram		gram;
} Ending;

#define E(text, before, gram) {text, sizeof(text) - 1, before, gram}

#define PAST_M TB_PAST | TB_VERB_SG | TB_MASC
#define PAST_F TB_PAST | TB_VERB_SG | TB_FEM
#define PAST_N TB_PAST | TB_VERB_SG | TB_NEUT
#define PAST_PL TB_PAST | TB_VERB_PL
#define PRES_SG TB_PRESENT | TB_VERB_SG
#define PRES_PL TB_PRESENT | TB_VERB_PL

/* Stems of short passives: выполнен, ввезён, подписан, указан, прерван. */
#define IN_EN (BIT('л') | BIT('щ') | BIT('ж') | BIT('ч') | BIT('ш') | BIT('д') | BIT('н') | \
			   BIT('р') | BIT('о'))
#define EN_ROWS(end) E("езен" end, ANY, 0), E("есен" end, ANY, 0), E("асен" end, ANY, 0)
#define AN_ROWS(end) E("ован" end, ANY, 0), E("дан" end, ANY, 0), E("сан" end, ANY, 0), \
	E("зван" end, ANY, 0), E("рван" end, ANY, 0), E("бран" end, ANY, 0), E("знан" end, ANY, 0), \
	E("елан" end, ANY, 0), E("слан" end, ANY, 0), E("азан" end, ANY, 0), E("язан" end, ANY, 0), \
	E("ржан" end, ANY, 0), E("читан" end, ANY, 0), E("пытан" end, ANY, 0), E("щан" end, ANY, 0), \
	E("еван" end, ANY, 0)
#define T_ROWS(end) E("нят" end, ANY, 0), E("взят" end, ANY, 0), E("рыт" end, ANY, 0), \
	E("бит" end, ANY, 0)

/* Finite verbs by their last letter. */
static const Ending in_l[] = {
	E("л", IN_L, PAST_M), {NULL, 0, 0, 0}
};
static const Ending in_a[] = {
	LA_ROWS("а", PAST_F), E("сла", ANY, PAST_F), E("нута", ANY, 0),
	E("ена", IN_EN, 0), EN_ROWS("а"), AN_ROWS("а"), T_ROWS("а"), {NULL, 0, 0, 0}
};
static const Ending in_o[] = {
	LA_ROWS("о", PAST_N), E("нуто", ANY, 0),
	E("ено", IN_EN, 0), EN_ROWS("о"), AN_ROWS("о"), T_ROWS("о"), {NULL, 0, 0, 0}
};
static const Ending in_i[] = {
	LA_ROWS("и", PAST_PL), E("сли", ANY, PAST_PL), E("ребли", ANY, PAST_PL), {NULL, 0, 0, 0}
};
static const Ending in_soft[] = {
	E("лась", ANY, PAST_F), E("лось", ANY, PAST_N), E("лись", ANY, PAST_PL),
	E("юсь", BIT('а') | BIT('у') | BIT('я'), 0), {NULL, 0, 0, 0}
};
static const Ending in_ya[] = {
	E("лся", ANY, PAST_M), E("ится", ANY, PRES_SG), E("ется", ANY, PRES_SG),
	E("ятся", ANY, PRES_PL), E("атся", ANY, PRES_PL), E("утся", ANY, PRES_PL),
	E("ются", ANY, PRES_PL), E("емся", ANY, 0), E("имся", ANY, 0), {NULL, 0, 0, 0}
};
static const Ending in_t[] = {
	E("ет", BIT('а') | BIT('я') | BIT('е') | BIT('у') | BIT('ю') | BIT('д') | BIT('ж') |
		BIT('н') | BIT('ч') | BIT('р') | BIT('ь') | BIT('ш') | BIT('щ'), PRES_SG),
	E("ймет", ANY, PRES_SG), E("имет", ANY, PRES_SG), E("ьмет", ANY, PRES_SG),
	E("живет", ANY, PRES_SG), E("зовет", ANY, PRES_SG), E("рвет", ANY, PRES_SG),
	E("ывет", ANY, PRES_SG), E("несет", ANY, PRES_SG), E("пасет", ANY, PRES_SG),
	E("везет", ANY, PRES_SG), E("олзет", ANY, PRES_SG), E("растет", ANY, PRES_SG),
	E("ветет", ANY, PRES_SG),
	E("ют", BIT('а') | BIT('я') | BIT('е') | BIT('у') | BIT('о') | BIT('ь'), PRES_PL),
	E("шлют", ANY, PRES_PL),
	E("ут", BIT('д') | BIT('г') | BIT('н') | BIT('в') | BIT('м') | BIT('ж') | BIT('ш') |
		BIT('ч') | BIT('щ'), PRES_PL),
	E("несут", ANY, PRES_PL), E("пасут", ANY, PRES_PL), E("везут", ANY, PRES_PL),
	E("олзут", ANY, PRES_PL), E("екут", ANY, PRES_PL), E("рут", BIT('е'), PRES_PL),
	E("трут", ANY, PRES_PL), E("мрут", ANY, PRES_PL), E("растут", ANY, PRES_PL),
	E("ветут", ANY, PRES_PL), E("ребут", ANY, PRES_PL),
	E("ит", BIT('л') | BIT('д') | BIT('в') | BIT('н') | BIT('р') | BIT('с') | BIT('т') |
		BIT('ш') | BIT('ч') | BIT('ж') | BIT('м') | BIT('п') | BIT('з') | BIT('о'), PRES_SG),
	E("ят", BIT('л') | BIT('д') | BIT('в') | BIT('н') | BIT('р') | BIT('с') | BIT('т') |
		BIT('м') | BIT('п') | BIT('з') | BIT('о'), PRES_PL),
	E("юбят", ANY, PRES_PL), E("убят", ANY, PRES_PL),
	E("ат", BIT('ш') | BIT('ч') | BIT('ж') | BIT('щ'), PRES_PL), T_ROWS(""), {NULL, 0, 0, 0}
};
static const Ending in_m[] = {
	E("ем", BIT('а') | BIT('я') | BIT('у'), 0), {NULL, 0, 0, 0}
};
static const Ending in_yu[] = {
	E("аю", ANY, 0), E("ирую", ANY, 0), E("вствую", ANY, 0), E("ебую", ANY, 0), {NULL, 0, 0, 0}
};
static const Ending in_n[] = {
	E("ен", IN_EN, 0), EN_ROWS(""), AN_ROWS(""), {NULL, 0, 0, 0}
};
static const Ending in_y[] = {
	E("ены", IN_EN, 0), EN_ROWS("ы"), AN_ROWS("ы"), T_ROWS("ы"), {NULL, 0, 0, 0}
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

	/* bad text may have any byte there */
	if (lead == 0xD0 && trail >= 0xB0 && trail < 0xC0)
		return trail - 0xB0;
	return lead == 0xD1 && trail >= 0x80 && trail < 0x90 ? trail - 0x80 + 16 : 32;
}

/* The set of a word's last letter; 0: it is no Russian one. */
static uint32_t
last_letter(TbStr word)
{
	uint32_t	last = word.len > 2 ? letter_before(word.data + word.len) : 32;

	return last < 32 ? UINT32_C(1) << last : 0;
}

/*
 * The row of a list, all of whose endings have the word's last letter, that
 * the word ends in; or NULL.  The second letter's last byte tells most apart.
 */
static const Ending *
ending_of(TbStr word, const Ending *row)
{
	const char *end = word.data + word.len;

	for (; row->text != NULL; row++)
	{
		uint32_t	before;

		if (word.len < row->len + 2 * MIN_STEM ||
			(row->len > 2 && (end[-3] != row->text[row->len - 3] ||
							  memcmp(end - row->len, row->text, row->len) != 0)))
			continue;
		if (row->before == ANY)
			return row;
		before = letter_before(end - row->len);
		if (before < 32 && (row->before & UINT32_C(1) << before) &&
			word.len >= row->len + 2 + 2 * MIN_STEM)
			return row;
	}
	return NULL;
}

/* Does a word end in one of the suffixes of a list, longer by two letters? */
static bool
ends_in_any(TbStr word, const char *const *suffixes)
{
	const char *end = word.data + word.len;

	for (; word.len > 2 && *suffixes != NULL; suffixes++)
	{
		size_t		n = strlen(*suffixes);
		if (end[-1] == (*suffixes)[n - 1] && word.len >= n + 2 * MIN_STEM &&
			memcmp(end - n, *suffixes, n) == 0)
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
	ending = ending_of(word, finite[last]);
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
	/* «доступности» */
	static const char *const nouns[] = {"ости", NULL};
	TbStr		word = low_word(doc, i);

	return (last_letter(word) & (BIT('ь') | BIT('и') | BIT('я'))) && ends_in_any(word, infinitive) &&
		!ends_in_any(word, nouns) && !is_known_noun(doc, i);
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
	/* of these, what no adjective ends in: открывая, принимая, включая */
	static const char *const no_adjective[] = {
		"ывая", "давая", "знавая", "аивая", "шивая", "чивая", "кивая", "ривая", "нивая",
		"нимая", "ажая", "олжая", "нижая", "вечая", "мечая", "лючая", "лучая", "речая",
		"ершая", "рушая", "ращая", "сещая", "чиная", "оминая", "читая", "ботая", "ечтая",
		"делая", "желая", "сылая", "бирая", "мирая", "пирая", "тирая", "лекая", "никая",
		"лагая", "могая", "вигая", "жидая", "людая", "ыхая", NULL
	};
	TbStr		word;

	if (!tb_is_word(doc, i))
		return false;
	word = tb_word_folded(&doc->text, i);
	if (!(last_letter(word) & (BIT('я') | BIT('в') | BIT('ь'))) ||
		!ends_in_any(word, endings) || is_known_noun(doc, i))
		return false;
	/* «отмечая» is a gerund, «большая» is none */
	return !ends_in_any(word, adjective) || ends_in_any(word, no_adjective) ||
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

	if (!(last_letter(low) & (BIT('й') | BIT('о') | BIT('у') | BIT('м') | BIT('я') | BIT('ю') |
							  BIT('е') | BIT('х') | BIT('и'))))
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

/* Does a word end as an adjective does: -ый, -ого, -ым, -ском? */
static bool
has_adjective_ending(TbStr word)
{
	static const Ending adjective_m[] = {
		E("ым", ANY, 0), E("им", ANY, 0), E("ском", ANY, 0), E("цком", ANY, 0),
		E("ном", ANY, 0), E("шем", ANY, 0), E("щем", ANY, 0), {NULL, 0, 0, 0}
	};
	static const Ending adjective_o[] = {E("ого", ANY, 0), E("его", ANY, 0), {NULL, 0, 0, 0}};
	static const Ending adjective_u[] = {E("ому", ANY, 0), E("ему", ANY, 0), {NULL, 0, 0, 0}};
	static const Ending adjective_i[] = {E("ыми", ANY, 0), E("ими", ANY, 0), {NULL, 0, 0, 0}};
	uint32_t	last = last_letter(word);
	uint32_t	before;

	if (last & BIT('м'))
		return ending_of(word, adjective_m) != NULL;
	if (last & BIT('о'))
		return ending_of(word, adjective_o) != NULL;
	if (last & BIT('у'))
		return ending_of(word, adjective_u) != NULL;
	if (last & BIT('и'))
		return ending_of(word, adjective_i) != NULL;
	if (last == 0 || word.len < 8)
		return false;
	before = last_letter((TbStr) {word.data, word.len - 2});
	return ((last & BIT('й')) && (before & (BIT('ы') | BIT('и') | BIT('о')))) ||
		((last & BIT('я')) && (before & (BIT('а') | BIT('я')))) ||
		((last & BIT('е')) && (before & (BIT('о') | BIT('е') | BIT('ы') | BIT('и')))) ||
		((last & BIT('х')) && (before & (BIT('ы') | BIT('и')))) ||
		((last & BIT('ю')) && (before & (BIT('у') | BIT('ю'))));
}

/* May the word at i be an adjective or participle, by its ending? */
bool
tb_looks_adjective(const TbDocument *doc, uint32_t i)
{
	return tb_is_word(doc, i) && tb_tok(doc, i)->letters >= 5 &&
		has_adjective_ending(tb_word_folded(&doc->text, i)) &&
		!tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(GROUP) | TB_BIT(ORGWORD) |
				   TB_BIT(PRON)) &&
		!tb_is_a(doc, i, TB_PREP) && !tb_is_a(doc, i, TB_CONJ) &&
		!tb_word_is(doc, i, TB_COMMON, "adv") && !tb_text_is(doc, i, "менее") &&
		!tb_text_is(doc, i, "более");
}

/* Does a word end as a genitive may; a name as an adjective's only? */
bool
tb_ends_as_genitive(const TbDocument *doc, uint32_t i)
{
	TbStr		word = tb_word_folded(&doc->text, i);
	uint32_t	last = last_letter(word);
	uint32_t	before = word.len > 4 ? last_letter((TbStr) {word.data, word.len - 2}) : 0;

	static const Ending in_iy[] = {
		E("ений", ANY, 0), E("аний", ANY, 0), E("ятий", ANY, 0), E("ствий", ANY, 0),
		E("аций", ANY, 0), {NULL, 0, 0, 0}
	};

	/* «Южной» is one, «Песков» and «Анна» are not */
	if (((last & BIT('х')) && (before & (BIT('ы') | BIT('и')))) ||
		((last & BIT('й')) && (before & (BIT('о') | BIT('е')))) ||
		((last & BIT('и')) && (before & BIT('и'))) ||
		((last & BIT('о')) && (before & BIT('г'))))
		return true;
	if (tb_is_cap(doc, i))
		return false;
	return (last & (BIT('ы') | BIT('и'))) ||
		((last & BIT('й')) && ending_of(word, in_iy) != NULL) ||
		((last & BIT('в')) && (before & (BIT('о') | BIT('е') | BIT('т')))) ||
		((last & BIT('я')) && (before & (BIT('и') | BIT('н') | BIT('л')))) ||
		((last & BIT('а')) && (before & (BIT('в') | BIT('д') | BIT('т') | BIT('к') | BIT('н') |
										 BIT('р') | BIT('л') | BIT('с') | BIT('з') | BIT('м') |
										 BIT('г') | BIT('х'))));
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
		(ends_in_any(word, infinitive) && !is_known_noun(scan->doc, i));
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
