/*
 * statement_internal.h
 *	  Who said what: what the files of the statement layer share.
 *
 *	quote.c		pairs quotation marks; quotations and sentences nest
 *	cue.c		what a verb or noun of speech at a token is
 *	verb.c		what the form of a word says: finite, infinitive, gerund
 *	actor.c		who may speak: persons, titles, pronouns, groups, bodies; what
 *				belongs to their nouns is actor_tail.c's
 *	clause.c	where a clause ends
 *	direct.c	rules that make statements of quotations; lead_in.c (the words
 *				before a colon), dialogue.c (without marks) and label.c (lines
 *				that name their speaker) belong to it
 *	inverted.c	the rule of a clause before its cue
 *	indirect.c	rules that make statements of clauses; parenthesis.c too
 *	joint.c		actors who speak together
 *	subject.c	which actor is the subject of a cue
 *	draft.c		statements in the making, and their subjects
 *	speaker.c	what its name is; salience.c, holder.c, introduced.c, describe.c help
 *	statement.c	runs them, names the speakers, writes doc->statements
 *
 * All indexes are tokens unless said otherwise; ranges are [first, end).
 */
#ifndef TB_STATEMENT_INTERNAL_H
#define TB_STATEMENT_INTERNAL_H

#include "core/words.h"

/* ------------------------------------------------------------ the outline */

/* A quotation; see also next. */
typedef struct TbQuote
{
	uint32_t	open;			/* its opening mark */
	uint32_t	close;			/* its closing mark; without one: content's end */
	uint32_t	after;			/* first token behind it and its marks */
	uint32_t	first,
				end;			/* content, decoration trimmed */
	uint32_t	next;			/* quotation that goes on with it, or TB_NONE */
	uint32_t	parent;			/* quotation around it, or TB_NONE */
	bool		marked;			/* has a closing mark of its own */
	bool		goes_on;		/* the next paragraph re-opens it */
	bool		valid;			/* false: the mark had no partner */
	bool		taken;			/* is in a statement already */
} TbQuote;

/* A sentence of one level: a quotation inside it is a hole. */
typedef struct TbSentence
{
	uint32_t	first,
				end;
	uint32_t	quote;			/* quotation it stands in, or TB_NONE */
} TbSentence;

/* ------------------------------------------------------------------ cues */

/* The keys of class CUE (data/cues.tsv), in this order. */
typedef enum TbCueKind
{
	TB_CK_SPEECH,				/* отметил: что, quotations, objects */
	TB_CK_OPINION,				/* считает: что, quotations */
	TB_CK_DIRECT,				/* возмутился: quotations */
	TB_CK_ASK,					/* спросил: quotations, questions */
	TB_CK_DIRECTIVE,			/* призвал: infinitives, что, quotations */
	TB_CK_TOPIC,				/* остановился на … */
	TB_CK_NOMINAL,				/* обозначил … */
	TB_CK_EXPRESS,				/* выразил + noun */
	TB_CK_IMPERSONAL,			/* отмечается */
	TB_CK_CITE,					/* цитирует + accusative */
	TB_NCUE_KINDS
} TbCueKind;

#define TB_CK(kind) (1u << TB_CK_##kind)

/* Kinds that introduce a что-clause, and those that introduce a quotation. */
#define TB_CK_CLAUSAL (TB_CK(SPEECH) | TB_CK(OPINION) | TB_CK(DIRECTIVE) | \
					   TB_CK(EXPRESS) | TB_CK(IMPERSONAL))
#define TB_CK_QUOTING (TB_CK_CLAUSAL | TB_CK(DIRECT) | TB_CK(ASK) | \
					   TB_CK(CITE) | TB_CK(NOMINAL))

typedef struct TbCue
{
	uint32_t	first,
				end;			/* with its noun: выразил уверенность */
	unsigned	kinds;			/* TB_CK bits */
	TbGram		gram;			/* tense, number, gender */
	bool		negated;
} TbCue;

/* A verb with a subject: no gerund, no participle. */
static inline bool
tb_is_finite(const TbCue *cue)
{
	return !(cue->gram & (TB_GERUND | TB_PARTICIPLE));
}

/* ---------------------------------------------------------------- actors */

typedef enum TbActorKind
{
	TB_AK_NONE, TB_AK_PERSON, TB_AK_TITLE, TB_AK_PRONOUN, TB_AK_ORG,
	TB_AK_GROUP, TB_AK_DESCRIPTION
} TbActorKind;

