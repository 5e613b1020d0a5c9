-- What is asked of both: a line each, a name and a query over tables that are
-- called the same in the schema "public" (shards) and "one" (a single server).
search          SELECT id FROM release WHERE search @@ tribuna_tsquery('Глава государства')
branch          SELECT id FROM release WHERE search @@ tribuna_tsquery('Казахстан*')
headline        SELECT id, ts_headline('tribuna', body, q, 'MaxFragments=1, MaxWords=8, MinWords=4') FROM release, tribuna_tsquery('Президент') AS q WHERE search @@ q
places          SELECT id FROM release WHERE place_codes(body) && ARRAY['kz/astana/', 'kz/almaty/']
dates           SELECT id FROM release WHERE date_periods(body, published) && '{[2024-01-01,2024-03-01)}'
persons         SELECT id FROM release WHERE cardinality(person_names(body)) > 5
stored          SELECT id FROM release WHERE places && ARRAY['kz/astana/']
facet           SELECT place, count(*) FROM release, unnest(places) AS place GROUP BY place
best            SELECT id, ts_rank(search, q) AS rank FROM release, tribuna_tsquery('Сенат вода') AS q WHERE search @@ q ORDER BY rank DESC, id LIMIT 5
said            SELECT id, start, speaker, statement FROM release_statements WHERE kind = 'direct'
speakers        SELECT speaker, count(*) FROM release_statements GROUP BY speaker
