/*
 * person_context.c
 *	  What stands around a name: the case that it demands, and names that
 *	  no list has but for it.
 *
 *	по словам Александра Утепова	genitive: Александр
 *	от Марины, с эксперта …			what the preposition governs
 *	эксперта Тюрвина Хальсгора		a noun for persons: a name of its case
 *	По словам Орсолы Вердени			two words that no list has, behind «по словам»
 *	сказал Тюрвин Хальсгор			… or beside a verb of speech
 *	Тюрвин Кальм … Кальма				… or whose last one stands alone elsewhere
 *	Тюрвина Хальсгора … Тюрвин Хальсгор	… or that stand together twice
 *	Пак Чжи Ён, Си Цзиньпин			a short surname of the East leads
 *	его супруга Гульмира			a given name alone, behind a word for a person
 *	Мухаббат-опа						… or with a word of respect
 *
 * Not: «сказал Сергей», «Большой Театр заявил» (words that the lexicon has).
 */
#include "core/person_internal.h"

/* The word before token i, quotation marks passed over; TB_NONE: none there. */
static uint32_t
word_before(const TbDocument *doc, uint32_t i)
{
	for (int n = 0; n < 2 && i > 0; n++)
	{
		if (tb_tok(doc, i)->flags & TB_TF_SENT)
			return TB_NONE;
		i--;
		if (tb_is_word(doc, i))
			return i;
		if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_quote_mark(tb_tok(doc, i)->value))
			return TB_NONE;
	}
	return TB_NONE;
}

/* Cases of all readings of a class of the word at i; 0: there are none. */
static uint32_t
cases_of(const TbDocument *doc, uint32_t i, TbClass klass, TbGram *gender)
{
	uint32_t	count;
	const TbReading *r;
	uint32_t	cases = 0;

	if (!tb_may_be(doc, i, UINT64_C(1) << klass))
		return 0;
	r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);
	for (; count-- > 0; r++)
		if (tb_reading_class(r) == klass)
		{
			cases |= tb_gram_singular(r->gram);
			*gender |= r->gram & TB_ALL_GENDERS;
		}
	return cases;
}

/* How nouns for persons end without the ending of their case. */
static const struct
{
	const char *stem;
	TbGram		gender;
	bool		sure;			/* few things are called so: not памятник, страница */
}			person_stems[] = {
	{"ист", TB_MASC, true}, {"лог", TB_MASC, true}, {"навт", TB_MASC, true},
	{"граф", TB_MASC, true}, {"мен", TB_MASC, true}, {"щик", TB_MASC, true},
	{"чик", TB_MASC, true}, {"вед", TB_MASC, true}, {"ник", TB_MASC, false},
	{"тор", TB_MASC, false}, {"тер", TB_MASC, false}, {"тел", TB_MASC, false},
	{"ер", TB_MASC, false}, {"щиц", TB_FEM, true}, {"чиц", TB_FEM, true},
	{"истк", TB_FEM, true}, {"ниц", TB_FEM, false}, {"есс", TB_FEM, false},
	{"ерк", TB_FEM, false}, {"анк", TB_FEM, false}, {"онк", TB_FEM, false},
	{"инк", TB_FEM, false}, {"янк", TB_FEM, false}
};

/* Endings of men and women, the longer before what they end in. */
static const struct
{
	const char *ending;
	TbGram		gram;
}			person_endings[] = {
	{"ом", TB_MASC | TB_INS}, {"ем", TB_MASC | TB_INS}, {"ой", TB_FEM | TB_INS},
	{"ей", TB_FEM | TB_INS}, {"а", TB_MASC | TB_GEN | TB_ACC}, {"я", TB_MASC | TB_GEN | TB_ACC},
	{"у", TB_MASC | TB_DAT}, {"ю", TB_MASC | TB_DAT}, {"е", TB_MASC | TB_PRE},
	{"а", TB_FEM | TB_NOM}, {"ы", TB_FEM | TB_GEN}, {"и", TB_FEM | TB_GEN},
	{"е", TB_FEM | TB_DAT | TB_PRE}, {"у", TB_FEM | TB_ACC}, {"ь", TB_MASC | TB_NOM},
	{"", TB_MASC | TB_NOM}
};

