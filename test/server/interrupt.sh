# A cancel and a statement_timeout are answered within 200 ms of the backend's
# own time inside a document of 100 MB, wherever they strike; and what an error
# leaves behind in memory is nothing.
#
# The time is the backend's (utime and stime of /proc), so that the test says
# the same on a machine that is busy with other work.
. "$(dirname "$0")/lib.sh"
trap cluster_stop EXIT
megabytes=${TB_MEGABYTES:-100}
limit=${TB_LIMIT_MS:-200}
tick=$(getconf CLK_TCK)

cluster_start interrupt "shared_buffers=256MB" "max_wal_size=4GB"
make_documents db 1
q db "CREATE TABLE big (body text STORAGE EXTERNAL)" 2>/dev/null ||
  q db "CREATE TABLE big (body text); ALTER TABLE big ALTER body SET STORAGE EXTERNAL" >/dev/null
q db "INSERT INTO big SELECT string_agg(body, E'\n\n') FROM sample CROSS JOIN generate_series(1, ($megabytes * 1e6 / (SELECT sum(octet_length(body) + 2) FROM sample))::int)"
say "document of $(q db "SELECT pg_size_pretty(octet_length(body)::bigint) FROM big"), $(q db "SELECT length(body) FROM big") characters"

coproc SESSION { "$bindir/psql" -X -qAt -h "$cluster" -p 5432 -U tribuna -d db 2>&1; }
ask() { printf '%s\n' "$1" >&"${SESSION[1]}"; }
# Lines up to the marker.
answer() {
  local line
  while IFS= read -r line <&"${SESSION[0]}" && [ "$line" != "<end>" ]; do printf '%s\n' "$line"; done
}
ask "SELECT pg_backend_pid();"
ask "\\echo <end>"
pid=$(answer)
ask "SET max_parallel_workers_per_gather = 0; SET client_min_messages = warning;"

# Milliseconds of processor time of the backend.
cpu() { awk -v tick="$tick" '{ sub(/.*\) /, ""); print int(($12 + $13) * 1000 / tick) }' "/proc/$pid/stat"; }
active() { [ "$(q db "SELECT state FROM pg_stat_activity WHERE pid = $pid")" = active ]; }

# Cancel a query when it has taken so many ms; "late N" or "ended".
cancel_at() {
  local from before out
  from=$(cpu)
  ask "$1"
  ask "\\echo <end>"
  while [ $(($(cpu) - from)) -lt "$2" ]; do
    sleep 0.05
    active || { answer >/dev/null; echo ended; return; }
  done
  before=$(cpu)
  q db "SELECT pg_cancel_backend($pid)" >/dev/null
  out=$(answer)
  grep -q 'canceling statement due to user request' <<<"$out" && echo "late $(($(cpu) - before))" || echo "ended"
}

worst=0
# Cancel a function here and there until it comes to its end.
try() {
  local name=$1 query=$2 at=${3:-300} got most=0 strikes=0
  [ -z "${TB_ONLY:-}" ] || [[ " $TB_ONLY " == *" $name "* ]] || return 0
  while :; do
    got=$(cancel_at "$query" "$at")
    [ "$got" != ended ] || break
    strikes=$((strikes + 1))
    [ "${got#late }" -le "$most" ] || most=${got#late }
    at=$((at * 3 + 137))
  done
  if [ -n "${4:-}" ] && [ "$most" -gt "$limit" ]; then
    say "        $name: the slowest of $strikes cancels was answered in $most ms: $4"
    return
  fi
  [ "$most" -le "$worst" ] || worst=$most
  is "$name: $strikes cancels, the slowest answered in $most ms" "$([ "$most" -le "$limit" ] && echo quick || echo "$most ms")" quick
}
try analyze_document "SELECT length(analyze_document(body)::text) FROM big;"
try extract_facts "SELECT count(*) FROM big, extract_facts(body);"
try extract_dates "SELECT count(*) FROM big, extract_dates(body, '2024-05-05');"
try extract_places "SELECT count(*) FROM big, extract_places(body);"
try extract_titles "SELECT count(*) FROM big, extract_titles(body);"
try extract_persons "SELECT count(*) FROM big, extract_persons(body);"
try extract_statements "SELECT count(*) FROM big, extract_statements(body);"
try extract_speakers "SELECT count(*) FROM big, extract_speakers(body);"
try date_periods "SELECT count(*) FROM big WHERE isempty(date_periods(body));"
try place_codes "SELECT cardinality(place_codes(body)) FROM big;"
try person_names "SELECT cardinality(person_names(body)) FROM big;"
try document_date "SELECT document_date(body) FROM big;" 100
try normalize_name "SELECT length(normalize_name(body)) FROM big;"
try tribuna_tsvector "SELECT length(tribuna_tsvector(body)) FROM big;"
try tribuna_tsquery "SELECT length(tribuna_tsquery(left(body, 500000))::text) FROM big;" 50
# the server's own loop sorts all words at the end, which no extension can interrupt: only what comes before is ours
try to_tsvector "SELECT length(to_tsvector('tribuna', left(body, length(body) / 8))) FROM big;" 100 "no more than the server's sort"

# statement_timeout, on the wall clock: a multiple of the limit is allowed to a busy machine
ask "SET statement_timeout = 700;"
for name in analyze_document extract_statements tribuna_tsvector document_date; do
  before=$(cpu)
  case $name in extract_*) ask "SELECT count(*) FROM big, $name(body);" ;; *) ask "SELECT length($name(body)::text) FROM big;" ;; esac
  ask "\\echo <end>"
  out=$(answer)
  took=$(($(cpu) - before))
  if grep -q 'statement timeout' <<<"$out"; then
    is "statement_timeout in $name" "$([ $took -le $((700 + limit)) ] && echo quick || echo "$took ms")" quick
  else
    say "        $name ended in $took ms, before its timeout"
  fi
done
ask "SET statement_timeout = 0;"

# memory after many errors and interrupts is what it was after the first
memory() {
  ask "SELECT sum(total_bytes) FROM pg_backend_memory_contexts;"
  ask "SELECT 'left ' || count(*) FROM pg_backend_memory_contexts WHERE name LIKE 'tribuna%' AND parent <> 'CacheMemoryContext';"
  ask "\\echo <end>"
  answer
}
ask "CREATE TEMP TABLE small AS SELECT left(body, 200000) AS body FROM big;"
errors() {
  local i
  for ((i = 0; i < $1; i++)); do
    ask "SET statement_timeout = $((1 + i % 7));"
    ask "SELECT count(*) FROM small, extract_statements(body);"
    ask "SET statement_timeout = 0;"
    ask "SELECT tribuna_tsvector(body, 'infinity') FROM small;"
    ask "SELECT to_tsvector('tribuna', body)::text::int FROM small;"
    ask "SELECT extract_dates(body, NULL, 'xyz') FROM small;"
  done
  ask "\\echo <end>"
  answer >/dev/null
}
errors 20
first=$(memory)
errors 200
second=$(memory)
is "no context of ours is left after an error" "$(tail -n 1 <<<"$second")" "left 0"
grown=$(($(head -n 1 <<<"$second") - $(head -n 1 <<<"$first")))
is "1,000 more errors take no memory ($grown bytes more)" "$([ $grown -le 65536 ] && echo none || echo "$grown")" none
say "slowest cancel: $worst ms of the backend's time"
ask "\\q"
finish
