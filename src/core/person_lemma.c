/*
 * person_lemma.c
 *	  Stage 2: names in the nominative, by agreement and evidence.
 */
#include "core/person_internal.h"

#include "base/fold.h"
#include "base/utf8.h"

/* Are all letters А..я, with hyphens between them, as in most names? */
static bool
is_plain(TbStr text)
{
	for (uint32_t i = 0; i < text.len;)
	{
		unsigned char c = (unsigned char) text.data[i];

		if (c != 0xD0 && c != 0xD1 && c != '-')
			return false;
		i += c == '-' ? 1 : 2;
	}
	return true;
}

/* Title-case copy: «КОШАНОВ» -> «Кошанов», «ДИАС-КАНЕЛЬ» -> «Диас-Канель». */
static const char *
title_case(TbDocument *doc, TbStr text, bool caps)
{
	TbBuffer	out = {.arena = doc->arena};
	bool		first = true;

	if (!caps && is_plain(text))
		return tb_arena_strdup(doc->arena, text.data, text.len);
	for (uint32_t i = 0; i < text.len;)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);
		char		buf[4];

		if (c == TB_BAD_CHAR && step == 1)
			tb_buffer_put(&out, text.data + i, 1);
		else if (!tb_is_ignorable(c))
		{
			if (tb_is_space(c))
				c = ' ';
			else if (c == 0x2019 || c == 0x2BC)
				c = '\'';			/* О’Нил is O'Нил */
			else if (caps && !first)
				c = tb_lower_char(c);
			tb_buffer_put(&out, buf, tb_utf8_put(buf, c));
			first = !tb_is_letter(c);
		}
		i += step;
	}
	return tb_buffer_text(&out);
}

/*
 * tb_inflect_lemmas of a surname, asked for once a word: names come again and
 * again.  *lemmas points at what is kept; NULL when memory ran out.
 */
int
tb_person_surname_lemmas(Persons *p, const char *written, const TbLemma **lemmas)
{
	uint32_t   *slot = tb_person_slot(p->doc->arena, &p->lemma_of, written, true);
	TbLemma		found[MAX_LEMMAS];
	Lemmas	   *kept;

	*lemmas = NULL;
	if (slot == NULL)
	{
		p->failed = true;
		return 0;
	}
	if (*slot == 0)
	{
		int			n = tb_inflect_lemmas((TbStr) {written, (uint32_t) strlen(written)},
										  TB_PART_SURNAME, found, MAX_LEMMAS);

		kept = TB_PUSH(p->doc->arena, &p->lemmas);
		if (kept != NULL)
			kept->at = tb_arena_alloc(p->doc->arena, (size_t) (n + 1) * sizeof(TbLemma));
		if (kept == NULL || kept->at == NULL)
		{
			p->failed = true;
			return 0;
		}
		kept->n = n;
		memcpy(kept->at, found, (size_t) n * sizeof(TbLemma));
		*slot = p->lemmas.n;
	}
	kept = &p->lemmas.at[*slot - 1];
	*lemmas = kept->at;
	return kept->n;
}

const char *
tb_person_written(TbDocument *doc, uint32_t first, uint32_t end)
{
	return title_case(doc, tb_text_of(doc, first, end),
					  (tb_tok(doc, first)->flags & TB_TF_CAPS) != 0);
}

static Agreement
agreement_of(const TbDocument *doc, const Raw *raw)
{
	Agreement	a = {TB_ALL_CASES, 0};

	if (raw->woman)
		return (Agreement) {TB_NOM, TB_FEM};
	if (raw->given.kind == UNIT_GIVEN)
	{
		a.gender = raw->given.gram & TB_ALL_GENDERS;
		if (raw->given.gram & TB_ALL_CASES)
			a.cases &= raw->given.gram;
	}
	if (raw->patronymic.kind != UNIT_NONE && raw->patronymic.gram)
		a.gender = raw->patronymic.gram & TB_ALL_GENDERS;
	if (raw->title != TB_NONE)
	{
		const TbTitle *t = &doc->titles.at[raw->title];
		uint32_t	cases = tb_gram_cases(t->gram);

		/* «по словам министра Продрому» is no accusative of Продрома */
		if ((cases & TB_GEN) && t->first > 0 && tb_word_is(doc, t->first - 1, TB_CUE, "po"))
			cases = TB_GEN;
		if (cases & a.cases)
			a.cases &= cases;
	}
	else if (raw->cases & a.cases)
		a.cases &= raw->cases;
	if (a.gender == (TB_MASC | TB_FEM))
		a.gender = 0;
	if (a.gender == 0)
		a.gender = raw->gender;
	return a;
}

