/*
 * test_gazetteer.c
 *	  Every place of data/ is found in all six cases, whatever its file.
 *
 * A name is bent by inflect and put into six plain sentences; what needs a
 * marker gets the one of its type.  A mention must cover the name and mean
 * this place, or one of the same canonical name (Абайский район is three).
 */
#include "helpers.h"

#include "core/words.h"
#include "lex/inflect.h"

#define MAX_SHOWN 20

static int	wrong;				/* names not found; the first are printed */

/* A marker's six forms, for the types that have one. */
static const char *const markers[TB_NPLACE_TYPES][TB_NCASES] = {
	[TB_PT_city] = {"город", "города", "городу", "город", "городом", "городе"},
	[TB_PT_settlement] = {"село", "села", "селу", "село", "селом", "селе"},
	[TB_PT_region] = {"провинция", "провинции", "провинции", "провинцию",
	"провинцией", "провинции"},
	[TB_PT_river] = {"река", "реки", "реке", "реку", "рекой", "реке"},
	[TB_PT_lake] = {"озеро", "озера", "озеру", "озеро", "озером", "озере"},
	[TB_PT_mountain] = {"гора", "горы", "горе", "гору", "горой", "горе"},
	[TB_PT_area] = {"долина", "долины", "долине", "долину", "долиной", "долине"},
	[TB_PT_island] = {"остров", "острова", "острову", "остров", "островом", "острове"},
	[TB_PT_sea] = {"море", "моря", "морю", "море", "морем", "море"},
	[TB_PT_reservoir] = {"водохранилище", "водохранилища", "водохранилищу",
	"водохранилище", "водохранилищем", "водохранилище"},
	[TB_PT_country] = {"республика", "республики", "республике", "республику",
	"республикой", "республике"},
	[TB_PT_district] = {"район", "района", "району", "район", "районом", "районе"}
};

static const char *const sentences[TB_NCASES] = {
	"Всех удивляет %s%s%s, сообщили вчера.", "Гости приехали из %s%s%s, сообщили вчера.",
	"Гости благодарны %s%s%s, сообщили вчера.", "Гости увидели %s%s%s, сообщили вчера.",
	"Гости гордятся %s%s%s, сообщили вчера.", "Гости побывали в %s%s%s, сообщили вчера."
};

/* Places that one plain sentence cannot show. */
static const char *const excused[] = {
	/* areas that are also rivers, towns or persons: need «на» or «в» */
	"kz/moiynkum-area/", "kz/saryarka-area/", "kz/tengiz-field-area/", "ru/altai/",
	"ru/ural/", "ru/trans-volga/",
	/* a form that is another town's too: Акмола, Печоры, Пушкина, Отрадного … */
	"kz/akmola-region/tselinograd-district/akmol/", "ru/komi-region/pechora/",
	"kz/kostanay-region/lisakovsk/oktyabrsky/", "ru/leningrad-region/otradnoye/",
	"ru/moscow-region/pushkino/", "ua/odesa-region/yuzhne/",
	"kz/ulytau-region/zhanaarka-district/kyzylzhar/",
	"kz/pavlodar-region/pavlodar/leninskii/",
	/* stands above the countries, and is in no text */
	"world/"
};

static bool
is_excused(const char *code)
{
	for (size_t i = 0; i < LEN(excused); i++)
		if (strcmp(code, excused[i]) == 0)
			return true;
	return false;
}

/* Is a place of this name found over the form in the text? */
static bool
is_found(const char *text, const char *form, const TbEntry *entry, const char *country)
{
	TbArena		arena;
	TbDocument	doc;
	const char *at = strstr(text, form);
	uint32_t	start = (uint32_t) (at - text);
	bool		found = false;

	tb_arena_init_malloc(&arena);
	assert_int_equal(tb_document_open(&doc, text, strlen(text), TB_NO_DAY, country,
									  lexicon(), &arena), TB_OK);
	assert_int_equal(tb_place_find(&doc), TB_OK);
	for (uint32_t i = 0; i < doc.places.n; i++)
	{
		const TbPlace *p = &doc.places.at[i];

		found = found ||
			(p->span.start <= start && p->span.end >= start + strlen(form) &&
			 p->entry != TB_NONE &&
			 (strcmp(p->name, tb_lexicon_string(lexicon(), entry->name)) == 0 ||
			  (p->type == TB_PT_okrug && entry->sub == TB_PT_okrug)));
	}
	tb_arena_reset(&arena);
	return found;
}

