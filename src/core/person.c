/*
 * person.c
 *	  Finds names of persons, brings them to the nominative, and says which
 *	  mentions are one person.
 *
 * Stage 1 cuts the text into name units and reads patterns of them:
 *
 *	«с Мауленом Ашимбаевым»			given + surname
 *	«К.К. Токаев», «Токаев К.-Ж.»	initials before or behind the surname
 *	«Айгуль Сериковне Нурпеисовой»	given + patronymic + surname
 *	«спикер Диосдадо Кабельо»		words no list knows, behind a title
 *	«Асанбек уулу Улан»				with a particle
 *
 * Stage 2 chooses nominatives: the surname's possible lemmas (inflect.h) must
 * agree with the given name and the title beside it in case and gender; a
 * lemma that the document writes elsewhere wins over one that it does not.
 *	«Мукашева» beside «Толеубека» (genitive, masculine): Мукашев
 *	«Мукашева» beside «Айгуль»: Мукашева
 *
 * Stage 3 joins mentions by surname and compatible given names or initials,
 * and finds lone surnames («Ашимбаев добавил») of persons named so.
 */
#include "core/title.h"

#include <stdio.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/hash.h"

#define MAX_UNITS 6
#define MAX_LEMMAS 12

/* Tokens of one hyphenated word: no chain is followed further. */
#define MAX_PARTS 12

/* Classes of words that are no part of a name. */
#define NO_NAME_BITS (TB_BIT(ROLE) | TB_BIT(OFFICE) | TB_BIT(BODY) | \
	TB_BIT(TITLEMOD) | TB_BIT(HONORIFIC) | TB_BIT(MARKER) | TB_BIT(ORGWORD) | \
	TB_BIT(GROUP) | TB_BIT(PERSONWORD) | TB_BIT(CUE) | TB_BIT(PREP) | \
	TB_BIT(PRON) | TB_BIT(CONJ) | TB_BIT(STOP) | TB_BIT(NOPERSON) | \
	TB_BIT(COMMON) | TB_BIT(MONTH) | TB_BIT(WEEKDAY) | TB_BIT(SEASON) | \
	TB_BIT(UNIT) | TB_BIT(DEICTIC) | TB_BIT(CARDINAL) | TB_BIT(ORDINAL) | \
	TB_BIT(DATEMOD) | TB_BIT(PLACE_ADJ) | TB_BIT(DEMONYM) | TB_BIT(WORD))

typedef enum UnitKind
{
	UNIT_NONE, UNIT_INITIAL, UNIT_GIVEN, UNIT_PATRONYMIC, UNIT_CAPITAL,
	UNIT_PREFIX, UNIT_SUFFIX
} UnitKind;

typedef struct Unit
{
	UnitKind	kind;
	uint32_t	first;
	uint32_t	end;
	TbGram		gram;			/* of a given name: cases and gender */
	const char *lemma;			/* of a given name: its nominative */
} Unit;

/* A name as stage 1 reads it: token ranges of its parts, empty if absent. */
typedef struct Raw
{
	uint32_t	first,
				end;
	Unit		given;			/* kind NONE: absent */
	Unit		patronymic;
	uint32_t	surname_first,
				surname_end;
	uint32_t	initials[3];	/* tokens of initials */
	int			ninitials;
	bool		surname_leads;	/* Токаев Касым-Жомарт */
	bool		fixed;			/* with a particle: stays as written */
	uint32_t	title;			/* titles[] right before it, or TB_NONE */
	const char *rule;
} Raw;

/* A table from folded text to a number. */
typedef struct NameSlot
{
	const char *text;
	uint32_t	value;
} NameSlot;

typedef struct NameTable
{
	NameSlot   *slots;
	uint32_t	cap;
	uint32_t	used;
} NameTable;

typedef struct Persons
{
	TbDocument *doc;
	TbVec(Raw) raw;
	NameTable	written;		/* surnames as written -> how often */
	NameTable	by_surname;		/* surname -> 1 + newest person */
	uint64_t	openings;		/* bits of how known surnames begin */
	TbVec(uint32_t) same_surname;	/* person -> 1 + older one, 0 */
	uint32_t	next_title;		/* titles[] not before the current token */
	uint32_t	next_place;
	bool		failed;
} Persons;

/* ----------------------------------------------------------------- tables */

static uint32_t
name_hash(const char *s)
{
	return tb_hash_word(s, strlen(s));
}

static bool
table_grow(TbArena *arena, NameTable *t)
{
	NameTable	grown = {NULL, t->cap == 0 ? 64 : t->cap * 2, t->used};

	grown.slots = tb_arena_alloc(arena, grown.cap * sizeof(NameSlot));
	if (grown.slots == NULL)
		return false;
	for (uint32_t i = 0; i < t->cap; i++)
	{
		uint32_t	at;

		if (t->slots[i].text == NULL)
			continue;
		at = name_hash(t->slots[i].text) & (grown.cap - 1);
		while (grown.slots[at].text != NULL)
			at = (at + 1) & (grown.cap - 1);
		grown.slots[at] = t->slots[i];
	}
	*t = grown;
	return true;
}

/* The value of a key, made zero when missing; NULL: no memory, or absent. */
static uint32_t *
table_at(TbArena *arena, NameTable *t, const char *key, bool make)
{
	uint32_t	at;

	if (make && t->used * 2 >= t->cap && !table_grow(arena, t))
		return NULL;
	if (t->cap == 0)
		return NULL;
	at = name_hash(key) & (t->cap - 1);
	for (; t->slots[at].text != NULL; at = (at + 1) & (t->cap - 1))
		if (strcmp(t->slots[at].text, key) == 0)
			return &t->slots[at].value;
	if (!make)
		return NULL;
	t->slots[at].text = tb_arena_strdup(arena, key, strlen(key));
	if (t->slots[at].text == NULL)
		return NULL;
	t->used++;
	return &t->slots[at].value;
}

/* Folded copy of a string in the arena. */
static const char *
folded_copy(Persons *p, const char *s, size_t len)
{
	char	   *copy = tb_arena_alloc(p->doc->arena, len + 4);

	if (copy == NULL)
	{
		p->failed = true;
		return "";
	}
	copy[tb_fold(s, len, copy)] = '\0';
	return copy;
}

/* ------------------------------------------------------------------ units */

