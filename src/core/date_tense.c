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
 *			откроется; «будут внесены», «поехал бы»
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
#define COST_AND 3				/* «начались в марте и завершатся в мае» */
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

/* A piece of a word, with its length; one of length 0 closes a list. */
typedef struct Affix
{
	uint32_t	len;
	const char *text;
} Affix;

#define AFFIX(s) {sizeof(s) - 1, s}

/* Does a folded word end in one of these? */
static bool
ends_in(const Folded *w, const Affix *endings)
{
	const char *end = w->text + w->len;

	for (; endings->len > 0; endings++)
		if (end[-1] == endings->text[endings->len - 1] && w->len >= endings->len &&
			memcmp(end - endings->len, endings->text, endings->len) == 0)
			return true;
	return false;
}

/* Does it begin with one of these, and go on for more than three letters? */
static bool
starts_with(const Folded *w, const Affix *prefixes)
{
	for (; prefixes->len > 0; prefixes++)
		if (w->len > prefixes->len + 6 &&
			memcmp(w->text, prefixes->text, prefixes->len) == 0)
			return true;
	return false;
}

/* Is this the letter that ends so many bytes before the word's end? */
static bool
letter_is(const Folded *w, size_t back, const char *letter)
{
	return w->len >= back + 2 && memcmp(w->text + w->len - back - 2, letter, 2) == 0;
}

/* -л, -ла, -ло, -ли and their reflexives; «жители», «отрасли» are nouns. */
static bool
is_past(const Folded *w)
{
	static const Affix reflexive[] = {
		AFFIX("лся"), AFFIX("лась"), AFFIX("лось"), AFFIX("лись"), {0, NULL}
	};
	static const Affix endings[] = {
		AFFIX("ал"), AFFIX("ел"), AFFIX("ил"), AFFIX("ул"), AFFIX("ыл"),
		AFFIX("ял"), AFFIX("ала"), AFFIX("ела"), AFFIX("ила"), AFFIX("ула"),
		AFFIX("ыла"), AFFIX("яла"), AFFIX("шла"), AFFIX("гла"), AFFIX("зла"),
		AFFIX("осла"), AFFIX("ало"), AFFIX("ело"), AFFIX("ило"), AFFIX("уло"),
		AFFIX("ыло"), AFFIX("яло"), AFFIX("шло"), AFFIX("гло"), AFFIX("осло"),
		AFFIX("али"), AFFIX("ели"), AFFIX("или"), AFFIX("ули"), AFFIX("ыли"),
		AFFIX("яли"), AFFIX("шли"), AFFIX("гли"), AFFIX("гибли"), AFFIX("росли"),
		AFFIX("несли"), AFFIX("везли"), {0, NULL}
	};
	static const Affix nouns[] = {
		AFFIX("тели"), AFFIX("уали"), AFFIX("оголи"), AFFIX("нели"), AFFIX("дели"), {0, NULL}
	};
	static const Affix verbs[] = {
		AFFIX("хотели"), AFFIX("летели"), AFFIX("глядели"), AFFIX("владели"),
		AFFIX("сидели"), {0, NULL}
	};

	if (letter_is(w, 2, "с"))	/* -ся, -сь */
		return ends_in(w, reflexive);
	if (!letter_is(w, 0, "л") && !letter_is(w, 2, "л"))
		return false;
	return ends_in(w, endings) && (!ends_in(w, nouns) || ends_in(w, verbs));
}

/* принят, принята, построено, открыты: the short forms of -нный, -тый. */
static bool
is_short_participle(const Folded *w)
{
	static const Affix endings[] = {
		AFFIX("ован"), AFFIX("еван"), AFFIX("исан"), AFFIX("азан"), AFFIX("ержан"),
		AFFIX("здан"), AFFIX("бран"), AFFIX("слан"), AFFIX("зван"), AFFIX("лен"),
		AFFIX("чен"), AFFIX("жен"), AFFIX("щен"), AFFIX("шен"), AFFIX("рен"),
		AFFIX("ден"), AFFIX("сен"), AFFIX("зен"), AFFIX("оен"), AFFIX("принят"),
		AFFIX("занят"), AFFIX("снят"), AFFIX("поднят"), AFFIX("нанят"),
		AFFIX("крыт"), AFFIX("взят"), AFFIX("ана"), AFFIX("ано"), AFFIX("аны"),
		AFFIX("яна"), AFFIX("яно"), AFFIX("яны"), AFFIX("лена"), AFFIX("лено"),
		AFFIX("лены"), AFFIX("чена"), AFFIX("чено"), AFFIX("чены"), AFFIX("жена"),
		AFFIX("жено"), AFFIX("жены"), AFFIX("щена"), AFFIX("щено"), AFFIX("щены"),
		AFFIX("шена"), AFFIX("шено"), AFFIX("шены"), AFFIX("рена"), AFFIX("рено"),
		AFFIX("рены"), AFFIX("дена"), AFFIX("дено"), AFFIX("дены"), AFFIX("оена"),
		AFFIX("оено"), AFFIX("оены"), AFFIX("сена"), AFFIX("сено"), AFFIX("сены"),
		AFFIX("зена"), AFFIX("зено"), AFFIX("зены"), AFFIX("нята"), AFFIX("нято"),
		AFFIX("няты"), AFFIX("крыта"), AFFIX("крыто"), AFFIX("крыты"),
		AFFIX("нута"), AFFIX("нуто"), AFFIX("нуты"), {0, NULL}
	};

	if (w->len < 12 || !(letter_is(w, 0, "н") || letter_is(w, 0, "т") ||
						 letter_is(w, 2, "н") || letter_is(w, 2, "т")))
		return false;
	return ends_in(w, endings);
}

