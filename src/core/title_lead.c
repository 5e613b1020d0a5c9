/*
 * title_lead.c
 *	  Offices that have a word of their own for the one head they all have: «глава
 *	  Чечни», «раис Татарстана», «премьер-министр Республики Коми», «заместитель
 *	  мэра» beside вице-мэры.
 */
#include "core/title_internal.h"

#include <stdio.h>

/* «глава Малайзии» may be president or premier; lists tell of some countries. */
static const char *
leads_country(const Naming *n)
{
	const TbEntry *office = tb_title_entry_for(n->doc, TB_OFFICE, "president", n->country);

	return office != NULL && strlen(tb_string(n->doc, office->country)) == 2 ?
		"president" : "leader";
}

/* «глава Курганской области», «глава Орска»: by the type of the place. */
const char *
tb_title_head_of_place(const Naming *n)
{
	bool		kz = strcmp(n->country, "kz") == 0;

	if (n->place == NULL)
		return NULL;
	switch (n->place->sub)
	{
		case TB_PT_country:
			return leads_country(n);
		case TB_PT_region:
			return kz ? "akim" : "governor";
		case TB_PT_city:
			return kz ? "akim" : "head-of-city";
		case TB_PT_district:
			return kz ? "akim" : "head-of-district";
		default:
			return NULL;
	}
}

/*
 * «Глава Чечни», «президент Татарстана», «раис Татарстана» lead a republic
 * of Russia: one office, said with its own word.
 */
static void
lead_republic(Naming *n)
{
	static const char *const codes[] = {"president", "rais", "head-of-republic", "governor"};
	bool		leads = false;

	if (n->place == NULL && strcmp(n->country, "ru") == 0 && strcmp(n->code, "rais") == 0)
	{
		n->head = n->p->role;
		snprintf(n->code, sizeof(n->code), "head-of-republic");
		n->office = NULL;
	}
	if (n->place == NULL || n->place->sub != TB_PT_region || strcmp(n->country, "ru") != 0 ||
		strstr(tb_string(n->doc, n->place->name), "Республика") == NULL)
		return;
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		leads = leads || strcmp(n->code, codes[i]) == 0;
	if (strstr(n->code, "deputy-head-of-republic") != NULL)
	{
		n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "head");
		n->office = NULL;
	}
	if (!leads)
		return;
	if (tb_title_role_is(n, "president") || tb_title_role_is(n, "rais"))
		n->head = n->p->role;
	else
		n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "head");
	snprintf(n->code, sizeof(n->code), "head-of-republic");
	n->office = NULL;
}

/*
 * «Премьер-министр РТ», «заместитель Премьер-министра РТ»: a region's own head
 * of government keeps the word that the text has for him.
 */
static void
lead_regional_government(Naming *n)
{
	bool		deputy = strcmp(n->code, "deputy-pm") == 0 ||
		strcmp(n->code, "first-deputy-pm") == 0;
	bool		premier = false;

	if (n->place == NULL || n->place->sub != TB_PT_region ||
		!(deputy || strcmp(n->code, "pm") == 0))
		return;
	for (uint32_t i = n->p->first; i < n->p->end; i++)
		premier = premier || (tb_text_is(n->doc, i, "премьер") &&
							  tb_is_mark(&n->doc->text, i + 1, '-'));
	/* «Председатель Совета Министров Республики Каракалпакстан» */
	if (!premier && tb_title_role_is(n, "chair") && n->body == NULL && n->p->nbodies == 1)
	{
		n->head = n->p->role;
		n->body = n->p->body[0];
		n->office = NULL;
		n->deputy = deputy;
		n->first = deputy && n->code[0] == 'f';
	}
	if (!premier)
		return;
	n->head = tb_lexicon_find_code(n->doc->lex, TB_ROLE, "pm");
	n->office = NULL;
	n->deputy = deputy;
	n->first = deputy && n->code[0] == 'f';
}

/* Does the title say «зам…», not «вице-»? */
static bool
says_deputy(const Naming *n)
{
	char		folded[TB_MAX_WORD];

	for (uint32_t i = n->p->first; i < n->p->end; i++)
		if (tb_is_word(n->doc, i) && tb_token_fold(&n->doc->text, i, folded) >= 6 &&
			memcmp(folded, "зам", 6) == 0)
			return true;
	return false;
}

