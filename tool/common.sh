# Sourced by the scripts of tool/ and bench/: paths, messages, rights, clusters.
#
# A cluster is private: made by initdb in a folder of its own under /tmp,
# reached only through a socket in that folder, which nobody else may enter.
# The server refuses to run as root, so root starts it as another user.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8 PGCLIENTENCODING=UTF8
unset PGHOST PGPORT PGDATABASE PGUSER PGOPTIONS PGSERVICE PGSSLMODE

say() { printf '%s\n' "$*"; }
die() { printf 'tribuna: %s\n' "$*" >&2; exit 1; }

# Run a command quietly; show what it said last only when it failed.
quietly() {
  local log=$top/build/log/$1
  shift
  mkdir -p "$top/build/log"
  "$@" >"$log" 2>&1 </dev/null || { tail -n 60 "$log" >&2; say "the whole log: $log" >&2; return 1; }
}

# Run a command with root's rights.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "this needs root: run it as root, or install sudo"
  fi
}

# Install Debian packages that are missing; false where that cannot be done.
install_missing() {
  local package missing=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || return 1
  say "Installing ${missing[*]} ..."
  quietly apt-update as_root apt-get update -q || true
  quietly apt-install as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# The user that a cluster runs as.
server_user() {
  if [ "$(id -u)" != 0 ]; then
    id -un
  elif getent passwd postgres >/dev/null; then
    echo postgres
  else
    echo nobody
  fi
}

# Run a command as that user, in the cluster's folder.
as_server() {
  if [ "$(id -u)" = 0 ]; then
    (cd "$cluster" && exec runuser -u "$(server_user)" -- "$@")
  else
    (cd "$cluster" && exec "$@")
  fi
}

# The pg_config in use, and what it tells.
find_server() {
  PG_CONFIG=${PG_CONFIG:-$(sh "$top/tool/pg_config.sh")}
  [ -n "$PG_CONFIG" ] || die "no PostgreSQL with server development files found: run \"make setup\""
  export PG_CONFIG
  bindir=$("$PG_CONFIG" --bindir)
  pg_regress=$(dirname "$("$PG_CONFIG" --pgxs)")/../test/regress/pg_regress
}

# Build everything, and install the extension where the server looks for it.
build_and_install() {
  find_server
  quietly build make -C "$top" -s -j2 all || die "the build failed"
  if [ -w "$("$PG_CONFIG" --sharedir)/extension" ] && [ -w "$("$PG_CONFIG" --pkglibdir)" ]; then
    quietly install make -C "$top" -s install || die "make install failed"
  else
    as_root true
    quietly install as_root make -C "$top" -s install PG_CONFIG="$PG_CONFIG" ||
      die "make install failed"
  fi
}

# Start a new cluster: $cluster is its folder and its socket's.
# $1 names it; more arguments are settings, name=value.  $cluster_port is the
# socket's number, and the port's where listen_addresses is set.
cluster_start() {
  local name=$1 setting
  shift
  cluster=$(mktemp -d "/tmp/tribuna-$name.XXXXXX")
  [ "$(id -u)" != 0 ] || chown "$(server_user)" "$cluster"
  as_server "$bindir/initdb" -D "$cluster/data" -U tribuna --auth=trust \
    --encoding=UTF8 --locale=C --no-sync >"$cluster/initdb.log" 2>&1 ||
    { cat "$cluster/initdb.log" >&2; die "initdb failed"; }
  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '$cluster'"
    echo "port = ${cluster_port:=5432}"
    echo "fsync = off"
    echo "full_page_writes = off"
    echo "shared_buffers = 64MB"
    for setting in "$@"; do echo "${setting%%=*} = '${setting#*=}'"; done
  } >>"$cluster/data/postgresql.conf"
  as_server env ${TB_SERVER_ENV:-} "$bindir/pg_ctl" -D "$cluster/data" -l "$cluster/server.log" -w start \
    >"$cluster/start.log" 2>&1 </dev/null ||
    { cat "$cluster/server.log" >&2; die "the private cluster did not start"; }
}

# Stop a cluster that cluster_start made, and remove it.
cluster_stop() {
  [ -n "${cluster:-}" ] && [ -d "$cluster" ] || return 0
  as_server "$bindir/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null 2>&1 || true
  case $cluster in
    /tmp/tribuna-*) rm -rf "$cluster" ;;
  esac
}

# psql on the cluster, quiet, stopping at the first error.
cluster_psql() {
  "$bindir/psql" -X -q -v ON_ERROR_STOP=1 -h "$cluster" -p "$cluster_port" -U tribuna "$@"
}
