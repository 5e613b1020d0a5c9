/*
 * title_place.c
 *	  The jurisdiction behind a title's head: «Атырауской области», «СКО, ЗКО и
 *	  Актюбинской области», «страны», «от Оренбургской области», «в Казахстане».
 */
#include "core/title_internal.h"

/* The place mention that begins at token i and may follow a head, or NONE. */
uint32_t
tb_title_place_at(const TbDocument *doc, uint32_t i)
{
	uint32_t	low = tb_place_from(doc, i);

	/* a headline without a full stop: «Визит министра | АСТАНА, 5 мая» */
	if (tb_tok(doc, i)->flags & TB_TF_PARA)
		return TB_NONE;
	if (low < doc->places.n && doc->places.at[low].first == i &&
		doc->places.at[low].kind == TB_PK_NAME)
		return low;
	/* «хоким города | Самарканда», «глава Республики | Татарстан»: the head took the marker */
	if (low > 0 && doc->places.at[low - 1].end > i &&
		(strcmp(doc->places.at[low - 1].rule, "marker_before") == 0 ||
		 tb_word_is(doc, doc->places.at[low - 1].first, TB_MARKER, NULL)))
		return low - 1;
	return TB_NONE;
}

/* May a place mention stand in the genitive? */
static bool
place_is_genitive(const TbDocument *doc, uint32_t place)
{
	const TbPlace *p = &doc->places.at[place];

	if (p->entry == TB_NONE || strcmp(p->rule, "marker_before") == 0 ||
		tb_gram_cases(p->gram) == 0)
		return true;
	return (tb_gram_cases(p->gram) & TB_GEN) != 0;
}

/*
 * Further places of a list: «СКО, ЗКО и Актюбинской области», with a marker
 * before all of them («городов Темиртау и Балхаш»: named) in any case.
 */
uint32_t
tb_title_take_place_list(const TbDocument *doc, uint32_t i, bool named)
{
	for (;;)
	{
		uint32_t	at = i;
		uint32_t	place;

		if (!tb_is_mark(&doc->text, at, ',') && !tb_word_is(doc, at, TB_WORD, "and"))
			return i;
		place = tb_title_place_at(doc, at + 1);
		if (place == TB_NONE || !(named || place_is_genitive(doc, place)))
			return i;
		i = doc->places.at[place].end;
	}
}

/* «Алатауского района | города Алматы», «… района | Акмолинской области». */
static bool
lies_in(const TbDocument *doc, uint32_t inner, uint32_t outer)
{
	uint8_t		in = doc->places.at[inner].type;
	uint8_t		out = doc->places.at[outer].type;

	return (in == TB_PT_district || in == TB_PT_okrug || in == TB_PT_settlement) &&
		(out == TB_PT_city || out == TB_PT_region || (out == TB_PT_district && in != out));
}

/* «глава городского округа | Балашиха»: names behind such words need not bend. */
static bool
leads_named_unit(const TbDocument *doc, const TbTitleParse *p)
{
	return p->role != NULL && p->tail_end == 0 && p->nbodies == 0 && p->place == TB_NONE &&
		strncmp(tb_string(doc, p->role->code), "head-of-", 8) == 0;
}

/* A place, what it lies in, or a country behind it; the end of what was taken. */
uint32_t
tb_title_take_places(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	place = tb_title_place_at(doc, i);
	bool		plural = tb_gram_singular(p->head_gram) == 0;

	if (place == TB_NONE ||
		!(place_is_genitive(doc, place) || leads_named_unit(doc, p)))
		return i;
	if (doc->places.at[place].type == TB_PT_country && p->place != TB_NONE)
		p->country_place = place;
	else if (p->place == TB_NONE)
		p->place = place;
	else if (!lies_in(doc, p->place, place))
		return i;
	i = doc->places.at[place].end;
	return plural ? tb_title_take_place_list(doc, i, strcmp(doc->places.at[place].rule,
													"marker_before") == 0)
		: tb_title_take_places(doc, p, i);
}