/* The mark inside «О’Нил», «д’Эстен». */
static bool
is_apostrophe(const TbDocument *doc, uint32_t i)
{
	uint32_t	c = tb_tok(doc, i)->value;

	return (c == '\'' || c == 0x2019 || c == 0x2BC) &&
		!(tb_tok(doc, i)->flags & TB_TF_SPACE) &&
		!(tb_tok(doc, i + 1)->flags & TB_TF_SPACE) && tb_is_cap(doc, i + 1) &&
		(tb_tok(doc, i - 1)->flags & TB_TF_LETTER);
}

/* End of a hyphenated word that begins at i: «Диас-Канель», «О’Нил». */
static uint32_t
hyphenated_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end + 1 < doc->text.ntok && end < i + MAX_PARTS &&
		   tb_tok(doc, end)->kind == TB_MARK && tb_is_word(doc, end + 1) &&
		   ((tb_tok(doc, end)->flags & TB_TF_GLUED) || is_apostrophe(doc, end)))
		end += 2;
	return end;
}

/* «К.», «Дж.»; behind a hyphen too («К.-Ж.»). */
static bool
is_initial(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	if (!tb_is_cap(doc, i) || !tb_is_mark(&doc->text, i + 1, '.') ||
		(tb_tok(doc, i + 1)->flags & TB_TF_SPACE))
		return false;
	return (tok->flags & TB_TF_LETTER) ||
		(tok->letters == 2 && !(tok->flags & TB_TF_CAPS) && tb_text_is(doc, i, "дж"));
}

/* Gender and cases of a given name at i, all its readings together. */
static bool
given_unit(const TbDocument *doc, uint32_t i, Unit *u)
{
	TbMatch		match[4];
	int			n;

	/* «Аким Талдыкоргана» names no Аким */
	if (!tb_is_cap(doc, i) || !tb_may_be(doc, i, TB_BIT(GIVEN)) ||
		tb_may_be(doc, i, TB_BIT(ROLE)))
		return false;
	n = tb_text_match(&doc->text, doc->lex, i, match, 4);
	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		for (; count-- > 0; r++)
		{
			const TbEntry *entry = tb_entry(doc, r);

			if (entry->klass != TB_GIVEN)
				continue;
			u->kind = UNIT_GIVEN;
			u->end = match[n].end;
			u->gram |= (r->gram & (TbGram) TB_ALL_CASES) | (TbGram) entry->value;
		}
		if (u->kind == UNIT_GIVEN)
			return hyphenated_end(doc, i) <= u->end;
	}
	return false;
}

/* Has the word letters that every patronymic has?  Cheaper than asking in full. */
static bool
may_be_patronymic(const TbDocument *doc, uint32_t i)
{
	static const char *const parts[] = {"ич", "вн", "улы", "улу", "оглы", "оглу", "ызы"};
	char		folded[TB_MAX_WORD + 4] = {0};

	if (tb_tok(doc, i)->letters < 5 || tb_token_fold(&doc->text, i, folded) == 0)
		return false;
	for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++)
		if (strstr(folded, parts[k]) != NULL)
			return true;
	return false;
}

static bool
unit_at(const TbDocument *doc, uint32_t i, Unit *u)
{
	TbGram		gender = 0;

	*u = (Unit) {.first = i,.end = i + 1};
	if (!tb_is_word(doc, i) || tb_tok(doc, i)->flags & (TB_TF_LATIN | TB_TF_DIGIT | TB_TF_BROKEN))
		return false;
	if (is_initial(doc, i))
	{
		u->kind = UNIT_INITIAL;
		u->end = i + 2;
		return true;
	}
	if (tb_word_is(doc, i, TB_PARTICLE, "suffix") && !tb_is_cap(doc, i))
	{
		u->kind = UNIT_SUFFIX;
		return true;
	}
	if (!tb_is_cap(doc, i))
	{
		/* «фон дер Ляйен», «аль-Асад» */
		if (!tb_word_is(doc, i, TB_PARTICLE, "prefix"))
			return false;
		u->kind = UNIT_PREFIX;
		if (tb_is_mark(&doc->text, i + 1, '-'))
			u->end = i + 2;
		return true;
	}
	if ((tb_tok(doc, i)->flags & TB_TF_LETTER) && hyphenated_end(doc, i) == i + 1)
		return false;
	if (given_unit(doc, i, u))
		return true;
	*u = (Unit) {.kind = UNIT_CAPITAL,.first = i,.end = hyphenated_end(doc, i)};
	/* words of the lexicon are no patronymics */
	if (u->end == i + 1 && tb_tok(doc, i)->value == 0 && may_be_patronymic(doc, i) &&
		tb_is_patronymic(tb_text_of(doc, i, i + 1), &gender))
	{
		u->kind = UNIT_PATRONYMIC;
		u->gram = gender;
		return true;
	}
	if (!tb_may_be(doc, i, NO_NAME_BITS))
		return true;
	return ((tb_tok(doc, i)->flags & TB_TF_LETTER) && u->end > i + 1) ||
		(tb_is_surname_shaped(tb_text_of(doc, i, i + 1)) &&
		 !(tb_tok(doc, i)->flags & TB_TF_SENT));
}

/* «Ирина Черных»: an ordinary word, but for the given name before it. */
static bool
is_plural_surname(const TbDocument *doc, uint32_t i, const Unit *before)
{
	return before->kind == UNIT_GIVEN && tb_is_cap(doc, i) &&
		!tb_may_be(doc, i, NO_NAME_BITS & ~TB_BIT(COMMON)) &&
		(tb_ends_in(doc, i, "ых") || tb_ends_in(doc, i, "их")) &&
		!(tb_tok(doc, i)->flags & TB_TF_SENT);
}

/* Units from token i on that stand together on one line of thought. */
static int
units_from(const TbDocument *doc, uint32_t i, Unit *units)
{
	int			n = 0;

	while (n < MAX_UNITS && i < doc->text.ntok)
	{
		uint32_t	at = i;

		if (n > 0 && units[n - 1].kind == UNIT_INITIAL &&
			tb_is_mark(&doc->text, at, '-'))
			at++;
		if (n > 0 && (tb_tok(doc, at)->flags & (TB_TF_PARA | TB_TF_SENT)) &&
			units[n - 1].kind != UNIT_INITIAL)
			break;
		if (!unit_at(doc, at, &units[n]) &&
			!(n > 0 && units[n].kind == UNIT_CAPITAL &&
			  is_plural_surname(doc, at, &units[n - 1])))
			break;
		i = units[n++].end;
	}
	return n;
}

