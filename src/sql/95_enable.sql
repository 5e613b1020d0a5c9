/*
 * ----------------------------------------------------------------- tables
 *
 * tribuna_enable makes, beside a table of documents: a search column, tables
 * of facts, a view of what is read (PREFIX_source), three functions and the
 * triggers.  The functions are written for the table and belong to its owner:
 *
 *	PREFIX_tribuna()		what the triggers call: which keys were touched?
 *	PREFIX_tribuna_sync()	makes the facts of some keys anew from the table
 *	PREFIX_tribuna_stale()	keys whose facts are missing, old or left over
 *
 * A trigger only says which keys were touched; what the documents say is read
 * from the table itself.  So the outcome does not depend on the order of
 * events, nor on other triggers that change the row once more.
 *
 * What was enabled is read from the arguments of trigger tribuna_truncate
 * ('body=text', 'key=id', ...): they are renamed, dumped, dropped and rolled
 * back with the table, which rows of a table of ours would not be.  They are
 * the owner's to forge; so nothing of them is ever run but as a quoted name,
 * and functions are called only if they belong to the table's owner and run
 * with his rights.
 *
 * Functions pin their search_path; the procedure cannot, since it commits:
 * in it every operator is qualified.
 */

CREATE FUNCTION @extschema@.tribuna_fact_columns(
	OUT facts pg_catalog.text, OUT "position" pg_catalog.int4,
	OUT name pg_catalog.text, OUT type pg_catalog.text,
	OUT source pg_catalog.text, OUT comment pg_catalog.text)
RETURNS SETOF pg_catalog.record
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 60
SET search_path = pg_catalog, pg_temp
AS $$
	SELECT v.column1, (pg_catalog.row_number() OVER ())::int4, v.column2, v.column3,
		   coalesce(v.column5, v.column2), v.column4
	FROM (VALUES
	('documents', 'reference', 'date', 'day that relative dates are counted from: of publication, else of the document''s own dateline', 'date_from'),
	('documents', 'country', 'text', 'name of the country that the document speaks of', NULL),
	('documents', 'place_code', 'text', 'code of that country: kz/', NULL),
	('documents', 'length', 'int4', 'characters of the document', NULL),
	('documents', 'lexicon_version', 'text', 'version of the lexicon that the document''s facts were made with', 'NULL'),
	('dates', 'n', 'int4', 'which date of the document, from 1', NULL),
	('dates', 'surface', 'text', 'the words of the document', NULL),
	('dates', 'start', 'int4', 'first character, from 1', NULL),
	('dates', 'length', 'int4', 'number of characters', NULL),
	('dates', 'date_from', 'date', 'first day; NULL: open or unknown', NULL),
	('dates', 'date_to', 'date', 'last day, inclusive; NULL: open or unknown', NULL),
	('dates', 'granularity', 'text', 'day, week, month, quarter, half, season, year, decade, century, range, open', NULL),
	('dates', 'kind', 'text', 'what the value rests on: explicit, underspecified, relative, weekday, anaphoric, holiday', NULL),
	('dates', 'modifier', 'text', 'part of the period that is meant: start, mid, end, or NULL', NULL),
	('dates', 'edtf', 'text', 'the value in the notation of ISO 8601-2', NULL),
	('dates', 'in_statement', 'int4', 'n of the statement that the words stand in; NULL: of none', NULL),
	('places', 'n', 'int4', 'which place of the document, from 1', NULL),
	('places', 'surface', 'text', 'the words of the document', NULL),
	('places', 'start', 'int4', 'first character, from 1', NULL),
	('places', 'length', 'int4', 'number of characters', NULL),
	('places', 'place', 'text', 'name of today, in the nominative', NULL),
	('places', 'place_code', 'text', 'path of the place: country/region/.../place/', NULL),
	('places', 'place_type', 'text', 'country, region, district, city, settlement, river, lake, reservoir, sea, mountain, island, area, continent', NULL),
	('places', 'kind', 'text', 'name or adjective', NULL),
	('places', 'country', 'text', 'name of the country it lies in', NULL),
	('places', 'region', 'text', 'name of the region it lies in; NULL for a region itself', NULL),
	('places', 'official_code', 'text', 'KATO, OKATO or ISO code', NULL),
	('places', 'in_statement', 'int4', 'n of the statement that the words stand in; NULL: of none', NULL),
	('titles', 'n', 'int4', 'which title of the document, from 1', NULL),
	('titles', 'surface', 'text', 'the words of the document', NULL),
	('titles', 'start', 'int4', 'first character, from 1', NULL),
	('titles', 'length', 'int4', 'number of characters', NULL),
	('titles', 'title', 'text', 'canonical title, in the nominative', NULL),
	('titles', 'office', 'text', 'path of the office: kz/senate/chair/', NULL),
	('titles', 'holder', 'text', 'who holds it', NULL),
	('titles', 'holder_source', 'text', 'where the holder is known from: document, registry, or NULL', NULL),
	('titles', 'in_statement', 'int4', 'n of the statement that the words stand in; NULL: of none', NULL),
	('persons', 'n', 'int4', 'which mention of a person in the document, from 1', NULL),
	('persons', 'surface', 'text', 'the words of the document', NULL),
	('persons', 'start', 'int4', 'first character, from 1', NULL),
	('persons', 'length', 'int4', 'number of characters', NULL),
	('persons', 'person', 'text', 'fullest form of the name in the document, in the nominative', NULL),
	('persons', 'person_id', 'text', 'the same for one name in all documents', NULL),
	('persons', 'surname', 'text', 'surname', NULL),
	('persons', 'given_name', 'text', 'given name', NULL),
	('persons', 'patronymic', 'text', 'patronymic', NULL),
	('persons', 'title', 'text', 'title that the document gives the person', NULL),
	('persons', 'office', 'text', 'path of that office', NULL),
	('persons', 'in_statement', 'int4', 'n of the statement that the words stand in; NULL: of none', NULL),
	('statements', 'n', 'int4', 'which statement of the document, from 1', NULL),
	('statements', 'statement', 'text', 'what was said, without the author''s words', NULL),
	('statements', 'start', 'int4', 'first character, from 1', NULL),
	('statements', 'length', 'int4', 'characters to its end, the author''s words between included', NULL),
	('statements', 'kind', 'text', 'direct, indirect, mixed', NULL),
	('statements', 'form', 'text', 'quote, clause; weaker: nominal, directive, topic', NULL),
	('statements', 'speaker', 'text', 'full name in the nominative, else title, body or description', NULL),
	('statements', 'speaker_id', 'text', 'as persons.person_id; NULL for bodies and groups', NULL),
	('statements', 'speaker_type', 'text', 'person, organisation, group, document, unknown', NULL),
	('statements', 'title', 'text', 'title of the speaker', NULL),
	('statements', 'office', 'text', 'path of the speaker''s office', NULL),
	('statements', 'speaker_surface', 'text', 'name, title or pronoun beside the statement', NULL),
	('statements', 'speaker_start', 'int4', 'its first character, from 1', NULL),
	('statements', 'speaker_length', 'int4', 'its number of characters', NULL),
	('statements', 'cue', 'text', 'the words that introduce the statement', NULL),
	('statements', 'resolved_by', 'text', 'where the name comes from: self, document, registry, or NULL', NULL),
	('statements', 'in_statement', 'int4', 'n of the statement around this one; NULL: of none', NULL)
	) AS v
