/*
 * inflect_plan.c
 *	  Which words of a name bend.
 *
 * The idea: in a Russian name the adjectives before the head noun and the
 * head noun bend, what follows the head stays.  So a name is cut into pieces
 * that bend (decline.c knows how) and the text between them that does not;
 * a form is all the pieces in one case, printed one after another.
 *
 * Stages:
 *	1. Leading adjectives, also those joined by «и», become pieces; each
 *	   tells its own gender (городской голова: -ой, though голова is in -а).
 *	2. Leading words that cannot decline (Жогорку, Милли) are passed over
 *	   when another capitalised word follows; so is the first of two nouns
 *	   that stand side by side (Нур Отан, Ак Орда).
 *	3. The next word is the head.  Of a hyphenated word the last part bends
 *	   (Нур-Султан), the one before a preposition (Ростов-на-Дону), or both
 *	   (Петропавловск-Камчатский, советник-посланник).
 *	4. Behind the head an adjective in small letters agrees (папа римский),
 *	   and «и» or a dash at once behind it begins a second head (Босния и
 *	   Герцеговина).
 *	5. All the rest is tail.
 *
 * Example: «Атырауская область»: adjective «Атырауск|ая» (f), head
 * «област|ь», no tail.  «Министерство внутренних дел»: no adjective before
 * the head «Министерств|о», and the rest is tail.
 *
 * Where the hints give a genitive of as many words as the name has, nothing
 * is guessed: a word bends if its genitive differs (Ак жол {gen=Ак жола},
 * Часов Яр {gen=Часова Яра}).
 */
#include "lex/inflect_plan.h"

#include <string.h>

/* Nouns that take a possessive in front: Берингов пролив, Баренцево море. */
#define SEA_WORDS \
	" пролив залив хребет остров острова море озеро река гора земля плато "

/* First parts of compounds that bend with the last one. */
#define BENDING_FIRST \
	" директор советник член королева принцесса министр ученый врач " \
	"инженер летчик "

/* First parts of towns that bend too: Железногорск-Илимский. */
#define BENDING_TOWNS "ск ов ев славль гусь"

/* Prepositions inside a compound. */
#define INNER_PREPOSITIONS " на над под в во при за "

/* First words that are heads although another name follows them. */
#define GENERIC_HEADS \
	" республика область район город село аул поселок сенат мажилис " \
	"парламент совет союз фонд банк округ центр институт партия фракция " \
	"комитет движение агентство министерство штат остров озеро река гора " \
	"море край провинция королевство княжество аэропорт станция порт " \
	"университет академия театр завод компания группа корпорация холдинг " \
	"пик хребет "

/* Words in small letters that never lead a head: Олий Мажлис, Лок сабха. */
#define PASSED_OVER " олий милли жогорку лок раджья ак нур хан эль бас "

/* ---- cutting ---- */

/* Spans of the words of a string, at most TB_PLAN_WORDS; the count. */
static int
split_words(TbStr text, TbSpan *words)
{
	int			n = 0;
	uint32_t	i = 0;

	while (i < text.len && n < TB_PLAN_WORDS)
	{
		uint32_t	start;

		while (i < text.len && text.data[i] == ' ')
			i++;
		start = i;
		while (i < text.len && text.data[i] != ' ')
			i++;
		if (i > start)
			words[n++] = (TbSpan) {start, i};
	}
	return n;
}

static TbStr
sub(TbStr text, TbSpan span)
{
	return (TbStr) {text.data + span.start, span.end - span.start};
}

/* The word of a span; false when it is too long to bend. */
static bool
word_at(const TbPlan *plan, int i, TbWord *word)
{
	return i < plan->nwords &&
		tb_word_set(word, sub(plan->name, plan->words[i]));
}

/* ---- pieces ---- */

/* A new piece for the bytes of a span; NULL when there are too many. */
static TbPiece *
add_piece(TbPlan *plan, TbSpan span)
{
	TbPiece	   *piece;

	if (plan->npieces == TB_PLAN_PIECES || span.start < plan->cursor)
		return NULL;
	piece = &plan->pieces[plan->npieces];
	if (!tb_word_set(&piece->bend.word, sub(plan->name, span)))
		return NULL;
	tb_bend_fixed(&piece->bend);
	return piece;
}

