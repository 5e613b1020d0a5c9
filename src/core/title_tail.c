/*
 * title_tail.c
 *	  Words behind a title's head that are kept as they are written: subjects
 *	  («по аграрным вопросам»), domains of ministers («природных ресурсов»),
 *	  names in quotation marks, parties.
 */
#include "core/title_internal.h"

/* Longest tail «по …» in words. */
#define MAX_TAIL 14

/* How far behind a comma the «и» of a list is sought, and the words of one member. */
#define MAX_LIST 12
#define MAX_LIST_WORDS 3

/* Is the word one that a tail «по …» goes on through? */
static bool
is_tail_word(const TbDocument *doc, uint32_t i)
{
	static const char *const verbs[] = {"ла", "ло", "ли", NULL};
	static const char *const endings[] = {
		"ой", "ей", "ам", "ям", "ым", "им", "ому", "ему", "ами", "ых", "их",
		"ию", "ью", "у", "ю", "е", "и", "ого", "его", "а", "я", "ов", "ев", "ы", "ий"
	};
	const TbReading *noun = tb_word_reading(doc, i, TB_COMMON, "noun");
	TbMatch		match;

	if (!tb_is_word(doc, i) || tb_may_be(doc, i, TB_BIT(CUE)))
		return false;
	if (tb_word_is(doc, i, TB_WORD, "and"))
		return true;
	if (tb_is_mark(&doc->text, i + 1, '-') && (tb_tok(doc, i + 1)->flags & TB_TF_GLUED) &&
		!(tb_tok(doc, i)->flags & TB_TF_CAP))
		return true;			/* аграрно-продовольственной */
	if ((tb_tok(doc, i)->flags & TB_TF_CAP) &&
		!(tb_tok(doc, i)->flags & TB_TF_CAPS))
		return false;
	if (tb_tok(doc, i)->flags & TB_TF_CAPS)	/* по вопросам СНГ; not РК */
		return !tb_may_be(doc, i, TB_BIT(PLACE));
	if (tb_may_be(doc, i, TB_BIT(PREP)))
		return tb_text_is(doc, i, "с");
	/* «чрезвычайным ситуациям», though an envoy is «чрезвычайный» */
	if (tb_title_longest_match(doc, i, HEAD_BITS, &match) ||
		(tb_may_be(doc, i, TB_BIT(COMMON)) && !tb_word_is(doc, i, TB_COMMON, "noun") &&
		 !tb_word_is(doc, i, TB_COMMON, "adj")))
		return false;
	/* «секретарь суда | записала» */
	if (tb_ends_in_any(doc, i, verbs) && !tb_may_be(doc, i, TB_BIT(COMMON)))
		return false;
	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
		if (tb_ends_in(doc, i, endings[e]))
			return true;
	/* «дорог», «ремёсел» */
	return noun != NULL && (tb_gram_cases(noun->gram) & TB_GEN);
}

/* Is the word at i a genitive without an ending, «дорог», or what only looks so, «прав»? */
static bool
has_zero_ending(const TbDocument *doc, uint32_t i)
{
	static const char *const vowels[] = {
		"а", "я", "ы", "и", "о", "е", "ё", "у", "ю", "й", "ь", "ов", "ев", "ых", "их", NULL
	};

	return tb_is_word(doc, i) && !tb_ends_in_any(doc, i, vowels);
}

/* May a member of a list behind «по» end with the word: a dative, unlike «эксперты»? */
static bool
may_end_dative(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {"у", "ю", "е", "и", "ам", "ям", "ой", "ей", NULL};

	return tb_ends_in_any(doc, i, endings);
}

/*
 * «развития | , инноваций и …», «делам | , обороне, внешней безопасности и
 * миграции»: does a list that «и» closes go on behind the comma?  by: in the
 * dative of «по».
 */
static bool
list_goes_on(const TbDocument *doc, uint32_t comma, bool by)
{
	uint32_t	words = 0;

	for (uint32_t i = comma + 1; i < comma + MAX_LIST; i++)
	{
		bool		and = tb_word_is(doc, i, TB_WORD, "and");

		if (words > 0 && (and || tb_is_mark(&doc->text, i, ',')))
		{
			if (by && !may_end_dative(doc, i - 1))
				return false;
			if (and)
				return is_tail_word(doc, i + 1) && !(by && tb_ends_in(doc, i + 1, "ы"));
			words = 0;
		}
		else if (words++ == MAX_LIST_WORDS || and || !is_tail_word(doc, i) ||
				 (tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_PARA)))
			return false;
	}
	return false;
}

