-- Questions that the views of views.sql answer.

\echo Who speaks most?
SELECT speaker, count(*)::int AS statements, count(*) FILTER (WHERE direct)::int AS direct
FROM bi_statements WHERE speaker_type = 'person'
GROUP BY speaker ORDER BY statements DESC, speaker COLLATE "C" LIMIT 5;

\echo Which regions are named, with all that lies in them?
SELECT branch, place, documents, mentions FROM bi_place_branches
WHERE level = 2 ORDER BY documents DESC, mentions DESC, branch COLLATE "C" LIMIT 5;

\echo Who speaks of which region?
SELECT speaker, region, statements FROM bi_speaker_regions
ORDER BY statements DESC, speaker COLLATE "C", region COLLATE "C" LIMIT 5;

\echo Which offices are named most?
SELECT title, holder, documents FROM bi_offices ORDER BY documents DESC, office COLLATE "C" LIMIT 5;

\echo Documents and statements by month
SELECT month, documents, statements, direct FROM bi_months ORDER BY month;

\echo How far ahead do they look?
SELECT direction, count(*)::int AS dates FROM bi_timeline GROUP BY direction ORDER BY direction COLLATE "C";

\echo Who is named together with whom?
SELECT a.person, b.person AS other, t.documents
FROM bi_together t JOIN bi_persons a USING (person_id) JOIN bi_persons b ON b.person_id = t.other_id
WHERE t.person_id COLLATE "C" < t.other_id COLLATE "C"
ORDER BY t.documents DESC, a.person COLLATE "C", b.person COLLATE "C" LIMIT 5;
