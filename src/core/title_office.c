/*
 * title_office.c
 *	  The office of a parsed title, and what it leans on: the text's main
 *	  chamber, its country, the region named last.
 *
 *	«спикера Палаты»
 *		палата		the chamber the document speaks of most: Мажилис
 *		office		role "head" + body mazhilis -> mazhilis/chair/
 */
#include "core/title_internal.h"

#include <stdio.h>

/* -------------------------------------------------------------- main body */

typedef struct BodyTally
{
	const TbEntry *body;
	uint32_t	count;
} BodyTally;

#define MAX_TALLY 32
#define TALLY_TOKENS 20000

static bool
is_representative(const TbEntry *body)
{
	return body->sub == TB_BT_chamber || body->sub == TB_BT_parliament ||
		(body->sub == TB_BT_local && (body->flags & TB_EF_LOCAL));
}

/* Count a representative body of the document's country. */
static void
count_body(const TbDocument *doc, BodyTally *tally, const TbEntry *body)
{
	/* any chamber before any parliament before маслихат */
	uint32_t	weight = body->sub == TB_BT_chamber ? 1000000 :
		body->sub == TB_BT_parliament ? 1000 : 1;

	if (!is_representative(body) ||
		!tb_country_listed(tb_string(doc, body->country), doc->country) ||
		strstr(tb_string(doc, body->code), "chamber") != NULL ||
		strcmp(tb_string(doc, body->extra), "chair") != 0)
		return;
	for (int i = 0; i < MAX_TALLY; i++)
	{
		if (tally[i].body == NULL)
			tally[i].body = body;
		if (tally[i].body == body)
		{
			tally[i].count += weight;
			return;
		}
	}
}

static const TbEntry *
find_main_body(const TbDocument *doc)
{
	BodyTally	tally[MAX_TALLY] = {{NULL, 0}};
	const BodyTally *best = &tally[0];

	for (uint32_t i = 0; i < doc->text.ntok && i < TALLY_TOKENS; i++)
	{
		uint32_t	n;
		uint32_t	end;

		if (tb_phrase_reading(doc, i, TB_BODY, NULL, &end) == NULL)
			continue;
		/* all readings of the same words: a Сенат of many countries */
		{
			TbMatch		match[8];
			int			m = tb_text_match(&doc->text, doc->lex, i, match, 8);
			const TbReading *all;

			if (m == 0)
				continue;
			all = tb_lexicon_readings(doc->lex, match[m - 1].node, &n);
			for (uint32_t k = 0; k < n; k++)
				if (tb_entry(doc, &all[k])->klass == TB_BODY)
					count_body(doc, tally, tb_entry(doc, &all[k]));
			i = match[m - 1].end - 1;
		}
	}
	for (int i = 1; i < MAX_TALLY && tally[i].body != NULL; i++)
		if (tally[i].count > best->count)
			best = &tally[i];
	return best->body;
}

const TbEntry *
tb_title_main_body(TbDocument *doc)
{
	if (!doc->main_body_known)
		doc->main_body = find_main_body(doc);
	doc->main_body_known = true;
	return doc->main_body;
}

/* ---------------------------------------------------------------- lookups */

const TbEntry *
tb_title_entry_for(const TbDocument *doc, TbClass klass, const char *code,
				   const char *country)
{
	const TbEntry *any = tb_lexicon_find_code(doc->lex, klass, code);
	const TbEntry *best = NULL;
	uint32_t	first;
	uint32_t	end;

	if (any == NULL || any->flags & TB_EF_USER)
		return any;
	tb_lexicon_class(doc->lex, klass, &first, &end);
	for (; any < tb_lexicon_entry(doc->lex, first) + (end - first) &&
		 strcmp(tb_string(doc, any->code), code) == 0; any++)
	{
		const char *list = tb_string(doc, any->country);

		if (strcmp(list, "*") != 0 && tb_country_listed(list, country))
			return any;
		if (strcmp(list, "*") == 0 && best == NULL)
			best = any;
	}
	return best;
}

