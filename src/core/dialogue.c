/*
 * dialogue.c
 *	  Direct speech without quotation marks.
 *
 *	dialogue	– Дорога готова, – сказал аким. – Осталось …
 *	block		Аким сказал:¶Дорога готова. Осталось …
 *	dash_block	Аким сказал: – Дорога готова. Осталось …
 *	interview	– Что с рекой?¶– Она мелеет.
 *	questions	**Что с рекой?**¶Она мелеет.
 */
#include "core/statement_internal.h"

/* Longest question, in tokens, and longest answer, in paragraphs. */
#define MAX_QUESTION 60
#define MAX_ANSWER 8

/*
 * dash_block: what a dash opens behind a colon, up to the paragraph's end:
 * «Аким ответил: – Мы всё исправим. Деньги есть».  Returns the token to go on
 * from.  Not: «Поручено: – утвердить план», nobody speaks.
 */
static uint32_t
dash_block_at(TbScan *scan, uint32_t dash, uint32_t limit)
{
	TbDraft    *draft;

	if (!tb_is_cap(scan->doc, dash + 1) || limit > dash + 2000 || scan->opens[dash + 1])
		return dash + 1;
	draft = tb_lead_in_draft(scan, dash - 1, tb_is_sentence_like(scan, dash + 1, limit),
							 "dash_block");
	if (draft == NULL)
		return dash + 1;
	tb_speech_piece(scan, draft, dash + 1, limit);
	return limit;
}

/*
 * dialogue: a sentence that a dash opens, with the author's words in it;
 * limit is the paragraph's end.  Returns the token to go on from.
 */
uint32_t
tb_dialogue_at(TbScan *scan, uint32_t dash, uint32_t limit)
{
	const TbDocument *doc = scan->doc;
	TbCue		cue;
	uint32_t	author;
	TbDraft    *draft;

	if (dash > 0 && tb_is_mark(&doc->text, dash - 1, ':') &&
		!(tb_tok(doc, dash)->flags & TB_TF_PARA))
		return dash_block_at(scan, dash, limit);
	if (!(tb_tok(doc, dash)->flags & (TB_TF_SENT | TB_TF_PARA)) ||
		!(tb_tok(doc, dash + 1)->flags & TB_TF_SPACE) || limit > dash + 2000 ||
		(scan->opens[dash + 1] &&
		 scan->quotes.at[scan->opens[dash + 1] - 1].taken))
		return dash + 1;
	author = tb_author_dash(scan, dash + 1, limit, &cue);
	if (author == TB_NONE || !tb_has_subject_behind(scan, &cue))
		return dash + 1;
	draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, &cue, "dialogue");
	if (draft == NULL)
		return limit;
	tb_draft_subject(scan, draft, true);
	tb_cut_at_author(scan, draft, dash + 1, author, limit, cue, TB_NONE);
	return limit;
}

/* Is the paragraph from first to end an item of a list? */
static bool
is_list_item(const TbDocument *doc, uint32_t first, uint32_t end)
{
	const TbToken *tok = tb_tok(doc, first);

	if (tok->kind == TB_NUMBER || (tok->kind == TB_MARK && tok->value != '('))
		return true;
	return !(tok->flags & (TB_TF_CAP | TB_TF_DIGIT)) ||
		tb_is_mark(&doc->text, end - 1, ';') || tb_is_mark(&doc->text, end - 1, ',') ||
		tb_is_mark(&doc->text, end - 1, ':');
}

/*
 * Does the paragraph at i open with a dash and speech behind it?  Decoration
 * is passed over («**– Как дела?**»).
 */
static bool
opens_with_dash(const TbDocument *doc, uint32_t i)
{
	uint32_t	dash = i;

	if (i >= doc->text.ntok || !(tb_tok(doc, i)->flags & TB_TF_PARA))
		return false;
	while (dash < i + 4 && dash < doc->text.ntok && tb_is_decoration(doc, dash))
		dash++;
	return dash + 2 < doc->text.ntok && tb_is_spaced_dash(doc, dash) &&
		(tb_tok(doc, dash + 1)->flags & TB_TF_SPACE) &&
		(tb_is_cap(doc, dash + 1) || tb_tok(doc, dash + 1)->kind == TB_NUMBER ||
		 (tb_tok(doc, dash + 1)->kind == TB_MARK && tb_is_cap(doc, dash + 2)));
}

