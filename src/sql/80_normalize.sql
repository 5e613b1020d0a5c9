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

