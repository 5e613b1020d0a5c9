/*
 * test_lexicon.c
 *	  The image: its invariants, the trie against a linear scan over all
 *	  forms, what the check refuses, codes and holders.
 */
#include "helpers.h"

#include "base/fold.h"

/* The whole walk is for the plain build; sanitizers see every n-th step. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 23
#else
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define STRIDE 23
#endif
#endif
#endif
#ifndef STRIDE
#define STRIDE 1
#endif

static const void *
table(uint32_t offset)
{
	return (const char *) tb_lexicon_image() + offset;
}

static const TbNode *
node_at(uint32_t node)
{
	return (const TbNode *) table(tb_lexicon_image()->nodes) + node;
}

/* ---- all forms, read off the tables and not by the lookups ---- */

#define MAX_PATH 24

typedef struct Form
{
	uint32_t	node;
	uint32_t	words[MAX_PATH];
	uint32_t	n;
} Form;

static Form *forms;
static uint32_t nforms;
static uint32_t *parents;		/* node -> node it goes on from, 0 */
static uint32_t *last_words;	/* node -> the word of that edge */

static bool
read_form(uint32_t node, Form *form)
{
	form->node = node;
	form->n = 0;
	for (uint32_t at = node; at != 0; at = parents[at])
	{
		if (form->n == MAX_PATH)
			return false;
		form->words[form->n++] = parents[at] == 0 ? at : last_words[at];
	}
	for (uint32_t i = 0; i < form->n / 2; i++)
	{
		uint32_t	swap = form->words[i];

		form->words[i] = form->words[form->n - 1 - i];
		form->words[form->n - 1 - i] = swap;
	}
	return true;
}

static int
collect_forms(void **state)
{
	const TbImage *image = tb_lexicon_image();
	const TbEdge *edges = table(image->edges);

	(void) state;
	parents = calloc(image->nnodes, sizeof(uint32_t));
	last_words = calloc(image->nnodes, sizeof(uint32_t));
	forms = calloc(image->nnodes, sizeof(Form));
	for (uint32_t i = 0; i < image->edge_slots; i++)
		if (edges[i].to != 0)
		{
			parents[edges[i].to] = edges[i].from;
			last_words[edges[i].to] = edges[i].word;
		}
	for (uint32_t node = 1; node < image->nnodes; node++)
		if (node_at(node)->count > 0)
		{
			if (!read_form(node, &forms[nforms]))
				return 1;
			nforms++;
		}
	return 0;
}

static int
free_forms(void **state)
{
	(void) state;
	free(parents);
	free(last_words);
	free(forms);
	return 0;
}

/* ---- invariants ---- */

static void
the_tables_hold_together(void **state)
{
	const TbImage *image = tb_lexicon_image();
	const char *strings = table(image->strings);
	const TbReading *readings = table(image->readings);
	const TbEntry *entries = table(image->entries);
	const uint32_t *classes = table(image->classes);

	(void) state;
	assert_true(nforms > 100000);
	assert_int_equal(strings[0], '\0');
	assert_int_equal(strings[image->nstrings - 1], '\0');
	assert_true(image->word_slots > UINT64_C(1) << (64 - image->word_shift));
	assert_int_equal(image->edge_slots & (image->edge_slots - 1), 0);
	for (uint32_t node = 1; node < image->nnodes; node++)
	{
		const TbNode *n = node_at(node);

		assert_true(n->text < image->nstrings);
		assert_true((uint64_t) n->first + n->count <= image->nreadings);
		assert_true((n->text != 0) == (parents[node] == 0));
		for (uint32_t r = n->first; r < n->first + n->count; r++)
		{
			assert_true(readings[r].entry < image->nentries);
			assert_true(n->mask & UINT64_C(1) << entries[readings[r].entry].klass);
		}
		/* whoever goes on here may be all that its followers may be */
		if (parents[node] != 0)
			assert_true((n->mask & ~node_at(parents[node])->mask) == 0);
	}
	assert_int_equal(classes[0], 0);
	assert_int_equal(classes[TB_NCLASSES], image->nentries);
	for (int k = 0; k < TB_NCLASSES; k++)
		for (uint32_t i = classes[k]; i < classes[k + 1]; i++)
		{
			assert_int_equal(entries[i].klass, k);
			assert_true(entries[i].code < image->nstrings);
			assert_true(entries[i].name < image->nstrings);
			if (i > classes[k])
				assert_true(strcmp(strings + entries[i - 1].code,
								   strings + entries[i].code) <= 0);
		}
}

