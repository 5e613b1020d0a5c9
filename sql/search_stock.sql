-- The server's own query functions on configuration «tribuna», with the
-- limits that docs/usage.md lists pinned; and tribuna_entity behind the default parser.
SELECT plainto_tsquery('tribuna', 'Президент Казахстана'), phraseto_tsquery('tribuna', 'Глава государства');
SELECT to_tsquery('tribuna', $$'place/kz/':* & закона$$), to_tsquery('tribuna', 'Астане:*'), to_tsquery('tribuna', 'Нур-Султан');
SELECT websearch_to_tsquery('tribuna', 'Токаев -Астана or "закон о воде"');
SELECT plainto_tsquery('tribuna', 'декабрь 2022 года'), plainto_tsquery('tribuna', 'и в на');

CREATE TEMP TABLE finding AS
SELECT what, d AS document, q AS query, to_tsvector('tribuna', d) AS v FROM (VALUES
  ('same name, other case', 'Президента Казахстана Токаева', 'Президент Казахстана'),
  ('other name of a place', 'в Нур-Султане', 'Астана'),
  ('shorter alias', 'Президент прибыл', 'Глава государства'),
  ('longer alias', 'Глава государства прибыл', 'Президент'),
  ('other country', 'Президент России и посол Казахстана', 'Президент Казахстана'),
  ('month of a day', '24 декабря 2022 года', 'декабрь 2022 года'),
  ('phrase over an alias', 'Президент посетил Астану', 'Глава государства посетил Нур-Султан'),
  ('small letters', 'в Казахстане', 'казахстан'),
  ('surname in a case', 'заявил Токаеву', 'Токаев'),
  ('initials for a full name', 'К.К. Токаев прибыл', 'Касым-Жомарт Токаев'),
  ('full name for initials', 'Касым-Жомарт Токаев прибыл', 'К.Токаев'),
  ('given name first or last', 'Ашимбаев Маулен выступил', 'Маулен Ашимбаев'),
  ('namesake', 'Даурен Ашимбаев выступил', 'Маулен Ашимбаев'),
  ('two people, one name each', 'Маулен Иванов и Пётр Ашимбаев', 'Маулен Ашимбаев'),
  ('abbreviation', 'сотрудники МВД', 'Министерство внутренних дел'),
  ('in full for an abbreviation', 'сотрудники Министерства внутренних дел', 'МВД'),
  ('adjective', 'казахстанские врачи', 'Казахстан'),
  ('hyphens inside', 'в Ростове-на-Дону', 'Ростов-на-Дону'),
  ('old name of a place', 'в городе Семей', 'Семипалатинск'),
  ('phrase with a longer alias inside', 'спикер Сената Маулен Ашимбаев открыл форум', 'председатель Сената Маулен Ашимбаев'),
  ('phrase with words between', 'аким города Алматы вчера открыл школу', 'аким Алматы открыл'),
  ('part of a place', 'в Атырау', 'Атырауская область'),
  ('day of a month', 'декабрь 2022 года', '24.12.2022'),
  ('other month', '24 ноября 2022 года', 'декабрь 2022 года')) AS f(what, d, q);
SELECT what, v @@ plainto_tsquery('tribuna', query) AS plainto, v @@ phraseto_tsquery('tribuna', query) AS phraseto,
       v @@ websearch_to_tsquery('tribuna', '"' || query || '"') AS websearch, v @@ tribuna_tsquery('"' || query || '"') AS tribuna
FROM finding;

-- what is not a query's text for them: a branch, an exclusion, alternatives
SELECT q AS query, v @@ plainto_tsquery('tribuna', q) AS plainto, v @@ websearch_to_tsquery('tribuna', q) AS websearch, v @@ tribuna_tsquery(q) AS tribuna
FROM to_tsvector('tribuna', 'Аким Атырау встретился с Токаевым') AS v,
  unnest('{Казахстан*,place/kz/*,Токаев -Астана,Токаев -Атырау,Астана or Атырау,"\"Токаевым встретился\""}'::text[]) AS q;

-- a dictionary for configurations of one's own, on the default parser
CREATE TEXT SEARCH DICTIONARY our_entity (TEMPLATE = tribuna_entity, stemmer = 'tribuna_stem');
CREATE TEXT SEARCH CONFIGURATION ours (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION ours ADD MAPPING FOR word, hword, hword_part, asciiword, asciihword, hword_asciipart, numword, numhword, hword_numpart, uint, "int", float, sfloat, version
  WITH our_entity, tribuna_stem;
SELECT ts_lexize('our_entity', 'Атырауской'), ts_lexize('our_entity', 'закона'), ts_lexize('our_entity', 'Орал');
SELECT to_tsvector('ours', 'аким Атырауской области');
SELECT to_tsvector('ours', 'Глава государства прибыл в г.Алматы');
SELECT to_tsvector('ours', 'в Северо-Казахстанской области и Нур-Султане');
SELECT to_tsvector('ours', 'главы, главы государств и глава');
SELECT to_tsvector('ours', 'в Ростове-на-Дону, Республике'), to_tsvector('ours', 'Республика'), to_tsvector('ours', 'Республики Казахстан');
SELECT to_tsvector('ours', 'текст place/kz/ и office/senate/chair/');
SELECT plainto_tsquery('ours', 'Атырауская область'), phraseto_tsquery('ours', 'Атырауская область');
SELECT to_tsvector('ours', 'по Атырауской области') @@ phraseto_tsquery('ours', 'Атырауская область') AS found;
SELECT ts_headline('ours', 'Заседание в Атырауской области прошло', plainto_tsquery('ours', 'Атырауская область'));
-- its own stems, when no stemmer is named; else any dictionary's
CREATE TEXT SEARCH DICTIONARY plain_entity (TEMPLATE = tribuna_entity);
CREATE TEXT SEARCH DICTIONARY russian_entity (TEMPLATE = tribuna_entity, stemmer = 'pg_catalog.russian_stem');
CREATE TEXT SEARCH DICTIONARY latin_only (TEMPLATE = simple, accept = false);
CREATE TEXT SEARCH DICTIONARY latin_entity (TEMPLATE = tribuna_entity, stemmer = 'latin_only');
SELECT ts_lexize('plain_entity', 'казахстанского'), ts_lexize('russian_entity', 'казахстанского'), ts_lexize('latin_entity', 'казахстанского');
-- sample documents pass through it
CREATE TEMP TABLE sample (file text, source text, published date, title text, body text);
\copy sample from program 'sh "$TB_TOP"/tool/samples.sh'
SELECT bool_and(length(to_tsvector('ours', body)) > 100) AS full, count(*) FILTER (WHERE to_tsvector('ours', body) @@ $$'place/':*$$) > 10 AS places,
       count(*) FILTER (WHERE to_tsvector('ours', body) @@ $$'office/':*$$) > 5 AS offices
FROM sample;
