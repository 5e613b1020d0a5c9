/*
 * person_given.c
 *	  Stage 2: given names in the nominative.
 *
 *	«Анне-Марии»		names that the lexicon has: Анна-Мария
 *	«Тюрвина»			no list's, by rule: Тюрвин
 *	«(Ким) Чен Ына»		of the East, where their syllables show the case: Чен Ын
 */
#include "core/person_internal.h"

#include "base/utf8.h"
#include "lex/word.h"

const char *
tb_person_part_lemma(Persons *p, uint32_t first, uint32_t end, TbNamePart part,
		   uint32_t cases, TbGram gender)
{
	TbDocument *doc = p->doc;
	const char *written = tb_person_written(doc, first, end);
	TbLemma		lemmas[MAX_LEMMAS];
	int			n;

	if (written == NULL)
		return NULL;
	n = tb_inflect_lemmas((TbStr) {written, (uint32_t) strlen(written)}, part,
						  lemmas, MAX_LEMMAS);
	/* «о Кирсане Илюмжинове»: Кирсан is only a man's name, Кирсана may be either's */
	for (int sure = gender == TB_MASC; sure >= 0; sure--)
		for (int i = 0; i < n; i++)
		{
			TbGram		g = lemmas[i].gram & TB_ALL_GENDERS;

			if (tb_gram_cases(lemmas[i].gram) && !(tb_gram_cases(lemmas[i].gram) & cases))
				continue;
			if ((gender && g && !(g & gender)) ||
				(sure && (g != gender || lemmas[i].weight * 3 < lemmas[0].weight)))
				continue;
			return tb_arena_strdup(doc->arena, lemmas[i].text, strlen(lemmas[i].text));
		}
	return written;
}

/*
 * «Магомед-Амину», «Анне-Марии»: the last name is known to be of this entry; of
 * those before it women's bend too.
 */
static const char *
compound_given(Persons *p, const Unit *u, const TbEntry *last, const TbReading *reading)
{
	TbDocument *doc = p->doc;
	TbBuffer	out = {.arena = doc->arena};

	for (uint32_t i = u->first; i < u->head; i += 2)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &count);
		const char *name = NULL;

		for (; count-- > 0 && name == NULL && (last->value & TB_FEM); r++)
			if (tb_reading_class(r) == TB_GIVEN && (tb_entry(doc, r)->value & TB_FEM) &&
				(r->gram & tb_gram_cases(reading->gram)) &&
				tb_gram_cases(r->gram) != TB_ALL_CASES)
				name = tb_string(doc, tb_entry(doc, r)->name);
		tb_buffer_puts(&out, name != NULL ? name : tb_person_written(doc, i, i + 1));
		tb_buffer_puts(&out, "-");
	}
	tb_buffer_puts(&out, tb_string(doc, last->name));
	return tb_buffer_text(&out);
}

const char *
tb_person_given_lemma(Persons *p, const Unit *u, uint32_t cases, TbGram *gender)
{
	TbDocument *doc = p->doc;
	TbMatch		match[4];
	int			n = tb_text_match(&doc->text, doc->lex, u->head, match, 4);
	const TbEntry *best = NULL;
	const TbReading *best_reading = NULL;
	TbGram		genders = 0;

	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		for (uint32_t k = 0; k < count; k++, r++)
		{
			const TbEntry *entry = tb_entry(doc, r);
			TbGram		gram;
			bool		nominative;

			if (tb_reading_class(r) != TB_GIVEN || match[n].end > u->end)
				continue;
			gram = tb_person_given_gram(doc, r - k, count, r);
			nominative = (gram & TB_NOM) && (cases & TB_NOM);
			if (((r->gram & TB_ALL_CASES) && !(gram & cases)) ||
				(*gender && !((TbGram) entry->value & *gender)))
				continue;
			/* «вручили Александру Иванову» is Александр, not a Moldovan Александру */
			if (best == NULL || (nominative && !(best_reading->gram & TB_NOM)) ||
				(!(cases & TB_NOM) && tb_gram_cases(best_reading->gram) == TB_ALL_CASES &&
				 tb_gram_cases(gram) != TB_ALL_CASES))
			{
				best = entry;
				best_reading = r;
				genders = 0;
			}
			if (nominative == ((best_reading->gram & cases & TB_NOM) != 0))
				genders |= (TbGram) entry->value & TB_ALL_GENDERS;
		}
		if (best != NULL)
			break;
	}
	if (best == NULL)
		return NULL;
	/* Бекзат is he or she */
	if (*gender == 0 && genders != (TB_MASC | TB_FEM))
		*gender = (TbGram) best->value & TB_ALL_GENDERS;
	/* a spelling of its own (Жүмабек) stays; only the case is taken off */
	if (best_reading->gram & cases & TB_NOM)
		return tb_person_written(doc, u->first, u->end);
	return u->head == u->first ? tb_string(doc, best->name) :
		compound_given(p, u, best, best_reading);
}

