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
 *	«спикер Эусебио Мантара»		words no list knows, behind a title
 *	«Асанбек уулу Улан»				with a particle
 *
 * Stage 2 chooses nominatives: the surname's possible lemmas (inflect.h) must
 * agree with the given name and the title beside it in case and gender; a
 * lemma that the document writes elsewhere wins over one that it does not.
 *	«Дуйсекова» beside «Марата» (genitive, masculine): Дуйсеков
 *	«Дуйсекова» beside «Айгуль»: Дуйсекова
 *
 * Stage 3 joins mentions by surname and compatible given names or initials,
 * and finds lone surnames («Ашимбаев добавил») of persons named so
 * (person_lone.c).
 */
#include "core/person_internal.h"

#include <stdio.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/hash.h"

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

bool
tb_person_same(const char *a, const char *b)
{
	char		x[256];
	char		y[256];
	size_t		n;
	size_t		m;

	if (!same_initial(a, b))
		return false;
	n = strlen(a);
	m = strlen(b);
	if (n >= sizeof(x) || m >= sizeof(y))
		return strcmp(a, b) == 0;
	x[tb_fold(a, n, x)] = '\0';
	y[tb_fold(b, m, y)] = '\0';
	return strcmp(x, y) == 0;
}

/* May a mention be this person? */
bool
tb_person_compatible(const TbPerson *person, const TbPersonMention *m)
{
	TbGram		gender = m->gram & TB_ALL_GENDERS;

	if (m->patronymic && person->patronymic &&
		!tb_person_same(m->patronymic, person->patronymic))
		return false;
	if (gender && person->gender && !(gender & person->gender))
		return false;
	if (m->given == NULL || person->given == NULL)
		return true;
	if (is_initials(m->given) || is_initials(person->given))
		return same_initial(m->given, person->given);
	return tb_person_same(m->given, person->given);
}

/* Take what a mention knows better. */
void
tb_person_enrich(TbPerson *person, const TbPersonMention *m)
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
uint64_t
tb_person_opening(const char *folded)
{
	char		opening[4] = {0};
	size_t		len = strlen(folded);

	memcpy(opening, folded, len < 4 ? len : 4);
	return UINT64_C(1) << (tb_hash_word(opening, 4) & 63);
}

/* A folded surname without the particles that it opens with: «асад» of «аль-асад». */
const char *
tb_person_bare(const TbDocument *doc, const char *surname)
{
	size_t		len = strcspn(surname, "-");

	if (strrchr(surname, ' ') != NULL)
		return strrchr(surname, ' ') + 1;
	if (surname[len] != '-' ||
		tb_lexicon_seek(doc->lex, tb_lexicon_find_word(doc->lex, surname, len),
						TB_PARTICLE, "prefix") == NULL)
		return surname;
	return surname + len + 1;
}

static TbPerson *
new_person(Persons *p, const char *key)
{
	TbPerson   *person = TB_PUSH(p->doc->arena, &p->doc->persons);
	uint32_t   *older = TB_PUSH(p->doc->arena, &p->same_surname);
	uint32_t   *newest = tb_person_slot(p->doc->arena, &p->by_surname, key, true);

	if (person == NULL || older == NULL || newest == NULL)
	{
		p->failed = true;
		return NULL;
	}
	*older = *newest;
	*newest = p->doc->persons.n;
	/* «Хенк де Йонг … де Йонг», «… аль-Асада»: the last word alone leads to it too */
	if (tb_person_bare(p->doc, key) != key)
	{
		const char *bare = tb_person_bare(p->doc, key);
		uint32_t   *alone = tb_person_slot(p->doc->arena, &p->by_surname, bare, true);

		if (alone != NULL && *alone == 0)
			*alone = p->doc->persons.n;
		p->openings |= tb_person_opening(bare);
	}
	p->openings |= tb_person_opening(key);
	if (tb_lexicon_find_word(p->doc->lex, key, strlen(key)) != 0)
		p->word_openings |= tb_person_opening(key);
	person->title = TB_NONE;
	return person;
}

