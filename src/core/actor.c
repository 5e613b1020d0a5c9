/*
 * actor.c
 *	  Who in a text may say something: persons, titles, pronouns,
 *	  organisations, groups, and persons by description.
 *
 *	спикер Сената Маулен Ашимбаев	a title and its name are one actor
 *	депутат от НПК, бывший аким Марат Досым	titles before one name too
 *	пресс-служба Мажилиса			an organisation with its genitive
 *	местные аналитики				a group with its adjectives
 *	один из экспертов				nobody with a name
 *
 * One pass over the tokens; titles and mentions of persons are those of the
 * document, the rest comes from the lexicon (ORGWORD, BODY, GROUP,
 * PERSONWORD).  Actors do not overlap and stand in the order of the text.
 */
#include "core/actor_internal.h"

#include "base/fold.h"

#define MAX_MATCHES 8
#define NOUN_BITS (TB_BIT(ORGWORD) | TB_BIT(BODY) | TB_BIT(GROUP) | \
				   TB_BIT(PERSONWORD))

/* ------------------------------------------------------------- neighbours */

/* First of the adjectives that stand right before token i. */
static uint32_t
adjectives_before(const ActorFinder *f, uint32_t i, uint32_t limit)
{
	const TbDocument *doc = f->doc;

	for (int n = 0; n < 3 && i > limit; n++)
	{
		uint32_t	before = tb_prev(doc, i);

		if (before == TB_NONE || before < limit ||
			tb_tok(doc, i)->flags & TB_TF_SENT || !tb_looks_adjective(doc, before) ||
			f->scan->actor_at[before] != 0)
			break;
		i = before;
	}
	return i;
}

/* Does a preposition before token i govern one of these cases? */
static bool
is_governed(const TbDocument *doc, uint32_t i, TbGram gram)
{
	const TbReading *prep;
	uint32_t	before = i;

	for (int n = 0; n < 3 && before > 0; n++)
	{
		if (tb_tok(doc, before)->flags & TB_TF_SENT)
			return false;
		before--;
		prep = tb_word_reading(doc, before, TB_PREP, NULL);
		if (prep != NULL)
			return (tb_gram_cases(gram) & (uint32_t) tb_entry(doc, prep)->value) != 0;
		if (!tb_looks_adjective(doc, before))
			return false;
	}
	return false;
}

/* ---------------------------------------------------------------- making */

/* Append an actor and mark its tokens. */
static TbActor *
add_actor(ActorFinder *f, const TbActor *actor)
{
	TbScan	   *scan = f->scan;
	TbActor    *kept = TB_PUSH(f->doc->arena, &scan->actors);

	if (kept == NULL)
	{
		scan->failed = true;
		return NULL;
	}
	*kept = *actor;
	kept->behind_prep = is_governed(f->doc, kept->first, kept->gram);
	for (uint32_t i = kept->first; i < kept->end; i++)
		scan->actor_at[i] = scan->actors.n;
	return kept;
}

static TbActor
blank_actor(TbActorKind kind, uint32_t first, uint32_t end, TbGram gram)
{
	return (TbActor)
	{
		.kind = (uint8_t) kind,.first = first,.end = end,.head = first,
			.gram = tb_known_gram(gram),.person = TB_NONE,.mention = TB_NONE,
			.title = TB_NONE,.entry = TB_NONE
	};
}

/* Take over a mention of a person as the actor's name. */
static void
set_mention(ActorFinder *f, TbActor *actor, uint32_t mention)
{
	const TbPersonMention *m = &f->doc->mentions.at[mention];
	TbGram		gender = 0;
	uint32_t	both = tb_known_gram(actor->gram) & tb_known_gram(m->gram) & TB_ALL_CASES;

	actor->kind = TB_AK_PERSON;
	actor->mention = mention;
	actor->person = m->person;
	actor->end = m->end;
	if (m->person != TB_NONE)
		gender = f->doc->persons.at[m->person].gender;
	if (gender == 0)
		gender = m->gram & TB_ALL_GENDERS;
	actor->gram = (both ? both : tb_known_gram(m->gram) & TB_ALL_CASES) | gender;
}

/*
 * «депутат от НПК, бывший аким г. Сарани Марат Досым»: the title
 * before the comma joins a named actor in a case of its own.
 */
