-- One shard: an ordinary server with an ordinary table.  Everything that needs
-- the text is made here, where the text is: the search column, the codes that
-- facets need, and a view of facts.  See docs/scaling.md.
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
SET search_path = public, tribuna;

CREATE TABLE release (
  id int PRIMARY KEY,
  country text,
  published date,
  title text,
  body text NOT NULL,
  search tsvector GENERATED ALWAYS AS
    (tribuna.tribuna_tsvector(body, published, country, title)) STORED,
  places text[] GENERATED ALWAYS AS (tribuna.place_codes(body)) STORED
);
CREATE INDEX ON release USING gin (search);
CREATE INDEX ON release USING gin (places);

-- Functions that return rows are not sent to other servers; a view that calls them is read there.
CREATE VIEW release_statements AS
SELECT r.id, r.published, s.start, s.kind, s.speaker, s.title, s.office, s.statement
FROM release r, LATERAL tribuna.extract_statements(r.body, r.published, r.country) s;

-- Servers whose lexicons differ give different answers: ask each.
CREATE VIEW tribuna_versions AS
SELECT tribuna.tribuna_version() AS version, tribuna.tribuna_lexicon_version() AS lexicon;
