/*
 * place.c
 *	  Finds names of places, and the country that a document speaks of.
 *
 * The lexicon offers readings for the words at a token; the neighbours decide.
 *
 *	«в г.Алматы, Туркестанской и Алматинской областях, на Урале и в Семее»
 *		г.Алматы		marker_before: the marker joins the mention
 *		Туркестанской	elliptic_region: its head stands by the next name
 *		Алматинской областях	region_plural_head
 *		Урале			river, lake or area after «на»
 *		Семее			homonym: needs a capital and a marker, a
 *						preposition of place, a place beside it, or the same
 *						name with a marker elsewhere in the document
 *
 * What sounds like a place and is none: a name right inside quotation marks,
 * a name after улица, имени …, a surname after a given name or initials.
 *
 * Of several places of one name (город and озеро Балхаш) the marker decides,
 * then the neighbours, the document's country, and the type.
 */
#include "core/words.h"

#include <stdlib.h>

#include "lex/builder.h"

#define MAX_MATCHES 8
#define PLACE_BITS (TB_BIT(PLACE) | TB_BIT(PLACE_ADJ))

/* How many places back a marker is remembered: keeps long texts linear. */
#define MEMORY 256

/* Tokens of one hyphenated name: no chain is followed further. */
#define MAX_PARTS 12

/* How many tokens the document's country is sought in. */
#define COUNTRY_TOKENS 5000

typedef struct Finder
{
	TbDocument *doc;
	TbVec(TbPlace) doubtful;	/* homonyms that lack evidence so far */
	bool		failed;
} Finder;

/* A place name at a token, before it is accepted. */
typedef struct Candidate
{
	uint32_t	first;			/* with the marker */
	uint32_t	name;			/* where the name itself begins */
	uint32_t	end;
	const TbReading *reading;
	const TbEntry *entry;
	int			score;
	bool		marked;
} Candidate;

/* ---------------------------------------------------------------- context */

/* The country code that a path begins with, "" when it is none. */
static void
country_of(const char *code, char *out)
{
	const char *slash = strchr(code, '/');

	out[0] = '\0';
	if (slash == code + 2)
	{
		memcpy(out, code, 2);
		out[2] = '\0';
	}
}

/* Is the token before i a marker (with or without its full stop)? */
static const TbReading *
marker_before(const TbDocument *doc, uint32_t i, uint32_t *first)
{
	uint32_t	at = i;
	const TbReading *reading;

	if (i == 0)
		return NULL;
	at--;
	if (tb_is_mark(&doc->text, at, '.') && at > 0)
		at--;
	reading = tb_word_reading(doc, at, TB_MARKER, NULL);
	if (reading == NULL)
		return NULL;
	/* one letter is a marker only with its full stop, and small: г. с. р. */
	if ((tb_tok(doc, at)->flags & TB_TF_LETTER) &&
		(at + 1 == i || (tb_tok(doc, at)->flags & TB_TF_CAP)))
		return NULL;
	*first = at;
	return reading;
}

/* Does a marker of this key go with a place of this type? */
static bool
marker_fits(const char *key, uint8_t type)
{
	if (strcmp(key, "city") == 0 || strcmp(key, "settlement") == 0)
		return type == TB_PT_city || type == TB_PT_settlement;
	if (strcmp(key, "lake") == 0)
		return type == TB_PT_lake || type == TB_PT_reservoir || type == TB_PT_sea;
	if (strcmp(key, "country") == 0)
		return type == TB_PT_country || type == TB_PT_region;
	for (int t = 0; t < TB_NPLACE_TYPES; t++)
	{
		static const char *const names[] = {
#define NAME(name) #name,
			TB_PLACE_TYPES(NAME)
#undef NAME
		};

		if (type == t)
			return strcmp(key, names[t]) == 0;
	}
	return false;
}

static bool
is_comma_or_and(const TbDocument *doc, uint32_t i)
{
	return tb_is_mark(&doc->text, i, ',') || tb_word_is(doc, i, TB_WORD, "and");
}

/*
 * Is the name in quotation marks with at most one word beside it: «Алатау»,
 * «Вести Семея», «Каспий-Медиа»?  Longer quotations are texts.
 */
static bool
in_short_quotes(const TbDocument *doc, uint32_t first, uint32_t end)
{
	for (uint32_t before = 0; before <= 1; before++)
		for (uint32_t after = 0; before + after <= 1; after++)
		{
			uint32_t	from = first;
			uint32_t	to = end;

			if (before && first > 0)
				from = tb_prev(doc, first);
			if (after)
				to = tb_is_mark(&doc->text, end, '-') ? end + 2 : end + 1;
			if (from < doc->text.ntok && to <= doc->text.ntok && from <= first &&
				tb_is_quoted(doc, from, to))
				return true;
		}
	return false;
}

