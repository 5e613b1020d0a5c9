/*
 * label.c
 *	  Lines that name their speaker at the head or at the end.
 *
 *	headline	Иван Петров: дорога готова
 *				14:30 МИД: граница закрыта
 *				АКТАУ. Аким о дорогах: починим к лету
 *	last_name	Дорога готова к зиме — Минтранс
 *	transcript	АЙБЕКОВ: Доброе утро! | СЛУШАТЕЛЬ (г. Актау): Дороги плохие.
 *				АЙБЕКОВ Н.М. Уважаемые коллеги!
 *	answer		Вопрос: Что с рекой?¶Ответ: Она мелеет.
 *
 * A headline's words are the author's short form of what was said: a clause.
 * A transcript has three such paragraphs at least, and then its labels need
 * not be known names; what stands between two labels is the first one's.
 *
 * Not: «Фото: Иван Петров» (no speaker), «Аким области: 1. Петров» (a list),
 * «Новый аким области – Иван Петров» (who he is, not what he said).
 */
#include "core/statement_internal.h"

/* How many tokens from the start may hold the headline. */
#define HEADLINE_TOKENS 120

/* Longest label and longest line that ends with its speaker, in tokens. */
#define MAX_LABEL 24
#define MAX_BULLETS 16
#define MAX_LINE 50

/* How many labelled paragraphs make a transcript; paragraphs of one speech. */
#define TRANSCRIPT_LABELS 3
#define MAX_SPEECH 6

/* The head of a paragraph that says who speaks. */
typedef struct Label
{
	uint32_t	first,
				end;			/* the name */
	uint32_t	speech;			/* first token of the words */
	uint32_t	actor;			/* actors[], or TB_NONE */
	bool		marked;			/* a clock, a city, a bullet stands before it */
	bool		about;			/* «Аким о дорогах:» */
	bool		formal;			/* in capitals, or «Айбеков Н. М. Слова» */
	bool		stop;			/* no colon behind it */
} Label;

/* ----------------------------------------------------------------- labels */

/* Behind «АКТАУ.», «АКТАУ –»: a city in capitals that heads a flash; else i. */
static uint32_t
behind_city(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = i;

	while (end < i + 5 && (tb_tok(doc, end)->flags & (TB_TF_CAPS | TB_TF_GLUED)) &&
		   scan->opens[end] == 0)
		end++;
	if (end == i || (!tb_is_mark(&doc->text, end, '.') && !tb_is_spaced_dash(doc, end)) ||
		!(tb_may_be(doc, i, TB_BIT(PLACE)) || tb_word_is(doc, i, TB_ORGWORD, "media")) ||
		!(tb_tok(doc, end + 1)->flags & TB_TF_SPACE))
		return i;
	return end + 1;
}

/* Behind «Interfax-Kazakhstan —», «КазТАГ —», an agency that heads a line; else i. */
static uint32_t
behind_agency(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i;

	while (end < i + 5 && (tb_tok(doc, end)->flags & (TB_TF_LATIN | TB_TF_GLUED)))
		end++;
	if (end == i && tb_word_is(doc, i, TB_ORGWORD, "media"))
		end++;
	return end > i && tb_is_spaced_dash(doc, end) && tb_is_cap(doc, end + 1) &&
		!(tb_tok(doc, end + 1)->flags & TB_TF_LATIN) ? end + 1 : i;
}

/* Behind bullets, emoji and the like at i. */
static uint32_t
behind_marks(const TbScan *scan, uint32_t i, uint32_t end)
{
	for (int n = 0; n < MAX_BULLETS && i < end && tb_tok(scan->doc, i)->kind == TB_MARK &&
		 scan->opens[i] == 0; n++)
		i++;
	return i;
}

/*
 * Behind what stands before a line's own words: bullets, emoji, «14:30»,
 * «АКТАУ.», «Interfax —».  Opening quotation marks are words.
 */
uint32_t
tb_behind_prefix(const TbScan *scan, uint32_t i, uint32_t end)
{
	const TbDocument *doc = scan->doc;

	i = behind_marks(scan, i, end);
	if (i + 2 < end && tb_tok(doc, i)->kind == TB_NUMBER && tb_tok(doc, i)->value < 100 &&
		(tb_is_mark(&doc->text, i + 1, '.') || tb_is_mark(&doc->text, i + 1, ')')) &&
		(tb_tok(doc, i + 2)->flags & TB_TF_SPACE) && tb_is_word(doc, i + 2))
		i += 2;
	if (i + 2 < end && tb_tok(doc, i)->kind == TB_NUMBER && tb_is_mark(&doc->text, i + 1, ':') &&
		tb_tok(doc, i + 2)->kind == TB_NUMBER && !(tb_tok(doc, i + 2)->flags & TB_TF_SPACE))
		i = behind_marks(scan, i + 3, end);
	return i < end ? behind_agency(doc, behind_city(scan, behind_city(scan, i))) : i;
}

