/*
 * describe.c
 *	  How a speaker is called: a person's name, or the words that describe it,
 *	  in the nominative.
 *
 *	Касым-Жомарт Кемелевич Токаев	Касым-Жомарт Токаев, if that stands too
 *	местных аналитиков			Местные аналитики
 *	сенаторов						Депутаты Сената
 *	в Росгидроресурсах				Росгидроресурсы
 *	одного из экспертов				Один из экспертов
 */
#include "core/statement_internal.h"

#include "base/fold.h"
#include "base/utf8.h"

TbVoice
tb_voice_nobody(void)
{
	return (TbVoice)
	{
		.person = TB_NONE,.title = TB_NONE,.type = TB_ST_UNKNOWN
	};
}

/* ---------------------------------------------------------------- persons */

/* Is a given name written out, not as an initial? */
static bool
is_full_given(const char *given)
{
	return given != NULL && given[0] != '\0' && strchr(given, '.') == NULL;
}

TbVoice
tb_voice_of_person(const TbResolver *r, uint32_t person, uint8_t by)
{
	const TbPerson *p = &r->doc->persons.at[person];
	TbVoice		voice = tb_voice_nobody();

	/* without the patronymic, if the document has it so (person.c) */
	voice.name = p->name;
	voice.person = person;
	voice.title = p->title;
	voice.type = TB_ST_PERSON;
	voice.by = by;
	voice.gender = p->gender;
	return voice;
}

/* Does the mention itself name the person in full? */
uint8_t
tb_mention_named_by(const TbResolver *r, uint32_t mention)
{
	const TbPersonMention *m = &r->doc->mentions.at[mention];
	const TbPerson *p = &r->doc->persons.at[m->person];

	if (is_full_given(m->given) && m->surname != NULL)
		return TB_RB_SELF;
	return is_full_given(p->given) && p->surname != NULL ? TB_RB_DOCUMENT :
		TB_RB_SELF;
}

/* ----------------------------------------------------------- descriptions */

/* Append tokens [first, end) with single spaces for all white space. */
static void
put_words(const TbResolver *r, TbBuffer *buf, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		const TbToken *tok = tb_tok(r->doc, i);

		if ((tok->flags & TB_TF_SPACE) && buf->text.n > 0 &&
			buf->text.at[buf->text.n - 1] != ' ')
			tb_buffer_puts(buf, " ");
		tb_buffer_put(buf, r->doc->text.data + tok->start, tok->end - tok->start);
	}
}

/* Is the adjective with the stem one in -ой: областной, городской? */
static bool
is_stressed(const TbResolver *r, const char *stem, size_t len)
{
	static const char ending[] = "ой";
	char		word[TB_MAX_WORD];
	const TbReading *reading;
	uint32_t	count;
	uint32_t	node;

	if (len + sizeof(ending) > sizeof(word))
		return false;
	len = tb_fold(stem, len, word);
	memcpy(word + len, ending, sizeof(ending));
	node = tb_lexicon_find_word(r->doc->lex, word, len + sizeof(ending) - 1);
	if (node == 0)
		return false;
	reading = tb_lexicon_readings(r->doc->lex, node, &count);
	for (; count-- > 0; reading++)
		if ((tb_reading_class(reading) == TB_TITLEMOD || tb_reading_class(reading) == TB_COMMON) &&
			(tb_gram_singular(reading->gram) & TB_NOM))
			return true;
	return false;
}