/* How far back a street may stand from what belongs to its name. */
#define STREET_WORDS 8

/*
 * Does a street's word stand before i with only its name or a list of names
 * between: «ул. Конституции Казахстана», «на улицах Абая, Парковой и …»?
 */
static bool
is_on_street(const TbDocument *doc, uint32_t i)
{
	bool		list = false;

	for (uint32_t at = i; at > 0 && at + STREET_WORDS > i; at--)
	{
		const TbReading *street = tb_word_reading(doc, at - 1, TB_NOPERSON, "street");

		if (street != NULL)
			return !list || tb_gram_singular(street->gram) == 0;
		if (is_comma_or_and(doc, at - 1))
			list = true;
		else if (!tb_is_cap(doc, at - 1) && !tb_is_mark(&doc->text, at - 1, '.'))
			return false;
		if (tb_tok(doc, at - 1)->flags & (TB_TF_SENT | TB_TF_PARA))
			return false;
	}
	return false;
}

/* Is the name at i part of a street's, school's or person's name? */
static bool
is_named_after(const TbDocument *doc, uint32_t i)
{
	if (is_on_street(doc, i))
		return true;

	uint32_t	at = i;
	const TbReading *reading;

	if (at == 0)
		return false;
	at--;
	if (tb_is_mark(&doc->text, at, '.') && at > 0)
		at--;
	reading = tb_word_reading(doc, at, TB_NOPERSON, NULL);
	return reading != NULL && tb_entry(doc, reading)->value == 0 &&
		!tb_word_is(doc, at, TB_MARKER, NULL);
}

/* Does a given name or an initial stand right before i (Владимир Кострома)? */
static bool
is_surname_here(const TbDocument *doc, uint32_t i)
{
	const TbToken *before;

	if (i == 0 || tb_tok(doc, i)->flags & (TB_TF_NEWLINE | TB_TF_GLUED))
		return false;
	before = tb_tok(doc, i - 1);
	/* Владимир is also a town; if it was found to be one, it gives no name */
	if (before->kind == TB_WORD_TOKEN)
		return (before->flags & TB_TF_CAP) &&
			tb_word_reading(doc, i - 1, TB_GIVEN, NULL) != NULL &&
			!(doc->places.n > 0 && doc->places.at[doc->places.n - 1].end == i) &&
			!tb_may_be(doc, i - 1, TB_BIT(ROLE) | TB_BIT(OFFICE));
	return before->kind == TB_MARK && before->value == '.' && i > 1 &&
		(tb_tok(doc, i - 2)->flags & TB_TF_LETTER) &&
		(tb_tok(doc, i - 2)->flags & TB_TF_CAP);
}

/* Does a surname or patronymic stand right behind a name that is also given? */
static bool
is_given_here(const TbDocument *doc, uint32_t i, uint32_t end)
{
	const TbToken *after = tb_tok(doc, end);
	const TbReading *given;
	TbGram		gender;

	if (end != i + 1 || after->kind != TB_WORD_TOKEN ||
		!(after->flags & TB_TF_CAP) || (after->flags & TB_TF_NEWLINE))
		return false;
	given = tb_word_reading(doc, i, TB_GIVEN, NULL);
	/* Астана is a capital first, though women are named so */
	if (given == NULL || (tb_entry(doc, given)->flags & TB_EF_HOMONYM))
		return false;
	return tb_is_patronymic(tb_text_of(doc, end, end + 1), &gender) ||
		tb_is_surname_shaped(tb_text_of(doc, end, end + 1));
}

/* Does the form begin as a name must: capital, or a marker and a capital? */
static bool
begins_as_name(const TbDocument *doc, uint32_t first, uint32_t end)
{
	if (tb_is_cap(doc, first))
		return true;
	return tb_word_is(doc, first, TB_MARKER, NULL) && first + 1 < end &&
		tb_is_cap(doc, first + 1);
}

/* ------------------------------------------------------------- candidates */

/* The place found last, if it stands right before token i but for a comma. */
static const TbPlace *
coordinated_place(const TbDocument *doc, uint32_t i)
{
	const TbPlace *last;

	if (doc->places.n == 0 || i < 2 || !is_comma_or_and(doc, i - 1))
		return NULL;
	last = &doc->places.at[doc->places.n - 1];
	return last->end == i - 1 && last->kind == TB_PK_NAME ? last : NULL;
}

