#!/usr/bin/env bash
# Install what building and testing need, where it is missing (apt only).
# Quiet when nothing is missing.  No cluster is created or started.
. "$(dirname "$0")/common.sh"

has_header() { printf '%s\n' "$@" | sed 's/.*/#include <&>/' | cc -E - >/dev/null 2>&1; }

missing=()
command -v cc >/dev/null && has_header stdio.h || missing+=(gcc libc6-dev)
command -v perl >/dev/null || missing+=(perl)
if command -v cc >/dev/null; then
  has_header libstemmer.h || missing+=(libstemmer-dev)
  has_header stdarg.h stddef.h stdint.h setjmp.h cmocka.h || missing+=(libcmocka-dev)
else
  missing+=(libstemmer-dev libcmocka-dev)
fi
server=${PG_CONFIG:-$(sh "$top/tool/pg_config.sh")}
[ ${#missing[@]} -gt 0 ] || [ -z "$server" ] || exit 0

if ! command -v apt-get >/dev/null; then
  die "this system has no apt-get; install these and try again:
  - PostgreSQL 15 or newer with its server development files (pg_config --pgxs)
  - the Snowball library with its header (libstemmer.h)
  - cmocka with its header (cmocka.h)
  - a C compiler, make, perl"
fi

export DEBIAN_FRONTEND=noninteractive
apt() { quietly "apt-$1" as_root env DEBIAN_FRONTEND=noninteractive apt-get "$@"; }
install_packages() {
  apt install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
}

say "Looking up packages ..."
apt update -q || die "apt-get update failed"

if [ -z "$server" ]; then
  # the newest server that is installed, else the system's own version
  version=$(ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | cut -d/ -f5 | sort -n | tail -1 || true)
  exact=
  if [ -n "$version" ]; then
    exact=$(dpkg-query -W -f '${Version}' "postgresql-$version" 2>/dev/null || true)
  else
    version=$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' | head -1 || true)
  fi
  [ -n "$version" ] || die "apt knows no package postgresql"
  [ "$version" -ge 15 ] ||
    die "this system has PostgreSQL $version; tribuna needs 15 or newer (Debian 12, Ubuntu 24.04, or apt.postgresql.org)"

  if [ ! -x "/usr/lib/postgresql/$version/bin/postgres" ]; then
    say "Installing the PostgreSQL $version server, without a cluster of its own ..."
    install_packages postgresql-common || die "apt-get install failed"
    conf=/etc/postgresql-common/createcluster.conf
    as_root sed -i 's/^#* *create_main_cluster *=.*/create_main_cluster = false/' "$conf"
    grep -q '^create_main_cluster = false' "$conf" ||
      echo 'create_main_cluster = false' | as_root tee -a "$conf" >/dev/null
    missing+=("postgresql-$version")
  fi
  # headers of the very server that is there, so that apt does not replace it
  if [ -n "$exact" ] && apt-cache madison "postgresql-server-dev-$version" | grep -qF " $exact "; then
    missing+=("postgresql-server-dev-$version=$exact")
  else
    missing+=("postgresql-server-dev-$version")
  fi
fi

say "Installing ${missing[*]} (this can take some minutes) ..."
install_packages "${missing[@]}" || die "apt-get install failed"
