/*
 * title.c
 *	  Finds official titles: composed, not listed.
 *
 *	[бывший | и.о. | первый | заместитель | вице- | сельский]  what goes before
 *	председатель | аким | министр | глава государства …        the head
 *	Сената | Комитета по … | маслихата | внутренних дел        the body
 *	Парламента РК | области | города Атырау | от … | в …       the jurisdiction
 *
 * «первый заместитель председателя Комитета по экономической политике Сената
 * Парламента РК»: first + deputy, head «председателя» (genitive, as a deputy
 * demands), body «Комитета» with the tail «по экономической политике», body
 * «Сената Парламента», country РК.
 *
 * The head is the longest whole phrase that means an office (offices.tsv),
 * else a role (roles.tsv).  What follows must be in the genitive, or not bend.
 * title_internal.h lists the files that read the parts and compose the whole.
 */
#include "core/title_internal.h"

/* Does somebody's name follow right behind a title? */
static bool
name_follows(const TbDocument *doc, uint32_t i)
{
	return tb_is_cap(doc, i) && !(tb_tok(doc, i)->flags & TB_TF_SENT);
}

/*
 * dashed: «Заместитель Премьер-Министра – Министр торговли и интеграции»,
 * «Помощник Президента – инспектор по Гродненской области Вадим …».  Not:
 * «Президент – гарант Конституции».
 */
static uint32_t
take_dashed(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse other;
	bool		said;

	if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_dash(tb_tok(doc, i)->value) ||
		(tb_tok(doc, i)->flags & TB_TF_GLUED) || p->depth > 1 ||
		!tb_may_be(doc, i + 1, TITLE_BITS) ||
		!tb_title_parse(doc, i + 1, p->depth + 2, &other))
		return i;
	if (other.gram != 0 && p->gram != 0 &&
		!(tb_gram_cases(other.gram) & tb_gram_cases(p->gram)))
		return i;
	said = other.tail_end > 0 || other.nbodies > 0 ||
		(other.role == NULL && strchr(tb_title_code(doc, &other), '/') != NULL);
	if (tb_title_is_minister(doc, &other) ||
		strstr(tb_title_code(doc, &other), "/deputy-minister") != NULL || (other.office != NULL && tb_is_cap(doc, i + 1)) ||
		(tb_title_may_be_double(doc, p) && (name_follows(doc, other.end) || said)) ||
		(said && name_follows(doc, other.end)))
	{
		p->second = i + 1;
		return other.end;
	}
	return i;
}

/* «постпред Президента | и Кабмина»: who speaks for one may speak for two. */
static uint32_t
take_other_superior(const TbDocument *doc, const TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	const TbReading *r;

	if (!tb_word_is(doc, i, TB_WORD, "and") ||
		strstr(tb_string(doc, p->role->code), "representative") == NULL ||
		!tb_title_longest_match(doc, i + 1, TB_BIT(BODY), &match))
		return i;
	r = tb_title_best_reading(doc, &match, i + 1, TB_BODY);
	return r != NULL && tb_title_is_genitive(r) ? match.end : i;
}

