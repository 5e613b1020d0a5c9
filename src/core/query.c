/*
 * query.c
 *	  Writes what somebody typed as a tsquery.
 *
 * 1. The text is cut into terms: runs of bare words, phrases in quotation
 *	  marks, ="exact words", raw lexemes (place/kz/).
 * 2. A run or phrase is scanned as a document of its own, once as it is
 *	  written and, for what is written small, once with the capitals that the
 *	  lexicon suggests: «касым-жомарт токаев» is Касым-Жомарт Токаев.  The
 *	  widest mentions are its units; other words stand alone.
 * 3. A unit asks for its entity; where the reading is not certain (letters
 *	  were raised, a homonym, a lone surname) the words themselves do too.
 * 4. A run joins its parts by &.  A phrase joins them by <->:
 *
 *	"Глава государства посетил Астану"
 *	'office/president/' <-> 'посет' <-> 'place/kz/astana/'
 *
 * Every word of a mention carries its lexemes, so a unit at either end of a
 * phrase matches by its nearest word.  One in the middle may have any number
 * of words in the document («Касым-Жомарт Токаев», «К. К. Токаев»): the
 * phrase is written once for each number, up to MAX_WIDTH.
 */
#include "core/query.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/fold.h"
#include "base/utf8.h"

/* Words that an entity in the middle of a phrase may have. */
#define MAX_WIDTH 6

/* Spellings of one phrase; beyond, its neighbours are joined two by two. */
#define MAX_SPELLINGS 48

/* Longest word in a query: the server refuses more. */
#define MAX_LEXEME 2046

/* The server's longest distance. */
#define MAX_DISTANCE 16384

/* Longest term in bytes whose words are guessed at; beyond, it is a text. */
#define MAX_GUESSED 16384

/* Nominatives of a surname that are looked at. */
#define MAX_LEMMAS 6

#define MAX_MATCHES 8

typedef enum TermKind
{
	TERM_RUN, TERM_PHRASE, TERM_EXACT, TERM_LEXEME
} TermKind;

typedef struct Term
{
	TermKind	kind;
	TbStr		text;
	bool		negated;		/* -… */
	bool		prefix;			/* …* */
	bool		after_or;
} Term;

/* A word of a term, at its position. */
typedef struct Word
{
	TbSpan		span;
	uint32_t	position;
} Word;

/*
 * A mention of a term.  Its entity is a list of lexemes, any of which will
 * do, joined by '|'; one that ends in '*' is a prefix.
 */
typedef struct Unit
{
	TbSpan		span;
	const char *entity;
	bool		soft;			/* the words will do too */
	bool		title;
} Unit;

typedef TbVec(Unit) UnitVec;
typedef TbVec(Word) WordVec;

/* Part of a term: a unit, or one word. */
typedef struct Part
{
	const Unit *unit;			/* NULL: a word */
	uint32_t	first;			/* words[] */
	uint32_t	last;
} Part;

typedef struct Query
{
	const TbLexicon *lex;
	TbStemmer  *stemmer;
	TbArena    *arena;
	TbVec(Term) terms;
} Query;

/* A term on its way to text. */
typedef struct Piece
{
	Query	   *query;
	const Term *term;
	TbDocument	doc;			/* as written */
	WordVec		words;
	UnitVec		units;
	TbVec(Part) parts;
} Piece;

/* ------------------------------------------------------------------- terms */

static bool
opens_phrase(uint32_t c)
{
	return c == '"' || c == 0xAB || c == 0x201C || c == 0x201E;
}

static bool
closes_phrase(uint32_t opener, uint32_t c)
{
	if (opener == '"')
		return c == '"';
	if (opener == 0xAB)
		return c == 0xBB;
	return c == 0x201C || c == 0x201D;
}

/* Is the word an operator: or? */
static bool
is_or(TbStr word)
{
	return word.len == 2 && (word.data[0] | 32) == 'o' && (word.data[1] | 32) == 'r';
}

/* Where a phrase ends that opens at byte i (behind the mark). */
static size_t
phrase_end(TbStr text, size_t i, uint32_t opener, size_t *next)
{
	while (i < text.len)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);

		if (closes_phrase(opener, c))
		{
			*next = i + step;
			return i;
		}
		i += step;
	}
	*next = text.len;
	return text.len;
}

