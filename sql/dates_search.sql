-- Documents are found by the periods they speak of: a GiST index over
-- date_periods(), and the date lexemes of the search vector.
SET search_path = public, tribuna;
SET client_min_messages = warning;
SET datestyle = ISO, DMY;

CREATE TEMP TABLE note (
  id int PRIMARY KEY,
  published date,
  body text,
  periods datemultirange GENERATED ALWAYS AS (date_periods(body, published)) STORED,
  search tsvector GENERATED ALWAYS AS (tribuna_tsvector(body, published)) STORED
);
INSERT INTO note (id, published, body) VALUES
  (1, '2023-01-10', 'Закон подписан 24.12.2022 в столице.'),
  (2, '2023-01-10', 'Закон подписан 24 декабря 2022 г. в столице.'),
  (3, '2023-01-10', 'Закон подписан двадцать четвёртого декабря 2022 года.'),
  (4, '2023-01-10', 'В декабре прошла сессия.'),
  (5, '2023-01-10', 'До 2050 года страна станет углеродно-нейтральной.'),
  (6, '2023-01-10', 'В 2021 году построено сорок школ.');
CREATE INDEX note_periods ON note USING gist (periods);
CREATE INDEX note_search ON note USING gin (search);
SET enable_seqscan = off;

SELECT id, periods FROM note ORDER BY id;

-- who speaks of December 2022?
SELECT id FROM note WHERE periods && daterange('2022-12-01', '2023-01-01') ORDER BY id;
EXPLAIN (COSTS OFF)
SELECT id FROM note WHERE periods && daterange('2022-12-01', '2023-01-01');

-- "until 2050" names 2050 and does not answer a search for 2030
SELECT id FROM note WHERE periods && daterange('2030-01-01', '2031-01-01') ORDER BY id;
SELECT id FROM note WHERE periods && daterange('2050-01-01', '2051-01-01') ORDER BY id;

-- three ways to write a day are one query
SELECT q AS query,
       (SELECT array_agg(id ORDER BY id) FROM note WHERE search @@ tribuna_tsquery(q)) AS found
FROM unnest(ARRAY['24.12.2022', '24 декабря 2022 г.', 'двадцать четвёртого декабря 2022 года',
                  'декабрь 2022', '2022 год', '2021 год']) WITH ORDINALITY AS u(q, n)
ORDER BY n;
EXPLAIN (COSTS OFF)
SELECT id FROM note WHERE search @@ tribuna_tsquery('24.12.2022');