$$;

COMMENT ON FUNCTION @extschema@.tribuna_fact_columns() IS
'columns of the tables of facts that tribuna_enable makes, behind those of the key';

CREATE FUNCTION @extschema@.tribuna_tables(
	OUT relation pg_catalog.regclass, OUT body pg_catalog.text,
	OUT published pg_catalog.text, OUT key pg_catalog.text,
	OUT country pg_catalog.text, OUT title pg_catalog.text,
	OUT timezone pg_catalog.text, OUT search pg_catalog.text,
	OUT search_made pg_catalog.bool, OUT triggers pg_catalog.text,
	OUT schema pg_catalog.text, OUT prefix pg_catalog.text)
RETURNS SETOF pg_catalog.record
LANGUAGE sql STABLE ROWS 10
SET search_path = pg_catalog, pg_temp
AS $$
	WITH argument AS (
		SELECT t.tgrelid, p.pronamespace, p.proname, a.n,
			   substring(a.value from '^([a-z_]+)=') AS label,
			   substring(a.value from '^[a-z_]+=(.*)$') AS value
		FROM pg_trigger t
		JOIN pg_proc p ON p.oid = t.tgfoid
		CROSS JOIN LATERAL (
			SELECT r.n, convert_from(decode(r.piece, 'escape'), getdatabaseencoding()) AS value
			FROM unnest(string_to_array(encode(t.tgargs, 'escape'), '\000')) WITH ORDINALITY AS r (piece, n)
			WHERE r.piece <> '') AS a
		WHERE t.tgname = 'tribuna_truncate' AND NOT t.tgisinternal AND t.tgnargs > 0
	)
	SELECT tgrelid::regclass,
		   max(value) FILTER (WHERE label = 'body'),
		   max(value) FILTER (WHERE label = 'published'),
		   string_agg(quote_ident(value), ', ' ORDER BY n) FILTER (WHERE label = 'key'),
		   max(value) FILTER (WHERE label = 'country'),
		   max(value) FILTER (WHERE label = 'title'),
		   max(value) FILTER (WHERE label = 'timezone'),
		   max(value) FILTER (WHERE label IN ('search', 'search_made')),
		   bool_or(label = 'search_made'),
		   max(value) FILTER (WHERE label = 'triggers'),
		   (SELECT nspname::text FROM pg_namespace WHERE oid = pronamespace),
		   max(value) FILTER (WHERE label = 'prefix')
	FROM argument
	GROUP BY tgrelid, pronamespace, proname
	HAVING proname = max(value) FILTER (WHERE label = 'prefix') || '_tribuna'
	ORDER BY tgrelid::regclass::text COLLATE "C"
$$;

COMMENT ON FUNCTION @extschema@.tribuna_tables() IS
'tables that tribuna_enable has set up: their columns, how their triggers fire, and where their facts are (schema, and prefix of the names)';

CREATE FUNCTION @extschema@.tribuna_table_key(
	relation pg_catalog.regclass, key pg_catalog.name,
	OUT n pg_catalog.int4, OUT name pg_catalog.name, OUT fact pg_catalog.name,
	OUT type pg_catalog.text, OUT suffix pg_catalog.text, OUT operator pg_catalog.text)
RETURNS SETOF pg_catalog.record
LANGUAGE plpgsql STABLE ROWS 2
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
	found_index oid;
	bad name;
BEGIN
	SELECT i.indexrelid INTO found_index
	FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
	WHERE i.indrelid = $1 AND i.indisunique AND i.indisvalid AND i.indimmediate
	  AND i.indpred IS NULL AND i.indexprs IS NULL
	  AND CASE WHEN $2 IS NULL THEN i.indisprimary
			   ELSE c.relname = $2
			   OR (i.indnkeyatts = 1 AND i.indkey[0] = (SELECT attnum FROM pg_attribute
				WHERE attrelid = $1 AND attname = $2 AND NOT attisdropped)) END
	ORDER BY c.relname = $2, i.indisprimary DESC, c.relname LIMIT 1;
	IF found_index IS NULL AND $2 IS NULL THEN
		RAISE EXCEPTION 'table % has no primary key', $1
			USING ERRCODE = 'undefined_object',
				  HINT = 'Add one, or give key => a column with a unique index of its own, or the name of a unique index of several columns.';
	ELSIF found_index IS NULL THEN
		RAISE EXCEPTION 'table % has no unique index on, or named, "%"', $1, $2
			USING ERRCODE = 'undefined_object',
				  HINT = 'It must be unique on plain columns, not partial and not deferrable. Without key the primary key is taken.';
	END IF;
	RETURN QUERY
	SELECT k.n::int4, a.attname,
		   CASE WHEN a.attname::text IN (SELECT f.name FROM @extschema@.tribuna_fact_columns() f)
				THEN ('document_' || a.attname)::name ELSE a.attname END,
		   format_type(a.atttypid, a.atttypmod),
		   CASE WHEN a.attcollation NOT IN (0, t.typcollation)
				THEN (SELECT format(' COLLATE %I.%I', cn.nspname, co.collname)
					  FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
					  WHERE co.oid = a.attcollation) ELSE '' END,
		   (SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname)
			FROM pg_opclass oc
			JOIN pg_amop ao ON ao.amopfamily = oc.opcfamily AND ao.amopstrategy = 3
			  AND ao.amoplefttype = oc.opcintype AND ao.amoprighttype = oc.opcintype
			JOIN pg_operator o ON o.oid = ao.amopopr
			JOIN pg_namespace n ON n.oid = o.oprnamespace
			WHERE oc.oid = i.indclass[k.n - 1])
	FROM pg_index i
	CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS k (n)
	JOIN pg_attribute a ON a.attrelid = $1 AND a.attnum = i.indkey[k.n - 1]
	JOIN pg_type t ON t.oid = a.atttypid
	WHERE i.indexrelid = found_index ORDER BY k.n;
	SELECT a.attname INTO bad
	FROM pg_index i JOIN pg_attribute a ON a.attrelid = $1 AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
	WHERE i.indexrelid = found_index AND NOT a.attnotnull LIMIT 1;
	IF bad IS NOT NULL THEN
		RAISE EXCEPTION 'key column "%" of table % may be null', bad, $1
			USING ERRCODE = 'not_null_violation',
				  HINT = format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', $1, bad);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_key(pg_catalog.regclass, pg_catalog.name) IS