bool
tb_person_registered(const TbDocument *doc, const char *surname)
{
	char		folded[TB_MAX_WORD];
	size_t		len = strlen(surname);
	const TbReading *r;

	if (len >= sizeof(folded))
		return false;
	len = tb_fold(surname, len, folded);
	r = tb_lexicon_reading(doc->lex, tb_lexicon_find_word(doc->lex, folded, len),
						   TB_SURNAME);
	return r != NULL && (r->gram & TB_NOM);
}

/* Has the given name a reading in one of these cases, of this gender (0: any)? */
static bool
given_agrees(const TbDocument *doc, const Unit *u, uint32_t cases, TbGram gender)
{
	TbMatch		match[4];
	int			n = tb_text_match(&doc->text, doc->lex, u->head, match, 4);

	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		for (uint32_t k = 0; k < count; k++)
		{
			const TbEntry *entry = tb_entry(doc, &r[k]);
			TbGram		gram;

			if (tb_reading_class(&r[k]) != TB_GIVEN || match[n].end > u->end)
				continue;
			gram = tb_person_given_gram(doc, r, count, &r[k]);
			if ((!(r[k].gram & TB_ALL_CASES) || (gram & cases)) &&
				(!gender || ((TbGram) entry->value & gender)))
				return true;
		}
	}
	return false;
}

static bool
is_nominative(const TbReading *reading)
{
	return reading != NULL && (reading->gram & TB_NOM);
}

/* Is it a given name whose form is no nominative? */
static bool
is_oblique(const Unit *given)
{
	return given->kind == UNIT_GIVEN && (given->gram & TB_ALL_CASES) != 0 &&
		!(given->gram & TB_NOM);
}

/* Is the word at i a verb that says something, in any form: «сообщили», not «мнение»? */
static bool
is_cue_verb(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_CUE, NULL);
	const char *key = r == NULL ? "po" : tb_string(doc, tb_entry(doc, r)->code);

	return strncmp(key, "po", 2) != 0 && strcmp(key, "noun") != 0;
}

/*
 * May the name be a subject: it opens a sentence, or stands behind a mark, a
 * conjunction or a verb of speech?  Behind a noun it is rather a genitive.
 */
static bool
stands_free(const TbDocument *doc, const Raw *raw)
{
	const TbToken *tok = tb_tok(doc, raw->first);

	if (tb_person_is_object(doc, raw))
		return false;

	/* «мнение Карима Масимова известно»: a noun governs it */
	if (raw->first == 0 || (tok->flags & (TB_TF_SENT | TB_TF_PARA)) ||
		(tb_person_is_speaking(doc, raw->end) &&
		 (tb_person_has_her_verb(doc, raw->end) ||
		  !tb_word_is(doc, raw->first - 1, TB_COMMON, "noun"))))
		return true;
	return tb_tok(doc, raw->first - 1)->kind == TB_MARK || (raw->cases & TB_NOM) ||
		is_nominative(tb_word_reading(doc, raw->first - 1, TB_PERSONWORD, NULL)) ||
		is_nominative(tb_word_reading(doc, raw->first - 1, TB_ROLE, NULL)) ||
		tb_may_be(doc, raw->first - 1, TB_BIT(CONJ)) || is_cue_verb(doc, raw->first - 1) ||
		tb_word_is(doc, raw->first - 1, TB_COMMON, "verb") ||
		tb_ends_in(doc, raw->first - 1, "ла") ||
		tb_ends_in(doc, raw->first - 1, "лась");
}

/* Does a surname end as men's do: -ов, -ев, -ин? */
static bool
own_masculine(const char *surname)
{
	static const char *const ends[] = {"ов", "ев", "ёв", "ин", "ын"};
	size_t		len = strlen(surname);

	for (size_t e = 0; len > 8 && e < sizeof(ends) / sizeof(ends[0]); e++)
		if (memcmp(surname + len - 4, ends[e], 4) == 0)
			return true;
	return false;
}