/* Behind «(г. Актау)», or i. */
static uint32_t
behind_brackets(const TbDocument *doc, uint32_t i)
{
	if (!tb_is_mark(&doc->text, i, '('))
		return i;
	for (uint32_t j = i + 1; j < i + MAX_LABEL; j++)
		if (tb_is_mark(&doc->text, j, ')'))
			return j + 1;
	return i;
}

/* Behind «о шашлыках на озере», up to the colon; or i. */
uint32_t
tb_behind_topic(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	if (!tb_text_is(doc, i, "о") && !tb_text_is(doc, i, "об") && !tb_text_is(doc, i, "про"))
		return i;
	for (uint32_t j = i + 1; j < i + MAX_LABEL && j < doc->text.ntok; j = tb_step(scan, j))
	{
		if (tb_is_mark(&doc->text, j, ':'))
			return j;
		if (tb_tok(doc, j)->flags & TB_TF_SENT || tb_is_mark(&doc->text, j, ',') ||
			tb_looks_finite(scan, j))
			break;
	}
	return i;
}

/* Behind «Н. М.» at i, or i. */
static uint32_t
behind_initials(const TbDocument *doc, uint32_t i)
{
	for (int n = 0; n < 2 && (tb_tok(doc, i)->flags & TB_TF_LETTER) && tb_is_cap(doc, i) &&
		 tb_is_mark(&doc->text, i + 1, '.'); n++)
		i += 2;
	return i;
}

/* Behind a name in capitals from i on, or one that initials end; else i. */
static uint32_t
behind_form(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = i;

	while (end < i + 8 && scan->opens[end] == 0 && !(tb_tok(doc, end)->flags & TB_TF_LATIN) &&
		   (tb_tok(doc, end)->flags & (TB_TF_CAPS | TB_TF_GLUED)))
		end++;
	if (end > i)
		return behind_initials(doc, end);
	if (!tb_is_cap(doc, i) || tb_tok(doc, i)->letters < 2)
		return i;
	end = behind_initials(doc, i + 1);
	return end > i + 1 ? end : i;
}

/* Does «Айбеков Н. М.», a name that initials end, stand in [first, end)? */
static bool
ends_in_initials(const TbDocument *doc, uint32_t first, uint32_t end)
{
	return end > first + 2 && tb_is_mark(&doc->text, end - 1, '.') &&
		(tb_tok(doc, end - 2)->flags & TB_TF_LETTER) && tb_tok(doc, first)->letters > 1;
}

/*
 * Where the words begin in «Айбеков Н. М. Коллеги, …», «Айбеков Н. М.,
 * председатель комитета. Коллеги, …», «Председательствующий. Коллеги, …»: no
 * colon, the name ends at i.  TB_NONE: they do not.
 */
static uint32_t
behind_stop(const TbScan *scan, uint32_t first, uint32_t i)
{
	const TbDocument *doc = scan->doc;

	if (ends_in_initials(doc, first, i))
	{
		if (tb_is_cap(doc, i))
			return i;
		if (!tb_is_mark(&doc->text, i, ','))
			return TB_NONE;
		for (uint32_t j = i + 1; j < i + MAX_LABEL && !tb_looks_finite(scan, j); j++)
			if (tb_tok(doc, j)->flags & TB_TF_SENT)
				return j;
		return TB_NONE;
	}
	return tb_is_mark(&doc->text, i, '.') && i == first + 1 && scan->actor_at[first] != 0 &&
		(tb_tok(doc, i + 1)->flags & TB_TF_SENT) ? i + 1 : TB_NONE;
}

/* Is a label that of nobody: «Вопрос», «Корр.», «Реплика»? */
static bool
is_asking(const TbDocument *doc, uint32_t i)
{
	return tb_word_is(doc, i, TB_WORD, "asking");
}

/* «Вопрос:», «Голос с места:» at i? */
static bool
is_asking_label(const TbDocument *doc, uint32_t i)
{
	if (!is_asking(doc, i))
		return false;
	for (uint32_t j = i + 1; j < i + 5; j++)
		if (tb_is_mark(&doc->text, j, ':'))
			return true;
	return false;
}