'part of tribuna_enable: the columns of a table''s key, their names in the tables of facts, and the equality of their unique index';

/*
 * What the document, its day and its country are read from: expressions over
 * the table's columns.  A value that the scan would refuse counts as none:
 * an odd date must not keep a row out of the user's table.
 */
CREATE FUNCTION @extschema@.tribuna_table_source(
	relation pg_catalog.regclass, body pg_catalog.name, published pg_catalog.name,
	country pg_catalog.text, title pg_catalog.name, timezone pg_catalog.text,
	OUT document pg_catalog.text, OUT reference pg_catalog.text,
	OUT place pg_catalog.text, OUT headline pg_catalog.text)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	col record;
	wanted text;
BEGIN
	FOR col IN
		SELECT w.role, w.name, a.attnum, b.oid AS type, b.typcategory AS category
		FROM (VALUES ('body', body), ('published', published),
			('country', country::name), ('title', title)) AS w (role, name)
		LEFT JOIN pg_attribute a ON a.attrelid = relation AND a.attname = w.name
		  AND a.attnum > 0 AND NOT a.attisdropped
		LEFT JOIN pg_type t ON t.oid = a.atttypid
		LEFT JOIN pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
		WHERE w.name IS NOT NULL OR w.role = 'body'
	LOOP
		IF col.attnum IS NULL AND col.role = 'country' AND country ~ '^[A-Za-z]{2}$' THEN
			place := format('%L::text', lower(country));
			CONTINUE;
		ELSIF col.attnum IS NULL THEN
			RAISE EXCEPTION 'column "%" of table % does not exist', col.name, relation
				USING ERRCODE = 'undefined_column',
					  DETAIL = format('It was given as %s.', col.role),
					  HINT = CASE col.role WHEN 'country'
							 THEN 'Give the name of a column, or a two-letter code, such as kz.'
							 ELSE (SELECT format('Its columns: %s.', string_agg(a.attname, ', ' ORDER BY a.attnum))
								   FROM pg_attribute a WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped) END;
		END IF;
		wanted := CASE col.role WHEN 'published' THEN 'date or timestamp' ELSE 'text' END;
		IF (CASE col.role WHEN 'published'
			THEN col.type NOT IN ('date'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype)
			ELSE col.category <> 'S' END) THEN
			RAISE EXCEPTION 'column "%" of table % is of type %, not %',
				col.name, relation, col.type::regtype, wanted
				USING ERRCODE = 'datatype_mismatch',
					  HINT = 'Give another column, or add one of that type GENERATED ALWAYS AS (...) STORED.';
		END IF;
		CASE col.role
			WHEN 'body' THEN document := format('%I::text', body);
			WHEN 'title' THEN headline := format('%I::text', title);
			WHEN 'country' THEN
				place := format('CASE WHEN %1$I::text ~ %2$L THEN %1$I::text END', country, '^[A-Za-z]{2}$');
			WHEN 'published' THEN
				IF col.type = 'timestamptz'::regtype AND timezone IS NULL THEN
					RAISE EXCEPTION 'the day of column "%" depends on the time zone', col.name
						USING ERRCODE = 'invalid_parameter_value',
							  HINT = 'Say which one: timezone => ''Asia/Almaty''.';
				END IF;
				reference := CASE WHEN col.type = 'timestamptz'::regtype
					THEN format('(%I AT TIME ZONE %L)::date', published, timezone)
					ELSE format('%I::date', published) END;
				reference := format('CASE WHEN %1$s BETWEEN ''0001-01-01'' AND ''9999-12-31'' THEN %1$s END', reference);
		END CASE;
	END LOOP;
	reference := coalesce(reference, 'NULL::date');
	place := coalesce(place, 'NULL::text');
	headline := coalesce(headline, 'NULL::text');
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_source(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.text, pg_catalog.name, pg_catalog.text) IS
'part of tribuna_enable: checks the columns and gives the expressions that document, reference, country and title are read by';

/*
 * The bodies of a table's three functions.  In them k1, k2 ... are the columns
 * of the key, keys1, keys2 ... arrays of the touched ones; f is a table of facts,
 * s the view of the documents, k a set of keys.
 */
CREATE FUNCTION @extschema@.tribuna_table_code(
	relation pg_catalog.regclass, schema pg_catalog.name, prefix pg_catalog.name,
	key pg_catalog.name, watched pg_catalog.text[], search_made pg_catalog.bool, by_row pg_catalog.bool,
	OUT parameters pg_catalog.text, OUT sync pg_catalog.text,
	OUT stale pg_catalog.text, OUT trigger pg_catalog.text)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	part record;		/* lists over the columns of the key */
	facts record;		/* statements over the tables of facts */
	keys text;
	source text := format('%I.%I', schema, prefix || '_source');
	documents text := format('%I.%I', schema, prefix || '_documents');
