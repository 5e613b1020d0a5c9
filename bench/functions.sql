-- Time every function over the table doc (id, body), in rounds that go through
-- all of them in turn, so that a slow moment of the machine meets each; print
-- rows of Markdown: MB/s by the median round, the ratio to stock round by round
-- (median, lowest, highest).
SET client_min_messages = warning;
SELECT set_config('bench.rounds', :'rounds', false) \g /dev/null
CREATE TEMP TABLE call (n serial, label text, query text);
INSERT INTO call (label, query) VALUES
  ('`to_tsvector(''russian'')`', 'SELECT count(to_tsvector(''russian'', body)) FROM doc'),
  ('`to_tsvector(''tribuna'')`', 'SELECT count(to_tsvector(''public.tribuna'', body)) FROM doc'),
  ('`tribuna_tsvector`', 'SELECT count(tribuna_tsvector(body)) FROM doc'),
  ('`extract_dates`', 'SELECT count(e) FROM doc, extract_dates(body) e'),
  ('`extract_places`', 'SELECT count(e) FROM doc, extract_places(body) e'),
  ('`extract_titles`', 'SELECT count(e) FROM doc, extract_titles(body) e'),
  ('`extract_persons`', 'SELECT count(e) FROM doc, extract_persons(body) e'),
  ('`extract_statements`', 'SELECT count(e) FROM doc, extract_statements(body) e'),
  ('`extract_facts`', 'SELECT count(e) FROM doc, extract_facts(body) e'),
  ('`analyze_document`', 'SELECT count(analyze_document(body)) FROM doc'),
  ('`document_date`', 'SELECT count(document_date(body)) FROM doc'),
  ('`place_codes`', 'SELECT count(place_codes(body)) FROM doc');
CREATE TEMP TABLE took (n int, round int, seconds float8);

DO $$
DECLARE
  c record;
  began timestamptz;
BEGIN
  FOR round IN 1 .. current_setting('bench.rounds')::int LOOP
    FOR c IN SELECT * FROM call ORDER BY n LOOP
      began := clock_timestamp();
      EXECUTE c.query;
      INSERT INTO took VALUES (c.n, round, extract(epoch FROM clock_timestamp() - began));
    END LOOP;
  END LOOP;
END $$;

SELECT format('| %s | %s | %sx | %s - %s |', label,
              round((size / 1e6 / percentile_cont(0.5) WITHIN GROUP (ORDER BY t.seconds))::numeric, 1),
              round((percentile_cont(0.5) WITHIN GROUP (ORDER BY s.seconds / t.seconds))::numeric, 2),
              round(min(s.seconds / t.seconds)::numeric, 2),
              round(max(s.seconds / t.seconds)::numeric, 2))
FROM call
  JOIN took AS t USING (n)
  JOIN took AS s ON s.n = 1 AND s.round = t.round,
  (SELECT sum(octet_length(body)) AS size FROM doc) AS b
GROUP BY call.n, label, size
ORDER BY call.n;