static void
every_word_is_found_by_its_text_and_no_other(void **state)
{
	const TbImage *image = tb_lexicon_image();

	(void) state;
	for (uint32_t node = 1; node < image->nnodes; node += STRIDE)
	{
		const char *text = tb_lexicon_string(lexicon(), node_at(node)->text);
		char		folded[1024];
		size_t		len = strlen(text);

		if (len == 0)
			continue;
		assert_int_equal(tb_lexicon_find_word(lexicon(), text, len), node);
		assert_int_equal(tb_fold(text, len, folded), len);
		assert_memory_equal(folded, text, len);		/* all are folded */
	}
	assert_int_equal(tb_lexicon_find_word(lexicon(), "", 0), 0);
	assert_int_equal(tb_lexicon_find_word(lexicon(), "сената", 2), tb_lexicon_find_word(lexicon(), "с", 2));
	assert_int_equal(tb_lexicon_find_word(lexicon(), "щщщъ", 8), 0);
	assert_int_equal(tb_lexicon_find_word(lexicon(), "Сенат", 10), 0);
}

/* ---- trie against linear scan ---- */

static size_t
put_form(const Form *form, char *out, char between)
{
	size_t		len = 0;

	for (uint32_t i = 0; i < form->n; i++)
	{
		const char *word = tb_lexicon_string(lexicon(), node_at(form->words[i])->text);
		size_t		n = strlen(word);

		if (i > 0)
			out[len++] = between;
		memcpy(out + len, word, n);
		len += n;
	}
	out[len] = '\0';
	return len;
}

static void
every_form_written_with_spaces_is_matched_whole(void **state)
{
	(void) state;
	for (uint32_t i = 0; i < nforms; i += STRIDE)
	{
		char		text[2048];
		size_t		len = put_form(&forms[i], text, ' ');
		TbArena		arena;
		TbText		cut;
		TbMatch		match[MAX_PATH];
		int			n;

		tb_arena_init_malloc(&arena);
		assert_int_equal(tb_text_open(&cut, text, len, lexicon(), &arena), TB_OK);
		n = tb_text_match(&cut, lexicon(), 0, match, MAX_PATH);
		if (n == 0 || match[n - 1].end != cut.ntok || match[n - 1].node != forms[i].node)
			fail_msg("«%s» is not found", text);
		tb_arena_reset(&arena);
	}
}

/* Do a form's words stand at token i, hyphens passed over?  Its end, or 0. */
static uint32_t
stands_at(const TbText *text, const Form *form, uint32_t i)
{
	for (uint32_t w = 0; w < form->n; w++)
	{
		char		folded[TB_MAX_WORD];
		size_t		len;
		const char *word = tb_lexicon_string(lexicon(), node_at(form->words[w])->text);

		while (w > 0 && i < text->ntok && text->tok[i].kind == TB_MARK &&
			   (text->tok[i].flags & TB_TF_GLUED))
			i++;
		if (i >= text->ntok || (w > 0 && (text->tok[i].flags & TB_TF_PARA)))
			return 0;
		len = tb_token_fold(text, i, folded);
		if (len != strlen(word) || memcmp(folded, word, len) != 0)
			return 0;
		i++;
	}
	return i;
}

