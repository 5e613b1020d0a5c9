/*
 * arena.c
 *	  Chunked memory over a host allocator.
 *
 *	chunk:  | next | payload ...................... |
 *	                  ^ arena->free  ... arena->left bytes
 *
 * Chunks double from 8 kB to 1 MB; a larger request gets a chunk of its own.
 */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CHUNK ((size_t) 8 * 1024)
#define LAST_CHUNK ((size_t) 1024 * 1024)

/*
 * What objects are aligned to: pointers and numbers of 64 bits, the most that
 * the core has, and as much as a MemoryContext promises.
 */
#define ALIGNMENT sizeof(uint64_t)

/* Bytes of an outgrown vector that are given back at once. */
#define WORTH_GIVING ((size_t) 256 * 1024)

/* Bytes that are zeroed or copied before the host is asked again. */
#define PIECE ((size_t) 1024 * 1024)

struct TbArenaChunk
{
	TbArenaChunk *next;
	bool		alone;			/* one object has all of it */
	uint64_t	payload[];
};

static void *
malloc_take(void *ctx, size_t size)
{
	(void) ctx;
	return malloc(size);
}

static void
malloc_give(void *ctx, void *chunk)
{
	(void) ctx;
	free(chunk);
}

void
tb_arena_init(TbArena *arena, TbArenaHost host)
{
	memset(arena, 0, sizeof(*arena));
	arena->host = host;
	arena->next_size = FIRST_CHUNK;
}

void
tb_arena_init_malloc(TbArena *arena)
{
	tb_arena_init(arena, (TbArenaHost) {
		.take = malloc_take,.give = malloc_give
	});
}

void
tb_arena_reset(TbArena *arena)
{
	while (arena->chunks != NULL)
	{
		TbArenaChunk *chunk = arena->chunks;

		arena->chunks = chunk->next;
		arena->host.give(arena->host.ctx, chunk);
	}
	tb_arena_init(arena, arena->host);
}

/* Put a chunk with room for payload bytes in front. */
static TbArenaChunk *
add_chunk(TbArena *arena, size_t payload)
{
	TbArenaChunk *chunk;

	chunk = arena->host.take(arena->host.ctx, sizeof(TbArenaChunk) + payload);
	if (chunk == NULL)
	{
		arena->refused = true;
		return NULL;
	}
	chunk->next = arena->chunks;
	chunk->alone = false;
	arena->chunks = chunk;
	return chunk;
}

void *
tb_arena_take(TbArena *arena, size_t size)
{
	TbArenaChunk *chunk;
	char	   *result;

	if (size > SIZE_MAX - ALIGNMENT - sizeof(TbArenaChunk))
		return NULL;
	size = (size + (size == 0) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (size > arena->left && size > arena->next_size / 4)
	{
		/* a chunk of its own; the current one stays in use */
		chunk = add_chunk(arena, size);
		if (chunk == NULL)
			return NULL;
		chunk->alone = true;
		return chunk->payload;
	}
	if (size > arena->left)
	{
		chunk = add_chunk(arena, arena->next_size);
		if (chunk == NULL)
			return NULL;
		arena->free = (char *) chunk->payload;
		arena->left = arena->next_size;
		if (arena->next_size < LAST_CHUNK)
			arena->next_size *= 2;
	}
	result = arena->free;
	arena->free += size;
	arena->left -= size;
	return result;
}

void *
tb_arena_alloc(TbArena *arena, size_t size)
{
	char	   *result = tb_arena_take(arena, size);

	if (result == NULL || size <= PIECE)
		return result == NULL ? NULL : memset(result, 0, size);
	for (size_t done = 0; done < size; done += PIECE)
	{
		if (tb_arena_stopped(arena))
			return NULL;
		memset(result + done, 0, size - done < PIECE ? size - done : PIECE);
	}
	return result;
}

char *
tb_arena_strdup(TbArena *arena, const char *s, size_t len)
{
	char	   *copy = tb_arena_take(arena, len + 1);

	if (copy == NULL)
		return NULL;
	copy[len] = '\0';
	return memcpy(copy, s, len);
}

void
tb_arena_give(TbArena *arena, void *object)
{
	for (TbArenaChunk **at = &arena->chunks; *at != NULL; at = &(*at)->next)
		if ((*at)->alone && (void *) (*at)->payload == object)
		{
			TbArenaChunk *chunk = *at;

			*at = chunk->next;
			arena->host.give(arena->host.ctx, chunk);
			return;
		}
}

bool
tb_arena_stopped(TbArena *arena)
{
	if (arena->host.stop != NULL && arena->host.stop(arena->host.ctx))
		arena->stopped = true;
	return arena->stopped;
}

bool
tb_vec_grow(TbArena *arena, void **at, uint32_t *cap, size_t size)
{
	uint32_t	room = *cap == 0 ? 8 : *cap * 2;
	void	   *grown;

	if (room < *cap)
		return false;
	grown = tb_arena_take(arena, (size_t) room * size);
	if (grown == NULL)
		return false;
	for (size_t done = 0, all = *cap * size; done < all; done += PIECE)
	{
		if (done > 0 && tb_arena_stopped(arena))
			return false;
		memcpy((char *) grown + done, (char *) *at + done,
			   all - done < PIECE ? all - done : PIECE);
	}
	/* with a chunk an object, as tests have it, who still reads there is seen */
	if (*cap * size >= WORTH_GIVING || (*cap > 0 && arena->next_size == 0))
		tb_arena_give(arena, *at);
	*at = grown;
	*cap = room;
	return true;
}
