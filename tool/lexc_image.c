/*
 * lexc_image.c
 *	  Writes the image: tables at offsets, no pointers (lex/lexicon.h).
 */
#include "lexc.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/hash.h"

typedef struct Image
{
	TbImage		header;
	char	   *body;
	size_t		len;
	size_t		cap;
} Image;

/* Bytes of a cache line: the image and its tables begin with one. */
#define LINE 64

/* Append a table; its offset from the image's start. */
static uint32_t
append(Image *image, const void *data, size_t size)
{
	size_t		end = sizeof(TbImage) + image->len;
	size_t		at = (end + LINE - 1) / LINE * LINE - sizeof(TbImage);

	while (at + size > image->cap)
	{
		image->cap = image->cap == 0 ? 1 << 20 : image->cap * 2;
		image->body = lexc_check(realloc(image->body, image->cap));
	}
	memset(image->body + image->len, 0, at - image->len);
	if (size > 0)
		memcpy(image->body + at, data, size);
	image->len = at + size;
	if (sizeof(TbImage) + image->len > UINT32_MAX)
	{
		fprintf(stderr, "lexc: image over 4 GB\n");
		exit(2);
	}
	return (uint32_t) (sizeof(TbImage) + at);
}

/* The smallest power of two that leaves a table of n at most two thirds full. */
static uint32_t
slots_for(uint32_t n)
{
	uint32_t	slots = 16;

	while (slots < n + n / 2)
		slots *= 2;
	return slots;
}

/* The bits of an edge by a word (a node): what begins with no letter may be a mark. */
static uint32_t
edge_bits(const TbBuilder *b, const TbNode *nodes, uint32_t word)
{
	const char *text = b->strings.at + nodes[word].text;
	uint32_t	len;
	bool		letter = tb_is_letter(tb_utf8_next(text, strlen(text) + 1, &len));

	return tb_edge_bit(word) | (letter ? 0 : TB_EDGE_MARK);
}

static void
write_nodes(Image *image, const TbBuilder *b)
{
	TbNode	   *nodes = lexc_check(calloc(b->next_node, sizeof(TbNode)));

	for (uint32_t i = 0; i < b->nodes.n; i++)
	{
		const TbBuilderNode *from = &b->nodes.at[i];

		nodes[from->node] = (TbNode) {
			.mask = from->mask,.text = from->text,.first = from->first,
			.count = (uint16_t) from->count
		};
		for (uint32_t r = 0; r < from->count; r++)
			nodes[from->node].tags |= tb_tag_bit(b->readings.at[from->first + r].tag);
	}
	for (uint32_t i = 0; i < b->edge_cap; i++)
		if (b->edge_slots[i].to != 0)
			nodes[b->edge_slots[i].from].edges |= edge_bits(b, nodes, b->edge_slots[i].word);
	image->header.nnodes = b->next_node;
	image->header.nodes = append(image, nodes, b->next_node * sizeof(TbNode));
	free(nodes);
}

static int
compare_slots(const void *a, const void *b)
{
	uint64_t	x = ((const TbWordSlot *) a)->word;
	uint64_t	y = ((const TbWordSlot *) b)->word;

	return (x > y) - (x < y);
}

/* All words as slots, sorted. */
static TbWordSlot *
sorted_words(const TbBuilder *b)
{
	TbWordSlot *words = lexc_check(calloc(b->nwords, sizeof(TbWordSlot)));
	uint32_t	n = 0;

	for (uint32_t i = 0; i < b->nodes.n; i++)
	{
		const TbBuilderNode *node = &b->nodes.at[i];
		const char *text = b->strings.at + node->text;

		if (node->text != 0)
			words[n++] = (TbWordSlot) {
				(tb_hash_word(text, strlen(text)) & ~TB_NODE_MASK) | node->node, node->mask
			};
	}
	qsort(words, n, sizeof(TbWordSlot), compare_slots);
	for (uint32_t i = 1; i < n; i++)
		if ((words[i].word ^ words[i - 1].word) <= TB_NODE_MASK)
		{
			fprintf(stderr, "lexc: words %u and %u have one hash\n",
					(unsigned) (words[i - 1].word & TB_NODE_MASK),
					(unsigned) (words[i].word & TB_NODE_MASK));
			exit(2);
		}
	return words;
}