/* Somebody who may be the subject of a cue. */
typedef struct TbActor
{
	uint32_t	first,
				end;
	uint32_t	head;			/* the word whose case counts */
	uint8_t		kind;			/* TbActorKind */
	bool		unnamed;		/* источник, один из экспертов: has no name */
	bool		media;			/* agency or paper */
	bool		document;		/* заявление, интервью */
	bool		behind_prep;	/* a preposition governs it */
	bool		label;			/* heads a line of a transcript: СЛУШАТЕЛЬ */
	TbGram		gram;			/* cases and gender */
	uint32_t	person;			/* persons[], or TB_NONE */
	uint32_t	mention;		/* mentions[], or TB_NONE */
	uint32_t	title;			/* titles[], or TB_NONE */
	uint32_t	entry;			/* lexicon entry of an organisation, or TB_NONE */
} TbActor;

/* ---------------------------------------------------------------- drafts */

/* How a draft comes to its speaker. */
typedef enum TbSpeakerWay
{
	TB_SW_NOBODY,				/* отмечается, что */
	TB_SW_ACTOR,				/* draft.actor */
	TB_SW_ELIDED				/* the subject before it */
} TbSpeakerWay;

/* A statement whose speaker is not yet resolved. */
typedef struct TbDraft
{
	TbVec(TbSpan) segments;		/* tokens */
	TbCue		cue;			/* cue.first TB_NONE: none */
	TbActor		actor;
	uint32_t	actor_index;	/* in actors, or TB_NONE */
	uint32_t	joint;			/* actors: who speaks with it, or TB_NONE */
	uint32_t	anchor;			/* token where the speaker is asked for */
	uint8_t		way;			/* TbSpeakerWay */
	uint8_t		kind;
	uint8_t		form;
	bool		answer;			/* a paragraph of speech behind its speaker's label */
	const char *rule;
} TbDraft;

/* The author's words inside a quotation: «…, — сказал он, — …». */
typedef struct TbAside
{
	uint32_t	first,
				end;
	uint32_t	quote;			/* the quotation, or TB_NONE: dialogue */
} TbAside;

typedef struct TbScan
{
	TbDocument *doc;
	TbVec(TbQuote) quotes;		/* by opening mark */
	uint32_t   *opens;			/* a token: quotes index + 1 it opens, or 0 */
	uint32_t   *closes;			/* a token: quotes index + 1 it closes (outermost) */
	uint32_t   *sentence_of;	/* a token: sentences index */
	uint32_t   *level;			/* a token: whose words it is (tb_level) */
	TbVec(TbSentence) sentences;
	TbVec(uint32_t) paragraphs;	/* first tokens */
	TbVec(TbActor) actors;		/* by first token */
	uint32_t   *actor_at;		/* a token: actors index + 1 it belongs to, or 0 */
	TbVec(TbDraft) drafts;
	TbVec(TbAside) asides;		/* the author's words inside quotations */
	uint32_t   *inherits;		/* a cue's token: drafts index + 1 of its subject */
	uint32_t   *verbs;			/* a token: what tb_verb_gram found, or 0 */
	uint8_t    *said;			/* a token: what indirect.c knows of it */
	bool		failed;			/* memory ran out */
} TbScan;

/* quote.c */
TbStatus	tb_outline_find(TbScan *scan);

/* The token behind i on i's level: quotations count as one. */
static inline uint32_t
tb_step(const TbScan *scan, uint32_t i)
{
	return scan->opens[i] ? scan->quotes.at[scan->opens[i] - 1].after : i + 1;
}

/* The token before i on i's level, or TB_NONE. */
static inline uint32_t
tb_step_back(const TbScan *scan, uint32_t i)
{
	if (i == 0)
		return TB_NONE;
	return scan->closes[i - 1] ? scan->quotes.at[scan->closes[i - 1] - 1].open :
		i - 1;
}

static inline const TbSentence *
tb_sentence(const TbScan *scan, uint32_t i)
{
	return &scan->sentences.at[scan->sentence_of[i]];
}

/*
 * Whose words token i is: TB_NONE the author's, else a number for the
 * quotation or dialogue it stands in.
 */
static inline uint32_t
tb_level(const TbScan *scan, uint32_t i)
{
	return scan->level[i];
}

/* The token behind paragraph p. */
static inline uint32_t
tb_next_paragraph(const TbScan *scan, uint32_t p)
{
	return p + 1 < scan->paragraphs.n ? scan->paragraphs.at[p + 1] : scan->doc->text.ntok;
}

