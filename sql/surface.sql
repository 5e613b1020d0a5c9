-- What the extension installs is what it promises: every object commented,
-- and on every sample document substr(document, start, length) = surface.
SET client_min_messages = warning;

-- the library, the script and the control file are of one version
SELECT extversion = tribuna_version() AS same_version FROM pg_extension WHERE extname = 'tribuna';

-- every object has a comment
SELECT o.described AS without_comment
FROM pg_depend d
CROSS JOIN LATERAL pg_describe_object(d.classid, d.objid, d.objsubid) AS o(described)
JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'tribuna' AND d.deptype = 'e'
  AND d.classid NOT IN ('pg_type'::regclass)
  AND obj_description(d.objid, d.classid::regclass::name) IS NULL
ORDER BY o.described COLLATE "C";

-- the functions, their arguments and what they give
\pset format unaligned
SELECT p.proname AS function, pg_get_function_arguments(p.oid) AS arguments,
       pg_get_function_result(p.oid) AS result, p.provolatile AS volatility,
       p.proparallel AS parallel, p.proisstrict AS strict
FROM pg_proc p
JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'tribuna'
WHERE p.prorettype <> 'internal'::regtype
  AND NOT 'internal'::regtype = ANY (p.proargtypes)
ORDER BY p.proname COLLATE "C";
\pset format aligned

CREATE TEMP TABLE sample (file text, source text, published date, title text, body text);
\copy sample from program 'sh "$TB_TOP"/tool/samples.sh'
SELECT count(*) > 10 AS loaded FROM sample;

-- surfaces stand where the rows say
SELECT 'dates' AS layer, count(*) > 0 AS found, bool_and(substr(body, start, length) = surface) AS true_positions
FROM sample, extract_dates(body, published)
UNION ALL
SELECT 'places', count(*) > 0, bool_and(substr(body, start, length) = surface)
FROM sample, extract_places(body)
UNION ALL
SELECT 'titles', count(*) > 0, bool_and(substr(body, start, length) = surface)
FROM sample, extract_titles(body, published)
UNION ALL
SELECT 'persons', count(*) > 0, bool_and(substr(body, start, length) = surface)
FROM sample, extract_persons(body)
UNION ALL
SELECT 'speakers at the cue', count(*) > 0, bool_and(substr(body, speaker_start, speaker_length) = speaker_surface)
FROM sample, extract_statements(body, published) WHERE speaker_surface IS NOT NULL
UNION ALL
SELECT 'statements', count(*) > 0,
       bool_and(statement = (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY lower(r))
                             FROM unnest(segments) AS r))
FROM sample, extract_statements(body, published);

-- rows come in the order of the text
SELECT bool_and(ordered) AS in_order
FROM (SELECT start >= lag(start, 1, 0) OVER (PARTITION BY file ORDER BY n) AS ordered
      FROM sample, extract_places(body) WITH ORDINALITY
        AS p(surface, start, length, place, place_code, place_type, kind, country, region, official_code, n)) AS o;

-- every vocabulary is closed
SELECT DISTINCT kind COLLATE "C" FROM sample, extract_places(body)
EXCEPT SELECT unnest(ARRAY['name', 'adjective']);
SELECT DISTINCT holder_source COLLATE "C" FROM sample, extract_titles(body, published)
EXCEPT SELECT unnest(ARRAY['document', 'registry', NULL]);

-- periods never reach to infinity, and the columns say what the range says
SELECT bool_and(isfinite(date_from) IS NOT FALSE AND isfinite(date_to) IS NOT FALSE) AS finite,
       bool_and(period = daterange(date_from, date_to, '[]')) AS same_period
FROM sample, extract_dates(body, published) WHERE period IS NOT NULL;

-- the scalar forms hold what the rows hold
SELECT bool_and(place_codes(body) = coalesce((SELECT array_agg(DISTINCT place_code COLLATE "C" ORDER BY place_code COLLATE "C") FROM extract_places(body) WHERE place_code IS NOT NULL), '{}')) AS places,
       bool_and(office_codes(body, published) = coalesce((SELECT array_agg(DISTINCT office COLLATE "C" ORDER BY office COLLATE "C") FROM extract_titles(body, published) WHERE office IS NOT NULL), '{}')) AS offices,
       bool_and(person_names(body) = coalesce((SELECT array_agg(DISTINCT person COLLATE "C" ORDER BY person COLLATE "C") FROM extract_persons(body)), '{}')) AS persons,
       bool_and(speaker_names(body, published) = coalesce((SELECT array_agg(DISTINCT speaker COLLATE "C" ORDER BY speaker COLLATE "C") FROM extract_statements(body, published) WHERE speaker IS NOT NULL), '{}')) AS speakers
FROM sample;
