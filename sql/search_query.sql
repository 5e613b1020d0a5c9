-- tribuna_tsquery: names match by entity, phrases cross entities, small
-- letters lose nothing, and nothing that is typed is an error.
\pset format unaligned
CREATE FUNCTION pg_temp.finds(query text, documents text[]) RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(CASE WHEN tribuna_tsvector(d) @@ tribuna_tsquery(query) THEN '+ ' ELSE '- ' END || d, E'\n' ORDER BY n)
   FROM unnest(documents) WITH ORDINALITY AS u(d, n) $$;

-- titles: any name of the office, its country if one is named
SELECT pg_temp.finds('Глава государства', '{Президент Казахстана прибыл,"Президента РФ","Касым-Жомарт Токаев, глава государства,",аким области,Президиум}');
SELECT pg_temp.finds('Президент', '{"Глава государства посетил Астану",Президенту Узбекистана,вице-президент}');
SELECT pg_temp.finds('Президент Казахстана', '{"Президент Республики Казахстан",Президентом РК,"Президент России","Президент РФ встретился с послом Казахстана"}');
SELECT pg_temp.finds('"президент казахстана"', '{"Президент Республики Казахстан",Президентом РК,"Президент России"}');
SELECT pg_temp.finds('спикер Сената', '{"Председатель Сената Парламента РК",Председателем Сената Мауленом Ашимбаевым,"председатель Мажилиса","Сенат слушал спикера"}');
SELECT pg_temp.finds('министр внутренних дел', '{"Министр внутренних дел Казахстана",главой МВД,"министр иностранных дел"}');
SELECT pg_temp.finds('аким Атырау', '{"аким города Атырау","акима Атырау",аким Астаны}');
SELECT pg_temp.finds('аким', '{"аким города Атырау",акимов,акимат}');
SELECT pg_temp.finds('депутат', '{"депутат Мажилиса",депутатами Сената,депутаты маслихатов}');

-- places: other names, cases, adjectives; the branch only where it is asked for
SELECT pg_temp.finds('Казахстан', '{РК,"Республика Казахстан",Казахстаном,"казахстанский народ",Астана}');
SELECT pg_temp.finds('Казахстан*', '{РК,"в Атырауской области","г. Шымкент",Москва}');
SELECT pg_temp.finds('place/kz/*', '{РК,"в Атырауской области",Москва,place/kz}');
SELECT pg_temp.finds('place/kz/', '{РК,Астана}');
SELECT pg_temp.finds('Астана', '{"в Нур-Султане",Астане,Целиноград,Алматы}');
SELECT pg_temp.finds('Атырауская область', '{"по Атырауской области","Атырауской и Актюбинской областях",Атырау}');
SELECT pg_temp.finds('Семей', '{"г. Семей","в Семее",семь семей,"семья"}');

-- persons: surname, full name, initials; never a namesake
SELECT pg_temp.finds('Токаев', '{Токаевым,"Касым-Жомарта Токаева",К.К. Токаев,Токаевский}');
SELECT pg_temp.finds('Касым-Жомарт Токаев', '{"Касым-Жомарту Токаеву",К. Токаев,"Токаев К.К.",Токаевым,"Иван Токаев"}');
SELECT pg_temp.finds('К. Токаев', '{"Касым-Жомарту Токаеву",К.К. Токаев,"Иван Токаев"}');
SELECT pg_temp.finds('Даурен Ашимбаев', '{"Даурена Ашимбаева",Д. Ашимбаев,"Маулен Ашимбаев"}');

-- dates: a month and a year are their days
SELECT pg_temp.finds('декабрь 2022', '{"24 декабря 2022 года",01.12.2022,"в декабре 2022 г.",2022 год,"24.12.2023"}');
SELECT pg_temp.finds('2022 год', '{"24 декабря 2022 года","I квартал 2022 года",2023 год}');
SELECT pg_temp.finds('II квартал 2023 года', '{"15 мая 2023 года","июль 2023 года"}');
SELECT pg_temp.finds('24.12.2022', '{"24 декабря 2022 года","с 20 по 26 декабря 2022 года"}');
SELECT pg_temp.finds('90-е годы', '{"в 1995 году","1990-е годы"}');
SELECT pg_temp.finds('date/2022/*', '{"24 декабря 2022 года"}');

-- phrases cross entities of any length
SELECT pg_temp.finds('"Глава государства посетил Астану"', '{"Президент посетил Астану","Президент Республики Казахстан посетил город Астану","посетил Астану Президент"}');
SELECT pg_temp.finds('"заявил Президент Казахстана журналистам"', '{"заявил Президент Республики Казахстан журналистам","заявил журналистам Президент Казахстана"}');
SELECT pg_temp.finds('"встретил Токаев в Астане послов"', '{"встретил Касым-Жомарт Токаев в городе Астане послов","встретил послов Токаев"}');
SELECT pg_temp.finds('"цифровые решения"', '{"цифровых решений","решения цифровые"}');
SELECT pg_temp.finds('"Сенат и Мажилис"', '{"Сената и Мажилиса","Сенат Мажилис"}');
SELECT pg_temp.finds('«закон о воде»', '{"закона о воде","воде закон"}');
SELECT pg_temp.finds('="Президент Казахстана"', '{"Президента Казахстана","Глава государства","Президент Республики Казахстан"}');

