/*
 * person_pattern.c
 *	  Stage 1: patterns of units that are names.  Each has its name, which the
 *	  mention keeps, above it; person_context.c has those that need what stands
 *	  around.
 */
#include "core/person_internal.h"

/* Is the unit a word that could be a surname here? */
static bool
can_be_surname(const TbDocument *doc, const Unit *u)
{
	return u->kind == UNIT_CAPITAL ||
		(u->kind == UNIT_GIVEN &&
		 !(tb_tok(doc, u->first)->flags & TB_TF_SENT));
}

/* Take prefixes and a surname at *k («фон дер Ляйен», «Токтобек кызы»). */
static bool
take_surname(const TbDocument *doc, const Unit *u, int n, int *k, Raw *raw)
{
	int			at = *k;

	while (at < n && u[at].kind == UNIT_PREFIX)
		at++;
	if (at >= n || !can_be_surname(doc, &u[at]))
		return false;
	raw->surname_first = u[*k].first;
	raw->surname_end = u[at].end;
	at++;
	if (at < n && u[at].kind == UNIT_SUFFIX)
	{
		raw->surname_end = u[at].end;
		raw->fixed = true;
		at++;
	}
	*k = at;
	return true;
}

/*
 * What else belongs to a foreign surname: a third unknown word, the last of three
 * given names («Абий Ахмед Али»), and particles with theirs («Лула да Силва»,
 * «бен Хамад Аль Тани»).
 */
static void
take_foreign_tail(const TbDocument *doc, const Unit *u, int n, int *k, Raw *raw)
{
	if (*k < n && ((u[*k].kind == UNIT_CAPITAL && tb_person_unlisted(doc, u[*k].first)) ||
				   (u[*k].kind == UNIT_GIVEN && *k + 1 == n && u[*k - 1].kind == UNIT_GIVEN &&
					!tb_may_be(doc, u[*k].first, TB_BIT(COMMON) | TB_BIT(PLACE)))))
		raw->surname_end = u[(*k)++].end;
	while (*k + 1 < n && (u[*k + 1].kind == UNIT_CAPITAL || u[*k + 1].kind == UNIT_GIVEN) &&
		   (u[*k].kind == UNIT_PREFIX ||
			((u[*k].kind == UNIT_CAPITAL || u[*k].kind == UNIT_GIVEN) && u[*k].end == u[*k].first + 1 &&
			 tb_word_is(doc, u[*k].first, TB_PARTICLE, "prefix"))))
	{
		raw->surname_end = u[*k + 1].end;
		*k += 2;
	}
}

static void
take_initials(const Unit *u, int n, int *k, Raw *raw)
{
	while (*k < n && u[*k].kind == UNIT_INITIAL && raw->ninitials < 3)
		raw->initials[raw->ninitials++] = u[(*k)++].first;
}

/* initials_first: «К.К. Токаев», «М.Ашимбаев». */
static int
pattern_initials_first(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 0;

	take_initials(u, n, &k, raw);
	if (!take_surname(doc, u, n, &k, raw))
		return 0;
	raw->rule = "initials_first";
	if (!tb_is_surname_shaped(tb_text_of(doc, raw->surname_first, raw->surname_end)))
		take_foreign_tail(doc, u, n, &k, raw);
	return k;
}