/* The forms at token i, longest last, by looking at each of them. */
static int
naive_match(const TbText *text, uint32_t i, TbMatch *out, int max)
{
	int			n = 0;

	for (uint32_t f = 0; f < nforms; f++)
	{
		uint32_t	end;
		int			at = n;

		/* the first word settles nearly all */
		if (forms[f].words[0] != text->tok[i].value)
			continue;
		end = stands_at(text, &forms[f], i);
		if (end == 0 || n == max)
			continue;
		for (; at > 0 && out[at - 1].end > end; at--)
			out[at] = out[at - 1];
		out[at] = (TbMatch) {end, forms[f].node};
		n++;
	}
	return n;
}

static size_t
random_page(uint64_t *seed, char *out)
{
	static const char *const between[] = {" ", " ", " ", "-", ", ", "\n", "\n\n", ". ", " – "};
	size_t		len = 0;

	for (uint32_t left = 1 + random_below(seed, 12); left > 0; left--)
	{
		const Form *form = &forms[random_below(seed, nforms)];
		const char *gap = between[random_below(seed, LEN(between))];
		Form		cut = *form;

		if (random_below(seed, 3) == 0)
			cut.n = 1 + random_below(seed, form->n);
		len += put_form(&cut, out + len, random_below(seed, 6) ? ' ' : '-');
		memcpy(out + len, gap, strlen(gap));
		len += strlen(gap);
	}
	return len;
}

static void
the_trie_matches_what_a_linear_scan_over_all_forms_matches(void **state)
{
	uint64_t	seed = 1991;

	(void) state;
	for (int round = 0; round < (STRIDE == 1 ? 60 : 10); round++)
	{
		char		page[16384];
		size_t		len = random_page(&seed, page);
		TbArena		arena;
		TbText		text;

		tb_arena_init_malloc(&arena);
		assert_int_equal(tb_text_open(&text, page, len, lexicon(), &arena), TB_OK);
		for (uint32_t i = 0; i < text.ntok; i++)
		{
			TbMatch		got[MAX_PATH];
			TbMatch		want[MAX_PATH];
			int			n;

			if (text.tok[i].kind != TB_WORD_TOKEN || text.tok[i].value == 0)
				continue;
			n = tb_text_match(&text, lexicon(), i, got, MAX_PATH);
			assert_int_equal(n, naive_match(&text, i, want, MAX_PATH));
			for (int k = 0; k < n; k++)
			{
				assert_int_equal(got[k].end, want[k].end);
				assert_int_equal(got[k].node, want[k].node);
			}
		}
		tb_arena_reset(&arena);
	}
}

static void
a_form_does_not_cross_a_paragraph(void **state)
{
	static const char *const texts[] = {"глава государства", "Глава\nгосударства", "Глава\n\nГосударства"};

	(void) state;
	for (size_t i = 0; i < LEN(texts); i++)
	{
		TbArena		arena;
		TbText		text;
		TbMatch		match[8];
		int			n;

		tb_arena_init_malloc(&arena);
		assert_int_equal(tb_text_open(&text, texts[i], strlen(texts[i]), lexicon(), &arena), TB_OK);
		n = tb_text_match(&text, lexicon(), 0, match, 8);
		assert_true(n > 0);
		assert_int_equal(match[n - 1].end, i < 2 ? 2 : 1);
		assert_int_equal(tb_text_match(&text, lexicon(), text.ntok, match, 8), 0);
		tb_arena_reset(&arena);
	}
}

/* ---- the check ---- */

static void
the_check_takes_our_image_and_refuses_a_cut_one(void **state)
{
	const TbImage *image = tb_lexicon_image();

	(void) state;
	assert_int_equal(tb_lexicon_check(image, image->size), TB_OK);
	assert_int_equal(tb_lexicon_check(image, image->size - 1), TB_BAD_IMAGE);
	assert_int_equal(tb_lexicon_check(image, image->size + 1), TB_BAD_IMAGE);
	assert_int_equal(tb_lexicon_check(image, 0), TB_BAD_IMAGE);
	for (size_t len = 0; len < sizeof(TbImage); len++)
	{
		char	   *cut = malloc(len + 1);

		memcpy(cut, image, len);
		assert_int_equal(tb_lexicon_check(cut, len), TB_BAD_IMAGE);
		free(cut);
	}
}

