/*
 * query_raise.c
 *	  The capitals that a query written small may lack.
 *
 * «касым-жомарт токаев в астане» is read once as it stands and once with the
 * capitals that the lexicon and the shapes of names suggest; what only the
 * second reading shows is taken if it is wider than what stood there.
 */
#include "core/query_internal.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/inflect.h"

typedef enum Raise
{
	RAISE_NONE, RAISE_FIRST, RAISE_ALL
} Raise;

/* What the lexicon says of a word written small. */
static Raise
raise_known(const TbDocument *doc, uint32_t i)
{
	uint32_t	node = doc->text.tok[i].value;
	uint32_t	n;
	const TbReading *r = tb_lexicon_readings(doc->lex, node, &n);
	bool		plain = false;
	bool		abbreviation = false;

	/* «река или» is the river */
	if (tb_word_reading(doc, i, TB_STOP, NULL) != NULL)
		return i > 0 && tb_may_be(doc, i, TB_BIT(PLACE)) &&
			tb_may_be(doc, i - 1, TB_BIT(MARKER)) ? RAISE_FIRST : RAISE_NONE;
	for (; n-- > 0; r++)
	{
		TbClass		klass = tb_reading_class(r);

		if (r->flags & TB_RF_CAPS)
			abbreviation = true;
		else if (klass != TB_ABBR && klass != TB_GIVEN)
			plain = true;		/* «юко» is the region before the Japanese name */
	}
	if (abbreviation && !plain)
		return RAISE_ALL;
	return tb_lexicon_mask(doc->lex, node) &
		(TB_BIT(PLACE) | TB_BIT(GIVEN) | TB_BIT(SURNAME)) ? RAISE_FIRST : RAISE_NONE;
}

/* Should a word that is written small have capitals? */
static Raise
raise_at(const TbDocument *doc, uint32_t i, bool after_name)
{
	TbStr		word = tb_text_of(doc, i, i + 1);
	TbGram		gender;

	if (!tb_is_word(doc, i) || !(tb_tok(doc, i)->flags & (TB_TF_CYRILLIC | TB_TF_LATIN)) ||
		(tb_tok(doc, i)->flags & TB_TF_CAP))
		return RAISE_NONE;
	if ((tb_tok(doc, i)->flags & TB_TF_LETTER) && tb_is_mark(&doc->text, i + 1, '.') &&
		!(tb_tok(doc, i + 1)->flags & TB_TF_SPACE))
		return RAISE_FIRST;		/* м. ашимбаев */
	if (doc->text.tok[i].value != 0)
		return raise_known(doc, i);
	return after_name || tb_is_surname_shaped(word) ||
		tb_is_patronymic(word, &gender) ? RAISE_FIRST : RAISE_NONE;
}

/* Raise the first letter of a word, or all; lengths stay. */
static void
raise(char *word, uint32_t len, Raise how)
{
	for (uint32_t i = 0; i < len;)
	{
		char		upper[4];
		uint32_t	step;
		uint32_t	c = tb_utf8_next(word + i, len - i, &step);

		if (c != TB_BAD_CHAR && tb_utf8_put(upper, tb_upper_char(c)) == step)
			memcpy(word + i, upper, step);
		i += step;
		if (how == RAISE_FIRST)
			return;
	}
}

/* A copy of the text with the capitals that it may lack; NULL data: none. */
static TbStatus
raise_text(const TbQuery *q, const TbDocument *doc, TbStr *out)
{
	char	   *copy = tb_arena_strdup(q->arena, doc->text.data, doc->text.len);
	bool		after_name = false;
	bool		changed = false;

	if (copy == NULL)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < doc->text.ntok; i++)
	{
		const TbToken *tok = &doc->text.tok[i];
		Raise		how = raise_at(doc, i, after_name);

		if (how != RAISE_NONE)
		{
			raise(copy + tok->start, tok->end - tok->start, how);
			changed = true;
		}
		if (tb_is_word(doc, i))
			after_name = tb_may_be(doc, i, TB_BIT(GIVEN)) &&
				tb_word_reading(doc, i, TB_GIVEN, NULL) != NULL;
	}
	*out = (TbStr) {changed ? copy : NULL, doc->text.len};
	return TB_OK;
}

/* Is a unit one word that surnames look like: королёв, донского? */
static bool
may_be_surname(const TbDocument *doc, const TbQueryUnit *unit, uint32_t i)
{
	return doc->text.tok[i].start == unit->span.start &&
		doc->text.tok[i].end == unit->span.end &&
		tb_is_surname_shaped(tb_text_of(doc, i, i + 1));
}

/* A person, or a place that is somebody's name too: владимир, not россия. */
static bool
may_be_person(const TbDocument *doc, const TbQueryUnit *unit)
{
	if (strncmp(unit->entity, "person/", 7) == 0)
		return true;
	if (unit->title)
		return false;
	for (uint32_t i = 0; i < doc->text.ntok; i++)
		if (doc->text.tok[i].start >= unit->span.start &&
			doc->text.tok[i].end <= unit->span.end &&
			/* «в семее» is the place */
			!(i > 0 && tb_may_be(doc, i - 1, TB_BIT(PREP))) &&
			(tb_may_be(doc, i, TB_BIT(GIVEN) | TB_BIT(SURNAME)) ||
			 may_be_surname(doc, unit, i)))
			return true;
	return false;
}

/*
 * Is a unit of the raised text wider than one that it overlaps, or the same
 * title with its country or place («министр … иркутской области»)?
 */
static bool
says_more(const TbQueryUnit *raised, const TbQueryUnit *unit)
{
	uint32_t	len = unit->span.end - unit->span.start;

	if (unit->span.start < raised->span.start || unit->span.end > raised->span.end)
		return false;
	return len < raised->span.end - raised->span.start ||
		(raised->title && unit->title && strlen(raised->entity) > strlen(unit->entity));
}

/* Take a unit of the raised text, if it says more than what stands there. */
static TbStatus
take_raised(const TbQuery *q, const TbDocument *doc, TbQueryUnits *units,
			const TbQueryUnit *raised)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < units->n; i++)
	{
		const TbQueryUnit *unit = &units->at[i];

		if (tb_span_overlaps(unit->span, raised->span) && !says_more(raised, unit))
			return TB_OK;
	}
	for (uint32_t i = 0; i < units->n; i++)
		if (!tb_span_overlaps(units->at[i].span, raised->span))
			units->at[n++] = units->at[i];
	units->n = n;
	return tb_query_add_unit(q, units, (TbQueryUnit) {raised->span, raised->entity,
			raised->soft || may_be_person(doc, raised), raised->title});
}

TbStatus
tb_query_add_raised(TbQueryPiece *p)
{
	const TbQuery *q = p->query;
	TbStr		text;
	TbDocument	doc;
	TbQueryUnits		units = {0};

	TB_TRY(raise_text(q, &p->doc, &text));
	if (text.data == NULL)
		return TB_OK;
	TB_TRY(tb_query_find_units(q, text, &doc, &units));
	for (uint32_t i = 0; i < units.n; i++)
		TB_TRY(take_raised(q, &doc, &p->units, &units.at[i]));
	return TB_OK;
}
