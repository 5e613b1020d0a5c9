/*
 * builder.c
 *	  Words, trie, readings and entries in growing tables.
 *
 * A node is known by its number.  Numbers below the base image's count are
 * the image's own: the builder then only holds what a term adds to such a
 * node.  A form «Атырауской области» is walked word by word; a missing word
 * or edge is made on the way, and the last node gets the reading.
 */
#include "lex/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "lex/hash.h"
#include "lex/token.h"

#define FIRST_SLOTS 256

TbStatus
tb_builder_init(TbBuilder *b, const TbImage *base, TbArena *arena)
{
	memset(b, 0, sizeof(*b));
	b->arena = arena;
	b->base = base;
	b->next_node = base == NULL ? 1 : base->nnodes;
	b->next_entry = base == NULL ? 0 : base->nentries;
	return tb_builder_string(b, "", 0) == UINT32_MAX ? TB_NO_MEMORY : TB_OK;
}

/* Offset of our first string. */
static uint32_t
string_base(const TbBuilder *b)
{
	return b->base == NULL ? 0 : b->base->nstrings;
}

static const char *
own_string(const TbBuilder *b, uint32_t offset)
{
	return b->strings.at + (offset - string_base(b));
}

/* ------------------------------------------------------ tables of indexes */

typedef uint32_t (*SlotHash) (const TbBuilder *b, uint32_t index);

/* Room for one more in a table of indexes, at most half full. */
static bool
slots_reserve(TbBuilder *b, uint32_t **slots, uint32_t *cap, uint32_t used,
			  SlotHash hash)
{
	uint32_t   *grown;
	uint32_t	room = *cap == 0 ? FIRST_SLOTS : *cap * 2;

	if (used * 2 < *cap)
		return true;
	grown = tb_arena_alloc(b->arena, (size_t) room * sizeof(uint32_t));
	if (grown == NULL)
		return false;
	for (uint32_t i = 0; i < *cap; i++)
	{
		uint32_t	slot;

		if ((*slots)[i] == 0)
			continue;
		slot = hash(b, (*slots)[i] - 1) & (room - 1);
		while (grown[slot] != 0)
			slot = (slot + 1) & (room - 1);
		grown[slot] = (*slots)[i];
	}
	*slots = grown;
	*cap = room;
	return true;
}

static uint32_t
hash_text(const TbBuilder *b, uint32_t offset)
{
	const char *s = own_string(b, offset);

	return tb_hash_word(s, strlen(s));
}

static uint32_t
hash_node_number(const TbBuilder *b, uint32_t index)
{
	return b->nodes.at[index].node * UINT32_C(2654435761);
}

static uint32_t
hash_node_text(const TbBuilder *b, uint32_t index)
{
	return hash_text(b, b->nodes.at[index].text);
}

static uint32_t
hash_code(TbClass klass, const char *code)
{
	return tb_hash_word(code, strlen(code)) + (uint32_t) klass * 31;
}

static uint32_t
hash_entry(const TbBuilder *b, uint32_t index)
{
	const TbEntry *entry = &b->entries.at[index];
	const TbLexicon lex = {b->base, b};

	return hash_code(entry->klass, b->base == NULL ? own_string(b, entry->code)
					 : tb_lexicon_string(&lex, entry->code));
}

/* ---------------------------------------------------------------- strings */

uint32_t
tb_builder_string(TbBuilder *b, const char *s, size_t len)
{
	uint32_t	slot;
	uint32_t	offset;

	if (!slots_reserve(b, &b->string_slots, &b->string_cap, b->ninterned, hash_text))
		return UINT32_MAX;
	slot = tb_hash_word(s, len) & (b->string_cap - 1);
	for (; b->string_slots[slot] != 0; slot = (slot + 1) & (b->string_cap - 1))
	{
		const char *have;

		offset = b->string_slots[slot] - 1;
		have = own_string(b, offset);
		if (strlen(have) == len && memcmp(have, s, len) == 0)
			return offset;
	}
	offset = string_base(b) + b->strings.n;
	for (size_t i = 0; i <= len; i++)
	{
		char	   *c = TB_PUSH(b->arena, &b->strings);

		if (c == NULL)
			return UINT32_MAX;
		*c = i < len ? s[i] : '\0';
	}
	b->string_slots[slot] = offset + 1;
	b->ninterned++;
	return offset;
}

