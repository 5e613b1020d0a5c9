/*
 * place_unknown.c
 *	  Names that no list has, where a marker tells that they are places: «в
 *	  селе Кулан», «Кировского района».
 */
#include "core/place_internal.h"

/*
 * unknown_district: «Кировского района» of a country whose Кировский район no
 * list has; the adjective in -ск- or -н- gets its nominative back.  A bare округ
 * is a rural one in Kazakhstan, a district's size elsewhere.
 */
uint32_t
tb_place_unknown_district(Finder *f, uint32_t i, uint32_t end, uint32_t behind,
						  const char *key)
{
	static const struct
	{
		const char *form;
		const char *nominative;
	}			endings[] = {
		{"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"}, {"ском", "ский"},
		{"ский", "ский"}, {"цкого", "цкий"}, {"цкому", "цкий"}, {"цким", "цкий"},
		{"цком", "цкий"}, {"цкий", "цкий"}, {"ного", "ный"}, {"ному", "ный"}, {"ным", "ный"},
		{"ном", "ный"}, {"ный", "ный"}
	};
	TbStr		text = tb_text_of(f->doc, i, end);
	TbBuffer	name = {.arena = f->doc->arena};
	TbPlace    *place;
	bool		county = strcmp(key, "county") == 0;
	bool		okrug = strcmp(key, "okrug") == 0 ||
		(county && strcmp(f->doc->country, "kz") == 0);

	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
	{
		size_t		len = strlen(endings[e].form);

		if (text.len <= len ||
			memcmp(text.data + text.len - len, endings[e].form, len) != 0)
			continue;
		place = tb_place_add(f, i, behind, TB_NONE, "unknown_district");
		if (place == NULL)
			return end;
		tb_buffer_put(&name, text.data, text.len - len);
		tb_buffer_puts(&name, endings[e].nominative);
		tb_buffer_puts(&name, okrug ? " сельский округ" : county ? " округ" : " район");
		place->name = tb_buffer_text(&name);
		place->type = okrug ? TB_PT_okrug : TB_PT_district;
		f->failed = f->failed || place->name == NULL;
		return behind;
	}
	return i;
}

uint32_t
tb_place_unknown_end(const TbDocument *doc, uint32_t i)
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
 * «в Лейлекском | районе»: a district whose adjective no list has; the
 * marker is at i, the adjective before it.
 */
static uint32_t
unknown_adjective_before(Finder *f, uint32_t i)
{
	static const char *const endings[] = {
		"ского", "скому", "ским", "ском", "ский", "цкого", "цкому", "цким", "цком", "цкий",
		"ного", "ному", "ным", "ном", "ный", NULL
	};
	TbDocument *doc = f->doc;
	uint32_t	first = i - 1;
	uint32_t	behind = i;
	const char *key = "district";
	const TbPlace *last = doc->places.n > 0 ? &doc->places.at[doc->places.n - 1] : NULL;

	if (i == 0 || !tb_is_cap(doc, i - 1) || (last != NULL && last->end >= i) ||
		((tb_tok(doc, i)->flags | tb_tok(doc, i - 1)->flags) & (TB_TF_SENT | TB_TF_PARA)) ||
		!tb_ends_in_any(doc, i - 1, endings) ||
		tb_may_be(doc, i - 1, TB_BIT(TITLEMOD) | TB_BIT(COMMON) | TB_BIT(ROLE)))
		return i;
	if (tb_phrase_reading(doc, i, TB_MARKER, "okrug", &behind) != NULL)
		key = "okrug";
	else if (tb_phrase_reading(doc, i, TB_MARKER, "county", &behind) != NULL)
		key = "county";
	else if (tb_phrase_reading(doc, i, TB_MARKER, "district", &behind) == NULL)
		return i;
	/* «Соль-Илецкого» */
	while (first > 1 && tb_is_mark(&doc->text, first - 1, '-') &&
		   (tb_tok(doc, first - 1)->flags & TB_TF_GLUED) && tb_is_cap(doc, first - 2))
		first -= 2;
	if (last != NULL && last->end > first)
		return i;
	return tb_place_unknown_district(f, first, i, behind, key) == behind ? behind : i;
}

/* Types of places that a marker makes of any name; TB_NPLACE_TYPES: none. */
static uint8_t
type_of_marker(const char *key)
{
	static const struct
	{
		const char *key;
		uint8_t		type;
	}			types[] = {
		{"settlement", TB_PT_settlement}, {"city", TB_PT_city},
		{"river", TB_PT_river}, {"lake", TB_PT_lake}, {"okrug", TB_PT_okrug},
		{"mountain", TB_PT_mountain}, {"island", TB_PT_island}, {"region", TB_PT_region},
		{"county", TB_PT_region}
	};

	for (size_t k = 0; k < sizeof(types) / sizeof(*types); k++)
		if (strcmp(key, types[k].key) == 0)
			return types[k].type;
	return TB_NPLACE_TYPES;
}

/* Behind the marker [i, end) of one letter or more, and its stop; 0: none. */
static uint32_t
marker_end(const TbDocument *doc, uint32_t i, uint32_t end)
{
	bool		letter = end == i + 1 && (tb_tok(doc, i)->flags & TB_TF_LETTER);
	/* «фон дер Ляйен» comes from no деревня */
	bool		stopped = letter || tb_word_is(doc, i, TB_PARTICLE, "prefix");

	if (letter && (tb_tok(doc, i)->flags & TB_TF_CAP))
		return 0;
	if (tb_is_mark(&doc->text, end, '.') && !(tb_tok(doc, end)->flags & TB_TF_SPACE))
		return end + 1;
	if (stopped || (!(tb_tok(doc, end)->flags & TB_TF_SPACE) && end == i + 1))
		return 0;
	return end;
}

