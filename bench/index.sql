-- Time indexing and searching doc (id, body) by stock and by tribuna: rows of
-- Markdown with seconds, stock first, and their ratio.
SET client_min_messages = warning;
SET maintenance_work_mem = '256MB';
CREATE TEMP TABLE step (n serial, label text, stock text, ours text, before text, after text);
INSERT INTO step (label, stock, ours, before, after) VALUES
  ('expression index', 'CREATE INDEX i ON doc USING gin (to_tsvector(''russian'', body))',
   'CREATE INDEX i ON doc USING gin (tribuna_tsvector(body))', NULL, 'DROP INDEX i'),
  ('expression index, two workers', 'CREATE INDEX i ON doc USING gin (to_tsvector(''russian'', body))',
   'CREATE INDEX i ON doc USING gin (tribuna_tsvector(body))',
   'SET max_parallel_maintenance_workers = 2', 'DROP INDEX i'),
  ('stored column', 'UPDATE stock SET search = to_tsvector(''russian'', body)',
   'UPDATE ours SET search = tribuna_tsvector(body)', NULL, NULL),
  ('index on the stored column', 'CREATE INDEX stock_search ON stock USING gin (search)',
   'CREATE INDEX ours_search ON ours USING gin (search)', NULL, NULL),
  ('search and rank, 500 times',
   'SELECT sum(ts_rank(search, q)) FROM stock, to_tsquery(''russian'', ''министр & область'') q, generate_series(1, 500) WHERE search @@ q',
   'SELECT sum(ts_rank(search, q)) FROM ours, to_tsquery(''russian'', ''министр & область'') q, generate_series(1, 500) WHERE search @@ q', NULL, NULL),
  ('the same, stock not compressed either',
   'SELECT sum(ts_rank(search, q)) FROM plain, to_tsquery(''russian'', ''министр & область'') q, generate_series(1, 500) WHERE search @@ q',
   'SELECT sum(ts_rank(search, q)) FROM ours, to_tsquery(''russian'', ''министр & область'') q, generate_series(1, 500) WHERE search @@ q',
   'CREATE TABLE plain (search tsvector); ALTER TABLE plain ALTER search SET STORAGE EXTERNAL;
    INSERT INTO plain SELECT to_tsvector(''russian'', body) FROM doc', NULL),
  ('scan without an index', 'SELECT count(*) FROM doc WHERE to_tsvector(''russian'', body) @@ to_tsquery(''russian'', ''министр'')',
   'SELECT count(*) FROM doc WHERE tribuna_tsvector(body) @@ to_tsquery(''russian'', ''министр'')', NULL, NULL),
  ('scan without an index, two workers', 'SELECT count(*) FROM doc WHERE to_tsvector(''russian'', body) @@ to_tsquery(''russian'', ''министр'')',
   'SELECT count(*) FROM doc WHERE tribuna_tsvector(body) @@ to_tsquery(''russian'', ''министр'')',
   'SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0',
   NULL);
CREATE TABLE stock AS SELECT id, body, NULL::tsvector AS search FROM doc;
CREATE TABLE ours AS SELECT id, body, NULL::tsvector AS search FROM doc;
-- as tribuna_enable makes it; stock's is as a user finds it
ALTER TABLE ours ALTER search SET STORAGE EXTERNAL;

CREATE TEMP TABLE took (n int, stock float8, ours float8);
DO $$
DECLARE
  s record;
  began timestamptz;
  t float8[];
  q text;
BEGIN
  FOR s IN SELECT * FROM step ORDER BY n LOOP
    t := '{}';
    IF s.before IS NOT NULL THEN EXECUTE s.before; END IF;
    FOREACH q IN ARRAY ARRAY[s.stock, s.ours] LOOP
      began := clock_timestamp();
      EXECUTE q;
      t := t || extract(epoch FROM clock_timestamp() - began)::float8;
      IF s.after IS NOT NULL THEN EXECUTE s.after; END IF;
    END LOOP;
    INSERT INTO took VALUES (s.n, t[1], t[2]);
  END LOOP;
END $$;

SELECT format('| %s | %s | %s | %sx |', label, round(t.stock::numeric, 2), round(t.ours::numeric, 2),
              round((t.stock / t.ours)::numeric, 2))
FROM step JOIN took AS t USING (n) ORDER BY step.n;
SELECT format('| size of the index | %s | %s | %sx |',
              pg_size_pretty(pg_relation_size('stock_search')), pg_size_pretty(pg_relation_size('ours_search')),
              round(pg_relation_size('stock_search')::numeric / pg_relation_size('ours_search'), 2));