/* Does the paragraph that ends before end ask something? */
static bool
is_question(const TbDocument *doc, uint32_t end)
{
	while (end > 0 && tb_is_decoration(doc, end - 1))
		end--;
	return end > 0 && (tb_is_mark(&doc->text, end - 1, '?') ||
					   tb_is_mark(&doc->text, end - 1, 0x2026));
}

/* block: the paragraph behind one that ends in a colon; i opens it. */
void
tb_block_at(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	end;
	uint32_t	first = i;
	TbDraft    *draft;

	if (i == 0 || !tb_is_mark(&doc->text, i - 1, ':') || scan->opens[i])
		return;
	end = tb_paragraph_end(&doc->text, i);
	if (tb_is_spaced_dash(doc, first))
		first++;
	if (first >= end || scan->opens[first] || is_list_item(doc, first, end))
		return;
	draft = tb_lead_in_draft(scan, i - 1, tb_is_sentence_like(scan, first, end), "block");
	if (draft == NULL)
		return;
	tb_speech_piece(scan, draft, first, end);
	/* every paragraph of the speech has its dash */
	for (int n = 0; first > i && n < 20 && opens_with_dash(doc, end); n++)
	{
		TbCue		cue;
		uint32_t	next = tb_paragraph_end(&doc->text, end);

		if (is_question(doc, next) || tb_author_dash(scan, end + 1, next, &cue) != TB_NONE)
			break;
		tb_speech_piece(scan, draft, end + 1, next);
		end = next;
	}
}

/* -------------------------------------------------------------- interviews */

/* The dash of the paragraph that follows an answer's paragraphs, or the text's end. */
static uint32_t
answer_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = tb_paragraph_end(&doc->text, i);
	uint32_t	next = end;

	/* an answer of several paragraphs goes on up to the next question */
	for (int n = 0; n < 3 && next < doc->text.ntok; n++)
	{
		if (opens_with_dash(doc, next))
			return next;
		next = tb_paragraph_end(&doc->text, next);
	}
	return end;
}

/* Is one of the drafts so far an answer under a label? */
static bool
has_answers(const TbScan *scan, uint32_t drafts)
{
	for (uint32_t d = drafts; d > 0 && d + 40 > drafts; d--)
		if (scan->drafts.at[d - 1].answer)
			return true;
	return false;
}

/* Do turns from i on, of which every other should ask, ask twice at least? */
static bool
asks_in_turn(const TbDocument *doc, uint32_t i)
{
	int			questions = 0;

	for (int n = 0; n < 12 && questions < 2 && opens_with_dash(doc, i); n++)
	{
		uint32_t	answer = tb_paragraph_end(&doc->text, i);

		questions += is_question(doc, answer);
		if (!opens_with_dash(doc, answer))
			break;
		i = answer_end(doc, answer);
	}
	return questions > 1;
}

/* «– Булат Камалбекович, что с рекой?»: does the turn at i call somebody by name and patronymic? */
static bool
is_addressed(const TbScan *scan, uint32_t i)
{
	const TbActor *actor = i + 1 < scan->doc->text.ntok && scan->actor_at[i + 1] != 0 ?
		&scan->actors.at[scan->actor_at[i + 1] - 1] : NULL;
	const TbPersonMention *m = actor != NULL && actor->mention != TB_NONE ?
		&scan->doc->mentions.at[actor->mention] : NULL;

	return m != NULL && m->first == i + 1 && m->patronymic != NULL && m->surname == NULL &&
		tb_is_mark(&scan->doc->text, m->end, ',');
}

/*
 * interview: questions and answers in turn, each opened by a dash, twice at
 * least, or once where answers stand already («Айбеков: …¶– То есть завтра?¶–
 * Завтра.») or the question calls him whom it asks by his name.  Who is asked was spoken of, or is addressed, before the first
 * answer.  i opens the first question; returns the token behind it all.
 */
