/*
 * place_name.c
 *	  Names of places that the lexicon knows: which of its readings, and is it
 *	  a place at all?
 *
 * «на озере Балхаш и в Балхаше»: озеро marks the lake; «в» leaves lake and
 * town, and the town, the likelier type, wins.  «Орал» needs evidence: a
 * marker, a preposition of place, a place beside it, or the same name with
 * evidence elsewhere (place.c takes those at the end).
 */
#include "core/place_internal.h"

#include "lex/builder.h"

/* Is the first letter of a name small («канал имени Сатпаева», «сектор Газа»)? */
static bool
is_small(const char *name)
{
	unsigned char a = (unsigned char) name[0];
	unsigned char b = (unsigned char) name[1];

	return (a == 0xD0 && b >= 0xB0) || a == 0xD1;
}

/*
 * Does the form begin as a name must: with a capital, or with the small word
 * or marker that the name has and a capital behind it?
 */
static bool
begins_as_name(const TbDocument *doc, const TbEntry *entry, uint32_t first, uint32_t end)
{
	if (tb_is_cap(doc, first))
		return true;
	if (!tb_may_be(doc, first, TB_BIT(MARKER)) && !is_small(tb_string(doc, entry->name)))
		return false;
	for (uint32_t i = first + 1; i < end; i++)
		if (tb_is_cap(doc, i))
			return true;
	return false;
}

/* ------------------------------------------------------------- candidates */

