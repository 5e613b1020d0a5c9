/*
 * module.c
 *	  The library's entry, and what it says of itself.
 */
#include "pg/glue.h"

#include "utils/builtins.h"

#if PG_VERSION_NUM >= 180000
PG_MODULE_MAGIC_EXT(.name = "tribuna",.version = TB_VERSION);
#else
PG_MODULE_MAGIC;
#endif

PGDLLEXPORT void _PG_init(void);

/* Called once a backend, when the library is loaded. */
void
_PG_init(void)
{
	const TbImage *image = tb_lexicon_image();

	tb_pg_check(tb_lexicon_check(image, image->size));
}

TB_FUNCTION(tribuna_version);

/* The version of the library, which tribuna.control gives. */
Datum
tribuna_version(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	PG_RETURN_TEXT_P(cstring_to_text(TB_VERSION));
}

TB_FUNCTION(tribuna_lexicon_version);

/* The version of the lexicon image in the library. */
Datum
tribuna_lexicon_version(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	PG_RETURN_TEXT_P(cstring_to_text(tb_lexicon_image()->version));
}
