# Dumped and restored, plain, custom and as a folder by two processes, and
# upgraded in place by pg_upgrade: term dictionaries, generated columns,
# expression indexes and tables of facts are byte for byte what they were.
. "$(dirname "$0")/lib.sh"
trap 'rm -rf "${cluster:-/nonexistent}/"dumps; cluster_stop' EXIT
cluster_start dump
make_documents db 60
q db "CREATE TEXT SEARCH DICTIONARY tribuna.\"Наши \"\"термины\"\"\" (TEMPLATE = tribuna.tribuna_terms,
  places = E'# by-names\nkz/astana/ = Первопрестольная Пальмира {f}\nkz/atyrau-region/dossorchik/ settlement = Доссорчик; доссорчинский {a}',
  titles = 'kz/our-fund/chair/ = Распорядитель нашего фонда', persons = 'm = Хрюнопуп Иванов', holders = 'kz/our-fund/chair/ = Хрюнопуп Иванов {2020-01-01/}')"
q db "CREATE TEXT SEARCH DICTIONARY tribuna.second (TEMPLATE = tribuna.tribuna_terms, places = 'kz/almaty/ = Вторая Венеция {f}')"
q db "INSERT INTO doc VALUES (1001, '2024-05-05', 'Вчера распорядитель нашего фонда в Первопрестольной Пальмире сказал: «Да».'), (1002, NULL, 'Доссорчинские гости во Второй Венеции 24.12.2022.'), (1003, NULL, '')"
q db "CREATE TEXT SEARCH DICTIONARY public.behind (TEMPLATE = tribuna.tribuna_entity, stemmer = pg_catalog.russian_stem)"
q db "CREATE TEXT SEARCH CONFIGURATION public.news (COPY = pg_catalog.russian)"
q db "ALTER TEXT SEARCH CONFIGURATION public.news ALTER MAPPING FOR word, hword, hword_part WITH public.behind, pg_catalog.russian_stem"
q db "ALTER TABLE doc ADD search tsvector GENERATED ALWAYS AS (tribuna.tribuna_tsvector(body, published)) STORED"
q db "ALTER TABLE doc ADD places text[] GENERATED ALWAYS AS (tribuna.place_codes(body)) STORED"
q db "ALTER TABLE doc ADD news tsvector GENERATED ALWAYS AS (to_tsvector('public.news'::regconfig, body)) STORED"
q db "CREATE INDEX doc_search ON doc USING gin (search)"
q db "CREATE INDEX doc_vector ON doc USING gin (tribuna.tribuna_tsvector(body))"
q db "CREATE INDEX doc_names ON doc USING gin (tribuna.person_names(body))"
q db "CREATE INDEX doc_periods ON doc USING gist (tribuna.date_periods(body, published))"
q db "CREATE UNIQUE INDEX doc_first ON doc (id, md5(tribuna.analyze_document(body)::text))"
q db "CREATE TABLE facts AS SELECT id, f.* FROM doc, tribuna.extract_facts(body, published) f"
q db "CREATE MATERIALIZED VIEW speakers AS SELECT speaker, sum(statements) AS n FROM doc, tribuna.extract_speakers(body, published) GROUP BY speaker"
q db "CREATE TABLE release (id int PRIMARY KEY, published date, body text)"
q db "INSERT INTO release SELECT * FROM (SELECT id, published, body FROM doc) d"
q db "SELECT tribuna_enable('release', 'body', 'published')" >/dev/null 2>&1 || skip "tables of facts" "no tribuna_enable here"

# All that there is: rows, and what indexes and functions answer.
state() {
  local db=$1 t
  for t in $(q "$db" "SELECT c.oid::regclass FROM pg_class c WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE \"C\""); do
    printf '%s %s\n' "$t" "$(q "$db" "SELECT md5(coalesce(string_agg(md5(x::text), '' ORDER BY md5(x::text)), '')) FROM $t x")"
  done
  q "$db" "$digest"
  q "$db" "SET enable_seqscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM doc WHERE search @@ tribuna_tsquery('Астана')"
  q "$db" "SET enable_seqscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM doc WHERE tribuna.tribuna_tsvector(body) @@ tribuna_tsquery('Первопрестольная Пальмира')"
  q "$db" "SET enable_seqscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM doc WHERE tribuna.date_periods(body, published) @> date '2024-05-04'"
  q "$db" "SELECT dictionary, section, code, names, in_force, reason FROM tribuna_terms()"
}
dump() { as_server "$bindir/pg_dump" -h "$cluster" -p 5432 -U tribuna "$@"; }
restore() { as_server "$bindir/pg_restore" -h "$cluster" -p 5432 -U tribuna "$@"; }
state db >"$cluster/want"
is "there is something to compare" "$([ "$(wc -l <"$cluster/want")" -gt 8 ] && echo much)" much
as_server mkdir "$cluster/dumps"