/* Keep the piece that add_piece gave. */
static void
keep_piece(TbPlan *plan, TbPiece *piece, TbSpan span)
{
	piece->before = sub(plan->name, (TbSpan) {plan->cursor, span.start});
	piece->bend.animate = plan->hints->animate;
	plan->cursor = span.end;
	plan->npieces++;
}

/* Where the hyphens of a word divide it. */
static int
split_hyphens(TbStr name, TbSpan word, TbSpan *parts)
{
	int			n = 0;
	uint32_t	start = word.start;

	for (uint32_t i = word.start; i <= word.end && n < TB_PLAN_PIECES; i++)
		if (i == word.end || name.data[i] == '-')
		{
			parts[n++] = (TbSpan) {start, i};
			start = i + 1;
		}
	return n;
}

static bool
span_among(const TbPlan *plan, TbSpan span, const char *list)
{
	TbWord		word;

	return tb_word_set(&word, sub(plan->name, span)) &&
		tb_word_among(&word, list);
}

/* Does the part look like an adjective in -ский, -ный …; by hint, -ний too? */
static bool
part_is_adjective(const TbPlan *plan, TbSpan span)
{
	TbBend		bend;

	return tb_word_set(&bend.word, sub(plan->name, span)) &&
		tb_bend_adjective(&bend, false, plan->hints->adjective);
}

/* Part of a hyphenated head by its own gender: Каменск-, советник-. */
static void
add_first_part(TbPlan *plan, TbSpan part)
{
	TbPiece	   *piece = add_piece(plan, part);
	TbNounHints hints = {.animate = plan->hints->animate};

	if (piece == NULL)
		return;
	if (!tb_bend_adjective(&piece->bend, false, false))
		tb_bend_noun(&piece->bend, &hints);
	if (piece->bend.endings != NULL)
		keep_piece(plan, piece, part);
}

/* Is it a town like Железногорск-Илимский, Гусь-Хрустальный? */
static bool
is_town(const TbPlan *plan, const TbSpan *parts)
{
	TbWord		first;

	return tb_word_set(&first, sub(plan->name, parts[0])) && first.capital &&
		tb_word_ends_in(&first, BENDING_TOWNS) &&
		part_is_adjective(plan, parts[1]);
}

/* Add an adjective; false when the word does not look like one. */
static bool
add_adjective(TbPlan *plan, TbSpan word, bool plural, bool sure)
{
	TbSpan		parts[TB_PLAN_PIECES];
	int			n = split_hyphens(plan->name, word, parts);
	TbPiece	   *piece;

	if (n == 2 && plan->hints->adjective && is_town(plan, parts))
		add_first_part(plan, parts[0]);
	piece = add_piece(plan, parts[n - 1]);
	if (piece == NULL || piece->bend.word.caps ||
		!tb_bend_adjective(&piece->bend, plural, sure))
		return false;
	keep_piece(plan, piece, parts[n - 1]);
	return true;
}

static bool
add_possessive(TbPlan *plan, TbSpan word)
{
	TbPiece	   *piece = add_piece(plan, word);

	if (piece == NULL || !tb_bend_possessive(&piece->bend))
		return false;
	keep_piece(plan, piece, word);
	return true;
}

/*
 * The part of a head word that bends as a noun; parts before it that bend
 * too are added on the way.
 */
static TbSpan
head_part(TbPlan *plan, TbSpan word)
{
	TbSpan		parts[TB_PLAN_PIECES];
	int			n = split_hyphens(plan->name, word, parts);

	if (n == 1 || parts[n - 1].end != word.end)
		return word;
	for (int i = 1; i + 1 < n; i++)
		if (span_among(plan, parts[i], INNER_PREPOSITIONS))
			return parts[i - 1];
	if (n == 2 && (span_among(plan, parts[0], BENDING_FIRST) ||
				   is_town(plan, parts)))
		add_first_part(plan, parts[0]);
	return parts[n - 1];
}

/* What a genitive has in the place of a part of the word. */
static TbStr
genitive_part(TbStr genitive, TbStr part, TbStr word)
{
	uint32_t	before = (uint32_t) (part.data - word.data);
	uint32_t	behind = word.len - before - part.len;

	if (genitive.len <= before + behind)
		return genitive;
	if (memcmp(genitive.data + genitive.len - behind,
			   word.data + word.len - behind, behind) == 0)
		genitive.len -= behind;
	for (uint32_t i = genitive.len; before > 0 && i > 0; i--)
		if (genitive.data[i - 1] == '-')
			return (TbStr) {genitive.data + i, genitive.len - i};
	return genitive;
}

