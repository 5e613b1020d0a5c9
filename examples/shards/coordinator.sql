-- The server that is asked: psql -v shard0=HOST -v shard1=HOST -f coordinator.sql
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
SET search_path = public, tribuna;
CREATE EXTENSION postgres_fdw;

-- extensions 'tribuna' says that its functions mean the same over there, so they may be sent.
CREATE SERVER shard0 FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host :'shard0', dbname 'news', extensions 'tribuna', async_capable 'true');
CREATE SERVER shard1 FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host :'shard1', dbname 'news', extensions 'tribuna', async_capable 'true');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard0 OPTIONS (user :'USER');
CREATE USER MAPPING FOR CURRENT_USER SERVER shard1 OPTIONS (user :'USER');

-- The columns that shards generate are generated here too, so that an INSERT sends DEFAULT for them.
CREATE TABLE release (
  id int NOT NULL,
  country text,
  published date,
  title text,
  body text NOT NULL,
  search tsvector GENERATED ALWAYS AS
    (tribuna.tribuna_tsvector(body, published, country, title)) STORED,
  places text[] GENERATED ALWAYS AS (tribuna.place_codes(body)) STORED
) PARTITION BY HASH (id);
CREATE FOREIGN TABLE release_0 PARTITION OF release
  FOR VALUES WITH (MODULUS 2, REMAINDER 0) SERVER shard0 OPTIONS (table_name 'release');
CREATE FOREIGN TABLE release_1 PARTITION OF release
  FOR VALUES WITH (MODULUS 2, REMAINDER 1) SERVER shard1 OPTIONS (table_name 'release');

CREATE FOREIGN TABLE release_statements_0
  (id int, published date, start int, kind text, speaker text, title text, office text, statement text)
  SERVER shard0 OPTIONS (table_name 'release_statements');
CREATE FOREIGN TABLE release_statements_1
  (id int, published date, start int, kind text, speaker text, title text, office text, statement text)
  SERVER shard1 OPTIONS (table_name 'release_statements');
CREATE VIEW release_statements AS
SELECT * FROM release_statements_0 UNION ALL SELECT * FROM release_statements_1;

CREATE FOREIGN TABLE versions_0 (version text, lexicon text)
  SERVER shard0 OPTIONS (table_name 'tribuna_versions');
CREATE FOREIGN TABLE versions_1 (version text, lexicon text)
  SERVER shard1 OPTIONS (table_name 'tribuna_versions');
