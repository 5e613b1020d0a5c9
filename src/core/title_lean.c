/*
 * title_lean.c
 *	  What a title leans on: the text's main chamber («депутат»), its country,
 *	  the region named last («глава региона»).
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
	uint32_t	last = doc->text.ntok < TALLY_TOKENS ? doc->text.ntok : TALLY_TOKENS;
	uint32_t	i = 0;

	for (; (i = tb_next_of(doc, i, last, TB_BIT(BODY))) < last; i++)
	{
		uint32_t	n;
		uint32_t	end;
		bool		chamber;

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
			chamber = false;
			for (uint32_t k = 0; k < n; k++)
				if (tb_reading_class(&all[k]) == TB_BODY)
				{
					const TbEntry *body = tb_entry(doc, &all[k]);

					chamber = chamber || body->sub == TB_BT_chamber || body->sub == TB_BT_parliament;
					count_body(doc, tally, body);
				}
			/* «Комитет | Мажилиса»: the chamber counts, too */
			if (chamber)
				i = match[m - 1].end - 1;
		}
	}
	for (int k = 1; k < MAX_TALLY && tally[k].body != NULL; k++)
		if (tally[k].count > best->count)
			best = &tally[k];
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

/* ----------------------------------------------------------------- places */

static bool
is_place_of(const TbPlace *p, uint8_t type)
{
	return p->entry != TB_NONE && p->type == type && p->kind == TB_PK_NAME;
}

/*
 * The same, in the title's country if that has such an office: the аким of a
 * text from Kazakhstan is of no Омск, one in a text from Russia is of what is
 * Kazakhstan's.
 */
static bool
is_own_place(const Naming *n, const TbPlace *p, uint8_t type)
{
	const TbEntry *role = n->p->role;
	const char *office = role == NULL ? "" : tb_string(n->doc, role->code);
	char		country[3] = "";

	if (!is_place_of(p, type))
		return false;
	tb_place_country_code(tb_string(n->doc, tb_lexicon_entry(n->doc->lex, p->entry)->code), country);
	if (role == NULL || tb_title_entry_for(n->doc, TB_OFFICE, office, n->country) != NULL)
		return strcmp(country, n->country) == 0;
	return tb_lexicon_find_code(n->doc->lex, TB_OFFICE, office) == NULL ||
		tb_title_entry_for(n->doc, TB_OFFICE, office, country) != NULL;
}

