/*
 * cue.c
 *	  What a verb or noun of speech at a token is, and what else the form of
 *	  a word says about it.
 *
 * The lexicon knows the cues (data/cues.tsv).  For other words the ending
 * must do: a clause needs to know that «отремонтировали» is a verb, not
 * which one.  Nouns that end alike (потенциал, недели) stand in the list
 * «noun-l», capitalised words and known nouns are no verbs.
 */
#include "core/statement_internal.h"

#include <stdlib.h>

#include "base/fold.h"

#define MAX_MATCHES 8

/* How far behind its verb the noun of «выразил … уверенность» may stand. */
#define NOUN_REACH 4

/* How many tokens are searched for a predicate. */
#define MAX_PREDICATE 200

static const char *const kind_keys[TB_NCUE_KINDS] = {
	"speech", "opinion", "direct", "ask", "directive", "topic", "nominal",
	"express", "impersonal", "cite"
};

bool
tb_is_spaced_dash(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tok->kind == TB_MARK && tb_is_dash(tok->value) &&
		!(tok->flags & TB_TF_GLUED);
}

bool
tb_is_conj(const TbDocument *doc, uint32_t i, const char *key)
{
	return tb_word_is(doc, i, TB_CONJ, key);
}

uint32_t
tb_skip_adverbs(const TbDocument *doc, uint32_t i)
{
	for (int n = 0; n < 6; n++)
	{
		uint32_t	end;

		if (tb_phrase_reading(doc, i, TB_WORD, "adverb", &end) == NULL)
			break;
		i = end;
	}
	return i;
}

/* ------------------------------------------------------------------ cues */

/* The kinds and features that a node's readings of class CUE give. */
static unsigned
kinds_of(const TbScan *scan, uint32_t node, TbGram *gram)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(scan->doc->lex, node, &n);
	unsigned	kinds = 0;

	*gram = 0;
	for (uint32_t i = 0; i < n; i++)
	{
		const TbEntry *entry = tb_entry(scan->doc, &readings[i]);
		const char *key;

		if (entry->klass != TB_CUE)
			continue;
		key = tb_string(scan->doc, entry->code);
		for (int k = 0; k < TB_NCUE_KINDS; k++)
			if (strcmp(key, kind_keys[k]) == 0)
			{
				kinds |= 1u << k;
				*gram |= readings[i].gram | (TbGram) entry->value;
			}
	}
	return kinds;
}

/* Fold the token of an express verb's noun into the cue; false: there is none. */
static bool
take_noun(const TbScan *scan, TbCue *cue)
{
	for (uint32_t i = cue->end; i < cue->end + NOUN_REACH; i++)
	{
		uint32_t	end;

		if (!tb_is_word(scan->doc, i))
			return false;
		if (tb_phrase_reading(scan->doc, i, TB_CUE, "noun", &end) != NULL)
		{
			cue->end = end;
			return true;
		}
	}
	return false;
}

/*
 * The cue that begins at token i: «отметила», «дал понять», «выразил
 * уверенность».  Nouns and what stands behind «по» are no cues of this kind.
 */
bool
tb_cue_at(const TbScan *scan, uint32_t i, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	TbMatch		match[MAX_MATCHES];
	int			n;

	if (!tb_may_be(doc, i, TB_BIT(CUE)))
		return false;
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0)
	{
		cue->kinds = kinds_of(scan, match[n].node, &cue->gram);
		if (cue->kinds == 0)
			continue;
		cue->first = i;
		cue->end = match[n].end;
		cue->negated = i > 0 && !tb_is_cap(doc, i - 1) &&
			tb_word_is(doc, i - 1, TB_WORD, "not");
		if ((cue->kinds & TB_CK(EXPRESS)) && !take_noun(scan, cue))
			cue->kinds &= ~TB_CK(EXPRESS);
		return cue->kinds != 0;
	}
	return false;
}