/* Try a name in one case; with its marker when it is not found without. */
static void
try_case(const TbEntry *entry, const char *country, const char *form, TbCase kase)
{
	const char *marker = markers[entry->sub][kase];
	const char *city = "";
	char		text[2048];

	/* districts of a city are found where the text speaks of the city */
	if (entry->sub == TB_PT_district)
	{
		char		parent[256];
		const TbEntry *above;

		snprintf(parent, sizeof(parent), "%s", tb_lexicon_string(lexicon(), entry->code));
		parent[strlen(parent) - 1] = '\0';
		if (strrchr(parent, '/') != NULL)
		{
			strrchr(parent, '/')[1] = '\0';
			above = tb_lexicon_find_code(lexicon(), TB_PLACE, parent);
			city = above ? tb_lexicon_string(lexicon(), above->name) : "";
		}
	}
	for (int marked = 0; marked <= (marker != NULL); marked++)
	{
		int			n = *city ? snprintf(text, sizeof(text), "Город %s. ", city) : 0;

		snprintf(text + n, sizeof(text) - n, sentences[kase], marked ? marker : "",
				 marked ? " " : "", form);
		if (is_found(text, form, entry, country))
			return;
	}
	if (wrong++ < MAX_SHOWN)
		print_message("%s: %s\n", tb_lexicon_string(lexicon(), entry->code), text);
}

/* All six cases of one entry. */
static void
try_place(const TbEntry *entry)
{
	const char *spec = tb_lexicon_string(lexicon(), entry->spec);
	const char *code = tb_lexicon_string(lexicon(), entry->code);
	char		country[3] = "";
	TbStr		name;
	TbNameHints hints;

	if (code[2] == '/')
		memcpy(country, code, 2);
	assert_null(tb_name_parse(STR(spec), &name, &hints));
	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		char		form[TB_MAX_FORM];

		assert_true(tb_inflect_to(name, &hints, (TbCase) kase, false, form));
		try_case(entry, *country ? country : "kz", form, (TbCase) kase);
	}
}

static void
every_place_is_found_in_six_cases(void **state)
{
	uint32_t	first;
	uint32_t	end;

	(void) state;
	tb_lexicon_class(lexicon(), TB_PLACE, &first, &end);
	assert_true(end - first > 7500);
	for (uint32_t i = first; i < end; i++)
		if (!is_excused(tb_lexicon_string(lexicon(), tb_lexicon_entry(lexicon(), i)->code)))
			try_place(tb_lexicon_entry(lexicon(), i));
	if (wrong > 0)
		print_message("%d forms of %u are not found\n", wrong, (end - first) * TB_NCASES);
	assert_int_equal(wrong, 0);
}

/* Length of a code without its last step. */
static size_t
parent_length(const char *code)
{
	size_t		len = strlen(code);

	for (len -= len > 0; len > 0 && code[len - 1] != '/'; len--)
		;
	return len;
}

/*
 * Two rows of one place: of one type and name, the one's parent above the
 * other's («Фес» as ma/fes/ and ma/fez/).
 */
static bool
is_twin(const TbEntry *a, const TbEntry *b)
{
	const char *x = tb_lexicon_string(lexicon(), a->code);
	const char *y = tb_lexicon_string(lexicon(), b->code);
	size_t		above = parent_length(x) < parent_length(y) ? parent_length(x) : parent_length(y);

	return a->sub == b->sub && a->sub != TB_PT_okrug && above > 0 &&
		strncmp(x, y, above) == 0 &&
		strcmp(tb_lexicon_string(lexicon(), a->name),
			   tb_lexicon_string(lexicon(), b->name)) == 0;
}

static void
no_place_has_two_rows(void **state)
{
	uint32_t	first;
	uint32_t	end;
	int			twins = 0;

	(void) state;
	tb_lexicon_class(lexicon(), TB_PLACE, &first, &end);
	for (uint32_t i = first; i < end; i++)
		for (uint32_t k = i + 1; k < end; k++)
			if (is_twin(tb_lexicon_entry(lexicon(), i), tb_lexicon_entry(lexicon(), k)))
			{
				print_message("%s and %s\n",
							  tb_lexicon_string(lexicon(), tb_lexicon_entry(lexicon(), i)->code),
							  tb_lexicon_string(lexicon(), tb_lexicon_entry(lexicon(), k)->code));
				twins++;
			}
	assert_int_equal(twins, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_place_has_two_rows),
		cmocka_unit_test(every_place_is_found_in_six_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
