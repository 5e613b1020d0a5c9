/*
 * query_unit.c
 *	  The mentions of a query: as it is written, with the capitals that it may
 *	  lack, and what a scan does not take without evidence.
 */
#include "core/query_internal.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/utf8.h"

/* Longest term in bytes whose words are guessed at; beyond, it is a text. */
#define MAX_GUESSED 16384

/* Nominatives of a surname that are looked at. */
#define MAX_LEMMAS 6

#define MAX_MATCHES 8

/* ------------------------------------------------------------------- units */

/* Open a term's text as a document that knows no date and no country. */
static TbStatus
open_document(const TbQuery *q, TbStr text, TbDocument *doc)
{
	TB_TRY(tb_document_open(doc, text.data, text.len, TB_NO_DAY, NULL, q->lex,
							q->arena));
	/* what the query speaks of is no context for its own words */
	doc->country = "";
	doc->reference = TB_NO_DAY;
	return tb_document_find(doc, TB_LAYER_DATES | TB_LAYER_NAMES);
}

static TbStatus
add_unit(const TbQuery *q, TbQueryUnits *units, TbQueryUnit unit)
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

/* A body's lexeme, of a country only where the query names one. */
static const char *
body_query(const TbDocument *doc, const TbBody *body)
{
	const TbTitle as_title = {
		.office = body->office,.jurisdiction = body->placed ? body->jurisdiction : NULL
	};
	const char *entity = tb_entity_of_title(doc, &as_title);
	const char *specific = entity == NULL ? NULL : strchr(entity, '&');

	return specific == NULL ? entity : specific + 1;
}

/* Append a lexeme of a person: surname, then what follows it. */
static void
put_person(TbBuffer *buf, const char *id, size_t len, const char *rest)
{
	if (buf->text.n > 0)
		tb_buffer_puts(buf, "|");
	tb_buffer_puts(buf, "person/");
	for (size_t i = 0; i < len; i++)
		tb_buffer_put(buf, strchr(" &|:*\"'\\", id[i]) != NULL ? "-" : id + i, 1);
	tb_buffer_puts(buf, rest);
}

/*
 * A person's lexemes: «Токаев» everybody of that name; «К. Токаев» all whose
 * given name begins so; «Касым-Жомарт Токаев» that one, the initial, and the
 * surname where the document has nothing else.
 */
static const char *
person_query(const TbDocument *doc, const TbPersonMention *mention)
{
	TbBuffer	buf = {.arena = doc->arena};
	const char *id = mention->person == TB_NONE ? NULL :
		doc->persons.at[mention->person].id;
	const char *given;
	uint32_t	step;

	if (id == NULL || strchr(id, '/') == NULL)
		return "";
	given = strchr(id, '/') + 1;
	if (*given == '\0')
	{
		put_person(&buf, id, strlen(id), "*");
		return tb_buffer_text(&buf);
	}
	(void) tb_utf8_next(given, strlen(given), &step);
	if (given[step] == '.')
		put_person(&buf, id, (size_t) (given - id) + step, "*");
	else
	{
		put_person(&buf, id, strlen(id), "");
		put_person(&buf, id, (size_t) (given - id) + step, ".*");
	}
	put_person(&buf, id, (size_t) (given - id), "");
	return tb_buffer_text(&buf);
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

	if (title->end > title->first + 1)
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

static const char *place_query(const TbQuery *q, const TbDocument *doc, uint32_t i,
							   uint32_t *end);

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
		entity = place_query(q, doc, place->first, &end);
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

		TB_TRY(add_unit(q, units, (TbQueryUnit) {t->span, entity, !is_certain(doc, t),
				true}));
	}
	for (uint32_t i = 0; i < doc->bodies.n; i++)
	{
		const TbBody *b = &doc->bodies.at[i];

		TB_TRY(add_unit(q, units, (TbQueryUnit) {b->span, body_query(doc, b),
				b->end == b->first + 1, false}));
	}
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		const char *entity = person_query(doc, m);
		bool		alone = m->given == NULL;

		if (begins_with_place(doc, m))
			continue;
		TB_TRY(add_unit(q, units, (TbQueryUnit) {m->span, entity, alone, false}));
	}
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		TB_TRY(add_unit(q, units, (TbQueryUnit) {p->span, any_place_query(q, doc, p),
				false, false}));
	}
	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];

		TB_TRY(add_unit(q, units, (TbQueryUnit) {d->span, date_query(doc, d),
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
static TbStatus
find_units(const TbQuery *q, TbStr text, TbDocument *doc, TbQueryUnits *units)
{
	TB_TRY(open_document(q, text, doc));
	TB_TRY(add_mentions(q, doc, units));
	return keep_widest(q, units);
}

/* ---------------------------------------------------------------- capitals */

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

	if (tb_word_reading(doc, i, TB_STOP, NULL) != NULL)
		return RAISE_NONE;
	for (; n-- > 0; r++)
	{
		TbClass		klass = tb_entry(doc, r)->klass;

		if (r->flags & TB_RF_CAPS)
			abbreviation = true;
		else if (klass != TB_ABBR)
			plain = true;
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
			tb_may_be(doc, i, TB_BIT(GIVEN) | TB_BIT(SURNAME)))
			return true;
	return false;
}

/* Take a unit of the raised text, if it is wider than what stands there. */
static TbStatus
take_raised(const TbQuery *q, const TbDocument *doc, TbQueryUnits *units,
			const TbQueryUnit *raised)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < units->n; i++)
	{
		const TbQueryUnit *unit = &units->at[i];

		if (tb_span_overlaps(unit->span, raised->span) &&
			(unit->span.start < raised->span.start ||
			 unit->span.end > raised->span.end ||
			 unit->span.end - unit->span.start ==
			 raised->span.end - raised->span.start))
			return TB_OK;
	}
	for (uint32_t i = 0; i < units->n; i++)
		if (!tb_span_overlaps(units->at[i].span, raised->span))
			units->at[n++] = units->at[i];
	units->n = n;
	return add_unit(q, units, (TbQueryUnit) {raised->span, raised->entity,
			raised->soft || may_be_person(doc, raised), raised->title});
}