static bool
join_title_before(ActorFinder *f, const TbActor *actor)
{
	TbActor    *last;

	if (f->scan->actors.n == 0 || (actor->title == TB_NONE && actor->entry == TB_NONE))
		return false;
	last = &f->scan->actors.at[f->scan->actors.n - 1];
	if (last->kind != TB_AK_TITLE || last->end + 1 != actor->first ||
		!tb_is_mark(&f->doc->text, last->end, ',') ||
		!(tb_gram_cases(last->gram) & tb_gram_cases(actor->gram)))
		return false;
	last->kind = actor->kind;
	last->end = actor->end;
	last->person = actor->person;
	last->mention = actor->mention;
	last->gram = actor->gram;
	for (uint32_t i = last->first; i < last->end; i++)
		f->scan->actor_at[i] = f->scan->actors.n;
	return true;
}

/* How many words may stand between a title's end and its name. */
#define MAX_APPOSED 9

/* «учительница из Чудово, Нина Петровна: «…»»: a full name between the comma at i and a colon? */
static bool
is_named_before_colon(const ActorFinder *f, uint32_t i)
{
	const TbPersonMention *m;

	if (!tb_is_mark(&f->doc->text, i, ',') || i + 1 >= f->doc->text.ntok || f->mention_at[i + 1] == 0)
		return false;
	m = &f->doc->mentions.at[f->mention_at[i + 1] - 1];
	return (m->gram & TB_NOM) && m->given != NULL && tb_is_mark(&f->doc->text, m->end, ':');
}

/*
 * «начальник управления по охране лесов области | Ерлан Сагадиев»,
 * «директор школы № 12 | Нина Штерн»: the mention behind the words that
 * belong to a title or description, in a case of the actor's; 0: none, else
 * its index + 1.
 */
static uint32_t
apposed_name(const ActorFinder *f, const TbActor *actor)
{
	const TbDocument *doc = f->doc;
	uint32_t	i = actor->end;

	for (uint32_t n = 0; n < MAX_APPOSED && i < doc->text.ntok; n++)
	{
		const TbToken *tok = tb_tok(doc, i);
		const TbPersonMention *m;

		if (tok->flags & (TB_TF_SENT | TB_TF_PARA))
			return 0;
		if (f->mention_at[i] != 0)
		{
			m = &doc->mentions.at[f->mention_at[i] - 1];
			/* who is in the genitive only may be somebody's, not himself */
			if (!(tb_known_gram(m->gram) & tb_gram_singular(actor->gram)) ||
				m->given == NULL ||
				(m->surname == NULL && m->patronymic == NULL && strchr(m->given, '-') == NULL))
				return 0;
			return (m->gram & TB_NOM) || tb_gram_singular(actor->gram) != TB_NOM ?
				f->mention_at[i] : 0;
		}
		if (f->scan->opens[i] != 0)
		{
			i = tb_step(f->scan, i);
			continue;
		}
		/* «министр экологии, охраны среды и изменения климата | Азиз …» */
		if ((tok->kind == TB_MARK && tok->value == ',' && tb_looks_genitive(f, i + 1) &&
			 !tb_is_cap(doc, i + 1) && f->title_at[i + 1] == 0) ||
			(i > actor->head + 1 && is_named_before_colon(f, i)))
		{
			i++;
			continue;
		}
		if (tok->kind == TB_MARK && tok->value != 0x2116 && !(tok->flags & TB_TF_GLUED) &&
			tok->value != '.')
			return 0;
		if (tok->kind == TB_WORD_TOKEN &&
			((f->title_at[i] != 0 && doc->titles.at[f->title_at[i] - 1].gram & TB_NOM &&
			  !(doc->titles.at[f->title_at[i] - 1].gram & TB_GEN)) ||
			 (tb_is_a(doc, i, TB_CONJ) &&
			  !(tb_text_is(doc, i, "и") && tb_looks_genitive(f, i + 1) && !tb_is_cap(doc, i + 1))) ||
			 tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(PRON)) ||
			 tb_looks_finite(f->scan, i)))
			return 0;
		i++;
	}
	return 0;
}

/*
 * «рыбаки | Иса Талгатов и Марат Досжан»: do the names of a group, two at
 * least, begin at i?  They speak, then.
 */