/* --------------------------------------------------------------- patterns */

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
	return k;
}

/* Is a patronymic made of a given name that the lexicon has? */
static bool
has_known_father(const TbDocument *doc, uint32_t i)
{
	static const char *const joints[] = {"ович", "евич", "овн", "евн", "ич", "ичн"};
	static const char *const ends[] = {"", "й", "ь", "а", "я", "ий", "о"};
	char		folded[TB_MAX_WORD + 8] = {0};

	if (tb_token_fold(&doc->text, i, folded) == 0)
		return false;
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

/*
 * given_first: «Ерлан Кошанов», «Касым-Жомарт Кемелевич Токаев», «Реджеп
 * Тайип Эрдоган», «Айсулуу Токтобек кызы», «Касым-Жомарт Кемелевич».
 */
static int
pattern_given_first(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 1;

	raw->given = u[0];
	raw->rule = "given_first";
	if (k < n && u[k].kind == UNIT_GIVEN && k + 1 < n && u[k + 1].kind == UNIT_CAPITAL &&
		!tb_is_surname_shaped(tb_text_of(doc, u[k].first, u[k].end)))
		raw->given.end = u[k++].end;
	take_initials(u, n, &k, raw);
	raw->ninitials = 0;			/* a middle initial is no part of the key */
	if (k < n && u[k].kind == UNIT_PATRONYMIC &&
		((k + 1 < n && can_be_surname(doc, &u[k + 1])) || has_known_father(doc, u[k].first)))
		raw->patronymic = u[k++];
	else if (k < n && u[k].kind == UNIT_PATRONYMIC)
	{
		/* «Виктор Янукович»: there is no Янук */
		raw->surname_first = u[k].first;
		raw->surname_end = u[k].end;
		return k + 1;
	}
	if (!take_surname(doc, u, n, &k, raw))
		return raw->patronymic.kind != UNIT_NONE ? k : 0;
	/* a third unknown word belongs to a foreign name */
	if (k < n && u[k].kind == UNIT_CAPITAL && raw->patronymic.kind == UNIT_NONE &&
		tb_tok(doc, u[k].first)->value == 0 &&
		!tb_is_surname_shaped(tb_text_of(doc, raw->surname_first, raw->surname_end)))
		raw->surname_end = u[k++].end;
	return k;
}

/* surname_first: «Токаев К.-Ж.», «Токаев Касым-Жомарт Кемелевич». */
static int
pattern_surname_first(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 1;
	bool		shaped;

	if (n < 2 || (u[1].kind != UNIT_INITIAL && u[1].kind != UNIT_GIVEN))
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
		return shaped || tb_tok(doc, u[0].first)->value == 0 ? k : 0;
	}
	if (u[1].kind == UNIT_GIVEN && shaped)
	{
		raw->given = u[k++];
		if (k < n && u[k].kind == UNIT_PATRONYMIC)
			raw->patronymic = u[k++];
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
	static const char *const verbs[] = {
		"овали", "ывали", "ивали", "лись", "лась", "лось", "лся", "ть", "ться"
	};
	TbLemma		lemmas[MAX_LEMMAS];
	bool		agrees = (beside & TB_ALL_CASES) == 0;
	int			n;

	if (tb_tok(doc, u->first)->flags & TB_TF_SENT)
		for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
			if (tb_ends_in(doc, u->first, verbs[i]))
				return false;
	n = tb_inflect_lemmas(tb_text_of(doc, u->first, u->end), TB_PART_GIVEN,
						  lemmas, MAX_LEMMAS);
	for (int i = 0; i < n && !agrees; i++)
		agrees = (tb_gram_cases(lemmas[i].gram) & beside) &&
			(!(beside & TB_ALL_GENDERS) || (lemmas[i].gram & beside & TB_ALL_GENDERS));
	return agrees;
}

/* unknown_given: «Толеген Мукашев», «Калтай Серикович» with no list's help. */
static int
pattern_unknown_given(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 1;

	if (n < 2 || tb_tok(doc, u[0].first)->value != 0 || !can_be_given(doc, &u[0], 0))
		return 0;
	raw->given = u[0];
	raw->rule = "unknown_given";
	if (u[1].kind == UNIT_PATRONYMIC)
	{
		raw->patronymic = u[k++];
		(void) take_surname(doc, u, n, &k, raw);
		return k;
	}
	if (u[1].kind != UNIT_CAPITAL ||
		!tb_is_surname_shaped(tb_text_of(doc, u[1].first, u[1].end)) ||
		tb_is_surname_shaped(tb_text_of(doc, u[0].first, u[0].end)))
		return 0;
	return take_surname(doc, u, n, &k, raw) ? k : 0;
}

/* two_given: «Мохаммад Реза Каземи»: a given name the list lacks before one it has. */
static int
pattern_two_given(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 2;

	if (n < 3 || u[1].kind != UNIT_GIVEN || u[2].kind != UNIT_CAPITAL ||
		tb_tok(doc, u[0].first)->value != 0 || raw->title != TB_NONE ||
		!can_be_given(doc, &u[0], u[1].gram) ||
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

/* behind_title: «спикер Диосдадо Кабельо», «лидер Ким Чен Ын», «депутат Пак». */
static int
pattern_behind_title(const TbDocument *doc, const Unit *u, int n, Raw *raw)
{
	int			k = 0;

	/* «глава Минсельхозпрода Пётр …»: the name begins with the given name */
	if (n > 1 && u[0].kind == UNIT_CAPITAL && u[1].kind == UNIT_GIVEN)
		return 0;
	while (k < n && k < 3 && (u[k].kind == UNIT_CAPITAL || u[k].kind == UNIT_GIVEN) &&
		   !(tb_tok(doc, u[k].first)->flags & TB_TF_CAPS))
		k++;
	if (k == 0)
		return 0;
	raw->rule = "behind_title";
	if (k == 1)
	{
		raw->surname_first = u[0].first;
		raw->surname_end = u[0].end;
		return 1;
	}
	raw->given = u[0];
	raw->surname_first = u[1].first;
	raw->surname_end = u[k - 1].end;
	return k;
}

/* ------------------------------------------------------------- stage one */

/* The title that ends right before token i, or TB_NONE. */
static uint32_t
title_before(Persons *p, uint32_t i)
{
	const TbDocument *doc = p->doc;
	uint32_t	end = i;

	/* «депутат фракции «Amanat» Ерлан …»: quoted words stand between */
	if (end > 2 && tb_tok(doc, end - 1)->kind == TB_MARK &&
		tb_is_quote_mark(tb_tok(doc, end - 1)->value))
	{
		uint32_t	at = end - 2;

		while (at > 0 && at + 10 > end && !(tb_tok(doc, at)->kind == TB_MARK &&
											tb_is_quote_mark(tb_tok(doc, at)->value)))
			at--;
		end = at;
		if (tb_word_is(doc, end - 1, TB_WORD, "party-noun"))
			end--;
		if (tb_word_is(doc, end - 1, TB_WORD, "from"))
			end--;
	}
	while (p->next_title < doc->titles.n && doc->titles.at[p->next_title].first < i)
		p->next_title++;
	for (uint32_t t = p->next_title; t-- > 0 && t + 4 > p->next_title;)
		if (doc->titles.at[t].end == end || doc->titles.at[t].end == i)
			return t;
	return TB_NONE;
}

/* Behind the name of a body that begins at i and has several words; else i. */
static uint32_t
body_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i;

	if (tb_phrase_reading(doc, i, TB_BODY, NULL, &end) == NULL || end == i + 1)
		return i;
	return end;
}

/* Is token i inside an accepted place name or a title? */
static bool
is_taken(Persons *p, uint32_t i)
{
	const TbDocument *doc = p->doc;

	while (p->next_place < doc->places.n && doc->places.at[p->next_place].end <= i)
		p->next_place++;
	if (p->next_place < doc->places.n && doc->places.at[p->next_place].first <= i &&
		doc->places.at[p->next_place].kind == TB_PK_NAME)
		return true;
	while (p->next_title < doc->titles.n && doc->titles.at[p->next_title].first < i)
		p->next_title++;
	for (uint32_t t = p->next_title; t-- > 0 && t + 3 > p->next_title;)
		if (doc->titles.at[t].end > i)
			return true;
	return false;
}

/* улица Абая, имени Кунаева, школа «Мурагер» */
static bool
is_no_person(const TbDocument *doc, uint32_t first, uint32_t end)
{
	uint32_t	at = first;
	const TbReading *r;

	if (tb_is_quoted(doc, first, end))
		return true;
	/* «имени Нурсултана | Назарбаева» */
	while (at > 0 && tb_is_cap(doc, at - 1) && tb_may_be(doc, at - 1, TB_BIT(GIVEN)))
		at--;
	if (at == 0)
		return false;
	at--;
	if (tb_is_mark(&doc->text, at, '.') && at > 0)
		at--;
	r = tb_word_reading(doc, at, TB_NOPERSON, NULL);
	return r != NULL && tb_entry(doc, r)->value == 0;
}

/* Read a name at token i; units consumed, 0 for none. */
static int
read_name(Persons *p, Unit *u, int n, Raw *raw)
{
	const TbDocument *doc = p->doc;
	int			k = 0;

	if (u[0].kind == UNIT_INITIAL)
		return pattern_initials_first(doc, u, n, raw);
	/* «Станкевич К.А.»: a surname that looks like a patronymic */
	if (u[0].kind == UNIT_PATRONYMIC)
		u[0].kind = UNIT_CAPITAL;
	if (u[0].kind == UNIT_GIVEN || u[0].kind == UNIT_CAPITAL)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_with_particle(u, n, raw);
	}
	if (k == 0 && u[0].kind == UNIT_GIVEN)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_given_first(doc, u, n, raw);
	}
	if (k == 0 && u[0].kind == UNIT_CAPITAL)
	{
		*raw = (Raw) {.title = raw->title};
		k = pattern_surname_first(doc, u, n, raw);
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
	return k;
}

/* Remember how a surname is written. */
static void
count_written(Persons *p, const Raw *raw)
{
	TbStr		text;
	uint32_t   *count;

	/* what stands in an oblique case shows no nominative */
	if (raw->surname_end == raw->surname_first || raw->given.kind != UNIT_GIVEN ||
		!(raw->given.gram & TB_NOM))
		return;
	text = tb_text_of(p->doc, raw->surname_first, raw->surname_end);
	count = table_at(p->doc->arena, &p->written,
					 folded_copy(p, text.data, text.len), true);
	if (count == NULL)
		p->failed = true;
	else
		(*count)++;
}

static TbStatus
read_names(Persons *p)
{
	const TbDocument *doc = p->doc;

	for (uint32_t i = 0; i < doc->text.ntok;)
	{
		Unit		u[MAX_UNITS];
		Raw			raw = {.title = TB_NONE};
		Raw		   *kept;
		int			n;
		int			k = 0;

		if ((i & 0xFFF) == 0 && tb_arena_stopped(doc->arena))
			return TB_INTERRUPTED;
		if (!tb_is_cap(doc, i) || is_taken(p, i))
		{
			i++;
			continue;
		}
		if (body_end(doc, i) > i)
		{
			i = body_end(doc, i);
			continue;
		}
		raw.title = title_before(p, i);
		n = units_from(doc, i, u);
		if (n > 0)
			k = read_name(p, u, n, &raw);
		if (k == 0)
		{
			i = tb_is_word(doc, i) ? hyphenated_end(doc, i) : i + 1;
			continue;
		}
		raw.first = u[0].first;
		raw.end = u[k - 1].end;
		i = raw.end;
		if (is_no_person(doc, raw.first, raw.end))
			continue;
		kept = TB_PUSH(doc->arena, &p->raw);
		if (kept == NULL)
			return TB_NO_MEMORY;
		*kept = raw;
		count_written(p, &raw);
		if (p->failed)
			return TB_NO_MEMORY;
	}
	return TB_OK;
}

/* -------------------------------------------------------------- stage two */

/* Title-case copy: «КОШАНОВ» -> «Кошанов», «ДИАС-КАНЕЛЬ» -> «Диас-Канель». */
static const char *
title_case(TbDocument *doc, TbStr text, bool caps)
{
	TbBuffer	out = {.arena = doc->arena};
	bool		first = true;

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
			else if (caps && !first)
				c = tb_lower_char(c);
			tb_buffer_put(&out, buf, tb_utf8_put(buf, c));
			first = !tb_is_letter(c);
		}
		i += step;
	}
	return tb_buffer_text(&out);
}

