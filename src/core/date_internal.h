/*
 * date_internal.h
 *	  What the files of the dates layer share.
 *
 * Chapters: units (what a text names, before it has a year), the scan,
 * words, rules, time of a clause, values.  date.c tells how they meet.
 */
#ifndef TB_DATE_INTERNAL_H
#define TB_DATE_INTERNAL_H

#include "base/calendar.h"
#include "core/document.h"

/* ---------------------------------------------------------------- units */

/* What kind of thing a unit is; the order puts units of a year together. */
typedef enum TbUnitType
{
	TB_DU_NONE,
	TB_DU_VOID,					/* read and found impossible: 31 апреля */
	TB_DU_BARE,					/* half of a range or list: the 5 of «5 и 6 мая» */
	/* parts of a year */
	TB_DU_DAY,					/* month, day */
	TB_DU_MONTH,				/* month */
	TB_DU_QUARTER,				/* n 1..4 */
	TB_DU_HALF,					/* n 1..2 */
	TB_DU_SEASON,				/* n 21..24 */
	TB_DU_MONTHS,				/* the first n months */
	TB_DU_HOLIDAY,				/* node of its name */
	/* years and more */
	TB_DU_YEAR,
	TB_DU_DECADE,				/* year is its first */
	TB_DU_CENTURY,				/* n */
	/* counted from a day */
	TB_DU_SHIFT,				/* the unit n units from the reference */
	TB_DU_WINDOW,				/* n units back (< 0) or ahead, cut at the reference */
	TB_DU_SO_FAR,				/* from the start of the unit to the reference */
	TB_DU_WEEKDAY,				/* n 1..7; shift: see TbWeekdayShift */
	TB_DU_WEEKEND,
	TB_DU_ANAPHOR,				/* the unit n units from the last date */
	TB_DU_SAME_PERIOD			/* the last range, in another year */
} TbUnitType;

/* Units that are counted. */
typedef enum TbCalendarUnit
{
	TB_CU_DAY, TB_CU_WEEK, TB_CU_MONTH, TB_CU_QUARTER, TB_CU_HALF,
	TB_CU_YEAR, TB_CU_DECADE, TB_CU_CENTURY
} TbCalendarUnit;

/* Where the year of a unit comes from. */
typedef enum TbYearKind
{
	TB_YK_NONE,					/* the clause will tell */
	TB_YK_WRITTEN,
	TB_YK_SHIFT,				/* the reference's, and so many more */
	TB_YK_ANAPHOR				/* того же года */
} TbYearKind;

typedef enum TbWeekdayShift
{
	TB_WS_NONE,					/* the clause will tell */
	TB_WS_PAST,					/* минувший: strictly before */
	TB_WS_WEEK,					/* прошлый, следующий: of that week (year = -1, 1) */
	TB_WS_NEXT					/* этот, ближайший: the first from the reference on */
} TbWeekdayShift;

/* Which part of the unit is meant; thirds are of a month, quarters of a century. */
typedef enum TbUnitPart
{
	TB_UP_WHOLE, TB_UP_FIRST_HALF, TB_UP_SECOND_HALF, TB_UP_FIRST_THIRD,
	TB_UP_SECOND_THIRD, TB_UP_LAST_THIRD, TB_UP_FIRST_QUARTER,
	TB_UP_SECOND_QUARTER, TB_UP_THIRD_QUARTER, TB_UP_LAST_QUARTER,
	TB_UP_FIRST_DAY, TB_UP_LAST_DAY,
	TB_UP_WEEKDAY				/* the n-th of its weekdays; 0: the last */
} TbUnitPart;

typedef struct TbUnit TbUnit;
struct TbUnit
{
	uint32_t	first;			/* tokens [first, end) */
	uint32_t	end;
	uint8_t		type;			/* TbUnitType */
	uint8_t		year_kind;		/* TbYearKind */
	uint8_t		calendar;		/* TbCalendarUnit of what is counted */
	uint8_t		part;			/* TbUnitPart */
	uint8_t		modifier;		/* TbDateModifier */
	uint8_t		shift;			/* TbWeekdayShift, TbYearKind's of a season */
	uint8_t		digits;			/* of a bare number; 0: a word or Roman */
	uint8_t		weekday;		/* that the text gives beside a day, or 0 */
	bool		holiday;		/* a day that bears a name: 9 Мая */
	bool		roman;			/* a bare Roman number */
	bool		ahead;			/* через год: in the past, from the last date */
	int32_t		year;			/* or the shift from the reference's */
	int32_t		month;
	int32_t		day;
	int32_t		n;
	uint32_t	node;			/* lexicon node of a holiday */
	TbGram		gram;			/* cases its last inflected word may be in */
	const char *rule;
};

