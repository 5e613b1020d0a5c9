/* --------------------------------------------------- terms from a query */

CREATE FUNCTION @extschema@.tribuna_term(
	section pg_catalog.text, entry pg_catalog.jsonb)
RETURNS pg_catalog.text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	known text[] := CASE section
		WHEN 'places' THEN '{code,type,name,adjective,hints,valid_from,valid_to}'
		WHEN 'titles' THEN '{code,kind,name,hints}'
		WHEN 'persons' THEN '{gender,name,hints}'
		WHEN 'holders' THEN '{code,name,valid_from,valid_to}' END;
	code text := entry ->> CASE section WHEN 'persons' THEN 'gender' ELSE 'code' END;
	more text := coalesce(entry ->> CASE section WHEN 'places' THEN 'type' ELSE 'kind' END, '');
	hints text := coalesce(entry ->> 'hints', '');
	validity text := coalesce(entry ->> 'valid_from', '') || '/' || coalesce(entry ->> 'valid_to', '');
	names text[] := '{}';
	what text;
	one text;
BEGIN
	SELECT c INTO what FROM jsonb_object_keys(entry) AS c WHERE c <> ALL (known) LIMIT 1;
	IF what IS NOT NULL THEN
		RAISE EXCEPTION 'unknown column "%" of % for terms', what, section
			USING ERRCODE = 'undefined_column',
			HINT = format('The columns are %s.', array_to_string(known, ', '));
	END IF;
	IF coalesce(code, '') = '' THEN
		RAISE EXCEPTION 'an entry of % has no %', section,
			CASE section WHEN 'persons' THEN 'gender' ELSE 'code' END
			USING ERRCODE = 'null_value_not_allowed', DETAIL = format('The entry is %s.', entry);
	END IF;
	IF validity <> '/' THEN
		hints := concat_ws(',', nullif(hints, ''), validity);
	END IF;
	FOREACH what IN ARRAY '{name,adjective}'::text[] LOOP
		FOR one IN
			SELECT jsonb_array_elements_text(CASE jsonb_typeof(entry -> what)
				WHEN 'array' THEN entry -> what
				WHEN 'string' THEN jsonb_build_array(entry -> what)
				ELSE '[]' END)
		LOOP
			one := btrim(regexp_replace(one, '\s+', ' ', 'g'));
			IF one ~ '[;{}]' THEN
				RAISE EXCEPTION 'name "%" of entry "%" of % holds one of the marks ; { }', one, code, section
					USING ERRCODE = 'invalid_parameter_value',
					HINT = 'Several names are an array; what stands in braces goes to the column hints.';
			ELSIF one <> '' THEN
				names := names || (one ||
					CASE WHEN what = 'adjective' THEN ' {a}' WHEN hints <> '' THEN ' {' || hints || '}' ELSE '' END);
			END IF;
		END LOOP;
	END LOOP;
	IF names = '{}' THEN
		RAISE EXCEPTION 'entry "%" of % has no name', code, section
			USING ERRCODE = 'null_value_not_allowed';
	END IF;
	IF concat(code, more) ~ '[\n\r=#;{}]' OR hints ~ '[\n\r;{}]' THEN
		RAISE EXCEPTION 'code or hints of entry "%" of % hold a line break or one of the marks = # ; { }', code, section
			USING ERRCODE = 'invalid_parameter_value';
	END IF;
	RETURN concat_ws(' ', code, nullif(more, ''), '=', array_to_string(names, '; '));
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_term(pg_catalog.text, pg_catalog.jsonb) IS
'a line of a dictionary of terms from one row: code, name and more, by column; what cannot be a term is an error that names the entry';

CREATE FUNCTION @extschema@.tribuna_create_terms(
	dictionary pg_catalog.text,
	places pg_catalog.text DEFAULT NULL, titles pg_catalog.text DEFAULT NULL,
	persons pg_catalog.text DEFAULT NULL, holders pg_catalog.text DEFAULT NULL,
	replace pg_catalog.bool DEFAULT false)
RETURNS pg_catalog.int4
LANGUAGE plpgsql VOLATILE
AS $$
/* the queries run under the caller's search_path, so nothing here may hang on it */
DECLARE
	sections pg_catalog.text[] := ARRAY['places', 'titles', 'persons', 'holders'];
	sources pg_catalog.text[] := ARRAY[places, titles, persons, holders];
	source pg_catalog.text;
	lines pg_catalog.text;
	options pg_catalog.text[];
	written pg_catalog.int4;
	total pg_catalog.int4 := 0;
	old pg_catalog.bool;
BEGIN
	IF dictionary IS NULL THEN
		RAISE EXCEPTION 'a dictionary of terms needs a name' USING ERRCODE = 'null_value_not_allowed';
	END IF;
	FOR i IN 1 .. 4 LOOP
		source := pg_catalog.rtrim(sources[i], E' \t\r\n;');
		lines := '';
		CONTINUE WHEN source IS NULL AND NOT replace;
		IF source IS NOT NULL THEN
			IF source OPERATOR(pg_catalog.!~*) '^\s*(select|with|values|table)\M' THEN
				source := 'TABLE ' OPERATOR(pg_catalog.||) source::pg_catalog.regclass::pg_catalog.text;
			END IF;
			EXECUTE pg_catalog.format(
				'SELECT COALESCE(pg_catalog.string_agg(line, E''\n'' ORDER BY n), ''''), pg_catalog.count(*)'
				' FROM (SELECT pg_catalog.row_number() OVER () AS n, @extschema@.tribuna_term(%L, pg_catalog.to_jsonb(q)) AS line'
				' FROM (%s) AS q) AS l', sections[i], source)
				INTO lines, written;
			total := total OPERATOR(pg_catalog.+) written;
		END IF;
		options := pg_catalog.array_append(options, pg_catalog.format('%s = %L', sections[i], lines));
	END LOOP;
	SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0 INTO old FROM pg_catalog.pg_ts_dict AS d
		WHERE d.dictnamespace OPERATOR(pg_catalog.=) '@extschema@'::pg_catalog.regnamespace::pg_catalog.oid
		AND d.dictname OPERATOR(pg_catalog.=) dictionary;
	IF old AND replace THEN
		EXECUTE pg_catalog.format('ALTER TEXT SEARCH DICTIONARY @extschema@.%I (%s)', dictionary,
			pg_catalog.array_to_string(options, ', '));
	ELSIF old THEN
		RAISE EXCEPTION 'text search dictionary "%" already exists', dictionary
			USING ERRCODE = 'duplicate_object',
			HINT = 'To replace its terms, add "replace => true".';
	ELSE
		EXECUTE pg_catalog.format('CREATE TEXT SEARCH DICTIONARY @extschema@.%I (%s)', dictionary,
			pg_catalog.array_to_string(pg_catalog.array_prepend('TEMPLATE = @extschema@.tribuna_terms'::pg_catalog.text, options), ', '));
	END IF;
	RETURN total;
END
$$;

COMMENT ON FUNCTION @extschema@.tribuna_create_terms(pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.bool) IS
'make a dictionary of terms from queries or tables, one for each section, with the rights of the caller; returns the number of terms';