/* The region that a place is in, or NULL. */
static const TbEntry *
region_of(const TbDocument *doc, const TbEntry *place)
{
	const char *code = tb_string(doc, place->code);
	const char *end = strstr(code, "-region/");
	char		region[128];

	if (end == NULL || end - code + 9 > (ptrdiff_t) sizeof(region))
		return NULL;
	snprintf(region, sizeof(region), "%.*s-region/", (int) (end - code), code);
	return tb_lexicon_find_code(doc->lex, TB_PLACE, region);
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

/* How many places of a text are counted for the one it speaks of most. */
#define COUNTED 64

uint32_t
tb_title_times_spoken_of(const TbDocument *doc, const char *code)
{
	size_t		len = strlen(code);
	uint32_t	n = 0;

	for (uint32_t i = 0; i < doc->places.n && i < COUNTED; i++)
		n += doc->places.at[i].entry != TB_NONE &&
			strncmp(tb_string(doc, tb_lexicon_entry(doc->lex, doc->places.at[i].entry)->code),
					code, len) == 0;
	return n;
}

/*
 * The place of a type in a country that the text speaks of most, the places
 * inside it counted with it; NULL: none, or two alike.
 */
static const TbEntry *
find_main_place(const TbDocument *doc, const char *country, uint8_t type)
{
	const TbEntry *best = NULL;
	uint32_t	most = 0;
	bool		alike = false;

	for (uint32_t k = 0; k < doc->places.n && k < COUNTED; k++)
	{
		const TbEntry *place;
		uint32_t	times;

		if (!is_place_of(&doc->places.at[k], type))
			continue;
		place = tb_lexicon_entry(doc->lex, doc->places.at[k].entry);
		if (place == best || strncmp(tb_string(doc, place->code), country, 2) != 0)
			continue;
		times = tb_title_times_spoken_of(doc, tb_string(doc, place->code));
		if (times >= most)
		{
			alike = times == most;
			best = place;
			most = times;
		}
	}
	return alike ? NULL : best;
}

/* The same in the title's country, remembered for the document. */
static const TbEntry *
main_place(const Naming *n, uint8_t type)
{
	TbMainPlace *main = &n->doc->main_place[type == TB_PT_city];

	if (strcmp(main->country, n->country) != 0)
	{
		main->place = find_main_place(n->doc, n->country, type);
		memcpy(main->country, n->country, sizeof(main->country));
	}
	return main->place;
}

/* How many places back towns are looked at for their region. */
#define TOWNS 16

/*
 * «в Актобе … аким области»: the region of the towns before a place, that of
 * which the text names most; the last one, if two are alike.
 */
static const TbEntry *
region_of_towns(const Naming *n, uint32_t here)
{
	const TbDocument *doc = n->doc;
	const TbEntry *best = NULL;
	uint32_t	most = 0;

	for (uint32_t i = here; i-- > 0 && i + TOWNS > here;)
	{
		const TbEntry *region = is_own_place(n, &doc->places.at[i], TB_PT_city) ?
			region_of(doc, tb_lexicon_entry(doc->lex, doc->places.at[i].entry)) : NULL;
		uint32_t	times = region == NULL || region == best ? 0 :
			tb_title_times_spoken_of(doc, tb_string(doc, region->code));

		if (times > most)
		{
			most = times;
			best = region;
		}
	}
	return best;
}

/*
 * The last region the text named before a token, else the next one.  Out of a
 * list of regions it is the one whose towns the text names, too.
 */
static const TbEntry *
region_near(const Naming *n, uint8_t type)
{
	const TbDocument *doc = n->doc;
	uint32_t	here = tb_place_from(doc, n->p->first);
	const TbEntry *main = type == TB_PT_city ? main_place(n, type) : NULL;
	const TbEntry *region;

	for (uint32_t i = here; i-- > 0 && i + MEMORY > here;)
		if (is_own_place(n, &doc->places.at[i], type))
		{
			/* «дорога на Павлодар. … Аким города» of a text on Семей */
			if (main != NULL &&
				doc->places.at[i].first < tb_sentence_start(&doc->text, n->p->first))
				return main;
			return tb_lexicon_entry(doc->lex, doc->places.at[is_in_list(doc, i) ?
									most_named(doc, i, type) : i].entry);
		}
	region = type == TB_PT_region ? region_of_towns(n, here) : NULL;
	if (region != NULL)
		return region;
	for (uint32_t i = here; i < doc->places.n && i < here + MEMORY; i++)
		if (is_own_place(n, &doc->places.at[i], type))
			return tb_lexicon_entry(doc->lex, doc->places.at[i].entry);
	return NULL;
}

/* «районный», «городского»: the key of the noun that the adjective at i is made of, or NULL. */
static const char *
noun_of_level(const TbDocument *doc, uint32_t i)
{
	static const struct
	{
		const char *stem;
		const char *noun;
	}			levels[] = {
		{"област", "region-noun"}, {"краев", "region-noun"}, {"район", "district-noun"},
		{"город", "city-noun"}, {"сельск", "village-noun"}, {"аульн", "village-noun"},
		{"поселков", "village-noun"}
	};
	TbStr		word = tb_word_folded(&doc->text, i);

	for (size_t k = 0; k < sizeof(levels) / sizeof(*levels); k++)
		if (word.len > strlen(levels[k].stem) &&
			memcmp(word.data, levels[k].stem, strlen(levels[k].stem)) == 0)
			return levels[k].noun;
	return NULL;
}

/*
 * The noun behind a head, «аким | района», or in the phrase of one, «глава |
 * региона», or in the adjective before it, «районный аким».
 */
const char *
tb_title_noun(const TbDocument *doc, const TbTitleParse *p)
{
	if (p->noun == NULL && p->level != TB_NONE && p->role != NULL && p->role->sub == TB_ROLE_OWN)
		return noun_of_level(doc, p->level);
	if (p->noun == NULL && p->role == NULL && p->office != NULL && p->end == p->head_end &&
		p->head_end > p->first + 1 && tb_word_is(doc, p->end - 1, TB_WORD, "region-noun"))
		return "region-noun";
	return p->noun;
}

/*
 * «вице-премьер | республики» where the text has last named a republic of
 * Russia, and not the country.
 */
static const TbEntry *
republic_near(const Naming *n)
{
	const TbEntry *region;

	if (strcmp(n->country, "ru") != 0 || !tb_ends_in(n->doc, n->p->noun_first, "республики"))
		return NULL;
	region = region_near(n, TB_PT_region);
	return region != NULL && strncmp(tb_string(n->doc, region->code), "ru/", 3) == 0 &&
		strstr(tb_string(n->doc, region->name), "Республика") != NULL ? region : NULL;
}

/* The place that the noun of a head means where the text says no more, «аким | района»; or NULL. */
static const TbEntry *
place_of_noun(const Naming *n, const char *noun)
{
	if (noun == NULL)
		return NULL;
	if (strcmp(noun, "capital-noun") == 0)
		return capital_of(n->doc, n->country);
	if (strcmp(noun, "region-noun") == 0)
		return region_near(n, TB_PT_region);
	if (strcmp(noun, "country-noun") == 0)
		return republic_near(n);
	if (strcmp(noun, "city-noun") == 0)
		return region_near(n, TB_PT_city);
	if (strcmp(noun, "district-noun") == 0)
		return region_near(n, TB_PT_district);
	return NULL;
}

/*
 * seat: «Губернатор Денис Паслер», «вице-губернатор Анна Ким», of whom the text says no more, is of the
 * region that it speaks of most; «Мэр Василий Козупица» of the town.  «Глава региона»,
 * if no title said more, is of the region named last.
 */
void
tb_title_lean_on_seat(Naming *n)
{
	const TbTitleParse *p = n->p;

	if (n->place == NULL && p->noun == NULL && !tb_title_is_plural(p))
		n->place = place_of_noun(n, tb_title_noun(n->doc, p));
	if (n->place != NULL || p->end != p->head_end || p->noun != NULL || tb_title_is_plural(p) ||
		!tb_may_be(n->doc, p->end, TB_BIT(GIVEN)) || *n->country == '\0')
		return;
	if (strcmp(n->code, "governor") == 0 || strcmp(n->code, "deputy-governor") == 0 ||
		strcmp(n->code, "first-deputy-governor") == 0)
		n->place = main_place(n, TB_PT_region);
	else if (strcmp(n->code, "mayor") == 0)
		n->place = main_place(n, TB_PT_city);
}

/* Is it a bare «спикер», «вице-спикер», «депутаты»? */
static bool
is_bare_parliamentarian(const Naming *n)
{
	const TbTitleParse *p = n->p;

	return p->place == TB_NONE && p->nbodies == 0 && p->tail_end == 0 && p->noun == NULL &&
		p->chamber == TB_CHAMBER_NONE &&
		(tb_title_role_is(n, "speaker") || tb_title_role_is(n, "deputy") ||
		 tb_title_role_is(n, "parliamentarian"));
}

/* «приглашение Спикера | Великого национального собрания Турции»: a guest's body? */
static bool
is_in_title(const TbDocument *doc, const TbBody *body)
{
	for (uint32_t i = doc->titles.n; i-- > 0 && doc->titles.at[i].end > body->first;)
		if (doc->titles.at[i].first <= body->first)
			return true;
	return false;
}

/*
 * named_abroad: «Парламент Молдавии принял закон … | вице-спикер Дойна Герман»:
 * the parliament named last in the paragraph, if with another country's name;
 * not one that a title names.
 */
static void
lean_on_parliament_abroad(Naming *n)
{
	const TbDocument *doc = n->doc;
	uint32_t	start = tb_paragraph_start(&doc->text, n->p->first);

	for (uint32_t i = doc->bodies.n; i-- > 0 && i + MEMORY > doc->bodies.n && doc->bodies.at[i].first >= start;)
	{
		const TbBody *body = &doc->bodies.at[i];

		if (body->first >= n->p->first || is_in_title(doc, body) ||
			(body->entry->sub != TB_BT_parliament && body->entry->sub != TB_BT_chamber))
			continue;
		if (body->placed && strlen(body->jurisdiction) == 3 &&
			strncmp(body->jurisdiction, doc->country, 2) != 0)
		{
			memcpy(n->country, body->jurisdiction, 2);
			n->country[2] = '\0';
			n->named_body = body->entry;
		}
		return;
	}
}

const TbEntry *
tb_title_lean_on_body(Naming *n)
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
	/* a chamber with a director is one of trade: «директор палаты» */
	bare = (p->chamber == TB_CHAMBER_ANY && !tb_title_role_is(n, "director")) ||
		((tb_title_role_is(n, "speaker") || tb_title_role_is(n, "deputy") || tb_title_role_is(n, "toraga") ||
		  tb_title_role_is(n, "parliamentarian")) && p->place == TB_NONE);
	if (bare)
		main = n->named_body != NULL ? n->named_body : tb_title_main_body(n->doc);
	if (main != NULL && (tb_title_role_is(n, "deputy") || tb_title_role_is(n, "people-deputy")))
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

const TbEntry *
tb_title_lean_on_place(Naming *n)
{
	return tb_title_is_plural(n->p) ? NULL : place_of_noun(n, n->p->noun);
}
/*
 * «областного правительства»: that of the region named last, whose offices are
 * those of «Правительства Псковской области».
 */
const TbEntry *
tb_title_region_of_government(const Naming *n)
{
	if (n->body == NULL || n->p->role == NULL || n->p->role->sub != TB_ROLE_HEAD ||
		strcmp(tb_string(n->doc, n->body->code), "regional-government") != 0)
		return NULL;
	return n->place != NULL ? n->place : region_near(n, TB_PT_region);
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

/*
 * A place adjective inside the title or right before it says the country:
 * «турецкий | министр транспорта» is the Министр транспорта Турции; so does
 * one whose noun is left out, «… делегацию возглавил X, узбекскую – | министр».
 */
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
			(place->end >= n->p->first ||
			 (place->end + 1 == n->p->first && tb_tok(n->doc, place->end)->kind == TB_MARK &&
			  tb_is_dash(tb_tok(n->doc, place->end)->value))) &&
			place->type == TB_PT_country)
		{
			set_country(n, tb_string(n->doc, tb_lexicon_entry(n->doc->lex, place->entry)->code));
			if (n->place == NULL && strcmp(n->country, n->doc->country) != 0 &&
				(n->p->role == NULL || n->p->role->sub != TB_ROLE_HEAD || n->p->nbodies > 0))
				n->place = tb_lexicon_entry(n->doc->lex, place->entry);
		}
	}
}

void
tb_title_find_country(Naming *n)
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
	if (!n->placed && p->listed_country != NULL)
		memcpy(n->country, p->listed_country, 3);
	if (!n->placed && is_bare_parliamentarian(n))
		lean_on_parliament_abroad(n);
}
