-- The functions serve every server encoding that can hold Russian: positions
-- count characters, what the encoding lacks gets a plainer spelling; an
-- encoding that cannot serve is a clear error.
\encoding UTF8
CREATE DATABASE tribuna_win1251 ENCODING 'WIN1251' LOCALE 'C' TEMPLATE template0;
CREATE DATABASE tribuna_koi8r ENCODING 'KOI8R' LOCALE 'C' TEMPLATE template0;
CREATE DATABASE tribuna_latin1 ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0;
CREATE DATABASE tribuna_ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0;

\c tribuna_win1251
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
SET datestyle = ISO, DMY;
SELECT surface, start, length, place, place_code FROM extract_places('«Да», – сказали в Нур-Султане и Атырауской области.');
-- Жетісу has a letter that this encoding has, Ұлытау one that it lacks
SELECT surface, place FROM extract_places('В области Улытау и области Жетысу.');
SELECT surface, start, length, date_from FROM extract_dates('Встреча прошла 24 декабря 2022 года.');
SELECT statement, speaker FROM extract_statements('«Закон принят», – сказал Маулен Ашимбаев.');
SELECT normalize_name('Мауленом Ашимбаевым'), decline('Астана', 'genitive');
SELECT jsonb_array_length(analyze_document('Форум в Астане.') -> 'places') AS places;

\c tribuna_koi8r
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
SELECT surface, start, length, place FROM extract_places('Форум прошел в Нур-Султане.');
SELECT normalize_title('спикера Сената');

\c tribuna_latin1
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
SELECT extract_places('Astana');

\c tribuna_ascii
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
SELECT extract_places('Astana');

\c postgres
DROP DATABASE tribuna_win1251;
DROP DATABASE tribuna_koi8r;
DROP DATABASE tribuna_latin1;
DROP DATABASE tribuna_ascii;
