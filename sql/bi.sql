-- The views and questions of examples/bi on documents of our own: the right
-- answers, plain types, and a comment on every column.
\pset null ~
\set SHOW_CONTEXT never
SET datestyle = ISO, DMY;
\getenv top TB_TOP
\set views :top /examples/bi/views.sql
\set questions :top /examples/bi/questions.sql
CREATE TABLE release (id int PRIMARY KEY, published date, title text, body text);
INSERT INTO release VALUES
  (1, '2024-05-15', 'Школа', 'Аким Атырауской области Серик Шапкенов приехал в Кульсары. «В Атырау откроют школу 1 сентября», – сказал он. «Кульсары ждёт больницу», – отметил Серик Шапкенов.'),
  (2, '2024-05-20', 'Дороги', 'Маулен Ашимбаев встретился с Сериком Шапкеновым. «Дороги в Кульсары построены в 2023 году», – сообщил Маулен Ашимбаев.'),
  (3, '2024-06-01', 'Форум', 'В Астане завершился форум. Маулен Ашимбаев заявил, что в Алматы построят мост.'),
  (4, NULL, 'Пустой', NULL);
SELECT tribuna_enable('release', 'body', 'published', country => 'kz');
\set ECHO none
\i :views
\i :questions
\set ECHO all
SELECT branch, level, place, place_type, documents, mentions FROM bi_place_branches ORDER BY branch COLLATE "C";
SELECT speaker, region, statements, documents FROM bi_speaker_regions ORDER BY speaker COLLATE "C", region COLLATE "C";
SELECT id, n, surface, direction, speaker FROM bi_timeline ORDER BY id, n;
SELECT person, documents, mentions, statements, first_seen, last_seen FROM bi_persons ORDER BY person COLLATE "C";
-- every document once
SELECT count(*), count(DISTINCT id), count(published) FROM bi_documents;

-- no column without a comment, no type that a client cannot read
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, d.description
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
LEFT JOIN pg_description d ON d.objoid = c.oid AND d.objsubid = a.attnum
WHERE c.relname LIKE 'bi\_%' AND c.relkind = 'v'
  AND (d.description IS NULL OR a.atttypid NOT IN ('text'::regtype, 'int4'::regtype, 'date'::regtype, 'bool'::regtype));
SELECT count(*) AS views, count(*) FILTER (WHERE obj_description(oid, 'pg_class') IS NULL) AS without
FROM pg_class WHERE relname LIKE 'bi\_%' AND relkind = 'v';
-- a reader of the views needs no right on anything else
CREATE ROLE tribuna_reader;
GRANT SELECT ON bi_speaker_regions, bi_persons TO tribuna_reader;
SET ROLE tribuna_reader;
SELECT count(*) > 0 AS reads FROM bi_speaker_regions;
SELECT count(*) FROM release_places;
RESET ROLE;
DROP OWNED BY tribuna_reader;
DROP ROLE tribuna_reader;
SELECT tribuna_disable('release');
SET client_min_messages = warning;
SELECT tribuna_disable('release', cascade => true);
DROP TABLE release;