/*
 * Cases and gender of a noun for a person at i, by how it ends; 0: it is none.
 * unsure: one that may as well be a thing's («памятник»), too.
 */
static TbGram
noun_by_ending(const TbDocument *doc, uint32_t i, bool unsure)
{
	const TbToken *tok = tb_tok(doc, i);
	TbStr		word;

	if (!tb_is_word(doc, i) || tok->letters < 6 || (tok->mask & ~TB_BIT(COMMON)) ||
		(tb_is_cap(doc, i) && !(tok->flags & TB_TF_SENT)))
		return 0;
	word = tb_word_folded(&doc->text, i);
	for (size_t e = 0; e < sizeof(person_endings) / sizeof(person_endings[0]); e++)
	{
		size_t		n = strlen(person_endings[e].ending);

		if (word.len <= n || memcmp(word.data + word.len - n, person_endings[e].ending, n) != 0)
			continue;
		for (size_t s = 0; s < sizeof(person_stems) / sizeof(person_stems[0]); s++)
		{
			size_t		len = strlen(person_stems[s].stem);

			if ((person_endings[e].gram & person_stems[s].gender) && word.len > n + len &&
				(person_stems[s].sure ||
				 (tok->mask == 0 && (unsure || person_stems[s].gender == TB_FEM))) &&
				memcmp(word.data + word.len - n - len, person_stems[s].stem, len) == 0)
				return person_endings[e].gram;
		}
	}
	return 0;
}

/*
 * Cases and gender of the noun for a person at i: «эксперта», «супруга», «чабану»,
 * «лыжница»; 0: it is none.
 */
static TbGram
noun_for_person(const TbDocument *doc, uint32_t i, bool unsure)
{
	TbGram		gender = 0;
	uint32_t	cases = 0;

	if (tb_is_cap(doc, i) && !(tb_tok(doc, i)->flags & TB_TF_SENT))
		return 0;
	/* «координатора-резидента» */
	while (i > 1 && tb_is_mark(&doc->text, i - 1, '-') && (tb_tok(doc, i - 1)->flags & TB_TF_GLUED) &&
		   !tb_may_be(doc, i, TB_BIT(PERSONWORD)))
		i -= 2;
	if (tb_may_be(doc, i, TB_BIT(PERSONWORD)))
		cases = cases_of(doc, i, TB_PERSONWORD, &gender);
	else if (tb_word_is(doc, i, TB_WORD, "kin"))
		cases = cases_of(doc, i, TB_WORD, &gender);
	else if (tb_may_be(doc, i, TB_BIT(DEMONYM)))
		cases = cases_of(doc, i, TB_DEMONYM, &gender);
	else if (tb_may_be(doc, i, TB_BIT(HONORIFIC)))
		cases = cases_of(doc, i, TB_HONORIFIC, &gender);
	return cases != 0 ? (TbGram) cases | gender : noun_by_ending(doc, i, unsure);
}

/* «83-летнего | Алассана Уаттару», «известному», «самим»: cases of an adjective before a man's name. */
static TbGram
adjective_for_man(const TbDocument *doc, uint32_t i)
{
	static const struct
	{
		const char *ending;
		TbGram		gram;
	}			endings[] = {
		{"летнего", TB_GEN | TB_ACC}, {"летнему", TB_DAT}, {"летним", TB_INS},
		{"самого", TB_GEN | TB_ACC}, {"самому", TB_DAT}, {"самим", TB_INS},
		{"известного", TB_GEN | TB_ACC}, {"известному", TB_DAT}, {"известным", TB_INS},
		{"нынешнего", TB_GEN | TB_ACC}, {"нынешнему", TB_DAT}, {"нынешним", TB_INS}
	};
	static const char *const cases[] = {"го", "му", "им", "ым", NULL};

	for (size_t k = 0; tb_ends_in_any(doc, i, cases) && k < sizeof(endings) / sizeof(*endings); k++)
		if (tb_ends_in(doc, i, endings[k].ending))
			return endings[k].gram | TB_MASC;
	return 0;
}

