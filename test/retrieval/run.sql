-- Run by run.sh, in an empty database and in a folder that holds load.sql and queries.tsv.
\set QUIET on
\pset pager off
\pset footer off
SET client_min_messages = warning;
CREATE EXTENSION tribuna;

CREATE TABLE doc (name text PRIMARY KEY, body text NOT NULL, search tsvector);
\i load.sql
UPDATE doc SET search = tribuna_tsvector(body);

CREATE TABLE query (id int PRIMARY KEY, query text NOT NULL, kind text, relevant text, note text);
\copy query FROM queries.tsv WITH (FORMAT csv, DELIMITER E'\t', QUOTE E'\b', HEADER)

-- what is right: one row a judged document; optional ones count on neither side
CREATE TABLE judged AS
  SELECT id, ltrim(name, '?') AS name, name LIKE '?%' AS optional
  FROM query, unnest(string_to_array(relevant, ',')) AS name WHERE relevant <> '-';
DO $$
BEGIN
  IF EXISTS (SELECT FROM judged WHERE name NOT IN (SELECT name FROM doc)) THEN
    RAISE EXCEPTION 'queries.tsv names a document that does not exist';
  END IF;
END $$;

-- lower() leaves Cyrillic alone under LC_CTYPE=C
CREATE FUNCTION small(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(lower($1), 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҚӨЖІҰҮҒҢӘҺ',
                              'абвгдеёжзийклмнопрстуфхцчшщъыьэюяқөжіұүғңәһ') $$;

CREATE TABLE run (run text, id int, query text, q tsquery);
INSERT INTO run
  SELECT 'as written', id, query, tribuna_tsquery(query) FROM query
  UNION ALL
  SELECT 'lower case', id, small(query), tribuna_tsquery(small(query)) FROM query;

CREATE TABLE verdict AS
  SELECT run, id, name, CASE WHEN optional THEN 'optional'
                             WHEN found AND wanted THEN 'hit'
                             WHEN found THEN 'false'
                             WHEN wanted THEN 'miss' END AS verdict
  FROM (SELECT r.run, r.id, d.name, d.search @@ r.q AS found,
               j.name IS NOT NULL AS wanted, coalesce(j.optional, false) AS optional
        FROM run r CROSS JOIN doc d LEFT JOIN judged j ON j.id = r.id AND j.name = d.name) v
  WHERE found OR wanted;

CREATE VIEW per_query AS
  SELECT r.run, r.id, r.query, q.kind, q.note,
         count(*) FILTER (WHERE verdict = 'hit') AS hit,
         count(*) FILTER (WHERE verdict = 'miss') AS miss,
         count(*) FILTER (WHERE verdict = 'false') AS wrong,
         string_agg(v.name, ' ' ORDER BY v.name) FILTER (WHERE verdict = 'miss') AS missed,
         string_agg(v.name, ' ' ORDER BY v.name) FILTER (WHERE verdict = 'false') AS wrongly
  FROM run r JOIN query q USING (id) LEFT JOIN verdict v ON v.run = r.run AND v.id = r.id
  GROUP BY r.run, r.id, r.query, q.kind, q.note;

-- macro recall: over queries that have an answer; macro precision: over queries that found
-- something, and over those that rightly found nothing
CREATE VIEW figures AS
  SELECT run, grouping(kind) AS total, kind, count(*) AS queries,
         count(*) FILTER (WHERE miss = 0 AND wrong = 0) AS perfect,
         sum(hit) AS hits, sum(miss) AS misses, sum(wrong) AS false_hits,
         round(sum(hit) / nullif(sum(hit + miss), 0), 4) AS recall,
         round(sum(hit) / nullif(sum(hit + wrong), 0), 4) AS precision,
         round(avg(hit::numeric / nullif(hit + miss, 0)), 4) AS macro_recall,
         round(avg(CASE WHEN hit + wrong > 0 THEN hit::numeric / (hit + wrong)
                        WHEN miss = 0 THEN 1 END), 4) AS macro_precision
  FROM per_query GROUP BY GROUPING SETS ((run, kind), (run));

\pset tuples_only on
SELECT 'lexicon ' || tribuna_lexicon_version();
\pset tuples_only off

\echo 'Misses and false hits, as written'
SELECT id, query, kind, missed, wrongly AS false_hits FROM per_query
WHERE run = 'as written' AND miss + wrong > 0 ORDER BY id;

\echo 'Lower case: only where it differs'
SELECT l.id, l.query, l.kind, l.missed, l.wrongly AS false_hits FROM per_query l
JOIN per_query w ON w.id = l.id AND w.run = 'as written'
WHERE l.run = 'lower case'
  AND (l.missed, l.wrongly) IS DISTINCT FROM (w.missed, w.wrongly) ORDER BY l.id;

\echo 'By kind'
SELECT run, kind, queries, perfect, misses, false_hits, recall, precision
FROM figures WHERE total = 0 AND misses + false_hits > 0 ORDER BY run, kind;

\echo 'All'
SELECT run, queries, perfect, hits, misses, false_hits, recall, precision,
       macro_recall, macro_precision, (SELECT count(*) FROM doc) AS documents
FROM figures WHERE total = 1 ORDER BY run;

\pset tuples_only on
\pset format unaligned
SELECT 'UNDER THE BAR of ' || :bar || ': ' || run FROM figures
WHERE total = 1 AND least(recall, precision, macro_recall, macro_precision) < :bar;
