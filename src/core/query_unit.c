/*
 * query_unit.c
 *	  The mentions of a query as it is written, and the parts that a term
 *	  falls into.
 */
#include "core/query_internal.h"

#include <stdio.h>
#include <stdlib.h>

#define MAX_MATCHES 8

/* Longest term in bytes whose words are guessed at; beyond, it is a text. */
#define MAX_GUESSED 16384

/* ------------------------------------------------------------------- units */

/* Open a term's text as a document that knows no date and no country. */
TbStatus
tb_query_open(const TbQuery *q, TbStr text, TbDocument *doc)
{
	TB_TRY(tb_document_open(doc, text.data, text.len, TB_NO_DAY, NULL, q->lex,
							q->arena));
	/* what the query speaks of is no context for its own words */
	doc->country = "";
	doc->reference = TB_NO_DAY;
	return tb_document_find(doc, TB_LAYER_DATES | TB_LAYER_NAMES);
}

TbStatus
tb_query_add_unit(const TbQuery *q, TbQueryUnits *units, TbQueryUnit unit)
{
	TbQueryUnit	   *added;

	if (unit.entity == NULL)
		return TB_NO_MEMORY;
	if (*unit.entity == '\0')
		return TB_OK;
	added = TB_PUSH(q->arena, units);
	if (added == NULL)
		return TB_NO_MEMORY;
	*added = unit;
	return TB_OK;
}

/* Does a title name a place itself? */
static bool
names_place(const TbDocument *doc, const TbTitle *title)
{
	if (title->placed)
		return true;
	for (uint32_t i = 0; i < doc->places.n; i++)
		if (tb_span_overlaps(doc->places.at[i].span, title->span))
			return true;
	return false;
}

/*
 * The office a query means: with its country or place if it names one, else
 * that of any country («министр здравоохранения»).
 */
static const char *
title_query(const TbDocument *doc, const TbTitle *title)
{
	TbTitle		general = *title;
	const char *entity;
	const char *specific;

	if (doc->text.len <= MAX_GUESSED && !names_place(doc, title))
		general.jurisdiction = NULL;
	entity = tb_entity_of_title(doc, &general);
	/* the last lexeme says most: the country, and whether it is a former one */
	specific = entity == NULL ? NULL : strrchr(entity, '&');
	return specific == NULL ? entity : specific + 1;
}

/* Add a body's lexeme of any country, once. */
static void
put_body(TbBuffer *out, const char *before, const char *code)
{
	TbBuffer	one = {.arena = out->arena};
	const char *lexeme;

	tb_buffer_puts(&one, "office/");
	tb_buffer_puts(&one, before);
	tb_buffer_puts(&one, code);
	tb_buffer_puts(&one, "/");
	lexeme = tb_buffer_text(&one);
	if (out->text.n > 0)
	{
		TbBuffer	so_far = {.arena = out->arena};

		tb_buffer_put(&so_far, out->text.at, out->text.n);
		if (lexeme == NULL || tb_buffer_text(&so_far) == NULL ||
			strstr(so_far.text.at, lexeme) != NULL)
			return;
		tb_buffer_puts(out, "|");
	}
	tb_buffer_puts(out, lexeme);
}

/*
 * A body's lexeme: of its country where the query names one, else of all that
 * its words may mean («Минобрнауки» of two ministries, «Совбез» of the ООН's).
 */
