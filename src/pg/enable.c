/*
 * enable.c
 *	  What tribuna_refresh asks the server and PL/pgSQL does not tell.
 */
#include "pg/glue.h"

#include "access/xact.h"

TB_FUNCTION(tribuna_table_block);

/*
 * tribuna_table_block(): does the session stand in a transaction block, where
 * a procedure may not commit?  PL/pgSQL would say so only with an error that
 * has no hint.
 */
Datum
tribuna_table_block(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	PG_RETURN_BOOL(IsTransactionBlock());
}
