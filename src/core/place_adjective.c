/*
 * place_adjective.c
 *	  Adjectives of places: «Алматинской областях», «казахстанско-узбекский».
 */
#include "core/place_internal.h"

#include "lex/builder.h"

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

/* The head at i, «области», «сельского округа»: its key, or NULL. */
static const char *
head_at(const TbDocument *doc, uint32_t i, uint32_t *end)
{
	static const char *const keys[] = {"region", "district", "okrug", "county"};

	if (!tb_may_be(doc, i, TB_BIT(MARKER)))
		return NULL;
	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
		if (tb_phrase_reading(doc, i, TB_MARKER, keys[k], end) != NULL)
			return keys[k];
	return NULL;
}

const char *
tb_place_chain_head(const TbDocument *doc, uint32_t i)
{
	static const char *const districts[] = {"ского", "скому", "ским", "ском", "ский", NULL};

	for (int step = 0; step < 20; step++)
	{
		uint32_t	at = adjective_end(doc, i);
		uint32_t	end;
		const char *head = step > 0 ? head_at(doc, at, &end) : NULL;

		if (head != NULL)
			return head;
		if (!tb_is_comma_or_and(doc, at))
			return NULL;
		at++;
		if (tb_word_is(doc, at, TB_WORD, "and"))
			at++;
		/* the adjective of a district may be one that no list has */
		if (!tb_is_cap(doc, at) || !(tb_may_be(doc, at, TB_BIT(PLACE_ADJ)) ||
									 tb_ends_in_any(doc, at, districts)))
			return NULL;
		i = at;
	}
	return NULL;
}

/* «Ленинская школа» is of no Ленинский район: small units need their head. */
static bool
is_small(uint8_t type)
{
	return type == TB_PT_district || type == TB_PT_okrug;
}

/*
 * The best reading of the adjective [i, end); elliptic: of «…ская область»
 * itself, and of the type that a head beside it names (NULL: any).  *matched: its end.
 */
