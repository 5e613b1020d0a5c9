-- Proves that the owner of a database, no superuser, can create, use, upgrade and drop the extension,
-- in a schema of its own, and that somebody without CREATE on the database cannot.
\set VERBOSITY terse
SET client_min_messages = warning;
DROP DATABASE IF EXISTS tribuna_trusted;
DROP ROLE IF EXISTS tribuna_owner, tribuna_guest;
CREATE ROLE tribuna_owner;
CREATE ROLE tribuna_guest;
CREATE DATABASE tribuna_trusted OWNER tribuna_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
\c tribuna_trusted
SET SESSION AUTHORIZATION tribuna_guest;
CREATE EXTENSION tribuna;

SET SESSION AUTHORIZATION tribuna_owner;
SELECT rolsuper FROM pg_roles WHERE rolname = current_user;
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna VERSION '0.1.0';
ALTER EXTENSION tribuna UPDATE;
SELECT extversion = tribuna.tribuna_version() AS upgraded FROM pg_extension WHERE extname = 'tribuna';
DROP EXTENSION tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
SELECT extowner::regrole FROM pg_extension WHERE extname = 'tribuna';

-- Use: a stored column, an index, a dictionary of terms in the schema that is the owner's.
SET search_path = public, tribuna;
CREATE TABLE tribuna.doc (
	body text,
	search tsvector GENERATED ALWAYS AS (tribuna.tribuna_tsvector(body)) STORED);
CREATE INDEX ON tribuna.doc USING gin (search);
INSERT INTO tribuna.doc VALUES ('Аким Атырауской области прибыл в Астану.');
SELECT count(*) FROM tribuna.doc WHERE search @@ tribuna_tsquery('Атырауская область');
CREATE TEXT SEARCH DICTIONARY tribuna.our_terms (
	TEMPLATE = tribuna.tribuna_terms, persons = 'm = Хрюнопуп Иванов');
SELECT names, in_force FROM tribuna_terms();
DROP TEXT SEARCH DICTIONARY tribuna.our_terms;
DROP TABLE tribuna.doc;
DROP EXTENSION tribuna;

RESET SESSION AUTHORIZATION;
\c postgres
DROP DATABASE tribuna_trusted;
DROP ROLE tribuna_owner, tribuna_guest;
