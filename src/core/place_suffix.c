/*
 * place_suffix.c
 *	  Towns that no list has, told by how towns are named: «в Красноусольске»,
 *	  «из Нижнемамоновки», «до Новоабада».
 *
 * A capital inside a sentence, behind a preposition of place, on a word that
 * is in no list at all and ends as towns do and hardly anything else.  Not: «В
 * ПАРКОВКЕ», «в Шарапове» (which may be a man), «о Черноуске» (no preposition
 * of place), «в «Красноусольске»».
 */
#include "core/place_internal.h"

/* Letters that must stand before the ending. */
#define STEM_LETTERS 3

/* The endings by their cases, and what the nominative has instead. */
static const struct
{
	const char *form;
	const char *nominative;
}			endings[] = {
	{"ске", "ск"}, {"ска", "ск"}, {"ск", "ск"}, {"цке", "цк"}, {"цка", "цк"}, {"цк", "цк"},
	{"граде", "град"}, {"града", "град"}, {"град", "град"},
	{"бурге", "бург"}, {"бурга", "бург"}, {"бург", "бург"},
	{"абаде", "абад"}, {"абада", "абад"}, {"абад", "абад"},
	{"кенте", "кент"}, {"кента", "кент"}, {"кент", "кент"},
	{"ополе", "ополь"}, {"ополя", "ополь"}, {"ополь", "ополь"},
	{"овке", "овка"}, {"овки", "овка"}, {"овку", "овка"},
	{"евке", "евка"}, {"евки", "евка"}, {"евку", "евка"},
	{"ичах", "ичи"}
};

/* The row of endings that the text has; -1: none. */
static int
ending_of(TbStr text)
{
	for (size_t e = 0; e < sizeof(endings) / sizeof(*endings); e++)
	{
		size_t		len = strlen(endings[e].form);

		if (text.len >= len + 2 * STEM_LETTERS &&
			memcmp(text.data + text.len - len, endings[e].form, len) == 0)
			return (int) e;
	}
	return -1;
}

/* town_ending: see above; behind the name at i + 1, or i. */
uint32_t
tb_place_suffix_at(Finder *f, uint32_t i)
{
	const TbDocument *doc = f->doc;
	const TbToken *name = tb_tok(doc, i + 1);
	TbBuffer	nominative = {.arena = doc->arena};
	TbPlace    *place;
	TbStr		text;
	int			e;

	if (name->kind != TB_WORD_TOKEN || name->mask != 0 || !(name->flags & TB_TF_CAP) ||
		(name->flags & (TB_TF_CAPS | TB_TF_GLUED | TB_TF_SENT | TB_TF_PARA)) ||
		!tb_word_is(doc, i, TB_WORD, "place-prep"))
		return i;
	text = tb_text_of(doc, i + 1, i + 2);
	e = ending_of(text);
	if (e < 0 || tb_is_cap(doc, i + 2) || tb_place_in_short_quotes(doc, i + 1, i + 2))
		return i;
	place = tb_place_add(f, i + 1, i + 2, TB_NONE, "town_ending");
	if (place == NULL)
		return i;
	tb_buffer_put(&nominative, text.data, text.len - strlen(endings[e].form));
	tb_buffer_puts(&nominative, endings[e].nominative);
	place->name = tb_buffer_text(&nominative);
	place->type = TB_PT_settlement;
	f->failed = f->failed || place->name == NULL;
	return i + 2;
}
