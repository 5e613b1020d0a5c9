/*
 * date_tense.c
 *	  Is a clause about the past or the future?
 *
 * «8 апреля» has no year; the clause gives it one: «8 апреля одобрили» is the
 * last 8 April, «8 апреля рассмотрят» the next.  Verbs are not in the lexicon
 * (only words like «состоится», «намечен» are), so that endings must tell:
 *
 *	past	-л -ла -ло -ли -лся …: одобрил, прошла, начались
 *			short passive participles -ан -ена -ято …: принят, построена
 *	future	a prefix and a present ending without -ыва- -ва- -а-: рассмотрят,
 *			откроется
 *	present	the other present endings: проходит, рассматривает; the clause
 *			then has no cue, whatever stands farther off
 *	none	nouns that look alike (TENSE none: числа, комитет) and names
 *
 * The nearest such word decides, where a comma, a dash or «что» on the way
 * counts as a distance of several words:
 *
 *	Аким сообщил , что в августе завершат газификацию
 *	     past 21 <------- [     ] -> future 1
 *
 * Without a verb near, «до», «к» and «на» speak for the future, «от» for the
 * past.
 */
#include <string.h>

#include "core/date_internal.h"

/* Distances, in words. */
#define COST_COMMA 6
#define COST_CLAUSE 15
#define COST_BREAK 25
#define COST_NEVER 60
#define COST_DEADLINE 3			/* what «до» and «к» are worth */
#define COST_ON 14				/* and «на» */

typedef struct Folded
{
	char		text[TB_MAX_WORD];
	size_t		len;
} Folded;

/* Does a folded word end in one of these (a NULL closes the list)? */
static bool
ends_in(const Folded *w, const char *const *endings)
{
	char		last = w->text[w->len - 1];

	for (; *endings != NULL; endings++)
	{
		size_t		n = strlen(*endings);

		if (last == (*endings)[n - 1] && w->len >= n &&
			memcmp(w->text + w->len - n, *endings, n) == 0)
			return true;
	}
	return false;
}

/* Does it begin with one of these, and go on for more than three letters? */
static bool
starts_with(const Folded *w, const char *const *prefixes)
{
	for (; *prefixes != NULL; prefixes++)
	{
		size_t		n = strlen(*prefixes);

		if (w->len > n + 6 && memcmp(w->text, *prefixes, n) == 0)
			return true;
	}
	return false;
}

/* -л, -ла, -ло, -ли and their reflexives; «жители», «отрасли» are nouns. */
static bool
is_past(const Folded *w)
{
	static const char *const reflexive[] = {"лся", "лась", "лось", "лись", NULL};
	static const char *const endings[] = {
		"ал", "ел", "ил", "ул", "ыл", "ял", "ала", "ела", "ила", "ула", "ыла",
		"яла", "шла", "гла", "зла", "осла", "ало", "ело", "ило", "уло", "ыло",
		"яло", "шло", "гло", "осло", "али", "ели", "или", "ули", "ыли", "яли",
		"шли", "гли", "гибли", "росли", "несли", "везли", NULL
	};
	static const char *const nouns[] = {"тели", "уали", "оголи", "нели", "дели", NULL};
	static const char *const verbs[] = {"хотели", "летели", "глядели", "владели", "сидели", NULL};

	if (ends_in(w, reflexive))
		return true;
	return ends_in(w, endings) && (!ends_in(w, nouns) || ends_in(w, verbs));
}

/* принят, принята, построено, открыты: the short forms of -нный, -тый. */
static bool
is_short_participle(const Folded *w)
{
	static const char *const endings[] = {
		"ован", "еван", "исан", "азан", "ержан", "здан", "бран", "слан", "зван",
		"лен", "чен", "жен", "щен", "шен", "рен", "ден", "сен", "зен", "оен",
		"принят", "занят", "снят", "поднят", "нанят", "крыт", "взят",
		"ана", "ано", "аны", "яна", "яно", "яны", "лена", "лено", "лены", "чена",
		"чено", "чены", "жена", "жено", "жены", "щена", "щено", "щены", "шена",
		"шено", "шены", "рена", "рено", "рены", "дена", "дено", "дены", "оена", "оено",
		"оены", "сена", "сено", "сены", "зена", "зено", "зены", "нята", "нято", "няты", "крыта",
		"крыто", "крыты", "нута", "нуто", "нуты", NULL
	};

	return w->len >= 12 && ends_in(w, endings);
}

