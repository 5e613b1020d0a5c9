-- A person is one row a mention, named by the fullest form that the document
-- gives, in the nominative, whatever case or initials the mention has.
\pset format unaligned
\pset null ~

SELECT surface, start, length, person, person_id, surname, given_name, patronymic
FROM extract_persons('Маулен Ашимбаев открыл заседание. С Ашимбаевым и Динарой Нурпеисовой согласился К.К.Токаев.');

-- the title beside a name belongs to the person
SELECT surface, person, title, office
FROM extract_persons('Председатель Сената Маулен Ашимбаев выступил. Ашимбаев ответил на вопросы.');

-- patronymics of all kinds
SELECT surface, person, patronymic
FROM extract_persons('Сергею Ивановичу Петрову и Ерлану Сериковичу Нурпеисову вручили награды.');

-- names of streets and schools are no persons
SELECT count(*) FROM extract_persons('На улице Сатпаева открыта школа имени Абая Кунанбаева.');

-- the scalar form
SELECT person_names('Маулен Ашимбаев принял Касым-Жомарта Токаева. Токаев уехал.');
SELECT person_names('Никого нет.');

-- one person, one id: in another order, in a case, with initials, alone; numbers of rulers, pairs, by-names
SELECT surface, person, person_id
FROM extract_persons('Ажар Тулегенова и Нурлан Сапаров ушли. Сапарова Нурлана и А. Тулегенову ждут. Слово Сапарову. '
  'Король Карл III уехал. За Карлом III вышли Иван и Мария Сорокины. Голы забил Тимур «Беркут» Даулетов.');

-- initials of whom the document names in full are his, and nobody else's
SELECT name, tribuna_tsvector(text) @@ tribuna_tsquery(name) AS found
FROM (VALUES ('Спикер Маулен Ашимбаев открыл форум. М. Ашимбаев уехал.')) AS d (text),
     unnest('{Маулен Ашимбаев, М. Ашимбаев, Ашимбаев, Марат Ашимбаев, Даурен Ашимбаев}'::text[]) AS name;

-- of names in the East and of rulers every part tells
SELECT name, tribuna_tsvector('Ким Чен Ын принял Карла III. С Ким Чен Ыном уехали все.') @@ tribuna_tsquery(name) AS found
FROM unnest('{Ким Чен Ын, Ким Чен Ыну, Ким Чен Ир, Карл III, Карл II}'::text[]) AS name;

-- who is called by the surname alone
SELECT surface, person FROM extract_persons('Трамп позвонил Рахмону. Перепечина не исключила, что придёт. Ждали и Ауэзова.');
