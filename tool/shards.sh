#!/usr/bin/env bash
# A table over three private clusters: one that is asked, two that hold the
# documents, by postgres_fdw.  The same documents stand in one table of the
# first; every query must answer the same on both, and be sent to the shards.
# Then a table replicated logically, whose subscriber generates its columns.
# shards.sh show: print the plans too.
. "$(dirname "$0")/common.sh"
cd "$top"

passed=0
failed=0
clusters=()

check() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf -- '--- %s: expected %s, got:\n%s\n' "$1" "$3" "$2"
  fi
}

stop_all() { for cluster in "${clusters[@]}"; do cluster_stop; done; }

# One more cluster, with a database; its folder is added to $clusters.
start() {
  cluster_start "$@"
  clusters+=("$cluster")
  cluster_psql -d postgres -c "CREATE DATABASE news"
}

ask() { cluster_psql -d news -At -c "SET search_path = $1, tribuna" -c "$2"; }
plan() { ask public "EXPLAIN (VERBOSE, COSTS OFF) $1"; }

build_and_install
trap stop_all EXIT
for shard in 0 1; do
  start "shard$shard" wal_level=logical
  cluster_psql -d news -f examples/shards/shard.sql
done
start asked
cluster_psql -d news -v shard0="${clusters[0]}" -v shard1="${clusters[1]}" -f examples/shards/coordinator.sql

# the single server to compare with, and the documents for both
cluster_psql -d news -f - <<'SQL'
CREATE SCHEMA one;
CREATE TABLE one.release (LIKE release INCLUDING GENERATED);
CREATE VIEW one.release_statements AS
SELECT r.id, r.published, s.start, s.kind, s.speaker, s.title, s.office, s.statement
FROM one.release r, LATERAL tribuna.extract_statements(r.body, r.published, r.country) s;
CREATE TEMP TABLE sample (file text, source text, published date, title text, body text);
\copy sample from program 'sh tool/samples.sh'
INSERT INTO one.release (id, published, title, body)
SELECT row_number() OVER (ORDER BY file), published, title, body FROM sample;
INSERT INTO release (id, country, published, title, body)
SELECT id, country, published, title, body FROM one.release;
SQL
documents=$(ask one "SELECT count(*) FROM release")
say "$documents documents: $(ask public "SELECT count(*) FROM release_0") on one shard, $(
  ask public "SELECT count(*) FROM release_1") on the other"
check "both shards hold some" "$(ask public "SELECT min(n) > 5 FROM (SELECT count(*) AS n FROM release GROUP BY tableoid) c")" t
check "one version everywhere" "$(ask public "
  SELECT count(DISTINCT (version, lexicon)) FROM (TABLE versions_0 UNION ALL TABLE versions_1
    UNION ALL SELECT tribuna_version(), tribuna_lexicon_version()) v")" 1

while read -r name query; do
  answer=$(ask public "$query" | sort)
  check "$name: the shards' answer is the single server's" "$answer" "$(ask one "$query" | sort)"
  check "$name: there is an answer" "$([ -n "$answer" ] && echo yes)" yes
  plan=$(plan "$query")
  # where the shards sort, their rows are merged, and each is read in its turn
  [ "$name" = best ] ||
    check "$name: both shards work at once" "$(grep -c 'Async Foreign Scan' <<<"$plan")" 2
  case $name in
    search | branch | headline | best) sent='search @@ ' ;;
    places) sent='tribuna.place_codes(body) && ' ;;
    dates) sent='tribuna.date_periods(body, published) && ' ;;
    persons) sent='cardinality(tribuna.person_names(body)) > 5' ;;
    stored) sent='places && ' ;;
    said) sent="kind = 'direct'" ;;
    facet) sent='SELECT places FROM ' ;;
    speakers) sent='SELECT speaker FROM ' ;;
    *) die "what is sent of $name is not said" ;;
  esac
  check "$name: sent to both" "$(grep 'Remote SQL' <<<"$plan" | grep -cF "$sent")" 2
  if [ "${1:-}" = show ]; then
    say
    say "── $name: $query"
    sed 's/^/   /' <<<"$plan"
    say "   → $(wc -l <<<"$answer") rows, the same as on one server"
  fi
done < <(grep -v '^--' examples/shards/queries.sql)

# Logical replication: the text goes over, the subscriber generates the rest.
ask_replica() { "$bindir/psql" -XAt -h "${clusters[1]}" -p "$cluster_port" -U tribuna -d replica -c "$1"; }
cluster=${clusters[0]}
cluster_psql -d news -c "CREATE PUBLICATION texts FOR TABLE release"
cluster=${clusters[1]}
cluster_psql -d postgres -c "CREATE DATABASE replica"
cluster_psql -d replica -f examples/shards/shard.sql
cluster_psql -d replica -c "SET client_min_messages = warning" \
  -c "CREATE SUBSCRIPTION texts CONNECTION 'host=${clusters[0]} dbname=news user=tribuna' PUBLICATION texts"
all="SELECT count(*), md5(string_agg(id || search::text || places::text, ' ' ORDER BY id)) FROM release"
cluster=${clusters[0]}
for change in "SELECT 1" "UPDATE release SET body = 'Аким Атырауской области прибыл в Астану.'"; do
  cluster_psql -d news -c "$change" -o /dev/null
  original=$(ask public "$all")
  for try in {1..100}; do
    copy=$(ask_replica "$all")
    [ "$copy" != "$original" ] || break
    sleep 0.2
  done
  check "a subscriber generates the same columns" "$copy" "$original"
done
ask_replica "DROP SUBSCRIPTION texts" >/dev/null 2>&1

say "$passed passed, $failed failed"
[ "$failed" = 0 ]
