/*
 * title_internal.h
 *	  What the files of the titles layer share.
 *
 * title.c has the essay and runs the rest.  What is read:
 *	title_code.c		what a head asks of the words behind it
 *	title_head.c		what stands before the head, and the head
 *	title_body.c		bodies behind it
 *	title_institution.c	institutions that no list names
 *	title_tail.c		words that are kept as they are written
 *	title_place.c		the jurisdiction
 * What is made of it:
 *	title_office.c		the office
 *	title_lean.c		what it leans on: body, place, country
 *	title_ministry.c	the ministry of a bare «министр»
 *	title_lead.c		heads of republics and regions, who have their own words
 *	title_name.c		the canonical name
 *	title_repeat.c		titles that repeat others of the text
 *	title_holder.c		who holds it
 *	title_named.c		bodies by themselves
 */
#ifndef TB_TITLE_INTERNAL_H
#define TB_TITLE_INTERNAL_H

#include "core/title.h"

#define MAX_MATCHES 8
#define HEAD_BITS (TB_BIT(ROLE) | TB_BIT(OFFICE))
#define TITLE_BITS (HEAD_BITS | TB_BIT(TITLEMOD))

/* How many titles or places back and forth a title leans on: keeps it linear. */
#define MEMORY 256

/* ---------------------------------------------------------------- matching */

/* The longest match at i that has a reading of any class in bits. */
bool		tb_title_longest_match(const TbDocument *doc, uint32_t i,
								   uint64_t bits, TbMatch *out);

/* How well an entry's countries go with the document's; 0: not at all. */
int			tb_title_country_fit(const TbDocument *doc, const TbEntry *entry);

/* The reading of a class at a match that suits the document best. */
const TbReading *tb_title_best_reading(const TbDocument *doc,
									   const TbMatch *match, uint32_t first,
									   TbClass klass);

/* The one country of all readings of a class at a match, or NULL. */
const char *tb_title_only_country(const TbDocument *doc, const TbMatch *match,
								  TbClass klass);

/* --------------------------------------------------------- what a head asks for */

/* The code of its role or office. */
const char *tb_title_code(const TbDocument *doc, const TbTitleParse *p);

/* Does the role govern the instrumental: «командующий войсками»? */
bool		tb_title_governs_instrumental(const TbDocument *doc, const TbTitleParse *p);

/* Members of a representative body: a party behind them is no part of it. */
bool		tb_title_is_deputy_role(const TbDocument *doc, const TbTitleParse *p);

/* Is this head one of ministers, whose domain is words in the genitive? */
bool		tb_title_is_nobodys(const TbDocument *doc, const TbTitleParse *p);
bool		tb_title_is_minister(const TbDocument *doc, const TbTitleParse *p);

/* Does he stand for somebody elsewhere: «в Казахстане», «при ООН»? */
bool		tb_title_is_envoy(const TbDocument *doc, const TbTitleParse *p);

/* Does his title say what he sees to: «помощник … | по вопросам науки»? */
bool		tb_title_has_matter(const TbDocument *doc, const TbTitleParse *p);

/* «президент компании», of no country. */
bool		tb_title_leads_companies(const TbDocument *doc, const TbTitleParse *p);

/* «генеральный директор», «председатель правления»: of any organisation. */
bool		tb_title_leads_any(const TbDocument *doc, const TbTitleParse *p);

/* Deputies, aides and advisers hold another office beside their own. */
bool		tb_title_may_be_double(const TbDocument *doc, const TbTitleParse *p);

/* May a genitive behind it, which the title does not hold, be of no matter? */
bool		tb_title_is_of_government(const TbDocument *doc, const TbTitleParse *p);

/* «члена ЕС»: is a state the member, not a person? */
bool		tb_title_is_member_state(const TbDocument *doc, const TbTitleParse *p);

