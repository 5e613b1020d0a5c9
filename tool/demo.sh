#!/usr/bin/env bash
# Show what tribuna does, on a private cluster that stays up afterwards.
# demo.sh stop: stop and remove the cluster of the last demo.
. "$(dirname "$0")/common.sh"

mark=$top/build/demo.cluster

stop_last() {
  [ -f "$mark" ] || return 0
  cluster=$(cat "$mark")
  rm -f "$mark"
  find_server
  cluster_stop
}

if [ "${1:-}" = stop ]; then
  [ -f "$mark" ] || die "no demo is running"
  stop_last
  say "The demo's cluster is stopped and removed."
  exit 0
fi

bash "$top/tool/setup.sh"
find_server
say "Building tribuna for $("$PG_CONFIG" --version), installing it into $("$PG_CONFIG" --sharedir) ..."
build_and_install
say "Starting a private cluster ..."
stop_last
cluster_start demo
trap cluster_stop EXIT
cluster_psql -d postgres -c "CREATE DATABASE demo"
say "Loading the sample documents and searching them ..."
say
cd "$top"
PAGER='' cluster_psql -d demo -f examples/demo.sql
echo "$cluster" >"$mark"
trap - EXIT
cat <<EOF

The cluster of this demo is still running.  To look around:

  $bindir/psql -h $cluster -U tribuna demo

To stop and remove it:

  make demo-stop
EOF
