-- Names in six cases: every form finds every other, written as a name or in
-- small letters, by tribuna_tsquery; and by plainto_tsquery where the name is
-- one of persons.
CREATE TEMP TABLE ending (pattern text, n int, e text);
INSERT INTO ending SELECT p, n, e FROM (VALUES
  ('ов', '{"",а,у,а,ым,е}'), ('ова', '{а,ой,ой,у,ой,ой}'), ('город', '{"",а,у,"",ом,е}'),
  ('имя', '{"",а,у,а,ом,е}'), ('й', '{й,я,ю,я,ем,е}'), ('а', '{а,ы,е,у,ой,е}'), ('ка', '{а,и,е,у,ой,е}'),
  ('я', '{я,и,е,ю,ей,е}'), ('ия', '{ия,ии,ии,ию,ией,ии}'), ('ь', '{ь,и,и,ь,ью,и}'),
  ('ий', '{ий,ого,ому,ого,им,ом}'), ('ая', '{ая,ой,ой,ую,ой,ой}'), ('ское', '{ское,ского,скому,ское,ским,ском}'))
  AS v(p, list), unnest(list::text[]) WITH ORDINALITY AS u(e, n);

CREATE TEMP TABLE name (base text, pattern text, kind text);
INSERT INTO name VALUES
  ('Токаев', 'ов', 'person'), ('Ашимбаев', 'ов', 'person'), ('Назарбаев', 'ов', 'person'), ('Кошанов', 'ов', 'person'),
  ('Бектенов', 'ов', 'person'), ('Смаилов', 'ов', 'person'), ('Мамин', 'ов', 'person'), ('Путин', 'ов', 'person'),
  ('Мишустин', 'ов', 'person'), ('Володин', 'ов', 'person'), ('Жапаров', 'ов', 'person'), ('Мирзиёев', 'ов', 'person'),
  ('Султанов', 'ов', 'person'), ('Царёв', 'ов', 'person'), ('Солнцев', 'ов', 'person'), ('Птицын', 'ов', 'person'),
  ('Нурпеисов', 'ова', 'person'), ('Матвиенков', 'ова', 'person'), ('Захаров', 'ова', 'person'),
  ('Тасмагамбетов', 'ов', 'person'), ('Нигматулин', 'ов', 'person'), ('Аскаров', 'ов', 'person'),
  ('Эрдоган', 'имя', 'person'), ('Пашинян', 'имя', 'person'), ('Рахмон', 'имя', 'person'), ('Байден', 'имя', 'person'),
  ('Макрон', 'имя', 'person'), ('Шольц', 'имя', 'person'), ('Рейган', 'имя', 'person'), ('Земан', 'имя', 'person'),
  ('Туякбай', 'й', 'person'), ('Дадебай', 'й', 'person'), ('Песков', 'ов', 'person'), ('Лаврентьев', 'ов', 'person'),
  ('Вознесенск', 'ий', 'person'), ('Жириновск', 'ий', 'person'), ('Ярославск', 'ая', 'person'),
  ('Астан', 'а', 'place'), ('Казахстан', 'город', 'place'), ('Атырау', 'ь0', 'place'), ('Шымкент', 'город', 'place'),
  ('Караганд', 'а', 'place'), ('Кызылорд', 'а', 'place'), ('Қызылорд', 'а', 'place'), ('Павлодар', 'город', 'place'),
  ('Уральск', 'город', 'place'), ('Туркестан', 'город', 'place'), ('Нур-Султан', 'город', 'place'),
  ('Усть-Каменогорск', 'город', 'place'), ('Иран', 'город', 'place'), ('Киев', 'город', 'place'), ('Узбекистан', 'город', 'place'),
  ('Кыргызстан', 'город', 'place'), ('Таджикистан', 'город', 'place'), ('Азербайджан', 'город', 'place'),
  ('Тамбов', 'город', 'place'), ('Харьков', 'город', 'place'), ('Ростов', 'город', 'place'), ('Псков', 'город', 'place'),
  ('Саратов', 'город', 'place'), ('Москв', 'а', 'place'), ('Рязан', 'ь', 'place'), ('Сибир', 'ь', 'place'),
  ('Росс', 'ия', 'place'), ('Армен', 'ия', 'place'), ('Кита', 'й', 'place'), ('Шанха', 'й', 'place'), ('Алта', 'й', 'place'),
  ('Беларус', 'ь', 'place'), ('Берлин', 'город', 'place'), ('Лондон', 'город', 'place'), ('Пекин', 'город', 'place'),
  ('Ташкент', 'город', 'place'), ('Бишкек', 'город', 'place'), ('Минск', 'город', 'place'), ('Самарканд', 'город', 'place'),
  ('Пакистан', 'город', 'place'), ('Афганистан', 'город', 'place'), ('Ватикан', 'город', 'place'), ('Кемерово', 'ь0', 'place'),
  ('Татарстан', 'город', 'place'), ('Дагестан', 'город', 'place'), ('Магадан', 'город', 'place'), ('Милан', 'город', 'place'),
  ('Абакан', 'город', 'place'), ('Актобе', 'ь0', 'place'), ('Жезказган', 'город', 'place'), ('Темиртау', 'ь0', 'place');

