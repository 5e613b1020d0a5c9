/*
 * person_lone.c
 *	  Stage 3, the rest: names of one word, between those that are known.
 *
 *	Ашимбаев добавил		the surname of a person of the document or registry
 *	Марк рассказал			a given name: of the only person named so, or a speaker
 *	роман Шолохова			a surname by its looks, where no place would stand
 *
 * Not: «в Ахметове», «улица Панфилова», «Роман вышел».
 */
#include "core/person_internal.h"

#include "base/fold.h"

/* How many persons are indexed by given name. */
#define MAX_BY_GIVEN 256

/* --------------------------------------------------------- lone surnames */

/* «де | Йонг», «аль- | Асада»: what belongs to the surname stands before its last word. */
static void
take_prefix(Persons *p, const TbPerson *person, TbPersonMention *m)
{
	const TbDocument *doc = p->doc;
	uint32_t	first = m->first;

	while (first > 0 && first + 3 > m->first)
	{
		uint32_t	before = first - 1;

		if (before > 0 && tb_is_mark(&doc->text, before, '-') &&
			(tb_tok(doc, before)->flags & TB_TF_GLUED))
			before--;
		if (tb_is_cap(doc, before) || !tb_word_is(doc, before, TB_PARTICLE, "prefix"))
			break;
		first = before;
	}
	if (strpbrk(person->surname, " -") == NULL)
		return;
	m->first = first;
	m->span = tb_span_of(doc, first, m->end);
	m->surname = m->nominative = person->surname;
}

/*
 * May a known surname that only a list tells from other words («Трамп», «Асад»)
 * be one here?  Short ones not where any word is a capital.
 */
static bool
is_known_bare(const TbDocument *doc, uint32_t i)
{
	return tb_tok(doc, i)->letters > 4 ||
		!(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_CAPS));
}

/* The newest person of the document whom a lemma of a lone surname may name. */
static const TbPerson *
person_of_lemma(Persons *p, const TbLemma *lemma, const TbPersonMention *m)
{
	const char *key = tb_person_folded(p, lemma->text, strlen(lemma->text));
	uint32_t   *newest = tb_person_slot(p->doc->arena, &p->by_surname, key, false);
	const TbPerson *person;

	if (newest == NULL || *newest == 0)
		return NULL;
	person = &p->doc->persons.at[*newest - 1];
	return person->surname != NULL && tb_person_compatible(person, m) ? person : NULL;
}

/*
 * The person of the document whom a lone surname may name, and which lemma: of two
 * («Даулетову» is Даулетов's dative, or Даулетова) the one named last.
 */
static int
person_of_lemmas(Persons *p, const TbLemma *lemmas, int n, TbPersonMention *m,
				 const TbPerson **person)
{
	uint32_t	last = 0;
	int			best = 0;

	for (int l = 0; l < n; l++)
	{
		const TbPerson *found;
		uint32_t	index;
		uint32_t	seen;

		/* «семья Баталовых» is not one of them */
		if ((tb_gram_cases(lemmas[l].gram) != 0 && tb_gram_singular(lemmas[l].gram) == 0) ||
			(*person != NULL && lemmas[l].weight * 5 < lemmas[best].weight * 3))
			continue;
		m->gram = lemmas[l].gram;
		found = person_of_lemma(p, &lemmas[l], m);
		if (found == NULL)
			continue;
		index = (uint32_t) (found - p->doc->persons.at);
		seen = index < p->seen.n ? p->seen.at[index] : 0;
		if (*person == NULL || seen > last)
		{
			*person = found;
			best = l;
			last = seen;
		}
	}
	return best;
}

/* Is a lemma of the word at i a surname that is known when it stands alone? */
static bool
is_registered_lemma(Persons *p, uint32_t i, const TbLemma *lemma)
{
	return tb_person_registered(p->doc, lemma->text) && !tb_may_be(p->doc, i, TB_BIT(COMMON)) &&
		(tb_is_surname_shaped((TbStr) {lemma->text, (uint32_t) strlen(lemma->text)}) ||
		 is_known_bare(p->doc, i));
}