/* How one or two units stand in the text. */
typedef enum TbPhraseForm
{
	TB_PF_PLAIN,
	TB_PF_RANGE,				/* a .. b */
	TB_PF_SINCE,				/* с a */
	TB_PF_UNTIL,				/* до a, по a, не позднее a */
	TB_PF_AFTER,				/* после a */
	TB_PF_BY					/* к a: the unit itself, as a deadline */
} TbPhraseForm;

typedef struct TbPhrase
{
	uint32_t	first;
	uint32_t	end;
	uint8_t		form;			/* TbPhraseForm */
	TbUnit		a;
	TbUnit		b;
	const char *rule;
} TbPhrase;

/* ------------------------------------------------------------- the scan */

/* What is remembered of a mention for the anaphors behind it. */
typedef struct TbDateMemo
{
	uint32_t	token;
	uint32_t	quote;			/* token of the quotation it stands in, or 0 */
	int32_t		from;
	int32_t		to;
	uint8_t		granularity;
	bool		deadline;
} TbDateMemo;

#define TB_DATE_MEMOS 16

/* Values of TENSE words besides -1 (past), 0 (no verb) and 1 (future). */
typedef enum TbTense
{
	TB_TENSE_DIRECTIVE = 2,		/* поручил, назначен: future for what follows
								 * it, past for what precedes */
	TB_TENSE_PRESENT = 3,		/* проходит, действует */
	TB_TENSE_STATE = 4,			/* закрыт: past, but «до 5 мая» lies ahead */
	TB_TENSE_PROMISE = 5		/* пообещал: future, but «5 мая пообещал» */
} TbTense;

typedef struct TbDateScan TbDateScan;
typedef bool (*TbUnitMatcher) (TbDateScan *s, uint32_t i, TbUnit *u);

/* Tokens [first, end) of a list that ends in no unit of this kind. */
typedef struct TbBarrenList
{
	TbUnitMatcher match;
	uint32_t	first;
	uint32_t	end;
} TbBarrenList;

#define TB_BARREN_LISTS 4

struct TbDateScan
{
	TbDocument *doc;
	const TbText *text;
	const TbLexicon *lex;
	int32_t		today;			/* the reference's first day, or TB_NO_DAY */
	int32_t		today_last;		/* its last: another in a month's dateline only */
	uint32_t	list_end;		/* end of the last year of a list: «в 2004, 2007» */
	uint32_t	weekday_end;	/* the same of a weekday: «в субботу и воскресенье» */
	uint32_t	range_at;		/* token behind the dash of a range being read */
	/* quotations, read up to quote_at */
	uint32_t	quote_at;
	uint32_t	quote;
	TbDateMemo	memo[TB_DATE_MEMOS];
	uint32_t	nmemo;			/* ever; memo[i % TB_DATE_MEMOS] */
	int32_t		range_from;		/* the last range of the text */
	int32_t		range_to;
	uint8_t		range_granularity;
	TbBarrenList barren[TB_BARREN_LISTS];
	TbStatus	status;
};

/* Start a scan over a document whose reference is known, or is not. */
void		tb_date_open_scan(TbDateScan *s, TbDocument *doc);

/* ---------------------------------------------------------------- words */

#define TB_DATE_NUMBER (UINT64_C(1) << 63)	/* bit of a number in a mask */
#define TB_DATE_ROMAN (UINT64_C(1) << 62)	/* capitals that may be a number */
#define TB_DATE_MARK (UINT64_C(1) << 61)	/* a mark, behind a token */
#define TB_DATE_TIE (UINT64_C(1) << 60)	/* one of «.», «-», «/» joined to it */
#define TB_DATE_LETTERS (UINT64_C(1) << 59)	/* «т.г.» and its like */
#define TB_DATE_BIT(klass) (UINT64_C(1) << TB_##klass)

/* Numbers in words go on by these. */
#define TB_DATE_NUMERAL (TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(ORDINAL))

/* Classes of tokens that may open a date. */
#define TB_DATE_TRIGGERS (TB_DATE_NUMBER | TB_DATE_ROMAN | TB_DATE_LETTERS | \
	TB_DATE_BIT(MONTH) | TB_DATE_BIT(WEEKDAY) | TB_DATE_BIT(SEASON) | \
	TB_DATE_BIT(UNIT) | TB_DATE_BIT(CARDINAL) | TB_DATE_BIT(ORDINAL) | \
	TB_DATE_BIT(DEICTIC) | TB_DATE_BIT(DATEMOD) | TB_DATE_BIT(DATEWORD) | \
	TB_DATE_BIT(HOLIDAY))

