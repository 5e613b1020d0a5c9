/*
 * actor_tail.c
 *	  What belongs to a noun that may speak: the words behind it.
 *
 *	пресс-служба | Мажилиса							a body or title in the genitive
 *	управление | по чрезвычайным ситуациям			datives behind «по»
 *	газета | «Сарыарка»								a short name in marks
 *	больница | Эразмус, агентство | ANP				a name that no list has
 *	источник | в правительстве						where somebody unnamed is
 *
 * Not: «в Минтруде | РИА Новости сказали» (whom it is told).
 */
#include "core/actor_internal.h"

/* Is the quotation at i short enough to be a name? */
static bool
is_quoted_name(const TbScan *scan, uint32_t i)
{
	const TbQuote *quote;

	if (i >= scan->doc->text.ntok || scan->opens[i] == 0)
		return false;
	quote = &scan->quotes.at[scan->opens[i] - 1];
	return quote->end > quote->first && quote->end - quote->first <= 6;
}

/* May the word at i go on a noun as its genitive? */
bool
tb_looks_genitive(const ActorFinder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;

	return tb_is_word(doc, i) && tb_tok(doc, i)->letters >= 4 &&
		!(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_NEWLINE)) &&
		!tb_may_be(doc, i, TB_BIT(CUE) | TB_BIT(PRON) | TB_BIT(DEICTIC) |
				   TB_BIT(MONTH) | TB_BIT(WEEKDAY)) &&
		tb_ends_as_genitive(doc, i) &&
		!tb_is_a(doc, i, TB_PREP) && !tb_is_a(doc, i, TB_CONJ) &&
		!tb_word_is(doc, i, TB_WORD, "adverb") && !tb_looks_finite(f->scan, i) &&
		!tb_looks_gerund(doc, i) && !tb_looks_infinitive(doc, i);
}

/* «(пресс-служба) Мажилиса»: a body in the genitive at i, up to *end? */
static bool
org_in_genitive(const ActorFinder *f, uint32_t i, uint32_t *end)
{
	const TbReading *r = tb_phrase_reading(f->doc, i, TB_BODY, NULL, end);

	if (r == NULL)
		r = tb_phrase_reading(f->doc, i, TB_ORGWORD, NULL, end);
	/* «В Минтруде РИА Новости сказали» */
	if (r != NULL && tb_reading_class(r) == TB_ORGWORD &&
		tb_entry(f->doc, r)->value == ORG_MEDIA)
		return false;
	return r != NULL && (tb_known_gram(r->gram) & TB_GEN) &&
		(!(r->flags & TB_RF_CAPS) || (tb_tok(f->doc, i)->flags & TB_TF_CAPS));
}

static bool
is_role_in_genitive(const TbDocument *doc, uint32_t i)
{
	const TbReading *r = tb_word_reading(doc, i, TB_ROLE, NULL);

	return r != NULL && (r->gram & TB_GEN) && !(tb_tok(doc, i)->flags & TB_TF_SENT);
}

/* «агентство ANP», «больница Эразмус»: a name that no list knows at i? */
static bool
is_bare_name(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tok->kind == TB_WORD_TOKEN && (tok->flags & TB_TF_CAP) && tok->letters > 1 &&
		!(tok->flags & TB_TF_NEWLINE) && (tok->value == 0 || (tok->flags & (TB_TF_LATIN | TB_TF_CAPS)));
}

/* «(управление) по чрезвычайным ситуациям»: behind the datives at «по»; else i. */
static uint32_t
domain_end(const TbDocument *doc, uint32_t i)
{
	static const char *const endings[] = {
		"ым", "им", "ому", "ему", "ам", "ям", "ию", "тву", "ой", "ке", NULL
	};
	uint32_t	end = i + 1;

	while (end < i + 4 && tb_is_word(doc, end) && !tb_is_cap(doc, end) &&
		   tb_tok(doc, end)->letters > 4 && tb_ends_in_any(doc, end, endings) &&
		   !tb_may_be(doc, end, TB_BIT(CUE)))
		end++;
	return end > i + 1 ? end : i;
}