static const TbReading *
adjective_reading(const TbDocument *doc, uint32_t i, uint32_t end, bool elliptic,
				  const char *head, uint32_t *matched)
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
			*matched = match[m].end;
			break;
		}

	for (uint32_t r = 0; r < n; r++)
	{
		const TbEntry *entry = tb_entry(doc, &readings[r]);
		char		country[3];
		bool		near = false;
		int			score;

		if (tb_reading_class(&readings[r]) != TB_PLACE_ADJ || (elliptic && entry->value != 1) ||
			(!elliptic && entry->value == 1 && is_small(entry->sub)) ||
			(head != NULL && !tb_place_marker_fits(head, entry->sub)))
			continue;
		if (!tb_place_unit_allowed(doc, entry, end, &near))
			continue;
		if ((readings[r].flags & TB_RF_COMPOUND) &&
			!(tb_is_mark(&doc->text, i + 1, '-') &&
			  (tb_tok(doc, i + 1)->flags & TB_TF_GLUED)))
			continue;
		tb_place_country_code(tb_string(doc, entry->code), country);
		score = tb_place_type_score(entry->sub) + (entry->value == 0 ? 20 : 0) +
			(strcmp(country, doc->country) == 0 ? 10 : 0) + (near ? 12 : 0);
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

/* Does nothing follow the adjective that it could belong to? */
static bool
stands_alone(const TbDocument *doc, uint32_t i, uint32_t end)
{
	return !(tb_tok(doc, i)->flags & TB_TF_SENT) &&
		(tb_tok(doc, end)->kind != TB_WORD_TOKEN || tb_word_is(doc, end, TB_WORD, "and") ||
		 tb_may_be(doc, end, TB_BIT(PREP)));
}

/*
 * «в Актюбинской и 11 – в Западно-Казахстанской области», «север
 * Костанайской»: a feminine that nothing follows which it could belong to.
 */
static bool
stands_for_region(const TbDocument *doc, uint32_t i, uint32_t end)
{
	return stands_alone(doc, i, end) &&
		(tb_ends_in(doc, end - 1, "ой") || tb_ends_in(doc, end - 1, "ую") ||
		 tb_ends_in(doc, end - 1, "ая"));
}

/*
 * «340 – в Кобдинском районе, остальное – в | Хромтауском»: a district's
 * adjective behind a district in the same sentence.
 */
static bool
stands_for_district(const TbDocument *doc, uint32_t i, uint32_t end)
{
	const TbPlace *last = doc->places.n > 0 ? &doc->places.at[doc->places.n - 1] : NULL;

	return last != NULL && last->type == TB_PT_district && last->end <= i &&
		last->first >= tb_sentence_start(&doc->text, i) && stands_alone(doc, i, end) &&
		(tb_ends_in(doc, end - 1, "ском") || tb_ends_in(doc, end - 1, "ского") ||
		 tb_ends_in(doc, end - 1, "скому"));
}

/* «Северо-Кавказский округ» is of many, «депутат от Пинского округа» of voters. */
static bool
is_no_county(const TbDocument *doc, uint32_t i, uint32_t end)
{
	return end > i + 1 || (i > 0 && tb_text_is(doc, i - 1, "от"));
}

/* Is the word at i what a person is, «депутат»; in the nominative only? */
static bool
is_person_word(const TbDocument *doc, uint32_t i, bool nominative)
{
	static const TbClass classes[] = {TB_ROLE, TB_PERSONWORD, TB_HONORIFIC};

	for (size_t k = 0; k < sizeof(classes) / sizeof(*classes); k++)
	{
		const TbReading *reading = tb_word_reading(doc, i, classes[k], NULL);

		if (reading != NULL && (!nominative || (reading->gram & TB_NOM)))
			return true;
	}
	return false;
}

/*
 * A capital adjective is a surname behind what a person is, in the same
 * nominative («депутат Рыбинский молчал»), or where no noun follows («по
 * словам министра Тобольского», «сообщил Рыбинский»).  Not: «депутат Кировского
 * районного совета», «Рыбинский завод заявил».
 */
static bool
is_surname(const TbDocument *doc, uint32_t i, uint32_t end)
{
	static const char *const nominative[] = {"ий", "ый", "ая", NULL};
	bool		speaks = tb_may_be(doc, end, TB_BIT(CUE));

	if (i == 0 || !tb_is_cap(doc, i) || (tb_tok(doc, i)->flags & (TB_TF_CAPS | TB_TF_SENT)) ||
		(tb_is_cap(doc, i - 1) && !(tb_tok(doc, i - 1)->flags & TB_TF_SENT)))
		return false;
	if (tb_ends_in_any(doc, end - 1, nominative) && is_person_word(doc, i - 1, true))
		return true;
	if (tb_is_word(doc, end) && !speaks &&
		!tb_may_be(doc, end, TB_BIT(PREP) | TB_BIT(CONJ) | TB_BIT(TENSE)))
		return false;
	return is_person_word(doc, i - 1, false) || (!speaks && tb_may_be(doc, i - 1, TB_BIT(CUE)));
}

/*
 * region_plural_head: «Алматинской областях» after another region;
 * elliptic_region: «Туркестанской» before it;
 * unknown_district: «Ахтубинском и Харабалинском районах» is of no Ахтубинск;
 * place_adjective: «алматинской агломерации», «казахстанско» | «узбекский»;
 * not «английского языка», «сибирской язвы», «папы Римского».
 */
uint32_t
tb_place_adjective_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	const TbReading *reading = NULL;
	TbPlace    *place;
	uint32_t	end = adjective_end(doc, i);
	uint32_t	matched = end;
	const char *rule = "place_adjective";

	if (!tb_may_be(doc, i, TB_BIT(PLACE_ADJ)) || tb_place_is_surname_here(doc, i) ||
		(tb_is_cap(doc, i) && tb_place_is_on_street(doc, i)) ||
		(tb_is_cap(doc, i) && tb_place_in_short_quotes(doc, i, i + 1)) ||
		tb_word_is(doc, i + 1, TB_WORD, "language") || tb_word_is(doc, end, TB_WORD, "idiom") ||
		(i > 0 && tb_is_cap(doc, i) && tb_word_is(doc, i - 1, TB_WORD, "pope")))
		return i;
	if (tb_is_cap(doc, i))
	{
		uint32_t	behind = end;
		const char *head = head_at(doc, end, &behind);
		const char *type = head != NULL ? head : tb_place_chain_head(doc, i);

		if (type == NULL && stands_for_region(doc, i, end))
			type = "region";
		else if (type == NULL && stands_for_district(doc, i, end))
			type = "district";
		if (type != NULL)
			reading = adjective_reading(doc, i, end, true, type, &matched);
		if (reading != NULL)
		{
			rule = head ? "region_plural_head" : "elliptic_region";
			end = behind;
		}
		else if (type != NULL && strcmp(type, "region") != 0 &&
				 !(strcmp(type, "county") == 0 && is_no_county(doc, i, end)))
			return tb_place_unknown_district(f, i, end, head != NULL ? behind : end, type);
	}
	if (reading == NULL)
	{
		if (is_surname(doc, i, end))
			return i;
		reading = adjective_reading(doc, i, end, false, NULL, &matched);
		if (reading == NULL)
			return i;
		/* «казахстанско» | «узбекский»: each part is a mention */
		if ((reading->flags & TB_RF_COMPOUND) ||
			(matched < end && !tb_may_be(doc, end - 1, TB_BIT(PLACE_ADJ))))
			end = i + 1;
	}
	place = tb_place_add(f, i, end, place_of_adjective(doc, reading), rule);
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