/* How far before a name the noun of «по мнению» may stand. */
#define PO_REACH 8

/*
 * «по мнению эксперта Центра прогрессивных реформ | Дильшода Исмаилова»: in the
 * genitive, behind a person's noun and what belongs to it?
 */
static bool
is_behind_opinion(const TbDocument *doc, uint32_t first)
{
	uint32_t	po = first;

	do
	{
		if (po == 0 || po + PO_REACH < first || !tb_is_word(doc, po - 1) ||
			tb_may_be(doc, po - 1, TB_BIT(GIVEN)) ||
			(po < first && (tb_tok(doc, po)->flags & TB_TF_SENT)))
			return false;
		po--;
	} while (!tb_word_is(doc, po, TB_CUE, "po"));
	for (uint32_t i = po + 1; i < first; i++)
		if (noun_for_person(doc, i, false) & TB_GEN)
			return true;
	return false;
}

void
tb_person_context(const TbDocument *doc, Raw *raw)
{
	uint32_t	before = word_before(doc, raw->first);
	const TbReading *r;
	TbGram		noun;

	raw->cases = 0;
	raw->gender = 0;
	if (before == TB_NONE)
		return;
	/* «накануне Токаев прибыл»: no preposition there */
	if (tb_may_be(doc, before, TB_BIT(DEICTIC)))
		return;
	r = tb_word_reading(doc, before, TB_PREP, NULL);
	if (r != NULL || tb_word_is(doc, before, TB_CUE, "po"))
	{
		raw->cases = r == NULL ? TB_GEN :
			(uint32_t) tb_entry(doc, r)->value & TB_ALL_CASES;
		return;
	}
	/* «поддержал коллегу Эсен уулу Бакыт» */
	if (raw->fixed || raw->title != TB_NONE ||
		(raw->given.gram & TB_ALL_CASES) == TB_ALL_CASES)
		return;
	noun = noun_for_person(doc, before, false);
	if (noun == 0)
		noun = adjective_for_man(doc, before);
	if (noun == 0 && is_behind_opinion(doc, raw->first))
		raw->cases = TB_GEN;
	if (noun == 0)
		return;
	/* «дочь учителя Марата» is his: only what may be both is left out */
	raw->cases = tb_gram_singular(noun) | TB_GEN;
	/* «певица Александра Иванова» is a woman; a депутат may be either */
	if ((noun & TB_ALL_GENDERS) == TB_FEM && (noun & TB_NOM) &&
		!tb_word_is(doc, before, TB_WORD, "kin"))
		raw->gender = TB_FEM;
}

/* Is the word at i a finite verb, or does it look like one in the past? */
static bool
is_verb(const TbDocument *doc, uint32_t i)
{
	return tb_word_is(doc, i, TB_COMMON, "verb") || tb_person_is_speaking(doc, i) ||
		(tb_person_unlisted(doc, i) && !tb_is_cap(doc, i) &&
		 (tb_ends_in(doc, i, "ал") || tb_ends_in(doc, i, "ил") || tb_ends_in(doc, i, "ял") ||
		  tb_ends_in(doc, i, "ел") || tb_ends_in(doc, i, "ла")));
}

bool
tb_person_is_object(const TbDocument *doc, const Raw *raw)
{
	static const char *const oblique[] = {"а", "я", "у", "ю", "ой", "ым", "ом", "ем", NULL};
	static const char *const hers[] = {"ова", "ева", "ина", "ая", NULL};
	uint32_t	subject = raw->first - 2;
	const TbReading *r;

	if (raw->first < 2 || (tb_tok(doc, raw->first)->flags & TB_TF_SENT) ||
		(tb_tok(doc, raw->first - 1)->flags & TB_TF_SENT) || !is_verb(doc, raw->first - 1) ||
		!tb_is_word(doc, subject))
		return false;
	if (!tb_is_cap(doc, subject))
		return tb_text_is(doc, subject, "он") || tb_text_is(doc, subject, "она");
	if (tb_may_be(doc, subject, NO_NAME_BITS | TB_BIT(PLACE)))
		return false;
	r = tb_word_reading(doc, subject, TB_GIVEN, NULL);
	return r != NULL ? (r->gram & TB_NOM) != 0 : !tb_ends_in_any(doc, subject, oblique) ||
		tb_ends_in_any(doc, subject, hers);
}