/* Each word at its hash's place or behind smaller ones that took it. */
static void
write_words(Image *image, const TbBuilder *b)
{
	/* three quarters full: words in order are missed soon all the same */
	uint32_t	homes = slots_for(b->nwords - b->nwords / 9);
	uint32_t	shift = 64 - (uint32_t) __builtin_ctz(homes);
	TbWordSlot *words = sorted_words(b);
	TbWordSlot *slots = lexc_check(malloc((homes + b->nwords + 1) * sizeof(TbWordSlot)));
	uint32_t	n = 0;

	if (b->next_node > TB_NODE_MASK)
	{
		fprintf(stderr, "lexc: too many words for a slot's %d bits\n", TB_NODE_BITS);
		exit(2);
	}
	for (uint32_t i = 0; i < b->nwords; i++)
	{
		while (n < words[i].word >> shift)
			slots[n++] = TB_NO_WORD;
		slots[n++] = words[i];
	}
	/* a look-up ends at the last slot at the latest */
	do
		slots[n++] = TB_NO_WORD;
	while (n <= homes);
	image->header.word_slots = n;
	image->header.word_shift = shift;
	image->header.words = append(image, slots, n * sizeof(TbWordSlot));
	free(slots);
	free(words);
}

static void
write_edges(Image *image, const TbBuilder *b)
{
	uint32_t	n = slots_for(b->nedges);
	TbEdge	   *slots = lexc_check(calloc(n, sizeof(TbEdge)));

	for (uint32_t i = 0; i < b->edge_cap; i++)
	{
		const TbEdge *edge = &b->edge_slots[i];
		uint32_t	at;

		if (edge->to == 0)
			continue;
		for (at = tb_hash_edge(edge->from, edge->word) & (n - 1); slots[at].to != 0;)
			at = (at + 1) & (n - 1);
		slots[at] = *edge;
	}
	image->header.edge_slots = n;
	image->header.edges = append(image, slots, n * sizeof(TbEdge));
	free(slots);
}

static void
write_entries(Image *image, const TbBuilder *b)
{
	uint32_t	first[TB_NCLASSES + 1] = {0};

	for (uint32_t i = 0; i < b->entries.n; i++)
		first[b->entries.at[i].klass + 1]++;
	for (int k = 0; k < TB_NCLASSES; k++)
		first[k + 1] += first[k];
	image->header.nentries = b->entries.n;
	image->header.entries = append(image, b->entries.at, b->entries.n * sizeof(TbEntry));
	image->header.classes = append(image, first, sizeof(first));
}

/* The first entry of each class and code: they stand together. */
static void
write_codes(Image *image, const TbBuilder *b)
{
	uint32_t	n = slots_for(b->entries.n);
	uint32_t   *slots = lexc_check(calloc(n, sizeof(uint32_t)));

	for (uint32_t i = 0; i < b->entries.n; i++)
	{
		const TbEntry *entry = &b->entries.at[i];
		uint32_t	at;

		if (i > 0 && entry[-1].klass == entry->klass && entry[-1].code == entry->code)
			continue;
		for (at = tb_hash_code(entry->klass, b->strings.at + entry->code) & (n - 1);
			 slots[at] != 0;)
			at = (at + 1) & (n - 1);
		slots[at] = i + 1;
	}
	image->header.code_slots = n;
	image->header.codes = append(image, slots, n * sizeof(uint32_t));
	free(slots);
}

static const char *sort_strings;

static int
compare_holders(const void *a, const void *b)
{
	const TbHolder *x = a;
	const TbHolder *y = b;
	int			order = strcmp(sort_strings + x->office, sort_strings + y->office);

	return order != 0 ? order : (x->from > y->from) - (x->from < y->from);
}

void
lexc_write_image(Compiler *c, const char *path)
{
	TbBuilder  *b = &c->builder;
	Image		image = {0};
	FILE	   *f;

	sort_strings = b->strings.at;
	if (b->holders.n > 0)
		qsort(b->holders.at, b->holders.n, sizeof(TbHolder), compare_holders);
	memcpy(image.header.magic, "tribuna1", 8);
	write_words(&image, b);
	write_nodes(&image, b);
	write_edges(&image, b);
	image.header.nreadings = b->readings.n;
	image.header.readings = append(&image, b->readings.at, b->readings.n * sizeof(TbReading));
	write_entries(&image, b);
	write_codes(&image, b);
	image.header.nholders = b->holders.n;
	image.header.holders = append(&image, b->holders.at, b->holders.n * sizeof(TbHolder));
	image.header.nstrings = b->strings.n;
	image.header.strings = append(&image, b->strings.at, b->strings.n);
	image.header.size = (uint32_t) (sizeof(TbImage) + image.len);
	snprintf(image.header.version, sizeof(image.header.version), "%016llx",
			 (unsigned long long) c->digest);

	f = fopen(path, "wb");
	if (f == NULL || fwrite(&image.header, sizeof(TbImage), 1, f) != 1 ||
		fwrite(image.body, 1, image.len, f) != image.len || fclose(f) != 0)
	{
		perror(path);
		exit(2);
	}
	free(image.body);
}
