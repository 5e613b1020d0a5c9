/*
 * document.c
 *	  Opens a document and finds its layers, each when first asked for.
 */
#include "core/document.h"

#include <string.h>

#include "core/words.h"

TbStatus
tb_document_open(TbDocument *doc, const char *data, size_t len,
				 int32_t reference, const char *country,
				 const TbLexicon *lex, TbArena *arena)
{
	memset(doc, 0, sizeof(*doc));
	doc->arena = arena;
	doc->lex = lex;
	doc->reference = reference;
	doc->country = country == NULL ? "" : country;
	TB_TRY(tb_text_open(&doc->text, data, len, lex, arena));
	if (arena->stopped)
		return TB_INTERRUPTED;
	if (*doc->country == '\0')
		doc->country = tb_place_country(doc);
	if (doc->country == NULL)
		return TB_NO_MEMORY;
	if (doc->reference == TB_NO_DAY)
		TB_TRY(tb_date_find_reference(doc));
	return arena->refused ? TB_NO_MEMORY : TB_OK;
}

/* Find layers that have not been found, in the order in which they need each other. */
static TbStatus
find_layers(TbDocument *doc, unsigned layers)
{
	if (layers & TB_LAYER_DATES)
		TB_TRY(tb_date_find(doc));
	if (layers & TB_LAYER_NAMES)
	{
		TB_TRY(tb_place_find(doc));
		TB_TRY(tb_title_find(doc));
		TB_TRY(tb_person_find(doc));
	}
	if (layers & TB_LAYER_STATEMENTS)
		TB_TRY(tb_statement_find(doc));
	return TB_OK;
}

TbStatus
tb_document_find(TbDocument *doc, unsigned layers)
{
	TbStatus	status;

	if (layers & TB_LAYER_STATEMENTS)
		layers |= TB_LAYER_NAMES;
	layers &= ~doc->found;
	status = find_layers(doc, layers);
	/* a pass that was stopped may say nothing, or that something is missing */
	if (doc->arena->stopped)
		return TB_INTERRUPTED;
	if (status != TB_OK)
		return status;
	/* a refused string may read as a part that a name does not have */
	if (doc->arena->refused)
		return TB_NO_MEMORY;
	doc->found |= layers;
	return TB_OK;
}
