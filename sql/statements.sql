-- A statement is what somebody other than the author said: its content alone,
-- with the speaker resolved to a full name; interrupted ones have segments.
\pset format unaligned
\pset null ~

CREATE TEMP TABLE doc (body text);
INSERT INTO doc VALUES (E'24.12.2022\n\nПредседатель Сената Маулен Ашимбаев провел заседание в Астане.\n\n'
  '«Мы приняли важный закон», – сказал спикер.\n\n'
  'Он отметил, что работа продолжится.\n\n'
  '«Закон, – подчеркнул Ашимбаев, – начнет действовать в январе».');

SELECT statement, kind, form, speaker, speaker_id, speaker_type, title, office
FROM doc, extract_statements(body);
SELECT start, length, speaker_surface, speaker_start, speaker_length, cue, resolved_by, segments
FROM doc, extract_statements(body);

-- every segment is a piece of the document, and together they are the statement
SELECT count(*) AS statements,
       bool_and(statement = (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY lower(r))
                             FROM unnest(segments) AS r)) AS segments_make_it,
       bool_and(start = lower(segments) AND start + length = upper(segments)) AS span_covers
FROM doc, extract_statements(body);

-- one row a speaker
SELECT speaker, speaker_id, speaker_type, title, office, statements, direct, first_start
FROM doc, extract_speakers(body);
SELECT speaker_names(body) FROM doc;

-- names in quotation marks make no statement
SELECT count(*) FROM extract_statements('Газета «Казахстанская правда» вышла. Банк «Развитие» открылся.');

-- transcripts name their speakers by labels, digests at either end of a line
SELECT statement, kind, speaker
FROM extract_statements(E'КЛИМОВА О.П. Кто считал расходы?\n\nСАГАДИЕВ Е.М. Министерство. (Смех.) Дважды.\n\n'
  'КЛИМОВА О.П. Спасибо.');
SELECT statement, kind, speaker
FROM extract_statements(E'14:30 Минфин: долг сократится к весне\n14:40 Порт откроют к вечеру – Ольга Климова\n'
  '14:50 «Мы не море, мы река» – аким Ерлан Сагадиев\n15:00 Как провести выходные');
