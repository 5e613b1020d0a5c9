/*
 * title_name.c
 *	  Gives a parsed title its office and its canonical name, and says who
 *	  holds it.
 *
 *	«спикера Палаты»
 *		palата		the chamber the document speaks of most: Мажилис
 *		office		role "head" + body mazhilis -> mazhilis/chair/
 *		title		offices.tsv has mazhilis/chair for kz: Председатель Мажилиса
 *	«врио министра природных ресурсов Оренбургской области»
 *		office		minister/, jurisdiction ru/orenburg-region/
 *		title		Врио + министра + природных ресурсов + Оренбургской области
 *
 * A title that leans on the document (министр, аким, спикер, глава ведомства)
 * takes its office from the last title of the same role that says more.
 */
#include "core/title.h"

#include <stdio.h>
#include <stdlib.h>

/* How many titles or places back and forth a title leans on: keeps it linear. */
#define MEMORY 256

/* ------------------------------------------------------------ main body */

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

/* -------------------------------------------------------------- lookups */

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
	while (any > tb_lexicon_entry(doc->lex, first) &&
		   strcmp(tb_string(doc, any[-1].code), code) == 0)
		any--;
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

/* ---------------------------------------------------------- the office */

/* What a title is made of once everything it leans on is known. */
typedef struct Naming
{
	TbDocument *doc;
	const TbTitleParse *p;
	const TbEntry *body;		/* or NULL */
	const TbEntry *place;		/* what it is an office of, or NULL */
	char		country[3];		/* "" unknown */
	bool		placed;
	char		code[128];		/* without the last slash */
	const TbEntry *office;		/* row of offices.tsv for code and country */
} Naming;

/* «акимов», «депутаты»: no form of the singular. */
static bool
is_plural(const TbTitleParse *p)
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
static void
make_deputy(char *code, size_t size, bool first)
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
	*last = '\0';
	snprintf(code, size, "%.60s/first-%.50s", copy, last + 1);
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
		snprintf(n->code, sizeof(n->code), "organisation/%.60s", role);
	else if (n->body == NULL && p->office != NULL)
		/* «сенатор» is депутат Сената where offices.tsv says so */
		snprintf(n->code, sizeof(n->code), "%.100s", tb_string(n->doc, p->office->code));
	else if (p->committee && p->nbodies > 1)
		snprintf(n->code, sizeof(n->code), "%.60s/committee/%.40s",
				 tb_string(n->doc, p->body[1]->code), role);
	else if (body != NULL)
		snprintf(n->code, sizeof(n->code), "%.60s/%.60s", body, role);
	else
		snprintf(n->code, sizeof(n->code), "%.100s", role);
	if (p->deputy || p->vice)
		make_deputy(n->code, sizeof(n->code), p->is_first);
	else if (p->is_first && strstr(n->code, "/deputy-") != NULL)
		put_first(n->code, sizeof(n->code));	/* первый | заместитель Председателя Сената */
	n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
}

/* ------------------------------------------------------- leaning on the text */

/* The last title whose code ends in a role, and that says more than the role. */
static const TbTitle *
last_title_like(const TbDocument *doc, const char *role)
{
	size_t		len = strlen(role);

	for (uint32_t i = doc->titles.n; i-- > 0 && i + MEMORY > doc->titles.n;)
	{
		const TbTitle *t = &doc->titles.at[i];
		size_t		n = strlen(t->office);

		if (n > len && !t->plural && strncmp(t->office + n - len - 1, role, len) == 0 &&
			(n == len + 1 || t->office[n - len - 2] == '/'))
			return t;
	}
	return NULL;
}

static bool
is_place_of(const TbPlace *p, uint8_t type)
{
	return p->entry != TB_NONE && p->type == type && p->kind == TB_PK_NAME;
}

