/*
 * person_sex.c
 *	  Man or woman, where the form of a name leaves it open.
 *
 * «Марина Шевцова» is a woman in the nominative, and «Марина Шевцова» may
 * be Марин Шевцов in the genitive; «Сахиба» no list has but as a form of
 * Сахиб.  What stands around tells:
 *
 *	сообщила Марина Шевцова		a verb of speech in the feminine before it
 *	Бурулхан Садирова рассказала		a verb in the feminine behind it
 *	председатель Сахиба Велиева	a title in the nominative, and no other case
 *	Сахиба Велиева: Каспий …		nothing but the name before a colon
 *	Бикен Сапаркызы				a patronymic of women
 *
 * and what one mention proves holds for all that are written alike.
 *
 * Not: «поблагодарила Александра Утепова» (no verb of speech), «позиция
 * Александра Лукашенко».
 */
#include "core/person_internal.h"

#include "base/fold.h"

/* How far before a name its verb may stand, in tokens. */
#define VERB_REACH 10

TbGram
tb_person_given_gram(const TbDocument *doc, const TbReading *readings,
					 uint32_t count, const TbReading *r)
{
	const TbEntry *rare = tb_entry(doc, r);

	if (!(rare->flags & TB_EF_RARE))
		return r->gram;
	for (uint32_t i = 0; i < count; i++)
	{
		const TbEntry *entry = tb_entry(doc, &readings[i]);

		if (tb_reading_class(&readings[i]) != TB_GIVEN || (entry->flags & TB_EF_RARE))
			continue;
		/* «Анне» is Анна's dative, «Петру» Пётр's */
		if (rare->value & entry->value & TB_ALL_GENDERS)
			return 0;
		if ((entry->value & TB_FEM) && (readings[i].gram & TB_NOM))
			return r->gram & ~(TbGram) (TB_GEN | TB_ACC);
	}
	return r->gram;
}

bool
tb_person_given_may_be(const TbDocument *doc, const Unit *given, uint32_t cases,
					   TbGram gender)
{
	TbLemma		lemmas[MAX_LEMMAS];
	int			n = tb_inflect_lemmas(tb_text_of(doc, given->first, given->end),
									  TB_PART_GIVEN, lemmas, MAX_LEMMAS);

	for (int i = 0; i < n; i++)
		if ((!cases || (tb_gram_cases(lemmas[i].gram) & cases)) &&
			(!gender || (lemmas[i].gram & gender)))
			return true;
	return n == 0;
}

/* ------------------------------------------------------------- what verbs say */

/* Is the word at i a verb in the past, feminine; a verb of speech if speech? */
static bool
is_her_verb(const TbDocument *doc, uint32_t i, bool speech)
{
	const TbReading *r = tb_word_reading(doc, i, TB_CUE, NULL);

	if (r != NULL)
	{
		const char *key = tb_string(doc, tb_entry(doc, r)->code);

		/* «попросила Александра»: hers is the verb, his the name */
		return (r->gram & TB_FEM) && !(r->gram & TB_MASC) &&
			(!speech || strcmp(key, "speech") == 0 || strcmp(key, "opinion") == 0 ||
			 strcmp(key, "direct") == 0);
	}
	if (speech || !tb_is_word(doc, i) || tb_is_cap(doc, i) ||
		tb_tok(doc, i)->letters < 5)
		return false;
	r = tb_word_reading(doc, i, TB_COMMON, "verb");
	if (r != NULL && (r->gram & TB_ALL_GENDERS))
		return (r->gram & TB_FEM) && !(r->gram & TB_MASC);
	return (r != NULL || tb_person_unlisted(doc, i)) &&
		(tb_ends_in(doc, i, "ала") || tb_ends_in(doc, i, "ила") ||
		 tb_ends_in(doc, i, "лась"));
}