/* Find the units that only capitals show. */
static TbStatus
add_raised(TbQueryPiece *p)
{
	const TbQuery *q = p->query;
	TbStr		text;
	TbDocument	doc;
	TbQueryUnits		units = {0};

	TB_TRY(raise_text(q, &p->doc, &text));
	if (text.data == NULL)
		return TB_OK;
	TB_TRY(find_units(q, text, &doc, &units));
	for (uint32_t i = 0; i < units.n; i++)
		TB_TRY(take_raised(q, &doc, &p->units, &units.at[i]));
	return TB_OK;
}

/* ----------------------------------------------------------- what is left */

static bool
is_covered(const TbQueryPiece *p, TbSpan span)
{
	for (uint32_t i = 0; i < p->units.n; i++)
		if (tb_span_overlaps(p->units.at[i].span, span))
			return true;
	return false;
}

/* May a reading of the words [i, end) be meant by a query? */
static bool
may_mean(const TbDocument *doc, uint32_t i, uint32_t end,
		 const TbReading *reading)
{
	const TbEntry *entry = tb_entry(doc, reading);
	bool		capital = tb_is_cap(doc, i);

	if (reading->flags & (TB_RF_COMPOUND | TB_RF_CAPS | TB_RF_OWN))
		return false;
	if (entry->klass == TB_PLACE)
		return capital || (!(reading->flags & TB_RF_MARK) &&
						   !(entry->flags & TB_EF_HOMONYM) &&
						   (end > i + 1 || !tb_may_be(doc, i, TB_BIT(COMMON) | TB_BIT(STOP))));
	return entry->klass == TB_PLACE_ADJ && capital;
}

/* The places that the words from token i on may be; "" for none. */
static const char *
place_query(const TbQuery *q, const TbDocument *doc, uint32_t i, uint32_t *end)
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
		const TbReading *r = tb_lexicon_readings(doc->lex, match[n].node, &count);

		*end = match[n].end;
		for (; count-- > 0 && buf.text.n < TB_MAX_ENTITY; r++)
		{
			if (!may_mean(doc, i, *end, r))
				continue;
			tb_buffer_puts(&buf, buf.text.n > 0 ? "|place/" : "place/");
			tb_buffer_puts(&buf, tb_string(doc, tb_entry(doc, r)->code));
		}
	}
	return tb_buffer_text(&buf);
}

/* Append everybody of a surname in the nominative. */
static void
put_surname(TbBuffer *buf, const char *surname)
{
	char		folded[TB_MAX_WORD];
	size_t		len = strlen(surname);

	if (len < sizeof(folded))
		put_person(buf, folded, tb_fold(surname, len, folded), "/*");
}

/* The persons of a surname that the lexicon has. */
static const char *
known_surname(const TbQuery *q, const TbDocument *doc, const TbReading *reading)
{
	TbBuffer	buf = {.arena = q->arena};

	put_surname(&buf, tb_string(doc, tb_entry(doc, reading)->name));
	return tb_buffer_text(&buf);
}

