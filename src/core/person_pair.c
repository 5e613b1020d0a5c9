/*
 * person_pair.c
 *	  Two given names before the surname of both: «Иван и Мария Петровы», «Ивану и
 *	  Марии Петровым» are two persons.
 *
 *	  Not: «с Иваном и Петром Ивановым» (the surname is the second's), «супруги
 *	  Петровы» (who they are is not said).
 */
#include "core/person_internal.h"

/* Endings of surnames in the plural, the cases they tell, and the stem's own. */
static const struct
{
	const char *ending;
	uint32_t	cases;
	const char *man;
	const char *woman;
}			plurals[] = {
	{"ские", TB_NOM, "ский", "ская"}, {"ских", TB_GEN | TB_ACC | TB_PRE, "ский", "ская"},
	{"скими", TB_INS, "ский", "ская"}, {"ским", TB_DAT, "ский", "ская"},
	{"цкие", TB_NOM, "цкий", "цкая"}, {"цких", TB_GEN | TB_ACC | TB_PRE, "цкий", "цкая"},
	{"цкими", TB_INS, "цкий", "цкая"}, {"цким", TB_DAT, "цкий", "цкая"},
	{"ы", TB_NOM, "", "а"}, {"ых", TB_GEN | TB_ACC | TB_PRE, "", "а"},
	{"ыми", TB_INS, "", "а"}, {"ым", TB_DAT, "", "а"}
};

/* The row of a surname in the plural, or -1. */
static int
plural_of(const char *surname)
{
	size_t		len = strlen(surname);

	for (size_t i = 0; i < sizeof(plurals) / sizeof(plurals[0]); i++)
	{
		size_t		n = strlen(plurals[i].ending);

		if (len > n && memcmp(surname + len - n, plurals[i].ending, n) == 0 &&
			tb_is_surname_shaped((TbStr) {surname, (uint32_t) len}))
			return (int) i;
	}
	return -1;
}

const char *
tb_person_single(TbDocument *doc, const char *plural, bool woman)
{
	int			i = plural_of(plural);
	TbBuffer	out = {.arena = doc->arena};

	if (i < 0)
		return plural;
	tb_buffer_put(&out, plural, strlen(plural) - strlen(plurals[i].ending));
	tb_buffer_puts(&out, woman ? plurals[i].woman : plurals[i].man);
	return tb_buffer_text(&out);
}

/*
 * Is a name that was read the second of a pair?  *first gets the other one:
 * its span is the given name alone.
 */
bool
tb_person_is_pair(const TbDocument *doc, const Raw *second, Raw *first)
{
	uint32_t	at = second->first;
	Unit		units[MAX_UNITS];
	const char *surname;
	int			i;

	if (at < 2 || second->given.kind != UNIT_GIVEN || second->surname_leads ||
		second->surname_end != second->surname_first + 1 ||
		!tb_text_is(doc, at - 1, "и") || !tb_may_be(doc, at - 2, TB_BIT(GIVEN)))
		return false;
	surname = tb_person_written((TbDocument *) doc, second->surname_first, second->surname_end);
	i = surname == NULL ? -1 : plural_of(surname);
	/* «Иваном и Петром Ивановым»: the instrumental of one */
	if (i < 0 || !(second->given.gram & plurals[i].cases))
		return false;
	if (tb_person_units(doc, at - 2, units) != 1 || units[0].kind != UNIT_GIVEN ||
		!(units[0].gram & plurals[i].cases))
		return false;
	*first = *second;
	first->given = units[0];
	first->first = at - 2;
	first->end = at - 1;
	first->plural = true;
	first->rule = "pair";
	return true;
}