/* ------------------------------------------------------------------ patterns */

/* A short word that no list has, or a given name: a syllable of the East. */
static bool
is_syllable(const TbDocument *doc, const Unit *u)
{
	return (u->kind == UNIT_CAPITAL || u->kind == UNIT_GIVEN) &&
		u->end - u->first <= 3 && tb_tok(doc, u->first)->letters <= 7 &&
		!(tb_tok(doc, u->first)->flags & TB_TF_CAPS);
}

/*
 * May a word be a given name of the East, in any case: no letters and no end
 * that Chinese, Korean and Vietnamese syllables lack?  Not «(Ян) Купер».
 */
static bool
sounds_eastern(const TbDocument *doc, uint32_t i)
{
	static const char *const ends[] = {
		"а", "я", "о", "ё", "у", "ю", "ы", "и", "э", "е", "й", "н", "нь", "м",
		"к", "п", "т", "л", "ль", "нг", NULL
	};
	char		folded[TB_MAX_WORD + 4];

	return tb_ends_in_any(doc, i, ends) && tb_token_fold(&doc->text, i, folded) > 0 &&
		strstr(folded, "р") == NULL && strstr(folded, "щ") == NULL;
}

/*
 * east: «Пак Чжи Ён», «Си Цзиньпин», «Ван И»: the surname leads.  Not «Ян
 * Купер», «Ким Петров».
 */
int
tb_person_pattern_east(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = n > 2 && is_syllable(doc, &u[1]) && is_syllable(doc, &u[2]) ? 3 : 2;

	/* «ГО И ЧС» is an office of civil defence */
	if (n < 2 || !tb_word_is(doc, u[0].first, TB_PARTICLE, "east") ||
		((tb_tok(doc, u[0].first)->flags & TB_TF_CAPS) && tb_tok(doc, u[0].first)->letters < 3) ||
		u[0].end != u[0].first + 1 ||
		(u[1].kind != UNIT_CAPITAL && !(k == 3 && u[1].kind == UNIT_GIVEN)) ||
		(k == 2 && !tb_person_unlisted(doc, u[1].first) &&
		 !(tb_tok(doc, u[1].first)->flags & TB_TF_LETTER) &&
		 (tb_tok(doc, u[1].first)->mask & ~TB_BIT(PARTICLE))) ||
		!sounds_eastern(doc, u[k - 1].first) ||
		tb_is_surname_shaped(tb_text_of(doc, u[1].first, u[1].end)))
		return 0;
	raw->surname_first = u[0].first;
	raw->surname_end = u[0].end;
	raw->given = u[1];
	raw->given.end = u[k - 1].end;
	raw->surname_leads = true;
	raw->fixed = true;
	raw->rule = "east";
	return k;
}

/* A capitalised word that the lexicon has not, and not all capitals. */
static bool
is_unlisted(const TbDocument *doc, const Unit *u)
{
	return u->kind == UNIT_CAPITAL &&
		(tb_person_unlisted(doc, u->first) || u->end > u->first + 1 ||
		 !(tb_tok(doc, u->first)->mask & ~TB_BIT(PARTICLE))) &&
		tb_tok(doc, u->first)->letters > 2 &&
		!(tb_tok(doc, u->first)->flags & TB_TF_CAPS);
}

