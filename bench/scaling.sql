-- Run by scaling.sh.
SET client_min_messages = warning;
CREATE EXTENSION tribuna;
CREATE TABLE doc (id int PRIMARY KEY, body text NOT NULL);
\set copy '\\copy doc from ' :'corpus'
:copy
VACUUM ANALYZE doc;

-- Processor time of this session, in seconds.
CREATE FUNCTION cpu() RETURNS numeric LANGUAGE sql AS $$
	SELECT (split_part(stat, ' ', 14)::numeric + split_part(stat, ' ', 15)::numeric) / 100
	FROM pg_read_file('/proc/self/stat', 0, 2000) AS stat $$;

CREATE TABLE result (n serial, what text, seconds numeric, bytes bigint);

-- A stored column, and a GIN index on it: what each takes.
CREATE PROCEDURE measure(label text, type text, expression text, opclass text DEFAULT '') LANGUAGE plpgsql AS $$
DECLARE
	started numeric;
BEGIN
	started := cpu();
	EXECUTE format('CREATE TABLE made AS SELECT id, (%s)::%s AS value FROM doc', expression, type);
	INSERT INTO result (what, seconds, bytes)
	SELECT label, cpu() - started, (SELECT sum(pg_column_size(value)) FROM made);
	started := cpu();
	EXECUTE format('CREATE INDEX made_index ON made USING %s (value)', CASE WHEN type LIKE '%range' THEN 'gist' ELSE 'gin' END);
	INSERT INTO result (what, seconds, bytes)
	SELECT '  index on it', cpu() - started, pg_relation_size('made_index');
	DROP TABLE made;
END $$;

CALL measure('`to_tsvector(''russian'', body)`', 'tsvector', 'to_tsvector(''pg_catalog.russian'', body)');
CALL measure('`tribuna_tsvector(body)`', 'tsvector', 'tribuna_tsvector(body)');
CALL measure('`place_codes(body)`', 'text[]', 'place_codes(body)');
CALL measure('`office_codes(body)`', 'text[]', 'office_codes(body)');
CALL measure('`person_names(body)`', 'text[]', 'person_names(body)');
CALL measure('`date_periods(body)`', 'datemultirange', 'date_periods(body)');

-- Facts in rows, as tables of their own.
CREATE PROCEDURE rows_of(call text) LANGUAGE plpgsql AS $$
DECLARE
	started numeric := cpu();
BEGIN
	EXECUTE format('CREATE TABLE made AS SELECT doc.id, f.* FROM doc, LATERAL %s AS f', call);
	INSERT INTO result (what, seconds, bytes)
	SELECT format('rows of `%s`: %s a document', call, round((SELECT count(*) FROM made)::numeric / (SELECT count(*) FROM doc), 1)),
		cpu() - started, pg_table_size('made');
	DROP TABLE made;
END $$;
CALL rows_of('extract_dates(body)');
CALL rows_of('extract_places(body)');
CALL rows_of('extract_titles(body)');
CALL rows_of('extract_persons(body)');
CALL rows_of('extract_statements(body)');
CALL rows_of('extract_facts(body)');

SELECT format('%s documents, %s characters each on average, %s MB of text on disk', count(*), round(avg(length(body))),
	pg_table_size('doc') / 1000000)
FROM doc;
SELECT E'\n| a million such documents | minutes of one core | GB |\n|---|---|---|';
SELECT format('| the documents | | %s |', round(pg_table_size('doc')::numeric / count(*) / 1000, 2)) FROM doc;
SELECT format('| %s | %s | %s |', what, round(seconds / (SELECT count(*) FROM doc) * 1e6 / 60, 1),
	round(bytes::numeric / (SELECT count(*) FROM doc) / 1000, 2))
FROM result ORDER BY n;