/* Does a word of two letters that opens a sentence stand before its verb, or a comma? */
static bool
is_short_subject(const TbDocument *doc, uint32_t i)
{
	return !tb_may_be(doc, i, TB_BIT(PREP) | TB_BIT(CONJ) | TB_BIT(PRON)) &&
		(tb_may_be(doc, i + 1, TB_BIT(CUE)) || tb_is_mark(&doc->text, i + 1, ','));
}

/*
 * The person that a lone word at i may name: one of the document, else one of
 * the registry.
 */
static bool
lone_surname(Persons *p, uint32_t i, TbPersonMention *m)
{
	TbDocument *doc = p->doc;
	uint32_t	end = tb_person_word_end(doc, i);
	const char *written;
	const TbLemma *lemmas;
	const TbPerson *person = NULL;
	char		folded[TB_MAX_WORD + 4];
	int			n;
	int			l;

	/* Ки, Ли: not where any word is a capital, but «Юн отметил», «Си, по его словам, …» */
	if (!tb_is_cap(doc, i) || (tb_tok(doc, i)->letters < 2 && end == i + 1) ||
		(tb_tok(doc, i)->letters == 2 && ((tb_tok(doc, i)->flags & TB_TF_CAPS) ||
										  ((tb_tok(doc, i)->flags & TB_TF_SENT) && !is_short_subject(doc, i)))) ||
		tb_tok(doc, i)->flags & (TB_TF_LATIN | TB_TF_DIGIT))
		return false;
	if (tb_token_fold(&doc->text, i, folded) == 0 ||
		(!tb_may_be(doc, i, TB_BIT(SURNAME)) && !(tb_tok(doc, i)->flags & TB_TF_LETTER) &&
		 !(p->openings & tb_person_opening(folded))))
		return false;
	written = tb_person_written(doc, i, end);
	if (written == NULL)
		return false;
	*m = (TbPersonMention) {
		.first = i,.end = end,.span = tb_span_of(doc, i, end),
		.title = TB_NONE,.rule = "lone_surname"
	};
	n = tb_person_surname_lemmas(p, written, &lemmas);
	l = person_of_lemmas(p, lemmas, n, m, &person);
	if (person == NULL)
		for (l = 0; l < n && !is_registered_lemma(p, i, &lemmas[l]);)
			l++;
	if (l >= n)
		return false;
	m->gram = lemmas[l].gram;
	/* «по мнению Вандт»: a woman's surname in a consonant does not bend */
	if (person != NULL && (person->gender & TB_ALL_GENDERS) != TB_MASC &&
		strcmp(lemmas[l].text, written) == 0 && !tb_ends_in(doc, end - 1, "а") &&
		!tb_ends_in(doc, end - 1, "я"))
		m->gram = TB_ALL_CASES | (person->gender & TB_ALL_GENDERS);
	m->surname = tb_arena_strdup(doc->arena, lemmas[l].text, strlen(lemmas[l].text));
	m->nominative = m->surname;
	if (m->surname == NULL)
		return false;
	if (person != NULL)
		take_prefix(p, person, m);
	return true;
}

/* with_suffix: «Өмүрбек кызы» of «Алтынай Өмүрбек кызы», who was named before. */
static bool
lone_with_suffix(Persons *p, uint32_t i, TbPersonMention *m)
{
	TbDocument *doc = p->doc;
	uint32_t	end = tb_person_word_end(doc, i);
	const char *written;
	uint32_t   *newest;

	if (!tb_word_is(doc, end, TB_PARTICLE, "suffix") || tb_is_cap(doc, end) ||
		(tb_tok(doc, end)->flags & (TB_TF_PARA | TB_TF_SENT)))
		return false;
	written = tb_person_written(doc, i, end + 1);
	if (written == NULL)
		return false;
	newest = tb_person_slot(doc->arena, &p->by_surname,
							tb_person_folded(p, written, strlen(written)), false);
	if (newest == NULL || *newest == 0)
		return false;
	*m = (TbPersonMention) {
		.first = i,.end = end + 1,.span = tb_span_of(doc, i, end + 1),.surname = written,
		.nominative = written,.title = TB_NONE,.rule = "lone_surname"
	};
	return true;
}