static const char *
body_query(const TbDocument *doc, const TbBody *body)
{
	TbBuffer	buf = {.arena = doc->arena};
	TbMatch		match[MAX_MATCHES];
	int			n = tb_text_match(&doc->text, doc->lex, body->first, match, MAX_MATCHES);
	uint32_t	count;
	const TbReading *r;

	if (body->placed || n == 0 || match[n - 1].end != body->end)
	{
		const char *entity = tb_entity_of_body(doc, body);
		const char *specific = entity == NULL ? NULL : strchr(entity, '&');

		return specific == NULL ? entity : specific + 1;
	}
	for (r = tb_lexicon_readings(doc->lex, match[n - 1].node, &count); count-- > 0; r++)
	{
		char		own[64];
		const char *code = tb_string(doc, tb_entry(doc, r)->code);

		if (tb_reading_class(r) != TB_BODY || ((r->flags & TB_RF_CAPS) &&
												   !tb_in_capitals(doc, body->first, body->end)))
			continue;
		put_body(&buf, "", code);
		if (tb_entry(doc, r)->sub == TB_BT_council &&
			snprintf(own, sizeof(own), "un-%s", code) < (int) sizeof(own) &&
			tb_lexicon_find_code(doc->lex, TB_BODY, own) != NULL)
			put_body(&buf, "un-", code);
	}
	return buf.text.n == 0 ? tb_entity_of_body(doc, body) : tb_buffer_text(&buf);
}

/* Is a body's one word written in capitals, as an abbreviation of the lists? */
static bool
is_abbreviation(const TbDocument *doc, const TbBody *body)
{
	const TbReading *r = tb_word_reading(doc, body->first, TB_BODY, NULL);

	return r != NULL && (r->flags & TB_RF_CAPS) && tb_in_capitals(doc, body->first, body->end);
}

/* Is a place the country whose body it is? */
static bool
is_jurisdiction(const TbDocument *doc, const TbPlace *place, const TbBody *body)
{
	return place->entry != TB_NONE &&
		strcmp(tb_string(doc, tb_lexicon_entry(doc->lex, place->entry)->code), body->jurisdiction) == 0;
}

/*
 * A body with the country beside it that its lexeme tells already: «МВД РК» is
 * found where the text says «МВД» and is known to speak of Kazakhstan.
 */
static TbSpan
body_span(const TbDocument *doc, const TbBody *body)
{
	TbSpan		span = body->span;
	uint32_t	behind = tb_place_from(doc, body->end);
	uint32_t	before = tb_place_from(doc, body->first);

	if (!body->placed)
		return span;
	if (behind < doc->places.n && doc->places.at[behind].first == body->end &&
		is_jurisdiction(doc, &doc->places.at[behind], body))
		span.end = doc->places.at[behind].span.end;
	if (before > 0 && doc->places.at[before - 1].end == body->first &&
		is_jurisdiction(doc, &doc->places.at[before - 1], body))
		span.start = doc->places.at[before - 1].span.start;
	return span;
}

/* A period's lexemes; years and months are prefixes. */
static const char *
date_query(const TbDocument *doc, const TbDate *date)
{
	TbBuffer	days = {.arena = doc->arena};
	TbBuffer	buf = {.arena = doc->arena};
	const char *at;
	TbStr		lexeme;
	uint32_t	reading = 0;
	bool		open = date->from == TB_NO_DAY || date->to == TB_NO_DAY;
	int32_t		from = open ? date->named_from : date->from;
	int32_t		to = open ? date->named_to : date->to;

	if (!date->known || from == TB_NO_DAY || to == TB_NO_DAY || from > to)
		return "";
	tb_entity_put_period(&days, from, to);
	at = tb_buffer_text(&days);
	while (tb_entity_next(&at, &lexeme, &reading))
	{
		if (buf.text.n > 0)
			tb_buffer_puts(&buf, "|");
		tb_buffer_put(&buf, lexeme.data, lexeme.len);
		if (tb_entity_is_prefix(lexeme))
			tb_buffer_puts(&buf, "*");
	}
	return tb_buffer_text(&buf);
}

/*
 * Does a title of one word mean one office in every text?  «президент»,
 * «аким» do; «спикер», «министр» are of another body each time.
 */
static bool
is_certain(const TbDocument *doc, const TbTitle *title)
{
	const TbReading *role;

	if (title->said_end > title->first + 1)
		return true;
	role = tb_word_reading(doc, title->first, TB_ROLE, NULL);
	return title->unique && (role == NULL || tb_entry(doc, role)->sub == TB_ROLE_OWN);
}