/* Does more than decoration («**Аким:** …») stand in [i, first)? */
static bool
is_marked(const TbDocument *doc, uint32_t i, uint32_t first)
{
	while (i < first && tb_is_decoration(doc, i))
		i++;
	return i < first;
}

/* The label of the paragraph [i, end); false: it has none. */
static bool
label_of(const TbScan *scan, uint32_t i, uint32_t end, Label *l)
{
	const TbDocument *doc = scan->doc;
	uint32_t	at;

	*l = (Label)
	{
		.first = tb_behind_prefix(scan, i, end),.actor = TB_NONE
	};
	if (l->first >= end || scan->opens[l->first] != 0)
		return false;
	l->marked = is_marked(doc, i, l->first);
	l->end = behind_form(scan, l->first);
	l->formal = l->end > l->first;
	if (scan->actor_at[l->first] != 0)
	{
		const TbActor *actor = &scan->actors.at[scan->actor_at[l->first] - 1];

		if (actor->first != l->first || actor->kind == TB_AK_PRONOUN ||
			actor->document || !(tb_gram_cases(actor->gram) & TB_NOM))
			return false;
		/* «КИМ Л.П. У меня …»: initials end a name */
		if (l->formal && ends_in_initials(doc, l->first, l->end) && actor->end > l->end)
			l->actor = TB_NONE;
		else
		{
			l->actor = scan->actor_at[l->first] - 1;
			l->formal = l->formal && l->end == actor->end;
			l->end = actor->end;
		}
	}
	if (l->end == l->first)
		return false;
	at = behind_brackets(doc, l->end);
	if (tb_is_spaced_dash(doc, at) && tb_behind_topic(scan, at + 1) > at + 1)
		at++;
	at = tb_behind_topic(scan, at);
	l->about = at > l->end && !tb_is_mark(&doc->text, at - 1, ')');
	if (tb_is_mark(&doc->text, at, ':'))
		l->speech = at + 1;
	else
	{
		l->speech = at == l->end && !l->marked ? behind_stop(scan, l->first, at) : TB_NONE;
		l->stop = true;
		l->formal = l->formal || ends_in_initials(doc, l->first, at);
	}
	return l->speech < end && tb_tok(doc, l->speech)->kind != TB_NUMBER;
}

/* Do the words [first, end) end as a sentence does, not as a headline? */
static bool
ends_sentence(const TbDocument *doc, uint32_t first, uint32_t end)
{
	while (end > first && (tb_is_decoration(doc, end - 1) || tb_is_mark(&doc->text, end - 1, ')')))
		end--;
	return end > first &&
		(tb_is_mark(&doc->text, end - 1, '.') || tb_is_mark(&doc->text, end - 1, '?') ||
		 tb_is_mark(&doc->text, end - 1, '!') || tb_is_mark(&doc->text, end - 1, 0x2026));
}

/* Is the label of a turn: a formal one, or a person's before whole sentences? */
static bool
is_turn(const TbScan *scan, const Label *l, uint32_t end)
{
	const TbDocument *doc = scan->doc;

	return !l->marked && !l->about &&
		(l->formal || (l->actor != TB_NONE && scan->actors.at[l->actor].kind != TB_AK_ORG &&
					   scan->actors.at[l->actor].kind != TB_AK_GROUP &&
					   ends_sentence(doc, l->speech, end)));
}

/* Is the text a transcript: are three paragraphs turns of speech? */
bool
tb_is_transcript(const TbScan *scan)
{
	int			labels = 0;

	for (uint32_t p = 0; p < scan->paragraphs.n && labels < TRANSCRIPT_LABELS; p++)
	{
		Label		l;

		if (is_asking_label(scan->doc, tb_skip_decoration(scan->doc, scan->paragraphs.at[p])) ||
			(label_of(scan, scan->paragraphs.at[p], tb_next_paragraph(scan, p), &l) &&
			 is_turn(scan, &l, tb_next_paragraph(scan, p))))
			labels++;
	}
	return labels == TRANSCRIPT_LABELS;
}

/* ------------------------------------------------------------ transcripts */

/* Who a label names: an actor that is known, else its words. */
static void
set_label(TbScan *scan, TbDraft *draft, const Label *l)
{
	draft->anchor = l->first;
	if (l->actor != TB_NONE)
	{
		tb_draft_actor(scan, draft, l->actor);
		draft->actor.label = draft->actor.kind == TB_AK_DESCRIPTION;
		return;
	}
	draft->way = TB_SW_ACTOR;
	draft->actor = (TbActor)
	{
		.kind = TB_AK_DESCRIPTION,.first = l->first,.end = l->end,.head = l->first,
			.person = TB_NONE,.mention = TB_NONE,.title = TB_NONE,
			.entry = TB_NONE,.gram = TB_NOM,.unnamed = true,.label = true
	};
}

