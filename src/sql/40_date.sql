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