BEGIN
	SELECT string_agg('k' || c.n, ', ') AS numbers,
		   string_agg('s.k' || c.n, ', ') AS read,
		   string_agg(quote_ident(c.fact), ', ') AS names,
		   string_agg('keys' || c.n, ', ') AS arrays,
		   string_agg(format('keys%s %s[]', c.n, c.type), ', ') AS parameters,
		   string_agg(format('f.%I %s k.k%s', c.fact, c.operator, c.n), ' AND ') AS of_facts,
		   string_agg(format('s.k%s %s k.k%1$s', c.n, c.operator), ' AND ') AS of_source,
		   string_agg(format('s.k%s %s f.%I', c.n, c.operator, c.fact), ' AND ') AS of_both,
		   string_agg(format('coalesce(s.k%s, f.%I) AS k%1$s', c.n, c.fact), ', ') AS either,
		   string_agg(format('array_agg(k%s)::text', c.n), ', ') AS texts,
		   min(quote_ident(c.fact)) AS any_fact,
		   string_agg(format('array_agg(n.%I)', c.name), ', ') AS of_new,
		   string_agg(format('array_agg(o.%I)', c.name), ', ') AS of_old,
		   string_agg(format('array_agg(coalesce(n.%1$I, o.%1$I))', c.name), ', ') AS of_changed,
		   string_agg(format('n.%1$I %2$s o.%1$I', c.name, c.operator), ' AND ') AS of_rows,
		   min(format('n.%I', c.name)) AS any_new, min(format('o.%I', c.name)) AS any_old,
		   string_agg(format('ARRAY[NEW.%I]::%s[]', c.name, c.type), ', ') AS from_new,
		   string_agg(format('ARRAY[OLD.%I]::%s[]', c.name, c.type), ', ') AS from_old,
		   string_agg(format('ARRAY[OLD.%1$I, NEW.%1$I]::%2$s[]', c.name, c.type), ', ') AS from_both,
		   string_agg(format('keys%s[i:i + 999]', c.n), ', ') AS slices,
		   string_agg(format('array_agg(l.k%s)', c.n), ', ') AS locked
	INTO part
	FROM @extschema@.tribuna_table_key(relation, key) c;
	parameters := part.parameters;
	/* in their order: two sessions that lock the same rows do not wait for each other */
	keys := format('(SELECT DISTINCT * FROM unnest(%s) AS u (%s) ORDER BY %2$s) AS k', part.arrays, part.numbers);

	SELECT string_agg(format(E'\t\tDELETE FROM %I.%I AS f USING %s WHERE %s;\n',
			schema, prefix || '_' || t.facts, keys, part.of_facts), '') FILTER (WHERE t.facts <> 'documents') AS deletes,
		   string_agg(format(E'\t\tDELETE FROM %I.%I AS f USING %s\n\t\t\tWHERE %s AND NOT EXISTS (SELECT FROM %s AS s WHERE %s);\n',
			schema, prefix || '_' || t.facts, keys, part.of_facts, source, part.of_both), '') AS orphans,
		   string_agg(format(E'%1$I AS (\n\t\tINSERT INTO %2$I.%3$I (%4$s, %5$s)\n\t\tSELECT %6$s, %7$s\n\t\tFROM facts WHERE layer = %1$L)',
			t.facts, schema, prefix || '_' || t.facts, part.names, t.columns, part.numbers, t.sources), ', ')
			FILTER (WHERE t.facts <> 'documents') AS inserts,
		   string_agg(format('%I.%I', schema, prefix || '_' || t.facts), ', ') AS tables
	INTO facts
	FROM (SELECT f.facts, string_agg(quote_ident(f.name), ', ' ORDER BY f.position) AS columns,
				 string_agg(quote_ident(f.source), ', ' ORDER BY f.position) AS sources
		  FROM @extschema@.tribuna_fact_columns() f GROUP BY f.facts) t;

	/*
	 * With touch nobody holds the rows yet.  Facts that no row is left of go;
	 * the rows that are there are locked, and only they are read: of a row that
	 * comes meanwhile its writer makes the facts.
	 */
	sync := format($code$
BEGIN
	IF touch THEN
%s		SELECT %s INTO %s
		FROM (SELECT %s FROM %s AS s JOIN %s ON %s FOR NO KEY UPDATE OF s) AS l;
$code$, facts.orphans, part.locked, part.arrays, part.read, source, keys, part.of_source)
	|| CASE WHEN search_made THEN format($code$
		/* facts of another lexicon: so is the search column; else it was made with the row */
		UPDATE %s AS s SET document = s.document
		FROM %s JOIN %s AS f ON %s WHERE %s;
$code$, source, keys, documents, part.of_facts, part.of_source) ELSE '' END
	|| format($code$
	END IF;
	DELETE FROM %s AS f USING %s WHERE %s;
	IF FOUND THEN
%s	END IF;
$code$, documents, keys, part.of_facts, facts.deletes)
	|| format($code$
	WITH facts AS MATERIALIZED (
		SELECT %s, f.*
		FROM %s JOIN %s AS s ON %s
		LEFT JOIN LATERAL @extschema@.extract_facts(s.document::text, s.reference::date, s.country::text) AS f ON true
	), %s
	INSERT INTO %s (%s, reference, country, place_code, length, lexicon_version)
		SELECT %s, date_from, country, place_code, length, @extschema@.tribuna_lexicon_version()
		FROM facts WHERE layer IS NULL OR layer = 'documents';
END
$code$, part.read, keys, source, part.of_source, facts.inserts, documents, part.names, part.numbers);

	stale := format($code$
	SELECT count(*)::int4, (sum(count(*)) OVER ())::int4, ARRAY[%s]
	FROM (SELECT %s, (row_number() OVER (ORDER BY %2$s) - 1) / greatest(batch, 1) AS b
		  FROM (SELECT %s FROM %s AS s FULL JOIN %s AS f ON %s
				WHERE everything OR s.k1 IS NULL OR f.%s IS NULL
				   OR f.lexicon_version IS DISTINCT FROM @extschema@.tribuna_lexicon_version()) AS w) AS r
	GROUP BY b ORDER BY b
$code$, part.texts, part.numbers, part.either, source, documents, part.of_both, part.any_fact);

	IF by_row THEN
		trigger := format($code$
BEGIN
	IF TG_OP = 'TRUNCATE' THEN
		TRUNCATE %1$s;
	ELSIF TG_OP = 'INSERT' THEN
		PERFORM %3$s(false, %4$s);
	ELSIF TG_OP = 'DELETE' THEN
		PERFORM %3$s(false, %5$s);
	ELSE
		PERFORM %3$s(false, %6$s);
	END IF;
	RETURN NULL;
END
$code$, facts.tables, documents, format('%I.%I', schema, prefix || '_tribuna_sync'),
			part.from_new, part.from_old, part.from_both);
		RETURN;
	END IF;
	trigger := format($code$
DECLARE
	%1$s;
BEGIN
	IF TG_OP = 'TRUNCATE' THEN
		TRUNCATE %2$s;
	ELSIF TG_OP = 'INSERT' THEN
		SELECT %4$s INTO %5$s FROM new_rows n;
	ELSIF TG_OP = 'DELETE' THEN
		SELECT %6$s INTO %5$s FROM old_rows o;
	ELSE
		SELECT %7$s INTO %5$s
		FROM new_rows n FULL JOIN old_rows o ON %8$s
		WHERE %9$s IS NULL OR %10$s IS NULL
		   OR ROW(%11$s)::record OPERATOR(pg_catalog.*<>) ROW(%12$s)::record;
	END IF;
	FOR i IN 1 .. coalesce(array_length(keys1, 1), 0) BY 1000 LOOP
		PERFORM %13$s(false, %14$s);
	END LOOP;
	RETURN NULL;
END
$code$, replace(part.parameters, ', keys', E';\n\tkeys'), facts.tables, documents,
		part.of_new, part.arrays, part.of_old, part.of_changed, part.of_rows, part.any_new, part.any_old,
		(SELECT string_agg(format('n.%I', w), ', ') FROM unnest(watched) w),
		(SELECT string_agg(format('o.%I', w), ', ') FROM unnest(watched) w),
		format('%I.%I', schema, prefix || '_tribuna_sync'), part.slices);
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_code(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.name, pg_catalog.text[], pg_catalog.bool, pg_catalog.bool) IS
'part of tribuna_enable: bodies of the functions that it writes for a table';

