# Sourced by the scripts of test/server: a cluster, checks that are counted.
. "$(dirname "${BASH_SOURCE[0]}")/../../tool/common.sh"
find_server
passed=0
failed=0
skipped=0

# is NAME GOT WANT
is() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
    say "ok      $1"
  else
    failed=$((failed + 1))
    printf -- 'NOT OK  %s\n  got:  %s\n  want: %s\n' "$1" "$2" "$3"
  fi
}

# skip NAME WHY
skip() {
  skipped=$((skipped + 1))
  say "skipped $1: $2"
}

# One value: q DATABASE SQL
q() { cluster_psql -At -d "$1" -c "$2"; }

# A database with the extension in a schema of its own and a table of documents
# (the samples, repeated): make_documents DATABASE ROWS
make_documents() {
  q postgres "CREATE DATABASE $1"
  q "$1" "CREATE SCHEMA tribuna" >/dev/null
  q "$1" "CREATE EXTENSION tribuna SCHEMA tribuna"
  q "$1" "ALTER DATABASE $1 SET search_path = public, tribuna"
  q "$1" "CREATE TABLE sample (n int GENERATED ALWAYS AS IDENTITY, body text)"
  local file
  for file in "$top"/examples/sample/*.txt "$top"/test/gold/*.txt; do
    cluster_psql -d "$1" -v body="$(cat "$file")" <<<"INSERT INTO sample (body) VALUES (:'body')"
  done
  q "$1" "CREATE TABLE doc (id int PRIMARY KEY, published date, body text)"
  q "$1" "INSERT INTO doc SELECT i, date '2024-01-01' + i % 300, 'Документ ' || i || E'\n\n' || body
          FROM generate_series(1, $2) AS i JOIN sample ON n = 1 + i % (SELECT count(*) FROM sample)"
}

# What all functions say of all rows of table doc, as one digest.
digest="WITH said AS MATERIALIZED (SELECT id, md5(ROW(analyze_document(body, published), tribuna_tsvector(body, published),
  to_tsvector('tribuna', body), place_codes(body), person_names(body), office_codes(body, published),
  speaker_names(body, published), date_periods(body, published), document_date(body))::text) AS h FROM doc)
  SELECT md5(string_agg(id || h, '' ORDER BY id)) FROM said"

# Counts, and stops the cluster.
finish() {
  cluster_stop
  say "$passed passed, $failed failed$([ $skipped = 0 ] || printf ', %d skipped' $skipped)"
  [ "$failed" = 0 ]
}