/* Does the role mean nobody in politics when it stands alone? */
bool		tb_title_is_nobody_alone(const TbDocument *doc, const TbTitleParse *p);

/* ----------------------------------------------------------------- parsing */

/* Parse a title that begins at token i; false when none does. */
bool		tb_title_parse(const TbDocument *doc, uint32_t i, int depth,
						   TbTitleParse *p);

/* Take one modifier at *i; false when there is none. */
bool		tb_title_take_modifier(const TbDocument *doc, TbTitleParse *p,
								   uint32_t *i);

/* The head at i; its end, or 0. */
uint32_t	tb_title_take_head(const TbDocument *doc, TbTitleParse *p, uint32_t i);

bool		tb_title_is_genitive(const TbReading *r);

/* May the word stand behind the head: in the genitive, or as its role governs? */
bool		tb_title_is_governed(const TbDocument *doc, const TbTitleParse *p,
								 const TbReading *r);

/* The last word of a compound that begins at i («Ак-Суйского»); else i. */
uint32_t	tb_title_compound_end(const TbDocument *doc, uint32_t i);

/* Does the word at i end as one in the genitive may? */
bool		tb_title_ends_in_genitive(const TbDocument *doc, uint32_t i);

/* Is the body a generic one that its subject names (комитет, совет)? */
bool		tb_title_is_generic_body(const TbDocument *doc, const TbEntry *body);

/* The place mention that begins at token i and may follow a head, or NONE. */
uint32_t	tb_title_place_at(const TbDocument *doc, uint32_t i);

/*
 * Each takes what it is named after at token i and returns what is behind it:
 * i when there is none (take_body: 0).
 */
uint32_t	tb_title_take_local_assembly(const TbDocument *doc, TbTitleParse *p,
										 uint32_t i);