static bool has_past(const TbDocument *doc, uint32_t i, bool hers);

/*
 * «Рыбаков вину не признал»: has a word shaped like a surname that opens a
 * sentence a verb of his in the clause, so that it is no genitive («Рыбаков не
 * хватает»)?
 */
static bool
opens_with_subject(const TbDocument *doc, uint32_t i)
{
	bool		hers = tb_ends_in(doc, i, "а") || tb_ends_in(doc, i, "ая");

	if (!tb_is_surname_shaped(tb_text_of(doc, i, i + 1)) || tb_may_be(doc, i, TB_BIT(PLACE)))
		return false;
	for (uint32_t k = i + 1; k < i + 5 && tb_is_word(doc, k) && !tb_is_cap(doc, k); k++)
		if (has_past(doc, k, hers) || tb_person_is_speaking(doc, k))
			return true;
	return false;
}

/* Is the word, an ordinary one too («Сомов», «Мороза»), the surname of a person? */
static bool
is_known_surname(Persons *p, uint32_t i)
{
	char		folded[TB_MAX_WORD + 4] = {0};
	const char *written;
	const TbLemma *lemmas;
	int			n;

	if (tb_token_fold(&p->doc->text, i, folded) == 0 ||
		!(p->word_openings & tb_person_opening(folded)) ||
		((tb_tok(p->doc, i)->flags & TB_TF_SENT) && !opens_with_subject(p->doc, i)))
		return false;
	written = tb_person_written(p->doc, i, i + 1);
	n = written == NULL ? 0 : tb_person_surname_lemmas(p, written, &lemmas);
	for (int l = 0; l < n; l++)
	{
		TbPersonMention m = {.gram = lemmas[l].gram};

		if (person_of_lemma(p, &lemmas[l], &m) != NULL)
			return true;
	}
	return false;
}

/*
 * A holder's surname that only opens a longer name, too: «Назарбаев», though
 * there is a «Назарбаев Университет».
 */
static bool
is_holders_surname(const TbDocument *doc, uint32_t i)
{
	TbMatch		match[4];
	int			n;

	if (tb_word_reading(doc, i, TB_SURNAME, NULL) == NULL || tb_word_is(doc, i, TB_COMMON, NULL))
		return false;
	n = tb_text_match(&doc->text, doc->lex, i, match, 4);
	return n == 0 || match[n - 1].end == i + 1;
}

/* How deep in quotation marks token i stands, from the depth before it. */
static int
quote_depth(const TbDocument *doc, uint32_t i, int depth)
{
	const TbToken *tok = tb_tok(doc, i);

	if (tok->flags & TB_TF_PARA)
		depth = 0;
	if (tok->kind != TB_MARK)
		return depth;
	if (tok->value == 0xAB || tok->value == 0x201E)
		return depth + 1;
	if (tok->value == 0xBB && depth > 0)
		return depth - 1;
	if (tok->value == '"')
		return depth > 0 ? depth - 1 : 1;
	return depth;
}

/*
 * Make the person of a mention the one a lone surname behind it means.  What
 * somebody says of his namesake («…», – заверил Жапаров) does not.
 */
static void
make_newest(Persons *p, const TbPersonMention *m)
{
	uint32_t   *newest;
	uint32_t	person = m->person + 1;

	if (m->surname == NULL)
		return;
	newest = tb_person_slot(p->doc->arena, &p->by_surname, tb_person_key(p, m), false);
	if (newest == NULL || *newest == person)
		return;
	/* move it to the front of its namesakes */
	for (uint32_t at = *newest; at != 0; at = p->same_surname.at[at - 1])
		if (p->same_surname.at[at - 1] == person)
		{
			p->same_surname.at[at - 1] = p->same_surname.at[person - 1];
			p->same_surname.at[person - 1] = *newest;
			*newest = person;
			return;
		}
}