bool
tb_verbs_agree(TbGram a, TbGram b)
{
	const TbGram tenses = TB_PAST | TB_PRESENT | TB_FUTURE;
	const TbGram numbers = TB_VERB_SG | TB_VERB_PL;

	if ((a & tenses & b) == 0 || (a & numbers & b) == 0)
		return false;
	if ((a & TB_VERB_PL) || !(a & TB_ALL_GENDERS) || !(b & TB_ALL_GENDERS))
		return true;
	return (a & b & TB_ALL_GENDERS) != 0;
}

/* --------------------------------------------------------- forms of words */

/* Folded text of a lower-case word in buf; its length, 0 when it is none. */
static size_t
low_word(const TbDocument *doc, uint32_t i, char *buf)
{
	if (!tb_is_word(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_CAP | TB_TF_LETTER | TB_TF_LATIN)))
		return 0;
	return tb_token_fold(&doc->text, i, buf);
}

/* Does a word end in one of the suffixes of a list, longer by two letters? */
static bool
ends_in_any(const char *word, size_t len, const char *const *suffixes)
{
	for (; *suffixes != NULL; suffixes++)
	{
		size_t		n = strlen(*suffixes);

		if (len >= n + 4 && word[len - 1] == (*suffixes)[n - 1] &&
			memcmp(word + len - n, *suffixes, n) == 0)
			return true;
	}
	return false;
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

/* Number and gender that the ending of a finite verb shows. */
static TbGram
ending_gram(const char *word, size_t len)
{
	static const struct
	{
		const char *ending;
		TbGram		gram;
	}			endings[] = {
		{"л", TB_PAST | TB_VERB_SG | TB_MASC}, {"лся", TB_PAST | TB_VERB_SG | TB_MASC},
		{"ла", TB_PAST | TB_VERB_SG | TB_FEM}, {"лась", TB_PAST | TB_VERB_SG | TB_FEM},
		{"ло", TB_PAST | TB_VERB_SG | TB_NEUT}, {"лось", TB_PAST | TB_VERB_SG | TB_NEUT},
		{"ли", TB_PAST | TB_VERB_PL}, {"лись", TB_PAST | TB_VERB_PL},
		{"ют", TB_PRESENT | TB_VERB_PL}, {"ят", TB_PRESENT | TB_VERB_PL},
		{"ут", TB_PRESENT | TB_VERB_PL}, {"ат", TB_PRESENT | TB_VERB_PL},
		{"ет", TB_PRESENT | TB_VERB_SG}, {"ит", TB_PRESENT | TB_VERB_SG},
	};

	for (size_t e = 0; e < sizeof(endings) / sizeof(endings[0]); e++)
	{
		size_t		n = strlen(endings[e].ending);

		if (len > n && memcmp(word + len - n, endings[e].ending, n) == 0)
			return endings[e].gram;
	}
	return 0;
}

/* What the last letter lets a verb be: it settles most words. */
enum
{
	MAY_PAST = 1, MAY_PRESENT = 2, MAY_PASSIVE = 4
};

/* The last byte tells the letter: а..п end in B0..BF, р..я in 80..8F. */
static unsigned
shapes_by_letter(char last)
{
	switch ((unsigned char) last)
	{
		case 0xBB:				/* л */
		case 0xB8:				/* и */
		case 0x8C:				/* ь */
			return MAY_PAST;
		case 0xB0:				/* а */
		case 0xBE:				/* о */
			return MAY_PAST | MAY_PASSIVE;
		case 0x8F:				/* я */
			return MAY_PAST | MAY_PRESENT;
		case 0xBC:				/* м */
		case 0x8E:				/* ю */
			return MAY_PRESENT;
		case 0x82:				/* т */
			return MAY_PRESENT | MAY_PASSIVE;
		case 0xBD:				/* н */
		case 0x8B:				/* ы */
			return MAY_PASSIVE;
		default:
			return 0;
	}
}

/* tb_verb_gram, not remembered. */
static TbGram
find_verb_gram(const TbScan *scan, uint32_t i)
{
	static const char *const past[] = {
		"ил", "ал", "ел", "ул", "ыл", "ял", "ол", "ила", "ала", "ела", "ула",
		"ыла", "яла", "ило", "ало", "ело", "уло", "ыло", "яло", "или", "али",
		"ели", "ули", "ыли", "яли", "лся", "лась", "лось", "лись", "шла",
		"шло", "шли", "вел", "вела", "вели", "сла", "сли", "гла", "гли", NULL
	};
	static const char *const present[] = {
		"ает", "яет", "еет", "ует", "юет", "дет", "жет", "нет", "чет", "рет",
		"ьет", "ишет", "ают", "яют", "еют", "уют", "дут", "гут", "нут", "ишут",
		"ится", "ется", "ятся", "атся", "утся", "ются", "лит", "дит", "вит",
		"нит", "рит", "сит", "тит", "шит", "чит", "жит", "мит", "пит", "зит",
		"лят", "дят", "вят", "нят", "рят", "сят", "тят", "шат", "чат", "жат",
		"мят", "пят", "зят", "оит", "оят", "аем", "яем", "уем", "ваю", "аю", "ую", "емся",
		"имся", "аюсь", "уюсь", "яюсь", NULL
	};
	static const char *const passive[] = {
		"лен", "лена", "лено", "лены", "щен", "щена", "щены", "жен", "жена",
		"жены", "чен", "чена", "чено", "чены", "дан", "дана", "дано", "даны",
		"ован", "ована", "овано", "ованы", "нят", "нята", "нято", "няты",
		"нут", "нута", "шен", "шена", "шены", "сан", "сана", "саны", "вано",
		"аны", "ены", "рыт", "крыта", "рыто", "рыты", "бит", "снят", "снята",
		"сняты", NULL
	};
	char		word[TB_MAX_WORD];
	size_t		len = low_word(scan->doc, i, word);
	TbCue		cue;
	unsigned	may;

	if (len == 0)
		return 0;
	if (tb_word_is(scan->doc, i, TB_WORD, "finite"))
		return TB_FINITE;
	if (tb_cue_at(scan, i, &cue))
		return cue.gram & (TB_GERUND | TB_PARTICIPLE) ? 0 : TB_FINITE | cue.gram;
	if (is_known_noun(scan->doc, i))
		return 0;
	may = shapes_by_letter(word[len - 1]);
	if (((may & MAY_PAST) && ends_in_any(word, len, past)) ||
		((may & MAY_PRESENT) && ends_in_any(word, len, present)))
		return TB_FINITE | ending_gram(word, len);
	return (may & MAY_PASSIVE) && ends_in_any(word, len, passive) ? TB_FINITE : 0;
}

TbGram
tb_verb_gram(const TbScan *scan, uint32_t i)
{
	const uint32_t known = 1u << 31;

	if (!tb_is_word(scan->doc, i))
		return 0;
	if (scan->verbs[i] == 0)
		scan->verbs[i] = known | find_verb_gram(scan, i);
	return scan->verbs[i] & ~known;
}

bool
tb_looks_infinitive(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ать", "ять", "ить", "еть", "уть", "ыть", "оть", "сти", "зти", "чь",
		"йти", "ться", "тись", NULL
	};
	char		word[TB_MAX_WORD];
	size_t		len = low_word(doc, i, word);

	return len > 0 && !is_known_noun(doc, i) && ends_in_any(word, len, endings);
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
	char		word[TB_MAX_WORD];
	size_t		len;

	if (!tb_is_word(doc, i))
		return false;
	len = tb_token_fold(&doc->text, i, word);
	if (len == 0 || !ends_in_any(word, len, endings) || is_known_noun(doc, i))
		return false;
	/* «отмечая» is a gerund, «большая» is none */
	return !ends_in_any(word, len, adjective) ||
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
	char		word[TB_MAX_WORD];
	size_t		len = low_word(doc, i, word);
	size_t		bare = len;

	if (len == 0 || is_known_noun(doc, i))
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
			return true;
	}
	return false;
}

bool
tb_has_predicate(const TbScan *scan, uint32_t first, uint32_t end)
{
	if (end > first + MAX_PREDICATE)
		end = first + MAX_PREDICATE;
	for (uint32_t i = first; i < end; i++)
		if (tb_looks_finite(scan, i) || tb_looks_infinitive(scan->doc, i) ||
			(i > first && tb_is_spaced_dash(scan->doc, i)))
			return true;
	return false;
}