/* Does the capitalised word at i begin with a Roman digit, as numbers do? */
bool		tb_date_may_be_roman(const TbDateScan *s, uint32_t i);

/* Does «т.г.» stand at i, in small letters, behind a preposition or without a space? */
bool		tb_date_is_letters_year(const TbDateScan *s, uint32_t i);

/* Classes of the token at i, with the bits above that are not for the one behind it. */
static inline uint64_t
tb_date_mask(const TbDateScan *s, uint32_t i)
{
	const TbToken *tok = &s->text->tok[i];

	if (i >= s->text->ntok)
		return 0;
	if (tok->kind == TB_NUMBER)
		return TB_DATE_NUMBER;
	if ((tok->flags & (TB_TF_CAPS | TB_TF_LETTER)) && tb_date_may_be_roman(s, i))
		return tok->mask | TB_DATE_ROMAN;
	if ((tok->flags & TB_TF_LETTER) && tb_date_is_letters_year(s, i))
		return tok->mask | TB_DATE_LETTERS;
	return tok->mask;
}

/* The entry of a word of a class (and key, or NULL), or NULL; its cases. */
static inline const TbEntry *
tb_date_entry(const TbDateScan *s, uint32_t i, TbClass klass, const char *key,
			  TbGram *gram)
{
	const TbReading *reading;

	if (i >= s->text->ntok || !(s->text->tok[i].mask & UINT64_C(1) << klass))
		return NULL;
	reading = tb_lexicon_seek(s->lex, s->text->tok[i].value, klass, key);
	if (reading == NULL)
		return NULL;
	if (gram != NULL)
		*gram = reading->gram;
	return tb_lexicon_entry(s->lex, reading->entry);
}

/* Is the word at i of this class and key?  The second: of class WORD. */
static inline bool
tb_date_is(const TbDateScan *s, uint32_t i, TbClass klass, const char *key)
{
	return tb_date_entry(s, i, klass, key, NULL) != NULL;
}

static inline bool
tb_date_word(const TbDateScan *s, uint32_t i, const char *key)
{
	return tb_date_is(s, i, TB_WORD, key);
}

/* No white space before token i. */
bool		tb_date_joined(const TbDateScan *s, uint32_t i);

/* The letter of a word of one letter, folded; or 0. */
uint32_t	tb_date_letter(const TbDateScan *s, uint32_t i);

/* A number of at most max digits at i. */
bool		tb_date_number(const TbDateScan *s, uint32_t i, int max, int32_t *n);

/* Is token i in the singular and in one of these cases? */
bool		tb_date_singular(TbGram gram, TbGram cases);

/* A number in words. */
typedef struct TbNumeral
{
	int32_t		value;
	uint32_t	end;
	bool		ordinal;
	bool		plural;			/* девяностые */
	TbGram		gram;
} TbNumeral;

bool		tb_date_numeral(const TbDateScan *s, uint32_t i, TbNumeral *num);

/* A Roman number of at most 39; 0: none. */
int32_t		tb_date_roman(const TbDateScan *s, uint32_t i);

/* «-го», «-й», «-х» behind a number: the end behind it, or i. */
uint32_t	tb_date_suffix(const TbDateScan *s, uint32_t i, bool *plural);

/* An ordinal however written: второй, 2-й, 2, II. */
bool		tb_date_ordinal(const TbDateScan *s, uint32_t i, TbUnit *u);

/* год, года, г., гг., г.г.: the end behind it, or 0. */
uint32_t	tb_date_year_word(const TbDateScan *s, uint32_t i, TbGram *gram);

/* Does the word at i end like a counted noun: «школах», «рублей»? */
bool		tb_date_counted(const TbDateScan *s, uint32_t i);

/*
 * Does a preposition or bracket before token i, or a list, call for a year?
 * *strict: only little may then stand behind it.
 */
bool		tb_date_year_expected(const TbDateScan *s, uint32_t i, bool *strict);

/* «до н.э.», «до нашей эры» at i: the end behind it, or 0. */
uint32_t	tb_date_before_christ(const TbDateScan *s, uint32_t i);

/* May what stands at i follow a year without год?  strict: only little may. */
bool		tb_date_ends_bare_year(const TbDateScan *s, uint32_t i, bool strict);