/* принятый, подписанного, озвученных, состоявшейся: before its date. */
static bool
is_long_participle(const Folded *w)
{
	static const Affix stems[] = {
		AFFIX("анн"), AFFIX("янн"), AFFIX("енн"), AFFIX("ованн"), AFFIX("вш"),
		AFFIX("вшийся"), {0, NULL}
	};
	static const Affix not_stems[] = {
		AFFIX("твенн"), AFFIX("ионн"), AFFIX("менн"), {0, NULL}
	};
	static const Affix endings[] = {
		AFFIX("ый"), AFFIX("ий"), AFFIX("ая"), AFFIX("ое"), AFFIX("ее"),
		AFFIX("ые"), AFFIX("ие"), AFFIX("ого"), AFFIX("его"), AFFIX("ой"),
		AFFIX("ей"), AFFIX("ому"), AFFIX("ему"), AFFIX("ую"), AFFIX("ым"),
		AFFIX("им"), AFFIX("ом"), AFFIX("ем"), AFFIX("ых"), AFFIX("их"),
		AFFIX("ыми"), AFFIX("ими"), {0, NULL}
	};
	static const Affix taken[] = {
		AFFIX("нят"), AFFIX("крыт"), {0, NULL}
	};
	static const Affix reflexive[] = {
		AFFIX("вшийся"), AFFIX("вшаяся"), AFFIX("вшееся"), AFFIX("вшиеся"),
		AFFIX("вшегося"), AFFIX("вшейся"), AFFIX("вшихся"), {0, NULL}
	};
	Folded		stem = *w;

	if (ends_in(w, reflexive))
		return true;
	for (const Affix *e = endings; e->len > 0; e++)
	{
		if (w->text[w->len - 1] != e->text[e->len - 1] || w->len <= e->len + 8 ||
			memcmp(w->text + w->len - e->len, e->text, e->len) != 0)
			continue;
		stem.len = w->len - e->len;
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
	static const Affix prefixes[] = {
		AFFIX("по"), AFFIX("про"), AFFIX("при"), AFFIX("пре"), AFFIX("пере"),
		AFFIX("под"), AFFIX("за"), AFFIX("вы"), AFFIX("на"), AFFIX("рас"),
		AFFIX("раз"), AFFIX("до"), AFFIX("о"), AFFIX("и"), AFFIX("в"), AFFIX("у"),
		AFFIX("с"), {0, NULL}
	};
	static const Affix endings[] = {
		AFFIX("ет"), AFFIX("ит"), AFFIX("ут"), AFFIX("ют"), AFFIX("ат"),
		AFFIX("ят"), {0, NULL}
	};
	static const Affix imperfective[] = {
		AFFIX("ает"), AFFIX("яет"), AFFIX("ует"), AFFIX("еет"), AFFIX("ают"),
		AFFIX("яют"), AFFIX("уют"), AFFIX("еют"), AFFIX("юет"), AFFIX("юют"),
		AFFIX("ходит"), AFFIX("ходят"), AFFIX("водит"), AFFIX("водят"),
		AFFIX("носит"), AFFIX("носят"), AFFIX("возит"), AFFIX("возят"),
		AFFIX("содержит"), AFFIX("содержат"), AFFIX("стоит"), AFFIX("стоят"),
		AFFIX("лежит"), AFFIX("лежат"), AFFIX("зависит"), AFFIX("зависят"), {0, NULL}
	};
	static const Affix perfective[] = {
		AFFIX("работает"), AFFIX("работают"), {0, NULL}
	};
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

/*
 * The last byte tells the letter: а..п end in B0..BF, р..я in 80..8F; those of
 * capitals and strangers (90..AF) tell nothing.
 */
static unsigned
shapes_of(unsigned char last)
{
	switch (last)
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
			return last >= 0x90 && last < 0xB0 ? SHAPE_PAST | SHAPE_SHORT | SHAPE_FUTURE : 0;
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
	shapes = shapes_of((unsigned char) s->text->data[tok->end - 1]);
	if (shapes == 0 || tok->letters < 4 || !(tok->flags & TB_TF_CYRILLIC) ||
		tb_date_is_name(s, i))
		return 0;
	word.len = tb_token_fold(s->text, i, word.text);
	if (word.len == 0)
		return 0;
	shapes = shapes_of((unsigned char) word.text[word.len - 1]);
	if ((shapes & SHAPE_SHORT) && is_short_participle(&word))
		return i > 0 && tb_date_word(s, i - 1, "date-will") ? 1 : -1;
	if ((shapes & SHAPE_PAST) && is_past(&word))
		return tb_date_word(s, i + 1, "date-would") || (i > 0 && tb_date_word(s, i - 1, "date-would")) ? 1 : -1;
	return shapes & SHAPE_FUTURE ? present_form(&word) : 0;
}

/* ------------------------------------------------------------------ clauses */

/* What it costs to pass token i on the way to a verb. */
static int
passing_cost(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];

	if (tok->kind != TB_MARK)
		return tb_date_word(s, i, "date-clause") ? COST_CLAUSE :
			tok->mask & TB_DATE_BIT(PREP) ? 0 : tb_date_word(s, i, "date-and") ? COST_AND : 1;
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

/* Does the phrase set a term: «до 5 мая», «к 5 мая», «через год»? */
static bool
is_term(const TbPhrase *p)
{
	return p->form == TB_PF_UNTIL || p->form == TB_PF_BY || p->a.ahead;
}

/*
 * What a cue at token at, at some cost, says of a phrase before it or behind
 * it.  A term that is set («продлён до 5 мая») or a state that lasts («до 5 мая
 * закрыто», but not «было закрыто») lies ahead; what is promised lies ahead of the promise, unless the date
 * stands right at it («5 мая пообещал»).
 */
static int
meaning(const TbDateScan *s, const TbPhrase *p, uint32_t at, int cue, bool behind, int cost)
{
	switch (cue)
	{
		case TB_TENSE_DIRECTIVE:
			return !behind || is_term(p) ||
				(p->first > 0 && tb_date_word(s, p->first - 1, "date-on")) ? 1 : -1;
		case TB_TENSE_PROMISE:
			return !behind || cost >= COST_COMMA ? TB_TENSE_PROMISE : -1;
		case TB_TENSE_STATE:
			return is_term(p) && !p->a.ahead && !(at > 0 && tb_date_word(s, at - 1, "date-was")) ? 1 : -1;
		default:
			return cue;
	}
}

/* The cost of the nearest cue behind the phrase, and its tense. */
static int
cost_behind(const TbDateScan *s, const TbPhrase *p, int *tense)
{
	int			cost = 0;

	for (uint32_t at = p->end; at < s->text->ntok && cost < COST_NEVER &&
		 at - p->end < TB_DATE_SENTENCE; at++)
	{
		int			cue;

		if (s->text->tok[at].flags & TB_TF_SENT)
			break;
		cue = tb_date_word_tense(s, at);
		if (cue != 0)
		{
			*tense = meaning(s, p, at, cue, true, cost);
			return cost;
		}
		cost += passing_cost(s, at);
	}
	return COST_NEVER;
}

/* Does a participle open a phrase of its own at token i: «, принятый Сенатом»? */
static bool
opens_participle(const TbDateScan *s, uint32_t i)
{
	Folded		word;

	if (i == 0 || !tb_is_mark(s->text, i - 1, ',') ||
		s->text->tok[i].kind != TB_WORD_TOKEN || s->text->tok[i].letters < 6)
		return false;
	word.len = tb_token_fold(s->text, i, word.text);
	return word.len > 0 && is_long_participle(&word);
}

/* The same before it, unless it costs more than most. */
static int
cost_before(const TbDateScan *s, const TbPhrase *p, int most, int *tense)
{
	int			cost = 0;

	for (uint32_t at = p->first; at > 0 && cost < most &&
		 p->first - at < TB_DATE_SENTENCE; )
	{
		int			cue;

		if (s->text->tok[at].flags & TB_TF_SENT)
			break;
		cue = tb_date_word_tense(s, --at);
		if (cue == 0 && opens_participle(s, at))
			cue = -1;
		if (cue != 0)
		{
			*tense = meaning(s, p, at, cue, false, cost);
			return cost;
		}
		cost += passing_cost(s, at);
	}
	return COST_NEVER;
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
		return 0;
	if (tb_date_word(s, before, "date-still") ||
		(before > 0 && tb_date_word(s, before, "date-in") &&
		 tb_date_word(s, before - 1, "date-still")))
		return 0;
	*tense = 1;
	/* «на 1 апреля» is a report's day, «на 9 апреля» a plan's */
	if (p->a.type == TB_DU_DAY && p->a.day == 1)
		return COST_NEVER;
	return tb_date_word(s, before, "date-on") ? COST_ON : COST_NEVER;
}

int
tb_date_tense(const TbDateScan *s, const TbPhrase *p)
{
	int			tense = 0;
	int			best;
	int			other = 0;
	int			cost;

	if (participle_before(s, p->first))
		return -1;
	best = cost_behind(s, p, &tense);
	cost = cost_before(s, p, best, &other);
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
	/* «до 15 мая действует», «до пятницы закрыт» */
	if (tense == TB_TENSE_PRESENT && p->form == TB_PF_UNTIL)
		tense = 1;
	return best < COST_NEVER ? tense : 0;
}