/* The end of a speech in a transcript: the next label, if it is not far. */
static uint32_t
speech_end(const TbScan *scan, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	uint32_t	next = end;

	for (int n = 0; n < MAX_SPEECH && next < doc->text.ntok; n++)
	{
		Label		l;

		if (label_of(scan, next, doc->text.ntok, &l) || is_asking_label(doc, next))
			return next;
		next = tb_paragraph_end(&doc->text, next);
	}
	return end;
}

/* Add speech without remarks in brackets: «Шучу. (Смех.) Так и есть.» */
static void
speech_without_remarks(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	uint32_t	start = first;

	for (uint32_t i = first; i < end; i++)
	{
		uint32_t	behind = i > start ? behind_brackets(doc, i) : i;

		if (behind == i || !(tb_tok(doc, i)->flags & TB_TF_SENT) || behind - i > 6)
			continue;
		tb_speech_piece(scan, draft, start, i);
		start = i = behind;
	}
	tb_speech_piece(scan, draft, start, end);
}

/* transcript: l labels the paragraph that ends before end. */
static void
transcript(TbScan *scan, const Label *l, uint32_t end)
{
	TbDraft    *draft;

	if (is_asking(scan->doc, l->first))
		return;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, "transcript");
	if (draft == NULL)
		return;
	set_label(scan, draft, l);
	draft->answer = true;
	/* «КЛИМОВА (смеётся):» has its statement */
	for (uint32_t i = l->end; i < l->speech; i++)
		scan->said[i] |= SAID_CUE;
	speech_without_remarks(scan, draft, l->speech, speech_end(scan, end));
}

/* answer: «Ответ: …», whoever is asked. */
static void
answer(TbScan *scan, uint32_t i, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	uint32_t	colon = tb_skip_decoration(doc, i) + 1;
	TbDraft    *draft;

	if (!tb_word_is(doc, colon - 1, TB_WORD, "answering") ||
		!tb_is_mark(&doc->text, colon, ':') || colon + 2 >= end)
		return;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, "answer");
	if (draft == NULL)
		return;
	draft->way = TB_SW_ELIDED;
	draft->anchor = i;
	draft->answer = true;
	tb_speech_piece(scan, draft, colon + 1, end);
}

/* -------------------------------------------------------------- headlines */

static bool
has_finite(const TbScan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end && i < first + 60; i++)
		if (tb_looks_finite(scan, i))
			return true;
	return false;
}

/* headline: the paragraph [i, end) has the label l. */
static void
headline(TbScan *scan, const Label *l, uint32_t i, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	const TbActor *actor = &scan->actors.at[l->actor];
	bool		clause = i < HEADLINE_TOKENS && (i == 0 ? !tb_is_mark(&doc->text, end - 1, '.') :
												 !ends_sentence(doc, l->speech, end));
	bool		marked = l->marked || l->about || actor->kind == TB_AK_ORG;
	TbDraft    *draft;

	if (l->speech + 1 >= end || scan->opens[tb_skip_decoration(doc, l->speech)])
		return;
	/* «Экономист Ким: почему падает рубль» tells of what, not what */
	if (clause && (tb_is_conj(doc, l->speech, "wh") || tb_is_conj(doc, l->speech, "kak")))
		return;
	/* «Сенат: на повестке – экология» says nothing of the Senate's */
	if (clause && actor->kind > TB_AK_PRONOUN && !has_finite(scan, l->speech, end))
		return;
	/* «🔹 Прокуратура района: браконьеров задержали.» */
	if ((!clause && actor->kind > TB_AK_TITLE &&
		 !(actor->kind == TB_AK_ORG && l->marked &&
		   tb_has_predicate(scan, l->speech, end))) ||
		!(tb_is_sentence_like(scan, l->speech, end) ||
		  (clause && end > l->speech + 3 &&
		   tb_tok(doc, tb_skip_decoration(doc, l->speech))->flags & TB_TF_CAPS)))
		return;
	/* a headline is all of it said, an item of a digest its first sentence */
	if (!clause && marked)
		end = tb_sentence(scan, l->end)->end;
	clause = clause || marked;
	draft = tb_draft_add(scan, clause ? TB_SK_INDIRECT : TB_SK_DIRECT,
						 clause ? TB_SF_CLAUSE : TB_SF_QUOTE, NULL, "headline");
	if (draft == NULL)
		return;
	tb_draft_actor(scan, draft, l->actor);
	draft->anchor = l->first;
	scan->said[l->first] |= SAID_CUE;
	if (clause)
		tb_set_clause(scan, draft, l->speech, end);
	else
		speech_without_remarks(scan, draft, l->speech, end);
	draft->answer = !clause;
}

