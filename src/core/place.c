/*
 * place.c
 *	  Finds names of places, and the country that a document speaks of.
 *
 * The lexicon offers readings for the words at a token; the neighbours decide.
 *
 *	«в г.Алматы, Туркестанской и Алматинской областях, на Урале и в Семее»
 *		г.Алматы		marker_before: the marker joins the mention
 *		Туркестанской	elliptic_region: its head stands by the next name
 *		Алматинской областях	region_plural_head
 *		Урале			river, lake or area after «на»
 *		Семее			homonym: needs a capital and a marker, a
 *						preposition of place, a place beside it, or the same
 *						name with a marker elsewhere in the document
 *
 * What sounds like a place and is none: a name right inside quotation marks,
 * a name after улица, имени …, a surname after a given name or initials.
 *
 * Of several places of one name (город and озеро Балхаш) the marker decides,
 * then the neighbours, the document's country, and the type.
 *
 * place_context.c asks the neighbours, place_name.c reads names,
 * place_evidence.c tells whether they are places here, place_adjective.c reads
 * adjectives, place_unknown.c and place_suffix.c what no list has, place_list.c lists with one
 * head, and place_country.c tells the document's country.  Here they are run.
 */
#include "core/place_internal.h"

#include "lex/builder.h"

/* The entries that accepted names mention, a bit each; NULL: no memory. */
static uint8_t *
mentioned_entries(const TbDocument *doc)
{
	uint32_t	n = doc->lex->image->nentries +
		(doc->lex->terms ? doc->lex->terms->entries.n : 0);
	uint8_t    *bits = tb_arena_alloc(doc->arena, n / 8 + 1);

	for (uint32_t i = 0; bits != NULL && i < doc->places.n; i++)
		if (doc->places.at[i].entry != TB_NONE && doc->places.at[i].kind == TB_PK_NAME)
			bits[doc->places.at[i].entry / 8] |=
				(uint8_t) (1 << doc->places.at[i].entry % 8);
	return bits;
}