/* Right behind the name, or behind an apposition between commas. */
static bool
her_verb_behind(const TbDocument *doc, const Raw *raw)
{
	uint32_t	i = raw->end;

	if (tb_is_mark(&doc->text, i, ','))
	{
		for (uint32_t n = 0; n < 9 && !tb_is_mark(&doc->text, ++i, ','); n++)
			if (!tb_is_word(doc, i) || (tb_tok(doc, i)->flags & TB_TF_SENT))
				return false;
		i++;
	}
	while (tb_word_is(doc, i, TB_WORD, "adverb") || tb_text_is(doc, i, "не"))
		i++;
	return !(tb_tok(doc, i)->flags & TB_TF_SENT) && is_her_verb(doc, i, false);
}

bool
tb_person_has_her_verb(const TbDocument *doc, uint32_t i)
{
	Raw			raw = {.end = i};

	return her_verb_behind(doc, &raw);
}

/* «— доложила по видеосвязи Марина Шевцова»: before it, over no mark. */
static bool
her_verb_before(const TbDocument *doc, const Raw *raw)
{
	for (uint32_t n = 0, i = raw->first; i > 0 && n < VERB_REACH; n++)
	{
		const TbToken *tok = tb_tok(doc, i);

		if (tok->flags & TB_TF_SENT)
			return false;
		tok = tb_tok(doc, --i);
		if (tok->kind == TB_MARK && !(tok->flags & TB_TF_GLUED) &&
			!tb_is_quote_mark(tok->value))
			return false;
		if (is_her_verb(doc, i, true))
			return true;
	}
	return false;
}

/* ------------------------------------------------------------------ the name */

static bool
ends_in_a(const TbDocument *doc, uint32_t first, uint32_t end)
{
	return end > first && (tb_ends_in(doc, end - 1, "а") || tb_ends_in(doc, end - 1, "я"));
}

/* Has a node a given name that is borne in one of these (origins, a NULL closes)? */
static bool
has_origin(const TbDocument *doc, uint32_t node, const char *const *origins)
{
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(doc->lex, node, &n);

	for (; n-- > 0; r++)
	{
		const TbEntry *entry = tb_entry(doc, r);

		for (const char *const *o = origins; tb_reading_class(r) == TB_GIVEN && *o != NULL;
			 o++)
			if (strstr(tb_string(doc, entry->country), *o) != NULL)
				return true;
	}
	return false;
}

static const char *const russian[] = {"ru", NULL};
static const char *const japanese[] = {"ja", NULL};
static const char *const slavic[] = {"ru", "uk", "be", "sla", NULL};

bool
tb_person_is_russian(const TbDocument *doc, const Unit *given)
{
	return has_origin(doc, tb_tok(doc, given->end - 1)->value, russian);
}

bool
tb_person_is_slavic(const TbDocument *doc, const Unit *given)
{
	return has_origin(doc, tb_tok(doc, given->head)->value, slavic);
}

bool
tb_person_is_japanese(const TbDocument *doc, const Unit *given)
{
	return has_origin(doc, tb_tok(doc, given->head)->value, japanese);
}

bool
tb_person_is_russian_name(const TbDocument *doc, const char *folded)
{
	return has_origin(doc, tb_lexicon_find_word(doc->lex, folded, strlen(folded)), russian);
}

/*
 * Is the given name a form of a man's that Russians bear, and no woman's?  A
 * list that has Борис has all there are: nobody is called Бориса.
 */
static bool
is_only_his(const TbDocument *doc, const Raw *raw)
{
	uint32_t	n;
	const TbReading *r =
		tb_lexicon_readings(doc->lex, tb_tok(doc, raw->given.end - 1)->value, &n);

	for (; n-- > 0; r++)
	{
		const TbEntry *entry = tb_entry(doc, r);

		if (tb_reading_class(r) == TB_GIVEN && (entry->value & TB_FEM) && (r->gram & TB_NOM))
			return false;
	}
	return tb_person_is_russian(doc, &raw->given);
}

