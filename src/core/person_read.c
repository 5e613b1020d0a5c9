/*
 * person_read.c
 *	  Stage 1: walks through the text and keeps the names that patterns find
 *	  (person_pattern.c), but for those of streets, schools and the like.
 */
#include "core/person_internal.h"

/* ------------------------------------------------------------- stage one */

uint32_t
tb_person_title_before(Persons *p, uint32_t i)
{
	const TbDocument *doc = p->doc;
	uint32_t	end = i;

	if (tb_tok(doc, i)->flags & TB_TF_PARA)
		return TB_NONE;
	/* «депутат фракции «Amanat» Ерлан …»: quoted words stand between */
	if (end > 2 && !(tb_tok(doc, i)->flags & TB_TF_SENT) &&
		!(tb_tok(doc, end - 1)->flags & TB_TF_PARA) && tb_tok(doc, end - 1)->kind == TB_MARK &&
		tb_is_quote_mark(tb_tok(doc, end - 1)->value))
	{
		uint32_t	at = end - 2;

		while (at > 0 && at + 10 > end && !(tb_tok(doc, at)->kind == TB_MARK &&
											tb_is_quote_mark(tb_tok(doc, at)->value)))
			at--;
		if (tb_tok(doc, at)->kind != TB_MARK || !tb_is_quote_mark(tb_tok(doc, at)->value))
			return TB_NONE;		/* «отрицал. «Сбежал …»: a quotation opens here */
		end = at;
		if (tb_word_is(doc, end - 1, TB_WORD, "party-noun"))
			end--;
		if (tb_word_is(doc, end - 1, TB_WORD, "from"))
			end--;
	}
	/* «Заместитель Председателя Кабинета министров | КР | Эдиль …» */
	while (p->next_place < doc->places.n && doc->places.at[p->next_place].end < i)
		p->next_place++;
	if (p->next_place < doc->places.n && doc->places.at[p->next_place].end == i)
		end = doc->places.at[p->next_place].first;
	else if (p->next_place > 0 && doc->places.at[p->next_place - 1].end == i)
		end = doc->places.at[p->next_place - 1].first;
	/* «Председатель Сената Парламента | РК | Маулен …» */
	if (end == i && i > 1 && (tb_tok(doc, i - 1)->flags & TB_TF_CAPS) &&
		tb_tok(doc, i - 1)->letters > 1 && tb_tok(doc, i - 1)->letters < 5)
		end = i - 1;
	while (p->next_title < doc->titles.n && doc->titles.at[p->next_title].first < i)
		p->next_title++;
	for (uint32_t t = p->next_title; t-- > 0 && t + 4 > p->next_title;)
		if (doc->titles.at[t].end == end || doc->titles.at[t].end == i)
			return t;
	return TB_NONE;
}

/* Behind the name of a body that begins at i and has several words; else i. */
static uint32_t
body_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i;

	if (tb_phrase_reading(doc, i, TB_BODY, NULL, &end) == NULL || end == i + 1)
		return i;
	return end;
}

bool
tb_person_taken(Persons *p, uint32_t i)
{
	const TbDocument *doc = p->doc;

	while (p->next_thing < p->things.n && p->things.at[p->next_thing].end <= i)
		p->next_thing++;
	if (p->next_thing < p->things.n && p->things.at[p->next_thing].start <= i)
		return true;
	while (p->next_place < doc->places.n && doc->places.at[p->next_place].end <= i)
		p->next_place++;
	if (p->next_place < doc->places.n && doc->places.at[p->next_place].first <= i &&
		doc->places.at[p->next_place].kind == TB_PK_NAME)
		return true;
	while (p->next_title < doc->titles.n && doc->titles.at[p->next_title].first < i)
		p->next_title++;
	for (uint32_t t = p->next_title; t-- > 0 && t + 3 > p->next_title;)
		if (doc->titles.at[t].end > i)
			return true;
	return false;
}