/* A word or words of the text, as a name is written. */
static const char *
written_name(TbDocument *doc, uint32_t first, uint32_t end)
{
	return title_case(doc, tb_text_of(doc, first, end),
					  (tb_tok(doc, first)->flags & TB_TF_CAPS) != 0);
}

/* Cases that what stands beside the surname allows. */
typedef struct Agreement
{
	uint32_t	cases;			/* 0: anything */
	TbGram		gender;			/* 0: either */
} Agreement;

static Agreement
agreement_of(const TbDocument *doc, const Raw *raw)
{
	Agreement	a = {TB_ALL_CASES, 0};

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
		uint32_t	cases = tb_gram_cases(doc->titles.at[raw->title].gram);

		if (cases & a.cases)
			a.cases &= cases;
	}
	if (a.gender == (TB_MASC | TB_FEM))
		a.gender = 0;
	return a;
}

/* Does a holder in the registry bear this surname? */
static bool
is_registered_surname(const TbDocument *doc, const char *surname)
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
	int			n = tb_text_match(&doc->text, doc->lex, u->first, match, 4);

	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		for (; count-- > 0; r++)
		{
			const TbEntry *entry = tb_entry(doc, r);

			if (entry->klass == TB_GIVEN && match[n].end <= u->end &&
				(!(r->gram & TB_ALL_CASES) || (r->gram & cases)) &&
				(!gender || ((TbGram) entry->value & gender)))
				return true;
		}
	}
	return false;
}