/* How women's surnames end that have a man's beside them. */
static const char *const hers[] = {
	"ова", "ева", "ёва", "ина", "ына", "ая", "яя", NULL
};

/* May the form be a woman's nominative: «Сахиба Велиева», «Орсола Вердени»? */
static bool
may_be_hers(const TbDocument *doc, const Raw *raw)
{
	uint32_t	last = raw->surname_end - 1;

	if (!ends_in_a(doc, raw->given.first, raw->given.end) || is_only_his(doc, raw))
		return false;
	if (raw->surname_end == raw->surname_first)
		return raw->patronymic.kind != UNIT_NONE;
	/* «Объявила о розыске Милана Стойчича»: Стойчич's genitive; hers would not bend */
	if (tb_ends_in(doc, last, "ича"))
		return false;
	return tb_ends_in_any(doc, last, hers) ||
		!tb_is_surname_shaped(tb_text_of(doc, raw->surname_first, raw->surname_end));
}

/* Does what stands around say that it is? */
static bool
is_proven(const TbDocument *doc, const Raw *raw)
{
	if (raw->patronymic.kind != UNIT_NONE)
		return raw->patronymic.gram == TB_FEM &&
			(tb_ends_in(doc, raw->patronymic.first, "вна") ||
			 tb_ends_in(doc, raw->patronymic.first, "ична") ||
			 tb_ends_in(doc, raw->patronymic.first, "кызы"));
	/* «слова капитана Ульрика Юхансена»: what governs it allows no nominative */
	if (raw->cases != 0 && !(raw->cases & TB_NOM))
		return false;
	if (raw->title != TB_NONE && doc->titles.at[raw->title].end == raw->first)
	{
		uint32_t	cases = tb_gram_cases(doc->titles.at[raw->title].gram);

		if (cases == TB_NOM)
			return true;
		/* «Партия президента Хавьера Милея победила» */
		if (cases != 0 && !(cases & TB_NOM))
			return false;
	}
	if ((tb_tok(doc, raw->first)->flags & (TB_TF_PARA | TB_TF_NEWLINE)) &&
		tb_is_mark(&doc->text, raw->end, ':'))
		return true;
	return her_verb_behind(doc, raw) ||
		(her_verb_before(doc, raw) && !tb_person_is_object(doc, raw));
}

/* «Набиуллина не исключила», «сенатор Перепечина»: a lone surname that is hers. */
bool
tb_person_is_hers(const TbDocument *doc, const Raw *raw)
{
	return tb_ends_in_any(doc, raw->surname_end - 1, hers) && is_proven(doc, raw);
}

/* The key under which a name is remembered as it is written. */
static const char *
written_key(Persons *p, const Raw *raw)
{
	TbStr		text = tb_text_of(p->doc, raw->first, raw->end);

	return tb_person_folded(p, text.data, text.len);
}

bool
tb_person_mark_women(Persons *p)
{
	bool		any = false;

	for (uint32_t i = 0; i < p->raw.n && !tb_arena_poll(p->doc->arena); i++)
	{
		Raw		   *raw = &p->raw.at[i];
		uint32_t   *proven;

		if (raw->given.kind == UNIT_NONE || raw->fixed || !may_be_hers(p->doc, raw) ||
			!is_proven(p->doc, raw))
			continue;
		proven = tb_person_slot(p->doc->arena, &p->women, written_key(p, raw), true);
		if (proven == NULL)
			return false;
		*proven = 1;
		any = true;
	}
	for (uint32_t i = 0; any && i < p->raw.n && !tb_arena_poll(p->doc->arena); i++)
	{
		Raw		   *raw = &p->raw.at[i];

		if (raw->given.kind != UNIT_NONE && !raw->fixed && may_be_hers(p->doc, raw))
			raw->woman = tb_person_slot(p->doc->arena, &p->women,
										written_key(p, raw), false) != NULL;
	}
	return !p->failed;
}
