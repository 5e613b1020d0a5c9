-- What the report draws, as one line of JSON out of the views of views.sql.
SELECT jsonb_build_object(
  'made', jsonb_build_object('version', tribuna.tribuna_version(), 'lexicon', tribuna.tribuna_lexicon_version()),
  'totals', (SELECT jsonb_build_object('documents', count(*), 'first', min(published), 'last', max(published),
      'statements', (SELECT count(*) FROM bi_statements), 'direct', (SELECT count(*) FROM bi_statements WHERE direct),
      'speakers', (SELECT count(DISTINCT speaker) FROM bi_statements WHERE speaker_type = 'person'),
      'persons', (SELECT count(*) FROM bi_persons), 'places', (SELECT count(*) FROM bi_places),
      'offices', (SELECT count(*) FROM bi_offices), 'dates', (SELECT count(*) FROM bi_timeline))
    FROM bi_documents),
  'months', (SELECT jsonb_agg(to_jsonb(m) ORDER BY month) FROM bi_months m),
  'speakers', (SELECT jsonb_agg(to_jsonb(s)) FROM (
      SELECT s.speaker, min(s.speaker_id) AS id, mode() WITHIN GROUP (ORDER BY s.title COLLATE "C") AS title,
             count(*) AS statements, count(*) FILTER (WHERE s.direct) AS direct, count(DISTINCT s.id) AS documents
      FROM bi_statements s WHERE s.speaker_type = 'person'
      GROUP BY s.speaker ORDER BY statements DESC, s.speaker COLLATE "C" LIMIT 12) s),
  'regions', (SELECT jsonb_agg(to_jsonb(r)) FROM (
      SELECT place AS region, documents, mentions FROM bi_place_branches
      WHERE level = 2 AND branch LIKE 'kz/%' AND place_type IN ('region', 'city')
      ORDER BY documents DESC, mentions DESC, branch COLLATE "C" LIMIT 15) r),
  'speaker_regions', (SELECT jsonb_agg(to_jsonb(r)) FROM (
      SELECT speaker, speaker_id AS id, region, statements FROM bi_speaker_regions
      ORDER BY statements DESC, speaker COLLATE "C", region COLLATE "C" LIMIT 60) r),
  'offices', (SELECT jsonb_agg(to_jsonb(o)) FROM (
      SELECT title, holder, documents, mentions FROM bi_offices
      ORDER BY documents DESC, mentions DESC, office COLLATE "C" LIMIT 12) o),
  'horizon', (SELECT jsonb_agg(to_jsonb(y) ORDER BY year) FROM (
      SELECT extract(year FROM month)::int AS year, count(*) FILTER (WHERE direction = 'past') AS past,
             count(*) FILTER (WHERE direction = 'now') AS now, count(*) FILTER (WHERE direction = 'ahead') AS ahead
      FROM bi_timeline GROUP BY 1) y),
  'statements', (SELECT jsonb_agg(to_jsonb(s)) FROM (
      SELECT s.published, s.speaker, s.title, s.kind, s.statement, d.title AS document
      FROM bi_statements s JOIN bi_documents d USING (id) WHERE s.speaker IS NOT NULL
      ORDER BY s.published DESC NULLS LAST, s.id, s.n) s)
);