/* ------------------------------------------------------------------ nodes */

const TbBuilderNode *
tb_terms_node(const TbTerms *t, uint32_t node)
{
	if (t->node_cap == 0)
		return NULL;
	for (uint32_t slot = (node * UINT32_C(2654435761)) & (t->node_cap - 1);
		 t->node_slots[slot] != 0; slot = (slot + 1) & (t->node_cap - 1))
	{
		const TbBuilderNode *have = &t->nodes.at[t->node_slots[slot] - 1];

		if (have->node == node)
			return have;
	}
	return NULL;
}

/* Our record of a node, made when missing; NULL: no memory. */
static TbBuilderNode *
node_record(TbBuilder *b, uint32_t node)
{
	TbBuilderNode *record = (TbBuilderNode *) tb_terms_node(b, node);
	uint32_t	slot;

	if (record != NULL)
		return record;
	if (!slots_reserve(b, &b->node_slots, &b->node_cap, b->nodes.n, hash_node_number))
		return NULL;
	record = TB_PUSH(b->arena, &b->nodes);
	if (record == NULL)
		return NULL;
	record->node = node;
	slot = (node * UINT32_C(2654435761)) & (b->node_cap - 1);
	while (b->node_slots[slot] != 0)
		slot = (slot + 1) & (b->node_cap - 1);
	b->node_slots[slot] = b->nodes.n;
	return record;
}

uint32_t
tb_terms_find_word(const TbTerms *t, const char *folded, size_t len)
{
	if (t->word_cap == 0)
		return 0;
	for (uint32_t slot = tb_hash_word(folded, len) & (t->word_cap - 1);
		 t->word_slots[slot] != 0; slot = (slot + 1) & (t->word_cap - 1))
	{
		const TbBuilderNode *have = &t->nodes.at[t->word_slots[slot] - 1];
		const char *text = own_string(t, have->text);

		if (strlen(text) == len && memcmp(text, folded, len) == 0)
			return have->node;
	}
	return 0;
}

/* The node of a word, made when missing; 0: no memory. */
static uint32_t
word_node(TbBuilder *b, const char *folded, size_t len)
{
	const TbLexicon lex = {b->base, b};
	uint32_t	node = b->base != NULL ? tb_lexicon_find_word(&lex, folded, len)
		: tb_terms_find_word(b, folded, len);
	uint32_t	text;
	uint32_t	slot;
	TbBuilderNode *record;

	if (node != 0)
		return node;
	text = tb_builder_string(b, folded, len);
	if (text == UINT32_MAX ||
		!slots_reserve(b, &b->word_slots, &b->word_cap, b->nwords, hash_node_text))
		return 0;
	record = node_record(b, b->next_node);
	if (record == NULL)
		return 0;
	record->text = text;
	slot = tb_hash_word(folded, len) & (b->word_cap - 1);
	while (b->word_slots[slot] != 0)
		slot = (slot + 1) & (b->word_cap - 1);
	b->word_slots[slot] = (uint32_t) (record - b->nodes.at) + 1;
	b->nwords++;
	return b->next_node++;
}

/* ------------------------------------------------------------------ edges */

static TbEdge *
edge_slot(const TbTerms *t, uint32_t from, uint32_t word)
{
	uint32_t	slot = tb_hash_edge(from, word) & (t->edge_cap - 1);

	while (t->edge_slots[slot].to != 0 &&
		   (t->edge_slots[slot].from != from || t->edge_slots[slot].word != word))
		slot = (slot + 1) & (t->edge_cap - 1);
	return &t->edge_slots[slot];
}

uint32_t
tb_terms_next(const TbTerms *t, uint32_t node, uint32_t word)
{
	return t->edge_cap == 0 ? 0 : edge_slot(t, node, word)->to;
}

