
/* ----------------------------------------------------------- dictionaries */

CREATE FUNCTION @extschema@.tribuna_stem_init(pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_stem_init'
LANGUAGE C STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_stem_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_stem_lexize'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_entity_init(pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_entity_init'
LANGUAGE C STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.tribuna_entity_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal)
RETURNS pg_catalog.internal
AS 'MODULE_PATHNAME', 'tribuna_entity_lexize'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.tribuna_stem_init(pg_catalog.internal) IS
'init method of text search template tribuna_stem';
COMMENT ON FUNCTION @extschema@.tribuna_stem_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal) IS
'lexize method of text search template tribuna_stem';
COMMENT ON FUNCTION @extschema@.tribuna_entity_init(pg_catalog.internal) IS
'init method of text search template tribuna_entity';
COMMENT ON FUNCTION @extschema@.tribuna_entity_lexize(pg_catalog.internal, pg_catalog.internal, pg_catalog.internal, pg_catalog.internal) IS
'lexize method of text search template tribuna_entity';

CREATE TEXT SEARCH TEMPLATE @extschema@.tribuna_stem (
	INIT = @extschema@.tribuna_stem_init,
	LEXIZE = @extschema@.tribuna_stem_lexize
);

COMMENT ON TEXT SEARCH TEMPLATE @extschema@.tribuna_stem IS
'stems of Russian and English words and of Russian names; no options';

CREATE TEXT SEARCH TEMPLATE @extschema@.tribuna_entity (
	INIT = @extschema@.tribuna_entity_init,
	LEXIZE = @extschema@.tribuna_entity_lexize
);

COMMENT ON TEXT SEARCH TEMPLATE @extschema@.tribuna_entity IS
'lexemes of places, titles, persons and dates beside the words'' own; option stemmer: the dictionary for those words (tribuna''s own stems if not given)';

CREATE TEXT SEARCH DICTIONARY @extschema@.tribuna_stem (
	TEMPLATE = @extschema@.tribuna_stem
);

COMMENT ON TEXT SEARCH DICTIONARY @extschema@.tribuna_stem IS
'stems of Russian and English words and of Russian names';

CREATE TEXT SEARCH DICTIONARY @extschema@.tribuna_entity (
	TEMPLATE = @extschema@.tribuna_entity
);

COMMENT ON TEXT SEARCH DICTIONARY @extschema@.tribuna_entity IS
'lexemes of places, titles, persons and dates beside the words'' own; knows the lexicon''s places and titles behind other parsers too';

/* ---------------------------------------------------------- configuration */

CREATE TEXT SEARCH CONFIGURATION @extschema@.tribuna (
	PARSER = @extschema@.tribuna
);

COMMENT ON TEXT SEARCH CONFIGURATION @extschema@.tribuna IS
'search of Russian political text by words and by what is named';

ALTER TEXT SEARCH CONFIGURATION @extschema@.tribuna
	ADD MAPPING FOR entity
	WITH @extschema@.tribuna_entity;

ALTER TEXT SEARCH CONFIGURATION @extschema@.tribuna
	ADD MAPPING FOR hword_part, hword_asciipart, hword_numpart
	WITH @extschema@.tribuna_entity, @extschema@.tribuna_stem;

ALTER TEXT SEARCH CONFIGURATION @extschema@.tribuna
	ADD MAPPING FOR asciiword, word, numword, email, host, url_path, uint
	WITH @extschema@.tribuna_stem;
