-- A dictionary of terms is made from queries and tables, quoted as it must be,
-- with no more rights than the caller has; errors name the entry.
\pset format unaligned
\pset null ~
\set SHOW_CONTEXT never

CREATE TABLE our_places (code text, type text, name text, adjective text);
INSERT INTO our_places VALUES
  ('kz/atyrau-region/dossorchik/', 'settlement', 'Доссорчик', 'доссорчинский'),
  ('kz/atyrau-region/oneil/', 'settlement', 'О''Нил-сай \ Тест', NULL),
  ('kz/astana/', NULL, E'Северная\n Пальмира', NULL);
CREATE TABLE staff (full_name text, sex char(1), since date);
INSERT INTO staff VALUES ('Хрюнопуп Иванов', 'm', '2024-01-15'), ('Мяулета Петрова', 'f', '2025-01-01');

-- from a table, from queries, with arrays, hints and dates; without a section
SELECT tribuna_create_terms('built', places => 'our_places',
  titles => $$SELECT 'kz/our-fund/chair/' AS code, ARRAY['Распорядитель нашего фонда', 'глава фонда "Мяу"'] AS name;$$,
  persons => 'SELECT sex AS gender, full_name AS name FROM staff ORDER BY full_name',
  holders => $$SELECT 'kz/our-fund/chair/' AS code, full_name AS name, since AS valid_from FROM staff ORDER BY since$$);
SELECT dictionary, section, code, names, in_force, reason FROM tribuna_terms();
SELECT surface, place_code, kind FROM extract_places('Из Доссорчика в Северную Пальмиру, доссорчинские гости.');
SELECT surface, office, holder FROM extract_titles('Выступила глава фонда «Мяу».', '2025-05-05', 'kz');
SELECT surface, office, holder FROM extract_titles('Выступил распорядитель нашего фонда.', '2024-05-05', 'kz');

-- a second time only when it may replace; what is not given is emptied
SELECT tribuna_create_terms('built', places => 'our_places');
SELECT tribuna_create_terms('built', replace => true,
  places => 'VALUES (''x'')');
SELECT tribuna_create_terms('built', replace => true,
  places => 'SELECT code, name, array[''гемеля''] AS adjective FROM (VALUES (''kz/astana/'', ''Столица Степи'')) AS v (code, name)');
SELECT section, code, names FROM tribuna_terms();
SELECT tribuna_create_terms('Strange "name"', titles => 'SELECT ''kz/a/b/'' AS code, ''class'' AS kind, ''пилот поезда'' AS name, ''m'' AS hints');
SELECT dictionary, code, names FROM tribuna_terms() WHERE section = 'titles';

-- errors name the entry
SELECT tribuna_create_terms('bad', places => 'SELECT ''kz/x/'' AS code, ''Один; два'' AS name');
SELECT tribuna_create_terms('bad', places => 'SELECT ''kz/x/'' AS code, NULL AS name');
SELECT tribuna_create_terms('bad', places => 'SELECT NULL AS code, ''Один'' AS name');
SELECT tribuna_create_terms('bad', places => 'SELECT ''kz/x/'' AS code, ''Один'' AS name, 1 AS extra');
SELECT tribuna_create_terms('bad', places => 'SELECT ''kz/x'' AS code, ''Один'' AS name');
SELECT tribuna_create_terms('bad', titles => E'SELECT E''kz/x/\nkz/president/ = Я'' AS code, ''Один'' AS name');
SELECT tribuna_create_terms('bad', persons => 'SELECT ''x'' AS gender, ''Иван'' AS name');
SELECT tribuna_create_terms('bad', holders => 'SELECT ''kz/senate/chair/'' AS code, ''Иван'' AS name, ''весна'' AS valid_from');
SELECT tribuna_create_terms('bad', titles => 'no_such_table');
SELECT tribuna_create_terms(NULL);

-- the rights are the caller's: of the schema, and of the tables
CREATE ROLE regress_tribuna_reader;
SET ROLE regress_tribuna_reader;
SELECT tribuna_create_terms('theirs', titles => 'SELECT ''kz/a/b/'' AS code, ''Я'' AS name');
RESET ROLE;
GRANT CREATE ON SCHEMA public TO regress_tribuna_reader;
SET ROLE regress_tribuna_reader;
SELECT tribuna_create_terms('theirs', places => 'our_places');
SELECT tribuna_create_terms('theirs', titles => 'SELECT ''kz/mountain/owner/'' AS code, ''Хозяин горы'' AS name');
SELECT tribuna_create_terms('built', titles => 'SELECT ''kz/a/b/'' AS code, ''Я'' AS name', replace => true);
RESET ROLE;
SELECT normalize_title('хозяином горы');
DROP TEXT SEARCH DICTIONARY theirs;
REVOKE CREATE ON SCHEMA public FROM regress_tribuna_reader;
DROP ROLE regress_tribuna_reader;

DROP TEXT SEARCH DICTIONARY built;
DROP TEXT SEARCH DICTIONARY "Strange ""name""";
SELECT count(*) FROM tribuna_terms();
