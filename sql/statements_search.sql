-- What X said about Y: statements as rows with a vector of their own, found by
-- speaker and words through two indexes; a name in the text is not a speaker.
\pset format unaligned
\pset null ~

CREATE TABLE release (id int PRIMARY KEY, published date, body text);
INSERT INTO release VALUES
  (1, '2024-03-05', E'Председатель Сената Маулен Ашимбаев провёл заседание.\n\n'
      '«Нам нужны новые дороги в сёлах», – сказал спикер. Он отметил, что школы ремонтируют.'),
  (2, '2024-03-06', E'Аким Атырауской области Серик Шапкенов рассказал о паводке.\n\n'
      '«Дороги к двум сёлам размыло», – сообщил аким. О школах, по его словам, волноваться рано.'),
  (3, '2024-03-07', E'Маулена Ашимбаева поздравили коллеги. «Дороги с ним становятся короче», – '
      'пошутила депутат Динара Нурпеисова.');

CREATE TABLE said AS
SELECT r.id AS release, s.start, s.speaker, s.speaker_id, s.kind, s.statement,
       tribuna_tsvector(s.statement, r.published, 'kz') AS search
FROM release r, LATERAL extract_statements(r.body, r.published, 'kz') s;
CREATE INDEX said_search ON said USING gin (search);
CREATE INDEX said_speaker ON said (speaker_id);
ANALYZE said;

SELECT release, speaker, kind, statement FROM said ORDER BY release, start;

-- what did Ashimbayev say about roads?  Release 3 speaks of him, it does not quote him
SELECT release, statement FROM said
WHERE speaker_id = 'ашимбаев/маулен/' AND search @@ tribuna_tsquery('дороги')
ORDER BY release, start;

-- who spoke of roads?
SELECT speaker, release FROM said WHERE search @@ tribuna_tsquery('дорога') ORDER BY release, start;

SET enable_seqscan = off;
EXPLAIN (COSTS OFF)
SELECT release, statement FROM said
WHERE speaker_id = 'ашимбаев/маулен/' AND search @@ tribuna_tsquery('дороги');
EXPLAIN (COSTS OFF)
SELECT release, statement FROM said WHERE search @@ tribuna_tsquery('дороги');

-- documents in which he is quoted, by the scalar form and an index on it
CREATE INDEX release_speakers ON release USING gin (speaker_names(body, published, 'kz'));
SELECT id FROM release WHERE speaker_names(body, published, 'kz') @> ARRAY['Маулен Ашимбаев'] ORDER BY id;
EXPLAIN (COSTS OFF)
SELECT id FROM release WHERE speaker_names(body, published, 'kz') @> ARRAY['Маулен Ашимбаев'];
