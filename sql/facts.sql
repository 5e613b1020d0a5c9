-- extract_facts gives in one shape, from one scan, what the extract functions
-- give, and says of each mention which statement it stands in.
SET client_min_messages = warning;
SET datestyle = ISO, DMY;
CREATE TEMP TABLE sample (file text, source text, published date, title text, body text);
\copy sample from program 'sh "$TB_TOP"/tool/samples.sh'

CREATE TEMP TABLE fact AS
SELECT s.file, f.* FROM sample s, extract_facts(s.body, s.published) f;

-- layer by layer the same rows
SELECT 'dates' AS layer, count(*) > 50 AS some, count(*) FILTER (WHERE f.n IS NULL) AS missing
FROM (SELECT file, d.* FROM sample,
      LATERAL (SELECT x.*, row_number() OVER ()::int AS n FROM extract_dates(body, published) x) d) r
LEFT JOIN fact f ON f.layer = 'dates' AND f.file = r.file AND f.n = r.n
  AND (f.surface, f.start, f.length, f.granularity, f.kind) = (r.surface, r.start, r.length, r.granularity, r.kind)
  AND (f.date_from, f.date_to, f.modifier, f.edtf) IS NOT DISTINCT FROM (r.date_from, r.date_to, r.modifier, r.edtf)
UNION ALL
SELECT 'places', count(*) > 50, count(*) FILTER (WHERE f.n IS NULL)
FROM (SELECT file, p.* FROM sample,
      LATERAL (SELECT x.*, row_number() OVER ()::int AS n FROM extract_places(body) x) p) r
LEFT JOIN fact f ON f.layer = 'places' AND f.file = r.file AND f.n = r.n
  AND (f.surface, f.start, f.length, f.place, f.kind) = (r.surface, r.start, r.length, r.place, r.kind)
  AND (f.place_code, f.place_type, f.country, f.region, f.official_code)
      IS NOT DISTINCT FROM (r.place_code, r.place_type, r.country, r.region, r.official_code)
UNION ALL
SELECT 'titles', count(*) > 50, count(*) FILTER (WHERE f.n IS NULL)
FROM (SELECT file, t.* FROM sample,
      LATERAL (SELECT x.*, row_number() OVER ()::int AS n FROM extract_titles(body, published) x) t) r
LEFT JOIN fact f ON f.layer = 'titles' AND f.file = r.file AND f.n = r.n
  AND (f.surface, f.start, f.length, f.title) = (r.surface, r.start, r.length, r.title)
  AND (f.office, f.holder, f.holder_source) IS NOT DISTINCT FROM (r.office, r.holder, r.holder_source)
UNION ALL
SELECT 'persons', count(*) > 50, count(*) FILTER (WHERE f.n IS NULL)
FROM (SELECT file, p.* FROM sample,
      LATERAL (SELECT x.*, row_number() OVER ()::int AS n FROM extract_persons(body) x) p) r
LEFT JOIN fact f ON f.layer = 'persons' AND f.file = r.file AND f.n = r.n
  AND (f.surface, f.start, f.length, f.person, f.person_id) = (r.surface, r.start, r.length, r.person, r.person_id)
  AND (f.surname, f.given_name, f.patronymic) IS NOT DISTINCT FROM (r.surname, r.given_name, r.patronymic)
UNION ALL
SELECT 'statements', count(*) > 50, count(*) FILTER (WHERE f.n IS NULL)
FROM (SELECT file, s.* FROM sample,
      LATERAL (SELECT x.*, row_number() OVER ()::int AS n FROM extract_statements(body, published) x) s) r
LEFT JOIN fact f ON f.layer = 'statements' AND f.file = r.file AND f.n = r.n
  AND (f.statement, f.start, f.length, f.kind, f.form) = (r.statement, r.start, r.length, r.kind, r.form)
  AND (f.speaker, f.speaker_id, f.speaker_type, f.title, f.office, f.speaker_surface, f.cue, f.resolved_by)
      IS NOT DISTINCT FROM (r.speaker, r.speaker_id, r.speaker_type, r.title, r.office, r.speaker_surface, r.cue, r.resolved_by);

-- no rows but those
SELECT layer COLLATE "C" AS layer, count(*) = count(DISTINCT (file, n)) AS numbered,
       bool_and(CASE WHEN layer IN ('dates', 'places', 'titles', 'persons') THEN surface IS NOT NULL ELSE surface IS NULL END) AS surfaces
FROM fact GROUP BY layer ORDER BY 1;
SELECT count(*) = (SELECT count(*) FROM sample) AS one_a_document,
       bool_and(f.length = char_length(s.body)) AS lengths,
       bool_and(f.date_from IS NOT DISTINCT FROM coalesce(s.published, document_date(s.body))) AS days
FROM fact f JOIN sample s USING (file) WHERE f.layer = 'documents';

-- in_statement is the innermost statement of those whose pieces hold the mention
WITH around AS (
  SELECT f.file, f.layer, f.n, f.in_statement, s.n AS statement,
         row_number() OVER (PARTITION BY f.file, f.layer, f.n
                            ORDER BY (SELECT max(upper(r) - lower(r)) FROM unnest(s.segments) r
                                      WHERE r @> int4range(f.start, f.start + f.length)), s.n DESC) AS nth
  FROM fact f
  LEFT JOIN (SELECT file, st.* FROM sample,
      LATERAL (SELECT x.*, row_number() OVER ()::int AS n FROM extract_statements(body, published) x) st) s
    ON s.file = f.file AND s.segments @> int4range(f.start, f.start + f.length)
  WHERE f.layer NOT IN ('documents', 'statements'))
SELECT count(*) > 500 AS some, count(in_statement) > 100 AS inside,
       count(*) FILTER (WHERE in_statement IS DISTINCT FROM statement) AS wrong
FROM around WHERE nth = 1;

-- one inside another
SELECT layer, n, in_statement, coalesce(surface, statement) AS words
FROM extract_facts('Аким области Серик Ахметов заявил, что министр Болат Омаров сообщил о том, что в Астане денег нет.')
WHERE layer IN ('places', 'persons', 'statements');

-- nothing in, nothing out
SELECT count(*) FROM extract_facts(NULL);
SELECT layer, n, start, length, date_from, country FROM extract_facts('');
SELECT layer, n, length, date_from, place_code, country FROM extract_facts('', '2024-05-15', 'KZ');
SELECT extract_facts('', 'infinity');