static int
type_score(uint8_t type)
{
	static const int score[TB_NPLACE_TYPES] = {
		[TB_PT_country] = 9,[TB_PT_continent] = 9,[TB_PT_city] = 8,
		[TB_PT_region] = 7,[TB_PT_area] = 5,[TB_PT_sea] = 5,
		[TB_PT_river] = 4,[TB_PT_lake] = 4,[TB_PT_mountain] = 4,
		[TB_PT_island] = 4,[TB_PT_reservoir] = 3,[TB_PT_district] = 3,
		[TB_PT_settlement] = 2
	};

	return score[type];
}

static bool
is_natural(uint8_t type)
{
	return type == TB_PT_river || type == TB_PT_lake || type == TB_PT_area ||
		type == TB_PT_sea || type == TB_PT_mountain || type == TB_PT_island ||
		type == TB_PT_reservoir;
}

/* Has this entry been seen with its marker, not too long ago? */
static bool
seen_marked(const TbDocument *doc, uint32_t entry)
{
	for (uint32_t i = doc->places.n; i-- > 0 && i + MEMORY > doc->places.n;)
		if (doc->places.at[i].entry == entry &&
			strcmp(doc->places.at[i].rule, "marker_before") == 0)
			return true;
	return false;
}

static int
candidate_score(const TbDocument *doc, const Candidate *c, const char *marker)
{
	int			score = type_score(c->entry->sub);
	const TbPlace *beside = coordinated_place(doc, c->first);
	char		country[3];

	country_of(tb_string(doc, c->entry->code), country);
	if (marker != NULL && marker_fits(marker, c->entry->sub))
		score += 100;
	if (*country != '\0' && strcmp(country, doc->country) == 0)
		score += 10;
	if (beside != NULL && beside->type == c->entry->sub)
		score += 7;
	if (c->first > 0 && tb_word_is(doc, c->first - 1, TB_WORD, "na"))
		score += is_natural(c->entry->sub) ? 6 : 0;
	else if (c->first > 0 && tb_word_is(doc, c->first - 1, TB_WORD, "place-prep"))
		score += is_natural(c->entry->sub) ? 0 : 3;
	if (seen_marked(doc, c->reading->entry))
		score += 8;
	score -= (c->reading->flags & (TB_RF_ALIAS | TB_RF_OLD)) ? 1 : 0;
	return score;
}

/* May this reading of [name, end) be a place, as it is written? */
static bool
reading_allowed(const TbDocument *doc, const TbReading *reading, uint32_t name,
				uint32_t end, bool marked)
{
	if ((reading->flags & TB_RF_CAPS) && !tb_in_capitals(doc, name, end))
		return false;
	if ((reading->flags & TB_RF_MARK) && !marked)
		return false;
	return begins_as_name(doc, name, end);
}

/* The best place of the readings of one match. */
static bool
best_reading(const TbDocument *doc, const TbMatch *match, Candidate *best)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(doc->lex, match->node, &n);
	uint32_t	first = best->name;
	const TbReading *marker = marker_before(doc, best->name, &first);
	const char *key = marker ? tb_string(doc, tb_entry(doc, marker)->code) : NULL;

	best->reading = NULL;
	for (uint32_t i = 0; i < n; i++)
	{
		Candidate	c = {best->name, best->name, match->end, &readings[i],
		tb_entry(doc, &readings[i]), 0, false};

		if (c.entry->klass != TB_PLACE)
			continue;
		c.marked = key != NULL && marker_fits(key, c.entry->sub);
		if (!reading_allowed(doc, c.reading, c.name, c.end, c.marked))
			continue;
		c.score = candidate_score(doc, &c, key);
		if (c.marked)
			c.first = first;
		if (best->reading == NULL || c.score > best->score)
			*best = c;
	}
	return best->reading != NULL;
}

/* ------------------------------------------------------------- acceptance */

static TbPlace *
add_place(Finder *f, uint32_t first, uint32_t end, uint32_t entry,
		  const char *rule)
{
	TbDocument *doc = f->doc;
	TbPlace    *place = TB_PUSH(doc->arena, &doc->places);

	if (place == NULL)
	{
		f->failed = true;
		return NULL;
	}
	place->first = first;
	place->end = end;
	place->span = tb_span_of(doc, first, end);
	place->entry = entry;
	place->rule = rule;
	if (entry != TB_NONE)
	{
		const TbEntry *e = tb_lexicon_entry(doc->lex, entry);

		place->name = tb_string(doc, e->name);
		place->type = e->sub;
	}
	return place;
}