/* The last region the text named before a token, else the next one. */
static const TbEntry *
region_near(const TbDocument *doc, uint32_t token, uint8_t type)
{
	uint32_t	here = tb_place_from(doc, token);

	for (uint32_t i = here; i-- > 0 && i + MEMORY > here;)
		if (is_place_of(&doc->places.at[i], type))
			return tb_lexicon_entry(doc->lex, doc->places.at[i].entry);
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

	if (is_plural(p))
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

	snprintf(n->country, sizeof(n->country), "%.2s", n->doc->country);
	country_from_adjective(n);
	if (place != TB_NONE && n->doc->places.at[place].entry != TB_NONE)
		set_country(n, tb_string(n->doc, tb_lexicon_entry(n->doc->lex,
														  n->doc->places.at[place].entry)->code));
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

/* ------------------------------------------------------------- the name */

/* A place as a title's last words: «города Орск», «Атырауской области». */
static void
put_place(Naming *n, TbBuffer *out)
{
	/* «Президент Республики Казахстан» names its country */
	if (n->place == NULL || (n->office != NULL && n->place->sub == TB_PT_country &&
							 strlen(tb_string(n->doc, n->office->country)) == 2))
		return;
	tb_buffer_puts(out, n->place->sub == TB_PT_city ? " города " :
				   n->place->sub == TB_PT_settlement ? " села " : " ");
	/* behind «города» a name keeps its nominative in official style */
	tb_buffer_puts(out, tb_entry_in_case(n->doc, n->place, n->place->sub == TB_PT_city ||
										 n->place->sub == TB_PT_settlement ?
										 TB_CASE_NOM : TB_CASE_GEN));
}

/* The head word: office or role, in the case that what precedes demands. */
static void
put_head(Naming *n, TbBuffer *out, TbCase kase)
{
	const TbTitleParse *p = n->p;
	const TbEntry *role = p->role;

	if (n->office != NULL)
		tb_buffer_puts(out, tb_entry_in_case(n->doc, n->office, kase));
	else if (role == NULL)
	{
		const TbEntry *office = tb_title_entry_for(n->doc, TB_OFFICE,
												   tb_string(n->doc, p->office->code),
												   n->country);

		const char *head = tb_entry_in_case(n->doc, office ? office : p->office, kase);

		if (p->is_first && strstr(n->code, "/first-deputy-") != NULL)
		{
			tb_buffer_puts(out, kase == TB_CASE_NOM ? "первый " : "первого ");
			head = tb_uncapitalised(n->doc, head);
		}
		tb_buffer_puts(out, head);
	}
	else
	{
		if (role->sub == TB_ROLE_HEAD && n->body != NULL)
		{
			const TbEntry *head = tb_lexicon_find_code(n->doc->lex, TB_ROLE,
													   tb_string(n->doc, n->body->extra));

			role = head != NULL ? head : role;
		}
		tb_buffer_puts(out, tb_entry_in_case(n->doc, role, kase));
	}
}

/* Words of the text as they stand. */
static void
put_text(Naming *n, TbBuffer *out, uint32_t first, uint32_t end)
{
	TbStr		text;

	if (end <= first)
		return;
	text = tb_text_of(n->doc, first, end);
	tb_buffer_puts(out, " ");
	tb_buffer_put(out, text.data, text.len);
}

static bool
ends_in_minister(const Naming *n)
{
	size_t		len = strlen(n->code);

	return len >= 8 && strcmp(n->code + len - 8, "minister") == 0;
}

/*
 * The body in the genitive; a ministry of a minister gives its domain: «глава
 * МОН» is Министр образования и науки.
 */
static void
put_body(Naming *n, TbBuffer *out)
{
	const TbTitleParse *p = n->p;

	if (n->body != NULL && n->office == NULL && p->domain == NULL &&
		*tb_string(n->doc, n->body->domain) != '\0' && ends_in_minister(n))
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, tb_string(n->doc, n->body->domain));
	}
	else if (n->body != NULL && n->office == NULL && p->domain == NULL)
	{
		if (p->body_level != TB_NONE)
			put_text(n, out, p->body_level, p->body_level + 1);
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, tb_entry_in_case(n->doc, n->body, TB_CASE_GEN));
	}
	if (p->committee && p->nbodies > 1)
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, tb_entry_in_case(n->doc, p->body[1], TB_CASE_GEN));
	}
	if (p->domain == NULL || n->office == NULL)
		put_text(n, out, p->tail_first, p->tail_end);
}

/* Is the office one of many (депутат, аким as a class)? */
static bool
is_class(const Naming *n)
{
	if (is_plural(n->p))
		return true;
	if (n->office != NULL && (n->office->flags & TB_EF_UNIQUE))
		return false;
	if (n->p->domain != NULL || n->p->deputy || n->p->vice || n->p->is_first)
		return false;
	if (n->p->role == NULL)
		return n->place == NULL;
	if (n->p->role->sub == TB_ROLE_HEAD)
		return false;
	if (n->p->role->sub == TB_ROLE_OWN)
		return n->place == NULL &&
			(n->p->level != TB_NONE || !(n->p->role->flags & TB_EF_UNIQUE));
	return true;
}

