/*
 * cue.c
 *	  What a verb or noun of speech at a token is.  The lexicon knows the cues
 *	  (data/cues.tsv).
 */
#include "core/statement_internal.h"

#include <stdlib.h>

#include "base/fold.h"

#define MAX_MATCHES 8

/* How far behind its verb the noun of «выразил … уверенность» may stand. */
#define NOUN_REACH 4

/* Words of the longest adverb, «в этот же день». */
#define MAX_ADVERB 4

uint32_t
tb_skip_adverbs(const TbDocument *doc, uint32_t i)
{
	for (int n = 0; n < 6; n++)
	{
		uint32_t	end;

		if (tb_phrase_reading(doc, i, TB_WORD, "adverb", &end) == NULL)
			break;
		i = end;
	}
	return i;
}

/*
 * Before the adverbs that end at i: single ones, and such as «вместе с тем»,
 * «в тот же день» («О том, что мост готов, в тот же день сказал аким»).
 */
uint32_t
tb_before_adverbs(const TbDocument *doc, uint32_t i)
{
	for (uint32_t length = MAX_ADVERB; length > 0; length--)
	{
		uint32_t	end = 0;

		if (length <= i && tb_phrase_reading(doc, i - length, TB_WORD, "adverb", &end) != NULL && end == i)
		{
			i -= length;
			length = MAX_ADVERB + 1;
		}
	}
	return i;
}

/* ------------------------------------------------------------------ cues */

/* The kind of cue that a reading's tag tells, as a bit; 0: none. */
static inline unsigned
kind_of(uint32_t tag)
{
	if ((tag & 0xFF) != TB_CUE)
		return 0;
#define KIND(kind, key) if (tag == tb_reading_tag(TB_CUE, key)) return TB_CK(kind)
	KIND(SPEECH, "speech");
	KIND(OPINION, "opinion");
	KIND(DIRECT, "direct");
	KIND(ASK, "ask");
	KIND(DIRECTIVE, "directive");
	KIND(TOPIC, "topic");
	KIND(NOMINAL, "nominal");
	KIND(EXPRESS, "express");
	KIND(IMPERSONAL, "impersonal");
	KIND(CITE, "cite");
#undef KIND
	return 0;
}

/* The kinds and features that a node's readings of class CUE give. */
static unsigned
kinds_of(const TbScan *scan, uint32_t node, TbGram *gram)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(scan->doc->lex, node, &n);
	unsigned	kinds = 0;

	*gram = 0;
	for (uint32_t i = 0; i < n; i++)
	{
		unsigned	kind = kind_of(readings[i].tag);

		if (kind == 0)
			continue;
		kinds |= kind;
		*gram |= readings[i].gram | (TbGram) tb_entry(scan->doc, &readings[i])->value;
	}
	return kinds;
}

/* Fold the token of an express verb's noun into the cue; false: there is none. */
static bool
take_noun(const TbScan *scan, TbCue *cue)
{
	for (uint32_t i = cue->end; i < cue->end + NOUN_REACH; i++)
	{
		uint32_t	end;

		if (!tb_is_word(scan->doc, i))
			return false;
		if (tb_phrase_reading(scan->doc, i, TB_CUE, "noun", &end) != NULL)
		{
			cue->end = end;
			return true;
		}
	}
	return false;
}

/*
 * «поспешил [также] заверить»: the infinitive that tells, folded into a cue in
 * the person of the verb that governs it; false: there is none.
 */
static bool
take_infinitive(const TbScan *scan, uint32_t node, TbCue *cue)
{
	const TbReading *modal = tb_lexicon_reading_key(scan->doc->lex, node, TB_CUE, "modal");
	uint32_t	i = modal == NULL ? cue->end : tb_skip_adverbs(scan->doc, cue->end);

	if (modal == NULL || !tb_word_is(scan->doc, i, TB_CUE, "infinitive"))
		return false;
	cue->gram = modal->gram | (TbGram) tb_entry(scan->doc, modal)->value;
	cue->kinds = TB_CK(SPEECH);
	cue->end = i + 1;
	return true;
}

/*
 * The cue that begins at token i: «отметила», «дал понять», «выразил
 * уверенность».  Nouns and what stands behind «по» are no cues of this kind.
 */
bool
tb_cue_at(const TbScan *scan, uint32_t i, TbCue *cue)
{
	const TbDocument *doc = scan->doc;
	TbMatch		match[MAX_MATCHES];
	int			n;

	if (!tb_may_be(doc, i, TB_BIT(CUE)))
		return false;
	n = tb_text_match(&doc->text, doc->lex, i, match, MAX_MATCHES);
	while (n-- > 0)
	{
		cue->kinds = kinds_of(scan, match[n].node, &cue->gram);
		cue->first = i;
		cue->end = match[n].end;
		if (cue->kinds == 0 && !take_infinitive(scan, match[n].node, cue))
			continue;
		cue->negated = i > 0 && !tb_is_cap(doc, i - 1) &&
			tb_word_is(doc, i - 1, TB_WORD, "not");
		if ((cue->kinds & TB_CK(EXPRESS)) && !take_noun(scan, cue))
			cue->kinds &= ~TB_CK(EXPRESS);
		return cue->kinds != 0;
	}
	return false;
}

bool
tb_verbs_agree(TbGram a, TbGram b)
{
	const TbGram tenses = TB_PAST | TB_PRESENT | TB_FUTURE;
	const TbGram numbers = TB_VERB_SG | TB_VERB_PL;

	if ((a & tenses & b) == 0 || (a & numbers & b) == 0)
		return false;
	if ((a & TB_VERB_PL) || !(a & TB_ALL_GENDERS) || !(b & TB_ALL_GENDERS))
		return true;
	return (a & b & TB_ALL_GENDERS) != 0;
}
