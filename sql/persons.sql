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