/* Is this a table that the caller may set up?  An error if not. */
CREATE FUNCTION @extschema@.tribuna_table_check(relation pg_catalog.regclass, force pg_catalog.bool)
RETURNS pg_catalog.void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	class pg_class;
BEGIN
	SELECT * INTO class FROM pg_class c WHERE c.oid = relation;
	IF class.oid IS NULL THEN
		RAISE EXCEPTION 'no table was given' USING ERRCODE = 'null_value_not_allowed';
	ELSIF NOT pg_has_role(class.relowner, 'USAGE') THEN
		RAISE EXCEPTION 'must be owner of table %', relation
			USING ERRCODE = 'insufficient_privilege';
	ELSIF class.relkind NOT IN ('r', 'p') OR class.relpersistence = 't' THEN
		RAISE EXCEPTION '% is no permanent table', relation
			USING ERRCODE = 'wrong_object_type',
				  HINT = 'For views, foreign and temporary tables call extract_facts() in a query.';
	ELSIF class.relispartition THEN
		RAISE EXCEPTION 'table % is a partition', relation
			USING ERRCODE = 'wrong_object_type',
				  HINT = (SELECT format('Enable the whole table: %s.', max(a.relid::text) FILTER (WHERE NOT c.relispartition))
						  FROM pg_partition_ancestors(relation) a JOIN pg_class c ON c.oid = a.relid);
	ELSIF class.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits WHERE relation IN (inhparent, inhrelid)) THEN
		RAISE EXCEPTION 'table % takes part in inheritance', relation
			USING ERRCODE = 'feature_not_supported',
				  HINT = 'Keys are not unique over inheriting tables. Use a partitioned table.';
	ELSIF class.relrowsecurity AND NOT force THEN
		RAISE EXCEPTION 'row-level security is on for table %', relation
			USING ERRCODE = 'feature_not_supported',
				  DETAIL = 'Tables of facts do not obey the policies of their documents.',
				  HINT = 'With force => true they are made with row-level security and no policy: only the owner reads them until you write policies.';
	ELSIF class.relforcerowsecurity AND NOT (SELECT r.rolsuper OR r.rolbypassrls FROM pg_roles r WHERE r.oid = class.relowner) THEN
		RAISE EXCEPTION 'row-level security is forced on the owner of table %', relation
			USING ERRCODE = 'feature_not_supported',
				  DETAIL = 'The facts are kept with the owner''s rights, who must see every row.',
				  HINT = format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', relation);
	ELSIF NOT has_schema_privilege(class.relowner, '@extschema@'::regnamespace, 'USAGE') THEN
		RAISE EXCEPTION 'the owner of table % may not use schema @extschema@', relation
			USING ERRCODE = 'insufficient_privilege',
				  HINT = format('GRANT USAGE ON SCHEMA @extschema@ TO %s', class.relowner::regrole);
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_check(pg_catalog.regclass, pg_catalog.bool) IS
'part of tribuna_enable: an error unless the caller may set the table up';

/* The tables of facts, the view and the functions of a table. */
CREATE FUNCTION @extschema@.tribuna_table_objects(
	relation pg_catalog.regclass, schema pg_catalog.name, prefix pg_catalog.name,
	key pg_catalog.name, columns pg_catalog.text[], source pg_catalog.text[],
	search_made pg_catalog.bool, by_row pg_catalog.bool)
RETURNS pg_catalog.void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	class pg_class;
	code record;
	item record;
	pinned text := 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = off';
	by_key text := 'SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off';
BEGIN
	SELECT * INTO class FROM pg_class c WHERE c.oid = relation;
	FOR item IN
		SELECT f.facts, format('%I.%I', schema, prefix || '_' || f.facts) AS name,
			   string_agg(format('%I %s', f.name, f.type), ', ' ORDER BY f.position) AS columns,
			   bool_or(f.name = 'n') AS numbered,
			   max(f.name) FILTER (WHERE (f.facts, f.name) IN (('dates', 'date_from'), ('places', 'place_code'),
				('titles', 'office'), ('persons', 'person_id'), ('statements', 'speaker_id'))) AS indexed
		FROM @extschema@.tribuna_fact_columns() f GROUP BY f.facts ORDER BY f.facts
	LOOP
		EXECUTE (SELECT format('CREATE %s TABLE %s (%s, %s, PRIMARY KEY (%s%s))',
			CASE class.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE '' END, item.name,
			string_agg(format('%I %s%s', c.fact, c.type, c.suffix), ', '), item.columns,
			string_agg(quote_ident(c.fact), ', '), CASE WHEN item.numbered THEN ', n' ELSE '' END)
			FROM @extschema@.tribuna_table_key(relation, key) c);
		IF item.indexed IS NOT NULL THEN
			EXECUTE format('CREATE INDEX ON %s (%I)', item.name, item.indexed);
		END IF;
		IF class.relrowsecurity THEN
			EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', item.name);
		END IF;
		EXECUTE format('COMMENT ON TABLE %s IS %L', item.name,
			format('%s of %s; kept by tribuna_enable', item.facts, relation));
	END LOOP;
	FOR item IN
		SELECT format('%I.%I', schema, prefix || '_' || f.facts) AS facts, f.name, f.comment
		FROM @extschema@.tribuna_fact_columns() f
		UNION ALL
		SELECT format('%I.%I', schema, prefix || '_' || f.facts), c.fact, format('%s of %s', c.name, relation)
		FROM (SELECT DISTINCT fc.facts FROM @extschema@.tribuna_fact_columns() fc) f,
			 @extschema@.tribuna_table_key(relation, key) c
	LOOP
		EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', item.facts, item.name, item.comment);
	END LOOP;

	EXECUTE (SELECT format('CREATE VIEW %I.%I AS SELECT %s, %I AS document, %s AS reference, %s AS country FROM %s',
		schema, prefix || '_source', string_agg(format('%I AS k%s', c.name, c.n), ', '),
		columns[1], source[1], source[2], relation)
		FROM @extschema@.tribuna_table_key(relation, key) c);
	EXECUTE format('COMMENT ON VIEW %I.%I IS %L', schema, prefix || '_source',
		format('what tribuna reads of %s: key, document, reference date, country', relation));

	SELECT * INTO code FROM @extschema@.tribuna_table_code(relation, schema, prefix, key,
		columns || (SELECT array_agg(c.name::text) FROM @extschema@.tribuna_table_key(relation, key) c),
		search_made, by_row);
	EXECUTE format('CREATE FUNCTION %I.%I(touch boolean, %s) RETURNS void LANGUAGE plpgsql %s %s AS %L',
		schema, prefix || '_tribuna_sync', code.parameters, pinned, by_key, code.sync);
	EXECUTE format('CREATE FUNCTION %I.%I(batch integer, everything boolean, OUT documents integer, OUT total integer, OUT keys text[]) RETURNS SETOF record LANGUAGE sql %s AS %L',
		schema, prefix || '_tribuna_stale', pinned, code.stale);
	EXECUTE format('CREATE FUNCTION %I.%I() RETURNS trigger LANGUAGE plpgsql %s AS %L',
		schema, prefix || '_tribuna', pinned, code.trigger);
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_objects(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.name, pg_catalog.text[], pg_catalog.text[], pg_catalog.bool, pg_catalog.bool) IS
'part of tribuna_enable: makes the tables of facts, the view and the functions of a table';

