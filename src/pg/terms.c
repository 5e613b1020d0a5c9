/*
 * terms.c
 *	  The lexicon that a function sees.
 */
#include "pg/glue.h"

const TbLexicon *
tb_pg_lexicon(FunctionCallInfo fcinfo)
{
	static TbLexicon lexicon;

	(void) fcinfo;
	lexicon.image = tb_lexicon_image();
	return &lexicon;
}
