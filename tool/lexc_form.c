/*
 * lexc_form.c
 *	  Numbers the rows, checks that places have their parents, and bends every
 *	  name into its forms.
 */
#include "lexc.h"

static int
compare_rows(const void *a, const void *b)
{
	const Row  *x = a;
	const Row  *y = b;
	int			order;

	if (x->entry.klass != y->entry.klass)
		return x->entry.klass - y->entry.klass;
	order = strcmp(x->code, y->code);
	return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static int
compare_code(const void *key, const void *row)
{
	const Row  *r = row;

	return r->entry.klass != TB_PLACE ? TB_PLACE - r->entry.klass
		: strcmp(key, r->code);
}

/* Is the place above this one, if there is one, in the files? */
static bool
has_parent(const Compiler *c, const char *code)
{
	char		parent[256];
	char	   *slash;

	snprintf(parent, sizeof(parent), "%s", code);
	parent[strlen(parent) - 1] = '\0';
	slash = strrchr(parent, '/');
	if (slash == NULL)
		return true;
	slash[1] = '\0';
	return bsearch(parent, c->rows.at, c->rows.n, sizeof(Row), compare_code) != NULL;
}

/* Complain of places that stand twice or have no parent. */
static void
check_places(Compiler *c)
{
	for (uint32_t i = 0; i < c->rows.n; i++)
	{
		Row		   *row = &c->rows.at[i];

		if (row->entry.klass != TB_PLACE || row->names.n == 0)
			continue;
		c->file = row->names.at[0].file;
		c->line = row->names.at[0].line;
		if (i > 0 && c->rows.at[i - 1].entry.klass == TB_PLACE &&
			strcmp(c->rows.at[i - 1].code, row->code) == 0)
			lexc_complain(c, "code \"%s\" stands twice", row->code);
		if (!has_parent(c, row->code))
			lexc_complain(c, "no place above \"%s\"", row->code);
	}
}

typedef struct FormContext
{
	Compiler   *c;
	uint32_t	entry;
	uint32_t	flags;
	bool		singular;		/* a place or given name: no plural forms */
} FormContext;

static bool
add_form(void *ctx, const char *form, TbGram gram)
{
	FormContext *f = ctx;

	if (f->singular && gram != 0)
	{
		/* there is one Орал: «Оралов» is somebody else */
		if (tb_gram_cases(gram) != 0 && tb_gram_singular(gram) == 0)
			return true;
		gram &= ~((TbGram) TB_ALL_CASES << TB_PLURAL_SHIFT);
	}
	if (tb_builder_form(&f->c->builder, form, strlen(form), f->entry, gram,
						f->flags) != TB_OK)
		lexc_out_of_memory();
	return true;
}

/* The six forms of a surname. */
static void
add_surname_forms(Compiler *c, uint32_t entry)
{
	const char *name = c->rows.at[entry].code;
	size_t		len = strlen(name);
	TbGram		gender = (TbGram) c->rows.at[entry].entry.value;
	FormContext ctx = {c, entry, 0, false};

	for (int kase = 0; kase < TB_NCASES; kase++)
	{
		char		form[TB_MAX_FORM];

		if (tb_inflect_person((TbStr) {name, (uint32_t) len},
							  gender, (TbCase) kase, form))
			add_form(&ctx, form, 1u << kase);
	}
}

void
lexc_number_rows(Compiler *c)
{
	if (c->rows.n > 0)
		qsort(c->rows.at, c->rows.n, sizeof(Row), compare_rows);
	check_places(c);
	for (uint32_t i = 0; i < c->rows.n; i++)
		if (tb_builder_entry(&c->builder, &c->rows.at[i].entry) == UINT32_MAX)
			lexc_out_of_memory();
	for (uint32_t i = 0; i < c->rows.n; i++)
		if (c->rows.at[i].surname)
			add_surname_forms(c, i);
	for (uint32_t i = 0; i < c->rows.n; i++)
		for (uint32_t n = 0; n < c->rows.at[i].names.n; n++)
		{
			Name	   *name = &c->rows.at[i].names.at[n];
			FormContext ctx = {c, i, name->flags,
			(c->rows.at[i].entry.klass == TB_PLACE ||
			 c->rows.at[i].entry.klass == TB_GIVEN) && !name->hints.plural};

			c->file = name->file;
			c->line = name->line;
			if (name->hints.abbreviation)
				name->hints.fixed = true;
			if (!tb_inflect_name(name->text, &name->hints, add_form, &ctx))
				lexc_complain(c, "name too long: \"%.*s\"", (int) name->text.len,
						 name->text.data);
		}
}
