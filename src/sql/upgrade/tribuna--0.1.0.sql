/* tribuna: search of Russian political text.  Joined from src/sql by make. */

\echo Use "CREATE EXTENSION tribuna" to load this file. \quit


/* ----------------------------------------------------------------- parser */

CREATE FUNCTION @extschema@.tribuna_parser_start(pg_catalog.internal, pg_catalog.int4)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_parser_start'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_parser_next(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_parser_next'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_parser_end(pg_catalog.internal)
RETURNS pg_catalog.void
AS 'MODULE_PATHNAME', 'tribuna_parser_end'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_parser_types(pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_parser_types'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_parser_start(pg_catalog.internal, pg_catalog.int4) IS
'start method of text search parser tribuna';
COMMENT ON FUNCTION @extschema@.tribuna_parser_next(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal) IS
'gettoken method of text search parser tribuna';
COMMENT ON FUNCTION @extschema@.tribuna_parser_end(pg_catalog.internal) IS
'end method of text search parser tribuna';
COMMENT ON FUNCTION @extschema@.tribuna_parser_types(pg_catalog.internal) IS
'lextypes method of text search parser tribuna';

CREATE TEXT SEARCH PARSER @extschema@.tribuna (
	START = @extschema@.tribuna_parser_start,
	GETTOKEN = @extschema@.tribuna_parser_next,
	END = @extschema@.tribuna_parser_end,
	LEXTYPES = @extschema@.tribuna_parser_types,
	HEADLINE = pg_catalog.prsd_headline
);

COMMENT ON TEXT SEARCH PARSER @extschema@.tribuna IS
'words of Russian political text; before each word of a date, place, title or person a token that holds its lexemes';

/* ----------------------------------------------------------- dictionaries */

CREATE FUNCTION @extschema@.tribuna_stem_init(pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_stem_init'
LANGUAGE C STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_stem_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_stem_lexize'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_entity_init(pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_entity_init'
LANGUAGE C STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_entity_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_entity_lexize'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_stem_init(pg_catalog.internal) IS
'init method of text search template tribuna_stem';
COMMENT ON FUNCTION @extschema@.tribuna_stem_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal) IS
'lexize method of text search template tribuna_stem';
COMMENT ON FUNCTION @extschema@.tribuna_entity_init(pg_catalog.internal) IS
'init method of text search template tribuna_entity';
COMMENT ON FUNCTION @extschema@.tribuna_entity_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal) IS
'lexize method of text search template tribuna_entity';

CREATE TEXT SEARCH TEMPLATE @extschema@.tribuna_stem (
	INIT = @extschema@.tribuna_stem_init,
	LEXIZE = @extschema@.tribuna_stem_lexize
);

COMMENT ON TEXT SEARCH TEMPLATE @extschema@.tribuna_stem IS
'stems of Russian and English words and of Russian names; no options';

CREATE TEXT SEARCH TEMPLATE @extschema@.tribuna_entity (
	INIT = @extschema@.tribuna_entity_init,
	LEXIZE = @extschema@.tribuna_entity_lexize
);

COMMENT ON TEXT SEARCH TEMPLATE @extschema@.tribuna_entity IS
'lexemes of places, titles, persons and dates beside the words'' own; option stemmer: the dictionary for those words (tribuna''s own stems if not given)';

CREATE TEXT SEARCH DICTIONARY @extschema@.tribuna_stem (
	TEMPLATE = @extschema@.tribuna_stem
);

COMMENT ON TEXT SEARCH DICTIONARY @extschema@.tribuna_stem IS
'stems of Russian and English words and of Russian names';

CREATE TEXT SEARCH DICTIONARY @extschema@.tribuna_entity (
	TEMPLATE = @extschema@.tribuna_entity
);

COMMENT ON TEXT SEARCH DICTIONARY @extschema@.tribuna_entity IS
'lexemes of places, titles, persons and dates beside the words'' own; knows the lexicon''s places and titles behind other parsers too';

/* ---------------------------------------------------------- configuration */

