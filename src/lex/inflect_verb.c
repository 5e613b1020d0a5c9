/*
 * inflect_verb.c
 *	  Past forms of verbs: отметил, отметила, отметило, отметили.
 *
 * The masculine is the odd one: it may lack its -л (смог, произнёс) or carry
 * a vowel the others do not have (пришёл, пришла; учёл, учла; зажёг, зажгла).
 * So the stem of the three others is found first, then they are all regular.
 */
#include "lex/decline.h"

#include <string.h>

#include "base/fold.h"

/* Where the past masculine ends differently from the others (ё is е). */
static const struct
{
	const char *masculine;
	const char *stem;
}			past_stems[] = {
	{"счел", "соч"}, {"чел", "ч"}, {"шел", "ш"}, {"жег", "жг"},
};

/* The verb of a phrase: its first word in -л or -лся, else its first. */
static TbStr
find_verb(TbStr phrase)
{
	TbStr		first = {phrase.data, 0};

	for (uint32_t start = 0, i = 0; i <= phrase.len; i++)
	{
		TbWord		word;
		TbStr		at = {phrase.data + start, i - start};

		if (i < phrase.len && phrase.data[i] != ' ')
			continue;
		if (first.len == 0)
			first = at;
		if (tb_word_set(&word, at) && tb_word_ends_in(&word, "л лся"))
			return at;
		start = i + 1;
	}
	return first;
}

/* What stands before -ла: отмети-, приш-, приве-, смог-. */
static void
past_stem(const TbWord *word, bool reflexive, char *stem)
{
	TbWord		bare;
	uint32_t	len = word->len - (reflexive ? (uint32_t) strlen("ся") : 0);

	tb_word_set(&bare, (TbStr) {word->text, len});
	memcpy(stem, bare.text, len + 1);
	for (size_t i = 0; i < sizeof(past_stems) / sizeof(past_stems[0]); i++)
		if (tb_word_ends(&bare, past_stems[i].masculine))
		{
			len -= (uint32_t) strlen(past_stems[i].masculine);
			strcpy(stem + len, past_stems[i].stem);
			return;
		}
	/* привёл, изрёк: the stress leaves the stem */
	if (tb_word_letter(&bare, 1) == 0x435 && tb_is_cyrillic(tb_word_letter(&bare, 0)))
		memcpy(stem + len - 4, "е", 2);
	if (tb_word_ends(&bare, "л"))
		stem[len - 2] = '\0';
}

/* The phrase with another form of its verb. */
static bool
visit_past(TbStr phrase, TbStr verb, const char *form, TbGram gram,
		   TbFormVisitor visit, void *ctx)
{
	char		text[TB_MAX_FORM];
	size_t		before = (size_t) (verb.data - phrase.data);
	size_t		n = strlen(form);
	size_t		behind = phrase.len - before - verb.len;

	if (before + n + behind >= TB_MAX_FORM)
		return false;
	memcpy(text, phrase.data, before);
	memcpy(text + before, form, n);
	memcpy(text + before + n, verb.data + verb.len, behind);
	text[before + n + behind] = '\0';
	return visit(ctx, text, gram | TB_PAST);
}

bool
tb_inflect_past(TbStr phrase, TbFormVisitor visit, void *ctx)
{
	static const struct
	{
		const char *plain;
		const char *reflexive;
		TbGram		gram;
	}			endings[] = {
		{"ла", "лась", TB_FEM | TB_VERB_SG},
		{"ло", "лось", TB_NEUT | TB_VERB_SG},
		{"ли", "лись", TB_VERB_PL},
	};
	TbStr		verb = find_verb(phrase);
	TbWord		word;
	char		form[TB_NAME_WORD];
	size_t		stem;
	bool		reflexive;

	if (!tb_word_set(&word, verb) ||
		!visit_past(phrase, verb, word.text, TB_MASC | TB_VERB_SG, visit, ctx))
		return false;
	if (tb_word_letters(&word) < 3 || !tb_is_cyrillic(tb_word_letter(&word, 0)))
		return true;
	reflexive = tb_word_ends(&word, "ся");
	past_stem(&word, reflexive, form);
	stem = strlen(form);
	for (int i = 0; i < 3; i++)
	{
		strcpy(form + stem,
			   reflexive ? endings[i].reflexive : endings[i].plain);
		if (!visit_past(phrase, verb, form, endings[i].gram, visit, ctx))
			return false;
	}
	return true;
}
