/*
 * query_person.c
 *	  The lexemes by which a query finds a person.
 */
#include "core/query_internal.h"

#include <stdio.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "lex/inflect.h"

/* Nominatives of a surname that are looked at. */
#define MAX_LEMMAS 6

/* Is a list's last lexeme, which begins at byte start, in it before? */
static bool
is_repeated(const TbBuffer *buf, size_t start)
{
	size_t		len = buf->text.n - start;

	for (size_t i = 0; i + len < start; i++)
		if ((i == 0 || buf->text.at[i - 1] == '|') && buf->text.at[i + len] == '|' &&
			memcmp(buf->text.at + i, buf->text.at + start, len) == 0)
			return true;
	return false;
}

/* Append a lexeme of a person, surname, then what follows it, if it is new. */
static void
put_person(TbBuffer *buf, const char *id, size_t len, const char *rest)
{
	uint32_t	before = buf->text.n;

	if (before > 0)
		tb_buffer_puts(buf, "|");
	tb_buffer_puts(buf, "person/");
	for (size_t i = 0; i < len; i++)
		tb_buffer_put(buf, strchr(" &|:*\"'\\", id[i]) != NULL ? "-" : id + i, 1);
	tb_buffer_puts(buf, rest);
	if (!buf->failed && before > 0 && is_repeated(buf, before + 1))
		buf->text.n = before;
}

/* Append a person of a full name, the initials, and the surname alone. */
static void
put_full_name(TbBuffer *buf, const char *id)
{
	const char *given = strchr(id, '/') + 1;
	uint32_t	step;

	(void) tb_utf8_next(given, strlen(given), &step);
	put_person(buf, id, strlen(id), "");
	/* «Франк Штайнмайер» is Франк-Вальтер too */
	put_person(buf, id, strlen(id) - 1, "-*");
	put_person(buf, id, (size_t) (given - id) + step, ".*");
	put_person(buf, id, (size_t) (given - id), "");
}

/* ---------------------------------------------------- nominatives of surnames */

/* Is a lemma the folded word itself? */
static bool
is_same(const TbLemma *lemma, const char *folded, size_t len)
{
	char		text[sizeof(lemma->text)];
	size_t		have = tb_fold(lemma->text, strlen(lemma->text), text);

	return have == len && memcmp(text, folded, len) == 0;
}

/*
 * Is a lemma not worth bending?  «Кимом» may be the nominative of a surname
 * Кимом, but the instrumental of Ким is as likely.
 */
static bool
is_unlikely(const TbLemma *lemmas, int n, int i, const char *folded, size_t len)
{
	if (lemmas[i].weight * 5 < lemmas[0].weight * 3)
		return true;
	if (!is_same(&lemmas[i], folded, len))
		return false;
	for (int k = 0; k < n; k++)
		if (lemmas[k].weight >= lemmas[i].weight &&
			!is_same(&lemmas[k], folded, len))
			return true;
	return false;
}

/*
 * Nominatives of a surname that are worth a search, likeliest first; how many.
 */
static int
surname_lemmas(TbStr word, TbLemma *out, int max)
{
	TbLemma		lemmas[MAX_LEMMAS];
	char		folded[TB_MAX_FORM];
	size_t		len;
	int			n;
	int			kept = 0;

	if (word.len > sizeof(folded))
		return 0;
	len = tb_fold(word.data, word.len, folded);
	n = tb_inflect_lemmas(word, TB_PART_SURNAME, lemmas, MAX_LEMMAS);
	for (int i = 0; i < n && kept < max; i++)
		if (!is_unlikely(lemmas, n, i, folded, len))
			out[kept++] = lemmas[i];
	return kept;
}

/* ------------------------------------------------------------- other readings */

/*
 * A text that has a name only in oblique cases may have been read otherwise:
 * «Илье Шольцу» is Илья Шольц or Илья Шолец.  So the name is bent, each form
 * is read as a text would be, and what comes out is asked for too:
 *
 *	Илья Шольц -> «вместе с Ильёй Шольцем» -> шолец/илья/
 *
 * Another given name that is one («Юлию Бейсенову»: Юлия or Юлий) is another
 * person.
 */
