#!/usr/bin/env bash
# Measure retrieval: test/retrieval/queries.tsv over the documents of
# examples/sample, test/gold, test/blind (01-20) and test/retrieval/docs.
#
#   run.sh           a private cluster with the extension as it is installed
#   run.sh build     the same, after building and installing it
#   PGHOST=/tmp/tribuna-demo.… run.sh
#                    a cluster that runs already; a database is made and dropped
#
# Status 1 if recall or precision falls under BAR (0.97) in one of the runs.
host=${PGHOST:-} user=${PGUSER:-tribuna} bar=${BAR:-0.97}
. "$(dirname "$0")/../../tool/common.sh"

find_server
[ "${1:-}" != build ] || build_and_install

work=$(mktemp -d /tmp/tribuna-queries.XXXXXX)
base=retrieval_$$
if [ -n "$host" ]; then
  sql() { "$bindir/psql" -X -q -v ON_ERROR_STOP=1 -h "$host" -U "$user" "$@"; }
  trap 'sql -d postgres -c "DROP DATABASE IF EXISTS $base" || true; rm -rf "$work"' EXIT
else
  trap 'cluster_stop; rm -rf "$work"' EXIT
  cluster_start retrieval
  sql() { cluster_psql "$@"; }
fi
sql -d postgres -c "CREATE DATABASE $base TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"

# One INSERT a document; its name is folder/number: sample/01, docs/30.
for file in "$top"/examples/sample/*.txt "$top"/test/gold/*.txt "$top"/test/blind/{0?,1?,20}_*.txt \
            "$top"/test/retrieval/docs/*.txt; do
  number=$(basename "$file")
  printf '\\set body `cat %q`\nINSERT INTO doc (name, body) VALUES (%s, :%s);\n' "$file" \
    "'$(basename "$(dirname "$file")")/${number:0:2}'" "'body'"
done >"$work/load.sql"
grep -v '^#' "$top/test/retrieval/queries.tsv" >"$work/queries.tsv"

cd "$work"
sql -d "$base" -v bar="$bar" -f "$top/test/retrieval/run.sql" | tee "$work/out"
! grep -q '^UNDER THE BAR' "$work/out"
