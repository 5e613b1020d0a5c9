/*
 * search.c
 *	  A document as a stream of search tokens with entity lexemes.
 *
 * Mentions overlap: a title holds a place, a person stands inside nothing or
 * beside a title.  They are sorted by their first token; a sweep over the
 * tokens keeps the few that are active and joins their lexemes anew only when
 * one begins or ends:
 *
 *	tokens		Президент		Казахстана			посетил	Астану
 *	titles		|--------- office -----------|
 *	places						|- place/kz/ -|				|- place/… -|
 *	entity		office…			office…|place/kz/			place/…
 */
#include "core/search.h"

#include <stdlib.h>

#include "base/calendar.h"

typedef struct TbSearchMention
{
	uint32_t	first;
	uint32_t	end;
	const char *entity;			/* its own readings */
} TbSearchMention;

typedef TbVec(TbSearchMention) MentionVec;

/* --------------------------------------------------------------- lexemes */

bool
tb_entity_next(const char **at, TbStr *lexeme, uint32_t *reading)
{
	const char *s = *at;
	size_t		len;

	if (s == NULL || *s == '\0')
		return false;
	if (*s == '|')
		++*reading;
	if (*s == '|' || *s == '&')
		s++;
	for (len = 0; s[len] != '\0' && s[len] != '|' && s[len] != '&';)
		len++;
	*lexeme = (TbStr) {s, (uint32_t) len};
	*at = s + len;
	return true;
}

bool
tb_entity_has_person(const char *entity)
{
	for (const char *at = entity; at != NULL; at = strchr(at, '|'))
	{
		at += *at == '|';
		if (strncmp(at, "person/", strlen("person/")) == 0)
			return true;
	}
	return false;
}

/* What may not stand in a path: it would end, join or quote lexemes. */
static const bool no_path[256] = {
	[0 ... ' '] = true,['&'] = true,['|'] = true,[':'] = true,['*'] = true,
	['"'] = true,['\''] = true,['\\'] = true
};

/* The steps of a path, 0 when it is none. */
static int
count_steps(TbStr path)
{
	int			steps = 0;
	unsigned char before = '/';

	if (path.len == 0 || path.data[path.len - 1] != '/')
		return 0;
	for (uint32_t i = 0; i < path.len; i++)
	{
		unsigned char c = (unsigned char) path.data[i];

		if (no_path[c])
			return 0;
		if (c == '/')
		{
			if (before == '/')
				return 0;
			steps++;
		}
		before = c;
	}
	return steps;
}

/* Does a path begin with this step? */
static inline bool
begins_with(TbStr path, const char *step)
{
	size_t		n = strlen(step);

	return path.len > n && memcmp(path.data, step, n) == 0;
}

bool
tb_entity_is_lexeme(TbStr text)
{
	return (begins_with(text, "place/") || begins_with(text, "office/") ||
			begins_with(text, "person/") || begins_with(text, "date/")) &&
		text.len <= TB_MAX_ENTITY && count_steps(text) >= 2;
}

bool
tb_entity_is_prefix(TbStr lexeme)
{
	int			steps;

	if (begins_with(lexeme, "person/"))
		return count_steps(lexeme) == 2;
	if (!begins_with(lexeme, "date/"))
		return false;
	steps = count_steps(lexeme);
	return steps == 2 || steps == 3;
}

/* -------------------------------------------------------- lexemes of dates */

typedef enum DayLexeme
{
	LEXEME_YEAR = 1, LEXEME_MONTH, LEXEME_DAY
} DayLexeme;

/* Write a number of so many digits, and a slash; what stands behind them. */
static char *
write_step(char *at, int number, int digits)
{
	for (int i = digits; i-- > 0; number /= 10)
		at[i] = (char) ('0' + number % 10);
	at[digits] = '/';
	return at + digits + 1;
}