/* Залужного: the genitive of Залужный rather than one like Живаго. */
static bool
is_adjectives_genitive(const char *surname)
{
	size_t		len = strlen(surname);

	return len > 10 && (strcmp(surname + len - 6, "ого") == 0 ||
						strcmp(surname + len - 6, "его") == 0);
}

/* «принял Рашида Мередова»: right behind a verb of men, no woman is its subject. */
static bool
behind_his_verb(const TbDocument *doc, const Raw *raw)
{
	const TbReading *r;

	if (raw->first == 0 || (tb_tok(doc, raw->first)->flags & TB_TF_SENT))
		return false;
	r = tb_word_reading(doc, raw->first - 1, TB_CUE, NULL);
	if (r == NULL)
		r = tb_word_reading(doc, raw->first - 1, TB_COMMON, "verb");
	return r != NULL && (r->gram & TB_ALL_GENDERS) ? !(r->gram & TB_FEM) :
		(r != NULL || tb_person_unlisted(doc, raw->first - 1)) &&
		(tb_ends_in(doc, raw->first - 1, "ал") || tb_ends_in(doc, raw->first - 1, "ил") ||
		 tb_ends_in(doc, raw->first - 1, "ял") || tb_ends_in(doc, raw->first - 1, "ел"));
}

/*
 * «К.-Ж. Токаева»: do the initials go with a holder of this surname?  «Р. Каримова»
 * need not be of the Каримов whom all know.  Without initials they go.
 */
static bool
is_holders_initial(const TbDocument *doc, const Raw *raw, const char *surname)
{
	uint32_t	n;
	const TbHolder *holders = tb_lexicon_holders(doc->lex, &n);
	TbStr		initial;

	if (raw->ninitials == 0)
		return true;
	initial = tb_text_of(doc, raw->initials[0], raw->initials[0] + 1);
	while (n-- > 0)
	{
		const char *name = tb_string(doc, holders[n].person);
		const char *last = strrchr(name, ' ');

		if (last != NULL && strcmp(last + 1, surname) == 0 &&
			memcmp(name, initial.data, initial.len) == 0)
			return true;
	}
	return false;
}

static bool
ends_in_a(const char *name)
{
	size_t		len = strlen(name);

	return len > 2 && strcmp(name + len - 2, "а") == 0;
}

/* Has a lemma in -ец a vowel that the text has not: Кравец of Кравца? */
static bool
is_restored(const char *lemma, const Raw *raw, const TbDocument *doc)
{
	size_t		len = strlen(lemma);

	return len > 4 && strcmp(lemma + len - 4, "ец") == 0 &&
		(tb_ends_in(doc, raw->surname_end - 1, "ца") || tb_ends_in(doc, raw->surname_end - 1, "цу") ||
		 tb_ends_in(doc, raw->surname_end - 1, "цем") || tb_ends_in(doc, raw->surname_end - 1, "цом") ||
		 tb_ends_in(doc, raw->surname_end - 1, "це"));
}

/*
 * How well a lemma explains a surname; negative: not at all.  own: the lemma
 * is how this mention itself is written and was counted.
 */
/* Does the word at i stand in the text just so? */
static bool
is_written_so(const TbDocument *doc, uint32_t i, const char *text)
{
	TbStr		word = tb_text_of(doc, i, i + 1);

	return word.len == strlen(text) && memcmp(word.data, text, word.len) == 0;
}

/* Is the word at i a given name that has one form for all cases? */
static bool
is_unbending_name(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_GIVEN, NULL);

	return r != NULL && tb_gram_cases(r->gram) == TB_ALL_CASES;
}

