/*
 * title_name.c
 *	  Gives a parsed title its canonical name.
 *
 *	«спикера Палаты», office mazhilis/chair/ by title_office.c
 *		title		offices.tsv has it for kz: Председатель Мажилиса
 *	«врио министра природных ресурсов Оренбургской области»
 *		title		Врио + министра + природных ресурсов + Оренбургской области
 *
 * A title that leans on the document (министр, аким, спикер, глава ведомства)
 * takes its office from the last title of the same role that says more.
 */
#include "core/title_internal.h"

#include <stdio.h>

/* --------------------------------------------------------------- the name */

/*
 * The official name of a country in the genitive, as its president's title
 * has it («Президент | Кыргызской Республики»); NULL: lists do not tell.
 */
static const char *
official_genitive(const Naming *n)
{
	static const char president[] = "Президент ";
	const TbEntry *office = tb_title_entry_for(n->doc, TB_OFFICE, "president", n->country);
	const char *name = office ? tb_string(n->doc, office->name) : "";

	if (strncmp(name, president, sizeof(president) - 1) != 0)
		return NULL;
	name += sizeof(president) - 1;
	return strchr(name, ' ') != NULL ? name : NULL;
}

/*
 * A country as the text has it: «Министр здравоохранения КР» is of the
 * Кыргызская Республика, «Сената Республики Узбекистан» keeps its words.
 * NULL: by its common name.
 */
static const char *
country_as_said(Naming *n)
{
	const TbTitleParse *p = n->p;
	const TbPlace *place;
	TbStr		text;

	if (n->place->sub != TB_PT_country || p->place == TB_NONE)
		return NULL;
	place = &n->doc->places.at[p->place];
	text = tb_text_of(n->doc, place->first, place->end);
	if (text.len == strlen(place->name) && memcmp(text.data, place->name, text.len) == 0)
		return NULL;
	if (place->end == place->first + 1 && tb_in_capitals(n->doc, place->first, place->end))
		return official_genitive(n);
	if (place->end > place->first + 1 && (tb_gram_cases(place->gram) & TB_GEN))
		return tb_arena_strdup(n->doc->arena, text.data, text.len);
	return NULL;
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

/*
 * Is a town named behind «города»?  Where the text says so, and of every аким:
 * «Аким города Алматы», «Мэр Москвы».
 */
static bool
has_marker(const Naming *n)
{
	const TbPlace *written = n->p->place == TB_NONE ? NULL : &n->doc->places.at[n->p->place];

	if (n->place->sub != TB_PT_city && n->place->sub != TB_PT_settlement)
		return false;
	return written == NULL || strstr(n->code, "akim") != NULL ||
		n->place->sub == TB_PT_settlement || strcmp(written->rule, "marker_before") == 0 ||
		tb_word_is(n->doc, written->first, TB_MARKER, NULL);
}

/* «города», «села», «посёлка»: what stands before a town's name. */
static void
put_marker(Naming *n, TbBuffer *out)
{
	const TbPlace *written = n->p->place == TB_NONE ? NULL : &n->doc->places.at[n->p->place];

	if (n->place->sub == TB_PT_settlement && written != NULL &&
		tb_word_is(n->doc, written->first, TB_MARKER, NULL) &&
		tb_tok(n->doc, written->first)->letters > 2)
	{
		put_text(n, out, written->first, written->first + 1);
		tb_buffer_puts(out, " ");
		return;
	}
	tb_buffer_puts(out, !has_marker(n) ? " " : n->place->sub == TB_PT_city ? " города " : " села ");
}

/* A place as a title's last words: «города Орск», «Атырауской области». */
static void
put_place(Naming *n, TbBuffer *out)
{
	const TbPlace *written = n->p->place == TB_NONE ? NULL : &n->doc->places.at[n->p->place];

	/* «… по Омской области» is among the words that are kept */
	if (written != NULL && written->first >= n->p->tail_first && written->end <= n->p->tail_end)
		return;
	/* a place that no list has, or behind words kept as written: as it stands */
	if (written != NULL && (n->place == NULL || (n->p->institution && n->p->domain == NULL &&
												 written->first >= n->p->tail_end)))
	{
		put_text(n, out, written->first, written->end);
		return;
	}
	/* «Президент Республики Казахстан» names its country */
	if (n->place == NULL || (n->office != NULL && n->place->sub == TB_PT_country &&
							 strlen(tb_string(n->doc, n->office->country)) == 2))
		return;
	if (country_as_said(n) != NULL)
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, country_as_said(n));
		return;
	}
	/* behind «города» a name keeps its nominative in official style */
	put_marker(n, out);
	tb_buffer_puts(out, tb_entry_in_case(n->doc, n->place, has_marker(n) ? TB_CASE_NOM :
										 TB_CASE_GEN));
}

