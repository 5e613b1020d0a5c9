/*
 * stem.c
 *	  The dictionary template tribuna_stem, and how dictionaries answer.
 *
 * The server wants an array of lexemes, each a string that it frees by
 * itself, and an empty one behind them.  Lexemes of one variant belong
 * together, different variants are alternatives.
 */
#include "pg/search.h"

#include "commands/defrem.h"
#include "mb/pg_wchar.h"
#include "tsearch/ts_public.h"
#include "utils/memutils.h"

/* ----------------------------------------------------------------- stemmer */

TbStemmer *
tb_pg_stemmer(void)
{
	static TbStemmer *stemmer = NULL;
	static TbArena arena;
	static TbLexicon lexicon;

	if (stemmer == NULL)
	{
		lexicon.image = tb_lexicon_image();
		tb_arena_init(&arena, tb_pg_arena_host(TopMemoryContext));
		stemmer = tb_stemmer_open(&lexicon, &arena);
		if (stemmer == NULL)
		{
			tb_arena_reset(&arena);
			tb_pg_check(TB_NO_MEMORY);
		}
	}
	return stemmer;
}

/* ----------------------------------------------------------------- answers */

void
tb_pg_answer_reserve(TbPgAnswer *answer, int more)
{
	int			room = answer->n + more + 1;
	TSLexeme   *at;

	if (room <= answer->room)
		return;
	room = Max(room, answer->room * 2);
	at = palloc0(room * sizeof(TSLexeme));
	if (answer->at != NULL)
	{
		memcpy(at, answer->at, answer->n * sizeof(TSLexeme));
		pfree(answer->at);
	}
	answer->at = at;
	answer->room = room;
}

char *
tb_pg_copy_string(TbStr s)
{
	char	   *copy = palloc(s.len + 1);

	memcpy(copy, s.data, s.len);
	copy[s.len] = '\0';
	return copy;
}

void
tb_pg_answer_add(TbPgAnswer *answer, TbStr lexeme, uint16 flags)
{
	size_t		len;

	tb_pg_answer_reserve(answer, 1);
	if (answer->new_position)
		flags |= TSL_ADDPOS;
	answer->new_position = false;
	answer->at[answer->n].nvariant = answer->variant;
	answer->at[answer->n].flags = flags;
	answer->at[answer->n++].lexeme = GetDatabaseEncoding() == PG_UTF8 ?
		tb_pg_copy_string(lexeme) : tb_pg_from_utf8(lexeme.data, lexeme.len, &len);
}

TSLexeme *
tb_pg_answer_finish(TbPgAnswer *answer)
{
	if (answer->at == NULL)
		answer->at = palloc0(sizeof(TSLexeme));
	return answer->at;
}

void
tb_pg_answer_add_stems(TbPgAnswer *answer, TbStr word, bool person)
{
	const TbStems *stems = tb_stemmer_find(tb_pg_stemmer(), word, person);

	if (stems == NULL)
		tb_pg_check(TB_NO_MEMORY);
	tb_pg_answer_reserve(answer, (int) stems->n);
	for (uint32_t i = 0; i < stems->n; i++)
	{
		answer->variant++;
		tb_pg_answer_add(answer, stems->at[i], 0);
	}
}

/* ------------------------------------------------------------ tribuna_stem */

TB_FUNCTION(tribuna_stem_init);
TB_FUNCTION(tribuna_stem_lexize);

/* tribuna_stem_init(options): there are none. */
Datum
tribuna_stem_init(PG_FUNCTION_ARGS)
{
	List	   *options = (List *) PG_GETARG_POINTER(0);

	if (options != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized tribuna_stem parameter: \"%s\"",
						((DefElem *) linitial(options))->defname),
				 errhint("The template tribuna_stem has no parameters.")));
	/* the dictionary's data may not be NULL */
	PG_RETURN_POINTER(palloc0(1));
}

/* tribuna_stem_lexize(data, word, length, state): stems of a word. */
Datum
tribuna_stem_lexize(PG_FUNCTION_ARGS)
{
	TbStr		word = tb_pg_to_utf8((char *) PG_GETARG_POINTER(1),
									 PG_GETARG_INT32(2));
	TbPgAnswer	answer = {0};

	if (word.len > TB_STEM_MAX_BYTES)
		PG_RETURN_POINTER(NULL);
	tb_pg_answer_add_stems(&answer, word, false);
	PG_RETURN_POINTER(tb_pg_answer_finish(&answer));
}