compare() {
  state "$2" >"$cluster/got" 2>&1
  is "$1" "$(diff "$cluster/want" "$cluster/got")" ""
}
dump -f "$cluster/dumps/plain.sql" db
q postgres "CREATE DATABASE plain"
is "plain restores without an error or a warning" "$("$bindir/psql" -X -q -v ON_ERROR_STOP=1 -h "$cluster" -p 5432 -U tribuna -d plain -f "$cluster/dumps/plain.sql" 2>&1 | grep -iE 'error|warning' || true)" ""
q plain "ALTER DATABASE plain SET search_path = public, tribuna"
compare "plain" plain

dump -Fc -f "$cluster/dumps/custom" db
q postgres "CREATE DATABASE custom"
is "custom restores without an error" "$(restore --exit-on-error -d custom "$cluster/dumps/custom" 2>&1)" ""
q custom "ALTER DATABASE custom SET search_path = public, tribuna"
compare "custom" custom
for i in 1 2 3; do
  q postgres "CREATE DATABASE jobs$i"
  is "custom by $((i + 1)) processes" "$(restore -j $((i + 1)) --exit-on-error -d jobs$i "$cluster/dumps/custom" 2>&1)" ""
  q jobs$i "ALTER DATABASE jobs$i SET search_path = public, tribuna"
  compare "custom by $((i + 1)) processes, compared" jobs$i
  q postgres "DROP DATABASE jobs$i"
done
dump -Fd -j 2 -f "$cluster/dumps/folder" db
q postgres "CREATE DATABASE folder"
is "a folder by 2 processes" "$(restore -j 2 --exit-on-error -d folder "$cluster/dumps/folder" 2>&1)" ""
q folder "ALTER DATABASE folder SET search_path = public, tribuna"
compare "folder" folder
# the schema dumped anew is what was dumped; rows may come in another order
schema_of() { dump --schema-only "$1" | grep -vE '^(--|\\(un)?restrict|$)'; }
is "a dump of the restored is the dump" "$(diff <(schema_of db) <(schema_of custom) | head -5)" ""
# schema and data apart, as upgrades of the major version do
dump --schema-only -Fc -f "$cluster/dumps/schema" db
dump --data-only -Fc -f "$cluster/dumps/data" db
q postgres "CREATE DATABASE apart"
restore --section=pre-data --exit-on-error -d apart "$cluster/dumps/schema" 2>&1
restore --disable-triggers --exit-on-error -d apart "$cluster/dumps/data" 2>&1
restore --section=post-data --exit-on-error -d apart "$cluster/dumps/schema" 2>&1
q apart "REFRESH MATERIALIZED VIEW speakers"
q apart "ALTER DATABASE apart SET search_path = public, tribuna"
compare "schema, data and indexes apart" apart

# pg_upgrade, to the same version: objects are made in binary-upgrade mode
for db in plain custom folder apart; do q postgres "DROP DATABASE $db"; done
as_server "$bindir/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
as_server "$bindir/initdb" -D "$cluster/new" -U tribuna --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
cp "$cluster/data/postgresql.conf" "$cluster/new/postgresql.conf"
if as_server "$bindir/pg_upgrade" -b "$bindir" -B "$bindir" -d "$cluster/data" -D "$cluster/new" -U tribuna -s "$cluster" >"$cluster/upgrade.log" 2>&1; then
  as_server mv "$cluster/data" "$cluster/old"
  as_server mv "$cluster/new" "$cluster/data"
  as_server "$bindir/pg_ctl" -D "$cluster/data" -l "$cluster/server.log" -w start >/dev/null 2>&1 </dev/null
  compare "pg_upgrade" db
else
  is "pg_upgrade" "$(tail -n 20 "$cluster/upgrade.log")" ""
fi
finish
