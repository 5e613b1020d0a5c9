/*
 * place_evidence.c
 *	  Is a name that the lexicon has a place here, or an ordinary word, an
 *	  adjective, a person?  What its own shape and its neighbours say.
 *
 * «Шар» is an ordinary word and needs evidence; «в Шаре», «Алматы и Шар»,
 * «СЕМЕЙ, 12 мая» give it.  «Мирный договор» and «академик Курчатов» speak
 * against it whatever the document says elsewhere.
 */
#include "core/place_internal.h"

/* How far the head of a list of districts is sought. */
#define DISTRICTS_AHEAD 16

/*
 * The place found last, if it stands right before token i but for a comma or
 * «и», or for the dash of a route: «Алматы — Семей».
 */
const TbPlace *
tb_place_coordinated(const TbDocument *doc, uint32_t i)
{
	const TbPlace *last;
	bool		route;

	if (doc->places.n == 0 || i < 2)
		return NULL;
	last = &doc->places.at[doc->places.n - 1];
	if (last->end != i - 1 || last->kind != TB_PK_NAME)
		return NULL;
	route = last->type == TB_PT_city && tb_is_dash(tb_tok(doc, i - 1)->value) &&
		tb_tok(doc, i - 1)->kind == TB_MARK;
	return route || tb_is_comma_or_and(doc, i - 1) ? last : NULL;
}

bool
tb_place_is_natural(uint8_t type)
{
	return type == TB_PT_river || type == TB_PT_lake || type == TB_PT_area ||
		type == TB_PT_sea || type == TB_PT_mountain || type == TB_PT_island ||
		type == TB_PT_reservoir;
}

static bool
ends_in_o(const char *name)
{
	size_t		len = strlen(name);

	return len > 2 && strcmp(name + len - 2, "о") == 0;
}

/* Is the name a homonym here: an ordinary word that opens a sentence, say? */
bool
tb_place_is_homonym(const TbDocument *doc, const Candidate *c)
{
	/* «в РБ» is Башкортостан or Бурятия: the text must say which */
	if ((c->reading->flags & TB_RF_OWN) && c->entry->sub != TB_PT_country)
		return !tb_place_is_spoken_of(doc, tb_string(doc, c->entry->code), c->name);
	if ((c->entry->flags & TB_EF_HOMONYM) && !(c->reading->flags & TB_RF_ALIAS))
		return true;
	/* «копали Тимирязева»: a street's man, not Тимирязево */
	if (c->end == c->name + 1 && (c->entry->sub == TB_PT_city || c->entry->sub == TB_PT_settlement) &&
		!(c->reading->gram & TB_NOM) && ends_in_o(tb_string(doc, c->entry->name)) &&
		tb_is_surname_shaped(tb_text_of(doc, c->name, c->end)))
		return true;
	return c->end == c->name + 1 && (tb_tok(doc, c->name)->flags & TB_TF_SENT) &&
		tb_may_be(doc, c->name, TB_BIT(COMMON));
}

/* «СЕМЕЙ, 12 мая –», «Астана. Президент …»: a name that opens the text's line. */
static bool
opens_dateline(const TbDocument *doc, uint32_t first, uint32_t end)
{
	return (tb_tok(doc, first)->flags & TB_TF_PARA) &&
		tb_in_capitals(doc, first, end) &&
		(tb_is_mark(&doc->text, end, ',') || tb_is_mark(&doc->text, end, '.') ||
		 tb_is_dash(tb_tok(doc, end)->value));
}

/*
 * «мэр Владимира», «жители Слободского», «под Нагорском» where the text speaks
 * of its region: what stands before a homonym goes with places.
 */
static bool
is_led_as_place(const TbDocument *doc, const Candidate *c, uint32_t cases)
{
	if ((cases & TB_GEN) && tb_word_is(doc, c->first - 1, TB_WORD, "town-head") &&
		(!tb_is_cap(doc, c->end) || tb_may_be(doc, c->end, TB_BIT(GIVEN))))
		return true;
	/* «депутат от Рудного» */
	if ((cases & TB_GEN) && c->first > 1 && tb_text_is(doc, c->first - 1, "от") &&
		tb_may_be(doc, c->first - 2, TB_BIT(ROLE)))
		return true;
	return (cases & ~TB_NOM) != 0 && tb_may_be(doc, c->first - 1, TB_BIT(PREP)) &&
		!tb_is_cap(doc, c->end) && tb_place_is_near(doc, c->entry, c->end);
}

/* Do the neighbours say that a homonym is a place here? */
bool
tb_place_has_evidence(const TbDocument *doc, const Candidate *c)
{
	uint32_t	cases = tb_gram_cases(c->reading->gram);

	if (c->reading->flags & TB_RF_OWN)
		return false;
	if (c->marked || tb_place_coordinated(doc, c->first) != NULL ||
		opens_dateline(doc, c->first, c->end))
		return true;
	if (c->first == 0 || (tb_tok(doc, c->first)->flags & TB_TF_SENT))
		return false;
	/* «Елимай» (Семей) */
	if (tb_is_mark(&doc->text, c->first - 1, '(') && tb_is_mark(&doc->text, c->end, ')'))
		return c->first > 1 && tb_is_quote_mark(tb_tok(doc, c->first - 2)->value);
	if (tb_word_is(doc, c->first - 1, TB_WORD, "place-prep"))
		return (cases & (TB_PRE | TB_GEN | TB_ACC)) != 0;
	if (is_led_as_place(doc, c, cases))
		return true;
	return tb_place_is_natural(c->entry->sub) && (cases & TB_PRE) &&
		tb_word_is(doc, c->first - 1, TB_WORD, "na");
}