static bool
names_group(const ActorFinder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;
	uint32_t	next;

	if (i >= doc->text.ntok || f->mention_at[i] == 0 || tb_tok(doc, i)->flags & TB_TF_SENT)
		return false;
	next = doc->mentions.at[f->mention_at[i] - 1].end;
	return (tb_text_is(doc, next, "и") || tb_is_mark(&doc->text, next, ',')) &&
		f->mention_at[next + 1] != 0;
}

/*
 * The mention right behind a title, counted from 1; 0: none.  «пресс-секретарь
 * Шавката Мирзиёева | Шерзод Асадов»: behind the name of whom he serves.
 */
static uint32_t
name_behind(const ActorFinder *f, uint32_t title)
{
	const TbDocument *doc = f->doc;
	uint32_t	at = doc->titles.at[title].end;
	uint32_t	name = at < doc->text.ntok ? f->mention_at[at] : 0;
	uint32_t	next;

	if (name == 0 || doc->mentions.at[name - 1].title == title)
		return name;
	at = doc->mentions.at[name - 1].end;
	next = at < doc->text.ntok ? f->mention_at[at] : 0;
	return next != 0 && doc->mentions.at[next - 1].title == title ? next : name;
}

/* A title, with the name behind it if there is one. */
static uint32_t
title_actor(ActorFinder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;
	uint32_t	index = f->title_at[i] - 1;
	const TbTitle *t = &doc->titles.at[index];
	TbActor		actor = blank_actor(t->plural ? TB_AK_GROUP : TB_AK_TITLE, i,
									t->end, t->gram);
	uint32_t	behind = t->plural ? 0 : name_behind(f, index);

	if (t->plural && names_group(f, t->end))
		return t->end;
	actor.title = index;
	actor.person = t->person;
	if (t->person != TB_NONE)
		actor.gram |= doc->persons.at[t->person].gender;
	if (behind != 0 && !(tb_tok(doc, t->end)->flags & TB_TF_SENT))
	{
		set_mention(f, &actor, behind - 1);
		if (join_title_before(f, &actor))
			return actor.end;
	}
	else if (t->plural)
		actor.end = tb_tail_end(f, t->end, false, false);
	else
	{
		uint32_t	name = t->person == TB_NONE || !t->unique ? apposed_name(f, &actor) : 0;

		if (name != 0)
		{
			set_mention(f, &actor, name - 1);
			if (join_title_before(f, &actor))
				return actor.end;
		}
	}
	return add_actor(f, &actor) ? actor.end : i + 1;
}

static uint32_t
person_actor(ActorFinder *f, uint32_t i)
{
	TbActor		actor = blank_actor(TB_AK_PERSON, i, i + 1, 0);

	set_mention(f, &actor, f->mention_at[i] - 1);
	return add_actor(f, &actor) ? actor.end : i + 1;
}

/* Pronouns of the third person; the nominative and the rest by their text. */
static uint32_t
pronoun_actor(ActorFinder *f, uint32_t i)
{
	static const struct
	{
		const char *text;
		TbGram		gram;
	}			forms[] = {
		{"он", TB_NOM | TB_MASC}, {"она", TB_NOM | TB_FEM},
		{"они", TB_NOM << TB_PLURAL_SHIFT}, {"оно", TB_NOM | TB_NEUT},
		{"его", TB_GEN | TB_ACC | TB_MASC}, {"ее", TB_GEN | TB_ACC | TB_FEM},
		{"их", (TB_GEN | TB_ACC) << TB_PLURAL_SHIFT},
		{"ему", TB_DAT | TB_MASC}, {"ей", TB_DAT | TB_FEM},
	};

	for (size_t k = 0; k < sizeof(forms) / sizeof(forms[0]); k++)
		if (tb_text_is(f->doc, i, forms[k].text))
		{
			TbActor		actor = blank_actor(TB_AK_PRONOUN, i, i + 1, forms[k].gram);

			(void) add_actor(f, &actor);
			break;
		}
	return i + 1;
}

/* «— ответила та»: the other one, right behind a verb of speech? */
static bool
is_that_one(const ActorFinder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;

	return i > 0 && tb_may_be(doc, i - 1, TB_BIT(CUE)) &&
		(tb_text_is(doc, i, "та") || tb_text_is(doc, i, "тот")) &&
		!tb_may_be(doc, i - 1, TB_BIT(PREP)) &&
		tb_tok(doc, i + 1)->kind == TB_MARK;
}

