-- Who may enable which table, with whose rights the facts are kept, row-level
-- security, and attacks by names put in front of the server's own.
\pset null ~
\set SHOW_CONTEXT never
SET client_min_messages = warning;
\set VERBOSITY default
CREATE ROLE tribuna_owner;
CREATE ROLE tribuna_member;
CREATE ROLE tribuna_writer;
CREATE ROLE tribuna_other;
GRANT tribuna_owner TO tribuna_member;
CREATE SCHEMA press AUTHORIZATION tribuna_owner;
GRANT USAGE ON SCHEMA press TO tribuna_writer, tribuna_other;

-- an owner who is no superuser
SET ROLE tribuna_owner;
CREATE TABLE press.release (id int PRIMARY KEY, published date, body text);
INSERT INTO press.release VALUES (1, '2024-05-15', 'Вчера в Алматы.');
SELECT tribuna_enable('press.release', 'body', 'published');
SELECT id, place FROM press.release_places;
GRANT INSERT, UPDATE, DELETE, SELECT ON press.release TO tribuna_writer;

-- a writer needs no right on the facts, and has none
SET ROLE tribuna_writer;
INSERT INTO press.release VALUES (2, '2024-05-15', 'Вчера в Таразе.');
UPDATE press.release SET body = 'В Семее.' WHERE id = 1;
SELECT count(*) FROM press.release_places;
SELECT press.release_tribuna_sync(false, ARRAY[1]);
CREATE TEMP TABLE mine (id int, published date, body text);
CREATE TRIGGER inject AFTER INSERT ON mine REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION press.release_tribuna();
RESET ROLE;
SELECT id, place FROM press.release_places ORDER BY id;

-- strangers
SET ROLE tribuna_other;
SELECT tribuna_disable('press.release');
CALL tribuna_refresh('press.release');
SELECT tribuna_enable('press.release', 'body');
SELECT tribuna_sync('press.release', '{"{1}"}');
SELECT count(*) FROM tribuna_stale('press.release');
SELECT relation FROM tribuna_tables();
RESET ROLE;

-- a member of the owner, and a superuser: what they make belongs to the owner
SELECT tribuna_disable('press.release');
SET ROLE tribuna_member;
SELECT tribuna_enable('press.release', 'body', 'published');
SELECT DISTINCT c.relowner::regrole FROM pg_class c WHERE c.relname LIKE 'release\_%' AND c.relkind IN ('r', 'v');
CALL tribuna_refresh('press.release', everything => true, commits => false);
SELECT tribuna_disable('press.release');
RESET ROLE;
SELECT tribuna_enable('press.release', 'body', 'published');
SELECT DISTINCT c.relowner::regrole FROM pg_class c WHERE c.relname LIKE 'release\_%' AND c.relkind IN ('r', 'v')
UNION SELECT DISTINCT p.proowner::regrole FROM pg_proc p WHERE p.proname LIKE 'release\_%';
SET ROLE tribuna_writer;
INSERT INTO press.release VALUES (3, '2024-05-15', 'Вчера в Актау.');
RESET ROLE;
SELECT id, place FROM press.release_places ORDER BY id;

