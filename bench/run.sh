#!/usr/bin/env bash
# Measure speed in one run: the core alone in MB/s, then each function in the
# server against to_tsvector('russian') on the same rows.
#   BENCH_MB=20   size of the corpus      BENCH_ROUNDS=3   the best round counts
. "$(dirname "$0")/../tool/common.sh"
cd "$top"

megabytes=${BENCH_MB:-20}
rounds=${BENCH_ROUNDS:-3}
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
say "Corpus: $(wc -l <"$corpus") documents, $(($(wc -c <"$corpus") / 1000000)) MB, $(
  grep -oP '\p{L}+' "$corpus" | sort -u | wc -l) distinct word forms"
say "Machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
say
say "The core alone, one core:"
build/bench/core "$corpus"
say

trap cluster_stop EXIT
cluster_start bench shared_buffers=256MB max_parallel_workers_per_gather=0 jit=off autovacuum=off
cluster_psql -d postgres -c "CREATE DATABASE bench"
cluster_psql -d bench -c "CREATE EXTENSION tribuna" -c "CREATE TABLE doc (id int, body text)"
cluster_psql -d bench -c "ALTER TABLE doc ALTER body SET STORAGE EXTERNAL"
cluster_psql -d bench -c "\\copy doc from '$corpus'"
cluster_psql -d bench -c "VACUUM ANALYZE doc"
say "In the server, best of $rounds rounds ($("$PG_CONFIG" --version)):"
cluster_psql -d bench -At -v rounds="$rounds" -f bench/functions.sql