/* May villages, towns and rivers lie in it: «сёла Казахстана», «в селе области»? */
static bool
is_wide(uint8_t type)
{
	return type == TB_PT_country || type == TB_PT_region || type == TB_PT_district ||
		type == TB_PT_continent || type == TB_PT_area;
}

/*
 * Is the name a place that name_at takes?  «город Алматы» and «сёла
 * Казахстана» are; «с. Долон» is of no Долон pass, which needs its own marker.
 */
static bool
is_known_place(const TbDocument *doc, uint32_t name, uint32_t end, const char *key)
{
	TbMatch		match[MAX_MATCHES];
	int			m = tb_text_match(&doc->text, doc->lex, name, match, MAX_MATCHES);
	uint32_t	n;
	const TbReading *r;

	if (m == 0 || match[m - 1].end < end)
		return false;
	r = tb_lexicon_readings(doc->lex, match[m - 1].node, &n);
	for (; n-- > 0; r++)
		if (tb_reading_class(r) == TB_PLACE &&
			((is_wide(tb_entry(doc, r)->sub) && !(r->flags & TB_RF_MARK)) ||
			 tb_place_marker_fits_reading(doc, key, r, name)))
			return true;
	return false;
}

/*
 * Is the word at a marker's name one that names something else?  Behind a
 * whole word, «село», it may also be an ordinary one: «в селе Заря».
 */
static bool
names_no_place(const TbDocument *doc, uint32_t name, const char *key, bool whole_marker)
{
	uint64_t	others = TB_BIT(OFFICE) | TB_BIT(ROLE) | TB_BIT(BODY) | TB_BIT(TITLEMOD);
	uint32_t	end = tb_place_unknown_end(doc, name);
	bool		okrug = strcmp(key, "okrug") == 0;

	/* «область Сапаров похвалил», «гора Магомет», «остров Свободы»: what may be other */
	if (type_of_marker(key) == TB_PT_region || type_of_marker(key) == TB_PT_mountain ||
		type_of_marker(key) == TB_PT_island)
	{
		others |= TB_BIT(COMMON) | TB_BIT(GIVEN) | TB_BIT(SURNAME) | PLACE_BITS;
		if (tb_is_cap(doc, end) || tb_is_surname_shaped(tb_text_of(doc, name, end)))
			return true;
	}
	/* an okrug is named for its village */
	if (!okrug && is_known_place(doc, name, end, key))
		return true;
	if (!okrug)
		others |= TB_BIT(PLACE_ADJ);
	/* «в селе Айгуль Сапарова», but «села Родина Бурлинского района» */
	if (!whole_marker || (tb_is_cap(doc, end) && !tb_may_be(doc, end, PLACE_BITS)))
		others |= TB_BIT(COMMON) | TB_BIT(GIVEN);
	return end == name + 1 && tb_may_be(doc, name, others);
}

/*
 * «аким округа Кажыгали»: where an округ is named by an adjective, or its
 * village behind «сельский округ», the name behind the bare word is a man's.
 */
static bool
is_own_okrug(const TbDocument *doc, const char *key)
{
	return strcmp(key, "county") == 0 &&
		(strcmp(doc->country, "kz") == 0 || strcmp(doc->country, "ru") == 0 || *doc->country == '\0');
}

uint32_t
tb_place_unknown_add(Finder *f, uint32_t first, uint32_t name, const TbReading *marker)
{
	TbDocument *doc = f->doc;
	const char *key = tb_string(doc, tb_entry(doc, marker)->code);
	uint8_t		type = type_of_marker(key);
	TbBuffer	okrug = {.arena = doc->arena};
	TbPlace    *place;

	if (type == TB_NPLACE_TYPES || !tb_is_cap(doc, name) || is_own_okrug(doc, key) ||
		(tb_tok(doc, name)->flags & TB_TF_SENT) ||
		names_no_place(doc, name, key, !(tb_tok(doc, first)->flags & TB_TF_LETTER)))
		return first;
	place = tb_place_add(f, first, tb_place_unknown_end(doc, name), TB_NONE,
						 first == name ? "list_member" : "unknown_after_marker");
	if (place == NULL)
		return first;
	place->name = copy_name(f, name, place->end);
	place->type = type;
	if (type == TB_PT_okrug && place->name != NULL)
	{
		tb_buffer_puts(&okrug, "сельский округ ");
		tb_buffer_puts(&okrug, place->name);
		place->name = tb_buffer_text(&okrug);
		f->failed = f->failed || place->name == NULL;
	}
	tb_place_list_open(f, marker, place->end);
	return place->end;
}

/*
 * unknown_after_marker: «в селе Кулан», «с. Ат-Баши», «реки Сакмара»,
 * «сельского округа Кайнар» when no list has the name.  Not: «в селе
 * Президент», «город Алматы», «мэр города Лужков».
 */
uint32_t
tb_place_unknown_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	uint32_t	name = i;
	const TbReading *marker = tb_phrase_reading(doc, i, TB_MARKER, NULL, &name);

	if (marker == NULL)
		return i;
	if (unknown_adjective_before(f, i) > i)
		return doc->places.at[doc->places.n - 1].end;
	name = marker_end(doc, i, name);
	if (name == 0 ||
		(i > 0 && strcmp(tb_string(doc, tb_entry(doc, marker)->code), "city") == 0 &&
		 tb_may_be(doc, i - 1, TB_BIT(ROLE) | TB_BIT(OFFICE)) &&
		 tb_is_surname_shaped(tb_text_of(doc, name, name + 1))))
		return i;
	return tb_place_unknown_add(f, i, name, marker);
}