/* Is token i a mark of decoration: **, '' and the like? */
bool		tb_is_decoration(const TbDocument *doc, uint32_t i);

/* cue.c */
bool		tb_cue_at(const TbScan *scan, uint32_t i, TbCue *cue);

/* Is token i a dash between words, not a hyphen? */
static inline bool
tb_is_spaced_dash(const TbDocument *doc, uint32_t i)
{
	const TbToken *tok = tb_tok(doc, i);

	return tok->kind == TB_MARK && tb_is_dash(tok->value) && !(tok->flags & TB_TF_GLUED);
}

/* verb.c */

/*
 * Tense, number and gender of the finite verb or predicate that the word at i
 * may be, TB_FINITE added; 0: it is none.  Remembered in scan->verbs.
 */
#define TB_FINITE (1u << 30)
TbGram		tb_verb_gram(const TbScan *scan, uint32_t i);

static inline bool
tb_looks_finite(const TbScan *scan, uint32_t i)
{
	return tb_verb_gram(scan, i) != 0;
}

/* The same of an infinitive, a gerund, a participle. */
bool		tb_looks_infinitive(const TbDocument *doc, uint32_t i);
bool		tb_looks_gerund(const TbDocument *doc, uint32_t i);
bool		tb_looks_participle(const TbDocument *doc, uint32_t i);

/* May the word at i be an adjective or participle, by its ending? */
bool		tb_looks_adjective(const TbDocument *doc, uint32_t i);

/* Does the word at i end as a genitive may? */
bool		tb_ends_as_genitive(const TbDocument *doc, uint32_t i);

/* Does any finite verb stand in [first, end)? */
bool		tb_has_predicate(const TbScan *scan, uint32_t first, uint32_t end);

/* First token from i on that is no adverb of data/cues.tsv. */
uint32_t	tb_skip_adverbs(const TbDocument *doc, uint32_t i);

/* The adverbs that end at i, the first of them: «в тот же день | сказал». */
uint32_t	tb_before_adverbs(const TbDocument *doc, uint32_t i);

/* Is the single word at i of this class?  (tb_may_be also asks what begins there.) */
static inline bool
tb_is_a(const TbDocument *doc, uint32_t i, TbClass klass)
{
	return tb_word_reading(doc, i, klass, NULL) != NULL;
}

/* Is there a conjunction of this key at i? */
static inline bool
tb_is_conj(const TbDocument *doc, uint32_t i, const char *key)
{
	return tb_word_is(doc, i, TB_CONJ, key);
}

/* A colon, and none of a clock's: «до 18:00». */
static inline bool
tb_is_colon(const TbDocument *doc, uint32_t i)
{
	return tb_is_mark(&doc->text, i, ':') &&
		!(tb_tok(doc, i + 1)->kind == TB_NUMBER && !(tb_tok(doc, i + 1)->flags & TB_TF_SPACE));
}

/* Do two verbs agree in tense, number and gender, as one subject's do? */
bool		tb_verbs_agree(TbGram a, TbGram b);

/* clause.c */
uint32_t	tb_clause_end(const TbScan *scan, uint32_t first, const TbCue *cue);

/* Does a statement of its own begin at i, with its speaker: «министр сказал, что …»? */
bool		tb_speaks_itself(const TbScan *scan, uint32_t i);

/* The что of «…, а X — что …» behind «а» at i, and X; or TB_NONE. */
uint32_t	tb_gapped_chto(const TbScan *scan, uint32_t i, uint32_t *index);

/* Tokens without decoration, dashes and commas at both ends. */
TbSpan		tb_trim(const TbScan *scan, uint32_t first, uint32_t end);

/* First token of the comma's piece that token i stands in. */
uint32_t	tb_piece_start(const TbScan *scan, uint32_t i);

/* actor.c */
TbStatus	tb_actor_find(TbScan *scan);

/* joint.c */

/* The actor that «и» joins with the one at index behind it, before it, or TB_NONE. */
uint32_t	tb_joint_before(const TbScan *scan, uint32_t index);
uint32_t	tb_joint_behind(const TbScan *scan, uint32_t index);

/* The first actor of the list that the one at index stands in, «Алиев, | Беков и Ким». */
uint32_t	tb_list_before(const TbScan *scan, uint32_t index);
bool		tb_is_listed(const TbActor *actor);

/* subject.c */
uint32_t	tb_subject_before(const TbScan *scan, const TbCue *cue);

/*
 * The subject behind a cue: an actors index, or TB_NONE with *loose a noun
 * phrase that no list knows (kind TB_AK_NONE: none either).
 */
