
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