static int
lemma_score(Persons *p, const Raw *raw, const TbLemma *lemma, Agreement a,
			bool own)
{
	int			score = lemma->weight;
	uint32_t	cases = tb_gram_cases(lemma->gram);
	TbGram		gender = lemma->gram & TB_ALL_GENDERS;
	uint32_t   *written;

	if (a.gender && gender && !(a.gender & gender))
		return -1;
	/* «о Сагадиеве», «Ерлане Сагадиеве» alone: «Альваро Мирибе» is no Мириб */
	if (cases == TB_PRE && !(raw->cases & TB_PRE) && !is_oblique(&raw->given) &&
		!own_masculine(lemma->text) &&
		(raw->title == TB_NONE ||
		 (tb_gram_cases(p->doc->titles.at[raw->title].gram) & (TB_PRE | TB_NOM)) != TB_PRE))
		return -1;
	/* «Фридриха Мерца» is no Мерец: vowels come and go in Slavic names */
	if (raw->given.kind == UNIT_GIVEN && is_restored(lemma->text, raw, p->doc) &&
		!tb_person_is_slavic(p->doc, &raw->given))
		score -= 10;
	/* «о Нуралы Алипе» is Алип sooner than Алипа, «Хироси Танака» no Танак */
	if (cases == TB_PRE && (raw->cases & TB_PRE) && gender == TB_MASC && a.gender == TB_MASC)
		score += 5;
	if (raw->given.kind == UNIT_GIVEN && ends_in_a(lemma->text) &&
		tb_person_is_japanese(p->doc, &raw->given))
		score += 40;
	/* «Вернерей» is no Вернеряя */
	if (strlen(lemma->text) > 4 &&
		strcmp(lemma->text + strlen(lemma->text) - 4, "яя") == 0)
		score -= 60;
	/* «Мартуччи» is no Мартучча's genitive */
	if (strlen(lemma->text) > 6 &&
		strcmp(lemma->text + strlen(lemma->text) - 6, "чча") == 0)
		score -= 60;
	/* a woman is hardly called Утепов: «Бахыт Утепов» is a man */
	if (gender == TB_FEM && !p->loose && own_masculine(lemma->text))
		return -1;
	if (cases && !(cases & a.cases))
		return -1;
	if (raw->given.kind == UNIT_CAPITAL &&
		!tb_person_given_may_be(p->doc, &raw->given, cases ? cases & a.cases : a.cases, gender))
		return -1;
	if (raw->given.kind == UNIT_GIVEN && !raw->woman &&
		!given_agrees(p->doc, &raw->given, cases ? cases & a.cases : a.cases, gender))
		return -1;
	/* «Н.О. Нурпеисова», «Динара Нурпеисова» that nothing governs are women */
	if (raw->title == TB_NONE && (cases & a.cases & TB_NOM) &&
		!(cases == TB_ALL_CASES && (p->russian || is_adjectives_genitive(lemma->text))) &&
		!(gender == TB_FEM && behind_his_verb(p->doc, raw)) && stands_free(p->doc, raw))
		score += 60;
	written = tb_person_slot(p->doc->arena, &p->written,
					   tb_person_folded(p, lemma->text, strlen(lemma->text)), false);
	if (written != NULL && *written > (own ? 1 : 0))
		score += 1000;
	/* «Дархана Сатыбалды» is no Сатыбалда: the name is a given one, too, and does not bend */
	if (raw->surname_end == raw->surname_first + 1 && is_unbending_name(p->doc, raw->surname_first) &&
		is_written_so(p->doc, raw->surname_first, lemma->text))
		score += 40;
	if (tb_person_registered(p->doc, lemma->text))
		score += raw->given.kind == UNIT_NONE && is_holders_initial(p->doc, raw, lemma->text) ? 500 : 15;
	return score;
}

/*
 * «Лопесу Обрадору»: the words before the last one, whose lemma is known, are
 * brought to the nominative too.
 */
static const char *
words_of_surname(Persons *p, const Raw *raw, const TbLemma *last, Agreement a)
{
	TbDocument *doc = p->doc;
	const char *end = strrchr(last->text, ' ');
	TbGram		gender = a.gender ? a.gender : last->gram & TB_ALL_GENDERS;
	TbBuffer	out = {.arena = doc->arena};

	if (end == NULL)
		return tb_arena_strdup(doc->arena, last->text, strlen(last->text));
	for (uint32_t i = raw->surname_first, next; (next = tb_person_word_end(doc, i)) < raw->surname_end; i = next)
	{
		tb_buffer_puts(&out, tb_word_is(doc, i, TB_PARTICLE, NULL) ? tb_person_written(doc, i, next) :
					   tb_person_part_lemma(p, i, next, TB_PART_SURNAME,
								  tb_gram_cases(last->gram) & a.cases, gender));
		tb_buffer_puts(&out, " ");
	}
	tb_buffer_puts(&out, end + 1);
	return tb_buffer_text(&out);
}

