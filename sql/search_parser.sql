-- The parser, its token types, the dictionaries and the configuration: what
-- ts_debug, ts_token_type, ts_headline, ts_rank and ts_stat make of them.
SELECT * FROM ts_token_type('tribuna');
SELECT tokid, token FROM ts_parse('tribuna', 'Глава государства прибыл в г.Алматы 24.12.2022.');
SELECT alias, token, dictionary, lexemes FROM ts_debug('tribuna', 'Президент Казахстана (Токаев) в Ростове-на-Дону');
SELECT alias, token, lexemes FROM ts_debug('tribuna', 'см. https://akorda.kz/ru/news?id=1, press@senate.kz и COVID19; Law 361');
-- the tokens make up the text again
SELECT string_agg(token, '' ORDER BY n) FILTER (WHERE tokid <> 17) = body AS whole
FROM (VALUES (E'  Сенат\n\n«принял» – закон, ' || repeat(' ', 3000) || U&'Аста\00ADна и 24.12.2022г. https://a.kz/b?c#d … ' || repeat('я', 2000))) AS v(body),
     ts_parse('tribuna', body) WITH ORDINALITY AS t(tokid, token, n) GROUP BY body;
SELECT count(*) AS tokens FROM ts_parse('tribuna', '');

-- dictionaries by themselves
SELECT word, ts_lexize('tribuna_entity', word) AS entity, ts_lexize('tribuna_stem', word) AS stem
FROM (VALUES ('Атырауской'), ('Казахстану'), ('казахстанский'), ('РК'), ('рк'), ('Токаевым'), ('токаевым'), ('закона'), ('её'),
             ('place/kz/'), ('office/senate/chair/&office/kz/senate/chair/|place/kz/'), ('place/'), ('Senators'), ('2022'), ('ещё'), ('сельскохозяйственного')) AS v(word);
SELECT length((ts_lexize('tribuna_stem', repeat('я', 4000)))[1]) AS long_word, ts_lexize('tribuna_stem', repeat('я', 100000)) IS NULL AS longer_word;

-- options
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_entity, stemer = 'simple');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_entity, stemmer = 'no_such');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_entity, stemmer = 'simple', Stemmer = 'simple');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = tribuna_stem, language = 'russian');

-- headlines mark the words of the mention and nothing else
SELECT ts_headline('tribuna', 'Вчера Президент Республики Казахстан Касым-Жомарт Токаев посетил г.Астану.', tribuna_tsquery(q))
FROM (VALUES ('Глава государства'), ('Токаев'), ('Астана'), ('"Токаев посетил Астану"'), ('посещать'), ('Казахстан*')) AS v(q);
SELECT ts_headline('tribuna', 'Закон принят 24 декабря 2022 года; см. https://senate.kz/ru и «Казахстан – 2050»', tribuna_tsquery('декабрь 2022'), 'HighlightAll=true');
SELECT ts_headline('tribuna', repeat('Слова. ', 60) || 'В г. Атырау прошла встреча. ' || repeat('Слова. ', 60), tribuna_tsquery('Атырау'), 'MaxFragments=1, MaxWords=8, MinWords=4') ~ 'Слова. В <b>г</b>. <b>Атырау</b> прошла встреча' AS found;

-- ranks: nearer and more is higher
SELECT d, ts_rank(tribuna_tsvector(d), q) > 0 AS ranked, ts_rank_cd(tribuna_tsvector(d), q) > 0.05 AS near
FROM tribuna_tsquery('Астана закон') AS q,
     unnest(ARRAY['В Астане принят закон.', 'В Астане ' || repeat('много было слов ', 20) || 'принят закон.', 'Астана', 'В Алматы принят закон.']) AS d;
SELECT ts_rank(tribuna_tsvector('Закон принят.', NULL, NULL, 'Астана'), q) > ts_rank(tribuna_tsvector('Астана. Закон принят.'), q) AS title_counts_more
FROM tribuna_tsquery('Астана') AS q;

-- what is named how often
SELECT word, ndoc, nentry FROM ts_stat($$ SELECT to_tsvector('tribuna', d)
  FROM unnest(ARRAY['Президент Казахстана в Астане', 'Глава государства в Нур-Султане 24 декабря 2022 года', 'Токаев в г. Астане']) AS d $$)
WHERE word LIKE '%/%' ORDER BY word COLLATE "C";

-- an index serves all of it
CREATE TEMP TABLE doc AS SELECT n, 'Встреча ' || n || ' в ' || CASE WHEN n % 3 = 0 THEN 'Астане' ELSE 'Алматы' END AS body FROM generate_series(1, 300) AS n;
CREATE INDEX ON doc USING gin (tribuna_tsvector(body));
CREATE INDEX ON doc USING gin (to_tsvector('tribuna', body));
SET enable_seqscan = off;
SELECT count(*) FROM doc WHERE tribuna_tsvector(body) @@ tribuna_tsquery('Нур-Султан');
SELECT count(*) FROM doc WHERE to_tsvector('tribuna', body) @@ tribuna_tsquery('place/kz/*');
RESET enable_seqscan;