uint32_t	tb_title_take_placed_body(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_body(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_bodies(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_more_bodies(const TbDocument *doc, TbTitleParse *p,
									  uint32_t end);
uint32_t	tb_title_take_chamber(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_tail(const TbDocument *doc, uint32_t i);
uint32_t	tb_title_take_subject(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_matter(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_domain(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_party(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_institution(const TbDocument *doc, TbTitleParse *p,
									  uint32_t i);
uint32_t	tb_title_take_governed(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_places(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_place_list(const TbDocument *doc, uint32_t i, bool named);
uint32_t	tb_title_take_nouns(const TbDocument *doc, TbTitleParse *p, uint32_t i);
uint32_t	tb_title_take_represented(const TbDocument *doc, TbTitleParse *p,
									  uint32_t i);

/*
 * The longest body at i, in quotation marks («Роснефти», ««Роснефти»») or around
 * its country («Агентства РК по …»: that place's index, else TB_NONE); what is
 * behind it, or 0.
 */
uint32_t	tb_title_match_body(const TbDocument *doc, uint32_t i, TbMatch *match,
								uint32_t *country);

/* Behind a short name in quotation marks that opens at i; else i. */
uint32_t	tb_title_quoted_end(const TbDocument *doc, uint32_t i);

/*
 * Read a plural office phrase («депутатов Сената») as role and body, so that
 * more bodies may follow it.
 */
bool		tb_title_split_office(const TbDocument *doc, TbTitleParse *p);

/* ---------------------------------------------------------- bodies by themselves */

/* Keep the bodies that tokens [first, end) name, for search and for titles to lean on. */
TbStatus	tb_title_name_bodies(TbDocument *doc, uint32_t first, uint32_t end);

/* Is a body one of the world's, whose offices are of no country? */
bool		tb_title_is_worldwide(const TbDocument *doc, const TbEntry *body);

/* The last body named before a token whose name holds that word; NULL: none. */
const TbBody *tb_title_body_with_noun(TbDocument *doc, uint32_t token);

/* ------------------------------------------------------------------ naming */

/* What a title is made of once everything it leans on is known. */
typedef struct Naming
{
	TbDocument *doc;
	const TbTitleParse *p;
	const TbEntry *body;		/* or NULL */
	const TbEntry *place;		/* what it is an office of, or NULL */
	char		country[3];		/* "" unknown */
	bool		placed;
	bool		leaned;			/* on a ministry the text named: «министр» */
	bool		deputy;			/* of a head that the region has its own word for */
	bool		first;			/* that deputy is the first */
	char		code[128];		/* without the last slash */
	const TbEntry *office;		/* row of offices.tsv for code and country */
	const char *domain;			/* of the ministry it leans on, or NULL */
	const TbEntry *named_body;	/* the foreign parliament its paragraph has named, or NULL */
	const TbEntry *head;		/* role to print for office or role; or NULL */
} Naming;

/* «акимов», «депутаты»: no form of the singular. */
bool		tb_title_is_plural(const TbTitleParse *p);

/* Put «deputy-» before the last step of a code. */
void		tb_title_make_deputy(char *code, size_t size, bool first);

/* Is the office one of many (депутат, аким as a class)? */
bool		tb_title_is_class(const Naming *n);

/* The noun behind a head, «аким | района», or in the phrase of one, «глава | региона»; or NULL. */
const char *tb_title_noun(const TbDocument *doc, const TbTitleParse *p);

/* Has the text named one of the role by more than the role? */
bool		tb_title_said_before(const TbDocument *doc, const char *role);

/* Does a title say so little that another of its role may say more? */
bool		tb_title_leans(const Naming *n);

/* Take title and office from one before that says more; false: none does. */
bool		tb_title_repeat(Naming *n, TbTitle *title);

/* Make a head with nothing but «агентства» behind it that of the agency named. */
void		tb_title_lean_on_named_body(TbDocument *doc, TbTitleParse *p);

/* Give titles that lean on what the text says later what it says. */
void		tb_title_lean_forward(TbDocument *doc);

/* «Глава республики» with no name behind it: the republic of Russia named near. */
void		tb_title_lean_on_republic(Naming *n);
void		tb_title_lean_on_seat(Naming *n);
void		tb_title_lean_on_country(Naming *n);

/* How many of the text's first places are the one with this code, or lie in it. */
uint32_t	tb_title_times_spoken_of(const TbDocument *doc, const char *code);

/* The ministry that the text named last before a token. */
typedef struct TbMinistry
{
	const char *office;			/* path that begins with its code, or NULL */
	const char *domain;			/* «водного хозяйства», or NULL */
	uint32_t	at;				/* the token that named it */
} TbMinistry;

/* Make a bare minister, of whom no title says more, that ministry's. */
void		tb_title_lean_on_ministry(Naming *n);

TbMinistry	tb_title_last_ministry(TbDocument *doc, uint32_t token, const char *country);

/* Is the head a role of that code? */
bool		tb_title_role_is(const Naming *n, const char *code);

/* Is it a by-name of a body's member, «парламентарий» of the chamber? */
bool		tb_title_is_member_by_name(const Naming *n);

/* The body that a head without one leads, or a chamber noun means; or NULL. */
const TbEntry *tb_title_lean_on_body(Naming *n);

/* The place of «области», «города», «столицы»; or NULL. */
const TbEntry *tb_title_lean_on_place(Naming *n);

/* The region whose government the body is; NULL: another body, or none is named. */
const TbEntry *tb_title_region_of_government(const Naming *n);

/* The country of a title: said in it, before it, behind it, or the document's. */
void		tb_title_find_country(Naming *n);

/* The code of a place's head («глава Орска»), by its type; NULL: it has none. */
const char *tb_title_head_of_place(const Naming *n);

/* Give the office the word that its place or the text has for it: «раис Татарстана». */
void		tb_title_find_own_word(Naming *n);

/* Find country, body, place, code and office of a parse: fills n. */
void		tb_title_find_office(Naming *n);

#endif