/* How much of a title is left without its country, «… Республики Казахстан». */
static size_t
without_country(const char *title)
{
	static const char *const openings[] = {" Республики ", " Российской Федерации"};

	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++)
	{
		const char *at = strstr(title, openings[i]);

		if (at != NULL && strchr(at + strlen(openings[i]), ' ') == NULL)
			return (size_t) (at - title);
	}
	return strlen(title);
}

/* How much of «Премьер-министр Грузии» is left without the country's name. */
static size_t
without_genitive(Naming *n, const char *title)
{
	char		code[4] = {n->country[0], n->country[1], '/', '\0'};
	const TbEntry *country = tb_lexicon_find_code(n->doc->lex, TB_PLACE, code);
	const char *genitive = country == NULL ? NULL :
		tb_entry_in_case(n->doc, country, TB_CASE_GEN);
	size_t		len = strlen(title);
	size_t		tail = genitive == NULL ? 0 : strlen(genitive);

	return tail > 0 && len > tail && strcmp(title + len - tail, genitive) == 0 ?
		len - tail - 1 : len;
}

/* The name of a country's office; a region's, or another's, is said without it. */
static void
put_office_name(Naming *n, TbBuffer *out, const TbEntry *office, const char *name)
{
	size_t		len;

	if (name == NULL)
	{
		tb_buffer_puts(out, NULL);
		return;
	}
	len = strlen(name);
	if ((n->place != NULL && n->place->sub != TB_PT_country) ||
		!tb_country_listed(tb_string(n->doc, office->country), n->country))
	{
		len = without_country(name);
		if (name[len] == '\0' && strlen(tb_string(n->doc, office->country)) == 2 &&
			(office->flags & TB_EF_UNIQUE))
			len = without_genitive(n, name);
	}
	tb_buffer_put(out, name, len);
}

static bool
ends_in_role(const Naming *n, const char *role)
{
	size_t		len = strlen(n->code);

	return len >= strlen(role) && strcmp(n->code + len - strlen(role), role) == 0;
}

/* The head word: office or role, in the case that what precedes demands. */
static void
put_head(Naming *n, TbBuffer *out, TbCase kase)
{
	const TbTitleParse *p = n->p;
	const TbEntry *role = tb_title_is_member_by_name(n) ?
		tb_lexicon_find_code(n->doc->lex, TB_ROLE, "deputy") : p->role;

	if (n->head != NULL)
		tb_buffer_puts(out, tb_entry_in_case(n->doc, n->head, kase));
	else if (n->office != NULL)
		put_office_name(n, out, n->office, tb_entry_in_case(n->doc, n->office, kase));
	else if (role == NULL)
	{
		const TbEntry *office = tb_title_entry_for(n->doc, TB_OFFICE,
												   tb_string(n->doc, p->office->code),
												   n->country);

		const char *head = tb_entry_in_case(n->doc, office ? office : p->office, kase);

		if (p->is_first && !p->deputy && !p->vice &&
			strstr(n->code, "/first-deputy-") != NULL)
		{
			tb_buffer_puts(out, kase == TB_CASE_NOM ? "первый " : "первого ");
			head = tb_uncapitalised(n->doc, head);
		}
		put_office_name(n, out, office ? office : p->office, head);
	}
	else
	{
		if (role->sub == TB_ROLE_HEAD && n->body != NULL && !ends_in_role(n, "spokesperson") &&
			(!p->body_said || (n->body->flags & TB_EF_LOCAL) ||
			 tb_title_is_worldwide(n->doc, n->body)))
		{
			const TbEntry *head = tb_lexicon_find_code(n->doc->lex, TB_ROLE,
													   tb_string(n->doc, n->body->extra));

			role = head != NULL ? head : role;
		}
		tb_buffer_puts(out, tb_entry_in_case(n->doc, role, kase));
	}
}

/* Words that end in a bare «министерства»: it is the one the text named last. */
static bool
put_owned(Naming *n, TbBuffer *out)
{
	const TbTitleParse *p = n->p;
	const char *domain;

	if (!p->institution || p->tail_end < p->tail_first + 2 ||
		!(tb_text_is(n->doc, p->tail_end - 1, "министерства") ||
		  tb_text_is(n->doc, p->tail_end - 1, "ведомства")))
		return false;
	domain = tb_title_last_ministry(n->doc, p->first, n->country).domain;
	if (domain == NULL)
		return false;
	put_text(n, out, p->tail_first, p->tail_end - 1);
	tb_buffer_puts(out, " Министерства ");
	tb_buffer_puts(out, domain);
	return true;
}

/* Bytes of what a short form keeps of its first word: нац|экономики, соц|защиты. */
#define CLIPPED 6