/* Append date/2022/, date/2022/12/ or date/2022/12/24/ of a day. */
static void
put_day(TbBuffer *buf, int32_t day, DayLexeme parts)
{
	char		text[] = "|date/2022/12/24/";
	TbCivil		civil = tb_civil_of(day);
	const char *start = buf->text.n > 0 ? text : text + 1;
	char	   *end = write_step(text + strlen("|date/"), civil.year, 4);

	if (parts >= LEXEME_MONTH)
		end = write_step(end, civil.month, 2);
	if (parts >= LEXEME_DAY)
		end = write_step(end, civil.day, 2);
	tb_buffer_put(buf, start, (size_t) (end - start));
}

static int32_t
month_end(int32_t day)
{
	TbCivil		civil = tb_civil_of(day);

	return tb_day_of(civil.year, civil.month,
					 tb_month_days(civil.year, civil.month));
}

static int32_t
year_end(int32_t day)
{
	return tb_day_of(tb_civil_of(day).year, 12, 31);
}

/* Longest period that a query spells out, in lexemes. */
#define MAX_PERIOD 100

void
tb_entity_put_period(TbBuffer *buf, int32_t from, int32_t to)
{
	int			n = 0;

	while (from <= to && n++ < MAX_PERIOD)
	{
		TbCivil		civil = tb_civil_of(from);
		DayLexeme	parts = LEXEME_DAY;
		int32_t		end = from;

		if (civil.day == 1 && civil.month == 1 && year_end(from) <= to)
		{
			parts = LEXEME_YEAR;
			end = year_end(from);
		}
		else if (civil.day == 1 && month_end(from) <= to)
		{
			parts = LEXEME_MONTH;
			end = month_end(from);
		}
		put_day(buf, from, parts);
		from = end + 1;
	}
}

/* What the two ends of a long range name, if it begins and ends so. */
static DayLexeme
range_parts(int32_t from, int32_t to)
{
	TbCivil		a = tb_civil_of(from);

	if (a.day != 1 || month_end(to) != to)
		return LEXEME_DAY;
	return a.month == 1 && year_end(to) == to ? LEXEME_YEAR : LEXEME_MONTH;
}

/* How an end of a range is written in EDTF: 2022, 2022-12 or 2022-12-24. */
static DayLexeme
written_parts(const char *s, size_t len, DayLexeme otherwise)
{
	if (strspn(s, "0123456789-") < len)
		return otherwise;
	return len == 4 ? LEXEME_YEAR : len == 7 ? LEXEME_MONTH :
		len == 10 ? LEXEME_DAY : otherwise;
}

/* Append the lexemes of a document's date. */
static void
put_date(TbBuffer *buf, const TbDate *date, int32_t from, int32_t to)
{
	DayLexeme	parts = range_parts(from, to);
	DayLexeme	last = parts;
	const char *slash = date->edtf == NULL ? NULL : strchr(date->edtf, '/');
	bool		part_of_year = date->granularity == TB_GR_QUARTER ||
		date->granularity == TB_GR_HALF || date->granularity == TB_GR_SEASON;

	if (to - from < 31 || part_of_year ||
		(parts == LEXEME_YEAR && year_end(from) == to))
	{
		tb_entity_put_period(buf, from, to);
		return;
	}
	if (slash != NULL && date->granularity == TB_GR_RANGE)
	{
		parts = written_parts(date->edtf, (size_t) (slash - date->edtf), parts);
		last = written_parts(slash + 1, strlen(slash + 1), last);
	}
	put_day(buf, from, parts);
	put_day(buf, to, last);
}

/*
 * A day, month or year is one lexeme; up to 31 days are each a lexeme; a
 * quarter, half or season its months; a longer range its ends as written; an
 * open period the unit that is named.
 */
const char *
tb_entity_of_date(const TbDocument *doc, const TbDate *date)
{
	TbBuffer	buf = {.arena = doc->arena};
	int32_t		from = date->from;
	int32_t		to = date->to;

	if (date->granularity == TB_GR_OPEN || from == TB_NO_DAY || to == TB_NO_DAY)
	{
		from = date->named_from;
		to = date->named_to;
	}
	if (!date->known || from == TB_NO_DAY || to == TB_NO_DAY || from > to)
		return "";
	put_date(&buf, date, from, to);
	return tb_buffer_text(&buf);
}

