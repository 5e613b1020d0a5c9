#!/usr/bin/env bash
# Ask the same queries through psycopg 3, JDBC, node-postgres and psqlodbc:
# clients.sh [CLIENT ...].  Values and types must be those of
# test/clients/expected.tsv; isql prints no types, so there values alone.
# A client that cannot be installed here is skipped, with the reason.
. "$(dirname "$0")/common.sh"
cd "$top/test/clients"

out=$top/build/clients
passed=0
failed=0
skipped=0
mkdir -p "$out" "$top/build/log"

skip() { printf '%-14s skipped: %s\n' "$1" "$2"; skipped=$((skipped + 1)); }

# Compare what a client printed with what is expected: compare NAME EXPECTED.
compare() {
  if diff -u "$2" "$out/$1.out"; then
    printf '%-14s ok: %s values\n' "$1" "$(wc -l <"$out/$1.out")"
    passed=$((passed + 1))
  else
    printf '%-14s FAILED: what it printed is in build/clients/%s.out\n' "$1" "$1"
    cat "$out/$1.err" >&2
    failed=$((failed + 1))
  fi
}

psycopg() {
  install_missing python3-psycopg || { skip psycopg "python3-psycopg cannot be installed"; return; }
  /usr/bin/python3 client.py queries.tsv "host=$cluster port=$cluster_port user=tribuna dbname=clients" \
    >"$out/psycopg.out" 2>"$out/psycopg.err" || true
  compare psycopg expected.tsv
}

jdbc() {
  command -v javac >/dev/null || { skip jdbc "there is no JDK"; return; }
  install_missing libpostgresql-jdbc-java || { skip jdbc "libpostgresql-jdbc-java cannot be installed"; return; }
  java -cp /usr/share/java/postgresql.jar Client.java queries.tsv \
    "jdbc:postgresql://127.0.0.1:$cluster_port/clients?user=tribuna&password=$password" \
    >"$out/jdbc.out" 2>"$out/jdbc.err" || true
  compare jdbc expected.tsv
}

node() {
  command -v npm >/dev/null || { skip node "there is no npm"; return; }
  [ -d "$out/node_modules/pg" ] ||
    quietly npm npm install --prefix "$out" --no-save --no-audit --no-fund --ignore-scripts pg@8 ||
    { skip node "npm cannot install pg"; return; }
  TB_PG_MODULE=$out/node_modules/pg PGHOST=$cluster PGPORT=$cluster_port PGUSER=tribuna PGDATABASE=clients \
    command node client.js queries.tsv >"$out/node.out" 2>"$out/node.err" || true
  compare node expected.tsv
}

# What isql prints of the expected values: no types, booleans as 1 and 0,
# elements of arrays with blanks in quotes.
untyped() {
  perl -F'\t' -lane '
    $F[4] = $F[4] eq "true" ? 1 : 0 if $F[3] eq "boolean";
    $F[4] =~ s/([^{},]* [^{},]*)/"$1"/g if $F[3] eq "array";
    print join "\t", @F[0 .. 2], $F[4] // ""' expected.tsv
}

# isql takes no parameters: they are written into the query as literals.
odbc() {
  local driver connection line
  install_missing unixodbc odbc-postgresql || { skip odbc "unixodbc and odbc-postgresql cannot be installed"; return; }
  driver=$(odbcinst -q -d | sed -n 's/^\[\(PostgreSQL Unicode\)\]$/\1/p')
  [ -n "$driver" ] || { skip odbc "odbcinst knows no driver PostgreSQL Unicode"; return; }
  connection="Driver=$driver;Server=127.0.0.1;Port=$cluster_port;Database=clients;UID=tribuna;PWD=$password"
  while IFS= read -r line; do
    perl -F'\t' -lane '
      my ($name, $sql, @values) = @F;
      $sql =~ s/\?/(my $value = shift @values) =~ s{\x27}{\x27\x27}g; "\x27$value\x27"/ge;
      print $sql' <<<"$line" |
      isql -k "$connection" -b -v -c -d'|' 2>&1 |
      awk -F'|' -v OFS='\t' -v query="${line%%$'\t'*}" '
        /^\[ISQL\]/ { next }
        /^\[[0-9A-Z]+\]/ { print query, 0, "", substr($0, 2, 5); next }
        n++ == 0 { split($0, name); next }
        { for (i = 1; i <= NF; i++) print query, n - 1, name[i], $i }'
  done <queries.tsv >"$out/odbc.out"
  : >"$out/odbc.err"
  untyped >"$out/odbc.expected"
  compare odbc "$out/odbc.expected"
}

find_server
build_and_install
trap cluster_stop EXIT
cluster_port=$((20000 + RANDOM % 20000))
cluster_start clients listen_addresses=127.0.0.1
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
{
  echo "local all all trust"
  echo "host all all 127.0.0.1/32 scram-sha-256"
} >"$cluster/data/pg_hba.conf"
cluster_psql -d postgres -c "ALTER ROLE tribuna PASSWORD '$password'" -c "SELECT pg_reload_conf()" -o /dev/null
cluster_psql -d postgres -c "CREATE DATABASE clients"
cluster_psql -d clients -f setup.sql
cluster_psql -d clients -c "ALTER DATABASE clients SET search_path = public, tribuna"

[ $# -gt 0 ] || set -- psycopg jdbc node odbc
for client in "$@"; do "$client"; done
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