/* The chamber of a country that is upper or lower. */
static const TbEntry *
chamber_of(const TbDocument *doc, const char *country, uint16_t flag)
{
	uint32_t	first;
	uint32_t	end;

	tb_lexicon_class(doc->lex, TB_BODY, &first, &end);
	for (; first < end; first++)
	{
		const TbEntry *body = tb_lexicon_entry(doc->lex, first);

		if (body->sub == TB_BT_chamber && (body->flags & flag) &&
			strcmp(tb_string(doc, body->country), "*") != 0 &&
			strncmp(tb_string(doc, body->code), "upper-", 6) != 0 &&
			strncmp(tb_string(doc, body->code), "lower-", 6) != 0 &&
			tb_country_listed(tb_string(doc, body->country), country))
			return body;
	}
	return NULL;
}

/* The capital of a country, or NULL. */
static const TbEntry *
capital_of(const TbDocument *doc, const char *country)
{
	uint32_t	first;
	uint32_t	end;

	tb_lexicon_class(doc->lex, TB_PLACE, &first, &end);
	for (; first < end; first++)
	{
		const TbEntry *place = tb_lexicon_entry(doc->lex, first);

		if ((place->flags & TB_EF_CAPITAL) &&
			strncmp(tb_string(doc, place->code), country, strlen(country)) == 0 &&
			*country != '\0')
			return place;
	}
	return NULL;
}

/* --------------------------------------------------------------- the code */

/* «акимов», «депутаты»: no form of the singular. */
bool
tb_title_is_plural(const TbTitleParse *p)
{
	return p->gram != 0 && tb_gram_singular(p->gram) == 0;
}

/* Code of the head's role in a body. */
static const char *
role_code(const Naming *n)
{
	const TbTitleParse *p = n->p;
	const char *head;

	if (p->role == NULL)
		return tb_string(n->doc, p->office->code);
	head = n->body ? tb_string(n->doc, n->body->extra) : "";
	if (p->role->sub == TB_ROLE_HEAD && *head != '\0')
		return head;
	return tb_string(n->doc, p->role->code);
}

/* Put «deputy-» before the last step of a code. */
void
tb_title_make_deputy(char *code, size_t size, bool first)
{
	char		copy[128];
	char	   *last;

	snprintf(copy, sizeof(copy), "%s", code);
	last = strrchr(copy, '/');
	if (last != NULL)
	{
		*last = '\0';
		snprintf(code, size, "%.60s/%sdeputy-%.40s", copy, first ? "first-" : "", last + 1);
	}
	else
		snprintf(code, size, "%sdeputy-%.60s", first ? "first-" : "", copy);
}

static bool
role_is(const Naming *n, const char *code)
{
	return n->p->role != NULL &&
		strcmp(tb_string(n->doc, n->p->role->code), code) == 0;
}

/* The member of a representative body is a deputy or a senator. */
static const char *
member_code(const Naming *n)
{
	char		code[128];

	snprintf(code, sizeof(code), "%.60s/senator", tb_string(n->doc, n->body->code));
	if (tb_title_entry_for(n->doc, TB_OFFICE, code, n->country) != NULL &&
		strcmp(tb_string(n->doc, n->body->code), "senate") != 0)
		return "senator";
	return "deputy";
}

/* «senate/deputy-chair» with «первый» before it is «senate/first-deputy-chair». */
static void
put_first(char *code, size_t size)
{
	char		copy[128];
	char	   *last;

	snprintf(copy, sizeof(copy), "%s", code);
	last = strrchr(copy, '/');
	if (last == NULL)
	{
		snprintf(code, size, "first-%.100s", copy);
		return;
	}
	*last = '\0';
	snprintf(code, size, "%.60s/first-%.50s", copy, last + 1);
}

/* Write the code of its steps («senate», «», «chair»), cut to what fits. */
static void
put_code(Naming *n, const char *parent, const char *middle, const char *role)
{
	const char *const steps[] = {parent, middle, role};
	char	   *at = n->code;
	const char *end = n->code + sizeof(n->code) - 1;

	for (int i = 0; i < 3; i++)
	{
		if (at > n->code && at < end && *steps[i] != '\0')
			*at++ = '/';
		for (const char *s = steps[i]; *s != '\0' && at < end;)
			*at++ = *s++;
	}
	*at = '\0';
}

