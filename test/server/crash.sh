# Killed in the midst of a load, by kill -9 of a backend and by an immediate
# shutdown: after recovery every row that was committed is there once, with the
# search column and the index that it had, and no other.
. "$(dirname "$0")/lib.sh"
trap cluster_stop EXIT
cluster_start crash "full_page_writes=on" "checkpoint_timeout=30s" "restart_after_crash=on"
make_documents db 60
q db "CREATE TABLE loaded (id int PRIMARY KEY, body text, published date,
  search tsvector GENERATED ALWAYS AS (tribuna.tribuna_tsvector(body, published)) STORED)"
q db "CREATE INDEX loaded_search ON loaded USING gin (search)"
q db "CREATE TABLE facts (id int, layer text, n int, surface text, PRIMARY KEY (id, layer, n))"
q db "CREATE TABLE batch (b int PRIMARY KEY)"
: >"$cluster/committed"

# Batches of ten documents with their facts; the client notes what was committed.
load() {
  local b
  for ((b = $1; ; b++)); do
    q db "BEGIN; INSERT INTO batch VALUES ($b);
      INSERT INTO loaded SELECT $b * 10 + id % 10, body, published FROM doc WHERE id BETWEEN 1 + $b % 6 * 10 AND 10 + $b % 6 * 10;
      INSERT INTO facts SELECT l.id, f.layer, f.n, f.surface FROM loaded l, extract_facts(body, published) f WHERE l.id BETWEEN $b * 10 AND $b * 10 + 9; COMMIT" \
      >/dev/null 2>&1 || return 0
    echo "$b" >>"$cluster/committed"
  done
}

# Nothing lost, nothing doubled, nothing by halves.
verify() {
  is "$1: every committed batch is there" "$(q db "SELECT count(*) FROM batch WHERE b IN (0$(sed 's/^/,/' "$cluster/committed" | tr -d '\n'))")" "$(sort -u "$cluster/committed" | wc -l)"
  is "$1: no batch by halves" "$(q db "SELECT count(*) FROM batch b WHERE (SELECT count(*) FROM loaded l WHERE l.id / 10 = b.b) <> 10")" 0
  is "$1: nothing without its batch" "$(q db "SELECT count(*) FROM loaded WHERE id / 10 NOT IN (SELECT b FROM batch)")" 0
  is "$1: every row has its search column" "$(q db "SELECT count(*) FROM loaded WHERE search IS DISTINCT FROM tribuna_tsvector(body, published)")" 0
  is "$1: facts are those of the documents" "$(q db "SELECT count(*) FROM (SELECT id, layer, n, surface FROM facts EXCEPT ALL SELECT l.id, f.layer, f.n, f.surface FROM loaded l, extract_facts(body, published) f) x")" 0
  is "$1: no document's facts are missing" "$(q db "SELECT count(*) FROM (SELECT l.id, f.layer, f.n FROM loaded l, extract_facts(body, published) f EXCEPT ALL SELECT id, layer, n FROM facts) x")" 0
  is "$1: index and table agree" "$(q db "SET enable_seqscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM loaded WHERE search @@ tribuna_tsquery('Сенат')")" \
    "$(q db "SET enable_bitmapscan = off; SET enable_indexscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM loaded WHERE search @@ tribuna_tsquery('Сенат')")"
}
back() { for _ in $(seq 100); do q postgres "SELECT 1" >/dev/null 2>&1 && return; sleep 0.2; done; die "the server did not come back"; }

load 1 &
sleep "${TB_SECONDS:-6}"
victim=$(q postgres "SELECT pid FROM pg_stat_activity WHERE datname = 'db' AND state = 'active' AND backend_type = 'client backend' LIMIT 1")
while [ -z "$victim" ]; do victim=$(q postgres "SELECT pid FROM pg_stat_activity WHERE datname = 'db' AND state = 'active' LIMIT 1"); done
kill -9 "$victim"
wait
back
say "killed behind batch $(tail -n 1 "$cluster/committed")"
verify "kill -9 of a backend"

next=$(($(q db "SELECT max(b) FROM batch") + 1))
load "$next" &
sleep "${TB_SECONDS:-6}"
as_server "$bindir/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null
wait
as_server "$bindir/pg_ctl" -D "$cluster/data" -l "$cluster/server.log" -w start >/dev/null 2>&1 </dev/null
back
say "shut down behind batch $(tail -n 1 "$cluster/committed")"
verify "immediate shutdown"
finish
