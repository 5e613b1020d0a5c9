# Documents from nothing to the largest, of a million mentions, of hostile
# shapes; the limits of tsvector; many terms and hostile terms.  That time is
# linear in the text is shown by instructions (test/unit/test_linear) and here
# by a ratio of processor times that only a quadratic pass can reach.
. "$(dirname "$0")/lib.sh"
trap cluster_stop EXIT
cluster_start limits "max_wal_size=4GB"
make_documents db 1
ask() { q db "$1" 2>&1 | head -n 1; }

is "an empty document" "$(ask "SELECT analyze_document('') ->> 'dates', tribuna_tsvector(''), place_codes(''), date_periods('')")" "[]||{}|{}"
is "a document of one word" "$(ask "SELECT place_codes('Астана'), tribuna_tsvector('Астана')")" "{kz/astana/}|'place/kz/astana/':1 'аста':1 'астан':1"
is "a document of one byte" "$(ask "SELECT tribuna_tsvector('я'), tribuna_tsvector('.'), tribuna_tsvector('x')")" "||'x':1"
is "a word of a million letters" "$(ask "SET client_min_messages = error; SELECT jsonb_array_length(analyze_document(repeat('а', 1000000)) -> 'persons'), tribuna_tsvector(repeat('а', 1000000))")" "0|"

# a million mentions; what tsvector cannot hold is the server's own error, the extractors go on
is "a million dates" "$(ask "SELECT count(*), max(start) FROM extract_dates(repeat('24.12.2022 ', 1000000))")" "1000000|10999990"
is "more than jsonb can hold: an error that says so, and no crash" "$(q db "SELECT length(analyze_document(repeat('24.12.2022 ', 2000000))::text)" 2>&1 | tr '\n' ' ')" "ERROR:  total size of jsonb array elements exceeds the maximum of 268435455 bytes HINT:  The functions that return rows have no such limit. "
is "a million places" "$(ask "SELECT count(*) FROM extract_places(repeat('в Астане, ', 1000000))")" 1000000
is "a million lexemes of one place" "$(ask "SELECT lexeme, cardinality(positions), positions[255] FROM unnest(tribuna_tsvector(repeat('в Астане, ', 1000000))) WHERE lexeme = 'place/kz/astana/'")" "place/kz/astana/|255|510"
is "positions end at 16383, as the server's" "$(ask "SELECT max(p) FROM unnest(tribuna_tsvector((SELECT string_agg('слово' || i, ' ') FROM generate_series(1, 20000) i))) u, unnest(u.positions) p")" 16383
long="(SELECT string_agg('слово' || i || ' Астана', ' ') FROM generate_series(1, 100000) i)"
is "over 1 MB of lexemes: an error, as the server's" "$(ask "SELECT tribuna_tsvector($long)" | sed 's/(.*/(…/')" "$(ask "SELECT to_tsvector('simple', $long)" | sed 's/(.*/(…/')"
is "and the extractors read it" "$(ask "SELECT count(*) FROM extract_places($long)")" 100000
is "a lexeme of more than 2 KB is left out, as the server does" "$(ask "SET client_min_messages = error; SELECT tribuna_tsvector(repeat('ж', 1500) || ' Сенат') = to_tsvector('tribuna', repeat('ж', 1500) || ' Сенат')")" t

is "a query of more than a tsquery holds" "$(ask "SELECT tribuna_tsquery(repeat('и ', 600000))")" "ERROR:  query is too long (1800000 bytes, max 1048575 bytes)"

# the largest: memory is some sixteen times the text
free=$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)
for mb in 64 256 512; do
  if [ "$free" -lt $((mb * 16)) ] || [ "$mb" -gt "${TB_MEGABYTES:-512}" ]; then
    skip "a document of $mb MB" "$free MB of memory are free, and no more than ${TB_MEGABYTES:-512} MB are asked for"
    continue
  fi
  is "a document of $mb MB" "$(ask "SELECT count(*) > 1000 * $mb FROM (SELECT string_agg(body, E'\n\n') AS d FROM sample CROSS JOIN generate_series(1, ($mb * 1048576.0 / (SELECT sum(octet_length(body) + 2) FROM sample))::int)) AS b, extract_dates(d)")" t
done

