-- One name in many spellings: ё, Kazakh letters, hyphens and spaces, no-break
-- space, soft hyphen, stress marks, capitals, Latin look-alikes.
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS tribuna;
RESET client_min_messages;
\pset null ·
\pset format unaligned

-- every spelling is the place, and meets the usual one in a search
CREATE TEMP TABLE spelling (id serial, usual text, written text);
INSERT INTO spelling (usual, written) VALUES
  ('город Орёл', 'в Орле'), ('город Орел', 'в городе Орёл'),
  ('Кызылорда', 'в Қызылорде'), ('Кызылорда', 'в Кызыл-Орде'),
  ('область Жетісу', 'в области Жетысу'), ('область Жетысу', 'в области Жетісу'),
  ('Усть-Каменогорск', E'в Усть\u2011Каменогорске'), ('Нур-Султан', E'в Нур-Сул\u00ADтане'),
  ('Алма-Ата', 'в АЛМАТЫ'),
  ('Атырауская область', E'в Атырауской\u00A0области'), ('Астана', E'в Аста\u0301не'),
  ('Астана', E'в Аста\u00ADне'), ('Астана', 'в АСТАНЕ'),
  ('Астана', 'в Aстане'), ('Талдыкорган', 'в Tалдыкоргане'), ('Астана', 'в ACТАНE'),
  ('Россия', 'в PФ'), ('Актобе', 'в Aқтөбе');
SELECT usual, written, place_codes(written) AS codes,
       tribuna_tsvector(written) @@ tribuna_tsquery(usual) AS met,
       to_tsvector('tribuna', written) @@ tribuna_tsquery(usual) AS met_by_parser
FROM spelling ORDER BY id;

-- Latin look-alikes: the surface is what was written, the rest is what was meant
CREATE TEMP TABLE slip AS SELECT text
  'Aким Aлматы Eрболат Досаев и Mаулен Aшимбаев прибыли в Aстану 5 мapта 2024 года. «Cпасибо», – сказал Mаулен Aшимбаев.' AS body;
SELECT surface, start, length, substr(body, start, length) = surface AS same, person
FROM slip, extract_persons(body);
SELECT surface, substr(body, start, length) = surface AS same, title, holder
FROM slip, extract_titles(body);
SELECT surface, substr(body, start, length) = surface AS same, place FROM slip, extract_places(body);
SELECT surface, substr(body, start, length) = surface AS same, edtf FROM slip, extract_dates(body);
SELECT statement, substr(body, start, length) = statement AS same, speaker, speaker_surface
FROM slip, extract_statements(body);
SELECT tribuna_tsvector(body) = to_tsvector('tribuna', body) AS same FROM slip;
SELECT ts_headline('tribuna', body, tribuna_tsquery('Маулен Ашимбаев Астана'), 'StartSel=[, StopSel=], HighlightAll=true')
FROM slip;
SELECT normalize_place('Aстане') AS place, normalize_name('Mауленом Aшимбаевым') AS name,
       normalize_title('aкима Aлматы') AS title, decline('Mаулен Aшимбаев', 'dative') AS dative;

-- at weight A stands the title, though a letter of it grew
SELECT tribuna_tsvector('Алматы и мост', title => 'Aким в Aстане');

-- words in Latin letters alone, and words with letters of no twin, stay
SELECT tribuna_tsvector('Astana Hub, COVID-19 и СOVID, Gазпром');