static const struct
{
	TbCase		kase;
	const char *before;
}			contexts[] = {
	{TB_CASE_GEN, "мнение "}, {TB_CASE_DAT, "благодаря "}, {TB_CASE_ACC, "про "},
	{TB_CASE_INS, "вместе с "}, {TB_CASE_PRE, "речь о "}
};

/* Longest name in bytes that is bent. */
#define MAX_BENT 200

/* Is the given name of an id one that the lexicon has? */
static bool
given_known(const TbQuery *q, const char *given)
{
	size_t		len = strcspn(given, "/");
	const TbReading *r =
		tb_lexicon_reading(q->lex, tb_lexicon_find_word(q->lex, given, len), TB_GIVEN);

	return r != NULL && (r->gram & TB_NOM);
}

/* May an id be another reading of the same name? */
static bool
is_other_reading(const TbQuery *q, const char *id, const char *other)
{
	const char *given = other == NULL ? NULL : strchr(other, '/');

	if (given == NULL || given[1] == '\0' || strcmp(id, other) == 0)
		return false;
	return strcmp(strchr(id, '/'), given) == 0 || !given_known(q, given + 1);
}

/* The id that a text makes of a name in a context, or NULL: none. */
static TbStatus
read_id(const TbQuery *q, const char *before, const char *name, const char **id)
{
	TbBuffer	text = {.arena = q->arena};
	TbDocument	doc;

	*id = NULL;
	tb_buffer_puts(&text, before);
	tb_buffer_puts(&text, name);
	if (text.failed)
		return TB_NO_MEMORY;
	TB_TRY(tb_query_open(q, (TbStr) {text.text.at, text.text.n}, &doc));
	if (doc.mentions.n == 1 && doc.mentions.at[0].person != TB_NONE)
		*id = doc.persons.at[doc.mentions.at[0].person].id;
	return TB_OK;
}

/* Append the other readings of a name. */
static TbStatus
put_other_readings(const TbQuery *q, TbBuffer *buf, const char *id, const char *name)
{
	const char *seen[sizeof(contexts) / sizeof(contexts[0])];
	uint32_t	nseen = 0;

	for (size_t i = 0; i < sizeof(contexts) / sizeof(contexts[0]); i++)
	{
		char		form[TB_MAX_FORM];
		const char *other;
		bool		new;

		if (!tb_inflect_person((TbStr) {name, (uint32_t) strlen(name)}, 0,
							   contexts[i].kase, form))
			continue;
		TB_TRY(read_id(q, contexts[i].before, form, &other));
		new = is_other_reading(q, id, other);
		for (uint32_t k = 0; k < nseen && new; k++)
			new = strcmp(seen[k], other) != 0;
		if (!new)
			continue;
		seen[nseen++] = other;
		put_person(buf, other, strlen(other), "");
	}
	return TB_OK;
}

/*
 * Append what else the surname as the query has it may come from: «Илье
 * Шольцу» is Илья Шольц too.
 */
static void
put_other_lemmas(const TbDocument *doc, const TbPersonMention *mention,
				 const char *id, TbBuffer *buf)
{
	const char *given = strchr(id, '/');
	TbLemma		lemmas[2];
	int			n = 0;

	for (uint32_t i = mention->first; i < mention->end && n == 0; i++)
	{
		TbStr		folded = tb_word_folded(&doc->text, i);

		/* the word that begins as the surname does */
		if (tb_is_word(doc, i) && folded.len >= 6 && strncmp(folded.data, id, 6) == 0)
			n = surname_lemmas(tb_text_of(doc, i, i + 1), lemmas, 2);
	}
	for (int k = 0; k < n; k++)
	{
		char		surname[TB_MAX_WORD];
		size_t		len = tb_fold(lemmas[k].text, strlen(lemmas[k].text), surname);

		if (len == (size_t) (given - id) && memcmp(surname, id, len) == 0)
			continue;
		put_person(buf, surname, len, given);
	}
}

/*
 * Append who else the words of a query are in one context or another: «Юлию
 * Бейсенову» is Юлия, or Юлий in the dative.
 */