static void
the_check_refuses_foreign_bytes(void **state)
{
	const TbImage *image = tb_lexicon_image();
	TbImage		header;
	uint64_t	seed = 5;
	static const size_t offsets[] = {
		offsetof(TbImage, words), offsetof(TbImage, nodes), offsetof(TbImage, edges),
		offsetof(TbImage, readings), offsetof(TbImage, entries), offsetof(TbImage, classes),
		offsetof(TbImage, holders), offsetof(TbImage, strings)
	};
	static const size_t counts[] = {
		offsetof(TbImage, word_slots), offsetof(TbImage, nnodes), offsetof(TbImage, edge_slots),
		offsetof(TbImage, nreadings), offsetof(TbImage, nentries), offsetof(TbImage, nholders),
		offsetof(TbImage, nstrings)
	};
	static const uint32_t bad[] = {0, 1, 4, 3000000001u, UINT32_MAX, UINT32_MAX - 3};

	(void) state;
	for (int i = 0; i < 8; i++)
	{
		header = *image;
		header.magic[i] ^= 1;
		assert_int_equal(tb_lexicon_check(&header, image->size), TB_BAD_IMAGE);
	}
	for (size_t i = 0; i < LEN(offsets); i++)
		for (size_t k = 0; k < LEN(bad); k++)
		{
			header = *image;
			memcpy((char *) &header + offsets[i], &bad[k], sizeof(uint32_t));
			assert_int_equal(tb_lexicon_check(&header, image->size), TB_BAD_IMAGE);
		}
	for (size_t i = 0; i < LEN(counts); i++)
	{
		header = *image;
		memset((char *) &header + counts[i], 0xFF, sizeof(uint32_t));
		assert_int_equal(tb_lexicon_check(&header, image->size), TB_BAD_IMAGE);
	}
	for (int round = 0; round < 1000; round++)
	{
		for (size_t i = 0; i < sizeof(header); i++)
			((char *) &header)[i] = (char) random_next(&seed);
		assert_int_equal(tb_lexicon_check(&header, sizeof(header)), TB_BAD_IMAGE);
	}
}

/* ---- entries, codes, holders ---- */

static void
a_code_is_found_exactly_if_a_linear_scan_finds_it(void **state)
{
	const TbImage *image = tb_lexicon_image();

	(void) state;
	for (uint32_t i = 0; i < image->nentries; i += STRIDE)
	{
		const TbEntry *entry = tb_lexicon_entry(lexicon(), i);
		const char *code = tb_lexicon_string(lexicon(), entry->code);
		const TbEntry *found = tb_lexicon_find_code(lexicon(), entry->klass, code);
		char		other[512];

		assert_non_null(found);
		assert_int_equal(found->klass, entry->klass);
		assert_string_equal(tb_lexicon_string(lexicon(), found->code), code);
		snprintf(other, sizeof(other), "%s~", code);
		assert_null(tb_lexicon_find_code(lexicon(), entry->klass, other));
	}
	assert_null(tb_lexicon_find_code(lexicon(), TB_PLACE, ""));
	assert_null(tb_lexicon_find_code(lexicon(), TB_PLACE, "zz/nowhere/"));
	assert_null(tb_lexicon_find_code(lexicon(), TB_ROLE, "kz/astana/"));
}

