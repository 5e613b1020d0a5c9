-- Views for BI tools over an enabled table "release" (id, published, title):
--
--   SELECT tribuna.tribuna_enable('release', 'body', 'published');
--   \i examples/bi/views.sql
--
-- Plain columns of text, int4, date and boolean, a comment on every one; no
-- function of tribuna, so that readers need rights on the views alone.

CREATE VIEW bi_documents AS
SELECT d.id, r.title, d.reference AS published,
       date_trunc('month', d.reference)::date AS month,
       extract(year FROM d.reference)::int AS year,
       d.country, d.length AS characters
FROM release_documents d JOIN release r USING (id);
COMMENT ON VIEW bi_documents IS 'one row a document';
COMMENT ON COLUMN bi_documents.id IS 'id of the document';
COMMENT ON COLUMN bi_documents.title IS 'headline';
COMMENT ON COLUMN bi_documents.published IS 'day of publication, else of the dateline';
COMMENT ON COLUMN bi_documents.month IS 'first day of the month of publication';
COMMENT ON COLUMN bi_documents.year IS 'year of publication';
COMMENT ON COLUMN bi_documents.country IS 'country the document speaks of';
COMMENT ON COLUMN bi_documents.characters IS 'length in characters';

CREATE VIEW bi_statements AS
SELECT s.id, s.n, d.published, d.month, s.kind, s.kind = 'direct' AS direct,
       coalesce(p.name, s.speaker) AS speaker, s.speaker_id, s.speaker_type,
       s.title, s.office, s.statement
FROM release_statements s
JOIN bi_documents d USING (id)
LEFT JOIN (SELECT person_id, mode() WITHIN GROUP (ORDER BY person COLLATE "C") AS name
           FROM release_persons GROUP BY person_id) p ON p.person_id = s.speaker_id
WHERE s.form IN ('quote', 'clause');
COMMENT ON VIEW bi_statements IS 'one row a statement: what was said, by whom, when';
COMMENT ON COLUMN bi_statements.id IS 'id of the document';
COMMENT ON COLUMN bi_statements.n IS 'which statement of the document, from 1';
COMMENT ON COLUMN bi_statements.published IS 'day of publication';
COMMENT ON COLUMN bi_statements.month IS 'first day of the month of publication';
COMMENT ON COLUMN bi_statements.kind IS 'direct, indirect or mixed';
COMMENT ON COLUMN bi_statements.direct IS 'is it word for word?';
COMMENT ON COLUMN bi_statements.speaker IS 'who said it: a person by his most frequent name in all documents, else a title or body';
COMMENT ON COLUMN bi_statements.speaker_id IS 'one for all documents; empty where the speaker is no person';
COMMENT ON COLUMN bi_statements.speaker_type IS 'person, organisation, group, document or unknown';
COMMENT ON COLUMN bi_statements.title IS 'title of the speaker';
COMMENT ON COLUMN bi_statements.office IS 'path of the speaker''s office';
COMMENT ON COLUMN bi_statements.statement IS 'the words';

CREATE VIEW bi_persons AS
SELECT m.person_id, mode() WITHIN GROUP (ORDER BY m.person COLLATE "C") AS person,
       mode() WITHIN GROUP (ORDER BY m.title COLLATE "C") AS title,
       count(DISTINCT m.id)::int AS documents, count(*)::int AS mentions,
       coalesce(max(s.statements), 0) AS statements,
       min(d.published) AS first_seen, max(d.published) AS last_seen
FROM release_persons m
JOIN bi_documents d USING (id)
LEFT JOIN (SELECT speaker_id, count(*)::int AS statements FROM bi_statements GROUP BY speaker_id) s
  ON s.speaker_id = m.person_id
GROUP BY m.person_id;
COMMENT ON VIEW bi_persons IS 'facet: persons';
COMMENT ON COLUMN bi_persons.person_id IS 'one for all documents: surname/given name/';
COMMENT ON COLUMN bi_persons.person IS 'most frequent full name';
COMMENT ON COLUMN bi_persons.title IS 'most frequent title, if any';
COMMENT ON COLUMN bi_persons.documents IS 'documents that name the person';
COMMENT ON COLUMN bi_persons.mentions IS 'mentions in them';
COMMENT ON COLUMN bi_persons.statements IS 'statements that the person made';
COMMENT ON COLUMN bi_persons.first_seen IS 'day of the first document';
COMMENT ON COLUMN bi_persons.last_seen IS 'day of the last document';

