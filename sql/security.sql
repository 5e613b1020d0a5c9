-- Each attack is tried by somebody who has no more rights than the extension's
-- documentation asks for, and each must fail; the server lives on.
\set VERBOSITY terse
\set SHOW_CONTEXT never
\pset null ~
SET client_min_messages = warning;
SELECT current_user AS superuser \gset
DROP DATABASE IF EXISTS tribuna_security;
DROP ROLE IF EXISTS tribuna_mallory, tribuna_dba;
CREATE ROLE tribuna_mallory LOGIN;
CREATE ROLE tribuna_dba LOGIN;
CREATE DATABASE tribuna_security OWNER tribuna_dba;

-- ---- the install script: objects that wait for it in its schema ----
\c tribuna_security tribuna_dba
SET client_min_messages = warning;
CREATE SCHEMA trap;
GRANT USAGE, CREATE ON SCHEMA trap TO tribuna_mallory;
\c tribuna_security tribuna_mallory
SET client_min_messages = warning;
-- types and operators with the names that the script uses
CREATE TYPE trap.text AS (x int);
CREATE TYPE trap.int4 AS (x int);
CREATE FUNCTION trap.caught() RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'caught as %', current_user; END $$;
CREATE FUNCTION trap.join_array(text[], pg_catalog.text) RETURNS text[] LANGUAGE sql AS 'SELECT trap.caught()::pg_catalog.text::text[]';
\c tribuna_security tribuna_dba
SET client_min_messages = warning;
CREATE EXTENSION tribuna SCHEMA trap;
-- no argument and no result is of a type that was there
SELECT count(*) AS strange_types
FROM pg_proc p CROSS JOIN LATERAL unnest(p.proargtypes::oid[] || coalesce(p.proallargtypes, '{}') || p.prorettype) AS a (type)
JOIN pg_type t ON t.oid = a.type
WHERE p.oid IN (SELECT objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND classid = 'pg_proc'::regclass)
  AND t.typnamespace <> 'pg_catalog'::regnamespace;
DROP EXTENSION tribuna;
-- a function of the same name and arguments is an error, not taken over
\c tribuna_security tribuna_mallory
CREATE FUNCTION trap.tribuna_version() RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT 'mine' $$;
\c tribuna_security tribuna_dba
CREATE EXTENSION tribuna SCHEMA trap;
SELECT count(*) AS installed FROM pg_extension WHERE extname = 'tribuna';
DROP SCHEMA trap CASCADE;

-- ---- a schema with an odd name ----
SET client_min_messages = warning;
CREATE SCHEMA "Odd schema; DROP TABLE x; ы";
CREATE EXTENSION tribuna SCHEMA "Odd schema; DROP TABLE x; ы";
SET search_path = "Odd schema; DROP TABLE x; ы", public;
SELECT place_codes('в Астане'), tribuna_tsquery('Астана');
SELECT tribuna_create_terms('odd "name"', places => $$VALUES ('x')$$);
SELECT tribuna_create_terms('odd "name"', places => $$SELECT 'kz/astana/' AS code, 'Северная Пальмира' AS name$$);
SELECT dictionary, in_force FROM tribuna_terms();
SELECT place_codes('в Северной Пальмире');
DROP EXTENSION tribuna CASCADE;
RESET search_path;
DROP SCHEMA "Odd schema; DROP TABLE x; ы";

-- ---- as documented: a schema of its own ----
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
GRANT USAGE ON SCHEMA tribuna TO PUBLIC;
-- installed by the owner of the database, made by the superuser: nobody else may change it
ALTER FUNCTION tribuna.tribuna_version() COST 1;
CREATE OR REPLACE FUNCTION tribuna.tribuna_version() RETURNS text LANGUAGE sql AS $$ SELECT 'mine' $$;
ALTER TEXT SEARCH CONFIGURATION tribuna.tribuna DROP MAPPING FOR word;
-- and he has gained no right by it
SELECT rolsuper, rolcreaterole, rolbypassrls, pg_has_role('tribuna_dba', 'pg_read_server_files', 'MEMBER') AS reads_files
FROM pg_roles WHERE rolname = 'tribuna_dba';

-- ---- what the functions are ----
\c tribuna_security :superuser
SET search_path = pg_catalog;
CREATE TEMP VIEW ours AS
SELECT p.* FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
  AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'tribuna');
-- none runs with its owner's rights; those not in C pin their path, but for two that run a caller's query or commit
SELECT count(*) FILTER (WHERE prosecdef) AS definers,
       string_agg(proname, ' ' ORDER BY proname) FILTER (WHERE l.lanname <> 'c' AND NOT coalesce(proconfig @> '{"search_path=pg_catalog, pg_temp"}', false)) AS unpinned