static bool
ends_in_o(const char *name)
{
	size_t		len = strlen(name);

	return len > 2 && strcmp(name + len - 2, "о") == 0;
}

/* Is the name a homonym here: an ordinary word that opens a sentence, say? */
static bool
is_homonym(const TbDocument *doc, const Candidate *c)
{
	if ((c->entry->flags & TB_EF_HOMONYM) && !(c->reading->flags & TB_RF_ALIAS))
		return true;
	/* «копали Тимирязева»: a street's man, not Тимирязево */
	if (c->end == c->name + 1 && (c->entry->sub == TB_PT_city || c->entry->sub == TB_PT_settlement) &&
		!(c->reading->gram & TB_NOM) && ends_in_o(tb_string(doc, c->entry->name)) &&
		tb_is_surname_shaped(tb_text_of(doc, c->name, c->end)))
		return true;
	return c->end == c->name + 1 && (tb_tok(doc, c->name)->flags & TB_TF_SENT) &&
		tb_may_be(doc, c->name, TB_BIT(COMMON));
}

/* «СЕМЕЙ, 12 мая –», «Астана. Президент …»: a name that opens the text's line. */
static bool
opens_dateline(const TbDocument *doc, uint32_t first, uint32_t end)
{
	return (tb_tok(doc, first)->flags & TB_TF_PARA) &&
		tb_in_capitals(doc, first, end) &&
		(tb_is_mark(&doc->text, end, ',') || tb_is_mark(&doc->text, end, '.') ||
		 tb_is_dash(tb_tok(doc, end)->value));
}

/* Do the neighbours say that a homonym is a place here? */
static bool
has_evidence(const TbDocument *doc, const Candidate *c)
{
	uint32_t	cases = tb_gram_cases(c->reading->gram);

	if (c->marked || coordinated_place(doc, c->first) != NULL ||
		opens_dateline(doc, c->first, c->end))
		return true;
	if (c->first == 0 || (tb_tok(doc, c->first)->flags & TB_TF_SENT))
		return false;
	if (tb_word_is(doc, c->first - 1, TB_WORD, "place-prep"))
		return (cases & (TB_PRE | TB_GEN | TB_ACC)) != 0;
	return is_natural(c->entry->sub) && (cases & TB_PRE) &&
		tb_word_is(doc, c->first - 1, TB_WORD, "na");
}

static void
accept(Finder *f, const Candidate *c, const char *rule)
{
	TbPlace    *place = add_place(f, c->first, c->end, c->reading->entry, rule);

	if (place != NULL)
		place->gram = c->reading->gram;
}

/* Keep a homonym aside: the document may still give evidence. */
static void
doubt(Finder *f, const Candidate *c)
{
	TbPlace    *place;

	accept(f, c, "document_evidence");
	if (f->failed)
		return;
	place = TB_PUSH(f->doc->arena, &f->doubtful);
	if (place == NULL)
		f->failed = true;
	else
		*place = f->doc->places.at[f->doc->places.n - 1];
	f->doc->places.n--;
}

/* ----------------------------------------------------------------- rules */

/*
 * lexicon_name: «Астане», «Атырауской области», «ВКО»; with its marker
 * «г.Алматы».  Not: «Алатау» in quotation marks, улица Абая, Владимир
 * Кострома.
 */
static uint32_t
place_name_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	TbMatch		match[MAX_MATCHES];
	int			n;
	Candidate	c = {.name = i};

	if (!tb_may_be(doc, i, TB_BIT(PLACE)))
		return i;
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0)
		if (best_reading(doc, &match[n], &c))
			break;
	if (n < 0)
		return i;
	if (!c.marked && (in_short_quotes(doc, c.first, c.end) ||
					  is_named_after(doc, c.first) ||
					  (c.end == i + 1 && is_surname_here(doc, i)) ||
					  is_given_here(doc, i, c.end)))
		return c.end;
	if (c.marked)
		accept(f, &c, "marker_before");
	else if (!is_homonym(doc, &c) || has_evidence(doc, &c))
		accept(f, &c, "lexicon_name");
	else
		doubt(f, &c);
	return c.end;
}

/* Behind the adjective that begins at i («Восточно-Казахстанской»). */
static uint32_t
adjective_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end + 1 < doc->text.ntok && end < i + MAX_PARTS &&
		   tb_tok(doc, end)->kind == TB_MARK &&
		   (tb_tok(doc, end)->flags & TB_TF_GLUED))
		end += 2;
	return end;
}

