/*
 * title_repeat.c
 *	  Titles that say less than others of the text and take their office from
 *	  them: «министр» behind «Министр финансов», «глава агентства» behind its
 *	  name, «президент» in a text of one foreign president.
 */
#include "core/title_internal.h"

static const char *
prefixed(TbDocument *doc, const char *prefix, const char *text)
{
	TbBuffer	out = {.arena = doc->arena};

	tb_buffer_puts(&out, prefix);
	tb_buffer_puts(&out, text);
	return tb_buffer_text(&out);
}

/* Is a path one of the role, and longer? */
static bool
says_more(const char *office, const char *role)
{
	size_t		len = strlen(role);
	size_t		n = office == NULL ? 0 : strlen(office);

	return n > len && strncmp(office + n - len - 1, role, len) == 0 &&
		(n == len + 1 || office[n - len - 2] == '/');
}

/* Is a word one of a title's own words behind its head? */
static bool
holds_word(const TbDocument *doc, const TbTitle *t, const char *word, size_t len)
{
	char		folded[TB_MAX_WORD];

	for (uint32_t i = t->first + 1; i < t->end; i++)
		if (tb_is_word(doc, i) && tb_token_fold(&doc->text, i, folded) == len &&
			memcmp(folded, word, len) == 0)
			return true;
	return false;
}

/* The type of place that a noun behind a head means: «аким | района»; 0: any. */
static uint8_t
type_of_noun(const char *noun)
{
	static const struct
	{
		const char *noun;
		uint8_t		type;
	}			types[] = {
		{"region-noun", TB_PT_region}, {"city-noun", TB_PT_city}, {"district-noun", TB_PT_district},
		{"village-noun", TB_PT_settlement}
	};

	for (size_t k = 0; noun != NULL && k < sizeof(types) / sizeof(*types); k++)
		if (strcmp(noun, types[k].noun) == 0)
			return types[k].type;
	return 0;
}

/*
 * May a title's jurisdiction be what the noun of another means?  «аким района»
 * is not that of a region; nor that of a village that no list has, «аким
 * сельского округа», which is the country's.
 */
static bool
suits_noun(const TbDocument *doc, const TbTitle *t, const TbTitleParse *p)
{
	uint8_t		type = type_of_noun(tb_title_noun(doc, p));
	const TbEntry *place = type == 0 || t->jurisdiction == NULL ? NULL :
		tb_lexicon_find_code(doc->lex, TB_PLACE, t->jurisdiction);
	char		noun[TB_MAX_WORD];

	if (place == NULL || place->sub == type || (place->sub == TB_PT_okrug && type == TB_PT_settlement))
		return true;
	return place->sub == TB_PT_country && p->noun != NULL &&
		holds_word(doc, t, noun, tb_token_fold(&doc->text, p->noun_first, noun));
}

/*
 * The last title of a country ("": of any) whose code ends in a role, that says
 * more than the role, and whose place suits the noun of p (NULL: any).
 */
static const TbTitle *
last_title_like(const TbDocument *doc, const char *role, const char *country,
				const TbTitleParse *p)
{
	for (uint32_t i = doc->titles.n; i-- > 0 && i + MEMORY > doc->titles.n;)
	{
		const TbTitle *t = &doc->titles.at[i];

		if (!t->plural && t->leans == NULL && strncmp(t->jurisdiction == NULL ? "" : t->jurisdiction, country,
								  strlen(country)) == 0 &&
			(says_more(t->office, role) || says_more(t->second_office, role)) &&
			(p == NULL || suits_noun(doc, t, p)))
			return t;
	}
	return NULL;
}

/* Has the text named somebody of the role with more words than the role's? */
bool
tb_title_said_before(const TbDocument *doc, const char *role)
{
	const TbTitle *last = last_title_like(doc, role, "", NULL);

	return last != NULL && !last->former && last->unique;
}

/* Does a title say so little that another of its role may say more? */
bool
tb_title_leans(const Naming *n)
{
	static const char *const leaning[] = {
		"minister", "deputy-minister", "first-deputy-minister", "akim", "governor",
		"mayor", "deputy-akim", "deputy-mayor", "deputy-governor", "deputy-chair", "hokim", "prosecutor", "ambassador",
		"head-of-republic", "plenipotentiary", "chair"
	};

	if (n->p->place != TB_NONE || n->p->domain != NULL || n->body != NULL ||
		n->p->tail_end > 0 || tb_title_is_plural(n->p) || n->place != NULL)
		return false;
	for (size_t i = 0; i < sizeof(leaning) / sizeof(*leaning); i++)
		if (strcmp(n->code, leaning[i]) == 0)
			return true;
	return false;
}

/* Copy what a title of the text says to one that means the same. */
static void
copy_title(TbTitle *title, const TbTitle *from)
{
	title->title = from->title;
	title->office = from->office;
	title->jurisdiction = from->jurisdiction;
	title->unique = from->unique;
}

/*
 * A bare «аким» that opens another paragraph than the last one's is of the place
 * that the text speaks of most, among those whose heads it has named.
 */
