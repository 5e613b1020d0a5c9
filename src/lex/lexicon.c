/*
 * lexicon.c
 *	  Lookups in the lexicon image and in the user's terms over it.
 */
#include "lex/lexicon.h"

#include <string.h>

#include "lex/builder.h"
#include "lex/hash.h"
#include "lex/waiting.h"

#define IMAGE_MAGIC "tribuna1"

/* Defined by lexicon.S, around the image that lexc wrote. */
extern const char tb_image_start[] __attribute__((visibility("hidden")));

static inline const void *
table(const TbImage *image, uint32_t offset)
{
	return (const char *) image + offset;
}

const TbImage *
tb_lexicon_image(void)
{
	return (const TbImage *) tb_image_start;
}

/* Does a table of n elements lie inside the image? */
static bool
table_fits(const TbImage *image, uint32_t offset, uint32_t n, size_t size)
{
	return offset % 8 == 0 && offset >= sizeof(TbImage) &&
		offset + (uint64_t) n * size <= image->size;
}

TbStatus
tb_lexicon_check(const void *data, size_t len)
{
	const TbImage *image = data;

	if (len < sizeof(TbImage) || memcmp(image->magic, IMAGE_MAGIC, 8) != 0 ||
		image->size != len ||
		!table_fits(image, image->words, image->word_slots, sizeof(TbWordSlot)) ||
		!table_fits(image, image->nodes, image->nnodes, sizeof(TbNode)) ||
		!table_fits(image, image->edges, image->edge_slots, sizeof(TbEdge)) ||
		!table_fits(image, image->readings, image->nreadings, sizeof(TbReading)) ||
		!table_fits(image, image->entries, image->nentries, sizeof(TbEntry)) ||
		!table_fits(image, image->classes, TB_NCLASSES + 1, sizeof(uint32_t)) ||
		!table_fits(image, image->codes, image->code_slots, sizeof(uint32_t)) ||
		!table_fits(image, image->holders, image->nholders, sizeof(TbHolder)) ||
		!table_fits(image, image->strings, image->nstrings, 1))
		return TB_BAD_IMAGE;
	return TB_OK;
}

/* ---------------------------------------------------------- words, nodes */

uint32_t
tb_lexicon_find_word(const TbLexicon *lex, const char *folded, size_t len)
{
	uint64_t	mask;

	return tb_lexicon_find_hashed(lex, (TbStr) {folded, (uint32_t) len},
								  tb_hash_word(folded, len), &mask);
}

uint32_t
tb_terms_look_up(const TbTerms *terms, uint32_t node, TbStr folded, uint64_t *mask)
{
	if (node == 0)
		node = tb_terms_find_word(terms, folded.data, folded.len);
	*mask |= tb_terms_mask(terms, node);
	return node;
}

uint32_t
tb_lexicon_next(const TbLexicon *lex, uint32_t node, uint32_t word)
{
	const TbImage *image = lex->image;

	if (node == 0 || word == 0)
		return 0;
	if (node < image->nnodes && word < image->nnodes)
	{
		const TbEdge *edges = table(image, image->edges);

		for (uint32_t i = tb_hash_edge(node, word) & (image->edge_slots - 1);
			 edges[i].to != 0; i = (i + 1) & (image->edge_slots - 1))
			if (edges[i].from == node && edges[i].word == word)
				return edges[i].to;
	}
	return lex->terms == NULL ? 0 : tb_terms_next(lex->terms, node, word);
}

uint64_t
tb_terms_mask(const TbTerms *terms, uint32_t node)
{
	const TbBuilderNode *own = node == 0 ? NULL : tb_terms_node(terms, node);

	return own == NULL ? 0 : own->mask;
}

/* --------------------------------------------------- strings and entries */

const char *
tb_terms_string(const TbTerms *terms, uint32_t offset)
{
	return terms->strings.at + offset;
}

const TbEntry *
tb_terms_entry(const TbTerms *terms, uint32_t entry)
{
	return &terms->entries.at[entry];
}

const TbReading *
tb_terms_readings(const TbTerms *terms, uint32_t node, uint32_t *n)
{
	const TbBuilderNode *own = node == 0 ? NULL : tb_terms_node(terms, node);

	if (own == NULL || own->count == 0)
		return NULL;
	*n = own->count;
	return terms->readings.at + own->first;
}

