-- Users' own terms live in dictionaries of template tribuna_terms: in force in
-- the extension's schema and nowhere else, and never where everybody may write.
\pset format unaligned
\pset null ~

-- in a schema where everybody may create dictionaries terms are ignored
CREATE SCHEMA elsewhere;
GRANT CREATE ON SCHEMA public TO PUBLIC;
CREATE TEXT SEARCH DICTIONARY our_terms (
  TEMPLATE = tribuna_terms,
  places = E'# by-names and a village of ours\nkz/astana/ = Северная Пальмира {f}\nkz/atyrau-region/dossorchik/ settlement = Доссорчик; доссорчинский {a}',
  titles = E'kz/our-fund/chair/ = Распорядитель нашего фонда',
  persons = E'm = Хрюнопуп Иванов',
  holders = E'kz/senate/chair/ = Хрюнопуп Иванов {2031-01-01/}');
SELECT place FROM extract_places('Форум в Северной Пальмире.');
SELECT section, code, in_force, reason FROM tribuna_terms();

-- where not everybody may, they are in force at once
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SELECT dictionary, section, code, names, in_force, reason FROM tribuna_terms();
SELECT surface, place, place_code, place_type, kind, country, region
FROM extract_places('Форум прошёл в Северной Пальмире и Доссорчике, доссорчинские гости довольны.');
SELECT surface, title, office FROM extract_titles('Выступил распорядитель нашего фонда. Распорядителю нашего фонда ответили.');
SELECT person FROM extract_persons('Встреча с Хрюнопупом Ивановым прошла вчера.');
SELECT holder, holder_source FROM extract_titles('Председатель Сената Казахстана открыл заседание.', '2031-05-05', 'kz');
SELECT place_codes('в Северной Пальмире');

-- a change is seen by the next statement, and goes with its transaction
BEGIN;
ALTER TEXT SEARCH DICTIONARY our_terms (places = 'kz/almaty/ = Северная Пальмира {f}');
SELECT place FROM extract_places('Форум в Северной Пальмире.');
ROLLBACK;
SELECT place FROM extract_places('Форум в Северной Пальмире.');

-- a subtransaction that fails takes its change with it
BEGIN;
SAVEPOINT before;
ALTER TEXT SEARCH DICTIONARY our_terms (places = 'kz/almaty/ = Северная Пальмира {f}');
SELECT place FROM extract_places('Форум в Северной Пальмире.');
ROLLBACK TO before;
SELECT place FROM extract_places('Форум в Северной Пальмире.');
DROP TEXT SEARCH DICTIONARY our_terms;
SELECT count(*) FROM extract_places('Форум в Северной Пальмире.') WHERE place = 'Астана';
ROLLBACK;
SELECT place FROM extract_places('Форум в Северной Пальмире.');

-- a prepared plan keeps what it has folded, and computes the rest anew
PREPARE folded AS SELECT place_codes('в Северной Пальмире') AS folded;
PREPARE computed (text) AS SELECT place_codes($1) AS computed;
SET plan_cache_mode = force_generic_plan;
EXECUTE folded;
EXECUTE computed('в Северной Пальмире');
BEGIN;
ALTER TEXT SEARCH DICTIONARY our_terms (places = 'kz/almaty/ = Северная Пальмира {f}');
EXECUTE folded;
EXECUTE computed('в Северной Пальмире');
-- until the plan is made anew
DISCARD PLANS;
EXECUTE folded;
ROLLBACK;
-- and what it has folded in a transaction that is rolled back stays too
EXECUTE folded;
SET plan_cache_mode = force_custom_plan;
EXECUTE folded;
EXECUTE computed('в Северной Пальмире');
RESET plan_cache_mode;
DEALLOCATE ALL;
-- so does a function in PL/pgSQL; what it computes from an argument is new
CREATE FUNCTION constant() RETURNS text[] LANGUAGE plpgsql AS $$ BEGIN RETURN place_codes('в Северной Пальмире'); END $$;
CREATE FUNCTION variable(d text) RETURNS text[] LANGUAGE plpgsql AS $$ BEGIN RETURN place_codes(d); END $$;
SELECT constant(), variable('в Северной Пальмире');
BEGIN;
ALTER TEXT SEARCH DICTIONARY our_terms (places = 'kz/almaty/ = Северная Пальмира {f}');
SELECT variable('в Северной Пальмире');
ROLLBACK;
SELECT constant(), variable('в Северной Пальмире');
DROP FUNCTION constant(), variable(text);

-- quotes and backslashes, wherever they stand
CREATE TEXT SEARCH DICTIONARY quoted (TEMPLATE = tribuna_terms,
  places = E'# it''s \\ a note, places = ''x'', \'\\\'\nkz/astana/ = Град д''Артаньяна\n# \\',
  persons = 'm = Мяутаб О''Хара');
SELECT section, code, names, in_force FROM tribuna_terms() WHERE dictionary LIKE '%quoted';
SELECT surface, place FROM extract_places('Встреча в Граде д''Артаньяна.');
ALTER TEXT SEARCH DICTIONARY quoted (places = '', persons = E'\n');
SELECT count(*) FROM tribuna_terms() WHERE dictionary LIKE '%quoted';
DROP TEXT SEARCH DICTIONARY quoted;

-- a dictionary in another schema is inert, and says so
CREATE TEXT SEARCH DICTIONARY elsewhere.their_terms (
  TEMPLATE = tribuna_terms, places = 'kz/mangystau-region/aktau/ = Приморский Рай');
SELECT count(*) FROM extract_places('Отдых в Приморском Рае.') WHERE place = 'Актау';
SELECT dictionary, in_force, reason FROM tribuna_terms() WHERE section = 'places' ORDER BY dictionary COLLATE "C", code COLLATE "C";

-- a term without effect is a warning, so that old dumps restore
CREATE TEXT SEARCH DICTIONARY doubtful (
  TEMPLATE = tribuna_terms,
  places = E'zz/nowhere/ = Нигде\nkz/astana/ = Астана',
  holders = E'kz/no-such/office/ = Иван Иванов');
SELECT code, in_force, reason FROM tribuna_terms() WHERE dictionary LIKE '%doubtful';

-- wrong syntax and wrong options are errors that say what is right
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, streets = 'x = y');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, places = 'Астана');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, places = E'\nkz/astana = Столица');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, places = 'kz/astana/ town = Столица');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, places = 'kz/astana/ =');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, places = 'kz/astana/ = Столица {big}');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, titles = 'kz/senate/chair/ many = Голова');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, persons = 'Иван Иванов');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_terms, persons = 'x = Иван Иванов');

-- such a dictionary answers no word
SELECT ts_lexize('our_terms', 'Астана');

-- dropped, the terms are gone
DROP TEXT SEARCH DICTIONARY our_terms;
DROP TEXT SEARCH DICTIONARY doubtful;
DROP TEXT SEARCH DICTIONARY elsewhere.their_terms;
DROP SCHEMA elsewhere;
SELECT count(*) FROM extract_places('Форум в Северной Пальмире.') WHERE place = 'Астана';
SELECT count(*) FROM tribuna_terms();