/* The key a mention is sought by: its surname, else its given name. */
const char *
tb_person_key(Persons *p, const TbPersonMention *m)
{
	const char *name = m->surname ? m->surname : m->given;

	return tb_person_folded(p, name, strlen(name));
}

/* How many persons a name without a surname is compared with. */
#define MAX_JOINED 256

/* Most steps back among persons of one surname: families are small. */
#define MAX_NAMESAKES 16

/* Find or make the person of a mention. */
void
tb_person_find_or_make(Persons *p, TbPersonMention *m)
{
	const char *key = tb_person_key(p, m);
	uint32_t   *newest = tb_person_slot(p->doc->arena, &p->by_surname, key, false);
	TbPerson   *person = NULL;
	uint32_t	at = newest ? *newest : 0;

	for (int step = 0; at != 0 && person == NULL && step < MAX_NAMESAKES; step++)
	{
		if (tb_person_compatible(&p->doc->persons.at[at - 1], m))
			person = &p->doc->persons.at[at - 1];
		at = p->same_surname.at[at - 1];
	}
	if (person == NULL)
		person = new_person(p, key);
	if (person == NULL)
		return;
	tb_person_enrich(person, m);
	m->person = (uint32_t) (person - p->doc->persons.at);
}

/* Are the initials, with a full stop, those of a name and patronymic: «В.В.», «В.»? */
static bool
are_initials_of(const char *initials, const TbPersonMention *m)
{
	const char *second = strchr(initials, '.');

	second += strspn(second, ". -");
	return same_initial(initials, m->given) &&
		(*second == '\0' || same_initial(second, m->patronymic));
}

/*
 * «В.Путин: … А.Рудаков: Спасибо, Владимир Владимирович»: the only person of the
 * text whose initials these are, or TB_NONE.
 */
static uint32_t
find_by_initials(const Persons *p, const TbPersonMention *m)
{
	uint32_t	found = TB_NONE;

	if (m->patronymic == NULL || is_initials(m->given))
		return TB_NONE;
	for (uint32_t i = 0; i < p->doc->persons.n && i < MAX_JOINED; i++)
	{
		const TbPerson *person = &p->doc->persons.at[i];

		if (person->given == NULL || person->surname == NULL || !is_initials(person->given) ||
			!are_initials_of(person->given, m) || !tb_person_compatible(person, m))
			continue;
		if (found != TB_NONE)
			return TB_NONE;
		found = i;
	}
	return found;
}

/* Is the mention only of first name and patronymic, of a person named in full? */
static void
join_by_given(Persons *p, TbPersonMention *m)
{
	uint32_t	by_initials;

	for (uint32_t i = 0; i < p->doc->persons.n && i < MAX_JOINED; i++)
	{
		TbPerson   *person = &p->doc->persons.at[i];

		if (person->given != NULL && person->surname != NULL &&
			tb_person_same(person->given, m->given) && tb_person_compatible(person, m))
		{
			tb_person_enrich(person, m);
			m->person = i;
			return;
		}
	}
	by_initials = find_by_initials(p, m);
	if (by_initials == TB_NONE)
	{
		tb_person_find_or_make(p, m);
		return;
	}
	tb_person_enrich(&p->doc->persons.at[by_initials], m);
	m->person = by_initials;
}

TbStatus
tb_person_add(Persons *p, const TbPersonMention *m)
{
	TbPersonMention *kept = TB_PUSH(p->doc->arena, &p->doc->mentions);

	if (kept == NULL || p->failed)
		return TB_NO_MEMORY;
	*kept = *m;
	return TB_OK;
}

/* ------------------------------------------------------------- the person */

/*
 * Bytes of the given name that tell who it is: the first of several (Франклин
 * Делано), all of one of the East (Ким | Чен Ын is not Чен Ир), a ruler's number.
 */
static size_t
identity_of(const TbDocument *doc, const TbPerson *person)
{
	const char *space = strchr(person->given, ' ');
	const char *surname = person->surname;
	char		folded[TB_MAX_WORD];

	if (space == NULL || space[1 + strspn(space + 1, "IVX")] == '\0')
		return strlen(person->given);
	if (surname != NULL && strlen(surname) < sizeof(folded) &&
		tb_lexicon_seek(doc->lex,
						tb_lexicon_find_word(doc->lex, folded,
											 tb_fold(surname, strlen(surname), folded)),
						TB_PARTICLE, "east") != NULL)
		return strlen(person->given);
	return (size_t) (space - person->given);
}

