-- A title is the whole official title in the nominative, with the path of the
-- office; its holder comes from the document, else from the registry.
\pset format unaligned
\pset null ~

SELECT surface, start, length, title, office, holder, holder_source
FROM extract_titles('Председателем Сената Парламента Республики Казахстан Мауленом Ашимбаевым '
  'проведена встреча с акимом Атырауской области и депутатами маслихата.', '2022-12-24', 'kz');

-- synonyms meet in one office; the country decides which president it is
SELECT surface, title, office
FROM extract_titles('Глава государства принял спикера Сената.', '2022-12-24', 'kz');
SELECT surface, title, office
FROM extract_titles('Глава государства подписал указ.', '2022-12-24', 'ru');

-- former and acting ones say so
SELECT surface, title FROM extract_titles('Бывший аким области и и.о. министра здравоохранения РК.', NULL, 'kz');

-- not titles
SELECT count(*) FROM extract_titles('Под председательством комиссии прошли президентские реформы.');

-- the scalar form: each path once, sorted
SELECT office_codes('Глава государства и Президент страны. Президент Казахстана.', NULL, 'kz');

-- whose minister an adjective says, where an envoy is sent, who governs another case; the registry knows the world's heads by date
SELECT surface, title, office, holder
FROM extract_titles('Турецкий министр транспорта принял постпреда Казахстана при ООН и командующего Национальной гвардией. '
  'Секретарь Костанайского областного маслихата ждёт канцлера Германии.', '2022-05-01', 'kz');

-- the head of a region by any of his names, as the text has called him
SELECT surface, title, office, holder FROM extract_titles('Глава Бурятии Алексей Цыденов ответил. Глава региона доволен. Позже раис Татарстана Рустам Минниханов добавил: руководитель региона согласен.', NULL, 'ru');
SELECT surface, title, office FROM extract_titles('Комиссия провела первое после перерыва заседание.', NULL, 'kz');
