/*
 * fuzz_inflect.c
 *	  Names bent there and back.
 *
 * There: every case and number, by hints that the first byte chooses, ends
 * inside its buffer and is UTF-8.  Back: the nominatives proposed for a form
 * are UTF-8, non-empty, and no form makes the inverse fail.  Of a surname the
 * form of every case must lead back to it (the word as given, when it is a
 * regular surname in -ов, -ев, -ин).
 */
#include "fuzz.h"

#include "lex/inflect.h"
#include "lex/stem.h"

#define MAX_LEMMAS 16

static bool
check_form(void *ctx, const char *form, TbGram gram)
{
	int		   *left = ctx;

	(void) gram;
	CHECK(strlen(form) < TB_MAX_FORM);
	CHECK(tb_check_is_utf8(form, strlen(form)));
	return --*left > 0;
}

/* Every way forward. */
static void
bend(TbStr name, uint8_t choice)
{
	char		out[TB_MAX_FORM];
	TbNameHints hints = {
		.fixed = (choice & 0x1F) == 1,
		.plural = choice & 2,.animate = choice & 4,
		.adjective = choice & 8,.verb = choice & 16,
		.gender = (TbGram) (choice >> 5) % 4 == 1 ? TB_MASC :
		(choice >> 5) % 4 == 2 ? TB_FEM :
		(choice >> 5) % 4 == 3 ? TB_NEUT : 0,
		.from = TB_NO_DAY,.to = TB_NO_DAY
	};
	int			left = 1000;

	(void) tb_inflect_name(name, &hints, check_form, &left);
	CHECK(left > 0);
	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		if (tb_inflect_to(name, &hints, (TbCase) kase, choice & 1, out))
			CHECK(tb_check_is_utf8(out, strlen(out)));
		if (tb_inflect_person(name, choice & 2 ? TB_FEM : choice & 4 ? TB_MASC : 0,
							  (TbCase) kase, out))
			CHECK(tb_check_is_utf8(out, strlen(out)));
	}
}

/* Every way back. */
static void
unbend(TbStr word)
{
	TbLemma		lemmas[MAX_LEMMAS];
	TbGram		gender;

	(void) tb_is_patronymic(word, &gender);
	(void) tb_is_surname_shaped(word);
	for (int part = TB_PART_SURNAME; part <= TB_PART_GIVEN; part++)
	{
		int			n = tb_inflect_lemmas(word, (TbNamePart) part, lemmas, MAX_LEMMAS);

		CHECK(n >= 0 && n <= MAX_LEMMAS);
		for (int i = 0; i < n; i++)
		{
			CHECK(lemmas[i].text[0] != '\0');
			CHECK(memchr(lemmas[i].text, '\0', sizeof(lemmas[i].text)) != NULL);
			CHECK(tb_check_is_utf8(lemmas[i].text, strlen(lemmas[i].text)));
		}
	}
}

/* Small letters and nothing but them, with a surname's ending. */
static bool
is_plain_surname(TbStr word)
{
	static const char *const endings[] = {"аев", "ков", "лин"};

	if (word.len < 10 || word.len > 40 || word.len % 2 != 0)
		return false;
	for (uint32_t i = 0; i < word.len; i += 2)
	{
		unsigned	c = ((unsigned) (word.data[i] & 0x1F) << 6) | (word.data[i + 1] & 0x3F);

		/* А..Я first, а..я behind it */
		if ((word.data[i] & 0xE0) != 0xC0 || c < (i == 0 ? 0x410u : 0x430u) ||
			c > (i == 0 ? 0x42Fu : 0x44Fu))
			return false;
	}
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (memcmp(word.data + word.len - 6, endings[i], 6) == 0)
			return true;
	return false;
}

/* The form of each case of a regular surname leads back to it. */
static void
there_and_back(TbStr surname)
{
	char		form[TB_MAX_FORM];
	TbLemma		lemmas[MAX_LEMMAS];

	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		bool		found = false;
		int			n;

		CHECK(tb_inflect_person(surname, TB_MASC, (TbCase) kase, form));
		n = tb_inflect_lemmas((TbStr) {form, (uint32_t) strlen(form)},
							  TB_PART_SURNAME, lemmas, MAX_LEMMAS);
		for (int i = 0; i < n; i++)
			found |= strlen(lemmas[i].text) == surname.len &&
				memcmp(lemmas[i].text, surname.data, surname.len) == 0;
		if (!found)
			fprintf(stderr, "%.*s: not found from %s\n", (int) surname.len,
					surname.data, form);
		CHECK(found);
	}
}

/* The stems of a word as written and as part of a person's name. */
static void
stem(TbStr word)
{
	static TbArena arena;
	static TbStemmer *stemmer;

	if (stemmer == NULL)
	{
		tb_arena_init_malloc(&arena);
		stemmer = tb_stemmer_open(fuzz_lexicon(), &arena);
	}
	for (int person = 0; person < 2; person++)
	{
		const TbStems *stems = tb_stemmer_find(stemmer, word, person);

		CHECK(stems != NULL && stems->n <= TB_MAX_STEMS);
		for (uint32_t i = 0; i < stems->n; i++)
			CHECK(stems->at[i].len > 0 &&
				  tb_check_is_utf8(stems->at[i].data, stems->at[i].len));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TbStr		name;
	char	   *text;

	/* what is bent is text of a database, or of a file that was checked */
	if (size < FUZZ_HEADER ||
		!tb_check_is_utf8((const char *) data + FUZZ_HEADER, size - FUZZ_HEADER))
		return 0;
	text = fuzz_copy(data + FUZZ_HEADER, size - FUZZ_HEADER);
	name = (TbStr) {text, (uint32_t) (size - FUZZ_HEADER)};
	bend(name, data[0]);
	unbend(name);
	if (name.len > 0)
		stem(name);
	if (is_plain_surname(name))
		there_and_back(name);
	free(text);
	return 0;
}