static const TbTitle *
head_of_main_place(const Naming *n, const TbTitle *last)
{
	static const char *const heads[] = {"akim", "mayor", "governor", "hokim"};
	bool		head = false;
	const TbTitle *best = last;
	uint32_t	most = tb_title_times_spoken_of(n->doc, last->jurisdiction);

	for (size_t k = 0; k < sizeof(heads) / sizeof(*heads); k++)
		head = head || strcmp(n->code, heads[k]) == 0;
	if (!head || last->first >= tb_paragraph_start(&n->doc->text, n->p->first))
		return last;
	for (uint32_t i = n->doc->titles.n; i-- > 0 && i + MEMORY > n->doc->titles.n;)
	{
		const TbTitle *t = &n->doc->titles.at[i];
		uint32_t	times;

		if (t->plural || t->former || !says_more(t->office, n->code) ||
			strlen(t->jurisdiction) <= 3 || strcmp(t->jurisdiction, best->jurisdiction) == 0)
			continue;
		times = tb_title_times_spoken_of(n->doc, t->jurisdiction);
		if (times > most)
		{
			most = times;
			best = t;
		}
	}
	return best;
}

/* Take office, name and place from the last title of the same role. */
static bool
copy_from_last(Naming *n, TbTitle *title)
{
	const TbTitle *last;

	if (!tb_title_leans(n))
		return false;
	last = last_title_like(n->doc, n->code, n->placed ? n->country : "", n->p);
	if (last == NULL || last->former || (last->acting && n->p->acting == TB_NONE &&
										  n->p->noun != NULL))
		return false;
	if (n->p->noun == NULL)
		last = head_of_main_place(n, last);
	if (says_more(last->second_office, n->code))
	{
		/* «министр» behind «Заместитель Премьер-Министра – Министр …» */
		title->title = last->second_title;
		title->office = last->second_office;
		title->jurisdiction = last->second_jurisdiction;
		title->unique = true;
		return true;
	}
	copy_title(title, last);
	if (n->p->former)
		title->title = prefixed(n->doc, "Бывший ", last->title);
	return true;
}

/* Is a jurisdiction a region, and no district of one? */
static bool
ends_in_region(const char *jurisdiction)
{
	static const char region[] = "-region/";
	size_t		len = strlen(jurisdiction);

	return len > sizeof(region) && strcmp(jurisdiction + len - (sizeof(region) - 1), region) == 0;
}

/*
 * «глава региона», «руководитель области» behind the head of a region, however
 * he is called there: «Глава Бурятии», «Раис Татарстана», «Губернатор …».
 */
static bool
copy_region_head(const Naming *n, TbTitle *title)
{
	static const char *const heads[] = {"governor", "head-of-republic", "akim", "hokim"};
	const TbDocument *doc = n->doc;
	bool		region = false;

	for (size_t k = 0; k < sizeof(heads) / sizeof(*heads); k++)
		region = region || strcmp(n->code, heads[k]) == 0;
	if (!region || !tb_title_leans(n) || n->p->former || n->p->acting != TB_NONE || n->p->deputy ||
		!tb_word_is(doc, n->p->first, TB_WORD, "head-noun"))
		return false;
	for (uint32_t i = doc->titles.n; i-- > 0 && i + MEMORY > doc->titles.n;)
	{
		const TbTitle *t = &doc->titles.at[i];

		if (t->plural || t->former || !ends_in_region(t->jurisdiction))
			continue;
		for (size_t k = 0; k < sizeof(heads) / sizeof(*heads); k++)
			if (says_more(t->office, heads[k]))
			{
				copy_title(title, t);
				return true;
			}
	}
	return false;
}

/* «Премьер-министр Татарстана … Премьер»: the region's, if the text has named no other. */
static bool
copy_region_premier(const Naming *n, TbTitle *title)
{
	const TbDocument *doc = n->doc;

	if (strcmp(n->code, "pm") != 0 || n->placed || n->place != NULL || n->p->noun != NULL ||
		n->p->former || n->p->acting != TB_NONE || tb_title_is_plural(n->p))
		return false;
	for (uint32_t i = doc->titles.n; i-- > 0 && i + MEMORY > doc->titles.n;)
	{
		const TbTitle *t = &doc->titles.at[i];

		if (t->plural || t->former || t->office == NULL || !says_more(t->office, "pm") ||
			strncmp(t->jurisdiction, n->country, 2) != 0)
			continue;
		if (!ends_in_region(t->jurisdiction))
			return false;
		copy_title(title, t);
		return true;
	}
	return false;
}

/*
 * The noun that is all a head has behind it: «глава | Агентства», «гендиректор
 * | организации», before a name («гендиректор агентства | Юкия Амано») too;
 * TB_NONE: more is said, or nothing.
 */
static uint32_t
noun_behind(const TbDocument *doc, const TbTitleParse *p)
{
	uint32_t	noun = p->institution ? p->tail_first : p->end - 1;

	if (p->role == NULL || p->role->sub == TB_ROLE_OWN || p->nbodies > 0 ||
		p->place != TB_NONE || tb_title_is_plural(p))
		return TB_NONE;
	if (!p->institution)
		return p->tail_end == 0 && p->noun != NULL &&
			tb_word_is(doc, noun, TB_WORD, "agency-noun") ? noun : TB_NONE;
	for (uint32_t i = noun + 1; i < p->end; i++)
		if (!tb_is_cap(doc, i) || (tb_tok(doc, i)->flags & TB_TF_CAPS))
			return TB_NONE;
	return p->tail_end == p->end ? noun : TB_NONE;
}

