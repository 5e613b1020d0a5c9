/*
 * title_code.c
 *	  What a title's head asks of the words behind it, by the code of its role or
 *	  office: who governs the instrumental, who stands for somebody elsewhere,
 *	  whose title says what he sees to.
 */
#include "core/title_internal.h"

const char *
tb_title_code(const TbDocument *doc, const TbTitleParse *p)
{
	return tb_string(doc, p->role ? p->role->code : p->office->code);
}

/* Is a code one of a list that NULL closes? */
static bool
is_one_of(const char *code, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(code, *list) == 0)
			return true;
	return false;
}

/* Is one of a list that NULL closes part of a code? */
static bool
holds_one_of(const char *code, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strstr(code, *list) != NULL)
			return true;
	return false;
}

/* ------------------------------------------------- what stands behind them */

bool
tb_title_governs_instrumental(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const roles[] = {
		"commander", "commander-in-chief", "superintendent", "manager", "general-manager", NULL
	};

	return p->role != NULL && is_one_of(tb_title_code(doc, p), roles);
}

bool
tb_title_is_deputy_role(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const members[] = {"deputy", "senator", NULL};
	static const char *const of_bodies[] = {"/deputy", "/senator", NULL};
	const char *code = tb_title_code(doc, p);

	return is_one_of(code, members) || holds_one_of(code, of_bodies);
}

/* «избрал президентом | командующего», «назначил послом | директора»: who is nobody's aide. */
bool
tb_title_is_nobodys(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const roles[] = {
		"president", "pm", "minister", "akim", "governor", "mayor", "hokim", "ambassador",
		"chancellor", "king", "state-secretary", NULL
	};

	return p->role != NULL && !p->deputy && is_one_of(tb_title_code(doc, p), roles);
}

bool
tb_title_is_minister(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const roles[] = {
		"minister", "deputy-minister", "first-deputy-minister", NULL
	};

	return is_one_of(tb_title_code(doc, p), roles);
}

bool
tb_title_is_envoy(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const parts[] = {
		"ambassador", "consul", "representative", "plenipotentiary", "charge-daffaires",
		"envoy", "coordinator", NULL
	};

	return holds_one_of(tb_title_code(doc, p), parts);
}

bool
tb_title_has_matter(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const parts[] = {
		"committee/", "commission/", "aide", "adviser", "special-representative", "envoy",
		"commissioner", "coordinator", "deputy-", "ambassador-at-large", "counsellor",
		"regional-director", "country-director", NULL
	};

	return p->deputy || p->vice || holds_one_of(tb_title_code(doc, p), parts);
}

bool
tb_title_leads_companies(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const roles[] = {"president", "vice-president", NULL};

	return p->role != NULL && is_one_of(tb_title_code(doc, p), roles);
}

bool
tb_title_leads_any(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const parts[] = {"director", "board-chair", "supervisory-chair", NULL};

	return p->role == NULL && holds_one_of(tb_title_code(doc, p), parts);
}

/* ------------------------------------------------------ standing by themselves */

bool
tb_title_may_be_double(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const parts[] = {"deputy-", "aide", "adviser", "counsellor", NULL};

	return p->deputy || p->vice || holds_one_of(tb_title_code(doc, p), parts);
}

bool
tb_title_is_of_government(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const roles[] = {
		"minister", "pm", "akim", "governor", "mayor", "hokim", "prosecutor", "prefect", NULL
	};

	return is_one_of(tb_title_code(doc, p), roles);
}

/*
 * forename: «Раис Хабибуллин», «Эмир Баширов»: a ruler's title that is a given
 * name, before a surname.  Not: «раис Татарстана», «Раис Рустам Минниханов».
 */
bool
tb_title_is_forename(const TbDocument *doc, uint32_t i)
{
	static const char *const rulers[] = {"rais", "emir", "sultan", NULL};
	bool		ruler = false;
	TbGram		gender;
	TbStr		name;

	for (size_t k = 0; rulers[k] != NULL; k++)
		ruler = ruler || tb_word_is(doc, i, TB_ROLE, rulers[k]);
	if (!ruler || !tb_is_cap(doc, i) || !tb_is_word(doc, i + 1) || (tb_tok(doc, i + 1)->flags & TB_TF_SENT))
		return false;
	/* «Султан бен Ахмед» */
	if (!tb_is_cap(doc, i + 1))
		return tb_word_is(doc, i + 1, TB_PARTICLE, "prefix") && tb_is_cap(doc, i + 2);
	name = tb_text_of(doc, i + 1, i + 2);
	return tb_is_patronymic(name, &gender) ||
		(!tb_may_be(doc, i + 1, TB_BIT(GIVEN)) && tb_is_surname_shaped(name));
}

/* «Балендра Шах», «сам Шах»: a surname; not «Шах Ирана», «Шах Мохаммед Реза», «шах бежал». */
static bool
is_surname_of_ruler(const TbDocument *doc, uint32_t i)
{
	return tb_word_is(doc, i, TB_ROLE, "shah") && tb_is_cap(doc, i) && i > 0 &&
		!(tb_tok(doc, i)->flags & TB_TF_SENT) && !tb_may_be(doc, i + 1, TB_BIT(GIVEN));
}

/*
 * member_state: «государства — члена ЕС», «член ОПЕК с 1962 года»: of a union of
 * states no person is a member; of the European Commission one is.
 */
bool
tb_title_is_member_state(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const unions[] = {
		"eu", "nato", "un", "un-security-council", "eaeu", "sco", "cis", "csto", "brics",
		"opec", "opec-plus", "wto", "ots", "oic", "g20", "g7", "asean", "bsec", NULL
	};

	return p->role != NULL && p->nbodies == 1 &&
		strcmp(tb_title_code(doc, p), "member") == 0 &&
		is_one_of(tb_string(doc, p->body[0]->code), unions);
}

bool
tb_title_is_nobody_alone(const TbDocument *doc, const TbTitleParse *p)
{
	static const char *const members[] = {
		"deputy", "senator", "congressman", "parliamentarian", "people-deputy", NULL
	};
	static const char *const heads[] = {"speaker", "toraga", NULL};
	static const char *const owners[] = {"sultan", "wali", NULL};
	const char *code = tb_title_code(doc, p);

	/* «старший помощник» is of a ship, too */
	if (strncmp(code, "senior-", 7) == 0)
		return true;
	if (p->end > p->first + 1)
		return false;
	switch (p->role->sub)
	{
		case TB_ROLE_OWN:		/* «вали» is a verb first */
			return is_one_of(code, owners) || tb_title_is_forename(doc, p->first) ||
				is_surname_of_ruler(doc, p->first);
		case TB_ROLE_MEMBER:
			return !is_one_of(code, members);
		default:
			return !is_one_of(code, heads);
	}
}