CREATE TEMP TABLE form AS
SELECT base, kind, n, base || e AS form FROM name JOIN ending USING (pattern)
UNION ALL
SELECT base, kind, 1, base FROM name WHERE pattern = 'ь0';

SELECT count(DISTINCT base) AS names, count(*) AS forms FROM form;

CREATE TEMP TABLE pair AS
SELECT d.base, d.kind, d.form AS written, q.form AS asked,
       tribuna_tsvector('Накануне ' || d.form || ' здесь') AS vector
FROM form AS d JOIN form AS q USING (base);
SELECT count(*) > 2000 AS many FROM pair;

SELECT base, written, asked FROM pair WHERE NOT vector @@ tribuna_tsquery(asked) ORDER BY 1, 2, 3;
SELECT base, written, asked FROM pair WHERE NOT vector @@ tribuna_tsquery(lower(asked)) ORDER BY 1, 2, 3;
SELECT base, written, asked FROM pair WHERE NOT vector @@ tribuna_tsquery('"' || asked || '"') ORDER BY 1, 2, 3;
SELECT base, written, asked FROM pair
WHERE kind = 'person' AND NOT vector @@ plainto_tsquery('tribuna', lower(asked)) ORDER BY 1, 2, 3;

-- stock russian splits most of them
SELECT count(DISTINCT base) > 40 AS split_by_russian FROM pair
WHERE NOT to_tsvector('russian', written) @@ plainto_tsquery('russian', asked);

-- full names, given name and surname together
CREATE TEMP TABLE full_form AS
SELECT g.n, g.base || g.e || ' ' || s.base || s.e AS form, s.base || ' ' || g.base AS who
FROM (SELECT base, n, e FROM (VALUES ('Маулен'), ('Ерлан'), ('Олжас'), ('Серик')) AS v(base), ending WHERE pattern = 'имя') AS g
JOIN (SELECT base, n, e FROM (VALUES ('Ашимбаев'), ('Кошанов'), ('Бектенов')) AS v(base), ending WHERE pattern = 'ов') AS s USING (n);
SELECT d.form AS written, q.form AS asked
FROM full_form AS d JOIN full_form AS q USING (who)
WHERE NOT tribuna_tsvector('Накануне ' || d.form || ' выступил здесь') @@ tribuna_tsquery(q.form)
   OR NOT tribuna_tsvector('Накануне ' || d.form || ' выступил здесь') @@ tribuna_tsquery(lower(q.form))
ORDER BY 1, 2;
-- and nobody meets a namesake
SELECT d.form AS written, q.form AS asked
FROM full_form AS d JOIN full_form AS q ON d.who <> q.who
WHERE tribuna_tsvector('Накануне ' || d.form || ' выступил здесь') @@ tribuna_tsquery(q.form)
   OR tribuna_tsvector('Накануне ' || d.form || ' выступил здесь') @@ tribuna_tsquery(lower(q.form))
ORDER BY 1, 2;

-- ё and е, Kazakh letters, accents, soft hyphens, capitals
SELECT bool_and(tribuna_tsvector(w) @@ tribuna_tsquery(q)) AS same_letters
FROM (VALUES ('Орёл', 'орел'), ('Семёнов', 'Семенова'), ('ещё идёт', 'идет'), ('Қызылорда', 'кызылорда'), ('Жетісу', 'жетысу'),
             ('КАЗАХСТАН', 'казахстан'), (U&'Аста\00ADна', 'астана'), (U&'Ка\0301захстан', 'казахстан'), ('ТОКАЕВ', 'токаеву'),
             (U&'Нур\2011Султан', 'нур-султан'), ('Кызыл-Орда', 'Кызылорда')) AS v(w, q);
