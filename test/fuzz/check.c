/*
 * check.c
 *	  What must hold of any result, whatever the text.
 */
#include "check.h"

#include <ctype.h>

#include "base/utf8.h"
#include "lex/twins.h"

bool
tb_check_is_utf8(const char *s, size_t len)
{
	for (size_t i = 0; i < len;)
	{
		uint32_t	step;
		uint32_t	c = tb_utf8_next(s + i, len - i, &step);

		/* U+FFFD itself is three bytes */
		if (c == TB_BAD_CHAR && step == 1)
			return false;
		i += step;
	}
	return true;
}

/* ----------------------------------------------------------------- spans */

/* May a span begin or end at a byte?  In broken text any byte may. */
static bool
is_border(const TbText *text, uint32_t at)
{
	return at == text->len || ((unsigned char) text->data[at] & 0xC0) != 0x80 ||
		!tb_check_is_utf8(text->data, text->len);
}

/* What is reported of a span has as many characters as what was read. */
static void
check_given(const TbText *text, TbSpan span)
{
	TbStr		given = tb_text_given(text, span);

	CHECK(tb_utf8_count(given.data, given.len) ==
		  tb_utf8_count(text->data + span.start, span.end - span.start));
}

/* A span that begins no earlier than the last one did. */
static void
check_span(const TbText *text, TbSpan span, uint32_t *last)
{
	CHECK(span.start < span.end);
	CHECK(span.end <= text->len);
	CHECK(is_border(text, span.start));
	CHECK(is_border(text, span.end));
	CHECK(span.start >= *last);
	*last = span.start;
	check_given(text, span);
}

/* Tokens [first, end) and the bytes they take. */
static void
check_tokens(const TbText *text, uint32_t first, uint32_t end, TbSpan span)
{
	CHECK(first < end && end <= text->ntok);
	CHECK(span.start <= text->tok[first].start || span.start < text->tok[first].end);
	CHECK(span.end > text->tok[first].start);
}

static void
check_string(const TbText *text, const char *s)
{
	CHECK(s != NULL);
	CHECK(tb_check_is_utf8(s, strlen(s)) || !tb_check_is_utf8(text->data, text->len));
}

void
tb_check_text(const TbText *text)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < text->ntok; i++)
	{
		const TbToken *tok = &text->tok[i];

		CHECK(tok->start >= at && tok->start < tok->end && tok->end <= text->len);
		CHECK(is_border(text, tok->start) && is_border(text, tok->end));
		CHECK(tok->kind <= TB_ADDRESS);
		at = tok->end;
	}
	CHECK(text->tok[text->ntok].kind == TB_MARK && text->tok[text->ntok].value == 0);
}

/* ----------------------------------------------------------------- dates */

/* n digits at *s; moves behind them. */
static bool
take_digits(const char **s, int n)
{
	for (int i = 0; i < n; i++)
		if (!isdigit((unsigned char) (*s)[i]))
			return false;
	*s += n;
	return true;
}

/* One end of a value: 2022, 199X, 2022-12, 2022-33, 2022-12-24, or "..". */
static bool
take_edtf_end(const char **s)
{
	int			part;

	if (strncmp(*s, "..", 2) == 0)
	{
		*s += 2;
		return true;
	}
	if (!take_digits(s, 3))
		return false;
	if (**s == 'X')
	{
		++*s;
		return true;
	}
	if (!take_digits(s, 1))
		return false;
	if (**s != '-')
		return true;
	++*s;
	part = atoi(*s);
	if (!take_digits(s, 2) || part < 1 || part > 41 ||
		(part > 12 && part < 21) || (part > 24 && part < 33))
		return false;
	if (**s != '-')
		return true;
	++*s;
	return part <= 12 && atoi(*s) >= 1 && atoi(*s) <= 31 && take_digits(s, 2);
}

bool
tb_check_is_edtf(const char *s)
{
	bool		open = strncmp(s, "..", 2) == 0;

	if (!take_edtf_end(&s))
		return false;
	if (*s == '\0')
		return !open;
	if (*s++ != '/' || (open && strncmp(s, "..", 2) == 0))
		return false;
	return take_edtf_end(&s) && *s == '\0';
}