/* A noun of somebody who may speak. */
typedef struct Noun
{
	uint32_t	end;
	uint32_t	entry;
	TbGram		gram;			/* of all readings of its class */
} Noun;

/* How a class of speakers does against another at the same words: 0 not at all. */
static int
class_rank(const TbEntry *entry, const TbReading *reading, const TbDocument *doc)
{
	switch (entry->klass)
	{
		case TB_BODY:
			/* «ведомство»: of no country, known by its bare noun */
			return !(reading->flags & TB_RF_CAPS) &&
				strcmp(tb_string(doc, entry->country), "*") == 0 ? 3 : 5;
		case TB_ORGWORD:
			return 4;
		case TB_PERSONWORD:
			return 2;
		case TB_GROUP:
			return 1;
		default:
			return 0;
	}
}

/* The noun of the classes of speakers that a node's readings give; false: none. */
static bool
noun_of(const ActorFinder *f, uint32_t i, uint32_t node, Noun *noun)
{
	bool		caps = (tb_tok(f->doc, i)->flags & TB_TF_CAPS) != 0;
	int			best = 0;
	uint32_t	count;
	const TbReading *r = tb_lexicon_readings(f->doc->lex, node, &count);

	for (uint32_t k = 0; k < count; k++)
	{
		const TbEntry *entry = tb_entry(f->doc, &r[k]);
		int			rank = (r[k].flags & TB_RF_CAPS) && !caps ? 0 :
			class_rank(entry, &r[k], f->doc);

		if (rank > best)
		{
			best = rank;
			noun->entry = r[k].entry;
			noun->gram = 0;
		}
		if (rank > 0 && entry->klass == tb_lexicon_entry(f->doc->lex, noun->entry)->klass)
			noun->gram |= r[k].gram;
	}
	return best > 0;
}

/* The longest noun of the classes of speakers at i; false: there is none. */
static bool
noun_at(const ActorFinder *f, uint32_t i, Noun *noun)
{
	TbMatch		match[MAX_MATCHES];
	int			n = tb_text_match(&f->doc->text, f->doc->lex, i, match, MAX_MATCHES);

	while (n-- > 0)
		if (noun_of(f, i, match[n].node, noun))
		{
			noun->end = match[n].end;
			return true;
		}
	return false;
}

/* Does a name in a case of the actor's stand right behind it? */
static bool
names_actor(const ActorFinder *f, const TbActor *actor)
{
	uint32_t	at = actor->end;
	const TbPersonMention *m;

	if (at >= f->doc->text.ntok || f->mention_at[at] == 0 ||
		tb_tok(f->doc, at)->flags & TB_TF_SENT)
		return false;
	m = &f->doc->mentions.at[f->mention_at[at] - 1];
	return (tb_known_gram(m->gram) & tb_gram_singular(actor->gram)) != 0;
}

/* Is the noun of a person feminine by its ending: жительница, but мужчина? */
static bool
is_feminine(const ActorFinder *f, const TbEntry *entry, uint32_t i)
{
	const char *name = tb_string(f->doc, entry->name);
	size_t		n = strlen(name);

	return n > 2 && (memcmp(name + n - 2, "а", 2) == 0 || memcmp(name + n - 2, "я", 2) == 0) &&
		!tb_word_is(f->doc, i, TB_WORD, "either-sex");
}

/* «рассказала агентству Reuters врач»: a Latin name has the cases of its noun. */
static TbGram
apposed_gram(const ActorFinder *f, uint32_t i, TbGram gram)
{
	const TbActor *last = f->scan->actors.n == 0 ? NULL :
		&f->scan->actors.at[f->scan->actors.n - 1];

	return last != NULL && last->end == i && last->kind == TB_AK_ORG &&
		(tb_tok(f->doc, i)->flags & TB_TF_LATIN) ? last->gram : gram;
}

