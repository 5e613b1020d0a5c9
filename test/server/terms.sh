# Terms change while eight sessions search: once COMMIT has returned nobody sees
# the old terms, nobody ever sees half of a change, and nothing crashes.
#
# Each change gives two names the same new place, and writes its number into a
# table, all in one transaction; when that has returned, the number is written
# into a second table.  A session reads the second number, asks for both names,
# reads the first one: both names must be of one version, not older than what
# had returned and not newer than what is visible.  (Between the moment when
# rows become visible and the return of COMMIT the server sends its message that
# a catalog has changed: in that instant other sessions see the new rows and the
# old dictionary, of any template.)
. "$(dirname "$0")/lib.sh"
trap cluster_stop EXIT
cluster_start terms "max_connections=40"
make_documents db 1
q db "CREATE TABLE version (v int); INSERT INTO version VALUES (0)"
q db "CREATE TABLE returned (v int); INSERT INTO returned VALUES (0)"
q db "CREATE TABLE city (v int PRIMARY KEY, code text)"
q db "INSERT INTO city SELECT row_number() OVER () - 1, c FROM unnest('{kz/astana/,kz/almaty/,kz/shymkent/,kz/atyrau-region/atyrau/,kz/mangystau-region/aktau/}'::text[]) AS c"
terms() { printf "places = E'kz/%s = Хрюнопупинск {m}\\\\nkz/%s = Брякогорск {m}'" "$1" "$1"; }
codes=(astana/ almaty/ shymkent/ atyrau-region/atyrau/ mangystau-region/aktau/)
q db "CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, $(terms "${codes[0]}"))"

cat >"$cluster/search.sql" <<'EOS'
SELECT v AS before FROM returned \gset
SELECT coalesce((SELECT v FROM city WHERE ARRAY[code] = place_codes('В Хрюнопупинске и Брякогорске.')), -1) AS seen \gset
SELECT v AS after FROM version \gset
SELECT 1 / (SELECT count(*) FROM generate_series(:before, :after) AS g WHERE g % 5 = :seen);
EOS
chmod 644 "$cluster/search.sql"
as_server "$bindir/pgbench" -n -h "$cluster" -p 5432 -U tribuna -c 8 -j 1 -T "${TB_SECONDS:-20}" -M simple -f "$cluster/search.sql" db \
  >"$cluster/pgbench.log" 2>&1 &
bench=$!
changes=0
while kill -0 $bench 2>/dev/null; do
  changes=$((changes + 1))
  case $((changes % 7)) in
    0) # dropped and made again, in one transaction
      q db "BEGIN; DROP TEXT SEARCH DICTIONARY tribuna.ours; CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, $(terms "${codes[changes % 5]}")); UPDATE version SET v = $changes; COMMIT" ;;
    3) # a change that is rolled back is never seen
      q db "BEGIN; ALTER TEXT SEARCH DICTIONARY tribuna.ours ($(terms pavlodar-region/pavlodar/)); UPDATE version SET v = -7; ROLLBACK"
      q db "BEGIN; ALTER TEXT SEARCH DICTIONARY tribuna.ours ($(terms "${codes[changes % 5]}")); UPDATE version SET v = $changes; COMMIT" ;;
    *) q db "BEGIN; ALTER TEXT SEARCH DICTIONARY tribuna.ours ($(terms "${codes[changes % 5]}")); UPDATE version SET v = $changes; COMMIT" ;;
  esac >/dev/null
  q db "UPDATE returned SET v = $changes" >/dev/null
done
wait $bench && status=0 || status=$?
say "$changes changes, $(sed -n 's/^number of transactions actually processed: *//p' "$cluster/pgbench.log") rounds of search"
is "no stale, no torn answer" "$status $(grep -ciE 'error|abort' "$cluster/pgbench.log")" "0 0"
[ "$status" = 0 ] || grep -m 3 -iE "error|abort" "$cluster/pgbench.log"
is "the terms did change" "$([ $changes -gt 20 ] && echo often)" often
is "no backend has died" "$(grep -cE 'terminated by signal|PANIC' "$cluster/server.log")" 0
q db "DROP TEXT SEARCH DICTIONARY tribuna.ours"
is "gone after DROP" "$(q db "SELECT place_codes('В Хрюнопупинске.')")" "{}"

# parallel workers see what their leader sees: his own change before the commit, and the old terms after a rollback
parallel="SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2"
count="SELECT count(*) FILTER (WHERE place_codes(body || ' В Хрюнопупинске.') @> '{kz/%s}') = count(*) FROM sample"
q db "CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, $(terms pavlodar-region/pavlodar/))"
# shellcheck disable=SC2059
is "workers are used" "$(q db "$parallel; EXPLAIN $(printf "$count" pavlodar-region/pavlodar/)" | grep -c Gather)" 1
is "workers see a change of their own transaction" "$(q db "$parallel; BEGIN; ALTER TEXT SEARCH DICTIONARY tribuna.ours ($(terms astana/)); $(printf "$count" astana/); ROLLBACK; $(printf "$count" pavlodar-region/pavlodar/)" | tr '\n' ' ')" "t t "
# what a session prepared before another's change computes anew; what it folded it keeps until its plan is made anew
coproc OTHER { "$bindir/psql" -X -qAt -h "$cluster" -p 5432 -U tribuna -d db 2>&1; }
tell() { printf '%s\n\\echo <end>\n' "$1" >&"${OTHER[1]}"; while IFS= read -r line <&"${OTHER[0]}" && [ "$line" != "<end>" ]; do printf '%s ' "$line"; done; }
tell "SET plan_cache_mode = force_generic_plan; PREPARE folded AS SELECT place_codes('В Хрюнопупинске.'); PREPARE computed (text) AS SELECT place_codes(\$1);" >/dev/null
is "two prepared statements" "$(tell "EXECUTE folded; EXECUTE computed('В Хрюнопупинске.');")" "{kz/pavlodar-region/pavlodar/} {kz/pavlodar-region/pavlodar/} "
q db "ALTER TEXT SEARCH DICTIONARY tribuna.ours ($(terms astana/))"
is "after another session's change" "$(tell "EXECUTE folded; EXECUTE computed('В Хрюнопупинске.');")" "{kz/pavlodar-region/pavlodar/} {kz/astana/} "
is "after DISCARD PLANS" "$(tell "DISCARD PLANS; EXECUTE folded;")" "{kz/astana/} "
tell "\\q" >/dev/null || true
q db "DROP TEXT SEARCH DICTIONARY tribuna.ours"

# a dictionary in use is dropped by somebody else in the midst of a long query
q db "CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, $(terms astana/))"
q db "SELECT count(*) FROM generate_series(1, 30000) AS i, LATERAL place_codes('В Хрюнопупинске, документ ' || i) AS c WHERE c <> '{kz/astana/}'" >"$cluster/long" &
long=$!
sleep 0.5
q db "DROP TEXT SEARCH DICTIONARY tribuna.ours"
wait $long || true
is "a query under way comes to its end" "$(grep -cE '^[0-9]+$' "$cluster/long")" 1
finish