/* The nominative of the surname part; *gram gets its cases and gender. */
static const char *
surname_lemma(Persons *p, const Raw *raw, Agreement a, TbGram *gram)
{
	TbDocument *doc = p->doc;
	const char *written = tb_person_written(doc, raw->surname_first, raw->surname_end);
	const TbLemma *lemmas;
	int			best = -1;
	int			best_score = -1;
	int			n;

	*gram = a.cases | a.gender;
	if (written == NULL || raw->fixed)
		return written;
	if (raw->plural)
		return tb_person_single(doc, written, (raw->given.gram & TB_ALL_GENDERS) == TB_FEM);
	n = tb_person_surname_lemmas(p, written, &lemmas);
	/* «Бекетову» bends, «Вальбене» need not */
	p->russian = n > 0 && own_masculine(lemmas[0].text);
	for (int i = 0; i < n; i++)
	{
		bool		own = strcmp(lemmas[i].text, written) == 0 &&
			raw->given.kind == UNIT_GIVEN && (raw->given.gram & TB_NOM);
		int			score = lemma_score(p, raw, &lemmas[i], a, own);

		if (score > best_score)
		{
			best = i;
			best_score = score;
		}
	}
	/* Делакруа, Бенуа do not bend */
	if (best < 0 && tb_ends_in(doc, raw->surname_end - 1, "уа"))
		return written;
	/* «Астана Токаев»: her given name, his surname */
	if (best < 0)
		return raw->given.kind != UNIT_NONE && n > 0 ? NULL : written;
	*gram = lemmas[best].gram;
	if (raw->surname_end > raw->surname_first + 1 && !(*gram & a.cases & TB_NOM))
		return words_of_surname(p, raw, &lemmas[best], a);
	return tb_arena_strdup(doc->arena, lemmas[best].text, strlen(lemmas[best].text));
}

/* «К.», «К. К.» from the tokens of initials. */
static const char *
initials_text(TbDocument *doc, const Raw *raw)
{
	TbBuffer	out = {.arena = doc->arena};

	for (int i = 0; i < raw->ninitials; i++)
	{
		TbStr		letter = tb_text_of(doc, raw->initials[i], raw->initials[i] + 1);

		if (i > 0)
			tb_buffer_puts(&out, " ");
		tb_buffer_put(&out, letter.data, letter.len);
		tb_buffer_puts(&out, ".");
	}
	return tb_buffer_text(&out);
}

const char *
tb_person_join(TbDocument *doc, const char *given, const char *patronymic,
		  const char *surname, bool surname_leads)
{
	TbBuffer	out = {.arena = doc->arena};
	const char *parts[3] = {given, patronymic, surname};

	if (surname_leads)
	{
		parts[0] = surname;
		parts[1] = given;
		parts[2] = patronymic;
	}
	for (int i = 0; i < 3; i++)
	{
		if (parts[i] == NULL)
			continue;
		if (out.text.n > 0)
			tb_buffer_puts(&out, " ");
		tb_buffer_puts(&out, parts[i]);
	}
	return tb_buffer_text(&out);
}

/* Cases of a name from those of its parts. */
static TbGram
common_gram(Agreement a, TbGram surname)
{
	uint32_t	cases = a.cases;

	if (tb_gram_cases(surname) & cases)
		cases &= tb_gram_cases(surname);
	return cases | a.gender | (surname & TB_ALL_GENDERS);
}

