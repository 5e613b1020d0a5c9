#!/bin/sh
# Load files of documents, each in a transaction of its own together with its
# line in the log: what was killed is taken back whole and loaded by the next
# call, what was done is not done again.
#
#   load.sh TABLE FILE ...      psql's variables (PGDATABASE ...) say where
#
# A file holds rows for COPY: id, published, title, body.
set -eu
table=$1
shift
total=$#
done=0

sql() { psql -X -q -v ON_ERROR_STOP=1 -v table="$table" "$@"; }

sql <<'SQL'
SET client_min_messages = warning;
CREATE TABLE IF NOT EXISTS loaded (
  file text PRIMARY KEY, documents int NOT NULL, finished timestamptz NOT NULL DEFAULT now());
SQL

for file in "$@"; do
  done=$((done + 1))
  name=$(basename "$file")
  if [ -n "$(echo "SELECT 1 FROM loaded WHERE file = :'name'" | sql -tA -v name="$name")" ]; then
    continue
  fi
  {
    echo 'BEGIN;'
    # the log first: a second loader of the same file waits here, then fails
    echo "INSERT INTO loaded VALUES (:'name', $(wc -l <"$file"));"
    echo 'COPY :table (id, published, title, body) FROM stdin;'
    cat "$file"
    printf '%s\n' '\.'
    echo 'COMMIT;'
  } | sql -v name="$name"
  echo "$done of $total files: $name"
done
