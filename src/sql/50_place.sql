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

