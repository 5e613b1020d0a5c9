-- analyze_document says in one jsonb, from one scan, what the functions say
-- in rows: the same columns as keys, the same values.
SET datestyle = ISO, DMY;
CREATE TEMP TABLE doc (body text);
INSERT INTO doc VALUES (E'24.12.2022\n\nПредседатель Сената Маулен Ашимбаев провел заседание в Астане.\n\n'
  '«Мы приняли важный закон», – сказал спикер.\n\n'
  'Вчера он отметил, что работа в Атырауской области продолжится.');

SELECT jsonb_object_keys(analyze_document(body)) AS key FROM doc ORDER BY 1;
SELECT a ->> 'reference' AS reference, a ->> 'country' AS country
FROM doc, analyze_document(body) a;

-- layer by layer, the rows and the jsonb agree
SELECT 'dates' AS layer, count(*) AS rows,
       jsonb_agg(to_jsonb(r) - 'period') = (SELECT analyze_document(body) -> 'dates' FROM doc) AS same
FROM doc, extract_dates(body) r
UNION ALL
SELECT 'places', count(*), jsonb_agg(to_jsonb(r)) = (SELECT analyze_document(body) -> 'places' FROM doc)
FROM doc, extract_places(body) r
UNION ALL
SELECT 'titles', count(*), jsonb_agg(to_jsonb(r)) = (SELECT analyze_document(body) -> 'titles' FROM doc)
FROM doc, extract_titles(body) r
UNION ALL
SELECT 'persons', count(*), jsonb_agg(to_jsonb(r)) = (SELECT analyze_document(body) -> 'persons' FROM doc)
FROM doc, extract_persons(body) r
UNION ALL
SELECT 'speakers', count(*), jsonb_agg(to_jsonb(r)) = (SELECT analyze_document(body) -> 'speakers' FROM doc)
FROM doc, extract_speakers(body) r
UNION ALL
SELECT 'statements', count(*),
       jsonb_agg(to_jsonb(r) - 'segments') =
       (SELECT jsonb_agg(e.value - 'segments' ORDER BY e.n)
        FROM doc, jsonb_array_elements(analyze_document(body) -> 'statements') WITH ORDINALITY AS e(value, n))
FROM doc, extract_statements(body) r;

-- segments are [start, length] in characters
SELECT s ->> 'statement' AS statement, s -> 'segments' AS segments,
       substr(body, (s -> 'segments' -> 0 ->> 0)::int, (s -> 'segments' -> 0 ->> 1)::int) AS cut
FROM doc, jsonb_array_elements(analyze_document(body) -> 'statements') s;

-- an empty document has every key and no mention
SELECT analyze_document('');
SELECT analyze_document('', '2022-12-24', 'KZ') - 'dates' - 'places' - 'titles';

-- it is written as the server itself would write it, whatever the number of
-- entries: each 32nd holds an offset in place of a length
SELECT n, jsonb_array_length(j -> 'dates') AS dates, j = j::text::jsonb AS same,
       pg_column_size(j) = pg_column_size(j::text::jsonb) AS as_long,
       j #>> '{dates,-1,date_from}' AS last
FROM unnest('{0,1,31,32,33,64,65,200}'::int[]) AS n,
     analyze_document(repeat('«Да», – сказал аким Атырау 5 марта 2024 года. ', n)) AS j;