/* ------------------------------------------------------ lexemes of the rest */

const char *
tb_entity_of_place(const TbDocument *doc, const TbPlace *place)
{
	TbBuffer	buf = {.arena = doc->arena};

	if (place->entry == TB_NONE)
		return "";
	tb_buffer_puts(&buf, "place/");
	tb_buffer_puts(&buf, tb_string(doc, tb_lexicon_entry(doc->lex, place->entry)->code));
	return tb_buffer_text(&buf);
}

/* Append the lexeme of an office, of a jurisdiction where one is given. */
static void
put_office(TbBuffer *buf, const char *jurisdiction, const char *office, const char *rest)
{
	tb_buffer_puts(buf, buf->text.n > 0 ? "&office/" : "office/");
	tb_buffer_puts(buf, jurisdiction);
	tb_buffer_puts(buf, office);
	tb_buffer_puts(buf, rest);
}

/* Append an office, of any country and of its own. */
static void
put_offices(TbBuffer *buf, const char *jurisdiction, const char *office, const char *rest)
{
	put_office(buf, "", office, rest);
	if (jurisdiction != NULL && *jurisdiction != '\0')
		put_office(buf, jurisdiction, office, rest);
}

/* A first deputy is a deputy: «первого замакима» is found by «замакима», too. */
static void
put_as_deputy(TbBuffer *buf, const TbTitle *title)
{
	static const char first[] = "first-deputy-";
	const char *at = strstr(title->office, first);
	TbBuffer	office = {.arena = buf->arena};
	const char *text;

	if (at == NULL || (at > title->office && at[-1] != '/'))
		return;
	tb_buffer_put(&office, title->office, (size_t) (at - title->office));
	tb_buffer_puts(&office, at + strlen("first-"));
	text = tb_buffer_text(&office);
	if (text == NULL)
		buf->failed = true;
	else
		put_offices(buf, title->jurisdiction, text, "");
}

/*
 * «Акимы СКО, ЗКО и Актюбинской области», «президенты Казахстана и Узбекистана»:
 * one office in several places.
 */
static void
put_other_places(TbBuffer *buf, const TbDocument *doc, const TbTitle *title)
{
	if (!title->plural || title->jurisdiction == NULL || strlen(title->jurisdiction) < 3)
		return;
	for (uint32_t i = tb_place_from(doc, title->first);
		 i < doc->places.n && doc->places.at[i].first < title->end; i++)
	{
		const TbPlace *place = &doc->places.at[i];
		const char *code;

		if (place->entry == TB_NONE)
			continue;
		code = tb_string(doc, tb_lexicon_entry(doc->lex, place->entry)->code);
		/* countries beside a country, regions beside a region */
		if (strcmp(code, title->jurisdiction) != 0 &&
			(strlen(code) == 3) == (strlen(title->jurisdiction) == 3))
			put_office(buf, code, title->office, "");
	}
}

/* The last lexeme says most: the jurisdiction, and whether it is a former one. */
const char *
tb_entity_of_title(const TbDocument *doc, const TbTitle *title)
{
	TbBuffer	buf = {.arena = doc->arena};

	if (title->office == NULL || title->office[0] == '\0')
		return "";
	put_as_deputy(&buf, title);
	put_other_places(&buf, doc, title);
	put_offices(&buf, title->jurisdiction, title->office, "");
	if (title->former)
		put_offices(&buf, title->jurisdiction, title->office, "former/");
	if (title->acting)
		put_offices(&buf, title->jurisdiction, title->office, "acting/");
	if (title->second_office != NULL)
		put_offices(&buf, title->second_jurisdiction, title->second_office, "");
	return tb_buffer_text(&buf);
}

const char *
tb_entity_of_body(const TbDocument *doc, const TbBody *body)
{
	const TbTitle as_title = {.office = body->office,.jurisdiction = body->jurisdiction};

	return tb_entity_of_title(doc, &as_title);
}

