-- Over texts put together at random all functions say the same in every
-- encoding that can hold them; answers are compared as UTF-8.
\encoding UTF8
SET client_min_messages = warning;
\set pieces '$$Председатель Сената|председателю Сената Парламента|аким|Аким Атырауской области|акимом г.Алматы|министр иностранных дел|и.о.|бывший|Глава государства|Маулен Ашимбаев|Мауленом Ашимбаевым|М.Ашимбаев|Касым-Жомарт Токаев|Токаеву|К.-Ж.К.Токаев|Нурпеисовой|Иванов|Петрова Анна|он|она|Астана|в Астане|Нур-Султан|Атырауской области|Ростове-на-Дону|Казахстан|России|вчера|в понедельник|24.12.2022|31.02.2020|5 марта|1, 2 и 3 мая|с 5 по 8 января|до 1 сентября 2023 года|XX век|сказал|сказала|отметил, что|заявил он|по словам|, что|работа идет|закон принят|и|не|в|"|(|)|-|,|.|!|:|ЁЛКИ|Орёл|АСТАНА|COVID-19|http://www.senate.kz/ru|press@senate.kz$$'
\set texts 'draw AS MATERIALIZED (SELECT d, k, substr(md5(d || $$-$$ || k), 1, 7) AS h FROM generate_series(1, 150) AS d, generate_series(1, 40) AS k), drawn AS (SELECT d, k, ($$x$$ || h)::bit(28)::int AS r FROM draw), doc AS MATERIALIZED (SELECT d, string_agg(p[1 + r % cardinality(p)] || CASE WHEN r % 5 > 0 THEN $$ $$ ELSE $$$$ END, $$$$ ORDER BY k) AS body FROM drawn, string_to_array(' :pieces ', $$|$$) AS p GROUP BY d)'
\set words '(SELECT string_agg(lexeme || positions::text, $$ $$ ORDER BY convert_to(lexeme, $$UTF8$$)) FROM unnest(tribuna_tsvector(body, $$2024-05-15$$)))'
\set names '(SELECT array_agg(n ORDER BY convert_to(n, $$UTF8$$)) FROM unnest(person_names(body)) AS n)'
\set said 'SELECT md5(convert_to(string_agg(concat_ws($$;$$, body, analyze_document(body, $$2024-05-15$$), ' :words ', ' :names ', place_codes(body), office_codes(body, $$2024-05-15$$), date_periods(body, $$2024-05-15$$), document_date(body), tribuna_tsquery(left(body, 100)), normalize_name(left(body, 20)), normalize_place(left(body, 15)), normalize_title(left(body, 20)), decline(left(body, 20), $$dative$$)), $$|$$ ORDER BY d), $$UTF8$$)) AS digest, count(*) AS texts FROM doc'
WITH :texts :said \gset utf8_
SELECT :utf8_texts AS texts;

CREATE DATABASE tribuna_properties_win1251 ENCODING 'WIN1251' LOCALE 'C' TEMPLATE template0;
\c tribuna_properties_win1251
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
WITH :texts :said \gset here_
SELECT getdatabaseencoding() AS encoding, :'here_digest' = :'utf8_digest' AS same;
\c postgres
DROP DATABASE tribuna_properties_win1251;

CREATE DATABASE tribuna_properties_koi8r ENCODING 'KOI8R' LOCALE 'C' TEMPLATE template0;
\c tribuna_properties_koi8r
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
WITH :texts :said \gset here_
SELECT getdatabaseencoding() AS encoding, :'here_digest' = :'utf8_digest' AS same;
\c postgres
DROP DATABASE tribuna_properties_koi8r;

CREATE DATABASE tribuna_properties_iso_8859_5 ENCODING 'ISO_8859_5' LOCALE 'C' TEMPLATE template0;
\c tribuna_properties_iso_8859_5
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
WITH :texts :said \gset here_
SELECT getdatabaseencoding() AS encoding, :'here_digest' = :'utf8_digest' AS same;
\c postgres
DROP DATABASE tribuna_properties_iso_8859_5;

CREATE DATABASE tribuna_properties_koi8u ENCODING 'KOI8U' LOCALE 'C' TEMPLATE template0;
\c tribuna_properties_koi8u
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
WITH :texts :said \gset here_
SELECT getdatabaseencoding() AS encoding, :'here_digest' = :'utf8_digest' AS same;
\c postgres
DROP DATABASE tribuna_properties_koi8u;

CREATE DATABASE tribuna_properties_win866 ENCODING 'WIN866' LOCALE 'C' TEMPLATE template0;
\c tribuna_properties_win866
\encoding UTF8
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
WITH :texts :said \gset here_
SELECT getdatabaseencoding() AS encoding, :'here_digest' = :'utf8_digest' AS same;
\c postgres
DROP DATABASE tribuna_properties_win866;