/* What tribuna_enable made beside a table, by name, and who owns it. */
CREATE FUNCTION @extschema@.tribuna_table_members(
	schema pg_catalog.text, prefix pg_catalog.text,
	OUT kind pg_catalog.text, OUT name pg_catalog.text, OUT owner pg_catalog.oid)
RETURNS SETOF pg_catalog.record
LANGUAGE sql STABLE ROWS 10
SET search_path = pg_catalog, pg_temp
AS $$
	SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass::text, c.relowner
	FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
	WHERE s.nspname = $1 AND c.relkind IN ('r', 'v')
	  AND c.relname::text IN (SELECT $2 || '_' || f.facts FROM @extschema@.tribuna_fact_columns() f
							  UNION ALL SELECT $2 || '_source')
	UNION ALL
	SELECT 'FUNCTION', p.oid::regprocedure::text, p.proowner
	FROM pg_proc p JOIN pg_namespace s ON s.oid = p.pronamespace
	WHERE s.nspname = $1 AND p.proname::text IN ($2 || '_tribuna', $2 || '_tribuna_sync', $2 || '_tribuna_stale')
	ORDER BY 1, 2
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_members(pg_catalog.text, pg_catalog.text) IS
'part of tribuna_enable: the tables, view and functions that it made in a schema under a prefix';

CREATE FUNCTION @extschema@.tribuna_table_triggers(
	relation pg_catalog.regclass, schema pg_catalog.name, prefix pg_catalog.name,
	mode pg_catalog.text, watched pg_catalog.text[], arguments pg_catalog.text[])
RETURNS pg_catalog.void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	event text;
	referencing text;
	condition text := (SELECT format('WHEN (ROW(%s)::record OPERATOR(pg_catalog.*<>) ROW(%s)::record)',
		string_agg(format('OLD.%I', w), ', '), string_agg(format('NEW.%I', w), ', ')) FROM unnest(watched) w);
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		referencing := CASE event WHEN 'insert' THEN 'NEW TABLE AS new_rows'
			WHEN 'delete' THEN 'OLD TABLE AS old_rows' ELSE 'OLD TABLE AS old_rows NEW TABLE AS new_rows' END;
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s %s EXECUTE FUNCTION %I.%I()',
			'tribuna_' || event, event, relation,
			CASE WHEN mode = 'statement' THEN format('REFERENCING %s FOR EACH STATEMENT', referencing)
				 WHEN event = 'update' THEN 'FOR EACH ROW ' || condition
				 ELSE 'FOR EACH ROW' END,
			schema, prefix || '_tribuna');
	END LOOP;
	EXECUTE format('CREATE TRIGGER tribuna_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %I.%I(%s)',
		relation, schema, prefix || '_tribuna',
		(SELECT string_agg(quote_literal(a), ', ') FROM unnest(arguments) a));
	IF mode = 'subscriber' THEN
		FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete', 'truncate'] LOOP
			EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', relation, 'tribuna_' || event);
		END LOOP;
	END IF;
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete', 'truncate'] LOOP
		EXECUTE format('COMMENT ON TRIGGER %I ON %s IS %L', 'tribuna_' || event, relation,
			'keeps the tables of facts of tribuna_enable');
	END LOOP;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_triggers(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.text, pg_catalog.text[], pg_catalog.text[]) IS
'part of tribuna_enable: makes the triggers of a table';

CREATE FUNCTION @extschema@.tribuna_enable(
	relation pg_catalog.regclass, body pg_catalog.name,
	published pg_catalog.name DEFAULT NULL, key pg_catalog.name DEFAULT NULL,
	country pg_catalog.text DEFAULT NULL, title pg_catalog.name DEFAULT NULL,
	timezone pg_catalog.text DEFAULT NULL, search pg_catalog.name DEFAULT 'search',
	prefix pg_catalog.name DEFAULT NULL, subscriber pg_catalog.bool DEFAULT false,
	force pg_catalog.bool DEFAULT false, fill pg_catalog.bool DEFAULT true)
RETURNS pg_catalog.int4
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	class pg_class;
	schema name;
	source record;
	search_made bool := false;
	mode text;
	columns text[];
	item record;
	done int := 0;