/* Where a bare word ends that begins at byte i. */
static size_t
bare_end(TbStr text, size_t i)
{
	while (i < text.len)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);

		if (tb_is_space(c) || opens_phrase(c))
			break;
		i += step;
	}
	return i;
}

/* Is a bare word a lexeme, or the beginning of one before a star? */
static bool
is_lexeme(TbStr word, bool star)
{
	char		text[TB_MAX_ENTITY + 8];

	if (!star || tb_entity_is_lexeme(word))
		return tb_entity_is_lexeme(word);
	if (word.len > TB_MAX_ENTITY)
		return false;
	memcpy(text, word.data, word.len);
	/* place/kz, place/kz/at, place/ : what a further step makes a lexeme */
	memcpy(text + word.len, "x/x/", 5);
	return memchr(word.data, '/', word.len) != NULL &&
		tb_entity_is_lexeme((TbStr) {text, word.len + 4});
}

static TbStatus
add_term(Query *q, Term term)
{
	Term	   *last = q->terms.n > 0 ? &q->terms.at[q->terms.n - 1] : NULL;
	Term	   *added;

	if (last != NULL && term.kind == TERM_RUN && last->kind == TERM_RUN &&
		!last->prefix && !term.negated && !term.after_or)
	{
		last->text.len = (uint32_t) (term.text.data + term.text.len - last->text.data);
		last->prefix = term.prefix;
		return TB_OK;
	}
	added = TB_PUSH(q->arena, &q->terms);
	if (added == NULL)
		return TB_NO_MEMORY;
	*added = term;
	return TB_OK;
}

/* Add a bare word, with its star taken off. */
static TbStatus
add_bare(Query *q, TbStr word, Term term)
{
	while (word.len > 0 && word.data[word.len - 1] == '*')
	{
		word.len--;
		term.prefix = true;
	}
	if (word.len == 0)
		return TB_OK;
	term.kind = is_lexeme(word, term.prefix) ? TERM_LEXEME : TERM_RUN;
	term.text = word;
	return add_term(q, term);
}

/* Cut a query into terms. */
static TbStatus
cut_terms(Query *q, TbStr text)
{
	bool		after_or = false;
	size_t		i = 0;

	while (i < text.len)
	{
		Term		term = {.after_or = after_or};
		uint32_t	step;
		uint32_t	c = tb_utf8_next(text.data + i, text.len - i, &step);
		uint32_t	n = q->terms.n;

		if (tb_is_space(c) || c == 0xBB || c == 0x201D)
		{
			i += step;
			continue;
		}
		while (i < text.len && (text.data[i] == '-' || text.data[i] == '='))
		{
			term.negated |= text.data[i] == '-';
			term.kind = text.data[i] == '=' ? TERM_EXACT : TERM_PHRASE;
			i++;
		}
		if (i >= text.len)
			break;
		c = tb_utf8_next(text.data + i, text.len - i, &step);
		if (tb_is_space(c))
			continue;			/* a dash between words */
		if (opens_phrase(c))
		{
			size_t		next;
			size_t		end = phrase_end(text, i + step, c, &next);

			if (term.kind != TERM_EXACT)
				term.kind = TERM_PHRASE;
			term.text = (TbStr) {text.data + i + step, (uint32_t) (end - i - step)};
			i = next;
			for (; i < text.len && text.data[i] == '*'; i++)
				term.prefix = true;
			TB_TRY(add_term(q, term));
		}
		else
		{
			size_t		end = bare_end(text, i);
			TbStr		word = {text.data + i, (uint32_t) (end - i)};

			i = end;
			if (is_or(word) && q->terms.n > 0 && !term.negated)
			{
				after_or = true;
				continue;
			}
			TB_TRY(add_bare(q, word, term));
		}
		if (q->terms.n != n || !after_or)
			after_or = false;
	}
	return TB_OK;
}

/* ------------------------------------------------------------------- units */

