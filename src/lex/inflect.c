/*
 * inflect.c
 *	  The forms of a name: its bending words in each case, printed.
 *
 * inflect_plan.c says which words bend; here they are put into one case and
 * number and printed with the text between them.  «Атырауская область» gives
 * «Атырауской области» for three cases and «Атырауские области» for two of
 * the plural; each distinct spelling is visited once, with the sum of its
 * cases.
 */
#include "lex/inflect.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/inflect_plan.h"

#define MAX_FORMS 32

/* ---- printing ---- */

static void
append(char *out, size_t *len, const char *s, size_t n)
{
	memcpy(out + *len, s, n);
	*len += n;
	out[*len] = '\0';
}

/* All pieces in one case; false when the form is too long. */
static bool
print_form(const TbPlan *plan, TbCase kase, bool plural, TbGram gender,
		   char *out)
{
	size_t		len = 0;
	char		word[TB_NAME_WORD];

	for (int i = 0; i < plan->npieces; i++)
	{
		const TbPiece *piece = &plan->pieces[i];

		tb_bend_form(&piece->bend, kase, plural, gender, word);
		if (len + piece->before.len + strlen(word) >= TB_MAX_FORM)
			return false;
		append(out, &len, piece->before.data, piece->before.len);
		append(out, &len, word, strlen(word));
	}
	if (len + plan->name.len - plan->cursor >= TB_MAX_FORM)
		return false;
	append(out, &len, plan->name.data + plan->cursor,
		   plan->name.len - plan->cursor);
	return true;
}

/* ---- forms, each spelling once ---- */

typedef struct Forms
{
	TbForm		at[MAX_FORMS];
	int			n;
} Forms;

static void
add_form(Forms *forms, const char *text, TbGram gram)
{
	for (int i = 0; i < forms->n; i++)
		if (strcmp(forms->at[i].text, text) == 0)
		{
			forms->at[i].gram |= gram;
			return;
		}
	if (forms->n == MAX_FORMS)
		return;
	strcpy(forms->at[forms->n].text, text);
	forms->at[forms->n++].gram = gram;
}

static bool
visit_forms(const Forms *forms, TbFormVisitor visit, void *ctx)
{
	for (int i = 0; i < forms->n; i++)
		if (!visit(ctx, forms->at[i].text, forms->at[i].gram))
			return false;
	return true;
}

/* The six cases of one number and gender. */
static bool
add_cases(const TbPlan *plan, Forms *forms, bool plural, TbGram gender)
{
	char		text[TB_MAX_FORM];
	TbGram		gram = plural ? TB_NOM << TB_PLURAL_SHIFT : TB_NOM;

	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		if (!print_form(plan, (TbCase) kase, plural, gender, text))
			return false;
		add_form(forms, text, gram << kase | gender);
	}
	return true;
}

static bool
plural_only(const TbPlan *plan)
{
	return plan->hints->plural ||
		(plan->npieces == 1 && plan->pieces[0].bend.plural_only);
}

/*
 * атырауский has three genders; учёный {a,an} and Грозный {a} are nouns with
 * one: capitals, animacy or a gender in the hints say so.
 */
static bool
is_common_adjective(const TbPlan *plan)
{
	return plan->npieces > 0 && plan->hints->adjective &&
		!plan->hints->animate && plan->hints->gender == 0 &&
		!plan->pieces[0].bend.word.capital;
}

/* An adjective: three genders, the plural; accusatives of both kinds. */
static bool
adjective_forms(TbPlan *plan, Forms *forms)
{
	static const TbGram genders[] = {TB_MASC, TB_FEM, TB_NEUT};

	for (int animate = 0; animate < 2; animate++)
	{
		for (int i = 0; i < plan->npieces; i++)
			plan->pieces[i].bend.animate = animate;
		for (int i = 0; i < 3; i++)
			if (!add_cases(plan, forms, false, genders[i]))
				return false;
		if (!add_cases(plan, forms, true, 0))
			return false;
	}
	return true;
}

/* A name that does not bend is in any case; a common noun in both numbers. */
static void
fixed_form(const TbPlan *plan, Forms *forms)
{
	char		text[TB_MAX_FORM];
	TbGram		gram = TB_ALL_CASES;
	uint32_t	step;

	memcpy(text, plan->name.data, plan->name.len);
	text[plan->name.len] = '\0';
	if (plan->hints->plural)
		gram <<= TB_PLURAL_SHIFT;
	else if (!tb_is_upper(tb_utf8_next(text, plan->name.len, &step)))
		gram |= gram << TB_PLURAL_SHIFT;
	add_form(forms, text, gram);
}

/* пять лет, but девяностых годов; людей, but пять человек. */
static bool
second_genitive(TbPlan *plan, Forms *forms)
{
	for (int i = 0; i < plan->npieces; i++)
	{
		TbBend	   *bend = &plan->pieces[i].bend;
		const TbPlurals *kept = bend->irregular;
		TbPlurals	other;
		char		text[TB_MAX_FORM];
		bool		fits;

		if (kept == NULL || kept->also == NULL)
			continue;
		other = *kept;
		other.gen = kept->also;
		bend->irregular = &other;
		fits = print_form(plan, TB_CASE_GEN, true, 0, text);
		bend->irregular = kept;
		if (!fits)
			return false;
		add_form(forms, text, TB_GEN << TB_PLURAL_SHIFT);
	}
	return true;
}

static bool
noun_forms(TbPlan *plan, Forms *forms)
{
	if (plan->npieces == 0)
	{
		fixed_form(plan, forms);
		return true;
	}
	if (!plural_only(plan) && !add_cases(plan, forms, false, 0))
		return false;
	if (plan->may_stay)
	{
		char		text[TB_MAX_FORM];

		if (!print_form(plan, TB_CASE_NOM, false, 0, text))
			return false;
		add_form(forms, text, TB_ALL_CASES);
	}
	return add_cases(plan, forms, true, 0) && second_genitive(plan, forms);
}

/* ---- doors ---- */

bool
tb_inflect_name(TbStr name, const TbNameHints *hints, TbFormVisitor visit,
				void *ctx)
{
	TbPlan		plan;
	Forms		forms;
	bool		done;

	forms.n = 0;
	if (!tb_plan_name(&plan, name, hints))
		return false;
	if (plan.nwords == 0)
		return true;
	if (hints->verb)
		return tb_inflect_past(name, visit, ctx);
	if (is_common_adjective(&plan))
		done = adjective_forms(&plan, &forms);
	else
		done = noun_forms(&plan, &forms);
	return done && visit_forms(&forms, visit, ctx);
}

bool
tb_inflect_to(TbStr name, const TbNameHints *hints, TbCase kase, bool plural,
			  char *out)
{
	TbPlan		plan;

	return tb_plan_name(&plan, name, hints) &&
		print_form(&plan, kase, plural, 0, out);
}