uint32_t	tb_subject_behind(const TbScan *scan, const TbCue *cue, TbActor *loose);

/* A name, title or pronoun in the nominative right before a cue, or TB_NONE. */
uint32_t	tb_subject_adjacent(const TbScan *scan, const TbCue *cue);

/* Does an actor stand in «в …» or «на …», as institutions that tell do? */
bool		tb_is_located(const TbScan *scan, const TbActor *actor);

/* Is a body behind a noun that it owns: «на саммите НАТО», «на запрос редакции»? */
bool		tb_is_owner(const TbScan *scan, const TbActor *actor);

/* «в Росгидроресурсах», «в турфирме»: an institution that no list knows behind i. */
bool		tb_is_unknown_org(const TbScan *scan, uint32_t i);
void		tb_take_unknown_org(const TbScan *scan, uint32_t prep, TbActor *loose);

/* An actor right behind i in a case (mask), adjectives passed over. */
uint32_t	tb_actor_in_case(const TbScan *scan, uint32_t i, uint32_t cases);

/* speaker.c: name the speakers of all drafts and write doc->statements. */
TbStatus	tb_speakers_resolve(TbScan *scan);

/* draft.c */
TbDraft    *tb_draft_add(TbScan *scan, TbStatementKind kind,
						 TbStatementForm form, const TbCue *cue,
						 const char *rule);
void		tb_draft_segment(TbScan *scan, TbDraft *draft, uint32_t first,
							 uint32_t end);

/* The name between commas behind a subject without one, or the subject: «хозяйка, Анна Белова,». */
uint32_t	tb_named_in_apposition(const TbScan *scan, uint32_t index, TbGram verb);

/* Set a draft's speaker from the subject of its cue. */
void		tb_draft_subject(TbScan *scan, TbDraft *draft, bool behind_first);

/* direct.c: what the rules of direct speech share */

/* The first token from i on that is no decoration. */
uint32_t	tb_skip_decoration(const TbDocument *doc, uint32_t i);

/* Add a piece of direct speech, without its outer commas and dashes. */
void		tb_speech_piece(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end);

/* Add a quotation and those that go on with it; the last one's index. */
uint32_t	tb_add_chain(TbScan *scan, TbDraft *draft, uint32_t q);

/* The quotation that opens right behind token i, or TB_NONE. */
uint32_t	tb_quote_behind(const TbScan *scan, uint32_t i);

/* Could these words be a sentence, rather than a name or a term? */
bool		tb_is_sentence_like(const TbScan *scan, uint32_t first, uint32_t end);

/* The next dash from i on with a cue behind it: «…, — сказал X»; or TB_NONE. */
uint32_t	tb_author_dash(const TbScan *scan, uint32_t i, uint32_t limit, TbCue *cue);

/* Does somebody stand behind the cue who may be its subject? */
bool		tb_has_subject_behind(const TbScan *scan, const TbCue *cue);

/* Cut speech that the author interrupts at dash into a draft's segments. */
void		tb_cut_at_author(TbScan *scan, TbDraft *draft, uint32_t first,
							 uint32_t dash, uint32_t limit, TbCue cue, uint32_t quote);

/* lead_in.c */
bool		tb_is_headline(const TbScan *scan, uint32_t colon);
TbDraft    *tb_lead_in_draft(TbScan *scan, uint32_t colon, bool sentence_like,
							 const char *rule);
void		tb_draft_actor(TbScan *scan, TbDraft *draft, uint32_t index);
bool		tb_colon_quote(TbScan *scan, uint32_t q);

/* dialogue.c: rules at a dash (paragraph ends at limit) or at a paragraph */
uint32_t	tb_dialogue_at(TbScan *scan, uint32_t dash, uint32_t limit);
uint32_t	tb_interview_at(TbScan *scan, uint32_t i);
uint32_t	tb_questions_at(TbScan *scan, uint32_t i);
void		tb_block_at(TbScan *scan, uint32_t i);

/* label.c: rules at a paragraph */
bool		tb_is_transcript(const TbScan *scan);
void		tb_label_at(TbScan *scan, uint32_t i, uint32_t end, bool in_transcript);

void		tb_sentence_label_at(TbScan *scan, uint32_t i);

/* Behind «о матче» at i, up to the colon; or i. */
uint32_t	tb_behind_topic(const TbScan *scan, uint32_t i);

/* Behind the bullet, clock or city that a line opens with. */
uint32_t	tb_behind_prefix(const TbScan *scan, uint32_t i, uint32_t end);