bool
tb_person_is_thing(const TbDocument *doc, uint32_t first, uint32_t end)
{
	uint32_t	at = first;
	const TbReading *r;

	if (tb_is_quoted(doc, first, end))
		return true;
	/* «Назарбаев Университет» */
	if (tb_is_cap(doc, end) && !(tb_tok(doc, end)->flags & TB_TF_SENT) &&
		tb_word_is(doc, end, TB_NOPERSON, "institution"))
		return true;
	/* «имени Нурсултана | Назарбаева», but not «улицы Абая | Бикен Ергалиева» */
	while (at > 0 && end == first + 1 && tb_is_cap(doc, at - 1) && tb_may_be(doc, at - 1, TB_BIT(GIVEN)))
		at--;
	if (at == 0 || (tb_tok(doc, at)->flags & TB_TF_PARA))
		return false;
	at--;
	if (tb_is_mark(&doc->text, at, '.') && at > 0)
	{
		/* «ул. Абая», but «Он ждал на улице. А. Беков вышел» */
		if ((tb_tok(doc, first)->flags & TB_TF_SENT) && tb_tok(doc, at - 1)->letters > 4)
			return false;
		at--;
	}
	r = tb_word_reading(doc, at, TB_NOPERSON, NULL);
	/* «кричала им Зинаида Львовна»: without its stop it is a pronoun */
	if (r != NULL && tb_text_is(doc, at, "им") && !tb_is_mark(&doc->text, at + 1, '.'))
		return false;
	if (r != NULL)
		return tb_entry(doc, r)->value == 0;
	/* «на углу улиц Абая и Валиханова» */
	return end == first + 1 && at > 1 && tb_text_is(doc, at, "и") && tb_is_cap(doc, at - 1) &&
		tb_word_is(doc, at - 2, TB_NOPERSON, "street");
}

/*
 * memorial: «Дом-музей Ахмета …», «Аэропорт Габдуллы Тукая»: a name in the
 * genitive behind what is named after people.  «директор музея Иван …» is not.
 */
static bool
is_memorial(const TbDocument *doc, const Raw *raw)
{
	return raw->first > 0 && raw->title == TB_NONE && raw->given.kind == UNIT_GIVEN &&
		!(raw->given.gram & TB_NOM) && (raw->given.gram & TB_GEN) &&
		!(tb_tok(doc, raw->first)->flags & (TB_TF_SENT | TB_TF_PARA)) &&
		tb_word_is(doc, raw->first - 1, TB_WORD, "memorial");
}

/* Has the word stood as somebody's surname already? */
bool
tb_person_was_surname(Persons *p, const Unit *u)
{
	const char *written;
	const TbLemma *lemmas;
	int			n;

	if (p->written.used == 0)
		return false;
	written = tb_person_written(p->doc, u->first, u->end);
	n = written == NULL ? 0 : tb_person_surname_lemmas(p, written, &lemmas);
	for (int i = 0; i < n; i++)
		if (tb_person_slot(p->doc->arena, &p->written,
						   tb_person_folded(p, lemmas[i].text, strlen(lemmas[i].text)),
						   false) != NULL)
			return true;
	return false;
}

/* Has the word stood as somebody's surname already, or is it a holder's? */
bool
tb_person_is_written(Persons *p, const Unit *u)
{
	return tb_may_be(p->doc, u->first, TB_BIT(SURNAME)) ||
		tb_ends_in(p->doc, u->first, "и") || tb_ends_in(p->doc, u->first, "о") ||
		tb_person_was_surname(p, u);
}

/* Remember how a surname is written. */
static void
count_written(Persons *p, const Raw *raw)
{
	TbStr		text;
	uint32_t   *count;

	/* what stands in an oblique case shows no nominative */
	bool		speaks = raw->ninitials > 0 && tb_is_mark(&p->doc->text, raw->end, ':');

	if (strcmp(raw->rule, "east") == 0)
		text = tb_text_of(p->doc, raw->first, raw->end);
	else if (raw->surname_end == raw->surname_first ||
		!(speaks || (raw->given.kind == UNIT_GIVEN && (raw->given.gram & TB_NOM))))
		return;
	else
		text = tb_text_of(p->doc, raw->surname_first, raw->surname_end);
	count = tb_person_slot(p->doc->arena, &p->written,
					 tb_person_folded(p, text.data, text.len), true);
	if (count == NULL)
		p->failed = true;
	else
		(*count)++;
}

/* The first of the small particles right before a capital at i: «ас-Сиси», «де Голль»; i. */
static uint32_t
particles_before(const TbDocument *doc, uint32_t i)
{
	for (int n = 0; n < 2 && i > 0 && !(tb_tok(doc, i)->flags & TB_TF_SENT); n++)
	{
		uint32_t	before = i - 1;

		if (before > 0 && tb_is_mark(&doc->text, before, '-') &&
			(tb_tok(doc, before)->flags & TB_TF_GLUED))
			before--;
		if (tb_is_cap(doc, before) || !tb_word_is(doc, before, TB_PARTICLE, "prefix") ||
			tb_may_be(doc, before, TB_BIT(PREP) | TB_BIT(CONJ)))
			break;
		i = before;
	}
	return i;
}