/* A day of the years 1 to 9999, or an open side. */
static bool
is_day(int32_t day)
{
	return day == TB_NO_DAY ||
		(day >= tb_day_of(1, 1, 1) && day <= tb_day_of(9999, 12, 31));
}

static void
dates_hold(const TbDocument *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->dates.n; i++)
	{
		const TbDate *d = &doc->dates.at[i];

		check_span(&doc->text, d->span, &last);
		check_tokens(&doc->text, d->first, d->end, d->span);
		CHECK(d->granularity <= TB_GR_OPEN && d->kind <= TB_DK_HOLIDAY &&
			  d->modifier <= TB_DM_END);
		CHECK(d->rule != NULL);
		if (!d->known)
			continue;
		CHECK(is_day(d->from) && is_day(d->to));
		CHECK(d->from == TB_NO_DAY || d->to == TB_NO_DAY || d->from <= d->to);
		CHECK((d->granularity == TB_GR_OPEN) ==
			  (d->from == TB_NO_DAY || d->to == TB_NO_DAY));
		CHECK(d->edtf != NULL);
		CHECK(tb_check_is_edtf(d->edtf));
	}
}

/* ----------------------------------------------------------------- names */

static void
places_hold(const TbDocument *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		check_span(&doc->text, p->span, &last);
		check_tokens(&doc->text, p->first, p->end, p->span);
		check_string(&doc->text, p->name);
		CHECK(p->name[0] != '\0');
		CHECK(p->entry == TB_NONE ||
			  tb_lexicon_entry(doc->lex, p->entry)->klass == TB_PLACE);
	}
}

static void
titles_hold(const TbDocument *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->titles.n; i++)
	{
		const TbTitle *t = &doc->titles.at[i];

		check_span(&doc->text, t->span, &last);
		check_tokens(&doc->text, t->first, t->end, t->span);
		check_string(&doc->text, t->title);
		CHECK(t->title[0] != '\0' && t->office != NULL && t->jurisdiction != NULL);
		CHECK(t->person == TB_NONE || t->person < doc->persons.n);
		CHECK((t->holder == NULL) == (t->holder_source == TB_HS_NONE));
	}
	last = 0;
	for (uint32_t i = 0; i < doc->bodies.n; i++)
	{
		check_span(&doc->text, doc->bodies.at[i].span, &last);
		CHECK(doc->bodies.at[i].office != NULL && doc->bodies.at[i].jurisdiction != NULL);
	}
}

static void
persons_hold(const TbDocument *doc)
{
	uint32_t	last = 0;

	for (uint32_t i = 0; i < doc->persons.n; i++)
	{
		const TbPerson *p = &doc->persons.at[i];

		check_string(&doc->text, p->name);
		check_string(&doc->text, p->id);
		CHECK(p->name[0] != '\0' && p->mentions > 0);
		CHECK(p->surname != NULL || p->given != NULL);
		CHECK(p->title == TB_NONE || p->title < doc->titles.n);
	}
	for (uint32_t i = 0; i < doc->mentions.n; i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];

		check_span(&doc->text, m->span, &last);
		check_tokens(&doc->text, m->first, m->end, m->span);
		check_string(&doc->text, m->nominative);
		CHECK(m->person < doc->persons.n);
		CHECK(m->title == TB_NONE || m->title < doc->titles.n);
	}
}

/* ------------------------------------------------------------ statements */

/* A span beside a statement that may be empty. */
static void
check_side(const TbText *text, TbSpan span)
{
	uint32_t	last = 0;

	if (span.start < span.end)
		check_span(text, span, &last);
}

static void
statements_hold(const TbDocument *doc)
{
	uint32_t	start = 0;

	for (uint32_t i = 0; i < doc->statements.n; i++)
	{
		const TbStatement *s = &doc->statements.at[i];
		uint32_t	last = 0;
		uint32_t	end = 0;

		check_span(&doc->text, s->span, &start);
		CHECK(s->nsegments > 0);
		for (uint32_t k = 0; k < s->nsegments; k++)
		{
			check_span(&doc->text, s->segments[k], &last);
			CHECK(s->segments[k].start >= end);
			end = s->segments[k].end;
		}
		CHECK(s->span.start == s->segments[0].start);
		CHECK(s->span.end == end);
		CHECK(s->kind <= TB_SK_MIXED && s->form <= TB_SF_TOPIC);
		CHECK(s->speaker_type <= TB_ST_UNKNOWN && s->resolved_by <= TB_RB_REGISTRY);
		CHECK(s->person == TB_NONE || s->person < doc->persons.n);
		CHECK(s->title == TB_NONE || s->title < doc->titles.n);
		if (s->speaker != NULL)
			check_string(&doc->text, s->speaker);
		check_side(&doc->text, s->speaker_span);
		check_side(&doc->text, s->cue_span);
	}
}