FROM ours p JOIN pg_language l ON l.oid = p.prolang;
-- none claims to keep secrets that an error message could give away, none supports the planner
SELECT count(*) FILTER (WHERE proleakproof) AS leakproof, count(*) FILTER (WHERE prosupport <> 0) AS support FROM ours;
-- no setting of ours, hence none that weakens anything; no language, no operator, no cast, no type, no table
SELECT (SELECT count(*) FROM pg_settings WHERE name LIKE '%tribuna%') AS settings,
       (SELECT string_agg(DISTINCT classid::regclass::text, ' ') FROM pg_depend
        WHERE deptype = 'e' AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'tribuna')) AS kinds;
RESET search_path;

-- ---- Mallory: a login, and USAGE on the schema ----
\c tribuna_security tribuna_mallory
SET client_min_messages = warning;
-- she may use what is pure
SET search_path = public, tribuna;
SELECT place_codes('в Астане'), person_names('Маулен Ашимбаев'), tribuna_version() <> '' AS version,
       (SELECT count(*) FROM extract_statements('«Да», – сказал Маулен Ашимбаев.')) AS statements;
-- methods of parser and dictionaries take no value that SQL can make
CREATE FUNCTION pg_temp.refused(statement text) RETURNS boolean LANGUAGE plpgsql AS
  'BEGIN EXECUTE statement; RETURN false; EXCEPTION WHEN OTHERS THEN RETURN true; END';
SELECT statement, pg_temp.refused(statement) FROM unnest(ARRAY[
  $$SELECT tribuna.tribuna_parser_start('x'::internal, 1)$$, $$SELECT tribuna.tribuna_entity_lexize('x', 'y', 'z', 'u')$$,
  'SELECT tribuna.tribuna_parser_types(NULL)', 'SELECT tribuna.tribuna_parser_end(NULL)', 'SELECT tribuna.tribuna_terms_init(NULL)']) AS statement;
CREATE AGGREGATE public.evil (int4) (SFUNC = tribuna.tribuna_parser_next, STYPE = internal);
CREATE FUNCTION pg_temp.evil(cstring) RETURNS internal AS '$libdir/tribuna', 'tribuna_parser_end' LANGUAGE c;
CREATE TEXT SEARCH TEMPLATE pg_temp.evil (LEXIZE = tribuna.tribuna_entity_lexize);
CREATE TEXT SEARCH PARSER pg_temp.evil (START = tribuna.tribuna_parser_start, GETTOKEN = tribuna.tribuna_parser_next, END = tribuna.tribuna_parser_end, LEXTYPES = tribuna.tribuna_parser_types);
-- everybody's search is not hers to change
CREATE TEXT SEARCH DICTIONARY tribuna.mine (TEMPLATE = tribuna.tribuna_terms, places = 'kz/astana/ = Кудыкина Гора');
CREATE TEXT SEARCH DICTIONARY pg_temp.mine (TEMPLATE = tribuna.tribuna_terms, places = 'kz/astana/ = Кудыкина Гора {f}');
SELECT place_codes('на Кудыкиной Горе');
SELECT dictionary ~ '^pg_temp' AS temporary, in_force, reason FROM tribuna_terms();
ALTER TEXT SEARCH DICTIONARY pg_temp.mine SET SCHEMA tribuna;
SELECT tribuna_create_terms('mine', places => $$SELECT 'kz/astana/' AS code, 'Кудыкина Гора' AS name$$);
ALTER TEXT SEARCH DICTIONARY tribuna.tribuna_entity (stemmer = pg_catalog.simple);
ALTER SCHEMA tribuna RENAME TO mine;
-- the query of tribuna_create_terms runs with her rights
SELECT tribuna_create_terms('mine', places => 'SELECT rolpassword AS code, rolname AS name FROM pg_authid');
-- shadows of what our functions read, in her own schemas
CREATE TEMP TABLE pg_trigger (tgrelid oid, tgname name, tgargs bytea);
CREATE TEMP TABLE pg_ts_dict AS SELECT * FROM pg_catalog.pg_ts_dict;
SET search_path = pg_temp, pg_catalog, tribuna;
SELECT count(*) FROM tribuna_tables();
SELECT count(*) FROM tribuna_terms();
RESET search_path;

