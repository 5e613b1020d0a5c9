/*
 * builder.h
 *	  Builds what a lexicon is made of: words, trie, readings, entries.
 *
 * tool/lexc fills a builder from data/ and writes it out as the image; the
 * server fills one from a user's terms and lays it over the image (TbTerms).
 * In the second case numbering goes on where the image's ends.
 */
#ifndef TB_BUILDER_H
#define TB_BUILDER_H

#include "base/arena.h"
#include "lex/lexicon.h"

typedef struct TbBuilderReading
{
	TbReading	reading;
	uint32_t	node;
	uint32_t	next;			/* 1 + index of the next of this node; 0 ends */
	uint32_t	rank;			/* of the term that it comes from */
} TbBuilderReading;

typedef struct TbBuilderNode
{
	uint64_t	mask;
	uint32_t	node;			/* its number: an image node, or one of ours */
	uint32_t	text;			/* string offset; 0 for longer forms */
	uint32_t	readings;		/* 1 + index of the first of the list */
	uint32_t	first;			/* after tb_builder_finish: sorted readings */
	uint32_t	count;
	bool		changed;		/* since then */
} TbBuilderNode;

typedef struct TbWaiting TbWaiting;

struct TbTerms
{
	TbArena    *arena;
	const TbImage *base;		/* NULL in lexc */

	TbVec(TbBuilderNode) nodes;
	TbVec(TbBuilderReading) list;
	TbVec(TbReading) readings;	/* by node, after finish */
	TbVec(TbEntry) entries;
	TbVec(uint32_t) ranks;		/* of the terms that the entries come from */
	TbVec(uint32_t) changed;	/* nodes[] with readings since the last finish */
	TbVec(TbHolder) holders;
	TbVec(char) strings;
	TbWaiting  *waiting;		/* terms that no text has met; NULL: none */
	uint32_t	rank;			/* of the term that is being added: its place
								 * among all */
	uint32_t	next_node;		/* number of the next node to be made */
	uint32_t	next_entry;		/* number of the first entry of ours */

	/* open-addressed tables: 1 + index */
	uint32_t   *node_slots;		/* by node number */
	uint32_t   *word_slots;		/* by text */
	uint32_t   *string_slots;	/* by text */
	uint32_t   *entry_slots;	/* by class and code */
	TbEdge	   *edge_slots;
	uint32_t	node_cap,
				word_cap,
				string_cap,
				entry_cap,
				edge_cap;
	uint32_t	nwords,
				nedges,
				ninterned;
};

typedef TbTerms TbBuilder;

/* Start a builder; base may be NULL. */
TbStatus	tb_builder_init(TbBuilder *b, const TbImage *base, TbArena *arena);

/* A string's offset (equal strings share one); UINT32_MAX: no memory. */
uint32_t	tb_builder_string(TbBuilder *b, const char *s, size_t len);

/* Add an entry; its number, or UINT32_MAX: no memory. */
uint32_t	tb_builder_entry(TbBuilder *b, const TbEntry *entry);

/*
 * The first of our entries of a class and code, and country unless that is
 * NULL, which a term of this rank or a lower one made: its index in
 * entries[], or UINT32_MAX.
 */
uint32_t	tb_builder_find_entry(const TbBuilder *b, TbClass klass,
								  const char *code, const char *country,
								  uint32_t rank);

/* Say that a form (one or more words) may be an entry. */
TbStatus	tb_builder_form(TbBuilder *b, const char *form, size_t len,
							uint32_t entry, TbGram gram, uint32_t flags);

/*
 * Put the readings in order that were added since the last time: those of
 * later terms first, then the image's.
 */
TbStatus	tb_builder_finish(TbBuilder *b);

/* Lookups over a finished builder, as lexicon.c needs them. */
uint32_t	tb_terms_find_word(const TbTerms *t, const char *folded, size_t len);
uint32_t	tb_terms_next(const TbTerms *t, uint32_t node, uint32_t word);
const TbBuilderNode *tb_terms_node(const TbTerms *t, uint32_t node);

#endif