/*
 * listed_elsewhere: «секретарь Совбеза | Армении», a phrase that lists give
 * another country, is composed for this one, of the role and the body that its
 * code names.
 */
static void
compose_listed(Naming *n)
{
	const TbEntry *listed = n->p->role == NULL ? n->p->office : NULL;
	const char *code = listed == NULL ? "" : tb_string(n->doc, listed->code);
	const char *role = strrchr(code, '/');
	char		body[128];

	if (n->office != NULL || role == NULL || role - code >= (ptrdiff_t) sizeof(body) ||
		tb_country_listed(tb_string(n->doc, listed->country), n->country))
		return;
	memcpy(body, code, (size_t) (role - code));
	body[role - code] = '\0';
	n->first = strncmp(++role, "first-", 6) == 0;
	role += n->first ? 6 : 0;
	n->deputy = strncmp(role, "deputy-", 7) == 0;
	role += n->deputy ? 7 : 0;
	n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, role);
	n->body = tb_title_entry_for(n->doc, TB_BODY, body, n->country);
	if (n->body == NULL)		/* «спецпредставитель президента | США» */
		n->body = tb_title_entry_for(n->doc, TB_OFFICE, body, "");
}

static void
make_code(Naming *n)
{
	const TbTitleParse *p = n->p;
	const char *role = role_code(n);
	const char *body = n->body ? tb_string(n->doc, n->body->code) : NULL;

	if (n->body != NULL && (role_is(n, "parliamentarian") || role_is(n, "legislator")))
		role = member_code(n);
	if (p->institution)
		put_code(n, "organisation", "", role);
	else if (n->body == NULL && p->office != NULL)
		/* «сенатор» is депутат Сената where offices.tsv says so */
		put_code(n, "", "", tb_string(n->doc, p->office->code));
	else if (p->committee && p->nbodies > 1)
		put_code(n, tb_string(n->doc, p->body[1]->code), "committee", role);
	else if (body != NULL)
		put_code(n, body, "", role);
	else
		put_code(n, "", "", role);
	if (p->deputy || p->vice)
		tb_title_make_deputy(n->code, sizeof(n->code), p->is_first);
	else if (p->is_first && (strstr(n->code, "/deputy-") != NULL ||
							 strncmp(n->code, "deputy-", 7) == 0))
		put_first(n->code, sizeof(n->code));	/* первый | заместитель Председателя Сената */
	n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
	/* «Спикер Кнессета»: the body's own name says more than «парламента» */
	if (n->office != NULL && p->role != NULL && n->body != NULL &&
		strcmp(tb_string(n->doc, n->office->country), "*") == 0 &&
		strcmp(tb_string(n->doc, n->body->country), "*") != 0)
		n->office = NULL;
	if (p->body_said)
		n->office = NULL;
	else
		compose_listed(n);
}

/* ---------------------------------------------------- leaning on the text */

static bool
is_place_of(const TbPlace *p, uint8_t type)
{
	return p->entry != TB_NONE && p->type == type && p->kind == TB_PK_NAME;
}

/* Is the token a comma, or «и»? */
static bool
joins(const TbDocument *doc, uint32_t i)
{
	return tb_is_mark(&doc->text, i, ',') || tb_word_is(doc, i, TB_WORD, "and");
}

/* Does a place stand in a list of its like: «в А, Б областях и области В»? */
static bool
is_in_list(const TbDocument *doc, uint32_t i)
{
	const TbPlace *p = &doc->places.at[i];

	return (i > 0 && doc->places.at[i - 1].type == p->type &&
			doc->places.at[i - 1].end + 1 == p->first &&
			joins(doc, p->first - 1)) ||
		(i + 1 < doc->places.n && p[1].type == p->type && p->end + 1 == p[1].first &&
		 joins(doc, p->end));
}

/* How many places back a list's regions are told from each other by. */
#define TALLIED 48