/* Is there a chain «…ской, …ской и …ской области» from i on to its head? */
static bool
chain_reaches_head(const TbDocument *doc, uint32_t i)
{
	for (int step = 0; step < 20; step++)
	{
		uint32_t	at = adjective_end(doc, i);

		if (step > 0 && (tb_word_is(doc, at, TB_MARKER, "region") ||
						 tb_word_is(doc, at, TB_MARKER, "district")))
			return true;
		if (!is_comma_or_and(doc, at))
			return false;
		at++;
		if (tb_word_is(doc, at, TB_WORD, "and"))
			at++;
		if (!tb_is_cap(doc, at) || !tb_may_be(doc, at, TB_BIT(PLACE_ADJ)))
			return false;
		i = at;
	}
	return false;
}

/*
 * The best reading of the adjective [i, end); elliptic: of «…ская область»
 * itself, and of the type that a head beside it names (NULL: any).
 */
static const TbReading *
adjective_reading(const TbDocument *doc, uint32_t i, uint32_t end, bool elliptic,
				  const char *head)
{
	TbMatch		match[MAX_MATCHES];
	int			m = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	uint32_t	n = 0;
	const TbReading *readings = NULL;
	const TbReading *best = NULL;
	int			best_score = -1;

	while (m-- > 0)
		if (match[m].end == end || (!elliptic && match[m].end == i + 1))
		{
			readings = tb_lexicon_readings(doc->lex, match[m].node, &n);
			break;
		}

	for (uint32_t r = 0; r < n; r++)
	{
		const TbEntry *entry = tb_entry(doc, &readings[r]);
		char		country[3];
		int			score;

		if (entry->klass != TB_PLACE_ADJ || (elliptic && entry->value != 1) ||
			(head != NULL && !marker_fits(head, entry->sub)))
			continue;
		if ((readings[r].flags & TB_RF_COMPOUND) &&
			!(tb_is_mark(&doc->text, i + 1, '-') &&
			  (tb_tok(doc, i + 1)->flags & TB_TF_GLUED)))
			continue;
		country_of(tb_string(doc, entry->code), country);
		score = type_score(entry->sub) + (entry->value == 0 ? 20 : 0) +
			(strcmp(country, doc->country) == 0 ? 10 : 0);
		if (score > best_score)
		{
			best = &readings[r];
			best_score = score;
		}
	}
	return best;
}

/* The place entry of an adjective's code; TB_NONE: none. */
static uint32_t
place_of_adjective(const TbDocument *doc, const TbReading *reading)
{
	const TbEntry *place = tb_lexicon_find_code(doc->lex, TB_PLACE,
												tb_string(doc, tb_entry(doc, reading)->code));
	uint32_t	first;
	uint32_t	end;

	if (place == NULL)
		return TB_NONE;
	tb_lexicon_class(doc->lex, TB_PLACE, &first, &end);
	if (place >= tb_lexicon_entry(doc->lex, first) &&
		place <= tb_lexicon_entry(doc->lex, end - 1))
		return first + (uint32_t) (place - tb_lexicon_entry(doc->lex, first));
	return (uint32_t) (place - doc->lex->terms->entries.at) + doc->lex->image->nentries;
}

/*
 * «в Актюбинской и 11 – в Западно-Казахстанской области», «север
 * Костанайской»: a feminine that nothing follows which it could belong to.
 */
static bool
stands_alone(const TbDocument *doc, uint32_t i, uint32_t end)
{
	const TbToken *after = tb_tok(doc, end);

	if ((tb_tok(doc, i)->flags & TB_TF_SENT) ||
		!(tb_ends_in(doc, end - 1, "ой") || tb_ends_in(doc, end - 1, "ую") ||
		  tb_ends_in(doc, end - 1, "ая")))
		return false;
	return after->kind != TB_WORD_TOKEN || tb_word_is(doc, end, TB_WORD, "and") ||
		tb_may_be(doc, end, TB_BIT(PREP));
}

/*
 * unknown_district: «Кировского района» of a country whose Кировский район no
 * list has; the adjective in -ск- gets its nominative back.
 */
static uint32_t
unknown_district(Finder *f, uint32_t i, uint32_t end)
{
	static const char *const endings[] = {"ского", "скому", "ским", "ском", "ский"};
	TbStr		text = tb_text_of(f->doc, i, end);
	TbBuffer	name = {.arena = f->doc->arena};
	TbPlace    *place;

	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
	{
		size_t		len = strlen(endings[e]);

		if (text.len <= len || memcmp(text.data + text.len - len, endings[e], len) != 0)
			continue;
		place = add_place(f, i, end + 1, TB_NONE, "unknown_district");
		if (place == NULL)
			return end;
		tb_buffer_put(&name, text.data, text.len - len);
		tb_buffer_puts(&name, "ский район");
		place->name = tb_buffer_text(&name);
		place->type = TB_PT_district;
		f->failed = f->failed || place->name == NULL;
		return end + 1;
	}
	return i;
}