/*
 * «глава Агентства», «директор департамента»: the last head of a body with that
 * noun, of which the text said more, or of the body found for it («начальник
 * ДЧС … Начальник департамента»).  «глава казахстанского ведомства» is of that
 * country; "": of any.
 */
static const TbTitle *
last_head_with_noun(const TbDocument *doc, const TbTitleParse *p, const TbBody *body,
					const char *country)
{
	char		noun[TB_MAX_WORD];
	size_t		len = tb_token_fold(&doc->text, noun_behind(doc, p), noun);

	for (uint32_t i = doc->titles.n; i-- > 0 && i + MEMORY > doc->titles.n;)
	{
		const TbTitle *t = &doc->titles.at[i];

		if (!t->plural && !t->former && !t->acting && t->unique && t->end > t->first + 2 &&
			strstr(t->office, "deputy") == NULL &&
			strncmp(t->jurisdiction, country, strlen(country)) == 0 &&
			(holds_word(doc, t, noun, len) ||
			 (body != NULL && t->first <= body->first && body->first < t->end)))
			return t;
	}
	return NULL;
}

static bool
copy_from_head(const Naming *n, TbTitle *title)
{
	const TbTitleParse *p = n->p;
	uint32_t	noun = noun_behind(n->doc, p);
	const TbTitle *last;

	if (noun == TB_NONE || p->end > noun + 1 || p->role->sub != TB_ROLE_HEAD || p->deputy ||
		p->former || p->acting != TB_NONE)
		return false;
	last = last_head_with_noun(n->doc, p, tb_title_body_with_noun(n->doc, noun),
							   n->placed ? n->country : "");
	if (last == NULL)
		return false;
	copy_title(title, last);
	title->unique = true;
	return true;
}

/*
 * leans_on_body: «генеральный директор агентства» where the text named the
 * МАГАТЭ, and has named no head of an agency since.
 */
void
tb_title_lean_on_named_body(TbDocument *doc, TbTitleParse *p)
{
	uint32_t	noun = noun_behind(doc, p);
	const TbBody *body;
	const TbTitle *head;

	if (noun == TB_NONE)
		return;
	body = tb_title_body_with_noun(doc, noun);
	head = body == NULL ? NULL : last_head_with_noun(doc, p, body, "");
	if (body == NULL || (head != NULL && head->end > body->first && p->role->sub == TB_ROLE_HEAD &&
						 !p->deputy))
		return;
	p->body[p->nbodies++] = body->entry;
	p->end = noun + 1;
	p->institution = false;
	p->noun = NULL;
	p->tail_first = p->tail_end = 0;
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
		tb_title_is_plural(n->p) || strchr(n->code, '/') != NULL || tb_title_is_class(n))
		return false;
	for (uint32_t i = n->doc->titles.n > MEMORY ? n->doc->titles.n - MEMORY : 0;
		 i < n->doc->titles.n; i++)
	{
		const TbTitle *t = &n->doc->titles.at[i];

		if (t->plural || t->former != n->p->former ||
			strncmp(t->office, n->code, strlen(n->code)) != 0 ||
			strcmp(t->office + strlen(n->code), "/") != 0)
			continue;
		/* an office of the text's own country, named or bare, comes first */
		if (strncmp(t->jurisdiction, n->country, 2) == 0)
			return false;
		found = t;
	}
	if (found == NULL)
		return false;
	copy_title(title, found);
	return true;
}

bool
tb_title_repeat(Naming *n, TbTitle *title)
{
	return copy_region_head(n, title) || copy_region_premier(n, title) || copy_from_last(n, title) || copy_foreign(n, title) || copy_from_head(n, title);
}

/*
 * A title that leans on one of its role, of which the text says more only
 * further down: «Министр, куда делась дорога?» before «Министр транспорта …».
 */
void
tb_title_lean_forward(TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->titles.n && !tb_arena_poll(doc->arena); i++)
	{
		TbTitle    *t = &doc->titles.at[i];
		const TbTitle *found = NULL;

		if (t->leans == NULL)
			continue;
		for (uint32_t k = i + 1; k < doc->titles.n && k < i + MEMORY; k++)
		{
			const TbTitle *later = &doc->titles.at[k];

			if (later->plural || later->former || later->leans != NULL || !later->unique ||
				!says_more(later->office, t->leans) ||
				strncmp(later->jurisdiction, t->jurisdiction, 2) != 0)
				continue;
			if (found != NULL && strcmp(found->title, later->title) != 0)
				break;			/* two of them: it may be either */
			found = found == NULL ? later : found;
		}
		if (found == NULL)
			continue;
		t->title = found->title;
		t->office = found->office;
		t->jurisdiction = found->jurisdiction;
		t->unique = true;
	}
}