/* May a year without год stand at i, by what stands before and behind it? */
bool		tb_date_year_fits(TbDateScan *s, uint32_t i, uint32_t end);

/* What a counted noun at i counts; its end, or 0. */
uint32_t	tb_date_unit_word(const TbDateScan *s, uint32_t i,
							  TbCalendarUnit *unit, TbGram *gram);

/* Is token i a comma-like separator of a list: «,», «и», «, и»?  Its end, or 0. */
uint32_t	tb_date_separator(const TbDateScan *s, uint32_t i);

/* Does the word before token i (marks passed over) have this key of WORD? */
bool		tb_date_after_word(const TbDateScan *s, uint32_t i, const char *key);

/* A month in full at i, whatever its letters; 0: none. */
int32_t		tb_date_month(const TbDateScan *s, uint32_t i, TbGram *gram);

/* «настоящее время», «н.в.» at i: the end behind it, or 0. */
uint32_t	tb_date_now(const TbDateScan *s, uint32_t i);

/* Does the adjective at i make a name of what it stands before? */
bool		tb_date_names_thing(const TbDateScan *s, uint32_t i);

/* «ежегодно 5 мая», «каждый год в мае»: does what stands before i return? */
bool		tb_date_yearly(const TbDateScan *s, uint32_t i);

/* Is [first, end) all of its line?  Of the text? */
bool		tb_date_alone(const TbDateScan *s, uint32_t first, uint32_t end);
bool		tb_date_whole_text(const TbDateScan *s, uint32_t first, uint32_t end);

/* Is [first, end) inside a named title: программа «Лето в городе»? */
bool		tb_date_in_title(const TbDateScan *s, uint32_t first, uint32_t end);

/* Is [first, end) all that stands between two quote marks? */
bool		tb_date_quoted(const TbDateScan *s, uint32_t first, uint32_t end);

/* Is token i a capitalised word where an ordinary word would not be? */
bool		tb_date_is_name(const TbDateScan *s, uint32_t i);

/* A sentence longer than this (tokens) is read around the date only. */
#define TB_DATE_SENTENCE 400

/* First token of the sentence of token i, not more than that before it. */
uint32_t	tb_date_sentence_start(const TbDateScan *s, uint32_t i);

/* A word before a unit: прошлый, этот, ближайший. */
typedef struct TbModifier
{
	const char *key;
	int32_t		shift;			/* units from the reference */
	TbGram		gram;
	bool		same;			/* «же» behind it */
	uint32_t	end;
} TbModifier;

bool		tb_date_modifier(const TbDateScan *s, uint32_t i, TbModifier *m);
bool		tb_date_key_is(const TbModifier *m, const char *key);

/* Do modifier and unit agree in the singular?  «прошлые недели» do not. */
bool		tb_date_agrees(const TbModifier *m, TbGram unit);

/* Start a unit of one token at i. */
void		tb_date_start(TbUnit *u, uint32_t i, TbUnitType type);

/* Give a unit a year that the text writes. */
static inline void
tb_date_write_year(TbUnit *u, int32_t year)
{
	u->year_kind = TB_YK_WRITTEN;
	u->year = year;
}

/* ---------------------------------------------------------------- rules */

typedef struct TbUnitRule
{
	const char *name;
	uint64_t	trigger;		/* classes of its first token */
	uint64_t	behind;			/* of the one behind it; 0: any */
	TbUnitMatcher match;
} TbUnitRule;

/* The year behind a unit: 2022 года, т.г., прошлого года; moves u->end. */
bool		tb_date_year_spec(TbDateScan *s, uint32_t i, TbUnit *u);

/* The same, and a bare «года» as this year's: «первый квартал года». */
bool		tb_date_year_or_bare(TbDateScan *s, uint32_t i, TbUnit *u);

/* Of these only «прошлого года», «текущем (2006) году», «того же года». */
bool		tb_date_modified_year(TbDateScan *s, uint32_t i, TbUnit *u);

/* Of these only a year in figures, with or without its год. */
bool		tb_date_figures_year(TbDateScan *s, uint32_t i, TbUnit *u);

/* Two digits: the year from 79 before the reference's to 20 behind it. */
int32_t		tb_date_pivot_year(const TbDateScan *s, int32_t yy);

/* A year that needs no «год» beside it. */
bool		tb_date_plausible_year(int32_t year);

/* May a number begin at i?  Not the rest of a longer one, nor of a name. */
bool		tb_date_number_begins(const TbDateScan *s, uint32_t i);

