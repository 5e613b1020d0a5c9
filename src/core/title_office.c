/*
 * title_office.c
 *	  The office of a parsed title: the code of its head's role in its body.
 *
 *	«спикера Палаты»
 *		палата		title_lean.c: the chamber the document speaks of most, Мажилис
 *		office		role "head" + body mazhilis -> mazhilis/chair/
 */
#include "core/title_internal.h"

#include <stdio.h>

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

/* --------------------------------------------------------------- the code */

/* «акимов», «депутаты»: no form of the singular. */
bool
tb_title_is_plural(const TbTitleParse *p)
{
	return p->gram != 0 && tb_gram_singular(p->gram) == 0;
}

/* «Спикер Минздрава» does not lead it, as one of a parliament does. */
static bool
speaks_for(const Naming *n)
{
	return tb_title_role_is(n, "speaker") && n->body != NULL &&
		(n->body->sub == TB_BT_ministry || n->body->sub == TB_BT_agency ||
		 n->body->sub == TB_BT_prosecution || n->body->sub == TB_BT_bank ||
		 n->body->sub == TB_BT_military || n->body->sub == TB_BT_administration);
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
	if (speaks_for(n))
		return "spokesperson";
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

bool
tb_title_role_is(const Naming *n, const char *code)
{
	return n->p->role != NULL &&
		strcmp(tb_string(n->doc, n->p->role->code), code) == 0;
}

bool
tb_title_is_member_by_name(const Naming *n)
{
	return n->body != NULL && (tb_title_role_is(n, "parliamentarian") || tb_title_role_is(n, "legislator"));
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

	if (n->office != NULL || listed == NULL ||
		tb_country_listed(tb_string(n->doc, listed->country), n->country))
		return;
	if (role == NULL)
		n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, code);
	if (role == NULL || role - code >= (ptrdiff_t) sizeof(body))
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

	if (tb_title_is_member_by_name(n))
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
	if (n->office != NULL && (p->role != NULL || p->nbodies > 0) && n->body != NULL &&
		strcmp(tb_string(n->doc, n->office->country), "*") == 0 &&
		strcmp(tb_string(n->doc, n->body->country), "*") != 0)
		n->office = NULL;
	/* «Министр сельского хозяйства и продовольствия» is more than the list's */
	if (n->office != NULL && p->domain != NULL &&
		strstr(tb_string(n->doc, n->office->name), tb_string(n->doc, p->domain->name)) == NULL)
		n->office = NULL;
	if (p->body_said && !tb_title_is_worldwide(n->doc, n->body))
		n->office = NULL;
	else
		compose_listed(n);
}

/* ------------------------------------------------------------ all of it */

/* «Костанайского | областного маслихата», «Гродненского | облисполкома»: of a region? */
static bool
is_of_region(const Naming *n)
{
	static const char *const of_towns[] = {"городского", "городской", "районного", "районной", NULL};
	uint32_t	word = n->p->tail_first + 1;
	const char *body = tb_string(n->doc, n->body->code);

	if (tb_word_is(n->doc, word, TB_TITLEMOD, "level"))
		return !tb_ends_in_any(n->doc, word, of_towns);
	return strncmp(body, "regional-", 9) == 0 || strcmp(body, "oblispolkom") == 0;
}

/*
 * The region that a town's adjective means beside a body of regions: it holds
 * the town (kz/kostanay-region/kostanay/) or has its name (kz/almaty/).
 */
static const TbEntry *
region_of_adjective(const Naming *n)
{
	const char *town = tb_string(n->doc, n->place->code);
	size_t		len = strlen(town) - 1;
	char		code[128];
	const char *last;
	const TbEntry *region;

	if (n->place->sub != TB_PT_city || len >= sizeof(code) - 9 || !is_of_region(n))
		return n->place;
	memcpy(code, town, len);
	code[len] = '\0';
	last = strrchr(code, '/');
	if (last != NULL && last - code > 2)
		code[last - code + 1] = '\0';
	else
		memcpy(code + len, "-region/", 9);
	region = tb_lexicon_find_code(n->doc->lex, TB_PLACE, code);
	return region != NULL ? region : n->place;
}

/* «зампред областного правительства» is «зампред Правительства Псковской области». */
static void
lead_regions_government(Naming *n)
{
	const TbEntry *region = tb_title_region_of_government(n);

	if (region == NULL)
		return;
	n->place = region;
	snprintf(n->code, sizeof(n->code), "pm");
	if (n->p->deputy || n->p->vice)
		tb_title_make_deputy(n->code, sizeof(n->code), n->p->is_first);
	n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
}

/* «замглавы ведомства» is a bare «замминистра». */
static void
lead_bare_ministry(Naming *n)
{
	if (n->body == NULL || n->p->role == NULL || n->p->role->sub != TB_ROLE_HEAD ||
		strcmp(tb_string(n->doc, n->body->code), "ministry") != 0)
		return;
	n->body = NULL;
	n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "minister");
	snprintf(n->code, sizeof(n->code), "minister");
	if (n->p->deputy || n->p->vice)
		tb_title_make_deputy(n->code, sizeof(n->code), n->p->is_first);
	n->office = NULL;
}

/* Fill in what the parse says and what it leans on. */
void
tb_title_find_office(Naming *n)
{
	const TbTitleParse *p = n->p;

	if (p->place != TB_NONE && n->doc->places.at[p->place].entry != TB_NONE)
		n->place = tb_lexicon_entry(n->doc->lex, n->doc->places.at[p->place].entry);
	tb_title_find_country(n);
	if (p->domain != NULL)
		n->body = p->domain;
	else if (p->nbodies > 0)
		n->body = p->body[0];
	else
		n->body = tb_title_lean_on_body(n);
	if (p->body_said && n->place != NULL)
		n->place = region_of_adjective(n);
	if (n->place == NULL)
		n->place = tb_title_lean_on_place(n);
	make_code(n);
	lead_regions_government(n);
	lead_bare_ministry(n);
	/* «уполномоченный по правам человека | в Томской области» */
	if (n->place != NULL && n->place->sub == TB_PT_region && strstr(n->code, "ombudsman") != NULL)
		n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, "");
	if (p->role != NULL && p->role->sub == TB_ROLE_HEAD && n->body == NULL &&
		p->tail_end == 0 && tb_title_head_of_place(n) != NULL)
	{
		/* «Председатель Согдийской области», «Глава Приднестровья» keep their word */
		if (n->place != NULL && n->place->sub != TB_PT_country &&
			(tb_title_role_is(n, "chair") ||
			 (n->place->sub == TB_PT_region && strcmp(n->country, "ru") != 0 &&
			  strcmp(n->country, "kz") != 0)))
			n->head = p->role;
		snprintf(n->code, sizeof(n->code), "%s", tb_title_head_of_place(n));
		if (p->deputy || p->vice)
			tb_title_make_deputy(n->code, sizeof(n->code), p->is_first);
		n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
	}
	tb_title_find_own_word(n);
}
