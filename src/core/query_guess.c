/*
 * query_guess.c
 *	  What a scan does not take without evidence, and a query means all the
 *	  same: homonyms («Семей») and lone surnames («Токаевым»).
 */
#include "core/query_internal.h"

#define MAX_MATCHES 8

static bool
is_covered(const TbQueryPiece *p, TbSpan span)
{
	for (uint32_t i = 0; i < p->units.n; i++)
		if (tb_span_overlaps(p->units.at[i].span, span))
			return true;
	return false;
}

/* Is it all that the query has, but for prepositions? */
static bool
is_alone(const TbDocument *doc, uint32_t i, uint32_t end)
{
	for (uint32_t k = 0; k < doc->text.ntok; k++)
		if ((k < i || k >= end) && !tb_may_be(doc, k, TB_BIT(PREP)))
			return false;
	return true;
}

/*
 * May a reading of the words [i, end) be meant by a query?  Written small, an
 * ordinary word is a place only where nothing else is asked for.
 */
static bool
may_mean(const TbDocument *doc, uint32_t i, uint32_t end,
		 const TbReading *reading)
{
	const TbEntry *entry = tb_entry(doc, reading);
	bool		capital = tb_is_cap(doc, i);

	if (reading->flags & (TB_RF_COMPOUND | TB_RF_CAPS | TB_RF_OWN))
		return false;
	/* nobody says «Береговой» of a rural okrug */
	if (entry->sub == TB_PT_okrug && end == i + 1 &&
		(entry->klass == TB_PLACE || entry->klass == TB_PLACE_ADJ))
		return false;
	if (entry->klass == TB_PLACE)
		return capital || (is_alone(doc, i, end) && !tb_may_be(doc, i, TB_BIT(STOP))) ||
			(!(reading->flags & TB_RF_MARK) &&
			 (end > i + 1 || !tb_may_be(doc, i, TB_BIT(COMMON) | TB_BIT(STOP))));
	return entry->klass == TB_PLACE_ADJ && capital;
}

/*
 * Is a reading of count to be left out beside others: does an earlier one mean
 * the same place, or does it need a marker, as «район Астана», where the name
 * alone is another place's?  Old names («Лениногорск») stay.
 */
static bool
yields(const TbDocument *doc, const TbReading *all, uint32_t count, const TbReading *r)
{
	bool		marked = (r->flags & TB_RF_MARK) && !(r->flags & TB_RF_OLD);

	for (const TbReading *other = all; other < all + count; other++)
		if ((other < r && tb_entry(doc, other)->code == tb_entry(doc, r)->code) ||
			(marked && tb_entry(doc, other)->klass == TB_PLACE &&
			 !(other->flags & (TB_RF_MARK | TB_RF_COMPOUND))))
			return true;
	return false;
}

const char *
tb_query_places(const TbQuery *q, const TbDocument *doc, uint32_t i, uint32_t *end)
{
	TbMatch		match[MAX_MATCHES];
	int			n;
	TbBuffer	buf = {.arena = q->arena};

	if (!tb_may_be(doc, i, TB_BIT(PLACE) | TB_BIT(PLACE_ADJ)))
		return "";
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0 && buf.text.n == 0)
	{
		uint32_t	count;
		const TbReading *all = tb_lexicon_readings(doc->lex, match[n].node, &count);

		*end = match[n].end;
		for (const TbReading *r = all; r < all + count && buf.text.n < TB_MAX_ENTITY; r++)
		{
			if (!may_mean(doc, i, *end, r) || yields(doc, all, count, r))
				continue;
			tb_buffer_puts(&buf, buf.text.n > 0 ? "|place/" : "place/");
			tb_buffer_puts(&buf, tb_string(doc, tb_entry(doc, r)->code));
		}
	}
	return tb_buffer_text(&buf);
}

/*
 * Do the words themselves match too?  «Семей» with a capital is the city, not
 * families, and so is «в семее»; «Алтай» is no ordinary word, and a text may
 * not show that it is the place.
 */
static bool
words_will_do(const TbDocument *doc, uint32_t i, const char *entity)
{
	if (strncmp(entity, "place/", 6) != 0)
		return true;
	if (i > 0 && tb_may_be(doc, i - 1, TB_BIT(NOPERSON)))
		return true;
	if (!tb_is_cap(doc, i))
		return i == 0 || !tb_may_be(doc, i - 1, TB_BIT(PREP));
	return !tb_may_be(doc, i, TB_BIT(COMMON));
}

TbStatus
tb_query_add_doubtful(TbQueryPiece *p)
{
	const TbDocument *doc = &p->doc;

	for (uint32_t i = 0; i < doc->text.ntok; i++)
	{
		uint32_t	end = i + 1;
		const char *entity;
		TbSpan		span;

		if (is_covered(p, tb_span_of(doc, i, i + 1)))
			continue;
		entity = tb_query_places(p->query, doc, i, &end);
		if (entity == NULL)
			return TB_NO_MEMORY;
		if (*entity == '\0')
		{
			end = i + 1;
			entity = tb_query_surname(p->query, doc, i);
		}
		span = tb_span_of(doc, i, end);
		if (!is_covered(p, span))
			TB_TRY(tb_query_add_unit(p->query, &p->units, (TbQueryUnit) {span, entity,
					words_will_do(doc, i, entity), false}));
	}
	return TB_OK;
}