const TbReading *
tb_lexicon_seek_tag(const TbLexicon *lex, uint32_t node, uint32_t tag,
					const char *code)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(lex, node, &n);

	for (uint32_t i = 0; i < n; i++)
		if (readings[i].tag == tag &&
			strcmp(tb_lexicon_string(lex, tb_lexicon_entry(lex, readings[i].entry)->code),
				   code) == 0)
			return &readings[i];
	return NULL;
}

const TbReading *
tb_lexicon_seek_class(const TbLexicon *lex, uint32_t node, TbClass klass)
{
	uint32_t	n;
	const TbReading *readings = tb_lexicon_readings(lex, node, &n);

	for (uint32_t i = 0; i < n; i++)
		if (tb_reading_class(&readings[i]) == klass)
			return &readings[i];
	return NULL;
}

void
tb_lexicon_class(const TbLexicon *lex, TbClass klass, uint32_t *first,
				 uint32_t *end)
{
	const uint32_t *classes = table(lex->image, lex->image->classes);

	*first = classes[klass];
	*end = classes[klass + 1];
}

/* The user's entry of a class and code, or NULL. */
static const TbEntry *
find_own_code(const TbLexicon *lex, TbClass klass, const char *code)
{
	uint32_t	i = lex->terms == NULL ? UINT32_MAX :
		tb_builder_find_entry(lex->terms, klass, code, NULL, UINT32_MAX);

	return i == UINT32_MAX ? NULL : &lex->terms->entries.at[i];
}

const TbEntry *
tb_lexicon_find_code(const TbLexicon *lex, TbClass klass, const char *code)
{
	const TbImage *image = lex->image;
	const uint32_t *slots = table(image, image->codes);
	const TbEntry *own = find_own_code(lex, klass, code);

	if (own != NULL)
		return own;
	for (uint32_t i = tb_hash_code(klass, code) & (image->code_slots - 1);
		 slots[i] != 0; i = (i + 1) & (image->code_slots - 1))
	{
		const TbEntry *entry = tb_lexicon_entry(lex, slots[i] - 1);

		if (entry->klass == klass && strcmp(tb_lexicon_string(lex, entry->code), code) == 0)
			return entry;
	}
	return NULL;
}

/* --------------------------------------------------------------- holders */

static bool
holds_on(const TbHolder *holder, int32_t day)
{
	return (holder->from == TB_NO_DAY || holder->from <= day) &&
		(holder->to == TB_NO_DAY || day <= holder->to);
}

const TbHolder *
tb_lexicon_holders(const TbLexicon *lex, uint32_t *n)
{
	*n = lex->image->nholders;
	return table(lex->image, lex->image->holders);
}

const TbHolder *
tb_lexicon_holders_of(const TbLexicon *lex, const char *office, uint32_t *n)
{
	uint32_t	low = 0;
	uint32_t	high;
	const TbHolder *holders = tb_lexicon_holders(lex, &high);
	uint32_t	end = high;

	/* they are sorted by office */
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (strcmp(tb_lexicon_string(lex, holders[middle].office), office) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (*n = 0; low + *n < end &&
		 strcmp(tb_lexicon_string(lex, holders[low + *n].office), office) == 0;)
		++*n;
	return holders + low;
}

const TbHolder *
tb_lexicon_holder(const TbLexicon *lex, const char *office, int32_t day)
{
	uint32_t	n;
	const TbHolder *holders;

	if (day == TB_NO_DAY)
		return NULL;
	if (lex->terms != NULL && lex->terms->waiting != NULL)
		tb_waiting_meet_office(lex->terms->waiting, office);
	if (lex->terms != NULL)
		for (uint32_t i = lex->terms->holders.n; i-- > 0;)
		{
			const TbHolder *own = &lex->terms->holders.at[i];

			if (holds_on(own, day) &&
				strcmp(tb_lexicon_string(lex, own->office), office) == 0)
				return own;
		}
	/* on a day of handing over the newer one holds it */
	holders = tb_lexicon_holders_of(lex, office, &n);
	while (n-- > 0)
		if (holds_on(&holders[n], day))
			return &holders[n];
	return NULL;
}