uint32_t
tb_place_from(const TbDocument *doc, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = doc->places.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (doc->places.at[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Length of the region's part of a code, «kz/kostanay-region/»; 0: none. */
static size_t
region_length(const char *code)
{
	const char *slash = strchr(code, '/');

	slash = slash ? strchr(slash + 1, '/') : NULL;
	return slash ? (size_t) (slash + 1 - code) : 0;
}

/* «Куйбышев, Барабинск», «Барабинск и Куйбышев»: in a list beside a sure place. */
static bool
is_listed(const TbDocument *doc, const TbPlace *place)
{
	uint32_t	behind = tb_place_from(doc, place->first);

	for (uint32_t i = behind > 0 ? behind - 1 : 0; i < doc->places.n; i++)
	{
		const TbPlace *other = &doc->places.at[i];

		if (other->kind != TB_PK_NAME || other->type != place->type)
			continue;
		if ((other->first == place->end + 1 && tb_is_comma_or_and(doc, place->end)) ||
			(other->end + 1 == place->first && tb_is_comma_or_and(doc, other->end)))
			return true;
		if (other->first > place->end + 1)
			break;
	}
	return false;
}

/*
 * «долг Рудного», «из Мостов» where the text speaks of the same region: a
 * capital inside a sentence on a word that is no given name or surname.
 */
static bool
has_sibling(const TbDocument *doc, const TbPlace *place)
{
	const char *code = tb_string(doc, tb_lexicon_entry(doc->lex, place->entry)->code);
	size_t		len = region_length(code);

	if (len == 0 || place->end != place->first + 1 ||
		(tb_tok(doc, place->first)->flags & (TB_TF_SENT | TB_TF_CAPS)) ||
		(!is_listed(doc, place) &&
		 (tb_may_be(doc, place->first, TB_BIT(GIVEN) | TB_BIT(SURNAME)) ||
		  tb_is_surname_shaped(tb_text_of(doc, place->first, place->end)))) ||
		(place->type != TB_PT_city && place->type != TB_PT_settlement) ||
		tb_is_cap(doc, place->end) || tb_word_is(doc, place->first - 1, TB_ROLE, NULL) ||
		tb_may_be(doc, place->end, TB_BIT(ORGWORD) | TB_BIT(NOPERSON)))
		return false;
	for (uint32_t i = 0; i < doc->places.n && i < MEMORY; i++)
	{
		const TbPlace *other = &doc->places.at[i];
		const char *there;

		if (other->entry == TB_NONE || other->kind != TB_PK_NAME ||
			other->entry == place->entry)
			continue;
		there = tb_string(doc, tb_lexicon_entry(doc->lex, other->entry)->code);
		if (strncmp(code, there, len) == 0)
			return true;
	}
	return false;
}

/*
 * May another mention make this homonym sure?  Not where the word itself says
 * something else: «Или» and «Вены болят» that open a sentence, «дом Иванова»
 * (but «мэр Иванова»).
 */
static bool
may_be_confirmed(const TbDocument *doc, const TbPlace *place)
{
	const TbToken *tok = tb_tok(doc, place->first);
	size_t		len = strlen(place->name);

	if (place->end != place->first + 1)
		return true;
	if ((tok->flags & TB_TF_SENT) &&
		(tb_word_is(doc, place->first, TB_WORD, "and") ||
		 (tb_may_be(doc, place->first, TB_BIT(COMMON)) && !(place->gram & TB_NOM))))
		return false;
	return len < 2 || strcmp(place->name + len - 2, "о") != 0 || (place->gram & TB_NOM) ||
		(place->first > 0 && tb_may_be(doc, place->first - 1, TB_BIT(ROLE) | TB_BIT(GROUP)));
}

/* Put n more places, in the order of the text as all are, where they belong. */
static TbStatus
merge_places(TbDocument *doc, const TbPlace *more, uint32_t n)
{
	uint32_t	old = doc->places.n;

	for (uint32_t i = 0; i < n; i++)
		if (TB_PUSH(doc->arena, &doc->places) == NULL)
			return TB_NO_MEMORY;
	/* from the end on, so that nothing is written over */
	for (uint32_t to = old + n; n > 0; to--)
	{
		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		if (old > 0 && doc->places.at[old - 1].first > more[n - 1].first)
			doc->places.at[to - 1] = doc->places.at[--old];
		else
			doc->places.at[to - 1] = more[--n];
	}
	return TB_OK;
}

/* Take the doubtful homonyms that the document confirms elsewhere. */
static TbStatus
take_confirmed(Finder *f)
{
	TbDocument *doc = f->doc;
	uint8_t    *bits;
	uint32_t	taken = 0;

	if (f->doubtful.n == 0)
		return TB_OK;
	bits = mentioned_entries(doc);
	if (bits == NULL)
		return TB_NO_MEMORY;
	for (uint32_t i = 0; i < f->doubtful.n; i++)
	{
		const TbPlace *place = &f->doubtful.at[i];

		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		if (may_be_confirmed(doc, place) &&
			((bits[place->entry / 8] & 1 << place->entry % 8) || has_sibling(doc, place)))
			f->doubtful.at[taken++] = *place;
	}
	return merge_places(doc, f->doubtful.at, taken);
}

/*
 * second_part: «Травников-Обской», «Каспий-Медиа-Урал»: a part of somebody's
 * or something's name.  Not «Алматы-Астана», «Северо-Казахстанская».
 */
static bool
is_second_part(const TbDocument *doc, uint32_t i)
{
	return i >= 2 && (tb_tok(doc, i)->flags & TB_TF_GLUED) &&
		tb_is_mark(&doc->text, i - 1, '-') && (tb_tok(doc, i - 1)->flags & TB_TF_GLUED) &&
		tb_is_cap(doc, i - 2) && !(tb_tok(doc, i - 2)->flags & TB_TF_CAPS) &&
		tb_tok(doc, i - 2)->letters > 3 && !tb_is_place_word(doc, i - 2) &&
		!tb_ends_in(doc, i - 2, "о") && !tb_ends_in(doc, i - 2, "е");
}

TbStatus
tb_place_find(TbDocument *doc)
{
	Finder		f = {.doc = doc};

	uint32_t	end = doc->text.ntok;
	uint32_t	i = 0;

	while ((i = tb_next_of(doc, i, end, PLACE_BITS | TB_BIT(MARKER) | TB_BIT(PREP))) < end)
	{
		uint32_t	next = i;

		if (tb_arena_poll(doc->arena))
			return TB_INTERRUPTED;
		if (!is_second_part(doc, i))
		{
			next = tb_place_name_at(&f, i);
			if (next == i)
				next = tb_place_adjective_at(&f, i);
			if (next == i)
				next = tb_place_unknown_at(&f, i);
			if (next == i)
				next = tb_place_suffix_at(&f, i);
		}
		i = next == i ? i + 1 : tb_place_list_rest(&f, next);
		if (f.failed)
			return TB_NO_MEMORY;
	}
	TB_TRY(take_confirmed(&f));
	tb_place_listed_districts(&f);
	return f.failed ? TB_NO_MEMORY : merge_places(doc, f.late.at, f.late.n);
}