-- operators
SELECT q, tribuna_tsquery(q) FROM (VALUES
  ('Токаев -Астана'), ('-"Глава государства" закон'), ('Сенат or Мажилис'), ('вода OR закон бюджет'), ('сельск*'), ('"закон о вод"*'),
  ('вода - закон'), ('or вода or'), ('place/kz/atyrau-region/* -place/kz/'), ('office/kz/senate/chair/'), ('person/токаев/'), ('date/2022/12/'),
  ('place/k*'), ('https://akorda.kz/ru'), ('COVID-19'), ('="в и на"'), ('к 2030 году')) AS v(q);

-- small letters
SELECT q, tribuna_tsquery(q) FROM (VALUES
  ('глава государства'), ('президент казахстана'), ('касым-жомарт токаев'), ('токаевым'), ('астана'), ('рк'), ('вко'), ('сша'),
  ('атырауская область'), ('спикер сената маулен ашимбаев'), ('или'), ('май'), ('семей')) AS v(q);

-- nothing that is typed is an error
SET client_min_messages = warning;
SELECT q, tribuna_tsquery(q) FROM (VALUES
  (''), (' '), ('и в на'), ('"'), ('""'), ('-'), ('--'), ('=='), ('*'), ('**'), ('-"'), ('="'), ('«'), ('»'), ('or'), ('or or or'), ('- - -'),
  (''''), ('); ('), ('\'), ('a\''b'), ('!&|()<->:*'), ('''a'':*'), ('place/kz/&x'), ('place//'), ('person/о''нил/'), ('"незакрытая фраза'), ('a"b"c'), ('":"')) AS v(q);
RESET client_min_messages;
SELECT tribuna_tsquery(NULL) IS NULL AS null_in;
SELECT numnode(tribuna_tsquery(repeat('Астана закон ', 300))) AS nodes;
SELECT tribuna_tsquery(repeat('я', 3000)), tribuna_tsquery('"' || repeat('я', 3000) || ' закон"');

-- random mixtures of what the syntax is made of
SET client_min_messages = error;
SELECT setseed(0.17);
SELECT count(tribuna_tsquery(q)) AS parsed, bool_and(tribuna_tsquery(q)::text::tsquery::text = tribuna_tsquery(q)::text) AS readable
FROM (SELECT doc, string_agg((ARRAY['"', '«', '»', '-', '=', '*', 'or', ' ', ' ', ' ', '''', '\', ':', '&', '|', '!', '(', ')', '<->', '/', 'place/', 'place/kz/',
         'Астана', 'астана', 'Президент', 'Казахстана', 'токаев', 'К.', 'и', 'в', '24', 'декабря', '2022', 'года', 'закон', 'рк', U&'\00A0', U&'\00AD', 'x', '„', '“'])
         [1 + floor(random() * 41)::int], '') AS q
      FROM generate_series(1, 3000) AS doc, generate_series(1, 12) GROUP BY doc) AS random_query;

-- a word behind a title that no office says is asked for itself
SELECT query, tribuna_tsquery(query)
FROM unnest(ARRAY['министр зарплата', 'министр спорта', 'глава департамента энергетики']) AS query;

-- a body with its country is one lexeme, which a text of that country has without naming it
SELECT query, tribuna_tsquery(query),
       tribuna_tsvector('МВД сообщило о пожаре.', NULL, 'kz') @@ tribuna_tsquery(query) AS in_kz,
       tribuna_tsvector('Об этом сообщили в российском МВД.', NULL, 'kz') @@ tribuna_tsquery(query) AS in_ru
FROM unnest(ARRAY['МВД', 'МВД РК', 'казахстанский МВД', 'мвд россии', 'российское министерство внутренних дел', 'МВД Киргизии', 'МВД Алматы']) AS query;

-- a body inside a title is named, too; one that many have is any of them, the ООН's where the text speaks of it
SELECT body, array_agg(query ORDER BY query COLLATE "C") FILTER (WHERE tribuna_tsvector(body) @@ tribuna_tsquery(query)) AS found_by
FROM unnest(ARRAY['Председатель Госдумы уехал.', 'Депутат районной думы уехал.', 'Генсек ООН ждёт ответа. Совбез соберётся в среду.',
                  'В Москве собрали Совбез.', 'Первый замакима СКО уехал.', 'Приехали акимы СКО, ВКО и области Абай.']) AS body,
     unnest(ARRAY['Государственная Дума', 'Совет Безопасности', 'Совбез ООН', 'Совбез России', 'замакима', 'аким ВКО', 'аким ЗКО']) AS query
GROUP BY body ORDER BY body COLLATE "C";
