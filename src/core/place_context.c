/*
 * place_context.c
 *	  What the neighbours of a name say: a marker, a street, a given name,
 *	  quotation marks.
 */
#include "core/place_internal.h"

/* The country code that a path begins with, "" when it is none. */
void
tb_place_country_code(const char *code, char *out)
{
	const char *slash = strchr(code, '/');

	out[0] = '\0';
	if (slash == code + 2)
	{
		memcpy(out, code, 2);
		out[2] = '\0';
	}
}

/* How many tokens a marker may have: с . о . */
#define MARKER_TOKENS 4

/* The marker of several tokens that ends right before i: сельского округа, с.о. */
static const TbReading *
long_marker_before(const TbDocument *doc, uint32_t i, uint32_t *first)
{
	for (uint32_t back = 2; back <= MARKER_TOKENS && back <= i; back++)
	{
		uint32_t	end = i;
		const TbReading *reading =
			tb_phrase_reading(doc, i - back, TB_MARKER, NULL, &end);

		if (reading != NULL && end == i)
		{
			*first = i - back;
			return reading;
		}
	}
	return NULL;
}

/* Is the token before i a marker (with or without its full stop)? */
const TbReading *
tb_place_marker_before(const TbDocument *doc, uint32_t i, uint32_t *first)
{
	uint32_t	at = i;
	const TbReading *reading;

	/* «смотрит на озеро. Балхаш серый» */
	if (i == 0 || (tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_PARA)))
		return NULL;
	reading = long_marker_before(doc, i, first);
	if (reading != NULL)
		return reading;
	at--;
	/* «г. Алматы», but not «… район. Алматы ждёт» */
	if (tb_is_mark(&doc->text, at, '.') && at > 0 && !(tb_tok(doc, i)->flags & TB_TF_SENT))
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
bool
tb_place_marker_fits(const char *key, uint8_t type)
{
	if (strcmp(key, "city") == 0 || strcmp(key, "settlement") == 0 ||
		strcmp(key, "point") == 0)
		return type == TB_PT_city || type == TB_PT_settlement;
	if (strcmp(key, "okrug") == 0)
		return type == TB_PT_okrug;
	if (strcmp(key, "lake") == 0)
		return type == TB_PT_lake || type == TB_PT_reservoir || type == TB_PT_sea;
	if (strcmp(key, "country") == 0)
		return type == TB_PT_country || type == TB_PT_region;
	/* «горы Алтая» */
	if (strcmp(key, "mountain") == 0)
		return type == TB_PT_mountain || type == TB_PT_area;
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

bool
tb_place_marker_fits_reading(const TbDocument *doc, const char *key,
							 const TbReading *reading, uint32_t i)
{
	const TbEntry *entry = tb_entry(doc, reading);
	const char *code = tb_string(doc, entry->code);

	if (!tb_place_marker_fits(key, entry->sub))
		return false;
	if (entry->sub == TB_PT_city && (reading->flags & TB_RF_ALIAS) &&
		strcmp(key, "settlement") == 0)
		return false;
	return !(reading->flags & TB_RF_MARK) || (entry->flags & TB_EF_USER) ||
		(entry->sub != TB_PT_city && entry->sub != TB_PT_settlement) ||
		*doc->country == '\0' || strncmp(code, doc->country, 2) == 0 ||
		tb_place_country_spoken_of(doc, code, i);
}

/* How far back quotation marks may open around an organisation's name. */
#define NAME_TOKENS 5

/* «ТОО «Семей Сервис Плюс»»: in quotation marks behind what they name. */
static bool
is_in_named_quotes(const TbDocument *doc, uint32_t first)
{
	uint32_t	end;

	for (uint32_t at = first; at > 1 && at + NAME_TOKENS > first; at--)
	{
		const TbToken *mark = tb_tok(doc, at - 1);

		/* «Объединение маслихатов Казахстана» speaks of the country */
		if (mark->kind == TB_WORD_TOKEN && !(mark->flags & TB_TF_CAP))
			return false;
		if (mark->kind == TB_WORD_TOKEN)
			continue;
		if (mark->kind != TB_MARK || !tb_is_quote_mark(mark->value))
			return false;
		return (tb_tok(doc, at - 1)->flags & TB_TF_SPACE) &&
			(tb_phrase_reading(doc, at - 2, TB_WORD, "legal-form", &end) != NULL ||
			 tb_word_is(doc, at - 2, TB_NOPERSON, "institution"));
	}
	return false;
}

/*
 * Is a place's name part of a longer one: «Интерфакс-Казахстан», «Sputnik
 * Казахстан», «Эйр Астана», «Астана Опера»?
 */
static bool
is_part_of_name(const TbDocument *doc, uint32_t first, uint32_t end)
{
	const TbToken *before = first > 0 ? tb_tok(doc, first - 1) : NULL;
	bool		starts = (tb_tok(doc, first)->flags & (TB_TF_SENT | TB_TF_PARA)) != 0;

	/* «Аксай-3», «Астана-2022» */
	if (tb_is_mark(&doc->text, end, '-') && !(tb_tok(doc, end)->flags & TB_TF_SPACE) &&
		tb_tok(doc, end + 1)->kind == TB_NUMBER && !(tb_tok(doc, end + 1)->flags & TB_TF_SPACE))
		return true;
	if (tb_is_cap(doc, end) && !(tb_tok(doc, end)->flags & (TB_TF_SENT | TB_TF_PARA)) &&
		tb_word_is(doc, end, TB_WORD, "name-part"))
		return true;
	if (starts || before == NULL)
		return false;
	if (before->kind == TB_MARK && before->value == '-' && first > 1 &&
		(tb_tok(doc, first)->flags & TB_TF_GLUED))
		return tb_is_cap(doc, first - 2) &&
			!tb_is_place_word(doc, first - 2) &&
			!(tb_tok(doc, first - 2)->flags & TB_TF_PARA);
	if (before->kind != TB_WORD_TOKEN || !(before->flags & TB_TF_CAP))
		return false;
	/* «ЖК Астана», but «депутат ЖК КР» */
	if (tb_word_is(doc, first - 1, TB_WORD, "name-head") &&
		(tb_tok(doc, first)->letters > 3 || !(tb_tok(doc, first)->flags & TB_TF_CAPS)))
		return true;
	return doc->text.data[before->start] >= 'A' && doc->text.data[before->start] <= 'Z' &&
		end == first + 1 && tb_word_reading(doc, first, TB_PLACE, NULL) != NULL &&
		(tb_gram_cases(tb_word_reading(doc, first, TB_PLACE, NULL)->gram) & TB_NOM);
}

/* Words that a work's title may have before the name. */
#define TITLE_WORDS 6

/* «автор книги «Дорога из Аркалыка»»: in the title of a work. */
static bool
is_in_work_title(const TbDocument *doc, uint32_t i)
{
	for (uint32_t at = i; at > 1 && at + TITLE_WORDS > i; at--)
	{
		if (tb_tok(doc, at)->flags & (TB_TF_SENT | TB_TF_PARA))
			return false;
		if (tb_tok(doc, at - 1)->kind == TB_MARK && tb_is_quote_mark(tb_tok(doc, at - 1)->value))
			return (tb_tok(doc, at - 1)->flags & TB_TF_SPACE) &&
				tb_word_is(doc, at - 2, TB_WORD, "work");
	}
	return false;
}

/*
 * Is the name in quotation marks with at most one word beside it: «Алатау»,
 * «Вести Семея», «Каспий-Медиа»?  Longer quotations are texts.
 */
bool
tb_place_in_short_quotes(const TbDocument *doc, uint32_t first, uint32_t end)
{
	if (is_in_named_quotes(doc, first) || is_part_of_name(doc, first, end) ||
		is_in_work_title(doc, first))
		return true;
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
 * «на улицы Лондона»: streets of a town.  «улица Лондона» is a street; so is
 * each name of a list behind «улицы», but «на улице Абая, Алматы» ends one.
 */
static bool
is_street_name(const TbDocument *doc, uint32_t i, const TbReading *street, bool list)
{
	uint32_t	end;
	const TbReading *place = tb_phrase_reading(doc, i, TB_PLACE, NULL, &end);
	bool		plural = tb_gram_plural(street->gram) != 0 &&
		(tb_gram_singular(street->gram) == 0 ||
		 (i > 1 && tb_text_is(doc, i - 1, "улицы") && tb_word_is(doc, i - 2, TB_WORD, "na")));

	/* «набережная Днестра» */
	if (place != NULL && tb_place_is_natural(tb_entry(doc, place)->sub) &&
		tb_word_is(doc, i - 1, TB_WORD, "water"))
		return false;
	if (!list && plural && place != NULL &&
		!(tb_entry(doc, place)->flags & TB_EF_HOMONYM) &&
		(tb_entry(doc, place)->sub == TB_PT_city || tb_entry(doc, place)->sub == TB_PT_country))
		return false;
	return !list || tb_gram_singular(street->gram) == 0;
}

/*
 * Does a street's word stand before i with only its name or a list of names
 * between: «ул. Конституции Казахстана», «на улицах Абая, Парковой и …»?
 */
bool
tb_place_is_on_street(const TbDocument *doc, uint32_t i)
{
	bool		list = false;

	for (uint32_t at = i; at > 0 && at + STREET_WORDS > i; at--)
	{
		const TbReading *street = tb_word_reading(doc, at - 1, TB_NOPERSON, "street");

		if (street != NULL)
			return is_street_name(doc, i, street, list);
		if (tb_is_comma_or_and(doc, at - 1))
			list = true;
		else if (!tb_is_cap(doc, at - 1) && !tb_is_mark(&doc->text, at - 1, '.'))
			return false;
		if (tb_tok(doc, at - 1)->flags & (TB_TF_SENT | TB_TF_PARA))
			return false;
	}
	return false;
}

/* Is the name at i part of a street's, school's or person's name? */
bool
tb_place_is_named_after(const TbDocument *doc, uint32_t i)
{
	if (tb_place_is_on_street(doc, i))
		return true;

	uint32_t	at = i;
	const TbReading *reading;

	if (at == 0 || (tb_tok(doc, at)->flags & TB_TF_PARA))
		return false;
	at--;
	if (tb_is_mark(&doc->text, at, '.') && at > 0)
		at--;
	reading = tb_word_reading(doc, at, TB_NOPERSON, NULL);
	return reading != NULL && tb_entry(doc, reading)->value == 0 &&
		!tb_word_is(doc, at, TB_NOPERSON, "street") &&
		!tb_word_is(doc, at, TB_MARKER, NULL);
}

/* Does a given name or an initial stand right before i (Владимир Кострома)? */
bool
tb_place_is_surname_here(const TbDocument *doc, uint32_t i)
{
	const TbToken *before;

	if (i == 0 || tb_tok(doc, i)->flags & (TB_TF_NEWLINE | TB_TF_GLUED))
		return false;
	before = tb_tok(doc, i - 1);
	/* «после смерти Ким Чен Ира КНДР …» */
	if ((tb_tok(doc, i)->flags & TB_TF_CAPS) && !(before->flags & TB_TF_CAPS))
		return false;
	/* Владимир is also a town; if it was found to be one, it gives no name */
	if (before->kind == TB_WORD_TOKEN)
		return (before->flags & TB_TF_CAP) &&
			tb_word_reading(doc, i - 1, TB_GIVEN, NULL) != NULL &&
			!(doc->places.n > 0 && doc->places.at[doc->places.n - 1].end == i) &&
			!tb_may_be(doc, i - 1, TB_BIT(ROLE) | TB_BIT(OFFICE) | TB_BIT(BODY));
	return before->kind == TB_MARK && before->value == '.' && i > 1 &&
		(tb_tok(doc, i - 2)->flags & TB_TF_LETTER) &&
		(tb_tok(doc, i - 2)->flags & TB_TF_CAP);
}

/* Does a surname or patronymic stand right behind a name that is also given? */
bool
tb_place_is_given_here(const TbDocument *doc, uint32_t i, uint32_t end, bool homonym)
{
	const TbToken *after = tb_tok(doc, end);
	const TbReading *given;
	TbGram		gender;

	if (end != i + 1 || after->kind != TB_WORD_TOKEN ||
		!(after->flags & TB_TF_CAP) || (after->flags & TB_TF_NEWLINE))
		return false;
	given = tb_word_reading(doc, i, TB_GIVEN, NULL);
	/* Астана is a capital first, though women are named so; Владимир is a man */
	if (given == NULL || (!homonym && (tb_entry(doc, given)->flags & TB_EF_HOMONYM)))
		return false;
	return tb_is_patronymic(tb_text_of(doc, end, end + 1), &gender) ||
		tb_is_surname_shaped(tb_text_of(doc, end, end + 1));
}

/*
 * Do the endings of a town's form and of a surname behind it go together, as
 * in «Марсель Гарифуллин» and «Милана Йованчича»?  In «мэр Милана Йованчич»
 * they do not.
 */
static bool
may_be_of_one_person(const TbDocument *doc, const TbReading *reading, uint32_t surname)
{
	static const char *const genitive[] = {"а", "я", "ой", "ого", NULL};
	static const char *const oblique[] = {"у", "ю", "ом", "ем", "ым", "им", "е", "ому", NULL};
	uint32_t	cases = tb_gram_singular(reading->gram);

	if (cases & TB_NOM)
		return !tb_ends_in_any(doc, surname, oblique);
	return (cases & (TB_GEN | TB_ACC)) != 0 && tb_ends_in_any(doc, surname, genitive);
}

bool
tb_place_is_forename_here(const TbDocument *doc, uint32_t i, uint32_t end,
						  const TbReading *reading)
{
	static const uint64_t others = PLACE_BITS | TB_BIT(GIVEN) | TB_BIT(ROLE) | TB_BIT(OFFICE) |
		TB_BIT(BODY) | TB_BIT(TITLEMOD) | TB_BIT(PREP) | TB_BIT(COMMON);
	static const char *const foreign[] = {
		"ич", "ича", "швили", "дзе", "ссон", "ссона", "сен", "сена", "ян", "яна", NULL
	};
	const TbToken *after = tb_tok(doc, end);
	/* «Рима аль-Хадид» */
	bool		prefixed = tb_word_is(doc, end, TB_PARTICLE, "prefix") && tb_is_mark(&doc->text, end + 1, '-');
	TbGram		gender;

	if (end != i + 1 || i == 0 || tb_entry(doc, reading)->sub != TB_PT_city ||
		(tb_entry(doc, reading)->flags & TB_EF_CAPITAL && !(reading->gram & TB_NOM) && !prefixed) ||
		after->kind != TB_WORD_TOKEN ||
		(after->flags & (TB_TF_CAPS | TB_TF_SENT | TB_TF_PARA | TB_TF_NEWLINE)) ||
		tb_may_be(doc, i - 1, TB_BIT(PREP) | TB_BIT(MARKER)))
		return false;
	if (prefixed)
		return tb_is_cap(doc, end + 2);
	return (after->flags & TB_TF_CAP) && !tb_may_be(doc, end, others) &&
		(tb_ends_in_any(doc, end, foreign) || tb_is_surname_shaped(tb_text_of(doc, end, end + 1)) ||
		 tb_is_patronymic(tb_text_of(doc, end, end + 1), &gender)) &&
		may_be_of_one_person(doc, reading, end);
}

/* How far behind a unit what it belongs to may be named. */
#define UNIT_WORDS 7

/* Is a place whose code begins with these bytes among the last, or next, words? */
static bool
is_spoken_of(const TbDocument *doc, const char *code, size_t len, uint32_t i)
{
	for (uint32_t n = doc->places.n; n-- > 0 && n + MEMORY > doc->places.n;)
	{
		uint32_t	entry = doc->places.at[n].entry;

		if (entry != TB_NONE &&
			strncmp(tb_string(doc, tb_lexicon_entry(doc->lex, entry)->code), code, len) == 0)
			return true;
	}
	for (uint32_t at = i; at < i + UNIT_WORDS; at++)
	{
		TbMatch		match[MAX_MATCHES];
		int			m;
		uint32_t	n;
		const TbReading *r;

		if (!tb_may_be(doc, at, PLACE_BITS))
			continue;
		m = tb_text_match(&doc->text, doc->lex, at, match, MAX_MATCHES);
		if (m == 0)
			continue;
		r = tb_lexicon_readings(doc->lex, match[m - 1].node, &n);
		for (; n-- > 0; r++)
			if (strncmp(tb_string(doc, tb_entry(doc, r)->code), code, len) == 0 &&
				(tb_entry(doc, r)->klass == TB_PLACE || tb_entry(doc, r)->klass == TB_PLACE_ADJ) &&
				!(r->flags & (TB_RF_MARK | TB_RF_OWN)) &&
				!(tb_entry(doc, r)->flags & TB_EF_HOMONYM) &&
				tb_entry(doc, r)->sub != TB_PT_district &&
				tb_entry(doc, r)->sub != TB_PT_okrug)
				return true;
		at = match[m - 1].end - 1;
	}
	return false;
}

bool
tb_place_is_spoken_of(const TbDocument *doc, const char *code, uint32_t i)
{
	return is_spoken_of(doc, code, strlen(code), i + 1);
}

bool
tb_place_country_spoken_of(const TbDocument *doc, const char *code, uint32_t i)
{
	return is_spoken_of(doc, code, 3, i + 1);
}

bool
tb_place_is_near(const TbDocument *doc, const TbEntry *entry, uint32_t i)
{
	const char *code = tb_string(doc, entry->code);
	size_t		len = strlen(code);

	/* what stands above it: the code without its last step */
	for (len -= len > 0; len > 0 && code[len - 1] != '/'; len--)
		;
	return len > 3 && is_spoken_of(doc, code, len, i);
}

bool
tb_place_is_apposed(const TbDocument *doc, const TbEntry *entry, uint32_t end)
{
	const char *code = tb_string(doc, entry->code);
	TbMatch		match[MAX_MATCHES];
	int			m;
	uint32_t	n;
	const TbReading *r;

	if (!tb_may_be(doc, end, TB_BIT(PLACE)))
		return false;
	m = tb_text_match(&doc->text, doc->lex, end, match, MAX_MATCHES);
	if (m == 0)
		return false;
	r = tb_lexicon_readings(doc->lex, match[m - 1].node, &n);
	for (; n-- > 0; r++)
	{
		const char *above = tb_string(doc, tb_entry(doc, r)->code);

		if (tb_entry(doc, r)->klass == TB_PLACE && strlen(above) > 3 &&
			strncmp(code, above, strlen(above)) == 0 && strcmp(code, above) != 0)
			return true;
	}
	return false;
}

bool
tb_place_unit_allowed(const TbDocument *doc, const TbEntry *entry, uint32_t i,
					  bool *near)
{
	const char *code = tb_string(doc, entry->code);
	const TbEntry *above;
	char		parent[256];
	char	   *slash;
	bool		own;

	*near = false;
	if ((entry->sub != TB_PT_district && entry->sub != TB_PT_okrug) ||
		(entry->flags & TB_EF_USER) || strlen(code) >= sizeof(parent))
		return true;
	*near = tb_place_is_near(doc, entry, i);
	if (*near)
		return true;
	own = strncmp(code, doc->country, 2) == 0;
	memcpy(parent, code, strlen(code) + 1);
	parent[strlen(parent) - 1] = '\0';
	slash = strrchr(parent, '/');
	if (slash == NULL)
		return true;
	slash[1] = '\0';
	above = tb_lexicon_find_code(doc->lex, TB_PLACE, parent);
	if (above != NULL && above->sub == TB_PT_city && entry->sub == TB_PT_district)
		return false;
	return own || *doc->country == '\0' || is_spoken_of(doc, code, 3, i);
}