/* Open a term's text as a document that knows no date and no country. */
static TbStatus
open_document(const Query *q, TbStr text, TbDocument *doc)
{
	TB_TRY(tb_document_open(doc, text.data, text.len, TB_NO_DAY, NULL, q->lex,
							q->arena));
	/* what the query speaks of is no context for its own words */
	doc->country = "";
	doc->reference = TB_NO_DAY;
	return tb_document_find(doc, TB_LAYER_DATES | TB_LAYER_NAMES);
}

static TbStatus
add_unit(const Query *q, UnitVec *units, Unit unit)
{
	Unit	   *added;

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

/* The office a query means: with its country or place, if it names one. */
static const char *
title_query(const TbDocument *doc, const TbTitle *title)
{
	const char *entity = tb_entity_of_title(doc, title);
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

/* All mentions of a document, nested ones too. */
static TbStatus
add_mentions(const Query *q, const TbDocument *doc, UnitVec *units)
{
	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];
		const char *entity = title_query(doc, t);

		TB_TRY(add_unit(q, units, (Unit) {t->span, entity, !is_certain(doc, t),
				true}));
	}
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		const char *entity = person_query(doc, m);
		bool		alone = m->given == NULL;

		if (begins_with_place(doc, m))
			continue;
		TB_TRY(add_unit(q, units, (Unit) {m->span, entity, alone, false}));
	}
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		TB_TRY(add_unit(q, units, (Unit) {p->span, tb_entity_of_place(doc, p),
				false, false}));
	}
	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];

		TB_TRY(add_unit(q, units, (Unit) {d->span, date_query(doc, d),
				false, false}));
	}
	return TB_OK;
}

/* By first byte, the longer first. */
static int
compare_units(const void *a, const void *b)
{
	const Unit *x = a;
	const Unit *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end > y->span.end ? -1 : 1;
	return (int) y->title - (int) x->title;
}

/* «депутаты Сената и Мажилиса» is two offices of one span: either will do. */
static TbStatus
join_entity(const Query *q, Unit *unit, const char *entity)
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
keep_widest(const Query *q, UnitVec *units)
{
	uint32_t	n = 0;

	if (units->n > 1)
		qsort(units->at, units->n, sizeof(Unit), compare_units);
	for (uint32_t i = 0; i < units->n; i++)
	{
		Unit	   *unit = &units->at[i];
		Unit	   *last = n > 0 ? &units->at[n - 1] : NULL;

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
find_units(const Query *q, TbStr text, TbDocument *doc, UnitVec *units)
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
raise_text(const Query *q, const TbDocument *doc, TbStr *out)
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

/* Take a unit of the raised text, if it is wider than what stands there. */
static TbStatus
take_raised(const Query *q, UnitVec *units, const Unit *raised)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < units->n; i++)
	{
		const Unit *unit = &units->at[i];

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
	return add_unit(q, units, (Unit) {raised->span, raised->entity, true,
			raised->title});
}

/* Find the units that only capitals show. */
static TbStatus
add_raised(Piece *p)
{
	const Query *q = p->query;
	TbStr		text;
	TbDocument	doc;
	UnitVec		units = {0};

	TB_TRY(raise_text(q, &p->doc, &text));
	if (text.data == NULL)
		return TB_OK;
	TB_TRY(find_units(q, text, &doc, &units));
	for (uint32_t i = 0; i < units.n; i++)
		TB_TRY(take_raised(q, &p->units, &units.at[i]));
	return TB_OK;
}

/* ----------------------------------------------------------- what is left */

static bool
is_covered(const Piece *p, TbSpan span)
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

	if (reading->flags & (TB_RF_COMPOUND | TB_RF_CAPS))
		return false;
	if (entry->klass == TB_PLACE)
		return capital || (!(reading->flags & TB_RF_MARK) &&
						   !(entry->flags & TB_EF_HOMONYM) &&
						   (end > i + 1 || !tb_may_be(doc, i, TB_BIT(COMMON) | TB_BIT(STOP))));
	return entry->klass == TB_PLACE_ADJ && capital;
}