/* Of the regions named before place i, the one that the text speaks of most. */
static uint32_t
most_named(const TbDocument *doc, uint32_t i, uint8_t type)
{
	uint32_t	from = i > TALLIED ? i - TALLIED : 0;
	uint32_t	best = i;
	uint32_t	most = 1;

	for (uint32_t k = i + 1; k-- > from;)
	{
		const char *code;
		uint32_t	count = 0;

		if (!is_place_of(&doc->places.at[k], type))
			continue;
		code = tb_string(doc, tb_lexicon_entry(doc->lex, doc->places.at[k].entry)->code);
		for (uint32_t other = from; other <= i; other++)
			if (doc->places.at[other].entry != TB_NONE &&
				strncmp(tb_string(doc, tb_lexicon_entry(doc->lex, doc->places.at[other].entry)->code),
						code, strlen(code)) == 0)
				count++;
		if (count > most)
		{
			most = count;
			best = k;
		}
	}
	return best;
}

/*
 * The last region the text named before a token, else the next one.  Out of a
 * list of regions it is the one whose towns the text names, too.
 */
static const TbEntry *
region_near(const TbDocument *doc, uint32_t token, uint8_t type)
{
	uint32_t	here = tb_place_from(doc, token);

	for (uint32_t i = here; i-- > 0 && i + MEMORY > here;)
		if (is_place_of(&doc->places.at[i], type))
			return tb_lexicon_entry(doc->lex, doc->places.at[is_in_list(doc, i) ?
									most_named(doc, i, type) : i].entry);
	for (uint32_t i = here; i < doc->places.n && i < here + MEMORY; i++)
		if (is_place_of(&doc->places.at[i], type))
			return tb_lexicon_entry(doc->lex, doc->places.at[i].entry);
	return NULL;
}

/* The body that a head without one leads, or a chamber noun means. */
static const TbEntry *
lean_on_body(Naming *n)
{
	const TbTitleParse *p = n->p;
	const TbEntry *main = NULL;
	bool		bare;

	if (p->institution)
		return NULL;
	if (p->chamber == TB_CHAMBER_UPPER)
		return chamber_of(n->doc, n->country, TB_EF_UPPER);
	if (p->chamber == TB_CHAMBER_LOWER)
		return chamber_of(n->doc, n->country, TB_EF_LOWER);
	bare = p->chamber == TB_CHAMBER_ANY ||
		((role_is(n, "speaker") || role_is(n, "deputy") || role_is(n, "toraga") ||
		  role_is(n, "parliamentarian")) && p->place == TB_NONE);
	if (bare)
		main = tb_title_main_body(n->doc);
	if (main != NULL && (role_is(n, "deputy") || role_is(n, "people-deputy")))
	{
		/* the members of some upper chambers are no deputies */
		char		code[128];

		snprintf(code, sizeof(code), "%.60s/deputy", tb_string(n->doc, main->code));
		if (main->sub == TB_BT_chamber && (main->flags & TB_EF_UPPER) &&
			tb_title_entry_for(n->doc, TB_OFFICE, code, n->country) == NULL)
			return chamber_of(n->doc, n->country, TB_EF_LOWER);
	}
	return main;
}

/* The place of «области», «города», «столицы», or of a bare «аким». */
static const TbEntry *
lean_on_place(Naming *n)
{
	const TbTitleParse *p = n->p;

	if (tb_title_is_plural(p))
		return NULL;
	if (p->noun == NULL)
		return NULL;
	if (strcmp(p->noun, "capital-noun") == 0)
		return capital_of(n->doc, n->country);
	if (strcmp(p->noun, "region-noun") == 0)
		return region_near(n->doc, p->first, TB_PT_region);
	if (strcmp(p->noun, "city-noun") == 0)
		return region_near(n->doc, p->first, TB_PT_city);
	if (strcmp(p->noun, "district-noun") == 0)
		return region_near(n->doc, p->first, TB_PT_district);
	return NULL;
}

static void
set_country(Naming *n, const char *code)
{
	if (strlen(code) >= 3 && code[2] == '/')
	{
		memcpy(n->country, code, 2);
		n->country[2] = '\0';
		n->placed = true;
	}
}