/* An organisation, a group or a person by description. */
static uint32_t
noun_actor(ActorFinder *f, uint32_t i, uint32_t limit)
{
	Noun		noun = {.entry = TB_NONE};
	uint32_t	end;
	const TbEntry *entry;
	TbActor		actor;
	bool		org;

	if (!noun_at(f, i, &noun))
		return i + 1;
	end = noun.end;
	entry = tb_lexicon_entry(f->doc->lex, noun.entry);
	org = entry->klass == TB_BODY || entry->klass == TB_ORGWORD;
	actor = blank_actor(org ? TB_AK_ORG : entry->klass == TB_GROUP ? TB_AK_GROUP :
						TB_AK_DESCRIPTION, i, end,
						org ? apposed_gram(f, i, noun.gram) : noun.gram);
	actor.entry = noun.entry;
	actor.media = entry->klass == TB_ORGWORD && entry->value == ORG_MEDIA;
	actor.document = entry->klass == TB_ORGWORD && entry->value == ORG_DOCUMENT;
	actor.unnamed = entry->klass == TB_PERSONWORD && entry->value == PERSON_UNNAMED;
	if (actor.kind == TB_AK_DESCRIPTION && is_feminine(f, entry, i))
		actor.gram |= TB_FEM;
	/* «учитель» in the plural is a group */
	if (entry->klass == TB_PERSONWORD && tb_gram_singular(actor.gram) == 0)
		actor.kind = TB_AK_GROUP;
	if (actor.kind == TB_AK_GROUP && names_group(f, end))
		return end;
	/* «эколога Ольги Климовой» is one person, «коллега Ольги» another */
	if (actor.kind == TB_AK_DESCRIPTION && names_actor(f, &actor))
	{
		set_mention(f, &actor, f->mention_at[end] - 1);
		if (join_title_before(f, &actor))
			return actor.end;
		return add_actor(f, &actor) ? actor.end : i + 1;
	}
	/* what belongs to a document is its author: an actor of its own */
	/* «лидера фракции Ивана Ким» is he, «адвокат Ивана Ким» another */
	f->oblique = actor.kind == TB_AK_DESCRIPTION && !(tb_gram_cases(actor.gram) & TB_NOM);
	actor.end = actor.document ? end : tb_tail_end(f, end, org || actor.kind == TB_AK_GROUP, actor.unnamed);
	f->oblique = false;
	actor.head = i;
	/* «Счётная комиссия сообщила»: the capital that opens the sentence is the name's */
	if (entry->klass != TB_BODY || tb_is_cap(f->doc, i) ||
		(i > 0 && (tb_may_be(f->doc, i - 1, TB_BIT(PLACE_ADJ)) ||
				   ((tb_tok(f->doc, i - 1)->flags & TB_TF_SENT) && tb_is_cap(f->doc, i - 1)))))
		actor.first = adjectives_before(f, i, limit);
	/* «социал-демократы» */
	while (actor.first > limit + 1 && tb_is_mark(&f->doc->text, actor.first - 1, '-') &&
		   (tb_tok(f->doc, actor.first - 1)->flags & TB_TF_GLUED) &&
		   (tb_is_word(f->doc, actor.first - 2) ||
			tb_tok(f->doc, actor.first - 2)->kind == TB_NUMBER))
		actor.first -= 2;
	if (actor.kind == TB_AK_DESCRIPTION)
	{
		uint32_t	name = names_actor(f, &actor) ? f->mention_at[actor.end] :
			apposed_name(f, &actor);

		if (name != 0)
		{
			set_mention(f, &actor, name - 1);
			if (join_title_before(f, &actor))
				return actor.end;
		}
	}
	return add_actor(f, &actor) ? actor.end : i + 1;
}

/* «два | источника», «несколько | опрошенных депутатов»: do people stand at i? */
static bool
are_people(const TbDocument *doc, uint32_t i)
{
	const uint64_t people = TB_BIT(PERSONWORD) | TB_BIT(ROLE) | TB_BIT(OFFICE);

	return tb_is_word(doc, i) &&
		(tb_may_be(doc, i, people) || (tb_is_word(doc, i + 1) && tb_may_be(doc, i + 1, people)));
}

/* «один из экспертов», «большинство депутатов»: nobody by name. */
static uint32_t
partitive_actor(ActorFinder *f, uint32_t i)
{
	uint32_t	end;
	TbActor		actor;
	bool		oblique;

	if (tb_phrase_reading(f->doc, i, TB_WORD, "one-of", &end) == NULL &&
		(tb_phrase_reading(f->doc, i, TB_WORD, "number-of", &end) == NULL ||
		 !are_people(f->doc, end)))
		return i;
	oblique = tb_text_is(f->doc, i, "одного") || tb_text_is(f->doc, i, "одной");
	if (tb_text_is(f->doc, end, "из") && tb_may_be(f->doc, end + 1, TB_BIT(PRON)))
		end += 2;
	actor = blank_actor(TB_AK_DESCRIPTION, i, tb_tail_end(f, end, false, true),
						oblique ? TB_GEN : TB_NOM | TB_NOM << TB_PLURAL_SHIFT);
	if (actor.end == end && !tb_may_be(f->doc, end - 1, TB_BIT(PRON)))
		return i;
	actor.unnamed = true;
	if (!oblique && !tb_text_is(f->doc, i, "один") && !tb_text_is(f->doc, i, "одна"))
		actor.kind = TB_AK_GROUP;
	return add_actor(f, &actor) ? actor.end : i;
}

