-- A place is one row with today's name and code, whatever the text calls it,
-- in whatever case; adjectives count, things named like places do not.
\pset format unaligned
\pset null ~

SELECT surface, start, length, place, place_code, place_type, kind, country, region
FROM extract_places('В г.Алматы и Атырауской области ждут гостей из Казахстана, Москвы и Ташкента.');

-- renamed, abbreviated, with an official name
SELECT surface, place, place_code
FROM extract_places('Форум прошел в Нур-Султане, его участники из Республики Казахстан и РФ уехали в столицу.');

-- an adjective is a mention of its place
SELECT surface, place, kind FROM extract_places('Алматинская агломерация и казахстанский рынок.');

-- things that only sound like places
SELECT count(*) FROM extract_places('Центр «Алатау» на улице Абая и газета «Turkistan».');

-- official codes come with the rows that have them
SELECT place, official_code IS NOT NULL AS has_code
FROM extract_places('Туркестанская область');

-- the scalar form: each code once, sorted
SELECT place_codes('В Астане и Алматы, в Нур-Султане и снова в Астане.');
SELECT place_codes('Здесь мест нет.');

-- one marker for a whole list, also of a name that no list of ours has
SELECT surface, place, place_type
FROM extract_places('Паводок на реках Жайык, Илек и Жем; ждут его в сёлах Кулан и Тасарал.');

-- the region behind a district decides which of its name is meant
SELECT surface, place_code
FROM extract_places('Сев начат в Жамбылском районе Алматинской области.');

-- words, adjectives and persons that are towns too
SELECT surface, place FROM extract_places('Мирный договор подписан в Мирном. Депутат Рыбинский молчал.');

-- every town under its region by a prefix of its code
SELECT place_codes('Пожары в Аягозе и Шаре.');