/*
 * region_plural_head: «Алматинской областях» after another region;
 * elliptic_region: «Туркестанской» before it;
 * place_adjective: «алматинской агломерации», «казахстанско» | «узбекский»;
 * not «английского языка».
 */
static uint32_t
place_adjective_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	const TbReading *reading = NULL;
	TbPlace    *place;
	uint32_t	end = adjective_end(doc, i);
	const char *rule = "place_adjective";

	if (!tb_may_be(doc, i, TB_BIT(PLACE_ADJ)) || is_surname_here(doc, i) ||
		(tb_is_cap(doc, i) && is_on_street(doc, i)) ||
		(tb_is_cap(doc, i) && in_short_quotes(doc, i, i + 1)) ||
		tb_word_is(doc, i + 1, TB_WORD, "language"))
		return i;
	if (tb_is_cap(doc, i))
	{
		const char *head = tb_word_is(doc, end, TB_MARKER, "region") ? "region" :
			tb_word_is(doc, end, TB_MARKER, "district") ? "district" : NULL;

		if (head != NULL || chain_reaches_head(doc, i) || stands_alone(doc, i, end))
			reading = adjective_reading(doc, i, end, true, head);
		if (reading != NULL)
		{
			rule = head ? "region_plural_head" : "elliptic_region";
			end += head != NULL;
		}
		else if (head != NULL && strcmp(head, "district") == 0)
			return unknown_district(f, i, end);
	}
	if (reading == NULL)
	{
		reading = adjective_reading(doc, i, end, false, NULL);
		if (reading == NULL)
			return i;
		/* «казахстанско» | «узбекский»: each part is a mention */
		if ((reading->flags & TB_RF_COMPOUND) ||
			!tb_may_be(doc, end - 1, TB_BIT(PLACE_ADJ)))
			end = i + 1;
	}
	place = add_place(f, i, end, place_of_adjective(doc, reading), rule);
	if (place == NULL)
		return end;
	if (place->entry == TB_NONE)
	{
		doc->places.n--;
		return i;
	}
	/* «майские праздники» are of no Майский район */
	if (rule[0] == 'p' && !tb_is_cap(doc, i) &&
		!(tb_lexicon_entry(doc->lex, place->entry)->flags & TB_EF_USER) &&
		(place->type == TB_PT_district || place->type == TB_PT_settlement))
	{
		doc->places.n--;
		return i;
	}
	place->kind = rule[0] == 'p' ? TB_PK_ADJECTIVE : TB_PK_NAME;
	place->gram = reading->gram;
	return end;
}

/* Words of an unknown name behind a marker: «Балпык би», «Ат-Баши». */
static uint32_t
unknown_name_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end + 1 < doc->text.ntok && end < i + MAX_PARTS &&
		   (tb_tok(doc, end)->flags & TB_TF_GLUED) &&
		   tb_tok(doc, end)->kind == TB_MARK && tb_is_cap(doc, end + 1))
		end += 2;
	return end;
}

/* A name in apposition to its marker stays as it is written. */
static const char *
copy_name(Finder *f, uint32_t first, uint32_t end)
{
	TbStr		text = tb_text_of(f->doc, first, end);
	const char *copy = tb_arena_strdup(f->doc->arena, text.data, text.len);

	if (copy == NULL)
		f->failed = true;
	return copy;
}

/*
 * unknown_after_marker: «в селе Кулан», «с. Ат-Баши», «реки Сакмара» when no
 * list has the name.  Not: «в селе Президент», «город Алматы».
 */
