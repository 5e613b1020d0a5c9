/*
 * match.c
 *	  Which forms of the lexicon begin at a token.
 *
 * A form of one word is the word's own node, which the scanner has found; a
 * longer one is a walk from node to node.
 */
#include "lex/token.h"

#include <string.h>

#include "base/fold.h"

size_t
tb_token_fold(const TbText *text, uint32_t i, char *buf)
{
	const TbToken *tok = &text->tok[i];
	size_t		len = 1;

	if (tok->end - tok->start >= TB_MAX_WORD)
		return 0;
	if (tok->kind == TB_WORD_TOKEN)
	{
		TbStr		word = tb_word_folded(text, i);

		memcpy(buf, word.data, word.len);
		len = word.len;
	}
	else if (tok->kind == TB_MARK && tb_is_quote_mark(tok->value))
		*buf = '"';
	else if (tok->kind == TB_MARK && tok->value < 0x80)
		*buf = (char) tok->value;
	else
		len = tb_fold(text->data + tok->start, tok->end - tok->start, buf);
	buf[len] = '\0';
	return len;
}

/* The node of a mark or number, which is looked up as written. */
static uint32_t __attribute__((noinline))
mark_node(const TbText *text, const TbLexicon *lex, uint32_t i)
{
	char		folded[TB_MAX_WORD];
	size_t		len = tb_token_fold(text, i, folded);

	return len == 0 ? 0 : tb_lexicon_find_word(lex, folded, len);
}

/* The node of any token. */
static inline uint32_t
token_node(const TbText *text, const TbLexicon *lex, uint32_t i)
{
	return text->tok[i].kind == TB_WORD_TOKEN ? text->tok[i].value :
		mark_node(text, lex, i);
}

int
tb_text_match(const TbText *text, const TbLexicon *lex, uint32_t i,
			  TbMatch *out, int max)
{
	uint32_t	node = i < text->ntok ? token_node(text, lex, i) : 0;
	int			n = 0;

	while (node != 0)
	{
		uint32_t	count;

		tb_lexicon_readings(lex, node, &count);
		i++;
		if (count > 0 && n < max)
			out[n++] = (TbMatch)
		{
			i, node
		};
		if (!tb_lexicon_goes_on(lex, node))
			break;
		while (i < text->ntok && text->tok[i].kind == TB_MARK &&
			   (text->tok[i].flags & TB_TF_GLUED))
			i++;
		if (i >= text->ntok || (text->tok[i].flags & TB_TF_PARA) ||
			!tb_lexicon_goes_on_with(lex, node, tb_edge_bits(&text->tok[i])))
			break;
		node = tb_lexicon_next(lex, node, token_node(text, lex, i));
	}
	return n;
}

const TbReading *
tb_token_reading(const TbText *text, const TbLexicon *lex, uint32_t i,
				 TbClass klass)
{
	if (i >= text->ntok || text->tok[i].kind != TB_WORD_TOKEN)
		return NULL;
	return tb_lexicon_reading(lex, text->tok[i].value, klass);
}
