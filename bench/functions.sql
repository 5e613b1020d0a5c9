-- Time every function over the table doc (id, body), in rounds so that a slow
-- moment of the machine meets all of them; print MB/s and the ratio to stock.
SET client_min_messages = warning;
SELECT set_config('bench.rounds', :'rounds', false) \g /dev/null
CREATE TEMP TABLE call (n serial, label text, query text, best interval);
INSERT INTO call (label, query) VALUES
  ('to_tsvector(''russian'')', 'SELECT count(to_tsvector(''russian'', body)) FROM doc'),
  ('to_tsvector(''tribuna'')', 'SELECT count(to_tsvector(''public.tribuna'', body)) FROM doc'),
  ('tribuna_tsvector', 'SELECT count(tribuna_tsvector(body)) FROM doc'),
  ('extract_dates', 'SELECT count(e) FROM doc, extract_dates(body) e'),
  ('extract_places', 'SELECT count(e) FROM doc, extract_places(body) e'),
  ('extract_titles', 'SELECT count(e) FROM doc, extract_titles(body) e'),
  ('extract_persons', 'SELECT count(e) FROM doc, extract_persons(body) e'),
  ('extract_statements', 'SELECT count(e) FROM doc, extract_statements(body) e'),
  ('extract_speakers', 'SELECT count(e) FROM doc, extract_speakers(body) e'),
  ('analyze_document', 'SELECT count(analyze_document(body)) FROM doc'),
  ('document_date', 'SELECT count(document_date(body)) FROM doc'),
  ('place_codes', 'SELECT count(place_codes(body)) FROM doc');

DO $$
DECLARE
  c record;
  began timestamptz;
  took interval;
BEGIN
  FOR round IN 1 .. current_setting('bench.rounds')::int LOOP
    FOR c IN SELECT * FROM call ORDER BY n LOOP
      began := clock_timestamp();
      EXECUTE c.query;
      took := clock_timestamp() - began;
      UPDATE call SET best = least(best, took) WHERE n = c.n;
    END LOOP;
  END LOOP;
END $$;

SELECT format('  %-28s %8s MB/s   %5s x stock', label,
              round(size / 1e6 / extract(epoch FROM best), 1),
              round(extract(epoch FROM stock) / extract(epoch FROM best), 2))
FROM call,
     (SELECT sum(octet_length(body)) AS size FROM doc) AS s,
     (SELECT best AS stock FROM call WHERE n = 1) AS r
ORDER BY n;