/* Is the word at i a verb in the past, of a woman or of a man? */
static bool
has_past(const TbDocument *doc, uint32_t i, bool hers)
{
	static const char *const his_pasts[] = {"ал", "ил", "ел", "ял", "ул", "ыл", "лся", NULL};
	static const char *const her_pasts[] = {"ала", "ила", "ела", "яла", "ула", "ыла", "лась", NULL};

	return tb_is_word(doc, i) && !tb_is_cap(doc, i) && tb_tok(doc, i)->letters > 3 &&
		!(tb_tok(doc, i)->flags & TB_TF_SENT) &&
		(tb_person_unlisted(doc, i) || tb_word_is(doc, i, TB_COMMON, "verb")) &&
		tb_ends_in_any(doc, i, hers ? her_pasts : his_pasts);
}

/* «Кто это?» – спросил Олжас: the last word of the author's, behind his verb. */
static bool
is_said_by(const TbDocument *doc, uint32_t i)
{
	const TbToken *next = tb_tok(doc, i + 1);

	return i > 0 && !(tb_tok(doc, i)->flags & TB_TF_SENT) && tb_person_is_speaking(doc, i - 1) &&
		(next->kind == TB_MARK || (next->flags & TB_TF_SENT)) &&
		!(next->kind == TB_MARK && tb_is_quote_mark(next->value));
}

/* The person's index + 1 of a given name at i that the document knows; 0: none. */
static uint32_t
known_by_given(Persons *p, const TbEntry *entry)
{
	const char *name = tb_string(p->doc, entry->name);
	uint32_t   *person = tb_person_slot(p->doc->arena, &p->by_given,
										tb_person_folded(p, name, strlen(name)), false);

	return person == NULL || *person == UINT32_MAX ? 0 : *person;
}

/*
 * «Марк рассказал», «– спросил Марк», «МАРК: …»: a given name alone, of the only person named so, or
 * right before a verb of speech, or before what is said.  Not ordinary words and
 * places.
 */
static bool
lone_given(Persons *p, uint32_t i, TbPersonMention *m)
{
	TbDocument *doc = p->doc;
	uint32_t	count;
	const TbReading *r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);
	bool		labels = (tb_tok(doc, i)->flags & TB_TF_PARA) && tb_is_mark(&doc->text, i + 1, ':');
	bool		speaks = (labels || tb_person_is_speaking(doc, i + 1) || is_said_by(doc, i) ||
						  has_past(doc, i + 1 + tb_word_is(doc, i + 1, TB_WORD, "adverb"),
								   tb_ends_in(doc, i, "а") || tb_ends_in(doc, i, "я"))) &&
		!tb_may_be(doc, i, TB_BIT(PLACE) | TB_BIT(COMMON));

	if (tb_person_word_end(doc, i) != i + 1 || tb_is_cap(doc, i + 1) ||
		tb_may_be(doc, i, NO_NAME_BITS & ~TB_BIT(COMMON)))
		return false;
	*m = (TbPersonMention) {
		.first = i,.end = i + 1,.span = tb_span_of(doc, i, i + 1),
		.title = TB_NONE,.person = TB_NONE,.rule = "lone_given"
	};
	for (uint32_t k = 0; k < count && m->given == NULL; k++)
	{
		const TbEntry *entry = tb_entry(doc, &r[k]);
		TbGram		gram;
		uint32_t	person;

		if (tb_reading_class(&r[k]) != TB_GIVEN)
			continue;
		gram = tb_person_given_gram(doc, r, count, &r[k]);
		if (gram == 0 && r[k].gram != 0)
			continue;
		person = known_by_given(p, entry);
		/* «Надежда умирает последней», though a Надежда was named */
		if ((entry->flags & TB_EF_WORD) && (tb_tok(doc, i)->flags & TB_TF_SENT) &&
			!tb_person_is_speaking(doc, i + 1))
			continue;
		if (person == 0 && !(entry->flags & TB_EF_ALONE) &&
			!(speaks && !(entry->flags & TB_EF_WORD) &&
			  (!(gram & TB_ALL_CASES) || (gram & TB_NOM))))
			continue;
		if (person != 0)
			m->person = person - 1;
		m->given = tb_string(doc, entry->name);
		m->gram = gram | (TbGram) entry->value;
	}
	m->nominative = m->given;
	return m->given != NULL;
}

