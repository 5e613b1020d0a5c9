/* ------------------------------------------------------------------ facts */

CREATE FUNCTION @extschema@.extract_facts(
	document pg_catalog.text,
	reference pg_catalog.date DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL,
	OUT layer pg_catalog.text, OUT n pg_catalog.int4,
	OUT in_statement pg_catalog.int4, OUT surface pg_catalog.text,
	OUT start pg_catalog.int4, OUT length pg_catalog.int4,
	OUT kind pg_catalog.text, OUT date_from pg_catalog.date,
	OUT date_to pg_catalog.date, OUT granularity pg_catalog.text,
	OUT modifier pg_catalog.text, OUT edtf pg_catalog.text,
	OUT place pg_catalog.text, OUT place_code pg_catalog.text,
	OUT place_type pg_catalog.text, OUT country pg_catalog.text,
	OUT region pg_catalog.text, OUT official_code pg_catalog.text,
	OUT title pg_catalog.text, OUT office pg_catalog.text,
	OUT holder pg_catalog.text, OUT holder_source pg_catalog.text,
	OUT person pg_catalog.text, OUT person_id pg_catalog.text,
	OUT surname pg_catalog.text, OUT given_name pg_catalog.text,
	OUT patronymic pg_catalog.text, OUT statement pg_catalog.text,
	OUT form pg_catalog.text, OUT speaker pg_catalog.text,
	OUT speaker_id pg_catalog.text, OUT speaker_type pg_catalog.text,
	OUT speaker_surface pg_catalog.text, OUT speaker_start pg_catalog.int4,
	OUT speaker_length pg_catalog.int4, OUT cue pg_catalog.text,
	OUT resolved_by pg_catalog.text)
RETURNS SETOF pg_catalog.record
AS 'MODULE_PATHNAME', 'extract_facts'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 60;

COMMENT ON FUNCTION @extschema@.extract_facts(pg_catalog.text, pg_catalog.date, pg_catalog.text) IS
'all mentions of a document from one scan, one row each, in plain columns: layer (documents, dates, places, titles, persons, statements), n (which of its layer, from 1), in_statement (n of the innermost statement around it), and the columns of the layer''s extract function, the others NULL; the row of layer documents has the reference date and the country';
