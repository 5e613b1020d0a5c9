/*
 * document.h
 *	  One document, one scan: what the core finds in a text.
 *
 * Chapters: dates, places, titles, persons, statements, the document itself.
 * Tokens are numbered from 0; [first, end) is a range of them.  Spans are
 * bytes.  Strings are NUL-terminated and live as long as the arena or the
 * lexicon.  "rule" names the rule that made a mention (tool/scan prints it).
 */
#ifndef TB_DOCUMENT_H
#define TB_DOCUMENT_H

#include "base/arena.h"
#include "lex/lexicon.h"
#include "lex/token.h"

#define TB_NONE UINT32_MAX		/* "no such index" */

/* ---------------------------------------------------------------- dates */

typedef enum TbGranularity
{
	TB_GR_DAY, TB_GR_WEEK, TB_GR_MONTH, TB_GR_QUARTER, TB_GR_HALF,
	TB_GR_SEASON, TB_GR_YEAR, TB_GR_DECADE, TB_GR_CENTURY, TB_GR_RANGE,
	TB_GR_OPEN
} TbGranularity;

typedef enum TbDateKind
{
	TB_DK_EXPLICIT,				/* the year is written */
	TB_DK_UNDERSPECIFIED,		/* the year comes from the reference */
	TB_DK_RELATIVE,				/* the unit is counted from the reference */
	TB_DK_WEEKDAY,
	TB_DK_ANAPHORIC,			/* from another date of the text */
	TB_DK_HOLIDAY
} TbDateKind;

typedef enum TbDateModifier
{
	TB_DM_NONE, TB_DM_START, TB_DM_MID, TB_DM_END
} TbDateModifier;

typedef struct TbDate
{
	uint32_t	first,
				end;
	TbSpan		span;
	int32_t		from;			/* days since 1970-01-01; TB_NO_DAY: open */
	int32_t		to;
	bool		known;			/* false: relative, and no reference given */
	uint8_t		granularity;
	uint8_t		kind;
	uint8_t		modifier;
	int32_t		named_from;		/* of an open period: the unit that is named */
	int32_t		named_to;
	const char *edtf;			/* NULL when not known */
	const char *rule;
} TbDate;

/* --------------------------------------------------------------- places */

typedef enum TbPlaceKind
{
	TB_PK_NAME, TB_PK_ADJECTIVE
} TbPlaceKind;

typedef struct TbPlace
{
	uint32_t	first,
				end;
	TbSpan		span;
	uint32_t	entry;			/* lexicon entry of class PLACE; TB_NONE: unknown */
	const char *name;			/* canonical nominative */
	uint8_t		type;			/* TbPlaceType */
	uint8_t		kind;			/* TbPlaceKind */
	TbGram		gram;			/* cases the mention may be in */
	const char *rule;
} TbPlace;

/* --------------------------------------------------------------- titles */

typedef enum TbHolderSource
{
	TB_HS_NONE, TB_HS_DOCUMENT, TB_HS_REGISTRY
} TbHolderSource;

typedef struct TbTitle
{
	uint32_t	first,
				end;
	TbSpan		span;
	uint32_t	said_end;		/* what stands behind it is not in office */
	const char *title;			/* canonical, nominative */
	const char *office;			/* generic path: senate/chair/ */
	const char *jurisdiction;	/* place code before it: kz/, or "" */
	bool		unique;			/* one person at a time holds it */
	bool		plural;			/* депутаты */
	bool		former;			/* бывший, экс- */
	bool		acting;			/* и.о., врио */
	bool		placed;			/* the text itself names the jurisdiction */
	TbGram		gram;			/* cases; gender when the form tells */
	const char *leans;			/* role of which another title may say more, or NULL */
	uint32_t	person;			/* persons[] who holds it here, or TB_NONE */
	const char *holder;			/* that person's name or the registry's; or NULL */
	uint8_t		holder_source;
	const char *second_title;	/* of a dashed title, «… – Министр …»; or NULL */
	const char *second_office;	/* that part's own, with its jurisdiction */
	const char *second_jurisdiction;
	const char *rule;
} TbTitle;

/* --------------------------------------------------------------- bodies */

/* A body that stands outside titles: МВД, Министерство внутренних дел. */
typedef struct TbBody
{
	uint32_t	first,
				end;
	TbSpan		span;
	const TbEntry *entry;
	const char *office;			/* generic path: min-interior/ */
	const char *jurisdiction;	/* kz/, or "" */
	bool		placed;			/* the text itself names the jurisdiction */
} TbBody;

/* -------------------------------------------------------------- persons */

/* A person of the document: what its mentions have in common. */
typedef struct TbPerson
{
	const char *name;			/* fullest form, nominative */
	const char *surname;		/* each may be NULL */
	const char *given;
	const char *patronymic;
	const char *id;				/* токаев/касым-жомарт/ */
	TbGram		gender;			/* TB_MASC, TB_FEM or 0 */
	uint32_t	title;			/* titles[] first seen beside it, or TB_NONE */
	uint32_t	mentions;		/* how many */
} TbPerson;