/* The endings of surnames that hardly any other word has, and of those some have. */
static const char *const plain_endings[] = {
	"ов", "ев", "ёв", "ова", "ева", "ёва", "ову", "еву", "ёву", "овым", "евым",
	"овой", "евой", "ёвой", "енко", "швили", "заде", "зода", "зоды", "зоде", NULL
};
static const char *const other_endings[] = {
	"ин", "ина", "ину", "иным", "ине", "иной", "ский", "ского", "скому", "ским",
	"ском", "ская", "ской", "скую", "ян", "яна", "яну", "яном", "яне", "дзе", NULL
};

/* Is the word at i an adjective before a small noun: «Мариинского театра»? */
static bool
is_before_noun(const TbDocument *doc, uint32_t i)
{
	static const char *const pasts[] = {
		"ал", "ил", "ел", "ял", "ыл", "лся", "ала", "ила", "ела", "яла", "лась", NULL
	};

	return tb_is_word(doc, i + 1) && !tb_is_cap(doc, i + 1) &&
		!(tb_person_unlisted(doc, i + 1) && tb_ends_in_any(doc, i + 1, pasts)) &&
		!(tb_tok(doc, i + 1)->flags & (TB_TF_SENT | TB_TF_PARA)) &&
		!tb_may_be(doc, i + 1, TB_BIT(CUE) | TB_BIT(PREP) | TB_BIT(CONJ) | TB_BIT(PRON) | TB_BIT(STOP)) &&
		!tb_word_is(doc, i + 1, TB_COMMON, "verb") && !tb_word_is(doc, i + 1, TB_WORD, "adverb");
}

/*
 * May a surname stand behind what precedes token i?  Not «в Пушкине», «посёлок
 * Ильин», «шесть Днепрогэсов»; behind a mark only if it is no list of places.
 */
static bool
leaves_surname(const TbDocument *doc, uint32_t i)
{
	static const char *const places[] = {"в", "во", "на", "из", "под", "через", "близ", NULL};
	const TbToken *before = tb_tok(doc, i - 1);

	if (before->kind == TB_MARK)
		return (tb_is_dash(before->value) || before->value == ':' || before->value == '(') &&
			!(before->flags & TB_TF_GLUED);
	if (before->kind != TB_WORD_TOKEN)
		return false;
	/* «Экс-министр Сагинтаев», «Однако Сагинтаев»: what opens a sentence is a capital */
	if (tb_is_cap(doc, i - 1) &&
		!((before->flags & TB_TF_SENT) && tb_may_be(doc, i - 1, NO_NAME_BITS)))
		return false;
	for (int k = 0; places[k] != NULL; k++)
		if (tb_text_is(doc, i - 1, places[k]))
			return false;
	return !tb_may_be(doc, i - 1, TB_BIT(MARKER) | TB_BIT(NOPERSON) | TB_BIT(PLACE_ADJ) |
					  TB_BIT(ORGWORD) | TB_BIT(CARDINAL));
}

/*
 * Does the predicate behind a word that opens a sentence tell that it is a
 * person: «Сагинтаев отметил», «Сагинтаева не исключила», «Сагинтаев: мост открыт»?
 * Nouns of such endings (остров, причина) are in data/words.tsv.
 */
static bool
has_predicate(const TbDocument *doc, uint32_t i, uint32_t end)
{
	bool		hers = tb_ends_in(doc, end - 1, "а") || tb_ends_in(doc, end - 1, "ая");
	uint32_t	verb = end;
	const TbReading *r;

	if (tb_is_mark(&doc->text, end, ':'))
		return (tb_tok(doc, i)->flags & (TB_TF_PARA | TB_TF_NEWLINE)) != 0;
	while (tb_word_is(doc, verb, TB_WORD, "adverb") || tb_text_is(doc, verb, "не"))
		verb++;
	if (tb_person_is_speaking(doc, verb))
	{
		r = tb_word_reading(doc, verb, TB_CUE, NULL);
		return !(r->gram & TB_ALL_GENDERS) || (r->gram & (hers ? TB_FEM : TB_MASC));
	}
	/* «Сагинтаев уехал»; «Лесная улица опустела» is another matter */
	return !tb_ends_in(doc, i, "ский") && !tb_ends_in(doc, i, "ская") && has_past(doc, verb, hers);
}

