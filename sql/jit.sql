-- The functions run under just-in-time compilation of every expression: the
-- lexicon must not be compiled again into the session.
SET jit = on;
SET jit_above_cost = 0;
SET jit_inline_above_cost = 0;
SET jit_optimize_above_cost = 0;

SELECT count(*) > 0 AS dates FROM extract_dates('24 декабря 2022 года') WHERE surface <> '';
SELECT count(*) > 0 AS places FROM extract_places('В Атырауской области') WHERE place <> '';
SELECT count(*) > 0 AS titles FROM extract_titles('Председатель Сената') WHERE title <> '';
SELECT count(*) > 0 AS persons FROM extract_persons('Маулен Ашимбаев') WHERE person <> '';
SELECT count(*) > 0 AS statements FROM extract_statements('«Закон принят», – сказал Маулен Ашимбаев.') WHERE statement <> '';
SELECT count(*) > 0 AS speakers FROM extract_speakers('«Закон принят», – сказал Маулен Ашимбаев.') WHERE speaker <> '';

CREATE TEMP TABLE doc AS
SELECT n, 'Маулен Ашимбаев ' || n || ' декабря 2022 года был в Астане.' AS body
FROM generate_series(1, 5) AS n;
SELECT count(*) AS documents,
       bool_and(document_date(body) IS NULL) AS dateline,
       bool_and(date_periods(body) @> make_date(2022, 12, n)) AS periods,
       bool_and('kz/astana/' = ANY (place_codes(body))) AS codes,
       bool_and(person_names(body) = '{Маулен Ашимбаев}') AS names,
       bool_and(office_codes(body) = '{}') AS offices,
       bool_and(speaker_names(body) = '{}') AS speakers,
       bool_and(analyze_document(body) ? 'dates') AS analyzed,
       bool_and(normalize_place('Астане' || left(body, 0)) = 'Астана') AS normalized,
       bool_and(decline('Астана' || left(body, 0), 'genitive') = 'Астаны') AS declined
FROM doc;
SELECT tribuna_version() <> '' AS version, tribuna_lexicon_version() <> '' AS lexicon;