static uint32_t
unknown_place_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	uint32_t	name = i + 1;
	const TbReading *marker = tb_word_reading(doc, i, TB_MARKER, NULL);
	const char *key;
	TbPlace    *place;
	bool		letter;
	uint32_t	end = 0;

	if (marker == NULL)
		return i;
	key = tb_string(doc, tb_entry(doc, marker)->code);
	if (strcmp(key, "settlement") != 0 && strcmp(key, "river") != 0 &&
		strcmp(key, "lake") != 0 && strcmp(key, "city") != 0)
		return i;
	letter = (tb_tok(doc, i)->flags & TB_TF_LETTER) != 0;
	if (tb_is_mark(&doc->text, name, '.') && !(tb_tok(doc, name)->flags & TB_TF_SPACE))
		name++;
	else if (letter || !(tb_tok(doc, name)->flags & TB_TF_SPACE))
		return i;
	if (!tb_is_cap(doc, name) || (tb_tok(doc, name)->flags & TB_TF_SENT) ||
		(tb_tok(doc, i)->flags & TB_TF_CAP && letter) ||
		(tb_phrase_reading(doc, name, TB_PLACE, NULL, &end) != NULL &&
		 end >= unknown_name_end(doc, name)) ||	/* but «с. Исфана-Баши» is none */
		(unknown_name_end(doc, name) == name + 1 &&
		 tb_may_be(doc, name, PLACE_BITS | TB_BIT(OFFICE) | TB_BIT(ROLE) |
				   TB_BIT(BODY) | TB_BIT(COMMON) | TB_BIT(GIVEN) | TB_BIT(TITLEMOD))))
		return i;
	place = add_place(f, i, unknown_name_end(doc, name), TB_NONE,
					  "unknown_after_marker");
	if (place == NULL)
		return i;
	place->name = copy_name(f, name, place->end);
	place->type = strcmp(key, "river") == 0 ? TB_PT_river :
		strcmp(key, "lake") == 0 ? TB_PT_lake :
		strcmp(key, "city") == 0 ? TB_PT_city : TB_PT_settlement;
	return place->end;
}

/* --------------------------------------------------------------- document */

