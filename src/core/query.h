/*
 * query.h
 *	  A query in the syntax of web search as a tsquery in text form.
 *
 *	Глава государства посетил	'office/president/' & 'посет'
 *	"цифровые решения"			'цифров' <-> 'решен'
 *	="Глава государства"		'глав' <-> 'государств'
 *	Казахстан* -Астана			'place/kz/':* & !'place/kz/astana/'
 *	Сенат or Мажилис			'сенат' | 'мажилис'
 */
#ifndef TB_QUERY_H
#define TB_QUERY_H

#include "core/search.h"
#include "lex/stem.h"

/*
 * Write a query as tsquery text into the arena; "" when it has no lexeme.
 */
TbStatus	tb_query_format(TbStr query, const TbLexicon *lex,
							TbStemmer *stemmer, TbArena *arena, char **out);

#endif