/* Append an adjective in the nominative: местных -> местные, областном -> областной. */
static void
put_adjective(const TbResolver *r, TbBuffer *buf, uint32_t i, TbGram gender)
{
	static const char *const endings[][2] = {
		{"ых", "ые"}, {"их", "ие"}, {"ым", "ый"}, {"ими", "ие"}, {"ыми", "ые"},
		{"кого", "кий"}, {"щего", "щий"}, {"шего", "ший"}, {"ого", "ый"},
		{"его", "ий"}, {"ской", "ская"}, {"цкой", "цкая"}, {"ной", "ная"},
		{"кой", "кая"}, {"вой", "вая"}, {"ском", "ский"}, {"цком", "цкий"},
		{"ном", "ный"}, {"вом", "вый"}, {"шем", "ший"}, {"щем", "щий"},
		{NULL, NULL}
	};
	const TbToken *tok = tb_tok(r->doc, i);
	const char *text = r->doc->text.data + tok->start;
	size_t		len = tok->end - tok->start;

	if ((tok->flags & TB_TF_SPACE) && buf->text.n > 0)
		tb_buffer_puts(buf, " ");
	for (int e = 0; endings[e][0] != NULL; e++)
	{
		size_t		n = strlen(endings[e][0]);

		if (len > n && memcmp(text + len - n, endings[e][0], n) == 0)
		{
			tb_buffer_put(buf, text, len - n);
			tb_buffer_puts(buf, endings[e][1]);
			n = buf->text.n;
			if (gender != TB_NEUT && n > 4 && (memcmp(buf->text.at + n - 4, "ый", 4) == 0 ||
											   memcmp(buf->text.at + n - 4, "ий", 4) == 0) &&
				is_stressed(r, text, len - strlen(endings[e][0]) + strlen(endings[e][1]) - 4))
			{
				buf->text.n -= 4;
				tb_buffer_puts(buf, "ой");
				return;
			}
			/* национального управления -> национальное */
			if (gender == TB_NEUT && n > 4 &&
				(memcmp(buf->text.at + n - 4, "ый", 4) == 0 ||
				 memcmp(buf->text.at + n - 4, "ий", 4) == 0))
			{
				bool		soft = memcmp(buf->text.at + n - 6, "щ", 2) == 0 ||
					memcmp(buf->text.at + n - 6, "ш", 2) == 0;

				buf->text.n -= 4;
				tb_buffer_puts(buf, soft ? "ее" : "ое");
			}
			return;
		}
	}
	tb_buffer_put(buf, text, len);
}

/* Append a noun that no list knows in the nominative: палеонтолога -> палеонтолог. */
static void
put_genitive(const TbResolver *r, TbBuffer *buf, uint32_t i)
{
	static const char *const nouns[][2] = {
		{"лога", "лог"}, {"графа", "граф"}, {"веда", "вед"}, {"иста", "ист"},
		{"ника", "ник"}, {"теля", "тель"}, {"тора", "тор"}, {"сера", "сер"},
		{"нера", "нер"}, {"гога", "гог"}, {"рода", "род"}, {"логов", "логи"},
		{"графов", "графы"}, {"ведов", "веды"}, {"истов", "исты"},
		{"ников", "ники"}, {"телей", "тели"}, {"торов", "торы"}, {NULL, NULL}
	};
	const TbToken *tok = tb_tok(r->doc, i);
	const char *text = r->doc->text.data + tok->start;
	size_t		len = tok->end - tok->start;

	if ((tok->flags & TB_TF_SPACE) && buf->text.n > 0)
		tb_buffer_puts(buf, " ");
	for (int e = 0; nouns[e][0] != NULL; e++)
	{
		size_t		n = strlen(nouns[e][0]);

		if (len > n && memcmp(text + len - n, nouns[e][0], n) == 0)
		{
			tb_buffer_put(buf, text, len - n);
			tb_buffer_puts(buf, nouns[e][1]);
			return;
		}
	}
	tb_buffer_put(buf, text, len);
}

/* The gender of a noun, by its last letter. */
static TbGram
name_gender(const char *name)
{
	size_t		n = strlen(name);

	if (n > 2 && (memcmp(name + n - 2, "о", 2) == 0 || memcmp(name + n - 2, "е", 2) == 0))
		return TB_NEUT;
	return n > 2 && (memcmp(name + n - 2, "а", 2) == 0 || memcmp(name + n - 2, "я", 2) == 0) ?
		TB_FEM : TB_MASC;
}

/* First token behind the words that a lexicon entry covers from head on. */
static uint32_t
head_end(const TbResolver *r, const TbActor *actor)
{
	const TbEntry *entry = tb_lexicon_entry(r->doc->lex, actor->entry);
	uint32_t	end = actor->head + 1;

	(void) tb_phrase_reading(r->doc, actor->head, entry->klass,
							 tb_string(r->doc, entry->code), &end);
	return end < actor->end ? end : actor->end;
}

