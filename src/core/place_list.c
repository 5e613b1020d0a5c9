/*
 * place_list.c
 *	  Lists with one head for all: «рек Тобол, Ишим и Урал», «в сёлах Кулан,
 *	  Заря и Акыртобе», «районов Алтынсарина, Беимбета Майлина и Карасу».
 *
 * A place behind a marker that may be plural opens a list; each further name
 * behind a comma or «и» has the same marker, and passes it on.  A name that
 * no list of ours has joins only where the marker is surely plural.
 */
#include "core/place_internal.h"

void
tb_place_list_open(Finder *f, const TbReading *marker, uint32_t end)
{
	if (marker != NULL && !tb_gram_plural(marker->gram))
		marker = NULL;
	f->list_marker = marker;
	f->list_end = end;
}

const TbReading *
tb_place_list_marker(const Finder *f, uint32_t i)
{
	if (f->list_marker == NULL || i == 0 || f->list_end != i - 1 ||
		!tb_is_comma_or_and(f->doc, i - 1))
		return NULL;
	return f->list_marker;
}

/*
 * list_member: «Акыртобе» of «сёлах Кулан, Заря и Акыртобе».  Not: «сёлах
 * Кулан, Заря и Ержан Сериков», where another capital follows.
 */
static uint32_t
unknown_member(Finder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;
	const TbReading *marker = tb_place_list_marker(f, i);

	if (marker == NULL || tb_gram_singular(marker->gram) || !tb_is_cap(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_PARA)) ||
		tb_is_cap(doc, tb_place_unknown_end(doc, i)))
		return i;
	return tb_place_unknown_add(f, i, i, marker);
}

uint32_t
tb_place_list_rest(Finder *f, uint32_t end)
{
	uint32_t	behind;

	while ((behind = unknown_member(f, end + 1)) > end + 1)
		end = behind;
	return end;
}

/* Members of a list of districts that are looked at before its head. */
#define MAX_DISTRICTS 24

/* The district whose adjective stands at i, if no list has it and no place has the word. */
static bool
add_district(Finder *f, uint32_t i, const char *ending, const char *unit)
{
	TbDocument *doc = f->doc;
	uint32_t	at = tb_place_from(doc, i);
	TbStr		word = tb_text_of(doc, i, i + 1);
	TbBuffer	name = {.arena = doc->arena};
	TbPlace    *place;

	if ((at < doc->places.n && doc->places.at[at].first == i) ||
		(at > 0 && doc->places.at[at - 1].end > i))
		return true;
	place = TB_PUSH(doc->arena, &f->late);
	if (place == NULL)
		return false;
	tb_buffer_put(&name, word.data, word.len - strlen(ending));
	tb_buffer_puts(&name, "ий ");
	tb_buffer_puts(&name, unit);
	*place = (TbPlace) {
		.first = i,.end = i + 1,.span = tb_span_of(doc, i, i + 1),.entry = TB_NONE,
		.rule = "listed_district",.name = tb_buffer_text(&name),.type = TB_PT_district
	};
	return place->name != NULL;
}

/* Does the word at i end in -ск- and this ending: Тарумовск-им? */
static bool
ends_in_sk(const TbDocument *doc, uint32_t i, const char *ending)
{
	TbStr		word = tb_text_of(doc, i, i + 1);
	size_t		len = strlen(ending) + 4;

	return word.len > len + 4 && memcmp(word.data + word.len - len, "ск", 4) == 0 &&
		memcmp(word.data + word.len - len + 4, ending, len - 4) == 0;
}

/* The ending behind -ск- of the adjective at i that a list of districts may have, or NULL. */
static const char *
district_ending(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {"ого", "ому", "им", "ом", "ий", NULL};

	if (!tb_is_cap(doc, i) || tb_may_be(doc, i, TB_BIT(TITLEMOD) | TB_BIT(ROLE)))
		return NULL;
	for (const char *const *e = endings; *e != NULL; e++)
		if (ends_in_sk(doc, i, *e))
			return *e;
	return NULL;
}

/* The first adjective of the list that ends before the head, or the head. */
static uint32_t
list_start(const TbDocument *doc, uint32_t head)
{
	uint32_t	first = head;
	uint32_t	i = head;

	/* «Гунибского, Чародинского и других горных районов» */
	if (i > 2 && tb_word_is(doc, i - 1, TB_WORD, "others"))
		i--;
	else if (i > 3 && tb_word_is(doc, i - 2, TB_WORD, "others") && tb_is_word(doc, i - 1))
		i -= 2;
	while (i > 0 && head - i < MAX_DISTRICTS && !(tb_tok(doc, first)->flags & (TB_TF_SENT | TB_TF_PARA)))
	{
		i--;
		if (district_ending(doc, i) != NULL)
			first = i;
		else if (!tb_is_comma_or_and(doc, i) || i + 1 == head)
			break;
	}
	return first;
}

/* «районов», «Маловишерский и Хвойнинский | округа»: is the head at i a plural's? */
static bool
is_of_many(const TbDocument *doc, uint32_t i, const TbReading *marker)
{
	static const char *const nominative[] = {"ский", "цкий", NULL};

	return tb_gram_singular(marker->gram) == 0 ||
		(tb_gram_plural(marker->gram) && i > 2 && tb_ends_in_any(doc, i - 1, nominative) &&
		 tb_is_comma_or_and(doc, i - 2) && tb_ends_in_any(doc, i - 3, nominative));
}

void
tb_place_listed_districts(Finder *f)
{
	const TbDocument *doc = f->doc;
	uint32_t	end = doc->text.ntok;

	for (uint32_t i = 0; (i = tb_next_of(doc, i, end, TB_BIT(MARKER))) < end && !f->failed; i++)
	{
		uint32_t	behind;
		const TbReading *marker = tb_phrase_reading(doc, i, TB_MARKER, "district", &behind);
		const char *unit = "район";

		if (tb_arena_poll(doc->arena))
			return;
		/* «в Селемджинском и Мазановском округах»: rural ones in Kazakhstan */
		if (marker == NULL && strcmp(doc->country, "kz") != 0)
		{
			marker = tb_phrase_reading(doc, i, TB_MARKER, "county", &behind);
			unit = "округ";
		}
		if (marker == NULL || !is_of_many(doc, i, marker) ||
			(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_PARA)))
			continue;
		for (uint32_t at = list_start(doc, i); at < i && !f->failed; at++)
		{
			const char *ending = district_ending(doc, at);

			f->failed = ending != NULL && !add_district(f, at, ending, unit);
		}
	}
}
