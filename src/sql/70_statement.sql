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

