/*
 * place_country.c
 *	  The country that a document speaks of: places, bodies and offices are
 *	  counted, and whose president is called so without a country.
 */
#include "core/place_internal.h"

/* How many tokens the document's country is sought in. */
#define COUNTRY_TOKENS 5000

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

static int
count_of(const Tally *tally, const char *country)
{
	for (int i = 0; i < MAX_COUNTRIES && tally[i].count > 0; i++)
		if (strcmp(tally[i].country, country) == 0)
			return tally[i].count;
	return 0;
}

static const Tally *
largest(const Tally *tally)
{
	const Tally *best = &tally[0];

	for (int i = 1; i < MAX_COUNTRIES; i++)
		if (tally[i].count > best->count)
			best = &tally[i];
	return best;
}

/* Classes that tell a country. */
#define COUNTRY_BITS (TB_BIT(PLACE) | TB_BIT(PLACE_ADJ) | TB_BIT(BODY) | TB_BIT(OFFICE))

/* The country that a reading speaks of, and how loudly; 0: of none. */
static int
country_of_reading(const TbDocument *doc, const TbReading *reading, bool cap,
				   char *country)
{
	const TbEntry *entry = tb_entry(doc, reading);
	const char *countries;

	switch (tb_reading_class(reading))
	{
		case TB_PLACE:
			tb_place_country_code(tb_string(doc, entry->code), country);
			return cap && !(entry->flags & TB_EF_HOMONYM) ? 1 : 0;
		case TB_PLACE_ADJ:
			tb_place_country_code(tb_string(doc, entry->code), country);
			return entry->value == 0;
		case TB_BODY:
		case TB_OFFICE:
			countries = tb_string(doc, entry->country);
			/* not of many countries, or any */
			if (strlen(countries) == 2)
				memcpy(country, countries, 3);
			return tb_reading_class(reading) == TB_BODY ? 2 : 1;
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

		if (!(UINT64_C(1) << tb_reading_class(&readings[r]) & COUNTRY_BITS))
			continue;
		if ((readings[r].flags & TB_RF_CAPS) &&
			!tb_in_capitals(doc, i, match[n - 1].end))
			continue;
		if (readings[r].flags & TB_RF_OWN)
			continue;			/* follows the country, does not tell it */
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

/* Is an office of a president said right before the name that ends at token i? */
static bool
is_called_president(const TbDocument *doc, uint32_t i)
{
	uint32_t	at = i;

	while (at > 0 && at + 5 > i &&
		   (tb_is_cap(doc, at - 1) || tb_tok(doc, at - 1)->kind == TB_MARK) &&
		   tb_word_reading(doc, at - 1, TB_PLACE, NULL) == NULL &&
		   tb_word_reading(doc, at - 1, TB_ROLE, NULL) == NULL)
		at--;
	return at > 0 && tb_word_is(doc, at - 1, TB_ROLE, "president");
}

/* How many tokens a headline and the line of the date may have. */
#define HEAD_TOKENS 30

/*
 * «Президент Касым-Жомарт Токаев прибыл в Ташкент», or a headline that begins
 * with him: whom a text first calls so without a country leads the text's own.
 * The country of the surname at i; false for none.
 */
static bool
own_leader_country(const TbDocument *doc, uint32_t i, char *country)
{
	uint32_t	n;
	const TbHolder *holders = tb_lexicon_holders(doc->lex, &n);
	const TbReading *surname = tb_word_reading(doc, i, TB_SURNAME, NULL);

	if (surname == NULL || (i >= HEAD_TOKENS && !is_called_president(doc, i)))
		return false;
	for (uint32_t h = 0; h < n; h++)
	{
		const char *person = tb_string(doc, holders[h].person);
		const char *last = strrchr(person, ' ');

		if (last == NULL || strstr(tb_string(doc, holders[h].office), "/president/") == NULL ||
			strcmp(last + 1, tb_string(doc, tb_entry(doc, surname)->name)) != 0)
			continue;
		tb_place_country_code(tb_string(doc, holders[h].office), country);
		return true;
	}
	return false;
}

/* How many mentions of another country make a leader behind them a foreign one. */
#define FOREIGN_COUNT 6

/* What an own leader weighs against places: more than a few mentions. */
#define LEADER_WEIGHT 20

/*
 * Has the text, as its first leader is named, long been about another country?
 * «МИД Таджикистана … | Каллас отправилась в Бишкек, где её примет Президент
 * Садыр Жапаров.»
 */
static bool
is_foreign_leader(const Tally *tally, const char *country)
{
	return largest(tally)->count > FOREIGN_COUNT + 2 * count_of(tally, country);
}

const char *
tb_place_country(const TbDocument *doc)
{
	Tally		tally[MAX_COUNTRIES] = {{{0}, 0}};
	const Tally *best;
	uint32_t	end = doc->text.ntok < COUNTRY_TOKENS ? doc->text.ntok : COUNTRY_TOKENS;
	uint32_t	i = 0;
	bool		led = false;

	for (; (i = tb_next_of(doc, i, end, COUNTRY_BITS | TB_BIT(SURNAME))) < end; i++)
	{
		char		country[3];

		if (tb_may_be(doc, i, COUNTRY_BITS))
			count_at(doc, i, tally);
		if (!led && tb_may_be(doc, i, TB_BIT(SURNAME)) && own_leader_country(doc, i, country))
		{
			if (i < HEAD_TOKENS || !is_foreign_leader(tally, country))
				count_country(tally, country, LEADER_WEIGHT);
			led = true;
		}
	}
	best = largest(tally);
	if (best->count == 0)
		return "";
	return tb_arena_strdup(doc->arena, best->country, 2);
}
