# A streaming standby and a logical subscriber answer as their primary does.
. "$(dirname "$0")/lib.sh"
second=
stop_all() {
  [ -z "$second" ] || as_server "$bindir/pg_ctl" -D "$second/data" -m immediate -w stop >/dev/null 2>&1 || true
  case $second in /tmp/tribuna-*) rm -rf "$second" ;; esac
  cluster_stop
}
trap stop_all EXIT
cluster_start primary "wal_level=logical" "max_wal_senders=8" "hot_standby=on"
make_documents db 60
q db "ALTER TABLE doc ADD search tsvector GENERATED ALWAYS AS (tribuna.tribuna_tsvector(body, published)) STORED"
q db "CREATE INDEX ON doc USING gin (search)"
q db "CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, places = 'kz/astana/ = Хрюнопупинск {m}')"
q db "INSERT INTO doc VALUES (1000, '2024-05-05', 'Вчера в Хрюнопупинске сказал Маулен Ашимбаев: «Да».')"
columns="SELECT md5(string_agg(search::text, '' ORDER BY id)) FROM doc"
want=$(q db "$digest"); stored=$(q db "$columns")

# A second cluster beside the first; $1 is a command that fills its data folder.
second_start() {
  second=$(mktemp -d /tmp/tribuna-second.XXXXXX)
  [ "$(id -u)" != 0 ] || chown "$(server_user)" "$second"
  as_server "$@" -D "$second/data" >"$second/init.log" 2>&1 || { cat "$second/init.log"; die "no second cluster"; }
  sed -e "s|$cluster|$second|g" "$cluster/data/postgresql.conf" >"$second/conf"
  cat "$second/conf" >"$second/data/postgresql.conf"
  as_server "$bindir/pg_ctl" -D "$second/data" -l "$second/server.log" -w start >"$second/start.log" 2>&1 </dev/null ||
    { cat "$second/server.log"; die "the second cluster did not start"; }
}
second_stop() {
  as_server "$bindir/pg_ctl" -D "$second/data" -m fast -w stop >/dev/null
  rm -rf "$second"
  second=
}
s() { "$bindir/psql" -X -q -v ON_ERROR_STOP=1 -h "$second" -p 5432 -U tribuna -At -d "$1" -c "$2"; }

# ---- streaming
second_start "$bindir/pg_basebackup" -h "$cluster" -p 5432 -U tribuna -R -X stream
is "the standby is one" "$(s db "SELECT pg_is_in_recovery()")" t
is "standby: all functions" "$(s db "$digest")" "$want"
q db "ALTER TEXT SEARCH DICTIONARY tribuna.ours (places = 'kz/almaty/ = Хрюнопупинск {m}')"
q db "INSERT INTO doc VALUES (1001, '2024-05-05', 'Завтра в Хрюнопупинске.')"
caught_up() {
  local target
  target=$(q db "SELECT pg_current_wal_lsn()")
  for _ in $(seq 200); do [ "$(s db "SELECT pg_last_wal_replay_lsn() >= '$target'")" = t ] && return; sleep 0.1; done
}
caught_up
is "standby: changed terms are seen at once" "$(s db "SELECT place_codes('в Хрюнопупинске')")" "{kz/almaty/}"
is "standby: all functions again" "$(s db "$digest")" "$(q db "$digest")"
is "standby: stored columns" "$(s db "$columns")" "$(q db "$columns")"
as_server "$bindir/pg_ctl" -D "$second/data" -w promote >/dev/null
is "promoted: all functions" "$(s db "$digest")" "$(q db "$digest")"
s db "INSERT INTO doc VALUES (1002, '2024-05-05', 'В Хрюнопупинске.')"
is "promoted: writes" "$(s db "SELECT count(*) FROM doc WHERE search @@ tribuna_tsquery('Алматы') AND id = 1002")" 1
second_stop

# ---- logical
q db "CREATE PUBLICATION p FOR TABLE doc"
second_start "$bindir/initdb" -U tribuna --auth=trust --encoding=UTF8 --locale=C --no-sync
s postgres "CREATE DATABASE db"
s db "CREATE SCHEMA tribuna"; s db "CREATE EXTENSION tribuna SCHEMA tribuna"
s db "ALTER DATABASE db SET search_path = public, tribuna"
s db "CREATE TEXT SEARCH DICTIONARY tribuna.ours (TEMPLATE = tribuna.tribuna_terms, places = 'kz/almaty/ = Хрюнопупинск {m}')"
s db "CREATE TABLE doc (id int PRIMARY KEY, published date, body text, search tsvector GENERATED ALWAYS AS (tribuna.tribuna_tsvector(body, published)) STORED)"
s db "CREATE SUBSCRIPTION s CONNECTION 'host=$cluster port=5432 user=tribuna dbname=db' PUBLICATION p" >/dev/null 2>&1
q db "INSERT INTO doc VALUES (1003, '2024-05-05', 'Послезавтра в Хрюнопупинске.'); UPDATE doc SET body = body || ' Вчера.' WHERE id % 10 = 3; DELETE FROM doc WHERE id = 5"
total=$(q db "SELECT count(*) || ' ' || sum(length(body)) FROM doc")
for _ in $(seq 300); do [ "$(s db "SELECT count(*) || ' ' || sum(length(body)) FROM doc")" = "$total" ] && break; sleep 0.1; done
is "subscriber: rows" "$(s db "SELECT count(*) || ' ' || sum(length(body)) FROM doc")" "$total"
# what was stored under older terms is made anew on the subscriber: compare with the functions
is "subscriber: all functions" "$(s db "$digest")" "$(q db "$digest")"
is "subscriber: its generated column is that of its terms" "$(s db "SELECT count(*) FROM doc WHERE search <> tribuna_tsvector(body, published)")" 0
s db "DROP SUBSCRIPTION s" >/dev/null 2>&1
second_stop
finish