/* inverted.c */
uint32_t	tb_clause_before(const TbScan *scan, const TbCue *cue, uint32_t *comma);
bool		tb_rule_before(TbScan *scan, const TbCue *cue);

/* Does the sentence up to the comma hang on the verb's own clause: «Открывая мост, …»? */
bool		tb_is_circumstance(const TbScan *scan, uint32_t first);

/* indirect.c */
void		tb_set_clause(TbScan *scan, TbDraft *draft, uint32_t first, uint32_t end);
bool		tb_has_partial_quote(const TbScan *scan, uint32_t first, uint32_t end);

/* How many actors before a token are looked at for one that it means. */
#define TB_ACTORS_BACK 80

/* What indirect.c and parenthesis.c remember of tokens (scan->said). */
#define SAID_CUE 1				/* the cue here has its statement */
#define SAID_CHTO 2				/* the что here has its cue */
#define SAID_WORDS 4			/* stands in somebody's clause already */

/* parenthesis.c: rules at «как» and at the noun of «по словам» */
bool		tb_as_cue_at(TbScan *scan, uint32_t kak);
bool		tb_according_to_at(TbScan *scan, uint32_t i);

/* direct.c, indirect.c: all rules over the text */
void		tb_direct_find(TbScan *scan);
void		tb_indirect_find(TbScan *scan);

/* ---------------------------------------------------------------- voices */

/* A speaker with a name or a description. */
typedef struct TbVoice
{
	const char *name;			/* NULL: unknown */
	uint32_t	person;
	uint32_t	title;
	uint8_t		type;			/* TbSpeakerType */
	uint8_t		by;				/* TbResolvedBy */
	TbGram		gender;
	bool		plural;
	uint32_t	anchor;			/* token where it spoke */
} TbVoice;

typedef struct TbResolver
{
	TbScan	   *scan;
	TbDocument *doc;
	TbVoice	   *voices;			/* of drafts, in the order of resolution */
	uint32_t	nvoices;
	uint32_t   *voice_of;		/* an actor: voices index + 1, or 0 */
	TbGram		said;			/* gender of the verb at hand, or 0 */
	uint32_t	chair;			/* «под председательством X», or TB_NONE */
	bool		failed;
} TbResolver;

/* describe.c */
TbVoice		tb_voice_nobody(void);
TbVoice		tb_voice_of_person(const TbResolver *r, uint32_t person, uint8_t by);

/* Does the mention itself name the person in full (TbResolvedBy)? */
uint8_t		tb_mention_named_by(const TbResolver *r, uint32_t mention);

/* The words of an actor in the nominative, the first letter a capital. */
const char *tb_actor_description(TbResolver *r, const TbActor *actor);
TbVoice		tb_voice_described(TbResolver *r, const TbActor *actor, uint8_t type);

/* The voice of an organisation that speaks at anchor. */
TbVoice		tb_voice_of_org(TbResolver *r, const TbActor *actor, uint32_t anchor);

/* The words of a title in the nominative as they stand, its country's adjective too. */
const char *tb_actor_words(TbResolver *r, const TbActor *actor);

/* salience.c */
bool		tb_genders_agree(TbGram a, TbGram b);

/* The person an actor stands for, or TB_NONE. */
uint32_t	tb_actor_person(const TbResolver *r, uint32_t index);

/* How many actors begin before a token. */
uint32_t	tb_actors_before(const TbScan *scan, uint32_t token);

/* How many paragraphs begin in (from, to]; stops counting at 3. */
int			tb_paragraphs_between(const TbDocument *doc, uint32_t from, uint32_t to);

/* The actor that a pronoun at token means, or TB_NONE. */
uint32_t	tb_salient_actor(const TbResolver *r, uint32_t token, TbGram gender,
							 bool plural);

/* The actor that is named only behind the pronoun at token, or TB_NONE. */
uint32_t	tb_named_later(const TbResolver *r, uint32_t token, TbGram gender);

/* introduced.c: a person whom a noun without a name means; TB_NONE: nobody */
uint32_t	tb_introduced_so(const TbResolver *r, const TbActor *actor);
uint32_t	tb_introduced_by_word(const TbResolver *r, uint32_t token);
uint32_t	tb_sole_named_before(const TbResolver *r, uint32_t token, TbGram gender);

/* holder.c: the person whom a bare title means in this document, or TB_NONE */
uint32_t	tb_title_holder_here(const TbResolver *r, const TbActor *actor);

#endif