/* «президент Египта ас-Сиси»: a surname with its particles behind a title; units. */
static int
read_titled(const Unit *u, uint32_t begin, Raw *raw)
{
	if (u[0].kind != UNIT_CAPITAL && u[0].kind != UNIT_GIVEN)
		return 0;
	raw->surname_first = begin;
	raw->surname_end = u[0].end;
	raw->rule = "behind_title";
	return 1;
}

/* Does the word at i end as an adjective of a street does: «Февральской», «Садовая»? */
static bool
is_adjective(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {"ая", "ой", "ую", "яя", "ей", "юю", "ый", "ий", "ого", NULL};

	return tb_ends_in_any(doc, i, endings);
}

/* «визит Раиса | Рустама Минниханова»: the title of a man, and no Раиса? */
static bool
is_ruler_before(const Persons *p, const Unit *u)
{
	bool		title = false;

	for (uint32_t t = p->next_title; t < p->doc->titles.n && p->doc->titles.at[t].first <= u[0].first; t++)
		title = title || (p->doc->titles.at[t].first == u[0].first && p->doc->titles.at[t].end == u[0].end);
	return title && u[0].kind == UNIT_GIVEN && u[1].kind == UNIT_GIVEN &&
		(u[1].gram & TB_GEN) && !(u[1].gram & TB_NOM);
}

TbStatus
tb_person_read(Persons *p)
{
	const TbDocument *doc = p->doc;

	uint32_t	end = doc->text.ntok;
	uint32_t	i = 0;

	while ((i = tb_next_cap(doc, i, end)) < end)
	{
		Unit		u[MAX_UNITS];
		Raw			raw = {.title = TB_NONE};
		Raw			other;
		Raw		   *kept;
		uint32_t	begin;
		int			n;
		int			k = 0;

		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		if (tb_person_taken(p, i))
		{
			i++;
			continue;
		}
		if (body_end(doc, i) > i)
		{
			i = body_end(doc, i);
			continue;
		}
		n = tb_person_units(doc, i, u);
		if (n > 1 && is_ruler_before(p, u))
		{
			i = u[1].first;
			continue;
		}
		if (n > 0)
		{
			begin = particles_before(doc, i);
			raw.title = tb_person_title_before(p, begin);
			k = begin < i && raw.title != TB_NONE ? read_titled(u, begin, &raw) :
				tb_person_pattern(p, u, n, &raw);
		}
		if (k == 0)
		{
			i = tb_is_word(doc, i) ? tb_person_word_end(doc, i) : i + 1;
			continue;
		}
		raw.first = raw.surname_end > 0 && raw.surname_first < u[0].first ?
			raw.surname_first : u[0].first;
		raw.end = u[k - 1].end;
		tb_person_context(doc, &raw);
		i = raw.end;
		if (tb_person_is_thing(doc, raw.first, raw.end) || is_memorial(doc, &raw))
		{
			TbSpan	   *thing = TB_PUSH(doc->arena, &p->things);

			if (thing == NULL)
				return TB_NO_MEMORY;
			*thing = (TbSpan) {raw.first, raw.end};
			/* «улицы Абая | Бикен Ергалиева» */
			if (k > 1 && u[1].kind == UNIT_GIVEN && (u[1].gram & TB_NOM) &&
				((u[0].kind == UNIT_GIVEN && !(u[0].gram & TB_NOM)) ||
				 (u[0].kind == UNIT_CAPITAL && n > 2 && u[2].kind == UNIT_CAPITAL)))
				i = thing->end = u[0].end;
			/* «улицы Февральской | Зои Семёновны» */
			else if (n > 2 && u[0].kind == UNIT_CAPITAL && u[1].kind == UNIT_GIVEN &&
					 u[2].kind == UNIT_PATRONYMIC && is_adjective(doc, u[0].first))
				i = thing->end = u[0].end;
			continue;
		}
		if (tb_person_is_pair(doc, &raw, &other) &&
			(p->raw.n == 0 || p->raw.at[p->raw.n - 1].end <= other.first))
		{
			kept = TB_PUSH(doc->arena, &p->raw);
			if (kept == NULL)
				return TB_NO_MEMORY;
			*kept = other;
			raw.plural = true;
		}
		kept = TB_PUSH(doc->arena, &p->raw);
		if (kept == NULL)
			return TB_NO_MEMORY;
		*kept = raw;
		count_written(p, &raw);
		if (p->failed)
			return TB_NO_MEMORY;
	}
	return TB_OK;
}