/*
 * «Салтыков-Щедрин», «Римским-Корсаковым», «Немирович-Данченко»: two words of
 * which one can be nothing else; not «Иваново-Вознесенск», «Алматы-Бишкек».
 */
static bool
is_double_surname(const TbDocument *doc, uint32_t i, uint32_t end)
{
	static const char *const sons[] = {"ович", "евич", "овича", "евича", "овичу", "евичу", NULL};

	return end == i + 3 && tb_is_cap(doc, i + 2) && tb_is_mark(&doc->text, i + 1, '-') &&
		!((tb_tok(doc, i)->flags | tb_tok(doc, i + 2)->flags) & (TB_TF_CAPS | TB_TF_LATIN)) &&
		!tb_may_be(doc, i, TB_BIT(PLACE) | TB_BIT(GIVEN)) && !tb_may_be(doc, i + 2, TB_BIT(PLACE)) &&
		!tb_is_cap(doc, end) &&
		(tb_ends_in_any(doc, i, plain_endings) || tb_ends_in_any(doc, i + 2, plain_endings) ||
		 tb_ends_in_any(doc, i, sons) ||
		 (tb_ends_in_any(doc, i, other_endings) && tb_ends_in_any(doc, i + 2, other_endings)) ||
		 tb_may_be(doc, i, TB_BIT(SURNAME)));
}

/*
 * Is the capitalised word at i one that only a surname looks like: «роман
 * Шолохова», «в «Салтыкове-Щедрине»» no more than «в Ахметове»?
 */
static bool
looks_surname(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);
	uint32_t	end = tb_person_word_end(doc, i);
	bool		plain;

	if (end > i + 1)
		return is_double_surname(doc, i, end) && !is_before_noun(doc, end - 1) &&
			((tok->flags & TB_TF_SENT) || i == 0 || leaves_surname(doc, i));
	if (!tb_person_unlisted(doc, i) || tok->letters < 5 ||
		(tok->flags & (TB_TF_CAPS | TB_TF_LATIN)) ||
		(tb_is_cap(doc, end) && !(tb_tok(doc, end)->flags & TB_TF_SENT)))
		return false;
	plain = tb_ends_in_any(doc, i, plain_endings);
	if (!plain && !tb_ends_in_any(doc, i, other_endings))
		return false;
	if (!plain && is_before_noun(doc, end - 1))
		return false;
	if ((tok->flags & TB_TF_SENT) || i == 0)
		return has_predicate(doc, i, end);
	return leaves_surname(doc, i);
}

/* «роман Шолохова»: a surname by its looks, of somebody named nowhere else. */
static bool
lone_shaped(Persons *p, uint32_t i, TbPersonMention *m)
{
	Raw			raw = {.first = i,.surname_first = i,.rule = "lone_shaped"};

	if (!looks_surname(p->doc, i))
		return false;
	raw.end = raw.surname_end = tb_person_word_end(p->doc, i);
	raw.title = tb_person_title_before(p, i);
	tb_person_context(p->doc, &raw);
	raw.woman = tb_person_is_hers(p->doc, &raw);
	return tb_person_nominative(p, &raw, m);
}

/* Index the persons by given name; one that two bear leads to nobody. */
static bool
index_given(Persons *p)
{
	for (uint32_t i = 0; i < p->doc->persons.n && i < MAX_BY_GIVEN; i++)
	{
		const TbPerson *person = &p->doc->persons.at[i];
		uint32_t   *slot;

		if (person->given == NULL || strchr(person->given, '.') != NULL)
			continue;
		slot = tb_person_slot(p->doc->arena, &p->by_given,
							  tb_person_folded(p, person->given, strlen(person->given)), true);
		if (slot == NULL)
			return false;
		*slot = *slot == 0 ? i + 1 : UINT32_MAX;
	}
	return !p->failed;
}