CREATE VIEW bi_offices AS
SELECT t.office, mode() WITHIN GROUP (ORDER BY t.title COLLATE "C") AS title,
       CASE WHEN count(DISTINCT t.holder) = 1 THEN min(t.holder COLLATE "C") END AS holder,
       count(DISTINCT t.holder)::int AS holders,
       count(DISTINCT t.id)::int AS documents, count(*)::int AS mentions
FROM release_titles t WHERE t.office IS NOT NULL
GROUP BY t.office;
COMMENT ON VIEW bi_offices IS 'facet: offices';
COMMENT ON COLUMN bi_offices.office IS 'path of the office: country/body/role/';
COMMENT ON COLUMN bi_offices.title IS 'most frequent canonical title';
COMMENT ON COLUMN bi_offices.holder IS 'who holds it; empty where none or several are known';
COMMENT ON COLUMN bi_offices.holders IS 'how many holders the documents know';
COMMENT ON COLUMN bi_offices.documents IS 'documents that name the office';
COMMENT ON COLUMN bi_offices.mentions IS 'mentions in them';

CREATE VIEW bi_places AS
SELECT p.place_code, min(p.place COLLATE "C") AS place, min(p.place_type COLLATE "C") AS place_type,
       min(p.country COLLATE "C") AS country,
       -- a region is its own region, and so is a city that lies in none (Astana)
       min(coalesce(p.region, CASE WHEN p.place_type IN ('region', 'city') THEN p.place END) COLLATE "C") AS region,
       count(DISTINCT p.id)::int AS documents, count(*)::int AS mentions
FROM release_places p WHERE p.place_code IS NOT NULL
GROUP BY p.place_code;
COMMENT ON VIEW bi_places IS 'facet: places';
COMMENT ON COLUMN bi_places.place_code IS 'path of the place: country/region/.../place/';
COMMENT ON COLUMN bi_places.place IS 'name of today';
COMMENT ON COLUMN bi_places.place_type IS 'country, region, district, city, settlement, river ...';
COMMENT ON COLUMN bi_places.country IS 'country it lies in';
COMMENT ON COLUMN bi_places.region IS 'region it lies in or is; a city itself where it lies in none; empty for countries, rivers ...';
COMMENT ON COLUMN bi_places.documents IS 'documents that name it';
COMMENT ON COLUMN bi_places.mentions IS 'mentions in them';

CREATE VIEW bi_place_branches AS
SELECT b.branch, b.level,
       min(coalesce(n.place, CASE b.level WHEN 1 THEN p.country WHEN 2 THEN p.region END) COLLATE "C") AS place,
       min(coalesce(n.place_type, CASE WHEN b.level = 1 THEN 'country' WHEN b.level = 2 AND p.region IS NOT NULL THEN 'region' END) COLLATE "C") AS place_type,
       count(DISTINCT p.id)::int AS documents, count(*)::int AS mentions
FROM release_places p
CROSS JOIN LATERAL (
  SELECT string_agg(step, '/') OVER (ORDER BY i) || '/' AS branch, i::int AS level
  FROM unnest(string_to_array(rtrim(p.place_code, '/'), '/')) WITH ORDINALITY AS s (step, i)) b
LEFT JOIN bi_places n ON n.place_code = b.branch
WHERE p.place_code IS NOT NULL
GROUP BY b.branch, b.level;
COMMENT ON VIEW bi_place_branches IS 'facet: places with all that lies in them; one row for each step of each path';
COMMENT ON COLUMN bi_place_branches.branch IS 'the path so far: kz/, kz/atyrau-region/ ...';
COMMENT ON COLUMN bi_place_branches.level IS 'number of steps: 1 country, 2 region or what lies in none ...';
COMMENT ON COLUMN bi_place_branches.place IS 'name of the place; empty for a district that no document names itself';
COMMENT ON COLUMN bi_place_branches.place_type IS 'country, region, district, city ...';
COMMENT ON COLUMN bi_place_branches.documents IS 'documents that name the place or one in it';
COMMENT ON COLUMN bi_place_branches.mentions IS 'mentions in them';

CREATE VIEW bi_months AS
SELECT d.month, count(*)::int AS documents, sum(coalesce(s.statements, 0))::int AS statements,
       sum(coalesce(s.direct, 0))::int AS direct
FROM bi_documents d
LEFT JOIN (SELECT id, count(*) AS statements, count(*) FILTER (WHERE direct) AS direct
           FROM bi_statements GROUP BY id) s USING (id)
WHERE d.month IS NOT NULL
GROUP BY d.month;
COMMENT ON VIEW bi_months IS 'facet: months of publication';
COMMENT ON COLUMN bi_months.month IS 'first day of the month';
COMMENT ON COLUMN bi_months.documents IS 'documents of the month';
COMMENT ON COLUMN bi_months.statements IS 'statements in them';
COMMENT ON COLUMN bi_months.direct IS 'statements word for word';