/* Is a patronymic made of a given name that the lexicon has? */
static bool
has_known_father(const TbDocument *doc, uint32_t i)
{
	static const char *const joints[] = {"ьевич", "ьевн", "ович", "евич", "овн", "евн", "ич", "ичн"};
	static const char *const ends[] = {"", "й", "ь", "а", "я", "ий", "о"};
	char		folded[TB_MAX_WORD + 8];

	if (tb_token_fold(&doc->text, i, folded) == 0)
		return false;
	/* Лев, Павел lose a vowel */
	if (strncmp(folded, "львов", 10) == 0 || strncmp(folded, "павлов", 12) == 0)
		return true;
	for (size_t j = 0; j < sizeof(joints) / sizeof(*joints); j++)
	{
		char	   *joint = strstr(folded, joints[j]);

		for (size_t e = 0; joint != NULL && e < sizeof(ends) / sizeof(*ends); e++)
		{
			memcpy(joint, ends[e], strlen(ends[e]) + 1);
			if (tb_lexicon_reading(doc->lex, tb_lexicon_find_word(doc->lex, folded,
																  strlen(folded)),
								   TB_GIVEN) != NULL)
				return true;
		}
		if (joint != NULL)
			return false;
	}
	return true;				/* -улы, -кызы and the like say what they are */
}

/* «Бауыржан Естайулы»: what ends the name stands for a surname. */
static bool
ends_name(const TbDocument *doc, const Unit *u, int n, int k)
{
	static const char *const endings[] = {
		"улы", "ұлы", "уулу", "кызы", "қызы", "оглу", NULL
	};

	return k + 1 == n && tb_ends_in_any(doc, u[k].first, endings);
}

/* «Гасан оглы»: the patronymic in two words that begins at unit *k, if there is one. */
static bool
take_spelled_patronymic(const TbDocument *doc, const Unit *u, int n, int *k, Raw *raw)
{
	if (*k + 1 >= n || (u[*k].kind != UNIT_GIVEN && u[*k].kind != UNIT_CAPITAL) ||
		u[*k + 1].kind != UNIT_SUFFIX)
		return false;
	raw->patronymic = u[*k];
	raw->patronymic.end = u[*k + 1].end;
	raw->patronymic.kind = UNIT_SUFFIX;
	raw->patronymic.gram = tb_ends_in(doc, u[*k + 1].first, "ызы") ? TB_FEM : TB_MASC;
	*k += 2;
	return true;
}

/*
 * spelled_patronymic: «Рамиль Гасан оглы Велиев».  «Айсулуу Токтобек кызы» has
 * no more names: it is her surname, then.
 */
static int
pattern_spelled_patronymic(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 1;

	if (n < 4 || !take_spelled_patronymic(doc, u, n, &k, raw) ||
		tb_may_be(doc, u[k].first, TB_BIT(PLACE)))
		return 0;
	raw->given = u[0];
	raw->rule = "given_first";
	return take_surname(doc, u, n, &k, raw) ? k : 0;
}

/*
 * given_first: «Ерлан Кошанов», «Касым-Жомарт Кемелевич Токаев», «Реджеп
 * Тайип Эрдоган», «Айсулуу Токтобек кызы», «Касым-Жомарт Кемелевич».
 */
static int
pattern_given_first(Persons *p, const Unit *u, int n, Raw *raw)
{
	const TbDocument *doc = p->doc;
	int			k = 1;

	raw->given = u[0];
	raw->rule = "given_first";
	/* «Иоанн Павел II» */
	if (n == 2 && u[1].kind == UNIT_GIVEN && (tb_tok(doc, u[1].end - 1)->flags & TB_TF_LATIN))
	{
		raw->given.end = u[1].end;
		raw->given.gram = u[0].gram & u[1].gram;
		return 2;
	}
	if (k < n && u[k].kind == UNIT_GIVEN && k + 1 < n && u[k + 1].kind == UNIT_CAPITAL &&
		!tb_is_surname_shaped(tb_text_of(doc, u[k].first, u[k].end)))
		raw->given.end = u[k++].end;
	take_initials(u, n, &k, raw);
	raw->ninitials = 0;			/* a middle initial is no part of the key */
	if (k < n && u[k].kind == UNIT_PATRONYMIC && !ends_name(doc, u, n, k) &&
		(u[k].gram & u[0].gram & TB_ALL_GENDERS) &&	/* not «Галина Филиппович» */
		((k + 1 < n && can_be_surname(doc, &u[k + 1])) ||
		 (has_known_father(doc, u[k].first) && !tb_person_stands_alone(p, &u[k]))))
		raw->patronymic = u[k++];
	if (k < n && u[k].kind == UNIT_PATRONYMIC && raw->patronymic.kind == UNIT_NONE)
	{
		/* «Виктор Янукович»: there is no Янук; «аким Бауыржан Естайулы» */
		raw->surname_first = u[k].first;
		raw->surname_end = u[k].end;
		return k + 1;
	}
	if (!take_surname(doc, u, n, &k, raw))
		return raw->patronymic.kind != UNIT_NONE ? k : 0;
	if (raw->patronymic.kind == UNIT_NONE &&
		!tb_is_surname_shaped(tb_text_of(doc, raw->surname_first, raw->surname_end)))
		take_foreign_tail(doc, u, n, &k, raw);
	return k;
}