/* called: «его супруга Гульмира», «Мухаббат-опа»: a given name alone. */
int
tb_person_pattern_called(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	uint32_t	before = word_before(doc, u[0].first);

	/* «мистер Хиггинс» */
	if (n == 1 && is_unlisted(doc, &u[0]) && before != TB_NONE &&
		tb_may_be(doc, before, TB_BIT(HONORIFIC)))
	{
		raw->surname_first = u[0].first;
		raw->surname_end = u[0].end;
		raw->rule = "called";
		return 1;
	}
	if (n > 1 || u[0].kind != UNIT_GIVEN)
		return 0;
	raw->given = u[0];
	raw->rule = "called";
	if (u[0].honoured)
		return 1;
	/* «сын Байдена Хантер» */
	if (before != TB_NONE && before > 0 && tb_is_cap(doc, before) &&
		tb_word_is(doc, before - 1, TB_WORD, "kin"))
		before--;
	if (before == TB_NONE || tb_may_be(doc, u[0].first, TB_BIT(PLACE)) ||
		(tb_may_be(doc, u[0].first, TB_BIT(COMMON)) &&
		 !tb_word_is(doc, before, TB_WORD, "kin")))
		return 0;
	return u[0].gram & noun_for_person(doc, before, false) & TB_ALL_CASES ? 1 : 0;
}

/* Is the word at i a verb of speech, finite and of one speaker? */
bool
tb_person_is_speaking(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_CUE, NULL);
	const char *key;

	if (r == NULL)
		return false;
	key = tb_string(doc, tb_entry(doc, r)->code);
	return strcmp(key, "po") != 0 && strcmp(key, "po-phrase") != 0 &&
		strcmp(key, "noun") != 0 &&
		!((r->gram | (TbGram) tb_entry(doc, r)->value) &
		  (TB_VERB_PL | TB_GERUND | TB_PARTICIPLE));
}

/* «Кальм», «Кальма», «Кальму»: the key under which lone words are counted. */
static const char *
lone_key(Persons *p, uint32_t i)
{
	static const char *const endings[] = {"ом", "ем", "ым", "ой", "а", "у", "е", "я", "ю"};
	uint32_t	end = tb_person_word_end(p->doc, i);
	TbStr		folded = tb_word_folded_whole(&p->doc->text, i);

	if (end > i + 1)
	{
		TbStr		text = tb_text_of(p->doc, i, end);

		folded.data = tb_person_folded(p, text.data, text.len);
		folded.len = (uint32_t) strlen(folded.data);
	}
	for (size_t e = 0; e < sizeof(endings) / sizeof(endings[0]); e++)
	{
		uint32_t	n = e < 4 ? 4 : 2;

		if (folded.len > n + 5 && memcmp(folded.data + folded.len - n, endings[e], n) == 0)
			return tb_arena_strdup(p->doc->arena, folded.data, folded.len - n);
	}
	return tb_arena_strdup(p->doc->arena, folded.data, folded.len);
}

/* Is the word at i a capitalised one that no list has? */
static bool
is_unknown(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tok->kind == TB_WORD_TOKEN && tb_person_unlisted(doc, i) && (tok->flags & TB_TF_CAP) &&
		!(tok->flags & (TB_TF_CAPS | TB_TF_LATIN | TB_TF_LETTER | TB_TF_BROKEN)) &&
		tok->letters >= 3;
}

/* The key of two words, their endings off: «тюрвин хальсгор». */
static const char *
pair_key(Persons *p, uint32_t first, uint32_t second)
{
	TbBuffer	key = {.arena = p->doc->arena};

	tb_buffer_puts(&key, lone_key(p, first));
	tb_buffer_puts(&key, " ");
	tb_buffer_puts(&key, lone_key(p, second));
	return tb_buffer_text(&key);
}

/*
 * «Исиба ушёл»: a word that opens a sentence before its verb is a nominative, as
 * it is written; not «Исибе ответили», which no -а or consonant ends.
 */
