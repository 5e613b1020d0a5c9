/*
 * statements.h
 *	  Rows of tests on statements: a text and its statements in order,
 *	  «words > speaker > kind», the kinds being d(irect), i(ndirect), m(ixed),
 *	  with n(ominal), v (directive) or t(opic) behind it for the optional
 *	  forms.  Segments are joined by « + ».
 */
#ifndef TB_TEST_STATEMENTS_H
#define TB_TEST_STATEMENTS_H

#include "helpers.h"

#include "core/words.h"

static void
list_statements(Listed *list, const TbDocument *doc)
{
	static const char *const kinds[] = {"d", "i", "m"};
	static const char *const forms[] = {"", "", "n", "v", "t"};

	assert_int_equal(tb_document_find((TbDocument *) (uintptr_t) doc,
									  TB_LAYER_STATEMENTS), TB_OK);
	for (uint32_t i = 0; i < doc->statements.n; i++)
	{
		const TbStatement *s = &doc->statements.at[i];

		list_span(list, doc, s->segments[0]);
		for (uint32_t k = 1; k < s->nsegments; k++)
		{
			list_puts(list, " + ");
			list_put(list, doc->text.data + s->segments[k].start,
					 s->segments[k].end - s->segments[k].start);
		}
		list_puts(list, " > ");
		list_puts(list, s->speaker == NULL ? "?" : s->speaker);
		list_puts(list, " > ");
		list_puts(list, kinds[s->kind]);
		list_puts(list, forms[s->form]);
	}
}

#define check_statements(rows) \
	check_rows(rows, LEN(rows), "kz", TB_NO_DAY, list_statements)

#endif