/* A place adjective inside the title or right before it says the country. */
static void
country_from_adjective(Naming *n)
{
	uint32_t	here = tb_place_from(n->doc, n->p->first);

	for (uint32_t i = here > 2 ? here - 2 : 0; i < n->doc->places.n; i++)
	{
		const TbPlace *place = &n->doc->places.at[i];

		if (place->first >= n->p->end)
			break;
		if (place->kind == TB_PK_ADJECTIVE && place->entry != TB_NONE &&
			place->end >= n->p->first &&
			place->type == TB_PT_country)
			set_country(n, tb_string(n->doc, tb_lexicon_entry(n->doc->lex, place->entry)->code));
	}
}

static void
find_country(Naming *n)
{
	const TbTitleParse *p = n->p;
	uint32_t	place = p->country_place != TB_NONE ? p->country_place : p->place;

	memcpy(n->country, n->doc->country, strnlen(n->doc->country, 2));
	country_from_adjective(n);
	if (place != TB_NONE && n->doc->places.at[place].entry != TB_NONE)
		set_country(n, tb_string(n->doc, tb_lexicon_entry(n->doc->lex,
														  n->doc->places.at[place].entry)->code));
	/* «помощник госсекретаря США» is of the USA */
	for (uint32_t i = p->superior ? tb_place_from(n->doc, p->tail_first) : n->doc->places.n;
		 !n->placed && i < n->doc->places.n && n->doc->places.at[i].first < p->tail_end; i++)
		if (n->doc->places.at[i].entry != TB_NONE)
			set_country(n, tb_string(n->doc, tb_lexicon_entry(n->doc->lex,
															  n->doc->places.at[i].entry)->code));
	if (!n->placed && p->only_country != NULL)
	{
		memcpy(n->country, p->only_country, 3);
		n->placed = true;
	}
	if (!n->placed && p->nbodies > 0)
	{
		/* a body of one country only */
		const char *list = tb_string(n->doc, p->body[0]->country);

		if (strlen(list) == 2 && !tb_country_listed(list, n->country))
			memcpy(n->country, list, 3);
	}
	if (!n->placed && p->office != NULL && p->role == NULL &&
		strlen(tb_string(n->doc, p->office->country)) == 2)
		memcpy(n->country, tb_string(n->doc, p->office->country), 3);
}

/* «глава Малайзии» may be president or premier; lists tell of some countries. */
static const char *
leads_country(const Naming *n)
{
	const TbEntry *office = tb_title_entry_for(n->doc, TB_OFFICE, "president", n->country);

	return office != NULL && strlen(tb_string(n->doc, office->country)) == 2 ?
		"president" : "leader";
}

/* «глава Курганской области», «глава Орска»: by the type of the place. */
static const char *
head_of_place(const Naming *n)
{
	bool		kz = strcmp(n->country, "kz") == 0;

	if (n->place == NULL)
		return NULL;
	switch (n->place->sub)
	{
		case TB_PT_country:
			return leads_country(n);
		case TB_PT_region:
			return kz ? "akim" : "governor";
		case TB_PT_city:
			return kz ? "akim" : "head-of-city";
		case TB_PT_district:
			return kz ? "akim" : "head-of-district";
		default:
			return NULL;
	}
}

/*
 * «Глава Чечни», «президент Татарстана», «раис Татарстана» lead a republic
 * of Russia: one office, said with its own word.
 */
static void
lead_republic(Naming *n)
{
	static const char *const codes[] = {"president", "rais", "head-of-republic", "governor"};
	bool		leads = false;

	if (n->place == NULL && strcmp(n->country, "ru") == 0 && strcmp(n->code, "rais") == 0)
	{
		n->head = n->p->role;
		snprintf(n->code, sizeof(n->code), "head-of-republic");
		n->office = NULL;
	}
	if (n->place == NULL || n->place->sub != TB_PT_region || strcmp(n->country, "ru") != 0 ||
		strstr(tb_string(n->doc, n->place->name), "Республика") == NULL)
		return;
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		leads = leads || strcmp(n->code, codes[i]) == 0;
	if (strstr(n->code, "deputy-head-of-republic") != NULL)
	{
		n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "head");
		n->office = NULL;
	}
	if (!leads)
		return;
	if (role_is(n, "president") || role_is(n, "rais"))
		n->head = n->p->role;
	else
		n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "head");
	snprintf(n->code, sizeof(n->code), "head-of-republic");
	n->office = NULL;
}