/*
 * What the members of a list share stands behind the last: «12, 14 и 18
 * апреля», «в марте, апреле и мае 2022 года».  Find that last member from the
 * separator at i on; false when the list ends in no unit that match takes.
 */
bool		tb_date_borrow(TbDateScan *s, uint32_t i, TbUnitMatcher match,
						   TbUnit *last);

/* A day with its month beside it: 5 мая 2022 года; what lists end in. */
bool		tb_date_match_day_month(TbDateScan *s, uint32_t i, TbUnit *u);

/* The longest unit at i by any rule, with what belongs behind it. */
bool		tb_date_unit(TbDateScan *s, uint32_t i, TbUnit *u);

/* Make of a bare number what the other end is: the 5 of «5–7 мая» a day. */
bool		tb_date_become(TbUnit *bare, const TbUnit *other);

/* Is this a part of a year, whose year another of its kind may give? */
bool		tb_date_in_year(const TbUnit *u);

/* The same, or half a unit (TB_DU_BARE). */
bool		tb_date_endpoint(TbDateScan *s, uint32_t i, TbUnit *u);

/* The phrase at i; a TB_DU_VOID one is to be passed over. */
bool		tb_date_phrase(TbDateScan *s, uint32_t i, TbPhrase *p);

/* Rules by file, each list closed by a NULL name. */
extern const TbUnitRule tb_date_calendar_rules[];
extern const TbUnitRule tb_date_year_rules[];
extern const TbUnitRule tb_date_era_rules[];
extern const TbUnitRule tb_date_relative_rules[];
extern const TbUnitRule tb_date_offset_rules[];

/* Numeric forms: 24.12.2022, 2022-12-24, 12/2022. */
bool		tb_date_match_numeric(TbDateScan *s, uint32_t i, TbUnit *u);

/* A clock time or part of the day at i: the end behind it, or i. */
uint32_t	tb_date_clock(const TbDateScan *s, uint32_t i);

/* The holiday at i, and does a day bear its name? */
bool		tb_date_match_holiday(TbDateScan *s, uint32_t i, TbUnit *u);
bool		tb_date_holiday_in(const TbDateScan *s, uint32_t node, int32_t year,
							   int32_t *from, int32_t *to);

/* ------------------------------------------------------ time of a clause */

/* -1 past, 1 future, 0 no cue, for a phrase without a year. */
int			tb_date_tense(const TbDateScan *s, const TbPhrase *p);

/* What one word says of a clause's time. */
int			tb_date_word_tense(const TbDateScan *s, uint32_t i);

/* --------------------------------------------------------------- values */

/* Must the clause choose the unit's year, or week? */
bool		tb_date_needs_tense(const TbUnit *u);

/* Give what has no year the one that opens its clause, if one does. */
void		tb_date_take_clause_year(const TbDateScan *s, TbPhrase *p);

/* Give a phrase its value; false: no such date, no mention. */
bool		tb_date_resolve(TbDateScan *s, TbPhrase *p, TbDate *date);

typedef struct TbInterval
{
	int32_t		from;
	int32_t		to;
} TbInterval;

/* Months [first, first + n) of a year; they may run over its end. */
bool		tb_date_months(int64_t year, int32_t first, int32_t n, TbInterval *out);

/* The day n units away; a month's day is cut to its length. */
bool		tb_date_add(int32_t day, TbCalendarUnit unit, int64_t n, int32_t *out);

/*
 * The last date of the same unit or a finer one, in the sentence of token i or
 * the one before; TB_NO_DAY without one.
 */
int32_t		tb_date_last(const TbDateScan *s, uint32_t i, TbCalendarUnit unit);

/* The day that an anaphor at token i counts from: that, else the reference. */
int32_t		tb_date_antecedent(const TbDateScan *s, uint32_t i, TbCalendarUnit unit);

/* First and last day of the calendar unit that is n units from day. */
bool		tb_date_shift(int32_t day, TbCalendarUnit unit, int64_t n,
						  int32_t *from, int32_t *to);

/* The granularity of a calendar unit. */
TbGranularity tb_date_granularity(TbCalendarUnit unit);

/* The EDTF string of a resolved phrase, from the arena; NULL: no memory. */
const char *tb_date_edtf(TbDateScan *s, const TbPhrase *p, const TbDate *date);

/* Is the day itself of the reference known? */
static inline bool
tb_date_day_known(const TbDateScan *s)
{
	return s->today != TB_NO_DAY && s->today == s->today_last;
}

#endif