static bool
count_subject(Persons *p, uint32_t i)
{
	static const char *const oblique[] = {"ом", "ем", "ым", "ой", "ей", NULL};
	static const char *const vowels[] = {"у", "ю", "е", "и", "ы", "о", "э", NULL};
	const TbDocument *doc = p->doc;
	TbStr		word;
	uint32_t   *count;

	if (!(tb_tok(doc, i)->flags & TB_TF_SENT) || !is_verb(doc, i + 1) ||
		tb_ends_in_any(doc, i, oblique) || tb_ends_in_any(doc, i, vowels))
		return true;
	word = tb_text_of(doc, i, i + 1);
	count = tb_person_slot(doc->arena, &p->written,
						   tb_person_folded(p, word.data, word.len), true);
	if (count == NULL)
		return false;
	(*count)++;
	return true;
}

/*
 * Count the capitalised words that no list has: those that stand alone, and
 * two that stand together.
 */
bool
tb_person_count_lone(Persons *p)
{
	const TbDocument *doc = p->doc;

	uint32_t	end = doc->text.ntok;
	uint32_t	i = 1;

	for (; (i = tb_next_cap(doc, i, end)) < end; i++)
	{
		uint32_t	next = i + 1;
		uint32_t   *count;
		const char *key = NULL;

		if (!is_unknown(doc, i) ||
			(tb_is_cap(doc, i - 1) && !(tb_tok(doc, i)->flags & TB_TF_SENT)))
			continue;
		if (!tb_is_cap(doc, next) && !count_subject(p, i))
			return false;
		if (!tb_is_cap(doc, next))
			key = lone_key(p, i);
		else if (is_unknown(doc, next) && !tb_is_cap(doc, next + 1) &&
				 !(tb_tok(doc, next)->flags & TB_TF_SENT))
			key = pair_key(p, i, next);
		else
			continue;
		count = key == NULL ? NULL : tb_person_slot(doc->arena, &p->lone, key, true);
		if (count == NULL)
			return false;
		(*count)++;
	}
	return !p->failed;
}

/* Do the two words stand together elsewhere too: «Тюрвина Хальсгора»? */
static bool
stands_again(Persons *p, const Unit *u)
{
	uint32_t   *count = p->lone.used == 0 ? NULL :
		tb_person_slot(p->doc->arena, &p->lone, pair_key(p, u[0].first, u[1].first), false);

	return count != NULL && *count > 1;
}

bool
tb_person_stands_alone(Persons *p, const Unit *u)
{
	const char *key = p->lone.used == 0 ? NULL : lone_key(p, u->first);

	return key != NULL && tb_tok(p->doc, u->first)->letters > 2 &&
		tb_person_slot(p->doc->arena, &p->lone, key, false) != NULL;
}

/* Once it was a name beside a verb, it is one wherever it stands behind. */
static void
remember_lone(Persons *p, const Unit *u)
{
	const char *key = lone_key(p, u->first);

	if (key == NULL || tb_person_slot(p->doc->arena, &p->lone, key, true) == NULL)
		p->failed = true;
}

/*
 * The word that what stands at i belongs to: «координатора | ООН | в Казахстане |
 * Панкаджа …».  Places and abbreviations behind it are passed over.
 */
static uint32_t
noun_over_places(Persons *p, uint32_t i)
{
	const TbDocument *doc = p->doc;
	uint32_t	place = p->next_place;

	for (int n = 0; n < 3 && i > 0 && !(tb_tok(doc, i)->flags & TB_TF_SENT); n++)
	{
		while (place > 0 && doc->places.at[place - 1].first > i)
			place--;
		if (place > 0 && doc->places.at[place - 1].end == i + 1)
		{
			i = doc->places.at[place - 1].first;
			i -= i > 0;
			if (tb_may_be(doc, i, TB_BIT(PREP)) && i > 0)
				i--;
		}
		else if ((tb_tok(doc, i)->flags & TB_TF_CAPS) && tb_tok(doc, i)->letters > 1)
			i--;
		else
			break;
	}
	return i;
}

/*
 * «Тюрвина Хальс, торгующая на рынке, сказала», «Тюрвин Хальс, бывший министр,
 * …»: does what stands between commas behind a name say that it is a person's?
 * Not «Тюрвина Хальс, впадающая в море», «Тюрвин Хальс, директор которого …».
 */