-- ---- a dictionary that is its own stemmer, or its stemmer's ----
\c tribuna_security :superuser
GRANT CREATE ON SCHEMA public TO tribuna_mallory;
\c tribuna_security tribuna_mallory
SET client_min_messages = warning;
SET search_path = public, tribuna;
CREATE TEXT SEARCH DICTIONARY public.ring1 (TEMPLATE = tribuna_entity);
CREATE TEXT SEARCH DICTIONARY public.ring2 (TEMPLATE = tribuna_entity, stemmer = public.ring1);
ALTER TEXT SEARCH DICTIONARY public.ring1 (stemmer = public.ring1);
SELECT ts_lexize('public.ring1', 'Астана');
ALTER TEXT SEARCH DICTIONARY public.ring1 (stemmer = public.ring2);
SELECT ts_lexize('public.ring2', 'Астане');
CREATE TEXT SEARCH CONFIGURATION public.ring (COPY = pg_catalog.russian);
ALTER TEXT SEARCH CONFIGURATION public.ring ALTER MAPPING FOR word, hword, hword_part WITH public.ring1;
SELECT to_tsvector('public.ring', 'Председатель Сената прибыл в Астану.');
SELECT 1 AS alive;

-- ---- operators in her schema, which stands in a superuser's path ----
CREATE FUNCTION public.caught() RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'caught as %', current_user; END $$;
CREATE FUNCTION public.join1(text[], text) RETURNS text[] LANGUAGE sql AS 'SELECT public.caught()::text::text[]';
CREATE FUNCTION public.join2(text, text[]) RETURNS text[] LANGUAGE sql AS 'SELECT public.caught()::text::text[]';
CREATE FUNCTION public.same(oid, regnamespace) RETURNS bool LANGUAGE sql AS 'SELECT public.caught()';
CREATE OPERATOR public.|| (LEFTARG = text[], RIGHTARG = text, FUNCTION = public.join1);
CREATE OPERATOR public.|| (LEFTARG = text, RIGHTARG = text[], FUNCTION = public.join2);
CREATE OPERATOR public.= (LEFTARG = oid, RIGHTARG = regnamespace, FUNCTION = public.same);
CREATE FUNCTION public.extract_dates(text) RETURNS text LANGUAGE sql AS 'SELECT public.caught()::text';
\c tribuna_security :superuser
SET client_min_messages = warning;
SET search_path = public, tribuna;
SELECT ARRAY['a'] || 'b'::text;
SELECT tribuna_create_terms('boss', places => $$SELECT 'kz/astana/' AS code, 'Северная Пальмира' AS name$$);
SELECT tribuna_create_terms('boss', places => $$SELECT 'kz/astana/' AS code, 'Пальмира Севера' AS name$$, replace => true);
SELECT names, in_force FROM tribuna_terms() WHERE dictionary ~ 'boss';
CREATE TABLE doc (id int PRIMARY KEY, body text, published date);
INSERT INTO doc VALUES (1, 'Вчера в Астане.', '2024-05-05');
SELECT tribuna_enable('doc', 'body', 'published');
CALL tribuna_refresh('doc', everything => true);
SELECT tribuna_disable('doc');
SELECT analyze_document('Вчера.') ? 'dates' AS analyzed;

-- ---- who may create in the schema may change the terms: only he ----
REVOKE CREATE ON SCHEMA public FROM tribuna_mallory;
GRANT CREATE ON SCHEMA tribuna TO PUBLIC;
SELECT count(*) FROM tribuna.tribuna_terms() WHERE in_force;
SELECT place_codes('в Пальмире Севера');
REVOKE CREATE ON SCHEMA tribuna FROM PUBLIC;
SELECT place_codes('в Пальмире Севера');

-- ---- hostile values ----
SELECT count(*) FROM tribuna.extract_dates(E'\'; DROP TABLE doc; --');
SELECT tribuna_tsquery(E'\'; DROP TABLE doc; -- \\ '' '':*A');
SELECT tribuna_tsquery(repeat('(', 50000) || repeat('!', 50000) || 'слово') AS query;
SELECT length(tribuna_tsquery(repeat('-', 100000) || 'слово')::text) > 0 AS query;
-- the server itself reads no deeper query
SELECT length(tribuna_tsquery(repeat('слово or ', 20000))::text) > 0 AS query;
SELECT to_tsquery('simple', repeat('слово | ', 20000) || 'слово') IS NULL AS query;
SELECT decline(repeat('а', 100000), 'dative') IS NULL AS too_long, normalize_name(repeat('Иван ', 20000)) AS name;
SELECT count(*) FROM doc;

\c postgres :superuser
DROP DATABASE tribuna_security;
DROP ROLE tribuna_mallory, tribuna_dba;