# hostile shapes, a megabyte each: nothing but an answer, and soon
cat >"$cluster/shapes.sql" <<'EOS'
CREATE TABLE shape (name text PRIMARY KEY, unit text);
INSERT INTO shape VALUES
 ('one word', 'а'), ('capitals', 'АКИМ СКАЗАЛ В АСТАНЕ '), ('quotes', '«»"“”„'), ('opening quotes', '«'), ('opening quotes and words', '«слово '),
 ('digits', '7'), ('numbers', '24 '), ('dots', '.'), ('dashes', '– '), ('hyphens', 'а-'), ('commas', ','), ('brackets', '(('), ('names', 'Иван Петров '),
 ('surnames', 'Токаев '), ('initials', 'К.'), ('titles', 'заместитель председателя '), ('places', 'Алматы '), ('dates', '24.12.2022 '), ('months', 'мая '),
 ('cues', 'сказал, что '), ('according', 'по словам '), ('pronouns', 'он '), ('lines', E'а\n'), ('paragraphs', E'А\n\n'), ('accents', 'а' || U&'\0301'),
 ('soft hyphens', U&'\00AD'), ('zero width', U&'\200B'), ('spaces', ' '), ('no-break spaces', U&'\00A0'), ('addresses', 'a@b.kz '), ('slashes', 'http://'),
 ('no full stop', 'и в связи с этим аким отметил важность вопроса '), ('nested quotes', repeat('«а ', 500) || repeat('б» ', 500)), ('asterisks', '*'), ('emoji', U&'\+01F600'),
 ('twins', 'Aкима '), ('list of dates', '1, 2, 3, 4 '), ('years', '2020, 2021 и '), ('ordinals', 'первого второго '), ('colons', 'Он: '), ('Roman', 'XX '), ('doubtful places', 'в Астане долг Рудного сказал. '), ('sure places', 'в Шымкенте и Степногорске, ');
EOS
chmod 644 "$cluster/shapes.sql"
cluster_psql -d db -f "$cluster/shapes.sql"
for name in $(q db "SELECT replace(name, ' ', '_') FROM shape ORDER BY name COLLATE \"C\""); do
  got=$(q db "SET client_min_messages = error; SET statement_timeout = '120s';
    SELECT count(*) FROM (SELECT repeat(unit, (1000000 / octet_length(unit) + 1)) AS body FROM shape WHERE name = '${name//_/ }') d,
      LATERAL (SELECT analyze_document(body) IS NOT NULL, tribuna_tsvector(left(body, 200000)) IS NOT NULL, length(tribuna_tsquery(translate(left(body, 3000), E'\n', ' '))::text)) a" 2>&1 | tail -n 1)
  is "1 MB of ${name//_/ }" "$got" 1
done

# terms: a hundred thousand, and such as hurt
q db "SELECT tribuna_create_terms('many', persons => \$\$SELECT 'm' AS gender, 'Хрюноп' || translate(i::text, '0123456789', 'абвгдежзик') || 'ов Иван' AS name FROM generate_series(1, 100000) i\$\$)" >/dev/null 2>&1 ||
  q db "DO \$\$ BEGIN EXECUTE format('CREATE TEXT SEARCH DICTIONARY tribuna.many (TEMPLATE = tribuna.tribuna_terms, persons = %L)', (SELECT string_agg('m = Иван Хрюноп' || translate(i::text, '0123456789', 'абвгдежзик') || 'ов', E'\n') FROM generate_series(1, 100000) i)); END \$\$"
is "100,000 terms are in force" "$(ask "SELECT count(*) FROM tribuna_terms() WHERE in_force")" 100000
is "and the last of them is found" "$(ask "SELECT count(*) FROM extract_persons('Встреча с Иваном Хрюнопбааааовым прошла.') WHERE person = 'Иван Хрюнопбааааов'")" 1
q db "DROP TEXT SEARCH DICTIONARY tribuna.many"
for terms in "repeat('kz/astana/ = А; ', 20000)" "repeat('=', 100000)" "'kz/astana/ = ' || repeat('а', 1000000)" "'kz/astana/ = ' || repeat('слово ', 100000)" "repeat('{', 50000)" \
  "'kz/' || repeat('a/', 100000) || ' city = А'" "repeat(E'\n', 500000)" "repeat(E'# примечание\n', 50000)" "'kz/astana/ = Мой Город {' || repeat('m,', 50000) || '}'" "U&'kz/astana/ = \200B\200B'"; do
  got=$(q db "SET client_min_messages = error; DO \$\$ BEGIN EXECUTE format('CREATE TEXT SEARCH DICTIONARY tribuna.hostile (TEMPLATE = tribuna.tribuna_terms, places = %L)', $terms);
    PERFORM count(*) FROM tribuna_terms(); PERFORM analyze_document('Аким Астаны.'); EXCEPTION WHEN invalid_parameter_value OR program_limit_exceeded THEN NULL; END \$\$;
    DROP TEXT SEARCH DICTIONARY IF EXISTS tribuna.hostile; SELECT place_codes('в Астане')" 2>&1 | tail -n 1)
  is "hostile terms: ${terms:0:40}" "$got" "{kz/astana/}"
done
is "no backend has died" "$(grep -cE 'terminated by signal|PANIC' "$cluster/server.log")" 0
finish