/* Is it the genitive of an adjective: Грозного? */
static bool
in_ogo(TbStr genitive)
{
	TbWord		word;

	return tb_word_set(&word, genitive) && tb_word_ends_in(&word, "ого его");
}

/* Add the head noun; nothing when it does not bend. */
static void
add_head(TbPlan *plan, int i, bool plural)
{
	TbStr		whole = sub(plan->name, plan->words[i]);
	TbSpan		part = head_part(plan, plan->words[i]);
	TbPiece	   *piece = add_piece(plan, part);
	TbNounHints hints = {
		plan->hints->gender, plural, plan->hints->animate,
		plan->hints->genitive
	};

	if (piece == NULL || (piece->bend.word.caps && hints.genitive.len == 0))
		return;
	hints.genitive = genitive_part(hints.genitive,
								   sub(plan->name, part), whole);
	if ((hints.genitive.len > 0 && !in_ogo(hints.genitive)) ||
		!tb_bend_adjective(&piece->bend, plural, hints.genitive.len > 0))
		tb_bend_noun(&piece->bend, &hints);
	if (piece->bend.endings == NULL)
		return;
	/* Пулково, Бородино: the norm bends them, the papers often do not */
	if (piece->bend.word.capital && hints.gender == 0 &&
		tb_word_ends_in(&piece->bend.word, "ово ево ино ыно"))
		plan->may_stay = true;
	/* Айгуль, Асель: Айгули or Айгуль */
	if (hints.gender == TB_FEM && piece->bend.word.capital &&
		tb_word_ends_in(&piece->bend.word, "уль ель"))
		plan->may_stay = true;
	keep_piece(plan, piece, part);
}

/* ---- which word is the head ---- */

/* The name ends in the consonant of a nominative, not of a genitive plural. */
static bool
looks_nominative(const TbWord *word)
{
	uint32_t	last = tb_word_letter(word, 0);

	if (!word->capital || word->caps || tb_word_ends_in(word, "ов ев ей"))
		return false;
	return tb_is_consonant(last) || last == 0x439 || last == 0x44C;
}

/* Is word i passed over on the way to the head? */
static bool
passed_over(const TbPlan *plan, int i)
{
	TbWord		word;
	TbWord		next;

	if (i + 1 >= plan->nwords || !word_at(plan, i, &word) ||
		!word_at(plan, i + 1, &next))
		return false;
	if (word.caps || !word.capital || tb_word_among(&word, GENERIC_HEADS))
		return false;
	if (tb_word_among(&word, PASSED_OVER))
		return true;
	if (!next.capital || next.caps)
		return false;
	if (tb_word_ends_in(&word, "и у ю э ы і ү ұ ө ә"))
		return true;
	return i + 2 == plan->nwords && looks_nominative(&word) &&
		looks_nominative(&next) && strchr(word.text, '-') == NULL;
}

static bool
is_and(const TbPlan *plan, int i)
{
	return i < plan->nwords && span_among(plan, plan->words[i], " и — – ");
}

/* Adjectives from word i on; returns the word behind them. */
static int
plan_adjectives(TbPlan *plan, int i, bool whole)
{
	bool		plural = plan->hints->plural;

	while (i < plan->nwords && (whole || i + 1 < plan->nwords))
	{
		int			next = i;

		if (is_and(plan, i) && plan->npieces > 0)
			next++;
		if (next == plan->nwords || (!whole && next + 1 == plan->nwords))
			break;
		if (!add_adjective(plan, plan->words[next], plural, true))
			break;
		i = next + 1;
	}
	return i;
}

/* Adjectives in small letters behind the head: папа римский. */
static int
plan_agreeing(TbPlan *plan, int i)
{
	TbWord		word;

	while (word_at(plan, i, &word) && !word.capital &&
		   tb_word_ends_in(&word, "ый ский цкий ная ская") &&
		   add_adjective(plan, plan->words[i], false, true))
		i++;
	return i;
}

/* Берингов пролив, Соломоновы Острова. */
static bool
is_possessive(const TbPlan *plan, int i)
{
	return i + 1 < plan->nwords &&
		span_among(plan, plan->words[i + 1], SEA_WORDS);
}

