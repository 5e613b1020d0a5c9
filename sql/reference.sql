-- docs/sql-reference.md says what the catalog says: every function with its
-- arguments and columns, every text search object, and nothing that is not there.
CREATE TEMP TABLE line (n int GENERATED ALWAYS AS IDENTITY, text text);
\copy line (text) FROM PROGRAM 'cat "$TB_TOP"/docs/sql-reference.md' (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')
CREATE TEMP TABLE function AS
SELECT p.oid, p.proname::text AS name, p.prokind, p.proargnames, p.proargmodes,
       pg_get_function_arguments(p.oid) AS arguments
FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'tribuna';

-- sections: a heading may name several functions, a table row of `name(args) → type` is a section too
CREATE TEMP TABLE entry AS
SELECT l.n AS first, lead(l.n, 1, 1000000) OVER (ORDER BY l.n) AS after, m[1] AS name, m[2] AS arguments
FROM line l, regexp_matches(l.text, '([a-z_]+)\(([^)]*)\)', 'g') AS m
WHERE l.text ~ '^### ' OR l.text ~ '^\| `[a-z_]+\([^)]*\) →';
SELECT count(*) > 25 AS entries FROM entry;

-- a function that the reference does not name
SELECT f.name AS missing FROM function f
WHERE NOT EXISTS (SELECT FROM line l WHERE l.text ~ ('`' || f.name || '`'))
  AND NOT EXISTS (SELECT FROM entry e WHERE e.name = f.name)
ORDER BY 1;
-- one that it names, and that is not there
SELECT DISTINCT e.name AS unknown FROM entry e WHERE e.name NOT IN (SELECT name FROM function) ORDER BY 1;

-- arguments: the names in the heading, in order
SELECT e.name, e.arguments AS documented, a.names AS catalog
FROM entry e JOIN function f USING (name)
CROSS JOIN LATERAL (
  SELECT coalesce(string_agg(x.name, ', ' ORDER BY x.i), '') AS names
  FROM unnest(f.proargnames) WITH ORDINALITY AS x (name, i)
  WHERE coalesce(f.proargmodes[x.i], 'i') = 'i') a
WHERE (SELECT coalesce(string_agg(split_part(btrim(w), ' ', 1), ', ' ORDER BY i), '')
       FROM regexp_split_to_table(e.arguments, ',') WITH ORDINALITY AS s (w, i)) <> a.names
ORDER BY 1;

-- defaults: where the text gives the arguments in full, it gives them all
SELECT e.name, f.arguments FROM entry e JOIN function f USING (name)
CROSS JOIN LATERAL (SELECT string_agg(l.text, ' ' ORDER BY l.n) AS text FROM line l WHERE l.n >= e.first AND l.n < e.after) s
CROSS JOIN LATERAL regexp_replace(regexp_replace(f.arguments, 'DEFAULT (NULL|''[^'']*'')::[a-z]+', 'DEFAULT \1', 'g'), ', OUT .*|IN ', '', 'g') AS r (arguments)
WHERE s.text ~ 'Arguments `'
  AND strpos(replace(replace(s.text, 'integer', 'int'), 'boolean', 'bool'),
             replace(replace(r.arguments, 'integer', 'int'), 'boolean', 'bool')) = 0
ORDER BY 1;

-- columns: each stands in backquotes in the function's section
SELECT e.name, string_agg(c.name, ', ' ORDER BY c.i) AS columns_missing
FROM entry e JOIN function f USING (name)
CROSS JOIN LATERAL (SELECT x.name, x.i FROM unnest(f.proargnames) WITH ORDINALITY AS x (name, i)
                    WHERE f.proargmodes[x.i] = 'o') c
WHERE NOT EXISTS (SELECT FROM line l WHERE l.n >= e.first AND l.n < e.after AND strpos(l.text, '`' || c.name || '`') > 0)
GROUP BY e.name ORDER BY 1;

-- text search objects
SELECT o.kind, o.name AS missing
FROM (SELECT 'parser' AS kind, prsname::text AS name, prsnamespace AS schema FROM pg_ts_parser
      UNION ALL SELECT 'template', tmplname, tmplnamespace FROM pg_ts_template
      UNION ALL SELECT 'dictionary', dictname, dictnamespace FROM pg_ts_dict
      UNION ALL SELECT 'configuration', cfgname, cfgnamespace FROM pg_ts_config) o
WHERE o.schema = (SELECT extnamespace FROM pg_extension WHERE extname = 'tribuna') AND o.name LIKE 'tribuna%'
  AND NOT EXISTS (SELECT FROM line l WHERE l.text ~ ('^\| .*' || o.kind || '.*`' || o.name || '`'))
ORDER BY 1, 2;

-- the columns of the tables of facts are those of extract_facts
SELECT c.facts, c.name FROM tribuna_fact_columns() c
WHERE c.source <> 'NULL' AND NOT c.source = ANY (SELECT unnest(proargnames) FROM function WHERE name = 'extract_facts');
