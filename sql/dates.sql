-- Dates come back as closed, inclusive periods, counted from the reference,
-- with an open side as NULL; without a reference relative ones have no value.
SET datestyle = ISO, DMY;
\pset format unaligned
\pset null ~

-- every granularity a user meets, against one reference
SELECT surface, start, length, date_from, date_to, granularity, kind, modifier, edtf, period
FROM extract_dates('Встреча прошла 24 декабря 2022 года, следующая намечена на 15.01.2023. '
  'В марте 2021 года, во втором квартале 2022 года и в 2020 году заседаний не было.',
  '2022-12-30');

-- what the reference alone can tell
SELECT surface, date_from, date_to, granularity, kind
FROM extract_dates('Вчера прошло заседание. Завтра состоится встреча. 1 сентября т.г. было послание.',
  '2022-12-24');

-- no reference, no dateline: relative dates have no value, explicit ones keep theirs
SELECT surface, date_from, date_to, kind, period
FROM extract_dates('Вчера прошло заседание. Закон принят 8 июля 2005 года.');

-- the dateline stands in for a reference that is not given
SELECT document_date(E'Сенат принял закон\n\n24.12.2022 361\n\nВчера прошло заседание.');
SELECT surface, date_from
FROM extract_dates(E'Сенат принял закон\n\n24.12.2022 361\n\nВчера прошло заседание.')
WHERE surface = 'Вчера';
SELECT document_date('Заседание Сената прошло в Астане.');

-- an open side is NULL, and no period reaches to infinity
SELECT surface, date_from, date_to, granularity, period
FROM extract_dates('Работы завершат до 1 июня 2023 года. Новый порядок действует с 2024 года.', '2023-01-10');

-- not dates: view counters, phones, law numbers, impossible days
SELECT count(*) FROM extract_dates('Телефон 74-72-27, статья 31, просмотров 361, 31.02.2022.', '2022-12-24');

-- the scalar form unites what overlaps, and of an open period takes the named unit
SELECT date_periods('С 10 по 17 декабря 2022 года и с 15 по 20 декабря 2022 года шёл приём, закрыли его до 2050 года.', '2022-12-24');
SELECT date_periods('Заседание прошло вчера.');