/* Does a name of a place lead the name: «Астана Токаев» typed as two words? */
static bool
begins_with_place(const TbDocument *doc, const TbPersonMention *mention)
{
	const TbReading *place = tb_word_reading(doc, mention->first, TB_PLACE, NULL);

	return place != NULL && !(tb_entry(doc, place)->flags & TB_EF_HOMONYM) &&
		!(place->flags & (TB_RF_MARK | TB_RF_CAPS));
}

/*
 * A place: with its marker that one, else every place of the name («Ишим» is
 * a river and a town; a query tells too little to choose).
 */
static const char *
any_place_query(const TbQuery *q, const TbDocument *doc, const TbPlace *place)
{
	uint32_t	end = place->end;
	const char *entity = "";

	if (strcmp(place->rule, "lexicon_name") == 0)
		entity = tb_query_places(q, doc, place->first, &end);
	return entity == NULL || (*entity != '\0' && end == place->end) ? entity :
		tb_entity_of_place(doc, place);
}

/* All mentions of a document, nested ones too. */
static TbStatus
add_mentions(const TbQuery *q, const TbDocument *doc, TbQueryUnits *units)
{
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];
		const char *entity = title_query(doc, t);
		TbSpan		said = tb_span_of(doc, t->first, t->said_end);

		/* «министр дорога»: a word that no office says is asked for itself */
		TB_TRY(tb_query_add_unit(q, units, (TbQueryUnit) {said, entity, !is_certain(doc, t),
				true}));
	}
	for (uint32_t i = 0; i < doc->bodies.n; i++)
	{
		const TbBody *b = &doc->bodies.at[i];
		TbSpan		span = body_span(doc, b);
		bool		alone = b->end == b->first + 1 &&
			span.end - span.start == b->span.end - b->span.start;

		/* «ВОЗ» is no воз */
		TB_TRY(tb_query_add_unit(q, units, (TbQueryUnit) {span, body_query(doc, b),
				alone && !is_abbreviation(doc, b), false}));
	}
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		const char *entity;
		bool		alone = m->given == NULL;

		if (begins_with_place(doc, m))
			continue;
		TB_TRY(tb_query_person(q, doc, m, &entity));
		TB_TRY(tb_query_add_unit(q, units, (TbQueryUnit) {m->span, entity, alone, false}));
	}
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		TB_TRY(tb_query_add_unit(q, units, (TbQueryUnit) {p->span, any_place_query(q, doc, p),
				false, false}));
	}
	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];

		TB_TRY(tb_query_add_unit(q, units, (TbQueryUnit) {d->span, date_query(doc, d),
				false, false}));
	}
	return TB_OK;
}

/* By first byte, the longer first. */
static int
compare_units(const void *a, const void *b)
{
	const TbQueryUnit *x = a;
	const TbQueryUnit *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end > y->span.end ? -1 : 1;
	return (int) y->title - (int) x->title;
}

/* «депутаты Сената и Мажилиса» is two offices of one span: either will do. */
static TbStatus
join_entity(const TbQuery *q, TbQueryUnit *unit, const char *entity)
{
	TbBuffer	buf = {.arena = q->arena};

	if (strcmp(unit->entity, entity) == 0)
		return TB_OK;
	tb_buffer_puts(&buf, unit->entity);
	tb_buffer_puts(&buf, "|");
	tb_buffer_puts(&buf, entity);
	unit->entity = tb_buffer_text(&buf);
	return unit->entity == NULL ? TB_NO_MEMORY : TB_OK;
}