/* Has the word of these bytes a nominative reading of an entry? */
static bool
is_nominative_of(const TbResolver *r, const char *word, size_t len, uint32_t entry)
{
	char		folded[TB_MAX_WORD + 8];
	uint32_t	count;
	const TbReading *readings;

	if (len == 0 || len >= TB_MAX_WORD)
		return false;
	len = tb_fold(word, len, folded);
	readings = tb_lexicon_readings(r->doc->lex,
								   tb_lexicon_find_word(r->doc->lex, folded, len), &count);
	for (uint32_t i = 0; i < count; i++)
		if (readings[i].entry == entry && (readings[i].gram & TB_NOM))
			return true;
	return false;
}

/*
 * «Нацбанка» -> Нацбанк: a body of one word keeps the word of the text, if
 * that is found in the nominative.
 */
static bool
put_alias(const TbResolver *r, TbBuffer *buf, const TbActor *actor)
{
	static const char *const endings[] = {"а", "у", "ом", "е", "ы", "и", "я", "ю", NULL};
	static const char *const bare[] = {"", "а", "я", "о", "е", NULL};
	const TbToken *tok = tb_tok(r->doc, actor->head);
	const char *text = r->doc->text.data + tok->start;
	size_t		len = tok->end - tok->start;
	char		word[TB_MAX_WORD + 8];

	if (len >= TB_MAX_WORD || head_end(r, actor) != actor->head + 1)
		return false;
	/* Минприроды: does not bend */
	if (is_nominative_of(r, text, len, actor->entry))
	{
		tb_buffer_put(buf, text, len);
		return true;
	}
	for (int e = 0; endings[e] != NULL; e++)
	{
		size_t		n = strlen(endings[e]);

		if (len <= n + 4 || memcmp(text + len - n, endings[e], n) != 0)
			continue;
		memcpy(word, text, len - n);
		for (int b = 0; bare[b] != NULL; b++)
		{
			memcpy(word + len - n, bare[b], strlen(bare[b]) + 1);
			if (!is_nominative_of(r, word, strlen(word), actor->entry))
				continue;
			tb_buffer_puts(buf, word);
			return true;
		}
	}
	return false;
}

/* Append the nominative of an actor's noun, plural if the actor is. */
static void
put_head(const TbResolver *r, TbBuffer *buf, const TbActor *actor, const TbEntry *entry)
{
	const char *name = tb_string(r->doc, entry->name);
	TbNameHints hints = {.animate = true,.from = TB_NO_DAY,.to = TB_NO_DAY};
	char		form[TB_MAX_FORM];

	if (entry->klass == TB_PERSONWORD && actor->kind == TB_AK_GROUP &&
		tb_inflect_to((TbStr) {name, (uint32_t) strlen(name)}, &hints,
					  TB_CASE_NOM, true, form))
		tb_buffer_puts(buf, form);
	else
		tb_buffer_puts(buf, name);
}

/* Append a title in the nominative: «сенаторов» -> сенаторы. */
static void
put_title(const TbResolver *r, TbBuffer *buf, const TbActor *actor)
{
	const char *title = r->doc->titles.at[actor->title].title;
	TbNameHints hints = {.animate = true,.from = TB_NO_DAY,.to = TB_NO_DAY};
	char		form[TB_MAX_FORM];

	if (actor->kind == TB_AK_GROUP &&
		tb_inflect_to((TbStr) {title, (uint32_t) strlen(title)}, &hints,
					  TB_CASE_NOM, true, form))
		tb_buffer_puts(buf, form);
	else
		tb_buffer_puts(buf, title);
}

/* «(в) Росгидроресурсах», «Роскосмосе» -> Росгидроресурсы, Роскосмос. */
static void
from_prepositional(TbBuffer *buf)
{
	static const char *const endings[][2] = {
		{"ах", "ы"}, {"ях", "и"}, {"ии", "ия"}, {"рме", "рма"}, {"ице", "ица"},
		{"еке", "ека"}, {"оре", "ор"}, {"уле", "ула"}, {"оле", "ола"}, {"е", ""}
	};

	for (int e = 0; e < 10; e++)
	{
		uint32_t	n = (uint32_t) strlen(endings[e][0]);

		if (buf->text.n <= n + 4 ||
			memcmp(buf->text.at + buf->text.n - n, endings[e][0], n) != 0)
			continue;
		buf->text.n -= n;
		tb_buffer_puts(buf, endings[e][1]);
		return;
	}
}