/* The whole canonical title. */
static const char *
compose(Naming *n)
{
	const TbTitleParse *p = n->p;
	TbBuffer	out = {.arena = n->doc->arena};
	bool		deputy = (p->deputy || p->vice) && n->office == NULL;
	TbCase		kase = TB_CASE_NOM;
	bool		placed;
	bool		behind;
	const char *text;

	if (p->former)
		tb_buffer_puts(&out, "бывший ");
	if (p->acting != TB_NONE)
	{
		tb_buffer_puts(&out, tb_text_is(n->doc, p->acting, "врио") ||
					   tb_text_is(n->doc, p->acting, "временно") ? "врио " : "и.о. ");
		kase = TB_CASE_GEN;
	}
	if (deputy && p->vice)
		tb_buffer_puts(&out, "вице-");
	else if (deputy)
	{
		if (p->is_first)
			tb_buffer_puts(&out, kase == TB_CASE_NOM ? "первый " : "первого ");
		tb_buffer_puts(&out, kase == TB_CASE_NOM ? "заместитель " : "заместителя ");
		kase = TB_CASE_GEN;
	}
	put_head(n, &out, kase);
	placed = !is_class(n) || (p->role != NULL && p->role->sub == TB_ROLE_OWN);
	/* «Посол Туркменистана | в Азербайджане» */
	behind = p->tail_end > 0 && p->place != TB_NONE &&
		n->doc->places.at[p->place].first < p->tail_first;
	if (placed && behind)
		put_place(n, &out);
	put_body(n, &out);
	if (placed && !behind)
		put_place(n, &out);
	text = tb_buffer_text(&out);
	if (text == NULL)
		return NULL;
	return is_class(n) ? text : tb_capitalised(n->doc, text);
}

/* Is the office of an international body: un/general-secretary? */
static bool
is_international(const Naming *n)
{
	const TbEntry *body = n->body;
	const char *slash = strrchr(n->code, '/');
	char		code[sizeof(n->code)];

	if (body == NULL && slash != NULL)
	{
		snprintf(code, sizeof(code), "%.*s", (int) (slash - n->code), n->code);
		body = tb_lexicon_find_code(n->doc->lex, TB_BODY, code);
	}
	return body != NULL && body->sub == TB_BT_organisation &&
		strcmp(tb_string(n->doc, body->country), "*") == 0;
}

/* The place code or country before the office's path. */
static const char *
jurisdiction(Naming *n)
{
	const TbTitleParse *p = n->p;
	TbBuffer	out = {.arena = n->doc->arena};

	if (is_international(n))
		return "";
	if (n->place != NULL && n->place->sub != TB_PT_country &&
		(p->role == NULL || p->role->sub == TB_ROLE_OWN || n->body == NULL ||
		 (n->body->flags & TB_EF_LOCAL)))
		return tb_string(n->doc, n->place->code);
	if (*n->country == '\0')
		return "";
	tb_buffer_puts(&out, n->country);
	tb_buffer_puts(&out, "/");
	return tb_buffer_text(&out);
}

/* ------------------------------------------------------------- one title */

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

static const char *
prefixed(TbDocument *doc, const char *prefix, const char *text)
{
	TbBuffer	out = {.arena = doc->arena};

	tb_buffer_puts(&out, prefix);
	tb_buffer_puts(&out, text);
	return tb_buffer_text(&out);
}

/* Take office, name and place from the last title of the same role. */
static bool
copy_from_last(Naming *n, TbTitle *title)
{
	static const char *const leaning[] = {
		"minister", "deputy-minister", "first-deputy-minister", "akim", "governor",
		"mayor", "deputy-akim", "hokim"
	};
	const TbTitle *last;
	bool		leans = false;

	if (n->p->place != TB_NONE || n->p->domain != NULL || n->body != NULL ||
		n->p->tail_end > 0 || is_plural(n->p) || n->place != NULL)
		return false;
	for (size_t i = 0; i < sizeof(leaning) / sizeof(*leaning); i++)
		leans = leans || strcmp(n->code, leaning[i]) == 0;
	if (!leans)
		return false;
	last = last_title_like(n->doc, n->code);
	if (last == NULL || last->former || (last->acting && n->p->acting == TB_NONE &&
										  n->p->noun != NULL))
		return false;
	title->title = n->p->former ? prefixed(n->doc, "Бывший ", last->title) : last->title;
	title->office = last->office;
	title->jurisdiction = last->jurisdiction;
	title->unique = last->unique;
	return true;
}

