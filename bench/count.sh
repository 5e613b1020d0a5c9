#!/usr/bin/env bash
# Count instructions per byte with callgrind: the same on a busy machine as on
# a quiet one, so a regression shows.  The core's layers, then functions in a
# server that runs alone (postgres --single), over 1 MB of documents.
. "$(dirname "$0")/../tool/common.sh"
cd "$top"

command -v valgrind >/dev/null || {
  say "Installing valgrind ..."
  quietly apt-valgrind as_root apt-get install -y -q --no-install-recommends valgrind ||
    die "valgrind could not be installed"
}
build_and_install
quietly bench-build make -s build/bench/core || die "the build failed"
corpus=$top/build/bench/corpus.1.tsv
[ "$corpus" -nt bench/corpus.pl ] || perl bench/corpus.pl 1 >"$corpus"

# Instructions inside a function, from what callgrind says of a command.
counter() { echo "valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=$1"; }
collected() { sed -n 's/.*Collected : \([0-9]*\).*/\1/p'; }

bytes=$(build/bench/core "$corpus" t | sed 's/ .*//')
row() { awk -v name="$1" -v n="$2" -v bytes="$bytes" 'BEGIN { printf "| %s | %.1f |\n", name, n / bytes }'; }

say "| instructions a byte | |"
say "|---|---|"
for layer in t:tokens "o:tokens, country, dateline" d:dates "n:places, titles, persons" \
             "s:places, titles, persons, statements" e:everything; do
  row "core: ${layer#*:}" "$($(counter scan_all) build/bench/core "$corpus" "${layer%%:*}" 2>&1 | collected)"
done

trap cluster_stop EXIT
cluster_start count jit=off
cluster_psql -d postgres -c "CREATE EXTENSION tribuna" -c "CREATE TABLE doc (id int, body text)" \
  -c "ALTER TABLE doc ALTER body SET STORAGE EXTERNAL" -c "\\copy doc from '$corpus'" -c "VACUUM FREEZE doc"
as_server "$bindir/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
single() {
  echo "SELECT count($3) FROM doc;" >"$cluster/query.sql"
  chmod 644 "$cluster/query.sql"
  row "$1" "$(as_server $(counter "$2") "$bindir/postgres" --single -D "$cluster/data" \
    -c jit=off postgres <"$cluster/query.sql" 2>&1 | collected)"
}
single "to_tsvector('russian')" to_tsvector_byid "to_tsvector('russian', body)"
single "to_tsvector('tribuna')" to_tsvector_byid "to_tsvector('public.tribuna', body)"
single "tribuna_tsvector" tribuna_tsvector "tribuna_tsvector(body)"
single "analyze_document" analyze_document "analyze_document(body)"
single "extract_facts" extract_facts "(SELECT count(*) FROM extract_facts(body))"
