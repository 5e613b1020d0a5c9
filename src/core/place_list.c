/*
 * place_list.c
 *	  Lists with one head for all: «рек Тобол, Ишим и Урал», «в сёлах Кулан,
 *	  Заря и Акыртобе», «районов Алтынсарина, Беимбета Майлина и Карасу».
 *
 * A place behind a marker that may be plural opens a list; each further name
 * behind a comma or «и» has the same marker, and passes it on.  A name that
 * no list of ours has joins only where the marker is surely plural.
 */
#include "core/place_internal.h"

void
tb_place_list_open(Finder *f, const TbReading *marker, uint32_t end)
{
	if (marker != NULL && !tb_gram_plural(marker->gram))
		marker = NULL;
	f->list_marker = marker;
	f->list_end = end;
}

const TbReading *
tb_place_list_marker(const Finder *f, uint32_t i)
{
	if (f->list_marker == NULL || i == 0 || f->list_end != i - 1 ||
		!tb_is_comma_or_and(f->doc, i - 1))
		return NULL;
	return f->list_marker;
}

/*
 * list_member: «Акыртобе» of «сёлах Кулан, Заря и Акыртобе».  Not: «сёлах
 * Кулан, Заря и Ержан Сериков», where another capital follows.
 */
static uint32_t
unknown_member(Finder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;
	const TbReading *marker = tb_place_list_marker(f, i);

	if (marker == NULL || tb_gram_singular(marker->gram) || !tb_is_cap(doc, i) ||
		(tb_tok(doc, i)->flags & (TB_TF_SENT | TB_TF_PARA)) ||
		tb_is_cap(doc, tb_place_unknown_end(doc, i)))
		return i;
	return tb_place_unknown_add(f, i, i, marker);
}

uint32_t
tb_place_list_rest(Finder *f, uint32_t end)
{
	uint32_t	behind;

	while ((behind = unknown_member(f, end + 1)) > end + 1)
		end = behind;
	return end;
}