/* May a name that looks like an adjective stand before this word as before its noun? */
static bool
may_be_its_noun(const TbDocument *doc, uint32_t i)
{
	static const char *const verbs[] = {
		"л", "лся", "ет", "ит", "ется", "ится", "ла", "лась", "ло", "лось", "ли", "лись",
		"ут", "ют", "ат", "ят", NULL
	};

	/* «зал», «село» */
	if (tb_word_is(doc, i, TB_TENSE, "none"))
		return true;
	return tb_tok(doc, i)->letters > 2 && !tb_ends_in_any(doc, i, verbs) &&
		!tb_may_be(doc, i, TB_BIT(PREP) | TB_BIT(CUE) | TB_BIT(TENSE) | TB_BIT(CONJ) | TB_BIT(PRON));
}

/* Does the noun go by its ending with the adjective: белый дом, в белом доме? */
static bool
agrees(const TbDocument *doc, uint32_t adjective, uint32_t noun)
{
	static const struct
	{
		const char *adjective;
		const char *noun[11];
		bool		other;			/* any ending but these */
	}			endings[] = {
		{"ая", {"а", "я", "ь"}, false},
		{"ое", {"о", "е"}, false},
		{"ого", {"а", "я"}, false},
		{"ому", {"у", "ю"}, false},
		{"ом", {"е", "ии"}, false},
		{"ым", {"ом", "ем"}, false},
		{"им", {"ом", "ем"}, false},
		{"ый", {"а", "я", "о", "е", "и", "ы", "у", "ю", "э"}, true},
		{"ий", {"а", "я", "о", "е", "и", "ы", "у", "ю", "э"}, true},
		{"ой", {"а", "я", "о", "е", "и", "ы", "у", "ю", "э"}, true},
	};

	if (!may_be_its_noun(doc, noun))
		return false;
	for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++)
		if (tb_ends_in(doc, adjective, endings[k].adjective))
			return tb_ends_in_any(doc, noun, endings[k].noun) != endings[k].other;
	return false;
}

/*
 * «в Аральском, | Казалинском и Кармакшинском районах»: no form of Казалинск,
 * «за Казалинском»?
 */
static bool
is_of_districts(const TbDocument *doc, uint32_t i)
{
	uint32_t	limit = i + DISTRICTS_AHEAD;

	while (i < limit && tb_ends_in(doc, i, "ском") && tb_is_comma_or_and(doc, i + 1))
		i += 2;
	return tb_ends_in(doc, i, "ском") && tb_word_is(doc, i + 1, TB_MARKER, "district");
}

/*
 * Is a name that looks like an adjective one: «Мирный договор», «в Белом
 * доме», «Южный Казахстан», «Железнодорожный район»?  Not «Рудный получит»,
 * «в Рудном».
 */
bool
tb_place_is_attribute(const TbDocument *doc, const Candidate *c)
{
	static const char *const nominative[] = {"ый", "ий", "ой", "ая", "ое", NULL};
	uint32_t	end;

	if (c->end == c->name + 1 && !(c->reading->gram & TB_NOM) && is_of_districts(doc, c->name))
		return true;
	if (c->marked || c->end != c->name + 1 || !(c->entry->flags & TB_EF_HOMONYM))
		return false;
	/* «в Заводском, Центральном и Октябрьском районах» */
	if (tb_may_be(doc, c->name, TB_BIT(PLACE_ADJ)) &&
		tb_place_chain_head(doc, c->name) != NULL)
		return true;
	if (!tb_is_word(doc, c->end) || (tb_tok(doc, c->end)->flags & (TB_TF_SENT | TB_TF_PARA)))
		return false;
	return tb_phrase_reading(doc, c->end, TB_MARKER, "district", &end) != NULL ||
		(tb_ends_in_any(doc, c->name, nominative) &&
		 tb_phrase_reading(doc, c->end, TB_PLACE, NULL, &end) != NULL) ||
		agrees(doc, c->name, c->end);}

/* «академик Курчатов», «аким Конаев»: a person's surname behind what he is. */
bool
tb_place_is_behind_person_word(const TbDocument *doc, const Candidate *c)
{
	return c->name > 0 && (c->entry->flags & TB_EF_HOMONYM) &&
		(c->reading->gram & TB_NOM) && c->end == c->name + 1 &&
		!tb_is_cap(doc, c->name - 1) &&
		tb_may_be(doc, c->name - 1, TB_BIT(PERSONWORD) | TB_BIT(ROLE) | TB_BIT(HONORIFIC)) &&
		tb_is_surname_shaped(tb_text_of(doc, c->name, c->end));
}
