-- tribuna_enable with odd names, composite keys and keys of odd types, days in
-- timestamps, long names; and what it says to those who give the wrong thing.
\pset null ~
\set SHOW_CONTEXT never
SET datestyle = ISO, DMY;
SET timezone = 'UTC';
CREATE SCHEMA "Архив ""2024""";
CREATE TABLE "Архив ""2024"""."Пресс релизы" (
  "Номер 'записи'" text COLLATE "C", "start" int, "Дата" timestamptz, "Текст=%s$code$" varchar(500), "страна" char(2),
  PRIMARY KEY ("Номер 'записи'", "start"));
INSERT INTO "Архив ""2024"""."Пресс релизы" VALUES
  ('а"1', 1, '2024-05-15 20:30+00', 'Вчера в Алматы прошёл форум.', 'kz'),
  ('а,{2', 2, '2024-05-15 02:00+00', 'Вчера в Алматы прошёл форум.', 'kz');
SELECT tribuna_enable('"Архив ""2024"""."Пресс релизы"', 'Текст=%s$code$', 'Дата');
SELECT tribuna_enable('"Архив ""2024"""."Пресс релизы"', 'Текст=%s$code$', 'Дата', timezone => 'Азия');
SELECT tribuna_enable('"Архив ""2024"""."Пресс релизы"', 'Текст=%s$code$', 'Дата',
                      timezone => 'Asia/Almaty', country => 'страна', search => 'Поиск "и"');
SELECT * FROM tribuna_tables();
-- the second is of the 15th in Almaty, the first of the 16th
SELECT "Номер 'записи'", document_start, surface, date_from
FROM "Архив ""2024"""."Пресс релизы_dates" ORDER BY 1;
INSERT INTO "Архив ""2024"""."Пресс релизы" VALUES ('б\3', 3, NULL, 'В Таразе.');
UPDATE "Архив ""2024"""."Пресс релизы" SET "start" = "start" + 1;
UPDATE "Архив ""2024"""."Пресс релизы" SET "Номер 'записи'" = 'в' WHERE "start" = 2;
SELECT "Номер 'записи'", document_start, place FROM "Архив ""2024"""."Пресс релизы_places" ORDER BY 2;
SELECT "start" FROM "Архив ""2024"""."Пресс релизы" WHERE "Поиск ""и""" @@ tribuna_tsquery('Тараз');
CALL tribuna_refresh('"Архив ""2024"""."Пресс релизы"', 2, everything => true);
SELECT "Номер 'записи'", document_start, place FROM "Архив ""2024"""."Пресс релизы_places" ORDER BY 2;
SELECT tribuna_disable('"Архив ""2024"""."Пресс релизы"');
SELECT count(*) FROM pg_class WHERE relnamespace = '"Архив ""2024"""'::regnamespace AND relkind IN ('r', 'v');
DROP SCHEMA "Архив ""2024""" CASCADE;

-- a name that leaves no room for endings; a prefix of one's own; a second table beside
CREATE TABLE "Сообщения пресс-службы области" (id uuid PRIMARY KEY, body text, "day" timestamp);
INSERT INTO "Сообщения пресс-службы области" VALUES ('00000000-0000-0000-0000-000000000001', 'Вчера в Алматы.', '2024-05-15 23:59');
SELECT tribuna_enable('"Сообщения пресс-службы области"', 'body', 'day');
SELECT schema, prefix FROM tribuna_tables();
SELECT id, date_from FROM "Сообщения пресс-службы обл_dates";
SELECT tribuna_disable('"Сообщения пресс-службы области"');
SELECT tribuna_enable('"Сообщения пресс-службы области"', 'body', prefix => 'm');
SELECT place FROM m_places;
CREATE TABLE other (id int PRIMARY KEY, body text);
SELECT tribuna_enable('other', 'body', prefix => 'm');
SELECT tribuna_enable('other', 'body');
SELECT relation, prefix FROM tribuna_tables();
INSERT INTO other VALUES (1, 'В Таразе.');
SELECT (SELECT count(*) FROM m_places) AS m, (SELECT count(*) FROM other_places) AS other;
SELECT tribuna_disable('other'), tribuna_disable('"Сообщения пресс-службы области"');
DROP TABLE other, "Сообщения пресс-службы области";

-- the key: a column of a unique index, or a unique index by name; a domain, an unlogged table
CREATE DOMAIN code AS text CHECK (VALUE <> '');
CREATE UNLOGGED TABLE note (id int, code code NOT NULL, part date NOT NULL, body text, search text,
  UNIQUE (code), CONSTRAINT note_both UNIQUE (part, code));
INSERT INTO note VALUES (1, 'a', '2024-01-01', 'В Алматы.'), (2, 'b', '2024-01-01', 'В Таразе.');
SELECT tribuna_enable('note', 'body');
SELECT tribuna_enable('note', 'body', key => 'id');
SELECT tribuna_enable('note', 'body', key => 'nothing');
SELECT tribuna_enable('note', 'body', key => 'code');
SELECT tribuna_enable('note', 'body', key => 'code', search => 'vector');
SELECT code, place FROM note_places ORDER BY 1;
SELECT relpersistence FROM pg_class WHERE relname = 'note_places';
SELECT tribuna_disable('note');
SELECT tribuna_enable('note', 'body', key => 'note_both', search => NULL);
SELECT part, code, place FROM note_places ORDER BY 2;
SELECT tribuna_disable('note');
ALTER TABLE note ALTER code DROP NOT NULL;
SELECT tribuna_enable('note', 'body', key => 'code', search => NULL);
ALTER TABLE note DROP CONSTRAINT note_code_key, ADD CONSTRAINT note_code_key UNIQUE (code) DEFERRABLE;
SELECT tribuna_enable('note', 'body', key => 'code', search => NULL);

-- a search column that is there is kept
ALTER TABLE note DROP search, ADD search tsvector, ADD PRIMARY KEY (id);
SELECT tribuna_enable('note', 'body');
SELECT tribuna_disable('note');
SELECT count(*) FROM pg_attribute WHERE attrelid = 'note'::regclass AND attname = 'search';

-- wrong columns
SELECT tribuna_enable('note', 'bodi');
SELECT tribuna_enable('note', 'part');
SELECT tribuna_enable('note', NULL);
SELECT tribuna_enable('note', 'body', title => 'head');
SELECT tribuna_enable('note', 'body', 'code');
SELECT tribuna_enable('note', 'body', country => 'kazakhstan');
SELECT tribuna_enable('note', 'body', country => 'KZ');
INSERT INTO note VALUES (3, 'c', '2024-01-01', 'Глава государства прибыл.');
SELECT id, office FROM note_titles;
SELECT tribuna_disable('note');
SELECT tribuna_enable('nowhere', 'body');
SELECT tribuna_enable(NULL, 'body');
SELECT tribuna_enable('note_both', 'body');
CREATE VIEW seen AS TABLE note;
SELECT tribuna_enable('seen', 'body');
CREATE TEMP TABLE passing (id int PRIMARY KEY, body text);
SELECT tribuna_enable('passing', 'body');
CREATE TABLE child () INHERITS (note);
SELECT tribuna_enable('note', 'body');
DROP TABLE note CASCADE;
DROP DOMAIN code;