CREATE TEXT SEARCH CONFIGURATION @extschema@.tribuna (
	PARSER = @extschema@.tribuna
);

COMMENT ON TEXT SEARCH CONFIGURATION @extschema@.tribuna IS
'search of Russian political text by words and by what is named';

ALTER TEXT SEARCH CONFIGURATION @extschema@.tribuna
	ADD MAPPING FOR entity
	WITH @extschema@.tribuna_entity;

ALTER TEXT SEARCH CONFIGURATION @extschema@.tribuna
	ADD MAPPING FOR hword_part, hword_asciipart, hword_numpart
	WITH @extschema@.tribuna_entity, @extschema@.tribuna_stem;

ALTER TEXT SEARCH CONFIGURATION @extschema@.tribuna
	ADD MAPPING FOR asciiword, word, numword, email, host, url_path, uint
	WITH @extschema@.tribuna_stem;

/* ----------------------------------------------------------------- search */

CREATE FUNCTION @extschema@.tribuna_tsvector(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL,
	title pg_catalog.text DEFAULT NULL)
RETURNS pg_catalog.tsvector
AS 'MODULE_PATHNAME', 'tribuna_tsvector'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION @extschema@.tribuna_tsvector(pg_catalog.text, pg_catalog.date, pg_catalog.text, pg_catalog.text) IS
'words of a document and lexemes of its dates, places, titles and persons, as to_tsvector(''tribuna'', document) gives them, only faster; relative dates are counted from the reference; the title''s words come first and weigh A';

CREATE FUNCTION @extschema@.tribuna_tsquery(query pg_catalog.text)
RETURNS pg_catalog.tsquery
AS 'MODULE_PATHNAME', 'tribuna_tsquery'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;

COMMENT ON FUNCTION @extschema@.tribuna_tsquery(pg_catalog.text) IS
'query in the syntax of web search; a name of a place, title, person or date matches whatever the document calls it; "..." is a phrase, ="..." the words themselves, - not, or, * the whole branch or any ending';
/* ------------------------------------------------------------------ dates */

CREATE FUNCTION @extschema@.extract_dates(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL,
	OUT surface pg_catalog.text, OUT start pg_catalog.int4,
	OUT length pg_catalog.int4, OUT date_from pg_catalog.date,
	OUT date_to pg_catalog.date, OUT granularity pg_catalog.text,
	OUT kind pg_catalog.text, OUT modifier pg_catalog.text,
	OUT edtf pg_catalog.text, OUT period pg_catalog.daterange)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_dates'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000 ROWS 10;