/* May a surname in these cases and of this gender go with the given name at i? */
static bool
given_agrees(const TbDocument *doc, uint32_t i, TbGram surname)
{
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(doc->lex, tb_tok(doc, i)->value, &n);

	for (; n-- > 0; r++)
		if (tb_reading_class(r) == TB_GIVEN &&
			(tb_gram_cases(r->gram) == 0 || (tb_gram_cases(r->gram) & tb_gram_cases(surname))) &&
			(!(surname & TB_ALL_GENDERS) ||
			 ((TbGram) tb_entry(doc, r)->value & surname & TB_ALL_GENDERS)))
			return true;
	return false;
}

/*
 * Do a surname that opens a sentence and the given name behind it agree?  Not
 * «Фактический Ержана», «Ранцев Ержана».
 */
static bool
agrees_with_given(const TbDocument *doc, const Unit *surname, const Unit *given)
{
	TbLemma		lemmas[MAX_LEMMAS];
	int			n;

	if (!(tb_tok(doc, surname->first)->flags & TB_TF_SENT) ||
		given->end != given->first + 1)
		return true;
	n = tb_inflect_lemmas(tb_text_of(doc, surname->first, surname->end),
						  TB_PART_SURNAME, lemmas, MAX_LEMMAS);
	for (int i = 0; i < n; i++)
		if (given_agrees(doc, given->first, lemmas[i].gram))
			return true;
	return n == 0;
}

/*
 * Does an unknown word end as given names of Turks and Persians do: «Айтбек»,
 * «Нурсерикхану», «Азильхан»?
 */
static bool
is_like_given(const TbDocument *doc, const Unit *u)
{
	static const char *const endings[] = {
		"бек", "жан", "хан", "гали", "мурат", "улла", "ддин", "берген", "гельды",
		"гельди", "гуль", "айым", "султан", NULL
	};
	TbLemma		lemmas[MAX_LEMMAS];
	int			n;

	if (tb_tok(doc, u->first)->letters < 6 || !tb_person_unlisted(doc, u->first))
		return false;
	n = tb_inflect_lemmas(tb_text_of(doc, u->first, u->end), TB_PART_GIVEN, lemmas, MAX_LEMMAS);
	for (int i = 0; i < n && i < 2; i++)
		for (const char *const *e = endings; *e != NULL; e++)
		{
			size_t		len = strlen(lemmas[i].text);

			if (len > strlen(*e) && strcmp(lemmas[i].text + len - strlen(*e), *e) == 0)
				return true;
		}
	return false;
}

