-- What tribuna does, on the sample documents.  Run by "make demo"; in a
-- database of your own: psql -f examples/demo.sql from the top folder.
\set QUIET on
\set ON_ERROR_STOP on
\pset footer off
\pset null '·'
\pset linestyle unicode
\pset border 1
\pset format wrapped
\pset columns 120
SET client_min_messages = warning;

CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
SELECT current_database() AS db \gset
ALTER DATABASE :"db" SET search_path = public, tribuna;
SET search_path = public, tribuna;

CREATE TABLE release (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file text,
  source text,
  published date,
  title text,
  body text,
  search tsvector GENERATED ALWAYS AS
    (tribuna.tribuna_tsvector(body, published, NULL, title)) STORED
);
\copy release (file, source, published, title, body) from program 'sh tool/samples.sh'
CREATE INDEX ON release USING gin (search);
ANALYZE release;

\echo '── «Глава государства» finds the President, by office and by name, in any case ──'
SELECT r.id, left(r.title, 40) || ' …' AS title,
       array_to_string(hits.surfaces, ' · ') AS "what the text says"
FROM release r,
LATERAL (
  SELECT (array_agg(DISTINCT t.surface))[1:3] AS surfaces
  FROM extract_titles(r.body, r.published) t
  WHERE t.office LIKE '%/president/'
) hits
WHERE r.search @@ tribuna_tsquery('Глава государства')
ORDER BY ts_rank(r.search, tribuna_tsquery('Глава государства')) DESC, r.id
LIMIT 8;

\echo '── «Астана» finds «Нур-Султане» ──'
SELECT r.id, r.published, left(r.title, 40) || ' …' AS title,
       array_to_string(hits.surfaces, ' · ') AS "what the text says"
FROM release r,
LATERAL (
  SELECT (array_agg(DISTINCT p.surface))[1:3] AS surfaces
  FROM extract_places(r.body) p
  WHERE p.place = 'Астана'
) hits
WHERE r.search @@ tribuna_tsquery('Астана')
ORDER BY r.published, r.id
LIMIT 8;

\echo '── Excerpts, highlighted: «спикер Сената» ──'
\pset format unaligned
\pset tuples_only on
SELECT format(E'%s. %s\n   %s\n', r.id, left(r.title, 70),
         regexp_replace(
           ts_headline('tribuna.tribuna', r.body, tribuna_tsquery('спикер Сената'),
                       'StartSel=【, StopSel=】, MaxFragments=2, MaxWords=18, MinWords=8, FragmentDelimiter=" … "'),
           '\s+', ' ', 'g'))
FROM release r
WHERE r.search @@ tribuna_tsquery('спикер Сената')
ORDER BY ts_rank(r.search, tribuna_tsquery('спикер Сената')) DESC, r.id
LIMIT 2;
\pset tuples_only off
\pset format wrapped

\echo '── The dates of one release, published 24 December 2022 ──'
SELECT d.surface, d.date_from, d.date_to, d.granularity, d.kind, d.modifier, d.edtf
FROM release r, LATERAL extract_dates(r.body, r.published) d
WHERE r.file LIKE '01-%'
ORDER BY d.start;

\echo '── Its statements, and who made them ──'
SELECT s.kind, s.speaker, left(s.title, 22) AS title, left(s.speaker_surface, 18) AS "at the cue",
       CASE WHEN length(s.statement) > 34 THEN left(s.statement, 32) || ' …'
            ELSE s.statement END AS statement
FROM release r, LATERAL extract_statements(r.body, r.published) s
WHERE r.file LIKE '01-%'
ORDER BY s.start;

\echo '── Who speaks most, over all documents ──'
SELECT s.speaker, left(max(s.title), 44) AS title, sum(s.statements) AS statements,
       sum(s.direct) AS direct, count(*) AS documents
FROM release r, LATERAL extract_speakers(r.body, r.published) s
WHERE s.speaker_type = 'person'
GROUP BY s.speaker
ORDER BY statements DESC, s.speaker COLLATE "C"
LIMIT 10;

\echo '── One name at a time ──'
SELECT normalize_name('Мауленом Ашимбаевым') AS name,
       normalize_place('Атырауской области') AS place,
       normalize_title('спикера Сената') AS title,
       decline('Маулен Ашимбаев', 'dative') AS "to whom";