/* «страны», «региона», «областей, городов республиканского значения и столицы». */
uint32_t
tb_title_take_nouns(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	static const char *const keys[] = {
		"country-noun", "region-noun", "city-noun", "district-noun",
		"village-noun", "capital-noun", "agency-noun"
	};
	const TbReading *r = NULL;
	uint32_t	end = i;

	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys) && r == NULL; k++)
	{
		r = tb_phrase_reading(doc, i, TB_WORD, keys[k], &end);
		if (r != NULL && !tb_title_is_genitive(r))
			r = NULL;
		if (r != NULL && p->noun == NULL)
		{
			p->noun = keys[k];
			p->noun_first = i;
			p->noun_end = end;
		}
	}
	if (r == NULL)
		return i;
	(void) tb_phrase_reading(doc, end, TB_WORD, "significance", &end);
	if (tb_gram_singular(r->gram) & TB_GEN)
		return end;
	/* «главы | муниципалитетов» are many; «министр регионов» is one */
	if ((tb_gram_plural(p->gram) & TB_NOM) && !(tb_gram_singular(p->gram) & TB_NOM))
		p->gram &= (TbGram) ~TB_ALL_CASES;
	for (uint32_t at = end; at < end + 2; at++)
		if (tb_is_mark(&doc->text, at, ',') || tb_word_is(doc, at, TB_WORD, "and"))
		{
			uint32_t	next = tb_title_take_nouns(doc, p, at + 1);

			return next == at + 1 ? end : next;
		}
	return end;
}

/* Add [i, end) to the words that are kept as they are written. */
static uint32_t
extend_tail(TbTitleParse *p, uint32_t i, uint32_t end)
{
	/* «Главного управления МЧС | России | по Омской области» is one */
	if (p->tail_end == 0 || (p->tail_end != i && !p->institution))
		p->tail_first = i;
	p->tail_end = end;
	return end;
}

/* «по Омской области» behind an office of a ministry: it is that region's. */
static uint32_t
extend_by_place(TbTitleParse *p, uint32_t i, uint32_t end, uint32_t place)
{
	if (p->place != TB_NONE && p->country_place == TB_NONE)
		p->country_place = p->place;
	p->place = place;
	return extend_tail(p, i, end);
}

/* «при ООН», «в Жогорку Кенеше»: the body that an envoy is sent to; its end, or i. */
static uint32_t
sent_to_body(const TbDocument *doc, uint32_t i)
{
	TbMatch		match;

	if ((tb_text_is(doc, i, "при") || tb_text_is(doc, i, "в")) &&
		tb_title_longest_match(doc, i + 1, TB_BIT(BODY), &match))
		return match.end;
	return i;
}

/*
 * «от Оренбургской области» behind a member, «в Казахстане» behind an envoy,
 * «по Гродненской области» behind an inspector.
 */
uint32_t
tb_title_take_represented(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	const char *code;
	bool		member;
	bool		envoy;
	bool		in;
	uint32_t	place;

	if (!tb_may_be(doc, i, TB_BIT(PREP)))
		return i;
	code = tb_title_code(doc, p);
	member = p->role ? p->role->sub == TB_ROLE_MEMBER
		: strstr(code, "deputy") != NULL || strstr(code, "senator") != NULL;
	envoy = tb_title_is_envoy(doc, p);
	in = tb_text_is(doc, i, "в") || tb_text_is(doc, i, "во") ||
		(envoy && tb_text_is(doc, i, "на"));
	place = tb_title_place_at(doc, i + 1);
	if (envoy && sent_to_body(doc, i) > i)
		return extend_tail(p, i, sent_to_body(doc, i));
	if (place == TB_NONE)
		return i;
	if (in && strstr(code, "ombudsman") != NULL && doc->places.at[place].type == TB_PT_country)
	{
		p->country_place = place;
		return doc->places.at[place].end;
	}
	if (in && strstr(code, "ombudsman") != NULL && doc->places.at[place].type == TB_PT_region)
		return extend_by_place(p, i, doc->places.at[place].end, place);
	if (tb_word_is(doc, i, TB_WORD, "by"))
	{
		/* «начальник ГУ МВД по Москве», «… Главного управления МЧС России по …» */
		if (p->institution || (p->nbodies > 0 && (p->body[0]->flags & TB_EF_LOCAL)))
			return extend_by_place(p, i, doc->places.at[place].end, place);
		if (strcmp(code, "inspector") == 0 || envoy)
			return extend_tail(p, i, doc->places.at[place].end);
	}
	if (member && tb_word_is(doc, i, TB_WORD, "from"))
		return doc->places.at[place].end;
	if (in && (envoy || (p->institution && doc->places.at[place].type == TB_PT_country &&
						 tb_word_is(doc, p->tail_first, TB_WORD, "mission"))))
		return extend_tail(p, i, doc->places.at[place].end);
	return i;
}
