-- Names of test/names.tsv, bent by other tools, in a context for each case: the
-- nominative finds every form, and so does every form in small letters.  What
-- is listed is missed: given names that are also rare ones of the other sex,
-- and homonyms of places that nothing shows to be places.
\pset format unaligned
\pset tuples_only on
CREATE TEMP TABLE name (kind text, nominative text, genitive text, dative text, accusative text, instrumental text, prepositional text);
\copy name FROM PROGRAM 'grep -v "^#" "$TB_TOP"/test/names.tsv'
SELECT count(*) > 600 FROM name;

CREATE TEMP TABLE context (n int, before text, behind text);
INSERT INTO context VALUES (1, 'Вчера ', ' здесь.'), (2, 'По мнению ', ' это так.'), (3, 'Благодаря ', ' всё решено.'),
  (4, 'Про ', ' говорят.'), (5, 'Встреча с ', ' прошла.'), (6, 'Речь о ', ' и других.');
CREATE TEMP TABLE form AS
SELECT kind, nominative, n, f AS form, tribuna_tsvector(before || f || behind) AS vector, tribuna_tsquery(f) AS asked,
       tribuna_tsquery(translate(f, 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя')) AS asked_small
FROM name, unnest(ARRAY[nominative, genitive, dative, accusative, instrumental, prepositional]) WITH ORDINALITY AS u(f, n)
JOIN context USING (n);
CREATE TEMP TABLE pair AS
SELECT kind, nominative, d.form AS written, q.form AS query, q.n = 1 AS by_nominative,
       d.vector @@ q.asked AS found, d.vector @@ q.asked_small AS found_small
FROM form AS d JOIN form AS q USING (kind, nominative);
SELECT count(*) > 22000 FROM pair;

-- by the nominative
SELECT DISTINCT kind, nominative COLLATE "C", written COLLATE "C" FROM pair WHERE by_nominative AND NOT found ORDER BY 1, 2, 3;
-- by any form in small letters
SELECT kind, nominative COLLATE "C", count(*) FROM pair WHERE NOT found_small GROUP BY 1, 2 ORDER BY 1, 2;
-- by any form as it is written
SELECT kind, nominative COLLATE "C", count(*) FROM pair WHERE NOT found GROUP BY 1, 2 ORDER BY 1, 2;
SELECT 'at least 98 % of the pairs: ' || (avg((found AND found_small)::int) > 0.98) FROM pair;