/* The token behind a word and what hyphens glue to it: Hewlett-Packard. */
static uint32_t
behind_glued(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end < i + 7 && end + 1 < doc->text.ntok && tb_tok(doc, end)->kind == TB_MARK &&
		   (tb_tok(doc, end)->flags & TB_TF_GLUED))
		end += 2;
	return end;
}

/* «Центра прогрессивных | реформ»: a genitive that has no ending behind its adjective. */
static bool
is_many_without_ending(const ActorFinder *f, uint32_t i)
{
	static const char *const adjectives[] = {"ых", "их", NULL};
	static const char *const vowels[] = {"а", "я", "о", "е", "ё", "и", "ы", "у", "ю", "э", "й", NULL};
	const TbDocument *doc = f->doc;

	return i > 0 && tb_is_word(doc, i) && !tb_is_cap(doc, i) && tb_tok(doc, i)->letters > 2 &&
		tb_looks_adjective(doc, i - 1) && tb_ends_in_any(doc, i - 1, adjectives) &&
		!tb_ends_in_any(doc, i, vowels) && !tb_looks_finite(f->scan, i) &&
		!tb_may_be(doc, i, TB_BIT(PREP) | TB_BIT(CONJ) | TB_BIT(CUE) | TB_BIT(PRON));
}

/* The end of what belongs to a noun that ends before token i. */
uint32_t
tb_tail_end(const ActorFinder *f, uint32_t i, bool org, bool unnamed)
{
	const TbDocument *doc = f->doc;
	uint32_t	limit = i + MAX_TAIL;

	while (i < limit && i < doc->text.ntok && !(tb_tok(doc, i)->flags & TB_TF_SENT))
	{
		const TbTitle *t = f->title_at[i] ? &doc->titles.at[f->title_at[i] - 1] : NULL;
		const TbPersonMention *m = f->mention_at[i] ?
			&doc->mentions.at[f->mention_at[i] - 1] : NULL;
		const TbPlace *p = f->place_at[i] ? &doc->places.at[f->place_at[i] - 1] : NULL;
		uint32_t	at;

		if (is_quoted_name(f->scan, i) && (org || !(tb_tok(doc, i)->flags & TB_TF_SENT)))
			i = tb_step(f->scan, i);
		else if (t != NULL && (tb_known_gram(t->gram) & (TB_GEN | TB_GEN << TB_PLURAL_SHIFT)))
			i = t->end;
		else if (m != NULL && (m->gram & TB_GEN) && !(m->gram & TB_NOM) && !f->oblique)
			i = m->end;
		else if (p != NULL && (tb_known_gram(p->gram) & (TB_GEN | TB_GEN << TB_PLURAL_SHIFT)))
			i = p->end;
		else if (unnamed && (tb_text_is(doc, i, "в") || tb_text_is(doc, i, "из") ||
							 tb_text_is(doc, i, "при")) &&
				 tb_may_be(doc, i + 1, TB_BIT(ORGWORD) | TB_BIT(BODY)))
			i += 2;
		else if (t == NULL && m == NULL && org_in_genitive(f, i, &at))
			i = at;
		else if (t == NULL && m == NULL && (tb_looks_genitive(f, i) || is_many_without_ending(f, i)))
			i++;
		/* «пресс-служба Президента» */
		else if (org && t == NULL && tb_may_be(doc, i, TB_BIT(ROLE)) && is_role_in_genitive(doc, i))
			i++;
		else if (org && t == NULL && m == NULL && p == NULL && is_bare_name(doc, i) &&
				 !tb_may_be(doc, i, TB_BIT(ORGWORD)))
			i = behind_glued(doc, i);
		else if (org && tb_text_is(doc, i, "по") && domain_end(doc, i) > i)
			i = domain_end(doc, i);
		else if (tb_text_is(doc, i, "и") && tb_looks_adjective(doc, i - 1) &&
				 tb_looks_adjective(doc, i + 1) && tb_looks_genitive(f, i + 1))
			i++;
		else
			break;
	}
	return i;
}