BEGIN
	PERFORM @extschema@.tribuna_table_check(relation, force);
	EXECUTE format('LOCK TABLE %s IN %s MODE', relation,
		CASE WHEN search IS NULL THEN 'SHARE ROW EXCLUSIVE' ELSE 'ACCESS EXCLUSIVE' END);
	SELECT * INTO class FROM pg_class c WHERE c.oid = relation;
	schema := (SELECT nspname FROM pg_namespace WHERE oid = class.relnamespace);
	IF EXISTS (SELECT FROM @extschema@.tribuna_tables() t WHERE t.relation = $1) THEN
		RAISE EXCEPTION 'table % is already enabled', relation
			USING ERRCODE = 'duplicate_object',
				  HINT = 'To set it up otherwise call tribuna_disable() first; to renew its facts CALL tribuna_refresh().';
	END IF;
	SELECT * INTO source FROM @extschema@.tribuna_table_source(relation, body, published, country, title, timezone);
	PERFORM @extschema@.tribuna_table_key(relation, key);
	mode := CASE WHEN subscriber THEN 'subscriber' WHEN class.relkind = 'p' THEN 'row' ELSE 'statement' END;
	columns := ARRAY[body::text] || published::text
		|| (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = relation AND a.attname = country
			AND a.attnum > 0 AND NOT a.attisdropped);
	columns := array_remove(columns, NULL);

	/* names: the longest ending must fit behind the prefix */
	prefix := coalesce(prefix, class.relname);
	WHILE octet_length(prefix || '_tribuna_stale') > 63 LOOP
		prefix := left(prefix::text, -1);
	END LOOP;
	SELECT string_agg(m.name, ', ') AS names INTO item FROM @extschema@.tribuna_table_members(schema, prefix) m;
	IF item.names IS NOT NULL THEN
		RAISE EXCEPTION 'names of the tables of facts are taken: %', item.names
			USING ERRCODE = 'duplicate_object',
				  HINT = 'Give prefix => another beginning of their names, or drop what is in the way.';
	END IF;

	SELECT t.typname INTO item FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
	WHERE a.attrelid = relation AND a.attname = search AND a.attnum > 0 AND NOT a.attisdropped;
	IF item.typname IS NULL AND search IS NOT NULL THEN
		/* vectors hardly compress, and each use of one would unpack it */
		EXECUTE format('ALTER TABLE %s ADD COLUMN %I tsvector GENERATED ALWAYS AS (@extschema@.tribuna_tsvector(%s, %s, %s, %s)) STORED, ALTER COLUMN %2$I SET STORAGE EXTERNAL',
			relation, search, source.document, source.reference, source.place, source.headline);
		EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', relation, search, 'for search with tribuna_tsquery(); made by tribuna_enable');
		EXECUTE format('CREATE INDEX ON %s USING gin (%I)', relation, search);
		search_made := true;
	ELSIF item.typname <> 'tsvector' THEN
		RAISE EXCEPTION 'column "%" of table % is not of type tsvector', search, relation
			USING ERRCODE = 'datatype_mismatch',
				  HINT = 'Give search => another name for the search column, or search => NULL for none.';
	ELSIF search IS NOT NULL THEN
		RAISE NOTICE 'column "%" of table % is kept as it is', search, relation;
	END IF;

	PERFORM @extschema@.tribuna_table_objects(relation, schema, prefix, key, columns,
		ARRAY[source.reference, source.place], search_made, mode <> 'statement');
	FOR item IN SELECT m.kind, m.name FROM @extschema@.tribuna_table_members(schema, prefix) m LOOP
		IF item.kind = 'FUNCTION' THEN
			EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', item.name);
			/* DROP EXTENSION ... CASCADE takes the functions, and with them the triggers */
			EXECUTE format('ALTER FUNCTION %s DEPENDS ON EXTENSION tribuna', item.name);
			EXECUTE format('COMMENT ON FUNCTION %s IS %L', item.name, format('keeps the facts of %s; made by tribuna_enable', relation));
		END IF;
		IF class.relowner::regrole::text <> quote_ident(current_user) THEN
			EXECUTE format('ALTER %s %s OWNER TO %s', item.kind, item.name, class.relowner::regrole);
		END IF;
	END LOOP;
	PERFORM @extschema@.tribuna_table_triggers(relation, schema, prefix, mode,
		columns || (SELECT array_agg(c.name::text) FROM @extschema@.tribuna_table_key(relation, key) c),
		(SELECT array_agg(format('%s=%s', a.label, a.value) ORDER BY a.n) FILTER (WHERE a.value IS NOT NULL)
		 FROM (VALUES (1, 'body', body::text), (2, 'published', published::text),
			(4, 'country', country), (5, 'title', title::text), (6, 'timezone', timezone),
			(7, CASE WHEN search_made THEN 'search_made' ELSE 'search' END, search::text),
			(8, 'triggers', mode), (9, 'prefix', prefix::text)) AS a (n, label, value))
		|| (SELECT array_agg(format('key=%s', c.name) ORDER BY c.n) FROM @extschema@.tribuna_table_key(relation, key) c));
	IF fill THEN
		FOR item IN SELECT s.documents, s.total, s.keys FROM @extschema@.tribuna_stale(relation) s LOOP
			PERFORM @extschema@.tribuna_sync(relation, item.keys, false);
			done := done + item.documents;
			IF item.total > item.documents THEN
				RAISE NOTICE '% of % documents of %', done, item.total, relation;
			END IF;
		END LOOP;
	END IF;
	RETURN done;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_enable(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.name, pg_catalog.text, pg_catalog.name, pg_catalog.text, pg_catalog.name, pg_catalog.name, pg_catalog.bool, pg_catalog.bool, pg_catalog.bool) IS
'sets a table of documents up: a search column with its index, and tables of facts (PREFIX_dates, _places, _titles, _persons, _statements, _documents) that triggers keep right; returns how many documents were read';

/* The enabled table, if the caller may work on it; an error if not. */
CREATE FUNCTION @extschema@.tribuna_table_enabled(
	relation pg_catalog.regclass,
	OUT schema pg_catalog.text, OUT prefix pg_catalog.text,
	OUT search pg_catalog.text, OUT sync pg_catalog.regprocedure, OUT stale pg_catalog.regprocedure)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	owner oid := (SELECT c.relowner FROM pg_class c WHERE c.oid = relation);
	stranger text;
BEGIN
	SELECT t.schema, t.prefix, CASE WHEN t.search_made THEN t.search END INTO schema, prefix, search
	FROM @extschema@.tribuna_tables() t WHERE t.relation = $1;
	IF prefix IS NULL THEN
		RAISE EXCEPTION 'table % is not enabled', relation
			USING ERRCODE = 'object_not_in_prerequisite_state',
				  HINT = 'SELECT * FROM @extschema@.tribuna_tables() lists the tables that are; tribuna_enable() sets one up.';
	ELSIF NOT pg_has_role(owner, 'USAGE') THEN
		RAISE EXCEPTION 'must be owner of table %', relation
			USING ERRCODE = 'insufficient_privilege';
	END IF;
	SELECT m.name INTO stranger FROM @extschema@.tribuna_table_members(schema, prefix) m WHERE m.owner <> owner LIMIT 1;
	IF stranger IS NOT NULL THEN
		RAISE EXCEPTION '% has not the owner of table %', stranger, relation
			USING ERRCODE = 'insufficient_privilege',
				  HINT = 'Give what tribuna_enable made to the table''s owner with ALTER ... OWNER TO.';
	END IF;
	SELECT max(p.oid) FILTER (WHERE p.proname = prefix || '_tribuna_sync'),
		   max(p.oid) FILTER (WHERE p.proname = prefix || '_tribuna_stale') INTO sync, stale
	FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
	WHERE n.nspname = schema AND p.prosecdef AND p.proowner = owner
	  AND p.proname IN (prefix || '_tribuna_sync', prefix || '_tribuna_stale');
	IF sync IS NULL OR stale IS NULL THEN
		RAISE EXCEPTION 'functions of tribuna_enable for table % are missing', relation
			USING ERRCODE = 'undefined_function',
				  HINT = 'Call tribuna_disable() and tribuna_enable() again.';
	END IF;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_table_enabled(pg_catalog.regclass) IS
