/*
 * salience.c
 *	  Whom a pronoun, a bare title or an elided subject means.
 *
 * Sentence by sentence back from the word, on its own level of speech: in each
 * sentence who spoke in it, else its first nominative of the right gender.
 *
 *	Проект представил Ерлан Сагадиев. – Дамба готова, – сказал он.
 *	«он»: masculine; nobody before it in its sentence, which is somebody's
 *	speech; in the one before a nominative: Сагадиев
 */
#include "core/statement_internal.h"

/* How far back a pronoun looks: sentences with actors in them, and actors. */
#define MAX_SENTENCES_BACK 8
#define MAX_ACTORS_BACK 80

/* How far ahead of a pronoun its name may stand. */
#define MAX_TOKENS_AHEAD 120

/* How many of these sentences may have the «источник» or «очевидец» that it means. */
#define MAX_UNNAMED_BACK 2

/* How many paragraphs begin in (from, to]; stops counting at 3. */
int
tb_paragraphs_between(const TbDocument *doc, uint32_t from, uint32_t to)
{
	int			n = 0;

	if (to > from + 3000)
		return 3;
	for (uint32_t i = from + 1; i <= to && n < 3; i++)
		n += (tb_tok(doc, i)->flags & TB_TF_PARA) != 0;
	return n;
}

bool
tb_genders_agree(TbGram a, TbGram b)
{
	return !(a & TB_ALL_GENDERS) || !(b & TB_ALL_GENDERS) ||
		(a & b & TB_ALL_GENDERS) != 0;
}

/* The person an actor stands for, or TB_NONE. */
uint32_t
tb_actor_person(const TbResolver *r, uint32_t index)
{
	const TbActor *actor = &r->scan->actors.at[index];

	if (actor->person != TB_NONE)
		return actor->person;
	if (r->voice_of[index] != 0)
		return r->voices[r->voice_of[index] - 1].person;
	return TB_NONE;
}

/* Actors index + 1 of the last actor that begins before a token. */
uint32_t
tb_actors_before(const TbScan *scan, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = scan->actors.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (scan->actors.at[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Of a title without a name the verb tells the gender: «Аким промолчал» is no
 * «она».  0: no verb in the past stands behind it.
 */
static TbGram
gender_by_verb(const TbScan *scan, const TbActor *actor)
{
	uint32_t	verb = tb_skip_adverbs(scan->doc, actor->end);
	TbGram		gram = tb_verb_gram(scan, verb);

	return (gram & TB_VERB_SG) ? gram & TB_ALL_GENDERS : 0;
}

/* May the actor at index be what a pronoun means? */
static bool
may_be_meant(const TbResolver *r, uint32_t index, TbGram gender, bool plural)
{
	const TbActor *actor = &r->scan->actors.at[index];
	const TbDocument *doc = r->doc;
	uint32_t	person = tb_actor_person(r, index);

	if (plural)
		return actor->kind == TB_AK_GROUP || (actor->kind == TB_AK_ORG && !actor->document);
	if (actor->kind == TB_AK_TITLE && person == TB_NONE && !(actor->gram & TB_ALL_GENDERS) &&
		!tb_genders_agree(gender_by_verb(r->scan, actor), gender))
		return false;
	if (person != TB_NONE)
		return tb_genders_agree(doc->persons.at[person].gender, gender);
	return (actor->kind == TB_AK_TITLE ||
			(actor->kind == TB_AK_DESCRIPTION && !actor->unnamed) ||
			(r->voice_of[index] != 0 &&
			 r->voices[r->voice_of[index] - 1].type == TB_ST_PERSON)) &&
		tb_genders_agree(actor->gram, gender);
}

/* May the actor at index have been the subject of its sentence? */
static bool
may_be_subject(const TbResolver *r, uint32_t index, bool plural)
{
	const TbActor *actor = &r->scan->actors.at[index];
	TbGram		cases = plural ? tb_gram_cases(actor->gram) : tb_gram_singular(actor->gram);

	if (r->voice_of[index] != 0 || (plural && tb_is_located(r->scan, actor)))
		return true;
	return (cases & TB_NOM) && !(actor->behind_prep && actor->kind != TB_AK_PRONOUN);
}

/* «Гость студии — гидротехник Ерлан Бадашев»: the name behind the dash, else index. */
static uint32_t
named_behind_dash(const TbScan *scan, uint32_t index)
{
	const TbActor *actor = &scan->actors.at[index];

	return actor->person == TB_NONE && index + 1 < scan->actors.n &&
		tb_is_spaced_dash(scan->doc, actor->end) && actor[1].first == actor->end + 1 &&
		actor[1].kind == TB_AK_PERSON && (tb_gram_cases(actor[1].gram) & TB_NOM) ?
		index + 1 : index;
}

/*
 * The actor that a pronoun at token means: sentence by sentence back, in each
 * who spoke in it, else its first nominative.  TB_NONE: nobody fits.
 */
uint32_t
tb_salient_actor(const TbResolver *r, uint32_t token, TbGram gender, bool plural)
{
	const TbScan *scan = r->scan;
	uint32_t	n = tb_actors_before(scan, token);
	uint32_t	sentence = TB_NONE;
	uint32_t	best = TB_NONE;
	uint32_t	unnamed = TB_NONE;
	bool		spoke = false;
	int			sentences = 0;

	for (uint32_t steps = 0; n > 0 && steps < MAX_ACTORS_BACK; steps++)
	{
		const TbActor *actor = &scan->actors.at[--n];

		if (tb_level(scan, actor->first) != tb_level(scan, token))
			continue;
		if (scan->sentence_of[actor->first] != sentence)
		{
			if (best != TB_NONE || ++sentences > MAX_SENTENCES_BACK)
				break;
			sentence = scan->sentence_of[actor->first];
		}
		if (!may_be_subject(r, n, plural))
			continue;
		/* «Очевидец снял это. … рассказал он»: if nobody with a name is meant */
		if (unnamed == TB_NONE && actor->unnamed && !plural && sentences <= MAX_UNNAMED_BACK &&
			tb_genders_agree(actor->gram, gender))
			unnamed = n;
		if (!may_be_meant(r, n, gender, plural))
			continue;
		if (r->voice_of[n] != 0)
		{
			best = n;
			spoke = true;
		}
		else if (!spoke)
			best = n;
	}
	return best == TB_NONE ? unnamed : named_behind_dash(scan, best);
}

/*
 * «— Реки мелеют, — сказала она. Эколог Ольга Климова приехала впервые.»: the
 * first named nominative of a gender in the sentences behind token, in its
 * paragraph; for a pronoun that nobody before it can be.  TB_NONE: none.
 */
uint32_t
tb_named_later(const TbResolver *r, uint32_t token, TbGram gender)
{
	const TbScan *scan = r->scan;
	uint32_t	end = token + 1;

	while (end < token + MAX_TOKENS_AHEAD && end < r->doc->text.ntok &&
		   !(tb_tok(r->doc, end)->flags & TB_TF_PARA))
		end++;
	for (uint32_t n = tb_actors_before(scan, token + 1);
		 n < scan->actors.n && scan->actors.at[n].first < end; n++)
	{
		const TbActor *actor = &scan->actors.at[n];

		if (tb_level(scan, actor->first) != tb_level(scan, token))
			continue;
		if (actor->person != TB_NONE && !actor->behind_prep &&
			(tb_gram_cases(actor->gram) & TB_NOM))
			return tb_genders_agree(r->doc->persons.at[actor->person].gender, gender) ? n : TB_NONE;
	}
	return TB_NONE;
}