const char *
tb_entity_of_person(const TbDocument *doc, const TbPersonMention *mention)
{
	TbBuffer	buf = {.arena = doc->arena};
	const char *id = mention->person == TB_NONE ? NULL :
		doc->persons.at[mention->person].id;
	char	   *text;

	if (id == NULL || id[0] == '\0')
		return "";
	tb_buffer_puts(&buf, "person/");
	tb_buffer_puts(&buf, id);
	text = tb_buffer_text(&buf);
	/* what would end or join a lexeme becomes a hyphen */
	for (char *at = text; at != NULL && *at != '\0'; at++)
		if (no_path[(unsigned char) *at])
			*at = '-';
	return text;
}

/* --------------------------------------------------------------- mentions */

static TbStatus
add_mention(const TbDocument *doc, MentionVec *vec, uint32_t first,
			uint32_t end, const char *entity)
{
	TbSearchMention *mention;

	if (entity == NULL)
		return TB_NO_MEMORY;
	if (*entity == '\0' || strlen(entity) > TB_MAX_ENTITY)
		return TB_OK;
	mention = TB_PUSH(doc->arena, vec);
	if (mention == NULL)
		return TB_NO_MEMORY;
	*mention = (TbSearchMention) {first, end, entity};
	return TB_OK;
}

/* The mentions of persons; each person's lexeme is written once. */
static TbStatus
add_persons(const TbDocument *doc, MentionVec *vec)
{
	const char **entities = tb_arena_alloc(doc->arena,
										   (doc->persons.n + 1) * sizeof(*entities));

	if (entities == NULL)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < doc->mentions.n && !tb_arena_poll(doc->arena); i++)
	{
		const TbPersonMention *m = &doc->mentions.at[i];
		const char **entity = &entities[m->person == TB_NONE ? doc->persons.n
										: m->person];

		if (*entity == NULL)
			*entity = tb_entity_of_person(doc, m);
		TB_TRY(add_mention(doc, vec, m->first, m->end, *entity));
	}
	return TB_OK;
}

/* All mentions that have lexemes: titles, persons, places, dates. */
static TbStatus
add_mentions(const TbDocument *doc, MentionVec *vec)
{
	for (uint32_t i = 0; i < doc->titles.n && !tb_arena_poll(doc->arena); i++)
	{
		const TbTitle *t = &doc->titles.at[i];

		TB_TRY(add_mention(doc, vec, t->first, t->end,
						   tb_entity_of_title(doc, t)));
	}
	for (uint32_t i = 0; i < doc->bodies.n; i++)
	{
		const TbBody *b = &doc->bodies.at[i];

		TB_TRY(add_mention(doc, vec, b->first, b->end,
						   tb_entity_of_body(doc, b)));
	}
	TB_TRY(add_persons(doc, vec));
	for (uint32_t i = 0; i < doc->places.n && !tb_arena_poll(doc->arena); i++)
	{
		const TbPlace *p = &doc->places.at[i];

		TB_TRY(add_mention(doc, vec, p->first, p->end,
						   tb_entity_of_place(doc, p)));
	}
	for (uint32_t i = 0; i < doc->dates.n && !tb_arena_poll(doc->arena); i++)
	{
		const TbDate *d = &doc->dates.at[i];

		TB_TRY(add_mention(doc, vec, d->first, d->end,
						   tb_entity_of_date(doc, d)));
	}
	return TB_OK;
}