static TbStatus
put_other_persons(const TbQuery *q, TbBuffer *buf, TbStr words)
{
	for (size_t i = 0; i < sizeof(contexts) / sizeof(contexts[0]); i++)
	{
		const char *copy = tb_arena_strdup(q->arena, words.data, words.len);
		const char *other;

		if (copy == NULL)
			return TB_NO_MEMORY;
		TB_TRY(read_id(q, contexts[i].before, copy, &other));
		if (other != NULL && strchr(other, '/')[1] != '\0')
			put_person(buf, other, strlen(other), "");
	}
	return TB_OK;
}

/* Are the words of a query a name in the nominative? */
static bool
is_as_written(TbStr words, const char *name)
{
	char		a[2 * MAX_BENT + 2];
	char		b[2 * MAX_BENT + 2];
	size_t		len = strlen(name);

	return words.len == len &&
		tb_fold(words.data, len, a) == tb_fold(name, len, b) &&
		memcmp(a, b, tb_fold(name, len, b)) == 0;
}

/*
 * A person's lexemes: «Токаев» everybody of that name; «К. Токаев» all whose
 * given name begins so; «Касым-Жомарт Токаев» that one, the initial, and the
 * surname where the document has nothing else.
 */
TbStatus
tb_query_person(const TbQuery *q, const TbDocument *doc,
				const TbPersonMention *mention, const char **entity)
{
	TbBuffer	buf = {.arena = doc->arena};
	const char *id = mention->person == TB_NONE ? NULL :
		doc->persons.at[mention->person].id;
	const char *given;
	uint32_t	step = 0;

	*entity = "";
	if (id == NULL || strchr(id, '/') == NULL)
		return TB_OK;
	given = strchr(id, '/') + 1;
	if (*given != '\0')
		(void) tb_utf8_next(given, strlen(given), &step);
	if (*given == '\0')
		put_person(&buf, id, strlen(id), "*");
	else if (given[step] == '.')
	{
		put_person(&buf, id, (size_t) (given - id) + step, "*");
		put_person(&buf, id, (size_t) (given - id), "");
	}
	else
	{
		put_full_name(&buf, id);
		put_other_lemmas(doc, mention, id, &buf);
		if (mention->given != NULL && mention->surname != NULL &&
			strlen(mention->given) + strlen(mention->surname) < MAX_BENT)
		{
			char		name[2 * MAX_BENT + 2];

			TbStr		words = tb_text_of(doc, mention->first, mention->end);

			snprintf(name, sizeof(name), "%s %s", mention->given, mention->surname);
			TB_TRY(put_other_readings(q, &buf, id, name));
			if (words.len < MAX_BENT && !is_as_written(words, name) &&
				mention->patronymic == NULL)
				TB_TRY(put_other_persons(q, &buf, words));
		}
	}
	*entity = tb_buffer_text(&buf);
	return *entity == NULL ? TB_NO_MEMORY : TB_OK;
}

/* ------------------------------------------------------------ lone surnames */

/* Append everybody of a surname in the nominative. */
static void
put_surname(TbBuffer *buf, const char *surname)
{
	char		folded[TB_MAX_WORD];
	size_t		len = strlen(surname);

	if (len < sizeof(folded))
		put_person(buf, folded, tb_fold(surname, len, folded), "/*");
}

/* The persons of a surname that the lexicon has. */
static const char *
known_surname(const TbQuery *q, const TbDocument *doc, const TbReading *reading)
{
	TbBuffer	buf = {.arena = q->arena};

	put_surname(&buf, tb_string(doc, tb_entry(doc, reading)->name));
	return tb_buffer_text(&buf);
}

const char *
tb_query_surname(const TbQuery *q, const TbDocument *doc, uint32_t i)
{
	TbLemma		lemmas[2];
	TbStr		word = tb_text_of(doc, i, i + 1);
	TbBuffer	buf = {.arena = q->arena};
	int			n;

	const TbReading *known = tb_word_reading(doc, i, TB_SURNAME, NULL);

	if (known != NULL)
		return known_surname(q, doc, known);
	if (!tb_is_word(doc, i) || word.len >= 64 || !tb_is_surname_shaped(word) ||
		(!tb_is_cap(doc, i) && tb_tok(doc, i)->value != 0))
		return "";
	n = surname_lemmas(word, lemmas, 2);
	for (int k = 0; k < n; k++)
		put_surname(&buf, lemmas[k].text);
	return tb_buffer_text(&buf);
}