/* Append the words of a label: СЛУШАТЕЛЬ -> Слушатель. */
static void
put_label(const TbResolver *r, TbBuffer *buf, const TbActor *actor)
{
	for (uint32_t i = actor->first; i < actor->end; i++)
	{
		const TbToken *tok = tb_tok(r->doc, i);
		const char *text = r->doc->text.data + tok->start;
		size_t		len = tok->end - tok->start;
		char		lower[TB_MAX_WORD];
		uint32_t	head;

		if (!(tok->flags & TB_TF_CAPS) || len >= TB_MAX_WORD)
		{
			put_words(r, buf, i, i + 1);
			continue;
		}
		(void) tb_utf8_next(text, len, &head);
		if ((tok->flags & TB_TF_SPACE) && buf->text.n > 0)
			tb_buffer_puts(buf, " ");
		tb_buffer_put(buf, text, head);
		tb_buffer_put(buf, lower, tb_lower(text + head, len - head, lower));
	}
}

/* The words of an actor in the nominative, the first letter a capital. */
const char *
tb_actor_description(TbResolver *r, const TbActor *actor)
{
	TbBuffer	buf = {.arena = r->doc->arena};
	uint32_t	i = actor->first;
	char	   *text;

	if (actor->label)
		put_label(r, &buf, actor);
	else if (actor->title != TB_NONE && !(tb_gram_cases(actor->gram) & TB_NOM))
		put_title(r, &buf, actor);
	else if ((tb_gram_cases(actor->gram) & TB_NOM && !actor->behind_prep) ||
			 actor->entry == TB_NONE)
	{
		if (tb_text_is(r->doc, i, "одного"))
		{
			tb_buffer_puts(&buf, "Один");
			i++;
		}
		else if (tb_text_is(r->doc, i, "одной"))
		{
			tb_buffer_puts(&buf, "Одна");
			i++;
		}
		/* «по оценке китайского палеонтолога» */
		if (actor->gram == TB_GEN && actor->kind == TB_AK_DESCRIPTION)
			for (bool noun = false; i < actor->end && !noun; i++)
			{
				noun = !tb_ends_in(r->doc, i, "ого") && !tb_ends_in(r->doc, i, "его") &&
					!tb_ends_in(r->doc, i, "ых") && !tb_ends_in(r->doc, i, "их");
				if (noun)
					put_genitive(r, &buf, i);
				else
					put_adjective(r, &buf, i, TB_MASC);
			}
		if (actor->kind == TB_AK_ORG && actor->entry == TB_NONE && actor->behind_prep)
		{
			put_words(r, &buf, i, i + 1);
			from_prepositional(&buf);
			i++;
		}
		put_words(r, &buf, i, actor->end);
	}
	else
	{
		const TbEntry *entry = tb_lexicon_entry(r->doc->lex, actor->entry);

		for (; i < actor->head; i++)
			put_adjective(r, &buf, i, name_gender(tb_string(r->doc, entry->name)));
		if (buf.text.n > 0)
			tb_buffer_puts(&buf, " ");
		if (actor->kind != TB_AK_ORG || !put_alias(r, &buf, actor))
			put_head(r, &buf, actor, entry);
		put_words(r, &buf, head_end(r, actor), actor->end);
	}
	text = tb_buffer_text(&buf);
	if (text == NULL)
	{
		r->failed = true;
		return NULL;
	}
	return tb_capitalised(r->doc, text);
}


/* The words of a title in the nominative: «Венесуэльский министр информации». */
const char *
tb_actor_words(TbResolver *r, const TbActor *actor)
{
	TbBuffer	buf = {.arena = r->doc->arena};
	uint32_t	first = actor->first;
	char	   *text;

	if (first > 0 && tb_may_be(r->doc, first - 1, TB_BIT(PLACE_ADJ)) &&
		tb_ends_in(r->doc, first - 1, "ий"))
		first--;
	put_words(r, &buf, first, actor->end);
	text = tb_buffer_text(&buf);
	r->failed = r->failed || text == NULL;
	return text == NULL ? NULL : tb_capitalised(r->doc, text);
}

/* The voice of an actor by the words that describe it. */
TbVoice
tb_voice_described(TbResolver *r, const TbActor *actor, uint8_t type)
{
	TbVoice		voice = tb_voice_nobody();

	voice.name = tb_actor_description(r, actor);
	voice.title = actor->title;
	voice.type = type;
	voice.gender = actor->gram & TB_ALL_GENDERS;
	voice.plural = tb_gram_singular(actor->gram) == 0;
	return voice;
}