/*
 * Words of a subject, «по аграрным вопросам, природопользованию и развитию
 * сельских территорий»: ends before a capital, a verb, a mark that joins
 * nothing.
 */
uint32_t
tb_title_take_tail(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i;
	bool		with = false;
	bool		by = i > 0 && tb_word_is(doc, i - 1, TB_WORD, "by");

	for (uint32_t at = i; at < i + MAX_TAIL; at++)
	{
		/* «по взаимодействию с маслихатами | и …» */
		with = with || tb_text_is(doc, at, "с");
		if (with && tb_word_is(doc, at, TB_WORD, "and"))
			break;
		if (tb_is_mark(&doc->text, at, '-') && (tb_tok(doc, at)->flags & TB_TF_GLUED))
			continue;
		if (tb_is_mark(&doc->text, at, ',') && list_goes_on(doc, at, by))
			continue;
		if ((tb_tok(doc, at)->flags & (TB_TF_PARA | TB_TF_SENT)) || !is_tail_word(doc, at))
			break;
		if (!tb_word_is(doc, at, TB_WORD, "and"))
			end = at + 1;
	}
	return end;
}

/* «по» + subject behind a committee or council. */
uint32_t
tb_title_take_subject(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end;

	if (!tb_word_is(doc, i, TB_WORD, "by"))
		return i;
	end = tb_title_take_tail(doc, i + 1);
	if (end == i + 1)
		return i;
	p->tail_first = i;
	p->tail_end = end;
	return end;
}

/*
 * matter: «советник Президента | по экологии», «заместитель акима … | по
 * вопросам строительства», «спецпосланник ООН | по Сирии».  Not: «советник по
 * итогам встречи».
 */
uint32_t
tb_title_take_matter(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	end;
	uint32_t	place;

	if (!tb_word_is(doc, i, TB_WORD, "by") ||
		(tb_word_is(doc, i + 1, TB_WORD, "by-way") && !tb_text_is(doc, i + 1, "вопросам")) ||
		(p->tail_end > 0 && p->tail_end != i) || !tb_title_has_matter(doc, p))
		return i;
	place = tb_title_place_at(doc, i + 1);
	end = place != TB_NONE ? doc->places.at[place].end : tb_title_take_tail(doc, i + 1);
	if (end == i + 1)
		return i;
	p->tail_first = p->tail_end == i && p->tail_end > 0 ? p->tail_first : i;
	p->tail_end = end;
	return end;
}

/* «задали министру | вопросы», «министр | телеканалу NTV»: a form that is no genitive. */
static bool
is_no_genitive(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {"у", "ю", "ам", "ям", "ами", "ями", "ым", "им", NULL};
	const TbReading *noun = tb_word_reading(doc, i, TB_COMMON, "noun");

	if (tb_ends_in_any(doc, i, endings))
		return true;
	return noun != NULL && tb_gram_cases(noun->gram) != 0 &&
		!(tb_gram_cases(noun->gram) & TB_GEN);
}

