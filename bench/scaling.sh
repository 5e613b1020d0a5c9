#!/usr/bin/env bash
# Measure what a million documents cost: processor time of one core, and bytes
# on disk, of the search column, its index and stored facts; beside them the
# same of stock russian.  The corpus is the one of "make bench"; its sizes are
# scaled to a million documents, so take it larger if the scale worries you.
#   BENCH_MB=20   size of the corpus
. "$(dirname "$0")/../tool/common.sh"
cd "$top"

megabytes=${BENCH_MB:-20}
corpus=$top/build/bench/corpus.$megabytes.tsv

bash tool/setup.sh
build_and_install
mkdir -p "$top/build/bench"
if [ ! -s "$corpus" ] || [ bench/corpus.pl -nt "$corpus" ]; then
  perl bench/corpus.pl "$megabytes" >"$corpus.new"
  mv "$corpus.new" "$corpus"
fi
trap cluster_stop EXIT
cluster_start scaling shared_buffers=256MB max_parallel_workers_per_gather=0 jit=off autovacuum=off \
  maintenance_work_mem=256MB max_wal_size=4GB
cluster_psql -d postgres -c "CREATE DATABASE bench"
say "$("$PG_CONFIG" --version), $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
cluster_psql -d bench -At -v corpus="$corpus" -f bench/scaling.sql