/* принятый, подписанного, озвученных, состоявшейся: before its date. */
static bool
is_long_participle(const Folded *w)
{
	static const char *const stems[] = {
		"анн", "янн", "енн", "ованн", "вш", "вшийся", NULL
	};
	static const char *const not_stems[] = {"твенн", "ионн", "менн", NULL};
	static const char *const endings[] = {
		"ый", "ий", "ая", "ое", "ее", "ые", "ие", "ого", "его", "ой", "ей", "ому",
		"ему", "ую", "ым", "им", "ом", "ем", "ых", "их", "ыми", "ими", NULL
	};
	static const char *const taken[] = {"нят", "крыт", NULL};
	static const char *const reflexive[] = {
		"вшийся", "вшаяся", "вшееся", "вшиеся", "вшегося", "вшейся", "вшихся", NULL
	};
	Folded		stem = *w;

	if (ends_in(w, reflexive))
		return true;
	for (const char *const *e = endings; *e != NULL; e++)
	{
		size_t		n = strlen(*e);

		if (w->len <= n + 8 || memcmp(w->text + w->len - n, *e, n) != 0)
			continue;
		stem.len = w->len - n;
		if (ends_in(&stem, taken) ||
			(ends_in(&stem, stems) && !ends_in(&stem, not_stems)))
			return true;
	}
	return false;
}

/*
 * A perfective verb's present is a future: рассмотрят, откроется; an
 * imperfective one's is a present: проходит, обсуждает.
 */
static int
present_form(const Folded *w)
{
	static const char *const prefixes[] = {
		"по", "про", "при", "пре", "пере", "под", "за", "вы", "на", "рас", "раз",
		"до", "о", "и", "в", "у", "с", NULL
	};
	static const char *const endings[] = {
		"ет", "ит", "ут", "ют", "ат", "ят", NULL
	};
	static const char *const imperfective[] = {
		"ает", "яет", "ует", "еет", "ают", "яют", "уют", "еют", "юет", "юют",
		"ходит", "ходят", "водит", "водят", "носит", "носят", "возит", "возят",
		"содержит", "содержат", "стоит", "стоят", "лежит", "лежат", "зависит",
		"зависят", NULL
	};
	static const char *const perfective[] = {"работает", "работают", NULL};
	Folded		stem = *w;

	if (w->len > 8 && memcmp(w->text + w->len - 4, "ся", 4) == 0)
		stem.len -= 4;
	if (!ends_in(&stem, endings))
		return 0;
	if (ends_in(&stem, imperfective) && !ends_in(&stem, perfective))
		return TB_TENSE_PRESENT;
	return starts_with(&stem, prefixes) ? 1 : 0;
}

/* What a word's last letter lets it be: most words are settled by that. */
enum
{
	SHAPE_PAST = 1, SHAPE_SHORT = 2, SHAPE_FUTURE = 4
};

/* The last byte tells the letter: а..п end in B0..BF, р..я in 80..8F. */
static unsigned
shapes_of(const Folded *w)
{
	switch ((unsigned char) w->text[w->len - 1])
	{
		case 0xBB:				/* л */
		case 0xB8:				/* и */
		case 0x8C:				/* ь */
			return SHAPE_PAST;
		case 0xB0:				/* а */
		case 0xBE:				/* о */
			return SHAPE_PAST | SHAPE_SHORT;
		case 0x8F:				/* я */
			return SHAPE_PAST | SHAPE_FUTURE;
		case 0x82:				/* т */
			return SHAPE_SHORT | SHAPE_FUTURE;
		case 0xBD:				/* н */
		case 0x8B:				/* ы */
			return SHAPE_SHORT;
		default:
			return 0;
	}
}