/* «министр | нацэкономики»: the domain in full that the text says in one word, or NULL. */
static const char *
clipped_domain(const Naming *n)
{
	const TbTitleParse *p = n->p;
	const TbEntry *body;
	const char *domain;
	TbStr		word;

	if (p->domain == NULL || p->tail_end != p->tail_first + 1 || tb_text_is(n->doc, p->tail_first, "экономики"))
		return NULL;
	body = tb_title_entry_for(n->doc, TB_BODY, tb_string(n->doc, p->domain->code), n->country);
	domain = body == NULL ? "" : tb_string(n->doc, body->domain);
	/* «экологии» is no short form of «охраны окружающей среды» */
	word = tb_word_folded(&n->doc->text, p->tail_first);
	return strchr(domain, ' ') != NULL && strstr(domain, " и ") == NULL &&
		word.len > CLIPPED && strncmp(domain, word.data, CLIPPED) == 0 &&
		!(word.len == strcspn(domain, " ") && strncmp(domain, word.data, word.len) == 0) ? domain : NULL;
}

/*
 * The body in the genitive; a ministry of a minister gives its domain: «глава
 * МОН» is Министр образования и науки.
 */
static void
put_body(Naming *n, TbBuffer *out)
{
	const TbTitleParse *p = n->p;
	const char *domain;

	if (n->body != NULL && n->office == NULL && p->domain == NULL &&
		*tb_string(n->doc, n->body->domain) != '\0' && ends_in_role(n, "minister"))
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, tb_string(n->doc, n->body->domain));
	}
	else if (n->body != NULL && n->office == NULL && p->domain == NULL && !p->body_said)
	{
		if (p->body_level != TB_NONE)
			put_text(n, out, p->body_level, p->body_level + 1);
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, tb_entry_in_case(n->doc, n->body,
											 tb_title_governs_instrumental(n->doc, p) ?
											 TB_CASE_INS : TB_CASE_GEN));
	}
	if (p->committee && p->nbodies > 1)
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, tb_entry_in_case(n->doc, p->body[1], TB_CASE_GEN));
	}
	if (n->domain != NULL && n->office == NULL)
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, n->domain);
	}
	if (p->body_said && n->office != NULL)
		return;
	domain = n->office == NULL ? clipped_domain(n) : NULL;
	if (domain != NULL)
	{
		tb_buffer_puts(out, " ");
		tb_buffer_puts(out, domain);
	}
	else if ((p->domain == NULL || n->office == NULL) && !put_owned(n, out))
		put_text(n, out, p->tail_first, p->tail_end);
}

/* Is the office one of many (депутат, аким as a class)? */
bool
tb_title_is_class(const Naming *n)
{
	bool		placeless = n->place == NULL && n->p->place == TB_NONE;

	if (tb_title_is_plural(n->p))
		return true;
	if (n->leaned)
		return false;
	if (n->office != NULL && (n->office->flags & TB_EF_UNIQUE))
		return false;
	if (n->p->domain != NULL || n->p->deputy || n->p->vice || n->p->is_first)
		return false;
	if (n->p->role == NULL)
		return placeless;
	if (n->p->role->sub == TB_ROLE_HEAD)
		return false;
	if (n->p->role->sub == TB_ROLE_OWN)
		return placeless &&
			(n->p->level != TB_NONE || !(n->p->role->flags & TB_EF_UNIQUE));
	return true;
}

/* «Глава района», of which the text does not say the name. */
static bool
keeps_noun(const Naming *n)
{
	return n->p->noun != NULL && n->place == NULL && n->p->place == TB_NONE && !n->leaned &&
		!tb_title_is_class(n) && strcmp(n->p->noun, "country-noun") != 0 &&
		(n->office == NULL || !(n->office->flags & TB_EF_UNIQUE));
}

/* The whole canonical title. */
static const char *
compose(Naming *n)
{
	const TbTitleParse *p = n->p;
	TbBuffer	out = {.arena = n->doc->arena};
	bool		deputy = (p->deputy || p->vice || n->deputy) && n->office == NULL;
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
		if (p->is_first || n->first)
			tb_buffer_puts(&out, kase == TB_CASE_NOM ? "первый " : "первого ");
		tb_buffer_puts(&out, kase == TB_CASE_NOM ? "заместитель " : "заместителя ");
		kase = TB_CASE_GEN;
	}
	put_head(n, &out, kase);
	placed = !tb_title_is_class(n) || (p->role != NULL && p->role->sub == TB_ROLE_OWN) ||
		(p->institution && !tb_title_is_plural(p));		/* «второй секретарь посольства | Италии» */
	/* «Посол Туркменистана | в Азербайджане» */
	behind = p->tail_end > 0 && p->place != TB_NONE &&
		n->doc->places.at[p->place].first < p->tail_first;
	if (placed && behind)
		put_place(n, &out);
	put_body(n, &out);
	if (placed && !behind)
		put_place(n, &out);
	if (keeps_noun(n))
		put_text(n, &out, p->noun_first, p->noun_end);
	text = tb_buffer_text(&out);
	if (text == NULL)
		return NULL;
	return tb_title_is_class(n) ? text : tb_capitalised(n->doc, text);
}