uint32_t
tb_interview_at(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	start = i;
	uint32_t	first_answer = TB_NONE;
	uint32_t	made = scan->drafts.n;
	bool		clear = asks_in_turn(doc, i);

	while (opens_with_dash(doc, i) && !scan->failed)
	{
		uint32_t	answer = tb_paragraph_end(&doc->text, i);
		uint32_t	end;
		TbDraft    *draft;

		/* once the turns are clear, «— Говорят, задержали.» asks too */
		if ((!is_question(doc, answer) && scan->drafts.n < made + 2 &&
			 !(clear && scan->drafts.n > made)) ||
			!opens_with_dash(doc, answer))
			break;
		end = answer_end(doc, answer);
		if (first_answer == TB_NONE)
			first_answer = answer;
		draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, "interview");
		if (draft == NULL)
			break;
		draft->way = TB_SW_ELIDED;
		draft->anchor = first_answer;
		draft->answer = true;
		tb_speech_piece(scan, draft, answer + 1, end);
		i = end;
	}
	if (scan->drafts.n >= made + (has_answers(scan, made) || is_addressed(scan, start) ? 1 : 2))
		return i;
	scan->drafts.n = made;
	return start;
}

/* Is the paragraph [i, end) a question that nobody is named to ask? */
static bool
asks(const TbScan *scan, uint32_t i, uint32_t end)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first = tb_skip_decoration(doc, i);

	if (end <= first + 1 || end > first + MAX_QUESTION || !is_question(doc, end) ||
		!tb_is_cap(doc, first))
		return false;
	/* «Айбеков: Когда?» is a turn of somebody's */
	for (i = first; i < end; i++)
		if (tb_is_mark(&doc->text, i, ':') || scan->opens[i] != 0)
			return false;
	return true;
}

/* Is somebody named in the two paragraphs before token i, so that he may be asked? */
static bool
is_somebody_asked(const TbScan *scan, uint32_t i)
{
	int			paragraphs = 0;

	for (uint32_t j = i; j > 0 && paragraphs < 2; )
	{
		j--;
		if (scan->actor_at[j] != 0 && scan->actors.at[scan->actor_at[j] - 1].person != TB_NONE)
			return true;
		paragraphs += (tb_tok(scan->doc, j)->flags & TB_TF_PARA) != 0;
	}
	return false;
}

/* The end of the answer that begins at i: the next question, if there is one. */
static uint32_t
before_next_question(const TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	first_end = tb_paragraph_end(&doc->text, i);
	uint32_t	next = first_end;

	for (int n = 0; n < MAX_ANSWER && next < doc->text.ntok; n++)
	{
		uint32_t	end = tb_paragraph_end(&doc->text, next);

		if (asks(scan, next, end))
			return next;
		next = end;
	}
	return first_end;
}

/*
 * questions: paragraphs that ask and paragraphs that answer in turn, without
 * dashes and labels; three questions at the least, two if they are bold.  Who
 * is asked must have been named before them: an explainer asks nobody.
 * Returns the token behind it all, or i.
 */
uint32_t
tb_questions_at(TbScan *scan, uint32_t i)
{
	const TbDocument *doc = scan->doc;
	uint32_t	start = i;
	uint32_t	end = tb_paragraph_end(&doc->text, i);
	uint32_t	first_answer = end;
	uint32_t	least = tb_is_decoration(doc, i) ? 2 : 3;
	uint32_t	made = scan->drafts.n;

	if (!asks(scan, i, end) || !is_somebody_asked(scan, i))
		return start;
	while (i < doc->text.ntok && asks(scan, i, end) && end < doc->text.ntok && !scan->failed)
	{
		uint32_t	answer_end = before_next_question(scan, end);
		TbDraft    *draft = tb_draft_add(scan, TB_SK_DIRECT, TB_SF_QUOTE, NULL, "questions");

		if (draft == NULL)
			break;
		draft->way = TB_SW_ELIDED;
		draft->anchor = first_answer;
		draft->answer = true;
		tb_speech_piece(scan, draft, end, answer_end);
		i = answer_end;
		end = tb_paragraph_end(&doc->text, i);
	}
	if (scan->drafts.n >= made + least)
		return i;
	scan->drafts.n = made;
	return start;
}