/* surname_first: «Токаев К.-Ж.», «Токаев Касым-Жомарт Кемелевич». */
static int
pattern_surname_first(Persons *p, const Unit *u, int n, Raw *raw)
{
	const TbDocument *doc = p->doc;
	int			k = 1;
	bool		shaped;

	if (n < 2 || (u[1].kind != UNIT_INITIAL && u[1].kind != UNIT_GIVEN &&
				  !(n == 2 && u[1].kind == UNIT_CAPITAL && is_like_given(doc, &u[1]))))
		return 0;
	shaped = tb_is_surname_shaped(tb_text_of(doc, u[0].first, u[0].end));
	raw->surname_first = u[0].first;
	raw->surname_end = u[0].end;
	raw->surname_leads = true;
	raw->rule = "surname_first";
	if (u[1].kind == UNIT_INITIAL)
	{
		take_initials(u, n, &k, raw);
		if (k < n && can_be_surname(doc, &u[k]) && !shaped)
			return 0;			/* the initials are the next one's */
		if (k < n && can_be_surname(doc, &u[k]) &&
			tb_is_surname_shaped(tb_text_of(doc, u[k].first, u[k].end)) &&
			!tb_is_mark(&doc->text, u[k].first - 1, ','))
			return 0;
		return shaped || tb_person_unlisted(doc, u[0].first) ||
			tb_word_is(doc, u[0].first, TB_PARTICLE, "east") || tb_person_was_surname(p, &u[0]) ? k : 0;
	}
	/* «Румын Клаус Йоханнис» */
	if (n > 2 && u[2].kind == UNIT_CAPITAL && (tb_tok(doc, u[0].first)->flags & TB_TF_SENT) &&
		!(tb_tok(doc, u[0].first)->flags & TB_TF_CAPS) &&
		tb_person_unlisted(doc, u[2].first))
		return 0;
	/* «Нуршаихов Азильхан» */
	if (u[1].kind == UNIT_CAPITAL)
	{
		raw->given = u[k++];
		return shaped ? k : 0;
	}
	/* «Ли Станислав Васильевич», «Цхай Елене Борисовне» */
	if (n == 3 && u[2].kind == UNIT_PATRONYMIC && !shaped &&
		(tb_word_is(doc, u[0].first, TB_PARTICLE, "east") ||
		 (tb_person_unlisted(doc, u[0].first) &&
		  !(tb_tok(doc, u[0].first)->flags & (TB_TF_SENT | TB_TF_CAPS)))))
		shaped = true;
	if (u[1].kind == UNIT_GIVEN && shaped && agrees_with_given(doc, &u[0], &u[1]))
	{
		raw->given = u[k++];
		if (k < n && u[k].kind == UNIT_PATRONYMIC)
			raw->patronymic = u[k++];
		else
			(void) take_spelled_patronymic(doc, u, n, &k, raw);
		return k;
	}
	return 0;
}

/*
 * May an unknown word be a given name: no verb that opens a sentence, and of
 * one case and gender with its neighbour (0: any)?  Not «Присутствовали
 * Иванов», «Памятник Тарасу».
 */
static bool
can_be_given(const TbDocument *doc, const Unit *u, TbGram beside)
{
	/* of verbs, participles, adjectives and abstract nouns, and of no name */
	static const char *const ordinary[] = {
		"овали", "ывали", "ивали", "лись", "лась", "лось", "лся", "ть", "ться",
		"тся", "шись", "ует", "ает", "яет", "еет", "уют", "ают", "яют", "овал",
		"ывал", "ивал", "нул", "вший", "вшая", "вшие", "щий", "щая", "щие",
		"нный", "нная", "нное", "нные", "ённый",
		"ский", "ская", "ское", "ские", "ческий", "ный", "ная", "ное", "ные",
		"мый", "тый", "вый", "рый", "лый", "ого", "его", "ому", "ему", "ыми",
		"ими", "ых", "их", "ость", "ости", "остью", "ание", "ение", "ания",
		"ения", "анию", "ению", "ация", "ации", "яция", "зация", "ство", "ства",
		"тель", "теля", "изм", "изма", "ённые", "ийся", "аяся", "иеся", "ешь",
		"ишь", "ете", "ите", "ник", "щик", "чик", "ница", "щица", "вка", "лка",
		"нка", "рка", "тка", "шка", "чка", "жка", "дка", NULL
	};
	TbLemma		lemmas[MAX_LEMMAS];
	bool		agrees = (beside & TB_ALL_CASES) == 0;
	int			n;

	if ((tb_tok(doc, u->first)->flags & TB_TF_SENT) &&
		tb_ends_in_any(doc, u->first, ordinary))
		return false;
	if (agrees)
		return true;
	n = tb_inflect_lemmas(tb_text_of(doc, u->first, u->end), TB_PART_GIVEN,
						  lemmas, MAX_LEMMAS);
	for (int i = 0; i < n && !agrees; i++)
		agrees = (tb_gram_cases(lemmas[i].gram) & beside) &&
			(!(beside & TB_ALL_GENDERS) || (lemmas[i].gram & beside & TB_ALL_GENDERS));
	return agrees;
}