/* «внутренних дел», known; «природных ресурсов», as it is written. */
uint32_t
tb_title_take_domain(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	TbMatch		match;
	uint32_t	by = tb_word_is(doc, i, TB_WORD, "by");
	uint32_t	end = !by && is_no_genitive(doc, i) ? i : tb_title_take_tail(doc, i + by);

	/* «министр прав лишь отчасти»: a word without an ending is a domain among others */
	if (!by && end == i + 1 && has_zero_ending(doc, i) && !tb_is_cap(doc, end))
		end = i;
	/* «министр строительства | региона»; not «… иркутской области», typed small */
	if (end > i + by + 1 && !tb_may_be(doc, end - 2, TB_BIT(PLACE) | TB_BIT(PLACE_ADJ)) &&
		(tb_word_is(doc, end - 1, TB_WORD, "region-noun") ||
		 tb_word_is(doc, end - 1, TB_WORD, "country-noun")))
		end--;
	if (tb_title_longest_match(doc, i, TB_BIT(DOMAIN), &match))
	{
		const TbReading *r = tb_title_best_reading(doc, &match, i, TB_DOMAIN);

		/* «министр иностранных дел | и международного сотрудничества» */
		if (r != NULL && tb_gram_singular(p->head_gram) != 0 &&
			tb_word_is(doc, match.end, TB_WORD, "and") && !tb_is_cap(doc, match.end + 1) &&
			end <= match.end + 1)
			end = tb_title_take_tail(doc, match.end + 1) > match.end + 1 &&
				tb_title_ends_in_genitive(doc, match.end + 1) ?
				tb_title_take_tail(doc, match.end + 1) : end;
		/* «министры обороны | и внутренних дел» */
		if (r != NULL && tb_gram_singular(p->head_gram) == 0 &&
			tb_word_is(doc, match.end, TB_WORD, "and") &&
			tb_title_longest_match(doc, match.end + 1, TB_BIT(DOMAIN), &match))
		{
			p->tail_first = i;
			p->tail_end = match.end;
			return match.end;
		}
		if (r != NULL && match.end >= end)
		{
			p->domain = tb_entry(doc, r);
			p->tail_first = i;
			p->tail_end = match.end;
			return match.end;
		}
		if (r != NULL && end <= i)
			end = match.end;
	}
	/* «министр по торговле ЕЭК Андрей …», «… по делам Европы»; not «министр по итогам года» */
	if (end > i + 1 && tb_word_is(doc, i, TB_WORD, "by") &&
		((tb_is_cap(doc, end) && !(tb_tok(doc, end)->flags & (TB_TF_SENT | TB_TF_PARA)) &&
		  !tb_word_is(doc, i + 1, TB_WORD, "by-way")) || tb_text_is(doc, i + 1, "делам") ||
		 tb_text_is(doc, i + 1, "связям") || tb_text_is(doc, i + 1, "вопросам")))
	{
		p->tail_first = i;
		p->tail_end = end;
		return end;
	}
	if (end > i && !tb_may_be(doc, i, TB_BIT(PREP) | TB_BIT(CUE)))
	{
		p->tail_first = i;
		p->tail_end = end;
		return end;
	}
	return i;
}

/* Is the token the mark «, or »? */
static bool
is_guillemet(const TbDocument *doc, uint32_t i, uint32_t mark)
{
	return i < doc->text.ntok && tb_tok(doc, i)->kind == TB_MARK && tb_tok(doc, i)->value == mark;
}

/*
 * Behind a short name in quotation marks that opens at i; else i.  «НК
 * «Қазақстан темір жолы»» holds another; «НК «Қазақстан темір жолы» shares
 * its last mark.
 */
uint32_t
tb_title_quoted_end(const TbDocument *doc, uint32_t i)
{
	bool		inner = false;

	if (tb_tok(doc, i)->kind != TB_MARK || !tb_is_quote_mark(tb_tok(doc, i)->value))
		return i;
	for (uint32_t to = i + 1; to < i + 10 && to < doc->text.ntok; to++)
	{
		if (is_guillemet(doc, i, 0xAB) && is_guillemet(doc, to, 0xAB))
			inner = true;
		else if (tb_tok(doc, to)->kind == TB_MARK && tb_is_quote_mark(tb_tok(doc, to)->value))
			return to + 1 + (inner && is_guillemet(doc, to + 1, 0xBB));
	}
	return i;
}

/* «партии «Amanat»» behind a leader; the deputy's party stays outside. */
uint32_t
tb_title_take_party(const TbDocument *doc, TbTitleParse *p, uint32_t i)
{
	uint32_t	at = i;

	if (tb_title_is_deputy_role(doc, p))
		return i;
	if (tb_word_is(doc, at, TB_WORD, "party-noun") && p->role != NULL)
		at++;
	/* «фракции | партии «Amanat»» */
	if (at == i && tb_word_is(doc, i - 1, TB_WORD, "party-noun") &&
		tb_word_is(doc, i, TB_WORD, "party-noun"))
		at++;
	if (at > i || tb_word_is(doc, i - 1, TB_WORD, "party-noun"))
		at = tb_title_quoted_end(doc, at);
	if (at > i)
	{
		p->tail_first = i;
		p->tail_end = at;
	}
	return at;
}
