/*
 * arena.h
 *	  Memory of one scan: taken in chunks from the host, given back at once.
 *
 * The host is malloc in tests and fuzzers, a MemoryContext in the server.
 * Nothing small is freed singly.  An arena never aborts: it returns NULL when the
 * host does, and every caller passes TB_NO_MEMORY up.
 */
#ifndef TB_ARENA_H
#define TB_ARENA_H

#include <string.h>

#include "base/span.h"
#include "base/status.h"

typedef struct TbArenaHost
{
	void	   *(*take) (void *ctx, size_t size);	/* NULL when refused */
	void		(*give) (void *ctx, void *chunk);
	bool		(*stop) (void *ctx);	/* may be NULL: never */
	void	   *ctx;
} TbArenaHost;

typedef struct TbArenaChunk TbArenaChunk;

typedef struct TbArena
{
	TbArenaHost host;
	TbArenaChunk *chunks;		/* newest first */
	char	   *free;			/* next free byte of the newest chunk */
	size_t		left;			/* bytes left in it */
	size_t		next_size;		/* size of the next chunk */
	bool		refused;		/* the host refused once: results may lack parts */
	bool		stopped;		/* the host asked to stop: results lack parts */
	uint32_t	steps;			/* of tb_arena_poll */
} TbArena;

/* Start an arena over a host. */
void		tb_arena_init(TbArena *arena, TbArenaHost host);

/* Start an arena over malloc. */
void		tb_arena_init_malloc(TbArena *arena);

/* Return all memory to the host; the arena can be used again. */
void		tb_arena_reset(TbArena *arena);

/* Size bytes, not zeroed, aligned to 8; NULL when the host refuses. */
void	   *tb_arena_take(TbArena *arena, size_t size);

/*
 * Size bytes, zeroed, aligned to 8; NULL when the host refuses, or
 * wants to stop while many megabytes are zeroed.
 */
void	   *tb_arena_alloc(TbArena *arena, size_t size);

/* A copy of len bytes with a NUL behind them; NULL when the host refuses. */
char	   *tb_arena_strdup(TbArena *arena, const char *s, size_t len);

/*
 * Give back a large object that nobody needs any more.  What shares its chunk
 * with others stays until the arena is reset.
 */
void		tb_arena_give(TbArena *arena, void *object);

/* Does the host want us to stop?  It need not say so again. */
bool		tb_arena_stopped(TbArena *arena);

/*
 * A step of a long loop: every few hundredth asks the host.  A pass that
 * returns nothing just ends when this is true; its caller sees arena->stopped.
 */
static inline bool
tb_arena_poll(TbArena *arena)
{
	return arena->stopped ||
		((++arena->steps & 0xFF) == 0 && tb_arena_stopped(arena));
}

/*
 * A growing array: TbVec(Type) items; TB_PUSH returns a pointer to the new,
 * zeroed element or NULL.  Elements move when the array grows, and where they
 * were is then no longer theirs.
 */
#define TbVec(type) struct { type *at; uint32_t n; uint32_t cap; }

#define TB_PUSH(arena, vec) \
	((vec)->n < (vec)->cap || \
	 tb_vec_grow((arena), (void **) &(vec)->at, &(vec)->cap, sizeof(*(vec)->at)) \
	 ? memset(&(vec)->at[(vec)->n++], 0, sizeof(*(vec)->at)) : NULL)

/*
 * Double a vector's room, not zeroed; false when the host refuses or it is too
 * long, or it wants to stop while much is copied.
 */
bool		tb_vec_grow(TbArena *arena, void **at, uint32_t *cap, size_t size);

#endif