/*
 * «Премьер-министр РТ», «заместитель Премьер-министра РТ»: a region's own head
 * of government keeps the word that the text has for him.
 */
static void
lead_regional_government(Naming *n)
{
	bool		deputy = strcmp(n->code, "deputy-pm") == 0 ||
		strcmp(n->code, "first-deputy-pm") == 0;
	bool		premier = false;

	if (n->place == NULL || n->place->sub != TB_PT_region ||
		!(deputy || strcmp(n->code, "pm") == 0))
		return;
	for (uint32_t i = n->p->first; i < n->p->end; i++)
		premier = premier || (tb_text_is(n->doc, i, "премьер") &&
							  tb_is_mark(&n->doc->text, i + 1, '-'));
	if (!premier)
		return;
	n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "pm");
	n->office = NULL;
	n->deputy = deputy;
	n->first = deputy && n->code[0] == 'f';
}

/*
 * «Первый замгубернатора», «заместитель мэра»: beside вице-губернаторы, whom
 * some regions have, the office keeps the word that the text has for it.
 */
static void
keep_deputy_word(Naming *n)
{
	static const char *const heads[] = {"governor", "mayor"};
	const char *code = strncmp(n->code, "first-", 6) == 0 ? n->code + 6 : n->code;
	char		folded[TB_MAX_WORD];

	if (strncmp(code, "deputy-", 7) != 0 || n->p->deputy || n->p->vice)
		return;
	for (size_t h = 0; h < sizeof(heads) / sizeof(*heads); h++)
		for (uint32_t i = n->p->first; strcmp(code + 7, heads[h]) == 0 && i < n->p->end; i++)
			if (tb_is_word(n->doc, i) && tb_token_fold(&n->doc->text, i, folded) > 6 &&
				memcmp(folded, "зам", 6) == 0)
			{
				n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, heads[h]);
				n->office = NULL;
				n->deputy = true;
				n->first = code != n->code;
				return;
			}
}

void
tb_title_lean_on_republic(Naming *n)
{
	uint32_t	here = tb_place_from(n->doc, n->p->first);

	if (n->place != NULL || n->p->place != TB_NONE || strcmp(n->country, "ru") != 0 ||
		strcmp(n->code, "head-of-republic") != 0 || tb_title_is_plural(n->p))
		return;
	for (uint32_t i = here; i-- > 0 && i + MEMORY > here && n->place == NULL;)
		if (is_place_of(&n->doc->places.at[i], TB_PT_region))
		{
			const TbEntry *region = tb_lexicon_entry(n->doc->lex, n->doc->places.at[i].entry);

			if (strncmp(tb_string(n->doc, region->code), "ru/", 3) == 0 &&
				strstr(tb_string(n->doc, region->name), "Республика") != NULL)
				n->place = region;
		}
	lead_republic(n);
}

/* Fill in what the parse says and what it leans on. */
void
tb_title_find_office(Naming *n)
{
	const TbTitleParse *p = n->p;

	if (p->place != TB_NONE && n->doc->places.at[p->place].entry != TB_NONE)
		n->place = tb_lexicon_entry(n->doc->lex, n->doc->places.at[p->place].entry);
	find_country(n);
	if (p->domain != NULL)
		n->body = p->domain;
	else if (p->nbodies > 0)
		n->body = p->body[0];
	else
		n->body = lean_on_body(n);
	if (n->place == NULL)
		n->place = lean_on_place(n);
	make_code(n);
	if (p->role != NULL && p->role->sub == TB_ROLE_HEAD && n->body == NULL &&
		p->tail_end == 0 && head_of_place(n) != NULL)
	{
		/* «Председатель Согдийской области» keeps its word */
		if (n->place != NULL && n->place->sub != TB_PT_country && role_is(n, "chair"))
			n->head = p->role;
		snprintf(n->code, sizeof(n->code), "%s", head_of_place(n));
		if (p->deputy || p->vice)
			tb_title_make_deputy(n->code, sizeof(n->code), p->is_first);
		n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
	}
	lead_republic(n);
	lead_regional_government(n);
	keep_deputy_word(n);
}