/* The places that the words from token i on may be; "" for none. */
static const char *
place_query(const Query *q, const TbDocument *doc, uint32_t i, uint32_t *end)
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
known_surname(const Query *q, const TbDocument *doc, const TbReading *reading)
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
surname_query(const Query *q, const TbDocument *doc, uint32_t i)
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
add_doubtful(Piece *p)
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
		if (!is_covered(p, span))
			TB_TRY(add_unit(p->query, &p->units, (Unit) {span, entity, true, false}));
	}
	return TB_OK;
}

/* ------------------------------------------------------------------- parts */

/* The words of the text at their positions, as search counts them. */
static TbStatus
find_words(Piece *p)
{
	TbSearch	search;
	TbSearchToken token;
	uint32_t	position = 0;
	bool		more;

	TB_TRY(tb_search_open(&search, &p->doc));
	for (;;)
	{
		Word	   *word;

		TB_TRY(tb_search_next(&search, &token, &more));
		if (!more)
			return TB_OK;
		if (token.type == TB_SX_PROTOCOL ||
			token.span.end - token.span.start > MAX_LEXEME)
			continue;
		word = TB_PUSH(p->query->arena, &p->words);
		if (word == NULL)
			return TB_NO_MEMORY;
		*word = (Word) {token.span, position++};
	}
}

static TbStatus
word_stems(const Piece *p, const Word *word, const TbStems **stems)
{
	TbStr		text = {p->doc.text.data + word->span.start,
	word->span.end - word->span.start};

	*stems = tb_stemmer_find(p->query->stemmer, text, false);
	return *stems == NULL ? TB_NO_MEMORY : TB_OK;
}

