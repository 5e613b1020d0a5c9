/*
 * person_table.c
 *	  A table from folded names to numbers.
 */
#include "core/person_internal.h"

#include "base/fold.h"
#include "lex/hash.h"

static uint32_t
name_hash(const char *s)
{
	return tb_hash_word(s, strlen(s));
}

static bool
table_grow(TbArena *arena, NameTable *t)
{
	NameTable	grown = {NULL, t->cap == 0 ? 64 : t->cap * 2, t->used};

	grown.slots = tb_arena_alloc(arena, grown.cap * sizeof(NameSlot));
	if (grown.slots == NULL)
		return false;
	for (uint32_t i = 0; i < t->cap; i++)
	{
		uint32_t	at;

		if (t->slots[i].text == NULL)
			continue;
		at = name_hash(t->slots[i].text) & (grown.cap - 1);
		while (grown.slots[at].text != NULL)
			at = (at + 1) & (grown.cap - 1);
		grown.slots[at] = t->slots[i];
	}
	*t = grown;
	return true;
}

uint32_t *
tb_person_slot(TbArena *arena, NameTable *t, const char *key, bool make)
{
	uint32_t	at;

	if (make && t->used * 2 >= t->cap && !table_grow(arena, t))
		return NULL;
	if (t->cap == 0)
		return NULL;
	at = name_hash(key) & (t->cap - 1);
	for (; t->slots[at].text != NULL; at = (at + 1) & (t->cap - 1))
		if (strcmp(t->slots[at].text, key) == 0)
			return &t->slots[at].value;
	if (!make)
		return NULL;
	t->slots[at].text = tb_arena_strdup(arena, key, strlen(key));
	if (t->slots[at].text == NULL)
		return NULL;
	t->used++;
	return &t->slots[at].value;
}

const char *
tb_person_folded(Persons *p, const char *s, size_t len)
{
	char	   *copy = tb_arena_take(p->doc->arena, len + 1);

	if (copy == NULL)
	{
		p->failed = true;
		return "";
	}
	copy[tb_fold(s, len, copy)] = '\0';
	return copy;
}
