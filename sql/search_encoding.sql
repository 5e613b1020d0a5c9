-- Search in databases of one byte a character: the stream, its headlines and
-- its queries are those of a UTF8 database.
\encoding UTF8
CREATE DATABASE tribuna_search_win1251 ENCODING 'WIN1251' LOCALE 'C' TEMPLATE template0;
CREATE DATABASE tribuna_search_koi8r ENCODING 'KOI8R' LOCALE 'C' TEMPLATE template0;

\c tribuna_search_win1251
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
SELECT tokid, token FROM ts_parse('tribuna', '«Сенат» – в г.Алматы');
SELECT tribuna_tsvector('Президент Казахстана Токаев посетил г.Астану 24.12.2022.');
SELECT ts_lexize('tribuna_entity', 'Атырауской'), ts_lexize('tribuna_stem', 'Токаевым'), ts_lexize('tribuna_stem', 'ЕЩЁ');
SELECT tribuna_tsquery('"Глава государства" -токаев or place/kz/*');
SELECT ts_headline('tribuna', 'Вчера «Президент» Республики Казахстан посетил г. Астану.', tribuna_tsquery('Глава государства Нур-Султан'));
SELECT count(*) AS sentences, count(*) FILTER (WHERE to_tsvector('tribuna', s) <> tribuna_tsvector(s)) AS different,
       count(*) FILTER (WHERE tribuna_tsvector(s)::text::tsvector <> tribuna_tsvector(s)) AS not_canonical
FROM (SELECT (ARRAY['Сенат', 'Глава государства', 'в г.Астане', 'Ёлкина', 'Орёл', '«Токаев»', 'К.К. Токаев'])[1 + n % 7] || (ARRAY[' ', ' – ', ', ', '. '])[1 + n % 4] ||
             (ARRAY['Казахстана', 'и', 'Атырауской области', '24 декабря 2022 года', 'her law', 'https://a.kz/я'])[1 + n % 6] || repeat('я', n * 60) AS s FROM generate_series(0, 83) AS n) AS sentence;

\c tribuna_search_koi8r
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
SELECT tribuna_tsvector('Президент Казахстана посетил Нур-Султан'), tribuna_tsquery('астана');
SELECT tribuna_tsvector('Ёж и Президент') = to_tsvector('tribuna', 'Ёж и Президент') AS same;

\c postgres
DROP DATABASE tribuna_search_win1251;
DROP DATABASE tribuna_search_koi8r;