const char *
tb_person_two_given(Persons *p, const Raw *raw, const char *first, Agreement a)
{
	uint32_t	second = tb_person_word_end(p->doc, raw->given.first);
	/* that of a ruler, or the end */
	uint32_t	number = raw->given.end -
		((tb_tok(p->doc, raw->given.end - 1)->flags & TB_TF_LATIN) != 0);
	TbBuffer	out = {.arena = p->doc->arena};

	if ((a.cases & TB_NOM) && (raw->given.gram & TB_NOM))
		return tb_person_written(p->doc, raw->given.first, raw->given.end);
	tb_buffer_puts(&out, first);
	tb_buffer_puts(&out, " ");
	if (second < number)
		tb_buffer_puts(&out, tb_person_part_lemma(p, second, number, TB_PART_GIVEN,
												  a.cases, a.gender));
	if (second < number && number < raw->given.end)
		tb_buffer_puts(&out, " ");
	if (number < raw->given.end)
	{
		TbStr		text = tb_text_of(p->doc, number, raw->given.end);

		tb_buffer_put(&out, text.data, text.len);
	}
	return tb_buffer_text(&out);
}

/* How many syllables the words of [first, end) have: vowels side by side are one. */
static int
syllables_of(const TbDocument *doc, uint32_t first, uint32_t end)
{
	int			n = 0;

	for (uint32_t i = first; i < end; i++)
	{
		TbStr		word = tb_word_folded(&doc->text, i);
		bool		before = false;
		uint32_t	step;

		for (uint32_t at = 0; tb_is_word(doc, i) && at < word.len; at += step)
		{
			bool		vowel = tb_is_vowel(tb_utf8_next(word.data + at, word.len - at, &step));

			n += vowel && !before;
			before = vowel;
		}
	}
	return n;
}

/*
 * Is a name of the East with this last word written elsewhere: «Ли Цян»?
 * «Цян Ли», a given name that nothing stands before, is none.
 */
static bool
is_written_east(Persons *p, const Raw *raw, const char *last)
{
	TbDocument *doc = p->doc;
	TbBuffer	name = {.arena = doc->arena};
	TbStr		before;

	if (raw->given.end - 1 <= raw->first)
		return false;
	before = tb_text_of(doc, raw->first, raw->given.end - 1);
	tb_buffer_put(&name, before.data, before.len);
	tb_buffer_puts(&name, " ");
	tb_buffer_puts(&name, last);
	return tb_buffer_text(&name) != NULL &&
		tb_person_slot(doc->arena, &p->written,
					   tb_person_folded(p, name.text.at, name.text.n), false) != NULL;
}

/* «Ыне», «Вэя» without the ending: Ын, Вэй; as written when there is none. */
static const char *
without_ending(Persons *p, uint32_t i)
{
	TbDocument *doc = p->doc;
	const char *written = tb_person_written(doc, i, i + 1);
	TbLemma		lemmas[MAX_LEMMAS];
	int			n = written == NULL ? 0 :
		tb_inflect_lemmas((TbStr) {written, (uint32_t) strlen(written)},
						  TB_PART_GIVEN, lemmas, MAX_LEMMAS);

	for (int l = 0; l < n; l++)
	{
		size_t		len = strlen(lemmas[l].text);

		if (!(lemmas[l].gram & TB_NOM) && (lemmas[l].gram & TB_MASC) && len > 2 &&
			memcmp(lemmas[l].text + len - 2, "а", 2) != 0 &&
			memcmp(lemmas[l].text + len - 2, "я", 2) != 0)
			return tb_arena_strdup(doc->arena, lemmas[l].text, len);
	}
	return written;
}

/*
 * «(Пак) Чжи Ёна», «(Си) Цзиньпином»: the last word bends, if a case is known,
 * if the name is written without its ending elsewhere, if only a case of one in
 * -й ends so (Вэя), or if it has three syllables: those names have two at most.
 */
const char *
tb_person_east_given(Persons *p, const Raw *raw, Agreement a)
{
	TbDocument *doc = p->doc;
	static const char *const soft[] = {"эя", "эю", "ея", "ею", "ая", "аю", "уя", "ую", NULL};
	uint32_t	last = raw->given.end - 1;
	const char *bare = without_ending(p, last);
	TbBuffer	out = {.arena = doc->arena};
	bool		bends = !(a.cases & TB_NOM) || tb_ends_in(doc, last, "ом") ||
		tb_ends_in(doc, last, "ем") ||
		tb_ends_in_any(doc, last, soft) ||
		syllables_of(doc, raw->given.first, raw->given.end) > 2 ||
		(bare != NULL && a.cases == TB_ALL_CASES && is_written_east(p, raw, bare));

	if (last > raw->given.first)
	{
		tb_buffer_puts(&out, tb_person_written(doc, raw->given.first, last));
		tb_buffer_puts(&out, " ");
	}
	tb_buffer_puts(&out, bends ? bare : tb_person_written(doc, last, raw->given.end));
	return tb_buffer_text(&out);
}