-- shadows: operators, functions and types in front of the path
CREATE SCHEMA shadow;
CREATE FUNCTION shadow.caught() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'caught as %', current_user; END $$;
CREATE FUNCTION shadow.eq(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT shadow.caught()';
CREATE FUNCTION shadow.txteq(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT shadow.caught()';
CREATE FUNCTION shadow.plus(int, int) RETURNS int LANGUAGE sql AS 'SELECT shadow.caught()::int';
CREATE OPERATOR shadow.= (LEFTARG = int, RIGHTARG = int, FUNCTION = shadow.eq);
CREATE OPERATOR shadow.<> (LEFTARG = int, RIGHTARG = int, FUNCTION = shadow.eq);
CREATE OPERATOR shadow.< (LEFTARG = int, RIGHTARG = int, FUNCTION = shadow.eq);
CREATE OPERATOR shadow.= (LEFTARG = text, RIGHTARG = text, FUNCTION = shadow.txteq);
CREATE OPERATOR shadow.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = shadow.txteq);
CREATE OPERATOR shadow.+ (LEFTARG = int, RIGHTARG = int, FUNCTION = shadow.plus);
CREATE FUNCTION shadow.format(text, VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT shadow.caught()::text';
CREATE FUNCTION shadow.quote_ident(text) RETURNS text LANGUAGE sql AS 'SELECT shadow.caught()::text';
CREATE FUNCTION shadow.count(int) RETURNS int LANGUAGE sql AS 'SELECT shadow.caught()::int';
CREATE FUNCTION shadow.array_agg(int) RETURNS int LANGUAGE sql AS 'SELECT shadow.caught()::int';
CREATE FUNCTION shadow.extract_facts(text, date, text) RETURNS int LANGUAGE sql AS 'SELECT shadow.caught()::int';
CREATE FUNCTION shadow.tribuna_lexicon_version() RETURNS text LANGUAGE sql AS 'SELECT shadow.caught()::text';
CREATE FUNCTION shadow.release_tribuna_sync(boolean, int[]) RETURNS int LANGUAGE sql AS 'SELECT shadow.caught()::int';
GRANT USAGE ON SCHEMA shadow TO PUBLIC;
SELECT tribuna_disable('press.release');
SET search_path = shadow, pg_catalog, public;
SELECT 1 = 1;
SELECT tribuna_enable('press.release', 'body', 'published', country => 'kz') OPERATOR(pg_catalog.>) 0 AS enabled;
INSERT INTO press.release VALUES (4, '2024-05-15', 'Вчера в Актау.');
UPDATE press.release SET body = 'В Павлодаре.' WHERE id OPERATOR(pg_catalog.=) 4;
UPDATE press.release SET id = 5 WHERE id OPERATOR(pg_catalog.=) 4;
DELETE FROM press.release WHERE id OPERATOR(pg_catalog.=) 3;
CALL tribuna_refresh('press.release', 1, everything => true);
SELECT relation FROM tribuna_tables();
SELECT tribuna_disable('press.release');
CREATE TABLE shadow.parted (id int PRIMARY KEY, body text) PARTITION BY RANGE (id);
CREATE TABLE shadow.parted_1 PARTITION OF shadow.parted FOR VALUES FROM (1) TO (100);
SELECT tribuna_enable('shadow.parted', 'body');
INSERT INTO shadow.parted_1 VALUES (1, 'В Алматы.');
UPDATE shadow.parted SET id = 2, body = 'В Таразе.';
SELECT id, place FROM shadow.parted_places;
DELETE FROM shadow.parted;
SELECT tribuna_disable('shadow.parted');
RESET search_path;
SET client_min_messages = error;
DROP SCHEMA shadow CASCADE;
SET client_min_messages = warning;

-- a forged trigger: a table that claims the facts of somebody else's, or functions of its own
SELECT tribuna_enable('press.release', 'body', 'published');
GRANT CREATE ON SCHEMA press TO tribuna_other;
SET ROLE tribuna_other;
CREATE TABLE press.forged (id int PRIMARY KEY, body text);
CREATE FUNCTION press.release2_tribuna() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tribuna_truncate AFTER TRUNCATE ON press.forged FOR EACH STATEMENT
  EXECUTE FUNCTION press.release2_tribuna('body=body', 'key=id', 'prefix=release');
RESET ROLE;
SELECT relation, prefix FROM tribuna_tables();
SET ROLE tribuna_other;
DROP TRIGGER tribuna_truncate ON press.forged;
CREATE FUNCTION press.forged_tribuna() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE FUNCTION press.forged_tribuna_stale(int, boolean, OUT int, OUT int, OUT text[]) RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'forged code runs as %', current_user; END $$;
CREATE FUNCTION press.forged_tribuna_sync(boolean, int[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN RAISE EXCEPTION 'forged code runs as %', current_user; END $$;
CREATE TRIGGER tribuna_truncate AFTER TRUNCATE ON press.forged FOR EACH STATEMENT
  EXECUTE FUNCTION press.forged_tribuna('body=body', 'key=id', 'prefix=forged');
RESET ROLE;
CALL tribuna_refresh('press.forged');
ALTER FUNCTION press.forged_tribuna_stale(int, boolean) SECURITY DEFINER;
CALL tribuna_refresh('press.forged');
SELECT tribuna_disable('press.forged');
DROP TABLE press.forged;

-- a new owner of the table alone
ALTER TABLE press.release OWNER TO tribuna_other;
SET ROLE tribuna_other;
SELECT tribuna_disable('press.release');
RESET ROLE;
ALTER TABLE press.release OWNER TO tribuna_owner;
SELECT tribuna_disable('press.release');

-- an owner who may not use the extension's schema
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
SELECT tribuna_enable('press.release', 'body', 'published');
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- row-level security
SET ROLE tribuna_owner;
ALTER TABLE press.release ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON press.release USING (id <> 2);
SELECT tribuna_enable('press.release', 'body');
SELECT tribuna_enable('press.release', 'body', force => true);
GRANT SELECT ON press.release_places TO tribuna_writer;
SELECT count(*) > 0 AS owner_sees FROM press.release_places;
SET ROLE tribuna_writer;
SELECT count(*) AS writer_sees FROM press.release_places;
INSERT INTO press.release VALUES (6, NULL, 'В Актобе.');
SET ROLE tribuna_owner;
SELECT place FROM press.release_places WHERE id = 6;
SELECT tribuna_disable('press.release');
ALTER TABLE press.release FORCE ROW LEVEL SECURITY;
SELECT tribuna_enable('press.release', 'body', force => true);
RESET ROLE;
DROP TABLE press.release;
-- without the extension no trigger is left that could fail
CREATE TABLE press.later (id int PRIMARY KEY, body text);
SELECT tribuna_enable('press.later', 'body');
BEGIN;
DROP EXTENSION tribuna;
ROLLBACK;
BEGIN;
SET LOCAL client_min_messages = error;
DROP EXTENSION tribuna CASCADE;
INSERT INTO press.later VALUES (1, 'В Алматы.');
SELECT tgname FROM pg_trigger WHERE tgrelid = 'press.later'::regclass;
ROLLBACK;
DROP SCHEMA press CASCADE;
DROP OWNED BY tribuna_owner, tribuna_other, tribuna_writer, tribuna_member;
DROP ROLE tribuna_owner, tribuna_member, tribuna_writer, tribuna_other;