/* Is the office one of a body of the world's: un/general-secretary? */
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
	return body != NULL && tb_title_is_worldwide(n->doc, body);
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

/* -------------------------------------------------------------- one title */

static void
name_title(Naming *n, TbTitle *title)
{
	TbBuffer	path = {.arena = n->doc->arena};

	tb_title_find_office(n);
	if (tb_title_repeat(n, title))
		return;
	tb_title_lean_on_ministry(n);
	tb_title_lean_on_republic(n);
	tb_title_lean_on_seat(n);
	tb_title_lean_on_country(n);
	tb_buffer_puts(&path, n->code);
	tb_buffer_puts(&path, "/");
	title->title = compose(n);
	title->office = tb_buffer_text(&path);
	title->jurisdiction = jurisdiction(n);
	title->unique = !tb_title_is_class(n);
	if (tb_title_leans(n) && !n->leaned && n->place == NULL && !n->p->former &&
		n->p->acting == TB_NONE && tb_title_noun(n->doc, n->p) == NULL)
		title->leans = tb_arena_strdup(n->doc->arena, n->code, strlen(n->code));
}

/* A dashed title's second part; it has an office of its own. */
static void
add_second(TbDocument *doc, TbTitle *title, uint32_t i)
{
	TbTitleParse p;
	Naming		n = {.doc = doc,.p = &p};
	TbTitle		second = {0};
	TbBuffer	both = {.arena = doc->arena};

	if (title->title == NULL || !tb_title_parse(doc, i, 2, &p))
		return;
	name_title(&n, &second);
	/* «Первый Президент – Елбасы»: one office */
	if (title->office != NULL && second.office != NULL &&
		strcmp(title->office, second.office) == 0)
		return;
	title->second_title = second.title;
	title->second_office = second.office;
	title->second_jurisdiction = second.jurisdiction;
	tb_buffer_put(&both, title->title, strlen(title->jurisdiction) > 3 ? strlen(title->title)
				  : without_country(title->title));
	tb_buffer_puts(&both, " – ");
	tb_buffer_puts(&both, second.title == NULL ? "" : second.title);
	title->title = second.title == NULL ? NULL : tb_buffer_text(&both);
}

/* Does the title end in words that are kept as written and name no office? */
static bool
ends_unsaid(const TbTitleParse *p)
{
	return p->tail_end == p->end && p->tail_first > p->first && p->domain == NULL &&
		!p->superior && !p->body_said;
}

/*
 * «аргентинский | президент»: the country's adjective before a short title that
 * has no other place is part of it; its first token.
 */
static uint32_t
first_with_adjective(const TbDocument *doc, const TbTitleParse *p)
{
	uint32_t	next = tb_place_from(doc, p->first);
	const TbPlace *place = next > 0 ? &doc->places.at[next - 1] : NULL;

	return place != NULL && place->end == p->first && place->kind == TB_PK_ADJECTIVE &&
		place->type == TB_PT_country && p->place == TB_NONE &&
		(tb_gram_cases(place->gram) & tb_gram_cases(p->gram)) &&
		!(place->first > 0 && tb_is_mark(&doc->text, place->first - 1, '-')) ?
		place->first : p->first;
}

static TbStatus
add_one(TbDocument *doc, const TbTitleParse *p, const char *rule)
{
	Naming		n = {.doc = doc,.p = p};
	uint32_t	first = first_with_adjective(doc, p);
	TbTitle		title = {
		.first = first,.end = p->end,.span = tb_span_of(doc, first, p->end),
		.said_end = ends_unsaid(p) ? p->tail_first : p->end,
		.plural = tb_title_is_plural(p),.former = p->former,.acting = p->acting != TB_NONE,
		.gram = p->gram,.person = TB_NONE,.rule = rule
	};
	TbTitle    *added;

	name_title(&n, &title);
	title.placed = n.placed;
	if (p->second != TB_NONE)
		add_second(doc, &title, p->second);
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

	tb_title_lean_on_named_body(doc, &one);
	if (parse->committee || parse->nbodies < 2)
		return add_one(doc, &one, rule);
	for (int i = 0; i < parse->nbodies; i++)
	{
		one.body[0] = parse->body[i];
		one.nbodies = 1;
		TB_TRY(add_one(doc, &one, rule));
	}
	return TB_OK;
}