/* ------------------------------------------------------------------- pass */

static uint32_t
actor_from(ActorFinder *f, uint32_t i, uint32_t limit)
{
	if (f->title_at[i] != 0)
		return title_actor(f, i);
	if (f->mention_at[i] != 0)
		return person_actor(f, i);
	if (!tb_is_word(f->doc, i))
		return i + 1;
	if (tb_may_be(f->doc, i, TB_BIT(PRON)))
		return pronoun_actor(f, i);
	if (is_that_one(f, i))
	{
		TbActor		actor = blank_actor(TB_AK_PRONOUN, i, i + 1, TB_NOM |
										(tb_text_is(f->doc, i, "та") ? TB_FEM : TB_MASC));

		(void) add_actor(f, &actor);
		return i + 1;
	}
	if (tb_may_be(f->doc, i, TB_BIT(WORD)) && !tb_may_be(f->doc, i, TB_BIT(PREP) | TB_BIT(CONJ)))
	{
		uint32_t	end = partitive_actor(f, i);

		if (end > i)
			return end;
	}
	if (tb_may_be(f->doc, i, NOUN_BITS))
		return noun_actor(f, i, limit);
	return i + 1;
}

/* The first token from i on where actor_from may find somebody. */
static uint32_t
next_actor(const ActorFinder *f, uint32_t i)
{
	const TbText *text = &f->doc->text;
	const uint64_t bits = NOUN_BITS | TB_BIT(PRON) | TB_BIT(WORD);

	while (i < text->ntok && (f->title_at[i] | f->mention_at[i]) == 0 &&
		   !(text->tok[i].mask & bits) &&
		   (i == 0 || !(text->tok[i - 1].mask & TB_BIT(CUE))))
		i++;
	return i;
}

/* Index what begins at each token; of several titles the longest. */
static bool
index_names(ActorFinder *f)
{
	const TbDocument *doc = f->doc;
	size_t		n = (size_t) doc->text.ntok + MAX_TAIL + 2;

	f->title_at = tb_arena_alloc(doc->arena, n * sizeof(uint32_t));
	f->mention_at = tb_arena_alloc(doc->arena, n * sizeof(uint32_t));
	f->place_at = tb_arena_alloc(doc->arena, n * sizeof(uint32_t));
	f->scan->actor_at = tb_arena_alloc(doc->arena, n * sizeof(uint32_t));
	if (f->title_at == NULL || f->mention_at == NULL || f->place_at == NULL ||
		f->scan->actor_at == NULL)
		return false;
	for (uint32_t t = 0; t < doc->titles.n; t++)
	{
		uint32_t   *at = &f->title_at[doc->titles.at[t].first];

		if (*at == 0 || doc->titles.at[*at - 1].end < doc->titles.at[t].end)
			*at = t + 1;
	}
	for (uint32_t m = 0; m < doc->mentions.n; m++)
		f->mention_at[doc->mentions.at[m].first] = m + 1;
	for (uint32_t p = 0; p < doc->places.n; p++)
		f->place_at[doc->places.at[p].first] = p + 1;
	return true;
}

TbStatus
tb_actor_find(TbScan *scan)
{
	ActorFinder f = {.scan = scan,.doc = scan->doc};
	uint32_t	limit = 0;
	uint32_t	i = 0;

	if (!index_names(&f))
		return TB_NO_MEMORY;
	while ((i = next_actor(&f, i)) < scan->doc->text.ntok)
	{
		uint32_t	next = actor_from(&f, i, limit);

		if (scan->failed)
			return TB_NO_MEMORY;
		if (tb_arena_poll(scan->doc->arena))
			return TB_INTERRUPTED;
		if (next > i + 1)
			limit = next;
		i = next > i ? next : i + 1;
	}
	return TB_OK;
}
