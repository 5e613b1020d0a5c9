/*
 * place_unknown.c
 *	  Names that no list has, where a marker tells that they are places: «в
 *	  селе Кулан», «Кировского района».
 */
#include "core/place_internal.h"

/*
 * unknown_district: «Кировского района» of a country whose Кировский район no
 * list has; the adjective in -ск- gets its nominative back.
 */
uint32_t
tb_place_unknown_district(Finder *f, uint32_t i, uint32_t end)
{
	static const char *const endings[] = {"ского", "скому", "ским", "ском", "ский"};
	TbStr		text = tb_text_of(f->doc, i, end);
	TbBuffer	name = {.arena = f->doc->arena};
	TbPlace    *place;

	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
	{
		size_t		len = strlen(endings[e]);

		if (text.len <= len || memcmp(text.data + text.len - len, endings[e], len) != 0)
			continue;
		place = tb_place_add(f, i, end + 1, TB_NONE, "unknown_district");
		if (place == NULL)
			return end;
		tb_buffer_put(&name, text.data, text.len - len);
		tb_buffer_puts(&name, "ский район");
		place->name = tb_buffer_text(&name);
		place->type = TB_PT_district;
		f->failed = f->failed || place->name == NULL;
		return end + 1;
	}
	return i;
}

/* Words of an unknown name behind a marker: «Балпык би», «Ат-Баши». */
static uint32_t
unknown_name_end(const TbDocument *doc, uint32_t i)
{
	uint32_t	end = i + 1;

	while (end + 1 < doc->text.ntok && end < i + MAX_PARTS &&
		   (tb_tok(doc, end)->flags & TB_TF_GLUED) &&
		   tb_tok(doc, end)->kind == TB_MARK && tb_is_cap(doc, end + 1))
		end += 2;
	return end;
}

/* A name in apposition to its marker stays as it is written. */
static const char *
copy_name(Finder *f, uint32_t first, uint32_t end)
{
	TbStr		text = tb_text_of(f->doc, first, end);
	const char *copy = tb_arena_strdup(f->doc->arena, text.data, text.len);

	if (copy == NULL)
		f->failed = true;
	return copy;
}

/*
 * unknown_after_marker: «в селе Кулан», «с. Ат-Баши», «реки Сакмара» when no
 * list has the name.  Not: «в селе Президент», «город Алматы».
 */
uint32_t
tb_place_unknown_at(Finder *f, uint32_t i)
{
	TbDocument *doc = f->doc;
	uint32_t	name = i + 1;
	const TbReading *marker = tb_word_reading(doc, i, TB_MARKER, NULL);
	const char *key;
	TbPlace    *place;
	bool		letter;
	uint32_t	end = 0;

	if (marker == NULL)
		return i;
	key = tb_string(doc, tb_entry(doc, marker)->code);
	if (strcmp(key, "settlement") != 0 && strcmp(key, "river") != 0 &&
		strcmp(key, "lake") != 0 && strcmp(key, "city") != 0)
		return i;
	letter = (tb_tok(doc, i)->flags & TB_TF_LETTER) != 0;
	if (tb_is_mark(&doc->text, name, '.') && !(tb_tok(doc, name)->flags & TB_TF_SPACE))
		name++;
	else if (letter || !(tb_tok(doc, name)->flags & TB_TF_SPACE))
		return i;
	if (!tb_is_cap(doc, name) || (tb_tok(doc, name)->flags & TB_TF_SENT) ||
		(tb_tok(doc, i)->flags & TB_TF_CAP && letter) ||
		(tb_phrase_reading(doc, name, TB_PLACE, NULL, &end) != NULL &&
		 end >= unknown_name_end(doc, name)) ||	/* but «с. Исфана-Баши» is none */
		(unknown_name_end(doc, name) == name + 1 &&
		 tb_may_be(doc, name, PLACE_BITS | TB_BIT(OFFICE) | TB_BIT(ROLE) |
				   TB_BIT(BODY) | TB_BIT(COMMON) | TB_BIT(GIVEN) | TB_BIT(TITLEMOD))))
		return i;
	place = tb_place_add(f, i, unknown_name_end(doc, name), TB_NONE,
					  "unknown_after_marker");
	if (place == NULL)
		return i;
	place->name = copy_name(f, name, place->end);
	place->type = strcmp(key, "river") == 0 ? TB_PT_river :
		strcmp(key, "lake") == 0 ? TB_PT_lake :
		strcmp(key, "city") == 0 ? TB_PT_city : TB_PT_settlement;
	return place->end;
}