static void
readings_are_asked_for_by_class_and_key(void **state)
{
	uint32_t	word = tb_lexicon_find_word(lexicon(), "астане", 12);
	const TbReading *r = tb_lexicon_reading(lexicon(), word, TB_PLACE);
	uint32_t	n;

	(void) state;
	assert_non_null(r);
	assert_string_equal(tb_lexicon_string(lexicon(), tb_lexicon_entry(lexicon(), r->entry)->code),
						"kz/astana/");
	assert_true(r->gram & TB_PRE && r->gram & TB_DAT && !(r->gram & TB_NOM));
	assert_non_null(tb_lexicon_reading_key(lexicon(), word, TB_PLACE, "kz/astana/"));
	assert_null(tb_lexicon_reading_key(lexicon(), word, TB_PLACE, "kz/almaty/"));
	assert_null(tb_lexicon_reading(lexicon(), word, TB_MONTH));
	assert_null(tb_lexicon_readings(lexicon(), 0, &n));
	assert_int_equal(n, 0);
	assert_int_equal(tb_lexicon_mask(lexicon(), 0), 0);
	assert_int_equal(tb_lexicon_next(lexicon(), 0, word), 0);
	assert_int_equal(tb_lexicon_next(lexicon(), word, 0), 0);
}

static void
the_holder_is_the_one_of_the_day(void **state)
{
	static const struct
	{
		const char *office;
		int			y,
					m,
					d;
		const char *person;		/* NULL: nobody */
	}			rows[] = {
		{"kz/senate/chair/", 2013, 10, 15, "Кайрат Абдразакович Мами"},
		{"kz/senate/chair/", 2013, 10, 16, "Касым-Жомарт Кемелевич Токаев"},	/* handed over */
		{"kz/senate/chair/", 2019, 3, 20, "Дарига Нурсултановна Назарбаева"},
		{"kz/senate/chair/", 2020, 5, 2, "Дарига Нурсултановна Назарбаева"},
		{"kz/senate/chair/", 2020, 5, 3, NULL},
		{"kz/senate/chair/", 2020, 5, 4, "Маулен Сагатханович Ашимбаев"},
		{"kz/senate/chair/", 1990, 1, 1, NULL},
		{"kz/president/", 1990, 4, 23, NULL},
		{"kz/president/", 1990, 4, 24, "Нурсултан Абишевич Назарбаев"},
		{"kz/president/", 2099, 1, 1, "Касым-Жомарт Кемелевич Токаев"},
		{"un/general-secretary/", 2016, 12, 31, "Пан Ги Мун"},
		{"us/president/", 2021, 1, 20, "Джо Байден"},
		{"kz/president", 2020, 1, 1, NULL},
		{"president/", 2020, 1, 1, NULL},
		{"", 2020, 1, 1, NULL},
	};

	(void) state;
	for (size_t i = 0; i < LEN(rows); i++)
	{
		const TbHolder *holder = tb_lexicon_holder(lexicon(), rows[i].office,
												   tb_day_of(rows[i].y, rows[i].m, rows[i].d));

		if (rows[i].person == NULL)
			assert_null(holder);
		else
		{
			assert_non_null(holder);
			assert_string_equal(tb_lexicon_string(lexicon(), holder->person), rows[i].person);
		}
	}
	assert_null(tb_lexicon_holder(lexicon(), "kz/president/", TB_NO_DAY));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_hold_together),
		cmocka_unit_test(every_word_is_found_by_its_text_and_no_other),
		cmocka_unit_test(every_form_written_with_spaces_is_matched_whole),
		cmocka_unit_test(the_trie_matches_what_a_linear_scan_over_all_forms_matches),
		cmocka_unit_test(a_form_does_not_cross_a_paragraph),
		cmocka_unit_test(the_check_takes_our_image_and_refuses_a_cut_one),
		cmocka_unit_test(the_check_refuses_foreign_bytes),
		cmocka_unit_test(a_code_is_found_exactly_if_a_linear_scan_finds_it),
		cmocka_unit_test(readings_are_asked_for_by_class_and_key),
		cmocka_unit_test(the_holder_is_the_one_of_the_day),
	};

	return cmocka_run_group_tests(tests, collect_forms, free_forms);
}