static bool
bring_to_nominative(Persons *p, const Raw *raw, TbPersonMention *m)
{
	TbDocument *doc = p->doc;
	Agreement	a = agreement_of(doc, raw);
	TbGram		gram = 0;

	*m = (TbPersonMention) {
		.first = raw->first,.end = raw->end,.title = raw->title,
		.span = tb_span_of(doc, raw->first, raw->end),.person = TB_NONE,
		.rule = raw->rule
	};
	if (raw->clipped)
		m->surname = tb_person_written(doc, raw->surname_first, raw->surname_end);
	else if (raw->surname_end > raw->surname_first)
	{
		m->surname = surname_lemma(p, raw, a, &gram);
		if (m->surname == NULL)
			return false;
		/* Горбань is man or woman, Темирбеке a man: hers would not bend */
		if ((!(gram & TB_ALL_CASES) || (gram & TB_NOM)) &&
			!tb_is_surname_shaped((TbStr) {m->surname, (uint32_t) strlen(m->surname)}))
			gram &= ~(TbGram) TB_ALL_GENDERS;
		if (gram & TB_ALL_GENDERS && a.gender == 0 &&
			(gram & TB_ALL_GENDERS) != (TB_MASC | TB_FEM))
			a.gender = gram & TB_ALL_GENDERS;
		if (tb_gram_cases(gram) & a.cases)
			a.cases &= tb_gram_cases(gram);
	}
	/* «позиция Александра Лукашенко»: his, when nothing tells */
	if (a.gender == 0 && raw->given.kind == UNIT_GIVEN && raw->title == TB_NONE &&
		!stands_free(doc, raw) &&
		given_agrees(doc, &raw->given, a.cases & ~(uint32_t) TB_NOM, TB_MASC))
		a.cases &= ~(uint32_t) TB_NOM;
	if (raw->woman && raw->given.kind != UNIT_NONE)
		m->given = tb_person_written(doc, raw->given.first, raw->given.end);
	else if (raw->given.kind == UNIT_GIVEN)
	{
		m->given = tb_person_given_lemma(p, &raw->given, a.cases, &a.gender);
		/* «Роман Толстого»: the parts do not agree */
		if (m->given == NULL)
			return false;
		if (raw->given.end > raw->given.first + 1 &&
			tb_person_word_end(doc, raw->given.first) < raw->given.end)
			m->given = tb_person_two_given(p, raw, m->given, a);
	}
	else if (raw->given.kind == UNIT_CAPITAL && raw->fixed)
		m->given = tb_person_east_given(p, raw, a);
	else if (raw->given.kind == UNIT_CAPITAL)
		m->given = tb_person_part_lemma(p, raw->given.first, raw->given.end, TB_PART_GIVEN,
							  a.cases, a.gender);
	if (raw->patronymic.kind == UNIT_SUFFIX)
		m->patronymic = tb_person_written(doc, raw->patronymic.first, raw->patronymic.end);
	else if (raw->patronymic.kind != UNIT_NONE)
		m->patronymic = tb_person_part_lemma(p, raw->patronymic.first, raw->patronymic.end,
								   TB_PART_PATRONYMIC, a.cases, a.gender);
	if (raw->ninitials > 0 && m->given == NULL)
		m->given = initials_text(doc, raw);
	m->gram = common_gram(a, gram);
	m->nominative = tb_person_join(doc, m->given, m->patronymic, m->surname,
							  raw->surname_leads);
	return m->nominative != NULL;
}

/*
 * What the lexicon knows of a given name may not fit the surname: «Сахибе
 * Гафаровой» is no Сахиб.  Then it is one that no list has, if a name of any
 * kind may be so; «Роман Толстого», «Астана Токаев» may not.
 */
bool
tb_person_nominative(Persons *p, const Raw *raw, TbPersonMention *m)
{
	Raw			unknown = *raw;
	uint32_t	cases = raw->given.gram & TB_ALL_CASES;
	/* «капитана Гуннара Лунсена»: what is known is in no such case */
	bool		fits = raw->cases == 0 || cases == 0 || raw->title != TB_NONE ||
		raw->given.kind != UNIT_GIVEN || (raw->cases & cases);
	bool		bent;

	if ((fits || raw->woman) && bring_to_nominative(p, raw, m))
		return true;
	if (p->failed || raw->given.kind != UNIT_GIVEN ||
		raw->surname_end == raw->surname_first)
		return false;
	unknown.given.kind = UNIT_CAPITAL;
	unknown.given.gram = 0;
	if (bring_to_nominative(p, &unknown, m))
		return true;
	/* «мать учителя Гульнур Бекова»: the noun before it is another's */
	unknown = *raw;
	unknown.cases = 0;
	if (raw->cases != 0 && bring_to_nominative(p, &unknown, m))
		return true;
	p->loose = true;
	bent = bring_to_nominative(p, raw, m);
	p->loose = false;
	return bent;
}
