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

