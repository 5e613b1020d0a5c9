-- ts_headline marks whole words of the mention that was asked for, in every
-- spelling, and nothing else; the text itself it leaves as it was.
\pset format unaligned
\pset tuples_only
SELECT ts_headline('tribuna', d, tribuna_tsquery(q), 'StartSel=[, StopSel=], HighlightAll=true') FROM (VALUES
 ('Выступил заместитель председателя Комитета по экономической политике Сената Парламента.', 'Сенат'),
 ('Первый заместитель акима города Алматы Иванов провёл заседание, аким района остался.', 'заместитель акима Алматы'),
 ('Министр иностранных дел прибыл; министр обороны остался, иностранных гостей много.', 'Министр иностранных дел'),
 ('В МВД сообщили, что внутренних дел много.', 'Министерство внутренних дел'),
 ('Премьер-министр и вице-премьер встретились; министр уехал.', 'Премьер-министр'),
 ('В Северо-Казахстанской области и в Казахстане.', 'Северо-Казахстанская область'),
 ('В Нур-Султане и Ростове-на-Дону, на Дону и на Ростовском вокзале.', 'Ростов-на-Дону'),
 ('Казахстанские врачи и казахстанско-узбекская граница.', 'Казахстан'),
 ('Алматинская агломерация и г. Алматы, г.Алматы.', 'Алматы'),
 (U&'В А\0301стане и Аста\0301не, в Аста\00ADне.', 'Астана'),
 (U&'Председа\00ADтель Сена\0301та открыл.', 'Председатель Сената'),
 ('К.К. Токаев, Токаев К.-Ж., Касым-Жомарту Кемелевичу Токаеву, Токаева А.', 'Касым-Жомарт Токаев'),
 ('24 декабря 2022 года, 24.12.2022, в декабре 2022-го и 24 декабря.', '24 декабря 2022 года'),
 ('«Глава государства» поручил главе района; и.о. главы государства.', 'Президент'),
 ('Президент РК, президент компании, Президент России.', 'Президент Казахстана'),
 ('Президент РК, президент компании, Президент России.', '"Президент Казахстана"'),
 ('Спикер Сената Маулен Ашимбаев; спикер, Ашимбаев Даурен и сенат университета.', 'Председатель Сената Маулен Ашимбаев'),
 -- words, which the server marks by their stems wherever they stand; small letters may be words, too
 ('Закон о воде, законом о водах, законный вод.', '"закон о воде"'),
 ('АКИМ АСТАНЫ И аким Астаны, акима астаны, аким', 'аким Астаны'),
 ('Aстана с латинской буквой и Aктау.', 'Астана'),
 ('В Кызыл-Орде, Қызылорде и Кызылорде.', 'Кызылорда'),
 ('Уроженец Орала орал в Уральске.', 'Уральск')
) AS v(d, q);

-- a fragment is cut between words, with the mention in it
SELECT q, strpos(body, translate(fragment, '[]', '')) > 0 AS of_text, substring(fragment, '\[.*\]') AS marked
FROM (SELECT repeat('Слова. ', 60) || 'Первый заместитель председателя Сената Парламента выступил в Северо-Казахстанской области. ' || repeat('Слова. ', 60)) AS t(body),
  unnest('{Северо-Казахстанская область,Сенат}'::text[]) AS q,
  ts_headline('tribuna', body, tribuna_tsquery(q), 'StartSel=[, StopSel=], MaxFragments=1, MaxWords=9, MinWords=4') AS fragment;

-- over the sample documents: what is marked is there whenever the document is
-- found by the name, and without the marks the text is as it was
\pset tuples_only off
CREATE TEMP TABLE sample (file text, source text, published date, title text, body text);
\copy sample from program 'sh "$TB_TOP"/tool/samples.sh'
SELECT q AS query, count(*) FILTER (WHERE h LIKE '%{{%') > 0 AS marked, count(*) FILTER (WHERE (h LIKE '%{{%') <> (to_tsvector('tribuna', body) @@ tribuna_tsquery(q))) AS different,
  count(*) FILTER (WHERE replace(replace(h, '{{', ''), '}}', '') <> body) AS changed,
  count(*) FILTER (WHERE h ~ '[0-9a-zA-Zа-яёА-ЯЁ]\{\{|\}\}[0-9a-zA-Zа-яёА-ЯЁ]|\{\{[^0-9a-zA-Zа-яёА-ЯЁ]*\}\}') AS parts_of_words
FROM sample, unnest('{Казахстан,Президент Казахстана,Сенат,аким,Алматы,Токаев,Россия,Министр,закон}'::text[]) AS q,
  ts_headline('tribuna', body, tribuna_tsquery(q), 'StartSel={{, StopSel=}}, HighlightAll=true') AS h
GROUP BY q ORDER BY q COLLATE "C";
