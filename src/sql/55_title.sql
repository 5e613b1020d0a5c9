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

