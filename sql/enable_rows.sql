-- Partitioned tables and replication subscribers: row-level triggers, which
-- partitions inherit, keep the facts right whichever table is written to.
\pset null ~
\set SHOW_CONTEXT never
SET datestyle = ISO, DMY;
CREATE TABLE news (id int, published date, body text, PRIMARY KEY (published, id)) PARTITION BY RANGE (published);
CREATE TABLE news_2023 PARTITION OF news FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE news_2024 PARTITION OF news FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY RANGE (id);
CREATE TABLE news_2024_a PARTITION OF news_2024 FOR VALUES FROM (0) TO (100);
INSERT INTO news VALUES (1, '2023-05-05', 'Вчера в Алматы.'), (2, '2024-05-05', 'Завтра в Таразе.');
SELECT tribuna_enable('news_2024_a', 'body', 'published');
SELECT tribuna_enable('news', 'body', 'published');
SELECT triggers, key FROM tribuna_tables();
SELECT published, id, place FROM news_places ORDER BY 1, 2;

CREATE VIEW wrong AS
WITH told AS (
  SELECT s.k1 AS published, s.k2 AS id, f.layer, f.n, f.start
  FROM news_source s, extract_facts(s.document, s.reference, s.country) f WHERE f.layer <> 'documents'
), kept AS (
  SELECT published, id, 'dates' AS layer, n, start FROM news_dates
  UNION ALL SELECT published, id, 'places', n, start FROM news_places
  UNION ALL SELECT published, id, 'titles', n, start FROM news_titles
  UNION ALL SELECT published, id, 'persons', n, start FROM news_persons
  UNION ALL SELECT published, id, 'statements', n, start FROM news_statements
)
SELECT 'missing' AS what, * FROM (SELECT * FROM told EXCEPT ALL SELECT * FROM kept) m
UNION ALL SELECT 'left over', * FROM (SELECT * FROM kept EXCEPT ALL SELECT * FROM told) l
UNION ALL SELECT 'document', coalesce(r.published, d.published), coalesce(r.id, d.id), NULL, NULL, NULL
FROM news r FULL JOIN news_documents d USING (published, id) WHERE r.id IS NULL OR d.id IS NULL;

-- through the parent, into a partition, into a partition made later
INSERT INTO news VALUES (3, '2024-06-06', 'В Семее.');
INSERT INTO news_2023 VALUES (4, '2023-06-06', 'В Уральске.');
CREATE TABLE news_2025 PARTITION OF news FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO news_2025 VALUES (5, '2025-06-06', 'В Актау.');
COPY news_2024_a FROM stdin;
6	2024-07-07	Послезавтра в Павлодаре.
\.
SELECT published, id, place FROM news_places ORDER BY 1, 2;
TABLE wrong;
-- updates, within a partition and to another; keys over each other
UPDATE news_2023 SET body = 'В Костанае.' WHERE id = 4;
UPDATE news SET published = '2025-02-02' WHERE id = 2;
UPDATE news SET id = id - 1 WHERE published >= '2024-01-01';
UPDATE news SET id = id + 10, published = published + 365 WHERE published < '2025-01-01';
TABLE wrong;
SELECT published, id, place FROM news_places ORDER BY 1, 2;
SELECT id, count(*) FROM news GROUP BY 1 ORDER BY 1;
-- nothing changed: nothing done
SELECT array_agg(xmin::text ORDER BY published, id, n) AS before FROM news_places \gset
UPDATE news SET body = body;
SELECT array_agg(xmin::text ORDER BY published, id, n) = :'before' AS untouched FROM news_places;
INSERT INTO news VALUES (4, '2025-02-02', 'В Атырау.'), (1, '2025-02-02', 'В Экибастузе.')
ON CONFLICT (published, id) DO UPDATE SET body = excluded.body;
TABLE wrong;
DELETE FROM news_2024_a;
DELETE FROM news WHERE id = 1;
TABLE wrong;
SELECT count(*) AS found FROM news WHERE search @@ tribuna_tsquery('Атырау');
-- what no row trigger sees: rows that come and go with their partition
TRUNCATE news_2025;
SELECT count(*) > 0 AS left_over FROM wrong;
CALL tribuna_refresh('news');
TABLE wrong;
INSERT INTO news VALUES (9, '2025-03-03', 'В Астане.');
ALTER TABLE news DETACH PARTITION news_2025;
CALL tribuna_refresh('news');
TABLE wrong;
ALTER TABLE news ATTACH PARTITION news_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CALL tribuna_refresh('news');
TABLE wrong;
SELECT count(*) FROM news_documents;
TRUNCATE news;
SELECT count(*) FROM news_documents;
DROP VIEW wrong;
SELECT tribuna_disable('news');
SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'tribuna%';
DROP TABLE news;

-- a subscriber: what replication writes fires only triggers that are always enabled
CREATE TABLE copy (id int PRIMARY KEY, body text);
SELECT tribuna_enable('copy', 'body', subscriber => true);
SELECT tgname, tgenabled, pg_get_triggerdef(oid) ~ 'FOR EACH ROW' AS by_row
FROM pg_trigger WHERE tgrelid = 'copy'::regclass ORDER BY 1;
SET session_replication_role = replica;
INSERT INTO copy VALUES (1, 'В Алматы.'), (2, 'В Таразе.');
UPDATE copy SET body = 'В Семее.' WHERE id = 1;
UPDATE copy SET id = 3 WHERE id = 2;
RESET session_replication_role;
SELECT id, place FROM copy_places ORDER BY id;
SET session_replication_role = replica;
DELETE FROM copy WHERE id = 1;
SELECT id, place FROM copy_places ORDER BY id;
TRUNCATE copy;
RESET session_replication_role;
SELECT count(*) FROM copy_documents;
DROP TABLE copy CASCADE;
SELECT count(*) FROM tribuna_tables();
DROP TABLE copy_documents, copy_dates, copy_places, copy_titles, copy_persons, copy_statements;
DROP FUNCTION copy_tribuna, copy_tribuna_sync, copy_tribuna_stale;