static bool
apposition_of_person(const TbDocument *doc, uint32_t comma)
{
	static const char *const participles[] = {"щий", "щая", "вший", "вшая", "щийся", "щаяся", "вшийся", "вшаяся", NULL};
	uint32_t	i = comma + 1;

	if (!tb_is_mark(&doc->text, comma, ',') || !tb_is_word(doc, i) || tb_is_cap(doc, i))
		return false;
	if (tb_text_is(doc, i, "бывший") || tb_text_is(doc, i, "бывшая"))
		i++;
	if (tb_may_be(doc, i, TB_BIT(OFFICE) | TB_BIT(ROLE) | TB_BIT(PERSONWORD)))
	{
		/* «…, директор которого» */
		for (uint32_t j = i + 1; j < i + 4; j++)
			if (tb_word_is(doc, j, TB_CONJ, "rel"))
				return false;
		return true;
	}
	if (!tb_ends_in_any(doc, i, participles))
		return false;
	while (++i < comma + 14 && !(tb_tok(doc, i)->flags & TB_TF_SENT))
		if (tb_is_mark(&doc->text, i, ','))
			return tb_person_is_speaking(doc, i + 1);
	return false;
}

/* «учительница Хосефина | Сантос»: a surname of the lexicon, of one word? */
static bool
is_listed_surname(const TbDocument *doc, const Unit *u)
{
	return u->kind == UNIT_CAPITAL && u->end == u->first + 1 &&
		tb_may_be(doc, u->first, TB_BIT(SURNAME));
}

/* unlisted: «По словам Орсолы Вердени», «сказал Тюрвин Хальсгор». */
int
tb_person_pattern_unlisted(Persons *p, const Unit *u, int n, Raw *raw)
{
	const TbDocument *doc = p->doc;
	static const char *const sons[] = {"ов", "ев", "ова", "ева", "ову", "еву", "овым", "евым", NULL};
	uint32_t	before = word_before(doc, u[0].first);
	uint32_t	behind;
	int			k = 2;

	/* «Алешандри ди Мораис» */
	if (n > 2 && u[1].kind == UNIT_PREFIX && is_unlisted(doc, &u[0]) && is_unlisted(doc, &u[2]))
		k = 3;
	else if (n < 2 || !is_unlisted(doc, &u[0]) ||
			 !(is_unlisted(doc, &u[1]) || is_listed_surname(doc, &u[1])))
		return 0;
	/* «сказал Аринов Гнатюк»: two surnames, of which one is another's */
	if (tb_ends_in_any(doc, u[0].end - 1, sons) ||
		(tb_is_surname_shaped(tb_text_of(doc, u[0].first, u[0].end)) &&
		 tb_is_surname_shaped(tb_text_of(doc, u[1].first, u[1].end)) &&
		 tb_person_is_written(p, &u[0])))
		return 0;
	if (n > 2 && k == 2 && is_unlisted(doc, &u[2]))
	{
		/* «адвокат Сальвини | Никколо Вердени» */
		if (tb_person_is_written(p, &u[0]))
			return 0;
		k = 3;
	}
	behind = u[k - 1].end;
	while (tb_word_is(doc, behind, TB_WORD, "adverb"))
		behind++;
	if (!tb_person_is_speaking(doc, behind) && !apposition_of_person(doc, behind) && !tb_person_stands_alone(p, &u[k - 1]) &&
		!(k == 2 && stands_again(p, u)) &&
		(before == TB_NONE ||
		 !(tb_person_is_speaking(doc, before) || tb_word_is(doc, before, TB_CUE, "po") ||
		   noun_for_person(doc, noun_over_places(p, before), true))))
		return 0;
	raw->given = u[0];
	raw->surname_first = u[1].first;
	raw->surname_end = u[k - 1].end;
	raw->rule = "unlisted";
	remember_lone(p, &u[k - 1]);
	return k;
}
