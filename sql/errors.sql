-- NULL in gives NULL or no rows, an empty text gives empty results, and a bad
-- argument gives an error that says what is right.
\pset null ~
SET datestyle = ISO, DMY;

SELECT (SELECT count(*) FROM extract_dates(NULL)) AS dates,
       (SELECT count(*) FROM extract_places(NULL)) AS places,
       (SELECT count(*) FROM extract_titles(NULL)) AS titles,
       (SELECT count(*) FROM extract_persons(NULL)) AS persons,
       (SELECT count(*) FROM extract_statements(NULL)) AS statements,
       (SELECT count(*) FROM extract_speakers(NULL)) AS speakers;
SELECT analyze_document(NULL), document_date(NULL), date_periods(NULL), place_codes(NULL),
       office_codes(NULL), person_names(NULL), speaker_names(NULL),
       normalize_name(NULL), normalize_title(NULL), normalize_place(NULL),
       decline(NULL, 'genitive'), decline('Астана', NULL);

SELECT (SELECT count(*) FROM extract_dates('')) AS dates,
       (SELECT count(*) FROM extract_places('')) AS places,
       (SELECT count(*) FROM extract_titles('')) AS titles,
       (SELECT count(*) FROM extract_persons('')) AS persons,
       (SELECT count(*) FROM extract_statements('')) AS statements,
       (SELECT count(*) FROM extract_speakers('')) AS speakers;
SELECT document_date(''), date_periods(''), place_codes(''), office_codes(''),
       person_names(''), speaker_names(''), decline('', 'genitive');

-- white space, marks and zero-width characters alone
SELECT count(*) FROM extract_statements(E' \t\n\u00a0\u200b«»–…!?');

SELECT extract_dates('вчера', 'infinity');
SELECT extract_dates('вчера', '-infinity');
SELECT extract_dates('вчера', '4713-01-01 BC');
SELECT extract_titles('аким', '10000-01-01');
SELECT extract_titles('аким', NULL, 'kaz');
SELECT extract_titles('аким', NULL, '');
SELECT analyze_document('аким', NULL, 'к1');
SELECT speaker_names('аким', 'infinity');
SELECT date_periods('вчера', 'infinity');
SELECT decline('Астана', 'звательный');
SELECT decline('Астана', '');

-- their SQLSTATEs
DO $$
DECLARE
  call text;
BEGIN
  FOREACH call IN ARRAY ARRAY[
    $q$ extract_dates('вчера', 'infinity') $q$,
    $q$ extract_dates('вчера', '4713-01-01 BC') $q$,
    $q$ extract_titles('аким', NULL, 'kaz') $q$,
    $q$ decline('Астана', 'звательный') $q$]
  LOOP
    BEGIN
      EXECUTE 'SELECT ' || call;
    EXCEPTION WHEN OTHERS THEN
      RAISE NOTICE '% %', SQLSTATE, btrim(call);
    END;
  END LOOP;
END $$;

-- the ends of the calendar are no error
SELECT count(*) >= 0 AS fine FROM extract_dates('Вчера, завтра, через 100 лет и 100 лет назад.', '0001-01-01');
SELECT count(*) >= 0 AS fine FROM extract_dates('Вчера, завтра, через 100 лет и 100 лет назад.', '9999-12-31');
