-- What must hold of every answer, over texts put together at random (always the
-- same ones): positions are those of the document, in order; periods are ordered;
-- all faces of a scan say the same.
SET datestyle = ISO, DMY;
SET client_min_messages = warning;
SELECT setseed(0.2026);

CREATE TEMP TABLE piece AS
SELECT row_number() OVER () - 1 AS n, p FROM unnest(ARRAY[
  'Председатель Сената', 'председателю Сената Парламента', 'спикер Мажилиса', 'аким', 'Аким Атырауской области', 'акимом г.Алматы',
  'министр иностранных дел', 'бывший', 'и.о.', 'первый заместитель', 'депутаты', 'Глава государства', 'Президент', 'пресс-служба',
  'Маулен Ашимбаев', 'Мауленом Ашимбаевым', 'М.Ашимбаев', 'Ашимбаева М.С.', 'Касым-Жомарт Токаев', 'Токаеву', 'К.-Ж.К.Токаев', 'Айгуль Сериковна',
  'Нурпеисовой', 'Иванов', 'Петрова Анна', 'он', 'она', 'они', 'Асан улы',
  'Астана', 'в Астане', 'Нур-Султан', 'в г. Семее', 'Атырауской области', 'реки Жайык', 'Ростове-на-Дону', 'Казахстан', 'России', 'Бишкек', 'казахстанско-российская',
  'вчера', 'завтра', 'в понедельник', '24.12.2022', '24.12.2022 361', '31.02.2020', '2024-05-15', '24 декабря 2022 года', '5 марта', '1, 2 и 3 мая', 'с 5 по 8 января',
  'до 1 сентября 2023 года', 'в 2018–2020 годах', 'XX век', '90-е', 'I квартал т.г.', 'прошлой зимой', 'на прошлой неделе', 'через 3 дня', '100500 лет назад', '9 мая', 'День Независимости', 'до н.э.',
  'сказал', 'сказала', 'отметил, что', 'сообщил', 'заявил он', 'поручил', 'добавив, что', 'по словам', 'по мнению', 'как отметил', ', что', 'что',
  'работа идёт', 'закон принят', 'мы её продолжим', 'и', 'не', 'в', 'на', 'Но', 'также', 'COVID-19', 'http://www.senate.kz/ru', 'press@senate.kz', 'place/kz/astana/', 'Aкима',
  '«', '»', '“', '”', '„', '"', '''', '(', ')', '–', '– ', '-', '—', ',', '.', '!', '?', ':', ';', '…', '*', '**', '№', '#', '/', '\', '&', '|',
  E'\n', E'\n\n', E'\n– ', E'\t', E'\r\n', U&'\00A0', U&'\00AD', U&'\0301', U&'\0306', U&'\200B', U&'\FEFF', U&'\2028', U&'\FFFD',
  'Ж' || U&'\0301' || 'айык', 'Аста' || U&'\00AD' || 'на', 'Қызылорда облысы', 'ё', 'Ё', 'И' || U&'\0306', U&'\+01F600', '日本語', 'İ', 'ß', 'ﬁ', 'Ⅷ', '½', U&'\+01D400',
  repeat('а', 300), repeat('Я', 3000), repeat('«', 30), repeat('1', 40), repeat('-', 50), repeat('К.', 20)
]) AS p;

CREATE TEMP TABLE doc AS
WITH draw AS MATERIALIZED (
  SELECT d, k, floor(random() * (SELECT count(*) FROM piece))::int AS n, random() AS r
  FROM generate_series(1, 600) AS d, generate_series(1, 60) AS k
  WHERE k <= 2 + d % 59)
SELECT d, string_agg(p || CASE WHEN r < 0.8 THEN ' ' ELSE '' END, '' ORDER BY k) AS body,
       CASE d % 4 WHEN 0 THEN NULL WHEN 1 THEN date '2024-02-29' WHEN 2 THEN date '0001-01-01' ELSE date '9999-12-31' END AS reference,
       (ARRAY[NULL, 'kz', 'ru', 'xx'])[1 + d / 4 % 4] AS country
FROM draw JOIN piece USING (n) GROUP BY d;
SELECT count(*) AS documents, sum(length(body)) > 0 AS text FROM doc;

-- substr(document, start, length) = surface, inside the text, and in order
CREATE TEMP TABLE mention AS
SELECT d, 'dates' AS layer, m.n, surface, start, length, body FROM doc, extract_dates(body, reference, country) WITH ORDINALITY AS m (surface, start, length, f, t, g, k, o, e, p, n)
UNION ALL SELECT d, 'places', m.n, surface, start, length, body FROM doc, extract_places(body) WITH ORDINALITY AS m (surface, start, length, p, c, t, k, o, r, f, n)
UNION ALL SELECT d, 'titles', m.n, surface, start, length, body FROM doc, extract_titles(body, reference, country) WITH ORDINALITY AS m (surface, start, length, t, o, h, s, n)
UNION ALL SELECT d, 'persons', m.n, surface, start, length, body FROM doc, extract_persons(body) WITH ORDINALITY AS m (surface, start, length, p, i, s, g, a, t, o, n);
SELECT layer, count(*) > 50 AS many,
       count(*) FILTER (WHERE substr(body, start, length) IS DISTINCT FROM surface) AS misplaced,
       count(*) FILTER (WHERE start < 1 OR length < 1 OR start + length - 1 > length(body)) AS outside
FROM mention GROUP BY layer ORDER BY layer COLLATE "C";
SELECT count(*) AS out_of_order FROM (
  SELECT start < lag(start) OVER (PARTITION BY d, layer ORDER BY n) AS before FROM mention) AS m WHERE before;

-- periods: ordered, as columns and as a range; EDTF as ISO 8601-2 has it
SELECT count(*) > 300 AS many,
       count(*) FILTER (WHERE date_from > date_to) AS turned,
       count(*) FILTER (WHERE period IS NOT NULL AND (granularity = 'open') <> (date_from IS NULL OR date_to IS NULL)) AS open,
       count(*) FILTER (WHERE date_from = '-infinity' OR date_to = 'infinity') AS infinite,
       count(*) FILTER (WHERE period IS DISTINCT FROM CASE WHEN coalesce(date_from, date_to) IS NOT NULL THEN daterange(date_from, date_to, '[]') END) AS other_range,
       count(*) FILTER (WHERE (edtf IS NULL) <> (period IS NULL)) AS without_edtf,
       count(*) FILTER (WHERE edtf !~ '^(\.\.|\d{3}X|\d{4}(-(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])(-\d\d)?)?)(/(\.\.|\d{3}X|\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?))?$') AS odd_edtf
FROM doc, extract_dates(body, reference, country);

-- statements: segments in order, inside, and together the statement's own words
SELECT count(*) > 100 AS many,
       count(*) FILTER (WHERE start < 1 OR start + length - 1 > length(body)) AS outside,
       count(*) FILTER (WHERE statement IS NULL OR statement = '') AS empty,
       count(*) FILTER (WHERE speaker_surface IS DISTINCT FROM substr(body, speaker_start, speaker_length)) AS misplaced,
       count(*) FILTER (WHERE lower(segments) <> start OR upper(segments) <> start + length) AS other_segments,
       count(*) FILTER (WHERE statement <> (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY lower(r)) FROM unnest(segments) AS r)) AS other_words,
       count(*) FILTER (WHERE kind NOT IN ('direct', 'indirect', 'mixed')) AS odd_kind,
       count(*) FILTER (WHERE speaker IS NULL AND speaker_id IS NOT NULL) AS nobody
FROM doc, extract_statements(body, reference, country);

-- all faces say the same
SELECT count(*) FILTER (WHERE jsonb_array_length(j -> 'dates') <> (SELECT count(*) FROM extract_dates(body, reference, country))) AS dates,
       count(*) FILTER (WHERE jsonb_array_length(j -> 'statements') <> (SELECT count(*) FROM extract_statements(body, reference, country))) AS statements,
       count(*) FILTER (WHERE jsonb_array_length(j -> 'speakers') <> (SELECT count(*) FROM extract_speakers(body, reference, country))) AS speakers,
       count(*) FILTER (WHERE (SELECT coalesce(array_agg(DISTINCT place_code COLLATE "C" ORDER BY place_code COLLATE "C"), '{}') FROM extract_places(body) WHERE place_code IS NOT NULL) <> place_codes(body)) AS codes,
       count(*) FILTER (WHERE (SELECT coalesce(array_agg(DISTINCT person COLLATE "C" ORDER BY person COLLATE "C"), '{}') FROM extract_persons(body)) <> person_names(body)) AS names
FROM doc, analyze_document(body, reference, country) AS j;
SELECT count(*) FILTER (WHERE tribuna_tsvector(body) <> to_tsvector('tribuna', body)) AS vectors,
       count(*) FILTER (WHERE tribuna_tsvector(body)::text::tsvector <> tribuna_tsvector(body)) AS not_canonical
FROM doc;
-- a document is found by its own names
SELECT count(*) > 100 AS many, count(*) FILTER (WHERE NOT tribuna_tsvector(body) @@ q) AS not_found
FROM (SELECT DISTINCT ON (d, place_code) body, tribuna_tsquery(place) AS q FROM doc, extract_places(body)
      WHERE place_code IS NOT NULL ORDER BY d, place_code) AS p WHERE numnode(q) > 0;

-- the same text twice gives the same answer, whatever was read between
SELECT count(*) AS changed FROM doc AS a JOIN doc AS b ON b.d = (a.d * 7 + 3) % 600 + 1
WHERE ROW(analyze_document(a.body, a.reference, a.country), analyze_document(b.body), analyze_document(a.body || '', a.reference, a.country))
  IS DISTINCT FROM ROW(analyze_document(a.body, a.reference, a.country), analyze_document(b.body || ''), analyze_document(a.body, a.reference, a.country));

-- names there and back: each case of a regular surname leads to its nominative
SELECT count(*) AS names, count(*) FILTER (WHERE normalize_name(decline('Иван ' || s || e, c)) IS DISTINCT FROM 'Иван ' || s || e) AS changed
FROM unnest(ARRAY['Кар', 'Лом', 'Турс', 'Бек']) AS s, unnest(ARRAY['ов', 'ин', 'аев', 'овский']) AS e,
     unnest(ARRAY['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional']) AS c;

-- any operand is a query that the server reads
SELECT count(tribuna_tsquery(body)) AS queries,
       count(*) FILTER (WHERE tribuna_tsquery(body)::text::tsquery::text <> tribuna_tsquery(body)::text) AS misread
FROM (SELECT translate(left(body, 200), E'\n', ' ') AS body FROM doc) AS q;

-- any text may be asked for its name: NULL or a name, and a name's name is
-- itself, but for a few that only the words around them made sure
CREATE TEMP TABLE asked AS
SELECT DISTINCT left(body, 100) AS q FROM doc UNION SELECT p FROM piece UNION SELECT left(p, 2) FROM piece
UNION SELECT a.p || b.p FROM piece AS a JOIN piece AS b ON b.n = (a.n * 13 + 5) % 140
UNION SELECT a.p || ' ' || b.p FROM piece AS a JOIN piece AS b ON b.n = (a.n * 7 + 2) % 140;
SELECT f AS function, count(*) > 700 AS many, count(*) FILTER (WHERE name = '') AS empty, count(*) FILTER (WHERE again IS DISTINCT FROM name) < 60 AS stable
FROM asked, LATERAL (VALUES ('normalize_name', normalize_name(q), normalize_name(normalize_name(q))),
  ('normalize_place', normalize_place(q), normalize_place(normalize_place(q))),
  ('normalize_title', normalize_title(q), normalize_title(normalize_title(q)))) AS v (f, name, again)
GROUP BY f ORDER BY f COLLATE "C";
-- and to be declined: NULL only where nothing is to be bent or it is too long
SELECT c AS "case", count(*) > 700 AS many, count(decline(q, c)) > 500 AS answers, count(*) FILTER (WHERE decline(q, c) = '') AS empty,
       count(*) FILTER (WHERE decline(q, c) IS NULL AND q ~ '[[:graph:]]' AND octet_length(q) < 100) AS none
FROM asked, unnest(ARRAY['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional']) AS c GROUP BY c ORDER BY c COLLATE "C";

-- options of dictionaries: any text makes one or is an error of its own, and
-- whatever was made, texts are read
CREATE TEMP TABLE tried (state text, option text, value text, message text);
SET client_min_messages = error;
DO $$
DECLARE
  state text;
  message text;
  value text;
  option text;
BEGIN
  FOR option, value IN
    SELECT o, coalesce(c, '') || coalesce(s, '') || translate(v, E'\r', '') FROM
      (SELECT q AS v, row_number() OVER (ORDER BY q COLLATE "C") AS n FROM asked) AS a
      JOIN unnest(ARRAY['places', 'titles', 'persons', 'holders', 'stemmer', 'places', 'persons', 'titles']) WITH ORDINALITY AS o (o, i) ON a.n % 8 + 1 = o.i
      LEFT JOIN unnest(ARRAY['kz/astana/', 'kz/a/b/ city', 'm', 'f', '/', 'kz/senate/chair/', '#', E'\n']) WITH ORDINALITY AS c (c, i) ON a.n / 8 % 9 + 1 = c.i
      LEFT JOIN unnest(ARRAY[' = ', '=', ' = {', ' = а; ', E' =\n']) WITH ORDINALITY AS s (s, i) ON a.n / 72 % 6 + 1 = s.i
  LOOP
    BEGIN
      EXECUTE format('CREATE TEXT SEARCH DICTIONARY public.odd_one (TEMPLATE = %s, %s = %L)',
        CASE option WHEN 'stemmer' THEN 'tribuna_entity' ELSE 'tribuna_terms' END, option, value);
      PERFORM analyze_document(value), tribuna_tsvector(value), count(*) FROM tribuna_terms();
      DROP TEXT SEARCH DICTIONARY public.odd_one;
      INSERT INTO tried VALUES ('00000', option, value);
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
      INSERT INTO tried VALUES (state, option, value, message);
    END;
  END LOOP;
END $$;
SET client_min_messages = warning;
SELECT state, count(*) > 10 AS many, count(DISTINCT option) AS options FROM tried GROUP BY state ORDER BY state COLLATE "C";
SELECT * FROM tried WHERE state NOT IN ('00000', '22023', '42602', '42704', '42601');
-- names and values of options that no template has
CREATE TEXT SEARCH DICTIONARY odd_one (TEMPLATE = tribuna_entity, colour = 'red');
CREATE TEXT SEARCH DICTIONARY odd_one (TEMPLATE = tribuna_stem, stemmer = 'tribuna_stem');
CREATE TEXT SEARCH DICTIONARY odd_one (TEMPLATE = tribuna_terms, places = 5);
CREATE TEXT SEARCH DICTIONARY odd_one (TEMPLATE = tribuna_terms, "Places" = 'kz/astana/ = Столица');
CREATE TEXT SEARCH DICTIONARY odd_one (TEMPLATE = tribuna_terms, places = 'kz/astana/ = Столица', places = 'kz/almaty/ = Столица');
CREATE TEXT SEARCH DICTIONARY odd_one (TEMPLATE = tribuna_terms);
ALTER TEXT SEARCH DICTIONARY odd_one (titles = NULL);
ALTER TEXT SEARCH DICTIONARY odd_one (titles);
DROP TEXT SEARCH DICTIONARY odd_one;