/* Units and the words between them, stop words left out. */
static TbStatus
find_parts(Piece *p)
{
	uint32_t	u = 0;

	for (uint32_t i = 0; i < p->words.n; i++)
	{
		Part		part = {NULL, i, i};
		const TbStems *stems;
		Part	   *added;

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
			TB_TRY(word_stems(p, &p->words.at[i], &stems));
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
static TbStatus
read_piece(Piece *p)
{
	const Query *q = p->query;

	if (p->term->kind == TERM_EXACT)
		TB_TRY(open_document(q, p->term->text, &p->doc));
	else
		TB_TRY(find_units(q, p->term->text, &p->doc, &p->units));
	if (p->term->kind != TERM_EXACT && p->term->text.len <= MAX_GUESSED)
	{
		TB_TRY(add_raised(p));
		TB_TRY(add_doubtful(p));
		if (p->units.n > 1)
			qsort(p->units.at, p->units.n, sizeof(Unit), compare_units);
	}
	TB_TRY(find_words(p));
	return find_parts(p);
}

/* ----------------------------------------------------------------- writing */

/* Write a lexeme as tsquery text has it. */
static void
put_lexeme(TbBuffer *out, const char *s, size_t len, bool prefix)
{
	tb_buffer_puts(out, "'");
	for (size_t i = 0; i < len; i++)
	{
		if (s[i] == '\'' || s[i] == '\\')
			tb_buffer_put(out, s + i, 1);
		tb_buffer_put(out, s + i, 1);
	}
	tb_buffer_puts(out, prefix ? "':*" : "'");
}

/* Write an entity: one lexeme, or several in brackets. */
static void
put_entity(TbBuffer *out, const char *entity, bool prefix)
{
	bool		many = strchr(entity, '|') != NULL;

	if (many)
		tb_buffer_puts(out, "(");
	for (;;)
	{
		size_t		len = strcspn(entity, "|");
		bool		star = len > 0 && entity[len - 1] == '*';

		put_lexeme(out, entity, len - star, star || prefix);
		if (entity[len] == '\0')
			break;
		tb_buffer_puts(out, " | ");
		entity += len + 1;
	}
	if (many)
		tb_buffer_puts(out, ")");
}

/* Write the plain stem of a word; false for a stop word. */
static TbStatus
put_word(const Piece *p, TbBuffer *out, uint32_t word, bool prefix)
{
	const TbStems *stems;

	TB_TRY(word_stems(p, &p->words.at[word], &stems));
	if (stems->n > 0)
		put_lexeme(out, stems->at[0].data, stems->at[0].len, prefix);
	return TB_OK;
}

static void
put_distance(TbBuffer *out, uint32_t distance)
{
	char		text[16];

	if (distance == 1)
	{
		tb_buffer_puts(out, " <-> ");
		return;
	}
	snprintf(text, sizeof(text), " <%u> ",
			 (unsigned) (distance < MAX_DISTANCE ? distance : MAX_DISTANCE));
	tb_buffer_puts(out, text);
}

/* Where the next atom of a phrase stands. */
typedef struct Phrase
{
	const Piece *piece;
	TbBuffer   *out;
	bool		begun;
	int64_t		last;			/* position of the atom before */
	int64_t		shift;			/* from positions of the query to these */
} Phrase;

/* Write the operator before an atom at a position. */
static void
next_atom(Phrase *f, int64_t position)
{
	if (f->begun)
		put_distance(f->out, (uint32_t) (position > f->last ? position - f->last : 1));
	f->begun = true;
	f->last = position;
}

/* Write words [first, last] themselves; how many were no stop words in *n. */
static TbStatus
put_words(Phrase *f, uint32_t first, uint32_t last, bool prefix, uint32_t *n)
{
	*n = 0;
	for (uint32_t i = first; i <= last; i++)
	{
		const TbStems *stems;

		TB_TRY(word_stems(f->piece, &f->piece->words.at[i], &stems));
		if (stems->n == 0)
			continue;
		next_atom(f, f->piece->words.at[i].position + f->shift);
		TB_TRY(put_word(f->piece, f->out, i, prefix && i == last));
		++*n;
	}
	return TB_OK;
}

/* Write a unit by itself: its entity, or its words if they will do. */
static TbStatus
put_unit(const Piece *p, TbBuffer *out, const Part *part, bool prefix)
{
	TbBuffer	words = {.arena = p->query->arena};
	Phrase		phrase = {.piece = p,.out = &words};
	uint32_t	n = 0;

	if (part->unit->soft)
		TB_TRY(put_words(&phrase, part->first, part->last, prefix, &n));
	if (n > 0)
		tb_buffer_puts(out, "(");
	put_entity(out, part->unit->entity, prefix);
	if (words.failed)
		return TB_NO_MEMORY;
	if (n > 0)
	{
		tb_buffer_puts(out, " | ");
		tb_buffer_put(out, words.text.at, words.text.n);
		tb_buffer_puts(out, ")");
	}
	return TB_OK;
}

static TbStatus
put_part(const Piece *p, TbBuffer *out, const Part *part, bool prefix)
{
	if (part->unit != NULL)
		return put_unit(p, out, part, prefix);
	return put_word(p, out, part->first, prefix);
}

/* A run: its parts joined by &; its first may be denied, its last open. */
static TbStatus
put_run(const Piece *p, TbBuffer *out)
{
	for (uint32_t i = 0; i < p->parts.n; i++)
	{
		if (i > 0)
			tb_buffer_puts(out, " & ");
		if (i == 0 && p->term->negated)
			tb_buffer_puts(out, "!");
		TB_TRY(put_part(p, out, &p->parts.at[i],
						p->term->prefix && i == p->parts.n - 1));
	}
	return TB_OK;
}

/* ----------------------------------------------------------------- phrases */

/* How many ways there are to spell a part of a phrase. */
static uint32_t
spellings(const Piece *p, uint32_t part)
{
	const Unit *unit = p->parts.at[part].unit;
	bool		inside = part > 0 && part + 1 < p->parts.n;

	if (unit == NULL)
		return 1;
	return (inside ? MAX_WIDTH : 1) + (unit->soft ? 1 : 0);
}

/* Write a unit in a phrase as that many words of the document. */
static void
put_wide(Phrase *f, uint32_t i, uint32_t width)
{
	const Piece *p = f->piece;
	const Part *part = &p->parts.at[i];
	bool		prefix = p->term->prefix && i == p->parts.n - 1;
	int64_t		first = p->words.at[part->first].position + f->shift;
	int64_t		last = p->words.at[part->last].position + f->shift;

	/* at the front of a phrase its last word counts, at the end its first */
	if (i == 0)
		first = last;
	for (uint32_t k = 0; k < width; k++)
	{
		next_atom(f, first + k);
		put_entity(f->out, part->unit->entity, prefix);
	}
	if (i > 0)
		f->shift += (int64_t) width - (last - first + 1);
}

/* Write parts [from, to) of a phrase in the spelling of that number. */
static TbStatus
put_spelling(const Piece *p, TbBuffer *out, uint32_t from, uint32_t to,
			 uint32_t number)
{
	Phrase		f = {.piece = p,.out = out};

	for (uint32_t i = from; i < to; i++)
	{
		const Part *part = &p->parts.at[i];
		uint32_t	ways = spellings(p, i);
		uint32_t	way = number % ways;
		bool		prefix = p->term->prefix && i == p->parts.n - 1;
		uint32_t	n;

		number /= ways;
		if (part->unit == NULL || (part->unit->soft && way == ways - 1))
			TB_TRY(put_words(&f, part->first, part->last, prefix, &n));
		else
			put_wide(&f, i, way + 1);
	}
	return TB_OK;
}

/* A long phrase with many units: neighbours two by two. */
static TbStatus
put_pairs(const Piece *p, TbBuffer *out)
{
	tb_buffer_puts(out, "(");
	for (uint32_t i = 0; i + 1 < p->parts.n; i++)
	{
		const Part *a = &p->parts.at[i];
		const Part *b = &p->parts.at[i + 1];

		if (i > 0)
			tb_buffer_puts(out, " & ");
		TB_TRY(put_part(p, out, a, false));
		put_distance(out, p->words.at[b->first].position -
					 p->words.at[a->last].position);
		TB_TRY(put_part(p, out, b, p->term->prefix && i + 2 == p->parts.n));
	}
	tb_buffer_puts(out, ")");
	return TB_OK;
}

/* A phrase in all its spellings. */
static TbStatus
put_phrase(const Piece *p, TbBuffer *out)
{
	uint32_t	total = 1;

	if (p->parts.n == 0)
		return TB_OK;
	if (p->term->negated)
		tb_buffer_puts(out, "!");
	if (p->parts.n == 1)
		return put_part(p, out, &p->parts.at[0], p->term->prefix);
	for (uint32_t i = 0; i < p->parts.n && total <= MAX_SPELLINGS; i++)
		total *= spellings(p, i);
	if (total > MAX_SPELLINGS)
		return put_pairs(p, out);
	tb_buffer_puts(out, "(");
	for (uint32_t k = 0; k < total; k++)
	{
		if (k > 0)
			tb_buffer_puts(out, " | ");
		TB_TRY(put_spelling(p, out, 0, p->parts.n, k));
	}
	tb_buffer_puts(out, ")");
	return TB_OK;
}

/* Write one term; nothing when it has no lexeme. */
static TbStatus
put_term(Query *q, const Term *term, TbBuffer *out)
{
	Piece		p = {.query = q,.term = term};

	if (term->kind == TERM_LEXEME)
	{
		if (term->negated)
			tb_buffer_puts(out, "!");
		put_lexeme(out, term->text.data, term->text.len,
				   term->prefix || tb_entity_is_prefix(term->text));
		return TB_OK;
	}
	TB_TRY(read_piece(&p));
	return term->kind == TERM_RUN ? put_run(&p, out) : put_phrase(&p, out);
}

TbStatus
tb_query_format(TbStr query, const TbLexicon *lex, TbStemmer *stemmer,
				TbArena *arena, char **out)
{
	Query		q = {.lex = lex,.stemmer = stemmer,.arena = arena};
	TbBuffer	all = {.arena = arena};
	bool		or_pending = false;

	TB_TRY(cut_terms(&q, query));
	for (uint32_t i = 0; i < q.terms.n; i++)
	{
		TbBuffer	one = {.arena = arena};
		const char *text;

		TB_TRY(put_term(&q, &q.terms.at[i], &one));
		text = tb_buffer_text(&one);
		if (text == NULL)
			return TB_NO_MEMORY;
		or_pending |= q.terms.at[i].after_or;
		if (*text == '\0')
			continue;
		if (all.text.n > 0)
			tb_buffer_puts(&all, or_pending ? " | " : " & ");
		or_pending = false;
		tb_buffer_puts(&all, text);
	}
	*out = tb_buffer_text(&all);
	return *out == NULL ? TB_NO_MEMORY : TB_OK;
}
