#!/usr/bin/env bash
# Measure retrieval by two sets of queries: test/retrieval/queries.tsv over the
# documents of examples/sample, test/gold, test/blind (01-20) and
# test/retrieval/docs, and test/retrieval/world/queries.tsv over
# test/retrieval/world/docs.
#
#   run.sh           a private cluster with the extension as it is installed
#   run.sh build     the same, after building and installing it
#   SETS=world run.sh
#                    one set alone (house, world; third, over test/blind 51-74, only when named)
#   PGHOST=/tmp/tribuna-demo.… run.sh
#                    a cluster that runs already; a database is made and dropped
#
# Status 1 if recall or precision falls under BAR (0.97) in one of the runs.
sets=${SETS:-house world}
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

# One INSERT a document; its name is folder/number: sample/01, docs/30.
load_documents() {
  local file number
  for file in "$@"; do
    number=$(basename "$file")
    printf '\\set body `cat %q`\nINSERT INTO doc (name, body) VALUES (%s, :%s);\n' "$file" \
      "'$(basename "$(dirname "$file")")/${number:0:2}'" "'body'"
  done >"$work/load.sql"
}

cd "$work"
for set in $sets; do
  folder=$top/test/retrieval
  if [ "$set" = world ]; then
    folder=$folder/world
    load_documents "$folder"/docs/*.txt
  elif [ "$set" = third ]; then
    folder=$folder/third
    load_documents "$top"/test/blind/{5[1-9],6?,7[0-4]}_*.txt
  else
    load_documents "$top"/examples/sample/*.txt "$top"/test/gold/*.txt "$top"/test/blind/{0?,1?,20}_*.txt \
                   "$folder"/docs/*.txt
  fi
  grep -v '^#' "$folder/queries.tsv" >queries.tsv
  sql -d postgres -c "CREATE DATABASE $base TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
  printf 'The set "%s"\n' "$set" | tee -a out
  sql -d "$base" -v bar="$bar" -f "$top/test/retrieval/run.sql" | tee -a out
  sql -d postgres -c "DROP DATABASE $base"
done
! grep -q '^UNDER THE BAR' out