int
tb_date_word_tense(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];
	const TbEntry *entry;
	Folded		word;
	unsigned	shapes;

	if (i >= s->text->ntok || tok->kind != TB_WORD_TOKEN || tok->letters < 3)
		return 0;
	entry = tb_date_entry(s, i, TB_TENSE, NULL, NULL);
	if (entry != NULL)
		return entry->value;
	if (tok->letters < 4 || !(tok->flags & TB_TF_CYRILLIC) || tb_date_is_name(s, i))
		return 0;
	word.len = tb_token_fold(s->text, i, word.text);
	if (word.len == 0)
		return 0;
	shapes = shapes_of(&word);
	if (((shapes & SHAPE_PAST) && is_past(&word)) ||
		((shapes & SHAPE_SHORT) && is_short_participle(&word)))
		return -1;
	return shapes & SHAPE_FUTURE ? present_form(&word) : 0;
}

/* ------------------------------------------------------------------ clauses */

/* Read the cues of the sentence that holds token i, or of the stretch around. */
static void
read_cues(TbDateScan *s, uint32_t i)
{
	uint32_t	first = tb_date_sentence_start(s, i);
	uint32_t	end = i + 1;

	while (end < s->text->ntok && end - i < TB_DATE_SENTENCE &&
		   !(s->text->tok[end].flags & TB_TF_SENT))
		end++;
	s->cue_first = first;
	s->cue_end = end;
	s->cues.n = 0;
	for (uint32_t at = first; at < end; at++)
	{
		int			tense = tb_date_word_tense(s, at);
		TbTenseCue *cue;

		if (tense == 0)
			continue;
		cue = TB_PUSH(s->doc->arena, &s->cues);
		if (cue == NULL)
		{
			s->status = TB_NO_MEMORY;
			return;
		}
		cue->token = at;
		cue->tense = (int8_t) tense;
	}
}

/* What it costs to pass token i on the way to a verb. */
static int
passing_cost(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];

	if (tok->kind != TB_MARK)
		return tb_date_word(s, i, "date-clause") ? COST_CLAUSE : 1;
	if (tok->value == ',')
		return COST_COMMA;
	if (tok->value == ';' || tok->value == ':' || tok->value == 0x2022)
		return COST_BREAK;
	if (tok->value == 0xAB || tok->value == 0xBB || tok->value == '"' ||
		tok->value == 0x201C || tok->value == 0x201D || tok->value == '(' ||
		tok->value == ')')
		return COST_COMMA;
	if (tb_is_dash(tok->value) && !(tok->flags & TB_TF_GLUED))
		return COST_COMMA + 2;
	return 0;
}