'part of tribuna_refresh and tribuna_disable: an error unless the table is enabled and the caller''s';

CREATE FUNCTION @extschema@.tribuna_stale(
	relation pg_catalog.regclass, batch pg_catalog.int4 DEFAULT 1000,
	everything pg_catalog.bool DEFAULT false,
	OUT documents pg_catalog.int4, OUT total pg_catalog.int4, OUT keys pg_catalog.text[])
RETURNS SETOF pg_catalog.record
LANGUAGE plpgsql VOLATILE ROWS 10
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
BEGIN
	IF batch IS NULL OR batch < 1 THEN
		RAISE EXCEPTION 'a batch must have at least one document'
			USING ERRCODE = 'invalid_parameter_value';
	END IF;
	RETURN QUERY EXECUTE (SELECT format('SELECT * FROM %s($1, $2)', t.stale::oid::regproc)
						  FROM @extschema@.tribuna_table_enabled(relation) t) USING batch, everything;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_stale(pg_catalog.regclass, pg_catalog.int4, pg_catalog.bool) IS
'documents of an enabled table whose facts are missing, left over or of another lexicon, in batches: how many, how many in all batches, and their keys (an array of each key column, as text)';

CREATE FUNCTION @extschema@.tribuna_sync(
	relation pg_catalog.regclass, keys pg_catalog.text[], touch pg_catalog.bool DEFAULT true)
RETURNS pg_catalog.void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
BEGIN
	EXECUTE (SELECT format('SELECT %s($1, %s)', t.sync::oid::regproc,
					(SELECT string_agg(format('$2[%s]::%s', a.n - 1, format_type(a.type, NULL)), ', ' ORDER BY a.n)
					 FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, n) WHERE a.n > 1))
			 FROM @extschema@.tribuna_table_enabled(relation) t JOIN pg_proc p ON p.oid = t.sync)
	USING touch, keys;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_sync(pg_catalog.regclass, pg_catalog.text[], pg_catalog.bool) IS
'makes the facts of some documents of an enabled table anew, and with touch their search column; keys as tribuna_stale gives them';

CREATE FUNCTION @extschema@.tribuna_table_block()
RETURNS pg_catalog.bool
AS 'MODULE_PATHNAME', 'tribuna_table_block'
LANGUAGE C VOLATILE STRICT;

COMMENT ON FUNCTION @extschema@.tribuna_table_block() IS
'part of tribuna_refresh: does the session stand in a transaction block?';

CREATE PROCEDURE @extschema@.tribuna_refresh(
	relation pg_catalog.regclass, batch pg_catalog.int4 DEFAULT 1000,
	everything pg_catalog.bool DEFAULT false, commits pg_catalog.bool DEFAULT true)
LANGUAGE plpgsql
AS $$
#variable_conflict use_variable
DECLARE
	work record;
	done pg_catalog.int4 := 0;
BEGIN
	IF commits AND @extschema@.tribuna_table_block() THEN
		RAISE EXCEPTION 'tribuna_refresh cannot commit its batches inside a transaction block'
			USING ERRCODE = 'invalid_transaction_termination',
				  HINT = 'Call it outside (with autocommit), or give commits => false to do all in this transaction.';
	ELSIF commits THEN
		COMMIT;		/* inside a function it fails here, before any work */
	END IF;
	FOR work IN SELECT s.documents, s.total, s.keys FROM @extschema@.tribuna_stale(relation, batch, everything) AS s LOOP
		PERFORM @extschema@.tribuna_sync(relation, work.keys, true);
		done := done OPERATOR(pg_catalog.+) work.documents;
		IF commits THEN
			COMMIT;
		END IF;
		RAISE NOTICE '% of % documents of %', done, work.total, relation;
	END LOOP;
END
$$;

COMMENT ON PROCEDURE @extschema@.tribuna_refresh(pg_catalog.regclass, pg_catalog.int4, pg_catalog.bool, pg_catalog.bool) IS
'makes the facts of an enabled table anew where they are missing, left over or of another lexicon (everything: all), in batches, with a COMMIT and a notice after each; inside a transaction block give commits => false';

CREATE FUNCTION @extschema@.tribuna_disable(
	relation pg_catalog.regclass, cascade pg_catalog.bool DEFAULT false)
RETURNS pg_catalog.void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
	enabled record;
	item record;
	detail text;
	ending text := CASE WHEN cascade THEN 'CASCADE' ELSE 'RESTRICT' END;
BEGIN
	SELECT * INTO enabled FROM @extschema@.tribuna_table_enabled(relation);
	FOR item IN
		SELECT t.tgname FROM pg_trigger t WHERE t.tgrelid = relation AND NOT t.tgisinternal
		  AND t.tgname IN ('tribuna_insert', 'tribuna_update', 'tribuna_delete', 'tribuna_truncate')
		ORDER BY t.tgname
	LOOP
		EXECUTE format('DROP TRIGGER %I ON %s', item.tgname, relation);
	END LOOP;
	FOR item IN SELECT m.kind, m.name FROM @extschema@.tribuna_table_members(enabled.schema, enabled.prefix) m LOOP
		EXECUTE format('DROP %s %s %s', item.kind, item.name, ending);
	END LOOP;
	IF enabled.search IS NOT NULL THEN
		EXECUTE format('ALTER TABLE %s DROP COLUMN IF EXISTS %I %s', relation, enabled.search, ending);
	END IF;
EXCEPTION WHEN dependent_objects_still_exist THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
	RAISE EXCEPTION '%', SQLERRM
		USING ERRCODE = 'dependent_objects_still_exist',
			  DETAIL = detail,
			  HINT = 'Drop those first, or give cascade => true to drop them too.';
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_disable(pg_catalog.regclass, pg_catalog.bool) IS
'takes away what tribuna_enable made: triggers, functions, tables of facts, and the search column if it made it; cascade: and what depends on them';