/* Is a lemma the folded word itself? */
static bool
is_same(const TbLemma *lemma, const char *folded, size_t len)
{
	char		text[sizeof(lemma->text)];
	size_t		have = tb_fold(lemma->text, strlen(lemma->text), text);

	return have == len && memcmp(text, folded, len) == 0;
}

/*
 * Is a lemma not worth bending?  «Кимом» may be the nominative of a surname
 * Кимом, but the instrumental of Ким is as likely.
 */
static bool
is_unlikely(const TbLemma *lemmas, int n, int i, const char *folded, size_t len)
{
	if (lemmas[i].weight * 5 < lemmas[0].weight * 3)
		return true;
	if (!is_same(&lemmas[i], folded, len))
		return false;
	for (int k = 0; k < n; k++)
		if (lemmas[k].weight >= lemmas[i].weight &&
			!is_same(&lemmas[k], folded, len))
			return true;
	return false;
}

/*
 * Nominatives of a surname that are worth a search, likeliest first; how many.
 */
static int
surname_lemmas(TbStr word, TbLemma *out, int max)
{
	TbLemma		lemmas[MAX_LEMMAS];
	char		folded[TB_MAX_FORM];
	size_t		len;
	int			n;
	int			kept = 0;

	if (word.len > sizeof(folded))
		return 0;
	len = tb_fold(word.data, word.len, folded);
	n = tb_inflect_lemmas(word, TB_PART_SURNAME, lemmas, MAX_LEMMAS);
	for (int i = 0; i < n && kept < max; i++)
		if (!is_unlikely(lemmas, n, i, folded, len))
			out[kept++] = lemmas[i];
	return kept;
}

/* The persons that a lone surname at token i may mean; "" for none. */
static const char *
surname_query(const TbQuery *q, const TbDocument *doc, uint32_t i)
{
	TbLemma		lemmas[2];
	TbStr		word = tb_text_of(doc, i, i + 1);
	TbBuffer	buf = {.arena = q->arena};
	int			n;

	const TbReading *known = tb_word_reading(doc, i, TB_SURNAME, NULL);

	if (known != NULL)
		return known_surname(q, doc, known);
	if (!tb_is_word(doc, i) || word.len >= 64 || !tb_is_surname_shaped(word) ||
		(!tb_is_cap(doc, i) && tb_tok(doc, i)->value != 0))
		return "";
	n = surname_lemmas(word, lemmas, 2);
	for (int k = 0; k < n; k++)
		put_surname(&buf, lemmas[k].text);
	return tb_buffer_text(&buf);
}

/* Homonyms and lone surnames that a scan does not take without evidence. */
static TbStatus
add_doubtful(TbQueryPiece *p)
{
	const TbDocument *doc = &p->doc;

	for (uint32_t i = 0; i < doc->text.ntok; i++)
	{
		uint32_t	end = i + 1;
		const char *entity;
		TbSpan		span;

		if (is_covered(p, tb_span_of(doc, i, i + 1)))
			continue;
		entity = place_query(p->query, doc, i, &end);
		if (entity == NULL)
			return TB_NO_MEMORY;
		if (*entity == '\0')
		{
			end = i + 1;
			entity = surname_query(p->query, doc, i);
		}
		span = tb_span_of(doc, i, end);
		/*
		 * «Семей» with a capital is the city, not families; «Алтай» is no
		 * ordinary word, and a text may not show that it is the place
		 */
		if (!is_covered(p, span))
			TB_TRY(add_unit(p->query, &p->units, (TbQueryUnit) {span, entity,
					!tb_is_cap(doc, i) || strncmp(entity, "place/", 6) != 0 ||
					!tb_may_be(doc, i, TB_BIT(COMMON)) ||
					(i > 0 && tb_may_be(doc, i - 1, TB_BIT(NOPERSON))), false}));
	}
	return TB_OK;
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
		TB_TRY(open_document(q, p->term->text, &p->doc));
	else
		TB_TRY(find_units(q, p->term->text, &p->doc, &p->units));
	if (p->term->kind != TB_TERM_EXACT && p->term->text.len <= MAX_GUESSED)
	{
		TB_TRY(add_raised(p));
		TB_TRY(add_doubtful(p));
		if (p->units.n > 1)
			qsort(p->units.at, p->units.n, sizeof(TbQueryUnit), compare_units);
	}
	TB_TRY(find_words(p));
	return find_parts(p);
}
