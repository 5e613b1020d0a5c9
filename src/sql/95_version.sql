/* --------------------------------------------------------------- versions */

CREATE FUNCTION @extschema@.tribuna_version()
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'tribuna_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_version() IS
'version of the loaded library';

CREATE FUNCTION @extschema@.tribuna_lexicon_version()
RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'tribuna_lexicon_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_lexicon_version() IS
'version of the lexicon in the loaded library: stamp rows with it to find those that an older one made';