static bool
edges_reserve(TbBuilder *b)
{
	uint32_t	old_cap = b->edge_cap;
	TbEdge	   *old = b->edge_slots;

	if (b->nedges * 2 < b->edge_cap)
		return true;
	b->edge_cap = old_cap == 0 ? FIRST_SLOTS : old_cap * 2;
	b->edge_slots = tb_arena_alloc(b->arena, (size_t) b->edge_cap * sizeof(TbEdge));
	if (b->edge_slots == NULL)
	{
		b->edge_slots = old;
		b->edge_cap = old_cap;
		return false;
	}
	for (uint32_t i = 0; i < old_cap; i++)
		if (old[i].to != 0)
			*edge_slot(b, old[i].from, old[i].word) = old[i];
	return true;
}

/* The node behind an edge, made when missing; 0: no memory. */
static uint32_t
edge_node(TbBuilder *b, uint32_t from, uint32_t word)
{
	const TbLexicon lex = {b->base, b};
	uint32_t	to = b->base != NULL ? tb_lexicon_next(&lex, from, word)
		: tb_terms_next(b, from, word);

	if (to != 0)
		return to;
	if (!edges_reserve(b) || node_record(b, b->next_node) == NULL)
		return 0;
	*edge_slot(b, from, word) = (TbEdge)
	{
		from, word, b->next_node
	};
	b->nedges++;
	return b->next_node++;
}

/* --------------------------------------------------------------- readings */

/* Note that a node has other readings than at the last finish. */
static bool
note_change(TbBuilder *b, TbBuilderNode *record)
{
	uint32_t   *number;

	if (record->changed)
		return true;
	number = TB_PUSH(b->arena, &b->changed);
	if (number == NULL)
		return false;
	*number = (uint32_t) (record - b->nodes.at);
	record->changed = true;
	return true;
}

/* Add a reading to a node, or its cases to the same reading. */
static TbStatus
add_reading(TbBuilder *b, uint32_t node, const TbReading *reading)
{
	TbBuilderNode *record = node_record(b, node);
	TbBuilderReading *item;
	uint32_t   *link;

	if (record == NULL || !note_change(b, record))
		return TB_NO_MEMORY;
	for (uint32_t i = record->readings; i != 0; i = b->list.at[i - 1].next)
	{
		TbReading  *have = &b->list.at[i - 1].reading;

		if (have->entry == reading->entry && have->flags == reading->flags)
		{
			have->gram |= reading->gram;
			return TB_OK;
		}
	}
	item = TB_PUSH(b->arena, &b->list);
	if (item == NULL)
		return TB_NO_MEMORY;
	item->reading = *reading;
	item->node = node;
	item->rank = b->rank;
	link = &record->readings;
	while (*link != 0 && b->list.at[*link - 1].rank > b->rank)
		link = &b->list.at[*link - 1].next;
	item->next = *link;
	*link = b->list.n;
	return TB_OK;
}

uint32_t
tb_builder_entry(TbBuilder *b, const TbEntry *entry)
{
	TbEntry    *item;
	uint32_t   *rank;
	uint32_t	slot;

	if (!slots_reserve(b, &b->entry_slots, &b->entry_cap, b->entries.n, hash_entry))
		return UINT32_MAX;
	item = TB_PUSH(b->arena, &b->entries);
	rank = TB_PUSH(b->arena, &b->ranks);
	if (item == NULL || rank == NULL)
		return UINT32_MAX;
	*item = *entry;
	*rank = b->rank;
	slot = hash_entry(b, b->entries.n - 1) & (b->entry_cap - 1);
	while (b->entry_slots[slot] != 0)
		slot = (slot + 1) & (b->entry_cap - 1);
	b->entry_slots[slot] = b->entries.n;
	return b->next_entry + b->entries.n - 1;
}

uint32_t
tb_builder_find_entry(const TbBuilder *b, TbClass klass, const char *code,
					  const char *country, uint32_t rank)
{
	const TbLexicon lex = {b->base, b};
	uint32_t	found = UINT32_MAX;

	if (b->entry_cap == 0)
		return UINT32_MAX;
	for (uint32_t slot = hash_code(klass, code) & (b->entry_cap - 1);
		 b->entry_slots[slot] != 0; slot = (slot + 1) & (b->entry_cap - 1))
	{
		uint32_t	i = b->entry_slots[slot] - 1;
		const TbEntry *entry = &b->entries.at[i];

		if (entry->klass == klass && b->ranks.at[i] <= rank &&
			(found == UINT32_MAX || b->ranks.at[i] < b->ranks.at[found]) &&
			strcmp(tb_lexicon_string(&lex, entry->code), code) == 0 &&
			(country == NULL ||
			 strcmp(tb_lexicon_string(&lex, entry->country), country) == 0))
			found = i;
	}
	return found;
}

