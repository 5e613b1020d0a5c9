/*
 * title.h
 *	  What a title is parsed into, before it gets its name and office.
 *	  Shared by title.c (the parser) and title_name.c (composition).
 */
#ifndef TB_TITLE_H
#define TB_TITLE_H

#include "core/words.h"

#define TB_MAX_BODIES 4

/* Which chamber a bare «палата» means. */
typedef enum TbChamber
{
	TB_CHAMBER_NONE, TB_CHAMBER_ANY, TB_CHAMBER_UPPER, TB_CHAMBER_LOWER
} TbChamber;

typedef struct TbTitleParse
{
	uint32_t	first;
	uint32_t	end;
	uint32_t	head_end;		/* behind the head itself */
	int			depth;			/* of titles inside titles */
	TbGram		gram;			/* of the word that bends first */

	/* before the head */
	bool		former;
	uint32_t	acting;			/* token of и.о., врио; TB_NONE */
	bool		deputy;			/* заместитель + genitive */
	bool		vice;			/* вице- */
	bool		is_first;		/* первый заместитель */
	uint32_t	level;			/* token of сельский, областной; TB_NONE */

	/* the head: one of the two */
	const TbEntry *office;
	const TbEntry *role;
	TbGram		head_gram;

	/* behind it */
	const TbEntry *body[TB_MAX_BODIES];
	int			nbodies;
	const TbEntry *domain;		/* ministry whose «министр …» this is */
	TbChamber	chamber;
	bool		institution;	/* «управления энергетики», «компании …» */
	bool		body_said;		/* the words kept hold the body: «Пензенского Заксобрания» */
	bool		superior;		/* «помощник госсекретаря США»: the tail is a title */
	bool		committee;		/* a committee named by its subject */
	const char *only_country;	/* of a name that one country alone has, or NULL */
	const char *listed_country;	/* that alone has the phrase of the head, or NULL */
	uint32_t	body_level;		/* token of «областного» маслихата; TB_NONE */
	uint32_t	place;			/* places[] index, TB_NONE */
	uint32_t	country_place;	/* a country further behind, TB_NONE */
	const char *noun;			/* key of «страны», «региона», «города» …, or NULL */
	uint32_t	noun_first;		/* its words */
	uint32_t	noun_end;
	uint32_t	second;			/* token of a dashed second title, or TB_NONE */
	uint32_t	tail_first;		/* words kept as they are written */
	uint32_t	tail_end;
} TbTitleParse;

/* Name a parse and append it to doc->titles; one row a body. */
TbStatus	tb_title_add(TbDocument *doc, const TbTitleParse *parse,
						 const char *rule);

/* The representative body that the document speaks of most, or NULL. */
const TbEntry *tb_title_main_body(TbDocument *doc);

/* «Раис Хабибуллин»: is a ruler's title at i a given name here? */
bool		tb_title_is_forename(const TbDocument *doc, uint32_t i);

/* The best entry of a class with a code for a country, or NULL. */
const TbEntry *tb_title_entry_for(const TbDocument *doc, TbClass klass,
								  const char *code, const char *country);

/*
 * Tell titles who holds them, once the persons are known: the person beside
 * it, the same office elsewhere in the document, the registry.
 */
void		tb_title_resolve_holders(TbDocument *doc);

/* Does a holder in the registry bear this surname? */
bool		tb_person_registered(const TbDocument *doc, const char *surname);

/* Make the registry correct a title's country by the person beside it. */
void		tb_title_bind(TbDocument *doc, uint32_t title, uint32_t person);

#endif
