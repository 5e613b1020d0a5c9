-- One name at a time: to its canonical nominative and to any case, NULL where
-- nothing is known of it.
\pset null ~

SELECT name, normalize_name(name)
FROM unnest(ARRAY['Мауленом Ашимбаевым', 'Касым-Жомарта Токаева', 'Динаре Нурпеисовой',
                  'Токаевым', 'К.К.Токаева', 'стол', '']) AS name;

SELECT title, normalize_title(title)
FROM unnest(ARRAY['спикера Сената', 'Главы государства', 'акиму Атырауской области',
                  'министром здравоохранения', 'стол', '']) AS title;

SELECT place, normalize_place(place)
FROM unnest(ARRAY['Атырауской области', 'Нур-Султане', 'РК', 'Семее', 'алматинской',
                  'Кыргызской Республики', 'стол', '']) AS place;

SELECT grammatical_case,
       decline('Маулен Ашимбаев', grammatical_case) AS name,
       decline('Атырауская область', grammatical_case) AS place,
       decline('Председатель Сената', grammatical_case) AS title
FROM unnest(ARRAY['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional']) AS grammatical_case;

SELECT decline('Алматы', 'genitive'), decline('Динара Нурпеисова', 'Dative'),
       decline('Орёл', 'genitive'), decline('Астана', 'предложный');

-- there and back
SELECT bool_and(normalize_name(decline('Касым-Жомарт Токаев', c)) = 'Касым-Жомарт Токаев') AS name_comes_back,
       bool_and(normalize_place(decline('Туркестанская область', c)) = 'Туркестанская область') AS place_comes_back
FROM unnest(ARRAY['genitive', 'dative', 'accusative', 'instrumental', 'prepositional']) AS c;
