/*
 * speaker_org.c
 *	  The voice of an organisation: by a longer name that the text has, or the
 *	  ministry of a minister.
 *
 *	Минздрав сообщил, что … В ведомстве добавили, что …		Минздрав
 *	Министр обороны … Министерство уточнило, что …			Министерство обороны
 */
#include "core/statement_internal.h"
#include "core/title.h"

#include "base/fold.h"
#include "base/utf8.h"

/* Is an organisation named by its bare noun: «ведомство», «Совет»? */
static bool
is_bare_org(const TbResolver *r, const TbActor *actor)
{
	const TbEntry *entry;

	if (actor->entry == TB_NONE || actor->first != actor->head ||
		actor->end != actor->head + 1)
		return false;
	entry = tb_lexicon_entry(r->doc->lex, actor->entry);
	return entry->klass == TB_ORGWORD ||
		(entry->klass == TB_BODY && strcmp(tb_string(r->doc, entry->country), "*") == 0);
}

/* Is the noun of an ORGWORD in a body's full name: министерство and МВД? */
static bool
is_kind_of(const TbResolver *r, uint32_t body, uint32_t orgword)
{
	const TbEntry *entry = tb_lexicon_entry(r->doc->lex, body);
	const char *noun = tb_string(r->doc, tb_lexicon_entry(r->doc->lex, orgword)->name);
	const char *name = tb_string(r->doc, entry->name);
	char		folded[TB_MAX_WORD];
	size_t		n = strlen(name);

	if (entry->klass != TB_BODY || n >= sizeof(folded))
		return false;
	folded[tb_fold(name, n, folded)] = '\0';
	return strstr(folded, noun) != NULL;
}

/* The last organisation before token with the same noun and more words. */
static uint32_t
fuller_org(const TbResolver *r, const TbActor *actor, uint32_t token)
{
	const TbScan *scan = r->scan;
	uint32_t	n = tb_actors_before(scan, token);
	/* «ведомство» may be any */
	bool		any = strcmp(tb_string(r->doc, tb_lexicon_entry(r->doc->lex, actor->entry)->name), "ведомство") == 0;

	for (uint32_t steps = 0; n > 0 && steps < TB_ACTORS_BACK; steps++)
	{
		const TbActor *other = &scan->actors.at[--n];

		if (other->kind != TB_AK_ORG || other->entry == TB_NONE)
			continue;
		if (any && !other->media && !other->document && other->entry != actor->entry)
			return n;
		if (other->entry == actor->entry ? !is_bare_org(r, other) :
			is_kind_of(r, other->entry, actor->entry))
			return n;
	}
	return TB_NONE;
}

/* Министр транспорта: Министерство транспорта; else the name of the body with the code. */
static const char *
ministry_of(const TbDocument *doc, const TbTitle *title, const char *code)
{
	static const char head[] = "Министр ";
	const TbEntry *body;
	TbBuffer	out = {.arena = doc->arena};
	uint32_t	step;

	if (title->title != NULL && strncmp(title->title, head, sizeof(head) - 1) == 0)
	{
		const char *domain = title->title + sizeof(head) - 1;
		uint32_t	c = tb_utf8_next(domain, strlen(domain), &step);

		if (tb_lower_char(c) == c)
		{
			tb_buffer_puts(&out, "Министерство ");
			tb_buffer_puts(&out, domain);
			return tb_buffer_text(&out);
		}
	}
	body = tb_title_entry_for(doc, TB_BODY, code, doc->country);
	return body == NULL ? NULL : tb_string(doc, body->name);
}

/*
 * «ведомство», «министерство» where no longer name stands: the ministry of the
 * minister who was named last before token.  NULL: none.
 */
static const char *
ministry_of_minister(const TbResolver *r, const TbActor *actor, uint32_t token)
{
	const TbDocument *doc = r->doc;
	const char *noun = tb_string(doc, tb_lexicon_entry(doc->lex, actor->entry)->name);

	if (strcmp(noun, "министерство") != 0 && strcmp(noun, "ведомство") != 0)
		return NULL;
	for (uint32_t n = tb_actors_before(r->scan, token), steps = 0;
		 n > 0 && steps < TB_ACTORS_BACK; n--, steps++)
	{
		uint32_t	t = r->scan->actors.at[n - 1].title;
		const TbTitle *title = t == TB_NONE ? NULL : &doc->titles.at[t];
		char		code[64];
		const char *slash;

		if (title == NULL || title->office == NULL ||
			strncmp(title->office, "min-", 4) != 0)
			continue;
		slash = strchr(title->office, '/');
		if (slash == NULL || (size_t) (slash - title->office) >= sizeof(code))
			continue;
		memcpy(code, title->office, (size_t) (slash - title->office));
		code[slash - title->office] = '\0';
		return ministry_of(doc, title, code);
	}
	return NULL;
}

/* Is the actor at index a parliament or a government? */
static bool
is_assembly(const TbResolver *r, uint32_t index)
{
	uint32_t	i = r->scan->actors.at[index].entry;
	const TbEntry *entry = i == TB_NONE ? NULL : tb_lexicon_entry(r->doc->lex, i);

	return entry != NULL && entry->klass == TB_BODY &&
		(entry->sub == TB_BT_chamber || entry->sub == TB_BT_parliament ||
		 entry->sub == TB_BT_government);
}

TbVoice
tb_voice_of_org(TbResolver *r, const TbActor *actor, uint32_t anchor)
{
	TbVoice		voice;

	if (is_bare_org(r, actor))
	{
		uint32_t	fuller = fuller_org(r, actor, anchor);
		const char *ministry = ministry_of_minister(r, actor, anchor);

		/* «по данным ведомства» is of no Мажилис, but of the minister who reports to it */
		if (fuller != TB_NONE && (ministry == NULL || !is_assembly(r, fuller)))
		{
			voice = tb_voice_described(r, &r->scan->actors.at[fuller], TB_ST_ORGANISATION);
			voice.by = TB_RB_DOCUMENT;
			return voice;
		}
		if (ministry != NULL)
		{
			voice = tb_voice_nobody();
			voice.name = ministry;
			voice.type = TB_ST_ORGANISATION;
			voice.by = TB_RB_DOCUMENT;
			return voice;
		}
	}
	voice = tb_voice_described(r, actor, TB_ST_ORGANISATION);
	voice.by = TB_RB_SELF;
	return voice;
}