/* An entry's tag, of ours or the base image's. */
static uint32_t
tag_of(const TbBuilder *b, uint32_t entry)
{
	const TbLexicon lex = {b->base, b};
	const TbEntry *at = b->base != NULL ? tb_lexicon_entry(&lex, entry)
		: &b->entries.at[entry];
	const char *code = b->base != NULL ? tb_lexicon_string(&lex, at->code)
		: b->strings.at + at->code;

	return tb_reading_tag(at->klass, code);
}

/* Say of a node that forms of a class are at it or behind it. */
static TbStatus
mark_node(TbBuilder *b, uint32_t node, TbClass klass)
{
	TbBuilderNode *record = node_record(b, node);

	if (record == NULL)
		return TB_NO_MEMORY;
	record->mask |= UINT64_C(1) << klass;
	return TB_OK;
}

/* The node a token leads to from node (0: the start); 0: no memory. */
static uint32_t
step(TbBuilder *b, const TbText *text, uint32_t i, uint32_t node)
{
	char		folded[TB_MAX_WORD];
	size_t		len = tb_token_fold(text, i, folded);
	uint32_t	word = word_node(b, folded, len);

	return word == 0 || node == 0 ? word : edge_node(b, node, word);
}

TbStatus
tb_builder_form(TbBuilder *b, const char *form, size_t len, uint32_t entry,
				TbGram gram, uint32_t flags)
{
	const TbReading reading = {entry, gram, flags, tag_of(b, entry)};
	TbClass		klass = reading.tag & 0xFF;
	uint32_t	node = 0;
	TbText		text;
	TbArena		scratch;
	TbStatus	status;

	tb_arena_init(&scratch, b->arena->host);
	status = tb_text_open(&text, form, len, NULL, &scratch);
	for (uint32_t i = 0; status == TB_OK && i < text.ntok; i++)
	{
		if (text.tok[i].kind == TB_MARK && (text.tok[i].flags & TB_TF_GLUED))
			continue;
		node = step(b, &text, i, node);
		status = node == 0 ? TB_NO_MEMORY : mark_node(b, node, klass);
	}
	if (status == TB_OK && node != 0)
		status = add_reading(b, node, &reading);
	tb_arena_reset(&scratch);
	return status;
}

/* ----------------------------------------------------------------- finish */

/* Copy the base image's readings of a node behind ours, which come first. */
static bool
take_base_readings(TbBuilder *b, uint32_t node)
{
	const TbLexicon lex = {b->base, NULL};
	const TbReading *have;
	uint32_t	n;

	if (b->base == NULL || node >= b->base->nnodes)
		return true;
	have = tb_lexicon_readings(&lex, node, &n);
	for (uint32_t i = 0; i < n; i++)
	{
		TbReading  *copy = TB_PUSH(b->arena, &b->readings);

		if (copy == NULL)
			return false;
		*copy = have[i];
	}
	return true;
}

/* Put the readings of a node in order, behind all others. */
static bool
order_readings(TbBuilder *b, TbBuilderNode *node)
{
	node->changed = false;
	node->first = b->readings.n;
	for (uint32_t r = node->readings; r != 0; r = b->list.at[r - 1].next)
	{
		TbReading  *copy = TB_PUSH(b->arena, &b->readings);

		if (copy == NULL)
			return false;
		*copy = b->list.at[r - 1].reading;
	}
	if (!take_base_readings(b, node->node))
		return false;
	node->count = b->readings.n - node->first;
	return true;
}

TbStatus
tb_builder_finish(TbBuilder *b)
{
	/* of an image all nodes, in their order; of terms those that changed */
	for (uint32_t i = 0; b->base == NULL && i < b->nodes.n; i++)
		if (!order_readings(b, &b->nodes.at[i]))
			return TB_NO_MEMORY;
	for (uint32_t i = 0; b->base != NULL && i < b->changed.n; i++)
		if (!order_readings(b, &b->nodes.at[b->changed.at[i]]))
			return TB_NO_MEMORY;
	b->changed.n = 0;
	return TB_OK;
}