/* What a lone capitalised word at i names: a surname, or a given name. */
static bool
lone_name(Persons *p, uint32_t i, TbPersonMention *m)
{
	if (lone_with_suffix(p, i, m))
		return true;
	if ((!tb_may_be(p->doc, i, NO_NAME_BITS & ~TB_BIT(PLACE_ADJ)) ||
		 (tb_tok(p->doc, i)->flags & TB_TF_LETTER) || is_holders_surname(p->doc, i) || is_known_surname(p, i)) && (lone_surname(p, i, m) || lone_shaped(p, i, m)))
		return true;
	return tb_may_be(p->doc, i, TB_BIT(GIVEN)) && lone_given(p, i, m);
}

/*
 * The first token from i on that begins a known name or may be a lone one, or
 * tells how deep in quotation marks the text stands.
 */
static uint32_t
next_of_note(const TbDocument *doc, uint32_t i, uint32_t known)
{
	const TbToken *tok = doc->text.tok;
	uint32_t	end = known < doc->text.ntok ? known : doc->text.ntok;

	while (i < end && tok[i].kind != TB_MARK && !(tok[i].flags & (TB_TF_CAP | TB_TF_PARA)))
		i++;
	return i;
}

/* Remember where a person was named last. */
static bool
note_seen(Persons *p, const TbPersonMention *m)
{
	while (p->seen.n < p->doc->persons.n)
	{
		uint32_t   *seen = TB_PUSH(p->doc->arena, &p->seen);

		if (seen == NULL)
			return false;
		*seen = 0;
	}
	p->seen.at[m->person] = m->first + 1;
	return true;
}

/* «музей Ауэзова», «премия Сахарова»: the genitive behind what is named after people. */
static bool
is_memorial(const TbDocument *doc, const TbPersonMention *m)
{
	return m->first > 0 && m->surname != NULL && m->given == NULL && (m->gram & TB_GEN) &&
		!(m->gram & TB_NOM) && !(tb_tok(doc, m->first)->flags & TB_TF_SENT) &&
		tb_word_is(doc, m->first - 1, TB_WORD, "memorial");
}

/* Find lone names between the names known, and put all in order. */
TbStatus
tb_person_add_lone(Persons *p)
{
	TbDocument *doc = p->doc;
	TbVec(TbPersonMention) known = {doc->mentions.at, doc->mentions.n, doc->mentions.cap};
	uint32_t	next = 0;
	uint32_t	i = 0;
	int			depth = 0;

	if (!index_given(p))
		return TB_NO_MEMORY;
	memset(&doc->mentions, 0, sizeof(doc->mentions));
	p->next_title = p->next_place = p->next_thing = 0;
	while ((i = next_of_note(doc, i, next < known.n ? known.at[next].first : TB_NONE)) <
		   doc->text.ntok)
	{
		TbPersonMention m;

		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		depth = quote_depth(doc, i, depth);
		if (next < known.n && known.at[next].first == i)
		{
			TB_TRY(tb_person_add(p, &known.at[next]));
			if (!note_seen(p, &known.at[next]))
				return TB_NO_MEMORY;
			if (depth == 0)
				make_newest(p, &known.at[next]);
			i = known.at[next++].end;
			continue;
		}
		/* a letter alone is no name, but О’Коннор is */
		if (tb_is_cap(doc, i) &&
			(!(tb_tok(doc, i)->flags & TB_TF_LETTER) || tb_person_word_end(doc, i) > i + 1) &&
			!tb_person_taken(p, i) && lone_name(p, i, &m) &&
			!tb_person_is_thing(doc, m.first, m.end) && !is_memorial(doc, &m))
		{
			m.title = tb_person_title_before(p, i);
			if (m.surname == NULL && m.person != TB_NONE)
				doc->persons.at[m.person].mentions++;
			else
				tb_person_find_or_make(p, &m);
			if (p->failed || !note_seen(p, &m))
				return TB_NO_MEMORY;
			TB_TRY(tb_person_add(p, &m));
			i = m.end;
			continue;
		}
		i++;
	}
	return TB_OK;
}

