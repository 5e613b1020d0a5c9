
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
