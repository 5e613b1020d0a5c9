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