/* superior: «представитель Генерального секретаря ООН», «советник акима города». */
static uint32_t
take_superior(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse other;
	uint32_t	end;

	if (p->role == NULL || p->depth > 2 || !tb_may_be(doc, i, TITLE_BITS) ||
		(p->role->sub == TB_ROLE_HEAD && !p->deputy) ||
		tb_title_is_minister(doc, p) || tb_title_is_nobodys(doc, p))
		return i;
	if (!tb_title_parse(doc, i, p->depth + 1, &other) ||
		!(tb_gram_cases(other.gram) & TB_GEN))
		return i;
	end = tb_title_take_subject(doc, p, take_other_superior(doc, p, other.end));
	p->superior = true;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* «Палаты представителей» is a body; «Палаты Парламента» just a chamber. */
static bool
has_long_body(const TbDocument *doc, uint32_t i)
{
	TbMatch		match;

	return tb_word_is(doc, i, TB_WORD, "chamber-noun") &&
		tb_title_longest_match(doc, i, TB_BIT(BODY), &match) && match.end > i + 1 &&
		!tb_may_be(doc, i + 1, TB_BIT(BODY));
}

/*
 * one_mans: «Вице-премьер, | министр инфраструктуры Молдовы Иван …»: the country
 * that the second of two titles names is the first one's.
 */
static void
borrow_country(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse other;

	if (p->depth > 0 || !tb_is_mark(&doc->text, i, ',') || p->place != TB_NONE ||
		p->noun != NULL || p->nbodies > 0 ||
		!tb_may_be(doc, i + 1, TITLE_BITS) || !tb_title_parse(doc, i + 1, 1, &other) ||
		!name_follows(doc, other.end) || other.place == TB_NONE ||
		doc->places.at[other.place].type != TB_PT_country ||
		!(tb_gram_cases(other.gram) & tb_gram_cases(p->gram)))
		return;
	p->place = other.place;
}

/* «района | «Байконыр»», «села «Заря»»: a unit by its name in quotation marks. */
static uint32_t
take_quoted_unit(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = p->noun != NULL && p->place == TB_NONE && tb_is_cap(doc, i + 1) ?
		tb_title_quoted_end(doc, i) : i;

	if (end == i)
		return i;
	p->tail_first = p->noun_first;
	p->tail_end = end;
	p->noun = NULL;
	return end;
}

/*
 * unknown_town: «Мэр | Тарлаки | Мария Перес», «губернатор | Верхнего Лимонаса |
 * Мария Перес»: a name that no list has, in the genitive before a man's; not
 * «мэр Юрий Лужков», «без мэра Тарлаки Мария …», where it may be his name.
 */
static uint32_t
take_unknown_town(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	static const char *const adjectives[] = {"ого", "его", NULL};
	static const char *const nouns[] = {"и", "ы", NULL};
	uint64_t	known = TB_BIT(GIVEN) | TB_BIT(SURNAME) | TB_BIT(PARTICLE) | TB_BIT(PLACE) |
		TITLE_BITS | TB_BIT(BODY);
	bool		adjective = tb_ends_in_any(doc, i, adjectives);
	uint32_t	noun = i + adjective;

	if (p->role == NULL || p->role->sub != TB_ROLE_OWN || tb_title_is_plural(p) ||
		!tb_title_is_of_government(doc, p) || tb_title_is_minister(doc, p) ||
		!name_follows(doc, i) || !name_follows(doc, noun) || tb_may_be(doc, noun, known) ||
		!(adjective || ((tb_gram_singular(p->gram) & TB_NOM) && tb_ends_in_any(doc, noun, nouns))) ||
		!name_follows(doc, noun + 1) || !tb_may_be(doc, noun + 1, TB_BIT(GIVEN)))
		return i;
	p->tail_first = i;
	p->tail_end = noun + 1;
	return noun + 1;
}

/* What a role leads or belongs to, behind it at i; the end of it, or i. */
static uint32_t
take_led(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = i;

	if (tb_title_is_minister(doc, p))
		end = tb_title_take_domain(doc, p, i);
	if (end == i)
		end = tb_title_take_placed_body(doc, p, i);
	if (end == i)
		end = tb_title_take_institution(doc, p, i);
	if (end == i)
		end = tb_title_take_governed(doc, p, i);
	if (end == i)
		end = take_superior(doc, p, i);
	if (end == i && !has_long_body(doc, i))
		end = tb_title_take_chamber(doc, p, i);
	if (end == i)
		end = tb_title_take_local_assembly(doc, p, i);
	if (end == i)
		end = tb_title_take_bodies(doc, p, i);
	if (end == i)
		end = tb_title_take_party(doc, p, i);
	return end == i ? take_unknown_town(doc, p, i) : end;
}

/* «Председатель Сената» + «Парламента», «начальник Генштаба» + «ВС РФ» at i. */
static uint32_t
take_outer_body(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbTitleParse scratch = *p;
	uint32_t	end;

	scratch.nbodies = 0;
	end = tb_may_be(doc, i, TB_BIT(BODY)) ? tb_title_take_body(doc, &scratch, i) : 0;
	if (end != 0 && scratch.body[0]->sub == TB_BT_parliament)
		return end;
	if (end == 0 || scratch.body[0]->sub != TB_BT_military)
		return i;
	p->only_country = scratch.only_country;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* What goes on from an office that a whole phrase means, at i. */
static uint32_t
take_behind_office(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = take_outer_body(doc, p, i);

	if (end == i)
		end = tb_title_take_matter(doc, p, i);
	if (end == i && tb_title_split_office(doc, p))
		end = tb_title_take_more_bodies(doc, p, i);
	if (end == i)
		end = tb_title_take_party(doc, p, i);
	return end;
}

/* What stands behind the head, in the order of the essay. */
static uint32_t
take_rest(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end = i;
	uint32_t	next;

	/* a headline without a full stop: «Визит директора | Завод сообщил» */
	if (tb_tok(doc, i)->flags & TB_TF_PARA)
		return i;
	if (p->role != NULL || tb_title_is_minister(doc, p) || p->office == NULL ||
		strchr(tb_title_code(doc, p), '/') == NULL)
		end = take_led(doc, p, i);
	else
		end = take_behind_office(doc, p, i);
	/* «премьер-министры Индии | и Японии» */
	if (end == i && p->role == NULL && tb_title_is_plural(p) &&
		tb_may_be(doc, i - 1, TB_BIT(PLACE)))
		end = tb_title_take_place_list(doc, i, false);
	i = end;
	end = tb_title_take_places(doc, p, i);
	if (end == i && (p->nbodies == 0 || (p->body[0]->flags & TB_EF_LOCAL)))
		end = tb_title_take_nouns(doc, p, i);
	end = take_quoted_unit(doc, p, end);
	if ((p->noun != NULL || p->tail_end == end) && p->place == TB_NONE)
		end = tb_title_take_places(doc, p, end);
	end = tb_title_take_represented(doc, p, end);
	/* «Министр РФ | по развитию Дальнего Востока и Арктики» */
	if (p->place != TB_NONE && p->tail_end == 0 && p->domain == NULL && tb_word_is(doc, end, TB_WORD, "by") &&
		tb_title_is_minister(doc, p))
		end = tb_title_take_domain(doc, p, end);
	next = tb_title_take_matter(doc, p, end);
	if (next > end && p->place == TB_NONE)
		next = tb_title_take_places(doc, p, next);
	return take_dashed(doc, p, next);
}

bool
tb_title_parse(const TbDocument *doc, uint32_t i, int depth, TbTitleParse *p)
{
	uint32_t	at = i;
	uint32_t	head = 0;

	*p = (TbTitleParse) {
		.first = i,.acting = TB_NONE,.level = TB_NONE,.place = TB_NONE,
		.country_place = TB_NONE,.body_level = TB_NONE,.second = TB_NONE,.depth = depth
	};
	for (int step = 0; step < 6; step++)
	{
		head = tb_title_take_head(doc, p, at);
		if (head != 0)
			break;
		if (!tb_title_take_modifier(doc, p, &at))
			return false;
	}
	/* «первый» is of deputies; «первая глава книги» is no title */
	if (head == 0 || (p->is_first && !p->deputy && !p->vice && p->role != NULL &&
					  p->role->sub == TB_ROLE_HEAD))
		return false;
	p->head_end = head;
	p->end = take_rest(doc, p, head);
	borrow_country(doc, p, p->end);
	return true;
}

/* ----------------------------------------------------------- the document */

/* Does a body's name that is longer begin here (Администрация Президента)? */
static uint32_t
longer_body(const TbDocument *doc, uint32_t i, const TbTitleParse *p)
{
	TbMatch		match;

	if (!tb_title_longest_match(doc, i, TB_BIT(BODY), &match))
		return i;
	return match.end > p->end ? match.end : i;
}

/*
 * of_something: «царь зверей», «президент клуба», «посол мира», «спикер форума»:
 * a bare head before a genitive that no title has; «царь-пушка».
 */
static bool
is_of_something(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const plurals[] = {"ов", "ев", "ей", NULL};
	const TbReading *noun = tb_word_reading(doc, p->end, TB_COMMON, "noun");

	if (p->role == NULL || p->end != p->head_end || p->deputy || p->vice ||
		(p->role->sub != TB_ROLE_OWN && strcmp(tb_string(doc, p->role->code), "speaker") != 0))
		return false;
	if (noun == NULL && p->role->sub == TB_ROLE_OWN && tb_is_mark(&doc->text, p->end, '-'))
		return (tb_tok(doc, p->end)->flags & TB_TF_GLUED) &&
			tb_word_is(doc, p->end + 1, TB_COMMON, "noun");
	if (noun == NULL)			/* «король | пингвинов» */
		return (p->role->flags & TB_EF_UNIQUE) && tb_tok(doc, p->end)->mask == 0 &&
			!tb_is_cap(doc, p->end) && tb_ends_in_any(doc, p->end, plurals);
	return !tb_title_is_of_government(doc, p) && !tb_is_cap(doc, p->end) && (tb_gram_cases(noun->gram) & TB_GEN) &&
		!(tb_gram_singular(noun->gram) & TB_NOM) && !tb_may_be(doc, p->end, TB_BIT(CUE) | TITLE_BITS);
}

/*
 * chair_again: «как отметил председатель, …» in a text that has named one; not
 * «председатель жюри».
 */
static bool
is_chair_again(const TbDocument *doc, const TbTitleParse *p)
{
	return p->role != NULL && p->end == p->first + 1 && !tb_title_is_plural(p) &&
		strcmp(tb_title_code(doc, p), "chair") == 0 &&
		(!tb_is_word(doc, p->end) || (tb_tok(doc, p->end)->flags & TB_TF_SENT) ||
		 tb_may_be(doc, p->end, TB_BIT(CUE) | TB_BIT(GIVEN))) &&
		tb_title_said_before(doc, "chair");
}

/* How far before «спикер» a briefing is sought, in tokens. */
#define BRIEFING 300

/* «… сообщил на брифинге в СЦК.  | Спикер отметил»: who speaks there, of no parliament? */
static bool
is_at_briefing(const TbDocument *doc, const TbTitleParse *p)
{
	if (p->role == NULL || p->end != p->first + 1 || tb_is_cap(doc, p->end) ||
		strcmp(tb_title_code(doc, p), "speaker") != 0 || tb_title_said_before(doc, "chair"))
		return false;
	for (uint32_t i = doc->bodies.n; i-- > 0 && i + MEMORY > doc->bodies.n;)
		if (doc->bodies.at[i].entry->sub == TB_BT_parliament || doc->bodies.at[i].entry->sub == TB_BT_chamber)
			return false;
	for (uint32_t i = p->first; i > 0 && i + BRIEFING > p->first; i--)
		if (tb_word_is(doc, i - 1, TB_WORD, "briefing"))
			return true;
	return false;
}

/* Roles that mean nobody in politics when they stand alone. */
static bool
is_bare_nobody(const TbDocument *doc, const TbTitleParse *p)
{
	if (is_of_something(doc, p) || tb_title_is_member_state(doc, p))
		return true;
	/* «лидер группы» sings or runs */
	if (p->role != NULL && p->institution && p->tail_end == p->tail_first + 1 &&
		strcmp(tb_string(doc, p->role->code), "party-leader") == 0)
		return true;
	if (is_chair_again(doc, p))
		return false;
	if (is_at_briefing(doc, p))
		return true;
	if (p->role == NULL || p->nbodies > 0 || p->domain != NULL || p->deputy ||
		p->place != TB_NONE || p->noun != NULL || p->chamber != TB_CHAMBER_NONE ||
		p->tail_end > 0)
		return false;
	return tb_title_is_nobody_alone(doc, p);
}

/* «пресс-служба акима» speaks for an office and is none. */
static bool
is_press_office(const TbDocument *doc, uint32_t i)
{
	static const char *const services[] = {
		"служба", "службы", "службе", "службу", "службой", "центр", "центра",
		"центре", "центром", NULL
	};

	return i >= 3 && tb_is_mark(&doc->text, i - 2, '-') &&
		tb_text_is(doc, i - 3, "пресс") && tb_ends_in_any(doc, i - 1, services);
}

/* Representatives of many are a group, not a title. */
static bool
is_group(const TbDocument *doc, const TbTitleParse *p)
{
	return p->role != NULL && p->gram != 0 && tb_gram_singular(p->gram) == 0 &&
		strcmp(tb_string(doc, p->role->code), "representative") == 0;
}

/* «кандидат в президенты», «пошла в депутаты»: what somebody would be. */
static bool
is_wish(const TbDocument *doc, uint32_t i, const TbTitleParse *p)
{
	return i > 0 && tb_title_is_plural(p) && (tb_gram_plural(p->gram) & TB_NOM) &&
		tb_text_is(doc, i - 1, "в");
}

/* Is a court just one of many: «районный суд»? */
static bool
is_common_court(const TbBody *body)
{
	return strcmp(body->office, "court/") == 0;
}

/*
 * of_their_bench: a bare «аудитор» is of the Счётная палата, a bare «судья» of
 * the court that the text has named last, of any where it speaks of one
 * («районный суд») alone or first, nobody elsewhere; false for those, and for
 * all others.
 */
static bool
lean_on_bench(const TbDocument *doc, TbTitleParse *p)
{
	bool		judge;
	bool		common = false;
	bool		speaks = false;

	if (p->role == NULL || p->role->sub != TB_ROLE_MEMBER || p->end != p->head_end ||
		p->nbodies > 0)
		return false;
	judge = strcmp(tb_title_code(doc, p), "judge") == 0;
	if (!judge && strcmp(tb_title_code(doc, p), "auditor") != 0)
		return false;
	for (uint32_t i = 0; judge && i < doc->bodies.n && i < MEMORY && !speaks; i++)
	{
		speaks = doc->bodies.at[i].entry->sub == TB_BT_court;
		common = speaks && is_common_court(&doc->bodies.at[i]);
	}
	for (uint32_t i = doc->bodies.n; !common && i-- > 0 && i + MEMORY > doc->bodies.n;)
	{
		const TbBody *body = &doc->bodies.at[i];

		if (judge ? body->entry->sub != TB_BT_court : strcmp(body->office, "audit-chamber/") != 0)
			continue;
		speaks = true;
		if (is_common_court(body))
			continue;
		p->body[p->nbodies++] = body->entry;
		break;
	}
	return speaks;
}

/*
 * its_chair: «Собрался маслихат. Вёл сессию его председатель Серик Беков»: a
 * bare chair is of the body that was named last, in this sentence or the one
 * before, which «его» stands for; «председатель Серик Беков» alone may chair a farm.
 */
static bool
lean_on_its_body(const TbDocument *doc, TbTitleParse *p)
{
	const TbBody *body = doc->bodies.n == 0 ? NULL : &doc->bodies.at[doc->bodies.n - 1];
	uint32_t	start;

	if (body == NULL || p->role == NULL || p->end != p->head_end || p->nbodies > 0 ||
		tb_title_is_plural(p) || strcmp(tb_title_code(doc, p), "chair") != 0 ||
		p->first == 0 || !tb_may_be(doc, p->first - 1, TB_BIT(PRON)) ||
		!tb_may_be(doc, p->end, TB_BIT(GIVEN)) ||
		strcmp(tb_string(doc, body->entry->extra), "chair") != 0)
		return false;
	start = tb_sentence_start(&doc->text, p->first);
	if (body->first < (start == 0 ? 0 : tb_sentence_start(&doc->text, start - 1)))
		return false;
	p->body[p->nbodies++] = body->entry;
	return true;
}

TbStatus
tb_title_find(TbDocument *doc)
{
	uint32_t	end = doc->text.ntok;
	uint32_t	place = 0;
	uint32_t	i = 0;

	while ((i = tb_next_of(doc, i, end, TITLE_BITS | TB_BIT(BODY))) < end)
	{
		TbTitleParse p;
		uint32_t	next = i + 1;
		TbMatch		body;

		/* «Нур-Султан» holds no sultan */
		while (place < doc->places.n && doc->places.at[place].end <= i)
			place++;
		if (place < doc->places.n && doc->places.at[place].first <= i &&
			doc->places.at[place].kind == TB_PK_NAME)
		{
			i = doc->places.at[place].end;
			continue;
		}

		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		/* «После» bends from «посол» too */
		if (tb_may_be(doc, i, TITLE_BITS) && !tb_may_be(doc, i, TB_BIT(PREP)) &&
			tb_title_parse(doc, i, 0, &p))
		{
			uint32_t	skip = longer_body(doc, i, &p);

			bool		on_bench = lean_on_bench(doc, &p) || lean_on_its_body(doc, &p);

			if (skip > i)
				next = skip;
			else if (!is_wish(doc, i, &p) && (on_bench || !is_bare_nobody(doc, &p)) && !is_group(doc, &p) &&
					 !is_press_office(doc, i))
			{
				TB_TRY(tb_title_add(doc, &p, p.role ? "composed_title" : "office_phrase"));
				TB_TRY(tb_title_name_bodies(doc, i + 1, p.end));
				next = p.end;
			}
		}
		else if (tb_may_be(doc, i, TB_BIT(BODY)) &&
				 tb_title_longest_match(doc, i, TB_BIT(BODY), &body))
		{
			TB_TRY(tb_title_name_bodies(doc, i, body.end));
			next = body.end;
		}
		i = next;
	}
	tb_title_lean_forward(doc);
	return TB_OK;
}