COMMENT ON FUNCTION @extschema@.extract_dates(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'dates of a document, one row each; both ends are inclusive, an open side is NULL; substr(document, start, length) = surface, counted in characters from 1; relative dates are counted from the reference, else from the document''s dateline, else they are NULL';

CREATE FUNCTION @extschema@.document_date(document pg_catalog.text)
RETURNS pg_catalog.date
AS 'MODULE_PATHNAME', 'document_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;

COMMENT ON FUNCTION @extschema@.document_date(pg_catalog.text) IS
'date of a document''s own dateline, or NULL';

CREATE FUNCTION @extschema@.date_periods(
	document pg_catalog.text, reference pg_catalog.date DEFAULT NULL)
RETURNS pg_catalog.datemultirange
AS 'MODULE_PATHNAME', 'date_periods'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION @extschema@.date_periods(pg_catalog.text, pg_catalog.date) IS
'union of the periods that a document''s dates name; of an open period only the unit that is named, so that a deadline of 2050 does not answer a search for 2030';

/* ----------------------------------------------------------------- places */

CREATE FUNCTION @extschema@.extract_places(
	document pg_catalog.text,
	OUT surface pg_catalog.text, OUT start pg_catalog.int4,
	OUT length pg_catalog.int4, OUT place pg_catalog.text,
	OUT place_code pg_catalog.text, OUT place_type pg_catalog.text,
	OUT kind pg_catalog.text, OUT country pg_catalog.text,
	OUT region pg_catalog.text, OUT official_code pg_catalog.text)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_places'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 20;

COMMENT ON FUNCTION @extschema@.extract_places(pg_catalog.text) IS
'places of a document, one row each, with the name and code of today; kind is name or adjective; substr(document, start, length) = surface, counted in characters from 1';

CREATE FUNCTION @extschema@.place_codes(document pg_catalog.text)
RETURNS pg_catalog.text[]
AS 'MODULE_PATHNAME', 'place_codes'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION @extschema@.place_codes(pg_catalog.text) IS
'codes of a document''s places, sorted, each once: kz/atyrau-region/atyrau/';

/* ----------------------------------------------------------------- titles */

CREATE FUNCTION @extschema@.extract_titles(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL,
	OUT surface pg_catalog.text, OUT start pg_catalog.int4,
	OUT length pg_catalog.int4, OUT title pg_catalog.text,
	OUT office pg_catalog.text, OUT holder pg_catalog.text,
	OUT holder_source pg_catalog.text)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_titles'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000 ROWS 15;

COMMENT ON FUNCTION @extschema@.extract_titles(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'titles of a document, one row each, in the canonical nominative, with the path of the office; the holder is the person of the document, else the registry''s on the reference date (holder_source document, registry); substr(document, start, length) = surface, counted in characters from 1';

CREATE FUNCTION @extschema@.office_codes(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL)
RETURNS pg_catalog.text[]
AS 'MODULE_PATHNAME', 'office_codes'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION @extschema@.office_codes(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'paths of the offices that a document''s titles name, sorted, each once: kz/senate/chair/';

/* ---------------------------------------------------------------- persons */

CREATE FUNCTION @extschema@.extract_persons(
	document pg_catalog.text,
	OUT surface pg_catalog.text, OUT start pg_catalog.int4,
	OUT length pg_catalog.int4, OUT person pg_catalog.text,
	OUT person_id pg_catalog.text, OUT surname pg_catalog.text,
	OUT given_name pg_catalog.text, OUT patronymic pg_catalog.text,
	OUT title pg_catalog.text, OUT office pg_catalog.text)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_persons'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 15;

COMMENT ON FUNCTION @extschema@.extract_persons(pg_catalog.text) IS
'mentions of persons in a document, one row each; person is the fullest form of the name that the document gives, in the nominative; person_id joins mentions across documents; substr(document, start, length) = surface, counted in characters from 1';

CREATE FUNCTION @extschema@.person_names(document pg_catalog.text)
RETURNS pg_catalog.text[]
AS 'MODULE_PATHNAME', 'person_names'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION @extschema@.person_names(pg_catalog.text) IS
'names of a document''s persons in the nominative, sorted, each once';

/* ------------------------------------------------------------- statements */

CREATE FUNCTION @extschema@.extract_statements(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL,
	OUT statement pg_catalog.text, OUT start pg_catalog.int4,
	OUT length pg_catalog.int4, OUT kind pg_catalog.text,
	OUT form pg_catalog.text, OUT speaker pg_catalog.text,
	OUT speaker_id pg_catalog.text, OUT speaker_type pg_catalog.text,
	OUT title pg_catalog.text, OUT office pg_catalog.text,
	OUT speaker_surface pg_catalog.text, OUT speaker_start pg_catalog.int4,
	OUT speaker_length pg_catalog.int4, OUT cue pg_catalog.text,
	OUT resolved_by pg_catalog.text, OUT segments pg_catalog.int4multirange)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_statements'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 8000 ROWS 10;

COMMENT ON FUNCTION @extschema@.extract_statements(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'statements of a document, one row each, with the speaker as the document or the registry of offices resolves him (resolved_by self, document, registry); an interrupted statement has several segments, joined by a space in statement; start and length reach from the first to the last, counted in characters from 1';

CREATE FUNCTION @extschema@.extract_speakers(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL,
	OUT speaker pg_catalog.text, OUT speaker_id pg_catalog.text,
	OUT speaker_type pg_catalog.text, OUT title pg_catalog.text,
	OUT office pg_catalog.text, OUT statements pg_catalog.int4,
	OUT direct pg_catalog.int4, OUT first_start pg_catalog.int4)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_speakers'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 8000 ROWS 4;

COMMENT ON FUNCTION @extschema@.extract_speakers(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'speakers of a document, one row each, in the order of their first statements: how many statements, how many of them direct, and where the first begins, in characters from 1';

CREATE FUNCTION @extschema@.speaker_names(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL)
RETURNS pg_catalog.text[]
AS 'MODULE_PATHNAME', 'speaker_names'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 8000;

COMMENT ON FUNCTION @extschema@.speaker_names(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'names of those who speak in a document, sorted, each once';

CREATE FUNCTION @extschema@.analyze_document(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL)
RETURNS pg_catalog.jsonb
AS 'MODULE_PATHNAME', 'analyze_document'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;

COMMENT ON FUNCTION @extschema@.analyze_document(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'all layers of a document from one scan: reference, country, and arrays of dates, places, titles, persons, statements and speakers, with the columns of the extract functions as keys; positions count characters from 1, segments are [start, length]';

/* -------------------------------------------------------------- one name */

CREATE FUNCTION @extschema@.normalize_name(name pg_catalog.text)
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'normalize_name'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.normalize_name(pg_catalog.text) IS
'a person''s name in the nominative, or NULL where there is none';

CREATE FUNCTION @extschema@.normalize_title(title pg_catalog.text)
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'normalize_title'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.normalize_title(pg_catalog.text) IS
'a title''s canonical nominative, or NULL where there is none';

CREATE FUNCTION @extschema@.normalize_place(place pg_catalog.text)
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'normalize_place'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.normalize_place(pg_catalog.text) IS
'a place''s canonical name of today, in the nominative, or NULL where there is none';

CREATE FUNCTION @extschema@.decline(name pg_catalog.text, grammatical_case pg_catalog.text)
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'decline'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION @extschema@.decline(pg_catalog.text, pg_catalog.text) IS
'a nominative name, title or place in a grammatical case: nominative, genitive, dative, accusative, instrumental or prepositional';

/* ------------------------------------------------------------------ terms */

CREATE FUNCTION @extschema@.tribuna_terms_init(pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_terms_init'
LANGUAGE C STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_terms_init(pg_catalog.internal) IS
'init method of text search template tribuna_terms';

CREATE FUNCTION @extschema@.tribuna_terms_lexize(
	pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_terms_lexize'
LANGUAGE C STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_terms_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal) IS
'lexize method of text search template tribuna_terms';

CREATE TEXT SEARCH TEMPLATE @extschema@.tribuna_terms (
	INIT = @extschema@.tribuna_terms_init,
	LEXIZE = @extschema@.tribuna_terms_lexize);

COMMENT ON TEXT SEARCH TEMPLATE @extschema@.tribuna_terms IS
'your own places, titles, persons and holders: a dictionary of this template in the extension''s schema adds its terms to the lexicon';

CREATE FUNCTION @extschema@.tribuna_terms(
	OUT dictionary pg_catalog.text, OUT section pg_catalog.text,
	OUT code pg_catalog.text, OUT names pg_catalog.text,
	OUT in_force pg_catalog.bool, OUT reason pg_catalog.text)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'tribuna_terms'
LANGUAGE C STABLE PARALLEL SAFE COST 1000 ROWS 100;

COMMENT ON FUNCTION @extschema@.tribuna_terms() IS
'terms of all dictionaries of template tribuna_terms, whether each is in force, and if not, why';

/* --------------------------------------------------------------- versions */

CREATE FUNCTION @extschema@.tribuna_version()
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'tribuna_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_version() IS
'version of the loaded library';

CREATE FUNCTION @extschema@.tribuna_lexicon_version()
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'tribuna_lexicon_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_lexicon_version() IS
'version of the lexicon in the loaded library: stamp rows with it to find those that an older one made';