static int
compare_places(const void *a, const void *b)
{
	const TbPlace *x = a;
	const TbPlace *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

/* The entries that accepted names mention, a bit each; NULL: no memory. */
static uint8_t *
mentioned_entries(const TbDocument *doc)
{
	uint32_t	n = doc->lex->image->nentries +
		(doc->lex->terms ? doc->lex->terms->entries.n : 0);
	uint8_t    *bits = tb_arena_alloc(doc->arena, n / 8 + 1);

	for (uint32_t i = 0; bits != NULL && i < doc->places.n; i++)
		if (doc->places.at[i].entry != TB_NONE && doc->places.at[i].kind == TB_PK_NAME)
			bits[doc->places.at[i].entry / 8] |=
				(uint8_t) (1 << doc->places.at[i].entry % 8);
	return bits;
}

uint32_t
tb_place_from(const TbDocument *doc, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = doc->places.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (doc->places.at[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Take the doubtful homonyms that the document confirms elsewhere. */
static TbStatus
take_confirmed(Finder *f)
{
	TbDocument *doc = f->doc;
	uint32_t	sure = doc->places.n;
	uint8_t    *bits;

	if (f->doubtful.n == 0)
		return TB_OK;
	bits = mentioned_entries(doc);
	if (bits == NULL)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < f->doubtful.n; i++)
	{
		TbPlace    *place;

		uint32_t	entry = f->doubtful.at[i].entry;

		if (!(bits[entry / 8] & 1 << entry % 8))
			continue;
		place = TB_PUSH(doc->arena, &doc->places);
		if (place == NULL)
			return TB_NO_MEMORY;
		*place = f->doubtful.at[i];
	}
	if (doc->places.n > sure)
		qsort(doc->places.at, doc->places.n, sizeof(TbPlace), compare_places);
	return TB_OK;
}

TbStatus
tb_place_find(TbDocument *doc)
{
	Finder		f = {.doc = doc};

	for (uint32_t i = 0; i < doc->text.ntok;)
	{
		uint32_t	next = i;

		if ((i & 0xFFF) == 0 && tb_arena_stopped(doc->arena))
			return TB_INTERRUPTED;
		if (tb_may_be(doc, i, PLACE_BITS | TB_BIT(MARKER)))
		{
			next = place_name_at(&f, i);
			if (next == i)
				next = place_adjective_at(&f, i);
			if (next == i)
				next = unknown_place_at(&f, i);
		}
		if (f.failed)
			return TB_NO_MEMORY;
		i = next == i ? i + 1 : next;
	}
	return take_confirmed(&f);
}

/* ---------------------------------------------------------------- country */

typedef struct Tally
{
	char		country[3];
	int			count;
} Tally;

#define MAX_COUNTRIES 16

static void
count_country(Tally *tally, const char *country, int weight)
{
	if (*country == '\0')
		return;
	for (int i = 0; i < MAX_COUNTRIES; i++)
	{
		if (tally[i].count == 0)
			memcpy(tally[i].country, country, 3);
		if (strcmp(tally[i].country, country) == 0)
		{
			tally[i].count += weight;
			return;
		}
	}
}

/* The country that a reading speaks of, and how loudly; 0: of none. */
static int
country_of_reading(const TbDocument *doc, const TbReading *reading, bool cap,
				   char *country)
{
	const TbEntry *entry = tb_entry(doc, reading);
	const char *countries;

	switch ((TbClass) entry->klass)
	{
		case TB_PLACE:
			country_of(tb_string(doc, entry->code), country);
			return cap && !(entry->flags & TB_EF_HOMONYM) ? 1 : 0;
		case TB_PLACE_ADJ:
			country_of(tb_string(doc, entry->code), country);
			return entry->value == 0;
		case TB_BODY:
		case TB_OFFICE:
			countries = tb_string(doc, entry->country);
			/* not of many countries, or any */
			if (strlen(countries) == 2)
				memcpy(country, countries, 3);
			return entry->klass == TB_BODY ? 2 : 1;
		default:
			return 0;
	}
}

/*
 * Count the country that the form at token i speaks of, if its readings
 * agree: «Мажилис» does, «Сенат» and «глава государства» do not.  A body
 * tells more than a place.
 */
static void
count_at(const TbDocument *doc, uint32_t i, Tally *tally)
{
	TbMatch		match[MAX_MATCHES];
	int			n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	uint32_t	count;
	const TbReading *readings;
	char		agreed[3] = "";
	int			weight = 0;

	if (n == 0)
		return;
	readings = tb_lexicon_readings(doc->lex, match[n - 1].node, &count);
	for (uint32_t r = 0; r < count; r++)
	{
		char		country[3] = "";
		int			w;

		if ((readings[r].flags & TB_RF_CAPS) &&
			!tb_in_capitals(doc, i, match[n - 1].end))
			continue;
		w = country_of_reading(doc, &readings[r], tb_is_cap(doc, i), country);
		if (w == 0)
			continue;
		if (*country == '\0' || (weight > 0 && strcmp(country, agreed) != 0))
			return;
		memcpy(agreed, country, 3);
		weight = w > weight ? w : weight;
	}
	if (weight > 0)
		count_country(tally, agreed, weight);
}

/*
 * «Президент Касым-Жомарт Токаев прибыл в Ташкент»: who is called so without
 * a country leads the document's own.  The country of the surname at i, said
 * behind such an office; false for none.
 */
static bool
own_leader_country(const TbDocument *doc, uint32_t i, char *country)
{
	uint32_t	n;
	const TbHolder *holders = tb_lexicon_holders(doc->lex, &n);
	const TbReading *surname = tb_word_reading(doc, i, TB_SURNAME, NULL);
	uint32_t	at = i;

	if (surname == NULL)
		return false;
	while (at > 0 && at + 5 > i &&
		   (tb_is_cap(doc, at - 1) || tb_tok(doc, at - 1)->kind == TB_MARK) &&
		   tb_word_reading(doc, at - 1, TB_PLACE, NULL) == NULL &&
		   tb_word_reading(doc, at - 1, TB_ROLE, NULL) == NULL)
		at--;
	if (at == 0 || !tb_word_is(doc, at - 1, TB_ROLE, "president"))
		return false;
	for (uint32_t h = 0; h < n; h++)
	{
		const char *person = tb_string(doc, holders[h].person);
		const char *last = strrchr(person, ' ');

		if (last == NULL || strstr(tb_string(doc, holders[h].office), "/president/") == NULL ||
			strcmp(last + 1, tb_string(doc, tb_entry(doc, surname)->name)) != 0)
			continue;
		country_of(tb_string(doc, holders[h].office), country);
		return true;
	}
	return false;
}

/* What an own leader weighs against places: more than a few mentions. */
#define LEADER_WEIGHT 20

const char *
tb_place_country(const TbDocument *doc)
{
	Tally		tally[MAX_COUNTRIES] = {{{0}, 0}};
	const Tally *best = &tally[0];
	const uint64_t bits = TB_BIT(PLACE) | TB_BIT(PLACE_ADJ) | TB_BIT(BODY) |
		TB_BIT(OFFICE);

	for (uint32_t i = 0; i < doc->text.ntok && i < COUNTRY_TOKENS; i++)
	{
		char		country[3];

		if (tb_may_be(doc, i, bits))
			count_at(doc, i, tally);
		if (tb_may_be(doc, i, TB_BIT(SURNAME)) && own_leader_country(doc, i, country))
			count_country(tally, country, LEADER_WEIGHT);
	}
	for (int i = 1; i < MAX_COUNTRIES; i++)
		if (tally[i].count > best->count)
			best = &tally[i];
	if (best->count == 0)
		return "";
	return tb_arena_strdup(doc->arena, best->country, 2);
}