/*
 * A bare «президент» in a text that has named one country's president, and
 * none of its own country's, is that one.
 */
static bool
copy_foreign(const Naming *n, TbTitle *title)
{
	const TbTitle *found = NULL;

	if (n->placed || n->place != NULL || n->p->deputy || n->p->vice ||
		is_plural(n->p) || strchr(n->code, '/') != NULL || is_class(n))
		return false;
	for (uint32_t i = n->doc->titles.n > MEMORY ? n->doc->titles.n - MEMORY : 0;
		 i < n->doc->titles.n; i++)
	{
		const TbTitle *t = &n->doc->titles.at[i];

		if (t->plural || t->former != n->p->former ||
			strncmp(t->office, n->code, strlen(n->code)) != 0 ||
			t->office[strlen(n->code)] != '/')
			continue;
		/* an office of the text's own country, named or bare, comes first */
		if (strncmp(t->jurisdiction, n->country, 2) == 0)
			return false;
		found = t;
	}
	if (found == NULL)
		return false;
	title->title = found->title;
	title->office = found->office;
	title->jurisdiction = found->jurisdiction;
	title->unique = found->unique;
	return true;
}

static void
name_title(Naming *n, TbTitle *title)
{
	TbBuffer	path = {.arena = n->doc->arena};
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
		snprintf(n->code, sizeof(n->code), "%s", head_of_place(n));
		if (p->deputy || p->vice)
			make_deputy(n->code, sizeof(n->code), p->is_first);
		n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
	}
	if (copy_from_last(n, title) || copy_foreign(n, title))
		return;
	tb_buffer_puts(&path, n->code);
	tb_buffer_puts(&path, "/");
	title->title = compose(n);
	title->office = tb_buffer_text(&path);
	title->jurisdiction = jurisdiction(n);
	title->unique = !is_class(n);
}

static TbStatus
add_one(TbDocument *doc, const TbTitleParse *p, const char *rule)
{
	Naming		n = {.doc = doc,.p = p};
	TbTitle		title = {
		.first = p->first,.end = p->end,.span = tb_span_of(doc, p->first, p->end),
		.plural = is_plural(p),.former = p->former,.acting = p->acting != TB_NONE,
		.gram = p->gram,.person = TB_NONE,.rule = rule
	};
	TbTitle    *added;

	name_title(&n, &title);
	title.placed = n.placed;
	if (title.title == NULL || title.office == NULL || title.jurisdiction == NULL)
		return TB_NO_MEMORY;
	added = TB_PUSH(doc->arena, &doc->titles);
	if (added == NULL)
		return TB_NO_MEMORY;
	*added = title;
	return TB_OK;
}

TbStatus
tb_title_add(TbDocument *doc, const TbTitleParse *parse, const char *rule)
{
	TbTitleParse one = *parse;

	if (parse->committee || parse->nbodies < 2)
		return add_one(doc, parse, rule);
	for (int i = 0; i < parse->nbodies; i++)
	{
		one.body[0] = parse->body[i];
		one.nbodies = 1;
		TB_TRY(add_one(doc, &one, rule));
	}
	return TB_OK;
}

/* --------------------------------------------------------------- holders */

/* Offices that a country's «глава», «лидер» may mean. */
static bool
is_top_office(const char *office)
{
	static const char *const tops[] = {
		"president/", "pm/", "chancellor/", "king/", "emir/", "supreme-leader/", "leader/"
	};

	for (size_t i = 0; i < sizeof(tops) / sizeof(*tops); i++)
		if (strcmp(office, tops[i]) == 0)
			return true;
	return false;
}

static bool
same_office(const TbTitle *a, const TbTitle *b)
{
	if (strcmp(a->office, "leader/") == 0 || strcmp(b->office, "leader/") == 0)
		return strcmp(a->jurisdiction, b->jurisdiction) == 0 &&
			is_top_office(a->office) && is_top_office(b->office);
	return strcmp(a->office, b->office) == 0 &&
		strcmp(a->jurisdiction, b->jurisdiction) == 0;
}