void
tb_check_document(const TbDocument *doc)
{
	tb_check_text(&doc->text);
	CHECK(doc->country != NULL && is_day(doc->reference));
	dates_hold(doc);
	places_hold(doc);
	titles_hold(doc);
	persons_hold(doc);
	statements_hold(doc);
}

/* ---------------------------------------------------------------- search */

static void
check_entity(const char *entity)
{
	TbStr		lexeme;
	uint32_t	reading = 0;

	CHECK(strlen(entity) <= TB_MAX_ENTITY);
	while (tb_entity_next(&entity, &lexeme, &reading))
	{
		CHECK(tb_entity_is_lexeme(lexeme));
		CHECK(memchr(lexeme.data, ':', lexeme.len) == NULL);
	}
}

void
tb_check_search(const TbDocument *doc)
{
	TbSearch	search;
	TbSearchToken token;
	uint32_t	end = 0;
	bool		more;

	CHECK(tb_search_open(&search, doc) == TB_OK);
	for (;;)
	{
		CHECK(tb_search_next(&search, &token, &more) == TB_OK);
		if (!more)
			break;
		CHECK(token.span.start >= end && token.span.start < token.span.end);
		CHECK(token.span.end <= doc->text.len);
		CHECK(is_border(&doc->text, token.span.start));
		CHECK(is_border(&doc->text, token.span.end));
		CHECK(token.type != TB_SX_BLANK);
		end = token.span.end;
		if (token.entity != NULL)
			check_entity(token.entity);
	}
}

/* --------------------------------------------------------------- tsquery */

/*
 *	or = and { | and }    and = phrase { & phrase }
 *	phrase = not { <-> not }    not = { ! } ( 'lexeme' [:*] | ( or ) )
 */
typedef struct QueryText
{
	const char *at;
	int			depth;
} QueryText;

static bool take_level(QueryText *q, int level);

static bool
take(QueryText *q, const char *word)
{
	while (*q->at == ' ')
		q->at++;
	if (strncmp(q->at, word, strlen(word)) != 0)
		return false;
	q->at += strlen(word);
	return true;
}

/* A lexeme behind its opening quote. */
static bool
take_lexeme(QueryText *q)
{
	size_t		n = 0;

	for (; *q->at != '\0'; q->at++, n++)
	{
		if (*q->at == '\'' && q->at[1] != '\'')
			break;
		if (*q->at == '\'' || *q->at == '\\')
			q->at++;
		if (*q->at == '\0')
			return false;
	}
	if (*q->at++ != '\'' || n == 0 || n > 2046)
		return false;
	return *q->at != ':' || take(q, ":*");
}

static bool
take_operand(QueryText *q)
{
	bool		good;

	while (take(q, "!"))
		;
	if (take(q, "'"))
		return take_lexeme(q);
	if (!take(q, "(") || ++q->depth > 500)
		return false;
	good = take_level(q, 0) && take(q, ")");
	q->depth--;
	return good;
}

/* The operator of a level at q: |, &, or <N>. */
static bool
take_operator(QueryText *q, int level)
{
	if (level < 2)
		return take(q, level == 0 ? "|" : "&");
	if (!take(q, "<"))
		return false;
	if (*q->at == '-')
		q->at++;
	else
	{
		CHECK(isdigit((unsigned char) *q->at) && atoi(q->at) <= 16384);
		while (isdigit((unsigned char) *q->at))
			q->at++;
	}
	return take(q, ">");
}

static bool
take_level(QueryText *q, int level)
{
	do
	{
		if (!(level == 2 ? take_operand(q) : take_level(q, level + 1)))
			return false;
	}
	while (take_operator(q, level));
	return true;
}

bool
tb_check_is_tsquery(const char *s)
{
	QueryText	q = {s, 0};

	return take_level(&q, 0) && (take(&q, ""), *q.at == '\0');
}