/* Shaped like a surname of Russia, Armenia, Azerbaijan or Tajikistan? */
static bool
is_like_surname(const TbDocument *doc, const Unit *u)
{
	static const char *const endings[] = {
		"ян", "яна", "яну", "яном", "яне", "заде", "зода", "зоды", "зоде", "зоду",
		"зодой", "оглу", NULL
	};

	return tb_is_surname_shaped(tb_text_of(doc, u->first, u->end)) ||
		tb_may_be(doc, u->first, TB_BIT(SURNAME)) ||
		(tb_tok(doc, u->end - 1)->letters > 4 && tb_ends_in_any(doc, u->end - 1, endings));
}

/* Is a unit a word that no list has, in small letters but for the first? */
static bool
is_plain(const TbDocument *doc, const Unit *u)
{
	return tb_person_unlisted(doc, u->first) && tb_tok(doc, u->first)->letters > 3 &&
		!(tb_tok(doc, u->first)->flags & (TB_TF_CAPS | TB_TF_LATIN));
}

/*
 * «Бюст Панфилова», «Повесть Шолохова»: does a word that opens a sentence stand
 * before a genitive that is his?  Hers would end in -а or have her verb behind it.
 */
static bool
is_works_name(const TbDocument *doc, const Unit *u, const Unit *surname)
{
	static const char *const his[] = {"ова", "ева", "ёва", "ина", "ына", NULL};

	return (tb_tok(doc, u->first)->flags & TB_TF_SENT) &&
		tb_ends_in_any(doc, surname->end - 1, his) &&
		!tb_ends_in(doc, u->end - 1, "а") && !tb_ends_in(doc, u->end - 1, "я") &&
		!tb_ends_in(doc, u->end - 1, "уль") && !tb_person_has_her_verb(doc, surname->end);
}

/* unknown_given: «Толеген Байсалов», «Калтай Серикович» with no list's help. */
static int
pattern_unknown_given(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 1;

	if (n < 2 || !tb_person_unlisted(doc, u[0].first) || !can_be_given(doc, &u[0], 0))
		return 0;
	raw->given = u[0];
	raw->rule = "unknown_given";
	if (u[1].kind == UNIT_PATRONYMIC && ends_name(doc, u, n, 1))
	{
		/* «Дарон Аджемоглу» */
		raw->surname_first = u[1].first;
		raw->surname_end = u[1].end;
		return 2;
	}
	if (u[1].kind == UNIT_PATRONYMIC)
	{
		raw->patronymic = u[k++];
		(void) take_surname(doc, u, n, &k, raw);
		return k;
	}
	if (u[1].kind != UNIT_CAPITAL || !(is_like_surname(doc, &u[1]) ||
									   (is_like_given(doc, &u[0]) && is_plain(doc, &u[1]))) ||
		is_works_name(doc, &u[0], &u[1]) ||
		tb_is_surname_shaped(tb_text_of(doc, u[0].first, u[0].end)))
		return 0;
	return take_surname(doc, u, n, &k, raw) ? k : 0;
}

/*
 * two_given: «Фархад Реза Даври»: a given name the list lacks before one it has.
 * Not: «Райффайзенбанка Сергей Либин», «САФУ Мария Калинина».
 */
