#!/usr/bin/env bash
# A load that is killed twice and goes on, without loss or doubles:
# load.sh [COUNT] makes COUNT documents out of the samples, loads them in files
# into an enabled table (examples/etl/load.sh), kills the server's process in
# the middle, loads on; makes all facts anew with tribuna_refresh, kills that
# too, goes on; lets writers and refreshers at it together; replicates; dumps
# and restores.  After each the facts must be what the documents say.  The last
# line counts the checks.
. "$(dirname "$0")/common.sh"

count=${1:-200}
batch=$((count < 1000 ? 10 : count / 100))
[ -n "${TB_INSTALLED:-}" ] && find_server || build_and_install
trap cluster_stop EXIT
cluster_start load max_wal_size=4GB wal_level=logical
passed=0
failed=0

# check WHAT SQL: passed when the query says t.
check() {
  local answer
  answer=$(cluster_psql -d "${3:-load}" -tA -c "$2" 2>&1)
  if [ "$answer" = t ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    say "--- $1: $answer"
  fi
}

# From here on the server's process sleeps at the document in the middle ...
sleep_in_the_middle() {
  cluster_psql -d load -c "CREATE OR REPLACE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(600); RETURN NEW; END'" \
    -c "CREATE TRIGGER sleep BEFORE INSERT ON load_documents FOR EACH ROW
      WHEN (NEW.id = $count / 2) EXECUTE FUNCTION sleep()"
}

# ... and is killed there; back when the server has recovered.
kill_in_the_middle() {
  local pid='' i
  for ((i = 0; i < 36000 && ${#pid} == 0; i++)); do
    sleep 0.1
    pid=$(cluster_psql -d load -tA -c "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
  done
  as_server kill -9 "$pid"
  wait
  for ((i = 0; i < 600; i++)); do
    cluster_psql -d load -c 'DROP TRIGGER IF EXISTS sleep ON load_documents' >/dev/null 2>&1 && return
    sleep 0.1
  done
}

wrong="WITH told AS (
    SELECT s.k1 AS id, f.layer, f.n, f.start FROM load_source s, tribuna.extract_facts(s.document, s.reference, s.country) f
    WHERE s.k1 % greatest($count / 200, 1) = 0),
  kept AS (
    SELECT id, 'documents', 1, 1 FROM load_documents
    UNION ALL SELECT id, 'dates', n, start FROM load_dates UNION ALL SELECT id, 'places', n, start FROM load_places
    UNION ALL SELECT id, 'titles', n, start FROM load_titles UNION ALL SELECT id, 'persons', n, start FROM load_persons
    UNION ALL SELECT id, 'statements', n, start FROM load_statements)
  SELECT count(*) = 0 FROM (
    (TABLE told EXCEPT ALL TABLE kept)
    UNION ALL
    (SELECT * FROM kept WHERE id % greatest($count / 200, 1) = 0 EXCEPT ALL TABLE told)) AS different"

say "Making $count documents ..."
mkdir "$cluster/files"
bash "$top/tool/samples.sh" | awk -F '\t' -v OFS='\t' -v count="$count" -v folder="$cluster/files" -v each="$batch" '
  { published[NR] = $3; title[NR] = $4; body[NR] = $5 }
  END {
    for (i = 1; i <= count; i++) {
      n = (i - 1) % NR + 1
      file = sprintf("%s/%05d.tsv", folder, int((i - 1) / each))
      print i, published[n], title[n] " " i, body[n] > file
    }
  }'

cluster_psql -d postgres -c 'CREATE DATABASE load'
cluster_psql -d load -c 'CREATE SCHEMA tribuna' -c 'CREATE EXTENSION tribuna SCHEMA tribuna' \
  -c 'CREATE TABLE load (id int PRIMARY KEY, published date, title text, body text)' \
  -c "SELECT tribuna.tribuna_enable('load', 'body', 'published', title => 'title')" >/dev/null

load() {
  PATH=$bindir:$PATH PGHOST=$cluster PGUSER=tribuna PGDATABASE=load \
    sh "$top/examples/etl/load.sh" load "$cluster"/files/*.tsv
}
say "Loading; killed in the middle ..."
sleep_in_the_middle
start=$SECONDS
(load 2>&1 | tail -n 1) &
kill_in_the_middle
check "the kill came in the middle" "SELECT count(*) BETWEEN 1 AND $count - 1 FROM load"
check "after the kill each document has its facts" "$wrong"
check "after the kill the log says what is there" "SELECT sum(documents) = (SELECT count(*) FROM load) FROM loaded"
say "Loading on ..."
load | tail -n 1
say "$((SECONDS - start)) s"
check "all documents are there" "SELECT count(*) = $count AND count(*) = (SELECT count(*) FROM load_documents) FROM load"
check "no facts are missing or double" "$wrong"

say "Refreshing everything; killed in the middle ..."
sleep_in_the_middle
start=$SECONDS
cluster_psql -d load -c "UPDATE load_documents SET lexicon_version = 'old'"
(cluster_psql -d load -c "CALL tribuna.tribuna_refresh('load', $batch)" 2>&1 | grep NOTICE | tail -n 1) &
kill_in_the_middle
check "the kill came in the middle" "SELECT count(*) BETWEEN 1 AND $count - 1 FROM load_documents WHERE lexicon_version = 'old'"
check "after the kill each document has its facts" "$wrong"
say "Refreshing on ..."
cluster_psql -d load -c "CALL tribuna.tribuna_refresh('load', $batch)" 2>&1 | tail -n 1
say "$((SECONDS - start)) s"
check "nothing is stale" "SELECT count(*) = 0 FROM tribuna.tribuna_stale('load')"
check "no facts are missing or double" "$wrong"

say "Writing and refreshing at once ..."
cat >"$cluster/writers.sql" <<'SQL'
\set a random(1, :count)
\set b random(1, :count)
\set what random(1, 10)
\if :what <= 4
UPDATE load SET body = coalesce((SELECT body FROM load WHERE id = :b), body) WHERE id = :a;
\elif :what <= 6
UPDATE load SET title = 'changed' WHERE id BETWEEN :a AND :a + 3;
\elif :what <= 8
DELETE FROM load WHERE id = :a;
\else
INSERT INTO load SELECT :b, published, title, body FROM load WHERE id = :a ON CONFLICT (id) DO UPDATE SET body = excluded.body;
\endif
SQL
chmod a+r "$cluster/writers.sql"
(for i in 1 2; do
  cluster_psql -d load -c "CALL tribuna.tribuna_refresh('load', 7, everything => true)" 2>&1 | grep ERROR
done) >"$cluster/refreshers" &
"$bindir/pgbench" -h "$cluster" -U tribuna -n -c 4 -t 50 --max-tries=10 -D count="$count" \
  -f "$cluster/writers.sql" load >"$cluster/pgbench" 2>&1 || { failed=$((failed + 1)); cat "$cluster/pgbench"; }
wait
check "all writers came through" "SELECT '$(grep -c 'processed: 200/200' "$cluster/pgbench")' = '1'"
grep -v 'deadlock detected' "$cluster/refreshers" || true
cluster_psql -d load -c "CALL tribuna.tribuna_refresh('load')" >/dev/null 2>&1
check "each document has its facts" "$wrong"

say "Replicating ..."
cluster_psql -d postgres -c 'CREATE DATABASE subscriber'
cluster_psql -d load -c 'CREATE PUBLICATION press FOR TABLE load' \
  -c "SELECT pg_create_logical_replication_slot('press', 'pgoutput')" >/dev/null
cluster_psql -d subscriber -c 'CREATE SCHEMA tribuna' -c 'CREATE EXTENSION tribuna SCHEMA tribuna' \
  -c 'CREATE TABLE load (id int PRIMARY KEY, published date, title text, body text)' \
  -c "SELECT tribuna.tribuna_enable('load', 'body', 'published', title => 'title', subscriber => true)" \
  -c "CREATE SUBSCRIPTION press CONNECTION 'host=$cluster user=tribuna dbname=load' PUBLICATION press
      WITH (create_slot = false, slot_name = 'press')" >/dev/null

# Wait until the subscriber has what the publisher has.
replicated() {
  local i sum="SELECT count(*) || ' ' || coalesce(sum(hashtext(body)), 0) FROM load"
  for ((i = 0; i < 6000; i++)); do
    [ "$(cluster_psql -d load -tA -c "$sum")" != "$(cluster_psql -d subscriber -tA -c "$sum")" ] || return 0
    sleep 0.1
  done
}
replicated
check "what the subscription copied has its facts" "$wrong" subscriber
cluster_psql -d load -c "UPDATE load SET body = 'Завтра в Таразе.' WHERE id % 10 = 3" \
  -c "INSERT INTO load VALUES (-10, '2024-05-15', '', 'Вчера в Семее.')" -c "DELETE FROM load WHERE id % 10 = 4" \
  -c "UPDATE load SET id = -id WHERE id % 10 = 5"
replicated
check "what was replicated since has its facts" "$wrong" subscriber
check "and there is some of it" "SELECT count(*) = 1 FROM load_places WHERE id = -10 AND place = 'Семей'" subscriber
cluster_psql -d subscriber -c 'DROP SUBSCRIPTION press' 2>/dev/null
cluster_psql -d load -c 'DELETE FROM load WHERE id < 0' -c 'DROP PUBLICATION press'

say "Dumping and restoring ..."
"$bindir/pg_dump" -h "$cluster" -U tribuna -Fc -f "$cluster/dump" load
cluster_psql -d postgres -c 'CREATE DATABASE restored'
"$bindir/pg_restore" -h "$cluster" -U tribuna -j 2 -d restored --exit-on-error "$cluster/dump"
check "the restored table is enabled" \
  "SELECT count(*) = 1 FROM tribuna.tribuna_tables() WHERE relation = 'load'::regclass AND prefix = 'load'" restored
check "nothing in it is stale" "SELECT count(*) = 0 FROM tribuna.tribuna_stale('load')" restored
check "its facts are those of the dump" "$wrong" restored
check "its search finds what the other finds" "SELECT count(*) = $(cluster_psql -d load -tA -c \
  "SELECT count(*) FROM load WHERE search @@ tribuna.tribuna_tsquery('Астана')") AND count(*) > 0
  FROM load WHERE search @@ tribuna.tribuna_tsquery('Астана')" restored
cluster_psql -d restored -c "INSERT INTO load VALUES (0, '2024-05-15', '', 'Вчера в Таразе.')" \
  -c "DELETE FROM load WHERE id = 1"
check "its triggers work" "SELECT count(*) = 1 FROM load_places WHERE id IN (0, 1) AND place = 'Тараз'" restored
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