/*
 * May the name be a subject: it opens a sentence, or stands behind a mark, a
 * conjunction or a verb of speech?  Behind a noun it is rather a genitive.
 */
static bool
stands_free(const TbDocument *doc, const Raw *raw)
{
	const TbToken *tok = tb_tok(doc, raw->first);

	if (raw->first == 0 || (tok->flags & (TB_TF_SENT | TB_TF_PARA)))
		return true;
	return tb_tok(doc, raw->first - 1)->kind == TB_MARK ||
		tb_may_be(doc, raw->first - 1, TB_BIT(CUE) | TB_BIT(CONJ)) ||
		tb_word_is(doc, raw->first - 1, TB_COMMON, "verb") ||
		tb_ends_in(doc, raw->first - 1, "ла") ||
		tb_ends_in(doc, raw->first - 1, "лась");
}

/*
 * How well a lemma explains a surname; negative: not at all.  own: the lemma
 * is how this mention itself is written and was counted.
 */
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
	if (cases && !(cases & a.cases))
		return -1;
	if (raw->given.kind == UNIT_GIVEN &&
		!given_agrees(p->doc, &raw->given, cases ? cases & a.cases : a.cases, gender))
		return -1;
	/* «Н.О. Нурпеисова», «Динара Нурпеисова» that nothing governs are women */
	if (raw->title == TB_NONE && (cases & a.cases & TB_NOM) &&
		stands_free(p->doc, raw))
		score += 60;
	written = table_at(p->doc->arena, &p->written,
					   folded_copy(p, lemma->text, strlen(lemma->text)), false);
	if (written != NULL && *written > (own ? 1 : 0))
		score += 1000;
	if (is_registered_surname(p->doc, lemma->text))
		score += 500;
	return score;
}

/* The nominative of the surname part; *gram gets its cases and gender. */
static const char *
surname_lemma(Persons *p, const Raw *raw, Agreement a, TbGram *gram)
{
	TbDocument *doc = p->doc;
	TbStr		text = tb_text_of(doc, raw->surname_first, raw->surname_end);
	const char *written = written_name(doc, raw->surname_first, raw->surname_end);
	TbLemma		lemmas[MAX_LEMMAS];
	int			best = -1;
	int			best_score = -1;
	int			n;

	*gram = a.cases | a.gender;
	if (written == NULL || raw->fixed)
		return written;
	text = (TbStr) {written, (uint32_t) strlen(written)};
	n = tb_inflect_lemmas(text, TB_PART_SURNAME, lemmas, MAX_LEMMAS);
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
	/* «Астана Токаев»: her given name, his surname */
	if (best < 0)
		return raw->given.kind == UNIT_GIVEN && n > 0 ? NULL : written;
	*gram = lemmas[best].gram;
	return tb_arena_strdup(doc->arena, lemmas[best].text, strlen(lemmas[best].text));
}

/* The nominative of a given name that the lexicon has. */
static const char *
given_of_lexicon(Persons *p, const Unit *u, uint32_t cases, TbGram *gender)
{
	TbDocument *doc = p->doc;
	TbMatch		match[4];
	int			n = tb_text_match(&doc->text, doc->lex, u->first, match, 4);
	const TbEntry *best = NULL;
	const TbReading *best_reading = NULL;

	while (n-- > 0)
	{
		uint32_t	count;
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		for (; count-- > 0; r++)
		{
			const TbEntry *entry = tb_entry(doc, r);
			bool		nominative = (r->gram & TB_NOM) && (cases & TB_NOM);

			if (entry->klass != TB_GIVEN || match[n].end > u->end ||
				((r->gram & TB_ALL_CASES) && !(r->gram & cases)) ||
				(*gender && !((TbGram) entry->value & *gender)))
				continue;
			if (best == NULL || (nominative && !(best_reading->gram & TB_NOM)))
			{
				best = entry;
				best_reading = r;
			}
		}
		if (best != NULL)
			break;
	}
	if (best == NULL)
		return NULL;
	if (*gender == 0)
		*gender = (TbGram) best->value & TB_ALL_GENDERS;
	/* a spelling of its own (Жүмабек) stays; only the case is taken off */
	if (best_reading->gram & cases & TB_NOM)
		return written_name(doc, u->first, u->end);
	return tb_string(doc, best->name);
}