/* Sort mentions; each layer is sorted already, so a stable merge will do. */
static TbStatus
sort_mentions(TbArena *arena, MentionVec *vec)
{
	TbSearchMention *from = vec->at;
	TbSearchMention *to = tb_arena_alloc(arena, (vec->n + 1) * sizeof(*to));

	if (to == NULL)
		return TB_NO_MEMORY;
	for (uint32_t width = 1; width < vec->n; width *= 2)
	{
		TbSearchMention *swap = from;

		if (tb_arena_stopped(arena))
			return TB_INTERRUPTED;
		for (uint32_t lo = 0; lo < vec->n; lo += 2 * width)
		{
			uint32_t	mid = lo + width < vec->n ? lo + width : vec->n;
			uint32_t	hi = mid + width < vec->n ? mid + width : vec->n;
			uint32_t	a = lo;
			uint32_t	b = mid;

			for (uint32_t k = lo; k < hi; k++)
				to[k] = b >= hi || (a < mid && from[a].first <= from[b].first)
					? from[a++] : from[b++];
		}
		from = to;
		to = swap;
	}
	vec->at = from;
	return TB_OK;
}

/* ----------------------------------------------------------------- stream */

TbStatus
tb_search_open(TbSearch *search, const TbDocument *doc)
{
	MentionVec	vec = {0};

	memset(search, 0, sizeof(*search));
	search->doc = doc;
	search->raw = tb_entity_is_lexeme((TbStr) {doc->text.data, doc->text.len});
	if (search->raw)
		return TB_OK;
	TB_TRY(add_mentions(doc, &vec));
	if (doc->arena->stopped)
		return TB_INTERRUPTED;
	TB_TRY(sort_mentions(doc->arena, &vec));
	search->mentions = vec.at;
	search->nmentions = vec.n;
	return TB_OK;
}

/* Is a reading among those of an entity text? */
static bool
has_reading(const char *entity, size_t len, const char *reading, size_t rlen)
{
	for (size_t i = 0; i < len;)
	{
		size_t		n = 0;

		while (i + n < len && entity[i + n] != '|')
			n++;
		if (n == rlen && memcmp(entity + i, reading, n) == 0)
			return true;
		i += n + 1;
	}
	return false;
}

/* Join the readings of the active mentions; each once, as many as fit. */
static TbStatus
join_active(TbSearch *s)
{
	char		text[TB_MAX_ENTITY + 1];
	size_t		n = 0;

	for (uint32_t i = 0; i < s->nactive; i++)
	{
		const TbSearchMention *m = &s->mentions[s->active[i]];

		for (const char *at = m->entity; *at != '\0';)
		{
			size_t		len = strcspn(at, "|");

			if (n + len + 2 < sizeof(text) && !has_reading(text, n, at, len))
			{
				if (n > 0)
					text[n++] = '|';
				memcpy(text + n, at, len);
				n += len;
			}
			at += len + (at[len] == '|');
		}
	}
	s->entity = tb_arena_strdup(s->doc->arena, text, n);
	return s->entity == NULL ? TB_NO_MEMORY : TB_OK;
}

/* Set what the words of the active mentions carry. */
static TbStatus
set_entity(TbSearch *s)
{
	s->entity = s->nactive == 0 ? NULL : s->mentions[s->active[0]].entity;
	if (s->nactive > 1)
		TB_TRY(join_active(s));
	s->person = s->entity != NULL && tb_entity_has_person(s->entity);
	return TB_OK;
}

/* Bring the active mentions to token i. */
static TbStatus
move_to(TbSearch *s, uint32_t i)
{
	uint32_t	n = 0;
	bool		changed = false;

	for (uint32_t k = 0; k < s->nactive; k++)
		if (s->mentions[s->active[k]].end > i)
			s->active[n++] = s->active[k];
	changed = n != s->nactive;
	s->nactive = n;
	s->change = UINT32_MAX;
	while (s->next_mention < s->nmentions &&
		   s->mentions[s->next_mention].first <= i)
	{
		uint32_t	m = s->next_mention++;

		if (s->mentions[m].end <= i || s->nactive == TB_MAX_ACTIVE)
			continue;
		s->active[s->nactive++] = m;
		changed = true;
	}
	if (s->next_mention < s->nmentions)
		s->change = s->mentions[s->next_mention].first;
	for (uint32_t k = 0; k < s->nactive; k++)
		if (s->mentions[s->active[k]].end < s->change)
			s->change = s->mentions[s->active[k]].end;
	return changed ? set_entity(s) : TB_OK;
}