/*
 * «Первый замгубернатора», «заместитель мэра», «заместитель премьера» where the
 * lists have вице-губернаторы, -мэры and -премьеры: the office keeps the word
 * that the text has for it.
 */
static void
keep_deputy_word(Naming *n)
{
	static const struct
	{
		const char *code;		/* without first- */
		const char *head;
		TbClass		klass;
		bool		listed;		/* in countries that lists name, too */
	}			words[] = {
		{"deputy-governor", "governor", TB_ROLE, true},
		{"deputy-mayor", "mayor", TB_ROLE, true},
		{"deputy-pm", "pm", TB_ROLE, false},
		{"parliament/deputy-chair", "parliament/chair", TB_OFFICE, false},
	};
	const char *code = strncmp(n->code, "first-", 6) == 0 ? n->code + 6 : n->code;

	if (n->p->deputy || n->p->vice)
		return;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
	{
		if (strcmp(code, words[i].code) != 0 || !says_deputy(n) ||
			!(words[i].listed || (n->office != NULL &&
								  strcmp(tb_string(n->doc, n->office->country), "*") == 0)))
			continue;
		n->head = words[i].klass == TB_ROLE ?
			tb_lexicon_find_code(n->doc->lex, TB_ROLE, words[i].head) :
			tb_title_entry_for(n->doc, TB_OFFICE, words[i].head, "");
		n->office = NULL;
		n->deputy = true;
		n->first = code != n->code;
	}
}

/* «глава грузинского правительства» leads the country's: Премьер-министр Грузии. */
static void
lead_countrys_government(Naming *n)
{
	if (strcmp(n->code, "government/pm") != 0 ||
		(n->place != NULL && n->place->sub != TB_PT_country))
		return;
	snprintf(n->code, sizeof(n->code), "pm");
	n->office = tb_title_entry_for(n->doc, TB_OFFICE, n->code, n->country);
	n->body = NULL;
}

/*
 * own_country: «Президент страны», «Президент» where lists know that country's
 * office by no name of its own: Президент Кении.
 */
void
tb_title_lean_on_country(Naming *n)
{
	/* presidents who have no prime minister */
	static const char presidential[] = "us br mx ar cl co ve za id ph tr ch ng gh ke";
	char		code[4] = {n->country[0], n->country[1], '/', '\0'};

	if (n->place != NULL || n->office == NULL || tb_title_is_plural(n->p) || n->country[0] == '\0' ||
		strcmp(tb_string(n->doc, n->office->country), "*") != 0 ||
		(strcmp(n->code, "president") != 0 &&
		 (strcmp(n->code, "pm") != 0 || tb_country_listed(presidential, n->country))))
		return;
	n->place = tb_lexicon_find_code(n->doc->lex, TB_PLACE, code);
}

void
tb_title_find_own_word(Naming *n)
{
	lead_countrys_government(n);
	lead_republic(n);
	lead_regional_government(n);
	keep_deputy_word(n);
}

void
tb_title_lean_on_republic(Naming *n)
{
	uint32_t	here = tb_place_from(n->doc, n->p->first);

	if (n->place != NULL || n->p->place != TB_NONE || strcmp(n->country, "ru") != 0 ||
		strcmp(n->code, "head-of-republic") != 0 || tb_title_is_plural(n->p))
		return;
	for (uint32_t i = here; i-- > 0 && i + MEMORY > here && n->place == NULL;)
		if (n->doc->places.at[i].entry != TB_NONE && n->doc->places.at[i].type == TB_PT_region &&
			n->doc->places.at[i].kind == TB_PK_NAME)
		{
			const TbEntry *region = tb_lexicon_entry(n->doc->lex, n->doc->places.at[i].entry);

			if (strncmp(tb_string(n->doc, region->code), "ru/", 3) == 0 &&
				strstr(tb_string(n->doc, region->name), "Республика") != NULL)
				n->place = region;
		}
	lead_republic(n);
}