/* The person another title of the same office stands beside; nearest first. */
static uint32_t
holder_in_document(const TbDocument *doc, uint32_t title)
{
	const TbTitle *t = &doc->titles.at[title];

	for (uint32_t i = title; i-- > 0 && i + MEMORY > title;)
		if (doc->titles.at[i].person != TB_NONE && doc->titles.at[i].former == t->former &&
			same_office(&doc->titles.at[i], t))
			return doc->titles.at[i].person;
	if (!t->unique)
		return TB_NONE;
	for (uint32_t i = title + 1; i < doc->titles.n && i < title + MEMORY; i++)
		if (doc->titles.at[i].person != TB_NONE && doc->titles.at[i].former == t->former &&
			same_office(&doc->titles.at[i], t))
			return doc->titles.at[i].person;
	return TB_NONE;
}

/* The full path of a title's office in buf; false when it does not fit. */
static bool
office_path(const TbTitle *t, const char *jurisdiction, char *buf, size_t size)
{
	return snprintf(buf, size, "%s%s", jurisdiction, t->office) < (int) size;
}

/* A registry name without its patronymic: «Касым-Жомарт Токаев». */
static const char *
without_patronymic(TbDocument *doc, const char *name)
{
	const char *first = strchr(name, ' ');
	const char *last = strrchr(name, ' ');
	TbBuffer	out = {.arena = doc->arena};
	TbGram		gender;

	if (first == NULL || first == last ||
		!tb_is_patronymic((TbStr) {first + 1, (uint32_t) (last - first - 1)}, &gender))
		return name;
	tb_buffer_put(&out, name, (size_t) (first - name));
	tb_buffer_puts(&out, last);
	return tb_buffer_text(&out);
}

/* Does a registry name hold the person's surname and given name? */
static bool
is_registered_as(const char *registered, const TbPerson *person)
{
	return person->surname != NULL && person->given != NULL &&
		strlen(person->given) > 4 &&
		strstr(registered, person->surname) != NULL &&
		strstr(registered, person->given) != NULL;
}

static void
resolve_by_registry(TbDocument *doc, TbTitle *t)
{
	char		path[256];
	const TbHolder *holder;

	if (doc->reference == TB_NO_DAY ||
		!office_path(t, t->jurisdiction, path, sizeof(path)))
		return;
	holder = tb_lexicon_holder(doc->lex, path, doc->reference);
	if (holder == NULL)
		return;
	t->holder = without_patronymic(doc, tb_string(doc, holder->person));
	t->holder_source = TB_HS_REGISTRY;
	/* the document may name the same person without the title */
	for (uint32_t i = 0; i < doc->persons.n && i < 256; i++)
	{
		TbPerson   *person = &doc->persons.at[i];

		if (!is_registered_as(tb_string(doc, holder->person), person))
			continue;
		t->person = i;
		if (person->title == TB_NONE)
			person->title = (uint32_t) (t - doc->titles.at);
		return;
	}
}

void
tb_title_resolve_holders(TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		TbTitle    *t = &doc->titles.at[i];
		uint32_t	person = t->person;

		if (person == TB_NONE && !t->plural)
			person = holder_in_document(doc, i);
		if (person != TB_NONE)
		{
			t->holder = doc->persons.at[person].name;
			t->holder_source = TB_HS_DOCUMENT;
			if (t->unique || t->person != TB_NONE)
				t->person = person;
		}
		else if (t->unique && !t->plural && !t->former && !t->acting)
			resolve_by_registry(doc, t);
	}
}

void
tb_title_bind(TbDocument *doc, uint32_t title, uint32_t person)
{
	TbTitle    *t = &doc->titles.at[title];
	uint32_t	n;
	const TbHolder *holders = tb_lexicon_holders(doc->lex, &n);
	char		own[256];

	t->person = person;
	if (t->placed || !office_path(t, "", own, sizeof(own)))
		return;
	for (uint32_t i = 0; i < n; i++)
	{
		const char *path = tb_string(doc, holders[i].office);
		const TbEntry *office;
		char		code[256];

		if (strlen(path) < 3 || path[2] != '/' || strcmp(path + 3, own) != 0 ||
			!is_registered_as(tb_string(doc, holders[i].person), &doc->persons.at[person]) ||
			strncmp(path, t->jurisdiction, 3) == 0)
			continue;
		t->jurisdiction = tb_arena_strdup(doc->arena, path, 3);
		snprintf(code, sizeof(code), "%.*s", (int) strlen(own) - 1, own);
		own[2] = '\0';
		office = tb_title_entry_for(doc, TB_OFFICE, code,
									tb_arena_strdup(doc->arena, path, 2));
		if (office != NULL && !t->former && !t->acting)
			t->title = tb_capitalised(doc, tb_string(doc, office->name));
		return;
	}
}