/* The adjectives before a noun and words to pass over; returns the noun. */
static int
plan_before_noun(TbPlan *plan, int i, bool first)
{
	int			start = plan->npieces;

	i = plan_adjectives(plan, i, false);
	if (is_possessive(plan, i) && add_possessive(plan, plan->words[i]))
		i++;
	while (first && plan->npieces == start && passed_over(plan, i))
		i = plan_adjectives(plan, i + 1, false);
	return i;
}

/* A noun with its adjectives from word i on, and more of them behind «и». */
static void
plan_noun(TbPlan *plan, int i)
{
	for (bool first = true;; first = false)
	{
		int			pieces;

		i = plan_before_noun(plan, i, first);
		if (i >= plan->nwords)
			return;
		pieces = plan->npieces;
		add_head(plan, i, plan->hints->plural);
		i++;
		if (plan->npieces > pieces)
			i = plan_agreeing(plan, i);
		if (!is_and(plan, i) || i + 1 >= plan->nwords)
			return;
		i++;
	}
}

/* ---- names whose genitive is given word by word ---- */

/* An adjective whose genitive is one's too: Сербская, Сербской. */
static bool
bend_as_adjective(TbBend *bend, const TbWord *genitive)
{
	bool		plural = tb_word_ends_in(genitive, "ых их");

	return (plural || tb_word_ends_in(genitive, "ого его ой ей")) &&
		tb_bend_adjective(bend, plural, true);
}

/* Bend one word, or part of one, that its genitive shows to change. */
static void
add_by_genitive(TbPlan *plan, TbSpan span, TbStr genitive, bool more)
{
	TbPiece	   *piece = add_piece(plan, span);
	TbWord		gen;
	bool		plural = plan->hints->plural ||
		(plan->npieces > 0 &&
		 plan->pieces[plan->npieces - 1].bend.plural_only);
	TbNounHints hints = {0, plural, plan->hints->animate, genitive};

	if (piece == NULL || !tb_word_set(&gen, genitive))
		return;
	if (tb_word_ends_in(&piece->bend.word, "ы и") ||
		tb_word_ends_in(&gen, "ов ев"))
		hints.plural = true;
	if (tb_word_ends(&piece->bend.word, "ь"))
		hints.gender = plan->hints->gender;
	if (!bend_as_adjective(&piece->bend, &gen) &&
		!(more && tb_bend_possessive(&piece->bend)))
		tb_bend_noun(&piece->bend, &hints);
	if (piece->bend.endings != NULL)
		keep_piece(plan, piece, span);
}

static bool
same_text(TbStr a, TbStr b)
{
	return a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
}

/* Does word i stand in another form in the given genitive? */
static bool
changes(const TbPlan *plan, int i)
{
	return i < plan->nwords &&
		!same_text(sub(plan->name, plan->words[i]),
				   sub(plan->hints->genitive, plan->gens[i]));
}

/*
 * «Мамаев курган {gen=Мамаева кургана}»: words, and parts of words between
 * hyphens, bend where the genitive differs.
 */
static void
plan_by_genitive(TbPlan *plan)
{
	TbStr		genitive = plan->hints->genitive;

	for (int i = 0; i < plan->nwords; i++)
	{
		TbSpan		parts[TB_PLAN_PIECES];
		TbSpan		gens[TB_PLAN_PIECES];
		int			n = split_hyphens(plan->name, plan->words[i], parts);

		if (n != split_hyphens(genitive, plan->gens[i], gens))
			continue;
		for (int j = 0; j < n; j++)
			if (!same_text(sub(plan->name, parts[j]), sub(genitive, gens[j])))
				add_by_genitive(plan, parts[j], sub(genitive, gens[j]),
								changes(plan, i + 1));
	}
}

bool
tb_plan_name(TbPlan *plan, TbStr name, const TbNameHints *hints)
{
	plan->name = name;
	plan->hints = hints;
	plan->npieces = 0;
	plan->cursor = 0;
	plan->may_stay = false;
	plan->nwords = split_words(name, plan->words);
	plan->ngens = split_words(hints->genitive, plan->gens);
	if (name.len + TB_PLAN_PIECES * 16 >= TB_MAX_FORM)
		return false;
	if (hints->fixed || hints->abbreviation || plan->nwords == 0)
		return true;
	if (plan->nwords > 1 && plan->ngens == plan->nwords)
		plan_by_genitive(plan);
	else if (hints->adjective)
	{
		if (plan_adjectives(plan, 0, true) == 0)
			add_possessive(plan, plan->words[0]);
	}
	else
		plan_noun(plan, 0);
	return true;
}
