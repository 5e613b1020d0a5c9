# The same rows however they are asked for: parallel workers, prepared
# statements of both kinds, cursors, savepoints, a subtransaction that failed,
# a temporary table, autovacuum at work, indexes built concurrently under load.
. "$(dirname "$0")/lib.sh"
trap cluster_stop EXIT
cluster_start same "autovacuum_naptime=1s" "autovacuum_vacuum_threshold=1" "autovacuum_analyze_threshold=1" \
  "autovacuum_vacuum_scale_factor=0" "autovacuum_analyze_scale_factor=0" "max_worker_processes=8" "max_parallel_workers=8"
make_documents db 120
want=$(q db "$digest")
is "a digest of all functions over all documents" "$([ -n "$want" ] && echo some)" some

is "in parallel workers" "$(q db "SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET parallel_leader_participation = off; $digest")" "$want"
is "and they were workers" "$(q db "SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET parallel_leader_participation = off; EXPLAIN (ANALYZE, COSTS off) $digest" | grep -c 'Workers Launched: [1-9]')" 1
q db "SET max_parallel_workers_per_gather = 4; SET min_parallel_table_scan_size = 0; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
  CREATE TABLE facts AS SELECT id, f.* FROM doc, extract_facts(body, published) f" >/dev/null
is "facts made with workers allowed" "$(q db "SELECT md5(string_agg(f::text, '' ORDER BY id, layer, n)) FROM facts f")" \
  "$(q db "SET max_parallel_workers_per_gather = 0; SELECT md5(string_agg(f::text, '' ORDER BY id, layer, n)) FROM (SELECT id, f.* FROM doc, extract_facts(body, published) f) f")"
is "under forced parallel mode" "$(q db "SET force_parallel_mode = on; $digest" 2>/dev/null || q db "SET debug_parallel_query = on; $digest")" "$want"

for mode in force_generic_plan force_custom_plan; do
  is "prepared, $mode" "$(q db "SET plan_cache_mode = $mode; PREPARE p (int) AS SELECT md5(analyze_document(body, published)::text) FROM doc WHERE id = \$1;
    EXECUTE p (7); EXECUTE p (8); EXECUTE p (7)" | tr '\n' ' ')" \
    "$(q db "SELECT string_agg(md5(analyze_document(body, published)::text), ' ' ORDER BY o) FROM doc, (VALUES (1, 7), (2, 8), (3, 7)) v (o, i) WHERE id = i") "
done
is "through a cursor, back and forth" "$(q db "BEGIN; DECLARE c SCROLL CURSOR WITH HOLD FOR SELECT id, (extract_statements(body, published)).* FROM doc WHERE id <= 9 ORDER BY id, start, length;
  FETCH 5 FROM c; FETCH BACKWARD 3 FROM c; COMMIT; FETCH ABSOLUTE 2 FROM c; CLOSE c" | md5sum)" \
  "$(q db "CREATE TEMP TABLE r AS SELECT row_number() OVER (ORDER BY id, s.start, s.length) AS k, id, s.* FROM doc, extract_statements(body, published) s WHERE id <= 9;
     ALTER TABLE r ADD line text; SELECT id, statement, start, length, kind, form, speaker, speaker_id, speaker_type, title, office, speaker_surface, speaker_start, speaker_length, cue, resolved_by, segments
     FROM r JOIN (VALUES (1,1),(2,2),(3,3),(4,4),(5,5),(6,4),(7,3),(8,2),(9,2)) v (o, k) USING (k) ORDER BY o" | md5sum)"
is "beside savepoints and failed subtransactions" "$(cluster_psql -At -d db <<EOS
BEGIN;
SAVEPOINT a;
INSERT INTO doc SELECT 100000 + id, published, body FROM doc;
$digest \\g /dev/null
ROLLBACK TO a;
SAVEPOINT b;
CREATE TEXT SEARCH DICTIONARY tribuna.gone (TEMPLATE = tribuna.tribuna_terms, places = 'kz/almaty/ = Сенат {m}');
SELECT count(*) FROM doc, extract_places(body) \\g /dev/null
ROLLBACK TO b;
DO \$\$ BEGIN PERFORM extract_dates('вчера', 'infinity'); EXCEPTION WHEN OTHERS THEN NULL; END \$\$;
$digest;
COMMIT;
EOS
)" "$want"

# indexes built concurrently, autovacuum busy, while the table is written
writer() {
  local i
  for i in $(seq 1 12); do
    q db "UPDATE doc SET published = published WHERE id % 12 = $i % 12" >/dev/null
    q db "INSERT INTO doc SELECT 200000 + $i, published, body FROM doc WHERE id = $i; DELETE FROM doc WHERE id = 200000 + $i" >/dev/null
  done
}
writer &
q db "CREATE INDEX CONCURRENTLY doc_search ON doc USING gin (tribuna_tsvector(body, published))"
q db "CREATE INDEX CONCURRENTLY doc_places ON doc USING gin (place_codes(body))"
q db "CREATE INDEX CONCURRENTLY doc_periods ON doc USING gist (date_periods(body, published))"
wait %writer 2>/dev/null || wait
is "indexes are valid" "$(q db "SELECT bool_and(indisvalid) FROM pg_index WHERE indrelid = 'doc'::regclass")" t
for query in "tribuna_tsvector(body, published) @@ tribuna_tsquery('Сенат')" "place_codes(body) @> '{kz/astana/}'" "date_periods(body, published) @> date '2022-12-24'"; do
  is "index and table agree: ${query%% *}" "$(q db "SET enable_seqscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM doc WHERE $query")" \
    "$(q db "SET enable_indexscan = off; SET enable_bitmapscan = off; SELECT string_agg(id::text, ',' ORDER BY id) FROM doc WHERE $query")"
done
q db "REINDEX INDEX CONCURRENTLY doc_search"
is "after REINDEX CONCURRENTLY" "$(q db "SET enable_seqscan = off; SELECT count(*) FROM doc WHERE tribuna_tsvector(body, published) @@ tribuna_tsquery('Сенат')")" \
  "$(q db "SET enable_bitmapscan = off; SELECT count(*) FROM doc WHERE tribuna_tsvector(body, published) @@ tribuna_tsquery('Сенат')")"
sleep 2
is "autovacuum has analyzed expression indexes" "$(q db "SELECT count(*) > 0 FROM pg_stat_user_tables WHERE relname = 'doc' AND autoanalyze_count > 0")" t
is "after all of it" "$(q db "$digest")" "$want"
is "no backend has died" "$(grep -cE 'terminated by signal|PANIC' "$cluster/server.log")" 0
finish
