-- tribuna_tsvector builds what to_tsvector builds by way of the parser and the
-- dictionaries: on every sample document, on random sequences, at the limits.
\set VERBOSITY terse
SET client_min_messages = warning;

CREATE TEMP TABLE sample (file text, source text, published date, title text, body text);
\copy sample from program 'sh "$TB_TOP"/tool/samples.sh'

SELECT count(*) > 0 AS documents,
       count(*) FILTER (WHERE to_tsvector('tribuna', body) <> tribuna_tsvector(body)) AS different,
       bool_and(length(tribuna_tsvector(body)) > 100) AS full
FROM sample;

-- random sequences of names, stop words, marks, digits, NBSP, Kazakh letters
-- and words past 2 KB
CREATE TEMP TABLE piece AS
SELECT row_number() OVER () AS n, p FROM unnest(ARRAY[
  'Астана', 'Астане', 'Нур-Султане', 'Атырауской', 'области', 'г.Алматы', 'РК', 'Республики', 'Казахстан',
  'казахстанско-узбекский', 'Орал', 'Семей', 'Или', 'Урал', 'ВКО', 'Кызылорда', 'Қызылорда', 'Жетісу', 'область',
  'Ростов-на-Дону', 'Ростове-на-Дону', 'США', 'Мәжіліс', 'Өскемен',
  'Президент', 'Президента', 'Глава', 'государства', 'главы', 'спикер', 'Сената', 'Мажилиса', 'министр',
  'иностранных', 'дел', 'аким', 'города', 'и.о.', 'заместитель', 'председателя', 'Комитета', 'депутат', 'первый',
  'Токаев', 'Токаевым', 'Касым-Жомарт', 'Касым-Жомарта', 'К.К.', 'Маулен', 'Мауленом', 'Ашимбаев', 'Ашимбаева',
  'Айгуль', 'Сериковна', 'Нурпеисова', 'Мукашева', 'МАУЛЕН', 'АШИМБАЕВ', 'Орёл', 'Семён', 'ещё', 'её',
  '24', 'декабря', '2022', 'года', '24.12.2022', '2012г', '5', 'января', 'вчера', 'т.г.', 'с', 'по', 'до', '1990-е',
  'квартал', 'I', '2050', '1917', '12', '31.02.2020', '00361',
  'и', 'в', 'на', 'не', 'что', 'он', 'она', 'the', 'of', 'Law', 'senators', 'COVID-19', 'COVID19',
  'сказал', 'отметил', 'встреча', 'вопросов', 'Вопросов', 'экономики', 'сельскохозяйственного', 'законопроект',
  '«', '»', '"', '“', '”', '„', '''', '(', ')', '–', '-', '—', ',', '.', '!', '?', ':', ';', '…', '№', '%', '&', '|', '*', '\',
  'https://akorda.kz/ru/news?id=1', 'www.senate.kz', 'press@senate.kz', 'place/kz/', 'office/senate/chair/',
  'ст' || U&'\00AD' || 'рана', 'Аста' || U&'\0301' || 'на', U&'\00A0', U&'\200B', U&'\FEFF', U&'\2028',
  E'\n', E'\n\n', E'\t', 'x' || U&'\00A0' || 'y', repeat('а', 1100), repeat('Я', 900), repeat('z', 2046), repeat('z', 2047),
  repeat('я', 1023), repeat('я', 1024), repeat('-', 2500), repeat(' ', 2500), U&'\+01F600', '日本', 'straße', 'İstanbul'
]) AS p;

SELECT setseed(0.42);
CREATE TEMP TABLE sequence AS
WITH draw AS MATERIALIZED (
  SELECT doc, k, 1 + floor(random() * (SELECT count(*) FROM piece))::int AS n, random() AS r
  FROM generate_series(1, 1500) AS doc, generate_series(1, 40) AS k
  WHERE k <= 3 + doc % 37
)
SELECT doc, string_agg(p || CASE WHEN r < 0.85 THEN ' ' WHEN r < 0.9 THEN U&'\00A0' WHEN r < 0.93 THEN E'\n' ELSE '' END,
                       '' ORDER BY k) AS body
FROM draw JOIN piece USING (n) GROUP BY doc;

SELECT count(*) AS sequences,
       count(*) FILTER (WHERE to_tsvector('tribuna', body) <> tribuna_tsvector(body)) AS different,
       count(*) FILTER (WHERE to_tsvector('tribuna', body)::text <> tribuna_tsvector(body)::text) AS printed_differently,
       count(*) FILTER (WHERE tribuna_tsvector(body) <> tribuna_tsvector(body)::text::tsvector) AS not_canonical
FROM sequence;

-- limits: 255 positions a lexeme, none above 16383
SELECT to_tsvector('tribuna', body) = tribuna_tsvector(body) AS same,
       array_length((SELECT positions FROM unnest(tribuna_tsvector(body)) WHERE lexeme = 'закон'), 1) AS positions,
       (SELECT max(p) FROM unnest(tribuna_tsvector(body)) AS u, unnest(u.positions) AS p) AS last
FROM (SELECT repeat('закон ', 300) || string_agg('слово' || n, ' ') || ' Астана' AS body
      FROM generate_series(1, 17000) AS n) AS long;
RESET client_min_messages;
SELECT tribuna_tsvector(repeat('z', 2048) || ' Астана ' || repeat('я', 1024));
SELECT to_tsvector('tribuna', repeat('z', 2048) || ' Астана ' || repeat('я', 1024));
SELECT tribuna_tsvector(string_agg('слово' || n, ' ')) FROM generate_series(1, 80000) AS n;

-- empty, NULL, nothing but stop words
SELECT tribuna_tsvector(''), tribuna_tsvector(NULL) IS NULL AS null_in, tribuna_tsvector('и в на'), tribuna_tsvector('«…»');

-- a stop word keeps its position, inside a mention too
SELECT tribuna_tsvector('Сенат и Мажилис') = to_tsvector('tribuna', 'Сенат и Мажилис') AS same, tribuna_tsvector('Сенат и Мажилис');
SELECT tribuna_tsvector('в Ростове-на-Дону');

-- a lexeme is taken for one only where it is the whole text
SELECT tribuna_tsvector('place/kz/'), to_tsvector('tribuna', 'place/kz/');
SELECT tribuna_tsvector('текст place/kz/ office/senate/chair/');

-- title: weight A, before the document, in one scan
SELECT tribuna_tsvector('Сенат принял закон.', NULL, NULL, 'Закон о воде');
SELECT tribuna_tsvector('Сенат принял закон.', NULL, NULL, '') = tribuna_tsvector('Сенат принял закон.') AS empty_title;

-- reference and country
SELECT tribuna_tsvector('вчера') AS unknown, tribuna_tsvector('вчера', '2022-12-25') AS known;
SELECT tribuna_tsvector('Председатель Сената', NULL, 'kz') AS kz, tribuna_tsvector('Председатель Сената', NULL, 'uz') AS uz;
SELECT tribuna_tsvector('текст', 'infinity');
SELECT tribuna_tsvector('текст', NULL, 'Казахстан');

-- periods
SELECT d, tribuna_tsvector(d) FROM (VALUES
  ('24 декабря 2022 года'), ('декабрь 2022 года'), ('2022 год'), ('с 5 по 8 января 2023 года'),
  ('I квартал 2023 года'), ('2018–2020 годы'), ('с декабря 2022 по март 2023 года')) AS v(d);

-- under just-in-time compilation of every expression
SET jit = on;
SET jit_above_cost = 0;
SET jit_inline_above_cost = 0;
SET jit_optimize_above_cost = 0;
SELECT bool_and(to_tsvector('tribuna', body) = tribuna_tsvector(body)) AS same,
       bool_and(tribuna_tsvector(body) @@ tribuna_tsquery('place/* date/*')) AS found
FROM sample;