typedef struct TbPersonMention
{
	uint32_t	first,
				end;
	TbSpan		span;
	const char *nominative;		/* this mention's own words, nominative */
	const char *surname;		/* each may be NULL; initials as К. */
	const char *given;
	const char *patronymic;
	uint32_t	person;			/* persons[] */
	uint32_t	title;			/* titles[] beside it, or TB_NONE */
	TbGram		gram;			/* cases and gender */
	const char *rule;
} TbPersonMention;

/* ----------------------------------------------------------- statements */

typedef enum TbStatementKind
{
	TB_SK_DIRECT, TB_SK_INDIRECT, TB_SK_MIXED
} TbStatementKind;

typedef enum TbStatementForm
{
	TB_SF_QUOTE, TB_SF_CLAUSE, TB_SF_NOMINAL, TB_SF_DIRECTIVE, TB_SF_TOPIC
} TbStatementForm;

typedef enum TbSpeakerType
{
	TB_ST_PERSON, TB_ST_ORGANISATION, TB_ST_GROUP, TB_ST_DOCUMENT,
	TB_ST_UNKNOWN
} TbSpeakerType;

typedef enum TbResolvedBy
{
	TB_RB_NONE,					/* no name found */
	TB_RB_SELF,					/* the cue itself names the speaker in full */
	TB_RB_DOCUMENT,				/* another mention of the document does */
	TB_RB_REGISTRY				/* the registry of office holders does */
} TbResolvedBy;

typedef struct TbStatement
{
	TbSpan		span;			/* first byte of the first to the last of the last */
	TbSpan	   *segments;
	uint32_t	nsegments;
	uint8_t		kind;
	uint8_t		form;
	uint8_t		speaker_type;
	uint8_t		resolved_by;
	TbSpan		speaker_span;	/* words at the cue; empty: none */
	TbSpan		cue_span;		/* the verb or preposition; empty: none */
	uint32_t	person;			/* persons[], or TB_NONE */
	uint32_t	title;			/* titles[] at the cue or of the person, or TB_NONE */
	const char *speaker;		/* full name, or description; NULL: unknown */
	const char *rule;
} TbStatement;

/* ------------------------------------------------------------- document */

enum
{
	TB_LAYER_DATES = 1,
	TB_LAYER_NAMES = 2,			/* places, titles, persons: they need each other */
	TB_LAYER_STATEMENTS = 4		/* finds the names too */
};

/* A name of the lexicon in an oblique case: titles repeat their places' and bodies'. */
typedef struct TbBent
{
	const TbEntry *entry;
	uint8_t		kase;			/* TbCase */
	const char *name;
} TbBent;

#define TB_BENT 16

/* The region or city of a country that a text speaks of most. */
typedef struct TbMainPlace
{
	char		country[3];		/* "" before it is sought */
	const TbEntry *place;		/* NULL: none, or two alike */
} TbMainPlace;

typedef struct TbDocument
{
	TbText		text;
	TbArena    *arena;
	const TbLexicon *lex;
	unsigned	found;			/* layers found so far */

	int32_t		reference;		/* given, else the dateline's; TB_NO_DAY: none */
	bool		reference_is_month; /* the dateline names a month only */
	const char *country;		/* given, else found: "kz"; "" unknown */
	const TbEntry *main_body;	/* the chamber or маслихат it speaks of most */
	bool		main_body_known;	/* main_body has been sought */
	TbMainPlace main_place[2];	/* region, city */
	TbBent		bent[TB_BENT];	/* what tb_entry_in_case said last */

	TbVec(TbDate) dates;
	TbVec(TbPlace) places;
	TbVec(TbTitle) titles;
	TbVec(TbBody) bodies;
	TbVec(TbPerson) persons;
	TbVec(TbPersonMention) mentions;
	TbVec(TbStatement) statements;
} TbDocument;

/*
 * Open a document over a text, which must outlive it.  reference: days since
 * 1970-01-01, or TB_NO_DAY (the document's own dateline is then taken, if it
 * has one).  country: two lower-case letters, or NULL (found from the text).
 */
TbStatus	tb_document_open(TbDocument *doc, const char *data, size_t len,
							 int32_t reference, const char *country,
							 const TbLexicon *lex, TbArena *arena);

/* Find layers (TB_LAYER_*), those found already at no cost. */
TbStatus	tb_document_find(TbDocument *doc, unsigned layers);

/* The doors of the layers; each in the file of its name. */
TbStatus	tb_date_find(TbDocument *doc);
TbStatus	tb_date_find_reference(TbDocument *doc);	/* the dateline */
TbStatus	tb_place_find(TbDocument *doc);
uint32_t	tb_place_from(const TbDocument *doc, uint32_t token);	/* first place that
																 * begins at or behind it */
const char *tb_place_country(const TbDocument *doc);	/* "kz", or "" */

/* The country code that a path begins with, "" when it is none: of two letters, and NUL. */
void		tb_place_country_code(const char *code, char *out);
TbStatus	tb_title_find(TbDocument *doc);
TbStatus	tb_person_find(TbDocument *doc);
TbStatus	tb_statement_find(TbDocument *doc);

#endif