/* Keep the widest units that do not overlap. */
static TbStatus
keep_widest(const TbQuery *q, TbQueryUnits *units)
{
	uint32_t	n = 0;

	if (units->n > 1)
		qsort(units->at, units->n, sizeof(TbQueryUnit), compare_units);
	for (uint32_t i = 0; i < units->n; i++)
	{
		TbQueryUnit	   *unit = &units->at[i];
		TbQueryUnit	   *last = n > 0 ? &units->at[n - 1] : NULL;

		if (last == NULL || unit->span.start >= last->span.end)
			units->at[n++] = *unit;
		else if (unit->title && last->title &&
				 unit->span.start == last->span.start &&
				 unit->span.end == last->span.end)
			TB_TRY(join_entity(q, last, unit->entity));
	}
	units->n = n;
	return TB_OK;
}

/* The units of a text as it is written. */
TbStatus
tb_query_find_units(const TbQuery *q, TbStr text, TbDocument *doc, TbQueryUnits *units)
{
	TB_TRY(tb_query_open(q, text, doc));
	TB_TRY(add_mentions(q, doc, units));
	return keep_widest(q, units);
}

/* ------------------------------------------------------------------- parts */

/* The words of the text at their positions, as search counts them. */
static TbStatus
find_words(TbQueryPiece *p)
{
	TbSearch	search;
	TbSearchToken token;
	uint32_t	position = 0;
	bool		more;

	TB_TRY(tb_search_open(&search, &p->doc));
	for (;;)
	{
		TbQueryWord	   *word;

		TB_TRY(tb_search_next(&search, &token, &more));
		if (!more)
			return TB_OK;
		if (token.type == TB_SX_PROTOCOL ||
			token.span.end - token.span.start > TB_MAX_LEXEME)
			continue;
		word = TB_PUSH(p->query->arena, &p->words);
		if (word == NULL)
			return TB_NO_MEMORY;
		*word = (TbQueryWord) {token.span, position++};
	}
}

TbStatus
tb_query_stems(const TbQueryPiece *p, const TbQueryWord *word, const TbStems **stems)
{
	TbStr		text = {p->doc.text.data + word->span.start,
	word->span.end - word->span.start};

	*stems = tb_stemmer_find(p->query->stemmer, text, false);
	return *stems == NULL ? TB_NO_MEMORY : TB_OK;
}

/* Units and the words between them, stop words left out. */
static TbStatus
find_parts(TbQueryPiece *p)
{
	uint32_t	u = 0;

	for (uint32_t i = 0; i < p->words.n; i++)
	{
		TbQueryPart		part = {NULL, i, i};
		const TbStems *stems;
		TbQueryPart	   *added;

		while (u < p->units.n &&
			   p->units.at[u].span.end <= p->words.at[i].span.start)
			u++;
		if (u < p->units.n &&
			p->units.at[u].span.start <= p->words.at[i].span.start)
		{
			part.unit = &p->units.at[u];
			while (part.last + 1 < p->words.n &&
				   p->words.at[part.last + 1].span.start < part.unit->span.end)
				part.last++;
			i = part.last;
		}
		else
		{
			TB_TRY(tb_query_stems(p, &p->words.at[i], &stems));
			if (stems->n == 0)
				continue;
		}
		added = TB_PUSH(p->query->arena, &p->parts);
		if (added == NULL)
			return TB_NO_MEMORY;
		*added = part;
	}
	return TB_OK;
}

/* Find what a term is made of. */
TbStatus
tb_query_read(TbQueryPiece *p)
{
	const TbQuery *q = p->query;

	if (p->term->kind == TB_TERM_EXACT)
		TB_TRY(tb_query_open(q, p->term->text, &p->doc));
	else
		TB_TRY(tb_query_find_units(q, p->term->text, &p->doc, &p->units));
	if (p->term->kind != TB_TERM_EXACT && p->term->text.len <= MAX_GUESSED)
	{
		TB_TRY(tb_query_add_raised(p));
		TB_TRY(tb_query_add_doubtful(p));
		if (p->units.n > 1)
			qsort(p->units.at, p->units.n, sizeof(TbQueryUnit), compare_units);
	}
	TB_TRY(find_words(p));
	return find_parts(p);
}