/*
 * The next piece of an address: https:// | akorda.kz | /ru/news, or an e-mail
 * address whole.
 */
static void
next_of_address(TbSearch *s, const TbToken *tok, TbSearchToken *out)
{
	const char *data = s->doc->text.data;
	uint32_t	at = s->byte > tok->start ? s->byte : tok->start;
	uint32_t	end = tok->end;
	bool		opens = at == tok->start;
	uint32_t	host = at;

	while (host < end && strchr("/?#@:", data[host]) == NULL)
		host++;
	if (opens && host + 3 < end && memcmp(data + host, "://", 3) == 0)
	{
		out->type = TB_SX_PROTOCOL;
		end = host + 3;
	}
	else if (opens && memchr(data + at, '@', end - at) != NULL)
		out->type = TB_SX_EMAIL;
	else if (host > at)
	{
		out->type = TB_SX_HOST;
		while (host < end && strchr("/?#", data[host]) == NULL)
			host++;
		end = host;
	}
	else
		out->type = TB_SX_PATH;
	out->span = (TbSpan) {at, end};
	out->token = s->at;
	s->byte = end < tok->end ? end : 0;
	if (s->byte == 0)
		s->at++;
}

/* The type of a word or number, inside a mention or outside. */
static uint8_t
type_of(const TbToken *tok, bool inside)
{
	if (tok->kind == TB_NUMBER)
		return inside ? TB_SX_PART_NUM : TB_SX_NUMBER;
	if (tok->flags & TB_TF_DIGIT)
		return inside ? TB_SX_PART_NUM : TB_SX_NUMWORD;
	if (tok->flags & TB_TF_LATIN)
		return inside ? TB_SX_PART_ASCII : TB_SX_ASCIIWORD;
	return inside ? TB_SX_PART : TB_SX_WORD;
}

TbStatus
tb_search_next(TbSearch *s, TbSearchToken *out, bool *more)
{
	const TbText *text = &s->doc->text;

	*out = (TbSearchToken) {0};
	*more = true;
	if (s->raw && s->at < text->ntok)
	{
		s->at = text->ntok;
		out->type = TB_SX_ENTITY;
		out->span = (TbSpan) {0, text->len};
		return TB_OK;
	}
	while (s->at < text->ntok && text->tok[s->at].kind == TB_MARK)
		s->at++;
	if (s->at >= text->ntok)
	{
		*more = false;
		return TB_OK;
	}
	if (text->tok[s->at].kind == TB_ADDRESS)
	{
		next_of_address(s, &text->tok[s->at], out);
		return TB_OK;
	}
	if (s->at >= s->change)
		TB_TRY(move_to(s, s->at));
	out->entity = s->entity;
	out->person = s->person;
	out->type = type_of(&text->tok[s->at], s->entity != NULL);
	out->span = (TbSpan) {text->tok[s->at].start, text->tok[s->at].end};
	out->token = s->at++;
	return TB_OK;
}

const TbStems *
tb_search_stems(const TbSearch *s, TbStemmer *stemmer, const TbSearchToken *token)
{
	const TbText *text = &s->doc->text;
	const TbToken *tok = &text->tok[token->token];
	TbStr		written = {text->data + token->span.start,
	token->span.end - token->span.start};

	if (tok->kind == TB_NUMBER)
		return tb_stemmer_find_folded(stemmer, written, 0, 0, false, false, false);
	if (tok->kind != TB_WORD_TOKEN || written.len > TB_STEM_MAX_BYTES)
		return tb_stemmer_find(stemmer, written, token->person);
	return tb_stemmer_find_folded(stemmer, tb_word_folded_whole(text, token->token),
								  tok->value, tok->mask,
								  (tok->flags & (TB_TF_CYRILLIC | TB_TF_DIGIT | TB_TF_BROKEN)) ==
								  TB_TF_CYRILLIC,
								  (tok->flags & TB_TF_CAP) != 0, token->person);
}