CREATE VIEW bi_speaker_months AS
SELECT speaker, speaker_id, month, count(*)::int AS statements,
       count(*) FILTER (WHERE direct)::int AS direct, count(DISTINCT id)::int AS documents
FROM bi_statements WHERE speaker IS NOT NULL AND month IS NOT NULL
GROUP BY speaker, speaker_id, month;
COMMENT ON VIEW bi_speaker_months IS 'who speaks when';
COMMENT ON COLUMN bi_speaker_months.speaker IS 'person, title or body';
COMMENT ON COLUMN bi_speaker_months.speaker_id IS 'one for all documents; empty where the speaker is no person';
COMMENT ON COLUMN bi_speaker_months.month IS 'first day of the month of publication';
COMMENT ON COLUMN bi_speaker_months.statements IS 'statements in that month';
COMMENT ON COLUMN bi_speaker_months.direct IS 'of them word for word';
COMMENT ON COLUMN bi_speaker_months.documents IS 'documents that hold them';

CREATE VIEW bi_timeline AS
SELECT t.id, t.n, d.published, t.date_from, t.date_to, t.granularity, t.surface,
       date_trunc('month', coalesce(t.date_from, t.date_to))::date AS month,
       CASE WHEN coalesce(t.date_from, t.date_to) > d.published THEN 'ahead'
            WHEN coalesce(t.date_to, t.date_from) < d.published THEN 'past' ELSE 'now' END AS direction,
       s.speaker
FROM release_dates t
JOIN bi_documents d USING (id)
LEFT JOIN bi_statements s ON s.id = t.id AND s.n = t.in_statement
WHERE t.date_from IS NOT NULL OR t.date_to IS NOT NULL;
COMMENT ON VIEW bi_timeline IS 'one row a date that a document speaks of';
COMMENT ON COLUMN bi_timeline.id IS 'id of the document';
COMMENT ON COLUMN bi_timeline.n IS 'which date of the document, from 1';
COMMENT ON COLUMN bi_timeline.published IS 'day of publication';
COMMENT ON COLUMN bi_timeline.date_from IS 'first day of the date; empty: open';
COMMENT ON COLUMN bi_timeline.date_to IS 'last day, inclusive; empty: open';
COMMENT ON COLUMN bi_timeline.granularity IS 'day, week, month, quarter, year ...';
COMMENT ON COLUMN bi_timeline.surface IS 'the words of the document';
COMMENT ON COLUMN bi_timeline.month IS 'first day of the month in which the date begins';
COMMENT ON COLUMN bi_timeline.direction IS 'seen from the day of publication: past, now, ahead';
COMMENT ON COLUMN bi_timeline.speaker IS 'who names it; empty: the author';

CREATE VIEW bi_speaker_regions AS
SELECT s.speaker, s.speaker_id, n.region, min(n.country COLLATE "C") AS country,
       count(DISTINCT (s.id, s.n))::int AS statements, count(DISTINCT s.id)::int AS documents
FROM bi_statements s
JOIN release_places p ON p.id = s.id AND p.in_statement = s.n
JOIN bi_places n USING (place_code)
WHERE s.speaker IS NOT NULL AND n.region IS NOT NULL
GROUP BY s.speaker, s.speaker_id, n.region;
COMMENT ON VIEW bi_speaker_regions IS 'who speaks of which region: places named inside statements';
COMMENT ON COLUMN bi_speaker_regions.speaker IS 'person, title or body';
COMMENT ON COLUMN bi_speaker_regions.speaker_id IS 'one for all documents; empty where the speaker is no person';
COMMENT ON COLUMN bi_speaker_regions.region IS 'region that is named, or in which a named place lies';
COMMENT ON COLUMN bi_speaker_regions.country IS 'country of the region';
COMMENT ON COLUMN bi_speaker_regions.statements IS 'statements that name it';
COMMENT ON COLUMN bi_speaker_regions.documents IS 'documents that hold them';

CREATE VIEW bi_together AS
SELECT a.person_id, b.person_id AS other_id, count(*)::int AS documents
FROM (SELECT DISTINCT id, person_id FROM release_persons) a
JOIN (SELECT DISTINCT id, person_id FROM release_persons) b ON b.id = a.id AND b.person_id <> a.person_id
GROUP BY a.person_id, b.person_id;
COMMENT ON VIEW bi_together IS 'which persons are named together';
COMMENT ON COLUMN bi_together.person_id IS 'a person';
COMMENT ON COLUMN bi_together.other_id IS 'another person named in the same documents';
COMMENT ON COLUMN bi_together.documents IS 'how many documents name both';
