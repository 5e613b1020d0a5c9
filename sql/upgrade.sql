-- Proves that an upgrade from each earlier version ends in the very objects, definitions,
-- comments and rights that a fresh CREATE EXTENSION makes.
--
-- A row below is an object that one has and the other lacks.  Functions and views need nothing;
-- what cannot be replaced must stand behind "-- since VERSION" in its fragment (tool/upgrade.awk).
\set VERBOSITY terse
\set QUIET on
SET client_min_messages = warning;
DROP DATABASE IF EXISTS tribuna_upgrade;
CREATE DATABASE tribuna_upgrade TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
\c tribuna_upgrade
SET client_min_messages = warning;
CREATE SCHEMA tribuna;

-- Everything that the extension owns, one row an object, with all that makes it what it is.
CREATE VIEW owned AS
WITH member AS (
	SELECT classid, objid
	FROM pg_depend
	WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
		AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'tribuna')
), catalog(classid, objid, definition) AS (
	SELECT 'pg_proc'::regclass, oid, pg_get_functiondef(oid) || coalesce(proacl::text, '')
	FROM pg_proc WHERE prokind <> 'a'
	UNION ALL
	SELECT 'pg_class'::regclass, c.oid, concat_ws(' ', relkind, relpersistence, relacl, reloptions,
		CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
		(SELECT string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull,
			pg_get_expr(adbin, adrelid), col_description(c.oid, attnum)), ', ' ORDER BY attnum)
		 FROM pg_attribute LEFT JOIN pg_attrdef ON (adrelid, adnum) = (attrelid, attnum)
		 WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
		(SELECT string_agg(pg_get_constraintdef(oid), ', ' ORDER BY conname)
		 FROM pg_constraint WHERE conrelid = c.oid),
		(SELECT string_agg(pg_get_indexdef(indexrelid), ', ' ORDER BY indexrelid::regclass::text)
		 FROM pg_index WHERE indrelid = c.oid),
		(SELECT string_agg(pg_get_triggerdef(oid), ', ' ORDER BY tgname)
		 FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal))
	FROM pg_class c
	UNION ALL
	SELECT 'pg_type'::regclass, oid, concat_ws(' ', typtype, typnotnull, format_type(typbasetype, typtypmod),
		typrelid::regclass, (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder)
			FROM pg_enum WHERE enumtypid = pg_type.oid))
	FROM pg_type
	UNION ALL
	SELECT 'pg_ts_parser'::regclass, oid,
		concat_ws(' ', prsstart, prstoken, prsend, prsheadline, prslextype)
	FROM pg_ts_parser
	UNION ALL
	SELECT 'pg_ts_template'::regclass, oid, concat_ws(' ', tmplinit, tmpllexize)
	FROM pg_ts_template
	UNION ALL
	SELECT 'pg_ts_dict'::regclass, d.oid, concat_ws(' ', tmplname, dictinitoption)
	FROM pg_ts_dict d JOIN pg_ts_template t ON t.oid = dicttemplate
	UNION ALL
	SELECT 'pg_ts_config'::regclass, c.oid, concat_ws(' ', prsname,
		(SELECT string_agg(concat_ws(' ', maptokentype, mapseqno, mapdict::regdictionary), ', '
			ORDER BY maptokentype, mapseqno)
		 FROM pg_ts_config_map WHERE mapcfg = c.oid))
	FROM pg_ts_config c JOIN pg_ts_parser p ON p.oid = cfgparser
)
SELECT pg_describe_object(classid, objid, 0) AS object,
	definition || ' ' || coalesce(obj_description(objid, classid::regclass::text), '') AS definition
FROM member LEFT JOIN catalog USING (classid, objid);

CREATE EXTENSION tribuna SCHEMA tribuna;
CREATE TABLE fresh AS SELECT * FROM owned;
CREATE TABLE released (version text);
\copy released from program 'ls "$TB_TOP"/src/sql/upgrade | sed -n "s/^tribuna--\(.*\)[.]sql/\1/p"'
CREATE TABLE upgraded (version text, object text, definition text);

-- Start from every earlier version that has a script; a step to this one must exist.
DO $$
DECLARE
	old text;
BEGIN
	FOR old IN SELECT version FROM released LOOP
		DROP EXTENSION tribuna;
		EXECUTE format('CREATE EXTENSION tribuna SCHEMA tribuna VERSION %L', old);
		ALTER EXTENSION tribuna UPDATE;
		INSERT INTO upgraded SELECT old, * FROM owned;
	END LOOP;
END $$;

SELECT version FROM released ORDER BY version COLLATE "C";
SELECT count(*) > 30 AS "owns objects", count(definition) = count(*) AS "all defined",
	bool_or(object LIKE '%tribuna_tsquery%') AS "knows its own"
FROM fresh;
SELECT version, 'only fresh' AS side, object, definition
FROM released CROSS JOIN LATERAL (
	SELECT object, definition FROM fresh
	EXCEPT
	SELECT object, definition FROM upgraded u WHERE u.version = released.version) f
UNION ALL
SELECT version, 'only upgraded', object, definition
FROM upgraded u
WHERE NOT EXISTS (SELECT FROM fresh f WHERE (f.object, f.definition) = (u.object, u.definition))
ORDER BY 1, 3, 2;
SELECT extversion = tribuna.tribuna_version() AS "library and extension agree"
FROM pg_extension WHERE extname = 'tribuna';

\c postgres
DROP DATABASE tribuna_upgrade;