/* Append a name as a step of a path; a slash in it, a user's, would be one more. */
static void
put_step(TbBuffer *id, const char *name)
{
	for (; *name != '\0'; name++)
		tb_buffer_put(id, *name == '/' ? "-" : name, 1);
	tb_buffer_puts(id, "/");
}

/* Did any mention of the person name it without the patronymic? */
static void
name_persons(Persons *p)
{
	TbDocument *doc = p->doc;

	for (uint32_t i = 0; i < doc->mentions.n && !tb_arena_poll(doc->arena); i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		TbPerson   *person = &doc->persons.at[m->person];

		if (person->name == NULL && m->given && m->surname && !m->patronymic &&
			!is_initials(m->given))
			person->name = strcmp(m->rule, "surname_first") == 0 ?
				tb_person_join(doc, m->given, NULL, m->surname, false) : m->nominative;
	}
	for (uint32_t i = 0; i < doc->persons.n && !tb_arena_poll(doc->arena); i++)
	{
		TbPerson   *person = &doc->persons.at[i];
		const char *given = person->given ? person->given : "";
		TbBuffer	id = {.arena = doc->arena};

		if (person->name == NULL)
			person->name = tb_person_join(doc, person->given,
									 is_initials(person->given) ? NULL : person->patronymic,
									 person->surname, false);
		if (person->surname)
			put_step(&id, tb_person_folded(p, person->surname, strlen(person->surname)));
		if (*given)
			put_step(&id, tb_person_folded(p, given, identity_of(doc, person)));
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

/*
 * Does a title go on to the next one, «депутат, | бывший аким», «депутат ⏎ |
 * член фракции», «Президентом ОАЭ | шейхом»?
 */
static bool
leads_on(const TbDocument *doc, const TbTitle *title, const TbTitle *next)
{
	return title->end == next->first ||
		(title->end + 1 == next->first && tb_is_mark(&doc->text, title->end, ','));
}

/* Titles before a name: «депутат, бывший аким г. Сарани Марат Досым». */
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

		if (before->plural || !leads_on(doc, before, &doc->titles.at[title]) || !cases_agree(before, m))
			break;
		bind(doc, title - 1, m);
	}
}

/* Titles behind a name: «Данияр Серов, вице-министр …», «… – депутат», «(аким …)». */
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
 * May a mention's surname be a patronymic: «Маулен Сагатханович» whose father no
 * list has?  Fathers of Russians are all in it («Сергей Юткевич»), and a word
 * that stands alone elsewhere («Янукович уехал») is a surname.
 */
static bool
may_be_patronymic(Persons *p, const TbPersonMention *m)
{
	const char *surname = tb_person_key(p, m);
	const char *given = tb_person_folded(p, m->given, strlen(m->given));
	TbGram		gender = 0;

	return tb_is_patronymic((TbStr) {surname, (uint32_t) strlen(surname)}, &gender) &&
		tb_person_slot(p->doc->arena, &p->by_surname, surname, false) == NULL &&
		tb_person_slot(p->doc->arena, &p->lone, surname, false) == NULL &&
		!tb_person_is_russian_name(p->doc, given);
}

/*
 * Is what was read as a surname a patronymic of somebody whom the document
 * calls in full: «Маулен Сагатханович», «Мамед Али оглу»?
 */
static bool
is_patronymic_after_all(Persons *p, TbPersonMention *m)
{
	bool		may_be;

	if (m->given == NULL || m->patronymic != NULL)
		return false;
	may_be = may_be_patronymic(p, m);
	for (uint32_t i = 0; i < p->doc->persons.n && i < MAX_JOINED; i++)
	{
		const TbPerson *person = &p->doc->persons.at[i];

		if (person->given == NULL || person->surname == NULL ||
			!tb_person_same(person->given, m->given) ||
			tb_person_same(person->surname, m->surname))
			continue;
		if (person->patronymic == NULL ? may_be :
			tb_person_same(person->patronymic, m->surname))
		{
			m->patronymic = m->surname;
			m->surname = NULL;
			return true;
		}
	}
	return false;
}