static int
pattern_two_given(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 2;

	if (n < 3 || u[1].kind != UNIT_GIVEN || u[2].kind != UNIT_CAPITAL ||
		!tb_person_unlisted(doc, u[0].first) || raw->title != TB_NONE ||
		(tb_tok(doc, u[0].first)->flags & (TB_TF_SENT | TB_TF_CAPS)) ||
		!can_be_given(doc, &u[0], u[1].gram) || tb_person_is_russian(doc, &u[1]) ||
		(u[0].first > 0 && tb_may_be(doc, u[0].first - 1, TB_BIT(ROLE))))
		return 0;
	raw->given = u[0];
	raw->given.end = u[1].end;
	raw->rule = "two_given";
	return take_surname(doc, u, n, &k, raw) ? k : 0;
}

/* with_particle: «Асанбек уулу Улан». */
static int
pattern_with_particle(const Unit *u, int n, Raw *raw)
{
	if (n < 3 || u[1].kind != UNIT_SUFFIX ||
		(u[2].kind != UNIT_GIVEN && u[2].kind != UNIT_CAPITAL))
		return 0;
	raw->surname_first = u[0].first;
	raw->surname_end = u[1].end;
	raw->given = u[2];
	raw->surname_leads = true;
	raw->fixed = true;
	raw->rule = "with_particle";
	return 3;
}

/* Is the word at i an adjective with its noun behind it, and no surname? */
static bool
is_attribute(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ого", "его", "ой", "ей", "ая", "яя", "ий", "ый", "ых", "их", "ому", "ему", NULL
	};
	const TbToken *next = tb_tok(doc, i + 1);

	return tb_ends_in_any(doc, i, endings) && tb_is_word(doc, i + 1) &&
		!tb_is_cap(doc, i + 1) && !(next->flags & (TB_TF_SENT | TB_TF_PARA)) &&
		!tb_may_be(doc, i + 1, TB_BIT(CUE) | TB_BIT(PREP) | TB_BIT(CONJ)) &&
		!tb_word_is(doc, i + 1, TB_COMMON, "verb");
}

/* behind_title: «спикер Эусебио Мантара», «лидер Ким Чен Ын», «депутат Пак». */
static int
pattern_behind_title(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 0;

	/*
	 * «глава Минсельхозпрода Пётр …»: the name begins with the given name; but
	 * «аким Есенбол Тохтарбай»: his surname is a given name too
	 */
	if (n > 1 && u[0].kind == UNIT_CAPITAL && u[1].kind == UNIT_GIVEN &&
		(n > 2 || ((u[1].gram & TB_NOM) && !tb_person_given_may_be(doc, &u[0], TB_NOM, u[1].gram & TB_ALL_GENDERS))))
		return 0;
	while (k < n && k < 3 && (u[k].kind == UNIT_CAPITAL || u[k].kind == UNIT_GIVEN) &&
		   !(tb_tok(doc, u[k].first)->flags & TB_TF_CAPS))
		k++;
	/* «президент Алешандри ди Мораис» */
	if (k == 1 && n > 2 && u[1].kind == UNIT_PREFIX && u[2].kind == UNIT_CAPITAL)
		k = 3;
	if (k == 0)
		return 0;
	raw->rule = "behind_title";
	if (k == 1 && u[0].honoured)
	{
		/* «король Карл III» */
		raw->given = u[0];
		return 1;
	}
	if (k == 1)
	{
		/* «худрук Большого театра», «глава Русской компании» */
		if (is_attribute(doc, u[0].first))
			return 0;
		raw->surname_first = u[0].first;
		raw->surname_end = u[0].end;
		return 1;
	}
	raw->given = u[0];
	raw->surname_first = u[1].first;
	raw->surname_end = u[k - 1].end;
	if (!tb_is_surname_shaped(tb_text_of(doc, raw->surname_first, raw->surname_end)))
		take_foreign_tail(doc, u, n, &k, raw);
	return k;
}