/* The nominative of an unknown given name or patronymic. */
static const char *
part_lemma(Persons *p, uint32_t first, uint32_t end, TbNamePart part,
		   uint32_t cases, TbGram gender)
{
	TbDocument *doc = p->doc;
	const char *written = written_name(doc, first, end);
	TbLemma		lemmas[MAX_LEMMAS];
	int			n;

	if (written == NULL)
		return NULL;
	n = tb_inflect_lemmas((TbStr) {written, (uint32_t) strlen(written)}, part,
						  lemmas, MAX_LEMMAS);
	for (int i = 0; i < n; i++)
	{
		TbGram		g = lemmas[i].gram & TB_ALL_GENDERS;

		if (tb_gram_cases(lemmas[i].gram) && !(tb_gram_cases(lemmas[i].gram) & cases))
			continue;
		if (gender && g && !(g & gender))
			continue;
		return tb_arena_strdup(doc->arena, lemmas[i].text, strlen(lemmas[i].text));
	}
	return written;
}

/* «Реджепа Тайипа»: the nominative of the first is known. */
static const char *
two_given_lemma(Persons *p, const Raw *raw, const char *first, Agreement a)
{
	uint32_t	second = hyphenated_end(p->doc, raw->given.first);
	TbBuffer	out = {.arena = p->doc->arena};

	if ((a.cases & TB_NOM) && (raw->given.gram & TB_NOM))
		return written_name(p->doc, raw->given.first, raw->given.end);
	tb_buffer_puts(&out, first);
	tb_buffer_puts(&out, " ");
	tb_buffer_puts(&out, part_lemma(p, second, raw->given.end, TB_PART_GIVEN,
									a.cases, a.gender));
	return tb_buffer_text(&out);
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

/* Join the parts that there are, given name first. */
static const char *
join_name(TbDocument *doc, const char *given, const char *patronymic,
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

/* Bring a raw name to the nominative. */
static bool
make_mention(Persons *p, const Raw *raw, TbPersonMention *m)
{
	TbDocument *doc = p->doc;
	Agreement	a = agreement_of(doc, raw);
	TbGram		gram = 0;

	*m = (TbPersonMention) {
		.first = raw->first,.end = raw->end,.title = raw->title,
		.span = tb_span_of(doc, raw->first, raw->end),.person = TB_NONE,
		.rule = raw->rule
	};
	if (raw->surname_end > raw->surname_first)
	{
		m->surname = surname_lemma(p, raw, a, &gram);
		if (m->surname == NULL)
			return false;
		if (m->surname != NULL &&
			!tb_is_surname_shaped((TbStr) {m->surname, (uint32_t) strlen(m->surname)}))
			gram &= ~(TbGram) TB_ALL_GENDERS;	/* Горбань is man or woman */
		if (gram & TB_ALL_GENDERS && a.gender == 0 &&
			(gram & TB_ALL_GENDERS) != (TB_MASC | TB_FEM))
			a.gender = gram & TB_ALL_GENDERS;
		if (tb_gram_cases(gram) & a.cases)
			a.cases &= tb_gram_cases(gram);
	}
	/* «позиция Александра Лукашенко»: his, when nothing tells */
	if (a.gender == 0 && raw->given.kind == UNIT_GIVEN && raw->title == TB_NONE &&
		!stands_free(doc, raw) &&
		given_agrees(doc, &raw->given, a.cases & ~(uint32_t) TB_NOM, 0))
		a.cases &= ~(uint32_t) TB_NOM;
	if (raw->given.kind == UNIT_GIVEN)
	{
		m->given = given_of_lexicon(p, &raw->given, a.cases, &a.gender);
		/* «Роман Толстого»: the parts do not agree */
		if (m->given == NULL)
			return false;
		if (raw->given.end > raw->given.first + 1 &&
			hyphenated_end(doc, raw->given.first) < raw->given.end)
			m->given = two_given_lemma(p, raw, m->given, a);
	}
	else if (raw->given.kind == UNIT_CAPITAL)
		m->given = part_lemma(p, raw->given.first, raw->given.end, TB_PART_GIVEN,
							  a.cases, a.gender);
	if (raw->patronymic.kind != UNIT_NONE)
		m->patronymic = part_lemma(p, raw->patronymic.first, raw->patronymic.end,
								   TB_PART_PATRONYMIC, a.cases, a.gender);
	if (raw->ninitials > 0 && m->given == NULL)
		m->given = initials_text(doc, raw);
	m->gram = common_gram(a, gram);
	m->nominative = join_name(doc, m->given, m->patronymic, m->surname,
							  raw->surname_leads);
	return m->nominative != NULL;
}

/* ------------------------------------------------------------ stage three */

static bool
is_initials(const char *given)
{
	return given != NULL && strchr(given, '.') != NULL;
}

/* Do two folded strings begin with the same letter? */
static bool
same_initial(const char *a, const char *b)
{
	char		x[8] = {0};
	char		y[8] = {0};
	uint32_t	n;

	(void) tb_utf8_next(a, strlen(a), &n);
	tb_fold(a, n, x);
	(void) tb_utf8_next(b, strlen(b), &n);
	tb_fold(b, n, y);
	return strcmp(x, y) == 0;
}

static bool
same_folded(const char *a, const char *b)
{
	char		x[256];
	char		y[256];
	size_t		n = strlen(a);
	size_t		m = strlen(b);

	if (n >= sizeof(x) || m >= sizeof(y))
		return strcmp(a, b) == 0;
	x[tb_fold(a, n, x)] = '\0';
	y[tb_fold(b, m, y)] = '\0';
	return strcmp(x, y) == 0;
}

/* May a mention be this person? */
static bool
compatible(const TbPerson *person, const TbPersonMention *m)
{
	TbGram		gender = m->gram & TB_ALL_GENDERS;

	if (m->patronymic && person->patronymic &&
		!same_folded(m->patronymic, person->patronymic))
		return false;
	if (gender && person->gender && !(gender & person->gender))
		return false;
	if (m->given == NULL || person->given == NULL)
		return true;
	if (is_initials(m->given) || is_initials(person->given))
		return same_initial(m->given, person->given);
	return same_folded(m->given, person->given);
}

/* Take what a mention knows better. */
static void
enrich(TbPerson *person, const TbPersonMention *m)
{
	TbGram		gender = m->gram & TB_ALL_GENDERS;

	if (m->given && (person->given == NULL ||
					 (is_initials(person->given) && !is_initials(m->given)) ||
					 (is_initials(person->given) && strlen(m->given) > strlen(person->given))))
		person->given = m->given;
	if (person->surname == NULL)
		person->surname = m->surname;
	if (person->patronymic == NULL)
		person->patronymic = m->patronymic;
	if (person->gender == 0 && gender != (TB_MASC | TB_FEM))
		person->gender = gender;
	person->mentions++;
}

/* A bit for the first two letters of a folded name: most words share none. */
static uint64_t
opening_bit(const char *folded)
{
	char		opening[4] = {0};

	memcpy(opening, folded, strnlen(folded, 4));
	return UINT64_C(1) << (tb_hash_word(opening, 4) & 63);
}

static TbPerson *
new_person(Persons *p, const char *key)
{
	TbPerson   *person = TB_PUSH(p->doc->arena, &p->doc->persons);
	uint32_t   *older = TB_PUSH(p->doc->arena, &p->same_surname);
	uint32_t   *newest = table_at(p->doc->arena, &p->by_surname, key, true);

	if (person == NULL || older == NULL || newest == NULL)
	{
		p->failed = true;
		return NULL;
	}
	*older = *newest;
	*newest = p->doc->persons.n;
	p->openings |= opening_bit(key);
	person->title = TB_NONE;
	return person;
}

/* The key a mention is sought by: its surname, else its given name. */
static const char *
mention_key(Persons *p, const TbPersonMention *m)
{
	const char *name = m->surname ? m->surname : m->given;

	return folded_copy(p, name, strlen(name));
}

/* Most steps back among persons of one surname: families are small. */
#define MAX_NAMESAKES 16

/* Find or make the person of a mention. */
static void
join_person(Persons *p, TbPersonMention *m)
{
	const char *key = mention_key(p, m);
	uint32_t   *newest = table_at(p->doc->arena, &p->by_surname, key, false);
	TbPerson   *person = NULL;
	uint32_t	at = newest ? *newest : 0;

	for (int step = 0; at != 0 && person == NULL && step < MAX_NAMESAKES; step++)
	{
		if (compatible(&p->doc->persons.at[at - 1], m))
			person = &p->doc->persons.at[at - 1];
		at = p->same_surname.at[at - 1];
	}
	if (person == NULL)
		person = new_person(p, key);
	if (person == NULL)
		return;
	enrich(person, m);
	m->person = (uint32_t) (person - p->doc->persons.at);
}

/* Is the mention only of first name and patronymic, of a person named in full? */
static void
join_by_given(Persons *p, TbPersonMention *m)
{
	for (uint32_t i = 0; i < p->doc->persons.n && i < 256; i++)
	{
		TbPerson   *person = &p->doc->persons.at[i];

		if (person->given != NULL && person->surname != NULL &&
			same_folded(person->given, m->given) && compatible(person, m))
		{
			enrich(person, m);
			m->person = i;
			return;
		}
	}
	join_person(p, m);
}

static TbStatus
add_mention(Persons *p, const TbPersonMention *m)
{
	TbPersonMention *kept = TB_PUSH(p->doc->arena, &p->doc->mentions);

	if (kept == NULL || p->failed)
		return TB_NO_MEMORY;
	*kept = *m;
	return TB_OK;
}

/* --------------------------------------------------------- lone surnames */

/* The person of the document or registry that a lone word at i may name. */
static bool
lone_surname(Persons *p, uint32_t i, TbPersonMention *m)
{
	TbDocument *doc = p->doc;
	uint32_t	end = hyphenated_end(doc, i);
	const char *written;
	TbLemma		lemmas[MAX_LEMMAS];
	char		folded[TB_MAX_WORD + 4] = {0};
	int			n;

	if (!tb_is_cap(doc, i) || tb_tok(doc, i)->letters < 3 ||
		tb_tok(doc, i)->flags & (TB_TF_LATIN | TB_TF_DIGIT))
		return false;
	if (tb_token_fold(&doc->text, i, folded) == 0 ||
		(!tb_may_be(doc, i, TB_BIT(SURNAME)) && !(p->openings & opening_bit(folded))))
		return false;
	written = written_name(doc, i, end);
	if (written == NULL)
		return false;
	n = tb_inflect_lemmas((TbStr) {written, (uint32_t) strlen(written)},
						  TB_PART_SURNAME, lemmas, MAX_LEMMAS);
	for (int l = 0; l < n; l++)
	{
		const char *key = folded_copy(p, lemmas[l].text, strlen(lemmas[l].text));
		uint32_t   *newest = table_at(doc->arena, &p->by_surname, key, false);

		*m = (TbPersonMention) {
			.first = i,.end = end,.span = tb_span_of(doc, i, end),
			.title = TB_NONE,.gram = lemmas[l].gram,.rule = "lone_surname"
		};
		m->surname = tb_arena_strdup(doc->arena, lemmas[l].text, strlen(lemmas[l].text));
		m->nominative = m->surname;
		if (m->surname == NULL)
			return false;
		if (newest != NULL && *newest != 0 &&
			doc->persons.at[*newest - 1].surname != NULL &&
			compatible(&doc->persons.at[*newest - 1], m))
			return true;
		if (is_registered_surname(doc, lemmas[l].text) &&
			tb_is_surname_shaped((TbStr) {m->surname, (uint32_t) strlen(m->surname)}) &&
			!tb_may_be(doc, i, TB_BIT(COMMON)))
			return true;
	}
	return false;
}

/* Is the word, an ordinary one too («Сомов»), just so the surname of a person? */
static bool
is_known_surname(Persons *p, uint32_t i)
{
	char		folded[TB_MAX_WORD + 4] = {0};
	uint32_t   *newest;

	if ((tb_tok(p->doc, i)->flags & TB_TF_SENT) ||
		tb_token_fold(&p->doc->text, i, folded) == 0)
		return false;
	newest = table_at(p->doc->arena, &p->by_surname, folded, false);
	return newest != NULL && *newest != 0 &&
		p->doc->persons.at[*newest - 1].surname != NULL;
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
	newest = table_at(p->doc->arena, &p->by_surname, mention_key(p, m), false);
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

/* Find lone surnames between the names known, and put all in order. */
static TbStatus
add_lone_surnames(Persons *p)
{
	TbDocument *doc = p->doc;
	TbVec(TbPersonMention) known = {doc->mentions.at, doc->mentions.n, doc->mentions.cap};
	uint32_t	next = 0;
	int			depth = 0;

	memset(&doc->mentions, 0, sizeof(doc->mentions));
	p->next_title = p->next_place = 0;
	for (uint32_t i = 0; i < doc->text.ntok;)
	{
		TbPersonMention m;

		depth = quote_depth(doc, i, depth);
		if (next < known.n && known.at[next].first == i)
		{
			TB_TRY(add_mention(p, &known.at[next]));
			if (depth == 0)
				make_newest(p, &known.at[next]);
			i = known.at[next++].end;
			continue;
		}
		if (tb_is_cap(doc, i) && !(tb_tok(doc, i)->flags & TB_TF_LETTER) &&
			(!tb_may_be(doc, i, NO_NAME_BITS & ~TB_BIT(PLACE_ADJ)) ||
			 is_known_surname(p, i)) && !is_taken(p, i) && lone_surname(p, i, &m) &&
			!is_no_person(doc, m.first, m.end))
		{
			m.title = title_before(p, i);
			join_person(p, &m);
			TB_TRY(add_mention(p, &m));
			i = m.end;
			continue;
		}
		i++;
	}
	return TB_OK;
}

/* ------------------------------------------------------------- the person */

/* Did any mention of the person name it without the patronymic? */
static void
name_persons(Persons *p)
{
	TbDocument *doc = p->doc;

	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		TbPerson   *person = &doc->persons.at[m->person];

		if (person->name == NULL && m->given && m->surname && !m->patronymic &&
			!is_initials(m->given))
			person->name = strcmp(m->rule, "surname_first") == 0 ?
				join_name(doc, m->given, NULL, m->surname, false) : m->nominative;
	}
	for (uint32_t i = 0; i < doc->persons.n; i++)
	{
		TbPerson   *person = &doc->persons.at[i];
		const char *given = person->given ? person->given : "";
		TbBuffer	id = {.arena = doc->arena};

		if (person->name == NULL)
			person->name = join_name(doc, person->given,
									 is_initials(person->given) ? NULL : person->patronymic,
									 person->surname, false);
		if (person->surname)
		{
			tb_buffer_puts(&id, folded_copy(p, person->surname, strlen(person->surname)));
			tb_buffer_puts(&id, "/");
		}
		if (*given)
		{
			const char *folded = folded_copy(p, given, strcspn(given, " "));

			tb_buffer_puts(&id, folded);
			tb_buffer_puts(&id, "/");
		}
		person->id = tb_buffer_text(&id);
		if (person->id == NULL || person->name == NULL)
			p->failed = true;
	}
}

/* ------------------------------------------------------------------ titles */

static bool
cases_agree(const TbTitle *t, const TbPersonMention *m)
{
	uint32_t	a = tb_gram_cases(t->gram);
	uint32_t	b = tb_gram_cases(m->gram);

	return a == 0 || b == 0 || (a & b) != 0;
}

static void
bind(TbDocument *doc, uint32_t title, TbPersonMention *m)
{
	TbPerson   *person = &doc->persons.at[m->person];

	tb_title_bind(doc, title, m->person);
	if (m->title == TB_NONE)
		m->title = title;
	if (person->title == TB_NONE)
		person->title = title;
}

/* Titles before a name: «депутат, бывший аким г. Экибастуза Болат Керимбек». */
static void
bind_before(TbDocument *doc, TbPersonMention *m)
{
	uint32_t	title = m->title;

	if (title == TB_NONE)
		return;
	if (doc->titles.at[title].plural || !cases_agree(&doc->titles.at[title], m))
	{
		m->title = TB_NONE;
		return;
	}
	bind(doc, title, m);
	for (; title > 0; title--)
	{
		const TbTitle *before = &doc->titles.at[title - 1];

		if (before->plural || before->end + 1 != doc->titles.at[title].first ||
			!tb_is_mark(&doc->text, before->end, ',') || !cases_agree(before, m))
			break;
		bind(doc, title - 1, m);
	}
}

/* Titles behind a name: «Асхат Оралов, вице-министр …», «… – депутат», «(аким …)». */
static void
bind_after(TbDocument *doc, TbPersonMention *m, uint32_t *next)
{
	uint32_t	at = m->end;
	const TbTitle *t;

	while (*next < doc->titles.n && doc->titles.at[*next].first < m->end)
		(*next)++;
	if (*next >= doc->titles.n || tb_tok(doc, at)->kind != TB_MARK)
		return;
	t = &doc->titles.at[*next];
	if (t->first != at + 1 || t->plural || t->person != TB_NONE || m->title != TB_NONE)
		return;
	if (tb_tok(doc, at)->value != ',' && tb_tok(doc, at)->value != '(' &&
		!tb_is_dash(tb_tok(doc, at)->value))
		return;
	if (!cases_agree(t, m) || tb_is_cap(doc, t->end))
		return;
	bind(doc, *next, m);
}

/*
 * «Маулен Сагатханович» whose father no list has: a patronymic, if the
 * document knows a Маулен of another surname.
 */
static bool
is_patronymic_after_all(Persons *p, TbPersonMention *m)
{
	TbGram		gender = 0;

	if (m->given == NULL || m->patronymic != NULL ||
		!tb_is_patronymic((TbStr) {m->surname, (uint32_t) strlen(m->surname)}, &gender))
		return false;
	for (uint32_t i = 0; i < p->doc->persons.n && i < 256; i++)
	{
		const TbPerson *person = &p->doc->persons.at[i];

		if (person->given != NULL && person->surname != NULL &&
			person->patronymic == NULL && same_folded(person->given, m->given) &&
			!same_folded(person->surname, m->surname))
		{
			m->patronymic = m->surname;
			m->surname = NULL;
			return true;
		}
	}
	return false;
}

TbStatus
tb_person_find(TbDocument *doc)
{
	Persons		p = {.doc = doc};
	uint32_t	next = 0;

	TB_TRY(read_names(&p));
	for (uint32_t i = 0; i < p.raw.n; i++)
	{
		TbPersonMention m;

		if (!make_mention(&p, &p.raw.at[i], &m))
		{
			if (p.failed)
				return TB_NO_MEMORY;
			continue;
		}
		if (m.surname == NULL || is_patronymic_after_all(&p, &m))
			join_by_given(&p, &m);
		else
			join_person(&p, &m);
		TB_TRY(add_mention(&p, &m));
	}
	TB_TRY(add_lone_surnames(&p));
	name_persons(&p);
	if (p.failed)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		bind_before(doc, &doc->mentions.at[i]);
		bind_after(doc, &doc->mentions.at[i], &next);
	}
	tb_title_resolve_holders(doc);
	return TB_OK;
}
