#!/usr/bin/env bash
# Measure speed in one run and print tables of Markdown: the core alone, each
# function against to_tsvector('russian') on the same rows, indexing, the first
# use in a connection, a backend's memory.  They are kept in build/bench/report.md.
#   BENCH_MB=50   size of the corpus      BENCH_ROUNDS=5   rounds in turn
. "$(dirname "$0")/../tool/common.sh"
cd "$top"

megabytes=${BENCH_MB:-50}
rounds=${BENCH_ROUNDS:-5}
corpus=$top/build/bench/corpus.$megabytes.tsv

bash tool/setup.sh
say "Building ..."
build_and_install
quietly bench-build make -s build/bench/core || die "the build failed"
if [ ! -s "$corpus" ] || [ bench/corpus.pl -nt "$corpus" ]; then
  say "Making a corpus of $megabytes MB ..."
  perl bench/corpus.pl "$megabytes" >"$corpus.new"
  mv "$corpus.new" "$corpus"
fi

trap cluster_stop EXIT
cluster_start bench shared_buffers=512MB max_parallel_workers_per_gather=0 jit=off autovacuum=off
bench_psql() { cluster_psql -d bench -At "$@"; }
cluster_psql -d postgres -c "CREATE DATABASE bench"
bench_psql -c "CREATE EXTENSION tribuna" -c "CREATE TABLE doc (id int, body text)" \
  -c "ALTER TABLE doc ALTER body SET STORAGE EXTERNAL" -c "\\copy doc from '$corpus'" \
  -c "VACUUM ANALYZE doc"

# Median milliseconds of a statement that is the first of its connection.
first_use() {
  for _ in $(seq 21); do
    printf '\\timing on\n%s;\n' "$1" | bench_psql | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p'
  done | sort -n | sed -n 11p
}

# Kilobytes that a backend has written after it has run a statement: what it
# reads of the library is the page cache's and shared.
private_memory() {
  { echo "SELECT 'pid ' || pg_backend_pid();"; echo "$1;"; echo "SELECT 'done';"; echo "\\! sleep 2"; } | bench_psql | while read -r word pid; do
    [ "$word" != pid ] || echo "$pid" >"$top/build/bench/pid"
    [ "$word" != done ] || awk '/^Private_Dirty/ { n += $2 } END { print n }' \
      "/proc/$(cat "$top/build/bench/pid")/smaps"
  done
}

report() {
  say "$(date +'%d %B %Y'), $(nproc) cores $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)," \
    "$("$PG_CONFIG" --version); corpus: $(wc -l <"$corpus") documents," \
    "$(($(wc -c <"$corpus") / 1000000)) MB, $(grep -oP '\p{L}+' "$corpus" | sort -u | wc -l) distinct word forms;" \
    "lexicon image: $(($(wc -c <build/lexicon.bin) / 1000)) kB."
  say
  build/bench/core "$corpus"
  say
  build/bench/core "$corpus" scale
  say
  build/bench/core "$corpus" hostile
  say
  say "| in the server | MB/s | against stock \`russian\` | lowest - highest |"
  say "|---|---|---|---|"
  bench_psql -v rounds="$rounds" -f bench/functions.sql
  say
  say "| seconds | stock | tribuna | stock / tribuna |"
  say "|---|---|---|---|"
  bench_psql -f bench/index.sql
  say
  say "| first statement of a connection | ms, median of 21 |"
  say "|---|---|"
  local text="'Президент Казахстана прибыл в Астану 5 марта'"
  say "| \`to_tsvector('simple')\` | $(first_use "SELECT length(to_tsvector('simple', $text))") |"
  say "| \`to_tsvector('russian')\` | $(first_use "SELECT length(to_tsvector('russian', $text))") |"
  say "| \`tribuna_tsvector\` | $(first_use "SELECT length(tribuna_tsvector($text))") |"
  say "| \`to_tsvector('tribuna')\` | $(first_use "SELECT length(to_tsvector('public.tribuna', $text))") |"
  say
  say "| written memory of a backend after 1,000 documents | kB |"
  say "|---|---|"
  local some="FROM (SELECT body FROM doc LIMIT 1000) d"
  say "| reading them | $(private_memory "SELECT sum(length(body)) $some") |"
  say "| \`to_tsvector('russian')\` | $(private_memory "SELECT count(to_tsvector('russian', body)) $some") |"
  say "| \`tribuna_tsvector\` | $(private_memory "SELECT count(tribuna_tsvector(body)) $some") |"
  say "| \`analyze_document\` | $(private_memory "SELECT count(analyze_document(body)) $some") |"
}
report | tee build/bench/report.md