/* Is there a surname that is no patronymic by its looks? */
static bool
has_surname(const TbPersonMention *m)
{
	TbGram		gender = 0;

	return m->surname != NULL && (m->given == NULL || m->patronymic != NULL ||
								  !tb_is_patronymic((TbStr) {m->surname,
													(uint32_t) strlen(m->surname)}, &gender));
}

/*
 * «пресс-секретарь | Шавката Мирзиёева | Шерзод Асадов»: the title is the second
 * name's; the first one is its genitive.
 */
static void
hand_titles_on(Persons *p)
{
	for (uint32_t i = 0; i + 1 < p->raw.n; i++)
	{
		Raw		   *master = &p->raw.at[i];
		Raw		   *servant = master + 1;

		if (master->title == TB_NONE || servant->title != TB_NONE || servant->first != master->end ||
			master->given.kind != UNIT_GIVEN || servant->given.kind != UNIT_GIVEN ||
			!(master->given.gram & TB_GEN) ||
			!(tb_gram_cases(p->doc->titles.at[master->title].gram) & servant->given.gram))
			continue;
		servant->title = master->title;
		master->title = TB_NONE;
		master->cases = TB_GEN;
	}
}

/*
 * «на совещании у Премьер-Министра | Исабаев заверял»: a man's surname in the
 * nominative alone is not of the title that stands in another case.
 */
static void
drop_titles(Persons *p)
{
	static const char *const nominative[] = {"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", NULL};

	for (uint32_t i = 0; i < p->raw.n; i++)
	{
		Raw		   *raw = &p->raw.at[i];

		if (raw->title != TB_NONE && raw->given.kind == UNIT_NONE && raw->ninitials == 0 &&
			raw->surname_end == raw->surname_first + 1 && !p->doc->titles.at[raw->title].plural &&
			tb_gram_singular(p->doc->titles.at[raw->title].gram) != 0 &&
			!(tb_gram_singular(p->doc->titles.at[raw->title].gram) & TB_NOM) &&
			tb_ends_in_any(p->doc, raw->surname_first, nominative))
			raw->title = TB_NONE;
	}
}

TbStatus
tb_person_find(TbDocument *doc)
{
	Persons		p = {.doc = doc};
	uint32_t	next = 0;

	if (!tb_person_count_lone(&p))
		return TB_NO_MEMORY;
	TB_TRY(tb_person_read(&p));
	hand_titles_on(&p);
	drop_titles(&p);
	if (!tb_person_mark_women(&p))
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < p.raw.n && !tb_arena_poll(doc->arena); i++)
	{
		TbPersonMention m;

		if (tb_person_nominative(&p, &p.raw.at[i], &m))
			TB_TRY(tb_person_add(&p, &m));
		else if (p.failed)
			return TB_NO_MEMORY;
	}
	/* surnames first: «Виктор Фёдорович» may be he who is named in full below */
	for (uint32_t i = 0; i < doc->mentions.n && !tb_arena_poll(doc->arena); i++)
		if (has_surname(&doc->mentions.at[i]))
			tb_person_find_or_make(&p, &doc->mentions.at[i]);
	for (uint32_t i = 0; i < doc->mentions.n && !tb_arena_poll(doc->arena); i++)
	{
		TbPersonMention *m = &doc->mentions.at[i];

		if (m->person != TB_NONE)
			continue;
		if (m->surname == NULL || is_patronymic_after_all(&p, m))
			join_by_given(&p, m);
		else
			tb_person_find_or_make(&p, m);
	}
	/* a pass that was stopped has left mentions without a person */
	if (doc->arena->stopped)
		return TB_INTERRUPTED;
	TB_TRY(tb_person_add_lone(&p));
	name_persons(&p);
	if (p.failed)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < doc->mentions.n && !tb_arena_poll(doc->arena); i++)
	{
		bind_before(doc, &doc->mentions.at[i]);
		bind_after(doc, &doc->mentions.at[i], &next);
	}
	tb_title_resolve_holders(doc);
	return TB_OK;
}