/* Index of the first cue at token i or behind it. */
static uint32_t
cue_from(const TbDateScan *s, uint32_t i)
{
	uint32_t	low = 0;
	uint32_t	high = s->cues.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (s->cues.at[middle].token < i)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Does the phrase set a term: «до 5 мая», «к 5 мая», «через год»? */
static bool
is_term(const TbPhrase *p)
{
	return p->form == TB_PF_UNTIL || p->form == TB_PF_BY || p->a.ahead;
}

/*
 * What a cue at some cost says of a phrase before it or behind it.  A term
 * that is set («продлён до 5 мая») or a state that lasts («до 5 мая закрыто»)
 * lies ahead; what is promised lies ahead of the promise, unless the date
 * stands right at it («5 мая пообещал»).
 */
static int
meaning(const TbDateScan *s, const TbPhrase *p, int cue, bool behind, int cost)
{
	switch (cue)
	{
		case TB_TENSE_DIRECTIVE:
			return !behind || is_term(p) ||
				tb_date_after_word(s, p->end - 1, "date-on") ? 1 : -1;
		case TB_TENSE_PROMISE:
			return !behind || cost >= COST_COMMA ? 1 : -1;
		case TB_TENSE_STATE:
			return is_term(p) ? 1 : -1;
		default:
			return cue;
	}
}

/* The cost of the nearest cue behind the phrase, and its tense. */
static int
cost_behind(const TbDateScan *s, const TbPhrase *p, int *tense)
{
	uint32_t	cue = cue_from(s, p->end);
	int			cost = 0;

	if (cue >= s->cues.n || s->cues.at[cue].token >= s->cue_end)
		return COST_NEVER;
	for (uint32_t at = p->end; at < s->cues.at[cue].token && cost < COST_NEVER; at++)
		cost += passing_cost(s, at);
	*tense = meaning(s, p, s->cues.at[cue].tense, true, cost);
	return cost;
}

/* The same before it. */
static int
cost_before(const TbDateScan *s, const TbPhrase *p, int *tense)
{
	uint32_t	cue = cue_from(s, p->first);
	int			cost = 0;

	if (cue == 0 || s->cues.at[cue - 1].token < s->cue_first)
		return COST_NEVER;
	for (uint32_t at = p->first; at-- > s->cues.at[cue - 1].token + 1 && cost < COST_NEVER;)
		cost += passing_cost(s, at);
	*tense = meaning(s, p, s->cues.at[cue - 1].tense, false, cost);
	return cost;
}

/* Does a participle stand right before the phrase: «принятый 7 июня»? */
static bool
participle_before(const TbDateScan *s, uint32_t first)
{
	Folded		word;

	if (first > 0 && tb_date_word(s, first - 1, "date-in"))
		first--;
	if (first == 0 || s->text->tok[first - 1].kind != TB_WORD_TOKEN ||
		tb_date_is(s, first - 1, TB_TENSE, NULL))
		return false;
	word.len = tb_token_fold(s->text, first - 1, word.text);
	return word.len > 0 && is_long_participle(&word);
}

/*
 * What the words before a phrase are worth, and for which tense: «подготовка к
 * зиме», «до 5 мая», «на 9 мая» look ahead, «от 5 мая», «ещё весной», «за
 * апрель» back.
 */
static int
preposition_cost(const TbDateScan *s, const TbPhrase *p, int *tense)
{
	uint32_t	before = p->first - 1;

	*tense = 1;
	if (is_term(p))
		return COST_DEADLINE;
	if (p->first == 0 || s->text->tok[p->first].flags & TB_TF_PARA)
		return COST_NEVER;
	if (tb_date_is(s, before, TB_DATEWORD, "to"))
		return tb_date_after_word(s, before, "date-towards") ? -1 : COST_DEADLINE;
	*tense = -1;
	if (tb_date_word(s, before, "date-from"))
		return 0;
	if (tb_date_word(s, before, "date-for") && p->form == TB_PF_PLAIN)
		return 1;
	if (tb_date_word(s, before, "date-still") ||
		(before > 0 && tb_date_word(s, before, "date-in") &&
		 tb_date_word(s, before - 1, "date-still")))
		return 1;
	*tense = 1;
	/* «на 1 апреля» is a report's day, «на 9 апреля» a plan's */
	if (p->a.type == TB_DU_DAY && p->a.day == 1)
		return COST_NEVER;
	return tb_date_word(s, before, "date-on") ? COST_ON : COST_NEVER;
}

int
tb_date_tense(TbDateScan *s, const TbPhrase *p)
{
	int			tense = 0;
	int			best;
	int			other = 0;
	int			cost;

	if (participle_before(s, p->first))
		return -1;
	if (p->first < s->cue_first || p->first >= s->cue_end)
		read_cues(s, p->first);
	best = cost_behind(s, p, &tense);
	cost = cost_before(s, p, &other);
	if (cost < best)
	{
		best = cost;
		tense = other;
	}
	cost = preposition_cost(s, p, &other);
	if (cost < best)
	{
		best = cost;
		tense = other;
	}
	return best < COST_NEVER ? tense : 0;
}