/* The token behind a line's words, emoji and the like left out. */
static uint32_t
line_end(const TbScan *scan, uint32_t first, uint32_t end)
{
	while (end > first && tb_tok(scan->doc, end - 1)->kind == TB_MARK &&
		   !scan->closes[end - 1] && !tb_is_mark(&scan->doc->text, end - 1, '.') &&
		   !tb_is_mark(&scan->doc->text, end - 1, ')'))
		end--;
	return end;
}

/* A capitalised word of no list, that looks like no place: «— Песков»? */
static bool
is_unknown_surname(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tb_is_cap(doc, i) && tok->letters > 3 && (tok->flags & TB_TF_CYRILLIC) &&
		!(tok->flags & TB_TF_CAPS) && tok->value == 0;
}

/* May an actor stand at the end of a line as whose words it tells? */
static bool
may_end_line(const TbActor *actor, uint32_t end)
{
	return actor->end == end && actor->kind <= TB_AK_ORG && actor->kind != TB_AK_PRONOUN &&
		(tb_gram_cases(actor->gram) & TB_NOM);
}

/* last_name: «Дорога готова — Минтранс», a line without a full stop. */
static void
last_name(TbScan *scan, uint32_t i, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_behind_prefix(scan, i, end);
	Label		l;
	uint32_t	dash;
	TbDraft    *draft;

	end = line_end(scan, first, end);
	l = (Label)
	{
		.first = end > first ? end - 1 : first,.end = end,.actor = TB_NONE
	};
	if (end <= first + 4 || end > first + MAX_LINE || scan->opens[first] != 0)
		return;
	if (scan->actor_at[end - 1] != 0)
	{
		l.actor = scan->actor_at[end - 1] - 1;
		l.first = scan->actors.at[l.actor].first;
	}
	else if (!is_unknown_surname(doc, l.first))
		return;
	dash = l.first - 1;
	if (l.first <= first + 3 || !tb_is_spaced_dash(doc, dash) ||
		(l.actor != TB_NONE && !may_end_line(&scan->actors.at[l.actor], end)) ||
		scan->actor_at[dash - 1] != 0 || tb_sentence(scan, first)->end < end ||
		!has_finite(scan, first, dash))
		return;
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, NULL, "last_name");
	if (draft == NULL)
		return;
	set_label(scan, draft, &l);
	draft->actor.label = false;
	tb_set_clause(scan, draft, first, dash);
}

/*
 * headline, in the middle of a paragraph: «Поправки приняты. Спикер палаты:
 * спорных норм не осталось»; a sentence begins at i.
 */
void
tb_sentence_label_at(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end = tb_sentence(scan, i)->end;
	const TbActor *actor;
	TbDraft    *draft;
	Label		l;

	if (scan->actor_at[i] == 0 || (scan->said[i] & SAID_CUE))
		return;
	actor = &scan->actors.at[scan->actor_at[i] - 1];
	if (!tb_is_mark(&doc->text, actor->end, ':') || !label_of(scan, i, end, &l) ||
		l.actor == TB_NONE || l.stop || actor->kind > TB_AK_ORG ||
		!tb_is_word(doc, l.speech) || tb_is_cap(doc, l.speech) ||
		!has_finite(scan, l.speech, end))
		return;
	draft = tb_draft_add(scan, TB_SK_INDIRECT, TB_SF_CLAUSE, NULL, "headline");
	if (draft == NULL)
		return;
	tb_draft_actor(scan, draft, l.actor);
	draft->anchor = l.first;
	tb_set_clause(scan, draft, l.speech, end);
}

/* The rules of labels on the paragraph [i, end). */
void
tb_label_at(TbScan *scan, uint32_t i, uint32_t end, bool in_transcript)
{
	Label		l;

	if (!label_of(scan, i, end, &l))
	{
		answer(scan, i, end);
		last_name(scan, i, end);
	}
	else if (in_transcript && is_turn(scan, &l, end))
		transcript(scan, &l, end);
	else if (l.actor != TB_NONE && !l.stop)
		headline(scan, &l, i, end);
}