/*
 * clipped_surname: «Ерболат К. получил срок», «осудили Ерика С. | Тогдашний аким»:
 * whom a court's news does not name in full.  Not: «Джордж У. Буш».
 */
static int
pattern_clipped_surname(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	static const char *const adjectives[] = {"ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", NULL};

	if (n < 2 || u[1].kind != UNIT_INITIAL || u[0].end != u[1].first ||
		tb_may_be(doc, u[0].first, TB_BIT(PLACE) | TB_BIT(COMMON)) ||
		(n > 2 && (u[2].kind != UNIT_CAPITAL ||
				   tb_is_surname_shaped(tb_text_of(doc, u[2].first, u[2].end)) ||
				   !(tb_may_be(doc, u[2].first, TB_BIT(COMMON)) ||
					 tb_ends_in_any(doc, u[2].first, adjectives)))))
		return 0;
	raw->given = u[0];
	raw->surname_first = u[1].first;
	raw->surname_end = u[1].end;
	raw->clipped = true;
	raw->rule = "clipped_surname";
	return 2;
}

/* ------------------------------------------------------------ the patterns */

int
tb_person_pattern(Persons *p, Unit *u, int n, Raw *raw)
{
	const TbDocument *doc = p->doc;
	int			k = 0;

	if (u[0].kind == UNIT_INITIAL)
	{
		/* «Б. Естайулы»: what ends a name behind initials is no patronymic */
		while (k < n && u[k].kind == UNIT_INITIAL)
			k++;
		if (k + 1 == n && u[k].kind == UNIT_PATRONYMIC)
			u[k].kind = UNIT_CAPITAL;
		return pattern_initials_first(doc, u, n, raw);
	}
	/* «адвокат Сальвини | Никколо Вердени»: the first is another's surname */
	if (n > 2 && u[0].kind == UNIT_CAPITAL && u[1].kind == UNIT_GIVEN &&
		u[2].kind == UNIT_CAPITAL && tb_person_is_written(p, &u[0]))
		return 0;
	/* «Станкевич К.А.» looks like a patronymic, «Ким В.», «Сейтказы Б.» like given names */
	if (u[0].kind == UNIT_PATRONYMIC ||
		(n == 2 && u[0].kind == UNIT_GIVEN && u[1].kind == UNIT_INITIAL &&
		 (tb_word_is(doc, u[0].first, TB_PARTICLE, "east") || tb_person_was_surname(p, &u[0]))))
		u[0].kind = UNIT_CAPITAL;
	if (u[0].kind == UNIT_GIVEN || u[0].kind == UNIT_CAPITAL)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_with_particle(u, n, raw);
		if (k == 0)
			k = pattern_spelled_patronymic(doc, u, n, raw);
		if (k == 0)
			*raw = (Raw) {.title = raw->title};
		if (k == 0)
			k = tb_person_pattern_east(doc, u, n, raw);
	}
	if (k == 0 && u[0].kind == UNIT_GIVEN)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_clipped_surname(doc, u, n, raw);
		if (k == 0)
			k = pattern_given_first(p, u, n, raw);
	}
	if (k == 0 && u[0].kind == UNIT_CAPITAL)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_surname_first(p, u, n, raw);
	}
	if (k == 0 && u[0].kind == UNIT_CAPITAL)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_unknown_given(doc, u, n, raw);
	}
	if (k == 0 && u[0].kind == UNIT_CAPITAL)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_two_given(doc, u, n, raw);
	}
	if (k == 0 && raw->title != TB_NONE && u[0].kind != UNIT_PATRONYMIC)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_behind_title(doc, u, n, raw);
	}
	if (k == 0)
	{
		*raw = (Raw) {.title = raw->title};
		k = tb_person_pattern_called(doc, u, n, raw);
	}
	if (k == 0)
	{
		*raw = (Raw) {.title = raw->title};
		k = tb_person_pattern_unlisted(p, u, n, raw);
	}
	return k;
}