int
tb_place_type_score(uint8_t type)
{
	static const int score[TB_NPLACE_TYPES] = {
		[TB_PT_country] = 9,[TB_PT_continent] = 9,[TB_PT_city] = 8,
		[TB_PT_region] = 7,[TB_PT_area] = 5,[TB_PT_sea] = 5,
		[TB_PT_river] = 4,[TB_PT_lake] = 4,[TB_PT_mountain] = 4,
		[TB_PT_island] = 4,[TB_PT_reservoir] = 3,[TB_PT_district] = 3,
		[TB_PT_settlement] = 2,[TB_PT_okrug] = 1
	};

	return score[type];
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

/* The name of a type as data/ has it. */
static const char *
place_type_name(uint8_t type)
{
	static const char *const names[] = {
#define NAME(name) #name,
		TB_PLACE_TYPES(NAME)
#undef NAME
	};

	return names[type];
}

static int
candidate_score(const TbDocument *doc, const Candidate *c, const char *marker)
{
	int			score = tb_place_type_score(c->entry->sub);
	const TbPlace *beside = tb_place_coordinated(doc, c->first);
	char		country[3];

	tb_place_country_code(tb_string(doc, c->entry->code), country);
	if (marker != NULL && tb_place_marker_fits_reading(doc, marker, c->reading, c->name))
		score += strcmp(marker, place_type_name(c->entry->sub)) == 0 ? 110 : 100;
	/* «РК» is Карелия only where the text speaks of it */
	if ((c->reading->flags & TB_RF_OWN) && c->entry->sub != TB_PT_country)
		score += tb_place_is_spoken_of(doc, tb_string(doc, c->entry->code), c->name) ? 10 : -20;
	if (*country != '\0' && strcmp(country, doc->country) == 0)
		score += 10;
	if (beside != NULL && (beside->type == c->entry->sub ||
						   (tb_place_is_natural(beside->type) && tb_place_is_natural(c->entry->sub))))
		score += 7;
	if (c->first > 0 && tb_word_is(doc, c->first - 1, TB_WORD, "na"))
		score += tb_place_is_natural(c->entry->sub) ? 6 : 0;
	else if (c->first > 0 && tb_word_is(doc, c->first - 1, TB_WORD, "water"))
		score += tb_place_is_natural(c->entry->sub) ? 25 : 0;
	else if (c->first > 0 && tb_word_is(doc, c->first - 1, TB_WORD, "place-prep"))
		score += tb_place_is_natural(c->entry->sub) ? 0 : 3;
	if (seen_marked(doc, c->reading->entry))
		score += 8;
	score += (c->entry->flags & TB_EF_CAPITAL) ? 2 : 0;
	score -= (c->reading->flags & (TB_RF_ALIAS | TB_RF_OLD)) ? 1 : 0;
	return score;
}

/*
 * An old name that is a person's or a word too counts in «в Джамбуле» and in
 * «из Гурьева (ныне Атырау)».  Not: «из Горького», «в Шевченко».
 */
static bool
is_surely_old_name(const TbDocument *doc, const TbReading *reading, uint32_t name,
				   uint32_t end)
{
	if (!(reading->flags & TB_RF_OLD))
		return false;
	if (tb_is_mark(&doc->text, end, '(') && tb_word_is(doc, end + 1, TB_WORD, "nowadays"))
		return true;
	return name > 0 && (tb_text_is(doc, name - 1, "в") || tb_text_is(doc, name - 1, "во")) &&
		(reading->gram & TB_PRE) && !(reading->gram & TB_NOM) && !tb_is_cap(doc, end);
}

/*
 * «КР», «РТ»: of the text's own country; a country's also where the text
 * speaks of its places.
 */
static bool
is_own(const TbDocument *doc, const TbEntry *entry, uint32_t i)
{
	const char *code = tb_string(doc, entry->code);
	char		country[3];

	tb_place_country_code(code, country);
	return *country != '\0' &&
		(strcmp(country, doc->country) == 0 ||
		 (entry->sub == TB_PT_country && tb_place_country_spoken_of(doc, code, i)));
}

/*
 * A name that needs a marker counts too in «в Сороках», «мэр Сорок», «набережная
 * Днестра» where the text speaks of its region, or of its foreign country.
 * Not: «в Мае», «из Кали», where it does not.
 */
static bool
is_led_where_spoken_of(const TbDocument *doc, const TbReading *reading, uint32_t name,
					   uint32_t end)
{
	const TbEntry *entry = tb_entry(doc, reading);
	const char *code = tb_string(doc, entry->code);
	TbGram		cases = tb_gram_cases(reading->gram);

	if (name == 0 || (reading->flags & (TB_RF_OLD | TB_RF_CAPS | TB_RF_OWN)) ||
		entry->sub == TB_PT_district || entry->sub == TB_PT_okrug || !tb_is_cap(doc, name) ||
		(tb_tok(doc, name)->flags & (TB_TF_SENT | TB_TF_PARA)) || tb_is_cap(doc, end) ||
		(tb_place_is_natural(entry->sub) && !tb_word_is(doc, name - 1, TB_WORD, "water")))
		return false;
	/* «мост через Печору», but «поезд через Печору» */
	if (tb_text_is(doc, name - 1, "через") && tb_place_is_natural(entry->sub))
		return name > 1 && (cases & TB_ACC) && tb_word_is(doc, name - 2, TB_WORD, "crossing") &&
			(strncmp(code, doc->country, 2) == 0 || tb_place_country_spoken_of(doc, code, end));
	if (!((cases & (TB_PRE | TB_GEN | TB_ACC)) && tb_word_is(doc, name - 1, TB_WORD, "place-prep")) &&
		!((cases & TB_GEN) && (tb_word_is(doc, name - 1, TB_WORD, "town-head") ||
							   tb_word_is(doc, name - 1, TB_WORD, "water"))))
		return false;
	if (strncmp(code, doc->country, 2) == 0)
		return tb_place_is_near(doc, entry, end);
	return tb_place_country_spoken_of(doc, code, end);
}

/* «в Свердловском …» is no instrumental of Свердловск; «накануне» may be no preposition. */
static bool
agrees_with_preposition(const TbDocument *doc, const TbReading *reading, uint32_t name)
{
	const TbReading *prep = name > 0 ? tb_word_reading(doc, name - 1, TB_PREP, NULL) : NULL;
	uint32_t	cases = tb_gram_cases(reading->gram);

	return prep == NULL || cases != TB_INS || (tb_entry(doc, prep)->value & TB_INS) ||
		!tb_word_is(doc, name - 1, TB_WORD, "place-prep");
}

/* May this reading of [name, end) be a place, as it is written? */
static bool
reading_allowed(const TbDocument *doc, const TbReading *reading, uint32_t name,
				uint32_t end, bool marked)
{
	if ((reading->flags & TB_RF_CAPS) && !tb_in_capitals(doc, name, end))
		return false;
	if (!marked && !agrees_with_preposition(doc, reading, name))
		return false;
	if ((reading->flags & TB_RF_MARK) && !marked &&
		!is_surely_old_name(doc, reading, name, end) &&
		!is_led_where_spoken_of(doc, reading, name, end))
		return false;
	if ((reading->flags & TB_RF_OWN) && !is_own(doc, tb_entry(doc, reading), name))
		return false;
	return begins_as_name(doc, tb_entry(doc, reading), name, end);
}

/* «в Бресте (Франция)»: does the country in parentheses behind have the place? */
static bool
is_of_country_behind(const TbDocument *doc, const TbEntry *entry, uint32_t end)
{
	uint32_t	behind;
	const TbReading *country;

	if (!tb_is_mark(&doc->text, end, '('))
		return false;
	country = tb_phrase_reading(doc, end + 1, TB_PLACE, NULL, &behind);
	return country != NULL && tb_entry(doc, country)->sub == TB_PT_country &&
		strncmp(tb_string(doc, entry->code), tb_string(doc, tb_entry(doc, country)->code), 3) == 0;
}

/* The marker right before a name, or the one that its list has. */
static const TbReading *
marker_of(const Finder *f, uint32_t name, uint32_t *first)
{
	const TbReading *marker = tb_place_marker_before(f->doc, name, first);

	return marker != NULL ? marker : tb_place_list_marker(f, name);
}

/* The best place of the readings of one match. */
static bool
best_reading(const Finder *f, const TbMatch *match, Candidate *best)
{
	const TbDocument *doc = f->doc;
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(doc->lex, match->node, &n);
	uint32_t	first = best->name;
	const TbReading *marker;
	const char *key;

	/* of many words only longer forms are places */
	best->reading = NULL;
	if (tb_lexicon_seek_class(doc->lex, match->node, TB_PLACE) == NULL)
		return false;
	marker = marker_of(f, best->name, &first);
	key = marker ? tb_string(doc, tb_entry(doc, marker)->code) : NULL;
	for (uint32_t i = 0; i < n; i++)
	{
		Candidate	c;
		bool		near = false;

		if (tb_reading_class(&readings[i]) != TB_PLACE)
			continue;
		c = (Candidate) {best->name, best->name, match->end, &readings[i],
			tb_entry(doc, &readings[i]), 0, false, NULL};
		/* «в Совете Республики | Минскую область»: the name has its own marker */
		c.marked = key != NULL && tb_place_marker_fits_reading(doc, key, c.reading, c.name) &&
			!(c.end > c.name + 1 && c.entry->sub == TB_PT_region &&
			  tb_word_is(doc, c.end - 1, TB_MARKER, "region"));
		if (!reading_allowed(doc, c.reading, c.name, c.end, c.marked) ||
			!tb_place_unit_allowed(doc, c.entry, c.end, &near))
			continue;
		/* Кировск is four towns: the one whose region the text speaks of */
		if (n > 1 && !near)
			near = tb_place_is_near(doc, c.entry, c.end) ||
				is_of_country_behind(doc, c.entry, c.end);
		c.score = candidate_score(doc, &c, key) + (near ? 12 : 0) +
			(n > 1 && tb_place_is_apposed(doc, c.entry, c.end) ? 12 : 0);
		if (c.marked)
		{
			c.first = first;
			c.marker = marker;
			/* «в городе Октябрьском» is of Октябрьский, not of Октябрьск */
			if (tb_gram_cases(marker->gram) & tb_gram_cases(c.reading->gram))
				c.score += 4;
		}
		if (best->reading == NULL || c.score > best->score)
			*best = c;
	}
	return best->reading != NULL;
}

/* ------------------------------------------------------------- acceptance */

TbPlace *
tb_place_add(Finder *f, uint32_t first, uint32_t end, uint32_t entry,
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

static void
accept(Finder *f, const Candidate *c, const char *rule)
{
	TbPlace    *place = tb_place_add(f, c->first, c->end, c->reading->entry, rule);

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

/* --------------------------------------------------------------- the rule */

/* Cases that a marker in one word is in: «города» is a genitive, «г.» all of them. */
static uint32_t
marker_cases(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_MARKER, NULL);

	return r == NULL || tb_gram_singular(r->gram) == 0 ? TB_ALL_CASES : tb_gram_singular(r->gram);
}

/* Is a match of several glued words, from token i on, an adjective of a place? */
static bool
is_hyphened_adjective(const TbDocument *doc, const TbMatch *match, uint32_t i)
{
	return match->end > i + 2 && tb_is_mark(&doc->text, i + 1, '-') &&
		(tb_tok(doc, i + 1)->flags & TB_TF_GLUED) &&
		tb_lexicon_reading_key(doc->lex, match->node, TB_PLACE_ADJ, NULL) != NULL;
}

/*
 * lexicon_name: «Астане», «Атырауской области», «ВКО»; with its marker
 * «г.Алматы».  Not: «Алатау» in quotation marks, улица Абая, Владимир
 * Кострома.
 */
uint32_t
tb_place_name_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	TbMatch		match[MAX_MATCHES];
	int			n;
	Candidate	c = {.name = i};

	if (!tb_may_be(doc, i, TB_BIT(PLACE)))
		return i;
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0)
	{
		if (best_reading(f, &match[n], &c))
			break;
		/* «Иссык-Кульской» is of no Иссык */
		if (is_hyphened_adjective(doc, &match[n], i))
			return i;
	}
	if (n < 0)
		return i;
	if (tb_place_is_attribute(doc, &c))
		return i;
	/* «аким города Владимир Шепелев»: the name agrees with no «города» */
	if (c.marked && c.first + 1 == c.name && tb_place_is_given_here(doc, i, c.end, true) &&
		!tb_may_be(doc, c.end, TB_BIT(PLACE_ADJ)) &&
		!(tb_gram_singular(c.reading->gram) & marker_cases(doc, c.first)))
		return c.end;
	if (!c.marked && (tb_place_is_behind_person_word(doc, &c) ||
					  tb_place_in_short_quotes(doc, c.first, c.end) ||
					  tb_place_is_named_after(doc, c.first) ||
					  (c.end == i + 1 && tb_place_is_surname_here(doc, i)) ||
					  tb_place_is_given_here(doc, i, c.end,
											 c.entry->flags & TB_EF_HOMONYM) ||
					  tb_place_is_forename_here(doc, i, c.end, c.reading)))
		return c.end;
	/* «аким города Владимир Шепелев», «аким | сельского округа Даулет | Омаров» */
	if ((c.marked || tb_may_be(doc, i, TB_BIT(MARKER))) && c.first > 0 &&
		tb_may_be(doc, c.first - 1, TB_BIT(ROLE) | TB_BIT(OFFICE)) &&
		tb_place_is_given_here(doc, c.end - 1, c.end, true))
		return c.marked ? c.end : i;
	if (c.marked)
	{
		accept(f, &c, "marker_before");
		tb_place_list_open(f, c.marker, c.end);
	}
	else if (!tb_place_is_homonym(doc, &c) || tb_place_has_evidence(doc, &c))
		accept(f, &c, "lexicon_name");
	else
		doubt(f, &c);
	return c.end;
}
